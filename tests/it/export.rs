//! Exports: every word is there, and what can be read again gives the same paragraphs.

use crate::support::{Ran, file, finish, plenary, run, sample};
use plenary::document::{Cell, Document, Kind, Part, Table};
use plenary::export::{self, Format};
use plenary::internals::{Door, ReadOptions, Source, naming};
use std::collections::HashMap;
use std::fs;
use std::path::Path;

const EN: &str = "A_RES_95_12.en.txt";

fn samples() -> Vec<(String, std::sync::Arc<Document>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-docs");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| !path.ends_with("README.md") && !path.ends_with("COUNTS.tsv"));
    paths.sort();
    assert!(paths.len() >= 25);
    let open = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, Source::File(path).open(&ReadOptions::new(Door::free())).unwrap())
    };
    paths.into_iter().map(open).collect()
}

fn written(document: &Document, format: Format) -> String {
    let mut out = Vec::new();
    export::write(document, &Part::whole(document), format, "a.txt", &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The clauses of a document, one per line: anchor, kind, number, words and the notes cited in them.
fn clauses(document: &Document) -> Vec<String> {
    let ids = document.ids().filter(|&id| {
        let kind = document.node(id).kind;
        !kind.is_synthetic() && kind != Kind::Continuation
    });
    ids.map(|id| {
        let node = document.node(id);
        let mut words = document.own_text(id).split_whitespace().collect::<Vec<_>>().join(" ");
        if node.kind == Kind::Table {
            // The column widths of a table without cells are not preserved, only its content.
            words = words
                .split(['|', ':', '-', ' '])
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()
                .join(" ");
        }
        let marks = document.own_spans(id).flat_map(|span| document.marks_in(span));
        let marks: Vec<String> = marks.map(|mark| naming::marker(document.slice(mark.span))).collect();
        let label = naming::number(document, id).unwrap_or_default();
        format!("{} {:?} {} {words} {marks:?}", document.anchor(id), node.kind, naming::marker(&label))
    })
    .collect()
}

fn read(text: &str, name: &str) -> std::sync::Arc<Document> {
    let (_folder, path) = file(name, text);
    Source::File(path).open(&ReadOptions::new(Door::free())).unwrap()
}

#[test]
fn every_readable_format_gives_the_same_clauses() {
    for (format, ending) in [(Format::Text, "txt"), (Format::Markdown, "md"), (Format::Html, "html")] {
        for (name, document) in samples() {
            let again = read(&written(&document, format), &format!("again.{ending}"));
            let (expected, got) = (clauses(&document), clauses(&again));
            let missing: Vec<_> = expected.iter().filter(|line| !got.contains(line)).collect();
            let added: Vec<_> = got.iter().filter(|line| !expected.contains(line)).collect();
            assert!(
                missing.is_empty() && added.is_empty() && expected.len() == got.len(),
                "{name} {format:?}\n{missing:#?}\n{added:#?}"
            );
            assert_eq!(
                (again.symbol(), again.language()),
                (document.symbol(), document.language()),
                "{name}"
            );
            assert_eq!(again.title(), document.title(), "{name}");
        }
    }
}

/// The words of all non-empty cells, row by row.
fn rows(document: &Document) -> Vec<Vec<String>> {
    let words = |span| document.plain(span).split_whitespace().collect::<Vec<_>>().join(" ");
    let rows = document.tables().iter().flat_map(Table::rows);
    rows.map(|row| row.iter().map(|cell| words(cell.text)).filter(|words| !words.is_empty()).collect())
        .collect()
}

#[test]
fn tables_keep_their_rows_in_every_format_and_their_shape_where_possible() {
    let document = Source::File(sample("A_RES_95_73.en.xml")).open(&ReadOptions::new(Door::free())).unwrap();
    let [first, second] = document.tables() else { panic!("{} tables", document.tables().len()) };
    assert_eq!((first.columns, first.header_rows, first.rows().len()), (5, 2, 8));
    assert_eq!((second.columns, second.header_rows, second.rows().len()), (4, 1, 5));
    let shape = |document: &Document| {
        let cell = |cell: &Cell| {
            (document.plain(cell.text), cell.column, cell.columns, cell.rows, cell.header, cell.align)
        };
        let table = |table: &Table| (table.header_rows, table.cells().iter().map(cell).collect::<Vec<_>>());
        document.tables().iter().map(table).collect::<Vec<_>>()
    };
    for (format, ending) in
        [(Format::Text, "txt"), (Format::Markdown, "md"), (Format::Html, "html"), (Format::Akn, "xml")]
    {
        let again = read(&written(&document, format), &format!("again.{ending}"));
        assert_eq!(rows(&again), rows(&document), "{format:?}");
        if matches!(format, Format::Html | Format::Akn) {
            assert_eq!(shape(&again), shape(&document), "{format:?}");
        }
    }
    let markdown = written(&document, Format::Markdown);
    assert!(
        markdown.contains("| *Category* | *Lamps in 2040* | | *Lamps in 2041* | |\n|---|--:|--:|--:|--:|\n"),
        "{markdown}"
    );
    assert!(markdown.contains("| 4 \\| 2 |"), "{markdown}");
}

/// How often each word occurs in a text, without punctuation.
fn words(text: &str) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for word in text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()) {
        *counts.entry(word.to_owned()).or_insert(0) += 1;
    }
    counts
}

