//! What a query asks of the index: which paragraphs it wants at all, and what each is worth.
//!
//! A paragraph is wanted that has all words but one, itself or above it. Those that have all come first; among them a word
//! counts the more the rarer it is. Where nobody asked for a language, the one that the words are of comes first.

use super::{Library, Query, term};
use crate::lang::Language;
use crate::library::index::words::{Word, folded, languages, read, stems, untagged};
use crate::lookup::jump::is_stop;
use crate::text::chars::is_han;
use tantivy::collector::Count;
use tantivy::query::{
    Bm25StatisticsProvider, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur,
    PhraseQuery, Query as Clause, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

/// How many words of a query count, and how many of them tell its language.
const MOST_WORDS: usize = 16;
const TELLING: usize = 6;
/// How many words that begin like the one being typed are tried.
const MOST_ENDINGS: usize = 64;

/// What a paragraph is worth that is in the language of the query, ...
const LANGUAGE: f32 = 5_000.0;
/// ... that has all words, itself or above it, ...
const ALL: f32 = 500.0;
/// ... that has all itself, ...
pub(super) const ALL_ITSELF: f32 = 5.0;
/// ... and that is no heading, note or title.
const CLAUSE: f32 = 50.0;
/// What a word is worth in the same form, beside its stem, ...
const SAME_FORM: f32 = 0.8;
/// ... in the title of the document, ...
const IN_TITLE: f32 = 0.3;
/// ... in the paragraphs above, ...
const ABOVE: f32 = 0.4;
/// ... and all of them in their order.
const PHRASE: f32 = 3.0;
/// How many times as often the words must be in another language before that is taken for theirs, and not the reader's.
const OFTEN: f64 = 4.0;

/// A query as the index takes it.
pub(super) struct Asked<'s> {
    pub clause: BooleanQuery,
    pub counts: Counts<'s>,
}

/// What one word of a query asks for.
struct Sought {
    /// The paragraphs that have it in any form, ...
    itself: Box<dyn Clause>,
    /// ... and those that have it there or above.
    around: Box<dyn Clause>,
    /// Whether any has.
    known: bool,
    /// See [`Word::joined`].
    joined: bool,
    /// A pair of Chinese characters.
    pair: bool,
}

/// The words, of which a paragraph must have all, and how many may be missing. Each is one or more that will do.
struct Needed {
    all: Vec<Vec<usize>>,
    missing: usize,
}

