//! Blocks to running text: spaces, hyphens at line ends, emphasis and footnote marks.
//!
//! It writes the words of a paragraph into the document's text, once, and remembers the marks that it met; which
//! note a mark means is settled when all notes are known.

mod marks;

use super::footnotes::Note;
use crate::document::naming;
use crate::document::{Builder, Cell, NodeId, Reason, Span, Table};
use crate::formats::{Block, Content};
use crate::lang::{is_metre, suspends_hyphen, tables};
use crate::text::Part as _;
use crate::text::chars::{is_superscript, is_wide, superscript_digit};
use crate::text::vocabulary::{Vocabulary, first_word, last_word};
use std::collections::{HashMap, HashSet};

/// A footnote mark that was met in the text.
#[derive(Clone, Debug)]
pub(super) struct Met {
    pub span: Span,
    pub marker: String,
    pub page: u32,
    pub line: u32,
}

/// Writes paragraphs into a document's text.
#[derive(Debug)]
pub(super) struct Assembler<'a> {
    content: &'a Content,
    pub met: Vec<Met>,
    /// Page of each numbered note, where marks may be plain digits.
    loose: HashMap<u32, u32>,
    /// The number that the next plain mark must have.
    expected: u32,
    last_note: u32,
    page: u32,
    /// Numbers met beyond that one.
    passed: HashSet<u32>,
    /// The number after the highest of those met: a mark that the text lacks keeps no other from being found.
    latest: u32,
    /// Numbers of the notes whose marks have a stroke, "1/".
    slashed: HashSet<u32>,
    /// Markers that are no digits: "*", "(١)".
    others: HashSet<String>,
    /// Notes are being written: numbers in them are no marks.
    pub in_notes: bool,
    /// Where the paragraph or cell under way begins in the text: what stands before it leads to no mark.
    from: usize,
    /// Words of the text, to tell hyphens that belong to a word; made when the first is asked for.
    vocabulary: Option<Vocabulary>,
}

impl<'a> Assembler<'a> {
    pub(super) fn new(content: &'a Content, notes: &[Note]) -> Self {
        let mut loose = HashMap::new();
        if notes.iter().any(|note| note.plain) {
            for note in notes {
                if let Ok(number) = note.marker.parse() {
                    loose.entry(number).or_insert(note.page);
                }
            }
        }
        let slashed =
            notes.iter().filter(|note| note.slash).filter_map(|note| note.marker.parse().ok()).collect();
        let others = notes
            .iter()
            .filter(|note| note.marker.starts_with(['*', '(']))
            .map(|note| note.marker.clone())
            .collect();
        let expected = loose.keys().min().copied().unwrap_or(0);
        let last_note = loose.keys().max().copied().unwrap_or(0);
        Self {
            content,
            met: Vec::new(),
            loose,
            expected,
            last_note,
            page: u32::MAX,
            passed: HashSet::new(),
            latest: 0,
            slashed,
            others,
            in_notes: false,
            from: 0,
            vocabulary: None,
        }
    }

    /// Appends the words of blocks to the text, the first without its `skip` first bytes, and says where they stand.
    pub(super) fn write(
        &mut self,
        builder: &mut Builder,
        blocks: impl Iterator<Item = usize>,
        skip: usize,
    ) -> Span {
        let start = builder.text().len();
        self.from = start;
        let mut skip = skip;
        for at in blocks {
            let Some(block) = self.content.blocks.get(at) else { continue };
            let words = self.content.words(block).part(skip..);
            if words.is_empty() {
                skip = 0;
                continue;
            }
            if builder.text().len() > start {
                self.glue(builder.text_mut(), start, words);
            }
            self.one(builder, block, skip, false);
            skip = 0;
        }
        Span::new(start, builder.text().len())
    }

