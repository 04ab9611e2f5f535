//! A table to lines: how wide its columns are, and which words stand where on each line.
//!
//! Columns take what they hold, shrink fairly where there is less room, and never below their longest word. Where even
//! that is too much, the first column is held and the others are shown as far as they fit, or, on a few cells, each row
//! becomes lines of "header: value". There are no boxes: columns are told apart by blanks, and a header by a rule.

mod cards;
mod columns;
mod figures;

use super::{Ink, Piece, Role, Row, Rows};
use crate::document::{Align, Cell, Document, Language, Span, Table};
use crate::text::{width, wrap};
use columns::Column;
use figures::{Figure, Order};
use std::ops::Range;

/// Blanks between columns.
const GAP: usize = 2;
/// Turned lines of a first column are set in by so much where rows stand close.
const TURN: usize = 2;

/// What to do with a table whose longest words do not fit beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wide {
    /// The first column and as many of the others as fit, from this one after the first.
    Sideways(u16),
    /// A row as lines of "header: value".
    Cards,
}

impl Wide {
    /// On fewer cells too little of a table is left to be scrolled sideways.
    pub const LEAST: u16 = 58;
}

/// Where a table stands.
#[derive(Clone, Copy, Debug)]
pub struct Ground {
    /// Cells of a line.
    pub room: u16,
    /// Cells of a line of text, number included.
    pub text: u16,
    /// Cells before the text.
    pub lead: u16,
    /// Cells for numbers before the words of the text.
    pub gutter: u16,
    pub wide: Wide,
}

/// The rows of a table, after those that stand before it.
pub fn rows(document: &Document, table: &Table, ground: &Ground, before: Vec<Row>) -> Rows {
    let mut setter = Setter::new(document, table, ground, before);
    let (room, columns) = (usize::from(ground.room), setter.columns.len());
    let all =
        setter.columns.iter().map(|column| column.least).sum::<usize>() + GAP * columns.saturating_sub(1);
    match ground.wide {
        _ if all <= room => {
            let kept = Kept { from: 1, end: columns };
            let widths = setter.widths(&kept, all);
            setter.grid(&kept, &widths);
        }
        Wide::Cards => cards::set(&mut setter),
        Wide::Sideways(shift) => {
            let widths = setter.comfortable();
            let kept = Kept::from(1 + usize::from(shift).min(Kept::last(&widths, room)), &widths, room);
            setter.grid(&kept, &widths);
            setter.out.hidden = (kept.from as u16 - 1, (columns - kept.end) as u16);
        }
    }
    setter.out
}

/// How many columns are to be passed over, so that a cell of a wide table is in sight.
pub(super) fn shift_for(document: &Document, table: &Table, ground: &Ground, cell: &Cell) -> u16 {
    let Wide::Sideways(shift) = ground.wide else { return 0 };
    let setter = Setter::new(document, table, ground, Vec::new());
    let (widths, room) = (setter.comfortable(), usize::from(ground.room));
    let column = usize::from(cell.column);
    let mut from = 1 + usize::from(shift);
    if column == 0 {
        return shift;
    }
    from = from.min(column);
    while from < column && Kept::from(from, &widths, room).end <= column {
        from += 1;
    }
    from as u16 - 1
}

/// The columns that are shown: the first, and some of the others.
#[derive(Clone, Copy, Debug)]
struct Kept {
    from: usize,
    end: usize,
}

impl Kept {
    /// As many columns as fit beside the first one, at least one.
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

    /// The columns passed over when the last one is in sight.
    fn last(widths: &[usize], room: usize) -> usize {
        let mut used = widths.first().copied().unwrap_or(0);
        let others = widths.get(1..).unwrap_or_default();
        let shown = others.iter().rev().take_while(|width| {
            used += GAP + **width;
            used <= room
        });
        others.len() - shown.count().max(1).min(others.len())
    }

    /// Where a cell stands among the columns that are shown.
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

/// A line of a cell.
#[derive(Clone, Copy, Debug)]
struct Line {
    text: Span,
    cells: usize,
    /// How far it is set in.
    turn: usize,
}

/// A cell whose lines are being put down.
#[derive(Debug)]
struct Standing {
    cell: Cell,
    /// Where it stands among the columns that are shown.
    place: Range<usize>,
    /// Its lines that are left.
    next: usize,
    end: usize,
    /// The last row that it covers.
    last: usize,
    figure: Option<Figure>,
}

/// The columns that are shown.
#[derive(Debug)]
struct Grid {
    kept: Kept,
    /// Where the first of them begins.
    indent: usize,
    widths: Vec<usize>,
    /// Where each begins, counted from the first.
    begins: Vec<usize>,
    total: usize,
}

impl Grid {
    fn new(kept: Kept, widths: Vec<usize>) -> Self {
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

    /// The cells of some columns and of the gaps between them.
    fn cells(&self, place: &Range<usize>) -> usize {
        let last = place.end.saturating_sub(1);
        let end = self.begin(last) + self.widths.get(last).copied().unwrap_or(1);
        end.saturating_sub(self.begin(place.start)).max(1)
    }
}

/// A table on its way to rows.
struct Setter<'d> {
    document: &'d Document,
    table: &'d Table,
    ground: &'d Ground,
    rtl: bool,
    columns: Vec<Column>,
    /// For each cell the figure that it is.
    figures: Vec<Option<Figure>>,
    /// How most numbers in groups are typed, where some tell.
    order: Option<Order>,
    /// The longest word of merged cells, and their columns.
    merged: Vec<(Range<usize>, usize)>,
    out: Rows,
}

impl<'d> Setter<'d> {
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

