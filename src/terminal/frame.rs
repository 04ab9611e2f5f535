//! Turns the difference of two frames into the fewest bytes that change the one into the other on the
//! terminal.
//!
//! Rows that have moved are scrolled ([`super::scroll`] finds them), the rest is written cell by cell, and
//! the candidate with the fewest bytes wins. Cursor movement and attributes are the matter of [`super::pen`].

use super::grid::{Glyph, Grid, Palette, difference};
use super::pen::{Pen, digits, send};
use super::scroll::{self, Shift};
use super::wire::LARGEST;
use crate::text::Part as _;
use std::borrow::Cow;

/// In bytes. Shorter frames are not tried with vertical lines drawn downwards.
const LONG: usize = 256;
/// The fewest rows of a vertical line that is drawn downwards.
const COLUMN: u16 = 6;
/// A character repeated no more often than this is written out.
const REPEATED: u16 = 6;

/// What a terminal supports beyond what all terminals do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Skills {
    /// Left and right margins (DECSLRM), between which rows can be scrolled.
    pub(super) margins: bool,
    /// Repeating a character (REP).
    pub(super) repeats: bool,
    /// It has what a VT100 has and no more: no erasing of single cells, no scrolling but by line feeds, and no
    /// attribute that is turned off by itself.
    pub(super) basic: bool,
}

/// The bytes of a frame.
#[derive(Debug, Default)]
pub(super) struct Frame {
    pub(super) bytes: Vec<u8>,
    /// Cells that were right are scrolled away and written again, which may flicker without synchronized
    /// output.
    pub(super) unsteady: bool,
}

/// The frame that turns `have` into `want`, which have the same size. `have` is changed and of no use
/// afterwards.
pub(super) fn write(have: &mut Grid, want: &Grid, palette: &Palette, skills: Skills) -> Frame {
    if have.is_blank() {
        // Nothing can be scrolled on a blank screen, and drawing lines downwards is certainly shorter.
        let columns = columns(have, want);
        let bytes = downwards(have, &columns, want, palette, skills, Vec::new(), usize::MAX);
        return Frame { bytes: bytes.unwrap_or_default(), unsteady: false };
    }
    let have = &*have;
    let (mut from, mut before) = (Cow::Borrowed(have), Vec::new());
    let mut best: Option<Frame> = None;
    // Twice, since both the text and the outline beside it may have moved.
    let mut undone = None;
    for _ in 0..2 {
        if !is_much(&from, want) {
            break;
        }
        let mut next = None;
        let (shifts, more) = scroll::shifts(&from, want, skills.margins);
        for shift in shifts {
            if undone == Some(shift) {
                continue;
            }
            let mut after = from.clone().into_owned();
            shift.apply(&mut after);
            let mut bytes = before.clone();
            shift.write(want, skills.basic, &mut bytes);
            let prefix = bytes.clone();
            let most = best.as_ref().map_or(usize::MAX, |best| best.bytes.len());
            let writer = Writer { have: &after, want, palette, skills, most };
            if let Some(bytes) = writer.cells(Pen::new(skills.basic), bytes) {
                let unsteady = best.as_ref().is_some_and(|best| best.unsteady) || shift.disturbs(&from, want);
                best = Some(Frame { bytes, unsteady });
                next = Some((after, prefix, shift));
            }
        }
        let Some((after, prefix, shift)) = next else { break };
        (from, before) = (Cow::Owned(after), prefix);
        undone = Some(Shift { by: -shift.by, ..shift });
        if !more {
            break;
        }
    }
    // Without scrolling.
    let most = best.as_ref().map_or(usize::MAX, |best| best.bytes.len());
    let writer = Writer { have, want, palette, skills, most };
    // A character takes at least one byte, unless it is repeated.
    if (skills.repeats || have.new_letters(want) < most)
        && let Some(bytes) = writer.cells(Pen::new(skills.basic), Vec::new())
    {
        (from, before) = (Cow::Borrowed(have), Vec::new());
        best = Some(Frame { bytes, unsteady: false });
    }
    let mut best = best.unwrap_or_default();
    if best.bytes.len() > LONG {
        let columns = columns(&from, want);
        if !columns.is_empty()
            && let Some(bytes) =
                downwards(from.to_mut(), &columns, want, palette, skills, before, best.bytes.len())
        {
            best.bytes = bytes;
        }
    }
    best
}

