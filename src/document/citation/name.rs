//! Names that a document prints at the start of a paragraph or heading: "Action 39. We will ...", "Goal 4: ...",
//! "行动39。".

use crate::document::{Document, Kind, NodeId};
use crate::text::chars::digit_value;
use crate::text::chars::is_arabic_sign;

/// The name at the start of a heading or of a paragraph without a number; `None` where there is no such name.
pub(super) fn of(document: &Document, id: NodeId) -> Option<&str> {
    let node = document.node(id);
    let can = matches!(node.kind, Kind::Heading | Kind::Paragraph | Kind::Continuation | Kind::Table);
    if !can || !node.label.is_empty() {
        return None;
    }
    let body = document.body(id);
    let word = body.find(|c: char| !c.is_alphabetic() && !is_arabic_sign(c))?;
    let after_word = body.get(word..)?;
    let number = after_word.trim_start();
    let figures = number.find(|c: char| digit_value(c).is_none()).unwrap_or(number.len());
    let mut length = figures;
    if length == 0 {
        // "Goal IV".
        let numeral = number.find(|c: char| !"IVXL".contains(c)).unwrap_or(number.len());
        length = numeral;
    } else if let Some(rest) = number.get(figures..).and_then(|rest| rest.strip_prefix('.')) {
        // "Target 2.1" and "Target 2.a".
        let more = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        length += if more > 0 { 1 + more } else { 0 };
    }
    let first = body.chars().next()?;
    let long = body.get(..word)?.chars().count() >= if is_caseless(first) { 1 } else { 3 };
    let named = first.is_uppercase() || is_caseless(first);
    let end = body.len() - number.len() + length;
    let sign = body.get(end..)?.trim_start().chars().next();
    let apart = sign.is_none_or(|sign| ".:–—-。：،".contains(sign));
    (length > 0 && long && named && apart).then(|| body.get(..end)).flatten()
}

/// Letters of scripts without capitals.
fn is_caseless(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_uppercase() && !letter.is_lowercase()
}
