//! Footnote marks printed as plain digits: "rights,1 in", "l'homme1,", "Islands 2 and", "202530".
//!
//! Digits are a mark where a note has their number, stands at the foot of the same page, and is the next in sequence.

use super::{Assembler, first_word, last_word};
use crate::formats::Block;
use crate::lang::tables;
use crate::text::chars::{is_gap, is_wide};

impl Assembler<'_> {
    /// Notes of pages that are past are expected no more.
    pub(super) fn turn_page(&mut self, page: u32) {
        if self.loose.is_empty() || self.page == page {
            return;
        }
        self.page = page;
        while self.expected <= self.last_note
            && self.loose.get(&self.expected).is_none_or(|&noted| noted + 1 < page)
        {
            self.expected += 1;
            self.passed.remove(&(self.expected - 1));
        }
    }

    /// Whether plain digits are a footnote mark: the next one in sequence, or one met before, glued to what is before.
    pub(super) fn is_mark(&mut self, before: &str, run: &str, after: &str, block: &Block) -> bool {
        if run.len() > 3 || run.starts_with('0') {
            return false;
        }
        let Ok(number) = run.parse::<u32>() else { return false };
        let Some(&page) = self.loose.get(&number) else { return false };
        let next = after.chars().next();
        let ended = next.is_none_or(|next| {
            next.is_whitespace()
                || matches!(
                    next,
                    ',' | ';'
                        | '.'
                        | ':'
                        | ')'
                        | ']'
                        | '،'
                        | '؛'
                        | '，'
                        | '；'
                        | '。'
                        | '、'
                        | '：'
                        | '”'
                        | '"'
                        | '»'
                        | '’'
                )
        });
        // "3.5" and "10 000" are figures.
        let digits = after.chars().skip(1).take_while(char::is_ascii_digit).count();
        let figure =
            matches!(next, Some('.' | ',' | ':')) && digits > 0 || next.is_some_and(is_gap) && digits == 3;
        if !ended || figure {
            return false;
        }
        let Some(last) = before.chars().next_back() else { return false };
        let word = last_token(before);
        let new = number >= self.expected && !self.passed.contains(&number);
        let here = page == block.page || page == block.page + 1;
        let closing = matches!(last, ')' | ']' | '”' | '"' | '»' | '’' | '》' | '）' | '】');
        let punctuation = matches!(last, ',' | ';' | '.' | ':' | '،' | '؛' | '，' | '；' | '。' | '、');
        let after_number =
            punctuation && word.chars().rev().nth(1).is_some_and(|letter| letter.is_ascii_digit());
        let glued = (closing
            || (last.is_alphabetic() || punctuation && !after_number) && !word.contains('/'))
            && number < self.expected.max(self.latest) + 8;
        let fits = if new {
            here && (glued
                || after_number && number == self.expected && !matches!(last, '.' | ':')
                || last == ' '
                    && page == block.page
                    && number < self.expected + 3
                    && may_stand_apart(before, after))
        } else {
            glued
                && (closing
                    || !is_wide(last) && last.is_alphabetic()
                    || punctuation && !after_number && last != '.')
        };
        if fits && new {
            self.count(number);
        }
        fits
    }

    /// Whether a run of digits with a stroke behind it is the mark of a note that is printed so: "1992 1/ and".
    pub(super) fn is_slashed(&self, before: &str, run: &str, after: &str) -> bool {
        if self.slashed.is_empty() || self.in_notes || run.len() > 3 {
            return false;
        }
        let mut rest = after.chars();
        let stroke = rest.next() == Some('/');
        let ended = rest.next().is_none_or(|next| {
            next.is_whitespace() || matches!(next, ',' | ';' | '.' | ':' | ')' | ']' | '"' | '”' | '»')
        });
        let apart = before
            .chars()
            .next_back()
            .is_some_and(|last| !last.is_ascii_digit() && last != '/' && last != '-');
        stroke && ended && apart && run.parse().is_ok_and(|number| self.slashed.contains(&number))
    }

    /// A new mark was met: the next number is expected.
    pub(super) fn count(&mut self, number: u32) {
        self.passed.insert(number);
        self.latest = self.latest.max(number + 1);
        let last = self.last_note;
        while self.passed.remove(&self.expected)
            || self.expected < last && !self.loose.contains_key(&self.expected)
        {
            self.expected += 1;
        }
    }

    /// Whether digits are a year with the expected mark behind it.
    pub(super) fn ends_with_mark(&self, digits: &str, block: &Block) -> bool {
        let (Some(year), Some(mark)) = (digits.get(..4), digits.get(4..)) else { return false };
        (year.starts_with("19") || year.starts_with("20"))
            && mark.parse() == Ok(self.expected)
            && !mark.starts_with('0')
            && self
                .loose
                .get(&self.expected)
                .is_some_and(|&page| page == block.page || page == block.page + 1)
    }
}

/// The characters after the last space, or after the last Han character but the marks behind it; at most 40.
fn last_token(text: &str) -> &str {
    let begins = |letter: char| letter.is_whitespace() || is_wide(letter) && letter.is_alphabetic();
    let from = text.char_indices().rev().take(40).take_while(|(_, letter)| !begins(*letter)).last();
    from.and_then(|(at, _)| text.get(at..)).unwrap_or_default()
}

/// Whether a word in lower case, before or after a number, shows that it counts something or is a day.
fn is_counted(word: &str) -> bool {
    tables().any(|words| {
        words.lines.counted.contains(&word)
            || words.lines.day_last && words.months.iter().any(|(name, _)| name.to_lowercase() == word)
    })
}

/// Whether a number with spaces around it may be a mark, as `pdftotext` prints them: "Islands 2 and".
fn may_stand_apart(before: &str, after: &str) -> bool {
    let words = before.trim_end();
    let last = words.chars().next_back();
    let next = first_word(after.trim_start());
    let month = next.len() >= 3 && next.starts_with(char::is_uppercase) && is_counted(&next.to_lowercase());
    if last.is_some_and(|last| matches!(last, ',' | ';' | ')' | '”' | '"' | '»' | '’')) {
        return !month;
    }
    let word = last_word(words).to_lowercase();
    let year = word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|byte| byte.is_ascii_digit());
    (last.is_some_and(char::is_alphabetic) || year)
        && !month
        && !is_counted(&word)
        && !tables().any(|words| words.lines.counting.contains(&next))
}
