//! Ordinals and dates in the six languages: "Soixante-cinquième session" is 65, "18 de diciembre de 2009" a day.
//!
//! Ordinals go to 199, which is enough for sessions and paragraphs. Nothing is rewritten: spans point into the text.

mod dates;
mod words;

pub use dates::date;
pub(crate) use dates::date_at;
pub(in crate::grammar) use dates::is_month;

use crate::document::Language;
use std::ops::Range;

/// The number of a session in a masthead line, written out or in digits.
pub fn session(language: Language, text: &str) -> Option<u32> {
    ordinal(language, text).map(|(_, number)| number)
}

/// The first ordinal of a text, with its range: "eighth", "79th", "septuagésimo noveno", "الخامسة والستون", "第六十五".
pub fn ordinal(language: Language, text: &str) -> Option<(Range<usize>, u32)> {
    if language == Language::Zh {
        return chinese(text);
    }
    let mut words = Words { text, at: 0 };
    while let Some((range, word)) = words.next() {
        if let Some((end, number)) = in_digits(language, text, &range, word) {
            return Some((range.start..end, number));
        }
        let Some(first) = words::token(language, word) else { continue };
        let (mut sum, mut end, mut ordinal) = (first.value, range.end, first.ordinal);
        let mut ahead = Words { text, at: range.end };
        while let Some((next, word)) = ahead.next() {
            let adjoins = text.get(end..next.start).is_some_and(is_gap);
            if !adjoins {
                break;
            }
            if word == "et" {
                continue;
            }
            let joined = words::token(language, word).and_then(|token| {
                let sum = words::join(language, sum, token.value)?;
                Some((sum, token.ordinal))
            });
            let Some((joined, complete)) = joined else { break };
            (sum, end) = (joined, next.end);
            ordinal = complete || (language == Language::Es && ordinal);
            ahead.at = next.end;
        }
        if ordinal {
            return Some((range.start..end, sum));
        }
        words.at = end;
    }
    None
}

fn is_gap(between: &str) -> bool {
    let mut letters = between.chars();
    let single = letters.next().is_some_and(|letter| letter.is_whitespace() || is_hyphen(letter));
    // "vingt et unième": the words in between are asked about one by one.
    single && (letters.next().is_none() || between.trim() == "et")
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2013}')
}

/// "79th", "79e", "79º", "79-я".
fn in_digits(language: Language, text: &str, range: &Range<usize>, word: &str) -> Option<(usize, u32)> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let number = word.get(..digits)?.parse().ok().filter(|number| *number > 0)?;
    let suffix = word.get(digits..)?;
    let russian = |rest: &str| {
        let hyphen = rest.chars().next().filter(|letter| is_hyphen(*letter))?;
        let after = rest.get(hyphen.len_utf8()..)?;
        let ending: String = after.chars().take_while(|letter| letter.is_alphabetic()).collect();
        let known = ["я", "й", "е", "м", "го", "му", "х", "ю", "ой", "ую", "ая", "ый", "ое"]
            .contains(&ending.as_str());
        known.then_some(range.end + hyphen.len_utf8() + ending.len())
    };
    let end = match language {
        Language::En if ["st", "nd", "rd", "th"].contains(&suffix) => range.end,
        Language::Fr if ["e", "ème", "er", "re", "ère", "ᵉ", "eme"].contains(&suffix) => range.end,
        Language::Es if ["º", "ª", "o", "a", "°"].contains(&suffix) => range.end,
        Language::Ru if suffix.is_empty() => russian(text.get(range.end..)?)?,
        // Arabic puts plain digits before or behind the word for session.
        Language::Ar if suffix.is_empty() && digits < 3 => range.end,
        _ => return None,
    };
    Some((end, number))
}

/// 第六十五, 第79: with the numeral of Han characters or digits behind 第.
fn chinese(text: &str) -> Option<(Range<usize>, u32)> {
    for (start, mark) in text.match_indices('第') {
        let from = start + mark.len();
        let rest = text.get(from..)?;
        let numeral: &str = {
            let end = rest
                .char_indices()
                .find(|(_, letter)| {
                    !(letter.is_ascii_digit() || "一二三四五六七八九十百零〇".contains(*letter))
                })
                .map_or(rest.len(), |(at, _)| at);
            rest.get(..end)?
        };
        if let Some(number) = words::han(numeral) {
            return Some((start..from + numeral.len(), number));
        }
    }
    None
}

/// The number of a Han or ASCII numeral that is the whole of the text.
pub(crate) fn han(numeral: &str) -> Option<u32> {
    words::han(numeral)
}

/// Runs of letters and digits, with their ranges.
struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Words<'a> {
    fn next(&mut self) -> Option<(Range<usize>, &'a str)> {
        let rest = self.text.get(self.at..)?;
        let is_part = |letter: char| {
            letter.is_alphanumeric() || matches!(letter, '°' | '\u{640}' | '\u{64b}'..='\u{652}')
        };
        let from = rest.find(is_part)?;
        let tail = rest.get(from..)?;
        let len = tail.find(|letter| !is_part(letter)).unwrap_or(tail.len());
        let start = self.at + from;
        self.at = start + len;
        Some((start..self.at, tail.get(..len)?))
    }
}

#[cfg(test)]
mod tests;
