//! Text as a reader types it from memory: no case, no accents, plain digits and quotes, with a way back to the source.
//!
//! Two strings are found equal when their foldings are. It is for search and lookup, never for showing; it does not stem,
//! transliterate or collapse white space. Superscript digits become digits: callers take note marks out beforehand.

mod chars;
mod lookalikes;
mod words;

use std::ops::Range;

use super::grapheme::step;
pub use words::{Words, is_han, is_word_char, words};

/// Folded text and where each part of it came from.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    pub text: String,
    map: Map,
}

impl Folded {
    /// The bytes of the source that a range of the folded text came from, widened to whole graphemes.
    ///
    /// An empty range stays empty; a range past the end is taken as ending there.
    pub fn source(&self, folded: Range<usize>) -> Range<usize> {
        let end = folded.end.min(self.text.len());
        let first = self.map.unit(folded.start.min(self.text.len()));
        if folded.start >= end {
            return first.start..first.start;
        }
        first.start..self.map.unit(end - 1).end
    }
}

/// Graphemes of the source, as runs of those that have the same lengths on both sides.
///
/// A run ends where the next one starts in the folded text; graphemes that left nothing there are in no run.
#[derive(Clone, Debug, Default)]
struct Map {
    runs: Vec<Run>,
    folded_len: u32,
    source_len: u32,
}

#[derive(Clone, Copy, Debug)]
struct Run {
    folded: u32,
    source: u32,
    folded_step: u32,
    source_step: u32,
}

impl Map {
    /// Adds `count` graphemes that start at `source` and are `folded_step` and `source_step` bytes long.
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
            self.runs.push(Run { folded: self.folded_len, source, folded_step, source_step });
        }
        self.folded_len += folded_step * count as u32;
    }

    /// The grapheme of the source that left the byte at `folded`.
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

    /// The same map after some bytes of the folded text were replaced by longer ones.
    fn stretched(&self, grown: impl Fn(Range<usize>) -> usize) -> Map {
        let mut map = Map::default();
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

/// Folds text and keeps the way back.
pub fn fold(s: &str) -> Folded {
    let mut text = String::with_capacity(s.len());
    let mut map = Map::default();
    let mut at = 0;
    while at < s.len() {
        let run = ascii_run(s, at);
        // The last one may carry a combining mark.
        let run = if at + run < s.len() { run.saturating_sub(1) } else { run };
        if run > 0 {
            push_ascii(s, at..at + run, &mut text);
            map.push(at, 1, 1, run);
            at += run;
            continue;
        }
        let Some((next, _)) = step(s, at) else { break };
        let before = text.len();
        s.get(at..next).unwrap_or_default().chars().for_each(|c| chars::fold_char(c, &mut text));
        map.push(at, text.len() - before, next - at, 1);
        at = next;
    }
    if let Some(mixed) = lookalikes::Mixed::find(&text) {
        map = map.stretched(|unit| mixed.growth(&text, unit));
        text = mixed.replaced(&text);
    }
    Folded { text, map }
}

/// The text of [`fold`] without the way back.
pub fn fold_str(s: &str) -> String {
    let mut text = String::with_capacity(s.len());
    let mut at = 0;
    while at < s.len() {
        let run = ascii_run(s, at);
        push_ascii(s, at..at + run, &mut text);
        at += run;
        let Some(c) = s.get(at..).and_then(|rest| rest.chars().next()) else { break };
        chars::fold_char(c, &mut text);
        at += c.len_utf8();
    }
    match lookalikes::Mixed::find(&text) {
        Some(mixed) => mixed.replaced(&text),
        None => text,
    }
}

/// Bytes from `at` whose folding is their lower case.
fn ascii_run(s: &str, at: usize) -> usize {
    let bytes = s.as_bytes().get(at..).unwrap_or_default();
    bytes.iter().position(|b| !matches!(b, b' '..=b'_' | b'a'..=b'~')).unwrap_or(bytes.len())
}

fn push_ascii(s: &str, range: Range<usize>, out: &mut String) {
    let before = out.len();
    out.push_str(s.get(range).unwrap_or_default());
    if let Some(new) = out.get_mut(before..) {
        new.make_ascii_lowercase();
    }
}

#[cfg(test)]
mod tests;
