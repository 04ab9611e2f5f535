//! The program as a machine: events in, effects and frames out.
//!
//! [`App::update`] changes it, [`App::prepare`] lays out for a size, [`App::view`] draws without changing or
//! measuring anything. It does not know what kind of terminal it is on, nor where files are: the local
//! terminal, the tests and a server drive the same machine.

mod act;
mod excerpt;
mod filter;
mod input;
mod overlay;
mod paint;
mod pane;
mod state;
mod theme;

use crate::app::command::{Command, Scope};
use crate::app::event::{Effect, Event, Memory, Outcome, Size, Ticket};
use crate::app::key::{Code, Key};
use crate::app::keymap::Match;
use crate::app::session::Session;
use crate::app::settings::Settings;
use crate::app::shelf::{Card, Shelf};
use crate::config;
use crate::document::{Anchor, Document};
use crate::library::Source;
use crate::lookup::{address, jump};
use overlay::{Flow, Overlay, Shape};
use paint::Line;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use state::{Focus, State};
use std::sync::Arc;

/// Documents up to this many bytes of text are indexed while the jump box opens; larger ones beside it.
const INDEX_AT_ONCE: usize = 300_000;

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

/// Lines ready to be drawn, and where.
#[derive(Debug, Default)]
struct Screen {
    outline: Option<(Rect, Vec<Line>)>,
    rule: Option<Rect>,
    text: (Rect, Vec<Line>),
    overlay: Option<(Rect, Vec<Line>)>,
    status: (Rect, Line),
    cursor: Option<(u16, u16)>,
}

impl App {
    /// A program with these documents at hand and none open.
    pub fn new(settings: Settings, sources: impl IntoIterator<Item = Source>) -> Self {
        let shelf = Shelf { cards: sources.into_iter().map(Card::new).collect() };
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
        let (width, height) = self.text_size();
        let mut session = Session::new(source, document, width, height);
        session.partial = partial;
        self.state.session = Some(session);
        self.state.focus = Focus::Reader;
        self.state.changed = false;
        self.arrive(partial);
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
        let Some(session) = self.state.session.as_mut() else { return };
        let document = Arc::clone(&session.document);
        if let Some(memory) = &self.memory {
            let of_mark = |(letter, anchor): &(char, Anchor)| Some((*letter, document.resolve(anchor)?));
            session.marks = memory.marks.iter().filter_map(of_mark).collect();
        }
        if let Some(at) = self.at.clone() {
            let found =
                address::parse(&at).map(|address| address::resolve(&address, &document, session.current()));
            match found.and_then(|nodes| nodes.first().copied()) {
                Some(id) => session.show(id, None),
                None if partial => return,
                None => {
                    let notice =
                        format!("{at}: {}", self.state.pick("no such paragraph", "paragraphe introuvable"));
                    self.state.say(notice);
                }
            }
        } else if let Some((anchor, row)) = self.memory.as_ref().and_then(|memory| memory.place.clone()) {
            match document.resolve(&anchor) {
                Some(node) => {
                    let spot = crate::app::session::Spot { node, row, ..Default::default() };
                    session.restore(spot);
                }
                None if partial => return,
                None => {}
            }
        }
        if !partial {
            (self.at, self.memory) = (None, None);
        }
    }

