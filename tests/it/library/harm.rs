//! A library that is damaged, foreign, read-only, or built twice at once: it is said in a sentence, and nothing is lost.

use super::{Reader, resolution, told};
use std::fs;
use std::path::PathBuf;

/// The folder of the index's version, and that of the generation that is read.
fn generation(reader: &Reader) -> (PathBuf, PathBuf) {
    let all: Vec<PathBuf> =
        fs::read_dir(reader.index()).unwrap().map(|entry| entry.unwrap().path()).collect();
    let [versioned] = all.as_slice() else { panic!("{all:?}") };
    let current = fs::read_to_string(versioned.join("current")).unwrap();
    (versioned.clone(), versioned.join(current.trim()))
}

/// Asserts that a search says in one sentence that the library is damaged, and that building it again mends it.
#[track_caller]
fn damaged_until_rebuilt(reader: &Reader) {
    for asked in [&["search", "sail"][..], &["library"], &["70/901"]] {
        let ran = reader.run(asked);
        assert_eq!(
            (ran.status, ran.out.as_str(), ran.err.lines().count()),
            (2, "", 1),
            "{asked:?}: {}",
            ran.err
        );
        let index = reader.index().display().to_string();
        assert!(ran.err.starts_with(&format!("plenary: {index}: this library is damaged (")), "{}", ran.err);
        assert!(ran.err.ends_with("); `plenary library rebuild` makes it again\n"), "{}", ran.err);
    }
    let ran = reader.run(&["library", "rebuild"]);
    assert_eq!(
        (ran.status, ran.out.as_str()),
        (0, "3 documents in the library, 3 read now\n"),
        "{}",
        ran.err
    );
    assert_eq!(reader.run(&["search", "sail"]).out, "A/RES/70/901 2: Decides to sail.\n");
}

#[test]
fn an_index_that_was_deleted_is_made_again_from_the_list() {
    let reader = Reader::with_library();
    fs::remove_dir_all(reader.index()).unwrap();
    let ran = reader.run(&["search", "sail"]);
    assert_eq!(ran.status, 2);
    let ran = reader.run(&["library", "update"]);
    assert_eq!(
        (ran.status, ran.out.as_str()),
        (0, "3 documents in the library, 3 read now\n"),
        "{}",
        ran.err
    );
}

#[test]
fn a_name_of_no_generation_is_damage() {
    let reader = Reader::with_library();
    fs::write(generation(&reader).0.join("current"), "rubbish\n").unwrap();
    damaged_until_rebuilt(&reader);
}

#[test]
fn a_generation_that_is_not_there_is_damage() {
    let reader = Reader::with_library();
    fs::remove_dir_all(generation(&reader).1).unwrap();
    damaged_until_rebuilt(&reader);
}

#[test]
fn a_cut_file_of_the_search_engine_is_damage() {
    let reader = Reader::with_library();
    let meta = generation(&reader).1.join("meta.json");
    let bytes = fs::read(&meta).unwrap();
    fs::write(&meta, &bytes[..bytes.len() / 2]).unwrap();
    damaged_until_rebuilt(&reader);
}

#[test]
fn a_missing_file_of_the_search_engine_is_damage() {
    let reader = Reader::with_library();
    for entry in fs::read_dir(generation(&reader).1).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "store" || ending == "term") {
            fs::remove_file(path).unwrap();
        }
    }
    damaged_until_rebuilt(&reader);
}

#[test]
fn a_library_of_another_version_is_left_alone_and_one_of_this_version_made_beside() {
    let reader = Reader::with_library();
    let (versioned, _) = generation(&reader);
    let other = reader.index().join("9999");
    fs::rename(&versioned, &other).unwrap();
    let ran = reader.run(&["search", "sail"]);
    assert_eq!((ran.status, ran.err.lines().count()), (2, 1), "{}", ran.err);
    assert!(ran.err.contains("this library was made by another version of plenary"), "{}", ran.err);
    assert_eq!(reader.run(&["library", "update"]).out, "3 documents in the library, 3 read now\n");
    assert_eq!(reader.run(&["search", "sail"]).status, 0);
    assert!(other.join("current").is_file());
}

#[test]
fn where_a_first_build_came_to_nothing_there_is_no_library() {
    let reader = Reader::with_library();
    fs::remove_file(generation(&reader).0.join("current")).unwrap();
    let ran = reader.run(&["search", "sail"]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.err.ends_with("no library is there; `plenary library add FOLDER` makes one\n"),
        "{}",
        ran.err
    );
    assert_eq!(reader.run(&["library", "update"]).out, "3 documents in the library, 3 read now\n");
}

