//! How a terminal is taken over and given back: what is sent first and last, by what it knows.

use crate::config::Bidi;

/// The sequences at the beginning and at the end of a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Manner {
    /// It is a VT100 or one of its kin, which has no other screen to go to and cannot hide its cursor.
    basic: bool,
    bidi: Option<Bidi>,
}

impl Manner {
    /// The manner for a terminal of which `env` looks up the environment variables. `asks`: it is one that ignores
    /// sequences that it does not know.
    pub(super) fn of(env: &dyn Fn(&str) -> Option<String>, asks: bool, bidi: Bidi) -> Self {
        let named = |term: &String| term.starts_with("vt") && !term.starts_with("vte");
        let basic = env("TERM").as_ref().is_some_and(named);
        Self { basic, bidi: asks.then_some(bidi) }
    }

    pub(super) fn is_basic(self) -> bool {
        self.basic
    }

    /// Takes the screen over.
    pub(super) fn begin(self) -> Vec<u8> {
        if self.basic {
            return b"\x1b[m\x1b[H\x1b[2J".to_vec();
        }
        let order: &[u8] = match self.bidi {
            None => b"",
            // Explicit mode (BDSM of ECMA-48): the order of the letters is ours. It holds for the rows that come after
            // it, so the screen is cleared once more.
            Some(Bidi::App | Bidi::Auto | Bidi::Off) => b"\x1b[8l\x1b[2J",
            // Implicit mode, with every row beginning at the left, where our columns begin, too.
            Some(Bidi::Terminal) => b"\x1b[8h\x1b[?2501s\x1b[?2501l\x1b[2J",
        };
        [b"\x1b[?1049h\x1b[?2004h\x1b[?25l", order].concat()
    }

    /// Gives the screen back.
    pub(super) fn end(self) -> Vec<u8> {
        if self.basic {
            // To the last row of a screen of any size, which the shell goes on from.
            return b"\x1b[r\x1b[m\x1b[999;1H\x1b[K".to_vec();
        }
        let order: &[u8] = match self.bidi {
            None => b"",
            // Implicit mode is what every terminal that has both begins with.
            Some(Bidi::App | Bidi::Auto | Bidi::Off) => b"\x1b[8h",
            Some(Bidi::Terminal) => b"\x1b[?2501r",
        };
        [order, b"\x1b[?2004l\x1b[?1049l\x1b[?25h"].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(term: &str, asks: bool, bidi: Bidi) -> [String; 2] {
        let manner = Manner::of(&|name: &str| (name == "TERM").then(|| term.to_owned()), asks, bidi);
        [manner.begin(), manner.end()].map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn a_terminal_is_told_who_orders_the_letters_and_put_back_to_its_own_way() {
        let [begin, end] = sent("xterm", true, Bidi::App);
        assert!(begin.contains("\x1b[8l") && end.contains("\x1b[8h"));
        let [begin, end] = sent("mlterm", true, Bidi::Terminal);
        assert!(begin.contains("\x1b[8h\x1b[?2501s\x1b[?2501l") && end.contains("\x1b[?2501r"), "{begin:?}");
        let [begin, end] = sent("linux", false, Bidi::App);
        assert!(!begin.contains("8l") && !end.contains("8h"), "a console is told nothing");
    }

    #[test]
    fn a_vt100_is_sent_nothing_that_it_lacks() {
        for term in ["vt100", "vt102", "vt220"] {
            assert!(!sent(term, false, Bidi::App).concat().contains('?'), "{term}");
        }
        assert!(sent("vte-256color", true, Bidi::App)[0].contains("?1049h"));
    }
}
