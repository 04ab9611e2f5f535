//! Searches that are not done within a key: matches that come in pieces, and what ends a search.

use crate::harness::{Harness, parse};
use crate::pty::Pty;
use crate::support::file;
use plenary::document::{Document, NodeId, Span};
use plenary::internals::{
    App, Code, Effect, End, Event, Index, Key, Outcome, Piece, Settings, Size, Source, Ticket, parse_chord,
};
use plenary::lookup::find::{Follow, Match, Search};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::sync::Arc;

const SIZE: Size = Size { width: 90, height: 24 };
/// Each of its matches is a letter, and to know that it is no more the whole paragraph is read.
const SLOW: &str = ".*zzz|.";
const LETTERS: usize = 5999;

/// An app whose slow work is done by the test.
struct Reader {
    app: App,
    effects: Vec<Effect>,
}

impl Reader {
    /// Has typed a regular expression that takes long on this paragraph into the find box.
    fn searching() -> Self {
        let mut reader = Self::open(parse(&"row ".repeat(1500)));
        reader.press("/ Ctrl-R");
        reader.type_in(SLOW);
        reader
    }

    fn open(document: Arc<Document>) -> Self {
        let source = Source::File("text.txt".into());
        let mut app = App::new(Settings { colour: false, ..Settings::default() }, [source.clone()]);
        app.open(source, document, false);
        app.prepare(SIZE);
        Self { app, effects: Vec::new() }
    }

    fn hear(&mut self, event: Event) {
        self.effects.extend(self.app.update(event));
        self.app.prepare(SIZE);
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

    fn frame(&mut self) -> String {
        self.app.prepare(SIZE);
        let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.width, SIZE.height));
        self.app.view(&mut buffer);
        let row = |y| (0..SIZE.width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        (0..SIZE.height).map(|y| row(y).trim_end().to_owned() + "\n").collect()
    }

    /// The searches that were handed over.
    fn searches(&self) -> Vec<(Ticket, Arc<Document>, Search)> {
        let search = |effect: &Effect| match effect {
            Effect::Find(ticket, document, search) => {
                Some((ticket.clone(), Arc::clone(document), search.clone()))
            }
            _ => None,
        };
        self.effects.iter().filter_map(search).collect()
    }

    fn answer(&mut self, ticket: &Ticket, piece: Piece) {
        self.hear(Event::Done(ticket.clone(), Outcome::Found(piece)));
    }

    /// The number of matches as shown, with what follows it.
    fn count(&mut self) -> String {
        let frame = self.frame();
        let line = frame.lines().find(|line| line.contains(SLOW)).unwrap_or_else(|| panic!("{frame}"));
        line.rsplit('/').next().unwrap().trim().to_owned()
    }
}

/// Gathers the matches of a search up to a number.
struct Gathered {
    hits: Vec<(NodeId, Span)>,
    most: usize,
}

impl Follow for Gathered {
    fn found(&mut self, found: Match, _: bool) {
        self.hits.push((found.node, found.span));
    }

    fn goes_on(&mut self, _: usize, _: u8) -> bool {
        self.hits.len() < self.most
    }
}

fn more(search: &mut Search, document: &Document, most: usize) -> Vec<(NodeId, Span)> {
    let mut some = Gathered { hits: Vec::new(), most };
    search.run(document, &mut some);
    some.hits
}

