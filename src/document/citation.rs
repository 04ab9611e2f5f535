//! Stub.
use super::{Document, NodeId};
pub fn cite(document: &Document, id: NodeId) -> String { format!("{}, {}", document.symbol().unwrap_or(""), document.anchor(id)) }
pub fn spoken(document: &Document, id: NodeId) -> String { document.anchor(id).0 }
