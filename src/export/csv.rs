//! Writes a document as a table for spreadsheets, one row per clause (RFC 4180: commas, doubled quotes, CR LF).
//!
//! Spreadsheets take a cell that begins with `=`, `+`, `-` or `@` for a formula, and the words of a file are untrusted.
//! Such a cell gets an apostrophe before it, which spreadsheets take for the start of a text. So does a cell that
//! already has apostrophes before such a sign, so that removing one apostrophe always restores the words.

use crate::document::naming::{self, marker};
use crate::document::{Document, Kind, NodeId, Part, Target};
use crate::export::kind_name;
use crate::text::clean;
use std::io::{self, Write};

const COLUMNS: [&str; 10] =
    ["file", "symbol", "anchor", "kind", "number", "action", "addressees", "text", "notes", "references"];

/// Writes the header row.
pub(crate) fn head(out: &mut dyn Write) -> io::Result<()> {
    row(&COLUMNS.map(str::to_owned), out)
}

/// Writes a row for each clause, heading, line and note that has words.
pub(crate) fn rows(document: &Document, part: &Part, file: &str, out: &mut dyn Write) -> io::Result<()> {
    let continues = |id: NodeId| document.node(id).kind == Kind::Continuation && id.0 > part.clauses.start;
    for id in part.ids(document).filter(|&id| !continues(id)).chain(part.notes.iter().copied()) {
        let node = document.node(id);
        let text = if node.kind == Kind::Note { note(document, id) } else { document.own_text(id) };
        let number = match node.kind {
            Kind::Note => Some(marker(document.label(id))),
            _ => naming::number(document, id),
        };
        if text.is_empty() && document.label(id).trim().is_empty() {
            continue;
        }
        let addressees: Vec<&str> = node.addressees.keys().collect();
        row(
            &[
                file.to_owned(),
                document.symbol().unwrap_or_default().to_owned(),
                document.anchor(id).0,
                kind_name(node.kind),
                number.unwrap_or_default(),
                node.action.map_or("", crate::document::Action::code).to_owned(),
                addressees.join("; "),
                text,
                marks(document, id).join("; "),
                references(document, id).join("; "),
            ],
            out,
        )?;
    }
    Ok(())
}

/// The words of a note, including those in its children.
fn note(document: &Document, id: NodeId) -> String {
    let end = document.node(id).subtree_end.0;
    let words = (id.0..end).map(NodeId).map(|id| {
        let label = if document.node(id).kind == Kind::Note { "" } else { document.label(id).trim() };
        format!("{label} {}", document.plain(document.node(id).body)).trim().to_owned()
    });
    words.collect::<Vec<_>>().join("\n")
}

fn marks(document: &Document, id: NodeId) -> Vec<String> {
    let marks = document.own_spans(id).flat_map(|span| document.marks_in(span));
    marks.map(|mark| marker(document.slice(mark.span))).collect()
}

/// What a clause refers to, without duplicates: symbols, anchors of places in this document, articles of the Charter.
fn references(document: &Document, id: NodeId) -> Vec<String> {
    let mut seen = Vec::new();
    for reference in document.own_spans(id).flat_map(|span| document.references_in(span)) {
        let told = match &reference.target {
            Target::Resolution { symbol, paragraph } | Target::Document { symbol, paragraph } => {
                paragraph.as_ref().map_or_else(|| symbol.clone(), |paragraph| format!("{symbol}#{paragraph}"))
            }
            Target::Decision { symbol } => symbol.clone(),
            Target::Own { paragraph } => format!("#{paragraph}"),
            Target::Charter { article, .. } => format!("Charter, {article}"),
            Target::Note { .. } => continue,
        };
        if !seen.contains(&told) && seen.len() < 1000 {
            seen.push(told);
        }
    }
    seen
}

pub(crate) fn row(cells: &[String], out: &mut dyn Write) -> io::Result<()> {
    for (index, cell) in cells.iter().enumerate() {
        out.write_all(if index == 0 { b"" } else { b"," })?;
        write_cell(cell, out)?;
    }
    out.write_all(b"\r\n")
}

fn write_cell(words: &str, out: &mut dyn Write) -> io::Result<()> {
    let cleaned = words.split('\n').map(clean).collect::<Vec<_>>().join("\n");
    let guard = if is_formula(&cleaned) { "'" } else { "" };
    if guard.is_empty() && !cleaned.contains(['"', ',', '\n', ' ']) {
        return out.write_all(cleaned.as_bytes());
    }
    write!(out, "\"{guard}{}\"", cleaned.replace('"', "\"\""))
}

/// Whether a spreadsheet would take the cell for a formula. East Asian spreadsheets also accept full-width signs.
fn is_formula(cell: &str) -> bool {
    cell.trim_start()
        .trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar;

    fn cell(words: &str) -> String {
        let mut out = Vec::new();
        write_cell(words, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn cells_are_quoted_where_needed_and_never_taken_for_formulas() {
        assert_eq!(cell("op7"), "op7");
        assert_eq!(cell("one, \"two\""), "\"one, \"\"two\"\"\"");
        assert_eq!(cell("=cmd|' /C calc'!A0"), "\"'=cmd|' /C calc'!A0\"");
        assert_eq!(cell("-1"), "\"'-1\"");
        assert_eq!(cell("'=1"), "\"''=1\"");
        assert_eq!(cell("'tis"), "'tis");
        assert_eq!(cell("a\nb"), "\"a\nb\"");
    }

    #[test]
    fn each_clause_becomes_a_row() {
        let text = "A/RES/95/7\n\n95/7. Quiet\n\nThe General Assembly,\n\nRecalling its resolution 94/31 of 3 December 2039,¹\n\n1. Requests the Secretary-General:\n\n(a) To wait;\n\n2. Decides to go on.\n\n¹ See A/95/12.\n";
        let document = grammar::parse(text, grammar::Options::default());
        let mut out = Vec::new();
        head(&mut out).unwrap();
        rows(&document, &Part::whole(&document), "r.txt", &mut out).unwrap();
        insta::assert_snapshot!(String::from_utf8(out).unwrap().replace("\r\n", "\n"), @r#"
        file,symbol,anchor,kind,number,action,addressees,text,notes,references
        r.txt,A/RES/95/7,m1,masthead-line,,,,A/RES/95/7,,
        r.txt,A/RES/95/7,title,title,95/7,,,Quiet,,
        r.txt,A/RES/95/7,enacting,enacting,,,,"The General Assembly,",,
        r.txt,A/RES/95/7,pp1,preambular,1,REAFFIRM,,"Recalling its resolution 94/31 of 3 December 2039,",1,A/RES/94/31
        r.txt,A/RES/95/7,op1,operative,1,REQUEST,secretary-general,"Requests the Secretary-General:",,
        r.txt,A/RES/95/7,op1(a),subparagraph,(a),,,"To wait;",,
        r.txt,A/RES/95/7,op2,operative,2,DECIDE,,"Decides to go on.",,
        r.txt,A/RES/95/7,fn1,note,1,,,"See A/95/12.",,A/95/12
        "#);
    }
}
