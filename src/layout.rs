//! Lays a document out at a given width: decides which words stand on which row, and at what indent.
//!
//! A row holds a byte range of the document's text. The rows of a node are made when the node is first asked for, and
//! cached until the width changes. Nothing is drawn here, and the document is never laid out as a whole: walking from
//! row to row lays out only the nodes that are passed.

mod card;
pub(crate) mod table;

use crate::document::naming::label;
use crate::document::{Document, Kind, NodeId, Span};
use crate::lang::Language;
use crate::text::Part as _;
use crate::text::hash::Spread;
use crate::text::{width, wrap};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::{Deref, Range};
use std::sync::Arc;
use table::{Ground, Wide};

/// Cells to the left of a paragraph for its number, including the blank after the number.
const GUTTER: u16 = 5;
/// Below this width in cells (40 columns less the margins) numbers stand on a row of their own.
const NARROW: u16 = 38;
/// How many nodes' rows the cache holds; far more than any screen shows.
const KEPT: usize = 4096;
/// However deeply a node is nested, its text keeps at least this many cells.
const LEAST_TEXT: u16 = 16;
/// How many nodes that are left out together are looked at for words.
const WORDLESS: usize = 64;
/// Length in cells of the rule above the notes.
const RULE: u16 = 12;

/// What a row shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Blank,
    /// The short rule above the notes.
    Rule,
    /// A label on a row of its own. [`Row::text`] is empty: the caller takes the label from the node.
    Label,
    /// Words of the text. The first such row of a node has the label in front of it where the label fits.
    Text,
    /// A row of a table; its words are in [`Rows::pieces`].
    Cells,
    /// The rule below the header of a table.
    Under,
}

/// One row of the laid-out document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    pub role: Role,
    /// Byte range of the words in [`Document::text`]. In a row of a table it reaches from the first word to the last.
    pub text: Span,
    /// Cells before the words or the rule. In a table they are counted from the edge of the table's room, which may lie
    /// outside the text.
    pub indent: u16,
    /// Cells before the label; `None` where this row shows no label.
    pub label_at: Option<u16>,
    /// Length of a rule in cells; 0 for other rows.
    pub wide: u16,
    /// Range of indices of this row's pieces in the list of all pieces of its [`Rows`].
    pieces: (u32, u32),
}

impl Row {
    fn new(role: Role) -> Self {
        Self { role, text: Span::default(), indent: 0, label_at: None, wide: 0, pieces: (0, 0) }
    }
}

/// Words of one cell of a table on one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: Span,
    /// Cells before the words, counted from the edge of the room at which a line of the language begins: the right edge
    /// for Arabic.
    pub x: u16,
    pub ink: Ink,
    /// Punctuation to draw after the words that is not in the document's text.
    pub after: &'static str,
    /// Whether this is a number whose groups of digits read from left to right even in a right-to-left text.
    pub from_left: bool,
}

/// How words of a table are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Words,
    /// Words of the header, or of a cell that names a row or a group of rows.
    Head,
    /// Words that stand back, as those of the masthead do.
    Aside,
    /// Words shown again: a header before its value, or a cell that reaches down to this row from a row above.
    Label,
}

/// The rows of a node.
#[derive(Debug, Default)]
pub struct Rows {
    lines: Vec<Row>,
    pieces: Vec<Piece>,
    /// The rows that name the columns of a table, and the rule below them; repeated at the top of a screen that begins
    /// further down in the table. Empty where there is no header.
    pub header: Range<usize>,
    /// How many columns are hidden before and after those that are shown.
    pub hidden: (u16, u16),
}

impl Rows {
    /// The pieces of a row of a table; empty for other rows.
    pub fn pieces(&self, row: &Row) -> &[Piece] {
        self.pieces.part(row.pieces.0 as usize..row.pieces.1 as usize)
    }

    /// Byte offset in the text at which a row begins; `None` for rows without words of their own.
    fn start(&self, row: &Row) -> Option<u32> {
        match row.role {
            Role::Text => Some(row.text.start),
            Role::Cells => {
                let pieces = self.pieces(row);
                pieces.iter().find(|piece| piece.ink != Ink::Label).map(|piece| piece.text.start)
            }
            _ => None,
        }
    }

