//! The loop of the screen: wait, take in all that came, lay out, draw, do what is to be done outside.

use super::driver::{Beginning, Driver, Ended, Start, StartError, Surface};
use super::input::Answer;
use super::message::Message;
use super::questions::{ANSWERED, Question};
use super::screen::Screen;
use super::tty::Tty;
use super::wire::Wire as _;
use super::work::Work;
use super::{capabilities, watch};
use crate::app::event::Event;
use crate::app::settings::Clipboard;
use crate::messages::{Fixed, Messages};
use crate::text::Charset;
use crate::ui::App;
use std::collections::VecDeque;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, RecvError, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// Why the program cannot be suspended.
const STAYS: Fixed = if cfg!(unix) { Messages::suspend_no_shell } else { Messages::suspend_not_here };

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

/// Reads until the reader quits. The terminal is left as it was found.
pub fn run(start: Start) -> Result<Ended, StartError> {
    let Start { sources, open, at, settings, options, state, notice, restricted } = start;
    let (charset, clipboard, mouse) = (settings.charset, settings.clipboard, settings.mouse);
    let wire = Box::new(Tty::new());
    let asks = capabilities::answers(&|name: &str| wire.variable(name));
    let asks_background = asks && settings.follow_background && settings.colour;
    let first = open.and_then(|index| sources.get(index).cloned());
    // Before the terminal is touched: an error is then a plain sentence where the command was typed.
    let beginning = first.map(|source| Beginning::of(source, &options)).transpose()?;
    let (to, from) = channel();
    let mut driver = Driver::new(App::new(settings, sources), Work::Threads(to.clone()), options, state);
    driver.look_every(WATCH);
    let caught = watch::catch()?;
    let mut screen = Screen::enter(wire, charset)?;
    driver.app().prepare(screen.size());
    if mouse {
        screen.listen_to_mouse(true);
    }
    if asks_background {
        screen.ask(Question::Background, ASK_BACKGROUND);
    }
    if beginning.is_none() {
        driver.app().list_documents();
    }
    driver.begin(beginning, at, notice);
    let mut session = Loop {
        driver,
        terminal: Terminal { screen, restricted, clipboard, copied: Vec::new() },
        to,
        from,
        later: VecDeque::new(),
        charset,
        resized: None,
        resumed: false,
        stale: false,
        waits: false,
    };
    let turned = catch_unwind(AssertUnwindSafe(|| session.turn(caught)));
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

/// The terminal that the reader sits at.
struct Terminal {
    screen: Screen,
    /// The reader is to read and nothing else: no shell is come back to.
    restricted: bool,
    clipboard: Clipboard,
    /// What was copied and is written out in the end.
    copied: Vec<String>,
}

impl Surface for Terminal {
    fn copy(&mut self, text: String, app: &mut App) -> io::Result<()> {
        let bytes = match self.clipboard {
            Clipboard::OnExit | Clipboard::Lines => None,
            Clipboard::Terminal | Clipboard::Both => self.screen.clip(&text),
        };
        if bytes.is_none() && self.clipboard != Clipboard::OnExit {
            app.tell(Messages::copied_too_long);
        }
        if bytes.is_none() || self.clipboard == Clipboard::Both {
            self.copied.push(text);
        }
        bytes.map_or(Ok(()), |bytes| self.screen.send(&bytes))
    }

    fn listen_to_mouse(&mut self, on: bool) {
        self.screen.listen_to_mouse(on);
    }

    fn redraw(&mut self) {
        self.screen.clear();
    }

    /// Stops the whole job, as the terminal's own Ctrl-Z does: [`Message::Suspend`] follows.
    #[cfg(unix)]
    fn suspend(&mut self, app: &mut App) -> io::Result<()> {
        if watch::has_shell() && !self.restricted {
            rustix::process::kill_current_process_group(rustix::process::Signal::TSTP)?;
        } else {
            app.tell(STAYS);
        }
        Ok(())
    }

    #[cfg(not(unix))]
    fn suspend(&mut self, app: &mut App) -> io::Result<()> {
        app.tell(STAYS);
        Ok(())
    }
}

struct Loop {
    driver: Driver<App>,
    terminal: Terminal,
    to: Sender<Message>,
    from: Receiver<Message>,
    /// What came while answers of the terminal were waited for, and is for later.
    later: VecDeque<Message>,
    charset: Charset,
    /// Since when the terminal is being resized.
    resized: Option<Instant>,
    /// Back from being suspended; that the process continues is still to be told.
    resumed: bool,
    /// What is on the screen is not what should be.
    stale: bool,
    /// A thread waits for the terminal to take something in.
    waits: bool,
}

impl Loop {
    fn turn(&mut self, caught: watch::Caught) -> io::Result<Ended> {
        self.draw()?;
        watch::start(caught, self.charset, &self.to, self.terminal.screen.modes())?;
        let effects = self.driver.app().take_effects();
        if let Some(ended) = self.driver.carry_out(effects, &mut self.terminal)? {
            return Ok(ended);
        }
        loop {
            let Ok(mut message) = self.wait() else { return Ok(Ended::Quit) };
            while let Some(now) = message {
                if let Some(ended) = self.hear(now)? {
                    return Ok(ended);
                }
                message = self.next();
            }
            if self.stale && self.terminal.screen.is_clear() {
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
        let held = if self.stale { self.terminal.screen.patience() } else { None };
        let passing = !self.stale && self.driver.app().is_passing() && self.terminal.screen.is_clear();
        let Some(patience) = held.or(passing.then_some(REST)) else { return self.from.recv().map(Some) };
        match self.from.recv_timeout(patience) {
            Ok(message) => Ok(Some(message)),
            Err(RecvTimeoutError::Timeout) => {
                if held.is_some() {
                    self.terminal.screen.lose_patience();
                } else {
                    self.driver.app().come_to_rest();
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
            self.waits = self.terminal.screen.when_ready(Box::new(move || drop(to.send(Message::Ready))))?;
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
            let size = self.terminal.screen.current_size();
            if size != self.terminal.screen.size() {
                self.terminal.screen.resize(size);
            }
        }
        let size = self.terminal.screen.size();
        self.driver.app().link_is_slow(self.terminal.screen.is_slow());
        self.driver.app().prepare(size);
        self.terminal.screen.draw(self.driver.app())
    }

    fn hear(&mut self, message: Message) -> io::Result<Option<Ended>> {
        let event = match message {
            Message::Answer(answer) => {
                if let Some(event) = self.terminal.screen.hear(answer)? {
                    self.stale |= matches!(event, Event::Background(_));
                    self.driver.app().update(event);
                }
                return Ok(None);
            }
            Message::Ready => {
                self.waits = false;
                self.terminal.screen.push()?;
                return Ok(None);
            }
            Message::Gone => return Ok(Some(Ended::Signal(HANG_UP))),
            Message::Signal(signal) => return Ok(Some(Ended::Signal(signal))),
            #[cfg(unix)]
            Message::Suspend => {
                if !self.terminal.restricted {
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
            Message::Event(event) => event,
        };
        #[cfg(debug_assertions)]
        panic_if_asked(&event);
        self.stale = true;
        self.driver.hear(event, &mut self.terminal)
    }

    #[cfg(unix)]
    fn suspend(&mut self) -> io::Result<()> {
        if !self.hear_out(LAST_WORD) {
            return Ok(());
        }
        self.terminal.screen.release();
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        self.resumed = true;
        self.retake()
    }

    /// Back after having been stopped: modes, size and screen may be others'.
    fn retake(&mut self) -> io::Result<()> {
        let size = self.terminal.screen.retake()?;
        self.driver.app().update(Event::Resize(size));
        self.stale = true;
        Ok(())
    }

    /// An answer that is still under way must not reach the shell, which would take it for typed: whoever gives the
    /// terminal back waits for it, no longer than `most` or, on a slow line, than the last one took. Keys that come
    /// meanwhile are dropped, as the terminal itself drops them at Ctrl-Z; all else is kept for later. Whether the
    /// program goes on: not where the terminal has gone or a signal has come.
    fn hear_out(&mut self, most: Duration) -> bool {
        let most = most.max(self.terminal.screen.due().unwrap_or_default()).min(ANSWERED);
        let until = Instant::now() + most;
        while self.terminal.screen.finish() && self.terminal.screen.is_asked() {
            let Ok(message) = self.from.recv_timeout(until.saturating_duration_since(Instant::now())) else {
                return true;
            };
            match message {
                Message::Answer(answer) => {
                    self.terminal.screen.hear_last(answer);
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
        self.driver.remember();
        self.terminal.screen.release();
        let copied = std::mem::take(&mut self.terminal.copied);
        if !copied.is_empty() {
            drop(self.terminal.screen.write_out(&copied.join("\n\n")));
        }
        self.driver.save();
    }
}

/// For the test that a panic gives the terminal back; not in release builds.
#[cfg(debug_assertions)]
fn panic_if_asked(event: &Event) {
    use crate::app::key::{Code, Key};
    let asked = matches!(event, Event::Key(Key { code: Code::F(12), .. }));
    assert!(!(asked && std::env::var_os("PLENARY_TEST_PANIC").is_some()), "a panic was asked for");
}
