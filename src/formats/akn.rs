//! Reads Akoma Ntoso as the United Nations writes it (AKN4UN), whose markup names every part of a resolution.
//!
//! The elements become the clauses of [`Marked`], in document order and with their depth; the metadata becomes
//! `Details`. Two things are told only by words and are left to the grammar: which heading opens an annex, and what a
//! clause does. No element is trusted to stand where it should. Text outside all known elements becomes a paragraph.

mod aside;
mod cover;
mod faults;
mod headings;
mod kinds;
mod meta;
mod tags;
mod writer;

use super::marked::{Clause, Marked};
use super::xml::{Node, Step, Tree, Walk};
use super::{Content, Language};
use crate::document::{Diagnostic, Finding, Kind, Span, Table};
use crate::text::Part as _;
use faults::faults;
use kinds::{is_collection, is_emphasis, is_formula, kind_of_container, kind_of_paragraph, leading_dash};
use std::collections::HashMap;
use tags::Tag;
use writer::TextWriter;

/// Reads the decoded source of a file.
pub fn read(source: &str) -> Content {
    let tree = Tree::parse(source);
    let mut reader = AknReader::new(&tree);
    reader.run();
    reader.finish()
}

/// The maximum number of clauses for a file of so many bytes; no real document has more.
fn most_clauses(bytes: usize) -> usize {
    100_000 + bytes / 64
}

fn most_notes(bytes: usize) -> usize {
    20_000 + bytes / 256
}

/// Where the text being read belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    Label(usize),
    Body(usize),
    /// A cell, or text that is part of a larger slot.
    Inside,
}

/// An open element that is a clause.
#[derive(Clone, Copy, Debug)]
struct Holder {
    clause: usize,
    /// The clause has its text.
    filled: bool,
    /// Another clause stands below it.
    parent: bool,
    /// The clause contains clauses and has no text of its own except a heading.
    scope: bool,
}

struct Frame {
    tag: Tag,
    /// The element opened a clause.
    holds: bool,
    /// The element began the slot being read.
    writes: bool,
    /// The byte offset at which its text begins.
    from: usize,
}

/// A footnote: its marker, and the range of its text in `notes_writer`.
struct AknNote {
    marker: String,
    body: Span,
    source: Span,
    line: u32,
}

struct AknReader<'t, 's> {
    tree: &'t Tree<'s>,
    tags: Vec<Tag>,
    writer: TextWriter,
    notes_writer: TextWriter,
    notes: Vec<AknNote>,
    /// The index of each note by its `eId`, to which further marks of the note refer.
    note_names: HashMap<String, u32>,
    marked: Marked,
    holders: Vec<Holder>,
    frames: Vec<Frame>,
    slot: Option<Slot>,
    slot_from: usize,
    in_note: usize,
    /// The table being read.
    table: Option<aside::AknTable>,
    tables: Vec<Table>,
    conclusions: bool,
    language: Option<Language>,
    diagnostics: Vec<Diagnostic>,
    /// The byte offset in the source up to which lines are counted, and the number of that line, from 1.
    line: (usize, u32),
    full: bool,
    /// In a collection, how many of its resolutions were met; `None` in any other file.
    parts: Option<u32>,
    /// The open preface has a title that is still to come.
    title_comes: bool,
    /// The last clause whose text is a heading inside its element.
    headed: Option<usize>,
}

impl<'t, 's> AknReader<'t, 's> {
    fn new(tree: &'t Tree<'s>) -> Self {
        Self {
            tree,
            tags: tags::of(tree.names()),
            writer: TextWriter::default(),
            notes_writer: TextWriter::default(),
            notes: Vec::new(),
            note_names: HashMap::new(),
            marked: Marked::default(),
            holders: Vec::new(),
            frames: Vec::new(),
            slot: None,
            slot_from: 0,
            in_note: 0,
            table: None,
            tables: Vec::new(),
            conclusions: false,
            language: None,
            diagnostics: Vec::new(),
            line: (0, 1),
            full: false,
            parts: is_collection(tree).then_some(0),
            title_comes: false,
            headed: None,
        }
    }

    fn run(&mut self) {
        let mut walk = self.tree.root().walk();
        while let Some(step) = walk.next() {
            match step {
                Step::Enter(node) => self.enter(node, &mut walk),
                Step::Text(node) => self.text(node),
                Step::Leave(node) => self.leave(node),
            }
        }
        self.full = false;
        self.end_slot();
    }

