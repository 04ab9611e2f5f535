//! The parts of a web page around the clauses: head, styles, table of contents, tables, and escaping of text and
//! addresses.

use crate::document::{Align, Cell, Document, Kind, NodeId, Part};
use crate::export::inline::{is_heading, undocs};
use crate::lang::{Language, capitalised};
use crate::text::clean;
use crate::text::escape::{percent, xml as escape};
use std::io::{self, Write};

/// Writes everything up to the start of the visible page.
pub(super) fn head(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let language = document.language().map_or("", Language::code);
    let direction = if document.language().is_some_and(Language::is_rtl) { "rtl" } else { "ltr" };
    let names: Vec<&str> = [document.symbol(), document.title()].into_iter().flatten().collect();
    let title = if names.is_empty() { "—".to_owned() } else { escape(&clean(&names.join(" — "))) };
    let canonical = document.symbol().map_or_else(String::new, |symbol| {
        format!("<link rel=\"canonical\" href=\"{}\">\n", undocs(symbol, document.language()))
    });
    write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"plenary\">\n<title>{title}</title>\n{canonical}\
         <style>\n{STYLE}</style>\n</head>\n<body>\n"
    )
}

/// As many entries of the table of contents are in sight; more unfold.
const MOST_IN_SIGHT: usize = 12;

/// Writes links to the parts, sections, annexes and headings; nothing if there are fewer than two.
pub(super) fn contents(document: &Document, part: &Part, out: &mut dyn Write) -> io::Result<()> {
    let names = &document.words().page;
    let listed = |id: &NodeId| {
        let node = document.node(*id);
        let has_words = !node.body.is_empty() || !document.label(*id).trim().is_empty();
        // Each section has some of its own, which would say nothing.
        let top = || matches!(document.node(node.parent).kind, Kind::Document | Kind::Part);
        matches!(node.kind, Kind::Preamble | Kind::OperativePart) && top()
            || is_heading(node.kind) && has_words
    };
    let entries: Vec<NodeId> = part.ids(document).filter(listed).collect();
    if entries.len() + usize::from(!part.notes.is_empty()) < 2 {
        return Ok(());
    }
    writeln!(
        out,
        "<nav aria-label=\"{}\">\n<a class=\"skip\" href=\"#-text\">{}</a>",
        names.contents, names.skip
    )?;
    let open = if entries.len() > MOST_IN_SIGHT { "" } else { " open" };
    writeln!(out, "<details{open}>\n<summary>{}</summary>", names.contents)?;
    // A list item is closed only once it is known whether a nested list follows.
    let mut open: Vec<NodeId> = Vec::new();
    let mut deeper = true;
    for id in entries {
        while open.pop_if(|end| *end <= id).is_some() {
            out.write_all(if deeper { b"</li>\n" } else { b"</ol></li>\n" })?;
            deeper = false;
        }
        out.write_all(if deeper { b"<ol>\n" } else { b"" })?;
        let name = match document.node(id).kind {
            Kind::Preamble => capitalised(names.preamble),
            Kind::OperativePart => capitalised(names.operative_part),
            _ => escape(&heading(document, id)),
        };
        write!(out, "<li><a href=\"#{}\">{name}</a>", fragment(&id_of(document, id)))?;
        open.push(document.node(id).subtree_end);
        deeper = true;
    }
    for _ in open {
        out.write_all(if deeper { b"</li>\n" } else { b"</ol></li>\n" })?;
        deeper = false;
    }
    if !part.notes.is_empty() {
        writeln!(out, "<li><a href=\"#notes\">{}</a></li>", capitalised(names.notes))?;
    }
    out.write_all(b"</ol>\n</details>\n</nav>\n")
}

/// The label and the first words of a heading.
fn heading(document: &Document, id: NodeId) -> String {
    const MOST: usize = 120;
    let node = document.node(id);
    let words = clean(&document.plain(node.body)).into_owned();
    let mut short: String = words.chars().take(MOST).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    format!("{} {short}", clean(document.label(id).trim())).trim().to_owned()
}

/// Writes a table whose cells are not known, with its lines unchanged.
pub(super) fn laid_out(text: &str, anchor: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<pre class=\"table\" id=\"{anchor}\" tabindex=\"0\">")?;
    for row in text.lines() {
        writeln!(out, "{}", escape(clean(row).trim_end()))?;
    }
    out.write_all(b"</pre>\n")
}

