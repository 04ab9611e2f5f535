//! From an [`Address`] to the nodes that it may mean in a document, best first.
//!
//! Each node that fits gets a cost: how far its kind and label are from what was said. Then comes what is near the
//! node that is being read, then the order of the document.

use super::parse::roman;
use super::token::normalise;
use super::{Address, Step, Unit, Which};
use crate::document::anchor::{latin_label, repeat_suffix, roman as to_roman};
use crate::document::{Anchor, Document, Kind, Node, NodeId};

/// A number that only begins like the one typed: "1" may become "12".
const BEGINS: u32 = 4;
/// Another reading of the same words: "annex 4" as paragraph 4 of the annex.
const OTHERWISE: u32 = 20;

/// The nodes an address may mean, best first; `from` is the node being read. Empty where there is none.
pub fn resolve(address: &Address, document: &Document, from: NodeId) -> Vec<NodeId> {
    if !address.symbol.as_deref().is_none_or(|symbol| is_own(symbol, document)) {
        return Vec::new();
    }
    let mut found = Found { document, from, partial: address.partial, costs: Vec::new() };
    found.steps(&address.steps, 0);
    if let [Step { unit: Unit::Annex, which: Which::Number(number), .. }] = address.steps.as_slice() {
        let annex = Step { unit: Unit::Annex, which: Which::Only, repeat: "" };
        let paragraph = Step { unit: Unit::Any, which: Which::Number(*number), repeat: "" };
        found.steps(&[annex, paragraph], OTHERWISE);
    }
    let mut nodes = found.sorted();
    for (at, step) in address.also.iter().enumerate() {
        let mut steps = address.steps.clone();
        if let Some(last) = steps.last_mut() {
            *last = step.clone();
        }
        let mut more = Found { document, from, partial: false, costs: Vec::new() };
        more.steps(&steps, 0);
        // The second of "7 and 9" is asked for as much as the first.
        let place = (at + 1).min(nodes.len());
        nodes.splice(place..place, more.sorted().into_iter().take(1));
    }
    if address.open {
        let below: Vec<NodeId> =
            nodes.first().map(|&first| document.children(first).collect()).unwrap_or_default();
        let place = nodes.len().min(1);
        nodes.splice(
            place..place,
            below.into_iter().filter(|&id| document.node(id).kind == Kind::Subparagraph),
        );
    }
    if let Some(anchored) = by_anchor(address, document) {
        nodes.insert(0, anchored);
    }
    let mut seen = std::collections::HashSet::new();
    nodes.retain(|id| seen.insert(*id));
    nodes
}

/// The node whose anchor was typed, whatever the case of its letters.
fn by_anchor(address: &Address, document: &Document) -> Option<NodeId> {
    let typed = address.typed.trim_end_matches(['.', '(']);
    // "7" is an anchor only of a paragraph outside any part; said aloud it may mean the one of the part being read.
    if typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    document.resolve(&Anchor(typed.to_owned())).or_else(|| {
        let lower = typed.to_lowercase();
        (lower != typed).then(|| document.resolve(&Anchor(lower))).flatten()
    })
}

/// Whether a typed symbol is the document's: "65/218" is A/RES/65/218. A document without a symbol takes any.
pub fn is_own(symbol: &str, document: &Document) -> bool {
    let plain = |symbol: &str| symbol.to_uppercase().replace(char::is_whitespace, "");
    let Some(own) = document.symbol().map(plain) else { return true };
    let typed = plain(symbol);
    own == typed || own.strip_suffix(&typed).is_some_and(|head| head.ends_with('/'))
}

struct Found<'a> {
    document: &'a Document,
    from: NodeId,
    partial: bool,
    costs: Vec<(u32, NodeId)>,
}

