//! Results of slow work that arrive after what they were requested for is gone.

use crate::harness::{Harness, parse};
use plenary::internals::{
    App, Card, Code, Effect, End, Event, Index, Key, Outcome, Piece, Settings, Size, Source, Ticket,
};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::sync::Arc;

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
        Outcome::NotIndexed,
        Outcome::Ranked(None),
        Outcome::Found(Piece { read: 40, end: Some(End::Late), ..Piece::default() }),
    ];
    for answer in answers {
        let mut reader = reader();
        let before = reader.frame();
        reader.event(Event::Done(Ticket::default(), answer.clone()));
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

/// After `R` has reloaded the file, search, marks and history refer to the same paragraphs as before.
#[test]
fn reloading_a_file_keeps_the_search_the_marks_and_the_history() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("text.txt");
    let text = "The General Assembly,\n\n1. Decides to row;\n\n2. Decides to rest;\n\n3. Asks for sails.\n";
    std::fs::write(&path, text).unwrap();
    let settings = Settings { colour: false, ..Settings::default() };
    let mut reader = Harness::shelf(settings, &[path.to_str().unwrap()]);
    reader = reader.keys("3 Enter m a 1 Enter /").type_in("decides").keys("Enter n");
    let status = reader.status();
    assert!(status.contains("para. 2 ·") && status.contains("/decides 2/2"), "{status}");
    // A paragraph is inserted before the match, which moves down.
    std::fs::write(&path, text.replace("1. Decides", "Recalling that it decides,\n\n1. Decides")).unwrap();
    reader.press("R Ctrl-L");
    let status = reader.status();
    assert!(status.contains("para. 2 ·") && status.contains("/decides 3/3"), "{status}");
    reader.press("Backspace");
    let status = reader.status();
    assert!(status.contains("para. 1 ·"), "{status}");
    reader.press("' a");
    let status = reader.status();
    assert!(status.contains("para. 3 ·"), "{status}");
}

#[test]
fn a_list_is_filled_in_as_its_documents_are_read() {
    let sources = ["a.txt", "b.txt"].map(|name| Source::File(name.into()));
    let mut app = App::new(Settings { colour: false, ..Settings::default() }, sources.clone());
    app.list_documents();
    let asked = app.take_effects().into_iter().find_map(|effect| match effect {
        Effect::Catalogue(ticket, _) => Some(ticket),
        _ => None,
    });
    for (source, title) in sources.into_iter().zip(["Of rivers", "Of lakes"]) {
        let card = Card { title: Some(title.to_owned()), ..Card::new(source) };
        app.update(Event::Done(asked.clone().unwrap(), Outcome::Catalogued(vec![card])));
    }
    let titles: Vec<_> = app.cards().iter().filter_map(|card| card.title.as_deref()).collect();
    assert_eq!(titles, ["Of rivers", "Of lakes"]);
}

#[test]
fn that_the_file_is_gone_is_said_once_and_the_text_stays() {
    let mut reader = Harness::sample("A_RES_95_12.en.txt").keys("j");
    let text = reader.frame().lines().next().map(str::to_owned);
    let asked = reader.watched.take().expect("a key has the file looked at");
    reader.event(Event::Done(asked.clone(), Outcome::Gone));
    let status = reader.status();
    assert!(status.contains("the file is no longer there: what was read of it stays open"), "{status}");
    assert_eq!(reader.frame().lines().next().map(str::to_owned), text);
    reader.press("j k");
    reader.event(Event::Done(asked, Outcome::Gone));
    let status = reader.status();
    assert!(status.contains("A/RES/95/12") && !status.contains("no longer"), "{status}");
}

