//! State and what may happen to it, without a screen: commands, keys, events, the reading session.
//!
//! Nothing here draws, reads a file or touches the terminal. What is to be done outside is an
//! [`event::Effect`], run by whoever owns the loop.

pub mod aloud;
pub mod command;
pub mod details;
pub mod event;
pub mod found;
pub mod history;
pub mod key;
pub mod keymap;
pub mod links;
pub mod outline;
pub mod panes;
pub mod session;
pub mod settings;
pub mod shelf;
pub mod words;
