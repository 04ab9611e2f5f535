//! Groups glyphs into lines: everything on one baseline, with raised footnote marks, in reading order.
//!
//! A baseline is split where another paragraph or another cell stands beside the first. Which lines form a paragraph is
//! decided in [`super::paragraphs`].

use super::glyph::{Character, Furniture, Glyph, MarkedContent, NO_BREAK, is_blank, is_marker, is_rtl};
use super::grid;
use super::letters::is_combining;
use super::spacing::{self, WideGap};
use super::tags::Tag;
use super::visual::{self, Brackets};
use crate::document::Span;
use crate::text::chars::is_wide;
use std::collections::HashMap;

/// How many runs of one page are read.
const MOST_RUNS: usize = 60_000;
/// A footnote mark has at most so many glyphs, spaces included.
const LONGEST_MARK: usize = 4;
/// How far above the baseline of its line a footnote mark may stand, as a multiple of the line's font size.
const HIGHEST_MARK: f32 = 1.15;
/// How far letters reach above their baseline, as a multiple of their font size.
const HIGHEST_LETTERS: f32 = 0.75;
/// At most so many runs of a line are compared with a footnote mark, and at most so many lines within four points of
/// each other with a run.
const MOST_NEIGHBOURS: usize = 200;

/// A line, or one of the parts of a baseline that was split. Coordinates are in points, as in [`Glyph`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub page: u32,
    pub x0: f32,
    pub x1: f32,
    pub y: f32,
    pub size: f32,
    /// Byte range in [`Lines::text`].
    pub text: Span,
    pub tag: Tag,
    pub furniture: Option<Furniture>,
    pub bold: bool,
    /// It begins with a raised footnote mark.
    pub marked: bool,
    /// Estimated width of its first word.
    pub first_word: f32,
    pub rtl: bool,
    pub turn: u8,
    /// It is not the first part of its baseline in reading order.
    pub beside: bool,
}

/// The lines of a file, in reading order within each page.
#[derive(Default)]
pub(super) struct Lines {
    pub text: String,
    pub list: Vec<Line>,
    /// Byte ranges of raised footnote marks in `text`, ascending.
    pub marks: Vec<Span>,
    pub emphasis: Vec<Span>,
    /// Wide gaps between the words of left-to-right lines, ascending.
    pub gaps: Vec<WordGap>,
    /// The row and column of each tagged cell, by [`Tag::cell`].
    pub places: HashMap<u32, grid::GridPlace>,
    /// How many glyphs could not be mapped to a letter.
    pub unknown: usize,
    /// The right-to-left letters read so far minus the left-to-right ones.
    weight: i32,
    /// The last page read is right-to-left.
    rtl: bool,
    brackets: Brackets,
}

/// A wide gap inside a line. It may be justified text, but the columns of some tables are no further apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordGap {
    /// Byte offset in [`Lines::text`] at which the word after the gap begins.
    pub at: u32,
    /// Left and right edge on the page, in points.
    pub x0: f32,
    pub x1: f32,
}

/// From this multiple of the font size on, a gap is wider than those between the words of justified text.
const WIDE_GAP: f32 = 1.1;

/// Consecutive glyphs of one size on one baseline, with no wide gap between them.
#[derive(Clone, Copy)]
struct GlyphRun {
    from: usize,
    to: usize,
    x0: f32,
    x1: f32,
    y: f32,
    size: f32,
    turn: u8,
    tag: Tag,
    furniture: Option<Furniture>,
    /// All its characters are such as footnote marks are written with.
    mark: bool,
}

/// A baseline and the runs on it, as indices.
struct BaselineRow {
    y: f32,
    size: f32,
    x0: f32,
    x1: f32,
    turn: u8,
    runs: Vec<u32>,
}

/// A line whose characters are still in visual order, from left to right.
pub(super) struct Printed {
    pub cells: Vec<Character>,
    /// Its wide gaps.
    pub gaps: Vec<WideGap>,
    /// Everything about the line except its text.
    pub line: Line,
}

