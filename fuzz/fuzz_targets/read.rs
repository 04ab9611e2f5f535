//! Made-up and damaged files of the format that `PLENARY_FORMAT` names, or of any.
#![no_main]

use std::sync::LazyLock;

static FORMAT: LazyLock<Option<plenary::formats::Format>> =
    LazyLock::new(|| std::env::var("PLENARY_FORMAT").ok().map(|name| name.parse().expect("the name of a format")));

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| plenary_fuzz::read(bytes, *FORMAT));
