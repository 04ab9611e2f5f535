//! The clauses of a document whose markup names them, so that the grammar builds them and does not guess.
//!
//! Akoma Ntoso gives this. Formats that only describe the look of a text (PDF, Word, web pages) give blocks instead.

use crate::document::{Details, Kind, Masthead, Span};

/// The clauses in preorder, and what the markup says about the document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marked {
    pub clauses: Vec<Clause>,
    /// This program wrote the markup from a tree: what it says is meant, and nothing in it is to be guessed or mended.
    pub stated: bool,
    /// For each of [`super::Content::marks`], the index in `clauses` of its footnote; `None` where the footnote is
    /// missing.
    pub notes: Vec<Option<u32>>,
    pub links: Vec<Link>,
    pub masthead: Masthead,
    pub details: Details,
}

/// A clause: one node of the tree to be built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    pub kind: Kind,
    /// Its depth. The children of the document have depth 1.
    pub depth: u16,
    /// The printed number with its punctuation: a range of [`super::Content::text`].
    pub label: Span,
    /// Its own text, another range.
    pub body: Span,
    pub source: Span,
    pub line: u32,
    /// The markup does not say which clause it belongs to, or that its number is a number.
    pub inferred: bool,
    /// The number of one that prints none.
    pub number: Option<u32>,
}

impl Clause {
    /// A clause without text.
    pub(crate) fn new(kind: Kind, depth: u16, source: Span, line: u32) -> Self {
        let empty = Span::default();
        Self { kind, depth, label: empty, body: empty, source, line, inferred: false, number: None }
    }

    /// What is printed first: its number, else its own text.
    pub(crate) fn shown(&self) -> Span {
        if self.label.is_empty() { self.body } else { self.label }
    }
}

/// Text that the markup links to another document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub span: Span,
    /// The address, as written in the markup.
    pub address: String,
}
