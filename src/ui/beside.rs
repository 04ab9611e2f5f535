//! Tests of two documents side by side: what happens to one leaves the other as it is.
//!
//! No command opens a second document yet, so the tests add its slot themselves.

use super::App;
use crate::app::event::{Effect, Event, Outcome, Size};
use crate::app::found::{End, Piece};
use crate::app::key::{Code, Key, parse_chord};
use crate::app::settings::Settings;
use crate::app::ticket::{Claim, Ticket};
use crate::document::Document;
use crate::grammar;
use crate::library::Source;
use crate::lookup::Index;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::sync::Arc;

const SIZE: Size = Size { width: 70, height: 12 };

/// A resolution of 30 paragraphs that each have this word.
fn text(word: &str) -> Arc<Document> {
    let paragraph = |at: u32| format!("{at}. Decides to {word} by day {at};\n\n");
    let paragraphs: String = (1..=30).map(paragraph).collect();
    Arc::new(grammar::parse(&format!("The General Assembly,\n\n{paragraphs}"), grammar::Options::default()))
}

fn source(name: &str) -> Source {
    Source::File(name.into())
}

struct Reader {
    app: App,
    size: Size,
    effects: Vec<Effect>,
}

impl Reader {
    /// Opens a text that rows, and right of it one that sails, which has the focus.
    fn two() -> Self {
        let sources = ["row.txt", "sail.txt"].map(source);
        let settings = Settings { colour: false, ..Settings::default() };
        let mut app = App::new(settings, sources.clone());
        app.prepare(SIZE);
        for (at, (source, word)) in sources.into_iter().zip(["row", "sail"]).enumerate() {
            if at > 0 {
                app.state.panes.add();
            }
            app.open(source, text(word), false);
        }
        app.prepare(SIZE);
        Self { app, size: SIZE, effects: Vec::new() }
    }

    fn hear(&mut self, event: Event) {
        self.effects.extend(self.app.update(event));
        self.app.prepare(self.size);
    }

    fn press(&mut self, keys: &str) {
        for key in parse_chord(keys).unwrap() {
            self.hear(Event::Key(key));
        }
    }

    fn type_in(&mut self, text: &str) {
        for letter in text.chars() {
            self.hear(Event::Key(Key::plain(Code::Char(letter))));
        }
    }

    fn answer(&mut self, ticket: &Ticket, outcome: Outcome) {
        self.hear(Event::Done(ticket.clone(), outcome));
    }

    fn rows(&mut self) -> Vec<String> {
        let Size { width, height } = self.size;
        self.app.prepare(self.size);
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        self.app.view(&mut buffer);
        let row = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        (0..height).map(row).collect()
    }

    /// The text at one side of the rule, without the status line.
    fn side(&mut self, right: bool) -> String {
        let mut rows = self.rows();
        rows.pop();
        let half = |row: &String| {
            let (left, other) = row.split_once('│').expect("there is a rule in every row");
            if right { other.to_owned() } else { left.to_owned() }
        };
        rows.iter().map(half).collect::<Vec<_>>().join("\n")
    }

    fn left(&mut self) -> String {
        self.side(false)
    }

    fn right(&mut self) -> String {
        self.side(true)
    }

    fn status(&mut self) -> String {
        self.rows().pop().unwrap_or_default()
    }

    /// The ticket of the last request that is of this kind.
    fn asked(&self, kind: impl Fn(&Effect) -> Option<&Ticket>) -> Ticket {
        self.effects.iter().rev().find_map(kind).expect("it was asked for").clone()
    }

    fn loading(&self) -> Ticket {
        self.asked(|effect| if let Effect::Load(ticket, _) = effect { Some(ticket) } else { None })
    }

    fn watched(&self) -> Ticket {
        self.asked(|effect| if let Effect::Watch(ticket, _) = effect { Some(ticket) } else { None })
    }
}

#[test]
fn two_documents_stand_side_by_side() {
    let mut reader = Reader::two();
    let (left, right) = (reader.left(), reader.right());
    assert!(left.contains("Decides to row by day 1;") && !left.contains("sail"), "{left}");
    assert!(right.contains("Decides to sail by day 1;") && !right.contains("row"), "{right}");
    let status = reader.status();
    assert!(status.contains("sail.txt"), "{status}");
    reader.press("Tab");
    let status = reader.status();
    assert!(status.contains("row.txt"), "{status}");
}

