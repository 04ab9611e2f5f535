//! The forms in which an address that the document does not have may occur in its sentences: "art. 73" as "article 73
//! of the Covenant", "chapter 8" as "Chapter VIII", "第8章" as "第八章".

use super::parse::roman;
use super::spell::cardinals;
use super::token::{Token, normalise, tokens};
use super::words::{Meaning, bare, meaning};
use super::{Unit, Which};
use crate::lang::{Language, fill, numerals, spelled::spelled, zh::NTH};
use crate::text::chars::is_han;

/// The word for the unit, and its number.
pub(in crate::lookup) struct Written {
    word: String,
    unit: Unit,
    number: u32,
}

impl Written {
    /// Made from a query that is one unit with its number; `None` for any other query.
    pub(in crate::lookup) fn new(query: &str) -> Option<Self> {
        let address = super::parse(query)?;
        let [step] = address.steps.as_slice() else { return None };
        let number = match &step.which {
            Which::Number(number) | Which::Nth(number) => *number,
            Which::Label(label) => roman(label)?,
            Which::Only | Which::Last => return None,
        };
        let tokens = cardinals(&tokens(&normalise(query))?);
        let word = tokens.into_iter().find_map(|spaced| match spaced.token {
            Token::Word(word) if matches!(meaning(&word), Some(Meaning::Unit(_))) => Some(word),
            _ => None,
        })?;
        let Some(Meaning::Unit(unit)) = meaning(&word) else { return None };
        Some(Self { word, unit, number })
    }

    /// Whether a folded word is the unit word, abbreviated or inflected: "art." and "articles", "статье" and "ст.". An
    /// article, which is mostly one of the Charter, may also be called by its word in another language.
    pub(in crate::lookup) fn is_word(&self, folded: &str) -> bool {
        let (mine, its) = (bare(&self.word), bare(folded));
        if meaning(its) != Some(Meaning::Unit(self.unit)) {
            return false;
        }
        if self.unit == Unit::Article {
            return true;
        }
        let common = mine.chars().zip(its.chars()).take_while(|(mine, its)| mine == its).count();
        common >= mine.chars().count().min(its.chars().count()).min(4)
    }

    /// How many of the words after it express the number, if they do: "73", "LXXIII", "twenty three".
    pub(in crate::lookup) fn number_in(&self, words: &[&str]) -> Option<usize> {
        let first = words.first()?;
        if first.parse() == Ok(self.number) || roman(first) == Some(self.number) {
            return Some(1);
        }
        let mut joined = String::new();
        for (at, word) in words.iter().take(5).enumerate() {
            joined.push_str(if at == 0 { bare(word) } else { word });
            if spelled(&joined).is_some_and(|spelled| spelled.value == self.number) {
                return Some(at + 1);
            }
        }
        None
    }

    /// The forms in Chinese: of an article, and of anything that was typed in Chinese.
    pub(in crate::lookup) fn han(&self) -> Vec<String> {
        let numeral = (1..100).contains(&self.number).then(|| numerals::han(self.number));
        let numbers = [Some(self.number.to_string()), numeral].into_iter().flatten();
        let forms = numbers.flat_map(|number| {
            let article =
                (self.unit == Unit::Article).then(|| fill(Language::Zh.words().units.article.cited, &number));
            let word = Some(&self.word).filter(|word| word.chars().any(is_han));
            let typed = word.map(|word| [format!("{NTH}{number}{word}"), format!("{word}{number}")]);
            article.into_iter().chain(typed.into_iter().flatten())
        });
        forms.collect()
    }
}