    /// Appends the rows of a table to the text: cells where they are known, else the rows as they are laid out.
    pub(super) fn table(
        &mut self,
        builder: &mut Builder,
        node: NodeId,
        blocks: impl Iterator<Item = usize>,
    ) -> Span {
        let content = self.content;
        let start = builder.text().len();
        let mut table = Table::default();
        let mut heads = Heads::default();
        for block in blocks.filter_map(|at| content.blocks.get(at)) {
            let known = content.row(block).and_then(|(at, row)| Some((content.tables.get(at)?, row)));
            let header = known.map_or(0, |(table, _)| table.header_rows).max(1);
            if heads.repeats(content.words(block), block.page, header as usize) {
                let words = content.words(block).replace(['\t', '\n'], " ");
                builder.set_aside(block.line, &words, Reason::RepeatedHeader);
                continue;
            }
            if builder.text().len() > start {
                builder.text_mut().push('\n');
            }
            let Some((known, row)) = known else {
                // Rows stand as they are laid out, those that are set in too.
                self.from = builder.text().len();
                builder.text_mut().extend(std::iter::repeat_n(' ', block.indent.into()));
                self.one(builder, block, 0, true);
                continue;
            };
            if table.is_empty() && row == 0 {
                table.header_rows = known.header_rows;
            }
            table.begin_row();
            for (at, cell) in known.row(row).iter().enumerate() {
                if at > 0 {
                    builder.text_mut().push('\t');
                }
                let from = builder.text().len();
                self.from = from;
                self.one(builder, &Block { text: cell.text, ..*block }, 0, false);
                table.push(Cell { text: Span::new(from, builder.text().len()), ..*cell });
            }
        }
        if !table.is_empty() {
            table.header_rows = table.header_rows.max(heads.repeated);
            table.close();
            builder.table(node, table);
        }
        Span::new(start, builder.text().len())
    }

    /// The words of a span without the marks met in it.
    pub(super) fn plain(&self, text: &str, span: Span) -> String {
        let from = self.met.partition_point(|met| met.span.end <= span.start);
        let mut at = span.start as usize;
        let mut out = String::new();
        for met in self.met.part(from..).iter().take_while(|met| met.span.start < span.end) {
            out.push_str(text.part(at..met.span.start as usize));
            at = met.span.end as usize;
        }
        out.push_str(text.part(at..span.end as usize));
        out
    }

    /// What stands between two lines: a space, nothing between Han characters, nothing where a hyphen split a word.
    fn glue(&mut self, text: &mut String, start: usize, next: &str) {
        let Some(before) = text.chars().next_back() else { return };
        let Some(after) = next.chars().next() else { return };
        if is_wide(before) && is_wide(after) {
            return;
        }
        if matches!(before, '-' | '\u{2010}') && after.is_lowercase() {
            let line = text.part(start..);
            let stem = last_word(line.part(..line.len() - before.len_utf8()));
            if stem.chars().next_back().is_some_and(char::is_alphabetic) {
                match self.hyphen(stem, first_word(next)) {
                    Hyphen::Drop => text.truncate(text.len() - before.len_utf8()),
                    Hyphen::Keep => {}
                    Hyphen::Apart => text.push(' '),
                }
                return;
            }
        }
        text.push(' ');
    }

    /// Remembers a mark; a text with more of them than words has none.
    fn meet(&mut self, met: Met) {
        if self.met.len() < 20_000 + self.content.text.len() / 256 {
            self.met.push(met);
        }
    }

    fn hyphen(&mut self, stem: &str, rest: &str) -> Hyphen {
        if suspends_hyphen(rest) {
            return Hyphen::Apart;
        }
        let content = self.content;
        let vocabulary = self.vocabulary.get_or_insert_with(|| vocabulary(content));
        if vocabulary.has(&format!("{stem}{rest}")) {
            return Hyphen::Drop;
        }
        if vocabulary.has(&format!("{stem}-{rest}")) {
            return Hyphen::Keep;
        }
        let lines = || tables().map(|words| &words.lines);
        let known = |word: &str| word.chars().nth(2).is_some() && vocabulary.has(word);
        let lower = stem.to_lowercase();
        let capital = stem.starts_with(char::is_uppercase);
        // "Arab-/owned" where the text has "Arab" or "Arabs".
        let name = capital && (known(stem) || known(&format!("{stem}s")));
        let whole = (name || known(stem) && known(rest))
            && !lines().any(|lines| lines.prefixes.contains(&lower.as_str()));
        let compound = whole
            || tables()
                .any(|words| words.lines.hyphened_tens && words.numbers.tens.contains(&lower.as_str()))
            || lower.contains('-')
            || lines().any(|lines| lines.compounds.contains(&lower.as_str()));
        if compound { Hyphen::Keep } else { Hyphen::Drop }
    }

