//! One line of a paragraph around the first match, for lists of hits.

use super::paint::{Line, Styled};
use crate::document::{Document, Span};
use crate::lang::Language;
use crate::text::width;
use ratatui::style::Style;

/// The part of the text that is shown, and whether text before it is left out.
fn window(document: &Document, body: Span, first: Option<Span>, cells: usize) -> (Span, bool) {
    let Some(first) = first.filter(|hit| hit.start >= body.start && hit.end <= body.end) else {
        return (body, false);
    };
    let before = document.slice(Span { start: body.start, end: first.start });
    let hit =
        width::width(document.slice(Span { start: first.start, end: first.end.min(first.start + 400) }));
    if before.len() < cells * 4 && width::width(before) + hit <= cells {
        return (body, false);
    }
    // There is more context after the hit than before it, which gets a third of the line.
    let mut room = cells / 3;
    let mut start = first.start as usize;
    for (at, letter) in before.char_indices().rev() {
        let wide = width::grapheme_width(letter.encode_utf8(&mut [0; 4]));
        if wide > room {
            break;
        }
        room -= wide;
        if letter.is_whitespace() || wide == 2 {
            start = body.start as usize + at + letter.len_utf8();
        }
    }
    (Span::new(start, body.end as usize), true)
}

/// What the line of a list shows of a clause.
pub(crate) struct Excerpt<'a> {
    pub(crate) document: &'a Document,
    pub(crate) body: Span,
    pub(crate) marks: &'a [Span],
    pub(crate) base: Style,
    pub(crate) hit: Style,
    /// The line will be mirrored, for an interface that is read from right to left.
    pub(crate) mirrored: bool,
}

impl Excerpt<'_> {
    /// Puts the excerpt into a line, from column `x` (from 0) on and at most `cells` wide.
    pub(crate) fn put(&self, line: &mut Line, x: u16, cells: u16) {
        let room = usize::from(cells);
        let (shown, cut) =
            window(self.document, self.body, self.marks.first().copied(), room.saturating_sub(1));
        let lead = if cut { "…" } else { "" };
        let head =
            Span { end: shown.end.min(shown.start.saturating_add(u32::from(cells) * 6 + 32)), ..shown };
        let head = (0..4).map(|back| Span { end: head.end.saturating_sub(back), ..head });
        let words = head
            .filter(|span| self.document.text().is_char_boundary(span.end as usize))
            .map(|span| self.document.slice(span))
            .next()
            .unwrap_or_default();
        let flat = words.replace(['\n', '\t'], " ");
        let fitting = width::truncate(&flat, room.saturating_sub(width::width(lead)));
        let cut_after = fitting.len() < self.document.slice(shown).len();
        let mut text = format!("{lead}{fitting}");
        if cut_after {
            let kept = width::truncate(&text, room.saturating_sub(width::width("…"))).len();
            text.truncate(kept);
            text.push('…');
        }
        let mut styled = Styled::new(&text, self.base);
        for mark in self.marks.iter().filter(|mark| mark.start >= shown.start) {
            let start = (mark.start - shown.start) as usize + lead.len();
            let end = (mark.end - shown.start) as usize + lead.len();
            if start < text.len().saturating_sub(if cut_after { '…'.len_utf8() } else { 0 }) {
                styled.over(start..end.min(text.len()), self.hit);
            }
        }
        if self.document.language().is_some_and(Language::is_rtl) {
            // In a mirrored line, what begins at a column from the left begins there from the right.
            if self.mirrored {
                styled.turned(line, x);
            } else {
                styled.flush_end(line, x, x + cells);
            }
        } else {
            styled.flush_left(line, x);
        }
    }
}
