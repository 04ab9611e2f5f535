//! Folds text to what a reader would type from memory: no case, no accents, plain digits and quotes. Positions map back
//! to the source.
//!
//! Two strings match if their foldings are equal. Folding is for search and lookup, never for display; it does not
//! stem, transliterate or collapse white space. Superscript digits become plain digits, so callers must remove note
//! marks first.

mod chars;
mod lookalikes;
mod words;

use crate::text::Part as _;
use std::ops::Range;

use super::grapheme::step;
pub(crate) use words::Words;
pub use words::words;

/// Folded text with the map back to its source.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    pub text: String,
    map: SourceMap,
}

impl Folded {
    /// The byte range of the source for a byte range of the folded text, widened to whole graphemes.
    ///
    /// An empty range stays empty, and a range past the end is cut at the end.
    pub(crate) fn source(&self, folded: Range<usize>) -> Range<usize> {
        let end = folded.end.min(self.text.len());
        let first = self.map.unit(folded.start.min(self.text.len()));
        if folded.start >= end {
            return first.start..first.start;
        }
        first.start..self.map.unit(end - 1).end
    }
}

/// The graphemes of the source, run-length encoded by their byte lengths in the source and in the folded text.
///
/// A run ends where the next one starts in the folded text. Graphemes that are dropped by folding are in no run.
#[derive(Clone, Debug, Default)]
struct SourceMap {
    runs: Vec<GraphemeRun>,
    folded_len: u32,
    source_len: u32,
}

#[derive(Clone, Copy, Debug)]
struct GraphemeRun {
    folded: u32,
    source: u32,
    folded_step: u32,
    source_step: u32,
}

impl SourceMap {
    /// Adds `count` graphemes from byte offset `source` on, each `folded_step` bytes long in the folded text and
    /// `source_step` in the source.
    fn push(&mut self, source: usize, folded_step: usize, source_step: usize, count: usize) {
        let (source, folded_step, source_step) = (source as u32, folded_step as u32, source_step as u32);
        self.source_len = source + source_step * count as u32;
        if folded_step == 0 || count == 0 {
            return;
        }
        let goes_on = self.runs.last().is_some_and(|run| {
            let before = (self.folded_len - run.folded) / run.folded_step;
            run.folded_step == folded_step
                && run.source_step == source_step
                && run.source + before * source_step == source
        });
        if !goes_on {
            self.runs.push(GraphemeRun { folded: self.folded_len, source, folded_step, source_step });
        }
        self.folded_len += folded_step * count as u32;
    }

    /// Byte range in the source of the grapheme that became the byte at `folded`.
    fn unit(&self, folded: usize) -> Range<usize> {
        let folded = folded as u32;
        let end = self.source_len as usize;
        if folded >= self.folded_len {
            return end..end;
        }
        let index = self.runs.partition_point(|run| run.folded <= folded);
        let Some(run) = index.checked_sub(1).and_then(|i| self.runs.get(i)) else { return end..end };
        let start = run.source + (folded - run.folded) / run.folded_step * run.source_step;
        start as usize..(start + run.source_step) as usize
    }

    /// The map after byte ranges of the folded text were replaced by longer ones; `grown` says by how many bytes.
    fn stretched(&self, grown: impl Fn(Range<usize>) -> usize) -> SourceMap {
        let mut map = SourceMap::default();
        let ends = self.runs.iter().skip(1).map(|run| run.folded).chain([self.folded_len]);
        for (run, end) in self.runs.iter().zip(ends) {
            let mut source = run.source;
            for at in (run.folded..end).step_by(run.folded_step as usize) {
                let unit = at as usize..(at + run.folded_step) as usize;
                map.push(source as usize, unit.len() + grown(unit), run.source_step as usize, 1);
                source += run.source_step;
            }
        }
        map.source_len = self.source_len;
        map
    }
}

/// Folds text and keeps the map back to the source.
pub fn fold(s: &str) -> Folded {
    let mut text = String::with_capacity(s.len());
    let mut map = SourceMap::default();
    let mut at = 0;
    while at < s.len() {
        let run = ascii_run(s, at);
        // A combining mark may follow the last one.
        let run = if at + run < s.len() { run.saturating_sub(1) } else { run };
        if run > 0 {
            push_ascii(s, at..at + run, &mut text);
            map.push(at, 1, 1, run);
            at += run;
            continue;
        }
        let Some((next, _)) = step(s, at) else { break };
        let before = text.len();
        s.part(at..next).chars().for_each(|c| chars::fold_char(c, &mut text));
        map.push(at, text.len() - before, next - at, 1);
        at = next;
    }
    if let Some(mixed) = lookalikes::Mixed::find(&text) {
        map = map.stretched(|unit| mixed.growth(&text, unit));
        text = mixed.replaced(&text);
    }
    Folded { text, map }
}

/// Folds text like [`fold`], without the map.
pub fn fold_str(s: &str) -> String {
    let mut text = String::with_capacity(s.len());
    fold_letters(s, &mut text);
    match lookalikes::Mixed::find(&text) {
        Some(mixed) => mixed.replaced(&text),
        None => text,
    }
}

/// Appends text in which each letter is folded by itself: a Latin letter in a Russian word stays one. Returns whether
/// any letter was dropped.
pub(crate) fn fold_letters(s: &str, out: &mut String) -> bool {
    let (mut at, mut dropped) = (0, false);
    while at < s.len() {
        let run = ascii_run(s, at);
        push_ascii(s, at..at + run, out);
        at += run;
        let Some(c) = s.get(at..).and_then(|rest| rest.chars().next()) else { break };
        let before = out.len();
        chars::fold_char(c, out);
        dropped |= out.len() == before;
        at += c.len_utf8();
    }
    dropped
}

/// Number of bytes from `at` on that fold to their lower case.
fn ascii_run(s: &str, at: usize) -> usize {
    let bytes = s.as_bytes().part(at..);
    bytes.iter().position(|b| !matches!(b, b' '..=b'_' | b'a'..=b'~')).unwrap_or(bytes.len())
}

fn push_ascii(s: &str, range: Range<usize>, out: &mut String) {
    let before = out.len();
    out.push_str(s.part(range));
    if let Some(new) = out.get_mut(before..) {
        new.make_ascii_lowercase();
    }
}

#[cfg(test)]
mod tests;
