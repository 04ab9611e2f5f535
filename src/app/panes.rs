//! The documents on the screen, side by side, and which of them has the focus.
//!
//! What belongs to one document is in its [`Slot`], and only there: a slot can be added, replaced or closed
//! without a trace in the others. Commands, searches and addresses mean the slot with the focus. Where the slots
//! are on the screen is the matter of `ui`.

use super::event::{Memory, Outcome, Visit};
use super::history::Away;
use super::key::Key;
use super::session::Session;
use super::ticket::{Claim, Ticket};
use crate::document::{Anchor, Document, NodeId};
use crate::library::Source;
use crate::lookup::address;

/// The room for one document: the document that is open there, and what comes next.
#[derive(Debug, Default)]
pub(crate) struct Slot {
    /// `None`: nothing is open here yet.
    pub session: Option<Session>,
    pub loading: Option<Loading>,
    /// Where to go in the document that is being loaded.
    pub aim: Option<Aim>,
    /// What to mark in the document that is being loaded, as if it had been looked for there.
    pub sought: Option<Sought>,
    /// The place to go to in the document that is being loaded by going back or forward.
    pub goal: Option<Away>,
    /// The saved place and marks of the document that is being loaded.
    pub memory: Option<Memory>,
    /// Keys held back until the whole document is read.
    pub waiting: Vec<Key>,
}

impl Slot {
    /// What is saved of the document. `None` while it is not yet at the place where it was left the last time, as
    /// that is beyond what has been read of it: saving where it is now would lose that place.
    pub(crate) fn visit(&self) -> Option<Visit> {
        let session = self.session.as_ref()?;
        let place = self.memory.as_ref().and_then(|memory| memory.place.as_ref());
        let beyond =
            session.partial && place.is_some_and(|(anchor, _)| session.document.resolve(anchor).is_none());
        (!beyond).then(|| session.visit())
    }
}

/// What is marked in a document that is opened at what was found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Sought {
    /// A text as it was typed.
    Text(String),
    /// Words in any of these forms: each with the number of the word that it is a form of. `typed` is what was typed.
    Words { typed: String, forms: Vec<(usize, String)> },
}

/// A place in a document that is not open yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Aim {
    /// An address or an anchor, as it was typed or cited.
    Address(String),
    /// The first of these that is there, and else the beginning: a paragraph, and what it is part of.
    Anchors(Vec<Anchor>),
}

impl Aim {
    /// The node that is meant; `None` where there is no such paragraph.
    pub(crate) fn within(&self, document: &Document) -> Option<NodeId> {
        match self {
            Self::Address(typed) => address::meant(typed, document, NodeId::ROOT),
            Self::Anchors(anchors) => anchors.iter().find_map(|anchor| document.resolve(anchor)),
        }
    }
}

/// A document on its way into a slot.
#[derive(Debug)]
pub(crate) struct Loading {
    pub claim: Claim,
    pub source: Source,
    pub way: Way,
}

/// What the arrival of a document does to the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// The reader goes elsewhere: the place left is added.
    On,
    Back,
    Forward,
}

impl Slot {
    /// Whether an answer is for this slot, and still of interest.
    fn awaits(&self, ticket: &Ticket, outcome: &Outcome) -> bool {
        let session = self.session.as_ref();
        let claim = match outcome {
            Outcome::Changed | Outcome::Gone => session.map(|session| &session.reading),
            Outcome::Indexed(_) | Outcome::NotIndexed => {
                session.and_then(|session| session.indexing.as_ref())
            }
            Outcome::Opened(_) | Outcome::Begun(_) | Outcome::Pages(..) | Outcome::Failed(_) => {
                self.loading.as_ref().map(|loading| &loading.claim)
            }
            Outcome::Ranked(_) => session.and_then(|session| session.asking.as_ref()),
            Outcome::Found(_) => session.and_then(|session| session.found.claim()),
            Outcome::Catalogued(_)
            | Outcome::CataloguedAll
            | Outcome::Listed(..)
            | Outcome::Answered(..)
            | Outcome::Mentioned(..)
            | Outcome::MentionedAll => None,
        };
        claim.is_some_and(|claim| claim.admits(ticket))
    }
}

