//! Number words in an address: "para twelve", "paragraphe vingt et un", and the ordinals "third", "двадцать первый".
//!
//! A cardinal is a number only behind the word for what it counts, for "one" and "six" are words of any sentence.

use super::token::{Spaced, Token};
use super::words::{Meaning, bare, meaning};
use crate::lang::spelled::{Spelled, spelled};

/// Tokens that one number takes at most: "one hundred and twenty-three".
const LONGEST: usize = 7;

/// Puts numbers for the cardinals that stand behind a unit or go on a list of numbers.
pub(super) fn cardinals(tokens: &[Spaced]) -> Vec<Spaced> {
    let mut out: Vec<Spaced> = Vec::with_capacity(tokens.len());
    let (mut ready, mut at) = (false, 0);
    while let Some(spaced) = tokens.get(at) {
        let found = match &spaced.token {
            Token::Word(word) if ready => number_words(word, tokens.get(at + 1..).unwrap_or_default())
                .filter(|(number, _)| !number.ordinal),
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

/// The number that words say from here on, the longest first, and how many tokens it takes.
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
