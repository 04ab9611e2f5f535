//! The panes: parts of the screen, side by side, that show something of an open document and take its keys.
//!
//! A pane is asked for its lines once it is known how large it is; drawing only copies them. What stands where is
//! decided in [`arrange`], and nobody else needs to know which panes there are.

pub(crate) mod outline;
pub(crate) mod reader;
pub(crate) mod status;

use super::overlay::links::Links;
use super::paint::Line;
use super::state::{Focus, State};
use ratatui::layout::Rect;

pub(crate) trait Pane: std::fmt::Debug {
    /// Its lines, `cells` wide and `rows` of them at most. What is read is brought into sight.
    fn lines(&self, cells: u16, rows: u16, state: &mut State) -> Vec<Line>;

    /// The wheel of the mouse, so many rows down or up.
    fn wheel(&self, rows: isize, state: &mut State);

    /// A click on a cell of it, by column and row; it is `cells` wide. The link that was clicked on, and whether it is to
    /// be followed at once.
    fn press(&self, cell: (u16, usize), cells: u16, state: &mut State) -> Option<(Links, bool)>;
}

/// The panes from left to right, with a column for the rule between any two; none where nothing is open.
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
    /// Whose keys hold.
    pub(crate) fn scope(self) -> crate::app::command::Scope {
        match self {
            Self::Reader => crate::app::command::Scope::Reader,
            Self::Outline => crate::app::command::Scope::Outline,
        }
    }
}
