//! Tables: one that holds data becomes rows, one that only lays out a page gives its cells as paragraphs.
//!
//! It is decided when the table has ended, by what is in it.

use super::page::Page;
use crate::document::Span;
use crate::formats::{Block, Style};

/// A table that is open.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The first block in it.
    first: usize,
    /// Row, and the blocks from and to, of each cell.
    cells: Vec<(u32, u32, u32)>,
    row: u32,
    /// Blocks before the cell that is open.
    cell: Option<u32>,
    /// It has header cells or a caption.
    pub headed: bool,
    /// It says itself that it is no table, or another one stands in it.
    pub layout: bool,
}

/// Cells with more than this are text, not data.
const LONGEST: usize = 600;

impl Table {
    pub(super) fn new(page: &Page<'_>) -> Self {
        Self { first: page.content.blocks.len(), ..Self::default() }
    }

    pub(super) fn begin_row(&mut self) {
        self.row += 1;
    }

    pub(super) fn begin_cell(&mut self, page: &Page<'_>) {
        self.cell = Some(page.content.blocks.len() as u32);
    }

    /// The cell's paragraphs are ended.
    pub(super) fn end_cell(&mut self, page: &Page<'_>) {
        if let Some(from) = self.cell.take() {
            self.cells.push((self.row, from, page.content.blocks.len() as u32));
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

    fn words<'p>(page: &'p Page<'_>, cell: (u32, u32, u32)) -> &'p str {
        let blocks = page.content.blocks.get(cell.1 as usize..cell.2 as usize).unwrap_or_default();
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return "" };
        page.content.text.get(first.text.start as usize..last.text.end as usize).unwrap_or_default()
    }

    fn is_data(&self, page: &Page<'_>) -> bool {
        let widest = self.cells.chunk_by(|left, right| left.0 == right.0);
        let (mut rows, mut wide, mut filled) = (0, 0, 0);
        for row in widest {
            let full = row.iter().filter(|cell| cell.1 < cell.2).count();
            rows += usize::from(full > 0);
            wide += usize::from(full > 1);
            filled += full;
        }
        let blocks = page.content.blocks.get(self.first..).unwrap_or_default();
        let notes = blocks.iter().any(|block| block.style == Style::Note);
        if self.layout || notes || rows < 2 || wide < 2 || filled < 4 {
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

    /// A block for each row, its cells between bars.
    fn rows(&self, page: &mut Page<'_>) {
        let Some(first) = page.content.blocks.get(self.first).copied() else { return };
        let blocks = page.content.blocks.split_off(self.first);
        let begin = first.text.start as usize;
        let old = page.content.text.split_off(begin);
        let mut spans = [&mut page.content.emphasis, &mut page.content.marks].map(|spans| {
            spans
                .split_off(spans.partition_point(|span| (span.start as usize) < begin))
                .into_iter()
                .peekable()
        });
        let mut gap = first.gap.max(1);
        let mut before = self.first;
        for row in self.cells.chunk_by(|left, right| left.0 == right.0) {
            let start = page.content.text.len();
            let mut source: Option<(Span, u32)> = None;
            let at = |block: u32| block as usize - self.first;
            // What stands outside cells, a caption, is a paragraph of its own.
            let cell_first = row.first().map_or(before, |cell| cell.1 as usize);
            let stray =
                blocks.get(before - self.first..cell_first.saturating_sub(self.first)).unwrap_or_default();
            for block in stray {
                copy(page, &mut spans, &old, begin, block);
                gap = 1;
            }
            before = row.last().map_or(before, |cell| cell.2 as usize);
            let start = if stray.is_empty() { start } else { page.content.text.len() };
            for cell in row {
                page.content.text.push_str("| ");
                for block in blocks.get(at(cell.1)..at(cell.2)).unwrap_or_default() {
                    append(page, &mut spans, &old, begin, block.text);
                    page.content.text.push(' ');
                    source.get_or_insert((block.source, block.line)).0.end = block.source.end;
                }
            }
            page.content.text.push('|');
            let Some((source, line)) = source else {
                page.content.text.truncate(start);
                continue;
            };
            let text = Span::new(start, page.content.text.len());
            page.content.blocks.push(Block {
                text,
                source,
                line,
                page: 0,
                gap,
                indent: 0,
                style: Style::Row,
            });
            page.content.text.push(' ');
            gap = 0;
        }
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
            if number.0 == words.0
                && number.2 - number.1 == 1
                && words.1 < words.2
                && is_number(Self::words(page, number))
            {
                let start = page.content.blocks.get(number.1 as usize).map(|block| block.text.start);
                if let (Some(start), Some(block)) = (start, page.content.blocks.get_mut(words.1 as usize)) {
                    block.text.start = start;
                    gone.push(number.1 as usize);
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
