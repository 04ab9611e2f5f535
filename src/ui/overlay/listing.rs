//! What the lists of rows in columns have in common: they are filtered as one types, show their place in the text or the
//! words of the selected row, and are copied as a table.

use super::{Flow, Shape, filtered_rows, query_line, rule};
use crate::app::event::Effect;
use crate::app::session::{Session, Spot};
use crate::document::{NodeId, Span};
use crate::export::csv;
use crate::text::bidi::needs_reordering;
use crate::text::{Part as _, is_rtl, width, wrap};
use crate::ui::filter::Filtered;
use crate::ui::input::Input;
use crate::ui::paint::{Line, Styled};
use crate::ui::state::State;
use std::ops::Range;

/// How many rows of a list are shown below the text.
const ROWS: u16 = 8;
/// How many rows the words of the selected row may take.
const WORDS: usize = 4;
/// The longest table that is put on a clipboard, in bytes: terminals take no more.
const MOST_COPIED: usize = 1 << 18;

#[derive(Debug)]
pub(crate) struct Listing {
    pub list: Filtered,
    lines: Vec<String>,
    /// What stands before the input, as [`super::prompt`] gives it.
    pub prompt: String,
    /// It stands over all panes, with the words of the selected row; or else below the text, which shows them.
    pub full: bool,
    /// Where the document was read before.
    from: Option<Spot>,
}

impl Listing {
    pub(crate) fn new(full: bool, state: &State) -> Self {
        Self {
            list: Filtered::default(),
            lines: Vec::new(),
            prompt: String::new(),
            full,
            from: state.panes.current().map(Session::spot),
        }
    }

    /// Lists rows of cells and the text behind them, the columns below each other and each of so many cells at most.
    pub(crate) fn fill<const N: usize>(&mut self, rows: &[([String; N], &str)], most: [usize; N]) {
        let mut wide = [0; N];
        for (cells, _) in rows {
            for ((wide, cell), most) in wide.iter_mut().zip(cells).zip(most) {
                *wide = width::width(cell).clamp(*wide, most.max(*wide));
            }
        }
        let line = |(cells, text): &([String; N], &str)| {
            let mut line = String::new();
            // A column without any words takes no room.
            for (cell, wide) in cells.iter().zip(wide).filter(|(_, wide)| *wide > 0) {
                let cell = width::ellipsize(cell, wide);
                line.push_str(&cell);
                line.push_str(&" ".repeat(wide.saturating_sub(width::width(&cell)) + 2));
            }
            line + &text.replace(['\n', '\t'], " ")
        };
        self.lines = rows.iter().map(line).collect();
        self.list.fill(self.lines.iter().map(String::as_str));
        self.list.cursor.at = 0;
    }

    pub(crate) fn shape(&self) -> Shape {
        if self.full { Shape::Full } else { Shape::Foot }
    }

    pub(crate) fn input(&self) -> (&Input, u16, u16) {
        (&self.list.input, width::width(&self.prompt) as u16, u16::from(!self.full))
    }

    /// Shows the place of the selected row in the text.
    pub(crate) fn show(place: Option<(NodeId, Span)>, state: &mut State) {
        let Some((session, (id, span))) = state.panes.current_mut().zip(place) else { return };
        session.show(id, Some(span.start));
        session.matched = vec![span];
    }

    /// Gives back what the list has changed in the text.
    pub(crate) fn give_back(&self, state: &mut State) {
        let Some((session, from)) = state.panes.current_mut().zip(self.from) else { return };
        session.matched.clear();
        session.restore(from);
    }

    /// Stays at the place that is shown.
    pub(crate) fn stay(&self, id: NodeId, state: &mut State) -> Flow {
        if let Some((session, from)) = state.panes.current_mut().zip(self.from) {
            session.matched.clear();
            session.stay(id, from);
        }
        Flow::Close
    }

    /// The lines of the list: its input, what is said `above` the rows, and the `words` of the selected row, which only a
    /// full list shows; `none` in place of rows.
    pub(crate) fn frame(
        &mut self,
        above: &str,
        words: Vec<Line>,
        none: &str,
        (cells, most): (u16, u16),
        state: &State,
    ) -> Vec<Line> {
        let count = self.list.count();
        let mut out =
            vec![rule(cells, state), query_line(&self.prompt, self.list.input.text(), &count, cells, state)];
        if !above.is_empty() {
            let mut line = Line::default();
            let above = width::ellipsize(above, usize::from(cells.saturating_sub(3)));
            Styled::new(&above, state.theme.dim).phrase(&mut line, 2);
            out.push(line);
        }
        let words = if self.full { words } else { Vec::new() };
        if self.full {
            let rule = out.remove(0);
            out.push(rule);
        }
        let room = most.saturating_sub((out.len() + words.len()) as u16);
        let room = if self.full { room } else { room.min(ROWS) };
        let listed = filtered_rows(&mut self.list, &self.lines, 2, (cells, room), None, state);
        if listed.is_empty() {
            let mut line = Line::default();
            Styled::new(none, state.theme.dim).phrase(&mut line, 2);
            out.push(line);
            return out;
        }
        let blank = usize::from(room).saturating_sub(listed.len());
        out.extend(listed);
        if self.full && !words.is_empty() {
            out.extend(std::iter::repeat_with(Line::default).take(blank));
            out.extend(words);
        }
        out
    }
}

/// The lines about the selected row: what it is of, and its words from where the mark is seen.
pub(crate) fn words(about: &str, text: &str, mark: Range<usize>, cells: u16, state: &State) -> Vec<Line> {
    let room = usize::from(cells.saturating_sub(3).max(1));
    let mut head = Line::default();
    Styled::new(&width::ellipsize(about, room), state.theme.heading).phrase(&mut head, 2);
    let mut ranges = Vec::new();
    wrap::wrap(text, room, room, &mut ranges);
    let marked = ranges.iter().position(|range| range.end as usize > mark.start).unwrap_or_default();
    let first = (marked + 1).saturating_sub(WORDS);
    let turned = is_rtl(text) || state.is_mirrored() && needs_reordering(text, false);
    let lines = ranges.iter().skip(first).take(WORDS).map(|range| {
        let (start, end) = (range.start as usize, range.end as usize);
        let mut styled = Styled::new(text.part(start..end), state.theme.text);
        let (from, to) = (mark.start.max(start), mark.end.min(end));
        if from < to {
            styled.over(from - start..to - start, state.theme.hit);
        }
        let mut line = Line::default();
        if turned {
            styled.turned(&mut line, 2);
        } else {
            styled.flush_left(&mut line, 2);
        }
        line
    });
    [rule(cells, state), head].into_iter().chain(lines).collect()
}

/// Copies rows as a table for spreadsheets, and says so of what; a table that is too long is written by a subcommand.
pub(crate) fn copy<'r>(
    rows: impl Iterator<Item = Vec<String>>,
    names: impl IntoIterator<Item = &'r &'r str>,
    (what, command): (&str, &str),
    state: &mut State,
) {
    let mut table = Vec::new();
    let names = names.into_iter().map(|name| (*name).to_owned()).collect();
    for row in std::iter::once(names).chain(rows) {
        // Nothing is lost on the way into memory.
        drop(csv::row(&row, &mut table));
    }
    let messages = state.messages();
    if table.len() > MOST_COPIED {
        return state.say(messages.list_too_long(command));
    }
    state.effects.push(Effect::Copy(String::from_utf8_lossy(&table).into_owned()));
    let said = messages.labelled(what, state.sent());
    state.say(said);
}
