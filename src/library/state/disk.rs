//! Reads and writes the state file. Its content is not trusted, and it is replaced atomically.
//!
//! A temporary file is written in the same folder and then renamed, so that no reader ever sees half of it. A lock keeps
//! sessions that end at the same time, as when a terminal window closes, from overwriting each other's changes.

use super::Remembered;
use crate::library::door::Door;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// Version of the file format.
const VERSION: u32 = 1;

/// Greatest size of the file in bytes; plenary never writes a larger one.
pub(super) const MOST_BYTES: u64 = 4 << 20;

/// A file of the program's own, and the door to its folder.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    door: Door,
    file: PathBuf,
}

/// Why the state could not be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum Trouble {
    #[error(
        "the reading places of earlier sessions are lost: their file was damaged and is kept aside as state.json.bad"
    )]
    Corrupt,
    #[error("reading places are not kept: their file was written by a newer plenary")]
    Newer,
    #[error("reading places are not kept: {}", crate::library::reason(.0))]
    Unreadable(io::Error),
}

impl Trouble {
    /// Whether the file that could not be read may be replaced.
    pub(super) fn may_replace(&self) -> bool {
        matches!(self, Self::Corrupt)
    }
}

impl Store {
    pub(super) fn new(door: Door, file: PathBuf) -> Self {
        Self { door, file }
    }

    /// Reads the state; an empty one if there is no file.
    pub(super) fn read(&self) -> Result<Remembered, Trouble> {
        let bytes = match self.bytes() {
            Ok(bytes) => bytes,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(Remembered::default());
            }
            Err(error) => return Err(Trouble::Unreadable(error)),
        };
        if bytes.len() as u64 > MOST_BYTES {
            return Err(Trouble::Corrupt);
        }
        let read: Remembered = serde_json::from_slice(&bytes).map_err(|_| Trouble::Corrupt)?;
        if read.version > VERSION { Err(Trouble::Newer) } else { Ok(read) }
    }

    /// The bytes of the file, one more than are allowed where it is too large.
    pub(super) fn bytes(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.door.regular(&self.file)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Creates the folder of the file that is to be replaced, and takes the lock. The folder is private, because what
    /// somebody reads is.
    pub(super) fn prepare(&self) -> io::Result<Option<File>> {
        let folder = self.file.parent().unwrap_or(Path::new("."));
        self.door.make_folders(folder, true)?;
        Ok(self.door.lock_soon(&folder.join("state.lock")))
    }

    /// Replaces the content of the file.
    pub(super) fn replace(&self, text: &[u8]) -> io::Result<()> {
        self.door.write_private(&self.file, text)
    }

    /// Reads the file again, because another session may have written it, changes it and writes it back.
    pub(super) fn update(&self, change: impl FnOnce(&mut Remembered)) -> io::Result<Remembered> {
        let _lock = self.prepare()?;
        let mut remembered = match self.read() {
            Ok(remembered) => remembered,
            Err(Trouble::Corrupt) => {
                self.door.rename(&self.file, &self.file.with_extension("json.bad"))?;
                Remembered::default()
            }
            Err(Trouble::Newer) => return Err(io::Error::other("a newer plenary has written its file")),
            Err(Trouble::Unreadable(error)) => return Err(error),
        };
        change(&mut remembered);
        remembered.version = VERSION;
        self.replace(&serde_json::to_vec(&remembered)?)?;
        Ok(remembered)
    }
}
