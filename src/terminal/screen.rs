//! The screen: taken over, drawn on, and given back as it was.

use super::frame::{self, Skills};
use super::grid::{Grid, Palette};
use super::input::Answer;
use super::pace::{self, Pace};
use super::painter::Painter;
use super::pen::send;
use super::questions::{Question, Questions};
use super::wire::{MOUSE_OFF, MOUSE_ON, Modes, Wire};
use super::{capabilities, clipboard};
use crate::app::event::{Event, Size};
use crate::text::{Charset, width};
use crate::ui::App;
use crossterm::event::EnableBracketedPaste;
use crossterm::terminal::EnterAlternateScreen;
use crossterm::{cursor, queue};
use ratatui::layout::Position;
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Bytes kept for a frame: more than a first one takes.
const FRAME: usize = 1 << 13;
/// A longer frame may come in several pieces: the cursor is hidden meanwhile, and where the terminal can, it shows the
/// frame only when all of it has come.
const PIECE: usize = 1024;

/// Margins at the sides, and showing a frame only when all of it has come: does the terminal have them?
const ASK_MARGINS: &[u8] = b"\x1b[?69$p";
const ASK_SYNCHRONIZED: &[u8] = b"\x1b[?2026$p";
/// Some say so of every mode. Where margins are taken, setting them brings the cursor to the corner,
/// where it is at no other time.
const TRY_MARGINS: &[u8] = b"\x1b[?69h\x1b[1;2s\x1b[?6n\x1b[?69l";

pub(super) struct Screen {
    size: Size,
    /// What the terminal shows.
    shown: Grid,
    next: Grid,
    painter: Painter,
    palette: Palette,
    skills: Skills,
    /// It shows a frame only when all of it has come, where it is told to.
    synchronizes: bool,
    cursor: Option<Position>,
    bytes: Vec<u8>,
    /// What the terminal reads the bytes as.
    charset: Charset,
    wire: Box<dyn Wire>,
    modes: Arc<Modes>,
    /// The terminal may be asked something.
    asks: bool,
    pace: Pace,
    questions: Questions,
}

impl Screen {
    /// Takes the terminal over. Where that fails it is left alone.
    pub(super) fn enter(mut wire: Box<dyn Wire>, charset: Charset) -> io::Result<Self> {
        let modes = Arc::new(Modes::default());
        wire.take(&modes)?;
        let size = wire.size();
        let variable = |name: &str| wire.variable(name);
        let (asks, repeats) = (capabilities::answers(&variable), repeats(&variable));
        let mut screen = Self {
            size,
            shown: Grid::blank(size.width, size.height),
            next: Grid::default(),
            painter: Painter::default(),
            palette: Palette::new(),
            skills: Skills { margins: false, repeats },
            synchronizes: false,
            cursor: None,
            bytes: Vec::new(),
            wire,
            modes,
            asks,
            pace: Pace::new(),
            questions: Questions::default(),
            charset,
        };
        screen.take()?;
        Ok(screen)
    }

