//! The loop: wait, take in all that came, lay out, draw, do what is to be done outside.

use super::input::Answer;
use super::keep::Keep;
use super::message::Message;
use super::questions::{ANSWERED, Question};
use super::screen::{self, Screen};
use super::work;
use super::{capabilities, clipboard, watch};
use crate::app::event::{Effect, Event};
use crate::app::settings::{Clipboard, Settings};
use crate::document::Document;
use crate::library::state::State;
use crate::library::{LoadError, ReadOptions, Source};
use crate::text::Charset;
use crate::ui::App;
use std::collections::VecDeque;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvError, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// Larger files are shown from their beginning while the whole is read.
const AT_ONCE: u64 = 200_000;
/// How much of such a file is read for the first frame; half of it is parsed, so that the cut is at a paragraph.
const BEGINNING: usize = 24_000;
/// How many pages of a document that has pages are read for it.
const FIRST_PAGES: u32 = 2;
/// A file is looked at for changes at most this often, and only when a key is pressed.
const WATCH: Duration = Duration::from_secs(1);

/// A size is drawn when no other has come for so long, so that dragging a window draws once ...
const QUIET: Duration = Duration::from_millis(25);
/// ... or after this long, so that it is seen to be alive.
const BURST: Duration = Duration::from_millis(250);
/// When no key has come for so long, the text has come to rest.
const REST: Duration = Duration::from_millis(700);
/// Asks how light the background is. Nothing waits for the answer.
const ASK_BACKGROUND: &[u8] = b"\x1b]11;?\x07";
/// Whoever gives the terminal back waits so long for an answer that is under way ...
const LAST_WORD: Duration = Duration::from_millis(250);
/// ... and so long where a signal ends the program, whose sender may not wait.
const LAST_WORD_OF_SIGNAL: Duration = Duration::from_millis(30);
/// What a vanished terminal means, whether the signal came or not.
const HANG_UP: i32 = 1;

/// How the session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Quit,
    Signal(i32),
}

