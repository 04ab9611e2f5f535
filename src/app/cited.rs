//! Who cites a document or a paragraph of it, and what it cites, as lists. Nothing is drawn here.

use super::links::{self, Goal};
use crate::document::{Anchor, Document, Kind, NodeId, Span, Target, citation};
use crate::lang::Language;
use crate::library::Source;
use crate::library::enquiry::{Entry, Passage};
use crate::library::scan::natural;
use crate::lookup::address;
use crate::messages::Messages;
use crate::text::Part as _;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// The most lines of a list.
const MOST: usize = 5000;
/// The most bytes of a paragraph that are shown.
const LONGEST: usize = 8000;

/// Which way references are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    CitedBy,
    Cites,
}

/// In what order they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// As the paragraphs of the document stand, or the newest of those who cite it first.
    First,
    Symbol,
    /// By the paragraph of the open document that is cited.
    Cited,
}

impl Order {
    pub(crate) fn next(self, side: Side) -> Self {
        match (self, side) {
            (Self::First, _) => Self::Symbol,
            (Self::Symbol, Side::CitedBy) => Self::Cited,
            (Self::Symbol | Self::Cited, _) => Self::First,
        }
    }

    pub(crate) fn said(self, side: Side, messages: Messages) -> &'static str {
        match (self, side) {
            (Self::First, Side::CitedBy) => messages.sorted_by_date(),
            (Self::First, Side::Cites) => messages.sorted_by_place(),
            (Self::Symbol, _) => messages.sorted_by_symbol(),
            (Self::Cited, _) => messages.sorted_by_cited(),
        }
    }

    /// The indices of the lines in this order: of all of the document, or of those that concern the paragraph.
    pub(crate) fn of(self, lines: &[Line], whole: bool) -> Vec<usize> {
        let mut kept: Vec<(usize, &Line)> =
            lines.iter().enumerate().filter(|(_, line)| whole || line.near).collect();
        let key = |line: &Line| match self {
            Self::Cited => (line.cited.first().cloned().unwrap_or_else(|| "~".to_owned()), line.name.clone()),
            Self::First | Self::Symbol => (line.name.clone(), String::new()),
        };
        if self != Self::First {
            kept.sort_by(|(_, left), (_, right)| {
                let (left, right) = (key(left), key(right));
                natural(&left.0, &right.0).then_with(|| natural(&left.1, &right.1))
            });
        }
        kept.into_iter().map(|(index, _)| index).collect()
    }
}

/// Where a line of the list leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Lead {
    /// A paragraph of a document of the library, and what is marked there.
    Paragraph(Source, Anchor, String),
    Goal(Goal),
    /// A document that may not be opened.
    Nowhere,
}

/// A paragraph that cites, or a document that is cited.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// The other document: its symbol, or else the name of its file.
    pub name: String,
    /// The paragraph that cites: its anchor, and its short address.
    pub anchor: String,
    pub place: String,
    /// The paragraphs that are cited, as addresses.
    pub cited: Vec<String>,
    /// The words of the paragraph or note that cites, with the citation in them.
    pub text: String,
    pub mark: Range<usize>,
    /// In the open document, the paragraph that cites and the place of the citation, or of the mark of its note.
    pub here: Option<(NodeId, Span)>,
    /// What the library knows of the other document; `None`: it is not there, or that is not known yet.
    pub entry: Option<Entry>,
    pub lead: Lead,
    /// It concerns the paragraph that the list was opened for.
    pub near: bool,
}

impl Line {
    /// The names of the columns of a table for spreadsheets, for each side.
    pub(crate) fn columns(side: Side) -> &'static [&'static str] {
        match side {
            Side::CitedBy => &Passage::COLUMNS,
            Side::Cites => &Entry::COLUMNS,
        }
    }

    /// The row of that table.
    pub(crate) fn cells(&self, side: Side) -> Vec<String> {
        let entry = self.entry.as_ref();
        let title = entry.and_then(|entry| entry.title.clone()).unwrap_or_default();
        let cited = self.cited.join("; ");
        match side {
            Side::CitedBy => vec![
                entry.and_then(|entry| entry.symbol.clone()).unwrap_or_default(),
                self.anchor.clone(),
                cited,
                entry.and_then(|entry| entry.date.clone()).unwrap_or_default(),
                entry.and_then(|entry| entry.language).map_or("", Language::code).to_owned(),
                title,
                self.text.clone(),
                entry.and_then(|entry| entry.origin.as_ref()).map_or_else(String::new, Source::typed),
            ],
            Side::Cites => {
                let held = if entry.is_some() { "yes" } else { "no" };
                vec![self.anchor.clone(), self.name.clone(), cited, held.to_owned(), title]
            }
        }
    }

    /// The first of the paragraphs that are cited, in words, and how many more there are: "para. 3 +6".
    pub(crate) fn at(&self, messages: Messages) -> String {
        match self.cited.as_slice() {
            [] => String::new(),
            [only] => links::aloud(only, messages),
            [first, more @ ..] => format!("{} +{}", links::aloud(first, messages), more.len()),
        }
    }
}

