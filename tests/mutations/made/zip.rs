//! Zip archives, also those that are documents. They are written here byte by byte, because no library writes parts that
//! overlap, wrong sizes, or two names for one part.

use super::packing;
use super::wild::Wild;
use super::{attacks, markup};

const LOCAL: u32 = 0x0403_4B50;
const CENTRAL: u32 = 0x0201_4B50;
const LAST: u32 = 0x0605_4B50;

/// A part, as its headers declare it.
#[derive(Clone)]
pub(crate) struct Part {
    name: String,
    /// The bytes as they stand in the archive.
    packed: Vec<u8>,
    unpacked: u64,
    checksum: u32,
    deflated: bool,
    /// The part before it whose bytes it shares.
    shares: Option<usize>,
}

impl Part {
    pub(crate) fn deflated(name: &str, bytes: &[u8]) -> Self {
        Self { deflated: true, packed: packing::deflate(bytes), ..Self::stored(name, bytes) }
    }

    pub(crate) fn stored(name: &str, bytes: &[u8]) -> Self {
        Self {
            name: name.to_owned(),
            packed: bytes.to_vec(),
            unpacked: bytes.len() as u64,
            checksum: packing::crc(bytes, 1),
            deflated: false,
            shares: None,
        }
    }

    /// Another name for the bytes of a part, which is the one with this index.
    pub(crate) fn sharing(name: &str, part: &Self, at: usize) -> Self {
        Self { name: name.to_owned(), shares: Some(at), ..part.clone() }
    }

    /// A part that unpacks to so many times a block.
    pub(crate) fn repeated(name: &str, block: &[u8], times: usize) -> Self {
        Self {
            unpacked: (block.len() * times) as u64,
            checksum: packing::crc(block, times),
            deflated: true,
            packed: packing::deflate_repeated(block, times),
            ..Self::stored(name, &[])
        }
    }
}

/// An archive of these parts, with right places.
pub(crate) fn archive(parts: &[Part]) -> Vec<u8> {
    wild_archive(parts, &mut Wild::new(&[]))
}

fn wild_archive(parts: &[Part], wild: &mut Wild<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    let mut places: Vec<usize> = Vec::new();
    for part in parts {
        let shared = part.shares.and_then(|at| places.get(at)).copied();
        let place = shared.unwrap_or(out.len());
        if shared.is_none() {
            out.extend(LOCAL.to_le_bytes());
            out.extend([20, 0]);
            fields(&mut out, part, wild);
            out.extend(part.name.as_bytes());
            out.extend(&part.packed);
        }
        places.push(place);
        directory.extend(CENTRAL.to_le_bytes());
        directory.extend([20, 0, 20, 0]);
        fields(&mut directory, part, wild);
        // The length of a comment, the number of a disk, and attributes.
        directory.extend([0; 10]);
        directory.extend((wild.field(2, place as u64) as u32).to_le_bytes());
        directory.extend(part.name.as_bytes());
    }
    let start = out.len();
    let size = directory.len();
    out.extend(directory);
    out.extend(LAST.to_le_bytes());
    out.extend([0; 4]);
    let count = parts.len() as u64;
    out.extend((wild.field(3, count) as u16).to_le_bytes());
    out.extend((wild.field(3, count) as u16).to_le_bytes());
    out.extend((wild.field(2, size as u64) as u32).to_le_bytes());
    out.extend((wild.field(2, start as u64) as u32).to_le_bytes());
    out.extend([0, 0]);
    out
}

/// What both headers of a part have in common, from the flags on.
fn fields(out: &mut Vec<u8>, part: &Part, wild: &mut Wild<'_>) {
    let flags = if wild.rarely(3) { wild.byte() } else { 0 };
    out.extend([flags, 0]);
    let method = if wild.rarely(3) { wild.byte() } else { 8 * u8::from(part.deflated) };
    out.extend([method, 0, 0, 0, 0, 0]);
    out.extend(part.checksum.to_le_bytes());
    out.extend((wild.field(6, part.packed.len() as u64) as u32).to_le_bytes());
    out.extend((wild.field(6, part.unpacked) as u32).to_le_bytes());
    out.extend((part.name.len() as u16).to_le_bytes());
    out.extend([0; 2]);
}

/// Packs a part in one of several ways, of which some are hostile.
fn part(wild: &mut Wild<'_>, name: &str, bytes: &[u8]) -> Part {
    match wild.byte() {
        252.. => Part::repeated(name, &vec![wild.one(b" <a0"); 1 << 16], 1 << wild.below(10)),
        120..252 => Part::deflated(name, bytes),
        _ => Part::stored(name, bytes),
    }
}

