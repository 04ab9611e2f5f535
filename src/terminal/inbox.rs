//! The way of messages to an event loop. Whoever sends more than the loop handles waits, so that memory stays
//! the same whatever comes: the keys of a flood stay in the terminal's own buffer, which then fills.
//!
//! Calls (signals, a terminal that has gone) overtake everything, never wait, and are kept once each. Input
//! and the results of slow work have a lane each, and take turns.

use std::collections::VecDeque;
use std::mem::discriminant;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How many messages a lane holds before its senders wait.
pub(super) const ROOM: usize = 64;

/// Where a message comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lane {
    /// From the user: keys, pasted text, the mouse, answers of the terminal, lines.
    Input,
    /// From slow work.
    Work,
}

/// The end of the loop.
#[derive(Debug)]
pub(super) struct Inbox<T>(Arc<Shared<T>>);

/// The end of those who send.
#[derive(Debug)]
pub(super) struct Post<T>(Arc<Shared<T>>);

#[derive(Debug)]
struct Shared<T> {
    waiting: Mutex<Waiting<T>>,
    /// Something has come.
    came: Condvar,
    /// Something was taken, or nothing is taken any more.
    taken: Condvar,
}

#[derive(Debug)]
struct Waiting<T> {
    calls: VecDeque<T>,
    input: VecDeque<T>,
    work: VecDeque<T>,
    /// The lane whose turn it is.
    turn: Lane,
    /// How many senders wait for room.
    blocked: usize,
    /// The inbox is gone.
    closed: bool,
}

impl<T> Waiting<T> {
    fn lane(&mut self, lane: Lane) -> &mut VecDeque<T> {
        match lane {
            Lane::Input => &mut self.input,
            Lane::Work => &mut self.work,
        }
    }

    fn take(&mut self) -> Option<T> {
        if let Some(call) = self.calls.pop_front() {
            return Some(call);
        }
        let turn = match self.turn {
            Lane::Input => [Lane::Input, Lane::Work],
            Lane::Work => [Lane::Work, Lane::Input],
        };
        let taken = turn.into_iter().find_map(|lane| Some((lane, self.lane(lane).pop_front()?)));
        let (lane, message) = taken?;
        self.turn = if lane == Lane::Input { Lane::Work } else { Lane::Input };
        Some(message)
    }
}

impl<T> Shared<T> {
    /// A panic while the lock was held has left nothing half done.
    fn lock(&self) -> MutexGuard<'_, Waiting<T>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets senders go on after something was taken.
    fn make_room(&self, waiting: &Waiting<T>) {
        if waiting.blocked > 0 {
            self.taken.notify_all();
        }
    }

    /// What `take` takes, once it takes something; `None` where that is not before `until`.
    fn wait<R>(&self, until: Option<Instant>, take: impl Fn(&mut Waiting<T>) -> Option<R>) -> Option<R> {
        let mut waiting = self.lock();
        loop {
            if let Some(taken) = take(&mut waiting) {
                self.make_room(&waiting);
                return Some(taken);
            }
            waiting = match until.map(|until| until.saturating_duration_since(Instant::now())) {
                None => self.came.wait(waiting).unwrap_or_else(PoisonError::into_inner),
                Some(Duration::ZERO) => return None,
                Some(left) => self.came.wait_timeout(waiting, left).unwrap_or_else(PoisonError::into_inner).0,
            };
        }
    }
}

impl<T> Inbox<T> {
    pub(super) fn new() -> Self {
        let waiting = Waiting {
            calls: VecDeque::new(),
            input: VecDeque::new(),
            work: VecDeque::new(),
            turn: Lane::Input,
            blocked: 0,
            closed: false,
        };
        Self(Arc::new(Shared { waiting: Mutex::new(waiting), came: Condvar::new(), taken: Condvar::new() }))
    }

    /// An end for somebody who sends.
    pub(super) fn post(&self) -> Post<T> {
        Post(Arc::clone(&self.0))
    }

    /// The next message. Waits for it until `until`, or for ever where that is `None`.
    pub(super) fn wait(&self, until: Option<Instant>) -> Option<T> {
        self.0.wait(until, Waiting::take)
    }

    /// The next message that has come already.
    pub(super) fn next(&self) -> Option<T> {
        let mut waiting = self.0.lock();
        waiting.take().inspect(|_| self.0.make_room(&waiting))
    }

    /// The next message of the user that comes before `until`; all others stay where they are. `None` at once
    /// where a call is waiting that `ends` this.
    pub(super) fn input(&self, until: Instant, ends: impl Fn(&T) -> bool) -> Option<T> {
        let input = |waiting: &mut Waiting<T>| {
            if waiting.calls.iter().any(&ends) {
                return Some(None);
            }
            waiting.lane(Lane::Input).pop_front().map(Some)
        };
        self.0.wait(Some(until), input).flatten()
    }

    /// Whether the user has sent more.
    pub(super) fn has_input(&self) -> bool {
        !self.0.lock().input.is_empty()
    }

    /// Whether such a call is waiting.
    pub(super) fn is_called(&self, is: impl Fn(&T) -> bool) -> bool {
        self.0.lock().calls.iter().any(is)
    }

