//! What the box lists while a line is typed: documents by symbol or by filters, and paragraphs by words. What there is to
//! browse before that is in `browse.rs`.

use super::clauses::counting;
use super::{Found, Library, Query, term};
use crate::lang::Language;
use crate::library::Door;
use crate::library::enquiry::{Entry, Find, Form, Listing, Passage, Read, Status};
use crate::library::index::Trouble;
use crate::library::index::key::{is_typed_key, key, typed_keys};
use crate::library::index::words::{Word, marked, read};
use crate::lookup::address;
use crate::text::Part as _;
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;
use tantivy::collector::{DocSetCollector, TopDocs};
use tantivy::query::{BooleanQuery, Occur, Query as Clause};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet as _, Order, Searcher, TERMINATED, Term};

/// Most files of one document in one language that are listed.
const MOST_FILES: usize = 8;
/// Most symbols that begin as it was typed, ...
const MOST_SYMBOLS: usize = 24;
/// ... and most paragraphs that are listed below them.
const FEW: usize = 6;
/// How many versions of a document there are at most, for lists of documents in which each is once.
const VERSIONS: usize = 8;
/// How many of what is cited most are looked for among the documents that pass the filters.
const MOST_CITED: usize = 20_000;
/// Most words that are told to be marked.
const MOST_MARKED: usize = 24;

impl Library {
    /// What is listed for a line.
    pub(crate) fn list(&self, find: &Find, door: &Door) -> Result<Listing, Trouble> {
        let searcher = self.reader.searcher();
        let line = find.line.trim();
        let status = Status { documents: self.documents(), paragraphs: self.paragraphs() };
        let mut listing = Listing { line: find.line.clone(), status, ..Listing::default() };
        if line.is_empty() {
            (listing.shelves, listing.subjects) = self.browse(&searcher, find.reader);
            return Ok(listing);
        }
        let mut query = Query::typed(&find.line, find.limit);
        query.reader = find.reader;
        if let Some((documents, place)) = self.by_symbol(&searcher, line, find.reader) {
            listing.documents = self.entries(&searcher, &documents, find.reader, door);
            listing.place = place;
            if find.most_cited {
                listing.documents.sort_by_key(|entry| std::cmp::Reverse(entry.cited));
            }
            // Below a document, who cites it; its number is in no paragraph as a word.
            let Some(cited) = cited_by(line, &listing) else { return Ok(listing) };
            query = Query { cites: Some((cited, None)), reader: find.reader, limit: FEW, ..Query::default() };
            listing.citing = true;
        } else if let Some(keys) = absent(line) {
            // Others may cite what is not there.
            let is_cited = |key: &&String| {
                let of = Term::from_field_text(self.fields.cites, key);
                searcher.doc_freq(&of).is_ok_and(|count| count > 0)
            };
            let cited = keys.iter().find(is_cited).cloned();
            listing.absent = cited.clone().or_else(|| keys.into_iter().next());
            let Some(cited) = cited else { return Ok(listing) };
            query = Query {
                cites: Some((cited, None)),
                reader: find.reader,
                limit: find.limit,
                ..Query::default()
            };
            listing.citing = true;
        } else if query.is_of_documents() {
            let documents = self.by_filters(&searcher, &query, find)?;
            listing.documents = self.entries(&searcher, &documents, find.reader, door);
            return Ok(listing);
        }
        // One letter is in every paragraph.
        if line.chars().count() < 2 && !line.contains(crate::text::chars::is_han) {
            return Ok(listing);
        }
        let words = read(&query.words, None);
        let words: Vec<Word> = counting(&words).into_iter().cloned().collect();
        let mut forms: BTreeSet<Form> = BTreeSet::new();
        let mut listed: HashSet<(String, String)> = HashSet::new();
        for hit in self.search(&query)? {
            // A paragraph is listed once, in the language that comes first.
            if !listed.insert((hit.document.work(), hit.paragraph.anchor.clone())) {
                continue;
            }
            let language = hit.document.card.language;
            let entry = self.counted(&searcher, Entry::of(&hit.document, door), find.reader);
            let mut passage = Passage::of(entry, hit.paragraph);
            let marks = marked(&passage.text, &words, query.typing, language);
            passage.same = hit.same;
            if forms.len() < MOST_MARKED {
                let form = |(at, word): &(Range<usize>, usize)| {
                    let text = passage.text.part(at.clone()).to_lowercase();
                    Form { word: *word, text, language }
                };
                forms.extend(marks.iter().map(form));
            }
            passage.marks = marks.into_iter().map(|(at, _)| at).collect();
            listing.passages.push(passage);
        }
        if find.most_cited {
            listing.passages.sort_by_key(|passage| std::cmp::Reverse(passage.document.cited));
        }
        listing.forms = forms.into_iter().take(MOST_MARKED).collect();
        Ok(listing)
    }

