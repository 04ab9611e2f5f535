//! Numbers that the markup does not mark, or marks wrongly: what their neighbours say.

use super::{MarkedClauses, cut};
use crate::document::Kind;
use crate::formats::marked::Clause;
use crate::grammar::lexicon::{self, Register};
use crate::grammar::shape::{ends_with_colon, ends_with_comma, ends_with_mark};
use crate::grammar::{numbering, words};
use crate::lang::Language;
use crate::lang::numerals::abjad_place;
use crate::text::Part as _;
use crate::text::chars::is_gap;

impl<'a> MarkedClauses<'a> {
    /// Whether a number stands where another one is missing: 9, 11, 11, 12 is 9 to 12.
    pub(super) fn is_misprinted(&self, at: usize, depth: u16, printed: u32) -> bool {
        let last = self.build.scope().last;
        if printed == last + 1 || last == 0 {
            return false;
        }
        // A heading may stand between it and the next one.
        let rest = self.clauses.part(at + 1..).iter().take(24);
        let next = rest
            .take_while(|next| next.depth >= depth && !next.kind.is_scope())
            .find(|next| next.depth == depth && next.kind == Kind::Operative);
        let beyond = next.and_then(|next| numbering::value_of(self.text(next.label)));
        let due = |next: Option<u32>| next == Some(last + 2);
        due(self.next_number(at, depth)) || printed == last && due(beyond)
    }