    /// One block: cut where emphasis or a known mark begins or ends.
    fn one(&mut self, builder: &mut Builder, block: &Block, skip: usize, table: bool) {
        let (start, end) = (block.text.start as usize + skip, block.text.end as usize);
        self.turn_page(block.page);
        let content = self.content;
        let spans = |list: &'a [Span]| {
            let from = list.partition_point(|span| (span.end as usize) <= start);
            list.part(from..).iter().take_while(move |span| (span.start as usize) < end)
        };
        let mut emphasis = spans(&content.emphasis).peekable();
        let mut marks = spans(&content.marks).peekable();
        let mut at = start;
        while at < end {
            let styled = emphasis.next_if(|span| span.start as usize <= at && span.end as usize > at);
            let known = if styled.is_none() { marks.next_if(|span| span.start as usize <= at) } else { None };
            let stop = match (styled, known) {
                (Some(span), _) | (_, Some(span)) => span.end as usize,
                _ => {
                    let next = |span: Option<&&Span>| span.map_or(end, |span| span.start as usize);
                    next(emphasis.peek()).min(next(marks.peek())).max(at + 1)
                }
            }
            .min(end);
            let words = content.text.part(at..stop);
            let from = builder.text().len();
            if known.is_some() {
                builder.text_mut().extend(words.chars().map(superscript_digit));
                let span = Span::new(from, builder.text().len());
                self.meet(Met { span, marker: words.to_owned(), page: block.page, line: block.line });
            } else {
                self.run(builder.text_mut(), words, block, table);
            }
            if styled.is_some() && builder.text().len() > from {
                builder.emphasize(Span::new(from, builder.text().len()));
            }
            at = stop;
        }
    }

    /// Words without markup: spaces collapsed, superscripts noted, plain digits that are marks made superscripts.
    fn run(&mut self, text: &mut String, words: &str, block: &Block, table: bool) {
        let bytes = words.as_bytes();
        let digits = !self.loose.is_empty() && !self.in_notes;
        let marked = !self.others.is_empty() && !self.in_notes;
        let (mut at, mut copied) = (0, 0);
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b' ' if !table && (bytes.get(at + 1) == Some(&b' ') || at == 0 && text.ends_with(' ')) => {
                    text.push_str(words.part(copied..at));
                    if !text.ends_with(' ') {
                        text.push(' ');
                    }
                    at += bytes.iter().skip(at).take_while(|&&byte| byte == b' ').count();
                    copied = at;
                }
                0xC2 | 0xE2 if is_superscript(char_at(words, at)) => {
                    let rest = words.part(at..);
                    let end = at + rest.find(|letter| !is_superscript(letter)).unwrap_or(rest.len());
                    text.push_str(words.part(copied..at));
                    self.superscript(text, words.part(at..end), block);
                    (at, copied) = (end, end);
                }
                b'*' | b'('
                    if marked
                        && (is_superscript(char_at(words, at + 1))
                            || !text_before(text, words, copied, at).is_none_or(char::is_whitespace)) =>
                {
                    text.push_str(words.part(copied..at));
                    at += self.other_mark(text, words.part(at..), block);
                    copied = at;
                }
                b'0'..=b'9' if digits => {
                    let count = bytes.iter().skip(at).take_while(|byte| byte.is_ascii_digit()).count();
                    text.push_str(words.part(copied..at));
                    // "2025" and a mark behind it, "202530".
                    let year = if (5..=7).contains(&count)
                        && self.ends_with_mark(words.part(at..at + count), block)
                    {
                        4
                    } else {
                        0
                    };
                    text.push_str(words.part(at..at + year));
                    let (at_run, count_run) = (at + year, count - year);
                    let run = words.part(at_run..at_run + count_run);
                    let after = words.part(at + count..);
                    if self.is_slashed(text, run, after) {
                        let from = text.trim_end_matches(' ').len();
                        text.truncate(from);
                        text.extend(run.chars().map(superscript_digit));
                        let span = Span::new(from, text.len());
                        self.meet(Met { span, marker: run.to_owned(), page: block.page, line: block.line });
                        // The stroke is of the mark.
                        at += count + 1;
                        copied = at;
                        continue;
                    }
                    if year > 0 || self.is_mark(text.part(self.from..), run, after, block) {
                        if year > 0 {
                            self.count(self.expected);
                        }
                        let from = text.len();
                        text.extend(run.chars().map(superscript_digit));
                        let span = Span::new(from, text.len());
                        self.meet(Met { span, marker: run.to_owned(), page: block.page, line: block.line });
                    } else {
                        text.push_str(run);
                    }
                    at += count;
                    copied = at;
                }
                _ => {
                    let is_plain =
                        |byte: &&u8| !matches!(byte, b' ' | b'*' | b'(' | b'0'..=b'9' | 0xC2 | 0xE2);
                    at += 1 + bytes.iter().skip(at + 1).take_while(is_plain).count();
                }
            }
        }
        text.push_str(words.part(copied..));
    }

    /// "*" or "(١)" where a note has it as its marker; its bytes.
    fn other_mark(&mut self, text: &mut String, rest: &str, block: &Block) -> usize {
        let end = if rest.starts_with('*') {
            rest.len() - rest.trim_start_matches('*').len()
        } else {
            let close = rest.char_indices().take(8).find(|(_, letter)| *letter == ')');
            close.map_or(1, |(at, _)| at + 1)
        };
        let printed = rest.part(..end);
        let from = text.len();
        text.push_str(printed);
        if self.others.contains(printed) {
            let span = Span::new(from, text.len());
            self.meet(Met { span, marker: printed.to_owned(), page: block.page, line: block.line });
        }
        end
    }

    fn superscript(&mut self, text: &mut String, run: &str, block: &Block) {
        let of_unit =
            matches!(run, "²" | "³") && (is_metre(last_word(text)) || matches!(last_word(text), "CO" | "O"));
        let from = text.len();
        text.push_str(run);
        if of_unit {
            return;
        }
        let marker = naming::marker(run);
        if let (Ok(number), false) = (marker.parse::<u32>(), self.loose.is_empty()) {
            self.expected = self.expected.max(number + 1);
        }
        let span = Span::new(from, text.len());
        self.meet(Met { span, marker, page: block.page, line: block.line });
    }
}

