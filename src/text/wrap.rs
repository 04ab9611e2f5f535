//! Text to rows of a given width, as byte ranges.
//!
//! Rows are filled greedily with pieces that must stay whole (`pieces`, whose rules are in `rules`). Spaces at the end of
//! a row belong to no row; nothing else is left out. No text is copied, no hyphen is added, nothing is justified.
//!
//! [`Rows`] is lazy and holds one piece at most, so the first rows of a long paragraph cost nothing but themselves.

mod pieces;
mod rules;

use std::ops::Range;

use super::grapheme::step;
use pieces::{Piece, Pieces};

/// Appends the rows of `text` to `out`: the first one `first` cells wide, the others `rest`.
///
/// Empty text has one empty row. A row is wider than asked only when a single grapheme is.
pub fn wrap(text: &str, first: usize, rest: usize, out: &mut Vec<Range<u32>>) {
    out.extend(rows(text, first, rest));
}

/// The rows of `text`, one at a time.
pub fn rows(text: &str, first: usize, rest: usize) -> Rows<'_> {
    Rows { text, pieces: Pieces::new(text), pending: None, width: first.max(1), rest: rest.max(1) }
}

/// Cells of the longest part that should not be broken: a row of so many cells breaks no word.
pub fn longest(text: &str) -> usize {
    Pieces::new(text).map(|piece| piece.cells).max().unwrap_or(0)
}

/// See [`rows`].
#[derive(Debug)]
pub struct Rows<'t> {
    text: &'t str,
    pieces: Pieces<'t>,
    /// Read already, but of the next row.
    pending: Option<Piece>,
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
        let Piece { mut start, mut end, cells: mut used, .. } = piece;
        // Indentation is content; only spaces at a break are not.
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

/// A place where a piece may be cut, and the cells before it.
#[derive(Clone, Copy)]
struct Cut {
    at: usize,
    cells: usize,
}

impl Rows<'_> {
    /// The part of a piece that fits a row of its own; what is left of it is pending.
    fn cut(&mut self, piece: &Piece, width: usize) -> Range<u32> {
        let chosen = self.best_cut(piece, width);
        let fitting = self.text.get(piece.start..chosen.at).unwrap_or_default();
        let end = piece.start + fitting.trim_end_matches(rules::is_space).len();
        let mut resume = chosen;
        while resume.at < piece.end
            && let Some((next, cells)) = step(self.text, resume.at)
            && self.text.get(resume.at..next).is_some_and(rules::is_gap)
        {
            resume = Cut { at: next, cells: resume.cells + cells };
        }
        if resume.at < piece.end {
            self.pending = Some(Piece {
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

    /// Prefers a space after which a number was kept, then one after an opening mark, then a `/` or `-` past the middle,
    /// then any grapheme that leaves no closing mark at the start of the next row.
    fn best_cut(&self, piece: &Piece, width: usize) -> Cut {
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
                let word =
                    self.text.get(piece.start..here.at).unwrap_or_default().trim_end_matches(rules::is_space);
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
