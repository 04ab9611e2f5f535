//! The texts of the interface in the six languages: notices, hints, help, sheets, the status line and spoken
//! positions.
//!
//! They are in `src/messages`, one Fluent file for each language (docs/translating.md). build.rs makes a
//! method here of each message, so that nothing is read at run time and a missing message does not compile.
//! Words of a document, such as "PREAMBLE", are in the document's language and belong elsewhere; errors and
//! help of the command line are in English.

use crate::lang::{Language, Words};
use icu_locale_core::locale;
use icu_plurals::{PluralCategory, PluralRules};
use std::fmt::{Display, Write as _};

/// The messages in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Messages(Language);

/// A message without arguments, as a value in tables.
pub(crate) type Fixed = fn(Messages) -> &'static str;

/// A message whose argument is a number.
pub(crate) type Counted = fn(Messages, usize) -> String;

impl Messages {
    pub(crate) fn of(language: Language) -> Self {
        Self(language)
    }

    /// The words for parts of a document in the same language.
    pub(crate) fn words(self) -> &'static Words {
        self.0.words()
    }

    /// The name of a language, in the language of the interface.
    pub(crate) fn name(self, language: Language) -> &'static str {
        match language {
            Language::Ar => self.language_arabic(),
            Language::En => self.language_english(),
            Language::Es => self.language_spanish(),
            Language::Fr => self.language_french(),
            Language::Ru => self.language_russian(),
            Language::Zh => self.language_chinese(),
        }
    }

    /// The plural category of a number (CLDR), which selects the form of a message.
    fn plural(self, number: usize) -> PluralCategory {
        let locale = match self.0 {
            Language::En => locale!("en"),
            Language::Fr => locale!("fr"),
            Language::Es => locale!("es"),
            Language::Ru => locale!("ru"),
            Language::Ar => locale!("ar"),
            Language::Zh => locale!("zh"),
        };
        let rules = PluralRules::try_new_cardinal(locale.into());
        debug_assert!(rules.is_ok(), "the rules of the six languages are compiled in");
        rules.map_or(PluralCategory::Other, |rules| rules.category_for(number))
    }
}

fn put(out: &mut String, argument: &dyn Display) {
    let written = write!(out, "{argument}");
    debug_assert!(written.is_ok(), "writing to a String does not fail");
}

#[allow(clippy::all, clippy::pedantic, reason = "made by build.rs")]
mod catalogue {
    use super::{Language, Messages, PluralCategory, put};

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}
