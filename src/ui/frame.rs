//! Lays panes and overlays out for a size, and draws them: the second only copies what the first made.

use super::mouse::within;
use super::overlay::{Overlay, Shape};
use super::paint::{self, Line};
use super::state::{Focus, Glance, State};
use super::{App, pane};
use crate::app::command::Scope;
use crate::app::event::{Mouse, Size};
use crate::config;
use crate::layout::Extent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Lines ready to be drawn, and where.
#[derive(Debug, Default)]
pub(super) struct Screen {
    pub(super) outline: Option<(Rect, Vec<Line>)>,
    rule: Option<Rect>,
    text: (Rect, Vec<Line>),
    overlay: Option<(Rect, Vec<Line>)>,
    status: (Rect, Line),
    cursor: Option<(u16, u16)>,
}

impl Screen {
    pub(super) fn text_area(&self) -> Rect {
        self.text.0
    }

    /// Whether the mouse is over what lies on top.
    pub(super) fn over(&self, mouse: Mouse) -> bool {
        self.overlay.as_ref().is_some_and(|(area, _)| within(*area, mouse))
    }
}

impl App {
    pub(super) fn outline_shown(&self) -> bool {
        let asked = match self.state.settings.outline {
            config::Outline::Auto | config::Outline::Shown => true,
            config::Outline::Hidden => false,
        };
        pane_fits(self.state.size) && self.state.outline_wanted.unwrap_or(asked)
    }

    pub(super) fn text_size(&self) -> (Extent, usize) {
        let left = if self.outline_shown() { pane::outline::columns(&self.state) + 1 } else { 0 };
        let cells = self.state.size.width.saturating_sub(left);
        let extent = pane::reader::extent(cells, self.state.settings.measure);
        (extent, usize::from(self.state.size.height.saturating_sub(1)))
    }

    pub(super) fn resize(&mut self, size: Size) {
        self.state.size = size;
        if !pane_fits(size) {
            self.state.focus = Focus::Reader;
        }
        self.fit();
    }

    /// Gives the session the rows that the panes have without an overlay.
    pub(super) fn fit(&mut self) {
        let (extent, height) = self.text_size();
        if let Some(session) = self.state.session.as_mut() {
            session.resize(extent, height, height);
        }
    }

    /// Lays everything out for a size, so that [`App::view`] only has to draw.
    pub fn prepare(&mut self, size: Size) {
        if size != self.state.size {
            self.resize(size);
        }
        let (width, height) = (size.width, size.height);
        let body = height.saturating_sub(1);
        let mut screen = Screen {
            status: (Rect::new(0, body, width, height.min(1)), Line::default()),
            ..Screen::default()
        };
        let mut panes = body;
        if let Some(mut top) = self.overlays.pop() {
            let (area, lines) = self.lay_overlay(top.as_mut(), width, body);
            if top.shape() == Shape::Foot {
                panes = body.saturating_sub(area.height);
            }
            let (extent, full) = self.text_size();
            if let Some(session) = self.state.session.as_mut() {
                session.resize(extent, usize::from(panes.max(1)), full);
            }
            top.settle(&mut self.state);
            screen.cursor = self.text_cursor(top.as_ref(), area).filter(|(x, y)| *x < width && *y < body);
            let hints = top.hints(&self.state);
            screen.overlay = Some((area, lines));
            screen.status.1 = pane::status::line(&self.state, width, Some(hints));
            self.overlays.push(top);
        } else {
            self.fit();
            screen.status.1 = pane::status::line(&self.state, width, None);
        }
        self.lay_panes(&mut screen, width, panes);
        self.screen = screen;
    }

    pub(super) fn lay_overlay(&mut self, top: &mut dyn Overlay, width: u16, body: u16) -> (Rect, Vec<Line>) {
        let (cells, most) = match top.shape() {
            Shape::Full => (width, body),
            Shape::Foot => (width, (body / 2).max(body.min(3))),
        };
        let mut lines = top.lines(cells, most, &mut self.state);
        lines.truncate(usize::from(most));
        if self.state.is_mirrored() && top.scope() != Scope::Outline {
            lines = lines.into_iter().map(|line| line.mirrored(cells)).collect();
        }
        let area = match top.shape() {
            Shape::Foot => {
                let rows = lines.len() as u16;
                Rect::new(0, body - rows, width, rows)
            }
            Shape::Full => Rect::new(0, 0, cells, body),
        };
        (area, lines)
    }

