//! What a reader finds in a library after it was brought up to date.

use super::*;
use crate::lang::Language;
use crate::library::Door;
use crate::library::index::{Library, Query};
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
        let opened = Library::open(&self.site()).unwrap();
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
    let of_session = library.find("act:request by:sg session:70");
    assert_eq!(of_session, "A/RES/70/901 op1 +0", "only the symbol tells the session");
}

#[test]
fn what_is_repeated_with_another_session_and_some_other_words_is_listed_once() {
    let library = Try::new();
    for (symbol, session) in [("A/RES/70/901", "seventy-first"), ("A/RES/71/902", "seventy-second")] {
        let report = format!(
            "1. Requests the Secretary-General to report on the tides of the northern coast at its {session} session;"
        );
        library.write(&symbol.replace('/', "_"), &resolution(symbol, &report));
    }
    let other =
        "1. Requests the Secretary-General to report on the storms of the southern sea and on its tides;";
    library.write("other.txt", &resolution("A/RES/71/903", other));
    library.update();
    assert_eq!(library.find("northern tides "), "A/RES/71/902 op1 +1");
    let both = library.find("report tides ");
    assert_eq!(both.lines().count(), 2, "{both}");
}

#[test]
fn words_with_accents_are_found_by_their_other_forms() {
    let library = Try::new();
    let adopted =
        "Résolution adoptée par l’Assemblée générale le 3 mai 2016\n\nLa mer\n\nL’Assemblée générale,";
    library.write(
        "a.txt",
        &format!("A/RES/70/901\n\n{adopted}\n\n1. Salue la volonté exprimée par les pêcheurs ;\n"),
    );
    library.update();
    for typed in ["exprime ", "exprimées ", "exprimee ", "volonté pêcheur ", "volonte pecheurs "] {
        assert_eq!(library.find(typed), "A/RES/70/901 op1 +0", "{typed}");
    }
}

#[test]
fn a_word_that_nobody_wrote_does_not_hide_what_has_the_others() {
    let library = Try::new();
    library.write("a.txt", &resolution("A/RES/70/901", "1. Requests harbours to measure tides."));
    library.update();
    assert_eq!(library.find("harbours xylophones "), "A/RES/70/901 op1 +0");
    assert_eq!(library.find("xylophones "), "");
}

#[test]
fn chinese_words_that_are_written_together_are_found_apart() {
    let library = Try::new();
    library.write("a.txt", &resolution("A/RES/70/901", "1. 鼓励渔民测量潮汐；\n\n2. 鼓励渔民修理灯塔；"));
    library.update();
    assert_eq!(library.find("渔民潮汐 "), "A/RES/70/901 op1 +0");
}

#[test]
fn what_is_in_the_language_of_the_words_comes_first_and_a_note_after_paragraphs() {
    let library = Try::new();
    library.write(
        "en.txt",
        &resolution(
            "A/RES/70/901",
            "1. Notes the report on harbour security;¹\n\n2. Welcomes the national plan for the security of the harbour, and every report on it that is published by those who keep the harbour.\n\n¹ Harbour security report.",
        ),
    );
    let adopted =
        "Resolución aprobada por la Asamblea General el 3 de mayo de 2016\n\nEl mar\n\nLa Asamblea General,";
    library.write(
        "es.txt",
        &format!(
            "A/RES/70/901\n\n{adopted}\n\n1. Toma nota del plan nacional y del informe del puerto;¹\n\n¹ Harbour security report, plan nacional.\n"
        ),
    );
    library.update();
    let shelf = Library::open(&library.site()).unwrap();
    let found = |typed: &str, reader| {
        let query = Query { reader, ..Query::typed(typed, 10) };
        let hits = shelf.search(&query).unwrap();
        let language = |hit: &crate::library::index::Hit| hit.document.card.language.unwrap().code();
        hits.iter().map(|hit| format!("{} {}", language(hit), hit.paragraph.anchor)).collect::<Vec<_>>()
    };
    assert_eq!(found("harbour security report ", None), ["en op1", "en op2", "en fn1", "es fn1"]);
    assert_eq!(found("harbour security report ", Some(Language::Es))[0], "en op1", "the words are English");
    assert_eq!(found("plan ", Some(Language::Es))[0], "es op1", "the word may be of both");
    assert_eq!(found("plan ", Some(Language::En))[0], "en op2");
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
    let shelf = Library::open(&library.site()).unwrap();
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
    let shelf = Library::open(&library.site()).unwrap();
    let site = library.site();
    let building = site.build(false).unwrap();
    let texts = [library.folder.path().join("texts")];
    let second =
        update(&library.site(), &texts, &ReadOptions::new(Door::free()), false, &|| true, &mut |_| {});
    assert!(matches!(second, Err(Trouble::Busy(_))));
    drop(building);
    library.write("b.txt", &resolution("A/RES/70/902", "1. Decides to sail again."));
    library.update();
    let found = |shelf: &Library| shelf.search(&Query::typed("sail", 10)).unwrap().len();
    assert_eq!(found(&shelf), 1);
    let mut shelf = shelf;
    assert!(shelf.refresh());
    assert_eq!(found(&shelf), 2);
}

#[test]
fn what_serves_is_kept_until_all_is_read_anew() {
    let library = Try::new();
    library.write("a.txt", &resolution("A/RES/70/901", "1. Decides to sail."));
    library.update();
    // So many that a first build would publish their names before they are read.
    for number in 0..520 {
        library.write(
            &format!("{number}.txt"),
            &resolution(&format!("A/RES/71/{number}"), "1. Notes the tides."),
        );
    }
    let texts = [library.folder.path().join("texts")];
    let options = ReadOptions::new(Door::free());
    let mut told = 0;
    update(&library.site(), &texts, &options, true, &|| true, &mut |progress| {
        assert!(!progress.published, "{progress:?}");
        if told == 100 {
            assert_eq!(library.find("sailing "), "A/RES/70/901 op1 +0", "while it is read anew");
        }
        told += 1;
    })
    .unwrap();
    assert!(told > 500, "{told}");
    assert_eq!(library.find("sailing "), "A/RES/70/901 op1 +0");
}
