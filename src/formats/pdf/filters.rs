//! The filters of PDF streams, in the order in which a stream names them, as one decoder whose every stage is counted
//! against a [`Budget`].
//!
//! Filters of images are not decoded, since nothing of an image is shown. Stages are readers: no stage is held whole.

mod lzw;
mod predictor;
mod steps;
mod texts;

use super::super::budget::{Budget, End};
use flate2::bufread::{DeflateDecoder, ZlibDecoder};
use hayro_syntax::object::{Array, Dict, Name, Object};
use lzw::Lzw;
use predictor::Predictor;
use std::io::{self, BufRead, BufReader, Read};
use steps::Steps;
use texts::{Base85, Hex, RunLength};

/// A stream with more filters than this is not decoded. Good files have one or two.
const MOST_FILTERS: usize = 6;
/// The most that deflate can make of a byte: 258 bytes of two bits.
const MOST_INFLATED: u64 = 1032;

/// The filters of a stream, in the order in which they are undone.
pub(super) struct Chain(Vec<Filter>);

/// Why a stream must not be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// It is an image, or its data is in another file.
    Foreign,
    /// The parameters of its filters are, and a reader that trusts them takes all memory.
    Senseless,
}

#[derive(Clone, Copy)]
enum Filter {
    Flate,
    Lzw { early: bool },
    Hex,
    Base85,
    RunLength,
    Predictor(Predictor),
}

