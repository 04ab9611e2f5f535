//! By when something is asked for: at a session, by a day or a month, or every so often.

use super::plain::Plain;
use super::{Own, ends, find, place};
use crate::document::Deadline;
use crate::lang::{Language, dates, ordinals};
use crate::text::Part as _;
use std::ops::Range;

/// The most deadlines of one request, and the most ordinals and numbers that are tried.
const MOST: usize = 8;
const TRIED: usize = 40;
/// How many bytes before a session its body may be named.
const NAMED_WITHIN: usize = 240;
/// How many sessions ahead a report may be asked for, by a body that is not named.
const AHEAD: u32 = 6;

pub(super) struct Found {
    range: Range<usize>,
    resolved: Option<String>,
    pub session: Session,
    number: Option<u32>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Session {
    Numbered,
    Next,
    No,
}

impl Found {
    /// Where it stands in the document; `from` is where the words that were read begin.
    pub(super) fn placed(self, plain: &Plain, from: usize) -> Deadline {
        let said = plain.span(from + self.range.start..from + self.range.end);
        Deadline { said, resolved: self.resolved, session: self.number }
    }
}

pub(super) fn deadlines(language: Language, own: &Own, said: &str) -> Vec<Found> {
    let mut out = sessions(language, own, said);
    out.extend(days(language, said));
    let words = &language.words().asking;
    for (word, period) in words.periods {
        if let Some((at, end)) = place(language, said, word)
            && !out.iter().any(|found| found.range.start < end && at < found.range.end)
        {
            let resolved = Some((*period).to_owned());
            out.push(Found { range: at..end, resolved, session: Session::No, number: None });
        }
    }
    out.sort_by_key(|found| found.range.start);
    out.dedup_by(|next, before| next.resolved.is_some() && next.resolved == before.resolved);
    out.truncate(MOST);
    out
}

fn sessions(language: Language, own: &Own, said: &str) -> Vec<Found> {
    let words = &language.words().asking;
    let mut out = Vec::new();
    if let Some((at, end)) = find(language, said, words.next) {
        let resolved =
            match body(language, own, said.part(..at), own.session.map_or(0, |session| session + 1)) {
                Some(organ) if own.organ == Some(organ) => {
                    own.session.map(|session| format!("{organ}{}", session + 1))
                }
                _ => None,
            };
        let number = own.session.map(|session| session + 1);
        out.push(Found { range: at..end, resolved, session: Session::Next, number });
    }
    let mut numbers: Vec<(Range<usize>, u32)> = Vec::new();
    let mut at = 0;
    while numbers.len() < TRIED
        && let Some((range, number)) = ordinals::ordinal(language, said.part(at..))
    {
        numbers.push((at + range.start..at + range.end, number));
        at += range.end;
    }
    // "at its eightieth and eighty-first sessions": a row of ordinals with the word once.
    let mut row = 0;
    for (index, (range, _)) in numbers.iter().enumerate() {
        let next = numbers.get(index + 1);
        if next.is_some_and(|(next, _)| is_joint(language, said.part(range.end..next.start))) {
            continue;
        }
        let members = numbers.get(row..=index).unwrap_or_default();
        row = index + 1;
        let Some((first, _)) = members.first() else { continue };
        let Some((from, stop)) = around(language, said, first.start, range.end) else { continue };
        let last = range.start;
        for (range, number) in members {
            let organ = body(language, own, said.part(..from), *number);
            let resolved = organ.map(|organ| format!("{organ}{number}"));
            let end = if range.start == last { stop } else { range.end };
            let (range, session) = (from.min(range.start)..end, Session::Numbered);
            out.push(Found { range, resolved, session, number: Some(*number) });
        }
    }
    out
}

/// Whether two ordinals belong to one word for session.
fn is_joint(language: Language, between: &str) -> bool {
    let between =
        between.trim_matches(|letter: char| letter.is_whitespace() || letter.is_ascii_punctuation());
    (language == Language::Ar && between.is_empty()) || language.words().asking.joints.contains(&between)
}

/// Where a session that is a deadline begins to be said, with its preposition, and where it ends; `None` where the ordinals
/// are no session, or not as a deadline.
fn around(language: Language, said: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let words = &language.words().asking;
    let (mut before, mut stop) = (said.part(..start).trim_end(), end);
    if language == Language::Ar {
        before = words.session.iter().find_map(|word| strip_word(before, word))?.trim_end();
        // "لدورتها": the preposition is written onto the word.
    } else {
        let after = said.part(end..).trim_start();
        let rests = words.session.iter().filter_map(|word| after.strip_prefix(*word));
        let mut rests =
            rests.filter(|rest| language == Language::Zh || !rest.starts_with(char::is_alphanumeric));
        stop = said.len() - rests.next()?.len();
    }
    let at = words.at.iter().filter(|at| ends(language, before, at)).max_by_key(|at| at.len())?;
    Some((before.len() - at.len(), stop))
}

fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let before = text.strip_suffix(word)?;
    (!before.ends_with(char::is_alphanumeric)).then_some(before)
}

