//! Bytes of a terminal to what they say, however the reads cut them. It never fails and never grows without end.
//!
//! It knows no clock: [`Parser::waits`] tells how long a silence means that nothing follows, and whoever reads tells
//! of it with [`Parser::silence`].

use super::keys::{self, plain, with_alt};
use super::{Answer, Heard};
use crate::app::event::Event;
use crate::app::key::Code;
use crate::text::Charset;
use std::time::Duration;

/// Escape alone is the key when nothing follows for so long: a sequence comes in one piece, over the slowest line too.
const ESCAPE: Duration = Duration::from_millis(50);
/// A sequence that was begun is given up after so long; what still comes of it is swallowed.
const SEQUENCE: Duration = Duration::from_secs(1);
/// Pasted text without an end ends.
const PASTE: Duration = Duration::from_secs(5);
/// More of a sequence than any terminal sends.
const LONGEST: usize = 4096;
/// More of a paste than a query can use; the rest is dropped.
const PASTED: usize = 1 << 14;
/// How much of an answer may come after it was given up.
const LATE: usize = 64;

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
const PASTE_END: &[u8] = b"\x1b[201~";

/// What the first bytes are.
pub(super) enum Step {
    /// So many bytes, and what they say if that means anything.
    Taken(usize, Option<Heard>),
    /// Pasted text begins after so many bytes.
    Paste(usize),
    /// It depends on what follows.
    More,
}

/// What remains of a sequence that was given up.
enum Late {
    /// Of a string such as a colour: so many bytes at most.
    String(usize),
    /// Of a control sequence.
    Control(usize),
}

#[derive(Default)]
pub(super) struct Parser {
    pending: Vec<u8>,
    paste: Option<Vec<u8>>,
    late: Option<Late>,
    /// Bytes that were typed before the terminal was ours: line ends among them are Enter.
    typed_ahead: usize,
    charset: Charset,
}

impl Parser {
    /// `typed_ahead` are the bytes that were there before raw mode.
    pub(super) fn new(charset: Charset, typed_ahead: usize) -> Self {
        Self { typed_ahead, charset, ..Self::default() }
    }

    pub(super) fn take(&mut self, bytes: &[u8], mut hear: impl FnMut(Heard)) {
        let ahead = self.typed_ahead.min(bytes.len());
        self.typed_ahead -= ahead;
        // The terminal's line discipline has made line feeds of them.
        let enter = |(at, &byte): (usize, &u8)| if byte == b'\n' && at < ahead { b'\r' } else { byte };
        self.pending.extend(bytes.iter().enumerate().map(enter));
        while !self.pending.is_empty() {
            let taken = if let Some(text) = &mut self.paste {
                let (taken, ended) = pasted(&self.pending, text);
                if ended && let Some(text) = self.paste.take() {
                    hear(Heard::Event(Event::Paste(keys::text(&text, self.charset))));
                }
                taken
            } else if let Some(taken) = self.late() {
                taken
            } else {
                match step(&self.pending, self.charset) {
                    Step::Taken(taken, heard) => {
                        heard.into_iter().for_each(&mut hear);
                        taken
                    }
                    Step::Paste(taken) => {
                        self.paste = Some(Vec::new());
                        taken
                    }
                    Step::More if self.pending.len() > LONGEST => self.pending.len(),
                    Step::More => 0,
                }
            };
            if taken == 0 {
                return;
            }
            self.pending.drain(..taken.min(self.pending.len()));
        }
    }

    /// The bytes that still belong to a sequence that was given up; `None` where it has ended.
    fn late(&mut self) -> Option<usize> {
        let (&first, then) = (self.pending.first()?, self.pending.get(1));
        match self.late.take()? {
            Late::String(left) if left > 0 && (first.is_ascii_hexdigit() || b"/:;,".contains(&first)) => {
                self.late = Some(Late::String(left - 1));
                Some(1)
            }
            Late::String(_) if first == BEL => Some(1),
            Late::String(_) if first == ESC && then == Some(&b'\\') => Some(2),
            Late::String(left) if first == ESC && then.is_none() => {
                self.late = Some(Late::String(left));
                Some(0)
            }
            Late::Control(left) if left > 0 && (0x20..0x40).contains(&first) => {
                self.late = Some(Late::Control(left - 1));
                Some(1)
            }
            Late::Control(_) => (0x40..0x7f).contains(&first).then_some(1),
            Late::String(_) => None,
        }
    }

    /// How long a silence ends what has begun; `None` where nothing has.
    pub(super) fn waits(&self) -> Option<Duration> {
        match self.pending.len() {
            _ if self.paste.is_some() => Some(PASTE),
            0 => None,
            1 | 2 if self.pending.first() == Some(&ESC) => Some(ESCAPE),
            _ => Some(SEQUENCE),
        }
    }

    /// Nothing came for as long as [`Parser::waits`] said.
    pub(super) fn silence(&mut self, mut hear: impl FnMut(Heard)) {
        let pending = std::mem::take(&mut self.pending);
        if let Some(text) = self.paste.take() {
            hear(Heard::Event(Event::Paste(keys::text(&text, self.charset))));
            return;
        }
        self.late = None;
        match pending.as_slice() {
            [ESC] => hear(plain(Code::Esc)),
            [ESC, letter] if letter.is_ascii_graphic() => {
                hear(with_alt(plain(Code::Char(char::from(*letter)))));
            }
            [ESC, b'[', ..] => self.late = Some(Late::Control(LATE)),
            [ESC, ..] => self.late = Some(Late::String(LATE)),
            _ => {}
        }
    }
}

