//! The notes and references of a clause, in reading order: where each leads, and how it is shown in lists.

use super::absent;
use super::shelf::Shelf;
use crate::document::{Document, Kind, NodeId, Span, Target, citation, naming};
use crate::messages::Messages;

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum To {
    /// The body of a footnote.
    Note(NodeId),
    /// A reference, as the grammar found it.
    Reference(Target),
}

/// A footnote mark or a reference in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub span: Span,
    pub to: To,
}

/// Where following a link ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    /// A place of the same document.
    Node(NodeId),
    /// Another document, by its symbol, and the paragraph in it.
    Elsewhere { symbol: String, paragraph: Option<String>, language: Option<&'static str> },
    /// A place of this document that it does not have: as it is printed, and its address.
    Absent { printed: String, address: String },
    /// Nothing that is a document; its name.
    Nothing(String),
}

impl Goal {
    /// Whether it is a place of the same document.
    pub(crate) fn is_own(&self) -> bool {
        matches!(self, Self::Node(_))
    }
}

/// The links of a clause and of everything under it.
pub(crate) fn of_clause(document: &Document, id: NodeId) -> Vec<Link> {
    let mut links = Vec::new();
    let below = |node: &NodeId| {
        matches!(document.node(*node).kind, Kind::Continuation | Kind::Subparagraph | Kind::Table)
    };
    let end = if document.node(id).kind.is_clause() { document.node(id).subtree_end.0 } else { id.0 + 1 };
    for node in std::iter::once(id).chain((id.0 + 1..end).map(NodeId).filter(below)) {
        let body = document.node(node).body;
        let notes = document
            .marks_in(body)
            .iter()
            .filter_map(|mark| Some(Link { span: mark.span, to: To::Note(mark.note?) }));
        let references = document.references_in(body).iter();
        links.extend(notes);
        links.extend(
            references.map(|found| Link { span: found.span, to: To::Reference(found.target.clone()) }),
        );
    }
    links.sort_by_key(|link| link.span.start);
    links
}

/// The node of this document that a link of a clause leads to; `None` where it leads elsewhere or to nothing.
fn own_target(document: &Document, clause: NodeId, link: &Link) -> Option<NodeId> {
    match &link.to {
        To::Note(note) => Some(*note),
        To::Reference(target) => target.within(document, clause),
    }
}

/// Where a link of a clause leads: into this document if possible, or else to another one, preferably in the same
/// language.
pub(crate) fn goal(document: &Document, clause: NodeId, link: &Link) -> Goal {
    if let Some(id) = own_target(document, clause, link) {
        return Goal::Node(id);
    }
    let language = document.language().map(crate::lang::Language::code);
    if let To::Reference(Target::Own { paragraph }) = &link.to {
        return Goal::Absent { printed: printed(document, link), address: paragraph.clone() };
    }
    match link.symbol() {
        Some(symbol) => Goal::Elsewhere { symbol: symbol.to_owned(), paragraph: link.paragraph(), language },
        None => Goal::Nothing(printed(document, link)),
    }
}

/// The links of a note that lead anywhere. A document is left out where another link leads to a paragraph of it.
pub(crate) fn of_note(document: &Document, note: NodeId) -> Vec<Link> {
    let all: Vec<(Link, Goal)> = of_clause(document, note)
        .into_iter()
        .map(|link| {
            let goal = goal(document, note, &link);
            (link, goal)
        })
        .collect();
    let closer = |symbol: &str| {
        all.iter().any(|(_, goal)| {
            matches!(goal, Goal::Elsewhere { symbol: other, paragraph: Some(_), .. } if other == symbol)
        })
    };
    let leads = |goal: &Goal| match goal {
        Goal::Node(_) => true,
        Goal::Elsewhere { symbol, paragraph, .. } => paragraph.is_some() || !closer(symbol),
        Goal::Absent { .. } | Goal::Nothing(_) => false,
    };
    all.iter().filter(|(_, goal)| leads(goal)).map(|(link, _)| link.clone()).collect()
}

