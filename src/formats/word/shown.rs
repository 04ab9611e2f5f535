//! How the tests of the word processors write down what was read of a file.

use crate::formats::{Block, Content};
use std::fmt::Write as _;

/// The words of a block, with its cells and their paragraphs told apart.
pub(super) fn cells(content: &Content, block: &Block) -> String {
    content.words(block).replace('\t', " | ").replace('\n', " / ")
}

/// What was set aside and what is remarked, one line each.
pub(super) fn remarks(content: &Content, out: &mut String) {
    for aside in &content.asides {
        let _ = writeln!(out, "aside {}: {}", aside.reason.code(), aside.text);
    }
    for diagnostic in &content.diagnostics {
        let _ = writeln!(out, "! {}", diagnostic.message());
    }
}

/// The italic words, one line each.
pub(super) fn italics(content: &Content, out: &mut String) {
    for span in &content.emphasis {
        let _ = writeln!(out, "italic: {}", content.text.get(span.range()).unwrap_or_default());
    }
}
