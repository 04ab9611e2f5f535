//! How paragraphs that follow each other are cited together: "A/RES/65/218, paras. 5–7".

use super::{Style, Tail, apart, cited_with_symbol, own, place, scopes};
use crate::document::{Document, Kind, NodeId, naming};
use crate::lang::{Ranges, Words, fill};

/// The citation of all from one node to another that follows it, in the language of the document.
pub(crate) fn cite_range(document: &Document, first: NodeId, last: NodeId) -> String {
    cited_with_symbol(document, &range(document, first, last, document.words(), Style::Formal))
}

/// The same without the symbol, as short as in the status line, in the language of `words`.
pub(crate) fn spoken_range(document: &Document, first: NodeId, last: NodeId, words: &Words) -> String {
    let parts = range(document, first, last, words, Style::Short);
    let parts: Vec<&str> = parts.iter().map(|part| part.trim_start_matches('\u{1}')).collect();
    parts.join(words.citing.comma)
}

fn range(document: &Document, first: NodeId, last: NodeId, words: &Words, style: Style) -> Vec<String> {
    let to = place(document, last, words, style);
    let first = named_from(document, first, last, words, &to);
    let mut from = place(document, first, words, style);
    if from == to {
        return from;
    }
    if let Some(together) = together(document, first, last, words, style) {
        return together;
    }
    let alike = from.iter().zip(&to).take_while(|(from, to)| from == to).count();
    let rest: Vec<&str> = to.iter().skip(alike).map(|part| part.trim_start_matches('\u{1}')).collect();
    match from.last_mut() {
        Some(end) if alike < to.len() => {
            end.push_str(words.citing.ranges.places);
            end.push_str(&rest.join(words.citing.comma));
        }
        // The first has no name of its own, as a title has none, or contains the last.
        _ => {}
    }
    from
}

/// How many clauses are looked at for one with a name.
const MOST_NAMELESS: u32 = 50;

/// The first from which the citation can begin: behind a title or a heading, which have no name of their own.
fn named_from(document: &Document, first: NodeId, last: NodeId, words: &Words, to: &[String]) -> NodeId {
    let nameless = |id: &NodeId| {
        let kind = document.node(*id).kind;
        let from = place(document, *id, words, Style::Formal);
        !kind.is_scope() && from.len() < to.len() && to.starts_with(&from)
    };
    let behind = (first.0..last.0.min(first.0.saturating_add(MOST_NAMELESS))).map(NodeId);
    behind.take_while(nameless).last().map_or(first, |id| NodeId(id.0 + 1))
}

/// The elements of the citation where the first and the last are numbered in one row; otherwise `None`.
fn together(
    document: &Document,
    first: NodeId,
    last: NodeId,
    words: &Words,
    style: Style,
) -> Option<Vec<String>> {
    let ranges = &words.citing.ranges;
    let ((from, above), (to, below)) = (apart(document, first), apart(document, last));
    let mut parts = scopes(document, from, words);
    if from == to {
        // "para. 3 (a)–(c)"
        let (inner, outer) = above.split_last()?;
        let (end, beside) = below.split_last()?;
        if outer != beside {
            return None;
        }
        naming::letters(document, *inner)?;
        let mut tail = Tail::of(document, &above, words);
        if !tail.counted.is_empty() {
            return None;
        }
        let end = fill(words.citing.item, &naming::letters(document, *end)?);
        tail.letters.push_str(ranges.items);
        tail.letters.push_str(end.trim_start());
        parts.extend(own(document, from, words, style, &tail));
        return Some(parts);
    }
    let tails = [&above, &below].map(|items| Tail::of(document, items, words));
    if tails.iter().any(|tail| !tail.counted.is_empty()) || parts != scopes(document, to, words) {
        return None;
    }
    let letters = |at: usize| tails.get(at).map_or("", |tail| &tail.letters);
    let (one, other) = (document.node(from), document.node(to));
    let numbered = |id| document.node(id).ordinal > 0 && !document.label(id).is_empty();
    let pair = one.ordinal + 1 == other.ordinal;
    let (form, numbers) = match (one.kind, other.kind) {
        (Kind::Preambular, Kind::Preambular) if above.is_empty() && below.is_empty() => {
            // Where one of them is in figures, the other is too.
            let spelt = other.ordinal as usize <= words.citing.ordinals.len();
            let number = |ordinal| match style {
                Style::Formal if spelt => ranges.behind_noun(words.citing.ordinal(ordinal)),
                Style::Formal | Style::Short => (words.citing.nth)(ordinal),
            };
            let form = if pair { ranges.preambular_pair } else { ranges.preambular };
            (form, [number(one.ordinal), number(other.ordinal)])
        }
        (Kind::Operative, Kind::Operative) | (Kind::Paragraph, Kind::Paragraph)
            if numbered(from) && numbered(to) =>
        {
            let form = if pair { ranges.pair } else { ranges.paragraphs };
            let number = |at, id| Some(format!("{}{}", naming::ordinal(document, id)?, letters(at)));
            (form, [number(0, from)?, number(1, to)?])
        }
        _ => return None,
    };
    let [one, other] = numbers;
    parts.push(Ranges::fill(form, &one, &other));
    Some(parts)
}
