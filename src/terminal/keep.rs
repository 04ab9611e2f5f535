//! What outlives a session and what is remembered of a file: places, marks, the last document, how the file looked.

use super::work::{self, Stamp};
use crate::app::event::{Memory, Visit};
use crate::document::Document;
use crate::library::Source;
use crate::library::state::{DocumentKey, SavedPlace, State};

pub(super) struct Keep {
    pub(super) state: State,
    /// The open file as it was when it was read.
    pub(super) stamp: Stamp,
}

impl Keep {
    pub(super) fn new(state: State) -> Self {
        Self { state, stamp: None }
    }

    /// A document is about to be shown: what is remembered of it, if anything can be.
    pub(super) fn opened(&mut self, source: &Source, document: &Document) -> Option<Memory> {
        self.stamp = source.path().and_then(work::stamp);
        let key = DocumentKey::of(document, source)?;
        let place = self.state.place(&key).map(|place| (place.anchor.clone(), place.row as usize));
        let marks = self.state.marks(&key).map(|(letter, place)| (letter, place.anchor.clone())).collect();
        self.state.set_last(key, source);
        Some(Memory { place, marks })
    }

    pub(super) fn remember(&mut self, visit: Visit) {
        let Some(key) = DocumentKey::of(&visit.document, &visit.source) else { return };
        let saved = |anchor, row: usize| SavedPlace::new(anchor, u32::try_from(row).unwrap_or(0));
        self.state.set_place(&key, saved(visit.place.0, visit.place.1));
        for (letter, anchor) in visit.marks {
            self.state.set_mark(&key, letter, saved(anchor, 0));
        }
    }
}
