//! Lays a table out as rows: how wide its columns are, and which words of which cell stand on each row.
//!
//! Columns get the width of their content where there is room; otherwise they shrink in proportion, but never below
//! their longest word. Where even the longest words do not fit side by side, the first column stays and the others
//! scroll sideways, or, on a narrow screen, each row of the table becomes lines of "header: value". No boxes are drawn:
//! blanks separate the columns, and a rule separates the header.

mod cards;
mod columns;
mod figures;

use super::{Ink, Piece, Role, Row, Rows};
use crate::document::{Align, Cell, Document, Span, Table};
use crate::lang::Language;
use crate::text::Part as _;
use crate::text::{width, wrap};
use columns::Column;
use figures::{Figure, GroupOrder};
use std::ops::Range;

/// Cells between two columns.
const GAP: usize = 2;
/// Hanging indent, in cells, of wrapped lines in the first column where no blank rows separate the table's rows.
const TURN: usize = 2;

/// How to show a table whose longest words do not fit side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wide {
    /// Show the first column and as many others as fit. The number is how many columns after the first are scrolled
    /// past.
    Sideways(u16),
    /// Show each row of the table as lines of "header: value".
    Cards,
}

impl Wide {
    /// On a text narrower than this many cells, scrolling sideways would show too little, and the table becomes cards.
    pub(crate) const LEAST: u16 = 58;
}

/// Where a table stands on the screen; all widths are in cells.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ground {
    /// Width available to the table.
    pub room: u16,
    /// Width of a line of text, including the gutter.
    pub text: u16,
    /// Cells between the edge of the room and the text.
    pub lead: u16,
    /// Width of the gutter: the cells for paragraph numbers before the words of the text.
    pub gutter: u16,
    pub wide: Wide,
}

/// Lays out a table. The rows in `before` (the blank rows above it) come first in the result.
pub(crate) fn rows(document: &Document, table: &Table, ground: &Ground, before: Vec<Row>) -> Rows {
    let mut setter = TableLayout::new(document, table, ground, before);
    let (room, columns) = (usize::from(ground.room), setter.columns.len());
    let all =
        setter.columns.iter().map(|column| column.least).sum::<usize>() + GAP * columns.saturating_sub(1);
    match ground.wide {
        _ if all <= room => {
            let kept = ShownColumns { from: 1, end: columns };
            let widths = setter.widths(&kept, all);
            setter.grid(&kept, &widths);
        }
        Wide::Cards => cards::set(&mut setter),
        Wide::Sideways(shift) => {
            let widths = setter.comfortable();
            let kept = ShownColumns::from(
                1 + usize::from(shift).min(ShownColumns::last(&widths, room)),
                &widths,
                room,
            );
            setter.grid(&kept, &widths);
            setter.out.hidden = (kept.from as u16 - 1, (columns - kept.end) as u16);
        }
    }
    setter.out
}

/// How many columns of a wide table must be scrolled past to bring a cell into sight, at least those scrolled past now
/// where that is enough.
pub(super) fn shift_for(document: &Document, table: &Table, ground: &Ground, cell: &Cell) -> u16 {
    let Wide::Sideways(shift) = ground.wide else { return 0 };
    let setter = TableLayout::new(document, table, ground, Vec::new());
    let (widths, room) = (setter.comfortable(), usize::from(ground.room));
    let column = usize::from(cell.column);
    let mut from = 1 + usize::from(shift);
    if column == 0 {
        return shift;
    }
    from = from.min(column);
    while from < column && ShownColumns::from(from, &widths, room).end <= column {
        from += 1;
    }
    from as u16 - 1
}

/// Which columns are shown: the first, and those from index `from` up to but not including `end`.
#[derive(Clone, Copy, Debug)]
struct ShownColumns {
    from: usize,
    end: usize,
}

impl ShownColumns {
    /// Shows as many columns from `from` on as fit beside the first, at least one.
    fn from(from: usize, widths: &[usize], room: usize) -> Self {
        let mut used = widths.first().copied().unwrap_or(0);
        let mut end = from;
        for width in widths.iter().skip(from) {
            used += GAP + width;
            if used > room && end > from {
                break;
            }
            end += 1;
        }
        Self { from, end }
    }

    /// The most columns that may be scrolled past: with these the last column is in sight.
    fn last(widths: &[usize], room: usize) -> usize {
        let mut used = widths.first().copied().unwrap_or(0);
        let others = widths.part(1..);
        let shown = others.iter().rev().take_while(|width| {
            used += GAP + **width;
            used <= room
        });
        others.len() - shown.count().max(1).min(others.len())
    }

