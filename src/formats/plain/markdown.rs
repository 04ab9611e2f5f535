//! Recognises the Markdown that goes beyond plain text: front matter, links, code, named footnotes, underlined
//! headings.
//!
//! It reads only markup. Which line is a clause is for the grammar to decide, as in plain text.

use crate::text::Part as _;
use std::collections::{HashMap, HashSet};

/// How many bytes are searched for the end of a link or of code, which may be on the next line.
const AHEAD: usize = 1500;
/// The maximum number of named links, and of named notes.
const MOST: usize = 10_000;

/// What is known of the markup from the whole text.
#[derive(Debug, Default)]
pub(super) struct Markdown<'a> {
    /// The text is certainly Markdown, so that rules and underlines are read as such.
    pub certain: bool,
    /// The names of links whose addresses are given elsewhere: `[report]: https://...`.
    links: HashSet<&'a str>,
    /// How many notes are numbered in square brackets, as in text copied from a web page.
    bracketed: u32,
    /// The numbers of named notes, in the order in which the names occur.
    notes: HashMap<&'a str, u32>,
}

/// The front matter: the fields between lines of three dashes at the top of a file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Front<'a> {
    /// Length of the block in bytes and in lines.
    pub bytes: usize,
    pub lines: u32,
    pub title: Option<&'a str>,
    pub symbol: Option<&'a str>,
}

/// What begins with a square bracket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bracket {
    /// A link: the byte offset at which its text ends, and how many bytes of markup follow there.
    Link { close: usize, marks: usize },
    /// A footnote mark that is a link: the byte range of its number, and the same as for a link.
    Mark { from: usize, to: usize, close: usize, marks: usize },
    /// The mark of a named note: its number, and its length in bytes.
    Named { number: u32, bytes: usize },
}

impl<'a> Markdown<'a> {
    pub(super) fn of(source: &'a str) -> Self {
        let bytes = source.as_bytes();
        let holds = |mark: &[u8]| memchr::memmem::find(bytes, mark).is_some();
        let mut found = Self { certain: holds(b"](") || holds(b"[^") || holds(b"\n## "), ..Self::default() };
        if memchr::memchr(b'[', bytes).is_none() {
            return found;
        }
        found.bracketed = bracketed(source);
        for line in source.lines() {
            let Some((name, target)) = definition(line) else { continue };
            if found.links.len() < MOST && is_address(target.trim_start_matches('<')) {
                found.links.insert(name);
                found.certain = true;
            }
        }
        let mut at = 0;
        while let Some(next) = bytes.get(at..).and_then(|rest| memchr::memmem::find(rest, b"[^")) {
            at += next + 2;
            let Some(name) = source.get(at..).and_then(note_name) else { continue };
            let count = found.notes.len() as u32;
            if found.notes.len() < MOST && name.bytes().any(|byte| !byte.is_ascii_digit()) {
                found.notes.entry(name).or_insert(count + 1);
            }
        }
        found
    }

    /// Whether a line gives the address of a named link.
    pub(super) fn defines(&self, line: &str) -> bool {
        definition(line).is_some_and(|(name, _)| self.links.contains(name))
    }

