//! The display order of a row, for terminals that do not reorder right-to-left text themselves.
//!
//! Works on one row after wrapping; `shape` joins its letters. It follows the Unicode bidirectional algorithm (UAX #9)
//! with four deviations, so that a row of a resolution reads as it was typed:
//!
//! - Characters that control direction have no effect.
//! - European digits next to Arabic letters stay European digits, so that 7-9 is not displayed as 9-7.
//! - A `%` stays at the right of its number.
//! - The groups of a number stay in order if the first group is the short one: "56 234 300" is not displayed as "300
//!   234 56". Typists who know the algorithm type the last group first, "300 234 56", and it reorders that.

use crate::text::Part as _;
use std::{borrow::Cow, ops::Range};

use unicode_bidi::{
    BidiClass, BidiDataSource, HardcodedBidiData, Level, ParagraphBidiInfo,
    data_source::BidiMatchedOpeningBracket,
};

use super::grapheme::graphemes;

/// A part of a row in one direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// Byte range in the row.
    pub range: Range<usize>,
    pub rtl: bool,
}

/// A grapheme at its place in display order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<'t> {
    /// Byte range in the row that it came from.
    pub range: Range<usize>,
    /// What to display: the grapheme, or its mirror image such as `)` for `(`.
    pub text: Cow<'t, str>,
}

/// Whether a text may have right-to-left characters: none is below U+0590, and those from there on begin with at least
/// this byte in UTF-8.
fn may_be_rtl(text: &str) -> bool {
    text.bytes().any(|b| b >= 0xd6)
}

/// The class of a character, without the search in a table for those that every text has.
fn class(c: char) -> BidiClass {
    match c {
        'A'..='Z' | 'a'..='z' | '\u{400}'..='\u{481}' | '\u{4e00}'..='\u{9fff}' => BidiClass::L,
        '–' | '—' | '‘' | '’' | '“' | '”' | '…' => BidiClass::ON,
        c => HardcodedBidiData.bidi_class(c),
    }
}

/// Whether the first strongly directional character is right-to-left; `false` for text without any.
pub fn is_rtl(text: &str) -> bool {
    let first = || {
        text.chars().find_map(|c| match class(c) {
            BidiClass::L => Some(false),
            BidiClass::R | BidiClass::AL => Some(true),
            _ => None,
        })
    };
    may_be_rtl(text) && first().unwrap_or(false)
}

/// Whether the display order of a row may differ from the order in which it is stored.
pub(crate) fn needs_reordering(line: &str, base_rtl: bool) -> bool {
    if base_rtl {
        return !line.is_empty();
    }
    may_be_rtl(line)
        && line
            .chars()
            .any(|c| c >= '\u{590}' && matches!(class(c), BidiClass::R | BidiClass::AL | BidiClass::AN))
}

/// The runs of a row in display order, from left to right.
pub(crate) fn visual(line: &str, base_rtl: bool) -> Vec<Run> {
    if line.is_empty() {
        return Vec::new();
    }
    if !needs_reordering(line, base_rtl) {
        return vec![Run { range: 0..line.len(), rtl: false }];
    }
    let mut runs: Vec<Run> = Vec::new();
    let mut run_levels = Vec::new();
    let levels = levels(line, base_rtl);
    for grapheme in graphemes(line) {
        let Some(level) = levels.get(grapheme.at).copied() else { break };
        let end = grapheme.at + grapheme.text.len();
        match runs.last_mut() {
            Some(run) if run_levels.last() == Some(&level) => run.range.end = end,
            _ => {
                runs.push(Run { range: grapheme.at..end, rtl: level.is_rtl() });
                run_levels.push(level);
            }
        }
    }
    ParagraphBidiInfo::reorder_visual(&run_levels).into_iter().filter_map(|i| runs.get(i).cloned()).collect()
}

/// The graphemes of a row in display order, from left to right.
pub fn reorder(line: &str, base_rtl: bool) -> Vec<Placed<'_>> {
    let mut out = Vec::with_capacity(line.len());
    for run in visual(line, base_rtl) {
        let from = out.len();
        let Some(text) = line.get(run.range.clone()) else { continue };
        out.extend(graphemes(text).map(|g| {
            let start = run.range.start + g.at;
            let text = if run.rtl { mirrored(g.text) } else { Cow::Borrowed(g.text) };
            Placed { range: start..start + g.text.len(), text }
        }));
        if run.rtl
            && let Some(new) = out.get_mut(from..)
        {
            new.reverse();
        }
    }
    out
}