    /// Which of the shown columns, counted from 0, a cell covers; `None` where it covers none.
    fn place(self, cell: &Cell) -> Option<Range<usize>> {
        let (start, end) =
            (usize::from(cell.column), usize::from(cell.column) + usize::from(cell.columns.max(1)));
        let (from, to) = (start.max(self.from), end.min(self.end));
        let others = if from < to { from + 1 - self.from..to + 1 - self.from } else { 1..1 };
        match start {
            0 => Some(0..others.end),
            _ => (!others.is_empty()).then_some(others),
        }
    }
}

/// One wrapped line of a cell.
#[derive(Clone, Copy, Debug)]
struct CellLine {
    text: Span,
    cells: usize,
    /// Indent of the line within the cell, in cells of the grid.
    turn: usize,
}

/// A cell of which some lines are still to be placed.
#[derive(Debug)]
struct OpenCell {
    cell: Cell,
    /// The shown columns that it covers, counted from 0.
    place: Range<usize>,
    /// The lines still to be placed: indices from `next` up to but not including `end`.
    next: usize,
    end: usize,
    /// Index of the last row of the table that it covers.
    last: usize,
    figure: Option<Figure>,
}

/// Geometry of the shown columns, in cells.
#[derive(Debug)]
struct Grid {
    kept: ShownColumns,
    /// Cells before the first shown column.
    indent: usize,
    widths: Vec<usize>,
    /// Offset of each shown column from the first.
    begins: Vec<usize>,
    total: usize,
}

impl Grid {
    fn new(kept: ShownColumns, widths: Vec<usize>) -> Self {
        let mut at = 0;
        let begins = widths
            .iter()
            .map(|width| {
                let begins = at;
                at += width + GAP;
                begins
            })
            .collect();
        Self { kept, indent: 0, widths, begins, total: at.saturating_sub(GAP) }
    }

    fn begin(&self, column: usize) -> usize {
        self.indent + self.begins.get(column).copied().unwrap_or(0)
    }

    /// Width of a range of shown columns, including the gaps between them.
    fn cells(&self, place: &Range<usize>) -> usize {
        let last = place.end.saturating_sub(1);
        let end = self.begin(last) + self.widths.get(last).copied().unwrap_or(1);
        end.saturating_sub(self.begin(place.start)).max(1)
    }
}

/// A table being laid out.
struct TableLayout<'d> {
    document: &'d Document,
    table: &'d Table,
    ground: &'d Ground,
    rtl: bool,
    columns: Vec<Column>,
    /// For each cell in document order, the figure that it contains, if its content is one.
    figures: Vec<Option<Figure>>,
    /// How most grouped numbers in the table are typed; `None` where the lengths of their groups do not tell.
    order: Option<GroupOrder>,
    /// For each merged cell, the columns that it covers and the width of its longest word.
    merged: Vec<(Range<usize>, usize)>,
    out: Rows,
}

impl<'d> TableLayout<'d> {
    fn new(document: &'d Document, table: &'d Table, ground: &'d Ground, before: Vec<Row>) -> Self {
        let mut setter = Self {
            document,
            table,
            ground,
            rtl: document.language().is_some_and(Language::is_rtl),
            columns: vec![Column::default(); usize::from(table.columns.max(1))],
            figures: Vec::new(),
            order: None,
            merged: Vec::new(),
            out: Rows { lines: before, ..Rows::default() },
        };
        setter.find_figures();
        setter.measure();
        setter
    }

    fn cells(&self) -> impl Iterator<Item = &'d Cell> + use<'d> {
        self.table.rows().flatten()
    }

    /// The widths of all columns. The table may be wider than the text only where that saves more than a quarter of its
    /// lines.
    fn widths(&self, kept: &ShownColumns, least: usize) -> Vec<usize> {
        let (text, room) = (usize::from(self.ground.text), usize::from(self.ground.room));
        if least > text || text == room {
            return self.fitting(room);
        }
        let (within, beyond) = (self.fitting(text), self.fitting(room));
        let lines = |widths: &[usize]| {
            let grid = Grid::new(*kept, widths.to_vec());
            let (mut lines, mut ends) = (Vec::new(), Vec::new());
            self.turn_lines(&grid, 0, &mut lines, &mut ends);
            self.heights(&ends).0
        };
        if lines(&beyond) * 4 < lines(&within) * 3 { beyond } else { within }
    }

    /// Wraps the text of a cell at `cells` cells. Lines after the first of a paragraph are indented by `turn`.
    fn wrapped(&self, text: Span, cells: usize, turn: usize, lines: &mut Vec<CellLine>) {
        let mut at = text.start;
        for line in self.document.slice(text).split('\n') {
            for row in wrap::rows(line, cells, cells.saturating_sub(turn)) {
                let text = Span { start: at + row.start, end: at + row.end };
                let cells = width(self.document.slice(text));
                let turn = if text.start > at { turn } else { 0 };
                if cells > 0 {
                    lines.push(CellLine { text, cells, turn });
                }
            }
            at += line.len() as u32 + 1;
        }
    }

