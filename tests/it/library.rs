//! The library on the command line: folders that are remembered and indexed, documents that open by their numbers, and
//! paragraphs that are found by their words.

mod asked;
mod citing;
mod fence;
mod harm;
mod jumping;
mod kills;
mod mirror;
pub(crate) mod preview;
mod reader;

use crate::support::{Ran, finish, plenary};
use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A reader with folders of his own, and a folder of documents.
pub(super) struct Reader {
    home: TempDir,
}

impl Reader {
    /// A reader without any document.
    pub(super) fn new() -> Self {
        let reader = Self { home: tempfile::tempdir().unwrap() };
        fs::create_dir(reader.texts()).unwrap();
        reader
    }

    /// A reader with three resolutions, one of them of the Council, that are in the library.
    pub(super) fn with_library() -> Self {
        let reader = Self::new();
        reader.write(
            "tides.txt",
            &resolution(
                "A/RES/70/901",
                "1. Requests the Secretary-General to report on tides;\n\n2. Decides to sail.",
            ),
        );
        reader.write("boats.txt", &resolution("A/RES/71/902", "Recalling its resolution 70/901 of 3 May 2016, in particular paragraph 2 of resolution 70/901,\n\n1. Calls upon Member States to paint their boats;\n\n(a) In blue;\n\n(b) In white."));
        reader.write("council.txt", "S/RES/2901 (2031)\n\nThe Security Council,\n\nRecalling resolution 71/902 of the General Assembly,\n\n1. Decides to remain at sea.\n");
        let added = reader.run(&["library", "add", reader.texts().to_str().unwrap()]);
        assert_eq!((added.status, added.err.as_str()), (0, ""), "{}", added.out);
        assert_eq!(added.out, "3 documents in the library, 3 read now\n");
        reader
    }

    pub(super) fn texts(&self) -> PathBuf {
        self.home.path().join("texts")
    }

    pub(super) fn write(&self, name: &str, text: &str) {
        fs::write(self.texts().join(name), text).unwrap();
    }

    /// Where the index lies.
    pub(super) fn index(&self) -> PathBuf {
        self.home.path().join("cache/plenary/library")
    }

    pub(super) fn list(&self) -> PathBuf {
        self.home.path().join("data/plenary/library.toml")
    }

    pub(super) fn command(&self) -> Command {
        let mut command = plenary();
        for (variable, folder) in [
            ("HOME", ""),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_CONFIG_HOME", "config"),
        ] {
            command.env(variable, self.home.path().join(folder));
        }
        command.current_dir(self.home.path());
        command
    }

    pub(super) fn run(&self, arguments: &[&str]) -> Ran {
        finish(self.command().args(arguments))
    }
}

/// A resolution of the Assembly in our own words.
pub(super) fn resolution(symbol: &str, body: &str) -> String {
    let year = if symbol.starts_with("A/RES/71") { 2017 } else { 2016 };
    format!(
        "{symbol}\n\nResolution adopted by the General Assembly on 3 May {year}\n\nThe sea\n\nThe General Assembly,\n\n{body}\n"
    )
}

/// The path as messages show it.
pub(super) fn told(path: &Path) -> String {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf()).to_str().unwrap().to_owned()
}

