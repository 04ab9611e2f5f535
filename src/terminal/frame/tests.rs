//! Frames as emulators show them: every cell is what the buffer holds, whatever was shown before.

use super::*;
use crate::terminal::emulator::{Emulator, beyond_vt100};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

const WIDTH: u16 = 32;
const HEIGHT: u16 = 12;

const ALL: Skills = Skills { margins: true, repeats: true, basic: false };

/// A screen drawn frame after frame, and two emulators that process the bytes.
struct Stage {
    have: Grid,
    palette: Palette,
    skills: Skills,
    emulator: Emulator,
    vt100: Option<vt100::Parser>,
    bytes: Vec<u8>,
}

impl Stage {
    fn new(skills: Skills) -> Self {
        let vt100 = vt100::Parser::new(HEIGHT.try_into().unwrap(), WIDTH.try_into().unwrap(), 0);
        Self {
            have: Grid::blank(WIDTH, HEIGHT),
            palette: Palette::new(),
            skills,
            emulator: Emulator::new(WIDTH, HEIGHT),
            vt100: (!skills.margins).then_some(vt100),
            bytes: Vec::new(),
        }
    }

    fn show(&mut self, buffer: &Buffer) {
        let (width, height) = (buffer.area.width, buffer.area.height);
        self.bytes.clear();
        if (width, height) != (self.have.width, self.have.height) {
            self.have = Grid::blank(width, height);
            self.bytes.extend_from_slice(b"\x1b[m\x1b[2J");
            self.emulator = Emulator::new(width, height);
            if let Some(vt100) = &mut self.vt100 {
                vt100.screen_mut().set_size(height.try_into().unwrap(), width.try_into().unwrap());
            }
        }
        let mut want = Grid::default();
        want.start(width, height);
        want.add(buffer, &mut self.palette);
        let frame = write(&mut self.have, &want, &self.palette, self.skills);
        self.bytes.extend_from_slice(&frame.bytes);
        self.have = want;
        if !self.skills.basic {
            self.emulator.process(&self.bytes);
            self.emulator.assert_shows(buffer);
        }
        if let Some(vt100) = &mut self.vt100 {
            vt100.process(&self.bytes);
            assert_vt100_shows(vt100, buffer);
        }
    }

    fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).unwrap()
    }
}

fn assert_vt100_shows(vt100: &vt100::Parser, want: &Buffer) {
    use crate::terminal::emulator::{expected, looks};
    for y in 0..want.area.height {
        for (x, (symbol, style)) in expected(want, y).into_iter().enumerate() {
            let cell = vt100.screen().cell(y, x as u16).unwrap();
            let Some(symbol) = symbol else {
                assert!(cell.is_wide_continuation(), "the second half at {x},{y}");
                continue;
            };
            let shown = if cell.contents().is_empty() { " " } else { cell.contents() };
            assert_eq!(shown, symbol, "at {x},{y}");
            let colour = |colour: vt100::Color| match colour {
                vt100::Color::Default => Color::Reset,
                vt100::Color::Idx(index) => Color::Indexed(index),
                vt100::Color::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
            };
            let on = [
                (cell.bold(), Modifier::BOLD),
                (cell.dim(), Modifier::DIM),
                (cell.italic(), Modifier::ITALIC),
                (cell.underline(), Modifier::UNDERLINED),
                (cell.inverse(), Modifier::REVERSED),
            ];
            let on = on.into_iter().filter(|(is_on, _)| *is_on).map(|(_, modifier)| modifier);
            let own =
                Style::new().fg(colour(cell.fgcolor())).bg(colour(cell.bgcolor())).add_modifier(on.collect());
            // The vt100 crate keeps a cell either bold or dim.
            let intensity = Modifier::BOLD | Modifier::DIM;
            let both = style.add_modifier.contains(intensity);
            let (own, style) = if both {
                let without = |style: Style| Style { add_modifier: style.add_modifier - intensity, ..style };
                (without(own), without(style))
            } else {
                (own, style)
            };
            assert_eq!(looks(shown, own), looks(&symbol, style), "the look at {x},{y} of {symbol:?}");
        }
    }
}

fn styles(number: u8) -> Style {
    let styles = [
        Style::new(),
        Style::new().add_modifier(Modifier::BOLD),
        Style::new().add_modifier(Modifier::REVERSED),
        Style::new().fg(Color::LightBlue).add_modifier(Modifier::ITALIC),
        Style::new().fg(Color::Red).bg(Color::Gray),
        Style::new().add_modifier(Modifier::DIM | Modifier::UNDERLINED),
        Style::new().fg(Color::Indexed(200)),
    ];
    styles[usize::from(number) % styles.len()]
}

