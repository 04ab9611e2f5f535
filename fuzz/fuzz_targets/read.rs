//! Fuzzes the reader of the format in `PLENARY_FORMAT`, or of any format if that is not set. The attacks and built files
//! of that format are written to the folder in `PLENARY_SEEDS` first.
#![no_main]

use plenary_fuzz::{format, read, write_seeds};

libfuzzer_sys::fuzz_target!(
    init: write_seeds(),
    |bytes: &[u8]| read(bytes.to_vec(), format())
);
