//! The screen: taken over, drawn on, and given back as it was.

use crate::app::event::Size;
use crate::ui::App;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size,
};
use crossterm::{cursor, execute};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use std::io::{self, BufWriter, Stdout, Write as _};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

/// The terminal is ours: a panic must give it back.
static TAKEN: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// A frame is written in one piece.
const FRAME: usize = 1 << 16;

pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
}

impl Screen {
    /// Takes the terminal over. Where that fails it is left alone.
    pub(super) fn enter() -> io::Result<Self> {
        HOOK.call_once(|| {
            let before = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |panic| {
                give_back();
                before(panic);
            }));
        });
        take()?;
        let out = BufWriter::with_capacity(FRAME, io::stdout());
        let viewport = Viewport::Fixed(rect(current_size()));
        let terminal = Terminal::with_options(CrosstermBackend::new(out), TerminalOptions { viewport })?;
        Ok(Self { terminal })
    }

    pub(super) fn size(&mut self) -> Size {
        let area = self.terminal.get_frame().area();
        Size { width: area.width, height: area.height }
    }

    pub(super) fn resize(&mut self, size: Size) -> io::Result<()> {
        self.terminal.resize(rect(size))
    }

    pub(super) fn draw(&mut self, app: &App) -> io::Result<()> {
        self.terminal.draw(|frame| {
            app.view(frame.buffer_mut());
            if let Some(position) = app.cursor() {
                frame.set_cursor_position(position);
            }
        })?;
        Ok(())
    }

    /// Forgets what is on the screen: the next frame is drawn whole.
    pub(super) fn clear(&mut self) -> io::Result<()> {
        self.terminal.clear()
    }

    pub(super) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        out.write_all(bytes)?;
        io::Write::flush(out)
    }

    /// Gives the terminal back for a while; [`Screen::retake`] takes it again.
    pub(super) fn release(&mut self) {
        give_back();
    }

    /// Takes the terminal again, at whatever size it has now.
    pub(super) fn retake(&mut self) -> io::Result<Size> {
        take()?;
        let size = current_size();
        self.terminal.resize(rect(size))?;
        self.terminal.clear()?;
        Ok(size)
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
fn current_size() -> Size {
    match size() {
        Ok((width, height)) if width > 0 && height > 0 => Size { width, height },
        _ => Size { width: 80, height: 24 },
    }
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)
}

/// Safe to call twice and without a terminal: errors mean that nobody is looking.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let shown = execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
        let cooked = disable_raw_mode();
        drop((shown, cooked));
    }
}
