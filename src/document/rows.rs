//! The words of a row of a table, for lists, the clipboard and speech.
//!
//! Nothing is measured here: the layout decides the widths of columns.

use super::{Cell, Document, NodeId, Span, Table};
use crate::lang::Citing;

/// How many rows back a row looks for cells that span down to it. The limit keeps hostile tables cheap.
const REACH: usize = 64;
/// The most bytes of header words in an entry of the table of contents.
const WORDS: usize = 200;

impl Table {
    /// The cells of a row in the order of columns, those that span down from rows above included.
    pub(crate) fn standing(&self, row: usize) -> Vec<&Cell> {
        let header = self.header_rows as usize;
        // Header cells name the columns and do not span into the body.
        let first = row.saturating_sub(REACH).max(if row >= header { header } else { 0 });
        let mut cells: Vec<&Cell> = (first..row)
            .flat_map(|above| self.row(above).iter().filter(move |cell| above + usize::from(cell.rows) > row))
            .chain(self.row(row))
            .collect();
        cells.sort_by_key(|cell| cell.column);
        cells
    }

    /// The header cells above a column, from the top down.
    pub(crate) fn heads(&self, column: u16) -> impl Iterator<Item = &Cell> {
        let rows = (0..(self.header_rows as usize).min(REACH)).map(|row| self.row(row));
        rows.filter_map(move |row| {
            let after = row.partition_point(|cell| cell.column <= column);
            row.get(after.saturating_sub(1))
                .filter(|cell| column < cell.column.saturating_add(cell.columns) && cell.column <= column)
        })
    }

    /// The rows below the header.
    pub(crate) fn body_rows(&self) -> std::ops::Range<usize> {
        let rows = self.rows().len();
        (self.header_rows as usize).min(rows)..rows
    }
}

/// The words of a cell on one line, without note marks.
pub(crate) fn words(document: &Document, cell: &Cell) -> String {
    document.plain(cell.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A row as a spreadsheet pastes it: the words of each column, separated by tabs.
pub(crate) fn tabbed(document: &Document, table: &Table, row: usize) -> String {
    let mut out = String::new();
    let mut column = 0;
    for cell in table.standing(row) {
        for _ in column..cell.column {
            out.push('\t');
        }
        column = column.max(cell.column);
        out.push_str(&words(document, cell));
    }
    out
}

/// A row as it is read aloud: "Member State: Atlantis; Rate: 0.5".
pub(crate) fn said(document: &Document, table: &Table, row: usize) -> String {
    let Citing { colon, semicolon, .. } = document.words().citing;
    let is_header = row < table.body_rows().start;
    let values = table.standing(row).into_iter().filter_map(|cell| {
        let value = words(document, cell);
        if value.is_empty() {
            return None;
        }
        let head = if is_header { String::new() } else { head(document, table, cell) };
        Some(if head.is_empty() { value } else { format!("{head}{colon}{value}") })
    });
    values.collect::<Vec<_>>().join(semicolon)
}

/// The header words above a cell; empty for a cell that spans the whole row.
fn head(document: &Document, table: &Table, cell: &Cell) -> String {
    if cell.columns >= table.columns {
        return String::new();
    }
    let comma = document.words().citing.comma;
    let heads = table.heads(cell.column).map(|head| words(document, head));
    heads.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(comma)
}

/// The name of a table in the table of contents: its header words, column by column, or those of its first row.
pub(crate) fn summary(document: &Document, table: &Table) -> String {
    let header = (table.header_rows as usize).max(1);
    let mut out = String::new();
    let mut heads: Vec<&Cell> = (0..header).flat_map(|row| table.row(row)).collect();
    heads.sort_by_key(|cell| cell.column);
    for cell in heads {
        let words = words(document, cell);
        if !words.is_empty() {
            if !out.is_empty() {
                out.push_str(document.words().citing.comma);
            }
            out.push_str(&words);
        }
        if out.len() > WORDS {
            break;
        }
    }
    out
}

/// What is shown of a node as the context of a byte offset: the row of a table, else the node's body.
pub(crate) fn around(document: &Document, id: NodeId, at: Option<u32>) -> Span {
    let row = at.and_then(|at| {
        let table = document.table(id)?;
        Some(table.row_span(table.row_of(at)))
    });
    row.unwrap_or(document.node(id).body)
}
