//! The versions of the document in other languages, to choose one: a row each at the bottom, the text above stays.

use super::{Flow, Overlay, filtered_rows, prompt, query_line, rule};
use crate::app::command::{Command, Scope};
use crate::app::hand::Translation;
use crate::text::width;
use crate::ui::filter::Filtered;
use crate::ui::input::Input;
use crate::ui::paint::Line;
use crate::ui::state::State;

#[derive(Debug)]
pub(crate) struct Translations {
    versions: Vec<Translation>,
    lines: Vec<String>,
    list: Filtered,
    prompt: String,
}

impl Translations {
    /// Opens on the language that was chosen last, or else on that of the interface.
    pub(crate) fn new(versions: Vec<Translation>, state: &State) -> Self {
        let messages = state.messages();
        let line = |version: &Translation| {
            let (code, name) = (version.language.code(), messages.name(version.language));
            format!("{code}  {name}  · {}", version.origin.name())
        };
        let lines: Vec<String> = versions.iter().map(line).collect();
        let mut list = Filtered::default();
        list.fill(lines.iter().map(String::as_str));
        let is = |code: &str| versions.iter().position(|version| version.language.code() == code);
        let chosen = state.hand.tongue.and_then(is).or_else(|| is(state.settings.locale.code()));
        list.cursor.at = chosen.unwrap_or(0);
        Self { versions, lines, list, prompt: prompt(messages.translations_prompt()) }
    }
}

impl Overlay for Translations {
    fn scope(&self) -> Scope {
        Scope::List
    }

    fn act(&mut self, command: Command, state: &mut State) -> Flow {
        if self.list.act(command) {
            return Flow::Done;
        }
        match command {
            Command::Accept => {
                let chosen = self.list.selected().and_then(|index| self.versions.get(index));
                let Some(version) = chosen else { return Flow::Done };
                state.translate(version);
                Flow::Close
            }
            Command::Cancel => Flow::Close,
            _ => Flow::Pass,
        }
    }

    fn text(&mut self, typed: &str, _state: &mut State) -> Flow {
        self.list.type_in(typed);
        Flow::Done
    }

    fn outlives(&mut self, _state: &mut State) -> bool {
        false
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        let count = self.list.count();
        let mut lines =
            vec![rule(cells, state), query_line(&self.prompt, self.list.input.text(), &count, cells, state)];
        lines.extend(filtered_rows(
            &mut self.list,
            &self.lines,
            2,
            (cells, most.saturating_sub(2)),
            None,
            state,
        ));
        lines
    }

    fn input(&self) -> Option<(&Input, u16, u16)> {
        Some((&self.list.input, width::width(&self.prompt) as u16, 1))
    }

    fn hints(&self, state: &State) -> String {
        state.messages().hints_documents().to_owned()
    }
}
