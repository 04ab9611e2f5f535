//! The interface's own words: in the reader's language, and in the document's where the word is the document's.
//!
//! English and French to start with; a language more is a column more in [`pick`].

use crate::config::Locale;
use crate::document::{Document, Kind, Language, NodeId, rows};
use crate::lang::capitalised;

/// A word of the interface.
pub fn pick(locale: Locale, en: &'static str, fr: &'static str) -> &'static str {
    match locale {
        Locale::En => en,
        Locale::Fr => fr,
    }
}

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

/// The name of a language in the reader's; nothing where it was not recognised.
pub fn language(locale: Locale, language: Option<Language>) -> Option<&'static str> {
    Some(match language? {
        Language::Ar => pick(locale, "Arabic", "arabe"),
        Language::En => pick(locale, "English", "anglais"),
        Language::Es => pick(locale, "Spanish", "espagnol"),
        Language::Fr => pick(locale, "French", "français"),
        Language::Ru => pick(locale, "Russian", "russe"),
        Language::Zh => pick(locale, "Chinese", "chinois"),
    })
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
