//! Slow work: reading, parsing, indexing, and checking whether a file has changed. The results are events for
//! the machine.

use super::inbox::{Lane, Post};
use super::message::Message;
use crate::app::event::{Event, Outcome, Question};
use crate::app::found::{End, Pace, Piece, gather};
use crate::app::hand::Ground;
use crate::app::shelf::Card;
use crate::app::ticket::Ticket;
use crate::document::Document;
use crate::library::state::Store;
use crate::library::state::catalogue::{Catalogue, Version};
use crate::library::summary::{Answer, Ask};
use crate::library::{Door, ReadOptions, Source, scan};
use crate::lookup::find::Search;
use crate::lookup::jump::Index;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// While a paged document is read, its beginning is shown again at each of these numbers of pages.
const STAGES: [u32; 3] = [2, 24, 240];
/// The shortest time between two reports of progress.
const TELL: Duration = Duration::from_millis(250);

/// How long a search in all documents waits for further letters of what is looked for.
const TYPING: Duration = Duration::from_millis(150);

/// The longest that a search may take.
const DEADLINE: Duration = Duration::from_secs(10);
/// When a search that has found nothing yet tells what it has ...
const FIRST: Duration = Duration::from_millis(15);
/// ... and the time between further pieces.
const PIECE: Duration = Duration::from_millis(100);

/// When a file was last modified and its length in bytes. `None` where that cannot be told.
pub(super) type Stamp = Option<(SystemTime, u64)>;

/// The stamp of a file as it is now.
pub(super) fn stamp(path: &Path, door: &Door) -> Stamp {
    let about = door.about(path).ok()?;
    Some((about.modified().ok()?, about.len()))
}