#[test]
fn the_outline_is_that_of_the_document_with_the_focus() {
    let mut reader = Reader::two();
    reader.size = Size { width: 120, height: 12 };
    let outline = |reader: &mut Reader| {
        let rows = reader.rows();
        rows.iter().filter_map(|row| row.split_once('│')).map(|(outline, _)| outline).collect::<String>()
    };
    let shown = outline(&mut reader);
    assert!(shown.contains("sail") && !shown.contains("row"), "{shown}");
    // From the right text the way leads to the outline and then to the left text.
    reader.press("Tab Tab");
    let shown = outline(&mut reader);
    assert!(shown.contains("row") && !shown.contains("sail"), "{shown}");
}

#[test]
fn scrolling_moves_only_the_document_with_the_focus() {
    let mut reader = Reader::two();
    let (left, right) = (reader.left(), reader.right());
    reader.press("j j j");
    assert_eq!(reader.left(), left);
    assert_ne!(reader.right(), right);
    let right = reader.right();
    reader.press("Tab G");
    assert_eq!(reader.right(), right);
    assert!(reader.left().contains("by day 30;"));
    // The way back is that of the document, too.
    reader.press("Backspace");
    assert_eq!((reader.left(), reader.right()), (left, right));
}

#[test]
fn a_search_and_a_jump_leave_the_other_document_as_it_is() {
    let mut reader = Reader::two();
    reader.press("/");
    reader.type_in("day 20");
    reader.press("Enter");
    let (left, right) = (reader.left(), reader.right());
    assert!(left.contains("by day 1;") && right.contains("by day 20;"), "{left}\n{right}");
    let status = reader.status();
    assert!(status.contains("/day 20 1/1"), "{status}");
    reader.press("Tab");
    let status = reader.status();
    assert!(!status.contains("/day"), "{status}");
    reader.press("n");
    let status = reader.status();
    assert!(status.contains("nothing"), "{status}");
    reader.press(":");
    reader.type_in("12");
    reader.press("Enter");
    assert!(reader.left().contains("by day 12;"));
    assert_eq!(reader.right(), right);
    reader.press("Tab");
    let status = reader.status();
    assert!(status.contains("/day 20 1/1"), "{status}");
}

#[test]
fn both_documents_keep_their_places_when_the_size_changes() {
    let mut reader = Reader::two();
    reader.press("2 0 Enter Tab 1 0 Enter");
    for (width, height) in [(50, 30), (300, 6), (1, 1), (2, 2), (70, 12)] {
        reader.size = Size { width, height };
        reader.hear(Event::Resize(reader.size));
    }
    let (left, right) = (reader.left(), reader.right());
    assert!(left.contains("▌10.") && right.contains("▌20."), "{left}\n{right}");
}

#[test]
fn closing_one_document_gives_the_other_the_whole_width() {
    let mut reader = Reader::two();
    reader.press("Tab 1 0 Enter");
    reader.app.state.panes.focus(1);
    reader.app.state.panes.close();
    let rows = reader.rows().join("\n");
    assert!(rows.contains("▌ 10.") && !rows.contains('│') && !rows.contains("sail"), "{rows}");
    reader.press("Backspace");
    assert!(reader.rows().join("\n").contains("row by day 1;"));
    // Without the last one nothing is open.
    reader.app.state.panes.close();
    let status = reader.status();
    assert!(!status.contains("row.txt"), "{status}");
}

#[test]
fn an_answer_reaches_the_document_it_is_for_and_no_other() {
    // A change on disk.
    let mut reader = Reader::two();
    reader.press("j");
    let watched = reader.watched();
    reader.press("Tab");
    reader.answer(&watched, Outcome::Changed);
    let status = reader.status();
    assert!(!status.contains("changed"), "{status}");
    reader.press("Tab");
    let status = reader.status();
    assert!(status.contains("changed on disk"), "{status}");

    // A document, of which the first pages come first.
    let mut reader = Reader::two();
    reader.press("D");
    reader.type_in("row");
    reader.press("Enter");
    let loading = reader.loading();
    reader.press("Tab j");
    let left = reader.left();
    reader.answer(&loading, Outcome::Begun(text("swim")));
    reader.answer(&loading, Outcome::Pages(3, 8));
    assert!(reader.right().contains("Decides to swim by day 1;"));
    let status = reader.status();
    assert!(!status.contains("3/8"), "{status}");
    reader.press("Tab");
    let status = reader.status();
    assert!(status.contains("3/8"), "{status}");
    reader.press("Tab");
    reader.answer(&loading, Outcome::Opened(text("dive")));
    assert!(reader.right().contains("Decides to dive by day 1;"));
    assert_eq!(reader.left(), left);
    assert!(reader.app.state.panes.slots().all(|slot| slot.loading.is_none()));

    // A failure: keys held back for the one document are dropped, and those for the other are not.
    let mut reader = Reader::two();
    for slot in reader.app.state.panes.slots_mut() {
        slot.session.as_mut().unwrap().partial = true;
    }
    let loading = reader.app.reading_on(source("sail.txt"));
    reader.press("G Tab G");
    reader.answer(&loading, Outcome::Failed("sail.txt: it could not be parsed".into()));
    let waiting: Vec<_> = reader.app.state.panes.slots().map(|slot| slot.waiting.len()).collect();
    assert_eq!(waiting, [1, 0]);
    assert!(reader.rows().join("\n").contains("it could not be parsed"));
}

