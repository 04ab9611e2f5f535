//! From an address as it was typed to the one node that is meant.

use crate::document::{Anchor, Document, NodeId};
use crate::lookup::address;

/// The node of an anchor or an address; `from` is the node being read. Nothing that only begins like what was typed.
pub(super) fn place(document: &Document, typed: &str, from: NodeId) -> Option<NodeId> {
    let exact = document.resolve(&Anchor(typed.trim().to_owned()));
    exact.filter(|_| typed.trim().parse::<u32>().is_err()).or_else(|| {
        let mut address = address::parse(typed)?;
        // The whole address was typed: "1" does not go on to be "12".
        address.partial = false;
        address::resolve(&address, document, from).first().copied()
    })
}
