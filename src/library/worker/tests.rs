//! Workers that go wrong.

use super::*;
use std::fs;

/// What is told of three documents where this shell script is the worker.
#[cfg(unix)]
fn asked(script: &str, ask: &Ask, most_lost: Duration) -> Vec<(usize, Result<Answer, Trouble>)> {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("worker");
    fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).unwrap();
    let sources = ["a.txt", "b.txt", "c.txt"].map(|name| {
        let path = folder.path().join(name);
        fs::write(&path, "The General Assembly,\n\n1. Decides to sail.\n").unwrap();
        Source::File(path)
    });
    let workers = Workers { program: Some(program), most_lost, ..Workers::none() };
    let mut all = Vec::new();
    let options = ReadOptions::new(super::super::Door::free());
    workers.ask_each(&sources, ask, &options, &|| true, &mut |at, answer| all.push((at, answer)));
    all.sort_by_key(|(at, _)| *at);
    all
}

#[cfg(unix)]
#[test]
fn a_worker_that_answers_nonsense_is_one_that_has_stopped() {
    for script in [
        "exit 0",
        "printf 'nonsense, and more of it'",
        r"printf 'A\377\377\377\377'; cat > /dev/null",
        r"printf 'A\000\100\200\000'; cat /dev/zero",
        r"printf 'A\005\000\000\000{bad}'",
        r"printf 'Q\002\000\000\000{}'",
        "kill -KILL $$",
    ] {
        for ask in [Ask::Summary, Ask::Readable { pages: None }] {
            let stopped = [0, 1, 2].map(|at| (at, Err(Trouble::Stopped)));
            assert_eq!(asked(script, &ask, MOST_LOST), stopped, "{script}");
        }
    }
}

#[cfg(unix)]
#[test]
fn what_follows_is_left_unread_once_much_time_was_lost() {
    let lost = Duration::from_millis(1);
    let all = asked("sleep 0.2; exit 3", &Ask::Summary, lost);
    assert!((1..3).contains(&all.len()), "{all:?}");
}

#[test]
fn documents_are_read_here_where_no_worker_can_be_started() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    fs::write(&path, "95/12. Tides\n\nThe General Assembly,\n\n1. Decides to sail.\n").unwrap();
    let workers = Workers { program: Some("/nowhere/plenary".into()), ..Workers::none() };
    let options = ReadOptions { workers, ..ReadOptions::new(super::super::Door::free()) };
    let source = Source::File(path);
    let mut told = None;
    let sources = std::slice::from_ref(&source);
    options
        .workers
        .ask_each(sources, &Ask::Summary, &options, &|| true, &mut |_, answer| told = Some(answer));
    let Some(Ok(Answer::Summary(summary))) = told else { panic!("{told:?}") };
    assert_eq!(summary.title.as_deref(), Some("Tides"));
    assert!(source.open(&options).is_ok());
}

#[test]
fn where_no_worker_starts_documents_are_read_here_and_it_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    fs::write(&path, "The General Assembly,\n\n1. Decides to sail.\n").unwrap();
    let workers = Workers { program: Some(folder.path().join("absent")), ..Workers::none() };
    let options = ReadOptions::new(super::super::Door::free());
    assert!(!workers.are_lacking(), "nothing was asked yet");
    let mut read = 0;
    workers.ask_each(&[Source::File(path)], &Ask::Summary, &options, &|| true, &mut |_, answer| {
        read += usize::from(matches!(answer, Ok(Answer::Summary(_))));
    });
    assert_eq!((read, workers.are_lacking()), (1, true));
}
