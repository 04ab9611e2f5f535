//! Questions that the terminal was asked and has not answered yet.
//!
//! An answer that comes when the terminal belongs to the shell again is read by the shell as if it had been typed. Whoever
//! gives the terminal back therefore waits, for a moment, as long as something here is open. The questions of the
//! pace (`CSI 5 n`) are counted by `pace`, which needs their times for itself.

use super::input::Answer;
use std::time::{Duration, Instant};

/// A terminal that has not answered by then does not answer.
pub(super) const ANSWERED: Duration = Duration::from_secs(1);

/// What the answer to a question will be about.
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
    pub(super) fn ask(&mut self, question: Question, now: Instant) {
        // The same question asked once more has two answers, but nobody asks without end.
        self.open.retain(|(_, asked)| now.saturating_duration_since(*asked) < ANSWERED);
        self.open.push((question, now));
    }

    pub(super) fn hear(&mut self, answer: Answer) {
        if let Some(at) = self.open.iter().position(|(question, _)| question.is_answered_by(answer)) {
            self.open.remove(at);
        }
    }

    /// An answer may still come.
    pub(super) fn is_open(&self, now: Instant) -> bool {
        self.open.iter().any(|(_, asked)| now.saturating_duration_since(*asked) < ANSWERED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_question_is_open_until_its_own_answer_comes() {
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
    fn a_terminal_that_does_not_answer_is_not_waited_for() {
        let now = Instant::now();
        let mut questions = Questions::default();
        questions.ask(Question::Cursor, now);
        assert!(questions.is_open(now + ANSWERED / 2));
        assert!(!questions.is_open(now + ANSWERED));
    }
}
