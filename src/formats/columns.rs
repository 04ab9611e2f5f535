//! Tables laid out with spaces in plain text, and mastheads that print two columns on one line.
//!
//! Lines form a table where their gaps are aligned vertically. Wide spaces alone do not: justified text has them too.
//! Each line is compared with the row before it only, so that the time is linear.

use super::{Block, Content, Style};
use crate::document::Span;
use crate::text::Part as _;
use crate::text::chars::is_wide;

/// A table has at least so many rows.
const FEWEST: usize = 3;
/// How many lines at the beginning may belong to the masthead.
const MASTHEAD: usize = 60;

/// Range of terminal columns, from 0; the end is exclusive.
type ColumnRange = (usize, usize);

/// Marks the rows of tables, and splits the two-column lines of a masthead.
pub(super) fn mark(content: &mut Content) {
    let mut at = 0;
    while at < content.blocks.len() {
        let end = table(content, at);
        let rows = content.blocks.get_mut(at..end).unwrap_or_default();
        let least = rows.iter().map(|block| block.indent).min().unwrap_or(0);
        for block in rows {
            block.style = Style::Row;
            block.indent -= least;
        }
        at = end.max(at + 1);
    }
    split_masthead(content);
}

/// The end (exclusive) of the table that begins at block `start`; `start` where none begins.
fn table(content: &Content, start: usize) -> usize {
    let Some(first) = content.blocks.get(start).filter(|block| block.style == Style::Line) else {
        return start;
    };
    let opening = is_rule(content.words(first));
    let head = if opening { start + 1 } else { start };
    let mut last: Vec<ColumnRange> = Vec::new();
    // The number of rows, of rows with at least two gaps, and of rows with dot leaders.
    let (mut rows, mut strong, mut leaders, mut end) = (0, 0, 0, start);
    for (at, block) in content.blocks.iter().enumerate().skip(head) {
        let words = content.words(block);
        let near = at == start || block.gap == 0 || (block.gap == 1 && rows > 1);
        if block.style != Style::Line || block.page != first.page || !near {
            break;
        }
        if is_rule(words) {
            let drawn = !words.contains('_');
            if rows == 0 || block.gap > 0 {
                break;
            }
            if drawn {
                end = at + 1;
            }
            continue;
        }
        if has_leader(words) {
            (rows, leaders, end) = (rows + 1, leaders + 1, at + 1);
            last.clear();
            continue;
        }
        let gaps = gaps(words, usize::from(block.indent));
        let inner = gaps.len() - usize::from(block.indent >= 2);
        let fits = if rows == 0 {
            inner >= 2
        } else {
            let weak = block.gap > 0 || rows > 2 * FEWEST && strong < FEWEST;
            leaders == 0 && inner >= if weak { 2 } else { 1 } && shared(&last, &gaps) >= 2
        };
        if !fits {
            break;
        }
        (rows, end) = (rows + 1, at + 1);
        if inner >= 2 {
            (strong, last) = (strong + 1, gaps);
        }
    }
    if strong >= FEWEST || leaders >= 2 { end } else { start }
}

/// A run of lines with tabs: the byte offset of its end, and whether it is a table.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tabbed {
    pub end: usize,
    pub table: bool,
}

impl Tabbed {
    /// Examines the run that begins with the line at byte `start`. The rows of a table have as many tabs as the first,
    /// and text in at least two cells. A label followed by a tab is the beginning of a paragraph.
    pub(super) fn at(source: &str, start: usize) -> Self {
        let rest = source.part(start..);
        let tabs = |line: &str| memchr::memchr_iter(b'\t', line.as_bytes()).count();
        let (mut end, mut rows, mut count, mut symbol) = (start, 0, 0, false);
        // The number of rows with text in at least two cells. In a wide table, other rows may be one merged cell.
        let mut strong = 0;
        for line in rest.split_inclusive(['\n', '\r', '\u{C}']) {
            if line == "\n" && source.as_bytes().get(end.wrapping_sub(1)) == Some(&b'\r') {
                end += 1;
                continue;
            }
            let here = tabs(line);
            if rows == 0 {
                count = here;
            }
            let full = is_tabbed(line);
            if here != count || !full && (count < 2 || rows == 0 || line.trim().is_empty()) {
                break;
            }
            strong += usize::from(full);
            symbol |= line.contains("/RES/");
            (end, rows) = (end + line.len(), rows + 1);
        }
        // A masthead with two columns is not a table.
        Self { end, table: rows >= FEWEST && strong >= 2 && (count > 1 || !symbol) }
    }
}

