//! What a text says: preambular and operative paragraphs, numbered ones, items of lists, continuations.

use super::Clauses;
use crate::document::{Action, Finding, Kind, NodeId};
use crate::grammar::build::State;
use crate::grammar::lexicon::{self, Register};
use crate::grammar::numbering::{self, Number, item, number};
use crate::grammar::paragraphs::Para;
use crate::grammar::series;
use crate::grammar::shape::{ends_with_colon, ends_with_mark, last_letter, starts_lower, starts_with_quote};
use crate::grammar::words;
use crate::lang::Language;
use crate::text::Part as _;
use crate::text::chars::is_gap;

impl<'a> Clauses<'a> {
    pub(super) fn numbered(&mut self, para: Para, number: Number) -> bool {
        let text = self.first(para);
        let number = self.doubled(text, number);
        let rest = text.part(number.body..);
        let in_list = self.build.lists.in_list() || self.build.lists.is_open() && number.value == 1;
        let unsure = self.build.state() == State::Preamble || self.build.state() == State::Closed || in_list;
        let operative = unsure && self.opens(Register::Operative, rest);
        if self.build.state() == State::Preamble
            && !operative
            && self.build.language != Language::Zh
            && self.is_participle(rest, number.value)
        {
            self.preambular(para, number.label, number.body);
            return true;
        }
        let line = self.block(para.head).line;
        if self.build.lists.numbers_inside(number.value, self.build.scope().last, operative) {
            let place = self.build.lists.place_of_number(number.value);
            let clause = self.written(Kind::Paragraph, para, number.label, number.body);
            self.build.placed(&clause, place, self.last(para));
            return true;
        }
        let last = self.build.scope().last;
        let repeats = number.repeated && number.value == last;
        let running = self.build.scope().running;
        let runs_on = running > 0 && (number.value == running + 1 || number.value == 1);
        if !repeats && !runs_on && last > 0 && number.value != last + 1 {
            self.build.out_of_sequence(number.value, line);
        }
        let free = self.build.state() == State::Free || self.build.state() == State::Closed && !operative;
        let kind = if free { Kind::Paragraph } else { Kind::Operative };
        self.with_number(kind, para, (number.label, number.body), number.value);
        self.build.scope_mut().brackets |= text.starts_with(['(', '（']);
        true
    }

    /// A paragraph with its number, printed or inferred.
    pub(super) fn with_number(
        &mut self,
        kind: Kind,
        para: Para,
        (label, body): (usize, usize),
        number: u32,
    ) -> NodeId {
        let clause = self.written(kind, para, label, body);
        let id = self.build.numbered(&clause, number, self.last(para));
        self.entered(para);
        id
    }

    /// What is numbered in a form that only the sequence explains, "1.-" or "OP1:".
    pub(super) fn of_series(&mut self, at: usize, para: Para) -> bool {
        if !matches!(self.build.state(), State::Preamble | State::Operative) {
            return false;
        }
        let series = &self.paragraphs.series;
        if let Some(item) = series.item(para.head) {
            return self.item(at, para, &item);
        }
        series.number(para.head).is_some_and(|number| self.numbered(para, number))
    }

    /// Whether words open an operative paragraph and no preambular one.
    pub(super) fn decides(&self, words: &str) -> bool {
        self.opens(Register::Operative, words) && !self.opens(Register::Preambular, words)
    }

    /// A paragraph whose label nothing explains is of the operative part, and counts with none.
    pub(super) fn unread(&mut self, para: Para, label: &str) {
        self.build.enter_operative();
        let line = self.block(para.head).line;
        self.build.diagnose(line, Finding::NumberUnread { label: label.to_owned() });
    }

