//! The state of the reader without a screen: commands, keys, events and the reading session.
//!
//! Nothing here draws, reads a file or touches the terminal. What must be done outside is returned as an
//! [`event::Effect`], which the driver carries out.

pub(crate) mod absent;
pub(crate) mod aloud;
pub(crate) mod cited;
pub(crate) mod command;
pub(crate) mod details;
pub(crate) mod enquiries;
pub(crate) mod entry;
pub(crate) mod event;
pub(crate) mod everywhere;
pub(crate) mod filters;
pub(crate) mod found;
pub(crate) mod hand;
pub(crate) mod help;
pub(crate) mod history;
pub(crate) mod key;
pub(crate) mod keymap;
pub(crate) mod left;
mod library;
pub(crate) mod links;
pub(crate) mod outline;
pub(crate) mod panes;
pub(crate) mod preview;
pub(crate) mod session;
pub(crate) mod settings;
pub(crate) mod shelf;
pub(crate) mod ticket;
pub(crate) mod words;
