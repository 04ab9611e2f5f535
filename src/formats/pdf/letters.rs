//! The letters that a glyph stands for, in reading order: presentation forms and ligatures are replaced by plain
//! letters, and invisible control characters are dropped. A glyph of several letters is split into one glyph for each.

use super::glyph::{Glyph, is_rtl};
use crate::text::chars::{TATWEEL, is_invisible, plain_arabic};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// The letters that a glyph stands for, given what its font maps it to.
pub(super) fn letters(shown: &str) -> Cow<'_, str> {
    if !shown.chars().any(|letter| is_unseen(letter) || is_shape(letter)) && !is_turned_ligature(shown) {
        return Cow::Borrowed(shown);
    }
    let mut out = String::new();
    for letter in shown.chars().filter(|&letter| !is_unseen(letter)) {
        if is_shape(letter) {
            let meant = std::iter::once(letter).nfkc();
            let signs_only = meant.clone().any(is_combining) && is_rtl(letter);
            // The presentation form of an Arabic vowel sign decomposes to a space or a tatweel and the sign itself.
            out.extend(meant.filter(|&part| !(signs_only && matches!(part, ' ' | TATWEEL))));
        } else {
            out.push(letter);
        }
    }
    if is_turned_ligature(&out) {
        out = out.chars().rev().collect();
    }
    Cow::Owned(out)
}

/// Whether text is a lam-alef ligature in visual order. An alef does not join to a lam after it, so one glyph of the
/// two is always lam before alef.
fn is_turned_ligature(shown: &str) -> bool {
    let mut letters = shown.chars();
    let alef = letters.next().is_some_and(|first| plain_arabic(first) == 'ا');
    alef && letters.next() == Some('ل') && letters.next().is_none()
}

/// Whether a character is the shape of a letter rather than the letter: a Latin ligature, an Arabic presentation form,
/// or a Kangxi radical or compatibility ideograph, which fonts give for the Han character that looks the same.
fn is_shape(letter: char) -> bool {
    matches!(letter, '\u{FB00}'..='\u{FB06}' | '\u{FB1D}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFC}' | '\u{2F00}'..='\u{2FD5}' | '\u{F900}'..='\u{FAFF}')
}

/// Whether a character has no visible form of its own: control characters, invisible ones, and variation selectors of
/// Han characters, to which no part of the glyph's width is due. A soft hyphen is kept, since at the end of a line it
/// tells that the word continues. U+0000 is kept too: it stands for an unknown glyph.
fn is_unseen(letter: char) -> bool {
    letter.is_control() && letter != '\0' && !letter.is_whitespace()
        || is_invisible(letter) && letter != '\u{AD}'
        || ('\u{E0100}'..='\u{E01EF}').contains(&letter)
}

/// Whether a character is a combining one: diacritics of Latin and Cyrillic, vowel signs and hamza of Arabic, points of
/// Hebrew.
pub(super) fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}'
        | '\u{6DF}'..='\u{6E4}' | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}' | '\u{8D3}'..='\u{8FF}'
        | '\u{5B0}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}')
}

/// Splits one glyph into one for each letter. Each letter has an equal part of its width, in visual order, and
/// combining characters share the position of their letter.
pub(super) fn spread(glyphs: &mut Vec<Glyph>, room: Glyph, letters: &str) {
    let count = letters.chars().filter(|&letter| !is_combining(letter)).count();
    if count == 0 {
        glyphs.extend(letters.chars().map(|letter| Glyph { letter, ..room }));
        return;
    }
    let width = room.width / count as f32;
    let backwards = letters.chars().any(is_rtl);
    let mut index = 0;
    let mut waiting: Vec<char> = Vec::new();
    let mut last: Option<Glyph> = None;
    for letter in letters.chars() {
        if is_combining(letter) {
            match last {
                Some(base) => glyphs.push(Glyph { letter, ..base }),
                // It precedes the letter that it belongs to.
                None => waiting.push(letter),
            }
            continue;
        }
        let step = if backwards { count - 1 - index } else { index };
        let base = Glyph { letter, x: room.x + width * step as f32, width, ..room };
        glyphs.push(base);
        glyphs.extend(waiting.drain(..).map(|letter| Glyph { letter, ..base }));
        last = Some(base);
        index += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presentation_forms_become_letters() {
        assert_eq!(letters("ﻢﻠﻋ"), "ملع");
        assert_eq!(letters("ﻼ"), "لا");
        assert_eq!(letters("ﬁ"), "fi");
        assert_eq!(letters("⼈"), "人");
    }

    #[test]
    fn a_form_of_a_combining_character_loses_its_carrier() {
        assert_eq!(letters("\u{FE77}"), "\u{64E}");
        assert_eq!(letters("\u{FC60}"), "\u{64E}\u{651}");
        assert_eq!(letters("\u{640}"), "\u{640}");
    }

    #[test]
    fn a_lam_alef_ligature_in_visual_order_is_reversed() {
        assert_eq!(letters("أل"), "لأ");
        assert_eq!(letters("لأ"), "لأ");
    }

    #[test]
    fn invisible_control_characters_are_dropped() {
        assert_eq!(letters("a\u{202E}\u{1b}\u{200F}ﬁ"), "afi");
    }
}