    /// What begins with the square bracket at byte `at`.
    pub(super) fn bracket(&self, source: &'a str, at: usize) -> Option<Bracket> {
        let rest = source.get(at + 1..)?;
        if let Some(name) = rest.strip_prefix('^').and_then(note_name) {
            let number = *self.notes.get(name)?;
            let close = 3 + name.len();
            let colon = usize::from(rest.as_bytes().get(close - 1) == Some(&b':'));
            return Some(Bracket::Named { number, bytes: close + colon });
        }
        let bytes = rest.as_bytes();
        if let Some(digits) = number_in_brackets(rest)
            && rest.get(..digits)?.parse().is_ok_and(|number: u32| (1..=self.bracketed).contains(&number))
        {
            let from = at + 1;
            return Some(Bracket::Mark { from, to: from + digits, close: from + digits, marks: 1 });
        }
        let mut from = 0;
        for _ in 0..4 {
            let window = bytes.get(from..bytes.len().min(AHEAD))?;
            let close = from + memchr::memchr(b']', window)?;
            let words = rest.get(..close)?;
            if words.contains("\n\n") {
                return None;
            }
            let after = rest.get(close + 1..)?;
            let target = after.strip_prefix('(').and_then(|target| target.get(..target.find([')', '\n'])?));
            if let Some(target) = target.filter(|target| is_target(target)) {
                // An address may contain one pair of brackets.
                let more =
                    usize::from(target.contains('(') && after.get(target.len() + 2..)?.starts_with(')'));
                let marks = target.len() + 3 + more;
                let bare = words.trim_matches(['[', ']', '\\', ' ']);
                if target.contains('#') && is_note_number(bare) {
                    let start = at + 1 + (bare.as_ptr() as usize).saturating_sub(words.as_ptr() as usize);
                    return Some(Bracket::Mark {
                        from: start,
                        to: start + bare.len(),
                        close: at + 1 + close,
                        marks,
                    });
                }
                return Some(Bracket::Link { close: at + 1 + close, marks });
            }
            if let Some(name) = after.strip_prefix('[').and_then(|name| name.get(..name.find([']', '\n'])?)) {
                let key = if name.is_empty() { words } else { name };
                return self
                    .links
                    .contains(key)
                    .then_some(Bracket::Link { close: at + 1 + close, marks: name.len() + 3 });
            }
            if self.links.contains(words) && !is_note_number(words) {
                return Some(Bracket::Link { close: at + 1 + close, marks: 1 });
            }
            from = close + 1;
        }
        None
    }
}

/// The front matter of a text.
pub(super) fn front(source: &str) -> Option<Front<'_>> {
    const LONGEST: usize = 200;
    let mut lines = source.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "---")?;
    let mut front = Front { bytes: first.len(), lines: 1, ..Front::default() };
    for line in lines.take(LONGEST) {
        front.bytes += line.len();
        front.lines += 1;
        let words = line.trim_end();
        if matches!(words, "---" | "...") {
            return (front.lines > 2).then_some(front);
        }
        let field = words.split_once(':').filter(|(key, _)| {
            !key.is_empty() && key.len() < 40 && !key.trim().contains(char::is_whitespace)
        });
        match field {
            Some((key, value)) => {
                let value = value.trim().trim_matches(['"', '\'']);
                match key.to_ascii_lowercase().as_str() {
                    "title" if !value.is_empty() => front.title = Some(value),
                    "symbol" if !value.is_empty() => front.symbol = Some(value),
                    _ => {}
                }
            }
            None if words.is_empty() || words.starts_with([' ', '\t', '-', '#']) => {}
            None => return None,
        }
    }
    None
}

/// How many digits stand between the opening bracket and the next one, which closes it.
fn number_in_brackets(rest: &str) -> Option<usize> {
    let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    ((1..=3).contains(&digits) && rest.as_bytes().get(digits) == Some(&b']')).then_some(digits)
}

/// How many notes are numbered in square brackets: lines at the end of the text begin with the numbers from 1 on, and
/// each number occurs as a mark before.
fn bracketed(source: &str) -> u32 {
    let mut count = 0;
    let mut at = 0;
    let mut first = source.len();
    for line in source.split_inclusive('\n') {
        let words = line.trim_start();
        let start = at + line.len() - words.len();
        at += line.len();
        let Some(rest) = words.strip_prefix('[') else { continue };
        let Some(digits) = number_in_brackets(rest) else { continue };
        let number = rest.get(..digits).and_then(|number| number.parse::<u32>().ok());
        let apart = rest.get(digits + 1..).is_some_and(|text| text.starts_with([' ', '\t', '\u{A0}']));
        if number == Some(count + 1) && apart {
            first = first.min(start);
            count += 1;
        }
    }
    let before = source.part(..first);
    let marked = |number: u32| before.contains(&format!("[{number}]"));
    if count <= 500 && (1..=count).all(marked) { count } else { 0 }
}

