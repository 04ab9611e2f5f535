//! The bytes that turn one frame into the next: rows that only moved are moved, only what changed is written, and
//! attributes are changed only where they differ.
//!
//! It writes for the terminals that understand ANSI sequences, which are all that are left.

use super::scroll;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier, Style};
use std::io::Write as _;
use unicode_width::UnicodeWidthStr as _;

/// Unchanged cells up to this many are written again rather than jumped over: a jump costs about as much.
const GAP: u16 = 4;

/// What the terminal is known to have: where its cursor is and which attributes are on.
#[derive(Debug, Default)]
struct Pen {
    at: Option<(u16, u16)>,
    style: Style,
}

/// Writes what turns `before` into `after`; both have the same area. `before` of `None` is a cleared screen.
pub(super) fn write(before: Option<&Buffer>, after: &Buffer, out: &mut Vec<u8>) {
    let by = before.and_then(|before| scroll::shift(before, after));
    let moved = before.zip(by).map(|(before, by)| scroll::moved(before, by));
    if let Some(by) = by {
        let (count, direction) = (by.unsigned_abs(), if by > 0 { 'S' } else { 'T' });
        let written =
            write!(out, "\x1b[1;{}r\x1b[{count}{direction}\x1b[r", after.area.height.saturating_sub(1));
        debug_assert!(written.is_ok(), "writing to a Vec does not fail");
    }
    let before = moved.as_ref().or(before);
    let mut pen = Pen::default();
    let area = after.area;
    let blank = Cell::default();
    let old = |x: u16, y: u16| before.and_then(|before| before.cell((x, y))).unwrap_or(&blank);
    for y in area.top()..area.bottom() {
        let new = |x: u16| after.cell((x, y)).unwrap_or(&blank);
        let end = (area.left()..area.right())
            .rev()
            .find(|&x| !is_blank(new(x)))
            .map_or(area.left(), |x| (x + cells_of(new(x))).min(area.right()));
        // Half of a wide letter was written over: what the terminal leaves in the other half is not known.
        let damaged = |x: u16| {
            x > area.left() && cells_of(old(x - 1, y)) == 2 && {
                let (was, is) = (old(x - 1, y), new(x - 1));
                was.symbol() != is.symbol() || seen(was) != seen(is)
            }
        };
        let stale = (end..area.right()).any(|x| !is_blank(old(x, y)) || damaged(x));
        let mut x = area.left();
        while x < end {
            let cell = new(x);
            let wide = cells_of(cell);
            if !damaged(x) && !changed(old(x, y), cell, wide, |at| old(at, y), x) {
                x += wide;
                continue;
            }
            pen.go(x, y, |at| new(at), out);
            pen.put(cell, wide, area.right(), out);
            x += wide;
        }
        if stale {
            pen.go(end, y, |at| new(at), out);
            pen.dress(Style::default(), out);
            out.extend_from_slice(b"\x1b[K");
        }
    }
    pen.dress(Style::default(), out);
}

/// A blank whose style shows nothing.
fn is_blank(cell: &Cell) -> bool {
    let shows = cell.modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED);
    cell.symbol() == " " && cell.bg == Color::Reset && !shows
}

/// The style of a cell without what does not show: `ratatui` writes `Reset` where nothing was chosen.
fn seen(cell: &Cell) -> Style {
    let mut style = Style::new();
    style.fg = Some(cell.fg).filter(|fg| *fg != Color::Reset);
    style.bg = Some(cell.bg).filter(|bg| *bg != Color::Reset);
    style.add_modifier = cell.modifier;
    if cell.symbol() == " " && !cell.modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED) {
        style.fg = None;
        style.add_modifier = Modifier::empty();
    }
    style
}

/// Cells that the terminal paints; ratatui keeps the second one of a wide letter as a blank.
fn cells_of(cell: &Cell) -> u16 {
    if cell.symbol().len() == 1 {
        return 1;
    }
    #[expect(clippy::disallowed_methods, reason = "one cell's own grapheme, measured as ratatui measured it")]
    let wide = cell.symbol().width();
    wide.clamp(1, 2) as u16
}

fn changed<'a>(old: &Cell, new: &Cell, wide: u16, old_at: impl Fn(u16) -> &'a Cell, x: u16) -> bool {
    let same = old == new || (old.symbol() == new.symbol() && seen(old) == seen(new));
    // Under the second half of a wide letter something else may have stood.
    !same || (wide == 2 && old_at(x + 1).symbol() != " ")
}