impl Library {
    /// `None` for a query without words and filters.
    pub(super) fn asked<'s>(&self, searcher: &'s Searcher, query: &Query) -> Option<Asked<'s>> {
        let all = read(&query.words, None);
        let words = counting(&all);
        let tongues = query.language.map_or_else(|| languages(&query.words), |language| vec![language]);
        let mut parts = self.words(searcher, query, &all, &words, &tongues);
        parts.extend(self.filters(query).into_iter().map(|must| (Occur::Must, without_score(must))));
        if parts.is_empty() {
            return None;
        }
        let fields = &self.fields;
        let first = query.language.or_else(|| self.tongue(searcher, query, &words, &tongues));
        let worth = [
            (Term::from_field_text(fields.kind, "clause"), CLAUSE),
            (Term::from_field_text(fields.language, first.map_or("", Language::code)), LANGUAGE),
        ];
        parts.extend(worth.into_iter().map(|(of, worth)| {
            (Occur::Should, Box::new(ConstScoreQuery::new(term(of), worth)) as Box<dyn Clause>)
        }));
        let paragraph = term(Term::from_field_text(fields.kind, "paragraph"));
        parts.push((Occur::Must, without_score(paragraph)));
        let documents = first.map_or(0, |first| self.paragraphs_in(searcher, first)).max(1);
        let counts = Counts { searcher, documents, all: searcher.num_docs().max(1) };
        Some(Asked { clause: BooleanQuery::new(parts), counts })
    }

    fn paragraphs_in(&self, searcher: &Searcher, language: Language) -> u64 {
        let of = Term::from_field_text(self.fields.language, language.code());
        searcher.doc_freq(&of).unwrap_or_default()
    }

    /// The language that the words are of: the reader's, unless they are much more often in another.
    fn tongue(
        &self,
        searcher: &Searcher,
        query: &Query,
        words: &[&Word],
        tongues: &[Language],
    ) -> Option<Language> {
        if let [only] = tongues {
            return Some(*only);
        }
        // One that is still being typed tells nothing.
        let whole = words.len() - usize::from(query.typing && words.len() > 1);
        let words = words.get(..whole.min(TELLING)).unwrap_or_default();
        let mut best: Option<(f64, Language)> = None;
        let mut any = false;
        for &language in tongues {
            let of_all = self.paragraphs_in(searcher, language);
            if of_all == 0 {
                continue;
            }
            let mut likely = if query.reader == Some(language) { OFTEN.ln() } else { 0.0 };
            for word in words {
                let here =
                    [(self.fields.folded, word.folded.as_str()), (self.fields.language, language.code())];
                let here = here.map(|(field, text)| (Occur::Must, term(Term::from_field_text(field, text))));
                let count = searcher.search(&BooleanQuery::new(here.into()), &Count).unwrap_or_default();
                any |= count > 0;
                #[expect(clippy::cast_precision_loss, reason = "a likelihood needs none")]
                let part = (count as f64 + 0.5) / of_all as f64;
                likely += part.ln();
            }
            if best.is_none_or(|(known, _)| likely > known) {
                best = Some((likely, language));
            }
        }
        best.filter(|_| any).map(|(_, language)| language).or(query.reader)
    }

    fn words(
        &self,
        searcher: &Searcher,
        query: &Query,
        all: &[Word],
        words: &[&Word],
        tongues: &[Language],
    ) -> Vec<(Occur, Box<dyn Clause>)> {
        let last = words.len().saturating_sub(1);
        let found = words
            .iter()
            .enumerate()
            .map(|(at, word)| self.word(searcher, word, tongues, query.typing && at == last));
        let found: Vec<Sought> = found.collect();
        let Some(Needed { all: needed, missing }) = Needed::of(&found) else { return Vec::new() };
        let each = |occur: Occur, pick: fn(&Sought) -> &dyn Clause| -> Vec<(Occur, Box<dyn Clause>)> {
            let either = |any: &Vec<usize>| {
                let any = any.iter().filter_map(|&at| found.get(at)).map(|sought| pick(sought).box_clone());
                Box::new(BooleanQuery::union(any.collect())) as Box<dyn Clause>
            };
            needed.iter().map(|any| (occur, either(any))).collect()
        };
        let worth = |clauses: Vec<(Occur, Box<dyn Clause>)>, worth| -> (Occur, Box<dyn Clause>) {
            (Occur::Should, Box::new(ConstScoreQuery::new(Box::new(BooleanQuery::new(clauses)), worth)))
        };
        let most = BooleanQuery::with_minimum_required_clauses(
            each(Occur::Should, |sought| &*sought.around),
            needed.len().saturating_sub(missing),
        );
        let mut parts: Vec<(Occur, Box<dyn Clause>)> = vec![
            (Occur::Must, without_score(Box::new(most))),
            worth(each(Occur::Must, |sought| &*sought.itself), ALL_ITSELF),
            worth(each(Occur::Must, |sought| &*sought.around), ALL),
        ];
        parts.extend(found.iter().map(|sought| (Occur::Should, sought.around.box_clone())));
        if all.len() > 1 {
            let terms = all.iter().take(MOST_WORDS);
            let terms = terms.map(|word| Term::from_field_text(self.fields.folded, &word.folded)).collect();
            parts.push((Occur::Should, boost(Box::new(PhraseQuery::new(terms)), PHRASE)));
        }
        parts
    }

    fn word(&self, searcher: &Searcher, word: &Word, tongues: &[Language], typing: bool) -> Sought {
        let fields = &self.fields;
        let mut stems: Vec<String> = tongues.iter().flat_map(|&language| stems(word, language)).collect();
        stems.push(untagged(word));
        let of = |field: Field| -> Vec<Term> {
            stems.iter().map(|stem| Term::from_field_text(field, stem)).collect()
        };
        let same = Term::from_field_text(fields.folded, &word.folded);
        let places = [fields.stems, fields.title, fields.above];
        let mut all = places.into_iter().flat_map(of).chain([same.clone()]);
        let mut known = all.any(|term| searcher.doc_freq(&term).is_ok_and(|count| count > 0));
        let counted = of(fields.stems).into_iter().map(counted).collect();
        let mut itself: Vec<Box<dyn Clause>> =
            vec![boost(term(same), SAME_FORM), Box::new(DisjunctionMaxQuery::new(counted))];
        if typing {
            for longer in self.endings(searcher, &word.folded) {
                known = true;
                let longer = term(Term::from_field_text(fields.folded, &longer));
                itself.push(Box::new(ConstScoreQuery::new(longer, 1.0)));
            }
        }
        let itself: Box<dyn Clause> = Box::new(BooleanQuery::union(itself));
        let mut around = vec![itself.box_clone()];
        for (field, worth) in [(fields.title, IN_TITLE), (fields.above, ABOVE)] {
            around.extend(of(field).into_iter().map(|stem| boost(term(stem), worth)));
        }
        let around = Box::new(BooleanQuery::union(around));
        Sought { itself, around, known, joined: word.joined, pair: word.folded.contains(is_han) }
    }

    pub(super) fn filters(&self, query: &Query) -> Vec<Box<dyn Clause>> {
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

    /// How many paragraphs have all the words and pass the filters, in the language of the words.
    pub(super) fn count_paragraphs(&self, searcher: &Searcher, query: &Query) -> u64 {
        let all = read(&query.words, None);
        let words = counting(&all);
        let tongues = query.language.map_or_else(|| languages(&query.words), |language| vec![language]);
        let found: Vec<Sought> =
            words.iter().map(|word| self.word(searcher, word, &tongues, false)).collect();
        let language = query.language.or_else(|| self.tongue(searcher, query, &words, &tongues));
        let language = language.unwrap_or_else(|| self.tongue_of(searcher, query.reader));
        let mut parts = self.filters(query);
        parts.push(term(Term::from_field_text(self.fields.language, language.code())));
        parts.push(term(Term::from_field_text(self.fields.kind, "paragraph")));
        for any in Needed::of(&found).map(|needed| needed.all).unwrap_or_default() {
            let any = any.into_iter().filter_map(|at| found.get(at)).map(|sought| sought.around.box_clone());
            parts.push(Box::new(BooleanQuery::union(any.collect())));
        }
        Self::count_all(searcher, &BooleanQuery::intersection(parts))
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

/// The words of a query that count: not those that any text has, unless there are no others.
pub(super) fn counting(all: &[Word]) -> Vec<&Word> {
    let mut words: Vec<&Word> = all.iter().filter(|word| !is_stop(&word.folded)).take(MOST_WORDS).collect();
    if words.is_empty() {
        words = all.iter().take(MOST_WORDS).collect();
    }
    words
}

impl Needed {
    /// A word that no paragraph has is not needed, as long as there are others.
    ///
    /// Where Chinese is written without blanks, nobody knows where a word ends, and a pair of characters may be the end of
    /// one and the beginning of the next. So each character is needed, together with one of its neighbours.
    fn of(found: &[Sought]) -> Option<Self> {
        if found.is_empty() {
            return None;
        }
        let any_known = found.iter().any(|sought| sought.known);
        let joined = |at: usize| found.get(at).is_some_and(|sought| sought.joined);
        let pairs = found.iter().any(|sought| sought.pair);
        let mut all: Vec<Vec<usize>> = Vec::new();
        for (at, sought) in found.iter().enumerate() {
            // The first of the two characters, and the second. A word beside them counts as much.
            if pairs && !sought.joined {
                all.push(vec![at]);
            }
            all.push(if joined(at + 1) { vec![at, at + 1] } else { vec![at] });
        }
        all.retain(|any| {
            !any_known || any.iter().any(|&at| found.get(at).is_some_and(|sought| sought.known))
        });
        let missing = match (pairs, all.len()) {
            (false, 0..=2) | (true, 0..=4) => 0,
            (false, _) => 1,
            (true, _) => 2,
        };
        Some(Self { all, missing })
    }
}

/// The counts that words are weighed by: of paragraphs in the language of the query, since the index has the texts of all.
pub(super) struct Counts<'s> {
    searcher: &'s Searcher,
    documents: u64,
    all: u64,
}

impl Bm25StatisticsProvider for Counts<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        let tokens = Bm25StatisticsProvider::total_num_tokens(self.searcher, field)?;
        let part = u128::from(tokens) * u128::from(self.documents) / u128::from(self.all);
        Ok(u64::try_from(part).unwrap_or(u64::MAX))
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.documents)
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        // Words of the same form may be more than there are paragraphs in one language.
        Ok(self.searcher.doc_freq(term)?.min(self.documents))
    }
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
