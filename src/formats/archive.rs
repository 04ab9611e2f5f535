//! Reads single parts of a zip archive, under a limit. Packed documents, EPUB and the word processor formats use it.
//!
//! A damaged archive is read as far as possible. Where its directory is lost, parts are found by their local headers,
//! and of a damaged part that much is returned which can be unpacked. This module does not know which parts a document
//! has, and writes nothing to the disk.

use super::ReadError;
use super::budget::{Budget, End};
use crate::text::width;
use flate2::bufread::DeflateDecoder;
use memchr::memmem;
use std::borrow::Cow;
use std::io::{Cursor, Read, Seek};
use zip::read::ZipReadOptions;
use zip::result::ZipError;

/// The maximum number of parts: a longer directory would take more memory than an archive may.
const MOST_PARTS: usize = 100_000;

/// An archive, and how many bytes may still be unpacked from it.
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    /// What to call the archive in an error: "a Word document".
    what: &'static str,
    index: Directory<'a>,
    budget: Budget,
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
            Ok(listed) if !listed.is_empty() => {
                disjoint(&listed, what)?;
                Directory::Listed(listed)
            }
            _ => Directory::Found(headers(bytes)),
        };
        if matches!(&index, Directory::Found(found) if found.is_empty()) {
            return Err(damaged("no part of the archive can be found".to_owned()));
        }
        Ok(Self { bytes, what, index, budget: Budget::of_packed(bytes.len()) })
    }

    /// Whether the directory of the archive is damaged.
    pub(super) fn is_damaged(&self) -> bool {
        matches!(self.index, Directory::Found(_))
    }

    /// Its parts in order; the index of a part here identifies it.
    pub(super) fn entries(&mut self) -> Vec<ArchiveEntry> {
        match &mut self.index {
            Directory::Listed(listed) => entries(listed),
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
        at.map(|at| self.part_at(at, &shown(name))).transpose()
    }

    /// The part with this index. `shown` is its name for an error.
    pub(super) fn part_at(&mut self, at: usize, shown: &str) -> Result<ArchivePart, ReadError> {
        let part = match &mut self.index {
            Directory::Listed(listed) => return unpack(listed, at, shown, self.what, &self.budget),
            Directory::Found(found) => found.get(at),
        };
        let Some(part) = part else {
            return Err(ReadError::Damaged { what: self.what, place: format!("its {shown}") });
        };
        let rest = self.bytes.get(part.start..).unwrap_or_default();
        let unpacked = if part.packed {
            bounded(DeflateDecoder::new(rest), 0, &self.budget)
        } else {
            // Its size was in the lost directory, so the next header is taken for its end.
            let end = memmem::find(rest, b"PK\x03\x04").unwrap_or(rest.len());
            bounded(rest.get(..end).unwrap_or_default(), end as u64, &self.budget)
        };
        unpacked.ok_or_else(|| self.budget.bomb(shown))
    }
}

/// The name of a part as a sentence shows it: the file states it, and may state anything.
pub(super) fn shown(name: &str) -> String {
    width::ellipsize(&width::clean(name), 60).into_owned()
}

/// The entries of a directory, in order.
pub(super) fn entries<R: Read + Seek>(listed: &zip::ZipArchive<R>) -> Vec<ArchiveEntry> {
    let unknown = || ArchiveEntry { name: String::new(), size: 0, folder: true };
    let entry = |at| {
        let data = listed.by_index_data(at).ok()?;
        let name = name(data.name_raw(), data.name().ok());
        Some(ArchiveEntry { name, size: data.size(), folder: data.is_dir() })
    };
    (0..listed.len()).map(|at| entry(at).unwrap_or_else(unknown)).collect()
}

/// Unpacks the part with this index. `shown` is its name for an error, and `what` what to call the archive.
pub(super) fn unpack<R: Read + Seek>(
    listed: &mut zip::ZipArchive<R>,
    at: usize,
    shown: &str,
    what: &'static str,
    budget: &Budget,
) -> Result<ArchivePart, ReadError> {
    match listed.by_index_with_options(at, ZipReadOptions::new().ignore_crc32(false)) {
        Ok(part) => {
            let size = part.size();
            bounded(part, size, budget).ok_or_else(|| budget.bomb(shown))
        }
        Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => Err(ReadError::Locked { what }),
        Err(ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_)) => {
            Err(ReadError::Foreign {
                what: "packed in a way that plenary does not know",
                advice: "unpack it first",
            })
        }
        Err(_) => Err(ReadError::Damaged { what, place: format!("its {shown}") }),
    }
}

/// Refuses an archive in which two parts are in the same bytes: no program packs so, but it makes a small archive
/// unpack to any size.
pub(super) fn disjoint<R: Read + Seek>(
    listed: &zip::ZipArchive<R>,
    what: &'static str,
) -> Result<(), ReadError> {
    /// The length of a local header without the name.
    const HEADER: u64 = 30;
    let mut places: Vec<(u64, usize, u64)> = (0..listed.len())
        .filter_map(|at| {
            let part = listed.by_index_data(at).ok()?;
            Some((part.header_start(), at, part.compressed_size()))
        })
        .collect();
    places.sort_unstable();
    let shared = places.windows(2).find_map(|pair| match *pair {
        [(start, one, size), (next, other, _)] => {
            (start.saturating_add(HEADER).saturating_add(size) > next).then_some((one, other))
        }
        _ => None,
    });
    let Some((one, other)) = shared else { return Ok(()) };
    let shown = |at| {
        let part = listed.by_index_data(at).ok();
        let name = part.map(|part| name(part.name_raw(), part.name().ok())).unwrap_or_default();
        width::ellipsize(&width::clean(&name), 40).into_owned()
    };
    Err(ReadError::Overlap { what, one: shown(one), other: shown(other) })
}

/// Reads to the end. `None` where that is more than the budget; what precedes an error is kept. `promised` is the
/// declared size.
pub(super) fn bounded(source: impl Read, promised: u64, budget: &Budget) -> Option<ArchivePart> {
    let mut bytes = Vec::new();
    match budget.read(source, promised, &mut bytes) {
        End::Over => None,
        end => Some(ArchivePart { bytes, damaged: end == End::Damaged }),
    }
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
