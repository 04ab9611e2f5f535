//! The verbs that open paragraphs of United Nations resolutions, in six languages, and what each of them does.
//!
//! The phrases are data of this project, compiled into tries that are used in place: see `build.rs`. It says nothing
//! of where a paragraph stands or whether it is one at all; that is the structure's business.

mod compose;
mod content;
mod fold;
mod shape;
mod tables;
#[cfg(test)]
mod tests;
mod trie;

use std::ops::Range;

use crate::document::{Action, Addressees, Language};
use crate::text::chars;

/// Which part of a resolution a paragraph is written for: the form of its verb differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Register {
    Preambular,
    Operative,
}

/// An opening phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opener {
    /// Its bytes from the start of the text on, quotation marks before it included.
    pub bytes: usize,
    pub action: Action,
    pub register: Register,
}

/// What a paragraph does and to whom it speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classified {
    /// Bytes of the opening phrase; 0 where none is known.
    pub opener: usize,
    pub action: Option<Action>,
    pub addressees: Addressees,
}

/// The opening phrase of a paragraph. Where there is none, this is known after its first word.
pub fn opener(language: Language, register: Register, text: &str) -> Option<Opener> {
    compose::opener(language, register, text)
}

/// What a paragraph does.
///
/// `italic` is the length of the italics that it starts with: drafters set the opener in italics, and where the text
/// agrees they tell its end better than the lexicon can. A paragraph in the other register's form is still known.
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
    let after = text.get(found.bytes..).unwrap_or_default();
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

/// Italics longer than this are emphasis or a title, not an opener.
const LONGEST_ITALIC: usize = 120;

fn italic_opener(text: &str, italic: Option<usize>) -> Option<usize> {
    let italic = text.get(..italic.filter(|&bytes| bytes <= LONGEST_ITALIC)?)?;
    let trimmed =
        italic.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation() || c == '،');
    Some(trimmed.len()).filter(|&bytes| bytes > 0)
}

/// Further verbs of a paragraph ("..., and urges ..."), from a byte of the text on: where each stands and what it does.
pub fn secondary(language: Language, text: &str, after: usize) -> Vec<(Range<usize>, Action)> {
    content::secondary(language, text, after)
}
