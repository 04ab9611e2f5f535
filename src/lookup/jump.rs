//! Finds the paragraphs that words typed from memory mean, best first, with addresses before them.
//!
//! An [`Index`] is built once for a document and searched at each key press. Terms are matched against the words of
//! the document; only where nothing else is found are their letters matched one by one against paragraphs. Nothing is
//! drawn and no query is kept: the caller drops results that come too late.

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
use super::asked::Asked;
use crate::document::{Document, NodeId, Span};
use index::Store;
pub(crate) use stop::is_stop;
pub(super) use stop::{asking_han, is_asking, led};

/// How the query was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HitKind {
    Address,
    /// The node nearest to an address that does not exist: paragraph 7 for "7 (z)".
    Near,
    Words,
}

/// A node that the query may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub node: NodeId,
    /// Higher is better. Scores are comparable within one query only.
    pub score: f32,
    pub kind: HitKind,
    /// The matched letters as byte ranges of [`Document::text`], in order; they are in the node or its descendants.
    pub marks: Vec<Span>,
}

/// How much of a query the best hit has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fit {
    /// It is the address, or has all the words.
    #[default]
    All,
    /// Most of the words.
    Most,
    /// None of the words, but their letters in order.
    Letters,
}

/// The result of a query: the best hits, and the number of all hits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    pub total: usize,
    pub hits: Vec<Hit>,
    /// Whether the query is an address that does not exist. The hits are then near to it, or contain its words.
    pub missing: bool,
    /// How much of the query the best hit has.
    pub fit: Fit,
}

/// How many paragraphs with the same words follow an address that was found.
const AFTER_ADDRESS: usize = 5;
/// A score above that of any words.
const NEAR: f32 = 1000.0;

/// Whether to go on. What says no says no until the end; the result is then of no use.
pub(crate) type GoOn<'g> = &'g dyn Fn() -> bool;

/// How many candidates are looked at between two questions whether to go on.
const STRIDE: usize = 256;

/// A condition that asks every few candidates whether to go on, and holds for none once it is told not to.
fn every<T>(go_on: GoOn<'_>, mut holds: impl FnMut(&T) -> bool) -> impl FnMut(&T) -> bool {
    let (mut count, mut goes) = (0, true);
    move |candidate| {
        count += 1;
        goes = goes && (count % STRIDE != 0 || go_on());
        goes && holds(candidate)
    }
}

/// The words of a document, ready to be searched. Build it in another thread than the event loop: it takes some
/// milliseconds a megabyte.
#[derive(Debug, Default)]
pub struct Index {
    store: Store,
}

impl Index {
    /// Indexes the words of a document.
    pub fn new(document: &Document) -> Self {
        Self { store: Store::new(document) }
    }

    /// The nodes that a query may mean, best first. `from` is the node being read, `limit` the most hits.
    ///
    /// `document` must be the one that the index was built for.
    pub fn search(&self, document: &Document, query: &str, from: NodeId, limit: usize) -> Ranking {
        self.search_while(document, query, from, limit, &|| true).unwrap_or_default()
    }

    /// The same for a long document: `go_on` is asked every few milliseconds, and once it has said no, until the end.
    /// `None`: it did.
    pub(crate) fn search_while(
        &self,
        document: &Document,
        query: &str,
        from: NodeId,
        limit: usize,
        go_on: GoOn<'_>,
    ) -> Option<Ranking> {
        let hits = self.ranking(document, query, from, limit, go_on);
        go_on().then_some(hits)
    }