    /// What takes the screen over: sent with the first frame, so that both come in one piece.
    fn take(&mut self) -> io::Result<()> {
        self.bytes.clear();
        self.bytes.reserve(FRAME);
        queue!(self.bytes, EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
        if self.modes.hears_mouse() {
            self.bytes.extend_from_slice(MOUSE_ON);
        }
        if self.asks {
            self.ask(Question::Mode(69), ASK_MARGINS);
            self.ask(Question::Mode(2026), ASK_SYNCHRONIZED);
        }
        Ok(())
    }

    /// Asks the terminal something with the next frame. Whoever gives the terminal back waits for the answer.
    pub(super) fn ask(&mut self, question: Question, bytes: &[u8]) {
        self.questions.ask(question, Instant::now());
        self.bytes.extend_from_slice(bytes);
    }

    /// What the terminal answers to something that it was asked. What that means for what is drawn, if anything.
    pub(super) fn hear(&mut self, answer: Answer) -> io::Result<Option<Event>> {
        self.hear_last(answer);
        match answer {
            Answer::Background(light) => return Ok(Some(Event::Background(light))),
            Answer::Mode(2026, 1..=3) => self.synchronizes = true,
            Answer::Mode(69, 1 | 2) if !self.skills.margins => {
                self.ask(Question::Cursor, TRY_MARGINS);
                self.cursor = None;
                self.flush()?;
            }
            // Whatever has margins was made when repeating had long been common.
            Answer::Cursor(1, 1) => {
                self.skills = Skills { margins: true, repeats: true };
                return Ok(Some(Event::Margins));
            }
            _ => {}
        }
        Ok(None)
    }

    /// An answer that comes while the terminal is about to be given back: it is taken in, and nothing else is asked.
    pub(super) fn hear_last(&mut self, answer: Answer) {
        self.questions.hear(answer);
        if answer == Answer::Status {
            self.pace.answered(Instant::now());
        }
    }

    /// The terminal was asked something that it has not answered yet.
    pub(super) fn is_asked(&self) -> bool {
        let now = Instant::now();
        self.questions.is_open(now) || self.pace.is_asked(now)
    }

    /// The terminal has caught up so far that another frame may be sent.
    pub(super) fn is_clear(&self) -> bool {
        !self.wire.is_blocked() && self.pace.is_clear(Instant::now())
    }

    /// The link to it is known to be slow.
    pub(super) fn is_slow(&self) -> bool {
        self.pace.is_slow()
    }

    /// How long to wait for that at most.
    pub(super) fn patience(&self) -> Option<Duration> {
        self.pace.patience(Instant::now()).filter(|_| !self.wire.is_blocked())
    }

    /// It was waited for long enough.
    pub(super) fn lose_patience(&mut self) {
        self.pace.give_up();
    }

    /// How long an answer that is under way may still take, where one is.
    pub(super) fn due(&self) -> Option<Duration> {
        self.pace.due()
    }

    /// The terminal takes something in again.
    pub(super) fn push(&mut self) -> io::Result<()> {
        self.wire.push()
    }

    /// Calls `then`, on a thread, when the terminal takes something in again, if that is waited for.
    pub(super) fn when_ready(&self, then: Box<dyn FnOnce() + Send>) -> io::Result<bool> {
        let blocked = self.wire.is_blocked();
        if blocked {
            self.wire.when_ready(then)?;
        }
        Ok(blocked)
    }

    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// The size that the terminal has by now.
    pub(super) fn current_size(&self) -> Size {
        self.wire.size()
    }

    /// What must be undone at the terminal, for whoever must do that in a hurry.
    pub(super) fn modes(&self) -> &Arc<Modes> {
        &self.modes
    }

    /// The bytes that put text on the terminal's clipboard; nothing where it is too long.
    pub(super) fn clip(&self, text: &str) -> Option<Vec<u8>> {
        clipboard::copy(text, clipboard::through(&|name: &str| self.wire.variable(name)))
    }

    /// The terminal has another size: what it shows is anybody's guess.
    pub(super) fn resize(&mut self, size: Size) {
        self.size = size;
        self.clear();
    }

    /// Forgets what is on the screen: the next frame is drawn whole.
    pub(super) fn clear(&mut self) {
        self.palette = Palette::new();
        self.painter.forget();
        self.shown = Grid::blank(self.size.width, self.size.height);
        self.bytes.extend_from_slice(b"\x1b[m\x1b[2J");
    }

    /// Draws a frame, written in one piece.
    pub(super) fn draw(&mut self, app: &App) -> io::Result<()> {
        if self.palette.is_full() {
            self.clear();
        }
        self.painter.paint(app, self.size, &self.shown, &mut self.next, &mut self.palette);
        self.palette.learn_links(|link| app.address(link));
        let cursor = app.cursor();
        let frame = frame::write(&mut self.shown, &self.next, &self.palette, self.skills);
        if frame.bytes.is_empty() && cursor == self.cursor {
            return self.flush();
        }
        let long = frame.bytes.len() > PIECE;
        let steady = self.synchronizes && (long || frame.unsteady);
        if steady {
            self.bytes.extend_from_slice(b"\x1b[?2026h");
        }
        if self.cursor.is_some() && (long || cursor.is_none()) {
            self.bytes.extend_from_slice(b"\x1b[?25l");
            self.cursor = None;
        }
        self.bytes.extend_from_slice(&frame.bytes);
        if let Some(position) = cursor {
            send!(&mut self.bytes, "\x1b[{};{}H", position.y + 1, position.x + 1);
            if self.cursor.is_none() {
                self.bytes.extend_from_slice(b"\x1b[?25h");
            }
        }
        if steady {
            self.bytes.extend_from_slice(b"\x1b[?2026l");
        }
        if self.pace.sent(self.bytes.len(), Instant::now()) && self.asks {
            self.bytes.extend_from_slice(pace::QUESTION);
        }
        self.cursor = cursor;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.flush()
    }

    /// Has the terminal tell of the mouse, or not; it is told with the next frame.
    pub(super) fn listen_to_mouse(&mut self, on: bool) {
        self.modes.listen_to_mouse(on);
        self.queue(if on { MOUSE_ON } else { MOUSE_OFF });
    }

    /// Sends bytes with the next frame.
    pub(super) fn queue(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Sends bytes that are not part of a frame.
    pub(super) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes.extend_from_slice(bytes);
        self.flush()
    }

    /// Writes text below what the terminal showed before the program ran; to be called when it was given back.
    pub(super) fn write_out(&self, text: &str) -> io::Result<()> {
        let clean = text.lines().map(|line| format!("{}\n", self.charset.spell(&width::clean(line))));
        let mut bytes = clean.collect::<String>().into_bytes();
        self.charset.encode(&mut bytes);
        self.wire.write_out(&bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.bytes.is_empty() {
            return Ok(());
        }
        self.charset.encode(&mut self.bytes);
        let sent = self.wire.send(&self.bytes);
        self.bytes.clear();
        sent
    }

    /// Gives the terminal back for a while; [`Screen::retake`] takes it again.
    pub(super) fn release(&mut self) {
        self.cursor = None;
        self.finish();
        self.give_back();
    }

    /// Safe to call twice.
    fn give_back(&mut self) {
        if let Some(bytes) = self.modes.farewell() {
            self.wire.give_back(&bytes);
        }
    }

    /// Sends what waits to be sent, or gives it up where the terminal takes nothing in. Whether it was sent.
    pub(super) fn finish(&mut self) -> bool {
        let finished = self.wire.finish();
        if !finished {
            self.modes.cut();
        }
        finished
    }

    /// Takes the terminal again, at whatever size it has now.
    pub(super) fn retake(&mut self) -> io::Result<Size> {
        self.wire.take(&self.modes)?;
        self.take()?;
        self.cursor = None;
        self.pace = Pace::new();
        self.resize(self.wire.size());
        Ok(self.size)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.give_back();
    }
}

/// Terminals that are known to repeat a letter when they are told to. The name of xterm is used by many that do not.
fn repeats(variable: &dyn Fn(&str) -> Option<String>) -> bool {
    let term = variable("TERM").unwrap_or_default();
    ["tmux", "foot", "xterm-kitty", "alacritty", "wezterm", "xterm-ghostty"]
        .iter()
        .any(|name| term.starts_with(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::settings::Settings;
    use crate::library::builtin;
    use std::sync::Mutex;

    /// A terminal that keeps what it was sent.
    #[derive(Clone, Debug)]
    struct Memory {
        size: Size,
        term: &'static str,
        sent: Arc<Mutex<Vec<u8>>>,
    }

    impl Memory {
        fn new(width: u16, height: u16, term: &'static str) -> Self {
            Self { size: Size { width, height }, term, sent: Arc::default() }
        }

        fn take_sent(&self) -> String {
            String::from_utf8(std::mem::take(&mut *self.sent.lock().unwrap())).unwrap()
        }
    }

    impl Wire for Memory {
        fn size(&self) -> Size {
            self.size
        }

        fn variable(&self, name: &str) -> Option<String> {
            (name == "TERM").then(|| self.term.to_owned())
        }

        fn take(&mut self, modes: &Arc<Modes>) -> io::Result<()> {
            modes.take();
            Ok(())
        }

        fn give_back(&mut self, last: &[u8]) {
            self.send(last).unwrap();
        }

        fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
            self.sent.lock().unwrap().extend_from_slice(bytes);
            Ok(())
        }

        fn push(&mut self) -> io::Result<()> {
            Ok(())
        }

        fn is_blocked(&self) -> bool {
            false
        }

        fn when_ready(&self, _: Box<dyn FnOnce() + Send>) -> io::Result<()> {
            Ok(())
        }

        fn finish(&mut self) -> bool {
            true
        }

        fn write_out(&self, bytes: &[u8]) -> io::Result<()> {
            self.clone().send(bytes)
        }
    }

    #[test]
    fn two_sessions_in_one_process_know_nothing_of_each_other() {
        let wires = [Memory::new(80, 24, "xterm"), Memory::new(60, 12, "linux")];
        let [mut first, mut second] =
            wires.clone().map(|wire| Screen::enter(Box::new(wire), Charset::Utf8).unwrap());
        let mut app = App::new(Settings::default(), builtin::sources());
        first.listen_to_mouse(true);
        for screen in [&mut first, &mut second] {
            app.prepare(screen.size());
            screen.draw(&app).unwrap();
        }
        let [sent, beside] = wires.each_ref().map(Memory::take_sent);
        assert!(sent.contains("\x1b[?1000;1006h") && !beside.contains("1000"), "{beside:?}");
        assert!(sent.contains("\x1b[?69$p") && !beside.contains("$p"), "a console is asked nothing");
        drop(first);
        let [sent, beside] = wires.each_ref().map(Memory::take_sent);
        assert_eq!((sent.as_str(), beside.as_str()), ("\x1b[?1006;1000l\x1b[?2004l\x1b[?1049l\x1b[?25h", ""));
        second.release();
        assert_eq!(wires[1].take_sent(), "\x1b[?2004l\x1b[?1049l\x1b[?25h");
        second.retake().unwrap();
        second.draw(&app).unwrap();
        assert!(wires[1].take_sent().starts_with("\x1b[?1049h"), "and goes on");
    }
}
