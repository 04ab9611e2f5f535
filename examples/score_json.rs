//! Throw-away: prints the JSON that score_structure.py reads, one document a line for each file given.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a tool for scoring")]
use plenary::document::{Document, Kind, NodeId};
use serde_json::{Value, json};

fn clause(document: &Document, id: NodeId) -> Value {
    let node = document.node(id);
    let kind = serde_json::to_value(node.kind).unwrap();
    let label = document.label(id);
    let number = match node.kind {
        _ if label.is_empty() => Value::Null,
        Kind::Operative | Kind::Paragraph => json!(node.ordinal.to_string()),
        _ => json!(label),
    };

    let children: Vec<Value> = document
        .children(id)
        .filter(|&id| document.node(id).kind != Kind::Continuation)
        .map(|id| clause(document, id))
        .collect();
    json!({"kind": kind, "number": number, "text": document.own_text(id), "children": children})
}

fn main() {
    let args: Vec<String> =
        std::env::args().skip(1).filter(|a| !matches!(a.as_str(), "show" | "--format" | "json")).collect();
    for file in args {
        let bytes = std::fs::read(&file).unwrap();
        let decoded = plenary::formats::decode(&bytes, None).unwrap();
        let document = plenary::grammar::parse(&decoded.text, plenary::grammar::Options::default());
        let clauses: Vec<Value> = document
            .children(NodeId::ROOT)
            .filter(|&id| document.node(id).kind != Kind::Notes)
            .map(|id| clause(&document, id))
            .collect();
        let notes: Vec<Value> = document
            .notes()
            .map(|id| json!({"marker": document.label(id), "text": document.own_text(id)}))
            .collect();
        println!(
            "{}",
            json!({"symbol": document.symbol(), "title": document.title(), "language": document.language(), "clauses": clauses, "notes": notes})
        );
    }
}
