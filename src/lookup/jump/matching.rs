//! Where a term occurs in a document and how well: as a whole word, as a prefix, or as a guess.

use crate::text::Part as _;
use std::cell::RefCell;

use super::fuzzy::{Likeness, forgiven, likeness};
use super::index::{Entry, Store, bit};
use super::terms::Term;
use super::{GoOn, STRIDE};
use crate::lang::ar::without_particles;
use crate::lang::spelled;

/// How sure a match is. Whole words sort before prefixes, and prefixes before guesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Guess,
    Beginning,
    Whole,
}

/// Which letters matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// All letters from `start` to `end`.
    Run,
    /// Those, and a second run further on.
    Split(u32, u32),
    /// The first letter of each word.
    Initials,
}

/// One occurrence of a term.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub unit: u32,
    /// The index of its first word, and of its last.
    pub first: u32,
    pub last: u32,
    /// Its byte range in `squeezed`.
    pub start: u32,
    pub end: u32,
    pub grade: f32,
    pub class: Class,
    pub letters: Letters,
}

fn place(store: &Store, word: u32, grade: f32, class: Class) -> Place {
    Place {
        unit: store.unit_at(word),
        first: word,
        last: word,
        start: store.word(word).at,
        end: store.word_end(word),
        grade,
        class,
        letters: Letters::Run,
    }
}

fn beginning(typed: usize, word: u32, last: bool) -> f32 {
    0.72 + 0.18 * typed as f32 / word.max(1) as f32 + if last { 0.04 } else { 0.0 }
}

/// The occurrences of a term as typed: whole words, prefixes, several words glued together, and ordinals of numbers.
/// Sorted.
pub(super) fn literal(store: &Store, term: &Term) -> Vec<Place> {
    let mut out = Vec::new();
    if term.parts == 1 && !term.han && (term.letters.len() <= 2 || !term.required) {
        short(store, term, &mut out);
    } else {
        let stripped = without_particles(&term.text).filter(|_| term.parts == 1);
        scan(store, term, stripped.unwrap_or(&term.text), &mut out);
    }
    if term.number && term.parts == 1 {
        ordinals(store, term, &mut out);
    }
    out.sort_unstable_by_key(|place| (place.unit, place.first));
    out
}

/// Occurrences of stop words and of terms of one or two letters. They are looked up in the vocabulary, since as
/// substrings they occur nearly everywhere.
fn short(store: &Store, term: &Term, out: &mut Vec<Place>) {
    if !term.required && !term.last {
        let entry = store.ids.get(term.text.as_str()).and_then(|&id| store.entries.get(id as usize));
        for &word in entry.map(|entry| store.positions(entry)).unwrap_or_default() {
            out.push(place(store, word, 1.0, Class::Whole));
        }
        return;
    }
    let entries: Vec<&Entry> =
        store.entries.iter().filter(|entry| entry.text.starts_with(term.text.as_str())).collect();
    // For a prefix that occurs in every line ("a", "ال"), the best occurrence of each line is enough.
    let all: usize = entries.iter().map(|entry| entry.postings.len()).sum();
    let crowded = term.letters.len() == 1 || all > store.units.len() * 8;
    let mut best: Vec<Option<Place>> = if crowded { vec![None; store.units.len()] } else { Vec::new() };
    for entry in entries {
        let whole = entry.text.len() == term.text.len();
        let grade = if whole { 1.0 } else { beginning(term.letters.len(), entry.letters, term.last) };
        let class = if whole { Class::Whole } else { Class::Beginning };
        for &word in store.positions(entry) {
            let mut found = place(store, word, grade, class);
            found.end = found.start + term.text.len() as u32;
            match best.get_mut(found.unit as usize) {
                Some(slot)
                    if slot.is_none_or(|known| (found.grade, known.first) > (known.grade, found.first)) =>
                {
                    *slot = Some(found);
                }
                Some(_) => {}
                None => out.push(found),
            }
        }
    }
    out.extend(best.into_iter().flatten());
}

/// Whether a term is the opening verb of a clause without its ending, as are "request" and "recall".
fn is_opening(store: &Store, term: &Term, first: u32, last: u32, letters: u32) -> bool {
    let typed = term.letters.len() as u32;
    let ending = letters.saturating_sub(typed);
    first == last && typed >= 4 && ending <= 3 && store.opens(store.unit_at(first), first)
}

