//! The full-screen terminal: taking it over, drawing frames on it, and restoring it.

use super::frame::{self, Skills};
use super::grid::{Grid, Palette};
use super::input::Answer;
use super::manner::Manner;
use super::pace::{self, Pace};
use super::painter::Painter;
use super::pen::send;
use super::questions::{Question, Questions};
use super::wire::{LARGEST, MOUSE_OFF, MOUSE_ON, Modes, Wire};
use super::{capabilities, clipboard};
use crate::app::event::{Event, Size};
use crate::config::Bidi;
use crate::text::measure::Measure;
use crate::text::{Charset, width};
use crate::ui::App;
use ratatui::layout::Position;
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The initial capacity of the output buffer in bytes: more than a first frame takes.
const FRAME: usize = 1 << 13;
/// In bytes. A longer frame may arrive in several pieces, so the cursor is hidden meanwhile and, where the
/// terminal supports it, synchronized output is used: it shows the frame only once it is complete.
const PIECE: usize = 1024;

/// Mode queries (DECRQM) for left and right margins (mode 69) and for synchronized output (mode 2026).
const ASK_MARGINS: &[u8] = b"\x1b[?69$p";
const ASK_SYNCHRONIZED: &[u8] = b"\x1b[?2026$p";
/// Some terminals claim to know every mode. Where margins really work, setting them moves the cursor to the
/// top left corner, where it is at no other time that its position is asked for.
const TRY_MARGINS: &[u8] = b"\x1b[?69h\x1b[1;2s\x1b[?6n\x1b[?69l";

/// What is sent with the next frame, once, however often it was ordered.
#[derive(Debug, Default)]
struct Orders {
    clear: bool,
    turn_mouse: bool,
}

pub(super) struct Screen {
    size: Size,
    /// What the terminal shows now.
    shown: Grid,
    /// The frame that is being drawn.
    next: Grid,
    painter: Painter,
    palette: Palette,
    skills: Skills,
    /// The terminal supports synchronized output (mode 2026).
    synchronizes: bool,
    /// Where the cursor is shown; `None` where it is hidden.
    cursor: Option<Position>,
    /// Output that is not sent yet.
    bytes: Vec<u8>,
    orders: Orders,
    /// The character set in which the terminal reads the bytes.
    charset: Charset,
    wire: Box<dyn Wire>,
    modes: Arc<Modes>,
    /// The terminal may be sent queries.
    asks: bool,
    pace: Pace,
    questions: Questions,
    /// The next position of the cursor says how wide a character was.
    measuring: bool,
}

impl Screen {
    /// Takes the terminal over. On an error it is left as it was.
    pub(super) fn enter(mut wire: Box<dyn Wire>, charset: Charset, bidi: Bidi) -> io::Result<Self> {
        let (asks, repeats, manner) = {
            let variable = |name: &str| wire.variable(name);
            let asks = capabilities::answers(&variable);
            (asks, repeats(&variable), Manner::of(&variable, asks, bidi))
        };
        let modes = Arc::new(Modes::of(manner));
        wire.take(&modes)?;
        let size = area(wire.as_ref());
        let mut screen = Self {
            size,
            shown: Grid::blank(size.width, size.height),
            next: Grid::default(),
            painter: Painter::default(),
            palette: Palette::new(),
            skills: Skills { margins: false, repeats, basic: manner.is_basic() },
            synchronizes: false,
            cursor: None,
            bytes: Vec::new(),
            orders: Orders::default(),
            wire,
            modes,
            asks,
            pace: Pace::new(),
            questions: Questions::default(),
            measuring: false,
            charset,
        };
        screen.take();
        Ok(screen)
    }

    /// Queues the sequences that take the screen over; they are sent together with the first frame.
    fn take(&mut self) {
        self.bytes.clear();
        self.bytes.reserve(FRAME);
        self.modes.was_explicit(false);
        if let Some(bytes) = self.modes.manner().ask_order() {
            self.ask(Question::Order, bytes);
        }
        self.bytes.extend(self.modes.manner().begin());
        if self.modes.hears_mouse() {
            self.bytes.extend_from_slice(MOUSE_ON);
        }
        if self.asks {
            self.ask(Question::Mode(69), ASK_MARGINS);
            self.ask(Question::Mode(2026), ASK_SYNCHRONIZED);
        }
    }

