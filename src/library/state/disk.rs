//! Reads and writes the state file. Its content is not trusted, and it is replaced atomically.
//!
//! A temporary file is written in the same folder and then renamed, so that no reader ever sees half of it. A lock keeps
//! sessions that end at the same time, as when a terminal window closes, from overwriting each other's changes.

use super::Remembered;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

/// Version of the file format.
const VERSION: u32 = 1;

/// Greatest size of the file in bytes; plenary never writes a larger one.
pub(super) const MOST_BYTES: u64 = 4 << 20;

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

/// Reads the file; an empty state if there is none.
pub(super) fn read(file: &Path) -> Result<Remembered, Trouble> {
    let bytes = match bytes(file) {
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

/// The bytes of a file, one more than are allowed where it is too large.
pub(super) fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Creates the folder of a file that is to be replaced, and takes the lock.
pub(super) fn prepare(file: &Path) -> io::Result<Option<File>> {
    let folder = file.parent().unwrap_or(Path::new("."));
    create_private(folder)?;
    Ok(lock(folder))
}

/// Replaces the content of a file atomically.
pub(super) fn replace(file: &Path, text: &[u8]) -> io::Result<()> {
    let mut temporary = tempfile::NamedTempFile::new_in(file.parent().unwrap_or(Path::new(".")))?;
    temporary.write_all(text)?;
    temporary.as_file().sync_all()?;
    temporary.persist(file)?;
    Ok(())
}

/// Reads the file again, because another session may have written it, changes it and writes it back.
pub(super) fn update(file: &Path, change: impl FnOnce(&mut Remembered)) -> io::Result<Remembered> {
    let _lock = prepare(file)?;
    let mut remembered = match read(file) {
        Ok(remembered) => remembered,
        Err(Trouble::Corrupt) => {
            fs::rename(file, file.with_extension("json.bad"))?;
            Remembered::default()
        }
        Err(Trouble::Newer) => return Err(io::Error::other("a newer plenary has written its file")),
        Err(Trouble::Unreadable(error)) => return Err(error),
    };
    change(&mut remembered);
    remembered.version = VERSION;
    replace(file, &serde_json::to_vec(&remembered)?)?;
    Ok(remembered)
}

/// Creates a folder that only this user can read, because what somebody reads is private.
fn create_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Takes the lock, waiting at most a quarter of a second: saving without it is better than hanging on a network folder.
fn lock(folder: &Path) -> Option<File> {
    let file = File::create(folder.join("state.lock")).ok()?;
    for _ in 0..50 {
        if file.try_lock().is_ok() {
            return Some(file);
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    None
}
