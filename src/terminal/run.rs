//! The event loop of the full-screen reader: wait for a message, handle all that are queued, lay out, draw,
//! and carry out the effects.

use super::driver::{Beginning, Driver, Ended, Start, StartError, Surface};
use super::inbox::Inbox;
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
use crate::config::Ambiguous;
use crate::messages::{Fixed, Messages};
use crate::text::Charset;
use crate::text::measure::Measure;
use crate::ui::{App, Link};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
#[cfg(unix)]
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The message shown where the program cannot be suspended.
const STAYS: Fixed = if cfg!(unix) { Messages::suspend_no_shell } else { Messages::suspend_not_here };

/// The open file is checked for changes at most this often, and only when a key is pressed.
const WATCH: Duration = Duration::from_secs(1);

/// Debounce of resizing: a new size is drawn once no other has arrived for this long, so that dragging the
/// window's edge draws once ...
const QUIET: Duration = Duration::from_millis(25);
/// ... or at the latest after this long, so that the screen visibly follows the drag.
const BURST: Duration = Duration::from_millis(250);
/// Once no message has come for this long, scrolling is over and the outline is drawn where it belongs ...
const REST: Duration = Duration::from_millis(700);
/// ... and for this long on a slow link, where that takes a second in which no key is answered.
const LONG_REST: Duration = Duration::from_secs(2);
/// A key that is held repeats sooner than this. On a near link a key after so long is the first one again, with which the
/// outline is put back as soon as the terminal has answered.
const PAUSE: Duration = Duration::from_millis(250);
/// The most bytes of copied text that are kept to be written out at the end.
const COPIED: usize = 1 << 22;
/// A frame is drawn after at most this long, however many keys are still waiting.
const FLOOD: Duration = Duration::from_millis(100);
/// `OSC 11 ; ?` asks for the background colour. The program starts without waiting for the answer.
const ASK_BACKGROUND: &[u8] = b"\x1b]11;?\x07";
/// Before the terminal is given back, answers still under way are awaited for at most this long ...
const LAST_WORD: Duration = Duration::from_millis(250);
/// ... and for at most this long where a signal ends the program, since its sender may soon send SIGKILL.
const LAST_WORD_OF_SIGNAL: Duration = Duration::from_millis(30);
/// A signal that the loop has not heard after this long, as it is busy, ends the program without it.
#[cfg(unix)]
const INSIST: Duration = Duration::from_millis(250);
/// SIGHUP. A terminal that has vanished is treated like this signal, whether or not the signal came.
const HANG_UP: i32 = 1;

/// Runs the full-screen reader until the user quits or a signal ends it. The terminal is restored in every
/// case, a panic included.
pub(crate) fn run(start: Start) -> Result<Ended, StartError> {
    let Start { sources, grounds, alone, open, at, settings, options, state, library, notice, restricted } =
        start;
    let (charset, clipboard, mouse) = (settings.charset, settings.clipboard, settings.mouse);
    let (bidi, ambiguous) = (settings.bidi, settings.ambiguous);
    Measure { wide: ambiguous == Ambiguous::Wide, spelt: charset != Charset::Utf8 }.set();
    let wire = Box::new(Tty::new());
    let asks = capabilities::answers(&|name: &str| wire.variable(name));
    let asks_background = asks && settings.follow_background && settings.colour;
    let first = open.and_then(|index| sources.get(index).cloned());
    // Read before the terminal is taken over, so that an error is an ordinary line in the shell.
    let beginning = first.map(|source| Beginning::of(source, &options)).transpose()?;
    let inbox = Inbox::new();
    let work = Work::Threads(inbox.post());
    let mut driver = Driver::new(App::new(settings, sources), work, options, state);
    driver.app().reach(grounds, alone);
    driver.consult(library);
    driver.look_every(WATCH);
    #[cfg(unix)]
    let caught = {
        use signal_hook::consts::{SIGCONT, SIGTSTP, SIGWINCH};
        watch::Caught::new(&[SIGTSTP, SIGCONT, SIGWINCH])?
    };
    let mut screen = Screen::enter(wire, charset, bidi)?;
    if ambiguous == Ambiguous::Auto && asks {
        screen.ask_width();
    }
    #[cfg(unix)]
    hear_signals(caught, &inbox, &screen, &driver)?;
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
        terminal: Terminal { screen, restricted, clipboard, copied: String::new() },
        inbox,
        charset,
        resized: None,
        resumed: false,
        stale: false,
        waits: false,
        keyed: None,
    };
    let turned = catch_unwind(AssertUnwindSafe(|| session.turn()));
    session.terminal.screen.modes().leave();
    let ended = match &turned {
        Ok(Ok(ended)) => *ended,
        // The terminal can no longer be read or written: treated as a hang-up.
        Ok(Err(_)) => Ended::Signal(HANG_UP),
        Err(_) => Ended::Quit,
    };
    match ended {
        // The terminal is gone, so no answers can arrive.
        Ended::Signal(HANG_UP) => {}
        Ended::Signal(_) => drop(session.hear_out(LAST_WORD_OF_SIGNAL)),
        Ended::Quit => drop(session.hear_out(LAST_WORD)),
    }
    // After a panic the reading place may be unavailable; the place before is then saved.
    drop(catch_unwind(AssertUnwindSafe(|| session.driver.see())));
    drop(catch_unwind(AssertUnwindSafe(|| session.end())));
    match turned {
        Err(panic) => resume_unwind(panic),
        Ok(_) => Ok(ended),
    }
}

