//! Compares `grammar::references` with the links in the United Nations' own XML (recall and precision of symbols), and
//! measures its speed.
//!
//! `cargo bench --bench references [-- LANGUAGE [misses|wrong|extra|places]]`. Skipped if ../shared is missing. The
//! letter and part of a link are not compared, because the links often omit them ("217 A (III)" leads to
//! A/RES/217(III)).

#![allow(clippy::print_stdout, clippy::cast_precision_loss, reason = "it is a program that prints a table")]

use plenary::document::{Language, Organ, Reference, Target};
use plenary::internals::{Context, find};
use std::ops::Range;
use std::path::Path;
use std::time::Instant;

/// A paragraph of a file: its words, and the links in them.
struct Paragraph {
    text: String,
    links: Vec<(Range<usize>, String)>,
}

#[derive(Default)]
struct Score {
    links: usize,
    right: usize,
    wrong: usize,
    unlinked: usize,
    bytes: usize,
    seconds: f64,
}

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/akn");
    if !root.exists() {
        println!("skipped: {} is absent", root.display());
        return;
    }
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let wanted = words.first().map(String::as_str);
    let show = words.get(1).map(String::as_str).unwrap_or_default();
    println!("lang   links  found  recall   wrong  precision  not linked by the UN   MB/s");
    for language in Language::ALL {
        if wanted.is_some_and(|wanted| wanted != language.code()) {
            continue;
        }
        let mut score = Score::default();
        for (set, organ) in [
            ("ga75", Organ::GeneralAssembly),
            ("ga80", Organ::GeneralAssembly),
            ("sc2024", Organ::SecurityCouncil),
        ] {
            let context = Context { language, organ: Some(organ) };
            measure(&root.join(set).join(language.code()), context, show, &mut score);
        }
        let ratio = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        println!(
            "{}   {:7}{:7}{:8.4}{:8}{:11.4}{:12}{:20.0}",
            language.code(),
            score.links,
            score.right,
            ratio(score.right, score.links),
            score.wrong,
            ratio(score.right, score.right + score.wrong),
            score.unlinked,
            score.bytes as f64 / 1e6 / score.seconds,
        );
    }
}

