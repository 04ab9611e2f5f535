//! How many documents are found by their symbols, as they are printed and as people type them.

use super::Failure;
use plenary::internals::Trial;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

/// How many symbols that are not found are told.
const TOLD: usize = 40;

pub(super) fn measure(trial: &Trial) -> Result<(), Failure> {
    let mut all: BTreeSet<String> = BTreeSet::new();
    trial.each(&mut |symbol, _, _| {
        if !symbol.is_empty() {
            all.insert(symbol.to_owned());
        }
    })?;
    // Of each way to type a symbol: an example, how many were typed so, and how many of them opened the document.
    let mut ways: BTreeMap<&str, (String, usize, usize)> = BTreeMap::new();
    let (mut missed, mut slowest) = (Vec::new(), 0.0f64);
    for symbol in &all {
        for (way, typed) in typed(symbol) {
            let begun = Instant::now();
            let found = trial.named(&typed);
            slowest = slowest.max(super::milliseconds(begun.elapsed()));
            let (example, count, opened) = ways.entry(way).or_default();
            *count += 1;
            if found.as_ref() == Some(symbol) {
                *opened += 1;
                if example.is_empty() {
                    example.clone_from(&typed);
                }
            } else {
                let instead = found.as_deref().unwrap_or("nothing");
                missed.push(format!("{typed} for {symbol} opens {instead}"));
            }
        }
    }
    println!("opened by symbol: {} symbols, the slowest in {slowest:.1} ms", all.len());
    for (way, (example, count, opened)) in &ways {
        println!("  {way:34}{opened:8} of {count:6}   {example}");
    }
    for missed in missed.iter().take(TOLD) {
        println!("    {missed}");
    }
    println!();
    Ok(())
}

/// What people type for a symbol, and how that is called.
fn typed(symbol: &str) -> Vec<(&'static str, String)> {
    let close: String = symbol.chars().filter(|letter| !letter.is_whitespace()).collect();
    let mut out = vec![
        ("as printed", symbol.to_owned()),
        ("in lower case", symbol.to_lowercase()),
        ("without blanks, in lower case", close.to_lowercase()),
        ("as in the name of a file", symbol.replace(['/', ' '], "_")),
    ];
    let mut more = |way: &'static str, typed: String| out.push((way, typed));
    if let Some(number) = symbol.strip_prefix("A/RES/") {
        more("the number", number.to_owned());
        more("the number, without blanks", number.replace(' ', ""));
        more("\"resolution\" and the number", format!("resolution {number}"));
        more("RES and the number", format!("res/{number}"));
        more("blanks for slashes", symbol.to_lowercase().replace('/', " "));
    } else if let Some(number) = symbol.strip_prefix("S/RES/") {
        let alone = number.split(' ').next().unwrap_or(number);
        more("the number with the year", number.to_owned());
        more("the number with the year, close", number.replace(' ', ""));
        more("the number", alone.to_owned());
        more("without the year", format!("S/RES/{alone}"));
        more("SC and the number", format!("sc {alone}"));
        more("UNSCR and the number", format!("UNSCR {alone}"));
        more("\"resolution\" and the number", format!("resolution {alone}"));
    } else if let Some(number) = symbol.strip_prefix("E/RES/") {
        more("the number", number.to_owned());
        more("ECOSOC and the number", format!("ecosoc {number}"));
    } else if let Some(number) = symbol.strip_prefix("S/PRST/") {
        more("PRST and the number", format!("prst/{number}"));
    } else if let Some(number) = symbol.strip_prefix("A/HRC/RES/") {
        more("HRC and the number", format!("hrc {number}"));
    }
    out
}