/// An archive of documents, which may be archives too.
pub(crate) fn build(wild: &mut Wild<'_>) -> Vec<u8> {
    nested(wild, 0)
}

fn nested(wild: &mut Wild<'_>, depth: usize) -> Vec<u8> {
    let mut parts: Vec<Part> = Vec::new();
    // An archive of several documents is shown as a folder, and none of them is read.
    let more = if wild.byte() < 160 { 0 } else { wild.times().min(300) };
    for at in 0..=more {
        let (name, bytes) = match wild.byte() % 16 {
            0..6 => ("txt", wild.words().into_bytes()),
            6 => ("html", markup::html(wild).into_bytes()),
            7 => ("xml", markup::akn(wild).into_bytes()),
            8 | 9 if depth < 4 => ("zip", nested(wild, depth + 1)),
            10 => ("docx", docx(wild)),
            11 => ("txt", attacks::text_with_controls()),
            _ => ("txt", b"The house,\n\n1. Decides.\n".to_vec()),
        };
        let name = match wild.byte() {
            ..200 => format!("{at}.{name}"),
            200..215 => format!("../{at}.{name}"),
            215..230 => format!("a\u{1b}[2J{at}.{name}"),
            230..245 => format!("{}{name}", "a/".repeat(wild.times().min(9000))),
            _ => format!("same.{name}"),
        };
        let mut part = part(wild, &name, &bytes);
        if at > 0 && wild.rarely(8) {
            part.shares = Some(wild.below(at));
        }
        parts.push(part);
        if wild.is_dry() {
            break;
        }
    }
    wild_archive(&parts, wild)
}

/// The parts of a Word file that say where its other parts are.
pub(crate) fn word_links() -> Vec<Part> {
    const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let links = ["styles", "numbering", "footnotes", "endnotes", "comments", "settings"];
    let relations: String = links
        .iter()
        .enumerate()
        .map(|(at, name)| {
            format!("<Relationship Id=\"r{at}\" Type=\"{KIND}/{name}\" Target=\"{name}.xml\"/>")
        })
        .collect();
    let main = format!(
        "<Relationships><Relationship Id=\"r\" Type=\"{KIND}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
    );
    vec![
        Part::deflated("_rels/.rels", main.as_bytes()),
        Part::deflated(
            "word/_rels/document.xml.rels",
            format!("<Relationships>{relations}</Relationships>").as_bytes(),
        ),
    ]
}

pub(crate) fn docx(wild: &mut Wild<'_>) -> Vec<u8> {
    let mut parts = word_links();
    for name in ["document", "styles", "numbering", "footnotes", "endnotes", "comments", "settings"] {
        let text = match name {
            "document" => markup::written(wild, &markup::DOCX),
            _ if wild.byte() < 90 => markup::written(wild, &markup::DOCX_PARTS),
            _ => continue,
        };
        parts.push(part(wild, &format!("word/{name}.xml"), text.as_bytes()));
    }
    wild_archive(&parts, wild)
}

pub(crate) fn odt(wild: &mut Wild<'_>) -> Vec<u8> {
    let mut parts = vec![Part::stored("mimetype", b"application/vnd.oasis.opendocument.text")];
    let content = markup::written(wild, &markup::ODT);
    parts.push(part(wild, "content.xml", content.as_bytes()));
    if wild.byte() < 128 {
        let styles = markup::written(wild, &markup::ODT_STYLES);
        parts.push(part(wild, "styles.xml", styles.as_bytes()));
    }
    wild_archive(&parts, wild)
}

/// The parts of a book that say that it has so many pages, and that they are read so many times.
pub(crate) fn book_links(pages: usize, times: usize) -> Vec<Part> {
    let container = "<container><rootfiles><rootfile full-path=\"book.opf\"/></rootfiles></container>";
    let items: String = (0..pages).map(|at| format!("<item id=\"p{at}\" href=\"{at}.html\"/>")).collect();
    let spine: String = (0..pages).map(|at| format!("<itemref idref=\"p{at}\"/>")).collect();
    let spine = spine.repeat(times);
    let book = format!("<package><manifest>{items}</manifest><spine>{spine}</spine></package>");
    vec![
        Part::stored("META-INF/container.xml", container.as_bytes()),
        Part::deflated("book.opf", book.as_bytes()),
    ]
}

pub(crate) fn epub(wild: &mut Wild<'_>) -> Vec<u8> {
    let pages = 1 + wild.below(4);
    let mut parts = book_links(pages, wild.times().clamp(1, 1000));
    for at in 0..pages {
        let page = markup::html(wild);
        parts.push(part(wild, &format!("{at}.html"), page.as_bytes()));
    }
    wild_archive(&parts, wild)
}
