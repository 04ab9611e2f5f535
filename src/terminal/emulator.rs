//! A terminal for tests. It understands the few sequences that frames use, left and right margins included,
//! which the `vt100` crate lacks. Any other sequence fails the test.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

/// A cell: its characters (none in the second half of a wide one) and its style.
type Cell = (Option<String>, Style);

pub(super) struct Emulator {
    width: u16,
    height: u16,
    cells: Vec<Vec<Cell>>,
    at: (u16, u16),
    /// The cursor is beyond the last column.
    beyond: bool,
    style: Style,
    rows: (u16, u16),
    columns: (u16, u16),
    margins: bool,
    last: String,
}

/// What a row of a buffer should look like: a wide character whose second half was overwritten is gone.
pub(super) fn expected(want: &Buffer, y: u16) -> Vec<Cell> {
    let mut row: Vec<Cell> = Vec::new();
    for x in 0..want.area.width {
        let cell = want.cell((x, y)).unwrap();
        let wide = |cell: &ratatui::buffer::Cell| crate::text::width::grapheme_width(cell.symbol()) == 2;
        let style = Style::new().fg(cell.fg).bg(cell.bg).add_modifier(cell.modifier);
        let half = x > 0
            && row.last().is_some_and(|(symbol, _)| symbol.is_some())
            && wide(want.cell((x - 1, y)).unwrap());
        if half && cell.symbol() == " " {
            row.push((None, style));
            continue;
        }
        if half {
            row.last_mut().unwrap().0 = Some(" ".to_owned());
        }
        let cut = x + 1 == want.area.width && wide(cell);
        row.push((Some(if cut { " ".to_owned() } else { cell.symbol().to_owned() }), style));
    }
    row
}

/// The visible part of a style.
pub(super) fn looks(symbol: &str, style: Style) -> (Color, Color, Modifier) {
    let sixteen = |colour: Option<Color>| match colour.unwrap_or(Color::Reset) {
        Color::Red => Color::Indexed(1),
        Color::Gray => Color::Indexed(7),
        Color::LightBlue => Color::Indexed(12),
        colour => colour,
    };
    let shows = Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT;
    let (fg, bg, on) = (sixteen(style.fg), sixteen(style.bg), style.add_modifier);
    if symbol == " " && !on.intersects(shows) { (Color::Reset, bg, Modifier::empty()) } else { (fg, bg, on) }
}

fn blank() -> Cell {
    (Some(" ".to_owned()), Style::new())
}

impl Emulator {
    pub(super) fn new(width: u16, height: u16) -> Self {
        Self {
            width,
            height,
            cells: vec![vec![blank(); usize::from(width)]; usize::from(height)],
            at: (0, 0),
            beyond: false,
            style: Style::new(),
            rows: (0, height),
            columns: (0, width),
            margins: false,
            last: String::new(),
        }
    }

    pub(super) fn assert_shows(&self, want: &Buffer) {
        assert_eq!(self.style, Style::new(), "attributes are left on");
        assert_eq!((self.rows, self.columns, self.margins), ((0, self.height), (0, self.width), false));
        for y in 0..self.height {
            for (x, (symbol, style)) in expected(want, y).into_iter().enumerate() {
                let (shown, own) = &self.cells[usize::from(y)][x];
                assert_eq!(*shown, symbol, "at {x},{y}");
                if let Some(symbol) = symbol {
                    assert_eq!(
                        looks(&symbol, *own),
                        looks(&symbol, style),
                        "the look at {x},{y} of {symbol:?}"
                    );
                }
            }
        }
    }

