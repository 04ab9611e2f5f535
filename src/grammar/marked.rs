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

use super::lexicon::{self, Register};
use super::lists::{Lists, Place};
use super::numbering::{self, Class, Item};
use super::shape::{ends_with_colon, ends_with_mark};
use super::words;
use super::{Options, detect};
use crate::document::anchor::repeat_suffix;
use crate::document::{Builder, Document, Kind, Language, NodeId, Span};
use crate::formats::marked::Clause;
use crate::formats::{Content, Marked};

/// How a scope began, and so where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opened {
    Element,
    /// What follows the heading stands beside it in the markup.
    Heading,
    /// By an element that ended before its paragraphs, so that they stand beside it too.
    ShortElement,
}

/// A container that numbers its own paragraphs.
#[derive(Clone, Copy, Debug)]
struct Scope {
    node: NodeId,
    kind: Kind,
    /// Depth of its clause in the markup.
    depth: u16,
    opened: Opened,
    /// Order of units: what a heading of a lower one closes.
    level: u8,
    last: u32,
    preambular: u32,
    part: Option<NodeId>,
    /// A clause stands in it.
    used: bool,
    /// A paragraph of it prints a number.
    numbered: bool,
    /// A quotation stands in this clause, which goes on after it.
    within: Option<NodeId>,
    /// Its paragraphs are not operative.
    free: bool,
}

impl Scope {
    /// Whether its paragraphs stand beside what opened it.
    fn by_heading(&self) -> bool {
        self.opened != Opened::Element
    }
}

struct Build<'a> {
    content: &'a Content,
    marked: &'a Marked,
    /// The clauses of the markup, mended where it is plainly wrong.
    clauses: &'a [Clause],
    language: Language,
    builder: Builder,
    scopes: Vec<Scope>,
    /// Clauses of the markup that are open: depth, node, and the place of the last point below.
    parents: Vec<(u16, NodeId, u32)>,
    lists: Lists,
    /// The node of each clause.
    nodes: Vec<NodeId>,
    emphasis: usize,
    /// The clause whose unlabelled points are counted, and how many there are.
    points: (NodeId, u32),
}

/// Builds the document of a content that has `marked`.
pub(super) fn build(content: &Content, marked: &Marked, options: Options) -> Document {
    let language = options.language.or(content.language).or_else(|| detect(&content.text));
    let mut builder = Builder::new();
    builder.reserve(content.text.len());
    builder.push(&content.text);
    builder.set_language(language);
    *builder.masthead_mut() = marked.masthead.clone();
    *builder.details_mut() = marked.details.clone();
    let form = marked.details.form.as_deref().unwrap_or("resolution");
    let root = Scope {
        node: NodeId::ROOT,
        kind: Kind::Document,
        depth: 0,
        opened: Opened::Element,
        level: 0,
        last: 0,
        preambular: 0,
        part: None,
        used: false,
        numbered: false,
        within: None,
        free: !matches!(form, "resolution" | "draftResolution"),
    };
    let mended = mend::mend(content, marked, language);
    for diagnostic in &mended.diagnostics {
        builder.diagnose(diagnostic.code, diagnostic.line, diagnostic.message.clone());
    }
    let mut build = Build {
        content,
        marked,
        clauses: &mended.clauses,
        language: language.unwrap_or(Language::En),
        builder,
        scopes: vec![root],
        parents: Vec::new(),
        lists: Lists::default(),
        nodes: Vec::with_capacity(mended.clauses.len()),
        emphasis: 0,
        points: (NodeId::ROOT, 0),
    };
    for (at, clause) in mended.clauses.iter().enumerate() {
        let id = build.clause(at, clause);
        build.nodes.push(id);
    }
    build.finish()
}

