//! Filters the clauses of a document: by words, by what is done, by who is asked, and by kind.
//!
//! "requests sg" is everything asked of the Secretary-General, in whatever language the document is: `asked.rs` reads the
//! query.

use super::asked::Asked;
use crate::document::{Document, Kind, NodeId};
use crate::text::Part as _;
use crate::text::chars::is_han;
use crate::text::fold::fold_str;

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

/// Filters a document; `None` where it is too long, or the query says nothing.
pub(crate) fn sift(document: &Document, query: &str) -> Option<Sifted> {
    let asked = Asked::of(query);
    if document.text().len() > MOST || asked == Asked::default() {
        return None;
    }
    let mut out = Sifted::default();
    let mut within = NodeId::ROOT;
    for id in document.ids().skip(1) {
        let node = document.node(id);
        if id < within {
            out.shown.push(id);
        } else if admits(&asked, document, id) {
            let known = out.shown.last().copied().unwrap_or_default();
            let above: Vec<NodeId> = document.ancestors(id).take_while(|&up| up > known).collect();
            out.shown.extend(above.into_iter().rev());
            out.shown.push(id);
            out.matches.push(id);
            within = node.subtree_end;
        }
    }
    Some(out)
}

/// Whether a clause satisfies all of what is asked for.
fn admits(asked: &Asked, document: &Document, id: NodeId) -> bool {
    let kind = document.node(id).kind;
    let in_kinds = if asked.kinds.is_empty() {
        kind.is_clause() || matches!(kind, Kind::Note | Kind::Table | Kind::Title) || kind.is_scope()
    } else {
        asked.kinds.contains(&kind)
    };
    in_kinds && asked.is_done_by(document, id) && says(asked, document, id)
}

/// Whether the words of the clause, or of the heading that names it, have all the words asked for.
fn says(asked: &Asked, document: &Document, id: NodeId) -> bool {
    if asked.words.is_empty() {
        return true;
    }
    let own = document.own_spans(id).map(|span| document.slice(span));
    let text = fold_str(&own.collect::<Vec<_>>().join(" "));
    asked.words.iter().all(|word| has_word(&text, word))
}

/// Whether a text has a word that begins like this; in Chinese, whether it has these characters.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.part(..at).chars().next_back();
        word.starts_with(is_han) || !before.is_some_and(char::is_alphanumeric)
    })
}
