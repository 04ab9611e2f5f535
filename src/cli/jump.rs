//! `plenary jump`: lists the paragraphs that match a query, best first, in one or more documents.

use super::out::{Out, Style};
use super::outline::ListFormat;
use super::{Common, Failure, Status, out};
use crate::document::{Document, Kind, NodeId, Span, json, naming, rows};
use crate::library::scan::gather_each;
use crate::library::{Door, Item, Source};
use crate::lookup::{Hit, Index};
use crate::text::Part as _;
use crate::text::clean;
use clap::Args;
use serde::Serialize;
use std::ffi::OsString;
use std::io::{self, Write};
use std::sync::Arc;

const EXAMPLES: &str = "\
Examples:
  plenary jump '7 (b)' resolution.txt               an address, as people say it
  plenary jump 'cooperation regional' *.txt         words in any order, without accents, with a slip
  plenary jump 64/171 resolutions/                  who refers to resolution 64/171
  plenary jump 'prie sg' A_RES_65_218.fr.txt --format json";

/// Find paragraphs by number or by words
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Jump {
    /// A number, an address or words
    pub(super) query: String,
    /// Documents and folders; - is standard input
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<OsString>,
    /// How many paragraphs are listed at most
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(super) limit: usize,
    /// How they are written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: ListFormat,
}

/// A hit with its document.
struct DocumentHit {
    hit: Hit,
    document: Arc<Document>,
    source: Source,
}

pub(super) fn run(jump: &Jump, common: &Common, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    let several = jump.files.len() > 1;
    let (mut items, mut unreadable) = (Vec::new(), false);
    for listing in gather_each(&jump.files, door) {
        match listing {
            Ok(listing) => items.extend(listing.items.into_iter().map(|item| (item, listing.folder))),
            Err(error) if several => {
                out::complain(&error);
                unreadable = true;
            }
            Err(error) => return Err(error.into()),
        }
    }
    let (mut found, failed, missing) = search(jump, common, door, &items)?;
    // In this case the hits are similar to what was asked for, but not what was asked for.
    if let ([(item, _)], true) = (items.as_slice(), missing && !found.is_empty()) {
        let name = item.source.typed();
        out::complain(&format!(
            "{name}: there is no {:?} in it; this comes near it or has its words",
            jump.query
        ));
    }
    unreadable |= failed;
    found.sort_by(|left, right| right.hit.score.total_cmp(&left.hit.score));
    found.truncate(jump.limit);
    match jump.format {
        ListFormat::Text => {
            for found in &found {
                line(found, several || items.len() > 1, out)?;
            }
        }
        ListFormat::Json => json_list(&found, out)?,
    }
    Ok(match (found.is_empty(), unreadable) {
        (_, true) => Status::Failed,
        (true, false) => Status::Nothing,
        (false, false) => Status::Found,
    })
}

