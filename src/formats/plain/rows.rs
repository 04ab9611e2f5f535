//! Rows of tables in text: lines of Markdown with bars, and lines that tabs cut into cells.

use super::Reader;
use crate::document::{Align, Span};
use crate::formats::table::{Draft, Shape};
use crate::text::chars;

/// The table that is being read.
#[derive(Debug, Default)]
pub(super) struct Tabling {
    draft: Draft,
    /// How the columns are aligned, where a line below the header says so.
    aligns: Vec<Align>,
    rows: usize,
    /// The first byte of the line that is to come next, if the table goes on.
    next: usize,
}

impl Reader<'_> {
    /// The cells of a line between bars; nothing where it is the rule below the header, or has no words.
    pub(super) fn barred(&mut self, start: usize, end: usize) -> Option<Span> {
        self.begin_row(start, end);
        let line = self.source.get(start..end).unwrap_or_default();
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

    /// The cells of a line that tabs part.
    pub(super) fn tabbed_cells(&mut self, start: usize, end: usize) -> Option<Span> {
        self.begin_row(start, end);
        let mut cells = Vec::new();
        let mut at = start;
        while at <= end {
            let rest = self.bytes.get(at..end).unwrap_or_default();
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

    /// The words of a cell, and `<br>` as the end of a paragraph.
    fn cell(&mut self, from: usize, to: usize) {
        const BREAK: &[u8] = b"<br>";
        let begin = self.content.text.len();
        let mut at = from;
        while at <= to {
            let rest = self.bytes.get(at..to).unwrap_or_default();
            let stop = memchr::memmem::find(rest, BREAK).map_or(to, |found| at + found);
            let words = self.source.get(at..stop).unwrap_or_default();
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
            // Emphasis ends with the cell.
            self.open = None;
            at = stop + BREAK.len();
        }
    }

    /// A line of a table begins; it continues the table if it stands right below its last line.
    fn begin_row(&mut self, start: usize, end: usize) {
        if self.tabling.next != start {
            self.end_table();
        }
        let line = self.bytes.get(end..).unwrap_or_default();
        let feed = match line {
            [b'\r', b'\n', ..] => 2,
            [] => 0,
            _ => 1,
        };
        self.tabling.next = end + feed;
    }

    /// What follows is no part of the table so far.
    pub(super) fn end_table(&mut self) {
        let tabling = std::mem::take(&mut self.tabling);
        let content = &mut self.content;
        content.tables.extend(tabling.draft.finish(&content.text, &content.emphasis));
    }
}

/// The cells of a line between bars: a bar that is escaped is a character.
fn cells(bytes: &[u8], start: usize, end: usize) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut from = start;
    let mut at = start;
    while at < end {
        match bytes.get(at) {
            Some(b'\\') => at += 1,
            Some(b'|') => {
                // Nothing stands before the first bar.
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

/// What the line below the header says of the columns: `---`, `:--`, `:-:`, `--:`; nothing where it is another line.
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
        // "-" alone is what tables print where there is nothing.
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
