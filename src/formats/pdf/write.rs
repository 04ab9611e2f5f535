//! Writes paragraphs as [`Content`]: joins lines, removes hyphens at line ends, and carries byte ranges over to the new
//! text.

use super::labels::marker;
use super::lines::Lines;
use super::paragraphs::Para;
use super::tables;
use crate::document::{Reason, Span};
use crate::formats::table::{Draft, Shape};
use crate::formats::{Aside, Block, Content, Style};
use crate::lang::suspends_hyphen;
use crate::text::chars::is_wide;
use crate::text::vocabulary::{Vocabulary, first_word, last_word};

pub(super) struct Writer<'a> {
    pub lines: &'a Lines,
    pub content: Content,
    vocabulary: Option<Vocabulary>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(lines: &'a Lines) -> Self {
        let text = String::with_capacity(lines.text.len() + lines.list.len() + 16);
        Self { lines, content: Content { text, ..Content::default() }, vocabulary: None }
    }

    pub(super) fn para(&mut self, para: &Para) {
        let start = self.content.text.len();
        for &at in &para.lines {
            self.line(at as usize, start, para.style == Style::Note);
        }
        let end = start + self.content.text.get(start..).unwrap_or_default().trim_end().len();
        self.content.text.truncate(end);
        if end == start {
            return;
        }
        let text = Span::new(start, end);
        let line = para.lines.first().copied().unwrap_or(0) + 1;
        self.content.blocks.push(Block {
            text,
            source: text,
            line,
            page: para.page,
            gap: 1,
            indent: 0,
            style: para.style,
        });
        self.content.text.push('\n');
    }

    /// Writes a table, one block for each row.
    pub(super) fn table(&mut self, table: &tables::PdfTable) {
        let mut draft = Draft::default();
        let mut first = true;
        for row in table.cells.chunk_by(|left, right| left.place.row == right.place.row) {
            draft.begin_row(&mut self.content.text);
            for cell in row {
                let place = cell.place;
                let shape = Shape {
                    columns: place.columns,
                    rows: place.rows,
                    header: place.header,
                    ..Shape::default()
                };
                draft.cell_at(&mut self.content.text, place.column, shape);
                let begin = self.content.text.len();
                for (index, para) in cell.paras.iter().enumerate() {
                    if index > 0 {
                        self.content.text.push('\n');
                    }
                    let start = self.content.text.len();
                    for &words in para {
                        self.glue(start, self.lines.text.get(words.range()).unwrap_or_default());
                        self.append(words);
                    }
                }
                let end = begin + self.content.text.get(begin..).unwrap_or_default().trim_end().len();
                self.content.text.truncate(end);
            }
            if let Some(text) = draft.end_row(&mut self.content.text) {
                let (line, gap) = (table.line + 1, u8::from(first));
                let block =
                    Block { text, source: text, line, page: table.page, gap, indent: 0, style: Style::Row };
                self.content.blocks.push(block);
                first = false;
            }
        }
        let found = draft.finish(&self.content.text, &self.content.emphasis);
        self.content.tables.extend(found);
        self.content.text.push('\n');
    }

    /// Sets aside a line that is furniture.
    pub(super) fn aside(&mut self, at: usize, reason: Reason) {
        let text = self.words(at).to_owned();
        self.content.asides.push(Aside { line: at as u32 + 1, text, reason });
    }

    /// Sets aside the head of a table that is repeated on a further page.
    pub(super) fn repeated(&mut self, words: Span) {
        let line = self.lines.list.partition_point(|line| line.text.end <= words.start) as u32 + 1;
        let text = self.lines.text.get(words.range()).unwrap_or_default().to_owned();
        self.content.asides.push(Aside { line, text, reason: Reason::RepeatedHeader });
    }

    fn words(&self, at: usize) -> &'a str {
        self.lines.list.get(at).and_then(|line| self.lines.text.get(line.text.range())).unwrap_or_default()
    }

    /// Appends a line to the paragraph that began at byte `start`. In a note, the marker is separated from the words.
    fn line(&mut self, at: usize, start: usize, note: bool) {
        let Some(line) = self.lines.list.get(at) else { return };
        let words = self.words(at);
        self.glue(start, words);
        let marker = if note && self.content.text.len() == start { marker(words) } else { None };
        if let Some(marker) = marker {
            self.content.text.push_str(words.get(marker.from..marker.to).unwrap_or_default());
            self.content.text.push(' ');
        }
        let skip = marker.map_or(0, |marker| marker.body);
        self.append(Span::new(line.text.start as usize + skip, line.text.end as usize));
    }

    /// Appends a range of the text of the lines, with the footnote marks and emphasis in it.
    fn append(&mut self, source: Span) {
        let at = self.content.text.len();
        let lines = self.lines;
        self.content.text.push_str(lines.text.get(source.range()).unwrap_or_default());
        let within = |list: &'a [Span]| {
            let from = list.partition_point(|span| span.end <= source.start);
            let moved = move |place: u32| place.max(source.start) as usize - source.start as usize + at;
            let inside = list.get(from..).unwrap_or_default().iter();
            inside
                .take_while(move |span| span.start < source.end)
                .map(move |span| Span::new(moved(span.start), moved(span.end)))
        };
        self.content.marks.extend(within(&self.lines.marks));
        self.content.emphasis.extend(within(&self.lines.emphasis));
    }

    /// Appends what separates the last line from the next one: a space, usually. A soft hyphen is removed, and a hyphen
    /// too where the text elsewhere has the two parts as one word.
    fn glue(&mut self, start: usize, next: &str) {
        let line = self.content.text.get(start..).unwrap_or_default();
        let mut back = line.chars().rev();
        let (Some(before), second, Some(after)) = (back.next(), back.next(), next.chars().next()) else {
            return;
        };
        if is_wide(before) && is_wide(after) {
            return;
        }
        let worded = after.is_alphanumeric() && second.is_some_and(char::is_alphanumeric);
        match before {
            '\u{AD}' => {
                self.content.text.pop();
            }
            '-' | '\u{2010}' | '\u{2011}' if worded => {
                let stem_end = line.len() - before.len_utf8();
                let stem = last_word(line.get(..stem_end).unwrap_or_default()).to_owned();
                let rest = first_word(next);
                if before != '\u{2011}' && after.is_lowercase() && self.is_one_word(&stem, rest) {
                    self.content.text.pop();
                } else if suspends_hyphen(rest) {
                    self.content.text.push(' ');
                }
            }
            '/' | '–' if worded => {}
            '(' | '[' => {}
            _ => self.content.text.push(' '),
        }
    }

    /// Whether the text elsewhere has the two parts as one word, and never with a hyphen.
    fn is_one_word(&mut self, stem: &str, rest: &str) -> bool {
        let lines = self.lines;
        let words = self.vocabulary.get_or_insert_with(|| Vocabulary::of([lines.text.as_str()]));
        words.has(&format!("{stem}{rest}")) && !words.has(&format!("{stem}-{rest}"))
    }
}
