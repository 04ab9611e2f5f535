//! Names shown for parts of a document: headings of containers and names of tables.

use crate::document::{Document, Kind, NodeId, rows};
use crate::lang::{Words, capitalised};

/// The heading shown for a container without text: in the outline in the language of the document.
pub(crate) fn container(kind: Kind, words: &Words) -> String {
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

/// The name of a table in the outline, as in "Table: Member State, Rate"; `None` where its columns are
/// unknown.
pub(crate) fn table(document: &Document, id: NodeId) -> Option<String> {
    let heads = rows::summary(document, document.table(id)?);
    let words = document.words();
    let colon = if heads.is_empty() { "" } else { words.citing.colon };
    Some(format!("{}{colon}{heads}", capitalised(words.units.table.cited)))
}

/// The rank of a clause among those of its kind beside it, and their number, both counted from 1: (7, 12).
pub(crate) fn rank(document: &Document, id: NodeId) -> Option<(usize, usize)> {
    let kind = document.node(id).kind;
    if !matches!(kind, Kind::Preambular | Kind::Operative | Kind::Note) {
        return None;
    }
    let siblings = document.children(document.node(id).parent);
    let alike = siblings.filter(|&sibling| document.node(sibling).kind == kind);
    let (at, of) = alike.fold((0, 0), |(at, of), sibling| (at + usize::from(sibling <= id), of + 1));
    Some((at, of))
}