    fn tag(&self, node: Node<'_, '_>) -> Tag {
        self.tags.get(node.name_index()).copied().unwrap_or(Tag::Other)
    }

    /// The line of a byte offset in the source, from 1. Offsets must not decrease.
    fn line_of(&mut self, at: usize) -> u32 {
        let (from, line) = self.line;
        if let Some(between) = self.tree.source().as_bytes().get(from..at) {
            self.line = (at, line + memchr::memchr_iter(b'\n', between).count() as u32);
        }
        self.line.1
    }

    // ---- elements ----

    fn enter(&mut self, node: Node<'_, '_>, walk: &mut Walk<'_, '_>) {
        let tag = match self.tag(node) {
            Tag::Note if self.notes.len() >= most_notes(self.tree.source().len()) => Tag::Other,
            tag => tag,
        };
        let mut frame = Frame { tag, holds: false, writes: false, from: self.writer.here() };
        if self.full && !matches!(tag, Tag::Skipped | Tag::Meta) {
            self.writer_mut().space();
            frame.tag = Tag::Other;
            self.frames.push(frame);
            return;
        }
        match tag {
            Tag::Skipped => walk.pass_over(),
            Tag::Meta => {
                self.meta(node);
                walk.pass_over();
            }
            // The form of a collection is that of its resolutions.
            Tag::Statement if self.marked.details.form.is_none() && node.name() == "statement" => {
                self.marked.details.form = meta::attribute(node, "name");
                self.block(node, tag, &mut frame);
            }
            Tag::Emphasis if !is_emphasis(node) => frame.tag = Tag::Other,
            Tag::Emphasis => self.writer_mut().enter(None),
            Tag::Link => {
                let address = node.attribute("href").unwrap_or_default().into_owned();
                self.writer_mut().enter(Some(address));
            }
            // A note may repeat its marker as a superscript; there it is not a mark. Another superscript, as in
            // "n<sup>o</sup>", is part of a word.
            Tag::Raised if self.in_note > 0 && node.words().trim().parse::<u32>().is_ok() => {
                frame.tag = Tag::Other;
            }
            Tag::Raised => self.writer_mut().raise(),
            Tag::Note => self.note(node),
            Tag::NoteMark if self.in_note == 0 => self.note_mark(node),
            Tag::DocDate => self.writer_mut().soft_space(),
            Tag::Break if self.conclusions && self.in_note == 0 => self.next_closing(node),
            Tag::Break => self.writer_mut().space(),
            // Paragraphs and tables inside a note are joined to one text.
            _ if self.in_note > 0 => self.writer_mut().space(),
            Tag::Table if self.table.is_none() => self.table(node),
            Tag::Row | Tag::Cell if self.table.is_some() && !self.in_rows() => {
                self.begin_rows(node);
                self.in_table(tag, node);
            }
            _ if self.in_rows() => self.in_table(tag, node),
            _ => self.block(node, tag, &mut frame),
        }
        self.frames.push(frame);
    }

