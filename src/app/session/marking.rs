//! Which clauses are copied: those that were marked in a row, or the current one.

use super::Session;
use crate::document::{Document, Kind, NodeId};
use crate::export::quote::Passage;

impl Session {
    /// The marked clauses up to the current one; the current clause alone where none is marked.
    pub(crate) fn passage(&self) -> Passage {
        let here = named(&self.document, self.current());
        Passage::between(&self.document, self.from.unwrap_or(here), here)
    }

    /// The marked clauses.
    pub(crate) fn selected(&self) -> Option<Passage> {
        self.from.map(|_| self.passage())
    }

    /// The clause where the marking began.
    pub(crate) fn marked_from(&self) -> Option<NodeId> {
        self.from
    }

    /// Begins to mark clauses with this one, or takes the marks away.
    pub(crate) fn select(&mut self, from: Option<NodeId>) {
        self.from = from;
    }
}

/// A container of the parser's own has no name; what is copied begins with the first thing in it.
fn named(document: &Document, id: NodeId) -> NodeId {
    let node = document.node(id);
    match node.kind {
        // The masthead is copied whole, as its lines may be on a card.
        Kind::Masthead => id,
        Kind::MastheadLine => node.parent,
        kind if kind.is_synthetic() => NodeId(id.0 + 1),
        _ => id,
    }
}