    /// "3:" or "a.1)" before an operative verb, in no sequence that is known. The number that is due is read in any form
    /// that only numbers have.
    pub(super) fn unread_label(&mut self, para: Para) -> bool {
        let text = self.first(para);
        if !matches!(self.build.state(), State::Preamble | State::Operative) || self.build.lists.in_list() {
            return false;
        }
        let due = self.build.scope().last + 1;
        if let Some(number) =
            series::in_own_form(text, self.build.language).filter(|number| number.value == due)
            && self.decides(text.part(number.body..))
        {
            return self.numbered(para, number);
        }
        let Some((label, rest)) = text.split_once(is_gap) else { return false };
        let letters = label.chars().filter(|letter| letter.is_alphabetic()).count();
        let digits = label.contains(|letter: char| letter.is_ascii_digit());
        let marked = label.ends_with(|letter: char| !letter.is_alphanumeric() && letter != ',');
        let is_label = label.len() <= 12
            && letters <= 4
            && (digits || letters > 0 && letters <= 2 && marked)
            && !label.starts_with(['[', '"', '“', '«'])
            && number(text).is_none();
        if !is_label || !self.decides(rest.trim_start()) {
            return false;
        }
        self.unread(para, label);
        self.paragraph(para, 0, 0, 0);
        true
    }

    /// Whether a list in a preamble is the operative part, as drafts of decisions letter it: its first two letters have
    /// operative verbs, and no number does.
    fn letters_decide(&self, at: usize, text: &str, item: &numbering::Item) -> bool {
        let is = |item: &numbering::Item, place: u32| {
            item.form == numbering::Form::Bracket
                && item.readings().any(|(class, value)| {
                    value == place && matches!(class, numbering::Class::Latin | numbering::Class::Abjad)
                })
        };
        let verb = |text: &str, body: usize| text.get(body..).is_some_and(|rest| self.decides(rest));
        let ahead = || self.ahead(at, 39);
        self.build.state() == State::Preamble
            && self.build.scope().last == 0
            && is(item, 1)
            && verb(text, item.body)
            && ahead().find_map(|next| {
                let text = self.first(next);
                numbering::item(text).filter(|item| is(item, 2)).map(|item| verb(text, item.body))
            }) == Some(true)
            && ahead().all(|next| self.number_of(next).is_none_or(|number| number.value != 1))
    }

    /// The number of a paragraph ahead.
    fn number_of(&self, para: Para) -> Option<Number> {
        self.paragraphs.series.number(para.head).or_else(|| number(self.first(para)))
    }

    /// "1. 3. Invites", as a word processor counts what has a number already: the number that is due is the paragraph's, and
    /// both are its label.
    fn doubled(&self, text: &str, outer: Number) -> Number {
        let due = self.build.scope().last + 1;
        let rest = text.part(outer.body..);
        let inner = number(rest).filter(|inner| {
            inner.value == due
                && outer.value <= due
                && rest.get(inner.body..).is_some_and(|words| self.opens(Register::Operative, words))
        });
        inner.map_or(outer, |inner| Number {
            label: outer.body + inner.label,
            body: outer.body + inner.body,
            ..inner
        })
    }

    /// Whether a numbered paragraph is preambular all the same, as UNESCO and others number their preambles: a participle
    /// that the lexicon knows, whatever its number, or one by its form where the number counts the preamble.
    fn is_participle(&self, rest: &str, value: u32) -> bool {
        let counts = value == self.build.scope().preambular + 1;
        let lower =
            words::has_case(self.build.language) && self.build.language != Language::Ru && starts_lower(rest);
        !lower
            && lexicon::opener(self.build.language, Register::Preambular, rest)
                .is_some_and(|opener| counts || opener.action != Action::Other)
    }

