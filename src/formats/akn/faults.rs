//! Diagnostics about the markup.

use crate::document::{Diagnostic, Finding};
use crate::formats::xml::Tree;
use crate::text::Part as _;

/// A diagnostic for each place that is not well formed, and one where the end of the file is missing.
pub(super) fn faults(tree: &Tree<'_>) -> Vec<Diagnostic> {
    let (mut at, mut line) = (0, 1);
    let told = tree.faults().iter().map(|fault| {
        let between = tree.source().as_bytes().part(at..fault.at);
        line += memchr::memchr_iter(b'\n', between).count() as u32;
        at = fault.at;
        Diagnostic::new(line, Finding::Markup(fault.what))
    });
    let mut told: Vec<Diagnostic> = told.collect();
    if tree.is_cut() {
        let lines = memchr::memchr_iter(b'\n', tree.source().as_bytes()).count() as u32;
        told.push(Diagnostic::new(lines + 1, Finding::EndMissing));
    }
    told
}
