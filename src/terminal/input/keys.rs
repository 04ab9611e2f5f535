//! The meaning of one complete escape sequence: a key with its modifiers, a mouse event or an answer. Unknown
//! ones mean nothing.

use super::{Answer, Heard};
use crate::app::event::{Event, Mouse, MouseKind};
use crate::app::key::{Code, Key};
use crate::text::Charset;

pub(super) fn plain(code: Code) -> Heard {
    Heard::Event(Event::Key(Key::plain(code)))
}

pub(super) fn with_alt(heard: Heard) -> Heard {
    match heard {
        Heard::Event(Event::Key(key)) => Heard::Event(Event::Key(Key { alt: true, ..key })),
        other => other,
    }
}

fn control_letter(letter: u8) -> Heard {
    let key = Key { ctrl: true, ..Key::plain(Code::Char(char::from(letter))) };
    Heard::Event(Event::Key(key))
}

/// The key that the first bytes stand for, and how many bytes it takes. `None`: a character is still
/// incomplete. `Some((_, None))`: the bytes are not a key.
pub(super) fn typed(bytes: &[u8], charset: Charset) -> Option<(usize, Option<Heard>)> {
    let &first = bytes.first()?;
    let key = match first {
        0 => control_letter(b' '),
        b'\t' => plain(Code::Tab),
        b'\r' => plain(Code::Enter),
        0x01..=0x1a => control_letter(first - 1 + b'a'),
        0x1b..=0x1f => control_letter(first - 0x1b + b'['),
        0x7f => plain(Code::Backspace),
        0x20..=0x7e => plain(Code::Char(char::from(first))),
        0xa0.. if charset.is_bytes() => plain(Code::Char(charset.letter(first))),
        _ => return letter(bytes),
    };
    Some((1, Some(key)))
}

/// A UTF-8 character of one or more bytes. Invalid UTF-8 is skipped.
fn letter(bytes: &[u8]) -> Option<(usize, Option<Heard>)> {
    let bytes = bytes.get(..4).unwrap_or(bytes);
    let whole = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() == 0 => return Some((error.error_len()?, None)),
        Err(error) => std::str::from_utf8(bytes.get(..error.valid_up_to())?).ok()?,
    };
    let letter = whole.chars().next()?;
    // C1 controls are not keys.
    Some((letter.len_utf8(), (!letter.is_control()).then(|| plain(Code::Char(letter)))))
}

/// Pasted text as one line, without control characters: none of it acts as a key.
pub(super) fn text(bytes: &[u8], charset: Charset) -> String {
    let text = if charset.is_bytes() && std::str::from_utf8(bytes).is_err() {
        bytes.iter().map(|&byte| charset.letter(byte)).collect()
    } else {
        String::from_utf8_lossy(bytes).into_owned()
    };
    let text = text.replace("\r\n", "\n");
    let line: String = text
        .trim_end_matches(['\n', '\r'])
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    line.chars().filter(|c| !c.is_control()).collect()
}

/// The key for `ESC O letter`.
pub(super) fn application(letter: u8) -> Option<Heard> {
    let code = match letter {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        b'P'..=b'S' => Code::F(letter - b'P' + 1),
        b'M' => Code::Enter,
        b'I' => Code::Tab,
        b'X' => Code::Char('='),
        // The numeric keypad: the characters from * to 9.
        b'j'..=b'y' => Code::Char(char::from(letter - b'j' + b'*')),
        // rxvt: arrow keys with Ctrl.
        b'a'..=b'd' => {
            let Heard::Event(Event::Key(key)) = application(letter.to_ascii_uppercase())? else {
                return None;
            };
            return Some(Heard::Event(Event::Key(Key { ctrl: true, ..key })));
        }
        _ => return None,
    };
    Some(plain(code))
}