impl Pen {
    /// Brings the cursor to a cell, over a short gap by writing the gap again.
    fn go<'a>(&mut self, x: u16, y: u16, new: impl Fn(u16) -> &'a Cell, out: &mut Vec<u8>) {
        match self.at {
            Some(at) if at == (x, y) => return,
            Some((from, row)) if row == y && from < x && x - from <= GAP => {
                let gap = (from..x).map(&new);
                let fits = |cell: &Cell| self.suits(cell) && cell.symbol().is_ascii();
                if gap.clone().all(fits) {
                    gap.for_each(|cell| out.extend_from_slice(cell.symbol().as_bytes()));
                    self.at = Some((x, y));
                    return;
                }
            }
            _ => {}
        }
        let moved = match self.at {
            Some((_, row)) if row + 1 == y && x == 0 => write!(out, "\r\n"),
            Some((from, row)) if row == y && x > from => write!(out, "\x1b[{}C", x - from),
            _ if x == 0 => write!(out, "\x1b[{}H", y + 1),
            _ => write!(out, "\x1b[{};{}H", y + 1, x + 1),
        };
        debug_assert!(moved.is_ok(), "writing to a Vec does not fail");
        self.at = Some((x, y));
    }

    /// A cell looks as it should under the attributes that are on: on a blank most of them do not show.
    fn suits(&self, cell: &Cell) -> bool {
        let style = seen(cell);
        let shows = self.style.add_modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED)
            || self.style.bg.is_some();
        style == self.style || (cell.symbol() == " " && style == Style::default() && !shows)
    }

    fn put(&mut self, cell: &Cell, wide: u16, right: u16, out: &mut Vec<u8>) {
        if !self.suits(cell) {
            self.dress(seen(cell), out);
        }
        out.extend_from_slice(cell.symbol().as_bytes());
        // At the right margin terminals differ in where the cursor is.
        self.at = self.at.map(|(x, y)| (x + wide, y)).filter(|(x, _)| *x < right);
    }

    /// Turns attributes on and off, as few as will do.
    fn dress(&mut self, style: Style, out: &mut Vec<u8>) {
        if style == self.style {
            return;
        }
        let mut codes: Vec<String> = Vec::new();
        let lost = !(self.style.add_modifier - style.add_modifier).is_empty()
            || (style.bg.is_none() && self.style.bg.is_some())
            || (style.fg.is_none() && self.style.fg.is_some());
        let mut from = self.style;
        if lost {
            from = Style::default();
            codes.push(String::new());
        }
        for (modifier, code) in MODIFIERS {
            if (style.add_modifier - from.add_modifier).contains(modifier) {
                codes.push(code.to_owned());
            }
        }
        if style.fg != from.fg {
            codes.extend(style.fg.map(|colour| code(colour, 30)));
        }
        if style.bg != from.bg {
            codes.extend(style.bg.map(|colour| code(colour, 40)));
        }
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(codes.join(";").as_bytes());
        out.push(b'm');
        self.style = style;
    }
}

const MODIFIERS: [(Modifier, &str); 6] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::REVERSED, "7"),
    (Modifier::CROSSED_OUT, "9"),
];