/// Has the loop hear of signals; one that does not is ended.
#[cfg(unix)]
fn hear_signals(
    caught: watch::Caught,
    inbox: &Inbox<Message>,
    screen: &Screen,
    driver: &Driver<App>,
) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGTSTP, SIGWINCH};
    let (modes, post) = (Arc::clone(screen.modes()), inbox.post());
    caught.tell(watch::Estate { modes, kept: driver.kept(), patience: INSIST }, move |signal| {
        post.call(match signal {
            SIGTSTP => Message::Suspend,
            SIGCONT => Message::Continued,
            SIGWINCH => Message::Resized,
            signal => Message::Signal(signal),
        });
    })
}

/// The user's terminal as a [`Surface`].
struct Terminal {
    screen: Screen,
    /// Restricted mode: the program must not be suspended into a shell.
    restricted: bool,
    clipboard: Clipboard,
    /// Copied texts that are written to standard output after the program has left the screen; of at most
    /// [`COPIED`] bytes.
    copied: String,
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
            let apart = if self.copied.is_empty() { "" } else { "\n\n" };
            if self.copied.len() + apart.len() + text.len() <= COPIED {
                self.copied.push_str(apart);
                self.copied.push_str(&text);
            } else {
                app.tell(Messages::copied_too_much);
            }
        }
        bytes.map_or(Ok(()), |bytes| self.screen.send(&bytes))
    }

    fn listen_to_mouse(&mut self, on: bool) {
        self.screen.listen_to_mouse(on);
    }

    fn redraw(&mut self) {
        self.screen.clear();
    }

    /// Stops the whole process group, as Ctrl-Z does in the terminal's ordinary mode. The signal comes back
    /// as [`Message::Suspend`].
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
    inbox: Inbox<Message>,
    charset: Charset,
    /// When the resize that is going on began; `None` where the size is settled.
    resized: Option<Instant>,
    /// The program has suspended itself and resumed; the SIGCONT that belongs to it is still to be handled.
    resumed: bool,
    /// What is on the screen is out of date.
    stale: bool,
    /// A thread is waiting for the terminal to accept output again.
    waits: bool,
    /// When the last key came.
    keyed: Option<Instant>,
}

impl Loop {
    fn turn(&mut self) -> io::Result<Ended> {
        self.draw()?;
        watch::listen(self.charset, &self.inbox)?;
        let effects = self.driver.app().take_effects();
        if let Some(ended) = self.driver.carry_out(effects, &mut self.terminal)? {
            return Ok(ended);
        }
        loop {
            let mut message = self.wait();
            let since = Instant::now();
            while let Some(now) = message {
                self.driver.app().hurry(self.inbox.has_input());
                if let Some(ended) = self.hear(now)? {
                    return Ok(ended);
                }
                message = self.next(since);
            }
            if self.stale && self.terminal.screen.is_clear() {
                self.draw()?;
            }
            self.wake_when_ready()?;
        }
    }

    /// Waits for the next message. `None`: no message, but something is to be drawn, either a frame that was
    /// held back on a slow link and has waited long enough, or the outline, which the text was scrolled with.
    fn wait(&mut self) -> Option<Message> {
        let held = if self.stale { self.terminal.screen.patience() } else { None };
        let passing = !self.stale && self.driver.app().is_passing() && self.terminal.screen.is_clear();
        let rest = if self.terminal.screen.link() == Link::Slow { LONG_REST } else { REST };
        let patience = held.or(passing.then_some(rest));
        let message = self.inbox.wait(patience.map(|patience| Instant::now() + patience));
        if message.is_none() {
            if held.is_some() {
                self.terminal.screen.lose_patience();
            } else {
                self.driver.app().come_to_rest();
                self.stale = true;
            }
        }
        message
    }