    /// Handles an element that opens a clause or gives one its text.
    fn block(&mut self, node: Node<'_, '_>, tag: Tag, frame: &mut Frame) {
        if let Some(part) = kinds::part_of(tag, node).filter(|_| self.marked.stated) {
            self.end_slot();
            self.clause(part, node);
            return;
        }
        let kind = match tag {
            Tag::CoverPage => Some(Kind::Masthead),
            Tag::Statement if self.parent_is(Tag::Component) && self.parts.is_some() => Some(Kind::Part),
            Tag::Attachment => Some(Kind::Annex),
            Tag::Section if node.name() == "hcontainer" => Some(kind_of_container(node)),
            Tag::Section => Some(Kind::Section),
            Tag::Article => Some(Kind::Article),
            Tag::Quotation => Some(Kind::Quotation),
            Tag::Formula => Some(Kind::Enacting),
            Tag::Container if node.attribute("refersTo").as_deref() == Some("#preamble") => {
                Some(Kind::Preambular)
            }
            // A draft that a resolution recommends for adoption is an embedded structure with a preamble of its own.
            Tag::Container if self.parent_is(Tag::Quotation) && is_formula(node) => Some(Kind::Enacting),
            Tag::Container if self.is_in(Tag::Preamble) || self.parent_is(Tag::Quotation) => {
                Some(Kind::Preambular)
            }
            Tag::Container if node.attribute("name").as_deref() == Some("vote") => Some(Kind::Vote),
            // A paragraph that stands between the closing lines.
            Tag::Container if self.conclusions && node.attribute("name").as_deref() == Some("paragraph") => {
                Some(Kind::Paragraph)
            }
            Tag::Paragraph => Some(Kind::Paragraph),
            Tag::Point if self.marked.stated && node.attribute("class").is_some() => Some(Kind::Paragraph),
            Tag::Point => Some(Kind::Subparagraph),
            Tag::Preface if self.is_part() => None,
            Tag::Preface => {
                self.title_comes = kinds::has_title(node);
                Some(Kind::Title)
            }
            _ => None,
        };
        if let Some(kind) = kind {
            self.end_slot();
            if let Some(parts) = self.parts.as_mut().filter(|_| kind == Kind::Part) {
                *parts += 1;
            }
            self.hold(kind, node);
            frame.holds = true;
            return;
        }
        match tag {
            Tag::Num => frame.writes = self.begin_label(node),
            Tag::DocNumber if self.is_in(Tag::Preface) && !self.is_titled() => {
                frame.writes = self.begin_label(node);
            }
            Tag::DocTitle if self.is_in(Tag::Preface) && !self.is_titled() => {
                self.title_comes = false;
                self.leave_preface_lines(node);
                frame.writes = self.begin_body(node);
            }
            Tag::P | Tag::Intro | Tag::WrapUp if !self.is_in(Tag::Preface) || self.is_titled() => {
                frame.writes = self.begin_body(node);
            }
            Tag::Heading => {
                self.heading(node);
                frame.writes = true;
            }
            Tag::CrossHeading => {
                let preambular = node.attribute("refersTo").as_deref() == Some("#preamble");
                self.lone(if preambular { Kind::Preambular } else { Kind::Heading }, node);
                frame.writes = true;
            }
            Tag::Conclusions => self.conclusions = true,
            Tag::Other | Tag::Inline | Tag::Location | Tag::Sublist => {}
            // The bracket before the basis of a resolution stands outside of the element.
            Tag::DocProponent => self.writer.soft_space(),
            _ => self.writer.space(),
        }
        frame.from = self.writer.here();
    }

    fn leave(&mut self, node: Node<'_, '_>) {
        let Some(frame) = self.frames.pop() else { return };
        match frame.tag {
            Tag::Emphasis | Tag::Link => self.writer_mut().leave(),
            Tag::Raised => self.writer_mut().lower(),
            Tag::Note => self.end_note(),
            _ if self.in_note > 0 => self.writer_mut().space(),
            tag if self.in_rows() => self.out_of_table(tag),
            Tag::Table => self.table = None,
            tag => {
                self.card(tag, node, frame.from);
                if frame.writes {
                    self.end_slot();
                }
                if frame.holds {
                    self.release(tag, node);
                }
                if tag == Tag::P && self.title_comes {
                    self.end_slot();
                }
                if tag == Tag::Conclusions {
                    self.conclusions = false;
                }
                if tag == Tag::DocDate {
                    self.writer.soft_space();
                }
            }
        }
    }

    fn text(&mut self, node: Node<'_, '_>) {
        let words = node.text();
        if self.in_note == 0 && self.slot.is_none() {
            if words.trim().is_empty() {
                return;
            }
            if !self.preface_line(node) && !self.begin_body(node) {
                return;
            }
        }
        if self.in_note == 0 && self.in_rows() && !words.trim().is_empty() {
            self.cell_for_words();
        }
        self.writer_mut().words(&words);
    }

    fn writer_mut(&mut self) -> &mut TextWriter {
        if self.in_note > 0 { &mut self.notes_writer } else { &mut self.writer }
    }

    fn is_in(&self, tag: Tag) -> bool {
        self.frames.iter().rev().any(|frame| frame.tag == tag)
    }

    fn parent_is(&self, tag: Tag) -> bool {
        self.frames.last().is_some_and(|frame| frame.tag == tag)
    }

    /// Whether the preface already has its title. What follows in it continues the title, as the letter of a resolution
    /// does.
    fn is_titled(&self) -> bool {
        self.holders.last().is_some_and(|holder| holder.filled)
    }

    /// Whether the innermost clause is one of the resolutions of a collection.
    fn is_part(&self) -> bool {
        self.holders
            .last()
            .and_then(|holder| self.marked.clauses.get(holder.clause))
            .is_some_and(|clause| clause.kind == Kind::Part)
    }

    // ---- clauses ----