    fn ranking(
        &self,
        document: &Document,
        query: &str,
        from: NodeId,
        limit: usize,
        go_on: GoOn<'_>,
    ) -> Ranking {
        let mut hits = Ranking::default();
        let mut seen = std::collections::HashSet::new();
        let parsed = address::parse(query);
        let places = parsed.as_ref().map_or_else(
            || address::anchored(query, document),
            |address| address::resolve(address, document, from),
        );
        // A query that is certainly an address of this document is not searched for as words.
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
        // The symbol of the document itself stands before the paragraphs that have it too.
        let own = address::own_symbol(query, document);
        for node in own.into_iter().chain(near).chain(places.all()) {
            if !seen.insert(node) {
                continue;
            }
            hits.total += 1;
            if hits.hits.len() < limit {
                let label = document.node(node).label;
                let marks = if label.is_empty() { Vec::new() } else { vec![label] };
                hits.hits.push(Hit { node, score, kind, marks });
            }
        }
        let mut ranked = match sure {
            Some(_) => Vec::new(),
            None => self.within(document, query, from, go_on).unwrap_or_default(),
        };
        if sure.is_none() {
            self.add_asked(&mut ranked, document, query, go_on);
        }
        let asked = ranked.len();
        ranked.extend(rank::rank(&self.store, query, go_on));
        if asked > 0 {
            // Beside what is asked for, only what has all the words is of use.
            ranked.retain(|ranked| ranked.score >= rank::COMPLETE);
            ranked.sort_by(|a, b| b.score.total_cmp(&a.score));
        }
        hits.fit = match ranked.first().map_or(rank::COMPLETE, |best| best.score) {
            _ if !hits.hits.is_empty() => Fit::All,
            score if score < rank::SCATTERED => Fit::Letters,
            score if score < rank::COMPLETE || rank::NO_WORDS.contains(&score) => Fit::Most,
            _ => Fit::All,
        };
        if hits.missing {
            let literal = exact::in_other_words(&self.store, query, go_on);
            let known: std::collections::HashSet<u32> = literal.iter().map(|ranked| ranked.unit).collect();
            ranked.retain(|ranked| !known.contains(&ranked.unit));
            ranked.splice(0..0, literal);
        }
        if let Some(address) = &sure {
            let literal = exact::Exact::new(query);
            ranked.retain(every(go_on, |ranked: &rank::Ranked| {
                ranked.score == exact::LITERAL || literal.holds(&self.store, ranked, address.is_number())
            }));
            let most = if hits.total > 0 { AFTER_ADDRESS } else { usize::MAX };
            ranked.retain(|ranked| {
                self.store.units.get(ranked.unit as usize).is_some_and(|unit| !seen.contains(&unit.node))
            });
            ranked.truncate(most);
        }
        for ranked in &ranked {
            let Some(unit) = self.store.units.get(ranked.unit as usize) else { continue };
            // Each row of a table is a hit of its own.
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

    /// For a query that says what is asked for, and of whom ("where do they ask the SG to report"): adds the paragraphs
    /// that do so and have the other words, or else all that do so: a report may be called otherwise in them.
    fn add_asked(&self, out: &mut Vec<rank::Ranked>, document: &Document, query: &str, go_on: GoOn<'_>) {
        let asked = Asked::of(query);
        if !asked.names_a_request() && !asked.is_spoken {
            return;
        }
        let does = |ranked: &rank::Ranked| {
            let first = self.store.units.get(ranked.unit as usize);
            let mut units = std::iter::successors(first, |unit| self.store.units.get(unit.parent? as usize));
            ranked.score >= rank::COMPLETE && units.any(|unit| asked.is_done_by(document, unit.node))
        };
        let rest = asked.rest();
        let mut found = if rest.is_empty() { Vec::new() } else { rank::rank(&self.store, &rest, go_on) };
        found.retain(every(go_on, does));
        let lacks_words = found.is_empty() && !rest.is_empty();
        if found.is_empty() {
            found = rank::all(&self.store);
            found.retain(every(go_on, |ranked: &rank::Ranked| {
                let unit = self.store.units.get(ranked.unit as usize);
                unit.is_some_and(|unit| asked.is_done_by(document, unit.node))
            }));
            if lacks_words {
                // Those that have more of the words come first.
                let units: Vec<u32> = found.iter().map(|ranked| ranked.unit).collect();
                let alike = rank::likeness(&self.store, &rest, &units, go_on);
                for (ranked, alike) in found.iter_mut().zip(alike) {
                    ranked.score = alike;
                }
                // Everything that is asked of someone is an answer; what is asked of anyone is not.
                found.retain(|ranked| ranked.score > 0.0 || asked.names_a_request());
            }
        }
        for ranked in &mut found {
            ranked.score = match (lacks_words, asked.names_a_request()) {
                (true, _) => {
                    rank::NO_WORDS.start + ranked.score * (rank::NO_WORDS.end - rank::NO_WORDS.start)
                }
                (false, true) => ranked.score + 10.0,
                // A verb that may be meant as a word comes after the paragraphs that have it.
                (false, false) => rank::AS_SPOKEN,
            };
        }
        out.extend(found);
    }

    /// For an address followed by words ("annex II rights"): searches for the words within that place.
    fn within(
        &self,
        document: &Document,
        query: &str,
        from: NodeId,
        go_on: GoOn<'_>,
    ) -> Option<Vec<rank::Ranked>> {
        let cuts: Vec<usize> = query.match_indices(' ').map(|(at, _)| at).take(6).collect();
        cuts.into_iter().rev().find_map(|at| {
            let (head, words) = (query.get(..at)?, query.get(at + 1..)?);
            // "7 rights" needs no special treatment, since numbers are words of their paragraphs.
            if words.trim().is_empty() || !head.contains(char::is_alphabetic) {
                return None;
            }
            let address = address::parse(head)?;
            // "considering annex" is the beginning of a sentence, "annex II" a place.
            let named = |step: &address::Step| {
                step.which != address::Which::Only || step.unit == address::Unit::Annex
            };
            address.steps.last().filter(|step| named(step))?;
            let place = *address::resolve(&address, document, from).meant.first()?;
            let below = place..document.node(place).subtree_end;
            let mut ranked = rank::rank(&self.store, words, go_on);
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
