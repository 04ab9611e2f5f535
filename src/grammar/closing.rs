//! Recognises the end of a resolution in six languages: the meeting and date, and how States voted.
//!
//! The forms are those seen in General Assembly resolutions of sessions 75 to 80.

use super::numbering::leading_digits;
use super::shape::{after_phrase, begins_with, first_folded, fold, fold_char};
use crate::lang::{Language, Meeting, Votes, tables, zh};
use crate::text::Part as _;
use crate::text::chars::{digit_value, is_alphabetic, is_arabic, is_wide};

/// Whether a line is the meeting: "71st plenary meeting", "52e séance plénière", "الجلسة العامة 52", "第64次全体会议", at
/// most followed by a date.
pub(super) fn is_meeting(text: &str) -> bool {
    if text.len() > 200 {
        return false;
    }
    if is_first_meeting(text) {
        return true;
    }
    let first = text.chars().next().unwrap_or(' ');
    // Folding is slow and many lines begin with such a letter, so it is done only when needed.
    let adopted = || {
        let first = first_folded(text);
        let fits = |phrase: &str| first.is_some_and(|first| begins_with(phrase, first));
        !super::shape::starts_lower(text)
            && meetings()
                .flat_map(|words| words.adopted)
                .any(|phrase| fits(phrase) && after_phrase(text, phrase.trim_end()).is_some())
    };
    let starts = || meetings().flat_map(|words| words.starts).any(|word| after_phrase(text, word).is_some());
    let may_be = match first {
        _ if text.starts_with(zh::NTH) => true,
        _ if digit_value(first).is_some() => counts_meetings(text),
        _ => first.is_numeric() || starts() || adopted(),
    };
    if !may_be {
        return false;
    }
    let line = fold(text);
    if let Some((digits, _)) = leading_digits(&line, 5) {
        if zh::is_dated(&line) {
            return zh::ends_with_meeting(&line);
        }
        let mut names = meetings().flat_map(|words| words.names);
        let Some((head, tail)) = names.find_map(|name| line.split_once(name)) else { return false };
        let ordinal = head.part(digits..);
        let ordinal = ordinal.trim_matches([' ', '.', '-', 'a', 'ª', '^', '{', '}', '°', 'º', '(', ')']);
        let mut words = ordinal.split(' ');
        let numbered =
            words.next().is_some_and(|word| is_ordinal_ending(word.trim_end_matches(['.', ')', '}'])));
        let plain = words.all(|word| is_before_meeting(word.trim_matches(['(', ')'])));
        let tail = tail.trim_start();
        let mut plenary = meetings().flat_map(|words| words.plenary);
        let tail = plenary.find_map(|word| tail.strip_prefix(word)).unwrap_or(tail);
        let tail = tail.trim_start_matches([' ', ',']);
        let tail =
            if tail.starts_with('(') { tail.split_once(')').map_or(tail, |(_, after)| after) } else { tail };
        let tail = tail.trim_matches([' ', ',', '.']);
        return numbered && plain && (tail.is_empty() || is_date(tail));
    }
    meetings().flat_map(|words| words.starts).any(|word| line.starts_with(word))
        && line.chars().any(|letter| letter.is_ascii_digit())
        && line.chars().count() < 90
        || zh::is_meeting(&line)
        || adopted() && (line.len() < 60 || line.chars().any(|letter| letter.is_ascii_digit()))
}

fn meetings() -> impl Iterator<Item = &'static Meeting> {
    tables().map(|words| &words.meeting)
}

/// Whether it is empty or an ending that makes the number of a meeting an ordinal.
fn is_ordinal_ending(ending: &str) -> bool {
    ending.is_empty() || tables().any(|words| words.numbers.figure_endings.contains(&ending))
}

/// Whether a word may stand between that number and the word for the meeting.
fn is_before_meeting(word: &str) -> bool {
    word.is_empty() || meetings().any(|words| words.before.contains(&word))
}

/// A quick check before folding: whether the word after a number at the start of a line may name a meeting.
/// Paragraphs begin with a number too.
fn counts_meetings(text: &str) -> bool {
    let behind = text.trim_start_matches(|letter: char| !is_alphabetic(letter));
    let end = behind.find(|letter: char| !is_alphabetic(letter)).unwrap_or(behind.len());
    let word = behind.get(..end).filter(|word| !word.starts_with(is_wide));
    word.is_none_or(|word| {
        let word = fold(word);
        let bare = word.trim_matches(['a', 'ª', 'º']);
        is_ordinal_ending(bare)
            || is_before_meeting(bare)
            || meetings()
                .flat_map(|words| words.names.iter().chain(words.plenary))
                .any(|name| word.contains(name))
    })
}

