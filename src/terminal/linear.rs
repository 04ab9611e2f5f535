//! The loop of the reader on plain lines: a line in, lines out, at a terminal in its ordinary state or in pipes.
//!
//! Nothing is taken over and nothing has to be given back: the terminal's own editing, its interrupt and its Ctrl-Z
//! hold. Files are read when they are asked for, since there is nothing else to do meanwhile.

use super::keep::Keep;
use super::run::{Ended, Start, StartError};
use super::{clipboard, work};
use crate::app::event::{Effect, Event, Outcome, Size};
use crate::app::settings::Clipboard;
use crate::app::shelf::Card;
use crate::library::{ReadOptions, Source};
use crate::text::{Charset, clean, wrap};
use crate::ui::{App, Linear};
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, IsTerminal as _, Read, Write as _};
use std::sync::mpsc::{Sender, channel};

/// Longer lines than this nobody types; what follows is another line.
const LINE: u64 = 1 << 12;
/// How much of a document is read to learn its symbol and title.
const HEAD: usize = 1 << 15;

enum Message {
    Line(String),
    /// Nothing more is typed.
    End,
    Signal(i32),
}

/// Reads until the reader quits or nothing more is typed.
pub fn linear(start: Start) -> Result<Ended, StartError> {
    let Start { sources, open, at, mut settings, options, state, notice, restricted } = start;
    if settings.clipboard == Clipboard::OnExit || !io::stdout().is_terminal() {
        settings.clipboard = Clipboard::Lines;
    }
    let first = open.and_then(|index| sources.get(index).cloned());
    let document = first.as_ref().map(|source| source.open(&options)).transpose()?;
    let piped = sources.contains(&Source::Stdin);
    let (charset, clipboard) = (settings.charset, settings.clipboard);
    let mut lines = Lines {
        linear: Linear::new(App::new(settings, sources)),
        options,
        keep: Keep::new(state),
        charset,
        clipboard,
        prompted: io::stdin().is_terminal() || piped,
    };
    lines.app().update(Event::Resize(Size { width: 80, height: 24 }));
    if let Some((source, document)) = first.zip(document) {
        if let Some(memory) = lines.keep.opened(&source, &document) {
            lines.app().recall(memory);
        }
        lines.app().open(source, document, false);
    }
    lines.app().go_to(at);
    if let Some(notice) = notice.or_else(|| lines.keep.state.take_notice()) {
        lines.app().say(notice);
    }
    let (to, from) = channel();
    watch(&to, restricted)?;
    listen(to, piped)?;
    // A vanished listener ends the session like a vanished terminal.
    let ended = lines.turn(|| from.recv().unwrap_or(Message::End)).unwrap_or(Ended::Signal(1));
    lines.end();
    Ok(ended)
}

/// Signals that end the program, so that the place is saved. The terminal's Ctrl-Z is left to the system.
fn watch(to: &Sender<Message>, restricted: bool) -> io::Result<()> {
    #[cfg(unix)]
    {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
        let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
        if restricted {
            // Heard by nobody, so that it stops nothing.
            signals.add_signal(SIGTSTP)?;
        }
        let to = to.clone();
        std::thread::Builder::new().name("signals".into()).spawn(move || {
            if let Some(signal) = signals.forever().find(|signal| *signal != SIGTSTP) {
                drop(to.send(Message::Signal(signal)));
            }
        })?;
    }
    #[cfg(not(unix))]
    let _ = (to, restricted);
    Ok(())
}

/// Lines of standard input, or of the terminal where a document comes by standard input.
fn listen(to: Sender<Message>, piped: bool) -> io::Result<()> {
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
            if to.send(message).is_err() || last {
                return;
            }
        }
    })?;
    Ok(())
}

struct Lines {
    linear: Linear,
    options: ReadOptions,
    keep: Keep,
    charset: Charset,
    clipboard: Clipboard,
    /// A person types, to whom it is told when.
    prompted: bool,
}

impl Lines {
    fn app(&mut self) -> &mut App {
        self.linear.app()
    }

