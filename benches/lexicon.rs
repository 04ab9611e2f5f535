//! How well the lexicon recognises the opening phrases of real resolutions in each language, and how fast.
//!
//! The reference is the United Nations' own markup, which sets opening phrases in italics (in bold in Chinese). The
//! files are not part of this project: without `../shared/corpus/akn` (or `PLENARY_AKN`) nothing is measured. Run with
//! `cargo bench --bench lexicon`; `-- --misses fr op` lists phrases that are not found, `-- --extents fr op` those
//! whose extent differs, `-- --actions fr op` those whose action differs from the English text.

use plenary::document::{Action, Language};
use plenary::grammar::detect;
use plenary::internals::{Register, classify, opener};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

const REGISTERS: [Register; 2] = [Register::Preambular, Register::Operative];

fn main() {
    let root =
        std::env::var_os("PLENARY_AKN").map_or_else(|| PathBuf::from("../shared/corpus/akn"), PathBuf::from);
    let Ok(sessions) = std::fs::read_dir(&root) else {
        return say(&format!("{} is not here: nothing is measured", root.display()));
    };
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let mut corpus = Corpus::new();
    let mut languages = Languages::default();
    for session in sessions.flatten() {
        for language in Language::ALL {
            let folder = session.path().join(language.code());
            for file in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                read(&file.path(), language, &mut corpus, &mut languages);
            }
        }
    }
    say(
        "            paragraphs  found   exact  within a word  action as in English  ns opener  and classify",
    );
    for language in Language::ALL {
        for register in REGISTERS {
            row(&corpus, language, register, &arguments);
        }
    }
    say(&languages.to_string());
}

/// Paragraphs by language, whether they are operative, and resolution.
type Corpus = BTreeMap<(Language, bool, String), Vec<Paragraph>>;

struct Paragraph {
    text: String,
    /// Length in bytes of the italics at the start.
    italic: usize,
}

/// How often the language was recognised, for whole files and for single paragraphs.
#[derive(Default)]
struct Languages {
    files: (usize, usize),
    paragraphs: (usize, usize),
}

impl std::fmt::Display for Languages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { files, paragraphs } = self;
        write!(
            f,
            "language: {} of {} files, {} of {} paragraphs",
            files.0, files.1, paragraphs.0, paragraphs.1
        )
    }
}

fn read(path: &Path, language: Language, corpus: &mut Corpus, languages: &mut Languages) {
    let Ok(xml) = std::fs::read_to_string(path) else { return };
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let resolution = name.trim_end_matches(|c: char| c.is_ascii_uppercase() || c == '_').to_owned();
    let plain: String = paragraphs(&xml, "<p ").map(|p| p.text + "\n").collect();
    languages.files.1 += 1;
    languages.files.0 += usize::from(detect(&plain) == Some(language));
    for register in REGISTERS {
        let found: Vec<Paragraph> = match register {
            Register::Preambular => parts(&xml, "<preamble", "</preamble>")
                .flat_map(|part| paragraphs(part, "<container").chain(paragraphs(part, "<recital ")))
                .collect(),
            Register::Operative => parts(&xml, "<mainBody", "</mainBody>")
                .flat_map(|part| paragraphs(part, "<paragraph"))
                .collect(),
        };
        for paragraph in found.iter().filter(|paragraph| paragraph.text.len() > 20) {
            let is_known = detect(&paragraph.text) == Some(language);
            languages.paragraphs.1 += 1;
            languages.paragraphs.0 += usize::from(is_known);
            if !is_known && std::env::var_os("PLENARY_LANGUAGES").is_some() {
                say(&format!("{language:?} {:?} {}", detect(&paragraph.text), paragraph.text));
            }
        }
        corpus.insert((language, register == Register::Operative, resolution.clone()), found);
    }
}

fn parts<'t>(xml: &'t str, open: &'t str, close: &'t str) -> impl Iterator<Item = &'t str> {
    xml.split(open).skip(1).map(move |part| part.split_once(close).map_or(part, |(part, _)| part))
}

/// The paragraphs at the start of elements; numbered ones for elements that have numbers.
fn paragraphs<'t>(xml: &'t str, open: &'t str) -> impl Iterator<Item = Paragraph> + 't {
    xml.split(open).skip(1).filter_map(move |part| {
        let body = match part.split_once("<num>") {
            Some((_, rest)) if open == "<paragraph" => {
                let (number, body) = rest.split_once("</num>")?;
                let number = number.trim_matches(|c: char| !c.is_alphanumeric());
                number.parse::<u16>().ok()?;
                body
            }
            _ if open == "<paragraph" => return None,
            _ => part,
        };
        // A note contains paragraphs of its own within another paragraph.
        let body = body.split("</p>").next()?.split("<authorialNote").next()?;
        let (_, body) = if open == "<p " { ("", body.split_once('>')?.1) } else { body.split_once("<p ")? };
        Some(flatten(body.split_once('>').filter(|_| open != "<p ").map_or(body, |(_, body)| body)))
    })
}

