//! Finds the tables of a file and their cells.
//!
//! In a tagged file the tags say which cell a line belongs to, across pages. In an untagged one a table is recognised
//! by its layout: consecutive baselines whose words stand in the same columns and are mostly short. Paragraphs that are
//! merely set side by side are rejected and left to [`super::paragraphs`].

use super::columns;
use super::grid::{self, GridPlace};
use super::lines::{Line, Lines};
use crate::document::{Reason, Span};
use std::collections::HashMap;

/// A table has at least so many baselines with words in more than one column.
const FEWEST_ROWS: usize = 3;
/// At most so many baselines with words in only one column (a subheading, or a cell of several lines) may stand between
/// two with more.
const MOST_BETWEEN: usize = 4;
/// The head of a table has at most so many baselines.
const MOST_HEAD: usize = 8;

/// A cell and its text.
#[derive(Clone, Debug, Default)]
pub(super) struct PdfCell {
    pub place: GridPlace,
    /// Left and right edge of its words on the page, in points.
    pub across: (f32, f32),
    /// Its paragraphs, each a list of lines or parts of lines: byte ranges of [`Lines::text`].
    pub paras: Vec<Vec<Span>>,
}

/// A table, with its cells in reading order.
#[derive(Clone, Debug, Default)]
pub(super) struct PdfTable {
    pub page: u32,
    /// Index in [`Lines::list`] of its first line.
    pub line: u32,
    /// Index of the last line found so far.
    last: u32,
    pub cells: Vec<PdfCell>,
}

impl PdfTable {
    fn columns(&self) -> u16 {
        self.cells.iter().map(|cell| cell.place.column + cell.place.columns).max().unwrap_or(0)
    }

    /// Removes the columns in which no cell begins. Word processors insert empty columns as spacing.
    fn close_up(&mut self) {
        let mut begins = vec![false; usize::from(self.columns()) + 1];
        for cell in &self.cells {
            if let Some(begins) = begins.get_mut(usize::from(cell.place.column)) {
                *begins = true;
            }
        }
        // For each column, how many of the columns before it are kept.
        let mut ranks = Vec::with_capacity(begins.len());
        let mut rank = 0_u16;
        for begins in begins {
            ranks.push(rank);
            rank += u16::from(begins);
        }
        let rank = |column: u16| ranks.get(usize::from(column)).copied().unwrap_or(rank);
        for cell in &mut self.cells {
            let end = rank(cell.place.column + cell.place.columns);
            cell.place.column = rank(cell.place.column);
            cell.place.columns = (end - cell.place.column).max(1);
        }
    }

    /// How many rows at the top of `other` repeat the rows at the top of this table.
    fn same_head(&self, other: &Self, lines: &Lines) -> u32 {
        let words = |cell: &PdfCell| -> String {
            let spans = cell.paras.iter().flatten();
            let words = spans.map(|span| lines.text.get(span.range()).unwrap_or_default());
            words.flat_map(str::chars).filter(|letter| !letter.is_whitespace()).collect()
        };
        let row = |table: &Self, row: u32| -> Vec<(u16, String)> {
            let cells = table.cells.iter().skip_while(|cell| cell.place.row < row);
            let cells = cells.take_while(|cell| cell.place.row == row);
            cells.map(|cell| (cell.place.column, words(cell))).collect()
        };
        let most = self.cells.last().map_or(0, |cell| cell.place.row).min(MOST_HEAD as u32);
        let same = |at: &u32| {
            let cells = row(self, *at);
            !cells.is_empty() && cells == row(other, *at)
        };
        (0..most).take_while(same).count() as u32
    }
}

/// The tables of a file, and which lines belong to them.
#[derive(Debug, Default)]
pub(super) struct Tables {
    pub list: Vec<PdfTable>,
    /// For each line that is in a table, the index of the part that it was found in.
    owners: HashMap<u32, u32>,
    /// For each part, the index of the table that it belongs to: its own index, unless it continues one from the page
    /// before.
    wholes: Vec<u32>,
    /// Heads that are printed again on a further page: byte ranges of [`Lines::text`].
    pub repeated: Vec<Span>,
}

