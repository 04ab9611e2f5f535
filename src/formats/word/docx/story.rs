//! Reads a story of a Word document (the body, a header, a note) into the flow of blocks.
//!
//! The tree is walked without recursion. Text boxes are written after the paragraph that they are anchored to; a
//! table within a table is part of the outer cell.

use super::notes::{Notes, Referred};
use super::styles::{Run, Style, Styles, is_on, outline_level};
use crate::document::Finding;
use crate::formats::table::{self, Shape};
use crate::formats::word::Place;
use crate::formats::word::flow::{Face, Flow};
use crate::formats::word::numbering::{Counted, Numbering};
use crate::formats::word::tables::Tables;
use crate::formats::xml::{Node, Step, Tree, Walk};
use crate::lang::Language;
use std::collections::HashMap;

/// Elements whose content is not printed.
const UNPRINTED: [&str; 24] = [
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "delInstrText",
    "pPr",
    "rPr",
    "sectPr",
    "tblPr",
    "tblGrid",
    "tblPrEx",
    "trPr",
    "tcPr",
    "sdtPr",
    "sdtEndPr",
    "fldData",
    "docPr",
    "rt",
    "ctrlPr",
    "extLst",
    "bookmarkStart",
    "positionH",
    "positionV",
    "sizeRelH",
];

/// Elements that may contain text. Text elsewhere is there because the markup is damaged: it is kept, but its white
/// space is not.
const WORDY: [&str; 14] = [
    "p",
    "r",
    "body",
    "document",
    "ins",
    "hyperlink",
    "tbl",
    "tr",
    "tc",
    "sdtContent",
    "smartTag",
    "footnote",
    "endnote",
    "",
];

/// Reads stories, and holds the state that continues from one story to the next.
pub(super) struct Story<'a> {
    pub(super) flow: Flow,
    styles: &'a Styles,
    numbering: Numbering,
    notes: Notes,
    /// The number of letters in each language that runs declare, and the number of all letters.
    languages: HashMap<Language, usize>,
    letters: usize,
}

/// The paragraph that is open.
#[derive(Default)]
struct Paragraph {
    open: bool,
    style: Style,
    /// Whether its end is a tracked deletion, so that the next paragraph continues it.
    joined: bool,
    /// Whether its lines are kept apart, as for the date below a meeting.
    apart: bool,
    /// Whether a section ends with it, and if so whether a new page follows.
    section: Option<bool>,
}

impl<'a> Story<'a> {
    pub(super) fn new(flow: Flow, styles: &'a Styles, numbering: Numbering, notes: Notes) -> Self {
        Self { flow, styles, numbering, notes, languages: HashMap::new(), letters: 0 }
    }

    /// Reads everything below a node.
    pub(super) fn read(&mut self, root: Node<'_, '_>, place: Place) {
        let mut walks = vec![Walker::new(root)];
        let mut boxes = Vec::new();
        let mut reading = Reading::new(place);
        while let Some(walker) = walks.last_mut() {
            match walker.walk.next() {
                None => {
                    walks.pop();
                    walks.extend(boxes.drain(..).rev().map(Walker::new));
                }
                Some(Step::Enter(node)) => {
                    if node.name() == "txbxContent" {
                        boxes.push(node);
                        walker.walk.pass_over();
                    } else if is_unprinted(node, walker.open.last()) {
                        walker.walk.pass_over();
                    } else {
                        self.enter(node, &mut reading);
                    }
                    walker.open.push(node);
                }
                Some(Step::Text(node)) => {
                    let parent = walker.open.last().map_or("", |open| open.name());
                    let words = node.text();
                    if parent == "t" || WORDY.contains(&parent) && !words.trim().is_empty() {
                        self.words(&words, &mut reading);
                    }
                }
                Some(Step::Leave(node)) => {
                    walker.open.pop();
                    self.leave(node, &mut reading);
                    if node.name() == "p" {
                        walks.extend(boxes.drain(..).rev().map(Walker::new));
                    }
                }
            }
        }
        self.end_paragraph(&mut reading);
    }

