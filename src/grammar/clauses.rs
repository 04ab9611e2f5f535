//! Paragraphs to clauses: the state of the text, its containers, and what each paragraph is.
//!
//! Numbers and letters are read by `numbering`, fixed phrases by `words`, opening verbs by the lexicon; here is only
//! what follows from what. Nothing is looked up twice, and nothing looks ahead further than a few paragraphs.

mod amendments;
mod body;
mod heads;
mod notes;
mod write;

use super::assemble::Assembler;
use super::build::{Build, State};
use super::enacting::Phrases;
use super::lexicon::{self, Register};
use super::numbering::{self, item, number};
use super::paragraphs::{Para, Paragraphs};
use super::shape::{ends_with_colon, starts_lower};
use super::words;
use crate::document::{Builder, Finding, Kind, Span};
use crate::formats::marked::Clause;
use crate::formats::{Block, Content, Style};
use crate::lang::Language;
use crate::text::Part as _;

/// What the clauses are framed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// An enacting phrase above them, or nothing.
    Resolution,
    /// Recitals stand above the enacting phrase, which is still to come.
    Recitals,
    /// "made the following statement": paragraphs without numbers.
    Statement,
    /// Amendments to a draft: instructions, each with its new text quoted below it.
    Amendments,
}

pub(super) struct Clauses<'a> {
    content: &'a Content,
    paragraphs: &'a Paragraphs,
    /// Of the document.
    whole: Language,
    phrases: &'a Phrases,
    pub build: Build,
    pub assembler: Assembler<'a>,
    /// How far the clause under way is set in.
    clause_indent: u8,
    /// The last paragraph told how States voted, and its roll may follow.
    in_vote: bool,
    /// The letters that titled headings have, "A. Title", as bits; found when the first is met.
    letters: Option<u32>,
    /// A paragraph in another language was met.
    mixed: bool,
    most_nodes: usize,
    page: u32,
    pub frame: Frame,
}

impl<'a> Clauses<'a> {
    pub(super) fn new(
        content: &'a Content,
        paragraphs: &'a Paragraphs,
        language: Language,
        phrases: &'a Phrases,
        builder: Builder,
        assembler: Assembler<'a>,
        state: State,
    ) -> Self {
        Self {
            content,
            paragraphs,
            whole: language,
            phrases,
            build: Build::new(builder, language, state),
            assembler,
            clause_indent: 0,
            in_vote: false,
            letters: None,
            mixed: false,
            most_nodes: 100_000 + content.text.len() / 16,
            page: 0,
            frame: Frame::Resolution,
        }
    }

