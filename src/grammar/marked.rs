//! A document whose markup says what its clauses are: built as it says, with what only words tell.
//!
//! Kinds, depths and numbers are the markup's. The words add what a clause does, references, which heading opens an
//! annex or a section, and where a list stands that the markup sets as paragraphs side by side. A number that is typed
//! into the words, and not marked, becomes a label of an inferred one.

mod finish;
mod mend;
mod numbers;
mod points;
mod units;

use super::build::{Build, Scope, State, begin};
use super::lexicon::{self, Register};
use super::lists::Place;
use super::numbering::{self, Class, Item};
use super::shape::ends_with_mark;
use super::words;
use super::{Options, detect};
use crate::document::anchor::repeat_suffix;
use crate::document::{Document, Finding, Kind, NodeId, Span};
use crate::formats::marked::Clause;
use crate::formats::{Content, Marked};
use crate::lang::Language;
use crate::text::Part as _;

/// Reads the clauses of the markup, one after another.
struct MarkedClauses<'a> {
    content: &'a Content,
    marked: &'a Marked,
    /// The clauses of the markup, mended where it is plainly wrong.
    clauses: &'a [Clause],
    build: Build,
    /// Clauses of the markup that are open: depth, node, and the place of the last point below.
    parents: Vec<(u16, NodeId, u32)>,
    /// The closing lines were met.
    closed: bool,
    /// The masthead, while nothing stands below it but its lines and the title.
    masthead: Option<NodeId>,
    /// The node of each clause.
    nodes: Vec<NodeId>,
    /// The clause whose unlabelled points are counted, and how many there are.
    points: (NodeId, u32),
}

/// Builds the document of a content that has `marked`.
pub(super) fn build(content: &Content, marked: &Marked, options: Options) -> Document {
    let language = options.language.or(content.language).or_else(|| detect(&content.text));
    let mut builder = begin(content, language);
    builder.push(&content.text);
    *builder.masthead_mut() = marked.masthead.clone();
    *builder.details_mut() = marked.details.clone();
    for span in &content.emphasis {
        builder.emphasize(*span);
    }
    let form = marked.details.form.as_deref().unwrap_or("resolution");
    let resolution = matches!(form, "resolution" | "draftResolution");
    let state = if resolution { State::Operative } else { State::Free };
    let mended = mend::mend(content, marked, language);
    for diagnostic in &mended.diagnostics {
        builder.diagnose(diagnostic.line, diagnostic.finding.clone());
    }
    let mut reader = MarkedClauses {
        content,
        marked,
        clauses: &mended.clauses,
        build: Build::new(builder, language.unwrap_or(Language::En), state),
        parents: Vec::new(),
        masthead: None,
        closed: false,
        nodes: Vec::with_capacity(mended.clauses.len()),
        points: (NodeId::ROOT, 0),
    };
    for (at, clause) in mended.clauses.iter().enumerate() {
        let id = reader.clause(at, clause);
        reader.nodes.push(id);
    }
    reader.finish()
}

