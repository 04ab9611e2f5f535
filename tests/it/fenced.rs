//! What a restricted session must not read and must not write, tried with every command that the program has.

use crate::support::{Ran, finish, plenary};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Words that stand only in documents outside of what is named.
const SECRET: &str = "lighthouse keepers of the outer islands";

/// The commands that read a library, and nothing where none was named.
const OF_LIBRARY: [&str; 5] = ["library", "search", "cited-by", "cites", "votes"];

fn resolution(words: &str) -> String {
    format!("95/12. Tides\n\n     The General Assembly,\n\n     1.   Decides to thank the {words};\n")
}

/// `open/`, which is named, and `secret/`, which is not.
fn grounds() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["open/deep", "secret/deep", "home/.config/plenary"] {
        std::fs::create_dir_all(folder.path().join(name)).unwrap();
    }
    for (name, words) in [
        ("open/a.txt", "crews"),
        ("open/deep/b.txt", "pilots"),
        ("secret/c.txt", SECRET),
        ("secret/deep/d.txt", SECRET),
    ] {
        std::fs::write(folder.path().join(name), resolution(words)).unwrap();
    }
    folder
}

/// The arguments with which each command of the program reads this path, from its own description of its command line.
/// `None` is the reader.
fn commands(path: &Path) -> Vec<(Option<String>, Vec<OsString>)> {
    let described = plenary::internals::command_line();
    let mut found = vec![(None, vec![path.into()]), (None, vec!["--linear".into(), path.into()])];
    for command in described.get_subcommands().filter(|command| command.get_name() != "help") {
        let mut arguments: Vec<OsString> = vec![command.get_name().into()];
        for positional in command.get_positionals() {
            let name = positional.get_value_names().map_or("", |names| names[0].as_str());
            arguments.push(match name {
                "QUERY" | "WORDS" => "thank".into(),
                "FILE" | "SYMBOL" => path.into(),
                "SHELL" => "bash".into(),
                other => panic!("{}: say here what {other} may be", command.get_name()),
            });
        }
        if command.get_name() == "export" {
            arguments.extend(["--to".into(), "csv".into()]);
        }
        found.push((Some(command.get_name().to_owned()), arguments));
    }
    assert!(found.iter().any(|(name, _)| name.as_deref() == Some("jump")));
    found
}

/// Runs every command on a path below the folder, restricted to what it names.
fn each(folder: &Path, below: &str, mut check: impl FnMut(&str, Ran)) {
    for (name, arguments) in commands(&folder.join(below)) {
        let mut command = plenary();
        command.current_dir(folder).env("HOME", folder.join("home")).env_remove("XDG_STATE_HOME");
        command.args(["--restricted", "--no-state"]).args(&arguments).write_stdin("D\n1\n\n2\n\n3\n\nD\n\n");
        check(&format!("{} of {below}", name.as_deref().unwrap_or("the reader")), finish(&mut command));
    }
}

fn shows_nothing(what: &str, ran: &Ran) {
    for said in [&ran.out, &ran.err] {
        assert!(!said.contains("lighthouse") && !said.contains("root:"), "{what} shows it: {said}");
    }
}

#[cfg(unix)]
#[test]
fn no_command_follows_a_link_out_of_what_is_named() {
    use std::os::unix::fs::symlink;
    let folder = grounds();
    let at = |name: &str| folder.path().join(name);
    symlink(at("secret/c.txt"), at("open/file.txt")).unwrap();
    symlink("../secret/c.txt", at("open/relative.txt")).unwrap();
    symlink(at("secret"), at("open/folder")).unwrap();
    symlink(at("secret/deep"), at("open/deep/middle")).unwrap();
    symlink(at("open/file.txt"), at("open/deep/twice.txt")).unwrap();
    symlink("/proc/self/fd/0", at("open/fd.txt")).unwrap();
    symlink("/dev/stdin", at("open/stdin.txt")).unwrap();
    symlink("/proc/self/environ", at("open/environ.txt")).unwrap();
    symlink("/etc/passwd", at("open/passwd.txt")).unwrap();
    each(folder.path(), "open", |what, ran| shows_nothing(what, &ran));
    let held = finish(plenary().args(["--restricted", "jump", "thank"]).arg(at("open")));
    assert_eq!(held.out.lines().count(), 2, "the two that lie there are found: {}{}", held.out, held.err);
    let free = finish(plenary().args(["jump", "thank"]).arg(at("open")));
    assert!(free.out.contains("lighthouse"), "without the option links are followed: {}", free.out);
}

