//! `OpenDocument` texts: spans, lists, rows, and damage.

use super::*;
use crate::formats::archive::tests::zipped;
use crate::formats::word::shown::{cells, italics, remarks};
use std::fmt::Write as _;

fn document(styles: &str, body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles><office:body>\
         <office:text>{body}</office:text></office:body></office:document-content>"
    );
    zipped(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())])
}

fn shown(bytes: &[u8]) -> String {
    let content = match read(bytes) {
        Ok(content) => content,
        Err(error) => return format!("error: {error}"),
    };
    let mut out = String::new();
    for block in &content.blocks {
        let _ = writeln!(out, "{:?}: {}", block.style, cells(&content, block));
    }
    italics(&content, &mut out);
    remarks(&content, &mut out);
    out
}

#[test]
fn spans_notes_and_comments_are_read() {
    let styles = "<style:style style:name='T1' style:family='text'><style:text-properties \
        fo:font-style='italic'/></style:style><style:style style:name='T2' style:family='text'>\
        <style:text-properties style:text-position='super 58%'/></style:style>";
    let body = "<text:tracked-changes><text:deletion><text:p>gone</text:p></text:deletion></text:tracked-changes>\
        <text:h text:outline-level='1'>Annex</text:h><text:p>\n  <text:span text:style-name='T1'>Recalling</text:span>\
        <text:s text:c='2'/>its<text:change text:change-id='1'/> resolution<text:note><text:note-citation>1\
        </text:note-citation><text:note-body><text:p>See A/95/2.</text:p><text:p>Also.</text:p></text:note-body>\
        </text:note> of<text:span text:style-name='T2'>2</text:span><office:annotation><text:p>why?</text:p>\
        </office:annotation>,</text:p>";
    insta::assert_snapshot!(shown(&document(styles, body)), @"
    Heading(1): Annex
    Paragraph: Recalling its resolution¹ of²,
    Note: ¹ See A/95/2. Also.
    italic: Recalling
    aside comment: why?
    ");
}

#[test]
fn automatic_numbers_are_counted() {
    let level = |level: u8, form: &str, more: &str| {
        format!("<text:list-level-style-number text:level='{level}' style:num-format='{form}' {more}/>")
    };
    let styles = format!(
        "<text:list-style style:name='L'>{}{}<text:list-level-style-bullet text:level='3' text:bullet-char='\u{F0B7}'/>\
         </text:list-style>",
        level(1, "1", "style:num-suffix='.'"),
        level(2, "a", "loext:num-list-format='(%2%)'")
    );
    let item = |inner: &str| format!("<text:list-item>{inner}</text:list-item>");
    let list = |more: &str, inner: &str| format!("<text:list text:style-name='L' {more}>{inner}</text:list>");
    let words = |words: &str| format!("<text:p>{words}</text:p>");
    let inner =
        list("", &(item(&words("one;")) + &item(&(words("two:") + &list("", &item(&words("sign")))))));
    let body = [
        list("", &(item(&words("Decides;")) + &item(&(words("Requests:") + &inner)))),
        words("Between."),
        list("text:continue-numbering='true'", &item(&(words("Urges;") + &words("without a number")))),
        list("", &item(&words("Anew."))),
    ];
    insta::assert_snapshot!(shown(&document(&styles, &body.concat())), @"
    Paragraph: 1. Decides;
    Paragraph: 2. Requests:
    Paragraph: (a) one;
    Paragraph: (b) two:
    Paragraph: • sign
    Paragraph: Between.
    Paragraph: 3. Urges;
    Paragraph: without a number
    Paragraph: 1. Anew.
    ");
}

#[test]
fn tables_have_rows_unless_they_are_the_masthead() {
    let cell = |words: &str| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>");
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let table = |rows: &str| format!("<table:table>{rows}</table:table>");
    let body = [
        table(&row(&(cell("United Nations") + &cell("A/RES/95/12")))),
        table(&(row(&(cell("Year") + &cell("Sum"))) + &row(&(cell("2048") + &cell(&table(&row(&cell("10")))))))),
        "<text:p><draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box></draw:frame>After</text:p>"
            .to_owned(),
    ];
    insta::assert_snapshot!(shown(&document("", &body.concat())), @"
    Paragraph: United Nations
    Paragraph: A/RES/95/12
    Row: Year | Sum
    Row: 2048 | 10
    Paragraph: After
    Paragraph: In a box
    ");
}

#[test]
fn merged_cells_and_header_rows_are_kept() {
    let cell = |more: &str, words: &str| {
        format!("<table:table-cell {more}><text:p>{words}</text:p></table:table-cell>")
    };
    let covered = "<table:covered-table-cell/>";
    let body = format!(
        "<table:table><table:table-header-rows><table:table-row>{}{}{covered}</table:table-row></table:table-header-rows>\
         <table:table-row>{covered}{}{}</table:table-row></table:table>",
        cell("table:number-rows-spanned='2'", "Lamp"),
        cell("table:number-columns-spanned='2'", "Price"),
        cell("", "1"),
        cell("", "2"),
    );
    let content = read(&document("", &body)).unwrap();
    let cells: Vec<_> = content.tables[0]
        .cells()
        .iter()
        .map(|cell| (&content.text[cell.text.range()], cell.column, cell.columns, cell.rows))
        .collect();
    assert_eq!(cells, [("Lamp", 0, 1, 2), ("Price", 1, 2, 1), ("1", 1, 1, 1), ("2", 2, 1, 1)]);
}

#[test]
fn what_cannot_be_read_gives_an_error() {
    let locked =
        zipped(&[("META-INF/manifest.xml", b"<manifest:encryption-data/>"), ("content.xml", b"\x01\x02")]);
    insta::assert_snapshot!(shown(&locked), @"error: it is an OpenDocument text locked with a password; save a copy without one first");
    insta::assert_snapshot!(shown(&zipped(&[("mimetype", b"x")])), @"error: it is an OpenDocument text that is damaged (it has no part content.xml); get it again, or open it in another program and save it anew");
    insta::assert_snapshot!(shown(&document("", "<text:p>Words <text:p>and more</text:span>")), @"
    Paragraph: Words
    Paragraph: and more
    ! At byte 102 of content.xml stands an element that is never closed; words may be missing.
    ");
    for tag in
        ["text:p", "text:list", "text:list-item", "table:table", "draw:text-box", "text:span", "text:note"]
    {
        let deep = format!("<{tag}>").repeat(50_000)
            + "<text:p>words</text:p>"
            + &format!("</{tag}>").repeat(50_000);
        let _ = shown(&document("", &deep));
    }
}
