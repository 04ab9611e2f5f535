//! Paragraphs to clauses: the state of the text, its containers, and what each paragraph is.
//!
//! Numbers and letters are read by `numbering`, fixed phrases by `words`, opening verbs by the lexicon; here is only
//! what follows from what. Nothing is looked up twice, and nothing looks ahead further than a few paragraphs.

use super::assemble::Assembler;
use super::lexicon::{self, Register};
use super::lists::Lists;
use super::numbering::{self, Number, item, number};
use super::paragraphs::{Para, Paragraphs};
use super::shape::{ends_with_colon, ends_with_mark, last_letter, starts_lower, starts_with_quote};
use super::words::{self, Unit, UnitHead};
use crate::document::{Addressees, Builder, Kind, Language, NodeId, Span};
use crate::formats::{Block, Content, Style};

/// A body longer than this is cut, so that laying it out stays cheap.
const LONGEST_BODY: usize = 64 * 1024;

/// Where in a resolution the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Preamble,
    Operative,
    /// In an annex, or in a text that is not a resolution.
    Free,
    /// After the meeting and the date.
    Closed,
}

/// A container that numbers its own paragraphs.
#[derive(Clone, Copy, Debug)]
struct Scope {
    node: NodeId,
    kind: Kind,
    level: u8,
    /// Number of the last paragraph.
    last: u32,
    preambular: u32,
    /// The container that is open in it: of the preamble or of the operative part.
    part: Option<NodeId>,
    state: State,
    /// A clause stands in it already.
    used: bool,
}

pub(super) struct Clauses<'a> {
    content: &'a Content,
    paragraphs: &'a Paragraphs,
    /// Of the document.
    whole: Language,
    /// Of the paragraph under way.
    language: Language,
    pub builder: Builder,
    pub assembler: Assembler<'a>,
    scopes: Vec<Scope>,
    state: State,
    /// The clause that items and continuations belong to, and its lists.
    lists: Lists,
    /// The last node was a heading, so that a number may start anew.
    after_heading: bool,
    /// The last paragraph told how States voted, and its roll may follow.
    in_vote: bool,
    /// A paragraph in another language was met.
    mixed: bool,
    most_nodes: usize,
    page: u32,
}

impl<'a> Clauses<'a> {
    pub(super) fn new(
        content: &'a Content,
        paragraphs: &'a Paragraphs,
        language: Language,
        builder: Builder,
        assembler: Assembler<'a>,
        state: State,
    ) -> Self {
        let root = Scope { node: NodeId::ROOT, kind: Kind::Document, level: 0, last: 0, preambular: 0, part: None, state, used: false };
        Self {
            content,
            paragraphs,
            whole: language,
            language,
            builder,
            assembler,
            scopes: vec![root],
            state,
            lists: Lists::default(),
            after_heading: false,
            in_vote: false,
            mixed: false,
            most_nodes: 100_000 + content.text.len() / 16,
            page: 0,
        }
    }

