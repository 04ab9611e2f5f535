//! Treats a zip archive as a folder of documents, with paths such as `resolutions.zip/A_RES_65_218.fr.txt`.
//!
//! An archive that contains a single document stands for that document. Nothing is extracted to disk.

use super::door::Door;
use crate::formats::{Format, ReadError};
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Names of the documents in an archive, in the archive's order; empty if the file is not a zip archive or contains
/// fewer than two documents.
pub(super) fn members(path: &Path, door: &Door, read: impl FnOnce(&Path) -> Option<Vec<u8>>) -> Vec<String> {
    let zip =
        path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) || begins_so(path, door);
    let bytes = zip.then(|| read(path)).flatten();
    bytes.map(|bytes| names(&bytes)).filter(|names| names.len() > 1).unwrap_or_default()
}

fn begins_so(path: &Path, door: &Door) -> bool {
    let mut head = [0; 4];
    // A pipe can be read only once, and is not looked into.
    door.regular(path).is_ok_and(|mut file| file.read_exact(&mut head).is_ok() && head == *b"PK\x03\x04")
}

#[cfg(feature = "packed")]
fn names(bytes: &[u8]) -> Vec<String> {
    use crate::formats::packed;
    if Format::of(bytes) != Format::Zip {
        return Vec::new();
    }
    packed::members(bytes).unwrap_or_default().into_iter().map(|member| member.name).collect()
}

#[cfg(not(feature = "packed"))]
fn names(_bytes: &[u8]) -> Vec<String> {
    Vec::new()
}

/// Reads one document of an archive.
#[cfg(feature = "packed")]
pub(super) fn member(bytes: &[u8], name: &str) -> Result<Vec<u8>, ReadError> {
    crate::formats::packed::member(bytes, name)
}

/// Fails: this build cannot read zip archives.
#[cfg(not(feature = "packed"))]
pub(super) fn member(_bytes: &[u8], _name: &str) -> Result<Vec<u8>, ReadError> {
    Err(Format::Zip.not_built())
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