/// The code of a colour; `base` is 30 for letters, 40 for what is behind them.
fn code(colour: Color, base: u8) -> String {
    let sixteen = |number: u8| (base + if number < 8 { number } else { number + 52 }).to_string();
    match colour {
        Color::Reset => (base + 9).to_string(),
        Color::Black => sixteen(0),
        Color::Red => sixteen(1),
        Color::Green => sixteen(2),
        Color::Yellow => sixteen(3),
        Color::Blue => sixteen(4),
        Color::Magenta => sixteen(5),
        Color::Cyan => sixteen(6),
        Color::Gray => sixteen(7),
        Color::DarkGray => sixteen(8),
        Color::LightRed => sixteen(9),
        Color::LightGreen => sixteen(10),
        Color::LightYellow => sixteen(11),
        Color::LightBlue => sixteen(12),
        Color::LightMagenta => sixteen(13),
        Color::LightCyan => sixteen(14),
        Color::White => sixteen(15),
        Color::Indexed(number) => format!("{};5;{number}", base + 8),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", base + 8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::layout::Rect;

    const WIDTH: u16 = 24;
    const HEIGHT: u16 = 5;

    fn buffer(strings: &[(u16, u16, String, u8)]) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
        let styles = [
            Style::new(),
            Style::new().add_modifier(Modifier::BOLD),
            Style::new().add_modifier(Modifier::REVERSED),
            Style::new().fg(Color::LightBlue).add_modifier(Modifier::ITALIC),
            Style::new().fg(Color::Red).bg(Color::Gray),
        ];
        for (x, y, text, style) in strings {
            buffer.set_string(x % WIDTH, y % HEIGHT, text, styles[usize::from(*style) % styles.len()]);
        }
        buffer
    }

    /// What a terminal shows after the bytes is what the buffer holds.
    fn check(parser: &vt100::Parser, want: &Buffer) {
        for y in 0..HEIGHT {
            let mut x = 0;
            while x < WIDTH {
                let cell = parser.screen().cell(y, x).unwrap();
                let own = want.cell((x, y)).unwrap();
                let shown = if cell.contents().is_empty() { " " } else { cell.contents() };
                assert_eq!(shown, own.symbol(), "at {x},{y}");
                let style = seen(own);
                assert!(
                    shown == " " || cell.bold() == style.add_modifier.contains(Modifier::BOLD),
                    "bold at {x},{y}"
                );
                assert_eq!(
                    cell.inverse(),
                    style.add_modifier.contains(Modifier::REVERSED),
                    "reverse at {x},{y}"
                );
                x += cells_of(own);
            }
        }
    }

    proptest! {
        #[test]
        fn a_terminal_shows_what_the_buffer_holds(
            frames in prop::collection::vec(
                prop::collection::vec((0..WIDTH, 0..HEIGHT, "[a-c é年月。 ]{0,12}", 0..5_u8), 0..8), 1..5)
        ) {
            let mut parser = vt100::Parser::new(HEIGHT.try_into().unwrap(), WIDTH.try_into().unwrap(), 0);
            let mut before: Option<Buffer> = None;
            for strings in frames {
                let after = buffer(&strings);
                let mut out = Vec::new();
                write(before.as_ref(), &after, &mut out);
                parser.process(&out);
                check(&parser, &after);
                before = Some(after);
            }
        }
    }

    proptest! {
        #[test]
        fn moved_rows_are_moved_rightly(
            rows in prop::collection::vec("[a-c é年月]{0,10}", 12), tops in prop::collection::vec(0..8_usize, 2..6)
        ) {
            let mut parser = vt100::Parser::new(HEIGHT.try_into().unwrap(), WIDTH.try_into().unwrap(), 0);
            let mut before: Option<Buffer> = None;
            for top in tops {
                let mut strings: Vec<_> = (0..HEIGHT - 1)
                    .map(|y| (0, y, format!("{}{}", top + usize::from(y), rows[top + usize::from(y)]), y as u8 % 3))
                    .collect();
                strings.push((0, HEIGHT - 1, format!("{top} %"), 2));
                let after = buffer(&strings);
                let mut out = Vec::new();
                write(before.as_ref(), &after, &mut out);
                parser.process(&out);
                check(&parser, &after);
                before = Some(after);
            }
        }
    }

    #[test]
    fn a_line_further_down_costs_little_more_than_the_line() {
        let page = |top: usize| {
            let rows =
                (0..HEIGHT - 1).map(|y| (0, y, format!("row {} of the text", top + usize::from(y)), 0));
            buffer(&rows.chain([(0, HEIGHT - 1, "par. 7".to_owned(), 2)]).collect::<Vec<_>>())
        };
        let mut out = Vec::new();
        write(Some(&page(1)), &page(2), &mut out);
        assert_eq!(String::from_utf8(out).unwrap(), "\x1b[1;4r\x1b[1S\x1b[r\x1b[4Hrow 5 of the text");
    }

    #[test]
    fn nothing_is_written_where_nothing_changed() {
        let frame = buffer(&[(2, 1, "par. 7".into(), 1)]);
        let mut out = Vec::new();
        write(Some(&frame), &frame, &mut out);
        assert_eq!(out, b"");
    }

    #[test]
    fn a_short_change_is_short() {
        let before = buffer(&[(0, 4, "par. 7        61 %".into(), 2)]);
        let after = buffer(&[(0, 4, "par. 8        63 %".into(), 2)]);
        let mut out = Vec::new();
        write(Some(&before), &after, &mut out);
        assert_eq!(String::from_utf8(out).unwrap(), "\x1b[5;6H\x1b[7m8\x1b[9C3\x1b[m");
    }
}
