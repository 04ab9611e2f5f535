//! Documents of word processors: a file a format reads its markup or its bytes; what they share is read once here.
//!
//! [`flow`] makes blocks of runs and paragraphs, [`numbering`] counts lists as the programs do, [`heads`] keeps the heads and
//! feet of pages, [`tables`] tells tables of data from tables that only lay out a page, and [`names`] knows what styles are
//! called.

pub mod doc;
pub mod docx;
mod flow;
mod heads;
mod names;
mod numbering;
mod numerals;
pub mod odt;
pub mod rtf;
mod tables;

/// Which story is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Body,
    /// Every cell is a line.
    Head,
    Note,
}