#[cfg(unix)]
#[test]
fn no_command_waits_for_a_pipe_or_reads_a_device_that_it_finds() {
    let folder = grounds();
    let pipe = folder.path().join("open/pipe.txt");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    std::os::unix::fs::symlink("/dev/zero", folder.path().join("open/zero.txt")).unwrap();
    each(folder.path(), "open", |what, ran| assert_ne!(ran.status, -1, "{what} was ended: {}", ran.err));
}

#[test]
fn what_is_named_is_named_however_the_path_is_written() {
    let folder = grounds();
    for below in ["open/a.txt", "secret/../open/a.txt", "open/deep/../a.txt", "./open/a.txt"] {
        each(folder.path(), below, |what, ran| {
            let reads = !["keys", "completions", "man"].iter().any(|other| what.starts_with(other));
            if OF_LIBRARY.iter().any(|other| what.starts_with(other)) {
                // No library was named.
                assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{what}: {}", ran.err);
                assert!(ran.err.contains("is not for a restricted session"), "{what}: {}", ran.err);
                return;
            }
            if what.starts_with("actions") {
                assert_eq!(
                    (ran.status, ran.out.as_str(), ran.err.as_str()),
                    (1, "", ""),
                    "nothing is asked for"
                );
                return;
            }
            assert!(
                ran.status == 0 && (!reads || ran.out.contains("crews") || ran.out.contains("operative")),
                "{what}: {}{}",
                ran.out,
                ran.err
            );
        });
    }
    // What does not exist tells nothing about its neighbours.
    each(folder.path(), "open/../secret/b.txt", |what, ran| {
        shows_nothing(what, &ran);
        assert!(!ran.err.contains("did you mean"), "{what}: {}", ran.err);
    });
}

#[cfg(feature = "packed")]
#[test]
fn a_member_of_an_archive_is_no_path() {
    use std::io::Write as _;
    let folder = grounds();
    let path = folder.path().join("open/papers.zip");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for name in ["../secret/c.txt", "../../etc/passwd", "/etc/passwd", "deep/b.txt"] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(resolution("divers").as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    each(folder.path(), "open/papers.zip", |what, ran| shows_nothing(what, &ran));
    for below in [
        "open/papers.zip/../secret/c.txt",
        "open/papers.zip/../../secret/c.txt",
        "open/papers.zip//etc/passwd",
    ] {
        each(folder.path(), below, |what, ran| shows_nothing(what, &ran));
    }
}

#[test]
fn no_command_writes_a_file() {
    let folder = grounds();
    let before = tree(folder.path());
    for output in ["open/new.csv", "open/a.txt", "pages/", "/dev/stdout"] {
        for (name, mut arguments) in commands(&folder.path().join("open/a.txt")) {
            let described = plenary::internals::command_line();
            let writes = |name: &String| {
                let command = described.find_subcommand(name).unwrap();
                command.get_opts().any(|option| option.get_long() == Some("output"))
            };
            if name.as_ref().is_some_and(writes) {
                arguments.extend(["-o".into(), folder.path().join(output).into()]);
                let ran = finish(plenary().arg("--restricted").args(&arguments));
                assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{name:?} {output}");
                assert_eq!(ran.err, "plenary: export -o is not for a restricted session\n");
            }
        }
    }
    assert_eq!(tree(folder.path()), before);
}

/// All paths below a folder, with what the files hold.
fn tree(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                waiting.push(path.clone());
            }
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            found.push((path, text));
        }
    }
    found.sort();
    found
}

