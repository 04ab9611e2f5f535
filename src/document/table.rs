//! A table: rows of cells, each a byte range of the document's text.
//!
//! It holds the contents and the structure of a table, not the widths of its columns, which the layout measures. In
//! the text, the cells of a row are separated by tabs and the rows by line feeds, so that the words of the node can
//! be read as rows without this structure.

use super::{NodeId, Span};
use crate::text::Part as _;

/// The horizontal alignment of a cell, where the source says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// The source does not say: text is aligned to the start of the column, figures to its end.
    #[default]
    Unset,
    /// At the side where lines of the language begin.
    Start,
    Centre,
    End,
}

/// One cell. A merged cell is here once, at its first row and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its words in [`super::Document::text`], note marks included; empty for an empty cell. Paragraphs in a cell are separated by `\n`.
    pub text: Span,
    /// The first column that it covers, from 0.
    pub column: u16,
    /// How many columns it covers, from 1.
    pub columns: u16,
    /// How many rows it covers, from 1.
    pub rows: u16,
    pub align: Align,
    /// Whether it is the header of a row or a column.
    pub header: bool,
}

/// The table of a node of the kind [`super::Kind::Table`].
///
/// Each cell begins where the previous one ends, or where a cell that spans down from a row above ends: there is no
/// gap in a row before its last cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The node whose body spans the words of all cells.
    pub node: NodeId,
    /// How many columns there are: no cell reaches beyond them.
    pub columns: u16,
    /// How many rows at the top are header rows, repeated where the table is cut.
    pub header_rows: u32,
    /// The cells in reading order.
    cells: Vec<Cell>,
    /// Where each row begins in `cells`.
    starts: Vec<u32>,
}

impl Table {
    /// The rows in order, each with the cells that begin in it.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[Cell]> + '_ {
        (0..self.starts.len()).map(|row| self.row(row))
    }

    /// The cells that begin in a row; empty where there is no such row.
    pub(crate) fn row(&self, row: usize) -> &[Cell] {
        let Some(&from) = self.starts.get(row) else { return &[] };
        let to = self.starts.get(row + 1).map_or(self.cells.len(), |&to| to as usize);
        self.cells.part(from as usize..to)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// All cells in reading order.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    pub(crate) fn cells_mut(&mut self) -> &mut [Cell] {
        &mut self.cells
    }

    /// The row whose words begin at a byte offset of the text; `None` where no row does.
    pub(crate) fn row_at(&self, start: u32) -> Option<usize> {
        let first = |&begin: &u32| self.cells.get(begin as usize).map_or(u32::MAX, |cell| cell.text.start);
        let row = self.starts.partition_point(|begin| first(begin) < start);
        self.starts.get(row).filter(|begin| first(begin) == start).map(|_| row)
    }

    /// The cell that contains a byte offset of the text, or the last one before it.
    pub(crate) fn cell_at(&self, at: u32) -> Option<&Cell> {
        let after = self.cells.partition_point(|cell| cell.text.start <= at);
        self.cells.get(after.saturating_sub(1))
    }

    /// The row, from 0, that contains a byte offset of the text, or the last one before it.
    pub(crate) fn row_of(&self, at: u32) -> usize {
        let after = self.cells.partition_point(|cell| cell.text.start <= at);
        let cell = after.saturating_sub(1) as u32;
        self.starts.partition_point(|&start| start <= cell).saturating_sub(1)
    }

    /// From the first word of a row to its last.
    pub(crate) fn row_span(&self, row: usize) -> Span {
        let cells = self.row(row);
        match (cells.first(), cells.last()) {
            (Some(first), Some(last)) => Span { start: first.text.start, end: last.text.end },
            _ => Span::default(),
        }
    }

    /// From the first word of the table to its last.
    pub(crate) fn span(&self) -> Span {
        match (self.cells.first(), self.cells.last()) {
            (Some(first), Some(last)) => Span { start: first.text.start, end: last.text.end },
            _ => Span::default(),
        }
    }

    /// Begins a row, to which the cells pushed next belong.
    pub fn begin_row(&mut self) {
        self.starts.push(self.cells.len() as u32);
    }

    /// Appends a cell to the row that was begun last.
    pub fn push(&mut self, cell: Cell) {
        if self.starts.is_empty() {
            self.begin_row();
        }
        self.columns = self.columns.max(cell.column.saturating_add(cell.columns));
        self.cells.push(cell);
    }

    /// Removes the row that was begun last.
    pub(crate) fn drop_row(&mut self) {
        if let Some(from) = self.starts.pop() {
            self.cells.truncate(from as usize);
        }
    }

    /// Shortens cells that would span below the last row.
    pub fn close(&mut self) {
        let rows = self.starts.len();
        for row in 0..rows {
            let (from, to) = (
                self.starts.get(row).map_or(0, |&from| from as usize),
                self.starts.get(row + 1).map_or(self.cells.len(), |&to| to as usize),
            );
            let most = (rows - row).min(usize::from(u16::MAX)) as u16;
            for cell in self.cells.get_mut(from..to).unwrap_or_default() {
                cell.rows = cell.rows.min(most);
            }
        }
        self.header_rows = self.header_rows.min(rows as u32);
    }
}
