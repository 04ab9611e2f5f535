//! Flow control: no further frame is sent until the terminal has caught up.
//!
//! Only the terminal knows how far it has come, since what the pseudo-terminal accepted may still be on its
//! way over a slow link. So a status query (`CSI 5 n`) is sent after every few frames; everything sent since
//! the last answered query counts as under way. How much may be under way (the window) follows from how fast
//! the answers came.

use super::questions::ANSWERED;
use crate::ui::Link;
use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// The status query (DSR), which every terminal since the VT100 answers.
pub(super) const QUESTION: &[u8] = b"\x1b[5n";

/// How many bytes are sent between two queries, so that the queries cost little beside them.
const ASK: usize = 320;
/// The smallest window in bytes: half a second on the slowest link, of 9600 baud.
const LEAST: usize = 500;
/// The largest window in bytes.
const MOST: usize = 1 << 20;
/// The window is what the link carries in this time.
const AHEAD: Duration = Duration::from_millis(400);
/// A link with a smaller window than this many bytes is slow: it carries less than five kilobytes a second.
const SLOW: usize = 2048;
/// The longest round trip that is put down to distance; a longer one is put down to a slow link.
const FAR: Duration = Duration::from_millis(400);
/// A terminal is near where it has answered within this time: what is drawn for so long is hardly seen.
const NEAR: Duration = Duration::from_millis(40);
/// The precision of clocks and schedulers.
const NOISE: Duration = Duration::from_millis(4);
/// An answer is late when it takes longer than this many times the last round trip, plus this time.
const LATE: (u32, Duration) = (4, Duration::from_millis(20));
/// A terminal that has not answered after this long, plus twice the last round trip, is taken not to answer
/// at all.
const PATIENCE: Duration = Duration::from_secs(5);

/// A query that is not answered yet.
#[derive(Debug)]
struct Asked {
    at: Instant,
    /// Bytes sent since the query before this one.
    bytes: usize,
    /// Bytes under way when this query was sent, `bytes` included.
    ahead: usize,
}

#[derive(Debug)]
pub(super) struct Pace {
    /// The terminal has answered. Until then no frame is held back.
    answers: bool,
    asked: VecDeque<Asked>,
    /// Bytes sent since the last query.
    unasked: usize,
    /// How many bytes may be under way.
    window: usize,
    /// The last round trip.
    took: Duration,
    /// The shortest round trip: the delay of the link itself, with hardly any bytes under way.
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

    /// Records that a frame of this many bytes is sent, and whether its answer is `wanted`. Returns whether a query is
    /// to follow it.
    pub(super) fn sent(&mut self, bytes: usize, wanted: bool, now: Instant) -> bool {
        self.unasked += bytes;
        // Until the first answer a single query is enough.
        let asks = (wanted || self.unasked >= ASK) && (self.answers || self.asked.is_empty());
        if asks {
            let ahead = self.under_way();
            self.asked.push_back(Asked { at: now, bytes: std::mem::take(&mut self.unasked), ahead });
        }
        asks
    }

    /// The terminal has answered the oldest query.
    pub(super) fn answered(&mut self, now: Instant) {
        let Some(first) = self.asked.pop_front() else { return };
        self.answers = true;
        self.took = now.saturating_duration_since(first.at);
        self.delay = self.delay.min(self.took);
        let taken = self.took.saturating_sub(self.delay + NOISE).as_micros().max(1);
        let window = first.ahead as u128 * AHEAD.as_micros() / taken;
        self.window = usize::try_from(window).unwrap_or(MOST).clamp(LEAST, MOST);
    }

    /// What is known of the link.
    pub(super) fn link(&self) -> Link {
        match self.answers {
            true if self.window < SLOW => Link::Slow,
            true if self.delay < NEAR => Link::Near,
            _ => Link::Unknown,
        }
    }

    /// Whether all queries are answered, and the last one hardly later than the fastest.
    pub(super) fn keeps_up(&self) -> bool {
        self.answers && self.asked.is_empty() && self.took < self.delay + NEAR / 2
    }

    fn under_way(&self) -> usize {
        self.asked.iter().map(|asked| asked.bytes).sum::<usize>() + self.unasked
    }

    /// Whether another frame may be sent.
    pub(super) fn is_clear(&self, now: Instant) -> bool {
        let Some(first) = self.asked.front().filter(|_| self.answers) else { return true };
        let late = now.saturating_duration_since(first.at) > self.took * LATE.0 + LATE.1;
        !late && self.under_way() < self.window
    }

