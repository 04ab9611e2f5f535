//! Reads what follows the opening phrase: whether the matter stays on the agenda, who is addressed, and further
//! verbs.
//!
//! It does not parse sentences: the start of the text is scanned once, with a lookup at each word.

use crate::text::Part as _;
use crate::text::chars::{is_alphanumeric, is_superscript};

use super::Register;
use super::compose;
use super::fold::{Folded, Script};
use super::tables::{self, Tables};
use super::trie::Found;
use crate::document::{Action, Addressees};
use crate::lang::Language;
use std::ops::Range;

/// The number of bytes within which "seized of the matter" and the addressee are looked for.
const SEIZED_WITHIN: usize = 400;
const ADDRESSEE_WITHIN: usize = 240;
/// The most words before a name: in a member of the list of those addressed, and behind an Arabic preposition, which may as well
/// stand before what is asked for.
const UNKNOWN: usize = 9;
const AFTER_TO: usize = 4;
/// The Arabic "and".
const WAW: u16 = 0x648;
/// The most bytes from a verb of postponement to the session that the matter is postponed to.
const SESSION_WITHIN: usize = 160;

/// Whether a decision keeps its matter on the agenda. `text` is what follows the opening phrase.
pub(super) fn is_seized(language: Language, text: &str) -> bool {
    let tables = tables::of(language);
    let mut deliberated = None;
    for start in words(text, tables.script).take_while(|start| start.at() < SEIZED_WITHIN) {
        let Some(found) = tables.seized.longest_stem(start) else { continue };
        match (found.value, deliberated) {
            (1, _) => return true,
            (2, _) => deliberated = Some(start.at()),
            (3, Some(at)) if start.at() - at <= SESSION_WITHIN => return true,
            _ => {}
        }
    }
    false
}

/// Who is addressed. `text` is what follows the opening phrase; of each member of a list, the first known name
/// counts.
pub(super) fn addressees(language: Language, text: &str) -> Addressees {
    let tables = tables::of(language);
    let mut addressees = Addressees::default();
    let (mut is_named, mut skip_to, mut is_first, mut acts, mut member) = (false, 0, true, false, 0);
    let (mut passed, mut most) = (0, UNKNOWN);
    for start in words(text, tables.script).take_while(|start| start.at() < ADDRESSEE_WITHIN) {
        if start.at() < skip_to {
            continue;
        }
        // Who is named in a title is not asked.
        if let Some(end) = title(text, start.at()) {
            skip_to = end;
            continue;
        }
        // "Appeals to all": a preposition directly after the opening phrase belongs to that phrase.
        let stops = compose::starts_with(tables.stop, start) && !goes_on(language, text.part(start.at()..));
        if stops && (!is_first || language == Language::Zh) {
            if is_named || language != Language::Zh {
                break;
            }
            acts = true;
        }
        if is_infinitive(language, text, start.at()) {
            break;
        }
        // In Chinese a comma ends the list, whose members have commas of their own.
        if starts_member(language, text, start.at()) {
            is_named = language == Language::Zh
                && text.part(..start.at()).trim_end().ends_with(['，', ','])
                && is_named;
            (member, passed) = (start.at(), 0);
        }
        if is_first && language == Language::Ar && compose::starts_with(tables.stop, start) {
            most = AFTER_TO;
        }
        passed += 1;
        if passed > most && language != Language::Zh && !is_named {
            if most == AFTER_TO {
                break;
            }
            is_named = true;
        }
        is_first = false;
        if is_named {
            continue;
        }
        if let Some(found) = name(language, tables, start) {
            is_named = true;
            skip_to = found.after.at();
            if acts && !is_owned(text, start.at()) {
                break;
            }
            if !is_whose(language, text, member, start.at()) {
                addressees.insert(usize::from(found.value - 1));
            }
        }
    }
    addressees
}

/// Where a Chinese title ends whose first letter stands at a place: "《联合国反腐败公约》".
fn title(text: &str, at: usize) -> Option<usize> {
    let inside = text.part(..at).ends_with('《');
    inside.then(|| text.part(at..).find('》').map(|end| at + end)).flatten()
}

/// Whether a word that looks like the end of a list joins another member to it: "以" would be "in order to".
fn goes_on(language: Language, text: &str) -> bool {
    language == Language::Zh && text.starts_with("以及")
}

/// Whether a Chinese name has words that belong to it before it: "尚未批准的国家".
fn is_owned(text: &str, at: usize) -> bool {
    let words = &Language::Zh.words().asking;
    let mut before = text.part(..at);
    while let Some(shorter) = words.pronouns.iter().find_map(|word| before.strip_suffix(word)) {
        before = shorter;
    }
    before.ends_with(words.own_of)
}

/// Whether an infinitive begins here, which says what is asked for: nobody is named behind it.
fn is_infinitive(language: Language, text: &str, at: usize) -> bool {
    let words = &language.words().asking;
    let rest = text.part(at..);
    let word = rest.part(..rest.find(|letter| !is_alphanumeric(letter)).unwrap_or(rest.len()));
    let ends = |list: &[&str]| list.iter().any(|end| word.ends_with(end));
    if !ends(words.infinitives) || ends(words.not_infinitives) {
        return false;
    }
    let before = text.part(..at).trim_end_matches(|letter| !is_alphanumeric(letter));
    let before = before.rsplit(|letter| !is_alphanumeric(letter)).next().unwrap_or_default();
    words.before_infinitives.is_empty() || words.before_infinitives.contains(&before)
}