impl Tables {
    /// The index in `list` of the table that a line belongs to, and whether it is the table's first line. `None` for a
    /// line outside of all tables.
    pub(super) fn of(&self, line: usize) -> Option<(usize, bool)> {
        let found = *self.owners.get(&(line as u32))?;
        let table = *self.wholes.get(found as usize)? as usize;
        Some((table, self.list.get(table)?.line == line as u32))
    }

    /// Adds a table and the indices of its lines.
    fn push(&mut self, mut table: PdfTable, lines: impl Iterator<Item = u32>) {
        let number = self.list.len() as u32;
        for line in lines {
            table.last = table.last.max(line);
            self.owners.insert(line, number);
        }
        self.wholes.push(number);
        self.list.push(table);
    }

    /// Finds the tables of a file. Where its tags are trusted, a line that is tagged as something else is not looked
    /// for in tables by layout.
    pub(super) fn find(lines: &Lines, furniture: &[Option<Reason>], trusted: bool) -> Self {
        let mut out = Self::default();
        out.tagged(lines, furniture);
        let free = |at: usize, line: &Line| {
            furniture.get(at).copied().flatten().is_none()
                && line.furniture.is_none()
                && line.turn == 0
                && line.tag.table == 0
                && (line.tag.block == 0 || !trusted)
        };
        let mut start = 0;
        while let Some(first) = lines.list.get(start) {
            let count = lines.list.iter().skip(start).take_while(|line| line.page == first.page).count();
            PageLayout::new(lines, start, start + count, &free).printed(&mut out);
            start += count;
        }
        for table in &mut out.list {
            table.cells.sort_by_key(|cell| (cell.place.row, cell.place.column));
            table.close_up();
        }
        out.join(lines, furniture);
        out
    }

    /// Joins the parts of a table that continues on the next page: nothing stands between the parts, and both have as
    /// many columns. A head that is repeated on the second page is set aside.
    fn join(&mut self, lines: &Lines, furniture: &[Option<Reason>]) {
        let mut order: Vec<usize> = (0..self.list.len()).collect();
        order.sort_by_key(|&at| self.list.get(at).map_or(0, |table| table.line));
        // The table that the part before became a part of.
        let mut whole: Option<usize> = None;
        for pair in 0..order.len() {
            let Some(&second) = order.get(pair) else { break };
            let first = whole.replace(second);
            let Some(first) = first.filter(|&first| self.goes_on(first, second, lines, furniture)) else {
                continue;
            };
            let Some(taken) = self.list.get_mut(second).map(std::mem::take) else { continue };
            let Some(table) = self.list.get_mut(first) else { continue };
            let repeated = table.same_head(&taken, lines);
            let next = table.cells.last().map_or(0, |cell| cell.place.row + 1);
            for mut cell in taken.cells {
                if cell.place.row < repeated {
                    self.repeated.extend(cell.paras.into_iter().flatten());
                    continue;
                }
                cell.place.row = cell.place.row - repeated + next;
                table.cells.push(cell);
            }
            table.last = taken.last;
            if let Some(owner) = self.wholes.get_mut(second) {
                *owner = first as u32;
            }
            whole = Some(first);
        }
    }

    fn goes_on(&self, first: usize, second: usize, lines: &Lines, furniture: &[Option<Reason>]) -> bool {
        let (Some(one), Some(other)) = (self.list.get(first), self.list.get(second)) else { return false };
        let page = |line: u32| lines.list.get(line as usize).map_or(0, |line| line.page);
        let free = |at: u32| {
            furniture.get(at as usize).copied().flatten().is_some()
                || lines.list.get(at as usize).is_some_and(|line| line.tag.note > 0)
        };
        page(other.line) == page(one.last) + 1
            && one.columns() == other.columns()
            && (one.last + 1..other.line).all(free)
    }

