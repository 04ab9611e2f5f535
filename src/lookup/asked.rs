//! What the words of a query ask for: kinds of node, what is done, of whom it is asked, and words.
//!
//! All may be typed in any of the six languages, as documents print them ("requests") or as people say them ("where do
//! they ask the SG"). Which clauses have the words is decided elsewhere.

use super::jump::{asking_han, is_asking, is_stop, led};
use crate::document::{Action, Addressees, Document, Kind, NodeId, Span};
use crate::grammar::lexicon::{self, Opener, Register};
use crate::lang::{Language, holds, tables};
use crate::text::Part as _;
use crate::text::chars::is_han;
use crate::text::fold::fold_str;

/// How many bytes of a paragraph are looked at for further verbs.
const DEEDS: usize = 4000;
/// How many words of a query count.
const TERMS: usize = 32;
/// How many Chinese characters a word of a query has at most.
const LONGEST: usize = 24;

/// What a query asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    pub kinds: Vec<Kind>,
    pub actions: Vec<Action>,
    /// Of whom it is asked: indices of addressees.
    pub of: Vec<usize>,
    /// Folded beginnings of words.
    pub words: Vec<String>,
    /// Whether an addressee is called by initials, which are not in the text.
    pub by_initials: bool,
    /// Whether an action is named by a verb as people say it.
    pub is_spoken: bool,
}

impl Asked {
    pub(super) fn of(query: &str) -> Self {
        let mut asked = Self::default();
        let folded = fold_str(query);
        let mut rest = folded.trim();
        let mut skipped = led(rest.split_whitespace());
        for _ in 0..TERMS {
            rest = rest.trim_start();
            let word = rest.split(char::is_whitespace).next().unwrap_or_default();
            if word.is_empty() {
                break;
            }
            let used = if skipped > 0 { word.len() } else { asked.take(rest, word) };
            skipped = skipped.saturating_sub(1);
            rest = rest.part(used.clamp(1, rest.len())..);
        }
        asked
    }

    /// The words that are neither an action nor an addressee.
    pub(super) fn rest(&self) -> String {
        self.words.join(" ")
    }

    /// Whether it names both what is done and of whom it is asked, or only the latter but in a way that no text does.
    pub(super) fn names_a_request(&self) -> bool {
        !self.of.is_empty() && (self.by_initials || !self.actions.is_empty())
    }

    /// Takes the term at the beginning of a query, and returns its length in bytes.
    fn take(&mut self, rest: &str, word: &str) -> usize {
        let asking = asking_han(rest);
        if asking > 0 {
            return asking;
        }
        if let Some(kinds) = kinds(word) {
            self.kinds.extend(kinds);
            return word.len();
        }
        let initials = tables().flat_map(|words| words.typed.initials).find(|(name, _)| *name == word);
        if let Some((_, index)) = initials {
            self.of.push(*index);
            self.by_initials = true;
            return word.len();
        }
        if let Some((index, bytes)) = addressee(rest) {
            self.of.push(index);
            return bytes;
        }
        if let Some((action, bytes)) = action(rest, word) {
            let said = spoken(rest, word).map(|(action, _)| action);
            self.is_spoken |= said.is_some();
            self.actions.push(said.unwrap_or(action));
            // "demande-t-on"
            return if word.starts_with(is_han) { bytes } else { bytes.max(word.len()) };
        }
        let bytes = if word.starts_with(is_han) { han_word(rest, word) } else { word.len() };
        let word = word.part(..bytes);
        // "prie le Secrétaire général"
        if !is_stop(word) && !is_asking(word) {
            self.words.push(word.to_owned());
        }
        bytes
    }

    /// Whether a clause does what is asked for, to whom it is asked for.
    pub(super) fn is_done_by(&self, document: &Document, id: NodeId) -> bool {
        self.asks_nothing()
            || opening(document, id).into_iter().chain(further(document, id)).any(|deed| self.fits(&deed))
    }

    /// Whether neither an action nor an addressee is named.
    pub(super) fn asks_nothing(&self) -> bool {
        self.actions.is_empty() && self.of.is_empty()
    }

    /// Whether this is what is to be done, by whom it is to be done.
    pub(super) fn fits(&self, deed: &Deed) -> bool {
        let &Deed { action, asked, .. } = deed;
        let asks = matches!(action, Action::Request | Action::Urge | Action::Invite);
        let done = self.actions.is_empty()
            || self.actions.contains(&action)
            || action == Action::Seized && self.actions.contains(&Action::Decide)
            // Everything that is asked of someone, however urgently.
            || asks && !self.of.is_empty() && self.actions.contains(&Action::Request);
        done && (self.of.is_empty() || asks && self.of.iter().any(|&index| asked.has(index)))
    }

    /// Whether all that this asks for is asked for by `other` too, perhaps with shorter words.
    pub(super) fn narrows(&self, other: &Self) -> bool {
        let begins = |(word, other): (&String, &String)| word.starts_with(other.as_str());
        let alike = (&self.kinds, &self.actions, &self.of) == (&other.kinds, &other.actions, &other.of);
        alike && self.words.len() >= other.words.len() && self.words.iter().zip(&other.words).all(begins)
    }
}

/// What a clause does: with one verb of it, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Deed {
    /// The verb, in the text of the document.
    pub verb: Span,
    pub action: Action,
    pub asked: Addressees,
}

/// What a clause does with its opening verb; `None` where it has none or the node is no clause.
pub(super) fn opening(document: &Document, id: NodeId) -> Option<Deed> {
    let node = document.node(id);
    let verb = Span { end: node.body.start + u32::from(node.opener), ..node.body };
    let deed = node.action.map(|action| Deed { verb, action, asked: node.addressees });
    deed.filter(|_| node.kind.is_clause())
}