    /// Index of the row that holds a byte offset of the text.
    fn holding(&self, at: u32) -> Option<usize> {
        let within = self.lines.iter().position(|row| {
            let mut pieces = self.pieces(row).iter();
            pieces.any(|piece| piece.ink != Ink::Label && piece.text.start <= at && at < piece.text.end)
        });
        within.or_else(|| {
            self.lines.iter().rposition(|row| match row.role {
                Role::Text => row.text.start <= at && !row.text.is_empty(),
                _ => self.start(row).is_some_and(|start| start <= at),
            })
        })
    }
}

impl Deref for Rows {
    type Target = [Row];

    fn deref(&self) -> &[Row] {
        &self.lines
    }
}

/// The width of a line of text and the width available to a table, which may be larger; both in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Extent {
    pub text: u16,
    pub room: u16,
}

impl From<u16> for Extent {
    fn from(cells: u16) -> Self {
        Self { text: cells.max(1), room: cells.max(1) }
    }
}

/// A row of a node: the place at which the reader is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    pub node: NodeId,
    pub row: usize,
}

/// The rows of one document at one width, laid out on demand and cached.
#[derive(Debug)]
pub struct Layout {
    document: Arc<Document>,
    /// Cells of a row of text, including number and indents.
    width: u16,
    /// Cells of a row of a table; at least `width`.
    room: u16,
    rows: HashMap<NodeId, Arc<Rows>, BuildHasherDefault<Spread>>,
    /// For a table wider than the room: how many columns after the first are scrolled past.
    across: HashMap<NodeId, u16>,
    /// The words on the card of the masthead, a group for each row; empty where there is none.
    card: Vec<Vec<Span>>,
    /// The masthead is shown as its card.
    carded: bool,
    /// The nodes that a filter shows, in order; `None` where all are shown.
    sifted: Option<Vec<NodeId>>,
}

impl Layout {
    /// A layout for rows of the given width in cells, which includes the gutter of [`GUTTER`] cells for numbers.
    pub fn new(document: Arc<Document>, extent: impl Into<Extent>) -> Self {
        let Extent { text, room } = extent.into();
        let width = text.max(1);
        Self {
            document,
            width,
            room: room.max(width),
            rows: HashMap::default(),
            across: HashMap::new(),
            card: Vec::new(),
            carded: false,
            sifted: None,
        }
    }

    /// The same, with the masthead shown as a card where it is long.
    #[must_use]
    pub(crate) fn with_card(mut self) -> Self {
        self.card = card::spans(&self.document);
        self.carded = !self.card.is_empty();
        self
    }

    /// Shows the masthead whole or as a card. Returns whether that is a change. The rows of the masthead change with it.
    pub(crate) fn unfold_masthead(&mut self, whole: bool) -> bool {
        let changes = !self.card.is_empty() && self.carded == whole;
        if changes {
            self.carded = !whole;
            self.rows.clear();
        }
        changes
    }

    /// Whether a byte of the text is in a line of the masthead, but not on its card.
    pub(crate) fn is_off_card(&self, id: NodeId, at: u32) -> bool {
        let line = self.document.node(id).kind == Kind::MastheadLine;
        let shown = self.card.iter().flatten().any(|span| span.contains(at as usize));
        line && !self.card.is_empty() && !shown
    }

    /// The node whose rows stand for a node: the masthead for its lines while it is a card, and else the node itself.
    pub(crate) fn stands_in(&self, id: NodeId) -> NodeId {
        let node = self.document.node(id);
        if self.carded && node.kind == Kind::MastheadLine { node.parent } else { id }
    }

    /// Shows only these nodes, with a thin line for those between them; `None` shows all.
    pub(crate) fn sift(&mut self, shown: Option<Vec<NodeId>>) {
        self.sifted = shown;
        self.rows.clear();
    }

    /// Whether a filter leaves a node out.
    pub(crate) fn hides(&self, id: NodeId) -> bool {
        self.sifted.as_ref().is_some_and(|shown| shown.binary_search(&id).is_err())
    }

