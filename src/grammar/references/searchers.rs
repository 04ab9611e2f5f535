//! Substring searchers for the words of references that have no digits.

use crate::lang::Language;
use memchr::memmem::Finder;
use std::sync::OnceLock;

/// The searchers of one language, which are made once.
pub(super) struct Finders {
    pub(super) chapter: Finder<'static>,
    pub(super) charter: Finder<'static>,
    pub(super) preamble: Finder<'static>,
}

impl Finders {
    pub(super) fn of(language: Language) -> &'static Self {
        static ALL: [OnceLock<Finders>; 6] = [const { OnceLock::new() }; 6];
        let make = || {
            let words = &language.words().references;
            Finders {
                chapter: Finder::new(words.chapter),
                charter: Finder::new(words.charter),
                preamble: Finder::new(words.preamble),
            }
        };
        ALL[language as usize].get_or_init(make)
    }
}
