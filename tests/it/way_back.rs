//! The way back and forward, within a document and across documents: keys in, frames out.

use crate::harness::Harness;
use plenary::internals::Settings;
use std::path::PathBuf;

/// A resolution of eight paragraphs.
const ROWING: &str = "The General Assembly,\n\n1. Decides to row;\n\n2. Decides to rest;\n\n3. Asks for oars;\n\n\
                      4. Asks for boats;\n\n5. Asks for a lake;\n\n6. Asks for a quay;\n\n7. Asks for tea;\n\n\
                      8. Decides to go home.\n";
const SAILING: &str =
    "The General Assembly,\n\n1. Decides to sail;\n\n2. Asks for wind;\n\n3. Asks for sails.\n";

struct Shelf {
    folder: tempfile::TempDir,
    reader: Harness,
}

impl Shelf {
    /// A reader of the text that rows, with the one that sails second on the list.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let paths = ["row.txt", "sail.txt"].map(|name| folder.path().join(name));
        std::fs::write(&paths[0], ROWING).unwrap();
        std::fs::write(&paths[1], SAILING).unwrap();
        let names = paths.each_ref().map(|path| path.to_str().unwrap());
        let reader = Harness::shelf(Settings { colour: false, ..Settings::default() }, &names);
        Self { folder, reader }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn press(&mut self, keys: &str) {
        self.reader.press(keys);
    }

    /// Presses a key and asserts what the status line then begins with.
    fn leads(&mut self, key: &str, to: &str) {
        self.press(key);
        let status = self.reader.status();
        assert!(status.trim_start().starts_with(to), "{key} leads to {status:?}, not to {to}");
    }
}

#[test]
fn the_way_back_goes_on_in_the_document_that_it_leads_back_to() {
    let mut shelf = Shelf::new();
    shelf.press("7 Enter 4 Enter D Down Enter 3 Enter");
    shelf.leads("Ctrl-L", "sail.txt  para. 3");
    shelf.leads("Backspace", "sail.txt");
    shelf.leads("Backspace", "row.txt  para. 4");
    shelf.leads("Backspace", "row.txt  para. 7");
    shelf.leads("Backspace", "row.txt");
    shelf.leads("Backspace", "nowhere to go back to");
    // The way forward is the same one.
    shelf.leads("Alt-Right", "row.txt  para. 7");
    shelf.leads("Alt-Right", "row.txt  para. 4");
    shelf.leads("Alt-Right", "sail.txt");
    shelf.leads("Alt-Right", "sail.txt  para. 3");
    shelf.leads("Alt-Right", "nowhere to go forward to");
    shelf.leads("Backspace", "sail.txt");
    shelf.leads("Backspace", "row.txt  para. 4");
}

#[test]
fn going_elsewhere_after_going_back_ends_the_way_forward() {
    let mut shelf = Shelf::new();
    shelf.press("7 Enter D Down Enter Backspace");
    shelf.leads("Ctrl-L", "row.txt  para. 7");
    shelf.press("2 Enter");
    shelf.leads("Alt-Right", "nowhere to go forward to");
    shelf.leads("Backspace", "row.txt  para. 7");
}

#[test]
fn coming_back_shows_exactly_what_was_left() {
    let mut shelf = Shelf::new();
    shelf.reader.resize(60, 6);
    shelf.press("Space j");
    let left = shelf.reader.frame();
    shelf.press("D Down Enter 2 Enter Backspace Backspace");
    assert_eq!(shelf.reader.frame(), left);
}

#[test]
fn a_paragraph_that_is_gone_from_the_file_is_passed_over_on_the_way_back() {
    let mut shelf = Shelf::new();
    shelf.press("2 Enter 7 Enter 4 Enter D Down Enter");
    std::fs::write(shelf.path("row.txt"), ROWING.replace("7. Asks for tea;\n\n", "")).unwrap();
    shelf.leads("Backspace", "row.txt  para. 4");
    shelf.leads("Backspace", "row.txt  para. 2");
}

#[test]
fn a_document_that_cannot_be_opened_leaves_no_place_on_the_way_back() {
    let mut shelf = Shelf::new();
    std::fs::remove_file(shelf.path("sail.txt")).unwrap();
    shelf.press("7 Enter D Down Enter");
    assert!(shelf.reader.frame().contains("sail.txt"), "the failure is told of");
    shelf.press("Esc");
    shelf.leads("Backspace", "row.txt  ");
    shelf.leads("Backspace", "nowhere to go back to");
}
