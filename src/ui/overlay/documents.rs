//! The list of documents on the shelf, with symbol, title and file name, filtered by a query.

use super::{Flow, Overlay, Shape, filtered_rows, prompt, query_line, rule};
use crate::app::command::{Command, Scope};
use crate::app::hand::Wish;
use crate::library::Source;
use crate::text::width;
use crate::ui::filter::Filtered;
use crate::ui::input::Input;
use crate::ui::paint::Line;
use crate::ui::state::State;

#[derive(Debug, Default)]
pub(crate) struct Documents {
    list: Filtered,
    lines: Vec<String>,
    origins: Vec<Source>,
    prompt: String,
    /// Nothing is open behind the list, and Escape was pressed: once more ends the program.
    leaving: bool,
}

impl Documents {
    /// Opens the list with the current document selected.
    pub(crate) fn new(state: &State) -> Self {
        let mut documents = Self { prompt: prompt(state.messages().documents_prompt()), ..Self::default() };
        documents.read(state);
        let open = state.panes.current().and_then(|session| state.shelf.find(&session.origin));
        documents.list.cursor.at = open.unwrap_or(0);
        documents
    }

    fn read(&mut self, state: &State) {
        let chosen = self.selected().filter(|_| self.list.is_chosen());
        self.lines = state.shelf.lines(state.messages());
        self.origins = state.shelf.cards().iter().map(|card| card.origin.clone()).collect();
        self.list.growing = state.is_looking();
        self.list.fill(self.lines.iter().map(String::as_str));
        // What was found meanwhile may stand before it.
        if let Some(at) = chosen.and_then(|chosen| state.shelf.find(&chosen)) {
            self.list.select(at);
        }
    }

    fn selected(&self) -> Option<Source> {
        self.origins.get(self.list.selected()?).cloned()
    }
}

/// Whether what was typed ends the program in the jump box: ":q". The letter alone is looked for in the list.
fn is_quit(typed: &str) -> bool {
    let command = typed.trim().strip_prefix(':');
    command.is_some_and(|command| Wish::typed(command, None, None) == Some(Wish::Quit))
}

impl Overlay for Documents {
    fn scope(&self) -> Scope {
        Scope::List
    }

    fn shape(&self) -> Shape {
        Shape::Full
    }

    fn act(&mut self, command: Command, state: &mut State) -> Flow {
        let leaving = std::mem::take(&mut self.leaving);
        if self.list.act(command) {
            return Flow::Done;
        }
        match command {
            Command::Accept if is_quit(self.list.input.text()) => Flow::Run(Command::Quit),
            Command::Accept => {
                let Some(origin) = self.selected() else { return Flow::Done };
                let open = state.panes.current().is_some_and(|session| session.origin == origin);
                if !open {
                    state.load(origin);
                }
                Flow::Close
            }
            // One Escape too many is no wish to end the program.
            Command::Cancel if state.panes.is_empty() && !leaving => {
                if self.list.input.text().is_empty() {
                    self.leaving = true;
                    state.say(state.messages().escape_again());
                } else {
                    self.list.act(Command::Clear);
                }
                Flow::Done
            }
            Command::Cancel if state.panes.is_empty() => Flow::Run(Command::Quit),
            Command::Cancel => Flow::Close,
            _ => Flow::Pass,
        }
    }

    fn text(&mut self, typed: &str, _state: &mut State) -> Flow {
        self.leaving = false;
        self.list.type_in(typed);
        Flow::Done
    }

    fn news(&mut self, state: &mut State) -> Flow {
        self.read(state);
        Flow::Done
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        // While documents are looked into, their titles and symbols are still to come.
        let more = if state.is_looking() { "+" } else { "" };
        let count = format!("{}{more}", self.list.count());
        let mut lines =
            vec![query_line(&self.prompt, self.list.input.text(), &count, cells, state), rule(cells, state)];
        let open = state.panes.current().and_then(|session| state.shelf.find(&session.origin));
        lines.extend(filtered_rows(
            &mut self.list,
            &self.lines,
            3,
            (cells, most.saturating_sub(2)),
            open,
            state,
        ));
        lines
    }

    fn input(&self) -> Option<(&Input, u16, u16)> {
        Some((&self.list.input, width::width(&self.prompt) as u16, 0))
    }

    fn hints(&self, state: &State) -> String {
        let messages = state.messages();
        let alone = state.panes.is_empty();
        if alone { messages.hints_documents_alone() } else { messages.hints_documents() }.to_owned()
    }
}