impl Found<'_> {
    /// Adds the nodes of a path of steps.
    fn steps(&mut self, steps: &[Step], extra: u32) {
        let Some((last, outer)) = steps.split_last() else { return };
        if last.which == Which::Last {
            return self.last(last, outer);
        }
        let mut counts = Counts::default();
        let found = self.document.ids().filter_map(|id| {
            let node = self.document.node(id);
            let nth = counts.next(node.kind);
            let cost = self.fits(last, id, nth, self.partial)?;
            let above = self.fits_above(outer, id)?;
            Some((cost + above + extra, id))
        });
        let found: Vec<_> = found.collect();
        self.costs.extend(found);
    }

    /// The last node of a kind in each scope.
    fn last(&mut self, step: &Step, outer: &[Step]) {
        let kinds: &[Kind] = match step.unit {
            Unit::Preambular => &[Kind::Preambular],
            Unit::Sub => &[Kind::Subparagraph],
            Unit::Annex => &[Kind::Annex],
            Unit::Article => &[Kind::Article],
            Unit::Section | Unit::Part | Unit::Scope => &[Kind::Section, Kind::Part],
            Unit::Note => &[Kind::Note],
            Unit::Table => &[Kind::Table],
            _ => &[Kind::Operative, Kind::Paragraph],
        };
        let mut lasts: Vec<(NodeId, NodeId)> = Vec::new();
        for id in self.document.ids().filter(|&id| kinds.contains(&self.document.node(id).kind)) {
            if self.fits_above(outer, id).is_none() {
                continue;
            }
            let scope = self.document.node(id).parent;
            match lasts.iter_mut().find(|(known, _)| *known == scope) {
                Some((_, last)) => *last = id,
                None => lasts.push((scope, id)),
            }
        }
        self.costs.extend(lasts.into_iter().map(|(_, id)| (0, id)));
    }

    /// Whether the steps before the last are found above a node, from near to far; the cost of what was left out.
    fn fits_above(&self, outer: &[Step], id: NodeId) -> Option<u32> {
        let mut cost = 0;
        let mut above = self.document.ancestors(id).peekable();
        for step in outer.iter().rev() {
            loop {
                let ancestor = above.next()?;
                if let Some(fit) = self.fits(step, ancestor, 0, false) {
                    cost += fit;
                    break;
                }
                cost += u32::from(self.document.node(ancestor).kind == Kind::Subparagraph);
            }
        }
        Some(cost)
    }

    /// What it costs to take a node for a step; `None` where it cannot be meant.
    fn fits(&self, step: &Step, id: NodeId, nth: u32, partial: bool) -> Option<u32> {
        let node = self.document.node(id);
        let kind = kind_cost(step.unit, node)?;
        let label = self.document.label(id);
        let which = match &step.which {
            Which::Only => 0,
            Which::Last => return None,
            Which::Number(number) => match node.kind {
                Kind::Note => number_cost(*number, note_number(label).unwrap_or(node.ordinal), partial)?,
                Kind::Table | Kind::Heading | Kind::Vote => number_cost(*number, nth, partial)?,
                Kind::Subparagraph => {
                    let printed = latin_label(label);
                    if printed == number.to_string() {
                        0
                    } else {
                        1 + number_cost(*number, node.ordinal, false)?
                    }
                }
                Kind::Annex if node.ordinal == 0 => return None,
                _ => number_cost(*number, node.ordinal, partial)?,
            },
            Which::Label(typed) => label_cost(typed, label, node, partial)?,
        };
        let repeat = match (step.repeat, repeat_suffix(label)) {
            (said, printed) if said == printed => 0,
            ("", _) => 4,
            _ => return None,
        };
        Some(kind + which + repeat)
    }

    fn sorted(mut self) -> Vec<NodeId> {
        let here: Vec<NodeId> = self.lineage(self.from);
        let mut keyed: Vec<_> = std::mem::take(&mut self.costs)
            .into_iter()
            .map(|(cost, id)| {
                let there = self.lineage(id);
                let common = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
                let (out, into) = (here.len() - common, there.len() - common);
                // Kinds of about the same standing are told apart by where one is reading.
                (cost / 4, out, into, cost, id)
            })
            .collect();
        keyed.sort_unstable();
        keyed.dedup_by_key(|key| key.4);
        keyed.into_iter().map(|key| key.4).collect()
    }

    /// From the widest scope down to the node, the containers that say nothing left out.
    fn lineage(&self, id: NodeId) -> Vec<NodeId> {
        let mut above: Vec<NodeId> = self
            .document
            .ancestors(id)
            .filter(|&ancestor| {
                let kind = self.document.node(ancestor).kind;
                kind.is_scope() || kind.is_clause()
            })
            .collect();
        above.reverse();
        let kind = self.document.node(id).kind;
        if id == self.from && (kind.is_scope() || kind.is_clause()) {
            above.push(id);
        }
        above
    }
}

/// How many of the kinds that print no number have been met.
#[derive(Default)]
struct Counts {
    tables: u32,
    headings: u32,
    votes: u32,
}

impl Counts {
    fn next(&mut self, kind: Kind) -> u32 {
        let count = match kind {
            Kind::Table => &mut self.tables,
            Kind::Heading => &mut self.headings,
            Kind::Vote => &mut self.votes,
            _ => return 0,
        };
        *count += 1;
        *count
    }
}

