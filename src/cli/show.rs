//! `plenary show`: writes a document, or one clause of it, to standard output.

mod text;

use super::out::{self, Out};
use super::{Common, Failure, Status, place};
use crate::document::{Document, NodeId, Part, json};
use crate::export::markdown;
use crate::grammar;
use crate::library::Door;
use crate::library::scan::split_anchor;
use clap::Args;
use std::ffi::OsString;

const EXAMPLES: &str = "\
Examples:
  plenary show A_RES_65_218.fr.txt                  the whole text, with hanging numbers
  plenary show A_RES_65_218.fr.txt --at 7           paragraph 7 and the notes that it cites
  plenary show A_RES_65_218.fr.txt#pp3              the third paragraph of the preamble
  plenary show resolution.txt --format markdown     to paste elsewhere
  plenary show resolution.txt --format json | jq .title";

/// Default width of a line in cells.
const WIDTH: usize = 80;

/// Print a document, or one paragraph of it
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Show {
    /// The document; - is standard input, FILE#op7 a place in it, and 78/123#op7 one of a document of the library
    #[arg(value_name = "FILE")]
    pub(super) file: OsString,
    /// Only this place, with what is below it and the notes it cites: 7, "7 (b)", pp3, "annex I, 4", "note 2"
    #[arg(long, value_name = "ADDRESS")]
    pub(super) at: Option<String>,
    /// How it is written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: ShowFormat,
    /// Cells in a line of text [default: 80, or the terminal's where that is less]
    #[arg(long, value_name = "CELLS", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub(super) width: Option<u16>,
}

/// Output formats of `show`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum ShowFormat {
    /// Paragraphs set to a width, with hanging numbers
    #[default]
    Text,
    /// Markdown with footnotes
    Markdown,
    /// The tree, as docs/json.md describes it
    Json,
}

pub(super) fn run(show: &Show, common: &Common, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    let (source, anchor) = split_anchor(&show.file, door);
    out::announce(&source);
    let document = source.open(&common.read_options([source.clone()], door))?;
    if let Some(warning) = document.warning() {
        out::complain(&format!("{}: {}", source.typed(), warning.message()));
    }
    let part = match show.at.as_deref().or(anchor.as_deref()) {
        None => Part::whole(&document),
        Some(typed) => Part::of(&document, place(&document, typed, NodeId::ROOT, &source.typed())?),
    };
    write(&document, &part, show.format, show.width.map(usize::from), out)?;
    Ok(Status::Found)
}

/// Writes a part of a document. `width` is that of text in cells; `None` fits the terminal.
pub(super) fn write(
    document: &Document,
    part: &Part,
    format: ShowFormat,
    width: Option<usize>,
    out: &mut Out,
) -> Result<(), Failure> {
    match format {
        ShowFormat::Json => json::write(document, part, &mut grammar::requests(document), out)?,
        ShowFormat::Markdown => markdown::write(document, part, out)?,
        ShowFormat::Text => text::write(document, part, width.unwrap_or_else(|| out.columns(WIDTH)), out)?,
    }
    Ok(())
}
