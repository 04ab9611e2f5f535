//! Limits: how much work a file may cause, and how much a stream may unpack to.

use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::{Dict, Stream};
use std::io::Read;

/// What the content of one page may unpack to.
const PAGE_BYTES: u64 = 16 << 20;
/// Streams packed other than with deflate may be this long.
const OTHER_BYTES: usize = 256 << 10;

/// The work that is left.
#[derive(Debug)]
pub(super) struct Budget {
    work: u64,
    bytes: u64,
}

impl Budget {
    pub(super) fn new(input: usize) -> Self {
        let input = input as u64;
        Self { work: 8_000_000 + 8 * input, bytes: (64 << 20) + 24 * input }
    }

    /// Takes from what is left; false where nothing is.
    pub(super) fn spend(&mut self, work: u64) -> bool {
        let left = self.work.checked_sub(work);
        self.work = left.unwrap_or(0);
        left.is_some()
    }

    pub(super) fn is_spent(&self) -> bool {
        self.work == 0 || self.bytes == 0
    }

    /// Appends what a stream unpacks to, as far as the limits allow; false where some of it is damaged.
    pub(super) fn decode(&mut self, stream: &Stream<'_>, out: &mut Vec<u8>) -> bool {
        let whole;
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
        self.bytes = self.bytes.saturating_sub((out.len() - before) as u64 + 64);
        whole
    }
}

/// Streams shorter than this are too short to matter.
const SMALL: usize = 512;

/// Whether what is packed in a file is too much for it: fonts and tables are unpacked whole, and stay.
///
/// Looks at the bytes alone, so that nothing of the file has been believed yet. Images are not unpacked by anybody.
pub(super) fn is_bomb(bytes: &[u8]) -> Option<u64> {
    let limit = most_unpacked(bytes.len());
    let mut left = limit;
    let mut at = 0;
    let finder = memchr::memmem::Finder::new(b"stream");
    while let Some(found) = bytes.get(at..).and_then(|rest| finder.find(rest)) {
        let keyword = at + found;
        at = keyword + 6;
        if bytes.get(..keyword).is_some_and(|before| before.ends_with(b"end")) {
            continue;
        }
        let start = at
            + bytes.get(at..).map_or(0, |rest| rest.iter().take(2).take_while(|&&byte| byte < b' ').count());
        let rest = bytes.get(start..).unwrap_or_default();
        let deflated = matches!(rest, [first, second, ..] if first & 15 == 8 && (u32::from(*first) * 256 + u32::from(*second)) % 31 == 0);
        if !deflated || is_image(bytes.get(..keyword).unwrap_or_default()) {
            continue;
        }
        // The length that the file claims is not asked: the data says itself where it ends.
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

/// What the streams of a file may unpack to, together.
fn most_unpacked(input: usize) -> u64 {
    (24 << 20) + 5 * input as u64
}

/// Whether the dictionary that ends here is an image's.
fn is_image(before: &[u8]) -> bool {
    let near = before.get(before.len().saturating_sub(700)..).unwrap_or_default();
    let from = memchr::memmem::rfind(near, b"obj").unwrap_or(0);
    near.get(from..).is_some_and(|dict| memchr::memmem::find(dict, b"/Image").is_some())
}
