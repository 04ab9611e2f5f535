//! Data that outlives a session: the reading place and the marks of each document, and which document was read last.
//!
//! Losing it is never an error: a corrupt file is put aside, and one that cannot be written is reported once. [`disk`]
//! reads and writes the file. How a place is shown on the screen is not known here.

pub(crate) mod catalogue;
mod disk;

pub(crate) use disk::Store;

use super::door::Door;
use super::enquiry::Read;
use super::{Source, not_written};
use crate::document::{Anchor, Document};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How many documents are remembered. When there are more, those read longest ago are forgotten.
pub(crate) const MOST_DOCUMENTS: usize = 200;

/// A place in a document: a clause, and which of its rows, from 0, was at the top of the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SavedPlace {
    pub anchor: Anchor,
    #[serde(default)]
    pub row: u32,
}

impl SavedPlace {
    pub(crate) fn new(anchor: Anchor, row: u32) -> Self {
        Self { anchor, row }
    }
}

/// The key under which a document is remembered: its symbol and language, or, if it has no symbol, the path of its
/// file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct DocumentKey(String);

impl DocumentKey {
    /// `None` for a text without a symbol from standard input, which could not be recognised in a later session.
    pub(crate) fn of(document: &Document, source: &Source) -> Option<Self> {
        if let Some(symbol) = document.symbol() {
            let language = document.language().map_or("", |language| language.code());
            return Some(Self(format!("{symbol} {language}")));
        }
        Some(Self(source.address()?.to_str()?.to_owned()))
    }

    /// The document with this key, if it has a symbol.
    fn read(&self) -> Option<Read> {
        let (symbol, language) = self.0.rsplit_once(' ')?;
        let named = symbol.starts_with(|first: char| first.is_ascii_alphabetic());
        named.then(|| Read { symbol: symbol.to_owned(), language: language.parse().ok() })
    }
}

/// The document that was read last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Last {
    pub key: DocumentKey,
    /// Path of the file, or into the archive, that it was read from; `None` for standard input, samples, and paths that
    /// are not UTF-8.
    pub path: Option<PathBuf>,
}

/// What is remembered about one document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct DocumentRecord {
    /// When it was last read, in seconds since 1970.
    #[serde(default)]
    seen: u64,
    place: Option<SavedPlace>,
    #[serde(default)]
    marks: BTreeMap<char, SavedPlace>,
}

/// The content of the state file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Remembered {
    version: u32,
    last: Option<Last>,
    #[serde(default)]
    documents: BTreeMap<DocumentKey, DocumentRecord>,
}

/// A change made by this session. It is applied again when saving, because another session may have written the file.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Change {
    Place(DocumentKey, SavedPlace),
    Mark(DocumentKey, char, SavedPlace),
    Last(Last),
}

/// The state as one session sees it. Nothing is written before [`State::save`].
#[derive(Debug, Default)]
pub(crate) struct State {
    /// `None` if nothing is to be saved.
    file: Option<Store>,
    /// Where what is learnt of files is kept, if it is.
    catalogue: Option<Store>,
    remembered: Remembered,
    changes: Vec<Change>,
    notice: Option<String>,
    /// Why nothing can be saved, though it should be.
    lost: Option<String>,
}

impl State {
    /// A state that lasts only for this session and reads no file: `--no-state`.
    pub(crate) fn off() -> Self {
        Self::default()
    }

    /// Reads the state file of earlier sessions from the user's state folder; the same as [`State::off`] if that folder
    /// cannot be determined.
    pub(crate) fn load(env: &dyn Fn(&str) -> Option<String>, door: &Door) -> Self {
        folder(env).map_or_else(Self::off, |folder| Self::load_from(&folder, door))
    }

    /// Reads the state file in a folder, which need not exist.
    pub(crate) fn load_from(folder: &Path, door: &Door) -> Self {
        let door = door.own(folder, true);
        let file = Store::new(door.clone(), folder.join("state.json"));
        let catalogue = Some(Store::new(door, folder.join("catalogue.json")));
        match file.read() {
            Ok(remembered) => Self { file: Some(file), catalogue, remembered, ..Self::default() },
            Err(trouble) => {
                let notice = Some(trouble.to_string());
                let (file, lost) =
                    if trouble.may_replace() { (Some(file), None) } else { (None, notice.clone()) };
                Self { file, catalogue, notice, lost, ..Self::default() }
            }
        }
    }

    /// The same without a catalogue of files: what is at hand in a restricted session is nobody's own.
    #[must_use]
    pub(crate) fn without_catalogue(self) -> Self {
        Self { catalogue: None, ..self }
    }

    /// The file of the catalogue, for [`catalogue::Catalogue::load`]; `None` if there is to be none.
    pub(crate) fn catalogue(&self) -> Option<&Store> {
        self.catalogue.as_ref()
    }

