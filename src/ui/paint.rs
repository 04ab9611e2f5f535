//! The one door for text to a row of the screen.
//!
//! Panes and overlays put texts into a [`Line`] in the order in which they are read. [`Line::set`] gives each its
//! place, removes control characters, and puts right-to-left text into display order where the terminal does not.
//! What it returns is a [`Row`], and only rows are drawn.

mod row;

use crate::config::Bidi;
use crate::text::{bidi, width};
use ratatui::style::Style;
use row::Piece;
pub(crate) use row::{Row, draw, draw_rule, restrict};
use std::borrow::Cow;

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
}

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
            self.texts.push(Text { place: Place::From(x), course, words: words.into_owned(), looks });
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
        let to_left = match self.course {
            Course::Letters if mirrored.is_some() => bidi::needs_reordering(&self.words, false),
            Course::Letters => bidi::is_rtl(&self.words),
            Course::ToRight => false,
            Course::ToLeft => true,
        };
        let first = pieces.len();
        let wide = if mode == Bidi::App && bidi::needs_reordering(&self.words, to_left) {
            let placed = bidi::reorder(&self.words, to_left);
            self.compose(placed.iter().map(|placed| (placed.range.start, placed.text.as_ref())), pieces)
        } else {
            let mut from = 0;
            let parts = self.looks.iter().map(|&(end, _)| {
                let start = std::mem::replace(&mut from, end);
                (start, self.words.get(start..end).unwrap_or_default())
            });
            self.compose(parts, pieces)
        };
        let x = match self.place {
            Place::From(x) => x,
            Place::Until { indent, .. } if mode == Bidi::Off => indent,
            Place::Until { end, .. } => end.saturating_sub(wide),
        };
        let x = mirrored.map_or(x, |cells| cells.saturating_sub(x.saturating_add(wide)));
        for piece in pieces.iter_mut().skip(first) {
            piece.x = piece.x.saturating_add(x);
            if mirrored.is_some() && piece.text == "▌" {
                "▐".clone_into(&mut piece.text);
            }
        }
    }

    /// Appends pieces from column 0 on: parts in the order in which they are displayed, each with the byte offset that
    /// has its look. Returns the width in cells.
    fn compose<'t>(&self, parts: impl Iterator<Item = (usize, &'t str)>, pieces: &mut Vec<Piece>) -> u16 {
        let first = pieces.len();
        let mut at: u16 = 0;
        for (offset, shown) in parts.filter(|(_, shown)| !shown.is_empty()) {
            let look = self.looks.partition_point(|(end, _)| *end <= offset);
            let style = self.looks.get(look).map(|(_, style)| *style).unwrap_or_default();
            match pieces.get_mut(first..).and_then(<[Piece]>::last_mut) {
                Some(piece) if piece.style == style => piece.text.push_str(shown),
                _ => pieces.push(Piece { x: at, text: shown.to_owned(), style }),
            }
            at = at.saturating_add(width::width(shown) as u16);
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

    /// Puts the text into a line from column `x` on; it runs to the right.
    pub(crate) fn flush_left(&self, line: &mut Line, x: u16) {
        self.put(line, Place::From(x), Course::ToRight);
    }

    /// Puts a phrase of the interface into a line from column `x` on; its first letter decides the direction.
    pub(crate) fn phrase(&self, line: &mut Line, x: u16) {
        self.put(line, Place::From(x), Course::Letters);
    }

    /// Puts a text of a right-to-left language into a line from column `x` on.
    pub(crate) fn turned(&self, line: &mut Line, x: u16) {
        self.put(line, Place::From(x), self.leftward());
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
        line.texts.push(Text { place, course, words: words.into_owned(), looks });
    }
}