    /// Lays out the shown columns side by side.
    fn grid(&mut self, kept: &ShownColumns, widths: &[usize]) {
        let shown: Vec<usize> =
            widths.iter().take(1).chain(widths.part(kept.from..kept.end)).copied().collect();
        let shown_all = shown.len() == widths.len();
        let mut grid = Grid::new(*kept, shown);
        if shown_all {
            grid.indent = self.indent(grid.total);
        } else {
            // A table that scrolls sideways takes the whole room, so that it keeps its place as it scrolls.
            grid.total = usize::from(self.ground.room);
        }
        let mut lines = Vec::new();
        let mut ends = Vec::new();
        self.turn_lines(&grid, 0, &mut lines, &mut ends);
        // Where many rows wrap in a column after the first, blank rows are needed to tell the table's rows apart.
        // Otherwise a hanging indent in the first column is enough.
        let spaced = self.heights(&ends).1 * 4 > self.table.body_rows().len();
        if !spaced {
            self.turn_lines(&grid, TURN, &mut lines, &mut ends);
        }
        self.stand(&grid, &lines, &ends, spaced);
    }

    /// Cells before the table: it is aligned with the words of the text if it fits there, else moved out only as far as
    /// needed.
    fn indent(&self, total: usize) -> usize {
        let Ground { room, text, lead, gutter, .. } = *self.ground;
        let (room, text, lead, gutter) =
            (usize::from(room), usize::from(text), usize::from(lead), usize::from(gutter));
        match total {
            _ if total + gutter <= text => lead + gutter,
            _ if total <= text => lead,
            _ => lead.min(room.saturating_sub(total) / 2),
        }
    }

    /// Wraps every shown cell into `lines`, and puts the index at which the lines of each cell end into `ends`.
    fn turn_lines(&self, grid: &Grid, turn: usize, lines: &mut Vec<CellLine>, ends: &mut Vec<usize>) {
        lines.clear();
        ends.clear();
        for cell in self.cells() {
            if let Some(place) = grid.kept.place(cell) {
                let cells = grid.cells(&place);
                let least = self.columns.first().map_or(0, |column| column.least);
                let hangs = place.start == 0 && place.len() == 1 && cells >= least + turn;
                self.wrapped(cell.text, cells, if hangs { turn } else { 0 }, lines);
            }
            ends.push(lines.len());
        }
    }

    /// How many lines all rows take, and how many rows below the header take more than one in a column after the first.
    fn heights(&self, ends: &[usize]) -> (usize, usize) {
        let (mut before, mut index, mut all, mut tall) = (0, 0, 0, 0);
        let body = self.table.body_rows();
        for (row, cells) in self.table.rows().enumerate() {
            let (mut most, mut beside) = (0, 0);
            for cell in cells {
                let end = ends.get(index).copied().unwrap_or(before);
                if cell.rows <= 1 {
                    most = most.max(end - before);
                    beside = beside.max(if cell.column > 0 { end - before } else { 0 });
                }
                (before, index) = (end, index + 1);
            }
            all += most;
            tall += usize::from(beside > 1 && body.contains(&row));
        }
        (all, tall)
    }

    /// Places the wrapped lines, row by row.
    fn stand(&mut self, grid: &Grid, lines: &[CellLine], ends: &[usize], spaced: bool) {
        let body = self.table.body_rows();
        let first = self.out.lines.len();
        let (mut begins, mut index) = (0, 0);
        // Cells with lines left to place, by column, including merged cells that began in a row above.
        let mut open: Vec<OpenCell> = Vec::new();
        for (row, cells) in self.table.rows().enumerate() {
            let mut own: Vec<OpenCell> = Vec::new();
            for cell in cells {
                let end = ends.get(index).copied().unwrap_or(begins);
                if let Some(place) = grid.kept.place(cell).filter(|_| end > begins) {
                    let last = row + usize::from(cell.rows.max(1)) - 1;
                    // A header cell never reaches below the rule.
                    let last = if row < body.start { last.min(body.start - 1) } else { last };
                    let figure = self.figures.get(index).copied().flatten();
                    let figure = figure.filter(|_| end == begins + 1);
                    own.push(OpenCell { cell: *cell, place, next: begins, end, last, figure });
                }
                (begins, index) = (end, index + 1);
            }
            let is_last = row + 1 == self.table.rows().len();
            let goes_on = !own.is_empty() || !open.is_empty();
            if goes_on && spaced && row > body.start && self.out.lines.len() > first {
                self.between(grid, &mut open, lines);
            }
            open.append(&mut own);
            open.sort_by_key(|standing| standing.place.start);
            while !open.is_empty() {
                self.line(grid, &mut open, lines, row < body.start);
                let ends_here = |standing: &OpenCell| is_last || standing.last <= row;
                open.retain(|standing| standing.next < standing.end);
                if !open.iter().any(ends_here) {
                    break;
                }
            }
            if row + 1 == body.start && !body.is_empty() && self.out.lines.len() > first {
                self.rule(grid.indent, grid.total);
                self.out.header = first..self.out.lines.len();
            }
        }
    }

