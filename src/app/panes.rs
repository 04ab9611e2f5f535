//! The documents that are open, and which of them keys, searches and addresses are about.
//!
//! Today one is open at a time. Whoever wants a document asks here for the current one, so that two can stand side by side
//! without anybody else being told. Where on the screen a document stands is a matter of `ui`.

use super::session::Session;

#[derive(Debug, Default)]
pub struct Panes {
    open: Vec<Session>,
    /// The one that is read.
    at: usize,
}

impl Panes {
    /// The document that is read.
    pub fn current(&self) -> Option<&Session> {
        self.open.get(self.at)
    }

    pub fn current_mut(&mut self) -> Option<&mut Session> {
        self.open.get_mut(self.at)
    }

    /// Shows a document in the place of the current one.
    pub fn show(&mut self, session: Session) {
        match self.open.get_mut(self.at) {
            Some(current) => *current = session,
            None => self.open.push(session),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.open.is_empty()
    }
}
