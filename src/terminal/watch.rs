//! The threads that listen for keys and signals while the event loop waits.
//!
//! Each of them blocks, and uses no processor time until something happens.

use super::inbox::{Inbox, Post};
use super::input;
use super::message::Message;
use super::wire::Modes;
use crate::text::Charset;
use std::sync::Arc;
use std::thread;

/// Signal handlers that are installed; the signals reach the loop once [`start`] is called.
#[derive(Debug)]
pub(super) struct Caught {
    #[cfg(unix)]
    signals: signal_hook::iterator::Signals,
}

/// Installs the handlers. To be called before the terminal is taken over, since from then on a signal must
/// restore it.
pub(super) fn catch() -> std::io::Result<Caught> {
    Ok(Caught {
        #[cfg(unix)]
        signals: unix::catch()?,
    })
}

/// Starts the listeners.
pub(super) fn start(
    caught: Caught,
    charset: Charset,
    inbox: &Inbox<Message>,
    modes: &Arc<Modes>,
) -> std::io::Result<()> {
    let keys = inbox.post();
    thread::Builder::new().name("keys".into()).spawn(move || {
        let gone = Gone(keys);
        input::listen(charset, &gone.0);
    })?;
    #[cfg(unix)]
    unix::start(caught.signals, inbox.post(), Arc::clone(modes))?;
    #[cfg(not(unix))]
    let (Caught {}, _) = (caught, modes);
    Ok(())
}

/// Sends [`Message::Gone`] when the thread of the keys ends for whatever reason, a panic included, so that
/// the loop does not wait for ever.
struct Gone(Post<Message>);

impl Drop for Gone {
    fn drop(&mut self) {
        self.0.call(Message::Gone);
    }
}

/// Whether a shell with job control started the program, and so can resume it. A session leader has none.
#[cfg(unix)]
pub(super) fn has_shell() -> bool {
    let session = rustix::process::getsid(None);
    session.is_ok_and(|leader| leader != rustix::process::getpgrp())
}

#[cfg(unix)]
mod unix {
    use super::super::inbox::Post;
    use super::super::message::Message;
    use super::super::wire::Modes;
    use rustix::termios::{Action, QueueSelector, tcflow, tcflush};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;
    use std::sync::Arc;
    use std::thread;
    use std::time::Duration;

    /// How long the loop is given, each time, to end by itself before its pending output is discarded.
    const SOON: Duration = Duration::from_millis(40);
    /// After this many attempts the process exits without the loop.
    const PATIENCE: u32 = 50;

    pub(super) fn catch() -> std::io::Result<Signals> {
        Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH])
    }

    pub(super) fn start(
        mut signals: Signals,
        heard: Post<Message>,
        modes: Arc<Modes>,
    ) -> std::io::Result<()> {
        thread::Builder::new().name("signals".into()).spawn(move || {
            for signal in signals.forever() {
                let message = match signal {
                    SIGTSTP => Message::Suspend,
                    SIGCONT => Message::Continued,
                    SIGWINCH => Message::Resized,
                    signal => Message::Signal(signal),
                };
                let ends = matches!(message, Message::Signal(_));
                heard.call(message);
                if ends {
                    insist(signal, &modes);
                }
            }
        })?;
        Ok(())
    }

    /// The loop was told to end. If it does not, it is blocked writing to a terminal that accepts no output
    /// (stopped by Ctrl-S, or a dead link): discarding the pending output unblocks it.
    #[expect(clippy::disallowed_methods, reason = "the loop does not come to its end any more")]
    fn insist(signal: i32, modes: &Modes) {
        for _ in 0..PATIENCE {
            thread::sleep(SOON);
            modes.cut();
            let out = std::io::stdout();
            // Errors are ignored: waiting is all that could be done about them.
            let _ = tcflush(&out, QueueSelector::OFlush);
            // On Linux a blocked write returns only once output is stopped and started again.
            let _ = tcflow(&out, Action::OOff);
            let _ = tcflow(&out, Action::OOn);
        }
        // The loop may hold the lock of standard output for ever, so only the modes of the tty can be
        // restored.
        drop(crossterm::terminal::disable_raw_mode());
        std::process::exit(128 + signal);
    }
}
