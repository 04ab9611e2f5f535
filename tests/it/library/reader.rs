//! The library in the reader: what is neither open nor beside the open document is found there.

use crate::harness::{Harness, parse};
use crate::support::{finish, plenary};
use plenary::document::Language;
use plenary::internals::Settings;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// A library in a folder, the files of which lie in a folder beside it.
pub(crate) struct Stock(TempDir);

const FILES: [(&str, &str); 4] = [
    (
        "oars.txt",
        "A/RES/94/31\n\nGeneral Assembly\n\n94/31. Oars\n\nThe General Assembly,\n\n1. Decides that oars are long;\n\n2. Decides that oars are light;\n\n3. Requests more oars.\n",
    ),
    (
        "rames.txt",
        "A/RES/94/31\n\nAssemblée générale\n\n94/31. Rames\n\nL’Assemblée générale,\n\n1. Décide que les rames sont longues ;\n\n2. Décide que les rames sont légères ;\n\n3. Demande davantage de rames.\n",
    ),
    (
        "lakes.txt",
        "A/RES/93/5\n\nGeneral Assembly\n\n93/5. Lakes\n\nThe General Assembly,\n\nRecalling its resolution 94/31,\n\n1. Decides to swim in lakes;\n\n2. Requests the Secretary-General to report on the depth of lakes.\n",
    ),
    (
        "sea.txt",
        "S/RES/2901 (2031)\n\nThe Security Council,\n\nRecalling resolution 93/5 of the General Assembly,\n\n1. Decides to remain at sea.\n",
    ),
];

/// What is open in front of the library.
const OPEN: &str = "A/RES/95/7\n\nGeneral Assembly\n\n95/7. Rivers\n\nThe General Assembly,\n\n1. Decides to row;\n\n2. Recalls paragraph 2 of its resolution 94/31;\n\n3. Recalls its resolution 88/888.\n";

impl Stock {
    pub(crate) fn new() -> Self {
        let stock = Self(tempfile::tempdir().unwrap());
        fs::create_dir(stock.files()).unwrap();
        for (name, text) in FILES {
            fs::write(stock.files().join(name), text).unwrap();
        }
        stock.add();
        stock
    }

    fn add(&self) {
        let mut command = plenary();
        command.arg("--library").arg(self.folder()).args(["library", "add"]).arg(self.files());
        let ran = finish(&mut command);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{}", ran.out);
    }

    /// Adds a file, and brings the library up to date.
    pub(crate) fn put(&self, name: &str, text: &str) {
        fs::write(self.files().join(name), text).unwrap();
        self.add();
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.0.path().join("library")
    }

    pub(crate) fn files(&self) -> PathBuf {
        self.0.path().join("files")
    }

    /// A reader with a document open that is not in the library.
    pub(crate) fn reader(&self) -> Harness {
        self.open(OPEN)
    }

    /// A reader with a text open.
    pub(crate) fn open(&self, text: &str) -> Harness {
        let settings = Settings { colour: false, ..Settings::default() };
        let mut reader = Harness::with(settings, "rivers.txt", parse(text));
        reader.consult(&self.folder());
        reader
    }
}

#[track_caller]
pub(crate) fn leads(reader: &mut Harness, to: &str) {
    let status = reader.status();
    assert!(status.trim_start().starts_with(to), "it leads to {status:?}, not to {to}");
}

#[test]
fn what_is_typed_as_a_symbol_opens_from_the_library_at_its_paragraph() {
    let stock = Stock::new();
    let mut reader = stock.reader().keys(":").type_in("94/31 2").keys("Enter");
    leads(&mut reader, "A/RES/94/31  para. 2");
    assert!(reader.frame().contains("oars are light"), "in the language that was read");
}

