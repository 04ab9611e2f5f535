//! Makes queries from a document, each with the paragraphs that it may mean.
//!
//! These are determined from the printed words, before they are truncated, misspelt or joined, by a rule that is
//! independent of the lookup: a query means every clause whose own words contain those of the query. Deterministic: the
//! same corpus gives the same queries.

use crate::wording::{little, operative, preambular};
use plenary::document::{Document, Kind, NodeId};
use plenary::internals::{fold_str, words};
use std::collections::HashMap;

pub(crate) struct Query {
    pub(crate) kind: &'static str,
    pub(crate) typed: String,
    pub(crate) meant: Vec<NodeId>,
}

/// A random number generator with a fixed seed.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit.max(1)
    }
}

struct Clause {
    node: NodeId,
    /// The words as printed, with their foldings, without punctuation.
    words: Vec<(String, String)>,
    text: String,
}

const LITTLE: &str = "the of and to in for on with by that its as at from les des aux une dans par pour sur qui que ses \
    est del los las con por para sus una que sobre что как для или при его под без между على التي الى من في ان";

fn is_content(folded: &str) -> bool {
    let count = folded.chars().count();
    let digits = folded.chars().any(|c| c.is_ascii_digit());
    !digits && count >= 4 && !LITTLE.split_whitespace().any(|little| little == folded)
}

fn clauses(document: &Document) -> Vec<Clause> {
    let wanted = |id: &NodeId| document.node(*id).kind.is_clause();
    let make = |node: NodeId| {
        let text = document.own_text(node);
        let words = printed_words(&text);
        Clause { node, words, text }
    };
    document
        .ids()
        .filter(wanted)
        .map(make)
        .filter(|clause| clause.words.len() >= 4 || clause.text.chars().filter(|c| is_han(*c)).count() > 8)
        .collect()
}

fn printed_words(text: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for printed in text.split(|c: char| c.is_whitespace() || "'’-‑–/«»“”".contains(c)) {
        let printed = printed.trim_matches(|c: char| !c.is_alphanumeric());
        let folded = fold_str(printed);
        if !folded.is_empty() {
            out.push((printed.to_owned(), folded));
        }
    }
    out
}

pub(crate) struct Maker<'d> {
    document: &'d Document,
    clauses: Vec<Clause>,
    /// For each folded word, the clauses that contain it.
    holders: HashMap<String, Vec<usize>>,
    language: &'static str,
    chance: Chance,
}

