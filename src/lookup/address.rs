//! Stub.
use crate::document::{Document, NodeId};
#[derive(Debug)]
pub struct Address(String);
pub fn parse(query: &str) -> Option<Address> {
    Some(Address(query.to_owned()))
}
pub fn resolve(address: &Address, document: &Document, _from: NodeId) -> Vec<NodeId> {
    let a = format!("op{}", address.0);
    document.resolve(&a.as_str().into()).or_else(|| document.resolve(&address.0.as_str().into())).into_iter().collect()
}
