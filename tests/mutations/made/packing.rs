//! Packers: what the readers unpack. They are for tests, so that they are short and slow, but what they make is sound.

use flate2::write::{DeflateEncoder, ZlibEncoder};
use flate2::{Compress, Compression, Crc, FlushCompress};
use std::fmt::Write as _;
use std::io::Write as _;

pub(crate) fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut out = ZlibEncoder::new(Vec::new(), Compression::default());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut out = DeflateEncoder::new(Vec::new(), Compression::default());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

/// Deflate of a block that is repeated, without the work of packing it each time: a block that ends on a byte and
/// refers to nothing before it can be written again and again.
pub(crate) fn deflate_repeated(block: &[u8], times: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(block.len() + 1024);
    let mut packer = Compress::new(Compression::best(), false);
    packer.compress_vec(block, &mut out, FlushCompress::Full).unwrap();
    assert_eq!(packer.total_in(), block.len() as u64);
    let mut out = out.repeat(times);
    // An empty last block of fixed codes.
    out.extend([3, 0]);
    out
}

/// The same as zlib, with a right checksum.
pub(crate) fn zlib_repeated(block: &[u8], times: usize) -> Vec<u8> {
    const PRIME: u64 = 65_521;
    let sum = |sum: u64, more: u64| (sum + more) % PRIME;
    let length = block.len() as u64;
    let bytes = block.iter().fold(0, |all, &byte| sum(all, u64::from(byte)));
    let weighed = (0..).zip(block).fold(0, |all, (at, &byte)| sum(all, (length - at) * u64::from(byte)));
    let (mut low, mut high) = (1, 0);
    for _ in 0..times {
        high = sum(high, length % PRIME * low + weighed);
        low = sum(low, bytes);
    }
    let mut out = vec![0x78, 0xDA];
    out.extend(deflate_repeated(block, times));
    out.extend(((high << 16 | low) as u32).to_be_bytes());
    out
}

/// The checksum that zip has of a block that is repeated.
pub(crate) fn crc(block: &[u8], times: usize) -> u32 {
    let mut one = Crc::new();
    one.update(block);
    let mut all = Crc::new();
    for _ in 0..times {
        all.combine(&one);
    }
    all.sum()
}

/// LZW as PDF has it, by codes of nine bits only: the table is cleared before codes grow.
pub(crate) fn lzw(bytes: &[u8]) -> Vec<u8> {
    let mut codes = vec![256_u16];
    for piece in bytes.chunks(200) {
        codes.extend(piece.iter().map(|&byte| u16::from(byte)));
        codes.push(256);
    }
    codes.push(257);
    let (mut out, mut bits, mut held) = (Vec::new(), 0_u32, 0);
    for code in codes {
        bits = bits << 9 | u32::from(code);
        held += 9;
        while held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
        }
    }
    out.push((bits << (8 - held)) as u8);
    out
}

pub(crate) fn hex(bytes: &[u8]) -> Vec<u8> {
    let mut out = String::with_capacity(2 * bytes.len() + 1);
    for byte in bytes {
        write!(out, "{byte:02x}").unwrap();
    }
    out.push('>');
    out.into_bytes()
}

pub(crate) fn base85(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for group in bytes.chunks(4) {
        let mut whole = [0; 4];
        whole[..group.len()].copy_from_slice(group);
        let mut number = u32::from_be_bytes(whole);
        if number == 0 && group.len() == 4 {
            out.push(b'z');
            continue;
        }
        let mut digits = [0; 5];
        for digit in digits.iter_mut().rev() {
            *digit = b'!' + (number % 85) as u8;
            number /= 85;
        }
        out.extend(&digits[..=group.len()]);
    }
    out.extend(b"~>");
    out
}

/// Run lengths: a byte that is repeated is written once with its count.
pub(crate) fn runs(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for same in bytes.chunk_by(|one, next| one == next) {
        for piece in same.chunks(128) {
            match piece {
                [one] => out.extend([0, *one]),
                more => out.extend([(257 - more.len()) as u8, more[0]]),
            }
        }
    }
    out.push(128);
    out
}

/// Rows of samples, each with the mark of a predictor of PNG that changes nothing.
pub(crate) fn rows(bytes: &[u8], columns: usize) -> Vec<u8> {
    bytes.chunks(columns).flat_map(|row| [&[0], row].concat()).collect()
}
