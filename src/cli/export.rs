//! `plenary export`: writes documents in other formats to standard output, a file, or a folder.

mod target;

use super::out::{self, Out};
use super::{Common, Failure, Status, place};
use crate::document::{Document, NodeId, Part};
use crate::export::{self, Format};
use crate::library::scan::gather_each;
use crate::library::{Door, Item, Opened, ReadOptions, open_each};
use clap::Args;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;
use target::{Folder, Target};

const EXAMPLES: &str = "\
Examples:
  plenary export A_RES_65_218.pdf --to markdown           on standard output
  plenary export A_RES_65_218.pdf -o A_RES_65_218.html    the ending tells the format
  plenary export resolution.docx --to text --at 7         one paragraph and the notes that it cites
  plenary export resolutions/ --to html -o pages/         a page for each document of a folder
  plenary export *.pdf --to csv -o clauses.csv            one table of all

akn, markdown, html and text can be opened again, and give the same paragraphs. In csv a cell that
a spreadsheet would compute (it begins with = + - or @) has an apostrophe before it; a file of it
begins with a byte order mark, which spreadsheets need for accents.

A file that is there already is replaced, and is whole at any moment. A named pipe is written to as
it stands, and waited for until somebody reads it, as cp does; one in the folder that is written to is an error.";

/// Write documents for other programs: as a web page, Markdown, text, JSON, a table or Akoma Ntoso
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Export {
    /// Documents and folders; - is standard input, and FILE#op7 is a place in a document
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<OsString>,
    /// What is written [default: what the ending of OUT means]
    #[arg(long, value_name = "FORMAT")]
    pub(super) to: Option<Format>,
    /// The file that is written, or, with / at its end, the folder for one file each [default: standard output]
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: Option<PathBuf>,
    /// Only this place, with what is below it and the notes it cites: 7, "7 (b)", pp3, "annex I, 4"
    #[arg(long, value_name = "ADDRESS")]
    pub(super) at: Option<String>,
}

/// Why an export is refused.
#[derive(Debug, thiserror::Error)]
pub(super) enum Refused {
    #[error("what is to be written? Say --to akn, markdown, html, text, json or csv")]
    NoFormat,
    #[error("{0}: that is the document itself; write to another file")]
    Itself(String),
    #[error("Akoma Ntoso is written of whole documents; leave {0:?} out, or take another format")]
    WholeOnly(String),
    #[error("{0} documents do not go into one; give a folder with / at its end: -o pages/")]
    Several(usize),
    #[error("{path}: it cannot be written ({})", crate::library::not_written(.cause))]
    Write { path: String, cause: io::Error },
}

pub(super) fn run(export: &Export, common: &Common, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    let target = Target::of(export.output.as_deref(), door);
    let named = target.ending().and_then(|ending| Format::of_ending(&ending));
    let format = export.to.or(named).ok_or(Refused::NoFormat)?;
    let mut status = Status::Found;
    let mut items = Vec::new();
    for listing in gather_each(&export.files, door) {
        match listing {
            Ok(listing) => {
                items.extend(listing.items);
            }
            Err(error) if export.files.len() > 1 => {
                out::complain(&error);
                status = Status::Failed;
            }
            Err(error) => return Err(error.into()),
        }
    }
    let options = &common.options_for(&items, door);
    for item in &items {
        out::announce(&item.source);
    }
    let job = Job { export, options, format, alone: items.len() == 1 };
    match target {
        Target::Folder(folder) => job.each(&items, folder, status),
        _ if items.len() > 1 && format != Format::Csv => Err(Refused::Several(items.len()).into()),
        Target::Stdout => job.together(&items, status, out),
        Target::File(path) => {
            if let Some(item) = items.iter().find(|item| target::is_same(&item.source, &path)) {
                return Err(Refused::Itself(item.source.typed()).into());
            }
            // The file is not touched until its document has been read.
            let mut written = Vec::new();
            if format == Format::Csv {
                written.extend_from_slice("\u{feff}".as_bytes());
            }
            let status = job.together(&items, status, &mut written)?;
            target::write(&path, &written, door)?;
            Ok(status)
        }
    }
}

/// The options that apply to every document.
struct Job<'e> {
    export: &'e Export,
    options: &'e ReadOptions,
    format: Format,
    /// Whether there is only one document. Then an error ends the command.
    alone: bool,
}

impl Job<'_> {
    /// Writes all documents to one output; a CSV table has its header row once.
    fn together(&self, items: &[Item], mut status: Status, out: &mut dyn Write) -> Result<Status, Failure> {
        if self.format == Format::Csv {
            export::csv::head(out)?;
        }
        let untried = open_each(items, self.options, &mut |item, opened| {
            let Some((document, part)) = self.part_of(item, opened, &mut status)? else { return Ok(()) };
            let name = item.source.typed();
            if self.format == Format::Csv {
                export::csv::rows(&document, &part, &name, out)?;
            } else {
                export::write(&document, &part, self.format, &name, out)?;
            }
            Ok::<_, Failure>(())
        })?;
        Ok(out::given_up(untried, status, &self.options.workers))
    }

    /// Writes each document to a file of its own.
    fn each(&self, items: &[Item], mut folder: Folder, mut status: Status) -> Result<Status, Failure> {
        let untried = open_each(items, self.options, &mut |item, opened| {
            let Some((document, part)) = self.part_of(item, opened, &mut status)? else { return Ok(()) };
            let path = folder.place(&item.source, item.within.as_deref(), self.format.ending());
            if items.iter().any(|item| target::is_same(&item.source, &path)) {
                return Err(Refused::Itself(crate::library::shown(&path)).into());
            }
            let mut written = Vec::new();
            if self.format == Format::Csv {
                written.extend_from_slice("\u{feff}".as_bytes());
            }
            export::write(&document, &part, self.format, &item.source.typed(), &mut written)?;
            target::make_folder(&path, &self.options.door)?;
            target::write_found(&path, &written, &self.options.door)?;
            Ok::<_, Failure>(())
        })?;
        Ok(out::given_up(untried, status, &self.options.workers))
    }

    /// A document that was read, and the part of it to export. If there are several documents, an error is written to
    /// standard error, and the result is `None`.
    fn part_of(
        &self,
        item: &Item,
        opened: Opened,
        status: &mut Status,
    ) -> Result<Option<(Arc<Document>, Part)>, Failure> {
        let document = opened.map_err(Failure::from);
        match document.and_then(|document| self.part(item, &document).map(|part| (document, part))) {
            Ok(found) => Ok(Some(found)),
            Err(failure) if self.alone => Err(failure),
            Err(failure) => {
                out::complain(&failure);
                let missing = matches!(failure, Failure::NoPlace { .. });
                *status = (*status).max(if missing { Status::Nothing } else { Status::Failed });
                Ok(None)
            }
        }
    }

    fn part(&self, item: &Item, document: &Document) -> Result<Part, Failure> {
        let Some(typed) = self.export.at.as_deref().or(item.at.as_deref()) else {
            return Ok(Part::whole(document));
        };
        if self.format == Format::Akn {
            return Err(Refused::WholeOnly(typed.to_owned()).into());
        }
        place(document, typed, NodeId::ROOT, &item.source.typed()).map(|id| Part::of(document, id))
    }
}
