//! By when something is asked for: at a session, by a day or a month, or every so often.

use super::plain::Plain;
use super::spots::List;
use super::{Own, Said, ends};
use crate::document::Deadline;
use crate::lang::{Language, dates, ordinals};
use crate::text::Part as _;
use crate::text::chars::is_alphanumeric;
use std::ops::Range;

/// The most deadlines of one request, and the most ordinals and numbers that are tried.
const MOST: usize = 8;
const TRIED: usize = 40;
/// How many bytes before a session its body may be named.
const NAMED_WITHIN: usize = 240;
/// As many sessions as only the General Assembly has had of the bodies whose names are known.
const MOST_SESSIONS: u32 = 74;
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
    /// Where it stands in the document.
    pub(super) fn placed(self, plain: &Plain) -> Deadline {
        let said = plain.span(self.range);
        Deadline { said, resolved: self.resolved, session: self.number }
    }
}

pub(super) fn deadlines(own: &Own, said: &Said) -> Vec<Found> {
    let mut out = sessions(own, said);
    out.extend(days(said));
    let mut periods: Vec<(usize, Range<usize>)> =
        said.spots.all(List::Periods, &said.range).map(|(range, index)| (index, range)).collect();
    periods.sort_by_key(|(index, range)| (*index, range.start));
    periods.dedup_by_key(|(index, _)| *index);
    for (index, range) in periods {
        if !out.iter().any(|found| found.range.start < range.end && range.start < found.range.end) {
            let resolved = said.words.periods.get(index).map(|(_, period)| (*period).to_owned());
            out.push(Found { range, resolved, session: Session::No, number: None });
        }
    }
    out.sort_by_key(|found| found.range.start);
    out.dedup_by(|next, before| next.resolved.is_some() && next.resolved == before.resolved);
    out.truncate(MOST);
    out
}

fn sessions(own: &Own, said: &Said) -> Vec<Found> {
    let language = said.language;
    let mut out = Vec::new();
    if let Some(range) = said.find(List::Next) {
        let number = own.session.map(|session| session + 1);
        // "to the Special Committee at its next session"
        let is_another = nearest(said, range.start) == Some("");
        let resolved = match body(own, said, range.start, number.unwrap_or_default()) {
            _ if is_another => None,
            Some(organ) if own.organ == Some(organ) => number.map(|number| format!("{organ}{number}")),
            _ => None,
        };
        out.push(Found { range, resolved, session: Session::Next, number });
    }
    if said.find(List::Session).is_none() {
        return out;
    }
    let text = said.part();
    let start = said.range.start;
    let mut numbers: Vec<(Range<usize>, u32)> = Vec::new();
    let mut at = 0;
    while numbers.len() < TRIED
        && let Some((range, number)) = ordinals::ordinal(language, text.part(at..))
    {
        numbers.push((at + range.start..at + range.end, number));
        at += range.end;
    }
    // "at its eightieth and eighty-first sessions": a row of ordinals with the word once.
    let mut row = 0;
    for (index, (range, _)) in numbers.iter().enumerate() {
        let next = numbers.get(index + 1);
        if next.is_some_and(|(next, _)| is_joint(language, text.part(range.end..next.start))) {
            continue;
        }
        let members = numbers.get(row..=index).unwrap_or_default();
        row = index + 1;
        let Some((first, _)) = members.first() else { continue };
        let Some((from, stop)) = around(language, text, first.start, range.end) else { continue };
        let last = range.start;
        for (range, number) in members {
            let organ = body(own, said, start + first.start, *number);
            let resolved = organ.map(|organ| format!("{organ}{number}"));
            let end = if range.start == last { stop } else { range.end };
            let range = start + from.min(range.start)..start + end;
            out.push(Found { range, resolved, session: Session::Numbered, number: Some(*number) });
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
        let mut rests = rests.filter(|rest| language == Language::Zh || !rest.starts_with(is_alphanumeric));
        stop = said.len() - rests.next()?.len();
    }
    let at = words.at.iter().filter(|at| ends(language, before, at)).max_by_key(|at| at.len())?;
    Some((before.len() - at.len(), stop))
}

fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let before = text.strip_suffix(word)?;
    (!before.ends_with(is_alphanumeric)).then_some(before)
}

