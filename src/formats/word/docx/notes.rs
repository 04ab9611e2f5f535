//! Footnotes and endnotes, in the order in which the text refers to them, with the numbers that are printed.
//!
//! The ids that notes have in the markup are not their printed numbers.

use crate::formats::word::numerals::Numeral;
use crate::formats::xml::{Node, Tree};
use std::borrow::Cow;
use std::collections::HashMap;

/// A note that the text refers to.
pub(super) struct Referred {
    pub(super) endnote: bool,
    /// Its id in the markup.
    pub(super) id: String,
    /// The marker as printed.
    pub(super) marker: String,
    /// Whether the mark is typed, in which case the note may begin with it already.
    pub(super) typed: bool,
    pub(super) page: u32,
}

/// How one kind of note is numbered.
#[derive(Clone, Copy)]
struct Count {
    numeral: Numeral,
    start: u32,
    each_section: bool,
    next: u32,
}

/// The notes referred to so far.
pub(super) struct Notes {
    footnotes: Count,
    endnotes: Count,
    pub(super) referred: Vec<Referred>,
    /// The index in `referred` of each note, by whether it is an endnote and by its id.
    met: HashMap<(bool, String), usize>,
}

impl Notes {
    /// Starts with the settings of the document, which those of its first section override.
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

    /// Records a reference to a note. Returns its marker as printed; empty where the marker is typed and follows in
    /// the text.
    pub(super) fn refer(&mut self, node: Node<'_, '_>, typed: bool, page: u32) -> &str {
        let endnote = node.name() == "endnoteReference";
        let id = node.attribute("id").unwrap_or_default().into_owned();
        // A note is written once, even where damaged markup refers to it many times.
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

    /// Sets the typed mark of the note that was referred to last.
    pub(super) fn typed(&mut self, marker: &str) {
        if let Some(last) = self.referred.last_mut() {
            marker.clone_into(&mut last.marker);
        }
    }

    /// Begins another section, in which notes may be numbered anew.
    pub(super) fn turn_section(&mut self) {
        for count in [&mut self.footnotes, &mut self.endnotes] {
            if count.each_section {
                count.next = count.start;
            }
        }
    }
}
