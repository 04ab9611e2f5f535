//! Footnote bodies: which blocks are notes, where each begins, and its marker.
//!
//! `assemble` finds the marks in the text, and the grammar binds them to their notes. `pdftotext` prints some markers on
//! lines of their own below a rule, often out of place: the bodies stand in order, and so do the numbers once sorted, so
//! what has to be found is where each body begins. It also prints marks apart from the word that they belong to.
//! Markers are superscript digits or asterisks (seen in General Assembly resolutions of sessions 75 to 80), or "1/".

use super::numbering::leading_digits;
use super::shape::ends_with_stop;
use super::wrapping::awaits_number;
use crate::document::{Reason, naming};
use crate::formats::{Block, Content, Style};
use crate::lang::tables;
use crate::text::Part as _;
use crate::text::chars::{is_gap, is_superscript};
use std::collections::HashSet;

/// The most lines of notes below a rule.
const MOST: usize = 300;

/// A footnote: its blocks and its marker.
#[derive(Clone, Debug)]
pub(super) struct Note {
    /// Blocks in reading order.
    pub blocks: Vec<u32>,
    /// The marker in plain characters: "1", "*".
    pub marker: String,
    /// The length in bytes of the marker and the space after it, in the first block.
    pub skip: usize,
    pub page: u32,
    /// Whether its marker is printed in plain digits, so that the mark in the text may be too.
    pub plain: bool,
    /// Whether its marker is printed as "1/", as in documents of 1970 to 2000; the mark in the text is then printed
    /// so too.
    pub slash: bool,
}

/// Takes the notes out of the blocks that are not furniture. The second result says for each block whether it is part
/// of a note.
pub(super) fn find(content: &Content, furniture: &[Option<Reason>]) -> (Vec<Note>, Vec<bool>) {
    let mut finder = Finder {
        content,
        furniture,
        notes: Vec::new(),
        taken: vec![false; content.blocks.len()],
        last: 0,
        seen: HashSet::new(),
        star: false,
        told: content.blocks.iter().any(|block| block.style == Style::Note),
        raised: raised(content),
    };
    let tails = note_tails(content, furniture);
    finder.run(&tails);
    in_order(&mut finder.notes);
    (finder.notes, finder.taken)
}

/// Sorts notes by their numbers, separately for each sequence from 1: pages that share a paragraph may print them out
/// of order.
fn in_order(notes: &mut [Note]) {
    let number = |note: &Note| note.marker.parse::<u32>().unwrap_or(0);
    let mut start = 0;
    let mut seen = HashSet::new();
    for at in 0..=notes.len() {
        let again = notes.get(at).is_none_or(|note| !seen.insert(number(note)) && number(note) > 0);
        if again {
            if let Some(run) = notes.get_mut(start..at) {
                run.sort_by_key(number);
            }
            start = at;
            seen.clear();
            seen.extend(notes.get(at).map(number));
        }
    }
}

struct Finder<'a> {
    content: &'a Content,
    furniture: &'a [Option<Reason>],
    notes: Vec<Note>,
    taken: Vec<bool>,
    /// The number of the last note.
    last: u32,
    seen: HashSet<u32>,
    /// Whether a word followed by an asterisk was seen.
    star: bool,
    /// Whether the format marks its notes: then "1 December 2095" is not one.
    told: bool,
    /// The note marks that the format found in paragraphs.
    raised: HashSet<&'a str>,
}

/// The note marks of the format, except those at the start of a block, which are the markers of the notes themselves.
fn raised(content: &Content) -> HashSet<&str> {
    let openings: HashSet<u32> = content.blocks.iter().map(|block| block.text.start).collect();
    let inner = content.marks.iter().filter(|mark| !openings.contains(&mark.start));
    inner.filter_map(|mark| content.text.get(mark.range())).collect()
}

