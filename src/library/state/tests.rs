//! The state survives sessions, and no state file can do harm.

use super::*;
use crate::document::Builder;
use std::fs;

fn key(symbol: &str) -> DocumentKey {
    let mut builder = Builder::new();
    builder.masthead_mut().symbol = Some(symbol.to_owned());
    DocumentKey::of(&builder.finish(), &Source::Stdin).unwrap()
}

fn place(anchor: &str, row: u32) -> SavedPlace {
    SavedPlace::new(anchor.into(), row)
}

#[test]
fn places_marks_and_the_last_document_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("deep/plenary");
    let a = key("A/RES/1/1");
    let mut state = State::load_from(&home, &Door::free());
    assert_eq!(state.place(&a), None);
    state.set_place(&a, place("op7", 2));
    state.set_mark(&a, 'q', place("pp3", 0));
    state.set_mark(&a, 'Q', place("pp4", 0));
    state.set_last(a.clone(), &Source::Stdin);
    state.save();
    assert_eq!(state.take_notice(), None);
    let again = State::load_from(&home, &Door::free());
    assert_eq!(again.place(&a), Some(&place("op7", 2)));
    assert_eq!(again.marks(&a).collect::<Vec<_>>(), [('q', &place("pp3", 0))]);
    assert_eq!(again.last().unwrap().key, a);
    assert_eq!(fs::read_dir(&home).unwrap().count(), 2, "the file and the lock, no temporary file");
}

#[test]
fn the_documents_that_were_read_last_are_told_by_their_symbols_the_latest_first() {
    let folder = tempfile::tempdir().unwrap();
    let seen = |symbol: &str, seen: u64| format!(r#""{symbol}": {{"seen": {seen}, "place": null}}"#);
    let documents = [seen("A/RES/1/1 en", 5), seen("/home/x/notes.txt", 9), seen("S/RES/2901 (2031) ", 7)];
    let text = format!(r#"{{"version": 1, "last": null, "documents": {{{}}}}}"#, documents.join(","));
    fs::write(folder.path().join("state.json"), text).unwrap();
    let state = State::load_from(folder.path(), &Door::free());
    let read: Vec<_> = state.read_last(8).into_iter().map(|read| (read.symbol, read.language)).collect();
    let en = Some(crate::lang::Language::En);
    assert_eq!(read, [("S/RES/2901 (2031)".to_owned(), None), ("A/RES/1/1".to_owned(), en)]);
}

#[test]
fn two_sessions_keep_each_others_changes() {
    let folder = tempfile::tempdir().unwrap();
    let (a, b) = (key("A/RES/1/1"), key("A/RES/2/2"));
    let mut one = State::load_from(folder.path(), &Door::free());
    let mut two = State::load_from(folder.path(), &Door::free());
    one.set_place(&a, place("op1", 0));
    two.set_place(&b, place("op2", 0));
    two.set_mark(&a, 'm', place("op9", 0));
    one.save();
    two.save();
    let both = State::load_from(folder.path(), &Door::free());
    assert_eq!(both.place(&a), Some(&place("op1", 0)));
    assert_eq!(both.place(&b), Some(&place("op2", 0)));
    assert_eq!(both.marks(&a).collect::<Vec<_>>(), [('m', &place("op9", 0))]);
}

#[test]
fn sessions_that_end_at_the_same_time_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        for session in 0..8 {
            let home = folder.path();
            scope.spawn(move || {
                let mut state = State::load_from(home, &Door::free());
                state.set_mark(&key("A/RES/1/1"), char::from(b'a' + session), place("op1", 0));
                state.save();
            });
        }
    });
    assert_eq!(State::load_from(folder.path(), &Door::free()).marks(&key("A/RES/1/1")).count(), 8);
}

#[test]
fn documents_read_longest_ago_are_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = State::load_from(folder.path(), &Door::free());
    for number in 0..MOST_DOCUMENTS + 50 {
        state.set_place(&key(&format!("A/RES/{number}")), place("op1", 0));
    }
    state.save();
    let mut state = State::load_from(folder.path(), &Door::free());
    assert_eq!(state.remembered.documents.len(), MOST_DOCUMENTS);
    let new = key("S/RES/1");
    state.set_place(&new, place("op1", 0));
    for entry in state.remembered.documents.values_mut() {
        entry.seen += 1;
    }
    state.save();
    assert!(State::load_from(folder.path(), &Door::free()).place(&new).is_some());
}

#[test]
fn a_corrupt_file_is_put_aside_and_reported_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    for corrupt in ["", "{\"version\":1,\"documents\":{", "[]", "\0\0\0", "{\"documents\":{\"a\":3}}"] {
        fs::write(&file, corrupt).unwrap();
        let mut state = State::load_from(folder.path(), &Door::free());
        assert!(state.take_notice().unwrap().contains("damaged"), "{corrupt:?}");
        assert_eq!(state.take_notice(), None);
        state.set_place(&key("A/RES/1/1"), place("op1", 0));
        state.save();
        assert_eq!(state.take_notice(), None);
        assert_eq!(fs::read_to_string(folder.path().join("state.json.bad")).unwrap(), corrupt);
        assert!(State::load_from(folder.path(), &Door::free()).place(&key("A/RES/1/1")).is_some());
    }
}

#[test]
fn a_file_of_a_newer_version_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    fs::write(&file, "{\"version\":2,\"new\":[]}").unwrap();
    let mut state = State::load_from(folder.path(), &Door::free());
    assert!(state.take_notice().unwrap().contains("newer"));
    state.set_place(&key("A/RES/1/1"), place("op1", 0));
    state.save();
    assert_eq!(fs::read_to_string(&file).unwrap(), "{\"version\":2,\"new\":[]}");
}

#[test]
fn a_folder_that_cannot_be_written_becomes_a_notice() {
    let folder = tempfile::tempdir().unwrap();
    let blocked = folder.path().join("file");
    fs::write(&blocked, "").unwrap();
    let mut state = State::load_from(&blocked.join("plenary"), &Door::free());
    state.set_place(&key("A/RES/1/1"), place("op1", 0));
    state.save();
    assert!(state.take_notice().unwrap().starts_with("your place was not saved: "));
    assert_eq!(state.place(&key("A/RES/1/1")), Some(&place("op1", 0)), "it holds for this session");
}

#[test]
fn nothing_is_written_when_the_state_is_off() {
    let mut state = State::off();
    state.set_mark(&key("A/RES/1/1"), 'a', place("op1", 0));
    state.save();
    assert!(state.marks(&key("A/RES/1/1")).count() == 1 && state.take_notice().is_none());
}

#[test]
fn a_text_without_symbol_is_known_by_its_path_and_standard_input_by_nothing() {
    let document = Builder::new().finish();
    assert_eq!(DocumentKey::of(&document, &Source::Stdin), None);
    let file = tempfile::NamedTempFile::new().unwrap();
    let key = DocumentKey::of(&document, &Source::File(file.path().to_path_buf())).unwrap();
    assert!(key.0.ends_with(file.path().file_name().unwrap().to_str().unwrap()));
}