    /// "(1) Calls upon", as students number operative paragraphs: the first of them after the preamble, and the next of
    /// a series that was numbered so.
    pub(super) fn in_brackets(&self, text: &str) -> Option<Number> {
        let item = item(text).filter(|item| item.form == numbering::Form::Bracket)?;
        let (_, value) = item.readings().find(|(class, _)| *class == numbering::Class::Digit)?;
        let rest = text.get(item.body..)?;
        let begins = value == 1 && self.build.state() == State::Preamble && self.build.scope().last == 0;
        let next = self.build.state() == State::Operative
            && self.build.scope().brackets
            && value == self.build.scope().last + 1;
        let verb = self.opens(Register::Operative, rest)
            && (self.build.language == Language::Zh || !self.opens(Register::Preambular, rest));
        ((begins || next) && verb).then_some(Number {
            label: item.label,
            body: item.body,
            value,
            repeated: false,
        })
    }

    /// A target, "1.1" or "1.a": a paragraph of its own that counts with none.
    pub(super) fn target(&mut self, para: Para, target: Number) {
        self.paragraph(para, target.label, target.body, target.value);
    }

    /// A number that text recognition misread, "1O." for "10.", where the series leaves no doubt: it is the one that is
    /// due, a verb follows it, and the next number goes on from it. One that lost its full stop, "3Also reaffirms", is
    /// known so as well. With it, what is printed.
    pub(super) fn misread(&self, at: usize, text: &'a str) -> Option<(Number, &'a str)> {
        if !matches!(self.build.state(), State::Preamble | State::Operative) {
            return None;
        }
        let (number, printed) = numbering::misread(text).or_else(|| numbering::undotted(text))?;
        let due = number.value == self.build.scope().last + 1;
        let rest = text.get(number.body..)?;
        let next = self
            .ahead(at, 19)
            .map(|next| self.first(next))
            .take_while(|text| self.phrases.at(text).is_none())
            .find_map(|text| {
                let undotted = || {
                    numbering::undotted(text).map(|(number, _)| number).filter(|number| {
                        text.get(number.body..).is_some_and(|rest| self.opens(Register::Operative, rest))
                    })
                };
                numbering::number(text)
                    .or_else(|| numbering::misread(text).map(|(number, _)| number))
                    .or_else(undotted)
            });
        // A number may be missing behind it, too.
        let goes_on =
            next.map_or(number.value > 1, |next| next.value > number.value && next.value < number.value + 8);
        (due && goes_on && self.opens(Register::Operative, rest)).then_some((number, printed))
    }

    /// A bullet that begins with an operative verb is an operative paragraph where none is numbered: "- Calls upon".
    fn bulleted(&mut self, para: Para, item: &numbering::Item) -> bool {
        let rest = self.first(para).part(item.body..);
        let after = match self.build.state() {
            State::Preamble => self.build.scope().preambular > 0,
            State::Operative => {
                self.build.scope().used && self.build.node(self.build.lists.clause()).inferred
            }
            State::Free | State::Closed => false,
        };
        if item.form != numbering::Form::Bullet
            || !after
            || self.build.lists.colon_above()
            || !self.opens(Register::Operative, rest)
            || self.build.language != Language::Zh && self.opens(Register::Preambular, rest)
        {
            return false;
        }
        self.uncounted(para, item.label, item.body);
        true
    }

    pub(super) fn item(&mut self, at: usize, para: Para, item: &numbering::Item) -> bool {
        if self.bulleted(para, item) {
            return true;
        }
        let next = self.ahead(at, 11).find_map(|next| {
            let text = self.first(next);
            self.counted(self.block(next.head), text).or_else(|| numbering::item(text))
        });
        if !self.build.lists.is_open() {
            if self.build.state() == State::Closed {
                return false;
            }
            // A list without a clause before it: it hangs on a paragraph without words.
            if item.form == numbering::Form::Bullet
                || self.build.scope().part.is_some()
                    && self.build.scope().kind == Kind::Document
                    && !self.build.scope().used
            {
                return false;
            }
        }
        if self.letters_decide(at, self.first(para), item) {
            self.build.begin_list(true);
        }
        self.build.lists.set_in(self.block(para.head).indent);
        let Some(place) = self.build.lists.place(item, next.as_ref()) else { return false };
        if !self.build.lists.is_open() {
            self.build.begin_list(false);
        }
        let register =
            if self.build.state() == State::Preamble { Register::Preambular } else { Register::Operative };
        let clause = self.written(Kind::Subparagraph, para, item.label, item.body);
        self.build.item(&clause, place, self.last(para), register);
        true
    }

