//! Numbers of lists: the file says how they look and where they begin, not what they are.

use crate::formats::word::numerals::Numeral;
use crate::formats::xml::{Node, Tree};
use std::cmp::Ordering;
use std::collections::HashMap;

const LEVELS: usize = 10;

#[derive(Clone, Debug, Default)]
struct Level {
    numeral: Numeral,
    before: String,
    after: String,
    /// "%1%.%2%.", which newer programs write instead.
    form: Option<String>,
    sign: Option<String>,
    start: u32,
    /// How many levels the number shows.
    shown: usize,
}

type Counts = [Option<u32>; LEVELS];

/// The styles of lists, and how far each list has been counted.
#[derive(Default)]
pub(super) struct Lists {
    styles: HashMap<String, [Level; LEVELS]>,
    /// How headings are numbered.
    outline: [Level; LEVELS],
    headings: Counts,
    /// Counts of lists that ended, by their name and by their style.
    ended: HashMap<String, Counts>,
    of_style: HashMap<String, Counts>,
    open: Vec<Open>,
}

/// A list that is open: its style, name and whether its item has its number already.
struct Open {
    style: String,
    id: Option<String>,
    counts: Counts,
    numbered: bool,
    start: Option<u32>,
}

impl Lists {
    pub(super) fn read(trees: &[&Tree<'_>]) -> Self {
        let mut lists = Self { outline: unnumbered(), ..Self::default() };
        for tree in trees {
            for node in tree.root().descendants() {
                match node.name() {
                    "list-style" => {
                        if let Some(name) = node.attribute("style:name") {
                            lists.styles.insert(name.into_owned(), levels(node));
                        }
                    }
                    "outline-style" => lists.outline = levels(node),
                    _ => {}
                }
            }
        }
        lists
    }

    /// A list begins; one inside another goes on with its counts.
    pub(super) fn begin(&mut self, node: Node<'_, '_>) {
        let get = |name: &str| node.attribute(name).map(std::borrow::Cow::into_owned);
        let outer = self.open.last();
        let style = get("style-name").or_else(|| outer.map(|outer| outer.style.clone())).unwrap_or_default();
        let counts = outer.map_or_else(
            || {
                let after = get("continue-list").and_then(|id| self.ended.get(&id));
                let same = || {
                    let goes_on = get("continue-numbering").is_some_and(|value| value == "true");
                    self.of_style.get(&style).filter(|_| goes_on)
                };
                after.or_else(same).copied().unwrap_or_default()
            },
            |outer| outer.counts,
        );
        self.open.push(Open { style, id: get("xml:id"), counts, numbered: true, start: None });
    }

    pub(super) fn end(&mut self) {
        let Some(ended) = self.open.pop() else { return };
        if let Some(outer) = self.open.last_mut() {
            outer.counts = ended.counts;
            return;
        }
        // As there may be very many, with names of any length.
        if self.ended.len() < 100_000
            && let Some(id) = ended.id
        {
            self.ended.insert(id, ended.counts);
        }
        self.of_style.insert(ended.style, ended.counts);
    }

    /// An item begins: its first paragraph has the number.
    pub(super) fn item(&mut self, node: Node<'_, '_>) {
        if let Some(open) = self.open.last_mut() {
            open.numbered = node.name() == "list-header";
            open.start = node.attribute("start-value").and_then(|start| start.parse().ok());
        }
    }

    /// The level of the list that is open, from 0.
    pub(super) fn depth(&self) -> usize {
        self.open.len().saturating_sub(1)
    }

    /// The number of the next paragraph with the space after it; empty where it has none.
    pub(super) fn next(&mut self) -> String {
        let depth = self.open.len().saturating_sub(1).min(LEVELS - 1);
        let Some(open) = self.open.last_mut().filter(|open| !open.numbered) else { return String::new() };
        open.numbered = true;
        let Some(levels) = self.styles.get(&open.style) else { return String::new() };
        let start = open.start.take();
        count(&mut open.counts, levels, depth, start);
        printed(levels, &open.counts, depth)
    }

    /// The number of a heading.
    pub(super) fn heading(&mut self, level: u8) -> String {
        let depth = usize::from(level.max(1) - 1).min(LEVELS - 1);
        count(&mut self.headings, &self.outline, depth, None);
        printed(&self.outline, &self.headings, depth)
    }
}

fn count(counts: &mut Counts, levels: &[Level; LEVELS], at: usize, anew: Option<u32>) {
    for (index, (slot, level)) in counts.iter_mut().zip(levels).enumerate() {
        let next = || slot.map_or(level.start, |last| last.saturating_add(1));
        *slot = match index.cmp(&at) {
            Ordering::Less => Some(slot.unwrap_or(level.start)),
            Ordering::Equal => Some(anew.unwrap_or_else(next)),
            Ordering::Greater => None,
        };
    }
}

fn printed(levels: &[Level; LEVELS], counts: &Counts, at: usize) -> String {
    let Some(level) = levels.get(at) else { return String::new() };
    if let Some(sign) = &level.sign {
        let drawn = sign.chars().all(|letter| ('\u{E000}'..='\u{F8FF}').contains(&letter));
        return format!("{} ", if drawn { "•" } else { sign.as_str() });
    }
    if level.numeral == Numeral::None {
        return String::new();
    }
    let number = |at: usize| {
        let number = counts.get(at).copied().flatten().unwrap_or(1);
        levels.get(at).map_or_else(String::new, |level| level.numeral.print(number))
    };
    if let Some(form) = &level.form {
        let mut out = form.clone();
        for at in 0..LEVELS {
            out = out.replace(&format!("%{}%", at + 1), &number(at));
        }
        return out + " ";
    }
    let first = (at + 1).saturating_sub(level.shown.max(1));
    let numbers: Vec<_> = (first..=at).map(number).filter(|number| !number.is_empty()).collect();
    format!("{}{}{} ", level.before, numbers.join("."), level.after)
}

/// Levels that a style does not describe.
fn unnumbered() -> [Level; LEVELS] {
    std::array::from_fn(|_| Level { numeral: Numeral::None, ..Level::default() })
}

/// The levels of a style of lists.
fn levels(node: Node<'_, '_>) -> [Level; LEVELS] {
    let mut levels = unnumbered();
    for child in node.children().filter(|child| child.name().contains("level-style")) {
        let get = |name: &str| child.attribute(name).map(std::borrow::Cow::into_owned);
        let at = get("text:level").and_then(|level| level.parse::<usize>().ok()).unwrap_or(1);
        let Some(slot) = levels.get_mut(at.saturating_sub(1)) else { continue };
        let number = |name: &str| get(name).and_then(|value| value.parse().ok()).unwrap_or(1);
        *slot = Level {
            numeral: Numeral::of_first(&get("num-format").unwrap_or_default()),
            before: get("num-prefix").unwrap_or_default(),
            after: get("num-suffix").unwrap_or_default(),
            form: get("num-list-format").filter(|form| form.len() < 200),
            sign: get("bullet-char").or_else(|| child.name().ends_with("-image").then(|| "•".to_owned())),
            start: number("start-value"),
            shown: number("display-levels") as usize,
        };
    }
    levels
}
