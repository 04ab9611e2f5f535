//! `plenary library`: remembers folders, and keeps an index of what is in them.

use super::out::{self, Out};
use super::rows::{self, RowFormat};
use super::{Common, Failure, Status, restrict, shelf};
use crate::library::door::whole;
use crate::library::index::{self, Home, Known, Progress, Report, update};
use crate::library::{Door, LoadError, shown};
use crate::text::clean;
use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;
use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const EXAMPLES: &str = "\
Examples:
  plenary library add ~/resolutions session79.zip   index folders and archives, and remember them
  plenary library update                            read what is new or has changed
  plenary 78/123                                    open a document of the library by its number
  plenary search 'report climate organ:sc'          find paragraphs in all documents of it

The index can be deleted at any time; `plenary library rebuild` makes it again.";

/// Keep an index of folders and archives: documents open by number, paragraphs are found by words
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Library {
    #[command(subcommand)]
    deed: Option<Deed>,
    /// How the status, and what check lists, are written
    #[arg(long, value_name = "FORMAT", default_value = "text", global = true)]
    format: RowFormat,
}

/// The status, in the JSON output.
#[derive(Serialize)]
struct JsonStatus {
    documents: usize,
    paragraphs: u64,
    /// Documents that are known by their names only.
    unread: usize,
    /// Documents that could not be read.
    refused: usize,
    index: String,
    folders: Vec<JsonFolder>,
}

#[derive(Serialize)]
struct JsonFolder {
    folder: String,
    documents: usize,
}

/// A document that could not be read or has several symbols, in the JSON output.
#[derive(Serialize)]
struct JsonRemark {
    file: String,
    reason: String,
}

#[derive(Debug, Subcommand)]
enum Deed {
    /// Remember folders, files and zip archives, and index them
    Add {
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
    },
    /// Index what is new or has changed, and take out what is gone
    Update,
    /// Forget folders, files and archives, and take them out of the index
    Remove {
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
    },
    /// List what could not be read, with the reason
    Check,
    /// Make the whole index again
    Rebuild,
    /// Write where the index and the list of folders lie
    Path,
}

impl Library {
    /// Whether it changes the library.
    pub(super) fn writes(&self) -> bool {
        !matches!(self.deed, None | Some(Deed::Check | Deed::Path))
    }
}

pub(super) fn run(library: &Library, common: &Common, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    let home = shelf::home(common, door)?;
    match &library.deed {
        None => status(&home, library.format, door, out),
        Some(Deed::Path) => {
            writeln!(out, "{}\n{}", shown(home.site.folder()), shown(home.list()))?;
            Ok(Status::Found)
        }
        Some(Deed::Check) => check(&home, library.format, door, out),
        Some(Deed::Add { paths }) => {
            home.want(|wanted| {
                for path in paths {
                    door.about(path).map_err(|cause| LoadError::Unreadable { path: path.clone(), cause })?;
                    let whole = whole(path);
                    if !wanted.folders.iter().any(|known| whole.starts_with(known)) {
                        wanted.folders.retain(|known| !known.starts_with(&whole));
                        wanted.folders.push(whole);
                    }
                }
                Ok::<(), Failure>(())
            })?;
            bring_up_to_date(&home, common, door, false, out)
        }
        Some(Deed::Remove { paths }) => {
            home.want(|wanted| {
                for path in paths {
                    // One that is gone is removed by its name.
                    let whole = std::path::absolute(whole(path)).unwrap_or_else(|_| path.clone());
                    let before = wanted.folders.len();
                    wanted.folders.retain(|known| *known != whole);
                    if wanted.folders.len() == before {
                        return Err(Failure::NotHeld(shown(path)));
                    }
                }
                Ok(())
            })?;
            bring_up_to_date(&home, common, door, false, out)
        }
        Some(Deed::Update) => bring_up_to_date(&home, common, door, false, out),
        Some(Deed::Rebuild) => bring_up_to_date(&home, common, door, true, out),
    }
}

fn bring_up_to_date(
    home: &Home,
    common: &Common,
    door: &Door,
    anew: bool,
    out: &mut Out,
) -> Result<Status, Failure> {
    let wanted = home.wanted()?;
    let options = common.read_options([], door);
    let mut line = Line::new(&restrict::environment(door.is_restricted()));
    let report =
        update(&home.site, &wanted.folders, &options, anew, &|| true, &mut |progress| line.show(progress));
    line.clear();
    let Report { read, removed, held, refused, unlisted, cut, .. } = report?;
    for path in &unlisted {
        out::complain(&format!(
            "{}: it cannot be listed, so its documents stay in the library as they were",
            shown(path)
        ));
    }
    for (archive, more) in &cut {
        out::complain(&format!(
            "{}: it has more documents than are listed of one archive, and {more} of them are not in the library; unpack it into a folder",
            shown(archive)
        ));
    }
    write!(out, "{} in the library", documents(held))?;
    for (count, what) in
        [(read - refused.len(), "read now"), (removed, "taken out"), (refused.len(), "not readable")]
    {
        if count > 0 {
            write!(out, ", {count} {what}")?;
        }
    }
    writeln!(out, "{}", if refused.is_empty() { "" } else { "; `plenary library check` says why" })?;
    Ok(if unlisted.is_empty() && cut.is_empty() { Status::Found } else { Status::Failed })
}