#[test]
fn a_list_that_is_none_is_said_to_be_and_not_written_over() {
    let reader = Reader::with_library();
    fs::write(reader.list(), "folders = [unfinished").unwrap();
    for asked in [&["library", "update"][..], &["library", "add", "texts"], &["library"]] {
        let ran = reader.run(asked);
        assert_eq!((ran.status, ran.err.lines().count()), (2, 1), "{asked:?}: {}", ran.err);
        assert!(ran.err.contains("it is not a list of folders ("), "{}", ran.err);
    }
    assert_eq!(fs::read_to_string(reader.list()).unwrap(), "folders = [unfinished");
    assert_eq!(reader.run(&["search", "sail"]).status, 0, "what is indexed is still found");
}

#[test]
fn where_the_index_cannot_be_written_it_is_said_and_the_old_one_serves() {
    let reader = Reader::with_library();
    // A file where a folder must be: that fails for the superuser too.
    let building = generation(&reader).0.join("building");
    fs::write(&building, "in the way").unwrap();
    reader.write("new.txt", &resolution("A/RES/71/903", "1. Decides to row."));
    let ran = reader.run(&["library", "update"]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.lines().count()), (2, "", 1), "{}", ran.err);
    assert!(ran.err.contains("it cannot be written ("), "{}", ran.err);
    assert_eq!(reader.run(&["search", "sail"]).status, 0);
    fs::remove_file(building).unwrap();
    assert_eq!(reader.run(&["library", "update"]).out, "4 documents in the library, 1 read now\n");
}

#[test]
fn a_changed_file_of_the_search_engine_is_found_by_check() {
    let reader = Reader::with_library();
    let ran = reader.run(&["library", "check"]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (1, "", ""), "all is as it was written");
    let files = fs::read_dir(generation(&reader).1).unwrap().map(|entry| entry.unwrap().path());
    let mut files = files;
    let store = files.find(|path| path.extension().is_some_and(|ending| ending == "store")).unwrap();
    let mut bytes = fs::read(&store).unwrap();
    bytes[10] ^= 1;
    fs::write(&store, bytes).unwrap();
    let ran = reader.run(&["library", "check"]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.lines().count()), (2, "", 1), "{}", ran.err);
    assert!(ran.err.contains("this library is damaged ("), "{}", ran.err);
    assert!(ran.err.contains(".store was changed); `plenary library rebuild` makes it again"), "{}", ran.err);
}

#[test]
fn whichever_byte_of_the_index_is_changed_there_is_an_answer_or_a_sentence() {
    let reader = Reader::with_library();
    let files = fs::read_dir(generation(&reader).1).unwrap().map(|entry| entry.unwrap().path());
    let mut damaged = 0;
    for file in files {
        let whole = fs::read(&file).unwrap();
        for at in [0, 7, whole.len() / 3, whole.len() / 2, whole.len().saturating_sub(9)] {
            let mut bytes = whole.clone();
            let Some(byte) = bytes.get_mut(at) else { continue };
            *byte ^= 0x5a;
            fs::write(&file, bytes).unwrap();
            for asked in [&["search", "sail"][..], &["cites", "71/901"], &["show", "71/901"]] {
                let ran = reader.run(asked);
                let place = format!("{}: byte {at}: {asked:?}: {}", file.display(), ran.err);
                assert!((0..=2).contains(&ran.status) && ran.err.lines().count() <= 1, "{place}");
                damaged += usize::from(ran.err.contains("`plenary library rebuild` makes it again"));
            }
        }
        fs::write(&file, whole).unwrap();
    }
    assert!(damaged > 10, "{damaged}");
    assert_eq!(reader.run(&["search", "sail"]).status, 0, "all is as it was written again");
}

#[test]
fn a_document_whose_words_and_markup_have_different_symbols_is_told_and_found_by_both() {
    let reader = Reader::new();
    let sample = include_str!("../../../sample-docs/A_RES_95_73.en.xml");
    let work = "<FRBRWork><FRBRthis value=\"/akn/un/statement/deliberation/unga/2040-12-30/95-37/!main/\" />\
                <FRBRuri value=\"/akn/un/statement/deliberation/unga/2040-12-30/95-37/\" /></FRBRWork>\
                <FRBRExpression>";
    reader.write("a.xml", &sample.replacen("<FRBRExpression>", work, 1));
    reader.run(&["library", "add", "texts"]);
    let ran = reader.run(&["library", "check"]);
    let said = format!(
        "{}: its words and its markup disagree; it is found as A/RES/95/73 and as A/RES/95/37\n",
        told(&reader.texts().join("a.xml"))
    );
    assert_eq!((ran.status, ran.out), (0, said), "{}", ran.err);
    for typed in ["95/73", "95/37"] {
        assert_eq!(reader.run(&[typed]).status, 0, "{typed}");
    }
}
