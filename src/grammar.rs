//! Text to a [`Document`]. Parsing never fails: what is not understood is a plain paragraph with a diagnostic.
//!
//! One parser for all formats: it reads the [`Content`] that the readers of `formats` make. In order: furniture is set
//! aside, notes are taken out, lines become paragraphs, the masthead is read, then the clauses; at the end marks are
//! bound to notes. Where the markup says what a block is, that holds. `build` makes the tree for both.

mod amendments;
mod assemble;
mod breaks;
mod build;
mod clauses;
mod closing;
mod doubts;
mod enacting;
mod footnotes;
mod forms;
mod furniture;
#[doc(hidden)]
pub mod kept;
pub mod lexicon;
mod lists;
mod marked;
mod masthead;
mod numbering;
mod opening;
mod paragraphs;
pub mod references;
mod series;
mod shape;
#[cfg(test)]
mod tests;
mod verse;
mod words;
mod wrapping;

use crate::document::symbol::Organ;
use crate::document::{Builder, Document, Kind, Language, Masthead, NodeId, NoteMark, Span};
use crate::formats::{Content, plain};
pub use crate::lang::detect::detect;
use crate::lang::{dates, ordinals};
use assemble::{Assembler, Met};
use footnotes::Note;
pub use forms::speaker;
use std::collections::{HashMap, HashSet};

/// What the caller knows already.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    pub language: Option<Language>,
}

/// Parses decoded text.
pub fn parse(source: &str, options: Options) -> Document {
    parse_content(&plain::read(source), options)
}

/// Parses what a reader of a format made.
pub fn parse_content(content: &Content, options: Options) -> Document {
    if let Some(marked) = &content.marked {
        return marked::build(content, marked, options);
    }
    let language = options.language.or(content.language).or_else(|| detect(&content.text));
    let known = language.unwrap_or(Language::En);
    let content = &*breaks::cut(content, known);
    let enacting = enacting::Phrases::of(content, known);
    let mut reasons = furniture::find(content, &enacting);
    let (notes, in_notes) = footnotes::find(content, &reasons);
    footnotes::keep_marks_without_note(content, &mut reasons, &notes);
    let skipped = |at: usize| {
        reasons.get(at).is_some_and(Option::is_some) || in_notes.get(at).copied().unwrap_or(false)
    };
    let paragraphs = paragraphs::join(content, skipped, &notes, known, &enacting);

    let mut builder = Builder::new();
    builder.reserve(content.text.len());
    builder.set_language(language);
    for (block, reason) in content.blocks.iter().zip(&reasons) {
        if let Some(reason) = reason {
            builder.set_aside(block.line, content.words(block), reason);
        }
    }
    for aside in &content.asides {
        builder.set_aside(aside.line, &aside.text, aside.reason);
    }
    for diagnostic in &content.diagnostics {
        builder.diagnose(diagnostic.code, diagnostic.line, diagnostic.message.clone());
    }
    let assembler = Assembler::new(content, &notes);
    let mut clauses = opening::read(content, &paragraphs, known, &enacting, builder, assembler);
    let from = clauses.1;
    clauses.0.run(from);
    let (mut builder, mut assembler) = (clauses.0.build.document, clauses.0.assembler);
    write_notes(content, &notes, &mut builder, &mut assembler);
    fill_card(&mut builder, known);
    find_references(&mut builder, known);
    doubts::find(&mut builder, known, |_, node| line_of(content, node.source.start));
    builder.finish()
}

/// The line of the block that holds a byte of the source.
fn line_of(content: &Content, at: u32) -> u32 {
    let after = content.blocks.partition_point(|block| block.source.start <= at);
    content.blocks.get(after.saturating_sub(1)).map_or(0, |block| block.line)
}

/// What the lines of the masthead and of the vote say as numbers, dates and names.
fn fill_card(builder: &mut Builder, language: Language) {
    let card = builder.masthead_mut();
    if card.session_number.is_none() {
        card.session_number = card
            .session
            .as_deref()
            .and_then(|line| ordinals::ordinal(language, line).map(|(_, number)| number));
    }
    if let Some(line) = card.adoption.as_ref().filter(|_| card.adoption_date.is_none())
        && let Some((range, _)) = dates::date(language, line)
    {
        card.adoption_date = line.get(range).map(|date| date.trim().to_owned());
    }
    let votes = (0..builder.len() as u32).map(NodeId).filter(|&id| builder.node(id).kind == Kind::Vote);
    for id in votes.collect::<Vec<_>>() {
        let text = builder.text().get(builder.node(id).body.range()).unwrap_or_default().to_owned();
        fill_vote(builder.masthead_mut(), &text);
    }
}

