//! Unpacks gzip, zstd and zip: the one document in a file, or the list of several.
//!
//! Archives are not trusted. One that unpacks to much more than its size is refused, names are cleaned before they are
//! shown, and nothing is written to the disk. What the unpacked bytes are is decided by `sniff`.

use super::archive::{self, Archive, bounded};
use super::budget::Budget;
use super::{Content, Format, How, ReadError, is_listed};
use crate::text::clean;
use std::collections::HashMap;
use std::io::{Read, Seek};

/// A document in a zip archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    /// Cleaned, and unique in the archive.
    pub name: String,
    /// Unpacked size in bytes, as declared by the archive.
    pub size: u64,
}

/// Most documents of an archive that are listed, as bounded memory asks for.
const MOST_MEMBERS: usize = 200_000;

/// Reads the one document in packed bytes.
pub(crate) fn read(bytes: Vec<u8>, format: Format, how: &How) -> Result<Content, ReadError> {
    let inside = unpack(&bytes, format)?;
    drop(bytes);
    let format = Format::of(&inside);
    // One level of packing is common; more is suspicious.
    if format.is_packed() {
        return Err(ReadError::Foreign { what: "packed more than once", advice: "unpack it first" });
    }
    super::read(inside, &How { format: Some(format), ..*how })
}

/// Unpacks the one file.
fn unpack(bytes: &[u8], format: Format) -> Result<Vec<u8>, ReadError> {
    match format {
        Format::Gzip => gzip(bytes),
        Format::Zstd => zstd(bytes),
        _ => only(bytes),
    }
}

/// The documents of a zip archive, in the order of its directory, and how many more there are.
pub(crate) fn members(bytes: &[u8]) -> Result<(Vec<Member>, usize), ReadError> {
    let mut archive = Archive::open(bytes, ZIP)?;
    let (listed, more) = first(archive.entries(), MOST_MEMBERS);
    Ok((listed.into_iter().map(|(_, member)| member).collect(), more))
}

/// The bytes of a document in a zip archive, by the name that [`members`] gives it.
pub(crate) fn member(bytes: &[u8], name: &str) -> Result<Vec<u8>, ReadError> {
    let mut archive = Archive::open(bytes, ZIP)?;
    let found = listed(archive.entries()).into_iter().find(|(_, member)| member.name == name);
    let Some((at, member)) = found else { return Err(absent(name)) };
    whole(&mut archive, at, &member.name)
}

/// A zip archive whose directory was read, so that each of its documents costs only itself.
pub(crate) struct Opened<R> {
    archive: zip::ZipArchive<R>,
    members: HashMap<String, (usize, u64)>,
    most: u64,
}

impl<R: Read + Seek> Opened<R> {
    /// Reads the directory of an archive, whose bytes `source` has too, and for longer. `None` where it is damaged, so
    /// that the documents must be searched for in the bytes.
    pub(crate) fn new(bytes: &[u8], source: R) -> Result<Option<Self>, ReadError> {
        let mut checked = Archive::open(bytes, ZIP)?;
        if checked.is_damaged() {
            return Ok(None);
        }
        let Ok(archive) = zip::ZipArchive::new(source) else { return Ok(None) };
        let listed = listed(checked.entries());
        // All documents together may not unpack to more than any archive of resolutions does, whoever reads them.
        let whole = Budget::new((256 << 20) + 32 * bytes.len() as u64);
        if !listed.iter().all(|(_, member)| whole.take(member.size)) {
            return Err(whole.bomb("content"));
        }
        let members = listed.into_iter().map(|(at, member)| (member.name, (at, member.size))).collect();
        Ok(Some(Self { archive, members, most: Budget::of_packed(bytes.len()).most() }))
    }

    /// The bytes of a document, by the name that [`members`] gives it.
    pub(crate) fn member(&mut self, name: &str) -> Result<Vec<u8>, ReadError> {
        let Some(&(at, size)) = self.members.get(name) else { return Err(absent(name)) };
        // A document that is longer than the directory says is not counted there.
        let budget = Budget::new(self.most.min(size));
        if size > self.most {
            return Err(Budget::new(self.most).bomb(name));
        }
        match archive::unpack(&mut self.archive, at, name, ZIP, &budget) {
            Ok(part) if !part.damaged => Ok(part.bytes),
            Ok(_) | Err(ReadError::Bomb { .. }) => Err(in_archive(name)),
            Err(error) => Err(error),
        }
    }
}

fn absent(name: &str) -> ReadError {
    ReadError::Damaged { what: ZIP, place: format!("no document {:?} is in it", clean(name)) }
}

fn in_archive(name: &str) -> ReadError {
    ReadError::Damaged { what: ZIP, place: format!("its {name}") }
}

const ZIP: &str = "a zip archive";

/// The bytes of the only document in a zip archive.
fn only(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    let mut archive = Archive::open(bytes, ZIP)?;
    let found = listed(archive.entries());
    match found.as_slice() {
        [] => Err(ReadError::Foreign {
            what: "a zip archive without a document",
            advice: "unpack it and give the file that you mean",
        }),
        [(at, member)] => whole(&mut archive, *at, &member.name),
        several => Err(ReadError::Several { names: named(several) }),
    }
}

