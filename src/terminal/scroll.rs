//! Finds rows of the next frame that are rows of the last one moved up or down, over the whole width or in
//! one pane.
//!
//! It only proposes candidates; whether scrolling saves bytes is decided in [`super::frame`].

use super::grid::{Glyph, Grid};
use crate::text::hash::{START, step};

/// The fewest rows worth scrolling.
pub(super) const LEAST: usize = 3;

/// Rows scrolled within some columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    /// First and end column (exclusive).
    pub(super) columns: (u16, u16),
    /// First and end row (exclusive). What is scrolled beyond them is lost.
    pub(super) rows: (u16, u16),
    /// How many rows up; down where negative.
    pub(super) by: i32,
}

/// Candidates for scrolling, and whether a second one may be worth trying after one of them.
pub(super) fn shifts(have: &Grid, want: &Grid, margins: bool) -> (Vec<Shift>, bool) {
    let all = (0, want.width);
    let rows = |columns| (rows(have, columns), rows(want, columns));
    let panes = if let Some(rule) = rule(have, want) {
        let (left, right) = (rows((0, rule)), rows((rule + 1, want.width)));
        let both = (beside(&left.0, &right.0), beside(&left.1, &right.1));
        vec![(all, both), ((rule + 1, want.width), right), ((0, rule), left)]
    } else {
        vec![(all, rows(all))]
    };
    // Where one of two panes has not moved, the rest is simply written.
    let mut moved = if panes.len() == 1 { 2 } else { 0 };
    let mut found: Vec<Shift> = Vec::new();
    for (columns, (old, new)) in panes {
        let Some(shift) = Shift::of(&old, &new, columns) else { continue };
        moved += usize::from(columns != all);
        let whole = Shift { columns: all, ..shift };
        if !found.contains(&whole) {
            found.push(whole);
        }
        if margins && columns != all && !shift.cuts(have) {
            found.push(shift);
        }
    }
    (found, moved > 1)
}

/// The column of the rule between two panes: the same character from the top down, in both frames.
fn rule(have: &Grid, want: &Grid) -> Option<u16> {
    let rows = want.height / 3;
    (1..want.width.saturating_sub(1)).find(|&x| {
        let letter = want.at(x, 0);
        letter != Glyph::BLANK
            && letter.cells() == 1
            && (0..rows.max(4)).all(|y| want.at(x, y) == letter && have.at(x, y) == letter)
    })
}

impl Shift {
    /// The shift that puts most cells right, from the old rows to the new rows of some columns.
    fn of(old: &[Row], new: &[Row], columns: (u16, u16)) -> Option<Self> {
        let height = i32::try_from(new.len()).ok()?;
        if old.iter().zip(new).all(|(old, new)| old.hash == new.hash) {
            return None;
        }
        let matched = |by: i32| {
            let is_from = move |y: i32, row: &Row, old: &[Row]| {
                usize::try_from(y + by).ok().and_then(|y| old.get(y)).is_some_and(|old| old.hash == row.hash)
            };
            (0..height).zip(new).filter(move |(y, row)| row.words > 0 && is_from(*y, row, old))
        };
        // For each distance, from the longest one down on, how many cells it puts right.
        let mut right = vec![0; new.len() * 2];
        for (y, row) in new.iter().enumerate().filter(|(_, row)| row.words > 0) {
            for (from, _) in old.iter().enumerate().filter(|(_, old)| old.hash == row.hash) {
                if let Some(right) = right.get_mut(from + new.len() - y) {
                    *right += row.words;
                }
            }
        }
        let worth =
            |by: i32| usize::try_from(by + height).ok().and_then(|at| right.get(at)).copied().unwrap_or(0);
        let by = (1..height)
            .flat_map(|by| [by, -by])
            .map(|by| (worth(by), by))
            .fold((worth(0), 0), |best, next| if next.0 > best.0 { next } else { best })
            .1;
        if by == 0 || matched(by).count() < LEAST {
            return None;
        }
        let (first, last) = (matched(by).next()?.0, matched(by).next_back()?.0);
        let (top, bottom) = (first.min(first + by), last.max(last + by) + 1);
        Some(Self { columns, rows: (u16::try_from(top).ok()?, u16::try_from(bottom).ok()?), by })
    }

    /// Scrolls the rows of the grid as the terminal will.
    pub(super) fn apply(&self, grid: &mut Grid) {
        let (top, bottom) = (i32::from(self.rows.0), i32::from(self.rows.1));
        let mut order: Vec<i32> = (top..bottom).collect();
        if self.by < 0 {
            order.reverse();
        }
        for y in order {
            let from = y + self.by;
            let inside = (top..bottom).contains(&from);
            let source = u16::try_from(from).ok().filter(|_| inside);
            let row = source.map(|from| grid.part(from, self.columns).to_vec());
            let Ok(y) = u16::try_from(y) else { continue };
            let into = grid.part_mut(y, self.columns);
            match row {
                Some(row) if row.len() == into.len() => into.copy_from_slice(&row),
                _ => into.fill(Glyph::BLANK),
            }
        }
    }

    /// Whether a wide character stands across the left or right edge.
    fn cuts(&self, have: &Grid) -> bool {
        let (left, right) = self.columns;
        let cut = |x: u16, y: u16| x < have.width && have.at(x, y) == Glyph::HALF;
        (self.rows.0..self.rows.1).any(|y| cut(left, y) || cut(right, y))
    }

    /// Whether many cells that should stay are scrolled along with those that move.
    pub(super) fn disturbs(&self, have: &Grid, want: &Grid) -> bool {
        let (left, right) = self.columns;
        let stays = |y: u16, x: u16| {
            let glyph = have.at(x, y);
            let from = u16::try_from(i32::from(y) + self.by).ok();
            glyph != Glyph::BLANK
                && want.at(x, y) == glyph
                && from.is_none_or(|from| have.at(x, from) != glyph)
        };
        let disturbed = |y: u16| (left..right).filter(|&x| stays(y, x)).count();
        (self.rows.0..self.rows.1).map(disturbed).sum::<usize>() > usize::from(want.width)
    }
}

/// A hash of the cells of a row, and how many of them are not blank. Rows with equal hashes count as equal.
struct Row {
    hash: u64,
    words: usize,
}

/// The rows of two panes joined.
fn beside(left: &[Row], right: &[Row]) -> Vec<Row> {
    let both = |(left, right): (&Row, &Row)| Row {
        hash: left.hash.rotate_left(32) ^ right.hash,
        words: left.words + right.words,
    };
    left.iter().zip(right).map(both).collect()
}

fn rows(grid: &Grid, columns: (u16, u16)) -> Vec<Row> {
    (0..grid.height)
        .map(|y| {
            let cells = grid.part(y, columns);
            Row { hash: hash(cells), words: cells.iter().filter(|glyph| **glyph != Glyph::BLANK).count() }
        })
        .collect()
}

/// The hash of cells. Every row is hashed at every key, so it is a fast one; after a collision, what was scrolled
/// wrongly would be written again.
fn hash(cells: &[Glyph]) -> u64 {
    // Four lanes, since each step depends on the one before it.
    let mut lanes = [START, 1, 2, 3];
    let (fours, rest) = cells.as_chunks::<4>();
    for four in fours {
        for (lane, glyph) in lanes.iter_mut().zip(four) {
            *lane = step(*lane, glyph.number());
        }
    }
    let ends = rest.iter().map(|glyph| glyph.number());
    lanes.into_iter().chain(ends).fold(0, step)
}
