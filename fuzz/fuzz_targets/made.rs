//! Fuzzes the reader of the format in `PLENARY_FORMAT` with files that are built: the bytes decide what is in them. With
//! `PLENARY_SHOW` each file is written to the path there before it is read, to look at what the fuzzer found.
#![no_main]

use plenary_fuzz::{build, format, read};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let file = build(bytes);
    if let Some(path) = std::env::var_os("PLENARY_SHOW") {
        std::fs::write(path, &file).expect("a path to write to");
    }
    read(file, format());
});
