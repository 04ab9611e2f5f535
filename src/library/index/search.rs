//! Finds paragraphs and documents in the index.
//!
//! A paragraph ranks by how many of the words it has itself, then by how many it has with the title and the paragraphs above
//! it, then by how rare the words are. Words are compared by their stems; the same form, and the words beside each other,
//! count more.

mod actions;
pub(super) mod cited;
pub(super) mod votes;

use super::Trouble;
use super::generation::Site;
use super::key::{key, typed_keys};
use super::record::{Card, Paragraph};
use super::schema::{Fields, Stored};
use super::sources::Origin;
use super::update::Placed;
use super::words::{folded, languages, stem};
use crate::lang::Language;
use crate::lookup::jump::is_stop;
use std::collections::HashMap;
use std::hash::Hash;
use std::path::Path;
use tantivy::collector::TopDocs;
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, Occur, PhraseQuery, Query as Clause, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption, Value as _};
use tantivy::{DocAddress, IndexReader, ReloadPolicy, Searcher, TantivyDocument, Term};

/// How often a generation is opened that is removed meanwhile.
const MOST_TRIES: usize = 8;
/// How many words of a query count.
const MOST_WORDS: usize = 16;
/// How many words that begin like the one being typed are tried.
const MOST_ENDINGS: usize = 64;
/// How many paragraphs are looked at for a list of `limit` hits, since the same wording is listed once.
const ROOM: usize = 8;
/// What it is worth to have all words itself, ...
const ALL: f32 = 1000.0;
/// ... and all with what stands above.
const ALL_ABOVE: f32 = 500.0;

/// What is searched for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Query {
    pub words: String,
    pub language: Option<Language>,
    /// Organs by the stem of their symbols, in lower case: "s".
    pub organ: Option<String>,
    pub session: Option<String>,
    pub year: Option<String>,
    pub act: Option<String>,
    pub by: Option<String>,
    /// For when it is asked: "GA81", "GA", "2026", "2026-03-31".
    pub due: Option<String>,
    /// Words of a subject that the document is filed under, folded.
    pub subject: Option<String>,
    /// How a State voted, both folded: "no france".
    pub voted: Option<String>,
    /// The key of what is cited, and the paragraph of it.
    pub cites: Option<(String, Option<String>)>,
    /// Whether the last word is still being typed.
    pub typing: bool,
    pub limit: usize,
}

/// A paragraph that was found.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    pub symbol: Option<String>,
    pub paragraph: Paragraph,
    pub score: f32,
    /// The same wording in other documents: symbol and anchor.
    pub same: Vec<(Option<String>, String)>,
    pub document: Found,
}

/// A document that was found.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub origin: Origin,
    pub card: Card,
    /// Only the name of its file was looked at so far.
    unread: bool,
    /// Its number in the index.
    number: u64,
}

impl Found {
    /// What it is called in a list: its symbol, or else the name of its file.
    pub(crate) fn name(&self) -> String {
        self.card.symbol.clone().unwrap_or_else(|| self.origin.source().name())
    }

    /// What it has in common with its versions in other languages: the key of its symbol, or else its path.
    fn work(&self) -> String {
        self.card.symbol.as_deref().map_or_else(|| self.origin.path.clone(), key)
    }
}

/// What is listed once, although each of its versions in other languages has it: in English, or else of the version that
/// was indexed first. `document` says of which document it is.
fn once<S: Hash + Eq, T>(all: impl Iterator<Item = (S, T)>, document: impl Fn(&T) -> &Found) -> Vec<(S, T)> {
    let rank = |item: &T| {
        let Found { card, number, .. } = document(item);
        (card.language != Some(Language::En), *number)
    };
    let mut best: HashMap<S, T> = HashMap::new();
    for (slot, item) in all {
        if best.get(&slot).is_none_or(|known| rank(&item) < rank(known)) {
            best.insert(slot, item);
        }
    }
    best.into_iter().collect()
}

/// A library that is open for reading.
pub(crate) struct Shelf {
    site: Site,
    #[cfg(test)]
    generation: String,
    fields: Fields,
    reader: IndexReader,
}

