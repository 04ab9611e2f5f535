//! How much a document may decode to. Every decoded byte is counted here while it is produced, whatever packed it, so
//! that a small file cannot fill the memory.
//!
//! This module decodes nothing itself. [`Budget::counting`] puts the count behind a decoder; several decoders in a row
//! may share one budget, each counting what it gives to the next.

use super::ReadError;
use std::cell::Cell;
use std::io::{self, Read};

/// What remains of the bytes that a document may decode to.
#[derive(Debug)]
pub(super) struct Budget {
    most: u64,
    left: Cell<u64>,
    /// A decoder had more than was left.
    over: Cell<bool>,
}

/// How the decoding of a part ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// At its end.
    Whole,
    /// At a fault; what precedes it was kept.
    Damaged,
    /// At the end of the budget; what precedes it was kept.
    Over,
}

impl Budget {
    /// A budget of so many bytes.
    pub(super) fn new(most: u64) -> Self {
        Self { most, left: Cell::new(most), over: Cell::new(false) }
    }

    /// The budget of an archive or a compressed file of so many bytes. Markup packs to a tenth, and a small file has
    /// the same parts as a large one.
    pub(super) fn of_packed(packed: usize) -> Self {
        let packed = packed as u64;
        Self::new(((4 << 20) + 16 * packed).min((16 << 20) + 4 * packed))
    }

    /// How many bytes there were at first.
    pub(super) fn most(&self) -> u64 {
        self.most
    }

    /// How many bytes are left.
    pub(super) fn left(&self) -> u64 {
        self.left.get()
    }

    /// Takes so many bytes; false where fewer are left, and then none are.
    pub(super) fn take(&self, bytes: u64) -> bool {
        let left = self.left.get().checked_sub(bytes);
        self.left.set(left.unwrap_or(0));
        left.is_some()
    }

    /// A budget for one part of the document, of at most so many bytes and of no more than is left. What was used of it
    /// is to be taken from this one.
    pub(super) fn part(&self, most: u64) -> Self {
        Self::new(most.min(self.left.get()))
    }

    /// How many bytes were taken.
    pub(super) fn used(&self) -> u64 {
        self.most - self.left.get()
    }

    /// Counts what a decoder gives. It fails where nothing is left.
    pub(super) fn counting<R>(&self, source: R) -> Counting<'_, R> {
        Counting { source, budget: self }
    }

    /// Appends all that a decoder gives. `promised` is the declared size, which is not trusted beyond the budget.
    pub(super) fn read(&self, source: impl Read, promised: u64, out: &mut Vec<u8>) -> End {
        out.reserve_exact(promised.min(self.left.get()) as usize);
        let read = self.counting(source).read_to_end(out);
        self.end(read.is_ok())
    }

    /// How decoding ended: at the end of a part, or at a fault, which may be that nothing was left.
    pub(super) fn end(&self, whole: bool) -> End {
        match whole {
            true => End::Whole,
            false if self.over.get() => End::Over,
            false => End::Damaged,
        }
    }

    /// The error of a part that is over the budget. `part` continues "its".
    pub(super) fn bomb(&self, part: &str) -> ReadError {
        ReadError::Bomb { part: part.to_owned(), megabytes: self.most >> 20 }
    }
}

/// A decoder whose output is counted.
pub(super) struct Counting<'b, R> {
    source: R,
    budget: &'b Budget,
}

impl<R: Read> Read for Counting<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.budget.left();
        // One byte more is asked for, which tells the end of the part from the end of the budget.
        let room = usize::try_from(left).unwrap_or(usize::MAX).saturating_add(1).min(buffer.len());
        let count = self.source.read(buffer.get_mut(..room).unwrap_or_default())?;
        if self.budget.take(count as u64) {
            Ok(count)
        } else if left > 0 {
            // What the budget allows is given; the next call fails.
            Ok(count.min(left as usize))
        } else {
            self.budget.over.set(true);
            Err(io::Error::other("over the budget"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(budget: &Budget, source: &[u8]) -> (End, usize) {
        let mut out = Vec::new();
        (budget.read(source, u64::MAX, &mut out), out.len())
    }

    #[test]
    fn what_is_over_the_budget_is_cut_at_the_budget() {
        let budget = Budget::new(100);
        assert_eq!(read(&budget, &[7; 60]), (End::Whole, 60));
        assert_eq!(budget.left(), 40);
        assert_eq!(read(&budget, &[7; 41]), (End::Over, 40));
        assert_eq!(read(&budget, &[7; 1]), (End::Over, 0));
        assert_eq!(read(&budget, &[]), (End::Whole, 0));
    }

    #[test]
    fn a_part_that_ends_with_the_budget_is_whole() {
        assert_eq!(read(&Budget::new(60), &[7; 60]), (End::Whole, 60));
    }

    #[test]
    fn decoders_in_a_row_share_one_budget() {
        let budget = Budget::new(100);
        let inner = budget.counting([7; 80].as_slice());
        let mut out = Vec::new();
        assert_eq!(budget.read(inner, 0, &mut out), End::Over);
        assert_eq!(budget.left(), 0);
    }
}