    /// The node after another, passing over all but the first of those that are left out together.
    fn after(&self, id: NodeId) -> NodeId {
        match &self.sifted {
            Some(shown) if self.hides(id) => {
                let next = shown.get(shown.partition_point(|&other| other < id)).copied();
                next.unwrap_or(NodeId(self.document.len() as u32))
            }
            _ => NodeId(id.0 + 1),
        }
    }

    /// The node before another, in the same way.
    fn before(&self, id: NodeId) -> Option<NodeId> {
        let before = NodeId(id.0.checked_sub(1)?);
        match &self.sifted {
            Some(shown) if self.hides(before) => {
                let last = shown.partition_point(|&other| other < before).checked_sub(1);
                Some(NodeId(last.and_then(|last| shown.get(last)).map_or(0, |last| last.0 + 1)))
            }
            _ => Some(before),
        }
    }

    /// The rows of a node that a filter leaves out: for the first of several together a thin line.
    fn folded(&self, id: NodeId) -> Rows {
        let first = id == NodeId::ROOT || !self.hides(NodeId(id.0 - 1));
        let run = (id.0..self.after(id).0).map(NodeId).take(WORDLESS);
        let words = run.into_iter().any(|id| !self.document.node(id).body.is_empty());
        if !(first && words) {
            return Rows::default();
        }
        let indent = if self.width < NARROW { 0 } else { GUTTER };
        Rows { lines: vec![Row { wide: 2 * RULE, indent, ..Row::new(Role::Rule) }], ..Rows::default() }
    }

    /// The width of a row, in cells, that leaves `measure` cells for the text.
    pub(crate) fn width_for(measure: u16) -> u16 {
        measure + GUTTER
    }

    pub(crate) fn width(&self) -> u16 {
        self.width
    }

    pub(crate) fn extent(&self) -> Extent {
        Extent { text: self.width, room: self.room }
    }

    /// Changes the width and drops the cached rows. A [`Place`] of the old width is then invalid: convert it with
    /// [`Layout::offset_of`] before.
    pub fn resize(&mut self, extent: impl Into<Extent>) {
        let extent = extent.into();
        if extent != self.extent() {
            self.width = extent.text.max(1);
            self.room = extent.room.max(self.width);
            self.rows.clear();
        }
    }

    /// Forgets all rows, which were measured otherwise than characters are now.
    pub fn forget(&mut self) {
        self.rows.clear();
    }

    /// The rows of a node's own words, not of its children, including the blank rows before them; empty for a container
    /// without words.
    pub fn rows(&mut self, id: NodeId) -> Arc<Rows> {
        if let Some(rows) = self.rows.get(&id) {
            return Arc::clone(rows);
        }
        let rows = Arc::new(self.lay_out(id));
        if self.rows.len() >= KEPT {
            self.rows.clear();
        }
        self.rows.insert(id, Arc::clone(&rows));
        rows
    }

    /// The rows of a node if they are in the cache; for drawing, which cannot lay out.
    pub(crate) fn made(&self, id: NodeId) -> Option<&Arc<Rows>> {
        self.rows.get(&id)
    }

    /// The header rows to repeat at the top of a screen of `height` rows that begins at `top`. Empty unless `top` is
    /// within a table and below its header, with rows of the table left to show below it, and the header takes no more
    /// than a third of the height.
    pub(crate) fn repeated(&mut self, top: Place, height: usize) -> Range<usize> {
        let rows = self.rows(top.node);
        let header = rows.header.clone();
        let left = rows.len().saturating_sub(top.row);
        let is_repeated = top.row > header.start && left > header.len() && header.len() * 3 <= height;
        if is_repeated { header } else { 0..0 }
    }

    /// Scrolls a wide table by `by` columns, backwards if negative. Returns how many columns are then hidden before and
    /// after those shown; `None` where there is nothing more to show in that direction.
    pub fn across(&mut self, id: NodeId, by: i16) -> Option<(u16, u16)> {
        let hidden = self.rows(id).hidden;
        if (if by > 0 { hidden.1 } else { hidden.0 }) == 0 {
            return None;
        }
        self.across.insert(id, hidden.0.saturating_add_signed(by));
        self.rows.remove(&id);
        Some(self.rows(id).hidden)
    }

