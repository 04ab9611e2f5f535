//! The common part of all fuzz targets: reads bytes into a document, checks its invariants, and counts what it cost.

/// What the tests build files with.
#[path = "../../tests/mutations"]
mod mutations {
    pub(crate) mod cost;
    pub(crate) mod made;
}

use mutations::cost::Meter;
use mutations::made;
use plenary::document::{Part, json};
use plenary::formats::{self, Format, How};
use plenary::grammar;
use plenary::internals::lost;
use std::path::Path;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// The format in `PLENARY_FORMAT`.
///
/// # Panics
/// If that is not the name of a format.
pub fn format() -> Option<Format> {
    static FORMAT: LazyLock<Option<Format>> = LazyLock::new(|| {
        std::env::var("PLENARY_FORMAT").ok().map(|name| name.parse().expect("the name of a format"))
    });
    *FORMAT
}

/// Builds a file of the format in `PLENARY_FORMAT` from the bytes of the fuzzer.
///
/// # Panics
/// If files of that format cannot be built.
pub fn build(bytes: &[u8]) -> Vec<u8> {
    let built = format().and_then(|format| made::build(format.name(), bytes));
    built.unwrap_or_else(|| panic!("PLENARY_FORMAT is one of {}", made::FORMATS.join(", ")))
}

/// The most time of the processor that one input may take.
const LONGEST: Duration = Duration::from_secs(10);

/// Reads bytes as a format, or detects it.
///
/// # Panics
/// If an invariant does not hold, or if it took more memory, work or time of the processor than a file of that size may.
pub fn read(bytes: Vec<u8>, format: Option<Format>) {
    let size = bytes.len();
    let meter = Meter::start();
    let begun = used();
    check(bytes, format);
    let (cost, used) = (meter.cost(), used().saturating_sub(begun));
    let excess = cost.excess(size);
    assert!(excess.is_none(), "reading {size} bytes costs too much: {excess:?}");
    assert!(used <= LONGEST, "reading {size} bytes takes {used:?}");
    note(size, cost.peak, used);
}

/// The time of the processor that this thread has taken, which does not depend on what else the machine does.
fn used() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).unwrap_or_default()
}

/// Says what took more than any input before, so that a log ends with the slowest and the largest.
fn note(size: usize, peak: usize, used: Duration) {
    static SLOWEST: AtomicU64 = AtomicU64::new(100);
    static LARGEST: AtomicU64 = AtomicU64::new(1 << 20);
    let millis = used.as_millis() as u64;
    if SLOWEST.fetch_max(millis, Ordering::Relaxed) < millis {
        eprintln!("slowest: {millis} ms for {size} bytes");
    }
    let peak = peak as u64;
    if LARGEST.fetch_max(peak, Ordering::Relaxed) < peak {
        eprintln!("largest: {} KB for {size} bytes", peak >> 10);
    }
}

fn check(bytes: Vec<u8>, format: Option<Format>) {
    let how = How { format, ..How::default() };
    match formats::read(bytes, &how) {
        Ok(content) => {
            let document = grammar::parse_content(&content, grammar::Options::default());
            assert!(document.nodes().iter().all(|node| {
                let inside = |span: plenary::document::Span| document.text().get(span.range()).is_some();
                inside(node.label) && inside(node.body)
            }));
            let lost = lost(&content, &document);
            assert!(lost.is_empty(), "words are lost: {lost:?}");
            json::write(&document, &Part::whole(&document), &mut std::io::sink()).expect("a sink takes all");
        }
        Err(error) => {
            let sentence = error.to_string();
            assert!(!sentence.is_empty() && !sentence.contains(char::is_control), "{sentence:?}");
        }
    }
}

/// Writes the attacks on a format, and some files that are built for it, to the folder in `PLENARY_SEEDS`.
///
/// # Panics
/// If that is not a folder that can be written to.
pub fn write_seeds() {
    let Some(folder) = std::env::var_os("PLENARY_SEEDS") else { return };
    let write = |name: String, bytes: Vec<u8>| {
        std::fs::write(Path::new(&folder).join(name), bytes).expect("a folder to write to");
    };
    let wanted = |name: &str| format().is_none_or(|format| format.name() == name);
    for attack in made::attacks::all().filter(|attack| wanted(attack.format)) {
        write(attack.name.to_owned(), (attack.build)());
    }
    for name in made::FORMATS.into_iter().filter(|name| wanted(name)) {
        for seed in 0..40_u64 {
            let built = made::from_seed(name, seed).expect("a format that is built");
            // The fuzzer would cut it.
            if built.len() <= made::attacks::LONGEST {
                write(format!("built-{name}-{seed}"), built);
            }
        }
    }
}