#[test]
fn a_reference_opens_from_the_library_and_what_it_lacks_is_still_looked_for() {
    let stock = Stock::new();
    let mut reader = stock.reader().keys("2 Enter Enter Enter");
    leads(&mut reader, "A/RES/94/31  para. 2");
    let mut reader = stock.reader().keys("3 Enter Enter Enter");
    leads(&mut reader, "A/RES/88/888 is not among the open documents");
}

#[test]
fn the_same_document_in_another_language_comes_from_the_library() {
    let stock = Stock::new();
    let mut reader = stock.reader().keys(":").type_in("94/31 2").keys("Enter L");
    assert!(reader.frame().contains("les rames sont légères"), "{}", reader.frame());
    leads(&mut reader, "A/RES/94/31  para. 2");
}

#[test]
fn what_was_added_to_the_library_meanwhile_is_found() {
    let stock = Stock::new();
    let mut reader = stock.reader().keys(":").type_in("92/4").keys("Enter");
    leads(&mut reader, "A/RES/92/4 is not among the open documents");
    let text =
        "A/RES/92/4\n\nGeneral Assembly\n\n92/4. Ponds\n\nThe General Assembly,\n\n1. Decides to fish.\n";
    stock.put("ponds.txt", text);
    let mut reader = reader.keys(":").type_in("92/4").keys("Enter");
    leads(&mut reader, "A/RES/92/4");
    assert!(reader.frame().contains("Decides to fish"));
}

#[test]
fn a_restricted_session_opens_from_the_library_that_was_named_only_what_it_may() {
    let stock = Stock::new();
    let open = stock.0.path().join("rivers.txt");
    fs::write(&open, OPEN).unwrap();
    let said = |arguments: &[&str], lines: &str| {
        let mut command = plenary();
        command.args(arguments).arg("--library").arg(stock.folder()).args(["--linear", "--no-state"]);
        finish(command.arg(&open).write_stdin(lines.to_owned())).out
    };
    let free = said(&[], ":94/31 2\n");
    assert!(free.contains("oars are light"), "{free}");
    let fenced = said(&["--restricted"], ":94/31 2\n");
    assert!(
        !fenced.contains("oars are light") && fenced.contains("is not among the open documents"),
        "{fenced}"
    );
}

#[test]
fn the_box_lists_documents_by_their_numbers_as_they_are_typed_and_opens_one_at_a_paragraph() {
    let stock = Stock::new();
    let mut reader = stock.reader().keys("D").type_in("94/3");
    assert!(reader.frame().contains("A/RES/94/31") && reader.frame().contains("Oars"), "{}", reader.frame());
    let mut reader = reader.type_in("1 2").keys("Enter");
    leads(&mut reader, "A/RES/94/31  para. 2");
    let mut reader = stock.reader().keys("D").type_in("2901").keys("Enter");
    leads(&mut reader, "S/RES/2901 (2031)");
}

#[test]
fn words_in_the_box_find_paragraphs_which_open_with_the_words_marked() {
    let stock = Stock::new();
    let mut reader = stock.reader().keys("D").type_in("depth lak");
    let frame = reader.frame();
    assert!(
        frame.contains("A/RES/93/5 2  Requests") && frame.contains("report on the depth of lakes"),
        "{frame}"
    );
    reader.press("Enter");
    leads(&mut reader, "A/RES/93/5  para. 2");
    let row = reader.frame().lines().position(|line| line.contains("depth of lakes")).unwrap();
    let styles = reader.styles();
    let marked = styles.lines().nth(row).unwrap();
    assert!(marked.contains('r') || marked.contains('u'), "{marked}");
}

