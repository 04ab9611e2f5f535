//! Where numbers begin again: the scopes whose sections have a paragraph 1 each.
//!
//! A section is part of a citation only there. Most resolutions in sections count through them, and "para. 39" is how
//! such a paragraph is cited.

use crate::document::anchor::repeat_suffix;
use crate::document::{Document, Kind, NodeId};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// The scopes whose sections number alike, apart for paragraphs and for preambles.
#[derive(Debug, Default)]
pub(in crate::document) struct Restarts {
    scopes: HashSet<(NodeId, bool)>,
}

impl Restarts {
    pub(in crate::document) fn of(document: &Document) -> Self {
        let mut restarts = Self::default();
        // Which section of a scope had a number first.
        let mut first: HashMap<(NodeId, bool, u32, &str), NodeId> = HashMap::new();
        for id in document.ids() {
            let node = document.node(id);
            let preambular = node.kind == Kind::Preambular;
            if node.ordinal == 0 || !(preambular || matches!(node.kind, Kind::Operative | Kind::Paragraph)) {
                continue;
            }
            let suffix = repeat_suffix(document.label(id));
            let mut branch = None;
            for up in document.ancestors(id) {
                let scope = up == NodeId::ROOT || document.node(up).kind.is_scope();
                if !scope {
                    continue;
                }
                let section = branch.replace(up).unwrap_or(up);
                match first.entry((up, preambular, node.ordinal, suffix)) {
                    Entry::Vacant(free) => {
                        free.insert(section);
                    }
                    Entry::Occupied(taken) if *taken.get() != section => {
                        restarts.scopes.insert((up, preambular));
                    }
                    Entry::Occupied(_) => {}
                }
                if document.node(up).kind != Kind::Section {
                    break;
                }
            }
        }
        restarts
    }

    /// Whether the sections of a scope have the same numbers, in their preambles or below them.
    pub(super) fn within(&self, scope: NodeId, preambular: bool) -> bool {
        self.scopes.contains(&(scope, preambular))
    }
}
