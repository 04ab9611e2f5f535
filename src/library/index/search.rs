//! Finds paragraphs and documents in the index.
//!
//! `search/clauses.rs` says what a query asks for and what a paragraph is worth. Those that say nearly the same are one hit.

mod actions;
mod browse;
pub(super) mod cited;
mod clauses;
mod listing;
pub(super) mod votes;

use super::Trouble;
use super::generation::Site;
use super::key::{key, typed_keys};
use super::likeness::{Wording, may_be_like};
use super::record::{Card, Paragraph};
use super::schema::{Fields, Stored};
use super::sources::Origin;
use super::update::Placed;
use crate::formats::preference;
use crate::lang::Language;
use browse::Browse;
use clauses::{ALL_ITSELF, Asked};
use std::cell::OnceCell;
use std::collections::HashMap;
use std::hash::Hash;
use std::path::Path;
use tantivy::collector::TopDocs;
use tantivy::columnar::Column;
use tantivy::query::{BooleanQuery, Occur, Query as Clause, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Value as _};
use tantivy::{DocAddress, IndexReader, ReloadPolicy, Searcher, SegmentOrdinal, TantivyDocument, Term};

/// How often a generation is opened that is removed meanwhile.
const MOST_TRIES: usize = 8;
/// How many paragraphs are looked at for a list of `limit` hits, ...
const ROOM: usize = 8;
/// ... and how many of them one hit stands for at most.
const MOST_SAME: usize = 100;
/// How many paragraphs are looked at for the documents that they are in.
const MOST_RANKED: usize = 10_000;

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
    /// The language of whoever reads: what is in it comes first, where the words may be of several.
    pub reader: Option<Language>,
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

    /// Which of several files of the same document is opened: the lowest.
    fn preference(&self) -> usize {
        preference(self.origin.member.as_deref().unwrap_or(&self.origin.path))
    }

    /// Of several versions of it, that in the language of the reader comes first, or else that in English, then the file that
    /// is read most surely, and the one that was indexed first.
    fn rank(&self, reader: Language) -> impl Ord + use<> {
        let language = self.card.language;
        (language != Some(reader), language != Some(Language::En), self.preference(), self.number)
    }

    /// What it has in common with its versions in other languages: the key of its symbol, or else its path.
    fn work(&self) -> String {
        self.card.symbol.as_deref().map_or_else(|| self.origin.path.clone(), key)
    }
}

/// What is listed once, although each of its versions in other languages has it. `document` says of which document it is.
fn once<S: Hash + Eq, T>(
    all: impl Iterator<Item = (S, T)>,
    reader: Language,
    document: impl Fn(&T) -> &Found,
) -> Vec<(S, T)> {
    let rank = |item: &T| document(item).rank(reader);
    let mut best: HashMap<S, T> = HashMap::new();
    for (slot, item) in all {
        if best.get(&slot).is_none_or(|known| rank(&item) < rank(known)) {
            best.insert(slot, item);
        }
    }
    best.into_iter().collect()
}

/// Paragraphs that say nearly the same as the first of them.
struct Group {
    score: f32,
    sketch: u64,
    wording: Wording,
    members: Vec<Member>,
}

/// One of them, with its day.
struct Member {
    score: f32,
    day: u64,
    address: DocAddress,
    stored: Stored,
}

/// A library that is open for reading.
pub(crate) struct Library {
    site: Site,
    generation: String,
    fields: Fields,
    reader: IndexReader,
    browse: OnceCell<Browse>,
}