/// The paragraph that a list is opened for where a node is read; `None` outside of all paragraphs.
pub(crate) fn part(document: &Document, here: NodeId) -> Option<NodeId> {
    let around = std::iter::once(here).chain(document.ancestors(here));
    around.into_iter().find(|&id| document.node(id).kind.is_clause())
}

/// The paragraphs that cite a document, as the library tells of them; `part` is the paragraph that is asked about.
pub(crate) fn citing(document: &Document, part: Option<NodeId>, passages: Vec<Passage>) -> Vec<Line> {
    let number = number(document.symbol().unwrap_or_default());
    // A paragraph is cited by its printed number, which is what an address means here.
    let mut nodes: HashMap<String, Option<NodeId>> = HashMap::new();
    let mut is_near = |place: &String| {
        let node =
            nodes.entry(place.clone()).or_insert_with(|| address::meant(place, document, NodeId::ROOT));
        node.zip(part).is_some_and(|(node, part)| (part..document.node(part).subtree_end).contains(&node))
    };
    let line = |passage: Passage| {
        let Passage { document, anchor, place, text, cites, .. } = passage;
        let cited: Vec<String> = cites.into_iter().filter_map(|(_, place)| place).collect();
        let text = flat(&text);
        Line {
            name: document.name.clone(),
            mark: find(&text, number).unwrap_or_default(),
            near: part.is_none() || cited.iter().any(&mut is_near),
            lead: document.origin.clone().map_or(Lead::Nowhere, |origin| {
                Lead::Paragraph(origin, Anchor(anchor.clone()), number.to_owned())
            }),
            here: None,
            entry: Some(document),
            anchor,
            place,
            cited,
            text,
        }
    };
    passages.into_iter().take(MOST).map(line).collect()
}

/// What a document cites, in the order of its paragraphs; `part` is the paragraph that is asked about.
pub(crate) fn cited(document: &Document, part: Option<NodeId>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut known = HashSet::new();
    let language = document.language().map(Language::code);
    let elsewhere = |id: &NodeId| {
        matches!(
            document.node(*id).kind,
            // A continuation belongs to its paragraph, and a note to that which has its mark.
            Kind::Note | Kind::Continuation | Kind::Masthead | Kind::MastheadLine
        )
    };
    for id in document.ids().skip(1).filter(|id| !elsewhere(id)) {
        let near = part.is_none_or(|part| (part..document.node(part).subtree_end).contains(&id));
        let anchor = document.anchor(id).0;
        let mut add = |body: Span, mark: Option<Span>| {
            for reference in document.references_in(body) {
                let (symbol, paragraph) = match &reference.target {
                    Target::Resolution { symbol, paragraph } | Target::Document { symbol, paragraph } => {
                        (symbol, paragraph.clone())
                    }
                    Target::Decision { symbol } => (symbol, None),
                    Target::Own { .. } | Target::Charter { .. } | Target::Note { .. } => continue,
                };
                if out.len() >= MOST || !known.insert((id, symbol.clone(), paragraph.clone())) {
                    continue;
                }
                let span = reference.span;
                let text = flat(document.slice(body));
                let start = (span.start.saturating_sub(body.start)) as usize;
                let end = start + span.end.saturating_sub(span.start) as usize;
                out.push(Line {
                    name: symbol.clone(),
                    anchor: anchor.clone(),
                    place: citation::brief(document, id),
                    cited: paragraph.iter().cloned().collect(),
                    mark: if text.get(start..end).is_some() { start..end } else { 0..0 },
                    text,
                    here: Some((id, mark.unwrap_or(span))),
                    entry: None,
                    lead: Lead::Goal(Goal::Elsewhere { symbol: symbol.clone(), paragraph, language }),
                    near,
                });
            }
        };
        for body in document.own_spans(id) {
            add(body, None);
            for mark in document.marks_in(body) {
                for span in mark.note.into_iter().flat_map(|note| document.own_spans(note)) {
                    add(span, Some(mark.span));
                }
            }
        }
    }
    // "resolution 70/1" beside "paragraph 4 of resolution 70/1" says nothing more.
    let closer: HashSet<(String, String)> = out
        .iter()
        .filter(|line| !line.cited.is_empty())
        .map(|line| (line.anchor.clone(), line.name.clone()))
        .collect();
    out.retain(|line| !line.cited.is_empty() || !closer.contains(&(line.anchor.clone(), line.name.clone())));
    out
}

