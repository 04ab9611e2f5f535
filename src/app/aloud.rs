//! The reading position in full words: "operative paragraph 7 of 12", for screen readers and braille.
//!
//! Short names for the status line and citations are in `document::citation`.

use super::words;
use crate::document::{Document, Kind, NodeId, Table, citation, naming};
use crate::messages::Messages;

/// The position of a node, in the language of the interface.
pub(crate) fn position(document: &Document, id: NodeId, messages: Messages) -> String {
    let own = own(document, id, messages);
    let scope = document.scope(id).map(|scope| citation::spoken(document, scope, messages.words()));
    match scope.filter(|scope| !scope.is_empty()) {
        Some(scope) if !document.node(id).kind.is_scope() => format!("{own}{}{scope}", messages.comma()),
        _ => own,
    }
}

/// The position of a row in a table: ", row 3 of 12", counted from 1 without the header.
pub(crate) fn row(table: &Table, row: usize, messages: Messages) -> String {
    let body = table.body_rows();
    if row < body.start {
        return messages.said_header().to_owned();
    }
    messages.said_row(row + 1 - body.start, body.len())
}

fn own(document: &Document, id: NodeId, messages: Messages) -> String {
    let node = document.node(id);
    let said = match node.kind {
        Kind::Preambular | Kind::Operative | Kind::Note | Kind::Paragraph => {
            return clause(document, id, None, messages);
        }
        Kind::Subparagraph => return subparagraph(document, id, messages),
        Kind::Continuation => return messages.said_continued(&own(document, node.parent, messages)),
        Kind::Section | Kind::Part | Kind::Annex | Kind::Article => {
            return citation::spoken(document, id, messages.words());
        }
        Kind::Masthead | Kind::MastheadLine => messages.said_masthead(),
        Kind::Title => messages.said_title(),
        Kind::Enacting => messages.said_enacting(),
        Kind::Heading => messages.said_heading(),
        Kind::Table => messages.said_table(),
        Kind::Vote => messages.said_vote(),
        Kind::Closing => messages.said_closing(),
        Kind::Quotation => messages.said_quotation(),
        Kind::Preamble => messages.said_preamble(),
        Kind::OperativePart => messages.said_operative_part(),
        Kind::Notes => messages.said_notes(),
        Kind::Document => messages.said_document(),
    };
    said.to_owned()
}

/// A paragraph or a note, or the subparagraph of it with these labels. Its rank stands in place of the number
/// where both are the same, and otherwise after it.
fn clause(document: &Document, id: NodeId, labels: Option<&str>, messages: Messages) -> String {
    let node = document.node(id);
    let number = match node.kind {
        Kind::Note => naming::marker(document.label(id)),
        _ => naming::short(document, id).into_owned(),
    };
    let rank = words::rank(document, id);
    if let Some((at, all)) = rank
        && (number.is_empty() || number == at.to_string())
    {
        let at = at.to_string();
        return match (node.kind, labels) {
            (Kind::Preambular, None) => messages.said_preambular_of(&at, all),
            (Kind::Preambular, Some(labels)) => messages.said_subparagraph_preambular_of(labels, &at, all),
            (Kind::Note, _) => messages.said_note_of(&at, all),
            (_, None) => messages.said_operative_of(&at, all),
            (_, Some(labels)) => messages.said_subparagraph_operative_of(labels, &at, all),
        };
    }
    let said = match (node.kind, labels) {
        (Kind::Preambular, None) => messages.said_preambular(&number),
        (Kind::Preambular, Some(labels)) => messages.said_subparagraph_preambular(labels, &number),
        (Kind::Operative, None) => messages.said_operative(&number),
        (Kind::Operative, Some(labels)) => messages.said_subparagraph_operative(labels, &number),
        (Kind::Note, _) => messages.said_note(&number),
        (_, None) if node.ordinal > 0 => messages.said_paragraph(&number),
        (_, Some(labels)) if node.ordinal > 0 => messages.said_subparagraph_paragraph(labels, &number),
        (_, None) => messages.said_unnumbered().to_owned(),
        (_, Some(labels)) => messages.said_subparagraph_unnumbered(labels),
    };
    rank.map_or(said.clone(), |(at, all)| messages.said_counted(&said, at, all))
}

/// "subparagraph (b) (ii) of operative paragraph 4 of 12".
fn subparagraph(document: &Document, id: NodeId, messages: Messages) -> String {
    let mut labels = Vec::new();
    let mut holder = id;
    while matches!(document.node(holder).kind, Kind::Subparagraph | Kind::Continuation)
        && holder != NodeId::ROOT
    {
        if document.node(holder).kind == Kind::Subparagraph {
            let printed = naming::letters(document, holder).map(|_| document.label(holder).trim().to_owned());
            labels.push(printed.unwrap_or_else(|| document.node(holder).ordinal.to_string()));
        }
        holder = document.node(holder).parent;
    }
    labels.reverse();
    let labels = labels.join(" ");
    if document.node(holder).kind.is_clause() {
        clause(document, holder, Some(&labels), messages)
    } else {
        messages.said_subparagraph(&labels)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar;
    use crate::lang::Language;

    const TEXT: &str = "A/RES/95/7\n\nQuiet terminals\n\nThe General Assembly,\n\nRecalling its resolution 94/31,¹\n\n\
        Convinced that a screen is quiet,\n\n1. Decides to rest;\n\n2. Requests the Secretary-General:\n\n(a) To report;\n\n\
        (b) To publish.\n\nAnnex\n\nRules\n\n1. First rule.\n\n¹ See A/95/12.\n";

    fn positions(language: Language) -> Vec<String> {
        let document = grammar::parse(TEXT, grammar::Options::default());
        let clauses = document
            .ids()
            .filter(|&id| document.node(id).kind.is_clause() || document.node(id).kind == Kind::Note);
        clauses.map(|id| position(&document, id, Messages::of(language))).collect()
    }

    #[test]
    fn positions_are_in_full_words() {
        insta::assert_snapshot!(positions(Language::En).join("\n"), @r"
        preambular paragraph 1 of 2
        preambular paragraph 2 of 2
        operative paragraph 1 of 2
        operative paragraph 2 of 2
        subparagraph (a) of operative paragraph 2 of 2
        subparagraph (b) of operative paragraph 2 of 2
        paragraph 1, annex
        note 1 of 1
        ");
        insta::assert_snapshot!(positions(Language::Fr).join("\n"), @r"
        alinéa 1 sur 2 du préambule
        alinéa 2 sur 2 du préambule
        paragraphe 1 sur 2 du dispositif
        paragraphe 2 sur 2 du dispositif
        alinéa (a) du paragraphe 2 sur 2 du dispositif
        alinéa (b) du paragraphe 2 sur 2 du dispositif
        paragraphe 1, annexe
        note 1 sur 1
        ");
    }
}
