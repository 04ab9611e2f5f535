//! The library beside the event loop: one thread has it open and answers, the newest question for each purpose first come.
//!
//! It begins with the first question, and sleeps while there is none. The line mode and the tests are answered on the spot.

use super::inbox::{Lane, Post};
use super::message::Message;
use super::work::Work;
use crate::app::event::{Event, Outcome};
use crate::app::ticket::Ticket;
use crate::library::enquiry::{Enquiry, Purpose, Reply};
use crate::library::{Door, Home, Librarian};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Where questions are handed in.
#[derive(Default)]
pub(super) struct Counter {
    /// Whoever answers, until there is a thread for that.
    librarian: Option<Librarian>,
    questions: Option<Arc<Questions>>,
}

impl Counter {
    pub(super) fn new(home: Home, door: Door) -> Self {
        Self { librarian: Some(Librarian::new(home, door)), questions: None }
    }

    pub(super) fn ask(&mut self, ticket: Ticket, purpose: Purpose, enquiry: Enquiry, work: &mut Work) {
        let question = Question { ticket, purpose, enquiry };
        let Work::Threads(to) = work else {
            if let (Work::AtOnce(done), Some(librarian)) = (work, &mut self.librarian) {
                done.push_back(question.answered(librarian));
            }
            return;
        };
        let questions = Arc::clone(self.questions.get_or_insert_default());
        questions.put(question);
        if let Some(librarian) = self.librarian.take() {
            let to = to.clone();
            // The system has no thread left: the question is not answered, as if there were no library.
            drop(
                thread::Builder::new()
                    .name("library".into())
                    .spawn(move || answer_all(&questions, librarian, &to)),
            );
        }
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        if let Some(questions) = &self.questions {
            questions.close();
        }
    }
}

struct Question {
    ticket: Ticket,
    purpose: Purpose,
    enquiry: Enquiry,
}

impl Question {
    fn answered(self, librarian: &mut Librarian) -> Event {
        let reply = catch_unwind(AssertUnwindSafe(|| librarian.answer(&self.enquiry)));
        let reply = reply.unwrap_or_else(|_| Reply::Failed("the library could not be searched".to_owned()));
        Event::Done(self.ticket, Outcome::Answered(self.purpose, Box::new(reply)))
    }
}

fn answer_all(questions: &Questions, mut librarian: Librarian, to: &Post<Message>) {
    while let Some(question) = questions.take() {
        if question.ticket.is_awaited() {
            let told = to.send(Lane::Work, Message::Event(question.answered(&mut librarian)));
            if !told {
                return;
            }
        }
    }
}

/// The questions that wait: at most one for each purpose.
#[derive(Default)]
struct Questions {
    waiting: Mutex<Waiting>,
    came: Condvar,
}

#[derive(Default)]
struct Waiting {
    questions: Vec<Question>,
    closed: bool,
}

impl Questions {
    /// A panic while the lock was held has left nothing half done.
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, question: Question) {
        let mut waiting = self.lock();
        waiting.questions.retain(|other| other.purpose != question.purpose);
        waiting.questions.push(question);
        self.came.notify_one();
    }

    fn close(&self) {
        self.lock().closed = true;
        self.came.notify_one();
    }

    /// The question that has waited longest; `None` once no more will come.
    fn take(&self) -> Option<Question> {
        let mut waiting = self.lock();
        loop {
            if waiting.closed {
                return None;
            }
            if !waiting.questions.is_empty() {
                return Some(waiting.questions.remove(0));
            }
            waiting = self.came.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
    }
}