    fn block(&self, at: u32) -> &'a Block {
        const NONE: Block = Block {
            text: Span { start: 0, end: 0 },
            source: Span { start: 0, end: 0 },
            line: 0,
            page: 0,
            gap: 0,
            indent: 0,
            style: Style::Line,
        };
        self.content.blocks.get(at as usize).unwrap_or(&NONE)
    }

    pub(super) fn first(&self, para: Para) -> &'a str {
        self.content.words(self.block(para.head))
    }

    /// The last line of a paragraph, without the number of a note that is printed plain behind it.
    fn last(&self, para: Para) -> &'a str {
        super::shape::without_mark(self.content.words(self.block(para.tail)))
    }

    fn para(&self, at: usize) -> Option<Para> {
        self.paragraphs.paras.get(at).copied()
    }

    /// The next paragraphs after the one at `at`, `most` at the most.
    fn ahead(&self, at: usize, most: usize) -> impl Iterator<Item = Para> + use<'a> {
        let paragraphs: &'a Paragraphs = self.paragraphs;
        paragraphs.paras.iter().skip(at + 1).take(most).copied()
    }

    /// Reads the paragraphs from `from` on.
    pub(super) fn run(&mut self, from: usize) {
        let mut at = from;
        while let Some(para) = self.para(at) {
            if self.build.document.len() > self.most_nodes {
                self.rest_as_text(at);
                return;
            }
            self.one(at, para);
            at += 1;
        }
    }

    fn one(&mut self, at: usize, para: Para) {
        let block = self.block(para.head);
        let text = self.first(para);
        if block.page != self.page {
            self.page = block.page;
            let here = self.build.document.text().len() as u32;
            self.build.document.page_break(here);
        }
        self.build.language = self.language_of(text, block.line);
        let was_vote = std::mem::take(&mut self.in_vote);
        let amends = self.frame == Frame::Amendments;
        if self.build.scope().kind == Kind::Quotation && !amends && !super::shape::starts_with_quote(text) {
            self.build.leave_scopes(|scope| scope.kind != Kind::Quotation);
        }
        if para.table {
            self.table(para);
            return;
        }
        if self.next_resolution(at, para) {
            return;
        }
        if self.framed(at, para) {
            return;
        }
        if let Some(enacting) = self.phrases.at(text) {
            let alone = enacting.rest >= text.len();
            let opens =
                !alone && enacting.comma && self.opens(Register::Preambular, text.part(enacting.rest..));
            if alone && (para.head == para.tail) || opens {
                self.enacting(para, enacting, alone);
                return;
            }
        }
        if self.build.state() != State::Free || self.build.scopes().len() == 1 {
            // Chinese texts print the date above the meeting.
            let below = words::is_date(text) && words::is_meeting(self.last(para));
            if (words::is_meeting(text) || below) && para.bytes < 200
                || self.build.state() == State::Closed && words::is_date(text)
            {
                self.closing(para);
                return;
            }
        } else if words::is_meeting(text) && para.bytes < 120 && self.next_is_outside(at) {
            self.closing(para);
            return;
        }
        if words::is_vote_roll(text)
            || words::is_vote_line(text)
            || was_vote && !ends_with_colon(self.last(para)) && text.contains(',')
        {
            self.vote(para);
            return;
        }
        if self.of_series(at, para) {
            return;
        }
        if let Some((number, printed)) = self.misread(at, text) {
            let finding = Finding::NumberMisread { number: number.value, printed: printed.to_string() };
            self.build.diagnose(block.line, finding);
            self.numbered(para, number);
            return;
        }
        if self.labelled(at, para) {
            return;
        }
        match self.build.state() {
            State::Preamble => self.in_preamble(at, para),
            State::Operative => self.in_operative(at, para),
            State::Free | State::Closed => self.in_free(at, para),
        }
    }

    /// The letter or number of a paragraph that its format counts at a lower level than the clause under way, where it would not be
    /// taken for one by itself.
    fn counted(&self, block: &Block, text: &str) -> Option<numbering::Item> {
        let below = block.style == Style::Paragraph && block.indent > self.clause_indent;
        let sought = below && self.build.state() == State::Operative && self.build.lists.is_open();
        sought.then(|| numbering::counted(text)).flatten()
    }

    /// What the frame of the document decides: recitals, a quoted resolution, a presidential statement.
    fn framed(&mut self, at: usize, para: Para) -> bool {
        if self.frame == Frame::Recitals && super::forms::leads_to_enacting(self.first(para)) {
            self.build.part(Kind::Preamble);
            self.leaf(Kind::Enacting, para);
            return true;
        }
        if self.frame == Frame::Amendments {
            return self.amendment(at, para);
        }
        if self.build.scope().kind == Kind::Quotation {
            self.quoted(at, para);
            return true;
        }
        self.frame == Frame::Statement && self.of_statement(at, para)
    }

    /// What the label of a paragraph decides: a unit, a target, a number, the letter of a list.
    fn labelled(&mut self, at: usize, para: Para) -> bool {
        let text = self.first(para);
        if let Some(item) = self.counted(self.block(para.head), text)
            && self.item(at, para, &item)
        {
            return true;
        }
        let unit = words::unit(text).filter(|_| para.bytes < 400);
        if let Some(item) = numbering::capital(text).filter(|item| self.build.lists.takes(item))
            && (unit.is_none() || self.build.lists.in_list())
            && self.item(at, para, &item)
        {
            return true;
        }
        if let Some(head) = unit
            && self.unit(at, para, head)
        {
            return true;
        }
        if let Some(target) = numbering::target(text)
            && (self.build.state() != State::Preamble || self.decides(text.part(target.body..)))
        {
            if self.build.state() == State::Preamble {
                self.unread(para, text.part(..target.label));
            }
            self.target(para, target);
            return true;
        }
        if let Some(number) = number(text).or_else(|| self.in_brackets(text)) {
            if self.numbered(para, number) {
                return true;
            }
        } else if let Some(item) = item(text)
            && self.item(at, para, &item)
        {
            return true;
        }
        self.unread_label(para)
    }

    /// The language of a paragraph: the document's, unless its script says otherwise.
    fn language_of(&mut self, text: &str, line: u32) -> Language {
        let Some(letter) = text.chars().take(60).find(|letter| letter.is_alphabetic()) else {
            return self.whole;
        };
        if text.len() < 60 || self.whole.writes(letter) {
            return self.whole;
        }
        let head = text.char_indices().nth(200).map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
        match super::detect(head) {
            Some(language) if language != self.whole => {
                if !self.mixed {
                    self.mixed = true;
                    let finding = Finding::MixedLanguage { one: language, whole: self.whole };
                    self.build.diagnose(line, finding);
                }
                language
            }
            _ => self.whole,
        }
    }

    fn opens(&self, register: Register, text: &str) -> bool {
        if words::has_case(self.build.language) && self.build.language != Language::Ru && starts_lower(text) {
            return false;
        }
        lexicon::opener(self.build.language, register, text).is_some()
    }

    /// More nodes than a document has: what is left is text.
    fn rest_as_text(&mut self, from: usize) {
        let Some(first) = self.para(from) else { return };
        let line = self.block(first.head).line;
        self.build.diagnose(line, Finding::TooManyNodes);
        self.build.leave_scopes(|scope| scope.kind == Kind::Document);
        let rest = self.paragraphs.paras.part(from..);
        let source = Span {
            start: self.block(first.head).source.start,
            end: rest.last().map_or(0, |last| self.block(last.tail).source.end),
        };
        let start = self.build.document.text().len();
        for para in rest {
            if self.build.document.text().len() > start {
                self.build.document.text_mut().push(' ');
            }
            self.assembler.write(&mut self.build.document, self.paragraphs.blocks(*para), 0);
        }
        let body = Span::new(start, self.build.document.text().len());
        self.build.leaf(&Clause { body, ..Clause::new(Kind::Paragraph, 0, source, line) });
    }
}
