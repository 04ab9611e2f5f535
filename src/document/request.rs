//! What a paragraph asks: of whom, what, and by when.

use super::{Action, Addressees, Span};
use serde::{Deserialize, Serialize};

/// One request in a paragraph. A paragraph may have several: "Welcomes the report, requests the Secretary-General to
/// continue, and invites States to take part."
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The verb, in the text of the document: "requests".
    pub verb: Span,
    /// All words of the request, from its verb up to the next one.
    pub span: Span,
    pub action: Action,
    /// Who is asked; not those who are only to be consulted.
    pub addressees: Addressees,
    pub what: What,
    /// By when, as far as it is said.
    pub deadlines: Vec<Deadline>,
    /// To whom a report goes: `GA`, `SC`, `HRC`, `ESC`, ...
    pub to: Vec<&'static str>,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// A report, an assessment, an update.
    Report,
    /// A briefing.
    Brief,
    /// An item on an agenda.
    Agenda,
    /// To pass a text on.
    Transmit,
    /// Staff, services, support.
    Resources,
    /// Anything else.
    Act,
}

impl What {
    pub const ALL: [Self; 6] =
        [Self::Report, Self::Brief, Self::Agenda, Self::Transmit, Self::Resources, Self::Act];

    /// The code as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Brief => "brief",
            Self::Agenda => "agenda",
            Self::Transmit => "transmit",
            Self::Resources => "resources",
            Self::Act => "act",
        }
    }
}

/// A deadline as it is said and as it is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The words, in the text of the document: "at its eightieth session".
    pub said: Span,
    /// A session (`GA80`), a date (`2026-03-31`, `2026-03`) or a period (`P6M`, as in ISO 8601); `None` where the session
    /// is that of a body that is not known, or the session of the document is not known that it is relative to.
    pub resolved: Option<String>,
    /// The number of the session, also where it is not known of which body.
    pub session: Option<u32>,
}
