//! References to paragraphs: of this text ("paragraph 3 above"), of another ("paragraph 5 of resolution 2169
//! (2014)"), or of an Article.
//!
//! The document is often named after the paragraph; until it is read, the paragraph is kept open.

use super::{Finder, breaks, head, marks, tail};
use crate::document::Target;
use crate::document::anchor::repeat_suffix;
use crate::document::symbol::Form;
use crate::lang::numerals::latin_label;
use crate::lang::{Language, ar, zh};
use crate::text::Part as _;
use crate::text::chars::{TATWEEL, is_blank, is_superscript};
use crate::text::cursor::Cursor;
use std::ops::Range;

/// Paragraphs that have been read and not yet assigned to a document.
#[derive(Debug, Default)]
pub(super) struct Open {
    /// The byte range of each, and its number as in an anchor: `2(e)`.
    items: Vec<(Range<usize>, String)>,
    end: usize,
    /// The byte offset of the number of the resolution or Article that they belong to.
    awaiting: Option<usize>,
    annex: bool,
    /// Whether no document is named and the clause ends after them.
    bare: bool,
}

/// What follows a list of paragraphs.
enum Behind {
    Own,
    /// A resolution or an Article, with the byte offset of its number.
    Other {
        number: usize,
        annex: bool,
    },
    Bare,
    Unknown,
}

