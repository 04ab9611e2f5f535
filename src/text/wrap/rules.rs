//! Decides where a row may end from the characters on both sides.
//!
//! These are typographic conventions of the six languages, stricter than the Unicode line breaking algorithm where that
//! would leave `»` or `;` alone at the start of a row or split a document symbol. Widths are not known here.

use crate::text::Part as _;
use crate::text::bidi::is_rtl;
use crate::text::chars::{is_gap, is_superscript};
use unicode_normalization::char::is_combining_mark;

pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

pub(super) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// Whether a row may end at this character as a space. No-break, figure and narrow no-break spaces are treated as
/// letters.
#[inline]
pub(super) fn is_space(c: char) -> bool {
    is_gap(c) && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Whether a grapheme is such a space.
pub(super) fn is_lone_space(grapheme: &str) -> bool {
    let mut chars = grapheme.chars();
    chars.next().is_some_and(is_space) && chars.next().is_none()
}

#[inline]
pub(super) fn is_newline(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether the character belongs to a script that does not put spaces between words, or is a symbol such as an emoji.
pub(super) fn is_unspaced(c: char) -> bool {
    !matches!(c,
        '\0'..='\u{dff}' | '\u{10a0}'..='\u{10ff}' | '\u{1e00}'..='\u{214f}' | '\u{fb00}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}')
}

/// Whether the character is part of a note mark: a superscript digit or bracket.
fn is_raised(c: char) -> bool {
    is_superscript(c) || matches!(c, '⁽' | '⁾')
}

/// Whether the character stays with the one before it, even across a space, as `:` does in French.
fn closes(c: char) -> bool {
    matches!(
        c,
        ',' | ';'
            | ':'
            | '.'
            | '!'
            | '?'
            | ')'
            | ']'
            | '}'
            | '»'
            | '›'
            | '%'
            | '‰'
            | '…'
            | '،'
            | '؛'
            | '؟'
            | '٪'
            | '，'
            | '。'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '）'
            | '》'
            | '〉'
            | '」'
            | '』'
            | '】'
            | '〕'
            | '］'
            | '｝'
    ) || is_raised(c)
}

/// Whether the character stays with the one after it, even across a space.
fn opens(c: char) -> bool {
    matches!(
        c,
        '(' | '['
            | '{'
            | '«'
            | '‹'
            | '„'
            | '¿'
            | '¡'
            | '（'
            | '《'
            | '〈'
            | '「'
            | '『'
            | '【'
            | '〔'
            | '［'
            | '｛'
    )
}

/// Whether a piece that is too wide for a row may be cut between these two characters.
pub(super) fn may_part(before: char, after: char) -> bool {
    let keeps_left = closes(after) || after.is_whitespace() || matches!(after, '”' | '’' | '"' | '\'');
    // “ opens a quotation in most languages and closes it in some. Across a space the two cannot be told apart, so it
    // counts as opening only here.
    let keeps_right =
        opens(before) || matches!(before, '“' | '‘') || (before.is_whitespace() && !is_space(before));
    !keeps_left && !keeps_right
}

/// Whether the words on both sides of the spaces `from..to` must stay on one row.
#[inline]
pub(super) fn glued(text: &str, from: usize, to: usize) -> bool {
    let (Some(before), Some(after)) = (char_before(text, from), char_at(text, to)) else { return false };
    if opens(before) || closes(after) {
        return true;
    }
    if !after.is_numeric() && !after.is_ascii_uppercase() {
        return false;
    }
    if before.is_ascii_digit() && after.is_ascii_digit() {
        return is_thousands(text, from, to);
    }
    matches!(before, '.' | '°' | 'º' | '№' | '§' | 's')
        && is_number(text, to)
        && ends_in_abbreviation(text, from)
}

/// Whether the digits on both sides are groups of one number, as in "8 500" and "12 000 000": one to three digits that
/// begin a word, then groups of exactly three. In Arabic the last group may be typed first, "500 8", and a one-letter
/// word may be written onto the number.
fn is_thousands(text: &str, from: usize, to: usize) -> bool {
    let digits = |c: &char| c.is_ascii_digit();
    let rest = text.part(to..);
    let before = text.part(..from);
    let group = rest.chars().take_while(digits).take(4).count();
    let head = before.chars().rev().take_while(digits).take(4).count();
    let turned = head == 3 && (1..=2).contains(&group) && is_rtl(text);
    let next = rest.chars().nth(group);
    if !turned && group != 3 || next.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '-' | '_')) {
        return false;
    }
    let ahead = before.chars().rev().nth(head);
    (1..=3).contains(&head)
        && ahead.is_none_or(|c| c.is_whitespace() || opens(c) || matches!(c, '\u{620}'..='\u{64A}'))
}

