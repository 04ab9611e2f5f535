//! Stub.
use crate::document::{Document, NodeId, Span};
#[derive(Debug, Clone, Default)]
pub struct Query { pub text: String, pub regex: bool }
impl Query { pub fn literal(text: &str) -> Self { Self { text: text.to_owned(), regex: false } } }
#[derive(Debug, Clone, Copy)]
pub struct Match { pub node: NodeId, pub span: Span }
pub fn find_all(document: &Document, query: &Query) -> Result<Vec<Match>, String> {
    Ok(document.ids().flat_map(|node| {
        let body = document.node(node).body;
        document.body(node).match_indices(query.text.as_str()).map(move |(at, m)| Match { node, span: Span::new(body.start as usize + at, body.start as usize + at + m.len()) }).collect::<Vec<_>>()
    }).collect())
}
