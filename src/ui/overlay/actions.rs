//! What the document asks for, or all documents of the library: of whom, what and by when; a row a request. The text above
//! shows the paragraph of the selected one.

use super::sheet::entry_lines;
use super::{Flow, Overlay, Shape, filtered_rows, prompt, query_line, rule};
use crate::app::command::{Command, Scope};
use crate::app::event::Effect;
use crate::app::panes::Aim;
use crate::app::session::Spot;
use crate::document::{Anchor, Document, NodeId, Part, Span};
use crate::export::csv;
use crate::grammar;
use crate::library::Source;
use crate::library::actions::{Row, Wanted, sort};
use crate::library::enquiry::{Enquiry, Purpose, Reply};
use crate::text::width;
use crate::ui::filter::Filtered;
use crate::ui::input::Input;
use crate::ui::paint::Line;
use crate::ui::state::State;
use std::collections::HashMap;
use std::sync::Arc;

/// How many rows of a document's requests are shown, below its text.
const ROWS: u16 = 8;
/// How many rows the words of the selected request may take, below those of the library.
const WORDS: usize = 4;
/// The most cells of each column: by when, what, of whom, and where.
const COLUMNS: [usize; 4] = [16, 9, 20, 22];
/// The longest table that is put on a clipboard, in bytes: terminals take no more.
const MOST_COPIED: usize = 1 << 18;

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
    lines: Vec<String>,
    list: Filtered,
    order: Order,
    /// All documents of the library are listed.
    whole: bool,
    prompt: String,
    /// Where the document was read before.
    from: Option<Spot>,
}

impl Actions {
    /// The requests of the open document, or where none is open, those of the library.
    pub(crate) fn new(state: &mut State) -> Self {
        let mut actions = Self {
            rows: Vec::new(),
            spans: HashMap::new(),
            lines: Vec::new(),
            list: Filtered::default(),
            order: Order::Place,
            whole: false,
            prompt: prompt(state.messages().actions_prompt()),
            from: state.panes.current().map(crate::app::session::Session::spot),
        };
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
        (self.whole, self.order) = (false, Order::Place);
        let document = Arc::clone(&session.document);
        self.rows = Row::all(&document, &Part::whole(&document), &session.origin);
        self.spans = spans(&document, &self.rows);
        self.fill();
        // The first that is asked from where one reads on.
        let here = session.current();
        let places = self.list.all().filter_map(|index| self.rows.get(index)).map(|row| self.place_of(row));
        let next = places.enumerate().find(|(_, place)| place.is_some_and(|(id, _)| id >= here));
        self.list.cursor.at = next.map_or(0, |(at, _)| at);
        self.preview(state);
    }

    /// Asks the library for what all its documents ask for.
    fn widen(&mut self, state: &mut State) {
        if !state.enquiries.there {
            return state.say(state.messages().no_library());
        }
        self.give_back(state);
        (self.whole, self.order) = (true, Order::Due);
        (self.rows, self.spans) = (Vec::new(), HashMap::new());
        self.fill();
        state.enquire(Purpose::Actions, Enquiry::Actions(Wanted::default()));
    }

    /// Puts them in order and lists them.
    fn fill(&mut self) {
        match self.order {
            Order::Place => {}
            Order::Due => sort(&mut self.rows),
            Order::By => self.rows.sort_by_cached_key(|row| row.task.by()),
        }
        self.lines = lines(&self.rows, self.whole);
        self.list.fill(self.lines.iter().map(String::as_str));
        self.list.cursor.at = 0;
    }