impl<'a> Build<'a> {
    fn text(&self, span: Span) -> &'a str {
        self.content.text.get(span.range()).unwrap_or_default()
    }

    fn scope(&self) -> Scope {
        self.scopes.last().copied().unwrap_or(self.scopes[0])
    }

    fn scope_mut(&mut self) -> &mut Scope {
        let last = self.scopes.len() - 1;
        &mut self.scopes[last]
    }

    fn clause(&mut self, at: usize, clause: &Clause) -> NodeId {
        while self.parents.last().is_some_and(|(depth, ..)| *depth >= clause.depth) {
            self.parents.pop();
        }
        while let Some(within) = self.scope().within.filter(|_| self.scope().depth >= clause.depth) {
            self.scopes.pop();
            self.builder.close_to(within);
            self.lists.leave();
        }
        let quoted = self.scope().within.map_or(0, |_| self.scope().depth);
        if let Some((_, parent, last)) = self.parents.last().copied().filter(|(depth, ..)| *depth > quoted) {
            return self.below(at, clause, parent, last);
        }
        self.leave_scopes(clause);
        match clause.kind {
            Kind::Preambular => self.preambular(clause),
            Kind::Enacting => self.enacting(clause),
            Kind::Operative => self.numbered(at, clause),
            Kind::Paragraph => self.paragraph(at, clause),
            Kind::Subparagraph => self.item(at, clause),
            Kind::Heading if self.is_numbered_clause(clause) => {
                let message = "A numbered paragraph is a heading in the markup.";
                self.builder.diagnose("paragraph-as-heading", clause.line, message);
                self.numbered(at, &Clause { kind: Kind::Operative, ..*clause })
            }
            Kind::Heading => self.heading(at, clause),
            Kind::Table => {
                self.lists.close_items(&mut self.builder);
                self.leaf(clause)
            }
            Kind::Section | Kind::Annex | Kind::Article | Kind::Part | Kind::Quotation => self.unit(clause),
            Kind::Masthead | Kind::Notes | Kind::Title => {
                self.close_to_scope();
                self.open(clause)
            }
            _ => {
                self.close_to_scope();
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
        let mut popped = false;
        while self.scopes.len() > 1 && self.scopes.last().is_some_and(ended) {
            self.scopes.pop();
            popped = true;
        }
        if popped {
            self.close_to_scope();
        }
    }

    // ---- nodes ----

    /// Opens a node with the words of a clause; it stays open.
    fn open(&mut self, clause: &Clause) -> NodeId {
        let id = self.builder.open(clause.kind, clause.source);
        let node = self.builder.node_mut(id);
        (node.label, node.body) = (clause.label, clause.body);
        self.cells(id, clause);
        self.parents.push((clause.depth, id, 0));
        if clause.kind.is_scope() || clause.kind.is_synthetic() {
            self.parents.pop();
        }
        if clause.kind == Kind::Masthead || clause.kind == Kind::Notes {
            self.parents.push((clause.depth, id, 0));
        }
        self.split(id, clause);
        id
    }

    fn leaf(&mut self, clause: &Clause) -> NodeId {
        let id = self.open(clause);
        self.builder.close_to(self.builder.node(id).parent);
        self.parents.pop_if(|(_, open, _)| *open == id);
        id
    }

    /// A clause of the markup below another one.
    fn below(&mut self, at: usize, clause: &Clause, parent: NodeId, last: u32) -> NodeId {
        // The Security Council sets (a), (i) and bullets as points of one list.
        if clause.kind == Kind::Subparagraph && self.lists.is_open() && self.lists.clause() == parent {
            return self.point(at, clause);
        }
        self.builder.close_to(parent);
        match clause.kind {
            Kind::Subparagraph => {
                let id = self.open(clause);
                let next = self.next_item(at, clause.depth);
                let ordinal = ordinal_after(self.text(clause.label), last, next.as_ref());
                self.builder.node_mut(id).ordinal = ordinal;
                if let Some((_, _, last)) = self.parents.iter_mut().rev().nth(1) {
                    *last = ordinal;
                }
                self.set_opener(id, self.register());
                id
            }
            Kind::Note => {
                let id = self.open(clause);
                let ordinal = self.note_ordinal(clause);
                self.builder.node_mut(id).ordinal = ordinal;
                id
            }
            Kind::Quotation => self.quotation(clause, parent),
            _ => self.open(clause),
        }
    }

    /// The number of a note; where it has none, how many it is.
    fn note_ordinal(&self, clause: &Clause) -> u32 {
        let notes = self.nodes.iter().rev().take_while(|&&note| self.builder.node(note).kind == Kind::Note);
        self.text(clause.label).parse().unwrap_or_else(|_| notes.count() as u32 + 1)
    }

    fn register(&self) -> Register {
        if self.is_in_preamble() { Register::Preambular } else { Register::Operative }
    }

    fn is_in_preamble(&self) -> bool {
        self.scope().part.is_some_and(|part| self.builder.node(part).kind == Kind::Preamble)
    }

    /// Sets the opening verb, action and addressees of a clause by its words.
    fn set_opener(&mut self, id: NodeId, register: Register) {
        let body = self.builder.node(id).body;
        let all = &self.content.emphasis;
        while all.get(self.emphasis).is_some_and(|span| span.start < body.start) {
            self.emphasis += 1;
        }
        let italic = all.get(self.emphasis).filter(|span| span.start == body.start);
        let italic = italic.map(|span| span.len());
        let found = lexicon::classify(self.language, register, self.text(body), italic);
        self.builder.set_opener(id, found.opener, found.action, found.addressees);
    }

    /// The container of the preamble or of the operative part, opened where it is not.
    fn part(&mut self, kind: Kind) {
        let scope = self.scope();
        if let Some(part) = scope.part.filter(|&part| self.builder.node(part).kind == kind) {
            self.builder.close_to(part);
            return;
        }
        self.builder.close_to(scope.node);
        let part = self.builder.open(kind, Span::default());
        self.scope_mut().part = Some(part);
    }

    fn close_to_scope(&mut self) {
        self.builder.close_to(self.scope().node);
        self.scope_mut().part = None;
        self.lists.leave();
    }

    /// Closes down to what headings stand in.
    fn close_clause(&mut self) {
        let scope = self.scope();
        self.builder.close_to(scope.part.unwrap_or(scope.node));
        self.lists.leave();
    }

    fn entered(&mut self, id: NodeId) {
        let colon = ends_with_colon(self.text(self.builder.node(id).body));
        self.lists.enter(id, colon);
        self.scope_mut().used = true;
    }

    // ---- what a clause of the markup becomes ----

    fn enacting(&mut self, clause: &Clause) -> NodeId {
        while self.scopes.last().is_some_and(Scope::by_heading) {
            self.scopes.pop();
        }
        let again = self.scope().used;
        self.close_to_scope();
        if again {
            let scope = self.scope_mut();
            (scope.last, scope.preambular) = (0, 0);
        }
        // A draft that is quoted or annexed with its enacting phrase has operative paragraphs.
        if matches!(self.scope().kind, Kind::Quotation | Kind::Annex) {
            self.scope_mut().free = false;
        }
        self.part(Kind::Preamble);
        self.leaf(clause)
    }

    fn preambular(&mut self, clause: &Clause) -> NodeId {
        self.lists.leave();
        self.part(Kind::Preamble);
        self.scope_mut().preambular += 1;
        let ordinal = self.scope().preambular;
        let id = self.open(clause);
        self.builder.node_mut(id).ordinal = ordinal;
        self.entered(id);
        self.set_opener(id, Register::Preambular);
        id
    }

    /// A paragraph with a plain number.
    /// Whether what the markup calls a heading is the numbered paragraph that is due: a sentence that acts.
    fn is_numbered_clause(&self, clause: &Clause) -> bool {
        let label = self.text(clause.label);
        let due =
            || numbering::leading_digits(label, 4).is_some_and(|(_, value)| value == self.scope().last + 1);
        let words = self.text(clause.body);
        self.scope().numbered
            && due()
            && ends_with_mark(words)
            && lexicon::opener(self.language, Register::Operative, words).is_some()
    }

    fn numbered(&mut self, at: usize, clause: &Clause) -> NodeId {
        let label = self.text(clause.label);
        let misread = || numbering::misread(&format!("{label} w")).map(|(number, _)| number.value);
        let han = || crate::lang::numerals::han_value(label.trim_end_matches(['.', '．', '、']));
        let printed =
            numbering::leading_digits(label, 6).map(|(_, value)| value).or_else(misread).or_else(han);
        let printed = printed.unwrap_or(0);
        let (last, begun) = (self.scope().last, self.scope().numbered);
        // "7 bis" after 7 is a number of its own.
        let added = printed == last && !repeat_suffix(label).is_empty();
        let wrong = begun
            && !added
            && (self.is_misprinted(at, clause.depth, printed) || self.lost_count(at, clause.depth, printed));
        let number = if wrong { last + 1 } else { printed };
        if begun && number != printed {
            let message =
                format!("The number {printed} is printed after {last}; it is called {number} here.");
            self.builder.diagnose("number-misprinted", clause.line, message);
        } else if begun && last > 0 && number != last + 1 && !added {
            let code = if number > last + 1 { "number-gap" } else { "number-restart" };
            self.builder.diagnose(code, clause.line, format!("Paragraph {number} follows paragraph {last}."));
        }
        self.scope_mut().numbered = true;
        self.operative(clause, number)
    }

    /// A numbered paragraph: operative, unless its scope is an annex.
    fn operative(&mut self, clause: &Clause, number: u32) -> NodeId {
        let free = self.scope().free;
        let kind = if free { Kind::Paragraph } else { Kind::Operative };
        if free {
            self.close_clause();
        } else {
            self.lists.leave();
            self.part(Kind::OperativePart);
        }
        let id = self.open(&Clause { kind, ..*clause });
        self.builder.node_mut(id).ordinal = number;
        self.scope_mut().last = number;
        self.entered(id);
        if !free {
            self.set_opener(id, Register::Operative);
        }
        id
    }

    /// A paragraph without a number of its own; one may be typed into its words.
    fn paragraph(&mut self, at: usize, clause: &Clause) -> NodeId {
        let text = self.text(clause.body);
        if let Some((label, body)) = self.typed_number(at, clause) {
            let id = self.numbered(at, &cut(clause, label, body));
            self.builder.node_mut(id).inferred = true;
            return id;
        }
        if self.is_table_note(at, clause) {
            self.close_clause();
            return self.leaf(clause);
        }
        if self.is_star_note(text) {
            self.close_clause();
            return self.leaf(clause);
        }
        let item = numbering::item(text).or_else(|| self.bare_letter(at, clause));
        if let Some(item) = item.filter(|_| text.contains(char::is_alphanumeric)) {
            let cut = cut(clause, item.label, item.body);
            let id = self.placed(at, &Clause { kind: Kind::Subparagraph, ..cut }, &item);
            self.builder.node_mut(id).inferred = true;
            return id;
        }
        if self.is_closing(at, text) || self.is_below_meeting(at) {
            self.close_to_scope();
            return self.leaf(&Clause { kind: Kind::Closing, ..*clause });
        }
        if self.is_heading(at, clause) {
            return self.heading(at, clause);
        }
        let scope = self.scope();
        if !scope.free && self.acts(clause) {
            let last = scope.last;
            let next = self.next_number(at, clause.depth);
            // Its number is lost: the one before and the one after it are there.
            let is_lost = scope.numbered && next == Some(last + 2);
            let follows = next.is_some_and(|next| next == last + 1 || next == 1 && !scope.numbered);
            let alone = !scope.numbered || self.builder.node(self.lists.clause()).inferred;
            if is_lost || alone && !follows {
                // Sections may number on; one whose only paragraph bears no number begins anew.
                let acts = scope.used && !self.is_in_preamble();
                let number = if acts || scope.kind != Kind::Section { last + 1 } else { 1 };
                if is_lost {
                    let message =
                        format!("A paragraph without a number stands between {last} and {}.", last + 2);
                    self.builder.diagnose("number-missing", clause.line, message);
                }
                let id = self.operative(clause, number);
                self.builder.node_mut(id).inferred = true;
                return id;
            }
        }
        if let Some(above) = self.unmarked_point(at, clause) {
            self.builder.close_to(above);
            let id = self.open(&Clause { kind: Kind::Subparagraph, ..*clause });
            let node = self.builder.node_mut(id);
            (node.inferred, node.ordinal) = (true, 0);
            let ordinal = self.count_point(id);
            self.builder.node_mut(id).ordinal = ordinal;
            return id;
        }
        if self.lists.in_list() && self.next_item(at, clause.depth).is_some() {
            self.between_items(at, clause.depth);
            return self.leaf(clause);
        }
        if scope.free {
            self.close_clause();
        } else {
            self.lists.leave();
            self.part(Kind::OperativePart);
        }
        let id = self.open(clause);
        self.entered(id);
        id
    }

    /// A point that stands beside its paragraph in the markup.
    fn item(&mut self, at: usize, clause: &Clause) -> NodeId {
        let label = self.text(clause.label);
        if self.language == Language::Ar && self.is_table_note(at, clause) {
            self.close_clause();
            return self.leaf(&Clause { kind: Kind::Paragraph, ..*clause });
        }
        match item_of(label) {
            Some(item) => self.placed(at, clause, &item),
            None if words::unit(label).is_some() => self.heading(at, clause),
            None => {
                self.between_items(at, clause.depth);
                let id = self.open(clause);
                self.builder.node_mut(id).ordinal = self.count_point(id);
                id
            }
        }
    }

    /// The place of a point without a label among those beside it.
    fn count_point(&mut self, id: NodeId) -> u32 {
        let parent = self.builder.node(id).parent;
        let count = if self.points.0 == parent { self.points.1 + 1 } else { 1 };
        self.points = (parent, count);
        count
    }

    fn placed(&mut self, at: usize, clause: &Clause, item: &Item) -> NodeId {
        let next = self.next_item(at, clause.depth);
        if !self.lists.is_open() {
            self.close_clause();
            if !self.scope().free {
                self.part(Kind::OperativePart);
            }
            self.lists.enter(self.builder.current(), true);
        }
        let place = self.lists.place(item, next.as_ref());
        match place {
            Some(place) => self.lists.descend(&mut self.builder, place),
            None => self.between_items(at, clause.depth),
        }
        let id = self.placed_node(clause, place);
        self.builder.node_mut(id).inferred = clause.inferred;
        self.scope_mut().used = true;
        id
    }

    fn placed_node(&mut self, clause: &Clause, place: Option<Place>) -> NodeId {
        let id = self.open(clause);
        self.builder.node_mut(id).ordinal = match place {
            Some(place) => place.ordinal,
            None => self.count_point(id),
        };
        if place.is_some() {
            self.lists.opened(id, self.text(clause.body));
        }
        self.set_opener(id, self.register());
        id
    }

    /// A point below its paragraph.
    fn point(&mut self, at: usize, clause: &Clause) -> NodeId {
        let next = self.next_item(at, clause.depth);
        let label = self.text(clause.label);
        // A point that lost its bullet is counted with those that have theirs.
        let bare = label.is_empty() && self.lists.has_bullets();
        let item = if bare { numbering::item("• ") } else { item_of(label) };
        let place = item.and_then(|item| self.lists.place(&item, next.as_ref()));
        match place {
            Some(place) => self.lists.descend(&mut self.builder, place),
            None => self.lists.close_items(&mut self.builder),
        }
        self.placed_node(clause, place)
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
