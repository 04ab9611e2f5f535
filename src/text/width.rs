//! The width of strings in terminal cells, and the removal of characters that are unsafe to display.
//!
//! The width of a string is the sum of the widths of its graphemes, because ratatui draws it that way: the whole-string
//! width of `unicode-width` counts Arabic lam and alef as one cell, but they are drawn in two. Wrapping is in `wrap`.

use std::borrow::Cow;

use super::chars::{is_alphanumeric, is_arabic, is_invisible, steers};
use super::grapheme::{graphemes, simple, step};
use super::measure::{Measure, is_ambiguous_letter, is_line};

/// Halfwidth voiced sound marks. They are combining marks in Unicode, but terminals, and so ratatui, give them a cell.
const SOUND_MARKS: [char; 2] = ['\u{ff9e}', '\u{ff9f}'];

/// Width in cells of one extended grapheme cluster; 0 if it is not displayed at all.
pub fn grapheme_width(g: &str) -> usize {
    if g.chars().any(char::is_control) {
        return 0;
    }
    if g.len() == 1 {
        return 1;
    }
    let measure = Measure::now();
    if let Some((_, cells)) = measure.raised(g, 0) {
        return cells;
    }
    #[allow(clippy::disallowed_methods, reason = "on a single grapheme it is what ratatui paints")]
    let cells = if measure.wide && !g.starts_with(is_line) {
        unicode_width::UnicodeWidthStr::width_cjk(g).max(2 * usize::from(g.starts_with(is_ambiguous_letter)))
    } else {
        unicode_width::UnicodeWidthStr::width(g)
    };
    cells + g.chars().filter(|c| SOUND_MARKS.contains(c)).count()
}

/// Width in cells of a string on one row.
pub fn width(s: &str) -> usize {
    if !Measure::now().is_usual() {
        return if is_plain_ascii(s) { s.len() } else { width_by_graphemes(s) };
    }
    let mut cells = 0;
    // A character counts only once the next one shows that nothing combines with it.
    let mut pending: Option<(usize, usize)> = None;
    for (at, c) in s.char_indices() {
        let Some(taken) = simple(c) else {
            let from = pending.map_or(at, |(from, _)| from);
            return cells + s.get(from..).map_or(0, width_by_graphemes);
        };
        cells += pending.map_or(0, |(_, taken)| taken);
        pending = Some((at, taken));
    }
    cells + pending.map_or(0, |(_, taken)| taken)
}

fn width_by_graphemes(s: &str) -> usize {
    graphemes(s).map(|g| g.cells).sum()
}

fn is_plain_ascii(s: &str) -> bool {
    s.bytes().all(|b| matches!(b, b' '..=b'~'))
}

/// The longest prefix of whole graphemes that fits into `cells` cells.
pub(crate) fn truncate(s: &str, cells: usize) -> &str {
    let mut end = 0;
    let mut left = cells;
    while let Some((next, taken)) = step(s, end) {
        match left.checked_sub(taken) {
            Some(rest) => left = rest,
            None => break,
        }
        end = next;
    }
    s.get(..end).unwrap_or(s)
}

/// The string itself if it fits into `cells` cells, otherwise a prefix followed by `…`.
pub(crate) fn ellipsize(s: &str, cells: usize) -> Cow<'_, str> {
    if truncate(s, cells).len() == s.len() {
        return Cow::Borrowed(s);
    }
    let Some(room) = cells.checked_sub(grapheme_width("…")) else { return Cow::Borrowed("") };
    Cow::Owned(format!("{}…", truncate(s, room).trim_end()))
}

/// The string without anything that could control a terminal, change the direction of text, or hide in it.
///
/// White space other than a space becomes a space, so that words do not join. The escape character becomes `␛`, so that
/// a reader sees that there was one; other controls and invisible characters are dropped. The two joiners stay where they
/// shape what stands before them: after an Arabic letter, and after an emoji, which would take more cells without them.
pub(crate) fn clean(s: &str) -> Cow<'_, str> {
    if is_plain_ascii(s) || !s.chars().any(is_unsafe) {
        return Cow::Borrowed(s);
    }
    let mut out = String::with_capacity(s.len());
    let mut before = None;
    for c in s.chars() {
        match c {
            '\n' if before == Some('\r') => {}
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push(' '),
            '\u{1b}' => out.push('␛'),
            JOINER | NON_JOINER if out.chars().next_back().is_some_and(shapes) => out.push(c),
            c if is_unsafe(c) => {}
            c => out.push(c),
        }
        before = Some(c);
    }
    Cow::Owned(out)
}