    /// Asks how wide characters of ambiguous width are: where the cursor stands behind one, which is then erased.
    pub(super) fn ask_width(&mut self) {
        self.measuring = true;
        self.ask(Question::Cursor, "\x1b[H·\x1b[?6n\r\x1b[K".as_bytes());
    }

    /// Queues a query. Before the terminal is given back, its answer is awaited.
    pub(super) fn ask(&mut self, question: Question, bytes: &[u8]) {
        self.questions.ask(question, Instant::now());
        self.bytes.extend_from_slice(bytes);
    }

    /// Handles an answer of the terminal. `Some`: the event that the app is to be told of.
    pub(super) fn hear(&mut self, answer: Answer) -> io::Result<Option<Event>> {
        let asked = self.hear_last(answer);
        match answer {
            _ if !asked => {}
            Answer::Background(light) => return Ok(Some(Event::Background(light))),
            Answer::Mode(2026, 1..=3) => self.synchronizes = true,
            Answer::Mode(69, 1 | 2) if !self.skills.margins => {
                self.ask(Question::Cursor, TRY_MARGINS);
                self.cursor = None;
                self.flush()?;
            }
            // It was asked first.
            Answer::Cursor(_, column) if self.measuring => {
                self.measuring = false;
                if column == 3 {
                    Measure { wide: true, ..Measure::now() }.set();
                    self.clear();
                    return Ok(Some(Event::Measured));
                }
            }
            // Terminals with margins are recent enough to support repeating a character (REP) too.
            Answer::Cursor(1, 1) => {
                (self.skills.margins, self.skills.repeats) = (true, true);
                return Ok(Some(Event::Margins));
            }
            _ => {}
        }
        Ok(None)
    }

    /// Handles an answer that comes while the terminal is about to be given back: nothing further is asked.
    /// Returns whether it was asked for.
    pub(super) fn hear_last(&mut self, answer: Answer) -> bool {
        if answer == Answer::Status {
            self.pace.answered(Instant::now());
        }
        let asked = self.questions.hear(answer);
        if let Answer::Order(state) = answer
            && asked
        {
            self.modes.was_explicit(matches!(state, 2 | 4));
        }
        asked
    }

    /// Whether a query is not answered yet.
    pub(super) fn is_asked(&self) -> bool {
        let now = Instant::now();
        self.questions.is_open(now) || self.pace.is_asked(now)
    }

    /// Whether the terminal has caught up so far that another frame may be sent.
    pub(super) fn is_clear(&self) -> bool {
        !self.wire.is_blocked() && self.pace.is_clear(Instant::now())
    }

    /// Whether the link to the terminal is known to be slow.
    pub(super) fn is_slow(&self) -> bool {
        self.pace.is_slow()
    }

    /// How long to go on waiting until [`Screen::is_clear`]; `None` where no answer is awaited.
    pub(super) fn patience(&self) -> Option<Duration> {
        self.pace.patience(Instant::now()).filter(|_| !self.wire.is_blocked())
    }

    /// [`Screen::patience`] has run out: frames are no longer held back.
    pub(super) fn lose_patience(&mut self) {
        self.pace.give_up();
    }

    /// How long an answer that is under way may still take; `None` where none is.
    pub(super) fn due(&self) -> Option<Duration> {
        self.pace.due()
    }

    /// Sends buffered output, once the terminal accepts some again.
    pub(super) fn push(&mut self) -> io::Result<()> {
        self.wire.push()
    }

    /// Where output is blocked, calls `then` on another thread once the terminal accepts output again.
    /// Returns whether it is.
    pub(super) fn when_ready(&self, then: Box<dyn FnOnce() + Send>) -> io::Result<bool> {
        let blocked = self.wire.is_blocked();
        if blocked {
            self.wire.when_ready(then)?;
        }
        Ok(blocked)
    }

    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// The size that the terminal has now, which may differ from that of the last frame.
    pub(super) fn current_size(&self) -> Size {
        area(self.wire.as_ref())
    }

    /// The modes to be undone at the end, for the threads that may have to restore the terminal.
    pub(super) fn modes(&self) -> &Arc<Modes> {
        &self.modes
    }

    /// The bytes that put text on the terminal's clipboard; `None` where it is too long, or the terminal
    /// accepts no output.
    pub(super) fn clip(&self, text: &str) -> Option<Vec<u8>> {
        if self.wire.is_blocked() {
            return None;
        }
        clipboard::copy(text, clipboard::through(&|name: &str| self.wire.variable(name)))
    }

