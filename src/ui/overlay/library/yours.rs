//! What the box of the library lists of the reader's own: saved searches, and the documents that were read last.

use super::LibraryBox;
use super::items::Item;
use crate::library::enquiry::{Enquiry, Keep, Purpose, Reply};
use crate::ui::state::State;

/// Asks for what was saved, and for the documents that were read last, but for the one that is open.
pub(super) fn ask_for_yours(state: &mut State) {
    let open = state.document().and_then(|document| document.symbol()).map(str::to_owned);
    let read = state.enquiries.read.iter().filter(|read| Some(&read.symbol) != open.as_ref());
    let (read, reader) = (read.cloned().collect(), Some(state.settings.locale));
    state.enquire(Purpose::Yours, Enquiry::Yours { read, reader });
}

/// Has a search saved or forgotten.
pub(super) fn ask_to_keep(keep: Keep, state: &mut State) {
    let reader = Some(state.settings.locale);
    state.enquire(Purpose::Keep, Enquiry::Keep { keep, reader });
}

impl LibraryBox {
    pub(super) fn take_in_yours(&mut self, state: &mut State) {
        if let Some(Reply::Yours(yours)) = state.enquiries.take(Purpose::Yours) {
            self.yours = yours;
            self.arrange(state);
        }
        match state.enquiries.take(Purpose::Keep) {
            Some(Reply::Kept(saved)) => {
                self.yours.saved = saved;
                self.arrange(state);
            }
            Some(Reply::Failed(sentence)) => state.say(sentence),
            _ => {}
        }
    }

    pub(super) fn keep(&self, keep: Keep, state: &mut State) {
        let messages = state.messages();
        if self.yours.saved.is_none() {
            return state.say(messages.library_keeps_nothing());
        }
        state.say(match keep {
            Keep::Save(_) => messages.library_kept(),
            Keep::Forget(_) => messages.library_forgotten(),
        });
        ask_to_keep(keep, state);
    }

    /// The line of the saved search that is selected, or else the line that is typed, if it is saved.
    pub(super) fn saved_line(&self) -> Option<&str> {
        let saved = self.yours.saved.as_deref().unwrap_or_default();
        let typed = self.input.text().trim();
        let search = match self.selected() {
            Some(Item::Saved(search)) => Some(search),
            _ => saved.iter().find(|search| search.line == typed),
        };
        search.map(|search| search.line.as_str())
    }
}
