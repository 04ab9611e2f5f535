//! What the terminal sends: keys, pasted text, the mouse, and answers to what it was asked.
//!
//! The bytes are read and understood here and not by crossterm, which takes an answer that it does not know for keys
//! (`Alt-]`, `1`, `1` ...) and spins where the terminal is gone. What keys mean is decided in `ui`.

#[cfg(not(unix))]
mod elsewhere;
mod keys;
mod parser;
#[cfg(test)]
mod tests;
#[cfg(unix)]
mod tty;

use crate::app::event::Event;

#[cfg(not(unix))]
pub(super) use elsewhere::listen;
#[cfg(unix)]
pub(super) use tty::listen;

/// What was heard.
#[derive(Clone, Debug)]
pub(super) enum Heard {
    Event(Event),
    Answer(Answer),
}

/// What the terminal answers. Answers that nobody asked for, or that come late, are as welcome: they are never keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// To `OSC 11 ; ?`: how light the background is, from 0 to 255.
    Background(u8),
    /// To `CSI ? n $ p`: the mode and its state. 0: not known; 1: set; 2: reset; 3: always set; 4: never.
    Mode(u16, u8),
    /// To `CSI 5 n`: all that was sent before it has been taken in.
    Status,
    /// To `CSI ? 6 n`: the row and the column of the cursor, from 1 on.
    Cursor(u16, u16),
    /// To `CSI c`: every terminal answers this one.
    Attributes,
}
