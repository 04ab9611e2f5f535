//! The fixed phrases of resolutions in the six languages: annexes, articles, sections, meetings, decisions.
//!
//! The phrases are those seen in General Assembly resolutions of sessions 75 to 80 and in older ones. All are
//! compared in folded form (see `shape::fold`). Opening verbs are in the lexicon, enacting phrases in `enacting`.

pub(super) use super::closing::{Side, is_date, is_meeting, is_vote_line, is_vote_roll, vote_side};
use super::numbering::leading_digits;
use super::shape::after_phrase;
pub(super) use crate::lang::Unit;
use crate::lang::numerals::{HAN, han_value, is_han_numeral, latin_capital, roman_value};
use crate::lang::{Language, ar, ordinals, tables, zh};
use crate::text::Part as _;
use crate::text::chars::{is_arabic, is_gap, is_superscript, is_wide};
use std::sync::OnceLock;

/// Whether a text opens a declaration: "We, Heads of State and Government".
pub(super) fn speaks(text: &str) -> bool {
    tables().flat_map(|words| words.speaking.opening).any(|phrase| text.starts_with(phrase))
}

/// Whether a sentence begins as in a declaration: "We will ensure", "Nous veillerons".
pub(super) fn says_we(text: &str) -> bool {
    tables().flat_map(|words| words.speaking.we).any(|word| text.starts_with(word))
}

/// Whether a line is followed by a signature: "For the Government of Norway".
pub(super) fn signs_for(text: &str) -> bool {
    text.len() < 200 && {
        let line = super::shape::fold(text);
        tables().flat_map(|words| words.speaking.signing).any(|phrase| line.starts_with(phrase))
    }
}

/// A heading that opens a unit: its kind, its number, and the length of its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnitHead {
    /// An annex, article, part or section; a letter alone, which may head a resolution or a section, is a scope.
    pub unit: Unit,
    pub ordinal: u32,
    pub label: usize,
    /// The byte offset of the title on the same line; the whole length where there is none.
    pub title: usize,
}

/// The words that head units. In Chinese all except that for annexes follow their number.
fn named_units() -> &'static [(&'static str, Unit)] {
    static NAMED: OnceLock<Vec<(&str, Unit)>> = OnceLock::new();
    NAMED.get_or_init(|| {
        let units = tables().flat_map(|words| words.units.all());
        let phrases = units.flat_map(|(unit, named)| named.headed.iter().map(move |phrase| (*phrase, unit)));
        phrases.filter(|(phrase, unit)| *unit == Unit::Annex || !phrase.starts_with(is_wide)).collect()
    })
}

/// Whether a label names an appendix, which is part of an annex, and not the next annex.
pub(super) fn is_appendix(label: &str) -> bool {
    let mut words = tables().flat_map(|words| words.units.appendix.headed);
    words.any(|word| after_phrase(label, word).is_some())
}

/// The most bytes in the heading of a unit.
const LONGEST: usize = 400;

/// The heading of a unit: "Annex II", "Article 5", "Section A", "II", "II. Title", "ثانيا", "第二条", "二".
pub(super) fn unit(text: &str) -> Option<UnitHead> {
    if text.len() > LONGEST {
        return None;
    }
    let first = text.chars().next()?;
    named(text)
        .or_else(|| counted_part(text))
        .or_else(|| han_unit(text))
        .or_else(|| numeral(text, first))
        .or_else(|| arabic_section(text))
}

/// The numeral of a section and its title, separated by a space only: "II Title", "二 标题". It may also be a sentence
/// ("I welcome") where nothing else shows that it is a heading.
pub(super) fn numeral_and_title(text: &str) -> Option<UnitHead> {
    let (numeral, rest) = text.split_once(is_gap)?;
    let title = text.len() - rest.trim_start_matches(is_gap).len();
    let head = unit(numeral).filter(|head| head.unit == Unit::Section && head.label == numeral.len())?;
    (title < text.len()).then_some(UnitHead { title, ..head })
}

/// Whether a line is the label of a unit and nothing else: "II", "B", "Annex", "ثانيا".
pub(super) fn is_unit_alone(line: &str) -> bool {
    unit(line).is_some_and(|head| head.title >= line.len())
}

