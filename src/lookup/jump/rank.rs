//! Ranks candidates by the occurrences of the terms.
//!
//! The criteria, in this order: how sure the least sure term is (whole words, prefixes, guesses, one term missing,
//! scattered letters), how well the terms match, how close together they are, and whether they are in the typed
//! order.

use super::index::{Store, Unit};
use super::matching::{Class, Place, guesses, literal};
use super::scattered;
use super::terms::{Term, terms};
use super::{GoOn, STRIDE};
use crate::text::Part as _;

/// A candidate with its score and the occurrences to mark.
#[derive(Clone, Debug)]
pub(super) struct Ranked {
    pub unit: u32,
    pub score: f32,
    pub places: Vec<Place>,
    /// For each occurrence, the index of its term; needed for initials.
    pub terms: Vec<usize>,
    pub letters: std::rc::Rc<Vec<Vec<char>>>,
}

/// With fewer hits than this, less certain matches are tried.
const ENOUGH: usize = 20;

/// The least score of a candidate that has all the words.
pub(super) const COMPLETE: f32 = 1.0;

/// All candidates that have only the letters of the words score less.
pub(super) const SCATTERED: f32 = 0.5;

/// The scores of candidates that do what is asked for, but lack other words of the query: above guesses.
pub(super) const NO_WORDS: std::ops::Range<f32> = 1.995..1.9995;

/// The score of candidates that do what a verb says as people say it, which may have been meant as a word: above guesses.
pub(super) const AS_SPOKEN: f32 = 1.9998;

/// All clauses, those of the operative part first.
pub(super) fn all(store: &Store) -> Vec<Ranked> {
    let units = || (0..).zip(&store.units).filter(|(_, unit)| !unit.aside && unit.row.is_none());
    let (preambular, operative): (Vec<_>, Vec<_>) = units().partition(|(_, unit)| unit.preambular);
    let ranked = |(unit, _)| Ranked {
        unit,
        score: COMPLETE,
        places: Vec::new(),
        terms: Vec::new(),
        letters: std::rc::Rc::default(),
    };
    operative.into_iter().chain(preambular).map(ranked).collect()
}

/// All candidates, best first.
pub(super) fn rank(store: &Store, query: &str, go_on: GoOn<'_>) -> Vec<Ranked> {
    let terms = terms(query, store);
    if terms.is_empty() {
        return Vec::new();
    }
    let letters = std::rc::Rc::new(terms.iter().map(|term| term.letters.clone()).collect::<Vec<_>>());
    let mut search = Search::new(store, &terms, go_on);
    for (at, term) in terms.iter().enumerate().take_while(|_| go_on()) {
        search.add(at, literal(store, term));
    }
    search.weigh();
    let mut found = search.hits(0);
    if found.len() < ENOUGH {
        for (at, term) in terms.iter().enumerate().filter(|(_, term)| term.required) {
            search.add(at, guesses(store, term, go_on));
        }
        found = search.hits(0);
    }
    // Each term must match, unless no paragraph has all of them.
    let complete = !found.is_empty();
    let required = terms.iter().filter(|term| term.required).count();
    for missing in (1..required).take_while(|_| !complete) {
        let more = search.hits(missing);
        found.extend(more.into_iter().filter(|(_, score)| *score > 0.0));
        if !found.is_empty() {
            break;
        }
    }
    let mut ranked: Vec<Ranked> = found
        .into_iter()
        .map(|(unit, score)| Ranked {
            unit,
            score,
            places: Vec::new(),
            terms: Vec::new(),
            letters: letters.clone(),
        })
        .collect();
    // Scattered letters are only tried where no paragraph has the words.
    if !complete {
        let known: std::collections::HashSet<u32> = ranked.iter().map(|ranked| ranked.unit).collect();
        ranked.extend(
            scattered::scattered(store, &terms, go_on)
                .into_iter()
                .filter(|(unit, ..)| !known.contains(unit))
                .map(|(unit, score, places)| Ranked {
                    unit,
                    score,
                    terms: vec![0; places.len()],
                    places,
                    letters: letters.clone(),
                }),
        );
    }
    let preambular = |unit| store.units.get(unit as usize).is_some_and(|unit: &Unit| unit.preambular);
    ranked.sort_by(|a, b| {
        let order = || preambular(a.unit).cmp(&preambular(b.unit)).then(a.unit.cmp(&b.unit));
        b.score.total_cmp(&a.score).then_with(order)
    });
    for ranked in ranked.iter_mut().take(64).filter(|ranked| ranked.places.is_empty()) {
        (ranked.places, ranked.terms) = search.marked(ranked.unit);
    }
    ranked
}