/// A web page without its tags.
fn bare(page: &str) -> String {
    let page = page.replace("</t", " </t").replace("<br>", " ");
    let (first, rest) = page.split_once('<').unwrap();
    let text = rest.split('<').map(|piece| piece.split_once('>').unwrap().1);
    std::iter::once(first).chain(text).collect::<String>().replace("&amp;", "&")
}

#[test]
fn no_word_is_lost_in_any_format() {
    for (name, document) in samples() {
        let labels: Vec<_> = document.nodes().iter().map(|node| document.slice(node.label)).collect();
        let bodies: Vec<_> = document.nodes().iter().map(|node| document.slice(node.body)).collect();
        let (labels, bodies) = (words(&labels.join(" ")), words(&bodies.join(" ")));
        for format in [Format::Text, Format::Markdown, Format::Html, Format::Csv, Format::Json] {
            let text = match format {
                Format::Html => bare(&written(&document, format)),
                Format::Markdown => written(&document, format).replace(['*', '\\'], ""),
                _ => written(&document, format).replace("\\n", "\n").replace("\\t", "\t"),
            };
            let got = words(&text);
            // CSV and JSON have the number instead of the label.
            let labelled = !matches!(format, Format::Csv | Format::Json);
            for (word, count) in &bodies {
                let found = got.get(word).copied().unwrap_or(0);
                let count = count + labels.get(word).filter(|_| labelled).copied().unwrap_or(0);
                assert!(found >= count, "{name} {format:?}: {word:?} {found} of {count} times");
            }
        }
    }
}

#[test]
fn a_web_page_is_complete_and_well_formed() {
    for (name, document) in samples() {
        let page = written(&document, Format::Html);
        let language = document.language().unwrap().code();
        let direction = if language == "ar" { "rtl" } else { "ltr" };
        assert!(page.starts_with("<!DOCTYPE html>\n"), "{name}");
        assert!(page.contains(&format!("<html lang=\"{language}\" dir=\"{direction}\">")), "{name}");
        assert!(!page.contains("<script") && !page.contains("src=") && !page.contains("@import"), "{name}");
        balanced(&page);
        let all = |pattern: &str| -> Vec<String> {
            let pattern = regex::Regex::new(pattern).unwrap();
            pattern.captures_iter(&page).map(|found| found[1].replace("&amp;", "&")).collect()
        };
        let ids = all(" id=\"([^\"]*)\"");
        let distinct: std::collections::HashSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), distinct.len(), "{name}: an id stands twice");
        for link in all(" href=\"#([^\"]*)\"") {
            assert!(ids.contains(&percent_decoded(&link)), "{name}: {link} leads nowhere");
        }
        for id in document.ids().filter(|&id| document.node(id).kind.is_clause()) {
            assert!(ids.contains(&document.anchor(id).0), "{name} {}", document.anchor(id));
        }
        assert_eq!(all("<(h1)").len(), usize::from(document.title().is_some()), "{name}");
    }
}

