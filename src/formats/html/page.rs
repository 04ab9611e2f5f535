//! Writes the blocks of a page as its text arrives: collapses white space, turns footnote marks into superscripts, and
//! ends paragraphs.
//!
//! It does not know elements; [`super`] tells it what they mean.

use crate::document::{Diagnostic, Finding, Reason, Span};
use crate::formats::plain;
use crate::formats::{Aside, Block, Content, Style, shown};
use crate::text::Part as _;
use crate::text::chars::{digit_value, is_superscript, is_wide, superscript_digit};

/// The content written so far, and the paragraph under construction.
pub(super) struct PageWriter<'s> {
    source: &'s str,
    pub content: Content,
    /// Where the paragraph begins: byte offsets in the text and in the source.
    start: usize,
    from: usize,
    /// White space that was read and not yet written.
    space: Space,
    /// Byte offsets in the text of line breaks inside the paragraph.
    breaks: Vec<usize>,
    gap: u8,
    line: u32,
    /// The byte offset in the source up to which `line` counts.
    counted: usize,
    most: usize,
    /// Text being set aside, with the reason.
    aside: Option<(Reason, String)>,
    /// Preformatted text, and its byte offset in the source.
    pre: Option<(usize, String)>,
    /// The end of a link or raised text with which the paragraph begins: it may be the marker of a note.
    lead: Option<usize>,
    /// The number of a list item, to be written before its words.
    pub number: Option<String>,
    /// The nesting level of the list that the paragraph is in, from 0.
    pub level: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Space {
    #[default]
    None,
    /// A single no-break space.
    NoBreak,
    Plain,
    /// Line ends only: between Chinese characters they are not a space.
    Line,
}

/// How a piece of text is set.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TextStyle {
    pub emphasis: bool,
    pub raised: bool,
    pub aside: Option<Reason>,
}

