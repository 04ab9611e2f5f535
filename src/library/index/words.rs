//! The words that a text is searched by: as they are folded for all of the program (`text/fold.rs`), and their stems.
//!
//! Chinese has no blanks between words; there every pair of neighbouring characters is a word. In Arabic, the article and
//! the particles that are written onto a word are taken off before its stem is found. A stem is found by the word as it was
//! written, with its accents, and folded then.

use crate::lang::{Language, ar};
use crate::text::Part as _;
use crate::text::chars::{TATWEEL, is_han, is_invisible};
use crate::text::fold::{Folded, fold, fold_str, words};
use frostem::{Algorithm, Stemmer};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// In place of the code of a language.
const UNKNOWN: &str = "--";
/// Longest word that is kept, in bytes.
const LONGEST: usize = 60;

/// A word as it is compared, and as it was written, in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub folded: String,
    /// Only where it differs. Its stem is found by that, since endings have accents: "exprimée" is a form of "exprimer".
    spelt: Option<String>,
    /// A pair of Chinese characters of which the first is the second of the pair before.
    pub joined: bool,
}

/// Where a word is in a folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Span {
    at: Range<usize>,
    /// See [`Word::joined`].
    joined: bool,
}

/// A text with its words, in order.
#[derive(Clone, Debug, Default)]
struct Text {
    source: String,
    folded: String,
    /// The way back to the source, where the words are wanted as they are spelt there.
    back: Option<Folded>,
    words: Vec<Span>,
}

impl Text {
    fn read(source: &str, language: Option<Language>) -> Self {
        // The endings of the others have no marks that are folded away, or, in Arabic, none that everybody writes.
        let accents = language.is_none_or(has_accents);
        let back = (accents && !source.is_ascii()).then(|| fold(source));
        let folded = back.as_ref().map_or_else(|| fold_str(source), |back| back.text.clone());
        let words = spans(&folded);
        Self { source: source.to_owned(), folded, back, words }
    }

    fn folded(&self, word: &Span) -> &str {
        self.folded.part(word.at.clone())
    }

    /// The word as it is written.
    fn written(&self, word: &Span) -> &str {
        match &self.back {
            Some(back) => self.source.part(back.source(word.at.clone())),
            None => self.folded(word),
        }
    }

    fn word(&self, word: &Span) -> Word {
        Word { folded: self.folded(word).to_owned(), spelt: self.spelt(word), joined: word.joined }
    }

    fn spelt(&self, word: &Span) -> Option<String> {
        let letters = self.written(word).nfc().flat_map(char::to_lowercase);
        let spelt: String = letters.filter(|letter| !is_dropped(*letter)).collect();
        (spelt != self.folded(word) && spelt.len() <= LONGEST).then_some(spelt)
    }
}

/// The words of a folded text.
fn spans(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    // Where the Chinese character before is, where nothing stands between, and whether it is a word so far.
    let mut before: Option<Range<usize>> = None;
    let mut single = false;
    for (at, word) in words(text) {
        let end = at + word.len();
        if !word.starts_with(is_han) {
            before = None;
            if word.len() <= LONGEST {
                out.push(Span { at: at..end, joined: false });
            }
            continue;
        }
        match before {
            Some(last) if last.end == at => {
                if single {
                    out.pop();
                }
                out.push(Span { at: last.start..end, joined: !single });
                single = false;
            }
            _ => {
                out.push(Span { at: at..end, joined: false });
                single = true;
            }
        }
        before = Some(at..end);
    }
    out
}

fn has_accents(language: Language) -> bool {
    matches!(language, Language::Fr | Language::Es | Language::Ru)
}

fn is_dropped(letter: char) -> bool {
    letter == TATWEEL || is_invisible(letter) || is_combining_mark(letter)
}

/// The words of a text, in order.
pub(super) fn read(text: &str, language: Option<Language>) -> Vec<Word> {
    let text = Text::read(text, language);
    text.words.iter().map(|word| text.word(word)).collect()
}

/// The folded words of a text, in order.
pub(super) fn folded(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    each_folded(text, |word| out.push(word.to_owned()));
    out
}

/// Tells the folded words of a text, in order.
pub(super) fn each_folded(text: &str, mut told: impl FnMut(&str)) {
    let text = fold_str(text);
    for word in spans(&text) {
        told(text.part(word.at));
    }
}