    /// Whether "1." stands where the markup lost the count: after another "1.", or before one, without a heading between.
    /// No series has two of them in a row.
    pub(super) fn lost_count(&self, at: usize, depth: u16, printed: u32) -> bool {
        let last = self.build.scope().last;
        if printed != 1 || last == 0 {
            return false;
        }
        let one = |clause: &&Clause| {
            clause.depth == depth
                && clause.kind == Kind::Operative
                && numbering::value_of(self.text(clause.label)) == Some(1)
        };
        let beside = |clause: &&Clause| {
            let words = self.text(clause.shown());
            let item = clause.kind == Kind::Subparagraph
                || clause.kind == Kind::Paragraph && numbering::item(words).is_some();
            clause.depth <= depth && !item
        };
        let before = self.clauses.part(..at).iter().rev().find(beside);
        let next = self.clauses.part(at + 1..).iter().find(beside);
        let announced = self.nodes.last().is_some_and(|&node| {
            let node = self.build.node(node);
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
        let next = self.clauses.part(at + 1..).iter();
        next.take(24)
            .take_while(move |next| {
                next.depth >= depth
                    && !matches!(next.kind, Kind::Heading | Kind::Section)
                    && !(next.kind == Kind::Paragraph
                        && (self.content.is_emphasized(next.body)
                            || words::unit(self.text(next.body)).is_some()))
            })
            .filter(move |next| next.depth == depth)
            .map(|next| (next, self.text(next.shown())))
    }

    /// "ᵃ See ...", "a See ...", "(أ) ...": a note below a table, or below another note of it. A plain letter is a mark
    /// before a capital, where the table has it, or where the notes go on from "a" to "b"; "a further sum" is a sentence.
    /// Where the list of the clause above goes on with that letter it is an item.
    pub(super) fn is_table_note(&self, at: usize, clause: &Clause) -> bool {
        let Some(mark) = self.table_mark(clause) else { return false };
        let shown = self.text(clause.shown());
        let going_on = super::item_of(shown)
            .is_some_and(|item| self.build.lists.in_list() && self.build.lists.takes(&item));
        let before = self.clauses.part(..at);
        let mut above = before.iter().rev().take(26);
        let notes: Vec<&Clause> =
            above.by_ref().take_while(|before| self.table_mark(before).is_some()).collect();
        let table = before.iter().rev().nth(notes.len());
        let Some(table) = table.filter(|table| {
            table.kind == Kind::Table && table.depth >= clause.depth && notes.len() < 26 && !going_on
        }) else {
            return false;
        };
        let previous = notes.first().and_then(|note| self.table_mark(note));
        let next = self.clauses.get(at + 1).and_then(|next| self.table_mark(next));
        let follows = |one: Option<char>, two: Option<char>| {
            one.zip(two).is_some_and(|(one, two)| u32::from(one) + 1 == u32::from(two))
        };
        let mut words = shown.chars().skip(1).filter(|letter| !is_gap(*letter));
        let capital = words.next().is_some_and(char::is_uppercase);
        // A list has not one item only.
        let alone = self.build.language == Language::Ar
            && abjad_place(mark) == Some(1)
            && notes.is_empty()
            && next.is_none();
        is_raised_letter(mark)
            || alone
            || self.is_mark_in(table, mark)
            || clause.label.is_empty() && !mark.is_ascii()
            || mark.is_ascii()
                && (capital || follows(previous, Some(mark)) || mark == 'a' && follows(Some(mark), next))
    }

    /// The letter by which a clause may be the note of a table.
    fn table_mark(&self, clause: &Clause) -> Option<char> {
        if !matches!(clause.kind, Kind::Paragraph | Kind::Subparagraph) {
            return None;
        }
        if self.build.language == Language::Ar {
            let text = self.text(clause.shown());
            return super::item_of(text).and_then(|_| text.chars().find(|letter| letter.is_alphabetic()));
        }
        if clause.kind != Kind::Paragraph || !clause.label.is_empty() {
            return None;
        }
        let mut letters = self.text(clause.body).chars();
        let first = letters.next().filter(|first| first.is_ascii_lowercase() || is_raised_letter(*first))?;
        let parted = letters.next().is_some_and(|next| is_gap(next) || next.is_uppercase());
        let words = letters.find(|letter| !is_gap(*letter)).is_some_and(char::is_alphanumeric);
        (parted && words).then_some(first)
    }

    /// Whether a cell of a table ends with a letter as a mark: in brackets, or right behind a figure.
    fn is_mark_in(&self, table: &Clause, mark: char) -> bool {
        self.text(table.body).split(['\t', '\n']).any(|cell| {
            let mut letters = cell.trim_end().trim_end_matches([')', '）']).chars().rev();
            let (last, before) = (letters.next(), letters.next());
            let bracket = matches!(before, Some('(' | '（'));
            last == Some(mark) && (bracket || before.is_some_and(|before| before.is_ascii_digit()))
        })
    }

    /// "52nd plenary meeting" right before the date of it, or at the end: the markup forgot that it is a conclusion.
    pub(super) fn is_closing(&self, at: usize, text: &str) -> bool {
        let date = |clause: &Clause| clause.kind == Kind::Closing || words::is_date(self.text(clause.body));
        words::is_meeting(text)
            && (self.clauses.get(at + 1).is_none_or(|next| next.kind == Kind::Notes || date(next))
                || self.is_last_date(at + 1))
    }

    /// Whether the clause at `at` is the last one, a few words with a year: the date of the meeting, however it is misprinted.
    pub(super) fn is_last_date(&self, at: usize) -> bool {
        let Some(clause) = self.clauses.get(at).filter(|clause| clause.kind == Kind::Paragraph) else {
            return false;
        };
        let text = self.text(clause.body);
        let year = text.trim_end_matches('.').rsplit(is_gap).next().unwrap_or_default();
        text.len() <= 60
            && year.len() == 4
            && year.bytes().all(|byte| byte.is_ascii_digit())
            && self.clauses.get(at + 1).is_none_or(|next| next.kind == Kind::Notes)
    }

    /// What stands right below the meeting at the end is its date.
    pub(super) fn is_below_meeting(&self, at: usize) -> bool {
        let before = self.nodes.last().is_some_and(|&node| self.build.node(node).kind == Kind::Closing);
        before && self.is_last_date(at)
    }

    /// "* Reissued for technical reasons": a note of the page, which the markup put into the preamble.
    pub(super) fn is_star_note(&self, text: &str) -> bool {
        let part = self.build.scope().part.map(|part| self.build.node(part).kind);
        part == Some(Kind::Preamble) && is_star_note(text)
    }

    /// The next number beside a clause.
    pub(super) fn next_number(&self, at: usize, depth: u16) -> Option<u32> {
        self.following(at, depth).find_map(|(next, text)| number_shown(next, text))
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
        if let Some(number) =
            numbering::number(bare).filter(|number| number.value == self.build.scope().last + 1)
        {
            return Some((number.label + lead, number.body + lead));
        }
        let (digits, value) = numbering::leading_digits(bare, 4)?;
        let digits = digits + lead;
        let rest = text.get(digits..)?;
        let words = rest.trim_start_matches(is_gap);
        let body = text.len() - words.len();
        let next = self.next_number(at, clause.depth);
        let fits = body > digits
            && value == self.build.scope().last + 1
            && next.is_none_or(|next| next == value + 1)
            && (self.acts(&cut(clause, digits, body)) || next == Some(value + 1) && value > 1);
        fits.then_some((digits, body))
    }

    /// "一. 凡", a paragraph of an article in Chinese that is due.
    fn han_paragraph(&self, text: &str) -> Option<(usize, usize)> {
        let scope = self.build.scope();
        let (numeral, rest) = text.split_once(['.', '．', '、']).filter(|(numeral, _)| numeral.len() <= 9)?;
        let value = crate::lang::numerals::han_value(numeral)?;
        let words = rest.trim_start_matches(is_gap);
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
        let opens = |register| lexicon::opener(self.build.language, register, text).is_some();
        opens(Register::Operative) || set_apart && !(ends_with_comma(text) && opens(Register::Preambular))
    }
}

/// The number of a clause: of its label, or typed into its words where the markup has none.
pub(super) fn number_shown(clause: &Clause, shown: &str) -> Option<u32> {
    if clause.kind == Kind::Operative {
        return numbering::value_of(shown);
    }
    numbering::number(shown).map(|number| number.value)
}

/// A star and words behind it.
pub(super) fn is_star_note(text: &str) -> bool {
    text.strip_prefix('*').is_some_and(|rest| {
        rest.trim_start_matches(is_gap).starts_with(|letter: char| letter.is_alphabetic())
    })
}

fn is_raised_letter(letter: char) -> bool {
    matches!(letter, 'ᵃ'..='ᵪ' | 'ᶜ'..='ᶻ')
}
