//! One resolution in every format: the same clauses, numbers, words, notes and marks.
//!
//! tests/files/README.md says how, and with which programs, the files were made.

use plenary::document::{Document, Kind, Language};
use plenary::formats::{self, Format, How};
use plenary::grammar;
use plenary::internals::{Door, ReadOptions, lost, open};
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> std::sync::Arc<Document> {
    open(path, &ReadOptions::new(Door::free())).unwrap_or_else(|error| panic!("{error}"))
}

/// A line for each clause and note: its anchor and its words. Spaces and quotation marks are left out, because they
/// differ between programs.
fn clauses(document: &Document) -> Vec<String> {
    let told = |kind: Kind| kind.is_clause() || matches!(kind, Kind::Title | Kind::Enacting | Kind::Note);
    let ids = document.ids();
    ids.filter(|id| told(document.node(*id).kind))
        .map(|id| {
            let anchor = document.anchor(id);
            let words: String =
                document.own_text(id).chars().filter(|letter| letter.is_alphanumeric()).collect();
            format!("{} {}", anchor.0, words.to_lowercase())
        })
        .collect()
}

/// How many note marks lead to a note.
fn bound(document: &Document) -> usize {
    document.marks().iter().filter(|mark| mark.note.is_some()).count()
}

/// The files with an ending, and the sample that each was made from.
fn files(ending: &str) -> Vec<(String, PathBuf)> {
    let mut found: Vec<_> = std::fs::read_dir(root().join("tests/files"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), path))
        .collect();
    found.sort();
    assert!(found.len() >= 5, "{ending}: {found:?}");
    found
}

fn same_as_the_text(ending: &str) {
    for (name, path) in files(ending) {
        let text = read(&root().join("sample-docs").join(format!("{name}.txt")));
        let other = read(&path);
        let (wanted, got) = (clauses(&text), clauses(&other));
        let differ: Vec<_> = wanted.iter().zip(&got).filter(|(left, right)| left != right).take(3).collect();
        assert!(wanted == got, "{name}.{ending}: {} and {} clauses; {differ:#?}", wanted.len(), got.len());
        assert_eq!(bound(&text), bound(&other), "{name}.{ending}: marks with their notes");
        assert_eq!(
            (text.symbol(), text.language(), &text.masthead().title),
            (other.symbol(), other.language(), &other.masthead().title),
            "{name}.{ending}"
        );
    }
}

macro_rules! formats {
    ($($name:ident: $ending:literal),* $(,)?) => { $(#[test] fn $name() { same_as_the_text($ending); })* };
}

formats! {
    akoma_ntoso_says_what_the_text_says: "xml",
    a_web_page_says_what_the_text_says: "html",
    word_says_what_the_text_says: "docx",
    old_word_says_what_the_text_says: "doc",
    opendocument_says_what_the_text_says: "odt",
    rich_text_says_what_the_text_says: "rtf",
    pdf_says_what_the_text_says: "pdf",
}

/// The source is what the reader of a format makes of the file, after pages, cells and notes have become text.
#[test]
fn no_word_of_any_format_is_lost() {
    let mut read = std::collections::BTreeMap::new();
    for folder in ["sample-docs", "tests/files"] {
        for entry in std::fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_owned()).unwrap_or_default();
            if ["README.md", "COUNTS.tsv"].contains(&name.as_str()) || path.is_dir() || ending == "sh" {
                continue;
            }
            let how = How::default();
            let content = formats::read(std::fs::read(&path).unwrap(), &how)
                .unwrap_or_else(|error| panic!("{name}: {error}"));
            let document = grammar::parse_content(&content, grammar::Options::default());
            let lost = lost(&content, &document);
            assert!(lost.is_empty(), "{name}: {lost:?}");
            *read.entry(ending).or_insert(0) += 1;
        }
    }
    for format in Format::all().filter(|format| !format.is_packed() && *format != Format::Epub) {
        let ending = format.endings().iter().find(|ending| read.contains_key(**ending));
        assert!(ending.is_some(), "{}: {read:?}", format.name());
    }
}

/// The counts in the table of the samples are as sample-docs/README.md defines them.
#[test]
fn the_samples_have_the_counts_in_their_table() {
    let folder = root().join("sample-docs");
    let table = std::fs::read_to_string(folder.join("COUNTS.tsv")).unwrap();
    let mut wrong = Vec::new();
    for row in table.lines().skip(1) {
        let name = row.split('\t').next().unwrap();
        let document = read(&folder.join(name));
        let count = |holds: &dyn Fn(Kind, &str) -> bool| {
            document.ids().filter(|id| holds(document.node(*id).kind, document.label(*id))).count()
        };
        let got = format!(
            "{name}\t{}\t{}\t{}\t{}\t{}\t{}",
            document.language().map(Language::code).unwrap_or_default(),
            document.symbol().unwrap_or_default(),
            count(&|kind, _| kind == Kind::Preambular),
            count(&|kind, label| matches!(kind, Kind::Operative | Kind::Paragraph) && !label.is_empty()),
            count(&|kind, _| kind == Kind::Subparagraph),
            count(&|kind, _| kind == Kind::Note),
        );
        if got != row {
            wrong.push(format!("{row}\n{got}"));
        }
    }
    assert!(wrong.is_empty() && table.lines().count() > 20, "counted and read:\n{}", wrong.join("\n"));
    let named = |path: &Path| table.contains(&format!("\n{}\t", path.file_name().unwrap().to_string_lossy()));
    for entry in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
        let paper = entry.ends_with("README.md") || entry.ends_with("COUNTS.tsv");
        assert!(paper || named(&entry), "COUNTS.tsv lacks {}", entry.display());
    }
}
