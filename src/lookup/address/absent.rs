//! Describes what a document has, for the message that an address does not exist in it.

use super::{Address, Step, Unit, nearest};
use crate::document::anchor::own_segment;
use crate::document::{Document, Kind, NodeId};

/// What there is instead of something that is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Instead {
    /// The part of the document that was asked about; the root for all of it.
    pub within: NodeId,
    /// The kinds of node that are in it, each with the names of all such nodes; those of the kind asked for alone, if any.
    pub has: Vec<(Kind, Vec<String>)>,
    /// The kind that was asked for, where there is nothing of it at all.
    pub lacks: Option<Kind>,
}

/// What a document has instead of what an address asks for.
pub(crate) fn instead_of(address: Option<&Address>, document: &Document) -> Instead {
    // For a paragraph of an annex, the contents of that annex are described, if there are any.
    let within = address
        .filter(|address| address.steps.len() > 1)
        .and_then(|address| nearest(address, document, NodeId::ROOT))
        .filter(|&near| document.node(near).subtree_end.0 > near.0 + 1)
        .unwrap_or_default();
    let there = there_is(address, document, within);
    if there.has.is_empty() && within != NodeId::ROOT {
        there_is(address, document, NodeId::ROOT)
    } else {
        there
    }
}

/// "it has paragraphs 1 to 12, preambular paragraphs 1 to 9 and annexes I and II"; empty where the document has none
/// of these.
pub(crate) fn what_there_is(address: Option<&Address>, document: &Document) -> String {
    let Instead { within, has, .. } = instead_of(address, document);
    let phrases: Vec<String> = has.iter().filter_map(|(kind, names)| phrase(*kind, names)).collect();
    let at = if within == NodeId::ROOT { "it".to_owned() } else { document.anchor(within).0 };
    match phrases.as_slice() {
        [] => String::new(),
        [only] => format!("{at} has {only}"),
        [head @ .., last] => format!("{at} has {} and {last}", head.join(", ")),
    }
}

fn there_is(address: Option<&Address>, document: &Document, within: NodeId) -> Instead {
    let unit = address.and_then(|address| address.steps.last()).map(|step: &Step| step.unit);
    let wanted: &[Kind] = match unit {
        Some(Unit::Article) => &[Kind::Article],
        Some(Unit::Annex) => &[Kind::Annex],
        Some(Unit::Note) => &[Kind::Note],
        Some(Unit::Table) => &[Kind::Table],
        Some(Unit::Section | Unit::Part | Unit::Scope) => &[Kind::Section, Kind::Part, Kind::Annex],
        _ => &[],
    };
    let some = |kinds: &[Kind]| -> Vec<(Kind, Vec<String>)> {
        let named = kinds.iter().map(|kind| (*kind, names(document, within, *kind)));
        named.filter(|(_, names)| !names.is_empty()).collect()
    };
    let mut has = some(wanted);
    let lacks = wanted.first().copied().filter(|_| has.is_empty());
    if has.is_empty() {
        has = some(&[
            Kind::Preambular,
            Kind::Operative,
            Kind::Paragraph,
            Kind::Subparagraph,
            Kind::Section,
            Kind::Part,
            Kind::Annex,
        ]);
    }
    Instead { within, has, lacks }
}

/// The names of the clauses of a kind in a node, without those of its parts unless numbering continues through the parts.
fn names(document: &Document, within: NodeId, kind: Kind) -> Vec<String> {
    let end = document.node(within).subtree_end;
    let mut names: Vec<String> = Vec::new();
    let mut last = 0;
    for id in (within.0 + 1..end.0).map(NodeId) {
        // Letters belong to one paragraph, and paragraphs to one scope; parts and notes are counted for the whole
        // document.
        let own = match kind {
            Kind::Subparagraph => within != NodeId::ROOT && document.node(id).parent == within,
            Kind::Preambular | Kind::Operative | Kind::Paragraph | Kind::Section | Kind::Annex => {
                let up = document.ancestors(id).find(|&up| up == within || document.node(up).kind.is_scope());
                up.unwrap_or_default() == within
            }
            _ => true,
        };
        let node = document.node(id);
        // Numbers that continue through the sections form one series.
        let runs_on = kind == Kind::Operative
            && last > 0
            && node.ordinal == last + 1
            && document
                .ancestors(id)
                .take_while(|&up| up != within)
                .all(|up| !document.node(up).kind.is_scope() || document.node(up).kind == Kind::Section);
        if (own || runs_on) && node.kind == kind {
            last = node.ordinal;
            // Parts are named as printed, paragraphs as they are typed.
            let printed = document.label(id).trim_matches(|letter: char| !letter.is_alphanumeric());
            if matches!(kind, Kind::Section | Kind::Part) && !printed.is_empty() {
                names.push(printed.to_owned());
                continue;
            }
            let anchor = document.anchor(id).0;
            let bare = own_segment(&anchor);
            let bare = ["pp", "op", "art", "annex-", "fn", "p", "t"]
                .into_iter()
                .find_map(|prefix| bare.strip_prefix(prefix).filter(|rest| !rest.is_empty()))
                .filter(|_| kind != Kind::Subparagraph)
                .unwrap_or(bare);
            names.push(bare.to_owned());
        }
    }
    names
}

/// "paragraphs 1 to 12"
fn phrase(kind: Kind, names: &[String]) -> Option<String> {
    let (one, many) = match kind {
        Kind::Preambular => ("preambular paragraph", "preambular paragraphs"),
        Kind::Operative | Kind::Paragraph => ("paragraph", "paragraphs"),
        Kind::Subparagraph => ("sub-paragraph", "sub-paragraphs"),
        Kind::Section => ("section", "sections"),
        Kind::Part => ("part", "parts"),
        Kind::Annex => ("annex", "annexes"),
        Kind::Article => ("article", "articles"),
        Kind::Note => ("note", "notes"),
        Kind::Table => ("table", "tables"),
        _ => return None,
    };
    match names {
        [] => None,
        [only] if only == "annex" => Some("one annex".to_owned()),
        [only] => Some(format!("{one} {only}")),
        [first, second] => Some(format!("{many} {first} and {second}")),
        [first, .., last] => Some(format!("{many} {first} to {last}")),
    }
}