/// The stems of a word, each behind the code of its language, since one field has the words of all. In Arabic there may be
/// two: a letter that may be a particle may also be the first of the word.
pub(super) fn stems(word: &Word, language: Language) -> Vec<String> {
    let Word { folded, spelt, .. } = word;
    let tagged = |stem: &str| format!("{}{stem}", language.code());
    if folded.contains(is_han) || folded.bytes().any(|byte| byte.is_ascii_digit()) {
        return vec![tagged(folded)];
    }
    let algorithm = match language {
        Language::En => Algorithm::English,
        Language::Fr => Algorithm::French,
        Language::Es => Algorithm::Spanish,
        Language::Ru => Algorithm::Russian,
        Language::Ar => Algorithm::Arabic,
        Language::Zh => return vec![tagged(folded)],
    };
    let stemmer = Stemmer::new(algorithm);
    let stem = |word: &str| tagged(&fold_str(&stemmer.stem(word)));
    let word = spelt.as_deref().filter(|_| has_accents(language)).unwrap_or(folded);
    let mut out = vec![stem(word)];
    if let Some(bare) = ar::without_particles(word) {
        out.extend(Some(stem(bare)).filter(|bare| out.first() != Some(bare)));
    }
    out
}

/// The words of a text that are any form of those of a query, in bytes of the text, each with the number of that word. The
/// last one may be being typed.
pub(super) fn marked(
    text: &str,
    query: &[Word],
    typing: bool,
    language: Option<Language>,
) -> Vec<(Range<usize>, usize)> {
    let all = |word: &Word| language.map_or_else(Vec::new, |language| stems(word, language));
    let wanted: Vec<(&Word, Vec<String>)> = query.iter().map(|word| (word, all(word))).collect();
    let last = if typing { query.last() } else { None };
    let back = fold(text);
    let mut out: Vec<(Range<usize>, usize)> = Vec::new();
    for span in spans(&back.text) {
        let at = back.source(span.at.clone());
        let folded = back.text.part(span.at).to_owned();
        let spelt = Some(text.part(at.clone()).to_lowercase()).filter(|spelt| *spelt != folded);
        let word = Word { folded, spelt, joined: span.joined };
        let own = all(&word);
        let same = |(wanted, stems): &(&Word, Vec<String>)| {
            wanted.folded == word.folded || stems.iter().any(|stem| own.contains(stem))
        };
        let begun = last.is_some_and(|last| word.folded.starts_with(&last.folded));
        let number = wanted.iter().position(same).or(begun.then(|| query.len().saturating_sub(1)));
        let Some(number) = number else { continue };
        match out.last_mut() {
            // Pairs of Chinese characters overlap.
            Some((before, _)) if before.end > at.start => before.end = at.end,
            _ => out.push((at, number)),
        }
    }
    out
}

/// What is kept in place of its stems of a word in a document whose language is not known.
pub(super) fn untagged(word: &Word) -> String {
    format!("{UNKNOWN}{}", word.folded)
}

/// The languages that a typed text may be in, by its letters.
pub(super) fn languages(text: &str) -> Vec<Language> {
    let of = |language: Language| text.chars().any(|letter| language.writes(letter));
    if text.chars().any(is_han) {
        vec![Language::Zh]
    } else if of(Language::Ar) {
        vec![Language::Ar]
    } else if of(Language::Ru) {
        vec![Language::Ru]
    } else {
        vec![Language::En, Language::Fr, Language::Es]
    }
}

/// The analysers of the index. What they are given begins with the code of the language, since one field has the texts of
/// all ([`tagged`]).
#[derive(Clone, Debug)]
pub(super) struct Analyser {
    stems: bool,
    shared: Arc<Mutex<Shared>>,
    /// What it was given last: a paragraph has the title of the one before, and often what stands above.
    last: String,
    tokens: Tokens,
}

/// Words as they are written, with their stems.
type Stems = HashMap<Box<str>, Box<[String]>>;

/// What the analysers of an index have in common.
#[derive(Debug, Default)]
struct Shared {
    /// The last text of any of them: one takes its words, and then another the stems.
    text: Text,
    tag: Option<Language>,
    /// The stems of words as they are written, by language. Finding one takes longer than all else.
    known: HashMap<Option<Language>, Stems>,
}