/// How well each of these clauses has the words of a query, from 0 to 1, though none need have all of them.
pub(super) fn likeness(store: &Store, query: &str, units: &[u32], go_on: GoOn<'_>) -> Vec<f32> {
    let terms = terms(query, store);
    let mut search = Search::new(store, &terms, go_on);
    for (at, term) in terms.iter().enumerate().take_while(|_| go_on()) {
        search.add(at, literal(store, term));
        if term.required {
            search.add(at, guesses(store, term, go_on));
        }
    }
    search.weigh();
    let required: Vec<usize> =
        (0..terms.len()).filter(|&at| terms.get(at).is_some_and(|term| term.required)).collect();
    let below = search.below();
    let held = |unit: u32| required.iter().any(|&term| below(term, unit).is_some());
    let like =
        |&unit: &u32| if held(unit) { search.score(unit, &required, &below, false, true) } else { 0.0 };
    units.iter().map(like).collect()
}

struct Search<'s> {
    store: &'s Store,
    terms: &'s [Term],
    go_on: GoOn<'s>,
    /// For each term, its occurrences, sorted by unit and word.
    places: Vec<Vec<Place>>,
    /// For each term and unit, the best grade with its class.
    best: Vec<Vec<Option<(f32, Class)>>>,
    /// The weight of each term; the weights of all required terms add up to 1.
    weights: Vec<f32>,
    /// The query without spaces, to be found as a phrase.
    phrase: String,
}

/// The best match of a term in a unit or in what is below it.
type Best = Option<(f32, Class)>;

impl<'s> Search<'s> {
    fn new(store: &'s Store, terms: &'s [Term], go_on: GoOn<'s>) -> Self {
        Self {
            store,
            terms,
            go_on,
            places: vec![Vec::new(); terms.len()],
            best: vec![vec![None; store.units.len()]; terms.len()],
            weights: Vec::new(),
            phrase: terms.iter().map(|term| term.text.as_str()).collect(),
        }
    }

    fn add(&mut self, term: usize, places: Vec<Place>) {
        let (Some(all), Some(best)) = (self.places.get_mut(term), self.best.get_mut(term)) else { return };
        for place in &places {
            if let Some(slot) = best.get_mut(place.unit as usize)
                && slot.is_none_or(|(grade, class)| (place.class, place.grade) > (class, grade))
            {
                *slot = Some((place.grade, place.class));
            }
        }
        if all.is_empty() {
            *all = places;
        } else {
            all.extend(places);
            all.sort_by_key(|place| (place.unit, place.first));
        }
    }

    /// Gives rare terms more weight than common ones.
    fn weigh(&mut self) {
        let total = self.store.units.len() as f32;
        let raw: Vec<f32> = self
            .terms
            .iter()
            .zip(&self.best)
            .map(|(term, best)| {
                let units = best.iter().flatten().count() as f32;
                let telling = (1.0 + total / (units + 1.0)).ln().max(0.2);
                if term.required { telling } else { 0.0 }
            })
            .collect();
        let sum: f32 = raw.iter().sum();
        self.weights = raw.into_iter().map(|weight| weight / sum.max(0.01)).collect();
    }

    fn best(&self, term: usize, unit: u32) -> Best {
        self.best.get(term).and_then(|best| best.get(unit as usize)).copied().flatten()
    }

    /// The units that contain all required terms except `missing` of them, with their scores.
    fn hits(&self, missing: usize) -> Vec<(u32, f32)> {
        let below = self.below();
        let required: Vec<usize> =
            self.terms.iter().enumerate().filter(|(_, term)| term.required).map(|(at, _)| at).collect();
        if missing > 0 && required.len() < 2 {
            return Vec::new();
        }
        let mut out = Vec::new();
        // Where a clause below contains all terms by itself, that clause is meant and not its parent.
        let mut holds_below = vec![false; self.store.units.len()];
        for unit in (0..self.store.units.len() as u32).rev() {
            if (unit as usize).is_multiple_of(STRIDE) && !(self.go_on)() {
                break;
            }
            let own = required.iter().filter(|&&term| self.best(term, unit).is_some()).count();
            let all = required.iter().filter(|&&term| below(term, unit).is_some()).count();
            let wanted = required.len() - missing;
            let deeper = holds_below.get(unit as usize).copied().unwrap_or_default();
            if all >= required.len()
                && let Some(parent) = self.store.units.get(unit as usize).and_then(|unit| unit.parent)
                && let Some(slot) = holds_below.get_mut(parent as usize)
            {
                *slot = true;
            }
            let is_own = own >= wanted;
            let is_spread = missing == 0 && all >= wanted && !deeper;
            if (missing > 0 && own >= required.len()) || !(is_own || is_spread) {
                continue;
            }
            out.push((unit, self.score(unit, &required, &below, is_own, missing > 0)));
        }
        out
    }

