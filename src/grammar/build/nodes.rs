//! Nodes with their words: long ones are cut, and opening verbs are set.

use super::Build;
use crate::document::{Finding, Kind, Node, NodeId, Span};
use crate::formats::marked::Clause;
use crate::grammar::lexicon::{self, Register};
use crate::text::Part as _;

/// A body longer than this is cut, so that laying it out stays cheap.
const LONGEST_BODY: usize = 64 * 1024;

impl Build {
    pub(in crate::grammar) fn node(&self, id: NodeId) -> &Node {
        self.document.node(id)
    }

    pub(in crate::grammar) fn node_mut(&mut self, id: NodeId) -> &mut Node {
        self.document.node_mut(id)
    }

    pub(in crate::grammar) fn diagnose(&mut self, line: u32, finding: Finding) {
        self.document.diagnose(line, finding);
    }

    /// Opens a node with the words of a clause; it stays open for its children.
    pub(in crate::grammar) fn open(&mut self, clause: &Clause, ordinal: u32) -> NodeId {
        let id = self.document.open(clause.kind, clause.source);
        let node = self.document.node_mut(id);
        (node.label, node.body, node.ordinal) = (clause.label, clause.body, ordinal);
        if clause.body.len() > LONGEST_BODY && clause.kind != Kind::Table {
            self.split(id, clause);
        }
        // In the operative part a paragraph without a number may act all the same.
        let parent = self.document.node(id).parent;
        if clause.kind == Kind::Paragraph
            && self.is_in(Kind::OperativePart)
            && self.scope().part == Some(parent)
        {
            self.set_opener(id, Register::Operative);
        }
        id
    }

    /// A node without children.
    pub(in crate::grammar) fn leaf(&mut self, clause: &Clause) -> NodeId {
        self.after_heading |= clause.kind == Kind::Heading;
        let id = self.open(clause, 0);
        let parent = self.document.node(id).parent;
        self.document.close_to(parent);
        id
    }

    /// A footnote with the number that it prints; where it prints none, its place among the notes.
    pub(in crate::grammar) fn note(&mut self, clause: &Clause, place: u32) -> NodeId {
        let label = self.document.text().part(clause.label.range());
        let ordinal = label.parse().unwrap_or(place);
        self.open(clause, ordinal)
    }

    /// Cuts a long body at spaces: the node keeps the first piece, continuations have the others.
    fn split(&mut self, id: NodeId, clause: &Clause) {
        let (mut start, end) = (clause.body.start as usize, clause.body.end as usize);
        let mut holder = Some(id);
        while start < end {
            let mut stop = end.min(start + LONGEST_BODY);
            let text = self.document.text();
            while !text.is_char_boundary(stop) {
                stop -= 1;
            }
            let space = text.get(start..stop).and_then(|piece| piece.rfind([' ', '\n']));
            if let Some(space) = space.filter(|&space| stop < end && space > 0) {
                stop = start + space;
            }
            let blank = text.as_bytes().get(stop).is_some_and(|byte| b" \n".contains(byte));
            let node = holder.take();
            let more = node.unwrap_or_else(|| self.document.open(Kind::Continuation, clause.source));
            self.document.node_mut(more).body = Span::new(start, stop);
            if node.is_none() {
                self.document.close();
            }
            start = if blank { stop + 1 } else { stop.max(start + 1) };
        }
    }

    /// Sets the opening verb, action and addressees of a clause by its words.
    pub(in crate::grammar) fn set_opener(&mut self, id: NodeId, register: Register) {
        self.set_opener_behind(id, register, 0);
    }

    /// The same for a clause whose verb stands behind the name of the one that speaks, which is `skip` bytes long: the
    /// opener is the name with the verb.
    pub(in crate::grammar) fn set_opener_behind(&mut self, id: NodeId, register: Register, skip: usize) {
        let body = self.document.node(id).body;
        let text = self.document.text().get(body.range()).and_then(|text| text.get(skip..));
        let italic = self.document.emphasis_at(body.start).filter(|_| skip == 0).map(Span::len);
        let found = lexicon::classify(self.language, register, text.unwrap_or_default(), italic);
        let opener = if found.opener > 0 { skip + found.opener } else { 0 };
        self.document.set_opener(id, opener, found.action, found.addressees);
    }
}
