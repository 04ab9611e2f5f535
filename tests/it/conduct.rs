//! How the program treats a real terminal: ways in which it ends, is suspended, loses the terminal, or is resized.

use crate::pty::{PATIENCE, Pty, sample};
use crate::support::skip;
use portable_pty::{CommandBuilder, NativePtySystem, PtySize, PtySystem as _};
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

fn document() -> String {
    sample("A_RES_95_12.en.txt").to_str().unwrap().to_owned()
}

pub(crate) fn wait_until(what: &str, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < PATIENCE, "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// The content of the state files in a home folder.
pub(crate) fn saved(home: &Path) -> String {
    let mut found = String::new();
    let mut folders = vec![home.join(".local/state/plenary")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            found.push_str(&std::fs::read_to_string(entry.path()).unwrap_or_default());
        }
    }
    found
}

/// Whether all programs that a test needs are installed; if not, reports that the test is skipped.
pub(crate) fn there(programs: &[&str]) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let find = |program: &&&str| !std::env::split_paths(&path).any(|folder| folder.join(program).is_file());
    let missing = programs.iter().find(find);
    if let Some(program) = missing {
        skip(&format!("{program} is not installed"), true);
    }
    missing.is_none()
}

#[test]
fn however_it_ends_the_place_is_saved_and_the_terminal_restored() {
    for (end, status) in [("q", 0), ("TERM", 143), ("INT", 130), ("HUP", 129), ("QUIT", 131)] {
        let mut pty = Pty::start(&[&document(), "--at", "9"]);
        pty.wait_for_text("para. 9");
        if status == 0 {
            pty.press(end);
        } else {
            pty.signal(end);
        }
        assert_eq!(pty.end(), status, "{end}");
        pty.assert_given_back();
        assert!(saved(pty.home.path()).contains("op9"), "{end}: {}", saved(pty.home.path()));
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_saves_the_place_too() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = Pty::start_in(home, &[&document(), "--at", "9"], &[("PLENARY_TEST_PANIC", "1")]);
    pty.wait_for_text("para. 9");
    pty.press("\x1b[24~");
    assert_eq!(pty.end(), 101);
    assert!(saved(pty.home.path()).contains("op9"), "{}", saved(pty.home.path()));
}

/// A pseudo-terminal of which no other handle is held, so that closing it hangs it up.
struct Bare {
    master: Box<dyn portable_pty::MasterPty + Send>,
    output: Box<dyn std::io::Read + Send>,
    keys: Box<dyn std::io::Write + Send>,
    child: Box<dyn portable_pty::Child + Send + Sync>,
    home: tempfile::TempDir,
}

impl Bare {
    fn start(program: &str, arguments: &[&str]) -> Self {
        let size = PtySize { rows: 24, cols: 100, pixel_width: 0, pixel_height: 0 };
        let pair = NativePtySystem::default().openpty(size).unwrap();
        let home = tempfile::tempdir().unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm");
        command.env("LANG", "en_US.UTF-8");
        command.env("HOME", home.path());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let output = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        Self { master: pair.master, output, keys, child, home }
    }

    fn read_until(&mut self, text: &str) -> String {
        let mut seen = String::new();
        let mut buffer = [0; 4096];
        while !seen.contains(text) {
            let read = self.output.read(&mut buffer).unwrap_or(0);
            assert_ne!(read, 0, "{seen}");
            seen.push_str(&String::from_utf8_lossy(&buffer[..read]));
        }
        seen
    }
}

#[test]
fn a_terminal_that_vanishes_ends_it_and_the_place_is_saved() {
    // With SIGHUP; with SIGHUP ignored; and without SIGHUP, because it is not the controlling terminal.
    for script in ["exec \"$0\" \"$@\"", "trap '' HUP; \"$0\" \"$@\"", "trap '' HUP; setsid -w \"$0\" \"$@\""]
    {
        if script.contains("setsid") && !there(&["setsid"]) {
            continue;
        }
        let program = env!("CARGO_BIN_EXE_plenary");
        let mut bare = Bare::start("sh", &["-c", script, program, &document(), "--at", "9"]);
        bare.read_until("para. 9");
        let Bare { master, output, keys, mut child, home } = bare;
        drop((master, output, keys));
        wait_until(script, || child.try_wait().unwrap().is_some());
        assert!(saved(home.path()).contains("op9"), "{script}: {}", saved(home.path()));
    }
}

#[test]
fn a_signal_ends_it_while_the_terminal_reads_nothing() {
    let mut bare = Bare::start(env!("CARGO_BIN_EXE_plenary"), &[&document()]);
    bare.read_until("95/12");
    // Nobody reads the output from here on, so frames fill the pseudo-terminal until it accepts no more bytes.
    let id = bare.child.process_id().unwrap().to_string();
    let written = || {
        let io = std::fs::read_to_string(format!("/proc/{id}/io")).unwrap_or_default();
        io.lines().find_map(|line| line.strip_prefix("wchar: ")).map(str::to_owned)
    };
    let (mut last, mut quiet) = (written(), 0);
    if last.is_none() {
        skip("this system does not tell what a process has written", false);
        return;
    }
    wait_until("a terminal that is full", || {
        bare.keys.write_all(if quiet % 2 == 0 { b"G" } else { b"g" }).unwrap();
        std::thread::sleep(Duration::from_millis(20));
        let now = written();
        quiet = if now == last { quiet + 1 } else { 0 };
        last = now;
        // Every second key changes the whole page, which may take long on a slow machine.
        quiet > 40
    });
    assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    wait_until("the end", || bare.child.try_wait().unwrap().is_some());
    let mut rest = Vec::new();
    drop(bare.output.read_to_end(&mut rest));
    let rest = String::from_utf8_lossy(&rest).into_owned();
    assert!(rest.contains("\x1b\\\x1b[r"), "cut, and closed: {rest:?}");
    assert!(rest.ends_with("\x1b[?2004l\x1b[?1049l\x1b[?25h"), "given back: {rest:?}");
}

#[test]
fn a_signal_ends_the_line_mode_while_the_terminal_reads_nothing() {
    let mut bare = Bare::start(env!("CARGO_BIN_EXE_plenary"), &["--linear", &document()]);
    bare.read_until("? lists the commands");
    bare.keys.write_all(b"9\r").unwrap();
    bare.read_until("operative paragraph 9 of 14");
    // Nobody reads the output from here on: the outline, often enough, fills the pseudo-terminal.
    bare.keys.write_all(&b"o\r".repeat(200)).unwrap();
    std::thread::sleep(Duration::from_millis(500));
    let id = bare.child.process_id().unwrap().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    let mut status = None;
    wait_until("the end", || {
        status = bare.child.try_wait().unwrap();
        status.is_some()
    });
    assert_eq!(status.unwrap().exit_code(), 143);
    assert!(saved(bare.home.path()).contains("op9"), "{}", saved(bare.home.path()));
}

#[test]
fn killing_its_tmux_pane_ends_it_and_the_place_is_saved() {
    if !there(&["tmux"]) {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let tmux = |arguments: &[&str]| {
        let mut command = Command::new("tmux");
        command.arg("-S").arg(home.path().join("socket")).args(["-f", "/dev/null"]).args(arguments);
        command
            .env_remove("TMUX")
            .env_remove("XDG_STATE_HOME")
            .env("HOME", home.path())
            .env("LANG", "C.UTF-8");
        let output = command.output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let line = format!("'{}' '{}' --at 9", env!("CARGO_BIN_EXE_plenary"), document());
    // A second pane keeps the tmux server running.
    tmux(&["new-session", "-d", "-x", "100", "-y", "40", "sleep 600"]);
    let pane = tmux(&["split-window", "-P", "-F", "#{pane_id} #{pane_pid}", &line]);
    let (pane, id) = pane.trim().split_once(' ').unwrap();
    wait_until("the text", || tmux(&["capture-pane", "-p", "-t", pane]).contains("para. 9"));
    tmux(&["kill-pane", "-t", pane]);
    wait_until("the end", || !Path::new("/proc").join(id).exists());
    assert!(saved(home.path()).contains("op9"), "{}", saved(home.path()));
    tmux(&["kill-server"]);
}

/// An interactive shell with job control, which Ctrl-Z and `fg` need.
pub(crate) fn shell() -> Pty {
    let mut command = CommandBuilder::new("sh");
    command.arg("-i");
    let variables = [("PS1", "ready> "), ("PATH", "/usr/bin:/bin")];
    Pty::run(tempfile::tempdir().unwrap(), command, &variables, "")
}

#[test]
fn after_suspending_it_resumes_at_the_same_place_in_a_new_size() {
    let mut pty = shell();
    pty.wait_for_text("ready>");
    pty.press(&format!("'{}' '{}' --at 5\r", env!("CARGO_BIN_EXE_plenary"), document()));
    pty.wait_for_text("para. 5");
    pty.press("\x1a");
    pty.wait_for("the shell", |pty| pty.contents().trim_end().ends_with("ready>"));
    pty.assert_given_back();
    let size = PtySize { rows: 20, cols: 60, pixel_width: 0, pixel_height: 0 };
    pty.screen.lock().unwrap().screen_mut().set_size(20.try_into().unwrap(), 60.try_into().unwrap());
    pty.master.as_ref().unwrap().resize(size).unwrap();
    pty.press("fg\r");
    pty.wait_for("the place, at the new size", |pty| {
        let contents = pty.contents();
        contents.lines().nth(19).is_some_and(|status| status.contains("para. 5")) && !contents.contains('│')
    });
    pty.press("q");
    pty.wait_for("the shell", |pty| pty.contents().trim_end().ends_with("ready>"));
    pty.press("exit\r");
    pty.end();
    pty.assert_given_back();
}

#[test]
fn without_job_control_it_does_not_suspend_and_says_so() {
    let mut pty = Pty::start(&[&document()]);
    pty.wait_for_text("A/RES/95/12");
    pty.press("\x1a");
    pty.wait_for_text("there is no shell to come back from");
    pty.press("q");
    assert_eq!(pty.end(), 0);
}

#[test]
fn stopped_by_a_signal_it_takes_over_the_terminal_again_when_resumed() {
    let mut pty = Pty::start(&[&document(), "--at", "5"]);
    pty.wait_for_text("para. 5");
    pty.signal("STOP");
    let before = pty.all().len();
    pty.signal("CONT");
    pty.wait_for("a whole frame", |pty| {
        let all = pty.all();
        let since = all.get(before..).unwrap_or_default();
        since.contains("\x1b[?1049h") && since.contains("para. 5")
    });
    pty.press("q");
    assert_eq!(pty.end(), 0);
    pty.assert_given_back();
}

#[test]
fn keys_typed_before_it_starts_are_kept() {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_plenary"));
    command.arg(document());
    let mut pty = Pty::run(tempfile::tempdir().unwrap(), command, &[], "11\r");
    pty.wait_for_text("para. 11");
    pty.press("q");
    assert_eq!(pty.end(), 0);
}

#[test]
fn a_burst_of_resizes_is_debounced() {
    let mut pty = Pty::start(&[&document(), "--at", "5"]);
    pty.wait_for_text("para. 5");
    let before = pty.all().len();
    for cols in (60..=90).rev() {
        let size = PtySize { rows: 20, cols, pixel_width: 0, pixel_height: 0 };
        pty.master.as_ref().unwrap().resize(size).unwrap();
    }
    pty.screen.lock().unwrap().screen_mut().set_size(20.try_into().unwrap(), 60.try_into().unwrap());
    pty.wait_for("the last size", |pty| !pty.contents().contains('│') && pty.contents().contains("para. 5"));
    pty.press("q");
    pty.end();
    let since = pty.all().split_off(before);
    // A busy machine may draw some sizes before the later ones arrive.
    let drawn = since.matches("para. 5 ·").count();
    assert!((1..=15).contains(&drawn), "{drawn} of 31: {since:?}");
}
