//! Tables: one that holds data becomes rows, one that only lays out a page gives its cells as paragraphs.
//!
//! It is decided when the table has ended, by what is in it.

use super::elements::{Attributes, Element};
use super::page::Page;
use crate::document::Span;
use crate::formats::table::{self, Draft, Shape};
use crate::formats::{Block, Style};

/// A table that is open.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The first block in it.
    first: usize,
    cells: Vec<Held>,
    row: u32,
    /// Blocks before the cell that is open.
    cell: Option<(u32, Shape)>,
    /// Rows of the head of the table.
    head: Vec<u32>,
    /// It has header cells or a caption.
    pub headed: bool,
    /// It says itself that it is a table.
    pub told: bool,
    /// It says itself that it is no table, or another one stands in it.
    pub layout: bool,
}

/// A cell: its row, and the blocks from and to.
#[derive(Clone, Copy, Debug)]
struct Held {
    row: u32,
    from: u32,
    to: u32,
    shape: Shape,
}

/// Cells with more than this are text, not data.
const LONGEST: usize = 600;

impl Table {
    pub(super) fn new(page: &Page<'_>) -> Self {
        Self { first: page.content.blocks.len(), ..Self::default() }
    }

    /// A row begins, of the table's head or not.
    pub(super) fn begin_row(&mut self, of_head: bool) {
        self.row += 1;
        if of_head {
            self.head.push(self.row);
        }
    }

    pub(super) fn begin_cell(&mut self, page: &Page<'_>, shape: Shape) {
        self.cell = Some((page.content.blocks.len() as u32, shape));
    }

    /// The cell's paragraphs are ended.
    pub(super) fn end_cell(&mut self, page: &Page<'_>) {
        if let Some((from, shape)) = self.cell.take() {
            self.cells.push(Held { row: self.row, from, to: page.content.blocks.len() as u32, shape });
        }
    }

    /// Puts the blocks of the table into their final form.
    pub(super) fn end(self, page: &mut Page<'_>) {
        if self.is_data(page) {
            self.rows(page);
        } else {
            self.join_numbers(page);
        }
    }

    fn words<'p>(page: &'p Page<'_>, cell: Held) -> &'p str {
        let blocks = page.content.blocks.get(cell.from as usize..cell.to as usize).unwrap_or_default();
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return "" };
        page.content.text.get(first.text.start as usize..last.text.end as usize).unwrap_or_default()
    }

    fn is_data(&self, page: &Page<'_>) -> bool {
        let widest = self.cells.chunk_by(|left, right| left.row == right.row);
        let (mut rows, mut wide, mut filled, mut lettered) = (0, 0, 0, 0);
        for row in widest {
            let full = row.iter().filter(|cell| cell.from < cell.to).count();
            rows += usize::from(full > 0);
            wide += usize::from(full > 1);
            filled += full;
            let label = row.iter().map(|cell| Self::words(page, *cell)).find(|words| !words.is_empty());
            lettered +=
                usize::from(label.is_some_and(|label| is_number(label) && label.ends_with(['.', ')'])));
        }
        let blocks = page.content.blocks.get(self.first..).unwrap_or_default();
        let notes = blocks.iter().any(|block| block.style == Style::Note);
        if self.told && !self.layout {
            return true;
        }
        if self.layout || notes || rows < 2 || wide < 2 || filled < 4 {
            return false;
        }
        // A list: its numbers on one side, their words on the other.
        if !self.headed && lettered == rows && wide == rows && filled == rows * 2 {
            return false;
        }
        let mut numbers = 0;
        let mut length = 0;
        for cell in &self.cells {
            let words = Self::words(page, *cell);
            if words.len() > LONGEST {
                return false;
            }
            numbers += usize::from(is_number(words));
            length += words.len();
        }
        // The head of a document: the organ on one side, the symbol on the other.
        if self.first < 3 && rows <= 4 && !self.headed {
            return false;
        }
        self.headed || !(numbers * 3 >= rows * 2 && length / rows > 80)
    }

    /// A block for each row.
    fn rows(&self, page: &mut Page<'_>) {
        let Some(first) = page.content.blocks.get(self.first).copied() else { return };
        let blocks = page.content.blocks.split_off(self.first);
        let begin = first.text.start as usize;
        let old = page.content.text.split_off(begin);
        page.content.breaks.retain(|&at| (at as usize) < begin);
        let mut spans = [&mut page.content.emphasis, &mut page.content.marks].map(|spans| {
            spans
                .split_off(spans.partition_point(|span| (span.start as usize) < begin))
                .into_iter()
                .peekable()
        });
        let mut gap = first.gap.max(1);
        let mut before = self.first;
        let mut draft = Draft::default();
        for row in self.cells.chunk_by(|left, right| left.row == right.row) {
            let at = |block: u32| block as usize - self.first;
            // What stands outside cells, a caption, is a paragraph of its own.
            let cell_first = row.first().map_or(before, |cell| cell.from as usize);
            let stray =
                blocks.get(before - self.first..cell_first.saturating_sub(self.first)).unwrap_or_default();
            if !stray.is_empty() {
                finish(page, &mut draft);
                for block in stray {
                    copy(page, &mut spans, &old, begin, block);
                }
                gap = 1;
            }
            before = row.last().map_or(before, |cell| cell.to as usize);
            let mut source: Option<(Span, u32)> = None;
            draft.begin_row(&mut page.content.text);
            for cell in row {
                draft.cell(&mut page.content.text, cell.shape);
                for (index, block) in
                    blocks.get(at(cell.from)..at(cell.to)).unwrap_or_default().iter().enumerate()
                {
                    if index > 0 {
                        page.content.text.push('\n');
                    }
                    append(page, &mut spans, &old, begin, block.text);
                    source.get_or_insert((block.source, block.line)).0.end = block.source.end;
                }
            }
            if row.first().is_some_and(|cell| self.head.contains(&cell.row)) {
                draft.header_row();
            }
            let text = draft.end_row(&mut page.content.text);
            let (Some(text), Some((source, line))) = (text, source) else { continue };
            page.content.blocks.push(Block {
                text,
                source,
                line,
                page: 0,
                gap,
                indent: 0,
                style: Style::Row,
            });
            gap = 0;
        }
        finish(page, &mut draft);
        for block in blocks.get(before - self.first..).unwrap_or_default() {
            copy(page, &mut spans, &old, begin, block);
        }
        page.restart();
    }

    /// "1." in a cell of its own belongs to the words in the next.
    fn join_numbers(&self, page: &mut Page<'_>) {
        let mut gone = Vec::new();
        for pair in self.cells.windows(2) {
            let (Some(&number), Some(&words)) = (pair.first(), pair.get(1)) else { continue };
            if number.row == words.row
                && number.to - number.from == 1
                && words.from < words.to
                && is_number(Self::words(page, number))
            {
                let start = page.content.blocks.get(number.from as usize).map(|block| block.text.start);
                if let (Some(start), Some(block)) = (start, page.content.blocks.get_mut(words.from as usize))
                {
                    block.text.start = start;
                    gone.push(number.from as usize);
                }
            }
        }
        let mut gone = gone.into_iter().peekable();
        let mut at = self.first;
        let tail = page.content.blocks.split_off(self.first.min(page.content.blocks.len()));
        let kept = tail.into_iter().filter(|_| {
            at += 1;
            gone.next_if_eq(&(at - 1)).is_none()
        });
        page.content.blocks.extend(kept);
    }
}

