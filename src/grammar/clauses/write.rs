//! Writing nodes: a paragraph as a node, long bodies cut, openers set, containers opened and closed.
//!
//! It decides nothing about what a paragraph is.

use super::{Clauses, LONGEST_BODY, Scope, State};
use crate::document::{Kind, NodeId, Span};
use crate::grammar::lexicon::{self, Register};
use crate::grammar::paragraphs::Para;

impl Clauses<'_> {
    /// Opens a node with the words of a paragraph; it stays open for its children.
    pub(super) fn node(&mut self, kind: Kind, para: Para, label: usize, skip: usize, ordinal: u32) -> NodeId {
        let source =
            Span { start: self.block(para.head).source.start, end: self.block(para.tail).source.end };
        let text = self.first(para);
        let id = self.builder.open(kind, source);
        let label = self.builder.push(text.get(..label).unwrap_or_default().trim_end());
        let body = if kind == Kind::Table {
            self.assembler.table(&mut self.builder, id, self.paragraphs.blocks(para))
        } else {
            self.assembler.write(&mut self.builder, self.paragraphs.blocks(para), skip)
        };
        let node = self.builder.node_mut(id);
        (node.label, node.body, node.ordinal) = (label, body, ordinal);
        if body.len() > LONGEST_BODY && kind != Kind::Table {
            self.split_body(id, body, source);
        }
        id
    }

    pub(super) fn leaf(&mut self, kind: Kind, para: Para, label: usize, skip: usize, ordinal: u32) -> NodeId {
        let id = self.node(kind, para, label, skip, ordinal);
        let parent = self.builder.node(id).parent;
        self.builder.close_to(parent);
        id
    }

    /// Cuts a long body at spaces: the node keeps the first piece, continuations have the others.
    pub(super) fn split_body(&mut self, id: NodeId, body: Span, source: Span) {
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
    pub(super) fn set_opener(&mut self, id: NodeId, register: Register) {
        let body = self.builder.node(id).body;
        let text = self.builder.text().get(body.range()).unwrap_or_default();
        let italic = self.builder.emphasis_at(body.start).map(crate::document::Span::len);
        let found = lexicon::classify(self.language, register, text, italic);
        self.builder.set_opener(id, found.opener, found.action, found.addressees);
    }

    /// The same for a clause whose verb stands behind the name of the one that speaks, which is `skip` bytes long: the
    /// opener is the name with the verb.
    pub(super) fn set_opener_behind(&mut self, id: NodeId, register: Register, skip: usize) {
        let body = self.builder.node(id).body;
        let text = self.builder.text().get(body.range()).unwrap_or_default();
        let found = lexicon::classify(self.language, register, text.get(skip..).unwrap_or_default(), None);
        let opener = if found.opener > 0 { skip + found.opener } else { 0 };
        self.builder.set_opener(id, opener, found.action, found.addressees);
    }

    /// The container of the preamble or of the operative part, opened where it is not.
    pub(super) fn part(&mut self, kind: Kind) -> NodeId {
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
    pub(super) fn close_to_scope(&mut self) {
        let node = self.scope().node;
        self.builder.close_to(node);
        self.scope_mut().part = None;
        self.lists.leave();
    }

    /// Closes down to what headings of this state stand in.
    pub(super) fn close_clause(&mut self) {
        let scope = *self.scope();
        self.builder.close_to(scope.part.unwrap_or(scope.node));
        self.lists.leave();
    }

    pub(super) fn open_scope(&mut self, kind: Kind, level: u8, state: State) {
        let node = self.builder.current();
        self.scopes.push(Scope {
            node,
            kind,
            level,
            last: 0,
            running: 0,
            brackets: false,
            preambular: 0,
            part: None,
            state,
            used: false,
        });
        self.state = state;
    }

    pub(super) fn pop_scopes(&mut self, keep: impl Fn(&Scope) -> bool) {
        while self.scopes.len() > 1 && self.scopes.last().is_some_and(|scope| !keep(scope)) {
            self.scopes.pop();
        }
        self.state = self.scope().state;
        self.close_to_scope();
    }
}
