//! A document as plain text: one line a paragraph, an empty line between paragraphs, notes at the end.
//!
//! Lines are not broken, so that reading it again gives the same clauses; `show` sets paragraphs to a width instead.

use super::inline::pieces;
use super::notes::superscript;
use crate::document::{Document, Kind, NodeId, Part};
use crate::text::clean;
use std::io::{self, Write};

/// Writes a part of a document.
pub fn write(document: &Document, part: &Part, out: &mut dyn Write) -> io::Result<()> {
    let mut first = true;
    for id in part.ids(document) {
        let node = document.node(id);
        let label = clean(document.label(id).trim()).into_owned();
        if label.is_empty() && node.body.is_empty() {
            continue;
        }
        if !std::mem::take(&mut first) {
            out.write_all(b"\n")?;
        }
        if node.kind == Kind::Table {
            for line in document.slice(node.body).lines() {
                writeln!(out, "{}", clean(line).trim_end())?;
            }
            continue;
        }
        let words = words(document, id);
        let space = if label.is_empty() || words.is_empty() { "" } else { " " };
        writeln!(out, "{label}{space}{words}")?;
    }
    for &id in &part.notes {
        if !std::mem::take(&mut first) {
            out.write_all(b"\n")?;
        }
        writeln!(out, "{} {}", superscript(document.label(id)), words(document, id))?;
        for child in (id.0 + 1..document.node(id).subtree_end.0).map(NodeId) {
            writeln!(
                out,
                "{}",
                format!("{} {}", document.label(child).trim(), words(document, child)).trim()
            )?;
        }
    }
    Ok(())
}

/// A node's own words, with its note marks raised where they are numbers.
fn words(document: &Document, id: NodeId) -> String {
    let mut out = String::with_capacity(document.node(id).body.len());
    for piece in pieces(document, id) {
        let words = document.slice(piece.span);
        if piece.mark.is_some() { out.push_str(&superscript(words)) } else { out.push_str(&clean(words)) }
    }
    out
}
