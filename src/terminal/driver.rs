//! Carries out what the machine wants done outside itself: reading, indexing, remembering, copying, leaving.
//!
//! There is one driver for the screen, for plain lines and for the tests. What differs between them is told by two small
//! traits: a [`Machine`] takes events in and gives effects out, a [`Surface`] is where the reader sits. Whether
//! slow work is done on threads or at once is a matter of [`Work`].

use super::keep::Keep;
use super::work::Work;
use crate::app::event::{Effect, Event, Outcome};
use crate::app::settings::Settings;
use crate::document::Document;
use crate::library::state::State;
use crate::library::{LoadError, ReadOptions, Source};
use crate::ui::App;
use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Larger files are shown from their beginning while the whole is read.
const AT_ONCE: u64 = 200_000;
/// How much of such a file is read for the first frame; half of it is parsed, so that the cut is at a paragraph.
const BEGINNING: usize = 24_000;
/// How many pages of a document that has pages are read for it.
const FIRST_PAGES: u32 = 2;

/// What a session begins with.
#[derive(Debug)]
pub struct Start {
    pub sources: Vec<Source>,
    /// Which of them is opened; none opens the list.
    pub open: Option<usize>,
    /// The address to go to.
    pub at: Option<String>,
    pub settings: Settings,
    pub options: ReadOptions,
    pub state: State,
    /// Said when the first frame is there.
    pub notice: Option<String>,
    /// The reader is to read and nothing else: no shell is come back to.
    pub restricted: bool,
}

/// Why a session could not begin.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("{0}")]
    Load(#[from] LoadError),
    #[error("the terminal cannot be used ({0})")]
    Terminal(#[from] io::Error),
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Quit,
    Signal(i32),
}

/// Takes events in, and says what is to be done outside.
pub trait Machine {
    /// The reader below.
    fn app(&mut self) -> &mut App;

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

/// Where the reader sits: a terminal with a screen, a stream of lines, a test.
pub trait Surface {
    /// Puts text on the reader's clipboard; whatever is to be said of it is said by the app.
    fn copy(&mut self, text: String, app: &mut App) -> io::Result<()>;

    /// Listens to the mouse, or no longer.
    fn listen_to_mouse(&mut self, _on: bool) {}

    /// Draws everything anew.
    fn redraw(&mut self) {}

    /// Hands the terminal to the shell for a while.
    fn suspend(&mut self, _app: &mut App) -> io::Result<()> {
        Ok(())
    }

    fn now(&self) -> Instant {
        Instant::now()
    }
}

/// What is shown first: a document, or the beginning of one that takes time to read.
pub(super) struct Beginning {
    source: Source,
    document: Arc<Document>,
    /// The rest of the file is still to be read.
    partial: bool,
}

impl Beginning {
    /// Reads a document, or the beginning of one that takes time.
    pub(super) fn of(source: Source, options: &ReadOptions) -> Result<Self, LoadError> {
        let large =
            |path: &Path| std::fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() > AT_ONCE);
        if source.path().is_some_and(large)
            && let Some(document) = source.beginning(options, BEGINNING)
        {
            return Ok(Self { source, document, partial: true });
        }
        if let Some((document, pages)) = source.first_pages(options, FIRST_PAGES) {
            return Ok(Self { source, document, partial: pages > FIRST_PAGES });
        }
        Self::whole(source, options)
    }

    /// Reads a document.
    pub(super) fn whole(source: Source, options: &ReadOptions) -> Result<Self, LoadError> {
        let document = source.open(options)?;
        Ok(Self { source, document, partial: false })
    }
}

/// A machine, and what its effects are carried out with.
pub struct Driver<M> {
    machine: M,
    work: Work,
    options: ReadOptions,
    keep: Keep,
    /// A file is looked at for changes at most this often.
    pause: Duration,
    watched: Option<Instant>,
}

impl<M: Machine> Driver<M> {
    pub(super) fn new(machine: M, work: Work, options: ReadOptions, state: State) -> Self {
        Self { machine, work, options, keep: Keep::new(state), pause: Duration::ZERO, watched: None }
    }

    /// A driver that does all work at once and remembers nothing beyond the session.
    pub fn at_once(machine: M) -> Self {
        Self::new(machine, Work::at_once(), ReadOptions::default(), State::off())
    }

    /// Looks at a file for changes no more often than this.
    pub(super) fn look_every(&mut self, pause: Duration) {
        self.pause = pause;
    }

    pub fn machine(&mut self) -> &mut M {
        &mut self.machine
    }

    /// The reader below the machine.
    pub fn app(&mut self) -> &mut App {
        self.machine.app()
    }

    /// Opens the first document, or nothing, and goes to an address in it.
    pub(super) fn begin(&mut self, first: Option<Beginning>, at: Option<String>, notice: Option<String>) {
        let mut rest = None;
        if let Some(Beginning { source, document, partial }) = first {
            self.note(&source, &document);
            rest = partial.then(|| source.clone());
            self.app().open(source, document, partial);
        }
        self.app().go_to(at);
        if let Some(notice) = notice.or_else(|| self.keep.state.take_notice()) {
            self.app().say(notice);
        }
        if let Some(source) = rest {
            let ticket = self.app().reading_on(source.clone());
            self.work.load(ticket, source, self.options.clone(), FIRST_PAGES);
        }
    }

    /// Something happened. How the session ended, where it has.
    pub fn hear(&mut self, event: Event, surface: &mut dyn Surface) -> io::Result<Option<Ended>> {
        let effects = self.take_in(event);
        self.carry_out(effects, surface)
    }

    fn take_in(&mut self, event: Event) -> Vec<Effect> {
        // A document that was left for another before it was read leaves no trace.
        if let Event::Done(ticket, Outcome::Opened(document)) = &event
            && let Some(source) = self.app().loading(*ticket)
        {
            self.note(&source, document);
        }
        self.machine.hear(event)
    }

    /// Has the reader come back to where they were in a document.
    fn note(&mut self, source: &Source, document: &Document) {
        if let Some(memory) = self.keep.opened(source, document) {
            self.app().recall(memory);
        }
    }

    /// Does what is to be done outside, and hears what has come of it.
    pub fn carry_out(
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
            Effect::Load(ticket, source) => self.work.load(ticket, source, self.options.clone(), 0),
            Effect::Watch(ticket, source) => {
                let now = surface.now();
                let due = self.watched.is_none_or(|last| now.saturating_duration_since(last) >= self.pause);
                if let Some(path) = source.path().filter(|_| due) {
                    self.watched = Some(now);
                    self.work.watch(ticket, path, self.keep.stamp);
                }
            }
            Effect::Index(ticket, document) => self.work.index(ticket, document),
            Effect::Catalogue(ticket, sources) => {
                self.work.catalogue(ticket, sources, self.options.clone());
            }
            Effect::Copy(text) => surface.copy(text, self.machine.app())?,
            Effect::Remember(visit) => self.keep.remember(visit),
            Effect::Mouse(on) => surface.listen_to_mouse(on),
            Effect::Redraw => surface.redraw(),
            Effect::Suspend => surface.suspend(self.machine.app())?,
            // The session ends with it: see above.
            Effect::Quit => {}
        }
        Ok(())
    }

    /// The session ends: where the reader was is remembered. To be saved with [`Driver::save`].
    pub(super) fn remember(&mut self) {
        for effect in self.app().remember() {
            if let Effect::Remember(visit) = effect {
                self.keep.remember(visit);
            }
        }
    }

    pub(super) fn save(&mut self) {
        self.keep.state.save();
    }
}