    /// Adds a clause below the open ones, and returns its index. The points of a sublist are one level below the point
    /// before it.
    fn clause(&mut self, kind: Kind, node: Node<'_, '_>) -> usize {
        if let Some(holder) = self.holders.last_mut() {
            holder.parent = true;
        }
        let range = node.range();
        let line = self.line_of(range.start);
        let full = self.marked.clauses.len() >= most_clauses(self.tree.source().len());
        let kind = if full { Kind::Paragraph } else { kind };
        if full {
            self.diagnostics.push(Diagnostic::new(line, Finding::TooManyNodes));
        }
        let sublists = self.frames.iter().filter(|frame| frame.tag == Tag::Sublist).count();
        let depth = (self.holders.len() + sublists) as u16 + 1;
        let clauses = &mut self.marked.clauses;
        clauses.push(Clause {
            // A list that stands next to its preambular paragraph instead of inside it.
            inferred: kind == Kind::Subparagraph && self.holders.is_empty(),
            ..Clause::new(kind, depth, Span::new(range.start, range.end), line)
        });
        let clause = clauses.len() - 1;
        if full {
            self.begin(Slot::Body(clause));
            self.full = true;
        }
        clause
    }

    fn hold(&mut self, kind: Kind, node: Node<'_, '_>) {
        let clause = self.clause(kind, node);
        let scope = kind.is_scope() || kind == Kind::Masthead;
        self.holders.push(Holder { clause, filled: false, parent: false, scope });
    }

    /// Ends an element that opened a clause.
    fn release(&mut self, tag: Tag, node: Node<'_, '_>) {
        self.end_slot();
        let Some(holder) = self.holders.pop() else { return };
        let Some(clause) = self.marked.clauses.get(holder.clause).copied() else { return };
        // A preface whose title stands in a note has words, but no title.
        if !holder.filled && !holder.parent && clause.label.is_empty() && clause.body.is_empty() {
            self.marked.clauses.truncate(holder.clause);
            return;
        }
        let alone = tag == Tag::Point && self.holders.iter().all(|holder| holder.scope);
        if tag == Tag::Paragraph || alone {
            let label = self.writer.text.part(clause.label.range());
            let operative = node.attribute("refersTo").as_deref() == Some("#operative");
            let class = node.attribute("class").unwrap_or_default();
            let kind =
                if operative { Kind::Operative } else { kind_of_paragraph(label, &class, clause.kind) };
            if let Some(clause) = self.marked.clauses.get_mut(holder.clause)
                && (tag == Tag::Paragraph || kind == Kind::Operative)
            {
                clause.kind = kind;
                if operative && clause.label.is_empty() {
                    clause.number = node.attribute("title").and_then(|title| title.parse().ok());
                }
                clause.inferred &= kind == Kind::Subparagraph;
            }
        }
    }

    /// Begins the number of the innermost clause.
    fn begin_label(&mut self, node: Node<'_, '_>) -> bool {
        self.end_slot();
        self.leave_heading(node);
        let Some(holder) = self.holders.last().copied() else { return false };
        let label = self.marked.clauses.get(holder.clause).map_or(Span::default(), |clause| clause.label);
        if !label.is_empty() {
            // A number after the text of the clause is not its number. Two numbers in a row are one number.
            if self.writer.text.len() > label.end as usize {
                return self.begin_body(node);
            }
            self.writer.raw(" ");
        }
        self.begin(Slot::Label(holder.clause));
        true
    }

    /// Begins text: that of the innermost clause if it has none yet, else that of a new clause. False where text is
    /// being read already.
    fn begin_body(&mut self, node: Node<'_, '_>) -> bool {
        if matches!(self.slot, Some(Slot::Body(_))) {
            self.writer.space();
            return false;
        }
        self.end_slot();
        let holder = self.holders.last().copied();
        let clause = match holder {
            Some(holder) if !holder.filled && self.kind(holder.clause) == Kind::Vote => self.fill(holder),
            Some(holder)
                if self.conclusions && !holder.filled && self.kind(holder.clause) == Kind::Paragraph =>
            {
                self.fill(holder)
            }
            _ if self.conclusions => self.clause(Kind::Closing, node),
            Some(holder) if self.kind(holder.clause) == Kind::Masthead => {
                self.clause(Kind::MastheadLine, node)
            }
            Some(holder) if holder.scope && (holder.filled || !self.is_in(Tag::Preface)) => {
                self.clause(Kind::Paragraph, node)
            }
            Some(holder) if holder.filled || holder.parent => self.clause(Kind::Continuation, node),
            Some(holder) => self.fill(holder),
            None if self.is_in(Tag::Preamble) => self.clause(Kind::Preambular, node),
            None => self.clause(Kind::Paragraph, node),
        };
        self.begin(Slot::Body(clause));
        true
    }