impl Lines {
    /// Adds the lines of a page (numbered from 0), top to bottom. `tags` are the tags of its marked content, by `MCID`.
    pub(super) fn add(&mut self, page: u32, glyphs: &[Glyph], tags: &[Tag]) {
        let letters = glyphs.iter().filter(|glyph| glyph.letter.is_alphabetic());
        let weight: i32 = letters.map(|glyph| if is_rtl(glyph.letter) { 1 } else { -1 }).sum();
        self.weight = self.weight.saturating_add(weight);
        self.rtl = weight > 0 || self.weight > 0;
        let runs = runs(glyphs, tags);
        let mut rows = rows(&runs);
        rows.sort_by(|left, right| left.turn.cmp(&right.turn).then(left.y.total_cmp(&right.y)));
        let mut printed = Vec::new();
        for row in &mut rows {
            row.runs.sort_by(|&left, &right| {
                let x = |at: u32| runs.get(at as usize).map_or(0.0, |run| run.x0);
                x(left).total_cmp(&x(right))
            });
            self.row(row, &runs, glyphs, &mut printed);
        }
        spacing::carry_marks(&mut printed);
        if self.rtl {
            direct(&mut printed);
        }
        for line in printed.iter().filter(|printed| printed.line.rtl) {
            self.brackets.learn(&line.cells);
        }
        for line in printed {
            self.finish(page, line);
        }
    }

    /// Splits a baseline where it holds several paragraphs or cells.
    fn row(&mut self, row: &BaselineRow, runs: &[GlyphRun], glyphs: &[Glyph], out: &mut Vec<Printed>) {
        let row_runs: Vec<GlyphRun> =
            row.runs.iter().filter_map(|&at| runs.get(at as usize)).copied().collect();
        let mut from = 0;
        let mut parts: Vec<&[GlyphRun]> = Vec::new();
        // The edges of the part so far; a row may have tens of thousands of runs.
        let (mut x0, mut x1) = (0.0, f32::NEG_INFINITY);
        for at in 1..=row_runs.len() {
            let apart = match (row_runs.get(at - 1), row_runs.get(at)) {
                (Some(left), Some(right)) => {
                    x0 = if from + 1 == at { left.x0 } else { x0 };
                    x1 = left.x1.max(x1);
                    are_apart(left, right, (x0, x1), row.size)
                }
                _ => true,
            };
            if apart {
                parts.push(row_runs.get(from..at).unwrap_or_default());
                from = at;
                x1 = f32::NEG_INFINITY;
            }
        }
        let rtl = rtl_weight(&row_runs, glyphs) > 0;
        if rtl {
            parts.reverse();
        }
        for (index, part) in parts.into_iter().enumerate() {
            out.extend(self.part(row, part, glyphs, index > 0));
        }
    }

