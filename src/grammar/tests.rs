//! Tests of the whole way from text to tree: no word is lost, nothing panics, and each rule has a snapshot.

mod amendments;
mod blocks;
mod forms;
mod furniture;
mod ladders;
mod printed;
mod rules;
mod series;
mod wrapped;

use super::kept::lowered;
use super::{Options, parse};
use crate::document::{Document, Kind};
use crate::formats::decode;
use std::collections::BTreeMap;
use std::path::Path;

/// Counts the characters of a source that are not markup; a superscript counts as its digit.
fn counted(text: &str, counts: &mut BTreeMap<char, i64>, sign: i64) {
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let letter = lowered(letter);
        // The stroke of a note mark, "1/ ", is markup.
        let ends = |next: &char| next.is_whitespace() || matches!(next, ',' | ';' | '.' | ')');
        let stroke = letter == '/' && before.is_ascii_digit() && letters.peek().is_none_or(ends);
        before = letter;
        if stroke {
            continue;
        }
        let markup =
            letter.is_whitespace() || letter.is_control() || "*#_^|<>\\${}-\u{2010}[]:`!".contains(letter);
        let unseen = matches!(
            letter,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' | '\u{80}'..='\u{9F}'
        );
        if !markup && !unseen {
            *counts.entry(letter).or_insert(0) += sign;
        }
    }
}

/// The characters that a document lost or added.
fn lost(source: &str, document: &Document) -> Vec<(char, i64)> {
    let mut counts = BTreeMap::new();
    counted(source, &mut counts, 1);
    for id in document.ids() {
        counted(document.label(id), &mut counts, -1);
        counted(document.body(id), &mut counts, -1);
    }
    for aside in document.set_aside() {
        counted(&aside.text, &mut counts, -1);
    }
    counts.into_iter().filter(|(_, count)| *count != 0).collect()
}

/// Checks the invariants of every document.
fn assert_sound(name: &str, source: &str, document: &Document) {
    let lost = lost(source, document);
    assert!(lost.is_empty(), "{name}: characters lost (or made up): {lost:?}");
    let aside = set_aside_without_evidence(document);
    assert!(aside.is_empty(), "{name}: set aside without evidence: {aside:?}");
    for id in document.ids() {
        let node = document.node(id);
        assert!(document.text().get(node.body.range()).is_some(), "{name}: a body outside the text");
        assert!(document.text().get(node.label.range()).is_some(), "{name}: a label outside the text");
        assert!(usize::from(node.opener) <= node.body.len(), "{name}: an opener longer than its body");
        let outside = node.kind != Kind::Document && node.source.range().end > source.len();
        assert!(!outside, "{name}: a source span outside the source");
        assert_eq!(
            document.resolve(&document.anchor(id)),
            Some(id),
            "{name}: an anchor that does not come back"
        );
        if node.kind == Kind::Note {
            assert_eq!(document.node(node.parent).kind, Kind::Notes);
        }
    }
    for mark in document.marks() {
        assert!(document.text().get(mark.span.range()).is_some(), "{name}: a mark outside the text");
    }
    for span in document.emphasis() {
        assert!(document.text().get(span.range()).is_some(), "{name}: emphasis outside the text");
    }
    assert!(
        !document.text().chars().any(|letter| letter.is_control() && !matches!(letter, '\n' | '\t')),
        "{name}: a control character"
    );
}

/// Letters and digits in lower case, with superscripts as their digits.
fn bare(text: &str) -> String {
    let letters = text.chars().map(lowered);
    letters.filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Text that was set aside without evidence that it is not part of the text, which is as bad as lost. A running head
/// must be shown elsewhere or repeat itself; a page number, a job number and a bar code must be figures.
fn set_aside_without_evidence(document: &Document) -> Vec<String> {
    let shown: String =
        document.ids().map(|id| bare(document.label(id)) + &bare(document.body(id))).collect();
    let masthead = bare(document.masthead().symbol.as_deref().unwrap_or_default());
    let heads: Vec<String> = document
        .set_aside()
        .iter()
        .filter(|aside| aside.reason.code() == "running-head")
        .map(|aside| bare(&aside.text))
        .collect();
    let figures =
        |text: &str| text.chars().all(|letter| !letter.is_alphabetic() || "EFSRAC".contains(letter));
    let evident = |reason: &str, text: &str| match reason {
        "running-head" => {
            let key = bare(text);
            let again = heads.iter().filter(|head| **head == key).count() > 1;
            let own = key.strip_prefix(&masthead).or_else(|| key.strip_suffix(&masthead)).unwrap_or(&key);
            again || shown.contains(&key) || shown.contains(own)
        }
        "rule" => bare(text).is_empty(),
        "job-number" | "bar-code" => figures(text),
        "page-number" => {
            figures(text) || bare(text).chars().any(|letter| letter.is_ascii_digit()) || text.len() < 24
        }
        "displaced-mark" => {
            document.ids().any(|id| document.label(id) == text || document.body(id).starts_with(text))
        }
        _ => true,
    };
    let asides = document.set_aside().iter();
    asides
        .filter(|aside| !evident(aside.reason.code(), &aside.text))
        .map(|aside| aside.text.clone())
        .collect()
}

fn files(folder: &Path, out: &mut Vec<std::path::PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|end| end == "txt" || end == "md") {
            out.push(path);
        }
    }
}

