//! The outline pane: a line for each clause, with its number, its verb and its first words.

use crate::app::outline::Entry;
use crate::app::session::Session;
use crate::app::words;
use crate::document::{Document, Kind, naming};
use crate::lang::Language;
use crate::text::Part as _;
use crate::text::width;
use crate::ui::overlay::links::Links;
use crate::ui::paint::{Line, Styled};
use crate::ui::pane::Pane;
use crate::ui::pane::reader::{before_verb, first_words};
use crate::ui::state::{Focus, Glance, State};
use ratatui::style::Style;

/// The width of the outline in columns, without the rule, on a screen of this width.
pub(crate) fn columns(state: &State) -> u16 {
    let share = (state.size.width / 3).min(SHARE);
    let most = state.size.width.saturating_sub(30).min(MOST * 2);
    state.settings.outline_width.unwrap_or(share).clamp(10, most.max(10))
}

const MOST: u16 = 44;
/// The widest outline by default: on 120 columns it leaves the text its full measure.
const SHARE: u16 = 36;

/// How many entries before and after the current one keep their words while the text is scrolled by lines.
const NEAR: usize = 2;

/// How many cells stay blank before the rule in a pane of `cells` cells.
fn beside(cells: u16) -> u16 {
    if cells >= 32 { 2 } else { 0 }
}

/// The width of the number column in cells; numbers are right-aligned.
const NUMBER: u16 = 3;

/// The outline of the document with the focus, as a pane.
#[derive(Debug)]
pub(crate) struct Outline;

impl Pane for Outline {
    fn lines(&self, cells: u16, rows: u16, state: &mut State) -> Vec<Line> {
        let State { panes, theme, focus, glance, slow, .. } = state;
        let Some(session) = panes.current_mut() else { return Vec::new() };
        let look = StateLook {
            theme,
            focus: *focus,
            glance: *glance == Glance::Passing,
            slow: *slow,
            beside: beside(cells),
        };
        lines(session, &look, cells, rows)
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
        let entry = *outline.entries().get(outline.top + row)?;
        state.focus = Focus::Reader;
        state.go(entry.node);
        None
    }
}

/// The lines of the pane. Scrolls the outline so that the current entry is visible.
pub(crate) fn lines(session: &mut Session, theme_of: &StateLook<'_>, cells: u16, height: u16) -> Vec<Line> {
    let current = session.outline.index_of(session.current());
    let focused = theme_of.focus == Focus::Outline;
    if focused {
        session.outline.show(session.outline.cursor, usize::from(height));
    } else {
        session.outline.cursor = current;
        session.outline.follow(current, usize::from(height));
    }
    let outline = &session.outline;
    let rows = outline.entries().iter().enumerate().skip(outline.top).take(usize::from(height));
    rows.map(|(index, entry)| {
        let folded = outline.is_folded(entry.node);
        let is_cursor = focused && index == outline.cursor;
        let away = index.abs_diff(current);
        if theme_of.glance && theme_of.slow && away > 0 {
            return Line::default();
        }
        let near = !theme_of.glance || away <= NEAR;
        line(&session.document, theme_of, *entry, folded, cells, (index == current, is_cursor, near))
    })
    .collect()
}

/// What drawing needs of the state while the session is borrowed.
pub(crate) struct StateLook<'a> {
    pub(crate) theme: &'a crate::ui::theme::Theme,
    pub(crate) focus: Focus,
    /// Entries far from the current one show only their numbers.
    pub(crate) glance: bool,
    /// Only the current entry is drawn.
    pub(crate) slow: bool,
    /// How many cells stay blank at the end of each line.
    pub(crate) beside: u16,
}

fn line(
    document: &Document,
    look: &StateLook<'_>,
    entry: Entry,
    folded: bool,
    cells: u16,
    (current, cursor, near): (bool, bool, bool),
) -> Line {
    let theme = look.theme;
    let mut line = Line::default();
    let mark = match (cursor, current) {
        (true, _) => ">",
        (_, true) => "▌",
        _ => " ",
    };
    line.put(0, mark, theme.bar);
    let fold = match (entry.parent, folded) {
        (false, _) => "",
        (_, true) => "▸",
        (_, false) => "▾",
    };
    let indent = 1 + entry.depth.min(8) * 2;
    line.put(indent, fold, theme.dim);
    let base = match (cursor, current) {
        (true, _) => theme.selected.patch(theme.active),
        (_, true) => theme.selected,
        _ => theme.text,
    };
    let node = document.node(entry.node);
    let mut at = indent + 2;
    let room = cells.saturating_sub(look.beside);
    let synthetic = node.kind.is_synthetic();
    let number = if synthetic { "".into() } else { naming::short(document, entry.node) };
    if !number.is_empty() {
        let wide = width::width(&number) as u16;
        let plain = node.kind != Kind::Subparagraph && wide <= NUMBER;
        // A wide number still needs a blank between it and the fold mark.
        let at_number = if plain { at - 1 + (NUMBER - wide).max(u16::from(entry.parent)) } else { at };
        let heading = node.kind.is_scope() || matches!(node.kind, Kind::Title | Kind::Heading);
        line.put(at_number, &number, if heading { base.patch(theme.heading) } else { base });
        at = line.width() + 1;
    }
    if !near {
        return line;
    }
    // A quotation of several paragraphs has no text of its own either.
    let text = if synthetic || (node.kind == Kind::Quotation && node.body.is_empty()) {
        words::container(node.kind, document)
    } else {
        first_words(document, entry.node, usize::from(room.saturating_sub(at)))
    };
    // Only the number is highlighted: highlighting the words too would take more bytes than the rest of a
    // scroll step.
    let base = if current && !cursor && !number.is_empty() { theme.text } else { base };
    let text = width::ellipsize(&text, usize::from(room.saturating_sub(at))).into_owned();
    let heading =
        node.kind.is_synthetic() || node.kind.is_scope() || matches!(node.kind, Kind::Title | Kind::Heading);
    let mut styled = Styled::new(&text, if heading { base.patch(theme.heading) } else { base });
    let opener = document.opener(entry.node);
    let opener = opener.part(before_verb(document, entry.node) as usize..);
    if text.starts_with(opener) {
        // Not in the verb's colour, which would take half of the bytes of an entry.
        styled.over(0..opener.len(), Style { fg: None, ..theme.opener });
    }
    if document.language().is_some_and(Language::is_rtl) {
        styled.turned(&mut line, at);
    } else {
        styled.flush_left(&mut line, at);
    }
    line
}
