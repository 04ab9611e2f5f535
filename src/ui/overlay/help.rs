//! All keys, from the table of commands; filtered by what is typed, and Enter carries the command out.

use super::{Flow, Overlay, Shape, query_line, rule};
use crate::app::command::{Command, Scope, TABLE};
use crate::text::fold::Folded;
use crate::ui::filter::{self, Kept};
use crate::ui::input::{Cursor, Input};
use crate::ui::paint::{Line, Styled};
use crate::ui::state::State;

/// Cells that the sentences and the scope get before the keys are cut.
const WORDS: u16 = 62;

#[derive(Debug)]
pub(crate) struct Help {
    input: Input,
    cursor: Cursor,
    keys: Vec<String>,
    folded: Vec<Folded>,
    kept: Vec<Kept>,
    page: usize,
}

impl Help {
    pub(crate) fn new(state: &State) -> Self {
        let keys: Vec<String> =
            TABLE.iter().map(|row| state.settings.keymap.keys(row.command).join("  ")).collect();
        let lines: Vec<String> = TABLE
            .iter()
            .zip(&keys)
            .map(|(row, keys)| format!("{} {keys} {} {}", row.sentence, row.id, row.scope.name()))
            .collect();
        let folded = filter::prepare(lines.iter().map(String::as_str));
        let kept = filter::filter(&folded, "");
        Self { input: Input::default(), cursor: Cursor::default(), keys, folded, kept, page: 1 }
    }

    fn search(&mut self) {
        self.kept = filter::filter(&self.folded, self.input.text());
        self.cursor = Cursor::default();
    }
}

impl Overlay for Help {
    fn scope(&self) -> Scope {
        Scope::List
    }

    fn shape(&self) -> Shape {
        Shape::Full
    }

    fn act(&mut self, command: Command, _state: &mut State) -> Flow {
        if self.input.edit(command) {
            self.search();
            return Flow::Done;
        }
        if self.cursor.step(command, self.kept.len(), self.page) {
            return Flow::Done;
        }
        match command {
            Command::Accept => {
                let row = self.kept.get(self.cursor.at).and_then(|(index, _)| TABLE.get(*index));
                match row {
                    Some(row) if matches!(row.scope, Scope::Global | Scope::Reader) => Flow::Run(row.command),
                    _ => Flow::Close,
                }
            }
            Command::Cancel => Flow::Close,
            _ => Flow::Pass,
        }
    }

    fn text(&mut self, typed: &str, _state: &mut State) -> Flow {
        self.input.insert(typed);
        self.search();
        Flow::Done
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        self.page = usize::from(most.saturating_sub(2)).max(1);
        let at = if self.kept.is_empty() { 0 } else { self.cursor.at + 1 };
        let count = format!("{at}/{}", self.kept.len());
        let mut lines = vec![query_line("? ", self.input.text(), &count, cells, state), rule(cells, state)];
        for at in self.cursor.window(self.kept.len(), self.page) {
            let Some((index, marks)) = self.kept.get(at) else { continue };
            let (Some(row), Some(keys)) = (TABLE.get(*index), self.keys.get(*index)) else { continue };
            let selected = at == self.cursor.at;
            let mut line = Line::default();
            if selected {
                line.put(0, if state.settings.unicode { "▌" } else { ">" }, state.theme.bar);
            }
            let base = if selected { state.theme.selected } else { state.theme.text };
            let widest =
                self.keys.iter().map(|keys| crate::text::width::width(keys)).max().unwrap_or(0) as u16;
            let keys_room = widest.min(cells.saturating_sub(WORDS)).max(cells / 4);
            line.put(2, &crate::text::width::ellipsize(keys, usize::from(keys_room)), state.theme.number);
            let mut styled = Styled::new(row.sentence, base);
            for mark in marks {
                styled.over(mark.clone(), state.theme.hit);
            }
            styled.flush_left(&mut line, keys_room + 4);
            let scope = row.scope.name();
            if cells >= 80 {
                line.put(cells.saturating_sub(12), scope, state.theme.dim);
            }
            lines.push(line);
        }
        lines
    }

    fn cursor(&self) -> Option<(u16, u16)> {
        Some((2 + self.input.column(), 0))
    }

    fn hints(&self, state: &State) -> String {
        state
            .pick(
                "type to filter  Enter does it  Esc close",
                "taper pour filtrer  Entrée exécute  Échap fermer",
            )
            .to_owned()
    }
}
