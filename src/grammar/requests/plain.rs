//! The words of a paragraph without what only their printing needs, and the way back to where they stand.

use crate::document::Span;
use crate::text::chars::{is_arabic_sign, is_hyphen, is_invisible};
use std::ops::Range;

/// How many bytes of a run of words are looked at.
const WITHIN: usize = 8000;

pub(super) struct Plain {
    pub text: String,
    /// For each byte of the text, where it stands in the document; and the end.
    at: Vec<u32>,
}

impl Plain {
    /// `start` is where the words stand in the document.
    pub(super) fn of(words: &str, start: u32) -> Self {
        let mut plain = Self { text: String::new(), at: Vec::new() };
        let mut end = start;
        for (at, letter) in words.char_indices().take_while(|(at, _)| *at < WITHIN) {
            let place = start + at as u32;
            end = place + letter.len_utf8() as u32;
            let letter = match letter {
                sign if is_arabic_sign(sign) || is_invisible(sign) => continue,
                '\'' | 'ʼ' => '’',
                space if space.is_whitespace() => ' ',
                other => other,
            };
            // "soixante- dix-huitième", as a line was broken.
            let mut before = plain.text.chars().rev();
            let (last, earlier) = (before.next(), before.next());
            let doubled = letter == ' ' && last.is_none_or(|last| last == ' ');
            let broken =
                letter == ' ' && last.is_some_and(is_hyphen) && earlier.is_some_and(char::is_alphabetic);
            if !doubled && !broken {
                plain.text.push(letter);
                plain.at.resize(plain.text.len(), place);
            }
        }
        plain.at.push(end);
        plain
    }

    /// Where a part of the text stands in the document.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let end = self.at.last().copied().unwrap_or_default();
        let place = |at: usize| self.at.get(at).copied().unwrap_or(end);
        Span { start: place(range.start), end: place(range.end).max(place(range.start)) }
    }
}
