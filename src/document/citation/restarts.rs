//! Finds where numbering restarts: the scopes in which more than one section has a paragraph 1.
//!
//! Only there is the section part of a citation. Most resolutions in sections number their paragraphs continuously,
//! and such a paragraph is cited as "para. 39".

use crate::document::anchor::repeat_suffix;
use crate::document::{Document, Kind, NodeId};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// The scopes in which sections repeat numbers, separately for numbered and for preambular paragraphs.
#[derive(Debug, Default)]
pub(in crate::document) struct Restarts {
    scopes: HashSet<(NodeId, bool)>,
}

impl Restarts {
    pub(in crate::document) fn of(document: &Document) -> Self {
        let mut restarts = Self::default();
        // The first section of each scope that had each number.
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

    /// Whether several sections of a scope have the same numbers, in their preambles or in their other paragraphs.
    pub(super) fn within(&self, scope: NodeId, preambular: bool) -> bool {
        self.scopes.contains(&(scope, preambular))
    }
}
