//! Colours, background detection and character sets: the bytes sent to a real pseudo-terminal.

use crate::pty::{Pty, sample};

fn start(arguments: &[&str], variables: &[(&str, &str)]) -> Pty {
    let file = sample("A_RES_95_12.fr.txt");
    let mut all = vec![file.to_str().unwrap(), "--at", "3"];
    all.extend(arguments);
    let mut pty = Pty::start_in(tempfile::tempdir().unwrap(), &all, variables);
    pty.wait_for_text("A/RES/95/12");
    pty.press("?\x07");
    pty
}

/// All bytes sent in a session that opens and closes the help.
fn sent(arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let mut pty = start(arguments, variables);
    pty.press("q");
    assert_eq!(pty.end(), 0);
    pty.all()
}

/// The parameters of all SGR sequences (`CSI ... m`).
fn styles(sent: &str) -> Vec<u32> {
    let after = sent.split("\x1b[").skip(1);
    let numbers = after.filter_map(|rest| rest.split_once('m').map(|(numbers, _)| numbers));
    let plain = numbers.filter(|numbers| numbers.chars().all(|c| c.is_ascii_digit() || c == ';'));
    plain.flat_map(|numbers| numbers.split(';')).filter_map(|number| number.parse().ok()).collect()
}

fn coloured(sent: &str) -> bool {
    styles(sent).iter().any(|number| matches!(number, 30..=49 | 90..=107))
}

const ASKED: &str = "\x1b]11;?\x07";

#[test]
fn colours_are_sent_only_if_wanted_and_supported() {
    for (variables, wanted) in [
        (&[("TERM", "xterm-256color")][..], true),
        (&[("TERM", "tmux-256color")], true),
        (&[("TERM", "screen")], true),
        (&[("TERM", "linux")], true),
        (&[("TERM", "vt100")], false),
        (&[("TERM", "vt100"), ("COLORTERM", "yes")], true),
        (&[("NO_COLOR", "1")], false),
        (&[("NO_COLOR", "")], true),
        (&[("CLICOLOR", "0")], false),
        (&[("CLICOLOR", "0"), ("CLICOLOR_FORCE", "1")], true),
        (&[("TERM", "vt100"), ("CLICOLOR_FORCE", "1")], true),
        (&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], false),
    ] {
        assert_eq!(coloured(&sent(&[], variables)), wanted, "{variables:?}");
    }
    assert!(coloured(&sent(&["--theme", "light"], &[("NO_COLOR", "1")])), "what is typed decides");
    assert!(!coloured(&sent(&["--color", "never"], &[])));
}

#[test]
fn only_the_sixteen_colours_are_used_and_italics_where_supported() {
    for (term, italic) in
        [("xterm-256color", true), ("tmux-256color", true), ("screen", false), ("linux", false)]
    {
        let sent = sent(&[], &[("TERM", term)]);
        let styles = styles(&sent);
        assert!(!styles.iter().any(|number| matches!(number, 38 | 48)), "{term}: {sent:?}");
        assert_eq!(styles.contains(&3), italic, "{term}");
    }
}

#[test]
fn the_background_is_queried_once_and_the_answer_changes_the_theme() {
    let mut pty = start(&[], &[]);
    pty.press("\x1b]11;rgb:ffff/ffff/ffff\x1b\\");
    // Opening phrases are green on a dark background and magenta on a light one.
    pty.wait_for("the light theme", |pty| pty.all().contains("35m"));
    pty.press("q");
    assert_eq!(pty.end(), 0);
    let all = pty.all();
    assert_eq!(all.matches(ASKED).count(), 1);
    assert!(all.contains("32m"), "it began with the dark one: {all:?}");
}

