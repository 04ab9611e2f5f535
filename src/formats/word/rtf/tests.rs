//! Rich text: letters, notes, rows, and damage.

use super::*;
use crate::formats::word::shown::{cells, italics, remarks};
use std::fmt::Write as _;

fn shown(source: impl AsRef<[u8]>) -> String {
    let content = match read(source.as_ref()) {
        Ok(content) => content,
        Err(error) => return format!("error: {error}"),
    };
    let mut out = String::new();
    for block in &content.blocks {
        let _ = writeln!(out, "{:?} p{}: {}", block.style, block.page, cells(&content, block));
    }
    italics(&content, &mut out);
    remarks(&content, &mut out);
    out
}

#[test]
fn characters_by_code_page_and_by_number() {
    let source = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times;}{\f2\fcharset2 Symbol;}
        {\f3\fcharset134 Song;}}\uc1 D\'e9cide \f1\'d1\'ee\'e2\'e5\'f2\f0  \u1593?\u-3917 ? \'93x\'94\emdash\~{\f2\'b7}\f3\'b9\'fa\par
        {\uc2\u233\'c3\'a9}t\u233 e\_l\-a\par}";
    insta::assert_snapshot!(shown(source), @"
    Paragraph p0: Décide Совет ع≥ “x”— •国
    Paragraph p0: été‑la
    ");
}

#[test]
fn notes_are_read_and_unprinted_groups_are_skipped() {
    let source = r"{\rtf1{\info{\title no}}{\*\generator no}{\stylesheet{\s1 heading 1;}{\s2 Normal;}}
        {\header A/RES/95/12\par}{\pard\s1 Annex\par}\pard\s2 {\i Recalling} its resolution{\super\chftn{\footnote
        \pard {\super\chftn} See {\i A/95/2}.\par Also.}}, {\v secret}{\deleted gone}{\field{\*\fldinst HYPERLINK x}
        {\fldrslt {1 (I)}}}{\*\annotation why?}{\pict 0102}{\listtext 7.\tab}end\page next\par}";
    insta::assert_snapshot!(shown(source), @"
    Heading(1) p0: Annex
    Paragraph p0: Recalling its resolution¹,         1 (I)7. end
    Paragraph p1: next
    Note p0: ¹          See A/95/2. Also.
    italic: Recalling
    italic: A/95/2
    aside running-head: A/RES/95/12
    aside comment: why?
    aside hidden-text: secret
    ");
}

#[test]
fn tables_have_rows_unless_they_are_the_masthead() {
    let source = r"{\rtf1{\headerf\pard\intbl United Nations\cell A/RES/95/12\cell\row\pard}\trowd\pard\intbl Year\cell
        Sum\cell\row\trowd\pard\intbl 2048\par more\cell\cell\row\pard After\par}";
    insta::assert_snapshot!(shown(source), @"
    Paragraph p0: United Nations
    Paragraph p0: A/RES/95/12
    Row p0: Year | Sum
    Row p0: 2048 / more | 
    Paragraph p0: After
    ");
}

#[test]
fn cells_end_at_the_edges_that_the_row_defines() {
    let source = r"{\rtf1 As follows:\par\trowd\trhdr\clvmgf\cellx1000\cellx3000\pard\intbl Lamp\cell Price\cell\row
        \trowd\clvmrg\cellx1000\cellx2000\cellx3020\pard\intbl\cell \qr 1\cell 2\cell\row
        \trowd\cellx2000\cellx3000\pard\intbl Total\cell 3\cell\row\pard After\par}";
    let content = read(source.as_bytes()).unwrap();
    let [table] = content.tables.as_slice() else { panic!("{}", content.tables.len()) };
    let cells: Vec<_> = table
        .cells()
        .iter()
        .map(|cell| (&content.text[cell.text.range()], cell.column, cell.columns, cell.rows))
        .collect();
    let expected = [
        ("Lamp", 0, 1, 2),
        ("Price", 1, 2, 1),
        ("1", 1, 1, 1),
        ("2", 2, 1, 1),
        ("Total", 0, 2, 1),
        ("3", 2, 1, 1),
    ];
    assert_eq!(cells, expected);
    assert_eq!(table.header_rows, 2);
    assert_eq!(content.words(content.blocks.last().unwrap()), "After");
}

#[test]
fn a_line_that_ends_with_its_paragraph_cuts_no_other() {
    let content = read(br"{\rtf1 Recalling\line\par It is read\line and\par}").unwrap();
    let rest: Vec<&str> = content.breaks.iter().filter_map(|at| content.text.get(*at as usize..)).collect();
    assert_eq!(rest, ["and"], "{:?} in {:?}", content.breaks, content.text);
}

#[test]
fn damaged_markup_is_read() {
    insta::assert_snapshot!(shown(r"{\rtf1 Recalling {\i its \'zz resolution"), @"
    Paragraph p0: Recalling its zz resolution
    italic: its zz resolution
    ! The end of the file is missing; words may be missing.
    ");
    insta::assert_snapshot!(shown(r"{\rtf1 }}}} \bin99999 gone"), @"error: it holds only white space");
    insta::assert_snapshot!(shown(r"{\rtf1 }}}} words \u99999999999 \'"), @"Paragraph p0: words");
    for part in [
        "{",
        "}",
        "\\",
        "{\\footnote ",
        "{\\headerf ",
        "{\\*\\annotation ",
        "\\intbl a\\cell",
        "\\intbl a\\par\\pard ",
        "\\'",
        "\\u1",
        "{\\shptxt ",
    ] {
        let _ = shown(r"{\rtf1 ".to_owned() + &part.repeat(100_000) + "words");
    }
}
