//! Automatic numbers: what word processors print before a paragraph although it is not in its text.

use super::docx::styles::is_on;
use crate::formats::word::numerals::Numeral;
use crate::formats::xml::{Node, Tree};
use std::collections::{HashMap, HashSet};

pub(in crate::formats::word) const LEVELS: usize = 10;

/// The list that a paragraph is numbered in, and its level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::formats::word) struct Counted {
    pub(in crate::formats::word) list: Option<String>,
    pub(in crate::formats::word) level: Option<usize>,
}

/// The lists of a document, and the last number of each.
#[derive(Default)]
pub(in crate::formats::word) struct Numbering {
    /// Definitions of lists, by their own ids.
    shapes: HashMap<String, Shape>,
    /// Lists by the ids with which paragraphs refer to them.
    lists: HashMap<String, List>,
    /// The list that each list style stands for.
    of_style: HashMap<String, String>,
    /// The last number of each level, by the id of the definition.
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    /// The lists and levels whose overridden start was already used.
    begun: HashSet<(String, usize)>,
}

#[derive(Clone, Default)]
pub(in crate::formats::word) struct Shape {
    pub(in crate::formats::word) levels: [Level; LEVELS],
    /// The list style whose definition it uses.
    link: Option<String>,
}

#[derive(Clone, Debug, Default)]
pub(in crate::formats::word) struct Level {
    pub(in crate::formats::word) start: u32,
    pub(in crate::formats::word) numeral: Numeral,
    /// The format of the number, such as "%1.%2": a digit after a percent sign stands for the number of that level,
    /// "%a" for the tenth.
    pub(in crate::formats::word) text: String,
    /// Whether all numbers are printed as decimal digits.
    pub(in crate::formats::word) legal: bool,
    /// The levels after which it restarts: those above this one; 0 for none.
    pub(in crate::formats::word) restart: Option<usize>,
    /// Whether nothing separates the number from the text.
    pub(in crate::formats::word) tight: bool,
    /// The style of the paragraphs that are numbered at this level.
    pub(in crate::formats::word) style: Option<String>,
    pub(in crate::formats::word) hidden: bool,
}

#[derive(Clone, Default)]
pub(in crate::formats::word) struct List {
    pub(in crate::formats::word) shape: String,
    pub(in crate::formats::word) starts: [Option<u32>; LEVELS],
    /// The levels for which this list overrides its definition.
    pub(in crate::formats::word) others: HashMap<usize, Level>,
}

impl Counted {
    /// What a `w:pPr` says itself.
    pub(in crate::formats::word) fn read(properties: Option<Node<'_, '_>>) -> Self {
        let Some(node) = properties.and_then(|properties| properties.child("numPr")) else {
            return Self::default();
        };
        let value = |name: &str| node.child(name).and_then(|child| child.attribute("val"));
        Self {
            list: value("numId").map(std::borrow::Cow::into_owned),
            level: value("ilvl").and_then(|level| level.parse().ok()),
        }
    }
}

impl Numbering {
    pub(super) fn read(source: &str) -> Self {
        let tree = Tree::parse(source);
        let mut numbering = Self::default();
        for node in tree.root().descendants() {
            match node.name() {
                "abstractNum" => numbering.shape(node),
                "num" => numbering.list(node),
                _ => {}
            }
        }
        numbering
    }

    fn shape(&mut self, node: Node<'_, '_>) {
        let Some(id) = node.attribute("abstractNumId") else { return };
        let mut shape = Shape::default();
        for child in node.children() {
            match child.name() {
                "lvl" => {
                    if let Some((at, level)) = level(child)
                        && let Some(slot) = shape.levels.get_mut(at)
                    {
                        *slot = level;
                    }
                }
                "numStyleLink" => shape.link = child.attribute("val").map(std::borrow::Cow::into_owned),
                "styleLink" => {
                    if let Some(style) = child.attribute("val") {
                        self.of_style.insert(style.into_owned(), id.clone().into_owned());
                    }
                }
                _ => {}
            }
        }
        self.shapes.insert(id.into_owned(), shape);
    }

    fn list(&mut self, node: Node<'_, '_>) {
        let Some(id) = node.attribute("numId") else { return };
        let mut list = List::default();
        for child in node.children() {
            match child.name() {
                "abstractNumId" => list.shape = child.attribute("val").unwrap_or_default().into_owned(),
                "lvlOverride" => {
                    let at = child.attribute("ilvl").and_then(|at| at.parse::<usize>().ok()).unwrap_or(0);
                    let start = child
                        .child("startOverride")
                        .and_then(|start| start.attribute("val"))
                        .and_then(|start| start.parse().ok());
                    if let Some(slot) = list.starts.get_mut(at) {
                        *slot = start;
                    }
                    if let Some((at, level)) = child.child("lvl").and_then(level) {
                        list.others.insert(at, level);
                    }
                }
                _ => {}
            }
        }
        self.lists.insert(id.into_owned(), list);
    }

