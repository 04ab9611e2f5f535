//! Frames at the pace of the link: as long as the terminal has not caught up, no other frame is sent.
//!
//! How far it has come only the terminal knows: what a pseudo-terminal has handed on may still be on its way over a slow
//! line. So it is asked (`CSI 5 n`) behind every few frames, and what was sent since the last question that it
//! answered is what is under way. How much that may be follows from how fast it answered before.

use super::questions::ANSWERED;
use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// The question that every terminal since the VT100 answers.
pub(super) const QUESTION: &[u8] = b"\x1b[5n";

/// Bytes sent before it is asked again: the question costs little beside them.
const ASK: usize = 320;
/// So much may be under way in any case: half a second of the slowest line.
const LEAST: usize = 500;
const MOST: usize = 1 << 20;
/// What may be under way is what the line takes in this time.
const AHEAD: Duration = Duration::from_millis(400);
/// A line that takes less in that time is slow: five kilobytes a second.
const SLOW: usize = 2048;
/// How long an answer may take on a line that is free, at most; what takes longer is a slow line.
const FAR: Duration = Duration::from_millis(400);
/// Clocks and schedulers are no more exact than this.
const NOISE: Duration = Duration::from_millis(4);
/// An answer is late when it takes so much longer than the last one, and this.
const LATE: (u32, Duration) = (4, Duration::from_millis(20));
/// A terminal that has not answered by then, and twice the time of the last answer, does not answer any more.
const PATIENCE: Duration = Duration::from_secs(5);

/// A question.
#[derive(Debug)]
struct Asked {
    at: Instant,
    /// Sent since the one before.
    bytes: usize,
    /// Under way when it was asked.
    ahead: usize,
}

#[derive(Debug)]
pub(super) struct Pace {
    /// It has answered; before that nothing is held back.
    answers: bool,
    asked: VecDeque<Asked>,
    /// Sent since the last question.
    unasked: usize,
    window: usize,
    /// How long the last answer took.
    took: Duration,
    /// How long the fastest took: there and back, with hardly anything before it.
    delay: Duration,
}

impl Pace {
    pub(super) fn new() -> Self {
        Self {
            answers: false,
            asked: VecDeque::new(),
            unasked: 0,
            window: LEAST,
            took: Duration::ZERO,
            delay: FAR,
        }
    }

    /// A frame of so many bytes is sent. Whether the question is to follow it.
    pub(super) fn sent(&mut self, bytes: usize, now: Instant) -> bool {
        self.unasked += bytes;
        // Until the first answer one question is enough.
        let asks = self.unasked >= ASK && (self.answers || self.asked.is_empty());
        if asks {
            let ahead = self.under_way();
            self.asked.push_back(Asked { at: now, bytes: std::mem::take(&mut self.unasked), ahead });
        }
        asks
    }

    /// The terminal has come as far as the oldest question.
    pub(super) fn answered(&mut self, now: Instant) {
        let Some(first) = self.asked.pop_front() else { return };
        self.answers = true;
        self.took = now.saturating_duration_since(first.at);
        self.delay = self.delay.min(self.took);
        let taken = self.took.saturating_sub(self.delay + NOISE).as_micros().max(1);
        let window = first.ahead as u128 * AHEAD.as_micros() / taken;
        self.window = usize::try_from(window).unwrap_or(MOST).clamp(LEAST, MOST);
    }

    /// The line is known to be slow.
    pub(super) fn is_slow(&self) -> bool {
        self.answers && self.window < SLOW
    }

    fn under_way(&self) -> usize {
        self.asked.iter().map(|asked| asked.bytes).sum::<usize>() + self.unasked
    }

    /// Another frame may be sent.
    pub(super) fn is_clear(&self, now: Instant) -> bool {
        let Some(first) = self.asked.front().filter(|_| self.answers) else { return true };
        let late = now.saturating_duration_since(first.at) > self.took * LATE.0 + LATE.1;
        !late && self.under_way() < self.window
    }

    /// How long to wait for an answer at most, where one is waited for.
    pub(super) fn patience(&self, now: Instant) -> Option<Duration> {
        let first = self.asked.front().filter(|_| !self.is_clear(now))?;
        Some((PATIENCE + self.took * 2).saturating_sub(now.saturating_duration_since(first.at)))
    }

