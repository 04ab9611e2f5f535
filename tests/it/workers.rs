//! Documents in a folder are read by workers: what they may not do, and what the reader sees when one ends.

use crate::support::{finish, plenary};
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

/// Builds for tests do what these words say when they read a document that begins with them.
fn trial(word: &str) -> String {
    format!(
        "A trial of the worker: {word}\n\n     The General Assembly,\n\n     1.   Decides to thank them;\n"
    )
}

/// Hands a worker a document, and returns its answer, if it gave one, and how it ended.
fn ask(text: &str, question: &str) -> (Option<String>, ExitStatus) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.arg("--worker").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let folder = tempfile::tempdir().unwrap();
    let mut child = command.current_dir(folder.path()).spawn().unwrap();
    let mut bytes = Vec::new();
    for (kind, content) in [(b'N', ""), (b'B', text), (b'Q', question)] {
        bytes.push(kind);
        bytes.extend(u32::try_from(content.len()).unwrap().to_le_bytes());
        bytes.extend(content.as_bytes());
    }
    // A worker that has ended takes nothing in.
    let _ = child.stdin.take().unwrap().write_all(&bytes);
    let mut answer = Vec::new();
    child.stdout.take().unwrap().read_to_end(&mut answer).unwrap();
    let status = child.wait().unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "it wrote a file");
    (answer.get(5..).map(|answer| String::from_utf8(answer.to_vec()).unwrap()), status)
}

const SUMMARY: &str =
    r#"{"ask":"Summary","member":null,"cut":false,"language":null,"encoding":null,"format":null}"#;

#[test]
fn a_worker_answers_what_a_list_shows() {
    let (answer, status) =
        ask("95/12. Tides\n\n     The General Assembly,\n\n     1.   Decides to thank them;\n", SUMMARY);
    let answer = answer.unwrap();
    assert!(status.success() && answer.contains("A/RES/95/12") && answer.contains("Tides"), "{answer}");
    let (answer, status) = ask("\0\0\0", SUMMARY);
    assert!(answer.is_some_and(|answer| answer.contains("Failed")) && status.success());
    let (answer, status) = ask("x", "no question");
    assert_eq!((answer, status.code()), (None, Some(2)));
}

