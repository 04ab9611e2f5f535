//! Copying, pasting and the mouse in a real pseudo-terminal, also through tmux and screen.

use crate::conduct::{there, wait_until};
use crate::pty::{Pty, sample};
use portable_pty::CommandBuilder;
use std::process::Command;

fn document() -> String {
    sample("A_RES_95_12.en.txt").to_str().unwrap().to_owned()
}

/// The OSC 52 escape sequence that puts "A/RES/95/12, para. 3" on the clipboard.
const ASKED: &str = "\x1b]52;c;QS9SRVMvOTUvMTIsIHBhcmEuIDM=\x07";
const CITATION: &str = "A/RES/95/12, para. 3";

/// The command line that starts the program in a shell within tmux or screen.
fn line() -> String {
    format!("'{}' '{}' --at 3", env!("CARGO_BIN_EXE_plenary"), document())
}

struct Tmux {
    home: tempfile::TempDir,
}

impl Tmux {
    fn start(options: &[&[&str]]) -> Self {
        let tmux = Self { home: tempfile::tempdir().unwrap() };
        tmux.run(&["new-session", "-d", "-x", "100", "-y", "24", "sleep 600"]);
        for option in options {
            tmux.run(&[&["set-option", "-g"], *option].concat());
        }
        tmux
    }

    fn arguments(&self) -> Vec<String> {
        let socket = self.home.path().join("socket");
        ["-S", socket.to_str().unwrap(), "-f", "/dev/null"].map(str::to_owned).to_vec()
    }