fn buffer(strings: &[(u16, u16, String, u8)]) -> Buffer {
    sized(WIDTH, HEIGHT, strings)
}

fn sized(width: u16, height: u16, strings: &[(u16, u16, String, u8)]) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    for (x, y, text, style) in strings {
        buffer.set_string(x % width, y % height, text, styles(*style));
    }
    buffer
}

/// Words in several scripts: wide characters, combining marks, right-to-left letters.
const WORDS: &str = "[a-c ]{0,4}[a-c é年月。─e\u{301}عَمّ\u{5d0} ]{0,12}";

fn skills() -> impl Strategy<Value = Skills> {
    (any::<bool>(), any::<bool>()).prop_map(|(margins, repeats)| Skills { margins, repeats, basic: false })
}

/// Two panes with a rule between them, each showing its text from a given row on.
fn panes(left: &[String], right: &[String], (from, to): (usize, usize), split: u16) -> Buffer {
    let mut strings = Vec::new();
    for y in 0..HEIGHT - 1 {
        let of = |words: &[String], top: usize| words[(top + usize::from(y)) % words.len()].clone();
        strings.push((0, y, of(left, from), (from + usize::from(y)) as u8 % 4));
        strings.push((split + 1, y, of(right, to), (to + usize::from(y)) as u8 % 5));
    }
    let mut buffer = buffer(&strings);
    for y in 0..HEIGHT - 1 {
        buffer.set_string(split, y, "│", Style::new().add_modifier(Modifier::DIM));
    }
    buffer.set_string(0, HEIGHT - 1, format!("{:<32}", format!("{from} of {to}")), styles(2));
    buffer
}

proptest! {
    #[test]
    fn every_frame_shows_what_the_buffer_holds(
        skills in skills(),
        frames in prop::collection::vec(
            prop::collection::vec((0..WIDTH, 0..HEIGHT, WORDS, 0..7_u8), 0..20), 1..5)
    ) {
        let mut stage = Stage::new(skills);
        for strings in frames {
            stage.show(&buffer(&strings));
        }
    }

    #[test]
    fn another_size_is_drawn_in_full(
        frames in prop::collection::vec((4..60_u16, 2..20_u16,
            prop::collection::vec((0..60_u16, 0..20_u16, WORDS, 0..7_u8), 0..20)), 1..5)
    ) {
        let mut stage = Stage::new(Skills::default());
        for (width, height, strings) in frames {
            stage.show(&sized(width, height, &strings));
        }
    }

    #[test]
    fn a_vt100_shows_every_frame_and_is_sent_nothing_that_it_lacks(
        rows in prop::collection::vec("[a-c ]{0,30}", 24),
        steps in prop::collection::vec((-4..5_isize, 0..4_usize), 2..8),
    ) {
        let mut stage = Stage::new(Skills { basic: true, ..Skills::default() });
        let mut top = 8_usize;
        for (by, still) in steps {
            top = top.saturating_add_signed(by).min(12);
            let row = |y: u16| if y + 1 + still as u16 >= HEIGHT { usize::from(y) } else { top + usize::from(y) };
            let mut strings: Vec<_> =
                (0..HEIGHT - 1).map(|y| (0, y, rows[row(y) % rows.len()].clone(), (row(y) % 3) as u8)).collect();
            strings.push((0, HEIGHT - 1, format!("{top} %"), 2));
            stage.show(&buffer(&strings));
            prop_assert_eq!(beyond_vt100(&stage.bytes), Vec::<String>::new());
        }
    }

    #[test]
    fn scrolled_rows_show_what_the_buffer_holds(
        skills in skills(),
        rows in prop::collection::vec(WORDS, 24),
        steps in prop::collection::vec((-4..5_isize, 0..4_usize), 2..8),
    ) {
        let mut stage = Stage::new(skills);
        let mut top = 8_usize;
        for (by, still) in steps {
            top = top.saturating_add_signed(by).min(12);
            let mut strings: Vec<_> = (0..HEIGHT - 1)
                .map(|y| {
                    // Some rows at the bottom stay in place, as below an overlay.
                    let row = if y + 1 + still as u16 >= HEIGHT { usize::from(y) } else { top + usize::from(y) };
                    (0, y, rows[row % rows.len()].clone(), (row % 7) as u8)
                })
                .collect();
            strings.push((0, HEIGHT - 1, format!("{top} %"), 2));
            stage.show(&buffer(&strings));
        }
    }

    #[test]
    fn panes_scrolled_separately_show_what_the_buffer_holds(
        skills in skills(),
        left in prop::collection::vec("[a-d]{0,9}", 20),
        right in prop::collection::vec(WORDS, 30),
        steps in prop::collection::vec((0..9_usize, 0..18_usize), 2..8),
        split in 9..14_u16,
    ) {
        let mut stage = Stage::new(skills);
        for step in steps {
            stage.show(&panes(&left, &right, step, split));
        }
    }
}

