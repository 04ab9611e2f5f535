//! Finds references in running text: to resolutions, decisions, documents, paragraphs of the same text, the Charter
//! and notes.
//!
//! References are found by their digits and slashes and identified by the words around them; a paragraph without
//! digits costs one pass over its bytes and two searches. Whether the target exists is not checked here. Nothing is
//! inferred from a bare number: "64/171" is a resolution after a word for resolution or in a list after one, and
//! nothing elsewhere. The forms are those seen in General Assembly resolutions of sessions 75 to 80 and in Security
//! Council resolutions.

mod charter;
mod paragraphs;
mod preambular;
mod resolutions;
mod searchers;

use crate::document::symbol::{self, Form, Organ, number};
use crate::document::{Reference, Span, Target};
use crate::lang::{Language, References, Words, ar};
use crate::text::Part as _;
use crate::text::chars::{is_blank, is_hyphen, is_superscript};
use crate::text::cursor::Cursor;
use std::cell::Cell;
use std::ops::Range;

/// What the caller knows about the document.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    pub language: Language,
    /// The organ of the document: "its resolution" is a resolution of that organ.
    pub organ: Option<Organ>,
}

/// Appends the references of `text` in order. `base` is the byte offset of `text` in the text of the document.
pub fn find(text: &str, base: usize, context: Context, out: &mut Vec<Reference>) {
    let mut finder = Finder {
        text,
        base,
        context,
        words: context.language.words(),
        first: out.len(),
        out,
        done: 0,
        group: None,
        behind: Cell::default(),
        open: paragraphs::Open::default(),
        last: None,
        shuffled: false,
    };
    finder.run();
    finder.sort();
}

struct Finder<'a> {
    text: &'a str,
    base: usize,
    context: Context,
    words: &'static Words,
    out: &'a mut Vec<Reference>,
    /// The index in `out` of the first reference of this text.
    first: usize,
    /// The byte offset up to which the text has been read.
    done: usize,
    /// The list of resolutions or decisions that a further number may continue.
    group: Option<resolutions::Group>,
    /// The organ that is named at the end of a list, and the range of byte offsets for which it holds.
    behind: Cell<(usize, usize, Option<Organ>)>,
    /// Paragraphs whose document has not been named yet.
    open: paragraphs::Open,
    /// The last reference to another document: its index in `out`, and the byte offset of its end in the text.
    last: Option<(usize, usize)>,
    /// Whether references were appended out of order.
    shuffled: bool,
}

