//! Filters the clauses of a document: by words, by what is done, by who is asked, and by kind.
//!
//! "requests sg" is everything asked of the Secretary-General, in whatever language the document is. A verb or a name
//! may be typed in any of the six languages.

use super::jump::is_stop;
use crate::document::{Action, Addressees, Document, Kind, NodeId};
use crate::grammar::lexicon::{self, Opener, Register};
use crate::lang::{Language, holds, tables};
use crate::text::Part as _;
use crate::text::chars::is_han;
use crate::text::fold::fold_str;

/// Longer texts, in bytes, are not filtered, since a key waits for the result.
pub(crate) const MOST: usize = 4 << 20;
/// How many bytes of a paragraph are looked at for further verbs.
const DEEDS: usize = 4000;
/// How many words of a query count.
const TERMS: usize = 16;

/// What is asked for. A clause must satisfy all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Wanted {
    kinds: Vec<Kind>,
    actions: Vec<Action>,
    /// Indices of addressees.
    asked: Vec<usize>,
    /// Folded beginnings of words.
    words: Vec<String>,
}

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
    let wanted = Wanted::of(query);
    if document.text().len() > MOST || wanted == Wanted::default() {
        return None;
    }
    let mut out = Sifted::default();
    let mut within = NodeId::ROOT;
    for id in document.ids().skip(1) {
        let node = document.node(id);
        if id < within {
            out.shown.push(id);
        } else if wanted.admits(document, id) {
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

impl Wanted {
    fn of(query: &str) -> Self {
        let mut wanted = Self::default();
        let folded = fold_str(query);
        let mut rest = folded.trim();
        for _ in 0..TERMS {
            rest = rest.trim_start();
            let word = rest.split(' ').next().unwrap_or_default();
            if word.is_empty() {
                break;
            }
            let used = wanted.take(rest, word);
            rest = rest.part(used.clamp(1, rest.len())..);
        }
        wanted
    }

    /// Takes the term at the beginning of a query, and returns its length in bytes.
    fn take(&mut self, rest: &str, word: &str) -> usize {
        if let Some(kinds) = kinds(word) {
            self.kinds.extend(kinds);
            return word.len();
        }
        let initials = tables().flat_map(|words| words.initials).find(|(name, _)| *name == word);
        if let Some((_, index)) = initials {
            self.asked.push(*index);
            return word.len();
        }
        let named = Language::ALL.into_iter().filter_map(|language| lexicon::addressee(language, rest));
        let named = named.filter(|(_, bytes)| ends_word(rest, *bytes));
        if let Some((index, bytes)) = named.max_by_key(|(_, bytes)| *bytes) {
            self.asked.push(index);
            return bytes;
        }
        if let Some((action, bytes)) = action(rest, word) {
            self.actions.push(action);
            return bytes;
        }
        // "prie le Secrétaire général"
        if !is_stop(word) {
            self.words.push(word.to_owned());
        }
        word.len()
    }

    fn admits(&self, document: &Document, id: NodeId) -> bool {
        let node = document.node(id);
        let kind = node.kind;
        let in_kinds = if self.kinds.is_empty() {
            kind.is_clause() || matches!(kind, Kind::Note | Kind::Table | Kind::Title) || kind.is_scope()
        } else {
            self.kinds.contains(&kind)
        };
        in_kinds && self.does(document, id) && self.says(document, id)
    }

    /// Whether the clause does what is asked for, to whom it is asked for.
    fn does(&self, document: &Document, id: NodeId) -> bool {
        if self.actions.is_empty() && self.asked.is_empty() {
            return true;
        }
        let node = document.node(id);
        if !node.kind.is_clause() {
            return false;
        }
        let fits = |action: Action, asked: Addressees| {
            let asks = matches!(action, Action::Request | Action::Urge | Action::Invite);
            let done = self.actions.is_empty()
                || self.actions.contains(&action)
                || action == Action::Seized && self.actions.contains(&Action::Decide)
                // Everything that is asked of someone, however urgently.
                || asks && !self.asked.is_empty() && self.actions.contains(&Action::Request);
            done && (self.asked.is_empty() || asks && self.asked.iter().any(|&index| asked.has(index)))
        };
        if node.action.is_some_and(|action| fits(action, node.addressees)) {
            return true;
        }
        let language = document.language().unwrap_or(Language::En);
        let mut bodies = document.own_spans(id).map(|span| document.slice(span));
        bodies.any(|body| lexicon::deeds(language, body, DEEDS).any(|(action, asked)| fits(action, asked)))
    }

    /// Whether the words of the clause, or of the heading that names it, have all the words asked for.
    fn says(&self, document: &Document, id: NodeId) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let own = document.own_spans(id).map(|span| document.slice(span));
        let text = fold_str(&own.collect::<Vec<_>>().join(" "));
        self.words.iter().all(|word| has_word(&text, word))
    }
}

/// Whether a text has a word that begins like this; in Chinese, whether it has these characters.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.part(..at).chars().next_back();
        word.starts_with(is_han) || !before.is_some_and(char::is_alphanumeric)
    })
}

