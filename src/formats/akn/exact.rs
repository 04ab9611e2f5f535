//! Akoma Ntoso that this program wrote: attributes say which node each element is, and words are taken as they are.
//!
//! Nothing is told from elements alone. A file that only claims to be ours loses no word: what fits nowhere continues
//! the clause before it.

use super::super::marked::{Clause, Marked};
use super::super::plain::superscript_digit;
use super::super::xml::{Node, Step, Tree};
use super::super::{Content, Language};
use super::aside::shape;
use super::ink::Ink;
use super::tags::{self, Tag};
use super::{KINDS, language, meta, most_clauses, most_notes};
use crate::document::{Diagnostic, Kind, Span, Table};
use crate::formats::table::Draft;
use std::collections::HashMap;

/// Whether a file says that it is ours.
pub(super) fn is_ours(tree: &Tree<'_>) -> bool {
    tree.root().child("akomaNtoso").is_some_and(|root| root.attribute("plenary:tree").is_some())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    Label,
    Body,
}

struct Frame {
    tag: Tag,
    holds: bool,
    slot: Option<Slot>,
    /// A link or emphasis of the ink.
    inks: bool,
    /// The cell is a whole row.
    row: bool,
}

struct Note {
    /// Its place among the notes, from 1.
    place: u32,
    marker: String,
    body: Span,
    source: Span,
    line: u32,
}

struct Exact<'t, 's> {
    tree: &'t Tree<'s>,
    tags: Vec<Tag>,
    ink: Ink,
    notes_ink: Ink,
    notes: Vec<Note>,
    marked: Marked,
    frames: Vec<Frame>,
    /// Clauses whose elements are open.
    open: Vec<usize>,
    in_note: bool,
    /// Rows so far of the table that is laid out.
    rows: u32,
    /// The table under way, where it has cells.
    draft: Draft,
    /// Words belong to a cell, and how many of its paragraphs are written.
    cell: Option<u32>,
    tables: Vec<Table>,
    parts: u32,
    language: Option<Language>,
    line: (usize, u32),
    full: bool,
}

pub(super) fn read(tree: &Tree<'_>) -> Content {
    let mut exact = Exact {
        tree,
        tags: tags::of(tree.names()),
        ink: Ink::default(),
        notes_ink: Ink::default(),
        notes: Vec::new(),
        marked: Marked { exact: true, ..Marked::default() },
        frames: Vec::new(),
        open: Vec::new(),
        in_note: false,
        rows: 0,
        draft: Draft::default(),
        cell: None,
        tables: Vec::new(),
        parts: 0,
        language: None,
        line: (0, 1),
        full: false,
    };
    let mut walk = tree.root().walk();
    while let Some(step) = walk.next() {
        match step {
            Step::Enter(node) => {
                if exact.enter(node) {
                    walk.pass_over();
                }
            }
            Step::Text(node) => exact.text(node),
            Step::Leave(_) => exact.leave(),
        }
    }
    exact.finish()
}

