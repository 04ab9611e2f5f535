//! Every end of a session leaves the terminal as it was found: whichever signal ends it, idle or busy, and also when
//! the program dies of a fault.

use crate::conduct::saved;
use crate::pty::{PATIENCE, Pty, sample};
use crate::support::file;
use std::path::PathBuf;
use std::time::Instant;

/// The signals that end a program by default and that a program may hear.
const ENDS: [(&str, u32); 10] = [
    ("TERM", 143),
    ("INT", 130),
    ("HUP", 129),
    ("QUIT", 131),
    ("USR1", 138),
    ("USR2", 140),
    ("ALRM", 142),
    ("VTALRM", 154),
    ("PROF", 155),
    ("XCPU", 152),
];

/// The signals of which a program dies at once.
const FAULTS: [&str; 7] = ["ABRT", "BUS", "FPE", "ILL", "SEGV", "SYS", "TRAP"];

/// A session, and the settings of the terminal before it started.
struct Session {
    pty: Pty,
    before: String,
}

impl Session {
    fn start(arguments: &[&str]) -> Self {
        Self::of(Pty::start(arguments))
    }

    /// A fresh pseudo-terminal has the same settings as any other.
    fn of(pty: Pty) -> Self {
        let fresh = portable_pty::NativePtySystem::default();
        let pair = portable_pty::PtySystem::openpty(&fresh, portable_pty::PtySize::default()).unwrap();
        Self { pty, before: format!("{:?}", pair.master.get_termios().unwrap()) }
    }

    fn settings(&self) -> String {
        format!("{:?}", self.pty.master.as_ref().unwrap().get_termios().unwrap())
    }

