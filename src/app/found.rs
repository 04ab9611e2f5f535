//! What `/` found in a document, and which of the places the reader is at.

use crate::document::{Document, NodeId, Span};
use crate::lookup::find;

#[derive(Clone, Debug, Default)]
pub struct Found {
    pub query: String,
    pub regex: bool,
    /// In reading order.
    pub hits: Vec<(NodeId, Span)>,
    pub at: Option<usize>,
}

impl Found {
    /// Every place of a query in a document, in reading order.
    pub fn search(document: &Document, query: &str, regex: bool) -> Result<Vec<(NodeId, Span)>, String> {
        let query = find::Query { regex, ..find::Query::literal(query) };
        Ok(find::find_all(document, &query)?.into_iter().map(|hit| (hit.node, hit.span)).collect())
    }

    /// The same search in another reading of the document, where the node of the current place is now `here`. The query
    /// stays in any case; places are looked for only where they were shown.
    #[must_use]
    pub fn again(self, document: &Document, here: Option<NodeId>) -> Self {
        let Self { query, regex, hits, at } = self;
        if hits.is_empty() {
            return Self { query, regex, ..Self::default() };
        }
        let within =
            |hits: &[(NodeId, Span)], node: NodeId| hits.iter().position(|(other, _)| *other == node);
        let before = at.and_then(|at| hits.get(at)).and_then(|(node, _)| within(&hits, *node));
        let hits = Self::search(document, &query, regex).unwrap_or_default();
        let first = here.and_then(|node| within(&hits, node));
        // The second place of a paragraph stays its second.
        let at = first.zip(at).map(|(first, at)| first + at.saturating_sub(before.unwrap_or(at)));
        let at = at.filter(|at| hits.get(*at).is_some_and(|(node, _)| Some(*node) == here)).or(first);
        Self { query, regex, hits, at }
    }
}
