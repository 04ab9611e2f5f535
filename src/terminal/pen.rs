//! Moves the cursor and sets attributes with as few bytes as possible.
//!
//! Uses only sequences of the VT100 and those of ECMA-48 that terminals have long had in common. Which cells
//! are written is decided in [`super::frame`].

use super::grid::{Glyph, Grid, Look, Palette};
use crate::text::Part as _;
use ratatui::style::{Color, Modifier};

/// To go down up to this many rows, line feeds are used; beyond, the sequence `CSI n B`.
const FEEDS: u16 = 4;

/// Appends formatted text to a `Vec`, which cannot fail.
macro_rules! send {
    ($out:expr, $($piece:tt)*) => {{
        let written = std::io::Write::write_fmt($out, format_args!($($piece)*));
        debug_assert!(written.is_ok(), "writing to a Vec does not fail");
    }};
}
pub(super) use send;

/// The position of the cursor, `None` where it is unknown, and the attributes that are on.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pen {
    at: Option<(u16, u16)>,
    look: Look,
    /// The number of that look in the palette, once it is known.
    number: Option<u16>,
    /// Only the attributes of a VT100 are sent.
    basic: bool,
}

/// A way along a row from one column to another.
#[derive(Clone, Copy)]
enum Along {
    Stay,
    /// Writes the cells in between again.
    Again,
    Forward(u16),
    Back(u16),
}

impl Pen {
    pub(super) fn new(basic: bool) -> Self {
        Self { basic, ..Self::default() }
    }

    pub(super) fn look(&self) -> Look {
        self.look
    }

    /// Moves the cursor to a cell by the shortest way. `want` is what the rows show or will show: across a
    /// short gap its cells are written again.
    pub(super) fn go(&mut self, (x, y): (u16, u16), want: &Grid, palette: &Palette, out: &mut Vec<u8>) {
        if self.at == Some((x, y)) {
            return;
        }
        let absolute =
            if x == 0 { 3 } else { 4 + digits(x + 1) } + if y == 0 && x == 0 { 0 } else { digits(y + 1) };
        let mut best = (absolute, None);
        if let Some((from, row)) = self.at.filter(|(_, row)| *row <= y) {
            let down = y - row;
            let feeds = if down <= FEEDS { usize::from(down) } else { 3 + digits(down) };
            // From the current column, or from the first after a carriage return.
            for (start, turn) in [(from, 0), (0, usize::from(from != 0))] {
                let (cost, along) = self.along(start, x, want.row(y), palette);
                if turn + feeds + cost < best.0 {
                    best = (turn + feeds + cost, Some((turn == 1, start, down, along)));
                }
            }
        }
        match best.1 {
            Some((turn, start, down, along)) => {
                if turn {
                    out.push(b'\r');
                }
                if down <= FEEDS {
                    out.extend(std::iter::repeat_n(b'\n', usize::from(down)));
                } else {
                    send!(out, "\x1b[{down}B");
                }
                match along {
                    Along::Stay => {}
                    Along::Again => {
                        want.part(y, (start, x)).iter().for_each(|glyph| palette.put(*glyph, out));
                    }
                    Along::Forward(1) => out.extend_from_slice(b"\x1b[C"),
                    Along::Forward(cells) => send!(out, "\x1b[{cells}C"),
                    Along::Back(cells @ 0..=3) => out.extend(std::iter::repeat_n(8, usize::from(cells))),
                    Along::Back(cells) => send!(out, "\x1b[{cells}D"),
                }
            }
            None if (x, y) == (0, 0) => out.extend_from_slice(b"\x1b[H"),
            None if x == 0 => send!(out, "\x1b[{}H", y + 1),
            None => send!(out, "\x1b[{};{}H", y + 1, x + 1),
        }
        self.at = Some((x, y));
    }

