//! Wraps text into rows of a given width, as byte ranges.
//!
//! Rows are filled greedily with pieces that must stay whole (module `pieces`, with its rules in `rules`). Spaces at
//! the end of a row belong to no row; no other text is left out. Text is neither copied, hyphenated nor justified.
//!
//! [`Rows`] is lazy and looks ahead by at most one piece, so the first rows of a long paragraph are cheap.

mod pieces;
mod rules;

use crate::text::Part as _;
use std::ops::Range;

use super::grapheme::step;
use pieces::{Pieces, WrapPiece};

/// Appends the byte ranges of the rows of `text` to `out`: the first row at most `first` cells wide, the others `rest`.
/// A width of 0 is taken as 1.
///
/// Empty text has one empty row. A row is wider than asked only where a single grapheme is.
pub fn wrap(text: &str, first: usize, rest: usize, out: &mut Vec<Range<u32>>) {
    out.extend(rows(text, first, rest));
}

/// The byte ranges of the rows of `text`, one at a time; see [`wrap`].
pub(crate) fn rows(text: &str, first: usize, rest: usize) -> Rows<'_> {
    Rows { text, pieces: Pieces::new(text), pending: None, width: first.max(1), rest: rest.max(1) }
}

/// Width in cells of the longest piece that should stay whole: a row at least this wide breaks no word.
pub(crate) fn longest(text: &str) -> usize {
    Pieces::new(text).map(|piece| piece.cells).max().unwrap_or(0)
}

/// Iterator over the rows of a text; made by [`rows`].
#[derive(Debug)]
pub(crate) struct Rows<'t> {
    text: &'t str,
    pieces: Pieces<'t>,
    /// A piece that was read but belongs to the next row.
    pending: Option<WrapPiece>,
    width: usize,
    rest: usize,
}

impl Iterator for Rows<'_> {
    type Item = Range<u32>;

    fn next(&mut self) -> Option<Range<u32>> {
        let piece = self.pending.take().or_else(|| self.pieces.next())?;
        let width = std::mem::replace(&mut self.width, self.rest);
        if piece.cells > width {
            return Some(self.cut(&piece, width));
        }
        let WrapPiece { mut start, mut end, cells: mut used, .. } = piece;
        // Spaces that indent a line are content; spaces at a row break are not.
        if piece.opens_line && used + piece.gap_cells <= width {
            start = piece.gap;
            used += piece.gap_cells;
        }
        for piece in self.pieces.by_ref() {
            used += piece.gap_cells + piece.cells;
            if piece.opens_line || used > width {
                self.pending = Some(piece);
                break;
            }
            end = piece.end;
        }
        Some(start as u32..end as u32)
    }
}

impl std::iter::FusedIterator for Rows<'_> {}

/// An offset at which a piece may be cut, and the width in cells of what is before it.
#[derive(Clone, Copy)]
struct Cut {
    at: usize,
    cells: usize,
}

impl Rows<'_> {
    /// Cuts a piece that is wider than a row: returns the part that fits and keeps the rest for the next row.
    fn cut(&mut self, piece: &WrapPiece, width: usize) -> Range<u32> {
        let chosen = self.best_cut(piece, width);
        let fitting = self.text.part(piece.start..chosen.at);
        let end = piece.start + fitting.trim_end_matches(rules::is_space).len();
        let mut resume = chosen;
        while resume.at < piece.end
            && let Some((next, cells)) = step(self.text, resume.at)
            && self.text.get(resume.at..next).is_some_and(rules::is_lone_space)
        {
            resume = Cut { at: next, cells: resume.cells + cells };
        }
        if resume.at < piece.end {
            self.pending = Some(WrapPiece {
                gap: resume.at,
                gap_cells: 0,
                start: resume.at,
                end: piece.end,
                cells: piece.cells.saturating_sub(resume.cells),
                opens_line: false,
            });
        }
        piece.start as u32..end as u32
    }

    /// Prefers, in this order: a space between an abbreviation and its number, a space after an opening mark, a `/` or
    /// `-` past the middle of the row, and any grapheme boundary that leaves no closing mark at the start of the next
    /// row.
    fn best_cut(&self, piece: &WrapPiece, width: usize) -> Cut {
        let (mut space, mut opening, mut joint, mut decent) = (None, None, None, None);
        let mut here = Cut { at: piece.start, cells: 0 };
        while let Some((next, cells)) = step(self.text, here.at) {
            if here.at > piece.start && here.cells + cells > width {
                break;
            }
            here = Cut { at: next, cells: here.cells + cells };
            if here.at >= piece.end {
                break;
            }
            let (Some(before), Some(after)) =
                (rules::char_before(self.text, here.at), rules::char_at(self.text, here.at))
            else {
                break;
            };
            if !rules::may_part(before, after) {
                continue;
            }
            decent = Some(here);
            if rules::is_space(before) {
                let word = self.text.part(piece.start..here.at).trim_end_matches(rules::is_space);
                let unglued = word.chars().next_back().is_some_and(|c| rules::may_part(c, after));
                *(if unglued { &mut space } else { &mut opening }) = Some(here);
            } else if matches!(before, '/' | '-') && here.cells * 2 >= width {
                joint = Some(here);
            }
        }
        space.or(opening).or(joint).or(decent).unwrap_or(here)
    }
}

#[cfg(test)]
mod tests;
