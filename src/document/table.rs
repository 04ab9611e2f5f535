//! A table: rows of cells, each a range of the document's text.
//!
//! It says what a table holds and how it is ruled off, not how wide its columns are drawn: the layout measures that.

use super::{NodeId, Span};

/// How the words of a cell stand in their column, where the source says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// The source does not say: text stands at the beginning of its column, figures at its end.
    #[default]
    Unset,
    /// At the side where a line of the language begins.
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
    /// It names a row or a column.
    pub header: bool,
}

/// The table of a node of the kind [`super::Kind::Table`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The node whose body spans the words of all cells.
    pub node: NodeId,
    /// How many columns there are: no cell reaches beyond them.
    pub columns: u16,
    /// How many rows at the top are header rows, repeated where the table is cut.
    pub header_rows: u32,
    /// The cells in reading order.
    pub(super) cells: Vec<Cell>,
    /// Where each row begins in `cells`.
    pub(super) starts: Vec<u32>,
}

impl Table {
    /// The rows in order, each with the cells that begin in it. A row whose columns are all covered from above is empty.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[Cell]> + '_ {
        (0..self.starts.len()).map(|row| self.row(row))
    }

    /// The cells that begin in a row; empty where there is no such row.
    pub fn row(&self, row: usize) -> &[Cell] {
        let Some(&from) = self.starts.get(row) else { return &[] };
        let to = self.starts.get(row + 1).map_or(self.cells.len(), |&to| to as usize);
        self.cells.get(from as usize..to).unwrap_or_default()
    }

    /// Begins a row; the cells pushed next stand in it.
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
}
