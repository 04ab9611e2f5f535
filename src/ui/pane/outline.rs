//! The outline pane: a line for each clause, with its number, its verb and its first words.

use crate::app::entry;
use crate::app::outline::Entry;
use crate::app::session::Session;
use crate::config::Bidi;
use crate::document::{Document, Kind, NodeId};
use crate::lang::Language;
use crate::text::width;
use crate::ui::overlay::links::Links;
use crate::ui::paint::{Kept, Line, Row, Styled, number};
use crate::ui::pane::Pane;
use crate::ui::pane::reader;
use crate::ui::state::{Focus, Glance, State};
use ratatui::style::Style;
use std::ops::Range;
use std::sync::Arc;

/// The width of the outline in columns, without the rule, on a screen of this width.
pub(crate) fn columns(state: &State) -> u16 {
    let width = state.size.width;
    let text = reader::whole(state.settings.measure) + 1;
    let own = match width {
        ..ROOMY => (width.saturating_sub(LEAST_TEXT + 1)).min(SLIMMEST),
        // The text has its full measure, and the outline the rest.
        WIDE.. if state.panes.len() == 1 => (width.saturating_sub(text)).max(SHARE),
        _ => (width / 3).min(SHARE),
    };
    let most = width.saturating_sub(30).max(10);
    state.settings.outline_width.unwrap_or(own).clamp(10, most)
}

/// From this width of the screen on, the outline is not slim.
pub(crate) const ROOMY: u16 = 100;
/// From this width of the screen on, the outline takes what the text leaves.
const WIDE: u16 = 160;
/// The width of a slim outline where the text keeps so many columns.
const SLIMMEST: u16 = 24;
const LEAST_TEXT: u16 = 56;
/// The widest outline below [`WIDE`]: on 120 columns it leaves the text its full measure.
const SHARE: u16 = 36;
/// An outline narrower than this saves cells in front of the words.
const SLIM: u16 = 28;

/// The cells of the thin line for what a filter leaves out.
const LINE: usize = 8;

/// How many cells stay blank before the rule in a pane of `cells` cells.
fn beside(cells: u16) -> u16 {
    if cells >= 32 { 2 } else { 0 }
}

/// The columns in front of the words of an entry.
#[derive(Clone, Copy)]
struct Columns {
    /// The mark of what can be folded.
    fold: u16,
    /// The number column, in which numbers are right-aligned.
    number: u16,
    /// Its width.
    wide: u16,
    /// The words of an entry without a number.
    text: u16,
}

impl Columns {
    fn of(entry: Entry, cells: u16) -> Self {
        if cells < SLIM {
            let fold = 1 + entry.depth.min(5);
            return Self { fold, number: fold + 1, wide: 2, text: fold + 1 };
        }
        let fold = 1 + entry.depth.min(8) * 2;
        Self { fold, number: fold + 1, wide: 3, text: fold + 2 }
    }
}

/// Whether the entries are read from right to left, as the document is, and are mirrored here, not by the terminal.
pub(crate) fn is_mirrored(state: &State) -> bool {
    let language = state.document().and_then(|document| document.language());
    state.settings.bidi == Bidi::App && language.is_some_and(Language::is_rtl)
}

/// The outline of the document with the focus, as a pane.
#[derive(Debug)]
pub(crate) struct Outline;

impl Pane for Outline {
    fn rows(&self, cells: u16, rows: u16, state: &mut State, kept: &mut Kept) -> Vec<Row> {
        let mirrored = is_mirrored(state);
        let way = (state.settings.bidi, mirrored.then_some(cells));
        let State { panes, theme, focus, glance, .. } = state;
        let Some(session) = panes.current_mut() else { return Vec::new() };
        let rides = matches!(glance, Glance::Asked | Glance::Passing);
        let look = StateLook { theme, focus: *focus, rides, beside: beside(cells), mirrored };
        let listed = listed(session, &look, rows);
        let document = &session.document;
        let ground = (Arc::as_ptr(document) as usize, session.edition, look.theme, look.beside, cells);
        let ground = number(&ground);
        let mut row = |item: &Listed| kept.row(&(ground, item), way, || line(document, &look, item, cells));
        listed.iter().map(|item| item.as_ref().map(&mut row).unwrap_or_default()).collect()
    }

    fn ruled(&self, rows: u16, state: &State) -> Range<u16> {
        let taken = state.panes.current().map(|session| session.outline.taken());
        taken.map_or(0..rows, |taken| taken.start as u16..taken.end as u16)
    }

    fn has_focus(&self, state: &State) -> bool {
        state.focus == Focus::Outline
    }

    fn take_focus(&self, state: &mut State) {
        state.focus = Focus::Outline;
    }

    fn wheel(&self, rows: isize, state: &mut State) {
        self.take_focus(state);
        if let Some(session) = state.panes.current_mut() {
            session.outline.walk(rows);
        }
    }

