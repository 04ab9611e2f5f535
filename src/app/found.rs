//! The matches of a search (`/`) in a document, and the current one.
//!
//! A search begins at the place that is read and goes round. What the work of one key finds is there at once; where
//! that is not the whole document, the rest is sought elsewhere and comes in pieces.

use super::ticket::{Claim, Ticket};
use crate::document::{Document, NodeId, Span};
use crate::lookup::find::{Follow, Match, Query, Search, Skim};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The work that a key does itself, in bytes read: a document of this length is searched within one frame.
pub(crate) const AT_ONCE: usize = 1 << 21;
/// After this much of it the clock counts too, for a pattern that is slow to search ...
const CLOCKED: usize = 1 << 17;
/// ... and ends the work of the key after this long.
const LONGEST: Duration = Duration::from_millis(30);
/// The most matches that are kept.
pub(crate) const MOST: usize = 1_000_000;

/// A node, and a byte range of the document's text.
pub(crate) type Hit = (NodeId, Span);

#[derive(Debug, Default)]
pub(crate) struct Found {
    pub query: String,
    pub regex: bool,
    /// What was typed, where the matches are words of it in paragraphs that have all of them. One goes then from paragraph to
    /// paragraph, and these are counted.
    pub words: Option<String>,
    /// The matches in reading order, as far as they are known.
    pub hits: Vec<Hit>,
    pub at: Option<usize>,
    reach: Reach,
}

/// How far a search has come.
#[derive(Debug, Default)]
enum Reach {
    /// Through the whole document.
    #[default]
    Whole,
    Growing(Growing),
    /// It was ended before its end.
    Cut,
}

/// A search that goes on.
#[derive(Debug, Default)]
struct Growing {
    claim: Claim,
    /// The search itself, until it is handed over.
    rest: Option<Search>,
    /// Where in the list the next matches belong.
    gap: usize,
    /// It has passed the end of the document.
    round: bool,
    /// How much of the document was searched, in percent.
    read: u8,
}

/// Some further matches of a search.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    /// In reading order.
    pub hits: Vec<(NodeId, Span)>,
    /// They are before the place where the search began.
    pub round: bool,
    /// How much of the document was searched so far, in percent.
    pub read: u8,
    /// The search has ended.
    pub end: Option<End>,
}

/// How a search has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Whole,
    /// There are more matches than are kept.
    Full,
    /// It took too long.
    Late,
}

/// Where a step to the next or the previous match leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// To this one; whether the search has gone round an end of the document.
    To(usize, bool),
    /// To one that may not be found yet; how much of the document was searched, in percent.
    Wait(u8),
    Nowhere,
}

impl Found {
    /// A search that has found nothing.
    pub(crate) fn nothing(query: String, regex: bool) -> Self {
        Self { query, regex, ..Self::default() }
    }

    /// Begins a search at a node, and does a key's work of it. `Err`: what is wrong with the regular expression.
    /// `skim`: the folded text of the document, where there is one.
    pub(crate) fn begin(
        document: &Document,
        skim: Option<Arc<Skim>>,
        (query, regex): (&str, bool),
        from: NodeId,
    ) -> Result<Self, String> {
        let search = Search::new(&Query { regex, ..Query::literal(query) }, from)?;
        let mut search = search.skimming(skim);
        let reach = Reach::Growing(Growing::default());
        let mut found = Self { query: query.to_owned(), regex, reach, ..Self::default() };
        let (mut done, since) = (0, Instant::now());
        let mut pace = |work: usize| {
            done += work;
            let over = done > AT_ONCE || (done > CLOCKED && since.elapsed() > LONGEST);
            if over { Pace::Stop } else { Pace::On }
        };
        gather(&mut search, document, &mut |piece| found.add(piece), &mut pace);
        if let Reach::Growing(growing) = &mut found.reach {
            growing.rest = Some(search);
        }
        Ok(found)
    }

