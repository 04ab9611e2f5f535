//! The state that panes and overlays share: the open document, the shelf, the settings, and the effects asked
//! for.

use super::paint::visual;
use super::theme::Theme;
use crate::app::event::{Effect, Outcome, Size, Ticket, Visit};
use crate::app::history::History;
use crate::app::links::Goal;
use crate::app::panes::Panes;
use crate::app::session::Session;
use crate::app::settings::{Clipboard, Settings};
use crate::app::shelf::{Card, Shelf};
use crate::config::{self, Bidi};
use crate::document::{Anchor, Document, NodeId, Span, citation};
use crate::library::Source;
use crate::messages::Messages;
use std::sync::Arc;

/// The pane that has the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Focus {
    #[default]
    Reader,
    Outline,
}

/// How much of the outline is drawn while the text is scrolled by lines. Where the terminal cannot scroll the
/// text beside the outline, every word of the outline takes as many bytes as one of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Glance {
    /// All of it: the text is not being scrolled by lines.
    #[default]
    Read,
    /// Still all of it: a single line was scrolled.
    Begun,
    /// Entries far from the current one show only their numbers until scrolling stops. On a slow link only
    /// the current entry is drawn, until a command other than scrolling.
    Passing,
    /// Always all of it: the terminal scrolls the text beside it (it has left and right margins).
    Free,
}

/// The state of the interface except for the overlays.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(crate) struct State {
    pub(crate) panes: Panes,
    pub(crate) shelf: Shelf,
    pub(crate) settings: Settings,
    pub(crate) theme: Theme,
    pub(crate) size: Size,
    pub(crate) focus: Focus,
    /// Whether the outline was turned on or off by a command; `None`: it is shown where there is room.
    pub(crate) outline_wanted: Option<bool>,
    pub(crate) show_pages: bool,
    pub(crate) glance: Glance,
    /// The link to the terminal is known to be slow.
    pub(crate) slow: bool,
    /// The link that an overlay shows, marked in the text.
    pub(crate) active: Option<Span>,
    /// The matches of the jump box's query, marked in the text.
    pub(crate) matched: Vec<Span>,
    /// The table row that was copied last: its table and its byte offset.
    pub(crate) copied_row: Option<(NodeId, u32)>,
    /// The message in the status line, shown until the next key.
    pub(crate) notice: Option<String>,
    pub(crate) effects: Vec<Effect>,
    pub(crate) loading: Option<(Ticket, Source)>,
    pub(crate) indexing: Option<Ticket>,
    pub(crate) cataloguing: Option<Ticket>,
    /// Renewed with each text that is shown, so that results for an earlier one are dropped.
    pub(crate) shown: Ticket,
    pub(crate) changed: bool,
    /// Counts the texts that were shown, so that the colours that stand for references of one are not taken
    /// for those of another.
    pub(crate) edition: u8,
    /// The history of documents, with the place left in each.
    pub(crate) trail: History<Left>,
    /// The place to go to in the document that is being loaded by going back or forward.
    pub(crate) return_to: Option<(Anchor, usize)>,
    catalogued: bool,
    tickets: u64,
}

impl State {
    pub(crate) fn new(settings: Settings, shelf: Shelf) -> Self {
        Self {
            panes: Panes::default(),
            theme: Theme::of(&settings),
            settings,
            shelf,
            size: Size::default(),
            focus: Focus::default(),
            outline_wanted: None,
            show_pages: false,
            glance: Glance::default(),
            slow: false,
            active: None,
            matched: Vec::new(),
            copied_row: None,
            notice: None,
            effects: Vec::new(),
            loading: None,
            indexing: None,
            cataloguing: None,
            shown: Ticket::default(),
            changed: false,
            edition: 0,
            trail: History::default(),
            return_to: None,
            catalogued: false,
            tickets: 0,
        }
    }

    /// To be called when another text is shown, or the same file was read again.
    pub(crate) fn renew(&mut self) {
        self.shown = self.ticket();
        self.edition = self.edition.wrapping_add(1);
        self.indexing = None;
        self.changed = false;
    }

    /// Whether a result answers a request that is still of interest.
    pub(crate) fn awaits(&self, ticket: Ticket, outcome: &Outcome) -> bool {
        match outcome {
            Outcome::Changed => self.shown == ticket,
            Outcome::Catalogued(_) => self.cataloguing == Some(ticket),
            Outcome::Indexed(_) => self.indexing == Some(ticket),
            Outcome::Opened(_) | Outcome::Begun(_) | Outcome::Pages(..) | Outcome::Failed(_) => {
                self.loading.as_ref().is_some_and(|(wanted, _)| *wanted == ticket)
            }
        }
    }

    pub(crate) fn ticket(&mut self) -> Ticket {
        self.tickets += 1;
        Ticket(self.tickets)
    }

