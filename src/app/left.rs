//! What the reader left in documents that are not on the screen now: marks, and where the marking of what is to be copied
//! began.
//!
//! It lasts as long as the program runs. What outlives a session is kept by `library/state.rs`.

use super::session::Session;
use crate::document::Anchor;
use crate::library::Source;
use std::collections::BTreeMap;

/// The most documents of which something is kept; of further ones the oldest is forgotten.
const MOST: usize = 500;

#[derive(Debug)]
struct Stay {
    origin: Source,
    marks: BTreeMap<char, Anchor>,
    /// Where the marking began.
    from: Option<Anchor>,
}

/// The documents in which something was left, the last one at the end.
#[derive(Debug, Default)]
pub(crate) struct Left {
    stays: Vec<Stay>,
}

impl Left {
    /// Notes what is left in a document that goes from the screen.
    pub(crate) fn note(&mut self, session: &Session) {
        let document = &session.document;
        let marks = session.marks.iter().map(|(letter, id)| (*letter, document.anchor(*id))).collect();
        let from = session.marked_from().map(|id| document.anchor(id));
        let stay = Stay { origin: session.origin.clone(), marks, from };
        self.stays.retain(|stay| stay.origin != session.origin);
        if stay.from.is_some() || !stay.marks.is_empty() {
            if self.stays.len() >= MOST {
                self.stays.remove(0);
            }
            self.stays.push(stay);
        }
    }

    /// Marks again, in a document that comes back, what was marked to be copied.
    pub(crate) fn give_back(&self, session: &mut Session) {
        let stay = self.stays.iter().find(|stay| stay.origin == session.origin);
        let from = stay.and_then(|stay| session.document.resolve(stay.from.as_ref()?));
        session.select(from);
    }

    /// Where a mark is that the document on the screen does not have: the document that was left last counts.
    pub(crate) fn mark(&self, letter: char) -> Option<(&Source, &Anchor)> {
        self.stays.iter().rev().find_map(|stay| Some((&stay.origin, stay.marks.get(&letter)?)))
    }
}
