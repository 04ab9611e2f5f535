//! The filter box: takes words, a verb, an addressee or a kind, and shows at once what matches, in the text and in the
//! outline.

use super::{Flow, Overlay, query_line, rule};
use crate::app::command::{Command, Scope};
use crate::app::session::Spot;
use crate::ui::input::Input;
use crate::ui::paint::Line;
use crate::ui::state::State;

#[derive(Debug)]
pub(crate) struct Filter {
    input: Input,
    /// The place before the filter.
    from: Spot,
    found: usize,
}

impl Filter {
    pub(crate) fn new(state: &mut State) -> Option<Self> {
        let session = state.panes.current_mut()?;
        let query = session.sieve().map_or(String::new(), |sieve| sieve.query.clone());
        session.unsift();
        let mut filter = Self { input: Input::new(&query), from: session.spot(), found: 0 };
        filter.sift(state);
        Some(filter)
    }

    fn sift(&mut self, state: &mut State) {
        if let Some(session) = state.panes.current_mut() {
            self.found = session.sift(self.input.text().trim(), self.from);
        }
    }
}

impl Overlay for Filter {
    fn scope(&self) -> Scope {
        Scope::List
    }

    fn act(&mut self, command: Command, state: &mut State) -> Flow {
        if self.input.edit(command) {
            self.sift(state);
            return Flow::Done;
        }
        let Some(session) = state.panes.current_mut() else { return Flow::Close };
        let page =
            isize::from(command == Command::NextEntries) - isize::from(command == Command::PreviousEntries);
        match command {
            Command::Accept if self.found == 0 && !self.input.text().trim().is_empty() => {
                let query = self.input.text().trim().to_owned();
                state.say(state.messages().not_found_query(&query));
                Flow::Done
            }
            Command::Accept => Flow::Close,
            Command::Cancel => {
                session.sift("", self.from);
                Flow::Close
            }
            Command::NextEntry | Command::Complete | Command::PreviousEntry => {
                session.scroll(if command == Command::PreviousEntry { -1 } else { 1 });
                Flow::Done
            }
            _ if page != 0 => {
                session.page(page * isize::try_from(session.shown().len().max(2) - 1).unwrap_or(1));
                Flow::Done
            }
            _ => Flow::Pass,
        }
    }

    fn text(&mut self, typed: &str, state: &mut State) -> Flow {
        self.input.insert(typed);
        self.sift(state);
        Flow::Done
    }

    fn outlives(&mut self, state: &mut State) -> bool {
        self.act(Command::Cancel, state);
        false
    }

    fn lines(&mut self, cells: u16, _: u16, state: &mut State) -> Vec<Line> {
        let empty = self.input.text().trim().is_empty();
        let count = if empty { String::new() } else { self.found.to_string() };
        vec![rule(cells, state), query_line("& ", self.input.text(), &count, cells, state)]
    }

    fn input(&self) -> Option<(&Input, u16, u16)> {
        Some((&self.input, 2, 1))
    }

    fn hints(&self, state: &State) -> String {
        state.messages().hints_filter().to_owned()
    }
}
