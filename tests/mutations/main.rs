//! Damaged and made-up files of every format: each gives a document with diagnostics or an error of one sentence, never
//! a panic, a hang, or excessive use of memory.
//!
//! A separate binary, because it measures the memory of the whole process, which stands for the work as well. Each format has five files with 200
//! mutations each and 200 files that are built around wild numbers, from fixed seeds; `PLENARY_MUTATIONS=5000` makes
//! more. Faults found here are kept as fixed cases: attacks in `made/attacks.rs`, others in the tests of that format.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::format_collect,
    clippy::format_push_string,
    clippy::too_many_lines,
    reason = "helpers of tests are not tests to clippy"
)]

mod cost;
mod long;
mod made;
mod mutate;
mod originals;

use cost::{Cost, Meter};
use mutate::mutate;
use plenary::document::{Part, json};
use plenary::formats::{self, Format, How};
use plenary::grammar;
use plenary::internals::lost;
use std::io;
use std::sync::mpsc::channel;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// Timeout that only keeps a hang from hanging the tests: no file here takes a tenth of it.
const LONGEST: Duration = Duration::from_mins(2);

fn count() -> u64 {
    std::env::var("PLENARY_MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(200)
}

/// Reads a file: the number of nodes and of diagnostics, or the error.
fn read(bytes: Vec<u8>, how: &How) -> Result<(usize, usize), String> {
    let content = formats::read(bytes, how).map_err(|error| error.to_string())?;
    let document = grammar::parse_content(&content, grammar::Options::default());
    // A panic on this thread is reported with the file and the seed.
    let lost = lost(&content, &document);
    assert!(lost.is_empty(), "words are lost: {lost:?}");
    json::write(&document, &Part::whole(&document), &mut grammar::requests(&document), &mut io::sink())
        .map_err(|error| error.to_string())?;
    Ok((document.len(), document.diagnostics().len()))
}

/// Reads a file on a thread of its own, so that a hang is reported.
fn try_to_read(name: &str, bytes: Vec<u8>, format: Option<Format>) -> Result<(usize, usize), String> {
    try_at_cost(name, bytes, format).0
}

/// The same, and what it cost.
fn try_at_cost(name: &str, bytes: Vec<u8>, format: Option<Format>) -> (Result<(usize, usize), String>, Cost) {
    let (to, from) = channel();
    let size = bytes.len();
    let meter = Meter::start();
    let reader = thread::spawn(move || {
        let got = read(bytes, &How { format, ..How::default() });
        to.send(got).is_ok()
    });
    let got = from.recv_timeout(LONGEST);
    let cost = meter.cost();
    let Ok(got) = got else {
        assert!(!reader.is_finished(), "{name}: it panicked: {:?}", reader.join().is_err());
        panic!("{name}: it takes more than {LONGEST:?}");
    };
    drop(reader.join());
    let excess = cost.excess(size);
    assert!(excess.is_none(), "{name}: {excess:?}");
    if let Err(sentence) = &got {
        let tame = !sentence.is_empty() && sentence.len() < 400 && !sentence.contains(char::is_control);
        assert!(tame, "{name}: {sentence:?}");
    }
    (got, cost)
}

/// Reads five files of a format, each damaged in many ways.
fn survive(format: Format) {
    let originals = originals::of(format);
    let format = format.name();
    assert!(originals.len() >= 5, "{format}: {} originals", originals.len());
    let (mut read, mut refused, mut remarked) = (0, 0, 0);
    for original in &originals {
        let whole = try_to_read(&original.name, original.bytes.clone(), original.format);
        assert!(whole.is_ok(), "{}: {whole:?}", original.name);
        for seed in 0..count() {
            let name = format!("{format} {} seed {seed}", original.name);
            match try_to_read(&name, mutate(original, seed), original.format) {
                Ok((_, diagnostics)) => {
                    read += 1;
                    remarked += usize::from(diagnostics > 0);
                }
                Err(_) => refused += 1,
            }
        }
    }
    println!("{format}: {read} read ({remarked} with diagnostics), {refused} refused with a sentence");
}

/// Held by each test, since memory is counted for the whole process.
static ALONE: Mutex<()> = Mutex::new(());

fn alone() -> MutexGuard<'static, ()> {
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

#[test]
fn damaged_files_of_every_format_are_read_or_refused() {
    let _alone = alone();
    Format::all().for_each(survive);
}

#[test]
fn files_built_around_wild_numbers_are_read_or_refused() {
    let _alone = alone();
    for name in made::FORMATS {
        let format = name.parse().unwrap();
        let (mut read, mut refused) = (0, 0);
        for seed in 0..count() {
            let bytes = made::from_seed(name, seed).unwrap();
            match try_to_read(&format!("{name} built from seed {seed}"), bytes, Some(format)) {
                Ok(_) => read += 1,
                Err(_) => refused += 1,
            }
        }
        println!("{name}: {read} built files read, {refused} refused with a sentence");
        assert!(
            2 * read > refused,
            "{name}: {refused} files are refused, so that what they hold is hardly read"
        );
    }
}

#[test]
fn files_that_attack_take_no_more_memory_than_others() {
    let _alone = alone();
    for attack in made::attacks::all() {
        let bytes = (attack.build)();
        let size = bytes.len();
        assert!(size <= made::attacks::LONGEST, "{}: its {size} bytes are no small file", attack.name);
        let got = try_to_read(attack.name, bytes, Some(attack.format.parse().unwrap()));
        println!("{} of {size} bytes: {got:?}", attack.name);
        let sentence = match attack.name {
            "parts_that_overlap" => "are in the same bytes",
            "bomb_in_content_behind_rc4"
            | "bomb_in_content_behind_aes_128"
            | "bomb_in_content_behind_aes_256" => "to decode",
            _ => continue,
        };
        let said = got.unwrap_err();
        assert!(said.contains(sentence), "{}: {said}", attack.name);
    }
}

#[test]
fn a_file_four_times_as_long_takes_four_times_the_work() {
    const PARAGRAPHS: usize = 1_000;
    let _alone = alone();
    for format in long::FORMATS {
        let [short, long] = [PARAGRAPHS, 4 * PARAGRAPHS].map(|paragraphs| {
            let bytes = long::of(format, paragraphs);
            let (got, cost) = try_at_cost(format, bytes, format.parse().ok());
            let (nodes, _) = got.unwrap_or_else(|said| panic!("{format}: {said}"));
            assert!(nodes > paragraphs / 5, "{format}: {nodes} nodes of {paragraphs} paragraphs");
            cost.asked
        });
        println!("{format}: {short} bytes asked for, and {long}");
        assert!(long < 5 * short, "{format}: {long} bytes are asked for, against {short}");
    }
}
