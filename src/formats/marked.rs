//! What a document is that says so itself: the clauses of its markup, for the grammar to build and not to guess.
//!
//! Akoma Ntoso gives this. Formats that only say how a text looks (PDF, Word, web pages) give blocks instead.

use crate::document::{Details, Kind, Masthead, Span};

/// The clauses in preorder, and what the markup says about the document.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    pub clauses: Vec<Clause>,
    /// The footnote that each of [`super::Content::marks`] points to, as an index of `clauses`.
    pub notes: Vec<Option<u32>>,
    pub links: Vec<Link>,
    pub masthead: Masthead,
    pub details: Details,
}

/// One node of the tree to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    pub kind: Kind,
    /// How deep it stands; the children of the document have 1.
    pub depth: u16,
    /// The printed number with its punctuation, in [`super::Content::text`].
    pub label: Span,
    /// Its own words there.
    pub body: Span,
    pub source: Span,
    pub line: u32,
    /// The markup does not say what it belongs to, or that its number is one.
    pub inferred: bool,
}

impl Clause {
    /// Without words.
    pub fn new(kind: Kind, depth: u16, source: Span, line: u32) -> Self {
        let empty = Span::default();
        Self { kind, depth, label: empty, body: empty, source, line, inferred: false }
    }
}

/// Words that lead to another document, because the markup says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub span: Span,
    /// Where to, as in the markup.
    pub address: String,
}
