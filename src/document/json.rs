//! Writes a document as JSON while walking the tree, without building a second copy of it in memory.
//!
//! The format is described in `docs/json.md`: change both together, and raise [`SCHEMA`] where a program that reads
//! the old format would break. Characters that could control a terminal are escaped, so that the output is safe to
//! print.

use super::naming::{self, marker};
use super::{Align, Anchor, Cell, Document, Kind, NodeId, Part, Request, Table};
use crate::text::chars::find_steering;
use serde::Serialize;
use std::io::{self, Write};

/// The version of the format. It is raised when a field is removed or changes its meaning, not when one is added.
pub const SCHEMA: u32 = 2;

/// Finds what a clause asks for: `grammar::requests`.
pub type Requests<'r> = &'r mut dyn FnMut(NodeId) -> Vec<Request>;

/// Writes a document, or a part of it, as one JSON object with a line feed after it.
pub fn write(
    document: &Document,
    part: &Part,
    requests: Requests<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut json = Writer { out, requests };
    json.raw("{\"schema\": ")?;
    json.value(&SCHEMA)?;
    let masthead = document.masthead();
    let language = document.language().map(crate::lang::Language::code);
    let head = [
        ("symbol", document.symbol()),
        ("title", document.title()),
        ("language", language),
        ("organ", masthead.organ.as_deref()),
    ];
    for (name, value) in head {
        json.raw(",\n")?;
        json.member(name, &value)?;
    }
    json.raw(",\n")?;
    json.member("masthead", masthead)?;
    json.raw(",\n")?;
    json.member("details", document.details())?;
    json.raw(",\n\"clauses\": [")?;
    json.clauses(document, part)?;
    json.raw("],\n\"notes\": [")?;
    json.list(part.notes.iter(), |json, &id| json.note(document, id))?;
    json.raw("],\n\"references\": [")?;
    json.references(document, part)?;
    json.raw("],\n\"diagnostics\": [")?;
    json.list(document.diagnostics().iter(), Writer::value)?;
    json.raw("]}\n")
}

/// Writes any value as JSON on one line, with the characters that could control a terminal escaped.
pub(crate) fn write_value(value: &(impl Serialize + ?Sized), out: &mut dyn Write) -> io::Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(out, Tame)).map_err(Into::into)
}

/// A list item whose label has no bracket: a bullet, ㈠, "a.".
fn is_item(document: &Document, id: NodeId) -> bool {
    document.node(id).kind == Kind::Subparagraph && !document.label(id).contains([')', '）'])
}

struct Writer<'w> {
    out: &'w mut dyn Write,
    requests: Requests<'w>,
}

