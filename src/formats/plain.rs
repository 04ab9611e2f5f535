//! Reads text into lines: plain text, the output of `pdftotext`, and Markdown.
//!
//! It cleans the text: control characters, terminal escape sequences, and invisible and bidirectional formatting
//! characters are dropped. `*italic*` becomes emphasis, `^1` and `[^1]` a superscript, `#` a heading. Everything else,
//! quotation marks and spaces included, stays as it is. It does not join lines into paragraphs; the grammar does.

mod inline;
mod markdown;
mod markup;
mod rows;
mod sheet;
#[cfg(test)]
mod tests;

use super::columns::Tabbed;
use super::{Aside, Block, Content, Style, shown};
use crate::document::{Diagnostic, Finding, Reason, Span};
use crate::text::Part as _;
use crate::text::chars::{self, is_invisible, superscript_digit};
use inline::{
    Replacement, SPECIAL, caret, escape, footnote_reference, has_blank_line, is_blank, is_wordy, tag,
};
use markdown::Markdown;

/// From this many blank lines on, a page ends, in a text without form feeds.
const PAGE_GAP: u32 = 3;

/// Reads decoded text, in time linear in its length.
pub fn read(source: &str) -> Content {
    if sheet::is_sheet(source) {
        return sheet::read(source);
    }
    let mut reader = TextReader {
        source,
        bytes: source.as_bytes(),
        content: Content { text: String::with_capacity(source.len() + 16), ..Content::default() },
        open: None,
        line: 1,
        page: 0,
        gap: 0,
        feeds: memchr::memchr(0x0C, source.as_bytes()).is_some(),
        most: 100_000 + source.len() / 32,
        full: false,
        rule_after: None,
        tabbed: Tabbed::default(),
        tabling: rows::TextTable::default(),
        fenced: false,
        markdown: Markdown::of(source),
        closing: Vec::new(),
    };
    let front = reader.front();
    reader.lines(front);
    reader.end_table();
    reader.content.pages_are_guessed = !reader.feeds;
    super::columns::mark(&mut reader.content);
    reader.content
}

struct TextReader<'a> {
    source: &'a str,
    bytes: &'a [u8],
    content: Content,
    /// Open emphasis: its character, how often that is repeated, and the byte offset in the cleaned text at which it
    /// begins.
    open: Option<(u8, usize, usize)>,
    line: u32,
    page: u32,
    gap: u32,
    /// The text has form feeds, so that blank lines do not end pages.
    feeds: bool,
    /// The maximum number of blocks. What follows is added to the last one.
    most: usize,
    full: bool,
    /// A rule that was cut off the end of the line: its range in the text and that of the line in the source.
    rule_after: Option<(Span, Span)>,
    /// The last run of lines with tabs that was examined.
    tabbed: Tabbed,
    tabling: rows::TextTable,
    /// Inside a fenced code block, whose lines are shown as the rows of a table.
    fenced: bool,
    markdown: Markdown<'a>,
    /// For each open link, the byte offset at which its text ends and how many bytes of markup follow there.
    closing: Vec<(usize, usize)>,
}