/// The body whose session it is: the last that is named before it, or else the organ itself.
fn body(language: Language, own: &Own, before: &str, number: u32) -> Option<&'static str> {
    let near = before.part(before.ceil_char_boundary(before.len().saturating_sub(NAMED_WITHIN))..);
    let named = named(language, near).last().map(|(_, code)| *code);
    let is_own = own.session.is_some_and(|session| (session..=session + AHEAD).contains(&number));
    match named {
        Some(code) if !code.is_empty() => Some(code),
        _ if is_own => own.organ,
        // No other body has had so many sessions.
        _ if number > 70 => Some("GA"),
        _ => None,
    }
}

/// The codes of the bodies that a text names, each once.
pub(super) fn bodies(language: Language, text: &str) -> Vec<&'static str> {
    let mut out: Vec<&'static str> = Vec::new();
    for (_, code) in named(language, text) {
        if !code.is_empty() && !out.contains(&code) && out.len() < MOST {
            out.push(code);
        }
    }
    out
}

/// The bodies that a text names, in its order, with their codes.
fn named(language: Language, text: &str) -> Vec<(Range<usize>, &'static str)> {
    let mut found: Vec<(Range<usize>, &'static str)> = Vec::new();
    for (name, code) in language.words().asking.bodies {
        for (at, _) in text.match_indices(name).take(TRIED) {
            found.push((at..at + name.len(), code));
        }
    }
    found.sort_by_key(|(range, _)| (range.start, usize::MAX - range.end));
    // "Council" in "Human Rights Council"
    let mut end = 0;
    found.retain(|(range, _)| {
        let apart = range.start >= end;
        end = end.max(range.end);
        apart
    });
    found
}

/// Days, and months with a year, that are deadlines.
fn days(language: Language, said: &str) -> Vec<Found> {
    let words = &language.words().asking;
    let mut out = Vec::new();
    let mut at = 0;
    let mut add = |range: Range<usize>, resolved: String| {
        let before = said.part(..range.start).trim_end();
        let by = words.by.iter().filter(|by| ends(language, before, by)).max_by_key(|by| by.len());
        let after = said.part(range.end..);
        let until = words.until.iter().find(|until| after.starts_with(**until));
        let from = match (by, until) {
            (Some(by), None) if words.vague.contains(by) => return,
            (Some(by), _) => before.len() - by.len(),
            (None, Some(_)) => range.start,
            (None, None) => return,
        };
        let end = range.end + until.map_or(0, |until| until.len());
        out.push(Found { range: from..end, resolved: Some(resolved), session: Session::No, number: None });
    };
    for _ in 0..TRIED {
        let Some((range, (year, month, day))) = dates::date(language, said.part(at..)) else { break };
        add(at + range.start..at + range.end, format!("{year:04}-{month:02}-{day:02}"));
        at += range.end;
    }
    for (range, year, month) in dates::months(language, said) {
        add(range, format!("{year:04}-{month:02}"));
    }
    out
}
