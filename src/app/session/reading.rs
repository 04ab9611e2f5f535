//! Which clause is being read, and how much of the text lies before it.

use super::Session;
use crate::document::{Document, Kind, NodeId};

impl Session {
    /// The row that is being read: a third down, but the first row at the beginning of the document and the
    /// last at its end, so that scrolling makes every clause current at some moment.
    pub(super) fn reading_row(&mut self) -> usize {
        let third = self.height / 3;
        let top = self.top_place();
        let above = self.layout.walked(top, -third.cast_signed()).1;
        let foot = self.shown.last().map_or(top, |shown| shown.place);
        let below = self.layout.walked(foot, 2 * third.cast_signed()).1;
        let last = self.shown.len().saturating_sub(1);
        if self.fits() || above < third {
            above.min(last)
        } else {
            third.max(last.saturating_sub(below)).min(last)
        }
    }
}

/// The clause of a node: itself, or its parent where the node only continues it.
pub(super) fn clause_of(document: &Document, id: NodeId) -> NodeId {
    match document.node(id).kind {
        Kind::Continuation => document.node(id).parent,
        _ => id,
    }
}

pub(super) fn lengths(document: &Document) -> Vec<u32> {
    let mut sum = 0;
    let mut before: Vec<u32> = document
        .nodes()
        .iter()
        .map(|node| {
            let so_far = sum;
            sum += node.body.len() as u32;
            so_far
        })
        .collect();
    before.push(sum);
    before
}
