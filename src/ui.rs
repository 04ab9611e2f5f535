//! The user interface as a state machine: events in, effects and frames out.
//!
//! [`App::update`] changes the state, [`App::prepare`] lays out for a size, and [`App::view`] draws without
//! changing or measuring anything. Knows neither the kind of the terminal nor the location of files, so that
//! the local terminal, the tests and a server can drive the same machine.

mod act;
#[cfg(test)]
mod agreement;
#[cfg(test)]
mod beside;
mod deeds;
mod dispatch;
mod everywhere;
mod excerpt;
mod filter;
mod frame;
mod hand;
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
use crate::app::event::{Effect, Event, Memory, Outcome};
use crate::app::found::{End, MOST};
use crate::app::hand::{Around, Ground, Hand};
use crate::app::key::{Code, Key};
use crate::app::keymap::Match;
use crate::app::panes::{Aim, Loading, Way};
use crate::app::session::{OnDisk, Session, Spot};
use crate::app::settings::Settings;
use crate::app::shelf::{Card, Shelf};
use crate::app::ticket::{Claim, Ticket};
use crate::document::{Anchor, Document};
use crate::library::Source;
use crate::messages::{Fixed, Messages};
use frame::Screen;
pub use linear::Linear;
use overlay::{Flow, Overlay};
use paint::Kept;
pub(crate) use state::Link;
use state::{Asker, Focus, Glance, State};
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
    screen: Screen,
    kept: Kept,
    /// Lists are read out by the line mode.
    spoken: bool,
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
            screen: Screen::default(),
            kept: Kept::default(),
            spoken: false,
        }
    }

    /// Says how far the shelf reaches: these folders are on it, or a file was opened `alone`.
    pub fn reach(&mut self, grounds: Vec<Ground>, alone: bool) {
        let around = if alone { Around::Unlisted } else { Around::Known };
        self.state.hand = Hand { grounds, around, ..Hand::default() };
    }

    /// Shows a document in the pane with the focus. `partial`: it is only the beginning of the file.
    pub fn open(&mut self, source: Source, document: Arc<Document>, partial: bool) {
        self.show(self.state.panes.at(), source, document, partial);
    }

    fn show(&mut self, at: usize, source: Source, document: Arc<Document>, partial: bool) {
        if at == self.state.panes.at() && self.state.panes.current().is_some() {
            let state = &mut self.state;
            self.overlays.retain_mut(|overlay| overlay.outlives(state));
        }
        self.state.shelf.learn(&source, &document);
        self.state.enquiries.note(&document);
        let (extent, height) = frame::text_size(&self.state, at);
        let mut session = Session::new(source, document, extent, height);
        session.partial = partial;
        session.edition = self.state.panes.edition();
        let Some(slot) = self.state.panes.get_mut(at) else { return };
        let mut unmarked = false;
        if let Some(before) = slot.session.take() {
            slot.waiting.clear();
            unmarked = before.selected().is_some() && before.origin != session.origin;
            self.state.left.note(&before);
            let way = slot.loading.as_ref().map_or(Way::On, |loading| loading.way);
            session.follow(before, way, slot.goal.as_ref());
        }
        self.state.left.give_back(&mut session);
        slot.session = Some(session);
        if at == self.state.panes.at() {
            self.state.focus = Focus::Reader;
        }
        if unmarked {
            let messages = self.state.messages();
            let said = self.state.notice.take().into_iter().chain([messages.unmarked().to_owned()]);
            self.state.say(said.collect::<Vec<_>>().join(messages.semicolon()));
        }
        self.arrive(at);
        self.tell_what_lacks(at);
        if !partial {
            self.warn(at);
        }
    }

    /// Shows a warning where the file is damaged.
    fn warn(&mut self, at: usize) {
        let messages = self.state.messages();
        let session = self.state.panes.session_mut(at);
        if let Some(warning) =
            session.and_then(|session| Some(session.document.warning()?.finding.said(messages)))
        {
            self.state.say(warning);
        }
    }

    /// Goes to an address, or does so as soon as a document is open.
    pub(crate) fn go_to(&mut self, address: Option<String>) {
        self.state.panes.focused().aim = address.map(Aim::Address);
        self.arrive(self.state.panes.at());
    }

    /// Sets the saved place and marks of the document that is being read under this ticket; without one, of the
    /// document that is opened next.
    pub(crate) fn recall(&mut self, ticket: Option<&Ticket>, memory: Memory) {
        let panes = &mut self.state.panes;
        let slot = match ticket {
            Some(ticket) => panes.loading(ticket),
            None => Some(panes.focused()),
        };
        if let Some(slot) = slot {
            slot.memory = Some(memory);
        }
    }

    /// Shows a notice in the status line until the next key.
    pub(crate) fn say(&mut self, notice: impl Into<String>) {
        self.state.say(notice);
    }

    /// Shows a message in the status line, in the language of the interface.
    pub(crate) fn tell(&mut self, message: Fixed) {
        self.state.say(message(self.state.messages()));
    }

    /// Returns the effects that were asked for outside of [`App::update`].
    pub fn take_effects(&mut self) -> Vec<Effect> {
        self.state.take_effects()
    }

    /// The effects that save the reading place at the end of the session.
    pub(crate) fn remember(&mut self) -> Vec<Effect> {
        self.state.remember();
        self.state.take_effects()
    }

    /// Goes to the address that was asked for, or to the place where the reader left off the last time.
    fn arrive(&mut self, at: usize) {
        let Some(slot) = self.state.panes.get_mut(at) else { return };
        let Some(session) = &mut slot.session else { return };
        let document = Arc::clone(&session.document);
        let mut absent = None;
        if let Some(memory) = &slot.memory {
            let of_mark = |(letter, anchor): &(char, Anchor)| Some((*letter, document.resolve(anchor)?));
            session.marks = memory.marks.iter().filter_map(of_mark).collect();
        }
        if let Some(aim) = &slot.aim {
            match (aim.within(&document), aim) {
                (Some(id), _) => session.show(id, None),
                (None, Aim::Address(address)) => absent = Some(address.clone()),
                (None, Aim::Anchors(_)) => {}
            }
        } else if let Some(goal) = &slot.goal {
            let place = if session.partial { goal.spot(&document) } else { goal.near(&document) };
            if let Some(place) = place {
                session.restore(place);
                slot.goal = None;
            }
        } else if let Some((anchor, row)) = slot.memory.as_ref().and_then(|memory| memory.place.as_ref()) {
            match document.resolve(anchor) {
                Some(node) if *row == 0 => session.show(node, None),
                Some(node) => session.restore(Spot { row: *row, ..Spot::of(node) }),
                None => {}
            }
        }
        if session.partial {
            return;
        }
        (slot.aim, slot.goal, slot.memory) = (None, None, None);
        if let Some(sought) = slot.sought.take() {
            session.mark(&sought);
        }
        if let Some(address) = absent {
            self.state.say_absent(&address, &address);
        }
    }

    /// Sets whether more keys are waiting, so that what the next one asks for need not be found yet.
    pub(crate) fn hurry(&mut self, hurried: bool) {
        self.state.hurried = hurried;
    }

    /// Sets what is known of the link to the terminal.
    pub(crate) fn link_is(&mut self, link: Link) {
        self.state.link = link;
    }

    /// Whether the outline does not stand where it belongs because the text is being scrolled. [`App::come_to_rest`]
    /// puts it there.
    pub(crate) fn is_passing(&self) -> bool {
        let scrolls = matches!(self.state.glance, Glance::Asked | Glance::Begun | Glance::Passing);
        scrolls && self.state.outline_shown()
    }

    /// To be called when no key has come for a while: the outline stands again.
    pub(crate) fn come_to_rest(&mut self) {
        if self.state.glance != Glance::Free {
            self.state.glance = Glance::Read;
        }
    }

    /// Whether the next frame is to be answered by the terminal, for [`App::keeps_up`].
    pub(crate) fn asks(&self) -> bool {
        self.state.glance == Glance::Asked && self.state.outline_shown()
    }

    /// To be called when the terminal has answered and the link is as fast as it was: an outline that waits for
    /// that stands again. Returns whether one does.
    pub(crate) fn keeps_up(&mut self) -> bool {
        let waits = self.asks();
        if waits {
            self.state.glance = Glance::Begun;
        }
        waits
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
            Event::Measured => {
                for at in 0..self.state.panes.len() {
                    if let Some(session) = self.state.panes.session_mut(at) {
                        session.measure_anew();
                    }
                }
            }
            Event::Margins => self.state.glance = Glance::Free,
            Event::Resize(size) => self.resize(size),
            Event::Done(ticket, outcome) => self.done(&ticket, outcome),
            Event::Notice(message) => self.tell(message),
        }
        self.offer_translations();
        self.state.take_effects()
    }

    fn key(&mut self, key: Key) {
        self.state.notice = None;
        self.watch();
        if key.code == Code::Enter && self.state.accept_offer() {
            return;
        }
        self.state.hand.offer = None;
        if let Some(command) = self.awaiting.take() {
            // Escape and the next key: no mark, and that key.
            let escaped = key.alt && matches!(key.code, Code::Char(_));
            return if escaped { self.key(Key { alt: false, ..key }) } else { self.mark(command, key) };
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
                // On a slow link, and where tmux waits to see what follows Escape, Escape and the next key arrive
                // together, as Alt and the key.
                if key.alt && (!self.overlays.is_empty() || matches!(key.code, Code::Char(_))) {
                    if chord.len() == 1 {
                        self.key(Key::plain(Code::Esc));
                    }
                    return self.key(Key { alt: false, ..key });
                }
                // Most terminals send Tab for Ctrl-I; those that tell them apart are no different here.
                if key.ctrl && key.code == Code::Char('i') && chord.len() == 1 {
                    return self.key(Key::plain(Code::Tab));
                }
                let taken = chord.len() == 1 && self.type_text(key);
                if !taken && self.overlays.is_empty() {
                    let help =
                        self.state.settings.keymap.keys(Command::Help).first().cloned().unwrap_or_default();
                    let messages = self.state.messages();
                    let typed = crate::app::key::printed_chord(&chord, messages);
                    self.state.say(messages.not_a_key(&typed, &help));
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
        let is_help = Match::Command(Command::Help);
        if self.state.settings.keymap.find(Scope::Global, &[key]) == is_help
            && self.overlays.last().is_some_and(|top| {
                top.input().is_some_and(|(input, ..)| input.text().is_empty())
                    && !top.tips(&self.state).is_empty()
            })
        {
            self.open_help();
            return true;
        }
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
            self.state.panes.focused().waiting.push(key);
            return self.tell(Messages::reading_rest);
        }
        if matches!(command, Command::Suspend | Command::Redraw) {
            return self.carry_out(command);
        }
        let takes_text = self.overlays.last().is_some_and(|top| top.scope() == Scope::List);
        let flow = self.ask(|top, state| top.act(command, state));
        // The help is the only command of the panes that a list that takes text lets through.
        let passes = !takes_text || command == Command::Help;
        if flow.is_none_or(|flow| matches!(flow, Flow::Pass) && passes) {
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
            // What is open below is in the way of what was chosen in the help.
            while let Some(mut below) = self.overlays.pop() {
                let leave = if below.scope() == Scope::Sheet { Command::SheetClose } else { Command::Cancel };
                below.act(leave, &mut self.state);
            }
            self.carry_out(command);
        }
        Some(flow)
    }

    /// Lists the versions of the document in other languages, where the reader is to choose.
    fn offer_translations(&mut self) {
        if let Some(choice) = self.state.hand.choice.take_if(|_| !self.spoken) {
            self.overlays.push(Box::new(overlay::translations::Translations::new(choice, &self.state)));
        }
    }

    /// Handles all results of slow work. One that is no longer awaited has no effect.
    fn done(&mut self, ticket: &Ticket, outcome: Outcome) {
        match (self.state.admit(ticket, &outcome), outcome) {
            (None, _) => {}
            (Some(Asker::Slot(at)), outcome) => self.done_for(at, outcome),
            (Some(Asker::Screen), outcome) => {
                match outcome {
                    Outcome::Catalogued(cards) => self.state.catalogued(cards),
                    Outcome::CataloguedAll => self.state.catalogued_all(),
                    Outcome::Mentioned(found, read) => self.state.mentioned(found, read),
                    Outcome::MentionedAll => self.state.everywhere.claim = None,
                    Outcome::Answered(purpose, reply) => self.state.answered(purpose, *reply),
                    Outcome::Listed(ground, found) => self.state.listed(ground, found),
                    _ => debug_assert!(false, "the screen asks for documents alone"),
                }
                self.news();
            }
        }
    }

    /// Handles a result for one of the documents, which need not be the one with the focus.
    fn done_for(&mut self, at: usize, outcome: Outcome) {
        let focused = at == self.state.panes.at();
        let Some(slot) = self.state.panes.get_mut(at) else { return };
        match (outcome, &mut slot.session) {
            (Outcome::Opened(document), _) => self.opened(at, document),
            (Outcome::Begun(document), _) => self.begun(at, document),
            (Outcome::Failed(sentence), session) => {
                // What has been read so far stays, and keys that were held back are dropped.
                if let Some(session) = session {
                    session.partial = false;
                }
                (slot.loading, slot.goal, slot.aim) = (None, None, None);
                slot.waiting.clear();
                let sheet = overlay::sheet::Sheet::error(&sentence, &self.state);
                if self.state.panes.is_empty() && self.overlays.is_empty() {
                    self.list_documents();
                }
                self.overlays.retain(|overlay| !overlay.tells_of_failure());
                self.overlays.push(Box::new(sheet));
            }
            (Outcome::Changed, Some(session)) => session.file = OnDisk::Changed,
            // What was read is in memory, and said once.
            (Outcome::Gone, Some(session)) => {
                let said = std::mem::replace(&mut session.file, OnDisk::Gone) == OnDisk::Gone;
                if focused && !said {
                    self.tell(Messages::file_gone);
                }
            }
            (Outcome::Pages(read, of), Some(session)) if session.partial => session.pages = Some((read, of)),
            (Outcome::Indexed(index), Some(session)) => {
                (session.index, session.indexing) = (Some(index), None);
                if focused {
                    self.news();
                }
            }
            (Outcome::Found(piece), Some(session)) => {
                let (end, read) = (piece.end, piece.read);
                session.found.add(piece);
                if focused {
                    let messages = self.state.messages();
                    match end {
                        Some(End::Late) => self.state.say(messages.search_late(read.into())),
                        Some(End::Full) => self.state.say(messages.search_full(MOST)),
                        Some(End::Whole) | None => {}
                    }
                    self.news();
                }
            }
            (Outcome::Ranked(ranking), Some(session)) => {
                let late = ranking.is_none();
                (session.asking, session.answer) = (None, Some(ranking.unwrap_or_default()));
                if focused {
                    if late {
                        self.tell(Messages::jump_late);
                    }
                    self.news();
                }
            }
            (Outcome::NotIndexed, Some(session)) => {
                session.indexing = None;
                self.tell(Messages::index_failed);
            }
            (_, _) => {}
        }
    }

    /// The document that is being read under this ticket, if it is still to be shown.
    pub(crate) fn loading(&mut self, ticket: &Ticket) -> Option<Source> {
        Some(self.state.panes.loading(ticket)?.loading.as_ref()?.source.clone())
    }

    fn news(&mut self) {
        self.ask(|top, state| top.news(state));
    }

    /// Shows more of a document that is still being read.
    fn begun(&mut self, at: usize, document: Arc<Document>) {
        let edition = self.state.panes.edition();
        let Some(slot) = self.state.panes.get_mut(at) else { return };
        let Some(source) = slot.loading.as_ref().map(|loading| loading.source.clone()) else { return };
        match slot.session.as_mut().filter(|session| session.origin == source) {
            Some(session) if session.partial => {
                session.replace(document, edition);
                self.arrive(at);
            }
            // The file is being read again: the old text stays until the new one is complete.
            Some(_) => {}
            None => {
                self.show(at, source, document, true);
                self.fit();
            }
        }
    }

    fn opened(&mut self, at: usize, document: Arc<Document>) {
        let edition = self.state.panes.edition();
        let Some(slot) = self.state.panes.get_mut(at) else { return };
        let Some(source) = slot.loading.as_ref().map(|loading| loading.source.clone()) else { return };
        let Some(session) = slot.session.as_mut().filter(|session| session.origin == source) else {
            self.show(at, source, document, false);
            if let Some(slot) = self.state.panes.get_mut(at) {
                slot.loading = None;
            }
            return self.fit();
        };
        let was_partial = std::mem::take(&mut session.partial);
        session.pages = None;
        self.state.shelf.learn(&source, &document);
        session.replace(document, edition);
        slot.loading = None;
        if !was_partial {
            (slot.goal, slot.memory) = (None, None);
            return self.tell(Messages::read_again);
        }
        let waiting = std::mem::take(&mut slot.waiting);
        self.arrive(at);
        self.warn(at);
        // They were typed for this document.
        if at == self.state.panes.at() {
            for key in waiting {
                self.key(key);
            }
        }
    }

    /// Registers that the rest of a partly shown document is being read, and returns the ticket for it.
    pub(crate) fn reading_on(&mut self, source: Source) -> Ticket {
        let claim = Claim::default();
        let ticket = claim.ticket();
        self.state.panes.focused().loading = Some(Loading { claim, source, way: Way::On });
        ticket
    }

    /// The documents of the shelf, as far as they are known.
    pub fn cards(&self) -> &[Card] {
        self.state.shelf.cards()
    }
}
