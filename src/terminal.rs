//! The real terminal: the loop, input, signals, the clipboard, and leaving everything as it was found.
//!
//! Only here (and in `cli`) standard output is written, and only here crossterm is used. What keys mean and
//! what is drawn is decided in `ui`.

mod capabilities;
mod clipboard;
mod driver;
#[cfg(test)]
mod emulator;
mod frame;
mod grid;
mod input;
mod keep;
mod linear;
mod message;
mod pace;
mod painter;
mod pen;
mod questions;
mod run;
mod screen;
mod scroll;
mod tty;
mod watch;
mod wire;
mod work;

pub use capabilities::capabilities;
pub use driver::{Driver, Ended, Machine, Start, StartError, Surface};
pub use linear::linear;
pub use run::run;
