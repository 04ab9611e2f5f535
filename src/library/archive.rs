//! Treats a zip archive as a folder of documents, with paths such as `resolutions.zip/A_RES_65_218.fr.txt`.
//!
//! An archive that contains a single document stands for that document. Nothing is extracted to disk.

use super::door::Door;
#[cfg(feature = "packed")]
use super::source::unreadable;
use super::source::{LoadError, shown};
#[cfg(any(feature = "packed", feature = "library"))]
use super::source::{MOST_BYTES, read_file};
#[cfg(feature = "packed")]
use crate::formats::packed;
use crate::formats::{Format, ReadError};
#[cfg(feature = "packed")]
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
#[cfg(feature = "packed")]
use std::{
    io::{BufReader, Cursor},
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

/// Names of the documents in an archive, in the archive's order; empty if the file is not a zip archive or contains
/// fewer than two documents. With it goes how many more there are, which are too many to be listed.
pub(super) fn members(
    path: &Path,
    door: &Door,
    read: impl FnOnce(&Path) -> Option<Vec<u8>>,
) -> (Vec<String>, usize) {
    let zip =
        path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) || begins_so(path, door);
    let bytes = zip.then(|| read(path)).flatten();
    bytes.map(|bytes| names(&bytes)).filter(|(names, _)| names.len() > 1).unwrap_or_default()
}

/// Names of the documents in a zip archive of the library, and how many more there are.
#[cfg(feature = "library")]
pub(super) fn listed(path: &Path, door: &Door) -> (Vec<String>, usize) {
    members(path, door, |path| read_file(path, MOST_BYTES, door, Door::regular).ok())
}

fn begins_so(path: &Path, door: &Door) -> bool {
    let mut head = [0; 4];
    // A pipe can be read only once, and is not looked into.
    door.regular(path).is_ok_and(|mut file| file.read_exact(&mut head).is_ok() && head == *b"PK\x03\x04")
}

#[cfg(feature = "packed")]
fn names(bytes: &[u8]) -> (Vec<String>, usize) {
    if Format::of(bytes) != Format::Zip {
        return Default::default();
    }
    let (members, more) = packed::members(bytes).unwrap_or_default();
    (members.into_iter().map(|member| member.name).collect(), more)
}

#[cfg(not(feature = "packed"))]
fn names(_bytes: &[u8]) -> (Vec<String>, usize) {
    Default::default()
}

/// Reads one document of an archive. The directory of the archive is kept, for the next document of it.
#[cfg(feature = "packed")]
pub(super) fn member(path: &Path, name: &str, door: &Door) -> Result<Vec<u8>, LoadError> {
    let refused = |cause| LoadError::Read { name: shown(path), cause };
    let file = door.file(path).map_err(|cause| unreadable(path, cause, door))?;
    let kept = Kept::of(path, &file);
    let mut list = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    let at = list.iter().position(|(known, _)| kept.as_ref() == Some(known));
    let mut opened = if let Some(at) = at {
        list.remove(at)
    } else {
        let bytes = read_file(path, MOST_BYTES, door, Door::file)?;
        let opened = packed::Opened::new(&bytes, BufReader::new(file)).map_err(refused)?;
        match kept.zip(opened) {
            Some(opened) => opened,
            None => return packed::member(&bytes, name).map_err(refused),
        }
    };
    let member = opened.1.member(name).map_err(refused);
    // The one that was read last is first.
    list.insert(0, opened);
    list.truncate(MOST_OPEN);
    member
}

/// How many archives are kept open.
#[cfg(feature = "packed")]
const MOST_OPEN: usize = 4;

/// The archives that documents were read from last.
#[cfg(feature = "packed")]
static OPEN: Mutex<Vec<(Kept, packed::Opened<BufReader<File>>)>> = Mutex::new(Vec::new());

/// By what an archive is known to be the same as before.
#[cfg(feature = "packed")]
#[derive(PartialEq, Eq)]
struct Kept {
    path: PathBuf,
    size: u64,
    changed: SystemTime,
}

#[cfg(feature = "packed")]
impl Kept {
    fn of(path: &Path, file: &File) -> Option<Self> {
        let about = file.metadata().ok()?;
        Some(Self { path: path.to_path_buf(), size: about.len(), changed: about.modified().ok()? })
    }
}

