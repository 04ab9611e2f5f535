//! Reads a story of a .doc file (the body, a header, a note) character by character into the flow of blocks.

use super::file::{File, Table, short};
use super::properties::{Paragraph, Properties, Run, over};
use super::styles::{Style, Styles};
use crate::document::Align;
use crate::formats;
use crate::formats::word::Place;
use crate::formats::word::flow::{Face, Flow};
use crate::formats::word::names::opens_masthead;
use crate::formats::word::numbering::Counted;
use crate::formats::word::numbering::Numbering;
use crate::formats::word::numerals::Numeral;
use std::collections::HashMap;
use std::ops::Range;

/// A reference to a note, by the character position of its mark.
#[derive(Clone)]
struct Mark {
    text: Range<u32>,
    /// The marker as printed; `None` where it is typed in the text.
    marker: Option<String>,
}

pub(super) struct Story<'a> {
    pub(super) flow: Flow,
    file: &'a File,
    styles: &'a Styles,
    properties: &'a Properties,
    numbering: Numbering,
    marks: HashMap<u32, Mark>,
    /// The notes referred to so far: position range, marker, whether the marker is typed, and page.
    notes: Vec<(Range<u32>, String, bool, u32)>,
}

/// The state of reading a story.
struct Reading {
    place: Place,
    open: bool,
    paragraph: Paragraph,
    style: Style,
    /// The open fields: for each, whether its result has begun (before that come its instructions).
    fields: Vec<bool>,
    instructions: usize,
    /// Whether the current table is a layout table.
    layout: bool,
    in_table: bool,
    run: Run,
    run_style: Option<Run>,
    run_ends: u32,
    units: Vec<u16>,
    /// Characters before this position belong to the mark of a note, which is already written.
    mark_ends: u32,
}

impl<'a> Story<'a> {
    pub(super) fn new(
        flow: Flow,
        file: &'a File,
        styles: &'a Styles,
        properties: &'a Properties,
        numbering: Numbering,
    ) -> Self {
        Self { flow, file, styles, properties, numbering, marks: marks(file), notes: Vec::new() }
    }

    /// Reads the body, the text boxes and the notes.
    pub(super) fn body(&mut self) {
        self.read(self.file.stories.body.clone(), Place::Body);
        self.read(self.file.stories.boxes.clone(), Place::Body);
        for (range, marker, typed, page) in std::mem::take(&mut self.notes) {
            let again = typed && self.file.text(range.clone()).trim_start().starts_with(&marker);
            self.flow.begin_note(if again { "" } else { &marker }, page);
            self.read(range, Place::Note);
            self.flow.end_note();
        }
    }

    pub(super) fn read(&mut self, range: Range<u32>, place: Place) {
        let mut reading = Reading::new(place);
        let file = self.file;
        for (piece, places) in file.pieces_of(&range) {
            reading.run_ends = 0;
            for at in places {
                let (unit, byte) = file.at(&piece, at);
                if byte >= reading.run_ends {
                    self.flush(&mut reading);
                    let (run, ends) = self.properties.run(byte);
                    (reading.run, reading.run_ends) = (run, ends);
                    reading.run_style = run.style.map(|style| self.styles.get(style).run);
                }
                if !reading.open {
                    self.begin_paragraph(at, byte, &mut reading);
                }
                self.one(at, unit, byte, &mut reading);
            }
        }
        self.flush(&mut reading);
        if reading.in_table && !reading.layout {
            self.flow.end_row();
        }
        if !self.flow.words().is_empty() {
            self.end_paragraph(&mut reading);
        }
    }