    /// Finds the tables that are tagged and hold data.
    fn tagged(&mut self, lines: &Lines, furniture: &[Option<Reason>]) {
        let mut found: Vec<(PdfTable, Vec<u32>)> = Vec::new();
        let mut numbers: HashMap<u32, usize> = HashMap::new();
        // For each cell, its index in the table's list and the paragraph that its last line belongs to.
        let mut known: HashMap<u32, (usize, u32)> = HashMap::new();
        for (at, line) in lines.list.iter().enumerate() {
            let tag = line.tag;
            if tag.table == 0 || tag.note > 0 || furniture.get(at).copied().flatten().is_some() {
                continue;
            }
            let Some(&place) = lines.places.get(&tag.cell) else { continue };
            let number = *numbers.entry(tag.table).or_insert_with(|| {
                found
                    .push((PdfTable { page: line.page, line: at as u32, ..PdfTable::default() }, Vec::new()));
                found.len() - 1
            });
            let Some((table, owned)) = found.get_mut(number) else { continue };
            owned.push(at as u32);
            let (index, block) = known.entry(tag.cell).or_insert_with(|| {
                table.cells.push(PdfCell { place, across: (line.x0, line.x1), paras: Vec::new() });
                (table.cells.len() - 1, 0)
            });
            let Some(cell) = table.cells.get_mut(*index) else { continue };
            cell.across = (cell.across.0.min(line.x0), cell.across.1.max(line.x1));
            match cell.paras.last_mut() {
                Some(para) if *block == tag.block => para.push(line.text),
                _ => cell.paras.push(vec![line.text]),
            }
            *block = tag.block;
        }
        for (mut table, owned) in found {
            columns::align(&mut table.cells);
            if holds_data(&table, lines) {
                self.push(table, owned.into_iter());
            }
        }
    }
}

/// Whether a tagged table holds data. Mastheads, and paragraphs beside their numbers, are often laid out as tables too.
fn holds_data(table: &PdfTable, lines: &Lines) -> bool {
    let mut rows: HashMap<u32, usize> = HashMap::new();
    for cell in &table.cells {
        *rows.entry(cell.place.row).or_insert(0) += 1;
    }
    let several = rows.values().filter(|&&cells| cells > 1).count();
    let head = table.page == 0 && lines.list.get(table.line as usize).is_some_and(|line| line.y < 200.0);
    several >= if head { 4 } else { 2 }
}

/// Words on a baseline without a wide gap between them.
#[derive(Clone, Copy, Debug)]
struct WordPiece {
    words: Span,
    x0: f32,
    x1: f32,
}

/// The words on one baseline.
#[derive(Debug)]
struct Baseline {
    /// Range of lines in [`Lines::list`]; the end is exclusive.
    lines: (usize, usize),
    y: f32,
    size: f32,
    pieces: Vec<WordPiece>,
}

/// The baselines of a page. Those that cannot belong to a table are `None`, and separate tables.
struct PageLayout<'a> {
    lines: &'a Lines,
    baselines: Vec<Option<Baseline>>,
    number: u32,
}

impl<'a> PageLayout<'a> {
    fn new(lines: &'a Lines, start: usize, end: usize, free: &dyn Fn(usize, &Line) -> bool) -> Self {
        let mut baselines = Vec::new();
        let mut at = start;
        while at < end {
            let Some(first) = lines.list.get(at) else { break };
            let beside = lines.list.get(at + 1..end).unwrap_or_default().iter();
            let to = at
                + 1
                + beside
                    .take_while(|line| line.beside && (line.y - first.y).abs() < 0.3 * first.size)
                    .count();
            let all = lines.list.get(at..to).unwrap_or_default();
            let masthead = first.page == 0 && first.y < 250.0;
            let is_free = !masthead && all.iter().enumerate().all(|(index, line)| free(at + index, line));
            baselines.push(is_free.then(|| {
                let mut pieces: Vec<WordPiece> = all.iter().flat_map(|line| pieces(lines, line)).collect();
                pieces.sort_by(|left, right| left.x0.total_cmp(&right.x0));
                Baseline { lines: (at, to), y: first.y, size: first.size, pieces }
            }));
            at = to;
        }
        let number = lines.list.get(start).map_or(0, |line| line.page);
        Self { lines, baselines, number }
    }

    fn at(&self, at: usize) -> Option<&Baseline> {
        self.baselines.get(at)?.as_ref()
    }

