//! `plenary show`: a document, or one clause of it, on standard output.

use super::out::Out;
use super::{Common, Failure, Status};
use crate::document::json;
use crate::library::Source;
use clap::Args;
use std::path::PathBuf;

/// Print a document
#[derive(Debug, Args)]
pub struct Show {
    /// The document; - is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// How it is written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: Format,
}

/// What `show` writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Paragraphs set to a width, with hanging numbers
    #[default]
    Text,
    /// Markdown with footnotes
    Markdown,
    /// The tree, as docs/json.md describes it
    Json,
}

pub fn run(show: &Show, common: &Common, out: &mut Out) -> Result<Status, Failure> {
    let source = if show.file.as_os_str() == "-" { Source::Stdin } else { Source::File(show.file.clone()) };
    let document = source.open(&common.read_options())?;
    match show.format {
        Format::Json => json::write(&document, &crate::document::part::Part::whole(&document), out)?,
        Format::Text | Format::Markdown => {
            return Err(Failure::Usage("only --format json is there yet".to_owned()));
        }
    }
    Ok(Status::Found)
}
