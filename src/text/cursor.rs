//! A read position in a text, for parsers written by hand. Reads only; builds nothing.

use crate::text::Part as _;
use crate::text::chars::{is_blank, is_han, is_hyphen, is_superscript};

/// A text and a byte offset in it. Copy it to look ahead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    pub(crate) at: usize,
}

impl<'a> Cursor<'a> {
    /// `at` is a byte offset. If it is not on a character boundary, there is nothing left to read.
    pub(crate) fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    pub(crate) fn rest(&self) -> &'a str {
        self.text.part(self.at..)
    }

    /// The text read since the byte offset `from`.
    pub(crate) fn since(&self, from: usize) -> &'a str {
        self.text.part(from..self.at)
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

    /// Skips the first of `tokens` that the rest of the text starts with; returns whether there was one.
    pub(crate) fn eat_any(&mut self, tokens: &[&str]) -> bool {
        tokens.iter().any(|token| self.eat(token))
    }

    /// Whether a word or number ends here. It also ends before a Han character, because no space separates the two.
    pub(crate) fn at_boundary(&self) -> bool {
        self.peek().is_none_or(|next| !next.is_alphanumeric() || is_superscript(next) || is_han(next))
    }

    /// Skips white space of any width and invisible characters; returns whether there were any.
    pub(crate) fn spaces(&mut self) -> bool {
        let from = self.at;
        while let Some(next) = self.peek().filter(|&next| is_blank(next)) {
            self.skip(next);
        }
        self.at > from
    }

    /// Skips a hyphen or a short dash; returns whether there was one.
    pub(crate) fn hyphen(&mut self) -> bool {
        let found = self.peek().filter(|&next| is_hyphen(next));
        found.inspect(|&next| self.skip(next)).is_some()
    }

    /// Reads `least` to `most` ASCII digits; `None` if there are fewer or more, and then nothing is skipped.
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

    /// Reads letters up to the first character that is none, such as a digit or a note mark; empty if there are none.
    pub(crate) fn word(&mut self) -> &'a str {
        let from = self.at;
        while let Some(next) = self.peek().filter(|next| next.is_alphabetic()) {
            self.skip(next);
        }
        self.since(from)
    }
}
