//! What the terminal can show, told from the environment alone: nothing is waited for.
//!
//! What it has to be asked is asked by whoever needs it, once, and the answer is an event like any other.

use crate::app::settings::Terminal;
use crate::text::Charset;

/// Terminals that show italics as italics. `screen` paints them in reverse, the Linux console in a colour.
const ITALIC: [&str; 11] = [
    "xterm",
    "tmux",
    "alacritty",
    "kitty",
    "xterm-kitty",
    "foot",
    "wezterm",
    "vte",
    "gnome",
    "rio",
    "ghostty",
];
/// Terminals of one colour. Others have sixteen colours at least, which is all that is used.
const MONOCHROME: [&str; 9] =
    ["vt52", "vt100", "vt102", "vt220", "vt320", "ansi-m", "xterm-mono", "sun", "hurd"];
/// Terminals without a clipboard, or that would print what it is asked with.
const CONSOLES: [&str; 5] = ["linux", "vt", "cons", "sun", "hurd"];

/// `env` looks a variable up.
pub fn capabilities(env: &dyn Fn(&str) -> Option<String>) -> Terminal {
    let env = |name: &str| env(name).filter(|value| !value.is_empty());
    let term = env("TERM").unwrap_or_default();
    let named = |name: &&str| term == **name || term.starts_with(&format!("{name}-"));
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(env);
    let dumb = matches!(term.as_str(), "" | "dumb" | "unknown");
    Terminal {
        italics: ITALIC.iter().any(named),
        colour: !dumb && (env("COLORTERM").is_some() || !MONOCHROME.iter().any(named)),
        charset: Charset::of_locale(locale.as_deref()),
        clipboard: !dumb && !is_console(&term),
        links: keeps_links(&env),
        dumb,
    }
}

/// Terminals that show links and open them. Others would print them, or drop them: nothing tells which.
fn keeps_links(env: &dyn Fn(&str) -> Option<String>) -> bool {
    let term = env("TERM").unwrap_or_default();
    let program = env("TERM_PROGRAM").unwrap_or_default();
    if env("TMUX").is_some() || term.starts_with("tmux") || term.starts_with("screen") {
        // tmux keeps them from 3.4 on, and tells its version.
        let version = env("TERM_PROGRAM_VERSION").filter(|_| program == "tmux").unwrap_or_default();
        let mut numbers = version.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok());
        return (numbers.next().unwrap_or(0_u16), numbers.next().unwrap_or(0_u16)) >= (3, 4);
    }
    let vte = env("VTE_VERSION").and_then(|version| version.parse::<u32>().ok()).unwrap_or(0);
    ["kitty", "xterm-kitty", "alacritty", "foot", "wezterm", "contour", "rio", "ghostty", "xterm-ghostty"]
        .iter()
        .any(|name| term == *name || term.starts_with(&format!("{name}-")))
        || ["iTerm.app", "WezTerm", "ghostty", "vscode", "rio", "mintty"].contains(&program.as_str())
        || vte >= 5000
        || ["WT_SESSION", "KONSOLE_VERSION", "DOMTERM"].iter().any(|name| env(name).is_some())
}

/// Whether the terminal may be asked something: what it does not know it then ignores, and prints nothing.
pub(super) fn answers(env: &dyn Fn(&str) -> Option<String>) -> bool {
    let term = env("TERM").unwrap_or_default();
    !matches!(term.as_str(), "" | "dumb" | "unknown") && !is_console(&term)
}

/// A terminal that answers no question and has no clipboard.
fn is_console(term: &str) -> bool {
    CONSOLES.iter().any(|name| term.strip_prefix(name).is_some_and(|rest| !rest.starts_with('e')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Terminal {
        capabilities(&|name: &str| {
            variables.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_terminal_tells_its_colours_and_italics() {
        for (term, colour, italics, clipboard) in [
            ("xterm-256color", true, true, true),
            ("xterm", true, true, true),
            ("tmux-256color", true, true, true),
            ("screen", true, false, true),
            ("screen-256color", true, false, true),
            ("linux", true, false, false),
            ("vt100", false, false, false),
            ("vt220", false, false, false),
            ("vte-256color", true, true, true),
            ("dumb", false, false, false),
            ("", false, false, false),
        ] {
            let terminal = of(&[("TERM", term)]);
            let found = (terminal.colour, terminal.italics, terminal.clipboard);
            assert_eq!(found, (colour, italics, clipboard), "{term}");
            assert_eq!(terminal.dumb, matches!(term, "" | "dumb"), "{term}");
        }
        assert!(of(&[("TERM", "vt220"), ("COLORTERM", "truecolor")]).colour);
    }

    #[test]
    fn links_are_for_terminals_that_are_known_to_keep_them() {
        for (variables, links) in [
            (&[("TERM", "xterm-256color")][..], false),
            (&[("TERM", "xterm-kitty")], true),
            (&[("TERM", "foot")], true),
            (&[("TERM", "xterm-256color"), ("VTE_VERSION", "7006")], true),
            (&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "WezTerm")], true),
            (&[("TERM", "tmux-256color"), ("TMUX", "x"), ("VTE_VERSION", "7006")], false),
            (&[("TERM", "tmux-256color"), ("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.3a")], false),
            (&[("TERM", "tmux-256color"), ("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.5")], true),
            (&[("TERM", "linux")], false),
        ] {
            assert_eq!(of(variables).links, links, "{variables:?}");
        }
    }

    #[test]
    fn the_locale_tells_the_characters() {
        assert_eq!(of(&[("LANG", "fr_FR.UTF-8")]).charset, Charset::Utf8);
        assert_eq!(of(&[("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8")]).charset, Charset::Ascii);
        assert_eq!(of(&[("LC_ALL", ""), ("LC_CTYPE", "C.UTF-8"), ("LANG", "C")]).charset, Charset::Utf8);
        assert_eq!(of(&[]).charset, Charset::Utf8);
    }
}
