//! What the box of the library lists, in order.

use super::LibraryBox;
use crate::app::filters::{self, Offer};
use crate::library::enquiry::{Purpose, SavedSearch, Shelved};
use crate::ui::state::State;

/// Most of what is at hand that is listed above what the library has.
const FEW: usize = 8;
/// Most subjects to browse.
const SUBJECTS: usize = 12;

/// What is listed: a row, or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Heading(String),
    /// A document at hand, by its place among them.
    AtHand(usize),
    /// So many more documents at hand.
    More(usize),
    /// By their places in the listing.
    Document(usize),
    Passage(usize),
    Shelved(Shelved),
    Saved(SavedSearch),
    /// A document that was read, by its place among them.
    Read(usize),
    Offer(Offer),
    /// Something that is said and cannot be chosen.
    Said(String),
}

impl Item {
    fn is_choice(&self) -> bool {
        !matches!(self, Self::Heading(_) | Self::Said(_))
    }
}

impl LibraryBox {
    /// Makes the list of what is known.
    pub(super) fn arrange(&mut self, state: &State) {
        let line = self.input.text();
        let messages = state.messages();
        let offers = if self.adding {
            filters::names(line, messages)
        } else {
            filters::offers(line, &self.known, messages)
        };
        self.items = if !offers.is_empty() {
            offers.into_iter().map(Item::Offer).collect()
        } else if line.trim().is_empty() {
            self.home(state)
        } else {
            self.found(state)
        };
        let items = self.items.iter().enumerate();
        self.choices = items.filter(|(_, item)| item.is_choice()).map(|(at, _)| at).collect();
        self.cursor.at = self.cursor.at.min(self.choices.len().saturating_sub(1));
    }

    /// Before anything is typed: what is at hand, and what there is to browse.
    fn home(&self, state: &State) -> Vec<Item> {
        let messages = state.messages();
        let mut items: Vec<Item> = self.trouble.iter().cloned().map(Item::Said).collect();
        let mut part = |heading: &str, all: Vec<Item>| {
            if !all.is_empty() {
                items.push(Item::Heading(heading.to_owned()));
                items.extend(all);
            }
        };
        let most = if self.all_at_hand { usize::MAX } else { FEW };
        let mut at_hand: Vec<Item> = (0..self.at_hand.len().min(most)).map(Item::AtHand).collect();
        if let Some(more) = self.at_hand.len().checked_sub(at_hand.len()).filter(|more| *more > 0) {
            at_hand.push(Item::More(more));
        }
        part(messages.library_at_hand(), at_hand);
        let saved = self.yours.saved.iter().flatten().cloned();
        part(messages.library_saved(), saved.map(Item::Saved).collect());
        let read = self.yours.read.iter().enumerate();
        let read = read
            .filter(|(_, entry)| !self.origins.iter().any(|at_hand| Some(at_hand) == entry.origin.as_ref()));
        part(messages.library_read(), read.map(|(at, _)| Item::Read(at)).collect());
        if self.listing.line.trim().is_empty() {
            part(
                messages.library_browse(),
                self.listing.shelves.iter().cloned().map(Item::Shelved).collect(),
            );
            let subjects = self.listing.subjects.iter().take(SUBJECTS).cloned();
            part(messages.library_subjects(), subjects.map(Item::Shelved).collect());
        }
        items
    }

    /// What was found for what is typed: documents, what is at hand, and paragraphs.
    fn found(&self, state: &State) -> Vec<Item> {
        let messages = state.messages();
        let mut items: Vec<Item> = (0..self.listing.documents.len()).map(Item::Document).collect();
        let here: Vec<Item> = self.here.all().take(FEW).map(Item::AtHand).collect();
        let passages: Vec<Item> = (0..self.listing.passages.len()).map(Item::Passage).collect();
        if !here.is_empty() {
            items.push(Item::Heading(messages.library_at_hand().to_owned()));
            items.extend(here);
        }
        if let Some(symbol) = &self.listing.absent {
            items.push(Item::Said(messages.library_absent(symbol)));
        }
        if self.listing.citing && !passages.is_empty() {
            items.push(Item::Heading(messages.library_citing().to_owned()));
        } else if !items.is_empty() && !passages.is_empty() {
            items.push(Item::Heading(messages.library_paragraphs().to_owned()));
        }
        items.extend(passages);
        if let Some(trouble) = &self.trouble {
            items.push(Item::Said(trouble.clone()));
        } else if items.is_empty() {
            let waits = state.enquiries.is_awaited(Purpose::Box);
            let said = if waits { messages.library_waiting() } else { messages.library_nothing() };
            items.push(Item::Said(said.to_owned()));
        }
        items
    }
}
