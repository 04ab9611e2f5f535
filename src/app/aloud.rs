//! Where one is in a document, said in full: "operative paragraph 7 of 12", for those who hear it or feel it.
//!
//! Short names for a status line and citations in the document's language are `document::citation`'s business.

use super::words::{self, pick};
use crate::config::Locale;
use crate::document::{Document, Kind, NodeId, Table, citation, naming};

/// The place of a node, in the reader's language.
pub fn position(document: &Document, id: NodeId, locale: Locale) -> String {
    let own = own(document, id, locale);
    match document.scope(id).map(|scope| citation::spoken(document, scope)).filter(|scope| !scope.is_empty())
    {
        Some(scope) if !document.node(id).kind.is_scope() => format!("{own}, {scope}"),
        _ => own,
    }
}

/// Which row of a table: ", row 3 of 12", counted below the header.
pub fn row(table: &Table, row: usize, locale: Locale) -> String {
    let body = table.body_rows();
    if row < body.start {
        return pick(locale, ", header", ", en-tête").to_owned();
    }
    let (word, of) = (pick(locale, "row", "ligne"), pick(locale, "of", "sur"));
    format!(", {word} {} {of} {}", row + 1 - body.start, body.len())
}

fn own(document: &Document, id: NodeId, locale: Locale) -> String {
    let node = document.node(id);
    let say = |en: &'static str, fr: &'static str| pick(locale, en, fr).to_owned();
    match node.kind {
        Kind::Preambular => counted(
            document,
            id,
            pick(locale, "preambular paragraph {n}", "alinéa {n} du préambule"),
            pick(locale, "preambular paragraph {n} of {m}", "alinéa {n} sur {m} du préambule"),
            locale,
        ),
        Kind::Operative => counted(
            document,
            id,
            pick(locale, "operative paragraph {n}", "paragraphe {n} du dispositif"),
            pick(locale, "operative paragraph {n} of {m}", "paragraphe {n} sur {m} du dispositif"),
            locale,
        ),
        Kind::Note => {
            counted(document, id, "note {n}", pick(locale, "note {n} of {m}", "note {n} sur {m}"), locale)
        }
        Kind::Paragraph if node.ordinal > 0 => {
            format!("{} {}", pick(locale, "paragraph", "paragraphe"), naming::short(document, id))
        }
        Kind::Paragraph => say("paragraph without a number", "paragraphe sans numéro"),
        Kind::Subparagraph => subparagraph(document, id, locale),
        Kind::Continuation => {
            format!("{}, {}", own(document, node.parent, locale), pick(locale, "continued", "suite"))
        }
        Kind::Masthead | Kind::MastheadLine => say("masthead", "en-tête"),
        Kind::Title => say("title", "titre"),
        Kind::Enacting => say("enacting phrase", "formule d'ouverture"),
        Kind::Heading => say("heading", "intertitre"),
        Kind::Table => say("table", "tableau"),
        Kind::Vote => say("vote", "vote"),
        Kind::Closing => say("adoption", "adoption"),
        Kind::Quotation => say("quotation", "citation"),
        Kind::Section | Kind::Part | Kind::Annex | Kind::Article => citation::spoken(document, id),
        Kind::Preamble => say("preamble", "préambule"),
        Kind::OperativePart => say("operative part", "dispositif"),
        Kind::Notes => say("notes", "notes"),
        Kind::Document => say("document", "document"),
    }
}

/// With its rank: as its number where both are the same, else behind it.
fn counted(document: &Document, id: NodeId, bare: &str, ranked: &str, locale: Locale) -> String {
    let printed = match document.node(id).kind {
        Kind::Note => naming::marker(document.label(id)),
        _ => naming::short(document, id).into_owned(),
    };
    match words::rank(document, id) {
        Some((at, of)) if printed.is_empty() || printed == at.to_string() => {
            ranked.replace("{n}", &at.to_string()).replace("{m}", &of.to_string())
        }
        Some((at, of)) => {
            let of_words = pick(locale, "of", "sur");
            format!("{}, {at} {of_words} {of}", bare.replace("{n}", &printed))
        }
        None => bare.replace("{n}", &printed),
    }
}

/// "subparagraph (b) (ii) of operative paragraph 4 of 12".
fn subparagraph(document: &Document, id: NodeId, locale: Locale) -> String {
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
    let word = pick(locale, "subparagraph", "alinéa");
    if document.node(holder).kind.is_clause() {
        let of = own(document, holder, locale);
        let link = match locale {
            Locale::En => "of",
            Locale::Fr if of.starts_with("alinéa") => "de l'",
            Locale::Fr => "du",
        };
        return format!("{word} {labels} {link} {of}").replace("l' ", "l'");
    }
    format!("{word} {labels}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar;

    const TEXT: &str = "A/RES/95/7\n\nQuiet terminals\n\nThe General Assembly,\n\nRecalling its resolution 94/31,¹\n\n\
        Convinced that a screen is quiet,\n\n1. Decides to rest;\n\n2. Requests the Secretary-General:\n\n(a) To report;\n\n\
        (b) To publish.\n\nAnnex\n\nRules\n\n1. First rule.\n\n¹ See A/95/12.\n";

    fn positions(locale: Locale) -> Vec<String> {
        let document = grammar::parse(TEXT, grammar::Options::default());
        let clauses = document
            .ids()
            .filter(|&id| document.node(id).kind.is_clause() || document.node(id).kind == Kind::Note);
        clauses.map(|id| position(&document, id, locale)).collect()
    }

    #[test]
    fn a_place_is_said_in_full() {
        insta::assert_snapshot!(positions(Locale::En).join("\n"), @r"
        preambular paragraph 1 of 2
        preambular paragraph 2 of 2
        operative paragraph 1 of 2
        operative paragraph 2 of 2
        subparagraph (a) of operative paragraph 2 of 2
        subparagraph (b) of operative paragraph 2 of 2
        paragraph 1, annex
        note 1 of 1
        ");
        insta::assert_snapshot!(positions(Locale::Fr).join("\n"), @r"
        alinéa 1 sur 2 du préambule
        alinéa 2 sur 2 du préambule
        paragraphe 1 sur 2 du dispositif
        paragraphe 2 sur 2 du dispositif
        alinéa (a) du paragraphe 2 sur 2 du dispositif
        alinéa (b) du paragraphe 2 sur 2 du dispositif
        paragraphe 1, annex
        note 1 sur 1
        ");
    }
}
