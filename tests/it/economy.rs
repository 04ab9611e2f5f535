//! How many bytes the program sends to the terminal. Byte counts are exact, so they can have a ceiling.
//!
//! A page is compared with the plain text on it, which is what `less` sends. `cargo test --release --test it economy --
//! --ignored --nocapture` prints a table that compares with `less`, including times.

use crate::pty::PATIENCE;
use portable_pty::{Child, CommandBuilder, MasterPty, NativePtySystem, PtySize, PtySystem as _};
use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

const COLUMNS: u16 = 120;
const ROWS: u16 = 40;

/// A terminal that counts bytes and answers queries.
struct Counter {
    _master: Box<dyn MasterPty + Send>,
    keys: Arc<Mutex<Box<dyn std::io::Write + Send>>>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<Mutex<Seen>>,
    /// Time to the first frame, to within two milliseconds.
    first: Duration,
    _folder: tempfile::TempDir,
}

struct Seen {
    screen: vt100::Parser,
    bytes: Vec<u8>,
}

/// A resolution that is longer than the screen, with paragraphs of several lines.
fn document() -> String {
    let mut text =
        "Assemblée générale\n\nSoixante-cinquième session\n\n65/218. Renforcement de la coopération\n\n\
                    L'Assemblée générale,\n\n"
            .to_owned();
    let words = "la coopération internationale dans le domaine des droits de l'homme, conformément à la Charte des \
                 Nations Unies et aux dispositions pertinentes de la Déclaration et du Programme d'action de Vienne, \
                 adoptés le 25 juin 1993 par la Conférence mondiale sur les droits de l'homme";
    for verb in
        ["Réaffirmant", "Rappelant", "Considérant", "Soulignant", "Consciente de"].iter().cycle().take(10)
    {
        writeln!(text, "{verb} {words},\n").unwrap();
    }
    for (at, verb) in ["Réaffirme", "Estime", "Demande", "Prie", "Décide"].iter().cycle().take(30).enumerate()
    {
        writeln!(text, "{}. {verb} {words} ;\n", at + 1).unwrap();
    }
    text
}

impl Counter {
    /// Starts the program. With `answers`, the terminal claims to support left and right margins when queried for them.
    fn start(outline: &str, answers: bool) -> Self {
        Self::run(env!("CARGO_BIN_EXE_plenary"), &["--no-state", "--outline", outline], answers)
    }

