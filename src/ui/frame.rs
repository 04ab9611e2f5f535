//! Lays out panes and overlays for a size, and draws them. Drawing only copies the lines of the layout.

use super::App;
use super::mouse::within;
use super::overlay::{Overlay, Shape};
use super::paint::{self, Line, Row};
use super::pane::{self, Pane, outline};
use super::state::{Focus, State};
use crate::app::command::Scope;
use crate::app::event::{Mouse, Size};
use crate::layout::Extent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

/// A layout: lines ready to be drawn, with their areas.
#[derive(Debug, Default)]
pub(super) struct Screen {
    /// From left to right, with a rule between each two.
    pub(super) panes: Vec<Placed>,
    overlay: Option<(Rect, Vec<Row>)>,
    status: (Rect, Row),
    cursor: Option<(u16, u16)>,
}

/// A pane with its lines and its area.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) pane: Box<dyn Pane>,
    pub(super) area: Rect,
    rows: Vec<Row>,
    ruled: Range<u16>,
}

impl Screen {
    /// The pane under the mouse.
    pub(super) fn under(&self, mouse: Mouse) -> Option<&Placed> {
        self.panes.iter().find(|placed| within(placed.area, mouse))
    }

    /// The columns of the rules between the panes.
    fn rules(&self) -> impl Iterator<Item = Rect> + '_ {
        let before = self.panes.len().saturating_sub(1);
        self.panes.iter().take(before).map(|placed| {
            Rect::new(placed.area.right(), placed.area.y + placed.ruled.start, 1, placed.ruled.len() as u16)
        })
    }

    /// Whether the mouse is over the topmost overlay.
    pub(super) fn over(&self, mouse: Mouse) -> bool {
        self.overlay.as_ref().is_some_and(|(area, _)| within(*area, mouse))
    }
}

impl App {
    pub(super) fn resize(&mut self, size: Size) {
        self.state.size = size;
        if !self.state.outline_fits() {
            self.state.focus = Focus::Reader;
        }
        self.fit();
    }

    /// Sets the size of the texts as it is without an overlay.
    pub(super) fn fit(&mut self) {
        fit(&mut self.state, None);
    }

    /// Lays everything out for a size. To be called before [`App::view`] and [`App::parts`].
    pub fn prepare(&mut self, size: Size) {
        if size != self.state.size {
            self.resize(size);
        }
        let (width, height) = (size.width, size.height);
        let body = height.saturating_sub(1);
        let mut screen = Screen {
            status: (Rect::new(0, body, width, height.min(1)), Row::default()),
            ..Screen::default()
        };
        let mut panes = body;
        if let Some(top) = self.overlays.last_mut() {
            let (area, rows) = lay_overlay(top.as_mut(), width, body, &mut self.state);
            if top.shape() == Shape::Foot {
                panes = body.saturating_sub(area.height);
            }
            fit(&mut self.state, Some(panes.max(1)));
            top.settle(&mut self.state);
            let cursor = text_cursor(top.as_ref(), area, &self.state);
            screen.cursor = cursor.filter(|(x, y)| *x < width && *y < body);
            let hints = top.hints(&self.state);
            screen.overlay = Some((area, rows));
            screen.status.1 = status(&self.state, width, Some(hints));
        } else {
            self.fit();
            screen.status.1 = status(&self.state, width, None);
        }
        self.lay_panes(&mut screen, width, panes);
        self.screen = screen;
    }

    fn lay_panes(&mut self, screen: &mut Screen, width: u16, rows: u16) {
        self.kept.turn();
        for (pane, area) in pane::arrange(&self.state, width, rows) {
            let laid = pane.rows(area.width, rows, &mut self.state, &mut self.kept);
            let ruled = pane.ruled(rows, &self.state);
            screen.panes.push(Placed { pane, area, rows: laid, ruled });
        }
    }

    /// Draws the rows that the buffer covers, which may be a single one. Changes and measures nothing.
    pub fn view(&self, buf: &mut Buffer) {
        let screen = &self.screen;
        let overlay = screen.overlay.as_ref().map(|(area, rows)| (*area, rows.as_slice()));
        // Panes that the overlay covers entirely need not be drawn.
        let under = overlay.is_none_or(|(area, _)| area.intersection(buf.area) != buf.area);
        if under {
            for placed in &screen.panes {
                paint::draw(&placed.rows, placed.area, buf);
            }
            let within = buf.area;
            let rules = screen.rules().map(|rule| rule.intersection(within));
            for rule in rules.filter(|rule| !rule.is_empty()) {
                paint::draw_rule(rule, self.state.theme.rule, buf);
            }
        }
        if let Some((area, rows)) = overlay {
            for position in area.intersection(buf.area).positions() {
                if let Some(cell) = buf.cell_mut(position) {
                    cell.reset();
                }
            }
            paint::draw(rows, area, buf);
        }
        paint::draw(std::slice::from_ref(&screen.status.1), screen.status.0, buf);
        paint::restrict(buf, self.state.settings.charset);
    }

