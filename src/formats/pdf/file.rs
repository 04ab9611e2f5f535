//! Opens a file under the limits of `guard`, with a catalogue of our own at its end.
//!
//! The library lists all pages when it opens a file, and a page is a hundred times as large in memory as in the file.
//! So it is given a copy with one more section, as if the file had been saved once more: a catalogue of one empty page.
//! The pages of the file itself are then walked by `pages`, up to a limit.

use super::guard::Guard;
use super::{WHAT, screen};
use crate::formats::ReadError;
use crate::formats::caught::caught;
use hayro_syntax::object::{Array, Dict, FromBytes as _, ObjectIdentifier};
use hayro_syntax::reader::{Reader, ReaderExt as _};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use memchr::memmem;
use std::collections::HashMap;
use std::fmt::Write as _;

/// The number of the catalogue that is appended. Files number their objects from 1, and up to 8,388,607.
const CATALOGUE: u32 = 4_000_000_000;

/// A file that is open.
pub(super) struct Opened {
    pub(super) pdf: Pdf,
    /// Its catalogue; `None` where it is lost.
    pub(super) root: Option<ObjectIdentifier>,
}

/// Opens the bytes of a file.
pub(super) fn open(bytes: &[u8], guard: &mut Guard) -> Result<Opened, ReadError> {
    let damaged = |place: &str| ReadError::Damaged { what: WHAT, place: place.to_owned() };
    let broken = || damaged("its table of objects");
    let found = screen::look(bytes)?;
    caught(|| screen::check(bytes, &found, guard)).ok_or_else(broken)??;
    let newest = Trailer::newest(bytes);
    let encryption = newest.as_ref().map_or_else(
        || found.trailers().find_map(|trailer| Encryption::of(&trailer)),
        |trailer| Encryption::of(&trailer.dict),
    );
    let copy = Appended::after(bytes, newest.as_ref().map(|trailer| trailer.at), encryption.as_ref());
    let pdf = caught(|| Pdf::new(copy.bytes)).ok_or_else(broken)?;
    let pdf = pdf.map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ReadError::Locked { what: WHAT },
        LoadPdfError::Decryption(_) => damaged("its encryption"),
        LoadPdfError::Invalid => broken(),
    })?;
    let root = caught(|| {
        let listed = |root: &ObjectIdentifier| {
            pdf.xref().get::<Dict<'_>>(*root).is_some_and(|root| root.contains_key("Pages"))
        };
        let named = newest.iter().map(|trailer| trailer.dict.clone()).chain(found.trailers());
        named.filter_map(|trailer| Some(trailer.get_ref("Root")?.into())).find(listed).or(found.catalogue)
    });
    let root = root.ok_or_else(broken)?;
    Ok(Opened { pdf, root })
}

/// The trailer that the end of the file refers to.
struct Trailer<'a> {
    at: usize,
    dict: Dict<'a>,
}

impl<'a> Trailer<'a> {
    fn newest(bytes: &'a [u8]) -> Option<Self> {
        let said = memmem::rfind(bytes, b"startxref")?;
        let mut reader = Reader::new_with(bytes, said + 9);
        reader.skip_white_spaces_and_comments();
        let at = usize::try_from(reader.read_without_context::<i32>()?).ok()?;
        let mut reader = Reader::new_with(bytes, at);
        reader.skip_white_spaces_and_comments();
        if reader.clone().read_without_context::<ObjectIdentifier>().is_some() {
            reader.read_without_context::<ObjectIdentifier>()?;
            reader.skip_white_spaces_and_comments();
        } else {
            reader.forward_tag(b"xref")?;
            loop {
                reader.skip_white_spaces();
                let mut section = reader.clone();
                let Some(_) = section.read_without_context::<u32>() else { break };
                section.skip_white_spaces();
                let Some(count) = section.read_without_context::<u32>() else { break };
                section.skip_white_spaces();
                section.jump(section.offset().checked_add(20 * count as usize)?);
                reader = section;
            }
            reader.forward_tag(b"trailer")?;
            reader.skip_white_spaces();
        }
        let dict = Dict::from_bytes(bytes.get(reader.offset()..)?)?;
        dict.contains_key("Root").then_some(Self { at, dict })
    }
}