    /// Something happened. What is to be done outside comes back.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Key(key) => self.key(key),
            Event::Paste(text) => {
                if let Some(mut top) = self.overlays.pop() {
                    let flow = top.text(&text, &mut self.state);
                    self.settle(top, &flow);
                }
            }
            Event::Resize(size) => self.resize(size),
            Event::Done(ticket, outcome) => self.done(ticket, outcome),
            Event::Resumed => self.state.effects.push(Effect::Redraw),
            Event::Notice(notice) => self.state.say(notice),
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
                let taken = chord.len() == 1 && self.type_text(key);
                if !taken && self.overlays.is_empty() {
                    let help =
                        self.state.settings.keymap.keys(Command::Help).first().cloned().unwrap_or_default();
                    let (en, fr) = (
                        "is not a key here; {} shows them all",
                        "n'est pas une touche ici ; {} les montre toutes",
                    );
                    let notice = self.state.pick(en, fr).replace("{}", &help);
                    self.state.say(format!("{} {notice}", crate::app::key::show_chord(&chord)));
                }
            }
        }
    }

    /// What the keys so far mean: in the overlay on top, else in the pane and everywhere.
    fn meaning(&self) -> Match {
        let pane = match self.state.focus {
            Focus::Reader => Scope::Reader,
            Focus::Outline => Scope::Outline,
        };
        let scopes: &[Scope] = match self.overlays.last().map(|top| top.scope()) {
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
        if let Some(mut top) = self.overlays.pop() {
            let list = top.scope() == Scope::List;
            if !list && letter.is_numeric() {
                let flow = top.act(Command::SheetClose, &mut self.state);
                self.settle(top, &flow);
                return self.overlays.is_empty() && self.type_text(key);
            }
            let flow = top.text(text, &mut self.state);
            self.settle(top, &flow);
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
        if self.state.session.as_ref().is_some_and(|session| session.partial) && needs_whole(command) {
            self.waiting.push(key);
            let reading = self.state.pick("reading the rest of the file…", "lecture de la suite du fichier…");
            return self.state.say(reading);
        }
        if let Some(mut top) = self.overlays.pop() {
            let flow = top.act(command, &mut self.state);
            let passed = matches!(flow, Flow::Pass);
            let takes_text = top.scope() == Scope::List;
            self.settle(top, &flow);
            if !passed || takes_text {
                return;
            }
        }
        self.carry_out(command);
    }

    /// Puts an overlay back on the stack, or not, as it asked.
    fn settle(&mut self, top: Box<dyn Overlay>, flow: &Flow) {
        match flow {
            Flow::Done | Flow::Pass => self.overlays.push(top),
            Flow::Close => {}
            Flow::Run(command) => self.carry_out(*command),
        }
    }

    fn carry_out(&mut self, command: Command) {
        let taken = match self.state.focus {
            _ if command.row().scope == Scope::Reader => act::reader(command, &mut self.state),
            Focus::Outline => act::outline(command, &mut self.state),
            Focus::Reader => false,
        };
        if taken {
            return;
        }
        match command {
            Command::Jump => self.open_jump(""),
            Command::Find => {
                if let Some(find) = overlay::find::Find::new(&mut self.state) {
                    self.overlays.push(Box::new(find));
                }
            }
            Command::FindNext | Command::FindPrevious => {
                act::find_again(command == Command::FindNext, &mut self.state);
            }
            Command::Follow => self.follow(),
            Command::Back | Command::Forward => self.travel(command == Command::Back),
            Command::Copy | Command::CopyCited | Command::CopyCitation => act::copy(command, &mut self.state),
            Command::SetMark | Command::GoMark => {
                self.awaiting = Some(command);
                let (en, fr) = if command == Command::SetMark {
                    ("mark: a letter", "marque : une lettre")
                } else {
                    ("go to mark: its letter", "aller à la marque : sa lettre")
                };
                let notice = self.state.pick(en, fr);
                self.state.say(notice);
            }
            Command::Documents => self.list_documents(),
            Command::Details | Command::Problems => self.open_sheet(command),
            Command::Help => self.overlays.push(Box::new(overlay::help::Help::new(&self.state))),
            Command::Reload => self.reload(),
            Command::Redraw => self.state.effects.push(Effect::Redraw),
            Command::Suspend => self.state.effects.push(Effect::Suspend),
            Command::Quit => {
                self.state.remember();
                self.state.effects.push(Effect::Quit);
            }
            Command::Close => self.close(),
            _ => self.adjust(command),
        }
    }

    /// Escape with nothing on top: the marks of a search go first, then the outline's focus.
    fn close(&mut self) {
        self.state.focus = Focus::Reader;
        if let Some(session) = self.state.session.as_mut() {
            session.found.hits.clear();
            session.found.at = None;
        }
    }

    /// Commands that change how things look.
    fn adjust(&mut self, command: Command) {
        let state = &mut self.state;
        match command {
            Command::SwitchPane => {
                if self.screen.outline.is_none() {
                    return self.travel(false);
                }
                state.focus = if state.focus == Focus::Reader { Focus::Outline } else { Focus::Reader };
            }
            Command::ToggleOutline => return self.toggle_outline(),
            Command::OutlineNarrower | Command::OutlineWider => {
                let by = if command == Command::OutlineWider { 2 } else { -2 };
                let width = pane::outline::columns(state).saturating_add_signed(by);
                state.settings.outline_width =
                    Some(width.clamp(10, state.size.width.saturating_sub(30).max(10)));
            }
            Command::Narrower | Command::Wider => {
                let by = if command == Command::Wider { 2 } else { -2 };
                let measure = state.settings.measure.saturating_add_signed(by);
                state.settings.measure = measure.clamp(Settings::LEAST_MEASURE, Settings::MOST_MEASURE);
                let notice = format!("{} {}", state.settings.measure, state.pick("columns", "colonnes"));
                state.say(notice);
            }
            Command::TogglePages => {
                state.show_pages = !state.show_pages;
                let none = state.document().is_none_or(|document| document.page_breaks().is_empty());
                if state.show_pages && none {
                    let notice = state.pick("this text has no pages", "ce texte n'a pas de pages");
                    state.say(notice);
                }
            }
            Command::NextTheme => {
                state.settings.theme = match state.settings.theme {
                    config::Theme::Light => config::Theme::Dark,
                    config::Theme::Dark => config::Theme::Contrast,
                    config::Theme::Contrast => config::Theme::Mono,
                    config::Theme::Mono => config::Theme::Light,
                };
                state.theme = theme::Theme::of(&state.settings);
                let notice =
                    format!("{} {:?}", state.pick("theme", "thème"), state.settings.theme).to_lowercase();
                state.say(notice);
            }
            _ => {}
        }
        self.fit();
    }

    fn toggle_outline(&mut self) {
        if !pane_fits(self.state.size) {
            if self.state.session.is_some() {
                let sheet = overlay::outline::OutlineSheet::new(&mut self.state);
                self.overlays.push(Box::new(sheet));
            }
            return;
        }
        self.state.outline_wanted = Some(!self.outline_shown());
        self.state.focus = Focus::Reader;
        self.fit();
    }

    fn travel(&mut self, back: bool) {
        let Some(session) = self.state.session.as_mut() else { return };
        let moved = if back { session.back() } else { session.forward() };
        if !moved {
            let (en, fr) = if back {
                ("nowhere to go back to", "nulle part où revenir")
            } else {
                ("nowhere to go forward to", "nulle part où aller de l'avant")
            };
            let notice = self.state.pick(en, fr);
            self.state.say(notice);
        }
    }

    /// Shows the notes and references of the clause.
    fn follow(&mut self) {
        self.state.catalogue();
        if let Some(links) = overlay::links::Links::new(&mut self.state) {
            return self.overlays.push(Box::new(links));
        }
        let Some(id) = self.state.session.as_ref().map(Session::current) else { return };
        let spoken = self.state.spoken(id);
        let none = self.state.pick("no note or reference here", "ni note ni renvoi ici");
        self.state.say(if spoken.is_empty() { none.to_owned() } else { format!("{spoken}: {none}") });
    }

    fn open_sheet(&mut self, command: Command) {
        let Some(session) = &self.state.session else { return };
        let sheet = if command == Command::Details {
            overlay::sheet::Sheet::details(&session.document, &session.origin.typed(), &self.state)
        } else {
            overlay::sheet::Sheet::problems(&session.document, &self.state)
        };
        self.overlays.push(Box::new(sheet));
    }

    fn open_jump(&mut self, typed: &str) {
        if let Some(session) = self.state.session.as_mut()
            && session.index.is_none()
        {
            let document = Arc::clone(&session.document);
            if document.text().len() <= INDEX_AT_ONCE {
                session.index = Some(Arc::new(jump::Index::new(&document)));
            } else if self.state.indexing.is_none() {
                let ticket = self.state.ticket();
                self.state.indexing = Some(ticket);
                self.state.effects.push(Effect::Index(ticket, document));
            }
        }
        if let Some(jump) = overlay::jump::Jump::new(typed, &mut self.state) {
            self.overlays.push(Box::new(jump));
        }
    }

    /// Looks, at a key, whether the file was changed by someone else.
    fn watch(&mut self) {
        if let Some(session) = &self.state.session
            && !self.state.changed
            && matches!(session.origin, Source::File(_))
        {
            let origin = session.origin.clone();
            self.state.effects.push(Effect::Watch(Ticket(0), origin));
        }
    }

    fn reload(&mut self) {
        let Some(session) = &self.state.session else { return };
        if matches!(session.origin, Source::Stdin) {
            let (en, fr) =
                ("standard input cannot be read again", "l'entrée standard ne peut pas être relue");
            let notice = self.state.pick(en, fr);
            return self.state.say(notice);
        }
        let origin = session.origin.clone();
        self.state.load(origin);
    }

    fn mark(&mut self, command: Command, key: Key) {
        let Some(letter) = key.typed().filter(|letter| letter.is_alphanumeric() || *letter == '\'') else {
            let notice = self.state.pick("a mark is a letter", "une marque est une lettre");
            if key.code != Code::Esc {
                self.state.say(notice);
            }
            return;
        };
        let Some(session) = self.state.session.as_mut() else { return };
        if command == Command::SetMark {
            let id = session.current();
            session.marks.insert(letter, id);
            let notice = format!("{} {letter}: {}", self.state.pick("mark", "marque"), self.state.spoken(id));
            return self.state.say(notice);
        }
        if letter == '\'' {
            return self.travel(true);
        }
        if let Some(id) = session.marks.get(&letter).copied() {
            return session.go(id);
        }
        let set: Vec<String> = session.marks.keys().map(char::to_string).collect();
        let none = self.state.pick("there is no mark", "il n'y a pas de marque");
        let mut notice = format!("{none} {letter}");
        if !set.is_empty() {
            notice = format!("{notice} ({} {})", self.state.pick("set:", "posées :"), set.join(" "));
        }
        self.state.say(notice);
    }

    fn done(&mut self, ticket: Ticket, outcome: Outcome) {
        match outcome {
            Outcome::Changed => self.state.changed = true,
            Outcome::Catalogued(cards) => {
                for card in cards {
                    if let Some(at) = self.state.shelf.find(&card.origin)
                        && let Some(known) = self.state.shelf.cards.get_mut(at)
                    {
                        *known = card;
                    }
                }
                self.news();
            }
            Outcome::Indexed(index) if self.state.indexing == Some(ticket) => {
                self.state.indexing = None;
                if let Some(session) = self.state.session.as_mut() {
                    session.index = Some(index);
                }
                self.news();
            }
            Outcome::Opened(document)
                if self.state.loading.as_ref().is_some_and(|(wanted, _)| *wanted == ticket) =>
            {
                let origin = self.state.loading.take().map(|(_, origin)| origin);
                if let Some(origin) = origin {
                    self.opened(origin, document);
                }
            }
            Outcome::Failed(sentence)
                if self.state.loading.as_ref().is_some_and(|(wanted, _)| *wanted == ticket) =>
            {
                self.state.loading = None;
                let sheet = overlay::sheet::Sheet::error(&sentence, &self.state);
                if self.state.session.is_none() && self.overlays.is_empty() {
                    self.list_documents();
                }
                self.overlays.push(Box::new(sheet));
            }
            _ => {}
        }
    }

    fn news(&mut self) {
        if let Some(mut top) = self.overlays.pop() {
            top.news(&mut self.state);
            self.overlays.push(top);
        }
    }

    fn opened(&mut self, origin: Source, document: Arc<Document>) {
        self.state.indexing = None;
        let same = self.state.session.as_ref().is_some_and(|session| session.origin == origin);
        if !same {
            self.open(origin, document, false);
            return self.fit();
        }
        let Some(session) = self.state.session.as_mut() else { return };
        let was_partial = session.partial;
        session.partial = false;
        self.state.shelf.learn(&origin, &document);
        session.replace(document);
        self.state.changed = false;
        if was_partial {
            self.arrive(false);
            for key in std::mem::take(&mut self.waiting) {
                self.key(key);
            }
        } else {
            let notice = self.state.pick("read again", "relu");
            self.state.say(notice);
        }
    }

    /// The rest of the document that was opened in part is being read under this ticket.
    pub fn reading_on(&mut self, origin: Source) -> Ticket {
        let ticket = self.state.ticket();
        self.state.loading = Some((ticket, origin));
        ticket
    }

    fn outline_shown(&self) -> bool {
        let asked = match self.state.settings.outline {
            config::Outline::Auto | config::Outline::Shown => true,
            config::Outline::Hidden => false,
        };
        pane_fits(self.state.size)
            && self.state.session.is_some()
            && self.state.outline_wanted.unwrap_or(asked)
    }

    fn text_size(&self) -> (u16, usize) {
        let left = if self.outline_shown() { pane::outline::columns(&self.state) + 1 } else { 0 };
        let cells = self.state.size.width.saturating_sub(left);
        let width = pane::reader::layout_width(cells, self.state.settings.measure);
        (width, usize::from(self.state.size.height.saturating_sub(1)))
    }

    fn resize(&mut self, size: Size) {
        self.state.size = size;
        if !pane_fits(size) {
            self.state.focus = Focus::Reader;
        }
        self.fit();
    }

    /// Gives the session the rows that the panes have without an overlay.
    fn fit(&mut self) {
        let (width, height) = self.text_size();
        if let Some(session) = self.state.session.as_mut() {
            session.resize(width, height);
        }
    }

    /// Lays everything out for a size, so that [`App::view`] only has to draw.
    pub fn prepare(&mut self, size: Size) {
        if size != self.state.size {
            self.resize(size);
        }
        let (width, height) = (size.width, size.height);
        let body = height.saturating_sub(1);
        let mut screen = Screen {
            status: (Rect::new(0, body, width, height.min(1)), Line::default()),
            ..Screen::default()
        };
        let mut panes = body;
        if let Some(mut top) = self.overlays.pop() {
            let (area, lines) = self.lay_overlay(top.as_mut(), width, body);
            if top.shape() == Shape::Foot {
                panes = body.saturating_sub(area.height);
            }
            let (text_width, _) = self.text_size();
            if let Some(session) = self.state.session.as_mut() {
                session.resize(text_width, usize::from(panes.max(1)));
            }
            top.settle(&mut self.state);
            screen.cursor =
                top.cursor().map(|(x, y)| (area.x + x, area.y + y)).filter(|(x, y)| *x < width && *y < body);
            let hints = top.hints(&self.state);
            screen.overlay = Some((area, lines));
            screen.status.1 = pane::status::line(&self.state, width, Some(hints));
            self.overlays.push(top);
        } else {
            self.fit();
            screen.status.1 = pane::status::line(&self.state, width, None);
        }
        self.lay_panes(&mut screen, width, panes);
        self.screen = screen;
    }

    fn lay_overlay(&mut self, top: &mut dyn Overlay, width: u16, body: u16) -> (Rect, Vec<Line>) {
        let (cells, most) = match top.shape() {
            Shape::Full => (width, body),
            Shape::Foot => (width, (body / 2).max(body.min(3))),
            Shape::Left => (width.saturating_sub(width / 6).min(48).max(width.min(20)), body),
        };
        let mut lines = top.lines(cells, most, &mut self.state);
        lines.truncate(usize::from(most));
        let area = match top.shape() {
            Shape::Foot => {
                let rows = lines.len() as u16;
                Rect::new(0, body - rows, width, rows)
            }
            Shape::Full | Shape::Left => Rect::new(0, 0, cells, body),
        };
        (area, lines)
    }

    fn lay_panes(&mut self, screen: &mut Screen, width: u16, rows: u16) {
        let shown = self.outline_shown();
        let outline_width = if shown { pane::outline::columns(&self.state) } else { 0 };
        let left = if shown { outline_width + 1 } else { 0 };
        let State { session, theme, settings, focus, .. } = &mut self.state;
        let Some(session) = session.as_mut() else { return };
        if shown {
            let look = pane::outline::StateLook { theme, settings, focus: *focus };
            let lines = pane::outline::lines(session, &look, outline_width, rows);
            screen.outline = Some((Rect::new(0, 0, outline_width, rows), lines));
            screen.rule = Some(Rect::new(outline_width, 0, 1, rows));
        }
        let cells = width.saturating_sub(left);
        if let Some(session) = &self.state.session {
            screen.text = (Rect::new(left, 0, cells, rows), pane::reader::lines(&self.state, session, cells));
        }
    }

    /// Draws. Nothing changes and nothing is measured.
    pub fn view(&self, buf: &mut Buffer) {
        let screen = &self.screen;
        let clip = |area: Rect| area.intersection(buf.area);
        let (text, text_lines) = &screen.text;
        let text = clip(*text);
        let outline = screen.outline.as_ref().map(|(area, lines)| (clip(*area), lines));
        let rule = screen.rule.map(clip);
        let overlay = screen.overlay.as_ref().map(|(area, lines)| (clip(*area), lines));
        let status = clip(screen.status.0);
        paint::draw(text_lines, text, buf);
        if let Some((area, lines)) = outline {
            paint::draw(lines, area, buf);
        }
        if let Some(area) = rule {
            let line = if self.state.settings.unicode { "│" } else { "|" };
            for y in area.top()..area.bottom() {
                buf.set_string(area.x, y, line, self.state.theme.rule);
            }
        }
        if let Some((area, lines)) = overlay {
            for position in area.positions() {
                if let Some(cell) = buf.cell_mut(position) {
                    cell.reset();
                }
            }
            paint::draw(lines, area, buf);
        }
        screen.status.1.draw(status.x, status.y, status.width, buf);
    }

    /// Where the cursor stands, where it is shown.
    pub fn cursor(&self) -> Option<Position> {
        self.screen.cursor.map(|(x, y)| Position::new(x, y))
    }

    /// The documents at hand, for learning what they are.
    pub fn cards(&self) -> &[Card] {
        &self.state.shelf.cards
    }
}

/// There is room for the outline beside the text.
fn pane_fits(size: Size) -> bool {
    size.width >= 80
}

/// Commands whose answer would be wrong while only the beginning of the document is there.
fn needs_whole(command: Command) -> bool {
    matches!(
        command,
        Command::Bottom
            | Command::Jump
            | Command::Find
            | Command::FindNext
            | Command::FindPrevious
            | Command::NextSection
            | Command::OutlineBottom
            | Command::Follow
            | Command::Details
            | Command::Problems
            | Command::Reload
    )
}