/// Where work runs.
pub(super) enum Work {
    /// Each job on a thread of its own, which sends its results to the channel.
    Threads(Post<Message>),
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
                // A session that has ended wants no results.
                let run = move || run(&|event| _ = to.send(Lane::Work, Message::Event(event)));
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
        let failed = Event::Done(ticket.clone(), failed(&source));
        let stages: &[u32] = if matches!(self, Self::Threads(_)) { &STAGES } else { &[] };
        let work = move |tell: &dyn Fn(Event)| {
            if !ticket.is_awaited() {
                return;
            }
            let tell = |outcome| tell(Event::Done(ticket.clone(), outcome));
            let begun = |document, read, of| {
                tell(Outcome::Begun(document));
                tell(Outcome::Pages(read, of));
            };
            tell(read(&source, &options, stages, &begun, &tell, &|| ticket.is_awaited()));
        };
        self.run(work, Some(failed));
    }

    /// Has a document that was begun read on.
    pub(super) fn read_on(&mut self, ticket: Ticket, begun: &Begun) {
        if let Self::Threads(to) = self {
            // A reader that is gone has failed, and told so before.
            drop(begun.on.send((ticket, to.clone())));
        }
    }

    /// Searches on, and tells the matches in pieces: the first at once.
    pub(super) fn find(&mut self, ticket: Ticket, document: Arc<Document>, mut search: Search) {
        let late = |read| Piece { read, end: Some(End::Late), ..Piece::default() };
        let failed = Event::Done(ticket.clone(), Outcome::Found(late(0)));
        let work = move |tell: &dyn Fn(Event)| {
            let begun = Instant::now();
            let mut next = begun + if search.count() == 0 { FIRST } else { PIECE };
            let mut tell = |piece| tell(Event::Done(ticket.clone(), Outcome::Found(piece)));
            let mut pace = |_| {
                let now = Instant::now();
                if !ticket.is_awaited() || now >= begun + DEADLINE {
                    Pace::Stop
                } else if now >= next {
                    next = now + PIECE;
                    Pace::Tell
                } else {
                    Pace::On
                }
            };
            if let Some(read) = gather(&mut search, &document, &mut tell, &mut pace) {
                tell(late(read));
            }
        };
        self.run(work, Some(failed));
    }

    /// Finds out what the query of the jump box means.
    pub(super) fn rank(&mut self, ticket: Ticket, question: Question) {
        let failed = Event::Done(ticket.clone(), Outcome::Ranked(None));
        let work = move |tell: &dyn Fn(Event)| {
            let Question { document, index, query, from, limit } = question;
            let end = Instant::now() + DEADLINE;
            let go_on = || ticket.is_awaited() && Instant::now() < end;
            let ranking = index.search_while(&document, &query, from, limit, &go_on);
            tell(Event::Done(ticket.clone(), Outcome::Ranked(ranking)));
        };
        self.run(work, Some(failed));
    }

    /// Builds the index of the jump box.
    pub(super) fn index(&mut self, ticket: Ticket, document: Arc<Document>) {
        let asked = ticket.clone();
        let work = move |tell: &dyn Fn(Event)| {
            if asked.is_awaited() {
                tell(Event::Done(asked, Outcome::Indexed(Arc::new(Index::new(&document)))));
            }
        };
        self.run(work, Some(Event::Done(ticket, Outcome::NotIndexed)));
    }

    /// Checks whether a file has changed since `known`; reported only if it has.
    pub(super) fn watch(&mut self, ticket: Ticket, path: &Path, door: Door, known: Stamp) {
        let path = path.to_path_buf();
        let work = move |tell: &dyn Fn(Event)| {
            let now = stamp(&path, &door);
            if known.is_some() && now != known {
                let outcome = if now.is_none() { Outcome::Gone } else { Outcome::Changed };
                tell(Event::Done(ticket, outcome));
            }
        };
        self.run(work, None);
    }

    /// Finds the symbols and titles of documents. With threads, they are reported in batches. `known` is the file of what
    /// earlier sessions found.
    pub(super) fn catalogue(
        &mut self,
        ticket: Ticket,
        sources: Vec<Source>,
        options: ReadOptions,
        known: Option<Store>,
    ) {
        let batches = matches!(self, Self::Threads(_));
        let failed = Event::Done(ticket.clone(), Outcome::CataloguedAll);
        let work = move |tell: &dyn Fn(Event)| {
            let tell = |outcome| tell(Event::Done(ticket.clone(), outcome));
            // What a file is read as by order is not what it is.
            let detected =
                options.language.is_none() && options.encoding.is_none() && options.format.is_none();
            let mut known = known.filter(|_| detected).map(Catalogue::load);
            let (mut cards, mut next) = (Vec::new(), Instant::now() + FIRST);
            let mut put = |card| {
                cards.push(card);
                // With threads, a long list fills while it is read.
                if batches && Instant::now() >= next {
                    tell(Outcome::Catalogued(std::mem::take(&mut cards)));
                    next = Instant::now() + TELL;
                }
            };
            let (mut unknown, mut versions) = (Vec::new(), Vec::new());
            // Standard input can be read only once, and not for its title.
            for source in sources.into_iter().filter(|source| *source != Source::Stdin) {
                if !ticket.is_awaited() {
                    return;
                }
                let version = known.as_ref().and_then(|_| Version::of(&source, &options.door));
                let found =
                    known.as_mut().zip(version.as_ref()).and_then(|(known, version)| known.find(version));
                if let Some(summary) = found {
                    put(Card::of(source, Ok(summary.clone())));
                } else {
                    unknown.push(source);
                    versions.push(version);
                }
            }
            // It has no deadline: what is slow is bounded document by document, and the list can be left.
            let wanted = || ticket.is_awaited();
            options.workers.ask_each(&unknown, &Ask::Summary, &options, &wanted, &mut |at, answer| {
                let Some(source) = unknown.get(at).cloned() else { return };
                match answer {
                    Ok(Answer::Summary(summary)) => {
                        let version = versions.get_mut(at).and_then(Option::take);
                        if let Some((known, version)) = known.as_mut().zip(version) {
                            known.learn(version, summary.clone());
                        }
                        put(Card::of(source, Ok(summary)));
                    }
                    // A file that is no document is listed by its name.
                    Ok(_) => put(Card::new(source)),
                    Err(trouble) => put(Card::of(source, Err(trouble))),
                }
            });
            tell(Outcome::Catalogued(cards));
            tell(Outcome::CataloguedAll);
            if let Some(mut known) = known {
                known.save();
            }
        };
        self.run(work, Some(failed));
    }

    /// Looks for a text in documents, after a moment in which more may be typed. With threads, they are reported in
    /// batches.
    pub(super) fn find_in_all(
        &mut self,
        ticket: Ticket,
        sources: Vec<Source>,
        text: String,
        options: ReadOptions,
    ) {
        let batches = matches!(self, Self::Threads(_));
        let failed = Event::Done(ticket.clone(), Outcome::MentionedAll);
        let work = move |tell: &dyn Fn(Event)| {
            if batches {
                thread::sleep(TYPING);
            }
            let tell = |outcome| tell(Event::Done(ticket.clone(), outcome));
            let (mut found, mut read, mut next) = (Vec::new(), 0, Instant::now());
            // Standard input can be read only once.
            let sources: Vec<Source> =
                sources.into_iter().filter(|source| *source != Source::Stdin).collect();
            let ask = Ask::Mentions { text };
            options.workers.ask_each(&sources, &ask, &options, &|| ticket.is_awaited(), &mut |at, answer| {
                read += 1;
                if let (Ok(Answer::Mentions(mentions)), Some(source)) = (answer, sources.get(at)) {
                    found.push((source.clone(), mentions));
                }
                if batches && Instant::now() >= next {
                    tell(Outcome::Mentioned(std::mem::take(&mut found), read));
                    next = Instant::now() + TELL;
                }
            });
            tell(Outcome::Mentioned(found, read));
            tell(Outcome::MentionedAll);
        };
        self.run(work, Some(failed));
    }

    /// Lists the documents in a folder. Those in `known` are told as they are there.
    pub(super) fn list(&mut self, ticket: Ticket, ground: Ground, known: Vec<Source>, door: Door) {
        let stopped = Outcome::Listed(ground.clone(), Err(String::new()));
        let stopped = Event::Done(ticket.clone(), stopped);
        let work = move |tell: &dyn Fn(Event)| {
            let found = scan::lying_in(&ground.folder, ground.deep, &door, &|| ticket.is_awaited());
            let told = found.map(|found| scan::as_known(found, known)).map_err(|error| error.to_string());
            tell(Event::Done(ticket.clone(), Outcome::Listed(ground, told)));
        };
        self.run(work, Some(stopped));
    }
}

