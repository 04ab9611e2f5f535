//! Joins lines to paragraphs, across line ends, pages and notes.
//!
//! A paragraph is a chain of blocks. What kind of paragraph it is, is decided later; here only what certainly begins
//! something new matters. The work is linear: each pair of neighbouring blocks is looked at once.

mod lines;

use super::enacting::Phrases;
use super::footnotes::Note;
use super::lexicon::{self, Register};
use super::numbering::{self, item, number};
use super::series::{self, Series};
use super::shape::{ends_with_mark, last_letter, starts_lower, without_mark};
use super::words;
use super::wrapping::{ends_open, filled, is_double_spaced, sets_in, wrap_column};
use crate::formats::{Block, Content, Style};
use crate::lang::Language;
use crate::text::Part as _;
use crate::text::chars::{is_arabic, is_wide};
use std::collections::HashSet;

/// A paragraph, given by the first and last block of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Para {
    pub head: u32,
    pub tail: u32,
    /// The length of all its blocks in bytes.
    pub bytes: u32,
    /// Whether it is the rows of a table, which are kept as laid out.
    pub table: bool,
}

/// The paragraphs of a text, and the chains of blocks that they consist of.
#[derive(Debug, Default)]
pub(super) struct Paragraphs {
    pub paras: Vec<Para>,
    /// For each block, one more than the index of the block that continues it; 0 where none does.
    next: Vec<u32>,
    /// The paragraphs that are numbered in a form of their own.
    pub series: Series,
}

impl Paragraphs {
    /// The indices of the blocks of a paragraph, in order.
    pub(super) fn blocks(&self, para: Para) -> impl Iterator<Item = usize> + '_ {
        let mut at = Some(para.head);
        std::iter::from_fn(move || {
            let here = at?;
            at = self.next.get(here as usize).copied().and_then(|next| next.checked_sub(1));
            Some(here as usize)
        })
    }
}

/// Joins the blocks that are neither furniture nor notes.
pub(super) fn join(
    content: &Content,
    skipped: impl Fn(usize) -> bool,
    notes: &[Note],
    language: Language,
    phrases: &Phrases,
) -> Paragraphs {
    let blocks = &content.blocks;
    let series = series::find(content, language, phrases, &skipped);
    let mut out = Paragraphs { paras: Vec::new(), next: vec![0; blocks.len()], series };
    let enacting = enacting_line(content, phrases).or_else(|| first_clause(content, language, &skipped));
    let double = is_double_spaced(content, enacting.unwrap_or(0), &skipped);
    let mut joiner = Joiner {
        content,
        language,
        phrases,
        markers: notes.iter().filter_map(|note| note.marker.parse().ok()).collect(),
        columns: wrap_column(content, double, &skipped),
        set_in: sets_in(content, &skipped),
        spacing: if double { Spacing::Double } else { Spacing::Lines },
        before_enacting: enacting.is_some(),
        brackets: 0,
        items: Vec::new(),
        last_number: 0,
        last_target: (0, 0),
        below_unit: false,
    };
    if joiner.spacing == Spacing::Lines && joiner.parted_by_blank_lines(enacting.unwrap_or(0)) {
        joiner.spacing = Spacing::Paragraphs;
    }
    let laid_out = enacting.is_none() && super::verse::keeps_lines(content, joiner.columns, &skipped);
    let mut interrupted = false;
    let mut last_is_unit = false;
    for place in 0..blocks.len() {
        let at = joiner.in_order(place, &skipped);
        let Some(block) = blocks.get(at).filter(|_| !skipped(at)) else {
            interrupted = true;
            continue;
        };
        if Some(at) == enacting {
            joiner.before_enacting = false;
        }
        let goes_on = match out.paras.last_mut() {
            Some(para) if laid_out => {
                para.tail + 1 == at as u32
                    && block.gap == 0
                    && out.next.get_mut(para.tail as usize).is_some_and(|next| {
                        *next = at as u32 + 1;
                        para.tail = at as u32;
                        para.bytes = para.bytes.saturating_add(block.text.len() as u32 + 1);
                        true
                    })
            }
            Some(para)
                if Some(at) != enacting
                    && !out.series.begins(at as u32)
                    && joiner.joins(para, block, interrupted, blocks.get(at + 1)) =>
            {
                if let Some(next) = out.next.get_mut(para.tail as usize) {
                    *next = at as u32 + 1;
                }
                para.tail = at as u32;
                para.bytes = para.bytes.saturating_add(block.text.len() as u32 + 1);
                true
            }
            _ => false,
        };
        if !goes_on {
            let table = block.style == Style::Row || laid_out;
            out.paras.push(Para { head: at as u32, tail: at as u32, bytes: block.text.len() as u32, table });
            joiner.brackets = 0;
            joiner.below_unit = last_is_unit;
            last_is_unit = !table && words::unit(content.words(block)).is_some();
            if !table {
                joiner.note_item(content.words(block));
            }
        }
        joiner.count_brackets(block);
        interrupted = false;
    }
    out
}

