//! The screen: taken over, drawn on, and given back as it was.

use super::frame;
use crate::app::event::Size;
use crate::text::{Charset, width};
use crate::ui::App;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size,
};
use crossterm::{cursor, execute, queue};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::io::{self, Write as _};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

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
const FRAME: usize = 1 << 14;

pub(super) struct Screen {
    size: Size,
    /// What the terminal shows; `None` after it was cleared or touched by others.
    shown: Option<Buffer>,
    next: Buffer,
    cursor: Option<Position>,
    bytes: Vec<u8>,
    /// What the terminal reads the bytes as.
    charset: Charset,
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
        let bytes = take()?;
        Ok(Self { size, shown: None, next: Buffer::empty(rect(size)), cursor: None, bytes, charset })
    }

    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// The terminal has another size: what it shows is anybody's guess.
    pub(super) fn resize(&mut self, size: Size) {
        self.size = size;
        self.next = Buffer::empty(rect(size));
        self.clear();
    }

    /// Forgets what is on the screen: the next frame is drawn whole.
    pub(super) fn clear(&mut self) {
        self.shown = None;
        self.bytes.extend_from_slice(b"\x1b[m\x1b[2J");
    }

    /// Draws a frame, written in one piece.
    pub(super) fn draw(&mut self, app: &App) -> io::Result<()> {
        self.next.reset();
        app.view(&mut self.next);
        let cursor = app.cursor();
        let start = self.bytes.len();
        if self.cursor.is_some() {
            self.bytes.extend_from_slice(b"\x1b[?25l");
        }
        frame::write(self.shown.as_ref(), &self.next, &mut self.bytes);
        let hidden_only = self.cursor.is_some() && self.bytes.len() == start + 6;
        if hidden_only && cursor == self.cursor {
            self.bytes.truncate(start);
        } else if let Some(position) = cursor {
            let shown = format!("\x1b[{};{}H\x1b[?25h", position.y + 1, position.x + 1);
            self.bytes.extend_from_slice(shown.as_bytes());
        }
        self.cursor = cursor;
        let before = self.shown.take().unwrap_or_else(|| Buffer::empty(rect(self.size)));
        self.shown = Some(std::mem::replace(&mut self.next, before));
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

    /// Writes text below what the terminal showed before the program ran.
    pub(super) fn write_out(&mut self, text: &str) -> io::Result<()> {
        for line in text.lines() {
            self.bytes.extend_from_slice(self.charset.spell(&width::clean(line)).as_bytes());
            self.bytes.push(b'\n');
        }
        self.flush()
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.bytes.is_empty() {
            return Ok(());
        }
        self.charset.encode(&mut self.bytes);
        let mut out = io::stdout().lock();
        let written = out.write_all(&self.bytes).and_then(|()| out.flush());
        self.bytes.clear();
        written
    }

    /// Gives the terminal back for a while; [`Screen::retake`] takes it again.
    pub(super) fn release(&mut self) {
        self.cursor = None;
        give_back();
    }

    /// Takes the terminal again, at whatever size it has now.
    pub(super) fn retake(&mut self) -> io::Result<Size> {
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        self.bytes = take()?;
        self.cursor = None;
        self.resize(current_size());
        Ok(self.size)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

fn rect(size: Size) -> Rect {
    Rect::new(0, 0, size.width, size.height)
}

/// The terminal's size; 80 by 24 where it does not know.
pub(super) fn current_size() -> Size {
    match size() {
        Ok((width, height)) if width > 0 && height > 0 => Size { width, height },
        _ => Size { width: 80, height: 24 },
    }
}

/// What takes the screen over: sent with the first frame, so that both come in one piece.
fn take() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(FRAME);
    queue!(bytes, EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
    if MOUSE.load(Ordering::SeqCst) {
        bytes.extend_from_slice(MOUSE_ON);
    }
    Ok(bytes)
}

/// Output was dropped on its way: whatever is sent next must not be taken for the rest of a sequence.
pub(super) fn cut() {
    CUT.store(true, Ordering::SeqCst);
}

/// Safe to call twice and without a terminal: errors mean that nobody is looking.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        if CUT.load(Ordering::SeqCst) {
            drop(io::stdout().write_all(b"\x1b\\"));
        }
        if MOUSE.load(Ordering::SeqCst) {
            drop(io::stdout().write_all(MOUSE_OFF));
        }
        let shown = execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
        let cooked = disable_raw_mode();
        drop((shown, cooked));
    }
}
