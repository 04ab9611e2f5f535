//! Detects which of the six languages a text is in, from its letters and its commonest words.
//!
//! It reads a sample of a few thousand bytes, whatever the format. A text in another language, or one that is too
//! short, gives `None`; of several languages in a file the most frequent one is given.

mod words;

use super::Language;
use crate::text::Part as _;
use crate::text::chars::{is_arabic, is_cyrillic, is_han};
use crate::text::hash::{START, step};
use words::{COMMON, FOREIGN, FRENCH, ROMANCE, SPANISH};

/// The size of each sample in bytes: one at the start and one in the middle.
const SAMPLE: usize = 1024;

/// The language of a paragraph or of a whole file; `None` where it is none of the six or not certain.
pub fn detect(text: &str) -> Option<Language> {
    let mut seen = Seen::default();
    if text.len() <= 2 * SAMPLE {
        seen.read(text);
    } else {
        seen.read(slice(text, 0));
        seen.read(slice(text, text.len() / 2));
    }
    seen.language()
}

fn slice(text: &str, start: usize) -> &str {
    let boundary = |at: usize| (at..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    text.part(boundary(start)..boundary(start + SAMPLE))
}

/// The counts that the decision is based on.
#[derive(Default)]
struct Seen {
    latin: usize,
    cyrillic: usize,
    arabic: usize,
    han: usize,
    kana: usize,
    words: usize,
    /// Words and letters that speak for English, French and Spanish, in this order.
    hits: [usize; 3],
    /// Words and letters of related languages, which these three do not have.
    foreign: usize,
    /// Letters of Ukrainian, Persian and other languages that share a script with Russian or Arabic.
    other_cyrillic: usize,
    other_arabic: usize,
}

impl Seen {
    fn read(&mut self, text: &str) {
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
            self.word(word);
        }
    }

    fn word(&mut self, word: &str) {
        let mut is_latin = true;
        for c in word.chars() {
            is_latin &= self.letter(c);
        }
        // "56/214 A" is a number in every language.
        if !is_latin || (word.len() == 1 && word.chars().all(char::is_uppercase)) {
            return;
        }
        self.words += 1;
        let mut lower = [0; LONGEST];
        let Some(lower) = lower_case(word, &mut lower) else { return };
        let held = HELD[hash(lower)];
        let is_in = |list: usize| {
            let words = LISTS[list];
            held & 1 << list != 0 && words.binary_search_by(|word| word.as_bytes().cmp(lower)).is_ok()
        };
        let accents: [&[char]; 3] = [&[], &FRENCH, &SPANISH];
        let endings: [&[&str]; 3] =
            [&["tion", "ing", "ity"], &["tion", "ant", "ment", "eux"], &["ción", "ando", "endo", "dad"]];
        let accented = if lower.is_ascii() { None } else { std::str::from_utf8(lower).ok() };
        for (index, hits) in self.hits.iter_mut().enumerate() {
            *hits += 2 * usize::from(is_in(index));
            *hits += usize::from(accented.is_some_and(|word| word.contains(accents[index])));
            *hits += usize::from(
                lower.len() > 5 && endings[index].iter().any(|ending| lower.ends_with(ending.as_bytes())),
            );
        }
        if is_in(3) {
            self.hits[1] += 1;
            self.hits[2] += 1;
        }
        self.foreign += 2 * usize::from(is_in(4));
    }

    /// Counts a letter; returns whether it is Latin.
    fn letter(&mut self, c: char) -> bool {
        match c {
            'a'..='z' | 'A'..='Z' => self.latin += 1,
            'ä' | 'ö' | 'ß' | 'ã' | 'õ' | 'å' | 'ø' | 'ł' | 'ą' | 'ę' | 'ş' | 'ğ' | 'ı' | 'ő' | 'ű' =>
            {
                self.latin += 1;
                self.foreign += 2;
            }
            'А'..='я' | 'ё' | 'Ё' => self.cyrillic += 1,
            _ if is_cyrillic(c) => self.other_cyrillic += 1,
            'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' | 'ٹ' | 'ے' | 'ں' | 'ھ' => self.other_arabic += 1,
            _ if is_arabic(c) => self.arabic += 1,
            '\u{3040}'..='\u{30FF}' | '\u{AC00}'..='\u{D7AF}' => self.kana += 1,
            _ if is_han(c) => self.han += 1,
            _ if c.is_ascii() => {}
            _ => self.latin += 1,
        }
        matches!(c, 'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}')
    }

    /// The language by these counts. A Chinese character weighs as much as several letters, since Latin names and
    /// symbols occur in every language.
    fn language(&self) -> Option<Language> {
        let (cyrillic, arabic) = (self.cyrillic + self.other_cyrillic, self.arabic + self.other_arabic);
        let (han, latin) = (3 * (self.han + self.kana), self.latin / 2);
        let most = cyrillic.max(arabic).max(han).max(latin);
        if most == 0 {
            return None;
        }
        if most == han {
            return (self.kana * 8 < self.han).then_some(Language::Zh);
        }
        if most == arabic {
            return (self.other_arabic * 20 < arabic).then_some(Language::Ar);
        }
        if most == cyrillic {
            return (self.other_cyrillic * 50 < cyrillic).then_some(Language::Ru);
        }
        self.latin_language()
    }

    fn latin_language(&self) -> Option<Language> {
        let [en, fr, es] = self.hits;
        let most = en.max(fr).max(es);
        let is_clear = self.hits.iter().filter(|&&hits| hits == most).count() == 1;
        if most == 0 || !is_clear || self.foreign > most || most * 8 < self.words {
            return None;
        }
        Some(if most == en {
            Language::En
        } else if most == fr {
            Language::Fr
        } else {
            Language::Es
        })
    }
}

