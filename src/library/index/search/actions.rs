//! What the documents of the library ask for: of whom, what, by when and for whom.

use super::{Found, Library, Stored, number, once, term};
use crate::lang::Language;
use crate::library::actions::{Asker, Row, Wanted, sort};
use crate::library::index::Trouble;
use std::collections::HashMap;
use std::sync::Arc;
use tantivy::Term;
use tantivy::query::{BooleanQuery, Occur, Query as Clause, TermSetQuery};

/// A document, and what the rows of it share.
type Card = (Arc<Found>, Arc<Asker>);

impl Library {
    /// The requests that are wanted, what is due first first. Without a language each is listed once, in English if it is
    /// there.
    pub(crate) fn actions(&self, wanted: &Wanted) -> Result<Vec<Row>, Trouble> {
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
        let mut documents: HashMap<u64, Option<Card>> = HashMap::new();
        let mut all = Vec::new();
        for address in self.all(&searcher, &BooleanQuery::new(clauses))? {
            let Some(Stored { paragraph, .. }) = self.stored(&searcher, address) else { continue };
            if !paragraph.tasks.iter().any(|task| wanted.has(task)) {
                continue;
            }
            let at = number(&searcher, address, "document");
            let document = documents.entry(at).or_insert_with(|| self.document(&searcher, at).map(asker));
            let Some((found, asker)) = document else { continue };
            let rows = paragraph.tasks.iter().filter(|task| wanted.has(task)).map(|task| {
                let (anchor, place) = (paragraph.anchor.clone(), paragraph.place.clone());
                Row::new(task.clone(), &paragraph.text, anchor, place, asker.clone())
            });
            let slot = (found.work(), paragraph.anchor.clone());
            all.push((slot, (address, found.clone(), rows.collect::<Vec<_>>())));
        }
        let mut out = once(all.into_iter(), Language::En, |(_, found, _)| found);
        // In the order of the documents, which is that of equals.
        out.sort_by_key(|(_, (address, ..))| *address);
        let mut rows: Vec<Row> = out.into_iter().flat_map(|(_, (_, _, rows))| rows).collect();
        sort(&mut rows);
        Ok(rows)
    }
}

/// The document of a card. How States voted on it is long, and not asked for.
fn asker(mut found: Found) -> Card {
    found.card.voted = Vec::new();
    found.card.subjects = Vec::new();
    let card = &found.card;
    let asker = Asker {
        symbol: card.symbol.clone(),
        title: card.title.clone(),
        date: card.date.clone(),
        session: card.session,
        language: card.language,
        source: Some(found.origin.source()),
    };
    (Arc::new(found), Arc::new(asker))
}
