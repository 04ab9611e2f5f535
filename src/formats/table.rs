//! Builds a [`Table`] while a format is read: cells in order become ranges of the reader's text.
//!
//! This module finds the column of each cell, drops rows without text, and decides which rows are the header. The text
//! of a cell, and whether something is a table at all, are decided by the reader.

use super::Content;
use crate::document::{Align, Cell, Span, Table};
use crate::text::Part as _;

/// The maximum number of columns. The text of further cells is appended to the last one.
const MOST_COLUMNS: u16 = 1000;

/// What the source says about a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// How many columns it spans, at least 1.
    pub columns: u16,
    /// How many rows it spans, at least 1, in sources that say it at its first row.
    pub rows: u16,
    pub align: Align,
    pub header: bool,
}

impl Default for Shape {
    fn default() -> Self {
        Self { columns: 1, rows: 1, align: Align::Unset, header: false }
    }
}

/// A table under construction.
///
/// A reader calls [`Draft::begin_row`], then [`Draft::cell`] for each cell, and appends the text of the cell to its own
/// text (with emphasis and marks as usual, and `\n` between paragraphs). Then it calls [`Draft::end_row`], which
/// returns the range of the row, never empty. At the end [`Draft::finish`] returns the table.
///
/// For each row that `end_row` returned, a reader of blocks pushes a block of the style [`super::Style::Row`] with
/// exactly that range; it pushes the table to [`Content::tables`]. A reader of [`super::Marked`] uses [`Table::span`]
/// as the body of the clause. The grammar finds the cells by the range.
///
/// The tabs between cells and the line feeds between rows are written here, and a reader must not write any into a row.
#[derive(Debug, Default)]
pub(super) struct Draft {
    table: Table,
    /// For each column, how many of the next rows a cell from above still spans.
    covered: Vec<u16>,
    /// For each column, the index of the last cell in it.
    above: Vec<u32>,
    /// The column of the next cell, from 0.
    column: u16,
    /// The byte offset at which the row begins, including the separator before it.
    from: usize,
    /// How many rows at the top the source marks as the header.
    headed: u32,
}

impl Draft {
    pub(super) fn begin_row(&mut self, text: &mut String) {
        if !self.table.is_empty() && self.table.row(self.row()).is_empty() {
            return;
        }
        self.from = text.len();
        if !self.table.is_empty() {
            text.push('\n');
        }
        self.table.begin_row();
        self.column = 0;
    }

    /// Begins a cell in the next free column. Its text is what is appended until the next cell.
    pub(super) fn cell(&mut self, text: &mut String, shape: Shape) {
        self.end_cell(text);
        while self.covered.get(usize::from(self.column)).is_some_and(|rows| *rows > 0) {
            self.column += 1;
        }
        if self.column >= MOST_COLUMNS {
            text.push('\n');
            return;
        }
        if !self.table.row(self.row()).is_empty() {
            text.push('\t');
        }
        let columns = shape.columns.clamp(1, MOST_COLUMNS - self.column);
        let rows = shape.rows.max(1);
        let here = text.len();
        let to = usize::from(self.column + columns);
        if self.covered.len() < to {
            self.covered.resize(to, 0);
            self.above.resize(to, u32::MAX);
        }
        let cell = self.table.cells().len() as u32;
        for column in usize::from(self.column)..to {
            self.covered[column] = rows;
            self.above[column] = cell;
        }
        self.table.push(Cell {
            text: Span::new(here, here),
            column: self.column,
            columns,
            rows,
            align: shape.align,
            header: shape.header,
        });
        self.column += columns;
    }

    #[allow(dead_code, reason = "for readers that see where a column stands")]
    /// Begins a cell in a given column, after empty cells where there is a gap.
    pub(super) fn cell_at(&mut self, text: &mut String, column: u16, shape: Shape) {
        while self.column < column.min(MOST_COLUMNS - 1) {
            if self.covered.get(usize::from(self.column)).is_some_and(|rows| *rows > 0) {
                self.column += 1;
            } else {
                self.cell(text, Shape::default());
            }
        }
        self.cell(text, shape);
    }