fn text(number: usize) -> String {
    format!("{number} words of the text")
}

#[test]
fn scrolling_by_a_line_costs_little_more_than_the_line() {
    let page = |top: usize| {
        let rows = (0..HEIGHT - 1).map(|y| (0, y, text(top + usize::from(y)), 0));
        buffer(&rows.chain([(0, HEIGHT - 1, "par. 7".to_owned(), 2)]).collect::<Vec<_>>())
    };
    let mut stage = Stage::new(Skills::default());
    stage.show(&page(1));
    stage.show(&page(2));
    assert_eq!(stage.text(), "\x1b[;11r\x1b[S\x1b[r\x1b[11H12 words of the text");
    stage.show(&page(1));
    assert_eq!(stage.text(), "\x1b[;11r\x1b[T\x1b[r\x1b[H1 words of the text");
}

#[test]
fn the_text_scrolls_beside_the_outline_with_margins() {
    let left: Vec<String> = (0..20).map(|at| format!("clause {at}")).collect();
    let right: Vec<String> = (0..30).map(|at| format!("{at} of the words")).collect();
    let mut stage = Stage::new(ALL);
    stage.show(&panes(&left, &right, (0, 0), 11));
    stage.show(&panes(&left, &right, (0, 1), 11));
    let moved = "\x1b[?69h\x1b[13;32s\x1b[;11r\x1b[S\x1b[r\x1b[?69l\x1b[11;13H";
    assert!(stage.text().starts_with(moved), "{:?}", stage.text());
    assert!(stage.bytes.len() < 100, "{:?}", stage.text());
}

#[test]
fn both_panes_scroll_where_both_have_moved() {
    let left: Vec<String> = (0..20).map(|at| format!("clause {at}")).collect();
    let right: Vec<String> = (0..30).map(|at| format!("{at} of the words")).collect();
    let mut stage = Stage::new(ALL);
    stage.show(&panes(&left, &right, (0, 0), 11));
    stage.show(&panes(&left, &right, (2, 1), 11));
    assert_eq!(stage.text().matches("\x1b[S").count(), 2, "{:?}", stage.text());
    assert!(stage.bytes.len() < 160, "{:?}", stage.text());
}

#[test]
fn nothing_is_written_where_nothing_changed() {
    let frame = buffer(&[(2, 1, "par. 7".into(), 1)]);
    let mut stage = Stage::new(ALL);
    stage.show(&frame);
    stage.show(&frame);
    assert_eq!(stage.text(), "");
}

#[test]
fn a_small_change_takes_few_bytes() {
    let mut stage = Stage::new(Skills::default());
    stage.show(&buffer(&[(0, 4, "par. 7        61 %".into(), 2)]));
    stage.show(&buffer(&[(0, 4, "par. 8        63 %".into(), 2)]));
    assert_eq!(stage.text(), "\x1b[5;6H\x1b[7m8\x1b[9C3\x1b[m");
}

#[test]
fn a_vertical_rule_is_drawn_downwards_and_a_horizontal_one_repeated() {
    let (dash, sharp) = ("-".repeat(30), "─".repeat(30));
    let rule: Vec<_> = (0..10).map(|y| (20, y, "│".to_owned(), 5)).chain([(0, 11, dash, 0)]).collect();
    let mut stage = Stage::new(ALL);
    stage.show(&buffer(&rule));
    let down = ["│"; 10].join("\n\x08");
    assert_eq!(stage.text(), format!("\x1b[1;21H\x1b[2;4m{down}\r\n\n\x1b[m-\x1b[29b"));
    // tmux 3.3 repeats only ASCII.
    stage.show(&buffer(&[(0, 11, sharp.clone(), 0)]));
    assert!(stage.text().contains(&sharp), "{}", stage.text());
}

#[test]
fn half_overwritten_characters_are_gone() {
    let mut over = buffer(&[(0, 0, "a年b".into(), 0)]);
    over.set_string(2, 0, "│", Style::new());
    let mut stage = Stage::new(ALL);
    stage.show(&over);
    assert_eq!(stage.text(), "\x1b[Ha │b");
}

#[test]
fn erased_cells_take_no_background_colour() {
    let mut stage = Stage::new(ALL);
    stage.show(&buffer(&[(0, 0, "a".into(), 4), (6, 0, "words that go".into(), 0)]));
    stage.show(&buffer(&[(0, 0, "b".into(), 4)]));
    assert_eq!(stage.text(), "\x1b[H\x1b[31;47mb\x1b[5C\x1b[m\x1b[K");
}