fn named(text: &str) -> Option<UnitHead> {
    // "section II of its resolution" continues a sentence.
    if super::shape::starts_lower(text) {
        return None;
    }
    let first = super::shape::first_folded(text)?;
    let (unit, end) = named_units()
        .iter()
        .filter(|(phrase, _)| super::shape::begins_with(phrase, first))
        .filter_map(|(phrase, unit)| {
            let end = after_phrase(text, phrase)?;
            // Chinese has no space here: "附件A".
            let joined = phrase.chars().next().is_some_and(is_wide);
            let whole = text.get(end..)?.chars().next().is_none_or(|next| {
                !next.is_alphanumeric()
                    || is_wide(next)
                    || next.is_numeric()
                    || joined && next.is_ascii_uppercase()
            });
            whole.then_some((*unit, end))
        })
        .max_by_key(|(_, end)| *end)?;
    let rest = text.get(end..)?;
    let gap = rest.len() - rest.trim_start_matches(is_gap).len();
    let after = rest.get(gap..)?;
    let (ordinal, used) = unit_number(after);
    let label = if used > 0 { end + gap + used } else { end };
    let tail = text.get(label..)?;
    let title = text.len()
        - tail
            .trim_start_matches(|letter: char| {
                " \u{A0}.:*-–—：、．\t".contains(letter) || is_superscript(letter)
            })
            .len();
    let alone = title == text.len();
    // "Article 18 of the Charter and shall be decided" is a line of a sentence. A title begins with a capital, unless
    // a colon or a dash precedes it (as in "Part 5: Member States", which has a small letter in Russian and French).
    let parted = text.get(label..title).is_some_and(|mark| mark.contains([':', '：', '–', '—']));
    if !alone && !parted && text.get(title..).is_some_and(super::shape::starts_lower) {
        return None;
    }
    let ends = alone || tail.starts_with(['.', ':', ' ', '\u{A0}', '：', '-', '–', '—', '*']);
    let longest = if unit == Unit::Article { 160 } else { 200 };
    // The limit is in characters, since a Russian title has twice as many bytes.
    let fits = alone && (used > 0 || unit == Unit::Annex)
        || used > 0
            && ends
            && super::shape::length(text, longest) < longest
            && !super::shape::ends_with_mark(text);
    fits.then_some(UnitHead { unit, ordinal, label, title })
}

/// The number after "Annex" or "Article": its value and its length in bytes; (0, 0) where there is none.
fn unit_number(text: &str) -> (u32, usize) {
    let word_end = text.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len());
    let word = text.part(..word_end);
    if let Some((bytes, value)) = leading_digits(word, 3) {
        // "29C" (in Arabic "29 جيم") is a section of its own in the programme budget.
        let letter = word.part(bytes..);
        let mut letters = letter.chars();
        let whole =
            letter.is_empty() || letters.next().and_then(capital_place).is_some() && letters.next().is_none();
        if !whole {
            return (0, 0);
        }
        let rest = text.part(word.len()..);
        let gap = rest.len() - rest.trim_start_matches(is_gap).len();
        let named = rest.get(gap..).and_then(arabic_letter).filter(|_| letter.is_empty() && gap > 0);
        return (value, word.len() + named.map_or(0, |(_, end)| gap + end));
    }
    // "Annex C" follows annex B: a hundred annexes do not occur.
    let mut letters = word.chars();
    if let (Some(letter), None) = (letters.next(), letters.next())
        && !matches!(latin_capital(letter), 'I' | 'V' | 'X')
        && let Some(place) = capital_place(letter)
    {
        return (place, word_end);
    }
    if let Some((place, end)) = arabic_letter(text) {
        return (place, end);
    }
    if let Some(value) =
        roman_value(&word.to_ascii_lowercase()).filter(|_| word.bytes().all(|byte| byte.is_ascii_uppercase()))
    {
        return (value, word_end);
    }
    if let Some(value) = han_value(word) {
        return (value, word_end);
    }
    if let Some(value) = counting_word(word) {
        return (value, word_end);
    }
    for (at, (_, masculine, feminine)) in Language::Ar.words().headings.iter().enumerate().rev() {
        for form in [masculine, feminine] {
            if let Some(end) = after_phrase(text, form)
                && text.get(end..).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            {
                return (at as u32 + 1, end);
            }
        }
    }
    (0, 0)
}

/// The value of a word that numbers parts and articles: "One", "première", "segunda", "третья".
fn counting_word(word: &str) -> Option<u32> {
    ordinals::counting(word).filter(|number| *number <= 10)
}

