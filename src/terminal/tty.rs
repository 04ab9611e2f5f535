//! The terminal that the program was started in: the only [`Wire`] in use.
//!
//! Writes never block: what the terminal does not accept at once is buffered. A terminal that is stopped
//! (Ctrl-S) or behind a dead link accepts nothing, and a program blocked in a write would react to no key.

use super::wire::{Modes, Wire};
use crate::app::event::Size;
use std::io::{self, Write as _};
use std::sync::{Arc, Mutex, Once, PoisonError, Weak};
use std::thread::ThreadId;

/// The modes of the terminal and the thread that draws on it, for the panic hook below. This is the only
/// global state: a process has one panic hook, and it must restore the terminal before the message of the
/// panic is printed, which would be lost with the alternate screen.
static TAKEN: Mutex<Option<(ThreadId, Weak<Modes>)>> = Mutex::new(None);
static HOOK: Once = Once::new();

#[cfg(unix)]
use super::raw::{enter as enter_raw, leave as leave_raw};
#[cfg(not(unix))]
use elsewhere::{enter_raw, leave_raw};

/// Installs a panic hook that restores the terminal before the message is printed.
fn guard(modes: &Arc<Modes>) {
    let own = (std::thread::current().id(), Arc::downgrade(modes));
    *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) = Some(own);
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner).clone();
            let taken = taken.and_then(|(thread, modes)| Some((thread, modes.upgrade()?)));
            let taken = taken.filter(|(_, modes)| modes.is_taken());
            // A panic on another thread is reported on the screen by the event loop, so the screen is kept.
            let ours = taken.as_ref().is_none_or(|(thread, _)| *thread == std::thread::current().id());
            if ours {
                if let Some(bytes) = taken.and_then(|(_, modes)| modes.farewell()) {
                    give_back(&bytes);
                }
                before(panic);
            }
        }));
    });
}

/// The size of the terminal in cells; 80 by 24 where it does not report one.
pub(super) fn size() -> Size {
    // Not crossterm's: it would run the program `tput` where the terminal does not report its size.
    #[cfg(unix)]
    let size = rustix::termios::tcgetwinsize(io::stdout()).map(|size| (size.ws_col, size.ws_row));
    #[cfg(not(unix))]
    let size = crossterm::terminal::size();
    match size {
        Ok((width, height)) if width > 0 && height > 0 => Size { width, height },
        _ => Size { width: 80, height: 24 },
    }
}

/// Sends the last bytes of a session, and leaves raw mode. For any thread.
pub(super) fn give_back(last_bytes: &[u8]) {
    last(last_bytes);
    leave_raw();
}

/// The terminal on standard output.
#[derive(Debug)]
pub(super) struct Tty {
    output: Output,
}

impl Tty {
    pub(super) fn new() -> Self {
        Self { output: Output::new() }
    }
}

impl Wire for Tty {
    fn size(&self) -> Size {
        size()
    }

    fn variable(&self, name: &str) -> Option<String> {
        std::env::var(name).ok()
    }

    fn take(&mut self, modes: &Arc<Modes>) -> io::Result<()> {
        guard(modes);
        enter_raw(modes.manner().all_back())?;
        modes.take();
        Ok(())
    }

    fn give_back(&mut self, bytes: &[u8]) {
        give_back(bytes);
    }

    fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.output.send(bytes)
    }

    fn push(&mut self) -> io::Result<()> {
        self.output.push()
    }

    fn is_blocked(&self) -> bool {
        self.output.is_blocked()
    }

    fn when_ready(&self, then: Box<dyn FnOnce() + Send>) -> io::Result<()> {
        self.output.when_ready(then)
    }

    fn finish(&mut self) -> bool {
        self.output.finish()
    }

    fn write_out(&self, bytes: &[u8]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(bytes).and_then(|()| out.flush())
    }
}

/// How long the last bytes of a session wait for a terminal that accepts no output.
#[cfg(unix)]
const LAST: std::time::Duration = std::time::Duration::from_millis(60);

#[cfg(unix)]
use unix::Output;
#[cfg(unix)]
pub(super) use unix::last;

#[cfg(unix)]
mod unix {
    use super::super::raw::reopened;
    use super::LAST;
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::{Errno, write};
    use rustix::termios::{Action, QueueSelector, tcflow, tcflush};
    use std::io;
    use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
    use std::time::{Duration, Instant};

