//! Strings on a grid of terminal cells: their width, line wrapping, case and accent folding for search, and the display
//! order and the joined letters of right-to-left rows.
//!
//! Nothing here knows about resolutions, panes or the terminal. Most answers are numbers or byte ranges into the
//! caller's string, so that callers keep one copy of the text.

pub mod bidi;
pub(crate) mod chars;
pub(crate) mod charset;
pub(crate) mod cursor;
pub(crate) mod escape;
pub(crate) mod fold;
pub(crate) mod grapheme;
pub(crate) mod hash;
pub(crate) mod measure;
pub(crate) mod part;
pub(crate) mod shape;
pub(crate) mod vocabulary;
pub(crate) mod width;
pub(crate) mod wrap;

pub(crate) use bidi::is_rtl;
pub(crate) use charset::Charset;
pub(crate) use fold::{fold_letters, fold_str};
pub(crate) use part::Part;
pub(crate) use width::{clean, ellipsize, width};
pub(crate) use wrap::{longest, wrap};
