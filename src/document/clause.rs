//! Kinds of nodes, actions of clauses, and addressees.
//!
//! The names are those of United Nations drafting. Recognising a text as one of these is left to the grammar.

use serde::{Deserialize, Serialize};

/// The kind of a node. The serialised names are part of the JSON format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The root.
    Document,
    /// Everything before the title: organ, symbol, session, agenda item, adoption.
    Masthead,
    /// One line of the masthead.
    MastheadLine,
    /// The title of the resolution, or of the document where it is not one.
    Title,
    /// Container of the enacting phrase and the preambular paragraphs; it has no words of its own.
    Preamble,
    /// "The General Assembly,".
    Enacting,
    /// A preambular paragraph. Its number is not printed: paragraphs are counted from 1 after each enacting phrase.
    Preambular,
    /// Container of the operative paragraphs; it has no words of its own.
    OperativePart,
    /// An operative paragraph. Its number is printed, implied (the only paragraph has none) or inferred.
    Operative,
    /// A paragraph of an annex, a section of one, or of a text that is not a resolution; often unnumbered.
    Paragraph,
    /// (a), (i), a., i. below a paragraph of any kind.
    Subparagraph,
    /// Words of the parent that follow its list or a break: shown in their place, and read as part of the parent's
    /// words.
    Continuation,
    /// A heading that does not begin a scope.
    Heading,
    /// A section (I, II, ...) or chapter: a container. Its numbering restarts or continues that of the section
    /// before.
    Section,
    /// A lettered resolution (A, B, ...) within one document, complete with enacting phrase, preamble and operative
    /// part.
    Part,
    /// An annex, appendix or enclosure: a container with its own numbering.
    Annex,
    /// "Article 5" of a treaty, statute or declaration: a container.
    Article,
    /// Lines kept as they were laid out, separated by line feeds.
    Table,
    /// A resolution or treaty text quoted inside another.
    Quotation,
    /// The record of how States voted.
    Vote,
    /// The meeting and date, printed after the last paragraph.
    Closing,
    /// Container of the footnotes, at the end of the tree.
    Notes,
    /// A footnote.
    Note,
}

impl Kind {
    /// Whether nodes of this kind are scopes: numbers inside them may restart, and anchors include their label.
    pub fn is_scope(self) -> bool {
        matches!(self, Self::Section | Self::Part | Self::Annex | Self::Article | Self::Quotation)
    }

    /// Whether nodes of this kind are containers without words of their own.
    pub fn is_synthetic(self) -> bool {
        matches!(self, Self::Document | Self::Masthead | Self::Preamble | Self::OperativePart | Self::Notes)
    }

    /// Whether nodes of this kind are paragraphs that a reader counts and cites.
    pub fn is_clause(self) -> bool {
        matches!(self, Self::Preambular | Self::Operative | Self::Paragraph | Self::Subparagraph)
    }
}

/// What a clause does, as its opening verb says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    /// The matter stays on the agenda ("Decides to remain seized of the matter").
    Seized,
    /// Legal or factual basis, in preambles.
    Basis,
    /// The opening verb is known, but does not say the action without its object.
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

    /// The code as in the lexicon and in JSON, such as `DECIDE`.
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

/// To whom a request, a call or an invitation is addressed: a set of [`Self::KEYS`], one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Addressees(pub(crate) u16);

impl Addressees {
    /// The keys in the order of their bits, from the lowest.
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

    /// Adds the key at an index of [`Self::KEYS`].
    pub(crate) fn insert(&mut self, index: usize) {
        debug_assert!(index < Self::KEYS.len());
        self.0 |= 1 << index;
    }

    /// Whether the key at an index of [`Self::KEYS`] is in the set.
    pub(crate) fn has(self, index: usize) -> bool {
        index < Self::KEYS.len() && self.0 & (1 << index) != 0
    }

    /// The keys in the set, in the order of [`Self::KEYS`].
    pub fn keys(self) -> impl Iterator<Item = &'static str> {
        Self::KEYS
            .into_iter()
            .enumerate()
            .filter(move |(bit, _)| self.0 & (1 << bit) != 0)
            .map(|(_, key)| key)
    }
}
