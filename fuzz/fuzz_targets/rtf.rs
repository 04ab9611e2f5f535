//! Made-up and damaged files of the format that the file's name says.
#![no_main]

use plenary::formats::Format;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| plenary_fuzz::read(bytes, Some(Format::Rtf)));
