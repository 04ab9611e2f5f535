//! Anchors: names of nodes that can be saved, typed and linked to. `op7(b)(ii)`, `pp3`, `II.op3`, `annex-I.4`, `fn4`.
//!
//! A node has the same anchor in every language version and in every file format: a section is named by its order
//! ("II" for "ثانيا" and for "二"), a sub-paragraph by its label in Latin letters. What people type ("par. 7 b)") is
//! read by `lookup::address`, not here.

use super::naming::marker;
use super::symbol::number::letters;
use super::{Document, Kind, NodeId};
use crate::lang::Language;
use crate::lang::numerals::{HAN, STEMS, latin_label, ringed, roman};
use crate::lang::tables;
use crate::text::Part as _;
use crate::text::cursor::Cursor;
use std::collections::HashMap;
use std::collections::hash_map::{Entry, RandomState};
use std::fmt;
use std::hash::BuildHasher;

/// The name of a node, unique in its document and the same when the document is read again.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Anchor(pub String);

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Anchor {
    fn from(anchor: &str) -> Self {
        Self(anchor.to_owned())
    }
}

/// The anchors of all nodes of a document, computed when the first one is asked for.
///
/// A hostile file can have a node for every few bytes, and a million of them with the same name. To save memory, all
/// names stand in one string; a name is looked up by its hash and then compared with that string.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    names: String,
    ends: Vec<u32>,
    /// The first node of each name, by the hash of the name.
    first: HashMap<u64, NodeId>,
    /// The further nodes of a name, by the first node of that name: those whose anchors end in `~2`, `~3`, ..., in
    /// order.
    repeats: HashMap<NodeId, Vec<NodeId>>,
    hasher: RandomState,
}

impl Anchors {
    pub(super) fn of(document: &Document) -> Self {
        let mut anchors = Self::default();
        let mut counts: HashMap<(NodeId, char), u32> = HashMap::new();
        for id in document.ids() {
            let mut name = anchors.prefix(document, id);
            push_segment(&mut name, document, id, &mut counts);
            match anchors.first.entry(anchors.hasher.hash_one(name.as_str())) {
                Entry::Vacant(free) => {
                    free.insert(id);
                }
                Entry::Occupied(taken) => {
                    let again = anchors.repeats.entry(*taken.get()).or_default();
                    again.push(id);
                    let written = fmt::Write::write_fmt(&mut name, format_args!("~{}", again.len() + 1));
                    debug_assert!(written.is_ok(), "writing to a String does not fail");
                }
            }
            anchors.names.push_str(&name);
            anchors.ends.push(anchors.names.len() as u32);
        }
        anchors
    }

    fn name(&self, id: NodeId) -> &str {
        let index = id.index();
        let start = index.checked_sub(1).map_or(0, |before| self.ends.get(before).copied().unwrap_or(0));
        let end = self.ends.get(index).copied().unwrap_or(start);
        self.names.part(start as usize..end as usize)
    }

    pub(super) fn anchor(&self, id: NodeId) -> Anchor {
        Anchor(self.name(id).to_owned())
    }

    pub(super) fn resolve(&self, anchor: &Anchor) -> Option<NodeId> {
        let named = |name: &str| self.first.get(&self.hasher.hash_one(name)).copied();
        let is_it = |id: &NodeId| self.name(*id) == anchor.0;
        named(&anchor.0).filter(is_it).or_else(|| {
            let (bare, count) = anchor.0.rsplit_once('~')?;
            let again = self.repeats.get(&named(bare)?)?;
            again.get(count.parse::<usize>().ok()?.checked_sub(2)?).copied().filter(is_it)
        })
    }

    /// The name of the nearest ancestor that is part of the anchor, with a dot where the next segment needs one.
    fn prefix(&self, document: &Document, id: NodeId) -> String {
        let attached = matches!(document.node(id).kind, Kind::Subparagraph | Kind::Continuation);
        for ancestor in document.ancestors(id) {
            let kind = document.node(ancestor).kind;
            if kind.is_scope() {
                let mut name = self.name(ancestor).to_owned();
                name.push('.');
                return name;
            }
            if attached && !kind.is_synthetic() {
                return self.name(ancestor).to_owned();
            }
        }
        String::new()
    }
}

