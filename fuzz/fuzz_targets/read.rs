//! Fuzzes the reader of the format in `PLENARY_FORMAT`, or of any format if that is not set.
#![no_main]

use std::sync::LazyLock;

static FORMAT: LazyLock<Option<plenary::formats::Format>> =
    LazyLock::new(|| std::env::var("PLENARY_FORMAT").ok().map(|name| name.parse().expect("the name of a format")));

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| plenary_fuzz::read(bytes, *FORMAT));
