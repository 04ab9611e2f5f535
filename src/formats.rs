//! Bytes to blocks: what a file is, what encoding its text is in, and its lines or paragraphs in reading order.
//!
//! One file a format comes here. Every reader gives a [`Content`]: cleaned text cut into [`Block`]s, and what the
//! markup says about them. Nothing here decides what a clause is; where markup does say it, [`Style::Known`] hands
//! it on, so that the grammar does not guess again.

mod columns;
mod encoding;
pub mod plain;
mod sniff;

pub use encoding::{Decoded, decode};
pub use sniff::foreign;

use crate::document::{Diagnostic, Kind, Language, Span};

/// Why bytes could not be read as a document. The text continues "cannot read FILE: ".
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum ReadError {
    #[error("it is empty")]
    Empty,
    #[error("it holds only white space")]
    Blank,
    #[error("it is {what}; {advice}")]
    Foreign { what: &'static str, advice: &'static str },
    #[error("it is not text (it holds zero bytes); export it as plain text first")]
    Binary,
    #[error("{0:?} is not an encoding that plenary knows; try utf-8, windows-1251, windows-1256 or gb18030")]
    UnknownEncoding(String),
}

/// What a reader makes of a file: one cleaned text and its blocks in reading order.
///
/// The text holds no control characters, no escape sequences and no marks that reorder text.
#[derive(Clone, Debug, Default)]
pub struct Content {
    pub text: String,
    pub blocks: Vec<Block>,
    /// Spans of `text` in italics or bold, in order.
    pub emphasis: Vec<Span>,
    /// Spans of `text` that are footnote marks because the markup says so, in order. Superscript digits need none.
    pub marks: Vec<Span>,
    /// What the markup says about the language.
    pub language: Option<Language>,
    /// What the reader set aside: comments and rules of the markup.
    pub asides: Vec<Aside>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Content {
    /// The words of a block.
    pub fn words(&self, block: &Block) -> &str {
        self.text.get(block.text.range()).unwrap_or_default()
    }
}

/// Something that carries no words of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    pub line: u32,
    pub text: String,
    pub reason: &'static str,
}

/// A line or a paragraph. Small, since a text may have millions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its words in [`Content::text`], trimmed.
    pub text: Span,
    /// Where it stands in the decoded source (or, for packed formats, in the text that the reader unpacked).
    pub source: Span,
    /// Line of the source, from 1; the number of the paragraph where the format has no lines.
    pub line: u32,
    /// Page, from 0.
    pub page: u32,
    /// Empty lines before it.
    pub gap: u8,
    /// Columns that it is set in from the left.
    pub indent: u8,
    pub style: Style,
}

/// What the format says about a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// One line of a text without markup: the grammar joins lines to paragraphs.
    Line,
    /// A whole paragraph.
    Paragraph,
    /// A heading of this level, from 1.
    Heading(u8),
    /// A row of a table, as it is laid out.
    Row,
    /// A footnote; its words begin with its marker.
    Note,
    /// The markup says what it is. A number or a letter stands at the start of the words.
    Known(Kind),
}