impl Exact<'_, '_> {
    /// True where what is below is not to be walked.
    fn enter(&mut self, node: Node<'_, '_>) -> bool {
        let tag = self.tags.get(node.name_index()).copied().unwrap_or(Tag::Other);
        let mut frame = Frame { tag, holds: false, slot: None, inks: false, row: false };
        let mut skip = false;
        if let Some(kind) = node.attribute("plenary:kind").filter(|_| !self.in_note && !self.full) {
            frame.holds = self.clause(&kind, node);
        }
        match tag {
            Tag::Meta => {
                self.meta(node);
                skip = true;
            }
            Tag::Skipped => skip = true,
            Tag::Num => frame.slot = Some(Slot::Label),
            Tag::Inline if node.attribute("name").as_deref() == Some("num") => frame.slot = Some(Slot::Label),
            Tag::DocNumber if self.is_in(Tag::Preface) => frame.slot = Some(Slot::Label),
            Tag::P if self.cell.is_some() && !self.in_note => {
                self.cell_paragraph();
                frame.slot = Some(Slot::Body);
            }
            Tag::DocTitle | Tag::P | Tag::Heading | Tag::CrossHeading => frame.slot = Some(Slot::Body),
            Tag::Emphasis => {
                self.ink_mut().enter(None);
                frame.inks = true;
            }
            Tag::Link => {
                let address = node.attribute("href").unwrap_or_default().into_owned();
                self.ink_mut().enter(Some(address));
                frame.inks = true;
            }
            Tag::Table => self.rows = 0,
            Tag::Row if !self.in_note => self.draft.begin_row(&mut self.ink.text),
            Tag::Cell if !self.in_note => {
                frame.row = node.attribute("plenary:row").is_some();
                if frame.row {
                    if self.rows > 0 {
                        self.put("\n", Slot::Body);
                    }
                    self.rows += 1;
                } else {
                    let shape = shape(node);
                    self.draft.cell(&mut self.ink.text, shape);
                    self.cell = Some(0);
                }
            }
            Tag::Note if !self.in_note && self.notes.len() < most_notes(self.tree.source().len()) => {
                self.note(node);
            }
            Tag::Other if node.name() == "noteRef" => {
                let place = node.attribute("href").and_then(|href| place(&href));
                self.mark(node, place.unwrap_or(0));
            }
            _ => {}
        }
        self.frames.push(frame);
        skip
    }

    fn leave(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        if frame.inks {
            self.ink_mut().leave();
        }
        match frame.tag {
            Tag::Cell if !self.in_note => self.cell = None,
            Tag::Row if !self.in_note => drop(self.draft.end_row(&mut self.ink.text)),
            Tag::Table if !self.in_note => self.end_table(),
            Tag::Note => self.in_note = false,
            _ => {}
        }
        if frame.holds {
            self.open.pop();
        }
    }

    fn text(&mut self, node: Node<'_, '_>) {
        let words = node.text();
        if self.in_note {
            if self.frames.iter().rev().any(|frame| frame.tag == Tag::P) {
                self.notes_ink.verbatim(&words);
            }
            return;
        }
        match self.frames.iter().rev().find_map(|frame| frame.slot) {
            Some(slot) => self.put(&words, slot),
            None if words.trim().is_empty() => {}
            None => self.put(words.trim(), Slot::Body),
        }
    }

    fn ink_mut(&mut self) -> &mut Ink {
        if self.in_note { &mut self.notes_ink } else { &mut self.ink }
    }

    fn is_in(&self, tag: Tag) -> bool {
        self.frames.iter().rev().any(|frame| frame.tag == tag)
    }

    fn line_of(&mut self, at: usize) -> u32 {
        let (from, line) = self.line;
        if let Some(between) = self.tree.source().as_bytes().get(from..at) {
            self.line = (at, line + memchr::memchr_iter(b'\n', between).count() as u32);
        }
        self.line.1
    }

    /// Opens the clause of an element; false where there are too many.
    fn clause(&mut self, kind: &str, node: Node<'_, '_>) -> bool {
        let known = KINDS.iter().find(|(_, name)| *name == kind).map(|(kind, _)| *kind);
        let kind = known
            .filter(|kind| !matches!(kind, Kind::Document | Kind::Notes | Kind::Note))
            .unwrap_or(Kind::Paragraph);
        let full = self.marked.clauses.len() >= most_clauses(self.tree.source().len());
        self.full |= full;
        self.parts += u32::from(kind == Kind::Part);
        let number = node.attribute("plenary:n").and_then(|number| number.parse().ok());
        let clause = Clause {
            ordinal: number.unwrap_or(0),
            inferred: node.attribute("plenary:inferred").is_some(),
            acts: node.attribute("plenary:acts").is_some(),
            ..self.new_clause(kind, self.open.len() as u16 + 1, node)
        };
        self.marked.clauses.push(clause);
        self.open.push(self.marked.clauses.len() - 1);
        true
    }

    fn new_clause(&mut self, kind: Kind, depth: u16, node: Node<'_, '_>) -> Clause {
        let range = node.range();
        let line = self.line_of(range.start);
        Clause::new(kind, depth, Span::new(range.start, range.end), line)
    }

