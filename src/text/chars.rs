//! The classes of characters that the program distinguishes, each defined once.
//!
//! Most classes are smaller than the Unicode property of a similar name, because only resolutions in the six languages
//! must be read; each says what it contains and why. The build script includes this file by its path to fold the
//! phrases of the lexicon, so it must use nothing else from this crate or from other crates.

/// Invisible characters in ascending order: first and last of each range, both inclusive.
///
/// - U+00AD: the soft hyphen, which allows a line break inside a word.
/// - U+061C: the Arabic letter mark, a direction mark.
/// - U+180E: the Mongolian vowel separator, once a zero-width space.
/// - U+200B to U+200F: the zero-width space, the two joiners, and two direction marks.
/// - U+202A to U+202E: directional embeddings and overrides.
/// - U+2060 to U+206F: the word joiner, invisible mathematical operators, directional isolates, and deprecated
///   controls.
/// - U+FEFF: the byte order mark, once a zero-width no-break space.
/// - U+FFF9 to U+FFFB: interlinear annotation controls.
/// - U+E0000 to U+E007F: tags.
///
/// Two kinds are left out although they are invisible too. Variation selectors (U+FE00 to U+FE0F, U+E0100 to U+E01EF)
/// choose the shape of a Han character and the width of an emoji. The Hangul fillers take the width of a letter.
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

/// Whether a character is in [`INVISIBLE`]. White space and control characters are not.
#[inline]
pub(crate) fn is_invisible(c: char) -> bool {
    // The ranges ascend, so a letter of a European language is decided after one or two comparisons.
    for (first, last) in INVISIBLE {
        if c <= last {
            return c >= first;
        }
    }
    false
}

/// Whether a character controls the direction of text: the three marks (U+061C, U+200E, U+200F), embeddings and
/// overrides (U+202A to U+202E), isolates (U+2066 to U+2069), and the six deprecated controls after them for the
/// shaping of digits and Arabic letters (U+206A to U+206F). All are invisible.
pub(crate) fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}')
}

/// Whether a character could control a terminal or make a line look like another one: control characters, line and
/// paragraph separators, and whatever changes the direction of text.
///
/// This is narrower than [`is_invisible`]: a soft hyphen or a joiner cannot be seen but does no harm, so a file name or
/// a JSON string may keep it. All of these characters are below U+10000.
pub(crate) fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || is_direction(c)
}

/// Whether the code point is reserved for ever and no character: U+FDD0 to U+FDEF, and the last two of each plane.
pub(crate) fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

/// Byte offset of the first character that [`steers`]; `None` if there is none. Fast, because few bytes begin such a
/// character in UTF-8, and only those are decoded.
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

/// Whether a character is white space or invisible: a string of nothing else looks empty. Control characters other than
/// white space do not count.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// Equal to [`char::is_alphabetic`] but faster for the six languages: their letters are known by range, where the
/// standard library searches a table.
#[inline]
pub(crate) fn is_alphabetic(c: char) -> bool {
    matches!(c, 'А'..='я' | '\u{620}'..='\u{64a}' | '\u{4e00}'..='\u{9fff}') || c.is_alphabetic()
}

/// Equal to [`char::is_alphanumeric`], and as fast as [`is_alphabetic`].
#[inline]
pub(crate) fn is_alphanumeric(c: char) -> bool {
    is_alphabetic(c) || c.is_numeric()
}

/// Whether the character is white space within a line, of any width, breaking or not. Line ends do not count.
#[inline]
pub(crate) fn is_gap(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// Whether the character is a hyphen or is typed as one: the figure dash (U+2012), the en dash (U+2013) and the minus sign
/// (U+2212) are. The em dash separates sentences, so it is not.
#[inline]
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2013}' | '\u{2212}')
}

/// The value of a Latin, Arabic, Persian or full-width digit.
#[inline]
pub(crate) fn digit_value(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '０'..='９' => '０',
        _ => return None,
    };
    Some(c as u32 - zero as u32)
}

