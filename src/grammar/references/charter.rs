//! Articles and Chapters of the Charter of the United Nations.
//!
//! In English, French and Spanish, Articles of the Charter have a capital letter, unlike those of other treaties
//! (United Nations Editorial Manual, and seen in General Assembly resolutions of sessions 75 to 80); in the other
//! languages the Charter must be named next to them. "Article 5" at the start of a text is a heading.

use super::searchers::Finders;
use super::{Finder, breaks, head};
use crate::document::Target;
use crate::document::symbol::Organ;
use crate::lang::numerals::{is_han_numeral, roman};
use crate::lang::zh::{NTH, OF_ARTICLE};
use crate::lang::{Language, ordinals};
use crate::text::Part as _;
use crate::text::cursor::Cursor;

/// The Charter has 111 Articles and 19 chapters.
const ARTICLES: u32 = 111;
const CHAPTERS: u32 = 19;

impl Finder<'_> {
    /// Reads "Articles 55 and 56" from the word at byte offset `word` and the number at `at`.
    pub(super) fn article(&mut self, word: usize, at: usize) {
        let mut cursor = Cursor::new(self.text, at);
        let mut found = Vec::new();
        loop {
            let start = cursor.at;
            let number = cursor.digits(1, 3).and_then(|digits| digits.parse::<u32>().ok());
            let Some(number) =
                number.filter(|number| (1..=ARTICLES).contains(number) && cursor.at_boundary())
            else {
                break;
            };
            found.push((start, cursor.at, number));
            let mut ahead = cursor;
            if !self.joiner(&mut ahead) || !ahead.byte().is_some_and(|byte| byte.is_ascii_digit()) {
                break;
            }
            cursor = ahead;
        }
        let Some(&(_, end, _)) = found.last() else { return };
        self.done = self.done.max(end);
        if word == 0 || !self.is_charters(end) {
            return;
        }
        let single = found.len() == 1;
        for (place, (start, end, number)) in found.into_iter().enumerate() {
            let article = format!("Article {number}");
            self.claim_for_article(start, &article);
            let (end, paragraph) = if single { self.article_paragraph(end) } else { (end, None) };
            self.done = self.done.max(end);
            self.push(if place == 0 { word } else { start }..end, Target::Charter { article, paragraph });
        }
    }

    /// Reads the paragraph of an Article, "Article 33, paragraph 2": the byte offset of its end, and its number.
    fn article_paragraph(&self, end: usize) -> (usize, Option<String>) {
        let mut cursor = Cursor::new(self.text, end);
        cursor.eat(",");
        cursor.spaces();
        if !cursor.eat_any(self.words.references.of_article) || !cursor.eat(" ") {
            return (end, None);
        }
        match cursor.digits(1, 2) {
            Some(digits) if cursor.at_boundary() => (cursor.at, Some(digits.to_owned())),
            _ => (end, None),
        }
    }

    /// Whether the words after the number of an Article allow it to be one of the Charter.
    fn is_charters(&self, end: usize) -> bool {
        let behind = head(self.text.part(end..), 90);
        let named = behind.find(self.words.references.charter);
        let clause = behind.find([';', '.', '؛']).unwrap_or(behind.len());
        let says_charter = named.is_some_and(|at| at < clause && at < 70);
        if !self.words.references.capital_article {
            return says_charter && named.is_some_and(|at| at < 50);
        }
        let mut cursor = Cursor::new(behind, 0);
        cursor.spaces();
        let genitive = self.words.references.genitive.iter().any(|word| {
            cursor
                .rest()
                .strip_prefix(word)
                .is_some_and(|rest| word.ends_with(['’', '\'']) || rest.starts_with(' '))
        });
        // "Article 5 of the Covenant" is not one of the Charter.
        !genitive || says_charter
    }

    /// Reads Chapters in all languages, and Articles in Chinese texts, which have no digits.
    pub(super) fn charter(&mut self) {
        if self.context.language == Language::Zh {
            return self.charter_chinese();
        }
        let finder = &Finders::of(self.context.language).chapter;
        let mut from = 0;
        while let Some(at) = finder.find(self.text.as_bytes().part(from..)) {
            let start = from + at;
            from = start + self.words.references.chapter.len();
            self.chapter(start, from);
        }
    }

    fn chapter(&mut self, start: usize, after: usize) {
        let Some((end, number)) = self.chapter_number(after) else { return };
        let behind = head(self.text.part(end..), 60);
        let named = behind.find(self.words.references.charter).and_then(|at| behind.get(..at));
        let charters = named.is_some_and(|between| !between.contains([';', '(']) && !breaks(between));
        let council = self.context.organ == Some(Organ::SecurityCouncil)
            && (6..=8).contains(&number)
            && self.words.references.capital_article
            && behind.trim_start().starts_with([',', '.', ';']);
        if !charters && !council {
            return;
        }
        self.shuffled = true;
        self.push(
            start..end,
            Target::Charter { article: format!("Chapter {}", roman(number)), paragraph: None },
        );
    }

    fn chapter_number(&self, after: usize) -> Option<(usize, u32)> {
        if self.context.language == Language::Ar {
            let window = head(self.text.get(after..)?, 40);
            let (range, number) =
                ordinals::ordinal(Language::Ar, window).filter(|(range, _)| range.start == 0)?;
            return Some((after + range.end, number));
        }
        let mut cursor = Cursor::new(self.text, after);
        if self.context.language == Language::Ru {
            cursor.word();
            cursor.spaces();
        }
        let from = cursor.at;
        cursor.word();
        let numeral = cursor.since(from);
        let number = (1..=CHAPTERS).find(|&number| roman(number) == numeral)?;
        Some((cursor.at, number))
    }

    /// Reads 《联合国宪章》第七章, 宪章第三十三条第二项.
    fn charter_chinese(&mut self) {
        let finder = &Finders::of(self.context.language).charter;
        let mut from = 0;
        while let Some(at) = finder.find(self.text.as_bytes().part(from..)) {
            from += at + self.words.references.charter.len();
            let mut cursor = Cursor::new(self.text, from);
            cursor.eat("》");
            loop {
                let start = cursor.at;
                let Some(number) = numeral(&mut cursor) else { break };
                if cursor.eat(self.words.references.chapter) {
                    let article = format!("Chapter {}", roman(number));
                    self.push_charter(start..cursor.at, article, None);
                } else if cursor.eat_any(self.words.units.article.headed) {
                    let end = cursor.at;
                    let mut item = cursor;
                    let paragraph = numeral(&mut item).filter(|_| item.eat_any(&OF_ARTICLE));
                    if paragraph.is_some() {
                        cursor = item;
                    }
                    let end = if paragraph.is_some() { cursor.at } else { end };
                    self.push_charter(
                        start..end,
                        format!("Article {number}"),
                        paragraph.map(|number| number.to_string()),
                    );
                } else {
                    break;
                }
                if !self.joiner(&mut cursor) {
                    break;
                }
            }
        }
    }

    fn push_charter(&mut self, range: std::ops::Range<usize>, article: String, paragraph: Option<String>) {
        self.shuffled = true;
        self.push(range, Target::Charter { article, paragraph });
    }
}

/// Reads 第 and a numeral.
fn numeral(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *cursor;
    if !ahead.eat(NTH) {
        return None;
    }
    let from = ahead.at;
    while let Some(letter) = ahead.peek().filter(|letter| letter.is_ascii_digit() || is_han_numeral(*letter))
    {
        ahead.skip(letter);
    }
    let number = ordinals::han(ahead.since(from)).filter(|number| *number <= ARTICLES)?;
    *cursor = ahead;
    Some(number)
}