    /// The texts of the interface, in its language.
    pub(crate) fn messages(&self) -> Messages {
        self.settings.messages()
    }

    /// A phrase of the interface in visual order.
    pub(crate) fn painted(&self, phrase: &str) -> String {
        visual(phrase, self.settings.bidi)
    }

    /// Whether the interface runs from right to left and is mirrored here, not by the terminal.
    pub(crate) fn is_mirrored(&self) -> bool {
        self.settings.locale.is_rtl() && self.settings.bidi == Bidi::App
    }

    /// The message after copying: where the text went. Terminals do not confirm it.
    pub(crate) fn sent(&self) -> &'static str {
        let messages = self.messages();
        match self.settings.clipboard {
            Clipboard::Terminal => messages.copied_terminal(),
            Clipboard::Both => messages.copied_both(),
            Clipboard::Lines => messages.copied_lines(),
            Clipboard::OnExit => messages.copied_on_exit(),
        }
    }

    /// Chooses the theme by the brightness of the background, from 0 to 255.
    pub(crate) fn suit_background(&mut self, light: u8) {
        if self.settings.follow_background {
            self.settings.theme = if light < 128 { config::Theme::Dark } else { config::Theme::Light };
            self.theme = Theme::of(&self.settings);
        }
    }

    pub(crate) fn say(&mut self, notice: impl Into<String>) {
        self.notice = Some(notice.into());
    }

    /// Goes to a clause, and adds the place left to the history.
    pub(crate) fn go(&mut self, id: NodeId) {
        if let Some(session) = self.panes.current_mut() {
            session.go(id);
        }
    }

    /// Goes where a link leads. Where that is not at hand, says so with `hint` after it.
    pub(crate) fn visit(&mut self, goal: Goal, hint: &str) {
        match goal {
            Goal::Node(id) => self.go(id),
            Goal::Document(origin) => self.load(origin),
            Goal::Absent(what) => self.say(format!("{}{hint}", self.messages().link_not_open(&what))),
        }
    }

    /// Asks for a document, which arrives as an event. Going back then leads to the current one.
    pub(crate) fn load(&mut self, origin: Source) {
        if let Some(here) = self.here().filter(|here| here.source != origin) {
            self.trail.leave(here);
        }
        self.request(origin);
    }

    fn request(&mut self, origin: Source) {
        self.remember();
        let ticket = self.ticket();
        self.loading = Some((ticket, origin.clone()));
        self.effects.push(Effect::Load(ticket, origin));
    }

    fn here(&self) -> Option<Left> {
        let session = self.panes.current()?;
        Some(Left { source: session.origin.clone(), place: place(session) })
    }

    /// Goes back to the document that was left for this one, or forward again. Returns whether there is one.
    pub(crate) fn travel(&mut self, back: bool) -> bool {
        let Some(here) = self.here() else { return false };
        let to = if back { self.trail.back(here) } else { self.trail.forward(here) };
        let Some(to) = to else { return false };
        self.return_to = Some(to.place);
        self.request(to.source);
        true
    }

    /// The open document; `None` where none is open.
    pub(crate) fn document(&self) -> Option<&Arc<Document>> {
        self.panes.current().map(|session| &session.document)
    }

    /// The short name of a clause in the document's language, as in its citation but without the symbol:
    /// "par. 7 b)".
    pub(crate) fn spoken(&self, id: NodeId) -> String {
        self.document().map_or_else(String::new, |document| citation::spoken(document, id))
    }

    pub(crate) fn remember(&mut self) {
        let Some(session) = self.panes.current() else { return };
        let document = &session.document;
        let visit = Visit {
            source: session.origin.clone(),
            document: Arc::clone(document),
            place: place(session),
            marks: session.marks.iter().map(|(&letter, &id)| (letter, document.anchor(id))).collect(),
        };
        self.effects.push(Effect::Remember(visit));
    }

    /// Asks, once, for the symbols and titles of the documents on the shelf.
    pub(crate) fn catalogue(&mut self) {
        let unknown = |card: &&Card| card.symbol.is_none() && card.title.is_none();
        let sources: Vec<Source> =
            self.shelf.cards().iter().filter(unknown).map(|card| card.origin.clone()).collect();
        if !self.catalogued && !sources.is_empty() {
            let ticket = self.ticket();
            self.cataloguing = Some(ticket);
            self.effects.push(Effect::Catalogue(ticket, sources));
        }
        self.catalogued = true;
    }
}

/// A document that was left for another, in the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Left {
    pub(crate) source: Source,
    pub(crate) place: (Anchor, usize),
}

/// The place to come back to: the clause that was gone to (with row 0), or else the node at the top and its
/// row.
fn place(session: &Session) -> (Anchor, usize) {
    match session.landed() {
        Some(id) => (session.document.anchor(id), 0),
        None => (session.document.anchor(session.spot().node), session.spot().row),
    }
}