fn is_tabbed(line: &str) -> bool {
    let mut cells = line.split('\t').map(str::trim).filter(|cell| !cell.is_empty());
    let Some(first) = cells.next() else { return false };
    let others = cells.count();
    let label = first.len() <= 8 && first.ends_with(['.', ')', '-', '–', '•', '．', '、']);
    others >= 2 || others == 1 && !label && first.chars().nth(1).is_some()
}

/// The gaps of a line: its indent, and each run of at least two spaces.
fn gaps(words: &str, indent: usize) -> Vec<ColumnRange> {
    let mut out = Vec::new();
    if indent >= 2 {
        out.push((0, indent));
    }
    // Most lines have no gap, which is quickly found.
    if !words.contains('\u{A0}') && memchr::memmem::find(words.as_bytes(), b"  ").is_none() {
        return out;
    }
    let (mut column, mut from) = (indent, None);
    for letter in words.chars() {
        if matches!(letter, ' ' | '\u{A0}') {
            from.get_or_insert(column);
        } else if let Some(from) = from.take()
            && column - from >= 2
        {
            out.push((from, column));
        }
        column += if is_wide(letter) { 2 } else { 1 };
    }
    out
}

/// How many gaps of a line overlap gaps of the row above by at least two columns. Both lists are sorted.
fn shared(above: &[ColumnRange], below: &[ColumnRange]) -> usize {
    let mut others = above.iter().peekable();
    let mut count = 0;
    for gap in below {
        while others.next_if(|other| other.1 < gap.0 + 2).is_some() {}
        if others.peek().is_some_and(|other| other.1.min(gap.1) >= other.0.max(gap.0) + 2) {
            count += 1;
        }
    }
    count
}

/// Whether a line has a dot leader: dots that lead to the text at its end.
fn has_leader(words: &str) -> bool {
    // 0xA6 is the last byte of "…" in UTF-8.
    let Some(at) = memchr::memrchr2(b'.', 0xA6, words.as_bytes()) else { return false };
    let is_dot = words.as_bytes().get(at) == Some(&b'.');
    let Some(last) = Some(at).filter(|_| is_dot).or_else(|| words.rfind(['.', '…'])) else { return false };
    let (head, tail) = words.split_at(last);
    let tail = tail.trim_start_matches(['.', '…']).trim();
    let text = head.trim_end_matches(['.', '…', ' ', '\u{A0}']);
    let dots: usize = head
        .part(text.len()..)
        .chars()
        .map(|letter| match letter {
            '.' => 1,
            '…' => 3,
            _ => 0,
        })
        .sum();
    dots >= 4 && !text.is_empty() && !tail.is_empty() && tail.chars().count() <= 24
}

fn is_rule(words: &str) -> bool {
    let mark = |letter: char| matches!(letter, '_' | '-' | '—' | '–' | '=' | '─' | '━' | '═');
    words.chars().all(|letter| mark(letter) || letter == ' ')
        && words.chars().filter(|&letter| mark(letter)).count() >= 3
}

/// Splits a line such as "United Nations        A/RES/95/52" into two. The masthead ends at the first line with a comma
/// at its end.
fn split_masthead(content: &mut Content) {
    let mut at = 0;
    while at < content.blocks.len().min(MASTHEAD) {
        let Some(&block) = content.blocks.get(at) else { return };
        let words = content.words(&block);
        if block.page > 0 || words.ends_with([',', '،', '，']) {
            return;
        }
        if let Some((left, right)) = two_columns(words).filter(|_| block.style == Style::Line) {
            let start = block.text.start as usize;
            let second =
                Block { text: Span::new(start + right, block.text.end as usize), gap: 0, indent: 0, ..block };
            if let Some(first) = content.blocks.get_mut(at) {
                first.text = Span::new(start, start + left);
            }
            content.blocks.insert(at + 1, second);
            at += 1;
        }
        at += 1;
    }
}

/// The byte offsets at which the first column ends and the second begins: separated by one run of at least three
/// spaces, with no other wide one in the line.
fn two_columns(words: &str) -> Option<(usize, usize)> {
    let (left, rest) = words.split_once("   ")?;
    let right = rest.trim_start();
    let first = right.chars().next()?;
    let numbered =
        left.starts_with(|letter: char| letter.is_numeric()) || left.ends_with(['.', '-', '–', ')']);
    (!numbered
        && !left.contains("  ")
        && !right.contains("  ")
        && left.chars().nth(1).is_some()
        && left.len() <= 120
        && right.len() <= 120
        && !first.is_lowercase())
    .then(|| (left.trim_end().len(), words.len() - right.len()))
}
