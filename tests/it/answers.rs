//! Answers of the terminal to queries reach the program and never the shell, however late they come.

use crate::conduct::shell;
use crate::pty::{Pty, sample};
use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// The program sends this query after every few frames, and every terminal answers it.
const QUESTION: &str = "\x1b[5n";
const ANSWER: &str = "\x1b[0n";
/// The delay of answers while keys are pressed.
const LATE: Duration = Duration::from_millis(120);

/// A terminal that answers queries after a delay.
struct Answering {
    pty: Pty,
    seen: usize,
    due: VecDeque<Instant>,
    after: Duration,
}

impl Answering {
    fn new(pty: Pty) -> Self {
        Self { pty, seen: 0, due: VecDeque::new(), after: Duration::ZERO }
    }

    /// Sends the answers that are due, and looks for new queries.
    fn go_on(&mut self) {
        let asked = self.pty.all().matches(QUESTION).count();
        for _ in self.seen..asked {
            self.due.push_back(Instant::now() + self.after);
        }
        self.seen = asked;
        while self.due.front().is_some_and(|due| *due <= Instant::now()) {
            self.due.pop_front();
            self.pty.press(ANSWER);
        }
        std::thread::sleep(Duration::from_millis(2));
    }

    fn go_on_until(&mut self, what: &str, holds: impl Fn(&Pty) -> bool) {
        let start = Instant::now();
        while !holds(&self.pty) {
            assert!(start.elapsed() < crate::pty::PATIENCE, "{what}; the screen is\n{}", self.pty.contents());
            self.go_on();
        }
    }

    fn go_on_for(&mut self, time: Duration) {
        let until = Instant::now() + time;
        while Instant::now() < until || !self.due.is_empty() {
            self.go_on();
        }
    }

    /// Starts the program with a terminal that answers at once, then scrolls while the answers are delayed.
    fn scroll(&mut self, line: &str) {
        self.pty.press(line);
        self.go_on_until("the text", |pty| pty.contents().contains("1 of 14"));
        // The program sends a second query only once the first is answered.
        for key in [" ", "b"].iter().cycle().take(40) {
            if self.seen > 1 {
                break;
            }
            self.pty.press(key);
            self.go_on_for(Duration::from_millis(40));
        }
        self.go_on_for(Duration::from_millis(200));
        let before = self.seen;
        self.after = LATE;
        for _ in 0..50 {
            self.pty.press("j");
            self.go_on();
        }
        self.go_on_until("a question", |pty| pty.all().matches(QUESTION).count() > before);
    }

    /// Waits for the shell and for the last answers, and asserts that the shell received none of them.
    fn assert_the_shell_heard_nothing(&mut self) {
        let at_shell = |pty: &Pty| pty.contents().lines().any(|line| line.starts_with("ready>"));
        self.go_on_until("the shell", |pty| at_shell(pty) && pty.all().contains("\x1b[?1049l"));
        self.go_on_for(LATE * 3);
        let contents = self.pty.contents();
        assert!(contents.trim_end().ends_with("ready>"), "{contents}");
    }
}

fn line() -> String {
    let file = sample("A_RES_95_12.en.txt");
    format!("'{}' '{}' --at 1\r", env!("CARGO_BIN_EXE_plenary"), file.display())
}

#[test]
fn late_answers_do_not_reach_the_shell_after_suspending() {
    let mut terminal = Answering::new(shell());
    terminal.pty.wait_for_text("ready>");
    terminal.scroll(&line());
    terminal.pty.press("\x1a");
    terminal.assert_the_shell_heard_nothing();
    // The program resumes where it was suspended.
    terminal.pty.press("fg\r");
    terminal.go_on_until("the text again", |pty| pty.contents().contains("A/RES/95/12"));
    terminal.pty.press("q");
    terminal.assert_the_shell_heard_nothing();
    terminal.pty.press("exit\r");
    terminal.pty.end();
    terminal.pty.assert_given_back();
}

#[test]
fn late_answers_do_not_reach_the_shell_after_quitting() {
    let mut terminal = Answering::new(shell());
    terminal.pty.wait_for_text("ready>");
    terminal.scroll(&line());
    terminal.pty.press("q");
    terminal.assert_the_shell_heard_nothing();
    terminal.pty.press("exit\r");
    terminal.pty.end();
}
