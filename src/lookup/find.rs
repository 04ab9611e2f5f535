//! Finds text as typed anywhere in a document: what `/` marks and counts.
//!
//! The query becomes a regular expression that runs on the document's own text, so that no offsets need to be mapped
//! back. Note marks are left out of the searched text. Nothing is ranked or guessed: that is done by [`super::jump`].
//!
//! A [`Search`] goes from the place that is read to the end and then round from the beginning. Whoever follows it gets
//! each match as it is found and can stop it at any moment, to go on later or never.

mod engine;
mod pattern;
mod skim;
mod threads;
mod unmarked;

#[cfg(test)]
mod tests;

use crate::document::{Document, NodeId, Span};
use crate::text::fold_str;
use engine::{Engine, Searcher, Stopped};
use memchr::memmem::Finder;
pub use skim::Skim;
use std::sync::{Arc, OnceLock};
use unmarked::Unmarked;

/// A query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub text: String,
    /// Whether the text is a regular expression, in which accents and quotation marks match literally.
    pub regex: bool,
}

impl Query {
    /// A query for text as typed. Letters without accents also match accented ones; quotation marks and dashes match
    /// all of their kind.
    pub fn literal(text: &str) -> Self {
        Self { text: text.to_owned(), regex: false }
    }

    /// Whether upper and lower case are distinguished: only where the query has a capital, and the capitals of `\W` and
    /// `\p{L}` are not searched for.
    fn exact_case(&self) -> bool {
        let text = if self.regex { &pattern::without_escapes(&self.text) } else { &self.text };
        text.contains(char::is_uppercase)
    }
}

/// One match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Match {
    pub node: NodeId,
    /// A byte range of [`Document::text`].
    pub span: Span,
}

/// All matches in the order of the document; none for an empty query.
///
/// The error is a sentence that says why a regular expression cannot be used.
pub fn find_all(document: &Document, query: &Query) -> Result<Vec<Match>, String> {
    let mut all = All::default();
    Search::new(query, NodeId::ROOT)?.run(document, &mut all);
    Ok(all.0)
}

/// Follows a search to its end.
#[derive(Default)]
struct All(Vec<Match>);

impl Follow for All {
    fn found(&mut self, found: Match, _round: bool) {
        self.0.push(found);
    }

    fn goes_on(&mut self, _work: usize, _read: u8) -> bool {
        true
    }
}

/// Who follows a search.
pub trait Follow {
    /// A match, in reading order. `round`: the search has passed the end of the document, and the match is before the
    /// node where it began.
    fn found(&mut self, found: Match, round: bool);

    /// Whether the search is to go on. `work` is what was done since the last question, about as much as reading so
    /// many bytes; `read` is how much of the document was searched, in percent.
    fn goes_on(&mut self, work: usize, read: u8) -> bool;
}

/// The work of turning to a node, in bytes.
const TURN: usize = 32;
/// How many bytes at once are looked through for characters that a search ignores.
const WINDOW: usize = 1 << 14;

/// A search in a document that can be stopped, and goes on from the last match.
#[derive(Clone, Debug)]
pub struct Search {
    sought: Arc<Sought>,
    skim: Option<Arc<Skim>>,
    /// The node where it began.
    first: NodeId,
    /// The node that is searched, and where in its searched text the last match ended; `None`: nothing was done there.
    at: (NodeId, Option<usize>),
    round: bool,
    done: bool,
    count: usize,
}

/// What is searched for.
#[derive(Debug)]
struct Sought {
    query: Query,
    /// For text without characters that a search ignores; `None` for an empty query.
    plain: Option<Engine>,
    /// For text with such characters; made where it is needed. `None`: it would be too large.
    marked: OnceLock<Option<Engine>>,
    /// The folded query; a node with this label is found too.
    label: String,
    /// What every match has in its folded text; `None` where that is unknown.
    needle: Option<Finder<'static>>,
}

impl Sought {
    fn marked(&self) -> Option<&Engine> {
        let compile = || {
            let pattern = pattern::literal(&self.query.text, self.query.exact_case(), true);
            pattern::compile(&pattern, false).ok()
        };
        self.marked.get_or_init(compile).as_ref()
    }
}

/// The engines of a search, made ready.
struct Ready<'s> {
    plain: Searcher<'s>,
    marked: Option<Searcher<'s>>,
}

impl Search {
    /// A search that begins with this node.
    ///
    /// The error is a sentence that says why a regular expression cannot be used.
    pub fn new(query: &Query, from: NodeId) -> Result<Self, String> {
        let exact = query.exact_case();
        let plain = match query {
            Query { text, .. } if text.is_empty() => None,
            Query { text, regex: true } => Some(pattern::compile(text, !exact)?),
            Query { text, regex: false } => {
                Some(pattern::compile(&pattern::literal(text, exact, false), false)?)
            }
        };
        let label = if query.regex { String::new() } else { fold_str(query.text.trim()) };
        let done = plain.is_none();
        let needle = if query.regex { None } else { skim::needle(&query.text) };
        let sought = Arc::new(Sought { query: query.clone(), plain, marked: OnceLock::new(), label, needle });
        Ok(Self { sought, skim: None, first: from, at: (from, None), round: false, done, count: 0 })
    }

