//! Handles what is not running text in Akoma Ntoso: tables, footnotes inside the text that they belong to, and `meta`.

use super::kinds::language;
use super::meta;
use super::tags::Tag;
use super::writer::Blanks;
use super::{AknNote, AknReader, Slot, most_notes};
use crate::document::{Kind, Span};
use crate::formats::table::{self, Draft, Shape};
use crate::formats::xml::Node;
use crate::text::Part as _;

/// A table being read.
pub(super) struct AknTable {
    /// The index of its clause, from the first row on. Text before that, such as a caption, is a paragraph.
    clause: Option<usize>,
    source: Span,
    draft: Draft,
    /// How many tables are open inside one of its cells, whose text becomes part of the cell.
    inner: usize,
    /// A row is open.
    in_row: bool,
    /// A cell of the open row is open.
    in_cell: bool,
}

impl AknReader<'_, '_> {
    pub(super) fn table(&mut self, node: Node<'_, '_>) {
        self.end_slot();
        let range = node.range();
        self.table = Some(AknTable {
            clause: None,
            source: Span::new(range.start, range.end),
            draft: Draft::default(),
            inner: 0,
            in_row: false,
            in_cell: false,
        });
    }

    /// Whether a row of a table has begun, so that text belongs to a cell.
    pub(super) fn in_rows(&self) -> bool {
        self.table.as_ref().is_some_and(|table| table.clause.is_some())
    }

    /// Begins the clause of a table at its first row.
    pub(super) fn begin_rows(&mut self, node: Node<'_, '_>) {
        self.end_slot();
        let clause = self.clause(Kind::Table, node);
        self.begin(Slot::Inside);
        let Some(table) = &mut self.table else { return };
        table.clause = Some(clause);
        if let Some(clause) = self.marked.clauses.get_mut(clause) {
            clause.source = table.source;
        }
    }

    /// Begins an element inside the rows of a table.
    pub(super) fn in_table(&mut self, tag: Tag, node: Node<'_, '_>) {
        let Some(table) = &mut self.table else { return };
        match tag {
            Tag::Row if table.inner == 0 => self.begin_row(),
            Tag::Cell if table.inner == 0 => self.begin_cell(shape(node)),
            Tag::Table => {
                table.inner += 1;
                self.writer.new_line();
            }
            Tag::Row | Tag::P | Tag::Point | Tag::Heading | Tag::Intro | Tag::WrapUp => {
                self.writer.new_line();
            }
            _ => self.writer.space(),
        }
    }

    /// Ends an element inside a table, or the table.
    pub(super) fn out_of_table(&mut self, tag: Tag) {
        let Some(table) = &mut self.table else { return };
        match tag {
            Tag::Table if table.inner == 0 => self.end_table(),
            Tag::Row if table.inner == 0 => self.end_row(),
            Tag::Cell if table.inner == 0 => table.in_cell = false,
            Tag::Table => {
                table.inner -= 1;
                self.writer.new_line();
            }
            Tag::Row | Tag::P | Tag::Point | Tag::Heading => self.writer.new_line(),
            _ => self.writer.space(),
        }
    }

    fn begin_row(&mut self) {
        self.end_row();
        if let Some(table) = &mut self.table {
            table.draft.begin_row(&mut self.writer.text);
            table.in_row = true;
        }
    }

    fn begin_cell(&mut self, shape: Shape) {
        if self.table.as_ref().is_some_and(|table| !table.in_row) {
            self.begin_row();
        }
        if let Some(table) = &mut self.table {
            table.draft.cell(&mut self.writer.text, shape);
            table.in_cell = true;
        }
        self.writer.begin();
    }

    /// Opens a cell for text that stands between the cells of a table.
    pub(super) fn cell_for_words(&mut self) {
        if self.table.as_ref().is_some_and(|table| !table.in_cell) {
            self.begin_cell(Shape::default());
        }
    }

    fn end_row(&mut self) {
        if let Some(table) = self.table.as_mut().filter(|table| table.in_row) {
            table.draft.end_row(&mut self.writer.text);
            (table.in_row, table.in_cell) = (false, false);
            self.writer.begin();
        }
    }

    fn end_table(&mut self) {
        self.end_row();
        let Some(table) = self.table.take() else { return };
        let Some(clause) = table.clause else { return };
        self.slot = None;
        let Some(done) = table.draft.finish(&self.writer.text, &self.writer.emphasis) else {
            return self.unfill(clause);
        };
        if let Some(clause) = self.marked.clauses.get_mut(clause) {
            clause.body = done.span();
        }
        self.tables.push(done);
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
        self.writer.mark(&marker, Some(self.notes.len() as u32));
        self.begin_note(node, marker);
    }

    fn begin_note(&mut self, node: Node<'_, '_>, marker: String) {
        let range = node.range();
        let line = self.line_of(range.start);
        let from = self.notes_writer.begin();
        if let Some(name) = node.attribute("eId") {
            self.note_names.insert(name.into_owned(), self.notes.len() as u32);
        }
        self.notes.push(AknNote {
            marker,
            body: Span::new(from, from),
            source: Span::new(range.start, range.end),
            line,
        });
    }