impl<'s> PageWriter<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self {
            source,
            content: Content::default(),
            start: 0,
            from: 0,
            space: Space::None,
            breaks: Vec::new(),
            gap: 1,
            line: 1,
            counted: 0,
            most: 100_000 + source.len() / 32,
            aside: None,
            pre: None,
            lead: None,
            number: None,
            level: 0,
        }
    }

    /// Length of the text so far, in bytes.
    pub(super) fn len(&self) -> usize {
        self.content.text.len()
    }

    /// The byte offset at which the paragraph begins.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// Whether the paragraph is still empty.
    pub(super) fn is_fresh(&self) -> bool {
        self.content.text.len() <= self.start
    }

    /// Whether the page is still empty.
    pub(super) fn is_empty(&self) -> bool {
        self.content.blocks.is_empty() && self.is_fresh()
    }

    /// The byte offset at which the next word will stand, not counting a space before it.
    pub(super) fn next_word(&self) -> usize {
        self.content.text.len()
    }

    /// The text of the paragraph from a byte offset on.
    pub(super) fn since(&self, from: usize) -> &str {
        self.content.text.part(from.max(self.start)..)
    }

    /// Whether the paragraph begins with the marker of a note.
    pub(super) fn has_marker(&self) -> bool {
        let words = self.since(self.start);
        let lead = self.lead.map_or(0, |lead| lead - self.start);
        typed_marker(words) > 0
            || lead > 0 && words.get(..lead).is_some_and(|lead| is_marker(trim_marker(lead)))
    }

    /// Whether the last paragraph ends with a colon, so that a list may follow.
    pub(super) fn promises(&self) -> bool {
        self.content.blocks.last().is_some_and(|block| self.content.words(block).ends_with([':', '：']))
    }

    pub(super) fn ends_with_note(&self) -> bool {
        self.content.blocks.last().is_some_and(|block| block.style == Style::Note)
    }

    /// The line, from 1, of a byte offset in the source. Offsets must not decrease.
    fn line_at(&mut self, at: usize) -> u32 {
        if at > self.counted {
            let between = self.source.as_bytes().part(self.counted..at);
            self.line += memchr::memchr_iter(b'\n', between).count() as u32;
            self.counted = at;
        }
        self.line
    }

    pub(super) fn text(&mut self, words: &str, at: usize, face: TextStyle) {
        if let Some(reason) = face.aside {
            let kept = self.aside.get_or_insert_with(|| (reason, String::new()));
            kept.1.push_str(words);
            kept.1.push(' ');
            return;
        }
        if let Some((_, laid_out)) = &mut self.pre {
            if face.raised {
                laid_out.extend(words.chars().map(superscript_digit));
            } else {
                laid_out.push_str(words);
            }
            return;
        }
        if self.is_fresh() {
            self.from = at;
        }
        let digits = face.raised && is_marker(words.trim());
        let mut begin = None;
        for letter in words.chars() {
            let Some(letter) = seen(letter) else { continue };
            if letter.is_whitespace() {
                self.space = self.space.and(letter);
                continue;
            }
            if self.is_fresh()
                && let Some(number) = self.number.take()
            {
                self.content.text.push_str(&number);
                self.content.text.push(' ');
            }
            self.write_space(letter);
            begin.get_or_insert(self.content.text.len());
            self.content.text.push(if digits { superscript_digit(letter) } else { letter });
        }
        if let Some(begin) = begin.filter(|_| face.emphasis) {
            self.emphasise(begin);
        }
    }

    fn write_space(&mut self, next: char) {
        let space = std::mem::take(&mut self.space);
        let text = &mut self.content.text;
        if text.len() <= self.start || self.breaks.last() == Some(&text.len()) {
            return;
        }
        match space {
            Space::None => {}
            Space::NoBreak => text.push('\u{A0}'),
            Space::Line if is_wide(next) && text.chars().next_back().is_some_and(is_wide) => {}
            Space::Plain | Space::Line => text.push(' '),
        }
    }

    fn emphasise(&mut self, from: usize) {
        let to = self.content.text.len() as u32;
        match self.content.emphasis.last_mut() {
            // Two emphasised runs with only white space between them are one.
            Some(last) if last.end as usize + 2 >= from && last.start as usize >= self.start => last.end = to,
            _ => self.content.emphasis.push(Span::new(from, to as usize)),
        }
    }

    /// Breaks the line inside the paragraph.
    pub(super) fn line_break(&mut self) {
        if let Some((_, laid_out)) = &mut self.pre {
            laid_out.push('\n');
            return;
        }
        self.space = Space::None;
        if !self.is_fresh() {
            if !self.content.text.ends_with(' ') {
                self.content.text.push(' ');
            }
            self.breaks.push(self.content.text.len());
        }
    }

    /// Ends a link or raised text that began at byte `from`. If it may be a footnote mark (`marks`), and looks like
    /// one, it becomes one; letters count only if `lettered`.
    pub(super) fn close_mark(&mut self, from: usize, marks: bool, lettered: bool) {
        let from = from.max(self.start);
        let words = self.content.text.part(from..);
        let bare = words.trim().trim_matches(['[', ']', '(', ')', '{', '}']);
        let letters = bare.contains(char::is_alphabetic);
        if marks && is_marker(bare) && (lettered || !letters) {
            let lead = words.len() - words.trim_start().len();
            let raised: String = bare.chars().map(|letter| superscript_digit(latin_digit(letter))).collect();
            // Superscript digits are recognised as marks without a span.
            let called = raised.chars().any(|letter| !is_superscript(letter));
            let from = from + lead;
            self.content.text.truncate(from);
            self.content.text.push_str(&raised);
            self.cut_spans(from);
            if called {
                self.content.marks.push(Span::new(from, from + raised.len()));
            }
        }
        if from == self.start && !self.is_fresh() {
            self.lead.get_or_insert(self.content.text.len());
        }
    }

    /// Removes the text from a byte offset on.
    pub(super) fn take_back(&mut self, from: usize) {
        self.content.text.truncate(from.max(self.start));
        self.cut_spans(from);
    }

    /// Removes emphasis and marks from a byte offset on.
    fn cut_spans(&mut self, end: usize) {
        let end = end as u32;
        for spans in [&mut self.content.emphasis, &mut self.content.marks] {
            while spans.last().is_some_and(|last| last.start >= end) {
                spans.pop();
            }
            if let Some(last) = spans.last_mut() {
                last.end = last.end.min(end);
            }
        }
    }

    /// Ends the paragraph; returns whether it had any text.
    pub(super) fn end(&mut self, at: usize, style: Style) -> bool {
        if let Some((_, laid_out)) = &mut self.pre {
            if !laid_out.is_empty() && !laid_out.ends_with('\n') {
                laid_out.push('\n');
            }
            return false;
        }
        self.space = Space::None;
        let text = &mut self.content.text;
        let kept = text.part(self.start..).trim_end().len();
        text.truncate(self.start + kept);
        self.cut_spans(self.start + kept);
        let breaks = std::mem::take(&mut self.breaks);
        let lead = self.lead.take();
        if kept == 0 {
            return false;
        }
        let end = self.start + kept;
        if style == Style::Note {
            let lead = lead.map_or(0, |lead| lead - self.start);
            self.raise_marker(lead);
            self.push(self.start, self.len(), at, style);
        } else if breaks.iter().any(|&cut| cut < end) && style == Style::Paragraph {
            self.lines(&breaks, end, at);
        } else {
            self.content
                .breaks
                .extend(breaks.iter().map(|&cut| cut as u32).filter(|&cut| (cut as usize) < end));
            self.push(self.start, end, at, style);
        }
        self.next();
        true
    }

    /// Begins a new paragraph. The space separates the text of two blocks where they are joined later.
    fn next(&mut self) {
        self.content.text.push(' ');
        self.start = self.content.text.len();
        self.gap = 1;
    }

    /// Writes a paragraph with line breaks as one block per line.
    fn lines(&mut self, breaks: &[usize], end: usize, at: usize) {
        let mut from = self.start;
        for &cut in breaks.iter().chain([&end]) {
            let cut = cut.min(end);
            let words = self.content.text.part(from..cut);
            let trimmed = words.trim();
            let lead = words.len() - words.trim_start().len();
            if trimmed.is_empty() {
                self.gap = self.gap.saturating_add(1);
            } else {
                self.push(from + lead, from + lead + trimmed.len(), at, Style::Line);
                self.gap = 0;
            }
            from = cut;
        }
    }

    fn push(&mut self, from: usize, to: usize, at: usize, style: Style) {
        let line = self.line_at(self.from);
        let source = Span::new(self.from, at.max(self.from));
        let text = Span::new(from, to);
        let (most, gap) = (self.most, self.gap);
        let indent = std::mem::take(&mut self.level).min(20) as u8 * crate::formats::LEVEL;
        let blocks = &mut self.content.blocks;
        if blocks.len() >= most {
            if let Some(last) = blocks.last_mut() {
                (last.text.end, last.source.end) = (text.end, source.end);
            }
            if blocks.len() == most {
                // Report this only once.
                self.most = 0;
                self.content.diagnostics.push(Diagnostic::new(line, Finding::TooManyParagraphs));
            }
            return;
        }
        blocks.push(Block { text, source, line, page: 0, gap, indent, style });
    }

    /// Writes the marker at the beginning of a note as a superscript, with a space after it.
    fn raise_marker(&mut self, lead: usize) {
        let words = self.content.text.part(self.start..);
        let length = if lead > 0 { lead } else { typed_marker(words) };
        let (head, rest) = words.split_at_checked(length).unwrap_or((words, ""));
        let bare = trim_marker(head);
        if bare.is_empty() || !is_marker(bare) {
            return;
        }
        let raised: String = bare.chars().map(|letter| superscript_digit(latin_digit(letter))).collect();
        let rest = rest.trim_start().to_owned();
        let before = self.content.text.len();
        self.content.text.truncate(self.start);
        self.content.text.push_str(&raised);
        // Blocks are trimmed, so that they must not end with a space.
        if !rest.is_empty() {
            self.content.text.push(' ');
        }
        self.content.text.push_str(&rest);
        let (old, new) = (before - rest.len(), self.content.text.len() - rest.len());
        for spans in [&mut self.content.emphasis, &mut self.content.marks] {
            let own = spans.split_off(spans.partition_point(|span| (span.start as usize) < self.start));
            let moved = |at: u32| (at as usize).max(old) - old + new;
            let kept = own.into_iter().filter(|span| span.end as usize > old);
            spans.extend(kept.map(|span| Span::new(moved(span.start), moved(span.end))));
        }
    }

    /// Appends the paragraph to the block before it.
    pub(super) fn continue_last(&mut self, at: usize) {
        let kept = self.content.text.part(self.start..).trim_end().len();
        let end = self.start + kept;
        self.content.text.truncate(end);
        self.cut_spans(end);
        self.breaks.clear();
        self.space = Space::None;
        self.lead = None;
        if kept == 0 {
            return;
        }
        if let Some(last) = self.content.blocks.last_mut() {
            (last.text.end, last.source.end) = (end as u32, at as u32);
        }
        self.next();
    }

    /// A horizontal rule or the like: adds space before the next block.
    pub(super) fn apart(&mut self) {
        self.gap = self.gap.max(2);
    }

    /// Ends text that was set aside.
    pub(super) fn end_aside(&mut self, at: usize) {
        let Some((reason, words)) = self.aside.take() else { return };
        let seen: String = words.chars().filter_map(seen).collect();
        let text = seen.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            let line = self.line_at(at);
            self.content.asides.push(Aside { line, text, reason });
        }
    }

    pub(super) fn begin_pre(&mut self, at: usize) {
        self.pre.get_or_insert_with(|| (at, String::new()));
    }

    /// Ends preformatted text. It is read as plain text, or as rows of a table where the page says that it is one.
    pub(super) fn end_pre(&mut self, at: usize, table: bool) {
        let Some((from, laid_out)) = self.pre.take() else { return };
        let line = self.line_at(from);
        if table {
            self.from = from;
            for row in laid_out.lines() {
                let cleaned: String = row.chars().filter_map(seen).collect();
                let row = cleaned.trim_end();
                if !row.is_empty() {
                    let begin = self.start;
                    self.content.text.push_str(row);
                    self.push(begin, begin + row.len(), at, Style::Row);
                    self.next();
                    self.gap = 0;
                }
            }
            self.gap = 1;
            return;
        }
        let read = plain::read(&laid_out);
        let shift = self.content.text.len() as u32;
        let moved = |span: Span| Span { start: span.start + shift, end: span.end + shift };
        let source = Span::new(from, at);
        let first = self.content.blocks.len();
        self.content.blocks.extend(read.blocks.iter().map(|block| Block {
            text: moved(block.text),
            source,
            line: line + block.line - 1,
            ..*block
        }));
        if let Some(block) = self.content.blocks.get_mut(first) {
            block.gap = block.gap.max(1);
        }
        self.content.emphasis.extend(read.emphasis.into_iter().map(moved));
        self.content.marks.extend(read.marks.into_iter().map(moved));
        self.content
            .asides
            .extend(read.asides.into_iter().map(|aside| Aside { line: line + aside.line - 1, ..aside }));
        self.content.diagnostics.extend(read.diagnostics);
        self.content.text.push_str(&read.text);
        self.next();
    }
}