    /// The place at which the document was left; `None` if it is not remembered.
    pub(crate) fn place(&self, key: &DocumentKey) -> Option<&SavedPlace> {
        self.remembered.documents.get(key)?.place.as_ref()
    }

    /// All marks of a document, in alphabetical order.
    pub(crate) fn marks(&self, key: &DocumentKey) -> impl Iterator<Item = (char, &SavedPlace)> {
        let entry = self.remembered.documents.get(key);
        entry.into_iter().flat_map(|entry| entry.marks.iter().map(|(&letter, place)| (letter, place)))
    }

    /// The document that was read last.
    pub(crate) fn last(&self) -> Option<&Last> {
        self.remembered.last.as_ref()
    }

    /// The documents that were read last, those that have a symbol.
    pub(crate) fn read_last(&self, most: usize) -> Vec<Read> {
        let mut all: Vec<_> = self.remembered.documents.iter().collect();
        all.sort_by_key(|(_, record)| std::cmp::Reverse(record.seen));
        all.into_iter().filter_map(|(key, _)| key.read()).take(most).collect()
    }

    pub(crate) fn set_place(&mut self, key: &DocumentKey, place: SavedPlace) {
        self.change(Change::Place(key.clone(), place));
    }

    /// Sets a mark. Only the letters a to z are allowed; any other is ignored.
    pub(crate) fn set_mark(&mut self, key: &DocumentKey, letter: char, place: SavedPlace) {
        if letter.is_ascii_lowercase() {
            self.change(Change::Mark(key.clone(), letter, place));
        }
    }

    /// Remembers which document was read last.
    pub(crate) fn set_last(&mut self, key: DocumentKey, source: &Source) {
        let path = source.address();
        self.change(Change::Last(Last { key, path: path.filter(|path| path.to_str().is_some()) }));
    }

    /// Takes the message to show to the reader if the state could not be read or written. Later calls return `None`.
    pub(crate) fn take_notice(&mut self) -> Option<String> {
        self.notice.take()
    }

    /// Writes the changes of this session on top of what other sessions have written. A failure becomes a notice.
    pub(crate) fn save(&mut self) {
        if self.changes.is_empty() {
            return;
        }
        let Some(file) = &self.file else {
            self.notice = self.lost.take().or(self.notice.take());
            return;
        };
        let now = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .map_or(0, |past| past.as_secs());
        let changes = std::mem::take(&mut self.changes);
        let saved = file.update(|remembered| {
            for change in &changes {
                remembered.apply(change, now);
            }
            remembered.forget_the_oldest();
        });
        match saved {
            Ok(remembered) => self.remembered = remembered,
            Err(error) => self.notice = Some(format!("your place was not saved: {}", not_written(&error))),
        }
    }

    fn change(&mut self, change: Change) {
        let seen = self.remembered.documents.values().map(|entry| entry.seen).max().unwrap_or(0);
        self.remembered.apply(&change, seen);
        // Only the latest place of a document, the latest position of a mark, and the latest last document are saved.
        self.changes.retain(|old| match (old, &change) {
            (Change::Place(old, _), Change::Place(new, _)) => old != new,
            (Change::Mark(old, letter, _), Change::Mark(new, same, _)) => old != new || letter != same,
            (Change::Last(_), Change::Last(_)) => false,
            _ => true,
        });
        self.changes.push(change);
    }
}

impl Remembered {
    fn apply(&mut self, change: &Change, now: u64) {
        match change {
            Change::Place(key, place) => {
                let entry = self.documents.entry(key.clone()).or_default();
                (entry.place, entry.seen) = (Some(place.clone()), now);
            }
            Change::Mark(key, letter, place) => {
                let entry = self.documents.entry(key.clone()).or_default();
                entry.marks.insert(*letter, place.clone());
                entry.seen = now;
            }
            Change::Last(last) => self.last = Some(last.clone()),
        }
    }

    fn forget_the_oldest(&mut self) {
        let Some(over) = self.documents.len().checked_sub(MOST_DOCUMENTS).filter(|&over| over > 0) else {
            return;
        };
        let mut ages: Vec<(u64, DocumentKey)> =
            self.documents.iter().map(|(key, entry)| (entry.seen, key.clone())).collect();
        ages.sort();
        for (_, key) in ages.into_iter().take(over) {
            self.documents.remove(&key);
        }
    }
}

/// `$XDG_STATE_HOME/plenary`, else `~/.local/state/plenary`.
fn folder(env: &dyn Fn(&str) -> Option<String>) -> Option<PathBuf> {
    super::xdg(env, "XDG_STATE_HOME", ".local/state")
}

#[cfg(test)]
mod tests;
