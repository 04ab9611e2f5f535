//! The library as the benchmark asks it, which has it beside another engine.

use super::{Library, Query, Site, Trouble};
use crate::library::Door;
use std::path::Path;

/// A library that is open for reading.
pub struct Trial(Library);

impl Trial {
    /// Opens the library in a folder that `plenary library --library` was given. The error is a sentence.
    pub fn open(folder: &Path) -> Result<Self, String> {
        let opened = Library::open(&Site::new(folder, &Door::free()));
        opened.map(Self).map_err(|trouble| trouble.to_string())
    }

    /// How many documents there are.
    pub fn documents(&self) -> usize {
        usize::try_from(self.0.documents()).unwrap_or(usize::MAX)
    }

    /// What a key in the box of the library asks: the paragraphs that have the words, of which the last is still being
    /// typed, with their symbols and words.
    pub fn key(&self, typed: &str, limit: usize) -> Vec<(String, String)> {
        let hits = self.0.search(&Query::typed(typed, limit)).unwrap_or_default();
        let shown = |hit: super::Hit| (hit.symbol.unwrap_or_default(), hit.paragraph.text);
        hits.into_iter().map(shown).collect()
    }

    /// The symbol of the document that a typed number or symbol opens.
    pub fn named(&self, typed: &str) -> Option<String> {
        self.0.named(typed, None).0.into_iter().next()?.card.symbol
    }

    /// Tells the words of each paragraph, in no order of meaning: symbol, anchor, words.
    pub fn each(&self, told: &mut dyn FnMut(&str, &str, &str)) -> Result<(), String> {
        let told = &mut |symbol: Option<&str>, anchor: &str, text: &str| {
            told(symbol.unwrap_or_default(), anchor, text);
        };
        self.0.each(told).map_err(|trouble: Trouble| trouble.to_string())
    }
}
