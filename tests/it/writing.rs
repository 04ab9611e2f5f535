//! Files that are written: what was there before is whole until the new content is, and trouble is one sentence.

use crate::support::{Ran, finish, plenary, sample};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn entries(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

fn export(to: &Path) -> Ran {
    let mut command = plenary();
    command.args(["export", "--to", "html", "-o"]).arg(to).arg(sample("A_RES_95_12.en.txt"));
    finish(&mut command)
}

#[test]
fn a_file_that_cannot_be_written_whole_stays_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.html");
    std::fs::write(&page, "the old page").unwrap();
    // The greatest size of a file, in blocks of 512 or 1,024 bytes: less than the page.
    let limited = format!(
        "ulimit -f 4; exec '{}' export --to html -o '{}' '{}'",
        env!("CARGO_BIN_EXE_plenary"),
        page.display(),
        sample("A_RES_95_12.en.txt").display()
    );
    let ran = Command::new("sh").args(["-c", &limited]).env("HOME", folder.path()).output().unwrap();
    let said = String::from_utf8(ran.stderr).unwrap();
    assert_eq!(ran.status.code(), Some(2), "{said}");
    assert!(said.contains("page.html: it cannot be written (file too large)"), "{said}");
    assert_eq!(std::fs::read_to_string(&page).unwrap(), "the old page");
    assert_eq!(entries(folder.path()), ["page.html"], "no half of a file is left");
    assert_eq!(export(&page).status, 0);
    assert!(std::fs::read_to_string(&page).unwrap().ends_with("</html>\n"));
}

#[test]
fn a_pipe_in_a_folder_that_is_written_to_is_an_error_and_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    pipe(&folder.path().join("A_RES_95_12.en.html"));
    let ran = export(folder.path());
    assert_eq!(ran.status, 2, "{}", ran.err);
    let said = "A_RES_95_12.en.html: it cannot be written (it is not a regular file)\n";
    assert!(ran.err.ends_with(said), "{}", ran.err);
}

#[test]
fn pipes_and_devices_are_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pipe");
    pipe(&path);
    let read = {
        let path = path.clone();
        std::thread::spawn(move || std::fs::read_to_string(path).unwrap())
    };
    assert_eq!(export(&path).status, 0);
    assert!(read.join().unwrap().ends_with("</html>\n"));
    assert_eq!(entries(folder.path()), ["pipe"]);
    let ran = export(Path::new("/dev/stdout"));
    assert!(ran.status == 0 && ran.out.ends_with("</html>\n"), "{}", ran.err);
    assert_eq!(export(Path::new("/dev/null")).status, 0);
    if cfg!(target_os = "linux") {
        let ran = export(Path::new("/dev/full"));
        assert_eq!(ran.err, "plenary: /dev/full: it cannot be written (no space left on device)\n");
    }
    // The shell goes on in the file where the page ends.
    let both = folder.path().join("both");
    let script = format!(
        "{{ '{}' export --to html -o /dev/stdout '{}'; echo after; }} > '{}'",
        env!("CARGO_BIN_EXE_plenary"),
        sample("A_RES_95_12.en.txt").display(),
        both.display()
    );
    assert!(Command::new("sh").args(["-c", &script]).env("HOME", folder.path()).status().unwrap().success());
    assert!(std::fs::read_to_string(&both).unwrap().ends_with("</html>\nafter\n"));
}

#[test]
fn a_folder_in_the_way_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let ran = export(&folder.path().join("none/page.html"));
    assert!(
        ran.err.ends_with("none/page.html: it cannot be written (no such file or directory)\n"),
        "{}",
        ran.err
    );
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let ran = export(&file.join("page.html"));
    assert!(ran.err.ends_with("page.html: it cannot be written (not a directory)\n"), "{}", ran.err);
}

/// A home folder, and the state file in it, which is not there yet.
fn home() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".local/state/plenary");
    std::fs::create_dir_all(&folder).unwrap();
    (home, folder.join("state.json"))
}