    /// How many documents or paragraphs a line finds, in one language.
    pub(crate) fn hits(&self, line: &str, reader: Option<Language>) -> u64 {
        let searcher = self.reader.searcher();
        if let Some((documents, _)) = self.by_symbol(&searcher, line.trim(), reader) {
            return documents.len() as u64;
        }
        let mut query = Query::typed(line, 1);
        (query.reader, query.typing) = (reader, false);
        if !query.is_of_documents() {
            return self.count_paragraphs(&searcher, &query);
        }
        query.language.get_or_insert(self.tongue_of(&searcher, reader));
        let clauses = self.filters(&query).into_iter().map(|must| (Occur::Must, must));
        let card = (Occur::Must, term(Term::from_field_text(self.fields.kind, "card")));
        Self::count_all(&searcher, &BooleanQuery::new(clauses.chain([card]).collect()))
    }

    /// Documents that were read, as they are listed, each in its language if it is there.
    pub(crate) fn held(&self, read: &[Read], reader: Option<Language>, door: &Door) -> Vec<Entry> {
        let searcher = self.reader.searcher();
        let held = read
            .iter()
            .filter_map(|read| self.named(&read.symbol, read.language.or(reader)).0.into_iter().next());
        self.entries(&searcher, &held.collect::<Vec<_>>(), reader, door)
    }

    /// The documents whose symbol begins as it was typed, that of exactly this symbol first; and the paragraph that is named
    /// behind it. `None` where what was typed is no symbol of the library.
    fn by_symbol(
        &self,
        searcher: &Searcher,
        line: &str,
        reader: Option<Language>,
    ) -> Option<(Vec<Found>, Option<String>)> {
        let (typed_key, begins) = (is_typed_key(line), begins_symbol(line));
        if !typed_key && !begins {
            return None;
        }
        let (named, used) = self.named(line, reader);
        let rest = line.part(used.min(line.len())..).trim_start_matches([' ', ',', '#', ';']).trim();
        let mut out = best_and_others(named);
        if used > 0 && !rest.is_empty() {
            // "12 months" is no paragraph of resolution 12.
            let place = (!out.is_empty() && address::parse(rest).is_some()).then(|| rest.to_owned());
            out.truncate(1);
            return place.map(|place| (out, Some(place)));
        }
        let typed = line.to_ascii_uppercase();
        let mut begun: Vec<String> = typed_keys(line).0;
        begun.extend(["", "A/RES/", "S/RES/", "A/HRC/RES/", "E/RES/"].map(|organ| format!("{organ}{typed}")));
        let mut keys: Vec<String> = Vec::new();
        for begun in begun {
            for longer in Self::terms(searcher, self.fields.symbol, &begun, MOST_SYMBOLS).into_keys() {
                if !keys.contains(&longer) {
                    keys.push(longer);
                }
            }
        }
        keys.sort_by_key(String::len);
        for key in keys.into_iter().take(MOST_SYMBOLS) {
            let of = term(Term::from_field_text(self.fields.symbol, &key));
            let versions = self.cards(searcher, &*of);
            let best = versions.into_iter().min_by_key(|found| {
                (found.card.language != reader, found.card.language != Some(Language::En), found.number)
            });
            out.extend(best.filter(|best| !out.iter().any(|known| known.work() == best.work())));
        }
        (!out.is_empty()).then_some((out, None))
    }

    /// The documents that pass the filters, each in one language: the newest first, or those cited most often.
    fn by_filters(&self, searcher: &Searcher, query: &Query, find: &Find) -> Result<Vec<Found>, Trouble> {
        let mut clauses: Vec<(Occur, Box<dyn Clause>)> =
            self.filters(query).into_iter().map(|must| (Occur::Must, must)).collect();
        clauses.push((Occur::Must, term(Term::from_field_text(self.fields.kind, "card"))));
        let clause = BooleanQuery::new(clauses);
        let mut out: Vec<Found> = Vec::new();
        let put = |found: Option<Found>, out: &mut Vec<Found>| {
            let Some(found) = found else { return };
            let is_better =
                |known: &Found| known.card.language != find.reader && found.card.language == find.reader;
            match out.iter_mut().find(|known| known.work() == found.work()) {
                Some(known) if is_better(known) => *known = found,
                Some(_) => {}
                None => out.push(found),
            }
        };
        if find.most_cited {
            let passing = searcher.search(&clause, &DocSetCollector);
            let passing = passing.map_err(|cause| self.site.unread(&cause))?;
            for key in self.most_cited(searcher, find.reader).into_iter().take(MOST_CITED) {
                for address in self.of_symbol(searcher, &key, &passing) {
                    put(self.card(searcher, address), &mut out);
                }
                if out.len() >= find.limit {
                    return Ok(out);
                }
            }
        }
        let top =
            TopDocs::with_limit(find.limit.max(1) * VERSIONS).order_by_fast_field::<u64>("day", Order::Desc);
        let found = searcher.search(&clause, &top).map_err(|cause| self.site.unread(&cause))?;
        for (_, address) in found {
            put(self.card(searcher, address), &mut out);
        }
        out.truncate(find.limit);
        Ok(out)
    }