    /// Lays out the characters of one part in visual order and adds spaces where the gap between two glyphs is wide
    /// enough. `None` where the part has no visible character.
    fn part(
        &mut self,
        row: &BaselineRow,
        runs: &[GlyphRun],
        glyphs: &[Glyph],
        beside: bool,
    ) -> Option<Printed> {
        let first = runs.first()?;
        let (size, y) = main_size(runs);
        let mut cells: Vec<Character> = Vec::new();
        let mut gaps: Vec<WideGap> = Vec::new();
        let mut end: Option<(f32, char)> = None;
        let mut bold = 0_usize;
        let (mut spaced, mut bound) = (false, false);
        for (glyph, raised) in in_order(runs, glyphs, size, y) {
            if is_blank(glyph.letter) {
                spaced |= glyph.letter.is_whitespace() || glyph.width > 0.1 * size;
                bound |= matches!(glyph.letter, '\u{A0}' | '\u{202F}');
                continue;
            }
            let emphasis = glyph.italic || glyph.bold;
            if is_combining(glyph.letter) {
                cells.push(Character { letter: glyph.letter, raised: false, emphasis });
                continue;
            }
            if let Some((x, before)) = end {
                let gap = glyph.x - x;
                let least = match (is_wide(before), is_wide(glyph.letter)) {
                    (true, true) => 0.8,
                    (false, false) => 0.17,
                    // Typesetting adds a narrow space between Han characters and Western digits or letters.
                    _ => 0.4,
                };
                let least = if raised { 0.25 * size } else { least * glyph.size.min(size) };
                // A space that is drawn over an Arabic ligature does not separate words.
                let covered = gap < 0.05 * size && is_rtl(before) && is_rtl(glyph.letter);
                if (spaced && !covered || gap > least) && gap > -size {
                    cells.push(Character {
                        letter: if bound { NO_BREAK } else { ' ' },
                        raised: false,
                        emphasis,
                    });
                    if gap > WIDE_GAP * size {
                        gaps.push((cells.len(), x, glyph.x));
                    }
                }
            }
            (spaced, bound) = (false, false);
            bold += usize::from(glyph.bold);
            self.unknown += usize::from(glyph.letter == '\u{FFFD}');
            cells.push(Character { letter: glyph.letter, raised, emphasis });
            let reach = glyph.x + glyph.width;
            end = Some((end.map_or(reach, |(x, _)| x.max(reach)), glyph.letter));
        }
        let letters = cells.iter().filter(|cell| !cell.letter.is_whitespace()).count();
        if letters == 0 {
            return None;
        }
        let rtl = visual::weight(&cells) > 0;
        Some(Printed {
            cells,
            gaps,
            line: Line {
                page: 0,
                x0: first.x0,
                x1: runs.iter().map(|run| run.x1).fold(first.x0, f32::max),
                y: row.y.max(y),
                size,
                text: Span::new(0, 0),
                tag: runs.iter().map(|run| run.tag).find(|tag| tag.block > 0).unwrap_or_default(),
                furniture: first.furniture,
                bold: bold * 10 > letters * 8,
                marked: false,
                first_word: 0.0,
                rtl,
                turn: first.turn,
                beside,
            },
        })
    }

    /// Puts the characters of a line into reading order and appends it to the list.
    fn finish(&mut self, page: u32, Printed { mut cells, mut gaps, line }: Printed) {
        if line.rtl {
            spacing::bind_figures(&mut cells, &gaps);
        }
        visual::to_logical(&mut cells, line.rtl, self.brackets);
        spacing::loosen(&mut cells, line.rtl);
        visual::powers(&mut cells);
        spacing::close_up(&mut cells, if line.rtl { &mut [] } else { &mut gaps });
        // From here on positions count from the end of the line, since a footnote marker at its beginning may change
        // its length.
        for gap in &mut gaps {
            gap.0 = cells.len().saturating_sub(gap.0);
        }
        visual::bare_marker(&mut cells);
        let marked = cells.first().is_some_and(|cell| cell.raised && is_marker(cell.letter));
        if marked {
            visual::room_after_marker(&mut cells);
        }
        let joined = |cell: &&Character| cell.letter != ' ' && !is_wide(cell.letter);
        let word = cells.iter().take_while(joined).count().max(1);
        let text = self.write(&cells);
        if !line.rtl {
            self.note_gaps(text, &cells, &gaps);
        }
        let first_word = (line.x1 - line.x0) * word as f32 / cells.len().max(1) as f32;
        self.list.push(Line { page, text, marked, first_word, ..line });
    }

    /// Records the wide gaps of a line that has been written to `text`. The position of each gap counts characters from
    /// the end of the line.
    fn note_gaps(&mut self, text: Span, cells: &[Character], gaps: &[(usize, f32, f32)]) {
        for &(behind, x0, x1) in gaps {
            let words = cells.len().checked_sub(behind).and_then(|at| cells.get(at..)).unwrap_or_default();
            let length = words.iter().map(|cell| cell.letter.len_utf8()).sum::<usize>() as u32;
            self.gaps.push(WordGap { at: text.end - length.min(text.end), x0, x1 });
        }
    }

