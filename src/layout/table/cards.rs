//! A table on a few cells: its header words, then each row as lines of "header: value".

use super::{GAP, Ink, Piece, Role, Row, Setter};
use crate::document::{Cell, Span};
use crate::lang::Citing;
use crate::text::{longest, width, wrap};

/// Header words before a value longer than this are left to the list at the top.
const HEADS: usize = 8;
/// Where what belongs to the first value of a row is set in, and lines that are turned below it.
const INSET: usize = 2;

/// Lays a table out as cards.
pub(super) fn set(setter: &mut Setter) {
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
        // A row without a name of its own begins with a value, which needs its header words as the others do.
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

/// Words that follow each other on lines.
struct Flow<'s, 'd> {
    setter: &'s mut Setter<'d>,
    lead: usize,
    cells: usize,
    /// Cells that are used of the line under way.
    x: usize,
    /// Where the lines after the first begin.
    hang: usize,
    /// The first piece of the line under way.
    from: Option<usize>,
}

impl Flow<'_, '_> {
    /// The header words above a cell, with a colon behind them.
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

    /// Adds words, and what stands behind them.
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

    /// Ends the line under way.
    fn end(&mut self) {
        if let Some(from) = self.from.take() {
            self.setter.push_row(from, self.lead);
        }
        self.x = self.hang;
    }
}
