//! Runs a compiled pattern over a text in steps, so that it can be stopped at any moment.
//!
//! One call of the `regex` crate may take minutes on a long text or with a large pattern, and nothing can end it. Here
//! a lazily built automaton reads the text byte by byte and asks now and then whether to go on. The results are those
//! of `regex`: the leftmost match, and of those that begin there the one that the pattern prefers.

use super::threads::Threads;
use regex_automata::hybrid::LazyStateID;
use regex_automata::hybrid::dfa::{Cache, DFA};
use regex_automata::nfa::thompson::{self, NFA};
use regex_automata::util::prefilter::Prefilter;
use regex_automata::util::syntax;
use regex_automata::{Anchored, Input, MatchKind};
use std::ops::Range;

/// The most bytes that the states of a pattern may take.
const PATTERN: usize = 4 << 20;
/// How many bytes the states built during a search take before they are dropped and built anew.
const STATES: usize = 8 << 20;
/// How deeply groups may be nested.
const NESTED: u32 = 60;
/// The work between two questions whether to go on, in bytes read. Where the pattern is large, a byte may cost as much
/// as it has states, so that the question comes sooner.
const STRIDE: usize = 1 << 14;
/// The number of states times bytes between two questions, at most.
const LABOUR: usize = 1 << 21;

/// The search was told not to go on.
pub(super) struct Stopped;

/// Why a pattern cannot be used.
pub(super) enum Refusal {
    /// It is not a regular expression; what the parser says about it.
    Syntax(String),
    TooLarge,
    Other,
}

/// A compiled pattern.
#[derive(Debug)]
pub(super) struct Engine {
    way: Way,
    /// Finds where a match may begin, faster than the automaton.
    prefilter: Option<Prefilter>,
    stride: usize,
}

#[derive(Debug)]
enum Way {
    /// To the end of a match, and from there back to its beginning.
    Automata(Box<(DFA, DFA)>),
    /// For what the automaton cannot do: boundaries between words of all scripts.
    Threads(Box<NFA>),
}

impl Engine {
    pub(super) fn new(pattern: &str, ignore_case: bool) -> Result<Self, Refusal> {
        let config = syntax::Config::new().multi_line(true).case_insensitive(ignore_case).nest_limit(NESTED);
        let parsed =
            syntax::parse_with(pattern, &config).map_err(|error| Refusal::Syntax(error.to_string()))?;
        let compile = |reverse: bool| {
            let config = thompson::Config::new()
                .nfa_size_limit(Some(PATTERN))
                .reverse(reverse)
                .which_captures(thompson::WhichCaptures::None);
            thompson::Compiler::new().configure(config).build_from_hir(&parsed).map_err(|error| {
                if error.size_limit().is_some() { Refusal::TooLarge } else { Refusal::Other }
            })
        };
        let forward = compile(false)?;
        let stride = (LABOUR / forward.states().len().max(1)).clamp(32, STRIDE);
        let prefilter =
            Prefilter::from_hir_prefix(MatchKind::LeftmostFirst, &parsed).filter(Prefilter::is_fast);
        let words = forward.look_set_any().contains_word_unicode();
        let automata = if words { None } else { automata(&forward, compile(true)?) };
        let way = automata.map_or_else(|| Way::Threads(Box::new(forward)), Way::Automata);
        Ok(Self { way, prefilter, stride })
    }

    /// Makes the engine ready to search. What it learns of the pattern on one text helps it with the next.
    pub(super) fn searcher(&self) -> Searcher<'_> {
        let ready = match &self.way {
            Way::Automata(both) => Ready::Automata(Box::new((both.0.create_cache(), both.1.create_cache()))),
            Way::Threads(nfa) => Ready::Threads(Threads::new(nfa)),
        };
        Searcher { engine: self, ready, work: 0 }
    }
}

fn automata(forward: &NFA, reverse: NFA) -> Option<Box<(DFA, DFA)>> {
    let build = |nfa: NFA, kind, starts| {
        let config = DFA::config()
            .match_kind(kind)
            .specialize_start_states(starts)
            .cache_capacity(STATES)
            .skip_cache_capacity_check(true);
        DFA::builder().configure(config).build_from_nfa(nfa).ok()
    };
    let forward = build(forward.clone(), MatchKind::LeftmostFirst, true)?;
    Some(Box::new((forward, build(reverse, MatchKind::All, false)?)))
}

pub(super) struct Searcher<'e> {
    engine: &'e Engine,
    ready: Ready<'e>,
    /// Bytes read since it was last asked whether to go on.
    work: usize,
}

enum Ready<'e> {
    Automata(Box<(Cache, Cache)>),
    Threads(Threads<'e>),
}

/// Whether to go on after this much more work, in bytes read.
pub(super) type GoOn<'g> = &'g mut dyn FnMut(usize) -> bool;

/// Counts work, and asks after each stride whether to go on.
pub(super) struct Toll<'g> {
    pub stride: usize,
    pub work: &'g mut usize,
    pub go_on: GoOn<'g>,
}

impl Toll<'_> {
    pub(super) fn pay(&mut self, work: usize) -> Result<(), Stopped> {
        *self.work += work;
        if *self.work < self.stride {
            return Ok(());
        }
        // A stride of a large pattern is as much work as a whole one of a small one.
        let whole = *self.work * (STRIDE / self.stride);
        *self.work = 0;
        if (self.go_on)(whole) { Ok(()) } else { Err(Stopped) }
    }
}

