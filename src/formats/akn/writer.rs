//! Writes running text: collapses white space, drops invisible characters, and keeps emphasis, links and footnote
//! marks.
//!
//! It knows nothing of clauses. Its spans are byte ranges of its own text.

use super::super::marked::Link;
use crate::document::Span;
use crate::formats::shown;
use crate::lang::Language;
use crate::text::Part as _;
use crate::text::chars::superscript_digit;

/// The maximum number of emphasised spans, and of links, in a text of so many bytes.
fn most(bytes: usize) -> usize {
    100_000 + bytes / 64
}

/// What blanks in the markup mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Blanks {
    /// Some of them only break the lines of the markup.
    #[default]
    Loose,
    /// All of them are of the text.
    Exact,
}

/// The text written so far, with its emphasis, links and marks.
#[derive(Debug, Default)]
pub(super) struct TextWriter {
    pub text: String,
    pub emphasis: Vec<Span>,
    pub links: Vec<Link>,
    /// Footnote marks, each with the index of its note; `None` where the document lacks the note.
    pub marks: Vec<(Span, Option<u32>)>,
    /// The byte offset at which the current block begins.
    from: usize,
    /// White space was read and not yet written.
    space: bool,
    /// A space is needed if the next text would otherwise join the word before it, as where the markup of a date
    /// follows without white space.
    soft: bool,
    /// A paragraph of a cell ended, and no text came since.
    line: bool,
    /// Open emphasis and links, outermost first.
    open: Vec<OpenSpan>,
    /// How many of them, counted from the innermost, have no text yet.
    waiting: usize,
    raised: usize,
    pub blanks: Blanks,
    /// French sets a blank before a colon and a semicolon.
    pub language: Option<Language>,
}

#[derive(Debug)]
struct OpenSpan {
    address: Option<String>,
    start: Option<usize>,
}

impl TextWriter {
    /// Begins a block, and returns its byte offset. White space at its beginning is dropped.
    pub(super) fn begin(&mut self) -> usize {
        self.from = self.text.len();
        (self.space, self.soft, self.line) = (false, false, false);
        self.from
    }

    /// The range from a byte offset to the end.
    pub(super) fn since(&self, from: usize) -> Span {
        Span::new(from.min(self.text.len()), self.text.len())
    }

    pub(super) fn words_since(&self, from: usize) -> &str {
        self.text.part(from..)
    }

    /// The text from a byte offset on, without footnote marks.
    pub(super) fn plain_since(&self, from: usize) -> String {
        let mut out = String::new();
        let mut at = from;
        let first = self.marks.partition_point(|(span, _)| (span.start as usize) < from);
        for (span, _) in self.marks.part(first..) {
            out.push_str(self.text.part(at..span.start as usize));
            at = span.end as usize;
        }
        out.push_str(self.text.part(at..));
        out
    }

    /// The byte offset at which the next word will stand, not counting a space before it.
    pub(super) fn here(&self) -> usize {
        self.text.len()
    }

    pub(super) fn space(&mut self) {
        self.space = self.text.len() > self.from;
    }

    /// Begins a new line before the next word, unless the block is empty.
    pub(super) fn new_line(&mut self) {
        self.line = self.text.len() > self.from;
    }

    /// Adds a space if the next text would otherwise join the word before it.
    pub(super) fn soft_space(&mut self) {
        self.soft = true;
    }

    pub(super) fn raise(&mut self) {
        self.raised += 1;
    }

    pub(super) fn lower(&mut self) {
        self.raised = self.raised.saturating_sub(1);
    }

    /// Begins a link to `address`, or emphasis where that is `None`.
    pub(super) fn enter(&mut self, address: Option<String>) {
        self.open.push(OpenSpan { address, start: None });
        self.waiting += 1;
    }

    /// Ends the innermost emphasis or link.
    pub(super) fn leave(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let Some(start) = open.start else {
            self.waiting -= 1;
            return;
        };
        let span = Span::new(start, self.text.len());
        match open.address {
            Some(address) if self.links.len() < most(self.text.len()) => {
                self.links.push(Link { span, address });
            }
            // Emphasis nested in other emphasis is not recorded again.
            None if !self.open.iter().any(|outer| outer.address.is_none())
                && self.emphasis.len() < most(self.text.len()) =>
            {
                self.emphasis.push(span);
            }
            _ => {}
        }
    }

    /// Adds a footnote mark, directly after the word before it whatever white space the markup has, unless that is exact.
    pub(super) fn mark(&mut self, marker: &str, note: Option<u32>) {
        self.start_open();
        let mut start = self.text.len();
        if self.text.ends_with('⁽') {
            start -= '⁽'.len_utf8();
        }
        let apart = self.blanks == Blanks::Exact || !marker.starts_with(is_digit);
        if start == self.text.len() && start > self.from && self.space && apart {
            // Without a space, an asterisk would look like part of the word.
            self.space = false;
            self.text.push(' ');
            start = self.text.len();
        }
        for letter in marker.chars() {
            self.text.push(if is_digit(letter) { superscript_digit(letter) } else { letter });
        }
        self.marks.push((Span::new(start, self.text.len()), note));
    }

    /// Adds text unchanged.
    pub(super) fn raw(&mut self, text: &str) {
        self.text.push_str(text);
        self.from = self.text.len();
        self.space = false;
    }

