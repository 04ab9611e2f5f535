//! Operative paragraphs that are numbered in an unusual form: "1.-", "1º", "OP1:", "§ 1", "First,", "一、", "I.", "1)".
//!
//! The form alone does not tell: "1)" also numbers lists, and "I." heads sections. What tells is a sequence from 1 on
//! in the same form, with operative verbs after the numbers, in a text whose paragraphs are not numbered "1.". Such
//! forms occur in resolutions of other organs and in drafts written by students.

use super::enacting::Phrases;
use super::lexicon::{self, Register};
use super::numbering::{self, Item, Number, number};
use super::shape::{ends_with_colon, ends_with_mark, starts_lower};
use super::words::{self, Unit};
use crate::formats::{Block, Content, Style};
use crate::lang::numerals::{HAN, han_value, roman_value};
use crate::lang::{Language, ordinals, tables};
use crate::text::Part as _;
use crate::text::chars::{digit_value, is_alphabetic, is_gap, is_hyphen};
use std::collections::HashMap;

/// What begins a paragraph because it belongs to such a sequence, by block.
#[derive(Debug, Default)]
pub(super) struct Series {
    numbers: HashMap<u32, Number>,
    /// Letters that repeat the number of their paragraph: "OP2(a)".
    items: HashMap<u32, Item>,
}

impl Series {
    pub(super) fn number(&self, block: u32) -> Option<Number> {
        self.numbers.get(&block).copied()
    }

    pub(super) fn item(&self, block: u32) -> Option<Item> {
        self.items.get(&block).copied()
    }