#[test]
fn one_escape_in_the_first_list_does_not_end_the_program() {
    let mut app = App::new(Settings { colour: false, ..Settings::default() }, [Source::File("a.txt".into())]);
    let frame = |app: &mut App| {
        let size = Size { width: 80, height: 24 };
        app.prepare(size);
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        app.view(&mut buffer);
        buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect::<String>()
    };
    let quits = |effects: &[Effect]| effects.iter().any(|effect| matches!(effect, Effect::Quit));
    let press = |app: &mut App, code: Code| app.update(Event::Key(Key::plain(code)));
    app.list_documents();
    app.take_effects();
    assert!(frame(&mut app).contains("Esc Esc quit"));
    press(&mut app, Code::Char('x'));
    assert!(!quits(&press(&mut app, Code::Esc)), "the first one takes back what was typed");
    assert!(frame(&mut app).contains("a.txt"));
    assert!(!quits(&press(&mut app, Code::Esc)));
    assert!(frame(&mut app).contains("Esc once more ends the program"));
    press(&mut app, Code::Down);
    assert!(!quits(&press(&mut app, Code::Esc)), "another key is another wish");
    assert!(quits(&press(&mut app, Code::Esc)));
}

#[test]
fn letters_are_not_found_scattered_while_a_list_is_still_filled() {
    let sources = ["the-aims-of-trails.txt", "b.txt"].map(|name| Source::File(name.into()));
    let mut app = App::new(Settings { colour: false, ..Settings::default() }, sources.clone());
    let count = |app: &mut App| {
        let size = Size { width: 80, height: 24 };
        app.prepare(size);
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        app.view(&mut buffer);
        (0..size.width).map(|x| buffer[(x, 0)].symbol()).collect::<String>().trim_end().to_owned()
    };
    app.list_documents();
    let asked = app.take_effects().into_iter().find_map(|effect| match effect {
        Effect::Catalogue(ticket, _) => Some(ticket),
        _ => None,
    });
    for letter in "haiti".chars() {
        app.update(Event::Key(Key::plain(Code::Char(letter))));
    }
    assert!(count(&mut app).ends_with("0/0+"), "{}", count(&mut app));
    let [_, other] = sources;
    let card = Card { title: Some("Haiti and the sea".to_owned()), ..Card::new(other) };
    app.update(Event::Done(asked.clone().unwrap(), Outcome::Catalogued(vec![card])));
    app.update(Event::Done(asked.unwrap(), Outcome::CataloguedAll));
    assert!(count(&mut app).ends_with("1/1"), "{}", count(&mut app));
}

#[test]
fn a_document_that_takes_long_to_read_is_named_and_escape_waits_no_longer_for_it() {
    let sources = ["a.txt", "b.txt"].map(|name| Source::File(name.into()));
    let mut app = App::new(Settings { colour: false, ..Settings::default() }, sources);
    let status = |app: &mut App| {
        let size = Size { width: 80, height: 24 };
        app.prepare(size);
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        app.view(&mut buffer);
        (0..size.width).map(|x| buffer[(x, size.height - 1)].symbol()).collect::<String>()
    };
    let press = |app: &mut App, code: Code| app.update(Event::Key(Key::plain(code)));
    app.list_documents();
    press(&mut app, Code::Down);
    let asked = press(&mut app, Code::Enter).into_iter().find_map(|effect| match effect {
        Effect::Load(ticket, _) => Some(ticket),
        _ => None,
    });
    let line = status(&mut app);
    assert!(line.starts_with(" b.txt  reading…"), "{line}");
    press(&mut app, Code::Esc);
    let line = status(&mut app);
    assert!(line.starts_with(" no document is open"), "{line}");
    app.update(Event::Done(asked.unwrap(), Outcome::Failed("b.txt: it could not be parsed".into())));
    assert_eq!(status(&mut app), line);
    // The same while another document is shown.
    let document =
        crate::harness::parse("The General Assembly,\n\n1. Decides to sail;\n\n2. Decides to row.\n");
    app.open(Source::File("a.txt".into()), document, false);
    let line = status(&mut app);
    app.list_documents();
    press(&mut app, Code::Down);
    press(&mut app, Code::Enter);
    let waiting = status(&mut app);
    assert!(waiting.starts_with(" b.txt  reading…"), "{waiting}");
    press(&mut app, Code::Esc);
    assert_eq!(status(&mut app), line);
}
