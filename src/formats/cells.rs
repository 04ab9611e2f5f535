//! Collects the cells of a table until it is known whether the table holds data or only lays out the page. The first
//! becomes rows, the second paragraphs.
//!
//! This is the one place where that is decided, for all formats that describe the look of a page. Akoma Ntoso says
//! itself what a table is, and in plain text bars and tabs have no other use.

use super::table::{Draft, Shape, is_set_off};
use super::{Block, Content, Style};
use crate::document::{Align, Span};
use crate::text::Part as _;

/// A table being read. Until its end, the paragraphs of its cells are ordinary blocks.
#[derive(Debug, Default)]
pub(super) struct Cells {
    /// The index of its first block.
    first: usize,
    held: Vec<HeldCell>,
    row: u32,
    /// The open cell.
    open: Option<HeldCell>,
    /// The numbers, as in `row`, of the rows in its head.
    head: Vec<u32>,
    /// It has header cells.
    pub(super) headed: bool,
    /// Whether the source says that it is a data table. A table that contains another one is taken for layout.
    pub(super) said: Option<bool>,
    /// The format is one in which tables are commonly used for layout.
    pub(super) of_page: bool,
}

/// A cell: its row, and its range of blocks.
#[derive(Clone, Copy, Debug)]
struct HeldCell {
    row: u32,
    from: u32,
    to: u32,
    shape: Shape,
    /// It continues the cell above, unless it has text.
    goes_on: bool,
    /// Its right edge, in twentieths of a point.
    right: Option<i32>,
}

/// The right edge of a cell, in formats that give edges instead of column spans.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Edge {
    /// In twentieths of a point.
    pub right: i32,
    /// It continues the cell above.
    pub goes_on: bool,
    /// It continues the cell before it.
    pub joined: bool,
}

/// In a table without a header, a cell of more bytes holds prose and not data.
const LONGEST: usize = 600;

impl Cells {
    pub(super) fn new(content: &Content) -> Self {
        Self { first: content.blocks.len(), ..Self::default() }
    }

    /// The index of its first block.
    #[cfg(feature = "word")]
    pub(super) fn first(&self) -> usize {
        self.first
    }

    /// Begins a row. `of_head` says that it is in the head of the table.
    pub(super) fn begin_row(&mut self, content: &Content, of_head: bool) {
        self.end_cell(content);
        self.row += 1;
        if of_head {
            self.header_row();
        }
    }

    /// Marks the current row as part of the head.
    pub(super) fn header_row(&mut self) {
        self.headed = true;
        self.head.push(self.row);
    }

    pub(super) fn begin_cell(&mut self, content: &Content, shape: Shape, goes_on: bool) {
        self.end_cell(content);
        let from = content.blocks.len() as u32;
        self.headed |= shape.header;
        self.open = Some(HeldCell { row: self.row, from, to: from, shape, goes_on, right: None });
    }

    #[cfg(feature = "word")]
    /// Sets the alignment of the open cell, unless it has one.
    pub(super) fn align(&mut self, align: Align) {
        if let Some(cell) = self.open.as_mut().filter(|cell| cell.shape.align == Align::Unset) {
            cell.shape.align = align;
        }
    }

    /// Ends the open cell.
    pub(super) fn end_cell(&mut self, content: &Content) {
        if let Some(cell) = self.open.take() {
            self.held.push(HeldCell { to: content.blocks.len() as u32, ..cell });
        }
    }

    #[cfg(feature = "word")]
    pub(super) fn is_in_cell(&self) -> bool {
        self.open.is_some()
    }

    /// Sets the right edges of the cells in the current row.
    #[cfg(feature = "word")]
    pub(super) fn edges(&mut self, edges: &[Edge]) {
        let from = self.held.iter().rposition(|cell| cell.row != self.row).map_or(0, |last| last + 1);
        let row = self.held.split_off(from);
        if row.len() != edges.len() {
            self.held.extend(row);
            return;
        }
        for (cell, edge) in row.into_iter().zip(edges) {
            match self
                .held
                .last_mut()
                .filter(|before| before.row == cell.row && edge.joined && cell.from == cell.to)
            {
                Some(before) => before.right = Some(edge.right),
                None => self.held.push(HeldCell { goes_on: edge.goes_on, right: Some(edge.right), ..cell }),
            }
        }
    }

    /// Computes the column spans of the cells from their edges. Together the edges of all rows define the columns.
    fn columns_from_edges(&mut self) {
        /// Edges that differ by less, in twentieths of a point, are taken for one.
        const NEAR: i32 = 60;
        let mut rights: Vec<i32> = self.held.iter().filter_map(|cell| cell.right).collect();
        if rights.is_empty() || rights.len() != self.held.len() {
            return;
        }
        rights.sort_unstable();
        rights.dedup_by(|later, earlier| later.saturating_sub(*earlier) <= NEAR);
        let mut before = (0, 0);
        for cell in &mut self.held {
            let right = cell.right.unwrap_or(0);
            let column = rights.partition_point(|&edge| edge <= right) as u16;
            let left = if before.0 == cell.row { before.1 } else { 0 };
            cell.shape.columns = column.saturating_sub(left).max(1);
            before = (cell.row, column);
        }
    }

