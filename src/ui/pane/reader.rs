//! The reading pane: the rows of the layout, with matches, links and the current clause marked.

use crate::app::session::{Session, Shown};
use crate::document::{Document, Kind, NodeId, Span, naming};
use crate::lang::Language;
use crate::layout::{Extent, Ink, Layout, Piece, Role};
use crate::text::{bidi, width};
use crate::ui::overlay::links::Links;
use crate::ui::paint::{Kept, Line, Row, Styled, number};
use crate::ui::pane::Pane;
use crate::ui::state::{Focus, State};
use crate::ui::web;
use ratatui::style::{Modifier, Style};
use std::sync::Arc;

/// Columns kept free at each side; the bar beside a clause that was gone to is drawn there.
const MARGIN: u16 = 1;

/// The width of a pane whose text has its full measure.
pub(crate) fn whole(measure: u16) -> u16 {
    Layout::width_for(measure) + 2 * MARGIN
}

/// The extent of a layout in a pane of `cells` columns. Only tables may be wider than the measure.
pub(crate) fn extent(cells: u16, measure: u16) -> Extent {
    let room = cells.saturating_sub(2 * MARGIN).max(1);
    Extent { text: Layout::width_for(measure).min(room), room }
}

/// The reading pane of the slot with this index.
#[derive(Debug)]
pub(crate) struct Text(pub(crate) usize);

impl Pane for Text {
    fn rows(&self, cells: u16, _: u16, state: &mut State, kept: &mut Kept) -> Vec<Row> {
        let session = state.panes.get(self.0).and_then(|slot| slot.session.as_ref());
        session.map_or_else(Vec::new, |session| rows(state, session, cells, kept))
    }

    fn has_focus(&self, state: &State) -> bool {
        state.focus == Focus::Reader && state.panes.at() == self.0
    }

    fn take_focus(&self, state: &mut State) {
        state.focus = Focus::Reader;
        state.panes.focus(self.0);
    }

    fn wheel(&self, rows: isize, state: &mut State) {
        state.glide();
        if let Some(session) = state.panes.session_mut(self.0) {
            session.scroll(rows);
        }
    }

    fn press(&self, cell: (u16, usize), cells: u16, state: &mut State) -> Option<(Links, bool)> {
        self.take_focus(state);
        let (node, at) = at(state, state.panes.current()?, cells, cell)?;
        let session = state.panes.current_mut()?;
        if session.document.table(node).is_some() {
            session.land(node, at);
        }
        Links::over(node, at, state)
    }
}

/// The visible rows of the pane, `cells` columns wide.
fn rows(state: &State, session: &Session, cells: u16, kept: &mut Kept) -> Vec<Row> {
    let (view, left) = View::of(state, session, cells);
    let (ground, bidi) = (view.ground(cells), state.settings.bidi);
    let row = |shown: &Shown| match shown.row.role {
        // What they show depends on how far the table is scrolled sideways.
        Role::Cells | Role::Under => view.line(shown, left).set(bidi, None),
        _ => {
            let on = (ground, shown.place, shown.row, view.is_landed(shown));
            kept.row(&on, (bidi, None), || view.line(shown, left))
        }
    };
    session.shown().iter().map(row).collect()
}

/// How many cells stay blank left of a layout of `wide` cells.
fn left(wide: u16, cells: u16) -> u16 {
    MARGIN + cells.saturating_sub(2 * MARGIN).saturating_sub(wide) / 2
}

/// The node and the byte offset shown in a cell of the pane, or nearest to it in its row; `None` where there is no
/// text.
fn at(state: &State, session: &Session, cells: u16, (x, y): (u16, usize)) -> Option<(NodeId, u32)> {
    let shown = session.shown().get(y)?;
    let (view, left) = View::of(state, session, cells);
    Some((shown.place.node, view.line(shown, left).origin_at(x, state.settings.bidi)?))
}

struct View<'a> {
    state: &'a State,
    session: &'a Session,
    document: &'a Document,
    rtl: bool,
    wide: u16,
    /// The width of a table line in cells.
    room: u16,
}

impl<'a> View<'a> {
    /// The view for a pane of `cells` columns, and how many of them stay blank before the text.
    fn of(state: &'a State, session: &'a Session, cells: u16) -> (Self, u16) {
        let wide = session.layout.width();
        let view = Self {
            state,
            session,
            document: &session.document,
            rtl: session.document.language().is_some_and(Language::is_rtl),
            wide,
            room: session.layout.extent().room,
        };
        (view, left(wide, cells))
    }