    pub(super) fn begins(&self, block: u32) -> bool {
        self.numbers.contains_key(&block) || self.items.contains_key(&block)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counting {
    Digits,
    /// I, II
    Roman,
    Han,
    /// "First", "Segundo"
    Word,
}

/// The form of a number: the numerals, and what is printed before and after them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Form {
    counting: Counting,
    prefix: String,
    suffix: String,
}

impl Form {
    /// Whether only paragraphs are numbered in this form: then one number is enough, and its verb may be unknown.
    fn is_certain(&self) -> bool {
        self.counting == Counting::Digits
            && (self.prefix.contains(|letter: char| letter.is_alphabetic() || matches!(letter, '§' | '#'))
                || self.suffix.contains(['-', '°', ':']))
    }
}

/// A number in a form that only paragraphs have.
pub(super) fn in_own_form(text: &str, language: Language) -> Option<Number> {
    label(text, language).filter(|(form, _)| form.is_certain()).map(|(_, number)| number)
}

/// The most bytes of the words before a number: "Paragraph 1", "Пункт 1".
const LONGEST_PREFIX: usize = 20;

/// The number at the start of a paragraph and its form, where `numbering` does not read that form.
fn label(text: &str, language: Language) -> Option<(Form, Number)> {
    if number(text).is_some() {
        return None;
    }
    counted(text).or_else(|| worded(text, language))
}

/// Reads digits, Roman numerals or Han numerals, with marks around them.
fn counted(text: &str) -> Option<(Form, Number)> {
    let before = |letter: char| is_alphabetic(letter) || is_gap(letter) || ".§#№°º[(（".contains(letter);
    let digits = text
        .char_indices()
        .take_while(|&(at, letter)| at <= LONGEST_PREFIX && (before(letter) || digit_value(letter).is_some()))
        .find(|(_, letter)| digit_value(*letter).is_some());
    let (counting, start, bytes, value) = if let Some((start, _)) = digits {
        let (bytes, value) = numbering::leading_digits(text.get(start..)?, 3)?;
        (Counting::Digits, start, bytes, value)
    } else {
        let start = text.len() - text.trim_start_matches(['(', '（']).len();
        let name = text.get(start..)?;
        let of = |series: &str| {
            let end = name.find(|letter: char| !series.contains(letter)).unwrap_or(name.len());
            name.get(..end).filter(|name| (1..=15).contains(&name.len()))
        };
        if let Some(numeral) = of("IVX") {
            (Counting::Roman, start, numeral.len(), roman_value(&numeral.to_ascii_lowercase())?)
        } else {
            let numeral = of(HAN)?;
            (Counting::Han, start, numeral.len(), han_value(numeral)?)
        }
    };
    let named = text.get(..start + bytes)?;
    if start > 0 && words::unit(named).is_some() || value == 0 {
        return None;
    }
    finish(text, counting, start, start + bytes, value)
}

/// Reads an ordinal: "First,", "Segundo.-", "Во-первых,", "第一，".
fn worded(text: &str, language: Language) -> Option<(Form, Number)> {
    let end = text.find(|letter: char| !is_alphabetic(letter) && letter != '-')?;
    let word = text.get(..end)?.trim_end_matches('-');
    if word.is_empty() || word.len() > 40 {
        return None;
    }
    // A quick check: most lines begin with a word that no mark follows, and looking up its number is slow.
    let (form, number) = finish(text, Counting::Word, 0, word.len(), 0)?;
    let lower = word.to_lowercase();
    let adverb = tables()
        .find_map(|words| words.numbers.adverbs.iter().position(|adverb| *adverb == lower))
        .map(|at| at as u32 + 1);
    let value = adverb.or_else(|| {
        ordinals::ordinal(language, &lower)
            .filter(|(range, _)| *range == (0..lower.len()))
            .map(|(_, value)| value)
    })?;
    Some((form, Number { value, ..number }))
}

/// Reads the marks after a number, and finds the words after them.
fn finish(text: &str, counting: Counting, start: usize, end: usize, value: u32) -> Option<(Form, Number)> {
    let after = text.get(end..)?;
    let body = after.trim_start_matches(|letter: char| {
        is_gap(letter) || is_hyphen(letter) || ".,:°º)]）、．：，—/".contains(letter)
    });
    let marks = after.get(..after.len() - body.len())?.trim_end_matches(is_gap);
    let folded = |letter: char| match letter {
        'º' => '°',
        '）' => ')',
        '：' => ':',
        '，' => ',',
        '—' => '-',
        _ if is_hyphen(letter) => '-',
        letter => letter,
    };
    let fold =
        |marks: &str| -> String { marks.chars().filter(|letter| !is_gap(*letter)).map(folded).collect() };
    let prefix = text.get(..start)?.trim_end_matches(is_gap).replace('（', "(");
    let form = Form { counting, prefix, suffix: fold(marks) };
    // "7. -" is read by `numbering`, "7 States" is not a number, and a space must separate "OP1" from its verb.
    let parted = after.len() > body.len() && (!form.suffix.is_empty() || form.is_certain());
    let number = Number { label: end + marks.len(), body: text.len() - body.len(), value, repeated: false };
    (parted && !(form.prefix.is_empty() && form.suffix == "." && counting == Counting::Digits))
        .then_some((form, number))
}

/// A paragraph that may belong to a sequence.
struct Candidate {
    block: u32,
    form: Form,
    number: Number,
    /// The register of the verb after the number; `None` where there is no opening verb.
    opens: Option<Register>,
    /// Whether the paragraph above is complete.
    parted: bool,
    /// Whether a colon above announces a list.
    announced: bool,
    /// Whether it cannot be a title, because it ends as a clause does or continues below.
    ends: bool,
}

/// Finds the sequences of a document: in each of its resolutions, the first form that counts from 1 on.
pub(super) fn find(
    content: &Content,
    language: Language,
    phrases: &Phrases,
    skipped: impl Fn(usize) -> bool,
) -> Series {
    let finder = Finder { content, language, phrases };
    let mut series = Series::default();
    let mut stretch = Stretch::default();
    let mut above: Option<&Block> = None;
    let mut blocks = content.blocks.iter().enumerate().filter(|&(at, _)| !skipped(at)).peekable();
    while let Some((at, block)) = blocks.next() {
        let text = content.words(block);
        if phrases.is_line(text) || words::unit(text).is_some_and(|head| head.unit == Unit::Annex) {
            stretch.settle(content, &mut series);
        }
        let below = blocks.peek().map(|(_, below)| *below);
        let is_first = finder.is_first(text, below);
        stretch.plain |= is_first && stretch.candidates.is_empty();
        stretch.inside |= is_first;
        if !stretch.plain && !matches!(block.style, Style::Row | Style::Note) {
            stretch.last = at;
            stretch.candidates.extend(finder.candidate(at, block, above, below));
        }
        above = Some(block);
    }
    stretch.settle(content, &mut series);
    series
}

struct Finder<'a> {
    content: &'a Content,
    language: Language,
    phrases: &'a Phrases,
}