/// Reports a skipped test, even where output is captured.
fn skip(why: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}

fn every_file(folder: &Path) -> usize {
    let mut paths = Vec::new();
    files(folder, &mut paths);
    for path in &paths {
        let bytes = std::fs::read(path).unwrap();
        let Ok(decoded) = decode(&bytes, None) else { continue };
        let document = parse(&decoded.text, Options::default());
        assert_sound(&path.display().to_string(), &decoded.text, &document);
    }
    paths.len()
}

#[test]
fn no_word_of_the_samples_is_lost() {
    assert!(every_file(&Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-docs")) > 20);
}

#[test]
fn no_word_of_the_corpus_is_lost() {
    let mut read = 0;
    for folder in ["../shared/corpus/text", "../shared/seeds"] {
        read += every_file(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    }
    if let Some(printed) = std::env::var_os("PLENARY_PRINTED") {
        read += every_file(Path::new(&printed));
    }
    if read == 0 {
        skip("there is no corpus beside the repository");
    }
}

/// Hostile texts, each with a construct of the given size.
fn hostile(many: usize) -> Vec<String> {
    vec![
        "(a)\n".repeat(many),
        "(a) x;\n\n(i) y;\n\n".repeat(many / 4),
        "\n".repeat(many * 4),
        "¹a".repeat(many),
        "*a *b ".repeat(many),
        "a ".repeat(many * 4),
        "a".repeat(many * 4),
        "1. x\n\n".repeat(many),
        "\u{1B}[31m\u{202E}x\n".repeat(many),
        "\"The General Assembly,\n\n".repeat(many / 4),
        "Annex\n\nI\n\nA\n\nArticle 1\n\n".repeat(many / 8),
        format!("The General Assembly,\n\n{}", "Recalling x,\n\n".repeat(many)),
        "1 See x\n".repeat(many),
        "_______________\n1\n\nSee A/1.\n2\n\x0C".repeat(many / 16),
        "In favour: x\n\n".repeat(many),
        "|a|b|\n".repeat(many),
        "))))".repeat(many),
        "[".repeat(many * 4),
        "-\n".repeat(many),
        format!("The Assembly,\n\n{}", "Requests x;\n\n".repeat(many)),
        "The Committee,\n\nSo it is,\n\n".repeat(many / 4),
        "1234567\n\x0C".repeat(many / 4),
    ]
}

/// Parses a text several times: the CPU time of this thread in seconds, and a check that no word is lost. Where the
/// system does not give CPU time, the elapsed time is used.
fn work(text: &str, times: usize) -> f64 {
    let worked = || {
        let line = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        line.split(' ').next()?.parse::<f64>().ok().map(|nanoseconds| nanoseconds / 1e9)
    };
    let (started, before) = (std::time::Instant::now(), worked());
    let mut document = parse(text, Options::default());
    for _ in 1..times {
        document = parse(text, Options::default());
    }
    let work = worked().zip(before).map(|(after, before)| after - before);
    let passed = started.elapsed().as_secs_f64();
    let head = text.get(..40).unwrap_or(text);
    assert!(lost(text, &document).iter().all(|(letter, _)| "31m".contains(*letter)), "{head}");
    work.unwrap_or(passed)
}

/// One text should take as much work as eight of an eighth of its size; with quadratic work it would take eight times
/// as much. On a busy machine the measurement is repeated.
#[test]
fn hostile_texts_are_read_in_linear_time() {
    let (small, large) = (hostile(1_600), hostile(12_800));
    for (small, large) in small.iter().zip(&large) {
        let mut ratios = Vec::new();
        while ratios.len() < 6 && ratios.last().is_none_or(|&ratio| ratio > 3.0) {
            let (pieces, whole) = (work(small, 8), work(large, 1));
            // The clock of a thread has a resolution of some milliseconds.
            ratios.push(whole / (pieces + 0.004));
        }
        assert!(ratios.last().is_some_and(|&ratio| ratio <= 3.0), "{ratios:?} {}", small.get(..30).unwrap());
    }
}

const SEED: &str = "../shared/seeds/A_RES_65_218.fr.txt";

#[test]
fn the_seed_is_whole() {
    let Ok(source) = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(SEED)) else {
        skip("there is no seed beside the repository");
        return;
    };
    let document = parse(&source, Options::default());
    assert_sound(SEED, &source, &document);
    let of = |kind| document.ids().filter(|&id| document.node(id).kind == kind).collect::<Vec<_>>();
    assert_eq!(document.symbol(), Some("A/RES/65/218"));
    assert_eq!(
        document.title(),
        Some("Renforcement de la coopération internationale dans le domaine des droits de l'homme")
    );
    assert_eq!(of(Kind::Preambular).len(), 9);
    assert_eq!(of(Kind::Operative).len(), 12);
    assert_eq!(of(Kind::Note).len(), 4);
    assert!(document.marks().iter().all(|mark| mark.note.is_some()));
    let words =
        |anchor: &str| document.resolve(&anchor.into()).map(|id| document.own_text(id)).unwrap_or_default();
    assert!(
        words("pp5").contains("coopération et d'un dialogue authentique et viser à renforcer"),
        "{}",
        words("pp5")
    );
    assert!(words("op7").contains("des principes d'universalité, de non-sélectivité"), "{}", words("op7"));
    assert!(document.diagnostics().is_empty(), "{:?}", document.diagnostics());
}

/// Fragments from which random texts are made, awkward ones included.
const PIECES: &[&str] = &[
    "The General Assembly,\n",
    "\n",
    "\n\n",
    "\n\n\n\n",
    "\x0C",
    "Recalling its resolution 64/171,¹\n",
    "1. ",
    "2. Decides",
    "(a) ",
    "i) ",
    "*Requests* ",
    "**",
    "_x_",
    "^1",
    "[^2]",
    "<sup>3</sup>",
    "¹ See A/1.\n",
    "1 See A/1.\n",
    "A/RES/65/218\n",
    "1/2\n",
    "Annex\n",
    "II\n",
    "A\n",
    "Article 5\n",
    "71st plenary meeting\n",
    "21 December 2010\n",
    "大会，\n",
    "回顾其决议，\n",
    "إن الجمعية العامة،\n",
    "1 - تقرر ",
    "\u{202E}",
    "\u{1B}[31m",
    "\r\n",
    "\t",
    "  ",
    "- ",
    "|a|b|\n",
    "_______________\n",
    "1\n",
    "co-\noperation",
    "“The Security Council,\n",
    "é",
    "\u{AD}",
    "'1' ",
    "㈠ ",
    "In favour: X\n",
    "80/1. Title\n",
    "25-20116 (E)\n",
    "# ",
    "<!-- x -->",
    "\\*",
    "20251",
    "7 bis. ",
    "State      Share     Rate\n",
    "Arcadia    0.005      12\n",
    "-----------------\n",
    "Preamble ........ 3\n",
    "United Nations      A/RES/80/1\n",
    "The second part\n",
    "The waters of the rivers\n",
    "1234567\n",
    "- 3 -\n",
    "well-\nknown",
];

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_fragments_parse_without_loss(pieces in proptest::collection::vec(0..PIECES.len(), 0..60)) {
        let source: String = pieces.iter().map(|&at| PIECES[at]).collect();
        let document = parse(&source, Options::default());
        // The letters of markup syntax are not counted.
        let own = |letter: char| source.contains(['<', '\u{1B}']) && "<>!/supx31m".contains(letter);
        let lost: Vec<_> = lost(&source, &document).into_iter().filter(|(letter, _)| !own(*letter)).collect();
        assert!(lost.is_empty(), "{lost:?} of {source:?}");
        let aside = set_aside_without_evidence(&document);
        assert!(aside.is_empty(), "{aside:?} of {source:?}");
    }

    #[test]
    fn any_string_parses(source in "\\PC{0,300}") {
        let document = parse(&source, Options::default());
        // Punctuation may be markup, and so may "<b>".
        let is_word = |letter: char| letter.is_alphanumeric() && !source.contains('<');
        let lost: Vec<_> = lost(&source, &document).into_iter().filter(|(letter, _)| is_word(*letter)).collect();
        assert!(lost.is_empty(), "{lost:?} of {source:?}");
    }
}