#[test]
fn the_status_says_how_much_there_is_and_in_which_folders() {
    let reader = Reader::with_library();
    let ran = reader.run(&["library"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(lines[0].starts_with("3 documents, ") && lines[0].ends_with(" paragraphs"), "{}", ran.out);
    assert_eq!(lines[1..], [format!("{}: 3 documents", told(&reader.texts()))]);
    let ran = reader.run(&["library", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((told["documents"].as_u64(), told["refused"].as_u64()), (Some(3), Some(0)));
    assert_eq!(told["folders"][0]["folder"].as_str(), Some(reader.texts().to_str().unwrap()));
    let ran = reader.run(&["library", "path"]);
    assert_eq!(ran.out, format!("{}\n{}\n", reader.index().display(), reader.list().display()));
}

#[test]
fn an_update_reads_what_is_new_or_changed_and_takes_out_what_is_gone() {
    let reader = Reader::with_library();
    assert_eq!(reader.run(&["library", "update"]).out, "3 documents in the library\n");
    reader.write("new.txt", &resolution("A/RES/71/903", "1. Decides to row."));
    reader.write("tides.txt", &resolution("A/RES/70/901", "1. Decides to stay ashore."));
    fs::remove_file(reader.texts().join("council.txt")).unwrap();
    let ran = reader.run(&["library", "update"]);
    assert_eq!((ran.status, ran.out.as_str()), (0, "3 documents in the library, 2 read now, 1 taken out\n"));
    assert_eq!(reader.run(&["search", "rowing"]).out, "A/RES/71/903 1: Decides to row.\n");
    assert_eq!(reader.run(&["search", "ashore"]).status, 0);
    let ran = reader.run(&["search", "sail"]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (1, "", ""));
}

#[test]
fn what_cannot_be_read_is_listed_with_its_reason() {
    let reader = Reader::new();
    reader.write("good.txt", &resolution("A/RES/70/901", "1. Decides to sail."));
    reader.write("broken.docx", "PK\u{3}\u{4} and no more");
    let ran = reader.run(&["library", "add", "texts"]);
    assert_eq!(
        (ran.status, ran.out.as_str()),
        (0, "1 document in the library, 1 read now, 1 not readable; `plenary library check` says why\n"),
        "{}",
        ran.err
    );
    let ran = reader.run(&["library", "check"]);
    assert_eq!((ran.status, ran.out.lines().count()), (0, 1), "{}", ran.out);
    let name = told(&reader.texts().join("broken.docx"));
    assert!(ran.out.starts_with(&format!("{name}: ")), "{}", ran.out);
    let ran = reader.run(&["library", "check", "--format", "csv"]);
    assert!(ran.out.starts_with(&format!("file,reason\r\n{name},")), "{}", ran.out);
    fs::remove_file(reader.texts().join("broken.docx")).unwrap();
    reader.run(&["library", "update"]);
    let ran = reader.run(&["library", "check"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""), "nothing is left to tell");
}

#[test]
fn a_folder_that_is_removed_is_forgotten_and_its_documents_with_it() {
    let reader = Reader::with_library();
    let ran = reader.run(&["library", "remove", "elsewhere"]);
    assert_eq!(ran.status, 2);
    assert_eq!(
        ran.err,
        "plenary: elsewhere: it is not one of the folders of the library; `plenary library` lists them\n"
    );
    let ran = reader.run(&["library", "remove", "texts"]);
    assert_eq!((ran.status, ran.out.as_str()), (0, "0 documents in the library, 3 taken out\n"));
    assert_eq!(reader.run(&["search", "sea"]).status, 1);
    assert_eq!(reader.run(&["library"]).out, "0 documents, 0 paragraphs\n");
}

#[test]
fn a_folder_that_is_not_there_is_not_remembered() {
    let reader = Reader::new();
    let ran = reader.run(&["library", "add", "nowhere"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.starts_with("plenary: nowhere: "), "{}", ran.err);
    assert!(!reader.list().exists());
}

#[test]
fn a_folder_that_is_away_keeps_its_documents_until_it_is_removed() {
    let reader = Reader::with_library();
    fs::rename(reader.texts(), reader.home.path().join("elsewhere")).unwrap();
    let ran = reader.run(&["library", "update"]);
    assert_eq!(ran.status, 2);
    assert_eq!(
        ran.err,
        format!(
            "plenary: {}: it cannot be listed, so its documents stay in the library as they were\n",
            reader.texts().display()
        )
    );
    assert_eq!(ran.out, "3 documents in the library\n");
    assert_eq!(reader.run(&["search", "sailing"]).status, 0);
}

#[test]
fn a_search_lists_paragraphs_and_filters_among_the_words_narrow_it() {
    let reader = Reader::with_library();
    let ran = reader.run(&["search", "reporting", "tides"]);
    assert_eq!(ran.out, "A/RES/70/901 1: Requests the Secretary-General to report on tides;\n");
    let ran = reader.run(&["search", "organ:sc decides"]);
    assert!(ran.out.starts_with("S/RES/2901 (2031) 1: Decides to remain at sea.\n"), "{}", ran.out);
    assert!(!ran.out.contains("A/RES/70/901"), "{}", ran.out);
    let ran = reader.run(&["search", "by:sg act:request", "--format", "json"]);
    let hits: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(hits.as_array().unwrap().len(), 1);
    let hit = &hits[0];
    assert_eq!((hit["symbol"].as_str(), hit["anchor"].as_str()), (Some("A/RES/70/901"), Some("op1")));
    assert_eq!(hit["file"].as_str(), Some(told(&reader.texts().join("tides.txt")).as_str()));
    let ran = reader.run(&["search", "submarine", "--format", "json"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, "[]\n"));
    assert_eq!(reader.run(&["search"]).status, 2, "there are no words");
}

#[test]
fn a_document_opens_by_its_number_and_a_paragraph_with_it() {
    let reader = Reader::with_library();
    for typed in [&["70/901"][..], &["a/res/70/901"], &["A/RES/70/901"]] {
        let ran = reader.run(typed);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{typed:?}");
        assert!(ran.out.contains("report on tides") && ran.out.contains("Decides to sail"), "{}", ran.out);
    }
    for typed in
        [&["70/901#op2"][..], &["70/901", "2"], &["70/901 2"], &["70/901", "op2"], &["70/901", "--at", "2"]]
    {
        let ran = reader.run(typed);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{typed:?}");
        assert!(!ran.out.contains("tides") && ran.out.contains("Decides to sail"), "{typed:?}: {}", ran.out);
    }
    assert!(reader.run(&["2901"]).out.contains("remain at sea"));
    let ran = reader.run(&["70/901", "71/902"]);
    assert!(ran.out.contains("tides") && ran.out.contains("paint their boats"), "{}", ran.out);
    let ran = reader.run(&["70/901#op9"]);
    assert_eq!(ran.status, 1, "{}", ran.err);
}

#[test]
fn a_file_of_that_name_comes_before_the_library() {
    let reader = Reader::with_library();
    fs::create_dir(reader.home.path().join("70")).unwrap();
    fs::write(reader.home.path().join("70/901"), resolution("A/RES/66/1", "1. Decides to be a file."))
        .unwrap();
    assert!(reader.run(&["70/901"]).out.contains("to be a file"));
}

#[test]
fn what_is_not_in_the_library_is_said_and_what_to_do_where_there_is_none() {
    let reader = Reader::new();
    let ran = reader.run(&["78/123"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert_eq!(
        ran.err,
        "plenary: 78/123: no file has that name, and there is no library; `plenary library add FOLDER` makes one, in \
         which documents open by number\n"
    );
    let ran = reader.run(&["search", "sea"]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.err.ends_with("no library is there; `plenary library add FOLDER` makes one\n"),
        "{}",
        ran.err
    );
    let ran = reader.run(&["library"]);
    assert_eq!(ran.status, 2, "{}", ran.out);
    let reader = Reader::with_library();
    let ran = reader.run(&["78/123"]);
    assert_eq!(ran.status, 1, "it was understood, and is not there");
    assert_eq!(
        ran.err,
        format!(
            "plenary: 78/123: no file has that name, and the library in {} has no such document\n",
            reader.index().display()
        )
    );
}

#[test]
fn a_file_that_has_vanished_since_it_was_indexed_is_said_to_be_gone() {
    let reader = Reader::with_library();
    fs::remove_file(reader.texts().join("tides.txt")).unwrap();
    assert_eq!(reader.run(&["search", "sail"]).status, 0, "its words are still known");
    let ran = reader.run(&["70/901"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("tides.txt: ") && ran.err.lines().count() == 1, "{}", ran.err);
}

#[test]
fn a_library_in_a_folder_of_its_own_is_apart_from_that_of_the_reader() {
    let reader = Reader::with_library();
    let other = tempfile::tempdir().unwrap();
    fs::create_dir(reader.home.path().join("more")).unwrap();
    fs::write(reader.home.path().join("more/x.txt"), resolution("A/RES/71/955", "1. Decides to fly."))
        .unwrap();
    let folder = other.path().to_str().unwrap();
    let ran = reader.run(&["--library", folder, "library", "add", "more"]);
    assert_eq!((ran.status, ran.out.as_str()), (0, "1 document in the library, 1 read now\n"), "{}", ran.err);
    assert_eq!(reader.run(&["--library", folder, "search", "fly"]).out, "A/RES/71/955 1: Decides to fly.\n");
    assert_eq!(reader.run(&["search", "fly"]).status, 1);
    assert!(reader.run(&["--library", folder, "71/955"]).out.contains("to fly"));
    assert!(other.path().join("library.toml").is_file(), "its list lies beside it");
}

#[test]
fn documents_in_archives_are_in_the_library_and_open_by_number() {
    use std::io::Write as _;
    let reader = Reader::new();
    let file = fs::File::create(reader.texts().join("session.zip")).unwrap();
    let mut zip = zip::ZipWriter::new(file);
    for (name, symbol, words) in
        [("a.txt", "A/RES/70/911", "to swim"), ("below/b.txt", "A/RES/70/912", "to dive")]
    {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(resolution(symbol, &format!("1. Decides {words}.")).as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    let ran = reader.run(&["library", "add", "texts"]);
    assert_eq!(ran.out, "2 documents in the library, 2 read now\n", "{}", ran.err);
    assert!(reader.run(&["70/912"]).out.contains("to dive"));
    assert_eq!(reader.run(&["search", "swimming"]).out, "A/RES/70/911 1: Decides to swim.\n");
}
