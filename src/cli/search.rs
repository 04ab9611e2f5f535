//! `plenary search`: finds paragraphs in the library.

use super::out::Out;
use super::{Common, Failure, Status};
use crate::library::index::{Query, Shelf, Site};
use crate::library::{Door, xdg};
use clap::Args;
use std::io::Write as _;
use std::path::PathBuf;

/// Find paragraphs in the library by their words
#[derive(Debug, Args)]
pub(super) struct Search {
    words: Vec<String>,
    #[arg(long, value_name = "FOLDER")]
    index: Option<PathBuf>,
    #[arg(long, default_value_t = 20)]
    limit: usize,
    #[arg(long)]
    each: bool,
}

pub(super) fn run(search: &Search, common: &Common, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    let env = |name: &str| std::env::var(name).ok();
    let folder = search.index.clone().or_else(|| xdg(&env, "XDG_CACHE_HOME", ".cache").map(|cache| cache.join("library")));
    let site = Site::new(&folder.unwrap_or_default(), door);
    let shelf = Shelf::open(&site).map_err(Failure::Library)?;
    let query = Query { words: search.words.join(" "), language: common.language, limit: search.limit, ..Query::default() };
    if search.each {
        // id, language, query a line on standard input
        for line in std::io::stdin().lines() {
            let line = line?;
            let parts: Vec<&str> = line.split('\t').collect();
            let begun = std::time::Instant::now();
            let hits = shelf.search(&Query { words: parts[3].to_owned(), language: parts[1].parse().ok(), limit: 10, ..Query::default() }).map_err(Failure::Library)?;
            eprintln!("{}", begun.elapsed().as_micros());
            for (at, hit) in hits.iter().enumerate() {
                let own = (hit.symbol.clone(), hit.paragraph.anchor.clone());
                for (symbol, anchor) in std::iter::once(&own).chain(&hit.same) {
                    writeln!(out, "{}\t{}\t{}\t{}", parts[0], at + 1, symbol.as_deref().unwrap_or_default(), anchor)?;
                }
            }
        }
        return Ok(Status::Found);
    }
    let begun = std::time::Instant::now();
    let hits = shelf.search(&query).map_err(Failure::Library)?;
    for hit in &hits {
        writeln!(out, "{:8.2} {} {} {} = {}", hit.score, hit.symbol.as_deref().unwrap_or_default(), hit.paragraph.anchor, hit.paragraph.text.chars().take(100).collect::<String>(), hit.same.len())?;
    }
    writeln!(out, "{} {:?}", shelf.size(), begun.elapsed())?;
    Ok(Status::Found)
}
