//! The model of a parsed document: one text, an arena of nodes in preorder, and what is known about them.
//!
//! This module does no input or output and knows nothing of the screen. A [`Document`] is made once, by a
//! [`Builder`], and never changes; share it in an `Arc`. Everything in it points into one `String` by byte ranges
//! ([`Span`]).

pub(crate) mod anchor;
pub(crate) mod build;
pub(crate) mod citation;
pub(crate) mod clause;
pub mod details;
#[cfg(test)]
pub(crate) mod dump;
pub mod finding;
pub mod json;
pub(crate) mod masthead;
pub mod naming;
pub(crate) mod part;
pub(crate) mod reference;
pub(crate) mod request;
pub(crate) mod rows;
pub(crate) mod symbol;
pub(crate) mod table;
pub(crate) mod tree;

// For users of the library; within it, the language is that of `lang`.
pub use crate::lang::Language;
pub use anchor::Anchor;
pub(crate) use build::Builder;
pub use clause::{Action, Addressees, Kind};
pub use details::Details;
pub use finding::{Diagnostic, Finding, MarkupFault, Reason};
pub use masthead::Masthead;
pub use part::Part;
pub use reference::{Reference, Target};
pub use request::{Deadline, Request, What};
pub use symbol::{Organ, Symbol};
pub use table::{Align, Cell, Table};
pub use tree::{Document, Node, NodeId, NoteMark, SetAside, Span};
