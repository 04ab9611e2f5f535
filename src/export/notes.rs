//! Markers of notes: superscript digits for text, identifiers for Markdown.

use crate::document::{Document, NodeId, naming};
use crate::text::chars::superscript_digit;
use crate::text::clean;

/// The marker of a note, as superscript digits if it is a number.
pub(crate) fn superscript(label: &str) -> String {
    let marker = naming::marker(label);
    let digits = marker.bytes().all(|byte| byte.is_ascii_digit());
    if !digits || marker.is_empty() {
        return clean(label.trim()).into_owned();
    }
    marker.chars().map(superscript_digit).collect()
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
