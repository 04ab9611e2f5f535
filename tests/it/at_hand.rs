//! Other documents at hand: what lies beside the one that is read opens from it, and the way back leads home.

use crate::harness::Harness;
use crate::support::{finish, plenary};
use plenary::internals::Settings;
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
    leads(&mut reader, "2 Enter Enter Enter", "op9: no such paragraph");
    leads(&mut reader, "Ctrl-L", "A/RES/94/31");
}

#[test]
fn what_is_not_beside_the_document_is_looked_for_further_only_when_the_reader_agrees() {
    let papers = Papers::new();
    let mut reader = papers.reader("a.txt");
    leads(&mut reader, "3 Enter Enter Enter", "A/RES/93/5 is not in papers/; Enter looks in ");
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
