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
use crate::ui::{App, Link};
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

    /// What is known of the link to the terminal.
    pub(super) fn link(&self) -> Link {
        self.pace.link()
    }

    /// Whether the terminal has answered the last query as fast as any.
    pub(super) fn keeps_up(&self) -> bool {
        self.pace.keeps_up()
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
        if self.pace.sent(self.bytes.len(), app.asks(), Instant::now()) && self.asks {
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
mod tests;