/// The zero-width non-joiner and joiner.
const NON_JOINER: char = '\u{200c}';
const JOINER: char = '\u{200d}';

/// Whether a joiner behind the character has an effect on how it looks.
fn shapes(c: char) -> bool {
    is_arabic(c) || (!is_alphanumeric(c) && !c.is_ascii())
}

/// Whether [`clean`] replaces or drops the character.
fn is_unsafe(c: char) -> bool {
    steers(c) || is_invisible(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};

    use super::*;

    #[track_caller]
    fn check(s: &str, cells: usize) {
        assert_eq!(width(s), cells, "{s:?}");
        assert_eq!(painted(s), cells, "{s:?} as painted");
    }

    fn painted(s: &str) -> usize {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4000, 1));
        usize::from(buffer.set_stringn(0, 0, s, 4000, Style::default()).0)
    }

    #[test]
    fn an_ascii_byte_is_one_cell() {
        check("Decides to remain seized", 24);
    }

    #[test]
    fn accents_and_cyrillic_are_one_cell() {
        check("Décide", 6);
        check("De\u{301}cide", 6);
        check("постановляет", 12);
    }

    #[test]
    fn arabic_lam_and_alef_take_two_cells() {
        check("لا", 2);
        check("لَا", 2);
    }

    #[test]
    fn chinese_characters_take_two_cells() {
        check("决定，", 6);
    }

    #[test]
    fn characters_that_are_not_displayed_have_no_width() {
        check("a\tb\u{1b}[0m\r\n", 5);
        check("co\u{ad}op\u{200b}", 4);
    }

    #[test]
    fn no_break_spaces_take_one_cell() {
        check("12\u{a0}%\u{202f};", 6);
    }

    #[test]
    fn truncation_keeps_graphemes_whole() {
        assert_eq!(truncate("De\u{301}cide", 2), "De\u{301}");
        assert_eq!(truncate("决定", 3), "决");
        assert_eq!(truncate("abc", 9), "abc");
        assert_eq!(truncate("abc", 0), "");
    }

    #[test]
    fn ellipsis_marks_a_cut() {
        assert_eq!(ellipsize("Réaffirme que", 13), "Réaffirme que");
        assert_eq!(ellipsize("Réaffirme que", 11), "Réaffirme…");
        assert_eq!(ellipsize("Réaffirme", 1), "…");
        assert_eq!(ellipsize("Réaffirme", 0), "");
        assert_eq!(ellipsize("", 0), "");
    }

    #[test]
    fn clean_removes_every_escape() {
        assert_eq!(clean("a\u{1b}[31mb\u{9b}2Jc\u{7}"), "a␛[31mb2Jc");
        assert_eq!(clean("\u{feff}a\u{202e}b\u{2066}c\u{200f}"), "abc");
        assert_eq!(clean("a\tb\r\nc\u{2028}d"), "a b c d");
        assert!(matches!(clean("Déjà propre"), Cow::Borrowed(_)));
        assert_eq!(clean("par\u{ad}a\u{200b}graph\u{e0041}\u{fff9}s\u{200d}"), "paragraphs");
        assert_eq!(clean("\u{647}\u{200d} 👩\u{200d}🌾"), "\u{647}\u{200d} 👩\u{200d}🌾");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn width_equals_what_ratatui_draws(s in any::<String>()) {
            prop_assert_eq!(width(&s), painted(&s));
        }

        #[test]
        fn width_of_mixed_scripts_equals_what_ratatui_draws(s in "[ -~é\u{301}\u{64e}لا\u{200d}👩🏽🇫🇷ﾞｶ界，\u{1b}\r\n\u{ad}²’]{0,40}") {
            prop_assert_eq!(width(&s), painted(&s));
        }

        #[test]
        fn a_prefix_fits_and_the_next_grapheme_does_not(s in any::<String>(), cells in 0_usize..40) {
            let prefix = truncate(&s, cells);
            prop_assert!(width(prefix) <= cells);
            prop_assert!(width(&ellipsize(&s, cells)) <= cells);
            if let Some((next, _)) = step(&s, prefix.len()) {
                prop_assert!(width(s.get(..next).unwrap()) > cells);
            }
        }

        #[test]
        fn clean_text_has_no_controls_and_cleaning_it_again_changes_nothing(s in any::<String>()) {
            let once = clean(&s).into_owned();
            prop_assert!(!once.chars().any(|c| is_unsafe(c) && !matches!(c, JOINER | NON_JOINER)));
            prop_assert_eq!(clean(&once), once.as_str());
        }
    }
}