/// A reference as it is printed, on one line.
fn printed(document: &Document, link: &Link) -> String {
    document.slice(link.span).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is copied of a link: the text of a note, the symbol of another document, or else the reference as
/// printed.
pub(crate) fn copied(document: &Document, link: &Link) -> String {
    match &link.to {
        To::Note(note) => document.own_text(*note),
        To::Reference(_) => link.symbol().unwrap_or_else(|| document.slice(link.span)).to_owned(),
    }
}

/// The label and text that are shown for a link of a clause.
pub(crate) fn entry(
    document: &Document,
    clause: NodeId,
    link: &Link,
    shelf: &Shelf,
    messages: Messages,
) -> (String, String) {
    match &link.to {
        To::Note(note) => {
            let marker = naming::marker(document.label(*note));
            (messages.link_note(&marker), document.own_text(*note))
        }
        To::Reference(target) => {
            let own = own_target(document, clause, link);
            let language = document.language().map(crate::lang::Language::code);
            let printed = printed(document, link);
            let words = match (own, target) {
                (Some(id), _) => document.own_text(id),
                (None, Target::Own { paragraph }) => {
                    absent::sentence(&printed, paragraph, document, messages)
                }
                (None, _) => describe(target, language, shelf, messages),
            };
            // A bare "4", from "paragraphs 3 and 4", would not say what it refers to.
            let label = match (own, target) {
                _ if printed.chars().any(char::is_alphabetic) => printed,
                (Some(id), _) => citation::spoken(document, id, messages.words()),
                (None, Target::Own { paragraph }) => aloud(paragraph, messages),
                (None, _) => printed,
            };
            (label, words)
        }
    }
}

impl Link {
    fn paragraph(&self) -> Option<String> {
        match &self.to {
            To::Reference(Target::Resolution { paragraph, .. } | Target::Document { paragraph, .. }) => {
                paragraph.clone()
            }
            _ => None,
        }
    }

    /// The symbol of the other document that a link leads to; `None` where it leads to none.
    pub(crate) fn symbol(&self) -> Option<&str> {
        match &self.to {
            To::Note(_) => None,
            To::Reference(target) => symbol_of(target),
        }
    }
}

fn symbol_of(target: &Target) -> Option<&str> {
    match target {
        Target::Resolution { symbol, .. } | Target::Decision { symbol } | Target::Document { symbol, .. } => {
            Some(symbol)
        }
        Target::Own { .. } | Target::Charter { .. } | Target::Note { .. } => None,
    }
}

/// An address in another document in words: `op5(e)` is "para. 5 (e)".
pub(crate) fn aloud(address: &str, messages: Messages) -> String {
    let spaced = address.replacen('(', " (", 1);
    let numbered = |prefix: &str| {
        spaced.strip_prefix(prefix).filter(|number| number.starts_with(|c: char| c.is_ascii_digit()))
    };
    match (numbered("op"), numbered("pp")) {
        (Some(number), _) => messages.link_paragraph(number),
        (_, Some(number)) => messages.link_preambular(number),
        _ if spaced.starts_with(|c: char| c.is_ascii_digit()) => messages.link_paragraph(&spaced),
        _ => spaced.replace('.', messages.comma()),
    }
}

/// A reference to something outside the document, in words.
fn describe(target: &Target, language: Option<&str>, shelf: &Shelf, messages: Messages) -> String {
    let at = |paragraph: &Option<String>| {
        let paragraph = paragraph.as_ref();
        paragraph.map_or_else(String::new, |at| format!("{}{}", messages.comma(), aloud(at, messages)))
    };
    let held = |symbol: &str| match shelf.with_symbol(symbol, language, None) {
        Some(card) => format!(" — {}", messages.link_opens(card.title.as_deref().unwrap_or_default())),
        None => String::new(),
    };
    match target {
        Target::Resolution { symbol, paragraph } => {
            format!("{}{}{}", messages.link_resolution(symbol), at(paragraph), held(symbol))
        }
        Target::Decision { symbol } => format!("{}{}", messages.link_decision(symbol), held(symbol)),
        Target::Document { symbol, paragraph } => {
            format!("{}{}{}", messages.link_document(symbol), at(paragraph), held(symbol))
        }
        Target::Own { paragraph } => aloud(paragraph, messages),
        Target::Charter { article, paragraph } => {
            format!("{}{}", messages.link_charter(article), at(paragraph))
        }
        Target::Note { marker } => messages.link_note(marker),
    }
}