impl Space {
    fn and(self, letter: char) -> Self {
        match (self, letter) {
            (Self::None, '\u{A0}' | '\u{202F}') => Self::NoBreak,
            (Self::None | Self::Line, '\n' | '\r') => Self::Line,
            _ => Self::Plain,
        }
    }
}

/// Whether text may be the mark of a footnote: "12", "٢", "*", "†", "a", "iv", "1, 2".
pub(super) fn is_marker(words: &str) -> bool {
    let is_digit = |letter: char| digit_value(letter).is_some();
    let digits = words.chars().all(|letter| is_digit(letter) || matches!(letter, ',' | ' ' | '[' | ']'))
        && words.chars().any(is_digit);
    let signs = words.chars().all(|letter| matches!(letter, '*' | '†' | '‡' | '§' | '¶' | '#'));
    let raised = words.chars().all(is_superscript);
    let letters = words.len() <= 4 && words.bytes().all(|byte| byte.is_ascii_lowercase());
    !words.is_empty() && words.len() <= 12 && (digits || signs || raised || letters)
}

/// The Latin digit for one of any script; other characters as they are.
fn latin_digit(letter: char) -> char {
    digit_value(letter).and_then(|value| char::from_digit(value, 10)).unwrap_or(letter)
}

/// A marker without the punctuation around it.
fn trim_marker(words: &str) -> &str {
    words.trim().trim_matches(['[', ']', '(', ')', '.', '/', ':'])
}