    /// Records that the innermost clause has its text, and returns its index.
    fn fill(&mut self, holder: Holder) -> usize {
        if let Some(holder) = self.holders.last_mut() {
            holder.filled = true;
        }
        holder.clause
    }

    fn kind(&self, clause: usize) -> Kind {
        self.marked.clauses.get(clause).map_or(Kind::Document, |clause| clause.kind)
    }

    /// Begins a clause that is the whole text of an element.
    fn lone(&mut self, kind: Kind, node: Node<'_, '_>) {
        self.end_slot();
        let clause = self.clause(kind, node);
        self.begin(Slot::Body(clause));
    }

    fn begin(&mut self, slot: Slot) {
        if self.full {
            return;
        }
        self.slot_from = self.writer.begin();
        self.slot = Some(slot);
    }

    /// Ends the slot being read.
    fn end_slot(&mut self) {
        if self.full {
            return;
        }
        let Some(slot) = self.slot.take() else { return };
        let span = self.writer.since(self.slot_from);
        match slot {
            Slot::Label(clause) => {
                if let Some(clause) = self.marked.clauses.get_mut(clause) {
                    let again = !clause.label.is_empty() && clause.label.end + 1 == span.start;
                    clause.label = if again { Span { start: clause.label.start, ..span } } else { span };
                }
            }
            Slot::Body(clause) if span.is_empty() => self.unfill(clause),
            Slot::Body(clause) => {
                let text = &self.writer.text;
                if let Some(clause) = self.marked.clauses.get_mut(clause) {
                    let dash = if clause.kind == Kind::Title { leading_dash(text, span) } else { 0 };
                    clause.body = Span { start: span.start + dash, ..span };
                }
            }
            Slot::Inside => {}
        }
    }

    /// Handles an element without text: its clause may still get text, or is removed.
    fn unfill(&mut self, clause: usize) {
        if let Some(holder) = self.holders.iter_mut().rev().find(|holder| holder.clause == clause) {
            holder.filled = false;
        } else if clause + 1 == self.marked.clauses.len() {
            self.marked.clauses.truncate(clause);
        }
    }

    /// In the conclusions, the meeting and the date of adoption are separate lines.
    fn next_closing(&mut self, node: Node<'_, '_>) {
        if matches!(self.slot, Some(Slot::Body(_))) && !self.writer.words_since(self.slot_from).is_empty() {
            self.end_slot();
            let clause = self.clause(Kind::Closing, node);
            self.begin(Slot::Body(clause));
        }
    }

    fn finish(mut self) -> Content {
        self.writer.settle();
        if self.marked.stated {
            self.sort_notes();
        }
        let base = self.writer.text.len() as u32;
        let shifted = |span: Span| Span { start: span.start + base, end: span.end + base };
        let TextWriter { mut text, mut emphasis, mut links, marks, .. } = self.writer;
        text.push_str(&self.notes_writer.text);
        emphasis.extend(self.notes_writer.emphasis.into_iter().map(shifted));
        links.extend(self.notes_writer.links.into_iter().map(|mut link| {
            link.span = shifted(link.span);
            link
        }));
        let first = self.marked.clauses.len() as u32 + 1;
        if let Some(note) = self.notes.first() {
            self.marked.clauses.push(Clause::new(Kind::Notes, 1, Span::default(), note.line));
        }
        for note in &self.notes {
            let start = text.len();
            text.push_str(&note.marker);
            let label = Span::new(start, text.len());
            let clause = Clause::new(Kind::Note, 2, note.source, note.line);
            self.marked.clauses.push(Clause { label, body: shifted(note.body), ..clause });
        }
        self.marked.notes = marks.iter().map(|(_, note)| note.map(|note| first + note)).collect();
        self.marked.links = links;
        self.diagnostics.extend(faults(self.tree));
        Content {
            text,
            emphasis,
            marks: marks.into_iter().map(|(span, _)| span).collect(),
            tables: self.tables,
            marked: Some(Box::new(self.marked)),
            language: self.language,
            diagnostics: self.diagnostics,
            pages_are_guessed: false,
            ..Content::default()
        }
    }
}
