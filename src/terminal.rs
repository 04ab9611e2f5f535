//! The real terminal: the event loop, input, signals, the clipboard, and restoring the terminal on exit.
//!
//! Only this module (and `cli`) writes to standard output, and only this module uses crossterm. What keys do
//! and what is drawn is decided in `ui`.

mod capabilities;
mod clipboard;
mod driver;
#[cfg(test)]
mod emulator;
mod frame;
mod grid;
mod inbox;
mod input;
mod keep;
mod librarian;
mod linear;
mod manner;
mod message;
mod pace;
mod painter;
mod pen;
mod questions;
#[cfg(unix)]
mod raw;
mod run;
mod screen;
mod scroll;
mod tty;
mod watch;
mod wire;
mod work;

pub(crate) use capabilities::capabilities;
pub use driver::{Driver, Ended, Machine, Surface};
pub(crate) use driver::{Start, StartError};
pub(crate) use linear::linear;
pub(crate) use run::run;
