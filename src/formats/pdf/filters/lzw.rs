//! LZW, as PDF packs with it: codes of 9 to 12 bits, the highest bit first.

use super::steps::{Step, fault, next};
use std::io::{self, BufRead};

const CLEAR: u16 = 256;
const END: u16 = 257;
/// The first code that stands for a string of the data.
const FIRST: usize = 258;
/// The table holds so many codes.
const MOST: usize = 4096;

/// A decoder. Its memory is the same for all data: a string is its last byte and the code of what precedes it.
pub(super) struct Lzw<R> {
    source: R,
    /// The width of a code grows one code early.
    early: bool,
    bits: u32,
    held: u32,
    /// For each code, the code of all its bytes but the last, and the last.
    table: Vec<(u16, u8)>,
    previous: Option<u16>,
}

impl<R: BufRead> Lzw<R> {
    pub(super) fn new(source: R, early: bool) -> Self {
        let mut table = Vec::with_capacity(MOST);
        table.extend((0..FIRST).map(|code| (CLEAR, code as u8)));
        Self { source, early, bits: 0, held: 0, table, previous: None }
    }

    /// The next code; `None` at the end of the data.
    fn code(&mut self) -> io::Result<Option<u16>> {
        let width = match self.table.len() + usize::from(self.early) {
            2048.. => 12,
            1024.. => 11,
            512.. => 10,
            _ => 9,
        };
        while self.held < width {
            let Some(byte) = next(&mut self.source)? else { return Ok(None) };
            self.bits = self.bits << 8 | u32::from(byte);
            self.held += 8;
        }
        self.held -= width;
        Ok(Some((self.bits >> self.held & ((1 << width) - 1)) as u16))
    }

    /// Appends the string of a code and returns its first byte.
    fn spell(&self, mut code: u16, out: &mut Vec<u8>) -> u8 {
        let begun = out.len();
        let mut byte = 0;
        // A string is never longer than the table.
        for _ in 0..MOST {
            let Some(&(before, last)) = self.table.get(usize::from(code)) else { break };
            byte = last;
            out.push(last);
            if code < CLEAR {
                break;
            }
            code = before;
        }
        out.get_mut(begun..).unwrap_or_default().reverse();
        byte
    }
}

impl<R: BufRead> Step for Lzw<R> {
    fn step(&mut self, out: &mut Vec<u8>) -> io::Result<bool> {
        let Some(code) = self.code()? else { return Ok(false) };
        match code {
            CLEAR => {
                self.table.truncate(FIRST);
                self.previous = None;
            }
            END => return Ok(false),
            _ if usize::from(code) < self.table.len() => {
                let first = self.spell(code, out);
                if let Some(previous) = self.previous.filter(|_| self.table.len() < MOST) {
                    self.table.push((previous, first));
                }
                self.previous = Some(code);
            }
            _ => {
                // The string that is about to be added: the one before and its own first byte.
                let previous = self.previous.filter(|_| usize::from(code) == self.table.len());
                let previous = previous.filter(|_| self.table.len() < MOST).ok_or_else(fault)?;
                let first = self.spell(previous, out);
                out.push(first);
                self.table.push((previous, first));
                self.previous = Some(code);
            }
        }
        Ok(true)
    }
}
