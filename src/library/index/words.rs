//! The words that a text is searched by: as they are folded for all of the program (`text/fold.rs`), and their stems.
//!
//! Chinese has no blanks between words; there every pair of neighbouring characters is a word. In Arabic, the article and
//! the particles that are written onto a word are taken off before its stem is found.

use crate::lang::{Language, ar};
use crate::text::chars::is_han;
use crate::text::fold::{fold_str, words};
use frostem::{Algorithm, Stemmer};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// Longest word that is kept, in bytes.
const LONGEST: usize = 60;

/// The folded words of a text, in order.
pub(super) fn folded(text: &str) -> Vec<String> {
    let text = fold_str(text);
    let mut out: Vec<String> = Vec::new();
    // The Chinese character before, where nothing stands between.
    let mut before: Option<(usize, char)> = None;
    let mut single = false;
    for (at, word) in words(&text) {
        let first = word.chars().next().unwrap_or_default();
        if !is_han(first) {
            before = None;
            out.extend((word.len() <= LONGEST).then(|| word.to_owned()));
            continue;
        }
        match before {
            Some((end, last)) if end == at => {
                if single {
                    out.pop();
                }
                out.push([last, first].iter().collect());
                single = false;
            }
            _ => {
                out.push(word.to_owned());
                single = true;
            }
        }
        before = Some((at + word.len(), first));
    }
    out
}

/// The stem of a folded word.
pub(super) fn stem(word: &str, language: Language) -> String {
    if word.contains(is_han) || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return word.to_owned();
    }
    let algorithm = match language {
        Language::En => Algorithm::English,
        Language::Fr => Algorithm::French,
        Language::Es => Algorithm::Spanish,
        Language::Ru => Algorithm::Russian,
        Language::Ar => Algorithm::Arabic,
        Language::Zh => return word.to_owned(),
    };
    let bare = ar::without_particles(word).unwrap_or(word);
    Stemmer::new(algorithm).stem(bare).into_owned()
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
    let tag = language.map_or("--", Language::code);
    format!("{tag}{text}")
}

impl Tokenizer for Analyser {
    type TokenStream<'a> = Tokens;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens {
        let (tag, text) = text.split_at_checked(2).unwrap_or_default();
        let mut all = folded(text);
        if let (Self::Stems, Ok(language)) = (*self, tag.parse::<Language>()) {
            for word in &mut all {
                *word = stem(word, language);
            }
        }
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
            (Language::Ru, "резолюции", "резолюция"),
            (Language::Ar, "والتقارير", "تقارير"),
        ] {
            let stem = |word: &str| stem(&fold_str(word), language);
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
    }
}
