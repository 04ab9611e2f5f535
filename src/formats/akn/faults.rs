//! Diagnostics about the markup.

use crate::document::Diagnostic;
use crate::formats::xml::Tree;
use crate::text::Part as _;

/// A diagnostic for each place that is not well formed.
pub(super) fn faults(tree: &Tree<'_>) -> Vec<Diagnostic> {
    let (mut at, mut line) = (0, 1);
    let told = tree.faults().iter().map(|fault| {
        let between = tree.source().as_bytes().part(at..fault.at);
        line += memchr::memchr_iter(b'\n', between).count() as u32;
        at = fault.at;
        let message = format!("The markup is not well formed: here is {}.", fault.what);
        Diagnostic { code: "markup", line, message }
    });
    told.collect()
}

/// The diagnostic for a file with more clauses than are kept.
pub(super) fn too_many(line: u32) -> Diagnostic {
    let message = "The text has more paragraphs than a document has; the rest is shown as one.";
    Diagnostic { code: "too-many-nodes", line, message: message.to_owned() }
}