#[test]
fn an_answer_in_pieces_is_never_taken_for_text_or_keys() {
    let mut pty = start(&[], &[]);
    pty.press("/");
    pty.wait_for_text("Enter go");
    for piece in
        ["x\x1b", "]11;rg", "b:0000/0000", "/0000\x07", "\x1b[?69;2", "$y\x1b[?62;", "22c\x1b[0", "ny"]
    {
        pty.press(piece);
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    pty.wait_for_text("/ xy ");
    pty.press("\x1b");
    pty.wait_for("the list to close", |pty| !pty.contents().contains("/ xy "));
    pty.press("q");
    assert_eq!(pty.end(), 0);
}

#[test]
fn with_a_chosen_theme_the_background_is_not_queried() {
    for arguments in [&["--theme", "dark"][..], &["--color", "never"]] {
        assert!(!sent(arguments, &[]).contains(ASKED), "{arguments:?}");
    }
    for variables in [("TERM", "linux"), ("TERM", "vt100"), ("NO_COLOR", "1")] {
        assert!(!sent(&[], &[variables]).contains(ASKED), "{variables:?}");
    }
    let mut pty = start(&["--theme", "dark"], &[]);
    pty.press("\x1b]11;rgb:ffff/ffff/ffff\x07:");
    pty.wait_for_text("Enter stay");
    pty.press("\x07q");
    pty.end();
    assert!(!pty.all().contains("34m"), "an answer to somebody else's question changes nothing");
}

#[test]
fn without_utf_8_only_characters_of_the_terminals_set_are_sent() {
    for variables in
        [&[("LANG", "C")][..], &[("LC_ALL", "POSIX")], &[("LC_CTYPE", "fr_FR"), ("LANG", "fr_FR.UTF-8")]]
    {
        let sent = sent(&[], variables);
        assert!(sent.is_ascii(), "{variables:?}: {sent:?}");
        assert!(sent.contains("Decide") && sent.contains('|'), "{sent:?}");
    }
    let mut pty = start(&[], &[("LANG", "fr_FR.ISO-8859-1")]);
    pty.press("q");
    pty.end();
    let bytes = pty.bytes.lock().unwrap();
    assert!(bytes.windows(6).any(|window| window == b"D\xe9cide"), "{:?}", String::from_utf8_lossy(&bytes));
    assert!(!bytes.contains(&0xc3), "no UTF-8");
}

#[test]
fn commands_write_to_a_terminal_in_its_character_set() {
    let file = sample("A_RES_95_12.fr.txt");
    for command in ["show", "outline", "check"] {
        let run = |locale: &str| {
            let home = tempfile::tempdir().unwrap();
            let mut pty = Pty::start_in(home, &[command, file.to_str().unwrap()], &[("LANG", locale)]);
            pty.end();
            pty.bytes.lock().unwrap().clone()
        };
        let ascii = run("C");
        assert!(ascii.is_ascii() && !ascii.is_empty(), "{command}: {:?}", String::from_utf8_lossy(&ascii));
        let latin = run("fr_FR.ISO-8859-1");
        assert!(
            !latin.contains(&0xc3) && !latin.iter().any(|byte| (0x80..=0x9f).contains(byte)),
            "{command}"
        );
        let utf8 = run("fr_FR.UTF-8");
        assert_eq!(utf8.is_ascii(), command == "check", "{command}: {:?}", String::from_utf8_lossy(&utf8));
    }
}

#[test]
fn errors_quote_names_without_what_could_control_the_terminal() {
    let mut pty = Pty::start(&["show", "no\u{9b}31m\u{1b}[2J\u{e0041}such.txt"]);
    assert_eq!(pty.end(), 2);
    let all = pty.all();
    assert!(all.contains("such.txt") && !all.contains('\u{9b}') && !all.contains('\u{1b}'), "{all:?}");
}

#[test]
fn letters_missing_from_the_character_set_are_reported() {
    for (name, language) in [("ru", "Russian"), ("ar", "Arabic"), ("zh", "Chinese")] {
        let file = sample(&format!("A_RES_95_12.{name}.txt"));
        let home = tempfile::tempdir().unwrap();
        let mut pty = Pty::start_in(home, &[file.to_str().unwrap()], &[("LANG", "C")]);
        pty.wait_for_text(&format!("cannot show the letters of this text ({language})"));
        assert!(pty.contents().contains("????"), "{}", pty.contents());
        pty.press("qq");
        assert_eq!(pty.end(), 0);
        assert!(pty.all().is_ascii());
    }
}
