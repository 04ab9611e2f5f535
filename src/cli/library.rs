//! `plenary library`: remembers folders and keeps an index of what is in them.

use super::out::Out;
use super::{Common, Failure, Status};
use crate::library::index::{self, Progress, Site};
use crate::library::{Door, shown, xdg};
use clap::{Args, Subcommand};
use std::io::Write as _;
use std::path::PathBuf;

/// Keep an index of folders and archives, so that documents open by number and paragraphs are found by their words
#[derive(Debug, Args)]
pub(super) struct Library {
    /// Where the index lies, instead of the cache folder
    #[arg(long, value_name = "FOLDER", global = true)]
    index: Option<PathBuf>,
    #[command(subcommand)]
    deed: Option<Deed>,
}

#[derive(Debug, Subcommand)]
enum Deed {
    /// Remember folders, files and zip archives, and index what is in them
    Add { paths: Vec<PathBuf> },
    /// Index what is new or has changed
    Update,
}

pub(super) fn run(library: &Library, common: &Common, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    let env = |name: &str| std::env::var(name).ok();
    let folder = library.index.clone().or_else(|| xdg(&env, "XDG_CACHE_HOME", ".cache").map(|cache| cache.join("library")));
    let site = Site::new(&folder.unwrap_or_default(), door);
    let options = common.read_options([], door);
    match &library.deed {
        Some(Deed::Add { paths }) => {
            let paths: Vec<PathBuf> = paths.iter().map(|path| path.canonicalize().unwrap_or_else(|_| path.clone())).collect();
            let begun = std::time::Instant::now();
            let report = index::update(&site, &paths, &options, false, &|| true, &mut |Progress { read, of, published }| {
                if published { eprintln!("{read} of {of} at {:?}", begun.elapsed()); }
            }).map_err(Failure::Library)?;
            writeln!(out, "{} read, {} kept, {} removed, {} refused, {:?}", report.read, report.kept, report.removed, report.refused.len(), begun.elapsed())?;
            for (origin, reason) in report.refused.iter().take(20) { writeln!(out, "{}: {reason}", origin.path)?; }
        }
        _ => writeln!(out, "{}", shown(site.folder()))?,
    }
    Ok(Status::Found)
}
