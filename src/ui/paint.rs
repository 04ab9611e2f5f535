//! The one door for text to a row of the screen.
//!
//! Panes and overlays put texts into a [`Line`] in the order in which they are read. [`Line::set`] gives each its
//! place, removes control characters, and puts right-to-left text into display order where the terminal does not.
//! What it returns is a [`Row`], and only rows are drawn.

mod kept;
mod row;

use crate::config::Bidi;
use crate::text::Part as _;
use crate::text::measure::Measure;
use crate::text::shape::{self, Shown};
use crate::text::{bidi, width};
pub(crate) use kept::{Kept, number};
use ratatui::style::Style;
use row::Piece;
pub(crate) use row::{Row, draw, draw_rule, restrict};
use std::borrow::Cow;
use std::ops::Range;

/// Which way a text runs as a whole; words of the other direction stand within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Course {
    /// As its first letter does. In a mirrored line, to the left wherever it has right-to-left letters.
    Letters,
    ToRight,
    ToLeft,
}

/// The edge that a text is put against; in columns, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// It begins at this column.
    From(u16),
    /// It ends before this column. `indent`: where it begins instead if nobody puts it into display order.
    Until { end: u16, indent: u16 },
}

/// A text as it is read, with the looks of its parts.
#[derive(Clone, Debug)]
struct Text {
    place: Place,
    course: Course,
    words: String,
    /// Each look with the byte offset where it ends.
    looks: Vec<(usize, Style)>,
    /// Where in a document it begins.
    origin: Option<u32>,
}

/// What stands before the name of a file in a list.
const DOT: &str = "·";

/// A line of a pane or an overlay.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    texts: Vec<Text>,
    end: u16,
}

impl Line {
    /// Appends text.
    pub(crate) fn push(&mut self, text: &str, style: Style) -> &mut Self {
        self.put(self.end, text, style)
    }

    /// Puts text at a column, counted from 0. The next [`Line::push`] continues after it.
    pub(crate) fn put(&mut self, x: u16, text: &str, style: Style) -> &mut Self {
        self.run(x, text, style, Course::Letters)
    }

    /// Puts text that runs this way at a column.
    pub(crate) fn run(&mut self, x: u16, text: &str, style: Style, course: Course) -> &mut Self {
        let words = width::clean(text);
        if !words.is_empty() {
            self.end = x.saturating_add(width::width(&words) as u16);
            let looks = vec![(words.len(), style)];
            self.texts.push(Text {
                place: Place::From(x),
                course,
                words: words.into_owned(),
                looks,
                origin: None,
            });
        }
        self
    }

    /// Takes in the texts of another line, this many cells further to the right.
    pub(crate) fn take_in(&mut self, other: Self, by: u16) {
        let moved = |place| match place {
            Place::From(x) => Place::From(x.saturating_add(by)),
            Place::Until { end, indent } => {
                Place::Until { end: end.saturating_add(by), indent: indent.saturating_add(by) }
            }
        };
        self.end = self.end.max(other.end.saturating_add(by));
        self.texts.extend(other.texts.into_iter().map(|text| Text { place: moved(text.place), ..text }));
    }

    /// The text of the line without its columns, for the line mode.
    pub(crate) fn spoken(&self) -> String {
        let words: Vec<&str> = self.texts.iter().map(|text| text.words.trim()).collect();
        words.join(" ").trim_matches(|c: char| c.is_whitespace() || c == '─').to_owned()
    }

    /// The end column of the text that was put last.
    pub(crate) fn width(&self) -> u16 {
        self.end
    }

    /// Where the text that was put last shows the byte at `at`; behind its last letter for its end.
    pub(crate) fn caret(&self, at: usize, mode: Bidi, mirrored: Option<u16>) -> Option<u16> {
        let cells = self.texts.last()?.cells(mode, mirrored);
        if let Some((_, x, _)) = cells.iter().find(|(cell, ..)| cell.range.contains(&at)) {
            return Some(*x);
        }
        let (last, x, wide) = cells.iter().max_by_key(|(cell, ..)| cell.range.end)?;
        Some(if last.rtl { x.saturating_sub(1) } else { x.saturating_add(*wide) })
    }

