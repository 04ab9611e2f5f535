//! `plenary outline`: lists the clauses of a document, one per line.

use super::out::{self, Out, Style};
use super::{Common, Failure, Status};
use crate::app::words;
use crate::document::{Document, Kind, NodeId, json, naming};
use crate::library::Door;
use crate::library::scan::split_anchor;
use crate::text::Part as _;
use crate::text::{clean, ellipsize, width};
use clap::Args;
use serde::Serialize;
use std::ffi::OsString;
use std::io::{self, Write};

const EXAMPLES: &str = "\
Examples:
  plenary outline A_RES_65_218.fr.txt               what each paragraph does; the first column can be given to --at
  plenary outline resolution.txt | grep -i request  the paragraphs that ask for something
  plenary outline resolution.txt --format json";

/// Width of a line, in cells, if standard output is not a terminal.
const WIDTH: usize = 100;

/// List the paragraphs of a document by number and first words
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Outline {
    /// The document; - is standard input
    #[arg(value_name = "FILE")]
    pub(super) file: OsString,
    /// How it is written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: ListFormat,
}

/// Output formats of `outline` and `jump`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum ListFormat {
    /// A line each
    #[default]
    Text,
    /// JSON, as docs/json.md describes it
    Json,
}

pub(super) fn run(outline: &Outline, common: &Common, door: &Door, out: &mut Out) -> Result<Status, Failure> {
    let (source, _) = split_anchor(&outline.file, door);
    out::announce(&source);
    let document = source.open(&common.read_options([source.clone()], door))?;
    match outline.format {
        ListFormat::Text => text(&document, out)?,
        ListFormat::Json => json_lines(&document, out)?,
    }
    Ok(if document.is_empty() { Status::Nothing } else { Status::Found })
}

/// The nodes to list, with their depth from 0: those that a reader would jump to.
fn entries(document: &Document) -> impl Iterator<Item = (NodeId, usize)> + '_ {
    let mut open: Vec<NodeId> = Vec::new();
    document.ids().skip(1).filter_map(move |id| {
        let node = document.node(id);
        while open.pop_if(|end| *end <= id).is_some() {}
        let depth = open.len();
        open.push(node.subtree_end);
        let listed = !matches!(node.kind, Kind::MastheadLine | Kind::Continuation) && !document.is_break(id);
        listed.then_some((id, depth))
    })
}

fn text(document: &Document, out: &mut Out) -> io::Result<()> {
    let columns = out.columns(WIDTH);
    for (id, depth) in entries(document) {
        let node = document.node(id);
        let anchor = clean(&document.anchor(id).0).into_owned();
        let number = match node.kind {
            Kind::Preambular => naming::short(document, id).into_owned(),
            _ => clean(document.label(id).trim()).into_owned(),
        };
        let words = excerpt(document, id);
        let bare = node.kind.is_synthetic() || words.is_empty();
        let name = if bare { words::container(node.kind, document.words()) } else { String::new() };
        let line =
            [name.as_str(), number.as_str(), words.as_str()].into_iter().filter(|part| !part.is_empty());
        let line = line.collect::<Vec<_>>().join(" ");
        out.styled_text(Style::Faint, &anchor)?;
        let pad = 12_usize.saturating_sub(width(&anchor)).max(1) + 2 * depth.min(12);
        let room = columns.saturating_sub(width(&anchor) + pad).max(20);
        writeln!(out, "{:pad$}{}", "", ellipsize(&line, room).trim_end())?;
    }
    Ok(())
}

/// The first words of a node: up to 400 bytes, more than fits on a line.
fn excerpt(document: &Document, id: NodeId) -> String {
    const MOST_BYTES: usize = 400;
    if let Some(table) = words::table(document, id) {
        return clean(&table).into_owned();
    }
    let body = document.body(id);
    let end = (0..=MOST_BYTES.min(body.len())).rev().find(|&end| body.is_char_boundary(end)).unwrap_or(0);
    clean(body.part(..end)).into_owned()
}

/// A clause in the JSON output.
#[derive(Serialize)]
struct OutlineEntry<'d> {
    anchor: &'d str,
    kind: Kind,
    number: Option<String>,
    depth: usize,
    action: Option<crate::document::Action>,
    text: String,
}

fn json_lines(document: &Document, out: &mut Out) -> io::Result<()> {
    out.write_all(b"[")?;
    for (index, (id, depth)) in entries(document).enumerate() {
        let node = document.node(id);
        out.write_all(if index == 0 { b"\n " } else { b",\n " })?;
        let anchor = document.anchor(id).0;
        let entry = OutlineEntry {
            anchor: &anchor,
            kind: node.kind,
            number: naming::number(document, id),
            depth,
            action: node.action,
            text: document.own_text(id),
        };
        json::write_value(&entry, out)?;
    }
    out.write_all(b"]\n")
}
