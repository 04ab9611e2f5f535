//! Turns formatted runs into blocks: all readers of word processor formats write to a [`Flow`].
//!
//! White space is normalised on the way, as by the reader of plain text. A paragraph is a block, and so are a table
//! row and a footnote, which begins with its mark. The formats decide what each run is.

use super::names;
use crate::document::{Align, Diagnostic, Finding, Reason, Span};
use crate::formats::cells::{Cells, Edge};
use crate::formats::plain;
use crate::formats::table::Shape;
use crate::formats::{Aside, Block, Content, Style, shown};
use crate::text::Part as _;
use crate::text::chars::superscript_digit;

/// The formatting of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Face {
    /// Whether it is italic or bold.
    pub(super) emphasis: bool,
    pub(super) raised: bool,
    /// Whether it is hidden text, which is set aside.
    pub(super) hidden: bool,
}

/// The blocks so far, and the one that is being written.
pub(super) struct Flow {
    content: Content,
    /// The byte offset at which the current block begins.
    start: usize,
    page: u32,
    gap: u8,
    /// The indentation, as in [`Block::indent`].
    indent: u8,
    /// The current table.
    cells: Option<Cells>,
    /// Whether a row of the table is open.
    in_row: bool,
    /// While a note is written: the page that the text is on.
    note: Option<u32>,
    /// A typed mark, which the note may repeat at its start.
    again: Option<String>,
    /// Hidden text, which will be set aside.
    hidden: String,
    /// The lines of preformatted plain text, as long as there is nothing else in the document.
    lines: Option<String>,
    most: usize,
}

impl Flow {
    /// Makes a flow for a source of this many bytes.
    pub(super) fn new(bytes: usize) -> Self {
        Self {
            content: Content::default(),
            start: 0,
            page: 0,
            gap: 0,
            indent: 0,
            cells: None,
            in_row: false,
            note: None,
            again: None,
            hidden: String::new(),
            lines: Some(String::new()),
            most: 100_000 + bytes / 32,
        }
    }

    pub(super) fn page(&self) -> u32 {
        self.page
    }

    /// The text of the current block.
    pub(super) fn words(&self) -> &str {
        self.content.text.part(self.start..)
    }

    /// Whether no visible text was written yet.
    pub(super) fn is_blank(&self) -> bool {
        self.content.text.is_empty()
    }

    /// Begins another page.
    pub(super) fn turn_page(&mut self) {
        self.page += u32::from(!self.content.blocks.is_empty());
        if let Some(lines) = &mut self.lines {
            lines.push('\u{C}');
        }
    }

    pub(super) fn text(&mut self, words: &str, face: Face) {
        let again = self.again.take_if(|_| !words.is_empty());
        let words = again.and_then(|mark| words.strip_prefix(mark.as_str())).unwrap_or(words);
        if face.hidden {
            self.hidden.push_str(words);
            return;
        }
        if self.in_row && words.chars().any(|letter| shown(letter).is_some_and(|shown| shown != ' ')) {
            self.open_cell();
        }
        let from = self.content.text.len();
        let begin = self.start;
        let digits = face.raised && words.trim().bytes().all(|byte| byte.is_ascii_digit());
        for letter in words.chars() {
            match shown(letter).map(symbol) {
                Some(' ') if self.content.text.len() <= begin => {}
                Some(letter) if digits => self.content.text.push(superscript_digit(letter)),
                Some(letter) => self.content.text.push(letter),
                None => {}
            }
        }
        if face.emphasis {
            self.emphasise(from);
        }
    }

    /// Writes an automatic number, with the level of its list, from 0. It is printed even where the paragraph has no
    /// text.
    pub(super) fn number(&mut self, number: &str, level: usize) {
        self.text(number, Face::default());
        if !number.is_empty() {
            self.set_in(level);
        }
    }

    /// Sets the current block at a level of a list, from 0.
    pub(super) fn set_in(&mut self, level: usize) {
        self.indent = level.min(20) as u8 * crate::formats::LEVEL;
    }

    /// Marks the text from a byte offset to here as italic or bold.
    fn emphasise(&mut self, from: usize) {
        let to = self.content.text.len();
        if self.content.text.get(from..to).is_none_or(|run| run.trim().is_empty()) {
            return;
        }
        match self.content.emphasis.last_mut() {
            // Word processors split runs at arbitrary places, so adjacent emphasis is merged.
            Some(last) if last.end as usize == from && last.start as usize >= self.start => {
                last.end = to as u32;
            }
            _ => self.content.emphasis.push(Span::new(from, to)),
        }
    }

