//! The program as a machine: events in, effects and frames out.
//!
//! [`App::update`] changes it, [`App::prepare`] lays out for a size, [`App::view`] draws without changing or
//! measuring anything. It does not know what kind of terminal it is on, nor where files are: the local
//! terminal, the tests and a server drive the same machine.

mod act;
#[cfg(test)]
mod agreement;
mod deeds;
mod dispatch;
mod excerpt;
mod filter;
mod frame;
mod input;
mod linear;
mod mouse;
mod overlay;
mod paint;
mod pane;
mod state;
mod theme;
mod web;

use crate::app::command::{Command, Scope};
use crate::app::event::{Effect, Event, Memory, Outcome, Ticket};
use crate::app::key::{Code, Key};
use crate::app::keymap::Match;
use crate::app::session::Session;
use crate::app::settings::Settings;
use crate::app::shelf::{Card, Shelf};
use crate::document::{Anchor, Document, NodeId};
use crate::library::Source;
use crate::lookup::address;
use crate::messages::{Fixed, Messages};
use frame::Screen;
pub use linear::Linear;
use overlay::{Flow, Overlay};
use state::{Focus, Glance, State};
use std::sync::Arc;

/// The program.
#[derive(Debug)]
pub struct App {
    state: State,
    overlays: Vec<Box<dyn Overlay>>,
    /// Keys of a chord so far.
    typed: Vec<Key>,
    /// The next letter names a mark.
    awaiting: Option<Command>,
    /// Keys that wait until the whole document is there.
    waiting: Vec<Key>,
    /// An address to go to in the document that is being loaded.
    at: Option<String>,
    /// What was remembered of the document that is being loaded.
    memory: Option<Memory>,
    screen: Screen,
}

impl App {
    /// A program with these documents at hand and none open.
    pub fn new(settings: Settings, sources: impl IntoIterator<Item = Source>) -> Self {
        let shelf = Shelf::new(sources);
        Self {
            state: State::new(settings, shelf),
            overlays: Vec::new(),
            typed: Vec::new(),
            awaiting: None,
            waiting: Vec::new(),
            at: None,
            memory: None,
            screen: Screen::default(),
        }
    }

    /// Shows a document that was read. `partial` says that it is only the beginning of the file.
    pub fn open(&mut self, source: Source, document: Arc<Document>, partial: bool) {
        self.state.shelf.learn(&source, &document);
        let (extent, height) = self.text_size();
        let mut session = Session::new(source, document, extent, height);
        session.partial = partial;
        self.state.panes.show(session);
        self.state.renew();
        self.state.focus = Focus::Reader;
        self.arrive(partial);
        self.tell_what_lacks();
        if !partial {
            self.warn();
        }
    }

    /// Says that the file is damaged before anybody trusts its words.
    fn warn(&mut self) {
        let warning = self.state.document().and_then(|document| document.warning().map(str::to_owned));
        if let Some(warning) = warning {
            self.state.say(warning);
        }
    }

    /// Goes to an address as soon as a document is open.
    pub fn go_to(&mut self, address: Option<String>) {
        self.at = address;
        self.arrive(false);
    }

    /// What was remembered of the document that is opened next.
    pub fn recall(&mut self, memory: Memory) {
        self.memory = Some(memory);
    }

    /// Opens the list of documents.
    pub fn list_documents(&mut self) {
        self.state.catalogue();
        self.overlays.push(Box::new(overlay::documents::Documents::new(&self.state)));
    }

    pub fn say(&mut self, notice: impl Into<String>) {
        self.state.say(notice);
    }

    /// Says something in the reader's language.
    pub(crate) fn tell(&mut self, message: Fixed) {
        self.state.say(message(self.state.messages()));
    }