/// Whether a number or an enumerator stands at `at`: 53, IV, A.
fn is_number(text: &str, at: usize) -> bool {
    let rest = text.part(at..);
    if rest.starts_with(char::is_numeric) {
        return true;
    }
    let word = rest.chars().take_while(|c| c.is_alphanumeric());
    let roman = word.clone().take(9).all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'));
    roman || word.take(2).count() == 1
}

/// Abbreviations that precede a number, in lower case.
const BEFORE_NUMBERS: &[&str] = &[
    "n°",
    "nº",
    "n°s",
    "nos",
    "nos.",
    "no.",
    "n.º",
    "n.os",
    "№",
    "№№",
    "núm.",
    "núms.",
    "§",
    "§§",
    "par.",
    "para.",
    "paras.",
    "párr.",
    "párrs.",
    "p.",
    "pp.",
    "pág.",
    "págs.",
    "art.",
    "arts.",
    "chap.",
    "chaps.",
    "ch.",
    "vol.",
    "vols.",
    "sect.",
    "sects.",
    "cap.",
    "caps.",
    "secc.",
    "t.",
    "fig.",
    "п.",
    "пп.",
    "пар.",
    "стр.",
    "ст.",
    "гл.",
    "т.",
    "разд.",
    "рис.",
];

fn ends_in_abbreviation(text: &str, at: usize) -> bool {
    let before = text.part(..at);
    // A word longer than the longest abbreviation is not read to its start.
    let mut length = 0;
    for c in before.chars().rev().take_while(|c| !c.is_whitespace() && !opens(*c)) {
        length += c.len_utf8();
        if length > 12 {
            return false;
        }
    }
    let Some(word) = before.get(before.len() - length..) else { return false };
    let word = word.to_lowercase();
    BEFORE_NUMBERS.contains(&word.as_str())
}

/// Whether a row may end at `at` inside a word of an alphabet: after the hyphen of a compound, or after a long dash.
#[inline]
pub(super) fn parts_word(text: &str, at: usize, before: char, after: char) -> bool {
    match before {
        '-' | '\u{2010}' | '–' => {
            let hyphen = at - before.len_utf8();
            is_compound_part(text.part(..hyphen).chars().rev()) && is_compound_part(text.part(at..).chars())
        }
        '—' => after.is_alphanumeric() || opens(after) || matches!(after, '“' | '‘'),
        '\u{200b}' => !closes(after),
        _ => false,
    }
}

/// Whether the characters, read away from a hyphen, are part of a compound: at least three letters, so that neither
/// "Al-" nor "co-" is left alone on a row, and not part of a symbol, a web address or a number.
fn is_compound_part(mut chars: impl Iterator<Item = char>) -> bool {
    let mut letters = 0;
    let end = loop {
        match chars.next() {
            Some(c) if c.is_alphabetic() => letters += 1,
            Some(c) if is_combining_mark(c) => {}
            end => break end,
        }
    };
    let is_foreign = match end {
        Some('/' | '_' | '@' | '\\') => true,
        Some('.') => chars.next().is_some_and(char::is_alphanumeric),
        Some(c) => c.is_numeric() && !is_raised(c),
        None => false,
    };
    letters >= 3 && !is_foreign
}