    /// Appends the characters to `text` and records which are footnote marks and which are emphasised.
    fn write(&mut self, cells: &[Character]) -> Span {
        let start = self.text.len();
        let mut mark: Option<usize> = None;
        let mut emphasis: Option<(usize, usize)> = None;
        for cell in cells {
            let at = self.text.len();
            if cell.raised && is_marker(cell.letter) {
                mark.get_or_insert(at);
            } else if let Some(from) = mark.take() {
                self.marks.push(Span::new(from, at));
            }
            if cell.emphasis && !cell.raised {
                if cell.letter != ' ' {
                    let end = at + cell.letter.len_utf8();
                    emphasis = Some((emphasis.map_or(at, |(from, _)| from), end));
                }
            } else if let Some((from, to)) = emphasis.take() {
                self.emphasis.push(Span::new(from, to));
            }
            self.text.push(cell.letter);
        }
        if let Some(from) = mark {
            self.marks.push(Span::new(from, self.text.len()));
        }
        if let Some((from, to)) = emphasis {
            self.emphasis.push(Span::new(from, to));
        }
        Span::new(start, self.text.len())
    }
}

/// Decides which lines of a right-to-left page are right-to-left. A line without a letter of such a script (a symbol, a
/// number) is judged by its punctuation and by the margin at which it begins.
fn direct(printed: &mut [Printed]) {
    let upright = || printed.iter().map(|printed| &printed.line).filter(|line| line.turn == 0);
    let left = upright().map(|line| line.x0).fold(f32::INFINITY, f32::min);
    let right = upright().map(|line| line.x1).fold(f32::NEG_INFINITY, f32::max);
    for Printed { cells, line, .. } in printed {
        let begins_right = line.x1 > right - 3.0 * line.size && line.x0 > left + 4.0 * line.size;
        line.rtl = begins_right
            || cells.iter().any(|cell| is_rtl(cell.letter))
            || visual::ends_first(cells)
            || visual::begins_last(cells);
    }
}

/// The glyphs of a line in visual order, each with whether it is raised. Most files draw them in that order; lines with
/// Arabic need sorting.
fn in_order<'g>(runs: &[GlyphRun], glyphs: &'g [Glyph], size: f32, y: f32) -> Vec<(&'g Glyph, bool)> {
    let mut out = Vec::new();
    let mut backwards = false;
    for run in runs {
        let raise = y - run.y;
        let raised = run.size < size * 0.82 && raise > size * 0.12 || run.is_mark() && raise > size * 0.22;
        for glyph in glyphs.get(run.from..run.to).unwrap_or_default() {
            backwards |= is_rtl(glyph.letter);
            out.push((glyph, raised));
        }
    }
    if backwards {
        // A combining character has the same position as its letter, and the stable sort keeps it after the letter.
        let middle = |glyph: &Glyph| glyph.x + glyph.width / 2.0;
        out.sort_by(|(left, _), (right, _)| middle(left).total_cmp(&middle(right)));
    }
    out
}