/// A code span at the start of a text: the byte range of its content, and its length. A single grave accent whose
/// content contains a space is an apostrophe.
pub(super) fn code(rest: &str) -> Option<(usize, usize, usize)> {
    let ticks = rest.bytes().take_while(|byte| *byte == b'`').count();
    let inner = rest.get(ticks..)?;
    let inner = inner.get(..inner.find('\n').unwrap_or(inner.len()))?;
    if ticks == 1 && inner.starts_with(' ') {
        return None;
    }
    let mut from = 0;
    for _ in 0..8 {
        let close = from + inner.get(from..)?.find('`')?;
        let run = inner.get(close..)?.bytes().take_while(|byte| *byte == b'`').count();
        let ends = ticks > 1 || !inner.get(..close)?.ends_with(' ');
        if run == ticks && close > 0 && ends {
            return Some((ticks, ticks + close, ticks * 2 + close));
        }
        from = close + run;
    }
    None
}

/// Length in bytes of an address in angle brackets, with the brackets: `<https://...>`.
pub(super) fn pointed(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('<')?;
    let window = inner.get(..inner.find(['>', ' ', '\n', '<'])?)?;
    (is_address(window) && inner.get(window.len()..)?.starts_with('>')).then_some(window.len() + 2)
}

/// Length in bytes of a line break or no-break space in HTML notation.
pub(super) fn space(rest: &str) -> usize {
    ["<br>", "<br/>", "<br />", "<BR>", "&nbsp;"]
        .iter()
        .find(|mark| rest.starts_with(**mark))
        .map_or(0, |mark| mark.len())
}

/// Whether the text ends inside an address, where asterisks and underscores are not markup.
pub(super) fn in_address(before: &str) -> bool {
    const LONGEST: usize = 300;
    let bytes = before.as_bytes();
    let window = bytes.get(bytes.len().saturating_sub(LONGEST)..).unwrap_or(bytes);
    let word = window.iter().rposition(u8::is_ascii_whitespace).map_or(0, |space| space + 1);
    let word = window.part(word..);
    memchr::memmem::find(word, b"://").is_some() || word.starts_with(b"www.")
}

/// The character of a line that repeats one at least three times: a rule, or the underline of a heading.
pub(super) fn rule(line: &str) -> Option<u8> {
    let first = *line.as_bytes().first().filter(|byte| matches!(byte, b'=' | b'-' | b'*' | b'_'))?;
    let count = line.bytes().filter(|byte| *byte == first).count();
    let only = line.bytes().all(|byte| byte == first || byte == b' ' && first != b'=');
    (only && count >= 3).then_some(first)
}

/// A link definition, `[name]: target`, that is not a footnote.
fn definition(line: &str) -> Option<(&str, &str)> {
    let inner = line.trim_start().strip_prefix('[')?;
    let (name, rest) = inner.split_once("]:")?;
    (!name.starts_with('^') && !name.contains(']')).then(|| (name, rest.trim()))
}

/// The name of a note, up to the closing bracket.
fn note_name(rest: &str) -> Option<&str> {
    let end = rest.bytes().take(60).position(|byte| !is_of_name(byte))?;
    let name = rest.get(..end)?;
    let named = !name.is_empty() && rest.get(end..)?.starts_with(']');
    (named && name != "star").then_some(name)
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') || byte >= 0x80
}

fn is_note_number(words: &str) -> bool {
    (1..=3).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_address(words: &str) -> bool {
    ["http://", "https://", "mailto:", "ftp://", "#", "/", "www."].iter().any(|head| words.starts_with(head))
}

/// Whether the text in round brackets after a link's text is an address.
fn is_target(words: &str) -> bool {
    let address = words.split([' ', '\t']).next().unwrap_or_default().trim_start_matches('<');
    let file = address.contains('.') && !address.ends_with('.') && !address.starts_with(char::is_uppercase);
    !address.is_empty() && (is_address(address) || file && address.contains('/') || is_file(address))
}

fn is_file(address: &str) -> bool {
    [".md", ".html", ".htm", ".pdf", ".docx", ".txt", ".png", ".jpg", ".svg"]
        .iter()
        .any(|ending| address.split('#').next().unwrap_or_default().to_ascii_lowercase().ends_with(ending))
}