    fn enter(&mut self, node: Node<'_, '_>, reading: &mut Reading) {
        match node.name() {
            "p" => self.begin_paragraph(node, reading),
            "r" => {
                let properties = node.child("rPr");
                let own = Run::read(properties);
                let named =
                    properties.and_then(|run| run.child("rStyle")).and_then(|style| style.attribute("val"));
                let style = named.map(|id| self.styles.run(&id)).unwrap_or_default();
                reading.run = own.over(style);
                self.count_language(node, properties);
            }
            "tab" | "ptab" => self.flow.space(),
            "br" | "cr" => self.line_break(node, reading),
            "noBreakHyphen" => self.words("\u{2011}", reading),
            "sym" => {
                let code = node.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                let letter = code.and_then(char::from_u32).unwrap_or('\u{FFFD}');
                self.words(letter.encode_utf8(&mut [0; 4]), reading);
            }
            "footnoteReference" | "endnoteReference" => self.refer(node, reading),
            "tbl" => {
                let place = reading.place;
                reading.tables.begin(place, &mut self.flow, || is_layout(node));
            }
            "tr" if reading.tables.in_rows() => {
                self.end_paragraph(reading);
                self.flow.begin_row();
            }
            "tc" if reading.tables.in_rows() => self.begin_cell(node),
            _ => {}
        }
    }

    fn leave(&mut self, node: Node<'_, '_>, reading: &mut Reading) {
        match node.name() {
            "p" => self.end_paragraph(reading),
            "r" => (reading.run, reading.mark_follows) = (Run::default(), false),
            "tc" if reading.tables.in_rows() => self.flow.end_cell(),
            "tr" if reading.tables.in_rows() => {
                if node.child("trPr").and_then(|row| row.child("tblHeader")).is_some_and(is_on) {
                    self.flow.header_row();
                }
                self.flow.end_row();
            }
            "tbl" => reading.tables.end(&mut self.flow),
            _ => {}
        }
    }

    fn begin_cell(&mut self, node: Node<'_, '_>) {
        let properties = node.child("tcPr");
        let value = |name: &str| Some(properties?.child(name)?.attribute("val"));
        let columns = value("gridSpan").flatten().and_then(|count| count.trim().parse().ok()).unwrap_or(1);
        let goes_on = value("vMerge").is_some_and(|merge| merge.as_deref() != Some("restart"));
        if goes_on {
            self.flow.cell_goes_on(columns);
        } else {
            self.flow.begin_cell(Shape { columns, ..Shape::default() });
        }
    }

    fn begin_paragraph(&mut self, node: Node<'_, '_>, reading: &mut Reading) {
        if reading.paragraph.open {
            self.end_paragraph(reading);
        }
        // The next paragraph continues this one where its end was deleted.
        let goes_on = reading.paragraph.joined && !self.flow.words().is_empty();
        let properties = node.child("pPr");
        let value =
            |name: &str| properties.and_then(|node| node.child(name)).and_then(|node| node.attribute("val"));
        let style_id = value("pStyle");
        let mut style = self.styles.paragraph(style_id.as_deref());
        style.heading = outline_level(properties).or(style.heading).filter(|_| reading.place == Place::Body);
        let own = Counted::read(properties);
        let counted = Counted {
            list: own.list.or_else(|| style.counted.list.clone()),
            level: own.level.or(style.counted.level),
        };
        let page_before = properties.and_then(|node| node.child("pageBreakBefore")).is_some_and(is_on)
            && !self.flow.in_row();
        if page_before {
            self.flow.turn_page();
        }
        let section = properties.and_then(|node| node.child("sectPr")).map(|section| {
            let kind = section.child("type").and_then(|kind| kind.attribute("val"));
            kind.is_none_or(|kind| kind != "continuous")
        });
        let joined = properties
            .and_then(|node| node.child("rPr"))
            .is_some_and(|run| run.child("del").is_some() || run.child("moveFrom").is_some());
        let side = value("jc");
        self.flow.align_cell(table::side(side.as_deref().unwrap_or_default()));
        let right = side.is_some_and(|side| side == "right" || side == "end");
        reading.paragraph =
            Paragraph { open: true, style, joined, apart: right || reading.place == Place::Head, section };
        // A paragraph that was deleted or moved away with its end is not numbered.
        let uncounted = goes_on || joined && is_gone(node);
        if !uncounted {
            let number = self.numbering.next(&counted, style_id.as_deref());
            self.flow.number(&number, counted.level.unwrap_or(0));
        }
    }

