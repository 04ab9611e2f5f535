//! Splits a query into terms, each of which a paragraph must contain.
//!
//! What was typed without a space is one term ("secretary-general", "l'homme", "64/171"), unless the document does
//! not contain it: then its parts are terms.

use super::index::{Store, joined};
use super::stop;
use crate::text::Part as _;
use crate::text::chars::is_han;
use crate::text::fold::fold_str;

#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "what a term is like, each by itself")]
pub(super) struct Term {
    /// The folded text without spaces and punctuation, except slashes.
    pub text: String,
    pub letters: Vec<char>,
    /// The number of words in it.
    pub parts: u32,
    pub han: bool,
    /// Whether it contains digits: typing mistakes are then not tolerated.
    pub number: bool,
    /// Whether a paragraph must contain it to be a hit.
    pub required: bool,
    /// Whether it is still being typed.
    pub last: bool,
}

impl Term {
    fn new(text: String, parts: u32, last: bool) -> Self {
        let letters: Vec<char> = text.chars().collect();
        let required = !(parts == 1 && (stop::is_stop(&text) || stop::is_asking(&text)));
        let han = letters.iter().copied().any(is_han);
        let number = letters.iter().any(char::is_ascii_digit);
        Self { text, letters, parts, han, number, required, last }
    }
}

/// The most terms of a query; further ones are ignored.
const MOST: usize = 16;

pub(super) fn terms(query: &str, store: &Store) -> Vec<Term> {
    let folded = fold_str(query);
    let typing = folded.chars().next_back().is_some_and(char::is_alphanumeric);
    let mut out: Vec<Term> = Vec::new();
    let chunks: Vec<&str> = folded.split_whitespace().collect();
    for (at, chunk) in chunks.iter().enumerate() {
        let last = typing && at + 1 == chunks.len();
        add_chunk(&mut out, chunk, store, last);
        if out.len() >= MOST {
            break;
        }
    }
    let led = stop::led(out.iter().map(|term| term.text.as_str()));
    for term in out.iter_mut().take(led) {
        term.required = false;
    }
    // In a query that consists of stop words only, they are required.
    if out.iter().all(|term| !term.required) {
        for term in &mut out {
            term.required = true;
        }
    }
    out
}

fn add_chunk(out: &mut Vec<Term>, chunk: &str, store: &Store, last: bool) {
    let mut parts: Vec<(&str, bool)> = joined(chunk).map(|(_, word, slash)| (word, slash)).collect();
    let apostrophe = chunk.contains('\'');
    if apostrophe && parts.len() > 1 {
        // "l'homme" and "people's": only the word itself is required.
        if parts.first().is_some_and(|(word, _)| stop::is_elided(word)) {
            parts.remove(0);
        } else if parts.last().is_some_and(|(word, _)| *word == "s") {
            parts.pop();
        }
    }
    if parts.is_empty() {
        return;
    }
    let mut text = String::new();
    for (at, (word, slash)) in parts.iter().enumerate() {
        if *slash && at > 0 {
            text.push('/');
        }
        text.push_str(word);
    }
    let known = |text: &str| memchr::memmem::find(store.squeezed.as_bytes(), text.as_bytes()).is_some();
    if parts.len() == 1 || known(&text) {
        return out.push(Term::new(text, parts.len() as u32, last));
    }
    // "A/RES/64/171" is cited as "resolution 64/171".
    if let Some((number, length)) = number_of_symbol(&parts).filter(|(number, _)| known(number)) {
        return out.push(Term::new(number, length, last));
    }
    if text.chars().any(is_han) {
        return segment(out, &text, store, last);
    }
    for (at, (word, _)) in parts.iter().enumerate() {
        out.push(Term::new((*word).to_owned(), 1, last && at + 1 == parts.len()));
    }
}

/// The number at the end of a symbol, with how many words it has: "64/171" of "A/RES/64/171".
fn number_of_symbol(parts: &[(&str, bool)]) -> Option<(String, u32)> {
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let (organ, rest) = parts.split_first()?;
    let at = rest.iter().position(|(word, _)| is_number(word))?;
    let (head, number) = rest.split_at(at);
    let joined = rest.iter().all(|(_, slash)| *slash) && head.iter().all(|(word, _)| word.len() <= 4);
    let symbol = joined && organ.0.len() <= 2 && organ.0.bytes().all(|byte| byte.is_ascii_lowercase());
    let words: Vec<&str> = number.iter().map(|(word, _)| *word).collect();
    (symbol && words.iter().all(|word| is_number(word))).then(|| (words.join("/"), words.len() as u32))
}

/// Splits Chinese text that does not occur as typed: into the longest parts that occur, from left to right, and what
/// is not Chinese.
fn segment(out: &mut Vec<Term>, text: &str, store: &Store, last: bool) {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if out.len() >= MOST {
            return;
        }
        let asking = stop::asking_han(rest);
        if asking > 0 {
            rest = rest.part(asking..);
            continue;
        }
        let mut used = first.len_utf8();
        if is_han(first) {
            let ends = rest.char_indices().map(|(at, letter)| at + letter.len_utf8()).skip(1);
            let longest = ends
                .take(24)
                .filter_map(|end| rest.get(..end))
                .take_while(|head| memchr::memmem::find(store.squeezed.as_bytes(), head.as_bytes()).is_some())
                .last();
            if let Some(longest) = longest {
                used = longest.len();
                let term = Term::new(longest.to_owned(), longest.chars().count() as u32, false);
                // "的段" of "的段落" is no word.
                let little = term.parts == 2 && stop::is_stop(rest.part(..first.len_utf8()));
                if little && stop::asking_han(rest.part(first.len_utf8()..)) > 0 {
                    used = first.len_utf8();
                } else {
                    out.push(term);
                }
            } else {
                // A character that fits nowhere may be a mistake; where it occurs elsewhere in the paragraph, it
                // counts a little.
                let stray = Term::new(first.to_string(), 1, false);
                out.push(Term { required: false, ..stray });
            }
        } else {
            used = rest.find(is_han).unwrap_or(rest.len());
            let word = rest.part(..used);
            out.push(Term::new(word.trim_matches('/').to_owned(), 1, last && used == rest.len()));
        }
        rest = rest.part(used..);
    }
}