    /// Ends the table and gives its blocks their final form. The text from byte `tail` on is not in a block yet and may
    /// be moved; its new byte offset is returned.
    pub(super) fn end(mut self, content: &mut Content, tail: usize) -> usize {
        self.end_cell(content);
        if self.is_data(content) {
            self.columns_from_edges();
            return self.rows(content, tail);
        }
        self.join_numbers(content);
        tail
    }

    fn words<'c>(content: &'c Content, cell: &HeldCell) -> &'c str {
        let blocks = content.blocks.part(cell.from as usize..cell.to as usize);
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return "" };
        content.text.part(first.text.start as usize..last.text.end as usize)
    }

    /// Whether the table holds data, and is not a list, a masthead or another layout.
    fn is_data(&self, content: &Content) -> bool {
        if let Some(data) = self.said {
            return data;
        }
        let (mut rows, mut wide, mut filled, mut lettered) = (0, 0, 0, 0);
        for row in self.held.chunk_by(|left, right| left.row == right.row) {
            let full = row.iter().filter(|cell| cell.from < cell.to).count();
            rows += usize::from(full > 0);
            wide += usize::from(full > 1);
            filled += full;
            let label = row.iter().map(|cell| Self::words(content, cell)).find(|words| !words.is_empty());
            lettered +=
                usize::from(label.is_some_and(|label| is_number(label) && label.ends_with(['.', ')'])));
        }
        let blocks = content.blocks.part(self.first..);
        if wide == 0 || blocks.iter().any(|block| block.style == Style::Note) {
            return false;
        }
        if self.of_page && (rows < 2 || wide < 2 || filled < 4) {
            return false;
        }
        let headed = self.headed || self.is_headed_in_bold(content);
        // A list, with the labels in one column and the text in the other.
        if !headed && lettered == rows && wide == rows && filled == rows * 2 {
            return false;
        }
        // A masthead, with the organ on one side and the symbol on the other. The readers of word processor documents
        // recognise it by its words before they come here.
        if self.of_page && self.first < 3 && rows <= 4 && !headed {
            return false;
        }
        let (mut numbers, mut length, mut longest) = (0, 0, 0);
        for cell in &self.held {
            let words = Self::words(content, cell);
            numbers += usize::from(is_number(words));
            length += words.len();
            longest = longest.max(words.len());
        }
        // Paragraphs with their numbers in a column of their own.
        headed || longest <= LONGEST && !(numbers * 3 >= rows * 2 && length / rows.max(1) > 80)
    }

    /// Whether all of the first row is bold, and not all of the second.
    fn is_headed_in_bold(&self, content: &Content) -> bool {
        let mut rows = self.held.chunk_by(|left, right| left.row == right.row).map(|row| {
            let blocks =
                row.iter().flat_map(|cell| content.blocks.part(cell.from as usize..cell.to as usize));
            blocks
                .map(|block| is_set_off(block.text, &content.text, &content.emphasis))
                .reduce(|all, one| all && one)
        });
        rows.next().flatten() == Some(true) && rows.next().flatten() == Some(false)
    }

    /// Makes one block of each row.
    fn rows(&self, content: &mut Content, tail: usize) -> usize {
        let Some(first) = content.blocks.get(self.first).copied() else { return tail };
        let begin = first.text.start as usize;
        let blocks = content.blocks.split_off(self.first);
        let mut moving = Moving::new(content, begin);
        let end = begin + moving.old.len();
        let mut gap = first.gap.max(1);
        let mut before = self.first;
        let mut draft = Draft::default();
        let some = |from: usize, to: usize| {
            blocks.part(from.saturating_sub(self.first)..to.saturating_sub(self.first))
        };
        for row in self.held.chunk_by(|left, right| left.row == right.row) {
            // Text outside of cells, such as a caption, is a paragraph of its own.
            let stray = some(before, row.first().map_or(before, |cell| cell.from as usize));
            if !stray.is_empty() {
                finish(content, &mut draft);
                for block in stray {
                    moving.copy(content, block);
                }
                gap = 1;
            }
            before = row.last().map_or(before, |cell| cell.to as usize);
            let mut source: Option<Block> = None;
            draft.begin_row(&mut content.text);
            for cell in row {
                let blocks = some(cell.from as usize, cell.to as usize);
                if cell.goes_on && blocks.is_empty() {
                    draft.goes_on(&mut content.text, cell.shape.columns);
                    continue;
                }
                draft.cell(&mut content.text, cell.shape);
                for (index, block) in blocks.iter().enumerate() {
                    if index > 0 {
                        content.text.push('\n');
                    }
                    moving.append(content, block.text);
                    source.get_or_insert(*block).source.end = block.source.end;
                }
            }
            if row.first().is_some_and(|cell| self.head.contains(&cell.row)) {
                draft.header_row();
            }
            let text = draft.end_row(&mut content.text);
            let (Some(text), Some(block)) = (text, source) else { continue };
            content.blocks.push(Block { text, gap, indent: 0, style: Style::Row, ..block });
            gap = 0;
        }
        finish(content, &mut draft);
        for block in some(before, self.first + blocks.len()) {
            moving.copy(content, block);
        }
        let start = content.text.len();
        moving.append(content, Span::new(tail.clamp(begin, end), end));
        start
    }

    /// Joins a cell with nothing but a number to the text in the next cell.
    fn join_numbers(&self, content: &mut Content) {
        let mut gone = Vec::new();
        for pair in self.held.windows(2) {
            let (Some(&number), Some(&words)) = (pair.first(), pair.get(1)) else { continue };
            if number.row == words.row
                && number.to - number.from == 1
                && words.from < words.to
                && is_number(Self::words(content, &number))
            {
                let start = content.blocks.get(number.from as usize).map(|block| block.text.start);
                if let (Some(start), Some(block)) = (start, content.blocks.get_mut(words.from as usize)) {
                    block.text.start = start;
                    gone.push(number.from as usize);
                }
            }
        }
        let mut gone = gone.into_iter().peekable();
        let mut at = self.first;
        let tail = content.blocks.split_off(self.first.min(content.blocks.len()));
        let kept = tail.into_iter().filter(|_| {
            at += 1;
            gone.next_if_eq(&(at - 1)).is_none()
        });
        content.blocks.extend(kept);
    }
}

