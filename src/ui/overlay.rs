//! Overlays: sheets over the panes, stacked. A key goes to the one on top first.

pub(crate) mod documents;
pub(crate) mod find;
pub(crate) mod help;
pub(crate) mod jump;
pub(crate) mod links;
pub(crate) mod outline;
pub(crate) mod sheet;

use super::input::Input;
use super::paint::{Line, Styled};
use super::state::State;
use crate::app::command::{Command, Scope};

/// What an overlay wants after a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flow {
    /// It was dealt with.
    Done,
    /// It is for whoever is below.
    Pass,
    /// The overlay goes.
    Close,
    /// The overlay goes, and this is carried out.
    Run(Command),
}

/// Where an overlay stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// At the foot; the text above stays in sight.
    Foot,
    /// Over all panes.
    Full,
}

pub(crate) trait Overlay: std::fmt::Debug {
    fn scope(&self) -> Scope;

    fn shape(&self) -> Shape {
        Shape::Foot
    }

    /// Carries out a command of its scope.
    fn act(&mut self, command: Command, state: &mut State) -> Flow;

    /// Takes typed or pasted text.
    fn text(&mut self, _typed: &str, _state: &mut State) -> Flow {
        Flow::Pass
    }

    /// Something came from outside: an index, a catalogue.
    fn news(&mut self, _state: &mut State) {}

    /// Its lines, at most `most` of them, `cells` wide.
    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line>;

    /// What is typed, where it takes text: the cells before it, and the row in which it stands.
    fn input(&self) -> Option<(&Input, u16, u16)> {
        None
    }

    /// The keys that help here, for the status line.
    fn hints(&self, state: &State) -> String;

    /// The panes below got their final size: what must be in sight is brought there.
    fn settle(&mut self, _state: &mut State) {}
}

/// A thin rule over the whole width.
pub(crate) fn rule(cells: u16, state: &State) -> Line {
    let mut line = Line::default();
    line.push(&"─".repeat(usize::from(cells)), state.theme.rule);
    line
}

/// Marks the line of a list that is selected; the style of its words.
pub(crate) fn select(line: &mut Line, selected: bool, state: &State) -> ratatui::style::Style {
    if !selected {
        return state.theme.text;
    }
    line.put(0, "▌", state.theme.bar);
    state.theme.selected
}

/// The line where a query is typed, with its count at the right.
pub(crate) fn query_line(prompt: &str, query: &str, count: &str, cells: u16, state: &State) -> Line {
    let mut line = Line::default();
    // What is blank behind it stays between it and the query.
    let shown = if state.is_mirrored() { prompt.trim_end() } else { prompt };
    line.push(&state.painted(shown), state.theme.heading);
    let at = crate::text::width(prompt) as u16;
    Styled::new(query, state.theme.text).flush_left(&mut line, at, state.settings.bidi);
    let wide = crate::text::width::width(count) as u16;
    if line.width() + wide + 2 <= cells {
        line.put(cells - wide - 1, count, state.theme.dim);
    }
    line
}