/// The first rows of a table, which printers set once more at the top of each page.
#[derive(Default)]
struct Heads<'a> {
    rows: Vec<&'a str>,
    page: Option<u32>,
    /// Which of them may come next, at the top of a page.
    due: Option<usize>,
    /// How many of them were met again.
    repeated: u32,
}

impl<'a> Heads<'a> {
    /// Whether a row is the header once more, which has so many rows at most.
    fn repeats(&mut self, words: &'a str, page: u32, most: usize) -> bool {
        if self.page.replace(page).is_some_and(|before| before != page) {
            self.due = Some(0);
        }
        if let Some(due) = self.due {
            if self.rows.get(due) == Some(&words) {
                self.due = Some(due + 1);
                self.repeated = self.repeated.max(due as u32 + 1);
                return true;
            }
            self.due = None;
        }
        if self.rows.len() < most {
            self.rows.push(words);
        }
        false
    }
}

enum Hyphen {
    Drop,
    Keep,
    /// "confidence- and security-building": a space follows.
    Apart,
}

fn char_at(words: &str, at: usize) -> char {
    words.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ')
}

/// The character before a place: in what is copied still, or in the text.
fn text_before(text: &str, words: &str, copied: usize, at: usize) -> Option<char> {
    words.get(copied..at).and_then(|run| run.chars().next_back()).or_else(|| text.chars().next_back())
}

/// The words of the document. The rest of a word that the line before began is not one.
fn vocabulary(content: &Content) -> Vocabulary {
    let mut cut = false;
    Vocabulary::of(content.blocks.iter().map(|block| {
        let text = content.words(block);
        let from = if std::mem::replace(&mut cut, text.ends_with(['-', '\u{2010}'])) {
            first_word(text).len()
        } else {
            0
        };
        text.part(from..)
    }))
}