    /// The shortest way from one column of a row to another, with its length in bytes.
    fn along(&self, from: u16, to: u16, row: &[Glyph], palette: &Palette) -> (usize, Along) {
        if from == to {
            return (0, Along::Stay);
        }
        if from > to {
            let back = from - to;
            return if back <= 3 {
                (usize::from(back), Along::Back(back))
            } else {
                (3 + digits(back), Along::Back(back))
            };
        }
        let forward = to - from;
        let jump = if forward == 1 { 3 } else { 3 + digits(forward) };
        let gap = row.part(usize::from(from)..usize::from(to));
        if usize::from(forward) <= jump {
            let plain = |glyph: &Glyph| {
                *glyph != Glyph::HALF
                    && glyph.cells() == 1
                    && !glyph.is_dubious()
                    && self.suits(*glyph, palette)
            };
            let again: usize = gap.iter().map(|glyph| palette.len(*glyph)).sum();
            if again <= jump && gap.iter().all(plain) {
                return (again, Along::Again);
            }
        }
        (jump, Along::Forward(forward))
    }

    /// Whether a cell looks right under the attributes that are on. Most of them are invisible on a blank.
    fn suits(&self, glyph: Glyph, palette: &Palette) -> bool {
        Some(glyph.look()) == self.number
            || palette.look(glyph) == self.look
            || (glyph == Glyph::BLANK && self.look.leaves_blanks())
    }

    /// Writes a cell at the cursor. `right` is the width of the screen in cells.
    pub(super) fn put(&mut self, glyph: Glyph, right: u16, palette: &Palette, out: &mut Vec<u8>) {
        if !self.suits(glyph, palette) {
            let (before, look) = (self.look.link(), palette.look(glyph));
            self.dress(look, out);
            self.number = Some(glyph.look());
            if let Some(link) = look.link().filter(|link| before != Some(*link))
                && let (Some(address), Color::Rgb(edition, high, low)) = (palette.address(link), link)
            {
                // The id joins the pieces of a link that stands in several rows.
                send!(out, "\x1b]8;id={edition:x}{high:02x}{low:02x};{address}\x1b\\");
            }
        }
        palette.put(glyph, out);
        self.moved(glyph.cells(), right);
        if glyph.is_dubious() {
            self.at = None;
        }
    }

    /// Repeats the last cell `times` times (REP). Only for characters of one cell.
    pub(super) fn repeat(&mut self, times: u16, right: u16, out: &mut Vec<u8>) {
        send!(out, "\x1b[{times}b");
        self.moved(times, right);
    }

    /// After the last column the position is unknown: terminals differ in whether the cursor has moved.
    fn moved(&mut self, cells: u16, right: u16) {
        self.at = self.at.map(|(x, y)| (x.saturating_add(cells), y)).filter(|(x, _)| *x < right);
    }

    /// Erases this many cells from the cursor on to plain blanks.
    pub(super) fn erase(&mut self, cells: u16, out: &mut Vec<u8>) {
        self.plain_ground(out);
        if cells == 1 { out.extend_from_slice(b"\x1b[X") } else { send!(out, "\x1b[{cells}X") }
    }

    /// Erases the row from the cursor on to plain blanks.
    pub(super) fn erase_rest(&mut self, out: &mut Vec<u8>) {
        self.plain_ground(out);
        out.extend_from_slice(b"\x1b[K");
    }

    /// Resets the attributes where erased cells would take the background colour.
    fn plain_ground(&mut self, out: &mut Vec<u8>) {
        if !self.look.leaves_blanks() {
            self.dress(Look::default(), out);
        }
    }