    /// The offset in the document of what is shown at a column, or nearest to it; `None` where nothing of the document
    /// is shown.
    pub(crate) fn origin_at(&self, column: u16, mode: Bidi) -> Option<u32> {
        let texts = self.texts.iter().filter_map(|text| Some((text, text.origin?)));
        let away = texts.flat_map(|(text, origin)| {
            // What lies behind a text, as one reads, is its own up to the next one.
            let begun = match text.place {
                Place::From(x) => x <= column,
                Place::Until { end, .. } => column < end,
            };
            text.cells(mode, None).into_iter().map(move |(cell, x, wide)| {
                let last = x.saturating_add(wide.saturating_sub(1));
                let away = x.saturating_sub(column).max(column.saturating_sub(last));
                ((!begun, away), origin + cell.range.start as u32)
            })
        });
        away.min_by_key(|(away, _)| *away).map(|(_, at)| at)
    }

    /// The row that shows the line. `mirrored`: its width in cells, where the interface is read from right to left.
    pub(crate) fn set(&self, mode: Bidi, mirrored: Option<u16>) -> Row {
        let mut pieces = Vec::with_capacity(self.texts.len());
        for text in &self.texts {
            text.set(mode, mirrored, &mut pieces);
        }
        Row::new(pieces)
    }
}

impl Text {
    fn set(&self, mode: Bidi, mirrored: Option<u16>, pieces: &mut Vec<Piece>) {
        let first = pieces.len();
        let wide = if let Some(cells) = self.ordered(mode, mirrored) {
            self.compose(cells.iter().map(|cell| (cell.range.clone(), cell.text.as_ref())), pieces)
        } else {
            let mut from = 0;
            let parts = self.looks.iter().map(|&(end, _)| {
                let start = std::mem::replace(&mut from, end);
                (start..end, self.words.get(start..end).unwrap_or_default())
            });
            self.compose(parts, pieces)
        };
        let x = self.column(wide, mode, mirrored);
        for piece in pieces.iter_mut().skip(first) {
            piece.x = piece.x.saturating_add(x);
            if mirrored.is_some() && piece.text == "▌" {
                "▐".clone_into(&mut piece.text);
            }
        }
    }

    /// The text in display order and with joined letters; `None` where it is sent as it is read.
    fn ordered(&self, mode: Bidi, mirrored: Option<u16>) -> Option<Vec<Shown<'_>>> {
        let to_left = match self.course {
            Course::Letters if mirrored.is_some() => bidi::needs_reordering(&self.words, false),
            Course::Letters => bidi::is_rtl(&self.words),
            Course::ToRight => false,
            Course::ToLeft => true,
        };
        let turns = mode == Bidi::App && bidi::needs_reordering(&self.words, to_left);
        turns.then(|| shape::display(&self.words, to_left))
    }

    /// The column where the text begins, of the width that it has in display order.
    fn column(&self, wide: u16, mode: Bidi, mirrored: Option<u16>) -> u16 {
        let x = match self.place {
            Place::From(x) => x,
            Place::Until { indent, .. } if mode == Bidi::Off => indent,
            Place::Until { end, .. } => end.saturating_sub(wide),
        };
        mirrored.map_or(x, |cells| cells.saturating_sub(x.saturating_add(wide)))
    }

    /// What the cells from [`Text::column`] on show, each with its column and its width.
    fn cells(&self, mode: Bidi, mirrored: Option<u16>) -> Vec<(Shown<'_>, u16, u16)> {
        let cells = self.ordered(mode, mirrored).unwrap_or_else(|| shape::as_read(&self.words));
        let wide = |cell: &Shown<'_>| width::width(&cell.text) as u16;
        let mut at = self.column(cells.iter().map(wide).sum(), mode, mirrored);
        let placed = cells.into_iter().map(|cell| {
            let (x, wide) = (at, wide(&cell));
            at = at.saturating_add(wide);
            (cell, x, wide)
        });
        placed.collect()
    }

    fn look(&self, at: usize) -> Style {
        let look = self.looks.partition_point(|(end, _)| *end <= at);
        self.looks.get(look).map(|(_, style)| *style).unwrap_or_default()
    }

    /// Appends pieces from column 0 on: parts in the order in which they are displayed, each with the bytes that it
    /// shows. Returns the width in cells.
    fn compose<'t>(
        &self,
        parts: impl Iterator<Item = (Range<usize>, &'t str)>,
        pieces: &mut Vec<Piece>,
    ) -> u16 {
        let first = pieces.len();
        let mut at: u16 = 0;
        for (bytes, shown) in parts.filter(|(_, shown)| !shown.is_empty()) {
            let (wide, shown) = (width::width(shown) as u16, Measure::now().drawn(shown));
            // Of two letters in one cell, what is marked of either marks both.
            let (first_look, last_look) = (self.look(bytes.start), self.look(bytes.end.saturating_sub(1)));
            let style = if first_look == last_look { first_look } else { first_look.patch(last_look) };
            match pieces.get_mut(first..).and_then(<[Piece]>::last_mut) {
                Some(piece) if piece.style == style => piece.text.push_str(&shown),
                _ => pieces.push(Piece { x: at, text: shown.into_owned(), style }),
            }
            at = at.saturating_add(wide);
        }
        at
    }
}

