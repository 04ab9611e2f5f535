//! Number words in an address: "para twelve", "paragraphe vingt et un", and the ordinals "third", "двадцать первый".
//!
//! A cardinal is read as a number only after the word for what it counts, since "one" and "six" occur in any
//! sentence.

use super::token::{Spaced, Token};
use super::words::{Meaning, bare, meaning};
use crate::lang::spelled::{Spelled, spelled};
use crate::text::Part as _;

/// The most tokens of one number: "one hundred and twenty-three".
const LONGEST: usize = 7;

/// Replaces cardinals by numbers where they follow a unit or continue a list of numbers.
pub(super) fn cardinals(tokens: &[Spaced]) -> Vec<Spaced> {
    let mut out: Vec<Spaced> = Vec::with_capacity(tokens.len());
    let (mut ready, mut at) = (false, 0);
    while let Some(spaced) = tokens.get(at) {
        let found = match &spaced.token {
            Token::Word(word) if ready => {
                number_words(word, tokens.part(at + 1..)).filter(|(number, _)| !number.ordinal)
            }
            _ => None,
        };
        if let Some((number, used)) = found {
            out.push(Spaced { token: Token::Number(number.value), spaced: spaced.spaced });
            at += used;
            continue;
        }
        ready = match &spaced.token {
            Token::Word(word) => match meaning(word) {
                Some(Meaning::Unit(_)) => true,
                Some(Meaning::Filler | Meaning::And) => ready,
                _ => false,
            },
            Token::Number(_) | Token::Sign(_) => ready,
        };
        out.push(spaced.clone());
        at += 1;
    }
    out
}

/// The longest number that the words from here on make, with the number of tokens it takes.
pub(super) fn number_words(word: &str, next: &[Spaced]) -> Option<(Spelled, usize)> {
    let mut joined = vec![(bare(word).to_owned(), 1)];
    for (at, spaced) in next.iter().enumerate().take(LONGEST - 1) {
        match &spaced.token {
            Token::Word(more) => {
                let longer = format!("{}{more}", joined.last().map_or("", |(known, _)| known.as_str()));
                joined.push((longer, at + 2));
            }
            Token::Sign('-') => {}
            _ => break,
        }
    }
    joined.into_iter().rev().find_map(|(word, used)| Some((spelled(&word)?, used)))
}

/// Whether an ordinal in words follows: "fifth".
pub(super) fn ordinal_follows(next: &[Spaced]) -> bool {
    match next.split_first() {
        Some((Spaced { token: Token::Word(word), .. }, next)) => {
            number_words(word, next).is_some_and(|(number, _)| number.ordinal)
        }
        _ => false,
    }
}

/// Whether a sub-paragraph's label follows: "(c)" or "c)".
pub(super) fn item_follows(next: &[Spaced]) -> bool {
    match next {
        [Spaced { token: Token::Sign('('), .. }, ..] => true,
        [Spaced { token: Token::Word(word), .. }, Spaced { token: Token::Sign(')'), .. }, ..] => {
            super::parse::is_label(word)
        }
        _ => false,
    }
}
