//! The matches of a search (`/`) in a document, and the current one.

use crate::document::{Document, NodeId, Span};
use crate::lookup::find;

#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    pub query: String,
    pub regex: bool,
    /// The matches in reading order.
    pub hits: Vec<(NodeId, Span)>,
    pub at: Option<usize>,
}

impl Found {
    /// All matches of a query in a document, in reading order. `Err`: what is wrong with the regular
    /// expression.
    pub(crate) fn search(
        document: &Document,
        query: &str,
        regex: bool,
    ) -> Result<Vec<(NodeId, Span)>, String> {
        let query = find::Query { regex, ..find::Query::literal(query) };
        Ok(find::find_all(document, &query)?.into_iter().map(|hit| (hit.node, hit.span)).collect())
    }

    /// Repeats the search in a document that was read again, in which the node of the current match is now
    /// `here`. The query is always kept; matches are sought only if they were shown.
    #[must_use]
    pub(crate) fn again(self, document: &Document, here: Option<NodeId>) -> Self {
        let Self { query, regex, hits, at } = self;
        if hits.is_empty() {
            return Self { query, regex, ..Self::default() };
        }
        let within =
            |hits: &[(NodeId, Span)], node: NodeId| hits.iter().position(|(other, _)| *other == node);
        let before = at.and_then(|at| hits.get(at)).and_then(|(node, _)| within(&hits, *node));
        let hits = Self::search(document, &query, regex).unwrap_or_default();
        let first = here.and_then(|node| within(&hits, node));
        // The n-th match within a paragraph stays the n-th.
        let at = first.zip(at).map(|(first, at)| first + at.saturating_sub(before.unwrap_or(at)));
        let at = at.filter(|at| hits.get(*at).is_some_and(|(node, _)| Some(*node) == here)).or(first);
        Self { query, regex, hits, at }
    }
}