/// What the page says about a cell.
pub(super) fn shape(element: Element, given: &Attributes<'_>) -> Shape {
    let style = given.style.as_deref().unwrap_or_default();
    let side = given.align.as_deref().or_else(|| style.split_once("text-align:").map(|(_, side)| side));
    Shape {
        columns: given.columns.unwrap_or(1),
        rows: given.rows.unwrap_or(1),
        align: table::side(side.unwrap_or_default()),
        header: element.name() == "th",
    }
}

/// The rows so far are a table.
fn finish(page: &mut Page<'_>, draft: &mut Draft) {
    let content = &mut page.content;
    let table = std::mem::take(draft).finish(&content.text, &content.emphasis);
    if table.is_some() {
        content.text.push(' ');
    }
    content.tables.extend(table);
}

type Spans = [std::iter::Peekable<std::vec::IntoIter<Span>>; 2];

/// Appends words of the old text, and what was said of them.
fn append(page: &mut Page<'_>, spans: &mut Spans, old: &str, begin: usize, text: Span) -> Span {
    let start = page.content.text.len();
    let words = old.get(text.start as usize - begin..text.end as usize - begin).unwrap_or_default();
    page.content.text.push_str(words);
    let lists = [&mut page.content.emphasis, &mut page.content.marks];
    for (taken, given) in spans.iter_mut().zip(lists) {
        while let Some(span) = taken.next_if(|span| span.start < text.end) {
            let moved = |at: u32| (at.clamp(text.start, text.end) - text.start) as usize + start;
            if span.end > text.start {
                given.push(Span::new(moved(span.start), moved(span.end)));
            }
        }
    }
    Span::new(start, page.content.text.len())
}

/// A block that stays as it is, behind what was moved.
fn copy(page: &mut Page<'_>, spans: &mut Spans, old: &str, begin: usize, block: &Block) {
    let text = append(page, spans, old, begin, block.text);
    page.content.blocks.push(Block { text, ..*block });
    page.content.text.push(' ');
}

/// "1.", "(a)", "iv)", "٣ -", "•": a cell that only numbers the next.
fn is_number(words: &str) -> bool {
    let bare = words.trim_matches(|letter: char| {
        matches!(letter, '(' | ')' | '.' | '-' | '–' | '（' | '）') || letter.is_whitespace()
    });
    let counted =
        bare.chars().count() <= 4 && bare.chars().all(char::is_alphanumeric) && bare.len() < words.len();
    !words.is_empty() && (counted && !bare.is_empty() || matches!(words, "•" | "–" | "-" | "·" | "○"))
}