/// Why it could not begin.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("{0}")]
    Load(#[from] LoadError),
    #[error("the terminal cannot be used ({0})")]
    Terminal(#[from] io::Error),
}

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

/// Reads until the reader quits. The terminal is left as it was found.
pub fn run(start: Start) -> Result<Ended, StartError> {
    let Start { sources, open, at, settings, options, state, notice, restricted } = start;
    let (charset, clipboard, mouse) = (settings.charset, settings.clipboard, settings.mouse);
    let answers = capabilities::answers(&env);
    let asks_background = answers && settings.follow_background && settings.colour;
    let first = open.and_then(|index| sources.get(index).cloned());
    // Before the terminal is touched: an error is then a plain sentence where the command was typed.
    let beginning = first.map(|source| Beginning::of(source, &options)).transpose()?;
    let mut app = App::new(settings, sources);
    let (to, from) = channel();
    let caught = watch::catch()?;
    let screen = Screen::enter(charset)?;
    let size = screen.size();
    app.prepare(size);
    let mut session = Loop {
        app,
        screen,
        to,
        from,
        options,
        keep: Keep::new(state),
        watched: None,
        resized: None,
        resumed: false,
        stale: false,
        waits: false,
        later: VecDeque::new(),
        restricted,
        charset,
        clipboard,
        copied: Vec::new(),
    };
    if mouse {
        session.screen.listen_to_mouse(true);
    }
    if asks_background {
        session.screen.ask(Question::Background, ASK_BACKGROUND);
    }
    let mut rest = None;
    if let Some(Beginning { source, document, partial }) = beginning {
        session.note(&source, &document);
        rest = partial.then(|| source.clone());
        session.app.open(source, document, partial);
    } else {
        session.app.list_documents();
    }
    session.app.go_to(at);
    if let Some(notice) = notice.or_else(|| session.keep.state.take_notice()) {
        session.app.say(notice);
    }
    if let Some(source) = rest {
        let ticket = session.app.reading_on(source.clone());
        work::load(&session.to, ticket, source, session.options.clone(), FIRST_PAGES);
    }
    let effects = session.app.take_effects();
    let turned = catch_unwind(AssertUnwindSafe(|| session.turn(caught, effects)));
    let ended = match &turned {
        Ok(Ok(ended)) => *ended,
        // Nothing can be shown or heard any more: as if the terminal had hung up.
        Ok(Err(_)) => Ended::Signal(HANG_UP),
        Err(_) => Ended::Quit,
    };
    match ended {
        // Nobody is there to answer.
        Ended::Signal(HANG_UP) => {}
        Ended::Signal(_) => drop(session.hear_out(LAST_WORD_OF_SIGNAL)),
        Ended::Quit => drop(session.hear_out(LAST_WORD)),
    }
    // After a panic the place may not be known; what was saved before is then kept.
    drop(catch_unwind(AssertUnwindSafe(|| session.end())));
    match turned {
        Err(panic) => resume_unwind(panic),
        Ok(_) => Ok(ended),
    }
}

fn env(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// What the first frame shows.
struct Beginning {
    source: Source,
    document: Arc<Document>,
    /// The rest of the file is still to be read.
    partial: bool,
}

impl Beginning {
    /// Reads a document, or the beginning of one that takes time.
    fn of(source: Source, options: &ReadOptions) -> Result<Self, LoadError> {
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
        let document = source.open(options)?;
        Ok(Self { source, document, partial: false })
    }
}

#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
struct Loop {
    app: App,
    screen: Screen,
    to: Sender<Message>,
    from: Receiver<Message>,
    options: ReadOptions,
    keep: Keep,
    watched: Option<Instant>,
    /// Since when the terminal is being resized.
    resized: Option<Instant>,
    /// Back from being suspended; that the process continues is still to be told.
    resumed: bool,
    /// What came while answers of the terminal were waited for, and is for later.
    later: VecDeque<Message>,
    restricted: bool,
    charset: Charset,
    clipboard: Clipboard,
    /// What was copied and is written out in the end.
    copied: Vec<String>,
    /// What is on the screen is not what should be.
    stale: bool,
    /// A thread waits for the terminal to take something in.
    waits: bool,
}

impl Loop {
    fn turn(&mut self, caught: watch::Caught, effects: Vec<Effect>) -> io::Result<Ended> {
        self.draw()?;
        watch::start(caught, self.charset, &self.to)?;
        for effect in effects {
            self.carry_out(effect)?;
        }
        loop {
            let Ok(mut message) = self.wait() else { return Ok(Ended::Quit) };
            while let Some(now) = message {
                if let Some(ended) = self.hear(now)? {
                    return Ok(ended);
                }
                message = self.next();
            }
            if self.stale && self.screen.is_clear() {
                self.draw()?;
            }
            self.wake_when_ready()?;
        }
    }

    /// What comes next; nothing where something is to be drawn though nothing came: a frame that was held back for so
    /// long that it is sent in any case, or what was left out while the text was scrolled.
    fn wait(&mut self) -> Result<Option<Message>, RecvError> {
        if let Some(message) = self.later.pop_front() {
            return Ok(Some(message));
        }
        let held = if self.stale { self.screen.patience() } else { None };
        let passing = !self.stale && self.app.is_passing() && self.screen.is_clear();
        let Some(patience) = held.or(passing.then_some(REST)) else { return self.from.recv().map(Some) };
        match self.from.recv_timeout(patience) {
            Ok(message) => Ok(Some(message)),
            Err(RecvTimeoutError::Timeout) => {
                if held.is_some() {
                    self.screen.lose_patience();
                } else {
                    self.app.come_to_rest();
                    self.stale = true;
                }
                Ok(None)
            }
            Err(RecvTimeoutError::Disconnected) => Err(RecvError),
        }
    }

    /// Asks to be told when a terminal that takes nothing in does so again.
    fn wake_when_ready(&mut self) -> io::Result<()> {
        if !self.waits {
            let to = self.to.clone();
            self.waits = self.screen.when_ready(move || drop(to.send(Message::Ready)))?;
        }
        Ok(())
    }

    /// What has come already; while a window is being resized, what comes until that has settled.
    fn next(&mut self) -> Option<Message> {
        if let Some(message) = self.later.pop_front().or_else(|| self.from.try_recv().ok()) {
            return Some(message);
        }
        let left = BURST.checked_sub(self.resized?.elapsed())?;
        self.from.recv_timeout(QUIET.min(left)).ok()
    }

    fn draw(&mut self) -> io::Result<()> {
        self.stale = false;
        if self.resized.take().is_some() {
            let size = screen::current_size();
            if size != self.screen.size() {
                self.screen.resize(size);
            }
        }
        let size = self.screen.size();
        self.app.link_is_slow(self.screen.is_slow());
        self.app.prepare(size);
        self.screen.draw(&self.app)
    }

    fn hear(&mut self, message: Message) -> io::Result<Option<Ended>> {
        let event = match message {
            Message::Answer(answer) => {
                if let Some(event) = self.screen.hear(answer)? {
                    self.stale |= matches!(event, Event::Background(_));
                    self.app.update(event);
                }
                return Ok(None);
            }
            Message::Ready => {
                self.waits = false;
                self.screen.push()?;
                return Ok(None);
            }
            Message::Nothing => return Ok(None),
            Message::Gone => return Ok(Some(Ended::Signal(HANG_UP))),
            Message::Signal(signal) => return Ok(Some(Ended::Signal(signal))),
            #[cfg(unix)]
            Message::Suspend => {
                if !self.restricted {
                    self.suspend()?;
                }
                return Ok(None);
            }
            Message::Continued => {
                // Whoever was stopped by others than ourselves has not given the terminal back.
                if !std::mem::take(&mut self.resumed) {
                    self.retake()?;
                }
                return Ok(None);
            }
            Message::Resized => {
                self.resized.get_or_insert_with(Instant::now);
                self.stale = true;
                return Ok(None);
            }
            Message::Loaded(ticket, source, document) => {
                // A document that was left for another before it was read leaves no trace.
                if self.app.is_loading(ticket) {
                    self.note(&source, &document);
                }
                Event::Done(ticket, crate::app::event::Outcome::Opened(document))
            }
            Message::Event(event) => event,
        };
        #[cfg(debug_assertions)]
        panic_if_asked(&event);
        self.stale = true;
        for effect in self.app.update(event) {
            if let Some(ended) = self.carry_out(effect)? {
                return Ok(Some(ended));
            }
        }
        Ok(None)
    }

    fn note(&mut self, source: &Source, document: &Document) {
        if let Some(memory) = self.keep.opened(source, document) {
            self.app.recall(memory);
        }
    }

    fn carry_out(&mut self, effect: Effect) -> io::Result<Option<Ended>> {
        match effect {
            Effect::Load(ticket, source) => work::load(&self.to, ticket, source, self.options.clone(), 0),
            Effect::Watch(ticket, source) => {
                let due = self.watched.is_none_or(|last| last.elapsed() >= WATCH);
                if let Some(path) = source.path().filter(|_| due) {
                    self.watched = Some(Instant::now());
                    work::watch(&self.to, ticket, path, self.keep.stamp);
                }
            }
            Effect::Index(ticket, document) => work::index(&self.to, ticket, document),
            Effect::Catalogue(ticket, sources) => {
                work::catalogue(&self.to, ticket, sources, self.options.clone());
            }
            Effect::Copy(text) => self.copy(text)?,
            Effect::Remember(visit) => self.keep.remember(visit),
            Effect::Mouse(on) => self.screen.listen_to_mouse(on),
            Effect::Redraw => self.screen.clear(),
            Effect::Suspend => self.ask_to_suspend()?,
            Effect::Quit => return Ok(Some(Ended::Quit)),
        }
        Ok(None)
    }

    fn copy(&mut self, text: String) -> io::Result<()> {
        let bytes = match self.clipboard {
            Clipboard::OnExit | Clipboard::Lines => None,
            Clipboard::Terminal | Clipboard::Both => clipboard::copy(&text, clipboard::through(&env)),
        };
        if bytes.is_none() && self.clipboard != Clipboard::OnExit {
            self.app.tell(
                "too long for the terminal's clipboard: written out when you quit",
                "trop long pour le presse-papiers du terminal : affiché quand vous quitterez",
            );
        }
        if bytes.is_none() || self.clipboard == Clipboard::Both {
            self.copied.push(text);
        }
        bytes.map_or(Ok(()), |bytes| self.screen.send(&bytes))
    }

    /// Stops the whole job, as the terminal's own Ctrl-Z does: [`Message::Suspend`] follows.
    #[cfg(unix)]
    fn ask_to_suspend(&mut self) -> io::Result<()> {
        if watch::has_shell() && !self.restricted {
            rustix::process::kill_current_process_group(rustix::process::Signal::TSTP)?;
        } else {
            let (en, fr) = ("there is no shell to come back from", "il n'y a pas de shell d'où revenir");
            self.app.tell(en, fr);
        }
        Ok(())
    }

    #[cfg(unix)]
    fn suspend(&mut self) -> io::Result<()> {
        if !self.hear_out(LAST_WORD) {
            return Ok(());
        }
        self.screen.release();
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        self.resumed = true;
        self.retake()
    }

    /// Back after having been stopped: modes, size and screen may be others'.
    fn retake(&mut self) -> io::Result<()> {
        let size = self.screen.retake()?;
        self.app.update(Event::Resize(size));
        self.stale = true;
        Ok(())
    }

    #[cfg(not(unix))]
    fn ask_to_suspend(&mut self) -> io::Result<()> {
        self.app
            .tell("this system cannot suspend a program", "ce système ne peut pas suspendre un programme");
        Ok(())
    }

    /// An answer that is still under way must not reach the shell, which would take it for typed: whoever gives the
    /// terminal back waits for it, no longer than `most` or, on a slow line, than the last one took. Keys that come
    /// meanwhile are dropped, as the terminal itself drops them at Ctrl-Z; all else is kept for later. Whether the
    /// program goes on: not where the terminal has gone or a signal has come.
    fn hear_out(&mut self, most: Duration) -> bool {
        let most = most.max(self.screen.due().unwrap_or_default()).min(ANSWERED);
        let until = Instant::now() + most;
        while self.screen.finish() && self.screen.is_asked() {
            let Ok(message) = self.from.recv_timeout(until.saturating_duration_since(Instant::now())) else {
                return true;
            };
            match message {
                Message::Answer(answer) => {
                    self.screen.hear_last(answer);
                    if matches!(answer, Answer::Background(_)) {
                        self.later.push_back(message);
                    }
                }
                Message::Event(Event::Key(_) | Event::Paste(_) | Event::Mouse(_)) => {}
                Message::Gone | Message::Signal(_) => {
                    self.later.push_back(message);
                    return false;
                }
                message => self.later.push_back(message),
            }
        }
        true
    }

    /// Gives the terminal back, and saves.
    fn end(&mut self) {
        for effect in self.app.remember() {
            if let Effect::Remember(visit) = effect {
                self.keep.remember(visit);
            }
        }
        self.screen.release();
        let copied = std::mem::take(&mut self.copied);
        if !copied.is_empty() {
            drop(self.screen.write_out(&copied.join("\n\n")));
        }
        self.keep.state.save();
    }
}

/// For the test that a panic gives the terminal back; not in release builds.
#[cfg(debug_assertions)]
fn panic_if_asked(event: &Event) {
    use crate::app::key::{Code, Key};
    let asked = matches!(event, Event::Key(Key { code: Code::F(12), .. }));
    assert!(!(asked && std::env::var_os("PLENARY_TEST_PANIC").is_some()), "a panic was asked for");
}