/// Whether enough rows differ for scrolling to be worth trying.
fn is_much(have: &Grid, want: &Grid) -> bool {
    (0..want.height).filter(|&y| difference(have.row(y), want.row(y)).is_some()).take(scroll::LEAST).count()
        >= scroll::LEAST
}

/// Draws these vertical lines first, and then the rest; `None` where that takes no fewer bytes than `most`.
fn downwards(
    from: &mut Grid,
    columns: &[(u16, u16, u16)],
    want: &Grid,
    palette: &Palette,
    skills: Skills,
    mut out: Vec<u8>,
    most: usize,
) -> Option<Vec<u8>> {
    let mut pen = Pen::new(skills.basic);
    for &(x, top, bottom) in columns {
        pen.go((x, top), want, palette, &mut out);
        for y in top..bottom {
            pen.put(want.at(x, y), want.width, palette, &mut out);
            from.set(x, y, want.at(x, y));
            if y + 1 < bottom {
                pen.under(&mut out);
            }
        }
    }
    Writer { have: from, want, palette, skills, most }.cells(pen, out)
}

/// Vertical lines: columns with the same new character in many rows. Each as its column, first row and end
/// row (exclusive).
fn columns(from: &Grid, want: &Grid) -> Vec<(u16, u16, u16)> {
    let simple = |glyph: Glyph| glyph.cells() == 1 && glyph != Glyph::HALF && !glyph.is_dubious();
    let is_new = |old: Glyph, new: Glyph| new != Glyph::BLANK && old != new && simple(new) && simple(old);
    // Never in the last column, where terminals differ in how the cursor moves.
    let width = usize::from(want.width.saturating_sub(1));
    let mut found = Vec::new();
    // For each column, the first row of the line that reaches down to the row before.
    let mut since: Vec<Option<u16>> = vec![None; width];
    let mut end = |x: usize, since: &mut Option<u16>, y: u16| {
        if let Some(top) = since.take().filter(|top| y - top >= COLUMN) {
            found.push((x as u16, top, y));
        }
    };
    let mut above: &[Glyph] = &[];
    let mut open = 0..0;
    for y in 0..want.height {
        let (old, new) = (from.row(y), want.row(y));
        // Only where the row differs does a line begin or go on.
        let differs = difference(old, new).map_or(0..0, |(first, last)| first..last + 1);
        let looked_at = if open.is_empty() {
            differs.clone()
        } else {
            open.start.min(differs.start)..open.end.max(differs.end)
        };
        open = differs;
        for (x, ((old, new), since)) in
            old.iter().zip(new).zip(&mut since).enumerate().take(looked_at.end).skip(looked_at.start)
        {
            if since.is_some() && (above.get(x) != Some(new) || old == new) {
                end(x, since, y);
            }
            if since.is_none() && *new != Glyph::BLANK && is_new(*old, *new) {
                *since = Some(y);
            }
        }
        above = new;
    }
    since.iter_mut().enumerate().for_each(|(x, since)| end(x, since, want.height));
    found
}

/// Writes the cells that differ.
struct Writer<'a> {
    have: &'a Grid,
    want: &'a Grid,
    palette: &'a Palette,
    skills: Skills,
    /// A frame of this many bytes or more is of no use.
    most: usize,
}

