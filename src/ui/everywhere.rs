//! Looks for a text in all documents at hand, beside the event loop.

use super::state::State;
use crate::app::event::Effect;
use crate::app::everywhere::{Everywhere, LONGEST};
use crate::app::panes::{Aim, Sought};
use crate::app::ticket::Claim;
use crate::document::Anchor;
use crate::library::Source;
use crate::library::summary::Mentions;
use std::path::Path;

impl State {
    /// Begins a search in all documents at hand. What was found for another text is dropped.
    pub(crate) fn find_in_all(&mut self, query: &str) {
        let query: String = query.chars().take(LONGEST).collect();
        let mut sources: Vec<Source> = self.shelf.cards().iter().map(|card| card.origin.clone()).collect();
        // What lies with the open document is read first: a folder often has one language.
        let folder = |source: &Source| source.path().and_then(Path::parent).map(Path::to_path_buf);
        let own = self.panes.current().and_then(|session| folder(&session.origin));
        sources.sort_by_key(|source| folder(source) != own);
        self.everywhere = Everywhere { all: sources.len(), ..Everywhere::default() };
        // A single letter is in every document.
        let worth = query.trim().chars().count() > 1 || query.chars().any(crate::text::chars::is_han);
        if worth {
            let claim = Claim::default();
            self.effects.push(Effect::FindInAll(claim.ticket(), sources, query.clone()));
            self.everywhere.claim = Some(claim);
        }
        self.everywhere.query = query;
    }

    /// Takes in what was found in some documents; `read` is how many were read so far.
    pub(crate) fn mentioned(&mut self, found: Vec<(Source, Mentions)>, read: usize) {
        for (origin, mentions) in found {
            let at = self.shelf.find(&origin).unwrap_or(usize::MAX);
            self.everywhere.add(&origin, at, mentions);
        }
        self.everywhere.read = read;
        if self.everywhere.is_full() {
            self.everywhere.claim = None;
        }
    }

    /// Opens the selected passage at its paragraph, where the text is then marked.
    pub(crate) fn open_passage(&mut self) {
        let found = &self.everywhere;
        let Some(passage) = found.passages.get(found.at) else { return };
        let aim = Aim::Anchors(vec![Anchor(passage.anchor.clone())]);
        let (origin, query) = (passage.origin.clone(), found.query.clone());
        self.open_marked(&origin, Some(aim), Some(Sought::Text(query)));
    }

    /// Opens a document at a place, and marks there what was looked for.
    pub(crate) fn open_marked(&mut self, origin: &Source, aim: Option<Aim>, sought: Option<Sought>) {
        self.open_at(origin.clone(), aim);
        let Some(sought) = sought else { return };
        let slot = self.panes.focused();
        match slot.session.as_mut().filter(|session| session.origin == *origin) {
            Some(session) => session.mark(&sought),
            None => slot.sought = Some(sought),
        }
    }
}