    /// Adds an empty place that belongs to the cell above, in sources that describe row spans row by row.
    #[cfg(any(feature = "word", feature = "html"))]
    pub(super) fn goes_on(&mut self, text: &mut String, columns: u16) {
        self.end_cell(text);
        let at = usize::from(self.column);
        let row = self.row();
        let above = self.above.get(at).copied().unwrap_or(u32::MAX) as usize;
        let begins = self.table.cells().get(above).is_some_and(|cell| usize::from(cell.column) == at);
        // In the first row, and next to a cell that begins in the same row, there is no cell above.
        if row == 0 || !begins || above >= self.first_of_row() {
            return self.cell(text, Shape { columns, ..Shape::default() });
        }
        if let Some(cell) = self.table.cells_mut().get_mut(above) {
            cell.rows = cell.rows.saturating_add(1);
            let columns = cell.columns;
            for column in self.covered.iter_mut().skip(at).take(usize::from(columns)) {
                *column = 1;
            }
            self.column += columns;
        }
    }

    /// The cell that was begun last, to correct it.
    pub(super) fn last_cell(&mut self) -> Option<&mut Cell> {
        let from = self.first_of_row();
        self.table.cells_mut().get_mut(from..)?.last_mut()
    }

    /// Marks the current row as part of the header.
    #[cfg(any(feature = "word", feature = "html"))]
    pub(super) fn header_row(&mut self) {
        let from = self.first_of_row();
        for cell in self.table.cells_mut().get_mut(from..).unwrap_or_default() {
            cell.header = true;
        }
        let row = self.row() as u32;
        if self.headed == row {
            self.headed = row + 1;
        }
    }

    /// Marks all rows so far as the header and sets the alignment of their columns.
    pub(super) fn header_so_far(&mut self, aligns: &[Align]) {
        for cell in self.table.cells_mut() {
            cell.header = true;
            cell.align = aligns.get(usize::from(cell.column)).copied().unwrap_or_default();
        }
        self.headed = self.table.rows().len() as u32;
    }

    /// Ends the row and returns the range of its text. A row without text is dropped, and `None` returned.
    pub(super) fn end_row(&mut self, text: &mut String) -> Option<Span> {
        self.end_cell(text);
        let cells = self.table.row(self.row());
        if cells.iter().all(|cell| cell.text.is_empty()) {
            // Text outside of cells is left to the reader.
            if text.get(self.from..).is_some_and(|row| row.trim().is_empty()) {
                text.truncate(self.from);
            }
            self.drop_row();
            return None;
        }
        for rows in &mut self.covered {
            *rows = rows.saturating_sub(1);
        }
        Some(self.table.row_span(self.row()))
    }

    /// Drops the current row, which shortens the cells that span it.
    fn drop_row(&mut self) {
        let from = self.first_of_row() as u32;
        let mut last = u32::MAX;
        for column in 0..self.covered.len() {
            let Some(cell) = self.above.get(column).copied() else { continue };
            let covers = self.covered.get(column).is_some_and(|rows| *rows > 0);
            if cell >= from {
                self.covered[column] = 0;
                self.above[column] = u32::MAX;
            } else if covers {
                self.covered[column] -= 1;
                if cell != last
                    && let Some(cell) = self.table.cells_mut().get_mut(cell as usize)
                {
                    cell.rows = cell.rows.saturating_sub(1).max(1);
                }
                last = cell;
            }
        }
        if self.headed > self.row() as u32 {
            self.headed -= 1;
        }
        self.table.drop_row();
    }

    fn row(&self) -> usize {
        self.table.rows().len().saturating_sub(1)
    }

    fn first_of_row(&self) -> usize {
        self.table.cells().len() - self.table.row(self.row()).len()
    }

    fn end_cell(&mut self, text: &str) {
        if let Some(cell) = self.last_cell() {
            cell.text.end = text.len() as u32;
        }
    }

    /// The finished table; `None` where no row has text. `emphasis` shows which header is bold, where the source marks
    /// none.
    pub(super) fn finish(mut self, text: &str, emphasis: &[Span]) -> Option<Table> {
        if self.table.is_empty() {
            return None;
        }
        self.table.close();
        join_columns(&mut self.table);
        self.table.header_rows = self.headed;
        find_header(&mut self.table, text, emphasis);
        Some(self.table)
    }
}

/// The alignment that markup names: "Right", "center", "text-align: end".
pub(super) fn side(words: &str) -> Align {
    let words = words.to_ascii_lowercase();
    let words = words.split_once("text-align:").map_or(words.as_str(), |(_, side)| side).trim_start();
    match words {
        words if words.starts_with("right") || words.starts_with("end") => Align::End,
        words if words.starts_with("cent") => Align::Centre,
        words if words.starts_with("left") || words.starts_with("start") => Align::Start,
        _ => Align::Unset,
    }
}