impl Shelf {
    pub(crate) fn open(site: &Site) -> Result<Self, Trouble> {
        let mut generation = site.current()?;
        for _ in 0..MOST_TRIES {
            let opened = Self::of_generation(site, &generation);
            let current = site.current()?;
            // One that was on the way to the next is removed as soon as that is published.
            if opened.is_ok() || current == generation {
                return opened;
            }
            generation = current;
        }
        Self::of_generation(site, &generation)
    }

    fn of_generation(site: &Site, generation: &str) -> Result<Self, Trouble> {
        let index = site.open(generation)?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into();
        let reader = reader.map_err(|cause| site.unread(&cause))?;
        Ok(Self {
            site: site.clone(),
            #[cfg(test)]
            generation: generation.to_owned(),
            fields: Fields::new(),
            reader,
        })
    }

    /// Where the library lies.
    pub(crate) fn folder(&self) -> &Path {
        self.site.folder()
    }

    /// Reads the generation that was published meanwhile, if one was, and says so.
    #[cfg(test)]
    pub(crate) fn refresh(&mut self) -> bool {
        let newer = self.site.current().is_ok_and(|current| current != self.generation);
        let opened = newer.then(|| Self::open(&self.site).ok()).flatten();
        opened.is_some_and(|opened| {
            *self = opened;
            true
        })
    }

    /// How many paragraphs there are.
    pub(crate) fn paragraphs(&self) -> u64 {
        let kind = Term::from_field_text(self.fields.kind, "paragraph");
        self.reader.searcher().doc_freq(&kind).unwrap_or_default()
    }

    /// The documents that have several symbols, by their words and their markup.
    pub(crate) fn disputed(&self) -> Result<Vec<Found>, Trouble> {
        let searcher = self.reader.searcher();
        let cards = self.all(&searcher, &*term(Term::from_field_text(self.fields.kind, "card")))?;
        let cards = cards.into_iter().filter_map(|address| self.card(&searcher, address));
        Ok(cards.filter(|found| found.card.claims.len() > 1).collect())
    }

    /// The paragraphs that have the words, best first.
    pub(crate) fn search(&self, query: &Query) -> Result<Vec<Hit>, Trouble> {
        let searcher = self.reader.searcher();
        let Some(clause) = self.clause(&searcher, query) else { return Ok(Vec::new()) };
        let top = TopDocs::with_limit(query.limit.max(1) * ROOM).order_by_score();
        let found = searcher.search(&clause, &top).map_err(|cause| self.site.unread(&cause))?;
        // Paragraphs of the same wording are one hit, and the newest is shown.
        let mut groups: Vec<(f32, Vec<(u64, DocAddress)>)> = Vec::new();
        let mut by_wording: HashMap<u64, usize> = HashMap::new();
        for (score, address) in found {
            let day = number(&searcher, address, "day");
            let wording = number(&searcher, address, "wording");
            if let Some((_, group)) = by_wording.get(&wording).and_then(|&at| groups.get_mut(at)) {
                group.push((day, address));
            } else if groups.len() < query.limit {
                by_wording.insert(wording, groups.len());
                groups.push((score, vec![(day, address)]));
            }
        }
        Ok(groups.into_iter().filter_map(|(score, group)| self.hit(&searcher, score, group)).collect())
    }

    fn hit(&self, searcher: &Searcher, score: f32, mut group: Vec<(u64, DocAddress)>) -> Option<Hit> {
        group.sort_by_key(|&(day, _)| std::cmp::Reverse(day));
        let &(_, newest) = group.first()?;
        let Stored { symbol, paragraph } = self.stored(searcher, newest)?;
        let document = self.document(searcher, number(searcher, newest, "document"))?;
        let others = group.iter().skip(1).filter_map(|&(_, address)| self.stored(searcher, address));
        let same = others.map(|stored| (stored.symbol, stored.paragraph.anchor)).collect();
        Some(Hit { symbol, paragraph, score, same, document })
    }

    /// The documents that a typed number or symbol names, and how much of the text it is. The best is first: in this
    /// language, and of those the one that was read.
    pub(crate) fn named(&self, typed: &str, language: Option<Language>) -> (Vec<Found>, usize) {
        let (keys, length) = typed_keys(typed);
        let searcher = self.reader.searcher();
        for key in keys {
            let mut found = self.cards(
                &searcher,
                &TermQuery::new(Term::from_field_text(self.fields.symbol, &key), IndexRecordOption::Basic),
            );
            if !found.is_empty() {
                found.sort_by_key(|found| {
                    (found.card.language != language, found.card.language != Some(Language::En), found.unread)
                });
                return (found, length);
            }
        }
        (Vec::new(), length)
    }

