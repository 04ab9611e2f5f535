//! The files to damage: five per format, from sample-docs, from tests/files, or written by the program itself.

use plenary::formats::Format;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

/// An undamaged file.
pub(crate) struct Original {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    /// The format, because a damaged beginning could be taken for another one; `None` to detect it.
    pub(crate) format: Option<Format>,
}

/// The files of a format: those with its endings, or texts exported or packed for it.
pub(crate) fn of(format: Format) -> Vec<Original> {
    let pack: fn(&str, &[u8]) -> Vec<u8> = match format {
        Format::Gzip => |_, bytes| gzip(bytes),
        Format::Zstd => |_, bytes| zstd(bytes),
        Format::Zip => |name, bytes| zip(&[(name, bytes)]),
        Format::Epub => epub,
        _ => |_, bytes| bytes.to_vec(),
    };
    let packed = match format {
        Format::Epub => Format::Html,
        _ if format.is_packed() => Format::Text,
        _ => format,
    };
    let files = samples(packed.endings()).into_iter().take(5);
    files.map(|(name, bytes)| Original { bytes: pack(&name, &bytes), name, format: Some(format) }).collect()
}

/// Name and bytes of the files with one of these endings, the smallest first.
fn samples(endings: &[&str]) -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in ["sample-docs", "tests/files"] {
        for entry in fs::read_dir(root.join(folder)).into_iter().flatten().flatten() {
            let path = entry.path();
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            if endings.contains(&ending) {
                let name = entry.file_name().to_string_lossy().into_owned();
                found.push((name, fs::read(path).unwrap()));
            }
        }
    }
    found.sort_by_key(|(name, bytes)| (bytes.len(), name.clone()));
    found
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

pub(crate) fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        out.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// An EPUB of one page.
fn epub(name: &str, page: &[u8]) -> Vec<u8> {
    let container = "<container><rootfiles><rootfile full-path=\"book.opf\"/></rootfiles></container>";
    let package = format!(
        "<package><manifest><item id=\"a\" href=\"{name}\"/></manifest><spine><itemref idref=\"a\"/></spine></package>"
    );
    zip(&[("META-INF/container.xml", container.as_bytes()), ("book.opf", package.as_bytes()), (name, page)])
}
