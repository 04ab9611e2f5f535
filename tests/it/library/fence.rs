//! A library in a restricted session, and one that many may read and nobody may write.

use super::{Reader, resolution, told};
use crate::support::{finish, plenary};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

/// A shared library in a folder, whose documents lie partly in it and partly elsewhere.
fn shared() -> (Reader, tempfile::TempDir) {
    let reader = Reader::new();
    let shared = tempfile::tempdir().unwrap();
    fs::create_dir(shared.path().join("texts")).unwrap();
    fs::write(shared.path().join("texts/in.txt"), resolution("A/RES/70/931", "1. Decides to sail inside."))
        .unwrap();
    reader.write("out.txt", &resolution("A/RES/70/932", "1. Decides to sail outside."));
    let inside = shared.path().join("texts");
    let added = finish(
        reader
            .command()
            .arg("--library")
            .arg(shared.path())
            .args(["library", "add"])
            .arg(&inside)
            .arg(reader.texts()),
    );
    assert_eq!(added.out, "2 documents in the library, 2 read now\n", "{}", added.err);
    (reader, shared)
}

#[test]
fn a_restricted_session_reads_the_library_that_is_named_and_opens_what_lies_in_its_fence() {
    let (reader, shared) = shared();
    let run = |arguments: &[&str]| {
        finish(reader.command().arg("--restricted").arg("--library").arg(shared.path()).args(arguments))
    };
    assert!(run(&["70/931"]).out.contains("sail inside"));
    let ran = run(&["70/932"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert_eq!(ran.err, "plenary: 70/932: it is in the library, but this session may not open its file\n");
    let outside = told(&reader.texts());
    for asked in [
        &["search", "sail", "--format", "json"][..],
        &["search", "sail", "--format", "csv"],
        &["search", "sail"],
        &["library"],
        &["library", "check"],
    ] {
        let ran = run(asked);
        assert!(
            !ran.out.contains(&outside) && !ran.err.contains(&outside),
            "{asked:?}: {}{}",
            ran.out,
            ran.err
        );
    }
    assert!(run(&["search", "sail"]).out.contains("A/RES/70/932"), "its words are in the library");
    // With the folder in the fence, its documents open.
    let mut wider = reader.command();
    wider
        .arg("--restricted")
        .arg("--library")
        .arg(shared.path())
        .arg("70/932")
        .arg(reader.texts().join("out.txt"));
    assert!(finish(&mut wider).out.contains("sail outside"));
}

#[test]
fn a_restricted_session_changes_no_library_and_reads_none_that_was_not_named() {
    let (reader, shared) = shared();
    for deed in [&["update"][..], &["rebuild"], &["add", "texts"], &["remove", "texts"]] {
        let mut command = reader.command();
        command.arg("--restricted").arg("--library").arg(shared.path()).arg("library").args(deed);
        let ran = finish(&mut command);
        assert_eq!(
            (ran.status, ran.err.as_str()),
            (2, "plenary: changing a library is not for a restricted session\n")
        );
    }
    reader.run(&["library", "add", "texts"]);
    let ran = reader.run(&["--restricted", "search", "sail"]);
    assert_eq!(
        (ran.status, ran.err.as_str()),
        (2, "plenary: a library that no --library names is not for a restricted session\n")
    );
    let ran = reader.run(&["--restricted", "70/932"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{}", ran.err);
}

fn permit(folder: &Path, of_folders: u32, of_files: u32) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            permit(&path, of_folders, of_files);
        } else {
            fs::set_permissions(&path, fs::Permissions::from_mode(of_files)).unwrap();
        }
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(of_folders)).unwrap();
}

#[test]
fn everyone_may_read_the_files_of_a_library() {
    let (_reader, shared) = shared();
    let mut folders = vec![shared.path().to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
            if path.is_dir() {
                assert_eq!(mode & 0o555, 0o555, "{}", path.display());
                folders.push(path);
            } else {
                assert_eq!(mode & 0o444, 0o444, "{}", path.display());
            }
        }
    }
}

#[test]
fn twenty_read_a_library_at_once_that_they_may_not_write() {
    let (_reader, shared) = shared();
    permit(shared.path(), 0o555, 0o444);
    let readers: Vec<_> = (0..20)
        .map(|_| {
            let folder = shared.path().to_path_buf();
            std::thread::spawn(move || {
                finish(plenary().arg("--library").arg(folder).args(["search", "sailing", "outside"]))
            })
        })
        .collect();
    for reader in readers {
        let ran = reader.join().unwrap();
        assert_eq!(
            (ran.status, ran.out.as_str(), ran.err.as_str()),
            (0, "A/RES/70/932 1: Decides to sail outside.\n", "")
        );
    }
    permit(shared.path(), 0o755, 0o644);
}
