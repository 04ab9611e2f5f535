//! The outline as an overlay, where there is no room for a wide one beside the text.

use super::{Flow, Overlay, Shape};
use crate::app::command::{Command, Scope};
use crate::ui::act;
use crate::ui::paint::Line;
use crate::ui::pane::outline::{self, StateLook};
use crate::ui::state::{Focus, State};

#[derive(Debug, Default)]
pub(crate) struct OutlineSheet;

impl OutlineSheet {
    pub(crate) fn new(state: &mut State) -> Self {
        if let Some(session) = state.panes.current_mut() {
            session.outline.cursor = session.outline.index_of(session.current());
        }
        Self
    }
}

impl Overlay for OutlineSheet {
    fn scope(&self) -> Scope {
        Scope::Outline
    }

    fn shape(&self) -> Shape {
        Shape::Full
    }

    fn act(&mut self, command: Command, state: &mut State) -> Flow {
        match command {
            Command::OutlineGo => Flow::Run(command),
            Command::ToggleOutline => {
                state.outline_wanted = Some(false);
                Flow::Close
            }
            Command::NextSection | Command::PreviousSection => {
                act::walk_sections(command == Command::NextSection, state);
                Flow::Done
            }
            Command::Close | Command::SwitchPane | Command::Quit => Flow::Close,
            _ => Flow::Pass,
        }
    }

    fn lines(&mut self, cells: u16, most: u16, state: &mut State) -> Vec<Line> {
        let mirrored = outline::is_mirrored(state);
        let State { panes, theme, .. } = state;
        let Some(session) = panes.current_mut() else { return Vec::new() };
        outline::lines(
            session,
            &StateLook { theme, focus: Focus::Outline, rides: false, beside: 0, mirrored },
            cells,
            most,
        )
    }

    fn hints(&self, state: &State) -> String {
        state.messages().hints_outline_sheet().to_owned()
    }
}
