//! What is remembered of documents beyond a session: reading places, marks and the last document; and how the
//! opened files looked when they were read.

use super::work::{self, Stamp};
use crate::app::event::{Memory, Visit};
use crate::document::Document;
use crate::library::state::{DocumentKey, SavedPlace, State};
use crate::library::{Door, Source};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

/// What is kept, shared with the thread that saves it where the loop cannot.
#[derive(Clone)]
pub(super) struct Kept(Arc<Mutex<Keep>>);

impl Kept {
    pub(super) fn new(state: State, door: Door) -> Self {
        Self(Arc::new(Mutex::new(Keep { state, door, stamps: HashMap::new(), here: Vec::new() })))
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, Keep> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same where the lock is free within `patience`: whoever holds it may be saving, on a slow disk.
    pub(super) fn lock_within(&self, patience: Duration) -> Option<MutexGuard<'_, Keep>> {
        let until = Instant::now() + patience;
        loop {
            match self.0.try_lock() {
                Ok(kept) => return Some(kept),
                Err(TryLockError::Poisoned(kept)) => return Some(kept.into_inner()),
                Err(TryLockError::WouldBlock) if Instant::now() >= until => return None,
                Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(5)),
            }
        }
    }
}

pub(super) struct Keep {
    pub(super) state: State,
    door: Door,
    /// The modification time and size of each opened file when it was read last.
    stamps: HashMap<Source, Stamp>,
    /// Where the reader is, as of the last event. Saved at the end only: a document that is still being read is
    /// not yet at the place where it was left the last time.
    here: Vec<Visit>,
}

impl Keep {
    /// How an opened file looked when it was read last.
    pub(super) fn stamp(&self, source: &Source) -> Stamp {
        self.stamps.get(source).copied().flatten()
    }

    /// Records where the reader is; nowhere changes nothing.
    pub(super) fn see(&mut self, here: Vec<Visit>) {
        if !here.is_empty() {
            self.here = here;
        }
    }

    /// Writes what is remembered to disk, and the place where the reader is. `Some`: a sentence for the user on
    /// why it could not be written.
    pub(super) fn save(&mut self) -> Option<String> {
        for visit in std::mem::take(&mut self.here) {
            self.remember(visit);
        }
        self.state.save();
        self.state.take_notice()
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

    /// Records the reading place and marks of a document. [`Keep::save`] writes them to disk.
    pub(super) fn remember(&mut self, visit: Visit) {
        let Some(key) = DocumentKey::of(&visit.document, &visit.source) else { return };
        let saved = |anchor, row: usize| SavedPlace::new(anchor, u32::try_from(row).unwrap_or(0));
        self.state.set_place(&key, saved(visit.place.0, visit.place.1));
        for (letter, anchor) in visit.marks {
            self.state.set_mark(&key, letter, saved(anchor, 0));
        }
    }
}