    /// Scrolls a wide table so that the column that holds the byte offset `at` is in sight.
    pub(crate) fn reveal(&mut self, id: NodeId, at: u32) {
        let hidden = self.rows(id).hidden;
        if hidden == (0, 0) {
            return;
        }
        let document = Arc::clone(&self.document);
        let Some(table) = document.table(id) else { return };
        let Some(cell) = table.cell_at(at) else { return };
        let shift = table::shift_for(&document, table, &self.ground(hidden.0), cell);
        if shift != hidden.0 {
            self.across.insert(id, shift);
            self.rows.remove(&id);
        }
    }

    fn ground(&self, shift: u16) -> Ground {
        let rtl = self.document.language().is_some_and(Language::is_rtl);
        let beside = self.room - self.width;
        let lead = if rtl { beside - beside / 2 } else { beside / 2 };
        let gutter = if self.width < NARROW { 0 } else { GUTTER };
        let wide = if self.width < Wide::LEAST { Wide::Cards } else { Wide::Sideways(shift) };
        Ground { room: self.room, text: self.width, lead, gutter, wide }
    }

    /// The row after a place; `None` at the end of the document.
    pub(crate) fn next(&mut self, place: Place) -> Option<Place> {
        if place.row + 1 < self.rows(place.node).len() {
            return Some(Place { row: place.row + 1, ..place });
        }
        let end = NodeId(self.document.len() as u32);
        let mut node = self.after(place.node);
        while node < end {
            if !self.rows(node).is_empty() {
                return Some(Place { node, row: 0 });
            }
            node = self.after(node);
        }
        None
    }

    /// The row before a place; `None` at the beginning of the document.
    pub(crate) fn previous(&mut self, place: Place) -> Option<Place> {
        if place.row > 0 {
            return Some(Place { row: place.row - 1, ..place });
        }
        let mut node = self.before(place.node)?;
        loop {
            let rows = self.rows(node).len();
            if rows > 0 {
                return Some(Place { node, row: rows - 1 });
            }
            node = self.before(node)?;
        }
    }

    pub(crate) fn first(&mut self) -> Place {
        let root = Place::default();
        if self.rows(root.node).is_empty() { self.next(root).unwrap_or(root) } else { root }
    }

    pub(crate) fn last(&mut self) -> Place {
        let end = NodeId(self.document.len() as u32);
        self.previous(Place { node: end, row: 0 }).unwrap_or_default()
    }

    /// Moves by up to `count` rows, backwards if negative, and stops at either end of the document.
    pub(crate) fn walk(&mut self, from: Place, count: isize) -> Place {
        self.walked(from, count).0
    }

    /// The place that [`Layout::walk`] comes to, and how many rows away it is.
    pub(crate) fn walked(&mut self, from: Place, count: isize) -> (Place, usize) {
        let (most, mut place, mut done) = (count.unsigned_abs(), from, 0);
        while done < most {
            let rows = self.rows(place.node).len();
            let within = if count > 0 { rows.saturating_sub(place.row + 1) } else { place.row };
            let step = within.min(most - done);
            if step > 0 {
                place.row = if count > 0 { place.row + step } else { place.row - step };
                done += step;
                continue;
            }
            let Some(next) = (if count > 0 { self.next(place) } else { self.previous(place) }) else { break };
            place = next;
            done += 1;
        }
        (place, done)
    }

    /// The row of a node that holds a byte offset of the text; without one, the node's first row that is not blank.
    pub fn place_of(&mut self, node: NodeId, offset: Option<u32>) -> Place {
        let rows = self.rows(node);
        let words = rows.iter().position(|row| row.role != Role::Blank).unwrap_or(0);
        let holding = offset.and_then(|at| rows.holding(at));
        Place { node, row: holding.unwrap_or(words) }
    }

    /// Byte offset in the text at which a row begins; `None` for a row without words.
    pub fn offset_of(&mut self, place: Place) -> Option<u32> {
        let rows = self.rows(place.node);
        match rows.get(place.row)?.role {
            // A row may hold nothing but repeated words, which belong to another row. Then the next row with words of its own counts.
            Role::Cells => rows.get(place.row..)?.iter().find_map(|row| rows.start(row)),
            _ => rows.get(place.row).and_then(|row| rows.start(row)),
        }
    }

