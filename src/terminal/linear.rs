//! The loop of the line mode: a line is read and lines are printed, at a terminal in its ordinary mode or
//! through pipes.
//!
//! The terminal is not taken over, so nothing has to be restored: its line editing, Ctrl-C and Ctrl-Z work as
//! usual. Documents are read when asked for, on this thread, since there is nothing else to do meanwhile.

use super::clipboard;
use super::driver::{Beginning, Driver, Ended, Machine, Start, StartError, Surface};
use super::inbox::{Inbox, Lane, Post};
#[cfg(unix)]
use super::watch::{Caught, Estate};
use super::work::Work;
use crate::app::event::{Effect, Event, Size};
use crate::app::settings::Clipboard;
use crate::library::Source;
use crate::text::Part as _;
use crate::text::{Charset, clean, wrap};
use crate::ui::{App, Linear};
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, IsTerminal as _, Read, Write as _};
#[cfg(unix)]
use std::sync::Arc;
#[cfg(unix)]
use std::time::Duration;

/// The longest line in bytes. The rest of a longer one is taken as another line.
const LINE: u64 = 1 << 12;
/// A signal that is not heard after this long ends the program at once.
#[cfg(unix)]
const INSIST: Duration = Duration::from_millis(20);

enum Message {
    Line(String),
    /// The input has ended.
    End,
    Signal(i32),
}

/// Runs the line mode until the user quits, the input ends or a signal comes.
pub(crate) fn linear(start: Start) -> Result<Ended, StartError> {
    let Start {
        sources,
        grounds,
        alone,
        open,
        at,
        mut settings,
        options,
        state,
        library,
        notice,
        restricted,
    } = start;
    if settings.clipboard == Clipboard::OnExit || !io::stdout().is_terminal() {
        settings.clipboard = Clipboard::Lines;
    }
    let first = open.and_then(|index| sources.get(index).cloned());
    let beginning = first.map(|source| Beginning::whole(source, &options)).transpose()?;
    let piped = sources.contains(&Source::Stdin);
    let paper = Paper {
        charset: settings.charset,
        clipboard: settings.clipboard,
        prompted: io::stdin().is_terminal() || piped,
    };
    let voice = Voice { linear: Linear::new(App::new(settings, sources)), said: Vec::new() };
    let mut lines = Lines { driver: Driver::new(voice, Work::at_once(), options, state), paper };
    lines.driver.app().reach(grounds, alone);
    lines.driver.consult(library);
    lines.driver.app().update(Event::Resize(Size { width: 80, height: 24 }));
    lines.driver.begin(beginning, at, notice);
    let inbox = Inbox::new();
    #[cfg(unix)]
    watch(&inbox, &lines.driver, restricted)?;
    #[cfg(not(unix))]
    let _ = restricted;
    listen(inbox.post(), piped)?;
    // An error of the output ends the session as a hang-up (SIGHUP) does.
    let ended = lines.turn(|| inbox.wait(None).unwrap_or(Message::End)).unwrap_or(Ended::Signal(1));
    lines.driver.see();
    if let Some(trouble) = lines.driver.save() {
        // Standard output may be gone, and the session with it.
        drop(lines.paper.say(&[trouble]));
    }
    Ok(ended)
}

/// Catches the signals that end the program, so that the reading place is saved, also while a search goes on or
/// the terminal accepts no output. Ctrl-Z keeps its default action, except in restricted mode.
#[cfg(unix)]
fn watch(inbox: &Inbox<Message>, driver: &Driver<Voice>, restricted: bool) -> io::Result<()> {
    use signal_hook::consts::SIGTSTP;
    // Registered and ignored, so that Ctrl-Z does not suspend.
    let caught = Caught::new(if restricted { &[SIGTSTP] } else { &[] })?;
    let (post, modes) = (inbox.post(), Arc::default());
    caught.tell(Estate { modes, kept: driver.kept(), patience: INSIST }, move |signal| {
        if signal != SIGTSTP {
            post.call(Message::Signal(signal));
        }
    })
}