    /// Makes the lists of a format that does not describe them in this markup.
    pub(in crate::formats::word) fn new(
        shapes: HashMap<String, Shape>,
        lists: HashMap<String, List>,
    ) -> Self {
        Self { shapes, lists, ..Self::default() }
    }

    /// The number of the next paragraph of a list, with the space after it; empty where no number is printed.
    pub(in crate::formats::word) fn next(&mut self, counted: &Counted, style: Option<&str>) -> String {
        let Some(list_id) = counted.list.as_deref().filter(|id| *id != "0") else { return String::new() };
        let Some(list) = self.lists.get(list_id) else { return String::new() };
        let Some((shape_id, shape)) = self.shape_of(&list.shape) else { return String::new() };
        let by_style =
            || shape.levels.iter().position(|level| level.style.is_some() && level.style.as_deref() == style);
        let at = counted.level.or_else(by_style).unwrap_or(0).min(LEVELS - 1);
        let levels: [Level; LEVELS] = std::array::from_fn(|at| {
            list.others.get(&at).or_else(|| shape.levels.get(at)).cloned().unwrap_or_default()
        });
        let (starts, shape_id) = (list.starts, shape_id.to_owned());
        let counts = self.counts.entry(shape_id).or_default();
        count(counts, &levels, at, |level| {
            let start = starts.get(level).copied().flatten()?;
            self.begun.insert((list_id.to_owned(), level)).then_some(start)
        });
        let Some(level) = levels.get(at).filter(|level| !level.hidden) else { return String::new() };
        let mut words = printed(level, &levels, counts);
        if !words.is_empty() && !level.tight {
            words.push(' ');
        }
        words
    }

    /// The definition of a list, followed through the style that it may be linked to.
    fn shape_of<'s>(&'s self, id: &'s str) -> Option<(&'s str, &'s Shape)> {
        let shape = self.shapes.get(id)?;
        let linked = shape.link.as_ref().and_then(|style| self.of_style.get(style));
        match linked.and_then(|id| Some((id.as_str(), self.shapes.get(id)?))) {
            Some(linked) => Some(linked),
            None => Some((id, shape)),
        }
    }
}

/// Increments a level; the levels below it restart.
pub(super) fn count(
    counts: &mut [Option<u32>; LEVELS],
    levels: &[Level; LEVELS],
    at: usize,
    mut anew: impl FnMut(usize) -> Option<u32>,
) {
    for (index, (slot, level)) in counts.iter_mut().zip(levels).enumerate() {
        if index < at {
            if slot.is_none() {
                *slot = Some(anew(index).unwrap_or(level.start));
            }
        } else if index == at {
            *slot = Some(match (anew(index), *slot) {
                (Some(start), _) => start,
                (None, Some(last)) => last.saturating_add(1),
                (None, None) => level.start,
            });
        } else if level.restart.is_none_or(|restart| at < restart) {
            *slot = None;
        }
    }
}

/// What is printed before a paragraph is made of so many characters of the list; the longest in use has a dozen.
const LONGEST: usize = 120;

/// The number as it is printed before the text.
pub(super) fn printed(level: &Level, levels: &[Level; LEVELS], counts: &[Option<u32>; LEVELS]) -> String {
    if level.numeral == Numeral::Bullet {
        // Characters of symbol fonts are replaced, since they mean nothing in another font.
        let sign = level.text.trim();
        let drawn = sign.chars().all(is_drawn);
        return if drawn && !sign.is_empty() { "•".to_owned() } else { sign.to_owned() };
    }
    let mut out = String::new();
    // The text is repeated before each paragraph.
    let mut letters = level.text.chars().take(LONGEST).peekable();
    while let Some(letter) = letters.next() {
        let digit = letters.peek().and_then(|next| next.to_digit(11)).filter(|_| letter == '%');
        let Some(at) = digit.and_then(|digit| (digit as usize).checked_sub(1)) else {
            out.push(letter);
            continue;
        };
        letters.next();
        let Some(other) = levels.get(at) else { continue };
        let number = counts.get(at).copied().flatten().unwrap_or(other.start);
        let numeral =
            if level.legal && other.numeral != Numeral::None { Numeral::Decimal } else { other.numeral };
        out.push_str(&numeral.print(number));
        // One percent sign may print ten digits, and there may be many.
        if out.len() > LONGEST {
            break;
        }
    }
    out
}

