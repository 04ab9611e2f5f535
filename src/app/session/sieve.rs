//! A filter over the clauses: what matches is shown, with what contains it, and the rest is folded away.
//!
//! Whoever goes to what is folded away finds that place open, and the rest as it was; going on to another closes it.

use super::reading::clause_of;
use super::{Session, Spot};
use crate::app::outline::Listing;
use crate::document::{Document, Kind, NodeId, Span};
use std::sync::Arc;

/// A filter in force.
#[derive(Debug)]
pub(crate) struct Sieve {
    pub query: String,
    pub matches: Vec<NodeId>,
    /// The words and verbs in the visible rows that match.
    pub marks: Vec<Span>,
    /// What the filter lets through.
    listing: Listing,
    /// The clause that was gone to although it does not match.
    opened: Option<NodeId>,
    /// The place before the filter, and the one at which it put the reader.
    from: Spot,
    to: Spot,
}

impl Sieve {
    /// What is shown: what the filter lets through, and the place that is open.
    fn listing(&self, document: &Document) -> Listing {
        let mut all = self.listing.clone();
        if let Some(opened) = self.opened {
            let above = document.ancestors(opened).filter(|&up| up != NodeId::ROOT);
            let around: Vec<NodeId> = above.chain([opened]).collect();
            all.listed.extend(&around);
            all.shown.extend(around.iter().filter(|&&id| id == opened || is_shown(document, id)));
            all.shown.extend(below(document, opened));
            all.listed.sort_unstable();
            all.listed.dedup();
            all.shown.sort_unstable();
            all.shown.dedup();
        }
        all
    }
}

/// Whether a node has a place of its own in the text. A container without words would part what is folded before it
/// from what is folded after it.
fn is_shown(document: &Document, id: NodeId) -> bool {
    !document.node(id).kind.is_synthetic()
}

/// What is opened together with a node: all that it contains, and of a section or an annex its heading.
fn below(document: &Document, id: NodeId) -> impl Iterator<Item = NodeId> {
    let node = document.node(id);
    let within = (id.0 + 1..node.subtree_end.0.max(id.0 + 1)).map(NodeId);
    let part = node.kind.is_scope() || node.kind.is_synthetic() && node.kind != Kind::Masthead;
    let mut named = false;
    within.take_while(move |&id| {
        let before = named;
        named |= part && !document.node(id).body.is_empty();
        !before
    })
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
        let Some(sifted) = self.clauses.sift(&document, query) else { return 0 };
        let matches = sifted.matches.clone();
        let here = self.current;
        let after = matches.partition_point(|&id| id < here).min(matches.len().saturating_sub(1));
        let Some(&first) = matches.get(after) else { return 0 };
        let leads_to_one = |id: &NodeId| {
            let next = matches.get(matches.partition_point(|match_| match_ < id));
            next.is_some_and(|&next| next < document.node(*id).subtree_end.max(NodeId(id.0 + 1)))
        };
        let listed = sifted.shown.iter().copied().filter(leads_to_one).collect();
        let shown = sifted.shown.iter().copied().filter(|&id| is_shown(&document, id)).collect();
        let (count, query) = (matches.len(), query.to_owned());
        let listing = Listing { listed, shown };
        let sieve = Sieve { query, matches, marks: Vec::new(), listing, opened: None, from, to: self.top };
        self.sieve = Some(sieve);
        self.lay_sifted();
        self.show(first, None);
        if let Some(sieve) = &mut self.sieve {
            sieve.to = self.top;
        }
        count
    }

    /// Shows in text and outline what the filter lets through.
    fn lay_sifted(&mut self) {
        let document = Arc::clone(&self.document);
        let listing = self.sieve.as_ref().map(|sieve| sieve.listing(&document));
        self.layout.sift(listing.as_ref().map(|listing| listing.shown.clone()));
        self.outline.sift(&document, listing);
        self.shown.clear();
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
        self.lay_sifted();
    }

    /// Opens a node that the filter hides, and closes the one that was opened before.
    pub(super) fn uncover(&mut self, id: NodeId) {
        // The lines of a masthead are shown together.
        let node = self.document.node(id);
        let line = node.kind == Kind::MastheadLine;
        let clause = if line { node.parent } else { clause_of(&self.document, id) };
        let Some(sieve) = &mut self.sieve else { return };
        let among = |nodes: &[NodeId]| nodes.binary_search(&id).is_ok();
        let hidden = !among(&sieve.listing.shown) && !among(&sieve.listing.listed);
        let opened = (hidden && id != NodeId::ROOT).then_some(clause);
        if sieve.opened != opened {
            sieve.opened = opened;
            self.lay_sifted();
        }
    }

    /// The same for a place; one at a thin line shows that line.
    pub(super) fn uncover_spot(&mut self, spot: &Spot) {
        if let Some(landed) = spot.landed {
            self.uncover(landed);
        } else if self.layout.rows(spot.node).is_empty() {
            self.uncover(spot.node);
        }
    }

    /// Finds what of the visible rows matches the filter.
    pub(super) fn mark_sifted(&mut self) {
        let Some(sieve) = &mut self.sieve else { return };
        let mut nodes: Vec<NodeId> = self.shown.iter().map(|shown| shown.place.node).collect();
        nodes.dedup();
        nodes.retain(|id| sieve.listing.shown.binary_search(id).is_ok());
        sieve.marks.clear();
        sieve.marks.extend(nodes.into_iter().flat_map(|id| self.clauses.marks(&self.document, id)));
    }
}