/// The text without tags and with white space collapsed, and how many bytes at its start are in italics.
fn flatten(xml: &str) -> Paragraph {
    let (mut text, mut italic, mut is_leading) = (String::new(), 0, true);
    let mut class = "";
    for piece in xml.split('<') {
        let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
        if tag.starts_with("span") {
            class = tag;
        } else if tag == "/span" {
            class = "";
        }
        let words = words.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
        let is_opener = class.contains("italic") || class.contains("bold");
        for c in words.chars() {
            if !c.is_whitespace() {
                text.push(c);
                is_leading &= is_opener;
            } else if !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
            if is_leading {
                italic = text.trim_end().len();
            }
        }
    }
    text.truncate(text.trim_end().len());
    let italic = text.get(..italic).unwrap_or_default().trim_end_matches([',', '，', '،', ' ', ':']).len();
    Paragraph { text, italic }
}

#[derive(Default)]
struct Counts {
    paragraphs: u32,
    found: u32,
    exact: u32,
    close: u32,
    compared: u32,
    agree: u32,
}

fn row(corpus: &Corpus, language: Language, register: Register, arguments: &[String]) {
    let mut counts = Counts::default();
    let is_operative = register == Register::Operative;
    let wanted = |option: &str| {
        let code = if is_operative { "op" } else { "pp" };
        arguments == [option, language.code(), code]
    };
    let mine = (language, is_operative, String::new())..;
    for ((_, _, resolution), paragraphs) in
        corpus.range(mine).take_while(|((l, r, _), _)| (*l, *r) == (language, is_operative))
    {
        let english = corpus
            .get(&(Language::En, is_operative, resolution.clone()))
            .filter(|english| english.len() == paragraphs.len());
        for (index, paragraph) in paragraphs.iter().enumerate() {
            // Longer italics are a title, not an opening phrase.
            if paragraph.italic == 0 || paragraph.italic > 120 {
                continue;
            }
            let text = paragraph.text.as_str();
            counts.paragraphs += 1;
            let Some(found) = opener(language, register, text) else {
                if wanted("--misses") {
                    say(&format!("{} | {text}", text.get(..paragraph.italic).unwrap_or_default()));
                }
                continue;
            };
            counts.found += 1;
            let apart = words_apart(language, text, found.bytes, paragraph.italic);
            counts.exact += u32::from(apart == 0);
            counts.close += u32::from(apart <= 1);
            if wanted("--extents") {
                let (ours, theirs) = (text.get(..found.bytes), text.get(..paragraph.italic));
                say(&format!("{} | {}", theirs.unwrap_or_default(), ours.unwrap_or_default()));
            }
            let Some(pivot) = english.and_then(|english| english.get(index)) else { continue };
            let pivot_action = classify(Language::En, register, &pivot.text, None).action;
            let action = classify(language, register, text, None).action;
            if let (Some(pivot_action), Some(action)) = (pivot_action, action) {
                counts.compared += 1;
                counts.agree += u32::from(action == pivot_action);
                if action != pivot_action && wanted("--actions") {
                    differ(pivot_action, action, pivot, paragraph);
                }
            }
        }
    }
    let (opener_ns, classify_ns) = times(corpus, language, register);
    let percent = |part: u32, whole: u32| f64::from(part) * 100.0 / f64::from(whole.max(1));
    say(&format!(
        "{} {:<10} {:>10} {:>6.2} % {:>5.1} % {:>11.1} % {:>20.1} % {opener_ns:>10} {classify_ns:>13}",
        language.code(),
        format!("{register:?}").to_lowercase(),
        counts.paragraphs,
        percent(counts.found, counts.paragraphs),
        percent(counts.exact, counts.paragraphs),
        percent(counts.close, counts.paragraphs),
        percent(counts.agree, counts.compared),
    ));
}

/// Nanoseconds to find the opening phrase of a paragraph, and to classify it.
fn times(corpus: &Corpus, language: Language, register: Register) -> (u128, u128) {
    let texts: Vec<&str> = corpus
        .iter()
        .filter(|((l, is_operative, _), _)| {
            (*l, *is_operative) == (language, register == Register::Operative)
        })
        .flat_map(|(_, paragraphs)| paragraphs.iter().map(|paragraph| paragraph.text.as_str()))
        .collect();
    let time = |work: &dyn Fn(&str)| {
        let started = Instant::now();
        for text in &texts {
            work(text);
        }
        started.elapsed().as_nanos() / texts.len().max(1) as u128
    };
    let found = time(&|text| _ = std::hint::black_box(opener(language, register, text)));
    (found, time(&|text| _ = std::hint::black_box(classify(language, register, text, None))))
}

fn differ(english: Action, other: Action, pivot: &Paragraph, paragraph: &Paragraph) {
    let start = |p: &Paragraph| p.text.chars().take(60).collect::<String>();
    say(&format!("{} {} | {} | {}", english.code(), other.code(), start(pivot), start(paragraph)));
}

/// How many words there are between two offsets; in Chinese, half the number of characters.
fn words_apart(language: Language, text: &str, one: usize, other: usize) -> usize {
    let between = text.get(one.min(other)..one.max(other)).unwrap_or_default();
    if language == Language::Zh {
        return between.chars().filter(|c| c.is_alphanumeric()).count().div_ceil(2);
    }
    between.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

fn say(line: &str) {
    use std::io::Write;
    // A closed pipe ends the listing, which is not an error.
    let _ = writeln!(std::io::stdout(), "{line}");
}