    pub(super) fn preambular(&mut self, para: Para, label: usize, skip: usize) {
        let clause = self.written(Kind::Preambular, para, label, skip);
        self.build.preambular(&clause, self.last(para));
        self.entered(para);
    }

    /// Whether the next printed number of this scope is the one due: none is missing that a paragraph could have.
    fn numbers_follow(&self, at: usize) -> bool {
        let due = self.build.scope().last + 1;
        self.ahead(at, 19)
            .take_while(|next| {
                let text = self.first(*next);
                words::unit(text).is_none() && self.phrases.at(text).is_none()
            })
            .find_map(|next| self.number_of(next))
            .is_some_and(|next| next.value == due && !next.repeated)
    }

    /// An operative paragraph without a number; the words before numbered ones are no paragraph of their own.
    fn unnumbered(&mut self, at: usize, para: Para) {
        if !self.numbers_follow(at) {
            self.unnumbered_operative(para);
            return;
        }
        self.build.enter_operative();
        self.leaf(Kind::Paragraph, para);
        self.build.after_heading = false;
    }

    pub(super) fn unnumbered_operative(&mut self, para: Para) {
        self.uncounted(para, 0, 0);
    }

    fn uncounted(&mut self, para: Para, label: usize, skip: usize) {
        let ordinal = self.build.scope().last + 1;
        let id = self.with_number(Kind::Operative, para, (label, skip), ordinal);
        self.build.node_mut(id).inferred = true;
        let line = self.block(para.head).line;
        self.build.diagnose(line, Finding::NumberInferred { number: ordinal });
    }

    pub(super) fn continuation(&mut self, at: usize, para: Para) {
        let next = self.para(at + 1).and_then(|next| item(self.first(next)));
        self.build.continue_clause(next.as_ref());
        self.leaf(Kind::Continuation, para);
    }

    // ---- paragraphs without a number ----

    pub(super) fn in_preamble(&mut self, at: usize, para: Para) {
        let text = self.first(para);
        let last = self.last(para);
        if self.is_section_title(at, para) {
            self.heading(at, para);
            return;
        }
        let ending = last_letter(last);
        let comma = matches!(ending, Some(',' | '،' | '，'));
        let preambular = self.opens(Register::Preambular, text);
        if preambular && comma {
            self.preambular(para, 0, 0);
            return;
        }
        let operative = self.opens(Register::Operative, text);
        let leads = ends_with_colon(last) && self.build.scope().preambular == 0 && self.leads_to_numbers(at);
        let is_operative = match (preambular, operative) {
            // Above a printed paragraph 1 it is of the preamble whatever ends it: translations mix up the marks.
            (true, true) => {
                let of_preamble = self.build.scope().preambular > 0 && self.numbers_follow(at);
                let ends = matches!(ending, Some('.' | '。' | '；' | ';' | '؛'));
                leads || ends && !of_preamble && self.no_comma_follows(at)
            }
            (false, true) => !comma,
            (false, false) => leads,
            (true, false) => false,
        };
        if is_operative {
            self.unnumbered(at, para);
        } else if preambular || operative || comma {
            self.preambular(para, 0, 0);
        } else if self.is_heading(at, para) {
            self.heading(at, para);
        } else if ends_with_colon(last)
            || matches!(ending, Some(';' | '؛' | '；')) && self.build.scope().preambular == 0
        {
            self.preambular(para, 0, 0);
        } else if self.build.document.text().is_empty() || !self.build.lists.is_open() {
            self.build.part(Kind::Preamble);
            self.preambular(para, 0, 0);
        } else if matches!(ending, Some('.' | '。'))
            && self.para(at + 1).is_none_or(|next| words::is_meeting(self.first(next)))
        {
            self.unnumbered_operative(para);
        } else {
            self.continuation(at, para);
        }
    }

