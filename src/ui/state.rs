//! What panes and overlays share: the open document, the shelf, the settings, and what is to be done outside.

use super::theme::Theme;
use crate::app::event::{Effect, Size, Ticket, Visit};
use crate::app::session::Session;
use crate::app::settings::Settings;
use crate::app::shelf::{Card, Shelf};
use crate::app::words;
use crate::document::{Document, NodeId, Span, citation};
use crate::library::Source;
use std::sync::Arc;

/// Which pane the keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Focus {
    #[default]
    Reader,
    Outline,
}

/// Everything but the overlays.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) session: Option<Session>,
    pub(crate) shelf: Shelf,
    pub(crate) settings: Settings,
    pub(crate) theme: Theme,
    pub(crate) size: Size,
    pub(crate) focus: Focus,
    /// The outline was asked for (or sent away) by hand.
    pub(crate) outline_wanted: Option<bool>,
    pub(crate) show_pages: bool,
    /// The link that a sheet is about, marked in the text.
    pub(crate) active: Option<Span>,
    /// Letters that match the query of the jump box, marked in the text.
    pub(crate) matched: Vec<Span>,
    /// Said in the status line until the next key.
    pub(crate) notice: Option<String>,
    pub(crate) effects: Vec<Effect>,
    pub(crate) loading: Option<(Ticket, Source)>,
    pub(crate) indexing: Option<Ticket>,
    pub(crate) changed: bool,
    catalogued: bool,
    tickets: u64,
}

impl State {
    pub(crate) fn new(settings: Settings, shelf: Shelf) -> Self {
        Self {
            session: None,
            theme: Theme::of(&settings),
            settings,
            shelf,
            size: Size::default(),
            focus: Focus::default(),
            outline_wanted: None,
            show_pages: false,
            active: None,
            matched: Vec::new(),
            notice: None,
            effects: Vec::new(),
            loading: None,
            indexing: None,
            changed: false,
            catalogued: false,
            tickets: 0,
        }
    }

    pub(crate) fn ticket(&mut self) -> Ticket {
        self.tickets += 1;
        Ticket(self.tickets)
    }

    pub(crate) fn pick(&self, en: &'static str, fr: &'static str) -> &'static str {
        words::pick(self.settings.locale, en, fr)
    }

    pub(crate) fn say(&mut self, notice: impl Into<String>) {
        self.notice = Some(notice.into());
    }

    /// Goes to a clause and remembers where the reader was.
    pub(crate) fn go(&mut self, id: NodeId) {
        if let Some(session) = &mut self.session {
            session.go(id);
        }
    }

    /// Asks for a document; the answer comes as an event.
    pub(crate) fn load(&mut self, origin: Source) {
        self.remember();
        let ticket = self.ticket();
        self.loading = Some((ticket, origin.clone()));
        self.effects.push(Effect::Load(ticket, origin));
    }

    /// The open document, if there is one.
    pub(crate) fn document(&self) -> Option<&Arc<Document>> {
        self.session.as_ref().map(|session| &session.document)
    }

    /// How a clause is called aloud: "par. 7 b)"; the citation's words without the symbol.
    pub(crate) fn spoken(&self, id: NodeId) -> String {
        self.document().map_or_else(String::new, |document| citation::spoken(document, id))
    }

    pub(crate) fn remember(&mut self) {
        let Some(session) = &self.session else { return };
        let document = &session.document;
        let spot = session.spot();
        let visit = Visit {
            source: session.origin.clone(),
            document: Arc::clone(document),
            place: (document.anchor(spot.node), spot.row),
            marks: session.marks.iter().map(|(&letter, &id)| (letter, document.anchor(id))).collect(),
        };
        self.effects.push(Effect::Remember(visit));
    }

    /// Asks, once, what the documents at hand are.
    pub(crate) fn catalogue(&mut self) {
        let unknown = |card: &&Card| card.symbol.is_none() && card.title.is_none();
        let sources: Vec<Source> =
            self.shelf.cards.iter().filter(unknown).map(|card| card.origin.clone()).collect();
        if !self.catalogued && !sources.is_empty() {
            self.effects.push(Effect::Catalogue(sources));
        }
        self.catalogued = true;
    }
}