    /// Repeats the search in a document that was read again, in which the node of the current match is now
    /// `here`. The query is always kept; matches are sought only if they were shown.
    #[must_use]
    pub(crate) fn again(self, document: &Document, here: Option<NodeId>) -> Self {
        let Self { query, regex, hits, at, .. } = self;
        if hits.is_empty() {
            return Self::nothing(query, regex);
        }
        let within = |hits: &[Hit], node: NodeId| hits.iter().position(|(other, _)| *other == node);
        let before = at.and_then(|at| hits.get(at)).and_then(|(node, _)| within(&hits, *node));
        let from = here.unwrap_or(NodeId::ROOT);
        let Ok(mut found) = Self::begin(document, None, (&query, regex), from) else {
            return Self::nothing(query, regex);
        };
        let first = here.and_then(|node| within(&found.hits, node));
        // The n-th match within a paragraph stays the n-th.
        let at = first.zip(at).map(|(first, at)| first + at.saturating_sub(before.unwrap_or(at)));
        let same = |at: &usize| found.hits.get(*at).is_some_and(|(node, _)| Some(*node) == here);
        found.at = at.filter(same).or(first);
        found
    }

    /// Takes further matches in.
    pub(crate) fn add(&mut self, piece: Piece) {
        let Reach::Growing(growing) = &mut self.reach else { return };
        if piece.round && !growing.round {
            (growing.round, growing.gap) = (true, 0);
        }
        let (gap, more) = (growing.gap.min(self.hits.len()), piece.hits.len());
        self.hits.splice(gap..gap, piece.hits);
        if let Some(at) = self.at.as_mut().filter(|at| **at >= gap) {
            *at += more;
        }
        growing.gap = gap + more;
        growing.read = piece.read;
        match piece.end {
            None => {}
            Some(End::Whole) => self.reach = Reach::Whole,
            Some(End::Full | End::Late) => self.reach = Reach::Cut,
        }
    }

    /// What is left of the search, to be done elsewhere under a ticket. Handed over once.
    pub(crate) fn rest(&mut self) -> Option<(Ticket, Search)> {
        let Reach::Growing(growing) = &mut self.reach else { return None };
        Some((growing.claim.ticket(), growing.rest.take()?))
    }

    /// Whom further matches are for; `None` where none are expected.
    pub(crate) fn claim(&self) -> Option<&Claim> {
        if let Reach::Growing(growing) = &self.reach { Some(&growing.claim) } else { None }
    }

    /// How much of the document was searched, in percent; `None` where the search has ended.
    pub(crate) fn growing(&self) -> Option<u8> {
        if let Reach::Growing(growing) = &self.reach { Some(growing.read) } else { None }
    }

    /// Ends the search, and leaves what was found.
    pub(crate) fn halt(&mut self) {
        if self.claim().is_some() {
            self.reach = Reach::Cut;
        }
    }

    /// Ends the search and forgets what was found, except for the query.
    pub(crate) fn clear(&mut self) {
        *self = Self::nothing(std::mem::take(&mut self.query), self.regex);
    }

    /// What it is called: as it was typed.
    pub(crate) fn name(&self) -> &str {
        self.words.as_deref().unwrap_or(&self.query)
    }

    /// How many matches there are: "340", or "340+" where there may be more.
    pub(crate) fn count(&self) -> String {
        let more = if matches!(self.reach, Reach::Whole) { "" } else { "+" };
        format!("{}{more}", self.known())
    }

    /// How many matches are known so far.
    pub(crate) fn known(&self) -> usize {
        self.stops(self.hits.len())
    }

    /// Which of them is the current one, from 1.
    pub(crate) fn ordinal(&self) -> Option<usize> {
        self.at.map(|at| self.stops(at + 1))
    }

    /// Where one stops among the first matches: at each, or once in a paragraph.
    fn stops(&self, first: usize) -> usize {
        if self.words.is_none() {
            return first;
        }
        let hits = self.hits.get(..first).unwrap_or_default();
        hits.chunk_by(|(one, _), (other, _)| one == other).count()
    }

    /// The first match from a place on, or else the first of the document. `None`: it is not known yet.
    pub(crate) fn first(&self, here: (NodeId, u32)) -> Option<usize> {
        let after = self.after(here);
        if after < self.hits.len() {
            return Some(after);
        }
        let round = if let Reach::Growing(growing) = &self.reach { growing.round } else { true };
        (round && !self.hits.is_empty()).then_some(0)
    }

    /// The index of a match.
    pub(crate) fn index_of(&self, hit: Hit) -> Option<usize> {
        let at = self.after((hit.0, hit.1.start));
        self.hits
            .iter()
            .skip(at)
            .take_while(|(node, _)| *node == hit.0)
            .position(|other| *other == hit)
            .map(|on| at + on)
    }

