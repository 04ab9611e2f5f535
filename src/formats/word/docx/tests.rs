//! Word documents: what is printed is read, and what is not printed is left out.

use super::*;
use crate::formats::archive::tests::zipped;
use crate::formats::word::shown::{cells, remarks};
use std::fmt::Write as _;

/// A document with this body and these further parts.
fn document(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let main = format!("<w:document><w:body>{body}</w:body></w:document>");
    let mut all = vec![("word/document.xml", main.as_bytes())];
    all.extend(parts.iter().map(|(name, text)| (*name, text.as_bytes())));
    zipped(&all)
}

/// The blocks, one line each, and what else was found.
fn shown(bytes: &[u8]) -> String {
    let content = match read(bytes) {
        Ok(content) => content,
        Err(error) => return format!("error: {error}"),
    };
    let mut out = String::new();
    for block in &content.blocks {
        let _ = writeln!(out, "{:?} p{}: {}", block.style, block.page, cells(&content, block));
    }
    let words = |span: &crate::document::Span| content.text.get(span.range()).unwrap_or_default().to_owned();
    for (name, spans) in [("italic", &content.emphasis), ("marks", &content.marks)] {
        if !spans.is_empty() {
            let _ = writeln!(out, "{name}: {}", spans.iter().map(words).collect::<Vec<_>>().join(" / "));
        }
    }
    remarks(&content, &mut out);
    out
}

