//! Fonts: which letters a character code stands for, how wide it is, and whether the font is slanted or bold.
//!
//! The result for each code of each font is cached. Outlines are only computed for combining characters, which are
//! placed by their ink.

use super::glyph::is_rtl;
use super::guard::Guard;
use super::letters::{is_combining, letters};
use crate::text::chars::TATWEEL;
use hayro_cmap::{BfString, CMap};
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn};
use hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier, Stream};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// How many codes of one font are cached.
const MOST_CODES: usize = 70_000;
/// How many letters one code may stand for.
const MOST_LETTERS: usize = 24;
/// What a cached code takes in memory, with its letters.
const CODE: u64 = 96;
/// The advance width of the codes of a font that was refused, in thousandths of the font size.
const REFUSED_ADVANCE: f64 = 500.0;

/// What a character code stands for.
#[derive(Clone, Copy, Debug)]
pub(super) struct CodeText {
    /// The first letter.
    pub letter: char,
    /// Index in `FontInfo::strings` of all its letters; `None` where it has only one.
    pub more: Option<u32>,
    /// The advance width, in thousandths of the font size.
    pub advance: f32,
    /// It stands for combining characters only.
    pub sign: bool,
}

/// A font of the file and what has been read of it.
pub(super) struct FontInfo<'a> {
    font: Option<Font<'a>>,
    pub italic: bool,
    pub bold: bool,
    pub horizontal: bool,
    simple: Vec<Option<CodeText>>,
    codes: HashMap<u32, CodeText>,
    /// The letters of codes that stand for several.
    strings: Vec<String>,
    /// The cached results of [`Self::ink`].
    inks: HashMap<u32, Option<(f32, f32)>>,
    /// A symbol font, whose codes in the private use area are pictures and not letters.
    symbolic: bool,
    /// The `ToUnicode` map, where the font has no `Encoding` as well, or was refused.
    map: Option<Rc<CMap>>,
    /// A refused font whose codes have two bytes.
    wide: bool,
    /// Some code of the font was found to be an Arabic letter.
    arabic: bool,
}

