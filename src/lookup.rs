//! Going to a paragraph by address or by words, and finding text as typed.
//!
//! [`address`] reads what people say aloud ("op 7 b)"), [`jump`] ranks paragraphs for words typed from memory,
//! [`find`] marks each place where some text stands. Nothing here draws, waits or keeps state.

pub mod address;
pub mod find;
pub mod jump;

pub use address::Address;
pub use jump::{Hit, Hits, Index};
