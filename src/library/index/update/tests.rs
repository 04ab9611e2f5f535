//! What a reader finds in a library after it was brought up to date.

use super::*;
use crate::library::Door;
use crate::library::index::{Query, Shelf};
use std::fs;

struct Try {
    folder: tempfile::TempDir,
}

impl Try {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("texts")).unwrap();
        Self { folder }
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join("texts").join(name), text).unwrap();
    }

    fn site(&self) -> Site {
        Site::new(&self.folder.path().join("index"), &Door::free())
    }

    fn update(&self) -> Report {
        let texts = [self.folder.path().join("texts")];
        let options = ReadOptions::new(Door::free());
        update(&self.site(), &texts, &options, false, &|| true, &mut |_| {}).unwrap()
    }

    /// What a search finds, a line a hit.
    fn find(&self, typed: &str) -> String {
        let opened = Shelf::open(&self.site()).unwrap();
        let hits = opened.search(&Query::typed(typed, 10)).unwrap();
        let line = |hit: &crate::library::index::Hit| {
            let symbol = hit.symbol.as_deref().unwrap_or("?");
            format!("{symbol} {} +{}", hit.paragraph.anchor, hit.same.len())
        };
        hits.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

/// A resolution of the seventieth session, or of one of the next.
fn resolution(symbol: &str, body: &str) -> String {
    let year = if symbol.starts_with("A/RES/71") { 2017 } else { 2016 };
    format!(
        "{symbol}\n\nResolution adopted by the General Assembly on 3 May {year}\n\nThe sea\n\nThe General Assembly,\n\n{body}\n"
    )
}

#[test]
fn paragraphs_are_found_by_their_words_in_any_form_and_the_same_wording_is_listed_once() {
    let library = Try::new();
    library.write(
        "a.txt",
        &resolution(
            "A/RES/70/901",
            "1. Requests the Secretary-General to report on tides in 2016;\n\n2. Decides to sail.",
        ),
    );
    library.write("b.txt", &resolution("A/RES/71/902", "Recalling its resolution 70/901,\n\n1. Requests the Secretary-General to report on tides in 2017;"));
    assert_eq!(library.update().read, 2);
    assert_eq!(library.find("reporting tide"), "A/RES/71/902 op1 +1");
    assert_eq!(library.find("sailing"), "A/RES/70/901 op2 +0");
    assert_eq!(library.find("cites:70/901"), "A/RES/71/902 pp1 +0");
    assert_eq!(library.find("tid"), "A/RES/71/902 op1 +1", "the word is still being typed");
    assert_eq!(library.find("act:request by:sg session:70"), "", "the session is not printed");
}

#[test]
fn what_has_changed_is_read_again_and_what_is_gone_is_found_no_more() {
    let library = Try::new();
    library.write("a.txt", &resolution("A/RES/70/901", "1. Decides to sail."));
    library.write("b.txt", &resolution("A/RES/70/902", "1. Decides to row."));
    library.update();
    library.write("a.txt", &resolution("A/RES/70/901", "1. Decides to stay ashore."));
    fs::remove_file(library.folder.path().join("texts/b.txt")).unwrap();
    let report = library.update();
    assert_eq!((report.read, report.removed, report.kept), (1, 1, 0));
    assert_eq!((library.find("sail"), library.find("row")), (String::new(), String::new()));
    assert_eq!(library.find("ashore"), "A/RES/70/901 op1 +0");
    let report = library.update();
    assert_eq!((report.read, report.removed, report.kept), (0, 0, 1));
}

#[test]
fn a_document_opens_by_any_form_of_its_number() {
    let library = Try::new();
    library.write("a.txt", &resolution("A/RES/70/901", "1. Decides to sail."));
    library.write(
        "b.txt",
        "S/RES/2901 (2031)\n\nThe Security Council,\n\n1. Decides to remain seized of the matter.\n",
    );
    library.update();
    let shelf = Shelf::open(&library.site()).unwrap();
    for (typed, symbol, length) in [
        ("70/901 7", "A/RES/70/901", 6),
        ("a/res/70/901", "A/RES/70/901", 12),
        ("2901", "S/RES/2901 (2031)", 4),
        ("S/RES/2901#op1", "S/RES/2901 (2031)", 10),
    ] {
        let (found, used) = shelf.named(typed, None);
        let symbols: Vec<_> = found.iter().filter_map(|found| found.card.symbol.as_deref()).collect();
        assert_eq!((symbols, used), (vec![symbol], length), "{typed}");
    }
}

#[test]
fn two_do_not_build_at_once_and_the_one_who_reads_is_not_disturbed() {
    let library = Try::new();
    library.write("a.txt", &resolution("A/RES/70/901", "1. Decides to sail."));
    library.update();
    let shelf = Shelf::open(&library.site()).unwrap();
    let site = library.site();
    let building = site.build(false).unwrap();
    let texts = [library.folder.path().join("texts")];
    let second =
        update(&library.site(), &texts, &ReadOptions::new(Door::free()), false, &|| true, &mut |_| {});
    assert!(matches!(second, Err(Trouble::Busy(_))));
    drop(building);
    library.write("b.txt", &resolution("A/RES/70/902", "1. Decides to sail again."));
    library.update();
    let found = |shelf: &Shelf| shelf.search(&Query::typed("sail", 10)).unwrap().len();
    assert_eq!(found(&shelf), 1);
    let mut shelf = shelf;
    assert!(shelf.refresh());
    assert_eq!(found(&shelf), 2);
}
