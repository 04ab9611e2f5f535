//! Page furniture: running heads and feet, page numbers, job numbers. Where the file tags artifacts, the tags decide;
//! else a line is furniture if it repeats from page to page at the same height.
//!
//! The head of the first page is not furniture: it is the masthead.

use super::glyph::Furniture;
use super::lines::{Line, Lines};
use crate::document::Reason;
use crate::lang::tables;
use std::collections::HashMap;

/// Where the head of a page ends and its foot begins, as fractions of the page height.
const HEAD: f32 = 0.12;
const FOOT: f32 = 0.89;

/// For each line, the reason why it is furniture; `None` for text. `heights` are those of the pages, in points.
pub(super) fn find(lines: &Lines, heights: &[f32]) -> Vec<Option<Reason>> {
    let height = |line: &Line| heights.get(line.page as usize).copied().unwrap_or(792.0).max(1.0);
    let mut seen: HashMap<(String, i32), u32> = HashMap::new();
    for line in &lines.list {
        if let Some(key) = key(lines, line, height(line))
            && (seen.len() < 50_000 || seen.contains_key(&key))
        {
            *seen.entry(key).or_insert(0) += 1;
        }
    }
    let pages = heights.len();
    let opening = opening(lines);
    let mut reasons: Vec<Option<Reason>> = Vec::with_capacity(lines.list.len());
    let mut above: Option<&Line> = None;
    for line in &lines.list {
        let is_text =
            line.furniture == Some(Furniture::Untyped) && is_untagged_text(line, above, height(line));
        let reason = if is_text { None } else { reason(lines, line, height(line), &seen, pages, &opening) };
        above = Some(line).filter(|_| reason.is_none());
        reasons.push(reason);
    }
    reasons
}

/// Whether an artifact without a subtype is text that the author did not tag: it stands between the head and the foot
/// of the page, or is a note or the next line of one. `above` is the line above it if that is not furniture.
fn is_untagged_text(line: &Line, above: Option<&Line>, height: f32) -> bool {
    let goes_on = above.is_some_and(|above| {
        above.furniture == line.furniture && above.page == line.page && line.y - above.y < 1.6 * line.size
    });
    let place = line.y / height;
    (HEAD..=FOOT).contains(&place) || place > FOOT && (line.marked || goes_on)
}

/// Why a line is furniture. `seen` counts how often each line at the edge of a page occurs in the file.
fn reason(
    lines: &Lines,
    line: &Line,
    height: f32,
    seen: &HashMap<(String, i32), u32>,
    pages: usize,
    opening: &str,
) -> Option<Reason> {
    let words = lines.text.get(line.text.range()).unwrap_or_default();
    let place = line.y / height;
    match line.furniture {
        Some(Furniture::Footer) => return Some(named(words, Reason::RunningFoot)),
        Some(Furniture::Untyped) if place > FOOT => return Some(named(words, Reason::RunningFoot)),
        Some(_) => {
            let masthead = line.page == 0 && place < 0.4 && !is_page_number(words);
            return (!masthead).then(|| named(words, Reason::RunningHead));
        }
        None => {}
    }
    if line.tag.block > 0 || line.tag.note > 0 || line.turn != 0 {
        return None;
    }
    let edge = !(HEAD..=FOOT).contains(&place);
    if edge && is_page_number(words) && (line.page > 0 || place > FOOT) {
        return Some(Reason::PageNumber);
    }
    if place > FOOT && (is_job_number(words) || words.starts_with('*') && words.ends_with('*')) {
        return Some(named(words, Reason::RunningFoot));
    }
    if line.page > 0 && place < HEAD && is_symbol(words) && opening.contains(words) {
        return Some(Reason::RunningHead);
    }
    let repeated = key(lines, line, height).and_then(|key| seen.get(&key).copied()).unwrap_or(0);
    // The heads of left and right pages may differ, and so may those of sections.
    let often = repeated >= 2 && repeated as usize * 4 >= pages;
    (often && (line.page > 0 || place > FOOT))
        .then(|| named(words, if place < 0.5 { Reason::RunningHead } else { Reason::RunningFoot }))
}

/// What identifies a repeated line at the edge of a page: its words without the page number, and its height. `None` for
/// a line that cannot be repeated furniture.
fn key(lines: &Lines, line: &Line, height: f32) -> Option<(String, i32)> {
    let place = line.y / height;
    let words = lines.text.get(line.text.range()).unwrap_or_default();
    if (HEAD..=FOOT).contains(&place) || words.len() > 300 || line.tag.block > 0 || line.turn != 0 {
        return None;
    }
    if line.marked {
        return None;
    }
    // The page number may precede or follow the words.
    let number = |word: &str| word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let mut bare = words;
    if let Some((rest, last)) = words.rsplit_once(' ')
        && number(last)
    {
        bare = rest;
    } else if let Some((first, rest)) = words.split_once(' ')
        && number(first)
    {
        bare = rest;
    }
    Some((bare.to_owned(), (line.y / 6.0) as i32))
}

/// The reason that is given for a line: what its words look like, or `other`.
fn named(words: &str, other: Reason) -> Reason {
    let bytes = words.as_bytes();
    if is_page_number(words) {
        Reason::PageNumber
    } else if is_job_number(words) {
        Reason::JobNumber
    } else if bytes.len() > 6 && bytes.first() == Some(&b'*') && bytes.get(1).is_some_and(u8::is_ascii_digit)
    {
        Reason::BarCode
    } else {
        other
    }
}

/// Whether a line is a page number: "2", "2/7", "- 2 -", "Page 2".
fn is_page_number(words: &str) -> bool {
    let bare = words.trim_matches(|letter: char| letter.is_whitespace() || "-–—".contains(letter));
    let lower = bare.to_lowercase();
    let mut names = tables().flat_map(|words| words.lines.pages);
    let bare = names.find_map(|name| lower.strip_prefix(name)).unwrap_or(&lower);
    let number = |text: &str| (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    number(bare) || bare.split_once('/').is_some_and(|(one, all)| number(one.trim()) && number(all.trim()))
}

/// Whether a line is a job number of the Secretariat: "25-15106", "25-15106 (E)".
fn is_job_number(words: &str) -> bool {
    let bytes = words.as_bytes();
    let digits =
        |from: usize, to: usize| bytes.get(from..to).is_some_and(|part| part.iter().all(u8::is_ascii_digit));
    digits(0, 2) && bytes.get(2) == Some(&b'-') && digits(3, 8) && bytes.len() <= 24
}

/// The text of the top of the first page.
fn opening(lines: &Lines) -> String {
    let mut out = String::new();
    for line in lines.list.iter().take_while(|line| line.page == 0 && line.y < 400.0).take(60) {
        out.push_str(lines.text.get(line.text.range()).unwrap_or_default());
        out.push('\n');
    }
    out
}

/// Whether a line is the symbol of a document: "A/RES/95/12".
fn is_symbol(words: &str) -> bool {
    words.len() <= 40
        && words.starts_with(|first: char| first.is_ascii_uppercase())
        && words.bytes().filter(|&byte| byte == b'/').count() >= 2
        && words.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/.()-*".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_furniture_is_named() {
        let names = ["2/7", "- 2 -", "Page 3", "40-12345 (E)", "*4012345*", "A/RES/95/12"];
        let found: Vec<_> = names.iter().map(|words| named(words, Reason::RunningFoot)).collect();
        let wanted = [
            Reason::PageNumber,
            Reason::PageNumber,
            Reason::PageNumber,
            Reason::JobNumber,
            Reason::BarCode,
            Reason::RunningFoot,
        ];
        assert_eq!(found, wanted);
    }
}
