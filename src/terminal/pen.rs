//! The cursor and the attributes of the terminal, changed with as few bytes as will do.
//!
//! Sequences that every terminal has since the VT100, and those of ECMA-48 that have been everywhere for thirty
//! years. Which cells are written is decided in [`super::frame`].

use super::grid::{Glyph, Grid, Look, Palette};
use ratatui::style::{Color, Modifier};

/// Line feeds up to this many go down; for more there is a sequence.
const FEEDS: u16 = 4;

/// Writes a sequence; a `Vec` takes everything.
macro_rules! send {
    ($out:expr, $($piece:tt)*) => {{
        let written = std::io::Write::write_fmt($out, format_args!($($piece)*));
        debug_assert!(written.is_ok(), "writing to a Vec does not fail");
    }};
}
pub(super) use send;

/// Where the cursor is, if that is known, and which attributes are on.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pen {
    at: Option<(u16, u16)>,
    look: Look,
}

/// A way along a row.
#[derive(Clone, Copy)]
enum Along {
    Stay,
    /// Writing again what stands there.
    Again,
    Forward(u16),
    Back(u16),
}

impl Pen {
    pub(super) fn look(&self) -> Look {
        self.look
    }

    /// Brings the cursor to a cell. `want` is what the rows show, or will: short gaps are written again.
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
            // From the first column, from where the cursor is.
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
                match down {
                    0..=FEEDS => out.extend(std::iter::repeat_n(b'\n', usize::from(down))),
                    _ => send!(out, "\x1b[{down}B"),
                }
                match along {
                    Along::Stay => {}
                    Along::Again => {
                        want.part(y, (start, x)).iter().for_each(|glyph| palette.put(*glyph, out))
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

    /// The shortest way from one column of a row to another.
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
        let gap = row.get(usize::from(from)..usize::from(to)).unwrap_or_default();
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

    /// A cell looks as it should under the attributes that are on: on a blank most of them do not show.
    fn suits(&self, glyph: Glyph, palette: &Palette) -> bool {
        palette.look(glyph) == self.look || (glyph == Glyph::BLANK && self.look.leaves_blanks())
    }

    /// Writes a cell where the cursor is; `right` is the width of the screen.
    pub(super) fn put(&mut self, glyph: Glyph, right: u16, palette: &Palette, out: &mut Vec<u8>) {
        if !self.suits(glyph, palette) {
            self.dress(palette.look(glyph), out);
        }
        palette.put(glyph, out);
        self.moved(glyph.cells(), right);
        if glyph.is_dubious() {
            self.at = None;
        }
    }

    /// Writes the last cell `times` times more. Only for letters of one cell.
    pub(super) fn repeat(&mut self, times: u16, right: u16, out: &mut Vec<u8>) {
        send!(out, "\x1b[{times}b");
        self.moved(times, right);
    }

    /// At the right margin terminals differ in where the cursor is.
    fn moved(&mut self, cells: u16, right: u16) {
        self.at = self.at.map(|(x, y)| (x.saturating_add(cells), y)).filter(|(x, _)| *x < right);
    }

    /// Makes plain blanks of this many cells from the cursor on.
    pub(super) fn erase(&mut self, cells: u16, out: &mut Vec<u8>) {
        self.plain_ground(out);
        if cells == 1 { out.extend_from_slice(b"\x1b[X") } else { send!(out, "\x1b[{cells}X") }
    }

    /// Makes plain blanks of all cells from the cursor to the end of the row.
    pub(super) fn erase_rest(&mut self, out: &mut Vec<u8>) {
        self.plain_ground(out);
        out.extend_from_slice(b"\x1b[K");
    }

    /// Erased cells take the colour that is on.
    fn plain_ground(&mut self, out: &mut Vec<u8>) {
        if !self.look.leaves_blanks() {
            self.dress(Look::default(), out);
        }
    }

    /// One cell down from the cell that was just written, under it.
    pub(super) fn under(&mut self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"\n\x08");
        self.at = self.at.map(|(x, y)| (x.saturating_sub(1), y + 1));
    }

    /// Turns attributes on and off, as few as will do.
    pub(super) fn dress(&mut self, look: Look, out: &mut Vec<u8>) {
        if look == self.look {
            return;
        }
        let anew = codes(Look::default(), look, true);
        let on = codes(self.look, look, false);
        let shorter = if anew.len() <= on.len() { anew } else { on };
        send!(out, "\x1b[{shorter}m");
        self.look = look;
    }
}

/// The codes that turn one look into another. `reset` begins with turning everything off.
fn codes(from: Look, to: Look, reset: bool) -> String {
    let mut codes: Vec<String> = Vec::new();
    if reset {
        codes.push(String::new());
    }
    let mut on = from.on;
    for (off, which) in OFF {
        if (on - to.on).intersects(which) {
            codes.push(off.to_owned());
            on -= which;
        }
    }
    for (modifier, code) in MODIFIERS {
        if (to.on - on).contains(modifier) {
            codes.push(code.to_owned());
        }
    }
    if to.fg != from.fg {
        codes.push(colour(to.fg, 30));
    }
    if to.bg != from.bg {
        codes.push(colour(to.bg, 40));
    }
    codes.join(";")
}

const OFF: [(&str, Modifier); 5] = [
    ("22", Modifier::BOLD.union(Modifier::DIM)),
    ("23", Modifier::ITALIC),
    ("24", Modifier::UNDERLINED),
    ("27", Modifier::REVERSED),
    ("29", Modifier::CROSSED_OUT),
];

const MODIFIERS: [(Modifier, &str); 6] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::REVERSED, "7"),
    (Modifier::CROSSED_OUT, "9"),
];

/// The code of a colour; `base` is 30 for letters, 40 for what is behind them.
fn colour(colour: Color, base: u8) -> String {
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

/// Digits of a number.
pub(super) fn digits(number: u16) -> usize {
    match number {
        0..10 => 1,
        10..100 => 2,
        100..1000 => 3,
        _ => 4 + usize::from(number > 9999),
    }
}
