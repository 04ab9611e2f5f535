//! Raw mode, and the way back from it: also when the program dies of a fault (a crash, an abort, memory that
//! has run out), which no destructor and no panic hook hears of.
//!
//! A handler of a fault may do very little: it must not wait for a lock, nor allocate. So all that it needs is
//! kept ready here: the settings of the terminal before raw mode, an open terminal, and constant bytes.
//!
//! This is the only file with `unsafe` code of our own. No crate installs such a handler through a safe
//! function: that it does only what a handler may do is for its author to say.
#![allow(unsafe_code, reason = "installing a signal handler is a system call that Rust cannot check")]

use super::input::keyboard;
use rustix::fs::{Mode, OFlags, open};
use rustix::termios::{
    Action, OptionalActions, QueueSelector, Termios, tcflow, tcflush, tcgetattr, tcsetattr, ttyname,
};
use std::ffi::c_int;
use std::io;
use std::os::fd::{AsFd as _, OwnedFd};
use std::sync::{Mutex, Once, PoisonError};

/// The signals of faults. They kill the thread that they come to, so no other thread can attend to them.
const FAULTS: [c_int; 7] =
    [libc::SIGABRT, libc::SIGBUS, libc::SIGFPE, libc::SIGILL, libc::SIGSEGV, libc::SIGSYS, libc::SIGTRAP];

/// What is needed to give the terminal back; `None` while it is not in raw mode. Global, since a signal handler
/// has no other way to it.
static WAY_BACK: Mutex<Option<WayBack>> = Mutex::new(None);
static HANDLERS: Once = Once::new();

struct WayBack {
    /// Where keys come from, whose settings are changed.
    keyboard: OwnedFd,
    before: Termios,
    /// Where the last bytes go.
    output: OwnedFd,
    /// These bytes, which the terminal knows.
    last: &'static [u8],
}

/// The terminal on standard output, opened anew to make it non-blocking: that is a property of the open file
/// description, and the one of standard output is shared with the shell.
pub(super) fn reopened() -> Option<OwnedFd> {
    let name = ttyname(io::stdout(), Vec::with_capacity(32)).ok()?;
    open(name, OFlags::WRONLY | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC, Mode::empty()).ok()
}

/// Switches to raw mode, in which each key is read as it is typed and not shown. `last` is what gives the terminal back after
/// a fault.
pub(super) fn enter(last: &'static [u8]) -> io::Result<()> {
    let mut way = WAY_BACK.lock().unwrap_or_else(PoisonError::into_inner);
    if way.is_none() {
        let keyboard = keyboard()?;
        let before = tcgetattr(&keyboard)?;
        let output = reopened().map_or_else(|| io::stdout().as_fd().try_clone_to_owned(), Ok)?;
        *way = Some(WayBack { keyboard, before, output, last });
    }
    if let Some(WayBack { keyboard, before, .. }) = &*way {
        let mut raw = before.clone();
        raw.make_raw();
        tcsetattr(keyboard, OptionalActions::Now, &raw)?;
    }
    drop(way);
    HANDLERS.call_once(install);
    Ok(())
}

/// Switches back to the mode before [`enter`]. Safe to call twice. An error is ignored: the terminal is gone.
pub(super) fn leave() {
    let way = WAY_BACK.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(WayBack { keyboard, before, .. }) = way {
        let _ = tcsetattr(keyboard, OptionalActions::Now, &before);
    }
}

/// Makes [`fault`] the handler of all faults.
fn install() {
    for signal in FAULTS {
        // SAFETY: zero is a valid value of each field of this struct of numbers: no flags, an empty mask.
        let mut action: libc::sigaction = unsafe { std::mem::zeroed() };
        action.sa_sigaction = fault as extern "C" fn(c_int) as usize;
        // On the stack for signals that Rust gives each thread, as the thread's own may have overflowed; once,
        // so that a fault in the handler itself ends the program.
        action.sa_flags = libc::SA_ONSTACK | libc::SA_RESETHAND | libc::SA_NODEFER;
        // SAFETY: `action` is a whole `sigaction` that outlives the call, and the old action is not asked for.
        // The handler does only what POSIX lets a handler do: it takes a lock only where that is free, does not
        // allocate, and makes system calls. An error is ignored: the session goes on without.
        let _ = unsafe { libc::sigaction(signal, &raw const action, std::ptr::null_mut()) };
    }
}

/// Gives the terminal back and dies of the signal, of which the default action is in place again by now.
extern "C" fn fault(signal: c_int) {
    if let Ok(way) = WAY_BACK.try_lock()
        && let Some(WayBack { keyboard, before, output, last }) = &*way
    {
        // Errors are ignored: nothing can be done about them. What the terminal has not taken in is discarded
        // first, so that it has room for the last bytes.
        let _ = tcflush(output, QueueSelector::OFlush);
        let _ = tcflow(output, Action::OOn);
        let _ = rustix::io::write(output, last);
        let _ = tcsetattr(keyboard, OptionalActions::Now, before);
    }
    let _ = signal_hook::low_level::raise(signal);
}
