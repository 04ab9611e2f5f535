//! How often the jump box finds what is meant, and how fast: `cargo bench --bench jump`.
//!
//! Quality is measured with queries made from real resolutions in ../shared/corpus (skipped with a message if they are
//! missing), and compared with `fuzzy-matcher` alone on the same paragraphs. Arguments: `misses KIND` prints queries
//! whose answer was not first; `language xx` selects one language; `docs N` that many documents of each; `seed N`;
//! `speed` measures only speed.
#![allow(
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a bench, not the program"
)]

mod akn;
mod queries;
mod wording;

use fuzzy_matcher::FuzzyMatcher as _;
use fuzzy_matcher::skim::SkimMatcherV2;
use plenary::document::{Document, NodeId};
use plenary::internals::Index;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ru", "ar", "zh"];

#[derive(Default, Clone, Copy)]
struct Count {
    asked: u32,
    first: u32,
    five: u32,
    plain_first: u32,
    plain_five: u32,
}

struct Options {
    misses: Option<String>,
    language: Option<String>,
    docs: usize,
    seed: u64,
}

fn options() -> Options {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let after =
        |name: &str| words.iter().position(|word| word == name).and_then(|at| words.get(at + 1)).cloned();
    Options {
        misses: after("misses"),
        language: after("language"),
        docs: after("docs").and_then(|n| n.parse().ok()).unwrap_or(20),
        seed: after("seed").and_then(|n| n.parse().ok()).unwrap_or(1),
    }
}

fn main() {
    let options = options();
    if std::env::args().any(|word| word == "speed") {
        return speed(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/akn"));
    }
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/akn");
    if !corpus.exists() {
        println!("quality: skipped, {} is not there", corpus.display());
    } else {
        quality(&corpus, &options);
    }
    speed(&corpus);
}

/// Files of a language at regular intervals, so that both sessions and the Security Council are included.
fn files(corpus: &Path, language: &str, count: usize, seed: u64) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = Vec::new();
    for set in ["ga75", "ga80", "sc2024"] {
        let Ok(entries) = std::fs::read_dir(corpus.join(set).join(language)) else { continue };
        all.extend(
            entries
                .flatten()
                .map(|entry| entry.path())
                .filter(|path| path.extension().is_some_and(|e| e == "xml")),
        );
    }
    all.sort();
    let step = (all.len() / count.max(1)).max(1);
    all.into_iter().skip(seed as usize * 3 % step).step_by(step).take(count).collect()
}

fn quality(corpus: &Path, options: &Options) {
    let mut table: BTreeMap<(String, &str), Count> = BTreeMap::new();
    for language in
        LANGUAGES.into_iter().filter(|l| options.language.as_deref().is_none_or(|only| only == *l))
    {
        for (at, path) in files(corpus, language, options.docs, options.seed).into_iter().enumerate() {
            let document = akn::read(&std::fs::read_to_string(&path).unwrap_or_default());
            let index = Index::new(&document);
            let plain = Plain::new(&document);
            let mut maker = queries::Maker::new(&document, language, options.seed * 1000 + at as u64 + 7);
            for query in maker.queries() {
                let hits = index.search(&document, &query.typed, NodeId::ROOT, 20);
                let found: Vec<NodeId> = hits.hits.iter().map(|hit| hit.node).collect();
                let rank = found.iter().position(|id| query.meant.contains(id));
                let plain_rank = plain.rank(&query.typed, &query.meant);
                for key in [
                    (query.kind.to_owned(), language),
                    (query.kind.to_owned(), "all"),
                    ("ALL".into(), language),
                    ("ALL".into(), "all"),
                ] {
                    let count = table.entry(key).or_default();
                    count.asked += 1;
                    count.first += u32::from(rank == Some(0));
                    count.five += u32::from(rank.is_some_and(|rank| rank < 5));
                    count.plain_first += u32::from(plain_rank == Some(0));
                    count.plain_five += u32::from(plain_rank.is_some_and(|rank| rank < 5));
                }
                if rank != Some(0)
                    && options.misses.as_deref().is_some_and(|kind| kind == query.kind || kind == "all")
                {
                    let name = |id: &NodeId| document.anchor(*id).0;
                    let meant: Vec<String> = query.meant.iter().map(name).collect();
                    let got: Vec<String> = hits
                        .hits
                        .iter()
                        .take(3)
                        .map(|hit| format!("{}={:.3}", name(&hit.node), hit.score))
                        .collect();
                    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    println!(
                        "{language} {} {:?} meant {meant:?} at {rank:?} of {}; got {got:?} in {file}",
                        query.kind, query.typed, hits.total
                    );
                    if let Some(id) = query.meant.first() {
                        println!("    {}", document.own_text(*id));
                    }
                    if let Some(hit) = hits.hits.first() {
                        let marks: Vec<&str> = hit.marks.iter().map(|mark| document.slice(*mark)).collect();
                        println!("  > {marks:?} {}", document.own_text(hit.node));
                    }
                }
            }
        }
    }
    print_table(&table);
}