/// Asserts that each element is closed by its own end tag.
#[track_caller]
fn balanced(page: &str) {
    let mut open = Vec::new();
    let page = page.split_once("</style>").unwrap().1;
    for tag in page.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
        let name = tag.split([' ', '\n']).next().unwrap();
        match name.strip_prefix('/') {
            Some("head" | "body" | "html") => {}
            Some(closed) => assert_eq!(open.pop(), Some(closed), "{open:?}"),
            None if matches!(name, "body" | "br" | "hr") => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match hex.filter(|_| first == b'%') {
            Some(byte) => (bytes.push(byte), rest = &after[2..]).1,
            None => (bytes.push(first), rest = after).1,
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// The records of a CSV file, read according to RFC 4180.
fn records(table: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = table.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                cell.push('"');
                letters.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            letter => cell.push(letter),
        }
    }
    records
}

#[test]
fn csv_has_a_row_for_each_clause() {
    let ran = run(["export".as_ref(), sample(EN).as_os_str(), "--to".as_ref(), "csv".as_ref()]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let records = records(&ran.out);
    assert!(records.iter().all(|record| record.len() == 10), "{records:#?}");
    assert_eq!(records[0][2], "anchor");
    let fifth = records.iter().find(|record| record[2] == "op5").unwrap();
    assert_eq!((fifth[3].as_str(), fifth[4].as_str(), fifth[5].as_str()), ("operative", "5", "REQUEST"));
    assert!(
        fifth[7].starts_with("Requests the Secretary-General to publish") && fifth[6] == "secretary-general"
    );
    assert!(records.iter().any(|record| record[3] == "note" && record[4] == "2"));
}

fn export<S: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = S>) -> Ran {
    finish(plenary().arg("export").args(arguments))
}

#[test]
fn the_file_ending_decides_the_format_and_the_source_is_never_overwritten() {
    let (folder, path) = file("r.txt", fs::read(sample(EN)).unwrap());
    let at = |name: &str| folder.path().join(name);
    for (name, begins) in [
        ("r.md", "MODEL RESOLUTION"),
        ("r.HTML", "<!DOCTYPE"),
        ("r.json", "{\"schema\": 2"),
        ("r.csv", "\u{feff}file,"),
    ] {
        let ran = export([path.as_os_str(), "-o".as_ref(), at(name).as_os_str()]);
        assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""), "{name}");
        assert!(fs::read_to_string(at(name)).unwrap().starts_with(begins), "{name}");
    }
    let before = fs::read(&path).unwrap();
    for out in [path.clone(), at("./r.txt")] {
        let ran = export([path.as_os_str(), "-o".as_ref(), out.as_os_str()]);
        assert!(ran.status == 2 && ran.err.contains("the document itself"), "{}", ran.err);
    }
    let into_folder = export([
        folder.path().as_os_str(),
        "--to".as_ref(),
        "text".as_ref(),
        "-o".as_ref(),
        folder.path().as_os_str(),
    ]);
    assert!(
        into_folder.status == 2 && into_folder.err.contains("the document itself"),
        "{}",
        into_folder.err
    );
    assert_eq!(fs::read(&path).unwrap(), before);
    for out in [vec![], vec!["-o", "-"], vec!["-o", "r.docx"], vec!["-o", "pages/"]] {
        let ran = export([path.as_os_str()].into_iter().chain(out.iter().map(AsRef::as_ref)));
        assert!(ran.status == 2 && ran.err.contains("Say --to"), "{}", ran.err);
    }
    let nowhere = at("nowhere/r.html");
    let ran = export([path.as_os_str(), "-o".as_ref(), nowhere.as_os_str()]);
    assert!(ran.status == 2 && ran.err.contains("cannot be written (no such file"), "{}", ran.err);
}

#[test]
fn a_folder_is_exported_to_a_folder_and_csv_holds_many_documents() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir_all(at("in/deep")).unwrap();
    for name in ["in/a.txt", "in/a.md", "in/deep/A_C.3_95_L.7"] {
        fs::write(at(name), "The General Assembly,\n\n1. Decides to go on.\n").unwrap();
    }
    let out = format!("{}/", at("out").display());
    let ran = export([at("in").as_os_str(), "--to".as_ref(), "html".as_ref(), "-o".as_ref(), out.as_ref()]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    for name in ["out/a.html", "out/a.txt.html", "out/deep/A_C.3_95_L.7.html"] {
        assert!(at(name).is_file(), "{name}");
    }
    let ran = export([at("in").as_os_str(), "--to".as_ref(), "html".as_ref()]);
    assert!(ran.status == 2 && ran.err.contains("3 documents do not go into one"), "{}", ran.err);
    let ran = export([at("in").as_os_str(), "--to".as_ref(), "csv".as_ref()]);
    assert_eq!(ran.status, 0);
    assert_eq!((ran.out.matches("file,symbol").count(), ran.out.matches(",op1,").count()), (1, 3));
    let missing = at("nowhere.txt");
    let ran = export([missing.as_os_str(), at("in/a.txt").as_os_str(), "--to".as_ref(), "csv".as_ref()]);
    assert!(ran.status == 2 && ran.err.lines().count() == 1 && ran.out.contains(",op1,"), "{}", ran.err);
}

