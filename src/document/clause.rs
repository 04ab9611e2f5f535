//! What a node can be, and what a clause does: kinds, actions, addressees.
//!
//! The names are those of United Nations drafting. How a text is recognised as one of these is the
//! grammar's business, not this file's.

use serde::Serialize;

/// What a node of the tree is. The serialised names are part of the JSON format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The root.
    Document,
    /// All that stands before the title: organ, symbol, session, agenda item, adoption.
    Masthead,
    /// One line of the masthead.
    MastheadLine,
    /// The title of the resolution, or of the document where it is not one.
    Title,
    /// Container of the enacting phrase and the preambular paragraphs; it has no words of its own.
    Preamble,
    /// "The General Assembly,".
    Enacting,
    /// A preambular paragraph, numbered by us from 1 after each enacting phrase.
    Preambular,
    /// Container of the operative paragraphs; it has no words of its own.
    OperativePart,
    /// An operative paragraph with its printed (or implied, or inferred) number.
    Operative,
    /// A paragraph of an annex, a section of one, or of a text that is not a resolution; often unnumbered.
    Paragraph,
    /// (a), (i), a., i. below a paragraph of any kind.
    Subparagraph,
    /// Words of the parent that stand after its list or after a break: shown in place, told as the parent's own.
    Continuation,
    /// A heading without a scope of its own.
    Heading,
    /// I, II, ... or a chapter: a container with its own numbering or a run-on one.
    Section,
    /// A lettered resolution, A, B, ...: complete with enacting phrase, preamble and operative part.
    Part,
    /// An annex, appendix or enclosure: a container with its own numbering.
    Annex,
    /// "Article 5" of a treaty, statute or declaration: a container.
    Article,
    /// Lines kept as they were laid out, separated by line feeds.
    Table,
    /// A resolution or treaty text quoted inside another.
    Quotation,
    /// How States voted.
    Vote,
    /// The meeting and date after the last paragraph.
    Closing,
    /// Container of the footnotes, at the end of the tree.
    Notes,
    /// The body of a footnote.
    Note,
}

impl Kind {
    /// Containers that begin a scope: numbers inside them may restart, and anchors carry their label.
    pub fn is_scope(self) -> bool {
        matches!(self, Self::Section | Self::Part | Self::Annex | Self::Article | Self::Quotation)
    }

    /// Containers without words of their own.
    pub fn is_synthetic(self) -> bool {
        matches!(self, Self::Document | Self::Masthead | Self::Preamble | Self::OperativePart | Self::Notes)
    }

    /// Paragraphs that a reader counts and cites.
    pub fn is_clause(self) -> bool {
        matches!(self, Self::Preambular | Self::Operative | Self::Paragraph | Self::Subparagraph)
    }
}

/// What a clause does, told by its opening verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Action {
    Decide,
    Approve,
    Request,
    Urge,
    Invite,
    Reaffirm,
    Recognize,
    Stress,
    Note,
    Welcome,
    Concern,
    Condemn,
    /// The matter stays on the agenda.
    Seized,
    /// Legal or factual basis, in preambles.
    Basis,
    /// An opening verb that is known but whose action needs its object.
    Other,
}

impl Action {
    pub const ALL: [Self; 15] = [
        Self::Decide,
        Self::Approve,
        Self::Request,
        Self::Urge,
        Self::Invite,
        Self::Reaffirm,
        Self::Recognize,
        Self::Stress,
        Self::Note,
        Self::Welcome,
        Self::Concern,
        Self::Condemn,
        Self::Seized,
        Self::Basis,
        Self::Other,
    ];

    /// The code as in the lexicon and in JSON: `DECIDE`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Decide => "DECIDE",
            Self::Approve => "APPROVE",
            Self::Request => "REQUEST",
            Self::Urge => "URGE",
            Self::Invite => "INVITE",
            Self::Reaffirm => "REAFFIRM",
            Self::Recognize => "RECOGNIZE",
            Self::Stress => "STRESS",
            Self::Note => "NOTE",
            Self::Welcome => "WELCOME",
            Self::Concern => "CONCERN",
            Self::Condemn => "CONDEMN",
            Self::Seized => "SEIZED",
            Self::Basis => "BASIS",
            Self::Other => "OTHER",
        }
    }
}

/// Whom a request, an urging or an invitation addresses: a set of keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Addressees(pub u16);

impl Addressees {
    /// Keys in the order of their bits.
    pub const KEYS: [&'static str; 11] = [
        "secretary-general",
        "high-commissioner",
        "member-states",
        "states",
        "parties",
        "governments",
        "organ",
        "un-system",
        "mandate-holders",
        "international-community",
        "civil-society",
    ];

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn insert(&mut self, index: usize) {
        debug_assert!(index < Self::KEYS.len());
        self.0 |= 1 << index;
    }

    pub fn keys(self) -> impl Iterator<Item = &'static str> {
        Self::KEYS
            .into_iter()
            .enumerate()
            .filter(move |(bit, _)| self.0 & (1 << bit) != 0)
            .map(|(_, key)| key)
    }
}