fn scan(store: &Store, term: &Term, needle: &str, out: &mut Vec<Place>) {
    for start in memchr::memmem::find_iter(store.squeezed.as_bytes(), needle.as_bytes()) {
        let (start, end) = (start as u32, (start + needle.len()) as u32);
        let (first, last) = (store.word_at(start), store.word_at(end - 1));
        let (Some(head), Some(tail)) = (store.entry_of(first), store.entry_of(last)) else { continue };
        let offset = start - store.word(first).at;
        let whole_end = end == store.word_end(last);
        let begins = offset == 0 || particle(head, offset);
        let several = last > first && term.parts == 1;
        let ragged = if whole_end { 0 } else { end - store.word(last).at };
        let (grade, class) = match (begins, whole_end) {
            // A match that extends into the next word by only a few letters is not a glued word.
            (true, false) if several && ragged < 4 => continue,
            (true, true) if several && term.letters.len() < 5 => (0.8, Class::Guess),
            (true, true) if several => (0.97, Class::Whole),
            (true, true)
                if first == last && store.word_end(last) - store.word(first).at == term.text.len() as u32 =>
            {
                (1.0, Class::Whole)
            }
            (true, true) if offset > 0 || term.parts == 1 => (0.87, Class::Whole),
            (true, true) => (0.97, Class::Whole),
            // "request" is the opening verb "Requests" as much as it is the word.
            (true, false) if is_opening(store, term, first, last, tail.letters) => (0.97, Class::Whole),
            (true, false) => (beginning(term.letters.len(), tail.letters, term.last), Class::Beginning),
            (false, _) if several && term.letters.len() < 6 => continue,
            (false, _) if term.number || term.han => continue,
            (false, _) => (0.44 + 0.2 * term.letters.len() as f32 / head.letters.max(1) as f32, Class::Guess),
        };
        out.push(Place {
            unit: store.unit_at(first),
            first,
            last,
            start,
            end,
            grade,
            class,
            letters: Letters::Run,
        });
    }
}

/// Whether the text before an offset in an Arabic word is a particle written onto it.
fn particle(entry: &Entry, offset: u32) -> bool {
    offset > 0 && entry.particles == offset
}

/// Matches "65" and "65th" with "sixty-fifth".
fn ordinals(store: &Store, term: &Term, out: &mut Vec<Place>) {
    let digits = term.text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let ending = term.text.len() - digits.len();
    let Ok(number) = digits.parse() else { return };
    if ending > 6 {
        return;
    }
    for stem in spelled::ordinals(number) {
        for start in memchr::memmem::find_iter(store.squeezed.as_bytes(), stem.as_bytes()) {
            let (start, end) = (start as u32, (start + stem.len()) as u32);
            let (first, last) = (store.word_at(start), store.word_at(end - 1));
            let tail = store.word_end(last).saturating_sub(end);
            let begins = store.word(first).at == start
                || store.entry_of(first).is_some_and(|entry| particle(entry, start - store.word(first).at));
            if begins && tail <= 6 {
                let mut found = place(store, first, 0.85, Class::Beginning);
                (found.last, found.end) = (last, store.word_end(last));
                out.push(found);
            }
        }
    }
}

thread_local! {
    static SCRATCH: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
}

/// Less certain matches: other endings, typing mistakes, initials, and glued words that are not adjacent. Sorted.
pub(super) fn guesses(store: &Store, term: &Term, go_on: GoOn<'_>) -> Vec<Place> {
    let mut out = Vec::new();
    if term.han || term.number || term.parts > 1 || term.letters.len() < 2 {
        return out;
    }
    if term.letters.len() >= 3 {
        SCRATCH.with_borrow_mut(|scratch| alike(store, term, scratch, go_on, &mut out));
    }
    if (2..=8).contains(&term.letters.len()) {
        initials(store, term, go_on, &mut out);
    }
    if term.letters.len() >= 6 {
        splits(store, term, go_on, &mut out);
    }
    out.sort_unstable_by_key(|place| (place.unit, place.first));
    out
}

fn alike(store: &Store, term: &Term, scratch: &mut Vec<u32>, go_on: GoOn<'_>, out: &mut Vec<Place>) {
    let letters = &term.letters;
    let stripped: Vec<char> = without_particles(&term.text).unwrap_or(&term.text).chars().collect();
    let masks =
        [letters, &stripped].map(|letters| letters.iter().fold(0_u64, |mask, &letter| mask | bit(letter)));
    let mistakes = forgiven(letters.len() + 1);
    let head: String = stripped.iter().take(4).collect();
    let mut word: Vec<char> = Vec::new();
    for (at, entry) in store.entries.iter().enumerate() {
        if at.is_multiple_of(STRIDE) && !go_on() {
            return;
        }
        if entry.letters < 3 || entry.letters + 3 < stripped.len() as u32 {
            continue;
        }
        let mut best: Option<f32> = None;
        let bare = entry.text.part(entry.particles as usize..);
        // The words are compared as written, and both without Arabic particles.
        let both =
            [(&*entry.text, entry.mask, letters, masks[0]), (bare, entry.bare_mask, &stripped, masks[1])];
        let inflected = entry.particles > 0 || stripped.len() < letters.len();
        for &(candidate, mask, letters, typed_mask) in both.iter().take(1 + usize::from(inflected)) {
            // At most three letters may differ in an ending, and one or two by mistakes.
            let strange = (typed_mask & !mask).count_ones();
            if strange > 3 || (strange > mistakes && !candidate.starts_with(head.as_str())) {
                continue;
            }
            if candidate.starts_with(term.text.as_str()) {
                continue;
            }
            word.clear();
            word.extend(candidate.chars());
            let Some(likeness) = likeness(letters, &word, scratch) else { continue };
            let mut grade = match likeness {
                Likeness::Stem(endings) => 0.77 - 0.02 * endings as f32,
                // Words of four letters are easily alike, so they score lower.
                Likeness::Typos(mistakes) if letters.len() <= 4 => 0.76 - 0.1 * mistakes as f32,
                Likeness::Typos(mistakes) => 0.82 - 0.1 * mistakes as f32,
                Likeness::TyposInBeginning(mistakes) => {
                    0.66 - 0.1 * mistakes as f32 + 0.06 * letters.len() as f32 / word.len().max(1) as f32
                }
            };
            if letters.first() != word.first() {
                grade -= 0.05;
            }
            best = Some(best.map_or(grade, |best| best.max(grade)));
        }
        if let Some(grade) = best {
            out.extend(store.positions(entry).iter().map(|&word| place(store, word, grade, Class::Guess)));
        }
    }
}

