//! Reads the documents of word processors. Each format has a folder that reads its markup or bytes; what the formats
//! share is here.
//!
//! [`flow`] makes blocks of runs and paragraphs, [`numbering`] counts automatic numbers as word processors do,
//! [`heads`] holds page headers and footers, [`tables`] tells data tables from tables that only lay out a page, and
//! [`names`] knows the names of styles.

pub(crate) mod doc;
pub(crate) mod docx;
mod flow;
mod heads;
mod names;
mod numbering;
mod numerals;
pub(crate) mod odt;
pub(crate) mod rtf;
#[cfg(test)]
mod shown;
mod tables;

/// The part of the document that is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Body,
    /// A page header or footer, in which each table cell is read as a line.
    Head,
    Note,
}
