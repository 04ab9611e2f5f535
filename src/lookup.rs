//! Finds places in a document: by address, by words, and by text as typed.
//!
//! [`address`] reads what people say aloud ("op 7 b)"), [`jump`] ranks paragraphs for words typed from memory, and
//! [`find`] marks every place where a text occurs. This module draws nothing, does not block and keeps no state
//! between calls.

pub mod address;
mod asked;
pub mod find;
pub(crate) mod jump;
pub(crate) mod sieve;
#[cfg(feature = "library")]
mod states;

#[cfg(feature = "library")]
pub(crate) use asked::action_named;
pub(crate) use asked::{addressee_named, body_named};
pub(crate) use jump::{Hit, Index};
#[cfg(feature = "library")]
pub(crate) use states::{state_key, state_named, states_like};