/// The body whose session it is: the last that is named before it, or else the organ itself.
fn body(own: &Own, said: &Said, at: usize, number: u32) -> Option<&'static str> {
    let is_own = own.session.is_some_and(|session| (session..=session + AHEAD).contains(&number));
    let is_past = own.session.is_some_and(|session| number < session);
    match nearest(said, at) {
        // No other body has had so many sessions: "de lui rendre compte à sa quatre-vingtième session".
        _ if is_own && own.organ == Some("GA") && number > MOST_SESSIONS => Some("GA"),
        Some(code) if !code.is_empty() => Some(code),
        _ if is_own => own.organ,
        None if number > MOST_SESSIONS && !is_past => Some("GA"),
        _ => None,
    }
}

/// The body that is named last before a place; empty where it cannot be told which one is meant.
fn nearest(said: &Said, at: usize) -> Option<&'static str> {
    let from = said.text.ceil_char_boundary(at.saturating_sub(NAMED_WITHIN)).max(said.range.start);
    named(said, from..at).last().copied()
}

/// The codes of the bodies that a part of the text names, each once.
pub(super) fn bodies(said: &Said, within: Range<usize>) -> Vec<&'static str> {
    let mut out: Vec<&'static str> = Vec::new();
    for code in named(said, within) {
        if !code.is_empty() && !out.contains(&code) && out.len() < MOST {
            out.push(code);
        }
    }
    out
}

/// The codes of the bodies that a part of the text names, in its order.
fn named(said: &Said, within: Range<usize>) -> Vec<&'static str> {
    let mut found: Vec<(Range<usize>, usize)> = said.spots.all(List::Bodies, &within).collect();
    found.sort_by_key(|(range, _)| (range.start, usize::MAX - range.end));
    // "Council" in "Human Rights Council"
    let mut end = 0;
    found.retain(|(range, _)| {
        let apart = range.start >= end;
        end = end.max(range.end);
        apart
    });
    found.iter().filter_map(|(_, index)| said.words.bodies.get(*index)).map(|(_, code)| *code).collect()
}

/// Days, and months with a year, that are deadlines.
fn days(said: &Said) -> Vec<Found> {
    let (language, words, text) = (said.language, said.words, said.part());
    let mut out = Vec::new();
    // All have a year in figures, except some in Chinese.
    let figures = |four: &[u8]| four.iter().all(u8::is_ascii_digit);
    let dated = text.as_bytes().windows(4).any(figures) || language == Language::Zh;
    if !dated {
        return out;
    }
    let start = said.range.start;
    let mut at = 0;
    let mut add = |range: Range<usize>, resolved: String| {
        let before = text.part(..range.start).trim_end();
        let by = words.by.iter().filter(|by| ends(language, before, by)).max_by_key(|by| by.len());
        let after = text.part(range.end..);
        let until = words.until.iter().find(|until| after.starts_with(**until));
        let from = match (by, until) {
            (Some(by), None) if words.vague.contains(by) => return,
            (Some(by), _) => before.len() - by.len(),
            (None, Some(_)) => range.start,
            (None, None) => return,
        };
        let range = start + from..start + range.end + until.map_or(0, |until| until.len());
        out.push(Found { range, resolved: Some(resolved), session: Session::No, number: None });
    };
    for _ in 0..TRIED {
        let Some((range, (year, month, day))) = dates::date(language, text.part(at..)) else { break };
        add(at + range.start..at + range.end, format!("{year:04}-{month:02}-{day:02}"));
        at += range.end;
    }
    for (range, year, month) in dates::months(language, text) {
        add(range, format!("{year:04}-{month:02}"));
    }
    out
}
