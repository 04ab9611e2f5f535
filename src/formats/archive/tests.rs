//! Tests of archives: whole, cut off, damaged, and too large.

use super::*;
use std::io::Write;
use zip::write::SimpleFileOptions;

/// An archive of these parts, compressed with deflate.
pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn part(bytes: &[u8], name: &str) -> String {
    match Archive::open(bytes, "a test").and_then(|mut archive| archive.part(name)) {
        Ok(Some(part)) => {
            format!(
                "{}{}",
                String::from_utf8_lossy(&part.bytes),
                if part.damaged { " (damaged)" } else { "" }
            )
        }
        Ok(None) => "none".to_owned(),
        Err(error) => format!("error: {error}"),
    }
}

#[test]
fn a_part_is_found_by_its_name() {
    let bytes = zipped(&[("word/document.xml", b"<w/>"), ("word/styles.xml", b"<s/>")]);
    assert_eq!(part(&bytes, "word/styles.xml"), "<s/>");
    assert_eq!(part(&bytes, "word/notes.xml"), "none");
}

#[test]
fn a_truncated_archive_gives_the_parts_that_are_left() {
    let bytes = zipped(&[("first", b"Recalling its resolution"), ("second", &[b'x'; 500])]);
    let cut = bytes.get(..memmem::find(&bytes, b"second").unwrap() + 8).unwrap();
    assert_eq!(part(cut, "first"), "Recalling its resolution");
    assert_eq!(part(cut.get(..45).unwrap(), "first"), "Recalling (damaged)");
    assert_eq!(
        part(b"PK\x03\x04", "first"),
        "error: it is a test that is damaged (no part of the archive can be found); \
         get it again, or open it in another program and save it anew"
    );
}

#[test]
fn a_part_with_a_wrong_checksum_is_given_as_damaged() {
    let mut bytes = zipped(&[("first", b"Recalling its resolution 64/199")]);
    let at = memmem::find(&bytes, b"first").unwrap() + 15;
    bytes[at] ^= 1;
    assert!(part(&bytes, "first").ends_with("(damaged)"));
}

#[test]
fn a_zip_bomb_is_refused_without_unpacking_it_whole() {
    let bytes = zipped(&[("word/document.xml", &vec![b' '; 40 << 20])]);
    assert!(bytes.len() < 100_000);
    assert_eq!(
        part(&bytes, "word/document.xml"),
        "error: its word/document.xml needs more than 4 MB to decode, which no resolution does; \
         unpack it yourself if you trust it"
    );
}

#[test]
fn parts_in_the_same_bytes_are_refused() {
    let mut bytes = zipped(&[("first.txt", b"Recalling its resolution"), ("second.txt", b"Recalling more")]);
    // In the directory, the place of a part is 42 bytes after the beginning of its entry.
    let entry = memmem::rfind(&bytes, b"PK\x01\x02").unwrap();
    bytes[entry + 42..entry + 46].fill(0);
    assert_eq!(
        part(&bytes, "first.txt"),
        "error: it is a test in which first.txt and second.txt are in the same bytes, as only an archive made to do \
         harm has them; get it from somewhere else"
    );
}

#[test]
fn all_parts_of_an_archive_share_one_budget() {
    let large = vec![b' '; 3 << 20];
    let bytes = zipped(&[("one", &large), ("two", &large)]);
    let mut archive = Archive::open(&bytes, "a test").unwrap();
    assert!(archive.part("one").unwrap().is_some_and(|part| part.bytes.len() == 3 << 20));
    assert!(matches!(archive.part("two"), Err(ReadError::Bomb { .. })));
}