impl Writer<'_> {
    /// Appends all cells that differ to `out`; `None` where it becomes no shorter than `most`.
    fn cells(&self, mut pen: Pen, mut out: Vec<u8>) -> Option<Vec<u8>> {
        for y in 0..self.want.height {
            if let Some(within) = difference(self.have.row(y), self.want.row(y)) {
                self.row(y, within, &mut pen, &mut out);
            }
            if out.len() >= self.most {
                return None;
            }
        }
        pen.dress(super::grid::Look::default(), &mut out);
        (out.len() < self.most).then_some(out)
    }

    /// `first` and `last`: the columns within which the row differs.
    fn row(&self, y: u16, (first, last): (usize, usize), pen: &mut Pen, out: &mut Vec<u8>) {
        let (have, want) = (self.have.row(y), self.want.row(y));
        let width = self.want.width;
        let end = want.iter().rposition(|glyph| *glyph != Glyph::BLANK).map_or(0, |x| x as u16 + 1);
        let (mut x, last) = (first as u16, last as u16);
        loop {
            let rest =
                |row| <[Glyph]>::get(row, usize::from(x)..usize::from(end.min(last + 1))).unwrap_or_default();
            let differ = |(old, new): (&Glyph, &Glyph)| old != new && *new != Glyph::HALF;
            // The second half of a wide character is written together with the first.
            let Some(next) = rest(have).iter().zip(rest(want)).position(differ) else { break };
            x += next as u16;
            pen.go((x, y), self.want, self.palette, out);
            x = self.run(x, y, end, pen, out);
        }
        let stale = |x: u16| have.get(usize::from(x)) != want.get(usize::from(x));
        let Some(first) = (end.max(first as u16)..=last).find(|&x| stale(x)) else { return };
        pen.go((first, y), self.want, self.palette, out);
        if last - first < 3 && pen.look().leaves_blanks() {
            for _ in first..=last {
                pen.put(Glyph::BLANK, width, self.palette, out);
            }
        } else {
            pen.erase_rest(out);
        }
    }

    /// Writes a cell, and equal ones to its right where erasing or repeating them is shorter. Returns the
    /// next column.
    fn run(&self, x: u16, y: u16, end: u16, pen: &mut Pen, out: &mut Vec<u8>) -> u16 {
        let (have, want) = (self.have.row(y), self.want.row(y));
        let glyph = self.want.at(x, y);
        let rest = want.part(usize::from(x)..usize::from(end));
        let alike = rest.iter().take_while(|next| **next == glyph).count() as u16;
        if glyph == Glyph::BLANK && alike > 4 && !self.skills.basic {
            let stale = |at: &u16| have.get(usize::from(*at)) != want.get(usize::from(*at));
            let cells = (x..x + alike).rev().find(stale).map_or(1, |last| last + 1 - x);
            let after = stale(&(x + alike)) && x + alike < end;
            let jump = if after { 3 + digits(alike) } else { 0 };
            if usize::from(cells) > 3 + digits(cells) + jump {
                pen.erase(cells, out);
                return x + alike;
            }
        }
        pen.put(glyph, self.want.width, self.palette, out);
        // tmux repeats only ASCII.
        let simple = glyph.is_ascii() && glyph != Glyph::BLANK;
        if self.skills.repeats && simple && alike > REPEATED {
            let times = alike - 1;
            if 3 + digits(times) < usize::from(times) * self.palette.len(glyph) {
                pen.repeat(times, self.want.width, out);
                return x + alike;
            }
        }
        x + glyph.cells()
    }
}

impl Shift {
    /// Appends the sequences that scroll the rows.
    fn write(&self, want: &Grid, basic: bool, out: &mut Vec<u8>) {
        let (left, right) = self.columns;
        let (top, bottom) = self.rows;
        let beside = left > 0 || right < want.width;
        if beside {
            send!(out, "\x1b[?69h\x1b[{};{right}s", left + 1);
        }
        match (top, bottom) {
            (0, bottom) => send!(out, "\x1b[;{bottom}r"),
            // The last row of a terminal of any size, unless it has rows beyond those that are drawn.
            (top, bottom) if bottom == want.height && bottom < LARGEST.height => {
                send!(out, "\x1b[{}r", top + 1);
            }
            (top, bottom) => send!(out, "\x1b[{};{bottom}r", top + 1),
        }
        let way = if self.by > 0 { 'S' } else { 'T' };
        match self.by.unsigned_abs() {
            rows if basic => {
                let (edge, turn): (u16, &[u8]) =
                    if self.by > 0 { (bottom, b"\n") } else { (top + 1, b"\x1bM") };
                send!(out, "\x1b[{edge}H");
                (0..rows).for_each(|_| out.extend_from_slice(turn));
            }
            1 => send!(out, "\x1b[{way}"),
            rows => send!(out, "\x1b[{rows}{way}"),
        }
        out.extend_from_slice(b"\x1b[r");
        if beside {
            out.extend_from_slice(b"\x1b[?69l");
        }
    }
}

#[cfg(test)]
mod tests;
