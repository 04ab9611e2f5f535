//! Recognises an opening phrase whose verb is not in the lexicon by its form: participles and gerunds in preambles.
//!
//! Only texts that end as preambular paragraphs do are considered, so that a heading in "-ing" does not count.

use super::Register;
use super::fold::Folded;
use crate::lang::Language;
use crate::text::Part as _;

/// The most letters of a word that are looked at; a longer word is not a verb.
const LETTERS: usize = 24;

/// The text after an opening phrase that is recognised by its form.
pub(super) fn opener(language: Language, register: Register, text: Folded<'_>) -> Option<Folded<'_>> {
    if register == Register::Operative || !ends_as_preambular(text.rest()) {
        return None;
    }
    if language == Language::Ar {
        return arabic(text);
    }
    let suffixes: &[&str] = match language {
        Language::En => &["ing", "ed"],
        Language::Fr => &["ant", "ee", "ees"],
        Language::Es => &["ando", "endo", "andose", "endose"],
        Language::Ru => &["ая", "яя", "уя", "ясь", "ав", "ив", "ев", "вшись"],
        Language::Ar | Language::Zh => return None,
    };
    let (word, after) = first_word(text);
    // "United Nations bodies" and "Beijing Declaration" begin with a name.
    if ["united", "beijing"].iter().any(|name| name.encode_utf16().eq(word.iter().copied())) {
        return None;
    }
    suffixes.iter().any(|suffix| ends_with(&word, suffix)).then_some(after)
}

fn ends_as_preambular(text: &str) -> bool {
    text.trim_end().ends_with([',', '，', '،', ';', '；', '؛', ':', '：'])
}

/// "وإذ" with any verb, "وقد" with any verb, "واقتناعا منها".
fn arabic(text: Folded<'_>) -> Option<Folded<'_>> {
    if let Some(verb) = after_idh(text).or_else(|| after_word(text, &["وقد", "قد"])) {
        return Some(first_word(verb).1);
    }
    let (word, mut after) = first_word(text);
    if !(word.starts_with(&[u16::from_le_bytes(WAW)]) && ends_with(&word, "ا")) {
        return None;
    }
    after.pass(char::is_whitespace);
    after_word(after, &["منها", "منه", "منا", "منهم"]).map(|_| first_word(after).1)
}

/// The letter "و" in folded form.
const WAW: [u8; 2] = 0x648_u16.to_le_bytes();

/// The text at the verb after "إذ" or "وإذ".
pub(super) fn after_idh(text: Folded<'_>) -> Option<Folded<'_>> {
    after_word(text, &["اذ", "واذ"])
}

/// The text after the first word, if that is one of these words, given in folded letters.
fn after_word<'t>(text: Folded<'t>, words: &[&str]) -> Option<Folded<'t>> {
    let (word, mut after) = first_word(text);
    let is_one = words.iter().any(|&one| one.encode_utf16().eq(word.iter().copied()));
    after.pass(char::is_whitespace);
    (is_one && !after.rest().is_empty()).then_some(after)
}

fn ends_with(word: &[u16], suffix: &str) -> bool {
    let length = suffix.encode_utf16().count();
    word.len() > length + 1 && word.iter().skip(word.len() - length).copied().eq(suffix.encode_utf16())
}

/// The letters of the first word, and the text after it. There are no letters where the word is too long.
fn first_word(text: Folded<'_>) -> (Letters, Folded<'_>) {
    let (mut letters, mut count, mut after) = ([0; LETTERS], 0, text);
    while count == 0 || !after.at_boundary() {
        let Some(c) = after.read() else { break };
        if count == LETTERS {
            return (Letters { letters, count: 0 }, after);
        }
        letters[count] = c;
        count += 1;
    }
    (Letters { letters, count }, after)
}

/// The letters of a word, without allocation.
struct Letters {
    letters: [u16; LETTERS],
    count: usize,
}

impl std::ops::Deref for Letters {
    type Target = [u16];

    fn deref(&self) -> &[u16] {
        self.letters.part(..self.count)
    }
}
