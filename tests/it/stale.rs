//! Results of slow work that arrive after what they were requested for is gone.

use crate::harness::{Harness, parse};
use plenary::app::event::{Event, Outcome, Ticket};
use plenary::app::settings::Settings;
use plenary::app::shelf::Card;
use plenary::library::Source;
use plenary::lookup::jump::Index;
use std::sync::Arc;

/// A ticket that was never issued.
const OLD: Ticket = Ticket(999);

fn reader() -> Harness {
    Harness::text("The General Assembly,\n\nRecalling rivers,\n\n1. Decides to row;\n\n2. Decides to rest.\n")
}

#[test]
fn an_unexpected_result_changes_nothing() {
    let other = parse("The Security Council,\n\n1. Demands silence.\n");
    let card = Card { title: Some("Of another folder".into()), ..Card::new(Source::File("text.txt".into())) };
    let answers = [
        Outcome::Changed,
        Outcome::Opened(Arc::clone(&other)),
        Outcome::Begun(Arc::clone(&other)),
        Outcome::Pages(1, 3),
        Outcome::Failed("a.pdf: it could not be parsed".into()),
        Outcome::Catalogued(vec![card]),
        Outcome::Indexed(Arc::new(Index::new(&other))),
    ];
    for answer in answers {
        let mut reader = reader();
        let before = reader.frame();
        reader.event(Event::Done(OLD, answer.clone()));
        assert_eq!(reader.frame(), before, "{answer:?}");
        // It has no later effect either, in the list of documents or in the jump box.
        let list = |reader: &mut Harness| {
            reader.press("D");
            let list = reader.frame();
            reader.press("Esc :");
            list + &reader.frame()
        };
        let mut fresh = self::reader();
        assert_eq!(list(&mut reader), list(&mut fresh), "{answer:?}");
    }
}

/// A file is checked for changes while it is read; by the time of the result another document is shown.
#[test]
fn a_change_of_the_previous_document_is_not_reported_for_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let paths = ["a.txt", "b.txt"].map(|name| folder.path().join(name));
    for path in &paths {
        std::fs::write(path, "The General Assembly,\n\n1. Decides to row.\n").unwrap();
    }
    let names = paths.each_ref().map(|path| path.to_str().unwrap());
    let mut reader = Harness::shelf(Settings { colour: false, ..Settings::default() }, &names).keys("j");
    let asked = reader.watched.take().expect("a key has the file looked at");
    let mut next = reader.keys("D").keys("Down Enter");
    let before = next.frame();
    next.event(Event::Done(asked, Outcome::Changed));
    assert_eq!(next.frame(), before);
    next.press("] [");
    let asked = next.watched.take().unwrap();
    next.event(Event::Done(asked, Outcome::Changed));
    assert!(next.frame().contains("changed on disk"), "{}", next.frame());
}
