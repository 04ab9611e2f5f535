//! Looks through the bytes of a file for what the library decodes before anybody can ask it: the streams that hold
//! other objects, and the tables that say where objects are.
//!
//! It trusts nothing that the file declares. Every place is looked at where the library could begin to read an object,
//! whether or not a table refers to it, since a damaged table makes the library search for objects itself.

use super::file::{Appended, Encryption};
use super::filters::{Chain, Unfit};
use super::guard::{Guard, is_crowded};
use super::reach::reach;
use crate::formats::ReadError;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, FromBytes as _, Name, ObjectIdentifier, Stream};
use hayro_syntax::reader::{Reader, ReaderExt as _, Skippable as _};
use memchr::memmem;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// A table takes so many bytes of memory for each object that it lists.
const ENTRY: u64 = 64;
/// An object in an object stream takes so many bytes besides its own.
const MEMBER: u64 = 64;
/// An object has at least so many bytes in an object stream, with its number and place.
const SHORTEST_MEMBER: u64 = 4;
/// How many ways of encrypting a file may name. Good files name one, and repeat it.
const MOST_ENCRYPTIONS: usize = 4;
/// How many times one object may be given anew in an encrypted file.
const MOST_VERSIONS: usize = 8;

/// A file may have so many trailers, one for each time that it was saved.
const MOST_TRAILERS: usize = 10_000;

/// What was found in the bytes of a file.
#[derive(Default)]
pub(super) struct Found<'a> {
    /// The dictionaries that may be the trailer, as they are written, in the order of the file.
    trailers: Vec<&'a [u8]>,
    /// The last catalogue.
    pub(super) catalogue: Option<ObjectIdentifier>,
    streams: Vec<Head>,
}

/// Where the dictionary of a stream begins, and where its keyword ends. It is small, since a file may be full of them.
struct Head {
    dict: u32,
    keyword: u32,
}

impl Head {
    fn dict<'a>(&self, bytes: &'a [u8]) -> &'a [u8] {
        bytes.get(self.dict as usize..self.keyword as usize).unwrap_or_default()
    }
}

impl<'a> Found<'a> {
    /// The dictionaries that may be the trailer, the last first.
    pub(super) fn trailers(&self) -> impl Iterator<Item = Dict<'a>> {
        self.trailers.iter().rev().filter_map(|trailer| Dict::from_bytes(trailer))
    }
}

fn damaged(place: &str) -> ReadError {
    ReadError::Damaged { what: super::WHAT, place: place.to_owned() }
}

/// Finds the streams and trailers of a file. An error where looking for them, as the library does, would not end.
pub(super) fn look(bytes: &[u8]) -> Result<Found<'_>, ReadError> {
    let mut found = Found::default();
    // Bytes that may be looked at: objects are nested in each other a few times. Good files take less than two of them
    // for each byte.
    let mut left = 8 * bytes.len() + (4 << 20);
    let mut spend = |count: usize| {
        let rest = left.checked_sub(count).ok_or_else(|| damaged("its objects are nested in each other"))?;
        left = rest;
        Ok(())
    };
    // Where the next stream ends, for as many streams as begin before it.
    let mut stream_end = 0;
    for at in memmem::find_iter(bytes, b"<<") {
        spend(reach(bytes, at).saturating_sub(at))?;
        let mut reader = Reader::new_with(bytes, at);
        if Dict::skip(&mut reader, false).is_none() {
            continue;
        }
        let end = reader.offset();
        let dict = bytes.get(at..end).unwrap_or_default();
        if is_crowded(dict) {
            return Err(damaged("a list of names that is too long"));
        }
        reader.skip_white_spaces_and_comments();
        let after = reader.offset();
        if has(dict, b"Root") || has(dict, b"Catalog") {
            found.note(bytes, at, dict);
        }
        if bytes.get(after..).is_some_and(|after| after.starts_with(b"stream")) {
            let keyword = after + 6;
            if stream_end < keyword {
                let rest = bytes.get(keyword..).unwrap_or_default();
                stream_end = memmem::find(rest, b"endstream").map_or(usize::MAX, |found| keyword + found);
            }
            // The library searches for the end of each stream whose length is wrong.
            spend(stream_end.min(bytes.len()).saturating_sub(keyword))?;
            found.streams.push(Head { dict: at as u32, keyword: keyword as u32 });
        }
        if found.trailers.len() > MOST_TRAILERS {
            return Err(damaged("its end, which it has too many times"));
        }
    }
    // The library also tries whatever follows the word that begins an object.
    for at in memmem::find_iter(bytes, b"obj") {
        let mut reader = Reader::new_with(bytes, at + 3);
        reader.skip_white_spaces_and_comments();
        let begun = reader.offset();
        let next = bytes.get(begun..).unwrap_or_default();
        if matches!(next.first(), Some(b'(' | b'[' | b'<')) && !next.starts_with(b"<<") {
            spend(reach(bytes, begun).saturating_sub(begun))?;
        }
    }
    Ok(found)
}

