//! A part of a document that is to be written out: some clauses, and the notes that they cite.

use super::{Document, Kind, NodeId};
use std::ops::Range;

/// The nodes to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Ranges of node ids that are whole subtrees; never the root. Notes among them are left to `notes`.
    pub clauses: Range<u32>,
    /// The notes, in the order of the document.
    pub notes: Vec<NodeId>,
}

impl Part {
    /// The whole document: all nodes below the root, with all notes.
    pub fn whole(document: &Document) -> Self {
        Self { clauses: 1..document.len() as u32, notes: document.notes().collect() }
    }

    /// A node with its descendants and the notes that their words cite.
    pub fn of(document: &Document, id: NodeId) -> Self {
        let node = document.node(id);
        match node.kind {
            Kind::Document => Self::whole(document),
            Kind::Notes => Self { clauses: 0..0, notes: document.notes().collect() },
            Kind::Note => Self { clauses: 0..0, notes: vec![id] },
            _ => Self::between(document, id, node.subtree_end),
        }
    }

    /// The nodes from one to another, that one not included, and the notes that their words cite.
    pub(crate) fn between(document: &Document, first: NodeId, end: NodeId) -> Self {
        let clauses = first.0..end.0;
        let bodies = clauses.clone().map(|id| document.node(NodeId(id)).body);
        let mut notes: Vec<NodeId> =
            bodies.flat_map(|body| document.marks_in(body)).filter_map(|mark| mark.note).collect();
        notes.sort_unstable();
        notes.dedup();
        Self { clauses, notes }
    }

    /// The clauses in reading order, without footnotes.
    pub fn ids<'d>(&self, document: &'d Document) -> impl Iterator<Item = NodeId> + use<'d> {
        let mut next = self.clauses.start;
        let end = self.clauses.end;
        std::iter::from_fn(move || {
            while next < end {
                let id = NodeId(next);
                let node = document.node(id);
                if matches!(node.kind, Kind::Notes | Kind::Note) {
                    next = node.subtree_end.0.max(next + 1);
                    continue;
                }
                next += 1;
                return Some(id);
            }
            None
        })
    }
}