    /// Whether the first numbered paragraph stands right below, "The General Assembly / resolves: / 1. ...".
    fn leads_to_numbers(&self, at: usize) -> bool {
        self.build.scope().last == 0
            && self.para(at + 1).and_then(|next| self.number_of(next)).is_some_and(|number| number.value == 1)
    }

    /// Whether the next paragraph is no preambular one.
    pub(super) fn no_comma_follows(&self, at: usize) -> bool {
        self.para(at + 1).is_none_or(|next| !matches!(last_letter(self.last(next)), Some(',' | '،' | '，')))
    }

    /// Whether a paragraph right below the number of a section is its title: nothing ends it.
    pub(super) fn is_section_title(&self, at: usize, para: Para) -> bool {
        self.build.after_heading
            && !self.build.scope().used
            && self.build.scope().kind != Kind::Document
            && para.bytes < 600
            && !ends_with_mark(self.last(para))
            && self.para(at + 1).is_some()
    }

    pub(super) fn in_operative(&mut self, at: usize, para: Para) {
        let text = self.first(para);
        if self.is_section_title(at, para) {
            self.heading(at, para);
            return;
        }
        let scope = *self.build.scope();
        if !scope.used
            && scope.kind == Kind::Section
            && self.opens(Register::Preambular, text)
            && matches!(last_letter(self.last(para)), Some(',' | '،' | '，'))
        {
            self.build.scope_mut().state = State::Preamble;
            self.preambular(para, 0, 0);
            return;
        }
        if self.is_heading(at, para) {
            self.heading(at, para);
            return;
        }
        let operative = self.opens(Register::Operative, text) && !starts_with_quote(text);
        let next_number = || self.ahead(at, 19).find_map(|next| number(self.first(next)));
        let fills = operative && self.fills_gap(at);
        // Between numbered ones it may stand without a number, with a list of its own that is numbered from 1.
        let leads = operative
            && scope.last > 0
            && ends_with_colon(self.last(para))
            && next_number().is_some_and(|next| next.value == 1);
        if leads {
            self.paragraph(para, 0, 0, 0);
            return;
        }
        let numberless = scope.used && self.build.node(self.build.lists.clause()).inferred;
        if operative && (fills || numberless || !scope.used) {
            self.unnumbered(at, para);
        } else if self.build.lists.is_open() && (!self.build.lists.has_ended() || starts_lower(text)) {
            self.continuation(at, para);
        } else {
            self.build.close_clause();
            self.leaf(Kind::Paragraph, para);
        }
    }

    /// Whether the paragraphs from here on that begin with a verb are as many as the numbers that are missing before the
    /// next one that is printed.
    fn fills_gap(&self, at: usize) -> bool {
        let mut count = 0;
        for next in (at..at + 20).map_while(|next| self.para(next)) {
            let text = self.first(next);
            if let Some(number) = number(text) {
                return count > 0 && number.value == self.build.scope().last + 1 + count;
            }
            if words::unit(text).is_some() || self.phrases.at(text).is_some() {
                return false;
            }
            count += u32::from(item(text).is_none() && self.opens(Register::Operative, text));
        }
        false
    }

    pub(super) fn in_free(&mut self, at: usize, para: Para) {
        let text = self.first(para);
        if self.build.scope().kind == Kind::Quotation {
            self.leaf(Kind::Paragraph, para);
            return;
        }
        if self.is_heading(at, para) {
            self.heading(at, para);
            return;
        }
        let continues = self.build.lists.is_open() && (starts_lower(text) || self.build.lists.in_list());
        if continues {
            self.continuation(at, para);
            return;
        }
        self.paragraph(para, 0, 0, 0);
    }
}
