//! What was learnt of files in earlier sessions, so that a list of the documents in a folder need not read them again.
//!
//! A file is known by its path, its size and when it was last modified; if any of them differs, it is read again. Losing
//! the catalogue costs nothing but that reading: one that is damaged, too large, or written by another version of the
//! program (which may read titles better) is the same as none.

use super::disk::{self, Store};
use crate::library::summary::Summary;
use crate::library::{Door, Source};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io;
use std::time::{SystemTime, UNIX_EPOCH};

/// How many files are remembered. When there are more, those listed longest ago are forgotten.
const MOST_FILES: usize = 4_000;
/// A document with a longer title, in bytes, is not remembered.
const LONGEST_TITLE: usize = 1_000;

/// A file as it is now: where it is, how large it is and when it was modified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Version {
    address: String,
    size: u64,
    /// In nanoseconds since 1970.
    modified: u64,
}

impl Version {
    /// `None` for what is no file, or cannot be recognised again.
    pub(crate) fn of(source: &Source, door: &Door) -> Option<Self> {
        let about = door.about(source.path()?).ok()?;
        let modified = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
        let address = source.address()?.to_str()?.to_owned();
        Some(Self { address, size: about.len(), modified: u64::try_from(modified).ok()? })
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    size: u64,
    modified: u64,
    /// When it was last listed, in seconds since 1970.
    seen: u64,
    summary: Summary,
}

/// The content of the file.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Entries {
    /// The version of the program that wrote it.
    program: String,
    /// By the address of the document.
    files: BTreeMap<String, Entry>,
}

impl Entries {
    fn forget_the_oldest(&mut self, most: usize) {
        let over = self.files.len().saturating_sub(most);
        let mut ages: Vec<_> =
            self.files.iter().map(|(address, entry)| (entry.seen, address.clone())).collect();
        ages.sort();
        for (_, address) in ages.into_iter().take(over) {
            self.files.remove(&address);
        }
    }
}

/// What is known of files.
#[derive(Debug)]
pub(crate) struct Catalogue {
    file: Store,
    known: Entries,
    /// The addresses of what was learnt in this session.
    learnt: Vec<String>,
}

impl Catalogue {
    /// Reads the catalogue from its file, which need not exist.
    pub(crate) fn load(file: Store) -> Self {
        let known = read(&file);
        Self { file, known, learnt: Vec::new() }
    }

    /// What was learnt of this version of a file.
    pub(crate) fn find(&mut self, version: &Version) -> Option<&Summary> {
        let entry = self.known.files.get_mut(&version.address)?;
        let same = entry.size == version.size && entry.modified == version.modified;
        entry.seen = now();
        same.then_some(&entry.summary)
    }

    /// Remembers what was learnt of a version of a file. It must have been determined before the file was read.
    pub(crate) fn learn(&mut self, version: Version, summary: Summary) {
        if summary.title.as_ref().is_none_or(|title| title.len() <= LONGEST_TITLE) {
            let Version { address, size, modified } = version;
            self.learnt.push(address.clone());
            self.known.files.insert(address, Entry { size, modified, seen: now(), summary });
        }
    }

    /// Adds what was learnt to the file, which another session may have written meanwhile. A failure is passed over: the
    /// files are read again next time.
    pub(crate) fn save(&mut self) {
        if !self.learnt.is_empty() {
            self.learnt.sort();
            drop(self.write());
            self.learnt.clear();
        }
    }

    fn write(&mut self) -> io::Result<()> {
        let _lock = self.file.prepare()?;
        for (address, mut entry) in read(&self.file).files {
            if self.learnt.binary_search(&address).is_err() {
                let seen = self.known.files.get(&address).map_or(0, |known| known.seen);
                entry.seen = entry.seen.max(seen);
                self.known.files.insert(address, entry);
            }
        }
        PROGRAM.clone_into(&mut self.known.program);
        self.known.forget_the_oldest(MOST_FILES);
        let mut text = serde_json::to_vec(&self.known)?;
        // Long paths may make it larger than what is read.
        while text.len() as u64 > disk::MOST_BYTES {
            self.known.forget_the_oldest(self.known.files.len() / 2);
            text = serde_json::to_vec(&self.known)?;
        }
        self.file.replace(&text)
    }
}

/// The program, and how much it tells of a document.
const PROGRAM: &str = concat!(env!("CARGO_PKG_VERSION"), " with dates");

fn read(file: &Store) -> Entries {
    let bytes = file.bytes().unwrap_or_default();
    let entries = serde_json::from_slice(&bytes).unwrap_or_else(|_| Entries::default());
    if entries.program == PROGRAM { entries } else { Entries::default() }
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |past| past.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(at: usize) -> Version {
        Version { address: format!("/folder/{at}.txt"), size: 7, modified: at as u64 }
    }

    fn titled(title: &str) -> Summary {
        Summary { title: Some(title.to_owned()), ..Summary::default() }
    }

    #[test]
    fn the_catalogue_stays_bounded_and_what_two_sessions_learnt_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state/catalogue.json");
        let file = Store::new(Door::free(), path.clone());
        let (mut one, mut two) = (Catalogue::load(file.clone()), Catalogue::load(file.clone()));
        one.learn(version(1), titled("first"));
        two.learn(version(2), titled("second"));
        two.learn(version(3), titled(&"long".repeat(LONGEST_TITLE)));
        one.save();
        two.save();
        let mut again = Catalogue::load(file.clone());
        assert_eq!(again.find(&version(1)), Some(&titled("first")));
        assert_eq!(again.find(&version(2)), Some(&titled("second")));
        assert_eq!(again.find(&version(3)), None);
        assert_eq!(again.find(&Version { size: 8, ..version(1) }), None, "it has changed");
        for at in 10..MOST_FILES + 20 {
            again.learn(version(at), titled("many"));
        }
        again.save();
        assert_eq!(Catalogue::load(file.clone()).known.files.len(), MOST_FILES);
        assert_eq!(std::fs::read_dir(folder.path().join("state")).unwrap().count(), 2, "no temporary file");
        std::fs::write(&path, "{\"files\":3").unwrap();
        assert!(Catalogue::load(file).known.files.is_empty(), "a damaged one is none");
    }

    #[test]
    fn a_file_that_is_listed_again_is_not_the_one_listed_longest_ago() {
        let folder = tempfile::tempdir().unwrap();
        let file = Store::new(Door::free(), folder.path().join("catalogue.json"));
        let mut earlier = Catalogue::load(file.clone());
        earlier.learn(version(1), titled("first"));
        earlier.known.files.values_mut().for_each(|entry| entry.seen = 1);
        earlier.save();
        let mut later = Catalogue::load(file.clone());
        assert_eq!(later.find(&version(1)), Some(&titled("first")));
        later.learn(version(2), titled("second"));
        later.save();
        assert!(Catalogue::load(file).known.files.values().all(|entry| entry.seen > 1));
    }
}