    /// Takes back a call that is waiting. Returns whether there was one.
    pub(super) fn withdraw(&self, is: impl Fn(&T) -> bool) -> bool {
        let mut waiting = self.0.lock();
        let before = waiting.calls.len();
        waiting.calls.retain(|call| !is(call));
        waiting.calls.len() < before
    }
}

impl<T> Drop for Inbox<T> {
    fn drop(&mut self) {
        let mut waiting = self.0.lock();
        waiting.closed = true;
        waiting.calls.clear();
        waiting.input.clear();
        waiting.work.clear();
        self.0.taken.notify_all();
    }
}

impl<T> Clone for Post<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Post<T> {
    /// Sends a message that overtakes all others. Where one of its kind is waiting already, that one stands
    /// for both.
    pub(super) fn call(&self, message: T) {
        let mut waiting = self.0.lock();
        let known = waiting.calls.iter().any(|call| discriminant(call) == discriminant(&message));
        if !known && !waiting.closed {
            waiting.calls.push_back(message);
            // Who is woken finds the lock free.
            drop(waiting);
            self.0.came.notify_one();
        }
    }

    /// Sends a message. Waits while its lane is full, so never to be called by the loop itself. Returns `false`
    /// where the inbox is gone.
    pub(super) fn send(&self, lane: Lane, message: T) -> bool {
        let mut waiting = self.0.lock();
        while !waiting.closed && waiting.lane(lane).len() >= ROOM {
            waiting.blocked += 1;
            waiting = self.0.taken.wait(waiting).unwrap_or_else(PoisonError::into_inner);
            waiting.blocked -= 1;
        }
        if waiting.closed {
            return false;
        }
        waiting.lane(lane).push_back(message);
        drop(waiting);
        self.0.came.notify_one();
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[derive(Debug, PartialEq)]
    enum Sent {
        Number(usize),
        Signal(i32),
        Resized,
    }

    #[test]
    fn a_sender_waits_while_its_lane_is_full() {
        let inbox = Inbox::new();
        let posts = [inbox.post(), inbox.post()];
        let [keys, results] = posts;
        let flood = thread::spawn(move || (0..ROOM * 3).all(|at| keys.send(Lane::Input, Sent::Number(at))));
        while inbox.0.lock().input.len() < ROOM {
            thread::yield_now();
        }
        assert!(results.send(Lane::Work, Sent::Resized), "the other lane has room");
        let mut numbers = Vec::new();
        while numbers.len() < ROOM * 3 {
            if let Some(Sent::Number(at)) = inbox.wait(None) {
                numbers.push(at);
            }
            assert!(inbox.0.lock().input.len() <= ROOM);
        }
        assert_eq!(numbers, (0..ROOM * 3).collect::<Vec<_>>(), "nothing is lost, and the order is kept");
        assert!(flood.join().unwrap());
    }

    #[test]
    fn a_sender_that_waits_is_let_go_when_the_inbox_is_gone() {
        let inbox = Inbox::new();
        let post = inbox.post();
        let flood = thread::spawn(move || {
            (0..ROOM * 9).take_while(|at| post.send(Lane::Work, Sent::Number(*at))).count()
        });
        while inbox.0.lock().work.len() < ROOM {
            thread::yield_now();
        }
        drop(inbox);
        assert_eq!(flood.join().unwrap(), ROOM);
    }

    #[test]
    fn a_call_overtakes_and_a_thousand_of_a_kind_are_one() {
        let inbox = Inbox::new();
        let post = inbox.post();
        post.send(Lane::Input, Sent::Number(1));
        for signal in 0..1000 {
            post.call(Sent::Signal(signal));
            post.call(Sent::Resized);
        }
        let taken: Vec<Sent> = std::iter::from_fn(|| inbox.next()).collect();
        assert_eq!(taken, [Sent::Signal(0), Sent::Resized, Sent::Number(1)]);
    }

    #[test]
    fn lanes_take_turns() {
        let inbox = Inbox::new();
        let post = inbox.post();
        assert!((0..3).all(|at| post.send(Lane::Input, Sent::Number(at))));
        assert!((10..12).all(|at| post.send(Lane::Work, Sent::Number(at))));
        let taken: Vec<Sent> = std::iter::from_fn(|| inbox.next()).collect();
        assert_eq!(taken, [0, 10, 1, 11, 2].map(Sent::Number));
    }

    #[test]
    fn while_only_input_is_awaited_all_else_stays() {
        let inbox = Inbox::new();
        let post = inbox.post();
        post.send(Lane::Work, Sent::Number(10));
        post.send(Lane::Input, Sent::Number(1));
        post.call(Sent::Resized);
        let until = Instant::now();
        let is_signal = |sent: &Sent| matches!(sent, Sent::Signal(_));
        assert_eq!(inbox.input(until, is_signal), Some(Sent::Number(1)));
        assert_eq!(inbox.input(until, is_signal), None);
        post.send(Lane::Input, Sent::Number(2));
        post.call(Sent::Signal(15));
        assert_eq!(inbox.input(until, is_signal), None, "the signal ends it");
        assert!(inbox.withdraw(|sent| *sent == Sent::Resized));
        let taken: Vec<Sent> = std::iter::from_fn(|| inbox.next()).collect();
        assert_eq!(taken, [Sent::Signal(15), Sent::Number(2), Sent::Number(10)].map(|sent| sent));
    }
}
