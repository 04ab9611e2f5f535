//! The thread that reads the tty, and reports when the terminal has closed.

use super::super::inbox::{Lane, Post};
use super::super::message::Message;
use super::Heard;
use super::parser::Parser;
use crate::text::Charset;
use crate::text::Part as _;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use std::fs::File;
use std::io::{self, IsTerminal as _};
use std::os::fd::{AsFd as _, BorrowedFd, OwnedFd};

/// Where keys are read from: standard input, or the tty itself where standard input is a document.
pub(in super::super) fn keyboard() -> io::Result<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return stdin.as_fd().try_clone_to_owned();
    }
    // On macOS `poll` does not work on /dev/tty, but on the device itself.
    #[cfg(target_os = "macos")]
    if let Ok(name) = rustix::termios::ttyname(io::stdout(), Vec::new()) {
        use std::os::unix::ffi::OsStrExt as _;
        return File::open(std::ffi::OsStr::from_bytes(name.as_bytes())).map(OwnedFd::from);
    }
    File::open("/dev/tty").map(OwnedFd::from)
}

/// Reads until the terminal has closed or the receiver is gone. Blocks while nothing comes.
pub(in super::super) fn listen(charset: Charset, to: &Post<Message>) {
    if let Ok(tty) = keyboard() {
        let typed_ahead = rustix::io::ioctl_fionread(&tty).unwrap_or(0);
        let mut parser = Parser::new(charset, usize::try_from(typed_ahead).unwrap_or(0));
        hear(tty.as_fd(), &mut parser, to);
    }
}

fn hear(tty: BorrowedFd<'_>, parser: &mut Parser, to: &Post<Message>) {
    let out = io::stdout();
    let mut buffer = [0; 1024];
    loop {
        // No events are asked for on standard output: its hang-up, which is always reported, is all that
        // matters.
        let mut watched = [PollFd::new(&tty, PollFlags::IN), PollFd::new(&out, PollFlags::empty())];
        let patience = parser.waits().and_then(|time| Timespec::try_from(time).ok());
        let mut wanted = true;
        let tell = |heard| wanted &= to.send(Lane::Input, message(heard));
        match poll(&mut watched, patience.as_ref()) {
            Ok(0) => parser.silence(tell),
            Ok(_) if watched[0].revents().contains(PollFlags::IN) => {
                match rustix::io::read(tty, &mut buffer) {
                    Ok(0) => return,
                    Ok(read) => parser.take(buffer.part(..read), tell),
                    Err(Errno::INTR | Errno::AGAIN) => {}
                    Err(_) => return,
                }
            }
            Err(Errno::INTR) => {}
            Ok(_) | Err(_) => return,
        }
        if !wanted {
            return;
        }
    }
}

fn message(heard: Heard) -> Message {
    match heard {
        Heard::Event(event) => Message::Event(event),
        Heard::Answer(answer) => Message::Answer(answer),
    }
}
