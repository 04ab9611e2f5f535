//! The user interface as a state machine: events in, effects and frames out.
//!
//! [`App::update`] changes the state, [`App::prepare`] lays out for a size, and [`App::view`] draws without
//! changing or measuring anything. Knows neither the kind of the terminal nor the location of files, so that
//! the local terminal, the tests and a server can drive the same machine.

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

/// The whole state of the interface.
#[derive(Debug)]
pub struct App {
    state: State,
    overlays: Vec<Box<dyn Overlay>>,
    /// The keys of an unfinished chord.
    typed: Vec<Key>,
    /// The mark command that is waiting for the letter of a mark.
    awaiting: Option<Command>,
    /// Keys held back until the whole document is read.
    waiting: Vec<Key>,
    /// The address to go to in the document that is being loaded.
    at: Option<String>,
    /// The saved place and marks of the document that is being loaded.
    memory: Option<Memory>,
    screen: Screen,
}

impl App {
    /// An app with these documents on the shelf and none open.
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

    /// Shows a document. `partial`: it is only the beginning of the file.
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

    /// Shows a warning where the file is damaged.
    fn warn(&mut self) {
        let warning = self.state.document().and_then(|document| document.warning().map(str::to_owned));
        if let Some(warning) = warning {
            self.state.say(warning);
        }
    }

    /// Goes to an address, or does so as soon as a document is open.
    pub fn go_to(&mut self, address: Option<String>) {
        self.at = address;
        self.arrive(false);
    }

    /// Sets the saved place and marks of the document that is opened next.
    pub fn recall(&mut self, memory: Memory) {
        self.memory = Some(memory);
    }

    /// Opens the list of documents.
    pub fn list_documents(&mut self) {
        self.state.catalogue();
        self.overlays.push(Box::new(overlay::documents::Documents::new(&self.state)));
    }

    /// Shows a notice in the status line until the next key.
    pub fn say(&mut self, notice: impl Into<String>) {
        self.state.say(notice);
    }

    /// Shows a message in the status line, in the language of the interface.
    pub(crate) fn tell(&mut self, message: Fixed) {
        self.state.say(message(self.state.messages()));
    }

    /// Returns the effects that were asked for outside of [`App::update`].
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.state.effects)
    }

    /// The effects that save the reading place at the end of the session.
    pub fn remember(&mut self) -> Vec<Effect> {
        self.state.remember();
        std::mem::take(&mut self.state.effects)
    }

    /// Goes to the address that was asked for, or to the place where the reader left off the last time.
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

    /// Sets whether the link to the terminal is slow. If so, what scrolling passes over is left out.
    pub fn link_is_slow(&mut self, slow: bool) {
        self.state.slow = slow;
    }

    /// Whether part of the outline is left out because the text is being scrolled. [`App::come_to_rest`]
    /// brings it back; on a slow link, where drawing it would delay the next key, the next command other than
    /// scrolling does.
    pub fn is_passing(&self) -> bool {
        let scrolls = matches!(self.state.glance, Glance::Begun | Glance::Passing);
        scrolls && !self.state.slow && self.outline_shown()
    }

    /// To be called when no key has come for a while: draws what was left out while scrolling.
    pub fn come_to_rest(&mut self) {
        if self.state.glance != Glance::Free {
            self.state.glance = Glance::Read;
        }
    }

    /// Handles an event, and returns the effects to be carried out.
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
                // On a slow link Escape and the next key may arrive together, as Alt and the key.
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

    /// What the keys pressed so far mean: in the topmost overlay, or else in the pane and then globally.
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

    /// Gives a typed character to the topmost overlay; without one, a digit opens the jump box. Returns
    /// whether the key was used.
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

    /// Carries out a command, or holds it back until the whole document is read.
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

    /// Lets the topmost overlay answer, and carries out what it returns; `None` where there is no overlay.
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

    /// Handles all results of slow work. One that is no longer of interest has no effect.
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
                // What has been read so far stays, and keys that were held back are dropped.
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

    /// The document that is being read under this ticket, if it is still to be shown.
    pub fn loading(&self, ticket: Ticket) -> Option<Source> {
        let loading = self.state.loading.as_ref().filter(|(wanted, _)| *wanted == ticket)?;
        Some(loading.1.clone())
    }

    fn news(&mut self) {
        if let Some(top) = self.overlays.last_mut() {
            top.news(&mut self.state);
        }
    }

    /// Shows more of a document that is still being read.
    fn begun(&mut self, origin: Source, document: Arc<Document>) {
        match self.state.panes.current_mut().filter(|session| session.origin == origin) {
            Some(session) if session.partial => {
                session.replace(document);
                self.state.renew();
                self.arrive(true);
            }
            // The file is being read again: the old text stays until the new one is complete.
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

    /// Registers that the rest of a partly shown document is being read, and returns the ticket for it.
    pub fn reading_on(&mut self, origin: Source) -> Ticket {
        let ticket = self.state.ticket();
        self.state.loading = Some((ticket, origin));
        ticket
    }

    /// The documents of the shelf, as far as they are known.
    pub fn cards(&self) -> &[Card] {
        self.state.shelf.cards()
    }
}
