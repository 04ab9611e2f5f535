//! Reads Word 97 to 2003 documents (.doc) into paragraphs, rows, footnotes and the lines of the masthead.
//!
//! The file is a compound file. One stream holds the text of all stories (body, notes, headers) in pieces, another
//! the tables that describe it. Of the formatting, only headings, italics, superscripts, table rows and automatic
//! numbers are read. Files of older versions and encrypted files are refused with an error.

mod file;
mod lists;
mod properties;
mod story;
mod styles;

use super::Place;
use super::flow::Flow;
use super::heads::{Heads, RUNNING_HEAD};
use crate::document::{Diagnostic, Finding, Reason};
use crate::formats::{Content, ReadError};
use file::File;
use lists::lists;
use properties::Properties;
use std::io::{Cursor, Read};
use story::Story;
use styles::Styles;

const WHAT: &str = "a Word document (.doc)";

/// Reads a document from the bytes of its file.
pub(crate) fn read(bytes: &[u8]) -> Result<Content, ReadError> {
    let damaged = |place: &str| ReadError::Damaged { what: WHAT, place: place.to_owned() };
    let mut archive = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| damaged("its directory"))?;
    if archive.is_stream("/EncryptedPackage") {
        return Err(ReadError::Locked { what: "a Word document" });
    }
    if !archive.is_stream("/WordDocument") {
        return Err(ReadError::Foreign {
            what: "a file of an Office program without a text of Word",
            advice: "save it as .docx or PDF first",
        });
    }
    let mut stream = |name: &str| -> Option<Vec<u8>> {
        let stream = archive.open_stream(name).ok()?;
        let mut out = Vec::new();
        // A stream cannot be longer than its file. What was read before an error is kept.
        let _ = stream.take(bytes.len() as u64).read_to_end(&mut out);
        Some(out)
    };
    let words = stream("/WordDocument").unwrap_or_default();
    let table = if file::is_first_table(&words) { "/1Table" } else { "/0Table" };
    let file = File::open(words, stream(table).unwrap_or_default())?;
    let styles = Styles::read(&file);
    let properties = Properties::read(&file);
    let mut story = Story::new(Flow::new(bytes.len()), &file, &styles, &properties, lists(&file));

    let pages = file.heads();
    let mut heads = Heads::default();
    if let Some(range) = pages.first_page {
        heads.add(range.clone(), file.text(range), true, RUNNING_HEAD);
    }
    for (range, reason) in pages.others {
        heads.add(range.clone(), file.text(range), false, reason);
    }
    if let Some(range) = heads.first.clone() {
        story.read(range, Place::Head);
    }
    heads.write_symbol(&mut story.flow);
    story.body();
    heads.set_aside(&mut story.flow);
    story.flow.aside(&file.text(file.stories.comments.clone()), Reason::Comment);
    let blank = story.flow.is_blank();
    let mut content = story.flow.finish();
    if blank {
        return Err(if file.broken { damaged("its table of pieces") } else { ReadError::Blank });
    }
    if file.broken {
        content.diagnostics.push(Diagnostic::new(1, Finding::PiecesDamaged));
    }
    Ok(content)
}

#[cfg(test)]
mod tests;