impl<'a> Found<'a> {
    /// Notes a dictionary that may be a trailer or a catalogue.
    fn note(&mut self, bytes: &'a [u8], at: usize, written: &'a [u8]) {
        let Some(dict) = Dict::from_bytes(written) else { return };
        if dict.get::<Name<'_>>("Type").is_some_and(|name| name.as_ref() == b"Catalog") {
            self.catalogue = id_before(bytes, at).map(|(id, _)| id).or(self.catalogue);
        }
        if dict.contains_key("Root") {
            self.trailers.push(written);
        }
    }
}

/// Whether bytes have a name, which may be written with escapes.
fn has(dict: &[u8], name: &[u8]) -> bool {
    memmem::find(dict, name).is_some() || memchr::memchr(b'#', dict).is_some()
}

/// The data of a stream, as far as the library could take it to go.
fn data<'a>(bytes: &'a [u8], head: &Head, dict: &Dict<'_>) -> &'a [u8] {
    if dict.get_ref("Length").is_none()
        && let Some(stream) = bytes.get(head.dict as usize..).and_then(Stream::from_bytes)
        && let Cow::Borrowed(data) = stream.raw_data()
    {
        return data;
    }
    // The length is in another object; all of the rest may belong to it.
    let after = bytes.get(head.keyword as usize..).unwrap_or_default();
    let ends: [&[u8]; 3] = [b"\r\n", b"\n", b"\r"];
    ends.iter().find_map(|end| after.strip_prefix(*end)).unwrap_or_default()
}

/// The number that stands before an object that begins at `at`, and where it begins.
fn id_before(bytes: &[u8], at: usize) -> Option<(ObjectIdentifier, usize)> {
    const LONGEST: usize = 48;
    let blank = |byte: &u8| matches!(byte, b'\0' | b'\t' | b'\n' | b'\x0C' | b'\r' | b' ');
    let from = at.saturating_sub(LONGEST);
    let before = bytes.get(from..at)?.trim_ascii_end().strip_suffix(b"obj")?;
    let digits = |text: &[u8]| text.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |at| at + 1);
    let cut = |text: &[u8]| text.iter().rposition(|byte| !blank(byte)).map_or(0, |at| at + 1);
    let second = before.get(..cut(before))?;
    let first = second.get(..digits(second))?;
    let first = first.get(..cut(first))?;
    let begun = from + digits(first);
    let id = ObjectIdentifier::from_bytes(bytes.get(begun..at)?)?;
    Some((id, begun))
}

/// Measures what the library will decode of a file, and charges it. An error where it is too much.
pub(super) fn check(bytes: &[u8], found: &Found<'_>, guard: &mut Guard) -> Result<(), ReadError> {
    let mut holders = HashSet::new();
    for head in found.streams.iter().filter(|head| has(head.dict(bytes), b"W")) {
        if let Some(dict) = Dict::from_bytes(head.dict(bytes)).filter(|dict| dict.contains_key("W")) {
            table(&dict, data(bytes, head, &dict), guard, &mut holders)?;
        }
    }
    let encryptions = Encryption::all(found.trailers(), MOST_ENCRYPTIONS);
    let encryptions = encryptions.ok_or_else(|| damaged("its encryption"))?;
    let mut holding = Vec::new();
    for head in &found.streams {
        let id = id_before(bytes, head.dict as usize);
        let listed = id.is_none_or(|(id, _)| holders.contains(&id.obj_number));
        if !listed && !has(head.dict(bytes), b"ObjStm") {
            continue;
        }
        let Some(dict) = Dict::from_bytes(head.dict(bytes)) else { continue };
        if listed || dict.get::<Name<'_>>("Type").is_some_and(|name| name.as_ref() == b"ObjStm") {
            // What is encrypted is decoded as it is only where the library is lost; it makes little of it.
            members(&dict, data(bytes, head, &dict), encryptions.is_empty(), guard)?;
            holding.push((head, id));
        }
    }
    for encryption in &encryptions {
        encrypted(bytes, &holding, encryption, guard)?;
    }
    Ok(())
}

/// The filters of a stream; `None` where the library does not decode it either.
fn chain(dict: &Dict<'_>) -> Result<Option<Chain>, ReadError> {
    match Chain::of(dict) {
        Ok(chain) => Ok(Some(chain)),
        Err(Unfit::Foreign) => Ok(None),
        Err(Unfit::Senseless) => Err(damaged("the filters of its objects")),
    }
}

