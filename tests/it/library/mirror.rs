//! The script that carries a library to other machines, with two folders that stand in for them.

use super::{Reader, resolution};
use crate::support::{Ran, finish, skip};
use std::fs;
use std::path::Path;
use std::process::Command;

fn mirror(from: &Path, to: &Path) -> Option<Ran> {
    if Command::new("rsync").arg("--version").output().is_err() {
        skip("rsync is not installed", true);
        return None;
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging/mirror-library.sh");
    Some(finish(assert_cmd::Command::new(script).arg(from).arg(to)))
}

#[test]
fn a_library_is_carried_to_another_folder_and_follows_what_is_published() {
    let reader = Reader::with_library();
    let others = tempfile::tempdir().unwrap();
    let hosts = [others.path().join("one/library"), others.path().join("two/library")];
    for host in &hosts {
        let Some(ran) = mirror(&reader.index(), host) else { return };
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    }
    let search = |host: &Path, words: &str| {
        finish(reader.command().arg("--library").arg(host).args(["search", words])).out
    };
    for host in &hosts {
        assert_eq!(search(host, "sailing"), "A/RES/70/901 2: Decides to sail.\n");
    }
    reader.write("new.txt", &resolution("A/RES/71/903", "1. Decides to row."));
    assert_eq!(reader.run(&["library", "update"]).status, 0);
    mirror(&reader.index(), &hosts[0]).unwrap();
    assert_eq!(search(&hosts[0], "rowing"), "A/RES/71/903 1: Decides to row.\n");
    assert_eq!(search(&hosts[1], "rowing"), "", "nobody carried it there");
    let left = |host: &Path| {
        let versioned =
            fs::read_dir(host).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.is_dir());
        let mut names: Vec<String> = fs::read_dir(versioned.unwrap())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    assert!(
        !left(&hosts[0]).iter().any(|name| name == "building" || name == "lock"),
        "{:?}",
        left(&hosts[0])
    );
}

#[test]
fn a_folder_without_a_library_is_not_carried() {
    let folder = tempfile::tempdir().unwrap();
    let Some(ran) = mirror(folder.path(), &folder.path().join("there")) else { return };
    assert_eq!(
        (ran.status, ran.err.as_str()),
        (1, format!("{}: there is no library in it\n", folder.path().display()).as_str())
    );
}
