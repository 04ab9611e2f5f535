//! Writes the words of a node with emphasis, links and footnotes.

use super::AknWriter;
use crate::document::naming::marker;
use crate::document::{NodeId, NoteMark, Span};
use crate::export::inline::address;
use crate::text::Part as _;
use std::io;

impl AknWriter<'_, '_> {
    /// Writes the words of a span with its markup.
    pub(super) fn words(&mut self, span: Span) -> io::Result<()> {
        let document = self.document;
        let all = document.emphasis();
        let first = all.partition_point(|emphasis| emphasis.start < span.start);
        // Emphasis may begin in the label before the span.
        let before =
            first.checked_sub(1).and_then(|at| all.get(at)).filter(|emphasis| emphasis.end > span.start);
        let mut at = span.start;
        let inside = all.part(first..);
        for emphasis in before.into_iter().chain(inside).take_while(|emphasis| emphasis.start < span.end) {
            let start = emphasis.start.max(span.start);
            let end = emphasis.end.min(span.end);
            if start < at || end <= start {
                continue;
            }
            self.linked(Span { start: at, end: start })?;
            self.xml.begin("span", &[("class", "italic")], &[])?;
            self.linked(Span { start, end })?;
            self.xml.end("span")?;
            at = end;
        }
        self.linked(Span { start: at, end: span.end.max(at) })
    }

    fn linked(&mut self, span: Span) -> io::Result<()> {
        let document = self.document;
        let mut at = span.start;
        for reference in document.references_in(span) {
            let whole = reference.span.start >= at && reference.span.end <= span.end;
            let Some(address) = address(&reference.target, document.language()).filter(|_| whole) else {
                continue;
            };
            self.marked(Span { start: at, end: reference.span.start })?;
            self.xml.begin("a", &[("href", &address)], &[])?;
            self.marked(reference.span)?;
            self.xml.end("a")?;
            at = reference.span.end;
        }
        self.marked(Span { start: at, end: span.end })
    }

    fn marked(&mut self, span: Span) -> io::Result<()> {
        let document = self.document;
        let mut at = span.start;
        for mark in document.marks_in(span) {
            if mark.span.start < at || mark.span.end > span.end {
                continue;
            }
            self.xml.text(document.slice(Span { start: at, end: mark.span.start }))?;
            self.note_mark(mark)?;
            at = mark.span.end;
        }
        self.xml.text(document.slice(Span { start: at, end: span.end }))
    }

    /// Writes a note mark. The first mark of a note contains the note itself, and later ones refer to it.
    fn note_mark(&mut self, mark: &NoteMark) -> io::Result<()> {
        let document = self.document;
        let printed = document.slice(mark.span);
        let place = mark.note.and_then(|note| self.places.get(&note)).copied();
        let name = place.map(|place| format!("authorialNote_{}", place + 1));
        let fresh = place.is_some_and(|place| {
            self.written.get_mut(place).is_some_and(|written| !std::mem::replace(written, true))
        });
        let label = mark.note.map(|note| document.label(note)).unwrap_or_default();
        let marker = if label.is_empty() { marker(printed) } else { label.to_owned() };
        // Arabic marks stand in raised brackets, which the United Nations sets around the element.
        let in_brackets = printed.starts_with('⁽') && printed.ends_with('⁾');
        if in_brackets {
            self.raised("(")?;
        }
        match (name, mark.note) {
            (Some(name), Some(note)) if fresh => {
                let attributes = [("marker", &*marker), ("placement", "bottom"), ("eId", &name)];
                self.xml.begin("authorialNote", &attributes, &[])?;
                self.note_words(note)?;
                self.xml.end("authorialNote")?;
            }
            (name, _) => {
                let href = name.map_or_else(|| "#".to_owned(), |name| format!("#{name}"));
                self.xml.begin("noteRef", &[("href", &href), ("marker", &marker)], &[])?;
                self.xml.end("noteRef")?;
            }
        }
        if in_brackets { self.raised(")") } else { Ok(()) }
    }

    fn raised(&mut self, words: &str) -> io::Result<()> {
        self.xml.begin("sup", &[], &[])?;
        self.xml.text(words)?;
        self.xml.end("sup")
    }

    /// Writes the words of a note, including those in its children.
    pub(super) fn note_words(&mut self, note: NodeId) -> io::Result<()> {
        self.xml.begin("p", &[("xml:space", "preserve")], &[])?;
        self.words(self.document.node(note).body)?;
        for more in self.document.children(note) {
            self.xml.text(" ")?;
            self.words(self.document.node(more).body)?;
        }
        self.xml.end("p")
    }
}
