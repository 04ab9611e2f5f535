//! The words that a text is searched by: as they are folded for all of the program (`text/fold.rs`), and their stems.
//!
//! Chinese has no blanks between words; there every pair of neighbouring characters is a word. In Arabic, the article and
//! the particles that are written onto a word are taken off before its stem is found. A stem is found by the word as it was
//! written, with its accents, and folded then.

use crate::lang::{Language, ar};
use crate::text::Part as _;
use crate::text::chars::{TATWEEL, is_han, is_invisible};
use crate::text::fold::{fold, fold_str, words};
use frostem::{Algorithm, Stemmer};
use std::borrow::Cow;
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

/// The words of a text, in order.
pub(super) fn read(text: &str, language: Option<Language>) -> Vec<Word> {
    // The endings of the others have no marks that are folded away, or, in Arabic, none that everybody writes.
    let accents =
        language.is_none_or(|language| matches!(language, Language::Fr | Language::Es | Language::Ru));
    let source = (accents && !text.is_ascii()).then(|| fold(text));
    let spelt = |at: usize, word: &str| {
        let source = text.part(source.as_ref()?.source(at..at + word.len()));
        let letters = source.nfc().flat_map(char::to_lowercase).filter(|letter| !is_dropped(*letter));
        let spelt: String = letters.collect();
        (spelt != word && spelt.len() <= LONGEST).then_some(spelt)
    };
    let text = match &source {
        Some(folded) => Cow::Borrowed(folded.text.as_str()),
        None => Cow::Owned(fold_str(text)),
    };
    let mut out: Vec<Word> = Vec::new();
    // The Chinese character before, where nothing stands between.
    let mut before: Option<(usize, char)> = None;
    let mut single = false;
    for (at, word) in words(&text) {
        let first = word.chars().next().unwrap_or_default();
        if !is_han(first) {
            before = None;
            if word.len() <= LONGEST {
                let digits = word.bytes().all(|byte| byte.is_ascii_digit());
                let spelt = if digits { None } else { spelt(at, word) };
                out.push(Word { folded: word.to_owned(), spelt, joined: false });
            }
            continue;
        }
        match before {
            Some((end, last)) if end == at => {
                if single {
                    out.pop();
                }
                out.push(Word { folded: [last, first].iter().collect(), spelt: None, joined: !single });
                single = false;
            }
            _ => {
                out.push(Word { folded: word.to_owned(), spelt: None, joined: false });
                single = true;
            }
        }
        before = Some((at + word.len(), first));
    }
    out
}

fn is_dropped(letter: char) -> bool {
    letter == TATWEEL || is_invisible(letter) || is_combining_mark(letter)
}

/// The folded words of a text, in order.
pub(super) fn folded(text: &str) -> Vec<String> {
    read(text, Some(Language::En)).into_iter().map(|word| word.folded).collect()
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
    let word = match language {
        Language::Fr | Language::Es | Language::Ru => spelt.as_deref().unwrap_or(folded),
        _ => folded,
    };
    let mut out = vec![stem(word)];
    if let Some(bare) = ar::without_particles(word) {
        out.extend(Some(stem(bare)).filter(|bare| out.first() != Some(bare)));
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

/// The analysers of the index. What they are given begins with a letter for the language, since one field has the texts of
/// all ([`tagged`]).
#[derive(Clone, Copy, Debug)]
pub(super) enum Analyser {
    Folded,
    Stems,
}

impl Analyser {
    pub(super) const FOLDED: &'static str = "folded";
    pub(super) const STEMS: &'static str = "stems";
}

/// A text as the analysers take it.
pub(super) fn tagged(text: &str, language: Option<Language>) -> String {
    let tag = language.map_or(UNKNOWN, Language::code);
    format!("{tag}{text}")
}

impl Tokenizer for Analyser {
    type TokenStream<'a> = Tokens;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens {
        let (tag, text) = text.split_at_checked(2).unwrap_or_default();
        let all = match (*self, tag.parse::<Language>()) {
            (Self::Folded, _) => folded(text),
            (Self::Stems, Ok(language)) => {
                read(text, Some(language)).iter().flat_map(|word| stems(word, language)).collect()
            }
            (Self::Stems, Err(_)) => read(text, Some(Language::En)).iter().map(untagged).collect(),
        };
        Tokens { rest: all.into_iter(), token: Token::default() }
    }
}

/// The words of one text.
#[derive(Debug)]
pub(super) struct Tokens {
    rest: std::vec::IntoIter<String>,
    token: Token,
}

impl TokenStream for Tokens {
    fn advance(&mut self) -> bool {
        let Some(word) = self.rest.next() else { return false };
        self.token.position = self.token.position.wrapping_add(1);
        self.token.text = word;
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