#[test]
fn matches_are_shown_as_they_are_found_and_their_number_grows() {
    let mut reader = Reader::searching();
    let first = reader.count();
    assert!(first.ends_with('+'), "{first}");
    let first: usize = first.trim_end_matches('+').parse().unwrap();
    assert!((1..LETTERS).contains(&first), "{first}");
    let (ticket, document, mut search) = reader.searches().pop().unwrap();
    let hits = more(&mut search, &document, 50);
    let second = first + hits.len();
    reader.answer(&ticket, Piece { hits, read: 40, ..Piece::default() });
    assert_eq!(reader.count(), format!("{second}+"));
    // The box may close meanwhile.
    reader.press("Enter");
    let status = reader.frame();
    assert!(status.contains(&format!("1/{second}+")), "{status}");
    // Before the first match there may be others that are not known yet.
    reader.press("N");
    let status = reader.frame();
    assert!(status.contains("searching… 40 %"), "{status}");
    reader.press("n");
    let status = reader.frame();
    assert!(status.contains(&format!("2/{second}+")), "{status}");
    let hits = more(&mut search, &document, usize::MAX);
    reader.answer(&ticket, Piece { hits, read: 100, round: false, end: Some(End::Whole) });
    let status = reader.frame();
    assert!(status.contains(&format!("2/{LETTERS}")) && !status.contains('+'), "{status}");
    reader.press("N N");
    let status = reader.frame();
    assert!(status.contains(&format!("{LETTERS}/{LETTERS}")), "{status}");
    assert!(!ticket.is_awaited());
}

#[test]
fn a_key_ends_the_search_before_and_its_answers_are_dropped() {
    let mut reader = Reader::searching();
    let (ticket, document, mut search) = reader.searches().pop().unwrap();
    assert!(ticket.is_awaited());
    let hits = more(&mut search, &document, 50);
    reader.type_in("?");
    assert!(!ticket.is_awaited());
    let (next, ..) = reader.searches().pop().unwrap();
    assert!(next.is_awaited());
    let before = reader.frame();
    reader.answer(&ticket, Piece { hits: hits.clone(), end: Some(End::Late), ..Piece::default() });
    assert_eq!(reader.frame(), before);
    assert!(next.is_awaited());
    reader.answer(&next, Piece { hits, ..Piece::default() });
    assert_ne!(reader.frame(), before);
}

#[test]
fn escape_ends_a_search_in_the_box_and_behind_it() {
    let fresh = Reader::open(parse(&"row ".repeat(1500))).frame();
    let mut reader = Reader::searching();
    let (ticket, ..) = reader.searches().pop().unwrap();
    reader.press("Esc");
    assert_eq!(reader.frame(), fresh);
    assert!(!ticket.is_awaited());

    let mut reader = Reader::searching();
    let (ticket, ..) = reader.searches().pop().unwrap();
    reader.press("Enter");
    assert!(ticket.is_awaited());
    reader.press("Esc");
    assert!(!ticket.is_awaited());
    let frame = reader.frame();
    assert!(!frame.contains(SLOW), "{frame}");
}

#[test]
fn a_search_that_takes_too_long_is_cut_with_a_sentence() {
    let mut reader = Reader::searching();
    let (ticket, ..) = reader.searches().pop().unwrap();
    reader.answer(&ticket, Piece { read: 37, end: Some(End::Late), ..Piece::default() });
    let frame = reader.frame();
    assert!(frame.contains("stopped searching after 10 seconds: 37 % of the text was searched"), "{frame}");
    assert!(reader.count().ends_with('+') && !ticket.is_awaited());
}

#[test]
fn nothing_is_called_not_found_before_the_whole_text_was_searched() {
    // One that looks for boundaries of words is slower than others.
    let mut reader = Reader::open(parse(&"row ".repeat(80_000)));
    reader.press("/ Ctrl-R");
    reader.type_in(r".*zzz\b");
    let (ticket, ..) = reader.searches().pop().unwrap();
    reader.press("Enter");
    let frame = reader.frame();
    assert!(frame.contains("searching…") && !frame.contains("not found"), "{frame}");
    reader.answer(&ticket, Piece { end: Some(End::Whole), ..Piece::default() });
    let frame = reader.frame();
    assert!(frame.contains("not found"), "{frame}");
}

