//! Where the words of [`Asking`] stand in a text: all of them are looked for once, and each question about a part of the
//! text is then answered from the list.

use crate::lang::{Asking, Language};
use crate::text::Part as _;
use crate::text::chars::is_alphanumeric;
use std::ops::Range;
use std::sync::OnceLock;

/// The most places that are kept of a text.
const MOST: usize = 4000;
/// Buckets of words by their first bytes; a power of two.
const BUCKETS: usize = 1024;
/// How many bytes tell the bucket; no word is shorter.
const KEY: usize = 3;
/// How many letters Arabic writes onto a word.
const PREFIX: usize = 3;

/// The lists of [`Asking`] that are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Consulted,
    Reports,
    Gives,
    Reported,
    Assessed,
    Briefs,
    Agendas,
    Transmits,
    Resources,
    Session,
    Next,
    Periods,
    Bodies,
}

/// A place of a word: where it begins and ends, its list, and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Spot {
    start: usize,
    end: usize,
    list: List,
    index: usize,
}

/// The places of all words in a text, by where they begin and then by where they end.
pub(super) struct Spots(Vec<Spot>);

impl Spots {
    pub(super) fn of(language: Language, text: &str) -> Self {
        let table = Table::of(language);
        let mut out = Vec::new();
        let mut before = ' ';
        // Where the word began in which the letter stands, and how many of its letters were seen.
        let (mut word, mut letters) = (0, 0);
        for (at, letter) in text.char_indices() {
            let begins = !is_alphanumeric(before);
            (word, letters) = if begins { (at, 0) } else { (word, letters + 1) };
            let prefixed = || {
                let prefixes = language.words().asking.prefixes;
                letters <= PREFIX && prefixes.contains(&text.part(word..at))
            };
            if is_alphanumeric(letter) && (language == Language::Zh || begins || prefixed()) {
                table.put(language, text, at, &mut out);
            }
            if out.len() >= MOST {
                break;
            }
            before = letter;
        }
        out.sort_by_key(|spot| (spot.start, spot.end));
        Self(out)
    }

    /// The first word of a list in a part of the text: where it begins and ends.
    pub(super) fn first(&self, list: List, within: &Range<usize>) -> Option<Range<usize>> {
        self.all(list, within).next().map(|(range, _)| range)
    }

    /// All words of a list in a part of the text, in its order, with their numbers in the list.
    pub(super) fn all(
        &self,
        list: List,
        within: &Range<usize>,
    ) -> impl Iterator<Item = (Range<usize>, usize)> {
        let from = self.0.partition_point(|spot| spot.start < within.start);
        let spots = self.0.get(from..).unwrap_or_default().iter();
        let end = within.end;
        let here = spots.take_while(move |spot| spot.start < end);
        here.filter(move |spot| spot.list == list && spot.end <= end)
            .map(|spot| (spot.start..spot.end, spot.index))
    }
}

/// A word that is looked for.
struct Word {
    stem: &'static str,
    /// Whether it may go on: it is written with `*`, or a name whose end is not looked at.
    goes_on: bool,
    list: List,
    index: usize,
}

/// The words of a language by their first bytes.
struct Table(Vec<Vec<Word>>);

impl Table {
    fn of(language: Language) -> &'static Self {
        static TABLES: [OnceLock<Table>; Language::ALL.len()] =
            [const { OnceLock::new() }; Language::ALL.len()];
        let at = Language::ALL.iter().position(|one| *one == language).unwrap_or_default();
        let [first, ..] = &TABLES;
        TABLES.get(at).unwrap_or(first).get_or_init(|| Self::new(&language.words().asking))
    }

    fn new(words: &Asking) -> Self {
        let mut table = Self(std::iter::repeat_with(Vec::new).take(BUCKETS).collect());
        let lists = [
            (List::Consulted, words.consulted),
            (List::Reports, words.reports),
            (List::Gives, words.gives),
            (List::Reported, words.reported),
            (List::Assessed, words.assessed),
            (List::Briefs, words.briefs),
            (List::Agendas, words.agendas),
            (List::Transmits, words.transmits),
            (List::Resources, words.resources),
            (List::Session, words.session),
            (List::Next, words.next),
        ];
        for (list, words) in lists {
            words.iter().enumerate().for_each(|(index, word)| table.add(word, false, list, index));
        }
        for (index, (word, _)) in words.periods.iter().enumerate() {
            table.add(word, false, List::Periods, index);
        }
        for (index, (name, _)) in words.bodies.iter().enumerate() {
            table.add(name, true, List::Bodies, index);
        }
        table
    }

    fn add(&mut self, word: &'static str, goes_on: bool, list: List, index: usize) {
        let (stem, goes_on) = word.strip_suffix('*').map_or((word, goes_on), |stem| (stem, true));
        debug_assert!(stem.len() >= KEY && stem.starts_with(is_alphanumeric), "{word}");
        if let Some(bucket) = bucket(stem.as_bytes()).and_then(|at| self.0.get_mut(at)) {
            bucket.push(Word { stem, goes_on, list, index });
        }
    }

    /// Puts the words into the list that stand at a place of a text.
    fn put(&self, language: Language, text: &str, at: usize, out: &mut Vec<Spot>) {
        let rest = text.part(at..);
        let Some(words) = bucket(rest.as_bytes()).and_then(|bucket| self.0.get(bucket)) else { return };
        for word in words.iter().filter(|word| rest.starts_with(word.stem)) {
            let after = rest.part(word.stem.len()..).chars().next();
            let ends = word.goes_on || language == Language::Zh || !after.is_some_and(is_alphanumeric);
            if ends {
                out.push(Spot { start: at, end: at + word.stem.len(), list: word.list, index: word.index });
            }
        }
    }
}

fn bucket(bytes: &[u8]) -> Option<usize> {
    let key = bytes.first_chunk::<KEY>()?;
    let mixed =
        key.iter().fold(0_usize, |so_far, byte| so_far.wrapping_mul(31).wrapping_add(usize::from(*byte)));
    Some(mixed % BUCKETS)
}
