//! Rich text (.rtf) to paragraphs, rows, footnotes and the lines of the masthead.
//!
//! A small reader of our own: control words, groups up to a depth, letters by code page or number. What it does not know
//! it passes over, as the format asks for. Numbers of lists stand in the file as words.

mod pages;
mod reader;
mod tokens;

use super::flow::Flow;
use crate::formats::{Content, ReadError};
use reader::Reader;

/// Reads the bytes of a file.
pub fn read(bytes: &[u8]) -> Result<Content, ReadError> {
    let mut reader = Reader::new(bytes, Flow::new(bytes.len()));
    reader.all();
    if reader.open > 0 {
        let message = "The end of the file is missing; words may be missing.".to_owned();
        reader.flow.diagnose("damaged", message);
    }
    if reader.flow.is_blank() {
        return Err(ReadError::Blank);
    }
    Ok(reader.flow.finish())
}

#[cfg(test)]
mod tests;
