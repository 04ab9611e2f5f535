//! What happens to the program, and what it wants done outside itself.

use super::key::Key;
use crate::document::{Anchor, Document};
use crate::library::Source;
use crate::messages::Fixed;
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

/// A document that was read, or why it could not be.
#[derive(Clone, Debug)]
pub enum Outcome {
    Opened(Arc<Document>),
    /// The first pages of a document; the others are being read.
    Begun(Arc<Document>),
    /// So many pages of so many are read.
    Pages(u32, u32),
    /// One sentence.
    Failed(String),
    /// The file has changed on disk since it was read.
    Changed,
    /// What some of the documents of the shelf are; more may follow under the same ticket.
    Catalogued(Vec<super::shelf::Card>),
    /// The index of the document for jumping.
    Indexed(Arc<crate::lookup::jump::Index>),
}

/// What a mouse does, where it is listened to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    Press,
    WheelUp,
    WheelDown,
}

/// A mouse over a cell of the screen, both counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    pub kind: MouseKind,
    pub x: u16,
    pub y: u16,
}

/// What happens.
#[derive(Clone, Debug)]
pub enum Event {
    Key(Key),
    /// Text pasted in one piece.
    Paste(String),
    Mouse(Mouse),
    /// The terminal can scroll the text beside the outline.
    Margins,
    Resize(Size),
    /// The terminal has told how light its background is, from 0 to 255.
    Background(u8),
    /// The answer to an effect.
    Done(Ticket, Outcome),
    /// Back from being suspended.
    Resumed,
    /// Something for the status line that happened outside.
    Notice(Fixed),
}

/// What is to be done outside; data, carried out by the loop.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Read and parse; answer with [`Event::Done`].
    Load(Ticket, Source),
    /// Look whether a file has changed since it was read; answer only if it has.
    Watch(Ticket, Source),
    /// Make the index for jumping.
    Index(Ticket, Arc<Document>),
    /// Put text on the clipboard of the reader's terminal.
    Copy(String),
    /// Remember where the reader is.
    Remember(Visit),
    /// Learn what these documents are; answer with [`Outcome::Catalogued`].
    Catalogue(Ticket, Vec<Source>),
    /// Listen to the mouse, or no longer.
    Mouse(bool),
    Redraw,
    Suspend,
    Quit,
}

/// What is to be remembered of a document when the session has ended.
#[derive(Clone, Debug)]
pub struct Visit {
    pub source: Source,
    pub document: Arc<Document>,
    /// What stands at the top of the screen, and which row of it.
    pub place: (Anchor, usize),
    pub marks: Vec<(char, Anchor)>,
}

/// What was remembered of a document from an earlier session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    pub place: Option<(Anchor, usize)>,
    pub marks: Vec<(char, Anchor)>,
}
