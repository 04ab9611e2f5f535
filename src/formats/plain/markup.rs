//! How the text reader handles Markdown.

use super::inline::Replacement;
use super::markdown::Bracket;
use super::{TextReader, markdown};
use crate::document::{Reason, Span};
use crate::formats::Style;
use crate::text::Part as _;

impl TextReader<'_> {
    /// Reads front matter: the title and the symbol become blocks and the rest is set aside. Returns the byte offset at
    /// which the text begins.
    pub(super) fn front(&mut self) -> usize {
        let Some(front) = markdown::front(self.source) else { return 0 };
        self.markdown.certain = true;
        self.aside(self.source.part(..front.bytes).trim(), Reason::FrontMatter);
        // A title that the text repeats is not written twice.
        let text = self.source.part(front.bytes..);
        let said = |title: &str| {
            text.lines()
                .take(100)
                .any(|line| line.strip_prefix("# ").is_some_and(|words| words.trim() == title))
        };
        let title = front.title.filter(|title| !said(title));
        for (words, style) in [(front.symbol, Style::Line), (title, Style::Heading(1))] {
            let Some(words) = words else { continue };
            let start = self.content.text.len();
            self.content.text.extend(words.chars().filter(|letter| !letter.is_control()));
            self.push(Span::new(start, self.content.text.len()), Span::new(0, front.bytes), 0, style);
            self.gap = 1;
        }
        self.line += front.lines;
        front.bytes
    }

    /// Sets aside a line of pure markup: the address of a link, a rule, the underline of a heading.
    pub(super) fn is_mark_alone(&mut self, text: &str) -> bool {
        if self.markdown.defines(text) {
            self.aside(text, Reason::Link);
            return true;
        }
        let Some(sign) = markdown::rule(text).filter(|_| self.markdown.certain) else { return false };
        let under = self.gap == 0 && matches!(sign, b'=' | b'-');
        let parted =
            self.content.blocks.len() < 2 || self.content.blocks.last().is_some_and(|block| block.gap > 0);
        match self.content.blocks.last_mut().filter(|last| last.style == Style::Line && under && parted) {
            Some(above) => above.style = Style::Heading(if sign == b'=' { 1 } else { 2 }),
            None if self.gap > 0 && sign != b'=' => {}
            None => return false,
        }
        self.gap = self.gap.max(1);
        self.aside(text, Reason::Rule);
        true
    }

    /// Appends a range of the source without its invisible characters.
    pub(super) fn verbatim(&mut self, start: usize, end: usize) {
        let words = self.source.part(start..end);
        self.content.text.extend(words.chars().filter_map(crate::formats::shown));
    }

    /// Recognises links, code and addresses: the length in bytes, and what replaces them.
    pub(super) fn markup(&mut self, at: usize, end: usize) -> Option<(usize, Replacement)> {
        let rest = self.source.get(at..end)?;
        match rest.as_bytes().first()? {
            b'[' => match self.markdown.bracket(self.source, at)? {
                Bracket::Link { close, marks } => Some((1, Replacement::Closing(close, marks))),
                Bracket::Mark { from, to, close, marks } => {
                    self.leads(close, marks);
                    Some(((close - at + marks).min(end - at), Replacement::Superscript(from, to)))
                }
                Bracket::Named { number, bytes } => Some((bytes, Replacement::Named(number))),
            },
            b']' => {
                let found = self.closing.iter().position(|(close, _)| *close == at)?;
                let (_, marks) = self.closing.swap_remove(found);
                Some((marks.min(end - at), Replacement::Nothing))
            }
            b'`' => {
                let (from, to, bytes) = markdown::code(rest)?;
                Some((bytes, Replacement::Verbatim(at + from, at + to)))
            }
            _ => match (markdown::pointed(rest), markdown::space(rest)) {
                (Some(bytes), _) => Some((bytes, Replacement::Verbatim(at + 1, at + bytes - 1))),
                (None, 0) => None,
                (None, bytes) => Some((bytes, Replacement::Char(' '))),
            },
        }
    }

    /// Begins a link at byte `at`. An image is shown as its text.
    pub(super) fn begin_link(&mut self, at: usize, close: usize, marks: usize) {
        const MOST: usize = 64;
        if self.source.get(..at).is_some_and(|before| before.ends_with('!'))
            && self.content.text.ends_with('!')
        {
            self.content.text.pop();
        }
        if self.closing.len() < MOST {
            self.closing.push((close, marks));
        }
        self.leads(close, marks);
    }

    /// Sets aside the address of a link.
    fn leads(&mut self, close: usize, marks: usize) {
        let target = self.source.part(close + 1..close + marks);
        if !target.is_empty() {
            self.aside(target, Reason::Link);
        }
    }
}
