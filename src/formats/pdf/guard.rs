//! Limits on the work that a file may cause, and the one door by which its streams are decoded.
//!
//! What the library decodes itself, which is fonts and their maps, is measured before it is handed over; its numbers
//! are checked too, since a number in a file must not become a loop. What objects are packed in is `screen`'s.

use super::super::budget::{Budget, End};
use super::filters::Chain;
use super::reach;
use crate::document::Finding;
use hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier, Stream};
use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

/// A font program is kept as it is, and a decrypted copy of some of it.
const PROGRAM: u64 = 2;
/// A map of characters is kept as entries, each of which takes so many times the bytes that it is written in.
const MAP: u64 = 8;
/// What the entries of a font take in memory besides its parts.
const FONT: u64 = 8 << 10;
/// What a character map that the standard names takes in memory.
const NAMED_MAP: u64 = 128 << 10;
/// What a width takes in memory.
const WIDTH: u64 = 32;
/// What a glyph that is a content stream takes in memory.
const PROCEDURE: u64 = 1 << 10;
/// How many widths the font of a collection may give, as ranges or one by one. There are 65,536 glyphs at most.
const MOST_WIDTHS: u32 = 200_000;
/// The first character of a simple font; its codes end at 255, but some files count from 0xF000.
const LAST_FIRST: usize = 0xFFFF;

/// The content of so many bytes of forms is kept, because a form may be shown on every page, or a thousand times on one.
const MOST_FORMS: usize = 4 << 20;

/// The content of a form, ready to be read.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) data: Vec<u8>,
    pub(super) end: End,
    /// Nothing was taken out of it.
    pub(super) whole: bool,
}

/// The work and the bytes that are left for a file.
#[derive(Debug)]
pub(super) struct Guard {
    work: u64,
    /// Every byte that is decoded.
    decoded: Budget,
    /// The memory of what stays for as long as the file is read: object streams, and the programs and tables of fonts.
    kept: Budget,
    /// The content streams of one page may decode to so many bytes.
    page: u64,
    /// What the streams of fonts decode to, since several fonts may share one. `None` where it is too much.
    sizes: HashMap<ObjectIdentifier, Option<u64>>,
    forms: HashMap<ObjectIdentifier, Rc<Form>>,
    /// How many more bytes of forms may be kept.
    room: usize,
}

impl Guard {
    pub(super) fn new(input: usize) -> Self {
        let input = input as u64;
        Self {
            work: 8_000_000 + 8 * input,
            decoded: Budget::new((64 << 20) + 24 * input),
            kept: Budget::new(((8 << 20) + 24 * input).min((24 << 20) + 5 * input)),
            page: ((4 << 20) + 16 * input).min(16 << 20),
            sizes: HashMap::new(),
            forms: HashMap::new(),
            room: MOST_FORMS,
        }
    }

    /// Charges so many units of work; false where fewer are left.
    pub(super) fn spend(&mut self, work: u64) -> bool {
        let left = self.work.checked_sub(work);
        self.work = left.unwrap_or(0);
        left.is_some()
    }

    /// Charges memory that stays; false where less is left.
    pub(super) fn keep(&mut self, bytes: u64) -> bool {
        // What does not fit must not use up what is left for others.
        bytes <= self.kept.left() && self.kept.take(bytes)
    }

    /// Charges the bytes of a stream as they are in the file: they are decrypted and read each time, also where they decode
    /// to nothing. False where fewer are left.
    pub(super) fn passes(&self, raw: &[u8], decrypted: bool) -> bool {
        /// What is decrypted is also copied some times.
        const DECRYPTED: u64 = 4;
        let times = if decrypted { DECRYPTED } else { 1 };
        self.decoded.take(times * raw.len() as u64)
    }

    pub(super) fn is_spent(&self) -> bool {
        self.work == 0 || self.decoded.left() == 0
    }

    /// The limit that was reached at a page.
    pub(super) fn limit(&self, page: usize) -> Finding {
        if self.work == 0 {
            Finding::FileOverWork { page }
        } else {
            Finding::FileOver { page, megabytes: self.decoded.most() >> 20 }
        }
    }

    /// How many megabytes the content of a page may decode to.
    pub(super) fn page_megabytes(&self) -> u64 {
        self.page >> 20
    }

    pub(super) fn kept(&self) -> &Budget {
        &self.kept
    }

    /// Appends what a stream of a page decodes to, as far as the limits allow.
    pub(super) fn decode(&mut self, stream: &Stream<'_>, out: &mut Vec<u8>) -> End {
        self.decode_up_to(self.page, stream, out)
    }

    /// The content of a form. A form that is shown again is not decoded again, as long as there is room.
    pub(super) fn form(&mut self, stream: &Stream<'_>) -> Rc<Form> {
        if let Some(known) = self.forms.get(&stream.obj_id()) {
            return Rc::clone(known);
        }
        let mut data = Vec::new();
        let end = self.decode(stream, &mut data);
        let whole = reach::tame(&mut data);
        data.shrink_to_fit();
        let form = Rc::new(Form { data, end, whole });
        // An entry of the list takes some memory too.
        let taken = form.data.len() + 256;
        if let Some(room) = self.room.checked_sub(taken) {
            self.room = room;
            self.forms.insert(stream.obj_id(), Rc::clone(&form));
        }
        form
    }