impl Finder<'_> {
    fn run(&mut self, tails: &[bool]) {
        let mut inside = false;
        let mut page = 0;
        let mut rule = false;
        let mut page_end = 0;
        for (at, block) in self.content.blocks.iter().enumerate() {
            if at >= page_end {
                page_end = at
                    + self
                        .content
                        .blocks
                        .part(at..)
                        .iter()
                        .take_while(|next| next.page == block.page)
                        .count();
                self.below_rule(at, page_end);
            }
            if self.taken.get(at).copied().unwrap_or(false) {
                continue;
            }
            if let Some(reason) = self.furniture.get(at).copied().flatten() {
                rule |= reason == Reason::Rule;
                continue;
            }
            if block.page != page {
                (inside, page, rule) = (false, block.page, false);
            }
            let words = self.content.words(block);
            let tail = tails.get(at).copied().unwrap_or(false);
            if let Some((marker, skip)) = self.start(block, words, inside, rule, tail) {
                if let Ok(number) = marker.parse() {
                    self.last = number;
                    self.seen.insert(number);
                }
                // Where the format says which characters are marks, a plain figure is not one.
                let known = block.style == Style::Note && !self.content.marks.is_empty()
                    || self.raised.contains(marker.as_str());
                let plain = !known && words.starts_with(|first: char| first.is_ascii_digit());
                let slash = plain && slashed(words);
                self.notes.push(Note { blocks: vec![at as u32], marker, skip, page, plain, slash });
                self.take(at);
                inside = true;
            } else if inside && block.gap == 0 && block.style == Style::Line {
                if let Some(note) = self.notes.last_mut() {
                    note.blocks.push(at as u32);
                }
                self.take(at);
            } else {
                inside = false;
                self.star |= words.len() < 2000 && has_star(words);
            }
            rule = false;
        }
    }

    /// Takes the notes of a page whose markers stand on lines of their own.
    fn below_rule(&mut self, start: usize, end: usize) {
        if let Some((notes, zone)) = notes_below_rule(self.content, self.furniture, start, end, self.last) {
            for note in notes {
                if let Ok(number) = note.marker.parse() {
                    self.last = number;
                    self.seen.insert(number);
                }
                self.notes.push(note);
            }
            for at in zone {
                self.take(at);
            }
        }
    }

    fn take(&mut self, at: usize) {
        if let Some(taken) = self.taken.get_mut(at) {
            *taken = true;
        }
    }

    /// The marker and its length in bytes, where a note begins.
    fn start(
        &self,
        block: &Block,
        words: &str,
        inside: bool,
        rule: bool,
        tail: bool,
    ) -> Option<(String, usize)> {
        let first = words.chars().next()?;
        if block.style == Style::Note {
            return Some(any_marker(words));
        }
        if !matches!(block.style, Style::Line | Style::Paragraph) {
            return None;
        }
        if is_superscript(first) {
            if block.gap == 0 && !inside && !rule && !tail {
                return None;
            }
            let (marker, skip) = superscript_marker(words);
            return words.get(skip..).is_some_and(|rest| !rest.is_empty()).then_some((marker, skip));
        }
        if first == '*' && (self.star || inside) {
            let stars = words.len() - words.trim_start_matches('*').len();
            let rest = words.get(stars..)?;
            return (stars <= 4 && rest.starts_with(is_gap))
                .then(|| ("*".repeat(stars), stars + rest.len() - rest.trim_start_matches(is_gap).len()));
        }
        // "1/ See A/50/1.": no other number is followed by a stroke, so that text may follow on the page.
        if !self.told
            && slashed(words)
            && (rule || inside || tail)
            && let Some((value, skip)) = plain_marker(words).filter(|(value, _)| !self.seen.contains(value))
        {
            return Some((value.to_string(), skip));
        }
        if first == '(' && (block.gap > 0 || inside) {
            return bracketed_marker(words);
        }
        if !tail || self.told || super::words::is_date(words) {
            return None;
        }
        // "18 December 2013, 69/160": a line of a paragraph that begins with a date.
        if super::wrapping::begins_with_date(words) {
            return None;
        }
        let (value, skip) = match plain_marker(words) {
            Some(marker) => marker,
            // The marker stands alone on its line, and the note on the next.
            None if is_bare_marker(words) => (words.parse().ok()?, words.len()),
            None => return None,
        };
        // A paragraph that continues on the next page has notes on both, so that numbers may be out of order.
        let beside = || self.seen.contains(&value.saturating_sub(1)) || self.seen.contains(&(value + 1));
        let near = !self.seen.contains(&value) && (value.abs_diff(self.last) <= 8 || beside());
        let next = value == self.last + 1;
        // Inside a note, a number out of sequence is a figure at the beginning of a line.
        let starts = if inside {
            (near || self.last == 0 && !self.seen.contains(&value)) && self.previous_is_complete()
                || next && block.gap > 0
        } else {
            (block.gap > 0 || rule)
                && (near && (next || self.last > 0)
                    || self.last == 0
                        && (opens_a_note(words.get(skip..)?) || is_bare_marker(words) && value == 1))
        };
        starts.then(|| (value.to_string(), skip))
    }

    fn previous_is_complete(&self) -> bool {
        let last = self
            .notes
            .last()
            .and_then(|note| note.blocks.last())
            .and_then(|&at| self.content.blocks.get(at as usize));
        last.is_some_and(|block| {
            let words = self.content.words(block);
            !awaits_number(words)
                && (ends_with_stop(words) || words.ends_with(')') || words.chars().count() < 70)
        })
    }
}