/// Removes columns in which no cell begins: word processors use a finer grid than they show.
fn join_columns(table: &mut Table) {
    let mut begins = vec![false; usize::from(table.columns) + 1];
    for cell in table.cells() {
        if let Some(begins) = begins.get_mut(usize::from(cell.column)) {
            *begins = true;
        }
    }
    let mut count = 0_u16;
    let places: Vec<u16> = begins
        .iter()
        .map(|begins| {
            let place = count;
            count += u16::from(*begins);
            place
        })
        .collect();
    let place = |column: u16| places.get(usize::from(column)).copied().unwrap_or(count);
    for cell in table.cells_mut() {
        let end = place(cell.column.saturating_add(cell.columns));
        cell.column = place(cell.column);
        cell.columns = end.saturating_sub(cell.column).max(1);
    }
    table.columns = count;
}

/// Finds the header rows: the first rows that are marked as the header, or that are bold or italic where the rows below
/// are not.
fn find_header(table: &mut Table, text: &str, emphasis: &[Span]) {
    let named = |cells: &[Cell]| cells.iter().all(|cell| cell.header || cell.text.is_empty());
    let set_off = |cells: &[Cell]| cells.iter().all(|cell| is_set_off(cell.text, text, emphasis));
    let count = |of: &dyn Fn(&[Cell]) -> bool| table.rows().take_while(|cells| of(cells)).count();
    let rows = table.rows().len();
    let given = table.header_rows as usize;
    let mut header = count(&named).max(given);
    if header == 0 {
        header = count(&set_off);
        if header >= rows {
            header = 0;
        }
    }
    // Below the names of the columns, a row with a single name is the title of the rows below it.
    let worded = |row: usize| table.row(row).iter().filter(|cell| !cell.text.is_empty()).count();
    let names_columns = (0..header.min(rows)).any(|row| worded(row) > 1);
    while header > given.max(1) && header <= rows && names_columns && names_group(table.row(header - 1), text)
    {
        header -= 1;
    }
    // The header extends to the end of its cells that span several rows.
    let mut row = 0;
    while row < header.min(rows) {
        let reach = table.row(row).iter().map(|cell| usize::from(cell.rows)).max().unwrap_or(1);
        header = header.max(row + reach);
        row += 1;
    }
    if header >= rows {
        header = 0;
    }
    table.header_rows = header as u32;
    let cells: usize = (0..header).map(|row| table.row(row).len()).sum();
    for cell in table.cells_mut().iter_mut().take(cells) {
        cell.header = true;
    }
}

/// Whether a row holds nothing but a name in its first cell. A unit of measurement in brackets is not such a name.
fn names_group(row: &[Cell], text: &str) -> bool {
    let mut worded = row.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty());
    let first = worded.next().filter(|(at, _)| *at == 0);
    worded.next().is_none()
        && first.is_some_and(|(_, cell)| {
            let words = text.part(cell.text.range());
            !words.trim_start().starts_with(['(', '（', '['])
        })
}

/// Whether all letters and digits of a span are emphasised; true for a cell without any.
pub(super) fn is_set_off(span: Span, text: &str, emphasis: &[Span]) -> bool {
    let from = emphasis.partition_point(|emphasised| emphasised.end <= span.start);
    let mut at = span.start;
    let mut plain = String::new();
    for emphasised in emphasis.part(from..).iter().take_while(|one| one.start < span.end) {
        plain.push_str(text.part(at as usize..emphasised.start.max(at) as usize));
        at = emphasised.end.max(at);
    }
    plain.push_str(text.part(at as usize..span.end.max(at) as usize));
    !plain.chars().any(|letter| letter.is_alphabetic() || letter.is_ascii_digit())
}

