//! The meaning of words in an address ("par.", "пункте", "段"), in any of the languages.

use super::Unit;
use crate::lang::{Addresses, Words, holds, tables};

/// The function of a word in an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Unit(Unit),
    /// "of", "the", "no.": ignored.
    Filler,
    /// "and", "to": another number follows.
    And,
    Last,
    /// "sub-", "فرعية": the paragraph next to it is a sub-paragraph.
    SubOf,
    Repeat(&'static str),
}

/// The longest word of an address at the start of a run of Han characters, with its length in characters.
pub(super) fn han_word(run: &[char]) -> Option<(&'static str, usize)> {
    let of = |words: &'static Words| {
        let addresses = &words.addresses;
        let lists = [addresses.fillers, addresses.lasts, addresses.ands];
        let units = words.units.all().map(|(_, unit)| unit.typed);
        let repeats = addresses.repeats.iter().map(|(word, _)| *word);
        units.into_iter().chain(lists).flat_map(str::split_whitespace).chain(repeats)
    };
    tables()
        .flat_map(of)
        .filter(|word| {
            let mut letters = word.chars();
            let mut length = 0;
            letters.all(|letter| {
                length += 1;
                run.get(length - 1) == Some(&letter)
            })
        })
        .map(|word| (word, word.chars().count()))
        .max_by_key(|&(_, length)| length)
}

/// An Arabic word without the article and particles written onto it: "والفقرة" becomes "فقرة".
pub(super) fn bare(word: &str) -> &str {
    tables()
        .flat_map(|words| words.addresses.particles)
        .find_map(|prefix| word.strip_prefix(prefix).filter(|rest| rest.chars().count() >= 3))
        .unwrap_or(word)
}

/// The meaning of a folded word; `None` where it has none in an address.
pub(super) fn meaning(word: &str) -> Option<Meaning> {
    let stripped = bare(word);
    let either = |list: &str| holds(list, word) || holds(list, stripped);
    let mut units = tables().flat_map(|words| words.units.all());
    if let Some((unit, _)) = units.find(|(_, named)| either(named.typed)) {
        return Some(Meaning::Unit(unit));
    }
    let mut repeats = tables().flat_map(|words| words.addresses.repeats);
    if let Some((_, repeat)) = repeats.find(|(printed, _)| *printed == word) {
        return Some(Meaning::Repeat(repeat));
    }
    let any = |is: &dyn Fn(&Addresses) -> bool| tables().any(|words| is(&words.addresses));
    if any(&|words| either(words.sub_of)) {
        return Some(Meaning::SubOf);
    }
    if any(&|words| either(words.lasts)) {
        return Some(Meaning::Last);
    }
    if any(&|words| holds(words.ands, word)) {
        return Some(Meaning::And);
    }
    any(&|words| holds(words.fillers, word)).then_some(Meaning::Filler)
}

/// Whether a word is the ending of an ordinal in digits ("3rd", "3e", "3-й"): `Some(true)` where it can be nothing
/// else.
pub(super) fn ordinal_ending(word: &str) -> Option<bool> {
    tables().find_map(|Words { addresses, .. }| {
        let sure = holds(addresses.endings, word);
        (sure || holds(addresses.vague_endings, word)).then_some(sure)
    })
}

/// Whether a word announces a number without saying of what: "no. 7", "№ 7", "رقم 7".
pub(super) fn is_number_word(word: &str) -> bool {
    tables().any(|words| holds(words.addresses.numbers, word))
}

/// Whether the unit follows its number in Chinese, as in "第7段" (but "附件一").
pub(super) fn follows_number(word: &str) -> bool {
    tables().any(|words| holds(words.addresses.behind, word))
}