impl Writer<'_> {
    fn raw(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    fn value(&mut self, value: &(impl Serialize + ?Sized)) -> io::Result<()> {
        write_value(value, self.out)
    }

    fn member(&mut self, name: &str, value: &(impl Serialize + ?Sized)) -> io::Result<()> {
        self.value(name)?;
        self.raw(": ")?;
        self.value(value)
    }

    fn members(&mut self, members: &[(&str, Option<&str>)]) -> io::Result<()> {
        for (index, (name, value)) in members.iter().enumerate() {
            self.raw(if index == 0 { "" } else { ", " })?;
            self.member(name, value)?;
        }
        Ok(())
    }

    /// Writes a list with one item a line.
    fn list<T>(
        &mut self,
        items: impl Iterator<Item = T>,
        mut each: impl FnMut(&mut Self, T) -> io::Result<()>,
    ) -> io::Result<()> {
        for (index, item) in items.enumerate() {
            self.raw(if index == 0 { "\n " } else { ",\n " })?;
            each(self, item)?;
        }
        Ok(())
    }

    /// Writes all clauses in one walk with an explicit stack, because a hostile file may nest more deeply than
    /// recursion allows.
    fn clauses(&mut self, document: &Document, part: &Part) -> io::Result<()> {
        let mut open: Vec<NodeId> = Vec::new();
        let mut first = true;
        for id in part.ids(document) {
            let node = document.node(id);
            while open.pop_if(|end| *end <= id).is_some() {
                self.raw("]}")?;
                first = false;
            }
            if node.kind == Kind::Continuation && id.0 > part.clauses.start {
                continue;
            }
            self.raw(if first { "\n" } else { ",\n" })?;
            self.raw(indent(open.len()))?;
            self.clause(document, id)?;
            open.push(node.subtree_end);
            first = true;
        }
        for _ in open {
            self.raw("]}")?;
        }
        Ok(())
    }

    /// Writes a clause up to the bracket that opens its children.
    fn clause(&mut self, document: &Document, id: NodeId) -> io::Result<()> {
        let node = document.node(id);
        let Anchor(anchor) = document.anchor(id);
        self.raw("{")?;
        self.member("anchor", &anchor)?;
        self.raw(", ")?;
        if is_item(document, id) {
            self.member("kind", "item")?;
        } else {
            self.member("kind", &node.kind)?;
        }
        self.raw(", ")?;
        self.member("number", &naming::printed_number(document, id))?;
        self.raw(", ")?;
        self.member("label", &Some(document.label(id)).filter(|label| !label.is_empty()))?;
        self.raw(", ")?;
        self.member("action", &node.action)?;
        self.raw(", ")?;
        let opener = document.opener(id);
        self.member("opener", &(!opener.is_empty()).then_some(opener))?;
        self.raw(", \"addressees\": [")?;
        for (index, key) in node.addressees.keys().enumerate() {
            self.raw(if index == 0 { "" } else { ", " })?;
            self.value(key)?;
        }
        self.raw("], \"requests\": [")?;
        for (index, request) in (self.requests)(id).iter().enumerate() {
            self.raw(if index == 0 { "" } else { ", " })?;
            self.request(document, request)?;
        }
        self.raw("], ")?;
        match document.table(id) {
            Some(table) => self.table(document, table)?,
            None => self.member("text", &document.own_text(id))?,
        }
        self.raw(", \"notes\": [")?;
        let mut first = true;
        for span in document.own_spans(id) {
            for mark in document.marks_in(span) {
                self.raw(if first { "" } else { ", " })?;
                self.value(&marker(document.slice(mark.span)))?;
                first = false;
            }
        }
        self.raw("], \"children\": [")
    }

    fn request(&mut self, document: &Document, request: &Request) -> io::Result<()> {
        let words = |span| document.plain(span);
        self.raw("{")?;
        self.member("action", &request.action)?;
        self.raw(", ")?;
        self.member("verb", &words(request.verb))?;
        self.raw(", ")?;
        self.member("addressees", &request.addressees.keys().collect::<Vec<_>>())?;
        self.raw(", ")?;
        self.member("what", &request.what)?;
        self.raw(", \"deadlines\": [")?;
        for (index, deadline) in request.deadlines.iter().enumerate() {
            self.raw(if index == 0 { "{" } else { ", {" })?;
            self.member("said", &words(deadline.said))?;
            self.raw(", ")?;
            self.member("resolved", &deadline.resolved)?;
            self.raw("}")?;
        }
        self.raw("], ")?;
        self.member("to", &request.to)?;
        self.raw(", ")?;
        self.member("text", &words(request.span))?;
        self.raw("}")
    }

    /// Writes a table: its words as lines, and its rows.
    fn table(&mut self, document: &Document, table: &Table) -> io::Result<()> {
        let words = |cell: &Cell| document.plain(cell.text);
        let line = |row: &[Cell]| {
            row.iter().map(|cell| words(cell).replace('\n', " ")).collect::<Vec<_>>().join("\t")
        };
        self.member("text", &table.rows().map(line).collect::<Vec<_>>().join("\n"))?;
        self.raw(", \"rows\": [")?;
        for (at, row) in table.rows().enumerate() {
            self.raw(if at == 0 { "[" } else { ", [" })?;
            for (at, cell) in row.iter().enumerate() {
                self.raw(if at == 0 { "" } else { ", " })?;
                let marks = document.marks_in(cell.text).iter();
                let notes: Vec<String> = marks.map(|mark| marker(document.slice(mark.span))).collect();
                let align = (cell.align != Align::Unset).then_some(cell.align);
                let plain = cell.columns == 1 && cell.rows == 1 && !cell.header;
                if plain && align.is_none() && notes.is_empty() {
                    self.value(&words(cell))?;
                    continue;
                }
                self.raw("{")?;
                self.member("text", &words(cell))?;
                for (name, count) in [("columns", cell.columns), ("rows", cell.rows)] {
                    if count > 1 {
                        self.raw(", ")?;
                        self.member(name, &count)?;
                    }
                }
                if cell.header {
                    self.raw(", ")?;
                    self.member("header", &true)?;
                }
                if let Some(align) = align {
                    self.raw(", ")?;
                    self.member("align", &align)?;
                }
                if !notes.is_empty() {
                    self.raw(", ")?;
                    self.member("notes", &notes)?;
                }
                self.raw("}")?;
            }
            self.raw("]")?;
        }
        self.raw("]")
    }

    fn note(&mut self, document: &Document, id: NodeId) -> io::Result<()> {
        let Anchor(anchor) = document.anchor(id);
        let marker = marker(document.label(id));
        let text = document.own_text(id);
        self.raw("{")?;
        self.members(&[("marker", Some(&marker)), ("anchor", Some(&anchor)), ("text", Some(&text))])?;
        self.raw("}")
    }

    /// Walks by node rather than by reference, so that the clause of each reference is known without a search.
    fn references(&mut self, document: &Document, part: &Part) -> io::Result<()> {
        let all = part.ids(document).chain(part.notes.iter().copied()).flat_map(|id| {
            let body = document.node(id).body;
            let inside = document.references_in(body).iter();
            inside
                .filter(move |reference| body.contains(reference.span.start as usize))
                .map(move |reference| (id, reference))
        });
        self.list(all, |json, (id, reference)| {
            let node = document.node(id);
            let clause = if node.kind == Kind::Continuation { node.parent } else { id };
            let Anchor(anchor) = document.anchor(clause);
            json.raw("{")?;
            json.members(&[("anchor", Some(&anchor)), ("text", Some(document.slice(reference.span)))])?;
            json.raw(", ")?;
            json.member("target", &reference.target)?;
            json.raw("}")
        })
    }
}