impl<'a> MarkedClauses<'a> {
    fn text(&self, span: Span) -> &'a str {
        self.content.text.part(span.range())
    }

    fn clause(&mut self, at: usize, clause: &Clause) -> NodeId {
        while self.parents.last().is_some_and(|(depth, ..)| *depth >= clause.depth) {
            self.parents.pop();
        }
        self.build.leave_quotations(clause.depth);
        let quoted = self.build.scope().within.map_or(0, |_| self.build.scope().depth);
        if let Some((_, parent, last)) = self.parents.last().copied().filter(|(depth, ..)| *depth > quoted) {
            return self.below(at, clause, parent, last);
        }
        self.leave_scopes(clause);
        if !matches!(clause.kind, Kind::Masthead | Kind::Title | Kind::MastheadLine) {
            self.masthead = None;
        }
        match clause.kind {
            Kind::Preambular => self.preambular(clause),
            Kind::Enacting => self.enacting(clause),
            Kind::Operative => self.numbered(at, clause),
            Kind::Paragraph if self.marked.stated => self.stated_paragraph(clause),
            Kind::Paragraph => self.paragraph(at, clause),
            Kind::Subparagraph => self.item(at, clause),
            Kind::Heading if self.marked.stated => self.heading_beside(at, clause),
            Kind::Heading if self.is_numbered_clause(clause) => {
                self.build.diagnose(clause.line, Finding::ParagraphAsHeading);
                self.numbered(at, &Clause { kind: Kind::Operative, ..*clause })
            }
            Kind::Heading => self.heading(at, clause),
            Kind::Table => {
                self.build.close_items();
                self.leaf(clause)
            }
            Kind::Section | Kind::Annex | Kind::Article | Kind::Part | Kind::Quotation => self.unit(clause),
            Kind::Masthead => {
                self.build.close_to_scope();
                let id = self.open(clause, 0);
                self.masthead = Some(id);
                id
            }
            Kind::Title | Kind::MastheadLine => {
                self.enter_masthead(clause);
                if clause.kind == Kind::Title { self.open(clause, 0) } else { self.leaf(clause) }
            }
            Kind::Notes => {
                self.build.close_to_scope();
                self.open(clause, 0)
            }
            Kind::Preamble | Kind::OperativePart => {
                self.build.close_to_scope();
                self.build.part(clause.kind);
                self.build.document.current()
            }
            kind => {
                self.build.close_to_scope();
                self.closed |= kind == Kind::Closing && self.build.scopes().len() == 1;
                self.leaf(clause)
            }
        }
    }

    /// Scopes that end before a clause: those whose element ended, and sections that a heading opened where a new
    /// element or the end of the text begins.
    fn leave_scopes(&mut self, clause: &Clause) {
        self.keep_section(clause);
        let outside = matches!(
            clause.kind,
            Kind::Closing | Kind::Annex | Kind::Part | Kind::Notes | Kind::Masthead | Kind::Title
        );
        let ended = |scope: &Scope| {
            if scope.by_heading() {
                scope.depth > clause.depth || scope.depth == clause.depth && outside
            } else {
                scope.depth >= clause.depth
            }
        };
        if ended(self.build.scope()) {
            self.build.leave_scopes(|scope| !ended(scope));
        }
    }

    /// Goes to the masthead, in which the title stands and what is printed above it. Markup without a cover page has
    /// no element for it.
    fn enter_masthead(&mut self, clause: &Clause) {
        if self.nodes.is_empty() {
            let none = Clause::new(Kind::Masthead, 0, Span::default(), clause.line);
            self.masthead = Some(self.build.open(&none, 0));
        }
        match self.masthead {
            Some(masthead) => self.build.document.close_to(masthead),
            None => self.build.close_to_scope(),
        }
    }

    // ---- nodes ----

    /// Opens a node with the words of a clause; it stays open.
    fn open(&mut self, clause: &Clause, ordinal: u32) -> NodeId {
        let id = self.build.open(clause, ordinal);
        self.cells(id, clause);
        self.opened(clause, id)
    }

    /// A node was opened for a clause: those that are deeper in the markup stand below it.
    fn opened(&mut self, clause: &Clause, id: NodeId) -> NodeId {
        let apart = clause.kind.is_scope() || clause.kind.is_synthetic();
        if !apart || matches!(clause.kind, Kind::Masthead | Kind::Notes) {
            self.parents.push((clause.depth, id, 0));
        }
        id
    }

    fn leaf(&mut self, clause: &Clause) -> NodeId {
        let id = self.build.leaf(clause);
        self.cells(id, clause);
        id
    }

    /// A clause of the markup below another one.
    fn below(&mut self, at: usize, clause: &Clause, parent: NodeId, last: u32) -> NodeId {
        // The Security Council sets (a), (i) and bullets as points of one list.
        if clause.kind == Kind::Subparagraph
            && self.build.lists.is_open()
            && self.build.lists.clause() == parent
        {
            return self.point(at, clause);
        }
        self.build.document.close_to(parent);
        match clause.kind {
            Kind::Subparagraph => {
                let next = self.next_item(at, clause.depth);
                let ordinal = ordinal_after(self.text(clause.label), last, next.as_ref());
                if let Some((_, _, last)) = self.parents.last_mut() {
                    *last = ordinal;
                }
                let id = self.open(clause, ordinal);
                self.build.set_opener(id, self.register());
                id
            }
            Kind::Note => {
                let is_note = |id: &&NodeId| self.build.node(**id).kind == Kind::Note;
                let before = self.nodes.iter().rev().take_while(is_note).count();
                let id = self.build.note(clause, before as u32 + 1);
                self.opened(clause, id)
            }
            Kind::Quotation => self.quotation(clause, parent),
            _ => self.open(clause, 0),
        }
    }

    fn register(&self) -> Register {
        if self.build.is_in(Kind::Preamble) { Register::Preambular } else { Register::Operative }
    }

    // ---- what a clause of the markup becomes ----

    fn enacting(&mut self, clause: &Clause) -> NodeId {
        if self.marked.stated {
            self.build.close_clause();
            self.build.count_anew();
            return self.leaf(clause);
        }
        self.build.leave_scopes(|scope| !scope.by_heading());
        self.build.begin_preamble();
        // A draft that is quoted or annexed with its enacting phrase has operative paragraphs.
        if matches!(self.build.scope().kind, Kind::Quotation | Kind::Annex) {
            self.build.scope_mut().state = State::Operative;
        }
        self.leaf(clause)
    }

    fn preambular(&mut self, clause: &Clause) -> NodeId {
        let last = self.text(clause.body);
        let id = if self.marked.stated {
            let ordinal = self.build.next_preambular();
            self.build.quoted(clause, ordinal, last)
        } else {
            self.build.preambular(clause, last)
        };
        self.opened(clause, id)
    }

    /// Whether what the markup calls a heading is the numbered paragraph that is due: a sentence that acts.
    fn is_numbered_clause(&self, clause: &Clause) -> bool {
        let label = self.text(clause.label);
        let words = self.text(clause.body);
        self.build.scope().numbered
            && numbering::value_of(label) == Some(self.build.scope().last + 1)
            && ends_with_mark(words)
            && lexicon::opener(self.build.language, Register::Operative, words).is_some()
    }

    /// A paragraph with a plain number.
    fn numbered(&mut self, at: usize, clause: &Clause) -> NodeId {
        let label = self.text(clause.label);
        if label.is_empty() {
            return self.unprinted(clause);
        }
        let han = || crate::lang::numerals::han_value(label.trim_end_matches(['.', '．', '、']));
        let printed = numbering::value_of(label).or_else(han).unwrap_or(0);
        let (last, begun) = (self.build.scope().last, self.build.scope().numbered);
        // "7 bis" after 7 is a number of its own.
        let added = printed == last && !repeat_suffix(label).is_empty();
        let wrong = begun
            && !added
            && (self.is_misprinted(at, clause.depth, printed) || self.lost_count(at, clause.depth, printed));
        let number = if wrong { last + 1 } else { printed };
        if begun && number != printed {
            let finding = Finding::NumberMisprinted { printed, last, called: number };
            self.build.diagnose(clause.line, finding);
        } else if begun && last > 0 && number != last + 1 && !added {
            self.build.out_of_sequence(number, clause.line);
        }
        self.build.scope_mut().numbered = true;
        self.operative(clause, number)
    }

    /// A paragraph that counts and prints no number. Sections may number on; one whose only paragraph bears no number
    /// begins anew.
    fn unprinted(&mut self, clause: &Clause) -> NodeId {
        let scope = self.build.scope();
        let begun = scope.used && !self.build.is_in(Kind::Preamble);
        let due = if begun || scope.kind != Kind::Section { scope.last + 1 } else { 1 };
        let number = clause.number.unwrap_or(due);
        let id = self.operative(clause, number);
        self.build.node_mut(id).inferred = true;
        id
    }

    /// A numbered paragraph: operative, unless its scope is an annex.
    fn operative(&mut self, clause: &Clause, number: u32) -> NodeId {
        let operative = if self.marked.stated {
            self.build.is_in(Kind::OperativePart)
        } else {
            !self.build.scope().is_free()
        };
        let kind = if operative { Kind::Operative } else { Kind::Paragraph };
        let clause = &Clause { kind, ..*clause };
        let id = self.build.numbered(clause, number, self.text(clause.body));
        self.opened(clause, id)
    }

    /// A paragraph of which no words are read: it has no number, and is no heading.
    fn stated_paragraph(&mut self, clause: &Clause) -> NodeId {
        if self.closed && self.build.scopes().len() == 1 {
            self.build.close_to_scope();
            return self.leaf(clause);
        }
        self.build.begin_clause(!self.marked.stated && !self.build.scope().is_free());
        let id = self.build.paragraph(clause, 0, self.text(clause.body));
        self.opened(clause, id)
    }

    /// A paragraph without a number of its own; one may be typed into its words.
    fn paragraph(&mut self, at: usize, clause: &Clause) -> NodeId {
        let text = self.text(clause.body);
        if let Some((label, body)) = self.typed_number(at, clause) {
            let id = self.numbered(at, &cut(clause, label, body));
            self.build.node_mut(id).inferred = true;
            return id;
        }
        if self.is_table_note(at, clause) || self.is_star_note(text) {
            self.build.close_clause();
            return self.leaf(clause);
        }
        let item = numbering::item(text).or_else(|| self.bare_letter(at, clause));
        if let Some(item) = item.filter(|_| text.contains(char::is_alphanumeric)) {
            let cut = cut(clause, item.label, item.body);
            let id = self.item_beside(at, &Clause { kind: Kind::Subparagraph, ..cut }, &item);
            self.build.node_mut(id).inferred = true;
            return id;
        }
        if self.is_closing(at, text) || self.is_below_meeting(at) {
            self.build.close_to_scope();
            return self.leaf(&Clause { kind: Kind::Closing, ..*clause });
        }
        if self.is_heading(at, clause) {
            return self.heading(at, clause);
        }
        let scope = self.build.scope();
        if !scope.is_free() && self.acts(clause) {
            let last = scope.last;
            let next = self.next_number(at, clause.depth);
            // Its number is lost: the one before and the one after it are there.
            let is_lost = scope.numbered && next == Some(last + 2);
            let follows = next.is_some_and(|next| next == last + 1 || next == 1 && !scope.numbered);
            let alone = !scope.numbered || self.build.node(self.build.lists.clause()).inferred;
            if is_lost || alone && !follows {
                if is_lost {
                    self.build.diagnose(clause.line, Finding::NumberMissing { last, next: last + 2 });
                }
                return self.unprinted(clause);
            }
        }
        if let Some(above) = self.unmarked_point(at, clause) {
            self.build.document.close_to(above);
            let ordinal = self.count_point();
            let id = self.open(&Clause { kind: Kind::Subparagraph, ..*clause }, ordinal);
            self.build.node_mut(id).inferred = true;
            return id;
        }
        if self.build.lists.in_list() && self.next_item(at, clause.depth).is_some() {
            self.between_items(at, clause.depth);
            return self.leaf(clause);
        }
        self.stated_paragraph(clause)
    }

    /// A point that stands beside its paragraph in the markup.
    fn item(&mut self, at: usize, clause: &Clause) -> NodeId {
        let label = self.text(clause.label);
        if self.build.language == Language::Ar && self.is_table_note(at, clause) {
            self.build.close_clause();
            return self.leaf(&Clause { kind: Kind::Paragraph, ..*clause });
        }
        match item_of(label) {
            Some(item) => self.item_beside(at, clause, &item),
            None if words::unit(label).is_some() => self.heading(at, clause),
            None => {
                self.between_items(at, clause.depth);
                let ordinal = self.count_point();
                self.open(clause, ordinal)
            }
        }
    }

    /// The place of a point without a label among those beside it.
    fn count_point(&mut self) -> u32 {
        let parent = self.build.document.current();
        let count = if self.points.0 == parent { self.points.1 + 1 } else { 1 };
        self.points = (parent, count);
        count
    }

    fn item_beside(&mut self, at: usize, clause: &Clause, item: &Item) -> NodeId {
        let next = self.next_item(at, clause.depth);
        if !self.build.lists.is_open() {
            self.build.begin_list(!self.build.scope().is_free());
        }
        let place = self.build.lists.place(item, next.as_ref());
        if place.is_none() {
            self.between_items(at, clause.depth);
        }
        let id = self.placed(clause, place);
        self.build.node_mut(id).inferred = clause.inferred;
        self.build.scope_mut().used = true;
        id
    }

    /// An item at its place in a list; where it has none, below what is open.
    fn placed(&mut self, clause: &Clause, place: Option<Place>) -> NodeId {
        let register = self.register();
        if let Some(place) = place {
            let id = self.build.item(clause, place, self.text(clause.body), register);
            return self.opened(clause, id);
        }
        let ordinal = self.count_point();
        let id = self.open(clause, ordinal);
        self.build.set_opener(id, register);
        id
    }

    /// A point below its paragraph.
    fn point(&mut self, at: usize, clause: &Clause) -> NodeId {
        let next = self.next_item(at, clause.depth);
        let label = self.text(clause.label);
        // A point that lost its bullet is counted with those that have theirs.
        let bare = label.is_empty() && self.build.lists.has_bullets();
        let item = if bare { numbering::item("• ") } else { item_of(label) };
        let place = item.and_then(|item| self.build.lists.place(&item, next.as_ref()));
        if place.is_none() {
            self.build.close_items();
        }
        self.placed(clause, place)
    }
}