    /// How long to go on waiting for an answer; `None` where a frame may be sent at once.
    pub(super) fn patience(&self, now: Instant) -> Option<Duration> {
        let first = self.asked.front().filter(|_| !self.is_clear(now))?;
        Some((PATIENCE + self.took * 2).saturating_sub(now.saturating_duration_since(first.at)))
    }

    /// How long an answer that is under way may still take; `None` where none is.
    pub(super) fn due(&self) -> Option<Duration> {
        (self.answers && !self.asked.is_empty()).then_some(self.took * 2)
    }

    /// Whether an answer may still come. A terminal that has never answered is not waited for longer than
    /// other queries are.
    pub(super) fn is_asked(&self, now: Instant) -> bool {
        let recent = |asked: &Asked| now.saturating_duration_since(asked.at) < ANSWERED;
        self.asked.front().is_some_and(|first| self.answers || recent(first))
    }

    /// No answer came in time: everything sent counts as received, and no frame is held back until an answer
    /// comes.
    pub(super) fn give_up(&mut self) {
        self.answers = false;
        // The unanswered query stays, so that no further ones are sent.
        self.asked.truncate(1);
        self.unasked = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: Duration = Duration::from_millis(1);

    /// A simulated key repeat: how many of 50 frames of `bytes` bytes, at 30 a second, are sent over a link
    /// of `rate` bytes a second; and how long after the last key the link has carried all of them.
    fn held_key(bytes: u32, rate: u32, delay: Duration) -> (usize, Duration) {
        let start = Instant::now();
        let mut pace = Pace::new();
        pace.sent(ASK, false, start);
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
                if pace.sent(bytes as usize, false, now) {
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
    fn a_slow_link_lags_by_hardly_more_than_a_second() {
        for bytes in [80, 200, 700, 2000] {
            let (frames, lag) = held_key(bytes, 960, MS);
            let one = Duration::from_secs(1) * bytes / 960;
            assert!(frames < 50, "{frames} frames of {bytes}");
            assert!(lag < Duration::from_millis(1500) + one, "{lag:?} for frames of {bytes}");
        }
    }

    #[test]
    fn a_link_is_slow_by_its_rate_and_not_by_its_delay() {
        let start = Instant::now();
        for (took, link) in [(MS, Link::Near), (MS * 300, Link::Unknown), (MS * 1000, Link::Slow)] {
            let mut pace = Pace::new();
            pace.sent(ASK, false, start);
            assert_eq!(pace.link(), Link::Unknown);
            pace.answered(start + took);
            pace.sent(ASK, false, start);
            pace.answered(start + took);
            assert_eq!(pace.link(), link, "{took:?}");
        }
    }

    #[test]
    fn a_link_keeps_up_while_it_answers_as_fast_as_it_did() {
        let start = Instant::now();
        let mut pace = Pace::new();
        assert!(pace.sent(ASK, false, start) && !pace.keeps_up());
        pace.answered(start + MS);
        assert!(pace.keeps_up());
        assert!(pace.sent(80, true, start), "an answer that is wanted is asked for");
        assert!(!pace.keeps_up(), "it is still to come");
        pace.answered(start + MS * 90);
        assert!(!pace.keeps_up(), "it has come late");
    }

    #[test]
    fn a_fast_link_gets_every_frame_even_with_a_long_delay() {
        assert_eq!(held_key(80, 1_000_000, MS * 300).0, 50);
        assert_eq!(held_key(2000, 1_000_000, MS).0, 50);
    }

    #[test]
    fn the_window_grows_on_a_fast_link_with_a_long_delay() {
        let frames = held_key(2000, 1_000_000, MS * 300).0;
        assert!(frames > 15, "{frames}");
    }

    #[test]
    fn without_answers_no_frame_is_held_back() {
        let now = Instant::now();
        let mut pace = Pace::new();
        assert!(pace.sent(ASK, false, now));
        assert!(!pace.sent(9000, false, now), "one question is enough");
        assert!(pace.is_clear(now));
        pace.answered(now + MS * 2000);
        assert!(pace.is_clear(now));
        assert!(pace.sent(9000, false, now));
        assert!(!pace.is_clear(now + MS * 9000));
        assert_eq!(pace.patience(now + PATIENCE), Some(MS * 4000));
        pace.give_up();
        assert!(pace.is_clear(now) && pace.patience(now).is_none());
        assert!(!pace.sent(9000, false, now), "it is not asked again");
        pace.answered(now + PATIENCE);
        assert!(pace.sent(9000, false, now), "but if it answers after all");
    }
}