#[test]
fn filters_in_the_box_are_completed_and_narrow_the_list() {
    let stock = Stock::new();
    let mut reader = stock.reader().keys("D").type_in("organ:s");
    let frame = reader.frame();
    assert!(
        frame.contains("organ:sc") && frame.contains("Security Council") && !frame.contains("organ:ga"),
        "{frame}"
    );
    reader.press("Tab");
    let frame = reader.frame();
    assert!(frame.contains("library: organ:sc") && frame.contains("S/RES/2901 (2031)"), "{frame}");
    assert!(!frame.contains("A/RES/94"), "only the Council: {frame}");
    reader.press("Ctrl-U Tab");
    assert!(reader.frame().contains("who adopted it"), "{}", reader.frame());
    reader.press("Enter");
    assert!(reader.frame().contains("library: organ:"), "{}", reader.frame());
    let mut reader = stock.reader().keys("D").type_in("oars se").keys("Tab");
    assert!(!reader.frame().contains("who adopted it"), "{}", reader.frame());
    reader.press("Tab");
    assert!(reader.frame().contains("library: oars session:"), "{}", reader.frame());
}

#[test]
fn before_anything_is_typed_the_box_lists_what_is_open_and_what_there_is_to_browse() {
    let stock = Stock::new();
    let mut reader = stock.reader().keys("D");
    let frame = reader.frame();
    assert!(
        frame.contains("A/RES/95/7") && frame.contains("4 documents") && frame.contains("General Assembly"),
        "{frame}"
    );
    reader.press("Down Enter");
    let frame = reader.frame();
    assert!(frame.contains("library: organ:ga") && frame.contains("A/RES/93/5"), "{frame}");
    reader.press("Esc");
    leads(&mut reader, "A/RES/95/7");
}

#[test]
fn what_was_opened_from_the_box_leads_back_to_what_was_listed_there() {
    let stock = Stock::new();
    let mut reader =
        stock.reader().keys("D").type_in("2901").keys("Enter D").type_in("decides").keys("Down Enter");
    let opened = reader.status();
    reader.press("Backspace");
    leads(&mut reader, "S/RES/2901 (2031)");
    reader.press("D");
    let frame = reader.frame();
    assert!(frame.contains("library: decides") && frame.contains("2/"), "{frame}");
    reader.press("Enter");
    assert_eq!(reader.status(), opened, "the same one is selected");
    let mut reader = reader.keys("D").type_in("93/5");
    assert!(reader.frame().contains("library: 93/5"), "the first letter begins anew: {}", reader.frame());
    reader.press("Esc D");
    assert!(reader.frame().contains("General Assembly"), "{}", reader.frame());
}

#[test]
fn below_a_document_that_was_typed_stands_who_cites_it_and_a_number_of_other_things_is_words() {
    let stock = Stock::new();
    let mut reader = stock.reader().keys("D").type_in("94/31");
    let frame = reader.frame();
    assert!(frame.contains("who cites it") && frame.contains("A/RES/93/5 "), "{frame}");
    let mut reader = stock.reader().keys("D").type_in("1 depth of lakes");
    assert!(reader.frame().contains("report on the depth of lakes"), "{}", reader.frame());
}

#[test]
fn a_paragraph_is_listed_once_however_many_languages_it_is_there_in() {
    let stock = Stock::new();
    let mut reader = stock.reader().keys("D").type_in("act:decide organ:ga ");
    let frame = reader.frame();
    assert_eq!(frame.matches("A/RES/94/31 1").count(), 1, "{frame}");
    assert!(frame.contains("oars are long") && !frame.contains("rames"), "{frame}");
}

#[test]
fn next_goes_on_in_the_document_to_the_words_that_were_looked_for() {
    let stock = Stock::new();
    let mut reader =
        stock.reader().keys("D").type_in("94/31 1").keys("Enter D").type_in("oars decides").keys("Enter");
    let first = reader.status();
    assert!(first.contains("A/RES/94/31"), "{first}");
    reader.press("n");
    assert!(reader.frame().contains("oars") && reader.status().contains("A/RES/94/31"), "{}", reader.frame());
}

