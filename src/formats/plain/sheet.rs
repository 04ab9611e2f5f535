//! Text that is not prose: comma-separated values, configuration files, source code. Each line is kept as it is.
//!
//! Such text is recognised by the shape of its lines alone. No markup is looked for in it, since `#` and `*` are
//! ordinary characters there.

use crate::document::Span;
use crate::formats::{Block, Content, Style};
use crate::text::Part as _;

/// Fewer lines are not judged.
const FEWEST: usize = 2;
/// Lines of two values, and settings, need at least so many lines.
const FEWEST_PLAIN: usize = 3;
/// How many lines are examined.
const LOOK: usize = 400;

/// Whether a text is such a sheet.
pub(super) fn is_sheet(source: &str) -> bool {
    let lines = || source.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()).take(LOOK);
    if lines().nth(FEWEST - 1).is_none() {
        return false;
    }
    // A quoted value may continue on the next line.
    let records = records(lines());
    is_values(lines)
        || is_values(|| records.iter().map(String::as_str))
        || lines().nth(FEWEST_PLAIN - 1).is_some() && is_settings(lines)
}

/// Joins lines that are parts of one record, where a line ends inside quotation marks.
fn records<'s>(lines: impl Iterator<Item = &'s str>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut open = false;
    for line in lines {
        match out.last_mut().filter(|_| open) {
            Some(record) => {
                record.push('\n');
                record.push_str(line);
            }
            None => out.push(line.to_owned()),
        }
        open ^= line.matches('"').count() % 2 == 1;
    }
    out
}

/// Whether every line has the same number of values, separated by the same character, and the values are not parts of
/// sentences.
fn is_values<'s, L: Iterator<Item = &'s str>>(lines: impl Fn() -> L) -> bool {
    [',', ';'].into_iter().any(|sign| {
        let mut wanted = 0;
        let mut spaced = 0;
        for (at, line) in lines().enumerate() {
            let (count, followed) = signs(line, sign);
            if at == 0 {
                wanted = count;
            }
            if count != wanted || count == 0 || line.ends_with(sign) && line.contains(' ') {
                return false;
            }
            spaced += usize::from(followed * 2 > count);
        }
        // In a sentence, a space follows each comma.
        let all = lines().count();
        let sure = all >= FEWEST_PLAIN && wanted > 1;
        if sure { spaced * 4 < all } else { spaced == 0 && all >= FEWEST && all + wanted > FEWEST_PLAIN }
    })
}

/// How often a character occurs outside quotation marks, and how often a space follows it.
fn signs(line: &str, sign: char) -> (usize, usize) {
    let (mut count, mut spaced, mut quoted) = (0, 0, false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == '"' {
            quoted = !quoted;
        } else if letter == sign && !quoted {
            count += 1;
            spaced += usize::from(letters.peek() == Some(&' '));
        }
    }
    (count, spaced)
}

/// Whether most lines are settings, headings of groups of settings, or lines of code.
fn is_settings<'s, L: Iterator<Item = &'s str>>(lines: impl Fn() -> L) -> bool {
    let (mut all, mut sure, mut like) = (0, 0, 0);
    for line in lines() {
        let words = line.trim();
        all += 1;
        let surely =
            is_group(words) || is_setting(words) || words.ends_with(['{', '}']) || words.ends_with(");");
        sure += usize::from(surely);
        like += usize::from(
            surely || words.starts_with(['#', '/', '"', ']', ')']) || words.ends_with([',', ';', '[']),
        );
    }
    sure * 2 > all && like * 10 >= all * 8
}

/// Whether a line is the heading of a group: `[package]`.
fn is_group(line: &str) -> bool {
    let inner = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or_default();
    !inner.is_empty()
        && inner.chars().all(|letter| letter.is_ascii_alphanumeric() || ".-_[]\"'".contains(letter))
}

/// Whether a line is a setting: `name = value`, `"name": value`.
fn is_setting(line: &str) -> bool {
    let named = |name: &str| {
        let name = name.trim().trim_matches('"');
        !name.is_empty()
            && name.len() < 60
            && name.chars().all(|letter| letter.is_ascii_alphanumeric() || ".-_".contains(letter))
    };
    let equals = line.split_once('=').is_some_and(|(name, value)| named(name) && !value.trim().is_empty());
    let quoted = line.starts_with('"') && line.split_once("\":").is_some_and(|(name, _)| named(name));
    equals || quoted
}

/// One block per line, as it is laid out.
pub(super) fn read(source: &str) -> Content {
    let mut content = Content::default();
    let mut gap = 0_u8;
    let mut at = 0;
    for (number, whole) in source.split_inclusive('\n').enumerate() {
        let start = at;
        at += whole.len();
        let line = whole.trim_end();
        let words = line.trim_start();
        if words.is_empty() {
            // After an empty line a new table begins.
            gap = 2;
            continue;
        }
        let lead = line.part(..line.len() - words.len());
        let indent: usize = lead.chars().map(|space| if space == '\t' { 4 } else { 1 }).sum();
        let from = content.text.len();
        content.text.extend(words.chars().filter_map(crate::formats::shown));
        content.blocks.push(Block {
            text: Span::new(from, content.text.len()),
            source: Span::new(start, start + line.len()),
            line: number as u32 + 1,
            page: 0,
            gap,
            indent: indent.min(255) as u8,
            style: Style::Row,
        });
        gap = 0;
    }
    content
}
