//! How commands write lists of paragraphs of many documents: a line each, JSON, or a table for spreadsheets.

use super::out::{Out, Style};
use crate::export::csv;
use crate::text::clean;
use serde::Serialize;
use std::io::{self, Write as _};

/// Output formats of lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum RowFormat {
    /// A line each
    #[default]
    Text,
    /// JSON, as docs/json.md describes it
    Json,
    /// A table for spreadsheets
    Csv,
}

/// How many cells of a paragraph are shown on its line.
pub(super) const SHOWN: usize = 200;

/// Writes `SYMBOL place`, with which a line about a paragraph begins.
pub(super) fn place(document: &str, place: &str, out: &mut Out) -> io::Result<()> {
    out.styled_text(Style::Bold, &clean(document))?;
    write!(out, " ")?;
    out.styled_text(Style::Faint, &clean(place))
}

/// Writes a value as JSON.
pub(super) fn json(value: &impl Serialize, out: &mut Out) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value).map_err(io::Error::from)?;
    writeln!(out)
}

/// Writes the rows of a table below their names.
pub(super) fn table<const N: usize>(
    names: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
    out: &mut Out,
) -> io::Result<()> {
    csv::row(&names.map(str::to_owned), out)?;
    rows.into_iter().try_for_each(|row| csv::row(&row, out))
}
