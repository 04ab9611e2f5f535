//! What divides a text: enacting phrases, headings and the scopes they open, closings, votes, tables, quotations.

use super::{Clauses, Frame};
use crate::document::{Finding, Kind, NodeId};
use crate::formats::Style;
use crate::formats::marked::Clause;
use crate::grammar::build::{State, is_separator, level_of_element, level_of_heading};
use crate::grammar::enacting::Enacting;
use crate::grammar::forms;
use crate::grammar::lexicon::Register;
use crate::grammar::masthead;
use crate::grammar::numbering::{self, number};
use crate::grammar::paragraphs::Para;
use crate::grammar::shape::{ends_with_stop, is_title_form, last_letter, starts_with_quote};
use crate::grammar::words::{self, Unit, UnitHead};
use crate::text::Part as _;

impl Clauses<'_> {
    pub(super) fn enacting(&mut self, para: Para, enacting: Enacting, alone: bool) {
        let text = self.first(para);
        let quoted = starts_with_quote(text);
        if quoted && self.build.scope().used && !matches!(self.build.state(), State::Closed) {
            self.quotation(para);
            return;
        }
        if self.frame == Frame::Recitals {
            self.frame = Frame::Resolution;
            self.build.part(Kind::Preamble);
            self.leaf(Kind::Enacting, para);
            return;
        }
        let fresh = !self.build.scope().used
            && self.build.scope().preambular == 0
            && self.build.scope().part.is_none();
        if !fresh
            && matches!(
                self.build.scope().kind,
                Kind::Annex | Kind::Section | Kind::Article | Kind::Quotation
            )
        {
            self.build.leave_scopes(|scope| matches!(scope.kind, Kind::Document | Kind::Part));
        }
        if self.build.begin_preamble() {
            self.another_resolution(self.block(para.head).line);
        }
        self.build.scope_mut().state = State::Preamble;
        if alone {
            self.leaf(Kind::Enacting, para);
            return;
        }
        let id = self.build.document.open(Kind::Enacting, self.block(para.head).source);
        let body = self.build.document.push(text.part(..enacting.bytes));
        self.build.node_mut(id).body = body;
        self.build.document.close();
        self.preambular(para, 0, enacting.rest);
    }

    /// The heading of a resolution that follows another in the same text: it is a part of its own.
    pub(super) fn next_resolution(&mut self, at: usize, para: Para) -> bool {
        let (text, first) = (self.first(para), self.build.scopes().first());
        let begun = first.is_some_and(|scope| scope.used)
            || self.build.scope().kind == Kind::Part && self.build.scope().used;
        if !begun || para.bytes > 900 || self.build.scopes().iter().any(|scope| scope.kind == Kind::Quotation)
        {
            return false;
        }
        let Some((label, title)) = masthead::heading_of_next(text) else { return false };
        let decision = self.build.state() == State::Free
            && self.para(at + 1).is_some_and(|next| forms::is_decision(self.first(next)));
        if !decision && !self.enacting_follows(at) {
            return false;
        }
        self.another_resolution(self.block(para.head).line);
        self.build.leave_scopes(|scope| scope.kind == Kind::Document);
        let head = UnitHead { unit: Unit::Section, ordinal: 0, label, title };
        let state = if decision { State::Free } else { State::Preamble };
        self.scope_heading(Kind::Part, para, head, state);
        true
    }

    /// A paragraph of a presidential statement: the frame that says who speaks, and what is said, counted by us, since
    /// the practice of the Council has no numbers there. False where it is something else.
    pub(super) fn of_statement(&mut self, at: usize, para: Para) -> bool {
        let text = self.first(para);
        // Each paragraph begins with a quotation mark, and so do the letters of a list.
        let inner = text.trim_start_matches(['"', '“', '”', '«', '„', ' ', '\u{A0}']);
        let lead = text.len() - inner.len();
        if let Some(item) = numbering::item(inner).filter(|item| self.build.lists.takes(item)) {
            let item = numbering::Item { label: item.label + lead, body: item.body + lead, ..item };
            return self.item(at, para, &item);
        }
        if forms::is_frame_of_statement(self.last(para)) || forms::is_frame_of_statement(text) {
            self.leaf(Kind::Enacting, para);
            return true;
        }
        let speaker = forms::speaker(text);
        if speaker == 0 && (!self.build.scope().used || !starts_with_quote(text))
            || self.build.scope().kind != Kind::Document
        {
            return false;
        }
        if self.build.scope().last == 0 {
            let line = self.block(para.head).line;
            self.build.diagnose(line, Finding::ParagraphsCounted);
        }
        let id = self.with_number(Kind::Operative, para, (0, 0), self.build.scope().last + 1);
        self.build.node_mut(id).inferred = true;
        self.build.set_opener_behind(id, Register::Operative, speaker);
        true
    }

    fn another_resolution(&mut self, line: u32) {
        self.build.diagnose(line, Finding::SeveralResolutions);
    }

    /// A resolution that is quoted in another, "“The General Assembly,": its paragraphs are its own.
    pub(super) fn quotation(&mut self, para: Para) {
        self.quote(para);
        self.leaf(Kind::Enacting, para);
    }

    /// Opens a quotation below the clause under way.
    pub(super) fn quote(&mut self, para: Para) {
        let block = self.block(para.head);
        let clause = Clause::new(Kind::Quotation, 0, block.source, block.line);
        self.build.open_scope(&clause, 0, level_of_element(Kind::Quotation), State::Preamble);
        self.build.lists.leave();
    }

    /// A paragraph of a quoted resolution: the quotation mark before its number is part of how the number is printed.
    pub(super) fn quoted(&mut self, at: usize, para: Para) {
        let text = self.first(para);
        let inner = text.trim_start_matches(['"', '“', '”', '«', '„', '‘', '’', '\'', ' ', '\u{A0}']);
        let lead = text.len() - inner.len();
        let next = self.para(at + 1).map(|next| self.first(next)).and_then(numbering::item);
        if self.phrases.at(inner).is_some_and(|enacting| enacting.rest >= inner.len()) {
            self.build.close_to_scope();
            self.leaf(Kind::Enacting, para);
        } else if let Some(number) = number(inner) {
            self.quoted_clause(
                para,
                Kind::Operative,
                (lead + number.label, lead + number.body),
                number.value,
            );
        } else if let Some(item) = numbering::item(inner)
            && self.build.lists.is_open()
            && let Some(place) = self.build.lists.place(&item, next.as_ref())
        {
            let clause = self.written(Kind::Subparagraph, para, lead + item.label, lead + item.body);
            self.build.placed(&clause, place, self.last(para));
        } else if self.build.scope().last == 0
            && self.opens(Register::Preambular, inner)
            && !ends_with_stop(self.last(para))
        {
            let ordinal = self.build.next_preambular();
            self.quoted_clause(para, Kind::Preambular, (0, 0), ordinal);
        } else if self.opens(Register::Operative, inner) {
            let ordinal = self.build.scope().last + 1;
            let id = self.quoted_clause(para, Kind::Operative, (0, 0), ordinal);
            self.build.node_mut(id).inferred = true;
        } else {
            self.build.close_clause();
            self.leaf(Kind::Paragraph, para);
        }
    }

    fn quoted_clause(
        &mut self,
        para: Para,
        kind: Kind,
        (label, body): (usize, usize),
        ordinal: u32,
    ) -> NodeId {
        let clause = self.written(kind, para, label, body);
        let id = self.build.quoted(&clause, ordinal, self.last(para));
        self.entered(para);
        id
    }

    pub(super) fn closing(&mut self, para: Para) {
        self.build.leave_scopes(|scope| matches!(scope.kind, Kind::Document | Kind::Part));
        self.leaf(Kind::Closing, para);
        let lines = [self.first(para), self.last(para)];
        if let Some(text) = lines.into_iter().find(|line| words::is_meeting(line)) {
            let meeting = text.to_owned();
            self.build.document.masthead_mut().meeting.get_or_insert(meeting);
        }
        self.build.scope_mut().state = State::Closed;
    }

    pub(super) fn vote(&mut self, para: Para) {
        if self.build.state() == State::Closed {
            self.build.close_to_scope();
        } else {
            self.build.leave_scopes(|scope| {
                matches!(scope.kind, Kind::Document | Kind::Part | Kind::Section | Kind::Annex)
            });
        }
        self.leaf(Kind::Vote, para);
        self.in_vote = true;
    }

    // ---- headings and scopes ----

    /// Whether what follows a meeting line is outside an annex: a date, or nothing.
    pub(super) fn next_is_outside(&self, at: usize) -> bool {
        self.para(at + 1).is_none_or(|next| {
            let text = self.first(next);
            words::is_date(text) || words::unit(text).is_some() || self.phrases.at(text).is_some()
        })
    }

    /// Whether an enacting phrase stands in one of the next paragraphs, before any clause.
    pub(super) fn enacting_follows(&self, at: usize) -> bool {
        self.ahead(at, 4).take_while(|next| number(self.first(*next)).is_none()).any(|next| {
            let text = self.first(next);
            self.phrases.at(text).is_some_and(|enacting| enacting.rest >= text.len() || enacting.comma)
        })
    }

    /// Opens the scope of a heading; false where it is none after all.
    pub(super) fn unit(&mut self, at: usize, para: Para, head: UnitHead) -> bool {
        let text = self.first(para);
        let titled = head.title < text.len();
        match head.unit {
            Unit::Annex => {
                self.build.leave_scopes(|scope| scope.kind == Kind::Document);
                self.scope_heading(Kind::Annex, para, head, State::Free);
            }
            Unit::Article => {
                self.build.leave_scopes(|scope| scope.kind != Kind::Article && scope.kind != Kind::Quotation);
                self.scope_heading(Kind::Article, para, head, State::Free);
            }
            Unit::Scope if titled && self.is_signature(at, text) => return false,
            Unit::Scope if self.enacting_follows(at) => {
                self.build.leave_scopes(|scope| scope.kind == Kind::Document);
                self.scope_heading(Kind::Part, para, head, State::Preamble);
            }
            _ => {
                if titled
                    && self.build.state() == State::Preamble
                    && !self.enacting_follows(at)
                    && self.build.scope().used
                    && head.ordinal != 1
                {
                    return false;
                }
                let level = level_of_heading(head.unit);
                let base = self.build.scopes().iter().rev().find(|scope| scope.level < level);
                let state = match base.map_or(State::Operative, |scope| scope.state) {
                    State::Closed => State::Operative,
                    state => state,
                };
                let running = self.build.scope().last.max(self.build.scope().running);
                self.build.leave_scopes(|scope| scope.level < level && scope.kind != Kind::Quotation);
                let last = self.build.scope().last;
                self.scope_heading(Kind::Section, para, head, state);
                let scope = self.build.scope_mut();
                (scope.last, scope.running) = (last, running);
            }
        }
        true
    }

    /// Whether "A. GLOMMA" is the name of someone who signs: it stands below "For the Government of ...", or no heading
    /// has the letter before or after it.
    fn is_signature(&mut self, at: usize, text: &str) -> bool {
        let letter = |text: &str| {
            let mut bytes = text.bytes();
            let first = bytes.next().filter(u8::is_ascii_uppercase)?;
            (bytes.next() == Some(b'.')).then(|| u32::from(first - b'A'))
        };
        let Some(own) = letter(text) else { return false };
        if at
            .checked_sub(1)
            .and_then(|before| self.para(before))
            .is_some_and(|before| words::signs_for(self.first(before)))
        {
            return true;
        }
        let paras = &self.paragraphs.paras;
        let letters = self.letters.unwrap_or_else(|| {
            let firsts = paras.iter().map(|para| self.first(*para));
            firsts.filter_map(letter).fold(0, |letters, letter| letters | 1 << letter)
        });
        self.letters = Some(letters);
        let beside = (1_u32 << own) << 1 | (1_u32 << own) >> 1;
        letters & beside == 0
    }

    /// A container with its label, and its title where one stands on the same line.
    pub(super) fn scope_heading(&mut self, kind: Kind, para: Para, head: UnitHead, state: State) {
        // Full stops and dashes after the number are its; a note mark is the title's.
        let text = self.first(para);
        let after = text.part(head.label..);
        let skip = text.len() - after.trim_start_matches(is_separator).len();
        let level = if kind == Kind::Part { level_of_element(kind) } else { level_of_heading(head.unit) };
        let clause = self.written(kind, para, skip, skip);
        self.build.open_scope(&clause, head.ordinal, level, state);
    }

    /// Whether a paragraph looks like a heading: short, nothing ends it, and something follows.
    pub(super) fn is_heading(&self, at: usize, para: Para) -> bool {
        let block = self.block(para.head);
        if matches!(block.style, Style::Heading(_)) {
            return true;
        }
        let text = self.first(para);
        let last = self.last(para);
        let long = text.bytes().any(|byte| byte >= 0x80);
        let most = if long { 300 } else { 160 };
        para.bytes <= most
            && is_title_form(text, last)
            && !starts_with_quote(text)
            && self.para(at + 1).is_some()
            && last_letter(text).is_some_and(char::is_alphanumeric)
    }

    pub(super) fn heading(&mut self, at: usize, para: Para) {
        // Right below the bare number of a section stands its name.
        if let Some(section) = self.build.bare_section() {
            let name = self.written(Kind::Heading, para, 0, 0);
            self.build.node_mut(section).body = name.body;
            return;
        }
        // Before or between the items of a list: those after it are still of the same paragraph.
        let next = self.para(at + 1).and_then(|next| numbering::item(self.first(next)));
        if next.is_some_and(|next| next.form != numbering::Form::Bullet && self.build.lists.takes(&next)) {
            self.build.continue_clause(next.as_ref());
            self.leaf(Kind::Heading, para);
            return;
        }
        self.build.begin_clause(self.leads_operative_part(at));
        self.leaf(Kind::Heading, para);
    }

    /// Whether the heading at `at` stands between the preamble and the first numbered paragraph: it is of the operative
    /// part ("Measures", seen in resolutions of the Security Council). Another heading may stand below it.
    fn leads_operative_part(&self, at: usize) -> bool {
        if self.build.state() != State::Preamble
            || !self.build.is_in(Kind::Preamble)
            || self.build.scope().last > 0
        {
            return false;
        }
        let next = (at + 1..at + 4)
            .map_while(|next| self.para(next).map(|para| (next, para)))
            .find(|(next, para)| !self.is_heading(*next, *para));
        next.and_then(|(_, para)| {
            let text = self.first(para);
            let rest = text.get(number(text).filter(|number| number.value == 1)?.body..)?;
            Some(self.opens(Register::Operative, rest) && !self.opens(Register::Preambular, rest))
        })
        .unwrap_or(false)
    }
}
