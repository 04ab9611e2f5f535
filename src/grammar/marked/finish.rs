//! What is done once all clauses stand: long bodies, marks, emphasis, references, what the reader doubted.

use super::Build;
use crate::document::symbol::{self, Form, Organ};
use crate::document::{Document, Kind, Language, NodeId, NoteMark, Reference, Span, Target};
use crate::formats::marked::Clause;

/// A body longer than this is cut, so that laying it out stays cheap.
const LONGEST_BODY: usize = 64 * 1024;

impl Build<'_> {
    /// The cells of a clause that is a table.
    pub(super) fn cells(&mut self, id: NodeId, clause: &Clause) {
        if clause.kind != Kind::Table {
            return;
        }
        let tables = &self.content.tables;
        let at = tables.partition_point(|table| table.span().end <= clause.body.start);
        if let Some(table) = tables.get(at).filter(|table| table.span() == clause.body) {
            self.builder.table(id, table.clone());
        }
    }

    /// Cuts a long body at spaces: the node keeps the first piece, continuations have the others.
    pub(super) fn split(&mut self, id: NodeId, clause: &Clause) {
        let body = self.builder.node(id).body;
        if body.len() <= LONGEST_BODY || clause.kind == Kind::Table {
            return;
        }
        let mut start = body.start as usize;
        let end = body.end as usize;
        let mut first = true;
        while start < end {
            let mut stop = end.min(start + LONGEST_BODY);
            while !self.content.text.is_char_boundary(stop) {
                stop -= 1;
            }
            let piece = self.content.text.get(start..stop).unwrap_or_default();
            if stop < end
                && let Some(space) = piece.rfind([' ', '\n']).filter(|&space| space > 0)
            {
                stop = start + space;
            }
            if first {
                self.builder.node_mut(id).body = Span::new(start, stop);
                first = false;
            } else {
                let more = self.builder.open(Kind::Continuation, clause.source);
                self.builder.node_mut(more).body = Span::new(start, stop);
                self.builder.close();
            }
            let blank = self.content.text.as_bytes().get(stop).is_some_and(|byte| b" \n".contains(byte));
            start = if blank { stop + 1 } else { stop.max(start + 1) };
        }
    }

    pub(super) fn finish(mut self) -> Document {
        let content = self.content;
        for span in &content.emphasis {
            self.builder.emphasize(*span);
        }
        for (at, span) in content.marks.iter().enumerate() {
            let dropped = (self.marked.clauses.len() - self.clauses.len()) as u32;
            let clause =
                self.marked.notes.get(at).copied().flatten().and_then(|note| note.checked_sub(dropped));
            let note = clause.and_then(|clause| self.nodes.get(clause as usize)).copied();
            self.builder.mark(NoteMark { span: *span, note });
        }
        for aside in &content.asides {
            self.builder.set_aside(aside.line, &aside.text, aside.reason);
        }
        for diagnostic in &content.diagnostics {
            self.builder.diagnose(diagnostic.code, diagnostic.line, diagnostic.message.clone());
        }
        super::super::fill_card(&mut self.builder, self.language);
        super::super::find_references(&mut self.builder, self.language);
        self.links();
        self.doubt();
        self.builder.finish()
    }

    /// Says what is doubtful of the finished tree.
    fn doubt(&mut self) {
        let mut lines: Vec<(NodeId, u32)> =
            self.nodes.iter().zip(self.clauses).map(|(&node, clause)| (node, clause.line)).collect();
        lines.sort_unstable();
        let line_of = |id: NodeId| {
            let after = lines.partition_point(|(node, _)| *node <= id);
            lines.get(after.saturating_sub(1)).map_or(0, |(_, line)| *line)
        };
        super::super::doubts::find(&mut self.builder, self.language, |id, _| line_of(id));
        self.doubt_whole();
    }

    /// What every resolution has, and this file has not: the enacting phrase, and its title.
    fn doubt_whole(&mut self) {
        let resolution = matches!(self.marked.details.form.as_deref(), None | Some("resolution"));
        if !resolution {
            return;
        }
        let opening =
            |clause: &&Clause| !matches!(clause.kind, Kind::Masthead | Kind::MastheadLine | Kind::Title);
        let first = self.clauses.iter().find(opening);
        if let Some(first) = first.filter(|first| first.kind == Kind::Preambular) {
            self.builder.diagnose(
                "no-enacting-phrase",
                first.line,
                "The line that names the organ, such as \"The General Assembly,\", is missing above the preamble.",
            );
        }
        // The Council gives its resolutions no titles.
        let organ = self.builder.masthead_mut().symbol.as_deref().and_then(Organ::of);
        let titled = self.builder.masthead_mut().title.is_some()
            || self.clauses.iter().any(|clause| clause.kind == Kind::Title);
        if !titled && organ.is_some_and(|organ| organ != Organ::SecurityCouncil) {
            self.builder.diagnose("no-title", 1, "The file has no title of the resolution.");
        }
    }

    /// References that only the markup knows of: the words do not say them.
    fn links(&mut self) {
        let mut found: Vec<Span> = self.builder.references().iter().map(|reference| reference.span).collect();
        found.sort_unstable();
        for link in &self.marked.links {
            let next = found.partition_point(|span| span.end <= link.span.start);
            if link.span.is_empty() || found.get(next).is_some_and(|span| span.overlaps(link.span)) {
                continue;
            }
            if let Some(target) = target(&link.address) {
                self.builder.reference(Reference { span: link.span, target });
            }
        }
    }
}

/// What an address of the United Nations leads to: "<https://undocs.org/en/A/RES/70/1>".
fn target(address: &str) -> Option<Target> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let (host, path) = rest.split_once('/')?;
    if !host.ends_with("undocs.org") && !host.ends_with("docs.un.org") {
        return None;
    }
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = match path.split_once('/') {
        Some((language, symbol)) if language.parse::<Language>().is_ok() => symbol,
        _ => path,
    };
    let symbol = symbol::Symbol::parse(&path.replace("%20", " "))?;
    let form = symbol.form();
    let symbol = symbol.into_string();
    Some(match form {
        Form::Resolution => Target::Resolution { symbol, paragraph: None },
        Form::Decision => Target::Decision { symbol },
        Form::Document => Target::Document { symbol, paragraph: None },
    })
}