fn runs(glyphs: &[Glyph], tags: &[Tag]) -> Vec<GlyphRun> {
    let mut out: Vec<GlyphRun> = Vec::new();
    let mut last_marked = None;
    for (at, glyph) in glyphs.iter().enumerate() {
        let blank = is_blank(glyph.letter);
        if is_combining(glyph.letter)
            && let Some(run) = out.last_mut()
            && run.to == at
        {
            run.to = at + 1;
            continue;
        }
        if let Some(run) = out.last_mut()
            && run.to == at
            && last_marked == Some(glyph.marked)
            && run.turn == glyph.turn
            && (run.size - glyph.size).abs() < 0.02 * run.size
            && (run.y - glyph.y).abs() < 0.04 * run.size
            && glyph.x > run.x1 - 0.6 * run.size
            && glyph.x < run.x1 + 0.8 * run.size
        {
            run.to = at + 1;
            run.mark &= blank || is_marker(glyph.letter);
            if !blank {
                run.x1 = run.x1.max(glyph.x + glyph.width);
            }
            continue;
        }
        if blank && out.last().is_none_or(|run| run.to != at) {
            continue;
        }
        if blank {
            // A trailing space is added to the run but does not extend its width: what follows begins a new run.
            if let Some(run) = out.last_mut()
                && (run.y - glyph.y).abs() < 0.04 * run.size
                && run.turn == glyph.turn
            {
                run.to = at + 1;
            }
            continue;
        }
        if out.len() >= MOST_RUNS {
            break;
        }
        let (tag, furniture) = match glyph.marked {
            MarkedContent::Untagged => (Tag::default(), None),
            MarkedContent::Artifact(kind) => (Tag::default(), Some(kind)),
            MarkedContent::Tagged(number) => {
                (usize::try_from(number).ok().and_then(|at| tags.get(at)).copied().unwrap_or_default(), None)
            }
        };
        last_marked = Some(glyph.marked);
        out.push(GlyphRun {
            from: at,
            to: at + 1,
            x0: glyph.x,
            x1: glyph.x + glyph.width,
            y: glyph.y,
            size: glyph.size,
            turn: glyph.turn,
            tag,
            furniture,
            mark: is_marker(glyph.letter),
        });
    }
    out
}

impl GlyphRun {
    fn is_mark(&self) -> bool {
        self.mark && self.to - self.from <= LONGEST_MARK
    }
}

/// Assigns runs to baselines. Large runs come first and possible footnote marks last, so that a raised mark finds
/// the line it belongs to.
fn rows(runs: &[GlyphRun]) -> Vec<BaselineRow> {
    let mut order: Vec<u32> = (0..runs.len() as u32).collect();
    let size = |at: u32| runs.get(at as usize).map_or(0.0, |run| run.size);
    let late = |at: u32| runs.get(at as usize).is_some_and(GlyphRun::is_mark);
    order.sort_by(|&left, &right| {
        late(left).cmp(&late(right)).then(size(right).total_cmp(&size(left))).then(left.cmp(&right))
    });
    let mut rows: Vec<BaselineRow> = Vec::new();
    // Rows by their y, in bins of four points, so that only rows nearby are compared.
    let mut bins: HashMap<(u8, i32), Vec<u32>> = HashMap::new();
    for at in order {
        let Some(run) = runs.get(at as usize) else { continue };
        let bin = (run.y / 4.0) as i32;
        let reach = ((run.size * 1.2 / 4.0) as i32 + 1).min(12);
        let mut best: Option<(f32, u32)> = None;
        for near in bin - reach..=bin + reach {
            let near = bins.get(&(run.turn, near)).map_or(&[][..], Vec::as_slice);
            for &row in near.iter().take(MOST_NEIGHBOURS) {
                if let Some(distance) = rows.get(row as usize).and_then(|row| fits(run, row, runs))
                    && best.is_none_or(|(least, _)| distance < least)
                {
                    best = Some((distance, row));
                }
            }
        }
        if let Some(row) = best.and_then(|(_, row)| rows.get_mut(row as usize)) {
            row.runs.push(at);
            (row.x0, row.x1) = (row.x0.min(run.x0), row.x1.max(run.x1));
        } else {
            bins.entry((run.turn, bin)).or_default().push(rows.len() as u32);
            rows.push(BaselineRow {
                y: run.y,
                size: run.size,
                x0: run.x0,
                x1: run.x1,
                turn: run.turn,
                runs: vec![at],
            });
        }
    }
    rows
}