    fn after(&self, here: (NodeId, u32)) -> usize {
        self.hits.partition_point(|(node, span)| (*node, span.start) < here)
    }

    /// The next match or the previous one, from the current one or else from a place.
    pub(crate) fn step(&self, forward: bool, here: (NodeId, u32)) -> Step {
        let count = self.hits.len();
        let growing = if let Reach::Growing(growing) = &self.reach { Some(growing) } else { None };
        let wait = growing.map_or(Step::Nowhere, |growing| Step::Wait(growing.read));
        if count == 0 {
            return wait;
        }
        if self.words.is_some() {
            return self.step_paragraph(forward, here.0);
        }
        let after = self.after(here);
        let (to, round) = match (self.at, forward) {
            (Some(at), true) => ((at + 1) % count, at + 1 == count),
            (Some(at), false) => ((at + count - 1) % count, at == 0),
            (None, true) => (after % count, after == count),
            (None, false) => ((after + count - 1) % count, after == 0),
        };
        // What is not known yet belongs before the match `gap`, or until the search goes round after the last one.
        let unknown = |growing: &Growing| match (self.at, growing.round) {
            (None, false) => round,
            (None, true) => after == growing.gap && !(forward && round),
            (Some(_), _) => growing.gap % count == if forward { to } else { (to + 1) % count },
        };
        if growing.is_some_and(unknown) { wait } else { Step::To(to, round) }
    }

    /// The first match of the next paragraph that has some, or of the previous one.
    fn step_paragraph(&self, forward: bool, here: NodeId) -> Step {
        let current = self.at.and_then(|at| self.hits.get(at)).map(|(node, _)| *node);
        let first_of = |node: NodeId| self.hits.partition_point(|(other, _)| *other < node);
        if forward {
            let next = current.map_or_else(
                || first_of(here),
                |node| self.hits.partition_point(|(other, _)| *other <= node),
            );
            return Step::To(next % self.hits.len(), next == self.hits.len());
        }
        let before = first_of(current.unwrap_or(here));
        let last = before.checked_sub(1).unwrap_or(self.hits.len() - 1);
        self.hits.get(last).map_or(Step::Nowhere, |(node, _)| Step::To(first_of(*node), before == 0))
    }
}

/// How a search is to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pace {
    On,
    /// Go on, but tell first what was found.
    Tell,
    Stop,
}

/// Runs a search and tells its matches in pieces, at the latest at the end. `pace` is asked now and then, with the
/// work that was done since. The last piece says how the search has ended. `Some`: it was stopped, after so many percent
/// of the document.
pub(crate) fn gather(
    search: &mut Search,
    document: &Document,
    tell: &mut dyn FnMut(Piece),
    pace: &mut dyn FnMut(usize) -> Pace,
) -> Option<u8> {
    let known = search.count();
    let mut gathering = Gathering { piece: Piece::default(), known, tell, pace };
    search.run(document, &mut gathering);
    let Gathering { mut piece, known, tell, .. } = gathering;
    piece.end = match (search.is_done(), known >= MOST) {
        (_, true) => Some(End::Full),
        (true, false) => Some(End::Whole),
        (false, false) => None,
    };
    let stopped = piece.end.is_none().then_some(piece.read);
    tell(piece);
    stopped
}

struct Gathering<'t> {
    piece: Piece,
    /// How many matches there are so far.
    known: usize,
    tell: &'t mut dyn FnMut(Piece),
    pace: &'t mut dyn FnMut(usize) -> Pace,
}

impl Gathering<'_> {
    fn tell(&mut self) {
        let Piece { round, read, .. } = self.piece;
        (self.tell)(std::mem::replace(&mut self.piece, Piece { round, read, ..Piece::default() }));
    }
}