impl Finder<'_> {
    /// Reads "paragraphs 9 and 11 (b)" from the word at byte offset `word` and the number at `at`; returns false
    /// where it is not a paragraph.
    pub(super) fn paragraphs(&mut self, word: usize, at: usize) -> bool {
        let mut cursor = Cursor::new(self.text, at);
        let mut items = self.paragraph_list(&mut cursor, word);
        if items.is_empty() {
            return false;
        }
        if self.context.language == Language::Zh && !cursor.eat(zh::PARAGRAPH) {
            return false;
        }
        let end = cursor.at;
        if let Some((range, _)) = items.last_mut() {
            range.end = end;
        }
        self.done = self.done.max(end);
        let goes_on = self.open.awaiting.is_none() && !self.open.items.is_empty() && {
            let mut between = Cursor::new(self.text, self.open.end);
            self.joiner(&mut between) && between.at >= word
        };
        if !goes_on {
            self.flush_paragraphs();
        }
        self.open.items.extend(items);
        self.open.end = end;
        if self.belongs_to_last(word) {
            return true;
        }
        match self.behind(word, end) {
            Behind::Own => self.close_paragraphs(),
            Behind::Other { number, annex } => {
                (self.open.awaiting, self.open.annex, self.open.bare) = (Some(number), annex, false);
            }
            Behind::Bare => self.open.bare = true,
            Behind::Unknown => self.open.bare = false,
        }
        true
    }

    fn paragraph_list(&self, cursor: &mut Cursor<'_>, word: usize) -> Vec<(Range<usize>, String)> {
        let mut items: Vec<(Range<usize>, String)> = Vec::new();
        let mut number = String::new();
        let mut ahead = *cursor;
        let before = self.letter_before(word);
        loop {
            let start = ahead.at;
            if let Some(digits) = ahead.digits(1, 3) {
                digits.trim_start_matches('0').clone_into(&mut number);
                repeat(&mut ahead, &mut number);
            } else if items.is_empty() {
                return items;
            }
            let mut letters = String::new();
            while let Some(letter) = subparagraph(&mut ahead) {
                letters.extend(["(", letter.as_str(), ")"]);
            }
            if ahead.at == start || number.is_empty() || !self.ends_number(&ahead) {
                return items;
            }
            marks(&mut ahead);
            let (start, letters) = match (&before, items.is_empty()) {
                (Some((from, letter)), true) if letters.is_empty() => (*from, format!("({letter})")),
                (_, true) => (word, letters),
                _ => (start, letters),
            };
            items.push((start..ahead.at, format!("{number}{letters}")));
            *cursor = ahead;
            if !self.joiner(&mut ahead) {
                return items;
            }
            if self.context.language == Language::Zh {
                ahead.eat(zh::NTH);
            }
            // "paragraphs 9 and 11", "2 (e) and (f)"; any other number belongs to another reference.
            let next = ahead.byte();
            if !next.is_some_and(|byte| byte.is_ascii_digit()) && subparagraph(&mut ahead.clone()).is_none() {
                return items;
            }
        }
    }

    /// Whether a number ends here. "3" of "3 per cent" does, that of "3.5" and "64/171" does not.
    fn ends_number(&self, cursor: &Cursor<'_>) -> bool {
        let mut after = *cursor;
        let fraction =
            after.eat_any(&[".", ",", "/", ":"]) && after.byte().is_some_and(|byte| byte.is_ascii_digit());
        !fraction
            && cursor.byte() != Some(b'%')
            && (self.context.language == Language::Zh || cursor.at_boundary())
    }

    /// The byte offset and the letter of a sub-paragraph before the word for paragraph: "alinéa b) du ", "подпункте
    /// (e) ".
    fn letter_before(&self, word: usize) -> Option<(usize, String)> {
        let text = self.text.get(..word)?;
        let window = tail(text, 60);
        let trimmed = window.trim_end();
        let genitives = self.words.references.genitive.iter().chain(&["de la", "du"]);
        let bare =
            genitives.filter_map(|genitive| trimmed.strip_suffix(genitive)).min_by_key(|rest| rest.len())?;
        let bare = bare.trim_end();
        if !bare.ends_with(')') {
            return None;
        }
        let (at, name) = self
            .words
            .references
            .subparagraph
            .iter()
            .filter_map(|name| Some((bare.rfind(name)?, name)))
            .max()?;
        let mut cursor = Cursor::new(bare, at + name.len());
        cursor.spaces();
        let letter = subparagraph(&mut cursor)?;
        (cursor.at == bare.len()).then(|| (word - window.len() + at, letter))
    }

    /// Whether the document stands before its paragraph: "A/65/456, para. 7" and 第2169(2014)号决议第5段.
    fn belongs_to_last(&mut self, word: usize) -> bool {
        let Some((place, end)) = self.last else { return false };
        let Some(gap) = self.text.get(end..word) else { return false };
        if gap.len() > 40 {
            return false;
        }
        let gap = gap.trim_matches(|letter: char| is_blank(letter) || is_superscript(letter));
        let (holds, annex) = match self.context.language {
            Language::Zh => zh::joins_paragraph(gap),
            _ => match gap.trim_start_matches([',', '،']).trim_end_matches([',', '،']).trim() {
                "" => (gap.starts_with([',', '،']), false),
                word => (word == self.words.references.annex && gap.starts_with(','), true),
            },
        };
        let symbol = match self.out.get(place).map(|reference| &reference.target) {
            Some(Target::Resolution { symbol, .. }) => Some((symbol.clone(), Form::Resolution)),
            Some(Target::Document { symbol, .. }) => Some((symbol.clone(), Form::Document)),
            _ => None,
        };
        let Some((symbol, form)) = symbol.filter(|_| holds) else { return false };
        self.open.annex = annex;
        self.give_paragraphs(&symbol, form);
        true
    }

    fn behind(&self, word: usize, end: usize) -> Behind {
        if self.context.language == Language::Zh {
            let before = tail(self.text.part(..word), 24);
            let own = self.words.references.own.iter().any(|mark| before.ends_with(mark));
            return if own { Behind::Own } else { Behind::Unknown };
        }
        let mut cursor = Cursor::new(self.text, end);
        marks(&mut cursor);
        cursor.spaces();
        let mut bracketed = cursor;
        if bracketed.eat("(") && self.words.references.own.iter().any(|own| bracketed.eat(own)) {
            return Behind::Own;
        }
        if cursor.eat_any(self.words.references.operative) {
            cursor.spaces();
        }
        let mut own = cursor;
        own.eat(",");
        own.spaces();
        if self
            .words
            .references
            .own
            .iter()
            .any(|word| own.rest().strip_prefix(word).is_some_and(|rest| !starts_in_word(rest)))
        {
            return Behind::Own;
        }
        // "chap. IV, para. 24", "article 12, paragraph 2, of the Statute": part of a longer citation.
        let before = self.text.part(..word).trim_end();
        let abbreviated = self.text.get(word..end).is_some_and(|words| words.contains('.'));
        if before.ends_with([',', '،']) || abbreviated {
            return if cursor.eat_any(self.words.references.genitive) {
                self.other(cursor.at)
            } else {
                Behind::Unknown
            };
        }
        let Some(next) = cursor.peek() else { return Behind::Bare };
        if matches!(next, '.' | ',' | ';' | ')' | ':' | '،' | '؛') {
            return Behind::Bare;
        }
        if !cursor.eat_any(self.words.references.genitive) {
            return Behind::Unknown;
        }
        self.other(cursor.at)
    }

    /// Looks for "its resolution 2169 (2014)" or "Article 33" after a genitive ("of").
    fn other(&self, from: usize) -> Behind {
        let window = head(self.text.part(from..), 140);
        let Some(number) = window.find(|letter: char| letter.is_ascii_digit()) else {
            return Behind::Unknown;
        };
        let between = window.part(..number);
        // Where the digit is inside a symbol, the first letter of the symbol is what is waited for.
        let symbol = between
            .rfind(['A', 'S', 'E'])
            .filter(|&at| between.get(at..).is_some_and(|rest| rest.contains('/')));
        let number = from + symbol.unwrap_or(number);
        let article = between.trim_end().rsplit(is_blank).next().unwrap_or_default();
        let article = if self.context.language == Language::Ar { ar::bare(article) } else { article };
        if self.words.references.article.iter().any(|word| article.rsplit(['’', '\'']).next() == Some(*word))
            && between.len() < 40
        {
            return Behind::Other { number, annex: false };
        }
        let resolution = symbol.is_some() || between.contains(self.words.references.resolution);
        let foreign = self.words.references.section.iter().any(|section| between.contains(section))
            || between.contains([';', '(']);
        if !resolution || foreign || breaks(between) {
            return Behind::Unknown;
        }
        Behind::Other { number, annex: between.to_lowercase().contains(self.words.references.annex) }
    }

    /// Assigns the open paragraphs to the document whose number begins at `start`, if they wait for it.
    pub(super) fn claim_paragraphs(&mut self, start: usize, symbol: &str, form: Form) {
        if self.open.awaiting == Some(start) {
            self.give_paragraphs(symbol, form);
        }
    }

    fn give_paragraphs(&mut self, symbol: &str, form: Form) {
        let open = std::mem::take(&mut self.open);
        for (range, number) in open.items {
            let paragraph = Some(if open.annex { format!("annex.{number}") } else { format!("op{number}") });
            let symbol = symbol.to_owned();
            let target = match form {
                Form::Resolution => Target::Resolution { symbol, paragraph },
                Form::Document => Target::Document { symbol, paragraph: Some(number) },
                Form::Decision => continue,
            };
            self.shuffled = true;
            self.push(range, target);
        }
    }

    /// Assigns the open paragraphs to an Article of the Charter.
    pub(super) fn claim_for_article(&mut self, start: usize, article: &str) {
        if self.open.awaiting == Some(start) {
            for (range, number) in std::mem::take(&mut self.open).items {
                self.shuffled = true;
                self.push(range, Target::Charter { article: article.to_owned(), paragraph: Some(number) });
            }
        }
    }

    fn close_paragraphs(&mut self) {
        for (range, number) in std::mem::take(&mut self.open).items {
            let preamble = self.context.language == Language::Zh
                && zh::ends_with_preamble(self.text.part(..range.start));
            let paragraph = if preamble { format!("pp{number}") } else { format!("op{number}") };
            self.push(range, Target::Own { paragraph });
        }
    }

    /// Paragraphs without a named document belong to this text where the clause ends after them; elsewhere they are
    /// dropped.
    pub(super) fn flush_paragraphs(&mut self) {
        if self.open.bare && self.open.awaiting.is_none() {
            self.shuffled = true;
            self.close_paragraphs();
        }
        self.open = Open::default();
    }
}

