//! Finds paragraphs in which the words of an address are written as typed: "chapter VII", "2010".

use super::index::{Store, Unit};
use super::matching::{Class, Letters, Place};
use super::rank::Ranked;
use super::{GoOn, STRIDE};
use crate::lookup::address::Written;
use crate::text::Part as _;
use crate::text::fold::{fold_str, words};

/// The words of a query, which must be adjacent.
pub(super) struct Exact {
    words: Vec<String>,
}

impl Exact {
    pub(super) fn new(query: &str) -> Self {
        Self { words: words(&fold_str(query)).map(|(_, word)| word.to_owned()).collect() }
    }

    /// Whether a candidate has the words as typed. A number may also be spelled out, and may be in a note or the
    /// masthead; other addresses there refer to another document.
    pub(super) fn holds(&self, store: &Store, ranked: &Ranked, number: bool) -> bool {
        let Some(unit) = store.units.get(ranked.unit as usize) else { return false };
        if unit.aside && !number {
            return false;
        }
        let written: Vec<&str> = unit
            .words
            .clone()
            .map(|word| store.entry_of(word).map(|entry| &*entry.text).unwrap_or_default())
            .collect();
        let length = self.words.len().max(1);
        if written.windows(length).any(|window| window.iter().eq(self.words.iter())) {
            return true;
        }
        // "65" also matches "sixty-fifth".
        let spelled = |start: u32, end: u32| {
            let letters = store.squeezed.part(start as usize..end as usize);
            !letters.contains(|c: char| c.is_ascii_digit())
        };
        number
            && !ranked.places.is_empty()
            && ranked.places.iter().all(|place| spelled(place.start, place.end))
    }
}

/// The score of paragraphs that contain an address literally: above that of any other words.
pub(super) const LITERAL: f32 = 50.0;

/// The paragraphs that write an address in another form: "art. 73" as "article 73".
pub(super) fn in_other_words(store: &Store, query: &str, go_on: GoOn<'_>) -> Vec<Ranked> {
    let Some(written) = Written::new(query) else { return Vec::new() };
    let han = written.han();
    let mut out = Vec::new();
    for (at, unit) in store.units.iter().enumerate() {
        if at.is_multiple_of(STRIDE) && !go_on() {
            break;
        }
        if unit.aside {
            continue;
        }
        let found = in_han(store, unit, &han).or_else(|| in_words(store, unit, &written));
        if let Some((first, last, start, end)) = found {
            let unit = at as u32;
            let (grade, class, letters) = (1.0, Class::Whole, Letters::Run);
            let place = Place { unit, first, last, start, end, grade, class, letters };
            let letters = std::rc::Rc::new(Vec::new());
            out.push(Ranked { unit, score: LITERAL, places: vec![place], terms: vec![0], letters });
        }
    }
    out
}

/// The first and last word, and the first and last byte.
type Stretch = (u32, u32, u32, u32);

fn in_words(store: &Store, unit: &Unit, written: &Written) -> Option<Stretch> {
    (unit.words.start..unit.words.end).find_map(|word| {
        if !written.is_word(&store.entry_of(word)?.text) {
            return None;
        }
        let next: Vec<&str> = (word + 1..unit.words.end.min(word + 6))
            .filter_map(|at| Some(&*store.entry_of(at)?.text))
            .collect();
        let last = word + written.number_in(&next)? as u32;
        Some((word, last, store.word(word).at, store.word_end(last)))
    })
}

fn in_han(store: &Store, unit: &Unit, forms: &[String]) -> Option<Stretch> {
    let line = store.squeezed.get(unit.bytes.start as usize..unit.bytes.end as usize)?;
    let (start, length) = forms.iter().find_map(|form| Some((line.find(form.as_str())?, form.len())))?;
    let (start, end) = (unit.bytes.start + start as u32, unit.bytes.start + (start + length) as u32);
    Some((store.word_at(start), store.word_at(end.saturating_sub(1)), start, end))
}
