//! What is remembered of documents beyond a session: reading places, marks and the last document; and how the
//! opened files looked when they were read.

use super::work::{self, Stamp};
use crate::app::event::{Memory, Visit};
use crate::document::Document;
use crate::library::state::{DocumentKey, SavedPlace, State};
use crate::library::{Door, Source};
use std::collections::HashMap;

pub(super) struct Keep {
    pub(super) state: State,
    door: Door,
    /// The modification time and size of each opened file when it was read last.
    stamps: HashMap<Source, Stamp>,
}

impl Keep {
    pub(super) fn new(state: State, door: Door) -> Self {
        Self { state, door, stamps: HashMap::new() }
    }

    /// How an opened file looked when it was read last.
    pub(super) fn stamp(&self, source: &Source) -> Stamp {
        self.stamps.get(source).copied().flatten()
    }

    /// Called before a document is shown. Returns its saved place and marks; `None` for a document that has
    /// no key to save them under.
    pub(super) fn opened(&mut self, source: &Source, document: &Document) -> Option<Memory> {
        let stamp = source.path().and_then(|path| work::stamp(path, &self.door));
        self.stamps.insert(source.clone(), stamp);
        let key = DocumentKey::of(document, source)?;
        let place = self.state.place(&key).map(|place| (place.anchor.clone(), place.row as usize));
        let marks = self.state.marks(&key).map(|(letter, place)| (letter, place.anchor.clone())).collect();
        self.state.set_last(key, source);
        Some(Memory { place, marks })
    }

    /// Records the reading place and marks of a document. [`State::save`] writes them to disk.
    pub(super) fn remember(&mut self, visit: Visit) {
        let Some(key) = DocumentKey::of(&visit.document, &visit.source) else { return };
        let saved = |anchor, row: usize| SavedPlace::new(anchor, u32::try_from(row).unwrap_or(0));
        self.state.set_place(&key, saved(visit.place.0, visit.place.1));
        for (letter, anchor) in visit.marks {
            self.state.set_mark(&key, letter, saved(anchor, 0));
        }
    }
}
