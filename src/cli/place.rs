//! Resolves an address given on the command line to one node, or explains what the document has instead.

use super::Failure;
use crate::document::{Document, NodeId};
use crate::lookup::address;

/// The node that an address means. `name` is the document's name, used in the error.
pub(super) fn place(document: &Document, typed: &str, from: NodeId, name: &str) -> Result<NodeId, Failure> {
    address::meant(typed, document, from).ok_or_else(|| {
        let there = address::what_there_is(address::parse(typed).as_ref(), document);
        let there = if there.is_empty() { String::new() } else { format!(": {there}") };
        Failure::NoPlace { name: name.to_owned(), at: typed.to_owned(), there }
    })
}
