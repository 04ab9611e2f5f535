//! What stands beside the running text of Akoma Ntoso: tables, and notes inside the words that they are about.

use super::*;

impl Reader<'_, '_> {
    pub(super) fn table(&mut self, node: Node<'_, '_>) {
        self.end_slot();
        let clause = self.clause(Kind::Table, node);
        self.begin(Slot::Inside);
        self.cells = Some(clause);
    }

    pub(super) fn row(&mut self) {
        if self.ink.here() > self.slot_from {
            self.ink.raw("\n");
        }
        self.ink.raw("|");
    }

    pub(super) fn cell(&mut self) {
        if !self.ink.text.ends_with('|') {
            self.ink.raw(" |");
        }
        self.ink.raw(" ");
    }

    pub(super) fn end_table(&mut self) {
        let Some(clause) = self.cells.take() else { return };
        let span = self.ink.since(self.slot_from);
        self.slot = None;
        if let Some(clause) = self.marked.clauses.get_mut(clause) {
            clause.body = span;
        }
    }

    // ---- notes ----

    pub(super) fn note(&mut self, node: Node<'_, '_>) {
        self.in_note += 1;
        if self.in_note > 1 {
            return;
        }
        let marker = meta::attribute(node, "marker").unwrap_or_else(|| "*".to_owned());
        if self.slot.is_none() {
            let _ = self.begin_body(node);
        }
        self.ink.mark(&marker, self.notes.len() as u32);
        let range = node.range();
        let line = self.line_of(range.start);
        let from = self.notes_ink.begin();
        self.notes.push(Note {
            marker,
            body: Span::new(from, from),
            source: Span::new(range.start, range.end),
            line,
        });
    }

    pub(super) fn end_note(&mut self) {
        self.in_note = self.in_note.saturating_sub(1);
        if self.in_note == 0
            && let Some(note) = self.notes.last_mut()
        {
            note.body = self.notes_ink.since(note.body.start as usize);
        }
    }

    // ---- the end ----
}