    /// Ends a line within the paragraph.
    pub(super) fn line_break(&mut self) {
        self.space();
        let here = self.content.text.len();
        if !self.in_row && self.note.is_none() && here > self.start {
            self.content.breaks.push(here as u32);
        }
    }

    /// Writes a space for a tab, or for the end of a line in a cell.
    pub(super) fn space(&mut self) {
        if self.content.text.len() > self.start && !self.content.text.ends_with(' ') {
            self.content.text.push(' ');
        }
    }

    /// Writes the mark of a footnote. Digits become superscripts, which are recognised as marks.
    pub(super) fn mark(&mut self, marker: &str) {
        let from = self.content.text.len();
        self.text(marker, Face { raised: true, ..Face::default() });
        let to = self.content.text.len();
        if to > from && !marker.bytes().all(|byte| byte.is_ascii_digit()) {
            self.content.marks.push(Span::new(from, to));
            self.again = Some(marker.to_owned());
        }
    }

    /// Takes the mark of a note that was typed at the end of the text so far.
    pub(super) fn claim_mark(&mut self, marker: &str) {
        if !names::is_typed_mark(marker) || !self.words().ends_with(marker) {
            return;
        }
        let once = self.content.text.len() - marker.len();
        if self.content.text.get(self.start..once).is_some_and(|before| before.ends_with(marker)) {
            self.content.text.truncate(once);
        }
        let to = self.content.text.len();
        self.content.marks.push(Span::new(to - marker.len(), to));
    }

    /// Begins a note. All its paragraphs become one block, on the page of its mark.
    pub(super) fn begin_note(&mut self, marker: &str, page: u32) {
        self.end_row();
        self.block(Style::Paragraph);
        self.note = Some(std::mem::replace(&mut self.page, page));
        self.text(marker, Face { raised: true, ..Face::default() });
        self.space();
    }

    pub(super) fn end_note(&mut self) {
        if let Some(page) = self.note.take() {
            self.drop_repeated_marker();
            self.block(Style::Note);
            self.page = page;
        }
    }

    /// Removes a typed mark that the note repeats at its start, because some programs store it as text.
    fn drop_repeated_marker(&mut self) {
        let mut words = self.words().split_whitespace();
        let (Some(first), Some(second)) = (words.next(), words.next()) else { return };
        if first != second || !names::is_typed_mark(first) {
            return;
        }
        let Some(length) = self.words().get(1..).and_then(|rest| rest.find(first)).map(|at| at + 1) else {
            return;
        };
        self.content.text.replace_range(self.start..self.start + length, "");
        for spans in [&mut self.content.emphasis, &mut self.content.marks] {
            for span in spans.iter_mut().rev().take_while(|span| span.start as usize >= self.start) {
                let back = |at: u32| at.saturating_sub(length as u32).max(self.start as u32);
                (span.start, span.end) = (back(span.start), back(span.end));
            }
        }
    }

    /// Begins a table that does not continue the one before.
    pub(super) fn begin_table(&mut self) {
        self.flush();
        self.end_table(true);
        self.lines = None;
        self.gap = self.gap.max(2);
        self.cells = Some(Cells::new(&self.content));
    }

    /// Ends a table of rows, when what it holds can be told. Text that follows it may already be under way.
    pub(super) fn end_table(&mut self, of_rows: bool) {
        let Some(cells) = self.cells.take_if(|_| of_rows) else { return };
        let first = cells.first();
        self.start = cells.end(&mut self.content, self.start);
        for block in self.content.blocks.iter_mut().skip(first) {
            block.source = block.text;
        }
    }

    /// Ends the text so far as a paragraph of the cell.
    fn flush(&mut self) {
        if !self.words().is_empty() {
            self.end(Style::Paragraph);
        }
    }

    /// Begins a row, whose cells follow.
    pub(super) fn begin_row(&mut self) {
        self.flush();
        if self.cells.is_none() {
            self.begin_table();
        }
        if let Some(cells) = &mut self.cells {
            cells.begin_row(&self.content, false);
            self.in_row = true;
        }
    }

    /// Begins a cell with the shape that the format gives. Where a format marks no beginning, text begins the cell.
    pub(super) fn begin_cell(&mut self, shape: Shape) {
        self.flush();
        if let Some(cells) = &mut self.cells {
            cells.begin_cell(&self.content, shape, false);
        }
    }

