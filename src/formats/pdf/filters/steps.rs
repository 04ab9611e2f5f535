//! A decoder made of small steps, as a reader.

use std::io::{self, BufRead, Read};

/// So many bytes are collected before they are given on.
const PIECE: usize = 4 << 10;

/// Decodes a little.
pub(super) trait Step {
    /// Appends the next bytes, a few thousand at most; false at the end of the data.
    fn step(&mut self, out: &mut Vec<u8>) -> io::Result<bool>;
}

/// A reader of what the steps give. What precedes a fault is given before the fault.
pub(super) struct Steps<S> {
    decoder: S,
    piece: Vec<u8>,
    given: usize,
    end: Option<io::Result<()>>,
}

impl<S> Steps<S> {
    pub(super) fn new(decoder: S) -> Self {
        Self { decoder, piece: Vec::with_capacity(2 * PIECE), given: 0, end: None }
    }
}

impl<S: Step> Read for Steps<S> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given == self.piece.len() {
            self.piece.clear();
            self.given = 0;
            while self.end.is_none() && self.piece.len() < PIECE {
                match self.decoder.step(&mut self.piece) {
                    Ok(true) => {}
                    Ok(false) => self.end = Some(Ok(())),
                    Err(fault) => self.end = Some(Err(fault)),
                }
            }
            if self.piece.is_empty() {
                return self.end.replace(Ok(())).unwrap_or(Ok(())).map(|()| 0);
            }
        }
        let count = self.piece.get(self.given..).unwrap_or_default().read(buffer)?;
        self.given += count;
        Ok(count)
    }
}

/// The next byte of a source; `None` at its end.
pub(super) fn next(source: &mut impl BufRead) -> io::Result<Option<u8>> {
    let byte = source.fill_buf()?.first().copied();
    if byte.is_some() {
        source.consume(1);
    }
    Ok(byte)
}

pub(super) fn fault() -> io::Error {
    io::ErrorKind::InvalidData.into()
}