/// The line that is the enacting phrase; one with a comma is preferred to one without.
fn enacting_line(content: &Content, phrases: &Phrases) -> Option<usize> {
    let at = |comma: bool| {
        content.blocks.iter().take(400).position(|block| {
            let words = content.words(block);
            block.text.len() < 240
                && phrases
                    .at(words)
                    .is_some_and(|enacting| enacting.rest >= words.len() && (enacting.comma || !comma))
        })
    };
    at(true).or_else(|| at(false))
}

/// The first line after the masthead of a document without an enacting phrase: the first amendment, or the first
/// preambular paragraph below a numbered title.
fn first_clause(content: &Content, language: Language, skipped: impl Fn(usize) -> bool) -> Option<usize> {
    let line = |(at, block): (usize, &Block)| if skipped(at) { "" } else { content.words(block) };
    let lines = || content.blocks.iter().enumerate().take(400).map(line);
    super::amendments::first(lines().map(|line| (line, line))).or_else(|| {
        let title = lines().position(|line| super::masthead::title_number(line).is_some())?;
        let opens = |register, line: &str| lexicon::opener(language, register, line).is_some();
        let verb =
            |line: &str, number: numbering::Number| opens(Register::Operative, line.part(number.body..));
        let one = lines().enumerate().position(|(at, line)| {
            number(line).filter(|number| number.value == 1).is_some_and(|number| {
                verb(line, number)
                    || is_bare_number(line)
                        && lines().nth(at + 1).is_some_and(|next| opens(Register::Operative, next))
            })
        })?;
        let at = title + lines().skip(title).position(|line| opens(Register::Preambular, line))?;
        (at < one).then_some(at)
    })
}

/// What the blank lines of a text separate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spacing {
    /// Blank lines tell little.
    Lines,
    /// Paragraphs, so that lines without a blank line between them belong together.
    Paragraphs,
    /// All lines, as in a double-spaced typescript.
    Double,
}

struct Joiner<'a> {
    content: &'a Content,
    language: Language,
    phrases: &'a Phrases,
    /// The numbers of the notes.
    markers: HashSet<u32>,
    columns: Option<usize>,
    spacing: Spacing,
    /// Whether the first lines of paragraphs are indented.
    set_in: bool,
    before_enacting: bool,
    /// The number of square brackets that are open in the current paragraph.
    brackets: i32,
    /// The items that have begun a paragraph since the last number.
    items: Vec<(numbering::Class, u32)>,
    /// The last number that began a paragraph.
    last_number: u32,
    /// The last target ("1.2") that began a paragraph.
    last_target: (u32, u32),
    /// Whether the paragraph follows "Annex": then it is a title, and a short line ends it.
    below_unit: bool,
}