fn push_segment(
    name: &mut String,
    document: &Document,
    id: NodeId,
    counts: &mut HashMap<(NodeId, char), u32>,
) {
    use fmt::Write as _;
    let node = document.node(id);
    let label = document.label(id);
    let mut counted = |letter: char| {
        let count = counts.entry((document.scope(id).unwrap_or_default(), letter)).or_insert(0);
        *count += 1;
        *count
    };
    let numbered = |prefix: &str, ordinal: u32| format!("{prefix}{ordinal}{}", repeat_suffix(label));
    let written = match node.kind {
        Kind::Document => write!(name, "top"),
        Kind::Masthead => write!(name, "masthead"),
        Kind::MastheadLine => write!(name, "m{}", counted('m')),
        Kind::Title => write!(name, "title"),
        Kind::Preamble => write!(name, "preamble"),
        Kind::Enacting => write!(name, "enacting"),
        Kind::Preambular => write!(name, "{}", numbered("pp", node.ordinal)),
        Kind::OperativePart => write!(name, "operative"),
        Kind::Operative => write!(name, "{}", numbered("op", node.ordinal)),
        Kind::Paragraph if node.ordinal > 0 => match target_name(label) {
            Some(target) => write!(name, "{target}"),
            None => write!(name, "{}", numbered("", node.ordinal)),
        },
        Kind::Paragraph => write!(name, "p{}", counted('p')),
        Kind::Subparagraph => {
            let below_letter = is_below_letter(document, id);
            write!(name, "({})", subparagraph_name(label, node.ordinal, document.language(), below_letter))
        }
        Kind::Continuation => write!(name, "+{}", {
            let count = counts.entry((node.parent, '+')).or_insert(0);
            *count += 1;
            *count
        }),
        // One language version may have a row of asterisks where another has none, so it is not counted as a heading.
        Kind::Heading if document.is_break(id) => {
            write!(name, "break{}", counted('b'))
        }
        Kind::Heading => write!(name, "h{}", counted('h')),
        Kind::Section | Kind::Part => {
            let named = scope_name(label, node.ordinal);
            if named.is_empty() { write!(name, "s{}", counted('s')) } else { write!(name, "{named}") }
        }
        Kind::Annex => match node.ordinal {
            0 => write!(name, "annex"),
            ordinal => write!(name, "annex-{}", roman(ordinal)),
        },
        Kind::Article => write!(name, "{}", numbered("art", node.ordinal)),
        Kind::Table => write!(name, "t{}", counted('t')),
        Kind::Quotation => write!(name, "q{}", counted('q')),
        Kind::Vote => write!(name, "vote{}", counted('v')),
        Kind::Closing => write!(name, "closing{}", counted('c')),
        Kind::Notes => write!(name, "notes"),
        Kind::Note => write!(name, "fn{}", marker(label)),
    };
    debug_assert!(written.is_ok(), "writing to a String does not fail");
}

/// The name of a sub-paragraph: its label in Latin letters, or its position in its list where it prints none.
///
/// Where the other languages print the numeral "(i)", Arabic prints '1' and Chinese ㈠ or (一), at any level; a plain
/// "1." is a "1." in all of them (seen in all sub-paragraphs of General Assembly resolutions of sessions 75 to 80 and
/// of Security Council resolutions of 2022 to 2024). "(1)" is read as such a numeral only directly below a lettered
/// sub-paragraph, where United Nations documents have it, (a) (i) a. i.: some Arabic and Chinese texts have lost the
/// quotation marks or the circle.
fn subparagraph_name(label: &str, ordinal: u32, language: Option<Language>, below_letter: bool) -> String {
    // "OP2(a)" repeats the number of its paragraph.
    let label = label.find('(').and_then(|at| label.get(at..)).unwrap_or(label);
    let latin = latin_label(label);
    if latin.is_empty() {
        return ordinal.to_string();
    }
    let digits = latin.bytes().all(|byte| byte.is_ascii_digit());
    if digits && ordinal > 0 && matches!(language, Some(Language::Ar | Language::Zh)) {
        let numeral = |letter: char| {
            matches!(letter, '\'' | '‘' | '’' | '`') || ringed(letter).is_some() || HAN.contains(letter)
        };
        if label.contains(numeral) || below_letter && label.contains([')', '）']) {
            return roman(ordinal).to_lowercase();
        }
    }
    latin
}

/// The name of a target below a goal, as the 2030 Agenda numbers them: "1.1", "1.a".
fn target_name(label: &str) -> Option<String> {
    let (goal, target) = label.split_once('.')?;
    let counts = |part: &str| part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let target = latin_label(target.trim_end_matches('.'));
    let letter = target.len() == 1 && target.bytes().all(|byte| byte.is_ascii_lowercase());
    let known = !goal.is_empty() && counts(goal) && !target.is_empty() && (counts(&target) || letter);
    known.then(|| format!("{goal}.{target}"))
}

/// Whether a clause is a direct child of a sub-paragraph that has a letter, not a numeral.
fn is_below_letter(document: &Document, id: NodeId) -> bool {
    let parent = document.node(id).parent;
    let above = document.node(parent);
    let latin = latin_label(document.label(parent));
    above.kind == Kind::Subparagraph
        && latin.starts_with(|first: char| first.is_ascii_alphabetic())
        && !roman(above.ordinal).eq_ignore_ascii_case(&latin)
}