fn whole(archive: &mut Archive<'_>, at: usize, name: &str) -> Result<Vec<u8>, ReadError> {
    let part = archive.part_at(at, name)?;
    // A part of a resolution must not be shown as if it were the whole.
    if part.damaged {
        return Err(in_archive(name));
    }
    Ok(part.bytes)
}

/// The first few names of a list, and how many more there are.
fn named(several: &[(usize, Member)]) -> String {
    const SHOWN: usize = 4;
    let names: Vec<_> = several.iter().take(SHOWN).map(|(_, member)| member.name.as_str()).collect();
    match several.len().saturating_sub(SHOWN) {
        0 => names.join(", "),
        more => format!("{} and {more} more", names.join(", ")),
    }
}

/// The documents of an archive, each with its index there.
fn listed(entries: Vec<archive::ArchiveEntry>) -> Vec<(usize, Member)> {
    first(entries, MOST_MEMBERS).0
}

/// The first documents of an archive, each with its index there, and how many more there are.
fn first(entries: Vec<archive::ArchiveEntry>, most: usize) -> (Vec<(usize, Member)>, usize) {
    let mut met: HashMap<String, u32> = HashMap::new();
    let mut found = Vec::new();
    let mut more = 0;
    for (at, entry) in entries.into_iter().enumerate() {
        let name = tamed(&entry.name);
        if entry.folder || !is_document(&name) {
            continue;
        }
        if found.len() >= most {
            more += 1;
            continue;
        }
        let times = met.entry(name.clone()).or_default();
        *times += 1;
        let name = if *times > 1 { format!("{name} ({times})") } else { name };
        found.push((at, Member { name, size: entry.size }));
    }
    (found, more)
}

/// A name that is safe to show: without control characters and parent folders, and of limited length.
fn tamed(name: &str) -> String {
    const LONGEST: usize = 200;
    let name = clean(name).replace('\\', "/");
    let parts = name.split('/').filter(|part| !matches!(part.trim(), "" | "." | ".."));
    let tamed = parts.collect::<Vec<_>>().join("/");
    match tamed.char_indices().rev().nth(LONGEST) {
        // A long name is cut at its beginning, since the name of the file says more than the folders.
        Some((at, letter)) => format!("…{}", tamed.get(at + letter.len_utf8()..).unwrap_or_default()),
        None => tamed,
    }
}

fn is_document(name: &str) -> bool {
    let mut parts = name.split('/');
    let file = parts.next_back().unwrap_or_default().to_lowercase();
    if file.is_empty()
        || file.starts_with('.')
        || parts.any(|part| part == "__MACOSX" || part.starts_with('.'))
    {
        return false;
    }
    is_listed(&file)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    const MAGIC: &[u8] = b"\x1F\x8B";
    let mut rest = bytes;
    several(bytes.len(), "gzip", |budget| {
        let going = rest.starts_with(MAGIC);
        going.then(|| {
            let mut decoder = flate2::bufread::GzDecoder::new(rest);
            let part = bounded(&mut decoder, 0, budget);
            rest = decoder.into_inner();
            part
        })
    })
}

fn zstd(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    const MAGIC: &[u8] = b"\x28\xB5\x2F\xFD";
    let mut rest = bytes;
    let window = Budget::of_packed(bytes.len()).most();
    several(bytes.len(), "zstd", |budget| {
        rest = after_skippable(rest);
        let going = rest.starts_with(MAGIC);
        going.then(|| {
            use ruzstd::decoding::StreamingDecoder;
            use ruzstd::decoding::errors::FrameDecoderError::WindowSizeTooBig;
            match StreamingDecoder::new_with_max_window_size(&mut rest, window) {
                Ok(mut decoder) => bounded(&mut decoder, 0, budget).map(|mut part| {
                    let decoder = decoder.into_frame_decoder();
                    let sum = decoder.get_checksum_from_data();
                    part.damaged |= sum.is_some() && sum != decoder.get_calculated_checksum();
                    part
                }),
                Err(WindowSizeTooBig { .. }) => None,
                Err(_) => bounded(Broken, 0, budget),
            }
        })
    })
}

/// A reader that always fails.
struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::InvalidData.into())
    }
}

/// Skips frames of zstd that contain no data.
fn after_skippable(mut rest: &[u8]) -> &[u8] {
    while let Some((&[first, b'\x2A', b'\x4D', b'\x18', a, b, c, d], after)) = rest.split_first_chunk::<8>()
        && first & 0xF0 == 0x50
    {
        let length = u32::from_le_bytes([a, b, c, d]) as usize;
        rest = after.get(length..).unwrap_or_default();
    }
    rest
}

/// Unpacks the concatenated members of a compressed file. The first bytes that are not such a member end it.
fn several(
    packed: usize,
    what: &'static str,
    mut next: impl FnMut(&Budget) -> Option<Option<archive::ArchivePart>>,
) -> Result<Vec<u8>, ReadError> {
    let budget = Budget::of_packed(packed);
    let mut all = Vec::new();
    while let Some(piece) = next(&budget) {
        let Some(piece) = piece else { return Err(budget.bomb("content")) };
        let damaged = piece.damaged;
        if all.is_empty() {
            all = piece.bytes;
        } else {
            all.extend_from_slice(&piece.bytes);
        }
        if damaged {
            let what = if what == "gzip" { "compressed with gzip" } else { "compressed with zstd" };
            let place = format!("after byte {} of what it unpacks to", all.len());
            return Err(ReadError::Damaged { what, place });
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests;