    fn lay_out(&self, id: NodeId) -> Rows {
        let node = self.document.node(id);
        if self.hides(id) {
            return self.folded(id);
        }
        if node.kind == Kind::Notes {
            let rows = vec![Row::new(Role::Blank), Row { wide: RULE, ..Row::new(Role::Rule) }];
            return Rows { lines: rows, ..Rows::default() };
        }
        if node.kind == Kind::Masthead && self.carded {
            return card::rows(&self.document, &self.card, &self.ground(0));
        }
        if node.body.is_empty() && node.label.is_empty() || self.stands_in(id) != id {
            return Rows::default();
        }
        let mut rows = vec![Row::new(Role::Blank); usize::from(self.blanks_before(id))];
        if let Some(table) = self.document.table(id) {
            let shift = self.across.get(&id).copied().unwrap_or(0);
            return table::rows(&self.document, table, &self.ground(shift), rows);
        }
        let label = label(&self.document, id);
        let columns = self.columns(id, &label);
        let mut label_at = columns.label_at;
        if columns.own_line {
            rows.push(Row { label_at: columns.label_at, ..Row::new(Role::Label) });
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
                text: Span { start: at + range.start, end: at + range.end },
                indent: columns.indent,
                label_at: label_at.take(),
                ..Row::new(Role::Text)
            }));
            at += line.len() as u32 + 1;
        }
        if body.is_empty() && columns.own_line {
            rows.pop();
        }
        Rows { lines: rows, ..Rows::default() }
    }

    fn blanks_before(&self, id: NodeId) -> u8 {
        let node = self.document.node(id);
        let above = NodeId(id.0.saturating_sub(1));
        // The thin line is space enough.
        if self.hides(above) && !self.folded(self.before(id).unwrap_or(above)).is_empty() {
            return 0;
        }
        let before = self.document.node(above);
        match node.kind {
            _ if id.0 <= 2 => 0,
            Kind::MastheadLine | Kind::Subparagraph | Kind::Note => 0,
            Kind::Continuation => u8::from(self.document.node(node.parent).kind != Kind::Subparagraph),
            Kind::Section | Kind::Part | Kind::Annex | Kind::Quotation => 2,
            Kind::Closing => u8::from(before.kind != Kind::Closing),
            _ => 1,
        }
    }

    fn columns(&self, id: NodeId, label: &str) -> Indents {
        let kind = self.document.node(id).kind;
        let wide = width::width(label) as u16;
        if self.width < NARROW {
            let depth =
                self.document.ancestors(id).filter(|&up| self.document.node(up).kind == Kind::Subparagraph);
            let indent = (2 * depth.count() as u16 + 2 * u16::from(kind == Kind::Subparagraph))
                .min(self.width.saturating_sub(LEAST_TEXT));
            let label_at = (!label.is_empty())
                .then_some(indent.saturating_sub(2 * u16::from(kind == Kind::Subparagraph)));
            return Indents { indent, label_at, own_line: !label.is_empty() };
        }
        let most = self.width.saturating_sub(LEAST_TEXT);
        match kind {
            Kind::Subparagraph => {
                let label_at = self.parent_indent(id).min(most);
                let indent = (label_at + (wide + 1).max(4)).min(most);
                Indents { indent, label_at: Some(label_at), own_line: label_at + wide >= indent && wide > 0 }
            }
            Kind::Continuation => {
                Indents { indent: self.parent_indent(id).min(most), label_at: None, own_line: false }
            }
            _ if label.is_empty() => {
                Indents { indent: self.plain_indent(id), label_at: None, own_line: false }
            }
            Kind::Title if GUTTER + wide < most => {
                Indents { indent: GUTTER + wide + 1, label_at: Some(GUTTER), own_line: false }
            }
            _ if wide < GUTTER => {
                Indents { indent: GUTTER, label_at: Some(GUTTER - 1 - wide), own_line: false }
            }
            Kind::Operative | Kind::Paragraph | Kind::Note if wide + 1 < most => {
                Indents { indent: wide + 1, label_at: Some(0), own_line: false }
            }
            _ => Indents { indent: GUTTER, label_at: Some(GUTTER), own_line: true },
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

struct Indents {
    indent: u16,
    label_at: Option<u16>,
    own_line: bool,
}
