//! Reads single parts of a zip archive, under a limit. Packed documents, EPUB and the word processor formats use it.
//!
//! A damaged archive is read as far as possible. Where its directory is lost, parts are found by their local headers,
//! and of a damaged part that much is returned which can be unpacked. This module does not know which parts a document
//! has, and writes nothing to the disk.

use super::ReadError;
use flate2::bufread::DeflateDecoder;
use memchr::memmem;
use std::borrow::Cow;
use std::io::{Cursor, Read};
use zip::read::ZipReadOptions;
use zip::result::ZipError;

/// The maximum number of parts: a longer directory would take more memory than an archive may.
const MOST_PARTS: usize = 100_000;

/// How many bytes an archive of so many packed bytes may unpack to in all.
pub(super) fn most_unpacked(packed: usize) -> u64 {
    (16 << 20) + 4 * packed as u64
}

/// An archive, and how many bytes may still be unpacked from it.
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    /// What to call the archive in an error: "a Word document".
    what: &'static str,
    index: Directory<'a>,
    most: u64,
    left: u64,
}

enum Directory<'a> {
    Listed(zip::ZipArchive<Cursor<&'a [u8]>>),
    /// The directory is damaged, and the parts were found by their local headers.
    Found(Vec<LocalHeader>),
}

/// A part as its local header describes it.
struct LocalHeader {
    name: String,
    packed: bool,
    start: usize,
}

/// An unpacked part.
#[derive(Debug)]
pub(super) struct ArchivePart {
    pub(super) bytes: Vec<u8>,
    /// Some of it is missing, or its checksum is wrong.
    pub(super) damaged: bool,
}

/// The entry of a part in the directory.
pub(super) struct ArchiveEntry {
    /// As written in the archive; not safe to show.
    pub(super) name: String,
    pub(super) size: u64,
    pub(super) folder: bool,
}

impl<'a> Archive<'a> {
    pub(super) fn open(bytes: &'a [u8], what: &'static str) -> Result<Self, ReadError> {
        let damaged = |place: String| ReadError::Damaged { what, place };
        if memmem::find_iter(bytes, b"PK\x01\x02").take(MOST_PARTS + 1).count() > MOST_PARTS {
            return Err(damaged(format!("it lists more than {MOST_PARTS} parts")));
        }
        let index = match zip::ZipArchive::new(Cursor::new(bytes)) {
            Ok(listed) if !listed.is_empty() => Directory::Listed(listed),
            _ => Directory::Found(headers(bytes)),
        };
        if matches!(&index, Directory::Found(found) if found.is_empty()) {
            return Err(damaged("no part of the archive can be found".to_owned()));
        }
        let most = most_unpacked(bytes.len());
        Ok(Self { bytes, what, index, most, left: most })
    }

    /// Whether the directory of the archive is damaged.
    pub(super) fn is_damaged(&self) -> bool {
        matches!(self.index, Directory::Found(_))
    }

    /// Its parts in order; the index of a part here identifies it.
    pub(super) fn entries(&mut self) -> Vec<ArchiveEntry> {
        match &mut self.index {
            Directory::Listed(listed) => (0..listed.len())
                .map(|at| {
                    listed.by_index_data(at).map_or_else(
                        |_| ArchiveEntry { name: String::new(), size: 0, folder: true },
                        |data| ArchiveEntry {
                            name: name(data.name_raw(), data.name().ok()),
                            size: data.size(),
                            folder: data.is_dir(),
                        },
                    )
                })
                .collect(),
            Directory::Found(found) => found
                .iter()
                .map(|part| ArchiveEntry {
                    name: part.name.clone(),
                    size: 0,
                    folder: part.name.ends_with('/'),
                })
                .collect(),
        }
    }

    /// The part with this name; `None` where there is none.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<ArchivePart>, ReadError> {
        let at = match &self.index {
            Directory::Listed(listed) => listed.index_for_name(name),
            Directory::Found(found) => found.iter().position(|part| part.name == name),
        };
        at.map(|at| self.part_at(at, name)).transpose()
    }

    /// The part with this index. `shown` is its name for an error.
    pub(super) fn part_at(&mut self, at: usize, shown: &str) -> Result<ArchivePart, ReadError> {
        let most = self.left;
        let unpacked = match &mut self.index {
            Directory::Listed(listed) => {
                let options = ZipReadOptions::new().ignore_crc32(false);
                match listed.by_index_with_options(at, options) {
                    Ok(part) => {
                        let size = part.size();
                        bounded(part, size, most)
                    }
                    Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                        return Err(ReadError::Locked { what: self.what });
                    }
                    Err(ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_)) => {
                        return Err(ReadError::Foreign {
                            what: "packed in a way that plenary does not know",
                            advice: "unpack it first",
                        });
                    }
                    Err(_) => {
                        return Err(ReadError::Damaged { what: self.what, place: format!("its {shown}") });
                    }
                }
            }
            Directory::Found(found) => {
                let Some(part) = found.get(at) else {
                    return Err(ReadError::Damaged { what: self.what, place: format!("its {shown}") });
                };
                let rest = self.bytes.get(part.start..).unwrap_or_default();
                if part.packed {
                    bounded(DeflateDecoder::new(rest), 0, most)
                } else {
                    // Its size was in the lost directory, so the next header is taken for its end.
                    let end = memmem::find(rest, b"PK\x03\x04").unwrap_or(rest.len());
                    bounded(rest.get(..end).unwrap_or_default(), end as u64, most)
                }
            }
        };
        let part = unpacked.ok_or_else(|| self.bomb(shown))?;
        self.left = self.left.saturating_sub(part.bytes.len() as u64);
        Ok(part)
    }

    fn bomb(&self, part: &str) -> ReadError {
        ReadError::Bomb { part: part.to_owned(), megabytes: self.most >> 20 }
    }
}

/// Reads to the end. `None` where that is more than `most` bytes; what precedes an error is kept. `promised` is the
/// declared size.
pub(super) fn bounded(source: impl Read, promised: u64, most: u64) -> Option<ArchivePart> {
    // The declared size is not trusted beyond the limit.
    let mut bytes = Vec::with_capacity(promised.min(most) as usize);
    let read = source.take(most + 1).read_to_end(&mut bytes);
    (bytes.len() as u64 <= most).then(|| ArchivePart { bytes, damaged: read.is_err() })
}

/// The name of a part: UTF-8 where it is valid, since few archives declare it.
fn name(raw: &[u8], decoded: Option<Cow<'_, str>>) -> String {
    match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => decoded.map_or_else(|| String::from_utf8_lossy(raw).into_owned(), Cow::into_owned),
    }
}

/// Finds the parts of an archive without a directory, by their local headers.
fn headers(bytes: &[u8]) -> Vec<LocalHeader> {
    let mut found = Vec::new();
    for start in memmem::find_iter(bytes, b"PK\x03\x04").take(MOST_PARTS) {
        let short = |at: usize| {
            let two = bytes.get(start + at..start + at + 2)?;
            Some(usize::from(u16::from_le_bytes(two.try_into().ok()?)))
        };
        let (Some(flags), Some(method), Some(length), Some(extra)) =
            (short(6), short(8), short(26), short(28))
        else {
            continue;
        };
        let Some(raw) = bytes.get(start + 30..start + 30 + length) else { continue };
        let locked = flags & 1 == 1;
        if locked || !matches!(method, 0 | 8) || raw.is_empty() {
            continue;
        }
        found.push(LocalHeader {
            name: name(raw, None),
            packed: method == 8,
            start: start + 30 + length + extra,
        });
    }
    found
}

#[cfg(test)]
pub(super) mod tests;