    /// The best match of a term in a unit or below it.
    fn below(&self) -> impl Fn(usize, u32) -> Best + use<> {
        let mut below = self.best.clone();
        for (unit, parent) in
            self.store.units.iter().enumerate().rev().filter_map(|(at, unit)| Some((at, unit.parent?)))
        {
            for best in &mut below {
                let mine = best.get(unit).copied().flatten();
                if let (Some((grade, class)), Some(slot)) = (mine, best.get_mut(parent as usize))
                    && slot.is_none_or(|(known, its)| (class, grade) > (its, known))
                {
                    *slot = Some((grade, class));
                }
            }
        }
        move |term, unit| below.get(term).and_then(|best| best.get(unit as usize)).copied().flatten()
    }

    fn score(
        &self,
        unit: u32,
        required: &[usize],
        below: &dyn Fn(usize, u32) -> Best,
        own: bool,
        partial: bool,
    ) -> f32 {
        let mut class = Class::Whole;
        let mut grade = 0.0;
        for &term in required {
            let best = if own { self.best(term, unit) } else { below(term, unit) };
            let Some((its_grade, its_class)) = best else { continue };
            grade += its_grade * self.weights.get(term).copied().unwrap_or_default();
            class = class.min(its_class);
        }
        let window = if own { self.window(unit) } else { None };
        // For guesses, likeness matters more than closeness.
        let near = if class == Class::Guess { 0.6 } else { 1.0 };
        let mut score = if class == Class::Guess { 0.7 * grade } else { 0.5 * grade };
        if let Some(window) = &window {
            score += near * (0.22 * window.compact + 0.06 * window.ordered) + 0.05 * window.opening;
        }
        if own && self.terms.len() > 1 && self.holds_phrase(unit) {
            score += 0.08;
        }
        let little = self.terms.iter().enumerate().filter(|(_, term)| !term.required);
        let (held, all) = little.fold((0_u8, 0_u8), |(held, all), (at, _)| {
            (held + u8::from(self.best(at, unit).is_some()), all + 1)
        });
        if all > 0 {
            score += 0.04 * f32::from(held) / f32::from(all);
        }
        let aside = self.is_aside(unit);
        if aside {
            score -= 0.08;
        }
        // Scores are rounded to a thousandth, so that among equals the operative part comes first, and then the order
        // of the document decides.
        score = (score.clamp(0.0, 0.99) * 1000.0).round() / 1000.0;
        if partial {
            return 0.5 + 0.5 * score;
        }
        let base = match class {
            Class::Whole => 3.0,
            Class::Beginning => 2.0,
            Class::Guess => 1.0,
        };
        // Numbers in a masthead or note are those of sessions and other documents.
        if aside && self.terms.iter().all(|term| term.text.bytes().all(|byte| byte.is_ascii_digit())) {
            return COMPLETE + 0.001 * score;
        }
        base + score
    }

    fn holds_phrase(&self, unit: u32) -> bool {
        let range = self
            .store
            .units
            .get(unit as usize)
            .map(|unit| unit.bytes.start as usize..unit.bytes.end as usize);
        let line = range.and_then(|range| self.store.squeezed.as_bytes().get(range)).unwrap_or_default();
        memchr::memmem::find(line, self.phrase.as_bytes()).is_some()
    }

    /// Whether a unit is a note or part of the masthead, which are rarely meant.
    fn is_aside(&self, unit: u32) -> bool {
        self.store.units.get(unit as usize).is_some_and(|unit| unit.aside)
    }

    fn places_in(&self, term: usize, unit: u32) -> &[Place] {
        let places = self.places.get(term).map(Vec::as_slice).unwrap_or_default();
        let from = places.partition_point(|place| place.unit < unit);
        let to = places.partition_point(|place| place.unit <= unit);
        places.part(from..to)
    }

    /// The good occurrences of all terms in a unit, in the order of the text.
    fn good_places(&self, unit: u32) -> Vec<(usize, Place)> {
        let mut out: Vec<(usize, Place)> = Vec::new();
        for term in 0..self.terms.len() {
            let Some((grade, class)) = self.best(term, unit) else { continue };
            let good = |place: &&Place| place.class >= class && place.grade >= grade - 0.12;
            out.extend(self.places_in(term, unit).iter().filter(good).take(200).map(|place| (term, *place)));
        }
        out.sort_by_key(|(term, place)| (place.first, *term));
        out
    }