#[test]
fn in_a_text_of_usual_length_the_key_itself_finds_everything() {
    let text = "1. Decides to row.\n\n".repeat(2000);
    let mut reader = Reader::open(parse(&text));
    reader.press("/");
    reader.type_in("row");
    let frame = reader.frame();
    assert!(frame.contains("1/2000"), "{frame}");
    assert!(reader.searches().is_empty());
}

/// The question that the jump box has asked last, and the index that it asks.
fn question(reader: &Reader) -> (Ticket, String) {
    let asked = |effect: &Effect| match effect {
        Effect::Rank(ticket, question) => Some((ticket.clone(), question.query.clone())),
        _ => None,
    };
    reader.effects.iter().rev().find_map(asked).expect("it was asked")
}

#[test]
fn in_a_long_text_the_jump_box_shows_what_it_has_until_the_answer_comes() {
    let paragraph =
        |at: u32| format!("{at}. Decides to row by day {at} and to rest for the remainder of it;\n\n");
    let paragraphs: String = (1..=5000).map(paragraph).collect();
    let document = parse(&format!("The General Assembly,\n\n{paragraphs}"));
    let index = Arc::new(Index::new(&document));
    let mut reader = Reader::open(Arc::clone(&document));
    reader.press(":");
    let indexing = reader.effects.iter().find_map(|effect| match effect {
        Effect::Index(ticket, _) => Some(ticket.clone()),
        _ => None,
    });
    reader.hear(Event::Done(indexing.unwrap(), Outcome::Indexed(Arc::clone(&index))));

    // A number is found at once.
    reader.type_in("4321");
    let frame = reader.frame();
    assert!(frame.contains("▌4321.") || frame.contains("▌ 4321."), "{frame}");

    reader.press("Ctrl-U");
    reader.type_in("da");
    let (former, _) = question(&reader);
    assert!(former.is_awaited());
    reader.type_in("y 99");
    let (ticket, query) = question(&reader);
    assert_eq!(query, "day 99");
    assert!(ticket.is_awaited() && !former.is_awaited());
    let before = reader.frame();
    reader.hear(Event::Done(former, Outcome::Ranked(None)));
    assert_eq!(reader.frame(), before);
    reader.press("Enter");
    let frame = reader.frame();
    assert!(frame.contains("reading the words"), "{frame}");
    let ranking = index.search(&document, &query, NodeId::ROOT, 200);
    reader.hear(Event::Done(ticket.clone(), Outcome::Ranked(Some(ranking))));
    let frame = reader.frame();
    assert!(frame.contains("day 99 and") && frame.contains("1/"), "{frame}");
    assert!(!ticket.is_awaited());

    reader.type_in("9");
    let (ticket, _) = question(&reader);
    reader.press("Esc");
    assert!(!ticket.is_awaited());
}

/// With work done at once, as in the line mode, a long search ends like a short one.
#[test]
fn where_work_is_done_at_once_the_answer_is_complete() {
    let mut reader = Harness::text(&"row ".repeat(1500)).keys("/ Ctrl-R").type_in(SLOW).keys("Enter");
    let status = reader.status();
    assert!(status.contains(&format!("1/{LETTERS}")), "{status}");
}

/// The whole search would take hours: each letter of the paragraph is a match, and for each the rest of it is read.
#[test]
fn in_a_terminal_escape_is_heard_while_a_search_runs() {
    let (_folder, path) = file("long.txt", "row ".repeat(500_000));
    let mut pty = Pty::start(&[path.to_str().unwrap()]);
    pty.wait_for("the text", |pty| pty.contents().contains("row row"));
    // Until the whole text is read, the find box does not open.
    pty.press("/");
    pty.wait_for("the find box", |pty| pty.contents().contains("0/0"));
    pty.press("\x12");
    pty.press(SLOW);
    pty.wait_for("the first matches", |pty| pty.contents().contains(SLOW) && pty.contents().contains('+'));
    pty.press("\x1b");
    pty.wait_for("the text without the box", |pty| !pty.contents().contains(SLOW));
    pty.press("q");
    pty.end();
}
