//! Rows: lines whose texts have their place and their display order, ready to be drawn.

use super::number;
use crate::text::Charset;
use crate::text::grapheme::graphemes;
use crate::text::measure::Measure;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// A text of one look at a column of its row, as it is displayed.
#[derive(Clone, Debug, PartialEq, Hash)]
pub(super) struct Piece {
    pub(super) x: u16,
    pub(super) text: String,
    pub(super) style: Style,
}

/// A row of the screen. Only [`super::Line::set`] makes one, so that no text is drawn that was not ordered.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Row {
    pieces: Arc<[Piece]>,
    /// The hash of the pieces, which are hashed once.
    look: u64,
}

impl Hash for Row {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.look.hash(hasher);
    }
}

impl Row {
    pub(super) fn new(pieces: Vec<Piece>) -> Self {
        Self { look: number(&pieces), pieces: pieces.into() }
    }

    fn draw(&self, x: u16, y: u16, cells: u16, buf: &mut Buffer) {
        for piece in &*self.pieces {
            let room = cells.saturating_sub(piece.x);
            if room == 0 {
                continue;
            }
            if Measure::now().wide {
                put_measured((x + piece.x, y), piece, room, buf);
            } else if !put_simple(x + piece.x, y, piece, room, buf) {
                buf.set_stringn(x + piece.x, y, &piece.text, usize::from(room), piece.style);
            }
        }
    }
}

/// Puts text whose characters are as wide as this terminal makes them, which the buffer does not know.
fn put_measured((mut x, y): (u16, u16), piece: &Piece, room: u16, buf: &mut Buffer) {
    let end = x.saturating_add(room);
    for grapheme in graphemes(&piece.text).filter(|grapheme| grapheme.cells > 0) {
        let next = x.saturating_add(grapheme.cells as u16);
        if next > end {
            break;
        }
        for at in x..next {
            if let Some(cell) = buf.cell_mut((at, y)) {
                cell.set_symbol(if at == x { grapheme.text } else { " " }).set_style(piece.style);
            }
        }
        x = next;
    }
}

/// The fast path for text of one cell per character. Returns whether it applied.
fn put_simple(x: u16, y: u16, piece: &Piece, room: u16, buf: &mut Buffer) -> bool {
    let simple =
        |letter: char| matches!(letter, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '’' | '…');
    if !piece.text.chars().all(simple) || y < buf.area.top() || y >= buf.area.bottom() || x < buf.area.left()
    {
        return false;
    }
    let width = usize::from(buf.area.width);
    let start = usize::from(y - buf.area.top()) * width;
    let end = usize::from(x.saturating_add(room).min(buf.area.right()).saturating_sub(buf.area.left()));
    let from = usize::from(x - buf.area.left()).min(end);
    let cells = buf.content.get_mut(start + from..start + end).unwrap_or_default();
    for (cell, letter) in cells.iter_mut().zip(piece.text.chars()) {
        cell.set_char(letter).set_style(piece.style);
    }
    true
}

/// Draws the rows of an area as far as the buffer covers it. An area that begins left of the buffer is not
/// drawn.
pub(crate) fn draw(rows: &[Row], area: Rect, buf: &mut Buffer) {
    let clipped = area.intersection(buf.area);
    if area.x < buf.area.x {
        return;
    }
    let above = clipped.top().saturating_sub(area.top());
    for (row, y) in rows.iter().skip(usize::from(above)).zip(clipped.top()..clipped.bottom()) {
        row.draw(clipped.x, y, clipped.width, buf);
    }
}

/// Draws the rule between two panes.
pub(crate) fn draw_rule(area: Rect, style: Style, buf: &mut Buffer) {
    for y in area.top()..area.bottom() {
        buf.set_string(area.x, y, Measure::now().drawn("│"), style);
    }
}

/// Replaces what the terminal cannot show, cell for cell.
pub(crate) fn restrict(buf: &mut Buffer, charset: Charset) {
    if charset == Charset::Utf8 {
        return;
    }
    let mut rest = String::new();
    for cell in &mut buf.content {
        // The second cell of a wide character.
        if let Some(fill) = rest.pop() {
            cell.set_char(fill);
        } else if !cell.symbol().is_ascii() {
            let shown = charset.cell(cell.symbol()).into_owned();
            let mut letters = shown.chars();
            cell.set_char(letters.next().unwrap_or(' '));
            rest = letters.rev().collect();
        }
    }
}
