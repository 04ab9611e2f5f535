//! The short address of a place, for the narrow column of a list: "7 (b)", "pp37", "II.42", "annex I.3", "note 12".
//!
//! It is shorter than what is spoken, and whoever types it into the jump box gets there.

use super::{Style, Tail, apart, needed, nth, own, plain_section, scope};
use crate::document::{Document, Kind, NodeId, naming};
use crate::lang::Words;

/// The short address of a node; empty only for containers that have no words of their own.
pub(crate) fn brief(document: &Document, id: NodeId) -> String {
    let words = document.words();
    let (holder, below) = apart(document, id);
    let tail = Tail::of(document, &below, words);
    let node = document.node(holder);
    // What prints a name of its own needs no more: "Action 39".
    if let Some(name) = super::name::of(document, holder) {
        return format!("{name}{}", tail.all());
    }
    // A paragraph without a number that belongs to nothing is counted as in its anchor.
    let counted = node.kind == Kind::Paragraph && node.ordinal == 0 && !document.holds_only_list(holder);
    if counted && needed(document, holder).is_empty() {
        return format!("{}{}", document.anchor(holder), tail.all());
    }
    let mut out = String::new();
    for up in needed(document, holder).into_iter().rev() {
        let plain = if document.node(up).kind == Kind::Section { plain_section(document, up) } else { None };
        let named = plain.or_else(|| scope(document, up, words));
        add(&mut out, named.unwrap_or_default().trim_start_matches('\u{1}'), words);
    }
    if node.kind == Kind::Section {
        out.push_str(&tail.all());
    } else {
        add(&mut out, &last(document, holder, words, &tail), words);
    }
    out
}

/// Adds an element, behind a point where both are numbers or letters, as in "II.42", and else behind a comma.
fn add(out: &mut String, element: &str, words: &Words) {
    if !out.is_empty() && !element.is_empty() {
        let last = out.rsplit([' ', '.']).next().unwrap_or_default();
        let plain =
            !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        let digits = element.trim_start_matches('p');
        let rest = digits.trim_start_matches(|c: char| c.is_ascii_digit());
        // "1st" is a word.
        let bare = rest.len() < digits.len() && !rest.starts_with(|c: char| c.is_alphabetic() || c == '-');
        let is_label = element.bytes().all(|byte| byte.is_ascii_uppercase());
        out.push_str(if plain && (bare || is_label) { "." } else { words.citing.comma });
    }
    out.push_str(element);
}

/// What the paragraph, the note or another node itself adds.
fn last(document: &Document, holder: NodeId, words: &Words, tail: &Tail) -> String {
    let node = document.node(holder);
    let number = match node.kind {
        Kind::Preambular => format!("pp{}{}", node.ordinal, naming::repeat(document.label(holder))),
        Kind::Operative | Kind::Paragraph if node.ordinal > 0 => {
            naming::ordinal(document, holder).unwrap_or_default()
        }
        Kind::Paragraph if !document.holds_only_list(holder) && is_among_its_like(document, holder) => {
            words.citing.fill(words.citing.only_unnumbered, nth(document, holder))
        }
        _ => {
            let own = own(document, holder, words, Style::Short, tail).unwrap_or_default();
            return own.trim_start_matches('\u{1}').to_owned();
        }
    };
    format!("{number}{}", tail.all())
}

/// Whether no paragraph of the scope of one without a number has a number.
fn is_among_its_like(document: &Document, id: NodeId) -> bool {
    let up = document.node(id).parent;
    let mut within = (up.0..document.node(up).subtree_end.0).map(|id| document.node(NodeId(id)));
    !within.any(|node| matches!(node.kind, Kind::Operative | Kind::Paragraph) && node.ordinal > 0)
}
