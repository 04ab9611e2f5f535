//! What is sent to a terminal around the frames.

use super::*;
use crate::app::settings::Settings;
use crate::library::builtin;
use crate::terminal::emulator::beyond_vt100;
use std::sync::Mutex;

/// A wire that records what is sent.
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
fn two_sessions_in_one_process_are_independent() {
    let wires = [Memory::new(80, 24, "xterm"), Memory::new(60, 12, "linux")];
    let [mut first, mut second] =
        wires.clone().map(|wire| Screen::enter(Box::new(wire), Charset::Utf8, Bidi::App).unwrap());
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
    assert_eq!(
        (sent.as_str(), beside.as_str()),
        ("\x1b[?1006;1000l\x1b[8h\x1b[?2004l\x1b[?1049l\x1b[?25h", "")
    );
    second.release();
    assert_eq!(wires[1].take_sent(), "\x1b[?2004l\x1b[?1049l\x1b[?25h");
    second.retake().unwrap();
    second.draw(&app).unwrap();
    assert!(wires[1].take_sent().starts_with("\x1b[?1049h"), "and goes on");
}

#[test]
fn a_vt100_is_sent_nothing_that_it_lacks() {
    let wire = Memory::new(80, 24, "vt100");
    let mut screen = Screen::enter(Box::new(wire.clone()), Charset::Utf8, Bidi::App).unwrap();
    let settings = Settings { colour: false, theme: crate::config::Theme::Mono, ..Settings::default() };
    let mut app = App::new(settings, builtin::sources());
    app.list_documents();
    screen.listen_to_mouse(true);
    for key in "helps".chars() {
        app.prepare(screen.size());
        screen.draw(&app).unwrap();
        app.update(Event::Key(crate::app::key::Key::plain(crate::app::key::Code::Char(key))));
    }
    screen.release();
    let sent = wire.take_sent();
    assert_eq!(beyond_vt100(sent.as_bytes()), Vec::<String>::new());
    assert!(sent.ends_with("\x1b[999;1H\x1b[K"), "the shell goes on below");
}

#[test]
fn a_terminal_larger_than_any_is_drawn_in_its_corner() {
    for (size, drawn) in
        [((12_000, 12_000), (1000, 500)), ((u16::MAX, 20), (1000, 20)), ((50, u16::MAX), (50, 500))]
    {
        let wire = Memory::new(size.0, size.1, "xterm");
        let mut screen = Screen::enter(Box::new(wire.clone()), Charset::Utf8, Bidi::App).unwrap();
        assert_eq!((screen.size().width, screen.size().height), drawn);
        let mut app = App::new(Settings::default(), builtin::sources());
        app.prepare(screen.size());
        screen.draw(&app).unwrap();
        screen.retake().unwrap();
        assert_eq!((screen.size().width, screen.size().height), drawn);
        let rows = wire
            .take_sent()
            .split("\x1b[")
            .filter_map(|rest| {
                let place = rest.split_once('H')?.0;
                place.split(';').next()?.parse::<u16>().ok()
            })
            .max();
        assert!(rows.is_some_and(|row| row <= drawn.1), "{rows:?}");
    }
}

#[test]
fn where_the_cursor_stands_behind_a_character_says_how_wide_the_terminal_makes_it() {
    for (column, wide) in [(3, true), (2, false)] {
        let wire = Memory::new(80, 24, "xterm");
        let mut screen = Screen::enter(Box::new(wire.clone()), Charset::Utf8, Bidi::App).unwrap();
        screen.ask_width();
        screen.flush().unwrap();
        assert!(wire.take_sent().contains("·\x1b[?6n"));
        let event = screen.hear(Answer::Cursor(1, column)).unwrap();
        assert_eq!(
            (matches!(event, Some(Event::Measured)), crate::text::width("Да")),
            (wide, if wide { 4 } else { 2 })
        );
        Measure::default().set();
    }
}

#[test]
fn answers_that_nobody_asked_for_change_nothing_and_cost_nothing() {
    let wire = Memory::new(80, 24, "linux");
    let mut screen = Screen::enter(Box::new(wire.clone()), Charset::Utf8, Bidi::App).unwrap();
    for answer in [
        Answer::Background(9),
        Answer::Mode(69, 2),
        Answer::Order(2),
        Answer::Mode(2026, 1),
        Answer::Cursor(1, 1),
        Answer::Status,
    ] {
        for _ in 0..1000 {
            assert!(screen.hear(answer).unwrap().is_none(), "{answer:?}");
        }
    }
    assert_eq!(wire.take_sent(), "");
    assert!(!screen.synchronizes && !screen.skills.margins);
}

#[test]
fn a_terminal_that_answers_gets_its_own_way_of_ordering_back() {
    for (state, end) in [(None, true), (Some(1), true), (Some(0), true), (Some(2), false)] {
        let wire = Memory::new(80, 24, "xterm");
        let mut screen = Screen::enter(Box::new(wire.clone()), Charset::Utf8, Bidi::App).unwrap();
        screen.flush().unwrap();
        let sent = wire.take_sent();
        assert!(sent.find("\x1b[8$p") < sent.find("\x1b[8l"), "it is asked before it is told: {sent:?}");
        if let Some(state) = state {
            assert!(screen.hear(Answer::Order(state)).unwrap().is_none());
        }
        drop(screen);
        assert_eq!(wire.take_sent().contains("\x1b[8h"), end, "{state:?}");
    }
}

#[test]
fn orders_are_sent_once_however_often_they_are_given() {
    let wire = Memory::new(80, 24, "linux");
    let mut screen = Screen::enter(Box::new(wire.clone()), Charset::Utf8, Bidi::App).unwrap();
    let mut app = App::new(Settings::default(), builtin::sources());
    app.prepare(screen.size());
    screen.draw(&app).unwrap();
    wire.take_sent();
    for _ in 0..1000 {
        screen.listen_to_mouse(true);
        screen.clear();
        screen.listen_to_mouse(false);
        screen.clear();
        screen.listen_to_mouse(true);
    }
    screen.draw(&app).unwrap();
    let sent = wire.take_sent();
    assert_eq!((sent.matches("1000").count(), sent.matches("\x1b[2J").count()), (1, 1), "{sent:?}");
}
