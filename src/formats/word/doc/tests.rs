//! What is read from Word 97 to 2003 documents, and from damaged ones.

use super::*;
use std::io::Write;

/// A document of one piece without formatting; `change` may alter its information block and its pieces.
fn document(words: &str, change: impl FnOnce(&mut Vec<u8>, &mut Vec<u8>)) -> Vec<u8> {
    let units: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let count = words.encode_utf16().count() as u32;
    let mut main = vec![0; 0x600];
    main[..4].copy_from_slice(&[0xEC, 0xA5, 0xC1, 0]);
    main[0x0B] = 2;
    main[0x4C..0x50].copy_from_slice(&count.to_le_bytes());
    let mut table = vec![2, 16, 0, 0, 0];
    table.extend([0, count].iter().flat_map(|place| place.to_le_bytes()));
    table.extend([0, 0, 0, 6, 0, 0, 0, 0]);
    main[0x1A6..0x1AA].copy_from_slice(&21_u32.to_le_bytes());
    main.extend(units);
    change(&mut main, &mut table);
    let mut archive = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, bytes) in [("/WordDocument", main), ("/1Table", table)] {
        archive.create_stream(name).unwrap().write_all(&bytes).unwrap();
    }
    archive.flush().unwrap();
    archive.into_inner().into_inner()
}

fn shown(bytes: &[u8]) -> String {
    match read(bytes) {
        Ok(content) => {
            let blocks = content.blocks.iter().map(|block| content.words(block).to_owned());
            let said = content.diagnostics.iter().map(|diagnostic| format!("! {}", diagnostic.message()));
            blocks.chain(said).collect::<Vec<_>>().join("\n")
        }
        Err(error) => format!("error: {error}"),
    }
}

#[test]
fn paragraphs_and_fields_are_read() {
    let words = "Décide 定\u{1e}\u{b}de\r\u{13} HYPERLINK x \u{14}A/95/2\u{15} suit;\u{c}Annexe\r";
    insta::assert_snapshot!(shown(&document(words, |_, _| {})), @"
    Décide 定‑ de
    A/95/2 suit;
    Annexe
    ");
}

#[test]
fn what_cannot_be_read_gives_an_error() {
    insta::assert_snapshot!(shown(&document("Decides\r", |main, _| main[0x0B] |= 1)), @"error: it is a Word document locked with a password; save a copy without one first");
    insta::assert_snapshot!(shown(&document("Decides\r", |main, _| main[0] = 0xDC)), @"error: it is a document of Word 95 or older; save it as .docx first");
    insta::assert_snapshot!(shown(&document("\r\r", |_, _| {})), @"error: it holds only white space");
    insta::assert_snapshot!(shown(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), @"error: it is a Word document (.doc) that is damaged (its directory); get it again, or open it in another program and save it anew");
    let mut locked = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    locked.create_stream("/EncryptedPackage").unwrap();
    insta::assert_snapshot!(shown(&locked.into_inner().into_inner()), @"error: it is a Word document locked with a password; save a copy without one first");
}

#[test]
fn without_a_piece_table_the_text_is_read_in_file_order() {
    let bytes = document("Decides to go on;\r", |main, table| {
        main[0x18..0x1C].copy_from_slice(&0x600_u32.to_le_bytes());
        table[0] = 9;
    });
    insta::assert_snapshot!(shown(&bytes), @"
    Decides to go on;
    ! Its table of pieces is damaged; words may be missing or out of order.
    ");
}

#[test]
fn pieces_that_repeat_the_file_are_refused() {
    let bytes = document("Decides\r", |main, table| {
        let count = 1000_u32;
        main[0x1A6..0x1AA].copy_from_slice(&(5 + 4 + count * 12).to_le_bytes());
        main[0x4C..0x50].copy_from_slice(&(count * 700).to_le_bytes());
        table.clear();
        table.push(2);
        table.extend((4 + count * 12).to_le_bytes());
        table.extend((0..=count).flat_map(|at| (at * 700).to_le_bytes()));
        table.extend((0..count).flat_map(|_| [0, 0, 0, 0, 0, 0, 0, 0]));
    });
    assert!(shown(&bytes).contains("damaged"), "{}", shown(&bytes));
}

#[test]
fn lengths_of_stories_do_not_overflow() {
    let bytes = document("Decides\r", |main, _| {
        for at in [0x50, 0x54, 0x5C, 0x60, 0x64] {
            main[at..at + 4].copy_from_slice(&0x3FFF_FFFF_u32.to_le_bytes());
        }
    });
    assert_eq!(shown(&bytes), "Decides");
}
