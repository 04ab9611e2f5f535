//! Parses text into a [`Document`]. Parsing never fails: what is not understood becomes a plain paragraph with a
//! diagnostic.
//!
//! There is one parser for all formats, which reads the [`Content`] made by the readers of `formats`. Its steps: page
//! furniture is set aside, footnotes are taken out, lines are joined to paragraphs, the masthead is read, then the
//! clauses; at the end note marks are bound to notes. Where the markup says what a block is, the parser follows it.
//! `build` makes the tree in both cases.

mod amendments;
mod assemble;
mod breaks;
mod build;
mod clauses;
mod closing;
mod doubts;
mod enacting;
mod footnotes;
mod forms;
mod furniture;
#[doc(hidden)]
pub(crate) mod kept;
pub(crate) mod lexicon;
mod lists;
mod marked;
mod masthead;
mod numbering;
mod opening;
mod paragraphs;
pub(crate) mod references;
mod requests;
mod series;
mod shape;
#[cfg(test)]
mod tests;
mod verse;
mod words;
mod wrapping;

use crate::document::Document;
use crate::formats::{Content, plain};
use crate::lang::Language;
pub use crate::lang::detect::detect;
use crate::text::Part as _;
use assemble::Assembler;
pub(crate) use forms::speaker;
pub use requests::requests;

/// What the caller knows about the document.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    pub language: Option<Language>,
}

/// Parses decoded text.
pub fn parse(source: &str, options: Options) -> Document {
    parse_content(&plain::read(source), options)
}

/// Parses the content that the reader of a format made.
pub fn parse_content(content: &Content, options: Options) -> Document {
    if let Some(marked) = &content.marked {
        return marked::build(content, marked, options);
    }
    let language = options.language.or(content.language).or_else(|| detect(&content.text));
    let known = language.unwrap_or(Language::En);
    let content = &*breaks::cut(content, known);
    let enacting = enacting::Phrases::of(content, known);
    let mut reasons = furniture::find(content, &enacting);
    let (notes, in_notes) = footnotes::find(content, &reasons);
    footnotes::keep_marks_without_note(content, &mut reasons, &notes);
    let skipped = |at: usize| {
        reasons.get(at).is_some_and(Option::is_some) || in_notes.get(at).copied().unwrap_or(false)
    };
    let paragraphs = paragraphs::join(content, skipped, &notes, known, &enacting);

    let mut builder = build::begin(content, language);
    for (block, reason) in content.blocks.iter().zip(&reasons) {
        if let Some(reason) = reason {
            builder.set_aside(block.line, content.words(block), *reason);
        }
    }
    let assembler = Assembler::new(content, &notes);
    let (mut clauses, from) = opening::read(content, &paragraphs, known, &enacting, builder, assembler);
    clauses.run(from);
    clauses.finish(&notes)
}

/// The longest prefix of a text that ends at the end of a paragraph and is not longer than `at_most` bytes. It is
/// used to show the first screen of a huge file.
pub(crate) fn prefix(source: &str, at_most: usize) -> &str {
    if source.len() <= at_most {
        return source;
    }
    let mut end = at_most;
    while !source.is_char_boundary(end) {
        end -= 1;
    }
    let head = source.part(..end);
    let at = head.rfind("\n\n").or_else(|| head.rfind('\n')).or_else(|| head.rfind(' '));
    head.get(..at.unwrap_or(end)).unwrap_or(head)
}