    pub(super) fn process(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).unwrap();
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            if let Some(sequence) = rest.strip_prefix("\x1b[") {
                let end = sequence.find(|c: char| ('@'..='~').contains(&c)).expect("a sequence has an end");
                self.sequence(&sequence[..end], &sequence[end..=end]);
                rest = &sequence[end + 1..];
                continue;
            }
            rest = &rest[letter.len_utf8()..];
            match letter {
                '\r' => (self.at.0, self.beyond) = (0, false),
                '\n' => {
                    assert!(self.at.1 + 1 < self.height, "a line feed in the last row");
                    self.at.1 += 1;
                    self.beyond = false;
                }
                '\x08' => {
                    assert!(!self.beyond && self.at.0 > 0, "a step back from the edge");
                    self.at.0 -= 1;
                }
                letter => self.letter(letter),
            }
        }
    }

    fn letter(&mut self, letter: char) {
        let one = letter.to_string();
        let cells = crate::text::width::grapheme_width(&one) as u16;
        if cells == 0 {
            let x = if self.beyond { self.at.0 } else { self.at.0 - 1 };
            let row = &mut self.cells[usize::from(self.at.1)];
            let base = row[..=usize::from(x)].iter_mut().rev().find_map(|(symbol, _)| symbol.as_mut());
            base.unwrap().push(letter);
            return;
        }
        assert!(!self.beyond && self.at.0 + cells <= self.width, "a row is never wrapped");
        let (x, y) = self.at;
        for at in x..x + cells {
            self.part(at, y);
            let symbol = (at == x).then(|| one.clone());
            self.cells[usize::from(y)][usize::from(at)] = (symbol, self.style);
        }
        self.last = one;
        self.at.0 = x + cells;
        if self.at.0 == self.width {
            self.at.0 -= 1;
            self.beyond = true;
        }
    }

    /// A wide character loses both halves when one is overwritten; which style they keep is undefined.
    fn part(&mut self, x: u16, y: u16) {
        let row = &mut self.cells[usize::from(y)];
        let x = usize::from(x);
        let unknown = (Some(" ".to_owned()), Style::new().bg(Color::Magenta));
        if row[x].0.is_none() {
            row[x - 1] = unknown.clone();
            row[x] = unknown.clone();
        }
        if row.get(x + 1).is_some_and(|(symbol, _)| symbol.is_none()) {
            row[x] = unknown.clone();
            row[x + 1] = unknown;
        }
    }

    fn sequence(&mut self, parameters: &str, last: &str) {
        let numbers: Vec<u16> = parameters.split(';').map(|number| number.parse().unwrap_or(0)).collect();
        let or = |at: usize, default: u16| {
            numbers.get(at).copied().filter(|number| *number > 0).unwrap_or(default)
        };
        let count = or(0, 1);
        assert!(!self.beyond || !matches!(last, "C" | "D" | "B" | "b" | "K" | "X"), "{last} at the edge");
        self.beyond &= !matches!(last, "H" | "r" | "s");
        match last {
            "H" => self.at = (or(1, 1).min(self.width) - 1, count.min(self.height) - 1),
            "C" => self.at.0 = (self.at.0 + count).min(self.width - 1),
            "D" => self.at.0 = self.at.0.saturating_sub(count),
            "B" => self.at.1 = (self.at.1 + count).min(self.height - 1),
            "J" => self.cells.fill(vec![blank(); usize::from(self.width)]),
            "K" => self.erase(self.width - self.at.0),
            "X" => self.erase(count),
            "b" => (0..count).for_each(|_| self.letter(self.last.chars().next().unwrap())),
            "m" => numbers_of(parameters, &mut self.style),
            "h" | "l" => {
                assert_eq!(parameters, "?69");
                self.margins = last == "h";
                self.columns = (0, self.width);
            }
            "s" => {
                assert!(self.margins, "margins are not on");
                self.columns = (count - 1, or(1, self.width));
                self.at = (0, 0);
            }
            "r" => {
                self.rows = (count - 1, or(1, self.height));
                assert!(self.rows.0 + 1 < self.rows.1, "one row is no region");
                self.at = (0, 0);
            }
            "S" | "T" => self.scroll(count, last == "S"),
            _ => panic!("what is CSI {parameters}{last}?"),
        }
    }

    fn erase(&mut self, cells: u16) {
        let (x, y) = self.at;
        for at in x..(x + cells).min(self.width) {
            self.part(at, y);
            let background = self.style.bg.map_or(Style::new(), |bg| Style::new().bg(bg));
            self.cells[usize::from(y)][usize::from(at)] = (Some(" ".to_owned()), background);
        }
    }

    fn scroll(&mut self, count: u16, up: bool) {
        assert_eq!(self.style, Style::new(), "what scrolls in takes the colour");
        let (top, bottom) = self.rows;
        let (left, right) = (usize::from(self.columns.0), usize::from(self.columns.1));
        let before = self.cells.clone();
        for y in top..bottom {
            let from = if up { y.checked_add(count) } else { y.checked_sub(count) };
            let from = from.filter(|from| (top..bottom).contains(from));
            let row = &mut self.cells[usize::from(y)][left..right];
            match from {
                Some(from) => row.clone_from_slice(&before[usize::from(from)][left..right]),
                None => row.fill(blank()),
            }
        }
    }
}