/// Writes the start tag of a cell and returns its end tag.
pub(super) fn open_cell(cell: &Cell, in_head: bool, out: &mut dyn Write) -> io::Result<&'static str> {
    let (open, close) = match (cell.header, in_head) {
        (true, true) => ("<th scope=\"col\"", "</th>"),
        (true, false) => ("<th scope=\"row\"", "</th>"),
        (false, _) => ("<td", "</td>"),
    };
    out.write_all(open.as_bytes())?;
    for (attribute, count) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
        if count > 1 {
            write!(out, " {attribute}=\"{count}\"")?;
        }
    }
    let align = match cell.align {
        Align::Unset => ">",
        Align::Start => " style=\"text-align: start\">",
        Align::Centre => " style=\"text-align: center\">",
        Align::End => " style=\"text-align: end\">",
    };
    out.write_all(align.as_bytes())?;
    Ok(close)
}

/// The `id` of a node: its anchor, without white space, which HTML does not allow there.
pub(super) fn id_of(document: &Document, id: NodeId) -> String {
    let anchor = document.anchor(id).0;
    escape(&clean(&anchor)).replace(char::is_whitespace, "_")
}

/// Percent-encodes an `id` for use after `#` in a link.
pub(super) fn fragment(id: &str) -> String {
    percent(id, b"-._~!$()*+,;=:@/?&")
}

const STYLE: &str = "\
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fdfdfb; --dim: #5a5f66; --link: #00568f; --line: #c9ccd0; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e4e0; --paper: #16181b; --dim: #a3a8ae; --link: #85c1ee; --line: #44494f; }
}
html { background: var(--paper); color: var(--ink); font: 1.06rem/1.55 Georgia, 'Times New Roman', serif; }
body { margin: 0 auto; padding: 1rem; max-width: 44rem; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 2px; }
a.n { color: inherit; text-decoration: none; }
a:focus-visible, pre:focus-visible, div:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .6em; font-size: 1.1rem; }
h1 { font-size: 1.45rem; }
h2 { font-size: 1.2rem; }
p { margin: .7em 0; }
nav { font: .9rem/1.5 system-ui, sans-serif; border-block-end: 1px solid var(--line); padding-block-end: .8rem; }
nav ol { margin: 0; padding-inline-start: 1.2rem; list-style: none; }
details > ol { padding: 0; }
summary { font-weight: bold; cursor: pointer; }
.skip { position: absolute; inset-inline-start: -99rem; }
.skip:focus { position: static; }
.masthead, .closing, .vote { color: var(--dim); }
.masthead h1 { color: var(--ink); }
.masthead p, .closing, .vote { margin: .2em 0; }
.op, .para, .pp { margin: .9em 0; }
.pp { position: relative; }
.pp::before { content: attr(data-n); color: var(--dim); font: .78em/2 system-ui, sans-serif; }
.pp::before { position: absolute; inset-inline-end: 100%; margin-inline-end: 1em; }
.sub { padding-inline-start: 2.2em; }
.n { margin-inline-end: .25em; }
.note { font-size: .9em; }
.note p { margin: .3em 0; }
.notes hr { width: 8rem; margin: 2em auto 1em 0; border: 0; border-block-start: 1px solid var(--line); }
[dir=rtl] .notes hr { margin: 2em 0 1em auto; }
:target { background: color-mix(in srgb, var(--link) 14%, transparent); }
sup { line-height: 0; }
i:lang(zh) { font-family: Kaiti, STKaiti, 'Kaiti SC', 'AR PL UKai CN', serif; font-style: normal; }
.wide, pre { overflow-x: auto; }
pre { font-size: .85em; line-height: 1.35; }
table { border-collapse: collapse; font-size: .92em; }
td, th { border: 1px solid var(--line); padding: .2em .6em; text-align: start; vertical-align: top; }
blockquote { margin: .8em 0; margin-inline-start: 2em; }
@media (max-width: 52rem), print {
  .pp::before { position: static; float: inline-start; margin-inline-end: .6em; line-height: 1; padding-block-start: .5em; }
}
@media print {
  :root { color-scheme: light; --ink: #000; --dim: #444; --link: #000; --line: #999; }
  html { background: none; font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  nav { display: none; }
  a { color: inherit; text-decoration: none; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  p { orphans: 3; widows: 3; }
  .sub, tr, .note { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
}
@page { margin: 2.2cm; }
";
