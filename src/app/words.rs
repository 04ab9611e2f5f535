//! Words that are shown of a document in its own language: headings of containers, what a table is called.

use crate::document::{Document, Kind, NodeId, rows};
use crate::lang::capitalised;

/// The heading that the outline gives to a container without words, in the document's language.
pub fn container(kind: Kind, document: &Document) -> String {
    let words = document.words();
    let name = match kind {
        Kind::Masthead => words.units.masthead.cited,
        Kind::Preamble => words.page.preamble,
        Kind::OperativePart => words.page.operative_part,
        Kind::Quotation => words.units.quotation.cited,
        Kind::Notes => words.page.notes,
        _ => "",
    };
    name.to_uppercase()
}

/// What a table is called in a list of contents: "Table: Member State, Rate"; `None` where its columns are not known.
pub fn table(document: &Document, id: NodeId) -> Option<String> {
    let heads = rows::summary(document, document.table(id)?);
    let words = document.words();
    let colon = if heads.is_empty() { "" } else { words.citing.colon };
    Some(format!("{}{colon}{heads}", capitalised(words.units.table.cited)))
}

/// The part of a resolution that a clause stands in, as one says it: "operative", "dispositif".
pub fn part(kind: Kind, document: &Document) -> &'static str {
    let page = &document.words().page;
    match kind {
        Kind::Preambular => page.preamble,
        Kind::Operative => page.operative,
        Kind::Note => page.notes,
        _ => "",
    }
}

/// How many of its kind stand beside a clause, and which of them it is, both from 1: (7, 12).
pub fn rank(document: &Document, id: NodeId) -> Option<(usize, usize)> {
    let kind = document.node(id).kind;
    if !matches!(kind, Kind::Preambular | Kind::Operative | Kind::Note) {
        return None;
    }
    let siblings: Vec<NodeId> = document
        .children(document.node(id).parent)
        .filter(|&sibling| document.node(sibling).kind == kind)
        .collect();
    Some((siblings.iter().position(|&sibling| sibling == id)? + 1, siblings.len()))
}
