//! The panes: parts of the screen, side by side, that show an open document and take keys.
//!
//! A pane is asked for its lines once its size is known; drawing only copies them. Only [`arrange`] knows
//! which panes there are and where.

pub(crate) mod outline;
pub(crate) mod reader;
pub(crate) mod status;

use super::overlay::links::Links;
use super::paint::Line;
use super::state::{Focus, State};
use ratatui::layout::Rect;

pub(crate) trait Pane: std::fmt::Debug {
    /// The lines of the pane: at most `rows` of them, each `cells` wide. Scrolls the current node into view.
    fn lines(&self, cells: u16, rows: u16, state: &mut State) -> Vec<Line>;

    /// Handles the mouse wheel: so many rows down, or up where negative.
    fn wheel(&self, rows: isize, state: &mut State);

    /// Handles a click on a cell, given by its column and row from 0, in a pane `cells` wide. Returns the
    /// link that was clicked on, and whether to follow it at once.
    fn press(&self, cell: (u16, usize), cells: u16, state: &mut State) -> Option<(Links, bool)>;
}

/// The panes from left to right, with a column between each two for the rule. Empty where no document is
/// open.
pub(crate) fn arrange(state: &State, outline: bool, width: u16, rows: u16) -> Vec<(Box<dyn Pane>, Rect)> {
    let mut panes: Vec<(Box<dyn Pane>, Rect)> = Vec::new();
    if state.panes.is_empty() {
        return panes;
    }
    let mut left = 0;
    if outline {
        let cells = outline::columns(state);
        panes.push((Box::new(outline::Outline), Rect::new(left, 0, cells, rows)));
        left += cells + 1;
    }
    panes.push((Box::new(reader::Text), Rect::new(left, 0, width.saturating_sub(left), rows)));
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
