//! Looks at the ends of a string (end marks, case, script), and folds short lines for comparison.
//!
//! It knows letters, not words: the fixed phrases of the six languages are in `words`.

use crate::text::chars::{
    digit_value, is_arabic_sign, is_gap, is_hyphen, is_superscript, latin_digit, plain_arabic,
};

/// Whether a paragraph with this end is complete: preambular paragraphs end with a comma, operative ones with a
/// semicolon and the last with a full stop (United Nations Editorial Manual); other marks occur in other texts.
pub(super) fn ends_with_mark(text: &str) -> bool {
    last_letter(text).is_some_and(|letter| {
        matches!(
            letter,
            ',' | ';'
                | ':'
                | '.'
                | '!'
                | '?'
                | '…'
                | '،'
                | '؛'
                | '؟'
                | '，'
                | '；'
                | '：'
                | '。'
                | '．'
                | '、'
                | '？'
                | '！'
        )
    })
}

pub(super) fn ends_with_colon(text: &str) -> bool {
    matches!(last_letter(text), Some(':' | '：'))
}

/// Whether the text ends with a comma, apart from note marks.
pub(super) fn ends_with_comma(text: &str) -> bool {
    matches!(last_letter(text), Some(',' | '،' | '，'))
}

pub(super) fn ends_with_stop(text: &str) -> bool {
    matches!(last_letter(text), Some('.' | '。' | '．' | '!' | '?'))
}

/// The last character that is not a space, a note mark, or a closing quotation mark or bracket.
pub(super) fn last_letter(text: &str) -> Option<char> {
    text.chars().rev().find(|&letter| {
        !letter.is_whitespace()
            && !is_superscript(letter)
            && !matches!(
                letter,
                '"' | '”' | '’' | '\'' | '»' | '“' | '„' | ')' | ']' | '）' | '」' | '』' | '*'
            )
    })
}

/// The text without the plain number of a note after its end mark: "in all its aspects, 3".
pub(super) fn without_mark(text: &str) -> &str {
    let bare = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let digits = text.len() - bare.len();
    let words = bare.trim_end_matches(is_gap);
    let mut end = words.chars().rev();
    let marked =
        end.next().is_some_and(|mark| matches!(mark, ',' | ';' | ':' | '.' | '،' | '؛' | '。' | '，' | '；'));
    // "10,3" and "paragraphs 9.2" are figures; "September 2024,3" is a year and a note mark.
    let before = end.take_while(char::is_ascii_digit).count();
    let figures = words.len() == bare.len() && before > 0 && before != 4;
    if (1..=3).contains(&digits) && marked && !figures { words } else { text }
}

/// Whether the first letter is in lower case; false in scripts without case.
pub(super) fn starts_lower(text: &str) -> bool {
    first_letter(text).is_some_and(char::is_lowercase)
}

/// Whether words may be a heading by their form: no small letter begins them, and nothing ends them. `last` is the last
/// line of them.
pub(super) fn is_title_form(text: &str, last: &str) -> bool {
    !ends_with_mark(last) && !starts_lower(text)
}

/// The first character that is not a quotation mark or a bracket.
pub(super) fn first_letter(text: &str) -> Option<char> {
    text.chars().find(|letter| {
        !matches!(letter, '"' | '“' | '”' | '„' | '«' | '‘' | '\'' | '(' | '[' | '（' | '「' | ' ' | '\u{A0}')
    })
}

pub(super) fn starts_with_quote(text: &str) -> bool {
    text.starts_with(['"', '“', '«', '„', '”', '「', '『'])
}

/// A character folded for comparison: lower case, and one kind of space, quotation mark, hyphen and alef. `None`
/// where it is ignored.
pub(super) fn fold_char(letter: char) -> Option<char> {
    Some(match letter {
        'A'..='Z' => letter.to_ascii_lowercase(),
        '\t' => ' ',
        letter if letter.is_ascii() => letter,
        // A shortcut for most letters of Russian and Chinese.
        'а'..='я' | '\u{4e00}'..='\u{9fff}' => letter,
        letter if is_gap(letter) => ' ',
        '’' | 'ʼ' | '‘' | '´' => '\'',
        letter if is_hyphen(letter) => '-',
        'ё' | 'Ё' => 'е',
        letter if digit_value(letter).is_some() => latin_digit(letter),
        '（' => '(',
        '）' => ')',
        '，' => ',',
        letter if is_superscript(letter) || is_arabic_sign(letter) => return None,
        // A shortcut: Arabic and Han letters have no case.
        '\u{600}'..='\u{6FF}' | '\u{2E80}'..='\u{9FFF}' => plain_arabic(letter),
        letter => letter.to_lowercase().next().unwrap_or(letter),
    })
}

/// A line folded for comparison.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().filter_map(fold_char) {
        if letter != ' ' || !out.is_empty() && !out.ends_with(' ') {
            out.push(letter);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// A quick check whether a folded phrase begins with a letter: few phrases of a long list do, and only those need to
/// be compared.
pub(super) fn begins_with(phrase: &str, first: char) -> bool {
    phrase.as_bytes().first() == first.encode_utf8(&mut [0; 4]).as_bytes().first()
        && phrase.starts_with(first)
}

/// The first letter of a text, folded.
pub(super) fn first_folded(text: &str) -> Option<char> {
    text.chars().filter_map(fold_char).find(|letter| *letter != ' ')
}

/// The length in bytes of a folded phrase at the start of `text`; `None` where it does not start so.
pub(super) fn after_phrase(text: &str, phrase: &str) -> Option<usize> {
    let mut wanted = phrase.chars().peekable();
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let Some(folded) = fold_char(letter) else { continue };
        if folded == ' ' && (before == Some(' ') || before.is_none()) {
            continue;
        }
        match wanted.peek() {
            None => return Some(at),
            Some(&next) if next == folded => wanted.next(),
            Some(_) => return None,
        };
        before = Some(folded);
    }
    wanted.peek().is_none().then_some(text.len())
}

/// The number of characters, at most `limit`.
pub(super) fn length(text: &str, limit: usize) -> usize {
    if text.len() <= limit { text.chars().count() } else { text.chars().take(limit).count() }
}