    fn words(&self, piece: &WordPiece) -> &'a str {
        self.lines.text.get(piece.words.range()).unwrap_or_default()
    }

    /// Adds the tables of the page, as found by their layout.
    fn printed(&self, out: &mut Tables) {
        let mut at = 0;
        while at < self.baselines.len() {
            let end = self.run(at);
            if end > at
                && let Some((table, from, to)) = self.table(at, end)
            {
                let lines =
                    (from..to).filter_map(|at| self.at(at)).flat_map(|base| base.lines.0..base.lines.1);
                out.push(table, lines.map(|line| line as u32));
                at = to.max(at + 1);
            } else {
                at = end.max(at + 1);
            }
        }
    }

    /// The end (exclusive) of the longest run of baselines from `start` on that may be a table; `start` where there is
    /// none.
    fn run(&self, start: usize) -> usize {
        let (mut end, mut rows, mut at) = (start, 0, start);
        let mut y = None;
        while let Some(base) = self.at(at) {
            let far = y.is_some_and(|y| base.y - y > 5.0 * base.size);
            if far || at > end + MOST_BETWEEN {
                break;
            }
            if base.pieces.len() > 1 {
                rows += 1;
                end = at + 1;
            } else if rows == 0 {
                break;
            }
            y = Some(base.y);
            at += 1;
        }
        if rows >= FEWEST_ROWS { end } else { start }
    }

    /// The table in a run of baselines, and the range of baselines that it covers. The range begins before `start`
    /// where the head stands above the run.
    fn table(&self, start: usize, end: usize) -> Option<(PdfTable, usize, usize)> {
        let bands = self.bands(start, end)?;
        let mut from = start;
        while from > 0 && start - from < MOST_HEAD && self.belongs_above(from - 1, &bands) {
            from -= 1;
        }
        let rows = self.rows(from, end, &bands);
        let line = self.at(from)?.lines.0 as u32;
        let mut table = PdfTable { page: self.number, line, ..PdfTable::default() };
        for (row, group) in rows.iter().enumerate() {
            let mut cells: Vec<PdfCell> = Vec::new();
            for base in group.clone().filter_map(|at| self.at(at)) {
                for (piece, place) in base.pieces.iter().zip(self.columns(base, &bands)) {
                    let (column, last) = place?;
                    let columns = (last - column + 1) as u16;
                    let column = column as u16;
                    if let Some(cell) = cells.iter_mut().find(|cell| {
                        cell.place.column < column + columns
                            && column < cell.place.column + cell.place.columns
                    }) {
                        cell.paras[0].push(piece.words);
                    } else {
                        let all = bands.len() as u16;
                        let place =
                            GridPlace { row: row as u32, column, columns, rows: 1, all, header: false };
                        let across = (piece.x0, piece.x1);
                        cells.push(PdfCell { place, across, paras: vec![vec![piece.words]] });
                    }
                }
            }
            table.cells.extend(cells);
        }
        Some((table, from, end))
    }

    /// The columns of a run of baselines, as ranges of x: where words stand on the baselines with most columns. `None`
    /// where the run is not a table but, for example, paragraphs side by side.
    fn bands(&self, start: usize, end: usize) -> Option<Vec<(f32, f32)>> {
        let all: Vec<&Baseline> = (start..end).filter_map(|at| self.at(at)).collect();
        let most = all.iter().map(|base| base.pieces.len()).max()?;
        let size = all.first()?.size;
        // Baselines with a word for every column, or nearly.
        let full: Vec<&&Baseline> = all.iter().filter(|base| base.pieces.len() * 3 > most * 2).collect();
        let mut bands: Vec<(f32, f32)> = Vec::new();
        let mut pieces: Vec<&WordPiece> = full.iter().flat_map(|base| &base.pieces).collect();
        pieces.sort_by(|left, right| left.x0.total_cmp(&right.x0));
        for piece in pieces {
            match bands.last_mut() {
                Some(band) if piece.x0 < band.1 + 0.3 * size => band.1 = band.1.max(piece.x1),
                _ => bands.push((piece.x0, piece.x1)),
            }
        }
        let several = all.iter().filter(|base| base.pieces.len() > 1);
        let fits = |base: &&&Baseline| {
            let mut last = None;
            base.pieces.iter().all(|piece| match covered(&bands, piece) {
                Some((from, to)) if from == to && last.is_none_or(|last| from > last) => {
                    last = Some(from);
                    true
                }
                _ => false,
            })
        };
        let (count, good) = (several.clone().count(), several.clone().filter(fits).count());
        if bands.len() > usize::from(grid::MOST_COLUMNS) {
            return None;
        }
        // The cells of a table are mostly figures and short names, while a line of a paragraph fills its column.
        let behind = || several.clone().flat_map(|base| base.pieces.iter().skip(1));
        let short = behind()
            .filter(|piece| is_figure(self.words(piece)) || self.words(piece).chars().count() <= 16)
            .count();
        // Numbers of paragraphs are not a column of data.
        let numbered = |base: &&&Baseline| {
            let first = base.pieces.first().map_or("", |piece| self.words(piece));
            first.chars().count() <= 5
                && (first.ends_with(['.', ')', '）', '•', '–']) || !first.contains(char::is_alphabetic))
        };
        let labels = if bands.len() > 2 { 0 } else { several.clone().filter(numbered).count() };
        let holds = bands.len() > 1
            && good * 5 >= count * 4
            && short * 3 >= behind().count() * 2
            && labels * 2 < count;
        holds.then_some(bands)
    }

    /// Whether a baseline above a table belongs to its head: it has words above a column other than the first.
    fn belongs_above(&self, at: usize, bands: &[(f32, f32)]) -> bool {
        let (Some(base), Some(below)) = (self.at(at), self.at(at + 1)) else { return false };
        let near = below.y - base.y < 3.0 * below.size;
        near && base.pieces.iter().all(|piece| covered(bands, piece).is_some())
            && base.pieces.iter().any(|piece| bands.get(1).is_some_and(|band| piece.x1 > band.0))
            && base.pieces.iter().all(|piece| {
                base.pieces.len() > 1
                    || bands.first().is_none_or(|band| piece.x0 > band.0 + 0.5 * (band.1 - band.0))
            })
    }

    /// Groups baselines into rows, as ranges of baselines.
    fn rows(&self, from: usize, end: usize, bands: &[(f32, f32)]) -> Vec<std::ops::Range<usize>> {
        let gap = |at: usize| match (self.at(at), self.at(at + 1)) {
            (Some(above), Some(below)) => below.y - above.y,
            _ => f32::MAX,
        };
        let least = (from..end.saturating_sub(1)).map(gap).fold(f32::MAX, f32::min);
        let close =
            |at: usize| gap(at) < (1.3 * least).max(1.35 * self.at(at + 1).map_or(0.0, |base| base.size));
        // Where most rows are separated by extra space, baselines close together are one row. In a tightly set table
        // only the words can tell.
        let has_figures = |at: &usize| {
            let mut behind = self.at(*at).into_iter().flat_map(|base| base.pieces.iter().skip(1));
            behind.any(|piece| is_figure(self.words(piece)))
        };
        let body = (from..end).find(has_figures).unwrap_or(from);
        let apart = (body..end.saturating_sub(1)).filter(|&at| !close(at)).count();
        let several = (body..end).filter_map(|at| self.at(at)).filter(|base| base.pieces.len() > 1).count();
        let spaced = apart * 20 > several * 11;
        let mut rows: Vec<std::ops::Range<usize>> = Vec::new();
        let mut head = true;
        for at in from..end {
            let Some(base) = self.at(at) else { continue };
            let figures = has_figures(&at);
            let near = at > from && close(at - 1);
            let joins = near
                && rows.last().is_some_and(|row| {
                    if head && !figures {
                        !self.spans(row, base, bands)
                    } else {
                        spaced || !head && self.wraps(row, base, bands)
                    }
                });
            head &= !figures;
            match rows.last_mut() {
                Some(row) if joins => row.end = at + 1,
                _ => rows.push(at..at + 1),
            }
        }
        rows
    }

    /// For each piece on a baseline, the first and last column (inclusive) that it stands over.
    fn columns(&self, base: &Baseline, bands: &[(f32, f32)]) -> Vec<Option<(usize, usize)>> {
        let pieces: Vec<_> =
            base.pieces.iter().map(|piece| ((piece.x0, piece.x1), self.words(piece))).collect();
        let figures = pieces.iter().any(|(_, words)| is_figure(words) && !is_year(words));
        match columns::centred(bands, &pieces, base.size).filter(|_| !figures) {
            Some(places) => places.into_iter().map(Some).collect(),
            None => base.pieces.iter().map(|piece| covered(bands, piece)).collect(),
        }
    }

    /// Whether a baseline of the head is a row of its own, because one of its cells spans several cells of the row so
    /// far, or the other way round.
    fn spans(&self, row: &std::ops::Range<usize>, base: &Baseline, bands: &[(f32, f32)]) -> bool {
        let places = |base: &Baseline| self.columns(base, bands).into_iter().flatten();
        let above: Vec<_> = row.clone().filter_map(|at| self.at(at)).flat_map(places).collect();
        let here: Vec<_> = places(base).collect();
        let several = |one: &(usize, usize), others: &[(usize, usize)]| {
            let within = others.iter().filter(|other| other.0 <= one.1 && one.0 <= other.1);
            let mut firsts: Vec<usize> = within.map(|other| other.0).collect();
            firsts.sort_unstable();
            firsts.dedup();
            firsts.len() > 1
        };
        here.iter().any(|one| several(one, &above)) || above.iter().any(|one| several(one, &here))
    }

    /// Whether a baseline continues a row: either the row has words in the first column only and these fill it, or the
    /// baseline has none there.
    fn wraps(&self, row: &std::ops::Range<usize>, base: &Baseline, bands: &[(f32, f32)]) -> bool {
        let Some(&(x0, x1)) = bands.first() else { return false };
        let in_first = |piece: &WordPiece| covered(bands, piece).is_some_and(|(_, to)| to == 0);
        let begun = row.clone().filter_map(|at| self.at(at)).all(|above| above.pieces.iter().all(in_first));
        let last = row.clone().next_back().and_then(|at| self.at(at)).and_then(|above| above.pieces.last());
        let fills = last.is_some_and(|piece| piece.x1 > x0 + 0.75 * (x1 - x0));
        let first = base.pieces.first().is_some_and(in_first);
        let lower =
            base.pieces.first().is_some_and(|piece| self.words(piece).starts_with(char::is_lowercase));
        let beside = !base.pieces.is_empty() && base.pieces.iter().all(|piece| !in_first(piece));
        begun && first && (fills || lower) || beside && !begun
    }
}

