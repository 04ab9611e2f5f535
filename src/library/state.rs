//! What outlives a session: the reading place and the marks of each document, and which document was the last.
//!
//! Losing it is a pity, never an error: a file that is corrupt is put aside, one that cannot be written is told about
//! once. [`disk`] reads and writes the file. What a place means on the screen is not known here.

mod disk;

use super::Source;
use crate::document::{Anchor, Document};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How many documents are remembered; the one that was read longest ago is forgotten first.
pub const MOST_DOCUMENTS: usize = 200;

/// Where one was in a document: a clause, and the row in it that was at the top.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedPlace {
    pub anchor: Anchor,
    #[serde(default)]
    pub row: u32,
}

impl SavedPlace {
    pub fn new(anchor: Anchor, row: u32) -> Self {
        Self { anchor, row }
    }
}

/// The name under which a document is remembered: its symbol and language, else the path of its file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DocumentKey(String);

impl DocumentKey {
    /// `None` for a text without a symbol that came by a pipe: there is nothing to know it again by.
    pub fn of(document: &Document, source: &Source) -> Option<Self> {
        if let Some(symbol) = document.symbol() {
            let language = document.language().map_or("", |language| language.code());
            return Some(Self(format!("{symbol} {language}")));
        }
        Some(Self(source.address()?.to_str()?.to_owned()))
    }
}

/// The document that was read last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Last {
    pub key: DocumentKey,
    /// Its file, where it came from one.
    pub path: Option<PathBuf>,
}

/// What is remembered of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    /// When it was read last: seconds since 1970.
    #[serde(default)]
    seen: u64,
    place: Option<SavedPlace>,
    #[serde(default)]
    marks: BTreeMap<char, SavedPlace>,
}

/// The file's content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Remembered {
    version: u32,
    last: Option<Last>,
    #[serde(default)]
    documents: BTreeMap<DocumentKey, Entry>,
}

/// A change of this session, to be made again on what another session wrote meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Change {
    Place(DocumentKey, SavedPlace),
    Mark(DocumentKey, char, SavedPlace),
    Last(Last),
}

/// The state of a session. Nothing is written before [`State::save`].
#[derive(Debug, Default)]
pub struct State {
    /// `None` where nothing is to be kept.
    file: Option<PathBuf>,
    remembered: Remembered,
    changes: Vec<Change>,
    notice: Option<String>,
}

impl State {
    /// A state that forgets: `--no-state`.
    pub fn off() -> Self {
        Self::default()
    }

    /// Reads what earlier sessions left in the state folder of this user; off where there is no such folder.
    pub fn load(env: &dyn Fn(&str) -> Option<String>) -> Self {
        folder(env).map_or_else(Self::off, |folder| Self::load_from(&folder))
    }

    /// Reads what earlier sessions left in a folder. The folder need not exist.
    pub fn load_from(folder: &Path) -> Self {
        let file = folder.join("state.json");
        match disk::read(&file) {
            Ok(remembered) => Self { file: Some(file), remembered, ..Self::default() },
            Err(trouble) => {
                let notice = Some(trouble.to_string());
                let file = trouble.may_replace().then_some(file);
                Self { file, notice, ..Self::default() }
            }
        }
    }

    /// Where one was in a document the last time.
    pub fn place(&self, key: &DocumentKey) -> Option<&SavedPlace> {
        self.remembered.documents.get(key)?.place.as_ref()
    }

    /// A mark of a document.
    pub fn mark(&self, key: &DocumentKey, letter: char) -> Option<&SavedPlace> {
        self.remembered.documents.get(key)?.marks.get(&letter)
    }

    /// All marks of a document, by their letters.
    pub fn marks(&self, key: &DocumentKey) -> impl Iterator<Item = (char, &SavedPlace)> {
        let entry = self.remembered.documents.get(key);
        entry.into_iter().flat_map(|entry| entry.marks.iter().map(|(&letter, place)| (letter, place)))
    }

    /// The document that was read last.
    pub fn last(&self) -> Option<&Last> {
        self.remembered.last.as_ref()
    }

    pub fn set_place(&mut self, key: &DocumentKey, place: SavedPlace) {
        self.change(Change::Place(key.clone(), place));
    }

    /// Sets a mark, a to z; another letter is not kept.
    pub fn set_mark(&mut self, key: &DocumentKey, letter: char, place: SavedPlace) {
        if letter.is_ascii_lowercase() {
            self.change(Change::Mark(key.clone(), letter, place));
        }
    }

    /// Remembers which document was read last.
    pub fn set_last(&mut self, key: DocumentKey, source: &Source) {
        let path = source.address();
        self.change(Change::Last(Last { key, path: path.filter(|path| path.to_str().is_some()) }));
    }

    /// Something to tell the reader, once: the state could not be read or written.
    pub fn take_notice(&mut self) -> Option<String> {
        self.notice.take()
    }

    /// Writes what changed, over what other sessions wrote meanwhile. A trouble becomes a notice.
    pub fn save(&mut self) {
        let Some(file) = self.file.as_deref() else { return };
        if self.changes.is_empty() {
            return;
        }
        let now = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .map_or(0, |past| past.as_secs());
        let changes = std::mem::take(&mut self.changes);
        let saved = disk::update(file, |remembered| {
            for change in &changes {
                remembered.apply(change, now);
            }
            remembered.forget_the_oldest();
        });
        match saved {
            Ok(remembered) => self.remembered = remembered,
            Err(error) => self.notice = Some(format!("your place was not saved: {}", super::reason(&error))),
        }
    }

    fn change(&mut self, change: Change) {
        let seen = self.remembered.documents.values().map(|entry| entry.seen).max().unwrap_or(0);
        self.remembered.apply(&change, seen);
        // Only the newest place of a document and the newest last document matter.
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
    let set = env("XDG_STATE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || {
        env("HOME").map(PathBuf::from).filter(|home| home.is_absolute()).or_else(|| etcetera::home_dir().ok())
    };
    let base = set.or_else(|| Some(home()?.join(".local/state")))?;
    Some(base.join("plenary"))
}

#[cfg(test)]
mod tests;
