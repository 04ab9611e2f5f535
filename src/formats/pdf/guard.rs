//! Limits on the work that a file may cause and on what its streams may unpack to.

use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::{Array, Dict, ObjectIdentifier, Stream};
use std::collections::HashSet;
use std::io::Read;

/// The content streams of one page may unpack to so many bytes.
const PAGE_BYTES: u64 = 16 << 20;
/// The ratio that is assumed for a stream that is not unpacked to be measured.
const MOST_PACKED: u64 = 64;
/// A stream of another filter than deflate is read only up to so many packed bytes.
const OTHER_BYTES: usize = 256 << 10;

/// The work and the bytes that are left for a file.
#[derive(Debug)]
pub(super) struct Budget {
    work: u64,
    bytes: u64,
    /// How many bytes the programs and tables of fonts may still unpack to; they stay in memory.
    kept: u64,
    /// Font programs that were charged already, since several fonts may share one.
    counted: HashSet<ObjectIdentifier>,
}

impl Budget {
    pub(super) fn new(input: usize) -> Self {
        let kept = most_kept(input);
        let input = input as u64;
        Self { work: 8_000_000 + 8 * input, bytes: (64 << 20) + 24 * input, kept, counted: HashSet::new() }
    }

    /// Charges so many units of work; false where fewer are left.
    pub(super) fn spend(&mut self, work: u64) -> bool {
        let left = self.work.checked_sub(work);
        self.work = left.unwrap_or(0);
        left.is_some()
    }

    pub(super) fn is_spent(&self) -> bool {
        self.work == 0 || self.bytes == 0
    }

