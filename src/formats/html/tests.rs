//! Tests: pages as blocks.

use super::{declared_encoding, read};
use crate::formats::Content;
use insta::assert_snapshot;

/// One line per block, with its style and text; then what was set aside.
fn blocks(page: &str) -> String {
    let content = read(page);
    let mut lines: Vec<String> = content
        .blocks
        .iter()
        .map(|block| {
            format!("{:?} {}", block.style, content.words(block).replace('\t', " | ").replace('\n', " / "))
        })
        .collect();
    lines.extend(content.asides.iter().map(|aside| format!("- {}: {}", aside.reason.code(), aside.text)));
    lines.join("\n")
}

fn set_off(content: &Content) -> Vec<&str> {
    content.emphasis.iter().map(|span| &content.text[span.range()]).collect()
}

#[test]
fn white_space_is_collapsed_and_character_references_are_replaced() {
    let got = blocks(
        "<p>\n  Rappelant&nbsp;: sa r&eacute;solution\n  64/199,&nbsp; &#8220;x&#8221;</p><p>&nbsp;</p>大会，\n<p>回顾第\n64/199号\n决议，",
    );
    assert_snapshot!(got, @"
    Paragraph Rappelant : sa résolution 64/199, “x”
    Paragraph 大会，
    Paragraph 回顾第 64/199号决议，
    ");
}

#[test]
fn italics_and_bold_are_emphasis() {
    let content = read(
        "<p><i>Noting</i> <em>with</em> concern <span style='FONT-WEIGHT: bold'>it</span> and \
         <i style='mso-bidi-font-style:normal'>so</i> on</p>",
    );
    assert_eq!(set_off(&content), ["Noting with", "it", "so"]);
}

#[test]
fn line_breaks_make_lines_of_a_paragraph() {
    let got = blocks(
        "<h1>Annex<br>Rules</h1><p>Distr.: General<br/>2 May 2041<BR>\nOriginal: English</p>one<br><br>two",
    );
    assert_snapshot!(got, @"
    Heading(1) Annex Rules
    Line Distr.: General
    Line 2 May 2041
    Line Original: English
    Line one
    Line two
    ");
    let content = read("<p>one<br>two<br><br>three</p>");
    assert_eq!(content.blocks.iter().map(|block| block.gap).collect::<Vec<_>>(), [1, 0, 1]);
}

#[test]
fn list_items_have_their_numbers() {
    let got = blocks(
        "<ol start=3><li>three<ol type=a><li><p>small</p><li value=4>fourth</ol></li><li>four</li></ol>\
         <ol style='list-style-type: upper-roman'><li>big</ol><ul><li>none</li></ul><ol type=i><li><ol><li>both</ol></ol>",
    );
    assert_snapshot!(got, @"
    Paragraph 3. three
    Paragraph (a) small
    Paragraph (d) fourth
    Paragraph 4. four
    Paragraph I. big
    Paragraph none
    Paragraph (i) 1. both
    ");
}

#[test]
fn notes_of_word() {
    let got = blocks(
        "<p class=MsoNormal>Noting<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\"><span
         class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a> it,<a href='#_ftn2'>*</a></p>
         <div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1>
         <p class=MsoFootnoteText><a href=\"#_ftnref1\" name=\"_ftn1\"><span class=MsoFootnoteReference>[1]</span></a>
         <i>See</i> there.</p><p class=MsoFootnoteText>And here.</p></div>
         <div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a name='_ftn2'>*</a> Reissued.</p></div></div>",
    );
    assert_snapshot!(got, @"
    Paragraph Noting¹ it,*
    Note ¹ See there. And here.
    Note * Reissued.
    ");
}

#[test]
fn notes_of_libreoffice_and_of_converters() {
    let got = blocks(
        "<p>Noting<a class=sdfootnoteanc name=sdfootnote1anc href='#sdfootnote1sym'><sup>1</sup></a> it<sup>2</sup>
         and<a href='#fn3' role='doc-noteref'>3</a> so,</p>
         <div id=sdfootnote1><p class=sdfootnote-western><a class=sdfootnotesym name=sdfootnote1sym
         href='#sdfootnote1anc'>1</a>1995 Review.</p></div><p><sup>2</sup> See there.</p>
         <section class=footnotes><ol start=3><li id=fn3><p>Ibid. <a href='#r3'>↩</a></p></li></ol></section>",
    );
    assert_snapshot!(got, @"
    Paragraph Noting¹ it² and³ so,
    Note ¹ 1995 Review.
    Paragraph ² See there.
    Note ³ Ibid.
    ");
}

#[test]
fn marks_other_than_digits_have_a_span() {
    let content =
        read("<p>it<sup>*</sup> and<sup><a href='#fa'>a</a></sup> the 5<sup>th</sup> m<sup>3</sup></p>");
    let marks: Vec<_> = content.marks.iter().map(|span| &content.text[span.range()]).collect();
    assert_eq!((marks, content.text.as_str()), (vec!["*", "a"], "it* anda the 5th m³"));
}

#[test]
fn what_surrounds_a_document_is_set_aside() {
    let got = blocks(
        "<html><head><title>x</title><style>p{}</style></head><body><header>Site</header><nav><ul><li>Home</ul></nav>
         <main><article><header><p>A/RES/95/7</p></header><p>Decides<span hidden>!</span> it;</p>
         <script>var p='<p>no</p>'</script><p style='display:none'>draft<p>done</article></main>
         <footer>Contact</footer>",
    );
    assert_snapshot!(got, @"
    Paragraph A/RES/95/7
    Paragraph Decides it;
    Paragraph done
    - page-header: Site
    - navigation: Home
    - hidden-text: !
    - hidden-text: draft
    - page-header: Contact
    ");
}

#[test]
fn a_running_head_is_kept_once() {
    let head = "<div title=header><p>A/RES/95/7</p></div>";
    assert_snapshot!(blocks(&format!("<body>{head}<p>one</p>{head}<p>two</p>")), @"
    Paragraph A/RES/95/7
    Paragraph one
    Paragraph two
    - page-header: A/RES/95/7
    ");
}

#[test]
fn a_table_of_data_is_rows_and_one_that_lays_out_is_not() {
    let got = blocks(
        "<p>As follows:</p><table><caption>Scale</caption><tr><th>Link<th>Bits</tr><tr><td>Fibre<td><b>9</b></td></tr>
         <tr><td><p>Old<p>wire<td></table><p>after</p>
         <table><tr><td>1.<td>Decides that the paragraphs of a resolution may stand in a table, as they do in some systems;
         <tr><td>(a)<td>To see in it no data, since what stands beside the number is a sentence of some length;</table>",
    );
    assert_snapshot!(got, @"
    Paragraph As follows:
    Paragraph Scale
    Row Link | Bits
    Row Fibre | 9
    Row Old / wire | 
    Paragraph after
    Paragraph 1. Decides that the paragraphs of a resolution may stand in a table, as they do in some systems;
    Paragraph (a) To see in it no data, since what stands beside the number is a sentence of some length;
    ");
    let head =
        "<table><tr><td>United Nations<td>A/RES/95/7</tr><tr><td>General Assembly<td>Distr.: General</table>";
    assert_snapshot!(blocks(head), @"
    Paragraph United Nations
    Paragraph A/RES/95/7
    Paragraph General Assembly
    Paragraph Distr.: General
    ");
    let content = read("<p>a</p><p>b</p><p>c</p><table><tr><th>x<th>y<tr><td><i>one</i><td>two</table>");
    assert_eq!(set_off(&content), ["one"]);
}

#[test]
fn pages_in_html_of_the_nineties_are_read() {
    let got = blocks(
        "<HTML><BODY><PRE>\nUNITED NATIONS\n\n   1.  Decides to\nremain <B>seized</B> &amp; calm;<sup>1</sup>\n</PRE><hr></BODY>",
    );
    assert_snapshot!(got, @"
    Line UNITED NATIONS
    Line 1.  Decides to
    Line remain seized & calm;¹
    ");
}

#[test]
fn ill_formed_pages_lose_no_word() {
    let got = blocks(
        "<b><p>one</b> two</p></i><td>three</table><p><i>four<p>five</i> 1 < 2 <div>six</span></b><a href='x",
    );
    assert_snapshot!(got, @"
    Paragraph one two
    Paragraph three
    Paragraph four
    Paragraph five 1 < 2
    Paragraph six<a href='x
    ");
}

#[test]
fn a_declared_language_counts_only_if_the_script_agrees() {
    use crate::lang::Language;
    assert_eq!(read("<html lang=fr-CH><p>Décide").language, Some(Language::Fr));
    assert_eq!(read("<html lang=en><p>大会，决定").language, None);
    assert_eq!(
        read("<meta name=Generator content='Microsoft Word 15'><body lang=EN-US><p>Décide").language,
        None
    );
}

#[test]
fn the_declared_encoding_is_used() {
    assert_eq!(declared_encoding(b"<meta charset='windows-1256'>\xE1"), Some("windows-1256"));
    let typed = b"<META http-equiv=Content-Type content=\"text/html; charset=gb2312\">\xB4\xF3";
    assert_eq!(declared_encoding(typed), Some("gb2312"));
    assert_eq!(declared_encoding("<meta charset=windows-1252>é".as_bytes()), None, "it is UTF-8");
    assert_eq!(declared_encoding(b"<meta charset=klingon>\xE1"), None);
}

#[test]
fn hostile_pages_take_time_in_proportion_to_their_length() {
    let many = 100_000;
    for page in [
        "<div>".repeat(many),
        format!("{}x{}", "<div><b>".repeat(many), "</b></div>".repeat(many)),
        "<b><p>".repeat(many),
        "<table><tr><td>".repeat(many),
        "<p><a href='#fn1'>[1]".repeat(many),
        "<li>x".repeat(many),
        "<a b=\"c ".repeat(many),
        "<span style='display:none'>".repeat(many),
        "<pre>x".repeat(many),
        "<sup>1<div class=footnote>".repeat(many),
        "</p></div></b>".repeat(many),
        "&".repeat(many),
        "<!--".repeat(many),
        format!("<p {}>x", "a=1 ".repeat(many)),
    ] {
        let content = read(&page);
        assert!(content.blocks.len() <= 110_000 + page.len() / 32);
        assert!(content.text.len() <= page.len() * 2);
    }
}

#[test]
fn a_list_without_numbers_has_bullets_if_words_introduce_it() {
    let source = "<ul><li>Home</ul><p>1. Asks States to send:<ul><li>boats;<li>people.</ul>\
        <ol><li>Urges:<ul style='list-style: none'><li>all</ul><ul><li>some</ul></ol>";
    let content = super::read(source);
    let shown: Vec<_> = content.blocks.iter().map(|block| content.words(block)).collect();
    assert_eq!(
        shown,
        ["Home", "1. Asks States to send:", "• boats;", "• people.", "1. Urges:", "all", "• some"]
    );
}

#[test]
fn a_table_of_labels_and_paragraphs_is_a_list() {
    let source = "<p>2. Urges:<table><tr><td>(a)<td>boats;<tr><td>(b)<td>people.</table>";
    let content = super::read(source);
    let shown: Vec<_> = content.blocks.iter().map(|block| content.words(block)).collect();
    assert_eq!(shown, ["2. Urges:", "(a) boats;", "(b) people."]);
}

#[test]
fn an_error_page_is_no_document() {
    assert!(super::is_error_page("Documents\nThere is no document matching your request."));
    assert!(!super::is_error_page("The readers, noting that a page could be lost, decide to read on."));
    assert!(!super::is_error_page(&"1. Notes that the bridge cannot be found;\n".repeat(100)));
}

#[test]
fn a_note_without_words_keeps_its_mark() {
    let page = "<p>Noting the tides<sup><a href='#fn2'>2</a></sup>,</p><div id='fn2' role='doc-footnote'>\
        <p><a href='#r2' role='doc-backlink'>2</a> </p></div>";
    let content = read(page);
    assert_eq!(content.blocks.last().map(|block| content.words(block)), Some("²"));
}
