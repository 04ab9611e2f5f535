//! Recognises documents that do not begin with an enacting phrase: decisions, presidential statements, declarations.
//!
//! Each is recognised by a fixed phrase of the six languages, compared in folded form (see `shape::fold`). Sources:
//! the United Nations Editorial Manual on decisions, and the statements by the President of the Security Council
//! (S/PRST).

use super::shape::{begins_with, first_folded, fold};
use crate::lang::{tables, zh};
use crate::text::Part as _;
use crate::text::chars::is_gap;

/// The number of bytes at the start of a paragraph in which a phrase is looked for.
const HEAD: usize = 1200;

fn head(text: &str) -> &str {
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.part(..end)
}

/// Whether a paragraph is a decision: "At its 45th plenary meeting, on 12 November 2025, the General Assembly ...
/// decided".
pub(super) fn is_decision(text: &str) -> bool {
    let Some(first) = first_folded(text) else { return false };
    let forms = || tables().map(|words| &words.forms);
    let mut openings = forms().flat_map(|forms| {
        forms.decisions.iter().map(|(opening, _)| *opening).chain(forms.again.iter().copied())
    });
    // A date, and a Chinese meeting, begin with a figure.
    if !first.is_ascii_digit()
        && !zh::opens_decision(first)
        && !openings.any(|opening| begins_with(opening, first))
    {
        return false;
    }
    let line = fold(head(text));
    let names = || forms().flat_map(|forms| forms.organs).any(|organ| line.contains(organ));
    let numbered = |rest: &str| rest.chars().take(4).any(|letter| letter.is_ascii_digit());
    let opens = forms().flat_map(|forms| forms.decisions).any(|(opening, meeting)| {
        line.strip_prefix(opening).is_some_and(|rest| {
            let near = rest.char_indices().nth(60).map_or(rest, |(end, _)| rest.get(..end).unwrap_or(rest));
            (numbered(rest) || rest.chars().take(30).any(|letter| letter.is_ascii_digit()))
                && near.contains(meeting)
        })
    });
    // "2025年11月12日，大会第45次全体会议", and the same after "在".
    let chinese = || {
        let near =
            line.char_indices().nth(40).map_or(line.as_str(), |(end, _)| line.get(..end).unwrap_or(&line));
        zh::is_decision(near, &line)
    };
    opens && names()
        || forms().flat_map(|forms| forms.again).any(|opening| line.starts_with(opening))
        || chinese()
}

/// Whether a paragraph frames a presidential statement, whose paragraphs follow: "... the President of the Security
/// Council made the following statement on behalf of the Council:".
pub(super) fn is_frame_of_statement(text: &str) -> bool {
    if !super::shape::ends_with_colon(text) || text.len() > HEAD {
        return false;
    }
    let line = fold(text);
    tables().flat_map(|words| words.forms.statements).any(|phrase| line.contains(phrase))
}

/// The length in bytes of "The Security Council" at the start of a paragraph of a statement, with the quotation mark
/// before it; 0 where it is missing.
pub(crate) fn speaker(text: &str) -> usize {
    let words = text.trim_start_matches(['"', '“', '”', '«', '„', '»', '「', ' ', '\u{A0}']);
    let lead = text.len() - words.len();
    let speakers = tables().flat_map(|words| words.forms.speakers);
    let found = speakers.filter_map(|name| super::shape::after_phrase(words, name)).max().unwrap_or(0);
    let rest = words.part(found..);
    let gap = rest.len() - rest.trim_start_matches(is_gap).len();
    if found == 0 { 0 } else { lead + found + gap }
}

/// Whether a paragraph is a recital ("Whereas"), which declarations have above the enacting phrase.
pub(super) fn is_recital(text: &str) -> bool {
    let line = fold(head(text));
    tables().flat_map(|words| words.forms.recitals).any(|opening| line.starts_with(opening))
}

/// Whether the words lead from the recitals to the organ: "Now, therefore,".
pub(super) fn leads_to_enacting(text: &str) -> bool {
    let line = if text.len() < 60 { fold(text) } else { return false };
    tables().flat_map(|words| words.forms.therefore).any(|phrase| line.starts_with(phrase))
}

/// Whether a line is the heading "Preamble".
pub(super) fn is_preamble_heading(text: &str) -> bool {
    let line = if text.len() < 40 { fold(text) } else { return false };
    tables().any(|words| line == words.forms.preamble)
}

/// The name and the value of a field at the head of a draft, as students write it: "TOPIC: Small arms". `None` where
/// nothing follows the colon.
pub(super) fn field(text: &str) -> Option<(&str, &str)> {
    let (name, value) = text.split_once([':', '：'])?;
    let (name, value) = (name.trim(), value.trim());
    let words = name.split([' ', '-', '/']).filter(|word| !word.is_empty()).count();
    let named = (1..=4).contains(&words)
        && name.len() <= 60
        && name
            .chars()
            .all(|letter| letter.is_alphabetic() || " -/’'()".contains(letter) || letter.is_numeric())
        && !name.starts_with(char::is_lowercase);
    (named && !value.is_empty()).then_some((name, value))
}

/// Whether a field of the head names the subject of the draft.
pub(super) fn names_subject(name: &str) -> bool {
    let name = fold(name);
    tables().any(|words| words.forms.subjects.contains(&name.as_str()))
}