    fn turn(&mut self, mut next: impl FnMut() -> Message) -> io::Result<Ended> {
        let said = self.linear.begin();
        self.say(&said)?;
        loop {
            let effects = self.linear.take_effects();
            for effect in effects {
                if self.carry_out(effect)? {
                    return Ok(Ended::Quit);
                }
            }
            self.prompt()?;
            match next() {
                Message::Line(typed) => {
                    let said = self.linear.line(&typed);
                    self.say(&said)?;
                }
                Message::End => return Ok(Ended::Quit),
                Message::Signal(signal) => return Ok(Ended::Signal(signal)),
            }
        }
    }

    /// Whether the reader quits.
    fn carry_out(&mut self, effect: Effect) -> io::Result<bool> {
        let mut answer = None;
        match effect {
            Effect::Load(ticket, source) => {
                let outcome = match source.open(&self.options) {
                    Ok(document) => {
                        if let Some(memory) = self.keep.opened(&source, &document) {
                            self.app().recall(memory);
                        }
                        Outcome::Opened(document)
                    }
                    Err(error) => Outcome::Failed(error.to_string()),
                };
                answer = Some(Event::Done(ticket, outcome));
            }
            Effect::Watch(ticket, source) => {
                let stamp = self.keep.stamp;
                let changed = stamp.is_some() && source.path().and_then(work::stamp) != stamp;
                answer = changed.then_some(Event::Done(ticket, Outcome::Changed));
            }
            Effect::Catalogue(ticket, sources) => {
                let cards = sources.iter().filter_map(|source| card(source, &self.options)).collect();
                answer = Some(Event::Done(ticket, Outcome::Catalogued(cards)));
            }
            Effect::Index(ticket, document) => {
                let index = std::sync::Arc::new(crate::lookup::jump::Index::new(&document));
                answer = Some(Event::Done(ticket, Outcome::Indexed(index)));
            }
            Effect::Copy(text) => self.copy(&text)?,
            Effect::Remember(visit) => self.keep.remember(visit),
            Effect::Quit => return Ok(true),
            Effect::Mouse(_) | Effect::Redraw | Effect::Suspend => {}
        }
        if let Some(answer) = answer {
            let said = self.linear.hear(answer);
            self.say(&said)?;
            for effect in self.linear.take_effects() {
                if self.carry_out(effect)? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// To the clipboard of the terminal where it has one; else as lines that can be selected.
    fn copy(&mut self, text: &str) -> io::Result<()> {
        let env = |name: &str| std::env::var(name).ok();
        let asked = (self.clipboard != Clipboard::Lines)
            .then(|| clipboard::copy(text, clipboard::through(&env)))
            .flatten();
        if asked.is_none() || self.clipboard != Clipboard::Terminal {
            self.say(&text.lines().map(str::to_owned).collect::<Vec<_>>())?;
        }
        let mut out = io::stdout().lock();
        out.write_all(&asked.unwrap_or_default())?;
        out.flush()
    }

    /// Lines as the terminal can show them, set to its width where it has one.
    fn say(&self, said: &[String]) -> io::Result<()> {
        let columns = columns();
        let mut bytes = Vec::new();
        for line in said {
            let line = clean(line);
            let line = self.charset.spell(&line);
            let columns = columns.unwrap_or(usize::MAX);
            for row in wrap::rows(&line, columns, columns) {
                let row = line.get(row.start as usize..row.end as usize).unwrap_or_default();
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

    fn end(&mut self) {
        for effect in self.app().remember() {
            if let Effect::Remember(visit) = effect {
                self.keep.remember(visit);
            }
        }
        self.keep.state.save();
    }
}

fn card(source: &Source, options: &ReadOptions) -> Option<Card> {
    let mut card = Card::new(source.clone());
    card.learn(&*source.beginning(options, HEAD).or_else(|| source.open(options).ok())?);
    Some(card)
}

/// The width of the terminal, where lines go to one.
fn columns() -> Option<usize> {
    if !io::stdout().is_terminal() {
        return None;
    }
    Some(usize::from(super::screen::current_size().width).max(10))
}
