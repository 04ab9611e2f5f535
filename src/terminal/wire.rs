//! One terminal as a value: how large it is, what kind it is, and the way of the bytes to it.
//!
//! [`super::tty::Tty`] is the terminal that the program was started in. A session that is served over a network is another
//! wire; nothing of a session is kept outside its own values, so that several can live in one process.

use crate::app::event::Size;
use std::fmt::Debug;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Presses and the wheel, in decimal numbers.
pub(super) const MOUSE_ON: &[u8] = b"\x1b[?1000;1006h";
pub(super) const MOUSE_OFF: &[u8] = b"\x1b[?1006;1000l";

pub(super) trait Wire: Debug {
    /// Columns and rows, as they are now.
    fn size(&self) -> Size;

    /// A variable of the environment that tells what kind of terminal it is: `TERM` and the like.
    fn variable(&self, name: &str) -> Option<String>;

    /// Has the terminal send each key as it is pressed. `modes` tells whoever must give it back in a hurry how.
    fn take(&mut self, modes: &Arc<Modes>) -> io::Result<()>;

    /// Sends the last bytes, instead of what the terminal has not taken in, and undoes [`Wire::take`].
    /// Errors mean that nobody is looking.
    fn give_back(&mut self, last: &[u8]);

    /// Sends bytes without ever waiting for the terminal: what it does not take at once is kept.
    fn send(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Sends of what was kept as much as the terminal takes.
    fn push(&mut self) -> io::Result<()>;

    /// Something could not be sent yet.
    fn is_blocked(&self) -> bool;

    /// Calls `then`, on a thread, when the terminal takes something in again.
    fn when_ready(&self, then: Box<dyn FnOnce() + Send>) -> io::Result<()>;

    /// Sends what was kept, or gives it up where the terminal takes nothing in. Whether it was sent.
    fn finish(&mut self) -> bool;

    /// Writes text where the terminal was given back, and waits until it has taken it in.
    fn write_out(&self, bytes: &[u8]) -> io::Result<()>;
}

/// What a terminal was told that it must be told to undo. It is shared with threads that have to give the terminal back
/// where the one that draws does not come to it.
#[derive(Debug, Default)]
pub(super) struct Modes {
    /// The screen was taken over.
    taken: AtomicBool,
    /// The terminal tells of the mouse.
    mouse: AtomicBool,
    /// What was being sent was cut, perhaps in the middle of a sequence.
    cut: AtomicBool,
}

impl Modes {
    pub(super) fn take(&self) {
        self.taken.store(true, Ordering::SeqCst);
    }

    pub(super) fn is_taken(&self) -> bool {
        self.taken.load(Ordering::SeqCst)
    }

    pub(super) fn listen_to_mouse(&self, on: bool) {
        self.mouse.store(on, Ordering::SeqCst);
    }

    pub(super) fn hears_mouse(&self) -> bool {
        self.mouse.load(Ordering::SeqCst)
    }

    /// Output was dropped on its way: whatever is sent next must not be taken for the rest of a sequence.
    pub(super) fn cut(&self) {
        self.cut.store(true, Ordering::SeqCst);
    }

    /// The bytes that give the terminal back, once: nothing where it was given back already.
    pub(super) fn farewell(&self) -> Option<Vec<u8>> {
        if !self.taken.swap(false, Ordering::SeqCst) {
            return None;
        }
        let mut bytes = Vec::new();
        if self.cut.load(Ordering::SeqCst) {
            bytes.extend_from_slice(b"\x1b\\\x1b[r\x1b[?69l\x1b[?2026l\x1b[m");
        }
        if self.hears_mouse() {
            bytes.extend_from_slice(MOUSE_OFF);
        }
        bytes.extend_from_slice(b"\x1b[?2004l\x1b[?1049l\x1b[?25h");
        Some(bytes)
    }
}