/// Length in bytes of a marker that is typed as ordinary text before a note: `1 See`, `[1] See`, `1/ See`, `* See`.
fn typed_marker(words: &str) -> usize {
    let inner = words.trim_start_matches(['[', '(']);
    let opened = words.len() - inner.len();
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let signs = inner.len() - inner.trim_start_matches(['*', '†', '‡']).len();
    let raised = inner.len() - inner.trim_start_matches(is_superscript).len();
    let length = digits.max(signs).max(raised);
    let rest = inner.part(length..);
    let tail = rest.trim_start_matches([']', ')', '.', '/', ':']);
    let closed = rest.len() - tail.len();
    let apart = tail.starts_with(char::is_whitespace) || signs > 0 || raised > 0 || closed > 0 && opened > 0;
    if length > 0 && digits <= 3 && apart { opened + length + closed } else { 0 }
}

/// A character as it is shown, or `None`; line ends are kept, as they matter in preformatted text.
pub(super) fn seen(letter: char) -> Option<char> {
    if matches!(letter, '\n' | '\r') { Some(letter) } else { shown(letter) }
}

impl PageWriter<'_> {
    /// Begins the next paragraph at the end of the text, after a table has rewritten it.
    pub(super) fn restart(&mut self) {
        self.start = self.content.text.len();
        self.gap = 1;
    }
}