impl Finder<'_> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(rest) = bytes.get(self.done..) {
            let Some(at) = rest.iter().position(|&byte| byte.is_ascii_digit() || byte == b'/') else { break };
            let at = self.done + at;
            if bytes.get(at) == Some(&b'/') {
                self.slash(at);
            } else {
                self.digit(at);
            }
        }
        self.flush_paragraphs();
        self.charter();
        self.preambular();
    }

    fn sort(&mut self) {
        if std::mem::take(&mut self.shuffled)
            && let Some(found) = self.out.get_mut(self.first..)
        {
            found.sort_by_key(|reference| (reference.span.start, reference.span.end));
        }
    }

    fn slash(&mut self, at: usize) {
        let body = at.checked_sub(1).and_then(|before| self.text.as_bytes().get(before));
        let found = match body {
            Some(byte) if byte.is_ascii_uppercase() || !byte.is_ascii() => {
                symbol::at_slash(self.text, at, self.done)
            }
            _ => None,
        };
        self.done = at + 1;
        if let Some(range) = found {
            self.done = range.end;
            self.symbol(range);
        }
    }

    fn symbol(&mut self, range: Range<usize>) {
        let Some(text) = self.text.get(range.clone()) else { return };
        let symbol = symbol::of_scanned(text);
        let (stem, form) = (symbol.as_str().to_owned(), symbol.form());
        self.document(range.clone(), symbol.into_string(), form);
        self.addenda(range.end, &stem, form);
    }

    /// Reads "A/65/L.45 and Add.1", where the second symbol continues the first.
    fn addenda(&mut self, mut end: usize, stem: &str, form: Form) {
        const KINDS: [&str; 4] = ["Add.", "Rev.", "Corr.", "Amend."];
        let stem = KINDS
            .into_iter()
            .find_map(|kind| stem.split_once(&format!("/{kind}")))
            .map_or(stem, |(head, _)| head);
        loop {
            let mut cursor = Cursor::new(self.text, end);
            if !self.joiner(&mut cursor) {
                return;
            }
            let start = cursor.at;
            if !cursor.eat_any(&KINDS) || cursor.digits(1, 3).is_none() {
                return;
            }
            let symbol = format!("{stem}/{}", cursor.since(start));
            end = cursor.at;
            self.done = end;
            self.document(start..end, symbol, form);
        }
    }

    /// Appends a reference to another document, and those to the paragraphs that waited for it.
    fn document(&mut self, range: Range<usize>, symbol: String, form: Form) {
        self.claim_paragraphs(range.start, &symbol, form);
        let target = match form {
            Form::Resolution => Target::Resolution { symbol, paragraph: None },
            Form::Decision => Target::Decision { symbol },
            Form::Document => Target::Document { symbol, paragraph: None },
        };
        self.last = Some((self.out.len(), range.end));
        self.push(range, target);
    }

    fn push(&mut self, range: Range<usize>, target: Target) {
        let span = Span::new(self.base + range.start, self.base + range.end);
        self.out.push(Reference { span, target });
    }

    /// Reads a number, which may belong to a resolution, a paragraph, an Article, a note, or to none of these.
    fn digit(&mut self, at: usize) {
        let bytes = self.text.as_bytes();
        let len = bytes.part(at..).iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.done = at + len;
        let head = self.text.part(..at);
        let before = head.chars().next_back().unwrap_or(' ');
        let mut start = at;
        if is_hyphen(before) {
            let Some(special) = special_session(head) else { return };
            start = special;
        } else if before.is_ascii_alphanumeric() || (before == '.' && ends_in_digit(head)) || len > 4 {
            return;
        }
        let mut cursor = Cursor::new(self.text, start);
        // "Dec.729(XXXII)" is part of a symbol; "par.7" lacks a space.
        if let Some(numbered) = number::read(&mut cursor).filter(|_| before != '.') {
            self.done = self.done.max(cursor.at);
            self.numbered(start..cursor.at, &numbered);
        } else if start == at
            && !(before == ',' && ends_in_digit(head))
            && !self.yearless(at..at + len)
            && len <= 3
        {
            self.plain_number(at);
        }
    }

    fn plain_number(&mut self, at: usize) {
        let Some(word) = self.word_before(at) else { return };
        let Some(text) = self.text.get(word..at) else { return };
        let text = text.trim_end_matches(is_blank);
        let text = if self.context.language == Language::Ar { ar::bare(text) } else { text };
        let lower = |known: &&str| same_word(known, text);
        if self.words.references.paragraph.iter().any(&lower) && self.paragraphs(word, at) {
            return;
        }
        if self.words.references.article.contains(&text) {
            self.article(word, at);
        } else if self.words.references.note.iter().any(lower) {
            self.notes(at);
        }
    }

    /// The byte offset of the word directly before a number; dots that end an abbreviation are part of the word.
    fn word_before(&self, at: usize) -> Option<usize> {
        let head = self.text.get(..at)?.trim_end_matches(is_blank);
        if self.context.language == Language::Zh {
            let References { paragraph, note, .. } = &self.words.references;
            return paragraph
                .iter()
                .chain(*note)
                .find(|word| head.ends_with(**word))
                .map(|word| head.len() - word.len());
        }
        let stem = head.strip_suffix('.').unwrap_or(head);
        let word =
            stem.chars().rev().take_while(|letter| letter.is_alphabetic()).map(char::len_utf8).sum::<usize>();
        (word > 0).then(|| stem.len() - word)
    }

    /// Reads "see note 3" and "notes 3 and 4", one reference for each number.
    fn notes(&mut self, at: usize) {
        let mut cursor = Cursor::new(self.text, at);
        loop {
            let start = cursor.at;
            let Some(marker) =
                cursor.digits(1, 3).filter(|_| cursor.at_boundary() || self.context.language == Language::Zh)
            else {
                return;
            };
            self.push(start..cursor.at, Target::Note { marker: marker.to_owned() });
            self.done = cursor.at;
            if !self.joiner(&mut cursor) {
                return;
            }
        }
    }

    /// Skips what separates the members of a list: ", ", " and ", "、".
    fn joiner(&self, cursor: &mut Cursor<'_>) -> bool {
        let mut ahead = *cursor;
        marks(&mut ahead);
        ahead.spaces();
        let comma = ahead.eat_any(&[",", "،", "、", "，"]);
        ahead.spaces();
        let word = self.words.references.joiners.iter().any(|joiner| {
            let mut word = ahead;
            let tight = matches!(self.context.language, Language::Ar | Language::Zh);
            let found = word.eat(joiner) && (tight || word.spaces());
            if found {
                ahead = word;
            }
            found
        });
        let hyphen = !comma && !word && ahead.hyphen();
        ahead.spaces();
        if comma || word || hyphen {
            *cursor = ahead;
        }
        comma || word || hyphen
    }
}