/// How the initials of a run of words were chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Initials {
    /// Some short words were taken and some left out.
    Mixed,
    /// Every word was taken.
    All,
    /// Short words were left out.
    Content,
}

/// The words from a given one on whose initials are the letters of the term; how they were chosen, and whether all
/// have capitals.
fn initial_words(
    store: &Store,
    letters: &[char],
    from: u32,
    to: u32,
    words: &mut Vec<u32>,
) -> Option<(Initials, bool)> {
    [Initials::Content, Initials::All, Initials::Mixed].into_iter().find_map(|how| {
        words.clear();
        let mut capitals = true;
        let mut wanted = letters.iter();
        let mut next = wanted.next()?;
        for index in from..to {
            let word = store.word(index);
            let takes = word.first == *next && !(how == Initials::Content && word.skippable);
            if takes {
                words.push(index);
                capitals &= word.capital || word.skippable;
                match wanted.next() {
                    Some(letter) => next = letter,
                    None => return Some((how, capitals)),
                }
            } else if how == Initials::All || !word.skippable || words.is_empty() {
                return None;
            }
        }
        None
    })
}

/// The byte offsets of the words whose initials are the letters of the term.
pub(super) fn initial_letters(store: &Store, letters: &[char], place: &Place) -> Vec<u32> {
    let mut words = Vec::new();
    if initial_words(store, letters, place.first, place.last + 1, &mut words).is_none() {
        return Vec::new();
    }
    words.into_iter().map(|word| store.word(word).at).collect()
}

fn initials(store: &Store, term: &Term, go_on: GoOn<'_>, out: &mut Vec<Place>) {
    let Some(&first) = term.letters.first() else { return };
    let mut words = Vec::new();
    let all = term.letters.iter().fold(0, |mask, &letter| mask | bit(letter));
    for (at, unit) in store.units.iter().filter(|unit| unit.firsts & all == all).enumerate() {
        if at.is_multiple_of(STRIDE) && !go_on() {
            return;
        }
        for (index, word) in (unit.words.start..).zip(store.words_of(unit)) {
            if word.first != first {
                continue;
            }
            let Some((how, capitals)) =
                initial_words(store, &term.letters, index, unit.words.end, &mut words)
            else {
                continue;
            };
            // The more letters, the less likely is a coincidence.
            let mut grade = 0.44 + 0.06 * term.letters.len().min(6) as f32;
            if how == Initials::Mixed {
                grade -= 0.12;
            }
            // The first word of a paragraph always has a capital, so it does not count; "Secrétaire général" has one
            // capital, "Secretary-General" two.
            if word.capital && (index > unit.body || capitals) {
                grade += if capitals { 0.12 } else { 0.09 };
            }
            let mut found = place(store, index, grade, Class::Guess);
            (found.last, found.letters) = (words.last().copied().unwrap_or(index), Letters::Initials);
            out.push(found);
        }
    }
}

/// "droitshomme": two words of one paragraph typed as one.
fn splits(store: &Store, term: &Term, go_on: GoOn<'_>, out: &mut Vec<Place>) {
    let cuts = term.text.char_indices().map(|(at, _)| at).skip(3);
    for at in cuts.take_while(|_| go_on()) {
        let (Some(head), Some(tail)) = (term.text.get(..at), term.text.get(at..)) else { continue };
        let letters = tail.chars().count();
        if letters < 3 {
            break;
        }
        let Some(head) = store.ids.get(head).and_then(|&id| store.entries.get(id as usize)) else { continue };
        for entry in store.entries.iter().filter(|entry| entry.text.starts_with(tail)) {
            let whole = entry.text.len() == tail.len();
            let grade = if whole { 0.7 } else { 0.6 + 0.1 * letters as f32 / entry.letters.max(1) as f32 };
            let seconds = store.positions(entry);
            for &first in store.positions(head) {
                let unit = store.unit_at(first);
                let next = seconds.get(seconds.partition_point(|&second| second <= first)).copied();
                let Some(second) = next.filter(|&second| store.unit_at(second) == unit) else { continue };
                let gap = store.word(second).content.saturating_sub(store.word(first).content);
                let mut found = place(store, first, grade - 0.02 * gap.min(10) as f32, Class::Guess);
                let start = store.word(second).at;
                (found.last, found.letters) = (second, Letters::Split(start, start + tail.len() as u32));
                out.push(found);
            }
        }
    }
}
