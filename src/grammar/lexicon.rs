//! The verbs that open paragraphs of United Nations resolutions, in six languages, and the action of each.
//!
//! The phrases are data of this project, compiled into tries that are used in place: see `build.rs`. Where a
//! paragraph stands, and whether it is one at all, is decided by the rest of the grammar.
//! The forms of the verbs are those seen in General Assembly resolutions of sessions 75 to 80 and in older ones.

mod compose;
mod content;
mod fold;
mod shape;
mod tables;
#[cfg(test)]
mod tests;
mod trie;

use crate::text::Part as _;
use std::ops::Range;

use crate::document::{Action, Addressees};
use crate::lang::Language;
use crate::text::chars;

/// The part of a resolution that a paragraph is written for, on which the form of its verb depends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Register {
    Preambular,
    Operative,
}

/// An opening phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opener {
    /// Its length in bytes from the start of the text, including quotation marks before it.
    pub bytes: usize,
    pub action: Action,
    pub register: Register,
}

/// What a paragraph does and whom it addresses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classified {
    /// The length of the opening phrase in bytes; 0 where none is known.
    pub opener: usize,
    pub action: Option<Action>,
    pub addressees: Addressees,
}

/// The opening phrase of a paragraph; `None` where there is none, which is mostly known after the first word.
pub fn opener(language: Language, register: Register, text: &str) -> Option<Opener> {
    compose::opener(language, register, text)
}

/// Classifies a paragraph by its opening phrase.
///
/// `italic` is the length in bytes of the italics at its start: United Nations documents set the opening phrase in
/// italics, and where the text agrees, they show its end better than the lexicon. A paragraph with a verb in the form
/// of the other register is recognised too.
pub fn classify(language: Language, register: Register, text: &str, italic: Option<usize>) -> Classified {
    let other = match register {
        Register::Preambular => Register::Operative,
        Register::Operative => Register::Preambular,
    };
    let found = opener(language, register, text).or_else(|| opener(language, other, text));
    let Some(found) = found else {
        return Classified { opener: italic_opener(text, italic).unwrap_or(0), ..Classified::default() };
    };
    let bytes = italic_opener(text, italic).unwrap_or(found.bytes);
    let after = text.part(found.bytes..);
    let action = match found.action {
        Action::Decide if content::is_seized(language, after) => Action::Seized,
        action => action,
    };
    let addressees = match action {
        Action::Request | Action::Urge | Action::Invite => content::addressees(language, after),
        _ => Addressees::default(),
    };
    Classified { opener: bytes, action: Some(action), addressees }
}

/// The offset in an opening phrase at which its verb begins: "requests" in "Also requests".
pub(crate) fn verb_at(language: Language, opener: &str) -> usize {
    compose::verb_at(language, opener)
}

/// The index in [`Addressees::KEYS`] of the addressee that a text begins with, and the length of its name in bytes.
pub(crate) fn addressee(language: Language, text: &str) -> Option<(usize, usize)> {
    content::addressee(language, text)
}

/// Who is addressed by the words after an opening phrase.
pub(crate) fn addressees(language: Language, text: &str) -> Addressees {
    content::addressees(language, text)
}

/// The actions of a paragraph, the later ones of its sentence too ("Welcomes the report, and requests the
/// Secretary-General"), each with the bytes of its verb and whom it addresses. Looks at the first `within` bytes.
pub(crate) fn deeds(
    language: Language,
    text: &str,
    within: usize,
) -> impl Iterator<Item = (Range<usize>, Action, Addressees)> {
    verbs(language, text, within).map(move |(verb, action)| {
        let addressees = addressees(language, text.part(verb.end..));
        (verb, action, addressees)
    })
}

/// The same without those who are addressed.
pub(crate) fn verbs(
    language: Language,
    text: &str,
    within: usize,
) -> impl Iterator<Item = (Range<usize>, Action)> {
    content::verbs(language, text, within)
}

/// The most bytes of italics that can be an opening phrase; longer ones are emphasis or a title.
const LONGEST_ITALIC: usize = 120;

fn italic_opener(text: &str, italic: Option<usize>) -> Option<usize> {
    let italic = text.get(..italic.filter(|&bytes| bytes <= LONGEST_ITALIC)?)?;
    let trimmed =
        italic.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation() || c == '،');
    Some(trimmed.len()).filter(|&bytes| bytes > 0)
}