/// The kind that a unit names.
fn kind_of(unit: Unit) -> Option<Kind> {
    Some(match unit {
        Unit::Any => return None,
        Unit::Paragraph | Unit::Operative => Kind::Operative,
        Unit::Preambular => Kind::Preambular,
        Unit::Sub => Kind::Subparagraph,
        Unit::Scope | Unit::Section => Kind::Section,
        Unit::Annex => Kind::Annex,
        Unit::Part => Kind::Part,
        Unit::Article => Kind::Article,
        Unit::Note => Kind::Note,
        Unit::Table => Kind::Table,
        Unit::Heading => Kind::Heading,
        Unit::Title => Kind::Title,
        Unit::Masthead => Kind::Masthead,
        Unit::Preamble => Kind::Preamble,
        Unit::OperativePart => Kind::OperativePart,
        Unit::Vote => Kind::Vote,
    })
}

/// What it costs to take a kind of node for what was said: 0 for the thing itself, fours for what one might mean.
fn kind_cost(unit: Unit, node: &Node) -> Option<u32> {
    if kind_of(unit) == Some(node.kind) {
        return Some(0);
    }
    let numbered = node.ordinal > 0 && !node.label.is_empty();
    Some(match (unit, node.kind) {
        (Unit::Any, Kind::Operative) => 0,
        (Unit::Any | Unit::Paragraph, Kind::Paragraph) if numbered => 0,
        (Unit::Scope | Unit::Section, Kind::Part) | (Unit::Part, Kind::Section) => 1,
        (Unit::Scope, Kind::Annex) => 4,
        (Unit::Operative, Kind::Paragraph) if numbered => 8,
        (Unit::Any, Kind::Preambular) | (Unit::Scope, Kind::Article) => 8,
        (Unit::Any, Kind::Article) => 9,
        (Unit::Paragraph, Kind::Preambular) => 12,
        // Where the grammar has not seen articles, their numbers are those of paragraphs.
        (Unit::Article, Kind::Paragraph) if numbered => 12,
        (Unit::Any, Kind::Note) => 16,
        (Unit::Any, Kind::Section | Kind::Part) => 20,
        _ => return None,
    })
}

/// 0 where the numbers are equal; more where the typed one may still become the other.
fn number_cost(typed: u32, ordinal: u32, partial: bool) -> Option<u32> {
    if typed == ordinal && ordinal > 0 {
        return Some(0);
    }
    let mut rest = ordinal / 10;
    while partial && rest > 0 {
        if rest == typed {
            return Some(BEGINS);
        }
        rest /= 10;
    }
    None
}

fn note_number(label: &str) -> Option<u32> {
    latin_label(label).parse().ok()
}

/// 0 where the label is printed so; 1 where the letter is that many-th of its alphabet; more where it begins so.
fn label_cost(typed: &str, printed: &str, node: &Node, partial: bool) -> Option<u32> {
    if typed == "*" {
        return printed.contains('*').then_some(0);
    }
    let folded = normalise(printed);
    // "Annex II", "Section A": the label ends the words.
    let last =
        folded.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty()).unwrap_or_default();
    let latin = |word: &str| latin_label(word).to_lowercase();
    if last == typed || (!last.is_empty() && latin(last) == latin(typed) && !latin(typed).is_empty()) {
        return Some(0);
    }
    let scope = node.kind.is_scope();
    let number = if scope { roman(&latin(typed)) } else { None };
    if number.is_some_and(|number| number == node.ordinal) && !is_letter(last) {
        return Some(1);
    }
    if !scope
        && node.ordinal > 0
        && position(typed).any(|at| at == node.ordinal)
        && roman(last).is_none_or(|_| is_letter(typed))
    {
        // "б" is the second letter, "b" in the Latin row of the same text.
        return if last.chars().count() == 1 || folded.is_empty() { Some(2) } else { None };
    }
    if partial && node.kind == Kind::Annex && node.ordinal > 0 {
        return to_roman(node.ordinal).to_lowercase().starts_with(typed).then_some(BEGINS);
    }
    (partial && !is_letter(last) && last.starts_with(typed)).then_some(BEGINS)
}

fn is_letter(word: &str) -> bool {
    word.chars().count() == 1
}

/// Where a letter stands in the alphabets by which lists are lettered.
fn position(typed: &str) -> impl Iterator<Item = u32> {
    const ALPHABETS: [&str; 5] = [
        "abcdefghijklmnopqrstuvwxyz",
        "абвгдежзиклмнопрстуфхцчшщэюя",
        "abcdefghijklmnñopqrstuvwxyz",
        "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ",
        "甲乙丙丁戊己庚辛壬癸",
    ];
    let mut letters = typed.chars();
    let letter = letters.next().filter(|_| letters.next().is_none());
    ALPHABETS
        .into_iter()
        .filter_map(move |alphabet| alphabet.chars().position(|at| Some(at) == letter))
        .map(|at| at as u32 + 1)
}
