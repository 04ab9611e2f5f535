//! Carries out effects: reading, indexing, remembering, copying and leaving.
//!
//! One driver serves the full-screen reader, the line mode and the tests. They differ in two small traits: a
//! [`Machine`] turns events into effects, and a [`Surface`] is the user's terminal or its stand-in. [`Work`]
//! decides whether slow work runs on threads or at once.

use super::keep::Kept;
use super::librarian::Counter;
use super::work::{Begun, Work};
use crate::app::event::{Effect, Event, Outcome};
use crate::app::hand::Ground;
use crate::app::settings::Settings;
use crate::app::ticket::Ticket;
use crate::document::Document;
use crate::library::state::State;
use crate::library::{Door, Home, LoadError, ReadOptions, Source};
use crate::messages::Messages;
use crate::ui::App;
use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// In bytes. Of a larger file the beginning is shown while the whole is read.
const AT_ONCE: u64 = 200_000;
/// How many bytes of such a file are read for the first frame. Only half of them are parsed, so that the cut
/// falls between two paragraphs.
const BEGINNING: usize = 24_000;

/// What a session begins with.
#[derive(Debug)]
pub(crate) struct Start {
    pub sources: Vec<Source>,
    /// The folders that they are the documents of.
    pub grounds: Vec<Ground>,
    /// A single file was named, so that what lies beside it is at hand too.
    pub alone: bool,
    /// The index in `sources` of the document to open; `None` opens the list of documents.
    pub open: Option<usize>,
    /// The address to go to, as the user typed it.
    pub at: Option<String>,
    pub settings: Settings,
    pub options: ReadOptions,
    pub state: State,
    /// The library, where there is one.
    pub library: Option<Home>,
    /// A message shown with the first frame.
    pub notice: Option<String>,
    /// Restricted mode: the program must not be suspended into a shell.
    pub restricted: bool,
}

