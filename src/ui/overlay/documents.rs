//! The list of documents at hand: symbol, title, name of the file, filtered by what is typed.

use super::{Flow, Overlay, Shape, query_line, rule};
use crate::app::command::{Command, Scope};
use crate::library::Source;
use crate::text::fold::Folded;
use crate::ui::filter::{self, Kept};
use crate::ui::input::{Cursor, Input};
use crate::ui::paint::{Line, Styled};
use crate::ui::state::State;

#[derive(Debug)]
pub(crate) struct Documents {
    input: Input,
    cursor: Cursor,
    lines: Vec<String>,
    folded: Vec<Folded>,
    kept: Vec<Kept>,
    page: usize,
}

impl Documents {
    /// Opens on the document that is read.
    pub(crate) fn new(state: &State) -> Self {
        let mut list = Self {
            input: Input::default(),
            cursor: Cursor::default(),
            lines: Vec::new(),
            folded: Vec::new(),
            kept: Vec::new(),
            page: 1,
        };
        list.read(state);
        let open = state.session.as_ref().and_then(|session| state.shelf.find(&session.origin));
        list.cursor.at = open.unwrap_or(0);
        list
    }

    fn read(&mut self, state: &State) {
        self.lines = state.shelf.cards.iter().map(crate::app::shelf::Card::line).collect();
        self.folded = filter::prepare(self.lines.iter().map(String::as_str));
        self.kept = filter::filter(&self.folded, self.input.text());
    }

    fn search(&mut self) {
        self.kept = filter::filter(&self.folded, self.input.text());
        self.cursor = Cursor::default();
    }

    fn selected(&self, state: &State) -> Option<Source> {
        let (index, _) = self.kept.get(self.cursor.at)?;
        state.shelf.cards.get(*index).map(|card| card.origin.clone())
    }
}

impl Overlay for Documents {
    fn scope(&self) -> Scope {
        Scope::List
    }

    fn shape(&self) -> Shape {
        Shape::Full
    }

    fn act(&mut self, command: Command, state: &mut State) -> Flow {
        if self.input.edit(command) {
            self.search();
            return Flow::Done;
        }
        if self.cursor.step(command, self.kept.len(), self.page) {
            return Flow::Done;
        }
        match command {
            Command::Accept => {
                let Some(origin) = self.selected(state) else { return Flow::Done };
                let open = state.session.as_ref().is_some_and(|session| session.origin == origin);
                if !open {
                    state.load(origin);
                }
                Flow::Close
            }
            Command::Cancel if state.session.is_none() => Flow::Run(Command::Quit),
            Command::Cancel => Flow::Close,
            _ => Flow::Pass,
        }
    }

    fn text(&mut self, typed: &str, _state: &mut State) -> Flow {
        self.input.insert(typed);
        self.search();
        Flow::Done
    }

    fn news(&mut self, state: &mut State) {
        let selected = self.kept.get(self.cursor.at).map(|(index, _)| *index);
        self.read(state);
        if let Some(at) = selected.and_then(|index| self.kept.iter().position(|(kept, _)| *kept == index)) {
            self.cursor.at = at;
        }
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        self.page = usize::from(most.saturating_sub(2)).max(1);
        let at = if self.kept.is_empty() { 0 } else { self.cursor.at + 1 };
        let count = format!("{at}/{}", self.kept.len());
        let prompt = state.pick("documents: ", "documents: ");
        let mut lines = vec![query_line(prompt, self.input.text(), &count, cells, state), rule(cells, state)];
        let open = state.session.as_ref().and_then(|session| state.shelf.find(&session.origin));
        for at in self.cursor.window(self.kept.len(), self.page) {
            let Some((index, marks)) = self.kept.get(at) else { continue };
            let selected = at == self.cursor.at;
            let mut line = Line::default();
            if selected {
                line.put(0, if state.settings.unicode { "▌" } else { ">" }, state.theme.bar);
            }
            if open == Some(*index) {
                line.put(1, "*", state.theme.dim);
            }
            let Some(text) = self.lines.get(*index) else { continue };
            let shown = crate::text::width::ellipsize(text, usize::from(cells.saturating_sub(4)));
            let mut styled =
                Styled::new(&shown, if selected { state.theme.selected } else { state.theme.text });
            for mark in marks {
                styled.over(mark.clone(), state.theme.hit);
            }
            styled.flush_left(&mut line, 3);
            lines.push(line);
        }
        lines
    }

    fn cursor(&self) -> Option<(u16, u16)> {
        Some((11 + self.input.column(), 0))
    }

    fn hints(&self, state: &State) -> String {
        state
            .pick(
                "Enter open  Esc back  ↑↓ choose  type to filter",
                "Entrée ouvrir  Échap revenir  ↑↓ choisir  taper pour filtrer",
            )
            .to_owned()
    }
}
