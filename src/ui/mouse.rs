//! The mouse, where the user has turned it on: the wheel scrolls, and a click follows an entry of the
//! outline, a note or a reference. Everything can be done with keys too.

use super::App;
use super::frame::Placed;
use crate::app::command::{Command, Scope};
use crate::app::event::{Effect, Mouse, MouseKind};
use ratatui::layout::{Position, Rect};

/// How many rows a notch of the wheel scrolls.
const NOTCH: isize = 3;

impl App {
    pub(super) fn mouse(&mut self, mouse: Mouse) {
        if !self.state.settings.mouse {
            return;
        }
        self.state.notice = None;
        match mouse.kind {
            MouseKind::WheelUp => self.wheel(mouse, false),
            MouseKind::WheelDown => self.wheel(mouse, true),
            MouseKind::Press => self.press(mouse),
        }
    }

    fn wheel(&mut self, mouse: Mouse, down: bool) {
        let scope = self.overlays.last().map(|top| top.scope());
        let command = match scope {
            Some(Scope::List) if down => Command::NextEntry,
            Some(Scope::List) => Command::PreviousEntry,
            Some(_) if down => Command::SheetDown,
            Some(_) => Command::SheetUp,
            None => {
                let notch = if down { NOTCH } else { -NOTCH };
                if let Some(placed) = self.screen.under(mouse).or(self.screen.panes.last()) {
                    placed.pane.wheel(notch, &mut self.state);
                }
                return;
            }
        };
        self.ask(|top, state| top.act(command, state));
    }

    fn press(&mut self, mouse: Mouse) {
        match self.overlays.last().map(|top| top.scope()) {
            // A click beside a list with a query must not discard what is typed.
            Some(Scope::List) => {
                if self.screen.over(mouse) {
                    self.ask(|top, state| top.press(mouse.y, state));
                }
                return;
            }
            Some(_) if self.screen.over(mouse) => return,
            Some(_) => drop(self.ask(|top, state| top.act(Command::SheetClose, state))),
            None => {}
        }
        let Some(Placed { pane, area, .. }) = self.screen.under(mouse) else { return };
        let cell = (mouse.x - area.x, usize::from(mouse.y - area.y));
        if let Some((links, follow)) = pane.press(cell, area.width, &mut self.state) {
            self.overlays.push(Box::new(links));
            if follow {
                self.ask(|top, state| top.act(Command::SheetFollow, state));
            }
        }
    }

    pub(super) fn toggle_mouse(&mut self) {
        let on = !self.state.settings.mouse;
        self.state.settings.mouse = on;
        self.state.effects.push(Effect::Mouse(on));
        let messages = self.state.messages();
        self.state.say(if on { messages.mouse_on() } else { messages.mouse_off() });
    }
}

pub(super) fn within(area: Rect, mouse: Mouse) -> bool {
    area.contains(Position::new(mouse.x, mouse.y))
}