    /// Passes over what cannot match by this folded text of the document.
    #[must_use]
    pub fn skimming(self, skim: Option<Arc<Skim>>) -> Self {
        Self { skim, ..self }
    }

    /// Whether the whole document was searched.
    pub fn is_done(&self) -> bool {
        self.done
    }

    /// How many matches were found so far.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Searches on until the whole document was searched or the follower says no. `document` must be the same each
    /// time.
    pub fn run(&mut self, document: &Document, follow: &mut dyn Follow) {
        let sought = Arc::clone(&self.sought);
        let Some(plain) = &sought.plain else { return };
        let mut ready = Ready { plain: plain.searcher(), marked: None };
        let skim = self.skim.clone();
        let skim = skim.as_deref().zip(sought.needle.as_ref());
        while !self.done {
            if let ((node, None), Some((skim, needle))) = (self.at, skim) {
                let none = NodeId(document.len() as u32);
                self.at.0 = skim.next(node, needle, &sought.label).unwrap_or(none);
            }
            let (node, _) = self.at;
            let end = if self.round { self.first } else { NodeId(document.len() as u32) };
            if node >= end {
                self.done = self.round || self.first == NodeId::ROOT;
                (self.round, self.at) = (true, (NodeId::ROOT, None));
            } else if self.in_node(document, &sought, &mut ready, follow).is_ok() {
                self.at = (NodeId(node.0 + 1), None);
            } else {
                return;
            }
        }
    }

    fn in_node<'s>(
        &mut self,
        document: &Document,
        sought: &'s Sought,
        ready: &mut Ready<'s>,
        follow: &mut dyn Follow,
    ) -> Result<(), Stopped> {
        let (id, begun) = self.at;
        let node = document.node(id);
        let mut read = self.read(document, node.body.start);
        // Where there are note marks the text is copied.
        let copied = if document.marks_in(node.body).is_empty() { 0 } else { node.body.len() };
        if !follow.goes_on(TURN + copied / 8, read) {
            return Err(Stopped);
        }
        let unmarked = Unmarked::new(document, node.body);
        let text = unmarked.text.as_ref();
        let may_ignore = !sought.query.regex && self.skim.as_ref().is_none_or(|skim| skim.may_ignore(id));
        let ignorable = may_ignore && has_ignorable(text, &mut |work| follow.goes_on(work, read))?;
        if ignorable && ready.marked.is_none() {
            ready.marked = sought.marked().map(Engine::searcher);
        }
        let searcher = match &mut ready.marked {
            Some(marked) if ignorable => marked,
            _ => &mut ready.plain,
        };
        if begun.is_none()
            && node.label.len() < skim::LABEL
            && is_label(&sought.label, document.slice(node.label))
        {
            follow.found(Match { node: id, span: node.label }, self.round);
            self.count += 1;
        }
        let mut from = begun.unwrap_or(0);
        self.at.1 = Some(from);
        while let Some(found) = searcher.next(text, from, &mut |work| follow.goes_on(work, read))? {
            let span = unmarked.source(&found);
            follow.found(Match { node: id, span }, self.round);
            self.count += 1;
            from = found.end;
            self.at.1 = Some(from);
            read = self.read(document, span.end);
        }
        Ok(())
    }

    /// How much of the document was searched when the search has come to this byte of it, in percent.
    fn read(&self, document: &Document, at: u32) -> u8 {
        let all = document.text().len().max(1);
        let first = document.nodes().get(self.first.index()).map_or(0, |node| node.body.start as usize);
        let read =
            if self.round { all - first.min(all) + at as usize } else { (at as usize).saturating_sub(first) };
        (read.min(all) * 100 / all) as u8
    }
}

/// Whether a text contains characters that a search ignores.
fn has_ignorable(text: &str, go_on: &mut dyn FnMut(usize) -> bool) -> Result<bool, Stopped> {
    let mut rest = text;
    while !rest.is_empty() {
        let (window, after) = rest.split_at(rest.floor_char_boundary(WINDOW.min(rest.len())));
        if !window.is_ascii() && pattern::has_ignorable(window) {
            return Ok(true);
        }
        if !go_on(window.len() / 16) {
            return Err(Stopped);
        }
        rest = after;
    }
    Ok(false)
}

/// Whether a label was typed in full: "7.", "(b)" and "annex II". "7" and "b" alone would match too many labels.
fn is_label(folded: &str, label: &str) -> bool {
    !folded.is_empty() && !label.is_empty() && fold_str(label) == folded
}
