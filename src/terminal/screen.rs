//! The screen: taken over, drawn on, and given back as it was.

use super::frame::{self, Skills};
use super::grid::{Grid, Palette};
use crate::app::event::Size;
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
static HOOK: Once = Once::new();

/// Bytes kept for a frame: more than a first one takes.
const FRAME: usize = 1 << 14;

pub(super) struct Screen {
    size: Size,
    /// What the terminal shows.
    shown: Grid,
    next: Grid,
    /// Where the panes draw.
    buffer: Buffer,
    palette: Palette,
    skills: Skills,
    cursor: Option<Position>,
    bytes: Vec<u8>,
}

impl Screen {
    /// Takes the terminal over. Where that fails it is left alone.
    pub(super) fn enter() -> io::Result<Self> {
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
        Ok(Self {
            size,
            shown: Grid::blank(size.width, size.height),
            next: Grid::default(),
            buffer: Buffer::empty(rect(size)),
            palette: Palette::new(),
            skills: Skills { margins: std::env::var_os("PL_MARGINS").is_some(), repeats: false },
            cursor: None,
            bytes,
        })
    }

    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// The terminal has another size: what it shows is anybody's guess.
    pub(super) fn resize(&mut self, size: Size) {
        self.size = size;
        self.buffer = Buffer::empty(rect(size));
        self.clear();
    }

    /// Forgets what is on the screen: the next frame is drawn whole.
    pub(super) fn clear(&mut self) {
        self.palette = Palette::new();
        self.shown = Grid::blank(self.size.width, self.size.height);
        self.bytes.extend_from_slice(b"\x1b[m\x1b[2J");
    }

    /// Draws a frame, written in one piece.
    pub(super) fn draw(&mut self, app: &App) -> io::Result<()> {
        if self.palette.is_full() {
            self.clear();
        }
        self.buffer.reset();
        app.view(&mut self.buffer);
        self.next.read(&self.buffer, &mut self.palette);
        let cursor = app.cursor();
        let start = self.bytes.len();
        if self.cursor.is_some() {
            self.bytes.extend_from_slice(b"\x1b[?25l");
        }
        let frame = frame::write(&self.shown, &self.next, &self.palette, self.skills);
        self.bytes.extend_from_slice(&frame.bytes);
        let hidden_only = self.cursor.is_some() && self.bytes.len() == start + 6;
        if hidden_only && cursor == self.cursor {
            self.bytes.truncate(start);
        } else if let Some(position) = cursor {
            let shown = format!("\x1b[{};{}H\x1b[?25h", position.y + 1, position.x + 1);
            self.bytes.extend_from_slice(shown.as_bytes());
        }
        self.cursor = cursor;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.flush()
    }

    /// Sends bytes that are not part of a frame.
    pub(super) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes.extend_from_slice(bytes);
        self.flush()
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.bytes.is_empty() {
            return Ok(());
        }
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
        let shown = execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
        let cooked = disable_raw_mode();
        drop((shown, cooked));
    }
}
