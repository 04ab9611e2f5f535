//! Computes the widths of the columns of a table from the width of their content. All widths are in cells.

use super::figures::{DecimalMark, Figure, GroupOrder};
use super::{GAP, TableLayout};
use crate::text::{longest, width};
use std::cmp::Ordering;

/// A longer word, such as a web address, is cut rather than keep its column from shrinking.
const LONG_WORD: usize = 24;
/// The greatest width of a column in a table that scrolls sideways.
const COMFORT: usize = 28;
/// At most this many merged cells are considered; more would make a hostile table slow.
const SPANS: usize = 1000;
/// A header no longer than this is not wrapped.
const SHORT_HEAD: usize = 12;

/// The width of the content of a column.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Column {
    /// Width of its longest word: the column is never narrower.
    pub(super) least: usize,
    /// Width of its longest line below the header.
    pub(super) most: usize,
    /// Width of the longest line of its header.
    head: usize,
    /// For a column of figures, the greatest widths before the decimal mark and from it on; `None` for other columns.
    pub(super) figures: Option<(usize, usize)>,
    pub(super) point: DecimalMark,
}

impl Column {
    /// The column's width if every column were given `level` cells: never less than its longest word or more than its
    /// content.
    fn at(&self, level: usize) -> usize {
        level.clamp(self.least, self.most.max(self.least))
    }

    /// The column with room for its header: on one line if `whole`, else on two, or on three above figures. A header
    /// may be wrapped because it costs its lines once, while a value wrapped in the rows below costs them in every row.
    fn with_head(&self, whole: bool) -> Self {
        let head = match self.figures {
            _ if whole || self.head <= SHORT_HEAD => self.head,
            Some(_) => self.head.div_ceil(3) + 4,
            None => self.head.div_ceil(2) + 2,
        };
        Self { most: self.most.max(head), ..*self }
    }
}

/// Binary search: the highest number up to `limit` for which `holds`, if it holds for all lower ones too.
fn highest(limit: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, limit);
    while low < high {
        let middle = low + (high - low).div_ceil(2);
        if holds(middle) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    low
}

/// Widens columns evenly until their sum is at least `cells`.
fn share(columns: &mut [Column], cells: usize, part: impl Fn(&mut Column) -> &mut usize) {
    let have = columns.iter_mut().map(|column| *part(column)).sum::<usize>();
    let lacking = cells.saturating_sub(have);
    let count = columns.len().max(1);
    for (index, column) in columns.iter_mut().enumerate() {
        *part(column) += lacking / count + usize::from(index < lacking % count);
    }
}

