//! `plenary search`: finds paragraphs in the library.

use super::out::{Out, Style};
use super::rows::{self, RowFormat, SHOWN};
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
    format: RowFormat,
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
    /// Not in a restricted session that may not open it.
    file: Option<String>,
}

pub(super) fn run(search: &Search, common: &Common, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    let shelf = shelf::shelf(common, door)?;
    let mut query = Query::typed(&search.words.join(" "), search.limit);
    query.typing = false;
    query.language = query.language.or(common.language);
    query.reader = Some(shelf::reader(door));
    let hits = shelf.search(&query)?;
    match search.format {
        RowFormat::Json => {
            let all: Vec<JsonHit> = hits.iter().map(|hit| JsonHit::of(hit, door)).collect();
            rows::json(&all, out)?;
        }
        RowFormat::Csv => rows::table(
            ["symbol", "anchor", "language", "title", "text", "same", "file"],
            hits.iter().map(|hit| {
                let card = &hit.document.card;
                [
                    hit.symbol.clone().unwrap_or_default(),
                    hit.paragraph.anchor.clone(),
                    card.language.map_or("", Language::code).to_owned(),
                    card.title.clone().unwrap_or_default(),
                    hit.paragraph.text.clone(),
                    same(hit, usize::MAX).join("; "),
                    shelf::file(&hit.document, door).unwrap_or_default(),
                ]
            }),
            out,
        )?,
        RowFormat::Text => {
            for hit in &hits {
                line(hit, out)?;
            }
        }
    }
    Ok(if hits.is_empty() { Status::Nothing } else { Status::Found })
}

impl<'h> JsonHit<'h> {
    fn of(hit: &'h Hit, door: &Door) -> Self {
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
            file: shelf::file(&hit.document, door),
        }
    }
}

/// Writes a hit as `SYMBOL place: words`, with where the same wording is found.
fn line(hit: &Hit, out: &mut Out) -> std::io::Result<()> {
    rows::place(&hit.document.name(), &hit.paragraph.place, out)?;
    write!(out, ": {}", ellipsize(&clean(&hit.paragraph.text), SHOWN))?;
    let same = same(hit, 3);
    if !same.is_empty() {
        let more = if hit.same.len() > same.len() { ", …" } else { "" };
        out.styled_text(Style::Faint, &format!(" = {}{more}", clean(&same.join(", "))))?;
    }
    writeln!(out)
}

/// Where the same wording is found, this often at most.
fn same(hit: &Hit, most: usize) -> Vec<String> {
    let same = hit.same.iter().take(most);
    same.map(|(symbol, anchor)| format!("{} {anchor}", symbol.as_deref().unwrap_or("?"))).collect()
}
