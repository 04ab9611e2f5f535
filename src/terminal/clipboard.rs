//! The clipboard of the user's own terminal, by OSC 52. It works over SSH; terminals do not confirm it.
//!
//! tmux and screen stand in between. tmux handles the sequence itself where `set-clipboard` is on, and passes
//! a wrapped one on where `allow-passthrough` is on; screen passes on what is wrapped, in small pieces. Both
//! silently drop what they do not handle, so for tmux both ways are tried.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The longest escape sequence in bytes; some terminals drop longer ones.
const LONGEST: usize = 74_994;
/// The most bytes that screen passes on in one piece.
const PIECE: usize = 250;

/// The terminal multiplexer between the program and the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Through {
    Nothing,
    Tmux,
    Screen,
    /// `TERM=screen` without further signs, as over SSH: tmux or screen.
    Either,
}

/// Detects the multiplexer. `env` looks up an environment variable.
pub(super) fn through(env: &dyn Fn(&str) -> Option<String>) -> Through {
    let set = |name: &str| env(name).is_some_and(|value| !value.is_empty());
    let term = env("TERM").unwrap_or_default();
    // screen sets `TERM=screen.NAME` where it runs in another terminal, also inside tmux.
    if set("STY") && term.starts_with("screen.") {
        Through::Screen
    } else if set("TMUX") || term.starts_with("tmux") {
        Through::Tmux
    } else if set("STY") {
        Through::Screen
    } else if term.starts_with("screen") {
        Through::Either
    } else {
        Through::Nothing
    }
}

/// The escape sequence that puts text on the clipboard; `None` where it would be longer than [`LONGEST`].
pub(super) fn copy(text: &str, through: Through) -> Option<Vec<u8>> {
    let asked = format!("\x1b]52;c;{}\x07", STANDARD.encode(text));
    if asked.len() > LONGEST {
        return None;
    }
    let pieces = || {
        let whole = asked.as_bytes().chunks(PIECE);
        whole.flat_map(|piece| [b"\x1bP", piece, b"\x1b\\"].concat()).collect::<Vec<u8>>()
    };
    Some(match through {
        Through::Nothing => asked.into_bytes(),
        Through::Tmux => format!("{asked}\x1bPtmux;\x1b{asked}\x1b\\").into_bytes(),
        Through::Screen => pieces(),
        Through::Either => [asked.as_bytes(), &pieces()].concat(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_sent_as_base64() {
        assert_eq!(copy("par. 7", Through::Nothing).unwrap(), b"\x1b]52;c;cGFyLiA3\x07");
        assert_eq!(
            copy("par. 7", Through::Tmux).unwrap(),
            b"\x1b]52;c;cGFyLiA3\x07\x1bPtmux;\x1b\x1b]52;c;cGFyLiA3\x07\x1b\\"
        );
    }

    #[test]
    fn screen_gets_the_sequence_in_short_pieces() {
        let sent = copy(&"x".repeat(1000), Through::Screen).unwrap();
        let sent = String::from_utf8(sent).unwrap();
        let pieces: Vec<&str> = sent.split_terminator("\x1b\\").collect();
        assert!(pieces.iter().all(|piece| piece.starts_with("\x1bP") && piece.len() <= PIECE + 2));
        let joined: String = pieces.iter().map(|piece| piece.trim_start_matches("\x1bP")).collect();
        assert_eq!(joined.into_bytes(), copy(&"x".repeat(1000), Through::Nothing).unwrap());
    }

    #[test]
    fn text_that_is_too_long_is_not_sent() {
        assert!(copy(&"x".repeat(56_000), Through::Nothing).is_some());
        assert!(copy(&"x".repeat(57_000), Through::Nothing).is_none());
    }

    #[test]
    fn the_multiplexer_follows_from_the_environment() {
        let of = |variables: &[(&str, &str)]| {
            through(&|name: &str| {
                variables.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(of(&[("TERM", "xterm-256color")]), Through::Nothing);
        assert_eq!(of(&[("TERM", "screen"), ("TMUX", "/tmp/tmux-0/default,1,0")]), Through::Tmux);
        assert_eq!(of(&[("TERM", "tmux-256color")]), Through::Tmux);
        assert_eq!(of(&[("TERM", "screen.xterm-256color"), ("STY", "1.pts")]), Through::Screen);
        let inside =
            [("TERM", "screen.xterm-256color"), ("STY", "1.pts"), ("TMUX", "/tmp/tmux-0/default,1,0")];
        assert_eq!(of(&inside), Through::Screen, "screen inside tmux");
        assert_eq!(of(&[("TERM", "screen-256color")]), Through::Either);
    }
}
