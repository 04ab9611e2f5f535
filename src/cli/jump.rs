//! `plenary jump`: lists the paragraphs that match a query, best first, in one or more documents.

use super::out::{Out, Style};
use super::outline::ListFormat;
#[cfg(feature = "library")]
use super::shelf;
use super::{Common, Failure, Status, out};
use crate::document::{Kind, json};
#[cfg(feature = "library")]
use crate::formats::caught::caught;
#[cfg(feature = "library")]
use crate::library::index::worth_reading;
use crate::library::scan::{MOST_FILES, gather_each};
use crate::library::summary::{Answer, Ask, Found, FoundHit};
use crate::library::{Door, Item, LoadError, ReadOptions, Source};
#[cfg(feature = "library")]
use crate::lookup::address;
use crate::text::clean;
use clap::Args;
use serde::Serialize;
use std::ffi::OsString;
use std::io::{self, Write};

/// How many of the documents that the library finds are read at least.
#[cfg(feature = "library")]
const MOST_READ: usize = 100;

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

/// A hit and its document, with its place in the list.
struct DocumentHit {
    hit: FoundHit,
    symbol: Option<String>,
    file: String,
    at: usize,
}

/// The best hits so far. They are never many more than are listed, however many documents have some.
struct Best<'j> {
    jump: &'j Jump,
    hits: Vec<DocumentHit>,
    /// Whether a document lacks the address that was asked for.
    missing: bool,
}

impl Best<'_> {
    fn add(&mut self, at: usize, source: &Source, found: Found) {
        self.missing |= found.missing;
        let Found { symbol, hits, .. } = found;
        let file = source.typed();
        self.hits.extend(hits.into_iter().map(|mut hit| {
            if self.jump.format == ListFormat::Text {
                // Only its excerpt is shown.
                hit.text = String::new();
            }
            DocumentHit { hit, symbol: symbol.clone(), file: file.clone(), at }
        }));
        if self.hits.len() > self.jump.limit.saturating_mul(2) {
            self.settle();
        }
    }

    /// Leaves the best, in their order; equal ones are in that of the documents.
    fn settle(&mut self) {
        self.hits
            .sort_by(|left, right| right.hit.score.total_cmp(&left.hit.score).then(left.at.cmp(&right.at)));
        self.hits.truncate(self.jump.limit);
    }
}

pub(super) fn run(jump: &Jump, common: &Common, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    let several = jump.files.len() > 1;
    let (mut items, mut unreadable) = (Vec::new(), false);
    for listing in gather_each(&jump.files, door) {
        match listing {
            Ok(listing) => {
                if listing.items.len() >= MOST_FILES {
                    out::complain(&format!(
                        "only {} documents of a folder are searched here; `plenary library add FOLDER` and \
                         `plenary search WORDS` search all",
                        listing.items.len()
                    ));
                }
                items.extend(listing.items);
            }
            Err(error) if several => {
                out::complain(&error);
                unreadable = true;
            }
            Err(error) => return Err(error.into()),
        }
    }
    let (Best { hits: found, missing, .. }, failed) = search(jump, common, door, &items)?;
    // In this case the hits are similar to what was asked for, but not what was asked for.
    let mut near = false;
    if let ([item], true) = (items.as_slice(), missing && !found.is_empty()) {
        near = true;
        let name = item.source.typed();
        out::complain(&format!(
            "{name}: there is no {:?} in it; this comes near it or has its words",
            jump.query
        ));
    }
    unreadable |= failed;
    match jump.format {
        ListFormat::Text => {
            for found in &found {
                line(found, several || items.len() > 1, out)?;
            }
        }
        ListFormat::Json => json_list(&found, out)?,
    }
    Ok(match (found.is_empty() || near, unreadable) {
        (_, true) => Status::Failed,
        (true, false) => Status::Nothing,
        (false, false) => Status::Found,
    })
}

/// The best hits of all documents, and whether some could not be read: those that were named, and those that were not even
/// tried. Others that are found in folders are skipped.
fn search<'j>(
    jump: &'j Jump,
    common: &Common,
    door: &Door,
    items: &[Item],
) -> Result<(Best<'j>, bool), Failure> {
    let options = common.options_for(items, door);
    let mut best = Best { jump, hits: Vec::new(), missing: false };
    let unnamed: Vec<(usize, &Item)> =
        items.iter().enumerate().filter(|(_, item)| !item.is_named()).collect();
    let mut unreadable = search_unnamed(&options, &narrowed(jump, common, door, unnamed), &mut best);
    for (at, item) in items.iter().enumerate().filter(|(_, item)| item.is_named()) {
        out::announce(&item.source);
        match item.source.open(&options) {
            Ok(document) => best.add(at, &item.source, Found::of(&document, &jump.query, jump.limit)),
            Err(error) if jump.files.len() > 1 => {
                out::complain(&error);
                unreadable = true;
            }
            Err(error) => return Err(error.into()),
        }
    }
    best.settle();
    Ok((best, unreadable))
}