    fn end_paragraph(&mut self, reading: &mut Reading) {
        let paragraph = &mut reading.paragraph;
        if paragraph.joined {
            paragraph.open = false;
            return;
        }
        if !paragraph.open && self.flow.words().is_empty() {
            return;
        }
        self.end_block(paragraph);
        if let Some(next_page) = paragraph.section.filter(|_| paragraph.open) {
            self.notes.turn_section();
            if next_page {
                self.flow.turn_page();
            }
        }
        *paragraph = Paragraph::default();
    }

    fn end_block(&mut self, paragraph: &Paragraph) {
        self.flow.end_paragraph(paragraph.style.heading, paragraph.style.plain);
    }

    fn line_break(&mut self, node: Node<'_, '_>, reading: &mut Reading) {
        let page = node.attribute("type").is_some_and(|kind| kind == "page");
        if self.flow.in_row() || !(page || reading.paragraph.apart) {
            self.flow.line_break();
            return;
        }
        self.end_block(&reading.paragraph);
        if page {
            self.flow.turn_page();
        }
    }

    fn words(&mut self, words: &str, reading: &mut Reading) {
        if reading.mark_follows && !words.trim().is_empty() {
            reading.mark_follows = false;
            self.flow.mark(words.trim());
            self.notes.typed(words.trim());
            return;
        }
        let style = &reading.paragraph.style;
        let below = if style.heading.is_some_and(|level| level > 0) { Run::default() } else { style.run };
        let run = reading.run.over(Run { bold: None, complex: None, ..below });
        let face = Face {
            emphasis: run.is_emphasis(),
            raised: run.raised.unwrap_or(false),
            hidden: run.hidden.unwrap_or(false),
        };
        self.flow.text(words, face);
    }

    fn refer(&mut self, node: Node<'_, '_>, reading: &mut Reading) {
        let typed =
            node.attribute("customMarkFollows").is_some_and(|value| !matches!(&*value, "0" | "false"));
        let page = self.flow.page();
        let marker = self.notes.refer(node, typed, page);
        reading.mark_follows = typed && marker.is_empty();
        self.flow.mark(marker);
    }

    /// Counts the letters of a run for the language that the run declares.
    fn count_language(&mut self, run: Node<'_, '_>, properties: Option<Node<'_, '_>>) {
        let words = run.child("t").map_or(0, |text| text.range().len());
        self.letters += words;
        let Some(language) = properties.and_then(|node| node.child("lang")) else { return };
        let right_to_left = properties.is_some_and(|node| node.child("rtl").is_some());
        let key = if right_to_left { "bidi" } else { "val" };
        let Some(value) = language.attribute(key) else { return };
        let code = value.get(..2).unwrap_or_default();
        if let Ok(language) = code.parse::<Language>() {
            *self.languages.entry(language).or_default() += words;
        }
    }

    /// The language that nearly all runs declare; `None` where they differ, because templates declare any language.
    pub(super) fn language(&self) -> Option<Language> {
        let (language, letters) = self.languages.iter().max_by_key(|(_, letters)| **letters)?;
        (*letters * 10 > self.letters * 9).then_some(*language)
    }

