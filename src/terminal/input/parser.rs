//! A push parser from the bytes of a terminal to input, wherever reads cut them. It never fails, and what it
//! buffers is bounded.
//!
//! Has no timer: [`Parser::waits`] is the timeout after which a lone ESC counts as a key or an unfinished
//! sequence as abandoned. The caller waits that long, and reports with [`Parser::silence`] that nothing came.

use super::keys::{self, plain, with_alt};
use super::{Answer, Heard};
use crate::app::event::Event;
use crate::app::key::Code;
use crate::text::Charset;
use crate::text::Part as _;
use std::time::Duration;

/// A lone ESC is the Escape key when nothing follows for this long: a sequence arrives in one piece, even
/// over the slowest link.
const ESCAPE: Duration = Duration::from_millis(50);
/// An unfinished sequence is abandoned after this long; what still comes of it is discarded.
const SEQUENCE: Duration = Duration::from_secs(1);
/// Pasted text whose end never comes ends after this long without input.
const PASTE: Duration = Duration::from_secs(5);
/// In bytes. Longer than any sequence a terminal sends.
const LONGEST: usize = 4096;
/// The most bytes of a paste that are kept; the rest is discarded.
const PASTED: usize = 1 << 14;
/// How many bytes of an abandoned sequence are still recognized and discarded.
const LATE: usize = 64;

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
const PASTE_END: &[u8] = b"\x1b[201~";

/// What the first bytes of the buffer are.
pub(super) enum Step {
    /// A complete key or sequence: its length in bytes, and what it means, if anything.
    Taken(usize, Option<Heard>),
    /// The start of pasted text, with its length in bytes.
    Paste(usize),
    /// Incomplete: it depends on what follows.
    More,
}

/// The kind of sequence that was abandoned, with the number of bytes still to discard.
enum Late {
    /// A string sequence, such as the answer with a colour.
    String(usize),
    /// A control sequence (CSI).
    Control(usize),
    /// A sequence that is longer than any: all of it, to where such a sequence ends. `true`: of strings.
    Endless(bool),
}

#[derive(Default)]
pub(super) struct Parser {
    pending: Vec<u8>,
    paste: Option<Vec<u8>>,
    late: Option<Late>,
    /// How many bytes were typed before raw mode was on: a line feed among them is the Enter key.
    typed_ahead: usize,
    charset: Charset,
}

impl Parser {
    /// `typed_ahead` is the number of bytes that were waiting when raw mode was switched on.
    pub(super) fn new(charset: Charset, typed_ahead: usize) -> Self {
        Self { typed_ahead, charset, ..Self::default() }
    }

    pub(super) fn take(&mut self, bytes: &[u8], mut hear: impl FnMut(Heard)) {
        let ahead = self.typed_ahead.min(bytes.len());
        self.typed_ahead -= ahead;
        // The line discipline of the tty has translated the carriage returns of the Enter key to line feeds.
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
                    Step::More if self.pending.len() > LONGEST => {
                        self.late = Some(Late::Endless(self.pending.get(1) != Some(&b'[')));
                        self.pending.len()
                    }
                    Step::More => 0,
                }
            };
            if taken == 0 {
                return;
            }
            self.pending.drain(..taken.min(self.pending.len()));
        }
    }

    /// How many bytes still belong to an abandoned sequence; `None` where it has ended.
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
            Late::Endless(string) => {
                let ends = |byte: &u8| if string { *byte < 0x20 } else { !(0x20..0x40).contains(byte) };
                let Some(end) = self.pending.iter().position(ends) else {
                    self.late = Some(Late::Endless(string));
                    return Some(self.pending.len());
                };
                match self.pending.get(end..).unwrap_or_default() {
                    [ESC] if string => {
                        self.late = Some(Late::Endless(string));
                        // It is not known yet whether this ESC ends it. Without anything before it, it waits.
                        Some(end)
                    }
                    [ESC, b'\\', ..] if string => Some(end + 2),
                    [BEL, ..] if string => Some(end + 1),
                    // A control character that ends it is a key of its own.
                    [0..0x20 | 0x7f, ..] if end == 0 => None,
                    [0..0x20 | 0x7f, ..] => Some(end),
                    _ => Some(end + 1),
                }
            }
            Late::Control(_) => (0x40..0x7f).contains(&first).then_some(1),
            Late::String(_) => None,
        }
    }

    /// How long to wait before calling [`Parser::silence`]; `None` where nothing is incomplete.
    pub(super) fn waits(&self) -> Option<Duration> {
        match self.pending.len() {
            _ if self.paste.is_some() => Some(PASTE),
            0 => matches!(self.late, Some(Late::Endless(_))).then_some(SEQUENCE),
            1 | 2 if self.pending.first() == Some(&ESC) => Some(ESCAPE),
            _ => Some(SEQUENCE),
        }
    }

    /// Nothing came for as long as [`Parser::waits`] said: whatever is incomplete ends.
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

/// Takes pasted text: how many bytes were consumed, and whether the paste ends with them.
fn pasted(bytes: &[u8], text: &mut Vec<u8>) -> (usize, bool) {
    let end = memchr::memmem::find(bytes, PASTE_END);
    // The bytes may end within the end mark.
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

/// Whether the bytes after ESC begin a string sequence (OSC, DCS or APC) and not a key pressed with Alt. All
/// answers that are strings begin like this.
fn begins_string(kind: u8, first: u8) -> bool {
    match kind {
        b']' => first.is_ascii_digit(),
        b'P' => first.is_ascii_digit() || b">!=$+|".contains(&first),
        b'_' => first == b'G',
        _ => false,
    }
}

/// A string sequence, from its ESC to BEL or `ESC \`. Any other control character abandons it: it is a key
/// that was pressed.
fn string(bytes: &[u8]) -> Step {
    let content = bytes.part(2..);
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

/// An answer to `OSC 11`: `11;rgb:1e1e/1e1e/2e2e`, with one to four hexadecimal digits a colour, or
/// `11;#1e1e2e`.
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
    // The perceived brightness (luma, ITU-R BT.601).
    let light = (red * 299 + green * 587 + blue * 114) / 1000;
    Some(Heard::Answer(Answer::Background(u8::try_from(light).ok()?)))
}

/// What follows `ESC [`.
fn control(rest: &[u8]) -> Step {
    match rest {
        // The Linux console sends F1 to F5 as `ESC [ [ A` to `ESC [ [ E`.
        [b'[', letter, ..] => {
            let number = letter.wrapping_sub(b'A');
            return Step::Taken(4, (number < 5).then(|| plain(Code::F(number + 1))));
        }
        // The old mouse encoding, from terminals without SGR (mode 1006): three bytes follow.
        [b'M', button, x, y, ..] => return Step::Taken(6, keys::mouse_of_bytes(*button, *x, *y)),
        [b'[' | b'M', ..] => return Step::More,
        _ => {}
    }
    let is_end = |&byte: &u8| !(0x20..0x40).contains(&byte);
    // rxvt ends the sequence of a shifted key with a dollar sign.
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let rxvt = (digits > 0 && rest.get(digits) == Some(&b'$')).then_some(digits);
    let Some(end) = rxvt.or_else(|| rest.iter().position(is_end)) else { return Step::More };
    let (parameters, last) = (&rest[..end], rest[end]);
    let taken = 3 + end;
    match last {
        // Broken off by a control character, which is left in the buffer.
        0..=0x1f | 0x7f.. => Step::Taken(taken - 1, None),
        b'~' if parameters == b"200" => Step::Paste(taken),
        _ => Step::Taken(taken, keys::control(parameters, last)),
    }
}