/// How many words of a language have their stems kept.
const MOST_KNOWN: usize = 1 << 15;

impl Analyser {
    pub(super) const FOLDED: &'static str = "folded";
    pub(super) const STEMS: &'static str = "stems";

    /// One that takes words as they are folded, and one that takes their stems.
    pub(super) fn both() -> [Self; 2] {
        let shared: Arc<Mutex<Shared>> = Arc::default();
        [false, true].map(|stems| Self {
            stems,
            shared: Arc::clone(&shared),
            last: String::new(),
            tokens: Tokens::default(),
        })
    }

    fn read(&mut self, text: &str) {
        let mut shared = self.shared.lock().unwrap_or_else(PoisonError::into_inner);
        let shared = &mut *shared;
        let (tag, source) = text.split_at_checked(UNKNOWN.len()).unwrap_or_default();
        let tag = tag.parse::<Language>().ok();
        if shared.tag != tag || shared.text.source != source {
            shared.text = Text::read(source, Some(tag.unwrap_or(Language::En)));
            shared.tag = tag;
        }
        let Shared { text, known, .. } = shared;
        let known = known.entry(tag).or_default();
        let tokens = &mut self.tokens;
        tokens.clear();
        for word in &text.words {
            if !self.stems {
                tokens.push(text.folded(word));
                continue;
            }
            let written = text.written(word);
            if !known.contains_key(written) {
                if known.len() == MOST_KNOWN {
                    known.clear();
                }
                let word = text.word(word);
                let stems = tag.map_or_else(|| vec![untagged(&word)], |language| stems(&word, language));
                known.insert(written.into(), stems.into());
            }
            for stem in known.get(written).into_iter().flatten() {
                tokens.push(stem);
            }
        }
    }
}

/// A text as the analysers take it.
pub(super) fn tagged(text: &str, language: Option<Language>) -> String {
    let tag = language.map_or(UNKNOWN, Language::code);
    format!("{tag}{text}")
}

impl Tokenizer for Analyser {
    type TokenStream<'a> = &'a mut Tokens;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> &'a mut Tokens {
        if self.last != text {
            self.read(text);
            text.clone_into(&mut self.last);
        }
        self.tokens.next = 0;
        self.tokens.token = Token { text: std::mem::take(&mut self.tokens.token.text), ..Token::default() };
        &mut self.tokens
    }
}

/// The words of one text.
#[derive(Clone, Debug, Default)]
pub(super) struct Tokens {
    texts: String,
    ends: Vec<usize>,
    next: usize,
    token: Token,
}

impl Tokens {
    fn clear(&mut self) {
        self.texts.clear();
        self.ends.clear();
    }

    fn push(&mut self, text: &str) {
        self.texts.push_str(text);
        self.ends.push(self.texts.len());
    }
}

impl TokenStream for &mut Tokens {
    fn advance(&mut self) -> bool {
        let Some(&end) = self.ends.get(self.next) else { return false };
        let start = self.next.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        self.next += 1;
        self.token.position = self.token.position.wrapping_add(1);
        let Tokens { texts, token, .. } = &mut **self;
        texts.part(start.unwrap_or_default()..end).clone_into(&mut token.text);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_searched_by_pairs_of_characters() {
        assert_eq!(folded("大会决定 (2024) 会"), ["大会", "会决", "决定", "2024", "会"]);
    }

    #[test]
    fn words_of_one_stem_are_found_by_each_other() {
        for (language, one, other) in [
            (Language::En, "requests", "requested"),
            (Language::Fr, "rapports", "rapport"),
            (Language::Es, "informes", "informe"),
            (Language::Fr, "exprimées", "exprime"),
            (Language::Es, "reafirmó", "reafirma"),
            (Language::Ru, "резолюции", "резолюция"),
            (Language::Ru, "государственный", "государственных"),
            (Language::Ar, "والتقارير", "تقارير"),
            (Language::Ar, "اللاحقة", "لاحقه"),
        ] {
            let stems = |word: &str| stems(&read(word, Some(language))[0], language);
            assert!(
                !stems(one).is_empty() && stems(one).iter().any(|stem| stems(other).contains(stem)),
                "{one} {other}"
            );
        }
    }
}
