//! Tests of the filters, each with data packed by a few lines here, and of bombs made of them.

use super::*;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use hayro_syntax::object::FromBytes;
use std::io::Write;

fn zlib(data: &[u8]) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(data).unwrap();
    packer.finish().unwrap()
}

fn hex(data: &[u8]) -> Vec<u8> {
    data.iter().flat_map(|byte| format!("{byte:02x} ").into_bytes()).chain(*b">").collect()
}

fn base85(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for group in data.chunks(4) {
        let mut four = [0; 4];
        four[..group.len()].copy_from_slice(group);
        let mut value = u32::from_be_bytes(four);
        let mut letters = [0; 5];
        for letter in letters.iter_mut().rev() {
            *letter = b'!' + (value % 85) as u8;
            value /= 85;
        }
        out.extend_from_slice(&letters[..=group.len()]);
    }
    out.extend_from_slice(b"~>");
    out
}

/// Codes of nine to twelve bits, as a packer writes them that never clears its table before it is full.
fn lzw(data: &[u8]) -> Vec<u8> {
    let mut table: Vec<Vec<u8>> = Vec::new();
    let mut bits: Vec<bool> = Vec::new();
    // The reader's table is one string behind that of the packer.
    let put = |code: usize, strings: usize, bits: &mut Vec<bool>| {
        let width = match 258 + strings {
            2048.. => 12,
            1024.. => 11,
            512.. => 10,
            _ => 9,
        };
        bits.extend((0..width).rev().map(|bit| code >> bit & 1 == 1));
    };
    put(256, 0, &mut bits);
    let mut at = 0;
    while at < data.len() {
        let longest = table.iter().enumerate().filter(|(_, known)| data[at..].starts_with(known));
        let found =
            longest.max_by_key(|(_, known)| known.len()).map(|(code, known)| (258 + code, known.len()));
        let (code, length) = found.unwrap_or((usize::from(data[at]), 1));
        put(code, table.len(), &mut bits);
        if let Some(longer) = data.get(at..=at + length) {
            table.push(longer.to_vec());
        }
        if table.len() == 3700 {
            put(256, table.len(), &mut bits);
            table.clear();
        }
        at += length;
    }
    put(257, table.len(), &mut bits);
    let byte =
        |bits: &[bool]| bits.iter().enumerate().fold(0, |byte, (at, &bit)| byte | u8::from(bit) << (7 - at));
    bits.chunks(8).map(byte).collect()
}

fn decoded(dict: &str, raw: &[u8], most: u64) -> (End, Vec<u8>) {
    let dict = Dict::from_bytes(dict.as_bytes()).unwrap();
    let mut out = Vec::new();
    let end = Chain::of(&dict).ok().unwrap().decode(raw, &Budget::new(most), &mut out);
    (end, out)
}

fn measured(dict: &str, raw: &[u8], most: u64) -> Option<u64> {
    let dict = Dict::from_bytes(dict.as_bytes()).unwrap();
    Chain::of(&dict).ok().unwrap().measure(raw, &Budget::new(most), |_| {})
}

fn unfit(dict: &str) -> Option<Unfit> {
    Chain::of(&Dict::from_bytes(dict.as_bytes()).unwrap()).err()
}

fn words() -> Vec<u8> {
    (0..2_000).flat_map(|number| format!("word {number}, ").into_bytes()).collect()
}

#[test]
fn each_filter_gives_back_what_was_packed() {
    let words = words();
    let whole = (End::Whole, words.clone());
    assert_eq!(decoded("<</Length 3>>", &words, 1 << 20), whole);
    assert_eq!(decoded("<</Filter /FlateDecode>>", &zlib(&words), 1 << 20), whole);
    assert_eq!(decoded("<</Filter [/Fl]>>", &zlib(&words)[2..], 1 << 20), whole, "without its header");
    assert_eq!(decoded("<</Filter /LZWDecode>>", &lzw(&words), 1 << 20), whole);
    assert_eq!(decoded("<</Filter /ASCIIHexDecode>>", &hex(&words), 1 << 20), whole);
    assert_eq!(decoded("<</Filter /ASCII85Decode>>", &base85(&words), 1 << 20), whole);
    assert_eq!(decoded("<</Filter /A85>>", b"z!!~>", 99), (End::Whole, vec![0; 5]));
    let runs = decoded("<</Filter /RunLengthDecode>>", &[2, 10, 11, 12, 254, 9, 128, 1], 99);
    assert_eq!(runs, (End::Whole, vec![10, 11, 12, 9, 9, 9]));
}

