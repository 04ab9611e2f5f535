//! Numbers that the markup does not mark, or marks wrongly: what their neighbours say.

use super::{Build, cut};
use crate::document::{Kind, Language};
use crate::formats::marked::Clause;
use crate::grammar::lexicon::{self, Register};
use crate::grammar::shape::{ends_with_colon, ends_with_mark};
use crate::grammar::{numbering, words};

impl<'a> Build<'a> {
    /// Whether a number stands where another one is missing: 9, 11, 11, 12 is 9 to 12.
    pub(super) fn is_misprinted(&self, at: usize, depth: u16, printed: u32) -> bool {
        let last = self.scope().last;
        if printed == last + 1 || last == 0 {
            return false;
        }
        // A heading may stand between it and the next one.
        let rest = self.clauses.get(at + 1..).unwrap_or_default().iter().take(24);
        let next = rest
            .take_while(|next| next.depth >= depth && !next.kind.is_scope())
            .find(|next| next.depth == depth && next.kind == Kind::Operative);
        let beyond = next.and_then(|next| numbering::leading_digits(self.text(next.label), 6));
        let due = |next: Option<u32>| next == Some(last + 2);
        due(self.next_number(at, depth)) || printed == last && due(beyond.map(|(_, value)| value))
    }

    /// Whether "1." stands where the markup lost the count: after another "1.", or before one, without a heading between.
    /// No series has two of them in a row.
    pub(super) fn lost_count(&self, at: usize, depth: u16, printed: u32) -> bool {
        let last = self.scope().last;
        if printed != 1 || last == 0 {
            return false;
        }
        let one = |clause: &&Clause| {
            clause.depth == depth
                && clause.kind == Kind::Operative
                && numbering::leading_digits(self.text(clause.label), 6).is_some_and(|(_, value)| value == 1)
        };
        let beside = |clause: &&Clause| {
            let words = self.text(if clause.label.is_empty() { clause.body } else { clause.label });
            let item = clause.kind == Kind::Subparagraph
                || clause.kind == Kind::Paragraph && numbering::item(words).is_some();
            clause.depth <= depth && !item
        };
        let before = self.clauses.get(..at).unwrap_or_default().iter().rev().find(beside);
        let next = self.clauses.get(at + 1..).unwrap_or_default().iter().find(beside);
        let announced = self.nodes.last().is_some_and(|&node| {
            let node = self.builder.node(node);
            matches!(node.kind, Kind::Operative | Kind::Paragraph) && ends_with_colon(self.text(node.body))
        });
        !announced && (before.is_some_and(|before| one(&before)) || next.is_some_and(|next| one(&next)))
    }

