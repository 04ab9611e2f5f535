//! Runs the program as a user does, but with a home folder of its own.

use assert_cmd::Command;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The program, isolated from the configuration and state of whoever runs the tests.
pub(crate) fn plenary() -> Command {
    let mut command = Command::cargo_bin("plenary").unwrap();
    for variable in ["NO_COLOR", "LANG", "LC_ALL", "LC_MESSAGES", "COLORFGBG"] {
        command.env_remove(variable);
    }
    for (variable, _) in std::env::vars().filter(|(name, _)| name.starts_with("PLENARY_")) {
        command.env_remove(variable);
    }
    let nowhere = Path::new(env!("CARGO_TARGET_TMPDIR")).join("home");
    command
        .env("HOME", &nowhere)
        .env("XDG_CONFIG_HOME", nowhere.join("config"))
        .env("XDG_STATE_HOME", nowhere.join("state"))
        .env("XDG_CACHE_HOME", nowhere.join("cache"))
        .env("XDG_DATA_HOME", nowhere.join("data"));
    command.timeout(std::time::Duration::from_mins(1));
    command
}

/// The result of a run.
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs the program with arguments and empty standard input.
pub(crate) fn run<S: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = S>) -> Ran {
    finish(plenary().args(arguments))
}

/// Runs a command to its end.
pub(crate) fn finish(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    Ran {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).expect("the output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("errors are UTF-8"),
    }
}

/// Path of a sample document.
pub(crate) fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-docs").join(name)
}

/// Reports that a test skips something, even though the output of tests is captured.
///
/// # Panics
/// If `PLENARY_TESTS_ALL` is set and what is missing is a package that could be installed.
#[cfg_attr(not(unix), expect(dead_code, reason = "what is skipped elsewhere is not compiled"))]
pub(crate) fn skip(why: &str, package: bool) {
    use std::io::Write as _;
    assert!(
        !package || std::env::var_os("PLENARY_TESTS_ALL").is_none(),
        "{why}: all tests are asked for, so install it"
    );
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}

/// Creates a folder with one file in it, and returns both.
pub(crate) fn file(name: &str, content: impl AsRef<[u8]>) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    (folder, path)
}