    /// Begins a cell that continues the cell above it, unless text follows.
    pub(super) fn cell_goes_on(&mut self, columns: u16) {
        self.flush();
        if let Some(cells) = &mut self.cells {
            cells.begin_cell(&self.content, Shape { columns, ..Shape::default() }, true);
        }
    }

    /// Sets the horizontal positions at which the cells of the row end on the page.
    pub(super) fn edges(&mut self, edges: &[Edge]) {
        if let Some(cells) = &mut self.cells {
            cells.edges(edges);
        }
    }

    /// Begins a cell if none is open.
    pub(super) fn open_cell(&mut self) {
        if self.in_row && self.cells.as_ref().is_some_and(|cells| !cells.is_in_cell()) {
            self.begin_cell(Shape::default());
        }
    }

    /// Ends the cell.
    pub(super) fn end_cell(&mut self) {
        if !self.in_row {
            return;
        }
        self.open_cell();
        self.flush();
        if let Some(cells) = &mut self.cells {
            cells.end_cell(&self.content);
        }
    }

    /// Sets the alignment of the cell, if it is not yet set.
    pub(super) fn align_cell(&mut self, align: Align) {
        if let Some(cells) = &mut self.cells {
            cells.align(align);
        }
    }

    /// Makes the row a header row.
    pub(super) fn header_row(&mut self) {
        if let Some(cells) = &mut self.cells {
            cells.header_row();
        }
    }

    pub(super) fn end_row(&mut self) {
        if std::mem::take(&mut self.in_row) {
            self.flush();
            if let Some(cells) = &mut self.cells {
                cells.end_cell(&self.content);
            }
        }
    }

    pub(super) fn in_row(&self) -> bool {
        self.in_row
    }

    /// Ends the paragraph with a style.
    pub(super) fn end(&mut self, style: Style) {
        if self.note.is_some() {
            self.space();
            return;
        }
        self.block(style);
    }

    /// Ends the paragraph: as a heading of this level, a line of preformatted text, or an ordinary paragraph.
    pub(super) fn end_paragraph(&mut self, heading: Option<u8>, plain: bool) {
        // A long paragraph in the style of a heading is not a heading.
        let heading = heading.filter(|level| *level > 0 && self.words().len() < 400);
        self.end(match heading {
            Some(level) => Style::Heading(level),
            None if plain => Style::Line,
            None => Style::Paragraph,
        });
    }

    fn block(&mut self, style: Style) {
        if !self.hidden.is_empty() {
            let words = std::mem::take(&mut self.hidden);
            self.aside(&words, Reason::HiddenText);
        }
        self.trim(self.start);
        // A bullet without text is dropped.
        if matches!(self.words(), "•" | "▪" | "-" | "–") {
            self.content.text.truncate(self.start);
            self.trim(self.start);
        }
        let end = self.content.text.len();
        match (&mut self.lines, self.content.text.get(self.start..end)) {
            (Some(lines), Some(words)) if style == Style::Line || words.is_empty() => {
                lines.push_str(words);
                lines.push('\n');
            }
            _ => self.lines = None,
        }
        if end == self.start {
            self.indent = 0;
            self.gap = self.gap.saturating_add(1);
            return;
        }
        if !self.in_row {
            self.end_table(true);
        }
        let indent = std::mem::take(&mut self.indent);
        let end = self.content.text.len();
        let text = Span::new(self.start, end);
        if self.content.blocks.len() >= self.most {
            return self.overflow(end);
        }
        self.content.blocks.push(Block {
            text,
            source: text,
            line: self.content.blocks.len() as u32 + 1,
            page: self.page,
            gap: self.gap.max(1),
            indent,
            style,
        });
        (self.gap, self.start) = (0, end);
        if self.in_row {
            // A number in a cell of its own may precede the text of the next cell.
            self.content.text.push(' ');
            self.start += 1;
        }
    }

    /// Handles more paragraphs than any document has: the rest becomes one block.
    fn overflow(&mut self, end: usize) {
        let count = self.content.blocks.len();
        if count == self.most {
            self.diagnose(Finding::TooManyParagraphs);
            // The diagnostic is given once.
            self.most = 0;
        }
        self.content.text.push(' ');
        if let Some(last) = self.content.blocks.last_mut() {
            (last.text.end, last.source.end) = (end as u32, end as u32);
        }
        self.start = end + 1;
    }

