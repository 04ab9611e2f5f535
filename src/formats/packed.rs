//! gzip, zstd and zip of a document: the bytes of the one file in it, or the list of several.
//!
//! Nobody vouches for an archive: what unpacks to much more than it is gets refused, names are tamed before they are shown,
//! and nothing is written to a disk. What the unpacked bytes are is told elsewhere.

use super::archive::{Archive, bounded, most_unpacked};
use super::{Content, Format, How, ReadError, is_listed};
use crate::text::clean;
use std::collections::HashMap;
use std::io::Read;

/// A file of a zip archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Tamed for showing, and unlike all others of the archive.
    pub name: String,
    /// Bytes when unpacked, as the archive says.
    pub size: u64,
}

/// No more files of an archive are listed than of a folder.
const MOST_MEMBERS: usize = 20_000;

/// Reads the one document in it.
pub fn read(bytes: Vec<u8>, format: Format, how: &How) -> Result<Content, ReadError> {
    let inside = unpack(&bytes, format)?;
    drop(bytes);
    let format = Format::of(&inside);
    // One wrapping is what people send; more is a trap.
    if format.is_packed() {
        return Err(ReadError::Foreign { what: "packed more than once", advice: "unpack it first" });
    }
    super::read(inside, &How { format: Some(format), ..*how })
}

/// The one file in it.
fn unpack(bytes: &[u8], format: Format) -> Result<Vec<u8>, ReadError> {
    match format {
        Format::Gzip => gzip(bytes),
        Format::Zstd => zstd(bytes),
        _ => only(bytes),
    }
}

/// The documents of a zip archive, in its order.
pub fn members(bytes: &[u8]) -> Result<Vec<Member>, ReadError> {
    let mut archive = Archive::open(bytes, ZIP)?;
    Ok(listed(&mut archive).into_iter().map(|(_, member)| member).collect())
}

/// The bytes of a document of a zip archive, by the name that [`members`] gives it.
pub fn member(bytes: &[u8], name: &str) -> Result<Vec<u8>, ReadError> {
    let mut archive = Archive::open(bytes, ZIP)?;
    let found = listed(&mut archive).into_iter().find(|(_, member)| member.name == name);
    let Some((at, member)) = found else {
        let place = format!("no document {:?} is in it", clean(name));
        return Err(ReadError::Damaged { what: ZIP, place });
    };
    whole(&mut archive, at, &member.name)
}

const ZIP: &str = "a zip archive";

/// The only document of a zip archive.
fn only(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    let mut archive = Archive::open(bytes, ZIP)?;
    let found = listed(&mut archive);
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
    // Half a resolution must not pass for a whole one.
    if part.damaged {
        return Err(ReadError::Damaged { what: ZIP, place: format!("its {name}") });
    }
    Ok(part.bytes)
}

/// The first names of a list, and how many more there are.
fn named(several: &[(usize, Member)]) -> String {
    const SHOWN: usize = 4;
    let names: Vec<_> = several.iter().take(SHOWN).map(|(_, member)| member.name.as_str()).collect();
    match several.len().saturating_sub(SHOWN) {
        0 => names.join(", "),
        more => format!("{} and {more} more", names.join(", ")),
    }
}

/// The documents of an archive with their numbers in it.
fn listed(archive: &mut Archive<'_>) -> Vec<(usize, Member)> {
    let mut met: HashMap<String, u32> = HashMap::new();
    let mut found = Vec::new();
    for (at, entry) in archive.entries().into_iter().enumerate() {
        let name = tamed(&entry.name);
        if entry.folder || !is_document(&name) || found.len() >= MOST_MEMBERS {
            continue;
        }
        let times = met.entry(name.clone()).or_default();
        *times += 1;
        let name = if *times > 1 { format!("{name} ({times})") } else { name };
        found.push((at, Member { name, size: entry.size }));
    }
    found
}

/// A name that can be shown: no control characters, no way out of the archive, not endless.
fn tamed(name: &str) -> String {
    const LONGEST: usize = 200;
    let name = clean(name).replace('\\', "/");
    let parts = name.split('/').filter(|part| !matches!(part.trim(), "" | "." | ".."));
    let tamed = parts.collect::<Vec<_>>().join("/");
    match tamed.char_indices().rev().nth(LONGEST) {
        // The ending tells more than the folders.
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
    several(bytes.len(), "gzip", |most| {
        let going = rest.starts_with(MAGIC);
        going.then(|| {
            let mut decoder = flate2::bufread::GzDecoder::new(rest);
            let part = bounded(&mut decoder, 0, most);
            rest = decoder.into_inner();
            part
        })
    })
}

fn zstd(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    const MAGIC: &[u8] = b"\x28\xB5\x2F\xFD";
    let mut rest = bytes;
    let window = most_unpacked(bytes.len());
    several(bytes.len(), "zstd", |most| {
        rest = after_skippable(rest);
        let going = rest.starts_with(MAGIC);
        going.then(|| {
            use ruzstd::decoding::StreamingDecoder;
            use ruzstd::decoding::errors::FrameDecoderError::WindowSizeTooBig;
            match StreamingDecoder::new_with_max_window_size(&mut rest, window) {
                Ok(mut decoder) => bounded(&mut decoder, 0, most).map(|mut part| {
                    let decoder = decoder.into_frame_decoder();
                    let sum = decoder.get_checksum_from_data();
                    part.damaged |= sum.is_some() && sum != decoder.get_calculated_checksum();
                    part
                }),
                Err(WindowSizeTooBig { .. }) => None,
                Err(_) => bounded(Broken, 0, most),
            }
        })
    })
}

/// A source that cannot be read.
struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::InvalidData.into())
    }
}

/// Frames of zstd that carry nothing.
fn after_skippable(mut rest: &[u8]) -> &[u8] {
    while let Some((&[first, b'\x2A', b'\x4D', b'\x18', a, b, c, d], after)) = rest.split_first_chunk::<8>()
        && first & 0xF0 == 0x50
    {
        let length = u32::from_le_bytes([a, b, c, d]) as usize;
        rest = after.get(length..).unwrap_or_default();
    }
    rest
}

/// The pieces that a compressor wrote one behind the other, as one file; what is not of its form ends it.
fn several(
    packed: usize,
    what: &'static str,
    mut next: impl FnMut(u64) -> Option<Option<super::archive::Part>>,
) -> Result<Vec<u8>, ReadError> {
    let most = most_unpacked(packed);
    let mut all = Vec::new();
    while let Some(piece) = next(most - all.len() as u64) {
        let Some(piece) = piece else {
            return Err(ReadError::Bomb { part: "content".to_owned(), megabytes: most >> 20 });
        };
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