    /// Those of some documents that have a symbol.
    fn of_symbol(&self, searcher: &Searcher, key: &str, among: &HashSet<DocAddress>) -> Vec<DocAddress> {
        let symbol = Term::from_field_text(self.fields.symbol, key);
        let mut out = Vec::new();
        for (segment, reader) in (0..).zip(searcher.segment_readers()) {
            let Ok(index) = reader.inverted_index(self.fields.symbol) else { continue };
            let Ok(Some(mut postings)) = index.read_postings(&symbol, IndexRecordOption::Basic) else {
                continue;
            };
            while postings.doc() != TERMINATED {
                let address = DocAddress::new(segment, postings.doc());
                if among.contains(&address) {
                    out.push(address);
                }
                postings.advance();
            }
        }
        out
    }

    /// Documents as they are listed, with how often each is cited, and in how many languages it is there.
    fn entries(
        &self,
        searcher: &Searcher,
        found: &[Found],
        reader: Option<Language>,
        door: &Door,
    ) -> Vec<Entry> {
        let counted = |found: &Found| {
            let mut entry = self.counted(searcher, Entry::of(found, door), reader);
            if let Some(key) = entry.symbol.as_deref().map(key) {
                let versions = Language::ALL.into_iter().filter(|language| {
                    let both = [(self.fields.symbol, key.as_str()), (self.fields.language, language.code())];
                    self.count(searcher, &both) > 0
                });
                entry.languages = versions.count();
            }
            entry
        };
        let mut entries: Vec<Entry> = found.iter().map(counted).collect();
        name_files(&mut entries);
        entries
    }

    /// With how often it is cited.
    fn counted(&self, searcher: &Searcher, mut entry: Entry, reader: Option<Language>) -> Entry {
        if let Some(symbol) = &entry.symbol {
            let cited = format!("{} {}", self.tongue_of(searcher, reader).code(), key(symbol));
            let of = Term::from_field_text(self.fields.cites, &cited);
            entry.cited = searcher.doc_freq(&of).unwrap_or_default();
        }
        entry
    }
}

/// The document that a symbol names, and further files of it in the same language.
fn best_and_others(mut named: Vec<Found>) -> Vec<Found> {
    let language = named.first().and_then(|best| best.card.language);
    named.retain(|found| found.card.language == language);
    named.truncate(MOST_FILES);
    named
}

/// Of several files of a document, tells those after the first by their names.
fn name_files(entries: &mut [Entry]) {
    let mut met = HashSet::new();
    for entry in entries {
        let Some(symbol) = entry.symbol.as_deref().map(key) else { continue };
        let Some(origin) = entry.origin.as_ref().filter(|_| !met.insert(symbol)) else { continue };
        let title = entry.title.iter().map(String::as_str);
        entry.title = Some([origin.name().as_str()].into_iter().chain(title).collect::<Vec<_>>().join(" · "));
    }
}

impl Query {
    /// Whether nothing is asked of paragraphs, but something of documents.
    fn is_of_documents(&self) -> bool {
        let of_paragraphs = [self.act.is_some(), self.by.is_some(), self.due.is_some(), self.cites.is_some()];
        let of_documents = [
            self.organ.is_some(),
            self.session.is_some(),
            self.year.is_some(),
            self.subject.is_some(),
            self.voted.is_some(),
            self.language.is_some(),
        ];
        self.words.is_empty() && !of_paragraphs.contains(&true) && of_documents.contains(&true)
    }
}

/// The key of the document that a line names and nothing else.
fn cited_by(line: &str, listing: &Listing) -> Option<String> {
    let symbol = listing.documents.first()?.symbol.as_deref()?;
    let named = key(symbol);
    (listing.place.is_none() && typed_keys(line).0.contains(&named)).then_some(named)
}

/// The keys of the symbol that all of the line is, or that a paragraph follows; `None` for words and bare numbers.
fn absent(line: &str) -> Option<Vec<String>> {
    let (keys, used) = typed_keys(line);
    let rest = line.part(used.min(line.len())..).trim_start_matches([' ', ',', '#', ';']).trim();
    let is_symbol = line.part(..used.min(line.len())).contains('/');
    (is_symbol && (rest.is_empty() || address::parse(rest).is_some())).then_some(keys)
}

/// Whether a line begins like the symbol of a document: "78/", "A/RES", "s/res/27".
fn begins_symbol(line: &str) -> bool {
    let strokes = line.contains('/') && !line.contains(char::is_whitespace) && !line.contains(':');
    strokes && line.starts_with(|first: char| first.is_ascii_alphanumeric())
}
