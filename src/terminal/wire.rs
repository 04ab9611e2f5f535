//! A terminal as a value: its size, its environment variables, and sending bytes to it.
//!
//! [`super::tty::Tty`] is the terminal that the program was started in. A session served over a network would
//! be another implementation. A session keeps no global state, so that several can run in one process.

use super::manner::Manner;
use crate::app::event::Size;
use std::fmt::Debug;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The largest area that is drawn. What a larger terminal has beyond it stays empty: its size is what somebody
/// at the far end of a connection says.
pub(super) const LARGEST: Size = Size { width: 1000, height: 500 };

/// Modes 1000 and 1006: button presses and the wheel, reported in decimal numbers (SGR).
pub(super) const MOUSE_ON: &[u8] = b"\x1b[?1000;1006h";
pub(super) const MOUSE_OFF: &[u8] = b"\x1b[?1006;1000l";

pub(super) trait Wire: Debug {
    /// The current size in columns and rows.
    fn size(&self) -> Size;

    /// An environment variable that describes the terminal, such as `TERM`.
    fn variable(&self, name: &str) -> Option<String>;

    /// Switches to raw mode. `modes` is shared with the threads that may have to restore the terminal.
    fn take(&mut self, modes: &Arc<Modes>) -> io::Result<()>;

    /// Discards the output that is still unsent, sends `last` in its place, and undoes [`Wire::take`]. Errors
    /// are ignored: the terminal is then gone.
    fn give_back(&mut self, last: &[u8]);

    /// Sends bytes without blocking. What the terminal does not accept at once is buffered.
    fn send(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Sends as much of the buffered output as the terminal accepts without blocking.
    fn push(&mut self) -> io::Result<()>;

    /// Whether buffered output is waiting to be sent.
    fn is_blocked(&self) -> bool;

    /// Calls `then` once, on another thread, when the terminal accepts output again.
    fn when_ready(&self, then: Box<dyn FnOnce() + Send>) -> io::Result<()>;

    /// Sends the buffered output, or gives it up where the terminal accepts none. Returns whether it was
    /// sent.
    fn finish(&mut self) -> bool;

    /// Writes text after the terminal was given back, and blocks until it is written.
    fn write_out(&self, bytes: &[u8]) -> io::Result<()>;
}

/// The modes of the terminal that have to be undone at the end. Shared with the threads that restore the
/// terminal where the event loop is blocked.
#[derive(Debug, Default)]
pub(super) struct Modes {
    manner: Manner,
    /// The alternate screen and raw mode are on.
    taken: AtomicBool,
    /// Mouse reporting is on.
    mouse: AtomicBool,
    /// The terminal has answered that it left the order of letters to programs when it was taken over.
    explicit: AtomicBool,
    /// Output was discarded, perhaps in the middle of an escape sequence.
    cut: AtomicBool,
    /// The loop is coming to its end by itself.
    leaving: AtomicBool,
}

impl Modes {
    pub(super) fn of(manner: Manner) -> Self {
        Self { manner, ..Self::default() }
    }

    pub(super) fn manner(&self) -> Manner {
        self.manner
    }

    /// Records that the screen is taken over.
    pub(super) fn take(&self) {
        self.taken.store(true, Ordering::SeqCst);
    }

    /// Whether the screen is taken over.
    pub(super) fn is_taken(&self) -> bool {
        self.taken.load(Ordering::SeqCst)
    }

    /// Records whether mouse reporting is on.
    pub(super) fn listen_to_mouse(&self, on: bool) {
        self.mouse.store(on, Ordering::SeqCst);
    }

    /// Whether mouse reporting is on.
    pub(super) fn hears_mouse(&self) -> bool {
        self.mouse.load(Ordering::SeqCst)
    }

    /// Records that the terminal left the order of letters to programs.
    pub(super) fn was_explicit(&self, explicit: bool) {
        self.explicit.store(explicit, Ordering::SeqCst);
    }

    /// Records that output was discarded: what is sent next must first end any escape sequence that was cut.
    pub(super) fn cut(&self) {
        self.cut.store(true, Ordering::SeqCst);
    }

    /// Records that the loop has been told to end, and does.
    pub(super) fn leave(&self) {
        self.leaving.store(true, Ordering::SeqCst);
    }

    /// Whether the loop is coming to its end.
    pub(super) fn is_leaving(&self) -> bool {
        self.leaving.load(Ordering::SeqCst)
    }

    /// The bytes that restore the terminal. `None` from the second call on, and where nothing is to be
    /// restored.
    pub(super) fn farewell(&self) -> Option<Vec<u8>> {
        if !self.taken.swap(false, Ordering::SeqCst) {
            return None;
        }
        let mut bytes = Vec::new();
        if self.cut.load(Ordering::SeqCst) && !self.manner.is_basic() {
            bytes.extend_from_slice(b"\x1b\\\x1b[r\x1b[?69l\x1b[?2026l\x1b[m");
        }
        if self.hears_mouse() {
            bytes.extend_from_slice(MOUSE_OFF);
        }
        bytes.extend(self.manner.end(self.explicit.load(Ordering::SeqCst)));
        Some(bytes)
    }
}
