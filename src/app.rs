//! The state of the reader without a screen: commands, keys, events and the reading session.
//!
//! Nothing here draws, reads a file or touches the terminal. What must be done outside is returned as an
//! [`event::Effect`], which the driver carries out.

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
