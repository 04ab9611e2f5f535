//! Slow work: reading, parsing, indexing, and checking whether a file has changed. The results are events for
//! the machine.

use super::message::Message;
use crate::app::event::{Event, Outcome, Ticket};
use crate::app::shelf::Card;
use crate::document::Document;
use crate::library::{ReadOptions, Source};
use crate::lookup::jump::Index;
use crate::messages::Messages;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// How many bytes of a document are read to learn its symbol and title.
const HEAD: usize = 1 << 15;
/// While a paged document is read, its beginning is shown again at each of these numbers of pages.
const STAGES: [u32; 3] = [2, 24, 240];
/// The shortest time between two reports of progress.
const TELL: Duration = Duration::from_millis(250);

/// When a file was last modified and its length in bytes. `None` where that cannot be told.
pub(super) type Stamp = Option<(SystemTime, u64)>;

/// The stamp of a file as it is now.
pub(super) fn stamp(path: &Path) -> Stamp {
    let about = std::fs::metadata(path).ok()?;
    Some((about.modified().ok()?, about.len()))
}

/// Where work runs.
pub(super) enum Work {
    /// Each job on a thread of its own, which sends its results to the channel.
    Threads(Sender<Message>),
    /// At once, on the calling thread; the results are queued. For the line mode and tests.
    AtOnce(VecDeque<Event>),
}

impl Work {
    /// Work on the calling thread.
    pub(super) fn at_once() -> Self {
        Self::AtOnce(VecDeque::new())
    }

    /// The next result of work that ran at once; always `None` with threads, whose results come by the
    /// channel.
    pub(super) fn done(&mut self) -> Option<Event> {
        match self {
            Self::Threads(_) => None,
            Self::AtOnce(done) => done.pop_front(),
        }
    }

    /// Runs `work`, which reports its results through the function it is given. If it panics, `failed` is
    /// reported.
    fn run(&mut self, work: impl FnOnce(&dyn Fn(Event)) + Send + 'static, failed: Option<Event>) {
        let run = move |tell: &dyn Fn(Event)| {
            if catch_unwind(AssertUnwindSafe(|| work(tell))).is_err() {
                failed.into_iter().for_each(tell);
            }
        };
        match self {
            Self::Threads(to) => {
                let to = to.clone();
                let run = move || run(&|event| drop(to.send(Message::Event(event))));
                if thread::Builder::new().name("work".into()).spawn(run).is_err() {
                    // The system has no thread left: the session goes on without the result.
                }
            }
            Self::AtOnce(done) => {
                let told = RefCell::new(done);
                run(&|event| told.borrow_mut().push_back(event));
            }
        }
    }

    /// Reads a document; where there are threads, its first pages are told of in stages.
    pub(super) fn load(&mut self, ticket: Ticket, source: Source, options: ReadOptions) {
        let failed = failed(&source);
        let stages: &[u32] = if matches!(self, Self::Threads(_)) { &STAGES } else { &[] };
        let work = move |tell: &dyn Fn(Event)| {
            let tell = |outcome| tell(Event::Done(ticket, outcome));
            let begun = |document, read, of| {
                tell(Outcome::Begun(document));
                tell(Outcome::Pages(read, of));
            };
            tell(read(&source, &options, stages, &begun, &tell));
        };
        self.run(work, Some(Event::Done(ticket, failed)));
    }

    /// Has a document that was begun read on.
    pub(super) fn read_on(&mut self, ticket: Ticket, begun: &Begun) {
        if let Self::Threads(to) = self {
            // A reader that is gone has failed, and told so before.
            drop(begun.on.send((ticket, to.clone())));
        }
    }

    /// Builds the index of the jump box.
    pub(super) fn index(&mut self, ticket: Ticket, document: Arc<Document>) {
        let work = move |tell: &dyn Fn(Event)| {
            tell(Event::Done(ticket, Outcome::Indexed(Arc::new(Index::new(&document)))));
        };
        self.run(work, Some(Event::Notice(Messages::index_failed)));
    }

