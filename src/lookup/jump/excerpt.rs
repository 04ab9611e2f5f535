//! One line of a hit: the words around its first mark.
//!
//! A range of the document's text, so that nothing is copied and marks keep their places. The opening verb is left
//! to its own column.

use super::Hit;
use crate::document::{Document, Span};
use crate::text::{grapheme_width, width};
use unicode_segmentation::UnicodeSegmentation as _;

/// A part of the text to show on one line, and on which sides an ellipsis stands for what was left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    pub span: Span,
    pub before: bool,
    pub after: bool,
}

/// The part of a hit's text around its first mark that fits `cells`, ellipses of one cell included.
pub fn excerpt(document: &Document, hit: &Hit, cells: usize) -> Excerpt {
    let node = document.node(hit.node);
    let own =
        Span { start: (node.body.start + u32::from(node.opener)).min(node.body.end), end: node.body.end };
    let mark = hit.marks.iter().find(|mark| own.overlaps(**mark));
    // Words of a list or after it: their own line tells more than the first words of the paragraph.
    let elsewhere = || {
        hit.marks.iter().filter(|mark| !node.body.overlaps(**mark) && !node.label.overlaps(**mark)).find_map(
            |mark| {
                let id = document.node_at(mark.start as usize)?;
                Some((document.node(id).body, *mark))
            },
        )
    };
    let (body, mark) = match mark {
        Some(mark) => (own, *mark),
        None => elsewhere().unwrap_or((own, Span { start: own.start, end: own.start })),
    };
    let body = trimmed(document, body);
    let text = document.slice(body);
    if width(text) <= cells {
        return Excerpt { span: body, before: false, after: false };
    }
    let at = (mark.start.max(body.start) - body.start) as usize;
    let lead = text.get(..at).unwrap_or_default();
    // A third of the line leads up to the mark; the line begins with a word.
    let mut start = at;
    let mut room = cells / 3;
    if width(lead) <= room {
        start = 0;
    } else {
        for (offset, grapheme) in lead.grapheme_indices(true).rev() {
            let cells = grapheme_width(grapheme);
            if cells > room {
                break;
            }
            room -= cells;
            let before = lead.get(..offset).and_then(|before| before.chars().next_back());
            if before.is_none_or(char::is_whitespace)
                || grapheme.chars().next().is_some_and(crate::text::fold::is_han)
            {
                start = offset;
            }
        }
    }
    let before = start > 0 && cells > 2;
    let mut left = cells.saturating_sub(usize::from(before) + 1);
    let mut end = start;
    for (offset, grapheme) in text.get(start..).unwrap_or_default().grapheme_indices(true) {
        let cells = grapheme_width(grapheme);
        if cells > left {
            break;
        }
        left -= cells;
        end = start + offset + grapheme.len();
    }
    let base = body.start as usize;
    Excerpt { span: Span::new(base + start, base + end), before, after: end < text.len() }
}

fn trimmed(document: &Document, span: Span) -> Span {
    let text = document.slice(span);
    let end = text.trim_end().len();
    let start = text.len() - text.trim_start().len();
    Span::new(span.start as usize + start.min(end), span.start as usize + end)
}