/// For each block, whether only lines that can be notes follow up to the end of its page.
fn note_tails(content: &Content, furniture: &[Option<Reason>]) -> Vec<bool> {
    let mut out = vec![false; content.blocks.len()];
    let mut fits = true;
    let mut page = u32::MAX;
    for (at, block) in content.blocks.iter().enumerate().rev() {
        if block.page != page {
            (fits, page) = (true, block.page);
        }
        if furniture.get(at).copied().flatten().is_some() {
            continue;
        }
        let words = content.words(block);
        let below = content.blocks.get(at + 1).is_some_and(|next| next.gap == 0 && next.page == block.page);
        let starts = plain_marker(words).is_some()
            || words.starts_with(is_superscript)
            || below && is_bare_marker(words);
        let here = fits && starts;
        if let Some(slot) = out.get_mut(at) {
            *slot = here;
        }
        // A block with a gap before it must begin a note; one without continues the block before it.
        fits = fits && (starts || block.gap == 0);
    }
    out
}

/// Whether an asterisk follows a word.
fn has_star(words: &str) -> bool {
    memchr::memchr_iter(b'*', words.as_bytes()).any(|at| {
        let before = at.checked_sub(1).and_then(|before| words.as_bytes().get(before));
        before.is_some_and(|&byte| !byte.is_ascii_whitespace())
    })
}

/// A marker in brackets, followed by words that notes begin with: "(١) انظر".
fn bracketed_marker(words: &str) -> Option<(String, usize)> {
    in_brackets(words).filter(|(_, skip)| words.get(*skip..).is_some_and(opens_a_note))
}

/// A marker in brackets, "(١)", and its length in bytes with the space after it.
fn in_brackets(words: &str) -> Option<(String, usize)> {
    let inner = words.strip_prefix('(')?;
    let raised = inner.find(|letter| !is_superscript(letter)).unwrap_or(inner.len());
    let digits = if raised > 0 { raised } else { leading_digits(inner, 3)?.0 };
    let body = inner.get(digits..)?.strip_prefix(')')?;
    let rest = body.trim_start_matches(is_gap);
    let marker = words.get(..digits + 2)?;
    (rest.len() < body.len()).then(|| (marker.to_owned(), words.len() - rest.len()))
}

fn superscript_marker(words: &str) -> (String, usize) {
    let end = words.find(|letter| !is_superscript(letter)).unwrap_or(words.len());
    let marker = naming::marker(words.part(..end));
    let rest = words.part(end..);
    (marker, end + rest.len() - rest.trim_start_matches(is_gap).len())
}