    /// Moves the cursor to the cell below the one that was just written.
    pub(super) fn under(&mut self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"\n\x08");
        self.at = self.at.map(|(x, y)| (x.saturating_sub(1), y + 1));
    }

    /// Turns attributes on and off with as few codes as possible.
    pub(super) fn dress(&mut self, look: Look, out: &mut Vec<u8>) {
        if look == self.look {
            return;
        }
        if self.look.link().is_some_and(|link| look.link() != Some(link)) {
            out.extend_from_slice(b"\x1b]8;;\x1b\\");
        }
        let (from, to) = (self.look.without_link(), look.without_link());
        (self.look, self.number) = (look, None);
        if from == to {
            return;
        }
        if self.basic {
            let on = to.on.intersection(Modifier::BOLD | Modifier::UNDERLINED | Modifier::REVERSED);
            // Colours are there only where somebody asked for them.
            let codes = Codes::of(Look::default(), Look { on, ..to }, true);
            out.extend_from_slice(b"\x1b[");
            out.extend_from_slice(codes.bytes());
            out.push(b'm');
            return;
        }
        let (anew, on) = (Codes::of(Look::default(), to, true), Codes::of(from, to, false));
        let shorter = if anew.bytes().len() <= on.bytes().len() { anew } else { on };
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(shorter.bytes());
        out.push(b'm');
    }
}

/// The parameters of an SGR sequence that turns one look into another.
struct Codes {
    bytes: [u8; 64],
    len: usize,
    first: bool,
}

impl Codes {
    /// With `reset`, begins with the code that turns everything off.
    fn of(from: Look, to: Look, reset: bool) -> Self {
        let mut codes = Self { bytes: [0; 64], len: 0, first: !reset };
        let mut on = from.on;
        for (off, which) in OFF {
            if (on - to.on).intersects(which) {
                codes.push(&[off]);
                on -= which;
            }
        }
        for (modifier, code) in MODIFIERS {
            if (to.on - on).contains(modifier) {
                codes.push(&[code]);
            }
        }
        if to.fg != from.fg {
            codes.colour(to.fg, 30);
        }
        if to.bg != from.bg {
            codes.colour(to.bg, 40);
        }
        codes
    }

    fn bytes(&self) -> &[u8] {
        self.bytes.part(..self.len)
    }

    /// Appends parameters. The longest look, with two true colours and all attributes, takes 52 bytes.
    fn push(&mut self, numbers: &[u8]) {
        for number in numbers {
            if !std::mem::take(&mut self.first) {
                self.byte(b';');
            }
            for place in [100, 10, 1] {
                if *number >= place || place == 1 {
                    self.byte(b'0' + number / place % 10);
                }
            }
        }
    }

    fn byte(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.len) {
            *place = byte;
            self.len += 1;
        }
    }

    /// Appends a colour. `base` is 30 for the foreground and 40 for the background.
    fn colour(&mut self, colour: Color, base: u8) {
        let sixteen = match colour {
            Color::Reset => return self.push(&[base + 9]),
            Color::Indexed(number) => return self.push(&[base + 8, 5, number]),
            Color::Rgb(red, green, blue) => return self.push(&[base + 8, 2, red, green, blue]),
            Color::Black => 0,
            Color::Red => 1,
            Color::Green => 2,
            Color::Yellow => 3,
            Color::Blue => 4,
            Color::Magenta => 5,
            Color::Cyan => 6,
            Color::Gray => 7,
            Color::DarkGray => 8,
            Color::LightRed => 9,
            Color::LightGreen => 10,
            Color::LightYellow => 11,
            Color::LightBlue => 12,
            Color::LightMagenta => 13,
            Color::LightCyan => 14,
            Color::White => 15,
        };
        self.push(&[base + if sixteen < 8 { sixteen } else { sixteen + 52 }]);
    }
}

const OFF: [(u8, Modifier); 5] = [
    (22, Modifier::BOLD.union(Modifier::DIM)),
    (23, Modifier::ITALIC),
    (24, Modifier::UNDERLINED),
    (27, Modifier::REVERSED),
    (29, Modifier::CROSSED_OUT),
];

const MODIFIERS: [(Modifier, u8); 6] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::REVERSED, 7),
    (Modifier::CROSSED_OUT, 9),
];

/// The number of decimal digits of a number.
pub(super) fn digits(number: u16) -> usize {
    match number {
        0..10 => 1,
        10..100 => 2,
        100..1000 => 3,
        _ => 4 + usize::from(number > 9999),
    }
}