/// The slots from left to right. There is always one with the focus.
#[derive(Debug, Default)]
pub(crate) struct Panes {
    left: Vec<Slot>,
    focused: Slot,
    right: Vec<Slot>,
    editions: u8,
}

impl Panes {
    /// The document with the focus; `None` where none is open there.
    pub(crate) fn current(&self) -> Option<&Session> {
        self.focused.session.as_ref()
    }

    pub(crate) fn current_mut(&mut self) -> Option<&mut Session> {
        self.focused.session.as_mut()
    }

    pub(crate) fn focused(&mut self) -> &mut Slot {
        &mut self.focused
    }

    /// The index of the slot with the focus, from the left.
    pub(crate) fn at(&self) -> usize {
        self.left.len()
    }

    pub(crate) fn len(&self) -> usize {
        self.left.len() + 1 + self.right.len()
    }

    /// Whether no document is open.
    pub(crate) fn is_empty(&self) -> bool {
        self.slots().all(|slot| slot.session.is_none())
    }

    pub(crate) fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.left.iter().chain([&self.focused]).chain(&self.right)
    }

    pub(crate) fn slots_mut(&mut self) -> impl Iterator<Item = &mut Slot> {
        self.left.iter_mut().chain([&mut self.focused]).chain(&mut self.right)
    }

    pub(crate) fn get(&self, at: usize) -> Option<&Slot> {
        self.slots().nth(at)
    }

    pub(crate) fn get_mut(&mut self, at: usize) -> Option<&mut Slot> {
        self.slots_mut().nth(at)
    }

    pub(crate) fn session_mut(&mut self, at: usize) -> Option<&mut Session> {
        self.get_mut(at)?.session.as_mut()
    }

    /// The slot that an answer of slow work is for; `None` where nobody waits for it.
    pub(crate) fn awaiting(&self, ticket: &Ticket, outcome: &Outcome) -> Option<usize> {
        self.slots().position(|slot| slot.awaits(ticket, outcome))
    }

    /// The slot that a document is being loaded for.
    pub(crate) fn loading(&mut self, ticket: &Ticket) -> Option<&mut Slot> {
        self.slots_mut()
            .find(|slot| slot.loading.as_ref().is_some_and(|loading| loading.claim.admits(ticket)))
    }

    /// What is being read for the focused slot.
    pub(crate) fn read_now(&self) -> Option<&Source> {
        self.focused.loading.as_ref().map(|loading| &loading.source)
    }

    /// What is being read to take the place of what the focused slot shows.
    pub(crate) fn read_next(&self) -> Option<&Source> {
        let shown = self.current().map(|session| &session.origin);
        self.read_now().filter(|source| shown != Some(source))
    }

    /// Gives a slot the focus. A slot that does not exist leaves it where it is.
    pub(crate) fn focus(&mut self, at: usize) {
        while at < self.left.len()
            && let Some(slot) = self.left.pop()
        {
            self.right.insert(0, std::mem::replace(&mut self.focused, slot));
        }
        while at > self.left.len() && at < self.len() {
            let slot = self.right.remove(0);
            self.left.push(std::mem::replace(&mut self.focused, slot));
        }
    }

    /// A number that no text on the screen has as its edition.
    pub(crate) fn edition(&mut self) -> u8 {
        for _ in 0..self.len() {
            self.editions = self.editions.wrapping_add(1);
            let taken = |slot: &Slot| slot.session.as_ref().is_some_and(|open| open.edition == self.editions);
            if !self.slots().any(taken) {
                break;
            }
        }
        self.editions
    }
}

/// No command opens or closes a second document yet.
#[cfg(test)]
impl Panes {
    /// Adds an empty slot at the right, with the focus.
    pub(crate) fn add(&mut self) {
        self.focus(self.len() - 1);
        self.left.push(std::mem::take(&mut self.focused));
    }

    /// Closes the slot with the focus, and gives the focus to the one before it. The last one becomes empty.
    pub(crate) fn close(&mut self) {
        let next = self.left.pop().or_else(|| (!self.right.is_empty()).then(|| self.right.remove(0)));
        self.focused = next.unwrap_or_default();
    }
}