impl Follow for Gathering<'_> {
    fn found(&mut self, found: Match, round: bool) {
        if round && !self.piece.round {
            if !self.piece.hits.is_empty() {
                self.tell();
            }
            self.piece.round = true;
        }
        if self.known < MOST {
            self.piece.hits.push((found.node, found.span));
            self.known += 1;
        }
    }

    fn goes_on(&mut self, work: usize, read: u8) -> bool {
        self.piece.read = read;
        let pace = (self.pace)(work);
        if pace == Pace::Tell {
            self.tell();
        }
        pace != Pace::Stop && self.known < MOST
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar;

    fn text() -> Document {
        let paragraph = |at: u32| format!("{at}. Decides to row by day {at};\n\n");
        let paragraphs: String = (1..=9).map(paragraph).collect();
        grammar::parse(&format!("The General Assembly,\n\n{paragraphs}"), grammar::Options::default())
    }

    fn piece(found: &Found, range: std::ops::Range<usize>, round: bool) -> Piece {
        Piece { hits: found.hits[range].to_vec(), round, read: 40, end: None }
    }

    /// A search from the sixth of nine matches on, which has found nothing so far; and all of them.
    fn growing() -> (Found, Found) {
        let whole = Found::begin(&text(), None, ("row", false), NodeId::ROOT).unwrap();
        assert_eq!((whole.hits.len(), whole.growing()), (9, None));
        let found = Found { reach: Reach::Growing(Growing::default()), ..Found::default() };
        (found, whole)
    }

    #[test]
    fn matches_that_come_in_pieces_stand_in_reading_order_and_the_current_one_stays() {
        let (mut found, whole) = growing();
        let here = (whole.hits[5].0, 0);
        assert_eq!((found.first(here), found.count()), (None, "0+".to_owned()));
        found.add(piece(&whole, 5..7, false));
        assert_eq!(found.first(here), Some(0));
        found.at = Some(1);
        for (range, round, at) in [(7..9, false, 1), (0..2, true, 3), (2..4, true, 5)] {
            found.add(piece(&whole, range, round));
            assert_eq!(found.at, Some(at));
        }
        assert_eq!(found.count(), "8+");
        found.add(Piece { end: Some(End::Whole), ..piece(&whole, 4..5, true) });
        assert_eq!((&found.hits, found.at, found.count()), (&whole.hits, Some(6), "9".to_owned()));
        assert_eq!(found.index_of(whole.hits[3]), Some(3));
    }

    #[test]
    fn a_step_waits_where_matches_may_still_be_found_between() {
        let (mut found, whole) = growing();
        let here = (whole.hits[5].0, 0);
        assert_eq!(found.step(true, here), Step::Wait(0));
        found.add(piece(&whole, 5..7, false));
        assert_eq!((found.step(true, here), found.step(false, here)), (Step::To(0, false), Step::Wait(40)));
        found.at = Some(0);
        assert_eq!((found.step(true, here), found.step(false, here)), (Step::To(1, false), Step::Wait(40)));
        found.at = Some(1);
        assert_eq!((found.step(true, here), found.step(false, here)), (Step::Wait(40), Step::To(0, false)));
        found.add(piece(&whole, 7..9, false));
        found.add(piece(&whole, 0..2, true));
        // Of nine, the third to the fifth are missing: six are known, and the gap is before the third of them.
        for (at, next, previous) in [
            (5, Step::To(0, true), Step::To(4, false)),
            (0, Step::To(1, false), Step::To(5, true)),
            (1, Step::Wait(40), Step::To(0, false)),
            (2, Step::To(3, false), Step::Wait(40)),
        ] {
            found.at = Some(at);
            assert_eq!((found.step(true, here), found.step(false, here)), (next, previous), "{at}");
        }
        found.halt();
        found.at = Some(1);
        assert_eq!((found.step(true, here), found.count()), (Step::To(2, false), "6+".to_owned()));
    }

    #[test]
    fn what_a_key_does_not_finish_is_handed_over_once() {
        let document = grammar::parse(&"row ".repeat(1500), grammar::Options::default());
        let mut found = Found::begin(&document, None, (".*zzz|.", true), NodeId::ROOT).unwrap();
        let first = found.hits.len();
        assert!(first > 0 && found.growing().is_some(), "{first}");
        let (ticket, mut search) = found.rest().unwrap();
        assert!(found.rest().is_none() && ticket.is_awaited());
        gather(&mut search, &document, &mut |piece| found.add(piece), &mut |_| Pace::Tell);
        assert_eq!((found.hits.len(), found.count()), (5999, "5999".to_owned()));
        assert!(!ticket.is_awaited());
    }
}
