//! How a terminal is taken over and given back: what is sent first and last, by what it knows.

use crate::config::Bidi;

/// The end on a VT100: to the last row of a screen of any size, which the shell goes on from.
const BASIC_END: &[u8] = b"\x1b[r\x1b[m\x1b[999;1H\x1b[K";

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

    /// Asks which of the two modes of ordering is on, to be sent before [`Manner::begin`]; `None` where it is not changed.
    pub(super) fn ask_order(self) -> Option<&'static [u8]> {
        (self.bidi.is_some() && !self.basic).then_some(b"\x1b[8$p")
    }

    /// Gives the screen back. `explicit`: the terminal has answered that it left order to programs before. Where it does not
    /// answer, it is put into implicit mode, with which every terminal that has both begins.
    pub(super) fn end(self, explicit: bool) -> Vec<u8> {
        if self.basic {
            return BASIC_END.to_vec();
        }
        let order: &[u8] = match self.bidi {
            None => b"",
            Some(Bidi::App | Bidi::Auto | Bidi::Off) if explicit => b"",
            Some(Bidi::App | Bidi::Auto | Bidi::Off) => b"\x1b[8h",
            Some(Bidi::Terminal) if explicit => b"\x1b[?2501r\x1b[8l",
            Some(Bidi::Terminal) => b"\x1b[?2501r",
        };
        [order, b"\x1b[?2004l\x1b[?1049l\x1b[?25h"].concat()
    }

    /// Gives the terminal back whatever it was sent before, of which the last may have been cut: ends a sequence, sets
    /// margins, synchronized output and attributes back, and undoes the modes that a session turns on. Constant, for a
    /// handler of faults.
    pub(super) fn all_back(self) -> &'static [u8] {
        match self.bidi {
            _ if self.basic => BASIC_END,
            None => b"\x1b\\\x1b[r\x1b[?69l\x1b[?2026l\x1b[m\x1b[?1006;1000l\x1b[?2004l\x1b[?1049l\x1b[?25h",
            Some(_) => {
                b"\x1b\\\x1b[r\x1b[?69l\x1b[?2026l\x1b[m\x1b[8h\x1b[?1006;1000l\x1b[?2004l\x1b[?1049l\x1b[?25h"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::emulator::beyond_vt100;

    fn sent(term: &str, asks: bool, bidi: Bidi) -> [String; 2] {
        let manner = Manner::of(&|name: &str| (name == "TERM").then(|| term.to_owned()), asks, bidi);
        [manner.begin(), manner.end(false)].map(|bytes| String::from_utf8(bytes).unwrap())
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
    fn a_terminal_that_left_order_to_programs_before_does_so_again() {
        for (term, bidi, end) in [("xterm", Bidi::App, ""), ("mlterm", Bidi::Terminal, "\x1b[8l")] {
            let manner = Manner::of(&|_: &str| Some(term.to_owned()), true, bidi);
            let sent = String::from_utf8(manner.end(true)).unwrap();
            assert!(!sent.contains("\x1b[8h") && sent.contains(end), "{sent:?}");
        }
    }

    #[test]
    fn a_vt100_is_sent_nothing_that_it_lacks() {
        for term in ["vt100", "vt102", "vt220"] {
            assert!(!sent(term, false, Bidi::App).concat().contains('?'), "{term}");
            let manner = Manner::of(&|_: &str| Some(term.to_owned()), false, Bidi::App);
            assert_eq!(beyond_vt100(manner.all_back()), Vec::<String>::new(), "after a fault");
            assert_eq!(manner.ask_order(), None);
        }
        assert!(sent("vte-256color", true, Bidi::App)[0].contains("?1049h"));
    }
}
