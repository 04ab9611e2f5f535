//! The library beside `SQLite`'s full-text search, in one run: building, opening, a key with its excerpts, one file that
//! changed, and how building and a key grow with the number of documents. `cargo bench --bench library`.
//!
//! `PLENARY_CORPUS=FOLDER` takes the documents of a folder, in their formats, and says how many of them are found by their
//! symbols; without it they are made from the samples. `PLENARY_BENCH_SIZES=1000,3000` says how many are taken in each round,
//! and `PLENARY_BENCH_MILLION=1` adds a round with as many as have a million paragraphs. A corpus that has fewer is repeated.

#![allow(clippy::print_stdout, reason = "the table is what it is run for")]
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "figures of a table need no precision"
)]

mod documents;
mod sqlite;
mod symbols;

use documents::{Changed, Corpus};
use plenary::internals::Trial;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

type Failure = Box<dyn std::error::Error>;

/// Hits of a list.
const HITS: usize = 20;
/// Keys that are timed, and queries that come first.
const KEYS: usize = 300;
const WARM: usize = 20;
const MILLION: f64 = 1e6;
/// How many documents are taken where nothing else is said, of a folder and of the samples.
const SIZES: [&str; 2] = ["1000,3000,10000", "100,300,1000"];

fn main() -> Result<(), Failure> {
    let home = tempfile::tempdir()?;
    let cores = std::thread::available_parallelism().map_or(1, Into::into);
    println!(
        "{cores} cores; ratios are those to plenary: above 1, SQLite takes more. It is given what plenary has read.\n"
    );
    let folder = std::env::var_os("PLENARY_CORPUS").map(PathBuf::from);
    let corpus = Corpus::open(folder.as_deref())?;
    let sizes = std::env::var("PLENARY_BENCH_SIZES");
    let sizes = sizes.unwrap_or_else(|_| SIZES[usize::from(folder.is_none())].to_owned());
    let sizes: Vec<usize> = sizes.split(',').map(str::parse).collect::<Result<_, _>>()?;
    let mut rounds = Vec::new();
    for size in sizes {
        rounds.push(round(&corpus, size.min(corpus.len()), folder.is_some(), home.path())?);
    }
    let largest = rounds.last().and_then(|round| round.first());
    let paragraphs = largest.map_or(1.0, |ours| ours.paragraphs as f64 / ours.documents as f64);
    if std::env::var_os("PLENARY_BENCH_MILLION").is_some() {
        let size = (MILLION / paragraphs).ceil() as usize;
        rounds.push(round(&corpus, size, false, home.path())?);
    }
    grown(&rounds);
    Ok(())
}

/// How building and a key grow.
fn grown(rounds: &[Vec<Figures>]) {
    println!("how they grow");
    println!(
        "  {:>9} {:>11}  {:18}{:>9}{:>9}{:>12}{:>12}{:>12}",
        "documents", "paragraphs", "", "build s", "CPU s", "s a 1,000", "key p50 ms", "key p95 ms"
    );
    for round in rounds {
        let Some(ours) = round.first() else { continue };
        for Figures { name, build, cpu, keys, .. } in round {
            let thousand = build / ours.documents as f64 * 1000.0;
            println!(
                "  {:>9} {:>11}  {name:18}{build:9.1}{cpu:9.1}{thousand:12.2}{:12.2}{:12.2}",
                ours.documents, ours.paragraphs, keys.0, keys.1
            );
        }
    }
}

/// A row of the table: what was measured, and the figures of each engine.
fn row(what: &str, unit: &str, all: &[f64]) {
    let first = all.first().copied().unwrap_or_default();
    let mut line = format!("  {what:36}");
    for (at, figure) in all.iter().enumerate() {
        let _ = write!(line, "{figure:10.1} {unit:3}");
        if at > 0 {
            let _ = write!(line, "({:5.1})", figure / first);
        }
    }
    println!("{line}");
}

/// Measures all engines with so many documents.
fn round(corpus: &Corpus, size: usize, by_symbol: bool, home: &Path) -> Result<Vec<Figures>, Failure> {
    let texts = home.join("texts");
    let changed = corpus.lay(size, &texts)?;
    let library = home.join("library");
    let mut ours = Figures { name: "plenary", ..Figures::default() };
    let add = texts
        .to_str()
        .ok_or("the folder for files that are needed for a while has a name that is no text")?;
    let spent = cpu();
    ours.build = run(&library, &["add", add])?;
    ours.cpu = cpu() - spent;
    ours.size = megabytes(&library)?;
    let trial = Trial::open(&library)?;
    let queries = ours.ask(&library, &trial)?;
    let mut engines = vec![ours];
    for tokens in sqlite::TOKENS {
        engines.push(sqlite::measure(tokens, &trial, &queries, home)?);
    }
    if let Some(ours) = engines.first_mut() {
        ours.changed = visible(&library, &changed)?;
        let text = megabytes(&texts)?;
        println!(
            "{} documents, {text:.1} MB, of them {} paragraphs with {:.1} MB of words",
            ours.documents, ours.paragraphs, ours.words
        );
        let each = |of: fn(&Figures) -> f64| engines.iter().map(of).collect::<Vec<f64>>();
        println!("  {:36}{:>14}{:>21}{:>21}", "", engines[0].name, engines[1].name, engines[2].name);
        row("build", "s", &each(|figures| figures.build));
        row("build, on all cores together", "s", &each(|figures| figures.cpu));
        row("size", "MB", &each(|figures| figures.size));
        let size = |whole: f64| engines.iter().map(|figures| figures.size / whole).collect::<Vec<f64>>();
        row("size for a byte of the files", "", &size(text));
        row("size for a byte of words", "", &size(engines[0].words));
        row("open, warm", "ms", &each(|figures| figures.warm));
        row("open and first query, cold", "ms", &each(|figures| figures.cold));
        row("a key with excerpts, median", "ms", &each(|figures| figures.keys.0));
        row("a key with excerpts, one in twenty", "ms", &each(|figures| figures.keys.1));
        row("one file changed until visible", "ms", &each(|figures| figures.changed));
        println!();
    }
    if by_symbol {
        symbols::measure(&trial)?;
    }
    drop(trial);
    fs::remove_dir_all(&texts)?;
    fs::remove_dir_all(&library)?;
    Ok(engines)
}

