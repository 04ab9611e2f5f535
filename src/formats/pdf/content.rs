//! The glyphs of a page: interprets its content streams, as far as they place text.
//!
//! Paths, colours and images are skipped. Every operator is charged to a [`Guard`], since a small file may include
//! form `XObject`s in one another a million times.

use super::super::budget::End;
use super::combining;
use super::fonts::Fonts;
use super::glyph::{Furniture, Glyph, MarkedContent, is_rtl};
use super::guard::Guard;
use super::letters::{self, is_combining};
use super::matrix::Matrix;
use super::pages::Page;
use super::reach;
use crate::text::bidi;
use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};
use hayro_syntax::page::Resources;

/// How deep forms (`XObject`s) may be nested.
const DEEPEST: usize = 12;
/// How many graphics states `q` may save.
const MOST_STATES: usize = 512;
/// How deep marked content may be nested.
const MOST_MARKED: usize = 256;
/// How many glyphs of one page are read.
pub(super) const MOST_GLYPHS: usize = 200_000;

/// The text of a page.
pub(super) struct Shown {
    pub glyphs: Vec<Glyph>,
    /// Some of its content streams could not be decoded.
    pub damaged: bool,
    /// They decode to more than the content of a page may.
    pub over: bool,
}

/// Reads the glyphs of a page, in the order in which they are drawn.
pub(super) fn read<'a>(page: &Page<'a>, fonts: &mut Fonts<'a>, guard: &mut Guard) -> Shown {
    let (width, height) = page.size();
    let mut reader = ContentReader {
        fonts,
        guard,
        glyphs: Vec::new(),
        marked: Vec::new(),
        actual: None,
        reach: (f64::from(width), f64::from(height)),
        damaged: false,
        over: false,
    };
    let state = GraphicsState { view: page.view(), ..GraphicsState::default() };
    let mut data = Vec::new();
    if let Some(stream) = page.dict.get::<Stream<'_>>("Contents") {
        reader.unpack(&stream, &mut data);
    } else if let Some(streams) = page.dict.get::<Array<'_>>("Contents") {
        for stream in streams.iter::<Stream<'_>>() {
            reader.unpack(&stream, &mut data);
            data.push(b' ');
        }
    } else {
        reader.damaged = page.dict.contains_key("Contents");
    }
    reader.damaged |= !reach::tame(&mut data);
    reader.run(&data, &page.resources(), state, 0);
    combining::settle(&mut reader.glyphs);
    Shown { glyphs: reader.glyphs, damaged: reader.damaged, over: reader.over }
}