/// Whether a name only says whose something is that is asked or asked for: "of the United Nations" in "the convening of a
/// conference of the United Nations". `from` is where the member of the list begins.
fn is_whose(language: Language, text: &str, from: usize, at: usize) -> bool {
    let words = &language.words().asking;
    let before = text.part(from..at).trim_end();
    let Some(head) = words.of.iter().filter_map(|of| before.strip_suffix(of)).min_by_key(|head| head.len())
    else {
        return false;
    };
    let head = head.trim_end();
    let head_word = |word: &str| words.heads.contains(&word.to_lowercase().as_str());
    // "appeals to all of", "the Chairs of"
    !head.is_empty()
        && head.len() < before.len()
        && !head.split(|letter| !is_alphanumeric(letter)).any(head_word)
}

/// The index of the addressee that a text begins with, as it is known by name, and the length of the name in bytes.
pub(super) fn addressee(language: Language, text: &str) -> Option<(usize, usize)> {
    let tables = tables::of(language);
    let found = name(language, tables, Folded::new(text, 0, tables.script))?;
    Some((usize::from(found.value - 1), found.after.at()))
}

/// What a paragraph does further on, or at its beginning: of each operative verb that begins a part of the sentence, the
/// bytes of the verb and its action. Looks at the first `within` bytes.
pub(super) fn verbs(
    language: Language,
    text: &str,
    within: usize,
) -> impl Iterator<Item = (Range<usize>, Action)> {
    let tables = tables::of(language);
    let starts = words(text, tables.script).take_while(move |start| start.at() < within);
    let starts = starts.filter(move |start| {
        let before = text.part(..start.at());
        before.chars().all(|letter| !is_alphanumeric(letter)) || starts_clause(language, text, start.at())
    });
    starts.filter_map(move |start| {
        let phrase = |at| compose::phrase(language, Register::Operative, tables, at);
        let found = phrase(start).or_else(|| {
            // Arabic writes "and" onto the verb; French and Spanish have the pronoun before it, "les invite".
            let mut behind = start;
            let passed = match language {
                Language::Ar => behind.read() == Some(WAW),
                Language::Fr | Language::Es => {
                    pronoun(language, text.part(start.at()..)).is_some_and(|bytes| {
                        behind = Folded::new(text, start.at() + bytes, tables.script);
                        true
                    })
                }
                Language::En | Language::Ru | Language::Zh => false,
            };
            if passed { phrase(behind) } else { None }
        })?;
        let (after, action) = compose::complemented(tables, found);
        Some((start.at()..after.at(), action))
    })
}

/// A known name. Arabic writes "and", "with" and "to" onto it, and the article then loses its letter.
fn name<'t>(language: Language, tables: &Tables, start: Folded<'t>) -> Option<Found<'t>> {
    let found = tables.addressee.longest_stem(start);
    if found.is_some() || language != Language::Ar {
        return found;
    }
    let mut text = start;
    for _ in 0..2 {
        let prefix = char::from_u32(text.read()?.into())?;
        let found = match prefix {
            'و' | 'ب' | 'ف' => tables.addressee.longest_stem(text),
            'ل' => tables
                .addressee
                .longest_stem_behind('ا', text)
                .or_else(|| tables.addressee.longest_stem(text)),
            _ => return None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The length of a pronoun that stands before its verb.
fn pronoun(language: Language, text: &str) -> Option<usize> {
    let pronouns = language.words().asking.pronouns;
    pronouns.iter().find(|pronoun| text.starts_with(**pronoun)).map(|pronoun| pronoun.len())
}

/// Whether a verb may start here: where a member of a list does, or after a semicolon, and also behind the mark of a note. In
/// Chinese what is joined by a word or by an enumeration comma goes on with what precedes it.
fn starts_clause(language: Language, text: &str, at: usize) -> bool {
    let mark = |letter: char| is_superscript(letter) || letter.is_whitespace();
    let before = text.part(..at).trim_end_matches(mark);
    if before.ends_with(['；', '؛', '：', '。']) {
        return true;
    }
    match language {
        Language::Zh => {
            let joined = language.words().asking.joined;
            before.ends_with(['，', ',', ';', ':']) || joined.iter().any(|word| before.ends_with(word))
        }
        _ => starts_member(language, text, at) || before.ends_with([',', '،', ';']),
    }
}

/// Whether a new member of a list starts here, after a comma or an "and".
fn starts_member(language: Language, text: &str, at: usize) -> bool {
    let before = text.part(..at);
    let trimmed = before.trim_end();
    if trimmed.ends_with([',', '،', '、', '，', ';', ':']) {
        return true;
    }
    let words: &[&str] = match language {
        Language::En => &[" and", " or", " as well as", " and to"],
        Language::Fr => &[" et", " ou", " ainsi que", " ainsi qu’", " ainsi qu'"],
        Language::Es => &[" y", " e", " o", " así como", " y a"],
        Language::Ru => &[" и", " или", " а также"],
        Language::Ar => {
            return before.ends_with(char::is_whitespace)
                && text.get(at..).is_some_and(|t| t.starts_with('و'));
        }
        Language::Zh => &["和", "及", "以及", "与", "或", "并"],
    };
    words.iter().any(|word| trimmed.ends_with(word))
}

/// The starts of words: after a space or a punctuation mark, and in Chinese before each character.
fn words(text: &str, script: Script) -> impl Iterator<Item = Folded<'_>> {
    let mut is_inside = false;
    text.char_indices().filter_map(move |(at, c)| {
        let is_start = is_alphanumeric(c) && !is_inside;
        is_inside = is_alphanumeric(c) && script != Script::Han;
        is_start.then(|| Folded::new(text, at, script))
    })
}
