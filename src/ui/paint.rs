//! Lines ready to be drawn: pieces of text, each with a column and a style.
//!
//! Everything that is shown passes through here, so this is where control characters are removed and where
//! right-to-left text is put into visual order.

use crate::config::Bidi;
use crate::text::{Charset, bidi, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// A piece of text at a column of its line.
#[derive(Clone, Debug, PartialEq, Hash)]
pub(crate) struct Piece {
    pub(crate) x: u16,
    pub(crate) text: String,
    pub(crate) style: Style,
    /// Pieces with the same number are one text, and keep their order when the line is mirrored.
    group: u16,
}

/// A line of a pane.
#[derive(Clone, Debug, Default, PartialEq, Hash)]
pub(crate) struct Line {
    pub(crate) pieces: Vec<Piece>,
    end: u16,
}

impl Line {
    /// Appends text.
    pub(crate) fn push(&mut self, text: &str, style: Style) -> &mut Self {
        self.put(self.end, text, style)
    }

    /// Puts text at a column, counted from 0. The next [`Line::push`] continues after it.
    pub(crate) fn put(&mut self, x: u16, text: &str, style: Style) -> &mut Self {
        let group = self.next_group();
        self.put_in(group, x, text, style)
    }

    fn next_group(&self) -> u16 {
        self.pieces.last().map_or(0, |piece| piece.group.saturating_add(1))
    }

    fn put_in(&mut self, group: u16, x: u16, text: &str, style: Style) -> &mut Self {
        let text = width::clean(text);
        if !text.is_empty() {
            self.end = x.saturating_add(width::width(&text) as u16);
            self.pieces.push(Piece { x, text: text.into_owned(), style, group });
        }
        self
    }

    /// The mirrored line, for an interface that is read from right to left; `cells` is its width.
    pub(crate) fn mirrored(mut self, cells: u16) -> Self {
        for text in self.pieces.chunk_by_mut(|one, next| one.group == next.group) {
            let start = text.iter().map(|piece| piece.x).min().unwrap_or(0);
            let behind = |piece: &Piece| piece.x.saturating_add(width::width(&piece.text) as u16);
            let end = text.iter().map(behind).max().unwrap_or(0);
            for piece in text {
                piece.x = cells.saturating_sub(end).saturating_add(piece.x - start);
                if piece.text == "▌" {
                    "▐".clone_into(&mut piece.text);
                }
            }
        }
        self
    }

    /// The text of the line without its columns, for the line mode.
    pub(crate) fn spoken(&self) -> String {
        let words: Vec<&str> = self.pieces.iter().map(|piece| piece.text.trim()).collect();
        words.join(" ").trim_matches(|c: char| c.is_whitespace() || c == '─').to_owned()
    }

    /// The end column of the last piece.
    pub(crate) fn width(&self) -> u16 {
        self.end
    }

    fn draw(&self, x: u16, y: u16, cells: u16, buf: &mut Buffer) {
        for piece in &self.pieces {
            let room = cells.saturating_sub(piece.x);
            if room > 0 && !put_simple(x + piece.x, y, piece, room, buf) {
                buf.set_stringn(x + piece.x, y, &piece.text, usize::from(room), piece.style);
            }
        }
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

/// A phrase in visual order, for lines that combine phrases of several directions.
pub(crate) fn visual(phrase: &str, mode: Bidi) -> String {
    if mode != Bidi::App || !bidi::needs_reordering(phrase, false) {
        return phrase.to_owned();
    }
    turned(phrase)
}

/// A left-to-right sentence in visual order, whatever it quotes.
pub(crate) fn from_left(sentence: &str, mode: Bidi) -> String {
    if mode != Bidi::App || !bidi::needs_reordering(sentence, false) {
        return sentence.to_owned();
    }
    bidi::reorder(sentence, false).into_iter().map(|placed| placed.text).collect()
}

/// A phrase in visual order, in a right-to-left context.
pub(crate) fn turned(phrase: &str) -> String {
    bidi::reorder(phrase, true).into_iter().map(|placed| placed.text).collect()
}

/// Draws the lines of an area as far as the buffer covers it. An area that begins left of the buffer is not
/// drawn.
pub(crate) fn draw(lines: &[Line], area: Rect, buf: &mut Buffer) {
    let clipped = area.intersection(buf.area);
    if area.x < buf.area.x {
        return;
    }
    let above = clipped.top().saturating_sub(area.top());
    for (line, y) in lines.iter().skip(usize::from(above)).zip(clipped.top()..clipped.bottom()) {
        line.draw(clipped.x, y, clipped.width, buf);
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

/// A text with a style for each of its bytes. Later styles are laid over earlier ones.
pub(crate) struct Styled<'t> {
    text: &'t str,
    styles: Vec<Style>,
    /// Whether it runs from left to right in any context; `None` where its letters decide.
    foreign: Option<bool>,
}

impl<'t> Styled<'t> {
    pub(crate) fn new(text: &'t str, base: Style) -> Self {
        Self { text, styles: vec![base; text.len()], foreign: None }
    }

    /// Sets whether it runs from left to right even in a right-to-left line.
    pub(crate) fn foreign(self, foreign: bool) -> Self {
        Self { foreign: Some(foreign), ..self }
    }

    /// Lays a style over a byte range; what lies outside the text is ignored.
    pub(crate) fn over(&mut self, range: std::ops::Range<usize>, style: Style) {
        let end = range.end.min(self.styles.len());
        for under in self.styles.get_mut(range.start.min(end)..end).unwrap_or_default() {
            *under = under.patch(style);
        }
    }

    pub(crate) fn width(&self) -> u16 {
        width::width(self.text) as u16
    }

    /// Puts the text into a line from column `x` on, in a left-to-right context. Right-to-left words are
    /// reordered as `mode` says.
    pub(crate) fn flush_left(&self, line: &mut Line, x: u16, mode: Bidi) {
        if mode == Bidi::App && bidi::needs_reordering(self.text, false) {
            return self.visual(line, x, false);
        }
        self.as_read(line, x);
    }

    /// Puts a phrase of the interface into a line from column `x` on; its first letter decides the direction.
    pub(crate) fn phrase(&self, line: &mut Line, x: u16, mode: Bidi) {
        if mode == Bidi::App && bidi::is_rtl(self.text) {
            return self.visual(line, x, true);
        }
        self.flush_left(line, x, mode);
    }

    fn as_read(&self, line: &mut Line, x: u16) {
        let mut at = x;
        let mut from = 0;
        let group = line.next_group();
        for (to, _) in self.text.char_indices().skip(1).chain([(self.text.len(), ' ')]) {
            if to < self.text.len() && self.styles.get(to) == self.styles.get(from) {
                continue;
            }
            if let (Some(text), Some(style)) = (self.text.get(from..to), self.styles.get(from)) {
                line.put_in(group, at, text, *style);
                at = line.width().max(at);
            }
            from = to;
        }
    }

    /// Puts right-to-left text into a line of `cells` columns, beginning `indent` cells from the right edge.
    pub(crate) fn flush_right(&self, line: &mut Line, cells: u16, indent: u16, mode: Bidi) {
        if mode == Bidi::Off {
            return self.as_read(line, indent);
        }
        let wide = width::width(self.text) as u16;
        let at = cells.saturating_sub(indent).saturating_sub(wide);
        // An English date in an Arabic masthead runs from left to right; "2 -" has no direction of its own.
        let foreign = self.foreign.unwrap_or_else(|| {
            !bidi::needs_reordering(self.text, false) && self.text.contains(char::is_alphabetic)
        });
        if mode == Bidi::Terminal || foreign {
            return self.as_read(line, at);
        }
        self.visual(line, at, true);
    }

    fn visual(&self, line: &mut Line, x: u16, rtl: bool) {
        let mut at = x;
        let group = line.next_group();
        let mut run: Option<(u16, String, Style)> = None;
        for placed in bidi::reorder(self.text, rtl) {
            let grapheme = placed.text;
            let style = self.styles.get(placed.range.start).copied().unwrap_or_default();
            match &mut run {
                Some((_, text, under)) if *under == style => text.push_str(&grapheme),
                _ => {
                    if let Some((x, text, style)) = run.take() {
                        line.put_in(group, x, &text, style);
                    }
                    run = Some((at, grapheme.to_string(), style));
                }
            }
            at = at.saturating_add(width::grapheme_width(&grapheme) as u16);
        }
        if let Some((x, text, style)) = run {
            line.put_in(group, x, &text, style);
        }
    }
}
