//! Overlays: boxes over the panes, in a stack. A key goes to the topmost one first.

pub(crate) mod actions;
pub(crate) mod cited;
pub(crate) mod documents;
pub(crate) mod everywhere;
pub(crate) mod filter;
pub(crate) mod find;
pub(crate) mod help;
pub(crate) mod jump;
pub(crate) mod library;
pub(crate) mod links;
pub(crate) mod listing;
pub(crate) mod outline;
pub(crate) mod sheet;
pub(crate) mod translations;

use super::filter::Filtered;
use super::input::Input;
use super::paint::{Line, Styled};
use super::state::State;
use crate::app::command::{Command, Scope};
use crate::config::Bidi;
use crate::document::{Document, NodeId, citation};
use crate::text::bidi::needs_reordering;
use crate::text::chars::is_wide;
use crate::text::width;
use help::Tip;

/// What an overlay answers to a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flow {
    /// The key was handled.
    Done,
    /// The key is for whatever is below.
    Pass,
    /// The overlay closes.
    Close,
    /// The overlay closes, and this command is carried out.
    Run(Command),
}

/// Where an overlay is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// At the bottom, so that the text above stays visible.
    Foot,
    /// Over all panes.
    Full,
}

pub(crate) trait Overlay: std::fmt::Debug {
    fn scope(&self) -> Scope;

    fn shape(&self) -> Shape {
        Shape::Foot
    }

    /// Handles a command of the overlay's scope.
    fn act(&mut self, command: Command, state: &mut State) -> Flow;

    /// Handles typed or pasted text.
    fn text(&mut self, _typed: &str, _state: &mut State) -> Flow {
        Flow::Pass
    }

    /// Handles a click on one of its rows, from 0.
    fn press(&mut self, _row: u16, _state: &mut State) -> Flow {
        Flow::Done
    }

    /// A result of slow work has arrived: an index, titles of documents, or an answer of the library.
    fn news(&mut self, _state: &mut State) -> Flow {
        Flow::Done
    }

    /// Another document takes the place of the one that was open: gives back what the overlay has changed there, and
    /// says whether the overlay stays.
    fn outlives(&mut self, _state: &mut State) -> bool {
        true
    }

    /// It tells of something that failed, and the next failure takes its place.
    fn tells_of_failure(&self) -> bool {
        false
    }

    /// The lines of the overlay: at most `most` of them, each `cells` wide.
    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line>;

    /// The input line, where there is one: its text, the number of cells before it, and its row from 0.
    fn input(&self) -> Option<(&Input, u16, u16)> {
        None
    }

    /// What may be typed here, for the help; then a question mark as the first character asks for it.
    fn tips(&self, _state: &State) -> Vec<Tip> {
        Vec::new()
    }

    /// The keys that apply here, for the status line.
    fn hints(&self, state: &State) -> String;

    /// The panes below have their final height: the overlay scrolls what it is about into view.
    fn settle(&mut self, _state: &mut State) {}
}

/// A horizontal rule over the whole width.
pub(crate) fn rule(cells: u16, state: &State) -> Line {
    let mut line = Line::default();
    line.push(&"─".repeat(usize::from(cells)), state.theme.rule);
    line
}

/// Marks the line of a list if it is selected, and returns the style of its text.
pub(crate) fn select(line: &mut Line, selected: bool, state: &State) -> ratatui::style::Style {
    if !selected {
        return state.theme.text;
    }
    line.put(0, "▌", state.theme.bar);
    state.theme.selected
}

/// The rows of a filtered list in a window of `cells` by `rows` cells: each text from column `x` on, its matches marked, a
/// star before the row that is `open`.
pub(crate) fn filtered_rows(
    list: &mut Filtered,
    lines: &[String],
    x: u16,
    (cells, rows): (u16, u16),
    open: Option<usize>,
    state: &State,
) -> Vec<Line> {
    let window = list.window(rows).into_iter();
    let shown = window.filter_map(|(index, marks, selected)| {
        let whole = apart(lines.get(index)?, state);
        let text = width::ellipsize(whole, usize::from(cells.saturating_sub(4)));
        // Of a name that has no room, not even its dot is left.
        let text = text.strip_suffix("·…").map_or(text.as_ref(), str::trim_end);
        let mut line = Line::default();
        let base = select(&mut line, selected, state);
        if open == Some(index) {
            line.put(1, "*", state.theme.dim);
        }
        let mut styled = Styled::new(text, base);
        for mark in marks {
            styled.over(mark, state.theme.hit);
        }
        styled.columns(&mut line, x);
        Some(line)
    });
    shown.collect()
}

/// A terminal that orders letters itself takes a row for one text, and would read the figures of the name of a file as
/// part of an Arabic title before it: there the name is left out.
fn apart<'l>(line: &'l str, state: &State) -> &'l str {
    let is_joined = |title: &str| state.settings.bidi == Bidi::Terminal && needs_reordering(title, false);
    line.rsplit_once("  · ").filter(|(title, _)| is_joined(title)).map_or(line, |(title, _)| title)
}

/// What stands before the input of a list. A wide colon needs no blank behind it.
pub(crate) fn prompt(words: &str) -> String {
    let blank = if words.ends_with(is_wide) { "" } else { " " };
    format!("{words}{blank}")
}

/// The input line of a list, with the count at its right end.
pub(crate) fn query_line(prompt: &str, query: &str, count: &str, cells: u16, state: &State) -> Line {
    let mut line = Line::default();
    // The space after the prompt is trimmed in a mirrored line; the column of the query keeps the gap.
    let shown = if state.is_mirrored() { prompt.trim_end() } else { prompt };
    line.push(shown, state.theme.heading);
    let at = crate::text::width(prompt) as u16;
    Styled::new(query, state.theme.text).phrase(&mut line, at);
    let wide = crate::text::width::width(count) as u16;
    if line.width() + wide + 2 <= cells {
        line.put(cells - wide - 1, count, state.theme.dim);
    }
    line
}

/// The short addresses of the hits in the window of a list, in a column of their own.
pub(crate) struct Places {
    texts: Vec<String>,
    wide: usize,
}

impl Places {
    /// The fewest cells of the column, so that its width seldom changes while a list moves.
    const LEAST: usize = 4;
    /// The most of them on a narrow and on a wide screen.
    const MOST: (usize, usize) = (10, 20);

    /// `nodes`: the hits that are shown, in a list that is so many cells wide.
    pub(crate) fn new(document: &Document, nodes: impl Iterator<Item = NodeId>, cells: u16) -> Self {
        let most = usize::from(cells * 2 / 9).clamp(Self::MOST.0, Self::MOST.1);
        let shorten = |id| width::ellipsize(&citation::brief(document, id), most).into_owned();
        let texts: Vec<String> = nodes.map(shorten).collect();
        let wide = texts.iter().map(|text| width::width(text)).max().unwrap_or_default().max(Self::LEAST);
        Self { texts, wide }
    }

    /// Puts the address of the hit in this row of the window, flush with the others at its end.
    pub(crate) fn put(&self, row: usize, line: &mut Line, style: ratatui::style::Style) {
        let text = self.texts.get(row).map(String::as_str).unwrap_or_default();
        line.put(2 + self.wide.saturating_sub(width::width(text)) as u16, text, style);
    }

    /// The column behind the addresses, where the words of the hits begin.
    pub(crate) fn end(&self) -> u16 {
        2 + self.wide as u16 + 2
    }
}
