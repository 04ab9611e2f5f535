//! How wide the terminal makes characters, for the session of this thread.
//!
//! Terminals agree on most characters. In those set up for Chinese, Japanese or Korean, what Unicode calls ambiguous
//! (Cyrillic, Greek, dashes, arrows, raised digits) takes two cells. On a terminal without raised digits, they are
//! written "(12)". Everything is measured by one session on one thread, so each thread has a measure of its own; what
//! measures elsewhere gets the usual one.

use super::chars::{is_superscript, plain_digit};
use std::borrow::Cow;
use std::cell::Cell;

/// What is measured otherwise than usual.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Measure {
    /// Characters of ambiguous width take two cells. Lines and blocks are drawn in ASCII.
    pub wide: bool,
    /// Raised digits are written in brackets.
    pub spelt: bool,
}

thread_local! {
    static MEASURE: Cell<Measure> = const { Cell::new(Measure { wide: false, spelt: false }) };
}

impl Measure {
    /// The measure of this thread.
    #[inline]
    pub(crate) fn now() -> Self {
        MEASURE.get()
    }

    /// Makes it the measure of this thread. What was measured before has to be measured anew.
    pub(crate) fn set(self) {
        MEASURE.set(self);
    }

    #[inline]
    pub(crate) fn is_usual(self) -> bool {
        !self.wide && !self.spelt
    }

    /// The length in bytes of the raised digits at a place of a text, which are written together, and their width; `None`
    /// where there are none or they are shown as they are.
    pub(super) fn raised(self, text: &str, at: usize) -> Option<(usize, usize)> {
        let run = text.get(at..)?.chars().take_while(|c| self.spelt && is_superscript(*c));
        let (bytes, digits) = run.fold((0, 0), |(bytes, digits), c| (bytes + c.len_utf8(), digits + 1));
        let brackets = if digits == 1 && is_power(text, at) { 0 } else { 2 };
        (digits > 0).then_some((bytes, digits + brackets))
    }

    /// What is drawn for a text, as wide as it is measured.
    pub(crate) fn drawn(self, text: &str) -> Cow<'_, str> {
        let replaced = |c: char| (self.spelt && is_superscript(c)) || (self.wide && is_line(c));
        if self.is_usual() || !text.chars().any(replaced) {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len() + 2);
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            if let Some((bytes, cells)) = self.raised(text, at) {
                let digits = rest.get(..bytes).unwrap_or_default().chars().filter_map(plain_digit);
                let before = out.len();
                out.extend(digits);
                if out.len() - before < cells {
                    out.insert(before, '(');
                    out.push(')');
                }
                at += bytes;
                continue;
            }
            let Some(c) = rest.chars().next() else { break };
            match c {
                '─' | '━' if self.wide => out.push('-'),
                c if self.wide && is_line(c) => out.push('|'),
                c => out.push(c),
            }
            at += c.len_utf8();
        }
        Cow::Owned(out)
    }
}

/// Units of length. What stands raised behind one of them is no mark of a note: "m²" is "m2".
const LENGTHS: [&str; 6] = ["mm", "cm", "dm", "m", "hm", "km"];

/// Whether the raised digit at a place makes a square or a cube of the unit before it.
fn is_power(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let word = before.trim_end_matches(char::is_alphabetic).len();
    text.get(at..).is_some_and(|rest| rest.starts_with(['²', '³']))
        && LENGTHS.contains(&before.get(word..).unwrap_or_default())
}

/// Lines, corners and blocks, of which a pane needs exactly as many as it has cells.
pub(super) fn is_line(c: char) -> bool {
    ('\u{2500}'..='\u{259f}').contains(&c)
}

/// Letters of ambiguous width. The tables of `unicode-width` count them as one cell, since fonts have them narrow;
/// terminals follow Unicode.
pub(super) fn is_ambiguous_letter(c: char) -> bool {
    matches!(
        c,
        '\u{aa}' | '\u{ba}' | '\u{c6}' | '\u{d0}' | '\u{d8}' | '\u{de}'..='\u{e1}' | '\u{e6}' |
            '\u{e8}'..='\u{ea}' | '\u{ec}'..='\u{ed}' | '\u{f0}' | '\u{f2}'..='\u{f3}' | '\u{f8}'..='\u{fa}' |
            '\u{fc}' | '\u{fe}' | '\u{101}' | '\u{111}' | '\u{113}' | '\u{11b}' | '\u{126}'..='\u{127}' |
            '\u{12b}' | '\u{131}'..='\u{133}' | '\u{138}' | '\u{13f}'..='\u{142}' | '\u{144}' |
            '\u{148}'..='\u{14b}' | '\u{14d}' | '\u{152}'..='\u{153}' | '\u{166}'..='\u{167}' | '\u{16b}' |
            '\u{1ce}' | '\u{1d0}' | '\u{1d2}' | '\u{1d4}' | '\u{1d6}' | '\u{1d8}' | '\u{1da}' | '\u{1dc}' |
            '\u{251}' | '\u{261}' | '\u{2c7}' | '\u{2c9}'..='\u{2cb}' | '\u{2cd}' | '\u{2d0}' |
            '\u{391}'..='\u{3a1}' | '\u{3a3}'..='\u{3a9}' | '\u{3b1}'..='\u{3c1}' | '\u{3c3}'..='\u{3c9}' |
            '\u{401}' | '\u{410}'..='\u{44f}' | '\u{451}' | '\u{207f}' | '\u{2113}' | '\u{2126}' | '\u{212b}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{ellipsize, width, wrap};

    #[test]
    fn ambiguous_characters_take_two_cells_where_the_terminal_says_so() {
        assert_eq!(["постановляет", "–", "№ 5", "¹²"].map(width), [12, 1, 3, 2]);
        Measure { wide: true, ..Measure::default() }.set();
        assert_eq!(["постановляет", "–", "№ 5", "¹²", "決定", "Decides"].map(width), [24, 2, 4, 4, 4, 7]);
        assert_eq!(width("──▌"), 3, "lines are drawn in ASCII");
        assert_eq!(Measure::now().drawn("▌──│"), "|--|");
        assert_eq!(ellipsize("Decides to remain", 9), "Decides…");
        assert_eq!(width(&ellipsize("Постановляет", 9)), 8);
        let mut rows = Vec::new();
        wrap("да нет", 6, 6, &mut rows);
        assert_eq!(rows.len(), 2);
    }

    #[test]
    fn raised_digits_stand_in_brackets_where_the_terminal_lacks_them() {
        Measure { spelt: true, ..Measure::default() }.set();
        assert_eq!((width("word¹²"), width("¹ ²")), (8, 7));
        assert_eq!(Measure::now().drawn("word¹² of⁴"), "word(12) of(4)");
        let mut rows = Vec::new();
        wrap("one two¹²", 8, 8, &mut rows);
        assert_eq!(rows.len(), 2, "the brackets count");
        assert_eq!(ellipsize("word¹²", 7), "word…");
    }

    #[test]
    fn a_square_is_no_note_mark() {
        Measure { spelt: true, ..Measure::default() }.set();
        for (text, drawn) in [
            ("500 km² of rivers²", "500 km2 of rivers(2)"),
            ("2 m³, 3 m¹ and 4 m²³", "2 m3, 3 m(1) and 4 m(23)"),
            ("farm²", "farm(2)"),
            ("²", "(2)"),
        ] {
            assert_eq!((&*Measure::now().drawn(text), width(text)), (drawn, drawn.len()));
        }
    }
}
