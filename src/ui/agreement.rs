//! Every way of going to an address goes to the same place: `show --at`, the reader on start, the jump box, the reader
//! without a screen, and `jump`.

use super::overlay::jump::Jump;
use super::{App, Linear};
use crate::app::command::Command;
use crate::app::settings::Settings;
use crate::document::{Document, NodeId, citation, naming};
use crate::library::{ReadOptions, Source};
use crate::lookup::{Index, address};
use crate::ui::overlay::Overlay as _;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// A sample document, and what a jump searches. Its words are left out: they tell nothing of an address.
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
        let document = source.open(&ReadOptions::default()).unwrap();
        let index = Arc::new(Index::default());
        Sample { source, document, index }
    };
    let samples: Vec<_> = paths.iter().map(open).collect();
    assert!(samples.len() > 20);
    samples
}

/// Where the five ways lead, each as the node that is landed on; nothing where the address is said to be absent.
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

/// Where a reader lands who goes to a node: what has no words is shown by the first node in it that has some.
fn landing(sample: &Sample, reader: &mut Linear, id: Option<NodeId>) -> Option<NodeId> {
    again(sample, reader);
    reader.app().state.panes.current_mut()?.show(id?, None);
    landed(reader.app())
}

/// A reader at the beginning of the document. One is made for all addresses, since its keys take long to be read.
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
    if said.iter().any(|line| line.contains("no such paragraph")) {
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

/// The ways that lead elsewhere than the first.
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
fn every_way_of_going_to_an_address_goes_to_the_same_node() {
    let mut wrong = Vec::new();
    for sample in samples() {
        let mut reader = reader(&sample);
        let document = &sample.document;
        let mut addresses = BTreeSet::new();
        for id in document.ids().skip(1) {
            addresses.insert(document.anchor(id).0);
            addresses.insert(citation::spoken(document, id));
            addresses.extend(naming::number(document, id));
        }
        // What has neither number nor name of its own has no address.
        addresses.retain(|address| address::meant(address, document, NodeId::ROOT).is_some());
        assert!(addresses.len() > 10, "{}", sample.source.typed());
        wrong.extend(addresses.iter().flat_map(|address| apart(&sample, &mut reader, address)));
    }
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_absent_is_absent_for_every_way_of_going_there() {
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