    /// How long the answer that is under way may still take, where one is.
    pub(super) fn due(&self) -> Option<Duration> {
        (self.answers && !self.asked.is_empty()).then_some(self.took * 2)
    }

    /// An answer may still come. A terminal that never has answered is not waited for longer than for other answers.
    pub(super) fn is_asked(&self, now: Instant) -> bool {
        let recent = |asked: &Asked| now.saturating_duration_since(asked.at) < ANSWERED;
        self.asked.front().is_some_and(|first| self.answers || recent(first))
    }

    /// It did not answer in time: what was sent is taken to have come, and nothing is held back until it answers.
    pub(super) fn give_up(&mut self) {
        self.answers = false;
        // A question without an answer stays, so that no more are asked.
        self.asked.truncate(1);
        self.unasked = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: Duration = Duration::from_millis(1);

    /// How many of 50 frames of `bytes` a link of so many bytes a second is sent at 30 a second, and the time after the
    /// last until it has taken all in.
    fn held_key(bytes: u32, rate: u32, delay: Duration) -> (usize, Duration) {
        let start = Instant::now();
        let mut pace = Pace::new();
        pace.sent(ASK, start);
        pace.answered(start + delay + MS);
        let (mut answers, mut line_free, mut frames, mut owed) = (VecDeque::new(), start, 0, false);
        let mut now = start;
        let last_key = start + MS * 33 * 49;
        let mut next_key = start;
        loop {
            while answers.front().is_some_and(|at| *at <= now) {
                answers.pop_front();
                pace.answered(now);
            }
            if next_key <= last_key && next_key <= now {
                next_key += MS * 33;
                owed = true;
            }
            if owed && pace.is_clear(now) {
                owed = false;
                frames += 1;
                line_free = line_free.max(now) + Duration::from_secs(1) * bytes / rate;
                if pace.sent(bytes as usize, now) {
                    answers.push_back(line_free + delay);
                }
            }
            if now > last_key && !owed && answers.is_empty() {
                return (frames, line_free.saturating_duration_since(last_key));
            }
            now += MS;
        }
    }

    #[test]
    fn a_slow_line_never_has_more_than_a_second_before_it() {
        for bytes in [80, 200, 700, 2000] {
            let (frames, lag) = held_key(bytes, 960, MS);
            let one = Duration::from_secs(1) * bytes / 960;
            assert!(frames < 50, "{frames} frames of {bytes}");
            assert!(lag < Duration::from_millis(1500) + one, "{lag:?} for frames of {bytes}");
        }
    }

    #[test]
    fn a_line_is_slow_by_what_it_takes_in_and_not_by_how_far_it_goes() {
        let start = Instant::now();
        for (took, slow) in [(MS, false), (MS * 300, false), (MS * 1000, true)] {
            let mut pace = Pace::new();
            pace.sent(ASK, start);
            assert!(!pace.is_slow(), "nothing is known");
            pace.answered(start + took);
            pace.sent(ASK, start);
            pace.answered(start + took);
            assert_eq!(pace.is_slow(), slow, "{took:?}");
        }
    }

    #[test]
    fn a_fast_line_is_sent_every_frame_even_where_it_is_far_away() {
        assert_eq!(held_key(80, 1_000_000, MS * 300).0, 50);
        assert_eq!(held_key(2000, 1_000_000, MS).0, 50);
    }

    #[test]
    fn a_line_that_is_far_away_is_trusted_with_more_and_more() {
        let frames = held_key(2000, 1_000_000, MS * 300).0;
        assert!(frames > 15, "{frames}");
    }

    #[test]
    fn without_an_answer_nothing_is_held_back() {
        let now = Instant::now();
        let mut pace = Pace::new();
        assert!(pace.sent(ASK, now));
        assert!(!pace.sent(9000, now), "one question is enough");
        assert!(pace.is_clear(now));
        pace.answered(now + MS * 2000);
        assert!(pace.is_clear(now));
        assert!(pace.sent(9000, now));
        assert!(!pace.is_clear(now + MS * 9000));
        assert_eq!(pace.patience(now + PATIENCE), Some(MS * 4000));
        pace.give_up();
        assert!(pace.is_clear(now) && pace.patience(now).is_none());
        assert!(!pace.sent(9000, now), "it is not asked again");
        pace.answered(now + PATIENCE);
        assert!(pace.sent(9000, now), "but if it answers after all");
    }
}
