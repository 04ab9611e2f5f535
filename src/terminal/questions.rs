//! Queries to the terminal that are not answered yet.
//!
//! An answer that arrives after the terminal was given back is read by the shell as if it had been typed.
//! Before giving it back the program therefore waits briefly while a query is open. The status queries (`CSI
//! 5 n`) that measure the round trip are counted in `pace`, which needs their times.

use super::input::Answer;
use std::time::{Duration, Instant};

/// A terminal that has not answered after this long does not answer at all.
pub(super) const ANSWERED: Duration = Duration::from_secs(1);

/// What was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Question {
    Background,
    Mode(u16),
    Cursor,
}

impl Question {
    fn is_answered_by(self, answer: Answer) -> bool {
        match answer {
            Answer::Background(_) => self == Self::Background,
            Answer::Mode(mode, _) => self == Self::Mode(mode),
            Answer::Cursor(..) => self == Self::Cursor,
            Answer::Status | Answer::Attributes => false,
        }
    }
}

#[derive(Debug, Default)]
pub(super) struct Questions {
    open: Vec<(Question, Instant)>,
}

impl Questions {
    /// Registers a query that is sent now.
    pub(super) fn ask(&mut self, question: Question, now: Instant) {
        // A query that is asked twice has two answers. Dropping the expired ones keeps the list short.
        self.open.retain(|(_, asked)| now.saturating_duration_since(*asked) < ANSWERED);
        self.open.push((question, now));
    }

    /// Closes the query that is answered by `answer`; one that was not asked for is ignored.
    pub(super) fn hear(&mut self, answer: Answer) {
        if let Some(at) = self.open.iter().position(|(question, _)| question.is_answered_by(answer)) {
            self.open.remove(at);
        }
    }

    /// Whether an answer may still come.
    pub(super) fn is_open(&self, now: Instant) -> bool {
        self.open.iter().any(|(_, asked)| now.saturating_duration_since(*asked) < ANSWERED)
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
        questions.hear(Answer::Mode(2026, 2));
        questions.hear(Answer::Status);
        assert!(questions.is_open(now), "mode 69 was not answered");
        questions.hear(Answer::Mode(69, 0));
        assert!(!questions.is_open(now));
    }

    #[test]
    fn a_query_without_an_answer_expires() {
        let now = Instant::now();
        let mut questions = Questions::default();
        questions.ask(Question::Cursor, now);
        assert!(questions.is_open(now + ANSWERED / 2));
        assert!(!questions.is_open(now + ANSWERED));
    }
}