/// Pasted text: how many bytes of it are taken, and whether it has ended with them.
fn pasted(bytes: &[u8], text: &mut Vec<u8>) -> (usize, bool) {
    let end = memchr::memmem::find(bytes, PASTE_END);
    // Its end may be cut by the read.
    let keep = (1..PASTE_END.len()).rev().find(|&cut| bytes.ends_with(&PASTE_END[..cut])).unwrap_or(0);
    let words = end.unwrap_or(bytes.len() - keep);
    let room = PASTED.saturating_sub(text.len());
    text.extend_from_slice(&bytes[..words.min(room)]);
    (words + end.map_or(0, |_| PASTE_END.len()), end.is_some())
}

fn step(bytes: &[u8], charset: Charset) -> Step {
    match bytes {
        [ESC, b'[', rest @ ..] => control(rest),
        [ESC, b'O', rest @ ..] => match rest {
            [] => Step::More,
            [letter, ..] => Step::Taken(3, keys::application(*letter)),
        },
        [ESC, b']' | b'P' | b'_'] | [ESC] | [] => Step::More,
        [ESC, kind, first, ..] if begins_string(*kind, *first) => string(bytes),
        [ESC, ESC, ..] => Step::Taken(1, Some(plain(Code::Esc))),
        [ESC, rest @ ..] => match keys::typed(rest, charset) {
            Some((taken, key)) => Step::Taken(taken + 1, key.map(with_alt)),
            None => Step::More,
        },
        _ => match keys::typed(bytes, charset) {
            Some((taken, key)) => Step::Taken(taken, key),
            None => Step::More,
        },
    }
}

/// After ESC: a string and not a key pressed with Alt. All answers begin like this.
fn begins_string(kind: u8, first: u8) -> bool {
    match kind {
        b']' => first.is_ascii_digit(),
        b'P' => first.is_ascii_digit() || b">!=$+|".contains(&first),
        b'_' => first == b'G',
        _ => false,
    }
}

/// A string, from its ESC to BEL or ESC \. A control character in it ends it: a person has pressed a key.
fn string(bytes: &[u8]) -> Step {
    let content = bytes.get(2..).unwrap_or_default();
    let Some(end) = content.iter().position(|&byte| byte < 0x20) else { return Step::More };
    let (body, after) = content.split_at(end);
    let taken = 2 + end;
    match after {
        [BEL, ..] => Step::Taken(taken + 1, answer(body)),
        [ESC, b'\\', ..] => Step::Taken(taken + 2, answer(body)),
        [ESC] => Step::More,
        _ => Step::Taken(taken, None),
    }
}

/// `11;rgb:1e1e/1e1e/2e2e`, with one to four digits a colour, or `11;#1e1e2e`.
fn answer(body: &[u8]) -> Option<Heard> {
    let colour = std::str::from_utf8(body).ok()?.strip_prefix("11;")?;
    let part = |digits: &str| {
        let most = 16_u32.checked_pow(u32::try_from(digits.len()).ok()?)?.checked_sub(1)?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        value.checked_mul(255)?.checked_div(most)
    };
    let mut parts = [0; 3];
    if let Some(digits) = colour.strip_prefix('#') {
        let each = digits.len() / 3;
        for (at, value) in parts.iter_mut().enumerate() {
            *value = part(digits.get(at * each..(at + 1) * each)?)?;
        }
    } else {
        let (_, digits) = colour.split_once("rgb:").or_else(|| colour.split_once("rgba:"))?;
        let mut split = digits.split('/');
        for value in &mut parts {
            *value = part(split.next()?)?;
        }
    }
    let [red, green, blue] = parts;
    // As bright as the eye finds it, in thousandths.
    let light = (red * 299 + green * 587 + blue * 114) / 1000;
    Some(Heard::Answer(Answer::Background(u8::try_from(light).ok()?)))
}

/// What follows `ESC [`.
fn control(rest: &[u8]) -> Step {
    match rest {
        // The function keys of the Linux console.
        [b'[', letter, ..] => {
            let number = letter.wrapping_sub(b'A');
            return Step::Taken(4, (number < 5).then(|| plain(Code::F(number + 1))));
        }
        // A mouse without the sequence that was asked for: three bytes follow.
        [b'M', button, x, y, ..] => return Step::Taken(6, keys::mouse_of_bytes(*button, *x, *y)),
        [b'[' | b'M', ..] => return Step::More,
        _ => {}
    }
    let is_end = |&byte: &u8| !(0x20..0x40).contains(&byte);
    // rxvt ends shifted keys with a dollar sign.
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let rxvt = (digits > 0 && rest.get(digits) == Some(&b'$')).then_some(digits);
    let Some(end) = rxvt.or_else(|| rest.iter().position(is_end)) else { return Step::More };
    let (parameters, last) = (&rest[..end], rest[end]);
    let taken = 3 + end;
    match last {
        // Broken off by a key.
        0..=0x1f | 0x7f.. => Step::Taken(taken - 1, None),
        b'~' if parameters == b"200" => Step::Paste(taken),
        _ => Step::Taken(taken, keys::control(parameters, last)),
    }
}