/// Converts a digit of any script to a Latin one; returns other characters unchanged.
pub(crate) fn latin_digit(c: char) -> char {
    digit_value(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

const SUPERSCRIPTS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// Whether the character is a superscript digit. Note marks are attached to the word or number before them but are not
/// part of it.
#[inline]
pub(crate) fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// Converts a Latin digit to superscript; returns other characters unchanged.
pub(crate) fn superscript_digit(c: char) -> char {
    c.to_digit(10).and_then(|value| SUPERSCRIPTS.get(value as usize).copied()).unwrap_or(c)
}

/// The Latin digit of a superscript one.
pub(crate) fn plain_digit(c: char) -> Option<char> {
    SUPERSCRIPTS.iter().position(|&raised| raised == c).and_then(|value| char::from_digit(value as u32, 10))
}

/// Whether the character is Han, the iteration mark (U+3005) and the round zero (U+3007) included. Chinese has no spaces
/// between words, so search treats each Han character as a word.
#[inline]
pub(crate) fn is_han(c: char) -> bool {
    matches!(c,
        '\u{3005}' | '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3fffd}')
}

/// Whether the character takes two columns and needs no space beside it: Han characters, their radicals, kana, and full-width
/// punctuation, letters and digits. Hangul is not included, because Korean puts spaces between words.
#[inline]
pub(crate) fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe10}'..='\u{fe1f}' | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff01}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}')
}

/// Whether the character belongs to the Arabic script: letters, presentation forms, signs, digits and punctuation.
#[inline]
pub(crate) fn is_arabic(c: char) -> bool {
    matches!(c,
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}')
}

/// Latin letters, and the signs and digits below them in Unicode.
pub(crate) fn is_latin(c: char) -> bool {
    c < '\u{250}'
}

/// Whether the character belongs to the Cyrillic script.
#[inline]
pub(crate) fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

/// The tatweel, which lengthens an Arabic letter for justification.
pub(crate) const TATWEEL: char = '\u{640}';

