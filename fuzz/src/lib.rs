//! The common part of all fuzz targets: reads bytes into a document and checks its invariants.

use plenary::document::{Part, json};
use plenary::formats::{self, Format, How};
use plenary::grammar;
use plenary::internals::lost;

/// Reads bytes as a format, or detects it.
///
/// # Panics
/// If an invariant does not hold.
pub fn read(bytes: &[u8], format: Option<Format>) {
    let how = How { format, ..How::default() };
    match formats::read(bytes.to_vec(), &how) {
        Ok(content) => {
            let document = grammar::parse_content(&content, grammar::Options::default());
            assert!(document.nodes().iter().all(|node| {
                let inside = |span: plenary::document::Span| document.text().get(span.range()).is_some();
                inside(node.label) && inside(node.body)
            }));
            let lost = lost(&content, &document);
            assert!(lost.is_empty(), "words are lost: {lost:?}");
            let mut out = Vec::new();
            json::write(&document, &Part::whole(&document), &mut out).expect("memory takes all");
        }
        Err(error) => {
            let sentence = error.to_string();
            assert!(!sentence.is_empty() && !sentence.contains(char::is_control), "{sentence:?}");
        }
    }
}