    /// Writes the notes that the text refers to.
    pub(super) fn notes(&mut self, footnotes: &Tree<'_>, endnotes: &Tree<'_>) {
        let index = |tree: &Tree<'_>, name: &str| -> HashMap<String, usize> {
            let mut found = HashMap::new();
            let mut walk = tree.root().walk();
            while let Some(step) = walk.next() {
                if let Step::Enter(node) = step
                    && node.name() == name
                {
                    // References to notes inside notes are ignored.
                    walk.pass_over();
                    found.insert(node.attribute("id").unwrap_or_default().into_owned(), node.index());
                }
            }
            found
        };
        let (of_footnotes, of_endnotes) = (index(footnotes, "footnote"), index(endnotes, "endnote"));
        for note in std::mem::take(&mut self.notes.referred) {
            let (tree, known) =
                if note.endnote { (endnotes, &of_endnotes) } else { (footnotes, &of_footnotes) };
            match known.get(&note.id).and_then(|index| tree.node(*index)) {
                Some(node) => self.note(&note, node),
                None => self.flow.diagnose(Finding::NoNote { marker: note.marker.clone() }),
            }
        }
    }

    fn note(&mut self, note: &Referred, text: Node<'_, '_>) {
        // A mark that was typed in the text is mostly typed in the note too.
        let again = note.typed && super::words(text).trim_start().starts_with(&note.marker);
        self.flow.begin_note(if again { "" } else { &note.marker }, note.page);
        self.read(text, Place::Note);
        self.flow.end_note();
    }
}

/// The state of reading a story.
struct Reading {
    paragraph: Paragraph,
    run: Run,
    tables: Tables,
    /// Whether the next text is the mark of the note that was referred to.
    mark_follows: bool,
    place: Place,
}

impl Reading {
    fn new(place: Place) -> Self {
        Self {
            paragraph: Paragraph::default(),
            run: Run::default(),
            tables: Tables::default(),
            mark_follows: false,
            place,
        }
    }
}

/// A walk over the tree, with the elements that are open.
struct Walker<'t, 's> {
    walk: Walk<'t, 's>,
    open: Vec<Node<'t, 's>>,
}

impl<'t, 's> Walker<'t, 's> {
    fn new(node: Node<'t, 's>) -> Self {
        Self { walk: node.walk(), open: Vec::new() }
    }
}

fn is_unprinted(node: Node<'_, '_>, parent: Option<&Node<'_, '_>>) -> bool {
    match node.name() {
        // `Fallback` repeats the content of `Choice` for older programs.
        "Fallback" => parent.is_some_and(|parent| parent.child("Choice").is_some()),
        "tr" => node.child("trPr").is_some_and(|row| row.child("del").is_some()),
        name => UNPRINTED.contains(&name),
    }
}

/// Whether nothing of a paragraph is printed, because it was deleted or moved away.
fn is_gone(paragraph: Node<'_, '_>) -> bool {
    let mut walk = paragraph.walk();
    while let Some(step) = walk.next() {
        match step {
            Step::Enter(node) if UNPRINTED.contains(&node.name()) => walk.pass_over(),
            Step::Text(words) if !words.text().trim().is_empty() => return false,
            _ => {}
        }
    }
    true
}

/// Whether a table only lays out a page: the masthead, or a box around a summary.
fn is_layout(table: Node<'_, '_>) -> bool {
    let mut single = true;
    let mut cells = 0;
    for row in table.children().filter(|child| child.name() == "tr") {
        let mut columns = 0;
        for cell in row.children().filter(|child| child.name() == "tc").take(8) {
            (columns, cells) = (columns + 1, cells + 1);
            if cells <= 24 && is_of_masthead(cell) {
                return true;
            }
        }
        single &= columns <= 1;
        if cells > 24 {
            break;
        }
    }
    single
}

/// Whether a cell has words that occur in the masthead only.
fn is_of_masthead(cell: Node<'_, '_>) -> bool {
    let mut words = String::new();
    for text in cell.descendants().take(200).filter(|node| node.name() == "t") {
        words.push_str(&text.words());
    }
    crate::formats::word::names::opens_masthead(&words)
}
