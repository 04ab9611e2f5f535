//! The files that are damaged: five of each format, from sample-docs, from tests/files, or written by our own writers.

use plenary::formats::Format;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

/// A whole file.
pub(crate) struct Original {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    /// Damaged beginnings would else be read as another format.
    pub(crate) format: Option<Format>,
}

/// Files of a format, by its name.
pub(crate) fn of(format: &str) -> Vec<Original> {
    let forced = format.parse().ok();
    let packed = |name: String, bytes| Original { name, bytes, format: forced };
    let texts = || samples(&["txt"]).into_iter().take(5);
    match format {
        "text" => texts().map(|(name, bytes)| packed(name, bytes)).collect(),
        "gzip" => texts().map(|(name, bytes)| packed(name, gzip(&bytes))).collect(),
        "zstd" => texts().map(|(name, bytes)| packed(name, zstd(&bytes))).collect(),
        "zip" => texts().map(|(name, bytes)| packed(name.clone(), zip(&name, &bytes))).collect(),
        other => samples(&[if other == "akn" { "xml" } else { other }])
            .into_iter()
            .map(|(name, bytes)| packed(name, bytes))
            .collect(),
    }
}

/// Name and bytes of the files with one of these endings, the small ones first.
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

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

fn zip(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    out.write_all(bytes).unwrap();
    out.finish().unwrap().into_inner()
}
