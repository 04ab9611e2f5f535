//! What the terminal can show, from the environment alone, so that nothing is waited for.
//!
//! What only the terminal itself can tell is asked for where it is needed, once, and the answer arrives as an
//! event.

use super::clipboard;
use crate::app::settings::Terminal;
use crate::text::Charset;

/// Terminals with true italics. `screen` shows them in reverse video, the Linux console in a colour.
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
/// Monochrome terminals. All others have at least sixteen colours, and no more are used.
const MONOCHROME: [&str; 9] =
    ["vt52", "vt100", "vt102", "vt220", "vt320", "ansi-m", "xterm-mono", "sun", "hurd"];
/// Terminals that have no clipboard, or that would print the escape sequence for it.
const CONSOLES: [&str; 5] = ["linux", "vt", "cons", "sun", "hurd"];

/// What the terminal can show. `env` looks up an environment variable.
pub(crate) fn capabilities(env: &dyn Fn(&str) -> Option<String>) -> Terminal {
    let env = |name: &str| env(name).filter(|value| !value.is_empty());
    let term = env("TERM").unwrap_or_default();
    let named = |name: &&str| term == **name || term.starts_with(&format!("{name}-"));
    let dumb = matches!(term.as_str(), "" | "dumb" | "unknown");
    Terminal {
        italics: ITALIC.iter().any(named),
        colour: !dumb && (env("COLORTERM").is_some() || !MONOCHROME.iter().any(named)),
        charset: Charset::of_environment(&env),
        clipboard: !dumb && !is_console(&term),
        tmux: matches!(clipboard::through(&env), clipboard::Through::Tmux | clipboard::Through::Either),
        orders: orders(&env),
        links: keeps_links(&env),
        dumb,
    }
}

/// Whether the terminal puts right-to-left text into display order whatever it is told. Those of VTE and mintty can be
/// told not to, and what orders text within tmux and screen is unknown.
fn orders(env: &dyn Fn(&str) -> Option<String>) -> bool {
    let term = env("TERM").unwrap_or_default();
    let inside = env("TMUX").is_some() || ["tmux", "screen"].iter().any(|name| term.starts_with(name));
    let named = ["konsole", "mlterm", "putty"].iter().any(|name| term.starts_with(name));
    !inside && (named || ["KONSOLE_VERSION", "MLTERM"].iter().any(|name| env(name).is_some()))
}

/// Whether the terminal is known to support hyperlinks (OSC 8). An unknown one may print them, and cannot be
/// asked.
fn keeps_links(env: &dyn Fn(&str) -> Option<String>) -> bool {
    let term = env("TERM").unwrap_or_default();
    let program = env("TERM_PROGRAM").unwrap_or_default();
    if env("TMUX").is_some() || term.starts_with("tmux") || term.starts_with("screen") {
        // tmux passes hyperlinks on from version 3.4, and sets its version in the environment.
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

/// Whether queries may be sent: the terminal then ignores those it does not know, and prints nothing.
pub(super) fn answers(env: &dyn Fn(&str) -> Option<String>) -> bool {
    let term = env("TERM").unwrap_or_default();
    !matches!(term.as_str(), "" | "dumb" | "unknown") && !is_console(&term)
}

/// Whether it is a console that answers no queries and has no clipboard.
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
    fn colours_and_italics_follow_from_term() {
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
    fn hyperlinks_are_used_on_terminals_known_to_support_them() {
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
    fn terminals_that_order_text_whatever_they_are_told_are_known_by_their_variables() {
        for (variables, orders) in [
            (&[("TERM", "xterm-256color")][..], false),
            (&[("TERM", "xterm-256color"), ("KONSOLE_VERSION", "221203")], true),
            (&[("TERM", "xterm-256color"), ("VTE_VERSION", "7006")], false),
            (&[("TERM", "mlterm")], true),
            (&[("TERM", "xterm"), ("MLTERM", "3.9.0")], true),
            (&[("TERM", "putty-256color")], true),
            (&[("TERM", "tmux-256color"), ("KONSOLE_VERSION", "221203")], false),
        ] {
            assert_eq!(of(variables).orders, orders, "{variables:?}");
        }
    }

    #[test]
    fn the_character_set_follows_from_the_locale() {
        assert_eq!(of(&[("LANG", "fr_FR.UTF-8")]).charset, Charset::Utf8);
        assert_eq!(of(&[("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8")]).charset, Charset::Ascii);
        assert_eq!(of(&[("LC_ALL", ""), ("LC_CTYPE", "C.UTF-8"), ("LANG", "C")]).charset, Charset::Utf8);
        assert_eq!(of(&[]).charset, Charset::Utf8);
    }
}