    /// A number for all that a line of text depends on besides its own place.
    fn ground(&self, cells: u16) -> u64 {
        let Self { state, session, .. } = self;
        let found = &session.found;
        let pages = state.show_pages.then(|| state.messages().page_ends());
        let text = (Arc::as_ptr(&session.document) as usize, session.edition, session.layout.extent(), cells);
        let sought = (&found.query, found.regex, found.at, found.hits.len());
        let sifted = session.sieve().map(|sieve| (&sieve.query, sieve.matches.len()));
        let marked = (&session.matched, session.active, sifted);
        number(&(text, sought, marked, &state.theme, state.settings.links, pages))
    }

    fn line(&self, shown: &Shown, left: u16) -> Line {
        let mut line = Line::default();
        let theme = &self.state.theme;
        match shown.row.role {
            Role::Blank => {}
            Role::Rule => {
                let indent = shown.row.indent;
                let at = if self.rtl { self.wide.saturating_sub(shown.row.wide + indent) } else { indent };
                line.put(at, &"─".repeat(usize::from(shown.row.wide)), theme.rule);
            }
            Role::Under => {
                let at = if self.rtl {
                    self.room.saturating_sub(shown.row.indent + shown.row.wide)
                } else {
                    shown.row.indent
                };
                line.put(at, &self.under(shown), theme.rule);
            }
            Role::Label | Role::Text => self.words(&mut line, shown),
            Role::Cells => self.cells(&mut line, shown),
        }
        let mut moved = Line::default();
        let in_table = matches!(shown.row.role, Role::Cells | Role::Under);
        if shown.row.role != Role::Blank && self.is_landed(shown) {
            let bar = if self.rtl { "▐" } else { "▌" };
            let (from, to) = (left, left + self.wide);
            let out =
                if self.rtl { self.room - shown.row.indent + MARGIN } else { MARGIN + shown.row.indent };
            let at = match (self.rtl, in_table) {
                (true, true) => to.max(out),
                (true, false) => to,
                (false, true) => from.min(out).saturating_sub(1),
                (false, false) => from.saturating_sub(1),
            };
            moved.put(at, bar, theme.bar);
        }
        if self.state.show_pages && self.page_ends(shown) {
            let words = self.state.messages().page_ends();
            let at = left + self.wide.saturating_sub(width::width(words) as u16);
            moved.put(at, words, theme.dim);
        }
        let left = if in_table { MARGIN } else { left };
        moved.take_in(line, left);
        moved
    }

    /// The pieces of a table line.
    fn pieces(&self, shown: &Shown) -> &[Piece] {
        self.session.layout.made(shown.place.node).map(|rows| rows.pieces(&shown.row)).unwrap_or_default()
    }

    fn is_landed(&self, shown: &Shown) -> bool {
        let node = shown.place.node;
        if let Some(marked) = self.session.selected() {
            return marked.holds(node);
        }
        let Some(landed) = self.session.landed() else { return false };
        if let Some((table, row)) = self.session.table_row() {
            let row = self.document.table(table).map(|table| table.row_span(row));
            let here = |piece: &Piece| row.is_some_and(|row| row.overlaps(piece.text));
            return node == table && self.pieces(shown).iter().any(here);
        }
        let kind = self.document.node(node).kind;
        node == landed || (kind == Kind::Continuation && self.document.node(node).parent == landed)
    }

    fn page_ends(&self, shown: &Shown) -> bool {
        let breaks = self.document.page_breaks();
        let within = |text: Span| {
            let from = breaks.partition_point(|&at| at < text.start);
            breaks.get(from).is_some_and(|&at| at <= text.end) && !text.is_empty()
        };
        match shown.row.role {
            Role::Cells => self.pieces(shown).iter().any(|piece| within(piece.text)),
            _ => within(shown.row.text),
        }
    }

    fn words(&self, line: &mut Line, shown: &Shown) {
        let theme = &self.state.theme;
        let node = self.document.node(shown.place.node);
        if let Some(at) = shown.row.label_at {
            let label = naming::label(self.document, shown.place.node);
            let style = match node.kind {
                Kind::Preambular => theme.dim,
                Kind::Note => theme.mark,
                kind if kind.is_scope() => theme.heading,
                _ if node.inferred => theme.dim,
                _ => theme.number,
            };
            let styled = Styled::new(&label, style);
            if self.rtl {
                styled.flush_right(line, self.wide, at);
            } else {
                styled.flush_left(line, at);
            }
        }
        let row = shown.row.text;
        let mut styled = Styled::new(self.document.slice(row), self.base(shown.place.node)).from(row.start);
        self.decorate(&mut styled, shown.place.node, row);
        if self.rtl {
            if !matches!(node.kind, Kind::MastheadLine | Kind::Closing | Kind::Title) {
                styled = styled.foreign(is_foreign(self.document.slice(node.body)));
            }
            styled.flush_right(line, self.wide, shown.row.indent);
        } else {
            styled.flush_left(line, shown.row.indent);
        }
    }