    fn cards(&self, searcher: &Searcher, clause: &dyn Clause) -> Vec<Found> {
        let top = TopDocs::with_limit(100).order_by_score();
        let found = searcher.search(clause, &top).unwrap_or_default();
        found.into_iter().filter_map(|(_, address)| self.card(searcher, address)).collect()
    }

    fn card(&self, searcher: &Searcher, address: DocAddress) -> Option<Found> {
        let bytes = bytes(searcher, address, self.fields.card)?;
        let Placed { origin, card, unread } = serde_json::from_slice(&bytes).ok()?;
        Some(Found { origin, card, unread, number: number(searcher, address, "document") })
    }

    fn stored(&self, searcher: &Searcher, address: DocAddress) -> Option<Stored> {
        serde_json::from_slice(&bytes(searcher, address, self.fields.paragraph)?).ok()
    }

    /// The card of a document.
    fn document(&self, searcher: &Searcher, number: u64) -> Option<Found> {
        let of = term(Term::from_field_u64(self.fields.document, number));
        self.cards(
            searcher,
            &BooleanQuery::new(vec![
                (Occur::Must, of),
                (Occur::Must, term(Term::from_field_text(self.fields.kind, "card"))),
            ]),
        )
        .into_iter()
        .next()
    }

    fn clause(&self, searcher: &Searcher, query: &Query) -> Option<BooleanQuery> {
        let mut parts = self.words(searcher, query);
        parts.extend(self.filters(query).into_iter().map(|must| (Occur::Must, without_score(must))));
        if parts.is_empty() {
            return None;
        }
        let paragraph = term(Term::from_field_text(self.fields.kind, "paragraph"));
        parts.push((Occur::Must, without_score(paragraph)));
        Some(BooleanQuery::new(parts))
    }

    fn words(&self, searcher: &Searcher, query: &Query) -> Vec<(Occur, Box<dyn Clause>)> {
        let fields = &self.fields;
        let all = folded(&query.words);
        let counts = |word: &&String| !is_stop(word);
        let mut words: Vec<&String> = all.iter().filter(counts).take(MOST_WORDS).collect();
        if words.is_empty() {
            words = all.iter().take(MOST_WORDS).collect();
        }
        if words.is_empty() {
            return Vec::new();
        }
        let tongues = query.language.map_or_else(|| languages(&query.words), |language| vec![language]);
        let (mut own, mut any) = (Vec::new(), Vec::new());
        for (at, word) in words.iter().enumerate() {
            let typing = query.typing && at + 1 == words.len();
            let (itself, around) = self.word(searcher, word, &tongues, typing);
            own.push((Occur::Must, itself));
            any.push(around);
        }
        let least = if any.len() > 2 { any.len() - 1 } else { any.len() };
        let alike = any.iter().map(|clause| (Occur::Must, clause.box_clone())).collect();
        let some = any.into_iter().map(|clause| (Occur::Should, clause)).collect();
        let worth = |clauses, worth| -> (Occur, Box<dyn Clause>) {
            (Occur::Should, Box::new(ConstScoreQuery::new(Box::new(BooleanQuery::new(clauses)), worth)))
        };
        let mut parts: Vec<(Occur, Box<dyn Clause>)> = vec![
            (Occur::Must, Box::new(BooleanQuery::with_minimum_required_clauses(some, least))),
            worth(own, ALL),
            worth(alike, ALL_ABOVE),
        ];
        if all.len() > 1 {
            let terms =
                all.iter().take(MOST_WORDS).map(|word| Term::from_field_text(fields.folded, word)).collect();
            parts.push((Occur::Should, boost(Box::new(PhraseQuery::new(terms)), 3.0)));
        }
        parts
    }