/// Skips superscripts, since note marks directly follow words and numbers.
fn marks(cursor: &mut Cursor<'_>) {
    while let Some(mark) = cursor.peek().filter(|&letter| is_superscript(letter)) {
        cursor.skip(mark);
    }
}

/// Whether a word is the known word, with or without a capital.
fn same_word(known: &str, word: &str) -> bool {
    known == word
        || (known.len() == word.len() && {
            let (mut known, mut word) = (known.chars(), word.chars());
            let first = word.next().map(|letter| letter.to_lowercase().next());
            first == known.next().map(Some) && known.as_str() == word.as_str()
        })
}

fn ends_in_digit(head: &str) -> bool {
    head.as_bytes().iter().rev().nth(1).is_some_and(u8::is_ascii_digit)
}

/// The byte offset of "S-" or "ES-" at the end of a text, in Latin or Arabic letters.
fn special_session(head: &str) -> Option<usize> {
    let stem = head.trim_end_matches(is_hyphen).trim_end();
    let mut kinds = ["ES", "S"].into_iter().chain(ar::EMERGENCY).chain(ar::SPECIAL);
    let kind = kinds.find(|kind| stem.ends_with(kind))?;
    let start = stem.len() - kind.len();
    let free = stem
        .get(..start)?
        .chars()
        .next_back()
        .is_none_or(|before| !before.is_alphanumeric() || !before.is_ascii());
    free.then_some(start)
}

/// At most the last `most` bytes of a text, from a character boundary on.
fn tail(text: &str, most: usize) -> &str {
    let mut from = text.len().saturating_sub(most);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    text.part(from..)
}

/// At most the first `most` bytes of a text, up to a character boundary.
fn head(text: &str, most: usize) -> &str {
    let mut to = text.len().min(most);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    text.part(..to)
}

/// Whether a sentence ends inside a stretch of text.
fn breaks(stretch: &str) -> bool {
    if stretch.contains(['。', '\n']) {
        return true;
    }
    stretch.match_indices(". ").any(|(at, dot)| {
        let capital = stretch
            .get(at + dot.len()..)
            .and_then(|rest| rest.chars().next())
            .is_some_and(char::is_uppercase);
        // "chap. III", "No. 5" and "St. John" do not end a sentence.
        let word = stretch
            .get(..at)
            .map_or(0, |head| head.chars().rev().take_while(|letter| letter.is_alphanumeric()).count());
        capital && word > 4
    })
}

#[cfg(test)]
mod tests;
