//! The clipboard of the reader's own terminal, by OSC 52: it works over SSH, and nothing confirms it.
//!
//! tmux and screen stand between: tmux takes the sequence itself where `set-clipboard` is on, and passes a wrapped one on
//! where `allow-passthrough` is; screen passes on what is wrapped, in small pieces. What one of them does not take it
//! drops without a word, so both ways are tried.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// More than this many letters of base64 some terminals drop.
const LONGEST: usize = 74_994;
/// What screen takes in one piece.
const PIECE: usize = 250;

/// What stands between the program and the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Through {
    Nothing,
    Tmux,
    Screen,
    /// `TERM=screen` far from home, over SSH: it may be either.
    Either,
}

/// `env` looks a variable up.
pub(super) fn through(env: &dyn Fn(&str) -> Option<String>) -> Through {
    let set = |name: &str| env(name).is_some_and(|value| !value.is_empty());
    let term = env("TERM").unwrap_or_default();
    // What screen sets where it was started in another terminal, tmux too.
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

/// The bytes that ask the terminal to put text on its clipboard; `None` where there is too much of it.
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
    fn text_is_sent_in_base64() {
        assert_eq!(copy("par. 7", Through::Nothing).unwrap(), b"\x1b]52;c;cGFyLiA3\x07");
        assert_eq!(
            copy("par. 7", Through::Tmux).unwrap(),
            b"\x1b]52;c;cGFyLiA3\x07\x1bPtmux;\x1b\x1b]52;c;cGFyLiA3\x07\x1b\\"
        );
    }

    #[test]
    fn screen_gets_it_in_pieces_that_it_takes() {
        let sent = copy(&"x".repeat(1000), Through::Screen).unwrap();
        let sent = String::from_utf8(sent).unwrap();
        let pieces: Vec<&str> = sent.split_terminator("\x1b\\").collect();
        assert!(pieces.iter().all(|piece| piece.starts_with("\x1bP") && piece.len() <= PIECE + 2));
        let joined: String = pieces.iter().map(|piece| piece.trim_start_matches("\x1bP")).collect();
        assert_eq!(joined.into_bytes(), copy(&"x".repeat(1000), Through::Nothing).unwrap());
    }

    #[test]
    fn more_than_terminals_take_is_not_sent() {
        assert!(copy(&"x".repeat(56_000), Through::Nothing).is_some());
        assert!(copy(&"x".repeat(57_000), Through::Nothing).is_none());
    }

    #[test]
    fn what_stands_between() {
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