/// The embedding level of each byte.
fn levels(line: &str, base_rtl: bool) -> Vec<Level> {
    let base = if base_rtl { Level::rtl() } else { Level::ltr() };
    let info = ParagraphBidiInfo::new_with_data_source(&Classes, line, Some(base));
    let mut levels = info.reordered_levels(0..line.len());
    for (at, sign) in line.match_indices('%') {
        keep_with_number(line, at..at + sign.len(), &mut levels);
    }
    for number in grouped_numbers(line) {
        let level = levels.get(number.start).copied();
        if let (Some(level), Some(part)) = (level, levels.get_mut(number)) {
            part.fill(level);
        }
    }
    levels
}

/// Byte ranges of numbers in groups of digits separated by spaces, where the first group has one or two digits and all
/// others have three.
fn grouped_numbers(line: &str) -> Vec<Range<usize>> {
    let bytes = line.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(start) = bytes.get(at..).and_then(|rest| rest.iter().position(u8::is_ascii_digit)) {
        let start = at + start;
        let digits = |from: usize| bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
        let first = digits(start);
        let mut end = start + first;
        let mut groups = 0;
        while bytes.get(end) == Some(&b' ') && digits(end + 1) == 3 {
            end += 4;
            groups += 1;
        }
        // If a shorter group follows, either the last group was typed first or there are two numbers.
        let goes_on = bytes.get(end) == Some(&b' ') && digits(end + 1) > 0;
        if (1..=2).contains(&first) && groups > 0 && !goes_on {
            out.push(start..end);
        }
        at = end;
    }
    out
}

fn keep_with_number(line: &str, sign: Range<usize>, levels: &mut [Level]) {
    let before = line.part(..sign.start);
    let number = before.strip_suffix([' ', '\u{a0}', '\u{202f}']).unwrap_or(before);
    if !number.ends_with(|c: char| c.is_ascii_digit()) {
        return;
    }
    let Some(level) = levels.get(number.len() - 1).copied() else { return };
    if let Some(part) = levels.get_mut(number.len()..sign.end) {
        part.fill(level);
    }
}

/// The bidirectional classes of Unicode, with the deviations listed above.
struct Classes;

impl BidiDataSource for Classes {
    fn bidi_class(&self, c: char) -> BidiClass {
        use BidiClass::{AL, B, BN, ES, FSI, LRE, LRI, LRO, PDF, PDI, R, RLE, RLI, RLO, S, WS};
        match HardcodedBidiData.bidi_class(c) {
            // After an Arabic letter, European digits would become Arabic numbers, whose ranges run the other way.
            AL => R,
            LRE | LRO | RLE | RLO | PDF | LRI | RLI | FSI | PDI => BN,
            B | S => WS,
            _ if matches!(c, '–' | '\u{2010}' | '\u{2011}') => ES,
            class => class,
        }
    }

    fn bidi_matched_opening_bracket(&self, c: char) -> Option<BidiMatchedOpeningBracket> {
        HardcodedBidiData.bidi_matched_opening_bracket(c)
    }
}

/// The mirror image of a grapheme, or the grapheme itself if it has none.
pub(super) fn mirrored(grapheme: &str) -> Cow<'_, str> {
    const PAIRS: [[&str; 2]; 19] = [
        ["(", ")"],
        ["[", "]"],
        ["{", "}"],
        ["<", ">"],
        ["«", "»"],
        ["‹", "›"],
        ["≤", "≥"],
        ["⟨", "⟩"],
        ["〈", "〉"],
        ["《", "》"],
        ["「", "」"],
        ["『", "』"],
        ["【", "】"],
        ["〔", "〕"],
        ["（", "）"],
        ["［", "］"],
        ["｛", "｝"],
        ["＜", "＞"],
        ["⁽", "⁾"],
    ];
    for [left, right] in PAIRS {
        for (this, other) in [(left, right), (right, left)] {
            if let Some(marks) = grapheme.strip_prefix(this) {
                return if marks.is_empty() {
                    Cow::Borrowed(other)
                } else {
                    Cow::Owned(format!("{other}{marks}"))
                };
            }
        }
    }
    Cow::Borrowed(grapheme)
}

#[cfg(test)]
mod tests;
