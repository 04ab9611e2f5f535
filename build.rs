//! Compiles the phrase lists of `src/grammar/lexicon` into tries that the program uses without parsing, and the message
//! catalogue into Rust (`build/messages.rs`).
//!
//! A trie is an array of bytes. Each node consists of its value (0 for none, plus 128 where an opening phrase may end,
//! plus 64 for a stem), the number of its children, their characters in ascending order (two bytes each) and their
//! offsets (three bytes each). The offset of the root is in the last three bytes. Equal subtrees are stored once. The
//! meaning of the phrases is not known here.

use std::collections::{BTreeMap, HashMap};
use std::{env, error::Error, fs, path::Path};

#[path = "src/grammar/lexicon/fold.rs"]
#[allow(dead_code, reason = "reading needs less of it here than in the program")]
mod fold;

#[path = "src/text/chars.rs"]
#[allow(dead_code, reason = "`fold` needs few of its classes")]
mod chars;

#[path = "build/messages.rs"]
mod messages;

use fold::{Folded, Script};

const FOLDER: &str = "src/grammar/lexicon";
const LISTS: [&str; 3] = ["verbs.tsv", "modifiers.tsv", "contents.tsv"];

/// Separates the opening phrase from words that only determine its action: "requests| the secretary-general".
const TAIL: char = '|';
const ENDS: u8 = 128;
/// Flag for a phrase whose last word may continue: "تقر| ب*".
const STEM: u8 = 64;

/// The values from 1: those of `Action::ALL` in its order, then "-" for an adverb, which has no action.
const ACTIONS: [&str; 16] = [
    "DECIDE",
    "APPROVE",
    "REQUEST",
    "URGE",
    "INVITE",
    "REAFFIRM",
    "RECOGNIZE",
    "STRESS",
    "NOTE",
    "WELCOME",
    "CONCERN",
    "CONDEMN",
    "SEIZED",
    "BASIS",
    "OTHER",
    "-",
];

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    let mut tries: BTreeMap<String, Tree> = BTreeMap::new();
    for list in LISTS {
        let path = format!("{FOLDER}/{list}");
        println!("cargo::rerun-if-changed={path}");
        for (number, line) in fs::read_to_string(&path)?.lines().enumerate() {
            if line.starts_with('#') || line.is_empty() {
                continue;
            }
            let fields: Vec<&str> = line.split('\t').collect();
            let &[language, table, phrase, value] = fields.as_slice() else {
                return Err(format!("{path}:{}: four fields are needed", number + 1).into());
            };
            let value = value_of(value).ok_or_else(|| format!("{path}:{}: what is {value}?", number + 1))?;
            for table in tables(table) {
                let tree = tries.entry(format!("{language}.{table}")).or_default();
                for phrase in expand(phrase) {
                    tree.insert(&phrase, script(language), value);
                }
            }
        }
    }
    write_messages(Path::new(&out))?;
    for (name, tree) in tries {
        let mut bytes = Vec::new();
        let root = tree.write(&mut bytes, &mut HashMap::new())?;
        bytes.extend(root);
        fs::write(Path::new(&out).join(format!("{name}.trie")), bytes)?;
    }
    println!("cargo::rerun-if-changed={FOLDER}/fold.rs");
    println!("cargo::rerun-if-changed=src/text/chars.rs");
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}

/// Languages of the interface; the first is the reference for the others.
const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ru", "ar", "zh"];

fn write_messages(out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/messages");
    println!("cargo::rerun-if-changed=build/messages.rs");
    let mut files = Vec::new();
    for code in LANGUAGES {
        let path = format!("src/messages/{code}.ftl");
        files.push((code, fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?));
    }
    let messages = messages::read(&files)?;
    Ok(fs::write(out.join("messages.rs"), messages::write(&LANGUAGES, &messages))?)
}

fn tables(name: &str) -> Vec<&str> {
    if name == "both" { vec!["before", "after"] } else { vec![name] }
}

/// Expands alternatives: "{a|b} c" gives "a c" and "b c".
fn expand(pattern: &str) -> Vec<String> {
    let parts = pattern.split_once('{').and_then(|(head, rest)| Some((head, rest.split_once('}')?)));
    let Some((head, (alternatives, tail))) = parts else { return vec![pattern.to_owned()] };
    let tails = expand(tail);
    alternatives
        .split('|')
        .flat_map(|one| tails.iter().map(move |tail| format!("{head}{one}{tail}")))
        .collect()
}

/// The value of an action, or, for other tables, a number; `None` for anything else.
fn value_of(value: &str) -> Option<u8> {
    let action = ACTIONS.iter().position(|&action| action == value);
    action
        .map(|index| index as u8 + 1)
        .or_else(|| value.parse().ok().filter(|&number| number > 0 && number < STEM))
}

fn script(language: &str) -> Script {
    match language {
        "ru" => Script::Cyrillic,
        "ar" => Script::Arabic,
        "zh" => Script::Han,
        _ => Script::Latin,
    }
}

#[derive(Default)]
struct Tree {
    value: u8,
    children: BTreeMap<u16, Tree>,
}

impl Tree {
    /// Adds a phrase. If it is there already, the first value stays: the lists have the likeliest action first.
    fn insert(&mut self, phrase: &str, script: Script, value: u8) {
        let (phrase, stem) = phrase.strip_suffix('*').map_or((phrase, 0), |phrase| (phrase, STEM));
        let (opener, tail) = phrase.split_once(TAIL).unwrap_or((phrase, ""));
        let opener = self.descend(opener, script);
        opener.value |= ENDS;
        let last = opener.descend(tail, script);
        if last.value & !(ENDS | STEM) == 0 {
            last.value |= value | stem;
        }
    }

    fn descend(&mut self, text: &str, script: Script) -> &mut Self {
        let (mut node, mut text) = (self, Folded::new(text, 0, script));
        while let Some(c) = text.read() {
            node = node.children.entry(c).or_default();
        }
        node
    }

    fn write(
        &self,
        out: &mut Vec<u8>,
        seen: &mut HashMap<Vec<u8>, [u8; 3]>,
    ) -> Result<[u8; 3], Box<dyn Error>> {
        let mut offsets = Vec::new();
        for child in self.children.values() {
            offsets.extend(child.write(out, seen)?);
        }
        let mut node = vec![self.value, u8::try_from(self.children.len())?];
        node.extend(self.children.keys().flat_map(|c| c.to_le_bytes()));
        node.extend(offsets);
        if let Some(&offset) = seen.get(&node) {
            return Ok(offset);
        }
        let [a, b, c, 0] = u32::try_from(out.len())?.to_le_bytes() else {
            return Err("a trie has grown past 16 MB".into());
        };
        out.extend(&node);
        seen.insert(node, [a, b, c]);
        Ok([a, b, c])
    }
}
