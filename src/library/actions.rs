//! What documents ask for, as a list: of whom, what, by when and for whom. It is the same list for documents that are read
//! and for those of the library, on the command line and in the reader.

mod when;

pub(crate) use when::{day_of, due_key, typed_day};

use super::Source;
use super::summary::Summary;
use crate::document::{Action, Document, Part, Request, What, citation};
use crate::grammar;
use crate::lang::Language;
use crate::text::Part as _;
use crate::text::clean;
#[cfg(feature = "library")]
use crate::text::fold::fold_str;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::Arc;

/// One request of a paragraph in words, apart from its document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    pub action: Action,
    pub verb: String,
    /// The keys of those who are asked; none where they are not known.
    pub by: Vec<String>,
    pub what: What,
    pub due: Vec<Due>,
    /// To whom a report goes: `GA`, `SC`, ...
    pub to: Vec<String>,
    /// Its words, in bytes of those of the paragraph.
    pub words: Range<usize>,
}

/// By when, as it is said and as it is understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    pub said: String,
    /// A session, a date or a period, as in JSON; `None` where it was not surely understood.
    pub resolved: Option<String>,
    /// The number of the session, also where it is not known of which body.
    pub session: Option<u32>,
}

impl Task {
    /// Requests of a paragraph in words; `text` has its own.
    pub(crate) fn all(document: &Document, requests: &[Request], text: &str) -> Vec<Self> {
        let mut from = 0;
        requests.iter().map(|request| Self::of(document, request, text, &mut from)).collect()
    }

    /// They stand one after the other: this one after `from`.
    fn of(document: &Document, request: &Request, text: &str, from: &mut usize) -> Self {
        let words = |span| clean(&document.plain(span)).into_owned();
        let own = words(request.span);
        let at = text.part(*from..).find(own.trim());
        let words_at = at.map_or(0..text.len(), |at| *from + at..*from + at + own.trim().len());
        if at.is_some() {
            *from = words_at.end;
        }
        Self {
            action: request.action,
            verb: words(request.verb),
            by: request.addressees.keys().map(str::to_owned).collect(),
            what: request.what,
            due: request
                .deadlines
                .iter()
                .map(|deadline| Due {
                    said: words(deadline.said),
                    resolved: deadline.resolved.clone(),
                    session: deadline.session,
                })
                .collect(),
            to: request.to.iter().map(|to| (*to).to_owned()).collect(),
            words: words_at,
        }
    }

    /// By when, as it stands in a list: `GA81`, and "?" where it was not surely understood; empty where nothing is said.
    pub(crate) fn due(&self) -> String {
        let due: Vec<&str> = self.due.iter().map(|due| due.resolved.as_deref().unwrap_or("?")).collect();
        due.join("; ")
    }

    /// What is said of when, in its own words.
    pub(crate) fn said(&self) -> String {
        let said: Vec<&str> = self.due.iter().map(|due| due.said.as_str()).collect();
        said.join("; ")
    }

    /// Who is asked, as it stands in a list; "?" where that is not known.
    pub(crate) fn by(&self) -> String {
        // What stays on an agenda is asked of nobody.
        let of_nobody = matches!(self.action, Action::Decide | Action::Seized);
        if self.by.is_empty() && !of_nobody { "?".to_owned() } else { self.by.join("; ") }
    }
}

/// A request in a list, with where it stands.
#[derive(Clone, Debug)]
pub struct Row {
    pub task: Task,
    /// Its words.
    pub text: String,
    pub anchor: String,
    /// The short address of the paragraph.
    pub place: String,
    pub document: Arc<Asker>,
}

/// A document that asks.
#[derive(Clone, Debug)]
pub struct Asker {
    pub symbol: Option<String>,
    pub title: Option<String>,
    pub date: Option<String>,
    pub session: Option<u32>,
    pub language: Option<Language>,
    /// Where it lies; `None` where a restricted session may not open it.
    pub source: Option<Source>,
}

impl Asker {
    fn of(document: &Document, source: Source) -> Self {
        let Summary { symbol, title, date, language } = Summary::of(document);
        Self {
            symbol,
            title,
            date,
            session: document.masthead().session_number,
            language,
            source: Some(source),
        }
    }

    /// What it is called in a list: its symbol, or else the name of its file.
    pub(crate) fn name(&self) -> String {
        let unnamed = || self.source.as_ref().map_or_else(|| "?".to_owned(), Source::name);
        self.symbol.clone().unwrap_or_else(unnamed)
    }
}

impl Row {
    /// What a document, or a part of it, asks for, in its order.
    pub(crate) fn all(document: &Document, part: &Part, source: &Source) -> Vec<Self> {
        let asker = Arc::new(Asker::of(document, source.clone()));
        let clauses = part.ids(document).filter(|&id| document.node(id).kind.is_clause());
        let mut requests = grammar::requests(document);
        clauses
            .flat_map(|id| {
                let asker = &asker;
                let text = clean(&document.own_text(id)).into_owned();
                let tasks = Task::all(document, &requests(id), &text);
                let place = if tasks.is_empty() { String::new() } else { citation::brief(document, id) };
                tasks.into_iter().map(move |task| {
                    let anchor = document.anchor(id).0;
                    Self::new(task, &text, anchor, place.clone(), asker.clone())
                })
            })
            .collect()
    }

    /// `text` has the words of the paragraph.
    pub(crate) fn new(task: Task, text: &str, anchor: String, place: String, document: Arc<Asker>) -> Self {
        let text = text.get(task.words.clone()).unwrap_or(text).to_owned();
        Self { task, text, anchor, place, document }
    }

