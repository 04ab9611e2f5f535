//! Who listens while the loop waits: keys and signals.
//!
//! Each listener is a thread that blocks and costs nothing until something happens.

use super::input;
use super::run::Message;
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

/// Starts the listeners. `latin1` where letters come as one byte each.
pub(super) fn start(caught: Caught, latin1: bool, to: &Sender<Message>) -> std::io::Result<()> {
    let keys = to.clone();
    thread::Builder::new().name("keys".into()).spawn(move || input::listen(latin1, &keys))?;
    #[cfg(unix)]
    unix::start(caught.signals, to)?;
    #[cfg(not(unix))]
    let Caught {} = caught;
    Ok(())
}

#[cfg(unix)]
mod unix {
    use super::super::run::Message;
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;
    use std::sync::mpsc::Sender;
    use std::thread;

    pub(super) fn catch() -> std::io::Result<Signals> {
        Signals::new([SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH])
    }

    pub(super) fn start(mut signals: Signals, to: &Sender<Message>) -> std::io::Result<()> {
        let heard = to.clone();
        thread::Builder::new().name("signals".into()).spawn(move || {
            for signal in signals.forever() {
                let message = match signal {
                    SIGTSTP => Message::Suspend,
                    SIGWINCH => Message::Resized,
                    signal => Message::Signal(signal),
                };
                if heard.send(message).is_err() {
                    return;
                }
            }
        })?;
        Ok(())
    }
}