/// How a file is encrypted, as its trailer writes it.
#[derive(PartialEq, Eq)]
pub(super) struct Encryption {
    /// The entries of the trailer that say so.
    entries: Vec<u8>,
}

impl Encryption {
    fn of(trailer: &Dict<'_>) -> Option<Self> {
        let mut entries = b"/Encrypt ".to_vec();
        match trailer.get_ref("Encrypt") {
            Some(id) => entries.extend(format!("{} {} R", id.obj_number, id.gen_number).bytes()),
            None => entries.extend_from_slice(trailer.get::<Dict<'_>>("Encrypt")?.data()),
        }
        if let Some(id) = trailer.get_ref("ID") {
            entries.extend(format!("/ID {} {} R", id.obj_number, id.gen_number).bytes());
        } else if let Some(id) = trailer.get::<Array<'_>>("ID") {
            entries.extend_from_slice(b"/ID [");
            entries.extend_from_slice(id.data());
            entries.push(b']');
        }
        Some(Self { entries })
    }

    /// All that the trailers of a file name; `None` where they are more than `most`.
    pub(super) fn all<'a>(trailers: impl Iterator<Item = Dict<'a>>, most: usize) -> Option<Vec<Self>> {
        let mut all: Vec<Self> = Vec::new();
        for encryption in trailers.filter_map(|trailer| Self::of(&trailer)) {
            if !all.contains(&encryption) {
                all.push(encryption);
            }
            if all.len() > most {
                return None;
            }
        }
        Some(all)
    }
}

/// A file with a section of ours at its end.
pub(super) struct Appended {
    pub(super) bytes: Vec<u8>,
}

impl Appended {
    /// The file saved once more: its own table stays in force. Without a place of that table, which is then lost, the
    /// library searches the file for objects and takes the last trailer, which is ours.
    fn after(bytes: &[u8], table: Option<usize>, encryption: Option<&Encryption>) -> Self {
        let previous = table.map(|at| format!("/Prev {at}"));
        Self::with(bytes, encryption, &HashMap::new(), previous.as_deref(), table.is_some())
    }

    /// The file with no other objects than those of a list.
    pub(super) fn listing(
        bytes: &[u8],
        encryption: &Encryption,
        objects: &HashMap<ObjectIdentifier, usize>,
    ) -> Self {
        Self::with(bytes, Some(encryption), objects, None, true)
    }

    fn with(
        bytes: &[u8],
        encryption: Option<&Encryption>,
        objects: &HashMap<ObjectIdentifier, usize>,
        previous: Option<&str>,
        found: bool,
    ) -> Self {
        let mut own = String::new();
        let pages = CATALOGUE + 1;
        let mut places = Vec::new();
        let mut put = |own: &mut String, id: u32, dict: &str| {
            own.push('\n');
            places.push((ObjectIdentifier::new(id, 0), bytes.len() + own.len()));
            let _ = write!(own, "{id} 0 obj <<{dict}>> endobj");
        };
        put(&mut own, CATALOGUE, &format!("/Type/Catalog/Pages {pages} 0 R"));
        put(&mut own, pages, "/Type/Pages/Count 1/Kids[<</Type/Page/Contents[]>>]");
        let table = bytes.len() + own.len() + 1;
        own.push_str("\nxref\n");
        for (id, at) in objects.iter().map(|(id, at)| (*id, *at)).chain(places) {
            let _ = write!(own, "{} 1\n{at:010} {:05} n\r\n", id.obj_number, id.gen_number);
        }
        let _ = write!(own, "trailer <</Root {CATALOGUE} 0 R{}", previous.unwrap_or_default());
        let encryption = encryption.map_or(&[] as &[u8], |encryption| &encryption.entries);
        // A place before the beginning makes the library search for objects.
        let table = if found { table.to_string() } else { "-1".to_owned() };
        let end = format!(">>\nstartxref\n{table}\n%%EOF\n");
        Self { bytes: [bytes, own.as_bytes(), encryption, end.as_bytes()].concat() }
    }
}