    /// The widths of all columns. A table is wider than the text where that spares a good part of its lines.
    fn widths(&self, kept: &Kept, least: usize) -> Vec<usize> {
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

    /// The lines of a cell on so many cells, those after the first of a paragraph on fewer.
    fn wrapped(&self, text: Span, cells: usize, turn: usize, lines: &mut Vec<Line>) {
        let mut at = text.start;
        for line in self.document.slice(text).split('\n') {
            for row in wrap::rows(line, cells, cells.saturating_sub(turn)) {
                let text = Span { start: at + row.start, end: at + row.end };
                let cells = width(self.document.slice(text));
                let turn = if text.start > at { turn } else { 0 };
                if cells > 0 {
                    lines.push(Line { text, cells, turn });
                }
            }
            at += line.len() as u32 + 1;
        }
    }

    /// Lays the columns that are shown beside each other.
    fn grid(&mut self, kept: &Kept, widths: &[usize]) {
        let shown: Vec<usize> = widths
            .iter()
            .take(1)
            .chain(widths.get(kept.from..kept.end).unwrap_or_default())
            .copied()
            .collect();
        let shown_all = shown.len() == widths.len();
        let mut grid = Grid::new(*kept, shown);
        if shown_all {
            grid.indent = self.indent(grid.total);
        } else {
            // It does not move when other columns are shown.
            grid.total = usize::from(self.ground.room);
        }
        let mut lines = Vec::new();
        let mut ends = Vec::new();
        self.turn_lines(&grid, 0, &mut lines, &mut ends);
        // Where many rows have several lines beside their name, only blank lines between the rows tell them apart.
        // Turned lines of the first column are set in, which is enough.
        let spaced = self.heights(&ends).1 * 4 > self.table.body_rows().len();
        if !spaced {
            self.turn_lines(&grid, TURN, &mut lines, &mut ends);
        }
        self.stand(&grid, &lines, &ends, spaced);
    }

    /// Cells before the table: it stands with the words of the text where there is room, else as far out as it must.
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

    /// The lines of every cell that is shown, and where those of each end.
    fn turn_lines(&self, grid: &Grid, turn: usize, lines: &mut Vec<Line>, ends: &mut Vec<usize>) {
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

    /// The lines of all rows, and how many rows below the header have more than one in a column after the first.
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

    /// Puts the lines where they stand, row by row.
    fn stand(&mut self, grid: &Grid, lines: &[Line], ends: &[usize], spaced: bool) {
        let body = self.table.body_rows();
        let first = self.out.lines.len();
        let (mut begins, mut index) = (0, 0);
        // Cells that have lines left, by column; those of rows above among them.
        let mut open: Vec<Standing> = Vec::new();
        for (row, cells) in self.table.rows().enumerate() {
            let mut own: Vec<Standing> = Vec::new();
            for cell in cells {
                let end = ends.get(index).copied().unwrap_or(begins);
                if let Some(place) = grid.kept.place(cell).filter(|_| end > begins) {
                    let last = row + usize::from(cell.rows.max(1)) - 1;
                    // The header does not reach below the rule.
                    let last = if row < body.start { last.min(body.start - 1) } else { last };
                    let figure = self.figures.get(index).copied().flatten();
                    let figure = figure.filter(|_| end == begins + 1);
                    own.push(Standing { cell: *cell, place, next: begins, end, last, figure });
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
                let ends_here = |standing: &Standing| is_last || standing.last <= row;
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

    /// The blank line between two rows, where a cell that stands in both goes on.
    fn between(&mut self, grid: &Grid, open: &mut Vec<Standing>, lines: &[Line]) {
        if open.is_empty() {
            self.out.lines.push(Row::new(Role::Blank));
        } else {
            self.line(grid, open, lines, false);
            open.retain(|standing| standing.next < standing.end);
        }
    }

    /// The next line of each cell. Cells that overlap, as they should not, take turns.
    fn line(&mut self, grid: &Grid, open: &mut [Standing], lines: &[Line], header: bool) {
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
                Some(order) => order == Order::First,
                None => self.order == Some(Order::First),
            });
            self.out.pieces.push(Piece { text: line.text, x, ink, after: "", from_left });
        }
        self.push_row(from, grid.indent);
    }

    /// Where a line of a cell begins.
    fn x(&self, grid: &Grid, standing: &Standing, line: &Line, header: bool) -> usize {
        let begin = grid.begin(standing.place.start);
        let room = grid.cells(&standing.place);
        let spare = room.saturating_sub(line.cells);
        let cell = &standing.cell;
        let column = self.columns.get(usize::from(cell.column)).copied().unwrap_or_default();
        // Of a merged cell only one column may be in sight.
        let single = standing.place.len() == 1 && cell.columns <= 1;
        let figures = column.figures.filter(|_| single);
        if let (Some((_, most)), Some(figure)) = (figures, standing.figure) {
            let (before, after) = figure.parts(self.document, cell.text, column.point);
            let lacking = most.saturating_sub(after);
            // Figures run from the left in a line that is read from the right.
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

    /// Ends a line whose pieces are those from an index on.
    fn push_row(&mut self, from: usize, indent: usize) {
        let pieces = self.out.pieces.get(from..).unwrap_or_default();
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

/// The cells of a cell that is one line; of others no number that a line has.
fn cell_cells(document: &Document, cell: &Cell) -> usize {
    let words = document.slice(cell.text);
    if words.contains('\n') { usize::MAX } else { width(words) }
}
