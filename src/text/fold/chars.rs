//! What each character is folded to; the same wherever it stands, so that it can be kept in a table.

use std::sync::LazyLock;

use crate::text::chars::is_invisible;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Latin, Greek, Cyrillic, Hebrew and Arabic letters with their marks, and general punctuation.
const TABLES: [(u32, u32); 2] = [(0x80, 0x700), (0x2000, 0x2070)];

/// Two characters of `'\0'` stand for nothing; what folds to more than two is not kept.
type Entry = Option<[char; 2]>;

static TABLE: LazyLock<[Vec<Entry>; 2]> =
    LazyLock::new(|| TABLES.map(|(from, to)| (from..to).map(entry).collect()));

fn entry(code: u32) -> Entry {
    let mut folded = String::new();
    general(char::from_u32(code)?, &mut folded);
    let mut chars = folded.chars();
    let pair = [chars.next().unwrap_or('\0'), chars.next().unwrap_or('\0')];
    chars.next().is_none().then_some(pair)
}

/// Appends the folding of one character.
#[inline]
pub(super) fn fold_char(c: char, out: &mut String) {
    let table: &[Vec<Entry>; 2] = &TABLE;
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
            // Lower case of a plain letter may have a mark again, as that of İ.
            decompose_compatible(lower, |part| match special(part) {
                Some(replacement) => out.push_str(replacement),
                None => out.push(part),
            });
        }
    });
}

/// Foldings that compatibility decomposition and lower case do not give; empty for what is dropped.
fn special(c: char) -> Option<&'static str> {
    Some(match c {
        // Spacing accents decompose to a space and a mark.
        '‘' | '’' | '‚' | '‛' | '′' | '‵' | '‹' | '›' | 'ʼ' | 'ʹ' | 'ʻ' | 'ˈ' | '`' | '´' | '＇' | '｀' => {
            "'"
        }
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '＂' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '⁃' | '﹘' => "-",
        '\u{2044}' | '\u{2215}' => "/",
        '،' | '٬' => ",",
        '؛' => ";",
        '؟' => "?",
        '٪' => "%",
        '٫' => ".",
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        // n° and nº are typed alike, and as "no".
        '°' | 'ø' | 'Ø' => "o",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ł' | 'Ł' => "l",
        'ħ' | 'Ħ' => "h",
        'ŧ' | 'Ŧ' => "t",
        'ı' => "i",
        'þ' | 'Þ' => "th",
        'ς' => "σ",
        'ٱ' => "ا",
        'ى' | 'ی' => "ي",
        'ة' => "ه",
        'ک' => "ك",
        '\u{660}'..='\u{669}' => digit(c as u32 - 0x660),
        '\u{6f0}'..='\u{6f9}' => digit(c as u32 - 0x6f0),
        c if c.is_whitespace() => " ",
        c if c.is_control() || is_ignorable(c) || is_combining_mark(c) => "",
        _ => return None,
    })
}

fn digit(value: u32) -> &'static str {
    const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    DIGITS.get(value as usize).copied().unwrap_or_default()
}

/// What nobody types: invisible characters, tatweel, and the fillers of Hangul, which are room without a letter.
fn is_ignorable(c: char) -> bool {
    is_invisible(c) || matches!(c, '\u{640}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}