/// Whether a character is a sign written on or between Arabic letters that does not distinguish words: honorific signs
/// (U+0610 to U+061A), tatweel (U+0640), vowel marks, maddah and hamza (U+064B to U+065F), and the superscript alef
/// (U+0670).
pub(crate) fn is_arabic_sign(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// Cyrillic letters, each with the Latin letter that looks the same: capitals, then small letters. Texts of the United
/// Nations mix the two scripts, above all in symbols and in the labels of lists.
const LOOKALIKES: [(char, char); 22] = [
    ('А', 'A'),
    ('В', 'B'),
    ('С', 'C'),
    ('Е', 'E'),
    ('Н', 'H'),
    ('І', 'I'),
    ('К', 'K'),
    ('М', 'M'),
    ('О', 'O'),
    ('Р', 'P'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('У', 'Y'),
    ('а', 'a'),
    ('с', 'c'),
    ('е', 'e'),
    ('і', 'i'),
    ('к', 'k'),
    ('о', 'o'),
    ('р', 'p'),
    ('х', 'x'),
    ('у', 'y'),
];

/// The Latin letter that looks like a Cyrillic one; `None` for letters without one, Latin letters included.
pub(crate) fn latin_twin(c: char) -> Option<char> {
    LOOKALIKES.iter().find(|(cyrillic, _)| *cyrillic == c).map(|(_, latin)| *latin)
}

/// The small Russian letter for a small Latin letter that looks the same, in capitals at least. Russian has no "і".
pub(crate) fn russian_twin(c: char) -> Option<char> {
    let capital = c.to_ascii_uppercase();
    let twins = LOOKALIKES.iter().filter(|_| c.is_ascii_lowercase() && c != 'i');
    twins.copied().find(|(_, latin)| *latin == capital)?.0.to_lowercase().next()
}

/// Unifies Arabic letters that writers interchange: alef with and without its signs, final and medial yeh, and the
/// Persian yeh and kaf. Returns other characters unchanged.
pub(crate) fn plain_arabic(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> impl Iterator<Item = char> {
        '\0'..=char::MAX
    }

    #[test]
    fn invisible_ranges_ascend_and_every_character_in_them_is_found() {
        assert!(INVISIBLE.iter().all(|(first, last)| first <= last));
        assert!(INVISIBLE.windows(2).all(|pair| pair[0].1 < pair[1].0));
        for c in all() {
            let held = INVISIBLE.iter().any(|&(first, last)| (first..=last).contains(&c));
            assert_eq!(is_invisible(c), held, "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn a_soft_hyphen_is_invisible_but_letters_spaces_and_accents_are_not() {
        for c in ['\u{ad}', '\u{200b}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{e0041}'] {
            assert!(is_invisible(c), "U+{:04X}", c as u32);
        }
        for c in ['a', 'ж', 'ب', '决', ' ', '\u{a0}', '\u{301}', '\u{fe0f}', '\u{e0100}', '\u{3164}', '-']
        {
            assert!(!is_invisible(c), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn direction_controls_are_invisible_and_steer() {
        for c in all().filter(|&c| is_direction(c)) {
            assert!(is_invisible(c) && steers(c), "U+{:04X}", c as u32);
        }
        assert!(
            steers('\u{1b}') && steers('\u{9b}') && steers('\u{7f}') && steers('\n') && steers('\u{2028}')
        );
        assert!(!steers('\u{ad}') && !steers('\u{200d}') && !steers(' ') && !steers('\u{feff}'));
    }

    #[test]
    fn every_steering_character_fits_into_one_json_escape() {
        assert!(all().filter(|&c| steers(c)).all(|c| c < '\u{10000}'));
    }

    #[test]
    fn a_steering_character_is_found_among_others() {
        for c in all() {
            let text = format!("é“ا{c}");
            assert_eq!(find_steering(&text), steers(c).then_some("é“ا".len()), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn blank_characters_are_white_space_or_invisible() {
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
    fn a_gap_is_white_space_that_does_not_end_a_line() {
        let ends_line =
            |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        for c in all() {
            assert_eq!(is_gap(c), c.is_whitespace() && !ends_line(c), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn digits_of_all_scripts_and_raised_ones_are_those_of_latin() {
        assert_eq!("7٧۷７".chars().map(latin_digit).collect::<String>(), "7777");
        assert_eq!("0123456789*".chars().map(superscript_digit).collect::<String>(), "⁰¹²³⁴⁵⁶⁷⁸⁹*");
        for c in all() {
            assert_eq!(is_superscript(c), plain_digit(c).is_some(), "U+{:04X}", c as u32);
        }
        assert_eq!(plain_digit('⁴'), Some('4'));
    }

    #[test]
    fn letters_that_look_alike_are_twins_in_both_directions() {
        for (cyrillic, latin) in LOOKALIKES {
            assert!(is_cyrillic(cyrillic) && latin.is_ascii_alphabetic(), "{cyrillic}");
            assert_eq!(cyrillic.is_uppercase(), latin.is_uppercase(), "{cyrillic}");
            assert_eq!(latin_twin(cyrillic), Some(latin));
            let small = latin.to_ascii_lowercase();
            let russian = cyrillic.to_lowercase().next().filter(|_| small != 'i');
            assert_eq!(russian_twin(small), russian, "{latin}");
        }
        assert_eq!([latin_twin('A'), latin_twin('в'), russian_twin('d')], [None; 3]);
    }

    #[test]
    fn han_is_wide_and_hangul_has_spaces() {
        assert!(all().filter(|&c| is_han(c)).all(is_wide));
        assert!(['，', '（', '︵', 'カ', '\u{3000}', '￥'].into_iter().all(is_wide));
        assert!(!['한', 'ｶ', '“', 'é'].into_iter().any(is_wide));
    }

    #[test]
    fn arabic_signs_are_not_letters() {
        assert!(['\u{640}', '\u{64b}', '\u{654}', '\u{670}'].into_iter().all(is_arabic_sign));
        assert!(!['ا', 'ب', '٣', '،', '\u{301}'].into_iter().any(is_arabic_sign));
    }
}