/// A clause whose words begin with a number that is typed into them.
fn cut(clause: &Clause, label: usize, body: usize) -> Clause {
    let start = clause.body.start;
    Clause {
        label: Span { start, end: start + label as u32 },
        body: Span { start: start + body as u32, end: clause.body.end },
        ..*clause
    }
}

/// The item of a printed label, which may stand alone.
fn item_of(label: &str) -> Option<Item> {
    numbering::item(label).or_else(|| numbering::item(&format!("{} ", label.get(..label.len().min(16))?)))
}

/// The place of a point in its list, from its label, the place of the one before and the label of the next one.
fn ordinal_after(label: &str, last: u32, next: Option<&Item>) -> u32 {
    let Some(item) = item_of(label) else { return last + 1 };
    let goes_on = |&(class, value): &(Class, u32)| {
        next.is_some_and(|next| next.readings().any(|reading| reading == (class, value + 1)))
    };
    let due = || item.readings().find(|&(_, value)| value == last + 1);
    let first = || item.readings().find(|&(_, value)| value > 0);
    item.readings()
        .find(|reading| reading.1 == last + 1 && goes_on(reading))
        .or_else(due)
        .or_else(|| item.readings().find(goes_on))
        .or_else(first)
        .map_or(last + 1, |(_, value)| value)
}

#[cfg(test)]
mod tests;