#[test]
fn the_environment_leads_to_no_file_and_no_program() {
    let folder = grounds();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("evil.toml"), format!("theme = \"{SECRET}\"\n")).unwrap();
    std::fs::create_dir_all(at("xdg/plenary")).unwrap();
    std::fs::copy(at("evil.toml"), at("xdg/plenary/config.toml")).unwrap();
    let before = tree(folder.path());
    let touch = format!("touch {}", at("open/touched.txt").display());
    for (name, arguments) in commands(&at("open/a.txt")) {
        let mut command = plenary();
        for variable in ["EDITOR", "VISUAL", "PAGER", "BROWSER", "SHELL", "LESSOPEN", "PLENARY_PAGER"] {
            command.env(variable, &touch);
        }
        for variable in
            ["XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"]
        {
            command.env(variable, at("xdg"));
        }
        command
            .env("HOME", at("none"))
            .env("PLENARY_CONFIG", at("evil.toml"))
            .env("PLENARY_RESTRICTED", "yes");
        command.env("PLENARY_OUTLINE", "nonsense").env("TMPDIR", at("open"));
        let ran = finish(command.arg("--no-state").args(&arguments).write_stdin("q\n"));
        let reads = name.as_deref().is_some_and(|name| !OF_LIBRARY.contains(&name));
        let nothing = i32::from(name.as_deref() == Some("actions"));
        assert!(ran.status == nothing || !reads, "{name:?}: {}", ran.err);
        shows_nothing(&format!("{name:?}"), &ran);
        let ran = finish(plenary().args(["--restricted", "--config"]).arg(at("evil.toml")).args(&arguments));
        assert_eq!(
            (ran.status, ran.err.as_str()),
            (2, "plenary: --config is not for a restricted session\n")
        );
    }
    assert_eq!(tree(folder.path()), before);
}

#[cfg(unix)]
#[test]
fn the_files_of_the_program_itself_are_no_way_out_either() {
    use std::os::unix::fs::symlink;
    let folder = grounds();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("secret/config.toml"), format!("{SECRET}\n")).unwrap();
    symlink(at("secret/config.toml"), at("home/.config/plenary/config.toml")).unwrap();
    std::fs::create_dir_all(at("home/.local/state/plenary")).unwrap();
    std::fs::write(at("secret/state.json"), "{\"version\":1}").unwrap();
    symlink(at("secret/state.json"), at("home/.local/state/plenary/state.json")).unwrap();
    let mut command = plenary();
    command.args(["--restricted", "--linear"]).arg(at("open/a.txt")).env("HOME", at("home"));
    let ran = finish(command.write_stdin("q\n"));
    assert_eq!(ran.status, 2, "{}", ran.out);
    assert!(ran.err.ends_with("(a restricted session neither reads it nor writes it)\n"), "{}", ran.err);
    std::fs::remove_file(at("home/.config/plenary/config.toml")).unwrap();
    let ran = finish(command.write_stdin("j\nq\n"));
    assert!(ran.out.contains("95/12") && ran.out.contains("reading places are not kept"), "{}", ran.out);
    assert_eq!(std::fs::read_to_string(at("secret/state.json")).unwrap(), "{\"version\":1}");
    std::fs::remove_file(at("home/.local/state/plenary/state.json")).unwrap();
    let ran = finish(command.write_stdin("j\nq\n"));
    assert!(!ran.out.contains("not kept"), "{}", ran.out);
    let kept = std::fs::read_to_string(at("home/.local/state/plenary/state.json")).unwrap();
    assert!(kept.contains("95/12"), "{kept}");
}

#[test]
fn a_file_of_the_account_that_was_not_named_is_not_the_last_document() {
    let folder = grounds();
    let mut command = plenary();
    command
        .env("HOME", folder.path().join("home"))
        .env_remove("XDG_STATE_HOME")
        .env_remove("XDG_CONFIG_HOME");
    let read =
        finish(command.arg("--linear").arg(folder.path().join("secret/c.txt")).write_stdin("\n\n\nq\n"));
    assert!(read.out.contains("lighthouse"), "{}", read.out);
    let mut command = plenary();
    command
        .env("HOME", folder.path().join("home"))
        .env_remove("XDG_STATE_HOME")
        .env_remove("XDG_CONFIG_HOME");
    command.args(["--restricted", "--linear"]).arg(folder.path().join("open/a.txt"));
    let ran = finish(command.write_stdin("D\n1\n\nq\n"));
    assert!(ran.out.contains("95/12"), "{}", ran.out);
    shows_nothing("the list", &ran);
    assert!(!ran.out.contains("c.txt"), "{}", ran.out);
}
