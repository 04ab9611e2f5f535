//! What the library has for a line, as a numbered list of the line mode.

use super::Linear;
use super::lists::{Choice, List, WORDS};
use crate::app::panes::Aim;
use crate::document::Anchor;
use crate::library::enquiry::{Entry, Listing, Passage, Purpose, Reply};
use crate::messages::Messages;
use crate::text::width::ellipsize;

impl Linear {
    /// Lists what the library has answered.
    pub(super) fn found_in_library(&mut self) -> Vec<String> {
        let messages = self.messages();
        let listing = match self.app.state.enquiries.take(Purpose::Box) {
            Some(Reply::Listing(listing)) => *listing,
            Some(Reply::Failed(sentence)) => return vec![sentence],
            _ => return Vec::new(),
        };
        let entries = entries(&listing, messages);
        if entries.is_empty() {
            return vec![messages.library_nothing().to_owned()];
        }
        self.list = Some(List::new(entries));
        self.show_list()
    }
}

/// The documents and paragraphs. What a restricted session may not open is left out: it could not be chosen.
fn entries(listing: &Listing, messages: Messages) -> Vec<(String, Choice)> {
    let place = listing.place.clone().map(Aim::Address);
    let documents = listing.documents.iter().filter_map(|entry| {
        let choice = Choice::Document(entry.origin.clone()?, place.clone(), None);
        Some((document(entry, messages), choice))
    });
    let passages = listing.passages.iter().filter_map(|passage| {
        let aim = Aim::Anchors(vec![Anchor(passage.anchor.clone())]);
        let choice = Choice::Document(passage.document.origin.clone()?, Some(aim), listing.sought(passage));
        Some((words(passage, messages), choice))
    });
    documents.chain(passages).collect()
}

fn document(entry: &Entry, messages: Messages) -> String {
    let told = entry.told(messages);
    let parts = [Some(entry.name.clone()), entry.year().map(str::to_owned), entry.title.clone()];
    parts.into_iter().flatten().chain(told).collect::<Vec<_>>().join(messages.comma())
}

/// The place, the words around what was looked for, and where else they stand.
fn words(passage: &Passage, messages: Messages) -> String {
    let place = format!("{} {}", passage.document.name, passage.place);
    let flat = passage.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut said = messages.labelled(place.trim_end(), &ellipsize(&flat, WORDS));
    let same = passage.same_places();
    if !same.is_empty() {
        said.push_str(messages.semicolon());
        said.push_str(&same);
    }
    said
}
