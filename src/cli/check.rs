//! `plenary check`: reports how well a document was understood, and which of its text is in no paragraph.

use super::out::{self, Out, Style};
use super::{Common, Failure, Status};
use crate::app::details;
use crate::document::{Document, Kind};
use crate::library::scan::gather_each;
use crate::library::{Door, open_each};
use crate::text::{clean, ellipsize};
use clap::Args;
use std::ffi::OsString;
use std::io::{self, Write};

const EXAMPLES: &str = "\
Each remark is a line: FILE:LINE: what it is. Exit status 1 says that one of the files is no resolution.

Examples:
  plenary check A_RES_65_218.fr.txt
  plenary check resolutions/ | grep 'number'";

/// Tell what was not understood, and what was set aside as page furniture
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Check {
    /// Documents and folders; - is standard input
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<OsString>,
}

pub(super) fn run(check: &Check, common: &Common, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    let mut status = Status::Found;
    let mut items = Vec::new();
    for listing in gather_each(&check.files, door) {
        match listing {
            Ok(listing) => items.extend(listing.items),
            Err(error) => {
                out::complain(&error);
                status = Status::Failed;
            }
        }
    }
    for item in &items {
        out::announce(&item.source);
    }
    let options = common.options_for(&items, door);
    let untried = open_each(&items, &options, &mut |item, opened| {
        match opened {
            Ok(document) => {
                report(&item.source.typed(), &document, out)?;
                if document.diagnostics().iter().any(|remark| remark.code() == "not-a-resolution") {
                    status = status.max(Status::Nothing);
                }
            }
            Err(error) => {
                out.flush()?;
                out::complain(&error);
                status = Status::Failed;
            }
        }
        Ok::<_, Failure>(())
    })?;
    Ok(out::given_up(untried, status, &options.workers))
}

fn report(name: &str, document: &Document, out: &mut Out) -> io::Result<()> {
    let symbol = document.symbol().map_or("no symbol".into(), clean);
    let language = document.language().map_or("language unknown", |language| language.code());
    let clauses = details::counted(document).map(|(kind, count)| {
        let (one, many) = match kind {
            Kind::Preambular => ("preambular", "preambular"),
            Kind::Operative => ("operative", "operative"),
            Kind::Subparagraph => ("sub-paragraph", "sub-paragraphs"),
            Kind::Annex => ("annex", "annexes"),
            Kind::Table => ("table", "tables"),
            Kind::Note => ("note", "notes"),
            _ => ("other paragraph", "other paragraphs"),
        };
        (count, one, many)
    });
    let references = (document.references().len(), "reference", "references");
    let parts: Vec<String> = clauses
        .chain((references.0 > 0).then_some(references))
        .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
        .collect();
    out.styled_text(Style::Bold, name)?;
    writeln!(
        out,
        ": {symbol}, {language}, {}",
        if parts.is_empty() { "nothing".into() } else { parts.join(", ") }
    )?;
    for remark in document.diagnostics() {
        writeln!(out, "{name}:{}: {} [{}]", remark.line, clean(&remark.message()), remark.code())?;
    }
    for aside in document.set_aside() {
        let words = clean(&aside.text);
        writeln!(
            out,
            "{name}:{}: set aside: {} [{}]",
            aside.line,
            ellipsize(words.trim(), 200),
            aside.reason.code()
        )?;
    }
    Ok(())
}