#[derive(Clone, Copy, Debug)]
struct GraphicsState {
    /// From user space to the page, with y downwards.
    view: Matrix,
    text: Matrix,
    line: Matrix,
    font: Option<usize>,
    size: f64,
    letters: f64,
    words: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

impl Default for GraphicsState {
    fn default() -> Self {
        Self {
            view: Matrix::IDENTITY,
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            font: None,
            size: 1.0,
            letters: 0.0,
            words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

/// The replacement text (`ActualText`) of the marked content that is open.
struct Actual {
    text: String,
    /// Index of the first glyph that it replaces.
    from: usize,
    /// The depth of its marked content in the stack.
    depth: usize,
    /// It holds nothing but combining characters.
    signs: bool,
}

struct ContentReader<'r, 'a> {
    fonts: &'r mut Fonts<'a>,
    guard: &'r mut Guard,
    glyphs: Vec<Glyph>,
    marked: Vec<MarkedContent>,
    actual: Option<Actual>,
    reach: (f64, f64),
    damaged: bool,
    over: bool,
}

impl<'a> ContentReader<'_, 'a> {
    fn unpack(&mut self, stream: &Stream<'_>, data: &mut Vec<u8>) {
        let end = self.guard.decode(stream, data);
        self.note(end);
    }

    fn note(&mut self, end: End) {
        match end {
            End::Whole => {}
            End::Damaged => self.damaged = true,
            End::Over => self.over = true,
        }
    }

    fn run(&mut self, data: &[u8], resources: &Resources<'a>, start: GraphicsState, depth: usize) {
        let mut state = start;
        let mut saved: Vec<GraphicsState> = Vec::new();
        // The fonts of these resources that were looked up already, by name.
        let mut named: Vec<(Vec<u8>, usize)> = Vec::new();
        let mut operations = UntypedIter::new(data);
        let outer = self.marked.len();
        while let Some(operation) = operations.next() {
            if !self.guard.spend(1) {
                return;
            }
            let operands = Operands::of(operation.operands());
            let operator: &[u8] = operation.operator;
            match operator {
                b"q" if saved.len() < MOST_STATES => saved.push(state),
                b"Q" => {
                    if let Some(last) = saved.pop() {
                        state = last;
                    }
                }
                b"cm" => {
                    if let Some(map) = operands.matrix() {
                        state.view = map.then(state.view);
                    }
                }
                b"Tf" => {
                    state.size = operands.number(1);
                    if let Some(Object::Name(name)) = operands.get(0) {
                        state.font = self.font(name, resources, &mut named);
                    }
                }
                b"gs" => {
                    if let Some(Object::Name(name)) = operands.get(0) {
                        self.graphics_state(name, resources, &mut state);
                    }
                }
                b"Tj" => self.show_operand(operands.get(0), &mut state),
                b"'" => {
                    let leading = state.leading;
                    next_line(&mut state, 0.0, -leading);
                    self.show_operand(operands.get(0), &mut state);
                }
                b"\"" => {
                    (state.words, state.letters) = (operands.number(0), operands.number(1));
                    let leading = state.leading;
                    next_line(&mut state, 0.0, -leading);
                    self.show_operand(operands.get(2), &mut state);
                }
                b"TJ" => {
                    if let Some(Object::Array(parts)) = operands.get(0) {
                        self.show_parts(parts, &mut state);
                    }
                }
                b"BMC" => self.begin(operands.get(0), None, resources),
                b"BDC" => self.begin(operands.get(0), operands.get(1), resources),
                b"EMC" if self.marked.len() > outer => self.end(),
                b"Do" => {
                    if let Some(Object::Name(name)) = operands.get(0) {
                        self.form(name, resources, &state, depth);
                    }
                }
                _ => set(operator, &operands, &mut state),
            }
        }
        while self.marked.len() > outer {
            self.end();
        }
    }

    fn font(
        &mut self,
        name: &Name<'_>,
        resources: &Resources<'a>,
        named: &mut Vec<(Vec<u8>, usize)>,
    ) -> Option<usize> {
        if let Some((_, place)) = named.iter().find(|(known, _)| known.as_slice() == name.as_ref()) {
            return Some(*place);
        }
        let place = self.fonts.find(&resources.get_font(name)?, self.guard);
        if named.len() < 200 {
            named.push((name.as_ref().to_vec(), place));
        }
        Some(place)
    }

    fn graphics_state(&mut self, name: &Name<'_>, resources: &Resources<'a>, state: &mut GraphicsState) {
        let Some(dict) = resources.get_ext_g_state(name) else { return };
        let Some(font) = dict.get::<Array<'_>>("Font") else { return };
        let mut parts = font.flex_iter();
        if let Some(font) = parts.next::<Dict<'_>>() {
            state.font = Some(self.fonts.find(&font, self.guard));
            state.size = parts.next::<f64>().unwrap_or(state.size);
        }
    }

    fn show_operand(&mut self, operand: Option<&Object<'_>>, state: &mut GraphicsState) {
        if let Some(Object::String(string)) = operand {
            self.show(string.as_bytes(), state);
        }
    }

    fn show_parts(&mut self, parts: &Array<'_>, state: &mut GraphicsState) {
        let horizontal =
            state.font.and_then(|font| self.fonts.list.get(font)).is_none_or(|font| font.horizontal);
        for part in parts.iter::<Object<'_>>() {
            match part {
                Object::String(string) => self.show(string.as_bytes(), state),
                Object::Number(number) => {
                    let step = -number.as_f64() / 1000.0 * state.size;
                    if horizontal {
                        state.text.advance(step * state.stretch, 0.0);
                    } else {
                        state.text.advance(0.0, step);
                    }
                }
                _ => {}
            }
        }
    }

