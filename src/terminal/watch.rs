//! The threads that listen for keys and signals while the event loop waits.
//!
//! Each of them blocks, and uses no processor time until something happens.

use super::inbox::{Inbox, Post};
use super::input;
use super::message::Message;
use crate::text::Charset;
use std::thread;

/// Starts the thread that reads keys.
pub(super) fn listen(charset: Charset, inbox: &Inbox<Message>) -> std::io::Result<()> {
    let keys = inbox.post();
    thread::Builder::new().name("keys".into()).spawn(move || {
        let gone = Gone(keys);
        input::listen(charset, &gone.0);
    })?;
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
pub(super) use unix::{Caught, Estate};

#[cfg(unix)]
mod unix {
    use super::super::keep::Kept;
    use super::super::tty;
    use super::super::wire::Modes;
    use rustix::termios::{Action, QueueSelector, tcflow, tcflush};
    use signal_hook::consts::{
        SIGALRM, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU,
        SIGXFSZ,
    };
    use signal_hook::iterator::Signals;
    use std::sync::Arc;
    use std::thread;
    use std::time::{Duration, Instant};

    /// The signals that end a program by default and can be heard by another thread than the one they come to.
    const ENDS: &[i32] = &[
        SIGHUP,
        SIGINT,
        SIGQUIT,
        SIGTERM,
        SIGUSR1,
        SIGUSR2,
        SIGALRM,
        SIGVTALRM,
        SIGPROF,
        SIGXCPU,
        SIGIO,
        #[cfg(target_os = "linux")]
        libc::SIGPWR,
        #[cfg(target_os = "linux")]
        libc::SIGSTKFLT,
    ];

    /// The signals of real time, which mean nothing to this program, and end one by default as well.
    fn real_time() -> std::ops::RangeInclusive<i32> {
        #[cfg(any(target_os = "linux", target_os = "android"))]
        return libc::SIGRTMIN()..=libc::SIGRTMAX();
        #[cfg(not(any(target_os = "linux", target_os = "android")))]
        std::ops::RangeInclusive::new(1, 0)
    }

    fn ends(signal: i32) -> bool {
        ENDS.contains(&signal) || real_time().contains(&signal)
    }

    /// How often it is looked whether the loop has ended.
    const STEP: Duration = Duration::from_millis(10);
    /// How long the loop has to come to its end before its pending output is discarded: it may be blocked by a
    /// terminal that accepts none.
    const SOON: Duration = Duration::from_millis(40);
    /// How long a loop that is coming to its end may take: it saves on what may be a slow disk.
    const LAST: Duration = Duration::from_secs(2);

    /// Signal handlers that are installed; the signals reach the loop once [`Caught::tell`] is called.
    #[derive(Debug)]
    pub(in super::super) struct Caught(Signals);

    /// What is to be done where the loop does not end by itself.
    pub(in super::super) struct Estate {
        pub(in super::super) modes: Arc<Modes>,
        pub(in super::super) kept: Kept,
        /// How long the loop has to hear of the signal. A second signal ends it at once.
        pub(in super::super) patience: Duration,
    }

    impl Caught {
        /// Installs handlers for the signals that end the program, and for `others`. To be called before the
        /// terminal is taken over, since from then on a signal must restore it. Those of real time, which are many
        /// and which nobody sends in the first moment, follow while the first frame is drawn.
        pub(in super::super) fn new(others: &[i32]) -> std::io::Result<Self> {
            // SIGXFSZ, that a file grows too large, is caught and nothing more: the write then fails, and says so.
            let known = ENDS.iter().chain(others).copied();
            Signals::new(known.chain([SIGXFSZ])).map(Self)
        }

        /// Starts the thread that tells the loop of signals, and ends the program for it where it does not.
        pub(in super::super) fn tell(
            self,
            estate: Estate,
            tell: impl Fn(i32) + Send + 'static,
        ) -> std::io::Result<()> {
            let Self(mut signals) = self;
            let listen = move || {
                for signal in real_time() {
                    // One that cannot be caught ends the program as it does by default.
                    let _ = signals.add_signal(signal);
                }
                loop {
                    for signal in signals.wait() {
                        if signal != SIGXFSZ {
                            tell(signal);
                        }
                        if ends(signal) {
                            insist(signal, &mut signals, &estate);
                        }
                    }
                }
            };
            thread::Builder::new().name("signals".into()).spawn(listen)?;
            Ok(())
        }
    }

    /// The loop was told to end. If it does not, it is busy, or blocked by a terminal that accepts no output
    /// (stopped by Ctrl-S, or behind a dead link). Then the terminal is given back, the state saved and the
    /// process ended from here.
    #[expect(clippy::disallowed_methods, reason = "the loop does not come to its end any more")]
    fn insist(signal: i32, signals: &mut Signals, estate: &Estate) {
        let Estate { modes, kept, patience } = estate;
        let (told, mut leaving) = (Instant::now(), None);
        loop {
            thread::sleep(STEP);
            let (again, elapsed) = (signals.pending().any(ends), told.elapsed());
            if modes.is_leaving() {
                // What it sends now is all that the terminal still gets, so it is left alone.
                if leaving.get_or_insert(Instant::now()).elapsed() > LAST {
                    break;
                }
            } else if again || elapsed > *patience {
                break;
            } else if modes.is_taken() && elapsed > SOON {
                modes.cut();
                let out = std::io::stdout();
                // Errors are ignored: waiting is all that could be done about them.
                let _ = tcflush(&out, QueueSelector::OFlush);
                // On Linux a blocked write returns only once output is stopped and started again.
                let _ = tcflow(&out, Action::OOff);
                let _ = tcflow(&out, Action::OOn);
            }
        }
        modes.cut();
        let last = modes.farewell();
        if let Some(bytes) = &last {
            tty::give_back(bytes);
        }
        let trouble = kept.lock_within(LAST).and_then(|mut kept| kept.save());
        // Only where it is known that this does not block.
        if let Some(trouble) = trouble.filter(|_| last.is_some()) {
            tty::last(format!("plenary: {trouble}\r\n").as_bytes());
        }
        std::process::exit(128 + signal);
    }
}