#[test]
fn an_index_reaches_the_document_it_is_for_and_no_open_box_of_the_other() {
    let mut reader = Reader::two();
    let claim = Claim::default();
    let ticket = claim.ticket();
    reader.app.state.panes.current_mut().unwrap().indexing = Some(claim);
    reader.press("Tab :");
    reader.type_in("day 7");
    let before = reader.rows();
    reader.answer(&ticket, Outcome::Indexed(Arc::new(Index::new(&text("sail")))));
    assert_eq!(reader.rows(), before);
    let indexed: Vec<_> =
        reader.app.state.panes.slots().map(|slot| slot.session.as_ref().unwrap().index.is_some()).collect();
    assert_eq!(indexed, [true, true]);
    assert!(!ticket.is_awaited());

    // One that could not be built is told of, and may be asked for again.
    let claim = Claim::default();
    let ticket = claim.ticket();
    reader.app.state.panes.current_mut().unwrap().indexing = Some(claim);
    reader.answer(&ticket, Outcome::NotIndexed);
    assert!(reader.app.state.panes.current().unwrap().indexing.is_none());
    assert_ne!(reader.status(), before.last().cloned().unwrap());
}

#[test]
fn an_answer_for_a_document_that_was_closed_is_dropped_and_its_work_can_stop() {
    let answers = |word| {
        [
            Outcome::Changed,
            Outcome::Gone,
            Outcome::Begun(text(word)),
            Outcome::Pages(1, 3),
            Outcome::Opened(text(word)),
            Outcome::Failed("sail.txt: it could not be parsed".into()),
            Outcome::Indexed(Arc::new(Index::new(&text(word)))),
            Outcome::NotIndexed,
            Outcome::Ranked(None),
            Outcome::Found(Piece { end: Some(End::Late), ..Piece::default() }),
            Outcome::Catalogued(Vec::new()),
        ]
    };
    let mut reader = Reader::two();
    let claim = Claim::default();
    let indexing = claim.ticket();
    reader.app.state.panes.current_mut().unwrap().indexing = Some(claim);
    reader.press("R");
    let asked = [reader.watched(), reader.loading(), indexing];
    assert!(asked.iter().all(Ticket::is_awaited));
    reader.app.state.panes.close();
    assert!(!asked.iter().any(Ticket::is_awaited));
    let before = reader.rows();
    for ticket in &asked {
        for outcome in answers("swim") {
            reader.answer(ticket, outcome.clone());
            assert_eq!(reader.rows(), before, "{outcome:?}");
        }
    }
}

#[test]
fn links_of_each_document_are_its_own() {
    let cited = |number: u32| {
        let text = format!("The General Assembly,\n\nRecalling its resolution 9{number}/31,\n\n1. Rests.\n");
        Arc::new(grammar::parse(&text, grammar::Options::default()))
    };
    let mut reader = Reader::two();
    reader.app.state.settings.links = true;
    reader.app.open(source("a.txt"), cited(1), false);
    reader.app.state.panes.focus(0);
    reader.app.open(source("b.txt"), cited(2), false);
    reader.app.prepare(SIZE);
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height));
    reader.app.view(&mut buffer);
    let mut addresses: Vec<_> =
        buffer.content().iter().filter_map(|cell| reader.app.address(cell.bg)).collect();
    addresses.dedup();
    addresses.sort();
    addresses.dedup();
    assert_eq!(addresses, ["https://docs.un.org/en/A/RES/91/31", "https://docs.un.org/en/A/RES/92/31"]);
}

#[test]
fn the_places_of_all_documents_are_saved_at_the_end() {
    let mut reader = Reader::two();
    reader.press("2 0 Enter Tab 1 0 Enter");
    let saved: Vec<_> = reader
        .app
        .remember()
        .into_iter()
        .filter_map(|effect| match effect {
            Effect::Remember(visit) => Some((visit.source.name(), visit.place.0.0)),
            _ => None,
        })
        .collect();
    let place = |name: &str, anchor: &str| (name.to_owned(), anchor.to_owned());
    assert_eq!(saved, [place("row.txt", "op10"), place("sail.txt", "op20")]);
}
