//! Keys independent of the terminal, and how they are written in the config file and in the help.
//!
//! Escape sequences are translated to keys in `terminal::input`.

use crate::messages::Messages;
use std::fmt;
use std::str::FromStr;

/// A key without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    Char(char),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

/// A key with its modifiers. A shifted letter is the capital letter, without `shift`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    pub code: Code,
    pub ctrl: bool,
    pub alt: bool,
    pub shift: bool,
}

impl Key {
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// The character that the key types; `None` where it types none.
    pub(crate) fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            _ => None,
        }
    }
}

const NAMED: [(&str, Code); 16] = [
    ("Space", Code::Char(' ')),
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Insert", Code::Insert),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PageUp", Code::PageUp),
    ("PageDown", Code::PageDown),
    ("PgDn", Code::PageDown),
];

impl Key {
    /// The name of the key as it is printed on a keyboard of the country: "Ctrl-Entrée".
    pub(crate) fn printed(self, messages: Messages) -> String {
        let held = [
            (self.ctrl, messages.key_ctrl()),
            (self.alt, messages.key_alt()),
            (self.shift, messages.key_shift()),
        ];
        let mut out = String::new();
        for (_, name) in held.iter().filter(|(held, _)| *held) {
            out.push_str(name);
            out.push('-');
        }
        match self.code {
            Code::Char(' ') => out.push_str(messages.key_space()),
            Code::Enter => out.push_str(messages.key_enter()),
            Code::Esc => out.push_str(messages.key_escape()),
            Code::Tab => out.push_str(messages.key_tab()),
            Code::Backspace => out.push_str(messages.key_backspace()),
            Code::Delete => out.push_str(messages.key_delete()),
            Code::Up => out.push_str(messages.key_up()),
            Code::Down => out.push_str(messages.key_down()),
            Code::Left => out.push_str(messages.key_left()),
            Code::Right => out.push_str(messages.key_right()),
            Code::Home => out.push_str(messages.key_home()),
            Code::End => out.push_str(messages.key_end()),
            Code::PageUp => out.push_str(messages.key_page_up()),
            Code::PageDown => out.push_str(messages.key_page_down()),
            _ => return self.to_string(),
        }
        out
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        match self.code {
            Code::F(number) => write!(f, "F{number}"),
            code => match NAMED.iter().find(|(_, named)| *named == code) {
                Some((name, _)) => f.write_str(name),
                None => match code {
                    Code::Char(letter) if self.ctrl => write!(f, "{}", letter.to_uppercase()),
                    Code::Char(letter) => write!(f, "{letter}"),
                    _ => Ok(()),
                },
            },
        }
    }
}

impl FromStr for Key {
    type Err = String;

    /// Parses `j`, `Space`, `Ctrl-P`, `Alt-Left`, `F1` or `Shift-Tab`. The names may be in any case.
    fn from_str(written: &str) -> Result<Self, String> {
        let mut key = Self::plain(Code::Esc);
        let mut rest = written;
        while let Some((modifier, after)) = rest.split_once('-').filter(|(_, after)| !after.is_empty()) {
            match modifier.to_ascii_lowercase().as_str() {
                "ctrl" | "c" => key.ctrl = true,
                "alt" | "a" | "m" => key.alt = true,
                "shift" | "s" => key.shift = true,
                _ => {
                    return Err(format!(
                        "{modifier:?} in {written:?} is not a modifier; use Ctrl-, Alt- or Shift-"
                    ));
                }
            }
            rest = after;
        }
        let mut letters = rest.chars();
        key.code = match (letters.next(), letters.next()) {
            (Some(letter), None) => Code::Char(letter),
            _ => named(rest)
                .ok_or_else(|| format!("{written:?} is not a key; write j, Space, Ctrl-P, Alt-Left or F1"))?,
        };
        if let Code::Char(letter) = key.code {
            if key.ctrl {
                key.code = Code::Char(letter.to_lowercase().next().unwrap_or(letter));
            } else if key.shift && letter.is_alphabetic() {
                key.code = Code::Char(letter.to_uppercase().next().unwrap_or(letter));
                key.shift = false;
            }
        }
        Ok(key)
    }
}

fn named(name: &str) -> Option<Code> {
    if let Some((_, code)) = NAMED.iter().find(|(named, _)| named.eq_ignore_ascii_case(name)) {
        return Some(*code);
    }
    let number = name.strip_prefix(['F', 'f'])?.parse().ok()?;
    (1..=24).contains(&number).then_some(Code::F(number))
}

/// Parses a chord: one key or several in sequence, as in `g g`.
pub fn parse_chord(written: &str) -> Result<Vec<Key>, String> {
    let chord: Vec<Key> = written.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    if chord.is_empty() {
        Err("a key is missing; to unbind a command give it an empty list".to_owned())
    } else {
        Ok(chord)
    }
}

/// A chord as text.
pub(crate) fn show_chord(chord: &[Key]) -> String {
    chord.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// The keys of a chord as they are printed on a keyboard of the country.
pub(crate) fn printed_chord(chord: &[Key], messages: Messages) -> String {
    chord.iter().map(|key| key.printed(messages)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_written_as_they_are_parsed() {
        for written in
            ["j", "G", "Space", "Ctrl-P", "Alt-Left", "F1", "Shift-Tab", "-", "Ctrl--", "é", "PageDown", "?"]
        {
            assert_eq!(written.parse::<Key>().map(|key| key.to_string()), Ok(written.to_owned()));
        }
        assert_eq!("ctrl-p".parse::<Key>(), "Ctrl-P".parse());
        assert_eq!("Shift-j".parse::<Key>(), "J".parse());
    }

    #[test]
    fn an_unknown_key_is_an_error() {
        assert_eq!(
            "Hyper-x".parse::<Key>(),
            Err("\"Hyper\" in \"Hyper-x\" is not a modifier; use Ctrl-, Alt- or Shift-".to_owned())
        );
        assert_eq!(
            "Entre".parse::<Key>(),
            Err("\"Entre\" is not a key; write j, Space, Ctrl-P, Alt-Left or F1".to_owned())
        );
        assert!(parse_chord("  ").is_err());
    }
}