fn numbers_of(parameters: &str, style: &mut Style) {
    let mut codes = parameters.split(';').map(|code| code.parse::<u8>().unwrap_or(0));
    while let Some(code) = codes.next() {
        let sixteen = |code: u8, base: u8| match code - base {
            0..=7 => Color::Indexed(code - base),
            8 => Color::Indexed(codes_of(&mut codes.clone())),
            9 => Color::Reset,
            _ => panic!("what is the colour {code}?"),
        };
        let add = |modifier| style.add_modifier(modifier);
        let drop = |modifier: Modifier| Style { add_modifier: style.add_modifier - modifier, ..*style };
        *style = match code {
            0 => Style::new(),
            1 => add(Modifier::BOLD),
            2 => add(Modifier::DIM),
            3 => add(Modifier::ITALIC),
            4 => add(Modifier::UNDERLINED),
            7 => add(Modifier::REVERSED),
            9 => add(Modifier::CROSSED_OUT),
            22 => drop(Modifier::BOLD | Modifier::DIM),
            23 => drop(Modifier::ITALIC),
            24 => drop(Modifier::UNDERLINED),
            27 => drop(Modifier::REVERSED),
            29 => drop(Modifier::CROSSED_OUT),
            30..=39 => style.fg(sixteen(code, 30)),
            40..=49 => style.bg(sixteen(code, 40)),
            90..=97 => style.fg(Color::Indexed(code - 82)),
            100..=107 => style.bg(Color::Indexed(code - 92)),
            _ => panic!("what is the attribute {code}?"),
        };
        if matches!(code, 38 | 48) {
            codes.nth(1);
        }
        style.fg = style.fg.filter(|fg| *fg != Color::Reset);
        style.bg = style.bg.filter(|bg| *bg != Color::Reset);
        *style = Style { sub_modifier: Modifier::empty(), ..*style };
    }
}

/// The number of an indexed colour, after the `5`.
fn codes_of(codes: &mut impl Iterator<Item = u8>) -> u8 {
    assert_eq!(codes.next(), Some(5));
    codes.next().unwrap()
}

/// The sequences that a VT100 lacks, of those in `bytes`.
pub(super) fn beyond_vt100(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let mut found = Vec::new();
    for rest in text.split('\u{1b}').skip(1) {
        let known = match rest.strip_prefix('[') {
            Some(rest) => {
                let parameters: String =
                    rest.chars().take_while(|c| ('\u{20}'..'\u{40}').contains(c)).collect();
                let plain = parameters.chars().all(|c| c.is_ascii_digit() || c == ';');
                match rest.chars().nth(parameters.len()) {
                    Some('m') => {
                        parameters.split(';').all(|code| ["", "0", "1", "4", "5", "7"].contains(&code))
                    }
                    last => plain && last.is_some_and(|last| "ABCDHJKfr".contains(last)),
                }
            }
            None => rest.starts_with(['D', 'E', 'M', '7', '8']),
        };
        if !known {
            found.push(rest.chars().take(12).collect());
        }
    }
    found
}
