//! The words of paragraphs, written into the text for the builder.
//!
//! It decides nothing about what a paragraph is.

use super::Clauses;
use crate::document::{Kind, NodeId, Span};
use crate::formats::marked::Clause;
use crate::grammar::paragraphs::Para;
use crate::text::Part as _;

impl Clauses<'_> {
    fn source(&self, para: Para) -> Span {
        Span { start: self.block(para.head).source.start, end: self.block(para.tail).source.end }
    }

    /// Writes a paragraph: its first `label` bytes are its label, and its words begin behind `skip` bytes.
    pub(super) fn written(&mut self, kind: Kind, para: Para, label: usize, skip: usize) -> Clause {
        let label = self.first(para).part(..label).trim_end();
        let label = self.build.document.push(label);
        let body = self.assembler.write(&mut self.build.document, self.paragraphs.blocks(para), skip);
        Clause { label, body, ..Clause::new(kind, 0, self.source(para), self.block(para.head).line) }
    }

    pub(super) fn leaf(&mut self, kind: Kind, para: Para) -> NodeId {
        let clause = self.written(kind, para, 0, 0);
        self.build.leaf(&clause)
    }

    pub(super) fn table(&mut self, para: Para) {
        self.build.close_items();
        let id = self.build.document.open(Kind::Table, self.source(para));
        let blocks = self.paragraphs.blocks(para);
        let body = self.assembler.table(&mut self.build.document, id, blocks);
        self.build.node_mut(id).body = body;
        self.build.document.close();
    }

    /// A paragraph that counts with none, below the container or scope that is open.
    pub(super) fn paragraph(&mut self, para: Para, label: usize, skip: usize, ordinal: u32) -> NodeId {
        let clause = self.written(Kind::Paragraph, para, label, skip);
        let id = self.build.paragraph(&clause, ordinal, self.last(para));
        self.entered(para);
        id
    }

    /// A clause was opened: what is set in deeper may be counted below it.
    pub(super) fn entered(&mut self, para: Para) {
        self.clause_indent = self.block(para.head).indent;
    }
}
