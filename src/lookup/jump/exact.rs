//! An address taken literally: the paragraphs in which it is written as typed, "chapter VII" and "2010".

use super::index::Store;
use super::rank::Ranked;
use crate::text::fold::{fold_str, words};

/// The words of a query, to be found side by side.
pub(super) struct Exact {
    words: Vec<String>,
}

impl Exact {
    pub(super) fn new(query: &str) -> Self {
        Self { words: words(&fold_str(query)).map(|(_, word)| word.to_owned()).collect() }
    }

    /// Whether a candidate has the words as typed. A number may also be spelled, and stand in a note or the masthead;
    /// an address there is one in another document.
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
        // "65" for "sixty-fifth".
        let spelled = |start: u32, end: u32| {
            let letters = store.squeezed.get(start as usize..end as usize).unwrap_or_default();
            !letters.contains(|c: char| c.is_ascii_digit())
        };
        number
            && !ranked.places.is_empty()
            && ranked.places.iter().all(|place| spelled(place.start, place.end))
    }
}
