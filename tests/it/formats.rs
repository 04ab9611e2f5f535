//! One resolution in every format: the same clauses, numbers, words, notes and marks.
//!
//! tests/files/README.md says how the files were made, and by which programs.

use plenary::document::{Document, Kind};
use plenary::library::{ReadOptions, open};
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: PathBuf) -> std::sync::Arc<Document> {
    open(&path, &ReadOptions::default()).unwrap_or_else(|error| panic!("{error}"))
}

/// A line for each clause and note: its anchor and its words. Spaces and quotes are the printer's business.
fn clauses(document: &Document) -> Vec<String> {
    let told = |kind: Kind| kind.is_clause() || matches!(kind, Kind::Title | Kind::Enacting | Kind::Note);
    let ids = (0..document.len()).map(|index| plenary::document::NodeId(index as u32));
    ids.filter(|id| told(document.node(*id).kind))
        .map(|id| {
            let anchor = document.anchor(id);
            let words: String =
                document.own_text(id).chars().filter(|letter| letter.is_alphanumeric()).collect();
            format!("{} {}", anchor.0, words.to_lowercase())
        })
        .collect()
}

/// How many marks lead to a note.
fn bound(document: &Document) -> usize {
    document.marks().iter().filter(|mark| mark.note.is_some()).count()
}

const SAMPLES: [&str; 5] =
    ["A_RES_95_40.en", "A_RES_94_27.fr", "A_RES_94_44.ar", "A_RES_95_64.zh", "A_RES_95_71.ru"];

fn same_as_the_text(ending: &str) {
    for name in SAMPLES {
        let text = read(root().join("sample-docs").join(format!("{name}.txt")));
        let other = read(root().join("tests/files").join(format!("{name}.{ending}")));
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