/// Whether a letter is drawn as a bullet in symbol fonts: "l" is a filled circle, "o" an empty one.
fn is_drawn(letter: char) -> bool {
    matches!(letter, '\u{E000}'..='\u{F8FF}' | '\u{A1}'..='\u{FF}') && letter != '·'
        || letter.is_ascii_alphanumeric()
}

/// Reads a level and its index.
fn level(node: Node<'_, '_>) -> Option<(usize, Level)> {
    let at = node.attribute("ilvl")?.parse().ok()?;
    let value = |name: &str| node.child(name).and_then(|child| child.attribute("val"));
    let level = Level {
        start: value("start").and_then(|start| start.parse().ok()).unwrap_or(0),
        numeral: value("numFmt").map_or(Numeral::Decimal, |name| Numeral::of_word(&name)),
        text: value("lvlText").unwrap_or_default().into_owned(),
        legal: node.child("isLgl").is_some_and(is_on),
        restart: value("lvlRestart").and_then(|restart| restart.parse().ok()),
        tight: value("suff").is_some_and(|suffix| suffix == "nothing"),
        style: value("pStyle").map(std::borrow::Cow::into_owned),
        hidden: node.child("rPr").and_then(|run| run.child("vanish")).is_some_and(is_on),
    };
    Some((at, level))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is printed for paragraphs, each given by its list and level.
    fn printed(source: &str, paragraphs: &[(&str, usize)]) -> String {
        let mut numbering = Numbering::read(source);
        let next = |&(list, level): &(&str, usize)| {
            numbering.next(&Counted { list: Some(list.to_owned()), level: Some(level) }, None)
        };
        paragraphs.iter().map(next).collect::<String>()
    }

    const LISTS: &str = r#"<numbering><abstractNum abstractNumId="7">
        <lvl ilvl="0"><start val="1"/><numFmt val="decimal"/><lvlText val="%1."/></lvl>
        <lvl ilvl="1"><start val="1"/><numFmt val="lowerLetter"/><lvlText val="(%2)"/></lvl>
        <lvl ilvl="2"><start val="1"/><numFmt val="lowerRoman"/><isLgl/><lvlText val="%1.%2.%3"/></lvl>
        <lvl ilvl="3"><numFmt val="bullet"/><lvlText val="&#xF0B7;"/></lvl>
        <lvl ilvl="4"><numFmt val="bullet"/><lvlText val="l"/></lvl></abstractNum>
        <num numId="1"><abstractNumId val="7"/></num>
        <num numId="2"><abstractNumId val="7"/><lvlOverride ilvl="0"><startOverride val="5"/></lvlOverride></num>
        <num numId="3"><abstractNumId val="9"/></num><abstractNum abstractNumId="9"><numStyleLink val="UN"/></abstractNum>
        <abstractNum abstractNumId="10"><styleLink val="UN"/><lvl ilvl="0"><start val="3"/><numFmt val="upperRoman"/>
        <lvlText val="%1"/><suff val="nothing"/></lvl></abstractNum></numbering>"#;

    #[test]
    fn levels_are_counted_separately_and_restart() {
        let paragraphs = [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("1", 3), ("1", 4)];
        assert_eq!(printed(LISTS, &paragraphs), "1. (a) (b) 1.2.1 2. (a) • • ");
    }

    #[test]
    fn a_label_is_no_longer_than_any_in_use() {
        let long = "%1".repeat(100_000);
        let source = format!(
            r#"<numbering><num numId="1"><abstractNumId val="0"/></num><abstractNum abstractNumId="0">
            <lvl ilvl="0"><start val="2000000000"/><numFmt val="lowerLetter"/><lvlText val="{long}"/></lvl>
            </abstractNum></numbering>"#
        );
        let label = printed(&source, &[("1", 0)]);
        assert!(label.starts_with("2000000000") && label.len() < 200, "{label}");
    }

    #[test]
    fn a_list_may_override_its_first_number_once() {
        assert_eq!(printed(LISTS, &[("1", 0), ("2", 0), ("2", 0), ("1", 0)]), "1. 5. 6. 7. ");
    }

    #[test]
    fn a_list_may_use_the_definition_of_another() {
        assert_eq!(printed(LISTS, &[("3", 0), ("3", 0), ("0", 0), ("99", 0)]), "IIIIV");
    }
}