/// A number and its length in bytes with the space after it: "1 Voir", "1/ See".
fn plain_marker(words: &str) -> Option<(u32, usize)> {
    let first = words.as_bytes().first()?;
    if !first.is_ascii_digit() && *first < 0x80 {
        return None;
    }
    let (digits, value) = leading_digits(words, 3)?;
    let rest = words.get(digits..)?;
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let body = rest.trim_start_matches(is_gap);
    let next = body.chars().next()?;
    let apart = body.len() < rest.len() || next.is_alphabetic() && !next.is_lowercase();
    // "5 1995 Review Conference" is a note, "10 000 dollars" is not.
    let figures = body.bytes().take_while(u8::is_ascii_digit).count();
    // No note is numbered "01", whose zero would be lost.
    (value > 0
        && words.part(..digits).chars().count() == value.to_string().len()
        && apart
        && (figures == 0 || figures == 4)
        && !matches!(next, '-' | '–' | '.' | ',' | ';' | '%' | '/'))
    .then(|| (value, words.len() - body.len()))
}

/// Whether a line begins the note of a marker that is printed in plain digits.
fn begins_note(words: &str, marker: &str) -> bool {
    if words.starts_with(is_superscript) {
        return superscript_marker(words).0 == marker;
    }
    words == marker || plain_marker(words).is_some_and(|(value, _)| marker.parse() == Ok(value))
}

/// Whether the words begin with a number, a stroke and a space: "1/ ".
fn slashed(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&digits)
        && words
            .get(digits..)
            .and_then(|rest| rest.strip_prefix('/'))
            .is_some_and(|rest| rest.starts_with(is_gap))
}

/// Whether the words are the number of a note and nothing else.
fn is_bare_marker(words: &str) -> bool {
    words.len() <= 3 && !words.starts_with('0') && words.bytes().all(|byte| byte.is_ascii_digit())
}

fn any_marker(words: &str) -> (String, usize) {
    if words.starts_with(is_superscript) {
        return superscript_marker(words);
    }
    if let Some(marker) = in_brackets(words) {
        return marker;
    }
    let end = words.find(|letter: char| !letter.is_alphanumeric() && letter != '*').unwrap_or(words.len());
    let rest = words.part(end..);
    let skip = end + rest.len()
        - rest.trim_start_matches(|letter| is_gap(letter) || matches!(letter, '.' | '/' | ')' | ':')).len();
    if end > 0 && end <= 4 && skip > end { (words.part(..end).to_owned(), skip) } else { (String::new(), 0) }
}

/// Whether the words are such as notes begin with.
fn opens_a_note(words: &str) -> bool {
    let words = words.trim_start_matches(['(', ')', ' ']);
    let symbol = ["A/", "S/", "E/"].iter().any(|organ| words.starts_with(organ));
    symbol || tables().flat_map(|table| table.lines.note_openers).any(|opener| words.starts_with(opener))
}

/// The notes below the last rule of a page, and the blocks that they take; `None` where there are no such notes.
fn notes_below_rule(
    content: &Content,
    furniture: &[Option<Reason>],
    start: usize,
    end: usize,
    last: u32,
) -> Option<(Vec<Note>, Vec<usize>)> {
    let is_rule = |at: &usize| furniture.get(*at).copied().flatten() == Some(Reason::Rule);
    let rule = (start..end).rev().take(MOST).find(is_rule)?;
    let zone: Vec<usize> =
        (rule + 1..end).filter(|at| furniture.get(*at).is_some_and(Option::is_none)).collect();
    let words = |at: usize| content.blocks.get(at).map_or("", |block| content.words(block));
    let mut numbers: Vec<u32> = zone
        .iter()
        .filter(|&&at| is_bare_marker(words(at)))
        .filter_map(|&at| words(at).parse().ok())
        .collect();
    numbers.sort_unstable();
    if numbers.windows(2).any(|pair| pair.first() == pair.last()) {
        return None;
    }
    let (&low, &high) = (numbers.first()?, numbers.last()?);
    let bodies: Vec<usize> = zone.iter().copied().filter(|&at| !is_bare_marker(words(at))).collect();
    // Asterisks also separate sections of a text, and numbered paragraphs are not notes.
    let line = content.blocks.get(rule).map_or("", |block| content.words(block));
    let numbered = |at: &usize| super::numbering::number(words(*at)).is_some();
    if line.starts_with('*') || bodies.iter().any(numbered) {
        return None;
    }
    // The numbers must be consecutive, continue the last ones or start a part, and each must have a body.
    let in_row = (high - low) as usize == numbers.len() - 1 && (low > last || low == 1);
    if !in_row || bodies.len() < numbers.len() {
        return None;
    }
    let starts = beginnings(&bodies, &zone, numbers.len(), words);
    let page = content.blocks.get(rule)?.page;
    let mut out = Vec::new();
    for (index, &from) in starts.iter().enumerate() {
        let to = starts.get(index + 1).copied().unwrap_or(bodies.len());
        let blocks = bodies.get(from..to)?.iter().map(|&at| at as u32).collect();
        out.push(Note {
            blocks,
            marker: numbers.get(index)?.to_string(),
            skip: 0,
            page,
            plain: true,
            slash: false,
        });
    }
    Some((out, zone))
}

