//! The panes: parts of the screen, side by side, that show an open document and take keys.
//!
//! A pane is asked for its rows once its size is known; drawing only copies them. Only [`arrange`] knows
//! which panes there are and where.

pub(crate) mod outline;
pub(crate) mod reader;
pub(crate) mod status;

use super::overlay::links::Links;
use super::paint::{Kept, Row};
use super::state::{Focus, State};
use ratatui::layout::Rect;
use std::ops::Range;

pub(crate) trait Pane: std::fmt::Debug {
    /// The rows of the pane: at most `rows` of them, each `cells` wide. Those that have not changed are kept. Scrolls
    /// the current node into view.
    fn rows(&self, cells: u16, rows: u16, state: &mut State, kept: &mut Kept) -> Vec<Row>;

    /// The rows, of so many, beside which the rule between this pane and the next is drawn. To be asked once the rows
    /// are laid.
    fn ruled(&self, rows: u16, _state: &State) -> Range<u16> {
        0..rows
    }

    fn has_focus(&self, state: &State) -> bool;

    /// Moves the focus to this pane.
    fn take_focus(&self, state: &mut State);

    /// Handles the mouse wheel: so many rows down, or up where negative.
    fn wheel(&self, rows: isize, state: &mut State);

    /// Handles a click on a cell, given by its column and row from 0, in a pane `cells` wide. Returns the
    /// link that was clicked on, and whether to follow it at once.
    fn press(&self, cell: (u16, usize), cells: u16, state: &mut State) -> Option<(Links, bool)>;
}

/// Where the text of each slot stands in a row of `width` columns: its first column and its width. The outline, where
/// it is shown, is left of them. Between each two panes is a column for the rule.
pub(crate) fn columns(state: &State, width: u16) -> impl Iterator<Item = (u16, u16)> {
    let first = if state.outline_shown() { outline::columns(state) + 1 } else { 0 };
    let count = state.panes.len() as u16;
    let room = width.saturating_sub(first);
    let left = move |at: u16| first + (u32::from(room + 1) * u32::from(at) / u32::from(count)) as u16;
    (0..count).map(move |at| (left(at), left(at + 1).saturating_sub(left(at) + 1)))
}

/// The panes from left to right, with a column between each two for the rule. Empty where no document is
/// open.
pub(crate) fn arrange(state: &State, width: u16, rows: u16) -> Vec<(Box<dyn Pane>, Rect)> {
    let mut panes: Vec<(Box<dyn Pane>, Rect)> = Vec::new();
    if state.panes.is_empty() {
        return panes;
    }
    if state.outline_shown() {
        panes.push((Box::new(outline::Outline), Rect::new(0, 0, outline::columns(state), rows)));
    }
    let texts = columns(state, width).enumerate();
    panes.extend(texts.map(|(at, (left, cells))| {
        let pane: Box<dyn Pane> = Box::new(reader::Text(at));
        (pane, Rect::new(left, 0, cells, rows))
    }));
    panes
}

impl Focus {
    /// The scope of the keys in this pane.
    pub(crate) fn scope(self) -> crate::app::command::Scope {
        match self {
            Self::Reader => crate::app::command::Scope::Reader,
            Self::Outline => crate::app::command::Scope::Outline,
        }
    }
}