#[test]
fn filters_in_a_row_are_undone_in_their_order() {
    let words = words();
    let packed = base85(&zlib(&lzw(&words)));
    let dict = "<</Filter [/ASCII85Decode /FlateDecode /LZWDecode]>>";
    assert_eq!(decoded(dict, &packed, 1 << 20), (End::Whole, words));
}

#[test]
fn predicted_rows_are_undone() {
    let parameters = |predictor: u8| {
        format!("<</Filter /FlateDecode /DecodeParms <</Predictor {predictor} /Columns 3>>>>")
    };
    // One row for each filter of PNG; each is the same as the row above it.
    let rows: [&[u8]; 5] = [&[0, 5, 6, 7], &[1, 5, 1, 1], &[2, 0, 0, 0], &[3, 3, 1, 1], &[4, 0, 0, 0]];
    let (end, undone) = decoded(&parameters(12), &zlib(&rows.concat()), 1 << 20);
    assert_eq!((end, undone), (End::Whole, [5, 6, 7].repeat(5)));
    let (end, undone) = decoded(&parameters(2), &zlib(&[5, 1, 1, 8, 1, 255, 9]), 1 << 20);
    assert_eq!((end, undone), (End::Whole, vec![5, 6, 7, 8, 9, 8]), "the rest of a row is dropped");
}

#[test]
fn senseless_parameters_are_refused() {
    for parameters in [
        "/Predictor 12 /Columns 1000000000000",
        "/Predictor 2 /Columns 4294967295 /Colors 200",
        "/Predictor 2 /Columns 0",
        "/Predictor 2 /BitsPerComponent 1",
        "/Predictor 15 /Colors 0",
        "/Predictor 7",
    ] {
        let dict = format!("<</Filter /FlateDecode /DecodeParms <<{parameters}>>>>");
        assert_eq!(unfit(&dict), Some(Unfit::Senseless), "{parameters}");
    }
    assert_eq!(unfit("<</Filter [/Fl /Fl /Fl /Fl /Fl /Fl /Fl]>>"), Some(Unfit::Senseless));
    assert_eq!(unfit("<</Filter /DCTDecode>>"), Some(Unfit::Foreign));
    assert_eq!(unfit("<</F (other.bin)>>"), Some(Unfit::Foreign));
}

#[test]
fn every_stage_of_a_bomb_is_counted() {
    let zeros = vec![0; 4 << 20];
    let twice = zlib(&zlib(&zeros));
    let run = [[129, 0].repeat(40_000), vec![128]].concat();
    let cases: [(&str, Vec<u8>); 5] = [
        ("/FlateDecode", zlib(&zeros)),
        ("[/FlateDecode /FlateDecode]", twice),
        ("[/ASCII85Decode /FlateDecode]", base85(&zlib(&zeros))),
        ("[/FlateDecode /RunLengthDecode]", zlib(&run)),
        ("/LZWDecode", lzw(&vec![0; 2 << 20])),
    ];
    for (filters, bomb) in cases {
        assert!(bomb.len() < 30_000, "{filters} {}", bomb.len());
        let dict = format!("<</Filter {filters}>>");
        let (end, out) = decoded(&dict, &bomb, 1 << 20);
        assert_eq!(end, End::Over, "{filters}");
        assert!(out.len() <= 1 << 20 && out.capacity() <= 2 << 20, "{filters} {}", out.capacity());
        assert_eq!(measured(&dict, &bomb, 1 << 20), None, "{filters}");
        assert!(measured(&dict, &bomb, 64 << 20).is_some(), "{filters}");
    }
}

#[test]
fn of_a_damaged_stream_what_precedes_the_fault_is_kept() {
    let words = words();
    let packed = zlib(&words);
    let (end, out) = decoded("<</Filter /FlateDecode>>", &packed[..packed.len() / 2], 1 << 20);
    assert_eq!(end, End::Damaged);
    assert!(out.len() > 1_000 && words.starts_with(&out));
    let (end, out) = decoded("<</Filter /ASCIIHexDecode>>", b"41 42 4x", 99);
    assert_eq!((end, out), (End::Damaged, b"AB".to_vec()));
    let (end, out) = decoded("<</Filter /LZWDecode>>", &[0x80, 0x10, 0x7f, 0xff], 99);
    assert_eq!((end, out.as_slice()), (End::Damaged, b"A".as_slice()));
}

#[test]
fn a_damaged_stream_is_measured_as_the_most_that_it_may_become() {
    let packed = zlib(&words());
    let cut = &packed[..packed.len() / 2];
    let dict = "<</Filter /FlateDecode>>";
    assert!(measured(dict, cut, 1 << 20).is_some_and(|size| size < 40_000), "a truncated one is not more");
    let mut broken = zlib(&words());
    broken[20] ^= 0xff;
    assert_eq!(measured(dict, &broken, 1 << 20), None);
}
