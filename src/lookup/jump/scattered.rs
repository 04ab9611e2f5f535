//! The last resort: the letters of the terms in order, scattered over a paragraph, as fuzzy finders match.
//!
//! `fuzzy-matcher` scores them on folded words; a cheaper search for the shortest stretch selects the candidates it
//! gets.

use crate::text::Part as _;
use fuzzy_matcher::FuzzyMatcher as _;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::index::{Store, Unit, bit};
use super::matching::{Class, Letters, Place};
use super::terms::Term;
use super::{GoOn, STRIDE};

/// The first and the last word.
type Stretch = (u32, u32);

/// The most candidates that are given to the matcher.
const MOST: usize = 40;

/// The units that contain each term as scattered letters, with scores below 0.5 and the positions of the letters.
pub(super) fn scattered(store: &Store, terms: &[Term], go_on: GoOn<'_>) -> Vec<(u32, f32, Vec<Place>)> {
    let sought: Vec<&Term> = terms.iter().filter(|term| term.required && term.letters.len() > 1).collect();
    if sought.is_empty() || sought.len() < terms.iter().filter(|term| term.required).count() {
        return Vec::new();
    }
    // For each unit the cost, the unit, and the first and last word of each term's stretch.
    let mut close: Vec<(u32, u32, Vec<Stretch>)> = Vec::new();
    for (at, unit) in store.units.iter().enumerate() {
        if at.is_multiple_of(STRIDE) && !go_on() {
            break;
        }
        let stretches: Option<Vec<Stretch>> =
            sought.iter().map(|term| shortest(store, &term.letters, unit)).collect();
        let Some(stretches) = stretches else { continue };
        let cost = stretches.iter().map(|(from, to)| store.word_end(*to) - store.word(*from).at).sum();
        close.push((cost, at as u32, stretches));
    }
    close.sort_unstable_by_key(|(cost, unit, _)| (*cost, *unit));
    let matcher = SkimMatcherV2::default().ignore_case();
    let mut out = Vec::new();
    for (_, unit, stretches) in close.into_iter().take(MOST) {
        let mut sum = 0.0;
        let mut places = Vec::new();
        for (term, (from, to)) in sought.iter().zip(stretches) {
            let (choice, origins) = spaced(store, from, to);
            let Some((points, chosen)) = matcher.fuzzy_indices(&choice, &term.text) else { continue };
            sum += points as f32 / (24.0 * term.letters.len() as f32);
            for at in chosen {
                let Some(&(word, byte)) = origins.get(at) else { continue };
                let length = store
                    .squeezed
                    .get(byte as usize..)
                    .and_then(|rest| rest.chars().next())
                    .map_or(0, char::len_utf8);
                let (grade, class, letters) = (0.0, Class::Guess, Letters::Run);
                places.push(Place {
                    unit,
                    first: word,
                    last: word,
                    start: byte,
                    end: byte + length as u32,
                    grade,
                    class,
                    letters,
                });
            }
        }
        places.sort_by_key(|place| place.start);
        out.push((unit, (sum / sought.len() as f32).clamp(0.0, 1.0) * 0.49, places));
    }
    out
}

/// Words joined by spaces, and for each letter the word and the byte that it comes from.
fn spaced(store: &Store, from: u32, to: u32) -> (String, Vec<(u32, u32)>) {
    let (mut text, mut bytes) = (String::new(), Vec::new());
    for index in from..=to {
        let word = store.word(index);
        if index > from {
            text.push(' ');
            bytes.push((index, word.at));
        }
        let letters = store.entry_of(index).map(|entry| &*entry.text).unwrap_or_default();
        bytes.extend(letters.char_indices().map(|(at, _)| (index, word.at + at as u32)));
        text.push_str(letters);
    }
    (text, bytes)
}

/// The shortest run of words that begins with the first letter and contains the others in order, none too far from
/// the last.
fn shortest(store: &Store, letters: &[char], unit: &Unit) -> Option<(u32, u32)> {
    let first = *letters.first()?;
    if unit.firsts & bit(first) == 0 {
        return None;
    }
    let longest = letters.len() as u32 * 5 + 10;
    let words = store.words_of(unit);
    let line = store.squeezed.as_bytes();
    let mut best: Option<(u32, u32)> = None;
    let mut shortest = longest;
    for (at, from) in words.iter().enumerate().filter(|(_, word)| word.first == first) {
        // A greedy search for the next position of each letter. If a shorter stretch exists, it begins with a later
        // word.
        let end = (from.at + shortest).min(unit.bytes.end);
        let mut rest = line.part(from.at as usize..end as usize);
        let mut encoded = [0; 4];
        let all = letters.iter().all(|letter| {
            let letter = letter.encode_utf8(&mut encoded).as_bytes();
            let found = match letter {
                [byte] => memchr::memchr(*byte, rest),
                _ => memchr::memmem::find(rest, letter),
            };
            match found {
                Some(found) => {
                    rest = rest.part(found + letter.len()..);
                    true
                }
                None => false,
            }
        });
        if all {
            let length = end - from.at - rest.len() as u32;
            let index = unit.words.start + at as u32;
            best = Some((index, store.word_at(from.at + length - 1)));
            shortest = length.max(2) - 1;
        }
    }
    best
}
