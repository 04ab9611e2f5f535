//! The Akoma Ntoso round trip: a document that is exported and read again has the same clauses, numbers, words, notes
//! and votes, and the United Nations' own files lose nothing.

use plenary::document::{Document, Kind, NodeId, Part, Span};
use plenary::formats::{self, How};
use plenary::{export, grammar};
use std::path::{Path, PathBuf};

fn parse(bytes: Vec<u8>) -> Document {
    let content = formats::read(bytes, &How::default()).unwrap();
    grammar::parse_content(&content, grammar::Options::default())
}

fn written(document: &Document) -> Vec<u8> {
    let mut out = Vec::new();
    export::write(document, &Part::whole(document), export::Format::Akn, "document", &mut out).unwrap();
    out
}

/// A node as text: its anchor, kind, depth, index in its series, number, opening verb, words with their blanks, and the
/// notes cited in them.
fn node(document: &Document, id: NodeId) -> String {
    let node = document.node(id);
    let marks: Vec<_> =
        document.own_spans(id).flat_map(|span| document.marks_in(span)).map(|mark| mark.note).collect();
    let notes: Vec<_> = marks.into_iter().map(|note| note.map(|note| document.anchor(note).0)).collect();
    format!(
        "{} {:?} d{} n{} {:?} {:?} {:?} {notes:?}",
        document.anchor(id),
        node.kind,
        std::iter::successors(Some(id), |&id| (id != NodeId::ROOT).then(|| document.node(id).parent)).count(),
        node.ordinal,
        document.label(id),
        document.opener(id),
        document.own_text(id),
    )
}

/// The first difference between two documents; `None` if there is none.
fn difference(one: &Document, two: &Document) -> Option<String> {
    let (left, right) = (one.details(), two.details());
    if (&left.votes, &left.steps, &left.subjects, &left.editions)
        != (&right.votes, &right.steps, &right.subjects, &right.editions)
    {
        return Some(format!("{left:?}\n{right:?}"));
    }
    if one.masthead() != two.masthead() {
        return Some(format!("{:?}\n{:?}", one.masthead(), two.masthead()));
    }
    if (&left.agenda, &left.committee, &left.originating, &left.job_number)
        != (&right.agenda, &right.committee, &right.originating, &right.job_number)
    {
        return Some(format!("{left:?}\n{right:?}"));
    }
    if one.language() != two.language() {
        return Some(format!("{:?} {:?}", one.language(), two.language()));
    }
    let nodes = |document: &Document| -> Vec<String> {
        let own = document.ids();
        own.filter(|&id| document.node(id).kind != Kind::Continuation).map(|id| node(document, id)).collect()
    };
    let (left, right) = (nodes(one), nodes(two));
    let at = (0..left.len().max(right.len())).find(|&at| left.get(at) != right.get(at))?;
    Some(format!("{:?}\n{:?}", left.get(at), right.get(at)))
}

/// Words of the text that are in no node.
fn lost(document: &Document) -> String {
    let mut spans: Vec<Span> = document.nodes().iter().flat_map(|node| [node.label, node.body]).collect();
    spans.sort();
    let (mut at, mut out) = (0, String::new());
    for span in spans {
        out += document.slice(Span { start: at, end: span.start.max(at) });
        at = at.max(span.end);
    }
    out += &document.text()[at as usize..];
    out.retain(char::is_alphanumeric);
    out
}

fn check(path: &Path) -> Result<(), String> {
    let bytes = std::fs::read(path).unwrap();
    let first = parse(bytes);
    let lost = lost(&first);
    if !lost.is_empty() {
        return Err(format!("{}: in no node: {lost:?}", path.display()));
    }
    let again = parse(written(&first));
    match difference(&first, &again) {
        Some(difference) => Err(format!("{}\n{difference}", path.display())),
        None => Ok(()),
    }
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn all_agree(files: &[PathBuf]) {
    let wrong: Vec<String> = files.iter().filter_map(|path| check(path).err()).collect();
    let shown: Vec<&str> = wrong.iter().take(6).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} of {} differ\n{}", wrong.len(), files.len(), shown.join("\n\n"));
}

#[test]
fn every_sample_survives_a_round_trip() {
    let samples = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-docs"), "");
    let documents: Vec<PathBuf> = samples
        .into_iter()
        .filter(|path| !path.ends_with("README.md") && !path.ends_with("COUNTS.tsv"))
        .collect();
    assert!(documents.len() > 20);
    all_agree(&documents);
}

/// One file in forty, or all with `PLENARY_EVERY=1`.
#[test]
fn files_of_the_united_nations_survive_a_round_trip() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let every = std::env::var("PLENARY_EVERY").ok().and_then(|every| every.parse().ok()).unwrap_or(40);
    let documents: Vec<PathBuf> = files(&corpus.join("akn"), ".xml").into_iter().step_by(every).collect();
    if documents.is_empty() {
        crate::support::skip("there is no corpus beside the repository", false);
    }
    all_agree(&documents);
    let texts: Vec<PathBuf> = files(&corpus.join("text"), ".txt").into_iter().step_by(every).collect();
    all_agree(&texts);
}

#[test]
fn a_second_number_after_the_words_of_a_paragraph_is_not_lost() {
    let text = "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><statement><mainBody>\
        <paragraph><num>7.</num><content><p>Decides to sail;</p></content><num>8.</num>\
        <content><p>Also decides to row.</p></content></paragraph></mainBody></statement></akomaNtoso>";
    let (_folder, path) = crate::support::file("two.xml", text);
    let shown = crate::support::run(["show".as_ref(), path.as_os_str()]).out;
    for words in ["7. Decides to sail;", "8.", "Also decides to row."] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
}
