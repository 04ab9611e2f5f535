//! Reads Rich Text Format (.rtf) into paragraphs, rows, footnotes and the lines of the masthead.
//!
//! It is a small reader: control words, groups up to a depth, and characters by code page or by number. Unknown
//! control words and destinations are skipped, as the specification asks. Automatic numbers are stored in the file as
//! text.

mod pages;
mod reader;
mod tokens;

use super::flow::Flow;
use crate::document::Finding;
use crate::formats::{Content, ReadError};
use reader::Reader;

/// Reads a document from the bytes of its file.
pub(crate) fn read(bytes: &[u8]) -> Result<Content, ReadError> {
    let mut reader = Reader::new(bytes, Flow::new(bytes.len()));
    reader.all();
    if reader.open > 0 {
        reader.flow.diagnose(Finding::EndMissing);
    }
    if reader.flow.is_blank() {
        return Err(ReadError::Blank);
    }
    Ok(reader.flow.finish())
}

#[cfg(test)]
mod tests;
