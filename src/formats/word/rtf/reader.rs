//! Writes the tokens of rich text to the flow of blocks.

use super::pages::Letters;
use super::tokens::{Token, Tokens};
use crate::document::{Align, Reason};
use crate::formats::Style;
use crate::formats::cells::Edge;
use crate::formats::word::Place;
use crate::formats::word::flow::{Face, Flow};
use crate::formats::word::heads::{Heads, RUNNING_FOOT, RUNNING_HEAD};
use crate::formats::word::names::{heading_by_name, is_plain, opens_masthead};
use crate::text::Part as _;
use encoding_rs::WINDOWS_1252;
use std::collections::HashMap;

/// Groups nested more deeply than this are read as part of their parent.
const DEEPEST: usize = 10_000;
/// How many bytes of a table are looked at to decide whether it is a layout table.
const AHEAD: usize = 4000;

/// Groups without text of the document. Unknown groups that begin with `\*` are skipped too.
const UNPRINTED: [&[u8]; 24] = [
    b"colortbl",
    b"info",
    b"pict",
    b"nonshppict",
    b"shprslt",
    b"object",
    b"xe",
    b"tc",
    b"rxe",
    b"txe",
    b"fldinst",
    b"ftnsep",
    b"ftnsepc",
    b"ftncn",
    b"aftnsep",
    b"aftnsepc",
    b"aftncn",
    b"filetbl",
    b"listtable",
    b"datafield",
    b"private",
    // The properties of a shape: names and values.
    b"sp",
    b"sn",
    b"sv",
];

/// What the text in a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Into {
    Text,
    Nothing,
    Fonts,
    Styles,
}

/// The state of a group, which ends with the group.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the format")]
#[derive(Clone, Copy)]
struct State {
    into: Into,
    italic: bool,
    bold: bool,
    complex: bool,
    right_to_left: bool,
    raised: bool,
    hidden: bool,
    deleted: bool,
    letters: Letters,
    /// How many replacement characters follow a character that is given by its number (`\uc`).
    instead: u8,
}

/// The properties of a paragraph.
#[derive(Clone, Copy, Default)]
struct Paragraph {
    /// The level of its list, from 0.
    level: usize,
    in_table: bool,
    style: i32,
    heading: Option<u8>,
    right: bool,
}

struct Note<'a> {
    marker: String,
    words: &'a [u8],
    state: State,
    page: u32,
}

/// The definition of a row, as far as it was read.
#[derive(Default)]
struct Row {
    edges: Vec<Edge>,
    /// The properties of the cell whose edge comes next.
    next: Edge,
    /// Whether it is a header row.
    header: bool,
}

pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    pub(super) flow: Flow,
    /// How many groups were not closed.
    pub(super) open: usize,
    page: Letters,
    fonts: HashMap<i32, Letters>,
    styles: HashMap<i32, (Option<u8>, bool)>,
    /// The number of the font or style that is being defined; `name` is its name so far.
    described: i32,
    name: String,
    notes: Vec<Note<'a>>,
    footnotes: u32,
    /// The number of the next note, which stands in the text already.
    marked: Option<String>,
    heads: Heads<()>,
    begun: bool,
    place: Place,
    paragraph: Paragraph,
    layout: bool,
    /// How many bytes may still be looked ahead at, in all.
    ahead: usize,
    was_in_table: bool,
    row: Row,
    letters: Vec<u8>,
    units: Vec<u16>,
    /// How many replacement characters are still to be skipped.
    instead: u8,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8], flow: Flow) -> Self {
        let page = Letters::Of(WINDOWS_1252);
        Self {
            bytes,
            flow,
            open: 0,
            page,
            fonts: HashMap::new(),
            styles: HashMap::new(),
            described: 0,
            name: String::new(),
            notes: Vec::new(),
            footnotes: 0,
            marked: None,
            heads: Heads::default(),
            begun: false,
            place: Place::Body,
            paragraph: Paragraph::default(),
            layout: false,
            ahead: bytes.len().saturating_mul(4),
            was_in_table: false,
            row: Row::default(),
            letters: Vec::new(),
            units: Vec::new(),
            instead: 0,
        }
    }

    fn state(&self) -> State {
        State {
            into: Into::Text,
            italic: false,
            bold: false,
            complex: false,
            right_to_left: false,
            raised: false,
            hidden: false,
            deleted: false,
            letters: self.page,
            instead: 1,
        }
    }

    /// Reads the text, then its notes.
    pub(super) fn all(&mut self) {
        self.open = self.story(self.bytes, self.state(), Place::Body);
        for note in std::mem::take(&mut self.notes) {
            self.flow.begin_note(&note.marker, note.page);
            self.story(note.words, note.state, Place::Note);
            self.flow.end_note();
        }
    }

    /// Reads a story to its end; returns how many groups were open then.
    fn story(&mut self, bytes: &'a [u8], first: State, place: Place) -> usize {
        let outer = (std::mem::replace(&mut self.place, place), std::mem::take(&mut self.paragraph));
        let mut tokens = Tokens::new(bytes);
        let mut state = first;
        let mut stack: Vec<State> = Vec::new();
        let mut deeper = 0_usize;
        while let Some(token) = tokens.next() {
            match token {
                Token::Open => {
                    self.flush(state, &tokens);
                    if stack.len() < DEEPEST {
                        stack.push(state);
                    } else {
                        deeper += 1;
                    }
                }
                Token::Close => {
                    self.flush(state, &tokens);
                    if deeper > 0 {
                        deeper -= 1;
                    } else if let Some(outer) = stack.pop() {
                        state = outer;
                    }
                }
                Token::Bytes(bytes) => self.bytes(bytes, state),
                Token::Code(byte) => self.bytes(&[byte], state),
                Token::Symbol(symbol) => self.symbol(symbol, &mut state, &mut tokens),
                Token::Word(word, number) => self.word(word, number, &mut state, &mut tokens),
            }
        }
        self.flush(state, &tokens);
        if place == Place::Body {
            self.flow.end_row();
        }
        if !self.flow.words().is_empty() {
            self.end_paragraph();
        }
        (self.place, self.paragraph) = outer;
        stack.len() + deeper
    }

    fn bytes(&mut self, bytes: &[u8], state: State) {
        let passed = usize::from(self.instead).min(bytes.len());
        self.instead -= passed as u8;
        let bytes = bytes.part(passed..);
        match state.into {
            Into::Text if !bytes.is_empty() => {
                self.flush_units(state);
                self.letters.extend_from_slice(bytes);
            }
            Into::Fonts | Into::Styles if self.name.len() < 200 => {
                self.name.push_str(&state.letters.decode(bytes));
            }
            _ => {}
        }
        if state.into == Into::Styles && bytes.ends_with(b";") {
            let name = std::mem::take(&mut self.name);
            let name = name.trim_end_matches(';');
            self.styles.insert(self.described, (heading_by_name(name), is_plain(name)));
        }
    }

    /// Writes the characters gathered so far.
    fn flush(&mut self, state: State, tokens: &Tokens<'a>) {
        if self.letters.is_empty() && self.units.is_empty() {
            return;
        }
        self.begin_words(tokens);
        self.flush_units(state);
        let letters = std::mem::take(&mut self.letters);
        let words = state.letters.decode(&letters);
        self.write(&words, state);
    }

    fn flush_units(&mut self, state: State) {
        if !self.units.is_empty() {
            let words = String::from_utf16_lossy(&std::mem::take(&mut self.units));
            self.write(&words, state);
        }
    }

    fn write(&mut self, words: &str, state: State) {
        if state.into != Into::Text || state.deleted || words.is_empty() {
            return;
        }
        let heading = self.heading().is_some();
        let face = Face {
            emphasis: if state.right_to_left {
                state.complex
            } else {
                state.italic || state.bold && !heading
            },
            raised: state.raised,
            hidden: state.hidden,
        };
        self.flow.text(words, face);
    }

    /// Writes what must precede the next text: the symbol, or the beginning of a row.
    fn begin_words(&mut self, tokens: &Tokens<'a>) {
        if self.place != Place::Body {
            return;
        }
        if !std::mem::replace(&mut self.begun, true) {
            self.heads.write_symbol(&mut self.flow);
        }
        if self.paragraph.in_table && !self.was_in_table {
            self.layout = self.is_layout(tokens);
            if !self.layout {
                self.flow.begin_table();
            }
        }
        self.was_in_table = self.paragraph.in_table;
        if self.paragraph.in_table && !self.layout && !self.flow.in_row() {
            self.flow.begin_row();
        }
        if self.paragraph.right && self.flow.in_row() {
            self.flow.open_cell();
            self.flow.align_cell(Align::End);
        }
    }

    fn end_row(&mut self) {
        if self.row.header {
            self.flow.header_row();
        }
        self.flow.end_row();
        self.flow.edges(&self.row.edges);
    }

    /// Whether the table that begins here is a layout table.
    fn is_layout(&mut self, tokens: &Tokens<'a>) -> bool {
        let from = tokens.at.saturating_sub(200);
        let row = self.bytes.part(from..self.bytes.len().min(from + AHEAD));
        let end = memchr::memmem::find(row, b"\\row").unwrap_or(row.len());
        let row = row.get(..end).unwrap_or(row);
        self.ahead = self.ahead.saturating_sub(row.len());
        if self.ahead == 0 {
            return false;
        }
        self.words_of(row).split('\t').any(opens_masthead) || opens_masthead(self.flow.words())
    }

    /// The text of a group, with tabs between cells.
    fn words_of(&self, group: &'a [u8]) -> String {
        let mut inner = Reader::new(group, Flow::new(group.len()));
        (inner.page, inner.fonts) = (self.page, self.fonts.clone());
        inner.story(group, self.state(), Place::Head);
        let content = inner.flow.finish();
        content.blocks.iter().map(|block| content.words(block)).collect::<Vec<_>>().join("\t")
    }

    fn heading(&self) -> Option<u8> {
        let by_style = self.styles.get(&self.paragraph.style).and_then(|(heading, _)| *heading);
        self.paragraph.heading.or(by_style).filter(|level| *level > 0 && self.place == Place::Body)
    }

    fn end_paragraph(&mut self) {
        self.flow.set_in(self.paragraph.level);
        let plain = self.styles.get(&self.paragraph.style).is_some_and(|(_, plain)| *plain);
        self.flow.end_paragraph(self.heading(), plain && self.place == Place::Body);
    }

    fn symbol(&mut self, symbol: u8, state: &mut State, tokens: &mut Tokens<'a>) {
        if self.instead > 0 {
            self.instead -= 1;
            return;
        }
        match symbol {
            b'*' => {
                // An unknown destination is skipped with its content.
                let mut ahead = tokens.clone();
                if let Some(Token::Word(word, _)) = ahead.next() {
                    match word {
                        b"shpinst" | b"footnote" | b"cs" | b"listtext" => {}
                        b"annotation" if state.into == Into::Text && self.place == Place::Body => {
                            let words = self.words_of(ahead.group());
                            self.flow.aside(&words, Reason::Comment);
                            *tokens = ahead;
                        }
                        _ => state.into = Into::Nothing,
                    }
                }
            }
            b'~' => self.unit(0xA0, *state),
            b'_' => self.unit(0x2011, *state),
            b'{' | b'}' | b'\\' => self.bytes(&[symbol], *state),
            b'\r' | b'\n' => self.word(b"par", None, state, tokens),
            _ => {}
        }
    }

    /// Handles a character given as a UTF-16 code unit.
    fn unit(&mut self, unit: u16, state: State) {
        if state.into == Into::Text {
            if !self.letters.is_empty() {
                let letters = std::mem::take(&mut self.letters);
                self.write(&state.letters.decode(&letters), state);
            }
            self.units.push(unit);
        }
    }

    fn word(&mut self, word: &[u8], number: Option<i32>, state: &mut State, tokens: &mut Tokens<'a>) {
        if word == b"bin" {
            tokens.skip(usize::try_from(number.unwrap_or(0)).unwrap_or(0));
            return;
        }
        if self.instead > 0 && word != b"u" {
            self.instead -= 1;
            return;
        }
        let on = number != Some(0);
        match word {
            b"u" => {
                self.instead = 0;
                self.begin_unit(number.unwrap_or(0), *state, tokens);
            }
            b"uc" => state.instead = u8::try_from(number.unwrap_or(1)).unwrap_or(0).min(32),
            b"emdash" => self.unit(0x2014, *state),
            b"endash" => self.unit(0x2013, *state),
            b"lquote" => self.unit(0x2018, *state),
            b"rquote" => self.unit(0x2019, *state),
            b"ldblquote" => self.unit(0x201C, *state),
            b"rdblquote" => self.unit(0x201D, *state),
            b"bullet" => self.unit(0x2022, *state),
            b"emspace" | b"enspace" | b"qmspace" => self.unit(0x20, *state),
            _ => {
                self.flush(*state, tokens);
                if !self.look(word, on, number, state) && !self.group(word, state, tokens) {
                    self.structure(word, number, *state, tokens);
                }
            }
        }
    }

    fn begin_unit(&mut self, number: i32, state: State, tokens: &Tokens<'a>) {
        if self.letters.is_empty() && self.units.is_empty() && state.into == Into::Text {
            self.begin_words(tokens);
        }
        self.unit(number.cast_unsigned() as u16, state);
        self.instead = state.instead;
    }

    /// Handles control words for the formatting of characters.
    fn look(&mut self, word: &[u8], on: bool, number: Option<i32>, state: &mut State) -> bool {
        match word {
            b"plain" => {
                *state = State {
                    into: state.into,
                    instead: state.instead,
                    deleted: state.deleted,
                    ..self.state()
                };
            }
            b"i" => state.italic = on,
            b"b" => state.bold = on,
            b"ai" | b"ab" => state.complex = on,
            b"rtlch" => state.right_to_left = true,
            b"ltrch" => state.right_to_left = false,
            b"super" => state.raised = on,
            b"up" => state.raised = number.is_some_and(|up| up > 2),
            b"nosupersub" | b"sub" => state.raised = false,
            b"v" => state.hidden = on,
            b"deleted" => state.deleted = on,
            b"f" if state.into == Into::Fonts => self.described = number.unwrap_or(0),
            b"f" => state.letters = self.fonts.get(&number.unwrap_or(0)).copied().unwrap_or(self.page),
            b"fcharset" | b"cpg" if state.into == Into::Fonts => {
                let number = number.unwrap_or(0);
                let letters =
                    if word == b"cpg" { Some(Letters::of_page(number)) } else { Letters::of_charset(number) };
                if let Some(letters) = letters {
                    self.fonts.insert(self.described, letters);
                }
            }
            b"ansicpg" => {
                self.page = Letters::of_page(number.unwrap_or(1252));
                state.letters = self.page;
            }
            b"mac" => {
                self.page = Letters::of_page(10000);
                state.letters = self.page;
            }
            _ => return false,
        }
        true
    }

    /// Handles control words that begin a destination.
    fn group(&mut self, word: &[u8], state: &mut State, tokens: &mut Tokens<'a>) -> bool {
        match word {
            b"fonttbl" => state.into = Into::Fonts,
            b"stylesheet" => (state.into, self.name) = (Into::Styles, String::new()),
            b"shptxt" => {
                // A text box is separated from its paragraph only by its own paragraph ends.
                state.into = Into::Text;
            }
            b"footnote" if state.into == Into::Text => {
                let words = tokens.group();
                if self.place == Place::Body {
                    let marker = self.marked.take().unwrap_or_default();
                    if marker.is_empty() {
                        let words = self.words_of(words);
                        self.flow.claim_mark(words.split_whitespace().next().unwrap_or_default());
                    }
                    let state = State { raised: false, italic: false, bold: false, ..*state };
                    self.notes.push(Note { marker, words, state, page: self.flow.page() });
                }
            }
            b"headerf" | b"header" | b"headerl" | b"headerr" | b"footer" | b"footerl" | b"footerr"
            | b"footerf" => {
                let words = tokens.group();
                if state.into == Into::Text && self.place == Place::Body {
                    self.head(word, words);
                }
            }
            _ if UNPRINTED.contains(&word) => state.into = Into::Nothing,
            _ => return false,
        }
        true
    }

    fn head(&mut self, kind: &[u8], group: &'a [u8]) {
        let words = self.words_of(group).replace('\t', " ");
        let is_head = kind.starts_with(b"header");
        let reason = if is_head { RUNNING_HEAD } else { RUNNING_FOOT };
        let first =
            kind == b"headerf" && self.heads.first.is_none() && !self.begun && !words.trim().is_empty();
        if first {
            self.story(group, self.state(), Place::Head);
        } else {
            self.flow.aside(&words, reason);
        }
        self.heads.add((), words, first, reason);
    }

    /// Handles control words for the ends of paragraphs, cells and pages.
    fn structure(&mut self, word: &[u8], number: Option<i32>, state: State, tokens: &Tokens<'a>) {
        if state.into != Into::Text {
            if word == b"s" && state.into == Into::Styles {
                self.described = number.unwrap_or(0);
                self.name.clear();
            }
            return;
        }
        match word {
            b"par" => self.end_paragraph(),
            b"pard" => self.paragraph = Paragraph::default(),
            b"intbl" => self.paragraph.in_table = true,
            b"ilvl" => {
                self.paragraph.level = number.and_then(|level| usize::try_from(level).ok()).unwrap_or(0);
            }
            b"s" => self.paragraph.style = number.unwrap_or(0),
            b"outlinelevel" => {
                let level = number.and_then(|level| u8::try_from(level).ok()).unwrap_or(9);
                self.paragraph.heading = Some(if level < 9 { level + 1 } else { 0 });
            }
            b"qr" => self.paragraph.right = true,
            b"line" | b"lbr"
                if (self.paragraph.right || self.place == Place::Head) && !self.flow.in_row() =>
            {
                self.flow.end(Style::Paragraph);
            }
            b"line" | b"lbr" => self.flow.line_break(),
            b"tab" | b"nestcell" | b"nestrow" => self.flow.space(),
            b"page" | b"sect" | b"pagebb" if self.place == Place::Body && !self.flow.in_row() => {
                if !self.flow.words().is_empty() {
                    self.end_paragraph();
                }
                self.flow.turn_page();
            }
            b"cell" => {
                self.paragraph.in_table = true;
                self.begin_words(tokens);
                if self.flow.in_row() { self.flow.end_cell() } else { self.end_paragraph() }
            }
            b"row" => self.end_row(),
            b"trowd" => self.row = Row::default(),
            b"trhdr" => self.row.header = true,
            b"clvmrg" => self.row.next.goes_on = true,
            b"clmrg" => self.row.next.joined = true,
            b"cellx" if self.row.edges.len() < 1000 => {
                let edge = std::mem::take(&mut self.row.next);
                self.row.edges.push(Edge { right: number.unwrap_or(0), ..edge });
            }
            b"chftn" if self.place == Place::Body => {
                self.footnotes += 1;
                let marker = self.footnotes.to_string();
                self.flow.mark(&marker);
                self.marked = Some(marker);
            }
            _ => {}
        }
    }
}
