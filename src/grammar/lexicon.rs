//! placeholder
use crate::document::{Action, Addressees, Language};
use std::collections::HashMap;
use std::sync::OnceLock;
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register { Preambular, Operative }
#[derive(Clone, Copy, Debug)]
pub struct Opener { pub bytes: usize, pub action: Action, pub register: Register }
#[derive(Clone, Copy, Debug, Default)]
pub struct Classified { pub opener_bytes: usize, pub action: Option<Action>, pub addressees: Addressees }
type Table = HashMap<(Language, bool), HashMap<String, Vec<(String, Action)>>>;
static T: OnceLock<Table> = OnceLock::new();
fn key(l: Language, s: &str) -> String { if l == Language::Zh { s.chars().take(1).collect() } else { s.split(' ').next().unwrap_or("").to_owned() } }
fn table() -> &'static Table {
    T.get_or_init(|| {
        let mut t: Table = HashMap::new();
        for line in include_str!("/work/shared/grammar/verbs.tsv").lines().skip(1) {
            let f: Vec<&str> = line.split('\t').collect();
            let l: Language = f[0].parse().unwrap_or(Language::En);
            let p = super::shape::fold(f[2]);
            let a = Action::ALL.into_iter().find(|a| a.code() == f[3]).unwrap_or(Action::Other);
            t.entry((l, f[1] == "op")).or_default().entry(key(l, &p)).or_default().push((p, a));
        }
        for m in t.values_mut() { for v in m.values_mut() { v.sort_by_key(|(p, _)| std::cmp::Reverse(p.len())); } }
        t
    })
}
pub fn opener(language: Language, register: Register, text: &str) -> Option<Opener> {
    let head: String = text.trim_start_matches(['"', '“', '«', '”']).chars().take(60).collect();
    let f = super::shape::fold(&head);
    let w = if language == Language::Zh { key(language, f.trim_start_matches(['又', '还', '再', '并'])) } else { key(language, f.trim_end_matches(',')) };
    let w = w.trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let v = table().get(&(language, register == Register::Operative))?.get(&w)?;
    let ff = if language == Language::Zh { f.trim_start_matches(['又', '还', '再', '并']) } else { &f };
    let (p, a) = v.iter().find(|(p, _)| ff.starts_with(p.as_str()) && (language == Language::Zh || ff[p.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric())))?;
    Some(Opener { bytes: p.len().min(text.len()), action: *a, register })
}
pub fn classify(language: Language, register: Register, text: &str, italic: Option<usize>) -> Classified {
    let o = opener(language, register, text);
    Classified { opener_bytes: italic.or(o.map(|o| o.bytes)).unwrap_or(0), action: o.map(|o| o.action), addressees: Addressees::default() }
}