/// The name of a section or a lettered part: the letter that it prints, else its number in Roman numerals, whatever
/// word or numeral its language uses. Empty where it prints neither.
fn scope_name(label: &str, ordinal: u32) -> String {
    let bare = label.trim_matches(|letter: char| !letter.is_alphanumeric());
    let last = bare.rsplit(char::is_whitespace).next().unwrap_or(bare);
    let latin = latin_label(last);
    let one = last.chars().count() == 1;
    if one && latin.bytes().all(|byte| byte.is_ascii_uppercase()) && !latin.is_empty() {
        // A letter that does not fit the position is a misprint, and the position gives the name. "I" may be a Roman
        // numeral.
        let place = |letter: &str| letter.bytes().next().map_or(0, |byte| u32::from(byte - b'A') + 1);
        let misprinted = (1..=26).contains(&ordinal)
            && latin.len() == 1
            && place(&latin) != ordinal
            && !"IVXLCDM".contains(latin.as_str());
        let due = u8::try_from(ordinal).ok().filter(|_| misprinted);
        return due.map_or(latin, |ordinal| char::from(b'A' + ordinal - 1).to_string());
    }
    // "Section 29A", "الباب 29 ألف": sections of the programme budget that are divided under one number.
    if let Some(digits) = bare.find(|letter: char| letter.is_ascii_digit()) {
        let rest = bare.part(digits..).trim_start_matches(|letter: char| letter.is_ascii_digit());
        let mut names = Language::Zh.words().units.section.headed.iter();
        let rest = names.find_map(|name| rest.strip_suffix(name)).unwrap_or(rest);
        let letter = letters(&mut Cursor::new(rest, 0));
        if letter.len() == 1 && ordinal > 0 {
            return format!("{}-{letter}", roman(ordinal));
        }
    }
    // "باء", "الجزء باء".
    let mut cursor = Cursor::new(last, 0);
    let letter = letters(&mut cursor);
    if cursor.rest().is_empty() && letter.len() == 1 {
        return letter;
    }
    if one && STEMS.contains(last) {
        return latin.to_uppercase();
    }
    if ordinal > 0 { roman(ordinal) } else { latin_label(label) }
}

/// The last segment of an anchor, which names the node itself: `ii` of `op7(b)(ii)`, `II` of `annex-I.II`.
pub(crate) fn own_segment(anchor: &str) -> &str {
    anchor.rsplit(['(', '.']).next().unwrap_or_default().trim_end_matches(')')
}

/// The suffix of a printed number in Latin letters: "bis", "ter", ...; empty for a plain number.
pub(crate) fn repeat_suffix(label: &str) -> &'static str {
    tables()
        .flat_map(|words| words.addresses.repeats)
        .find(|(printed, _)| label.contains(printed))
        .map_or("", |(_, latin)| latin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Builder, Span};

    #[test]
    fn a_section_has_one_name_in_every_language() {
        for label in [
            "II",
            "II.",
            "Part II",
            "Chapitre 2",
            "Раздел II",
            "ثانيا",
            "الجزء الثاني",
            "二",
            "二、",
            "第二部分",
        ] {
            assert_eq!(scope_name(label, 2), "II", "{label}");
        }
        for label in ["B", "B.", "Part B", "В", "باء", "باء -", "乙"] {
            assert_eq!(scope_name(label, 2), "B", "{label}");
        }
        assert_eq!(scope_name("Chapitre premier", 1), "I");
        assert_eq!(scope_name("十一", 11), "XI");
        assert_eq!(scope_name("", 0), "");
    }

    #[test]
    fn a_subparagraph_has_one_name_in_every_language() {
        use Language::{Ar, En, Zh};
        for (label, ordinal, language, below_letter, name) in [
            ("(i)", 1, En, false, "i"),
            ("(1)", 1, En, true, "1"),
            ("(1)", 1, Ar, true, "i"),
            ("(1)", 1, Ar, false, "1"),
            ("(1)", 1, Zh, false, "1"),
            ("1 -", 1, Ar, true, "1"),
            ("1.", 1, Zh, true, "1"),
            ("'2'", 2, Ar, false, "ii"),
            ("’2‘", 2, Ar, true, "ii"),
            ("(٤)", 4, Ar, true, "iv"),
            ("㈢", 3, Zh, false, "iii"),
            ("(十一)", 11, Zh, true, "xi"),
            ("(e)", 5, En, false, "e"),
            ("(ﻫ)", 5, Ar, false, "e"),
            ("(هـ)", 5, Ar, false, "e"),
            ("(أ أ)", 27, Ar, false, "aa"),
            ("(乙)", 2, Zh, false, "b"),
            ("(丑)", 2, Zh, false, "b"),
            ("•", 3, Ar, true, "3"),
        ] {
            assert_eq!(subparagraph_name(label, ordinal, Some(language), below_letter), name, "{label}");
        }
    }

    #[test]
    fn nodes_with_the_same_name_have_different_anchors_and_are_found_again() {
        let mut builder = Builder::new();
        for _ in 0..3 {
            builder.open(Kind::Operative, Span::default());
            builder.node_mut(builder.current()).ordinal = 7;
            builder.leaf(Kind::Subparagraph, "(a)", 1, "", Span::default());
            builder.close();
        }
        let document = builder.finish();
        let names: Vec<String> = document.ids().map(|id| document.anchor(id).0).collect();
        assert_eq!(names, ["top", "op7", "op7(a)", "op7~2", "op7~2(a)", "op7~3", "op7~3(a)"]);
        for id in document.ids() {
            assert_eq!(document.resolve(&document.anchor(id)), Some(id));
        }
        for wrong in ["op7~1", "op7~4", "op7~", "~2", "op7~02", ""] {
            assert_eq!(document.resolve(&wrong.into()), None, "{wrong}");
        }
    }
}