/// A document whose first pages were read. Its reader is a thread that waits to be told to go on, and for whom.
pub(super) struct Begun {
    on: Sender<(Ticket, Post<Message>)>,
}

impl Begun {
    /// Reads the first pages of a document, or all of it where it has no more. `None` where it cannot be read.
    pub(super) fn read(source: &Source, options: &ReadOptions) -> Option<(Arc<Document>, Option<Self>)> {
        let (to, first) = channel();
        let (on, goes_on) = channel::<(Ticket, Post<Message>)>();
        let (source, options) = (source.clone(), options.clone());
        let work = move || {
            let listener = OnceCell::<(Ticket, Post<Message>)>::new();
            let tell = |outcome| match listener.get() {
                Some((ticket, to)) => {
                    _ = to.send(Lane::Work, Message::Event(Event::Done(ticket.clone(), outcome)));
                }
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
            let wanted = || listener.get().is_none_or(|(ticket, _)| ticket.is_awaited());
            let outcome =
                catch_unwind(AssertUnwindSafe(|| read(&source, &options, &STAGES, &begun, &told, &wanted)));
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
    wanted: &dyn Fn() -> bool,
) -> Outcome {
    let last = Cell::new(Instant::now());
    let progress = |read, of| {
        if last.get().elapsed() >= TELL {
            last.set(Instant::now());
            tell(Outcome::Pages(read, of));
        }
    };
    match source.open_in_stages(options, stages, begun, &progress, wanted) {
        Ok(document) => Outcome::Opened(document),
        Err(error) => Outcome::Failed(error.to_string()),
    }
}

/// The reader of a document has panicked.
fn failed(source: &Source) -> Outcome {
    Outcome::Failed(format!("{}: it could not be parsed", source.name()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::ticket::Claim;
    use crate::library::State;
    use std::fs::{self, File};

    fn titles(folder: &Path) -> Vec<Option<String>> {
        let sources = ["a.txt", "b.txt"].map(|name| Source::File(folder.join(name))).into();
        let (mut work, asked) = (Work::at_once(), Claim::default());
        let state = State::load_from(&folder.join("state"), &Door::free());
        let known = state.catalogue().cloned();
        work.catalogue(asked.ticket(), sources, ReadOptions::new(Door::free()), known);
        match work.done() {
            Some(Event::Done(_, Outcome::Catalogued(mut cards))) => {
                // What is remembered is told before what is read.
                cards.sort_by_key(|card| card.origin.name());
                cards.into_iter().map(|card| card.title).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn work_that_nobody_awaits_any_more_is_not_done() {
        let source = crate::library::builtin::sources().next().unwrap();
        let document = source.open(&ReadOptions::new(Door::free())).unwrap();
        let mut work = Work::at_once();
        let gone = Claim::default().ticket();
        work.load(gone.clone(), source.clone(), ReadOptions::new(Door::free()));
        work.index(gone.clone(), Arc::clone(&document));
        work.catalogue(gone, vec![source.clone()], ReadOptions::new(Door::free()), None);
        let done: Vec<Event> = std::iter::from_fn(|| work.done()).collect();
        assert!(done.is_empty(), "{done:?}");
        let asked = Claim::default();
        work.load(asked.ticket(), source, ReadOptions::new(Door::free()));
        work.index(asked.ticket(), document);
        assert!(matches!(work.done(), Some(Event::Done(_, Outcome::Opened(_)))));
        assert!(matches!(work.done(), Some(Event::Done(_, Outcome::Indexed(_)))));
    }

    #[test]
    fn a_folder_is_read_once_and_a_changed_file_again() {
        let folder = tempfile::tempdir().unwrap();
        let text = |title: &str| {
            format!("95/1. {title}\n\n     The General Assembly,\n\n     1.   Decides to read it again.\n")
        };
        for name in ["a.txt", "b.txt"] {
            fs::write(folder.path().join(name), text("Lists of papers")).unwrap();
        }
        let before = titles(folder.path());
        assert!(before.iter().all(|title| title.as_deref().is_some_and(|title| title.contains("papers"))));
        // Other words under the same size and date would be seen only by reading them.
        let changed = folder.path().join("a.txt");
        let when = fs::metadata(&changed).unwrap().modified().unwrap();
        fs::write(&changed, text("Lists of prices")).unwrap();
        File::options().write(true).open(&changed).unwrap().set_modified(when).unwrap();
        assert_eq!(titles(folder.path()), before);
        let later = when + Duration::from_secs(2);
        File::options().write(true).open(&changed).unwrap().set_modified(later).unwrap();
        let after = titles(folder.path());
        assert!(after[0].as_deref().is_some_and(|title| title.contains("prices")), "{after:?}");
        assert_eq!(after[1], before[1]);
    }
}
