//! The help: all commands with their keys, filtered by a query. Enter carries the selected one out.

use super::{Flow, Overlay, Shape, query_line, rule, select};
use crate::app::command::{Command, Scope, TABLE};
use crate::text::width;
use crate::ui::filter::Filtered;
use crate::ui::input::Input;
use crate::ui::paint::{Line, Styled};
use crate::ui::state::State;

/// How many cells the sentence and the scope get before the keys are cut off.
const WORDS: u16 = 66;
/// The width of the scope column in cells.
const SCOPE: u16 = 12;

#[derive(Debug)]
pub(crate) struct Help {
    list: Filtered,
    keys: Vec<String>,
}

impl Help {
    pub(crate) fn new(state: &State) -> Self {
        let keys: Vec<String> =
            TABLE.iter().map(|row| state.settings.keymap.keys(row.command).join("  ")).collect();
        let messages = state.messages();
        let searched = TABLE.iter().zip(&keys).map(|(row, keys)| {
            format!("{} {keys} {} {}", (row.sentence)(messages), row.id, row.scope.name(messages))
        });
        let lines: Vec<String> = searched.collect();
        let mut list = Filtered::default();
        list.fill(lines.iter().map(String::as_str));
        Self { list, keys }
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
        if self.list.act(command) {
            return Flow::Done;
        }
        match command {
            Command::Accept => match self.list.selected().and_then(|index| TABLE.get(index)) {
                Some(row) if matches!(row.scope, Scope::Global | Scope::Reader) => Flow::Run(row.command),
                _ => Flow::Close,
            },
            Command::Cancel => Flow::Close,
            _ => Flow::Pass,
        }
    }

    fn text(&mut self, typed: &str, _state: &mut State) -> Flow {
        self.list.type_in(typed);
        Flow::Done
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        let count = self.list.count();
        let mut lines =
            vec![query_line("? ", self.list.input.text(), &count, cells, state), rule(cells, state)];
        let widest = self.keys.iter().map(|keys| width::width(keys)).max().unwrap_or(0) as u16;
        let room = widest.min(cells.saturating_sub(WORDS)).max(cells / 4);
        for (index, marks, selected) in self.list.window(most.saturating_sub(2)) {
            let (Some(row), Some(keys)) = (TABLE.get(index), self.keys.get(index)) else { continue };
            let mut line = Line::default();
            let base = select(&mut line, selected, state);
            line.put(2, &width::ellipsize(keys, usize::from(room)), state.theme.number);
            let scope = if cells >= 80 { SCOPE } else { 0 };
            let sentence = (row.sentence)(state.messages());
            let words = width::truncate(sentence, usize::from(cells.saturating_sub(room + 4 + scope)));
            let mut styled = Styled::new(words, base);
            for mark in marks {
                styled.over(mark, state.theme.hit);
            }
            styled.phrase(&mut line, room + 4);
            if scope > 0 {
                let scope_name = row.scope.name(state.messages());
                line.put(cells.saturating_sub(scope - 1), scope_name, state.theme.dim);
            }
            lines.push(line);
        }
        lines
    }

    fn input(&self) -> Option<(&Input, u16, u16)> {
        Some((&self.list.input, 2, 0))
    }

    fn hints(&self, state: &State) -> String {
        state.messages().hints_help().to_owned()
    }
}