    fn decode_up_to(&mut self, most: u64, stream: &Stream<'_>, out: &mut Vec<u8>) -> End {
        let Ok(chain) = Chain::of(stream.dict()) else { return End::Damaged };
        // Decrypting it would take time.
        if self.decoded.left() == 0 {
            return End::Over;
        }
        let raw = stream.raw_data();
        if !self.passes(&raw, matches!(raw, Cow::Owned(_))) {
            return End::Over;
        }
        let part = self.decoded.part(most.saturating_sub(out.len() as u64));
        let end = chain.decode(&raw, &part, out);
        // Something is charged for an empty stream too.
        self.decoded.take(part.used() + 64);
        end
    }

    /// The data of a character map; `None` where it is too large to be kept as a map.
    pub(super) fn map(&mut self, stream: &Stream<'_>) -> Option<Vec<u8>> {
        let mut data = Vec::new();
        let end = self.decode_up_to(self.kept.left() / MAP, stream, &mut data);
        (end != End::Over && self.keep(MAP * data.len() as u64)).then_some(data)
    }

    /// Charges a font, whose program and tables are decoded whole by the library; false where it must not be read.
    pub(super) fn allows_font(&mut self, font: &Dict<'_>) -> bool {
        let list = font.get::<Array<'_>>("DescendantFonts");
        let descendant = list.and_then(|list| list.iter::<Dict<'_>>().next());
        let mut entries = 0;
        let own = numbers(font, &mut entries);
        let inner = descendant.as_ref().map_or(Some(0), |inner| numbers(inner, &mut entries));
        self.spend(u64::from(entries.min(MOST_WIDTHS)));
        let Some((own, inner)) = own.zip(inner) else { return false };
        if !self.keep(FONT + own + inner + 2 * WIDTH * u64::from(entries)) {
            return false;
        }
        let fonts = [Some(font), descendant.as_ref()];
        let programs = fonts.map(|font| font.and_then(|font| font.get::<Dict<'_>>("FontDescriptor")));
        let program = |name: &str| programs.iter().flatten().find_map(|dict| dict.get::<Stream<'_>>(name));
        let programs = ["FontFile", "FontFile2", "FontFile3"].map(program);
        let table = |name: &str| fonts.iter().flatten().find_map(|dict| dict.get::<Stream<'_>>(name));
        let tables = ["ToUnicode", "Encoding", "CIDToGIDMap"].map(table);
        programs.iter().flatten().all(|stream| {
            let known = self.sizes.contains_key(&stream.obj_id());
            self.size(stream).is_some_and(|size| known || self.keep(PROGRAM * size))
        }) && tables
            .iter()
            .flatten()
            .all(|stream| self.size(stream).is_some_and(|size| self.keep(MAP * size)))
    }

    /// What a stream of a font decodes to, all stages together; `None` where that is more than may be kept.
    fn size(&mut self, stream: &Stream<'_>) -> Option<u64> {
        if let Some(known) = self.sizes.get(&stream.obj_id()) {
            return *known;
        }
        let size = Chain::of(stream.dict()).ok().filter(|_| self.decoded.left() > 0).and_then(|chain| {
            let raw = stream.raw_data();
            let part = self
                .passes(&raw, matches!(raw, Cow::Owned(_)))
                .then(|| self.decoded.part(self.kept.left()))?;
            let size = chain.measure(&raw, &part, |_| {});
            self.decoded.take(part.used());
            size
        });
        self.sizes.insert(stream.obj_id(), size);
        size
    }
}

/// The memory that the numbers of a font dictionary become; `entries` counts the widths of a collection. `None` where
/// they would become a loop without an end.
fn numbers(font: &Dict<'_>, entries: &mut u32) -> Option<u64> {
    let mut memory = 0;
    if font.contains_key("Widths") {
        let first = font.get::<usize>("FirstChar").unwrap_or(0);
        if first > LAST_FIRST {
            return None;
        }
        let listed = font.get::<Array<'_>>("Widths").map_or(0, |widths| widths.data().len() / 2);
        memory += WIDTH * (first + listed) as u64;
    }
    if let Some(procedures) = font.get::<Dict<'_>>("CharProcs") {
        memory += PROCEDURE * procedures.len() as u64;
    }
    if font.get::<Name<'_>>("Encoding").is_some_and(|name| !name.as_ref().starts_with(b"Identity"))
        && font.contains_key("DescendantFonts")
    {
        memory += NAMED_MAP;
    }
    for key in ["W", "W2"] {
        if let Some(list) = font.get::<Array<'_>>(key) {
            ranges(&list, key == "W2", entries)?;
        }
    }
    Some(memory)
}

/// Counts the glyphs that `W` or `W2` gives a width, in the way in which the library reads them. `None` where there
/// are too many.
fn ranges(list: &Array<'_>, vertical: bool, entries: &mut u32) -> Option<()> {
    let mut items = list.flex_iter();
    loop {
        if let Some((_, widths)) = items.next::<(u32, Array<'_>)>() {
            for _ in widths.iter::<f32>() {
                *entries += 1;
                (*entries <= MOST_WIDTHS).then_some(())?;
            }
        } else {
            let range = if vertical {
                items.next::<(u32, u32, f32, f32, f32)>().map(|(first, last, ..)| (first, last))
            } else {
                items.next::<(u32, u32, f32)>().map(|(first, last, _)| (first, last))
            };
            let Some((from, to)) = range else { return Some(()) };
            *entries = entries.saturating_add(to.saturating_sub(from).saturating_add(1));
            (*entries <= MOST_WIDTHS).then_some(())?;
        }
    }
}

/// Whether a dictionary has more entries than the memory of a file allows for: each takes a hundred bytes.
pub(super) fn is_crowded(data: &[u8]) -> bool {
    const MOST_NAMES: usize = 200_000;
    data.len() > MOST_NAMES && memchr::memchr_iter(b'/', data).take(MOST_NAMES + 1).count() > MOST_NAMES
}