    /// The terminal has another size. What it shows then is unknown.
    pub(super) fn resize(&mut self, size: Size) {
        self.size = size;
        self.clear();
    }

    /// Clears the screen and forgets what it showed: the next frame is drawn in full.
    pub(super) fn clear(&mut self) {
        self.palette = Palette::new();
        self.painter.forget();
        self.shown = Grid::blank(self.size.width, self.size.height);
        self.orders.clear = true;
    }

    /// Queues what was ordered since the last frame, however often.
    fn queue_orders(&mut self) {
        if std::mem::take(&mut self.orders.turn_mouse) {
            self.bytes.extend_from_slice(if self.modes.hears_mouse() { MOUSE_ON } else { MOUSE_OFF });
        }
        if std::mem::take(&mut self.orders.clear) {
            self.bytes.extend_from_slice(b"\x1b[m\x1b[2J");
        }
    }

    /// Draws a frame and sends it in one write.
    pub(super) fn draw(&mut self, app: &App) -> io::Result<()> {
        if self.palette.is_full() {
            self.clear();
        }
        self.queue_orders();
        self.painter.paint(app, self.size, &self.shown, &mut self.next, &mut self.palette);
        self.palette.learn_links(|link| app.address(link));
        let cursor = app.cursor();
        let frame = frame::write(&mut self.shown, &self.next, &self.palette, self.skills);
        if frame.bytes.is_empty() && cursor == self.cursor {
            return self.flush();
        }
        let long = frame.bytes.len() > PIECE;
        let steady = self.synchronizes && (long || frame.unsteady);
        if steady {
            self.bytes.extend_from_slice(b"\x1b[?2026h");
        }
        let hides = !self.skills.basic;
        if hides && self.cursor.is_some() && (long || cursor.is_none()) {
            self.bytes.extend_from_slice(b"\x1b[?25l");
            self.cursor = None;
        }
        self.bytes.extend_from_slice(&frame.bytes);
        if let Some(position) = cursor {
            send!(&mut self.bytes, "\x1b[{};{}H", position.y + 1, position.x + 1);
            if hides && self.cursor.is_none() {
                self.bytes.extend_from_slice(b"\x1b[?25h");
            }
        }
        if steady {
            self.bytes.extend_from_slice(b"\x1b[?2026l");
        }
        if self.pace.sent(self.bytes.len(), Instant::now()) && self.asks {
            self.bytes.extend_from_slice(pace::QUESTION);
        }
        self.cursor = cursor;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.flush()
    }

    /// Turns mouse reporting on or off, with the next frame.
    pub(super) fn listen_to_mouse(&mut self, on: bool) {
        let on = on && !self.skills.basic;
        self.orders.turn_mouse |= self.modes.hears_mouse() != on;
        self.modes.listen_to_mouse(on);
    }

    /// Sends bytes outside a frame.
    pub(super) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes.extend_from_slice(bytes);
        self.flush()
    }

    /// Writes text to the shell's screen. To be called after the terminal was given back.
    pub(super) fn write_out(&self, text: &str) -> io::Result<()> {
        let clean = text.lines().map(|line| format!("{}\n", self.charset.spell(&width::clean(line))));
        let mut bytes = clean.collect::<String>().into_bytes();
        self.charset.encode(&mut bytes);
        self.wire.write_out(&bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.bytes.is_empty() {
            return Ok(());
        }
        self.charset.encode(&mut self.bytes);
        let sent = self.wire.send(&self.bytes);
        self.bytes.clear();
        sent
    }

    /// Gives the terminal back for a while; [`Screen::retake`] takes it over again.
    pub(super) fn release(&mut self) {
        self.cursor = None;
        self.finish();
        self.give_back();
    }

    /// Safe to call twice.
    fn give_back(&mut self) {
        if let Some(bytes) = self.modes.farewell() {
            self.wire.give_back(&bytes);
        }
    }

    /// Sends buffered output, or gives it up where the terminal accepts none. Returns whether it was sent.
    pub(super) fn finish(&mut self) -> bool {
        let finished = self.wire.finish();
        if !finished {
            self.modes.cut();
        }
        finished
    }

    /// Takes the terminal over again, at the size that it has now.
    pub(super) fn retake(&mut self) -> io::Result<Size> {
        self.wire.take(&self.modes)?;
        self.take();
        self.cursor = None;
        self.pace = Pace::new();
        self.resize(area(self.wire.as_ref()));
        Ok(self.size)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.give_back();
    }
}

