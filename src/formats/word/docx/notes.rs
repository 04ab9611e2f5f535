//! Footnotes and endnotes: in the order in which the text refers to them, numbered as they are printed.
//!
//! The names that notes have in the markup are not the printed numbers.

use crate::formats::word::numerals::Numeral;
use crate::formats::xml::{Node, Tree};
use std::borrow::Cow;
use std::collections::HashMap;

/// A note that the text refers to.
pub(super) struct Referred {
    pub(super) endnote: bool,
    /// Its name in the markup.
    pub(super) id: String,
    /// As it is printed.
    pub(super) marker: String,
    /// The mark is typed, so that the note may begin with it already.
    pub(super) typed: bool,
    pub(super) page: u32,
}

/// How notes are counted.
#[derive(Clone, Copy)]
struct Count {
    numeral: Numeral,
    start: u32,
    each_section: bool,
    next: u32,
}

/// The notes met so far.
pub(super) struct Notes {
    footnotes: Count,
    endnotes: Count,
    pub(super) referred: Vec<Referred>,
    /// Where each is in `referred`.
    met: HashMap<(bool, String), usize>,
}

impl Notes {
    /// The settings of the document, and those of its first section over them.
    pub(super) fn new(settings: &Tree<'_>, section: Option<Node<'_, '_>>) -> Self {
        let count = |name: &str, numeral: Numeral| {
            let places = [section.and_then(|section| section.child(name)), settings.root().find(name)];
            let value = |key: &str| {
                let found = places.iter().flatten().find_map(|place| place.child(key));
                found.and_then(|found| found.attribute("val"))
            };
            let start = value("numStart").and_then(|start| start.parse().ok()).unwrap_or(1);
            Count {
                numeral: value("numFmt").map_or(numeral, |name: Cow<'_, str>| Numeral::of_word(&name)),
                start,
                each_section: value("numRestart").is_some_and(|restart| restart == "eachSect"),
                next: start,
            }
        };
        Self {
            footnotes: count("footnotePr", Numeral::Decimal),
            endnotes: count("endnotePr", Numeral::LowerRoman),
            referred: Vec::new(),
            met: HashMap::new(),
        }
    }

    /// The text refers to a note: its marker as it is printed; empty where it is typed and follows.
    pub(super) fn refer(&mut self, node: Node<'_, '_>, typed: bool, page: u32) -> &str {
        let endnote = node.name() == "endnoteReference";
        let id = node.attribute("id").unwrap_or_default().into_owned();
        // A note is written once, however often damaged markup refers to it.
        let key = (endnote, id.clone());
        if let Some(&at) = self.met.get(&key) {
            return self.referred.get(at).map_or("", |known| known.marker.as_str());
        }
        self.met.insert(key, self.referred.len());
        let count = if endnote { &mut self.endnotes } else { &mut self.footnotes };
        let mut marker = String::new();
        if !typed {
            marker = count.numeral.print(count.next);
            count.next = count.next.saturating_add(1);
        }
        self.referred.push(Referred { endnote, id, marker, typed, page });
        self.referred.last().map_or("", |last| last.marker.as_str())
    }

    /// The mark of the note that was referred to last.
    pub(super) fn typed(&mut self, marker: &str) {
        if let Some(last) = self.referred.last_mut() {
            marker.clone_into(&mut last.marker);
        }
    }

    /// Another section of the document begins.
    pub(super) fn turn_section(&mut self) {
        for count in [&mut self.footnotes, &mut self.endnotes] {
            if count.each_section {
                count.next = count.start;
            }
        }
    }
}
