//! The picture of the README: a frame of the program as a vector graphic, for a light and a dark page.

use crate::harness::Harness;
use crate::support::sample;
use plenary::internals::{Settings, Theme};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write as _;
use std::fs;

/// The size of a cell in units of the picture; a letter of the font is 14 units high.
const CELL: (f32, f32) = (8.4, 18.0);
/// Room around the text.
const EDGE: f32 = 14.0;

/// The colours of a page, as style sheets write them.
struct Paper {
    name: &'static str,
    theme: Theme,
    back: &'static str,
    text: &'static str,
    /// The eight colours of a terminal, from black to white, and the eight bright ones.
    ink: [&'static str; 16],
}

const LIGHT: Paper = Paper {
    name: "light",
    theme: Theme::Light,
    back: "#fdfdfb",
    text: "#24292f",
    ink: [
        "#24292f", "#b3261e", "#1a7f37", "#7d5a00", "#0550ae", "#7a3ea1", "#0f6b75", "#6e7781", "#57606a",
        "#c7362d", "#2da44e", "#9a6700", "#218bff", "#8f4fc0", "#1b7c83", "#8c959f",
    ],
};

const DARK: Paper = Paper {
    name: "dark",
    theme: Theme::Dark,
    back: "#16181d",
    text: "#d8dbe0",
    ink: [
        "#484f58", "#ff7b72", "#7ee787", "#e3b341", "#79c0ff", "#d2a8ff", "#76d9e6", "#b1bac4", "#6e7681",
        "#ffa198", "#a5f0ab", "#f0cf6d", "#a5d6ff", "#e2c5ff", "#9ae7f0", "#f0f6fc",
    ],
};

impl Paper {
    fn colour(&self, colour: Color) -> Option<&'static str> {
        const NAMED: [Color; 16] = [
            Color::Black,
            Color::Red,
            Color::Green,
            Color::Yellow,
            Color::Blue,
            Color::Magenta,
            Color::Cyan,
            Color::Gray,
            Color::DarkGray,
            Color::LightRed,
            Color::LightGreen,
            Color::LightYellow,
            Color::LightBlue,
            Color::LightMagenta,
            Color::LightCyan,
            Color::White,
        ];
        let at = NAMED.iter().position(|named| *named == colour)?;
        Some(self.ink[at])
    }

    /// The colours of the letters and of the ground of a cell; `None` is the colour of the page.
    fn colours(&self, cell: &Cell) -> (&'static str, Option<&'static str>) {
        let (text, ground) = (self.colour(cell.fg).unwrap_or(self.text), self.colour(cell.bg));
        if cell.modifier.contains(Modifier::REVERSED) {
            (ground.unwrap_or(self.back), Some(text))
        } else {
            (text, ground)
        }
    }

    /// Draws a frame. What looks alike is one piece of text, stretched to its cells, so that no font moves it.
    fn draw(&self, frame: &Buffer, told: &str) -> String {
        let (wide, high) = (f32::from(frame.area.width) * CELL.0, f32::from(frame.area.height) * CELL.1);
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.0} {:.0}\" role=\"img\" aria-label=\"{told}\">\n\
             <style>text{{white-space:pre}}</style>\n\
             <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{}\"/>\n\
             <g font-family=\"ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace\" font-size=\"14\" \
             fill=\"{}\">\n",
            wide + 2.0 * EDGE,
            high + 2.0 * EDGE,
            self.back,
            self.text,
        );
        for y in 0..frame.area.height {
            let mut x = 0;
            while x < frame.area.width {
                let (words, cells) = run(frame, x, y);
                self.piece(&mut out, (x, y), &words, cells, &frame[(x, y)]);
                x += cells;
            }
        }
        out.push_str("</g>\n</svg>\n");
        out
    }

    fn piece(&self, out: &mut String, (x, y): (u16, u16), words: &str, cells: u16, cell: &Cell) {
        let (ink, ground) = self.colours(cell);
        let (left, top) = (EDGE + f32::from(x) * CELL.0, EDGE + f32::from(y) * CELL.1);
        let wide = f32::from(cells) * CELL.0;
        if let Some(ground) = ground {
            writeln!(
                out,
                "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{wide:.1}\" height=\"{}\" fill=\"{ground}\"/>",
                CELL.1
            )
            .unwrap();
        }
        if words.trim().is_empty() {
            return;
        }
        let mut style = String::new();
        if ink != self.text {
            write!(style, " fill=\"{ink}\"").unwrap();
        }
        for (modifier, told) in [
            (Modifier::BOLD, " font-weight=\"bold\""),
            (Modifier::ITALIC, " font-style=\"italic\""),
            (Modifier::UNDERLINED, " text-decoration=\"underline\""),
            (Modifier::DIM, " opacity=\".65\""),
        ] {
            if cell.modifier.contains(modifier) {
                style.push_str(told);
            }
        }
        let words = words.replace('&', "&amp;").replace('<', "&lt;");
        writeln!(
            out,
            "<text x=\"{left:.1}\" y=\"{:.1}\" textLength=\"{wide:.1}\"{style}>{words}</text>",
            top + 13.5
        )
        .unwrap();
    }
}

/// The characters from a cell on that look alike, and how many cells they take.
fn run(frame: &Buffer, x: u16, y: u16) -> (String, u16) {
    let look = |cell: &Cell| (cell.fg, cell.bg, cell.modifier);
    let first = &frame[(x, y)];
    let mut words = String::new();
    let mut at = x;
    while at < frame.area.width && look(&frame[(at, y)]) == look(first) {
        let symbol = frame[(at, y)].symbol();
        words.push_str(symbol);
        at += (plenary::internals::grapheme_width(symbol) as u16).max(1);
    }
    // Blanks at the end would be stretched with the words.
    let ground = first.modifier.contains(Modifier::REVERSED) || first.bg != Color::Reset;
    let kept = words.trim_end().chars().count();
    if ground || kept == 0 {
        return (words, at - x);
    }
    let blanks = (words.chars().count() - kept) as u16;
    (words.trim_end().to_owned(), at - x - blanks)
}

#[test]
fn the_picture_of_the_readme_shows_the_program_as_it_is() {
    let told = "A resolution of the General Assembly in plenary: the outline, the text, and the jump box with what was found";
    for paper in [&LIGHT, &DARK] {
        let settings = Settings { theme: paper.theme, ..Settings::default() };
        let document = crate::harness::parse(&fs::read_to_string(sample("A_RES_95_12.en.txt")).unwrap());
        let mut reader = Harness::with(settings, "A_RES_95_12.en.txt", document).size(100, 28);
        reader.press("5 Enter :");
        let mut reader = reader.type_in("plain link");
        let drawn = paper.draw(&reader.buffer(), told);
        let path = format!("{}/docs/picture-{}.svg", env!("CARGO_MANIFEST_DIR"), paper.name);
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::write(&path, drawn).unwrap();
        } else {
            let there = fs::read_to_string(&path).unwrap_or_default();
            assert!(there == drawn, "run UPDATE_DOCS=1 cargo test picture, look at {path}, and commit it");
        }
    }
}
