//! What was asked of the library and what it answered, for each purpose.

use super::ticket::{Claim, Ticket};
use crate::document::Document;
use crate::library::enquiry::{Purpose, Read, Reply};
use std::collections::HashMap;

/// How many documents that were read are kept.
const MOST_READ: usize = 8;

#[derive(Debug, Default)]
pub(crate) struct Enquiries {
    /// There is a library to be asked.
    pub there: bool,
    /// The documents that were read last, the latest first.
    pub read: Vec<Read>,
    /// What was looked for when something was opened from the box.
    pub looked: Option<Looked>,
    claims: HashMap<Purpose, Claim>,
    answers: HashMap<Purpose, Reply>,
}

/// What the box showed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Looked {
    pub line: String,
    /// Which of the entries was selected.
    pub at: usize,
    pub most_cited: bool,
}

impl Enquiries {
    /// Notes that a document is read.
    pub(crate) fn note(&mut self, document: &Document) {
        let Some(symbol) = document.symbol().map(str::to_owned) else { return };
        let read = Read { symbol, language: document.language() };
        self.read.retain(|other| *other != read);
        self.read.insert(0, read);
        self.read.truncate(MOST_READ);
    }

    /// The ticket of a new question, which takes the place of an older one. The answer to that stays until there is another.
    pub(crate) fn ask(&mut self, purpose: Purpose) -> Ticket {
        let claim = Claim::default();
        let ticket = claim.ticket();
        self.claims.insert(purpose, claim);
        ticket
    }

    pub(crate) fn claim(&self, purpose: Purpose) -> Option<&Claim> {
        self.claims.get(&purpose)
    }

    /// Whether the answer to a question is still to come.
    pub(crate) fn is_awaited(&self, purpose: Purpose) -> bool {
        self.claims.contains_key(&purpose)
    }

    /// Takes in an answer.
    pub(crate) fn put(&mut self, purpose: Purpose, reply: Reply) {
        self.claims.remove(&purpose);
        self.answers.insert(purpose, reply);
    }

    /// The answer that came last; it is given once.
    pub(crate) fn take(&mut self, purpose: Purpose) -> Option<Reply> {
        self.answers.remove(&purpose)
    }

    /// Nobody waits for the answer any more.
    pub(crate) fn forget(&mut self, purpose: Purpose) {
        self.claims.remove(&purpose);
        self.answers.remove(&purpose);
    }
}
