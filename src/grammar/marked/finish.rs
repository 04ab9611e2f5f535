//! What is done once all clauses stand: marks of notes, references that only the markup knows, and doubts.

use super::MarkedClauses;
use crate::document::symbol::{self, Form, Organ};
use crate::document::{Document, Finding, Kind, NodeId, NoteMark, Reference, Span, Target};
use crate::formats::marked::Clause;
use crate::lang::Language;
use crate::text::escape::unpercent;

impl MarkedClauses<'_> {
    /// The cells of a clause that is a table.
    pub(super) fn cells(&mut self, id: NodeId, clause: &Clause) {
        if clause.kind != Kind::Table {
            return;
        }
        let tables = &self.content.tables;
        let at = tables.partition_point(|table| table.span().end <= clause.body.start);
        if let Some(table) = tables.get(at).filter(|table| table.span() == clause.body) {
            self.build.document.table(id, table.clone());
        }
    }

    pub(super) fn finish(mut self) -> Document {
        let content = self.content;
        for (at, span) in content.marks.iter().enumerate() {
            let dropped = (self.marked.clauses.len() - self.clauses.len()) as u32;
            let clause =
                self.marked.notes.get(at).copied().flatten().and_then(|note| note.checked_sub(dropped));
            let note = clause.and_then(|clause| self.nodes.get(clause as usize)).copied();
            self.build.document.mark(NoteMark { span: *span, note });
        }
        let line_of = self.lines();
        self.build.read_whole(|id, _| line_of(id));
        self.links();
        self.doubt_whole();
        self.build.document.finish()
    }

    /// The lines of nodes: a node that the markup does not have stands at the line of the clause before it.
    fn lines(&self) -> impl Fn(NodeId) -> u32 + use<> {
        let mut lines: Vec<(NodeId, u32)> =
            self.nodes.iter().zip(self.clauses).map(|(&node, clause)| (node, clause.line)).collect();
        lines.sort_unstable();
        move |id| {
            let after = lines.partition_point(|(node, _)| *node <= id);
            lines.get(after.saturating_sub(1)).map_or(0, |(_, line)| *line)
        }
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
            self.build.diagnose(first.line, Finding::NoEnactingPhrase);
        }
        // The Council gives its resolutions no titles.
        let organ = self.build.document.masthead_mut().symbol.as_deref().and_then(Organ::of);
        let titled = self.build.document.masthead_mut().title.is_some()
            || self.clauses.iter().any(|clause| clause.kind == Kind::Title);
        if !titled && organ.is_some_and(|organ| organ != Organ::SecurityCouncil) {
            self.build.diagnose(1, Finding::NoTitle);
        }
    }

    /// References that only the markup knows of: the words do not say them.
    fn links(&mut self) {
        let mut found: Vec<Span> =
            self.build.document.references().iter().map(|reference| reference.span).collect();
        found.sort_unstable();
        for link in &self.marked.links {
            let next = found.partition_point(|span| span.end <= link.span.start);
            if link.span.is_empty() || found.get(next).is_some_and(|span| span.overlaps(link.span)) {
                continue;
            }
            if let Some(target) = target(&link.address) {
                self.build.document.reference(Reference { span: link.span, target });
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
    let symbol = symbol::Symbol::parse(&unpercent(path))?;
    let form = symbol.form();
    let symbol = symbol.into_string();
    Some(match form {
        Form::Resolution => Target::Resolution { symbol, paragraph: None },
        Form::Decision => Target::Decision { symbol },
        Form::Document => Target::Document { symbol, paragraph: None },
    })
}
