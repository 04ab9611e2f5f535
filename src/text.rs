//! Strings on a grid of cells: how wide they are, where their rows end, how they are folded for search, and in which
//! order a right-to-left row is painted.
//!
//! Nothing here knows of resolutions, of panes or of a terminal; every answer is a number or a byte range into the
//! string that was given, so that callers keep one copy of the text.

pub mod bidi;
pub mod chars;
pub mod charset;
pub(crate) mod cursor;
pub mod fold;
pub mod grapheme;
pub mod width;
pub mod wrap;

pub use bidi::is_rtl;
pub use charset::Charset;
pub use fold::{Folded, fold, fold_str, words};
pub use width::{clean, ellipsize, grapheme_width, truncate, width};
pub use wrap::{Rows, longest, rows, wrap};
