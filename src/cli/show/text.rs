//! Writes a document as plain text: paragraphs wrapped to a width, with hanging numbers, and notes at the end.
//!
//! Words are written in logical order; right-to-left display is left to the terminal.

use super::super::out::{Out, Style};
use crate::document::{Document, Kind, NodeId, Part, Span, Table};
use crate::export::notes::superscript;
use crate::layout::table::{Ground, Wide};
use crate::layout::{self, Ink, Role};
use crate::text::{clean, width, wrap};
use std::io::{self, Write};

/// Indent of the words of a numbered paragraph, in cells.
const HANG: usize = 6;

/// Writes a part of a document in lines of `columns` cells.
pub(super) fn write(document: &Document, part: &Part, columns: usize, out: &mut Out) -> io::Result<()> {
    let numbered = document.nodes().iter().any(|node| node.kind == Kind::Operative);
    let mut page = TextPage {
        document,
        columns,
        out,
        margin: if numbered { HANG } else { 0 },
        open: Vec::new(),
        before: None,
    };
    for id in part.ids(document) {
        page.block(id)?;
    }
    if !part.notes.is_empty() {
        page.notes(&part.notes)?;
    }
    Ok(())
}

/// The state of the output.
struct TextPage<'p> {
    document: &'p Document,
    columns: usize,
    out: &'p mut Out,
    /// Indent of paragraphs without a number, in cells.
    margin: usize,
    /// For each ancestor of the current node, where its subtree ends and the indent of the nodes below it.
    open: Vec<(NodeId, usize)>,
    before: Option<Kind>,
}

/// A paragraph to be written.
struct ParagraphLayout<'s> {
    label: &'s str,
    /// Indents of the label and of the words, in cells.
    indents: (usize, usize),
    body: Span,
    style: Style,
    /// Length in bytes of the opening phrase, which is emphasised.
    opener: usize,
}

