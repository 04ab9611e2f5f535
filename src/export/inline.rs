//! Cuts the words of a node into pieces at the ends of emphasis, note marks and references.
//!
//! Each format decides how to mark up the pieces.

use crate::document::{Cell, Document, Kind, NodeId, NoteMark, Reference, Span, Target};
use crate::lang::Language;
use crate::text::escape::percent;

/// Words that share the same markup.
#[derive(Clone, Copy, Debug)]
pub(super) struct InlinePiece<'d> {
    pub span: Span,
    /// Whether the words are emphasised: in italics in the source, or the opening phrase of a clause.
    pub emphasis: bool,
    pub mark: Option<&'d NoteMark>,
    pub reference: Option<&'d Reference>,
}

/// The pieces of a node's own words, in order. The opening phrase of a heading is not emphasised.
pub(super) fn pieces(document: &Document, id: NodeId) -> Vec<InlinePiece<'_>> {
    let node = document.node(id);
    let opener = if node.kind.is_clause() { u32::from(node.opener) } else { 0 };
    pieces_in(document, node.body, opener)
}

/// The pieces of a table cell.
pub(super) fn pieces_of_cell<'d>(document: &'d Document, cell: &Cell) -> Vec<InlinePiece<'d>> {
    pieces_in(document, cell.text, 0)
}

/// The pieces of a span; its first `opener` bytes are an opening phrase.
fn pieces_in(document: &Document, body: Span, opener: u32) -> Vec<InlinePiece<'_>> {
    let opener = Span { start: body.start, end: body.start + opener };
    let all = document.emphasis();
    let first = all.partition_point(|span| span.end <= body.start);
    let set_off = all.iter().skip(first).take_while(|span| span.start < body.end).copied();
    let emphasis: Vec<Span> =
        std::iter::once(opener).chain(set_off).filter(|span| !span.is_empty()).collect();
    let marks = document.marks_in(body);
    let references = document.references_in(body);

    let spans = emphasis
        .iter()
        .copied()
        .chain(marks.iter().map(|mark| mark.span))
        .chain(references.iter().map(|reference| reference.span));
    let mut cuts: Vec<u32> =
        spans.flat_map(|span| [span.start, span.end]).map(|at| at.clamp(body.start, body.end)).collect();
    cuts.extend([body.start, body.end]);
    cuts.sort_unstable();
    cuts.dedup();
    // A note mark is never split, even if a reference or emphasis ends inside it.
    let mut inside = Covered::new(marks.iter().map(|mark| mark.span));
    cuts.retain(|&cut| {
        let mark = inside.at(cut).and_then(|index| marks.get(index));
        mark.is_none_or(|mark| mark.span.start >= cut)
    });

    let mut set_off = Covered::new(emphasis.iter().copied());
    let mut marked = Covered::new(marks.iter().map(|mark| mark.span));
    let mut referred = Covered::new(references.iter().map(|reference| reference.span));
    let windows = cuts.windows(2).filter_map(|pair| match pair {
        [start, end] => Some(Span { start: *start, end: *end }),
        _ => None,
    });
    windows
        .map(|span| InlinePiece {
            span,
            emphasis: set_off.at(span.start).is_some(),
            mark: marked.at(span.start).and_then(|index| marks.get(index)),
            reference: referred.at(span.start).and_then(|index| references.get(index)),
        })
        .collect()
}

/// Spans in order of their starts, for finding which one covers each of a series of ascending offsets.
struct Covered<S: Iterator<Item = Span>> {
    spans: std::iter::Peekable<S>,
    taken: usize,
    /// Index and end of the span that covers the latest offset.
    open: Option<(usize, u32)>,
}

impl<S: Iterator<Item = Span>> Covered<S> {
    fn new(spans: S) -> Self {
        Self { spans: spans.peekable(), taken: 0, open: None }
    }

    /// Index of a span that covers the byte offset `place`, which must not be less than in the previous call.
    fn at(&mut self, place: u32) -> Option<usize> {
        while let Some(span) = self.spans.next_if(|span| span.start <= place) {
            if self.open.is_none_or(|(_, end)| end <= place || end < span.end) {
                self.open = Some((self.taken, span.end));
            }
            self.taken += 1;
        }
        self.open.filter(|(_, end)| *end > place).map(|(index, _)| index)
    }
}

/// Whether a node is a heading, with or without a scope below it.
pub(super) fn is_heading(kind: Kind) -> bool {
    matches!(kind, Kind::Heading | Kind::Section | Kind::Part | Kind::Annex | Kind::Article)
}

/// Whether a label is written on a line of its own above the words, as "Annex" and "II" are, while "1." and "一、"
/// precede the words on the same line.
pub(super) fn stands_above(kind: Kind, label: &str) -> bool {
    is_heading(kind) && label.ends_with(char::is_alphanumeric)
}

/// The cells of a row by column. A merged cell is at its first column; `None` where it continues, or where a cell from
/// a row above does.
pub(super) fn by_column(columns: u16, row: &[Cell]) -> Vec<Option<&Cell>> {
    let mut out = vec![None; usize::from(columns)];
    for cell in row {
        if let Some(place) = out.get_mut(usize::from(cell.column)) {
            *place = Some(cell);
        }
    }
    out
}

/// The address on undocs.org of the document that a reference leads to, or that of the Charter, in the given language;
/// `None` for places in this document and notes.
pub(super) fn address(target: &Target, language: Option<Language>) -> Option<String> {
    match target {
        Target::Resolution { symbol, .. } | Target::Decision { symbol } | Target::Document { symbol, .. } => {
            Some(undocs(symbol, language))
        }
        // Its articles have no addresses of their own there.
        Target::Charter { .. } => {
            let language = language.unwrap_or(Language::En).code();
            Some(format!("https://www.un.org/{language}/about-us/un-charter/full-text"))
        }
        Target::Own { .. } | Target::Note { .. } => None,
    }
}

/// The address of a document on undocs.org.
pub(super) fn undocs(symbol: &str, language: Option<Language>) -> String {
    let symbol: String = symbol.split_whitespace().collect();
    let language = language.map_or_else(String::new, |language| format!("{}/", language.code()));
    format!("https://undocs.org/{language}{}", percent(&symbol, b"-._~()/"))
}