fn measure(folder: &Path, context: Context, show: &str, score: &mut Score) {
    let Ok(files) = std::fs::read_dir(folder) else { return };
    let mut paths: Vec<_> = files.filter_map(|file| Some(file.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        let Ok(source) = std::fs::read_to_string(&path) else { continue };
        let paragraphs = paragraphs(&source);
        let (mut found, mut ends, mut best) = (Vec::new(), Vec::new(), f64::MAX);
        // The best of several rounds, because other programs run at the same time.
        for _ in 0..10 {
            found.clear();
            ends.clear();
            let started = Instant::now();
            for paragraph in &paragraphs {
                find(&paragraph.text, 0, context, &mut found);
                ends.push(found.len());
            }
            best = best.min(started.elapsed().as_secs_f64());
        }
        score.seconds += best;
        score.bytes += paragraphs.iter().map(|paragraph| paragraph.text.len()).sum::<usize>();
        let mut from = 0;
        for (paragraph, end) in paragraphs.iter().zip(ends) {
            compare(paragraph, found.get(from..end).unwrap_or_default(), show, score);
            from = end;
        }
    }
}

fn compare(paragraph: &Paragraph, found: &[Reference], show: &str, score: &mut Score) {
    let symbols: Vec<(Range<usize>, &str)> = found
        .iter()
        .filter_map(|reference| match &reference.target {
            Target::Resolution { symbol, paragraph: None }
            | Target::Decision { symbol }
            | Target::Document { symbol, paragraph: None } => Some((reference.span.range(), symbol.as_str())),
            _ => None,
        })
        .collect();
    let say = |kind: &str, range: &Range<usize>, what: &str| {
        if kind == show {
            let lo = (0..=range.start.saturating_sub(110))
                .rev()
                .find(|&at| paragraph.text.is_char_boundary(at))
                .unwrap_or(0);
            let hi = (range.end + 60..=paragraph.text.len().max(range.end + 60))
                .find(|&at| at >= paragraph.text.len() || paragraph.text.is_char_boundary(at));
            let hi = hi.unwrap_or(usize::MAX).min(paragraph.text.len());
            println!("{kind}: {what}: {}", paragraph.text.get(lo..hi).unwrap_or_default());
        }
    };
    for reference in found {
        match &reference.target {
            Target::Resolution { paragraph: None, .. }
            | Target::Document { paragraph: None, .. }
            | Target::Decision { .. } => {}
            target => say("places", &reference.span.range(), &format!("{target:?}")),
        }
    }
    for (range, link) in &paragraph.links {
        score.links += 1;
        let here: Vec<_> =
            symbols.iter().filter(|(found, _)| found.start < range.end && range.start < found.end).collect();
        if here.iter().any(|(_, symbol)| key(symbol) == key(link)) {
            score.right += 1;
        } else if here.is_empty() {
            say("misses", range, link);
        } else {
            score.wrong += 1;
            let got: Vec<_> = here.iter().map(|(_, symbol)| *symbol).collect();
            say("wrong", range, &format!("{link} read as {}", got.join(" ")));
        }
    }
    for (range, symbol) in &symbols {
        if !paragraph.links.iter().any(|(link, _)| range.start < link.end && link.start < range.end) {
            score.unlinked += 1;
            say("extra", range, symbol);
        }
    }
}

/// A symbol without spaces, brackets and part letters, so that two names of the same document are equal.
fn key(symbol: &str) -> String {
    let upper = symbol.to_uppercase().replace("/DEC/", "/RES/");
    let bracket = upper.find('(').and_then(|at| upper.get(at..)).and_then(|rest| rest.split(')').next());
    let session = bracket.filter(|_| upper.contains("/RES/")).unwrap_or_default();
    let stem = upper.split([' ', '(', '*']).next().unwrap_or_default();
    let stem = if upper.contains("/RES/") {
        stem.trim_end_matches(|letter: char| letter.is_ascii_uppercase() || letter == '-')
    } else {
        stem
    };
    let year = session.trim_start_matches('(').starts_with(|letter: char| letter.is_ascii_digit());
    if year { stem.to_owned() } else { format!("{stem}{session}") }
}

/// The paragraphs of a file. A note becomes a paragraph of its own, with a superscript in its place.
fn paragraphs(source: &str) -> Vec<Paragraph> {
    let mut done = Vec::new();
    let mut open: Vec<Paragraph> = Vec::new();
    let mut link: Option<(usize, String)> = None;
    for piece in source.split('<').skip(1) {
        let Some((tag, words)) = piece.split_once('>') else { continue };
        let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap_or_default();
        let closes = tag.starts_with('/');
        match (name, closes) {
            ("p" | "docNumber" | "heading", false) => {
                open.push(Paragraph { text: String::new(), links: Vec::new() });
            }
            ("p" | "docNumber" | "heading", true) => done.extend(open.pop()),
            ("authorialNote", false) => {
                if let Some(paragraph) = open.last_mut() {
                    paragraph.text.push('¹');
                }
            }
            ("a", false) => {
                let href = tag.split("href=\"").nth(1).and_then(|rest| rest.split('"').next());
                link = href.and_then(symbol_of).and_then(|symbol| Some((open.last()?.text.len(), symbol)));
            }
            ("a", true) => {
                if let (Some((start, symbol)), Some(paragraph)) = (link.take(), open.last_mut()) {
                    let end = paragraph.text.len();
                    match paragraph.links.last_mut() {
                        Some((range, last)) if *last == symbol && start <= range.end + 1 => range.end = end,
                        _ => paragraph.links.push((start..end, symbol)),
                    }
                }
            }
            _ => {}
        }
        if let Some(paragraph) = open.last_mut() {
            let words =
                words.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
            let blank = paragraph.text.is_empty() || paragraph.text.ends_with(char::is_whitespace);
            paragraph.text.push_str(if blank { words.trim_start() } else { &words });
        }
    }
    // Removes links over nothing but spaces, and links that the file does not close.
    for paragraph in &mut done {
        let text = std::mem::take(&mut paragraph.text);
        paragraph.links.retain(|(range, _)| {
            text.get(range.clone()).is_some_and(|words| words.contains(|c: char| c.is_ascii_digit()))
        });
        paragraph.text = text;
    }
    done
}

fn symbol_of(href: &str) -> Option<String> {
    let path = href.split_once("undocs.org/").or_else(|| href.split_once("docs.un.org/"))?.1;
    let path = ["en/", "fr/", "es/", "ru/", "ar/", "ch/", "zh/"]
        .into_iter()
        .find_map(|code| path.strip_prefix(code))
        .unwrap_or(path);
    let symbol = path.replace("%20", " ").replace("%28", "(").replace("%29", ")");
    symbol.contains('/').then(|| symbol.trim().to_owned())
}