/// The best hits of each document; whether a document named on the command line could not be read (those found in
/// folders are skipped silently); and whether a document lacks the address that was asked for.
fn search(
    jump: &Jump,
    common: &Common,
    door: &Door,
    items: &[(Item, bool)],
) -> Result<(Vec<DocumentHit>, bool, bool), Failure> {
    let (mut all, mut unreadable, mut missing) = (Vec::new(), false, false);
    for (item, in_folder) in items {
        out::announce(&item.source);
        let document = match item.source.open(&common.read_options(door)) {
            Ok(document) => document,
            Err(_) if *in_folder => continue,
            Err(error) if jump.files.len() > 1 => {
                out::complain(&error);
                unreadable = true;
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        let hits = Index::new(&document).search(&document, &jump.query, NodeId::ROOT, jump.limit);
        missing |= hits.missing;
        let found = |hit| DocumentHit { hit, document: Arc::clone(&document), source: item.source.clone() };
        all.extend(hits.hits.into_iter().map(found));
    }
    Ok((all, unreadable, missing))
}

/// Writes a hit as `FILE:ANCHOR: words around the match`.
fn line(found: &DocumentHit, named: bool, out: &mut Out) -> io::Result<()> {
    const AROUND: usize = 60;
    let DocumentHit { hit, document, source } = found;
    if named {
        write!(out, "{}:", source.typed())?;
    }
    out.styled_text(Style::Faint, &clean(&document.anchor(hit.node).0))?;
    out.write_all(b": ")?;
    let label = clean(document.label(hit.node).trim());
    write!(out, "{label}{}", if label.is_empty() { "" } else { " " })?;
    let body = rows::around(document, hit.node, hit.marks.first().map(|mark| mark.start));
    let first = hit
        .marks
        .iter()
        .find(|mark| body.contains(mark.start as usize))
        .map_or(body.start, |mark| mark.start);
    let start = word_start(document, body, first as usize, AROUND);
    let end = word_end(document, body, (first as usize).max(start), 2 * AROUND);
    if start > body.start as usize {
        out.write_all("… ".as_bytes())?;
    }
    let mut at = start as u32;
    for mark in hit.marks.iter().filter(|mark| mark.start as usize >= start && (mark.end as usize) <= end) {
        let before = Span { start: at, end: mark.start.max(at) };
        out.styled_text(Style::Plain, &clean(document.slice(before)))?;
        out.styled_text(Style::Bold, &clean(document.slice(*mark)))?;
        at = mark.end.max(at);
    }
    out.styled_text(Style::Plain, &clean(document.slice(Span { start: at, end: end as u32 })))?;
    writeln!(out, "{}", if end < body.end as usize { " …" } else { "" })
}

/// Byte offset of the start of a word at most `letters` characters before `place`.
fn word_start(document: &Document, body: Span, place: usize, letters: usize) -> usize {
    let before = document.slice(Span { start: body.start, end: place as u32 });
    let Some((at, _)) = before.char_indices().rev().nth(letters) else { return body.start as usize };
    let rest = before.part(at..);
    let space = rest.find(' ').map_or(0, |space| space + 1);
    body.start as usize + at + space
}

/// Byte offset of the end of a word at most `letters` characters after `place`.
fn word_end(document: &Document, body: Span, place: usize, letters: usize) -> usize {
    let after = document.slice(Span { start: place as u32, end: body.end });
    let Some((at, _)) = after.char_indices().nth(letters) else { return body.end as usize };
    let head = after.part(..at);
    place + head.rfind(' ').unwrap_or(at)
}

/// A hit in the JSON output.
#[derive(Serialize)]
struct JsonHit<'f> {
    file: String,
    symbol: Option<&'f str>,
    anchor: String,
    kind: Kind,
    number: Option<String>,
    score: f32,
    text: String,
}

/// The score in JSON of the first hit of an address; each further one scores one less. Ranking of words score far lower.
const ADDRESS_SCORE: f32 = 1_000_000.0;

fn json_list(found: &[DocumentHit], out: &mut Out) -> io::Result<()> {
    // An address either matches or not, so its hits differ only in their order, and they rank above those of words.
    let mut next_address = ADDRESS_SCORE;
    out.write_all(b"[")?;
    for (index, DocumentHit { hit, document, source }) in found.iter().enumerate() {
        out.write_all(if index == 0 { b"\n " } else { b",\n " })?;
        let mut score = hit.score;
        if score >= ADDRESS_SCORE {
            score = next_address;
            next_address -= 1.0;
        }
        let listed = JsonHit {
            file: source.typed(),
            symbol: document.symbol(),
            anchor: document.anchor(hit.node).0,
            kind: document.node(hit.node).kind,
            number: naming::number(document, hit.node),
            score,
            text: document.own_text(hit.node),
        };
        json::write_value(&listed, out)?;
    }
    out.write_all(if found.is_empty() { b"]\n" } else { b"\n]\n" })
}
