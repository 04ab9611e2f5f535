//! Filters the clauses of a document: by words, by what is done, by who is asked, and by kind.
//!
//! "requests sg" is everything asked of the Secretary-General, in whatever language the document is: `asked.rs` reads the
//! query.

use super::asked::{self, Asked, Deed};
use crate::document::{Document, Kind, NodeId, Span};
use crate::text::Part as _;
use crate::text::chars::is_han;
use crate::text::fold::{fold, fold_str};
use crate::text::hash::Spread;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// Longer texts, in bytes, are not filtered, since a key waits for the result.
pub(crate) const MOST: usize = 4 << 20;

/// What a filter lets through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sifted {
    /// The clauses that match, in reading order; of those within each other, the outermost.
    pub matches: Vec<NodeId>,
    /// These, what contains them, and what they contain, in reading order.
    pub shown: Vec<NodeId>,
}

/// The clauses of one document as a filter tests them. What a clause says and does is found out once, and a query that
/// grows is tried only on what the shorter one let through.
#[derive(Debug, Default)]
pub(crate) struct Clauses {
    /// The folded words of a node.
    said: Kept<Box<str>>,
    /// What it does.
    done: Kept<Box<[Deed]>>,
    last: Option<(Asked, Sifted)>,
}

type Kept<T> = HashMap<NodeId, T, BuildHasherDefault<Spread>>;

impl Clauses {
    /// Filters the document, which must be the same each time; `None` where it is too long, or the query says nothing.
    pub(crate) fn sift(&mut self, document: &Document, query: &str) -> Option<&Sifted> {
        let asked = Asked::of(query);
        let last = self.last.take();
        if document.text().len() > MOST || asked == Asked::default() {
            return None;
        }
        let sifted = match last {
            Some((known, sifted)) if known == asked => sifted,
            Some((known, sifted)) if asked.narrows(&known) => {
                self.among(document, &asked, sifted.shown.into_iter())
            }
            _ => self.among(document, &asked, document.ids().skip(1)),
        };
        self.last = Some((asked, sifted));
        self.last.as_ref().map(|(_, sifted)| sifted)
    }

    /// What the query lets through of these nodes, which are in reading order.
    fn among(&mut self, document: &Document, asked: &Asked, ids: impl Iterator<Item = NodeId>) -> Sifted {
        let mut out = Sifted::default();
        let mut within = NodeId::ROOT;
        for id in ids {
            if id < within {
                out.shown.push(id);
            } else if self.admits(asked, document, id) {
                let known = out.shown.last().copied().unwrap_or_default();
                let above: Vec<NodeId> = document.ancestors(id).take_while(|&up| up > known).collect();
                out.shown.extend(above.into_iter().rev());
                out.shown.push(id);
                out.matches.push(id);
                within = document.node(id).subtree_end;
            }
        }
        out
    }

    /// Whether a clause satisfies all of what is asked for.
    fn admits(&mut self, asked: &Asked, document: &Document, id: NodeId) -> bool {
        let kind = document.node(id).kind;
        let in_kinds = if asked.kinds.is_empty() {
            kind.is_clause() || matches!(kind, Kind::Note | Kind::Table | Kind::Title) || kind.is_scope()
        } else {
            asked.kinds.contains(&kind)
        };
        in_kinds && self.does(asked, document, id) && self.says(asked, document, id)
    }

    fn does(&mut self, asked: &Asked, document: &Document, id: NodeId) -> bool {
        if asked.asks_nothing() || asked::opening(document, id).is_some_and(|deed| asked.fits(&deed)) {
            return true;
        }
        let done = self.done.entry(id).or_insert_with(|| asked::further(document, id).collect());
        done.iter().any(|deed| asked.fits(deed))
    }

    /// Whether the words of the clause, or of the heading that names it, have all the words asked for.
    fn says(&mut self, asked: &Asked, document: &Document, id: NodeId) -> bool {
        if asked.words.is_empty() {
            return true;
        }
        let text = self.said.entry(id).or_insert_with(|| {
            let own = document.own_spans(id).map(|span| document.slice(span));
            fold_str(&own.collect::<Vec<_>>().join(" ")).into()
        });
        asked.words.iter().all(|word| begins(text, word).next().is_some())
    }

    /// What of a node matches the query, in order: its words, and the verbs by which it does what is asked for.
    pub(crate) fn marks(&self, document: &Document, id: NodeId) -> Vec<Span> {
        let Some((asked, _)) = &self.last else { return Vec::new() };
        let deeds = asked::opening(document, id).into_iter().chain(asked::further(document, id));
        let deeds = deeds.filter(|deed| !asked.asks_nothing() && asked.fits(deed));
        let mut marks: Vec<Span> = deeds.map(|deed| deed.verb).collect();
        let body = document.node(id).body;
        let folded = fold(document.slice(body));
        for word in &asked.words {
            marks.extend(begins(&folded.text, word).map(|at| {
                let source = folded.source(at..at + word.len());
                Span::new(body.start as usize + source.start, body.start as usize + source.end)
            }));
        }
        marks.sort_unstable();
        marks.dedup_by(|next, before| next.overlaps(*before));
        marks
    }
}

/// Where a text has words that begin like this; in Chinese, where it has these characters.
fn begins<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    text.match_indices(word).map(|(at, _)| at).filter(move |&at| {
        let before = text.part(..at).chars().next_back();
        word.starts_with(is_han) || !before.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar;

    const TEXT: &str = "The General Assembly,\n\nRecalling the report on rivers,\n\nI\n\nRivers\n\n1. Decides to rest:\n\n\
        (a) By the river;\n\n(b) By the report of the lake;\n\n2. Requests the Secretary-General to report on rivers;\n\n\
        3. Takes note of the report, and requests the Secretary-General to publish it;\n\n4. Requests States to report.\n";

    #[test]
    fn a_query_that_is_typed_letter_by_letter_lets_through_what_it_does_at_once() {
        let document = grammar::parse(TEXT, grammar::Options::default());
        for query in
            ["requests sg report", "report river", "decides report", "op rivers", "report lake", "zebra"]
        {
            let mut typed = Clauses::default();
            let ends = query.char_indices().map(|(at, letter)| at + letter.len_utf8());
            // Forwards, and some letters back.
            for end in ends.clone().chain(ends.rev().take(4)) {
                let part = query.part(..end);
                let whole = Clauses::default().sift(&document, part).cloned();
                assert_eq!(typed.sift(&document, part).cloned(), whole, "{part:?}");
            }
        }
    }

    #[test]
    fn the_words_and_the_verbs_that_match_are_marked() {
        let document = grammar::parse(TEXT, grammar::Options::default());
        let marked = |query: &str| {
            let mut clauses = Clauses::default();
            let matches =
                clauses.sift(&document, query).map(|sifted| sifted.matches.clone()).unwrap_or_default();
            let marks = matches.iter().flat_map(|&id| clauses.marks(&document, id));
            marks.map(|span| document.slice(span)).collect::<Vec<_>>().join("|")
        };
        assert_eq!(marked("repo rivers"), "repo|rivers|repo|rivers");
        assert_eq!(marked("requests sg pub"), "requests|pub");
        assert_eq!(marked("requests states"), "Requests");
    }
}
