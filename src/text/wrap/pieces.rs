//! Splits text into pieces that a row break must not divide, each with the gap of spaces before it.
//!
//! Spaces separate the words, which is enough for Latin, Cyrillic, Arabic and other alphabets. Only where a text has
//! characters of a script without spaces, mostly Chinese, is `icu_segmenter` asked where a row may end between them.

use crate::text::Part as _;
use icu_segmenter::{
    LineSegmenter, LineSegmenterBorrowed, iterators::LineBreakIterator, options::LineBreakOptions,
};

use super::{super::grapheme::step, rules};

/// Without the dictionaries for Thai, Lao, Khmer and Burmese, which would add 2.9 MB to the program: such text wraps at
/// spaces, and longer runs are cut between graphemes.
const SEGMENTER: LineSegmenterBorrowed<'static> =
    LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());

#[derive(Debug)]
pub(super) struct WrapPiece {
    /// Byte offset at which the spaces before it start.
    pub(super) gap: usize,
    pub(super) gap_cells: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) cells: usize,
    /// Whether it is the first of a line, that is of the text or after a newline.
    pub(super) opens_line: bool,
}

#[derive(Debug)]
pub(super) struct Pieces<'t> {
    text: &'t str,
    at: usize,
    /// Whether the current line has no piece so far.
    blank_line: bool,
    /// Whether no piece was found so far.
    empty: bool,
    breaks: Option<Breaks<'t>>,
}

/// The line break opportunities of UAX #14, read only as far as needed.
struct Breaks<'t> {
    iterator: LineBreakIterator<'static, 't, icu_segmenter::scaffold::Utf8>,
    at: usize,
}

impl std::fmt::Debug for Breaks<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Breaks").field("at", &self.at).finish_non_exhaustive()
    }
}

impl Breaks<'_> {
    fn has(&mut self, at: usize) -> bool {
        while self.at < at {
            match self.iterator.next() {
                Some(next) => self.at = next,
                None => return false,
            }
        }
        self.at == at
    }
}

impl<'t> Pieces<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let breaks = (!text.is_ascii() && text.chars().any(rules::is_unspaced))
            .then(|| Breaks { iterator: SEGMENTER.segment_str(text), at: 0 });
        Pieces { text, at: 0, blank_line: true, empty: true, breaks }
    }

    /// Byte offset of the end of the spaces at `at`, and their width in cells.
    fn gap(&self, mut at: usize) -> (usize, usize) {
        let mut cells = 0;
        while let Some(c) = rules::char_at(self.text, at)
            && rules::is_space(c)
            && let Some((next, taken)) = step(self.text, at)
            && next == at + c.len_utf8()
        {
            at = next;
            cells += taken;
        }
        (at, cells)
    }

    /// Byte offset of the end of the newline at `at`; `None` where there is none.
    fn newline(&self, at: usize) -> Option<usize> {
        let c = rules::char_at(self.text, at).filter(|c| rules::is_newline(*c))?;
        let pair = self.text.get(at..).is_some_and(|rest| rest.starts_with("\r\n"));
        Some(at + if pair { 2 } else { c.len_utf8() })
    }

    /// Number of printable ASCII bytes at `at` that are one cell each and after which a row never ends. Excludes the
    /// hyphen.
    fn ascii_run(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes().part(at..);
        let run = bytes.iter().take_while(|b| matches!(b, b'!'..=b',' | b'.'..=b'~')).count();
        match bytes.get(run) {
            // A combining mark may follow the last one.
            Some(next) if !next.is_ascii() => run.saturating_sub(1),
            _ => run,
        }
    }

    /// Byte offset of the end of the piece that starts at `start`, and its width in cells.
    fn piece(&mut self, start: usize) -> (usize, usize) {
        let (mut at, mut cells) = (start, 0);
        loop {
            let run = self.ascii_run(at);
            if run > 0 {
                at += run;
                cells += run;
            } else if let Some((next, taken)) = step(self.text, at) {
                at = next;
                cells += taken;
            }
            let Some(next) = rules::char_at(self.text, at) else { return (at, cells) };
            if rules::is_newline(next) {
                return (at, cells);
            }
            if rules::is_space(next) {
                let (end, gap) = self.gap(at);
                if end > at {
                    let goes_on = rules::char_at(self.text, end).is_some_and(|c| !rules::is_newline(c));
                    if !goes_on || !rules::glued(self.text, at, end) {
                        return (at, cells);
                    }
                    at = end;
                    cells += gap;
                }
            } else if self.parts(at, next) {
                return (at, cells);
            }
        }
    }

    /// Whether a row may end at `at`, where there is no space.
    fn parts(&mut self, at: usize, after: char) -> bool {
        let Some(before) = rules::char_before(self.text, at) else { return false };
        if let Some(breaks) = &mut self.breaks
            && (rules::is_unspaced(before) || rules::is_unspaced(after))
        {
            return rules::may_part(before, after) && breaks.has(at);
        }
        rules::parts_word(self.text, at, before, after)
    }
}

impl Iterator for Pieces<'_> {
    type Item = WrapPiece;

    fn next(&mut self) -> Option<WrapPiece> {
        let mut gap = self.at;
        loop {
            let (start, gap_cells) = self.gap(gap);
            let blank = if let Some(end) = self.newline(start) {
                self.at = end;
                if !std::mem::replace(&mut self.blank_line, true) {
                    gap = end;
                    continue;
                }
                true
            } else {
                start >= self.text.len()
            };
            if blank {
                if start >= self.text.len() && !self.empty {
                    self.at = start;
                    return None;
                }
                self.empty = false;
                return Some(WrapPiece {
                    gap,
                    gap_cells: 0,
                    start: gap,
                    end: gap,
                    cells: 0,
                    opens_line: true,
                });
            }
            let (end, cells) = self.piece(start);
            self.at = end;
            self.empty = false;
            let opens_line = std::mem::replace(&mut self.blank_line, false);
            return Some(WrapPiece { gap, gap_cells, start, end, cells, opens_line });
        }
    }
}
