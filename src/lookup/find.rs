//! Finds text as typed anywhere in a document: what `/` marks and counts.
//!
//! The query becomes a regular expression that runs on the document's own text, so that no offsets need to be mapped
//! back. Note marks are left out of the searched text. Nothing is ranked or guessed: that is done by [`super::jump`].

mod pattern;

#[cfg(test)]
mod tests;

use crate::document::{Document, NodeId, Span};
use crate::text::fold_str;
use regex::Regex;

/// A query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub text: String,
    /// Whether the text is a regular expression, in which accents and quotation marks match literally.
    pub regex: bool,
}

impl Query {
    /// A query for text as typed. Letters without accents also match accented ones; quotation marks and dashes match
    /// all of their kind.
    pub fn literal(text: &str) -> Self {
        Self { text: text.to_owned(), regex: false }
    }

    /// Whether upper and lower case are distinguished: only where the query has a capital, and the capitals of `\W` and
    /// `\p{L}` are not searched for.
    fn exact_case(&self) -> bool {
        let text = if self.regex { &pattern::without_escapes(&self.text) } else { &self.text };
        text.contains(char::is_uppercase)
    }
}

/// One match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Match {
    pub node: NodeId,
    /// A byte range of [`Document::text`].
    pub span: Span,
}

/// All matches in the order of the document; none for an empty query.
///
/// The error is a sentence that says why a regular expression cannot be used.
pub fn find_all(document: &Document, query: &Query) -> Result<Vec<Match>, String> {
    if query.text.is_empty() {
        return Ok(Vec::new());
    }
    let regex = if query.regex {
        pattern::compile(&query.text, !query.exact_case())?
    } else {
        let marked = pattern::has_ignorable(document.text());
        pattern::compile(&pattern::literal(&query.text, query.exact_case(), marked), false)?
    };
    // A query that is only a label also finds the node with that label.
    let label = if query.regex { String::new() } else { fold_str(query.text.trim()) };
    let mut out = Vec::new();
    for node in document.ids() {
        let printed = document.node(node).label;
        if !label.is_empty() && printed.len() < 80 && is_label(&label, document.slice(printed)) {
            out.push(Match { node, span: printed });
        }
        in_body(document, node, &regex, &mut out);
    }
    Ok(out)
}

/// Whether a label was typed in full: "7.", "(b)" and "annex II". "7" and "b" alone would match too many labels.
fn is_label(folded: &str, label: &str) -> bool {
    !label.is_empty() && fold_str(label) == folded
}

fn in_body(document: &Document, node: NodeId, regex: &Regex, out: &mut Vec<Match>) {
    let body = document.node(node).body;
    let marks = document.marks_in(body);
    if marks.is_empty() {
        for found in regex.find_iter(document.slice(body)).filter(|found| !found.is_empty()) {
            let start = body.start as usize;
            out.push(Match { node, span: Span::new(start + found.start(), start + found.end()) });
        }
        return;
    }
    // Where each part without note marks begins: in the searched text, and in the document's text.
    let mut parts: Vec<(usize, usize)> = Vec::with_capacity(marks.len() + 1);
    let mut plain = String::with_capacity(body.len());
    let mut at = body.start;
    for mark in marks {
        parts.push((plain.len(), at as usize));
        plain.push_str(document.slice(Span { start: at, end: mark.span.start.max(at) }));
        at = at.max(mark.span.end);
    }
    parts.push((plain.len(), at as usize));
    plain.push_str(document.slice(Span { start: at, end: body.end.max(at) }));
    let source = |offset: usize, end: bool| {
        // A match ends before a note mark and begins after it.
        let after = parts.partition_point(|(from, _)| if end { *from < offset } else { *from <= offset });
        let (from, place) = parts.get(after.saturating_sub(1)).copied().unwrap_or((0, body.start as usize));
        place + offset.saturating_sub(from)
    };
    for found in regex.find_iter(&plain).filter(|found| !found.is_empty()) {
        out.push(Match { node, span: Span::new(source(found.start(), false), source(found.end(), true)) });
    }
}
