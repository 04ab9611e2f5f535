//! The folding of each single character. It does not depend on context, so it can be cached in a table.

use std::sync::LazyLock;

use crate::text::chars::{TATWEEL, digit_value, is_hyphen, is_invisible, plain_arabic};
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Code point ranges whose foldings are cached: Latin, Greek, Cyrillic, Hebrew and Arabic letters with their marks, and
/// general punctuation.
const TABLES: [(u32, u32); 2] = [(0x80, 0x700), (0x2000, 0x2070)];

/// Up to two characters, padded with `'\0'`; `None` for a folding that is longer, which is not cached.
type Folding = Option<[char; 2]>;

static TABLE: LazyLock<[Vec<Folding>; 2]> =
    LazyLock::new(|| TABLES.map(|(from, to)| (from..to).map(entry).collect()));

fn entry(code: u32) -> Folding {
    let mut folded = String::new();
    general(char::from_u32(code)?, &mut folded);
    let mut chars = folded.chars();
    let pair = [chars.next().unwrap_or('\0'), chars.next().unwrap_or('\0')];
    chars.next().is_none().then_some(pair)
}

/// Appends the folding of one character.
#[inline]
pub(super) fn fold_char(c: char, out: &mut String) {
    let table: &[Vec<Folding>; 2] = &TABLE;
    for ((from, _), entries) in TABLES.iter().zip(table) {
        if let Some(Some([first, second])) =
            (c as u32).checked_sub(*from).and_then(|i| entries.get(i as usize))
        {
            if *first != '\0' {
                out.push(*first);
            }
            if *second != '\0' {
                out.push(*second);
            }
            return;
        }
    }
    if matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}') {
        out.push(c);
    } else {
        general(c, out);
    }
}

fn general(c: char, out: &mut String) {
    if let Some(replacement) = special(c) {
        out.push_str(replacement);
        return;
    }
    decompose_compatible(c, |part| {
        if let Some(replacement) = special(part) {
            out.push_str(replacement);
            return;
        }
        for lower in part.to_lowercase() {
            // The lower case of a letter may contain a mark again, as that of `İ` does.
            decompose_compatible(lower, |part| match special(part) {
                Some(replacement) => out.push_str(replacement),
                None => out.push(plain_arabic(part)),
            });
        }
    });
}

/// Foldings that neither compatibility decomposition nor lower case gives; the empty string for characters that are
/// dropped. `None` for all others.
fn special(c: char) -> Option<&'static str> {
    Some(match c {
        // Listed here because spacing accents would decompose to a space and a mark.
        '‘' | '’' | '‚' | '‛' | '′' | '‵' | '‹' | '›' | 'ʼ' | 'ʹ' | 'ʻ' | 'ˈ' | '`' | '´' | '＇' | '｀' => {
            "'"
        }
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '＂' => "\"",
        '—' | '―' | '⁃' | '﹘' => "-",
        c if is_hyphen(c) => "-",
        '\u{2044}' | '\u{2215}' => "/",
        '،' | '٬' => ",",
        '؛' => ";",
        '؟' => "?",
        '٪' => "%",
        '٫' => ".",
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        // "n°" and "nº" are typed alike, and like "no".
        '°' | 'ø' | 'Ø' => "o",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ł' | 'Ł' => "l",
        'ħ' | 'Ħ' => "h",
        'ŧ' | 'Ŧ' => "t",
        'ı' => "i",
        'þ' | 'Þ' => "th",
        'ς' => "σ",
        'ة' => "ه",
        c if digit_value(c).is_some() => DIGITS.get(digit_value(c)? as usize)?,
        c if c.is_whitespace() => " ",
        c if c.is_control() || is_ignorable(c) || is_combining_mark(c) => "",
        _ => return None,
    })
}

const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// Whether the character is dropped because nobody types it: invisible characters, tatweel, and the Hangul fillers,
/// which are blank space.
fn is_ignorable(c: char) -> bool {
    is_invisible(c) || matches!(c, TATWEEL | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}
