//! The tree itself: nodes in preorder, with byte ranges into one text.

use super::anchor::Anchors;
use super::citation::restarts::Restarts;
use super::{Action, Addressees, Anchor, Details, Kind, Masthead, Reference, Table};
use crate::document::{Diagnostic, Reason};
use crate::lang::Language;
use crate::lang::Words;
use crate::text::Part as _;
use std::sync::OnceLock;

/// A byte range of [`Document::text`], or of the decoded source where that is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// The range from `start` to `end`, exclusive.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether the byte at an offset is in the range.
    pub fn contains(self, at: usize) -> bool {
        self.range().contains(&at)
    }

    /// Whether the two ranges have a byte in common.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// The preorder index of a node. It is valid for one document in memory only: save and show an [`Anchor`] instead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub(crate) u32);

impl NodeId {
    pub const ROOT: Self = Self(0);

    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A node. It is kept small, because a hostile file can have one for every few bytes.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    pub kind: Kind,
    pub action: Option<Action>,
    /// Whether the number is counted or inferred, not printed.
    pub inferred: bool,
    /// Bytes of the opening phrase at the start of the body; 0 where none is known.
    pub opener: u16,
    pub addressees: Addressees,
    /// The position in its series: 7 for "7." and "7 bis.", 3 for the third preambular paragraph, 2 for "(b)"; 0 for
    /// none.
    pub ordinal: u32,
    pub parent: NodeId,
    /// One past the last node below this one.
    pub subtree_end: NodeId,
    /// The printed number with its punctuation: "7.", "(a)", "Annex I"; empty where none is printed.
    pub label: Span,
    /// The node's own words.
    pub body: Span,
    /// Where it starts and ends in the decoded source, in bytes.
    pub source: Span,
}

/// A footnote mark in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoteMark {
    /// The mark's own characters in the text: "²", "*".
    pub span: Span,
    /// The node of the note it points to; `None` where no body was found.
    pub note: Option<NodeId>,
}

/// Page furniture that was set aside and is in no node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Line of the decoded source, from 1.
    pub line: u32,
    pub text: String,
    /// What it is.
    pub reason: Reason,
}

/// A parsed document. It does not change: share it in an `Arc`.
#[derive(Debug, Default)]
pub struct Document {
    pub(super) text: String,
    pub(super) nodes: Vec<Node>,
    pub(super) language: Option<Language>,
    pub(super) masthead: Masthead,
    pub(super) details: Details,
    pub(super) marks: Vec<NoteMark>,
    pub(super) emphasis: Vec<Span>,
    pub(super) page_breaks: Vec<u32>,
    pub(super) references: Vec<Reference>,
    pub(super) tables: Vec<Table>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) set_aside: Vec<SetAside>,
    pub(super) anchors: OnceLock<Anchors>,
    pub(super) restarts: OnceLock<Restarts>,
}

impl Document {
    /// All words of the document. Note marks stand where they are printed, as superscripts where they are digits.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words of a span; empty where the span is not valid for this document.
    pub fn slice(&self, span: Span) -> &str {
        self.text.part(span.range())
    }

    /// The number of nodes, the root included.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is no node but the root.
    pub fn is_empty(&self) -> bool {
        self.nodes.len() <= 1
    }

    /// A node; the root where the id is not valid for this document.
    pub fn node(&self, id: NodeId) -> &Node {
        self.nodes.get(id.index()).unwrap_or(&self.nodes[0])
    }