    fn run(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("tmux");
        command.args(self.arguments()).args(arguments);
        command.env_remove("TMUX").env("HOME", self.home.path()).env("LANG", "C.UTF-8");
        String::from_utf8_lossy(&command.output().unwrap().stdout).into_owned()
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

#[test]
fn tmux_accepts_copied_text() {
    if !there(&["tmux"]) {
        return;
    }
    let tmux = Tmux::start(&[&["set-clipboard", "on"]]);
    tmux.run(&["respawn-pane", "-k", &line()]);
    wait_until("the text", || tmux.run(&["capture-pane", "-p"]).contains("para. 3"));
    tmux.run(&["send-keys", "c"]);
    wait_until("the buffer of tmux", || tmux.run(&["show-buffer"]) == CITATION);
}

#[test]
fn tmux_passes_copied_text_on_to_the_terminal() {
    if !there(&["tmux"]) {
        return;
    }
    let tmux = Tmux::start(&[&["set-clipboard", "off"], &["allow-passthrough", "on"]]);
    tmux.run(&["respawn-pane", "-k", &line()]);
    let mut command = CommandBuilder::new("tmux");
    command.args(tmux.arguments());
    command.arg("attach");
    let mut pty = Pty::run(tempfile::tempdir().unwrap(), command, &[("PATH", "/usr/bin:/bin")], "");
    pty.wait_for_text("para. 3");
    pty.press("c");
    pty.wait_for("the sequence", |pty| pty.all().contains(ASKED));
    tmux.run(&["kill-server"]);
    pty.end();
}

#[test]
fn screen_passes_copied_text_on_to_the_terminal() {
    if !there(&["screen"]) {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let sockets = home.path().join("sockets");
    std::fs::create_dir(&sockets).unwrap();
    std::fs::set_permissions(&sockets, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    let mut command = CommandBuilder::new("screen");
    command.args(["-c", "/dev/null", "-U", env!("CARGO_BIN_EXE_plenary"), &document(), "--at", "3"]);
    let sockets = sockets.to_str().unwrap().to_owned();
    let mut pty = Pty::run(home, command, &[("SCREENDIR", &sockets), ("PATH", "/usr/bin:/bin")], "");
    pty.wait_for_text("para. 3");
    pty.press("c");
    pty.wait_for("the sequence", |pty| pty.all().contains(ASKED));
    pty.press("4\rY");
    // A longer text is sent in several pieces and arrives as one.
    pty.wait_for("the paragraph", |pty| {
        pty.all()
            .split("\x1b]52;c;")
            .skip(1)
            .any(|rest| rest.split_once('\x07').is_some_and(|(text, _)| text.len() > 300))
    });
    pty.press("q");
    pty.end();
}

#[test]
fn without_a_clipboard_copied_text_is_printed_at_the_end() {
    for (arguments, variables, said) in [
        (&[][..], &[("TERM", "linux")][..], "written out when you quit, for want of a clipboard"),
        (&["--print-on-exit"], &[], "sent to the terminal's clipboard, and written out when you quit"),
    ] {
        let file = document();
        let mut all = vec![file.as_str(), "--at", "3"];
        all.extend(arguments);
        let mut pty = Pty::start_in(tempfile::tempdir().unwrap(), &all, variables);
        pty.wait_for_text("para. 3");
        pty.press("c");
        pty.wait_for_text(said);
        pty.press("q");
        assert_eq!(pty.end(), 0);
        pty.assert_given_back();
        assert!(pty.contents().contains(CITATION), "{}", pty.contents());
        assert_eq!(pty.all().contains(ASKED), variables.is_empty());
    }
}

#[test]
fn text_too_long_for_the_clipboard_is_printed_at_the_end() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("long.txt");
    std::fs::write(&path, format!("1. Decides to keep {}at the end.\n", "many words ".repeat(6000))).unwrap();
    let path = path.to_str().unwrap().to_owned();
    let mut pty = Pty::start_in(home, &[&path], &[]);
    pty.wait_for_text("Decides");
    pty.press("y");
    pty.wait_for_text("too long for the terminal's clipboard");
    pty.press("q");
    assert_eq!(pty.end(), 0);
    assert!(!pty.all().contains("\x1b]52"));
    assert!(pty.contents().contains("words at the end."), "{}", pty.contents());
}

#[test]
fn pasted_text_goes_into_the_query_and_is_never_a_key() {
    let mut pty = Pty::start(&[&document()]);
    pty.wait_for_text("A/RES/95/12");
    // No input field is open, so nothing happens.
    pty.press("\x1b[200~q\rZZ\x1b[201~/");
    pty.wait_for_text("Enter go");
    pty.press("\x1b[200~official\r\nq\x03\x1b[31m languages\r\x1b[201~");
    pty.wait_for_text("/ official q[31m languages");
    pty.press("\x07q");
    assert_eq!(pty.end(), 0);
    pty.assert_given_back();
}

#[test]
fn the_mouse_is_captured_only_on_request() {
    let mut pty = Pty::start(&[&document()]);
    pty.wait_for_text("A/RES/95/12");
    pty.press("M");
    pty.wait_for_text("mouse on");
    assert!(pty.all().contains("\x1b[?1000;1006h"));
    pty.press("M");
    pty.wait_for_text("mouse off");
    assert!(pty.all().contains("\x1b[?1006;1000l"));
    pty.press("q");
    assert_eq!(pty.end(), 0);
    let mut pty = Pty::start(&[&document()]);
    pty.wait_for_text("A/RES/95/12");
    pty.press("\x1b[<65;60;5Mq");
    assert_eq!(pty.end(), 0);
    assert!(!pty.all().contains("1000"), "{:?}", pty.all());
}

/// Row and column of a text on the screen, from 1.
fn place(pty: &Pty, text: &str) -> (usize, usize) {
    let contents = pty.contents();
    let (row, line) = contents.lines().enumerate().find(|(_, line)| line.contains(text)).unwrap();
    let column = line.split(text).next().unwrap().chars().count();
    (row + 1, column + 1)
}

#[test]
fn the_wheel_scrolls_and_clicks_go_to_what_is_clicked() {
    let mut pty = Pty::start(&["--mouse", &document()]);
    pty.wait_for_text("A/RES/95/12");
    let top = pty.contents().lines().next().unwrap().to_owned();
    pty.press("\x1b[<65;60;5M");
    pty.wait_for("the text three lines up", |pty| !pty.contents().starts_with(&top));
    pty.press("\x1b[<64;60;5M");
    pty.wait_for("the text where it was", |pty| pty.contents().starts_with(&top));
    let (row, column) = place(&pty, "6 Not");
    pty.press(&format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m"));
    pty.wait_for_text("preambular para. 6");
    pty.press("\x1b[<0;100;24M");
    pty.press("3\r");
    pty.wait_for_text("  para. 3");
    pty.press("q");
    assert_eq!(pty.end(), 0);
    let all = pty.all();
    assert!(all.rfind("\x1b[?1006;1000l") > all.rfind("\x1b[?1000;1006h"), "{all:?}");
}

#[test]
fn clicking_a_note_shows_it_and_clicking_a_reference_follows_it() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("short.txt");
    std::fs::write(&path, crate::harness::SHORT).unwrap();
    let path = path.to_str().unwrap().to_owned();
    let mut pty = Pty::start_in(home, &["--mouse", "--outline", "hidden", &path], &[]);
    pty.wait_for_text("3 December 2039");
    let (row, column) = place(&pty, "¹");
    pty.press(&format!("\x1b[<0;{column};{row}M"));
    pty.wait_for_text("See A/95/12, chap. II.");
    let (row, column) = place(&pty, "paragraph 1 above");
    pty.press(&format!("\x1b[<0;{};{row}M", column + 3));
    pty.wait_for_text("para. 1 ·");
    pty.press("q");
    assert_eq!(pty.end(), 0);
}

#[test]
fn references_are_hyperlinks_where_the_terminal_supports_them() {
    const LINK: &str = ";https://docs.un.org/en/A/RES/92/8\x1b\\";
    for (arguments, variables, linked) in [
        (&[][..], &[("TERM", "xterm-256color")][..], false),
        (&[], &[("TERM", "xterm-kitty")], true),
        (&["--links", "never"], &[("TERM", "xterm-kitty")], false),
        (&["--links", "always"], &[("TERM", "xterm-256color")], true),
        (&[], &[("PLENARY_LINKS", "always")], true),
    ] {
        let file = document();
        let mut all = vec![file.as_str(), "--at", "pp2"];
        all.extend(arguments);
        let mut pty = Pty::start_in(tempfile::tempdir().unwrap(), &all, variables);
        pty.wait_for_text("92/8");
        pty.press("jjjjkkkkq");
        assert_eq!(pty.end(), 0);
        let sent = pty.all();
        assert_eq!(sent.contains(LINK), linked, "{arguments:?} {variables:?}: {sent:?}");
        let opened = sent.matches("\x1b]8;id=").count();
        assert_eq!(opened, sent.matches("\x1b]8;;\x1b\\").count(), "all that were opened are closed");
        assert!(!sent.contains("\x1b[48;2") && !sent.contains(";48;2"), "the mark is no colour");
    }
}
