//! Decides how the open tables are printed.

use super::Place;
use super::flow::Flow;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Table {
    /// A table of data, with rows and cells.
    Rows,
    /// A layout table, which only puts paragraphs side by side.
    Layout,
    /// A table inside a cell, which is part of the cell.
    Inner,
}

#[derive(Default)]
pub(super) struct Tables(Vec<Table>);

impl Tables {
    /// Begins a table. `is_layout` is called only where the answer matters.
    pub(super) fn begin(&mut self, place: Place, flow: &mut Flow, is_layout: impl FnOnce() -> bool) {
        let inner = place == Place::Note || self.0.last().is_some_and(|table| *table != Table::Layout);
        let table = if inner {
            Table::Inner
        } else if place == Place::Head || is_layout() {
            Table::Layout
        } else {
            flow.begin_table();
            Table::Rows
        };
        self.0.push(table);
    }

    pub(super) fn end(&mut self, flow: &mut Flow) {
        flow.end_table(self.0.pop() == Some(Table::Rows));
    }

    /// Whether rows and cells are those of a data table.
    pub(super) fn in_rows(&self) -> bool {
        self.0.last() == Some(&Table::Rows)
    }
}