#[test]
fn a_single_place_can_be_exported() {
    let named = format!("{}#op4", sample(EN).display());
    for arguments in [vec![named.as_str()], vec![sample(EN).to_str().unwrap(), "--at", "4"]] {
        let ran = export(arguments.into_iter().chain(["--to", "text"]));
        assert!(ran.status == 0 && ran.out.starts_with("4. ") && ran.out.contains("\n(a) "), "{}", ran.out);
    }
    let ran = export([sample(EN).to_str().unwrap(), "--at", "99", "--to", "html"]);
    assert!(ran.status == 1 && ran.err.contains("there is no \"99\""), "{}", ran.err);
}

#[test]
fn a_web_page_isolates_lines_of_the_other_direction_and_shows_the_numbers_of_preambular_paragraphs() {
    let page = run([
        "export".as_ref(),
        sample("A_RES_95_12.ar.txt").as_os_str(),
        "-o".as_ref(),
        "-".as_ref(),
        "--to".as_ref(),
        "html".as_ref(),
    ]);
    for shown in [
        "<p class=\"line\" id=\"m3\"><bdi dir=\"ltr\">A/RES/95/12</bdi></p>",
        "<bdi dir=\"ltr\">11 December 2040</bdi>",
        "<div class=\"pp\" id=\"pp3\" data-n=\"pp3\">",
    ] {
        assert!(page.out.contains(shown), "{shown}\n{}", page.out);
    }
    let page = run([
        "export".as_ref(),
        sample("A_RES_95_12.en.txt").as_os_str(),
        "-o".as_ref(),
        "-".as_ref(),
        "--to".as_ref(),
        "html".as_ref(),
    ]);
    assert!(!page.out.contains("<bdi"), "no line of it runs from right to left");
    let charter =
        "<a href=\"https://www.un.org/en/about-us/un-charter/full-text\">Article 1, paragraph 3</a>";
    assert!(page.out.contains(charter), "{}", page.out);
}

#[test]
fn a_web_page_lists_its_sections_without_their_parts_and_folds_a_long_list() {
    let folder = tempfile::tempdir().unwrap();
    let page = |sections: usize| {
        let numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
        let each = numerals
            .iter()
            .take(sections)
            .map(|number| format!("{number}\n\nRivers\n\nRecalling boats,\n\n1. Decides to row;\n\n"));
        let text = format!(
            "A/RES/95/7\n\nThe General Assembly,\n\nRecalling rivers,\n\n{}",
            each.collect::<String>()
        );
        let file = folder.path().join("sections.txt");
        std::fs::write(&file, text).unwrap();
        let out = export([file.to_str().unwrap(), "--to", "html"]).out;
        out[out.find("<nav").unwrap()..out.find("</nav>").unwrap()].to_owned()
    };
    let short = page(2);
    assert!(short.contains("<details open>") && short.contains("II Rivers"), "{short}");
    assert!(short.matches("Operative part").count() <= 1, "{short}");
    let long = page(12);
    assert!(long.contains("<details>\n<summary>Contents</summary>"), "{long}");
}

#[test]
fn a_stop_behind_words_of_the_other_direction_stands_as_the_page_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.ar.txt");
    let text = "A/RES/95/7\n\nإن الجمعية العامة،\n\nإذ تشير إلى قرارها¹ بشأن الأنهار،\n\n1 - تقرر أن تنتظر؛\n\n2 - تطلب إلى الأمين العام أن يقدم تقريرا.\n\n¹ A/95/12.\n";
    std::fs::write(&file, text).unwrap();
    let page = export([file.to_str().unwrap(), "--to", "html"]).out;
    assert!(page.contains("A/95/12</a></bdi>.</p>"), "{page}");
}
