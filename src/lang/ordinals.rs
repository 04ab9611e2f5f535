//! Reads ordinals as texts print them, in the six languages: "Soixante-cinquième session" is 65.
//!
//! Ordinals up to 199 are known, which is enough for sessions and paragraphs. Byte ranges refer to the text as given.

use super::numerals::{han_value, is_han_numeral};
use super::{Language, Numbers, ar};
use crate::text::chars::{is_alphanumeric, is_arabic_sign, is_hyphen, plain_arabic};
use std::ops::Range;

/// The first ordinal of a text, with its byte range: "eighth", "79th", "septuagésimo noveno", "الخامسة والستون",
/// "第六十五".
pub(crate) fn ordinal(language: Language, text: &str) -> Option<(Range<usize>, u32)> {
    if language == Language::Zh {
        return chinese(text);
    }
    let mut words = Words { text, at: 0 };
    while let Some((range, word)) = words.next() {
        if let Some((end, number)) = in_digits(language, text, &range, word) {
            return Some((range.start..end, number));
        }
        let Some(first) = token(language, word) else { continue };
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
            let joined = token(language, word).and_then(|token| {
                let sum = join(language, sum, token.value)?;
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
    // "vingt et unième": the connecting words are checked one by one.
    single && (letters.next().is_none() || between.trim() == "et")
}

/// An ordinal in figures: "79th", "79e", "79º", "79-я".
fn in_digits(language: Language, text: &str, range: &Range<usize>, word: &str) -> Option<(usize, u32)> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let number = word.get(..digits)?.parse().ok().filter(|number| *number > 0)?;
    let suffix = word.get(digits..)?;
    let endings = language.words().numbers.figure_endings;
    let russian = |rest: &str| {
        let hyphen = rest.chars().next().filter(|letter| is_hyphen(*letter))?;
        let after = rest.get(hyphen.len_utf8()..)?;
        let ending: String = after.chars().take_while(|letter| letter.is_alphabetic()).collect();
        let known = endings.contains(&ending.as_str());
        known.then_some(range.end + hyphen.len_utf8() + ending.len())
    };
    let end = match language {
        Language::En | Language::Fr | Language::Es if endings.contains(&suffix) => range.end,
        Language::Ru if suffix.is_empty() => russian(text.get(range.end..)?)?,
        // Arabic has plain digits before or after the word for session.
        Language::Ar if suffix.is_empty() && digits < 3 => range.end,
        _ => return None,
    };
    Some((end, number))
}

/// An ordinal after 第, in Han numerals or digits: 第六十五, 第79.
fn chinese(text: &str) -> Option<(Range<usize>, u32)> {
    for (start, mark) in text.match_indices('第') {
        let from = start + mark.len();
        let rest = text.get(from..)?;
        let numeral: &str = {
            let is_part = |letter: char| letter.is_ascii_digit() || is_han_numeral(letter);
            let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
            rest.get(..end)?
        };
        if let Some(number) = han(numeral) {
            return Some((start..from + numeral.len(), number));
        }
    }
    None
}

/// The value of a text that is a Han or ASCII numeral up to 199 as a whole: 七, 六十五, 一百零二, 二〇, 65.
pub(crate) fn han(numeral: &str) -> Option<u32> {
    if numeral.chars().count() > 5 {
        return None;
    }
    match numeral.parse::<u32>() {
        Ok(number) => (number > 0).then_some(number),
        Err(_) => han_value(numeral).filter(|number| *number < 200),
    }
}

/// The value of a single word that numbers a part or an article: "one", "première", "segunda", "третья".
pub(crate) fn counting(word: &str) -> Option<u32> {
    let ordinal = |language| token(language, word).filter(|token| token.ordinal).map(|token| token.value);
    let cardinal = || place(Language::En.words().numbers.ones, &plain(word), 1, 1);
    cardinal().or_else(|| [Language::Fr, Language::Es, Language::Ru].into_iter().find_map(ordinal))
}

/// What one word contributes to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Token {
    value: u32,
    /// Whether it makes the number an ordinal ("fifth") or not ("sixty").
    ordinal: bool,
}

/// What a word contributes, if it is a number word.
fn token(language: Language, word: &str) -> Option<Token> {
    if word.len() < 2 || word.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let words = &language.words().numbers;
    let word = plain(word);
    let ordinal = match language {
        Language::En => place(words.ordinal_ones, &word, 1, 1)
            .or_else(|| place(words.ordinal_tens, &word, 20, 10))
            .or_else(|| words.hundredth.contains(&word.as_str()).then_some(100)),
        Language::Fr => french(words, &word),
        Language::Es => spanish(words, &word),
        Language::Ru => russian(words, &word),
        Language::Ar => return arabic(words, &word),
        Language::Zh => return None,
    };
    let cardinal = || {
        let tens = place(words.tens, &word, 20, 10);
        let ones = || place(words.ones, &word, 1, 1).filter(|_| language == Language::Fr);
        tens.or_else(ones).or_else(|| words.hundred.contains(&word.as_str()).then_some(100))
    };
    match ordinal {
        Some(value) => Some(Token { value, ordinal: true }),
        // Spanish compounds consist of ordinals only.
        None if language == Language::Es => None,
        None => cardinal().map(|value| Token { value, ordinal: false }),
    }
}

/// The number of a word in a list whose first word is `first` and whose values rise by `step`.
fn place(list: &[&str], word: &str, first: u32, step: u32) -> Option<u32> {
    list.iter().position(|known| *known == word).map(|at| first + step * at as u32)
}

/// The sum with the value of the next word; `None` where the two cannot follow each other.
fn join(language: Language, sum: u32, next: u32) -> Option<u32> {
    match language {
        Language::Ar if sum < 10 && next >= 10 && next.is_multiple_of(10) => Some(sum + next),
        Language::Ar => None,
        Language::Fr if sum == 4 && next == 20 => Some(80),
        Language::Fr if matches!(sum, 60 | 80) && (1..20).contains(&next) => Some(sum + next),
        // "dix-septième", and 70 to 99: "soixante-dix-septième".
        Language::Fr if sum % 20 == 10 && (7..10).contains(&next) => Some(sum + next),
        Language::Es if sum == 10 && next < 10 => Some(sum + next),
        _ if sum >= 20 && sum.is_multiple_of(10) && next < 10 => Some(sum + next),
        _ if sum == 100 && next < 100 => Some(sum + next),
        _ => None,
    }
}

/// Lower case, without the accents that texts often drop.
fn plain(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'é' | 'è' | 'ê' => 'e',
            'á' | 'à' => 'a',
            'í' => 'i',
            'ó' => 'o',
            'ú' => 'u',
            'ё' => 'е',
            'ة' => 'ه',
            _ => plain_arabic(letter),
        })
        .collect()
}

