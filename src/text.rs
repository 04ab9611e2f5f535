//! Strings on a grid of terminal cells: their width, line wrapping, case and accent folding for search, and the display
//! order of right-to-left rows.
//!
//! Nothing here knows about resolutions, panes or the terminal. Most answers are numbers or byte ranges into the
//! caller's string, so that callers keep one copy of the text.

pub mod bidi;
pub(crate) mod chars;
pub(crate) mod charset;
pub(crate) mod cursor;
pub(crate) mod escape;
pub mod fold;
pub(crate) mod grapheme;
pub(crate) mod hash;
pub(crate) mod part;
pub(crate) mod vocabulary;
pub mod width;
pub mod wrap;

pub use bidi::is_rtl;
pub use charset::Charset;
pub use fold::{Folded, fold, fold_str, words};
pub(crate) use part::Part;
pub use width::{clean, ellipsize, grapheme_width, truncate, width};
pub use wrap::{Rows, longest, rows, wrap};