impl Joiner<'_> {
    fn count_brackets(&mut self, block: &Block) {
        if self.before_enacting {
            for letter in self.content.words(block).chars() {
                self.brackets +=
                    i32::from(matches!(letter, '[' | '［')) - i32::from(matches!(letter, ']' | '］'));
            }
        }
    }

    /// Remembers the letters of a list, to tell "(b)" at the start of an item from one at the start of a line inside
    /// a sentence.
    fn note_item(&mut self, words: &str) {
        let number = number(words);
        if number.is_some() || self.items.len() > 200 {
            self.items.clear();
        }
        let value = number.map(|number| number.value).or_else(|| self.misread(words));
        self.last_number = value.unwrap_or(self.last_number);
        self.last_target = numbering::steps(words).unwrap_or(self.last_target);
        if let Some(item) = item(words).or_else(|| numbering::capital(words)) {
            self.items.extend(item.readings());
        }
    }

    /// The value of a misread number that is due, "1O." for 10, or of one without a full stop, "3Also reaffirms".
    fn misread(&self, words: &str) -> Option<u32> {
        let undotted = || {
            numbering::undotted(words).filter(|(number, _)| {
                number.value == self.last_number + 1
                    && self.last_number > 0
                    && words.get(number.body..).is_some_and(|rest| !starts_lower(rest) && self.opens(rest))
            })
        };
        numbering::misread(words)
            .or_else(undotted)
            .map(|(number, _)| number.value)
            .filter(|&value| value == self.last_number + 1)
    }

    /// Whether a capital continues a list: "A. Register" after a colon, and "B. Report" after it.
    fn capital_follows(&self, before: &str, words: &str) -> bool {
        let Some(item) = numbering::capital(words) else { return false };
        let colon = super::shape::ends_with_colon(before);
        item.readings().any(|(class, ordinal)| {
            ordinal == 1 && colon || self.items.contains(&(class, ordinal.saturating_sub(1)))
        })
    }

    /// Whether an item may begin a paragraph: as the first of a list, or after the item before it.
    fn item_follows(&self, item: &numbering::Item) -> bool {
        item.form != numbering::Form::Bracket
            || item
                .readings()
                .any(|(class, ordinal)| ordinal <= 1 || self.items.contains(&(class, ordinal - 1)))
    }

    /// Whether nearly everything that begins something new has a blank line before it.
    fn parted_by_blank_lines(&self, from: usize) -> bool {
        let (mut parted, mut glued, mut inside) = (0, 0, 0);
        let mut complete = false;
        let mut page = 0;
        for block in self.content.blocks.iter().skip(from + 1).take(4000) {
            let words = self.content.words(block);
            // A gap at the top of a page tells nothing.
            if std::mem::replace(&mut page, block.page) != block.page {
                continue;
            }
            let after = std::mem::replace(&mut complete, ends_with_mark(words));
            if block.gap > 0 && (number(words).is_some() || item(words).is_some() || self.opens(words)) {
                parted += 1;
            } else if block.gap == 0 {
                inside += 1;
                glued += i32::from(
                    number(words).is_some()
                        || item(words).is_some()
                        || after && words::has_case(self.language) && self.opens(words),
                );
            }
        }
        inside > 0 && parted >= 3 && glued * 8 <= parted
    }

    fn joins(&self, para: &Para, block: &Block, interrupted: bool, next: Option<&Block>) -> bool {
        let blocks = &self.content.blocks;
        let Some(last) = blocks.get(para.tail as usize) else { return false };
        if block.style == Style::Row {
            return para.table && self.joins_rows(para, last, block);
        }
        if para.table {
            return false;
        }
        if block.style != Style::Line || last.style != Style::Line {
            let (before, words) = (self.content.words(last), self.content.words(block));
            // Some pages have a number as a paragraph of its own above its words.
            let alone = para.head == para.tail && number(before).is_some() && is_bare_number(before);
            if alone && last.style == Style::Paragraph && block.style == Style::Paragraph {
                return number(words).is_none() && item(words).is_none();
            }
            return self.joins_across(para, last, block, interrupted, next) && para.head != para.tail
                || block.style == Style::Paragraph
                    && last.style == Style::Paragraph
                    && interrupted
                    && self.joins_across(para, last, block, interrupted, next);
        }
        let before = self.content.words(last);
        let words = self.content.words(block);
        // A number alone on its line belongs to the words after it.
        if para.head == para.tail && is_bare_number(before) {
            return number(words).is_none()
                && (item(words).is_none() || number(before).is_some())
                && (block.gap <= 1 || block.page != last.page && number(before).is_some());
        }
        // The number of a section is a line of its own above its title.
        if para.head == para.tail && words::is_unit_alone(before) && !starts_lower(words) {
            return false;
        }
        // After the number of a resolution alone on its line, its title follows.
        if self.before_enacting
            && para.head == para.tail
            && super::masthead::title_number(before).is_some_and(|(_, at)| at >= before.len())
        {
            return block.gap <= 2
                && self.phrases.at(words).is_none()
                && !super::masthead::is_symbol_line(words);
        }
        let gap = block.gap > u8::from(self.spacing == Spacing::Double && !self.before_enacting);
        if gap || interrupted || block.page != last.page {
            return self.joins_across(para, last, block, interrupted || block.page != last.page, next);
        }
        self.joins_lines(para, last, block, next)
    }

    /// Whether a row belongs to the table that ends with the last row, also where a page break divides it and the
    /// next page repeats the header.
    fn joins_rows(&self, para: &Para, last: &Block, block: &Block) -> bool {
        match (self.content.row(last), self.content.row(block)) {
            (None, None) => block.gap <= 1,
            (Some((above, _)), Some((below, row))) => {
                let columns = |table: usize| self.content.tables.get(table).map(|table| table.columns);
                let head = self.content.blocks.get(para.head as usize);
                above == below
                    || row == 0
                        && block.page != last.page
                        && columns(above) == columns(below)
                        && head.is_some_and(|head| self.content.words(head) == self.content.words(block))
            }
            _ => false,
        }
    }

    /// The block that belongs at this position. It is the next one where `pdftotext` prints the last line of a
    /// numbered paragraph ("session.") before its first ("Further decides that these procedures apply only at the
    /// present").
    fn in_order(&self, place: usize, skipped: impl Fn(usize) -> bool) -> usize {
        let displaced = |at: usize| {
            let at_hand = |at: usize| self.content.blocks.get(at).filter(|_| !skipped(at));
            let (Some(number), Some(rest), Some(first)) =
                (at.checked_sub(1).and_then(at_hand), at_hand(at), at_hand(at + 1))
            else {
                return false;
            };
            let words = |block| self.content.words(block);
            is_bare_number(words(number))
                && rest.gap == 0
                && first.gap > 0
                && [number, rest, first]
                    .iter()
                    .all(|block| block.style == Style::Line && block.page == rest.page)
                && starts_lower(words(rest))
                && ends_with_mark(words(rest))
                && item(words(rest)).is_none()
                && !ends_with_mark(words(first))
                && !starts_lower(words(first))
                && numbering::number(words(first)).is_none()
                && item(words(first)).is_none()
        };
        if displaced(place) {
            place + 1
        } else if place.checked_sub(1).is_some_and(displaced) {
            place - 1
        } else {
            place
        }
    }

    /// Whether a block continues a paragraph across a blank line, a page break or notes.
    fn joins_across(
        &self,
        para: &Para,
        last: &Block,
        block: &Block,
        cut: bool,
        next: Option<&Block>,
    ) -> bool {
        let before = self.content.words(last);
        let words = self.content.words(block);
        if is_bare_number(words) || self.phrases.is_line(before) {
            return false;
        }
        let lower = starts_lower(words);
        if self.is_complete(before) {
            return cut && self.goes_on_after_mark(para, before, words, lower);
        }
        let head = self.content.blocks.get(para.head as usize).map_or("", |head| self.content.words(head));
        let clause = number(head).is_some() || item(head).is_some() || self.opens(head);
        // A verb at the top of a page tells nothing if the clause before is incomplete and verbs have no capital, or
        // the clause is numbered, or its last line is full.
        let caseless = !words::has_case(self.language) || self.language == Language::Ru;
        let numbered = || number(head).is_some() || item(head).is_some();
        let full = || self.columns.is_some_and(|width| filled(before, words, width) > width * 8 / 10);
        // Where each line is a whole paragraph, a paragraph without an end mark continues.
        let whole = self.columns.is_none() && para.bytes > 60;
        let within = cut && clause && (caseless || numbered() || full() || whole || ends_open(before));
        if self.starts_new_unit(words) || !within && self.opens(words) {
            return false;
        }
        if self.before_enacting {
            return lower && cut && para.bytes > 40;
        }
        if lower {
            return !is_heading_like(before, para.bytes) || self.opens(before);
        }
        if !cut || last_letter(before).is_none() || self.is_heading_before(words, next) {
            return false;
        }
        let caseless = words.chars().next().is_some_and(|first| is_arabic(first) || is_wide(first));
        clause || para.bytes > 120 || caseless && para.bytes > 60
    }

    /// A page may end at a comma inside a clause: what follows is then not a new clause. Figures never begin one.
    fn goes_on_after_mark(&self, para: &Para, before: &str, words: &str, lower: bool) -> bool {
        let mark = last_letter(without_mark(before));
        if self.before_enacting || self.starts_new_unit(words) {
            return false;
        }
        if starts_with_figure(words) && matches!(mark, Some(',' | ';' | ':')) && para.head != para.tail {
            return true;
        }
        if !matches!(mark, Some(',' | '،' | '，' | '、')) {
            return false;
        }
        // The rest of a list of names may begin with a capital, without being an opening phrase: "by all Member
        // States, / United Nations bodies". A Russian opening phrase has no capital, so that only the lexicon can
        // tell.
        let clause = || {
            let head =
                self.content.blocks.get(para.head as usize).map_or("", |head| self.content.words(head));
            self.opens(head) || number(head).is_some() || item(head).is_some()
        };
        match self.language {
            Language::Ru => {
                let second = words.split_once(' ').map_or("", |(_, rest)| rest);
                clause() && !self.opens(words) && !self.opens(second)
            }
            Language::Ar | Language::Zh => {
                lexicon::opener(self.language, Register::Preambular, words).is_none()
            }
            _ => lower || clause() && !self.opens(words) && (ends_with_mark(words) || words.len() > 60),
        }
    }

    /// Whether a short line without an end mark precedes something numbered: it is a heading at the top of a page.
    fn is_heading_before(&self, words: &str, next: Option<&Block>) -> bool {
        words.len() <= 100
            && !self.is_complete(words)
            && next.is_some_and(|next| {
                let after = self.content.words(next);
                next.gap > 0 && (number(after).is_some() || words::unit(after).is_some() || self.opens(after))
            })
    }

    /// Whether a line certainly begins something: a number, a letter, an enacting phrase, a heading or an opening
    /// verb.
    fn starts_anew(&self, words: &str) -> bool {
        self.starts_new_unit(words) || self.opens(words)
    }

    /// The same without the opening verbs.
    fn starts_new_unit(&self, words: &str) -> bool {
        number(words).is_some()
            || item(words).is_some()
            || self.phrases.at(words).is_some()
            || words::unit(words).is_some()
            || words::is_meeting(words)
    }

    fn opens(&self, words: &str) -> bool {
        if words::has_case(self.language) && self.language != Language::Ru && starts_lower(words) {
            return false;
        }
        lexicon::opener(self.language, Register::Preambular, words).is_some()
            || lexicon::opener(self.language, Register::Operative, words).is_some()
    }
}

/// Whether it is "7." or "(a)" and nothing else.
pub(super) fn is_bare_number(words: &str) -> bool {
    words.len() <= 12
        && (number(words).is_some_and(|number| number.body >= words.len())
            || item(words)
                .is_some_and(|item| item.body >= words.len() && item.form == numbering::Form::Bracket))
}

/// Whether a line begins with a figure that is not a number: "150 million more people".
fn starts_with_figure(words: &str) -> bool {
    words.starts_with(|first: char| first.is_ascii_digit())
        && number(words).is_none()
        && item(words).is_none()
        && !words::is_meeting(words)
        && super::masthead::heading_of_next(words).is_none()
}

/// Whether a line may be a heading: it is short and has no end mark.
fn is_heading_like(before: &str, bytes: u32) -> bool {
    bytes < 60 && !ends_with_mark(before) && number(before).is_none() && item(before).is_none()
}