#[test]
fn the_box_is_usable_on_a_small_screen_and_from_right_to_left() {
    let stock = Stock::new();
    let mut reader = stock.reader().size(50, 14).keys("D").type_in("oars");
    assert!(reader.frame().contains("oars are long"), "{}", reader.frame());
    let arabic = Settings { locale: Language::Ar, colour: false, ..Settings::default() };
    let mut reader = Harness::with(arabic, "rivers.txt", parse(OPEN));
    reader.consult(&stock.folder());
    let mut reader = reader.keys("D").type_in("94/31").keys("Enter");
    assert!(reader.status().contains("A/RES/94/31"), "{}", reader.status());
}

#[test]
fn a_saved_search_is_listed_with_what_is_new_and_can_be_forgotten() {
    let stock = Stock::new();
    let mut reader = stock.reader().keys("D").type_in("decides").keys("Ctrl-S");
    leads(&mut reader, "saved: D lists it");
    reader.press("Esc D");
    let frame = reader.frame();
    let row = frame.lines().find(|line| line.contains("decides")).unwrap_or(&frame);
    assert!(frame.contains("saved searches") && row.trim_end().ends_with(" 5"), "{frame}");
    let text =
        "A/RES/92/4\n\nGeneral Assembly\n\n92/4. Ponds\n\nThe General Assembly,\n\n1. Decides to fish.\n";
    fs::write(stock.files().join("ponds.txt"), text).unwrap();
    stock.add();
    reader.press("Esc D");
    assert!(reader.frame().contains(" 6  1 new"), "{}", reader.frame());
    reader.press("Down Enter");
    assert!(reader.frame().contains("library: decides") && reader.frame().contains("Decides to fish"));
    reader.press("Ctrl-U");
    assert!(reader.frame().contains("decides") && !reader.frame().contains("1 new"), "{}", reader.frame());
    let mut later = stock.reader().keys("D");
    assert!(later.frame().contains("decides"), "another session has it too: {}", later.frame());
    later.press("Down Ctrl-X");
    leads(&mut later, "no longer saved");
    assert!(!later.frame().contains("saved searches"), "{}", later.frame());
    later.press("Ctrl-X");
    leads(&mut later, "nothing is selected that was saved");
}

#[test]
fn a_line_of_the_line_mode_looks_in_the_library() {
    let stock = Stock::new();
    let open = stock.0.path().join("rivers.txt");
    fs::write(&open, OPEN).unwrap();
    let said = |lines: &str| {
        let mut command = plenary();
        command.arg("--library").arg(stock.folder()).args(["--linear", "--no-state"]).arg(&open);
        finish(command.write_stdin(lines.to_owned())).out
    };
    let out = said("D depth lakes\n1\n");
    assert!(
        out.contains("1. A/RES/93/5 2: ") && out.contains("Requests the Secretary-General to report"),
        "{out}"
    );
    let out = said("D 94/31 2\n1\n");
    assert!(out.contains("oars are light"), "{out}");
    let out = said("D zebra\n");
    assert!(out.contains("nothing in the library"), "{out}");
    assert!(said("D\n").contains("D by:sg due:GA81"), "it says how");
}

#[test]
fn the_next_match_of_words_from_the_box_is_in_the_next_paragraph_that_has_all_of_them() {
    let stock = Stock::new();
    stock.put(
        "ferries.txt",
        "A/RES/93/61\n\nResolution adopted by the General Assembly on 4 May 2039\n\nFerries\n\nThe General Assembly,\n\n\
         1. Requests ferries with lanterns, and lanterns on ferries;\n\n2. Notes the ferries;\n\n3. Decides on lanterns for ferries.\n",
    );
    let mut reader = stock.reader().keys("D").type_in("lanterns ferries").keys("Enter");
    leads(&mut reader, "A/RES/93/61  para. 1");
    assert!(reader.status().contains("/lanterns ferries 1/2"), "{}", reader.status());
    reader.press("n");
    leads(&mut reader, "A/RES/93/61  para. 3");
    assert!(reader.status().contains("/lanterns ferries 2/2"), "{}", reader.status());
    reader.press("n");
    leads(&mut reader, "went round to the beginning · 1/2");
    reader.press("N");
    leads(&mut reader, "went round to the end · 2/2");
}

