//! Maps matched letters back to spans of the document's text.
//!
//! The index does not store this mapping: each unit that is shown is folded again, which takes microseconds.

use super::index::{Store, Unit, joined, pieces};
use super::matching::{Letters, initial_letters};
use super::rank::Ranked;
use crate::document::{Document, Span};
use crate::text::fold::{Folded, fold};

/// The words of a unit with their positions in its folded pieces.
struct Unfolded {
    pieces: Vec<(Span, Folded)>,
    /// For each word, its piece and its byte offset in the folded piece.
    words: Vec<(usize, usize)>,
}

impl Unfolded {
    fn new(document: &Document, unit: &Unit) -> Self {
        let pieces: Vec<(Span, Folded)> = pieces(document, unit.node, unit.row)
            .into_iter()
            .map(|span| (span, fold(document.slice(span))))
            .collect();
        let words = pieces
            .iter()
            .enumerate()
            .flat_map(|(at, (_, folded))| joined(&folded.text).map(move |(start, ..)| (at, start)))
            .collect();
        Self { pieces, words }
    }

    /// The span of a run of letters inside one word.
    fn span(&self, word: usize, from: u32, to: u32) -> Option<Span> {
        let &(piece, start) = self.words.get(word)?;
        let (span, folded) = self.pieces.get(piece)?;
        let source = folded.source(start + from as usize..start + to as usize);
        let base = span.start as usize;
        (source.start < source.end).then(|| Span::new(base + source.start, base + source.end))
    }
}

/// The spans of the letters that matched, in order.
pub(super) fn marks(store: &Store, document: &Document, ranked: &Ranked) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut unfolded: Option<(u32, Unfolded)> = None;
    for (place, term) in ranked.places.iter().zip(&ranked.terms) {
        let Some(unit) = store.units.get(place.unit as usize) else { continue };
        if unfolded.as_ref().is_none_or(|(known, _)| *known != place.unit) {
            unfolded = Some((place.unit, Unfolded::new(document, unit)));
        }
        let Some((_, text)) = &unfolded else { continue };
        let mut run = |start: u32, end: u32| {
            for word in store.word_at(start)..=store.word_at(end.saturating_sub(1).max(start)) {
                let (at, word_end) = (store.word(word).at, store.word_end(word));
                let (from, to) = (start.max(at) - at, end.min(word_end).saturating_sub(at));
                if to > from {
                    out.extend(text.span((word - unit.words.start) as usize, from, to));
                }
            }
        };
        match place.letters {
            Letters::Run => run(place.start, place.end),
            Letters::Split(start, end) => {
                run(place.start, place.end);
                run(start, end);
            }
            Letters::Initials => {
                let letters = ranked.letters.get(*term).map(Vec::as_slice).unwrap_or_default();
                for start in initial_letters(store, letters, place) {
                    run(start, start + 1);
                }
            }
        }
    }
    out.sort_unstable();
    out.dedup();
    // Adjacent spans are merged.
    let mut merged: Vec<Span> = Vec::with_capacity(out.len());
    for span in out {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}
