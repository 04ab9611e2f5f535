//! The end of a text: its notes, and the marks that lead to them.

use super::Clauses;
use crate::document::{Builder, Document, Finding, Kind, NodeId, NoteMark, Span};
use crate::formats::Content;
use crate::formats::marked::Clause;
use crate::grammar::assemble::Met;
use crate::grammar::footnotes::Note;
use std::collections::{HashMap, HashSet};

impl Clauses<'_> {
    /// Ends the text: the notes are its last container, and each mark is bound to its note.
    pub(in crate::grammar) fn finish(mut self, notes: &[Note]) -> Document {
        self.build.document.close_to(NodeId::ROOT);
        self.build.language = self.whole;
        self.assembler.in_notes = true;
        let marks = std::mem::take(&mut self.assembler.met);
        let places = self.notes(notes);
        bind(&mut self.build.document, &marks, &places, notes, self.content);
        self.build.read_whole(|_, node| line_of(self.content, node.source.start));
        self.build.document.finish()
    }

    /// Writes the notes, and tells the page and the node of those of each marker.
    fn notes<'n>(&mut self, notes: &'n [Note]) -> HashMap<&'n str, Vec<(u32, NodeId)>> {
        let mut places: HashMap<&str, Vec<(u32, NodeId)>> = HashMap::new();
        if notes.is_empty() {
            return places;
        }
        self.build.document.open(Kind::Notes, Span::default());
        for (index, note) in notes.iter().enumerate() {
            let block = |at: Option<&u32>| self.content.blocks.get(*at? as usize);
            let (Some(first), Some(last)) = (block(note.blocks.first()), block(note.blocks.last())) else {
                continue;
            };
            let source = Span { start: first.source.start, end: last.source.end };
            let label = self.build.document.push(&note.marker);
            let blocks = note.blocks.iter().map(|&at| at as usize);
            let body = self.assembler.write(&mut self.build.document, blocks, note.skip);
            let clause = Clause { label, body, ..Clause::new(Kind::Note, 0, source, first.line) };
            let id = self.build.note(&clause, index as u32 + 1);
            self.build.document.close();
            places.entry(&note.marker).or_default().push((note.page, id));
        }
        self.build.document.close();
        places
    }
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
            builder.diagnose(mark.line, Finding::MarkWithoutNote { marker: mark.marker.clone() });
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
            builder.diagnose(line, Finding::NoteWithoutMark { marker: note.marker.clone() });
        }
    }
}

/// The line of the block that holds a byte of the source.
fn line_of(content: &Content, at: u32) -> u32 {
    let after = content.blocks.partition_point(|block| block.source.start <= at);
    content.blocks.get(after.saturating_sub(1)).map_or(0, |block| block.line)
}