impl Finder<'_> {
    fn candidate(
        &self,
        at: usize,
        block: &Block,
        above: Option<&Block>,
        below: Option<&Block>,
    ) -> Option<Candidate> {
        let text = self.content.words(block);
        let (form, number) = label(text, self.language)?;
        let above = above.map_or("", |above| self.content.words(above));
        let goes_on = block.style == Style::Line
            && below.is_some_and(|below| {
                below.gap == 0 && label(self.content.words(below), self.language).is_none()
            });
        Some(Candidate {
            block: at as u32,
            opens: self.verb(text.get(number.body..)?, &form),
            form,
            number,
            parted: block.gap > 0 || block.style != Style::Line || ends_with_mark(above),
            announced: ends_with_colon(above) && !self.phrases.is_line(above),
            ends: ends_with_mark(text) || goes_on && text.len() > 40,
        })
    }

    /// The register of the verb after a number. In "1.- decide" the verb may have no capital, but a participle
    /// without a capital does not begin a recital.
    fn verb(&self, rest: &str, form: &Form) -> Option<Register> {
        let lower = words::has_case(self.language) && self.language != Language::Ru && starts_lower(rest);
        let opens = |register| lexicon::opener(self.language, register, rest).is_some();
        let may_be_lower = form.is_certain() || form.counting == Counting::Word;
        if (!lower || may_be_lower) && opens(Register::Operative) {
            return Some(Register::Operative);
        }
        (!lower && self.language != Language::Zh && opens(Register::Preambular))
            .then_some(Register::Preambular)
    }

    /// Whether it is a plain paragraph 1 ("1. Decides"), whose number may stand on a line of its own.
    fn is_first(&self, text: &str, below: Option<&Block>) -> bool {
        let opens = |text: &str| lexicon::opener(self.language, Register::Operative, text).is_some();
        number(text).filter(|number| number.value == 1).is_some_and(|number| {
            let rest = text.part(number.body..);
            let lower = words::has_case(self.language) && self.language != Language::Ru && starts_lower(rest);
            !lower && opens(rest)
                || rest.is_empty() && below.is_some_and(|below| opens(self.content.words(below)))
        })
    }
}

/// The candidates of one resolution.
#[derive(Default)]
struct Stretch {
    candidates: Vec<Candidate>,
    last: usize,
    /// Whether a plain paragraph 1 stands above all of them.
    plain: bool,
    /// Whether there is a plain paragraph 1 anywhere, so that "I." and "一、" head sections.
    inside: bool,
}

impl Stretch {
    fn settle(&mut self, content: &Content, series: &mut Series) {
        let stretch = std::mem::take(self);
        for register in [Register::Preambular, Register::Operative] {
            stretch.run(register, content, series);
        }
    }

    /// Records the first form that numbers paragraphs of a register from 1 on.
    fn run(&self, register: Register, content: &Content, series: &mut Series) {
        let is_first = |candidate: &&Candidate| {
            let certain = candidate.form.is_certain();
            candidate.number.value == 1
                && candidate.opens == Some(register)
                && (certain
                    || register == Register::Operative
                        && candidate.ends
                        && !candidate.announced
                        && !self.inside)
        };
        let mut firsts = self.candidates.iter().filter(is_first).take(20);
        let found = firsts.find_map(|first| {
            let members = self.members(first, register);
            (members.len() > 1 || first.form.is_certain()).then_some((first, members))
        });
        let Some((first, members)) = found else { return };
        for member in &members {
            series.numbers.insert(member.block, member.number);
        }
        let lettered = first.form.prefix.contains(char::is_alphabetic);
        for (at, member) in members.iter().enumerate().filter(|_| lettered) {
            let end = members.get(at + 1).map_or(self.last + 1, |next| next.block as usize);
            let blocks = (member.block as usize + 1..end).take(200);
            series.items.extend(blocks.filter_map(|at| {
                let text = content.words(content.blocks.get(at)?);
                Some((at as u32, repeated(text, &first.form, member.number.value)?))
            }));
        }
    }

    /// The paragraphs that continue the first one in its form.
    fn members(&self, first: &Candidate, register: Register) -> Vec<&Candidate> {
        let certain = first.form.is_certain();
        let mut due = first.number.value;
        let mut members: Vec<&Candidate> = Vec::new();
        let of_form = self
            .candidates
            .iter()
            .filter(|candidate| candidate.block >= first.block && candidate.form == first.form);
        for candidate in of_form {
            let value = candidate.number.value;
            let fits = match candidate.opens {
                Some(opens) if opens != register => false,
                Some(_) if certain => true,
                // Numbers may be missing.
                Some(_) => candidate.ends && (due..due + 3).contains(&value),
                None => certain && candidate.parted && value == due,
            };
            if fits {
                members.push(candidate);
                due = value + 1;
            }
        }
        members
    }
}

/// The letter of "OP2(a)" below "OP2".
fn repeated(text: &str, form: &Form, value: u32) -> Option<Item> {
    let rest = text.strip_prefix(form.prefix.as_str())?;
    let (digits, own) = numbering::leading_digits(rest.trim_start_matches(is_gap), 3)?;
    let rest = rest.trim_start_matches(is_gap).get(digits..)?.trim_start_matches(['.', ' ', '\u{A0}']);
    let item = numbering::item(rest).filter(|_| own == value)?;
    let lead = text.len() - rest.len();
    Some(Item { label: item.label + lead, body: item.body + lead, ..item })
}
