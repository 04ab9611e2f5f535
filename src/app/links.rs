//! The notes and references of a clause, in the order in which they stand in it.

use crate::document::{Document, Kind, NodeId, Span, Target};

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    /// The body of a footnote.
    Note(NodeId),
    /// A reference, as the grammar found it.
    Reference(Target),
}

/// A note mark or a reference in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub span: Span,
    pub to: To,
}

/// The links of a clause and of what stands under it.
pub fn of_clause(document: &Document, id: NodeId) -> Vec<Link> {
    let mut links = Vec::new();
    let below = |node: &NodeId| {
        matches!(document.node(*node).kind, Kind::Continuation | Kind::Subparagraph | Kind::Table)
    };
    let end = if document.node(id).kind.is_clause() { document.node(id).subtree_end.0 } else { id.0 + 1 };
    for node in std::iter::once(id).chain((id.0 + 1..end).map(NodeId).filter(below)) {
        let body = document.node(node).body;
        let notes = document
            .marks_in(body)
            .iter()
            .filter_map(|mark| Some(Link { span: mark.span, to: To::Note(mark.note?) }));
        let references = document.references_in(body).iter();
        links.extend(notes);
        links.extend(
            references.map(|found| Link { span: found.span, to: To::Reference(found.target.clone()) }),
        );
    }
    links.sort_by_key(|link| link.span.start);
    links
}

/// The node of this document that a reference leads to, looked for from where it is cited.
pub fn own_target(document: &Document, from: NodeId, target: &Target) -> Option<NodeId> {
    target.within(document, from)
}
