//! What there is to browse before anything is typed, and what is counted for that.

use super::{Library, term};
use crate::lang::Language;
use crate::library::enquiry::Shelved;
use crate::library::index::query::ORGANS;
use std::collections::BTreeMap;
use tantivy::collector::Count;
use tantivy::query::{BooleanQuery, Occur, Query as Clause};
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

/// Most sessions of an organ, and most subjects, that are told of.
const MOST_SESSIONS: usize = 12;
const MOST_SUBJECTS: usize = 400;
/// Most terms of a field that are looked at.
const MOST_TERMS: usize = 1 << 20;

/// What there is to browse, for one language.
pub(super) struct Browse {
    reader: Option<Language>,
    shelves: Vec<Shelved>,
    subjects: Vec<Shelved>,
}

impl Library {
    /// The organs with their latest sessions or years, and the subjects with most documents. It is counted once, since what
    /// is published does not change.
    pub(super) fn browse(
        &self,
        searcher: &Searcher,
        reader: Option<Language>,
    ) -> (Vec<Shelved>, Vec<Shelved>) {
        let count = || Browse {
            reader,
            shelves: self.shelves(searcher, reader),
            subjects: self.subjects(searcher, reader),
        };
        let known = self.browse.get_or_init(count);
        let counted = if known.reader == reader { None } else { Some(count()) };
        let Browse { shelves, subjects, .. } = counted.as_ref().unwrap_or(known);
        (shelves.clone(), subjects.clone())
    }

    fn shelves(&self, searcher: &Searcher, reader: Option<Language>) -> Vec<Shelved> {
        let fields = &self.fields;
        let tongue = self.tongue_of(searcher, reader).code();
        let mut out = Vec::new();
        let mut known: Vec<&str> = Vec::new();
        for (typed, stem) in ORGANS {
            if known.contains(&stem) {
                continue;
            }
            known.push(stem);
            let organ = [(fields.organ, stem), (fields.language, tongue)];
            let count = self.count(searcher, &organ);
            if count == 0 {
                continue;
            }
            let of_organ = format!("organ:{typed}");
            out.push(Shelved { filter: of_organ.clone(), count });
            // The Council has years, and no sessions.
            let (field, name) = if stem == "s" { (fields.year, "year") } else { (fields.session, "session") };
            let mut values: Vec<String> = Self::terms(searcher, field, "", MOST_TERMS).into_keys().collect();
            values.sort_by_key(|value| std::cmp::Reverse(value.parse::<u32>().unwrap_or_default()));
            let parts = values.iter().filter_map(|value| {
                let count = self.count(searcher, &[organ[0], organ[1], (field, value)]);
                (count > 0).then(|| Shelved { filter: format!("{of_organ} {name}:{value}"), count })
            });
            out.extend(parts.take(MOST_SESSIONS));
        }
        out
    }

    /// The subjects of documents, those of most documents first.
    fn subjects(&self, searcher: &Searcher, reader: Option<Language>) -> Vec<Shelved> {
        let tongue = format!("{} ", self.tongue_of(searcher, reader).code());
        let all = Self::terms(searcher, self.fields.filed, &tongue, MOST_TERMS);
        let mut all: Vec<(u64, String)> = all.into_iter().map(|(subject, count)| (count, subject)).collect();
        all.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
        let named = all.into_iter().filter_map(|(count, subject)| {
            let subject = subject.strip_prefix(&tongue)?;
            // A quotation mark would end the filter.
            let quoted = !subject.contains('"');
            quoted.then(|| Shelved { filter: format!("subject:\"{subject}\""), count })
        });
        named.take(MOST_SUBJECTS).collect()
    }

    /// The keys of what is cited, most often first, as paragraphs in one language cite it.
    pub(super) fn most_cited(&self, searcher: &Searcher, reader: Option<Language>) -> Vec<String> {
        let tongue = format!("{} ", self.tongue_of(searcher, reader).code());
        let all = Self::terms(searcher, self.fields.cites, &tongue, MOST_TERMS);
        let mut all: Vec<(u64, String)> = all.into_iter().map(|(key, count)| (count, key)).collect();
        all.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
        all.into_iter().filter_map(|(_, key)| Some(key.strip_prefix(&tongue)?.to_owned())).collect()
    }

    /// The language that is counted in: the reader's if the library has any of it, or else English, or else that of most of
    /// its documents.
    pub(super) fn tongue_of(&self, searcher: &Searcher, reader: Option<Language>) -> Language {
        let has = |language: Language| {
            let of = Term::from_field_text(self.fields.language, language.code());
            searcher.doc_freq(&of).unwrap_or_default()
        };
        let wanted = reader.into_iter().chain([Language::En]).find(|language| has(*language) > 0);
        wanted
            .or_else(|| Language::ALL.into_iter().max_by_key(|language| has(*language)))
            .unwrap_or(Language::En)
    }

    /// The terms of a field that begin so, in order, each with how many paragraphs or cards have it.
    pub(super) fn terms(
        searcher: &Searcher,
        field: Field,
        begun: &str,
        most: usize,
    ) -> BTreeMap<String, u64> {
        let mut out = BTreeMap::new();
        for segment in searcher.segment_readers() {
            let Ok(index) = segment.inverted_index(field) else { continue };
            let Ok(mut stream) = index.terms().range().ge(begun).into_stream() else { continue };
            let mut left = most;
            while left > 0 && stream.advance() {
                let Ok(term) = std::str::from_utf8(stream.key()) else { continue };
                if !term.starts_with(begun) {
                    break;
                }
                *out.entry(term.to_owned()).or_default() += u64::from(stream.value().doc_freq);
                left -= 1;
            }
        }
        out
    }

    /// How many cards have all these terms.
    pub(super) fn count(&self, searcher: &Searcher, terms: &[(Field, &str)]) -> u64 {
        let kind = (self.fields.kind, "card");
        let all = terms.iter().chain([&kind]);
        let all = all.map(|(field, text)| (Occur::Must, term(Term::from_field_text(*field, text))));
        Self::count_all(searcher, &BooleanQuery::new(all.collect()))
    }

    pub(super) fn count_all(searcher: &Searcher, clause: &dyn Clause) -> u64 {
        searcher.search(clause, &Count).unwrap_or_default() as u64
    }
}