    /// The parts of a row that [`App::view`] draws, from left to right: the end column of each (exclusive),
    /// and a hash of what it shows. Parts with the same columns and the same hash look the same.
    pub(crate) fn parts(&self, y: u16) -> impl Iterator<Item = (u16, u64)> {
        let screen = &self.screen;
        let within = |area: Rect| (area.top()..area.bottom()).contains(&y);
        let overlay = screen.overlay.as_ref().filter(|(area, _)| within(*area));
        let looks = |areas: &[(Rect, &[Row])]| {
            let mut hasher = DefaultHasher::new();
            for (area, rows) in areas.iter().filter(|(area, _)| within(*area)) {
                (area.x, rows.get(usize::from(y - area.y))).hash(&mut hasher);
            }
            hasher.finish()
        };
        let status: (Rect, &[Row]) = (screen.status.0, std::slice::from_ref(&screen.status.1));
        let part = |placed: &Placed, rule: Rect| {
            let mut hasher = DefaultHasher::new();
            let ruled = within(rule).then_some(self.state.theme.rule);
            (looks(&[(placed.area, &placed.rows)]), ruled).hash(&mut hasher);
            (rule.right(), hasher.finish())
        };
        let beside = screen.panes.iter().zip(screen.rules());
        let left = beside.filter(|(placed, _)| overlay.is_none() && within(placed.area));
        let left: Vec<_> = left.map(|(placed, rule)| part(placed, rule)).collect();
        let right = match (overlay, screen.panes.last()) {
            (Some((area, rows)), _) => looks(&[(*area, rows)]),
            (None, Some(last)) => looks(&[(last.area, &last.rows), status]),
            (None, None) => looks(&[status]),
        };
        left.into_iter().chain([(self.state.size.width, right)])
    }

    /// The position of the cursor; `None` where it is hidden.
    pub(crate) fn cursor(&self) -> Option<Position> {
        self.screen.cursor.map(|(x, y)| Position::new(x, y))
    }
}

/// The position of the cursor in the text that is typed.
fn text_cursor(top: &dyn Overlay, area: Rect, state: &State) -> Option<(u16, u16)> {
    let (input, prompt, row) = top.input()?;
    let mirrored = state.is_mirrored().then_some(area.width);
    let mut line = Line::default();
    line.put(prompt, input.text(), Style::default());
    let start = mirrored.map_or(prompt, |cells| cells.saturating_sub(prompt));
    let x = line.caret(input.at(), state.settings.bidi, mirrored).unwrap_or(start);
    Some((area.x + x, area.y + row))
}

/// The status line of the whole screen.
fn status(state: &State, cells: u16, hints: Option<String>) -> Row {
    let mirrored = state.is_mirrored().then_some(cells);
    pane::status::line(state, cells, hints).set(state.settings.bidi, mirrored)
}

fn lay_overlay(top: &mut dyn Overlay, width: u16, body: u16, state: &mut State) -> (Rect, Vec<Row>) {
    let (cells, most) = match top.shape() {
        Shape::Full => (width, body),
        Shape::Foot => (width, (body / 2).max(body.min(3))),
    };
    let mut lines = top.lines(cells, most, state);
    lines.truncate(usize::from(most));
    // The outline runs as the document does, and everything else as the interface.
    let turned =
        if top.scope() == Scope::Outline { outline::is_mirrored(state) } else { state.is_mirrored() };
    let mirrored = turned.then_some(cells);
    let rows: Vec<Row> = lines.iter().map(|line| line.set(state.settings.bidi, mirrored)).collect();
    let area = match top.shape() {
        Shape::Foot => {
            let high = rows.len() as u16;
            Rect::new(0, body - high, width, high)
        }
        Shape::Full => Rect::new(0, 0, cells, body),
    };
    (area, rows)
}

/// The extent of the text in a slot, and its height in rows as it is without an overlay.
pub(super) fn text_size(state: &State, at: usize) -> (Extent, usize) {
    let mut columns = pane::columns(state, state.size.width);
    let cells = columns.nth(at).map_or(0, |(_, cells)| cells);
    let extent = pane::reader::extent(cells, state.settings.measure);
    (extent, usize::from(state.size.height.saturating_sub(1)))
}

/// Sets the size of all texts. `rows`: as many as an overlay leaves them.
fn fit(state: &mut State, rows: Option<u16>) {
    for at in 0..state.panes.len() {
        let (extent, full) = text_size(state, at);
        if let Some(session) = state.panes.session_mut(at) {
            session.resize(extent, rows.map_or(full, usize::from), full);
        }
    }
}
