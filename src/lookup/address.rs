//! Addresses as people say them: "7 b)", "OP 7", "pp3", "annexe I, 3", "пункт 7", "第7段".
//!
//! [`parse()`] reads an address without a document; [`resolve()`] finds the nodes that it means in a document, and
//! [`meant()`] the one node that a command goes to. Anchors (`op7(b)`) and printed names ("Action 39") are addresses
//! too. An address of something that the document does not have means nothing, never another place: [`nearest()`]
//! finds what is closest to it. Words that are not an address are left to [`super::jump`].

mod absent;
mod fits;
mod named;
mod nearest;
mod parse;
mod resolve;
mod spell;
mod token;
mod words;
mod written;

#[cfg(test)]
mod tests;

pub(crate) use crate::lang::Unit;
pub(crate) use absent::{Instead, instead_of, what_there_is};
pub(crate) use nearest::nearest;
pub(crate) use parse::parse;
pub use resolve::meant;
pub(crate) use resolve::{anchored, is_own, own_symbol, resolve};
pub(in crate::lookup) use written::Written;

/// Which of the units of a kind a step means.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Which {
    /// The only one: "annex", with nothing after it.
    Only,
    Number(u32),
    /// An ordinal such as "third": the position among nodes of the kind, from 1, whatever numbers are printed.
    Nth(u32),
    /// A letter or numeral, "b", "ii", "б", "ب": in lower case, otherwise as typed.
    Label(String),
    /// The last one: "the last paragraph".
    Last,
}

/// One step of an address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Step {
    pub unit: Unit,
    pub which: Which,
    /// The suffix of a repeated number: "bis", "ter", ..., or an empty string.
    pub repeat: &'static str,
}

/// A parsed address: steps from the widest to the narrowest.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Address {
    /// The text as typed, trimmed, since it may be an anchor.
    pub(crate) typed: String,
    /// The symbol before the address, in capitals: the address holds in that document only.
    pub symbol: Option<String>,
    pub steps: Vec<Step>,
    /// Alternatives to the last step: the 9 of "7 and 9".
    pub also: Vec<Step>,
    /// Whether the last number or letter may still be incomplete: "1" may become "12".
    pub partial: bool,
    /// Whether what is below the last step is asked for, as by "7 (".
    pub open: bool,
}

/// Whether a word is a single letter, such as the "B" of section 29B.
fn is_one_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}