/// Decodes a table of objects, charges its entries and notes the streams that hold objects.
fn table(
    dict: &Dict<'_>,
    data: &[u8],
    guard: &mut Guard,
    holders: &mut HashSet<u32>,
) -> Result<(), ReadError> {
    let Some(widths) = dict.get::<[u8; 3]>("W") else { return Ok(()) };
    let Some(chain) = chain(dict)? else { return Ok(()) };
    let [kind, place, index] = widths.map(usize::from);
    let kind = kind.min(1);
    let row = kind + place + index;
    if row == 0 || place == 0 || place > 8 {
        return Ok(());
    }
    if !guard.passes(data, false) {
        return Err(damaged("its table of objects"));
    }
    let part = guard.kept().part(u64::MAX);
    let mut entry = Vec::with_capacity(row);
    let mut entries = 0_u64;
    let measured = chain.measure(data, &part, |bytes| {
        for &byte in bytes {
            entry.push(byte);
            if entry.len() == row {
                entries += 1;
                let listed = entry.get(kind..kind + place).unwrap_or_default();
                if kind == 1 && entry.first() == Some(&2) && holders.len() < 1_000_000 {
                    let number = listed.iter().fold(0_u64, |number, &byte| number << 8 | u64::from(byte));
                    holders.extend(u32::try_from(number).ok());
                }
                entry.clear();
            }
        }
    });
    // It is not kept, but what it lists is.
    if measured.is_none() || !guard.keep(ENTRY * entries) {
        return Err(guard.kept().bomb("table of objects"));
    }
    Ok(())
}

/// Charges a stream that holds objects.
fn members(dict: &Dict<'_>, data: &[u8], lenient: bool, guard: &mut Guard) -> Result<(), ReadError> {
    let Some(chain) = chain(dict)? else { return Ok(()) };
    if !guard.passes(data, false) {
        return Err(damaged("its list of objects"));
    }
    let part = guard.kept().part(u64::MAX);
    let mut names = 0_usize;
    let measured = chain.measure(data, &part, |bytes| names += memchr::memchr_iter(b'/', bytes).count());
    let size = match measured {
        None if !lenient && part.left() > 0 => part.used(),
        None => return Err(guard.kept().bomb("list of objects")),
        Some(size) => size,
    };
    let listed = dict.get::<usize>("N").unwrap_or(0) as u64;
    let members = listed.min(size / SHORTEST_MEMBER);
    if !guard.keep(size + MEMBER * members) {
        return Err(guard.kept().bomb("list of objects"));
    }
    Ok(())
}

/// Charges the streams that hold objects in an encrypted file, as they are once they are decrypted. The library
/// decrypts them, in a copy of the file that has no pages.
fn encrypted(
    bytes: &[u8],
    holding: &[(&Head, Option<(ObjectIdentifier, usize)>)],
    encryption: &Encryption,
    guard: &mut Guard,
) -> Result<(), ReadError> {
    let mut waiting = Vec::new();
    for (head, id) in holding {
        let (id, at) = id.ok_or_else(|| damaged("its list of objects"))?;
        waiting.push((*head, id, at));
    }
    let every = every_object(bytes);
    for _ in 0..MOST_VERSIONS {
        if waiting.is_empty() {
            return Ok(());
        }
        let mut listed = every.clone();
        let mut met = HashSet::new();
        let (now, later): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|(_, id, _)| met.insert(*id));
        listed.extend(now.iter().map(|(_, id, at)| (*id, *at)));
        // A password or a method that is not known is reported when the file itself is opened.
        let Ok(pdf) = Pdf::new(Appended::listing(bytes, encryption, &listed).bytes) else { return Ok(()) };
        for (head, id, _) in now {
            let Some(dict) = Dict::from_bytes(head.dict(bytes)) else { continue };
            let Some(stream) = pdf.xref().get::<Stream<'_>>(id) else { continue };
            let data = stream.raw_data();
            if !guard.passes(&data, true) {
                return Err(damaged("its list of objects"));
            }
            members(&dict, &data, true, guard)?;
        }
        waiting = later;
    }
    Err(damaged("its list of objects"))
}

/// Where every object of a file begins; of several with the same number, the last.
fn every_object(bytes: &[u8]) -> HashMap<ObjectIdentifier, usize> {
    let before = memmem::find_iter(bytes, b"obj").filter_map(|at| id_before(bytes, at + 3));
    before.filter(|(id, _)| (0..=65_535).contains(&id.gen_number)).collect()
}
