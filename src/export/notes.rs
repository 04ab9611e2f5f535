//! Markers of notes: superscript digits for text, plain ones for web pages, identifiers for Markdown.

use crate::document::{Document, NodeId, naming};
use crate::text::chars::{plain_digit, superscript_digit};
use crate::text::clean;

/// The marker of a note, as superscript digits if it is a number in Latin digits. Others have no such digits: "(٢)" stays
/// as it is printed.
pub(crate) fn superscript(label: &str) -> String {
    let marker = naming::marker(label);
    let digits = marker.bytes().all(|byte| byte.is_ascii_digit());
    if !digits || marker.is_empty() || has_own_digits(label) {
        return clean(label.trim()).into_owned();
    }
    marker.chars().map(superscript_digit).collect()
}

/// The marker of a note without its typography, in the digits of the document.
pub(super) fn plain(label: &str) -> String {
    if has_own_digits(label) {
        clean(label.trim_matches(|letter: char| !letter.is_alphanumeric())).into_owned()
    } else {
        clean(&naming::marker(label)).into_owned()
    }
}

/// Whether a marker is printed in digits that are not Latin ones, raised or not.
fn has_own_digits(label: &str) -> bool {
    label
        .chars()
        .any(|letter| letter.is_numeric() && !letter.is_ascii_digit() && plain_digit(letter).is_none())
}

/// The identifier of a note in Markdown: letters, digits and hyphens, unique within the document.
pub(crate) fn identifier(document: &Document, id: NodeId) -> String {
    let anchor = document.anchor(id).0;
    let marker = anchor.rsplit_once("fn").map_or(anchor.as_str(), |(_, marker)| marker);
    marker.chars().fold(String::new(), |mut name, letter| {
        match letter {
            '*' => name.push_str("star"),
            '†' => name.push_str("dagger"),
            '‡' => name.push_str("ddagger"),
            letter if letter.is_alphanumeric() => name.push(letter),
            _ => name.push('-'),
        }
        name
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_keeps_the_digits_of_the_document() {
        let marks = ["2", "²", "[2]", "*", "(٢)", "(۲)"];
        assert_eq!(marks.map(superscript), ["²", "²", "²", "*", "(٢)", "(۲)"]);
        assert_eq!(marks.map(plain), ["2", "2", "2", "*", "٢", "۲"]);
    }
}
