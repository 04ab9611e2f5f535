//! The words of a text, which tell whether a hyphen at the end of a line belongs to a word or only splits it.

use crate::text::Part as _;
use std::collections::HashSet;

/// The words in the first four megabytes are enough.
const MOST_BYTES: usize = 4_000_000;

/// The words of a text in lower case, hyphenated ones included.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    words: HashSet<String>,
    room: usize,
}

impl Vocabulary {
    /// Collects the words of several pieces of text; no word goes on from one to the next.
    pub(crate) fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut vocabulary = Self { words: HashSet::new(), room: MOST_BYTES };
        for text in texts {
            if vocabulary.room == 0 {
                break;
            }
            vocabulary.add(text);
        }
        vocabulary
    }

    fn add(&mut self, text: &str) {
        let end = text.floor_char_boundary(self.room);
        self.room = if end < text.len() { 0 } else { self.room - end };
        let mut lower = String::new();
        for word in text.part(..end).split(|c: char| !c.is_alphabetic() && c != '-') {
            if word.len() > 2 && !word.ends_with('-') {
                lower.clear();
                lower.extend(word.chars().flat_map(char::to_lowercase));
                if !self.words.contains(&lower) {
                    self.words.insert(lower.clone());
                }
            }
        }
    }

    /// Whether the text has a word, in capitals or not.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.words.contains(&word.chars().flat_map(char::to_lowercase).collect::<String>())
    }
}

/// The word at the end of a text, with its hyphens; only its last 40 characters.
pub(crate) fn last_word(text: &str) -> &str {
    let letters = text.char_indices().rev().take(40).take_while(|(_, c)| c.is_alphanumeric() || *c == '-');
    letters.last().and_then(|(at, _)| text.get(at..)).unwrap_or_default()
}

/// The word at the start of a text, up to a hyphen.
pub(crate) fn first_word(text: &str) -> &str {
    text.part(..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_whatever_their_case_but_not_beyond_the_limit() {
        let far = "x ".repeat(MOST_BYTES / 2);
        let vocabulary = Vocabulary::of(["Well-being of Städte", "pre- and", &far, "behind"]);
        assert!(["well-being", "WELL-BEING", "städte", "and"].into_iter().all(|word| vocabulary.has(word)));
        assert!(["being", "of", "pre-", "behind"].into_iter().all(|word| !vocabulary.has(word)));
    }

    #[test]
    fn the_words_on_both_sides_of_a_line_end() {
        assert_eq!(last_word("a state-of-the"), "state-of-the");
        assert_eq!(first_word("art, and"), "art");
        assert_eq!((last_word("(a) "), first_word("")), ("", ""));
    }
}
