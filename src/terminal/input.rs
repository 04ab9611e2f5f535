//! Input from the terminal: keys, pasted text, the mouse, and answers to queries.
//!
//! The bytes are parsed here and not by crossterm, which reads an answer that it does not know as keys
//! (`Alt-]`, `1`, `1` ...) and loops at full speed once the terminal is gone. What keys do is decided in
//! `ui`.

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
pub(super) use tty::{keyboard, listen};

/// One parsed piece of input.
#[derive(Clone, Debug)]
pub(super) enum Heard {
    Event(Event),
    Answer(Answer),
}

/// An answer of the terminal to a query. One that was not asked for, or comes late, is parsed all the same,
/// so that it is never taken for keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// To `OSC 11 ; ?`: the brightness of the background, from 0 to 255.
    Background(u8),
    /// To `CSI ? n $ p`: the mode and its state. 0: not recognized; 1: set; 2: reset; 3: permanently set; 4:
    /// permanently reset.
    Mode(u16, u8),
    /// To `CSI 8 $ p`, whether the terminal orders letters (BDSM): the state of the mode, as above.
    Order(u8),
    /// To `CSI 5 n`: everything sent before has been processed.
    Status,
    /// To `CSI ? 6 n`: the row and the column of the cursor, counted from 1.
    Cursor(u16, u16),
    /// To `CSI c`, which every terminal answers.
    Attributes,
}
