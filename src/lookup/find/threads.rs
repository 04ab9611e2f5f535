//! Runs a pattern by following all ways through it at once, byte by byte: slower than an automaton, but with every
//! kind of boundary.

use super::engine::{Stopped, Toll};
use regex_automata::nfa::thompson::{NFA, State};
use regex_automata::util::primitives::StateID;
use std::ops::Range;

/// The ways that are being followed, the preferred one first, each with where its match would begin.
#[derive(Default)]
struct Ways {
    list: Vec<(StateID, usize)>,
    /// For each state, its index in `list`, if it is there.
    index: Vec<usize>,
}

impl Ways {
    fn clear(&mut self) {
        self.list.clear();
    }

    /// Whether the state was not there yet.
    fn add(&mut self, state: StateID, start: usize) -> bool {
        let Some(slot) = self.index.get_mut(state.as_usize()) else { return false };
        if self.list.get(*slot).is_some_and(|(known, _)| *known == state) {
            return false;
        }
        *slot = self.list.len();
        self.list.push((state, start));
        true
    }
}

pub(super) struct Threads<'e> {
    nfa: &'e NFA,
    now: Ways,
    next: Ways,
    stack: Vec<StateID>,
}

impl<'e> Threads<'e> {
    pub(super) fn new(nfa: &'e NFA) -> Self {
        let ways = || Ways { list: Vec::new(), index: vec![0; nfa.states().len()] };
        Self { nfa, now: ways(), next: ways(), stack: Vec::new() }
    }

    /// The first match from a byte offset on, which may be empty.
    pub(super) fn next(
        &mut self,
        text: &str,
        from: usize,
        toll: &mut Toll<'_>,
    ) -> Result<Option<Range<usize>>, Stopped> {
        let bytes = text.as_bytes();
        let mut found: Option<Range<usize>> = None;
        self.now.clear();
        for at in from..=bytes.len() {
            match found {
                None if text.is_char_boundary(at) => {
                    let begin = (self.nfa.start_anchored(), at);
                    follow(self.nfa, &mut self.now, &mut self.stack, begin, bytes, at);
                }
                Some(_) if self.now.list.is_empty() => break,
                _ => {}
            }
            self.next.clear();
            for &(state, start) in &self.now.list {
                let next = match self.nfa.state(state) {
                    State::Match { .. } => {
                        found = Some(start..at);
                        // The ways after this one are preferred less.
                        break;
                    }
                    State::ByteRange { trans } => trans.matches(bytes, at).then_some(trans.next),
                    State::Sparse(sparse) => sparse.matches(bytes, at),
                    State::Dense(dense) => dense.matches(bytes, at),
                    _ => None,
                };
                if let Some(next) = next {
                    follow(self.nfa, &mut self.next, &mut self.stack, (next, start), bytes, at + 1);
                }
            }
            std::mem::swap(&mut self.now, &mut self.next);
            toll.pay(8)?;
        }
        Ok(found)
    }
}

/// Adds a state and all that are reached from it without reading a byte.
fn follow(
    nfa: &NFA,
    ways: &mut Ways,
    stack: &mut Vec<StateID>,
    (first, start): (StateID, usize),
    bytes: &[u8],
    at: usize,
) {
    stack.push(first);
    while let Some(state) = stack.pop() {
        if !ways.add(state, start) {
            continue;
        }
        match nfa.state(state) {
            State::Look { look, next } if nfa.look_matcher().matches(*look, bytes, at) => stack.push(*next),
            State::Union { alternates } => stack.extend(alternates.iter().rev()),
            State::BinaryUnion { alt1, alt2 } => stack.extend([*alt2, *alt1]),
            State::Capture { next, .. } => stack.push(*next),
            _ => {}
        }
    }
}
