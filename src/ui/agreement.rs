//! Tests that every way of going to an address leads to the same node: `show --at`, the reader at its start,
//! the jump box, the line mode, and `jump`.

use super::overlay::jump::Jump;
use super::{App, Linear};
use crate::app::command::Command;
use crate::app::settings::Settings;
use crate::document::{Document, NodeId, citation, naming};
use crate::library::{Door, ReadOptions, Source};
use crate::lookup::{Index, address};
use crate::ui::overlay::Overlay as _;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// A sample document with the index of the jump box. Its words are not indexed, since addresses do not depend
/// on them.
struct Sample {
    source: Source,
    document: Arc<Document>,
    index: Arc<Index>,
}

fn samples() -> Vec<Sample> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-docs");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|e| e != "tsv") && !path.ends_with("README.md"))
        .collect();
    paths.sort();
    let open = |path: &std::path::PathBuf| {
        let source = Source::File(path.clone());
        let document = source.open(&ReadOptions::new(Door::free())).unwrap();
        let index = Arc::new(Index::default());
        Sample { source, document, index }
    };
    let samples: Vec<_> = paths.iter().map(open).collect();
    assert!(samples.len() > 20);
    samples
}

/// The node that each of the five ways leads to; `None` where it reports that the address does not exist.
fn ways(sample: &Sample, reader: &mut Linear, typed: &str) -> [(&'static str, Option<NodeId>); 5] {
    let Sample { document, index, .. } = sample;
    let found = index.search(document, typed, NodeId::ROOT, 20);
    let jumped = found.hits.first().filter(|_| !found.missing).map(|hit| hit.node);
    [
        ("show --at", landing(sample, reader, address::meant(typed, document, NodeId::ROOT))),
        ("--at", on_start(sample, reader, typed)),
        ("the jump box", jump_box(sample, reader, typed)),
        ("--linear", linear(sample, reader, typed)),
        ("jump", landing(sample, reader, jumped)),
    ]
}

/// The node where going to `id` lands: one without text is represented by the first node in it that has text.
fn landing(sample: &Sample, reader: &mut Linear, id: Option<NodeId>) -> Option<NodeId> {
    again(sample, reader);
    reader.app().state.panes.current_mut()?.show(id?, None);
    landed(reader.app())
}

/// A reader at the beginning of the document. It is reused, since parsing the key table takes long.
fn again(sample: &Sample, linear: &mut Linear) {
    let app = linear.app();
    app.open(sample.source.clone(), Arc::clone(&sample.document), false);
    if let Some(session) = app.state.panes.current_mut() {
        session.index = Some(Arc::clone(&sample.index));
    }
}

fn reader(sample: &Sample) -> Linear {
    Linear::new(App::new(Settings::default(), [sample.source.clone()]))
}

fn landed(app: &App) -> Option<NodeId> {
    app.state.panes.current()?.landed()
}

fn on_start(sample: &Sample, reader: &mut Linear, typed: &str) -> Option<NodeId> {
    again(sample, reader);
    let app = reader.app();
    app.go_to(Some(typed.to_owned()));
    landed(app)
}

fn jump_box(sample: &Sample, reader: &mut Linear, typed: &str) -> Option<NodeId> {
    again(sample, reader);
    let app = reader.app();
    let mut jump = Jump::new(typed, &mut app.state)?;
    let said: Vec<String> =
        jump.lines(80, 10, &mut app.state).iter().map(crate::ui::paint::Line::spoken).collect();
    if said.iter().any(|line| line.contains("is not in this ")) {
        return None;
    }
    jump.act(Command::Accept, &mut app.state);
    landed(app)
}

fn linear(sample: &Sample, reader: &mut Linear, typed: &str) -> Option<NodeId> {
    again(sample, reader);
    reader.line(&format!(":{typed}"));
    landed(reader.app())
}

/// The ways that lead elsewhere than the first one.
fn apart(sample: &Sample, reader: &mut Linear, typed: &str) -> Vec<String> {
    let ways = ways(sample, reader, typed);
    let place =
        |id: Option<NodeId>| id.map_or_else(|| "nowhere".to_owned(), |id| sample.document.anchor(id).0);
    let others = ways.iter().filter(|(_, id)| *id != ways[0].1);
    others
        .map(|(way, id)| {
            let (expected, found) = (place(ways[0].1), place(*id));
            format!("{}: {typed:?} is {expected} for show --at, {found} for {way}", sample.source.typed())
        })
        .collect()
}

#[test]
fn every_way_of_going_to_an_address_leads_to_the_same_node() {
    let mut wrong = Vec::new();
    for sample in samples() {
        let mut reader = reader(&sample);
        let document = &sample.document;
        let mut addresses = BTreeSet::new();
        for id in document.ids().skip(1) {
            addresses.insert(document.anchor(id).0);
            addresses.insert(citation::spoken(document, id, document.words()));
            addresses.extend(naming::number(document, id));
        }
        // A node with neither a number nor a name has no address.
        addresses.retain(|address| address::meant(address, document, NodeId::ROOT).is_some());
        assert!(addresses.len() > 10, "{}", sample.source.typed());
        wrong.extend(addresses.iter().flat_map(|address| apart(&sample, &mut reader, address)));
    }
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_way_reports_an_address_that_does_not_exist() {
    let mut wrong = Vec::new();
    for sample in samples() {
        let mut reader = reader(&sample);
        for absent in ["997", "para. 997", "op997", "pp 997", "annex XCVII", "7 (zz)", "art. 997", "note 997"]
        {
            wrong.extend(ways(&sample, &mut reader, absent).into_iter().filter_map(|(way, id)| {
                let found = sample.document.anchor(id?);
                Some(format!("{}: {absent:?} is {found} for {way}", sample.source.typed()))
            }));
        }
    }
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n"));
}
