//! Latin letters typed by mistake in a Russian word, where they look the same as Cyrillic ones.
//!
//! Works on folded text. A word is changed only if every Latin letter in it has a Cyrillic lookalike; other mixed words
//! were meant to be mixed.

use crate::text::Part as _;
use crate::text::chars::russian_twin;
use std::ops::Range;

/// The words to change, in order.
pub(super) struct Mixed {
    words: Vec<Range<usize>>,
}

/// Whether the byte begins a character from U+0400 to U+04FF in UTF-8.
fn is_cyrillic_lead(byte: u8) -> bool {
    matches!(byte, 0xd0..=0xd3)
}

impl Mixed {
    /// Finds the words to change; `None` if there are none, which is nearly always.
    pub(super) fn find(text: &str) -> Option<Mixed> {
        if !text.bytes().any(is_cyrillic_lead) {
            return None;
        }
        let mut words = Vec::new();
        let (mut start, mut cyrillic, mut latin, mut foreign) = (0, false, false, false);
        for (at, byte) in text.bytes().chain([b' ']).enumerate() {
            match byte {
                b'a'..=b'z' => {
                    latin = true;
                    foreign |= russian_twin(char::from(byte)).is_none();
                }
                0xd0..=0xd3 => cyrillic = true,
                0x80..=0xbf if cyrillic => {}
                _ => {
                    if latin && cyrillic && !foreign {
                        words.push(start..at);
                    }
                    start = at + 1;
                    (cyrillic, latin, foreign) = (false, false, false);
                }
            }
        }
        (!words.is_empty()).then_some(Mixed { words })
    }

    /// By how many bytes a byte range of the text grows.
    pub(super) fn growth(&self, text: &str, part: Range<usize>) -> usize {
        let first = self.words.partition_point(|word| word.end <= part.start);
        let Some(word) = self.words.get(first) else { return 0 };
        let inside = part.start.max(word.start)..part.end.min(word.end);
        text.as_bytes()
            .get(inside)
            .unwrap_or_default()
            .iter()
            .filter(|b| russian_twin(char::from(**b)).is_some())
            .count()
    }

    pub(super) fn replaced(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + self.words.len());
        let mut done = 0;
        for word in &self.words {
            out.push_str(text.part(done..word.start));
            let letters = text.get(word.clone()).unwrap_or_default().chars();
            out.extend(letters.map(|c| russian_twin(c).unwrap_or(c)));
            done = word.end;
        }
        out.push_str(text.part(done..));
        out
    }
}
