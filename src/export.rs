//! Writes documents in formats for other programs: Markdown, HTML, plain text, CSV, JSON and Akoma Ntoso.
//!
//! Each format holds all words of the document, and `formats` reads each back to the same clauses, except CSV. Files
//! and the terminal are not known here.

pub(crate) mod akn;
pub(crate) mod csv;
pub(crate) mod html;
mod inline;
pub(crate) mod markdown;
pub(crate) mod notes;
pub(crate) mod quote;
pub(crate) mod text;

use crate::document::{Document, Kind, Part, json};
use std::io::{self, Write};

/// The output formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Akoma Ntoso for the United Nations (XML)
    Akn,
    /// Markdown with footnotes
    Markdown,
    /// One web page that needs nothing else
    Html,
    /// One line a paragraph, notes at the end
    Text,
    /// The tree, as docs/json.md describes it
    Json,
    /// A table for spreadsheets: one row a clause
    Csv,
}

impl Format {
    /// The file endings of each format. A file that plenary names itself gets the first one.
    const ENDINGS: [(&'static str, Self); 9] = [
        ("xml", Self::Akn),
        ("akn", Self::Akn),
        ("md", Self::Markdown),
        ("markdown", Self::Markdown),
        ("html", Self::Html),
        ("htm", Self::Html),
        ("txt", Self::Text),
        ("json", Self::Json),
        ("csv", Self::Csv),
    ];

    pub fn ending(self) -> &'static str {
        Self::ENDINGS.iter().find(|(_, format)| *format == self).map_or("", |(ending, _)| ending)
    }

    /// The format for a file ending; `None` if there is none.
    pub fn of_ending(ending: &str) -> Option<Self> {
        let found = Self::ENDINGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending));
        found.map(|(_, format)| *format)
    }
}

/// Writes a document or a part of it. `name` is the name of the document in CSV rows.
pub fn write(
    document: &Document,
    part: &Part,
    format: Format,
    name: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        // Akoma Ntoso describes a whole document; the command line rejects parts.
        Format::Akn => akn::write(document, out),
        Format::Markdown => markdown::write(document, part, out),
        Format::Html => html::write(document, part, out),
        Format::Text => text::write(document, part, out),
        Format::Json => json::write(document, part, &mut crate::grammar::requests(document), out),
        Format::Csv => {
            csv::head(out)?;
            csv::rows(document, part, name, out)
        }
    }
}

/// The name of a node's kind, as in JSON.
fn kind_name(kind: Kind) -> String {
    serde_json::to_string(&kind).unwrap_or_default().trim_matches('"').to_owned()
}