    fn one(&mut self, at: u32, unit: u16, byte: u32, reading: &mut Reading) {
        if let Some(mark) = self.marks.get(&at).cloned().filter(|_| reading.place == Place::Body) {
            self.flush(reading);
            reading.mark_ends = self.refer(at, mark);
        }
        if at < reading.mark_ends {
            return;
        }
        match unit {
            0x13 => {
                self.flush(reading);
                reading.fields.push(false);
                reading.instructions += 1;
            }
            0x14 => {
                self.flush(reading);
                if let Some(result) = reading.fields.last_mut()
                    && !std::mem::replace(result, true)
                {
                    reading.instructions -= 1;
                }
            }
            0x15 => {
                self.flush(reading);
                if reading.fields.pop() == Some(false) {
                    reading.instructions -= 1;
                }
            }
            _ if reading.instructions > 0 || reading.run.deleted && unit != 0x0D => {}
            0x0D => {
                self.flush(reading);
                self.end_paragraph(reading);
            }
            0x07 => {
                self.flush(reading);
                self.end_cell(byte, reading);
            }
            0x0C => {
                self.flush(reading);
                self.end_paragraph(reading);
                self.flow.turn_page();
            }
            0x0B => {
                self.flush(reading);
                let apart = reading.place == Place::Head || reading.paragraph.right;
                if apart && !self.flow.in_row() {
                    self.flow.end(formats::Style::Paragraph);
                } else {
                    self.flow.line_break();
                }
            }
            0x1E => reading.units.push(0x2011),
            0x28 if reading.run.special && reading.run.symbol.is_some() => {
                reading.units.extend(reading.run.symbol.map(|letter| letter & 0xFF | 0xF000));
            }
            0x09 | 0x0E => reading.units.push(0x20),
            ..0x20 => {}
            _ => reading.units.push(unit),
        }
    }

    /// Writes the characters gathered so far, which have the same formatting.
    fn flush(&mut self, reading: &mut Reading) {
        if reading.units.is_empty() {
            return;
        }
        let words = String::from_utf16_lossy(&reading.units);
        reading.units.clear();
        let heading = reading.heading().is_some();
        let own = reading.run;
        let below = reading.run_style.unwrap_or(if heading { Run::default() } else { reading.style.run });
        let on = |own: Option<bool>, below: Option<bool>| own.or(below).unwrap_or(false);
        let bold_below = reading.run_style.and_then(|style| style.bold);
        let emphasis = if own.right_to_left == Some(true) {
            own.complex.unwrap_or(false)
        } else {
            over(own.italic, below.italic) || over(own.bold, bold_below) && !heading
        };
        let face =
            Face { emphasis, raised: on(own.raised, below.raised), hidden: on(own.hidden, below.hidden) };
        self.flow.text(&words, face);
    }

    fn begin_paragraph(&mut self, at: u32, byte: u32, reading: &mut Reading) {
        let paragraph = self.properties.paragraph(byte);
        let style = self.styles.get(paragraph.style);
        let in_table = paragraph.in_table && reading.place == Place::Body;
        if in_table && !reading.in_table {
            reading.layout = self.is_layout(at);
            if !reading.layout {
                self.flow.begin_table();
            }
        }
        reading.in_table = in_table;
        if in_table && !reading.layout && !self.flow.in_row() && !paragraph.ends_row {
            self.flow.begin_row();
        }
        if paragraph.page_before && !self.flow.in_row() {
            self.flow.turn_page();
        }
        let counted = Counted {
            list: paragraph.list.or(style.paragraph.list).map(|list| list.to_string()),
            level: paragraph.level.or(style.paragraph.level).map(usize::from),
        };
        let number = self.numbering.next(&counted, None);
        (reading.paragraph, reading.style, reading.open) = (paragraph, style, true);
        if paragraph.right && self.flow.in_row() {
            self.flow.open_cell();
            self.flow.align_cell(Align::End);
        }
        self.flow.number(&number, counted.level.unwrap_or(0));
    }

    fn end_paragraph(&mut self, reading: &mut Reading) {
        self.flow.end_paragraph(reading.heading(), reading.style.plain);
        reading.open = false;
    }

    /// Ends a cell, or the row.
    fn end_cell(&mut self, byte: u32, reading: &mut Reading) {
        if !self.flow.in_row() {
            self.end_paragraph(reading);
            return;
        }
        reading.open = false;
        let paragraph = self.properties.paragraph(byte);
        if paragraph.ends_row {
            if paragraph.header_row {
                self.flow.header_row();
            }
            self.flow.end_row();
            self.flow.edges(self.properties.edges(&paragraph));
        } else {
            self.flow.end_cell();
        }
    }