impl TextReader<'_> {
    fn lines(&mut self, from: usize) {
        let mut at = from;
        while at < self.bytes.len() {
            let rest = self.bytes.part(at..);
            let end = memchr::memchr3(b'\n', b'\r', 0x0C, rest).map_or(self.bytes.len(), |next| at + next);
            self.one(at, end);
            match self.bytes.get(end) {
                Some(b'\r') if self.bytes.get(end + 1) == Some(&b'\n') => {
                    at = end + 2;
                    self.line += 1;
                }
                Some(0x0C) => {
                    at = end + 1;
                    self.page += u32::from(!self.content.blocks.is_empty());
                    self.gap = self.gap.max(PAGE_GAP);
                }
                _ => {
                    at = end + 1;
                    self.line += 1;
                }
            }
        }
    }

    fn one(&mut self, start: usize, end: usize) {
        let raw = self.source.part(start..end);
        let body = raw.trim_start_matches(chars::is_blank);
        let text = body.trim_end_matches(chars::is_blank);
        if text.is_empty() {
            self.gap += 1;
            self.open = None;
            return;
        }
        let source_start = start + raw.len() - body.len();
        let source_end = source_start + text.len();
        let indent = columns(raw.part(..raw.len() - body.len()));
        let unquoted = unquoted(text);
        if unquoted.len() >= 3 && unquoted.bytes().all(|byte| byte == b'`') {
            self.fenced = !self.fenced;
            return self.aside(text, Reason::Fence);
        }
        let tabbed = !self.fenced && self.is_tabbed(start, text);
        let (skipped, style) = match prefix(text) {
            _ if self.fenced => (text.len() - unquoted.len(), Style::Row),
            _ if tabbed => (0, Style::Row),
            style => style,
        };
        if style == Style::Line && self.is_mark_alone(text) {
            return;
        }
        let cleaned_start = self.content.text.len();
        if style == Style::Line && is_comment(text) {
            self.aside(text, Reason::Comment);
            return;
        }
        let source = Span::new(source_start, source_end);
        if style == Style::Row && !self.fenced {
            let row = if tabbed { self.tabbed_cells(start, end) } else { self.barred(start, end) };
            return row.into_iter().for_each(|row| self.push(row, source, 0, style));
        }
        self.clean(source_start + skipped, source_end);
        self.trim_cleaned(cleaned_start);
        let cleaned_end = self.content.text.len();
        if let Some((_, _, from)) = self.open.as_mut() {
            let from = std::mem::replace(from, cleaned_end);
            self.emphasise(from, cleaned_end);
        }
        if cleaned_start == cleaned_end {
            return;
        }
        let cleaned_end = self.cut_rule(cleaned_start, cleaned_end, source);
        self.push(Span::new(cleaned_start, cleaned_end), source, indent, style);
    }

    fn push(&mut self, text: Span, source: Span, indent: usize, style: Style) {
        if self.content.blocks.len() >= self.most {
            return self.overflow(text.start as usize, source);
        }
        if !self.feeds && self.gap >= PAGE_GAP && !self.content.blocks.is_empty() {
            self.page += 1;
        }
        self.content.blocks.push(Block {
            text,
            source,
            line: self.line,
            page: self.page,
            gap: self.gap.min(255) as u8,
            indent: indent.min(255) as u8,
            style,
        });
        self.gap = 0;
        if let Some((text, source)) = self.rule_after.take() {
            let (line, page) = (self.line, self.page);
            self.content.blocks.push(Block {
                text,
                source,
                line,
                page,
                gap: 0,
                indent: 0,
                style: Style::Line,
            });
        }
    }

    /// Whether the line is a row of a table whose cells are separated by tabs.
    fn is_tabbed(&mut self, start: usize, text: &str) -> bool {
        if start >= self.tabbed.end && text.contains('\t') {
            self.tabbed = Tabbed::at(self.source, start);
        }
        start < self.tabbed.end && self.tabbed.table
    }

    /// Cuts off a rule that `pdftotext` has joined to the end of a line, and returns the new end of the line. The rule
    /// becomes a block of its own.
    fn cut_rule(&mut self, start: usize, end: usize, source: Span) -> usize {
        let line = self.content.text.part(start..end);
        let kept = line.trim_end_matches('_').trim_end().len();
        if kept == 0 || line.len() - kept < 10 {
            return end;
        }
        self.rule_after = Some((Span::new(start + kept, end), source));
        start + kept
    }

    /// Adds a line beyond the maximum to one last block, separated by a space.
    fn overflow(&mut self, cleaned_start: usize, source: Span) {
        let end = self.content.text.len();
        if self.full {
            self.content.text.insert(cleaned_start, ' ');
            if let Some(last) = self.content.blocks.last_mut() {
                (last.text.end, last.source.end) = (end as u32 + 1, source.end);
            }
            return;
        }
        self.full = true;
        self.content.diagnostics.push(Diagnostic::new(self.line, Finding::TooManyLines));
        let text = Span::new(cleaned_start, end);
        let (line, page) = (self.line, self.page);
        self.content.blocks.push(Block {
            text,
            source,
            line,
            page,
            gap: 1,
            indent: 0,
            style: Style::Paragraph,
        });
    }

    fn aside(&mut self, text: &str, reason: Reason) {
        self.content.asides.push(Aside { line: self.line, text: text.to_owned(), reason });
    }

    /// Appends a range of the source to the text, with markup and unwanted characters replaced.
    fn clean(&mut self, start: usize, end: usize) {
        let mut at = start;
        let mut plain = start;
        while at < end {
            let Some(&byte) = self.bytes.get(at) else { break };
            if !SPECIAL[usize::from(byte)] {
                at += 1;
                continue;
            }
            let markup = matches!(byte, b'*' | b'_' | b'\\' | b'^' | b'<' | b'[' | b']' | b'`' | b'&' | b'$');
            let (taken, action) =
                if self.fenced && markup { (0, Replacement::Nothing) } else { self.special(at, end) };
            if taken == 0 {
                // A whole run of asterisks or underscores is skipped at once, to stay linear.
                let run =
                    |mark: u8| self.bytes.part(at..end).iter().take_while(|&&next| next == mark).count();
                at += if matches!(byte, b'*' | b'_') { run(byte) } else { self.width(at) };
                continue;
            }
            self.copy(plain, at);
            match action {
                Replacement::Nothing => {}
                Replacement::Char(letter) => self.content.text.push(letter),
                Replacement::Superscript(from, to) => self.superscript(from, to),
                Replacement::Named(number) => {
                    self.content.text.extend(number.to_string().chars().map(superscript_digit));
                }
                Replacement::Verbatim(from, to) => self.verbatim(from, to),
                Replacement::Closing(close, marks) => self.begin_link(at, close, marks),
                Replacement::Emphasis(mark, count) => self.emphasis_run(mark, count, at + taken),
            }
            at += taken;
            plain = at;
        }
        self.copy(plain, end);
    }

    fn width(&self, at: usize) -> usize {
        self.source.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
    }

    fn copy(&mut self, start: usize, end: usize) {
        self.content.text.push_str(self.source.part(start..end));
    }

    /// Appends a range of the source with its digits as superscripts.
    fn superscript(&mut self, start: usize, end: usize) {
        for letter in self.source.part(start..end).chars() {
            self.content.text.push(superscript_digit(letter));
        }
    }

    /// How many bytes of markup or of unwanted characters begin at `at`, and what replaces them; 0 bytes for an
    /// ordinary character.
    fn special(&mut self, at: usize, end: usize) -> (usize, Replacement) {
        let rest = self.bytes.part(at..end);
        if let Some(b'`' | b'[' | b']' | b'<' | b'&') = rest.first()
            && let Some(found) = self.markup(at, end)
        {
            return found;
        }
        match rest.first() {
            Some(0x1B) => (escape(rest), Replacement::Nothing),
            Some(b'\t' | 0x0B) => (1, Replacement::Char(' ')),
            Some(..0x20 | 0x7F) => (1, Replacement::Nothing),
            Some(&mark @ (b'*' | b'_')) => {
                let count = rest.iter().take_while(|&&byte| byte == mark).count();
                if self.is_emphasis(mark, count, at) {
                    (count, Replacement::Emphasis(mark, count))
                } else {
                    (0, Replacement::Nothing)
                }
            }
            Some(b'\\') => match rest.get(1) {
                Some(next) if next.is_ascii_punctuation() => (2, Replacement::Char(char::from(*next))),
                None if self.markdown.certain => (1, Replacement::Char(' ')),
                _ => (0, Replacement::Nothing),
            },
            Some(b'^') => caret(rest, at),
            Some(b'<') => tag(rest, at),
            Some(b'[') => footnote_reference(rest, at),
            Some(b'$') => match rest.get(1..).map(|inner| caret(inner, at + 1)) {
                Some((taken, out)) if taken > 0 && rest.get(taken + 1) == Some(&b'$') => (taken + 2, out),
                _ => (0, Replacement::Nothing),
            },
            Some(0xC2..) => self.unseen(at),
            _ => (0, Replacement::Nothing),
        }
    }

    /// The same for characters that are invisible, reorder text or control a terminal.
    fn unseen(&self, at: usize) -> (usize, Replacement) {
        let Some(letter) = self.source.get(at..).and_then(|rest| rest.chars().next()) else {
            return (0, Replacement::Nothing);
        };
        match shown(letter) {
            None => (letter.len_utf8(), Replacement::Nothing),
            Some(shown) if shown != letter => (letter.len_utf8(), Replacement::Char(shown)),
            Some(_) => (0, Replacement::Nothing),
        }
    }

    /// Whether a run of `*` or `_` opens or closes emphasis.
    fn is_emphasis(&self, mark: u8, count: usize, at: usize) -> bool {
        let after = self.bytes.get(at + count).copied().unwrap_or(b'\n');
        let before = at.checked_sub(1).and_then(|before| self.bytes.get(before)).copied().unwrap_or(b'\n');
        if markdown::in_address(self.source.part(..at)) {
            return false;
        }
        if let Some((open, width, _)) = self.open {
            let closes = open == mark && (width == count || width * 2 == count) && !is_blank(before);
            return closes && (mark == b'*' || !is_wordy(after));
        }
        let in_word = before >= 0x80
            && self
                .source
                .get(..at)
                .and_then(|head| head.chars().next_back())
                .is_none_or(char::is_alphanumeric);
        if count > 3 || is_blank(after) || in_word || is_wordy(before) && mark == b'_' || before == b'\\' {
            return false;
        }
        if mark == b'*' && (before.is_ascii_alphanumeric() || before == b')' || before == b']') {
            return false;
        }
        self.closes_later(mark, count, at + count)
    }

    /// Whether the next run of the same character closes the emphasis, before a blank line.
    fn closes_later(&self, mark: u8, count: usize, from: usize) -> bool {
        let rest = self.bytes.part(from..);
        let Some(next) = memchr::memchr(mark, rest) else { return false };
        let between = rest.part(..next);
        let run = rest.part(next..).iter().take_while(|&&byte| byte == mark).count();
        let closes = run == count || run == count * 2;
        closes && between.last().is_some_and(|&byte| !is_blank(byte)) && !has_blank_line(between)
    }

    fn emphasis_run(&mut self, mark: u8, count: usize, after: usize) {
        let here = self.content.text.len();
        let Some((_, width, from)) = self.open.take() else {
            self.open = Some((mark, count, here));
            return;
        };
        self.emphasise(from, here);
        let again = count == width * 2 && self.bytes.get(after).is_some_and(|&byte| !is_blank(byte));
        if again && self.closes_later(mark, width, after) {
            self.open = Some((mark, width, here));
        }
    }

    fn emphasise(&mut self, start: usize, end: usize) {
        if start < end && self.content.emphasis.len() < 100_000 + self.bytes.len() / 64 {
            self.content.emphasis.push(Span::new(start, end));
        }
    }

    /// Trims a line of the cleaned text, since cleaning may leave white space at its ends.
    fn trim_cleaned(&mut self, start: usize) {
        let text = &mut self.content.text;
        let line = text.part(start..);
        let kept = line.trim_end_matches(chars::is_blank).len();
        text.truncate(start + kept);
        let line = text.part(start..);
        let lead = line.len() - line.trim_start_matches(chars::is_blank).len();
        text.replace_range(start..start + lead, "");
        // Open emphasis moves with the text and does not extend over the removed space.
        let end = text.len();
        let moved = |at: usize| if at <= start { at } else { at.saturating_sub(lead).clamp(start, end) };
        for span in self.content.emphasis.iter_mut().rev().take_while(|span| span.end as usize > start) {
            *span = Span::new(moved(span.start as usize), moved(span.end as usize));
        }
        if let Some((_, _, from)) = self.open.as_mut() {
            *from = moved(*from);
        }
    }
}

