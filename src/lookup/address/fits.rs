//! Decides whether a node fits one step of an address, and at what cost.
//!
//! A cost of 0 is an exact fit; small costs are other forms of the same label. From [`OTHERWISE`] on, the node is not
//! what was said, and is only offered as a suggestion while somebody types.

use super::parse::roman;
use super::token::normalise;
use super::{Step, Unit, Which};
use crate::document::anchor::{own_segment, repeat_suffix};
use crate::document::naming::{marker, place_among_its_like};
use crate::document::{Document, Kind, Node, NodeId};
use crate::lang::numerals::{
    LATIN, RUSSIAN, SPANISH, STEMS, abjad_place, latin_label, place, roman as to_roman,
};
use std::collections::HashMap;

/// The cost from which a node is only a suggestion.
pub(super) const OTHERWISE: u32 = 64;

/// A document, with the positions of its nodes that have no printed number.
pub(super) struct Fits<'a> {
    document: &'a Document,
    /// The position of each table, heading, vote and unnumbered paragraph among nodes of its kind, from 1; 0 for
    /// other nodes.
    counts: Vec<u32>,
    /// The scopes whose paragraphs have printed numbers.
    numbered: std::collections::HashSet<NodeId>,
    operative: bool,
    annexes: usize,
}

impl<'a> Fits<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        let mut fits = Self {
            document,
            counts: vec![0; document.len()],
            numbered: std::collections::HashSet::new(),
            operative: false,
            annexes: 0,
        };
        let mut counts: HashMap<(NodeId, Kind), u32> = HashMap::new();
        for id in document.ids() {
            let node = document.node(id);
            let within = match node.kind {
                Kind::Table | Kind::Heading | Kind::Vote | Kind::Quotation => NodeId::ROOT,
                Kind::Paragraph if node.ordinal == 0 => document.scope(id).unwrap_or_default(),
                Kind::Paragraph | Kind::Operative => {
                    fits.numbered.insert(document.scope(id).unwrap_or_default());
                    fits.operative |= node.kind == Kind::Operative;
                    continue;
                }
                Kind::Annex => {
                    fits.annexes += 1;
                    continue;
                }
                _ => continue,
            };
            let count = counts.entry((within, node.kind)).or_insert(0);
            *count += 1;
            if let Some(slot) = fits.counts.get_mut(id.index()) {
                *slot = *count;
            }
        }
        fits
    }

    /// The cost of a node for a step; `None` where it does not fit.
    pub(super) fn cost(&self, step: &Step, id: NodeId, partial: bool) -> Option<u32> {
        let node = self.document.node(id);
        let kind = self.kind_cost(step.unit, node)?;
        let label = self.document.label(id);
        let which = match &step.which {
            Which::Only => 0,
            Which::Last => return None,
            Which::Number(number) | Which::Nth(number) => self.number_cost(*number, id, step, partial)?,
            Which::Label(typed) => self.label_cost(typed, label, id, partial)?,
        };
        let repeat = match (step.repeat, repeat_suffix(label)) {
            (said, printed) if said == printed => 0,
            ("", _) => OTHERWISE,
            _ => return None,
        };
        Some(kind + which + repeat)
    }

    /// The cost of a kind of node for a unit; `None` where it does not fit.
    fn kind_cost(&self, unit: Unit, node: &Node) -> Option<u32> {
        if kind_of(unit) == Some(node.kind) {
            return Some(0);
        }
        let printed = node.ordinal > 0 && !node.label.is_empty();
        Some(match (unit, node.kind) {
            (Unit::Any, Kind::Operative) | (Unit::Any | Unit::Paragraph, Kind::Paragraph) => 0,
            // Some organs print numbers in their preambles.
            (Unit::Paragraph, Kind::Preambular) if printed => 0,
            (Unit::Scope | Unit::Section, Kind::Part) | (Unit::Part, Kind::Section) => 1,
            (Unit::Scope, Kind::Annex) => 4,
            (Unit::Scope, Kind::Article) => 8,
            // A text that is not a resolution has plain paragraphs, which readers may call operative.
            (Unit::Operative, Kind::Paragraph) if !self.operative => 8,
            (Unit::Any | Unit::Paragraph, Kind::Preambular) => OTHERWISE + 8,
            (Unit::Any, Kind::Article) => OTHERWISE + 9,
            (Unit::Any, Kind::Note) => OTHERWISE + 16,
            (Unit::Any, Kind::Section | Kind::Part) => OTHERWISE + 20,
            _ => return None,
        })
    }

    fn number_cost(&self, typed: u32, id: NodeId, step: &Step, partial: bool) -> Option<u32> {
        let nth = matches!(step.which, Which::Nth(_));
        let node = self.document.node(id);
        let label = self.document.label(id);
        let counted = self.counts.get(id.index()).copied().unwrap_or(0);
        let ordinal = match node.kind {
            // An asterisk is not note 1.
            Kind::Note if label.contains('*') => return None,
            Kind::Note => marker(label).parse().unwrap_or(node.ordinal),
            Kind::Table | Kind::Heading | Kind::Vote | Kind::Quotation => counted,
            // In a scope without printed numbers, the paragraphs are counted.
            Kind::Paragraph if node.ordinal == 0 => {
                let others = self.numbered.contains(&self.document.scope(id).unwrap_or_default());
                if others && step.unit != Unit::Unnumbered {
                    return None;
                }
                counted
            }
            Kind::Paragraph if step.unit == Unit::Unnumbered => return None,
            // A letter is not a number: "1.1" does not mean 1 (a).
            Kind::Subparagraph if !nth && !label.is_empty() => {
                let printed = typed.to_string();
                let is_it =
                    latin_label(label) == printed || own_segment(&self.document.anchor(id).0) == printed;
                return is_it.then_some(0);
            }
            // The only annex is also annex 1.
            Kind::Annex if node.ordinal == 0 => u32::from(self.annexes == 1),
            Kind::Section | Kind::Part if node.ordinal == 0 => place_among_its_like(self.document, id) as u32,
            _ => node.ordinal,
        };
        if typed == ordinal && ordinal > 0 {
            // A printed letter is not the number that was said: "part 2" is not part B.
            let lettered = node.kind.is_scope() && is_letter(last_word(&normalise(label))) && !nth;
            // Counted nodes come after those with a printed number.
            let counted = node.kind == Kind::Paragraph && node.ordinal == 0 && step.unit != Unit::Unnumbered;
            return Some(u32::from(lettered) + if counted { OTHERWISE / 2 } else { 0 });
        }
        let mut rest = ordinal / 10;
        while partial && rest > 0 {
            if rest == typed {
                return Some(OTHERWISE);
            }
            rest /= 10;
        }
        None
    }

    /// 0 where the label is printed so; 1 where it is the letter at that position of its alphabet; more where it
    /// begins so.
    fn label_cost(&self, typed: &str, printed: &str, id: NodeId, partial: bool) -> Option<u32> {
        if typed == "*" {
            return printed.contains('*').then_some(0);
        }
        let node = self.document.node(id);
        // "Annex II", "Section A": the label is the last word.
        let folded = normalise(printed);
        let last = last_word(&folded);
        let latin = |word: &str| latin_label(word).to_lowercase();
        if last == typed || (!last.is_empty() && latin(last) == latin(typed) && !latin(typed).is_empty()) {
            return Some(0);
        }
        let scope = node.kind.is_scope();
        let number = if scope { roman(&latin(typed)) } else { None };
        let only = node.kind == Kind::Annex && node.ordinal == 0 && self.annexes == 1;
        let ordinal = if only { 1 } else { node.ordinal };
        if number.is_some_and(|number| number == ordinal) && !is_letter(last) {
            return Some(1);
        }
        // The segment of the anchor, which is the same in all languages: (ii) for ㈡.
        if own_segment(&self.document.anchor(id).0).to_lowercase() == latin(typed) && !latin(typed).is_empty()
        {
            return Some(1);
        }
        if !scope
            && node.ordinal > 0
            && position(typed).any(|at| at == node.ordinal)
            && roman(last).is_none_or(|_| is_letter(typed))
        {
            // "б" is the second letter, as "b" is in another language version of the text.
            return if last.chars().count() == 1 || folded.is_empty() { Some(2) } else { None };
        }
        let begins = if node.kind == Kind::Annex && node.ordinal > 0 {
            to_roman(node.ordinal).to_lowercase().starts_with(typed)
        } else {
            !is_letter(last) && last.starts_with(typed)
        };
        (partial && begins).then_some(OTHERWISE)
    }
}