    fn press(&self, (_, row): (u16, usize), _: u16, state: &mut State) -> Option<(Links, bool)> {
        let outline = &state.panes.current()?.outline;
        let node = (*outline.shown().nth(row)?)?;
        state.focus = Focus::Reader;
        state.go(node);
        None
    }
}

/// An entry with all that its line depends on.
#[derive(Clone, Copy, Debug, Hash)]
struct Listed {
    entry: Entry,
    /// The entry before it in the same list.
    above: Option<NodeId>,
    folded: bool,
    current: bool,
    cursor: bool,
}

/// The lines of the pane. Scrolls the outline so that the current entry is visible.
pub(crate) fn lines(session: &mut Session, look: &StateLook<'_>, cells: u16, height: u16) -> Vec<Line> {
    let listed = listed(session, look, height);
    let line = |item: &Listed| line(&session.document, look, item, cells);
    listed.iter().map(|item| item.as_ref().map(line).unwrap_or_default()).collect()
}

fn listed(session: &mut Session, look: &StateLook<'_>, height: u16) -> Vec<Option<Listed>> {
    let node = session.current();
    let current = session.outline.index_of(node);
    let entry = session.outline.entries().get(current).map_or(node, |entry| entry.node);
    let focused = look.focus == Focus::Outline;
    let by = session.take_scrolled();
    let outline = &mut session.outline;
    let height = usize::from(height);
    if look.rides && !focused {
        outline.ride(by, height);
    } else {
        if focused {
            outline.show(outline.cursor, height);
        } else {
            outline.cursor = current;
            outline.follow(current, height);
        }
        outline.stand(height);
    }
    let outline = &session.outline;
    let cursor = outline.selected().filter(|_| focused);
    let row = |node: &NodeId| {
        let index = outline.index_of(*node);
        Some(Listed {
            entry: Entry { line: outline.is_line(*node), ..*outline.entry(*node)? },
            above: outline.above(index),
            folded: outline.is_folded(*node),
            current: *node == entry,
            cursor: cursor == Some(*node),
        })
    };
    outline.shown().map(|node| node.as_ref().and_then(row)).collect()
}

/// What drawing needs of the state while the session is borrowed.
pub(crate) struct StateLook<'a> {
    pub(crate) theme: &'a crate::ui::theme::Theme,
    pub(crate) focus: Focus,
    /// The outline moves with the text.
    pub(crate) rides: bool,
    /// How many cells stay blank at the end of each line.
    pub(crate) beside: u16,
    /// The lines will be mirrored, for a document that is read from right to left.
    pub(crate) mirrored: bool,
}

fn line(document: &Document, look: &StateLook<'_>, item: &Listed, cells: u16) -> Line {
    let Listed { entry, above, folded, current, cursor } = *item;
    let theme = look.theme;
    let mut line = Line::default();
    if entry.line {
        let columns = Columns::of(entry, cells);
        line.put(columns.number, &"─".repeat(LINE), theme.rule);
        return line;
    }
    let mark = match (cursor, current) {
        (true, _) if look.mirrored => "<",
        (true, _) => ">",
        (_, true) => "▌",
        _ => " ",
    };
    line.put(0, mark, theme.bar);
    let fold = match (entry.parent, folded) {
        (false, _) => "",
        (_, true) if look.mirrored => "◂",
        (_, true) => "▸",
        (_, false) => "▾",
    };
    let columns = Columns::of(entry, cells);
    line.put(columns.fold, fold, theme.dim);
    let base = match (cursor, current) {
        (true, _) => theme.selected.patch(theme.active),
        (_, true) => theme.selected,
        _ => theme.text,
    };
    let node = document.node(entry.node);
    let room = cells.saturating_sub(look.beside);
    let number = entry::number(document, entry.node);
    let heading = entry::is_heading(document, entry.node);
    let mut at = columns.text;
    if !number.is_empty() {
        let wide = width::width(&number) as u16;
        let plain = !node.kind.is_scope() && node.kind != Kind::Subparagraph && wide <= columns.wide + 1;
        let mut at_number = columns.text;
        if plain {
            // A number that fills the column takes the place of the fold mark, where there is none.
            at_number = (columns.number + columns.wide)
                .saturating_sub(wide)
                .max(columns.fold + u16::from(entry.parent));
        }
        let named = heading || node.kind.is_scope();
        line.put(at_number, &number, if named { base.patch(theme.heading) } else { base });
        at = line.width() + 1;
    }
    let open = entry.parent && !folded;
    let told = entry::told(document, entry.node, above, open, usize::from(room.saturating_sub(at)));
    // Only the number is highlighted: highlighting the words too would take more bytes than the rest of a
    // scroll step.
    let base = if current && !cursor && !number.is_empty() { theme.text } else { base };
    let mut styled = Styled::new(&told.text, if heading { base.patch(theme.heading) } else { base });
    // Not in the verb's colour, which would take half of the bytes of an entry.
    styled.over(told.verb.clone(), Style { fg: None, ..theme.opener });
    if document.language().is_some_and(Language::is_rtl) {
        styled.turned(&mut line, at);
    } else {
        styled.flush_left(&mut line, at);
    }
    line
}