fn columns(space: &str) -> usize {
    space.chars().map(|letter| if letter == '\t' { 8 } else { usize::from(!is_invisible(letter)) }).sum()
}

/// The markup at the start of a line: its length in bytes and the style that it gives to the line.
fn prefix(text: &str) -> (usize, Style) {
    let bytes = text.as_bytes();
    let hashes = bytes.iter().take_while(|&&byte| byte == b'#').count();
    if (1..=6).contains(&hashes) && bytes.get(hashes).is_some_and(|&byte| byte == b' ' || byte == b'\t') {
        let skipped =
            hashes + bytes.iter().skip(hashes).take_while(|&&byte| byte == b' ' || byte == b'\t').count();
        return (skipped, Style::Heading(hashes as u8));
    }
    // A quotation, and one nested in it.
    let quoted = unquoted(text);
    if quoted.len() < text.len() || quoted == ">" {
        let inner = quoted.strip_prefix('>').filter(|rest| rest.is_empty()).unwrap_or(quoted);
        let (skipped, style) = prefix(inner);
        return (text.len() - inner.len() + skipped, style);
    }
    if bytes.first() == Some(&b'|') && memchr::memchr_iter(b'|', bytes).nth(1).is_some() {
        return (0, Style::Row);
    }
    (0, Style::Line)
}

/// A line without its quotation marks (`>`).
fn unquoted(text: &str) -> &str {
    if text.starts_with('>') { text.trim_start_matches("> ") } else { text }
}

fn is_comment(text: &str) -> bool {
    text.starts_with("<!--") && text.ends_with("-->")
}
