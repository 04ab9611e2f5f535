//! Bytes to the terminal, without ever waiting for it: what it does not take at once is kept.
//!
//! A terminal that is stopped, or a link that is down, takes nothing in, and a program that waits for it hears no key.

/// How long the last bytes of a session wait for a terminal that is busy.
#[cfg(unix)]
const LAST: std::time::Duration = std::time::Duration::from_millis(60);

#[cfg(unix)]
pub(super) use unix::{Output, last};

#[cfg(unix)]
mod unix {
    use super::LAST;
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::fs::{Mode, OFlags, open};
    use rustix::io::{Errno, write};
    use rustix::termios::{Action, QueueSelector, tcflow, tcflush, ttyname};
    use std::io;
    use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
    use std::time::{Duration, Instant};

    /// The terminal of standard output.
    #[derive(Debug)]
    pub(in super::super) struct Output {
        tty: Option<OwnedFd>,
        waiting: Vec<u8>,
    }

    /// The terminal opened once more: whether waiting is allowed is told for each time that it is opened, and standard
    /// output is shared with the shell.
    fn reopened() -> Option<OwnedFd> {
        let name = ttyname(io::stdout(), Vec::with_capacity(32)).ok()?;
        open(name, OFlags::WRONLY | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC, Mode::empty()).ok()
    }

    /// Waits until the terminal takes something in; `None` waits for ever. Whether it does.
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
        pub(in super::super) fn new() -> Self {
            Self { tty: reopened(), waiting: Vec::new() }
        }

        /// Something could not be sent yet.
        pub(in super::super) fn is_blocked(&self) -> bool {
            !self.waiting.is_empty()
        }

        pub(in super::super) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
            self.waiting.extend_from_slice(bytes);
            self.push()
        }

        /// Sends of what waits as much as the terminal takes.
        pub(in super::super) fn push(&mut self) -> io::Result<()> {
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

        /// Calls `then`, on a thread, when the terminal takes something in again.
        pub(in super::super) fn when_ready(&self, then: impl FnOnce() + Send + 'static) -> io::Result<()> {
            let Some(tty) = &self.tty else { return Ok(()) };
            let tty = tty.try_clone()?;
            let wait = move || {
                is_ready(tty.as_fd(), None);
                then();
            };
            std::thread::Builder::new().name("output".into()).spawn(wait).map(drop)
        }

        /// Sends what waits, or gives it up where the terminal takes nothing in. Whether it was sent.
        pub(in super::super) fn finish(&mut self) -> bool {
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

    /// The last bytes. A terminal that takes nothing in gets them instead of what it was sent before.
    pub(in super::super) fn last(bytes: &[u8]) {
        let mut output = Output::new();
        let sent = output.send(bytes).is_ok() && !output.is_blocked();
        if !sent {
            let stdout = io::stdout();
            // Where these fail there is nothing left to be done.
            let _ = tcflush(&stdout, QueueSelector::OFlush);
            let _ = tcflow(&stdout, Action::OOn);
            output.finish();
        }
    }
}

#[cfg(not(unix))]
pub(super) use elsewhere::{Output, last};

#[cfg(not(unix))]
mod elsewhere {
    use std::io::{self, Write as _};

    #[derive(Debug)]
    pub(in super::super) struct Output;

    impl Output {
        pub(in super::super) fn new() -> Self {
            Self
        }

        pub(in super::super) fn is_blocked(&self) -> bool {
            false
        }

        pub(in super::super) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
            let mut out = io::stdout().lock();
            out.write_all(bytes).and_then(|()| out.flush())
        }

        pub(in super::super) fn push(&mut self) -> io::Result<()> {
            Ok(())
        }

        pub(in super::super) fn when_ready(&self, _: impl FnOnce() + Send + 'static) -> io::Result<()> {
            Ok(())
        }

        pub(in super::super) fn finish(&mut self) -> bool {
            true
        }
    }

    pub(in super::super) fn last(bytes: &[u8]) {
        let mut out = Output::new();
        // Where it fails nobody is looking.
        let _ = out.send(bytes);
    }
}
