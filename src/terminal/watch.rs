//! Who listens while the loop waits: keys and signals.
//!
//! Each listener is a thread that blocks and costs nothing until something happens.

use super::input;
use super::message::Message;
use super::wire::Modes;
use crate::text::Charset;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

/// Signals that are caught from now on, and told once [`start`] has been called.
#[derive(Debug)]
pub(super) struct Caught {
    #[cfg(unix)]
    signals: signal_hook::iterator::Signals,
}

/// To be called before the terminal is taken over: from then on a signal must give it back.
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
    to: &Sender<Message>,
    modes: &Arc<Modes>,
) -> std::io::Result<()> {
    let keys = to.clone();
    thread::Builder::new().name("keys".into()).spawn(move || {
        let gone = Gone(keys);
        input::listen(charset, &gone.0);
    })?;
    #[cfg(unix)]
    unix::start(caught.signals, to, Arc::clone(modes))?;
    #[cfg(not(unix))]
    let (Caught {}, _) = (caught, modes);
    Ok(())
}

/// Nobody listens to the terminal any more, for whatever reason: the loop must not wait for it.
struct Gone(Sender<Message>);

impl Drop for Gone {
    fn drop(&mut self) {
        drop(self.0.send(Message::Gone));
    }
}

/// Whether a shell waits that could continue this program once it is stopped.
#[cfg(unix)]
pub(super) fn has_shell() -> bool {
    let session = rustix::process::getsid(None);
    session.is_ok_and(|leader| leader != rustix::process::getpgrp())
}

#[cfg(unix)]
mod unix {
    use super::super::message::Message;
    use super::super::wire::Modes;
    use rustix::termios::{Action, QueueSelector, tcflow, tcflush};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;
    use std::sync::Arc;
    use std::sync::mpsc::Sender;
    use std::thread;
    use std::time::Duration;

    /// Time for the loop to end by itself before the terminal is helped to let it.
    const SOON: Duration = Duration::from_millis(40);
    /// After so many of these it is not waited for any longer.
    const PATIENCE: u32 = 50;

    pub(super) fn catch() -> std::io::Result<Signals> {
        Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH])
    }

    pub(super) fn start(
        mut signals: Signals,
        to: &Sender<Message>,
        modes: Arc<Modes>,
    ) -> std::io::Result<()> {
        let heard = to.clone();
        thread::Builder::new().name("signals".into()).spawn(move || {
            for signal in signals.forever() {
                let message = match signal {
                    SIGTSTP => Message::Suspend,
                    SIGCONT => Message::Continued,
                    SIGWINCH => Message::Resized,
                    signal => Message::Signal(signal),
                };
                let ends = matches!(message, Message::Signal(_));
                if heard.send(message).is_err() {
                    return;
                }
                if ends {
                    insist(signal, &modes);
                }
            }
        })?;
        Ok(())
    }

    /// The loop has been told to end. Where it does not, it writes to a terminal that takes nothing in any more (a
    /// stopped one, a link that is down): what waits to be sent is dropped, which wakes it.
    #[expect(clippy::disallowed_methods, reason = "the loop does not come to its end any more")]
    fn insist(signal: i32, modes: &Modes) {
        for _ in 0..PATIENCE {
            thread::sleep(SOON);
            modes.cut();
            let out = std::io::stdout();
            // Where these fail there is nothing left to be done but to wait.
            let _ = tcflush(&out, QueueSelector::OFlush);
            // On Linux only this wakes the writer.
            let _ = tcflow(&out, Action::OOff);
            let _ = tcflow(&out, Action::OOn);
        }
        // The loop may hold standard output for ever: the modes of the terminal are all that can be given back.
        drop(crossterm::terminal::disable_raw_mode());
        std::process::exit(128 + signal);
    }
}