    fn turn(&mut self, state: &mut State) {
        self.order = match self.order {
            Order::Place => Order::Due,
            Order::Due => Order::By,
            // The library has no order of places.
            Order::By if self.whole => Order::Due,
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
        self.preview(state);
    }

    fn selected(&self) -> Option<&Row> {
        self.rows.get(self.list.selected()?)
    }

    fn place(&self) -> Option<(NodeId, Span)> {
        self.place_of(self.selected()?)
    }

    fn place_of(&self, row: &Row) -> Option<(NodeId, Span)> {
        self.spans.get(&(row.anchor.clone(), row.task.words.start)).copied()
    }

    /// Shows the paragraph of the selected request, with its words marked.
    fn preview(&self, state: &mut State) {
        let place = self.place();
        let Some(session) = state.panes.current_mut() else { return };
        if let Some((id, span)) = place {
            session.show(id, Some(span.start));
            session.matched = vec![span];
        }
    }

    /// Gives back what the list has changed in the text.
    fn give_back(&self, state: &mut State) {
        let Some((session, from)) = state.panes.current_mut().zip(self.from) else { return };
        session.matched.clear();
        session.restore(from);
    }

    fn accept(&self, state: &mut State) -> Flow {
        if let Some((id, _)) = self.place() {
            let Some((session, from)) = state.panes.current_mut().zip(self.from) else { return Flow::Close };
            session.matched.clear();
            session.stay(id, from);
            return Flow::Close;
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
        let mut table = Vec::new();
        let listed = self.list.all().filter_map(|index| self.rows.get(index));
        let cells = listed.map(|row| row.cells(row.document.source.as_ref().map(Source::typed)));
        for row in std::iter::once(Row::COLUMNS.map(str::to_owned)).chain(cells) {
            // Nothing is lost on the way into memory.
            drop(csv::row(&row, &mut table));
        }
        if table.len() > MOST_COPIED {
            return state.say(state.messages().actions_too_many());
        }
        state.effects.push(Effect::Copy(String::from_utf8_lossy(&table).into_owned()));
        let messages = state.messages();
        let said = messages.labelled(messages.actions_prompt(), state.sent());
        state.say(said);
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

/// The rows as lines whose columns stand below each other.
fn lines(rows: &[Row], whole: bool) -> Vec<String> {
    let cells = |row: &Row| {
        let by = match row.task.by.as_slice() {
            [] => row.task.by(),
            [only] => only.clone(),
            [first, more @ ..] => format!("{first} +{}", more.len()),
        };
        let place = if whole { format!("{} {}", row.document.name(), row.place) } else { row.place.clone() };
        let due = row.task.due();
        [due, row.task.what.code().to_owned(), by, place]
    };
    let all: Vec<[String; 4]> = rows.iter().map(cells).collect();
    let mut wide = [0; 4];
    for cells in &all {
        for ((wide, cell), most) in wide.iter_mut().zip(cells).zip(COLUMNS) {
            *wide = width::width(cell).clamp(*wide, most.max(*wide));
        }
    }
    let line = |(row, cells): (&Row, &[String; 4])| {
        let mut line = String::new();
        for (cell, wide) in cells.iter().zip(wide) {
            let cell = width::ellipsize(cell, wide);
            line.push_str(&cell);
            line.push_str(&" ".repeat(wide.saturating_sub(width::width(&cell)) + 2));
        }
        line + &row.text.replace(['\n', '\t'], " ")
    };
    rows.iter().zip(&all).map(line).collect()
}

impl Overlay for Actions {
    fn scope(&self) -> Scope {
        Scope::List
    }

    fn shape(&self) -> Shape {
        if self.whole { Shape::Full } else { Shape::Foot }
    }

    fn act(&mut self, command: Command, state: &mut State) -> Flow {
        match command {
            Command::Accept => return self.accept(state),
            Command::Cancel => {
                self.give_back(state);
                return Flow::Close;
            }
            Command::Sort => self.turn(state),
            Command::CopyList => self.copy(state),
            Command::Widen if self.whole && !state.panes.is_empty() => self.read(state),
            Command::Widen => self.widen(state),
            _ if self.list.act(command) => self.preview(state),
            _ => return Flow::Pass,
        }
        Flow::Done
    }

    fn text(&mut self, typed: &str, state: &mut State) -> Flow {
        self.list.type_in(typed);
        self.preview(state);
        Flow::Done
    }

    fn news(&mut self, state: &mut State) {
        match state.enquiries.take(Purpose::Actions) {
            Some(Reply::Actions(rows)) => {
                self.rows = rows;
                self.fill();
            }
            Some(Reply::Failed(sentence)) => state.say(sentence),
            _ => {}
        }
    }

    fn outlives(&mut self, state: &mut State) -> bool {
        self.give_back(state);
        false
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        let count = self.list.count();
        let mut out =
            vec![rule(cells, state), query_line(&self.prompt, self.list.input.text(), &count, cells, state)];
        let mut words = Vec::new();
        if self.whole {
            out.swap(0, 1);
            words = self.words(cells, state);
        }
        let room = most.saturating_sub(2 + words.len() as u16);
        let room = if self.whole { room } else { room.min(ROWS) };
        let listed = filtered_rows(&mut self.list, &self.lines, 2, (cells, room), None, state);
        let blank = if self.whole { usize::from(room).saturating_sub(listed.len()) } else { 0 };
        if listed.is_empty() {
            let messages = state.messages();
            let said = if state.enquiries.is_awaited(Purpose::Actions) {
                messages.asking_library()
            } else {
                messages.actions_none()
            };
            let mut line = Line::default();
            line.put(2, said, state.theme.dim);
            out.push(line);
        } else {
            out.extend(listed);
            if !words.is_empty() {
                out.extend(std::iter::repeat_with(Line::default).take(blank));
                out.extend(words);
            }
        }
        out
    }

    fn input(&self) -> Option<(&Input, u16, u16)> {
        Some((&self.list.input, width::width(&self.prompt) as u16, u16::from(!self.whole)))
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
        let mut out = vec![rule(cells, state)];
        let title = row.document.title.as_deref().unwrap_or_default();
        let about = state.messages().labelled(&row.document.name(), title);
        let mut line = Line::default();
        line.put(2, &width::ellipsize(&about, usize::from(cells.saturating_sub(3))), state.theme.heading);
        out.push(line);
        let text = row.text.split_whitespace().collect::<Vec<_>>().join(" ");
        out.extend(entry_lines(&[(String::new(), text)], cells, state).into_iter().take(WORDS));
        out
    }
}
