//! Checks that no word is lost: every letter of a reader's text must be in a node or be listed as set aside.
//!
//! Only letters and digits are counted, since punctuation and space may be markup. Reading does not use this check:
//! the tests, the mutation tests and the fuzz targets run it on every format.

use crate::document::Document;
use crate::formats::Content;
use crate::text::chars::is_superscript;
use std::collections::BTreeMap;

/// The letters of which a document has fewer than the text it was made from, each with the number missing.
pub fn lost(content: &Content, document: &Document) -> Vec<(char, i64)> {
    let mut counts = BTreeMap::new();
    count(&content.text, 1, &mut counts);
    for aside in &content.asides {
        count(&aside.text, 1, &mut counts);
    }
    for id in document.ids() {
        count(document.label(id), -1, &mut counts);
        count(document.body(id), -1, &mut counts);
    }
    for aside in document.set_aside() {
        count(&aside.text, -1, &mut counts);
    }
    counts.into_iter().filter(|(_, missing)| *missing > 0).collect()
}

/// Adds `sign` for each letter or digit. A superscript counts as its digit.
fn count(text: &str, sign: i64, counts: &mut BTreeMap<char, i64>) {
    for letter in text.chars().map(lowered).filter(|letter| letter.is_alphanumeric()) {
        *counts.entry(letter).or_insert(0) += sign;
    }
}

/// The digit for a superscript; any other letter unchanged.
pub(super) fn lowered(letter: char) -> char {
    if !is_superscript(letter) {
        return letter;
    }
    crate::document::naming::marker(letter.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use crate::formats::Content;

    #[test]
    fn a_letter_that_is_in_no_node_is_reported() {
        let document = crate::grammar::parse("1. Decides to sail;\n", crate::grammar::Options::default());
        let of = |text: &str| Content { text: text.to_owned(), ..Content::default() };
        assert_eq!(super::lost(&of("1. Decides to sail;"), &document), []);
        assert_eq!(
            super::lost(&of("1. Decides¹ to sail away;"), &document),
            [('1', 1), ('a', 2), ('w', 1), ('y', 1)]
        );
    }
}
