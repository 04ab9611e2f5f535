//! A document that this program wrote: every node as it was, with what its words tell computed anew.

use super::Build;
use crate::document::{Kind, NodeId};
use crate::formats::marked::Clause;
use crate::grammar::lexicon::Register;

impl Build<'_> {
    pub(super) fn exact(&mut self, clause: &Clause) -> NodeId {
        while self.parents.last().is_some_and(|(depth, ..)| *depth >= clause.depth) {
            self.parents.pop();
        }
        let parent = self.parents.last().map_or(NodeId::ROOT, |(_, node, _)| *node);
        self.builder.close_to(parent);
        let id = self.builder.open(clause.kind, clause.source);
        let node = self.builder.node_mut(id);
        (node.label, node.body) = (clause.label, clause.body);
        (node.ordinal, node.inferred) = (clause.ordinal, clause.inferred);
        self.cells(id, clause);
        self.parents.push((clause.depth, id, 0));
        if clause.kind == Kind::Note {
            let ordinal = self.note_ordinal(clause);
            self.builder.node_mut(id).ordinal = ordinal;
        }
        if clause.acts {
            let in_preamble =
                self.parents.iter().any(|(_, open, _)| self.builder.node(*open).kind == Kind::Preamble);
            let preambular = clause.kind == Kind::Preambular || in_preamble;
            self.set_opener(id, if preambular { Register::Preambular } else { Register::Operative });
        }
        self.split(id, clause);
        id
    }
}
