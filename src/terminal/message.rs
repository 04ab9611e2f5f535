//! What the event loop receives through its one channel: keys, answers, signals and the results of slow work.

use super::input::Answer;
use crate::app::event::Event;

pub(super) enum Message {
    Event(Event),
    /// An answer of the terminal to a query.
    Answer(Answer),
    /// A signal that ends the program.
    Signal(i32),
    /// SIGTSTP: the program is to be suspended.
    #[cfg(unix)]
    Suspend,
    /// SIGCONT: the program was stopped and has resumed.
    Continued,
    /// The terminal accepts output again.
    Ready,
    /// SIGWINCH: the size of the terminal has changed, perhaps only for a moment.
    Resized,
    /// The terminal has closed.
    Gone,
}
