//! Undoes the predictors of Flate and LZW: rows of samples that are differences from their neighbours.

use hayro_syntax::object::Dict;
use std::io::{self, BufRead, Read};

/// A row may have so many bytes. The widest that a stream of text or of objects needs has eleven.
const LONGEST_ROW: usize = 32 << 10;

/// How the rows of a stream were predicted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Predictor {
    /// Each row begins with the number of a PNG filter; otherwise it is that of TIFF.
    png: bool,
    /// The bytes of a row.
    row: usize,
    /// The bytes of a pixel, at least 1.
    pixel: usize,
}

impl Predictor {
    /// The predictor that the parameters of a filter name, if any. `None` where it cannot be undone.
    #[allow(clippy::option_option, reason = "no predictor and a senseless one are different answers")]
    pub(super) fn of(parameters: &Dict<'_>) -> Option<Option<Self>> {
        let predictor = parameters.get::<u8>("Predictor").unwrap_or(1);
        if predictor == 1 {
            return Some(None);
        }
        let number = |key: &str, otherwise: u8| usize::from(parameters.get::<u8>(key).unwrap_or(otherwise));
        let (colors, bits) = (number("Colors", 1), number("BitsPerComponent", 8));
        let columns = parameters.get::<usize>("Columns").unwrap_or(1);
        let png = predictor >= 10;
        let possible = png || (predictor == 2 && bits == 8);
        if !possible || !matches!(bits, 1 | 2 | 4 | 8 | 16) || colors == 0 || colors * bits > 255 {
            return None;
        }
        let row = columns.checked_mul(colors * bits)?.div_ceil(8);
        if row == 0 || row > LONGEST_ROW {
            return None;
        }
        Some(Some(Self { png, row, pixel: (colors * bits).div_ceil(8) }))
    }

    pub(super) fn undone<R: BufRead>(self, source: R) -> Rows<R> {
        Rows { source, how: self, above: vec![0; self.row], row: vec![0; self.row], given: self.row }
    }
}

/// A decoder that gives row after row.
pub(super) struct Rows<R> {
    source: R,
    how: Predictor,
    above: Vec<u8>,
    row: Vec<u8>,
    /// How much of `row` was given.
    given: usize,
}

impl<R: BufRead> Rows<R> {
    /// Reads and undoes the next row; false at the end. The rest of a row that is cut off is dropped.
    fn next_row(&mut self) -> io::Result<bool> {
        std::mem::swap(&mut self.above, &mut self.row);
        let mut kind = [2];
        let tag = if self.how.png { self.source.read_exact(&mut kind) } else { Ok(()) };
        match tag.and_then(|()| self.source.read_exact(&mut self.row)) {
            Err(fault) if fault.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
            read => read?,
        }
        let kind = match (self.how.png, kind) {
            (false, _) => 1,
            (true, [kind]) => kind,
        };
        let pixel = self.how.pixel;
        for at in 0..self.row.len() {
            let left = at.checked_sub(pixel);
            let value = |row: &[u8], at: Option<usize>| at.and_then(|at| row.get(at)).copied().unwrap_or(0);
            let (a, b, c) = (value(&self.row, left), value(&self.above, Some(at)), value(&self.above, left));
            let guess = match kind {
                1 => a,
                2 => b,
                3 => u16::midpoint(u16::from(a), u16::from(b)) as u8,
                4 => paeth(a, b, c),
                _ => 0,
            };
            if let Some(byte) = self.row.get_mut(at) {
                *byte = byte.wrapping_add(guess);
            }
        }
        Ok(true)
    }
}

/// Which of left, above and above left is nearest to what the three of them predict.
fn paeth(a: u8, b: u8, c: u8) -> u8 {
    let (left, above, corner) = (i16::from(a), i16::from(b), i16::from(c));
    let guess = left + above - corner;
    let (from_left, from_above, from_corner) =
        ((guess - left).abs(), (guess - above).abs(), (guess - corner).abs());
    if from_left <= from_above && from_left <= from_corner {
        a
    } else if from_above <= from_corner {
        b
    } else {
        c
    }
}

impl<R: BufRead> Read for Rows<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.row.len() {
            if !self.next_row()? {
                return Ok(0);
            }
            self.given = 0;
        }
        let mut rest = self.row.get(self.given..).unwrap_or_default();
        let count = rest.read(buffer)?;
        self.given += count;
        Ok(count)
    }
}