/// Makes a table of the rows so far.
fn finish(content: &mut Content, draft: &mut Draft) {
    let table = std::mem::take(draft).finish(&content.text, &content.emphasis);
    if table.is_some() {
        content.text.push(' ');
    }
    content.tables.extend(table);
}

/// The text of a table while it is rewritten, with its emphasis, marks and line breaks.
struct Moving {
    old: String,
    begin: usize,
    spans: [std::iter::Peekable<std::vec::IntoIter<Span>>; 2],
    breaks: std::iter::Peekable<std::vec::IntoIter<u32>>,
}

impl Moving {
    fn new(content: &mut Content, begin: usize) -> Self {
        let spans = [&mut content.emphasis, &mut content.marks].map(|spans| {
            let from = spans.partition_point(|span| (span.start as usize) < begin);
            spans.split_off(from).into_iter().peekable()
        });
        let from = content.breaks.partition_point(|&at| (at as usize) < begin);
        let breaks = content.breaks.split_off(from).into_iter().peekable();
        Self { old: content.text.split_off(begin), begin, spans, breaks }
    }

    /// Appends a range of the old text and what belongs to it; returns its new range. Ranges must be asked for in
    /// order.
    fn append(&mut self, content: &mut Content, text: Span) -> Span {
        let start = content.text.len();
        let (from, to) = (text.start as usize, text.end as usize);
        let words = self.old.get(from.saturating_sub(self.begin)..to.saturating_sub(self.begin));
        content.text.push_str(words.unwrap_or_default());
        let moved = |at: u32| (at.clamp(text.start, text.end) - text.start) as usize + start;
        let lists = [&mut content.emphasis, &mut content.marks];
        for (taken, given) in self.spans.iter_mut().zip(lists) {
            while let Some(span) = taken.next_if(|span| span.start < text.end) {
                if span.end > text.start {
                    given.push(Span::new(moved(span.start), moved(span.end)));
                }
            }
        }
        while let Some(at) = self.breaks.next_if(|at| *at < text.end) {
            if at >= text.start {
                content.breaks.push(moved(at) as u32);
            }
        }
        Span::new(start, content.text.len())
    }

    /// Appends a block unchanged.
    fn copy(&mut self, content: &mut Content, block: &Block) {
        let text = self.append(content, block.text);
        content.blocks.push(Block { text, ..*block });
        content.text.push(' ');
    }
}

/// Whether a cell only labels the next one: "1.", "(a)", "iv)", "٣ -", "•".
fn is_number(words: &str) -> bool {
    let bare = words.trim_matches(|letter: char| {
        matches!(letter, '(' | ')' | '.' | '-' | '–' | '（' | '）') || letter.is_whitespace()
    });
    let counted =
        bare.chars().count() <= 4 && bare.chars().all(char::is_alphanumeric) && bare.len() < words.len();
    !words.is_empty() && (counted && !bare.is_empty() || matches!(words, "•" | "–" | "-" | "·" | "○"))
}