/// "Première partie", "Segunda parte Archivo": in French and Spanish the word follows its number.
fn counted_part(text: &str) -> Option<UnitHead> {
    let (word, rest) = text.split_once(is_gap)?;
    let names = [Language::Fr, Language::Es].map(|language| language.words().units.part.headed);
    let end = names.into_iter().filter_map(<[_]>::first).find_map(|name| after_phrase(rest, name))?;
    let ordinal = counting_word(word).filter(|_| !super::shape::starts_lower(text))?;
    let label = text.len() - rest.len() + end;
    let tail = text.get(label..)?;
    let body = tail.trim_start_matches(|letter: char| " \u{A0}.:-–—\t".contains(letter));
    let title = text.len() - body.len();
    let alone = body.is_empty();
    let fits = alone
        || tail.len() > body.len()
            && !super::shape::starts_lower(body)
            && text.len() < 200
            && !super::shape::ends_with_mark(text);
    fits.then_some(UnitHead { unit: Unit::Part, ordinal, label, title })
}

/// The position of a capital letter in the Latin alphabet. United Nations documents also letter Russian texts with
/// Cyrillic look-alikes.
fn capital_place(letter: char) -> Option<u32> {
    let latin = latin_capital(letter);
    latin.is_ascii_uppercase().then(|| latin as u32 - 'A' as u32 + 1)
}

/// The name of a letter that Arabic has in place of a capital ("ألف", "باء"): its position and its length in bytes.
fn arabic_letter(text: &str) -> Option<(u32, usize)> {
    Language::Ar.words().letters.iter().zip(1..).find_map(|(names, place)| {
        let end = names.iter().find_map(|name| after_phrase(text, name))?;
        let whole = text.get(end..)?.chars().next().is_none_or(|next| !next.is_alphanumeric());
        whole.then_some((place, end))
    })
}

/// 编 and 款 are the parts and sections of the programme budget.
fn han_units() -> impl Iterator<Item = (Unit, &'static str)> {
    let units = Language::Zh.words().units.all().into_iter().filter(|(unit, _)| *unit != Unit::Annex);
    units.flat_map(|(unit, named)| named.headed.iter().map(move |name| (unit, *name)))
}

/// Reads 第二条, 第一部分, 一、标题, 二.
fn han_unit(text: &str) -> Option<UnitHead> {
    let ordinal_of = |rest: &str| {
        let end = rest
            .find(|letter: char| !is_han_numeral(letter) && !letter.is_ascii_digit())
            .unwrap_or(rest.len());
        let name = rest.get(..end)?;
        let value = name.parse().ok().or_else(|| han_value(name))?;
        Some((value, end))
    };
    if let Some(rest) = text.strip_prefix(zh::NTH) {
        let (ordinal, end) = ordinal_of(rest)?;
        let after = rest.get(end..)?;
        // "第29A款".
        let after = after.strip_prefix(|letter: char| letter.is_ascii_uppercase()).unwrap_or(after);
        let (unit, name) =
            han_units().find_map(|(unit, name)| after.starts_with(name).then_some((unit, name)))?;
        let label = text.len() - after.len() + name.len();
        let tail = text.get(label..)?;
        let title = text.len() - tail.trim_start_matches([' ', '\u{3000}', '：', ':']).len();
        let alone = tail.is_empty();
        let fits =
            alone || tail.starts_with([' ', '\u{3000}', '：', ':']) && !super::shape::ends_with_mark(text);
        return fits.then_some(UnitHead { unit, ordinal, label, title });
    }
    if !text.starts_with(|letter| HAN.contains(letter)) {
        return None;
    }
    let (ordinal, label) = ordinal_of(text)?;
    let tail = text.get(label..)?;
    let title = text.len() - tail.trim_start_matches([' ', '\u{3000}', '、', '.', '．']).len();
    let alone = tail.trim().is_empty();
    // "一 标题": no sentence has a space after its first character.
    let parted = tail.starts_with(['、', '.', '．'])
        || tail.starts_with([' ', '\u{3000}'])
            && text.get(title..).is_some_and(|rest| rest.starts_with(is_wide));
    let fits = alone || parted && text.len() < 150 && !super::shape::ends_with_mark(text);
    fits.then_some(UnitHead { unit: Unit::Section, ordinal, label, title })
}

/// Reads "II", "II.", "II. Title", "A", "A. Title".
fn numeral(text: &str, first: char) -> Option<UnitHead> {
    if !first.is_uppercase() {
        return None;
    }
    let end = text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
    let letters = || text.part(..end).chars().map(latin_capital);
    if !letters().all(|letter| letter.is_ascii_uppercase()) || letters().nth(8).is_some() {
        return None;
    }
    let name: String = letters().collect();
    let tail = text.get(end..)?;
    let dot = tail.starts_with(['.', '．']);
    let label = end + usize::from(dot);
    let body = text.get(label..)?;
    let rest =
        body.trim_start_matches(|letter: char| " \u{A0}*\t-–—".contains(letter) || is_superscript(letter));
    let title = text.len() - rest.len();
    if !rest.is_empty()
        && (!dot || super::shape::ends_with_mark(text) || text.len() > 300 || !body.starts_with(is_gap))
    {
        return None;
    }
    let roman = roman_value(&name.to_ascii_lowercase());
    if name.len() == 1 && !matches!(name.as_str(), "I" | "V" | "X") {
        let ordinal = u32::from(name.bytes().next()? - b'A') + 1;
        return Some(UnitHead { unit: Unit::Scope, ordinal, label, title });
    }
    Some(UnitHead { unit: Unit::Section, ordinal: roman?, label, title })
}

