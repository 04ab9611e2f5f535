//! A document as text, one node a line, for tests.
//!
//! `op7 [REQUEST] "Prie le Secrétaire général" +2` is an operative paragraph with its anchor, action, first words and
//! two note marks. The output is not meant to be parsed.

use super::{Document, Kind, NodeId};
use std::fmt::Write as _;

/// How many characters of a body are shown at its start and at its end.
const HEAD: usize = 44;
const TAIL: usize = 16;

/// The tree, indented; then the notes, the text set aside, and the diagnostics.
pub(crate) fn dump(document: &Document) -> String {
    let mut out = String::new();
    for id in document.ids().skip(1) {
        node(document, id, &mut out);
    }
    for aside in document.set_aside() {
        let _ = writeln!(out, "- {} {:?} line {}", aside.reason.code(), aside.text, aside.line);
    }
    for diagnostic in document.diagnostics() {
        let _ = writeln!(out, "! {} line {}", diagnostic.code(), diagnostic.line);
    }
    out
}

fn node(document: &Document, id: NodeId, out: &mut String) {
    let node = document.node(id);
    let depth = document.ancestors(id).count() - 1;
    let _ = write!(out, "{}{}", "  ".repeat(depth), document.anchor(id));
    if matches!(
        node.kind,
        Kind::Title | Kind::Closing | Kind::Vote | Kind::Table | Kind::Quotation | Kind::Continuation
    ) {
        let _ = write!(out, " {:?}", node.kind);
    }
    let label = document.label(id);
    if !label.is_empty() {
        let _ = write!(out, " {label:?}");
    }
    if let Some(action) = node.action {
        let _ = write!(out, " [{}]", action.code());
    }
    let keys: Vec<_> = node.addressees.keys().collect();
    if !keys.is_empty() {
        let _ = write!(out, " to {}", keys.join(", "));
    }
    if node.inferred {
        out.push_str(" inferred");
    }
    let body = document.body(id);
    if !body.is_empty() {
        let _ = write!(out, " {:?}", shortened(body));
    }
    for mark in document.marks_in(node.body) {
        let target = mark.note.map_or_else(|| "?".to_owned(), |id| document.anchor(id).0);
        let _ = write!(out, " ^{target}");
    }
    out.push('\n');
}

/// The first and the last characters of a long body.
fn shortened(body: &str) -> String {
    let letters: Vec<char> = body.chars().collect();
    if letters.len() <= HEAD + TAIL + 3 {
        return body.to_owned();
    }
    let head: String = letters.iter().take(HEAD).collect();
    let tail: String = letters.iter().skip(letters.len() - TAIL).collect();
    format!("{head}…{tail}")
}
