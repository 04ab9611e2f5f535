//! What the document asks for, or all documents of the library: of whom, what and by when; a row a request. The text above
//! shows the paragraph of the selected one.

use super::listing::{self, Listing};
use super::{Flow, Overlay, Shape, prompt};
use crate::app::command::{Command, Scope};
use crate::app::panes::Aim;
use crate::document::{Anchor, Document, NodeId, Part, Span};
use crate::grammar;
use crate::library::Source;
use crate::library::actions::{Row, Wanted, sort, sort_by_whom};
use crate::library::enquiry::{Enquiry, Purpose, Reply};
use crate::text::fold::fold_str;
use crate::ui::input::Input;
use crate::ui::paint::Line;
use crate::ui::state::State;
use std::collections::HashMap;
use std::sync::Arc;

/// The most cells of each column: by when, what, of whom, and where.
const COLUMNS: [usize; 4] = [16, 9, 20, 22];

/// Most requests of the library that are listed at a time: all of them would take more memory than a reader may have.
const MOST: usize = 2_000;

/// In what order they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Place,
    Due,
    By,
}

#[derive(Debug)]
pub(crate) struct Actions {
    rows: Vec<Row>,
    /// The words of each request of the document, by its paragraph and where they begin in that.
    spans: HashMap<(String, usize), (NodeId, Span)>,
    /// It is full where all documents of the library are listed.
    listing: Listing,
    order: Order,
    /// How many there are in the library, for the words that were typed.
    all: usize,
}

impl Actions {
    /// The requests of the open document, or where none is open, those of the library.
    pub(crate) fn new(state: &mut State) -> Self {
        let mut actions = Self {
            rows: Vec::new(),
            spans: HashMap::new(),
            listing: Listing::new(false, state),
            order: Order::Place,
            all: 0,
        };
        actions.listing.prompt = prompt(state.messages().actions_prompt());
        if state.panes.is_empty() {
            actions.widen(state);
        } else {
            actions.read(state);
        }
        actions
    }

    /// Lists what the open document asks for.
    fn read(&mut self, state: &mut State) {
        let Some(session) = state.panes.current() else { return };
        (self.listing.full, self.order) = (false, Order::Place);
        let document = Arc::clone(&session.document);
        self.rows = Row::all(&document, &Part::whole(&document), &session.origin);
        self.spans = spans(&document, &self.rows);
        self.fill();
        // The first that is asked from where one reads on.
        let here = session.current();
        let places =
            self.listing.list.all().filter_map(|index| self.rows.get(index)).map(|row| self.place_of(row));
        let next = places.enumerate().find(|(_, place)| place.is_some_and(|(id, _)| id >= here));
        self.listing.list.cursor.at = next.map_or(0, |(at, _)| at);
        self.preview(state);
    }

    /// Asks the library for what all its documents ask for.
    fn widen(&mut self, state: &mut State) {
        if !state.enquiries.there {
            return state.say(state.messages().no_library());
        }
        self.listing.give_back(state);
        (self.listing.full, self.order) = (true, Order::Due);
        (self.rows, self.spans) = (Vec::new(), HashMap::new());
        self.fill();
        self.ask(state);
    }

    /// Asks the library for the first of those that have the words that are typed.
    fn ask(&self, state: &mut State) {
        let words = self.listing.list.input.text().split_whitespace().map(fold_str).collect();
        let by_whom = self.order == Order::By;
        let wanted = Wanted { words, by_whom, limit: Some(MOST), ..Wanted::default() };
        state.enquire(Purpose::Actions, Enquiry::Actions(wanted));
    }

    /// After the words that are typed may have changed. Those that are listed are at most the first.
    fn typed(&mut self, before: &str, state: &mut State) {
        if self.listing.full && self.listing.list.input.text() != before {
            self.ask(state);
        }
        self.preview(state);
    }

    /// Puts them in order and lists them.
    fn fill(&mut self) {
        match self.order {
            Order::Place => {}
            Order::Due => sort(&mut self.rows),
            Order::By => sort_by_whom(&mut self.rows),
        }
        let rows: Vec<_> =
            self.rows.iter().map(|row| (cells(row, self.listing.full), row.text.as_str())).collect();
        self.listing.fill(&rows, COLUMNS);
    }

    fn turn(&mut self, state: &mut State) {
        self.order = match self.order {
            Order::Place => Order::Due,
            Order::Due => Order::By,
            // The library has no order of places.
            Order::By if self.listing.full => Order::Due,
            Order::By => Order::Place,
        };
        let messages = state.messages();
        state.say(match self.order {
            Order::Place => messages.sorted_by_place(),
            Order::Due => messages.sorted_by_due(),
            Order::By => messages.sorted_by_whom(),
        });
        if self.order == Order::Place
            && let Some(session) = state.panes.current()
        {
            self.rows = Row::all(&session.document, &Part::whole(&session.document), &session.origin);
        }
        self.fill();
        if self.listing.full {
            self.ask(state);
        }
        self.preview(state);
    }

    fn selected(&self) -> Option<&Row> {
        self.rows.get(self.listing.list.selected()?)
    }

