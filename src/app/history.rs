//! The history of reading places: back and forward, as in a browser, within a document and across documents.

use super::session::Spot;
use crate::document::{Anchor, Document, NodeId};
use crate::library::Source;

/// A place in the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Past {
    /// In the document that is open.
    Here(Spot),
    /// In a document that is not, or not with this paragraph.
    Away(Box<Away>),
}

/// A place by anchors, which holds in whatever is read of the document later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Away {
    pub source: Source,
    node: Anchor,
    row: usize,
    /// Byte offsets are counted from the beginning of the paragraph, where they hold as long as its words do.
    offset: Option<u32>,
    landed: Option<Anchor>,
    at: Option<u32>,
}

impl Away {
    pub(crate) fn of(spot: &Spot, source: &Source, document: &Document) -> Self {
        let into = |at: u32, node: NodeId| at.saturating_sub(document.node(node).body.start);
        Self {
            source: source.clone(),
            node: document.anchor(spot.node),
            row: spot.row,
            offset: spot.offset.map(|at| into(at, spot.node)),
            landed: spot.landed.map(|id| document.anchor(id)),
            at: spot.at.zip(spot.landed).map(|(at, id)| into(at, id)),
        }
    }

    /// The place in the document as it is now; `None` where the clause that was gone to, or the node at the top,
    /// is not there.
    pub(crate) fn spot(&self, document: &Document) -> Option<Spot> {
        match &self.landed {
            Some(landed) => self.spot_with(Some(document.resolve(landed)?), document),
            None => self.spot_with(None, document),
        }
    }

    /// The place, or at least the rows that were seen there.
    pub(crate) fn near(&self, document: &Document) -> Option<Spot> {
        self.spot(document).or_else(|| self.spot_with(None, document))
    }

    fn spot_with(&self, landed: Option<NodeId>, document: &Document) -> Option<Spot> {
        let node = document.resolve(&self.node)?;
        let from = |node: NodeId, into: u32| document.node(node).body.start + into;
        let within = |(id, into): (NodeId, u32)| {
            let at = from(id, into);
            document.node(id).body.contains(at as usize).then_some(at)
        };
        Some(Spot {
            node,
            row: self.row,
            offset: self.offset.map(|into| from(node, into)),
            landed,
            at: landed.zip(self.at).and_then(within),
        })
    }
}

/// Places to go back to and forward to, at most [`History::LIMIT`] of each.
#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    back: Vec<Past>,
    forward: Vec<Past>,
}

impl History {
    /// The most places kept in each direction.
    pub(crate) const LIMIT: usize = 200;

    /// The same history with all places by anchors, to be taken to another document or another reading.
    #[must_use]
    pub(crate) fn away(self, source: &Source, document: &Document) -> Self {
        self.moved(|place| match place {
            Past::Here(spot) => Past::Away(Box::new(Away::of(&spot, source, document))),
            Past::Away(_) => place,
        })
    }

    /// The same history with the places of this document found in it.
    #[must_use]
    pub(crate) fn home(self, source: &Source, document: &Document) -> Self {
        self.moved(|place| match &place {
            Past::Away(away) if away.source == *source => away.spot(document).map_or(place, Past::Here),
            _ => place,
        })
    }

    fn moved(self, to: impl Fn(Past) -> Past) -> Self {
        let moved = |places: Vec<Past>| {
            let mut places: Vec<Past> = places.into_iter().map(&to).collect();
            places.dedup();
            places
        };
        Self { back: moved(self.back), forward: moved(self.forward) }
    }

    /// Records that the reader goes elsewhere from `from`.
    pub(crate) fn leave(&mut self, from: Spot) {
        let from = Past::Here(from);
        if self.back.last() != Some(&from) {
            self.back.push(from);
        }
        if self.back.len() > Self::LIMIT {
            self.back.remove(0);
        }
        self.forward.clear();
    }

    /// The next place back or forward.
    pub(crate) fn next(&self, back: bool) -> Option<&Past> {
        if back { self.back.last() } else { self.forward.last() }
    }

    /// Goes from `here` to the next place back or forward.
    pub(crate) fn go(&mut self, back: bool, here: Spot) -> Option<Past> {
        let (from, to) = self.ways(back);
        let place = from.pop()?;
        to.push(Past::Here(here));
        Some(place)
    }

    /// Forgets the next place back or forward, which is no longer there.
    pub(crate) fn forget(&mut self, back: bool) {
        self.ways(back).0.pop();
    }

    fn ways(&mut self, back: bool) -> (&mut Vec<Past>, &mut Vec<Past>) {
        if back { (&mut self.back, &mut self.forward) } else { (&mut self.forward, &mut self.back) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(node: u32) -> Spot {
        Spot { node: NodeId(node), ..Spot::default() }
    }

    fn go(history: &mut History, back: bool, here: u32) -> Option<u32> {
        match history.go(back, spot(here))? {
            Past::Here(spot) => Some(spot.node.0),
            Past::Away(away) => panic!("{away:?}"),
        }
    }

    #[test]
    fn forward_undoes_back_until_one_goes_elsewhere() {
        let mut history = History::default();
        history.leave(spot(1));
        history.leave(spot(2));
        assert_eq!(go(&mut history, true, 3), Some(2));
        assert_eq!(go(&mut history, true, 2), Some(1));
        assert_eq!(go(&mut history, true, 1), None);
        assert_eq!(go(&mut history, false, 1), Some(2));
        history.leave(spot(2));
        assert_eq!(go(&mut history, false, 9), None);
    }
}
