//! Events, which the app takes in, and effects, which it asks the driver to carry out.

use super::found::Piece;
use super::hand::Ground;
use super::key::Key;
use super::ticket::Ticket;
use crate::document::{Anchor, Document, NodeId};
use crate::library::Source;
use crate::library::enquiry::{Enquiry, Purpose, Reply};
use crate::library::summary::Mentions;
use crate::lookup::find::Search;
use crate::lookup::jump::{Index, Ranking};
use crate::messages::Fixed;
use std::sync::Arc;

/// The size of the screen in columns and rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    pub width: u16,
    pub height: u16,
}

/// A result of slow work.
#[derive(Clone, Debug)]
pub enum Outcome {
    Opened(Arc<Document>),
    /// The first pages of a document; the others are being read.
    Begun(Arc<Document>),
    /// Pages read so far, and pages in all.
    Pages(u32, u32),
    /// The document could not be read: an error message of one sentence.
    Failed(String),
    /// The file has changed on disk since it was read.
    Changed,
    /// The file is no longer there.
    Gone,
    /// The symbols and titles of some documents of the shelf; more may follow under the same ticket.
    Catalogued(Vec<super::shelf::Card>),
    /// All of them were told of.
    CataloguedAll,
    /// Which documents have a text, of those read so far under this ticket; more may follow.
    Mentioned(Vec<(Source, Mentions)>, usize),
    /// All were read.
    MentionedAll,
    /// The documents that lie in a folder, in order; or why it cannot be listed, as a sentence.
    Listed(Ground, Result<Vec<Source>, String>),
    /// The index of the document for jumping.
    Indexed(Arc<Index>),
    /// The index could not be built.
    NotIndexed,
    /// What the query of the jump box means; `None`: it took too long.
    Ranked(Option<Ranking>),
    /// The library has answered.
    Answered(Purpose, Box<Reply>),
    /// Further matches of a search; more may follow under the same ticket.
    Found(Piece),
}

/// A mouse action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    Press,
    WheelUp,
    WheelDown,
}

/// A mouse event. Columns and rows of the screen are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    pub kind: MouseKind,
    pub x: u16,
    pub y: u16,
}

/// What happens to the app.
#[derive(Clone, Debug)]
pub enum Event {
    Key(Key),
    /// Text pasted in one piece (bracketed paste), as one line.
    Paste(String),
    Mouse(Mouse),
    /// The terminal supports left and right margins, so it can scroll the text beside the outline.
    Margins,
    /// The terminal has said that characters of ambiguous width take two cells, and they are measured so from now on.
    Measured,
    Resize(Size),
    /// The brightness of the terminal's background, from 0 to 255.
    Background(u8),
    /// A result of the work that was asked for under this ticket.
    Done(Ticket, Outcome),
    /// A message for the status line about something that failed outside.
    Notice(Fixed),
}

/// What is to be done outside the app. Plain data, carried out by the driver.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Read and parse a document; [`Event::Done`] answers.
    Load(Ticket, Source),
    /// Check whether a file has changed since it was read; answered only if it has.
    Watch(Ticket, Source),
    /// Search on; [`Outcome::Found`] answers, in pieces.
    Find(Ticket, Arc<Document>, Search),
    /// Search for what the jump box asks for; [`Outcome::Ranked`] answers.
    Rank(Ticket, Question),
    /// Build the index for the jump box.
    Index(Ticket, Arc<Document>),
    /// Put text on the clipboard of the user's terminal.
    Copy(String),
    /// Save the reading place and the marks.
    Remember(Visit),
    /// Find the symbols and titles of these documents; [`Outcome::Catalogued`] answers.
    Catalogue(Ticket, Vec<Source>),
    /// Look for a text in all these documents; [`Outcome::Mentioned`] answers.
    FindInAll(Ticket, Vec<Source>, String),
    /// List the documents in a folder; [`Outcome::Listed`] answers. Those that are known already are told as they are
    /// known.
    List(Ticket, Ground, Vec<Source>),
    /// Ask the library; [`Outcome::Answered`] answers.
    Enquire(Ticket, Purpose, Enquiry),
    /// Turn mouse reporting on or off.
    Mouse(bool),
    Redraw,
    Suspend,
    Quit,
}

/// What the jump box asks for.
#[derive(Clone, Debug)]
pub struct Question {
    pub document: Arc<Document>,
    pub index: Arc<Index>,
    pub query: String,
    /// The node being read.
    pub from: NodeId,
    /// The most hits that are listed.
    pub limit: usize,
}

/// What is saved of a document when it is left or the session ends.
#[derive(Clone, Debug)]
pub struct Visit {
    pub source: Source,
    pub document: Arc<Document>,
    /// The anchor of the node at the top of the screen, and which of its rows is there, from 0.
    pub place: (Anchor, usize),
    pub marks: Vec<(char, Anchor)>,
}

/// What was saved of a document in an earlier session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Memory {
    pub place: Option<(Anchor, usize)>,
    pub marks: Vec<(char, Anchor)>,
}
