//! What happens to the program, and what it wants done outside itself.

use super::key::Key;
use crate::document::Document;
use std::path::PathBuf;
use std::sync::Arc;

/// Columns and rows of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    pub width: u16,
    pub height: u16,
}

/// Counts requests that are worked on outside, so that a late answer to an old one is dropped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket(pub u64);

/// Where a document comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    File(PathBuf),
    /// Built into the program, by name.
    Builtin(&'static str),
    /// Standard input, read once; it cannot be read again.
    Stdin,
}

impl Origin {
    /// The name that lists and messages show.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned()),
            Self::Builtin(name) => (*name).to_owned(),
            Self::Stdin => "standard input".to_owned(),
        }
    }
}

/// A document that was read, or why it could not be.
#[derive(Clone, Debug)]
pub enum Outcome {
    Opened(Arc<Document>),
    /// One sentence.
    Failed(String),
    /// The file has changed on disk since it was read.
    Changed,
    /// The index of the document for jumping.
    Indexed(Arc<crate::lookup::jump::Index>),
}

/// What happens.
#[derive(Clone, Debug)]
pub enum Event {
    Key(Key),
    /// Text pasted in one piece.
    Paste(String),
    Resize(Size),
    /// The answer to an effect.
    Done(Ticket, Outcome),
    /// Back from being suspended.
    Resumed,
    /// Something for the status line that happened outside.
    Notice(String),
}

/// What is to be done outside; data, carried out by the loop.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Read and parse; answer with [`Event::Done`].
    Load(Ticket, Origin),
    /// Look whether a file has changed since it was read; answer only if it has.
    Watch(Ticket, Origin),
    /// Make the index for jumping.
    Index(Ticket, Arc<Document>),
    /// Put text on the clipboard of the reader's terminal.
    Copy(String),
    /// Remember where the reader is.
    Remember(Memory),
    Redraw,
    Suspend,
    Quit,
}

/// What outlives the session for one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    pub origin: Option<Origin>,
    pub symbol: Option<String>,
    pub language: Option<&'static str>,
    /// Anchor and row in its node.
    pub place: Option<(String, usize)>,
    /// Letter and anchor.
    pub marks: Vec<(char, String)>,
}