    /// Where the cursor stands in what is typed.
    fn text_cursor(&self, top: &dyn Overlay, area: Rect) -> Option<(u16, u16)> {
        let (input, prompt, row) = top.input()?;
        let (before, behind) = (prompt + input.column(), prompt + crate::text::width(input.text()) as u16);
        let x = match (self.state.is_mirrored(), crate::text::bidi::is_rtl(input.text())) {
            (false, _) => before,
            (true, true) => area.width.saturating_sub(before + 1),
            // Latin letters and figures go on to the right, up to where the text begins.
            (true, false) => area.width.saturating_sub(behind) + input.column(),
        };
        Some((area.x + x, area.y + row))
    }

    pub(super) fn lay_panes(&mut self, screen: &mut Screen, width: u16, rows: u16) {
        let shown = self.outline_shown();
        let outline_width = if shown { pane::outline::columns(&self.state) } else { 0 };
        let left = if shown { outline_width + 1 } else { 0 };
        let State { session, theme, settings, focus, glance, slow, .. } = &mut self.state;
        let Some(session) = session.as_mut() else { return };
        if shown {
            let look = pane::outline::StateLook {
                theme,
                settings,
                focus: *focus,
                glance: *glance == Glance::Passing,
                slow: *slow,
                beside: pane::outline::beside(outline_width),
            };
            let lines = pane::outline::lines(session, &look, outline_width, rows);
            screen.outline = Some((Rect::new(0, 0, outline_width, rows), lines));
            screen.rule = Some(Rect::new(outline_width, 0, 1, rows));
        }
        let cells = width.saturating_sub(left);
        if let Some(session) = &self.state.session {
            screen.text = (Rect::new(left, 0, cells, rows), pane::reader::lines(&self.state, session, cells));
        }
    }

    /// Draws the rows that the buffer covers, which may be a single one. Nothing changes and nothing is measured.
    pub fn view(&self, buf: &mut Buffer) {
        let screen = &self.screen;
        let overlay = screen.overlay.as_ref().map(|(area, lines)| (*area, lines.as_slice()));
        // Nothing below an overlay that covers all shows.
        let under = overlay.is_none_or(|(area, _)| area.intersection(buf.area) != buf.area);
        if under {
            let (text, lines) = &screen.text;
            paint::draw(lines, *text, buf);
            if let Some((area, lines)) = &screen.outline {
                paint::draw(lines, *area, buf);
            }
            if let Some(rule) =
                screen.rule.map(|rule| rule.intersection(buf.area)).filter(|rule| !rule.is_empty())
            {
                for y in rule.top()..rule.bottom() {
                    buf.set_string(rule.x, y, "│", self.state.theme.rule);
                }
            }
        }
        if let Some((area, lines)) = overlay {
            for position in area.intersection(buf.area).positions() {
                if let Some(cell) = buf.cell_mut(position) {
                    cell.reset();
                }
            }
            paint::draw(lines, area, buf);
        }
        paint::draw(std::slice::from_ref(&screen.status.1), screen.status.0, buf);
        paint::restrict(buf, self.state.settings.charset);
    }

    /// What [`App::view`] draws in a row, in parts from left to right: the column that each ends before, and a number
    /// for how it looks. Parts of the same columns and with the same number look the same.
    pub fn parts(&self, y: u16) -> impl Iterator<Item = (u16, u64)> {
        let screen = &self.screen;
        let within = |area: Rect| (area.top()..area.bottom()).contains(&y);
        let overlay = screen.overlay.as_ref().filter(|(area, _)| within(*area));
        let rule = screen.rule.filter(|rule| overlay.is_none() && within(*rule));
        let looks = |areas: &[(Rect, &[Line])]| {
            let mut hasher = DefaultHasher::new();
            for (area, lines) in areas.iter().filter(|(area, _)| within(*area)) {
                (area.x, lines.get(usize::from(y - area.y))).hash(&mut hasher);
            }
            hasher.finish()
        };
        let status: (Rect, &[Line]) = (screen.status.0, std::slice::from_ref(&screen.status.1));
        let text: (Rect, &[Line]) = (screen.text.0, &screen.text.1);
        let left = rule.zip(screen.outline.as_ref()).map(|(rule, (area, lines))| {
            let mut hasher = DefaultHasher::new();
            (looks(&[(*area, lines)]), self.state.theme.rule).hash(&mut hasher);
            (rule.right(), hasher.finish())
        });
        let right = match overlay {
            Some((area, lines)) => looks(&[(*area, lines)]),
            None => looks(&[text, status]),
        };
        left.into_iter().chain([(self.state.size.width, right)])
    }

    /// Where the cursor stands, where it is shown.
    pub fn cursor(&self) -> Option<Position> {
        self.screen.cursor.map(|(x, y)| Position::new(x, y))
    }
}

/// There is room for the outline beside the text.
pub(super) fn pane_fits(size: Size) -> bool {
    size.width >= 80
}