#[derive(Default)]
struct Figures {
    name: &'static str,
    documents: usize,
    paragraphs: usize,
    /// In megabytes.
    words: f64,
    size: f64,
    /// In seconds.
    build: f64,
    cpu: f64,
    /// In milliseconds.
    warm: f64,
    cold: f64,
    keys: (f64, f64),
    changed: f64,
}

impl Figures {
    /// Opens the library and asks it, and gives the queries.
    fn ask(&mut self, library: &Path, trial: &Trial) -> Result<Vec<String>, Failure> {
        self.documents = trial.documents();
        trial.each(&mut |_, _, text| {
            self.paragraphs += 1;
            self.words += text.len() as f64 / 1e6;
        })?;
        let queries = queries(trial, self.paragraphs)?;
        let first = queries.first().map_or("", String::as_str);
        forget(library)?;
        let begun = Instant::now();
        Trial::open(library)?.key(first, HITS);
        self.cold = milliseconds(begun.elapsed());
        let begun = Instant::now();
        let trial = Trial::open(library)?;
        self.warm = milliseconds(begun.elapsed());
        self.keys = keys(&queries, |query| trial.key(query, HITS).len());
        Ok(queries)
    }
}

/// Runs a command of the library, and says how long it took, in seconds.
fn run(library: &Path, what: &[&str]) -> Result<f64, Failure> {
    let begun = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    let done = command.arg("library").arg("--library").arg(library).args(what).output()?;
    if !done.status.success() {
        return Err(String::from_utf8_lossy(&done.stderr).into_owned().into());
    }
    Ok(begun.elapsed().as_secs_f64())
}

/// How long it takes until what was changed is found.
fn visible(library: &Path, changed: &Changed) -> Result<f64, Failure> {
    changed.change()?;
    let begun = Instant::now();
    run(library, &["update"])?;
    let found = Trial::open(library)?.key("quaggas ", HITS).len();
    let time = milliseconds(begun.elapsed());
    if found == 0 { Err("what was written is not found".into()) } else { Ok(time) }
}

/// The median, and what one in twenty takes longer than, in milliseconds.
fn keys(queries: &[String], mut ask: impl FnMut(&str) -> usize) -> (f64, f64) {
    for query in queries.iter().take(WARM) {
        ask(query);
    }
    let mut all: Vec<f64> = Vec::new();
    for query in queries {
        let begun = Instant::now();
        std::hint::black_box(ask(query));
        all.push(milliseconds(begun.elapsed()));
    }
    all.sort_by(f64::total_cmp);
    let at = |part: usize| all.get(all.len() * part / 100).copied().unwrap_or_default();
    (at(50), at(95))
}

/// Two or three words that stand beside each other in some paragraph, the last without its end.
fn queries(trial: &Trial, paragraphs: usize) -> Result<Vec<String>, Failure> {
    let (mut all, mut at) = (Vec::new(), 0);
    trial.each(&mut |_, _, text| {
        at += 1;
        if at % (paragraphs / KEYS).max(1) != 0 || all.len() == KEYS {
            return;
        }
        let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
        let long: Vec<&str> = words.into_iter().filter(|word| word.len() > 3).collect();
        let count = 2 + at % 2;
        if let Some(words) = long.get(long.len() / 2..).and_then(|rest| rest.get(..count)) {
            let mut query = words.join(" ");
            query.pop();
            all.push(query);
        }
    })?;
    if all.is_empty() { Err("no paragraph has words to ask for".into()) } else { Ok(all) }
}

/// What this process has computed, and those that it has started and that have ended, in seconds; 0 where the system does
/// not say.
fn cpu() -> f64 {
    #[cfg(target_os = "linux")]
    {
        let told = fs::read_to_string("/proc/self/stat").unwrap_or_default();
        // Behind the name, which may have blanks: the times in the program and in the system, and those of children.
        let after = told.rsplit_once(')').map_or("", |(_, after)| after);
        let ticks = after.split_whitespace().skip(11).take(4).filter_map(|part| part.parse::<u64>().ok());
        ticks.sum::<u64>() as f64 / rustix::param::clock_ticks_per_second() as f64
    }
    #[cfg(not(target_os = "linux"))]
    0.0
}

/// Has the files read from the disk again, where the system does that.
fn forget(path: &Path) -> Result<(), Failure> {
    for file in files(path)? {
        let file = fs::File::open(file)?;
        // On a system that only reads what is opened for reading, this fails, and nothing is lost by that.
        drop(file.sync_all());
        #[cfg(target_os = "linux")]
        rustix::fs::fadvise(&file, 0, None, rustix::fs::Advice::DontNeed)?;
    }
    Ok(())
}

fn megabytes(path: &Path) -> Result<f64, Failure> {
    let mut total = 0;
    for file in files(path)? {
        total += fs::metadata(file)?.len();
    }
    Ok(total as f64 / 1e6)
}

fn files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut out = Vec::new();
    for entry in fs::read_dir(path)? {
        out.extend(files(&entry?.path())?);
    }
    Ok(out)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