/// Reads lines from standard input, or from the tty where standard input is a document.
fn listen(to: Post<Message>, piped: bool) -> io::Result<()> {
    std::thread::Builder::new().name("lines".into()).spawn(move || {
        let tty = piped.then(|| File::open("/dev/tty").ok()).flatten();
        let read: Box<dyn Read> = tty.map_or_else(|| Box::new(io::stdin()) as _, |tty| Box::new(tty) as _);
        let mut read = BufReader::new(read);
        loop {
            let mut line = Vec::new();
            let read = (&mut read).take(LINE).read_until(b'\n', &mut line);
            let message = if matches!(read, Ok(1..)) {
                Message::Line(clean(String::from_utf8_lossy(&line).trim()).into_owned())
            } else {
                Message::End
            };
            let last = matches!(message, Message::End);
            if !to.send(Lane::Input, message) || last {
                return;
            }
        }
    })?;
    Ok(())
}

/// The line mode as a machine, with the lines it has to print.
struct Voice {
    linear: Linear,
    said: Vec<String>,
}

impl Machine for Voice {
    fn app(&mut self) -> &mut App {
        self.linear.app()
    }

    fn hear(&mut self, event: Event) -> Vec<Effect> {
        self.said.extend(self.linear.hear(event));
        self.linear.take_effects()
    }
}

struct Lines {
    driver: Driver<Voice>,
    paper: Paper,
}

impl Lines {
    fn turn(&mut self, mut next: impl FnMut() -> Message) -> io::Result<Ended> {
        let mut said = self.driver.machine().linear.begin();
        loop {
            self.paper.say(&said)?;
            let effects = self.driver.machine().linear.take_effects();
            if let Some(ended) = self.driver.carry_out(effects, &mut self.paper)? {
                return Ok(ended);
            }
            let answers = std::mem::take(&mut self.driver.machine().said);
            self.paper.say(&answers)?;
            self.driver.see();
            self.paper.prompt()?;
            said = match next() {
                Message::Line(typed) => self.driver.machine().linear.line(&typed),
                Message::End => return Ok(Ended::Quit),
                Message::Signal(signal) => return Ok(Ended::Signal(signal)),
            };
        }
    }
}

/// Standard output as a [`Surface`].
struct Paper {
    charset: Charset,
    clipboard: Clipboard,
    /// A person types, so a prompt is shown.
    prompted: bool,
}

impl Surface for Paper {
    /// To the clipboard of the terminal where it has one; else printed, so that it can be selected.
    fn copy(&mut self, text: String, _app: &mut App) -> io::Result<()> {
        let env = |name: &str| std::env::var(name).ok();
        let asked = (self.clipboard != Clipboard::Lines)
            .then(|| clipboard::copy(&text, clipboard::through(&env)))
            .flatten();
        if asked.is_none() || self.clipboard != Clipboard::Terminal {
            self.say(&text.lines().map(str::to_owned).collect::<Vec<_>>())?;
        }
        let mut out = io::stdout().lock();
        out.write_all(&asked.unwrap_or_default())?;
        out.flush()
    }
}

impl Paper {
    /// Prints lines in the character set of the terminal, wrapped to its width where it has one.
    fn say(&self, said: &[String]) -> io::Result<()> {
        let columns = columns();
        let mut bytes = Vec::new();
        for line in said {
            let line = clean(line);
            let line = self.charset.spell(&line);
            let columns = columns.unwrap_or(usize::MAX);
            for row in wrap::rows(&line, columns, columns) {
                let row = line.part(row.start as usize..row.end as usize);
                bytes.extend_from_slice(row.trim_end().as_bytes());
                bytes.push(b'\n');
            }
        }
        self.charset.encode(&mut bytes);
        let mut out = io::stdout().lock();
        out.write_all(&bytes)?;
        out.flush()
    }

    fn prompt(&self) -> io::Result<()> {
        if !self.prompted {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        out.write_all(b"> ")?;
        out.flush()
    }
}

/// The width of the terminal in cells; `None` where standard output is not a terminal.
fn columns() -> Option<usize> {
    if !io::stdout().is_terminal() {
        return None;
    }
    Some(usize::from(super::tty::size().width).max(10))
}
