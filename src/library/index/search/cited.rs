//! Who cites a document or one of its paragraphs, and what a document cites.

use super::{Found, Library, Stored, number, once, term};
use crate::lang::Language;
use crate::library::index::Trouble;
use crate::library::index::key::{keys, typed_keys};
use crate::library::index::record::{Cited, Paragraph};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use tantivy::collector::DocSetCollector;
use tantivy::query::{BooleanQuery, Occur, Query as Clause, TermSetQuery};
use tantivy::schema::Field;
use tantivy::{DocAddress, Searcher, Term};

/// A paragraph that cites what was asked about.
#[derive(Clone, Debug)]
pub(crate) struct Citing {
    pub paragraph: Paragraph,
    /// The paragraphs that it cites of it; none where it cites the whole.
    pub places: Vec<String>,
    pub document: Found,
}

/// A document, or a paragraph of it, as it is typed: `78/123`, `78/123#op7`, `S/RES/2719 4`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    keys: Vec<String>,
    /// The number or symbol as it was typed.
    pub typed: String,
    pub place: Option<String>,
}

impl Asked {
    /// `None` for a text that does not begin with a number or a symbol.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (keys, used) = typed_keys(text);
        let (typed, rest) = text.split_at_checked(used).filter(|_| !keys.is_empty())?;
        Some(Self { keys, typed: typed.to_owned(), place: anchor(rest) })
    }

    /// The key of the symbol that is the likeliest.
    pub(crate) fn key(&self) -> Option<&str> {
        self.keys.first().map(String::as_str)
    }
}

/// The anchor of a paragraph as it is typed: "7 (b)" is `op7(b)`.
fn anchor(typed: &str) -> Option<String> {
    let mut place: String =
        typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '#').collect();
    place.make_ascii_lowercase();
    let place = place.trim_start_matches(',');
    let place = ["paragraph", "para.", "para", "par."]
        .iter()
        .find_map(|word| place.strip_prefix(word))
        .unwrap_or(place);
    // References name no section, since paragraphs are numbered through them: "X.op245".
    let is_section = |part: &str| part.len() == 1 || part.chars().all(|letter| "ivxlc".contains(letter));
    let place = match place.rsplit_once(".op") {
        Some((sections, number)) if sections.split('.').all(is_section) => &format!("op{number}"),
        _ => place,
    };
    match place.chars().next()? {
        first if first.is_ascii_digit() => Some(format!("op{place}")),
        _ => Some(place.to_owned()),
    }
}

/// Whether an anchor is that of a paragraph, or of one below it.
fn is_within(anchor: &str, place: &str) -> bool {
    anchor.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with(['(', '.', '-']))
}

impl Library {
    /// The paragraphs that cite a document or a paragraph of it, those of the newest documents first: those in a language,
    /// or those of one version of each document, in that of the reader if it is there.
    pub(crate) fn cited_by(
        &self,
        asked: &Asked,
        language: Option<Language>,
        reader: Language,
    ) -> Result<Vec<Citing>, Trouble> {
        let searcher = self.reader.searcher();
        let is_held = |key: &&String| has(&searcher, self.fields.symbol, key);
        let is_cited = |key: &&String| has(&searcher, self.fields.cites, key);
        let about = asked.keys.iter().find(is_held).or_else(|| asked.keys.iter().find(is_cited));
        let Some(about) = about else { return Ok(Vec::new()) };
        let mut clauses = vec![(Occur::Must, term(Term::from_field_text(self.fields.cites, about)))];
        clauses.extend(language.map(|language| {
            (Occur::Must, term(Term::from_field_text(self.fields.language, language.code())))
        }));
        let mut documents: HashMap<u64, Option<Found>> = HashMap::new();
        let mut all = Vec::new();
        for address in self.all(&searcher, &BooleanQuery::new(clauses))? {
            let Some(Stored { paragraph, .. }) = self.stored(&searcher, address) else { continue };
            let of_it: Vec<&Cited> =
                paragraph.cites.iter().filter(|cited| keys(&cited.symbol).contains(about)).collect();
            let mut places: Vec<String> = of_it.iter().filter_map(|cited| cited.paragraph.clone()).collect();
            if let Some(place) = &asked.place {
                places.retain(|cited| is_within(cited, place));
                if places.is_empty() {
                    continue;
                }
            }
            let at = number(&searcher, address, "document");
            let document = documents.entry(at).or_insert_with(|| self.document(&searcher, at)).clone();
            let Some(document) = document else { continue };
            all.push((document.work(), address, Citing { paragraph, places, document }));
        }
        // Of all versions of a document one is listed: their paragraphs may be named differently.
        let versions = all.iter().map(|(work, _, citing)| (work.clone(), &citing.document));
        let versions = once(versions, reader, |document| *document).into_iter();
        let listed: HashSet<u64> = versions.map(|(_, document)| document.number).collect();
        all.retain(|(.., citing)| listed.contains(&citing.document.number));
        all.sort_by(|(left, at, one), (right, other, two)| {
            (Reverse(&one.document.card.date), left, at).cmp(&(
                Reverse(&two.document.card.date),
                right,
                other,
            ))
        });
        Ok(all.into_iter().map(|(.., citing)| citing).collect())
    }