    /// Adds words to the label or the body of the innermost clause.
    fn put(&mut self, words: &str, slot: Slot) {
        if words.is_empty() || self.in_note {
            return;
        }
        let start = self.ink.here();
        self.ink.verbatim(words);
        if self.cell.is_none() {
            self.extend(start, slot);
        }
    }

    /// A paragraph of a cell begins.
    fn cell_paragraph(&mut self) {
        if let Some(paragraphs) = &mut self.cell {
            *paragraphs += 1;
            if *paragraphs > 1 {
                self.ink.raw("\n");
            }
        }
    }

    /// The cells so far are the words of the innermost clause.
    fn end_table(&mut self) {
        let draft = std::mem::take(&mut self.draft);
        let Some(table) = draft.finish(&self.ink.text, &self.ink.emphasis) else { return };
        let innermost = self.open.last().and_then(|&clause| self.marked.clauses.get_mut(clause));
        if let Some(clause) = innermost.filter(|clause| clause.body.is_empty()) {
            clause.body = table.span();
        } else {
            let depth = self.open.len() as u16 + 1;
            let clause = Clause::new(Kind::Table, depth, Span::default(), self.line.1);
            self.marked.clauses.push(Clause { body: table.span(), ..clause });
        }
        self.tables.push(table);
    }

    /// What was written from `start` on belongs to a slot.
    fn extend(&mut self, start: usize, slot: Slot) {
        let span = Span::new(start, self.ink.here());
        let innermost = self.open.last().copied();
        let depth = self.open.len() as u16 + 1;
        let last = self.marked.clauses.len().checked_sub(1);
        let clauses = &mut self.marked.clauses;
        if let Some(clause) = innermost.and_then(|clause| clauses.get_mut(clause)) {
            let own = if slot == Slot::Label { &mut clause.label } else { &mut clause.body };
            if own.is_empty() {
                *own = span;
                return;
            }
            if own.end == span.start {
                own.end = span.end;
                return;
            }
        }
        // Words that stand where none should: they continue what is before them.
        if let Some(clause) = last.and_then(|last| clauses.get_mut(last))
            && clause.kind == Kind::Continuation
            && clause.body.end == span.start
        {
            clause.body.end = span.end;
            return;
        }
        let kind = if innermost.is_some() { Kind::Continuation } else { Kind::Paragraph };
        let source = Span::default();
        clauses.push(Clause { body: span, ..Clause::new(kind, depth, source, self.line.1) });
    }

    // ---- notes ----

    fn mark(&mut self, node: Node<'_, '_>, place: u32) {
        let marker = node.attribute("marker").unwrap_or_default();
        let printed = match meta::attribute(node, "plenary:mark") {
            Some(printed) => printed,
            None => marker.chars().map(superscript_digit).collect(),
        };
        if self.in_note || printed.is_empty() {
            return;
        }
        let slot = self.frames.iter().rev().find_map(|frame| frame.slot).unwrap_or(Slot::Body);
        let start = self.ink.here();
        self.put(&printed, slot);
        self.ink.marks.push((Span::new(start, self.ink.here()), place));
    }

    fn note(&mut self, node: Node<'_, '_>) {
        let place = node.attribute("eId").and_then(|name| place(&name));
        let place = place.unwrap_or(self.notes.len() as u32 + 1);
        self.mark(node, place);
        self.add_note(node, place);
        self.in_note = true;
    }

    fn add_note(&mut self, node: Node<'_, '_>, place: u32) {
        let range = node.range();
        let line = self.line_of(range.start);
        let from = self.notes_ink.here();
        self.notes.push(Note {
            place,
            marker: meta::attribute(node, "marker").unwrap_or_default(),
            body: Span::new(from, from),
            source: Span::new(range.start, range.end),
            line,
        });
    }

    // ---- what is filed ----