impl FontInfo<'_> {
    /// Reads the character code at byte offset `at` of a string: the code and its length in bytes, at least 1.
    pub(super) fn read(&self, bytes: &[u8], at: usize) -> (u32, usize) {
        if let Some(font) = &self.font {
            let (code, length) = font.read_code(bytes, at);
            return (code, length.max(1));
        }
        let byte = |at: usize| bytes.get(at).copied().map(u32::from);
        let first = byte(at).unwrap_or(0);
        match byte(at + 1).filter(|_| self.wide) {
            Some(second) => (first << 8 | second, 2),
            None => (first, 1),
        }
    }

    /// What a code stands for. It is cached while there is memory for it.
    pub(super) fn code(&mut self, code: u32, length: usize, guard: &mut Guard) -> CodeText {
        if length == 1
            && let Some(Some(known)) = self.simple.get(code as usize)
        {
            return *known;
        }
        if length > 1
            && let Some(known) = self.codes.get(&code)
        {
            return *known;
        }
        let kept = guard.keep(CODE);
        let made = self.make(code, length, kept);
        if length == 1 {
            if let Some(slot) = self.simple.get_mut(code as usize) {
                *slot = Some(made);
            }
        } else if kept && self.codes.len() < MOST_CODES {
            self.codes.insert(code, made);
        }
        made
    }

    /// Where the ink of a code begins and ends along the line, in thousandths of the font size. `None` where it has no
    /// outline.
    pub(super) fn ink(&mut self, code: u32) -> Option<(f32, f32)> {
        if let Some(known) = self.inks.get(&code) {
            return *known;
        }
        let font = self.font.as_ref()?;
        let made = ink(&font.glyph(font.map_code(code), code));
        if self.inks.len() < MOST_CODES {
            self.inks.insert(code, made);
        }
        made
    }

    /// All letters of a code that stands for several; empty for any other.
    pub(super) fn letters(&self, code: CodeText) -> &str {
        code.more.and_then(|at| self.strings.get(at as usize)).map_or("", String::as_str)
    }

    fn make(&mut self, code: u32, length: usize, kept: bool) -> CodeText {
        // A code of two bytes is a glyph number, not a character.
        let plain = char::from_u32(code).filter(|letter| length == 1 && (' '..='~').contains(letter));
        let mapped = self.map.as_ref().map(|map| map.lookup_bf_string(code));
        let (advance, shown) = match &self.font {
            Some(font) => {
                let advance = font.code_advance(code);
                let shown = match &font.glyph(font.map_code(code), code) {
                    FontGlyph::Outline(glyph) => glyph.as_unicode(),
                    FontGlyph::Type3(glyph) => glyph.as_unicode(),
                };
                (if self.horizontal { advance.x } else { advance.y }, shown)
            }
            None => (REFUSED_ADVANCE, mapped.clone().flatten()),
        };
        let unmapped = mapped.is_some_and(|mapped| mapped.is_none());
        let shown: String = match shown {
            // Justified Arabic is lengthened with a glyph that the map leaves out, as it is no letter. Without the map
            // the font would give the character that happens to have the glyph's number.
            _ if unmapped && self.arabic => TATWEEL.into(),
            Some(BfString::Char(letter)) => self.sign(letter).into(),
            Some(BfString::String(string)) => string.chars().take(MOST_LETTERS).collect(),
            None => plain.unwrap_or('\u{FFFD}').into(),
        };
        let shown = letters(&shown);
        self.arabic |= shown.chars().any(is_rtl);
        let mut each = shown.chars();
        // What has no visible letter becomes a zero-width space.
        let letter = each.next().unwrap_or('\u{200B}');
        let mut more = None;
        if each.next().is_some() && kept && self.strings.len() < MOST_CODES {
            more = Some(self.strings.len() as u32);
            self.strings.push(shown.as_ref().to_owned());
        }
        let sign = is_combining(letter) && shown.chars().all(is_combining);
        CodeText { letter, more, advance: advance as f32, sign }
    }

    /// Maps the private use characters of Word's symbol fonts to bullets and to plain characters.
    fn sign(&self, letter: char) -> char {
        match letter {
            '\u{F0B7}' | '\u{F0A7}' | '\u{F06C}' | '\u{F0D8}' => '•',
            '\u{F020}'..='\u{F07E}' if !self.symbolic => {
                char::from_u32(letter as u32 - 0xF000).unwrap_or(letter)
            }
            _ => letter,
        }
    }
}

/// Where the ink of a glyph begins and ends along the line.
fn ink(glyph: &FontGlyph<'_>) -> Option<(f32, f32)> {
    let FontGlyph::Outline(glyph) = glyph else { return None };
    let outline = glyph.outline();
    let inked = (!outline.is_empty()).then(|| outline.control_box())?;
    (inked.x0.is_finite() && inked.x1.is_finite()).then_some((inked.x0 as f32, inked.x1 as f32))
}

/// The fonts of a file, each parsed once.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    resolver: FontResolverFn,
    cmaps: CMapResolverFn,
    known: HashMap<ObjectIdentifier, usize>,
    /// The maps of refused fonts and of those without an encoding, by their streams: fonts may share one.
    maps: HashMap<ObjectIdentifier, Option<Rc<CMap>>>,
    /// The fonts that are left once there is no memory for more: of codes of one byte and of two.
    plain: [Option<usize>; 2],
    pub list: Vec<FontInfo<'a>>,
    /// A font was not read since it unpacks to too much. The caller resets this once it has reported it.
    pub refused: bool,
}

impl<'a> Fonts<'a> {
    pub(super) fn new() -> Self {
        Self {
            cache: FontCache::new(),
            resolver: Arc::new(|query| match query {
                FontQuery::Standard(font) => Some(font.get_font_data()),
                FontQuery::Fallback(query) => Some(query.pick_standard_font().get_font_data()),
            }),
            cmaps: limited(),
            known: HashMap::new(),
            maps: HashMap::new(),
            plain: [None; 2],
            list: Vec::new(),
            refused: false,
        }
    }

