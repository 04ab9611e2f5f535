//! Documents for the bench: those of a folder, or the samples, whose words are our own, with some of them put in the place of
//! others, so that no two are alike.

use super::{Failure, files};
use std::fs;
use std::path::{Path, PathBuf};

/// Where the documents come from.
pub(super) enum Corpus {
    Folder(Vec<PathBuf>),
    Made(Vec<Sample>),
}

pub(super) struct Sample {
    symbol: String,
    text: String,
    words: Vec<String>,
}

impl Corpus {
    pub(super) fn open(folder: Option<&Path>) -> Result<Self, Failure> {
        let Some(folder) = folder else { return Ok(Self::Made(samples()?)) };
        let mut all = files(folder)?;
        all.sort();
        if all.is_empty() {
            Err("the folder of PLENARY_CORPUS has no files".into())
        } else {
            Ok(Self::Folder(all))
        }
    }

    /// How many documents there are before they are repeated.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Folder(all) => all.len(),
            Self::Made(_) => usize::MAX,
        }
    }

    /// Puts so many documents into a folder, from all parts of the corpus, and repeats it where it has fewer. The one that
    /// the bench changes is there too: it is made of a sample.
    pub(super) fn lay(&self, count: usize, folder: &Path) -> Result<Changed, Failure> {
        fs::create_dir(folder)?;
        match self {
            Self::Made(samples) => {
                for number in 1..count {
                    fs::write(folder.join(format!("{number}.txt")), made(samples, number))?;
                }
            }
            Self::Folder(all) => {
                for number in 0..count.saturating_sub(1) {
                    let at = if count < all.len() { number * all.len() / count } else { number % all.len() };
                    let Some(from) = all.get(at) else { continue };
                    let text = |part: Option<&std::ffi::OsStr>| -> String {
                        part.and_then(|part| part.to_str()).unwrap_or_default().to_owned()
                    };
                    // Files of one name may be in several folders.
                    let (name, ending) = (text(from.file_stem()), text(from.extension()));
                    let part = folder.join(format!("{}", number / 500));
                    fs::create_dir_all(&part)?;
                    let to = part.join(format!("{name}-{number}.{ending}"));
                    let from = from.canonicalize()?;
                    if fs::hard_link(&from, &to).is_err() {
                        fs::copy(&from, &to)?;
                    }
                }
            }
        }
        let text = made(&samples()?, 0);
        let changed = Changed { path: folder.join("0.txt"), text };
        fs::write(&changed.path, &changed.text)?;
        Ok(changed)
    }
}

/// The document that the bench changes.
pub(super) struct Changed {
    path: PathBuf,
    text: String,
}

impl Changed {
    /// Words that no other document has.
    pub(super) const WORDS: &'static str = "Decides to count the quaggas of the harbour.";

    pub(super) fn change(&self) -> Result<(), Failure> {
        Ok(fs::write(&self.path, format!("{}\n99. {}\n", self.text, Self::WORDS))?)
    }
}

fn samples() -> Result<Vec<Sample>, Failure> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-docs");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    paths.sort();
    let mut out = Vec::new();
    for path in paths {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let symbol = name.split('.').next().unwrap_or_default().replace('_', "/");
        if !symbol.starts_with("A/RES") {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        let words = text.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic));
        let words = words.filter(|word| word.chars().count() > 4).map(str::to_owned).collect();
        out.push(Sample { symbol, text, words });
    }
    Ok(out)
}

/// A document: a sample with a symbol of its own, and one in seven words of its paragraphs in the place of others.
fn made(samples: &[Sample], number: usize) -> String {
    let Some(Sample { symbol, text, words }) = samples.get(number % samples.len().max(1)) else {
        return String::new();
    };
    let session = 30 + number / 400;
    let new = format!("A/RES/{session}/{}", number % 400 + 1);
    let mut seed = number as u64 + 1;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below.max(1)
    };
    let mut out = String::new();
    for (at, paragraph) in text.replace(symbol.as_str(), &new).split("\n\n").enumerate() {
        let varied = at > 14;
        let each = paragraph.split(' ').enumerate().map(|(place, word)| {
            let other = varied && place > 2 && word.chars().all(char::is_alphabetic) && next(7) == 0;
            if other { words.get(next(words.len())).map_or(word, String::as_str) } else { word }
        });
        out += &each.collect::<Vec<_>>().join(" ");
        out += "\n\n";
    }
    out
}