    /// The shortest stretch of a unit that contains every term that the unit has.
    fn window(&self, unit: u32) -> Option<Window> {
        let places: Vec<(usize, Place)> = self
            .good_places(unit)
            .into_iter()
            .filter(|(term, _)| self.terms.get(*term).is_some_and(|term| term.required))
            .collect();
        let kinds = (0..self.terms.len()).filter(|&term| places.iter().any(|(its, _)| *its == term)).count();
        if kinds == 0 {
            return None;
        }
        let mut counts = vec![0_u32; self.terms.len()];
        let (mut held, mut from) = (0, 0);
        let mut best: Option<(f32, u32, std::ops::Range<usize>)> = None;
        for (to, (term, place)) in places.iter().enumerate() {
            let count = counts.get_mut(*term)?;
            *count += 1;
            held += usize::from(*count == 1);
            while held == kinds {
                let (first_term, first) = places.get(from)?;
                let spread =
                    self.store.word(place.last).content.saturating_sub(self.store.word(first.first).content)
                        + 1;
                let ordered = Self::ordered(places.part(from..=to));
                let cost = spread as f32 - ordered;
                if best.as_ref().is_none_or(|(known, ..)| cost < *known) {
                    best = Some((cost, spread, from..to + 1));
                }
                let count = counts.get_mut(*first_term)?;
                *count -= 1;
                held -= usize::from(*count == 0);
                from += 1;
            }
        }
        let (_, spread, range) = best?;
        let stretch = places.part(range);
        let words: u32 = stretch
            .iter()
            .map(|(_, place)| place.last - place.first + 1)
            .min()
            .unwrap_or(1)
            .max(kinds as u32);
        let mut compact = if kinds == 1 { 0.5 } else { (words as f32 / spread.max(words) as f32).sqrt() };
        // Two terms that match the same word are not neighbours.
        if stretch.windows(2).any(|pair| matches!(pair, [(_, a), (_, b)] if a.first == b.first)) {
            compact *= 0.3;
        }
        let body = self.store.units.get(unit as usize).map_or(0, |unit| unit.body);
        let first = || places.iter().filter(|(term, _)| *term == 0).map(|(_, place)| place.first);
        // "Requests" is a little nearer to "requests" than "Also requests" is.
        let opening = if first().any(|word| word == body) {
            1.0
        } else if first().any(|word| self.store.opens(unit, word)) {
            0.8
        } else {
            0.0
        };
        // An opening verb is far from most words of its clause.
        if opening > 0.0 && kinds > 1 {
            compact = compact.max(0.65);
        }
        Some(Window {
            compact,
            ordered: if kinds == 1 { 0.0 } else { Self::ordered(stretch) },
            opening,
            places: stretch.to_vec(),
        })
    }

    /// The share, from 0 to 1, of terms that follow the term typed before them.
    fn ordered(stretch: &[(usize, Place)]) -> f32 {
        let pairs = stretch.windows(2).filter(|pair| matches!(pair, [(a, _), (b, _)] if a < b)).count();
        pairs as f32 / stretch.len().saturating_sub(1).max(1) as f32
    }

    /// The occurrences to mark: those of the best stretch, or the best ones below the unit.
    fn marked(&self, unit: u32) -> (Vec<Place>, Vec<usize>) {
        let required = |term: &usize| self.terms.get(*term).is_some_and(|term| term.required);
        let mut out: Vec<(usize, Place)> = self.window(unit).map(|window| window.places).unwrap_or_default();
        let missing: Vec<usize> = (0..self.terms.len())
            .filter(required)
            .filter(|term| !out.iter().any(|(its, _)| its == term))
            .collect();
        if !missing.is_empty() {
            let below = |mut at: u32| loop {
                match self.store.units.get(at as usize).and_then(|unit| unit.parent) {
                    Some(parent) if parent == unit => return true,
                    Some(parent) => at = parent,
                    None => return false,
                }
            };
            for term in missing {
                let places = self.places.get(term).map(Vec::as_slice).unwrap_or_default();
                let from = places.partition_point(|place| place.unit <= unit);
                let rest = places.part(from..);
                let inside = rest.iter().take_while(|place| below(place.unit));
                out.extend(
                    inside
                        .max_by(|a, b| {
                            (a.class, a.grade)
                                .partial_cmp(&(b.class, b.grade))
                                .unwrap_or(std::cmp::Ordering::Equal)
                        })
                        .map(|place| (term, *place)),
                );
            }
        }
        out.sort_by_key(|(_, place)| place.start);
        let terms = out.iter().map(|(term, _)| *term).collect();
        (out.into_iter().map(|(_, place)| place).collect(), terms)
    }
}

struct Window {
    /// How close together the terms are; 1 where they are adjacent.
    compact: f32,
    ordered: f32,
    /// 1 where the first term is the first word, which is mostly an opening verb, less where it is another word of that
    /// verb, else 0.
    opening: f32,
    places: Vec<(usize, Place)>,
}