/// Why a session could not start.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StartError {
    #[error("{0}")]
    Load(#[from] LoadError),
    #[error("the terminal cannot be used ({0})")]
    Terminal(#[from] io::Error),
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The user quit, or the input ended.
    Quit,
    /// A signal with this number ended the session. A terminal that vanished counts as SIGHUP (1).
    Signal(i32),
}

/// Turns events into effects. Does no input or output itself.
pub trait Machine {
    /// The app that the machine wraps, or the machine itself.
    fn app(&mut self) -> &mut App;

    /// Handles an event, and returns the effects to be carried out.
    fn hear(&mut self, event: Event) -> Vec<Effect>;
}

impl Machine for App {
    fn app(&mut self) -> &mut App {
        self
    }

    fn hear(&mut self, event: Event) -> Vec<Effect> {
        self.update(event)
    }
}

/// The user's end of the session: a terminal with a screen, a stream of lines, or a test.
pub trait Surface {
    /// Puts text on the user's clipboard. Messages about it go to the app.
    fn copy(&mut self, text: String, app: &mut App) -> io::Result<()>;

    /// Turns mouse reporting on or off.
    fn listen_to_mouse(&mut self, _on: bool) {}

    /// Clears the screen, so that the next frame is drawn in full.
    fn redraw(&mut self) {}

    /// Stops the program, so that the user is in the shell until it is resumed.
    fn suspend(&mut self, _app: &mut App) -> io::Result<()> {
        Ok(())
    }

    fn now(&self) -> Instant {
        Instant::now()
    }
}

/// How many of the documents that were read last are listed.
const READ: usize = 8;

/// What is shown first: a document, or the beginning of one that takes long to read.
pub(super) struct Beginning {
    source: Source,
    document: Arc<Document>,
    rest: Rest,
}

/// What is still to be read of a document.
enum Rest {
    Nothing,
    /// The file, from its beginning.
    File,
    /// The pages that follow.
    Pages(Begun),
}

impl Beginning {
    /// Reads a document, or the beginning of one that takes long to read.
    pub(super) fn of(source: Source, options: &ReadOptions) -> Result<Self, LoadError> {
        let large = |path: &Path| {
            options.door.about(path).is_ok_and(|about| about.is_file() && about.len() > AT_ONCE)
        };
        if source.path().is_some_and(large)
            && let Some(document) = source.beginning(options, BEGINNING)
        {
            return Ok(Self { source, document, rest: Rest::File });
        }
        if source.has_pages(options)
            && let Some((document, begun)) = Begun::read(&source, options)
        {
            return Ok(Self { source, document, rest: begun.map_or(Rest::Nothing, Rest::Pages) });
        }
        Self::whole(source, options)
    }

    /// Reads a whole document.
    pub(super) fn whole(source: Source, options: &ReadOptions) -> Result<Self, LoadError> {
        let document = source.open(options)?;
        Ok(Self { source, document, rest: Rest::Nothing })
    }
}

/// A machine, and what its effects need.
pub struct Driver<M> {
    machine: M,
    work: Work,
    options: ReadOptions,
    keep: Kept,
    library: Counter,
    /// The open file is checked for changes at most this often.
    pause: Duration,
    watched: Option<Instant>,
    /// It was said that no worker could be started.
    told: bool,
}

impl<M: Machine> Driver<M> {
    pub(super) fn new(machine: M, work: Work, options: ReadOptions, state: State) -> Self {
        let keep = Kept::new(state, options.door.clone());
        Self {
            machine,
            work,
            options,
            keep,
            library: Counter::default(),
            pause: Duration::ZERO,
            watched: None,
            told: false,
        }
    }

    /// A driver that does all work at once and saves no state.
    pub fn at_once(machine: M) -> Self {
        Self::new(machine, Work::at_once(), ReadOptions::new(Door::free()), State::off())
    }

    /// Has a library asked. It is opened at the first question.
    pub(super) fn consult(&mut self, home: Option<Home>) {
        if let Some(home) = home {
            self.library = Counter::new(home, self.options.door.clone());
            let read = self.keep.lock().state.read_last(READ);
            self.app().has_library(read);
        }
    }

    /// Has the library in a folder asked.
    pub fn consult_in(&mut self, folder: &Path) {
        // Searches are saved beside it.
        let env =
            |name: &str| (name == "XDG_DATA_HOME").then(|| folder.to_str().map(str::to_owned)).flatten();
        self.consult(Home::of(Some(folder), &env, &self.options.door));
    }

    /// Sets the shortest time between two checks of the open file for changes.
    pub(super) fn look_every(&mut self, pause: Duration) {
        self.pause = pause;
    }

    /// What is kept of the session, to be saved by another thread where this one cannot.
    pub(super) fn kept(&self) -> Kept {
        self.keep.clone()
    }

    pub fn machine(&mut self) -> &mut M {
        &mut self.machine
    }

    /// The app below the machine.
    pub(crate) fn app(&mut self) -> &mut App {
        self.machine.app()
    }

    /// Opens the first document, where there is one, goes to an address, and shows a notice.
    pub(super) fn begin(&mut self, first: Option<Beginning>, at: Option<String>, notice: Option<String>) {
        let mut left = None;
        if let Some(Beginning { source, document, rest }) = first {
            self.note(None, &source, &document);
            self.app().open(source.clone(), document, !matches!(rest, Rest::Nothing));
            left = Some((source, rest));
        }
        self.app().go_to(at);
        if let Some(notice) = notice.or_else(|| self.keep.lock().state.take_notice()) {
            self.app().say(notice);
        }
        match left {
            None | Some((_, Rest::Nothing)) => {}
            Some((source, Rest::File)) => {
                let ticket = self.app().reading_on(source.clone());
                self.work.load(ticket, source, self.options.clone());
            }
            Some((source, Rest::Pages(begun))) => {
                let ticket = self.app().reading_on(source);
                self.work.read_on(ticket, &begun);
            }
        }
    }

    /// Handles an event and carries out its effects. `Some`: the session has ended.
    pub fn hear(&mut self, event: Event, surface: &mut dyn Surface) -> io::Result<Option<Ended>> {
        let effects = self.take_in(event);
        self.carry_out(effects, surface)
    }

    fn take_in(&mut self, event: Event) -> Vec<Effect> {
        // Only a document that is still wanted: one that was left before it was read must not become the last
        // document.
        if let Event::Done(ticket, Outcome::Opened(document)) = &event
            && let Some(source) = self.app().loading(ticket)
        {
            self.note(Some(ticket), &source, document);
        }
        if !self.told && self.options.workers.are_lacking() {
            self.told = true;
            self.app().tell(Messages::no_workers);
        }
        let effects = self.machine.hear(event);
        self.see();
        effects
    }

    /// Records where the reader is, for the end of the session. Not to be called while the app has effects that
    /// are still to be carried out.
    pub(super) fn see(&mut self) {
        let visit = |effect| if let Effect::Remember(visit) = effect { Some(visit) } else { None };
        let here = self.app().remember().into_iter().filter_map(visit).collect();
        self.keep.lock().see(here);
    }

    /// Restores the saved reading place and marks of a document that was read under a ticket, or is the first.
    fn note(&mut self, ticket: Option<&Ticket>, source: &Source, document: &Document) {
        let memory = self.keep.lock().opened(source, document);
        if let Some(memory) = memory {
            self.app().recall(ticket, memory);
        }
    }

    /// Carries out effects, and handles the events that result from them. `Some`: the session has ended.
    pub(crate) fn carry_out(
        &mut self,
        effects: Vec<Effect>,
        surface: &mut dyn Surface,
    ) -> io::Result<Option<Ended>> {
        let mut effects = VecDeque::from(effects);
        loop {
            while let Some(effect) = effects.pop_front() {
                if matches!(effect, Effect::Quit) {
                    return Ok(Some(Ended::Quit));
                }
                self.carry_out_one(effect, surface)?;
            }
            let Some(event) = self.work.done() else { return Ok(None) };
            effects.extend(self.take_in(event));
        }
    }

    fn carry_out_one(&mut self, effect: Effect, surface: &mut dyn Surface) -> io::Result<()> {
        match effect {
            Effect::Load(ticket, source) => self.work.load(ticket, source, self.options.clone()),
            Effect::Watch(ticket, source) => {
                let now = surface.now();
                let due = self.watched.is_none_or(|last| now.saturating_duration_since(last) >= self.pause);
                if let Some(path) = source.path().filter(|_| due) {
                    self.watched = Some(now);
                    let stamp = self.keep.lock().stamp(&source);
                    self.work.watch(ticket, path, self.options.door.clone(), stamp);
                }
            }
            Effect::Find(ticket, document, search) => self.work.find(ticket, document, search),
            Effect::Rank(ticket, question) => self.work.rank(ticket, question),
            Effect::Index(ticket, document) => self.work.index(ticket, document),
            Effect::Catalogue(ticket, sources) => {
                let known = self.keep.lock().state.catalogue().cloned();
                self.work.catalogue(ticket, sources, self.options.clone(), known);
            }
            Effect::FindInAll(ticket, sources, text) => {
                self.work.find_in_all(ticket, sources, text, self.options.clone());
            }
            Effect::List(ticket, ground, known) => {
                self.work.list(ticket, ground, known, self.options.door.clone());
            }
            Effect::Enquire(ticket, purpose, enquiry) => {
                self.library.ask(ticket, purpose, enquiry, &mut self.work);
            }
            Effect::Copy(text) => surface.copy(text, self.machine.app())?,
            Effect::Remember(visit) => self.keep.lock().remember(visit),
            Effect::Mouse(on) => surface.listen_to_mouse(on),
            Effect::Redraw => surface.redraw(),
            Effect::Suspend => surface.suspend(self.machine.app())?,
            // `carry_out` ends the session before this is reached.
            Effect::Quit => {}
        }
        Ok(())
    }

    /// Writes what is remembered to disk. `Some`: a sentence for the user on why it could not be.
    pub(super) fn save(&mut self) -> Option<String> {
        self.keep.lock().save()
    }
}
