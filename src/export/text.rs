//! Writes a document as plain text: each paragraph on one line, empty lines between them, and notes at the end.
//!
//! Lines are not wrapped, so that reading the text again gives the same clauses. `plenary show` wraps paragraphs
//! instead.

use super::inline::{InlinePiece, by_column, pieces, pieces_of_cell, stands_above};
use super::notes::superscript;
use crate::document::{Document, Kind, NodeId, Part};
use crate::text::clean;
use std::io::{self, Write};

/// Writes a part of a document.
pub(crate) fn write(document: &Document, part: &Part, out: &mut dyn Write) -> io::Result<()> {
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
            table(document, id, out)?;
            continue;
        }
        let words = words(document, pieces(document, id));
        let space = match node.kind {
            _ if label.is_empty() || words.is_empty() => "",
            kind if stands_above(kind, &label) => "\n\n",
            _ => " ",
        };
        writeln!(out, "{label}{space}{words}")?;
    }
    for &id in &part.notes {
        if !std::mem::take(&mut first) {
            out.write_all(b"\n")?;
        }
        writeln!(out, "{} {}", superscript(document.label(id)), words(document, pieces(document, id)))?;
        for child in (id.0 + 1..document.node(id).subtree_end.0).map(NodeId) {
            writeln!(
                out,
                "{}",
                format!("{} {}", document.label(child).trim(), words(document, pieces(document, child)))
                    .trim()
            )?;
        }
    }
    Ok(())
}

/// Writes the rows of a table with tabs between the cells; its lines unchanged if the cells are not known.
fn table(document: &Document, id: NodeId, out: &mut dyn Write) -> io::Result<()> {
    let Some(table) = document.table(id) else {
        for line in document.body(id).lines() {
            writeln!(out, "{}", clean(line).trim_end())?;
        }
        return Ok(());
    };
    for row in table.rows() {
        for (at, cell) in by_column(table.columns, row).into_iter().enumerate() {
            let words = cell.map(|cell| words(document, pieces_of_cell(document, cell)));
            write!(
                out,
                "{}{}",
                if at > 0 { "\t" } else { "" },
                words.unwrap_or_default().replace('\n', " ")
            )?;
        }
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// The words, with numeric note marks as superscript digits.
fn words(document: &Document, pieces: Vec<InlinePiece<'_>>) -> String {
    let mut out = String::new();
    for piece in pieces {
        let words = document.slice(piece.span);
        if piece.mark.is_some() { out.push_str(&superscript(words)) } else { out.push_str(&clean(words)) }
    }
    out
}