    /// The columns of a table of such rows, and their values. The file is that of whoever may be told of it.
    pub(crate) const COLUMNS: [&str; 13] = [
        "due", "what", "by", "to", "action", "symbol", "anchor", "title", "date", "language", "said", "text",
        "file",
    ];

    pub(crate) fn cells(&self, file: Option<String>) -> [String; 13] {
        let Self { task, text, anchor, document, .. } = self;
        [
            task.due(),
            task.what.code().to_owned(),
            task.by(),
            task.to.join("; "),
            task.action.code().to_owned(),
            document.symbol.clone().unwrap_or_default(),
            anchor.clone(),
            document.title.clone().unwrap_or_default(),
            document.date.clone().unwrap_or_default(),
            document.language.map_or("", Language::code).to_owned(),
            task.said(),
            text.clone(),
            file.unwrap_or_default(),
        ]
    }
}

/// Puts what is due first first. What is due again and again follows what is due once, then what was not surely
/// understood or would have been due before it was asked, and at the end that of which no time is said; among equals the
/// newest document is first.
pub(crate) fn sort(rows: &mut [Row]) {
    let key = |row: &Row| {
        let task = &row.task;
        let day = task.due.iter().filter_map(|due| day_of(due.resolved.as_deref()?)).min();
        let asked = row.document.date.as_deref().and_then(|date| date.replace('-', "").parse::<u32>().ok());
        let rank = match day {
            Some(day) if asked.is_some_and(|asked| day < asked) => 2,
            Some(_) => 0,
            None if task.due.iter().any(|due| due.resolved.is_some()) => 1,
            None if !task.due.is_empty() => 2,
            None => 3,
        };
        (rank, day, task.due())
    };
    rows.sort_by_cached_key(|row| {
        let Asker { date, symbol, .. } = &*row.document;
        (key(row), std::cmp::Reverse(date.clone()), symbol.clone())
    });
}

/// Puts together what the same are asked; otherwise the order stays.
pub(crate) fn sort_by_whom(rows: &mut [Row]) {
    rows.sort_by_cached_key(|row| row.task.by());
}

/// Which requests are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The key of an addressee.
    pub by: Option<&'static str>,
    /// To whom it goes: `GA`.
    pub to: Option<&'static str>,
    pub what: Option<What>,
    /// Due at this session: `GA81`.
    pub due: Option<String>,
    /// Due before this day, and on this day or later: 20260331.
    pub before: Option<u32>,
    pub after: Option<u32>,
    /// Of documents of this session, and in this language; it is for whoever has the documents to see to that.
    pub session: Option<u32>,
    pub language: Option<Language>,
    /// Folded words that the row has, in whatever column.
    pub words: Vec<String>,
    /// At most so many rows, the first in order.
    pub limit: Option<usize>,
    /// In order of whom it is asked, and not of when it is due.
    pub by_whom: bool,
}

impl Wanted {
    /// Whether a row has the words that are wanted.
    #[cfg(feature = "library")]
    pub(crate) fn has_words(&self, row: &Row) -> bool {
        let Row { task, text, place, document, .. } = row;
        if self.words.is_empty() {
            return true;
        }
        let columns = [&task.due(), task.what.code(), &task.by(), &document.name(), place, text];
        let line = fold_str(&columns.join(" "));
        self.words.iter().all(|word| line.contains(word))
    }

    /// Puts rows in the order that is wanted.
    #[cfg(feature = "library")]
    pub(crate) fn sort(&self, rows: &mut [Row]) {
        sort(rows);
        if self.by_whom {
            sort_by_whom(rows);
        }
    }

    /// Whether a request is wanted. What was not surely understood stays wherever it may be meant.
    pub(crate) fn has(&self, task: &Task) -> bool {
        self.by.is_none_or(|by| task.by.iter().any(|key| key == by))
            && self.to.is_none_or(|to| task.to.iter().any(|key| key == to))
            && self.what.is_none_or(|what| what == task.what)
            && self.due.as_deref().is_none_or(|session| task.due.iter().any(|due| due.is_at(session)))
            && (self.before.is_none() && self.after.is_none() || task.due.iter().any(|due| self.spans(due)))
    }

    fn spans(&self, due: &Due) -> bool {
        let Some(resolved) = due.resolved.as_deref() else { return true };
        // What is due again and again is due at any time.
        let Some(day) = day_of(resolved) else { return true };
        self.before.is_none_or(|before| day < before) && self.after.is_none_or(|after| day >= after)
    }
}

impl Due {
    /// Whether it is, or may be, this session.
    fn is_at(&self, session: &str) -> bool {
        let number = session.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        self.resolved.as_deref() == Some(session)
            || self.resolved.is_none() && self.session.is_some_and(|known| known.to_string() == number)
    }

    /// What it is found by in an index: `GA81` and `GA`; `2026-03-31`, `2026-03` and `2026`; `P6M`. One that was not surely
    /// understood is found as `?`, with the number of a session as `?81`.
    #[cfg(feature = "library")]
    pub(crate) fn keys(&self) -> Vec<String> {
        let Some(resolved) = &self.resolved else {
            let number = self.session.map(|number| format!("?{number}"));
            return std::iter::once("?".to_owned()).chain(number).collect();
        };
        let mut keys = vec![resolved.clone()];
        if resolved.starts_with(|first: char| first.is_ascii_digit()) {
            keys.extend(resolved.match_indices('-').map(|(at, _)| resolved.part(..at).to_owned()));
        } else if !resolved.starts_with('P') || !resolved.ends_with(|last: char| last.is_ascii_alphabetic()) {
            keys.push(resolved.trim_end_matches(|last: char| last.is_ascii_digit()).to_owned());
        }
        keys
    }
}

#[cfg(test)]
mod tests;