/// The body lines that begin a note: the first one, and those of the others that look most like it.
fn beginnings<'a>(
    bodies: &[usize],
    zone: &[usize],
    count: usize,
    words: impl Fn(usize) -> &'a str,
) -> Vec<usize> {
    let mut scored: Vec<(i32, usize)> = Vec::new();
    for (index, &at) in bodies.iter().enumerate().skip(1) {
        let before = bodies.get(index - 1).map_or("", |&before| words(before));
        let position = zone.iter().position(|&other| other == at).unwrap_or(0);
        let marked =
            position > 0 && zone.get(position - 1).is_some_and(|&before| is_bare_marker(words(before)));
        let capital = words(at).starts_with(|first: char| first.is_uppercase() || !first.is_alphabetic());
        let score = i32::from(marked) * 3
            + i32::from(ends_with_stop(before)) * 3
            + i32::from(opens_a_note(words(at))) * 2
            + i32::from(capital)
            - i32::from(!capital) * 2;
        scored.push((score, index));
    }
    scored.sort_by_key(|(score, index)| (std::cmp::Reverse(*score), *index));
    let mut starts: Vec<usize> =
        std::iter::once(0).chain(scored.into_iter().take(count - 1).map(|(_, index)| index)).collect();
    starts.sort_unstable();
    starts
}

/// Finds note marks that `pdftotext` prints on a line of their own directly above the rule, so that the word they
/// belong to is unknown. The notes themselves stand below the rule; where there is none, the figure belongs to the
/// text.
pub(super) fn displaced_marks(content: &Content, reasons: &mut [Option<Reason>]) {
    for at in 1..reasons.len() {
        let above = content.blocks.get(at - 1).map_or("", |block| content.words(block));
        let same = content.blocks.get(at - 1).map(|block| block.page)
            == content.blocks.get(at).map(|block| block.page);
        if reasons.get(at).copied().flatten() == Some(Reason::Rule)
            && same
            && is_bare_marker(above)
            && notes_below(content, at).any(|words| begins_note(words, above))
            && let Some(reason) = reasons.get_mut(at - 1)
        {
            *reason = Some(Reason::DisplacedMark);
        }
    }
}

/// Keeps such a mark in the text where its note was not found on the page: otherwise the figure would be lost.
pub(super) fn keep_marks_without_note(content: &Content, reasons: &mut [Option<Reason>], notes: &[Note]) {
    let found: HashSet<(u32, &str)> = notes.iter().map(|note| (note.page, note.marker.as_str())).collect();
    for (block, reason) in content.blocks.iter().zip(reasons) {
        if *reason == Some(Reason::DisplacedMark) && !found.contains(&(block.page, content.words(block))) {
            *reason = None;
        }
    }
}

/// The lines between a rule and the end of its page, up to the most lines that notes have.
fn notes_below(content: &Content, rule: usize) -> impl Iterator<Item = &str> {
    let page = content.blocks.get(rule).map(|block| block.page);
    let below = content.blocks.part(rule + 1..).iter();
    below.take(MOST).take_while(move |block| Some(block.page) == page).map(|block| content.words(block))
}
