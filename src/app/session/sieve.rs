//! A filter over the clauses: what matches is shown, with what contains it, and the rest is folded away.

use super::{Session, Spot};
use crate::document::NodeId;
use crate::lookup::sieve;
use std::sync::Arc;

/// A filter in force.
#[derive(Debug)]
pub(crate) struct Sieve {
    pub query: String,
    pub matches: Vec<NodeId>,
    /// The place before the filter, and the one at which it put the reader.
    from: Spot,
    to: Spot,
}

impl Session {
    pub(crate) fn sieve(&self) -> Option<&Sieve> {
        self.sieve.as_ref()
    }

    /// Shows only what matches a query, from a place on. Returns the number of matches; without any, all is shown.
    pub(crate) fn sift(&mut self, query: &str, from: Spot) -> usize {
        self.drop_sieve();
        self.restore(from);
        let document = Arc::clone(&self.document);
        let Some(sifted) = sieve::sift(&document, query) else { return 0 };
        let matches = sifted.matches;
        let here = self.current;
        let after = matches.partition_point(|&id| id < here).min(matches.len().saturating_sub(1));
        let Some(&first) = matches.get(after) else { return 0 };
        let leads_to_one = |id: &NodeId| {
            let next = matches.get(matches.partition_point(|match_| match_ < id));
            next.is_some_and(|&next| next < document.node(*id).subtree_end.max(NodeId(id.0 + 1)))
        };
        let listed = sifted.shown.iter().copied().filter(leads_to_one).collect();
        self.outline.sift(&document, Some(listed));
        // A container without words would part what is folded before it from what is folded after it.
        let mut shown = sifted.shown;
        shown.retain(|&id| !document.node(id).kind.is_synthetic());
        self.layout.sift(Some(shown));
        self.shown.clear();
        self.show(first, None);
        let count = matches.len();
        self.sieve = Some(Sieve { query: query.to_owned(), matches, from, to: self.top });
        count
    }

    /// Shows everything again: at the place before the filter, or around the clause that was read last.
    pub(crate) fn unsift(&mut self) {
        let Some(sieve) = self.sieve.take() else { return };
        let (here, landed) = (self.current, self.top.landed);
        let row = self.row_of(here).unwrap_or(0);
        self.drop_sieve();
        if self.top == sieve.to {
            return self.restore(sieve.from);
        }
        let here = self.with_rows(here);
        let place = self.layout.place_of(here, None);
        let top = self.layout.walk(place, -row.cast_signed());
        self.set_top(top, landed);
        self.prepare();
    }

    /// Forgets the filter without a change of the place.
    pub(super) fn drop_sieve(&mut self) {
        self.sieve = None;
        self.layout.sift(None);
        self.outline.sift(&Arc::clone(&self.document), None);
        self.shown.clear();
    }

    /// Takes the filter away where it hides a node that is to be shown.
    pub(super) fn uncover(&mut self, id: NodeId) {
        if self.layout.hides(id) {
            self.drop_sieve();
        }
    }
}