    /// What was asked for outside of an event.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.state.effects)
    }

    /// To be saved when the session ends.
    pub fn remember(&mut self) -> Vec<Effect> {
        self.state.remember();
        std::mem::take(&mut self.state.effects)
    }

    /// Goes where the reader asked to, or to where they were the last time.
    fn arrive(&mut self, partial: bool) {
        let Some(session) = self.state.panes.current_mut() else { return };
        let document = Arc::clone(&session.document);
        if let Some(memory) = &self.memory {
            let of_mark = |(letter, anchor): &(char, Anchor)| Some((*letter, document.resolve(anchor)?));
            session.marks = memory.marks.iter().filter_map(of_mark).collect();
        }
        if let Some(at) = self.at.clone() {
            match address::meant(&at, &document, NodeId::ROOT) {
                Some(id) => session.show(id, None),
                None if partial => return,
                None => {
                    self.state.say(self.state.messages().no_such_paragraph(&at));
                }
            }
        } else if let Some((anchor, row)) =
            self.state.return_to.take().or_else(|| self.memory.as_ref()?.place.clone())
        {
            match document.resolve(&anchor) {
                Some(node) if row == 0 => session.show(node, None),
                Some(node) => session.restore(crate::app::session::Spot { node, row, ..Default::default() }),
                None if partial => return,
                None => {}
            }
        }
        if !partial {
            (self.at, self.memory) = (None, None);
        }
    }

    /// Tells whether the link is slow: what is passed over while the text is scrolled is then left out.
    pub fn link_is_slow(&mut self, slow: bool) {
        self.state.slow = slow;
    }

    /// Part of the outline is left out as long as the text is being scrolled: [`App::come_to_rest`] brings it back. On a
    /// slow link it would keep the next key waiting, and comes with the next command that is not one of scrolling.
    pub fn is_passing(&self) -> bool {
        let scrolls = matches!(self.state.glance, Glance::Begun | Glance::Passing);
        scrolls && !self.state.slow && self.outline_shown()
    }

    /// No key has come for a while.
    pub fn come_to_rest(&mut self) {
        if self.state.glance != Glance::Free {
            self.state.glance = Glance::Read;
        }
    }

    /// Something happened. What is to be done outside comes back.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(key) => self.key(key),
            Event::Paste(text) => {
                self.ask(|top, state| top.text(&text, state));
            }
            Event::Mouse(mouse) => self.mouse(mouse),
            Event::Background(light) => self.state.suit_background(light),
            Event::Margins => self.state.glance = Glance::Free,
            Event::Resize(size) => self.resize(size),
            Event::Done(ticket, outcome) => self.done(ticket, outcome),
            Event::Resumed => self.state.effects.push(Effect::Redraw),
            Event::Notice(message) => self.tell(message),
        }
        std::mem::take(&mut self.state.effects)
    }

    fn key(&mut self, key: Key) {
        self.state.notice = None;
        self.watch();
        if let Some(command) = self.awaiting.take() {
            return self.mark(command, key);
        }
        self.typed.push(key);
        match self.meaning() {
            Match::Command(command) => {
                self.typed.clear();
                self.run(command, key);
            }
            Match::Prefix => {
                let typed = crate::app::key::show_chord(&self.typed);
                self.state.say(format!("{typed} …"));
            }
            Match::None => {
                let chord = std::mem::take(&mut self.typed);
                // On a link that delays, Escape and a key come as one.
                if chord.len() == 1 && key.alt && !self.overlays.is_empty() {
                    self.key(Key::plain(Code::Esc));
                    return self.key(Key { alt: false, ..key });
                }
                let taken = chord.len() == 1 && self.type_text(key);
                if !taken && self.overlays.is_empty() {
                    let help =
                        self.state.settings.keymap.keys(Command::Help).first().cloned().unwrap_or_default();
                    let typed = crate::app::key::show_chord(&chord);
                    self.state.say(self.state.messages().not_a_key(&typed, &help));
                }
            }
        }
    }

    /// What the keys so far mean: in the overlay on top, else in the pane and everywhere.
    fn meaning(&self) -> Match {
        let pane = self.state.focus.scope();
        let scopes: &[Scope] = match self.overlays.last().map(|top| top.scope()) {
            Some(Scope::List) if self.typed.iter().all(|key| key.typed().is_none()) => {
                &[Scope::List, Scope::Global]
            }
            Some(Scope::List) => &[Scope::List],
            Some(scope) => &[scope, Scope::Global],
            None => &[pane, Scope::Global],
        };
        let mut prefix = false;
        for &scope in scopes {
            match self.state.settings.keymap.find(scope, &self.typed) {
                Match::Command(command) => return Match::Command(command),
                Match::Prefix => prefix = true,
                Match::None => {}
            }
        }
        if prefix { Match::Prefix } else { Match::None }
    }

    /// Text for the overlay on top; a digit opens the jump box. Whether the key was taken.
    fn type_text(&mut self, key: Key) -> bool {
        let Some(letter) = key.typed() else { return false };
        let mut bytes = [0; 4];
        let text: &str = letter.encode_utf8(&mut bytes);
        if let Some(scope) = self.overlays.last().map(|top| top.scope()) {
            if scope != Scope::List && letter.is_numeric() {
                self.ask(|top, state| top.act(Command::SheetClose, state));
                return self.overlays.is_empty() && self.type_text(key);
            }
            self.ask(|top, state| top.text(text, state));
            return true;
        }
        if letter.is_numeric() {
            self.open_jump(text);
            return true;
        }
        false
    }

    /// Carries out a command, unless it must wait for the rest of the document.
    fn run(&mut self, command: Command, key: Key) {
        if self.state.panes.current().is_some_and(|session| session.partial) && command.row().whole {
            self.waiting.push(key);
            return self.tell(Messages::reading_rest);
        }
        if matches!(command, Command::Suspend | Command::Redraw) {
            return self.carry_out(command);
        }
        let takes_text = self.overlays.last().is_some_and(|top| top.scope() == Scope::List);
        let flow = self.ask(|top, state| top.act(command, state));
        if flow.is_none_or(|flow| matches!(flow, Flow::Pass) && !takes_text) {
            self.carry_out(command);
        }
    }

    /// Has the overlay on top answer a key, and does what it wants; nothing where there is none.
    fn ask(&mut self, question: impl FnOnce(&mut dyn Overlay, &mut State) -> Flow) -> Option<Flow> {
        let top = self.overlays.last_mut()?;
        let flow = question(top.as_mut(), &mut self.state);
        if matches!(flow, Flow::Close | Flow::Run(_)) {
            self.overlays.pop();
        }
        if let Flow::Run(command) = flow {
            self.carry_out(command);
        }
        Some(flow)
    }

    /// The one door for the answers of slow work: what was asked for something that is over has no effect.
    fn done(&mut self, ticket: Ticket, outcome: Outcome) {
        if !self.state.awaits(ticket, &outcome) {
            return;
        }
        match outcome {
            Outcome::Changed => self.state.changed = true,
            Outcome::Catalogued(cards) => {
                for card in cards {
                    self.state.shelf.know(card);
                }
                self.news();
            }
            Outcome::Indexed(index) => {
                self.state.indexing = None;
                if let Some(session) = self.state.panes.current_mut() {
                    session.index = Some(index);
                }
                self.news();
            }
            Outcome::Opened(document) => {
                if let Some((_, origin)) = self.state.loading.take() {
                    self.opened(origin, document);
                }
            }
            Outcome::Begun(document) => {
                if let Some((_, origin)) = self.state.loading.clone() {
                    self.begun(origin, document);
                }
            }
            Outcome::Pages(read, of) => {
                if let Some(session) = self.state.panes.current_mut().filter(|session| session.partial) {
                    session.pages = Some((read, of));
                }
            }
            Outcome::Failed(sentence) => {
                self.state.loading = None;
                // What is there of it can be read, and keys that waited for the rest wait no longer.
                self.waiting.clear();
                if let Some(session) = self.state.panes.current_mut() {
                    session.partial = false;
                }
                let sheet = overlay::sheet::Sheet::error(&sentence, &self.state);
                if self.state.panes.is_empty() && self.overlays.is_empty() {
                    self.list_documents();
                }
                self.overlays.push(Box::new(sheet));
            }
        }
    }

    /// The document that is read under a ticket, if it is still to be shown.
    pub fn loading(&self, ticket: Ticket) -> Option<Source> {
        let loading = self.state.loading.as_ref().filter(|(wanted, _)| *wanted == ticket)?;
        Some(loading.1.clone())
    }

    fn news(&mut self) {
        if let Some(top) = self.overlays.last_mut() {
            top.news(&mut self.state);
        }
    }

    /// More of a document that is still being read.
    fn begun(&mut self, origin: Source, document: Arc<Document>) {
        match self.state.panes.current_mut().filter(|session| session.origin == origin) {
            Some(session) if session.partial => {
                session.replace(document);
                self.state.renew();
                self.arrive(true);
            }
            // Read again: the old text stays until the new one is whole.
            Some(_) => {}
            None => {
                self.open(origin, document, true);
                self.fit();
            }
        }
    }

    fn opened(&mut self, origin: Source, document: Arc<Document>) {
        let same = self.state.panes.current().is_some_and(|session| session.origin == origin);
        if !same {
            self.open(origin, document, false);
            return self.fit();
        }
        let Some(session) = self.state.panes.current_mut() else { return };
        let was_partial = session.partial;
        session.partial = false;
        session.pages = None;
        self.state.shelf.learn(&origin, &document);
        session.replace(document);
        self.state.renew();
        if was_partial {
            self.arrive(false);
            self.warn();
            for key in std::mem::take(&mut self.waiting) {
                self.key(key);
            }
        } else {
            self.tell(Messages::read_again);
        }
    }

    /// The rest of the document that was opened in part is being read under this ticket.
    pub fn reading_on(&mut self, origin: Source) -> Ticket {
        let ticket = self.state.ticket();
        self.state.loading = Some((ticket, origin));
        ticket
    }

    /// The documents at hand, for learning what they are.
    pub fn cards(&self) -> &[Card] {
        self.state.shelf.cards()
    }
}