/// Whether a folded word is the name of a month in any language, or a word of such a name.
pub(super) fn is_month(word: &str) -> bool {
    let Some(first) = word.chars().next().filter(|first| first.is_alphabetic()) else { return false };
    let same = |name: &str| {
        name.chars().next().and_then(fold_char) == Some(first)
            && name.chars().filter_map(fold_char).eq(word.chars())
    };
    if is_arabic(first) {
        return Language::Ar.words().months.iter().any(|(name, _)| name.split(' ').any(same));
    }
    let months = Language::ALL.iter().filter(|language| !language.is_rtl()).flat_map(|it| it.words().months);
    months.map(|(name, _)| *name).any(same)
}

/// Whether a line is only a date, at most with a full stop.
pub(super) fn is_date(text: &str) -> bool {
    if text.len() > 90 {
        return false;
    }
    // A quick check before folding: few lines begin with a number or a month.
    let separates = |letter: char| letter.is_whitespace() || matches!(letter, '/' | ',' | '.' | ')' | '(');
    let first = text.split(separates).find(|word| !word.is_empty()).unwrap_or_default();
    if !first.starts_with(char::is_numeric) && !zh::is_dated(text) && !is_month(&fold(first)) {
        return false;
    }
    let line = fold(text);
    if zh::is_dated(&line) {
        return zh::is_date(&line);
    }
    let mut words = line.split([' ', '/', ',', '.', ')', '(']).filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return false };
    let day = leading_digits(first, 2).is_some() || is_month(first);
    let rest: Vec<&str> = words.collect();
    day && rest.len() <= 7
        && rest.iter().any(|word| is_month(word)) | is_month(first)
        && rest.iter().all(|word| {
            is_month(word)
                || word.bytes().all(|byte| byte.is_ascii_digit())
                || tables().any(|words| words.date_links.contains(word) || words.year.contains(word))
        })
}

/// "Primera sesión plenaria", "Deuxième séance plénière": the few meetings of a special session are numbered in
/// words.
fn is_first_meeting(text: &str) -> bool {
    let capital = text.starts_with(char::is_uppercase) && text.len() < 60;
    capital && {
        let line = fold(text);
        let ordinal = meetings().flat_map(|words| words.counted).find_map(|name| line.strip_suffix(name));
        ordinal.is_some_and(|ordinal| ordinal.trim_end().chars().all(char::is_alphabetic))
    }
}

/// Whether a paragraph begins with the label of a list of votes: "In favour:", "Ont voté contre :", "赞成：".
pub(super) fn is_vote_roll(text: &str) -> bool {
    let first = text.chars().next().and_then(super::shape::fold_char);
    let Some(first) = first else { return false };
    // A sentence may begin with the same words, so a label needs a colon after it or a line of its own.
    let is_label = |end: usize| {
        let rest = text.part(end..);
        let mut before = text.part(..end).chars();
        rest.trim().is_empty()
            || before.next_back().is_some_and(|last| matches!(last, ':' | '：'))
            || rest.chars().take(80).any(|letter| matches!(letter, ':' | '：'))
    };
    let mut labels = tables().flat_map(|words| words.votes.labels);
    labels.any(|label| begins_with(label, first) && after_phrase(text, label).is_some_and(is_label))
}

/// A vote of States.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    For,
    Against,
    Abstaining,
}

/// The vote that a label names; `None` where it names none.
pub(super) fn vote_side(label: &str) -> Option<Side> {
    let label = fold(label);
    let names = |words: fn(&Votes) -> &'static [&'static str]| {
        tables().flat_map(|table| words(&table.votes)).any(|word| label.contains(word))
    };
    match () {
        () if label.len() >= 80 => None,
        () if names(|votes| votes.against) => Some(Side::Against),
        () if names(|votes| votes.abstaining) => Some(Side::Abstaining),
        () => names(|votes| votes.for_).then_some(Side::For),
    }
}

/// Whether a paragraph gives the result of a vote: "[Adopted by a recorded vote of 25 to 6, with 16 abstentions."
pub(super) fn is_vote_line(text: &str) -> bool {
    let Some(first) = first_folded(text).filter(|_| text.len() <= 400) else { return false };
    let adopted = || tables().flat_map(|words| words.votes.adopted);
    if first != '[' && !adopted().any(|start| begins_with(start, first)) {
        return false;
    }
    let line = fold(text);
    (first == '[' || adopted().any(|start| line.starts_with(start)))
        && tables().flat_map(|words| words.votes.told).any(|phrase| line.contains(phrase))
}
