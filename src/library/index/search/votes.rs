//! How States voted: the documents on which a State voted so, by any of its names.

use super::{Found, Library, number, once, term};
use crate::lang::Language;
use crate::library::index::Trouble;
use std::cmp::Reverse;
use tantivy::Term;
use tantivy::query::{BooleanQuery, Occur, Query as Clause, TermSetQuery};

/// The choices of a vote as they are kept.
pub(crate) const CHOICES: [&str; 3] = ["yes", "no", "abstain"];

/// Which votes are asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Votes {
    /// The key of a State (`lookup::state_key`).
    pub state: String,
    /// One of [`CHOICES`]; any where there is none.
    pub choice: Option<&'static str>,
    pub session: Option<u32>,
    pub year: Option<u32>,
}

impl Library {
    /// The documents on which the State voted so, the newest first. Without a language each is listed once, in English if it
    /// is there.
    pub(crate) fn voted(&self, votes: &Votes, language: Option<Language>) -> Result<Vec<Found>, Trouble> {
        let fields = &self.fields;
        let choices: Vec<&str> = votes.choice.map_or_else(|| CHOICES.to_vec(), |choice| vec![choice]);
        let keys = choices.iter().map(|choice| format!("{choice} {}", votes.state));
        let terms = keys.map(|key| Term::from_field_text(fields.voted, &key));
        let mut clauses: Vec<(Occur, Box<dyn Clause>)> =
            vec![(Occur::Must, Box::new(TermSetQuery::new(terms.collect::<Vec<_>>())))];
        let narrowed = [
            (fields.session, votes.session.map(|session| session.to_string())),
            (fields.year, votes.year.map(|year| year.to_string())),
            (fields.language, language.map(|language| language.code().to_owned())),
        ];
        for (field, value) in narrowed {
            clauses.extend(value.map(|value| (Occur::Must, term(Term::from_field_text(field, &value)))));
        }
        let searcher = self.reader.searcher();
        let found = self.all(&searcher, &BooleanQuery::new(clauses))?.into_iter();
        let found = found.filter_map(|address| self.card(&searcher, address));
        let mut out = once(found.map(|found| (found.work(), found)), Language::En, |found| found);
        out.sort_by(|(left, one), (right, two)| {
            (Reverse(&one.card.date), left).cmp(&(Reverse(&two.card.date), right))
        });
        Ok(out.into_iter().map(|(_, found)| found).collect())
    }

    /// The paragraphs of the documents on which a State voted so, as a filter: "no france".
    pub(super) fn of_vote(&self, voted: &str) -> Box<dyn Clause> {
        let searcher = self.reader.searcher();
        let cards = self.all(&searcher, &*term(Term::from_field_text(self.fields.voted, voted)));
        let numbers = cards
            .unwrap_or_default()
            .into_iter()
            .map(|card| Term::from_field_u64(self.fields.document, number(&searcher, card, "document")));
        Box::new(TermSetQuery::new(numbers.collect::<Vec<_>>()))
    }
}
