//! Says that a document lacks what was asked for, and what it has instead, in one sentence.

use super::links;
use crate::document::{Document, Kind, NodeId, citation};
use crate::lookup::address::{self, Instead};
use crate::messages::Messages;
use crate::text::width;

/// How many cells of what was asked for are repeated.
const ASKED: usize = 30;

/// "note 12 is not in this text; it has notes 1–8". `what` is as it was typed or printed, `address` as it is read.
pub(crate) fn sentence(what: &str, address: &str, document: &Document, messages: Messages) -> String {
    let is_anchor = ["op", "pp"].iter().any(|prefix| what.starts_with(prefix)) && !what.contains(' ');
    let what = if is_anchor { links::aloud(what, messages) } else { what.trim().to_owned() };
    let what = width::ellipsize(&what, ASKED);
    let parsed = address::parse(address);
    let Instead { within, has, lacks } = address::instead_of(parsed.as_ref(), document);
    let none = match lacks {
        Some(Kind::Annex) => Some(messages.absent_no_annexes(&what)),
        Some(Kind::Article) => Some(messages.absent_no_articles(&what)),
        Some(Kind::Note) => Some(messages.absent_no_notes(&what)),
        Some(Kind::Table) => Some(messages.absent_no_tables(&what)),
        Some(_) => Some(messages.absent_no_sections(&what)),
        None => None,
    };
    if let Some(none) = none {
        return none;
    }
    // What is not numbered tells nothing, and letters are those of one paragraph.
    let has = has.iter().filter_map(|(kind, names)| said(*kind, names, messages)).collect::<Vec<_>>();
    let has = has.join(messages.comma());
    if has.is_empty() {
        messages.absent(&what)
    } else if within == NodeId::ROOT {
        messages.absent_has(&what, &has)
    } else {
        let place = messages.labelled(&citation::spoken(document, within, messages.words()), &has);
        [messages.absent(&what), place].join(messages.semicolon())
    }
}

/// "notes 1–8"
fn said(kind: Kind, names: &[String], messages: Messages) -> Option<String> {
    let which = match names {
        [] => return None,
        [only] if kind == Kind::Annex && only == "annex" => return Some(messages.count_annexes(1)),
        [only] => only.clone(),
        [first, .., last] => format!("{first}–{last}"),
    };
    // The noun is that of a range: it does not agree with its last number.
    let count = if names.len() > 1 { 2 } else { 1 };
    match kind {
        Kind::Preambular => Some(messages.has_preambular(count, &which)),
        Kind::Operative | Kind::Paragraph => Some(messages.has_paragraphs(count, &which)),
        Kind::Section | Kind::Part => Some(messages.has_sections(count, &which)),
        Kind::Annex => Some(messages.has_annexes(count, &which)),
        Kind::Article => Some(messages.has_articles(count, &which)),
        Kind::Note => Some(messages.has_notes(count, &which)),
        Kind::Table => Some(messages.has_tables(count, &which)),
        _ => None,
    }
}
