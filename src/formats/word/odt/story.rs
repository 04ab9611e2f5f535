//! Reads the body, a header or a note of an `OpenDocument` text into the flow of blocks.
//!
//! The tree is walked without recursion. The markup has notes in the middle of the text that refers to them: they are
//! kept for the end. Text boxes are written after the paragraph that they are anchored to; a table within a table is
//! part of the outer cell.

use super::lists::Lists;
use super::styles::{Style, Styles};
use crate::document::{Align, Reason};
use crate::formats;
use crate::formats::table::Shape;
use crate::formats::word::Place;
use crate::formats::word::flow::{Face, Flow};
use crate::formats::word::tables::Tables;
use crate::formats::xml::{Node, Step};

/// Elements whose content is not printed where it stands.
const UNPRINTED: [&str; 12] = [
    "tracked-changes",
    "note-citation",
    "ruby-text",
    "sequence-decls",
    "variable-decls",
    "user-field-decls",
    "forms",
    "table-columns",
    "title",
    "desc",
    "event-listeners",
    "index-source-styles",
];

pub(super) struct Story<'a> {
    pub(super) flow: Flow,
    styles: &'a Styles,
    lists: Lists,
}

struct Note<'t, 's> {
    marker: String,
    body: Option<Node<'t, 's>>,
    page: u32,
}

/// The state of reading a story.
struct Reading<'t, 's> {
    place: Place,
    style: Style,
    /// Whether a paragraph is open: text outside paragraphs is white space.
    open: bool,
    /// The styles of the open spans.
    spans: Vec<Style>,
    tables: Tables,
    /// Whether the rows are header rows.
    header: bool,
    notes: Vec<Note<'t, 's>>,
    boxes: Vec<Node<'t, 's>>,
}

impl<'a> Story<'a> {
    pub(super) fn new(flow: Flow, styles: &'a Styles, lists: Lists) -> Self {
        Self { flow, styles, lists }
    }

    pub(super) fn head(&mut self, root: Node<'_, '_>) {
        self.read(root, Place::Head);
    }

    pub(super) fn body(&mut self, root: Node<'_, '_>) {
        for note in self.read(root, Place::Body) {
            self.flow.begin_note(&note.marker, note.page);
            if let Some(body) = note.body {
                self.read(body, Place::Note);
            }
            self.flow.end_note();
        }
    }

    /// Reads everything below a node; returns the notes that it refers to.
    fn read<'t, 's>(&mut self, root: Node<'t, 's>, place: Place) -> Vec<Note<'t, 's>> {
        let mut reading = Reading {
            place,
            style: Style::default(),
            open: false,
            spans: Vec::new(),
            tables: Tables::default(),
            header: false,
            notes: Vec::new(),
            boxes: Vec::new(),
        };
        let mut walks = vec![root.walk()];
        while let Some(walk) = walks.last_mut() {
            match walk.next() {
                None => {
                    walks.pop();
                    walks.extend(reading.boxes.drain(..).rev().map(Node::walk));
                }
                Some(Step::Enter(node)) => {
                    if self.enter(node, &mut reading) {
                        walk.pass_over();
                    }
                }
                Some(Step::Text(node)) => {
                    let words = node.text();
                    if reading.open || !words.trim().is_empty() {
                        self.words(&words, &reading);
                    }
                }
                Some(Step::Leave(node)) => {
                    self.leave(node, &mut reading);
                    if matches!(node.name(), "p" | "h") && !reading.open {
                        walks.extend(reading.boxes.drain(..).rev().map(Node::walk));
                    }
                }
            }
        }
        self.end_paragraph(&mut reading);
        reading.notes
    }

    /// Handles the start of an element; true where its content is not to be read here.
    fn enter<'t, 's>(&mut self, node: Node<'t, 's>, reading: &mut Reading<'t, 's>) -> bool {
        match node.name() {
            "p" | "h" => self.begin_paragraph(node, reading),
            "span" => {
                let above = reading.spans.last().cloned().unwrap_or_default();
                let name = node.attribute("style-name").unwrap_or_default();
                reading.spans.push(self.styles.span(&name).over(&above));
            }
            "s" => self.flow.text(" ", Face::default()),
            "tab" => self.flow.space(),
            "line-break" => self.line_break(reading),
            "note" => {
                self.refer(node, reading);
                return true;
            }
            "annotation" => {
                self.flow.aside(&super::words(node), Reason::Comment);
                return true;
            }
            "text-box" => {
                reading.boxes.push(node);
                return true;
            }
            "list" => self.lists.begin(node),
            "list-item" | "list-header" => self.lists.item(node),
            "table" => {
                let place = reading.place;
                reading.tables.begin(place, &mut self.flow, || is_layout(node));
            }
            "table-row" if reading.tables.in_rows() => {
                self.end_paragraph(reading);
                self.flow.begin_row();
            }
            "table-cell" if reading.tables.in_rows() => {
                let count = |name: &str| {
                    let value = node.attribute(name).and_then(|value| value.trim().parse::<u16>().ok());
                    value.unwrap_or(1)
                };
                // Adjacent empty cells are stored once, with a count.
                for _ in 1..count("number-columns-repeated").min(64) {
                    self.flow.begin_cell(Shape::default());
                }
                let (columns, rows) = (count("number-columns-spanned"), count("number-rows-spanned"));
                self.flow.begin_cell(Shape { columns, rows, ..Shape::default() });
            }
            "table-header-rows" => reading.header = true,
            name => return UNPRINTED.contains(&name),
        }
        false
    }

