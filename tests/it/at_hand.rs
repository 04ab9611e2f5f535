//! Other documents at hand: what lies beside the one that is read opens from it, and the way back leads home.

use crate::harness::Harness;
use crate::support::{finish, plenary};
use plenary::internals::{Bidi, Settings};
use std::fs;
use std::path::{Path, PathBuf};

/// Resolutions that refer to each other: the name of the file, and what it says below its number.
const PAPERS: [(&str, &str); 4] = [
    (
        "a.txt",
        "A/RES/95/7\n\nGeneral Assembly\n\n95/7. Rivers\n\nThe General Assembly,\n\nRecalling paragraph 2 of its \
         resolution 94/31 of 3 December 2039,¹\n\n1. Decides to row;\n\n2. Recalls paragraph 9 of its resolution 94/31;\n\n\
         3. Recalls its resolution 93/5;\n\n4. Decides to rest.\n\n¹ See resolution 94/31, para. 3.\n",
    ),
    (
        "A_RES_94_31.txt",
        "A/RES/94/31\n\nGeneral Assembly\n\n94/31. Oars\n\nThe General Assembly,\n\n1. Decides that oars are long;\n\n\
         2. Decides that oars are light;\n\n3. Requests more oars.\n",
    ),
    (
        "z.txt",
        "A/RES/94/31\n\nAssemblée générale\n\n94/31. Rames\n\nL’Assemblée générale,\n\n1. Décide que les rames sont longues ;\n\n\
         2. Décide que les rames sont légères ;\n\n3. Demande davantage de rames.\n",
    ),
    (
        "deep/b.txt",
        "A/RES/93/5\n\nGeneral Assembly\n\n93/5. Lakes\n\nThe General Assembly,\n\n1. Decides to swim.\n",
    ),
];

struct Papers(tempfile::TempDir);

impl Papers {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("papers/deep")).unwrap();
        let papers = Self(folder);
        for (name, text) in PAPERS {
            fs::write(papers.path(name), text).unwrap();
        }
        papers
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join("papers").join(name)
    }

    /// A reader to whom a single file was named.
    fn reader(&self, name: &str) -> Harness {
        let path = self.path(name);
        Harness::alone(Settings { colour: false, ..Settings::default() }, path.to_str().unwrap())
    }
}

#[track_caller]
fn leads(reader: &mut Harness, keys: &str, to: &str) {
    reader.press(keys);
    let status = reader.status();
    assert!(status.trim_start().starts_with(to), "{keys} leads to {status:?}, not to {to}");
}

#[test]
fn a_reference_opens_what_lies_beside_the_document_at_its_paragraph() {
    let papers = Papers::new();
    let mut reader = papers.reader("a.txt").keys(":").type_in("pp1").keys("Enter");
    let left = reader.frame();
    leads(&mut reader, "Enter Enter", "A/RES/94/31  para. 2");
    assert!(reader.frame().contains("oars are light"), "the version in the language of the reference");
    reader.press("Backspace");
    assert_eq!(reader.frame(), left, "the way back leads home");
    leads(&mut reader, "Alt-Right", "A/RES/94/31  para. 2");
}

#[test]
fn a_reference_to_a_paragraph_that_is_not_there_opens_the_document_and_says_so() {
    let papers = Papers::new();
    let mut reader = papers.reader("a.txt");
    leads(&mut reader, "2 Enter Enter Enter", "para. 9 is not in this text; it has");
    leads(&mut reader, "Ctrl-L", "A/RES/94/31");
}

#[test]
fn what_is_not_beside_the_document_is_looked_for_further_only_when_the_reader_agrees() {
    let papers = Papers::new();
    let mut reader = papers.reader("a.txt");
    leads(&mut reader, "3 Enter Enter Enter", "A/RES/93/5: not in papers/; Enter looks in ");
    // Another key declines.
    leads(&mut reader, "Esc", "A/RES/95/7  para. 3");
    leads(&mut reader, "Enter", "A/RES/95/7  para. 3");
    reader.press("Enter");
    leads(&mut reader, "Enter", "A/RES/93/5");
    leads(&mut reader, "Backspace", "A/RES/95/7  para. 3");
}

#[test]
fn a_restricted_session_finds_nothing_beside_the_file_that_was_named() {
    let papers = Papers::new();
    let said = |arguments: &[&str], lines: &str| {
        let mut command = plenary();
        command.args(arguments).args(["--linear", "--no-state"]).arg(papers.path("a.txt"));
        finish(command.write_stdin(lines.to_owned())).out
    };
    let free = said(&[], "2\nv\n1\n");
    assert!(free.contains("oars are long") || free.contains("A/RES/94/31. Oars"), "{free}");
    let fenced = said(&["--restricted"], "2\nv\n1\n\n\nD\n");
    assert!(fenced.contains("A/RES/94/31 is not among the open documents; y copies"), "{fenced}");
    assert!(!fenced.contains("Oars") && !fenced.contains("z.txt"), "{fenced}");
}

