//! A mouse, where the reader wants one: the wheel scrolls, a click on the outline goes there, one on a note or a
//! reference follows it. Everything has a key as well.

use super::overlay::links::Links;
use super::state::Focus;
use super::{App, pane};
use crate::app::command::{Command, Scope};
use crate::app::event::{Effect, Mouse, MouseKind};
use ratatui::layout::{Position, Rect};

/// Rows for each notch of the wheel.
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
                let outline = self.screen.outline.as_ref().is_some_and(|(area, _)| within(*area, mouse));
                let Some(session) = self.state.session.as_mut() else { return };
                if outline {
                    self.state.focus = Focus::Outline;
                    session.outline.walk(notch);
                } else {
                    session.scroll(notch);
                }
                return;
            }
        };
        if let Some(mut top) = self.overlays.pop() {
            let flow = top.act(command, &mut self.state);
            self.settle(top, &flow);
        }
    }

    fn press(&mut self, mouse: Mouse) {
        match self.overlays.last().map(|top| top.scope()) {
            // What is typed in a list goes nowhere because of a click beside it.
            Some(Scope::List) => return,
            Some(_) if self.screen.over(mouse) => return,
            Some(_) => {
                if let Some(mut top) = self.overlays.pop() {
                    let flow = top.act(Command::SheetClose, &mut self.state);
                    self.settle(top, &flow);
                }
            }
            None => {}
        }
        if let Some((area, _)) = self.screen.outline.as_ref().filter(|(area, _)| within(*area, mouse)) {
            let row = usize::from(mouse.y - area.y);
            let Some(session) = self.state.session.as_mut() else { return };
            let entry = session.outline.entries().get(session.outline.top + row).copied();
            if let Some(entry) = entry {
                self.state.focus = Focus::Reader;
                self.state.go(entry.node);
            }
            return;
        }
        let area = self.screen.text_area();
        let Some(session) = self.state.session.as_ref().filter(|_| within(area, mouse)) else { return };
        self.state.focus = Focus::Reader;
        let place = (mouse.x - area.x, usize::from(mouse.y - area.y));
        let Some((node, at)) = pane::reader::at(session, area.width, place) else { return };
        if session.document.table(node).is_some()
            && let Some(session) = self.state.session.as_mut()
        {
            session.land(node, at);
        }
        if let Some((links, follow)) = Links::over(node, at, &mut self.state) {
            self.overlays.push(Box::new(links));
            if follow && let Some(mut top) = self.overlays.pop() {
                let flow = top.act(Command::SheetFollow, &mut self.state);
                self.settle(top, &flow);
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