    /// The separator between two rows: a blank row, or the next line of a merged cell that covers both.
    fn between(&mut self, grid: &Grid, open: &mut Vec<OpenCell>, lines: &[CellLine]) {
        if open.is_empty() {
            self.out.lines.push(Row::new(Role::Blank));
        } else {
            self.line(grid, open, lines, false);
            open.retain(|standing| standing.next < standing.end);
        }
    }

    /// Places the next line of each cell. Cells that overlap, which is malformed, are placed on successive rows.
    fn line(&mut self, grid: &Grid, open: &mut [OpenCell], lines: &[CellLine], header: bool) {
        let (from, mut free) = (self.out.pieces.len(), 0);
        for standing in open.iter_mut().filter(|standing| standing.next < standing.end) {
            let Some(line) = lines.get(standing.next).filter(|_| standing.place.start >= free) else {
                continue;
            };
            standing.next += 1;
            free = standing.place.end;
            let x = u16::try_from(self.x(grid, standing, line, header)).unwrap_or(u16::MAX);
            let names = header || (standing.cell.header && standing.place.len() > 1);
            let ink = if names { Ink::Head } else { Ink::Words };
            let from_left = standing.figure.is_some_and(|figure| match figure.order() {
                Some(order) => order == GroupOrder::First,
                None => self.order == Some(GroupOrder::First),
            });
            self.out.pieces.push(Piece { text: line.text, x, ink, after: "", from_left });
        }
        self.push_row(from, grid.indent);
    }

    /// Cells before a line of a cell.
    fn x(&self, grid: &Grid, standing: &OpenCell, line: &CellLine, header: bool) -> usize {
        let begin = grid.begin(standing.place.start);
        let room = grid.cells(&standing.place);
        let spare = room.saturating_sub(line.cells);
        let cell = &standing.cell;
        let column = self.columns.get(usize::from(cell.column)).copied().unwrap_or_default();
        // Figures are aligned at the decimal mark only in a single column, and of a merged cell only one may be in
        // sight.
        let single = standing.place.len() == 1 && cell.columns <= 1;
        let figures = column.figures.filter(|_| single);
        if let (Some((_, most)), Some(figure)) = (figures, standing.figure) {
            let (before, after) = figure.parts(self.document, cell.text, column.point);
            let lacking = most.saturating_sub(after);
            // Digits run from left to right, so in a right-to-left table the decimal marks are aligned from the other
            // edge.
            return begin + if self.rtl { lacking } else { room.saturating_sub(before + after + lacking) };
        }
        let figures_below = !single
            && self.columns.get(usize::from(cell.column)..).is_some_and(|columns| {
                columns.iter().take(usize::from(cell.columns)).all(|column| column.figures.is_some())
            });
        let align = match cell.align {
            _ if figures.is_some() => {
                if self.rtl {
                    Align::Start
                } else {
                    Align::End
                }
            }
            Align::Unset | Align::Start if header && figures_below => Align::Centre,
            Align::Centre if line.cells == cell_cells(self.document, cell) || header && !single => {
                Align::Centre
            }
            Align::End => Align::End,
            _ => Align::Start,
        };
        begin
            + match align {
                Align::Centre => spare / 2,
                Align::End => spare,
                _ => line.turn.min(spare),
            }
    }

    /// Adds a row of the pieces from index `from` on; nothing if there are none.
    fn push_row(&mut self, from: usize, indent: usize) {
        let pieces = self.out.pieces.part(from..);
        let (Some(start), Some(end)) = (
            pieces.iter().map(|piece| piece.text.start).min(),
            pieces.iter().map(|piece| piece.text.end).max(),
        ) else {
            return;
        };
        let to = self.out.pieces.len() as u32;
        self.out.lines.push(Row {
            text: Span { start, end },
            indent: u16::try_from(indent).unwrap_or(0),
            pieces: (from as u32, to),
            ..Row::new(Role::Cells)
        });
    }

    fn rule(&mut self, indent: usize, cells: usize) {
        let (indent, wide) = (u16::try_from(indent).unwrap_or(0), u16::try_from(cells).unwrap_or(u16::MAX));
        self.out.lines.push(Row { indent, wide, ..Row::new(Role::Under) });
    }
}

/// Width of a cell of one line; `usize::MAX` for a cell of several, so that no line equals it.
fn cell_cells(document: &Document, cell: &Cell) -> usize {
    let words = document.slice(cell.text);
    if words.contains('\n') { usize::MAX } else { width(words) }
}