/// The area of the terminal that is drawn.
fn area(wire: &dyn Wire) -> Size {
    let Size { width, height } = wire.size();
    Size { width: width.min(LARGEST.width), height: height.min(LARGEST.height) }
}

/// Terminals known to support repeating a character (REP). `xterm` is not among them, since many that do not
/// support it use that name.
fn repeats(variable: &dyn Fn(&str) -> Option<String>) -> bool {
    let term = variable("TERM").unwrap_or_default();
    ["tmux", "foot", "xterm-kitty", "alacritty", "wezterm", "xterm-ghostty"]
        .iter()
        .any(|name| term.starts_with(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::settings::Settings;
    use crate::library::builtin;
    use crate::terminal::emulator::beyond_vt100;
    use std::sync::Mutex;

    /// A wire that records what is sent.
    #[derive(Clone, Debug)]
    struct Memory {
        size: Size,
        term: &'static str,
        sent: Arc<Mutex<Vec<u8>>>,
    }

    impl Memory {
        fn new(width: u16, height: u16, term: &'static str) -> Self {
            Self { size: Size { width, height }, term, sent: Arc::default() }
        }

        fn take_sent(&self) -> String {
            String::from_utf8(std::mem::take(&mut *self.sent.lock().unwrap())).unwrap()
        }
    }

    impl Wire for Memory {
        fn size(&self) -> Size {
            self.size
        }

        fn variable(&self, name: &str) -> Option<String> {
            (name == "TERM").then(|| self.term.to_owned())
        }

        fn take(&mut self, modes: &Arc<Modes>) -> io::Result<()> {
            modes.take();
            Ok(())
        }

        fn give_back(&mut self, last: &[u8]) {
            self.send(last).unwrap();
        }

        fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
            self.sent.lock().unwrap().extend_from_slice(bytes);
            Ok(())
        }

        fn push(&mut self) -> io::Result<()> {
            Ok(())
        }

        fn is_blocked(&self) -> bool {
            false
        }

        fn when_ready(&self, _: Box<dyn FnOnce() + Send>) -> io::Result<()> {
            Ok(())
        }

        fn finish(&mut self) -> bool {
            true
        }

        fn write_out(&self, bytes: &[u8]) -> io::Result<()> {
            self.clone().send(bytes)
        }
    }

    #[test]
    fn two_sessions_in_one_process_are_independent() {
        let wires = [Memory::new(80, 24, "xterm"), Memory::new(60, 12, "linux")];
        let [mut first, mut second] =
            wires.clone().map(|wire| Screen::enter(Box::new(wire), Charset::Utf8, Bidi::App).unwrap());
        let mut app = App::new(Settings::default(), builtin::sources());
        first.listen_to_mouse(true);
        for screen in [&mut first, &mut second] {
            app.prepare(screen.size());
            screen.draw(&app).unwrap();
        }
        let [sent, beside] = wires.each_ref().map(Memory::take_sent);
        assert!(sent.contains("\x1b[?1000;1006h") && !beside.contains("1000"), "{beside:?}");
        assert!(sent.contains("\x1b[?69$p") && !beside.contains("$p"), "a console is asked nothing");
        drop(first);
        let [sent, beside] = wires.each_ref().map(Memory::take_sent);
        assert_eq!(
            (sent.as_str(), beside.as_str()),
            ("\x1b[?1006;1000l\x1b[8h\x1b[?2004l\x1b[?1049l\x1b[?25h", "")
        );
        second.release();
        assert_eq!(wires[1].take_sent(), "\x1b[?2004l\x1b[?1049l\x1b[?25h");
        second.retake().unwrap();
        second.draw(&app).unwrap();
        assert!(wires[1].take_sent().starts_with("\x1b[?1049h"), "and goes on");
    }

    #[test]
    fn a_vt100_is_sent_nothing_that_it_lacks() {
        let wire = Memory::new(80, 24, "vt100");
        let mut screen = Screen::enter(Box::new(wire.clone()), Charset::Utf8, Bidi::App).unwrap();
        let settings = Settings { colour: false, theme: crate::config::Theme::Mono, ..Settings::default() };
        let mut app = App::new(settings, builtin::sources());
        app.list_documents();
        screen.listen_to_mouse(true);
        for key in "helps".chars() {
            app.prepare(screen.size());
            screen.draw(&app).unwrap();
            app.update(Event::Key(crate::app::key::Key::plain(crate::app::key::Code::Char(key))));
        }
        screen.release();
        let sent = wire.take_sent();
        assert_eq!(beyond_vt100(sent.as_bytes()), Vec::<String>::new());
        assert!(sent.ends_with("\x1b[999;1H\x1b[K"), "the shell goes on below");
    }

    #[test]
    fn a_terminal_larger_than_any_is_drawn_in_its_corner() {
        for (size, drawn) in
            [((12_000, 12_000), (1000, 500)), ((u16::MAX, 20), (1000, 20)), ((50, u16::MAX), (50, 500))]
        {
            let wire = Memory::new(size.0, size.1, "xterm");
            let mut screen = Screen::enter(Box::new(wire.clone()), Charset::Utf8, Bidi::App).unwrap();
            assert_eq!((screen.size().width, screen.size().height), drawn);
            let mut app = App::new(Settings::default(), builtin::sources());
            app.prepare(screen.size());
            screen.draw(&app).unwrap();
            screen.retake().unwrap();
            assert_eq!((screen.size().width, screen.size().height), drawn);
            let rows = wire
                .take_sent()
                .split("\x1b[")
                .filter_map(|rest| {
                    let place = rest.split_once('H')?.0;
                    place.split(';').next()?.parse::<u16>().ok()
                })
                .max();
            assert!(rows.is_some_and(|row| row <= drawn.1), "{rows:?}");
        }
    }

    #[test]
    fn where_the_cursor_stands_behind_a_character_says_how_wide_the_terminal_makes_it() {
        for (column, wide) in [(3, true), (2, false)] {
            let wire = Memory::new(80, 24, "xterm");
            let mut screen = Screen::enter(Box::new(wire.clone()), Charset::Utf8, Bidi::App).unwrap();
            screen.ask_width();
            screen.flush().unwrap();
            assert!(wire.take_sent().contains("·\x1b[?6n"));
            let event = screen.hear(Answer::Cursor(1, column)).unwrap();
            assert_eq!(
                (matches!(event, Some(Event::Measured)), crate::text::width("Да")),
                (wide, if wide { 4 } else { 2 })
            );
            Measure::default().set();
        }
    }

    #[test]
    fn answers_that_nobody_asked_for_change_nothing_and_cost_nothing() {
        let wire = Memory::new(80, 24, "linux");
        let mut screen = Screen::enter(Box::new(wire.clone()), Charset::Utf8, Bidi::App).unwrap();
        for answer in [
            Answer::Background(9),
            Answer::Mode(69, 2),
            Answer::Order(2),
            Answer::Mode(2026, 1),
            Answer::Cursor(1, 1),
            Answer::Status,
        ] {
            for _ in 0..1000 {
                assert!(screen.hear(answer).unwrap().is_none(), "{answer:?}");
            }
        }
        assert_eq!(wire.take_sent(), "");
        assert!(!screen.synchronizes && !screen.skills.margins);
    }

    #[test]
    fn a_terminal_that_answers_gets_its_own_way_of_ordering_back() {
        for (state, end) in [(None, true), (Some(1), true), (Some(0), true), (Some(2), false)] {
            let wire = Memory::new(80, 24, "xterm");
            let mut screen = Screen::enter(Box::new(wire.clone()), Charset::Utf8, Bidi::App).unwrap();
            screen.flush().unwrap();
            let sent = wire.take_sent();
            assert!(sent.find("\x1b[8$p") < sent.find("\x1b[8l"), "it is asked before it is told: {sent:?}");
            if let Some(state) = state {
                assert!(screen.hear(Answer::Order(state)).unwrap().is_none());
            }
            drop(screen);
            assert_eq!(wire.take_sent().contains("\x1b[8h"), end, "{state:?}");
        }
    }

    #[test]
    fn orders_are_sent_once_however_often_they_are_given() {
        let wire = Memory::new(80, 24, "linux");
        let mut screen = Screen::enter(Box::new(wire.clone()), Charset::Utf8, Bidi::App).unwrap();
        let mut app = App::new(Settings::default(), builtin::sources());
        app.prepare(screen.size());
        screen.draw(&app).unwrap();
        wire.take_sent();
        for _ in 0..1000 {
            screen.listen_to_mouse(true);
            screen.clear();
            screen.listen_to_mouse(false);
            screen.clear();
            screen.listen_to_mouse(true);
        }
        screen.draw(&app).unwrap();
        let sent = wire.take_sent();
        assert_eq!((sent.matches("1000").count(), sent.matches("\x1b[2J").count()), (1, 1), "{sent:?}");
    }
}