    /// Where the terminal accepts no output, starts a thread that sends [`Message::Ready`] once it does
    /// again.
    fn wake_when_ready(&mut self) -> io::Result<()> {
        if !self.waits {
            let post = self.inbox.post();
            self.waits = self.terminal.screen.when_ready(Box::new(move || post.call(Message::Ready)))?;
        }
        Ok(())
    }

    /// The next message that has come already; while the window is being resized, also one that comes before
    /// the size has settled. `None`: it is time to draw, also because messages have been handled since `since`
    /// and more keep coming.
    fn next(&mut self, since: Instant) -> Option<Message> {
        let resizing = self.resized.map(|began| began + BURST);
        if Instant::now() >= resizing.unwrap_or(since + FLOOD) {
            return None;
        }
        match (self.inbox.next(), resizing) {
            (None, Some(latest)) => self.inbox.wait(Some(latest.min(Instant::now() + QUIET))),
            (message, _) => message,
        }
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
        self.driver.app().link_is(self.terminal.screen.link());
        self.driver.app().prepare(size);
        // A search that waited for the last of many keys began only now; the rest of it is done elsewhere.
        let effects = self.driver.app().take_effects();
        self.driver.carry_out(effects, &mut self.terminal)?;
        self.terminal.screen.draw(self.driver.app())
    }

    fn hear(&mut self, message: Message) -> io::Result<Option<Ended>> {
        let event = match message {
            Message::Answer(answer) => {
                let asked = answer == Answer::Status;
                if let Some(event) = self.terminal.screen.hear(answer)? {
                    self.stale |= matches!(event, Event::Background(_) | Event::Measured);
                    self.driver.app().update(event);
                }
                self.stale |= asked && self.terminal.screen.keeps_up() && self.driver.app().keeps_up();
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
                // Resumed before it was stopped, as the loop was busy.
                if self.inbox.withdraw(|message| matches!(message, Message::Continued)) {
                    self.retake()?;
                } else if !self.terminal.restricted {
                    self.suspend()?;
                }
                return Ok(None);
            }
            Message::Continued => {
                // Stopped by a signal that we did not send ourselves: the terminal was not given back, but
                // others have used it.
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
        if matches!(event, Event::Key(_)) {
            let before = self.keyed.replace(Instant::now());
            if before.is_some_and(|before| before.elapsed() >= PAUSE)
                && self.terminal.screen.link() == Link::Near
            {
                self.driver.app().come_to_rest();
            }
        }
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

    /// Takes the terminal over again after the program was stopped: modes, size and contents may have
    /// changed.
    fn retake(&mut self) -> io::Result<()> {
        let size = self.terminal.screen.retake()?;
        self.driver.app().update(Event::Resize(size));
        self.stale = true;
        Ok(())
    }

    /// Waits for answers of the terminal that are still under way, so that they do not reach the shell, which
    /// would take them for typed text. Waits for at most `most` or, on a slow link, twice the last round trip, and
    /// never longer than [`ANSWERED`]. Keys that arrive meanwhile are dropped, as the terminal itself drops
    /// them at Ctrl-Z; all else stays in the inbox. Returns `false` where a signal or a vanished terminal ends
    /// the program.
    fn hear_out(&mut self, most: Duration) -> bool {
        let most = most.max(self.terminal.screen.due().unwrap_or_default()).min(ANSWERED);
        let until = Instant::now() + most;
        let ends = |message: &Message| matches!(message, Message::Signal(_) | Message::Gone);
        while self.terminal.screen.finish() && self.terminal.screen.is_asked() {
            match self.inbox.input(until, ends) {
                Some(Message::Answer(answer)) => {
                    self.terminal.screen.hear_last(answer);
                    if let Answer::Background(light) = answer {
                        self.driver.app().update(Event::Background(light));
                    }
                }
                Some(_) => {}
                None => return !self.inbox.is_called(ends),
            }
        }
        true
    }

    /// Restores the terminal, saves the state, and writes out what was copied.
    fn end(&mut self) {
        self.terminal.screen.release();
        // Before what may wait for the terminal.
        let trouble = self.driver.save();
        let copied = std::mem::take(&mut self.terminal.copied);
        if !copied.is_empty() {
            drop(self.terminal.screen.write_out(&copied));
        }
        if let Some(trouble) = trouble {
            drop(self.terminal.screen.write_out(&format!("plenary: {trouble}")));
        }
    }
}

/// Panics at F12 where the tests ask for it, to check that a panic restores the terminal. Not in release
/// builds.
#[cfg(debug_assertions)]
fn panic_if_asked(event: &Event) {
    use crate::app::key::{Code, Key};
    let asked = matches!(event, Event::Key(Key { code: Code::F(12), .. }));
    assert!(!(asked && std::env::var_os("PLENARY_TEST_PANIC").is_some()), "a panic was asked for");
}
