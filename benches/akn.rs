//! The speed of reading Akoma Ntoso: parsing the markup, reading it into blocks, and building the whole document.

use divan::Bencher;
use divan::counter::BytesCount;
use plenary::formats::{self, Format, How};
use plenary::grammar;
use plenary::internals::Tree;
use std::fmt::Write as _;

fn main() {
    divan::main();
}

/// A resolution of this many paragraphs with the United Nations' markup.
fn resolution(paragraphs: usize) -> String {
    let mut out = String::from(
        r#"<akomaNtoso xmlns:akn4un="http://un.org/akn4un"><statement name="resolution"><meta><identification>
<FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
<analysis><parliamentary><voting outcome="adoptedRecordedVote"><count value="180" refersTo="inFavour"><akn4un:voters>
"#,
    );
    for state in 0..180 {
        let _ = writeln!(
            out,
            "<organization refersTo=\"memberState\" GUID=\"https://unterm.un.org/view/{state:032}\">STATE {state}</organization>"
        );
    }
    out += "</akn4un:voters></count></voting></parliamentary></analysis></meta>\n<preamble>\n";
    out += "<formula><p><span class=\"italic\">The General Assembly</span>,</p></formula></preamble>\n<mainBody>\n";
    for number in 1..=paragraphs {
        let _ = write!(
            out,
            r#"      <paragraph eId="para_{number}" class="SingleTxt">
        <num>{number}.</num>
        <content eId="para_{number}__content">
          <p xml:space="preserve">	<span class="italic">Requests</span> the Secretary-General to keep readers informed of the tides of the harbour, as set out in resolution <a href="https://undocs.org/en/A/RES/95/12">95/12</a> of 3 May 2040,<authorialNote marker="{number}" placement="bottom" eId="authorialNote_{number}"><p xml:space="preserve">		See A/95/{number}, annex.</p></authorialNote> and to report on that to the Assembly at its ninety-sixth session, under the item entitled “Harbours”;</p>
        </content>
      </paragraph>
"#
        );
    }
    out + "</mainBody></statement></akomaNtoso>"
}

const SIZES: [usize; 2] = [50, 5_000];

#[divan::bench(args = SIZES)]
fn markup(bencher: Bencher, paragraphs: usize) {
    let source = resolution(paragraphs);
    bencher.counter(BytesCount::of_str(&source)).bench(|| Tree::parse(&source).count());
}

#[divan::bench(args = SIZES)]
fn reader(bencher: Bencher, paragraphs: usize) {
    let source = resolution(paragraphs);
    bencher.counter(BytesCount::of_str(&source)).bench(|| formats::akn::read(&source));
}

#[divan::bench(args = SIZES)]
fn whole(bencher: Bencher, paragraphs: usize) {
    let source = resolution(paragraphs);
    bencher.counter(BytesCount::of_str(&source)).with_inputs(|| source.clone().into_bytes()).bench_values(
        |bytes| {
            let how = How { format: Some(Format::Akn), ..How::default() };
            let content = formats::read(bytes, &how).unwrap_or_default();
            grammar::parse_content(&content, grammar::Options::default())
        },
    );
}

/// One in forty of the United Nations' files, if they are beside the repository.
fn corpus() -> Vec<Vec<u8>> {
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/akn")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(folder) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            let list = if path.is_dir() { &mut folders } else { &mut files };
            list.push(path);
        }
    }
    files.sort();
    files.iter().step_by(40).filter_map(|path| std::fs::read(path).ok()).collect()
}

#[divan::bench]
fn united_nations(bencher: Bencher) {
    let files = corpus();
    let bytes: usize = files.iter().map(Vec::len).sum();
    bencher.counter(BytesCount::new(bytes)).with_inputs(|| files.clone()).bench_values(|files| {
        let how = How { format: Some(Format::Akn), ..How::default() };
        let documents = files.into_iter().map(|bytes| {
            let content = formats::read(bytes, &how).unwrap_or_default();
            grammar::parse_content(&content, grammar::Options::default()).len()
        });
        documents.sum::<usize>()
    });
}

#[divan::bench]
fn united_nations_reader(bencher: Bencher) {
    let files = corpus();
    let bytes: usize = files.iter().map(Vec::len).sum();
    bencher.counter(BytesCount::new(bytes)).with_inputs(|| files.clone()).bench_values(|files| {
        let how = How { format: Some(Format::Akn), ..How::default() };
        let contents =
            files.into_iter().map(|bytes| formats::read(bytes, &how).unwrap_or_default().text.len());
        contents.sum::<usize>()
    });
}
