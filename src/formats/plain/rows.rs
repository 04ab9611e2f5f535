//! Rows of tables in text: Markdown tables, and lines whose cells are separated by tabs.

use super::TextReader;
use crate::document::{Align, Span};
use crate::formats::table::{Draft, Shape};
use crate::text::Part as _;
use crate::text::chars;

/// The table being read.
#[derive(Debug, Default)]
pub(super) struct TextTable {
    draft: Draft,
    /// The alignment of the columns, if the delimiter row gives one.
    aligns: Vec<Align>,
    rows: usize,
    /// The byte offset of the next line; a row that begins elsewhere begins a new table.
    next: usize,
}

impl TextReader<'_> {
    /// Reads a row of a Markdown table. `None` for the delimiter row and for a row without words.
    pub(super) fn barred(&mut self, start: usize, end: usize) -> Option<Span> {
        self.begin_row(start, end);
        let line = self.source.part(start..end);
        let from = start + line.find('|').unwrap_or(0);
        let cells = cells(self.bytes, from, start + line.trim_end_matches(chars::is_blank).len());
        if self.tabling.rows == 1
            && let Some(aligns) = delimiters(self.source, &cells)
        {
            self.tabling.draft.header_so_far(&aligns);
            self.tabling.aligns = aligns;
            self.tabling.rows += 1;
            return None;
        }
        self.row(&cells)
    }

    /// Reads a row whose cells are separated by tabs.
    pub(super) fn tabbed_cells(&mut self, start: usize, end: usize) -> Option<Span> {
        self.begin_row(start, end);
        let mut cells = Vec::new();
        let mut at = start;
        while at <= end {
            let rest = self.bytes.part(at..end);
            let stop = memchr::memchr(b'\t', rest).map_or(end, |tab| at + tab);
            cells.push((at, stop));
            at = stop + 1;
        }
        self.row(&cells)
    }

    fn row(&mut self, cells: &[(usize, usize)]) -> Option<Span> {
        self.tabling.draft.begin_row(&mut self.content.text);
        for (column, &(from, to)) in cells.iter().enumerate() {
            let align = self.tabling.aligns.get(column).copied().unwrap_or_default();
            self.tabling.draft.cell(&mut self.content.text, Shape { align, ..Shape::default() });
            self.cell(from, to);
        }
        self.tabling.rows += 1;
        self.tabling.draft.end_row(&mut self.content.text)
    }

    /// Appends the text of a cell; `<br>` separates its paragraphs.
    fn cell(&mut self, from: usize, to: usize) {
        const BREAK: &[u8] = b"<br>";
        let begin = self.content.text.len();
        let mut at = from;
        while at <= to {
            let rest = self.bytes.part(at..to);
            let stop = memchr::memmem::find(rest, BREAK).map_or(to, |found| at + found);
            let words = self.source.part(at..stop);
            let trimmed = words.trim_matches(chars::is_blank);
            let lead = words.len() - words.trim_start_matches(chars::is_blank).len();
            if !trimmed.is_empty() {
                if self.content.text.len() > begin {
                    self.content.text.push('\n');
                }
                let line = self.content.text.len();
                self.clean(at + lead, at + lead + trimmed.len());
                self.trim_cleaned(line);
            }
            // Emphasis does not extend beyond the cell.
            self.open = None;
            at = stop + BREAK.len();
        }
    }

    /// Begins a row. It continues the table if it is directly below the last row.
    fn begin_row(&mut self, start: usize, end: usize) {
        if self.tabling.next != start {
            self.end_table();
        }
        let line = self.bytes.part(end..);
        let feed = match line {
            [b'\r', b'\n', ..] => 2,
            [] => 0,
            _ => 1,
        };
        self.tabling.next = end + feed;
    }

    /// Ends the table.
    pub(super) fn end_table(&mut self) {
        let tabling = std::mem::take(&mut self.tabling);
        let content = &mut self.content;
        content.tables.extend(tabling.draft.finish(&content.text, &content.emphasis));
    }
}

/// The byte ranges of the cells of a Markdown row. An escaped bar does not separate cells.
fn cells(bytes: &[u8], start: usize, end: usize) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut from = start;
    let mut at = start;
    while at < end {
        match bytes.get(at) {
            Some(b'\\') => at += 1,
            Some(b'|') => {
                // The text before the first bar is not a cell.
                if at > start {
                    out.push((from, at));
                }
                from = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    if from < end {
        out.push((from, end));
    }
    out
}

/// The alignments in a delimiter row: `---`, `:--`, `:-:`, `--:`. `None` for any other row.
fn delimiters(source: &str, cells: &[(usize, usize)]) -> Option<Vec<Align>> {
    let mut out = Vec::new();
    let mut certain = false;
    for &(from, to) in cells {
        let cell = source.get(from..to)?.trim_matches(chars::is_blank);
        let rule = cell.strip_prefix(':').unwrap_or(cell);
        let rule = rule.strip_suffix(':').unwrap_or(rule);
        if rule.is_empty() || !rule.bytes().all(|byte| byte == b'-') {
            return None;
        }
        // A single "-" is not a delimiter but the usual sign for an empty cell.
        certain |= cell.len() > 1;
        out.push(match (cell.starts_with(':'), cell.ends_with(':')) {
            (true, true) => Align::Centre,
            (true, false) => Align::Start,
            (false, true) => Align::End,
            (false, false) => Align::Unset,
        });
    }
    certain.then_some(out)
}
