//! Document and width to rows: which words stand on which line, and how far in.
//!
//! Rows are byte ranges of the document's text, made for a node when it is first looked at and kept until the
//! width changes. Nothing is drawn here, and the whole document is never laid out at once: walking from
//! row to row lays out only the nodes that are passed.

use crate::document::anchor::latin_label;
use crate::document::{Document, Kind, NodeId, Span};
use crate::text::{width, wrap};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

/// Cells left of a paragraph for its number, with a blank after it.
const GUTTER: u16 = 5;
/// Fewer cells than this (40 columns less the margins), and numbers stand on a line of their own.
const NARROW: u16 = 38;
/// Nodes whose rows are kept; far more than any screen shows.
const KEPT: usize = 4096;
/// Text keeps at least this many cells, however deep it is nested.
const LEAST_TEXT: u16 = 16;

/// What a row shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Blank,
    /// The short rule above the notes.
    Rule,
    /// A label on a line of its own; its text is in the gutter.
    Label,
    /// Words; the first such row of a node has the label in front where it fits.
    Text,
}

/// A line of the laid-out document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub role: Role,
    /// The words, in [`Document::text`].
    pub text: Span,
    /// Cells before the words.
    pub indent: u16,
    /// Cells before the label, where this row carries it.
    pub label_at: Option<u16>,
}

/// A row of a node: where a reader is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    pub node: NodeId,
    pub row: usize,
}

/// The rows of one document at one width.
#[derive(Debug)]
pub struct Layout {
    document: Arc<Document>,
    /// Cells of a row, number and indents included.
    width: u16,
    rows: HashMap<NodeId, Arc<[Row]>>,
}

impl Layout {
    /// `width` is in cells and includes the gutter of [`GUTTER`] cells for numbers.
    pub fn new(document: Arc<Document>, width: u16) -> Self {
        Self { document, width: width.max(1), rows: HashMap::new() }
    }

    /// The width that gives lines of `measure` cells of text.
    pub fn width_for(measure: u16) -> u16 {
        measure + GUTTER
    }

    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    pub fn width(&self) -> u16 {
        self.width
    }

    /// Lays out anew at another width. Places of the old width must be turned into offsets before.
    pub fn resize(&mut self, width: u16) {
        if width.max(1) != self.width {
            self.width = width.max(1);
            self.rows.clear();
        }
    }

    /// The rows of a node's own words, blank rows before them included; none for containers without words.
    pub fn rows(&mut self, id: NodeId) -> Arc<[Row]> {
        if let Some(rows) = self.rows.get(&id) {
            return Arc::clone(rows);
        }
        let rows: Arc<[Row]> = self.lay_out(id).into();
        if self.rows.len() >= KEPT {
            self.rows.clear();
        }
        self.rows.insert(id, Arc::clone(&rows));
        rows
    }

    /// Rows that were made before, for drawing.
    pub fn made(&self, id: NodeId) -> Option<&Arc<[Row]>> {
        self.rows.get(&id)
    }

    /// The row after a place; `None` at the end.
    pub fn next(&mut self, place: Place) -> Option<Place> {
        if place.row + 1 < self.rows(place.node).len() {
            return Some(Place { row: place.row + 1, ..place });
        }
        let end = self.document.len() as u32;
        (place.node.0 + 1..end)
            .map(NodeId)
            .find(|&id| !self.rows(id).is_empty())
            .map(|node| Place { node, row: 0 })
    }

    /// The row before a place; `None` at the beginning.
    pub fn previous(&mut self, place: Place) -> Option<Place> {
        if place.row > 0 {
            return Some(Place { row: place.row - 1, ..place });
        }
        let node = (0..place.node.0).rev().map(NodeId).find(|&id| !self.rows(id).is_empty())?;
        Some(Place { node, row: self.rows(node).len() - 1 })
    }

    pub fn first(&mut self) -> Place {
        let root = Place::default();
        if self.rows(root.node).is_empty() { self.next(root).unwrap_or(root) } else { root }
    }

    pub fn last(&mut self) -> Place {
        let end = NodeId(self.document.len() as u32);
        self.previous(Place { node: end, row: 0 }).unwrap_or_default()
    }

    /// Up to `count` rows forward (or back, where negative), stopping at either end.
    pub fn walk(&mut self, from: Place, count: isize) -> Place {
        let mut place = from;
        for _ in 0..count.unsigned_abs() {
            let Some(next) = (if count > 0 { self.next(place) } else { self.previous(place) }) else { break };
            place = next;
        }
        place
    }

    /// The row of a node that holds a byte of the text, or its first row of words.
    pub fn place_of(&mut self, node: NodeId, offset: Option<u32>) -> Place {
        let rows = self.rows(node);
        let words = rows.iter().position(|row| row.role != Role::Blank).unwrap_or(0);
        let holding = offset.and_then(|at| {
            rows.iter()
                .rposition(|row| row.role == Role::Text && row.text.start <= at && !row.text.is_empty())
        });
        Place { node, row: holding.unwrap_or(words) }
    }

    /// The byte of the text where a row begins; `None` for rows without words.
    pub fn offset_of(&mut self, place: Place) -> Option<u32> {
        let rows = self.rows(place.node);
        rows.get(place.row).filter(|row| row.role == Role::Text).map(|row| row.text.start)
    }

