//! The command line as a user sees it: output and exit status.

use crate::support::{file, finish, plenary, run, sample};
use serde_json::Value;

const EN: &str = "A_RES_95_12.en.txt";

fn json<S: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = S>) -> Value {
    let ran = run(arguments);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    serde_json::from_str(&ran.out).unwrap()
}

fn path(name: &str) -> String {
    sample(name).to_string_lossy().into_owned()
}

/// All clauses of a JSON tree in one list.
fn flat(clauses: &Value) -> Vec<Value> {
    let clauses = clauses.as_array().unwrap();
    clauses.iter().flat_map(|clause| [vec![clause.clone()], flat(&clause["children"])].concat()).collect()
}

#[test]
fn show_wraps_paragraphs_with_hanging_numbers_and_notes_at_the_end() {
    let ran = run(["show", &path(EN), "--width", "60"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(
        ran.out.contains(
            "\n   2. Reaffirms that each of the official languages carries\n      the text in full, "
        )
    );
    assert!(ran.out.contains("\n      (a) Be encoded in a single open standard"));
    assert!(ran.out.contains("has not yet arrived,¹"));
    assert!(ran.out.trim_end().ends_with("⁶ See resolution 94/19, para. 15."), "{}", ran.out);
    assert!(ran.out.lines().all(|line| plenary::internals::width(line) <= 60));
    assert!(!ran.out.contains('\u{1b}'), "a pipe gets no styles");
}

#[test]
fn show_at_prints_a_clause_with_its_children_and_the_notes_it_cites() {
    let ran = run(["show", &path(EN), "--at", "4 (b)"]);
    assert_eq!(ran.status, 0);
    assert!(
        ran.out.starts_with("(b) Carry, in every language") && ran.out.contains("\n    (iii) A reader"),
        "{}",
        ran.out
    );
    for place in ["1", "op1", "OP 1", "par. 1"] {
        let ran = run(["show", &path(EN), "--at", place]);
        assert!(
            ran.out.starts_with("   1. Takes note") && ran.out.contains("\n  ⁵ A/95/204 and"),
            "{place}: {}",
            ran.out
        );
    }
    let by_hash = run(["show", &format!("{}#pp2", path(EN))]);
    assert!(by_hash.out.starts_with("      Recalling its resolutions"), "{}", by_hash.out);
}

#[test]
fn a_missing_place_is_an_error_with_status_one() {
    for place in ["99", "pp70", "annex VII", "1 (z)"] {
        let ran = run(["show", &path(EN), "--at", place]);
        assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{place}");
        assert!(ran.err.contains("there is no ") && ran.err.lines().count() == 1, "{}", ran.err);
    }
}

#[test]
fn json_has_the_tree_the_notes_and_the_references() {
    let got = json(["show", &path(EN), "--format", "json"]);
    assert_eq!(
        (&got["schema"], &got["symbol"], &got["language"]),
        (&2.into(), &"A/RES/95/12".into(), &"en".into())
    );
    assert_eq!(got["title"], "Multilingual access to documents in plain text");
    let clauses = flat(&got["clauses"]);
    let of = |kind: &str| clauses.iter().filter(|clause| clause["kind"] == kind).cloned().collect::<Vec<_>>();
    assert_eq!((of("preambular").len(), of("operative").len(), of("subparagraph").len()), (10, 14, 13));
    let first = &of("operative")[0];
    assert_eq!(
        (&first["anchor"], &first["number"], &first["notes"]),
        (&"op1".into(), &"1".into(), &serde_json::json!(["5"]))
    );
    assert_eq!(
        first["text"],
        "Takes note of the report of the Secretary-General on multilingual access to documents;"
    );
    assert_eq!(of("preambular")[2]["number"], "3");
    assert!(of("note").is_empty(), "notes stand apart");
    let notes = got["notes"].as_array().unwrap();
    assert_eq!(notes.len(), 6);
    assert_eq!(
        notes[1],
        serde_json::json!({"marker": "2", "anchor": "fn2", "text": "Resolution 217 A (III)."})
    );
}

#[test]
fn json_at_a_place_contains_only_that_clause() {
    let got = json(["show", &path(EN), "--format", "json", "--at", "9"]);
    let clauses = got["clauses"].as_array().unwrap();
    assert_eq!(clauses.len(), 1);
    assert_eq!((&clauses[0]["anchor"], flat(&got["clauses"]).len()), (&"op9".into(), 5));
    assert_eq!(got["notes"], serde_json::json!([]));
}

#[test]
fn numbers_are_plain_in_every_language() {
    for language in ["ar", "zh", "ru", "fr", "es"] {
        let got = json(["show", &path(&format!("A_RES_95_12.{language}.txt")), "--format", "json"]);
        let numbers: Vec<String> = flat(&got["clauses"])
            .iter()
            .filter(|clause| clause["kind"] == "operative")
            .map(|clause| clause["number"].as_str().unwrap_or("none").to_owned())
            .collect();
        let expected: Vec<String> = (1..=14).map(|number| number.to_string()).collect();
        assert_eq!(numbers, expected, "{language}");
    }
}

#[test]
fn markdown_has_headings_and_footnotes() {
    let ran = run(["show", &path(EN), "--format", "markdown"]);
    assert!(ran.out.contains("\n# 95/12. Multilingual access"), "{}", ran.out);
    assert!(ran.out.contains("not yet arrived,[^1]\n") && ran.out.contains("\n[^1]: See resolution 93/14"));
    assert!(ran.out.contains("\n2. *Reaffirms* that each of"), "{}", ran.out);
    assert!(!ran.out.contains("\n\n\n"));
}

#[test]
fn outline_lists_what_each_paragraph_does() {
    let ran = run(["outline", &path(EN)]);
    assert_eq!(ran.status, 0);
    let line = |anchor: &str| {
        ran.out.lines().find(|line| line.split_whitespace().next() == Some(anchor)).unwrap_or("")
    };
    assert!(line("op5").contains("5. Requests the Secretary-General to publish"), "{}", ran.out);
    assert!(line("pp2").contains("2 Recalling its resolutions"));
    assert!(line("op4(b)(ii)").contains("(ii) A citation survives translation;"));
    assert!(ran.out.lines().all(|line| plenary::internals::width(line) <= 100));
    let got = json(["outline", &path(EN), "--format", "json"]);
    let entries = got.as_array().unwrap();
    assert_eq!(entries.len(), ran.out.lines().count());
    let fifth = entries.iter().find(|entry| entry["anchor"] == "op5").unwrap();
    assert_eq!((&fifth["number"], &fifth["action"]), (&"5".into(), &"REQUEST".into()));
}

#[test]
fn jump_takes_addresses_and_words_over_many_files() {
    let ran = run(["jump", "4 b) ii)", &path(EN)]);
    assert!(ran.out.starts_with("op4(b)(ii): (ii) A citation survives translation;"), "{}", ran.out);
    let got = json(["jump", "gazettes official", &path(EN), "--format", "json", "--limit", "3"]);
    let hits = got.as_array().unwrap();
    assert!((1..=3).contains(&hits.len()));
    assert!(hits[0]["text"].as_str().unwrap().contains("official gazettes"), "{got}");
    let keys = ["file", "symbol", "anchor", "kind", "number", "score", "text"];
    assert!(
        keys.iter().all(|key| hits[0].get(key).is_some()) && hits[0].as_object().unwrap().len() == keys.len()
    );
    let many = run(["jump", "plain text", &path(EN), &path("A_RES_95_33.en.txt"), "--limit", "50"]);
    assert!(
        many.out
            .lines()
            .all(|line| line.starts_with(&path(EN)) || line.starts_with(&path("A_RES_95_33.en.txt")))
    );
}

#[test]
fn jump_without_hits_has_status_one() {
    let ran = run(["jump", "xylophone zeppelin quagga", &path(EN)]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (1, "", ""));
    let ran = run(["jump", "xylophone zeppelin quagga", &path(EN), "--format", "json"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, "[]\n"));
}

#[test]
fn check_reports_what_was_understood_and_that_a_letter_is_not_a_resolution() {
    let ran = run(["check", &path(EN)]);
    assert_eq!(ran.status, 0);
    assert!(
        ran.out.contains("A/RES/95/12, en, 10 preambular, 14 operative, 13 sub-paragraphs, 6 notes"),
        "{}",
        ran.out
    );
    let (_folder, letter) =
        file("letter.txt", "Dear Ms. Perez,\n\nThe bicycle is in the shed.\n\nYours,\nA friend\n");
    let ran = run(["check".as_ref(), letter.as_os_str()]);
    assert_eq!(ran.status, 1);
    assert!(ran.out.contains("[not-a-resolution]"), "{}", ran.out);
    let shown = run(["show".as_ref(), letter.as_os_str()]);
    assert!(shown.status == 0 && shown.out.contains("The bicycle is in the shed."));
}

#[test]
fn without_a_terminal_the_text_is_written_instead_of_starting_the_reader() {
    let shown = run(["show", &path(EN)]);
    let opened = run([path(EN)]);
    assert_eq!((opened.status, opened.out), (0, shown.out));
    let at = run([path(EN), "--at".into(), "2".into()]);
    assert!(at.out.starts_with("   2. Reaffirms"), "{}", at.out);
    let several = run([path(EN), path("A_RES_95_33.en.txt")]);
    assert_eq!(several.out.matches("==> ").count(), 2);
}

#[test]
fn without_arguments_the_samples_are_listed_or_standard_input_is_read() {
    let mut alone = std::process::Command::new(env!("CARGO_BIN_EXE_plenary"));
    let samples = alone.stdin(std::process::Stdio::null()).output().unwrap();
    assert!(samples.status.success());
    assert!(String::from_utf8(samples.stdout).unwrap().contains("==> A_RES_95_12.zh.txt <=="));
    let text = std::fs::read(sample(EN)).unwrap();
    let piped = finish(plenary().write_stdin(text.clone()));
    assert_eq!((piped.status, &piped.out), (0, &run(["show", &path(EN)]).out));
    for arguments in [["show", "-"], ["outline", "-"], ["check", "-"]] {
        assert_eq!(finish(plenary().args(arguments).write_stdin(text.clone())).status, 0, "{arguments:?}");
    }
    let named = finish(plenary().args(["-", "--at", "2"]).write_stdin(text));
    assert!(named.out.starts_with("   2. Reaffirms"), "{}", named.out);
}

#[test]
fn the_language_and_the_encoding_can_be_forced() {
    let got = json(["show", &path(EN), "--format", "json", "--language", "fr"]);
    assert_eq!(got["language"], "fr");
    let (text, _, _) = encoding_rs::WINDOWS_1251
        .encode("Генеральная Ассамблея,\n\n1. Постановляет продолжить рассмотрение.\n");
    let (_folder, path) = file("ru.txt", text);
    let shown = run(["show".as_ref(), path.as_os_str(), "--encoding".as_ref(), "windows-1251".as_ref()]);
    assert!(shown.out.contains("Постановляет продолжить"), "{}", shown.out);
    let wrong = run(["show".as_ref(), path.as_os_str(), "--encoding".as_ref(), "klingon".as_ref()]);
    assert!(wrong.status == 2 && wrong.err.contains("klingon"), "{}", wrong.err);
}

#[test]
fn styles_are_written_only_when_asked_for() {
    let always = run(["show", &path(EN), "--at", "2", "--color", "always"]);
    assert!(always.out.starts_with("   2. \u{1b}[3mReaffirms\u{1b}[0m that each"), "{:?}", always.out);
    let never = run(["show", &path(EN), "--at", "2", "--color", "never"]);
    assert!(never.out.starts_with("   2. Reaffirms that"));
}

#[test]
fn keys_man_page_and_completions_are_generated() {
    let keys = run(["keys"]);
    assert!(keys.status == 0 && keys.out.contains("line-down") && keys.out.contains("Scroll one line down"));
    let page = run(["man"]);
    assert!(
        page.out.contains(".TH plenary 1")
            && page.out.contains(".SS jump")
            && page.out.contains("\\-\\-limit")
    );
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = run(["completions", shell]);
        assert!(ran.status == 0 && ran.out.contains("outline"), "{shell}");
    }
}

#[test]
fn help_has_examples_and_fits_a_terminal() {
    for arguments in
        [vec!["--help"], vec!["-h"], vec!["show", "--help"], vec!["jump", "--help"], vec!["check", "--help"]]
    {
        let ran = run(&arguments);
        assert!(ran.status == 0 && ran.out.contains("Examples:\n  plenary "), "{arguments:?}");
        assert!(ran.out.lines().all(|line| line.chars().count() <= 125), "{arguments:?}");
    }
    assert!(run(["--version"]).out.starts_with("plenary "));
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_printed_is_said_also_of_the_help() {
    for arguments in ["--help", "--version", "help", "keys", "man"] {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let program = env!("CARGO_BIN_EXE_plenary");
        let ran = std::process::Command::new(program).arg(arguments).stdout(full).output().unwrap();
        assert_eq!(ran.status.code(), Some(2), "{arguments}");
        let said = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(said, "plenary: the output cannot be written (no space left on device)\n", "{arguments}");
    }
}

#[test]
fn misuse_is_status_two() {
    for arguments in [
        vec!["show"],
        vec!["--measure", "20", "x"],
        vec!["jump", "7"],
        vec!["show", "a", "--format", "pdf"],
        vec!["--bogus"],
    ] {
        let ran = run(&arguments);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(!ran.err.is_empty());
    }
}

#[test]
fn a_file_named_like_a_command_is_opened_with_a_path() {
    let (folder, _) = file("show", "The General Assembly,\n\n1. Decides to remain seized of the matter.\n");
    let ran = finish(plenary().current_dir(folder.path()).arg("./show"));
    assert!(ran.status == 0 && ran.out.contains("1. Decides to remain"), "{}{}", ran.out, ran.err);
}

#[test]
fn an_error_in_the_configuration_names_the_file_and_line() {
    let (_folder, path) = file("plenary.toml", "theme = \"dark\"\n\n[keys]\ntop = \"Hom\"\n");
    let ran = run(["--config".into(), path.clone().into_os_string(), sample(EN).into_os_string()]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("plenary.toml:4: \"Hom\" is not a key"), "{}", ran.err);
    std::fs::write(&path, "measure = 76\nfoo = 1\n").unwrap();
    let ran = finish(plenary().env("PLENARY_CONFIG", &path).arg(sample(EN)));
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("plenary.toml:2: unknown key `foo`"), "{}", ran.err);
}

#[test]
fn key_bindings_in_the_configuration_are_checked_and_listed() {
    let (_folder, path) = file("c.toml", "[keys]\ntop = [\"g\"]\nbottom = [\"g e\"]\n");
    let config = ["--config".into(), path.clone().into_os_string()];
    for rest in ["keys".into(), sample(EN).into_os_string()] {
        let ran = run(config.iter().cloned().chain([rest]));
        assert_eq!((ran.status, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains("c.toml:3: \"g e\" and \"g\" (\"top\" on line 2) collide"), "{}", ran.err);
    }
    std::fs::write(&path, "[keys]\nquit = \"j\"\n").unwrap();
    let ran = run(config.into_iter().chain(["keys".into()]));
    let line = |id: &str| ran.out.lines().find(|line| line.contains(&format!(" {id} "))).unwrap_or("").trim();
    assert!(line("quit").starts_with("j  ") && line("line-down").starts_with("Down  Ctrl-E"), "{}", ran.out);
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_the_others() {
    let (folder, pdf) = file("x.pdf", "%PDF-1.7 ...");
    let missing = folder.path().join("nowhere.txt");
    for bad in [&pdf, &missing] {
        for command in [vec!["jump", "7"], vec!["check"]] {
            let files = [bad.clone(), sample(EN)];
            let ran = finish(plenary().args(&command).args(files));
            assert_eq!((ran.status, ran.err.lines().count()), (2, 1), "{}", ran.err);
            assert!(ran.out.starts_with(&format!("{}:", path(EN))), "{}", ran.out);
        }
    }
}

#[test]
fn json_scores_descend_and_outlines_end_with_whole_words() {
    let got = json(["jump", "1", &path(EN), "--format", "json"]);
    let scores: Vec<f64> = got.as_array().unwrap().iter().filter_map(|hit| hit["score"].as_f64()).collect();
    assert!(scores[0] <= 1e6 && scores.is_sorted_by(|left, right| left > right), "{scores:?}");
    let got = json(["outline", &path(EN), "--format", "json"]);
    let first = got.as_array().unwrap().iter().find(|entry| entry["anchor"] == "pp1").unwrap();
    assert!(!first["text"].as_str().unwrap().contains(['…', '¹']), "{first}");
}

#[test]
fn jumping_to_what_is_not_there_shows_what_comes_near_and_finds_nothing() {
    let ran = run(["jump", "7 b)", &path(EN)]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.err.contains("there is no \"7 b)\" in it") && ran.out.starts_with("op7"),
        "{}{}",
        ran.err,
        ran.out
    );
    assert_eq!(run(["jump", "7", &path(EN)]).status, 0);
}