#[test]
fn tabs_after_typed_numbers_become_spaces() {
    let body = "<w:p><w:r><w:tab/><w:t>1.</w:t><w:tab/></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>Deci</w:t></w:r>\
        <w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">des </w:t></w:r><w:r><w:t>to stay self</w:t>\
        <w:noBreakHyphen/><w:t>reliant;</w:t></w:r></w:p><w:p/><w:p><w:r><w:tab/><w:t>(a)</w:t><w:tab/>\
        <w:t>Trade &amp; aid</w:t><w:br/><w:t>below</w:t></w:r></w:p>";
    insta::assert_snapshot!(shown(&document(body, &[])), @"
    Paragraph p0: 1. Decides to stay self‑reliant;
    Paragraph p0: (a) Trade & aid below
    italic: Decides
    ");
}

#[test]
fn notes_are_numbered_in_the_order_of_their_references() {
    let body = "<w:p><w:r><w:t>One</w:t></w:r><w:r><w:footnoteReference w:id='9'/></w:r><w:del><w:r>\
        <w:footnoteReference w:id='3'/></w:r></w:del><w:r><w:t> and two</w:t></w:r><w:r>\
        <w:footnoteReference w:id='2'/></w:r><w:r><w:t>, three</w:t><w:footnoteReference w:id='4' \
        w:customMarkFollows='1'/><w:t>*</w:t></w:r><w:r><w:footnoteReference w:id='77'/></w:r></w:p>";
    let notes = "<w:footnotes><w:footnote w:type='separator' w:id='-1'><w:p/></w:footnote><w:footnote w:id='2'>\
        <w:p><w:r><w:footnoteRef/><w:tab/><w:t>See A/95/2.</w:t></w:r></w:p><w:p><w:r><w:t>Also A/95/3.</w:t>\
        </w:r></w:p></w:footnote><w:footnote w:id='9'><w:p><w:r><w:t>Ibid.</w:t></w:r></w:p></w:footnote>\
        <w:footnote w:id='4'><w:p><w:r><w:t>* Reissued.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    insta::assert_snapshot!(shown(&document(body, &[("word/footnotes.xml", notes)])), @"
    Paragraph p0: One¹ and two², three*³
    Note p0: ¹ Ibid.
    Note p0: ² See A/95/2. Also A/95/3.
    Note p0: * Reissued.
    marks: *
    ! The text of footnote 3 is not in the file.
    ");
}

#[test]
fn tracked_changes_are_accepted_and_unprinted_text_is_left_out() {
    let body = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Requests</w:t></w:r></w:p><w:p><w:ins><w:r>\
        <w:t> the Secretary-General</w:t></w:r></w:ins><w:del><w:r><w:delText> nobody</w:delText></w:r></w:del>\
        <w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>\
        <w:r><w:fldChar w:fldCharType='begin'/><w:instrText>HYPERLINK x</w:instrText>\
        <w:fldChar w:fldCharType='separate'/></w:r><w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr><w:sdtContent>\
        <w:smartTag><w:r><w:t>, by 2049</w:t></w:r></w:smartTag></w:sdtContent></w:sdt></w:p>";
    let comments = "<w:comments><w:comment><w:p><w:r><w:t>JOB NO</w:t></w:r></w:p></w:comment></w:comments>";
    insta::assert_snapshot!(shown(&document(body, &[("word/comments.xml", comments)])), @"
    Paragraph p0: Requests the Secretary-General, by 2049
    aside hidden-text: secret
    aside comment: JOB NO
    ");
}

#[test]
fn the_header_of_the_first_page_is_the_masthead() {
    let body = "<w:p><w:r><w:t>Ninety-fifth session</w:t></w:r></w:p><w:sectPr><w:headerReference \
        w:type='default' r:id='h1'/><w:headerReference w:type='first' r:id='h3'/><w:titlePg/></w:sectPr>";
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let head = format!(
        "<w:hdr><w:tbl><w:tr>{}{}</w:tr><w:tr>{}<w:tc><w:p><w:r><w:t>Distr.: General</w:t><w:br/><w:t>3 May 2049\
        </w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:hdr>",
        cell("United Nations"),
        cell("A/RES/95/12"),
        cell("General Assembly")
    );
    let relations = "<Relationships><Relationship Id='h1' Target='header1.xml'/><Relationship Id='h3' \
        Target='header3.xml'/></Relationships>";
    let parts = [
        ("word/_rels/document.xml.rels", relations),
        ("word/header3.xml", head.as_str()),
        ("word/header1.xml", "<w:hdr><w:p><w:r><w:t>A/RES/95/12</w:t></w:r></w:p></w:hdr>"),
    ];
    insta::assert_snapshot!(shown(&document(body, &parts)), @"
    Paragraph p0: United Nations
    Paragraph p0: A/RES/95/12
    Paragraph p0: General Assembly
    Paragraph p0: Distr.: General
    Paragraph p0: 3 May 2049
    Paragraph p0: Ninety-fifth session
    aside running-head: A/RES/95/12
    ");
}

#[test]
fn tables_have_rows_unless_they_are_layout_tables() {
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let inner = format!("<w:tc><w:tbl><w:tr>{}{}</w:tr></w:tbl><w:p/></w:tc>", cell("10"), cell("20"));
    let body = format!(
        "<w:tbl><w:tr>{}</w:tr></w:tbl><w:tbl><w:tr>{}{}</w:tr><w:tr>{}{inner}</w:tr><w:tr><w:trPr><w:del/></w:trPr>\
        {}</w:tr></w:tbl>",
        cell("Summary"),
        cell("Year"),
        cell("Sum"),
        cell("2048"),
        cell("gone")
    );
    insta::assert_snapshot!(shown(&document(&body, &[])), @"
    Paragraph p0: Summary
    Row p0: Year | Sum
    Row p0: 2048 | 10 / 20
    ");
}

#[test]
fn merged_cells_header_rows_and_alignment_are_kept() {
    let cell = |more: &str, words: &str| {
        format!(
            "<w:tc><w:tcPr>{more}</w:tcPr><w:p><w:pPr><w:jc w:val='right'/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"
        )
    };
    let body = format!(
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell("<w:vMerge w:val='restart'/>", "Lamp"),
        cell("<w:gridSpan w:val='2'/>", "Price"),
        cell("<w:vMerge/>", ""),
        cell("", "1.50"),
        cell("", "2"),
        cell("<w:gridSpan w:val='2'/>", "Total of two"),
        cell("", "3"),
    );
    let content = read(&document(&body, &[])).unwrap();
    let [table] = content.tables.as_slice() else { panic!("{}", content.tables.len()) };
    let cells: Vec<_> = table
        .cells()
        .iter()
        .map(|cell| (&content.text[cell.text.range()], cell.column, cell.columns, cell.rows, cell.header))
        .collect();
    assert_eq!(
        cells,
        [
            ("Lamp", 0, 1, 2, true),
            ("Price", 1, 2, 1, true),
            ("1.50", 1, 1, 1, true),
            ("2", 2, 1, 1, true),
            ("Total of two", 0, 2, 1, false),
            ("3", 2, 1, 1, false),
        ]
    );
    assert!(table.cells().iter().all(|cell| cell.align == crate::document::Align::End));
}

#[test]
fn paragraphs_with_their_numbers_in_a_column_are_not_a_table() {
    let row = |number: &str, words: &str| {
        let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
        format!("<w:tr>{}{}</w:tr>", cell(number), cell(words))
    };
    let long = "that the paragraphs of a resolution may stand in a table, as they do in some systems;";
    let body = format!(
        "<w:p><w:r><w:t>Before</w:t></w:r></w:p><w:tbl>{}{}</w:tbl><w:p><w:r><w:t>After</w:t></w:r></w:p>",
        row("1.", &format!("Decides {long}")),
        row("2.", &format!("Also decides {long}"))
    );
    insta::assert_snapshot!(shown(&document(&body, &[])), @"
    Paragraph p0: Before
    Paragraph p0: 1. Decides that the paragraphs of a resolution may stand in a table, as they do in some systems;
    Paragraph p0: 2. Also decides that the paragraphs of a resolution may stand in a table, as they do in some systems;
    Paragraph p0: After
    ");
}

#[test]
fn styles_give_headings_italics_and_superscripts() {
    let styles = "<w:styles><w:style w:type='paragraph' w:styleId='H1'><w:name w:val='_ H_1'/><w:pPr>\
        <w:outlineLvl w:val='0'/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type='paragraph' \
        w:styleId='HCh'><w:basedOn w:val='H1'/></w:style><w:style w:type='paragraph' w:styleId='Q'>\
        <w:basedOn w:val='Q'/><w:rPr><w:i/></w:rPr></w:style><w:style w:type='character' w:styleId='Up'>\
        <w:rPr><w:vertAlign w:val='superscript'/></w:rPr></w:style></w:styles>";
    let paragraph = |style: &str, run: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r>{run}</w:r></w:p>")
    };
    let body = [
        paragraph("HCh", "<w:t>Annex</w:t>"),
        paragraph("H23", "<w:t>Scope</w:t>"),
        paragraph("Q", "<w:t>All of it</w:t>"),
        paragraph("Q", "<w:rPr><w:i w:val='0'/></w:rPr><w:t>none</w:t>"),
        paragraph("None", "<w:rPr><w:rStyle w:val='Up'/></w:rPr><w:t>12</w:t>"),
        paragraph("None", "<w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>th</w:t>"),
    ];
    insta::assert_snapshot!(shown(&document(&body.concat(), &[("word/styles.xml", styles)])), @"
    Heading(1) p0: Annex
    Heading(2) p0: Scope
    Paragraph p0: All of it
    Paragraph p0: none
    Paragraph p0: ¹²
    Paragraph p0: th
    italic: All of it
    ");
}

#[test]
fn text_boxes_are_read_once_and_pages_are_counted() {
    let inner = "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><w:t>Before </w:t><mc:AlternateContent><mc:Choice><w:drawing>{inner}<wp:posOffset>99\
        </wp:posOffset></w:drawing></mc:Choice><mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback>\
        </mc:AlternateContent><w:t>after</w:t><w:br w:type='page'/></w:r></w:p><w:p><w:pPr><w:pageBreakBefore/>\
        </w:pPr><w:r><w:t>Annex </w:t><w:sym w:font='Symbol' w:char='F0B7'/></w:r></w:p>"
    );
    insta::assert_snapshot!(shown(&document(&body, &[])), @"
    Paragraph p0: Before after
    Paragraph p1: In a box
    Paragraph p2: Annex •
    ");
}

#[test]
fn pasted_plain_text_is_read_as_plain_text() {
    let line = |words: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val='PreformattedText'/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
    };
    let body = ["1. *Decides* to go", "on;", "", "¹ See A/95/2."].map(line).concat();
    insta::assert_snapshot!(shown(&document(&body, &[])), @"
    Line p0: 1. Decides to go
    Line p0: on;
    Line p0: ¹ See A/95/2.
    italic: Decides
    ");
}

#[test]
fn damage_is_reported_and_the_text_is_kept() {
    let body =
        "<w:p><w:r><w:t>Recalling</w:r></w:p><w:p><w:r><w:q:t>its</w:t></w:r></w:p><w:p><w:r><w:t>resolution";
    insta::assert_snapshot!(shown(&document(body, &[])), @"
    Paragraph p0: Recalling
    Paragraph p0: its
    Paragraph p0: resolution
    ! At byte 30 of word/document.xml stands an element that is never closed; words may be missing.
    ");
    insta::assert_snapshot!(shown(&zipped(&[("word/styles.xml", b"<w:styles/>")])), @"error: it is a Word document that is damaged (it has no part word/document.xml); get it again, or open it in another program and save it anew");
    insta::assert_snapshot!(shown(&document("", &[])), @"error: it holds only white space");
    let whole = document(&"<w:p><w:r><w:t>Recalling its resolution</w:t></w:r></w:p>".repeat(40), &[]);
    insta::assert_snapshot!(shown(whole.get(..whole.len() / 2).unwrap()).lines().last().unwrap_or_default(), @"! word/document.xml is damaged in the file; words may be missing.");
}

#[test]
fn deeply_nested_markup_is_read() {
    let deep = |tag: &str| {
        format!("<w:{tag}>").repeat(100_000) + "<w:t>words</w:t>" + &format!("</w:{tag}>").repeat(100_000)
    };
    for tag in ["p", "tbl", "tr", "tc", "r", "txbxContent", "ins"] {
        let out = shown(&document(&deep(tag), &[]));
        assert!(out.contains("words"), "{tag}: {out}");
    }
}

#[test]
fn a_note_with_many_references_is_written_once() {
    let body = "<w:p><w:t>One</w:t><w:footnoteReference w:id='1'/><w:t> two</w:t><w:footnoteReference w:id='1'/>\
        </w:p>";
    let notes = "<w:footnotes><w:footnote w:id='1'><w:p><w:t>Ibid.</w:t></w:p></w:footnote></w:footnotes>";
    insta::assert_snapshot!(shown(&document(body, &[("word/footnotes.xml", notes)])), @"
    Paragraph p0: One¹ two¹
    Note p0: ¹ Ibid.
    ");
}

const COUNTED: &str = "<w:numbering><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/>\
    <w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>\
    <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>";

/// A paragraph of the list, with the tracked change of its end, and its runs.
fn counted(end: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:rPr>{end}</w:rPr></w:pPr>{runs}</w:p>")
}

#[test]
fn paragraphs_that_were_moved_away_or_deleted_are_not_numbered() {
    let run = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let body = [
        counted("", &run("Asks;")),
        counted("<w:moveFrom/>", &format!("<w:moveFrom>{}</w:moveFrom>", run("Urges;"))),
        counted("<w:del/>", "<w:del><w:r><w:delText>Begs;</w:delText></w:r></w:del>"),
        counted("", &run("Decides;")),
        counted("<w:moveTo/>", &format!("<w:moveTo>{}</w:moveTo>", run("Urges;"))),
        counted("<w:del/>", &run("Notes ")),
        counted("", &run("rivers.")),
    ];
    insta::assert_snapshot!(shown(&document(&body.concat(), &[("word/numbering.xml", COUNTED)])), @"
    Paragraph p0: 1. Asks;
    Paragraph p0: 2. Decides;
    Paragraph p0: 3. Urges;
    Paragraph p0: 4. Notes rivers.
    ");
}

#[test]
fn a_sentence_shows_the_name_of_a_part_without_its_control_characters() {
    let target = "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"a&#x1b;[2J.xml\"/></Relationships>";
    let parts: [(&str, &[u8]); 2] =
        [("_rels/.rels", target.as_bytes()), ("a\u{1b}[2J.xml", b"<w:document><w:body><w:p")];
    let said = shown(&zipped(&parts));
    assert!(said.contains(".xml"), "{said:?}");
    assert!(said.lines().all(|line| !line.contains(char::is_control)), "{said:?}");
}

#[test]
fn a_language_of_one_letter_is_none() {
    let run = "<w:p><w:r><w:rPr><w:lang w:val=\"x\"/></w:rPr><w:t>Decides to read</w:t></w:r></w:p>";
    assert_eq!(shown(&document(run, &[])).trim_end(), "Paragraph p0: Decides to read");
}
