//! The short names of a node: its label, its number, the marker of a note, its position among nodes of its kind.
//!
//! Every list, format and panel uses these, so that a clause has the same number wherever it is shown. The words
//! around a number are added by [`citation`](super::citation) in the document's language and by `app::aloud` in the
//! reader's. Names that are typed and saved are in [`anchor`](super::anchor).

use super::anchor::repeat_suffix;
use super::{Document, Kind, NodeId};
use crate::lang::numerals::latin_label;
use crate::text::chars::TATWEEL;
use std::borrow::Cow;

/// What is shown before a node's words on the screen: its printed label, or the counted number where none is printed.
pub(crate) fn label(document: &Document, id: NodeId) -> Cow<'_, str> {
    let node = document.node(id);
    let printed = document.label(id);
    match node.kind {
        Kind::Preambular if node.ordinal > 0 && printed.is_empty() => {
            Cow::Owned(format!("pp{}", node.ordinal))
        }
        Kind::Operative | Kind::Paragraph if node.ordinal > 0 && printed.is_empty() => {
            Cow::Owned(format!("[{}]", node.ordinal))
        }
        Kind::Subparagraph if printed.is_empty() => Cow::Borrowed("–"),
        _ => Cow::Borrowed(printed),
    }
}

/// A short number for a column of a list: "7", "7 bis", "3" for a preambular paragraph; for other nodes the printed
/// label.
pub(crate) fn short(document: &Document, id: NodeId) -> Cow<'_, str> {
    let node = document.node(id);
    let printed = document.label(id);
    let counted = match node.kind {
        Kind::Operative | Kind::Paragraph => ordinal(document, id),
        Kind::Preambular => Some(node.ordinal.to_string()),
        Kind::Article if latin_label(printed).is_empty() => ordinal(document, id),
        _ => None,
    };
    counted.map_or(Cow::Borrowed(printed), Cow::Owned)
}

/// The node whose words name a section, annex or other scope: the scope itself, or the heading at its beginning. `None`
/// where it has no name.
pub(crate) fn name(document: &Document, id: NodeId) -> Option<NodeId> {
    let node = document.node(id);
    let below = NodeId(id.0 + 1);
    let headed = below < node.subtree_end && document.node(below).kind == Kind::Heading;
    match node.kind {
        kind if !kind.is_scope() => None,
        _ if !node.body.is_empty() => Some(id),
        _ => (headed && document.label(below).is_empty() && !document.is_break(below)).then_some(below),
    }
}

/// The scope that a heading names, so that the two are one entry of a list; `None` for every other node.
pub(crate) fn named(document: &Document, id: NodeId) -> Option<NodeId> {
    let up = document.node(id).parent;
    let is_heading = document.node(id).kind == Kind::Heading;
    (is_heading && up != id && name(document, up) == Some(id)).then_some(up)
}

/// The number by which a clause is cited: "7", "7 bis", "7.1", "(a)", "II"; the counted number for a preambular
/// paragraph. `None` where it has none.
pub fn number(document: &Document, id: NodeId) -> Option<String> {
    let label = document.label(id).trim();
    match document.node(id).kind {
        Kind::Preambular | Kind::Operative | Kind::Paragraph | Kind::Article => {
            dotted(label).or_else(|| ordinal(document, id))
        }
        _ => {
            let label = label.trim_end_matches(['.', ':', '。', '：']);
            (!label.is_empty()).then(|| label.to_owned())
        }
    }
}

/// As [`number`], but `None` for an operative or other numbered paragraph whose number is not printed.
pub(crate) fn printed_number(document: &Document, id: NodeId) -> Option<String> {
    let counted = matches!(document.node(id).kind, Kind::Operative | Kind::Paragraph);
    if counted && document.label(id).is_empty() { None } else { number(document, id) }
}

/// "7", "7 bis": the ordinal of a node with its repeat suffix; `None` where it has no ordinal.
pub(crate) fn ordinal(document: &Document, id: NodeId) -> Option<String> {
    let ordinal = document.node(id).ordinal;
    (ordinal > 0).then(|| format!("{ordinal}{}", repeat(document.label(id))))
}

/// The repeat suffix of a label with a space before it (" bis", " ter"), or an empty string.
pub(crate) fn repeat(label: &str) -> String {
    let suffix = repeat_suffix(label);
    if suffix.is_empty() { String::new() } else { format!(" {suffix}") }
}

