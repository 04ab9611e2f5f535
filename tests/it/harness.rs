//! Drives the program without a terminal: keys in, frames out.
//!
//! A frame is printed as its characters, each row between bars; [`Harness::styles`] prints a second grid with a letter
//! for each style. The program is driven as by the terminal, except that work for threads is done at once.

use plenary::document::Document;
use plenary::grammar;
use plenary::internals::{
    App, Code, Door, Driver, Effect, Ended, Event, Key, Machine, ReadOptions, Settings, Size, Source,
    Surface, Ticket, parse_chord,
};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use std::sync::Arc;

pub(crate) struct Harness {
    driver: Driver<Prepared>,
    /// The text copied last.
    pub(crate) copied: Option<String>,
    pub(crate) quit: bool,
    /// The ticket of the latest request to check whether the file changed.
    pub(crate) watched: Option<Ticket>,
}

/// An app that is laid out before and after each event, as in the event loop.
struct Prepared {
    app: App,
    size: Size,
    /// The ticket of the latest request to check whether the file changed.
    watched: Option<Ticket>,
}

impl Machine for Prepared {
    fn app(&mut self) -> &mut App {
        &mut self.app
    }

    fn hear(&mut self, event: Event) -> Vec<Effect> {
        self.app.prepare(self.size);
        let effects = self.app.update(event);
        self.app.prepare(self.size);
        for effect in &effects {
            if let Effect::Watch(ticket, _) = effect {
                self.watched = Some(ticket.clone());
            }
        }
        effects
    }
}

/// The clipboard.
struct Board<'a>(&'a mut Option<String>);

impl Surface for Board<'_> {
    fn copy(&mut self, text: String, _: &mut App) -> std::io::Result<()> {
        *self.0 = Some(text);
        Ok(())
    }
}

/// Parses a text.
pub(crate) fn parse(text: &str) -> Arc<Document> {
    Arc::new(grammar::parse(text, grammar::Options::default()))
}

impl Harness {
    /// Opens a text on a screen of 80 by 24, without colours.
    pub(crate) fn text(text: &str) -> Self {
        Self::with(Settings { colour: false, ..Settings::default() }, "text.txt", parse(text))
    }

    /// Opens a sample document.
    pub(crate) fn sample(name: &str) -> Self {
        let path = format!("{}/sample-docs/{name}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        Self::with(Settings { colour: false, ..Settings::default() }, name, parse(&text))
    }

    pub(crate) fn with(settings: Settings, name: &str, document: Arc<Document>) -> Self {
        let source = Source::File(name.into());
        let mut app = App::new(settings, [source.clone()]);
        app.open(source, document, false);
        Self::of(app)
    }

    fn of(app: App) -> Self {
        let machine = Prepared { app, size: Size { width: 80, height: 24 }, watched: None };
        Self { driver: Driver::at_once(machine), copied: None, quit: false, watched: None }
    }

    /// Opens the first of several files.
    pub(crate) fn shelf(settings: Settings, paths: &[&str]) -> Self {
        let sources: Vec<Source> = paths.iter().map(|path| Source::File(path.into())).collect();
        let mut app = App::new(settings, sources.clone());
        app.open(sources[0].clone(), sources[0].open(&ReadOptions::new(Door::free())).unwrap(), false);
        Self::of(app)
    }

    /// Opens a file that was named alone, so that what lies beside it is at hand.
    pub(crate) fn alone(settings: Settings, path: &str) -> Self {
        let mut reader = Self::shelf(settings, &[path]);
        reader.driver.machine().app.reach(Vec::new(), true);
        reader
    }

    /// Has the library in a folder asked.
    pub(crate) fn consult(&mut self, folder: &std::path::Path) {
        self.driver.consult_in(folder);
    }

    #[must_use]
    pub(crate) fn size(mut self, width: u16, height: u16) -> Self {
        self.resize(width, height);
        self
    }

    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        let size = Size { width, height };
        self.driver.machine().size = size;
        self.event(Event::Resize(size));
    }