    fn block(&self, at: u32) -> &'a Block {
        const NONE: Block = Block { text: Span { start: 0, end: 0 }, source: Span { start: 0, end: 0 }, line: 0, page: 0, gap: 0, indent: 0, style: Style::Line };
        self.content.blocks.get(at as usize).unwrap_or(&NONE)
    }

    pub(super) fn first(&self, para: Para) -> &'a str {
        self.content.words(self.block(para.head))
    }

    fn last(&self, para: Para) -> &'a str {
        self.content.words(self.block(para.tail))
    }

    fn para(&self, at: usize) -> Option<Para> {
        self.paragraphs.paras.get(at).copied()
    }

    fn scope(&self) -> &Scope {
        self.scopes.last().unwrap_or(&self.scopes[0])
    }

    fn scope_mut(&mut self) -> &mut Scope {
        let last = self.scopes.len() - 1;
        &mut self.scopes[last]
    }

    /// Reads the paragraphs from `from` on.
    pub(super) fn run(&mut self, from: usize) {
        let mut at = from;
        while let Some(para) = self.para(at) {
            if self.builder.len() > self.most_nodes {
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
            let here = self.builder.text().len() as u32;
            self.builder.page_break(here);
        }
        self.language = self.language_of(text, block.line);
        let was_vote = std::mem::take(&mut self.in_vote);
        if para.table {
            self.table(para);
            return;
        }
        if let Some(enacting) = words::enacting(text) {
            let alone = enacting.rest >= text.len();
            let opens = !alone && enacting.comma && self.opens(Register::Preambular, text.get(enacting.rest..).unwrap_or_default());
            if alone && (para.head == para.tail) || opens {
                self.enacting(para, enacting, alone);
                return;
            }
        }
        if self.state != State::Free || self.scopes.len() == 1 {
            if words::is_meeting(text) && para.bytes < 200 || self.state == State::Closed && (words::is_date(text) || words::is_vote_line(text)) {
                self.closing(para);
                return;
            }
        } else if words::is_meeting(text) && para.bytes < 120 && self.next_is_outside(at) {
            self.closing(para);
            return;
        }
        if words::is_vote_roll(text) || words::is_vote_line(text) || was_vote && !ends_with_colon(self.last(para)) && text.contains(',') {
            self.vote(para);
            return;
        }
        if let Some(head) = words::unit(text).filter(|_| para.bytes < 400)
            && self.unit(at, para, head)
        {
            return;
        }
        if let Some(number) = number(text) {
            if self.numbered(at, para, number) {
                return;
            }
        } else if let Some(item) = item(text)
            && self.item(at, para, &item)
        {
            return;
        }
        match self.state {
            State::Preamble => self.in_preamble(at, para),
            State::Operative => self.in_operative(at, para),
            State::Free | State::Closed => self.in_free(at, para),
        }
    }

    /// The language of a paragraph: the document's, unless its script says otherwise.
    fn language_of(&mut self, text: &str, line: u32) -> Language {
        let Some(letter) = text.chars().take(60).find(|letter| letter.is_alphabetic()) else { return self.whole };
        if text.len() < 60 || is_of(self.whole, letter) {
            return self.whole;
        }
        let head = text.char_indices().nth(200).map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
        match super::language::detect(head) {
            Some(language) if language != self.whole => {
                if !self.mixed {
                    self.mixed = true;
                    let message = format!("This paragraph is in {}, the text in {}.", language.code(), self.whole.code());
                    self.builder.diagnose("mixed-language", line, message);
                }
                language
            }
            _ => self.whole,
        }
    }

    fn opens(&self, register: Register, text: &str) -> bool {
        if words::has_case(self.language) && self.language != Language::Ru && starts_lower(text) {
            return false;
        }
        lexicon::opener(self.language, register, text).is_some()
    }

    // ---- writing nodes ----

    /// Opens a node with the words of a paragraph; it stays open for its children.
    fn node(&mut self, kind: Kind, para: Para, label: usize, skip: usize, ordinal: u32) -> NodeId {
        let source = Span { start: self.block(para.head).source.start, end: self.block(para.tail).source.end };
        let text = self.first(para);
        let id = self.builder.open(kind, source);
        let label = self.builder.push(text.get(..label).unwrap_or_default().trim_end());
        let body = self.assembler.write(&mut self.builder, self.paragraphs.blocks(para), skip, kind == Kind::Table);
        let node = self.builder.node_mut(id);
        (node.label, node.body, node.ordinal) = (label, body, ordinal);
        if body.len() > LONGEST_BODY {
            self.split_body(id, body, source);
        }
        id
    }

    fn leaf(&mut self, kind: Kind, para: Para, label: usize, skip: usize, ordinal: u32) -> NodeId {
        let id = self.node(kind, para, label, skip, ordinal);
        let parent = self.builder.node(id).parent;
        self.builder.close_to(parent);
        id
    }

    /// Cuts a long body at spaces: the node keeps the first piece, continuations have the others.
    fn split_body(&mut self, id: NodeId, body: Span, source: Span) {
        let mut start = body.start as usize;
        let end = body.end as usize;
        let mut first = true;
        while start < end {
            let mut stop = end.min(start + LONGEST_BODY);
            let text = self.builder.text();
            while !text.is_char_boundary(stop) {
                stop -= 1;
            }
            if stop < end
                && let Some(space) = text.get(start..stop).and_then(|piece| piece.rfind(' '))
                && space > 0
            {
                stop = start + space;
            }
            let piece = Span::new(start, stop);
            if first {
                self.builder.node_mut(id).body = piece;
                first = false;
            } else {
                let more = self.builder.open(Kind::Continuation, source);
                self.builder.node_mut(more).body = piece;
                self.builder.close();
            }
            start = if self.builder.text().as_bytes().get(stop) == Some(&b' ') { stop + 1 } else { stop };
        }
    }

    /// Sets the opening verb, action and addressees of a clause by its words.
    fn set_opener(&mut self, id: NodeId, register: Register) {
        let body = self.builder.node(id).body;
        let text = self.builder.text().get(body.range()).unwrap_or_default();
        let italic = self.builder.emphasis_at(body.start).map(|span| span.len());
        let found = lexicon::classify(self.language, register, text, italic);
        self.builder.set_opener(id, found.opener, found.action, found.addressees);
    }

    /// The container of the preamble or of the operative part, opened where it is not.
    fn part(&mut self, kind: Kind) -> NodeId {
        let scope = *self.scope();
        if let Some(part) = scope.part.filter(|&part| self.builder.node(part).kind == kind) {
            self.builder.close_to(part);
            return part;
        }
        self.builder.close_to(scope.node);
        let part = self.builder.open(kind, Span::default());
        self.scope_mut().part = Some(part);
        part
    }

    /// Closes down to the innermost scope.
    fn close_to_scope(&mut self) {
        let node = self.scope().node;
        self.builder.close_to(node);
        self.scope_mut().part = None;
        self.lists.leave();
    }

    /// Closes down to what headings of this state stand in.
    fn close_clause(&mut self) {
        let scope = *self.scope();
        self.builder.close_to(scope.part.unwrap_or(scope.node));
        self.lists.leave();
    }

    fn open_scope(&mut self, kind: Kind, level: u8, state: State) {
        let node = self.builder.current();
        self.scopes.push(Scope { node, kind, level, last: 0, preambular: 0, part: None, state, used: false });
        self.state = state;
    }

    fn pop_scopes(&mut self, keep: impl Fn(&Scope) -> bool) {
        while self.scopes.len() > 1 && self.scopes.last().is_some_and(|scope| !keep(scope)) {
            self.scopes.pop();
        }
        self.state = self.scope().state;
        self.close_to_scope();
    }

    // ---- enacting phrase, closing, votes, tables ----

    fn enacting(&mut self, para: Para, enacting: words::Enacting, alone: bool) {
        let text = self.first(para);
        let quoted = starts_with_quote(text);
        let nested = self.scopes.iter().any(|scope| scope.kind == Kind::Quotation);
        if quoted && (self.scope().used || nested) && !matches!(self.state, State::Closed) {
            if nested {
                self.close_to_scope();
                self.leaf(Kind::Paragraph, para, 0, 0, 0);
                return;
            }
            self.quotation(para);
            return;
        }
        let fresh = !self.scope().used && self.scope().preambular == 0 && self.scope().part.is_none();
        if !fresh && matches!(self.scope().kind, Kind::Annex | Kind::Section | Kind::Article | Kind::Quotation) {
            self.pop_scopes(|scope| matches!(scope.kind, Kind::Document | Kind::Part));
        }
        let restart = self.scope().used;
        self.close_to_scope();
        if restart {
            let scope = self.scope_mut();
            (scope.last, scope.preambular) = (0, 0);
        }
        self.state = State::Preamble;
        self.scope_mut().state = State::Preamble;
        self.part(Kind::Preamble);
        if alone {
            self.leaf(Kind::Enacting, para, 0, 0, 0);
            return;
        }
        let id = self.builder.open(Kind::Enacting, self.block(para.head).source);
        let body = self.builder.push(text.get(..enacting.bytes).unwrap_or_default());
        self.builder.node_mut(id).body = body;
        self.builder.close();
        self.preambular(para, 0, enacting.rest);
    }

    fn quotation(&mut self, para: Para) {
        let id = self.builder.open(Kind::Quotation, self.block(para.head).source);
        let _ = id;
        self.open_scope(Kind::Quotation, 9, State::Free);
        self.leaf(Kind::Paragraph, para, 0, 0, 0);
    }

    fn closing(&mut self, para: Para) {
        self.pop_scopes(|scope| matches!(scope.kind, Kind::Document | Kind::Part));
        self.leaf(Kind::Closing, para, 0, 0, 0);
        let text = self.first(para);
        if words::is_meeting(text) {
            let meeting = text.to_owned();
            self.builder.masthead_mut().meeting.get_or_insert(meeting);
        }
        self.state = State::Closed;
    }

    fn vote(&mut self, para: Para) {
        if self.state == State::Closed {
            self.close_to_scope();
        } else {
            self.pop_scopes(|scope| matches!(scope.kind, Kind::Document | Kind::Part | Kind::Section | Kind::Annex));
        }
        self.leaf(Kind::Vote, para, 0, 0, 0);
        self.in_vote = true;
    }

    fn table(&mut self, para: Para) {
        self.lists.close_items(&mut self.builder);
        self.leaf(Kind::Table, para, 0, 0, 0);
    }

    // ---- headings and scopes ----

    /// Whether what follows a meeting line is outside an annex: a date, or nothing.
    fn next_is_outside(&self, at: usize) -> bool {
        self.para(at + 1).is_none_or(|next| {
            let text = self.first(next);
            words::is_date(text) || words::unit(text).is_some() || words::enacting(text).is_some()
        })
    }

    /// Whether an enacting phrase stands in one of the next paragraphs, before any clause.
    fn enacting_follows(&self, at: usize) -> bool {
        (at + 1..=at + 4).map_while(|next| self.para(next)).take_while(|next| number(self.first(*next)).is_none()).any(|next| {
            let text = self.first(next);
            words::enacting(text).is_some_and(|enacting| enacting.rest >= text.len() || enacting.comma)
        })
    }

    /// Opens the scope of a heading; false where it is none after all.
    fn unit(&mut self, at: usize, para: Para, head: UnitHead) -> bool {
        let text = self.first(para);
        let titled = head.title < text.len();
        match head.unit {
            Unit::Annex => {
                self.pop_scopes(|scope| scope.kind == Kind::Document);
                self.scope_heading(Kind::Annex, para, head, 1, State::Free);
            }
            Unit::Article => {
                self.pop_scopes(|scope| scope.kind != Kind::Article && scope.kind != Kind::Quotation);
                self.scope_heading(Kind::Article, para, head, 4, State::Free);
            }
            Unit::Letter if self.enacting_follows(at) => {
                self.pop_scopes(|scope| scope.kind == Kind::Document);
                self.scope_heading(Kind::Part, para, head, 1, State::Preamble);
            }
            Unit::Section | Unit::Letter => {
                if titled && self.state == State::Preamble && !self.enacting_follows(at) && self.scope().used && head.ordinal != 1 {
                    return false;
                }
                let level = if head.unit == Unit::Letter { 3 } else { 2 };
                let base = self.scopes.iter().rev().find(|scope| scope.level < level);
                let state = match base.map_or(State::Operative, |scope| scope.state) {
                    State::Closed => State::Operative,
                    state => state,
                };
                self.pop_scopes(|scope| scope.level < level && scope.kind != Kind::Quotation);
                let last = self.scope().last;
                self.scope_heading(Kind::Section, para, head, level, state);
                self.scope_mut().last = last;
            }
        }
        true
    }

    /// A container with its label, and its title where one stands on the same line.
    fn scope_heading(&mut self, kind: Kind, para: Para, head: UnitHead, level: u8, state: State) {
        // Full stops and dashes after the number are its; a note mark is the title's.
        let text = self.first(para);
        let after = text.get(head.label..).unwrap_or_default();
        let body = after.trim_start_matches(|letter: char| numbering::is_gap(letter) || matches!(letter, '.' | ':' | '-' | '–' | '—' | '：' | '、' | '．'));
        let skip = text.len() - body.len();
        self.node(kind, para, skip, skip, head.ordinal);
        self.open_scope(kind, level, state);
        self.after_heading = true;
    }

    /// Whether a paragraph looks like a heading: short, nothing ends it, and something follows.
    fn is_heading(&self, at: usize, para: Para) -> bool {
        let block = self.block(para.head);
        if matches!(block.style, Style::Heading(_)) {
            return true;
        }
        let text = self.first(para);
        let last = self.last(para);
        let long = text.bytes().any(|byte| byte >= 0x80);
        let most = if long { 300 } else { 160 };
        para.bytes <= most
            && !ends_with_mark(last)
            && !starts_lower(text)
            && !starts_with_quote(text)
            && self.para(at + 1).is_some()
            && last_letter(text).is_some_and(char::is_alphanumeric)
    }

    fn heading(&mut self, para: Para) {
        self.close_clause();
        self.leaf(Kind::Heading, para, 0, 0, 0);
        self.after_heading = true;
    }

    // ---- numbered paragraphs and lists ----

    fn numbered(&mut self, at: usize, para: Para, number: Number) -> bool {
        let text = self.first(para);
        let rest = text.get(number.body..).unwrap_or_default();
        let in_list = self.lists.in_list() || self.lists.is_open() && number.value == 1;
        let unsure = self.state == State::Preamble || self.state == State::Closed || in_list;
        let operative = unsure && self.opens(Register::Operative, rest);
        if self.state == State::Preamble
            && !operative
            && self.language != Language::Zh
            && number.value == self.scope().preambular + 1
            && self.opens(Register::Preambular, rest)
        {
            self.preambular(para, number.label, number.body);
            return true;
        }
        let line = self.block(para.head).line;
        if self.lists.numbers_inside(number.value, self.scope().last, operative) {
            self.lists.number(&mut self.builder, number.value);
            let id = self.node(Kind::Paragraph, para, number.label, number.body, number.value);
            let last = self.last(para);
            self.lists.opened(id, last);
            return true;
        }
        let last = self.scope().last;
        let repeats = number.repeated && number.value == last;
        if !repeats && last > 0 && number.value != last + 1 && !(number.value == 1 && self.after_heading) {
            let (code, message) = if number.value > last + 1 {
                ("number-gap", format!("Paragraph {} follows paragraph {last}.", number.value))
            } else {
                ("number-restart", format!("Paragraph {} follows paragraph {last} without a heading between them.", number.value))
            };
            self.builder.diagnose(code, line, message);
        }
        let free = self.state == State::Free || self.state == State::Closed && !operative;
        let kind = if free { Kind::Paragraph } else { Kind::Operative };
        if free {
            self.close_clause();
        } else {
            self.enter_operative();
        }
        let id = self.node(kind, para, number.label, number.body, number.value);
        self.clause_opened(id, para);
        self.scope_mut().last = number.value;
        if !free {
            self.set_opener(id, Register::Operative);
        }
        let _ = at;
        true
    }

    fn enter_operative(&mut self) {
        self.lists.leave();
        self.state = State::Operative;
        self.scope_mut().state = State::Operative;
        self.part(Kind::OperativePart);
    }

    fn clause_opened(&mut self, id: NodeId, para: Para) {
        let colon = ends_with_colon(self.last(para));
        self.lists.enter(id, colon);
        self.scope_mut().used = true;
        self.after_heading = false;
    }

    fn item(&mut self, at: usize, para: Para, item: &numbering::Item) -> bool {
        let next = (at + 1..at + 12).map_while(|next| self.para(next)).find_map(|next| numbering::item(self.first(next)));
        if !self.lists.is_open() {
            if self.state == State::Closed {
                return false;
            }
            // A list without a clause before it: it hangs on a paragraph without words.
            if item.form == numbering::Form::Bullet || self.scope().part.is_some() && self.scope().kind == Kind::Document && !self.scope().used {
                return false;
            }
        }
        let Some(place) = self.lists.place(item, next.as_ref()) else { return false };
        if !self.lists.is_open() {
            self.close_clause();
            self.lists.enter(self.builder.current(), true);
        }
        self.lists.descend(&mut self.builder, place);
        let id = self.node(Kind::Subparagraph, para, item.label, item.body, place.ordinal);
        let last = self.last(para);
        self.lists.opened(id, last);
        self.scope_mut().used = true;
        self.after_heading = false;
        let register = if self.state == State::Preamble { Register::Preambular } else { Register::Operative };
        self.set_opener(id, register);
        true
    }

    fn preambular(&mut self, para: Para, label: usize, skip: usize) {
        self.lists.leave();
        self.part(Kind::Preamble);
        self.scope_mut().preambular += 1;
        let ordinal = self.scope().preambular;
        let id = self.node(Kind::Preambular, para, label, skip, ordinal);
        self.clause_opened(id, para);
        self.set_opener(id, Register::Preambular);
    }

    fn unnumbered_operative(&mut self, para: Para) {
        self.enter_operative();
        let ordinal = self.scope().last + 1;
        let id = self.node(Kind::Operative, para, 0, 0, ordinal);
        self.builder.node_mut(id).inferred = true;
        self.clause_opened(id, para);
        self.scope_mut().last = ordinal;
        self.set_opener(id, Register::Operative);
        let line = self.block(para.head).line;
        self.builder.diagnose("number-inferred", line, format!("Operative paragraph {ordinal} has no printed number."));
    }

    fn continuation(&mut self, at: usize, para: Para) {
        let next = self.para(at + 1).and_then(|next| item(self.first(next)));
        self.lists.continue_clause(&mut self.builder, next.as_ref());
        self.leaf(Kind::Continuation, para, 0, 0, 0);
    }

    // ---- paragraphs without a number ----

    fn in_preamble(&mut self, at: usize, para: Para) {
        let text = self.first(para);
        let last = self.last(para);
        if self.is_section_title(at, para) {
            self.heading(para);
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
        let is_operative = match (preambular, operative) {
            (true, true) => matches!(ending, Some('.' | '。' | '；' | ';' | '؛')) && self.no_comma_follows(at),
            (false, true) => !comma,
            _ => false,
        };
        if is_operative {
            self.unnumbered_operative(para);
        } else if preambular || operative || comma {
            self.preambular(para, 0, 0);
        } else if self.is_heading(at, para) {
            self.heading(para);
        } else if ends_with_colon(last) || matches!(ending, Some(';' | '؛' | '；')) && self.scope().preambular == 0 {
            self.preambular(para, 0, 0);
        } else if self.builder.text().is_empty() || !self.lists.is_open() {
            self.part(Kind::Preamble);
            self.preambular(para, 0, 0);
        } else if matches!(ending, Some('.' | '。')) && self.para(at + 1).is_none_or(|next| words::is_meeting(self.first(next))) {
            self.unnumbered_operative(para);
        } else {
            self.continuation(at, para);
        }
    }

    /// Whether the next paragraph is no preambular one.
    fn no_comma_follows(&self, at: usize) -> bool {
        self.para(at + 1).is_none_or(|next| !matches!(last_letter(self.last(next)), Some(',' | '،' | '，')))
    }

    /// Whether a paragraph right below the number of a section is its title: nothing ends it.
    fn is_section_title(&self, at: usize, para: Para) -> bool {
        self.after_heading
            && !self.scope().used
            && self.scope().kind != Kind::Document
            && para.bytes < 600
            && !ends_with_mark(self.last(para))
            && self.para(at + 1).is_some()
    }

    fn in_operative(&mut self, at: usize, para: Para) {
        let text = self.first(para);
        if self.is_section_title(at, para) {
            self.heading(para);
            return;
        }
        let scope = *self.scope();
        if !scope.used && scope.kind == Kind::Section && self.opens(Register::Preambular, text) && matches!(last_letter(self.last(para)), Some(',' | '،' | '，')) {
            self.state = State::Preamble;
            self.scope_mut().state = State::Preamble;
            self.preambular(para, 0, 0);
            return;
        }
        if self.is_heading(at, para) {
            self.heading(para);
            return;
        }
        let operative = self.opens(Register::Operative, text) && !starts_with_quote(text);
        let next_number = (at + 1..at + 20).map_while(|next| self.para(next)).find_map(|next| number(self.first(next)));
        let fills = next_number.is_some_and(|next| next.value == scope.last + 2);
        let numberless = scope.used && self.builder.node(self.lists.clause()).inferred;
        if operative && (fills || numberless || !scope.used) {
            self.unnumbered_operative(para);
        } else if self.lists.is_open() {
            self.continuation(at, para);
        } else {
            self.close_clause();
            self.leaf(Kind::Paragraph, para, 0, 0, 0);
        }
    }

    fn in_free(&mut self, at: usize, para: Para) {
        let text = self.first(para);
        if self.scope().kind == Kind::Quotation {
            if !starts_with_quote(text) {
                self.pop_scopes(|scope| scope.kind != Kind::Quotation);
                return self.one(at, para);
            }
            self.leaf(Kind::Paragraph, para, 0, 0, 0);
            return;
        }
        if self.is_heading(at, para) {
            self.heading(para);
            return;
        }
        let continues = self.lists.is_open() && (starts_lower(text) || self.lists.in_list());
        if continues {
            self.continuation(at, para);
            return;
        }
        self.close_clause();
        let id = self.node(Kind::Paragraph, para, 0, 0, 0);
        self.clause_opened(id, para);
        self.builder.set_opener(id, 0, None, Addressees::default());
    }

    /// More nodes than a document has: what is left is text.
    fn rest_as_text(&mut self, from: usize) {
        let Some(first) = self.para(from) else { return };
        let line = self.block(first.head).line;
        self.builder.diagnose("too-many-nodes", line, "The text has more paragraphs than a document has; the rest is shown as one.");
        self.pop_scopes(|scope| scope.kind == Kind::Document);
        let rest = self.paragraphs.paras.get(from..).unwrap_or_default();
        let source = Span { start: self.block(first.head).source.start, end: rest.last().map_or(0, |last| self.block(last.tail).source.end) };
        let id = self.builder.open(Kind::Paragraph, source);
        let start = self.builder.text().len();
        for para in rest {
            if self.builder.text().len() > start {
                self.builder.text_mut().push(' ');
            }
            self.assembler.write(&mut self.builder, self.paragraphs.blocks(*para), 0, false);
        }
        let body = Span::new(start, self.builder.text().len());
        self.builder.node_mut(id).body = body;
        self.split_body(id, body, source);
        self.builder.close();
    }
}

/// Whether a letter is of the script of a language.
fn is_of(language: Language, letter: char) -> bool {
    match language {
        Language::Ar => super::shape::is_arabic(letter),
        Language::Zh => super::shape::is_wide(letter),
        Language::Ru => matches!(letter, '\u{400}'..='\u{52F}'),
        Language::En | Language::Fr | Language::Es => letter < '\u{250}',
    }
}