fn print_table(table: &BTreeMap<(String, &str), Count>) {
    print!("{:13}{:>6}", "hit@1/hit@5", "n");
    for language in LANGUAGES {
        print!("{language:>9}");
    }
    println!("{:>9}   fuzzy-matcher alone", "all");
    let mut kinds: Vec<&String> = table.keys().map(|(kind, _)| kind).collect();
    kinds.dedup();
    kinds.sort_by_key(|kind| (kind.as_str() == "ALL", kind.to_owned()));
    for kind in kinds {
        let all = table.get(&(kind.clone(), "all")).copied().unwrap_or_default();
        print!("{kind:13}{:6}", all.asked);
        for language in LANGUAGES.into_iter().chain(["all"]) {
            match table.get(&(kind.clone(), language)) {
                Some(count) => print!("{:>9}", percent(count.first, count.five, count.asked)),
                None => print!("{:>9}", "-"),
            }
        }
        println!("   {}", percent(all.plain_first, all.plain_five, all.asked));
    }
}

fn percent(first: u32, five: u32, asked: u32) -> String {
    let part = |count: u32| f64::from(count) * 100.0 / f64::from(asked.max(1));
    format!("{:.0}/{:.0}", part(first), part(five))
}

/// The baseline: `fuzzy-matcher` on the raw text with its label, with the whole query as one pattern.
struct Plain {
    matcher: SkimMatcherV2,
    lines: Vec<(NodeId, String)>,
}

impl Plain {
    fn new(document: &Document) -> Self {
        let line = |id| (id, format!("{} {}", document.label(id), document.own_text(id)));
        let lines = document.ids().filter(|id| document.node(*id).kind.is_clause()).map(line).collect();
        Self { matcher: SkimMatcherV2::default(), lines }
    }

    fn rank(&self, query: &str, meant: &[NodeId]) -> Option<usize> {
        let mut scored: Vec<(i64, NodeId)> = self
            .lines
            .iter()
            .filter_map(|(id, line)| Some((self.matcher.fuzzy_match(line, query)?, *id)))
            .collect();
        scored.sort_by_key(|(score, id)| (-score, *id));
        scored.iter().position(|(_, id)| meant.contains(id))
    }
}

fn percentile(times: &mut [Duration], part: f64) -> f64 {
    times.sort_unstable();
    times.get(((times.len() as f64 - 1.0) * part) as usize).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
}