impl Chain {
    /// The filters that a stream dictionary names, unless the stream must not be decoded.
    pub(super) fn of(dict: &Dict<'_>) -> Result<Self, Unfit> {
        if matches!(dict.get::<Object<'_>>("F"), Some(Object::String(_) | Object::Dict(_))) {
            return Err(Unfit::Foreign);
        }
        let name = |key| dict.get::<Name<'_>>(key);
        let mut chain = Self(Vec::new());
        if let Some(name) = name("F").or_else(|| name("Filter")) {
            let given = dict.get::<Dict<'_>>("DP").or_else(|| dict.get::<Dict<'_>>("DecodeParms"));
            chain.add(name.as_ref(), &given.unwrap_or_default(), 0)?;
        } else if let Some(names) = dict.get::<Array<'_>>("F").or_else(|| dict.get::<Array<'_>>("Filter")) {
            let given = dict.get::<Array<'_>>("DP").or_else(|| dict.get::<Array<'_>>("DecodeParms"));
            let mut given = given.map(|given| given.iter::<Object<'_>>());
            for (at, name) in names.iter::<Name<'_>>().enumerate() {
                let parameters = given.as_mut().and_then(Iterator::next).and_then(Object::into_dict);
                if at >= MOST_FILTERS {
                    return Err(Unfit::Senseless);
                }
                chain.add(name.as_ref(), &parameters.unwrap_or_default(), at)?;
            }
        }
        Ok(chain)
    }

    fn filter(name: &[u8], early: bool) -> Option<Filter> {
        Some(match name {
            b"FlateDecode" | b"Fl" => Filter::Flate,
            b"LZWDecode" | b"LZW" => Filter::Lzw { early },
            b"ASCIIHexDecode" | b"AHx" => Filter::Hex,
            b"ASCII85Decode" | b"A85" => Filter::Base85,
            b"RunLengthDecode" | b"RL" => Filter::RunLength,
            _ => return None,
        })
    }

    /// Adds the filter of a name. Names that no reader knows are passed over.
    fn add(&mut self, name: &[u8], parameters: &Dict<'_>, at: usize) -> Result<(), Unfit> {
        match name {
            // The first filter may say how the stream is encrypted; then it is decrypted already.
            b"Crypt" if at == 0 => return Ok(()),
            b"Crypt" | b"CCITTFaxDecode" | b"CCF" | b"JBIG2Decode" | b"DCTDecode" | b"DCT" | b"JPXDecode" => {
                return Err(Unfit::Foreign);
            }
            _ => {}
        }
        let early = parameters.get::<u8>("EarlyChange").is_none_or(|early| early != 0);
        let Some(filter) = Self::filter(name, early) else { return Ok(()) };
        self.0.push(filter);
        if matches!(filter, Filter::Flate | Filter::Lzw { .. }) {
            let predictor = Predictor::of(parameters).ok_or(Unfit::Senseless)?;
            self.0.extend(predictor.map(Filter::Predictor));
        }
        Ok(())
    }

    /// The decoder of a stream, each stage counted.
    fn decoder<'d>(&self, raw: &'d [u8], budget: &'d Budget) -> io::Result<Box<dyn BufRead + 'd>> {
        let mut source: Box<dyn BufRead + 'd> = Box::new(raw);
        for filter in &self.0 {
            let decoded: Box<dyn Read + 'd> = match *filter {
                Filter::Flate if is_zlib(source.fill_buf()?) => Box::new(ZlibDecoder::new(source)),
                Filter::Flate => Box::new(DeflateDecoder::new(source)),
                Filter::Lzw { early } => Box::new(Steps::new(Lzw::new(source, early))),
                Filter::Hex => Box::new(Steps::new(Hex(source))),
                Filter::Base85 => Box::new(Steps::new(Base85(source))),
                Filter::RunLength => Box::new(Steps::new(RunLength(source))),
                Filter::Predictor(predictor) => Box::new(predictor.undone(source)),
            };
            source = Box::new(BufReader::new(budget.counting(decoded)));
        }
        Ok(source)
    }

    /// Appends what a stream decodes to, as far as the budget goes.
    pub(super) fn decode(&self, raw: &[u8], budget: &Budget, out: &mut Vec<u8>) -> End {
        match self.0.as_slice() {
            [] => budget.read(raw, raw.len() as u64, out),
            // The usual case, without the buffers between stages.
            [Filter::Flate] if is_zlib(raw) => budget.read(ZlibDecoder::new(raw), 0, out),
            _ => {
                let decoded = self.decoder(raw, budget).and_then(|mut decoder| decoder.read_to_end(out));
                budget.end(decoded.is_ok())
            }
        }
    }

    /// How many bytes all stages of a stream decode to, without keeping any. For a damaged stream it is the most that a
    /// lenient decoder might make of it. `None` where that is more than the budget, or cannot be told.
    pub(super) fn measure(&self, raw: &[u8], budget: &Budget, mut see: impl FnMut(&[u8])) -> Option<u64> {
        let before = budget.used();
        if let [Filter::Flate] = self.0.as_slice() {
            let mut decoder = ZlibDecoder::new(raw);
            let whole = pass(budget.counting(&mut decoder), &mut see).is_ok();
            if !whole {
                // A reader that is lenient goes on behind the fault, and it may take the data for deflate without a
                // header.
                let rest = (raw.len() as u64).saturating_sub(decoder.total_in());
                let headless = budget.part(u64::MAX);
                pass(headless.counting(DeflateDecoder::new(raw)), &mut see).ok();
                if !budget.take(rest.saturating_mul(MOST_INFLATED).max(headless.used())) {
                    return None;
                }
            }
            return (budget.left() > 0).then(|| budget.used() - before);
        }
        if self.0.is_empty() {
            see(raw);
            return budget.take(raw.len() as u64).then_some(raw.len() as u64);
        }
        pass(self.decoder(raw, budget).ok()?, &mut see).ok()?;
        Some(budget.used() - before)
    }
}

/// Reads to the end and keeps nothing.
fn pass(mut source: impl Read, see: &mut impl FnMut(&[u8])) -> io::Result<()> {
    let mut buffer = [0; 16 << 10];
    loop {
        match source.read(&mut buffer)? {
            0 => return Ok(()),
            count => see(buffer.get(..count).unwrap_or_default()),
        }
    }
}

/// Whether data begins with the two bytes of zlib.
fn is_zlib(data: &[u8]) -> bool {
    matches!(data, [first, second, ..] if first & 15 == 8 && (u32::from(*first) * 256 + u32::from(*second)) % 31 == 0)
}

#[cfg(test)]
mod tests;