/// Of the documents of folders, those that are to be read: where the library has most of them, it says which.
#[cfg(feature = "library")]
fn narrowed<'i>(
    jump: &Jump,
    common: &Common,
    door: &Door,
    items: Vec<(usize, &'i Item)>,
) -> Vec<(usize, &'i Item)> {
    // Every document has a paragraph 7.
    if address::parse(&jump.query).is_some() || (door.is_restricted() && common.library().is_none()) {
        return items;
    }
    let Ok(home) = shelf::home(common, door) else { return items };
    let sources: Vec<Source> = items.iter().map(|(_, item)| item.source.clone()).collect();
    let most = MOST_READ.max(jump.limit.saturating_mul(8));
    // A library that cannot be read is of no use here, and whoever asks it is told.
    // Whatever is wrong with the library, the documents can be read without it.
    let chosen = caught(|| worth_reading(&home.site, &sources, &jump.query, most));
    let Some(Ok(Some(chosen))) = chosen else { return items };
    chosen.into_iter().filter_map(|at| items.get(at).copied()).collect()
}

#[cfg(not(feature = "library"))]
fn narrowed<'i>(_: &Jump, _: &Common, _: &Door, items: Vec<(usize, &'i Item)>) -> Vec<(usize, &'i Item)> {
    items
}

/// Adds what is found in the documents of folders. They were not named, so they are read by workers. Whether some were not
/// even tried.
fn search_unnamed(options: &ReadOptions, found: &[(usize, &Item)], best: &mut Best) -> bool {
    let sources: Vec<Source> = found.iter().map(|(_, item)| item.source.clone()).collect();
    let ask = Ask::Search { query: best.jump.query.clone(), limit: best.jump.limit };
    let mut untried = sources.len();
    options.workers.ask_each(&sources, &ask, options, &|| true, &mut |at, answer| {
        untried = untried.saturating_sub(1);
        let Some((place, item)) = found.get(at) else { return };
        match answer {
            Ok(Answer::Found(found)) => best.add(*place, &item.source, found),
            Ok(_) => {}
            Err(trouble) => out::complain(&LoadError::Trouble { name: item.source.typed(), trouble }),
        }
    });
    out::given_up(untried, Status::Found, &options.workers) == Status::Failed
}

/// Writes a hit as `FILE:ANCHOR: words around the match`.
fn line(found: &DocumentHit, named: bool, out: &mut Out) -> io::Result<()> {
    let DocumentHit { hit, file, .. } = found;
    if named {
        write!(out, "{file}:")?;
    }
    // What a worker answers is as little trusted as the document.
    out.styled_text(Style::Faint, &clean(&hit.anchor))?;
    out.write_all(b": ")?;
    let label = clean(&hit.label);
    write!(out, "{label}{}", if label.is_empty() { "" } else { " " })?;
    if hit.cut.0 {
        out.write_all("… ".as_bytes())?;
    }
    for (words, found) in &hit.excerpt {
        out.styled_text(if *found { Style::Bold } else { Style::Plain }, &clean(words))?;
    }
    writeln!(out, "{}", if hit.cut.1 { " …" } else { "" })
}

/// A hit in the JSON output.
#[derive(Serialize)]
struct JsonHit<'f> {
    file: &'f str,
    symbol: Option<&'f str>,
    anchor: &'f str,
    kind: Kind,
    number: Option<&'f str>,
    score: f32,
    text: &'f str,
}

/// The score in JSON of the first hit of an address; each further one scores one less. Ranking of words score far lower.
const ADDRESS_SCORE: f32 = 1_000_000.0;

fn json_list(found: &[DocumentHit], out: &mut Out) -> io::Result<()> {
    // An address either matches or not, so its hits differ only in their order, and they rank above those of words.
    let mut next_address = ADDRESS_SCORE;
    out.write_all(b"[")?;
    for (index, DocumentHit { hit, symbol, file, .. }) in found.iter().enumerate() {
        out.write_all(if index == 0 { b"\n " } else { b",\n " })?;
        let mut score = hit.score;
        if score >= ADDRESS_SCORE {
            score = next_address;
            next_address -= 1.0;
        }
        let listed = JsonHit {
            file,
            symbol: symbol.as_deref(),
            anchor: &hit.anchor,
            kind: hit.kind,
            number: hit.number.as_deref(),
            score,
            text: &hit.text,
        };
        json::write_value(&listed, out)?;
    }
    out.write_all(if found.is_empty() { b"]\n" } else { b"\n]\n" })
}
