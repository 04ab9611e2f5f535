//! A place in a text that moves forward over what it knows. It only looks; it builds nothing.

use crate::text::chars::is_blank;

/// A text and how far it is read. Copy it to look ahead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    pub(crate) at: usize,
}

impl<'a> Cursor<'a> {
    /// `at` must be a character boundary; elsewhere the rest is empty.
    pub(crate) fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    pub(crate) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// What was read since `from`.
    pub(crate) fn since(&self, from: usize) -> &'a str {
        self.text.get(from..self.at).unwrap_or_default()
    }

    pub(crate) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(crate) fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(crate) fn skip(&mut self, letter: char) {
        self.at += letter.len_utf8();
    }

    pub(crate) fn eat(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    /// The first of `tokens` that stands here.
    pub(crate) fn eat_any(&mut self, tokens: &[&str]) -> bool {
        tokens.iter().any(|token| self.eat(token))
    }

    /// Whether the word or number read so far ends here; Han characters follow numbers without a space.
    pub(crate) fn at_boundary(&self) -> bool {
        self.peek().is_none_or(|next| !next.is_alphanumeric() || is_note_mark(next) || is_han(next))
    }

    /// Spaces of any width, and what is invisible.
    pub(crate) fn spaces(&mut self) -> bool {
        let from = self.at;
        while let Some(next) = self.peek().filter(|&next| is_blank(next)) {
            self.skip(next);
        }
        self.at > from
    }

    /// A hyphen or a dash.
    pub(crate) fn hyphen(&mut self) -> bool {
        self.eat_any(&["-", "\u{2011}", "\u{2010}", "\u{2013}", "\u{2212}"])
    }

    /// `least` to `most` ASCII digits, not followed by another one.
    pub(crate) fn digits(&mut self, least: usize, most: usize) -> Option<&'a str> {
        let bytes = self.text.as_bytes().get(self.at..)?;
        let count = bytes.iter().take(most + 1).take_while(|byte| byte.is_ascii_digit()).count();
        if count < least || count > most {
            return None;
        }
        let from = self.at;
        self.at += count;
        Some(self.since(from))
    }

    /// The letters, digits and note marks aside, that stand here.
    pub(crate) fn word(&mut self) -> &'a str {
        let from = self.at;
        while let Some(next) = self.peek().filter(|next| next.is_alphabetic()) {
            self.skip(next);
        }
        self.since(from)
    }
}

/// Superscript digits stand right behind words and numbers, and are no part of them.
pub(crate) fn is_note_mark(letter: char) -> bool {
    matches!(letter, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

pub(crate) fn is_han(letter: char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}')
}