/// Measures `/` on about ten megabytes.
fn find_speed(corpus: &Path) {
    use plenary::lookup::find::{Query, find_all};
    for (language, typed) in [
        ("en", "cooperation"),
        ("fr", "cooperation"),
        ("fr", "e"),
        ("ru", "прав человека"),
        ("ar", "الانسان"),
        ("zh", "人权"),
    ] {
        let mut source = String::new();
        for path in files(corpus, language, 200, 1) {
            source.push_str(&std::fs::read_to_string(path).unwrap_or_default());
        }
        let once = akn::read(&source).text().len().max(1);
        let document = akn::read(&source.repeat((10 << 20) / once + 1));
        let run = |_| {
            let started = Instant::now();
            let found = find_all(&document, &Query::literal(typed)).map_or(0, |found| found.len());
            (started.elapsed(), found)
        };
        let (time, found) = (0..3).map(run).min().unwrap_or_default();
        println!(
            "find {typed:?} in {} MB of {language}: {found} times, {:.1} ms",
            document.text().len() >> 20,
            time.as_secs_f64() * 1000.0
        );
    }
}

fn speed(corpus: &Path) {
    println!();
    if corpus.exists() {
        find_speed(corpus);
    }
    for language in LANGUAGES {
        let mut source = Vec::new();
        for path in files(corpus, language, 40, 1) {
            source.push(std::fs::read_to_string(path).unwrap_or_default());
        }
        let document = if source.is_empty() { made_up() } else { many(&source, 1000) };
        let clauses = document.nodes().iter().filter(|node| node.kind.is_clause()).count();
        let index = Index::new(&document);
        let build = |_| {
            let started = Instant::now();
            std::hint::black_box(Index::new(&document));
            started.elapsed()
        };
        let build = (0..3).map(build).min().unwrap_or_default();
        let mut chance = queries::Chance::new(5);
        let mut typed: Vec<String> = Vec::new();
        for _ in 0..12 {
            typed.push(queries::some_words(&document, &mut chance, 1).join(" "));
            typed.push(queries::some_words(&document, &mut chance, 2).join(" "));
            typed.push(queries::some_words(&document, &mut chance, 3).join(" "));
            typed.push(queries::some_words(&document, &mut chance, 2).concat());
            typed.push(
                queries::some_words(&document, &mut chance, 2)
                    .iter()
                    .map(|w| w.replacen(w.chars().nth(1).unwrap_or('x'), "", 1))
                    .collect::<Vec<_>>()
                    .join(" "),
            );
        }
        let (mut keys, mut slowest) = (Vec::new(), (Duration::ZERO, String::new()));
        for query in &typed {
            let ends = query.char_indices().map(|(at, letter)| at + letter.len_utf8());
            for end in ends {
                // The best of five, because other programs run at the same time.
                let once = |_| {
                    let started = Instant::now();
                    std::hint::black_box(index.search(&document, &query[..end], NodeId::ROOT, 50));
                    started.elapsed()
                };
                let time = (0..5).map(once).min().unwrap_or_default();
                if time > slowest.0 {
                    slowest = (time, query[..end].to_owned());
                }
                keys.push(time);
            }
        }
        println!(
            "{language}: {clauses} paragraphs, {} KB, index {:.1} ms; {} keys: p50 {:.2} p95 {:.2} max {:.2} ms ({:?})",
            document.text().len() / 1024,
            build.as_secs_f64() * 1000.0,
            keys.len(),
            percentile(&mut keys, 0.5),
            percentile(&mut keys, 0.95),
            percentile(&mut keys, 1.0),
            slowest.1,
        );
    }
}

/// One document joined from many, until it has enough paragraphs.
fn many(sources: &[String], paragraphs: usize) -> Document {
    let mut all = String::new();
    for source in sources.iter().cycle().take(400) {
        all.push_str(source);
        if all.matches("<paragraph").count() + all.matches("<container").count() >= paragraphs {
            break;
        }
    }
    akn::read(&all)
}

fn made_up() -> Document {
    let mut xml = String::new();
    let words =
        ["cooperation", "human", "rights", "report", "session", "requests", "Secretary-General", "dialogue"];
    for at in 0..1000 {
        let sentence: Vec<&str> = (0..60).map(|word| words[(at * 7 + word * word) % words.len()]).collect();
        xml.push_str(&format!("<paragraph><num>{at}.</num><p>{}</p></paragraph>", sentence.join(" ")));
    }
    akn::read(&xml)
}