    /// The numbers of the documents that cite, or are, what has one of the keys.
    pub(in crate::library::index) fn citing(&self, keys: &[String]) -> Result<Vec<u64>, Trouble> {
        let searcher = self.reader.searcher();
        let named = |key: &String| {
            [self.fields.cites, self.fields.symbol].map(|field| Term::from_field_text(field, key))
        };
        let terms: Vec<Term> = keys.iter().flat_map(named).collect();
        let found = self.all(&searcher, &TermSetQuery::new(terms))?;
        Ok(found.into_iter().map(|address| number(&searcher, address, "document")).collect())
    }

    /// The document that is asked about, and its paragraphs, or those at the place, that cite something, in their order.
    pub(crate) fn cites(
        &self,
        asked: &Asked,
        language: Option<Language>,
    ) -> Result<Option<(Found, Vec<Paragraph>)>, Trouble> {
        let Some(document) = self.named(&asked.typed, language).0.into_iter().next() else { return Ok(None) };
        let mut paragraphs = match &asked.place {
            Some(place) => self.at(&document, place)?,
            None => self.paragraphs_of(&document)?,
        };
        paragraphs.retain(|paragraph| !paragraph.cites.is_empty());
        Ok(Some((document, paragraphs)))
    }

    /// The paragraph of a document at a place, and those below it. Where no paragraph has the anchor, the place is a number
    /// as it is printed: "paragraph 20" of a resolution may be that of its annex. It is none where several could be meant.
    pub(crate) fn at(&self, document: &Found, place: &str) -> Result<Vec<Paragraph>, Trouble> {
        let all = self.paragraphs_of(document)?;
        let anchored = all.iter().any(|paragraph| is_within(&paragraph.anchor, place));
        if anchored {
            return Ok(all.into_iter().filter(|paragraph| is_within(&paragraph.anchor, place)).collect());
        }
        let Some(number) = place.strip_prefix("op") else { return Ok(Vec::new()) };
        let printed = |paragraph: &Paragraph| {
            let (scope, own) = paragraph.anchor.rsplit_once('.').unwrap_or(("", &paragraph.anchor));
            let own = ["op", "p"].iter().find_map(|prefix| own.strip_prefix(prefix)).unwrap_or(own);
            is_within(own, number).then(|| scope.to_owned())
        };
        let mut scopes: Vec<String> = all.iter().filter_map(printed).collect();
        scopes.dedup();
        let is_one = scopes.len() == 1;
        Ok(all.into_iter().filter(|paragraph| is_one && printed(paragraph).is_some()).collect())
    }

    /// The paragraphs of a document in their order.
    fn paragraphs_of(&self, document: &Found) -> Result<Vec<Paragraph>, Trouble> {
        let searcher = self.reader.searcher();
        let clause = BooleanQuery::new(vec![
            (Occur::Must, term(Term::from_field_u64(self.fields.document, document.number))),
            (Occur::Must, term(Term::from_field_text(self.fields.kind, "paragraph"))),
        ]);
        let mut found = self.all(&searcher, &clause)?;
        // They were added in their order.
        found.sort_unstable();
        let paragraphs = found.into_iter().filter_map(|address| self.stored(&searcher, address));
        Ok(paragraphs.map(|stored| stored.paragraph).collect())
    }

    /// The title of a document that is cited; `None` where it is not in the library.
    pub(crate) fn title_of(&self, symbol: &str, language: Option<Language>) -> Option<String> {
        let found = self.named(symbol, language).0.into_iter().next()?;
        Some(found.card.title.unwrap_or_default())
    }

    /// In the order in which they are stored: so each block of what is stored is unpacked once.
    pub(super) fn all(&self, searcher: &Searcher, clause: &dyn Clause) -> Result<Vec<DocAddress>, Trouble> {
        let found = searcher.search(clause, &DocSetCollector).map_err(|cause| self.site.unread(&cause))?;
        let mut all: Vec<DocAddress> = found.into_iter().collect();
        all.sort_unstable();
        Ok(all)
    }
}

fn has(searcher: &Searcher, field: Field, key: &str) -> bool {
    searcher.doc_freq(&Term::from_field_text(field, key)).is_ok_and(|count| count > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_asked_for_as_it_is_said() {
        for (typed, place) in [
            ("70/901", None),
            ("70/901#op2", Some("op2")),
            ("70/901 2 (b)", Some("op2(b)")),
            ("70/901, para. 2", Some("op2")),
            ("70/901 PP3", Some("pp3")),
        ] {
            let asked = Asked::read(typed).unwrap();
            assert_eq!((asked.typed.as_str(), asked.place.as_deref()), ("70/901", place), "{typed}");
        }
        assert_eq!(Asked::read("tides"), None);
    }

    #[test]
    fn the_paragraphs_below_one_are_within_it_and_its_neighbours_are_not() {
        assert!(is_within("op2", "op2") && is_within("op2(b)", "op2"));
        assert!(!is_within("op21", "op2") && !is_within("op2", "op2(b)"));
    }
}