    fn show(&mut self, bytes: &[u8], state: &mut GraphicsState) {
        let Some(place) = state.font else { return };
        let at_place = self.marked.last().copied().unwrap_or_default();
        let mut at = 0;
        while at < bytes.len() && self.glyphs.len() < MOST_GLYPHS && self.guard.spend(1) {
            let Some(font) = self.fonts.list.get_mut(place) else { return };
            let (number, length) = font.read(bytes, at);
            let code = font.code(number, length, self.guard);
            let space = if length == 1 && number == 32 { state.words } else { 0.0 };
            let step = f64::from(code.advance) / 1000.0 * state.size + state.letters + space;
            let (dx, dy) = if font.horizontal { (step * state.stretch, 0.0) } else { (0.0, step) };
            let frame = Matrix([state.size * state.stretch, 0.0, 0.0, state.size, 0.0, state.rise])
                .then(state.text)
                .then(state.view);
            let (italic, bold, horizontal) = (font.italic, font.bold, font.horizontal);
            let sign = code.sign || self.actual.as_ref().is_some_and(|actual| actual.signs);
            let glyph = match sign.then(|| font.ink(number)).flatten() {
                // A combining character is placed by its ink: its advance width and origin say nothing about its
                // position.
                Some((from, to)) if horizontal => {
                    let mut inked = frame;
                    inked.advance(f64::from(from) / 1000.0, 0.0);
                    upright(inked, f64::from(to - from) / 1000.0, horizontal, self.reach)
                }
                _ => upright(frame, f64::from(code.advance) / 1000.0, horizontal, self.reach),
            };
            let glyph = Glyph { letter: code.letter, italic, bold, marked: at_place, ..glyph };
            if code.more.is_some() {
                letters::spread(&mut self.glyphs, glyph, font.letters(code));
            } else {
                self.glyphs.push(glyph);
            }
            state.text.advance(dx, dy);
            at += length;
        }
    }

