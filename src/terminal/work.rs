//! Slow work, each piece on a thread of its own: reading, parsing, indexing, looking whether a file changed.

use super::message::Message;
use crate::app::event::{Event, Outcome, Ticket};
use crate::app::shelf::Card;
use crate::document::Document;
use crate::library::{ReadOptions, Source};
use crate::lookup::jump::Index;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// How much of a document is read to learn its symbol and title.
const HEAD: usize = 1 << 15;

/// When a file was last written and how long it is.
pub(super) type Stamp = Option<(SystemTime, u64)>;

pub(super) fn stamp(path: &Path) -> Stamp {
    let about = std::fs::metadata(path).ok()?;
    Some((about.modified().ok()?, about.len()))
}

/// Runs `work` on a thread; a panic in it becomes a sentence.
fn spawn(to: &Sender<Message>, work: impl FnOnce() -> Message + Send + 'static, failed: Message) {
    let to = to.clone();
    let run = move || {
        let message = catch_unwind(AssertUnwindSafe(work)).unwrap_or(failed);
        drop(to.send(message));
    };
    if thread::Builder::new().name("work".into()).spawn(run).is_err() {
        // Without threads there is nothing to be done but to go on without the answer.
    }
}

/// Pages shown while the others are read, once so many are there.
const STAGES: [u32; 3] = [2, 24, 240];
/// Progress is told this often at most.
const TELL: Duration = Duration::from_millis(250);

pub(super) fn load(to: &Sender<Message>, ticket: Ticket, source: Source, options: ReadOptions, from: u32) {
    let failed = Event::Done(ticket, Outcome::Failed(format!("{}: it could not be parsed", source.name())));
    let told = to.clone();
    let work = move || {
        let tell = |outcome| drop(told.send(Message::Event(Event::Done(ticket, outcome))));
        for stage in STAGES.into_iter().filter(|stage| *stage > from) {
            match source.first_pages(&options, stage) {
                Some((document, of)) if of <= stage => return Message::Loaded(ticket, source, document),
                Some((document, of)) => {
                    tell(Outcome::Begun(document));
                    tell(Outcome::Pages(stage, of));
                }
                None => break,
            }
        }
        let last = Cell::new(Instant::now());
        let progress = |read, of| {
            if last.get().elapsed() >= TELL {
                last.set(Instant::now());
                tell(Outcome::Pages(read, of));
            }
        };
        match source.open_telling(&options, &progress) {
            Ok(document) => Message::Loaded(ticket, source, document),
            Err(error) => Message::Event(Event::Done(ticket, Outcome::Failed(error.to_string()))),
        }
    };
    spawn(to, work, Message::Event(failed));
}

pub(super) fn index(to: &Sender<Message>, ticket: Ticket, document: Arc<Document>) {
    let work = move || Message::Event(Event::Done(ticket, Outcome::Indexed(Arc::new(Index::new(&document)))));
    spawn(to, work, Message::Event(Event::Notice("the document could not be indexed".into())));
}

pub(super) fn watch(to: &Sender<Message>, ticket: Ticket, path: &Path, known: Stamp) {
    let path = path.to_path_buf();
    let work = move || {
        let changed = known.is_some() && stamp(&path) != known;
        if changed { Message::Event(Event::Done(ticket, Outcome::Changed)) } else { Message::Nothing }
    };
    spawn(to, work, Message::Nothing);
}

pub(super) fn catalogue(to: &Sender<Message>, ticket: Ticket, sources: Vec<Source>, options: ReadOptions) {
    let work = move || {
        let cards = sources.into_iter().filter_map(|source| {
            let mut card = Card::new(source.clone());
            let whole = || source.path().and_then(|_| source.open(&options).ok());
            let pages = || source.first_pages(&options, 1).map(|(document, _)| document);
            card.learn(&*source.beginning(&options, HEAD).or_else(pages).or_else(whole)?);
            Some(card)
        });
        Message::Event(Event::Done(ticket, Outcome::Catalogued(cards.collect())))
    };
    spawn(to, work, Message::Nothing);
}