/// A text with a style for each of its bytes. Later styles are laid over earlier ones.
pub(crate) struct Styled<'t> {
    text: &'t str,
    styles: Vec<Style>,
    /// Whether it runs from left to right in any context; `None` where its letters decide.
    foreign: Option<bool>,
    origin: Option<u32>,
}

impl<'t> Styled<'t> {
    pub(crate) fn new(text: &'t str, base: Style) -> Self {
        Self { text, styles: vec![base; text.len()], foreign: None, origin: None }
    }

    /// Sets whether it runs from left to right even in a right-to-left line.
    pub(crate) fn foreign(self, foreign: bool) -> Self {
        Self { foreign: Some(foreign), ..self }
    }

    /// Sets where in a document it begins, for [`Line::origin_at`].
    pub(crate) fn from(self, origin: u32) -> Self {
        Self { origin: Some(origin), ..self }
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

    /// Puts the text into a line from column `x` on; it runs to the right.
    pub(crate) fn flush_left(&self, line: &mut Line, x: u16) {
        self.put(line, Place::From(x), Course::ToRight);
    }

    /// Puts a phrase of the interface into a line from column `x` on; its first letter decides the direction.
    pub(crate) fn phrase(&self, line: &mut Line, x: u16) {
        self.put(line, Place::From(x), Course::Letters);
    }

    /// Puts the columns of a list, parted by two blanks or more, into a line from column `x` on. Each is a text of its
    /// own, so that a title that runs to the left turns nothing but itself; so is the dot before a name.
    pub(crate) fn columns(&self, line: &mut Line, x: u16) {
        let mut from = 0;
        while let Some(text) = self.text.get(from..).filter(|rest| !rest.is_empty()) {
            let end = if text.starts_with(DOT) { DOT.len() } else { text.find("  ").unwrap_or(text.len()) };
            let end = from + end;
            let at = x.saturating_add(width::width(self.text.part(..from)) as u16);
            let styles = self.styles.get(from..end).unwrap_or_default().to_vec();
            Styled { text: self.text.part(from..end), styles, ..*self }.phrase(line, at);
            let behind = self.text.part(end..);
            from = end + (behind.len() - behind.trim_start_matches(' ').len());
        }
    }

    /// Puts a text of a right-to-left language into a line from column `x` on.
    pub(crate) fn turned(&self, line: &mut Line, x: u16) {
        self.put(line, Place::From(x), self.leftward());
    }

    /// Puts a text of a right-to-left language into a line from column `x` on, so that it ends before column `end`.
    pub(crate) fn flush_end(&self, line: &mut Line, x: u16, end: u16) {
        self.put(line, Place::Until { end, indent: x }, self.leftward());
    }

    /// Puts a text of a right-to-left language into a line of `cells` columns, beginning `indent` cells from the right
    /// edge.
    pub(crate) fn flush_right(&self, line: &mut Line, cells: u16, indent: u16) {
        let end = cells.saturating_sub(indent);
        self.put(line, Place::Until { end, indent }, self.leftward());
    }

    /// The direction within a right-to-left text. An English date in an Arabic masthead runs from left to right; "2 -"
    /// has no direction of its own.
    fn leftward(&self) -> Course {
        let foreign = self.foreign.unwrap_or_else(|| {
            !bidi::needs_reordering(self.text, false) && self.text.contains(char::is_alphabetic)
        });
        if foreign { Course::ToRight } else { Course::ToLeft }
    }

    fn put(&self, line: &mut Line, place: Place, course: Course) {
        let mut words = Cow::Borrowed("");
        let mut looks: Vec<(usize, Style)> = Vec::new();
        let (mut from, mut to) = (0, 0);
        for same in self.styles.chunk_by(|one, next| one == next) {
            to += same.len();
            if let (Some(part), Some(style)) = (self.text.get(from..to), same.first()) {
                words += width::clean(part);
                looks.push((words.len(), *style));
                from = to;
            }
        }
        if words.is_empty() {
            return;
        }
        let wide = width::width(&words) as u16;
        line.end = match place {
            Place::From(x) => x.saturating_add(wide),
            Place::Until { end, .. } => end,
        };
        line.texts.push(Text { place, course, words: words.into_owned(), looks, origin: self.origin });
    }
}

#[cfg(test)]
mod tests;
