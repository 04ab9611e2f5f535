//! The screen: taken over, drawn on, and given back as it was.

use super::capabilities;
use super::frame::{self, Skills};
use super::grid::{Grid, Palette};
use super::input::Answer;
use super::output::{self, Output};
use super::pace::{self, Pace};
use super::painter::Painter;
use super::pen::send;
use super::questions::{Question, Questions};
use crate::app::event::{Event, Size};
use crate::text::{Charset, width};
use crate::ui::App;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, queue};
use ratatui::layout::Position;
use std::io::{self, Write as _};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// The terminal is ours: a panic must give it back.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// What was being sent was cut, perhaps in the middle of a sequence.
static CUT: AtomicBool = AtomicBool::new(false);
/// The terminal tells of the mouse.
static MOUSE: AtomicBool = AtomicBool::new(false);
/// Presses and the wheel, in decimal numbers.
const MOUSE_ON: &[u8] = b"\x1b[?1000;1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006;1000l";
static HOOK: Once = Once::new();

/// Bytes kept for a frame: more than a first one takes.
const FRAME: usize = 1 << 13;
/// A longer frame may come in several pieces: the cursor is hidden meanwhile, and where the terminal can, it shows the
/// frame only when all of it has come.
const PIECE: usize = 1024;

/// Margins at the sides, and showing a frame only when all of it has come: does the terminal have them?
const ASK_MARGINS: &[u8] = b"\x1b[?69$p";
const ASK_SYNCHRONIZED: &[u8] = b"\x1b[?2026$p";
/// Some say so of every mode. Where margins are taken, setting them brings the cursor to the corner,
/// where it is at no other time.
const TRY_MARGINS: &[u8] = b"\x1b[?69h\x1b[1;2s\x1b[?6n\x1b[?69l";

pub(super) struct Screen {
    size: Size,
    /// What the terminal shows.
    shown: Grid,
    next: Grid,
    painter: Painter,
    palette: Palette,
    skills: Skills,
    /// It shows a frame only when all of it has come, where it is told to.
    synchronizes: bool,
    cursor: Option<Position>,
    bytes: Vec<u8>,
    /// What the terminal reads the bytes as.
    charset: Charset,
    output: Output,
    pace: Pace,
    questions: Questions,
}

impl Screen {
    /// Takes the terminal over. Where that fails it is left alone.
    pub(super) fn enter(charset: Charset) -> io::Result<Self> {
        HOOK.call_once(|| {
            let before = std::panic::take_hook();
            let own = std::thread::current().id();
            std::panic::set_hook(Box::new(move |panic| {
                // Work that fails on another thread becomes a sentence on the screen, which stays ours.
                if std::thread::current().id() == own || !TAKEN.load(Ordering::SeqCst) {
                    give_back();
                    before(panic);
                }
            }));
        });
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        let size = current_size();
        let mut screen = Self {
            size,
            shown: Grid::blank(size.width, size.height),
            next: Grid::default(),
            painter: Painter::default(),
            palette: Palette::new(),
            skills: Skills { margins: false, repeats: repeats() },
            synchronizes: false,
            cursor: None,
            bytes: Vec::new(),
            output: Output::new(),
            pace: Pace::new(),
            questions: Questions::default(),
            charset,
        };
        screen.take()?;
        Ok(screen)
    }

