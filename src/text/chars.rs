//! The classes of characters that the program tells apart: each one is defined here, once.
//!
//! Most classes are smaller than the Unicode property of a similar name, because a resolution in the six languages is
//! all that must be read; each says what it holds and why. The build script includes this file by its path, because it
//! folds the phrases of the lexicon, so nothing of the crate and of other crates is used here.

/// Characters of which nothing is seen, in ascending order: first and last of each range.
///
/// - U+00AD: the soft hyphen, which allows a line to end inside a word.
/// - U+061C: the Arabic letter mark, a mark of direction.
/// - U+180E: the Mongolian vowel separator, once a space without width.
/// - U+200B to U+200F: the space without width, the two joiners, and two marks of direction.
/// - U+202A to U+202E: embeddings and overrides of direction.
/// - U+2060 to U+206F: the word joiner, signs of invisible mathematics, isolates of direction, and controls out of use.
/// - U+FEFF: the byte order mark, once a no-break space without width.
/// - U+FFF9 to U+FFFB: they separate a word from its gloss.
/// - U+E0000 to U+E007F: tags.
///
/// Two kinds are missing although nothing is seen of them either. Variation selectors (U+FE00 to U+FE0F, U+E0100 to
/// U+E01EF) choose the shape of a Han character and how wide an emoji is painted. The fillers of Hangul take the room of a
/// letter.
pub(crate) const INVISIBLE: [(char, char); 9] = [
    ('\u{ad}', '\u{ad}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{180e}', '\u{180e}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{fff9}', '\u{fffb}'),
    ('\u{e0000}', '\u{e007f}'),
];

/// Whether nothing is seen of a character that is neither white space nor a control character; see [`INVISIBLE`].
#[inline]
pub(crate) fn is_invisible(c: char) -> bool {
    // The ranges ascend, so that letters of Europe and Arabic are known after one or two comparisons.
    for (first, last) in INVISIBLE {
        if c <= last {
            return c >= first;
        }
    }
    false
}

/// Characters that tell in which direction text runs: the three marks (U+061C, U+200E, U+200F), embeddings and overrides
/// (U+202A to U+202E), isolates (U+2066 to U+2069), and the six controls behind them that are out of use and once told
/// how digits and Arabic letters are shaped (U+206A to U+206F). All are invisible.
pub(crate) fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}')
}

/// Whether a character could steer a terminal or make a line look like another one: control characters, separators of
/// lines and paragraphs, and whatever turns the direction of text.
///
/// This is narrower than [`is_invisible`]: a soft hyphen or a joiner is not seen, but it does no harm, and a file name or
/// a string of JSON may keep it. All of these lie below U+10000.
pub(crate) fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || is_direction(c)
}

/// Where a text first holds a character that [`steers`]. Few bytes begin such a character in UTF-8, so that hardly anything
/// is decoded.
pub(crate) fn find_steering(text: &str) -> Option<usize> {
    let may_steer = |byte: &u8| matches!(byte, ..0x20 | 0x7f | 0xc2 | 0xd8 | 0xe2);
    let mut at = 0;
    loop {
        at += text.as_bytes().get(at..)?.iter().position(may_steer)?;
        let letter = text.get(at..)?.chars().next()?;
        if steers(letter) {
            return Some(at);
        }
        at += letter.len_utf8();
    }
}

/// White space, and what is invisible: a string of nothing else looks empty. Controls other than white space are not
/// among them.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// [`char::is_alphabetic`], which walks through a table for letters outside of ASCII; those of the six languages are known
/// by their ranges.
#[inline]
pub(crate) fn is_alphabetic(c: char) -> bool {
    matches!(c, 'А'..='я' | '\u{620}'..='\u{64a}' | '\u{4e00}'..='\u{9fff}') || c.is_alphabetic()
}

/// [`char::is_alphanumeric`], as quick as [`is_alphabetic`].
#[inline]
pub(crate) fn is_alphanumeric(c: char) -> bool {
    is_alphabetic(c) || c.is_numeric()
}

/// Signs that are written on or between Arabic letters and do not tell which word it is: signs of honour (U+0610 to
/// U+061A), tatweel (U+0640), vowels, maddah and hamza (U+064B to U+065F), and the small alef (U+0670).
pub(crate) fn is_arabic_sign(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> impl Iterator<Item = char> {
        '\0'..=char::MAX
    }

    #[test]
    fn the_ranges_of_invisible_characters_ascend_and_are_all_found() {
        assert!(INVISIBLE.iter().all(|(first, last)| first <= last));
        assert!(INVISIBLE.windows(2).all(|pair| pair[0].1 < pair[1].0));
        for c in all() {
            let held = INVISIBLE.iter().any(|&(first, last)| (first..=last).contains(&c));
            assert_eq!(is_invisible(c), held, "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn a_soft_hyphen_is_not_seen_but_a_letter_a_space_and_an_accent_are_no_such_thing() {
        for c in ['\u{ad}', '\u{200b}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{e0041}'] {
            assert!(is_invisible(c), "U+{:04X}", c as u32);
        }
        for c in ['a', 'ж', 'ب', '决', ' ', '\u{a0}', '\u{301}', '\u{fe0f}', '\u{e0100}', '\u{3164}', '-']
        {
            assert!(!is_invisible(c), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn what_turns_direction_is_invisible_and_steers() {
        for c in all().filter(|&c| is_direction(c)) {
            assert!(is_invisible(c) && steers(c), "U+{:04X}", c as u32);
        }
        assert!(
            steers('\u{1b}') && steers('\u{9b}') && steers('\u{7f}') && steers('\n') && steers('\u{2028}')
        );
        assert!(!steers('\u{ad}') && !steers('\u{200d}') && !steers(' ') && !steers('\u{feff}'));
    }

    #[test]
    fn whatever_steers_fits_in_one_escape_of_json() {
        assert!(all().filter(|&c| steers(c)).all(|c| c < '\u{10000}'));
    }

    #[test]
    fn what_steers_is_found_among_other_characters() {
        for c in all() {
            let text = format!("é“ا{c}");
            assert_eq!(find_steering(&text), steers(c).then_some("é“ا".len()), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn what_looks_empty_is_space_or_invisible() {
        assert!([' ', '\t', '\n', '\u{a0}', '\u{3000}', '\u{200b}', '\u{feff}'].into_iter().all(is_blank));
        assert!(!is_blank('\u{1b}') && !is_blank('.') && !is_blank('\u{fffd}'));
    }

    #[test]
    fn letters_and_numbers_are_those_of_unicode() {
        for c in all() {
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "U+{:04X}", c as u32);
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn signs_on_arabic_letters_are_no_letters() {
        assert!(['\u{640}', '\u{64b}', '\u{654}', '\u{670}'].into_iter().all(is_arabic_sign));
        assert!(!['ا', 'ب', '٣', '،', '\u{301}'].into_iter().any(is_arabic_sign));
    }
}
