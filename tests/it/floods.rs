//! However much comes from a terminal, and however large it says that it is, a session takes no more memory for it.

use crate::pty::{Pty, sample};
use crate::support::skip;
use portable_pty::PtySize;
use std::io::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

/// A session under a flood may take this many hundredths of the memory of an idle one.
const SHARE: u64 = 150;

/// The most memory that the program has had so far, in kilobytes; `None` where the system does not tell.
fn peak(pty: &Pty) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", pty.child.process_id()?)).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok())
}

/// Types `start` and then `more` without end, and asserts that memory stays what it is.
fn flood(arguments: &[&str], start: &str, more: &'static [u8]) {
    let document = sample("A_RES_95_12.en.txt");
    let mut arguments = arguments.to_vec();
    arguments.push(document.to_str().unwrap());
    let mut pty = Pty::start(&arguments);
    pty.wait_for_text("A/RES/95/12");
    pty.press("j\r");
    std::thread::sleep(Duration::from_millis(300));
    let Some(idle) = peak(&pty) else {
        return skip("this system does not tell how much memory is used", false);
    };
    pty.press(start);
    let mut keys = std::mem::replace(&mut pty.keys, Box::new(std::io::sink()));
    let (typed, enough) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicBool::new(false)));
    let (count, stop) = (Arc::clone(&typed), Arc::clone(&enough));
    // Left to itself: writing to a terminal that nobody reads any more blocks for ever.
    drop(std::thread::spawn(move || {
        while !stop.load(Ordering::Relaxed) && keys.write_all(more).is_ok() {
            count.fetch_add(more.len() as u64, Ordering::Relaxed);
        }
    }));
    // Where keys are taken in faster than they are handled, this is enough to see it.
    std::thread::sleep(Duration::from_secs(3));
    let busy = peak(&pty).unwrap();
    let typed = typed.load(Ordering::Relaxed);
    assert!(busy * 100 <= idle * SHARE, "{busy} kB after {typed} bytes {more:?}, {idle} kB before");
    // The process is gone for the system only once it has let go of the terminal, for which Linux may take long while
    // a line without an end is typed.
    enough.store(true, Ordering::Relaxed);
    pty.signal("TERM");
    assert_eq!(pty.end(), 143, "{more:?}");
}

#[test]
fn keys_answers_and_the_mouse() {
    flood(&[], "", &[b'j'; 512]);
    flood(&[], "", b"\x1b[?69;2$y\x1b[?1;1R\x1b[0n\x1b]11;rgb:00/00/00\x07");
    flood(&["--mouse"], "", b"\x1b[<65;60;5M\x1b[<64;60;5M");
}

#[test]
fn pasted_text_and_sequences_without_an_end() {
    flood(&[], "/\x1b[200~", &[b'x'; 4096]);
    flood(&[], "\x1b]11;", &[b'q'; 4096]);
    flood(&[], "\x1b[", &[b'1'; 4096]);
}

#[test]
fn copying_without_end() {
    flood(&["--print-on-exit"], "", &[b'y'; 64]);
}

#[test]
fn lines_of_the_line_mode() {
    flood(&["--linear"], "", b"j\nk\n");
    flood(&["--linear"], "", &[b'x'; 4096]);
}

#[test]
fn a_huge_window_is_drawn_in_its_corner() {
    let document = sample("A_RES_95_12.en.txt");
    let mut pty = Pty::start(&[document.to_str().unwrap()]);
    pty.wait_for_text("A/RES/95/12");
    let Some(idle) = peak(&pty) else {
        return skip("this system does not tell how much memory is used", false);
    };
    // Each is drawn in an area of its own, so that one which comes while another is drawn is drawn too.
    for (rows, cols) in [(12_000, 700), (24, u16::MAX), (u16::MAX, u16::MAX), (u16::MAX, 80)] {
        let before = pty.all().len();
        pty.master.as_ref().unwrap().resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        pty.wait_for("a frame", |pty| pty.all().get(before..).is_some_and(|all| all.contains("A/RES/95/12")));
    }
    let huge = peak(&pty).unwrap();
    // 500,000 cells take some tens of megabytes, of which a terminal of four billion took all there is.
    assert!(huge <= idle + 100_000, "{huge} kB, and {idle} kB before");
    pty.press("q");
    assert_eq!(pty.end(), 0);
}