    fn meta(&mut self, node: Node<'_, '_>) {
        let part = if self.is_in(Tag::Attachment) {
            Some("annex".to_owned())
        } else if self.is_in(Tag::Component) {
            let letter = char::from_u32('A' as u32 + self.parts.saturating_sub(1).min(25)).unwrap_or('A');
            Some(letter.to_string())
        } else {
            None
        };
        meta::read(node, part.as_deref(), &mut self.marked.details);
        if self.language.is_none() {
            let found = node.find("FRBRlanguage").and_then(|node| node.attribute("language"));
            self.language = found.and_then(|code| language(&code));
        }
        let Some(part) = part.filter(|_| self.marked.masthead != crate::document::Masthead::default()) else {
            meta::fields(node, &mut self.marked.masthead, &mut self.marked.details);
            self.unmarked(node);
            return;
        };
        drop(part);
    }

    /// Notes that no mark points to.
    fn unmarked(&mut self, meta: Node<'_, '_>) {
        for note in meta.children().filter(|child| child.name() == "notes").flat_map(Node::children) {
            if note.name() != "note" || self.notes.len() >= most_notes(self.tree.source().len()) {
                continue;
            }
            let place = note.attribute("eId").and_then(|name| place(&name));
            self.add_note(note, place.unwrap_or(self.notes.len() as u32 + 1));
            for step in note.walk() {
                let tag = |node: Node<'_, '_>| self.tags.get(node.name_index()).copied();
                match step {
                    Step::Enter(node) => match tag(node) {
                        Some(Tag::Emphasis) => self.notes_ink.enter(None),
                        Some(Tag::Link) => {
                            self.notes_ink.enter(node.attribute("href").map(std::borrow::Cow::into_owned));
                        }
                        _ => {}
                    },
                    Step::Text(node) => self.notes_ink.verbatim(&node.text()),
                    Step::Leave(node) if matches!(tag(node), Some(Tag::Emphasis | Tag::Link)) => {
                        self.notes_ink.leave();
                    }
                    Step::Leave(_) => {}
                }
            }
            self.end_note();
        }
    }

    fn end_note(&mut self) {
        if let Some(note) = self.notes.last_mut() {
            note.body = self.notes_ink.since(note.body.start as usize);
        }
    }

    fn finish(mut self) -> Content {
        // A note ends where the next begins.
        let end = self.notes_ink.here() as u32;
        let starts: Vec<u32> = self.notes.iter().map(|note| note.body.start).skip(1).chain([end]).collect();
        for (note, end) in self.notes.iter_mut().zip(starts) {
            note.body.end = end;
        }
        self.notes.sort_by_key(|note| note.place);
        let base = self.ink.text.len() as u32;
        let shifted = |span: Span| Span { start: span.start + base, end: span.end + base };
        let Ink { mut text, mut emphasis, mut links, marks, .. } = self.ink;
        text.push_str(&self.notes_ink.text);
        emphasis.extend(self.notes_ink.emphasis.into_iter().map(shifted));
        links.extend(self.notes_ink.links.into_iter().map(|mut link| {
            link.span = shifted(link.span);
            link
        }));
        let mut places: HashMap<u32, u32> = HashMap::new();
        if let Some(first) = self.notes.first() {
            self.marked.clauses.push(Clause::new(Kind::Notes, 1, Span::default(), first.line));
        }
        for note in &self.notes {
            places.entry(note.place).or_insert(self.marked.clauses.len() as u32);
            let start = text.len();
            text.push_str(&note.marker);
            let label = Span::new(start, text.len());
            let clause = Clause::new(Kind::Note, 2, note.source, note.line);
            self.marked.clauses.push(Clause { label, body: shifted(note.body), ..clause });
        }
        self.marked.notes = marks.iter().map(|(_, place)| places.get(place).copied()).collect();
        self.marked.links = links;
        let mut diagnostics: Vec<Diagnostic> = super::faults(self.tree);
        if self.full {
            diagnostics.push(super::too_many(self.line.1));
        }
        Content {
            text,
            emphasis,
            marks: marks.into_iter().map(|(span, _)| span).collect(),
            tables: self.tables,
            marked: Some(Box::new(self.marked)),
            language: self.language,
            diagnostics,
            ..Content::default()
        }
    }
}

/// The number at the end of `#authorialNote_7`.
fn place(name: &str) -> Option<u32> {
    name.rsplit_once('_')?.1.parse().ok()
}