    fn place(&self) -> Option<(NodeId, Span)> {
        self.place_of(self.selected()?)
    }

    fn place_of(&self, row: &Row) -> Option<(NodeId, Span)> {
        self.spans.get(&(row.anchor.clone(), row.task.words.start)).copied()
    }

    /// Shows the paragraph of the selected request, with its words marked.
    fn preview(&self, state: &mut State) {
        Listing::show(self.place(), state);
    }

    fn accept(&self, state: &mut State) -> Flow {
        if let Some((id, _)) = self.place() {
            return self.listing.stay(id, state);
        }
        let Some(row) = self.selected() else { return Flow::Done };
        let Some(source) = row.document.source.clone() else {
            state.say(state.messages().link_not_open(&row.document.name()));
            return Flow::Done;
        };
        state.open_at(source, Some(Aim::Anchors(vec![Anchor(row.anchor.clone())])));
        Flow::Close
    }

    /// Copies the rows that are listed as a table for spreadsheets.
    fn copy(&self, state: &mut State) {
        let listed = self.listing.list.all().filter_map(|index| self.rows.get(index));
        let rows = listed.map(|row| row.cells(row.document.source.as_ref().map(Source::typed)).to_vec());
        let what = (state.messages().actions_prompt(), Command::Actions.row().id);
        listing::copy(rows, &Row::COLUMNS, what, state);
    }
}

/// The words of each request in the document.
fn spans(document: &Document, rows: &[Row]) -> HashMap<(String, usize), (NodeId, Span)> {
    let mut requests = grammar::requests(document);
    let clauses = document.ids().filter(|&id| document.node(id).kind.is_clause());
    let places = clauses.flat_map(|id| requests(id).into_iter().map(move |request| (id, request.span)));
    let keys = rows.iter().map(|row| (row.anchor.clone(), row.task.words.start));
    keys.zip(places).collect()
}

/// By when, what, of whom, and where.
fn cells(row: &Row, whole: bool) -> [String; 4] {
    let by = match row.task.by.as_slice() {
        [] => row.task.by(),
        [only] => only.clone(),
        [first, more @ ..] => format!("{first} +{}", more.len()),
    };
    let place = if whole { format!("{} {}", row.document.name(), row.place) } else { row.place.clone() };
    [row.task.due(), row.task.what.code().to_owned(), by, place]
}

impl Overlay for Actions {
    fn scope(&self) -> Scope {
        Scope::List
    }

    fn shape(&self) -> Shape {
        self.listing.shape()
    }

    fn act(&mut self, command: Command, state: &mut State) -> Flow {
        match command {
            Command::Accept => return self.accept(state),
            Command::Cancel => {
                self.listing.give_back(state);
                return Flow::Close;
            }
            Command::Sort => self.turn(state),
            Command::CopyList => self.copy(state),
            Command::Widen if self.listing.full && !state.panes.is_empty() => self.read(state),
            Command::Widen => self.widen(state),
            _ => {
                let before = self.listing.list.input.text().to_owned();
                if !self.listing.list.act(command) {
                    return Flow::Pass;
                }
                self.typed(&before, state);
            }
        }
        Flow::Done
    }

    fn text(&mut self, typed: &str, state: &mut State) -> Flow {
        let before = self.listing.list.input.text().to_owned();
        self.listing.list.type_in(typed);
        self.typed(&before, state);
        Flow::Done
    }

    fn news(&mut self, state: &mut State) -> Flow {
        match state.enquiries.take(Purpose::Actions) {
            Some(Reply::Actions { rows, all }) => {
                (self.rows, self.all) = (rows, all);
                self.fill();
            }
            Some(Reply::Failed(sentence)) => state.say(sentence),
            _ => {}
        }
        Flow::Done
    }

    fn outlives(&mut self, state: &mut State) -> bool {
        self.listing.give_back(state);
        false
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        let messages = state.messages();
        let none = if state.enquiries.is_awaited(Purpose::Actions) {
            messages.asking_library()
        } else {
            messages.actions_none()
        };
        let words = self.words(cells, state);
        let above = if self.listing.full && self.all > self.rows.len() {
            messages.list_first(self.rows.len(), self.all)
        } else {
            String::new()
        };
        self.listing.frame(&above, words, none, (cells, most), state)
    }

    fn input(&self) -> Option<(&Input, u16, u16)> {
        Some(self.listing.input())
    }

    fn hints(&self, state: &State) -> String {
        state.messages().hints_actions().to_owned()
    }

    fn settle(&mut self, state: &mut State) {
        self.preview(state);
    }
}

impl Actions {
    /// The title of the document and the words of the selected request, below the list.
    fn words(&self, cells: u16, state: &State) -> Vec<Line> {
        let Some(row) = self.selected() else { return Vec::new() };
        let title = row.document.title.as_deref().unwrap_or_default();
        let about = state.messages().labelled(&row.document.name(), title);
        let text = row.text.split_whitespace().collect::<Vec<_>>().join(" ");
        listing::words(&about, &text, 0..0, cells, state)
    }
}
