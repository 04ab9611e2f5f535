//! Numbers of lists. The file says their format and first number; the numbers themselves are counted.

use crate::formats::word::numbering::{LEVELS, Level, count, printed};
use crate::formats::word::numerals::Numeral;
use crate::formats::xml::{Node, Tree};
use std::collections::HashMap;

type Counts = [Option<u32>; LEVELS];

/// The list styles, and the last number of each list.
#[derive(Default)]
pub(super) struct Lists {
    styles: HashMap<String, [Level; LEVELS]>,
    /// The levels with which headings are numbered.
    outline: [Level; LEVELS],
    headings: Counts,
    /// The numbers of lists that ended, by the list's id and by its style, for lists that continue them.
    ended: HashMap<String, Counts>,
    of_style: HashMap<String, Counts>,
    open: Vec<Open>,
}

/// An open list: its style, its id, and whether its current item already has its number.
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

    /// Begins a list. A list inside another continues the other's count.
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
        // A hostile file can have very many lists, with ids of any length.
        if self.ended.len() < 100_000
            && let Some(id) = ended.id
        {
            self.ended.insert(id, ended.counts);
        }
        self.of_style.insert(ended.style, ended.counts);
    }

    /// Begins an item, whose first paragraph gets the number.
    pub(super) fn item(&mut self, node: Node<'_, '_>) {
        if let Some(open) = self.open.last_mut() {
            open.numbered = node.name() == "list-header";
            open.start = node.attribute("start-value").and_then(|start| start.parse().ok());
        }
    }

    /// The level of the innermost open list, from 0.
    pub(super) fn depth(&self) -> usize {
        self.open.len().saturating_sub(1)
    }

    /// The number of the next paragraph, with the space after it; empty where it has none.
    pub(super) fn next(&mut self) -> String {
        let depth = self.open.len().saturating_sub(1).min(LEVELS - 1);
        let Some(open) = self.open.last_mut().filter(|open| !open.numbered) else { return String::new() };
        open.numbered = true;
        let Some(levels) = self.styles.get(&open.style) else { return String::new() };
        let start = open.start.take();
        next(&mut open.counts, levels, depth, start)
    }

    /// The number of a heading, with the space after it; empty where headings are not numbered.
    pub(super) fn heading(&mut self, level: u8) -> String {
        let depth = usize::from(level.max(1) - 1).min(LEVELS - 1);
        next(&mut self.headings, &self.outline, depth, None)
    }
}

/// Increments the count and formats the number, with a space after it.
fn next(counts: &mut Counts, levels: &[Level; LEVELS], at: usize, anew: Option<u32>) -> String {
    count(counts, levels, at, |level| anew.filter(|_| level == at));
    let number = levels.get(at).map_or_else(String::new, |level| printed(level, levels, counts));
    if number.is_empty() { number } else { number + " " }
}

fn unnumbered() -> [Level; LEVELS] {
    std::array::from_fn(|_| Level { numeral: Numeral::None, start: 1, ..Level::default() })
}

fn levels(node: Node<'_, '_>) -> [Level; LEVELS] {
    let mut levels = unnumbered();
    let styles = || node.children().filter(|child| child.name().contains("level-style"));
    let place = |child: Node<'_, '_>| {
        let level = child.attribute("text:level").and_then(|level| level.parse::<usize>().ok());
        level.unwrap_or(1).saturating_sub(1)
    };
    for child in styles() {
        if let Some(slot) = levels.get_mut(place(child)) {
            let start = child.attribute("start-value").and_then(|value| value.parse().ok());
            slot.start = start.unwrap_or(1);
            slot.numeral = Numeral::of_first(&child.attribute("num-format").unwrap_or_default());
        }
    }
    for child in styles() {
        let sign = child.attribute("bullet-char").map(std::borrow::Cow::into_owned);
        let sign = sign.or_else(|| child.name().ends_with("-image").then(|| "•".to_owned()));
        let text = if sign.is_none() { text(child, place(child), &levels) } else { String::new() };
        if let Some(slot) = levels.get_mut(place(child)) {
            if sign.is_some() {
                slot.numeral = Numeral::Bullet;
            }
            slot.text = sign.unwrap_or(text);
        }
    }
    levels
}

/// The format of the number of a level, as in Word's markup: "(%2)", "%1.%2.".
fn text(style: Node<'_, '_>, at: usize, levels: &[Level; LEVELS]) -> String {
    if levels.get(at).is_none_or(|level| level.numeral == Numeral::None) {
        return String::new();
    }
    let number = |at: usize| format!("%{}", char::from_digit(at as u32 + 1, 11).unwrap_or('1'));
    // Newer versions write the format as "%1%.%2%.".
    if let Some(form) = style.attribute("num-list-format").filter(|form| form.len() < 200) {
        return (0..LEVELS)
            .fold(form.into_owned(), |form, at| form.replace(&format!("%{}%", at + 1), &number(at)));
    }
    let get = |name: &str| style.attribute(name).unwrap_or_default();
    let shown = get("display-levels").parse::<usize>().unwrap_or(1).max(1);
    let counted = |at: &usize| levels.get(*at).is_some_and(|level| level.numeral != Numeral::None);
    let numbers: Vec<String> = ((at + 1).saturating_sub(shown)..=at).filter(counted).map(number).collect();
    format!("{}{}{}", get("num-prefix"), numbers.join("."), get("num-suffix"))
}
