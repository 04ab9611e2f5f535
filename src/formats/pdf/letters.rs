//! What a glyph says, as letters in the order in which they are read: shapes and ligatures undone, signs that only
//! steer text dropped, and the letters of one glyph each given its part of the room.

use super::content::Glyph;
use super::lines::is_rtl;
use crate::text::chars::is_invisible;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// Draws an Arabic letter longer.
pub(super) const TATWEEL: char = '\u{640}';

/// The letters that a glyph stands for.
pub(super) fn letters(shown: &str) -> Cow<'_, str> {
    if !shown.chars().any(|letter| is_unseen(letter) || is_shape(letter)) && !is_turned_ligature(shown) {
        return Cow::Borrowed(shown);
    }
    let mut out = String::new();
    for letter in shown.chars().filter(|&letter| !is_unseen(letter)) {
        if is_shape(letter) {
            let meant = std::iter::once(letter).nfkc();
            let signs_only = meant.clone().any(is_combining) && is_rtl(letter);
            // The signs of Arabic have forms of their own that stand on a space or on a drawn line.
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

/// Alef never joins to a lam behind it, so one glyph of both is lam and alef, written down as they are printed.
fn is_turned_ligature(shown: &str) -> bool {
    let mut letters = shown.chars();
    let alef = letters.next().is_some_and(|first| matches!(first, 'ا' | 'أ' | 'إ' | 'آ' | 'ٱ'));
    alef && letters.next() == Some('ل') && letters.next().is_none()
}

/// Characters that name the shape of a letter and not the letter: ligatures, Arabic in its four forms, and the
/// radicals of Han, which fonts give for the characters that look like them.
fn is_shape(letter: char) -> bool {
    matches!(letter, '\u{FB00}'..='\u{FB06}' | '\u{FB1D}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFC}' | '\u{2F00}'..='\u{2FD5}' | '\u{F900}'..='\u{FAFF}')
}

/// Control characters and invisible ones: nothing is printed for them. A soft hyphen is kept, since a printer that writes
/// one at the end of a line tells that the word goes on. The selectors of variant Han shapes go, since a glyph is spread over the letters that it
/// stands for. U+0000 stands for a glyph that is not known.
fn is_unseen(letter: char) -> bool {
    letter.is_control() && letter != '\0' && !letter.is_whitespace()
        || is_invisible(letter) && letter != '\u{AD}'
        || ('\u{E0100}'..='\u{E01EF}').contains(&letter)
}

/// Signs that stand on letters: those of Latin and Cyrillic, and the vowels and the hamza of Arabic.
pub(super) fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}'
        | '\u{6DF}'..='\u{6E4}' | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}' | '\u{8D3}'..='\u{8FF}'
        | '\u{5B0}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}')
}

/// Puts letters in the place of one glyph: each has its part of the room, in the order in which it is printed, and the
/// signs that stand on a letter share its place.
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
                // Written before the letter that it stands on.
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
    fn shapes_become_letters() {
        assert_eq!(letters("ﻢﻠﻋ"), "ملع");
        assert_eq!(letters("ﻼ"), "لا");
        assert_eq!(letters("ﬁ"), "fi");
        assert_eq!(letters("⼈"), "人");
    }

    #[test]
    fn forms_of_signs_lose_what_they_stand_on() {
        assert_eq!(letters("\u{FE77}"), "\u{64E}");
        assert_eq!(letters("\u{FC60}"), "\u{64E}\u{651}");
        assert_eq!(letters("\u{640}"), "\u{640}");
    }

    #[test]
    fn a_ligature_written_as_printed_is_turned() {
        assert_eq!(letters("أل"), "لأ");
        assert_eq!(letters("لأ"), "لأ");
    }

    #[test]
    fn what_steers_text_is_dropped() {
        assert_eq!(letters("a\u{202E}\u{1b}\u{200F}ﬁ"), "afi");
    }
}
