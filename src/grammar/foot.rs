//! Notes below a rule whose markers `pdftotext` prints on lines of their own, often out of place.
//!
//! The bodies stand in order, and so do the numbers once sorted: what has to be found is where each body begins. Also
//! here: the marks that it prints apart from the word they belong to.

use super::footnotes::{Note, begins_note, is_bare_marker, opens_a_note};
use super::shape::ends_with_stop;
use crate::formats::Content;
use std::collections::HashSet;

/// More lines than this below a rule are no notes.
const MOST: usize = 300;

/// The notes below the last rule of a page, and the blocks they take; `None` where there are none of this kind.
pub(super) fn notes(
    content: &Content,
    furniture: &[Option<&'static str>],
    start: usize,
    end: usize,
    last: u32,
) -> Option<(Vec<Note>, Vec<usize>)> {
    let is_rule = |at: &usize| furniture.get(*at).copied().flatten() == Some("rule");
    let rule = (start..end).rev().take(MOST).find(is_rule)?;
    let zone: Vec<usize> =
        (rule + 1..end).filter(|at| furniture.get(*at).is_some_and(Option::is_none)).collect();
    let words = |at: usize| content.blocks.get(at).map_or("", |block| content.words(block));
    let mut numbers: Vec<u32> = zone
        .iter()
        .filter(|&&at| is_bare_marker(words(at)))
        .filter_map(|&at| words(at).parse().ok())
        .collect();
    numbers.sort_unstable();
    if numbers.windows(2).any(|pair| pair.first() == pair.last()) {
        return None;
    }
    let (&low, &high) = (numbers.first()?, numbers.last()?);
    let bodies: Vec<usize> = zone.iter().copied().filter(|&at| !is_bare_marker(words(at))).collect();
    // Stars part the sections of a text as well. Paragraphs with numbers are no notes.
    let line = content.blocks.get(rule).map_or("", |block| content.words(block));
    let numbered = |at: &usize| super::numbering::number(words(*at)).is_some();
    if line.starts_with('*') || bodies.iter().any(numbered) {
        return None;
    }
    // In a row, as the next ones or the first of a part; with a body each.
    let in_row = (high - low) as usize == numbers.len() - 1 && (low > last || low == 1);
    if !in_row || bodies.len() < numbers.len() {
        return None;
    }
    let starts = beginnings(&bodies, &zone, numbers.len(), words);
    let page = content.blocks.get(rule)?.page;
    let mut out = Vec::new();
    for (index, &from) in starts.iter().enumerate() {
        let to = starts.get(index + 1).copied().unwrap_or(bodies.len());
        let blocks = bodies.get(from..to)?.iter().map(|&at| at as u32).collect();
        out.push(Note {
            blocks,
            marker: numbers.get(index)?.to_string(),
            skip: 0,
            page,
            plain: true,
            slash: false,
        });
    }
    Some((out, zone))
}

/// Which of the body lines begin a note: the first, and of the others those that look most like it.
fn beginnings<'a>(
    bodies: &[usize],
    zone: &[usize],
    count: usize,
    words: impl Fn(usize) -> &'a str,
) -> Vec<usize> {
    let mut scored: Vec<(i32, usize)> = Vec::new();
    for (index, &at) in bodies.iter().enumerate().skip(1) {
        let before = bodies.get(index - 1).map_or("", |&before| words(before));
        let position = zone.iter().position(|&other| other == at).unwrap_or(0);
        let marked =
            position > 0 && zone.get(position - 1).is_some_and(|&before| is_bare_marker(words(before)));
        let capital = words(at).starts_with(|first: char| first.is_uppercase() || !first.is_alphabetic());
        let score = i32::from(marked) * 3
            + i32::from(ends_with_stop(before)) * 3
            + i32::from(opens_a_note(words(at))) * 2
            + i32::from(capital)
            - i32::from(!capital) * 2;
        scored.push((score, index));
    }
    scored.sort_by_key(|(score, index)| (std::cmp::Reverse(*score), *index));
    let mut starts: Vec<usize> =
        std::iter::once(0).chain(scored.into_iter().take(count - 1).map(|(_, index)| index)).collect();
    starts.sort_unstable();
    starts
}

/// Note marks that `pdftotext` prints on a line of their own right above the rule: where they belong is lost. The note
/// itself stands below the rule; where none does, the figure is the document's.
pub(super) fn displaced_marks(content: &Content, reasons: &mut [Option<&'static str>]) {
    for at in 1..reasons.len() {
        let above = content.blocks.get(at - 1).map_or("", |block| content.words(block));
        let same = content.blocks.get(at - 1).map(|block| block.page)
            == content.blocks.get(at).map(|block| block.page);
        if reasons.get(at).copied().flatten() == Some("rule")
            && same
            && is_bare_marker(above)
            && notes_below(content, at).any(|words| begins_note(words, above))
            && let Some(reason) = reasons.get_mut(at - 1)
        {
            *reason = Some("displaced-mark");
        }
    }
}

/// Such a mark is set aside only where its note was found on its page: otherwise the figure would be shown nowhere.
pub(super) fn keep_marks_without_note(
    content: &Content,
    reasons: &mut [Option<&'static str>],
    notes: &[Note],
) {
    let found: HashSet<(u32, &str)> = notes.iter().map(|note| (note.page, note.marker.as_str())).collect();
    for (block, reason) in content.blocks.iter().zip(reasons) {
        if *reason == Some("displaced-mark") && !found.contains(&(block.page, content.words(block))) {
            *reason = None;
        }
    }
}

/// The lines between a rule and the end of its page; no more than notes have.
fn notes_below(content: &Content, rule: usize) -> impl Iterator<Item = &str> {
    let page = content.blocks.get(rule).map(|block| block.page);
    let below = content.blocks.get(rule + 1..).unwrap_or_default().iter();
    below.take(300).take_while(move |block| Some(block.page) == page).map(|block| content.words(block))
}