impl TextPage<'_> {
    fn block(&mut self, id: NodeId) -> io::Result<()> {
        let node = self.document.node(id);
        while self.open.pop_if(|(end, _)| *end <= id).is_some() {}
        let base = self.open.last().map_or(0, |&(_, indent)| indent).min(self.columns / 2);
        let label = clean(self.document.label(id).trim()).into_owned();
        let cells = width(&label);
        let (indents, style) = match node.kind {
            Kind::Masthead
            | Kind::Preamble
            | Kind::OperativePart
            | Kind::Document
            | Kind::Notes
            | Kind::Note => ((base, base), Style::Plain),
            Kind::Operative | Kind::Paragraph | Kind::Preambular | Kind::Enacting => {
                let body = base + if label.is_empty() { self.margin } else { HANG };
                ((body.saturating_sub(cells + 1).max(base), body), Style::Plain)
            }
            Kind::Subparagraph => ((base, base + (cells + 1).max(4)), Style::Plain),
            Kind::Title | Kind::Heading | Kind::Section | Kind::Part | Kind::Annex | Kind::Article => {
                ((base, base), Style::Bold)
            }
            Kind::Quotation => ((base + 4, base + 4), Style::Plain),
            Kind::MastheadLine | Kind::Continuation | Kind::Table | Kind::Vote | Kind::Closing => {
                ((base, base), Style::Plain)
            }
        };
        let below = if node.kind == Kind::Document { 0 } else { indents.1 };
        self.open.push((node.subtree_end, below));
        if label.is_empty() && node.body.is_empty() {
            return Ok(());
        }
        self.gap(node.kind)?;
        if let Some(table) = self.document.table(id) {
            return self.columns_of(table, base);
        }
        if node.kind == Kind::Table {
            return self.table(node.body, base);
        }
        let opener = if style == Style::Plain { usize::from(node.opener) } else { 0 };
        self.paragraph(&ParagraphLayout { label: &label, indents, body: node.body, style, opener })
    }

    /// Writes an empty line between blocks, but not between the lines of a masthead, of a closing or of a vote.
    fn gap(&mut self, kind: Kind) -> io::Result<()> {
        let together =
            matches!(kind, Kind::MastheadLine | Kind::Closing | Kind::Vote) && self.before == Some(kind);
        let first = self.before.replace(kind).is_none();
        if first || together { Ok(()) } else { self.out.write_all(b"\n") }
    }

    fn paragraph(&mut self, setting: &ParagraphLayout) -> io::Result<()> {
        let (label_at, body_at) = setting.indents;
        self.spaces(label_at)?;
        let mut used = label_at;
        if !setting.label.is_empty() {
            self.out.styled_text(setting.style, setting.label)?;
            used += width(setting.label);
            if !setting.body.is_empty() {
                let space = body_at.saturating_sub(used).max(1);
                self.spaces(space)?;
                used += space;
            }
        } else if body_at > used {
            self.spaces(body_at - used)?;
            used = body_at;
        }
        let body = self.document.slice(setting.body);
        let mut first = true;
        for row in wrap::rows(body, self.columns.saturating_sub(used), self.columns.saturating_sub(body_at)) {
            if !first {
                self.out.write_all(b"\n")?;
                self.spaces(body_at)?;
            }
            first = false;
            self.row(setting, row)?;
        }
        self.out.write_all(b"\n")
    }

    /// Writes one row of the words, split into pieces of one style each.
    fn row(&mut self, setting: &ParagraphLayout, row: std::ops::Range<u32>) -> io::Result<()> {
        let start = setting.body.start;
        let (from, to) = (start + row.start, start + row.end);
        if !self.out.styled() || setting.style != Style::Plain {
            let text = self.document.slice(Span { start: from, end: to });
            return self.out.styled_text(setting.style, &clean(text));
        }
        let mut at = from;
        let emphasis = self.document.emphasis();
        let opener = Span { start, end: start + setting.opener as u32 };
        let first = emphasis.partition_point(|span| span.end <= from);
        let set_off = emphasis.iter().skip(first).take_while(|span| span.start < to).copied();
        for span in std::iter::once(opener).chain(set_off) {
            let (begin, end) = (span.start.clamp(at, to), span.end.clamp(at, to));
            if begin < end {
                self.out
                    .styled_text(Style::Plain, &clean(self.document.slice(Span { start: at, end: begin })))?;
                self.out
                    .styled_text(Style::Italic, &clean(self.document.slice(Span { start: begin, end })))?;
                at = end;
            }
        }
        self.out.styled_text(Style::Plain, &clean(self.document.slice(Span { start: at, end: to })))
    }

    /// Writes a table in columns, as on the screen. If it is wider than the line, each row becomes lines of "header:
    /// value".
    fn columns_of(&mut self, table: &Table, indent: usize) -> io::Result<()> {
        let cells = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
        let ground = Ground {
            room: cells(self.columns),
            text: cells(self.columns.saturating_sub(indent).max(1)),
            lead: cells(indent),
            gutter: cells(self.margin),
            wide: Wide::Cards,
        };
        let rows = layout::table::rows(self.document, table, &ground, Vec::new());
        for row in rows.iter() {
            if row.role == Role::Under {
                self.spaces(usize::from(row.indent))?;
                self.out.styled_text(Style::Faint, &"─".repeat(usize::from(row.wide)))?;
            }
            let mut used = 0;
            for piece in rows.pieces(row) {
                let words = clean(self.document.slice(piece.text));
                self.spaces(usize::from(piece.x).saturating_sub(used))?;
                let style = match piece.ink {
                    Ink::Head => Style::Bold,
                    Ink::Label | Ink::Aside => Style::Faint,
                    Ink::Words => Style::Plain,
                };
                self.out.styled_text(style, &words)?;
                self.out.styled_text(style, piece.after)?;
                used = usize::from(piece.x).max(used) + width(&words) + width(piece.after);
            }
            self.out.write_all(b"\n")?;
        }
        Ok(())
    }

    /// Writes a table whose cells are not known, with its lines unchanged even if they are too wide.
    fn table(&mut self, body: Span, indent: usize) -> io::Result<()> {
        let document = self.document;
        for line in document.slice(body).lines() {
            self.spaces(indent)?;
            writeln!(self.out, "{}", clean(line).trim_end())?;
        }
        Ok(())
    }

    fn notes(&mut self, notes: &[NodeId]) -> io::Result<()> {
        if self.before.is_some() {
            self.out.write_all(b"\n")?;
            self.out.styled_text(Style::Faint, "──────────")?;
            self.out.write_all(b"\n")?;
        }
        for (index, &id) in notes.iter().enumerate() {
            if index > 0 || self.before.is_some() {
                self.out.write_all(b"\n")?;
            }
            let label = superscript(self.document.label(id));
            let body_at = 4;
            let indents = (3_usize.saturating_sub(width(&label)), body_at);
            let body = self.document.node(id).body;
            self.paragraph(&ParagraphLayout {
                label: &label,
                indents,
                body,
                style: Style::Plain,
                opener: 0,
            })?;
            for child in (id.0 + 1..self.document.node(id).subtree_end.0).map(NodeId) {
                let body = self.document.node(child).body;
                let label = clean(self.document.label(child).trim()).into_owned();
                self.paragraph(&ParagraphLayout {
                    label: &label,
                    indents: (4, 4),
                    body,
                    style: Style::Plain,
                    opener: 0,
                })?;
            }
        }
        Ok(())
    }

    fn spaces(&mut self, count: usize) -> io::Result<()> {
        write!(self.out, "{:count$}", "")
    }
}
