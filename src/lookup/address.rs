//! Addresses as people say them: "7 b)", "OP 7", "pp3", "annexe I, 3", "пункт 7", "第7段".
//!
//! [`parse()`] reads one without knowing a document; [`resolve()`] finds the nodes that it means in one, and [`meant()`]
//! the one that a command goes to. Anchors (`op7(b)`) and printed names ("Action 39") are addresses too. An address of
//! something that is not there means nothing, never its neighbour: what is near to it is [`nearest()`]'s to say. Words
//! that are not an address are [`super::jump`]'s.

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

pub use crate::lang::Unit;
pub use absent::what_there_is;
pub use nearest::nearest;
pub use parse::parse;
pub use resolve::{Places, anchored, is_own, meant, resolve};
pub(in crate::lookup) use written::Written;

/// Which one of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Which {
    /// "annex", with nothing after it.
    Only,
    Number(u32),
    /// "third": by its place among its like, whatever is printed.
    Nth(u32),
    /// "b", "ii", "б", "ب": lower case, as typed.
    Label(String),
    /// "the last paragraph".
    Last,
}

/// One step of an address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    pub unit: Unit,
    pub which: Which,
    /// "bis", "ter", ... or "".
    pub repeat: &'static str,
}

/// What was typed, understood as a place: from the widest step to the narrowest.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    /// As typed, trimmed: it may be an anchor.
    pub typed: String,
    /// The symbol in front, in capitals: the address only holds in that document.
    pub symbol: Option<String>,
    pub steps: Vec<Step>,
    /// Other last steps: the 9 of "7 and 9".
    pub also: Vec<Step>,
    /// The last number or letter may go on: "1" may become "12".
    pub partial: bool,
    /// "7 (" asks for what is below 7.
    pub open: bool,
}

/// Whether a word is one letter, as "B" of section 29B.
fn is_one_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}
