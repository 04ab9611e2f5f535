//! Queries to the terminal that are not answered yet.
//!
//! An answer that arrives after the terminal was given back is read by the shell as if it had been typed.
//! Before giving it back the program therefore waits briefly while a query is open. The status queries (`CSI
//! 5 n`) that measure the round trip are counted in `pace`, which needs their times.

use super::input::Answer;
use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// A terminal that has not answered after this long does not answer at all, and is not waited for.
pub(super) const ANSWERED: Duration = Duration::from_secs(1);
/// How many queries are remembered. An answer may be late, but who asked so much before was not answered.
const MOST: usize = 16;

/// What was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Question {
    Background,
    Mode(u16),
    /// Whether the terminal orders letters (BDSM).
    Order,
    Cursor,
}

impl Question {
    fn is_answered_by(self, answer: Answer) -> bool {
        match answer {
            Answer::Background(_) => self == Self::Background,
            Answer::Mode(mode, _) => self == Self::Mode(mode),
            Answer::Order(_) => self == Self::Order,
            Answer::Cursor(..) => self == Self::Cursor,
            Answer::Status | Answer::Attributes => false,
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Open {
    question: Question,
    asked: Instant,
    /// The terminal has answered what it was asked after this.
    passed: bool,
}

#[derive(Debug, Default)]
pub(super) struct Questions {
    open: VecDeque<Open>,
}

impl Questions {
    /// Registers a query that is sent now.
    pub(super) fn ask(&mut self, question: Question, now: Instant) {
        // A query that is asked twice has two answers.
        if self.open.len() == MOST {
            self.open.pop_front();
        }
        self.open.push_back(Open { question, asked: now, passed: false });
    }

    /// Closes the query that is answered by `answer`, however late. Returns whether there is one: an answer
    /// that nobody asked for says nothing about the terminal.
    pub(super) fn hear(&mut self, answer: Answer) -> bool {
        let Some(at) = self.open.iter().position(|open| open.question.is_answered_by(answer)) else {
            return false;
        };
        // Most terminals pass over a query for a mode that is not one of DEC, and answer queries in order.
        if matches!(answer, Answer::Mode(..)) {
            let before = self.open.iter_mut().take(at);
            before.filter(|open| open.question == Question::Order).for_each(|open| open.passed = true);
        }
        self.open.remove(at).is_some()
    }

    /// Whether an answer may still come.
    pub(super) fn is_open(&self, now: Instant) -> bool {
        self.open.iter().any(|open| !open.passed && now.saturating_duration_since(open.asked) < ANSWERED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_open_until_its_own_answer_arrives() {
        let now = Instant::now();
        let mut questions = Questions::default();
        assert!(!questions.is_open(now));
        questions.ask(Question::Mode(69), now);
        questions.ask(Question::Mode(2026), now);
        assert!(questions.hear(Answer::Mode(2026, 2)));
        assert!(!questions.hear(Answer::Status));
        assert!(questions.is_open(now), "mode 69 was not answered");
        questions.hear(Answer::Mode(69, 0));
        assert!(!questions.is_open(now));
    }

    #[test]
    fn a_query_for_the_order_of_letters_is_not_awaited_once_a_later_one_is_answered() {
        let now = Instant::now();
        let mut questions = Questions::default();
        questions.ask(Question::Order, now);
        assert!(questions.is_open(now));
        questions.ask(Question::Mode(69), now);
        questions.hear(Answer::Mode(69, 0));
        assert!(!questions.is_open(now));
        assert!(questions.hear(Answer::Order(1)), "an answer after all is one");
    }

    #[test]
    fn a_query_without_an_answer_expires() {
        let now = Instant::now();
        let mut questions = Questions::default();
        questions.ask(Question::Cursor, now);
        assert!(questions.is_open(now + ANSWERED / 2));
        assert!(!questions.is_open(now + ANSWERED));
        assert!(questions.hear(Answer::Cursor(1, 1)), "a late answer is one");
    }

    #[test]
    fn an_answer_counts_once_for_each_query() {
        let now = Instant::now();
        let mut questions = Questions::default();
        assert!(!questions.hear(Answer::Mode(69, 2)));
        (0..1000).for_each(|_| questions.ask(Question::Mode(69), now));
        assert_eq!((0..1000).filter(|_| questions.hear(Answer::Mode(69, 2))).count(), MOST);
    }
}