/// The first and last column (inclusive) that a piece stands over.
fn covered(bands: &[(f32, f32)], piece: &WordPiece) -> Option<(usize, usize)> {
    columns::covered(bands, (piece.x0, piece.x1))
}

/// Splits a line at its wide gaps.
fn pieces(lines: &Lines, line: &Line) -> Vec<WordPiece> {
    let from = lines.gaps.partition_point(|gap| gap.at <= line.text.start);
    let gaps = lines.gaps.get(from..).unwrap_or_default().iter().take_while(|gap| gap.at < line.text.end);
    let mut out = Vec::new();
    let (mut start, mut x0) = (line.text.start, line.x0);
    for gap in gaps {
        out.push(WordPiece { words: trimmed(lines, Span { start, end: gap.at }), x0, x1: gap.x0 });
        (start, x0) = (gap.at, gap.x1);
    }
    out.push(WordPiece { words: trimmed(lines, Span { start, end: line.text.end }), x0, x1: line.x1 });
    out
}

fn trimmed(lines: &Lines, span: Span) -> Span {
    let words = lines.text.get(span.range()).unwrap_or_default();
    Span { start: span.start, end: span.start + words.trim_end().len() as u32 }
}

/// Whether words are a number or a dash for none: "1 234", "(12.5)", "–", "0,25 %".
fn is_figure(words: &str) -> bool {
    let mut digits = 0;
    let all = words.chars().all(|letter| {
        digits += usize::from(letter.is_numeric());
        letter.is_numeric() || letter.is_whitespace() || ".,()-–—−+%$€".contains(letter)
    });
    all && (digits > 0 || matches!(words.trim(), "–" | "—" | "-" | "−"))
}

/// Whether words are a year or a range of years: "2095", "2095-2096".
fn is_year(words: &str) -> bool {
    let mut parts = words.split(['-', '–', '/']);
    parts.all(|part| {
        part.len() == 4 && part.starts_with(['1', '2']) && part.chars().all(|letter| letter.is_ascii_digit())
    })
}