    /// What takes the screen over: sent with the first frame, so that both come in one piece.
    fn take(&mut self) -> io::Result<()> {
        self.bytes.clear();
        self.bytes.reserve(FRAME);
        queue!(self.bytes, EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
        if MOUSE.load(Ordering::SeqCst) {
            self.bytes.extend_from_slice(MOUSE_ON);
        }
        if may_ask() {
            self.ask(Question::Mode(69), ASK_MARGINS);
            self.ask(Question::Mode(2026), ASK_SYNCHRONIZED);
        }
        Ok(())
    }

    /// Asks the terminal something with the next frame. Whoever gives the terminal back waits for the answer.
    pub(super) fn ask(&mut self, question: Question, bytes: &[u8]) {
        self.questions.ask(question, Instant::now());
        self.bytes.extend_from_slice(bytes);
    }

    /// What the terminal answers to something that it was asked. What that means for what is drawn, if anything.
    pub(super) fn hear(&mut self, answer: Answer) -> io::Result<Option<Event>> {
        self.hear_last(answer);
        match answer {
            Answer::Background(light) => return Ok(Some(Event::Background(light))),
            Answer::Mode(2026, 1..=3) => self.synchronizes = true,
            Answer::Mode(69, 1 | 2) if !self.skills.margins => {
                self.ask(Question::Cursor, TRY_MARGINS);
                self.cursor = None;
                self.flush()?;
            }
            // Whatever has margins was made when repeating had long been common.
            Answer::Cursor(1, 1) => {
                self.skills = Skills { margins: true, repeats: true };
                return Ok(Some(Event::Margins));
            }
            _ => {}
        }
        Ok(None)
    }

    /// An answer that comes while the terminal is about to be given back: it is taken in, and nothing else is asked.
    pub(super) fn hear_last(&mut self, answer: Answer) {
        self.questions.hear(answer);
        if answer == Answer::Status {
            self.pace.answered(Instant::now());
        }
    }

    /// The terminal was asked something that it has not answered yet.
    pub(super) fn is_asked(&self) -> bool {
        let now = Instant::now();
        self.questions.is_open(now) || self.pace.is_asked(now)
    }

    /// The terminal has caught up so far that another frame may be sent.
    pub(super) fn is_clear(&self) -> bool {
        !self.output.is_blocked() && self.pace.is_clear(Instant::now())
    }

    /// The link to it is known to be slow.
    pub(super) fn is_slow(&self) -> bool {
        self.pace.is_slow()
    }

    /// How long to wait for that at most.
    pub(super) fn patience(&self) -> Option<Duration> {
        self.pace.patience(Instant::now()).filter(|_| !self.output.is_blocked())
    }

    /// It was waited for long enough.
    pub(super) fn lose_patience(&mut self) {
        self.pace.give_up();
    }

    /// How long an answer that is under way may still take, where one is.
    pub(super) fn due(&self) -> Option<Duration> {
        self.pace.due()
    }

    /// The terminal takes something in again.
    pub(super) fn push(&mut self) -> io::Result<()> {
        self.output.push()
    }

    /// Calls `then`, on a thread, when the terminal takes something in again, if that is waited for.
    pub(super) fn when_ready(&self, then: impl FnOnce() + Send + 'static) -> io::Result<bool> {
        let blocked = self.output.is_blocked();
        if blocked {
            self.output.when_ready(then)?;
        }
        Ok(blocked)
    }

    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// The terminal has another size: what it shows is anybody's guess.
    pub(super) fn resize(&mut self, size: Size) {
        self.size = size;
        self.clear();
    }

    /// Forgets what is on the screen: the next frame is drawn whole.
    pub(super) fn clear(&mut self) {
        self.palette = Palette::new();
        self.painter.forget();
        self.shown = Grid::blank(self.size.width, self.size.height);
        self.bytes.extend_from_slice(b"\x1b[m\x1b[2J");
    }

    /// Draws a frame, written in one piece.
    pub(super) fn draw(&mut self, app: &App) -> io::Result<()> {
        if self.palette.is_full() {
            self.clear();
        }
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
        if self.cursor.is_some() && (long || cursor.is_none()) {
            self.bytes.extend_from_slice(b"\x1b[?25l");
            self.cursor = None;
        }
        self.bytes.extend_from_slice(&frame.bytes);
        if let Some(position) = cursor {
            send!(&mut self.bytes, "\x1b[{};{}H", position.y + 1, position.x + 1);
            if self.cursor.is_none() {
                self.bytes.extend_from_slice(b"\x1b[?25h");
            }
        }
        if steady {
            self.bytes.extend_from_slice(b"\x1b[?2026l");
        }
        if self.pace.sent(self.bytes.len(), Instant::now()) && may_ask() {
            self.bytes.extend_from_slice(pace::QUESTION);
        }
        self.cursor = cursor;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.flush()
    }

    /// Has the terminal tell of the mouse, or not; it is told with the next frame.
    pub(super) fn listen_to_mouse(&mut self, on: bool) {
        MOUSE.store(on, Ordering::SeqCst);
        self.queue(if on { MOUSE_ON } else { MOUSE_OFF });
    }

    /// Sends bytes with the next frame.
    pub(super) fn queue(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Sends bytes that are not part of a frame.
    pub(super) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes.extend_from_slice(bytes);
        self.flush()
    }

    /// Writes text below what the terminal showed before the program ran; to be called when it was given back.
    pub(super) fn write_out(&self, text: &str) -> io::Result<()> {
        let clean = text.lines().map(|line| format!("{}\n", self.charset.spell(&width::clean(line))));
        let mut bytes = clean.collect::<String>().into_bytes();
        self.charset.encode(&mut bytes);
        let mut out = io::stdout().lock();
        out.write_all(&bytes).and_then(|()| out.flush())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.bytes.is_empty() {
            return Ok(());
        }
        self.charset.encode(&mut self.bytes);
        let sent = self.output.send(&self.bytes);
        self.bytes.clear();
        sent
    }

    /// Gives the terminal back for a while; [`Screen::retake`] takes it again.
    pub(super) fn release(&mut self) {
        self.cursor = None;
        self.finish();
        give_back();
    }

    /// Sends what waits to be sent, or gives it up where the terminal takes nothing in. Whether it was sent.
    pub(super) fn finish(&mut self) -> bool {
        let finished = self.output.finish();
        if !finished {
            cut();
        }
        finished
    }

    /// Takes the terminal again, at whatever size it has now.
    pub(super) fn retake(&mut self) -> io::Result<Size> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        self.take()?;
        self.cursor = None;
        self.pace = Pace::new();
        self.resize(current_size());
        Ok(self.size)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// The terminal's size; 80 by 24 where it does not know.
pub(super) fn current_size() -> Size {
    // crossterm would run a program (`tput`) where the terminal does not know.
    #[cfg(unix)]
    let size = rustix::termios::tcgetwinsize(io::stdout()).map(|size| (size.ws_col, size.ws_row));
    #[cfg(not(unix))]
    let size = crossterm::terminal::size();
    match size {
        Ok((width, height)) if width > 0 && height > 0 => Size { width, height },
        _ => Size { width: 80, height: 24 },
    }
}

fn term() -> String {
    env("TERM").unwrap_or_default()
}

fn env(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn may_ask() -> bool {
    capabilities::answers(&env)
}

/// Terminals that are known to repeat a letter when they are told to. The name of xterm is used by many that do not.
fn repeats() -> bool {
    let term = term();
    ["tmux", "foot", "xterm-kitty", "alacritty", "wezterm", "xterm-ghostty"]
        .iter()
        .any(|name| term.starts_with(name))
}

/// Output was dropped on its way: whatever is sent next must not be taken for the rest of a sequence.
pub(super) fn cut() {
    CUT.store(true, Ordering::SeqCst);
}

/// Safe to call twice and without a terminal: errors mean that nobody is looking.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let mut bytes = Vec::new();
        if CUT.load(Ordering::SeqCst) {
            bytes.extend_from_slice(b"\x1b\\\x1b[r\x1b[?69l\x1b[?2026l\x1b[m");
        }
        if MOUSE.load(Ordering::SeqCst) {
            bytes.extend_from_slice(MOUSE_OFF);
        }
        let queued = queue!(bytes, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
        output::last(&bytes);
        let cooked = disable_raw_mode();
        drop((queued, cooked));
    }
}