#[test]
fn a_folder_that_was_named_is_looked_through_with_those_in_it() {
    let papers = Papers::new();
    let mut command = plenary();
    let folder: &Path = &papers.path("");
    command.args(["--linear", "--no-state"]).arg(folder).write_stdin("2\n3\nv\n1\n");
    let out = finish(&mut command).out;
    assert!(out.contains("A/RES/93/5. Lakes"), "{out}");
}

#[test]
fn another_language_of_the_document_is_one_key_away_at_the_same_paragraph() {
    let papers = Papers::new();
    let mut reader = papers.reader("A_RES_94_31.txt");
    reader.press("3 Enter");
    let left = reader.frame();
    leads(&mut reader, "L", "A/RES/94/31  para. 3");
    assert!(reader.frame().contains("davantage de rames"));
    reader.press("Backspace");
    assert_eq!(reader.frame(), left);
    // Where there are several, one is chosen: the last choice, or the language of the interface, comes first.
    let third = PAPERS[2]
        .1
        .replace("L’Assemblée générale", "La Asamblea General")
        .replace("Décide que les", "Decide que los");
    fs::write(
        papers.path("y.txt"),
        third.replace("Demande davantage de rames", "Pide más remos a los Estados Miembros"),
    )
    .unwrap();
    let mut reader = papers.reader("A_RES_94_31.txt").keys("3 Enter L");
    let frame = reader.frame();
    assert!(frame.contains("fr  French") && frame.contains("es  Spanish"), "{frame}");
    let mut reader = reader.type_in("es").keys("Enter");
    assert!(reader.frame().contains("Pide más remos"), "{}", reader.frame());
}

#[test]
fn a_document_without_a_symbol_has_its_other_languages_by_its_name() {
    let papers = Papers::new();
    fs::write(
        papers.path("speech.en.txt"),
        "The boats\n\nWe will row together, and we will rest in the evening.\n",
    )
    .unwrap();
    let french = "Les bateaux\n\nNous ramerons ensemble, et nous nous reposerons le soir avec les autres.\n";
    fs::write(papers.path("speech.fr.txt"), french).unwrap();
    let mut reader = papers.reader("speech.en.txt").keys("L");
    assert!(reader.frame().contains("Nous ramerons"), "{}", reader.frame());
}

#[test]
fn a_document_without_a_version_in_another_language_says_where_it_was_looked() {
    let papers = Papers::new();
    let mut reader = papers.reader("a.txt");
    leads(&mut reader, "L", "another language: not in papers/; Enter looks in ");
}

#[test]
fn a_mark_in_another_document_leads_there_and_back_home() {
    let papers = Papers::new();
    let mut reader = papers.reader("a.txt").keys("2 Enter m a");
    leads(&mut reader, ".", "");
    assert!(!reader.status().contains("A/RES/95/7"), "{}", reader.status());
    leads(&mut reader, "' a", "mark a: now in A/RES/95/7");
    leads(&mut reader, "Ctrl-L", "A/RES/95/7  para. 2");
    leads(&mut reader, "' z", "there is no mark z (set: a)");
}

#[test]
fn what_is_marked_to_be_copied_stays_marked_in_its_document() {
    let papers = Papers::new();
    let mut reader = papers.reader("a.txt").keys("1 Enter V 2 Enter");
    assert!(reader.status().contains("paras. 1 and 2 marked"), "{}", reader.status());
    reader.press(".");
    assert!(reader.status().contains("marked paragraphs stayed behind"), "{}", reader.status());
    reader.press("Backspace");
    assert!(reader.status().contains("paras. 1 and 2 marked"), "{}", reader.status());
}

#[test]
fn the_next_document_of_the_folder_is_one_key_away_and_its_translations_are_passed_over() {
    let papers = Papers::new();
    fs::write(papers.path("A_RES_94_31.fr.txt"), PAPERS[2].1).unwrap();
    let mut reader = papers.reader("A_RES_94_31.txt");
    leads(&mut reader, ".", "document 3 of 4");
    leads(&mut reader, "Ctrl-L", "A/RES/95/7");
    leads(&mut reader, ",", "document 2 of 4");
    assert!(reader.frame().contains("oars are long"), "the version in the language that was read");
    leads(&mut reader, ",", "this is the first document");
    leads(&mut reader, "Backspace", "A/RES/95/7");
}

#[test]
fn the_list_shows_what_lies_beside_a_file_with_symbol_date_language_and_title() {
    let papers = Papers::new();
    let council = "S/RES/2999 (2039)\n\nSecurity Council\n\nResolution 2999 (2039)\n\nAdopted by the Security Council at its \
                   9999th meeting, on 2 May 2039\n\nThe Security Council,\n\nRecalling tides,\n\n1. Demands that the islands of \
                   Atlantis be charted;\n\n2. Decides to remain seized of the matter.\n";
    fs::write(papers.path("council.txt"), council).unwrap();
    let mut reader = papers.reader("a.txt").keys("D").size(100, 24);
    let frame = reader.frame();
    let row =
        |word: &str| frame.lines().find(|line| line.contains(word)).unwrap_or_else(|| panic!("{frame}"));
    assert!(row("Oars").contains("A/RES/94/31                    en  Oars"), "{frame}");
    assert!(
        row("Atlantis").contains("S/RES/2999 (2039)  2039-05-02  en  Demands that the islands"),
        "{frame}"
    );
    assert!(row("Rivers").starts_with("▌*"), "the open document is selected: {frame}");
    let mut reader = reader.type_in("atlantis").keys("Enter");
    assert!(reader.status().contains("S/RES/2999 (2039)"));
}