fn ends_word(text: &str, at: usize) -> bool {
    text.part(at..).chars().next().is_none_or(|letter| !letter.is_alphanumeric() || is_han(letter))
}

/// The kinds of node that a word names in any language: "pp", "notes".
fn kinds(word: &str) -> Option<Vec<Kind>> {
    let named =
        |list: fn(&crate::lang::Words) -> &'static str| tables().any(|words| holds(list(words), word));
    if named(|words| words.units.preambular.typed) {
        Some(vec![Kind::Preambular])
    } else if named(|words| words.units.operative.typed) {
        Some(vec![Kind::Operative])
    } else if named(|words| words.units.note.typed) {
        Some(vec![Kind::Note])
    } else if named(|words| words.units.table.typed) {
        Some(vec![Kind::Table])
    } else if named(|words| words.units.annex.typed) {
        Some(vec![Kind::Annex])
    } else {
        None
    }
}

/// What a verb at the beginning of a query does, as it opens a paragraph in any language, or by the English name of the
/// action; and its length in bytes.
fn action(rest: &str, word: &str) -> Option<(Action, usize)> {
    let registers = [Register::Operative, Register::Preambular];
    let found = Language::ALL.into_iter().flat_map(|language| {
        registers.into_iter().filter_map(move |register| lexicon::opener(language, register, rest))
    });
    let known = found.filter(|opener| opener.action != Action::Other && ends_word(rest, opener.bytes));
    let longer = |one: Opener, other: Opener| if other.bytes > one.bytes { other } else { one };
    let known = known.reduce(longer).map(|opener| (opener.action, opener.bytes));
    known.or_else(|| {
        let named = Action::ALL.into_iter().find(|action| action.code().eq_ignore_ascii_case(word));
        named.filter(|action| *action != Action::Other).map(|action| (action, word.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(query: &str) -> String {
        let Wanted { kinds, actions, asked, words } = Wanted::of(query);
        format!("{kinds:?} {actions:?} {asked:?} {words:?}")
    }

    #[test]
    fn a_query_is_read_in_any_language() {
        for query in [
            "requests sg",
            "request SG",
            "prie sg",
            "prie le secrétaire général",
            "solicita sg",
            "просит гс",
            "تطلب إلى الأمين العام",
            "请秘书长",
        ] {
            assert_eq!(wanted(query), "[] [Request] [0] []", "{query}");
        }
        insta::assert_snapshot!(["decides", "decide", "pp water", "notes", "calls upon states", "member states", "zebra 12"].map(wanted).join("\n"), @r#"
        [] [Decide] [] []
        [] [Decide] [] []
        [Preambular] [] [] ["water"]
        [Note] [] [] []
        [] [Urge] [3] []
        [] [] [2] []
        [] [] [] ["zebra", "12"]
        "#);
    }
}
