//! Limits: how much work a file may cause, and how much a stream may unpack to.

use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::{Dict, Stream};
use std::io::Read;

/// What the content of one page may unpack to.
const PAGE_BYTES: u64 = 24 << 20;
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
        match self.work.checked_sub(work) {
            Some(left) => {
                self.work = left;
                true
            }
            None => {
                self.work = 0;
                false
            }
        }
    }

    pub(super) fn is_spent(&self) -> bool {
        self.work == 0 || self.bytes == 0
    }

    /// Appends what a stream unpacks to, as far as the limits allow; what is damaged ends where it is.
    pub(super) fn decode(&mut self, stream: &Stream<'_>, out: &mut Vec<u8>) {
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
            let _ = ZlibDecoder::new(raw.as_ref()).take(limit).read_to_end(out);
        } else {
            let packed = filters
                .iter()
                .filter(|filter| matches!(filter, Filter::FlateDecode | Filter::LzwDecode))
                .count();
            let longest = if packed > 1 { OTHER_BYTES / 64 } else { OTHER_BYTES };
            if (packed == 0 || raw.len() <= longest)
                && let Ok(decoded) = stream.decoded_data()
            {
                out.extend_from_slice(decoded.get(..decoded.len().min(limit as usize)).unwrap_or_default());
            }
        }
        self.bytes = self.bytes.saturating_sub((out.len() - before) as u64 + 64);
    }
}