/// The meaning of `CSI parameters last`.
pub(super) fn control(parameters: &[u8], last: u8) -> Option<Heard> {
    let written = std::str::from_utf8(parameters).ok()?;
    if let Some(asked) = written.strip_prefix('?') {
        return answer(asked, last);
    }
    if let Some(mouse) = written.strip_prefix('<') {
        return mouse_of_numbers(mouse, last);
    }
    let mut numbers =
        written.split(';').map(|number| number.split(':').next().unwrap_or_default().parse::<u32>());
    let first = numbers.next().and_then(Result::ok);
    let second = numbers.next().and_then(Result::ok);
    let third = numbers.next().and_then(Result::ok);
    let mut held = second.unwrap_or(1);
    let code = match last {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        b'P' | b'Q' | b'S' => Code::F(last - b'P' + 1),
        // F3 is `CSI R` or `CSI 1 ; modifiers R`; `CSI 5 ; 3 R` is a cursor position report.
        b'R' if first.is_none_or(|row| row == 1) && (second.is_none() || (2..=16).contains(&held)) => {
            Code::F(3)
        }
        b'Z' => {
            held = 2;
            Code::Tab
        }
        b'a'..=b'd' if parameters.is_empty() => {
            held = 2;
            return control(b"", last.to_ascii_uppercase()).map(|heard| holding(heard, held));
        }
        b'y' => {
            let state = written.strip_prefix("8;")?.strip_suffix('$')?.parse().ok()?;
            return Some(Heard::Answer(Answer::Order(state)));
        }
        b'n' => return (first == Some(0)).then_some(Heard::Answer(Answer::Status)),
        b'u' => unicode(first?)?,
        b'~' if first == Some(27) => {
            return Some(holding(plain(unicode(third?)?), held));
        }
        b'~' | b'^' | b'$' | b'@' => {
            held = match last {
                b'^' => 5,
                b'$' => 2,
                b'@' => 6,
                _ => held,
            };
            numbered(first?)?
        }
        _ => return None,
    };
    Some(holding(plain(code), held))
}

/// Keys that are sent as a number: `CSI number ~`.
fn numbered(number: u32) -> Option<Code> {
    Some(match number {
        1 | 7 => Code::Home,
        2 => Code::Insert,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        11..=15 => Code::F(u8::try_from(number - 10).ok()?),
        17..=21 => Code::F(u8::try_from(number - 11).ok()?),
        23..=26 => Code::F(u8::try_from(number - 12).ok()?),
        28 | 29 => Code::F(u8::try_from(number - 13).ok()?),
        31..=34 => Code::F(u8::try_from(number - 14).ok()?),
        _ => return None,
    })
}

/// A key that is sent as the code point of its character.
fn unicode(number: u32) -> Option<Code> {
    Some(match number {
        9 => Code::Tab,
        13 => Code::Enter,
        27 => Code::Esc,
        8 | 127 => Code::Backspace,
        _ => Code::Char(char::from_u32(number).filter(|letter| !letter.is_control())?),
    })
}

/// Adds modifiers as terminals encode them: 1 plus a bit each for Shift, Alt and Ctrl.
fn holding(heard: Heard, held: u32) -> Heard {
    let Heard::Event(Event::Key(key)) = heard else { return heard };
    let bits = held.saturating_sub(1);
    let (mut shift, alt, ctrl) = (bits & 1 != 0, bits & 2 != 0, bits & 4 != 0);
    let mut code = key.code;
    if let Code::Char(letter) = code {
        let case = if shift && !ctrl { letter.to_uppercase().next() } else { letter.to_lowercase().next() };
        if ctrl || shift {
            code = Code::Char(case.unwrap_or(letter));
        }
        shift = false;
    }
    Heard::Event(Event::Key(Key { code, ctrl, alt, shift }))
}

fn answer(asked: &str, last: u8) -> Option<Heard> {
    match last {
        b'c' => Some(Heard::Answer(Answer::Attributes)),
        b'R' => {
            let mut place = asked.split(';').map(str::parse);
            Some(Heard::Answer(Answer::Cursor(place.next()?.ok()?, place.next()?.ok()?)))
        }
        b'y' => {
            let (mode, state) = asked.strip_suffix('$')?.split_once(';')?;
            Some(Heard::Answer(Answer::Mode(mode.parse().ok()?, state.parse().ok()?)))
        }
        _ => None,
    }
}

fn mouse_of_numbers(written: &str, last: u8) -> Option<Heard> {
    if written.starts_with(['>', '=']) {
        return None;
    }
    let mut numbers = written.split(';').map(str::parse::<u16>);
    let button = numbers.next()?.ok()?;
    let (x, y) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
    // Button releases are ignored.
    (last == b'M').then(|| mouse(button, x.checked_sub(1)?, y.checked_sub(1)?)).flatten()
}

pub(super) fn mouse_of_bytes(button: u8, x: u8, y: u8) -> Option<Heard> {
    mouse(u16::from(button.checked_sub(32)?), u16::from(x.checked_sub(33)?), u16::from(y.checked_sub(33)?))
}

fn mouse(button: u16, x: u16, y: u16) -> Option<Heard> {
    // The bits of Shift, Alt and Ctrl are ignored.
    let kind = match button & !0b1_1100 {
        0 => MouseKind::Press,
        64 => MouseKind::WheelUp,
        65 => MouseKind::WheelDown,
        _ => return None,
    };
    Some(Heard::Event(Event::Mouse(Mouse { kind, x, y })))
}