    /// Writes the mark of a note; returns the character position at which it ends.
    fn refer(&mut self, at: u32, mark: Mark) -> u32 {
        let typed = mark.marker.is_none();
        let marker = mark.marker.unwrap_or_else(|| self.typed_mark(at));
        let ends = at.saturating_add(if typed { marker.encode_utf16().count().max(1) as u32 } else { 1 });
        self.flow.mark(&marker);
        self.notes.push((mark.text, marker, typed, self.flow.page()));
        ends
    }

    /// The mark of a note that was typed: "*", "**", "(1)".
    fn typed_mark(&self, at: u32) -> String {
        const LONGEST: u32 = 5;
        let words = self.file.text(at..at.saturating_add(LONGEST));
        let first = words.chars().next().unwrap_or_default();
        let bracketed =
            matches!(first, '(' | '[').then(|| words.find([')', ']']).map(|close| close + 1)).flatten();
        let same = words.chars().take_while(|letter| *letter == first).map(char::len_utf8).sum();
        words.get(..bracketed.unwrap_or(same)).unwrap_or_default().to_owned()
    }

    /// Whether the table that begins here is a layout table.
    fn is_layout(&self, from: u32) -> bool {
        const AHEAD: u32 = 1500;
        let mut cells = Vec::new();
        let mut cell = Vec::new();
        for (piece, places) in self.file.pieces_of(&(from..from.saturating_add(AHEAD))) {
            for at in places {
                let (unit, byte) = self.file.at(&piece, at);
                if unit == 0x07 {
                    cells.push(String::from_utf16_lossy(&std::mem::take(&mut cell)));
                } else if !self.properties.paragraph(byte).in_table {
                    break;
                } else {
                    cell.push(unit);
                }
            }
        }
        cells.iter().any(|cell| opens_masthead(cell))
    }
}

impl Reading {
    fn new(place: Place) -> Self {
        Self {
            place,
            open: false,
            paragraph: Paragraph::default(),
            style: Style::default(),
            fields: Vec::new(),
            instructions: 0,
            layout: false,
            in_table: false,
            run: Run::default(),
            run_style: None,
            run_ends: 0,
            units: Vec::new(),
            mark_ends: 0,
        }
    }

    /// The heading level of the current paragraph; `None` where it is not a heading.
    fn heading(&self) -> Option<u8> {
        let level = self.paragraph.heading.or(self.style.paragraph.heading)?;
        (level > 0 && self.place == Place::Body).then_some(level)
    }
}

/// The references to notes, by the character positions of their marks.
fn marks(file: &File) -> HashMap<u32, Mark> {
    let settings = short(file.table(Table::Settings), 54).unwrap_or(0);
    let numeral = |code: u16, usual: Numeral| match code & 0xF {
        1 => Numeral::UpperRoman,
        2 => Numeral::LowerRoman,
        3 => Numeral::UpperLetter,
        4 => Numeral::LowerLetter,
        _ => usual,
    };
    let footnotes = (Table::FootnoteMarks, Table::Footnotes, file.stories.footnotes.clone());
    let endnotes = (Table::EndnoteMarks, Table::Endnotes, file.stories.endnotes.clone());
    let mut found = HashMap::new();
    for ((marks, texts, story), numeral) in [
        (footnotes, numeral(settings >> 2, Numeral::Decimal)),
        (endnotes, numeral(settings >> 6, Numeral::Decimal)),
    ] {
        let texts = File::places(file.table(texts), 0);
        let mut number = 0;
        let mut last = 0;
        for (index, (place, kind)) in File::places(file.table(marks), 2).into_iter().enumerate() {
            let (Some((from, _)), next) = (texts.get(index), texts.get(index + 1)) else { break };
            let end = next.map_or(story.end, |(next, _)| story.start.saturating_add(*next));
            let text = story.start.saturating_add(*from)..end.min(story.end);
            // Notes must not overlap, or a small file could yield text without end.
            if text.start < last || text.end < text.start {
                break;
            }
            last = text.end;
            let counted = kind != [0, 0];
            number += u32::from(counted);
            found.insert(place, Mark { text, marker: counted.then(|| numeral.print(number)) });
        }
    }
    found
}