/// The distance of a run from a row, in points; `None` where it does not belong to it.
fn fits(run: &GlyphRun, row: &BaselineRow, runs: &[GlyphRun]) -> Option<f32> {
    let raise = row.y - run.y;
    // In a note, the marker may stand far to the left of the words.
    let near = run.x0 < row.x1 + 1.2 * row.size && run.x1 > row.x0 - 8.0 * row.size;
    let small = run.size < 0.85 * row.size;
    let on = raise.abs() < 0.22 * run.size;
    let raised = small && near && raise > -0.25 * row.size && raise < 0.65 * row.size;
    if on {
        return Some(raise.abs());
    }
    // Where two columns have a line at this height, the mark belongs to the one whose words are nearer.
    let aside = (row.x0 - run.x1).max(run.x0 - row.x1).max(0.0) - 1.2 * row.size;
    (raised || is_high_mark(run, row, runs, small)).then_some(raise.abs() + aside.max(0.0))
}

/// Whether a run is a footnote mark that is raised further than usual, or is as large as the text of its line. Such a
/// mark either touches a word of the line or stands higher than its letters do.
fn is_high_mark(run: &GlyphRun, row: &BaselineRow, runs: &[GlyphRun], small: bool) -> bool {
    let raise = row.y - run.y;
    if !run.is_mark() || raise < 0.15 * row.size || raise > HIGHEST_MARK * row.size {
        return false;
    }
    // A full-size mark that stands as high as the line above must touch the word before it.
    let reach = if small || raise < HIGHEST_LETTERS * row.size { 0.6 } else { 0.15 } * row.size;
    let mut touches = false;
    for &at in row.runs.iter().take(MOST_NEIGHBOURS) {
        let Some(other) = runs.get(at as usize) else { continue };
        let (behind, before) = (run.x0 - other.x1, other.x0 - run.x1);
        let over = behind < -0.3 * row.size && before < -0.3 * row.size;
        if over && (raise < HIGHEST_LETTERS * row.size || !small) {
            return false;
        }
        touches |= over || behind.abs() < reach || before.abs() < reach && row.x0 >= other.x0;
    }
    touches
}

/// The font size of most of a line, and the baseline of the text in that size.
fn main_size(runs: &[GlyphRun]) -> (f32, f32) {
    let mut best = (0_usize, 0.0_f32, 0.0_f32);
    // A footnote mark may be as large as its line; its raised baseline does not count.
    let only_marks = runs.iter().all(GlyphRun::is_mark);
    let on_line = || runs.iter().filter(|run| only_marks || !run.is_mark());
    for run in on_line() {
        let count: usize = on_line()
            .take(200)
            .filter(|other| (other.size - run.size).abs() < 0.05 * run.size)
            .map(|other| other.to - other.from)
            .sum();
        // Of two sizes with as many letters, the larger is that of the text and the smaller that of a mark.
        if count > best.0 || count == best.0 && run.size > best.1 {
            best = (count, run.size, run.y);
        }
        if runs.len() > 200 {
            break;
        }
    }
    (best.1, best.2)
}

/// Whether the run to the right of a gap belongs to another paragraph or cell than the run to its left, which ends a part
/// of the row with the edges `x0` and `x1`.
fn are_apart(left: &GlyphRun, right: &GlyphRun, (x0, x1): (f32, f32), size: f32) -> bool {
    if left.furniture != right.furniture {
        return true;
    }
    let gap = right.x0 - x1;
    let (one, other) = (left.tag, right.tag);
    // Tagged cells are separate, however close together their words stand.
    if one.table > 0 && one.table == other.table && one.cell != other.cell {
        return true;
    }
    if one.block > 0 && other.block > 0 {
        return if one.block == other.block { false } else { gap > 0.8 * size || one.note != other.note };
    }
    let width = left.x1 - x0;
    // A label such as "1." stands far from its words but belongs to them.
    let label = width < 3.5 * size;
    gap > if label { 8.0 } else { 4.0 } * size
}

fn rtl_weight(runs: &[GlyphRun], glyphs: &[Glyph]) -> i32 {
    let letters = runs.iter().flat_map(|run| glyphs.get(run.from..run.to).unwrap_or_default());
    letters.map(|glyph| i32::from(is_rtl(glyph.letter)) - i32::from(glyph.letter.is_ascii_alphabetic())).sum()
}
