//! What the documents of the library ask for: of whom, what, by when and for whom.

use super::{Found, Library, Numbers, Stored, bytes, term};
use crate::lang::Language;
use crate::library::actions::{Asker, Row, Wanted};
use crate::library::index::Trouble;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use tantivy::query::{BooleanQuery, Occur, Query as Clause, TermSetQuery};
use tantivy::{DocAddress, Term};

impl Library {
    /// The requests that are wanted, what is due first first, and how many there are in all. Without a language each is listed
    /// once, in English if it is there.
    pub(crate) fn actions(&self, wanted: &Wanted) -> Result<(Vec<Row>, usize), Trouble> {
        let fields = &self.fields;
        let searcher = self.reader.searcher();
        let session = wanted.session.map(|session| session.to_string());
        let narrowed = [
            (fields.kind, Some("paragraph")),
            (fields.by, wanted.by),
            (fields.to, wanted.to),
            (fields.session, session.as_deref()),
            (fields.language, wanted.language.map(Language::code)),
        ];
        let mut clauses: Vec<(Occur, Box<dyn Clause>)> = narrowed
            .into_iter()
            .filter_map(|(field, value)| Some((Occur::Must, term(Term::from_field_text(field, value?)))))
            .collect();
        let kinds =
            crate::document::What::ALL.into_iter().filter(|what| wanted.what.is_none_or(|one| one == *what));
        let kinds = kinds.map(|what| Term::from_field_text(fields.what, what.code()));
        clauses.push((Occur::Must, Box::new(TermSetQuery::new(kinds.collect::<Vec<_>>()))));
        if let Some(due) = &wanted.due {
            // What was not surely understood may be of this session.
            let number = due.trim_start_matches(|letter: char| !letter.is_ascii_digit());
            let keys = [due.clone(), format!("?{number}")];
            let terms = keys.map(|key| Term::from_field_text(fields.due, &key));
            clauses.push((Occur::Must, Box::new(TermSetQuery::new(terms))));
        }
        let mut numbers = Numbers::of("document");
        let mut places: HashMap<u64, Vec<DocAddress>> = HashMap::new();
        for address in self.all(&searcher, &BooleanQuery::new(clauses))? {
            places.entry(numbers.at(&searcher, address)).or_default().push(address);
        }
        let found =
            places.into_iter().filter_map(|(number, at)| Some((self.document(&searcher, number)?, at)));
        let mut documents: Vec<(Found, Vec<DocAddress>)> =
            found.map(|(found, at)| (slim(found), at)).collect();
        // The version that is listed is read first, so that nothing is kept of the others.
        documents.sort_by_cached_key(|(found, _)| found.rank(Language::En));
        let mut listed: HashMap<String, HashSet<String>> = HashMap::new();
        let mut rows: Vec<Row> = Vec::new();
        let most = wanted.limit.unwrap_or(usize::MAX);
        let mut all = 0;
        for (found, at) in documents {
            let of_work = listed.entry(found.work()).or_default();
            let asker = Arc::new(asker(found));
            let mut own = Vec::new();
            for address in at {
                let Some(bytes) = bytes(&searcher, address, fields.paragraph) else { continue };
                let is_listed = serde_json::from_slice(&bytes)
                    .is_ok_and(|Place { anchor }| of_work.contains(anchor.as_ref()));
                if is_listed {
                    continue;
                }
                let Ok(Stored { paragraph, .. }) = serde_json::from_slice(&bytes) else { continue };
                let asks = paragraph.tasks.iter().any(|task| wanted.has(task));
                let before = rows.len();
                let own_rows = paragraph.tasks.iter().filter(|task| wanted.has(task)).map(|task| {
                    let (anchor, place) = (paragraph.anchor.clone(), paragraph.place.clone());
                    Row::new(task.clone(), &paragraph.text, anchor, place, asker.clone())
                });
                rows.extend(own_rows.filter(|row| wanted.has_words(row)));
                all += rows.len() - before;
                // No more are kept than are wanted, with room for those that come before them.
                if rows.len() / 2 > most {
                    wanted.sort(&mut rows);
                    rows.truncate(most);
                }
                if asks {
                    own.push(paragraph.anchor);
                }
            }
            // Two paragraphs of one document are never the same, whatever they are called.
            of_work.extend(own);
        }
        wanted.sort(&mut rows);
        rows.truncate(most);
        Ok((rows, all))
    }
}

/// Where a paragraph stands, for whoever needs no more of it.
#[derive(Deserialize)]
struct Place<'p> {
    #[serde(borrow)]
    anchor: Cow<'p, str>,
}

/// How States voted on a document is long, and not asked for.
fn slim(mut found: Found) -> Found {
    found.card.voted = Vec::new();
    found.card.subjects = Vec::new();
    found
}

fn asker(Found { origin, card, .. }: Found) -> Asker {
    Asker {
        symbol: card.symbol,
        title: card.title,
        date: card.date,
        session: card.session,
        language: card.language,
        source: Some(origin.source()),
    }
}
