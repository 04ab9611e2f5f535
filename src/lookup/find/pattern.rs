//! Turns typed text into a regular expression in which each letter becomes the class of characters that it matches.
//!
//! The classes come from `text::fold`, so that `/` and the jump box agree on which letters are the same.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::OnceLock;

use regex::Regex;

use super::engine::{Engine, Refusal};
use crate::text::chars::INVISIBLE;
use crate::text::fold_str;

/// The class of characters that a search ignores, as folding does: invisible characters, tatweel, and combining
/// marks.
fn passed_over() -> &'static str {
    static CLASS: OnceLock<String> = OnceLock::new();
    CLASS.get_or_init(|| {
        let mut class = String::from(r"[\u{640}\p{M}");
        for (first, last) in INVISIBLE {
            let _ = write!(class, r"\u{{{:x}}}-\u{{{:x}}}", first as u32, last as u32);
        }
        class + "]"
    })
}

/// Compiles a regular expression. The error is a sentence.
pub(super) fn compile(pattern: &str, ignore_case: bool) -> Result<Engine, String> {
    Engine::new(pattern, ignore_case).map_err(|refusal| match refusal {
        Refusal::Syntax(message) => {
            let reason = message.lines().rev().find_map(|line| line.strip_prefix("error: "));
            format!("This is not a regular expression: {}.", reason.unwrap_or("it cannot be read"))
        }
        Refusal::TooLarge => "This regular expression is too large.".to_owned(),
        Refusal::Other => "This regular expression cannot be used.".to_owned(),
    })
}

/// Whether a text contains characters that a search ignores.
pub(super) fn has_ignorable(text: &str) -> bool {
    static UNSEEN: OnceLock<Option<Regex>> = OnceLock::new();
    let unseen = UNSEEN.get_or_init(|| Regex::new(passed_over()).ok());
    unseen.as_ref().is_none_or(|unseen| unseen.is_match(text))
}

/// A regular expression without its escape sequences.
pub(super) fn without_escapes(pattern: &str) -> String {
    let mut out = String::new();
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            out.push(letter);
            continue;
        }
        // `\p{Lu}`, `\x{1F}`, `\u{e9}`: the braces are part of the escape.
        if matches!(letters.next(), Some('p' | 'P' | 'x' | 'u' | 'U')) && letters.as_str().starts_with('{') {
            letters.by_ref().find(|&letter| letter == '}');
        }
    }
    out
}

/// The letters of typed text that are searched for. Text typed with combining marks is composed; other text is not,
/// because composing changes some Chinese characters.
pub(super) fn letters(typed: &str) -> Vec<char> {
    use unicode_normalization::UnicodeNormalization as _;
    let marked = typed.chars().any(unicode_normalization::char::is_combining_mark);
    if marked { typed.nfc().collect() } else { typed.chars().collect() }
}

/// The pattern for typed text. With `ignorable`, ignored characters may stand between its letters.
pub(super) fn literal(typed: &str, exact_case: bool, ignorable: bool) -> String {
    let letters = letters(typed);
    let mut out = String::with_capacity(letters.len() * 16);
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        at += 1;
        if letter.is_whitespace() {
            while letters.get(at).is_some_and(|next| next.is_whitespace()) {
                at += 1;
            }
            out.push_str(r"\s+");
            continue;
        }
        let pair = letters.get(at).and_then(|&next| ligatures().get(&(lower(letter), lower(next))));
        match pair {
            // "oe" finds "œ".
            Some(ligatures) => {
                let next = letters.get(at).copied().unwrap_or_default();
                out.push_str("(?:");
                push_class(&mut out, letter, exact_case);
                if ignorable {
                    let _ = write!(out, "{}*", passed_over());
                }
                push_class(&mut out, next, exact_case);
                for &ligature in ligatures {
                    if !exact_case || ligature.is_uppercase() == letter.is_uppercase() {
                        let _ = write!(out, "|{ligature}");
                    }
                }
                out.push(')');
                at += 1;
            }
            None => push_class(&mut out, letter, exact_case),
        }
        // Combining marks belong to the letter before them: "é" may be stored as two characters.
        if ignorable && letters.get(at).is_some() {
            let _ = write!(out, "{}*", passed_over());
        }
    }
    out
}

fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// Writes the class of characters that a typed character matches.
fn push_class(out: &mut String, typed: char, exact_case: bool) {
    let mut folded = String::new();
    folded.push_str(&fold_str(typed.encode_utf8(&mut [0; 4])));
    let mut single = folded.chars();
    let base = single.next().filter(|_| single.next().is_none());
    // A typed accent must match; signs and digits have no accents.
    let accented = typed.is_alphabetic() && base != Some(lower(typed));
    let mut members: Vec<char> = match base {
        Some(base) if !accented => classes().get(&base).cloned().unwrap_or_default(),
        _ => Vec::new(),
    };
    members.push(typed);
    if !exact_case || !typed.is_alphabetic() {
        members.extend(typed.to_lowercase().chain(typed.to_uppercase()));
        members.extend(base.filter(|_| !accented));
    } else {
        members.retain(|member| member.is_uppercase() == typed.is_uppercase());
    }
    members.sort_unstable();
    members.dedup();
    // The same letter may be stored as two characters.
    let apart: Vec<String> =
        members.iter().filter(|_| accented).filter_map(|&member| decomposed(member)).collect();
    out.push_str(if apart.is_empty() { "[" } else { "(?:[" });
    for member in members {
        let _ = write!(out, r"\x{{{:x}}}", u32::from(member));
    }
    out.push(']');
    for letters in &apart {
        let _ = write!(out, "|{}", regex::escape(letters));
    }
    if !apart.is_empty() {
        out.push(')');
    }
}

fn decomposed(letter: char) -> Option<String> {
    use unicode_normalization::UnicodeNormalization as _;
    let apart: String = std::iter::once(letter).nfd().collect();
    (apart.chars().count() > 1).then_some(apart)
}

/// The ranges of code points that are searched for accented letters and variants of signs.
const RANGES: [(u32, u32); 8] = [
    (0x21, 0x250),
    (0x370, 0x530),
    (0x620, 0x700),
    (0x1e00, 0x2070),
    (0x2070, 0x20a0),
    (0x2100, 0x2190),
    (0x3000, 0x3020),
    (0xff01, 0xff60),
];

fn foldings() -> impl Iterator<Item = (char, String)> {
    let letters = RANGES.into_iter().flat_map(|(from, to)| (from..to).filter_map(char::from_u32));
    letters.map(|letter| (letter, fold_str(letter.encode_utf8(&mut [0; 4]))))
}

/// For each folded letter, the characters that fold to it.
fn classes() -> &'static HashMap<char, Vec<char>> {
    static CLASSES: OnceLock<HashMap<char, Vec<char>>> = OnceLock::new();
    CLASSES.get_or_init(|| {
        let mut classes: HashMap<char, Vec<char>> = HashMap::new();
        for (letter, folded) in foldings() {
            let mut single = folded.chars();
            if let (Some(base), None) = (single.next(), single.next()) {
                classes.entry(base).or_default().push(letter);
            }
        }
        classes
    })
}

/// For each pair of letters, the ligatures that fold to it.
fn ligatures() -> &'static HashMap<(char, char), Vec<char>> {
    static LIGATURES: OnceLock<HashMap<(char, char), Vec<char>>> = OnceLock::new();
    LIGATURES.get_or_init(|| {
        let mut ligatures: HashMap<(char, char), Vec<char>> = HashMap::new();
        for (letter, folded) in foldings().filter(|(letter, _)| letter.is_alphabetic()) {
            let mut pair = folded.chars();
            if let (Some(first), Some(second), None) = (pair.next(), pair.next(), pair.next()) {
                ligatures.entry((first, second)).or_default().push(letter);
            }
        }
        ligatures
    })
}