impl Library {
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
            generation: generation.to_owned(),
            fields: Fields::new(),
            reader,
            browse: OnceCell::new(),
        })
    }

    /// Where the library lies.
    pub(crate) fn folder(&self) -> &Path {
        self.site.folder()
    }

    /// Reads the generation that was published meanwhile, if one was, and says so.
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

    /// How many documents there are.
    pub(crate) fn documents(&self) -> u64 {
        let kind = Term::from_field_text(self.fields.kind, "card");
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
        let Some(Asked { clause, counts }) = self.asked(&searcher, query) else { return Ok(Vec::new()) };
        let top = TopDocs::with_limit(query.limit.max(1) * ROOM).order_by_score();
        let found = searcher.search_with_statistics_provider(&clause, &top, &counts);
        let found = found.map_err(|cause| self.site.unread(&cause))?;
        let mut days = Numbers::of("day");
        let mut sketches = Numbers::of("wording");
        let mut groups: Vec<Group> = Vec::new();
        for (score, address) in found {
            let sketch = sketches.at(&searcher, address);
            let alike = groups.iter().any(|group| may_be_like(group.sketch, sketch));
            if !alike && groups.len() == query.limit {
                continue;
            }
            let Some(stored) = self.stored(&searcher, address) else { continue };
            let wording = Wording::of(&stored.paragraph.text);
            let day = days.at(&searcher, address);
            let member = Member { score, day, address, stored };
            let same = groups
                .iter()
                .position(|group| may_be_like(group.sketch, sketch) && wording.is_like(&group.wording));
            if let Some(group) = same.and_then(|at| groups.get_mut(at)) {
                if group.members.len() <= MOST_SAME {
                    group.members.push(member);
                }
            } else if groups.len() < query.limit {
                groups.push(Group { score, sketch, wording, members: vec![member] });
            }
        }
        Ok(groups.into_iter().filter_map(|group| self.hit(&searcher, group)).collect())
    }

    /// The numbers of the documents that have the words, by their best paragraphs.
    pub(super) fn with_words(&self, query: &Query) -> Result<Vec<u64>, Trouble> {
        let searcher = self.reader.searcher();
        let Some(Asked { clause, counts }) = self.asked(&searcher, query) else { return Ok(Vec::new()) };
        let top = TopDocs::with_limit(MOST_RANKED).order_by_score();
        let found = searcher.search_with_statistics_provider(&clause, &top, &counts);
        let found = found.map_err(|cause| self.site.unread(&cause))?;
        let mut documents = Numbers::of("document");
        Ok(found.into_iter().map(|(_, address)| documents.at(&searcher, address)).collect())
    }

    /// Of those that have the words as the best has them the newest is shown, and no note in place of a paragraph.
    fn hit(&self, searcher: &Searcher, Group { score, mut members, .. }: Group) -> Option<Hit> {
        members.sort_by_key(|Member { score: own, day, stored, .. }| {
            let lacks = score - own >= ALL_ITSELF;
            (lacks, !stored.paragraph.kind.is_clause(), std::cmp::Reverse(*day))
        });
        let mut members = members.into_iter();
        let Member { address: newest, stored: Stored { symbol, paragraph }, .. } = members.next()?;
        let document = self.document(searcher, number(searcher, newest, "document"))?;
        let same = members.map(|Member { stored, .. }| (stored.symbol, stored.paragraph.anchor));
        // Another file of the same document may name the section of the paragraph, too.
        let name = |anchor: &str| anchor.rsplit('.').next().map(str::to_owned);
        let is_other = |(of, anchor): &(Option<String>, String)| {
            of.is_none() || *of != symbol || name(anchor) != name(&paragraph.anchor)
        };
        let same = same.filter(is_other).collect();
        Some(Hit { symbol, paragraph, score, same, document })
    }

    /// The documents that a typed number or symbol names, and how much of the text it is. The best is first: of that year
    /// where one is given, since the year of a resolution of the Council is misprinted now and then, in this language, and of
    /// those the one that was read.
    pub(crate) fn named(&self, typed: &str, language: Option<Language>) -> (Vec<Found>, usize) {
        let (keys, length) = typed_keys(typed);
        let searcher = self.reader.searcher();
        for named in keys {
            let mut found = self.cards(
                &searcher,
                &TermQuery::new(Term::from_field_text(self.fields.symbol, &named), IndexRecordOption::Basic),
            );
            if !found.is_empty() {
                let said = close(typed.get(..length).unwrap_or_default());
                found.sort_by_cached_key(|found| {
                    let Found { card, unread, .. } = found;
                    let symbol = card.symbol.as_deref().map(close).unwrap_or_default();
                    (
                        // A part, "76/246 B", is found by the number alone, too.
                        card.symbol.as_deref().map(key).as_deref() != Some(named.as_str()),
                        said.contains('(') && !symbol.ends_with(&said),
                        card.language != language,
                        card.language != Some(Language::En),
                        *unread,
                        found.preference(),
                    )
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

    /// Tells each paragraph: the symbol of its document, its anchor, and its words.
    pub(super) fn each(&self, told: &mut dyn FnMut(Option<&str>, &str, &str)) -> Result<(), Trouble> {
        let searcher = self.reader.searcher();
        let all = self.all(&searcher, &*term(Term::from_field_text(self.fields.kind, "paragraph")))?;
        for Stored { symbol, paragraph } in all.into_iter().filter_map(|at| self.stored(&searcher, at)) {
            told(symbol.as_deref(), &paragraph.anchor, &paragraph.text);
        }
        Ok(())
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
}

/// A symbol without blanks, as capitals.
fn close(symbol: &str) -> String {
    symbol.split_whitespace().collect::<String>().to_uppercase()
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

/// A column of numbers, whose parts are opened once.
struct Numbers {
    name: &'static str,
    parts: HashMap<SegmentOrdinal, Option<Column<u64>>>,
}

impl Numbers {
    fn of(name: &'static str) -> Self {
        Self { name, parts: HashMap::new() }
    }

    /// 0 where there is none.
    fn at(&mut self, searcher: &Searcher, address: DocAddress) -> u64 {
        let part = self.parts.entry(address.segment_ord).or_insert_with(|| {
            searcher.segment_reader(address.segment_ord).fast_fields().u64(self.name).ok()
        });
        part.as_ref().and_then(|column| column.first(address.doc_id)).unwrap_or_default()
    }
}

fn term(term: Term) -> Box<dyn Clause> {
    Box::new(TermQuery::new(term, IndexRecordOption::Basic))
}