impl<'d> Maker<'d> {
    pub(crate) fn new(document: &'d Document, language: &'static str, seed: u64) -> Self {
        let clauses = clauses(document);
        let mut holders: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, clause) in clauses.iter().enumerate() {
            for (_, folded) in &clause.words {
                let list = holders.entry(folded.clone()).or_default();
                if list.last() != Some(&at) {
                    list.push(at);
                }
            }
        }
        Self { document, clauses, holders, language, chance: Chance::new(seed) }
    }

    pub(crate) fn queries(&mut self) -> Vec<Query> {
        let mut out = Vec::new();
        if self.clauses.len() < 6 {
            return out;
        }
        self.addresses(&mut out);
        for _ in 0..3 {
            if self.language == "zh" {
                self.chinese(&mut out);
            } else {
                self.words(&mut out);
                self.phrases(&mut out);
            }
        }
        out
    }

    /// The clauses that contain all of the folded words, or, with `prefixes`, words that begin with them.
    fn meant(&self, folded: &[&str], prefixes: bool) -> Vec<NodeId> {
        let holds = |clause: &Clause, wanted: &str| {
            clause
                .words
                .iter()
                .any(|(_, word)| if prefixes { word.starts_with(wanted) } else { word == wanted })
        };
        self.clauses
            .iter()
            .filter(|clause| folded.iter().all(|wanted| holds(clause, wanted)))
            .map(|clause| clause.node)
            .collect()
    }

    /// Content words of a random clause that no other clause contains together.
    fn pick(&mut self, count: usize) -> Option<(usize, Vec<(String, String)>)> {
        for _ in 0..40 {
            let at = self.chance.below(self.clauses.len());
            let content: Vec<(String, String)> =
                self.clauses[at].words.iter().filter(|(_, folded)| is_content(folded)).cloned().collect();
            if content.len() < count {
                continue;
            }
            let mut picked: Vec<usize> = (0..count).map(|_| self.chance.below(content.len())).collect();
            picked.sort_unstable();
            picked.dedup();
            let words: Vec<(String, String)> = picked.iter().map(|&at| content[at].clone()).collect();
            let folded: Vec<&str> = words.iter().map(|(_, folded)| folded.as_str()).collect();
            if words.len() == count && self.meant(&folded, false).len() == 1 {
                return Some((at, words));
            }
        }
        None
    }

    fn words(&mut self, out: &mut Vec<Query>) {
        let join = |words: &[String]| words.join(" ").to_lowercase();
        let printed =
            |words: &[(String, String)]| words.iter().map(|(printed, _)| printed.clone()).collect::<Vec<_>>();
        if let Some((at, words)) = self.pick(2) {
            let meant = vec![self.clauses[at].node];
            out.push(Query { kind: "words2", typed: join(&printed(&words)), meant: meant.clone() });
            let plain: Vec<String> = words.iter().map(|(_, folded)| folded.clone()).collect();
            if plain != printed(&words) && join(&printed(&words)) != plain.join(" ") {
                out.push(Query { kind: "noaccent", typed: plain.join(" "), meant: meant.clone() });
            }
            // The last word is still being typed.
            let cut: String = cut(&words[1].1, 0.6);
            let meant = self.meant(&[&words[0].1, &cut], true);
            out.push(Query { kind: "prefix", typed: join(&[words[0].0.clone(), cut]), meant });
        }
        if let Some((at, words)) = self.pick(3) {
            let meant = vec![self.clauses[at].node];
            out.push(Query { kind: "words3", typed: join(&printed(&words)), meant: meant.clone() });
            let mut turned = printed(&words);
            turned.reverse();
            turned.swap(0, 1);
            out.push(Query { kind: "shuffled", typed: join(&turned), meant: meant.clone() });
            let cuts: Vec<String> =
                words.iter().map(|(_, folded)| folded.chars().take(4).collect()).collect();
            let folded: Vec<&str> = cuts.iter().map(String::as_str).collect();
            out.push(Query { kind: "prefixes3", typed: join(&cuts), meant: self.meant(&folded, true) });
            let other: Vec<String> = words.iter().map(|(_, folded)| self.other_form(folded)).collect();
            out.push(Query { kind: "agreement", typed: join(&other), meant: meant.clone() });
            let little = little(self.language);
            let (a, b, c) = (&words[0].0, &words[1].0, &words[2].0);
            let typed =
                format!("{} {a} {} {b} {} {c} {}", little[0], little[1], little[2], little[3]).to_lowercase();
            out.push(Query { kind: "stopwords", typed, meant: meant.clone() });
            let wrong = self.foreign();
            out.push(Query {
                kind: "one_wrong",
                typed: join(&[a.clone(), b.clone(), wrong, c.clone()]),
                meant,
            });
        }
        for kind in ["typo_sub", "typo_del", "typo_ins", "typo_trans", "typo_two", "typo_first"] {
            let Some((at, mut words)) = self.pick(2) else { continue };
            let slot = self.chance.below(2);
            let least = if kind == "typo_two" { 8 } else { 5 };
            if words[slot].1.chars().count() < least {
                continue;
            }
            let mut misspelt = self.misspell(&words[slot].1.clone(), kind);
            if kind == "typo_two" {
                misspelt = self.misspell(&misspelt, "typo_del");
            }
            words[slot].0 = misspelt;
            out.push(Query { kind, typed: join(&printed(&words)), meant: vec![self.clauses[at].node] });
        }
        self.spread(out);
    }

    /// A word of a paragraph and a word of its list: the query means the paragraph.
    fn spread(&mut self, out: &mut Vec<Query>) {
        for _ in 0..30 {
            let at = self.chance.below(self.clauses.len());
            let node = self.clauses[at].node;
            let parent = self.document.node(node).parent;
            let Some(above) = self.clauses.iter().position(|clause| clause.node == parent) else { continue };
            let rare = |maker: &Self, clause: usize| {
                let words = &maker.clauses[clause].words;
                let rare = |folded: &str| {
                    is_content(folded) && maker.holders.get(folded).is_some_and(|list| list.len() == 1)
                };
                words.iter().find(|(_, folded)| rare(folded)).map(|(_, folded)| folded.clone())
            };
            if let (Some(a), Some(b)) = (rare(self, above), rare(self, at)) {
                out.push(Query { kind: "spread", typed: format!("{a} {b}"), meant: vec![parent] });
                return;
            }
        }
    }

    fn phrases(&mut self, out: &mut Vec<Query>) {
        let at = self.chance.below(self.clauses.len());
        let clause = &self.clauses[at];
        let folded: Vec<&str> = clause.words.iter().map(|(_, folded)| folded.as_str()).collect();
        // Half a sentence as it would be read aloud, with punctuation and short words.
        let pieces: Vec<&str> = clause.text.split_whitespace().collect();
        if pieces.len() > 8 {
            let length = 4 + self.chance.below(5);
            let from = self.chance.below(pieces.len() - length.min(pieces.len()));
            let typed = pieces[from..(from + length).min(pieces.len())].join(" ").to_lowercase();
            let has = |text: &str| {
                text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().contains(&typed)
            };
            let meant =
                self.clauses.iter().filter(|clause| has(&clause.text)).map(|clause| clause.node).collect();
            out.push(Query { kind: "half", typed, meant });
        }
        let pairs: Vec<(&str, &str)> = folded.windows(2).map(|pair| (pair[0], pair[1])).collect();
        let good: Vec<&(&str, &str)> = pairs.iter().filter(|(a, b)| is_content(a) && is_content(b)).collect();
        if !good.is_empty() {
            let (a, b) = *good[self.chance.below(good.len())];
            let holds =
                |clause: &&Clause| clause.words.windows(2).any(|pair| pair[0].1 == a && pair[1].1 == b);
            let meant: Vec<NodeId> = self.clauses.iter().filter(holds).map(|clause| clause.node).collect();
            out.push(Query { kind: "glued", typed: format!("{a}{b}"), meant });
        }
        // Words joined, with the short words between them left out.
        let content: Vec<&str> = folded.iter().copied().filter(|folded| is_content(folded)).collect();
        let far = content.windows(2).find(|pair| !pairs.contains(&(pair[0], pair[1])));
        if let Some(&[a, b]) = far {
            out.push(Query {
                kind: "glued_far",
                typed: format!("{a}{b}"),
                meant: self.meant(&[a, b], false),
            });
        }
        for (kind, all) in [("initials", false), ("initials_all", true)] {
            let run: Vec<&str> = folded.iter().copied().filter(|folded| all || is_content(folded)).collect();
            if run.len() > 6 {
                let length = 3 + self.chance.below(2);
                let from = self.chance.below(run.len() - length);
                let wanted = &run[from..from + length];
                let initials =
                    |words: &[&str]| words.iter().filter_map(|word| word.chars().next()).collect::<String>();
                let typed = initials(wanted);
                let holds = |clause: &&Clause| {
                    let run: Vec<&str> = clause
                        .words
                        .iter()
                        .map(|(_, f)| f.as_str())
                        .filter(|f| all || is_content(f))
                        .collect();
                    run.windows(length).any(|window| initials(window) == typed)
                };
                let meant: Vec<NodeId> =
                    self.clauses.iter().filter(holds).map(|clause| clause.node).collect();
                out.push(Query { kind, typed, meant });
            }
        }
        self.verbs(out);
        self.numbers(out);
    }

    fn verbs(&mut self, out: &mut Vec<Query>) {
        let opened: Vec<usize> = (0..self.clauses.len())
            .filter(|&at| self.document.node(self.clauses[at].node).opener > 0)
            .collect();
        if opened.is_empty() {
            return;
        }
        let at = opened[self.chance.below(opened.len())];
        let clause = &self.clauses[at];
        let verb = clause.words[0].1.clone();
        let begins = |clause: &&Clause| clause.words.first().is_some_and(|(_, first)| *first == verb);
        let content: Vec<&str> =
            clause.words.iter().skip(2).map(|(_, f)| f.as_str()).filter(|f| is_content(f)).collect();
        if content.is_empty() {
            return;
        }
        let word = content[self.chance.below(content.len())].to_owned();
        let holds = |clause: &&Clause| clause.words.iter().any(|(_, f)| *f == word);
        let meant: Vec<NodeId> =
            self.clauses.iter().filter(begins).filter(holds).map(|clause| clause.node).collect();
        if meant.len() <= 2 {
            out.push(Query { kind: "verb", typed: format!("{} {word}", cut(&verb, 0.8)), meant });
        }
        // For example "prie sg": a verb and the initials of a capitalised name.
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let named = clause.words.windows(2).skip(1).find(|pair| {
            capital(&pair[0].0)
                && (capital(&pair[1].0) || self.language == "fr" || self.language == "ru")
                && is_content(&pair[1].1)
        });
        if let Some(pair) = named {
            let initials: String = pair.iter().filter_map(|(_, f)| f.chars().next()).collect();
            let follows = |clause: &&Clause| {
                clause.words.windows(2).skip(1).any(|its| {
                    its.iter().filter_map(|(_, f)| f.chars().next()).collect::<String>() == initials
                        && capital(&its[0].0)
                })
            };
            let meant: Vec<NodeId> =
                self.clauses.iter().filter(begins).filter(follows).map(|c| c.node).collect();
            if meant.len() <= 3 {
                out.push(Query { kind: "verb_sg", typed: format!("{verb} {initials}"), meant });
            }
        }
    }

    fn numbers(&mut self, out: &mut Vec<Query>) {
        let number = |piece: &&str| piece.bytes().filter(u8::is_ascii_digit).count() >= 3;
        for _ in 0..10 {
            let at = self.chance.below(self.clauses.len());
            let pieces: Vec<&str> = self.clauses[at]
                .text
                .split(|c: char| c.is_whitespace() || "()".contains(c))
                .filter(number)
                .collect();
            if pieces.is_empty() {
                continue;
            }
            let typed = pieces[self.chance.below(pieces.len())]
                .trim_matches(|c: char| !c.is_alphanumeric())
                .to_owned();
            let meant: Vec<NodeId> = self
                .clauses
                .iter()
                .filter(|clause| clause.text.contains(&typed))
                .map(|clause| clause.node)
                .collect();
            if meant.len() <= 2 && typed.is_ascii() {
                let content: Vec<&(String, String)> =
                    self.clauses[at].words.iter().filter(|(_, f)| is_content(f)).collect();
                if let Some((_, word)) = content.first() {
                    let holds: Vec<NodeId> =
                        self.meant(&[word], false).into_iter().filter(|id| meant.contains(id)).collect();
                    out.push(Query { kind: "mixed", typed: format!("{word} {typed}"), meant: holds });
                }
                out.push(Query { kind: "number", typed, meant });
                return;
            }
        }
    }

    fn chinese(&mut self, out: &mut Vec<Query>) {
        let runs: Vec<Vec<Vec<char>>> = self
            .clauses
            .iter()
            .map(|clause| {
                let runs = clause.text.split(|c: char| !is_han(c)).filter(|run| run.chars().count() >= 6);
                runs.map(|run| run.chars().collect()).collect()
            })
            .collect();
        let holding = |typed: &str| -> Vec<NodeId> {
            let has = |clause: &&Clause| typed.split(' ').all(|part| clause.text.contains(part));
            self.clauses.iter().filter(has).map(|clause| clause.node).collect()
        };
        let mut found = Vec::new();
        for _ in 0..60 {
            let mine = &runs[self.chance.below(runs.len())];
            if mine.len() < 2 {
                continue;
            }
            let run = &mine[self.chance.below(mine.len())];
            let piece = |chance: &mut Chance, run: &[char], length: usize| -> String {
                let from = chance.below(run.len() + 1 - length);
                run[from..from + length].iter().collect()
            };
            let (a, b) = (piece(&mut self.chance, run, 2), {
                let other = &mine[self.chance.below(mine.len())];
                piece(&mut self.chance, other, 2)
            });
            let long = piece(&mut self.chance, run, 5);
            let six: Vec<char> = piece(&mut self.chance, run, 6).chars().collect();
            let three = piece(&mut self.chance, run, 3);
            let mut wrong = six.clone();
            wrong[3] = '猫';
            let mut fewer = six.clone();
            fewer.remove(3);
            let six: String = six.iter().collect();
            let two = format!("{a} {b}");
            for (kind, typed, meant) in [
                ("cjk", three.clone(), holding(&three)),
                ("cjk", long.clone(), holding(&long)),
                ("cjk_two", two.clone(), holding(&two)),
                ("cjk_glued", format!("{a}{b}"), holding(&two)),
                ("cjk_sub", wrong.iter().collect(), holding(&six)),
                ("cjk_del", fewer.iter().collect(), holding(&six)),
            ] {
                if meant.len() == 1 && a != b && !found.contains(&kind) {
                    found.push(kind);
                    out.push(Query { kind, typed, meant });
                }
            }
        }
        self.numbers(out);
    }

    fn misspell(&mut self, word: &str, kind: &str) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        let at = 1 + self.chance.below(letters.len() - 2);
        let alphabet: Vec<char> = match self.language {
            "ru" => "абвгдеиклмнопрстуя".chars().collect(),
            "ar" => "ابتدرسعقكلمنهوي".chars().collect(),
            _ => "abcdefghilmnopqrstuv".chars().collect(),
        };
        let mut other = alphabet[self.chance.below(alphabet.len())];
        if other == letters[at] {
            other = alphabet[0];
        }
        match kind {
            "typo_sub" | "typo_two" => letters[at] = other,
            "typo_del" => {
                letters.remove(at);
            }
            "typo_ins" => letters.insert(at, other),
            "typo_trans" => letters.swap(at, at + 1),
            _ => letters[0] = other,
        }
        letters.into_iter().collect()
    }

    /// The word with another ending, as somebody would remember it from another sentence.
    fn other_form(&mut self, word: &str) -> String {
        let endings: &[(&str, &str)] = match self.language {
            "en" => &[("ies", "y"), ("s", ""), ("ing", "ed"), ("ed", "ing"), ("tion", "tions"), ("", "s")],
            "fr" => &[
                ("aux", "al"),
                ("ales", "al"),
                ("es", ""),
                ("s", ""),
                ("er", "ant"),
                ("ant", "er"),
                ("e", "es"),
                ("", "s"),
            ],
            "es" => &[
                ("ciones", "cion"),
                ("as", "o"),
                ("os", "a"),
                ("es", ""),
                ("s", ""),
                ("cion", "ciones"),
                ("a", "os"),
                ("o", "as"),
                ("", "es"),
            ],
            "ru" => &[
                ("ого", "ый"),
                ("ых", "ая"),
                ("ыми", "ый"),
                ("ую", "ая"),
                ("ии", "ия"),
                ("ию", "ии"),
                ("ия", "ию"),
                ("ов", "ы"),
                ("ах", "а"),
                ("ами", "ы"),
                ("ой", "ая"),
                ("а", "ы"),
                ("и", "ь"),
                ("у", "а"),
                ("ы", "ов"),
                ("", "а"),
            ],
            _ => &[("ات", "ه"), ("ين", "ون"), ("ون", "ين"), ("ه", "ات")],
        };
        let mut form = word.to_owned();
        if let Some((from, to)) =
            endings.iter().find(|(from, _)| word.ends_with(from) && word.len() > from.len() + 6)
        {
            form = format!("{}{to}", &word[..word.len() - from.len()]);
        }
        // With or without the Arabic article or "and" as a prefix; other prefixes are not changed.
        if self.language == "ar" {
            form = match (form.strip_prefix("وال"), form.strip_prefix("ال")) {
                (Some(bare), _) => format!("ال{bare}"),
                (_, Some(bare)) if self.chance.below(2) == 0 => bare.to_owned(),
                (_, Some(bare)) => format!("وال{bare}"),
                _ if form.starts_with(['و', 'ل', 'ب', 'ف', 'ك', 'ت', 'ي', 'ن']) => form,
                _ => format!("ال{form}"),
            };
        }
        form
    }

    /// A word that does not occur in this document.
    fn foreign(&self) -> String {
        let words: &[&str] = match self.language {
            "en" => &["elephants", "spectrum", "aubergine"],
            "fr" => &["éléphants", "spectroscope", "aubergine"],
            "es" => &["elefantes", "espectro", "berenjena"],
            "ru" => &["слонами", "баклажан", "спектр"],
            _ => &["فيلة", "باذنجان"],
        };
        words.iter().find(|word| !self.holders.contains_key(&fold_str(word))).unwrap_or(&words[0]).to_string()
    }

    fn addresses(&mut self, out: &mut Vec<Query>) {
        let mut forms: Vec<(NodeId, String)> = Vec::new();
        for clause in &self.clauses {
            let node = self.document.node(clause.node);
            let number = node.ordinal;
            let spoken = match node.kind {
                Kind::Operative if !node.label.is_empty() => operative(self.language, number),
                Kind::Preambular => preambular(self.language, number),
                Kind::Subparagraph => {
                    let above = self.document.node(node.parent);
                    let label: String =
                        self.document.label(clause.node).chars().filter(|c| c.is_alphabetic()).collect();
                    if above.kind != Kind::Operative || label.is_empty() || above.label.is_empty() {
                        continue;
                    }
                    vec![
                        format!("{} {label}", above.ordinal),
                        format!("{} ({label})", above.ordinal),
                        format!("{}{label}", above.ordinal),
                    ]
                }
                _ => continue,
            };
            // A number that occurs twice does not mean a single paragraph.
            let twice = |other: &Clause| {
                let its = self.document.node(other.node);
                other.node != clause.node
                    && its.kind == node.kind
                    && its.ordinal == number
                    && its.parent == node.parent
            };
            let doubled = node.kind != Kind::Subparagraph
                && self.clauses.iter().any(|other| {
                    let its = self.document.node(other.node);
                    other.node != clause.node && its.kind == node.kind && its.ordinal == number
                })
                || self.clauses.iter().any(twice);
            if !doubled {
                let form = spoken[self.chance.below(spoken.len())].clone();
                forms.push((clause.node, form));
            }
        }
        for _ in 0..6 {
            if !forms.is_empty() {
                let (node, typed) = forms.swap_remove(self.chance.below(forms.len()));
                out.push(Query { kind: "id", typed, meant: vec![node] });
            }
        }
    }
}

fn cut(word: &str, part: f32) -> String {
    let count = word.chars().count();
    word.chars().take(((count as f32 * part) as usize).max(3)).collect()
}

/// Words of the folded text, for measuring speed.
pub(crate) fn some_words(document: &Document, chance: &mut Chance, count: usize) -> Vec<String> {
    let folded = fold_str(document.text());
    let all: Vec<&str> = words(&folded).map(|(_, word)| word).filter(|word| word.len() > 4).collect();
    (0..count).filter(|_| !all.is_empty()).map(|_| all[chance.below(all.len())].to_owned()).collect()
}

/// Whether the character is Han; the library keeps its own test of this private.
fn is_han(c: char) -> bool {
    matches!(c,
        '\u{3005}' | '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3fffd}')
}