fn documents(count: usize) -> String {
    if count == 1 { "1 document".to_owned() } else { format!("{count} documents") }
}

fn status(home: &Home, format: RowFormat, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    let known = home.site.known()?;
    let shelf = index::Library::open(&home.site)?;
    let wanted = home.wanted()?;
    let Known { files, .. } = &known;
    // A restricted session is told of no path outside its fence.
    let folders = wanted.folders.iter().filter(|folder| shelf::is_shown(folder, door));
    let folders = folders.map(|folder| JsonFolder {
        folder: shown(folder),
        documents: files.keys().filter(|origin| Path::new(&origin.path).starts_with(folder)).count(),
    });
    let told = JsonStatus {
        documents: known.held(),
        paragraphs: shelf.paragraphs(),
        unread: files.values().filter(|entry| entry.unread).count(),
        refused: files.values().filter(|entry| entry.refused.is_some()).count(),
        index: shown(home.site.folder()),
        folders: folders.collect(),
    };
    match format {
        RowFormat::Json => rows::json(&told, out)?,
        RowFormat::Csv => rows::table(
            ["folder", "documents"],
            told.folders.into_iter().map(|JsonFolder { folder, documents }| [folder, documents.to_string()]),
            out,
        )?,
        RowFormat::Text => {
            writeln!(out, "{}, {} paragraphs", documents(told.documents), told.paragraphs)?;
            for (count, what) in [
                (told.unread, "known by their names only: `plenary library update` reads them"),
                (told.refused, "not readable: `plenary library check` says why"),
            ] {
                if count > 0 {
                    writeln!(out, "{count} {what}")?;
                }
            }
            for told in &told.folders {
                writeln!(out, "{}: {}", told.folder, documents(told.documents))?;
            }
        }
    }
    Ok(Status::Found)
}

/// Lists what could not be read, and documents whose words and markup give them different symbols; reads the whole index.
fn check(home: &Home, format: RowFormat, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    home.site.verify()?;
    let known = home.site.known()?;
    let here = known.files.iter().filter(|(origin, _)| shelf::is_shown(Path::new(&origin.path), door));
    let refused = here.filter_map(|(origin, entry)| {
        let reason = clean(entry.refused.as_deref()?).into_owned();
        Some(JsonRemark { file: origin.source().typed(), reason })
    });
    let disputed = index::Library::open(&home.site)?.disputed()?;
    let disputed = disputed.iter().filter_map(|found| {
        let claims: Vec<_> = found.card.claims.iter().map(|claim| clean(claim)).collect();
        let reason = format!("its words and its markup disagree; it is found as {}", claims.join(" and as "));
        Some(JsonRemark { file: shelf::file(found, door)?, reason })
    });
    let remarks: Vec<JsonRemark> = refused.chain(disputed).collect();
    let status = if remarks.is_empty() { Status::Nothing } else { Status::Found };
    match format {
        RowFormat::Json => rows::json(&remarks, out)?,
        RowFormat::Csv => rows::table(
            ["file", "reason"],
            remarks.into_iter().map(|JsonRemark { file, reason }| [file, reason]),
            out,
        )?,
        RowFormat::Text => {
            for JsonRemark { file, reason } in &remarks {
                // The reason names the file where it is known to whoever gave it.
                let named = if reason.starts_with(file) { String::new() } else { format!("{file}: ") };
                writeln!(out, "{named}{reason}")?;
            }
        }
    }
    Ok(status)
}

/// The line on standard error that says how far it is, where that is a terminal that can take a line back.
struct Line {
    begun: Instant,
    able: bool,
    bar: Option<ProgressBar>,
}

/// A build that is over by then says nothing on the way.
const SHORT: Duration = Duration::from_millis(300);

impl Line {
    fn new(env: &dyn Fn(&str) -> Option<String>) -> Self {
        let dumb = env("TERM").is_none_or(|term| term.is_empty() || term == "dumb");
        Self { begun: Instant::now(), able: std::io::stderr().is_terminal() && !dumb, bar: None }
    }

    fn show(&mut self, Progress { read, of, .. }: Progress) {
        if !self.able || self.begun.elapsed() < SHORT {
            return;
        }
        let bar = self.bar.get_or_insert_with(|| {
            let bar = ProgressBar::with_draw_target(Some(of as u64), ProgressDrawTarget::stderr_with_hz(5));
            // How long the first took counts as well.
            bar.with_style(style("reading {pos} of {len} documents [{bar:20}] about {eta} left"))
                .with_elapsed(self.begun.elapsed())
        });
        if read == of {
            bar.set_style(style("writing the index of {len} documents"));
        }
        bar.set_position(read as u64);
    }

    fn clear(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn style(template: &str) -> ProgressStyle {
    let style = ProgressStyle::with_template(template);
    style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("#>-")
}