/// The word lists: those of each language, in the order of [`Seen::hits`], that of words shared by two, and that of
/// foreign words.
const LISTS: [&[&str]; 5] = [COMMON[0], COMMON[1], COMMON[2], ROMANCE, FOREIGN];

/// For each hash, a bit for each list that may contain the word: most words are in none, and need no search.
static HELD: [u8; SLOTS] = held();
const SLOTS: usize = 2048;

const fn held() -> [u8; SLOTS] {
    let mut held = [0; SLOTS];
    let mut list = 0;
    while list < LISTS.len() {
        let mut at = 0;
        while at < LISTS[list].len() {
            held[hash(LISTS[list][at].as_bytes())] |= 1 << list;
            at += 1;
        }
        list += 1;
    }
    held
}

/// The place of a word in the table.
const fn hash(word: &[u8]) -> usize {
    let mut hash = START;
    let mut at = 0;
    while at < word.len() {
        hash = step(hash, word[at] as u64);
        at += 1;
    }
    (hash ^ hash >> 32) as usize % SLOTS
}

/// The most bytes of a common word.
const LONGEST: usize = 16;

/// The word in lower case, without allocating; `None` where it is too long to be a common one.
fn lower_case<'b>(word: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b [u8]> {
    if word.is_ascii() {
        let lower = buffer.get_mut(..word.len())?;
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        return Some(lower);
    }
    let mut length = 0;
    for c in word.chars().map(|c| c.to_lowercase().next().unwrap_or(c)) {
        let end = length + c.len_utf8();
        c.encode_utf8(buffer.get_mut(length..end)?);
        length = end;
    }
    buffer.get(..length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: impl Into<Option<Language>>, texts: &[&str]) {
        let language = language.into();
        for text in texts {
            assert_eq!(detect(text), language, "{text}");
        }
    }

    #[test]
    fn word_lists_are_sorted() {
        for words in LISTS {
            assert!(words.is_sorted(), "{words:?}");
        }
    }

    #[test]
    fn short_paragraphs_are_detected() {
        check(
            Language::En,
            &["The General Assembly,", "Recalling its resolution 65/218 of 21 December 2010,"],
        );
        check(
            Language::Fr,
            &["L’Assemblée générale,", "Rappelant sa résolution 65/218 du 21 décembre 2010,"],
        );
        check(
            Language::Es,
            &["La Asamblea General,", "Recordando su resolución 65/218, de 21 de diciembre de 2010,"],
        );
        check(Language::Ru, &["Генеральная Ассамблея,", "ссылаясь на свою резолюцию 65/218,"]);
        check(Language::Ar, &["إن الجمعية العامة،", "وإذ تشير إلى قرارها 65/218،"]);
        check(Language::Zh, &["大会，", "回顾其2010年12月21日第65/218号决议，"]);
    }

    #[test]
    fn latin_names_do_not_outweigh_other_scripts() {
        check(Language::Ru, &["приветствует работу COVAX Facility и UNICEF;"]);
        check(Language::Zh, &["欢迎COVAX的工作（A/RES/75/100）；"]);
    }

    #[test]
    fn capitals_and_missing_accents_do_not_matter() {
        check(
            Language::Fr,
            &["RESOLUTION ADOPTEE PAR L’ASSEMBLEE GENERALE LE 21 DECEMBRE DANS LE CADRE DES TRAVAUX"],
        );
        check(Language::En, &["RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY"]);
    }

    #[test]
    fn other_languages_are_not_detected() {
        check(
            None,
            &[
                "",
                "65/218 (2010)",
                "Die Generalversammlung, unter Hinweis auf ihre Resolution und in Anerkennung der Arbeit von allen,",
                "A Assembleia Geral, recordando a sua resolução e as obrigações dos Estados, não obstante os esforços,",
                "L'Assemblea generale, richiamando la risoluzione che di seguito viene allegata per gli Stati membri della",
                "Генеральна Асамблея, посилаючись на свою резолюцію і підтверджуючи її положення щодо України,",
                "総会は、その決議を想起し、すべての加盟国に要請する。",
            ],
        );
    }

    #[test]
    fn a_large_file_is_sampled() {
        let text = "Soulignant que les États et les organismes des Nations Unies doivent agir de concert,\n"
            .repeat(10_000);
        check(Language::Fr, &[&text]);
    }
}
