//! The program in a real pseudo-terminal: what is on the screen, and what remains after it has ended.

use portable_pty::{Child, CommandBuilder, MasterPty, NativePtySystem, PtySize, PtySystem as _};
use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// The timeout, longer than any machine needs: a test that waits this long has failed.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) struct Pty {
    pub(crate) master: Option<Box<dyn MasterPty + Send>>,
    pub(crate) keys: Box<dyn std::io::Write + Send>,
    pub(crate) child: Box<dyn Child + Send + Sync>,
    pub(crate) screen: Arc<Mutex<vt100::Parser>>,
    pub(crate) bytes: Arc<Mutex<Vec<u8>>>,
    pub(crate) reader: Option<JoinHandle<()>>,
    pub(crate) home: tempfile::TempDir,
}

pub(crate) fn sample(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample-docs").join(name)
}

impl Pty {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), arguments, &[])
    }

    pub(crate) fn start_in(home: tempfile::TempDir, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_plenary"));
        command.args(arguments);
        Self::run(home, command, variables, "")
    }

    /// Starts any program, with `typed` written to the terminal before it starts.
    pub(crate) fn run(
        home: tempfile::TempDir,
        mut command: CommandBuilder,
        variables: &[(&str, &str)],
        typed: &str,
    ) -> Self {
        let size = PtySize { rows: 24, cols: 100, pixel_width: 0, pixel_height: 0 };
        let pair = NativePtySystem::default().openpty(size).unwrap();
        let mut keys = pair.master.take_writer().unwrap();
        keys.write_all(typed.as_bytes()).unwrap();
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "en_US.UTF-8");
        command.env("HOME", home.path());
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let screen =
            Arc::new(Mutex::new(vt100::Parser::new(24.try_into().unwrap(), 100.try_into().unwrap(), 0)));
        let bytes = Arc::new(Mutex::new(Vec::new()));
        let mut output = pair.master.try_clone_reader().unwrap();
        let (parser, all) = (Arc::clone(&screen), Arc::clone(&bytes));
        let reader = std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read @ 1..) = output.read(&mut buffer) {
                parser.lock().unwrap().process(&buffer[..read]);
                all.lock().unwrap().extend_from_slice(&buffer[..read]);
            }
        });
        Self { master: Some(pair.master), keys, child, screen, bytes, reader: Some(reader), home }
    }

    pub(crate) fn contents(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    pub(crate) fn wait_for(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !holds(self) {
            assert!(
                start.elapsed() < PATIENCE,
                "waited in vain for {what}; the screen is\n{}",
                self.contents()
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub(crate) fn wait_for_text(&self, text: &str) {
        self.wait_for(text, |pty| pty.contents().contains(text));
    }

    pub(crate) fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits until the program has ended and all output has been read, and returns the exit status.
    pub(crate) fn end(&mut self) -> u32 {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(start.elapsed() < PATIENCE, "the program does not end");
            std::thread::sleep(Duration::from_millis(5));
        };
        self.master = None;
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        status.exit_code()
    }

    pub(crate) fn all(&self) -> String {
        String::from_utf8_lossy(&self.bytes.lock().unwrap()).into_owned()
    }

    pub(crate) fn assert_given_back(&self) {
        let all = self.all();
        for (taken, back) in
            [("\x1b[?1049h", "\x1b[?1049l"), ("\x1b[?25l", "\x1b[?25h"), ("\x1b[?2004h", "\x1b[?2004l")]
        {
            let (taken, back) = (all.rfind(taken), all.rfind(back));
            assert!(taken.is_some() && taken < back, "the terminal was not given back: {all:?}");
        }
    }

    #[cfg(unix)]
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        let done = std::process::Command::new("kill").args([format!("-{name}"), id]).status().unwrap();
        assert!(done.success());
    }
}

#[test]
fn a_session_of_a_number_enter_and_q_works() {
    let file = sample("A_RES_95_12.en.txt");
    let mut pty = Pty::start(&[file.to_str().unwrap()]);
    pty.wait_for_text("A/RES/95/12");
    pty.press("11\r");
    pty.wait_for_text("para. 11");
    pty.press("q");
    assert_eq!(pty.end(), 0);
    pty.assert_given_back();
}

#[test]
fn the_place_is_remembered_unless_no_state_is_given() {
    let file = sample("A_RES_95_12.en.txt");
    let file = file.to_str().unwrap();
    let mut pty = Pty::start(&[file]);
    pty.wait_for_text("A/RES/95/12");
    pty.press("9\r");
    pty.wait_for_text("para. 9");
    pty.press("q");
    pty.end();
    let home = std::mem::replace(&mut pty.home, tempfile::tempdir().unwrap());
    let mut again = Pty::start_in(home, &[file], &[]);
    again.wait_for_text("para. 9");
    again.press("q");
    again.end();
    let home = std::mem::replace(&mut again.home, tempfile::tempdir().unwrap());
    let mut anew = Pty::start_in(home, &["--no-state", file], &[]);
    anew.wait_for_text("A/RES/95/12");
    anew.wait_for_text("masthead");
    assert!(!anew.contents().contains("para. 9"), "{}", anew.contents());
    anew.press("q");
    anew.end();
}

#[test]
fn copying_asks_the_terminal_by_osc_52() {
    let file = sample("A_RES_95_12.en.txt");
    let mut pty = Pty::start(&[file.to_str().unwrap(), "--at", "3"]);
    pty.wait_for_text("para. 3");
    pty.press("c");
    pty.wait_for_text("sent to the terminal's clipboard");
    assert!(
        pty.all().contains("\x1b]52;c;QS9SRVMvOTUvMTIsIHBhcmEuIDM=\x07"),
        "A/RES/95/12, para. 3 in base64"
    );
    pty.press("q");
    pty.end();
}

#[test]
fn the_screen_follows_a_resize() {
    let file = sample("A_RES_95_12.en.txt");
    let mut pty = Pty::start(&[file.to_str().unwrap(), "--at", "5"]);
    pty.wait_for_text("para. 5");
    let size = PtySize { rows: 12, cols: 60, pixel_width: 0, pixel_height: 0 };
    pty.screen.lock().unwrap().screen_mut().set_size(12.try_into().unwrap(), 60.try_into().unwrap());
    pty.master.as_ref().unwrap().resize(size).unwrap();
    pty.wait_for("the new size", |pty| {
        let contents = pty.contents();
        contents.lines().nth(11).is_some_and(|status| status.contains("para. 5")) && !contents.contains('│')
    });
    pty.press("q");
    assert_eq!(pty.end(), 0);
}

#[test]
fn a_document_is_read_from_standard_input_and_keys_from_the_terminal() {
    let file = sample("A_RES_95_12.en.txt");
    let shell = format!("cat '{}' | '{}' -", file.display(), env!("CARGO_BIN_EXE_plenary"));
    let size = PtySize { rows: 24, cols: 100, pixel_width: 0, pixel_height: 0 };
    let pair = NativePtySystem::default().openpty(size).unwrap();
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", &shell]);
    command.env("TERM", "xterm");
    command.env("XDG_STATE_HOME", "/nonexistent");
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut keys = pair.master.take_writer().unwrap();
    let mut seen = Vec::new();
    let mut buffer = [0; 4096];
    while !String::from_utf8_lossy(&seen).contains("A/RES/95/12") {
        let read = reader.read(&mut buffer).unwrap();
        assert_ne!(read, 0, "{}", String::from_utf8_lossy(&seen));
        seen.extend_from_slice(&buffer[..read]);
    }
    keys.write_all(b"q").unwrap();
    std::thread::spawn(move || while matches!(reader.read(&mut buffer), Ok(1..)) {});
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_missing_file_is_an_error_of_one_sentence_and_the_terminal_is_untouched() {
    let mut pty = Pty::start(&["no-such-resolution.txt"]);
    assert_eq!(pty.end(), 2);
    let all = pty.all();
    assert!(all.contains("no-such-resolution.txt: there is no such file"), "{all}");
    assert!(!all.contains("\x1b[?1049h"), "{all:?}");
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_and_the_terminal_is_restored() {
    for name in ["TERM", "INT", "HUP"] {
        let file = sample("A_RES_95_12.en.txt");
        let mut pty = Pty::start(&[file.to_str().unwrap()]);
        pty.wait_for_text("A/RES/95/12");
        pty.signal(name);
        assert_ne!(pty.end(), 0, "{name}");
        pty.assert_given_back();
    }
}

#[cfg(unix)]
#[test]
fn closing_the_terminal_ends_it() {
    let file = sample("A_RES_95_12.en.txt");
    let pair = NativePtySystem::default().openpty(PtySize::default()).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_plenary"));
    command.args(["--no-state", file.to_str().unwrap()]);
    command.env("TERM", "xterm");
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    // Without a thread that reads, which would keep the terminal open.
    let mut output = pair.master.try_clone_reader().unwrap();
    let mut seen = Vec::new();
    let mut buffer = [0; 4096];
    while !String::from_utf8_lossy(&seen).contains("95/12") {
        let read = output.read(&mut buffer).unwrap();
        seen.extend_from_slice(&buffer[..read]);
    }
    drop(output);
    drop(pair.master);
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(start.elapsed() < PATIENCE, "it goes on without a terminal");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_restores_the_terminal_and_shows_the_message() {
    let file = sample("A_RES_95_12.en.txt");
    let home = tempfile::tempdir().unwrap();
    let mut pty = Pty::start_in(home, &[file.to_str().unwrap()], &[("PLENARY_TEST_PANIC", "1")]);
    pty.wait_for_text("A/RES/95/12");
    pty.press("\x1b[24~");
    assert_eq!(pty.end(), 101);
    pty.assert_given_back();
    assert!(pty.contents().contains("a panic was asked for"), "{}", pty.contents());
}

#[test]
fn a_bad_key_binding_is_an_error_that_names_the_line() {
    let home = tempfile::tempdir().unwrap();
    let config = home.path().join("config.toml");
    std::fs::write(&config, "theme = \"light\"\n[keys]\nline-dwon = \"x\"\n").unwrap();
    let file = sample("A_RES_95_12.en.txt");
    let config = config.to_str().unwrap().to_owned();
    let mut pty = Pty::start_in(home, &["--config", &config, file.to_str().unwrap()], &[]);
    assert_eq!(pty.end(), 2);
    let all = pty.all();
    assert!(
        all.contains("config.toml:3: \"line-dwon\" is not a command; did you mean \"line-down\"?"),
        "{all}"
    );
}

#[test]
fn after_scrolling_stops_the_outline_is_complete_again() {
    let mut pty = Pty::start(&[
        concat!(env!("CARGO_MANIFEST_DIR"), "/sample-docs/A_RES_95_12.en.txt"),
        "--outline",
        "shown",
    ]);
    let words = |pty: &Pty| {
        let contents = pty.contents();
        let outline = contents.lines().filter_map(|line| line.split_once('│').map(|(left, _)| left.trim()));
        outline.filter(|entry| entry.chars().filter(|letter| letter.is_alphabetic()).count() > 3).count()
    };
    pty.wait_for_text("? keys");
    let whole = words(&pty);
    pty.press("jjjjjj");
    pty.wait_for("an outline that has gone up with the text", |pty| words(pty) < whole);
    pty.wait_for("the whole outline", |pty| words(pty) == whole);
    pty.press("q");
    assert_eq!(pty.end(), 0);
}