/// A number with points, such as "7.1", in ASCII digits; `None` for any other label.
fn dotted(label: &str) -> Option<String> {
    let label = label.trim_end_matches(['.', ')', '）', ' ']);
    if !label.contains('.') {
        return None;
    }
    let parts: Vec<String> = label.split('.').map(latin_label).collect();
    parts.iter().all(|part| part.parse::<u32>().is_ok()).then(|| parts.join("."))
}

/// The marker of a note without its typography: `2` for `²`, `[2]` and `2)`; `*` for an asterisk.
pub fn marker(printed: &str) -> String {
    let latin = latin_label(printed);
    if latin.is_empty() { printed.trim().to_owned() } else { latin }
}

/// The letters of a sub-paragraph as printed, without brackets; `None` where it has a bullet.
pub(crate) fn letters(document: &Document, id: NodeId) -> Option<String> {
    // The Arabic letter "هـ" is printed with a tatweel after it.
    let is_kept = |letter: &char| letter.is_alphanumeric() || *letter == TATWEEL;
    let bare: String = document.label(id).chars().filter(is_kept).collect();
    (!bare.is_empty()).then_some(bare)
}

/// The position of a node among its siblings of the same kind, from 1.
pub(crate) fn place_among_its_like(document: &Document, id: NodeId) -> usize {
    let kind = document.node(id).kind;
    let beside = document.children(document.node(id).parent).take_while(|&child| child <= id);
    beside.filter(|&child| document.node(child).kind == kind).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar;

    /// The label, short number and number of each clause and note.
    fn names(text: &str) -> Vec<String> {
        let document = grammar::parse(text, grammar::Options::default());
        let named = |id: &NodeId| {
            let kind = document.node(*id).kind;
            kind.is_clause() || matches!(kind, Kind::Note | Kind::Section)
        };
        let lines = document.ids().filter(named).map(|id| {
            let number = number(&document, id).unwrap_or_default();
            format!("{} | {} | {number}", label(&document, id), short(&document, id))
        });
        lines.collect()
    }

    #[test]
    fn a_clause_has_a_label_a_short_number_and_a_number_for_citation() {
        let text = "The General Assembly,\n\nRecalling its earlier words,¹\n\nI\n\n1. Decides to rest;\n\n\
            1 bis. Requests the Secretary-General:\n\n(a) To report;\n\n(b) To publish.\n\n¹ See A/95/12.\n";
        insta::assert_snapshot!(names(text).join("\n"), @r"
        pp1 | 1 | 1
        I | I | I
        1. | 1 | 1
        1 bis. | 1 bis | 1 bis
        (a) | (a) | (a)
        (b) | (b) | (b)
        1 | 1 | 1
        ");
    }

    #[test]
    fn a_scope_is_named_by_its_own_words_or_by_the_heading_at_its_beginning() {
        let text = "The General Assembly,\n\nRecalling rivers,\n\nI\n\nBoats\n\n1. Decides to row;\n\nAnnex\n\nRules\n\n\
            1. First rule.\n\nArticle 1\nUse of terms\n\n1. Boats float.\n\nArticle 2\n\nNothing sinks.\n";
        let document = grammar::parse(text, grammar::Options::default());
        let scopes = document.ids().filter(|&id| document.node(id).kind.is_scope());
        let names: Vec<_> = scopes.map(|id| name(&document, id).map(|id| document.body(id))).collect();
        assert_eq!(names, [Some("Boats"), Some("Rules"), Some("Use of terms"), None]);
        let headings = document.ids().filter_map(|id| named(&document, id));
        assert_eq!(headings.map(|id| document.label(id)).collect::<Vec<_>>(), ["Annex", "Article 1"]);
    }

    #[test]
    fn markers_of_notes_lose_their_typography() {
        let markers = ["²", "[2]", "2)", "٢", "*", " ** "].map(marker);
        assert_eq!(markers, ["2", "2", "2", "2", "*", "**"]);
    }

    #[test]
    fn numbers_with_points_are_kept_whole() {
        assert_eq!(dotted("7.1."), Some("7.1".to_owned()));
        assert_eq!(dotted("٧.١"), Some("7.1".to_owned()));
        assert_eq!((dotted("7."), dotted("a.1")), (None, None));
    }
}
