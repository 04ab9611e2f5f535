//! The masthead as a card of a few lines, or whole.

use super::Session;
use crate::document::Kind;

impl Session {
    /// Shows the masthead whole, or as a card. Returns whether that changes anything.
    pub(crate) fn unfold_masthead(&mut self, whole: bool) -> bool {
        self.glimpsed = false;
        let changes = self.layout.unfold_masthead(whole);
        if changes {
            self.settle();
            self.prepare();
        }
        changes
    }

    /// Shows the masthead whole for words that are not on its card, and as a card again once those are left.
    pub(super) fn glimpse(&mut self, off_card: bool) {
        if off_card != self.glimpsed {
            self.glimpsed = self.unfold_masthead(off_card) && off_card;
        }
    }

    /// Whether the masthead is being read.
    pub(crate) fn at_masthead(&self) -> bool {
        matches!(self.document.node(self.current).kind, Kind::Masthead | Kind::MastheadLine)
    }
}