    /// Presses keys, written as in the configuration file and separated by blanks: `g j Enter Ctrl-P`.
    #[must_use]
    pub(crate) fn keys(mut self, keys: &str) -> Self {
        self.press(keys);
        self
    }

    pub(crate) fn press(&mut self, keys: &str) {
        for key in parse_chord(keys).unwrap() {
            self.event(Event::Key(key));
        }
    }

    /// Types text letter by letter.
    #[must_use]
    pub(crate) fn type_in(mut self, text: &str) -> Self {
        for letter in text.chars() {
            self.event(Event::Key(Key::plain(Code::Char(letter))));
        }
        self
    }

    pub(crate) fn event(&mut self, event: Event) {
        let ended = self.driver.hear(event, &mut Board(&mut self.copied)).unwrap();
        self.quit |= ended == Some(Ended::Quit);
        if let Some(ticket) = self.driver.machine().watched.take() {
            self.watched = Some(ticket);
        }
    }

    pub(crate) fn buffer(&mut self) -> Buffer {
        let Prepared { app, size, .. } = self.driver.machine();
        app.prepare(*size);
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        app.view(&mut buffer);
        buffer
    }

    /// The characters of the frame, without blanks at the ends of lines.
    pub(crate) fn frame(&mut self) -> String {
        let buffer = self.buffer();
        rows(&buffer, |cell| cell.symbol().to_owned(), true)
    }

    /// The status line.
    pub(crate) fn status(&mut self) -> String {
        self.frame().lines().last().unwrap_or_default().to_owned()
    }

    /// A letter for each cell, for the first style that applies: . plain, b bold, i italic, d dim, r reversed, u
    /// underlined, c coloured.
    pub(crate) fn styles(&mut self) -> String {
        let buffer = self.buffer();
        rows(&buffer, |cell| style_letter(cell).to_owned(), false)
    }
}

fn style_letter(cell: &ratatui::buffer::Cell) -> &'static str {
    let letters = [
        (Modifier::REVERSED, "r"),
        (Modifier::UNDERLINED, "u"),
        (Modifier::ITALIC, "i"),
        (Modifier::BOLD, "b"),
        (Modifier::DIM, "d"),
    ];
    let modifier = letters.into_iter().find(|(modifier, _)| cell.modifier.contains(*modifier));
    match modifier {
        Some((_, letter)) => letter,
        None if cell.fg != Color::Reset => "c",
        None => ".",
    }
}

fn rows(buffer: &Buffer, show: impl Fn(&ratatui::buffer::Cell) -> String, skip_wide: bool) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let mut row = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let Some(cell) = buffer.cell((x, y)) else { break };
            row.push_str(&show(cell));
            let wide = plenary::internals::grapheme_width(cell.symbol()).max(1) as u16;
            x += if skip_wide { wide } else { 1 };
        }
        out.push_str(row.trim_end());
        out.push('\n');
    }
    out
}

/// A short resolution written for these tests.
pub(crate) const SHORT: &str = "\
A/RES/95/7

General Assembly

Ninety-fifth session

Resolution adopted by the General Assembly on 2 December 2040

95/7. Quiet terminals

The General Assembly,

Recalling its resolution 94/31 of 3 December 2039,¹

Convinced that a screen that does not move is easier to read,

1. Decides that a status line shall not blink;

2. Requests the Secretary-General:

(a) To report on the noise of terminals;

(b) To publish, in accordance with paragraph 1 above, the bytes that each key costs;

3. Encourages Member States to scroll slowly;

4. Decides to remain seized of the matter.

70th plenary meeting
2 December 2040

¹ See A/95/12, chap. II.
";

/// Opens [`SHORT`].
pub(crate) fn short() -> Harness {
    Harness::text(SHORT)
}