    /// Waits until the program has ended, checks the settings of the terminal at that moment, and returns the exit
    /// status.
    fn end(&mut self, how: &str) -> u32 {
        let start = Instant::now();
        while self.pty.child.try_wait().unwrap().is_none() {
            assert!(start.elapsed() < PATIENCE, "{how}: the program does not end");
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        assert_eq!(self.settings(), self.before, "{how}");
        self.pty.end()
    }
}

/// A resolution whose second paragraph is so long that a search in it takes long.
fn endless() -> (tempfile::TempDir, PathBuf) {
    let text = format!(
        "The General Assembly,\n\n1. Decides to sail;\n\n2. Decides {}.\n",
        "to row on and ".repeat(150_000)
    );
    file("endless.txt", text)
}

#[test]
fn whatever_signal_ends_it_the_terminal_is_as_before_and_the_place_is_saved() {
    let document = sample("A_RES_95_12.en.txt");
    for (name, status) in ENDS {
        let mut session = Session::start(&[document.to_str().unwrap(), "--at", "9"]);
        session.pty.wait_for_text("para. 9");
        assert_ne!(session.settings(), session.before, "raw mode is on");
        session.pty.signal(name);
        assert_eq!(session.end(name), status, "{name}");
        session.pty.assert_given_back();
        assert!(saved(session.pty.home.path()).contains("op9"), "{name}: {}", saved(session.pty.home.path()));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_signal_of_real_time_ends_it_like_any_other() {
    let document = sample("A_RES_95_12.en.txt");
    for number in [libc::SIGRTMIN(), libc::SIGRTMIN() + 7, libc::SIGRTMAX()] {
        let mut session = Session::start(&[document.to_str().unwrap(), "--at", "9"]);
        session.pty.wait_for_text("para. 9");
        session.pty.signal(&number.to_string());
        assert_eq!(session.end(&number.to_string()), 128 + u32::try_from(number).unwrap());
        session.pty.assert_given_back();
        assert!(saved(session.pty.home.path()).contains("op9"), "{number}");
    }
}

#[test]
fn a_fault_gives_the_terminal_back() {
    let document = sample("A_RES_95_12.en.txt");
    for name in FAULTS {
        let mut session = Session::start(&["--mouse", document.to_str().unwrap()]);
        session.pty.wait_for_text("A/RES/95/12");
        assert_ne!(session.settings(), session.before, "raw mode is on");
        session.pty.signal(name);
        assert_ne!(session.end(name), 0, "{name}");
        session.pty.assert_given_back();
        let all = session.pty.all();
        assert!(
            all.rfind("1000l") > all.rfind("1000;1006h"),
            "{name}: the mouse is still listened to: {all:?}"
        );
    }
}

#[test]
fn signals_that_a_program_ignores_do_not_disturb_it() {
    let document = sample("A_RES_95_12.en.txt");
    let mut session = Session::start(&[document.to_str().unwrap()]);
    session.pty.wait_for_text("A/RES/95/12");
    for name in ["PIPE", "CHLD", "URG", "XFSZ"] {
        session.pty.signal(name);
    }
    session.pty.press("9\r");
    session.pty.wait_for_text("para. 9");
    session.pty.press("q");
    assert_eq!(session.end("q"), 0);
}

#[test]
fn a_signal_ends_it_while_a_search_goes_on() {
    let (_folder, path) = endless();
    for name in ["TERM", "HUP", "SEGV"] {
        let mut session = Session::start(&[path.to_str().unwrap()]);
        session.pty.wait_for_text("Decides");
        // Of a long file the beginning is shown first, in which there is no second paragraph.
        let start = Instant::now();
        while !session.pty.contents().contains("  para. 2") && start.elapsed() < PATIENCE {
            session.pty.press("\x072\r");
            std::thread::sleep(std::time::Duration::from_millis(300));
        }
        session.pty.press("/");
        session.pty.wait_for_text("Enter go");
        session.pty.press("\x12.*zzz|.\r");
        std::thread::sleep(std::time::Duration::from_millis(300));
        session.pty.signal(name);
        assert_ne!(session.end(name), 0, "{name}");
        session.pty.assert_given_back();
        if name != "SEGV" {
            assert!(
                saved(session.pty.home.path()).contains("op2"),
                "{name}: {}",
                saved(session.pty.home.path())
            );
        }
    }
}

#[test]
fn a_signal_while_a_long_document_is_read_does_not_lose_the_place_of_the_last_time() {
    let paragraphs = (1..9999).map(|at| {
        format!("{at}. Decides to sail the boat {at} and to row on until the evening of that day;\n\n")
    });
    let text = format!("The General Assembly,\n\n{}", paragraphs.collect::<String>());
    let (_folder, path) = file("long.txt", text);
    let path = path.to_str().unwrap();
    let mut pty = Pty::start(&["--linear", path]);
    pty.wait_for_text("? lists the commands");
    pty.press("9000\rq\r");
    assert_eq!(pty.end(), 0);
    let home = std::mem::replace(&mut pty.home, tempfile::tempdir().unwrap());
    let kept = saved(home.path());
    assert!(kept.contains("op9000"), "{kept}");
    let mut session = Session::of(Pty::start_in(home, &[path], &[]));
    session.pty.wait_for_text("Decides to sail");
    session.pty.signal("TERM");
    assert_eq!(session.end("TERM"), 143);
    let kept = saved(session.pty.home.path());
    assert!(kept.contains("op9000"), "{kept}");
}

#[test]
fn a_signal_ends_it_while_a_key_is_held() {
    let document = sample("A_RES_95_12.en.txt");
    for (name, status) in [("TERM", 143), ("HUP", 129)] {
        let mut session = Session::start(&[document.to_str().unwrap()]);
        session.pty.wait_for_text("A/RES/95/12");
        let mut keys = std::mem::replace(&mut session.pty.keys, Box::new(std::io::sink()));
        // Left to itself: writing to a terminal that nobody reads any more blocks for ever.
        drop(std::thread::spawn(move || while std::io::Write::write_all(&mut keys, &[b'j'; 64]).is_ok() {}));
        session.pty.wait_for_text("100 %");
        session.pty.signal(name);
        assert_eq!(session.end(name), status, "{name}");
        session.pty.assert_given_back();
    }
}