impl Content {
    /// The index of the table in `tables`, and of the row in it, that a block of the style [`super::Style::Row`] shows.
    /// `None` where the reader did not know the cells.
    pub(crate) fn row(&self, block: &super::Block) -> Option<(usize, usize)> {
        let start = block.text.start;
        let at = self.tables.partition_point(|table| table.span().end <= start);
        let table = self.tables.get(at)?;
        let row = table.row_at(start)?;
        (table.row_span(row) == block.text).then_some((at, row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Builds a table from rows of cells and shows it: each cell with its place, and its span where that is more than
    /// one.
    fn shown(rows: &[&[(&str, u16, u16)]]) -> String {
        let mut text = String::from("Before ");
        let mut draft = Draft::default();
        for row in rows {
            draft.begin_row(&mut text);
            for (words, columns, rows) in *row {
                match *words {
                    "^" => draft.goes_on(&mut text, *columns),
                    words => {
                        draft.cell(&mut text, Shape { columns: *columns, rows: *rows, ..Shape::default() });
                        text.push_str(words);
                    }
                }
            }
            draft.end_row(&mut text);
        }
        let Some(table) = draft.finish(&text, &[]) else { return "no table".to_owned() };
        let cell = |cell: &Cell| {
            let words = text.get(cell.text.range()).unwrap();
            match (cell.columns, cell.rows) {
                (1, 1) => format!("{}:{words}", cell.column),
                (columns, rows) => format!("{}:{words}[{columns}x{rows}]", cell.column),
            }
        };
        let rows = table.rows().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(" "));
        format!("{}\n{}", table.columns, rows.collect::<Vec<_>>().join("\n"))
    }

    #[test]
    fn a_cell_takes_the_next_column_that_no_cell_from_above_covers() {
        let rows: [&[_]; 3] = [&[("a", 1, 2), ("b", 2, 1)], &[("c", 1, 1), ("d", 1, 1)], &[("e", 1, 1)]];
        assert_eq!(shown(&rows), "3\n0:a[1x2] 1:b[2x1]\n1:c 2:d\n0:e");
    }

    #[test]
    fn a_continued_cell_is_the_cell_above() {
        let rows: [&[_]; 3] =
            [&[("a", 1, 1), ("b", 1, 1)], &[("^", 1, 1), ("c", 1, 1)], &[("^", 1, 1), ("d", 1, 1)]];
        assert_eq!(shown(&rows), "2\n0:a[1x3] 1:b\n1:c\n1:d");
        let nothing_above: [&[_]; 1] = [&[("^", 1, 1), ("c", 1, 1)]];
        assert_eq!(shown(&nothing_above), "2\n0: 1:c");
    }

    #[test]
    fn rows_without_text_and_columns_without_cells_are_dropped() {
        let rows: [&[_]; 3] = [&[("a", 3, 3), ("b", 2, 1)], &[("", 2, 1)], &[("c", 2, 1)]];
        assert_eq!(shown(&rows), "2\n0:a[1x2] 1:b\n1:c");
        assert_eq!(shown(&[&[("", 1, 1)], &[]]), "no table");
    }

    #[test]
    fn no_cell_extends_beyond_the_table() {
        let rows: [&[_]; 2] = [&[("a", 900, 60_000), ("b", 900, 1)], &[("c", 1, 1)]];
        assert_eq!(shown(&rows), "2\n0:a[1x2] 1:b\n1:c");
    }

    #[test]
    fn cells_beyond_the_last_column_are_appended_to_the_last_cell() {
        let wide: Vec<_> = (0..1003).map(|_| ("x", 1, 1)).collect();
        let shown = shown(&[&wide]);
        assert!(shown.ends_with("998:x 999:x\nx\nx\nx"), "{shown}");
    }

    /// How many header rows a table has if these of its words are bold.
    fn header_rows(text: &str, bold: &[(&str, &str)]) -> u32 {
        let mut draft = Draft::default();
        let mut built = String::new();
        for row in text.split('\n') {
            draft.begin_row(&mut built);
            for cell in row.split('\t') {
                draft.cell(&mut built, Shape::default());
                built.push_str(cell);
            }
            draft.end_row(&mut built);
        }
        let span = |(from, to): &(&str, &str)| {
            Span::new(text.find(from).unwrap(), text.find(to).unwrap() + to.len())
        };
        let spans: Vec<Span> = bold.iter().map(span).collect();
        draft.finish(&built, &spans).unwrap().header_rows
    }

    #[test]
    fn a_bold_first_row_is_the_header_if_others_are_not_bold() {
        let text = "Lamp\tPrice¹\nOil\t3\nGas\t4";
        assert_eq!(header_rows(text, &[("Lamp", "Lamp"), ("Price", "Price")]), 1);
        assert_eq!(header_rows(text, &[("Lamp", "Lamp")]), 0);
        assert_eq!(header_rows(text, &[("Lamp", "4")]), 0);
    }

    #[test]
    fn a_bold_name_alone_below_the_header_is_the_title_of_a_group() {
        let bold = &[("Lamp", "Price"), ("Oil lamps", "Oil lamps"), ("Small", "Small")];
        assert_eq!(header_rows("Lamp\tPrice\nOil lamps\t\nSmall\t\nDavit\t3", bold), 1);
        let unit = &[("Lamp", "Price"), ("(francs)", "(francs)")];
        assert_eq!(header_rows("Lamp\tPrice\n\t(francs)\nDavit\t3", unit), 2);
    }
}
