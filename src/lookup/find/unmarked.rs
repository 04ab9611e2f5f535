//! The text of a node without its note marks, which would interrupt the words.

use crate::document::{Document, Span};
use std::borrow::Cow;

pub(super) struct Unmarked<'d> {
    pub(super) text: Cow<'d, str>,
    /// Where each part without note marks begins: in this text, and in the document's text.
    parts: Vec<(usize, usize)>,
}

impl<'d> Unmarked<'d> {
    pub(super) fn new(document: &'d Document, body: Span) -> Self {
        let marks = document.marks_in(body);
        if marks.is_empty() {
            return Self { text: Cow::Borrowed(document.slice(body)), parts: vec![(0, body.start as usize)] };
        }
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
        Self { text: Cow::Owned(plain), parts }
    }

    /// The byte range of the document's text for one of this text.
    pub(super) fn source(&self, range: &std::ops::Range<usize>) -> Span {
        Span::new(self.place(range.start, false), self.place(range.end, true))
    }

    fn place(&self, offset: usize, end: bool) -> usize {
        // A match ends before a note mark and begins after it.
        let after =
            self.parts.partition_point(|(from, _)| if end { *from < offset } else { *from <= offset });
        let (from, place) = self.parts.get(after.saturating_sub(1)).copied().unwrap_or_default();
        place + offset.saturating_sub(from)
    }
}
