//! Who listens while the loop waits: keys, signals, and the terminal going away.
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

/// Starts the listeners.
pub(super) fn start(caught: Caught, to: &Sender<Message>) -> std::io::Result<()> {
    let keys = to.clone();
    thread::Builder::new().name("keys".into()).spawn(move || listen(&keys))?;
    #[cfg(unix)]
    unix::start(caught.signals, to)?;
    #[cfg(not(unix))]
    let Caught {} = caught;
    Ok(())
}

fn listen(to: &Sender<Message>) {
    loop {
        let heard = crossterm::event::read();
        let message = match heard {
            Ok(heard) => input::translate(heard).map(Message::Event),
            Err(_) => Some(Message::Gone),
        };
        let gone = matches!(message, Some(Message::Gone));
        if message.is_some_and(|message| to.send(message).is_err()) || gone {
            return;
        }
    }
}

#[cfg(unix)]
mod unix {
    use super::super::run::Message;
    use rustix::event::{PollFd, PollFlags, poll};
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
        let gone = to.clone();
        thread::Builder::new().name("hang-up".into()).spawn(move || {
            wait_for_hang_up();
            drop(gone.send(Message::Gone));
        })?;
        Ok(())
    }

    /// Returns when the terminal has gone. crossterm does not notice (it spins instead) where no SIGHUP comes.
    fn wait_for_hang_up() {
        let out = std::io::stdout();
        loop {
            // No events are asked for: only a hang-up or an error ends the wait.
            let mut watched = [PollFd::new(&out, PollFlags::empty())];
            match poll(&mut watched, None) {
                Err(rustix::io::Errno::INTR) => {}
                _ => return,
            }
        }
    }
}