/// The kind of node that a unit names; `None` where several kinds may be meant.
fn kind_of(unit: Unit) -> Option<Kind> {
    Some(match unit {
        Unit::Any => return None,
        Unit::Paragraph | Unit::Operative => Kind::Operative,
        Unit::Preambular => Kind::Preambular,
        Unit::Unnumbered => Kind::Paragraph,
        Unit::Sub => Kind::Subparagraph,
        Unit::Scope | Unit::Section => Kind::Section,
        Unit::Annex => Kind::Annex,
        Unit::Part => Kind::Part,
        Unit::Article => Kind::Article,
        Unit::Quotation => Kind::Quotation,
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

fn last_word(folded: &str) -> &str {
    folded.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty()).unwrap_or_default()
}

fn is_letter(word: &str) -> bool {
    word.chars().count() == 1
}

/// The positions of a letter in the alphabets of list labels.
fn position(typed: &str) -> impl Iterator<Item = u32> {
    let mut letters = typed.chars();
    let letter = letters.next().filter(|_| letters.next().is_none());
    letter.into_iter().flat_map(|letter| {
        let places = [LATIN, RUSSIAN, SPANISH, STEMS].map(|alphabet| place(letter, alphabet));
        places.into_iter().chain([abjad_place(letter)]).flatten()
    })
}