    /// The rule under a header, with a mark at each side where columns are hidden.
    fn under(&self, shown: &Shown) -> String {
        let (before, after) = self.session.layout.made(shown.place.node).map_or((0, 0), |rows| rows.hidden);
        let (left, right) = if self.rtl { (after, before) } else { (before, after) };
        let left = if left > 0 { "‹" } else { "─" };
        let right = if right > 0 { "›" } else { "─" };
        format!("{left}{}{right}", "─".repeat(usize::from(shown.row.wide.saturating_sub(2))))
    }

    fn cells(&self, line: &mut Line, shown: &Shown) {
        let theme = &self.state.theme;
        for piece in self.pieces(shown) {
            let base = match piece.ink {
                Ink::Head => theme.heading,
                Ink::Label | Ink::Aside => theme.dim,
                Ink::Words => theme.text,
            };
            let mut styled = Styled::new(self.document.slice(piece.text), base).from(piece.text.start);
            if piece.from_left {
                styled = styled.foreign(true);
            }
            self.decorate(&mut styled, self.owner(shown.place.node, piece.text), piece.text);
            let behind = Styled::new(piece.after, base);
            let after = piece.x + styled.width();
            if self.rtl {
                styled.flush_right(line, self.room, piece.x);
                behind.flush_right(line, self.room, after);
            } else {
                styled.flush_left(line, piece.x);
                behind.flush_left(line, after);
            }
        }
    }

    /// The node that words belong to: of those on the card of the masthead, their line.
    fn owner(&self, id: NodeId, words: Span) -> NodeId {
        if self.document.node(id).kind != Kind::Masthead {
            return id;
        }
        self.document.children(id).find(|&line| self.document.node(line).body.overlaps(words)).unwrap_or(id)
    }

    fn base(&self, id: NodeId) -> Style {
        let theme = &self.state.theme;
        match self.document.node(id).kind {
            Kind::MastheadLine | Kind::Closing | Kind::Vote => theme.dim,
            Kind::Title | Kind::Heading => theme.heading,
            kind if kind.is_scope() => theme.heading,
            _ => theme.text,
        }
    }

    fn decorate(&self, styled: &mut Styled<'_>, id: NodeId, row: Span) {
        let theme = &self.state.theme;
        let node = self.document.node(id);
        let mut over = |span: Span, style: Style| {
            if span.overlaps(row) {
                let start = span.start.saturating_sub(row.start) as usize;
                styled.over(start..(span.end.saturating_sub(row.start)) as usize, style);
            }
        };
        let emphasis = self.document.emphasis();
        let from = emphasis.partition_point(|span| span.end <= row.start);
        for span in emphasis.iter().skip(from).take_while(|span| span.start < row.end) {
            over(*span, theme.emphasis);
        }
        if node.kind == Kind::Enacting {
            over(node.body, theme.emphasis);
        }
        let opener = Span { start: node.body.start, end: node.body.start + u32::from(node.opener) };
        over(opener, theme.opener);
        let references = self.document.references();
        let from = references.partition_point(|reference| reference.span.end <= row.start);
        let here = references.iter().enumerate().skip(from);
        for (index, reference) in here.take_while(|(_, reference)| reference.span.start < row.end) {
            let tag = web::tag(self.state, self.session, index);
            over(reference.span, tag.map_or(theme.reference, |tag| theme.reference.bg(tag)));
        }
        for mark in self.document.marks_in(row) {
            over(mark.span, theme.mark);
        }
        let found = &self.session.found;
        let from = found.hits.partition_point(|(node, span)| (*node, span.end) <= (id, row.start));
        for (at, (_, span)) in
            found.hits.iter().enumerate().skip(from).take_while(|(_, (node, _))| *node == id)
        {
            let here = found.at == Some(at);
            over(*span, if here { theme.active } else { theme.hit });
        }
        let sifted = self.session.sieve().map(|sieve| sieve.marks.as_slice()).unwrap_or_default();
        for span in self.session.matched.iter().chain(sifted) {
            over(*span, theme.hit);
        }
        if let Some(span) = self.session.active {
            over(span, theme.active.add_modifier(Modifier::REVERSED));
        }
    }
}

/// Whether a paragraph of a right-to-left text is a sentence in a left-to-right script. "A/76/81." is not:
/// its full stop belongs at the left.
fn is_foreign(body: &str) -> bool {
    let words = |text: &str| {
        text.split(' ')
            .filter(|word| word.chars().count() > 1 && word.chars().all(char::is_alphabetic))
            .count()
    };
    !bidi::needs_reordering(body, false) && words(body) > 2
}
