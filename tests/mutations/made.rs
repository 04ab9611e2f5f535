//! Files that are built, not damaged: containers that are sound, with right places and streams that are really packed,
//! around numbers that are not. A mutation seldom gets as far, since it breaks the packing first.
//!
//! What is built depends on bytes alone. The tests take the bytes from seeds, and the fuzz target takes them from the
//! fuzzer, so that whatever the fuzzer finds can be built again in a test.

pub(crate) mod attacks;
pub(crate) mod markup;
pub(crate) mod packing;
pub(crate) mod pdf;
pub(crate) mod rich;
pub(crate) mod wild;
pub(crate) mod zip;

use wild::Wild;

/// The formats that can be built, by the names that `--format-in` takes.
pub(crate) const FORMATS: [&str; 8] = ["pdf", "zip", "docx", "odt", "epub", "html", "akn", "rtf"];

/// Builds a file of a format; `None` for one that is not in [`FORMATS`].
pub(crate) fn build(format: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let wild = &mut Wild::new(bytes);
    Some(match format {
        "pdf" => pdf::build(wild),
        "zip" => zip::build(wild),
        "docx" => zip::docx(wild),
        "odt" => zip::odt(wild),
        "epub" => zip::epub(wild),
        "html" => markup::html(wild).into_bytes(),
        "akn" => markup::akn(wild).into_bytes(),
        "rtf" => rich::build(wild),
        _ => return None,
    })
}

/// The same, from bytes that look random.
pub(crate) fn from_seed(format: &str, seed: u64) -> Option<Vec<u8>> {
    let mut state = seed;
    let count = 50 + 5 * usize::from(wild::noise(&mut state));
    let bytes: Vec<u8> = (0..count).map(|_| wild::noise(&mut state)).collect();
    build(format, &bytes)
}
