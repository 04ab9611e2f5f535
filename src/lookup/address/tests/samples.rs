//! Every place of every sample document is found by each of its names: its anchor, its citation, and its name in the
//! status line.

use super::super::meant;
use crate::document::{Document, Kind, NodeId, citation};
use crate::grammar;
use crate::lookup::Index;
use std::path::Path;

fn samples() -> Vec<(String, Document)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-docs");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    let parse = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, grammar::parse(&text, grammar::Options { language: None }))
    };
    let samples: Vec<_> = files.iter().map(parse).collect();
    assert!(samples.len() > 20);
    samples
}

/// The names of a place that are valid when read from outside any scope.
fn names(document: &Document, id: NodeId) -> Vec<String> {
    let node = document.node(id);
    let anchor = document.anchor(id).0;
    // A single digit is read as a number, even where a part has that name.
    let mut names: Vec<String> =
        [anchor.clone()].into_iter().filter(|name| name.parse::<u32>().is_err()).collect();
    let placed = node.kind.is_clause()
        || matches!(node.kind, Kind::Section | Kind::Part | Kind::Annex | Kind::Article | Kind::Note);
    if placed {
        names.extend([citation::cite(document, id), citation::spoken(document, id, document.words())]);
    }
    let outside = !document.ancestors(id).any(|up| document.node(up).kind.is_scope());
    if outside && node.kind == Kind::Operative && !anchor.ends_with("bis") {
        let number = node.ordinal;
        names.extend([format!("{number}"), format!("OP{number}"), format!("paragraph {number}")]);
        names.extend([format!("пункт {number}"), format!("第{number}段"), format!("الفقرة {number}")]);
    }
    if outside && node.kind == Kind::Preambular {
        let number = node.ordinal;
        names.extend([format!("PP {number}"), format!("{number}e alinéa du préambule")]);
        names.push(format!("序言部分第{number}段"));
    }
    names
}

#[test]
fn each_name_of_a_place_leads_to_it() {
    let mut wrong = Vec::new();
    for (file, document) in samples() {
        for id in document.ids() {
            for name in names(&document, id) {
                let found = meant(&name, &document, NodeId::ROOT);
                if found != Some(id) {
                    let found = found.map(|id| document.anchor(id).0);
                    wrong.push(format!("{file}: {name:?} is {}, found {found:?}", document.anchor(id)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_jump_box_goes_where_an_address_leads() {
    for (file, document) in samples().into_iter().step_by(8) {
        let index = Index::new(&document);
        for id in document.ids() {
            for name in names(&document, id) {
                let hits = index.search(&document, &name, NodeId::ROOT, 1);
                let first = hits.hits.first().map(|hit| hit.node);
                assert_eq!(first, meant(&name, &document, NodeId::ROOT), "{file}: {name}");
            }
        }
    }
}

#[test]
fn places_that_do_not_exist_are_not_found() {
    for (file, document) in samples() {
        let mut last = 0;
        for id in document.ids() {
            let node = document.node(id);
            last = last.max(if node.kind == Kind::Note { 0 } else { node.ordinal });
        }
        let next = last + 1;
        for absent in [
            format!("{next}"),
            format!("para. {next}"),
            format!("paragraphe {next}"),
            format!("párrafo {next}"),
            format!("пункт {next}"),
            format!("الفقرة {next}"),
            format!("第{next}段"),
            format!("art. {next}"),
            format!("第{next}条"),
            format!("annex {next}"),
            format!("section {next}"),
            format!("annex, {next}"),
        ] {
            let found = meant(&absent, &document, NodeId::ROOT).map(|id| document.anchor(id).0);
            assert_eq!(found, None, "{file}: {absent}");
        }
    }
}