    /// Shortens emphasis that begins or ends inside a footnote mark, so that it leaves the mark out.
    pub(super) fn settle(&mut self) {
        let mut at = 0;
        let marks = &self.marks;
        self.emphasis.retain_mut(|emphasis| {
            while marks.get(at).is_some_and(|(mark, _)| mark.end <= emphasis.start) {
                at += 1;
            }
            let mut next = at;
            if let Some((mark, _)) = marks.get(next)
                && mark.start < emphasis.start
            {
                emphasis.start = mark.end.min(emphasis.end);
                next += 1;
            }
            let across = marks.part(next..);
            let last = across.iter().take_while(|(mark, _)| mark.start < emphasis.end).last();
            if let Some((mark, _)) = last.filter(|(mark, _)| mark.end > emphasis.end) {
                emphasis.end = mark.start.max(emphasis.start);
            }
            !emphasis.is_empty()
        });
    }

    fn start_open(&mut self) {
        if self.waiting > 0 {
            let here = self.text.len();
            for open in self.open.iter_mut().rev().take(self.waiting) {
                open.start = Some(here);
            }
            self.waiting = 0;
        }
    }

    /// Adds text.
    pub(super) fn words(&mut self, words: &str) {
        let mut rest = words;
        loop {
            let stop = run(rest.as_bytes());
            let (plain, after) = rest.split_at_checked(stop).unwrap_or((rest, ""));
            if !plain.is_empty() {
                self.push(plain);
            }
            let Some(letter) = after.chars().next() else { return };
            match shown(letter) {
                Some(' ') if self.blanks == Blanks::Exact && letter == ' ' => self.blank(),
                Some(' ') => self.space(),
                Some(_) => self.push(after.part(..letter.len_utf8())),
                None => {}
            }
            rest = after.part(letter.len_utf8()..);
        }
    }

    /// A blank of text that is exact: rows of tables without cells are set with blanks.
    fn blank(&mut self) {
        if self.space || self.text.len() == self.from {
            self.text.push(' ');
        } else {
            self.space();
        }
    }

    fn push(&mut self, words: &str) {
        // No-break spaces at the beginning are meant for the printed page, as tabs are.
        let words = if self.text.len() == self.from && !self.line {
            words.trim_start_matches(['\u{A0}', '\u{202F}'])
        } else {
            words
        };
        if words.is_empty() {
            return;
        }
        let marked = self.marks.last().is_some_and(|(span, _)| span.end as usize == self.text.len());
        if std::mem::take(&mut self.line) {
            (self.space, self.soft) = (false, false);
            self.text.push('\n');
        }
        if self.space || self.soft {
            let first = words.chars().next();
            let before = self.text.get(self.from..).and_then(|text| text.chars().next_back());
            let apart = self.soft && before.is_some_and(is_word) && first.is_some_and(is_word);
            let bracket = self.raised > 0 && first == Some(')');
            let closes = |first: char| match first {
                ';' | ':' => self.language != Some(Language::Fr),
                _ => ",.،؛，。".contains(first),
            };
            let punctuation = marked && (bracket || first.is_some_and(closes));
            // Superscript letters belong to the word before them; the white space there is only a line break of the
            // markup.
            let letters = self.raised > 0 && first.is_some_and(char::is_alphabetic);
            // One space is enough, and a no-break space takes precedence.
            let spaced = first == Some('\u{A0}');
            if (self.space || apart) && !punctuation && !letters && !spaced {
                self.text.push(' ');
            }
            (self.space, self.soft) = (false, false);
        }
        self.start_open();
        if self.raised == 0 {
            self.text.push_str(words);
            return;
        }
        for letter in words.chars() {
            let raised = match letter {
                '(' => '⁽',
                ')' => '⁾',
                'o' => 'ᵒ',
                letter if is_digit(letter) => superscript_digit(letter),
                letter => letter,
            };
            self.text.push(raised);
            if raised == '⁾'
                && let Some((span, _)) = self.marks.last_mut()
                && span.end as usize + raised.len_utf8() == self.text.len()
                && self.text.get(span.start as usize..).is_some_and(|mark| mark.starts_with('⁽'))
            {
                span.end = self.text.len() as u32;
            }
        }
    }
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}

/// Whether a letter belongs to a script that separates words by spaces.
fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() && letter < '\u{2E80}'
}

/// How many bytes at the start can be copied unchanged: up to white space that needs collapsing or a character that may
/// be invisible. Single spaces between words are copied.
fn run(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let looked_at = SPECIAL[usize::from(byte)];
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        let goes_on = match byte {
            _ if !looked_at => true,
            b' ' => at > 0 && !SPECIAL[usize::from(next)],
            0xC2 => next > 0x9F && next != 0xAD,
            0xD8 => next != 0x9C,
            0xE2 => next != 0x80 && next != 0x81,
            _ => false,
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    at
}

/// The first bytes of characters that need to be looked at one by one.
static SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at <= 0x20 {
        table[at] = true;
        at += 1;
    }
    table[0x7F] = true;
    table[0xC2] = true;
    table[0xD8] = true;
    table[0xE1] = true;
    table[0xE2] = true;
    table[0xEF] = true;
    table[0xF3] = true;
    table
};