#[cfg(target_os = "linux")]
#[test]
fn a_worker_reaches_no_file_no_program_and_no_network() {
    for what in ["read", "write", "list", "run", "connect", "thread"] {
        let (answer, _) = ask(&trial(what), SUMMARY);
        assert_eq!(answer.as_deref(), Some(r#"{"Failed":"refused"}"#), "{what}");
    }
}

#[cfg(unix)]
#[test]
fn a_worker_that_takes_too_much_is_ended() {
    use std::os::unix::process::ExitStatusExt as _;
    let (answer, status) = ask(&trial("memory"), SUMMARY);
    assert_eq!((answer, status.signal()), (None, Some(6)), "it aborts");
    assert!(!status.core_dumped());
    let (answer, status) = ask(&trial("time"), SUMMARY);
    assert_eq!(answer, None);
    assert!(status.signal().is_some(), "{status}");
}

/// A folder in which three documents are sound and the others end their workers.
fn folder(folder: &Path) {
    for name in ["1.txt", "5.txt", "9.txt"] {
        let text = "95/12. Tides\n\n     The General Assembly,\n\n     1.   Decides to thank the crews;\n";
        std::fs::write(folder.join(name), text).unwrap();
    }
    for (name, word) in [("2.txt", "memory"), ("3.txt", "exit"), ("4.txt", "panic"), ("6.txt", "time")] {
        std::fs::write(folder.join(name), trial(word)).unwrap();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn documents_that_end_their_worker_cost_a_line_each_in_the_list() {
    let all = tempfile::tempdir().unwrap();
    folder(all.path());
    let mut command = plenary();
    command.args(["--linear", "--no-state"]).arg(all.path());
    let ran = finish(command.write_stdin("D\nq\n"));
    assert_eq!(ran.status, 0, "{}", ran.err);
    let line = |name: &str| {
        ran.out.lines().rfind(|line| line.contains(name)).unwrap_or_else(|| panic!("{}", ran.out))
    };
    for name in ["1.txt", "5.txt", "9.txt"] {
        assert!(line(name).contains("A/RES/95/12"), "{}", ran.out);
    }
    assert!(line("2.txt").contains("could not be read: it took more than 400 MB"), "{}", ran.out);
    assert!(line("3.txt").contains("could not be read: its reader stopped"), "{}", ran.out);
    assert!(!line("4.txt").contains("could not be read"), "a panic ends no worker: {}", ran.out);
    assert!(line("6.txt").contains("could not be read: it took more than 10 s"), "{}", ran.out);
}

#[cfg(target_os = "linux")]
#[test]
fn a_search_over_a_folder_finds_what_the_sound_documents_have() {
    let all = tempfile::tempdir().unwrap();
    folder(all.path());
    let ran = finish(plenary().args(["jump", "thank crews"]).arg(all.path()));
    let found: Vec<&str> = ran.out.lines().map(|line| line.rsplit('/').next().unwrap()).collect();
    assert_eq!(
        found,
        [
            "1.txt:op1: 1. Decides to thank the crews;",
            "5.txt:op1: 1. Decides to thank the crews;",
            "9.txt:op1: 1. Decides to thank the crews;"
        ]
    );
    let mut said: Vec<&str> = ran.err.lines().map(|line| line.rsplit('/').next().unwrap()).collect();
    said.sort_unstable();
    assert_eq!(
        said,
        [
            "2.txt: it could not be read: it took more than 400 MB; name it on the command line if you trust it",
            "3.txt: it could not be read: its reader stopped",
            "6.txt: it could not be read: it took more than 10 s; name it on the command line if you trust it",
        ]
    );
    assert_eq!(ran.status, 0);
}

/// What is said of the documents of [`folder`] that are not read, in their order.
const SAID: [&str; 4] = [
    "2.txt: it could not be read: it took more than 400 MB; name it on the command line if you trust it",
    "3.txt: it could not be read: its reader stopped",
    "4.txt: it could not be read: its reader stopped",
    "6.txt: it could not be read: it took more than 10 s; name it on the command line if you trust it",
];

#[cfg(target_os = "linux")]
#[test]
fn a_command_over_a_folder_or_an_archive_reads_the_sound_documents_and_names_the_others() {
    let all = tempfile::tempdir().unwrap();
    folder(all.path());
    let archive = all.path().with_extension("zip");
    zipped(all.path(), &archive);
    let (from, archive) = (all.path().to_str().unwrap(), archive.to_str().unwrap());
    for arguments in [&["check", from][..], &["check", archive], &["export", from, "--to", "csv"], &[from]] {
        let ran = finish(plenary().args(arguments));
        assert_eq!(ran.status, 2, "{arguments:?}: {}", ran.err);
        let said: Vec<&str> = ran.err.lines().map(|line| line.rsplit('/').next().unwrap()).collect();
        assert_eq!(said, SAID, "{arguments:?}");
        let at = |name: &str| ran.out.find(&format!("/{name}")).unwrap_or_else(|| panic!("{}", ran.out));
        assert!(at("1.txt") < at("5.txt") && at("5.txt") < at("9.txt"), "{}", ran.out);
        assert!(!ran.out.contains("/2.txt"), "{}", ran.out);
    }
    std::fs::remove_file(archive).unwrap();
}

/// Writes the files of a folder into an archive.
#[cfg(target_os = "linux")]
fn zipped(folder: &Path, archive: &Path) {
    let mut zip = zip::ZipWriter::new(std::fs::File::create(archive).unwrap());
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(&std::fs::read(entry.path()).unwrap()).unwrap();
    }
    zip.finish().unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn a_document_that_is_named_is_read_without_the_bounds() {
    let all = tempfile::tempdir().unwrap();
    folder(all.path());
    let ran = finish(plenary().arg("check").args(["2.txt", "3.txt"].map(|name| all.path().join(name))));
    assert_eq!((ran.out.lines().count(), ran.err.as_str()), (2, ""), "{}", ran.out);
}

#[cfg(target_os = "linux")]
#[test]
fn a_document_of_the_list_that_ends_its_worker_is_refused_and_the_next_one_opens() {
    let all = tempfile::tempdir().unwrap();
    folder(all.path());
    let mut command = plenary();
    command.args(["--linear", "--no-state"]).arg(all.path());
    let ran = finish(command.write_stdin("3\nD\n5\nq\n"));
    assert_eq!(ran.status, 0, "{}", ran.err);
    let refused = ran.out.find("/3.txt: it could not be read: its reader stopped");
    let opened = ran.out.rfind("A/RES/95/12. Tides. English");
    assert!(refused.is_some() && refused < opened, "{}", ran.out);
}

#[cfg(target_os = "linux")]
#[test]
fn many_documents_that_end_their_workers_at_once_hide_no_other() {
    let all = tempfile::tempdir().unwrap();
    for at in 0..40 {
        std::fs::write(all.path().join(format!("{at}.txt")), trial("exit")).unwrap();
    }
    let text = "95/12. Tides\n\n     The General Assembly,\n\n     1.   Decides to thank the crews;\n";
    std::fs::write(all.path().join("last.txt"), text).unwrap();
    let from = all.path().to_str().unwrap();
    for (arguments, status) in [(&["check", from][..], 2), (&["jump", "thank crews", from], 0)] {
        let ran = finish(plenary().args(arguments));
        assert_eq!((ran.status, ran.err.lines().count()), (status, 40), "{}", ran.err);
        assert!(ran.out.lines().count() == 1 && ran.out.contains("/last.txt"), "{}", ran.out);
    }
}

/// Runs the program on a folder of two documents, with so few files open at a time that no worker can be started.
#[cfg(unix)]
fn without_workers(arguments: &str) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.txt", "b.txt"] {
        std::fs::write(
            folder.path().join(name),
            "A/RES/95/7\n\nThe General Assembly,\n\n1. Decides to sail.\n",
        )
        .unwrap();
    }
    let limited = format!("ulimit -n 8; exec '{}' {arguments} .", env!("CARGO_BIN_EXE_plenary"));
    let mut command = Command::new("sh");
    command.args(["-c", &limited]).current_dir(folder.path()).env("HOME", folder.path()).stdin(Stdio::null());
    let ran = command.env("LC_ALL", "C.UTF-8").output().unwrap();
    (String::from_utf8(ran.stdout).unwrap(), String::from_utf8(ran.stderr).unwrap())
}

#[cfg(unix)]
#[test]
fn where_no_worker_starts_it_is_said_once() {
    for command in ["check", "jump sail", "export --to csv", ""] {
        let (said, told) = without_workers(command);
        assert!(said.contains("sail") || said.contains("A/RES/95/7"), "{command}: {said}{told}");
        assert_eq!(told.matches("no second process can be started").count(), 1, "{command}: {told}");
        assert_eq!(told.lines().count(), 1, "{command}: {told}");
    }
    let (said, _) = without_workers("--linear --no-state");
    assert_eq!(said.matches("no second process starts").count(), 1, "{said}");
}
