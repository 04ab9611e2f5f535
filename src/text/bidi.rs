//! The order in which a row is painted, for terminals that do not turn right-to-left text themselves.
//!
//! It works on one row after wrapping. It follows the Unicode algorithm with four deviations, all so that a row of a
//! resolution is read as it was typed: controls that turn text have no effect, European digits next to Arabic letters stay
//! what they are (so that 7-9 is not painted as 9-7), a `%` stays at the right of its number, and so do the groups of a
//! number whose first group is the short one: "56 234 300" is not painted as "300 234 56". Typists of Arabic who know the
//! algorithm type the last group first, "300 234 56", and it turns that. It shapes no letters.

use std::{borrow::Cow, ops::Range};

use unicode_bidi::{
    BidiClass, BidiDataSource, HardcodedBidiData, Level, ParagraphBidiInfo,
    data_source::BidiMatchedOpeningBracket,
};

use super::grapheme::graphemes;

/// A part of a row whose characters go in one direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Bytes of the row.
    pub range: Range<usize>,
    pub rtl: bool,
}

/// A grapheme where it is painted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<'t> {
    /// Bytes of the row it came from.
    pub range: Range<usize>,
    /// What to paint: the source, or the mirrored bracket.
    pub text: Cow<'t, str>,
}

/// Whether the first letter that has a direction is of a right-to-left script.
pub fn is_rtl(text: &str) -> bool {
    text.chars()
        .find_map(|c| match HardcodedBidiData.bidi_class(c) {
            BidiClass::L => Some(false),
            BidiClass::R | BidiClass::AL => Some(true),
            _ => None,
        })
        .unwrap_or(false)
}

/// Whether a row is painted in another order than it is stored in. When not, skip the rest of this module.
pub fn needs_reordering(line: &str, base_rtl: bool) -> bool {
    if base_rtl {
        return !line.is_empty();
    }
    // No right-to-left letter is below U+0590, whose first byte this is.
    line.bytes().any(|b| b >= 0xd6)
        && line
            .chars()
            .any(|c| matches!(HardcodedBidiData.bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN))
}

/// The runs of a row from left to right as painted.
pub fn visual(line: &str, base_rtl: bool) -> Vec<Run> {
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

/// The graphemes of a row from left to right as painted.
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

/// One level a byte.
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

/// The numbers in groups of digits, parted by blanks, whose first group has one or two digits and the others three.
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
        // A shorter group behind it makes it a number that was typed from its end, or two numbers.
        let goes_on = bytes.get(end) == Some(&b' ') && digits(end + 1) > 0;
        if (1..=2).contains(&first) && groups > 0 && !goes_on {
            out.push(start..end);
        }
        at = end;
    }
    out
}

fn keep_with_number(line: &str, sign: Range<usize>, levels: &mut [Level]) {
    let before = line.get(..sign.start).unwrap_or_default();
    let number = before.strip_suffix([' ', '\u{a0}', '\u{202f}']).unwrap_or(before);
    if !number.ends_with(|c: char| c.is_ascii_digit()) {
        return;
    }
    let Some(level) = levels.get(number.len() - 1).copied() else { return };
    if let Some(part) = levels.get_mut(number.len()..sign.end) {
        part.fill(level);
    }
}

/// The classes of the standard, with the deviations named above.
struct Classes;

impl BidiDataSource for Classes {
    fn bidi_class(&self, c: char) -> BidiClass {
        use BidiClass::{AL, B, BN, ES, FSI, LRE, LRI, LRO, PDF, PDI, R, RLE, RLI, RLO, S, WS};
        match HardcodedBidiData.bidi_class(c) {
            // European digits after an Arabic letter would become Arabic ones, whose ranges run the other way.
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

/// The grapheme as it looks from the other side.
fn mirrored(grapheme: &str) -> Cow<'_, str> {
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