    /// Checks whether a file has changed since `known`; reported only if it has.
    pub(super) fn watch(&mut self, ticket: Ticket, path: &Path, known: Stamp) {
        let path = path.to_path_buf();
        let work = move |tell: &dyn Fn(Event)| {
            if known.is_some() && stamp(&path) != known {
                tell(Event::Done(ticket, Outcome::Changed));
            }
        };
        self.run(work, None);
    }

    /// Finds the symbols and titles of documents. With threads, they are reported in batches.
    pub(super) fn catalogue(&mut self, ticket: Ticket, sources: Vec<Source>, options: ReadOptions) {
        let batches = matches!(self, Self::Threads(_));
        let work = move |tell: &dyn Fn(Event)| {
            let tell = |cards| tell(Event::Done(ticket, Outcome::Catalogued(cards)));
            let (mut cards, mut last) = (Vec::new(), Instant::now());
            for source in sources {
                cards.extend(card(source, &options));
                // With threads, a long list fills while it is read.
                if batches && last.elapsed() >= TELL && !cards.is_empty() {
                    tell(std::mem::take(&mut cards));
                    last = Instant::now();
                }
            }
            tell(cards);
        };
        self.run(work, None);
    }
}

/// A document whose first pages were read. Its reader is a thread that waits to be told to go on, and for whom.
pub(super) struct Begun {
    on: Sender<(Ticket, Sender<Message>)>,
}

impl Begun {
    /// Reads the first pages of a document, or all of it where it has no more. `None` where it cannot be read.
    pub(super) fn read(source: &Source, options: &ReadOptions) -> Option<(Arc<Document>, Option<Self>)> {
        let (to, first) = channel();
        let (on, goes_on) = channel::<(Ticket, Sender<Message>)>();
        let (source, options) = (source.clone(), options.clone());
        let work = move || {
            let listener = OnceCell::new();
            let tell = |outcome| match listener.get() {
                Some((ticket, to)) => drop(Sender::send(to, Message::Event(Event::Done(*ticket, outcome)))),
                None => drop(to.send(outcome)),
            };
            let begun = |document, read, of| {
                tell(Outcome::Begun(document));
                if listener.get().is_some() {
                    tell(Outcome::Pages(read, of));
                } else if let Ok(heard) = goes_on.recv() {
                    drop(listener.set(heard));
                }
            };
            // Progress is for somebody who sees a document already.
            let told = |outcome| {
                if listener.get().is_some() {
                    tell(outcome);
                }
            };
            let outcome = catch_unwind(AssertUnwindSafe(|| read(&source, &options, &STAGES, &begun, &told)));
            tell(outcome.unwrap_or_else(|_| failed(&source)));
        };
        thread::Builder::new().name("work".into()).spawn(work).ok()?;
        match first.recv().ok()? {
            Outcome::Begun(document) => Some((document, Some(Self { on }))),
            Outcome::Opened(document) => Some((document, None)),
            _ => None,
        }
    }
}

/// Reads a document, of which the first pages and how far it has come are told meanwhile.
fn read(
    source: &Source,
    options: &ReadOptions,
    stages: &[u32],
    begun: &dyn Fn(Arc<Document>, u32, u32),
    tell: &dyn Fn(Outcome),
) -> Outcome {
    let last = Cell::new(Instant::now());
    let progress = |read, of| {
        if last.get().elapsed() >= TELL {
            last.set(Instant::now());
            tell(Outcome::Pages(read, of));
        }
    };
    match source.open_in_stages(options, stages, begun, &progress) {
        Ok(document) => Outcome::Opened(document),
        Err(error) => Outcome::Failed(error.to_string()),
    }
}

/// The reader of a document has panicked.
fn failed(source: &Source) -> Outcome {
    Outcome::Failed(format!("{}: it could not be parsed", source.name()))
}

/// The symbol and title of a document, from as little of it as is needed. `None` where it cannot be read.
fn card(source: Source, options: &ReadOptions) -> Option<Card> {
    let whole = || source.path().and_then(|_| source.open(options).ok());
    let pages = || source.first_pages(options, 1);
    let document = source.beginning(options, HEAD).or_else(pages).or_else(whole)?;
    let mut card = Card::new(source);
    card.learn(&document);
    Some(card)
}