    fn lay_out(&self, id: NodeId) -> Vec<Row> {
        let node = self.document.node(id);
        if node.kind == Kind::Notes {
            return vec![blank(), Row { role: Role::Rule, ..blank() }];
        }
        if node.body.is_empty() && node.label.is_empty() {
            return Vec::new();
        }
        let mut rows = vec![blank(); usize::from(self.blanks_before(id))];
        let label = label(&self.document, id);
        let columns = self.columns(id, &label);
        let mut label_at = columns.label_at;
        if columns.own_line {
            rows.push(Row { role: Role::Label, label_at: columns.label_at, ..blank() });
            label_at = None;
        }
        let body = self.document.body(id);
        let room = usize::from(self.width.saturating_sub(columns.indent).max(1));
        let mut ranges = Vec::new();
        let mut at = node.body.start;
        for line in body.split('\n') {
            ranges.clear();
            wrap::wrap(line, room, room, &mut ranges);
            if ranges.is_empty() {
                ranges.push(0..0);
            }
            rows.extend(ranges.iter().map(|range| Row {
                role: Role::Text,
                text: Span { start: at + range.start, end: at + range.end },
                indent: columns.indent,
                label_at: label_at.take(),
            }));
            at += line.len() as u32 + 1;
        }
        if body.is_empty() && columns.own_line {
            rows.pop();
        }
        rows
    }

    fn blanks_before(&self, id: NodeId) -> u8 {
        let node = self.document.node(id);
        let before = self.document.node(NodeId(id.0.saturating_sub(1)));
        match node.kind {
            _ if id.0 <= 2 => 0,
            Kind::MastheadLine | Kind::Subparagraph | Kind::Note => 0,
            Kind::Continuation => u8::from(self.document.node(node.parent).kind != Kind::Subparagraph),
            Kind::Section | Kind::Part | Kind::Annex | Kind::Quotation => 2,
            Kind::Closing => u8::from(before.kind != Kind::Closing),
            _ => 1,
        }
    }

    fn columns(&self, id: NodeId, label: &str) -> Columns {
        let kind = self.document.node(id).kind;
        let wide = width::width(label) as u16;
        if self.width < NARROW {
            let depth =
                self.document.ancestors(id).filter(|&up| self.document.node(up).kind == Kind::Subparagraph);
            let indent = (2 * depth.count() as u16 + 2 * u16::from(kind == Kind::Subparagraph))
                .min(self.width.saturating_sub(LEAST_TEXT));
            let label_at = (!label.is_empty())
                .then_some(indent.saturating_sub(2 * u16::from(kind == Kind::Subparagraph)));
            return Columns { indent, label_at, own_line: !label.is_empty() };
        }
        let most = self.width.saturating_sub(LEAST_TEXT);
        match kind {
            Kind::Subparagraph => {
                let label_at = self.parent_indent(id).min(most);
                let indent = (label_at + (wide + 1).max(4)).min(most);
                Columns { indent, label_at: Some(label_at), own_line: label_at + wide >= indent && wide > 0 }
            }
            Kind::Continuation => {
                Columns { indent: self.parent_indent(id).min(most), label_at: None, own_line: false }
            }
            _ if label.is_empty() => {
                Columns { indent: self.plain_indent(id), label_at: None, own_line: false }
            }
            Kind::Title if GUTTER + wide < most => {
                Columns { indent: GUTTER + wide + 1, label_at: Some(GUTTER), own_line: false }
            }
            _ if wide < GUTTER => {
                Columns { indent: GUTTER, label_at: Some(GUTTER - 1 - wide), own_line: false }
            }
            Kind::Operative | Kind::Paragraph | Kind::Note if wide + 1 < most => {
                Columns { indent: wide + 1, label_at: Some(0), own_line: false }
            }
            _ => Columns { indent: GUTTER, label_at: Some(GUTTER), own_line: true },
        }
    }

    fn plain_indent(&self, id: NodeId) -> u16 {
        if self.document.node(id).kind == Kind::Table { 0 } else { GUTTER }
    }

    fn parent_indent(&self, id: NodeId) -> u16 {
        let parent = self.document.node(id).parent;
        if self.document.node(parent).kind.is_synthetic() {
            return GUTTER;
        }
        self.columns(parent, &label(&self.document, parent)).indent
    }
}

struct Columns {
    indent: u16,
    label_at: Option<u16>,
    own_line: bool,
}

fn blank() -> Row {
    Row { role: Role::Blank, text: Span::default(), indent: 0, label_at: None }
}

/// What is shown before a node's words: its printed label, or our own count of a preambular paragraph.
pub fn label(document: &Document, id: NodeId) -> Cow<'_, str> {
    let node = document.node(id);
    let printed = document.label(id);
    match node.kind {
        Kind::Preambular if node.ordinal > 0 && printed.is_empty() => {
            Cow::Owned(format!("pp{}", node.ordinal))
        }
        Kind::Operative | Kind::Paragraph if node.ordinal > 0 && printed.is_empty() => {
            Cow::Owned(format!("[{}]", node.ordinal))
        }
        Kind::Subparagraph if printed.is_empty() => Cow::Borrowed("–"),
        _ => Cow::Borrowed(printed),
    }
}

/// A short number for lists: `7`, `pp3`, `(b)`, `II`, `¹`.
pub fn number(document: &Document, id: NodeId) -> Cow<'_, str> {
    let node = document.node(id);
    match node.kind {
        Kind::Operative | Kind::Paragraph if node.ordinal > 0 => {
            let suffix = crate::document::anchor::repeat_suffix(document.label(id));
            if suffix.is_empty() {
                Cow::Owned(node.ordinal.to_string())
            } else {
                Cow::Owned(format!("{} {suffix}", node.ordinal))
            }
        }
        Kind::Preambular => Cow::Owned(node.ordinal.to_string()),
        Kind::Article if node.ordinal > 0 && latin_label(document.label(id)).is_empty() => {
            Cow::Owned(node.ordinal.to_string())
        }
        _ => Cow::Borrowed(document.label(id)),
    }
}