    /// Adds a mark of a note whose text stands at an earlier mark, or is missing.
    pub(super) fn note_mark(&mut self, node: Node<'_, '_>) {
        let Some(marker) = meta::attribute(node, "marker") else { return };
        if self.slot.is_none() {
            let _ = self.begin_body(node);
        }
        let href = node.attribute("href").unwrap_or_default();
        let meant = href.strip_prefix('#').and_then(|name| self.note_names.get(name)).copied();
        self.writer.mark(&marker, meant);
    }

    /// Adds the notes that no mark refers to; they are stored in `meta`.
    fn unmarked_notes(&mut self, meta: Node<'_, '_>) {
        let notes = meta.children().filter(|child| child.name() == "notes").flat_map(Node::children);
        for note in notes.filter(|child| child.name() == "note") {
            if self.notes.len() >= most_notes(self.tree.source().len()) {
                return;
            }
            self.begin_note(note, meta::attribute(note, "marker").unwrap_or_else(|| "*".to_owned()));
            self.in_note = 1;
            self.notes_writer.words(&note.words());
            self.end_note();
        }
    }

    pub(super) fn end_note(&mut self) {
        self.in_note = self.in_note.saturating_sub(1);
        if self.in_note == 0
            && let Some(note) = self.notes.last_mut()
        {
            let body = self.notes_writer.since(note.body.start as usize);
            let words = self.notes_writer.text.part(body.range());
            // Arabic documents have brackets around a mark, which are left empty without it.
            let kept = words.strip_prefix("()").map_or(words, str::trim_start);
            note.body = Span { start: body.end - kept.len() as u32, ..body };
        }
    }

    /// Puts the notes in the order of their `eId`, `authorialNote_3`, which is that of the document they were exported
    /// from: one may be marked before those that it stands below.
    pub(super) fn sort_notes(&mut self) {
        let mut places = vec![u32::MAX; self.notes.len()];
        for (name, &note) in &self.note_names {
            let place = name.rsplit('_').next().and_then(|place| place.parse().ok());
            if let (Some(place), Some(of_note)) = (place, places.get_mut(note as usize)) {
                *of_note = place;
            }
        }
        let mut order: Vec<usize> = (0..self.notes.len()).collect();
        order.sort_by_key(|&note| places.get(note).copied());
        let mut now = vec![0; order.len()];
        for (place, &note) in order.iter().enumerate() {
            if let Some(now) = now.get_mut(note) {
                *now = place;
            }
        }
        let mut sorted: Vec<(usize, AknNote)> =
            now.iter().copied().zip(std::mem::take(&mut self.notes)).collect();
        sorted.sort_by_key(|(place, _)| *place);
        self.notes = sorted.into_iter().map(|(_, note)| note).collect();
        for (_, note) in &mut self.writer.marks {
            *note = note.and_then(|note| now.get(note as usize)).map(|&now| now as u32);
        }
    }

    // ---- metadata ----

    pub(super) fn meta(&mut self, node: Node<'_, '_>) {
        let part = if self.is_in(Tag::Attachment) {
            Some("annex".to_owned())
        } else if self.is_in(Tag::Component) {
            Some(self.part_letter().to_string())
        } else {
            None
        };
        meta::read(node, part.as_deref(), &mut self.marked.details);
        self.unmarked_notes(node);
        if node.find("references").is_some_and(|node| node.attribute("source").as_deref() == Some("#plenary"))
        {
            self.marked.stated = true;
            self.writer.blanks = Blanks::Exact;
        }
        let masthead = &mut self.marked.masthead;
        let alias =
            node.find("FRBRalias").filter(|alias| alias.attribute("name").as_deref() == Some("symbol"));
        masthead.symbol = masthead.symbol.take().or_else(|| meta::attribute(alias?, "value"));
        if self.language.is_none() {
            self.language = node
                .find("FRBRlanguage")
                .and_then(|node| node.attribute("language"))
                .and_then(|code| language(&code));
            (self.writer.language, self.notes_writer.language) = (self.language, self.language);
        }
    }

    /// The letter of the current part. It is counted, since `meta` precedes the element that has the letter.
    fn part_letter(&self) -> char {
        char::from_u32('A' as u32 + self.parts.unwrap_or(0).saturating_sub(1).min(25)).unwrap_or('A')
    }
}

/// The span and alignment of a cell. The United Nations stores the justification of Word's cells as an attribute.
fn shape(cell: Node<'_, '_>) -> Shape {
    let count = |name: &str| {
        let value = cell.attribute(name).and_then(|value| value.trim().parse::<u16>().ok());
        value.unwrap_or(1).max(1)
    };
    let side = ["data-justification", "align", "style"]
        .iter()
        .find_map(|name| cell.attribute(name).as_deref().map(table::side))
        .unwrap_or_default();
    Shape { columns: count("colspan"), rows: count("rowspan"), align: side, header: cell.name() == "th" }
}