    /// Removes the white space at the end.
    fn trim(&mut self, from: usize) {
        let text = &mut self.content.text;
        let kept = text.part(from..).trim_end().len();
        text.truncate(from + kept);
        let end = text.len() as u32;
        for spans in [&mut self.content.emphasis, &mut self.content.marks] {
            while spans.last().is_some_and(|last| last.start >= end) {
                spans.pop();
            }
            if let Some(last) = spans.last_mut() {
                last.end = last.end.min(end);
            }
        }
        let breaks = &mut self.content.breaks;
        while breaks.pop_if(|at| *at >= end).is_some() {}
    }

    /// Sets text aside that is not part of the document's text.
    pub(super) fn aside(&mut self, words: &str, reason: Reason) {
        let text: String = words.chars().filter_map(|letter| shown(letter).map(symbol)).collect();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() && self.content.asides.len() < 10_000 {
            let line = self.content.blocks.len() as u32 + 1;
            self.content.asides.push(Aside { line, text, reason });
        }
    }

    pub(super) fn diagnose(&mut self, finding: Finding) {
        const MOST: usize = 1000;
        let line = self.content.blocks.len().max(1) as u32;
        if self.content.diagnostics.len() < MOST {
            self.content.diagnostics.push(Diagnostic::new(line, finding));
        }
    }

    pub(super) fn finish(mut self) -> Content {
        self.end_row();
        if !self.words().is_empty() {
            self.block(Style::Paragraph);
        }
        self.end_table(true);
        match self.lines.filter(|_| !self.content.text.is_empty()) {
            // Plain text that was pasted into a word processor is read as plain text.
            Some(lines) => plain::read(&lines),
            None => self.content,
        }
    }
}

/// The Unicode character for a character of the fonts "Symbol" and "Wingdings" that documents use.
fn symbol(letter: char) -> char {
    match letter {
        '\u{F020}' => ' ',
        '\u{F02A}' => '*',
        '\u{F02D}' => '-',
        '\u{F0B7}' | '\u{F06C}' | '\u{F09F}' => '•',
        '\u{F0A7}' | '\u{F06E}' => '▪',
        '\u{F0D8}' => '➢',
        '\u{F0FC}' => '✓',
        '\u{F0A3}' => '≤',
        '\u{F0B3}' => '≥',
        '\u{F0B0}' => '°',
        '\u{F0B4}' => '×',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Face = Face { emphasis: false, raised: false, hidden: false };
    const ITALIC: Face = Face { emphasis: true, ..PLAIN };

    fn shown(flow: Flow) -> Vec<String> {
        let content = flow.finish();
        content.blocks.iter().map(|block| format!("{:?} {}", block.style, content.words(block))).collect()
    }

    #[test]
    fn a_paragraph_is_trimmed_and_its_runs_are_merged() {
        let mut flow = Flow::new(0);
        flow.text(" \t", PLAIN);
        flow.text("Recall", ITALIC);
        flow.text("ing ", ITALIC);
        flow.text("its\u{200B} reso\u{1b}lution\u{202E} ", PLAIN);
        flow.mark("1");
        flow.mark("*");
        flow.end(Style::Paragraph);
        let content = flow.finish();
        assert_eq!(content.text, "Recalling its resolution ¹*");
        assert_eq!(content.emphasis, [Span::new(0, 10)]);
        assert_eq!(content.marks, [Span::new(27, 28)]);
    }

    #[test]
    fn a_row_has_its_cells_and_they_have_their_paragraphs() {
        let mut flow = Flow::new(0);
        flow.begin_row();
        flow.text("Year", PLAIN);
        flow.end(Style::Paragraph);
        flow.text("of grace", PLAIN);
        flow.end(Style::Paragraph);
        flow.end_cell();
        flow.end_cell();
        flow.text("2048", PLAIN);
        flow.end_cell();
        flow.end_row();
        flow.begin_row();
        flow.end_cell();
        flow.end_row();
        assert_eq!(shown(flow), ["Row Year\nof grace\t\t2048"]);
    }

    #[test]
    fn hidden_text_is_set_aside() {
        let mut flow = Flow::new(0);
        flow.text("Decides", PLAIN);
        flow.text("draft", Face { hidden: true, ..PLAIN });
        let content = flow.finish();
        assert_eq!(content.text, "Decides");
        assert_eq!(content.asides[0].text, "draft");
    }
}
