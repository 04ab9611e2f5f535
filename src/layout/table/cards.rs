//! A table on a narrow screen: the words of its header, then each row as lines of "header: value".

use super::{GAP, Ink, Piece, Role, Row, TableLayout};
use crate::document::{Cell, Span};
use crate::lang::Citing;
use crate::text::{longest, width, wrap};

/// At most this many header cells are repeated before a value.
const HEADS: usize = 8;
/// Indent of the values below the first of a row, and additional indent of wrapped lines, in cells.
const INSET: usize = 2;

/// Lays a table out as cards.
pub(super) fn set(setter: &mut TableLayout) {
    let (table, body) = (setter.table, setter.table.body_rows());
    let lead = usize::from(setter.ground.lead);
    let cells = usize::from(setter.ground.text);
    let heads = (0..body.start).flat_map(|row| table.row(row)).filter(|cell| !cell.text.is_empty());
    let mut heads: Vec<&Cell> = heads.collect();
    heads.sort_by_key(|cell| cell.column);
    let mut heads = heads.into_iter().peekable();
    let between = setter.document.words().citing.comma;
    let mut flow = Flow { setter, lead, cells, x: 0, hang: 0, from: None };
    while let Some(cell) = heads.next() {
        flow.put(cell.text, Ink::Head, if heads.peek().is_some() { between } else { "" });
    }
    flow.end();
    if body.start > 0 && !body.is_empty() {
        setter.rule(lead, cells);
    }
    for row in body.clone() {
        if table.row(row).is_empty() {
            continue;
        }
        if row > body.start {
            setter.out.lines.push(Row::new(Role::Blank));
        }
        let mut standing = table.standing(row).into_iter().filter(|cell| !cell.text.is_empty());
        let Some(first) = standing.next() else { continue };
        let mut flow = Flow { setter, lead, cells, x: 0, hang: INSET, from: None };
        let own = table.row_span(row).start <= first.text.start;
        // Where the first column is empty, the row begins with a plain value, which needs its header as the others do.
        if first.column > 0 {
            flow.heads(first);
        }
        flow.put(first.text, if own { Ink::Head } else { Ink::Label }, "");
        flow.end();
        for cell in standing {
            let mut flow = Flow { setter, lead, cells, x: INSET, hang: 2 * INSET, from: None };
            flow.heads(cell);
            let own = table.row_span(row).start <= cell.text.start;
            flow.put(cell.text, if own { Ink::Words } else { Ink::Label }, "");
            flow.end();
        }
    }
}

/// Pieces placed one after the other, wrapped at the width.
struct Flow<'s, 'd> {
    setter: &'s mut TableLayout<'d>,
    lead: usize,
    cells: usize,
    /// Cells used on the current row.
    x: usize,
    /// Indent of the rows after the first.
    hang: usize,
    /// Index of the first piece on the current row; `None` while the row is empty.
    from: Option<usize>,
}

impl Flow<'_, '_> {
    /// Adds the header cells above a cell, and a colon after them.
    fn heads(&mut self, cell: &Cell) {
        let table = self.setter.table;
        let Citing { comma, colon, .. } = self.setter.document.words().citing;
        let heads: Vec<Span> = table
            .heads(cell.column)
            .map(|head| head.text)
            .filter(|text| !text.is_empty())
            .take(HEADS)
            .collect();
        let last = heads.len().saturating_sub(1);
        for (index, text) in heads.into_iter().enumerate() {
            self.put(text, Ink::Label, if index < last { comma } else { colon });
        }
    }

    /// Adds words, and punctuation after them.
    fn put(&mut self, text: Span, ink: Ink, after: &'static str) {
        let behind = width(after.trim_end());
        let mut lines = Vec::new();
        let mut at = text.start;
        for (index, line) in self.setter.document.slice(text).split('\n').enumerate() {
            let full = self.cells.saturating_sub(self.hang + behind).max(GAP);
            let mut first = self.cells.saturating_sub(self.x + behind);
            if index > 0 || (self.x > self.hang && first < longest(line).min(full)) {
                self.end();
                first = self.cells.saturating_sub(self.x + behind).max(1);
            }
            lines.clear();
            lines.extend(wrap::rows(line, first, full));
            for (index, row) in lines.iter().enumerate() {
                if index > 0 {
                    self.end();
                }
                let text = Span { start: at + row.start, end: at + row.end };
                self.piece(text, ink, if index + 1 == lines.len() { after } else { "" });
            }
            at += line.len() as u32 + 1;
        }
    }

    fn piece(&mut self, text: Span, ink: Ink, after: &'static str) {
        let cells = width(self.setter.document.slice(text));
        if cells > 0 {
            let pieces = &mut self.setter.out.pieces;
            self.from.get_or_insert(pieces.len());
            let x = u16::try_from(self.lead + self.x).unwrap_or(u16::MAX);
            pieces.push(Piece { text, x, ink, after, from_left: false });
            self.x += cells + width(after);
        }
    }

    /// Ends the current row.
    fn end(&mut self) {
        if let Some(from) = self.from.take() {
            self.setter.push_row(from, self.lead);
        }
        self.x = self.hang;
    }
}
