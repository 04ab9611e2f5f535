//! What the terminal can show, told from the environment alone: nothing is asked of it and nothing waited for.

use crate::app::settings::Terminal;

/// Terminals that show italics as italics. `screen` paints them in reverse, the Linux console in a colour.
const ITALIC: [&str; 10] =
    ["xterm", "tmux", "alacritty", "kitty", "xterm-kitty", "foot", "wezterm", "vte", "gnome", "rio"];

/// `env` looks a variable up.
pub fn capabilities(env: &dyn Fn(&str) -> Option<String>) -> Terminal {
    let term = env("TERM").unwrap_or_default();
    let named = |name: &&str| term == **name || term.starts_with(&format!("{name}-"));
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(env).find(|value| !value.is_empty());
    let utf8 = |locale: &String| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    };
    Terminal {
        italics: ITALIC.iter().any(named),
        colour: env("NO_COLOR").is_none_or(|value| value.is_empty())
            && !matches!(term.as_str(), "dumb" | "vt100"),
        // No locale at all is a container or a service more often than a terminal without UTF-8.
        unicode: locale.as_ref().is_none_or(utf8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> (bool, bool, bool) {
        let env =
            |name: &str| variables.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned());
        let terminal = capabilities(&env);
        (terminal.italics, terminal.colour, terminal.unicode)
    }

    #[test]
    fn the_environment_tells_what_can_be_shown() {
        assert_eq!(of(&[("TERM", "xterm-256color"), ("LANG", "fr_FR.UTF-8")]), (true, true, true));
        assert_eq!(of(&[("TERM", "screen"), ("NO_COLOR", "1")]), (false, false, true));
        assert_eq!(of(&[("TERM", "xterm"), ("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8")]), (true, true, false));
        assert_eq!(of(&[("TERM", "vt100"), ("NO_COLOR", "")]), (false, false, true));
    }
}