    fn begin(
        &mut self,
        tag: Option<&Object<'_>>,
        properties: Option<&Object<'_>>,
        resources: &Resources<'a>,
    ) {
        let tag: &[u8] = match tag {
            Some(Object::Name(name)) => name.as_ref(),
            _ => b"",
        };
        let named;
        let properties = match properties {
            Some(Object::Dict(dict)) => Some(dict),
            Some(Object::Name(name)) => {
                named = resources.properties.get::<Dict<'_>>(name);
                self.guard.spend(named.as_ref().map_or(0, |dict| dict.data().len() as u64 / 16));
                named.as_ref()
            }
            _ => None,
        };
        let outer = self.marked.last().copied().unwrap_or_default();
        let place = if matches!(outer, MarkedContent::Artifact(_)) {
            // Word nests a second artifact in the first for the rules of a header; the outer one says what it is.
            outer
        } else if tag == b"Artifact" {
            MarkedContent::Artifact(properties.map_or(Furniture::Untyped, furniture))
        } else {
            properties.and_then(|dict| dict.get::<i32>("MCID")).map_or(outer, MarkedContent::Tagged)
        };
        if self.marked.len() < MOST_MARKED {
            self.marked.push(place);
        }
        if self.actual.is_none()
            && let Some(text) = properties.and_then(|dict| dict.get::<PdfString<'_>>("ActualText"))
        {
            let text = text_string(text.as_bytes());
            let signs = !text.is_empty() && text.chars().all(is_combining);
            self.actual = Some(Actual { text, from: self.glyphs.len(), depth: self.marked.len(), signs });
        }
    }

    fn end(&mut self) {
        if let Some(actual) = self.actual.take_if(|actual| actual.depth >= self.marked.len()) {
            self.replace(&actual);
        }
        self.marked.pop();
    }

    /// Replaces the glyphs of the marked content by its `ActualText`, spread evenly over their width.
    fn replace(&mut self, actual: &Actual) {
        let Some(shown) = self.glyphs.get(actual.from..) else { return };
        let solid = || shown.iter().filter(|glyph| !is_combining(glyph.letter));
        let Some(&widest) = solid().max_by(|one, other| one.width.total_cmp(&other.width)).or(shown.first())
        else {
            return;
        };
        let known = shown.iter().all(|glyph| glyph.letter != '\u{FFFD}');
        if known && solid().any(|glyph| (glyph.y - widest.y).abs() > 0.8 * widest.size) {
            // The replacement text of several lines does not say where the lines break, so the glyphs are kept.
            return;
        }
        let left = solid().map(|glyph| glyph.x).fold(widest.x, f32::min);
        let right = solid().map(|glyph| glyph.x + glyph.width).fold(widest.x + widest.width, f32::max);
        let room = Glyph { x: left, width: right - left, ..widest };
        self.glyphs.truncate(actual.from);
        let text: String = actual.text.chars().take(2_000).collect();
        let text = letters::letters(&text);
        if !text.chars().any(is_rtl) || text.chars().all(|letter| is_rtl(letter) || is_combining(letter)) {
            letters::spread(&mut self.glyphs, room, &text);
            return;
        }
        // Text of both directions: each letter is placed in visual order, where it is printed.
        let printed = bidi::reorder(&text, true);
        let width = room.width / printed.len().max(1) as f32;
        for (index, placed) in printed.iter().enumerate() {
            let room = Glyph { x: left + width * index as f32, width, ..room };
            letters::spread(&mut self.glyphs, room, &placed.text);
        }
    }

    fn form(&mut self, name: &Name<'_>, resources: &Resources<'a>, state: &GraphicsState, depth: usize) {
        if depth >= DEEPEST {
            return;
        }
        let Some(stream) = resources.get_x_object(name) else { return };
        let dict = stream.dict();
        if dict.get::<Name<'_>>("Subtype").is_none_or(|kind| kind.as_str() != "Form") {
            return;
        }
        let map = dict.get::<[f64; 6]>("Matrix").map_or(Matrix::IDENTITY, Matrix);
        let inner = dict.get::<Dict<'_>>("Resources");
        // It is looked up and its dictionaries are parsed each time, which is more than an operator is, and they may be long.
        let parsed = dict.data().len() + inner.as_ref().map_or(0, |inner| inner.data().len());
        if !self.guard.spend(200 + parsed as u64 / 16) {
            return;
        }
        let inner = inner.map(Resources::new);
        let form = self.guard.form(&stream);
        self.note(form.end);
        self.damaged |= !form.whole;
        let state = GraphicsState { view: map.then(state.view), ..*state };
        self.run(&form.data, inner.as_ref().unwrap_or(resources), state, depth + 1);
    }
}

fn furniture(properties: &Dict<'_>) -> Furniture {
    let subtype = properties.get::<Name<'_>>("Subtype");
    let kind = properties.get::<Name<'_>>("Type");
    match (subtype.as_ref().map(Name::as_str), kind.as_ref().map(Name::as_str)) {
        (Some("Header"), _) => Furniture::Header,
        (Some("Footer"), _) => Furniture::Footer,
        (Some(_), _) | (_, Some("Page" | "Background")) => Furniture::Other,
        _ => Furniture::Untyped,
    }
}

/// Carries out an operator that changes nothing but the text state.
fn set(operator: &[u8], operands: &Operands<'_, '_>, state: &mut GraphicsState) {
    match operator {
        b"BT" => (state.text, state.line) = (Matrix::IDENTITY, Matrix::IDENTITY),
        b"Tc" => state.letters = operands.number(0),
        b"Tw" => state.words = operands.number(0),
        b"Tz" => state.stretch = operands.number(0) / 100.0,
        b"TL" => state.leading = operands.number(0),
        b"Ts" => state.rise = operands.number(0),
        b"Tm" => {
            if let Some(map) = operands.matrix() {
                (state.text, state.line) = (map, map);
            }
        }
        b"Td" => next_line(state, operands.number(0), operands.number(1)),
        b"TD" => {
            state.leading = -operands.number(1);
            next_line(state, operands.number(0), operands.number(1));
        }
        b"T*" => {
            let leading = state.leading;
            next_line(state, 0.0, -leading);
        }
        _ => {}
    }
}

fn next_line(state: &mut GraphicsState, x: f64, y: f64) {
    state.line.advance(x, y);
    state.text = state.line;
}

/// A glyph in the upright frame of its text.
fn upright(frame: Matrix, wide: f64, horizontal: bool, (width, height): (f64, f64)) -> Glyph {
    let (ax, ay) = frame.along();
    let (cx, cy) = frame.across();
    let (x, y) = frame.origin();
    let size = cx.hypot(cy);
    let length = wide * ax.hypot(ay);
    // The text of a vertical font runs down the page and is not rotated.
    let (turn, x, y) = if !horizontal || ax.abs() >= ay.abs() {
        if ax >= 0.0 || !horizontal { (0, x, y) } else { (2, width - x, height - y) }
    } else if ay > 0.0 {
        (1, y, width - x)
    } else {
        (3, height - y, x)
    };
    let length = if horizontal { length } else { size };
    Glyph {
        letter: ' ',
        x: bounded(x),
        y: bounded(y),
        width: bounded(length),
        size: bounded(size).max(0.1),
        turn,
        italic: false,
        bold: false,
        marked: MarkedContent::Untagged,
    }
}

fn bounded(value: f64) -> f32 {
    if value.is_finite() { value.clamp(-100_000.0, 100_000.0) as f32 } else { 0.0 }
}

/// Decodes a text string of a dictionary: UTF-16 or UTF-8 where a byte order mark says so, else Latin-1.
fn text_string(bytes: &[u8]) -> String {
    let bytes = bytes.get(..bytes.len().min(8_000)).unwrap_or_default();
    if let Some(wide) = bytes.strip_prefix(b"\xFE\xFF") {
        let units = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        return char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{FFFD}')).collect();
    }
    let narrow = bytes.strip_prefix(b"\xEF\xBB\xBF");
    match narrow {
        Some(utf8) => String::from_utf8_lossy(utf8).into_owned(),
        None => bytes.iter().map(|&byte| char::from(byte)).collect(),
    }
}

/// The operands of an operator. The operators that matter to text have at most six.
struct Operands<'b, 'a>([Option<&'b Object<'a>>; 6]);

impl<'b, 'a> Operands<'b, 'a> {
    fn of(given: impl Iterator<Item = &'b Object<'a>>) -> Self {
        let mut out = [None; 6];
        for (slot, operand) in out.iter_mut().zip(given) {
            *slot = Some(operand);
        }
        Self(out)
    }

    fn get(&self, at: usize) -> Option<&'b Object<'a>> {
        self.0.get(at).copied().flatten()
    }

    fn number(&self, at: usize) -> f64 {
        match self.get(at) {
            Some(Object::Number(number)) => number.as_f64(),
            _ => 0.0,
        }
    }

    fn matrix(&self) -> Option<Matrix> {
        self.get(5)?;
        Some(Matrix(std::array::from_fn(|at| self.number(at))))
    }
}