    /// All nodes in preorder, that is, in reading order; the first is the root.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The ids of all nodes in reading order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (0..self.nodes.len() as u32).map(NodeId)
    }

    /// The direct children of a node, in order.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let end = self.node(id).subtree_end;
        let mut next = NodeId(id.0 + 1);
        std::iter::from_fn(move || {
            if next >= end {
                return None;
            }
            let child = next;
            next = self.node(child).subtree_end.max(NodeId(child.0 + 1));
            Some(child)
        })
    }

    /// The parent of a node, its parent, and so on up to the root.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let mut at = id;
        std::iter::from_fn(move || {
            if at == NodeId::ROOT {
                return None;
            }
            at = self.node(at).parent;
            Some(at)
        })
    }

    /// The innermost section, part, annex or article that contains a node; `None` where there is none.
    pub(crate) fn scope(&self, id: NodeId) -> Option<NodeId> {
        self.ancestors(id).find(|&up| self.node(up).kind.is_scope())
    }

    /// The printed label of a node; empty where none is printed.
    pub fn label(&self, id: NodeId) -> &str {
        self.slice(self.node(id).label)
    }

    /// The node's own words, note marks included.
    pub fn body(&self, id: NodeId) -> &str {
        self.slice(self.node(id).body)
    }

    /// Whether a heading is a row of asterisks, which separates what precedes it from what follows.
    pub(crate) fn is_break(&self, id: NodeId) -> bool {
        self.node(id).kind == Kind::Heading
            && self.label(id).is_empty()
            && !self.body(id).contains(char::is_alphanumeric)
    }

    /// The opening phrase: "Réaffirme"; empty where none is known.
    pub fn opener(&self, id: NodeId) -> &str {
        let node = self.node(id);
        self.text.part(node.body.start as usize..node.body.start as usize + usize::from(node.opener))
    }

    /// The words of a span without note marks.
    pub fn plain(&self, span: Span) -> String {
        let mut out = String::with_capacity(span.len());
        let mut at = span.start;
        for mark in self.marks_in(span) {
            out.push_str(self.slice(Span { start: at, end: mark.span.start.max(at) }));
            at = mark.span.end.max(at);
        }
        out.push_str(self.slice(Span { start: at, end: span.end.max(at) }));
        out
    }

    /// The words of a clause without its number and note marks: its body and its continuations.
    pub fn own_text(&self, id: NodeId) -> String {
        let mut out = String::new();
        for span in self.own_spans(id) {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&self.plain(span));
        }
        out
    }

    /// The spans that make up the words of a clause: its body and its continuations.
    pub fn own_spans(&self, id: NodeId) -> impl Iterator<Item = Span> + '_ {
        let continuations = self.children(id).filter(|&child| self.node(child).kind == Kind::Continuation);
        std::iter::once(id).chain(continuations).map(|id| self.node(id).body)
    }

    /// Whether a paragraph without a number introduces the only list of its annex or section, which has no numbered
    /// paragraphs. The letters of the list are then those of the whole scope: "annex, para. (dd)".
    pub(crate) fn holds_only_list(&self, id: NodeId) -> bool {
        let unnumbered = |id: NodeId| self.node(id).kind == Kind::Paragraph && self.label(id).is_empty();
        let lists = |id: NodeId| self.children(id).any(|child| self.node(child).kind == Kind::Subparagraph);
        let up = self.node(id).parent;
        self.node(up).kind.is_scope()
            && unnumbered(id)
            && lists(id)
            && self
                .children(up)
                .filter(|&beside| self.node(beside).kind.is_clause())
                .all(|beside| beside == id || unnumbered(beside) && !lists(beside))
    }

    /// The note marks inside a span, in order.
    pub fn marks_in(&self, span: Span) -> &[NoteMark] {
        let from = self.marks.partition_point(|mark| mark.span.end <= span.start);
        let to = self.marks.partition_point(|mark| mark.span.start < span.end);
        self.marks.part(from..to)
    }

    /// All note marks, in the order of the text.
    pub fn marks(&self) -> &[NoteMark] {
        &self.marks
    }

    /// Spans that the source sets in italics, in order.
    pub fn emphasis(&self) -> &[Span] {
        &self.emphasis
    }

    /// The byte offsets in the text at which pages of the source ended, in order.
    pub fn page_breaks(&self) -> &[u32] {
        &self.page_breaks
    }

    /// References in the order of their spans.
    pub fn references(&self) -> &[Reference] {
        &self.references
    }

    /// The references inside a span, in order.
    pub(crate) fn references_in(&self, span: Span) -> &[Reference] {
        let from = self.references.partition_point(|reference| reference.span.end <= span.start);
        let to = self.references.partition_point(|reference| reference.span.start < span.end);
        self.references.part(from..to)
    }

    /// The tables, in the order of their nodes.
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// The cells of a node of the kind [`Kind::Table`]; `None` where the source only had lines aligned with spaces.
    pub fn table(&self, id: NodeId) -> Option<&Table> {
        let at = self.tables.binary_search_by_key(&id, |table| table.node).ok()?;
        self.tables.get(at)
    }

    /// The language of the text; `None` where it is none of the six or was not recognised.
    pub fn language(&self) -> Option<Language> {
        self.language
    }

    /// The words of the document's language, or of English where the language was not recognised.
    pub(crate) fn words(&self) -> &'static Words {
        self.language.unwrap_or(Language::En).words()
    }

    pub fn masthead(&self) -> &Masthead {
        &self.masthead
    }

    /// The metadata from the markup: votes by State, sponsors, steps, subjects. Empty for formats without such
    /// metadata.
    pub fn details(&self) -> &Details {
        &self.details
    }

    /// The symbol of the document; `None` where none was found.
    pub fn symbol(&self) -> Option<&str> {
        self.masthead.symbol.as_deref()
    }

    /// The title; `None` where none was found.
    pub fn title(&self) -> Option<&str> {
        self.masthead.title.as_deref()
    }

    /// What was doubtful or damaged, in the order of the lines of the source.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// What a reader must know before reading: the file is damaged, or its text is not what the page shows. `None`
    /// where there is nothing.
    pub(crate) fn warning(&self) -> Option<&Diagnostic> {
        self.diagnostics.iter().find(|found| found.code() == "damaged")
    }

    /// The page furniture that is in no node.
    pub fn set_aside(&self) -> &[SetAside] {
        &self.set_aside
    }

    /// The nodes of the footnotes, in order.
    pub fn notes(&self) -> impl Iterator<Item = NodeId> + '_ {
        let container = self.children(NodeId::ROOT).find(|&id| self.node(id).kind == Kind::Notes);
        container.into_iter().flat_map(|id| self.children(id))
    }

    fn anchors(&self) -> &Anchors {
        self.anchors.get_or_init(|| Anchors::of(self))
    }

    pub(super) fn restarts(&self) -> &Restarts {
        self.restarts.get_or_init(|| Restarts::of(self))
    }

    /// The anchor of a node, unique in the document: what to type, save, link or cite to come back to it.
    pub fn anchor(&self, id: NodeId) -> Anchor {
        self.anchors().anchor(id)
    }

    /// The node of an anchor; `None` where the document does not have it.
    pub fn resolve(&self, anchor: &Anchor) -> Option<NodeId> {
        self.anchors().resolve(anchor)
    }
}
