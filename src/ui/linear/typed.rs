//! Parses a line typed in the line mode: a command by its key or name, an address, or words to search for.

use crate::app::command::{Command, Scope};
use crate::app::key::{Key, parse_chord};
use crate::app::keymap::Match;
use crate::lookup::address;
use crate::ui::state::State;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    Command(Command),
    /// Words or an address, as in the jump box.
    Jump(String),
    /// Words, a number or filters for the library.
    Library(String),
    /// Literal text to search for.
    Find(String),
    /// Set a mark with this letter, or go to it.
    Mark(Command, char),
    /// A line that is not understood.
    Nothing(String),
}

pub(super) fn meaning(typed: &str, state: &State) -> Typed {
    if typed.is_empty() {
        return Typed::Command(Command::NextClause);
    }
    if typed == "." {
        return Typed::Command(Command::Redraw);
    }
    if let Some(command) = Command::of_id(typed).or_else(|| by_key(typed, state)) {
        return Typed::Command(command);
    }
    let mut letters = typed.chars();
    let (first, rest) = (letters.next().unwrap_or(' '), letters.as_str());
    let (apart, rest) = (rest.starts_with(' '), rest.trim());
    let opens = |wanted: Command| by_key(first.encode_utf8(&mut [0; 4]), state) == Some(wanted);
    if opens(Command::Jump) {
        return Typed::Jump(rest.to_owned());
    }
    // "Decides" is a word.
    if apart && opens(Command::Documents) && state.enquiries.there {
        return Typed::Library(rest.to_owned());
    }
    if opens(Command::Find) {
        return Typed::Find(rest.to_owned());
    }
    let one = Some(rest).filter(|rest| rest.chars().count() == 1).and_then(|rest| rest.chars().next());
    if let Some(letter) = one.filter(|letter| letter.is_alphanumeric() || *letter == '\'') {
        for command in [Command::SetMark, Command::GoMark] {
            if opens(command) {
                return Typed::Mark(command, letter);
            }
        }
    }
    let one = rest.is_empty() && !first.is_numeric();
    if !one && (address::parse(typed).is_some() || typed.chars().count() > 2) {
        return Typed::Jump(typed.to_owned());
    }
    Typed::Nothing(typed.to_owned())
}

/// The command of a key in the reading pane. A chord may be typed with or without spaces: `ZZ`.
fn by_key(typed: &str, state: &State) -> Option<Command> {
    let letters: Vec<Key> = typed.chars().map(|c| Key::plain(crate::app::key::Code::Char(c))).collect();
    [parse_chord(typed).unwrap_or_default(), letters].into_iter().find_map(|chord| {
        [Scope::Reader, Scope::Global].into_iter().find_map(|scope| {
            match state.settings.keymap.find(scope, &chord) {
                Match::Command(command) if !chord.is_empty() => Some(command),
                _ => None,
            }
        })
    })
}
