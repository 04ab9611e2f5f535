//! What reaches the loop: keys, answers, signals and the results of slow work, in one channel.

use super::input::Answer;
use crate::app::event::Event;

pub(super) enum Message {
    Event(Event),
    /// What the terminal answers to something that it was asked.
    Answer(Answer),
    /// A signal that ends the program.
    Signal(i32),
    /// The process is to be stopped.
    Suspend,
    /// It was stopped, and goes on.
    Continued,
    /// The terminal takes something in again.
    Ready,
    /// The terminal has another size, or had one for a moment.
    Resized,
    /// The terminal is no longer there.
    Gone,
}
