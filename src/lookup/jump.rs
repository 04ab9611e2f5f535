//! The paragraphs that words typed from memory mean, best first; and addresses before them.
//!
//! An [`Index`] is built once for a document and searched at each key. Terms are matched against the document's
//! words, never letter by letter against its paragraphs, until nothing else is found. It draws nothing and keeps
//! no query: the caller drops results that come too late.

#![allow(clippy::cast_precision_loss, reason = "counts of words become scores, which need no precision")]

mod exact;
mod fuzzy;
mod index;
mod marks;
mod matching;
mod rank;
mod scattered;
mod stop;
mod terms;

#[cfg(test)]
mod tests;

use super::address;
use crate::document::{Document, NodeId, Span};
use index::Store;

/// What was understood of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HitKind {
    Address,
    /// The nearest to an address that no node has: paragraph 7 for "7 (z)".
    Near,
    Words,
}

/// A node that the query may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub node: NodeId,
    /// Higher is better; only for comparing hits of one query.
    pub score: f32,
    pub kind: HitKind,
    /// The matched letters, in [`Document::text`], inside of the node or of what is below it; in order.
    pub marks: Vec<Span>,
}

/// What a query found: the best hits, and how many there are in all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    pub total: usize,
    pub hits: Vec<Hit>,
    /// The query is an address, and no node has it: what was found is near to it, or has its words.
    pub missing: bool,
}

/// An address that was found is what was meant; of paragraphs with the same words only so many follow.
const AFTER_ADDRESS: usize = 5;
/// Nearer than any words.
const NEAR: f32 = 1000.0;

/// The words of a document, ready to be searched. Build it off the loop: it takes some milliseconds a megabyte.
#[derive(Debug, Default)]
pub struct Index {
    store: Store,
}

impl Index {
    pub fn new(document: &Document) -> Self {
        Self { store: Store::new(document) }
    }

    /// The nodes a query may mean, best first; `from` is the node being read, `limit` the length of the list.
    ///
    /// `document` is the one the index was built for.
    pub fn search(&self, document: &Document, query: &str, from: NodeId, limit: usize) -> Hits {
        let mut hits = Hits::default();
        let mut seen = std::collections::HashSet::new();
        let parsed = address::parse(query);
        let places = parsed.as_ref().map_or_else(
            || address::anchored(query, document),
            |address| address::resolve(address, document, from),
        );
        // What is surely an address, and of this document: its words are no words to look for here and there.
        let sure = parsed.filter(|address| {
            let symbol = address.symbol.as_deref();
            (address.is_number() || address.is_explicit())
                && symbol.is_none_or(|symbol| address::is_own(symbol, document))
        });
        hits.missing = sure.is_some() && places.meant.is_empty();
        let near = sure
            .as_ref()
            .filter(|_| hits.missing)
            .and_then(|address| address::nearest(address, document, from))
            .filter(|near| !places.otherwise.contains(near));
        let (kind, score) = if hits.missing { (HitKind::Near, NEAR) } else { (HitKind::Address, f32::MAX) };
        for node in near.into_iter().chain(places.all()) {
            seen.insert(node);
            hits.total += 1;
            if hits.hits.len() < limit {
                let label = document.node(node).label;
                let marks = if label.is_empty() { Vec::new() } else { vec![label] };
                hits.hits.push(Hit { node, score, kind, marks });
            }
        }
        let mut ranked = match sure {
            Some(_) => Vec::new(),
            None => self.within(document, query, from).unwrap_or_default(),
        };
        ranked.extend(rank::rank(&self.store, query));
        if hits.missing {
            let literal = exact::in_other_words(&self.store, query);
            let known: std::collections::HashSet<u32> = literal.iter().map(|ranked| ranked.unit).collect();
            ranked.retain(|ranked| !known.contains(&ranked.unit));
            ranked.splice(0..0, literal);
        }
        if let Some(address) = &sure {
            let literal = exact::Exact::new(query);
            ranked.retain(|ranked| {
                ranked.score == exact::LITERAL || literal.holds(&self.store, ranked, address.is_number())
            });
            let most = if hits.total > 0 { AFTER_ADDRESS } else { usize::MAX };
            ranked.retain(|ranked| {
                self.store.units.get(ranked.unit as usize).is_some_and(|unit| !seen.contains(&unit.node))
            });
            ranked.truncate(most);
        }
        for ranked in &ranked {
            let Some(unit) = self.store.units.get(ranked.unit as usize) else { continue };
            // Of a table every row is a hit of its own.
            if !seen.insert(unit.node) && unit.row.is_none() {
                continue;
            }
            hits.total += 1;
            if hits.hits.len() < limit {
                let marks = marks::marks(&self.store, document, ranked);
                hits.hits.push(Hit { node: unit.node, score: ranked.score, kind: HitKind::Words, marks });
            }
        }
        hits
    }

    /// "annex II rights": an address and words, of which the words are looked for there.
    fn within(&self, document: &Document, query: &str, from: NodeId) -> Option<Vec<rank::Ranked>> {
        let cuts: Vec<usize> = query.match_indices(' ').map(|(at, _)| at).take(6).collect();
        cuts.into_iter().rev().find_map(|at| {
            let (head, words) = (query.get(..at)?, query.get(at + 1..)?);
            // "7 rights" needs no help: numbers of paragraphs are words of theirs.
            if words.trim().is_empty() || !head.contains(char::is_alphabetic) {
                return None;
            }
            let address = address::parse(head)?;
            // "considering annex" is a sentence on its way, "annex II" a place.
            let named = |step: &address::Step| {
                step.which != address::Which::Only || step.unit == address::Unit::Annex
            };
            address.steps.last().filter(|step| named(step))?;
            let place = *address::resolve(&address, document, from).meant.first()?;
            let below = place..document.node(place).subtree_end;
            let mut ranked = rank::rank(&self.store, words);
            ranked.retain(|ranked| {
                let node = self.store.units.get(ranked.unit as usize).map(|unit| unit.node);
                ranked.score >= 2.0 && node.is_some_and(|node| below.contains(&node))
            });
            for ranked in &mut ranked {
                ranked.score += 10.0;
            }
            (!ranked.is_empty()).then_some(ranked)
        })
    }
}
