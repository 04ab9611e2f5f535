//! Recognises markup inside a line: terminal escape sequences, superscripts, footnote marks, comments.
//!
//! Its functions change nothing; the reader acts on what they return.

use crate::text::Part as _;
/// What replaces a piece of markup in the cleaned text.
pub(super) enum Replacement {
    Nothing,
    Char(char),
    /// The superscript of a range of the source.
    Superscript(usize, usize),
    /// The footnote mark, with this number, of a note that has a name.
    Named(u32),
    /// A range of the source, without looking for markup in it.
    Verbatim(usize, usize),
    /// The beginning of a link: the byte offset at which its text ends, and how many bytes of markup follow there.
    Closing(usize, usize),
    Emphasis(u8, usize),
}

/// The bytes that may begin something that is not copied as it is.
pub(super) static SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        table[byte] = true;
        byte += 1;
    }
    let others = [
        0x7F, b'*', b'_', b'\\', b'^', b'<', b'[', b']', b'`', b'&', b'$', 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3,
    ];
    let mut at = 0;
    while at < others.len() {
        table[others[at] as usize] = true;
        at += 1;
    }
    table
};

pub(super) fn is_blank(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == 0
}

pub(super) fn is_wordy(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

pub(super) fn has_blank_line(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'\n', bytes).any(|at| {
        let next = bytes.part(at + 1..);
        next.iter().find(|&&byte| byte != b' ' && byte != b'\t' && byte != b'\r') == Some(&b'\n')
    })
}

/// Length in bytes of a terminal escape sequence.
pub(super) fn escape(rest: &[u8]) -> usize {
    match rest.get(1) {
        Some(b'[') => {
            let parameters = rest.iter().skip(2).take_while(|&&byte| (0x20..0x40).contains(&byte)).count();
            let ended = rest.get(2 + parameters).is_some_and(|byte| (0x40..0x7F).contains(byte));
            2 + parameters + usize::from(ended)
        }
        Some(b']' | b'P' | b'^' | b'_' | b'X') => {
            let inner =
                rest.iter().skip(2).take(256).take_while(|&&byte| byte != 0x07 && byte != 0x1B).count();
            match (rest.get(2 + inner), rest.get(3 + inner)) {
                (Some(0x07), _) => 3 + inner,
                (Some(0x1B), Some(b'\\')) => 4 + inner,
                _ => 2,
            }
        }
        _ => 1,
    }
}

/// A superscript: `^1`, `^{1}`, `^e`.
pub(super) fn caret(rest: &[u8], at: usize) -> (usize, Replacement) {
    if rest.first() != Some(&b'^') {
        return (0, Replacement::Nothing);
    }
    let digits =
        |from: usize| rest.iter().skip(from).take(4).take_while(|byte| byte.is_ascii_digit()).count();
    if rest.get(1) == Some(&b'{') {
        let inner = rest
            .iter()
            .skip(2)
            .take(8)
            .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'*')
            .count();
        if inner > 0 && rest.get(2 + inner) == Some(&b'}') {
            return (3 + inner, Replacement::Superscript(at + 2, at + 2 + inner));
        }
    }
    match digits(1) {
        0 if rest.get(1).is_some_and(u8::is_ascii_alphabetic) => (1, Replacement::Nothing),
        0 => (0, Replacement::Nothing),
        count => (1 + count, Replacement::Superscript(at + 1, at + 1 + count)),
    }
}

/// A tag or a comment: `<sup>1</sup>`, `<!-- ... -->`.
pub(super) fn tag(rest: &[u8], at: usize) -> (usize, Replacement) {
    if rest.starts_with(b"<sup>") {
        let inner = rest.iter().skip(5).take(8).take_while(|&&byte| byte != b'<').count();
        if rest.get(5 + inner..).is_some_and(|after| after.starts_with(b"</sup>")) {
            return (11 + inner, Replacement::Superscript(at + 5, at + 5 + inner));
        }
    }
    if rest.starts_with(b"<!--")
        && let Some(end) = memchr::memmem::find(rest.get(..rest.len().min(400)).unwrap_or(rest), b"-->")
    {
        return (end + 3, Replacement::Nothing);
    }
    (0, Replacement::Nothing)
}

/// A footnote reference, `[^1]`, with the colon after it at the beginning of a note. `[^star]` is an asterisk.
pub(super) fn footnote_reference(rest: &[u8], at: usize) -> (usize, Replacement) {
    if rest.starts_with(b"[^star]") {
        let colon = usize::from(rest.get(7) == Some(&b':'));
        return (7 + colon, Replacement::Char('*'));
    }
    let inner = rest.iter().skip(2).take(4).take_while(|byte| byte.is_ascii_digit()).count();
    if rest.get(1) != Some(&b'^') || inner == 0 || rest.get(2 + inner) != Some(&b']') {
        return (0, Replacement::Nothing);
    }
    let colon = usize::from(rest.get(3 + inner) == Some(&b':'));
    (3 + inner + colon, Replacement::Superscript(at + 2, at + 2 + inner))
}