/// Fails: this build cannot read zip archives.
#[cfg(not(feature = "packed"))]
pub(super) fn member(path: &Path, _name: &str, _door: &Door) -> Result<Vec<u8>, LoadError> {
    Err(LoadError::Read { name: shown(path), cause: Format::Zip.not_built() })
}

/// An archive that was handed over as bytes, and read once for all its documents.
#[cfg(feature = "packed")]
pub(super) struct Given {
    bytes: Arc<[u8]>,
    /// `None` where its directory is damaged, so that each document is searched for.
    opened: Option<packed::Opened<Cursor<Arc<[u8]>>>>,
}

#[cfg(feature = "packed")]
impl Given {
    pub(super) fn new(bytes: Vec<u8>) -> Result<Self, ReadError> {
        let bytes: Arc<[u8]> = bytes.into();
        let opened = packed::Opened::new(&bytes, Cursor::new(Arc::clone(&bytes)))?;
        Ok(Self { bytes, opened })
    }

    pub(super) fn member(&mut self, name: &str) -> Result<Vec<u8>, ReadError> {
        match &mut self.opened {
            Some(opened) => opened.member(name),
            None => packed::member(&self.bytes, name),
        }
    }
}

/// Without the feature there is none.
#[cfg(not(feature = "packed"))]
pub(super) enum Given {}

#[cfg(not(feature = "packed"))]
impl Given {
    pub(super) fn new(_bytes: Vec<u8>) -> Result<Self, ReadError> {
        Err(Format::Zip.not_built())
    }

    pub(super) fn member(&mut self, _name: &str) -> Result<Vec<u8>, ReadError> {
        match *self {}
    }
}

/// Splits a path that leads into a zip archive into the archive's path and the document's name; `None` for other paths.
pub(super) fn inside(path: &Path, door: &Door) -> Option<(PathBuf, String)> {
    if door.about(path).is_ok() {
        return None;
    }
    let is_zip = |file: &Path| {
        let mut head = [0; 2];
        door.regular(file).and_then(|mut file| file.read_exact(&mut head)).is_ok() && head == *b"PK"
    };
    let archive = path.ancestors().skip(1).find(|above| door.is_file(above)).filter(|file| is_zip(file))?;
    let rest = path.strip_prefix(archive).ok()?;
    Some((archive.to_path_buf(), rest.to_str()?.to_owned()))
}

#[cfg(test)]
#[cfg(feature = "packed")]
mod tests {
    use super::*;
    use std::io::Write as _;

    fn write(path: &Path, parts: &[(String, String)]) {
        let mut zip = zip::ZipWriter::new(File::create(path).unwrap());
        for (name, text) in parts {
            zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap();
    }

    #[test]
    fn documents_of_an_archive_are_read_one_after_another_and_anew_once_it_is_changed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("session.zip");
        let parts =
            |what: &str| (0..40).map(|at| (format!("{at}.txt"), format!("{what} {at}"))).collect::<Vec<_>>();
        write(&path, &parts("Decides"));
        for (name, text) in parts("Decides") {
            assert_eq!(member(&path, &name, &Door::free()).unwrap(), text.into_bytes());
        }
        let said = member(&path, "40.txt", &Door::free()).unwrap_err().to_string();
        assert!(said.contains("no document \"40.txt\" is in it"), "{said}");
        write(&path, &parts("Also requests"));
        assert_eq!(member(&path, "7.txt", &Door::free()).unwrap(), b"Also requests 7");
        std::fs::remove_file(&path).unwrap();
        assert!(matches!(member(&path, "7.txt", &Door::free()).unwrap_err(), LoadError::Missing { .. }));
    }

    #[test]
    fn documents_that_together_unpack_to_too_much_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("many.zip");
        let blank = " ".repeat(9 << 20);
        write(&path, &(0..33).map(|at| (format!("{at}.txt"), blank.clone())).collect::<Vec<_>>());
        let said = member(&path, "1.txt", &Door::free()).unwrap_err().to_string();
        assert!(said.contains("needs more than 2") && said.contains(" MB to decode"), "{said}");
    }
}
