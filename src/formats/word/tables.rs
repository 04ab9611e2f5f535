//! What the tables that are open are printed as.

use super::Place;
use super::flow::Flow;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Table {
    /// Rows with their cells.
    Rows,
    /// It only puts paragraphs side by side.
    Layout,
    /// Part of a cell.
    Inner,
}

#[derive(Default)]
pub(super) struct Tables(Vec<Table>);

impl Tables {
    /// A table begins; whether it lays out a page is asked where it may.
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

    /// Whether rows and cells are those of a table of rows.
    pub(super) fn in_rows(&self) -> bool {
        self.0.last() == Some(&Table::Rows)
    }
}