    /// The words of the next paragraphs beside a clause, with their numbers.
    pub(super) fn following(
        &self,
        at: usize,
        depth: u16,
    ) -> impl Iterator<Item = (&'a Clause, &'a str)> + '_ {
        let next = self.clauses.get(at + 1..).unwrap_or_default().iter();
        next.take(24)
            .take_while(move |next| {
                next.depth >= depth
                    && !matches!(next.kind, Kind::Heading | Kind::Section)
                    && !(next.kind == Kind::Paragraph
                        && (self.content.is_emphasized(next.body)
                            || words::unit(self.text(next.body)).is_some()))
            })
            .filter(move |next| next.depth == depth)
            .map(|next| (next, self.text(if next.label.is_empty() { next.body } else { next.label })))
    }

    /// "ᵃ See ...", "a See ...", "(أ) ...": a note below a table, or below another note of it. Where the list of the
    /// clause above goes on with that letter it is an item.
    pub(super) fn is_table_note(&self, at: usize, clause: &Clause) -> bool {
        let marked = |clause: &Clause| {
            let text = self.text(clause.body);
            let mut letters = text.chars();
            let first = letters.next();
            let bare = first.is_some_and(|letter| letter.is_ascii_lowercase() || is_raised_letter(letter))
                && letters.next().is_some_and(|letter| numbering::is_gap(letter) || letter.is_uppercase())
                && letters.find(|letter| !numbering::is_gap(*letter)).is_some_and(char::is_alphanumeric);
            clause.kind == Kind::Paragraph
                && clause.label.is_empty()
                && (bare || self.language == Language::Ar && numbering::item(text).is_some())
        };
        let going_on = numbering::item(self.text(clause.body))
            .is_some_and(|item| self.lists.in_list() && self.lists.takes(&item));
        let before = self.clauses.get(..at).unwrap_or_default();
        marked(clause)
            && !going_on
            && before
                .iter()
                .rev()
                .take(26)
                .find(|before| !marked(before))
                .is_some_and(|before| before.kind == Kind::Table && before.depth >= clause.depth)
    }

    /// "52nd plenary meeting" right before the date of it, or at the end: the markup forgot that it is a conclusion.
    pub(super) fn is_closing(&self, at: usize, text: &str) -> bool {
        let date = |clause: &Clause| clause.kind == Kind::Closing || words::is_date(self.text(clause.body));
        words::is_meeting(text)
            && self.clauses.get(at + 1).is_none_or(|next| next.kind == Kind::Notes || date(next))
    }

    /// The next number beside a clause.
    pub(super) fn next_number(&self, at: usize, depth: u16) -> Option<u32> {
        self.following(at, depth).find_map(|(next, text)| {
            if next.kind == Kind::Operative {
                return numbering::leading_digits(text, 6).map(|(_, value)| value);
            }
            numbering::number(text).map(|number| number.value)
        })
    }

    /// A number that is typed into the words: the bytes of its label, and up to the words. "10 Recalls" has lost its
    /// stop; it is a number where it follows the one before and an opening verb stands behind it.
    pub(super) fn typed_number(&self, at: usize, clause: &Clause) -> Option<(usize, usize)> {
        let text = self.text(clause.body);
        if let Some(number) = numbering::number(text) {
            return Some((number.label, number.body));
        }
        if let Some(typed) = self.han_paragraph(text) {
            return Some(typed);
        }
        // A stray quotation mark before it is of its label.
        let bare = text.trim_start_matches(|letter| "’‘'\"”“ \u{A0}".contains(letter));
        let lead = text.len() - bare.len();
        if let Some(number) = numbering::number(bare).filter(|number| number.value == self.scope().last + 1) {
            return Some((number.label + lead, number.body + lead));
        }
        let (digits, value) = numbering::leading_digits(bare, 4)?;
        let digits = digits + lead;
        let rest = text.get(digits..)?;
        let words = rest.trim_start_matches(numbering::is_gap);
        let body = text.len() - words.len();
        let next = self.next_number(at, clause.depth);
        let fits = body > digits
            && value == self.scope().last + 1
            && next.is_none_or(|next| next == value + 1)
            && (self.acts(&cut(clause, digits, body)) || next == Some(value + 1) && value > 1);
        fits.then_some((digits, body))
    }

    /// "一. 凡", a paragraph of an article in Chinese that is due.
    fn han_paragraph(&self, text: &str) -> Option<(usize, usize)> {
        let scope = self.scope();
        let (numeral, rest) = text.split_once(['.', '．', '、']).filter(|(numeral, _)| numeral.len() <= 9)?;
        let value = numbering::han_number(numeral)?;
        let words = rest.trim_start_matches(numbering::is_gap);
        let due = scope.kind == Kind::Article && value == scope.last + 1 && ends_with_mark(text);
        due.then(|| (text.len() - rest.len(), text.len() - words.len()))
    }

    /// Whether a clause begins as operative paragraphs do: with a verb that is known, or set apart by emphasis.
    pub(super) fn acts(&self, clause: &Clause) -> bool {
        let text = self.text(clause.body);
        let all = &self.content.emphasis;
        let at = all.partition_point(|span| span.start < clause.body.start);
        let set_apart = all
            .get(at)
            .is_some_and(|span| span.start == clause.body.start && span.end + 16 < clause.body.end);
        set_apart || lexicon::opener(self.language, Register::Operative, text).is_some()
    }
}

fn is_raised_letter(letter: char) -> bool {
    matches!(letter, 'ᵃ'..='ᵪ' | 'ᶜ'..='ᶻ')
}