/// The symbols in a list, each once.
pub(crate) fn symbols(lines: &[Line]) -> Vec<String> {
    let mut known = HashSet::new();
    lines.iter().filter(|line| known.insert(&line.name)).map(|line| line.name.clone()).collect()
}

/// Takes in which of the documents in a list the library has.
pub(crate) fn hold(lines: &mut [Line], held: Vec<(String, Entry)>) {
    let held: HashMap<String, Entry> = held.into_iter().collect();
    for line in lines {
        line.entry = held.get(&line.name).cloned();
    }
}

/// How many paragraphs cite, in how many documents, or how many references there are, to how many documents.
pub(crate) fn count(lines: &[Line], whole: bool, side: Side, messages: Messages) -> String {
    let shown = || lines.iter().filter(|line| whole || line.near);
    let documents: HashSet<&str> = shown().map(|line| line.name.as_str()).collect();
    let all = match side {
        Side::CitedBy => messages.count_paragraphs(shown().count()),
        Side::Cites => messages.count_references(shown().count()),
    };
    format!("{all}{}{}", messages.comma(), messages.count_documents(documents.len()))
}

/// What a text has of a symbol, however the rest of it is written: "78/123" of "A/RES/78/123", "2719" of
/// "S/RES/2719 (2023)".
fn number(symbol: &str) -> &str {
    let number = symbol.split_once("/RES/").map_or(symbol, |(_, number)| number);
    number.split_once(' ').map_or(number, |(number, _)| number)
}

/// Where a number stands in a text that is no part of a longer one.
fn find(text: &str, number: &str) -> Option<Range<usize>> {
    let joined = |letter: char| letter.is_ascii_digit() || letter == '/';
    text.match_indices(number)
        .find(|(at, _)| {
            !text.part(..*at).ends_with(joined) && !text.part(at + number.len()..).starts_with(joined)
        })
        .map(|(at, _)| at..at + number.len())
}

/// Words on one line, with every byte at its place.
fn flat(text: &str) -> String {
    text.part(..text.floor_char_boundary(LONGEST)).replace(['\n', '\t', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar;

    #[test]
    fn a_number_is_found_by_itself_and_not_in_a_longer_one() {
        assert_eq!(number("S/RES/2719 (2023)"), "2719");
        assert_eq!(find("resolutions 78/1534 and 78/153", number("A/RES/78/153")), Some(24..30));
        assert_eq!(find("document A/78/153/Add.1", "78/153"), None);
    }

    #[test]
    fn what_a_paragraph_cites_is_listed_once_with_what_its_notes_cite() {
        let text = "A/RES/95/7\n\nThe General Assembly,\n\nRecalling its resolution 94/31 and again resolution 94/31,\u{b9}\n\n\
            1. Recalls paragraph 2 of its resolution 93/5;\n\n\u{b9} See resolution 92/4.\n";
        let document = grammar::parse(text, grammar::Options::default());
        let messages = Messages::of(Language::En);
        let part = document.resolve(&Anchor("op1".to_owned()));
        let all = cited(&document, part);
        let told: Vec<_> = all
            .iter()
            .map(|line| (line.place.as_str(), line.name.as_str(), line.at(messages), line.near))
            .collect();
        assert_eq!(
            told,
            [
                ("pp1", "A/RES/94/31", String::new(), false),
                ("pp1", "A/RES/92/4", String::new(), false),
                ("1", "A/RES/93/5", "para. 2".to_owned(), true)
            ]
        );
        assert_eq!(count(&all, true, Side::Cites, messages), "3 references, 3 documents");
        let last = &all[2];
        assert!(last.text[last.mark.clone()].starts_with("paragraph 2"), "{last:?}");
    }
}