    fn run(program: &str, arguments: &[&str], answers: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("resolution.txt");
        std::fs::write(&file, document()).unwrap();
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = NativePtySystem::default().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.arg(&file);
        command.env_clear();
        command.env("PATH", "/usr/local/bin:/usr/bin:/bin");
        command.env("TERM", "xterm-256color");
        command.env("LANG", "fr_FR.UTF-8");
        // Without a UTF-8 locale `less` would show bytes.
        command.env("LESSCHARSET", "utf-8");
        command.env("HOME", folder.path());
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let screen = vt100::Parser::new(ROWS.try_into().unwrap(), COLUMNS.try_into().unwrap(), 0);
        let seen = Arc::new(Mutex::new(Seen { screen, bytes: Vec::new() }));
        let keys = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        let mut output = pair.master.try_clone_reader().unwrap();
        let (all, back) = (Arc::clone(&seen), Arc::clone(&keys));
        std::thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            let mut tail = String::new();
            while let Ok(read @ 1..) = output.read(&mut buffer) {
                let mut seen = all.lock().unwrap();
                seen.screen.process(&buffer[..read]);
                seen.bytes.extend_from_slice(&buffer[..read]);
                drop(seen);
                tail.push_str(&String::from_utf8_lossy(&buffer[..read]));
                for (question, answer) in [
                    ("\x1b[5n", "\x1b[0n"),
                    ("\x1b[?69$p", "\x1b[?69;2$y"),
                    ("\x1b[?6n", if answers { "\x1b[?1;1R" } else { "\x1b[?40;9R" }),
                ] {
                    for _ in 0..tail.matches(question).count() {
                        back.lock().unwrap().write_all(answer.as_bytes()).unwrap();
                    }
                    tail = tail.replace(question, "");
                }
                tail = tail.chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect();
            }
        });
        let mut counter =
            Self { _master: pair.master, keys, child, seen, first: Duration::ZERO, _folder: folder };
        counter.wait("the first frame", |seen| seen.screen.screen().contents().contains("Assemblée"));
        counter.first = started.elapsed();
        if answers {
            // Once the last query is there, all earlier ones have been answered.
            counter.wait("the last question", |seen| contains(&seen.bytes, b"\x1b[?6n"));
        }
        counter.settle();
        counter
    }

    fn wait(&self, what: &str, holds: impl Fn(&Seen) -> bool) {
        let start = Instant::now();
        while !holds(&self.seen.lock().unwrap()) {
            assert!(start.elapsed() < PATIENCE, "waited in vain for {what}");
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Waits until no more bytes come, and returns how many there were.
    fn settle(&self) -> usize {
        self.quiet(Duration::from_millis(150))
    }

    /// Waits until for some time no byte has come and the program has not woken up, and returns the number of bytes.
    fn quiet(&self, silence: Duration) -> usize {
        let count = || (self.seen.lock().unwrap().bytes.len(), self.wakeups());
        let start = Instant::now();
        let mut last = (count(), Instant::now());
        while last.1.elapsed() < silence {
            assert!(start.elapsed() < PATIENCE, "it does not come to rest: {:?}", last.0);
            std::thread::sleep(Duration::from_millis(10));
            let now = count();
            if now != last.0 {
                last = (now, Instant::now());
            }
        }
        last.0.0
    }

    /// How often the program's threads have gone to sleep; 0 if the system does not tell.
    fn wakeups(&self) -> u64 {
        let id = self.child.process_id().unwrap_or(0);
        let threads = std::fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
        let slept = |thread: std::fs::DirEntry| -> Option<u64> {
            let status = std::fs::read_to_string(thread.path().join("status")).ok()?;
            status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?.trim().parse().ok()
        };
        threads.filter_map(slept).sum::<u64>()
    }

    /// Bytes sent per key, if each key is pressed only once the previous one has been drawn.
    fn cost(&self, key: &str, times: usize) -> usize {
        let before = self.settle();
        for _ in 0..times {
            let count = self.seen.lock().unwrap().bytes.len();
            self.press(key);
            self.wait("a frame", |seen| seen.bytes.len() > count);
            self.settle();
        }
        (self.settle() - before) / times
    }

    fn press(&self, keys: &str) {
        self.keys.lock().unwrap().write_all(keys.as_bytes()).unwrap();
    }

    /// Length of the text on the screen with its line ends: what a program without colours and outline would send.
    fn plain(&self) -> usize {
        self.contents().lines().map(|line| line.trim().len() + 2).sum()
    }

    fn contents(&self) -> String {
        self.seen.lock().unwrap().screen.screen().contents()
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[track_caller]
fn within(what: &str, bytes: usize, ceiling: usize) {
    assert!(bytes > 0, "{what} costs nothing, so it does nothing");
    assert!(bytes <= ceiling, "{what} costs {bytes} bytes, which is more than {ceiling}");
}

#[test]
fn without_the_outline_it_sends_hardly_more_than_less() {
    let counter = Counter::start("hidden", false);
    within("the first frame", counter.settle(), counter.plain() * 5 / 4);
    within("a line down", counter.cost("j", 12), 115);
    within("a line up", counter.cost("k", 6), 115);
    within("a page down", counter.cost(" ", 2), counter.plain() * 5 / 4);
    let before = counter.settle();
    counter.press(&"j".repeat(50));
    counter.wait("the last line", |seen| seen.bytes.len() > before);
    within("50 lines at once", counter.settle() - before, 3300);
}

#[test]
fn with_the_outline_scrolling_a_line_does_not_rewrite_the_page() {
    let counter = Counter::start("shown", false);
    within("the first frame", counter.settle(), counter.plain() * 7 / 5);
    within("a line down", counter.cost("j", 12), 250);
    assert!(!contains(&counter.seen.lock().unwrap().bytes, b"\x1b[38;120s"), "margins that are not there");
    within("a page down", counter.cost(" ", 2), counter.plain() * 5 / 4);
}

#[test]
fn at_a_readers_pace_the_outline_is_back_before_the_next_line() {
    let counter = Counter::start("shown", false);
    // The first words of the entries, without the mark of the current one.
    let outline = || -> Vec<String> {
        let contents = counter.contents();
        let entries = contents.lines().filter_map(|line| line.split_once('│'));
        entries.map(|(entry, _)| entry.replace('▌', " ").trim().chars().take(12).collect()).collect()
    };
    let stands = outline();
    // Three lines a second; a machine that is busy may let one come late.
    let mut back = 0;
    for _ in 0..6 {
        counter.press("j");
        std::thread::sleep(Duration::from_millis(330));
        back += usize::from(outline() == stands);
    }
    assert!(back >= 4, "{back} of 6 times: {:#?}", outline());
}

#[test]
fn with_margins_the_text_scrolls_beside_the_outline() {
    let counter = Counter::start("shown", true);
    within("a line down", counter.cost("j", 12), 200);
}

#[test]
fn nothing_is_sent_while_idle() {
    let counter = Counter::start("shown", false);
    counter.quiet(Duration::from_millis(700));
}

#[test]
fn a_key_that_changes_nothing_sends_nothing() {
    let counter = Counter::start("hidden", false);
    counter.press("k");
    counter.wait("the notice", |seen| seen.screen.screen().contents().contains("le début"));
    let before = counter.settle();
    let slept = counter.wakeups();
    counter.press("k");
    // If the system does not tell, the key is assumed to have been processed.
    counter.wait("the key to be heard", |_| slept == 0 || counter.wakeups() > slept);
    assert_eq!(counter.settle(), before, "{}", counter.contents());
}

#[test]
fn keys_are_processed_while_the_terminal_reads_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("resolution.txt");
    std::fs::write(&file, document()).unwrap();
    let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
    let pair = NativePtySystem::default().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_plenary"));
    command.args(["--no-state", file.to_str().unwrap()]);
    command.env("HOME", folder.path());
    command.env("TERM", "xterm");
    let mut child = pair.slave.spawn_command(command).unwrap();
    let mut keys = pair.master.take_writer().unwrap();
    // More than any pseudo-terminal buffers, and nobody reads it.
    for _ in 0..100 {
        keys.write_all(b" b").unwrap();
        std::thread::sleep(Duration::from_millis(4));
    }
    keys.write_all(b"q").unwrap();
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(start.elapsed() < PATIENCE, "q is not heard");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Bytes of the first frame, of a line and of a page, and milliseconds to the first frame.
fn measured(start: impl Fn() -> Counter) -> [f64; 4] {
    let mut times: Vec<f64> = (0..9).map(|_| start().first.as_secs_f64() * 1000.0).collect();
    times.sort_by(f64::total_cmp);
    let counter = start();
    let exact = |bytes: usize| f64::from(u32::try_from(bytes).unwrap());
    let (first, line, page) = (counter.settle(), counter.cost("j", 20), counter.cost(" ", 3));
    [exact(first), exact(line), exact(page), times[4]]
}

#[test]
#[ignore = "measures, and needs less"]
fn the_table_beside_less() {
    let less = measured(|| Counter::run("less", &[], false));
    println!("| 120x40 | first frame, bytes | line | page | first frame, ms |\n|---|---|---|---|---|");
    println!("| less | {} | {} | {} | {:.1} |", less[0], less[1], less[2], less[3]);
    for (name, outline, margins) in [
        ("outline hidden", "hidden", false),
        ("outline shown", "shown", false),
        ("outline shown, margins", "shown", true),
    ] {
        let own = measured(|| Counter::start(outline, margins));
        let [first, line, page, time] =
            [0, 1, 2, 3].map(|at| format!("{:.1} ({:.2}x)", own[at], own[at] / less[at]));
        println!("| {name} | {first} | {line} | {page} | {time} |");
    }
}