    /// Charges a font, whose program and tables are unpacked whole; false where it must not be read.
    pub(super) fn allows_font(&mut self, font: &Dict<'_>) -> bool {
        let descendant =
            font.get::<Array<'_>>("DescendantFonts").and_then(|list| list.iter::<Dict<'_>>().next());
        let fonts = [Some(font), descendant.as_ref()];
        let programs = fonts.map(|font| font.and_then(|font| font.get::<Dict<'_>>("FontDescriptor")));
        let program = |name| programs.iter().flatten().find_map(|dict| dict.get::<Stream<'_>>(name));
        let programs = ["FontFile", "FontFile2", "FontFile3"].map(program);
        let table = |name| fonts.iter().flatten().find_map(|dict| dict.get::<Stream<'_>>(name));
        let tables = ["ToUnicode", "Encoding", "CIDToGIDMap"].map(table);
        programs.iter().flatten().all(|stream| {
            let known = stream.dict().obj_id().is_some_and(|id| !self.counted.insert(id));
            known || self.keeps(stream)
        }) && tables.iter().flatten().all(|stream| self.keeps(stream))
    }

    /// Charges what a stream unpacks to; false where that is more than is left.
    fn keeps(&mut self, stream: &Stream<'_>) -> bool {
        let raw = stream.raw_data();
        let filters = stream.filters();
        let count = match filters.as_slice() {
            [] => raw.len() as u64,
            [Filter::FlateDecode] => {
                let mut unpacked = ZlibDecoder::new(raw.as_ref()).take(self.kept + 1);
                // The decoder used elsewhere accepts data without a zlib header, which is not measured here: a ratio is
                // assumed.
                let known = raw.first().is_some_and(|first| first & 15 == 8);
                let count = std::io::copy(&mut unpacked, &mut std::io::sink()).unwrap_or(0);
                if known { count } else { count.max(raw.len() as u64 * MOST_PACKED) }
            }
            several => raw.len() as u64 * MOST_PACKED.pow(several.len().min(2) as u32),
        };
        let left = self.kept.checked_sub(count);
        self.kept = left.unwrap_or(self.kept);
        left.is_some()
    }

    /// Appends what a stream unpacks to, as far as the limits allow; false where some of it is damaged or left out.
    pub(super) fn decode(&mut self, stream: &Stream<'_>, out: &mut Vec<u8>) -> bool {
        let mut whole;
        let before = out.len();
        let limit = PAGE_BYTES.saturating_sub(before as u64).min(self.bytes);
        let raw = stream.raw_data();
        let filters = stream.filters();
        let predicted = stream
            .dict()
            .get::<Dict<'_>>("DecodeParms")
            .is_some_and(|parameters| parameters.get::<i32>("Predictor").unwrap_or(1) > 1);
        if filters.as_slice() == [Filter::FlateDecode]
            && !predicted
            && raw.first().is_some_and(|first| first & 15 == 8)
        {
            whole = ZlibDecoder::new(raw.as_ref()).take(limit).read_to_end(out).is_ok();
        } else {
            let packed = filters
                .iter()
                .filter(|filter| matches!(filter, Filter::FlateDecode | Filter::LzwDecode))
                .count();
            let longest = if packed > 1 { OTHER_BYTES / 64 } else { OTHER_BYTES };
            let decoded = if packed == 0 || raw.len() <= longest { stream.decoded_data().ok() } else { None };
            whole = decoded.is_some();
            let decoded = decoded.unwrap_or_default();
            out.extend_from_slice(decoded.get(..decoded.len().min(limit as usize)).unwrap_or_default());
        }
        // A stream that fills the limit was probably cut off.
        whole &= ((out.len() - before) as u64) < limit;
        self.bytes = self.bytes.saturating_sub((out.len() - before) as u64 + 64);
        whole
    }
}

/// A deflated stream with fewer packed bytes is not skipped but searched for further streams.
const SMALL: usize = 512;
/// The dictionary of a stream is looked for in so many bytes before it; it may hold a long colour palette.
const LONGEST_DICT: usize = 4_096;

/// Whether object streams and cross-reference streams unpack to too much. The parser unpacks them whole and keeps them,
/// so they are checked before it runs. Returns the limit in bytes where it is exceeded.
///
/// It looks at the raw bytes only and trusts nothing that the file declares. Fonts and page contents have limits of
/// their own, and images are never unpacked.
pub(super) fn is_bomb(bytes: &[u8]) -> Option<u64> {
    let limit = most_kept(bytes.len());
    let mut left = limit;
    let mut at = 0;
    let finder = memchr::memmem::Finder::new(b"stream");
    while let Some(found) = bytes.get(at..).and_then(|rest| finder.find(rest)) {
        let keyword = at + found;
        at = keyword + 6;
        let before = bytes.get(keyword.saturating_sub(LONGEST_DICT)..keyword).unwrap_or_default();
        if before.ends_with(b"end") {
            continue;
        }
        let start = at
            + bytes.get(at..).map_or(0, |rest| rest.iter().take(2).take_while(|&&byte| byte < b' ').count());
        let rest = bytes.get(start..).unwrap_or_default();
        let deflated = matches!(rest, [first, second, ..] if first & 15 == 8 && (u32::from(*first) * 256 + u32::from(*second)) % 31 == 0);
        if !deflated || !may_hold_objects(before) {
            continue;
        }
        // The declared length is not trusted: deflate data says where it ends.
        let mut unpacker = ZlibDecoder::new(rest);
        let mut counted = unpacker.by_ref().take(left + 1);
        let count = std::io::copy(&mut counted, &mut std::io::sink()).unwrap_or(0);
        left = left.saturating_sub(count);
        if left == 0 {
            return Some(limit);
        }
        let packed = unpacker.total_in() as usize;
        if packed > SMALL {
            at = start + packed;
        }
    }
    None
}

/// How many unpacked bytes may be kept in memory for a file of `input` bytes.
fn most_kept(input: usize) -> u64 {
    (24 << 20) + 5 * input as u64
}

/// Whether the bytes before a stream may be the dictionary of an object stream or a cross-reference stream. Names may
/// be written with escapes, so any `#` counts. The beginning of the dictionary is not looked for, since a string in it
/// may imitate one.
fn may_hold_objects(before: &[u8]) -> bool {
    let names: [&[u8]; 2] = [b"/First", b"#"];
    let widths = memchr::memmem::find_iter(before, b"/W");
    names.iter().any(|name| memchr::memmem::find(before, name).is_some())
        || widths.into_iter().any(|at| before.get(at + 2).is_none_or(|next| !next.is_ascii_alphabetic()))
}