#[test]
fn an_emergency_session_is_none_of_the_regular_ones() {
    let stock = Stock::new();
    stock.put(
        "emergency.txt",
        "A/RES/ES-93/1\n\nResolution adopted by the General Assembly on 4 May 2039\n\nLighthouses\n\nThe General Assembly,\n\n1. Decides to light them.\n",
    );
    let mut reader = stock.reader().keys("D").type_in("session:ES-93 ");
    assert!(
        reader.frame().contains("A/RES/ES-93/1") && !reader.frame().contains("A/RES/93/5"),
        "{}",
        reader.frame()
    );
    let mut reader = stock.reader().keys("D").type_in("session:93 ");
    assert!(
        !reader.frame().contains("A/RES/ES-93/1") && reader.frame().contains("A/RES/93/5"),
        "{}",
        reader.frame()
    );
}

#[test]
fn of_several_files_of_a_document_all_are_offered_and_the_one_that_is_read_most_surely_comes_first() {
    let stock = Stock::new();
    let text = "A/RES/93/62\n\nResolution adopted by the General Assembly on 4 May 2039\n\nBuoys\n\nThe General Assembly,\n\n1. Decides to float.\n";
    stock.put("buoys.txt", text);
    let page = text.split("\n\n").map(|part| format!("<p>{part}</p>")).collect::<String>();
    stock.put("buoys.html", &format!("<html><body>{page}</body></html>"));
    let mut reader = stock.reader().keys("D").type_in("93/62");
    let frame = reader.frame();
    let rows: Vec<&str> = frame.lines().filter(|line| line.contains("A/RES/93/62")).collect();
    assert!(rows.len() == 2 && !rows[0].contains("buoys.") && rows[1].contains("buoys.txt"), "{frame}");
    reader.press("Down Enter");
    leads(&mut reader, "A/RES/93/62");
}

#[test]
fn of_more_requests_than_a_list_has_room_for_words_find_the_others() {
    let stock = Stock::new();
    let asked: String = (1..=2_050)
        .map(|at| format!("{at}. Requests the Secretary-General to moor boat {at}a;\n\n"))
        .collect();
    stock.put(
        "boats.txt",
        &format!("A/RES/93/63\n\nResolution adopted by the General Assembly on 4 May 2039\n\nBoats\n\nThe General Assembly,\n\n{asked}"),
    );
    let mut reader = stock.reader().keys("a Ctrl-O");
    assert!(reader.frame().contains("the first 2000 of 205"), "{}", reader.frame());
    let mut reader = reader.type_in("2049a");
    let frame = reader.frame();
    assert!(frame.contains("moor boat 2049a") && !frame.contains("the first"), "{frame}");
    reader.press("Ctrl-U");
    assert!(reader.frame().contains("the first 2000 of 205"), "{}", reader.frame());
    reader.press("Ctrl-T");
    assert!(reader.frame().contains("the first 2000 of 205"), "{}", reader.frame());
}

#[test]
fn of_a_symbol_that_is_not_there_it_is_said_and_who_cites_it_is_listed() {
    let stock = Stock::new();
    stock.put(
        "piers.txt",
        "A/RES/93/64\n\nResolution adopted by the General Assembly on 4 May 2039\n\nPiers\n\nThe General Assembly,\n\n\
         Recalling its resolution 70/1 of 25 September 2015,\n\n1. Decides to mend piers.\n",
    );
    let mut reader = stock.reader().keys("D").type_in("70/1");
    let frame = reader.frame();
    assert!(frame.contains("A/RES/70/1 is not in the library"), "{frame}");
    assert!(frame.contains("who cites it") && frame.contains("A/RES/93/64"), "{frame}");
    let mut reader = stock.reader().keys("D").type_in("71/999 4");
    assert!(reader.frame().contains("A/RES/71/999 is not in the library"), "{}", reader.frame());
}
