//! The open documents, and which of them keys, searches and addresses refer to.
//!
//! One document is open at a time today. All code asks here for the current one, so that two could be shown
//! side by side without further changes. The position on the screen is the matter of `ui`.

use super::session::Session;

#[derive(Debug, Default)]
pub(crate) struct Panes {
    open: Vec<Session>,
    /// The index of the current document.
    at: usize,
}

impl Panes {
    /// The current document; `None` where none is open.
    pub(crate) fn current(&self) -> Option<&Session> {
        self.open.get(self.at)
    }

    pub(crate) fn current_mut(&mut self) -> Option<&mut Session> {
        self.open.get_mut(self.at)
    }

    /// Replaces the current document.
    pub(crate) fn show(&mut self, session: Session) {
        match self.open.get_mut(self.at) {
            Some(current) => *current = session,
            None => self.open.push(session),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }
}
