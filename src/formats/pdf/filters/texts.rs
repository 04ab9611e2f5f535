//! The filters that write bytes as letters, and runs.

use super::steps::{Step, fault, next};
use std::io::{self, BufRead};

/// Two hexadecimal digits for a byte, up to `>`.
pub(super) struct Hex<R>(pub(super) R);

impl<R: BufRead> Step for Hex<R> {
    fn step(&mut self, out: &mut Vec<u8>) -> io::Result<bool> {
        let Some(high) = hex(&mut self.0)? else { return Ok(false) };
        let low = hex(&mut self.0)?;
        out.push(high << 4 | low.unwrap_or(0));
        Ok(low.is_some())
    }
}

/// The value of the next digit; `None` at the end.
fn hex(source: &mut impl BufRead) -> io::Result<Option<u8>> {
    match next_letter(source)? {
        None | Some(b'>') => Ok(None),
        Some(letter) => {
            let value = char::from(letter).to_digit(16).ok_or_else(fault)?;
            Ok(Some(value as u8))
        }
    }
}

/// Five letters for four bytes, up to `~`.
pub(super) struct Base85<R>(pub(super) R);

impl<R: BufRead> Step for Base85<R> {
    fn step(&mut self, out: &mut Vec<u8>) -> io::Result<bool> {
        let mut digits = [u32::from(b'u' - b'!'); 5];
        let mut count = 0;
        let mut zeros = false;
        let mut ended = false;
        while count < 5 && !zeros && !ended {
            match next_letter(&mut self.0)? {
                Some(letter @ b'!'..=b'u') => {
                    if let Some(digit) = digits.get_mut(count) {
                        *digit = u32::from(letter - b'!');
                    }
                    count += 1;
                }
                Some(b'z') => zeros = true,
                None | Some(b'~') => ended = true,
                Some(_) => return Err(fault()),
            }
        }
        if count == 1 {
            return Err(fault());
        }
        if count > 1 {
            let add = |value: u32, digit: &u32| value.checked_mul(85)?.checked_add(*digit);
            let value = digits.iter().try_fold(0, add).ok_or_else(fault)?;
            out.extend_from_slice(value.to_be_bytes().get(..count - 1).unwrap_or_default());
        }
        if zeros {
            out.extend_from_slice(&[0; 4]);
        }
        Ok(!ended)
    }
}

/// A length, and then so many bytes or one byte to repeat.
pub(super) struct RunLength<R>(pub(super) R);

impl<R: BufRead> Step for RunLength<R> {
    fn step(&mut self, out: &mut Vec<u8>) -> io::Result<bool> {
        let byte = |source: &mut R| next(source)?.ok_or_else(fault);
        match byte(&mut self.0)? {
            128 => return Ok(false),
            length @ 0..=127 => {
                for _ in 0..=length {
                    out.push(byte(&mut self.0)?);
                }
            }
            length => {
                let repeated = byte(&mut self.0)?;
                out.resize(out.len() + 257 - usize::from(length), repeated);
            }
        }
        Ok(true)
    }
}

/// The next byte that is not white space; `None` at the end.
fn next_letter(source: &mut impl BufRead) -> io::Result<Option<u8>> {
    loop {
        match next(source)? {
            Some(b'\0' | b'\t' | b'\n' | b'\x0C' | b'\r' | b' ') => {}
            other => return Ok(other),
        }
    }
}
