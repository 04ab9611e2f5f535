//! A document's text folded once, so that a search need not look into paragraphs that cannot match.
//!
//! It knows less than a search does. Where a part of the query stands in a folded paragraph the query may match there;
//! where it does not, the query cannot.

use super::pattern;
use super::unmarked::Unmarked;
use crate::document::{Document, NodeId};
use crate::text::Part as _;
use crate::text::{fold_letters, fold_str};
use memchr::memmem::Finder;
use std::collections::HashMap;

/// Labels of this many bytes and more are not found by being typed.
pub(super) const LABEL: usize = 80;

/// The folded text of a document, without note marks.
#[derive(Debug)]
pub struct Skim {
    /// The bodies of all nodes, each followed by a line feed, which stands in no folded text.
    text: String,
    /// Where in it each node begins.
    starts: Vec<usize>,
    /// The nodes with characters that folding drops, in order.
    dropping: Vec<NodeId>,
    /// The nodes with each folded label, in order.
    labels: HashMap<String, Vec<NodeId>>,
}

impl Skim {
    /// Folds a document. `None` where the folded text would be more than twice as long.
    pub fn new(document: &Document) -> Option<Self> {
        let most = document.text().len() * 2 + document.len() + 64;
        let mut skim = Self {
            text: String::with_capacity(document.text().len() + document.len()),
            starts: Vec::with_capacity(document.len()),
            dropping: Vec::new(),
            labels: HashMap::new(),
        };
        for id in document.ids() {
            let node = document.node(id);
            skim.starts.push(skim.text.len());
            if fold_letters(&Unmarked::new(document, node.body).text, &mut skim.text) {
                skim.dropping.push(id);
            }
            skim.text.push('\n');
            if !node.label.is_empty() && node.label.len() < LABEL {
                skim.labels.entry(fold_str(document.slice(node.label))).or_default().push(id);
            }
            if skim.text.len() > most {
                return None;
            }
        }
        Some(skim)
    }

    /// The first node from here on in which the needle stands, or which has this label; `None` where there is none.
    pub(super) fn next(&self, from: NodeId, needle: &Finder<'_>, label: &str) -> Option<NodeId> {
        let start = *self.starts.get(from.index())?;
        let at = needle.find(self.text.as_bytes().part(start..)).map(|at| start + at);
        let body = at.map(|at| NodeId(self.starts.partition_point(|start| *start <= at) as u32 - 1));
        let labelled = self.labels.get(label).map(Vec::as_slice).unwrap_or_default();
        let labelled = labelled.get(labelled.partition_point(|id| *id < from)).copied();
        body.into_iter().chain(labelled).min()
    }

    /// Whether a node may have characters that a search ignores.
    pub(super) fn may_ignore(&self, id: NodeId) -> bool {
        self.dropping.binary_search(&id).is_ok()
    }
}

/// What stands, folded, in every text that the typed text matches: its longest run of letters that each fold to one
/// letter. `None` where there is none.
pub(super) fn needle(typed: &str) -> Option<Finder<'static>> {
    let mut runs = vec![String::new()];
    for letter in pattern::letters(typed) {
        match (plain(letter), runs.last_mut()) {
            (Some(folded), Some(run)) => run.push(folded),
            _ => runs.push(String::new()),
        }
    }
    let longest = runs.into_iter().max_by_key(String::len).filter(|run| !run.is_empty())?;
    Some(Finder::new(longest.as_bytes()).into_owned())
}

/// What a letter folds to, where that is one letter for all that it matches.
fn plain(letter: char) -> Option<char> {
    if letter.is_whitespace() {
        return None;
    }
    let fold = |letter: char| {
        let mut folded = String::new();
        fold_letters(letter.encode_utf8(&mut [0; 4]), &mut folded);
        let mut letters = folded.chars();
        letters.next().filter(|_| letters.next().is_none())
    };
    let folded = fold(letter)?;
    letter
        .to_lowercase()
        .chain(letter.to_uppercase())
        .all(|other| fold(other) == Some(folded))
        .then_some(folded)
}

#[cfg(test)]
mod tests {
    use super::super::{All, Query, Search, find_all};
    use super::*;
    use crate::document::{Builder, Kind, Span};
    use crate::text::chars::INVISIBLE;
    use proptest::prelude::*;
    use std::sync::Arc;

    fn document(paragraphs: &[String]) -> Document {
        let mut builder = Builder::new();
        for (at, body) in paragraphs.iter().enumerate() {
            builder.leaf(Kind::Operative, &format!("{}.", at + 1), at as u32 + 1, body, Span::default());
        }
        builder.finish()
    }

    fn skimmed(document: &Document, query: &Query) -> Vec<super::super::Match> {
        let mut all = All::default();
        let skim = Skim::new(document).map(Arc::new);
        Search::new(query, NodeId::ROOT).unwrap().skimming(skim).run(document, &mut all);
        all.0
    }

    #[test]
    fn what_a_search_ignores_is_dropped_by_folding() {
        let invisible = INVISIBLE.iter().flat_map(|&(first, last)| first..=last);
        for letter in invisible.chain(['\u{640}', '\u{301}', '\u{64e}', '\u{93f}', '\u{20dd}']) {
            let mut folded = String::new();
            assert!(fold_letters(letter.encode_utf8(&mut [0; 4]), &mut folded), "{letter:?}");
            assert_eq!(folded, "", "{letter:?}");
        }
    }

    #[test]
    fn a_label_typed_in_full_is_found_where_no_text_has_it() {
        let document = document(&["Rivers".to_owned(), "Lakes".to_owned()]);
        let found = skimmed(&document, &Query::literal("2."));
        assert_eq!(found.iter().map(|found| document.slice(found.span)).collect::<Vec<_>>(), ["2."]);
    }

    proptest! {
        /// Whatever the text and the query, nothing is passed over that a search finds.
        #[test]
        fn the_same_is_found_with_and_without_skimming(
            paragraphs in proptest::collection::vec(
                "[a-eéÉß œŒoeıİſ\u{301}\u{ad}\u{a0}ﬁСсcоo²2№—\\-\u{640}الأإ界각ﷺ]{0,12}", 1..6),
            query in "[a-eéÉßœoeEiIısS\u{301} \u{ad}fiСсcо2N—الأ界각ﷺ.]{1,4}",
        ) {
            let document = document(&paragraphs);
            let query = Query::literal(&query);
            prop_assert_eq!(skimmed(&document, &query), find_all(&document, &query).unwrap());
        }
    }
}
