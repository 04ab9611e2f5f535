//! The words of a paragraph without what only their printing needs, and the way back to where they stand.

use crate::document::Span;
use crate::text::Part as _;
use crate::text::chars::{is_alphabetic, is_arabic_sign, is_hyphen, is_invisible};
use std::borrow::Cow;
use std::ops::Range;

/// How many bytes of a run of words are looked at.
const WITHIN: usize = 8000;

pub(super) struct Plain<'d> {
    pub text: Cow<'d, str>,
    /// Where it begins in the document, ...
    start: u32,
    /// ... and for each byte of the text, where it stands; and the end. Empty where the words stand there as they are.
    at: Vec<u32>,
}

impl<'d> Plain<'d> {
    /// `start` is where the words stand in the document.
    pub(super) fn of(words: &'d str, start: u32) -> Self {
        let words = words.part(..words.ceil_char_boundary(WITHIN.min(words.len())));
        if is_plain(words) {
            return Self { text: Cow::Borrowed(words), start, at: Vec::new() };
        }
        let (mut text, mut at) = (String::with_capacity(words.len()), Vec::with_capacity(words.len() + 1));
        let mut end = start;
        for (place, letter) in words.char_indices() {
            let place = start + place as u32;
            end = place + letter.len_utf8() as u32;
            let letter = match letter {
                sign if is_arabic_sign(sign) || is_invisible(sign) => continue,
                '\'' | 'ʼ' => '’',
                space if space.is_whitespace() => ' ',
                other => other,
            };
            // "soixante- dix-huitième", as a line was broken.
            let mut before = text.chars().rev();
            let (last, earlier) = (before.next(), before.next());
            let doubled = letter == ' ' && last.is_none_or(|last| last == ' ');
            let broken = letter == ' ' && last.is_some_and(is_hyphen) && earlier.is_some_and(is_alphabetic);
            if !doubled && !broken {
                text.push(letter);
                at.resize(text.len(), place);
            }
        }
        at.push(end);
        Self { text: Cow::Owned(text), start, at }
    }

    /// Where a part of the text stands in the document.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let place = |at: usize| match self.at.last() {
            Some(end) => self.at.get(at).copied().unwrap_or(*end),
            None => self.start + at.min(self.text.len()) as u32,
        };
        Span { start: place(range.start), end: place(range.end).max(place(range.start)) }
    }
}

/// Whether nothing of a text needs to be changed.
fn is_plain(words: &str) -> bool {
    let mut last = ' ';
    words.chars().all(|letter| {
        let plain = match letter {
            ' ' => last != ' ' && !is_hyphen(last),
            '\'' | 'ʼ' => false,
            ascii if ascii.is_ascii() => !ascii.is_ascii_whitespace() && !is_invisible(ascii),
            other => !is_arabic_sign(other) && !is_invisible(other) && !other.is_whitespace(),
        };
        last = letter;
        plain
    })
}
