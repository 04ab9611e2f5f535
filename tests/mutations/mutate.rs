//! One mutation of a file per seed: bits flipped, or bytes cut off, doubled, swapped, overwritten or inserted.

use super::originals::Original;
use std::io::{Cursor, Read, Write};

/// A small random number generator that gives the same numbers for a seed on every machine.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5851_F42D_4C95_7F2D)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number from 0 up to but not including `most`; 0 if that is 0.
    fn below(&mut self, most: usize) -> usize {
        if most == 0 { 0 } else { (self.next() % most as u64) as usize }
    }
}

/// A damaged copy. An archive is damaged as a whole, or in one of its members, which is then packed again.
pub(crate) fn mutate(original: &Original, seed: u64) -> Vec<u8> {
    let mut dice = Dice::new(seed);
    let packed = original.bytes.starts_with(b"PK") && !seed.is_multiple_of(4);
    packed.then(|| inside(&original.bytes, &mut dice)).flatten().unwrap_or_else(|| {
        let mut bytes = original.bytes.clone();
        damage(&mut bytes, &mut dice);
        bytes
    })
}

fn damage(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let size = bytes.len();
    let piece = |dice: &mut Dice| {
        let start = dice.below(size);
        start..(start + 1 + dice.below((size / 4).max(1))).min(size)
    };
    match dice.below(6) {
        0 => {
            for _ in 0..=dice.below(32) {
                let at = dice.below(size);
                bytes[at] ^= 1 << dice.below(8);
            }
        }
        1 => bytes.truncate(1 + dice.below(size)),
        2 => {
            let copy = bytes[piece(dice)].to_vec();
            for _ in 0..=dice.below(8) {
                let at = dice.below(bytes.len());
                bytes.splice(at..at, copy.iter().copied());
            }
        }
        3 => {
            let (left, right) = (piece(dice), piece(dice));
            let (one, other) = (bytes[left.clone()].to_vec(), bytes[right.clone()].to_vec());
            if left.end <= right.start {
                bytes.splice(right, one);
                bytes.splice(left, other);
            }
        }
        4 => {
            let value = [0, 0xFF, b'<', b'>', b'(', b'"', b'\\', b' '][dice.below(8)];
            bytes[piece(dice)].fill(value);
        }
        _ => {
            let at = dice.below(size);
            let noise: Vec<u8> = (0..dice.below(200)).map(|_| dice.next() as u8).collect();
            bytes.splice(at..at, noise);
        }
    }
}

/// The archive with one member damaged and its checksums correct; `None` if it cannot be unpacked.
fn inside(bytes: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let victim = dice.below(archive.len());
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).ok()?;
        let mut body = Vec::new();
        part.read_to_end(&mut body).ok()?;
        if at == victim && !body.is_empty() {
            damage(&mut body, dice);
        }
        let stored =
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        out.start_file(part.name().ok()?.into_owned(), stored).ok()?;
        out.write_all(&body).ok()?;
    }
    Some(out.finish().ok()?.into_inner())
}