fn starts_in_word(rest: &str) -> bool {
    rest.chars().next().is_some_and(char::is_alphanumeric)
}

/// Reads " bis" or " ter" after a number.
fn repeat(ahead: &mut Cursor<'_>, number: &mut String) {
    let mut word = *ahead;
    word.spaces();
    let from = word.at;
    word.word();
    let text = word.since(from);
    let suffix = repeat_suffix(text);
    if !suffix.is_empty() && (text == suffix || !text.is_ascii()) {
        number.push_str(suffix);
        *ahead = word;
    }
}

/// Reads a letter and returns it in Latin script: " (b)", " b)", "(ii)", "(هـ)".
fn subparagraph(ahead: &mut Cursor<'_>) -> Option<String> {
    let mut bracket = *ahead;
    bracket.spaces();
    let opened = bracket.eat_any(&["(", "（"]);
    let from = bracket.at;
    while bracket.peek().is_some_and(|letter| letter.is_alphabetic() || letter == TATWEEL) {
        bracket.skip(bracket.peek()?);
        if bracket.at - from > 8 {
            return None;
        }
    }
    let printed = bracket.since(from);
    let roman = printed.chars().all(|letter| matches!(letter, 'i' | 'v' | 'x'));
    let count = printed.chars().filter(|letter| *letter != TATWEEL).count();
    if count == 0 || (count > 1 && !roman) || (!opened && printed.chars().any(char::is_uppercase)) {
        return None;
    }
    if !bracket.eat_any(&[")", "）"]) {
        return None;
    }
    let latin = latin_label(printed);
    *ahead = bracket;
    (!latin.is_empty()).then_some(latin)
}