fn session(home: &Path) -> Ran {
    let mut command = plenary();
    command.env("HOME", home).env_remove("XDG_STATE_HOME").env_remove("XDG_CONFIG_HOME");
    finish(command.arg("--linear").arg(sample("A_RES_95_12.en.txt")).write_stdin("\nq\n"))
}

#[test]
fn a_state_file_that_is_none_is_told_at_the_end_too_and_nobody_waits_for_it() {
    let put = [
        ("it is not a regular file", pipe as fn(&Path)),
        ("is a directory", |path: &Path| std::fs::create_dir(path).unwrap()),
        ("too many levels of symbolic links", |path: &Path| {
            std::os::unix::fs::symlink("state.json", path).unwrap();
        }),
    ];
    for (why, put) in put {
        let (home, state) = home();
        put(&state);
        let ran = session(home.path());
        assert_eq!(ran.status, 0, "{}", ran.err);
        let told = format!("reading places are not kept: {why}");
        assert!(ran.out.trim_end().ends_with(&told), "{why}: {}", ran.out);
        assert_eq!(ran.out.matches(&told).count(), 2, "{}", ran.out);
    }
    // A catalogue and a lock that cannot be opened keep nothing back.
    let (home, state) = home();
    pipe(&state.with_file_name("catalogue.json"));
    pipe(&state.with_file_name("state.lock"));
    let ran = session(home.path());
    assert!(!ran.out.contains("not kept") && !ran.out.contains("not saved"), "{}", ran.out);
    assert!(std::fs::read_to_string(&state).unwrap().contains("95/12"));
}

#[test]
fn a_state_file_that_is_a_link_stays_one() {
    let (home, state) = home();
    let elsewhere = home.path().join("elsewhere.json");
    std::fs::write(&elsewhere, "{\"version\":1}").unwrap();
    std::os::unix::fs::symlink(&elsewhere, &state).unwrap();
    assert_eq!(session(home.path()).status, 0);
    assert!(std::fs::symlink_metadata(&state).unwrap().is_symlink());
    assert!(std::fs::read_to_string(&elsewhere).unwrap().contains("95/12"));
}

#[test]
fn a_place_that_cannot_be_saved_is_told_at_the_end() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join(".local"), "a file where a folder should be").unwrap();
    let ran = session(home.path());
    assert!(ran.out.trim_end().ends_with("your place was not saved: not a directory"), "{}", ran.out);
}

#[test]
fn a_settings_file_that_is_a_pipe_is_not_waited_for_unless_it_was_named() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".config/plenary");
    std::fs::create_dir_all(&folder).unwrap();
    pipe(&folder.join("config.toml"));
    let ran = session(home.path());
    assert!(ran.err.ends_with("cannot be read (it is not a regular file)\n"), "{}", ran.err);
    let named = home.path().join("named");
    pipe(&named);
    let writer = {
        let named = named.clone();
        std::thread::spawn(move || std::fs::write(named, "measure = 1\n").unwrap())
    };
    let ran = finish(plenary().arg("--config").arg(&named).arg("keys"));
    writer.join().unwrap();
    assert!(ran.err.contains("measure is 1"), "{}", ran.err);
}

#[test]
fn relative_folders_in_the_environment_are_told_and_not_used() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = plenary();
    command.current_dir(folder.path()).env("HOME", "home").env("XDG_CONFIG_HOME", "config");
    command.env("XDG_STATE_HOME", "state").arg("--linear").arg(sample("A_RES_95_12.en.txt"));
    let ran = finish(command.write_stdin("\nq\n"));
    assert_eq!(ran.status, 0);
    for variable in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
        let told = format!("plenary: {variable} is a relative path, so what plenary keeps there is neither");
        assert!(ran.err.contains(&told), "{}", ran.err);
    }
    assert_eq!(entries(folder.path()), [""; 0]);
}

#[test]
fn a_reader_that_goes_away_ends_the_writing_quietly() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.args(["show", "--format", "json"]).arg(sample("A_RES_95_12.en.txt"));
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let ran = child.wait_with_output().unwrap();
    assert_eq!((ran.status.code(), ran.stderr.len()), (Some(0), 0));
}