/// "In favour: Arcadia, Belmarch" and the line that tells the result.
fn fill_vote(card: &mut Masthead, text: &str) {
    let (label, names) = text.split_once([':', '：']).unwrap_or(("", text));
    let field = match words::vote_side(label) {
        Some(words::Side::For) => &mut card.votes_in_favour,
        Some(words::Side::Against) => &mut card.votes_against,
        Some(words::Side::Abstaining) => &mut card.abstentions,
        None if words::is_vote_roll(text) => return,
        None => {
            card.vote.get_or_insert_with(|| text.trim_matches(['[', ']']).to_owned());
            return;
        }
    };
    field.get_or_insert_with(|| names.trim().trim_end_matches(']').to_owned());
}

/// References are kept up to this many: a hostile text is made of them.
fn most_references(bytes: usize) -> usize {
    100_000 + bytes / 256
}

/// The references of every node's words.
fn find_references(builder: &mut Builder, language: Language) {
    let organ = builder.masthead_mut().symbol.as_deref().and_then(Organ::of);
    let context = references::Context { language, organ };
    let mut found = Vec::new();
    let most = most_references(builder.text().len());
    for index in 0..builder.len() {
        let node = *builder.node(NodeId(index as u32));
        if node.body.is_empty() || matches!(node.kind, Kind::MastheadLine | Kind::Table) || found.len() > most
        {
            continue;
        }
        let text = builder.text().get(node.body.range()).unwrap_or_default();
        references::find(text, node.body.start as usize, context, &mut found);
    }
    for reference in found {
        builder.reference(reference);
    }
}

/// The notes as the last container, and each mark bound to its note.
fn write_notes(content: &Content, notes: &[Note], builder: &mut Builder, assembler: &mut Assembler<'_>) {
    builder.close_to(NodeId::ROOT);
    assembler.in_notes = true;
    let marks = std::mem::take(&mut assembler.met);
    let mut places: HashMap<&str, Vec<(u32, NodeId)>> = HashMap::new();
    if !notes.is_empty() {
        builder.open(Kind::Notes, Span::default());
        for (index, note) in notes.iter().enumerate() {
            let blocks = note.blocks.iter().map(|&at| at as usize);
            let first = note.blocks.first().and_then(|&at| content.blocks.get(at as usize));
            let last = note.blocks.last().and_then(|&at| content.blocks.get(at as usize));
            let (Some(first), Some(last)) = (first, last) else { continue };
            let id = builder.open(Kind::Note, Span { start: first.source.start, end: last.source.end });
            let label = builder.push(&note.marker);
            let body = assembler.write(builder, blocks, note.skip);
            let node = builder.node_mut(id);
            (node.label, node.body) = (label, body);
            node.ordinal = note.marker.parse().unwrap_or(index as u32 + 1);
            builder.close();
            places.entry(&note.marker).or_default().push((note.page, id));
        }
        builder.close();
    }
    bind(builder, &marks, &places, notes, content);
}

fn bind(
    builder: &mut Builder,
    marks: &[Met],
    places: &HashMap<&str, Vec<(u32, NodeId)>>,
    notes: &[Note],
    content: &Content,
) {
    let mut used: HashSet<NodeId> = HashSet::new();
    for mark in marks {
        let found = places.get(mark.marker.as_str());
        // The note at the foot of the mark's page, else the nearest before it, else the first.
        let note = found.and_then(|found| {
            let after = found.partition_point(|(page, _)| *page < mark.page);
            let here = found.get(after).filter(|(page, _)| *page == mark.page);
            let before = after.checked_sub(1).and_then(|at| found.get(at));
            here.or(before).or(found.first()).map(|(_, id)| *id)
        });
        if let Some(id) = note {
            used.insert(id);
        } else {
            builder.diagnose(
                "mark-without-note",
                mark.line,
                format!("No footnote {} was found for this mark.", mark.marker),
            );
        }
        builder.mark(NoteMark { span: mark.span, note });
    }
    for note in notes {
        let Some(found) = places.get(note.marker.as_str()) else { continue };
        let Some((_, id)) = found.iter().find(|(page, _)| *page == note.page) else { continue };
        if !used.contains(id) {
            let line = note
                .blocks
                .first()
                .and_then(|&at| content.blocks.get(at as usize))
                .map_or(0, |block| block.line);
            builder.diagnose(
                "note-without-mark",
                line,
                format!("Footnote {} has no mark in the text.", note.marker),
            );
        }
    }
}

/// A prefix of a text that ends where a paragraph ends: to show the first screen of a huge file.
pub fn prefix(source: &str, at_most: usize) -> &str {
    if source.len() <= at_most {
        return source;
    }
    let mut end = at_most;
    while !source.is_char_boundary(end) {
        end -= 1;
    }
    let head = source.get(..end).unwrap_or_default();
    let at = head.rfind("\n\n").or_else(|| head.rfind('\n')).or_else(|| head.rfind(' '));
    head.get(..at.unwrap_or(end)).unwrap_or(head)
}