/// All that a clause does, also further on in its sentence.
pub(super) fn further(document: &Document, id: NodeId) -> impl Iterator<Item = Deed> {
    let node = document.node(id);
    let language = document.language().unwrap_or(Language::En);
    let spans = document.own_spans(id).filter(move |_| node.kind.is_clause());
    spans.flat_map(move |span| {
        let at = span.start as usize;
        lexicon::deeds(language, document.slice(span), DEEDS).map(move |(verb, action, asked)| {
            let verb = Span::new(at + verb.start, at + verb.end);
            Deed { verb, action, asked }
        })
    })
}

/// The addressee that a query begins with, and the length of its name in bytes. Not all write the hyphen of
/// "Secretary-General".
fn addressee(rest: &str) -> Option<(usize, usize)> {
    let hyphenated = rest.replacen(' ', "-", 1);
    let named = Language::ALL.into_iter().filter_map(|language| {
        lexicon::addressee(language, rest).or_else(|| lexicon::addressee(language, &hyphenated))
    });
    named.filter(|(_, bytes)| ends_word(rest, *bytes)).max_by_key(|(_, bytes)| *bytes)
}

/// The bytes of a Chinese query until something else is named: a stop word or a question, an action or an addressee.
fn han_word(rest: &str, word: &str) -> usize {
    let ends = word.char_indices().map(|(at, _)| at).skip(1).take(LONGEST);
    let mut ends = ends.filter(|&at| {
        let next = rest.part(at..);
        let word = word.part(at..);
        let letter = next.chars().next().map_or(0, char::len_utf8);
        let little = is_stop(next.part(..letter)) && asking_han(next.part(letter..)) > 0;
        let splits = !next.starts_with(is_han) || little;
        splits || asking_han(next) > 0 || addressee(next).is_some() || spoken(next, word).is_some()
    });
    ends.next().unwrap_or(word.len())
}

fn ends_word(text: &str, at: usize) -> bool {
    let next = text.part(at..).chars().next();
    text.part(..at).ends_with(is_han) || next.is_none_or(|letter| !letter.is_alphanumeric() || is_han(letter))
}

/// The addressee that a text names as a whole: its key, or its name in any language, "sg".
pub(crate) fn addressee_named(folded: &str) -> Option<&'static str> {
    let spelled = folded.replace([' ', '_'], "-");
    let key = Addressees::KEYS.into_iter().find(|key| *key == spelled);
    key.or_else(|| {
        let asked = Asked::of(folded);
        let &[index] = asked.of.as_slice() else { return None };
        let alone = asked.words.is_empty() && asked.actions.is_empty();
        Addressees::KEYS.get(index).copied().filter(|_| alone)
    })
}

/// What a text names as a whole: an action by its name in JSON, or by a verb in any language, "requests".
#[cfg(feature = "library")]
pub(crate) fn action_named(folded: &str) -> Option<Action> {
    let named = Action::ALL.into_iter().find(|action| action.code().eq_ignore_ascii_case(folded));
    named.or_else(|| {
        let asked = Asked::of(folded);
        let &[action] = asked.actions.as_slice() else { return None };
        (asked.words.is_empty() && asked.of.is_empty()).then_some(action)
    })
}

/// The code of the body that a text names as a whole: the code itself, "GA", or its name in any language.
pub(crate) fn body_named(typed: &str) -> Option<&'static str> {
    let folded = fold_str(typed);
    let bodies = || tables().flat_map(|words| words.asking.bodies).filter(|(_, code)| !code.is_empty());
    let code = bodies().find(|(_, code)| code.eq_ignore_ascii_case(typed));
    code.or_else(|| bodies().find(|(name, _)| fold_str(name) == folded)).map(|(_, code)| *code)
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
    let known = known.or_else(|| {
        let named = Action::ALL.into_iter().find(|action| action.code().eq_ignore_ascii_case(word));
        named.filter(|action| *action != Action::Other).map(|action| (action, word.len()))
    });
    known.or_else(|| spoken(rest, word))
}

/// What a verb at the beginning of a query does, as people say it: "ask", "demande-t-on"; and its length in bytes.
fn spoken(rest: &str, word: &str) -> Option<(Action, usize)> {
    let code = |code: &str| Action::ALL.into_iter().find(|action| action.code() == code);
    let mut deeds = tables().flat_map(|words| words.typed.deeds);
    if word.starts_with(is_han) {
        return deeds.find_map(|(action, words)| {
            let found = words.split_whitespace().find(|word| rest.starts_with(word))?;
            Some((code(action)?, found.len()))
        });
    }
    let verb = word.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    deeds.find_map(|(action, words)| holds(words, verb).then_some((code(action)?, word.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(query: &str) -> String {
        let Asked { kinds, actions, of, words, .. } = Asked::of(query);
        format!("{kinds:?} {actions:?} {of:?} {words:?}")
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
    #[test]
    fn a_sentence_is_read_as_what_it_asks() {
        for query in [
            "where they ask the SG to report",
            "where do they request the secretary general to report",
            "what does the resolution ask of the Secretary-General about the report",
            "quand demande-t-on un report au Secrétaire général",
            "dónde se pide al Secretario General un report",
            "где просят Генерального секретаря report",
            "أين يطلبون من الأمين العام report",
            "哪里要求秘书长report",
        ] {
            let asked = Asked::of(query);
            let read = (asked.actions.as_slice(), asked.of.as_slice(), asked.rest());
            assert_eq!(read, (&[Action::Request][..], &[0][..], "report".to_owned()), "{query}");
        }
        assert_eq!(Asked::of("paragraphs about climate finance").rest(), "climate finance");
        assert_eq!(Asked::of("关于气候融资的段落").rest(), "气候融资");
    }
}
