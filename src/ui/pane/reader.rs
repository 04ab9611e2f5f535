//! The reading pane: the rows of the layout, with what the reader needs to see in them.

use crate::app::session::{Session, Shown};
use crate::document::{Document, Kind, Language, NodeId, Span};
use crate::layout::{self, Layout, Role};
use crate::text::width;
use crate::ui::paint::{Line, Styled};
use crate::ui::state::State;
use crate::ui::web;
use ratatui::style::{Modifier, Style};

/// Columns kept free at each side: one for the bar beside a clause that was gone to.
const MARGIN: u16 = 1;

/// The width of the layout in a pane of `cells` columns.
pub(crate) fn layout_width(cells: u16, measure: u16) -> u16 {
    Layout::width_for(measure).min(cells.saturating_sub(2 * MARGIN)).max(1)
}

/// The lines of the pane, `cells` columns wide.
pub(crate) fn lines(state: &State, session: &Session, cells: u16) -> Vec<Line> {
    let wide = session.layout.width();
    let left = left(wide, cells);
    let view = View {
        state,
        session,
        document: &session.document,
        rtl: session.document.language().is_some_and(Language::is_rtl),
        wide,
    };
    session.shown().iter().map(|shown| view.line(shown, left)).collect()
}

/// Cells left of a layout of this width.
fn left(wide: u16, cells: u16) -> u16 {
    MARGIN + cells.saturating_sub(2 * MARGIN).saturating_sub(wide) / 2
}

/// What stands in a cell of the pane: a node, and a byte of the text. In a row that is read from the right the byte is
/// that of the row's beginning where the cell is not on plain words.
pub(crate) fn at(session: &Session, cells: u16, (x, y): (u16, usize)) -> Option<(NodeId, u32)> {
    let shown = session.shown().get(y).filter(|shown| shown.row.role == Role::Text)?;
    let document = &session.document;
    let wide = session.layout.width();
    let from_left = x.checked_sub(left(wide, cells))?;
    let rtl = document.language().is_some_and(Language::is_rtl);
    let into = if rtl { wide.checked_sub(from_left + 1)? } else { from_left };
    let into = into.checked_sub(shown.row.indent)?;
    let words = document.slice(shown.row.text);
    let before = width::truncate(words, usize::from(into));
    Some((shown.place.node, shown.row.text.start + before.len() as u32))
}

struct View<'a> {
    state: &'a State,
    session: &'a Session,
    document: &'a Document,
    rtl: bool,
    wide: u16,
}

impl View<'_> {
    fn line(&self, shown: &Shown, left: u16) -> Line {
        let mut line = Line::default();
        let theme = &self.state.theme;
        match shown.row.role {
            Role::Blank => {}
            Role::Rule => {
                let dash = "─";
                line.put(0, &dash.repeat(12), theme.rule);
                if self.rtl {
                    line = Line::default();
                    line.put(self.wide.saturating_sub(12), &dash.repeat(12), theme.rule);
                }
            }
            Role::Label | Role::Text => self.words(&mut line, shown),
        }
        let mut moved = Line::default();
        if shown.row.role != Role::Blank && self.is_landed(shown.place.node) {
            let bar = if self.rtl { "▐" } else { "▌" };
            let at = if self.rtl { left + self.wide } else { left.saturating_sub(1) };
            moved.put(at, bar, theme.bar);
        }
        if self.state.show_pages && self.page_ends(shown) {
            moved.put(left + self.wide.saturating_sub(6), "┄ page", theme.dim);
        }
        for piece in line.pieces {
            moved.put(left + piece.x, &piece.text, piece.style);
        }
        moved
    }

    fn is_landed(&self, node: NodeId) -> bool {
        let Some(landed) = self.session.landed() else { return false };
        let kind = self.document.node(node).kind;
        node == landed || (kind == Kind::Continuation && self.document.node(node).parent == landed)
    }

    fn page_ends(&self, shown: &Shown) -> bool {
        let row = shown.row.text;
        let breaks = self.document.page_breaks();
        let from = breaks.partition_point(|&at| at < row.start);
        breaks.get(from).is_some_and(|&at| at <= row.end) && !row.is_empty()
    }

    fn words(&self, line: &mut Line, shown: &Shown) {
        let theme = &self.state.theme;
        let node = self.document.node(shown.place.node);
        if let Some(at) = shown.row.label_at {
            let label = layout::label(self.document, shown.place.node);
            let style = match node.kind {
                Kind::Preambular => theme.dim,
                Kind::Note => theme.mark,
                kind if kind.is_scope() => theme.heading,
                _ if node.inferred => theme.dim,
                _ => theme.number,
            };
            let styled = Styled::new(&label, style);
            if self.rtl {
                styled.flush_right(line, self.wide, at, self.state.settings.bidi);
            } else {
                styled.flush_left(line, at, self.state.settings.bidi);
            }
        }
        let row = shown.row.text;
        let mut styled = Styled::new(self.document.slice(row), self.base(shown.place.node));
        self.decorate(&mut styled, shown.place.node, row);
        if self.rtl {
            styled.flush_right(line, self.wide, shown.row.indent, self.state.settings.bidi);
        } else {
            styled.flush_left(line, shown.row.indent, self.state.settings.bidi);
        }
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
            let tag = web::tag(self.state, self.document, index);
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
        for span in &self.state.matched {
            over(*span, theme.hit);
        }
        if let Some(span) = self.state.active {
            over(span, theme.active.add_modifier(Modifier::REVERSED));
        }
    }
}

/// One line of a clause for lists: its opening words, at most `cells` wide.
pub(crate) fn first_words(document: &Document, id: NodeId, cells: usize) -> String {
    let body = document.node(id).body;
    let most = Span { end: body.end.min(body.start.saturating_add(cells as u32 * 8 + 64)), ..body };
    let end = (0..4)
        .map(|back| most.end.saturating_sub(back))
        .find(|&end| document.text().is_char_boundary(end as usize));
    let plain = document.plain(Span { start: body.start, end: end.unwrap_or(body.end) });
    let flat: Vec<&str> = plain.split_whitespace().collect();
    width::ellipsize(&flat.join(" "), cells).into_owned()
}
