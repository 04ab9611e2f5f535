//! `plenary search`: finds paragraphs in the library.

use super::out::{Out, Style};
use super::outline::ListFormat;
use super::{Common, Failure, Status, shelf};
use crate::document::Kind;
use crate::lang::Language;
use crate::library::Door;
use crate::library::index::{Hit, Query};
use crate::text::{clean, ellipsize};
use clap::Args;
use serde::Serialize;
use std::io::Write as _;

const EXAMPLES: &str = "\
Examples:
  plenary search climate security report            paragraphs that have the words, in any form
  plenary search 'by:sg act:request session:79'     what is asked of the Secretary-General
  plenary search 'cites:70/1#op3' --format json     who cites a paragraph

Filters among the words: organ:sc session:79 year:2024 lang:fr act:request by:sg cites:70/1 subject:disarmament";

/// How many cells of a paragraph are shown.
const SHOWN: usize = 200;

/// Find paragraphs in the library by their words
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Search {
    /// Words, and filters among them
    #[arg(required = true)]
    words: Vec<String>,
    /// How many paragraphs are listed at most
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
    /// How they are written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: ListFormat,
}

/// A hit in the JSON output.
#[derive(Serialize)]
struct JsonHit<'h> {
    symbol: Option<&'h str>,
    anchor: &'h str,
    language: Option<Language>,
    title: Option<&'h str>,
    kind: Kind,
    /// Its short address.
    place: &'h str,
    score: f32,
    text: &'h str,
    /// The same wording in other documents: symbol and anchor.
    same: &'h [(Option<String>, String)],
    file: String,
}

pub(super) fn run(search: &Search, common: &Common, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    let shelf = shelf::shelf(common, door)?;
    let mut query = Query::typed(&search.words.join(" "), search.limit);
    query.typing = false;
    query.language = query.language.or(common.language);
    let hits = shelf.search(&query)?;
    match search.format {
        ListFormat::Json => {
            let all: Vec<JsonHit> = hits.iter().map(JsonHit::of).collect();
            serde_json::to_writer_pretty(&mut *out, &all).map_err(std::io::Error::from)?;
            writeln!(out)?;
        }
        ListFormat::Text => {
            for hit in &hits {
                line(hit, out)?;
            }
        }
    }
    Ok(if hits.is_empty() { Status::Nothing } else { Status::Found })
}

impl<'h> JsonHit<'h> {
    fn of(hit: &'h Hit) -> Self {
        Self {
            symbol: hit.symbol.as_deref(),
            anchor: &hit.paragraph.anchor,
            language: hit.document.card.language,
            title: hit.document.card.title.as_deref(),
            kind: hit.paragraph.kind,
            place: &hit.paragraph.place,
            score: hit.score,
            text: &hit.paragraph.text,
            same: &hit.same,
            file: hit.document.origin.source().typed(),
        }
    }
}

/// Writes a hit as `SYMBOL place: words`, with how often the same wording is found elsewhere.
fn line(hit: &Hit, out: &mut Out) -> std::io::Result<()> {
    let named = hit.symbol.clone().unwrap_or_else(|| hit.document.origin.source().name());
    out.styled_text(Style::Bold, &clean(&named))?;
    write!(out, " ")?;
    out.styled_text(Style::Faint, &clean(&hit.paragraph.place))?;
    write!(out, ": {}", ellipsize(&clean(&hit.paragraph.text), SHOWN))?;
    let same: Vec<String> = hit
        .same
        .iter()
        .take(3)
        .map(|(symbol, anchor)| format!("{} {anchor}", symbol.as_deref().unwrap_or("?")))
        .collect();
    if !same.is_empty() {
        let more = if hit.same.len() > same.len() { ", …" } else { "" };
        out.styled_text(Style::Faint, &format!(" = {}{more}", clean(&same.join(", "))))?;
    }
    writeln!(out)
}