    /// Unblocking output to the terminal on standard output.
    #[derive(Debug)]
    pub(super) struct Output {
        tty: Option<OwnedFd>,
        waiting: Vec<u8>,
    }

    /// Waits until the terminal accepts output, for ever where `patience` is `None`. Returns whether it does.
    fn is_ready(tty: BorrowedFd<'_>, patience: Option<Duration>) -> bool {
        let patience = patience.and_then(|time| Timespec::try_from(time).ok());
        let mut watched = [PollFd::new(&tty, PollFlags::OUT)];
        loop {
            match poll(&mut watched, patience.as_ref()) {
                Err(Errno::INTR) => {}
                ready => return ready.is_ok_and(|ready| ready > 0),
            }
        }
    }

    impl Output {
        pub(super) fn new() -> Self {
            Self { tty: reopened(), waiting: Vec::new() }
        }

        /// Whether buffered output is waiting to be sent.
        pub(super) fn is_blocked(&self) -> bool {
            !self.waiting.is_empty()
        }

        pub(super) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
            self.waiting.extend_from_slice(bytes);
            self.push()
        }

        /// Sends as much of the buffered output as the terminal accepts.
        pub(super) fn push(&mut self) -> io::Result<()> {
            let stdout = io::stdout();
            let tty = self.tty.as_ref().map_or_else(|| stdout.as_fd(), AsFd::as_fd);
            let mut sent = 0;
            let ended = loop {
                match self.waiting.get(sent..) {
                    None | Some([]) => break Ok(()),
                    Some(rest) => match write(tty, rest) {
                        Ok(written) => sent += written,
                        Err(Errno::INTR) => {}
                        Err(Errno::AGAIN) => break Ok(()),
                        Err(error) => break Err(error.into()),
                    },
                }
            };
            self.waiting.drain(..sent);
            ended
        }

        /// Calls `then` once, on another thread, when the terminal accepts output again.
        pub(super) fn when_ready(&self, then: Box<dyn FnOnce() + Send>) -> io::Result<()> {
            let Some(tty) = &self.tty else { return Ok(()) };
            let tty = tty.try_clone()?;
            let wait = move || {
                is_ready(tty.as_fd(), None);
                then();
            };
            std::thread::Builder::new().name("output".into()).spawn(wait).map(drop)
        }

        /// Sends the buffered output, or gives it up after [`LAST`]. Returns whether it was sent.
        pub(super) fn finish(&mut self) -> bool {
            let until = Instant::now() + LAST;
            while self.push().is_ok() && self.is_blocked() {
                let left = until.saturating_duration_since(Instant::now());
                let ready = self.tty.as_ref().is_some_and(|tty| is_ready(tty.as_fd(), Some(left)));
                if !ready {
                    break;
                }
            }
            std::mem::take(&mut self.waiting).is_empty()
        }
    }

    /// Sends the last bytes. Where the terminal accepts no output, what is pending is discarded to make room.
    pub(in super::super) fn last(bytes: &[u8]) {
        let mut output = Output::new();
        let sent = output.send(bytes).is_ok() && !output.is_blocked();
        if !sent {
            let stdout = io::stdout();
            // Errors are ignored: nothing can be done about them.
            let _ = tcflush(&stdout, QueueSelector::OFlush);
            let _ = tcflow(&stdout, Action::OOn);
            output.finish();
        }
    }
}

#[cfg(not(unix))]
use elsewhere::{Output, last};

#[cfg(not(unix))]
mod elsewhere {
    use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
    use std::io::{self, Write as _};

    pub(super) fn enter_raw(_: &[u8]) -> io::Result<()> {
        enable_raw_mode()
    }

    pub(super) fn leave_raw() {
        drop(disable_raw_mode());
    }

    #[derive(Debug)]
    pub(super) struct Output;

    impl Output {
        pub(super) fn new() -> Self {
            Self
        }

        pub(super) fn is_blocked(&self) -> bool {
            false
        }

        pub(super) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
            let mut out = io::stdout().lock();
            out.write_all(bytes).and_then(|()| out.flush())
        }

        pub(super) fn push(&mut self) -> io::Result<()> {
            Ok(())
        }

        pub(super) fn when_ready(&self, _: Box<dyn FnOnce() + Send>) -> io::Result<()> {
            Ok(())
        }

        pub(super) fn finish(&mut self) -> bool {
            true
        }
    }

    pub(in super::super) fn last(bytes: &[u8]) {
        let mut out = Output::new();
        // An error is ignored: the terminal is gone.
        let _ = out.send(bytes);
    }
}