    /// Paragraphs that have a word in any form, and those that have it there or above.
    fn word(
        &self,
        searcher: &Searcher,
        word: &str,
        tongues: &[Language],
        typing: bool,
    ) -> (Box<dyn Clause>, Box<dyn Clause>) {
        let fields = &self.fields;
        let mut stems: Vec<String> = tongues.iter().map(|&language| stem(word, language)).collect();
        stems.sort();
        stems.dedup();
        let mut itself = vec![(Occur::Should, boost(term(Term::from_field_text(fields.folded, word)), 0.4))];
        for stem in &stems {
            itself.push((Occur::Should, counted(Term::from_field_text(fields.stems, stem))));
        }
        if typing {
            for longer in self.endings(searcher, word) {
                let longer = term(Term::from_field_text(fields.folded, &longer));
                itself.push((Occur::Should, Box::new(ConstScoreQuery::new(longer, 1.0))));
            }
        }
        let itself: Box<dyn Clause> = Box::new(BooleanQuery::new(itself));
        let mut around = vec![(Occur::Should, itself.box_clone())];
        for stem in &stems {
            around.push((Occur::Should, boost(term(Term::from_field_text(fields.title, stem)), 0.5)));
            around.push((Occur::Should, boost(term(Term::from_field_text(fields.above, stem)), 0.4)));
        }
        (itself, Box::new(BooleanQuery::new(around)))
    }

    fn filters(&self, query: &Query) -> Vec<Box<dyn Clause>> {
        let fields = &self.fields;
        let cited = query.cites.as_ref().map(|(symbol, place)| match place {
            Some(place) => format!("{symbol}#{place}"),
            None => symbol.clone(),
        });
        let values = [
            (fields.language, query.language.map(Language::code)),
            (fields.organ, query.organ.as_deref()),
            (fields.session, query.session.as_deref()),
            (fields.year, query.year.as_deref()),
            (fields.act, query.act.as_deref()),
            (fields.by, query.by.as_deref()),
            (fields.due, query.due.as_deref()),
            (fields.cites, cited.as_deref()),
        ];
        let given =
            values.into_iter().filter_map(|(field, value)| Some(Term::from_field_text(field, value?)));
        let subject = query.subject.as_deref().map(folded).unwrap_or_default();
        let subject = subject.iter().map(|word| Term::from_field_text(fields.subject, word));
        let voted = query.voted.as_deref().map(|voted| self.of_vote(voted));
        given.chain(subject).map(term).chain(voted).collect()
    }

    /// Words of the index that begin with one that is still being typed.
    fn endings(&self, searcher: &Searcher, word: &str) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for segment in searcher.segment_readers() {
            let Ok(index) = segment.inverted_index(self.fields.folded) else { continue };
            let Ok(mut stream) = index.terms().range().ge(word).into_stream() else { continue };
            let mut left = MOST_ENDINGS;
            while left > 0 && stream.advance() {
                let Ok(longer) = std::str::from_utf8(stream.key()) else { continue };
                if !longer.starts_with(word) {
                    break;
                }
                left -= 1;
                if !out.iter().any(|known| known == longer) {
                    out.push(longer.to_owned());
                }
            }
        }
        out.truncate(MOST_ENDINGS);
        out
    }
}

fn bytes(searcher: &Searcher, address: DocAddress, field: Field) -> Option<Vec<u8>> {
    let document: TantivyDocument = searcher.doc(address).ok()?;
    document.get_first(field)?.as_bytes().map(<[u8]>::to_vec)
}

/// The value of a column of numbers; 0 where there is none.
fn number(searcher: &Searcher, address: DocAddress, field: &str) -> u64 {
    let column = searcher.segment_reader(address.segment_ord).fast_fields().u64(field);
    column.ok().and_then(|column| column.first(address.doc_id)).unwrap_or_default()
}

fn term(term: Term) -> Box<dyn Clause> {
    Box::new(TermQuery::new(term, IndexRecordOption::Basic))
}

/// A word that counts more the more often it is there.
fn counted(term: Term) -> Box<dyn Clause> {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

fn without_score(clause: Box<dyn Clause>) -> Box<dyn Clause> {
    Box::new(ConstScoreQuery::new(clause, 0.0))
}

fn boost(clause: Box<dyn Clause>, by: f32) -> Box<dyn Clause> {
    Box::new(BoostQuery::new(clause, by))
}