/// Indentation for a depth; bounded, so that the output does not grow quadratically with the nesting.
fn indent(depth: usize) -> &'static str {
    const SPACES: &str = "                ";
    SPACES.get(..=depth).unwrap_or(SPACES)
}

/// A formatter for `serde_json` that also escapes delete, the C1 controls and bidirectional control characters.
struct Tame;

impl serde_json::ser::Formatter for Tame {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = find_steering(rest) {
            let (before, hostile) = rest.split_at(at);
            let mut letters = hostile.chars();
            out.write_all(before.as_bytes())?;
            write!(out, "\\u{:04x}", letters.next().map_or(0, u32::from))?;
            rest = letters.as_str();
        }
        out.write_all(rest.as_bytes())
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(if first { b"" } else { b", " })
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(if first { b"" } else { b", " })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Builder, NoteMark, Span};

    fn json(build: impl FnOnce(&mut Builder)) -> serde_json::Value {
        let mut builder = Builder::new();
        build(&mut builder);
        let mut out = Vec::new();
        let document = builder.finish();
        write(&document, &Part::whole(&document), &mut |_| Vec::new(), &mut out).unwrap();
        serde_json::from_slice(&out)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&out)))
    }

    #[test]
    fn an_empty_document_is_valid_json_with_its_schema_version() {
        let got = json(|_| ());
        assert_eq!(got["schema"], 2);
        assert_eq!(got["clauses"], serde_json::json!([]));
        assert!(got["symbol"].is_null() && got["masthead"]["title"].is_null());
    }

    #[test]
    fn continuations_are_merged_and_notes_are_listed_once() {
        let got = json(|builder| {
            builder.open(Kind::OperativePart, Span::default());
            let op = builder.open(Kind::Operative, Span::default());
            let (label, body) = (builder.push("٧ - "), builder.push("Decides²:"));
            let node = builder.node_mut(op);
            (node.label, node.body, node.ordinal) = (label, body, 7);
            let mark = Span { start: body.end - 3, end: body.end - 1 };
            builder.mark(NoteMark { span: mark, note: None });
            builder.leaf(Kind::Subparagraph, "(a)", 1, "One;", Span::default());
            builder.leaf(Kind::Continuation, "", 0, "and so on.", Span::default());
            builder.close_to(NodeId::ROOT);
            builder.open(Kind::Notes, Span::default());
            builder.leaf(Kind::Note, "²", 2, "See there.", Span::default());
        });
        let op = &got["clauses"][0]["children"][0];
        assert_eq!(got["clauses"][0]["kind"], "operative-part");
        assert_eq!(op["number"], "7");
        assert_eq!(op["text"], "Decides: and so on.");
        assert_eq!(op["notes"], serde_json::json!(["2"]));
        assert_eq!(op["children"][0]["number"], "(a)");
        assert_eq!(op["children"].as_array().unwrap().len(), 1);
        assert_eq!(got["notes"], serde_json::json!([{"marker": "2", "anchor": "fn2", "text": "See there."}]));
        assert_eq!(got["clauses"].as_array().unwrap().len(), 1);
    }

    #[test]
    fn the_output_has_no_characters_that_control_a_terminal() {
        let mut out = Vec::new();
        write_value("a\u{1b}[31m\u{9b}2J\u{202e}b\u{7f}", &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), r#""a\u001b[31m\u009b2J\u202eb\u007f""#);
    }

    #[test]
    fn deep_nesting_does_not_overflow_the_stack() {
        let got = {
            let mut builder = Builder::new();
            for _ in 0..2_000 {
                builder.open(Kind::Preamble, Span::default());
            }
            let mut out = Vec::new();
            let document = builder.finish();
            write(&document, &Part::whole(&document), &mut |_| Vec::new(), &mut out)
                .map(|()| out.len())
                .unwrap()
        };
        assert!(got > 2_000);
    }
}