fn french(words: &Numbers, word: &str) -> Option<u32> {
    let Some(stem) = word.strip_suffix("iemes").or_else(|| word.strip_suffix("ieme")) else {
        return match word {
            "premier" | "premiere" | "premiers" | "premieres" => Some(1),
            "second" | "seconde" => Some(2),
            _ => None,
        };
    };
    let special = || match stem {
        "un" => Some(1),
        "cent" => Some(100),
        _ => None,
    };
    place(words.ordinal_ones, stem, 1, 1).or_else(|| place(words.ordinal_tens, stem, 20, 10)).or_else(special)
}

/// The stems in the table lack the last vowel; "primer" and "tercer" lose it before a noun.
fn spanish(words: &Numbers, word: &str) -> Option<u32> {
    let singular = word.strip_suffix('s').unwrap_or(word);
    let stem = singular.strip_suffix(['o', 'a']).unwrap_or(singular);
    let special = match stem {
        "undecim" => Some(11),
        "duodecim" => Some(12),
        _ => None,
    };
    let ones = |stem: &str| place(words.ordinal_ones, stem, 1, 1);
    let whole = special.or_else(|| ones(stem)).or_else(|| place(words.ordinal_tens, stem, 10, 10));
    // Compounds in one word: "decimotercero", "vigesimoquinto", "vigesimosseptimo".
    whole.or_else(|| {
        let (ten, value) = words.ordinal_tens.iter().zip(1..).find(|(ten, _)| stem.starts_with(**ten))?;
        let unit = stem.strip_prefix(ten)?.strip_prefix(['o', 'a'])?;
        let unit = unit.strip_prefix('s').filter(|_| unit.starts_with("sept")).map_or(unit, |_| unit);
        ones(unit).map(|unit| value * 10 + unit)
    })
}

fn russian(words: &Numbers, word: &str) -> Option<u32> {
    const ENDINGS: [&str; 19] = [
        "ый", "ий", "ой", "ая", "ое", "ого", "ому", "ым", "ом", "ую", "ых", "ыми", "ья", "ье", "ьего", "ьем",
        "ьей", "ью", "ые",
    ];
    let ones = words.ordinal_ones.iter().zip(1..);
    let tens = words.ordinal_tens.iter().zip((20..).step_by(10));
    ones.chain(tens).chain([(&"сот", 100)]).find_map(|(stem, value)| {
        let ending = word.strip_prefix(stem)?;
        ENDINGS.contains(&ending).then_some(value)
    })
}

/// Reads a stem between the article and the feminine ending.
fn arabic(words: &Numbers, word: &str) -> Option<Token> {
    // "الحادية عشرة": in eleven to nineteen, ten has no article.
    if matches!(word, "عشره" | "عشر") {
        return Some(Token { value: 10, ordinal: true });
    }
    let prefixes = ["وال", "بال", "لل", "ال", "وا"];
    let bare = prefixes.into_iter().find_map(|prefix| word.strip_prefix(prefix))?;
    let tens = ar::TENS.into_iter().find_map(|ending| bare.strip_suffix(ending));
    let stem = bare.strip_suffix('ه').unwrap_or(bare);
    let value = match (tens, stem) {
        (Some(tens), _) => place(words.tens, tens, 20, 10)?,
        (None, "اولي" | "حادي" | "واحد") => 1,
        (None, "مائ") => 100,
        (None, _) => place(words.ordinal_ones, stem, 1, 1)?,
    };
    Some(Token { value, ordinal: true })
}

/// Runs of letters and digits, with their ranges.
struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Words<'a> {
    fn next(&mut self) -> Option<(Range<usize>, &'a str)> {
        let rest = self.text.get(self.at..)?;
        let is_part = |letter: char| is_alphanumeric(letter) || letter == '°' || is_arabic_sign(letter);
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