/// Reads "I" as a letter after the sections A to H, and likewise V after U and X after W. `before` is the position of
/// the letter of the section before.
pub(super) fn as_letter(head: UnitHead, label: &str, before: Option<u32>) -> UnitHead {
    let place = match label.trim_matches(|letter: char| !letter.is_alphanumeric()) {
        "I" => 9,
        "V" => 22,
        "X" => 24,
        _ => return head,
    };
    if head.unit == Unit::Section && before == Some(place - 1) {
        return UnitHead { unit: Unit::Scope, ordinal: place, ..head };
    }
    head
}

/// The numbers of sections from 21 on in Arabic words ("حادي وعشرون"): the value and the length in bytes.
fn arabic_tens(text: &str) -> Option<(u32, usize)> {
    let numbers = &Language::Ar.words().numbers;
    let tens = |text: &str| {
        numbers.tens.iter().zip(2..).take(3).find_map(|(ten, tens)| {
            let end = after_phrase(text, ten)?;
            let behind = text.get(end..)?;
            let rest = ar::TENS.into_iter().find_map(|ending| behind.strip_prefix(ending))?;
            Some((tens * 10, text.len() - rest.len()))
        })
    };
    if let Some(round) = tens(text) {
        return Some(round);
    }
    let (first, rest) = text.split_once(is_gap)?;
    let rest = rest.trim_start_matches(is_gap).strip_prefix(ar::AND)?;
    let (tens, end) = tens(rest)?;
    let adverb = super::shape::fold(first);
    // Twenty-one has a special word for the one.
    let mut units = std::iter::once(&ar::ONE).chain(numbers.ordinal_ones.iter().take(9).skip(1));
    let unit = units.position(|stem| ar::is_adverb_of(&adverb, stem))? as u32 + 1;
    Some((tens + unit, text.len() - rest.len() + end))
}

/// Reads "ثانيا", "ثانيا - العنوان", "ألف", "باء - العنوان".
fn arabic_section(text: &str) -> Option<UnitHead> {
    if !text.chars().next().is_some_and(is_arabic) {
        return None;
    }
    let at = |label: usize, unit, ordinal| {
        let tail = text.get(label..)?;
        let body = tail.trim_start_matches(is_gap);
        let rest = body.strip_prefix(['-', '–', '—', ':']).map(|rest| rest.trim_start_matches(is_gap));
        let fits =
            body.is_empty() || rest.is_some() && text.len() < 300 && !super::shape::ends_with_mark(text);
        fits.then(|| UnitHead { unit, ordinal, label, title: text.len() - rest.unwrap_or_default().len() })
    };
    let head = |phrase: &str, unit, ordinal| at(after_phrase(text, phrase)?, unit, ordinal);
    if let Some((ordinal, label)) = arabic_tens(text) {
        return at(label, Unit::Section, ordinal);
    }
    let ordinal = |adverb: &str, at: usize| {
        let [printed, misprinted] = ar::TEN;
        let misprint =
            || head(&format!("{}{misprinted}", adverb.strip_suffix(printed)?), Unit::Section, at as u32 + 1);
        head(adverb, Unit::Section, at as u32 + 1).or_else(misprint)
    };
    let first = super::shape::first_folded(text)?;
    let fits = |phrase: &str| super::shape::begins_with(phrase, first);
    let words = Language::Ar.words();
    let mut sections = words.headings.iter().enumerate().rev().filter(|(_, (adverb, _, _))| fits(adverb));
    sections.find_map(|(at, (adverb, _, _))| ordinal(adverb, at)).or_else(|| {
        let names =
            words.letters.iter().zip(1..).flat_map(|(names, at)| names.iter().map(move |name| (name, at)));
        let mut names = names.filter(|(name, _)| fits(name));
        names.find_map(|(name, at)| head(name, Unit::Scope, at))
    })
}

/// Whether the script of a language has upper and lower case.
pub(super) fn has_case(language: Language) -> bool {
    !matches!(language, Language::Ar | Language::Zh)
}
