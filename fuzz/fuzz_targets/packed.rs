//! Made-up and damaged files of the format that the file's name says.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| plenary_fuzz::read(bytes, None));
