//! Splits folded text into words, for an index or for matching one by one.
//!
//! A word is a run of letters and digits; apostrophes, hyphens and slashes end it. Chinese is not segmented: every Han
//! character is a word, and a search for several of them is a phrase search.

use crate::text::chars::is_han;
use unicode_normalization::char::is_combining_mark;

pub(crate) fn is_word_char(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        // The most frequent characters, checked first because the Unicode tables are slow.
        'а'..='я' | 'ء'..='غ' | 'ف'..='ي' | '\u{4e00}'..='\u{9fff}' => true,
        _ => c.is_alphanumeric() || is_combining_mark(c),
    }
}

/// Iterator over the words, each with its byte offset.
#[derive(Clone, Debug)]
pub struct Words<'t> {
    text: &'t str,
    at: usize,
}

pub fn words(folded: &str) -> Words<'_> {
    Words { text: folded, at: 0 }
}

impl<'t> Iterator for Words<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<(usize, &'t str)> {
        let rest = self.text.get(self.at..)?;
        let start = self.at + rest.find(is_word_char)?;
        let word = self.text.get(start..)?;
        let first = word.chars().next()?;
        let length = if is_han(first) {
            first.len_utf8()
        } else {
            word.find(|c| !is_word_char(c) || is_han(c)).unwrap_or(word.len())
        };
        self.at = start + length;
        Some((start, word.get(..length)?))
    }
}
