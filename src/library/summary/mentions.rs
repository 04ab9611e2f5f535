//! Where a text stands in a document that nobody has opened: a line for each paragraph that has it.

use super::{cut_around, excerpt};
use crate::document::{Document, NodeId, citation};
use crate::lookup::find::{Follow, Match, Query, Search};
use crate::text::{clean, ellipsize};
use serde::{Deserialize, Serialize};

/// The most paragraphs that are told of a document.
pub(crate) const MOST: usize = 50;
/// The longest name of a document or of a place in it, in cells.
const NAME: usize = 60;
/// The most bytes of an anchor.
const ANCHOR: usize = 200;

/// The paragraphs of a document that have a text, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentions {
    pub(crate) symbol: Option<String>,
    pub(crate) paragraphs: Vec<Mention>,
    /// There are more than are told.
    pub(crate) more: bool,
}

/// A paragraph that has the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mention {
    pub(crate) anchor: String,
    /// Its short address: pp37, II.42.
    pub(crate) place: String,
    /// The words around the text in parts, and whether each is what was looked for.
    pub(crate) excerpt: Vec<(String, bool)>,
}

impl Mentions {
    pub(crate) fn of(document: &Document, query: &str) -> Self {
        let mut first = First::default();
        // A literal text is no expression that could be wrong.
        if let Ok(mut search) = Search::new(&Query::literal(query), NodeId::ROOT) {
            search.run(document, &mut first);
        }
        let First { found, more } = first;
        let symbol = document.symbol().map(|symbol| ellipsize(symbol, NAME).into_owned());
        Self {
            symbol,
            paragraphs: found.into_iter().filter_map(|found| Mention::of(document, found)).collect(),
            more,
        }
    }

    /// An answer of a worker, which is trusted as little as the document.
    #[must_use]
    pub(crate) fn bounded(mut self) -> Self {
        self.more |= self.paragraphs.len() > MOST;
        self.paragraphs.truncate(MOST);
        self
    }
}

impl Mention {
    fn of(document: &Document, found: Match) -> Option<Self> {
        let anchor = document.anchor(found.node).0;
        if anchor.len() > ANCHOR {
            return None;
        }
        let place = clean(&citation::brief(document, found.node)).into_owned();
        let marks = [found.span];
        let (_, start, end) = cut_around(document, found.node, &marks);
        Some(Self {
            anchor,
            place: ellipsize(&place, NAME).into_owned(),
            excerpt: excerpt(document, start, end, &marks),
        })
    }
}

/// Keeps the first match of each paragraph.
#[derive(Default)]
struct First {
    found: Vec<Match>,
    more: bool,
}

impl Follow for First {
    fn found(&mut self, found: Match, _round: bool) {
        if self.found.last().is_some_and(|last| last.node == found.node) {
            return;
        }
        self.more = self.found.len() >= MOST;
        if !self.more {
            self.found.push(found);
        }
    }

    fn goes_on(&mut self, _work: usize, _read: u8) -> bool {
        !self.more
    }
}
