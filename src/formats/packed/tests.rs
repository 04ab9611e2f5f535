//! Tests of well-formed and of hostile archives.

use super::super::archive::tests::zipped;
use super::*;
use std::io::Write;

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

fn zstandard(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

fn text(bytes: &[u8], format: Format) -> String {
    match unpack(bytes, format) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => format!("error: {error}"),
    }
}

#[test]
fn the_only_file_is_unpacked() {
    assert_eq!(text(&gzipped(b"1. Decides"), Format::Gzip), "1. Decides");
    assert_eq!(text(&zstandard(b"1. Decides"), Format::Zstd), "1. Decides");
    assert_eq!(
        text(&zipped(&[("a/", b""), ("a/A_RES_95_12.en.txt", b"1. Decides")]), Format::Zip),
        "1. Decides"
    );
}

#[test]
fn concatenated_members_are_one_file() {
    let twice = |first: Vec<u8>, second: Vec<u8>| [first, second, b"\0\0\0".to_vec()].concat();
    assert_eq!(text(&twice(gzipped(b"1. "), gzipped(b"Decides")), Format::Gzip), "1. Decides");
    assert_eq!(text(&twice(zstandard(b"1. "), zstandard(b"Decides")), Format::Zstd), "1. Decides");
    let skipped = [b"\x52\x2A\x4D\x18\x02\0\0\0??".to_vec(), zstandard(b"Decides")].concat();
    assert_eq!(text(&skipped, Format::Zstd), "Decides");
}

#[test]
fn a_truncated_file_is_refused() {
    let bytes = gzipped("Recalling its resolution 64/199".repeat(50).as_bytes());
    insta::assert_snapshot!(text(bytes.get(..40).unwrap(), Format::Gzip), @"error: it is compressed with gzip that is damaged (after byte 29 of what it unpacks to); get it again, or open it in another program and save it anew");
    let bytes = zstandard("Recalling its resolution 64/199".repeat(50).as_bytes());
    insta::assert_snapshot!(text(bytes.get(..bytes.len() - 5).unwrap(), Format::Zstd), @"error: it is compressed with zstd that is damaged (after byte 0 of what it unpacks to); get it again, or open it in another program and save it anew");
    let mut bytes = zipped(&[("a.txt", b"Recalling its resolution 64/199")]);
    bytes[40] ^= 4;
    insta::assert_snapshot!(text(&bytes, Format::Zip), @"error: it is a zip archive that is damaged (its a.txt); get it again, or open it in another program and save it anew");
}

#[test]
fn bombs_are_refused() {
    let zeros = vec![0; 40 << 20];
    for (bytes, format) in [
        (gzipped(&zeros), Format::Gzip),
        (zstandard(&zeros), Format::Zstd),
        (zipped(&[("a.txt", &zeros)]), Format::Zip),
    ] {
        let said = text(&bytes, format);
        assert!(said.contains("needs more than ") && said.contains(" MB to decode"), "{said}");
    }
}

#[test]
fn the_documents_of_an_archive_are_listed_by_name() {
    let names = [
        ("readme.exe", "x"),
        ("__MACOSX/en.txt", "x"),
        (".DS_Store", "x"),
        ("../../en.txt", "Decides"),
        ("fr\u{1b}[2J.txt", "Décide"),
        ("/etc/A_C.3_95_L.7", "Decides"),
        ("en.txt", "Requests"),
    ];
    let bytes = zipped(&names.map(|(name, text)| (name, text.as_bytes())));
    insta::assert_snapshot!(text(&bytes, Format::Zip), @"error: it is a zip archive of several documents (en.txt, fr␛[2J.txt, etc/A_C.3_95_L.7, en.txt (2)); name one of them, as ARCHIVE.zip/NAME");
    let names: Vec<_> = members(&bytes).unwrap().0.into_iter().map(|member| member.name).collect();
    assert_eq!(names, ["en.txt", "fr␛[2J.txt", "etc/A_C.3_95_L.7", "en.txt (2)"]);
    assert_eq!(member(&bytes, "en.txt (2)").unwrap(), b"Requests");
    assert!(member(&bytes, "readme.exe").is_err());
}

#[test]
fn documents_beyond_those_that_are_listed_are_counted() {
    let bytes = zipped(&[("a.txt", &b"1"[..]), ("b.exe", b"2"), ("c.txt", b"3"), ("d.txt", b"4")]);
    let mut archive = Archive::open(&bytes, ZIP).unwrap();
    let (listed, more) = first(archive.entries(), 2);
    assert_eq!((listed.len(), more), (2, 1));
}

#[test]
fn an_archive_without_documents_is_refused() {
    insta::assert_snapshot!(text(&zipped(&[("a.exe", b"x")]), Format::Zip), @"error: it is a zip archive without a document; unpack it and give the file that you mean");
    insta::assert_snapshot!(text(b"PK\x05\x06", Format::Zip), @"error: it is a zip archive that is damaged (no part of the archive can be found); get it again, or open it in another program and save it anew");
}