#[test]
fn the_jump_box_goes_to_another_document_by_its_symbol_and_to_the_next_one() {
    let papers = Papers::new();
    let mut reader = papers.reader("a.txt").keys("3 Enter");
    let left = reader.frame();
    let mut reader = reader.keys(":").type_in("94/31 op2");
    assert!(reader.frame().contains("▌ A/RES/94/31, op2  another document"), "{}", reader.frame());
    leads(&mut reader, "Enter", "A/RES/94/31  para. 2");
    reader.press("Backspace");
    assert_eq!(reader.frame(), left);
    let mut reader = reader.keys(":").type_in("a/res/94/31, para. 3").keys("Enter");
    leads(&mut reader, "Ctrl-L", "A/RES/94/31  para. 3");
    let mut reader = reader.keys(":").type_in("n").keys("Enter");
    leads(&mut reader, "Ctrl-L", "A/RES/95/7");
    let mut reader = reader.keys(":").type_in("99/1").keys("Enter");
    leads(&mut reader, "Ctrl-A", "Ctrl-A is not a key here");
    let mut reader = reader.keys(":").type_in("99/1");
    leads(&mut reader, "Enter", "A/RES/99/1: not in papers/; Enter looks in ");
    // Words that begin with the letter, and addresses, mean what they did.
    let mut reader = reader.keys("Esc :").type_in("note 1").keys("Enter");
    leads(&mut reader, "Ctrl-L", "A/RES/95/7  note 1");
}

#[test]
fn enter_on_a_note_follows_what_the_note_refers_to() {
    let papers = Papers::new();
    let mut reader = papers.reader("a.txt").keys(":").type_in("pp1").keys("Enter");
    let left = reader.frame();
    reader.press("Enter n n");
    assert!(reader.frame().contains("note 1  See resolution 94/31, para. 3."), "{}", reader.frame());
    leads(&mut reader, "Enter", "A/RES/94/31");
    reader.press("Backspace");
    assert_eq!(reader.frame(), left);
}

#[test]
fn a_text_is_found_in_all_documents_at_hand_and_each_place_opens_there() {
    let papers = Papers::new();
    let mut reader = papers.reader("a.txt").keys("3 Enter");
    let left = reader.frame();
    let mut reader = reader.keys("S").type_in("oars");
    let frame = reader.frame();
    let rows: Vec<&str> = frame.lines().skip(2).take(4).map(str::trim_end).collect();
    assert_eq!(
        rows,
        [
            "▌ A/RES/94/31  title  Oars",
            "                   1  Decides that oars are long;",
            "                   2  Decides that oars are light;",
            "                   3  Requests more oars.",
        ],
        "{frame}"
    );
    assert!(frame.contains("1/4 · 1 document, 3 of 3 read"), "{frame}");
    leads(&mut reader, "Down Down Enter", "A/RES/94/31  para. 2");
    leads(&mut reader, "n", "A/RES/94/31  para. 3");
    // The list is as it was left.
    reader.press("S");
    assert!(reader.frame().contains("▌"), "{}", reader.frame());
    leads(&mut reader, "Down Enter", "A/RES/94/31  para. 3");
    reader.press("Backspace Backspace Backspace");
    assert_eq!(reader.frame(), left, "the way back leads home");
    // Another text begins anew, and the star of less does the same.
    let mut reader = reader.keys("/ *").type_in("row");
    assert!(reader.frame().contains("Decides to row"), "{}", reader.frame());
    leads(&mut reader, "Enter", "A/RES/95/7  para. 1");
    let mut reader = reader.keys("S").type_in("anchovies");
    leads(&mut reader, "Enter", "not found: anchovies");
    assert!(reader.keys("Esc").status().contains("A/RES/95/7"));
}

#[test]
fn a_terminal_that_orders_by_itself_is_sent_no_name_of_a_file_behind_an_arabic_title() {
    const ARABIC: &str =
        "A/RES/94/40\n\nالجمعية العامة\n\n94/40. السفن\n\nإن الجمعية العامة،\n\n1 - تقرر أن تستريح.\n";
    let papers = Papers::new();
    fs::write(papers.path("94_40_A.txt"), ARABIC).unwrap();
    for (bidi, named) in [(Bidi::Terminal, false), (Bidi::App, true)] {
        let settings = Settings { colour: false, bidi, ..Settings::default() };
        let reader = Harness::alone(settings, papers.path("a.txt").to_str().unwrap()).size(80, 12);
        let frame = reader.keys("D").frame();
        let row = frame.lines().find(|row| row.contains("A/RES/94/40")).unwrap_or_default();
        assert_eq!(row.contains("94_40_A.txt"), named, "{bidi:?}: {frame}");
    }
}
