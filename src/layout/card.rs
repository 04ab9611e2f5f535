//! The masthead as a card: the symbol, the session and item, the date and the vote, on a few rows.
//!
//! A masthead is printed on a dozen lines, which would push the text off a small screen. The words of the card are spans
//! of those lines; the lines themselves are laid out where the reader asks for them.

use super::{Ground, Ink, Piece, Role, Row, Rows};
use crate::document::{Document, Kind, NodeId, Span};
use crate::text::{width, wrap};

/// A masthead of so many lines is shown as it is.
const FEW: usize = 4;
/// How far from the end the record of the vote is looked for, in nodes.
const LAST: usize = 1000;
/// Between two pieces of a row.
const BETWEEN: &str = " · ";

/// The words of the card, a group for each row; empty where the masthead is short or says too little for one.
pub(super) fn spans(document: &Document) -> Vec<Vec<Span>> {
    let Some(masthead) = document.children(NodeId::ROOT).find(|&id| document.node(id).kind == Kind::Masthead)
    else {
        return Vec::new();
    };
    let is_line = |id: &NodeId| document.node(*id).kind == Kind::MastheadLine;
    let lines: Vec<Span> =
        document.children(masthead).filter(is_line).take(64).map(|id| document.node(id).body).collect();
    let within = |field: &str, line: Span| {
        let start = line.start as usize + document.slice(line).find(field)?;
        Some(Span::new(start, start + field.len())).filter(|span| !span.is_empty())
    };
    let find = |field: &str| lines.iter().find_map(|line| within(field, *line));
    let fields = document.masthead();
    let one = |field: &Option<String>| field.as_deref().and_then(find);
    let adopted = one(&fields.adoption).or_else(|| one(&fields.adoption_date)).or_else(|| one(&fields.date));
    let (Some(adopted), true) = (adopted, lines.len() > FEW) else { return Vec::new() };
    let items = fields.agenda_items.iter().filter_map(|item| find(item));
    let rows = [
        [one(&fields.symbol), one(&fields.organ)].into_iter().flatten().collect::<Vec<_>>(),
        one(&fields.session).into_iter().chain(items).take(FEW).collect(),
        [Some(adopted), fields.vote.as_deref().and_then(|vote| find(vote).or_else(|| below(document, vote)))]
            .into_iter()
            .flatten()
            .collect(),
    ];
    let rows: Vec<Vec<Span>> = rows.into_iter().filter(|row| !row.is_empty()).collect();
    if rows.len() < 2 { Vec::new() } else { rows }
}

/// The result of a vote, where it is printed below the text.
fn below(document: &Document, vote: &str) -> Option<Span> {
    let records = document.ids().rev().take(LAST).map(|id| document.node(id));
    let mut records = records.filter(|node| matches!(node.kind, Kind::Vote | Kind::Closing));
    records.find_map(|node| {
        let start = node.body.start as usize + document.slice(node.body).find(vote)?;
        Some(Span::new(start, start + vote.len())).filter(|span| !span.is_empty())
    })
}

/// The rows of the card.
pub(super) fn rows(document: &Document, card: &[Vec<Span>], ground: &Ground) -> Rows {
    let mut out = Rows::default();
    let first = ground.lead + ground.gutter;
    let room = usize::from(ground.text.saturating_sub(ground.gutter).max(1));
    for (at, group) in card.iter().enumerate() {
        let mut used = 0;
        let mut from = out.pieces.len();
        for &span in group {
            let wide = width::width(document.slice(span));
            if used > 0 && used + width::width(BETWEEN) + wide > room {
                push(&mut out, from, ground.lead);
                (from, used) = (out.pieces.len(), 0);
            }
            if used > 0
                && let Some(before) = out.pieces.last_mut()
            {
                before.after = BETWEEN;
                used += width::width(BETWEEN);
            }
            let mut ranges = Vec::new();
            wrap::wrap(document.slice(span), room, room, &mut ranges);
            let parts = ranges.len();
            for (part, range) in ranges.into_iter().enumerate() {
                let text = Span { start: span.start + range.start, end: span.start + range.end };
                let ink = if at == 0 && used == 0 { Ink::Head } else { Ink::Aside };
                out.pieces.push(Piece { text, x: first + used as u16, ink, after: "", from_left: false });
                used += width::width(document.slice(text));
                if part + 1 < parts {
                    push(&mut out, from, ground.lead);
                    (from, used) = (out.pieces.len(), 0);
                }
            }
        }
        push(&mut out, from, ground.lead);
    }
    out
}

/// Ends a row, which has the pieces from an index on.
fn push(out: &mut Rows, from: usize, indent: u16) {
    let pieces = out.pieces.get(from..).unwrap_or_default();
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
    let text = Span { start: first.text.start.min(last.text.start), end: first.text.end.max(last.text.end) };
    let pieces = (from as u32, out.pieces.len() as u32);
    out.lines.push(Row { text, indent, pieces, ..Row::new(Role::Cells) });
}