impl Searcher<'_> {
    /// The first match from a byte offset on that is not empty.
    pub(super) fn next(
        &mut self,
        text: &str,
        mut from: usize,
        go_on: GoOn<'_>,
    ) -> Result<Option<Range<usize>>, Stopped> {
        let Self { engine, ready, work } = self;
        let mut toll = Toll { stride: engine.stride, work, go_on };
        loop {
            toll.pay(1)?;
            let Some(begin) = skip(engine.prefilter.as_ref(), text.as_bytes(), from, &mut toll)? else {
                return Ok(None);
            };
            let found = match (&engine.way, &mut *ready) {
                (Way::Automata(both), Ready::Automata(caches)) => {
                    let (forward, reverse) = caches.as_mut();
                    let pre = engine.prefilter.as_ref();
                    match end((&both.0, forward), pre, text, begin, &mut toll)? {
                        None => None,
                        Some(to) => Some(start((&both.1, reverse), text, begin, to, &mut toll)?..to),
                    }
                }
                (_, Ready::Threads(threads)) => threads.next(text, begin, &mut toll)?,
                (Way::Threads(_), Ready::Automata(_)) => None,
            };
            match found {
                Some(found) if found.is_empty() => match text.get(found.end..).and_then(|t| t.chars().next())
                {
                    Some(letter) => from = found.end + letter.len_utf8(),
                    None => return Ok(None),
                },
                found => return Ok(found),
            }
        }
    }
}

/// The next byte at which a match may begin; `None` where there is none.
fn skip(
    prefilter: Option<&Prefilter>,
    text: &[u8],
    mut from: usize,
    toll: &mut Toll<'_>,
) -> Result<Option<usize>, Stopped> {
    let Some(prefilter) = prefilter else { return Ok(Some(from)) };
    while from < text.len() {
        let step = toll.stride.max(64);
        let end = (from + step + prefilter.max_needle_len()).min(text.len());
        if let Some(found) = prefilter.find(text, (from..end).into()) {
            return Ok(Some(found.start));
        }
        from = (from + step).min(text.len());
        toll.pay(step / 8)?;
    }
    Ok(None)
}

/// Where the first match from `from` on ends.
fn end(
    (dfa, cache): (&DFA, &mut Cache),
    prefilter: Option<&Prefilter>,
    text: &str,
    from: usize,
    toll: &mut Toll<'_>,
) -> Result<Option<usize>, Stopped> {
    let begin = |cache: &mut Cache, at: usize| -> Result<LazyStateID, Stopped> {
        dfa.start_state_forward(cache, &Input::new(text).range(at..)).map_err(|_| Stopped)
    };
    let bytes = text.as_bytes();
    let mut state = begin(cache, from)?;
    let (mut found, mut at) = (None, from);
    while at < bytes.len() {
        let stop = (at + toll.stride).min(bytes.len());
        let first = at;
        while let Some(&byte) = bytes.get(at).filter(|_| at < stop) {
            state = dfa.next_state(cache, state, byte).map_err(|_| Stopped)?;
            // The automaton reports a match one byte late.
            if state.is_tagged() {
                if state.is_match() {
                    found = Some(at);
                } else if state.is_dead() {
                    toll.pay(at + 1 - first)?;
                    return Ok(found);
                } else if state.is_start() && found.is_none() && prefilter.is_some() {
                    let Some(next) = skip(prefilter, bytes, at + 1, toll)? else { return Ok(None) };
                    if next > at + 1 {
                        state = begin(cache, next)?;
                        at = next;
                        break;
                    }
                } else if state.is_quit() {
                    return Err(Stopped);
                }
            }
            at += 1;
        }
        toll.pay(at.min(stop).saturating_sub(first))?;
    }
    let state = dfa.next_eoi_state(cache, state).map_err(|_| Stopped)?;
    Ok(if state.is_match() { Some(bytes.len()) } else { found })
}

/// Where the match that ends at `to` begins, not before `from`.
fn start(
    (dfa, cache): (&DFA, &mut Cache),
    text: &str,
    from: usize,
    to: usize,
    toll: &mut Toll<'_>,
) -> Result<usize, Stopped> {
    let bytes = text.as_bytes();
    let input = Input::new(text).range(from..to).anchored(Anchored::Yes);
    let mut state = dfa.start_state_reverse(cache, &input).map_err(|_| Stopped)?;
    let mut found = to;
    for (read, &byte) in bytes.get(from..to).unwrap_or_default().iter().rev().enumerate() {
        state = dfa.next_state(cache, state, byte).map_err(|_| Stopped)?;
        if state.is_tagged() {
            if state.is_match() {
                found = to - read;
            } else if state.is_dead() {
                return Ok(found);
            }
        }
        if (read + 1) % toll.stride == 0 {
            toll.pay(toll.stride)?;
        }
    }
    // A pattern may look at the byte before a match.
    let state = match from.checked_sub(1).and_then(|before| bytes.get(before)) {
        Some(&byte) => dfa.next_state(cache, state, byte),
        None => dfa.next_eoi_state(cache, state),
    };
    Ok(if state.map_err(|_| Stopped)?.is_match() { from } else { found })
}
