//! Measures how a text was laid out in lines: the width it was wrapped to, whether it is double-spaced, and line ends
//! at which nothing can end.
//!
//! What this means for paragraphs is decided in `paragraphs`.

use super::closing::is_month;
use super::numbering::number;
use super::shape::{ends_with_mark, fold, starts_lower};
use crate::formats::{Content, Style};
use crate::lang::tables;
use crate::text::chars::{is_arabic, is_gap, is_wide};

/// The width that a text was wrapped to, in columns; `None` where its lines are whole paragraphs. Notes are left out,
/// since they are set in smaller type.
pub(super) fn wrap_column(content: &Content, double: bool, skipped: impl Fn(usize) -> bool) -> Option<usize> {
    let mut counts = [0_usize; 161];
    let mut all = 0_usize;
    let lines =
        content.blocks.iter().enumerate().filter(|(at, block)| block.style == Style::Line && !skipped(*at));
    // Where no line directly follows another that has no end mark, lines are whole paragraphs, long or short.
    let (mut close, mut complete) = (0, true);
    for (_, block) in lines.take(20_000) {
        close += i32::from(block.gap <= u8::from(double) && !complete);
        complete = ends_with_mark(content.words(block));
        let words = content.words(block);
        let columns = columns(words, 160);
        if let Some(count) = counts.get_mut(columns) {
            *count += 1;
        }
        all += 1;
    }
    if close == 0 {
        return None;
    }
    // The width that 95 of 100 lines do not exceed; longer ones are two lines glued together.
    let mut left = all / 20 + 1;
    let mut width = 160;
    while width > 0 && left > 0 {
        left = left.saturating_sub(counts.get(width).copied().unwrap_or(0));
        width -= 1;
    }
    (width + 1 < 140).then_some(width + 1)
}

/// Whether blank lines also separate the lines of a sentence, as in a typescript: hardly any line directly follows
/// another, and many are incomplete.
pub(super) fn is_double_spaced(content: &Content, from: usize, skipped: impl Fn(usize) -> bool) -> bool {
    let (mut lines, mut close, mut broken, mut lower) = (0, 0, 0, 0);
    let mut complete = true;
    for (at, block) in content.blocks.iter().enumerate().skip(from + 1).take(4000) {
        if block.style != Style::Line || skipped(at) {
            continue;
        }
        lines += 1;
        close += i32::from(block.gap == 0);
        broken += i32::from(!complete && block.gap == 1);
        let words = content.words(block);
        let caseless = words.starts_with(|first| is_arabic(first) || is_wide(first));
        lower += i32::from(!complete && block.gap == 1 && (caseless || starts_lower(words)));
        complete = ends_with_mark(words);
    }
    broken >= 3 && lower * 4 >= broken && close * 10 <= lines && broken * 5 >= lines * 2
}

pub(super) fn columns(words: &str, most: usize) -> usize {
    if words.is_ascii() {
        return words.len().min(most);
    }
    let mut columns = 0;
    for letter in words.chars() {
        columns += if is_wide(letter) { 2 } else { 1 };
        if columns >= most {
            return most;
        }
    }
    columns
}

/// The width in columns that a line would have with the first word of the next. Of two lines glued together, the
/// second is measured.
pub(super) fn filled(before: &str, words: &str, width: usize) -> usize {
    let first_word = words.find(' ').map_or(words, |end| words.get(..end).unwrap_or(words));
    let line = columns(before, 400);
    let line = if line > width * 5 / 4 { line.saturating_sub(width) } else { line };
    line + 1 + columns(first_word, 100)
}

/// Whether a line ends with an article, a preposition or the like, at which neither a clause nor a heading can end.
pub(super) fn ends_open(line: &str) -> bool {
    let word = line.rsplit(is_gap).next().unwrap_or_default();
    word.len() <= 8 && tables().any(|words| words.lines.open.contains(&word))
}

/// Whether a line ends with an abbreviation that precedes a number, "Supplement No." or "(Sect.", so that a number on
/// the next line belongs to it. These are the citations in footnotes (United Nations Editorial Manual, footnotes).
pub(super) fn awaits_number(line: &str) -> bool {
    let word = line.rsplit([' ', '\u{A0}', '(', '[']).next().unwrap_or_default();
    let lower = if word.len() <= 12 { word.to_lowercase() } else { return false };
    tables().any(|words| words.lines.before_numbers.contains(&lower.as_str()))
}

/// Whether a line begins with a day, a month and a year: "18 December 2013, 69/160".
pub(super) fn begins_with_date(line: &str) -> bool {
    let mut words = line
        .split(is_gap)
        .filter(|word| !word.is_empty() && !tables().any(|words| words.date_links.contains(word)));
    let day = words.next().is_some_and(|day| day.len() <= 2 && day.bytes().all(|byte| byte.is_ascii_digit()));
    let month = |word: &str| word.len() < 40 && word.split('/').any(|name| is_month(&fold(name)));
    // Arabic names of months may have two words.
    day && words.take(2).any(month)
}

/// Whether first lines of paragraphs are indented on the page, so that lines further out continue a paragraph.
pub(super) fn sets_in(content: &Content, skipped: impl Fn(usize) -> bool) -> bool {
    let (mut in_, mut out) = (0, 0);
    for (at, pair) in content.blocks.windows(2).enumerate().take(4000) {
        let [first, second] = pair else { continue };
        let lines = first.style == Style::Line && second.style == Style::Line && second.gap == 0;
        if !lines || first.page != second.page || skipped(at) || skipped(at + 1) {
            continue;
        }
        let (above, below) = (content.words(first), content.words(second));
        if number(above).is_some() && number(below).is_none() && !ends_with_mark(above) {
            let deeper = first.indent >= second.indent.saturating_add(3);
            (in_, out) = (in_ + i32::from(deeper), out + i32::from(!deeper));
        }
    }
    in_ >= 3 && out * 8 <= in_
}

/// Whether the next line closes a quotation that this line opens: "under the theme “Our lakes:" and "their fish”".
pub(super) fn is_inside_quotation(before: &str, words: &str) -> bool {
    [('“', '”'), ('«', '»')].into_iter().any(|(open, close)| {
        let opened = before.rfind(open).filter(|&at| at > 0);
        let closed = before.rfind(close);
        opened.is_some()
            && opened > closed
            && words.find(close).is_some_and(|at| words.find(open).is_none_or(|next| at < next))
    })
}