    fn leave(&mut self, node: Node<'_, '_>, reading: &mut Reading<'_, '_>) {
        let in_rows = reading.tables.in_rows();
        match node.name() {
            "p" | "h" => self.end_paragraph(reading),
            "span" => {
                reading.spans.pop();
            }
            "list" => self.lists.end(),
            "table-cell" if in_rows => self.flow.end_cell(),
            "table-row" if in_rows => {
                if reading.header {
                    self.flow.header_row();
                }
                self.flow.end_row();
            }
            "table-header-rows" => reading.header = false,
            "table" => reading.tables.end(&mut self.flow),
            _ => {}
        }
    }

    fn begin_paragraph(&mut self, node: Node<'_, '_>, reading: &mut Reading<'_, '_>) {
        self.end_paragraph(reading);
        let name = node.attribute("style-name");
        let mut style = self.styles.paragraph(name.as_deref());
        let outline = node.attribute("outline-level").and_then(|level| level.parse::<u8>().ok());
        style.heading = outline.filter(|_| node.name() == "h").or(style.heading);
        if reading.place != Place::Body {
            style.heading = None;
        }
        if style.page_before == Some(true) && !self.flow.in_row() {
            self.flow.turn_page();
        }
        if style.right == Some(true) {
            self.flow.align_cell(Align::End);
        }
        let number = match style.heading {
            Some(level) if node.name() == "h" && level > 0 => self.lists.heading(level),
            _ => String::new(),
        };
        let number = if number.is_empty() { self.lists.next() } else { number };
        (reading.style, reading.open) = (style, true);
        self.flow.number(&number, self.lists.depth());
    }

    fn end_paragraph(&mut self, reading: &mut Reading<'_, '_>) {
        if reading.open || !self.flow.words().is_empty() {
            self.flow.end_paragraph(reading.style.heading, reading.style.plain);
        }
        (reading.style, reading.open) = (Style::default(), false);
    }

    fn line_break(&mut self, reading: &Reading<'_, '_>) {
        let apart = reading.place == Place::Head || reading.style.right == Some(true);
        if apart && !self.flow.in_row() {
            self.flow.end(formats::Style::Paragraph);
        } else {
            self.flow.line_break();
        }
    }

    fn refer<'t, 's>(&mut self, node: Node<'t, 's>, reading: &mut Reading<'t, 's>) {
        let citation = node.child("note-citation").map(Node::words).unwrap_or_default();
        let marker = citation.trim().to_owned();
        self.flow.mark(&marker);
        reading.notes.push(Note { marker, body: node.child("note-body"), page: self.flow.page() });
    }

    fn words(&mut self, words: &str, reading: &Reading<'_, '_>) {
        let is_heading = reading.style.heading.is_some_and(|level| level > 0);
        let span = reading.spans.last();
        let said = |of: fn(&Style) -> Option<bool>| span.and_then(of);
        let below = |of: fn(&Style) -> Option<bool>| if is_heading { None } else { of(&reading.style) };
        let italic = said(|style| style.italic).or(below(|style| style.italic)).unwrap_or(false);
        let face = Face {
            emphasis: italic || said(|style| style.bold).unwrap_or(false),
            raised: said(|style| style.raised).or(below(|style| style.raised)).unwrap_or(false),
            hidden: said(|style| style.hidden).or(below(|style| style.hidden)).unwrap_or(false),
        };
        self.flow.text(words, face);
    }
}

/// Whether a table only lays out a page: the masthead, or a box around a summary.
fn is_layout(table: Node<'_, '_>) -> bool {
    let rows = || table.descendants().filter(|node| node.name() == "table-row").take(24);
    let cells = |row: Node<'_, '_>| row.children().filter(|cell| cell.name() == "table-cell").count();
    let beginning = |cell: Node<'_, '_>| {
        let mut words = String::new();
        for text in cell.descendants().take(100).filter(|node| !node.is_element()) {
            words.push_str(&text.text());
        }
        words
    };
    rows().all(|row| cells(row) <= 1)
        || rows()
            .flat_map(Node::children)
            .take(24)
            .any(|cell| crate::formats::word::names::opens_masthead(&beginning(cell)))
}