impl TableLayout<'_> {
    /// Finds which cells are figures, and which columns hold mostly figures.
    pub(super) fn find_figures(&mut self) {
        let body = self.table.body_rows().start;
        let mut words = vec![0_i64; self.columns.len()];
        for (row, cells) in self.table.rows().enumerate() {
            for cell in cells {
                let single = cell.columns <= 1 && row >= body;
                let figure = (row >= body).then(|| Figure::of(self.document, cell.text)).flatten();
                let column = usize::from(cell.column);
                if single
                    && !cell.text.is_empty()
                    && let (Some(words), Some(column)) = (words.get_mut(column), self.columns.get_mut(column))
                {
                    match &figure {
                        Some(figure) if figure.is_blank() => {}
                        Some(figure) => {
                            *words -= 1;
                            column.point.hear(figure);
                        }
                        None => *words += 1,
                    }
                }
                self.figures.push(figure);
            }
        }
        let count =
            |order| self.figures.iter().flatten().filter(|figure| figure.order() == Some(order)).count();
        let (first, last) = (count(GroupOrder::First), count(GroupOrder::Last));
        self.order = match first.cmp(&last) {
            Ordering::Greater => Some(GroupOrder::First),
            Ordering::Less => Some(GroupOrder::Last),
            Ordering::Equal => None,
        };
        for (column, words) in self.columns.iter_mut().zip(words) {
            column.figures = (words < 0).then_some((0, 0));
            column.point.settle(self.document.language());
        }
    }

    /// Measures the content of every column.
    pub(super) fn measure(&mut self) {
        let most = usize::from(self.ground.text).max(1);
        let mut spans = Vec::new();
        let heads: usize = (0..self.table.body_rows().start).map(|row| self.table.row(row).len()).sum();
        for (index, cell) in self.cells().enumerate() {
            let figure = self.figures.get(index).copied().flatten().filter(|_| cell.columns <= 1);
            let Some(column) = self.columns.get_mut(usize::from(cell.column)) else { continue };
            if let (Some((whole, rest)), Some(figure)) = (column.figures.as_mut(), figure) {
                let (before, after) = figure.parts(self.document, cell.text, column.point);
                (*whole, *rest) = ((*whole).max(before), (*rest).max(after));
                continue;
            }
            let (mut least, mut longest_line) = (0, 0);
            for line in self.document.slice(cell.text).split('\n') {
                least = least.max(longest(line).min(LONG_WORD));
                longest_line = longest_line.max(width(line).min(most));
            }
            if cell.columns > 1 {
                spans.push((cell, least, longest_line));
            } else {
                column.least = column.least.max(least);
                let part = if index < heads { &mut column.head } else { &mut column.most };
                *part = (*part).max(longest_line);
            }
        }
        for column in &mut self.columns {
            if let Some((whole, rest)) = column.figures {
                column.least = column.least.max(whole + rest);
            }
            // A wide character, such as a Chinese one, needs two cells.
            column.least = column.least.max(2);
            column.most = column.most.max(column.least);
        }
        // Columns share the width that a merged cell needs beyond their own. A cell that covers the whole table widens
        // it only for its longest word.
        spans.sort_by_key(|(cell, ..)| cell.columns);
        for (cell, least, most) in spans.into_iter().take(SPANS) {
            let all = cell.columns >= self.table.columns;
            let from = usize::from(cell.column);
            let to = (from + usize::from(cell.columns)).min(self.columns.len());
            self.merged.push((from..to, least));
            let Some(columns) = self.columns.get_mut(from..to) else { continue };
            let gaps = GAP * columns.len().saturating_sub(1);
            share(columns, least.saturating_sub(gaps), |column| &mut column.least);
            if !all {
                share(columns, most.saturating_sub(gaps), |column| &mut column.most);
            }
            for column in columns {
                column.most = column.most.max(column.least);
            }
        }
    }

    /// The widths of all columns within `cells` cells, where their longest words are known to fit.
    ///
    /// A column that needs no more than an equal share gets what it needs. The others share the rest in proportion to
    /// the square root of their content, which keeps the highest cell low without starving the narrower columns.
    pub(super) fn fitting(&self, cells: usize) -> Vec<usize> {
        let cells = cells.saturating_sub(GAP * self.columns.len().saturating_sub(1));
        let wanted = |whole: bool| self.columns.iter().map(move |column| column.with_head(whole));
        if wanted(true).map(|column| column.most).sum::<usize>() <= cells {
            return wanted(true).map(|column| column.most).collect();
        }
        let columns: Vec<Column> = wanted(false).collect();
        let level =
            highest(cells, |level| columns.iter().map(|column| column.at(level)).sum::<usize>() <= cells);
        let by_weight = |column: &Column, k: usize| {
            let root = (column.most * 256).isqrt();
            if column.most <= level { column.most } else { column.at((k * root / 256).max(level / 2)) }
        };
        let fits = |k: usize| columns.iter().map(|column| by_weight(column, k)).sum::<usize>() <= cells;
        let k = highest(cells * 16, fits);
        let mut widths: Vec<usize> = columns.iter().map(|column| by_weight(column, k)).collect();
        let mut left = cells.saturating_sub(widths.iter().sum());
        let mut by_want: Vec<(usize, Column)> = columns.iter().copied().enumerate().collect();
        by_want.sort_by_key(|(_, column)| std::cmp::Reverse(column.most));
        by_want.extend(wanted(true).enumerate());
        for (index, column) in by_want {
            if let Some(width) = widths.get_mut(index) {
                let more = column.most.saturating_sub(*width).min(left);
                *width += more;
                left -= more;
            }
        }
        widths
    }

    /// The widths of the columns of a table that scrolls sideways.
    pub(super) fn comfortable(&self) -> Vec<usize> {
        let room = usize::from(self.ground.room);
        let columns: Vec<Column> = self.columns.iter().map(|column| column.with_head(false)).collect();
        let first = columns.first().map_or(0, |column| column.at(room / 3).min(room / 2));
        let others = room.saturating_sub(first + GAP).max(2);
        let width = |(index, column): (usize, &Column)| match index {
            0 => first,
            _ => column.at(COMFORT).min(others),
        };
        let mut widths: Vec<usize> = columns.iter().enumerate().map(width).collect();
        // A merged cell may have only one of its columns in sight, so each must hold the cell's longest word.
        for (columns, least) in &self.merged {
            let most = if columns.start == 0 { 0 } else { others };
            for width in widths.get_mut(columns.clone()).unwrap_or_default() {
                *width = (*width).max(*least.min(&most));
            }
        }
        widths
    }
}