    /// The index in `list` of the font that a dictionary describes. A font that cannot be read has a place there too.
    pub(super) fn find(&mut self, dict: &Dict<'a>, guard: &mut Guard) -> usize {
        let id = dict.obj_id();
        if let Some(&known) = id.as_ref().and_then(|id| self.known.get(id)) {
            return known;
        }
        let allowed = guard.allows_font(dict);
        self.refused |= !allowed;
        let wide = !allowed && dict.contains_key("DescendantFonts");
        let map = if !allowed || !dict.contains_key("Encoding") { self.map(dict, guard) } else { None };
        if !allowed
            && map.is_none()
            && let Some(plain) = self.plain.get(usize::from(wide)).copied().flatten()
        {
            return plain;
        }
        let font = if allowed { self.cache.font(dict, &self.resolver, &self.cmaps) } else { None };
        let (italic, bold, symbolic) = style(dict);
        let horizontal = font.as_ref().is_none_or(Font::is_horizontal);
        let place = self.list.len();
        if !allowed
            && map.is_none()
            && let Some(plain) = self.plain.get_mut(usize::from(wide))
        {
            *plain = Some(place);
        } else if let Some(id) = id {
            self.known.insert(id, place);
        }
        self.list.push(FontInfo {
            font,
            italic,
            bold,
            horizontal,
            simple: vec![None; 256],
            codes: HashMap::new(),
            strings: Vec::new(),
            inks: HashMap::new(),
            symbolic,
            map,
            wide,
            arabic: false,
        });
        place
    }

    /// The `ToUnicode` map of a font, if there is memory for it.
    fn map(&mut self, dict: &Dict<'_>, guard: &mut Guard) -> Option<Rc<CMap>> {
        let stream = dict.get::<Stream<'_>>("ToUnicode")?;
        if let Some(known) = self.maps.get(&stream.obj_id()) {
            return known.clone();
        }
        let cmaps = Arc::clone(&self.cmaps);
        let map = guard.map(&stream).and_then(|data| CMap::parse(&data, move |name| cmaps(name)));
        let map = map.map(Rc::new);
        self.maps.insert(stream.obj_id(), map.clone());
        map
    }
}

/// The character maps that the standard names. A file may ask for so many; parsing one takes milliseconds.
fn limited() -> CMapResolverFn {
    const MOST_LOADED: u32 = 400;
    let loaded = AtomicU32::new(0);
    Arc::new(move |name| {
        let few = loaded.fetch_add(1, Ordering::Relaxed) < MOST_LOADED;
        if few { hayro_cmap::load_embedded(name) } else { None }
    })
}

/// Whether a font is slanted, bold, and a symbol font, by its name and its descriptor.
fn style(dict: &Dict<'_>) -> (bool, bool, bool) {
    let inner = dict
        .get::<Array<'_>>("DescendantFonts")
        .and_then(|fonts| fonts.iter::<Dict<'_>>().next())
        .unwrap_or_else(|| dict.clone());
    let name = dict.get::<Name<'_>>("BaseFont");
    let name = name.as_ref().map_or("", Name::as_str);
    let described = inner.get::<Dict<'_>>("FontDescriptor");
    let flags = described.as_ref().and_then(|font| font.get::<i32>("Flags")).unwrap_or(0);
    let angle = described.as_ref().and_then(|font| font.get::<f32>("ItalicAngle")).unwrap_or(0.0);
    let weight = described.as_ref().and_then(|font| font.get::<f32>("FontWeight")).unwrap_or(400.0);
    let any = |words: &[&str]| words.iter().any(|word| name.contains(word));
    (
        any(&["Italic", "Oblique", "Kursiv"]) || flags & 64 != 0 || angle < -4.0,
        any(&["Bold", "Black", "Heavy"]) || weight >= 650.0,
        any(&["Symbol", "Wingdings", "Webdings"]),
    )
}
