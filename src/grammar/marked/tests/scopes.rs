//! Annexes, parts, sections and headings: the same anchors, whatever the language prints.

use super::mends::{anchors, bold, codes, listed, pact, paragraph};
use crate::document::{Document, Kind};

pub(super) fn enacted(language: &str, inner: &str) -> Document {
    pact(
        language,
        &format!(
            "<preamble><formula><p>The Assembly,</p></formula></preamble><mainBody>{}{inner}</mainBody>",
            paragraph("1.", "Decides to sail;")
        ),
    )
}

pub(super) fn heading(words: &str) -> String {
    format!("<paragraph class=\"H23\"><subheading>{words}</subheading></paragraph>")
}

pub(super) fn after(document: &Document, first: &str) -> Vec<String> {
    anchors(document).into_iter().skip_while(|anchor| anchor != first).collect()
}

#[test]
fn lettered_annexes_are_numbered_whatever_script_their_letter_has() {
    let annexes = [
        ("eng", "Annex A", "Annex C – boats to be named first"),
        ("fra", "Annexe A", "Annexe C\u{A0}: bateaux à nommer d’abord"),
        ("rus", "Приложение А", "Приложение С — суда, о которых уведомляют"),
        ("ara", "المرفق ألف", "المرفق جيم: القوارب"),
        ("zho", "附件A", "附件C：船只"),
    ];
    for (language, first, third) in annexes {
        let annex = |name: &str| {
            format!(
                "<attachment><statement><mainBody>{}{}</mainBody></statement></attachment>",
                heading(name),
                paragraph("1.", "Oars;")
            )
        };
        let document = pact(
            language,
            &format!(
                "<mainBody>{}</mainBody><attachments>{}{}</attachments>",
                paragraph("1.", "Decides to sail;"),
                annex(first),
                annex(third)
            ),
        );
        let expected = ["annex-I", "annex-I.1", "annex-III", "annex-III.h1", "annex-III.1"];
        assert_eq!(after(&document, "annex-I"), expected, "{language}");
    }
}

#[test]
fn a_part_holds_its_sections_and_numbers_run_through() {
    let names = [
        ("eng", ["Part One", "Section 1", "Part Two", "Section 29B"], "Boats"),
        ("fra", ["Première partie", "Section 1", "Deuxième partie", "Section 29B"], "Bateaux"),
        ("rus", ["Часть первая", "Раздел 1", "Часть вторая", "Раздел 29В"], "Суда"),
        ("ara", ["الجزء الأول", "الباب 1", "الجزء الثاني", "الباب 29 باء"], "قوارب"),
        ("zho", ["第一编", "第1款", "第二编", "第29B款"], "船只"),
    ];
    for (language, [one, first, two, last], title) in names {
        let unit = |name: &str| format!("{}{}", heading(name), heading(title));
        let document = enacted(
            language,
            &format!(
                "{}{}{}{}{}{}",
                unit(one),
                unit(first),
                paragraph("2.", "Notes the boats;"),
                unit(two),
                unit(last),
                paragraph("3.", "Notes the oars.")
            ),
        );
        assert_eq!(
            after(&document, "I"),
            ["I", "I.I", "I.I.op2", "II", "II.XXIX-B", "II.XXIX-B.op3"],
            "{language}"
        );
        assert!(codes(&document).is_empty(), "{language}");
    }
}

#[test]
fn a_row_of_asterisks_is_no_heading_that_counts() {
    let with = |stars: &str| {
        enacted("eng", &format!("{stars}{}{}", heading("Oars"), paragraph("2.", "Notes them.")))
    };
    let document = with(&heading("* * *"));
    assert_eq!(after(&with(""), "h1"), after(&document, "h1"));
    assert!(anchors(&document).contains(&"break1".to_owned()));
}

#[test]
fn a_word_and_a_number_have_their_name_on_the_same_line_or_below() {
    let below = format!("{}{}", heading("Guideline 2"), heading("Scope"));
    let two = enacted("eng", &format!("{below}{}", paragraph("2.", "Boats are meant.")));
    let one = enacted("fra", &format!("{}{}", heading("Directive 2 Portée"), paragraph("2.", "Sont visés.")));
    let russian = format!("{}{}", heading("Руководящее положение 2"), heading("Сфера охвата"));
    let russian = enacted("rus", &format!("{russian}{}", paragraph("2.", "Речь о судах.")));
    for document in [two, one, russian] {
        assert_eq!(after(&document, "h1"), ["h1", "op2"]);
    }
}

#[test]
fn a_few_words_with_a_colon_between_two_numbers_are_a_heading() {
    for (language, words) in [("eng", bold("Reporting:")), ("zho", "报告：".to_owned())] {
        let document =
            enacted(language, &format!("{}{}", paragraph("", &words), paragraph("2.", "Asks for news.")));
        assert_eq!(after(&document, "op1"), ["op1", "h1", "op2"], "{language}");
    }
}

#[test]
fn an_item_in_bold_is_an_item() {
    for (language, label, points) in [("eng", "(a)", ["(i)", "(ii)"]), ("ara", "(أ)", ["’1‘", "’2‘"])]
    {
        let bold = format!(
            "<paragraph class=\"H23\"><num>{label}</num><content><p>{}</p></content></paragraph>",
            bold("Boats")
        );
        let document = enacted(
            language,
            &format!(
                "{}{bold}{}{}",
                paragraph("2.", "Decides as follows:"),
                paragraph(points[0], "To row;"),
                paragraph(points[1], "To sail.")
            ),
        );
        assert_eq!(after(&document, "op2"), ["op2", "op2(a)", "op2(a)(i)", "op2(a)(ii)"], "{language}");
    }
}

#[test]
fn a_space_that_the_printed_page_needs_does_not_hide_a_label() {
    let document = enacted(
        "fra",
        &format!(
            "{}{}",
            listed("2.", "Décide\u{A0}:", &[("a)", "De ramer\u{A0};")]),
            paragraph("", "\t\u{202F}b)\u{A0}De voguer.")
        ),
    );
    assert_eq!(after(&document, "op2"), ["op2", "op2(a)", "op2(b)"]);
}

#[test]
fn a_note_below_a_table_is_no_item() {
    let table = "<table><tr><td><p>Boats</p></td><td><p>7</p></td></tr><tr><td><p>Oars</p></td><td><p>9</p></td></tr></table>";
    for (language, note) in [("eng", "a See the list."), ("ara", "(أ) انظر القائمة.")] {
        let document =
            enacted(language, &format!("{table}{}{}", paragraph("", note), paragraph("2.", "Notes it.")));
        assert_eq!(after(&document, "t1"), ["t1", "p1", "op2"], "{language}");
    }
}

#[test]
fn numbered_points_of_a_preamble_are_operative() {
    let point = |number: &str, words: &str| {
        format!("<point><num>{number}</num><content><p>{words}</p></content></point>")
    };
    let document = pact(
        "eng",
        &format!(
            "<preamble><formula><p>The Assembly,</p></formula><container name=\"Noting\"><list><intro><p>Noting the tide,\
             </p></intro>{}{}</list></container></preamble>",
            point("1.", "Requests a report;"),
            point("2.", "Decides to wait.")
        ),
    );
    assert_eq!(anchors(&document), ["enacting", "pp1", "op1", "op2"]);
    assert_eq!(codes(&document), ["numbered-preamble", "numbered-preamble"]);
}

#[test]
fn a_heading_before_the_first_number_is_of_the_operative_part() {
    for (language, words, opener) in [("eng", "Measures", "Decides to row;"), ("zho", "措施", "决定划船；")]
    {
        let document = pact(
            language,
            &format!(
                "<preamble><container><p>Noting the tide,</p></container></preamble><mainBody>{}{}</mainBody>",
                heading(words),
                paragraph("1.", opener)
            ),
        );
        let parent = |anchor: &str| {
            let id = document.resolve(&anchor.into()).expect(anchor);
            document.node(document.node(id).parent).kind
        };
        assert_eq!(parent("h1"), Kind::OperativePart, "{language}");
        assert_eq!(parent("pp1"), Kind::Preamble, "{language}");
        assert_eq!(parent("op1"), Kind::OperativePart, "{language}");
    }
}

#[test]
fn names_in_a_row_are_no_headings() {
    let names =
        ["Northern Isle", "Eastern Isle", "Western Isle", "Southern Isle"].map(|name| paragraph("", name));
    let document = enacted("eng", &format!("{}{}", names.concat(), paragraph("2.", "Notes the isles.")));
    assert!(!anchors(&document).iter().any(|anchor| anchor.starts_with('h')), "{:?}", anchors(&document));
}

#[test]
fn a_sentence_below_a_table_is_no_note_of_it() {
    let table = "<table><tr><td><p>Boats</p></td><td><p>7</p></td></tr><tr><td><p>Oars</p></td><td><p>9</p></td></tr></table>";
    let below = |words: &[&str]| {
        let words: Vec<String> = words.iter().map(|words| paragraph("", words)).collect();
        let before = paragraph("2.", "Decides as follows:");
        enacted("eng", &format!("{before}{table}{}{}", words.concat(), paragraph("3.", "Notes it.")))
    };
    // Notes stand beside the table and the paragraphs, whatever the letters begin.
    let notes = below(&["a including boats", "b without oars"]);
    assert_eq!(after(&notes, "t1"), ["t1", "p1", "p2", "op3"]);
    let sentence = below(&["a further sum of 7 dollars goes to:", "(a) boats;"]);
    assert_eq!(after(&sentence, "t1"), ["t1", "p1", "p1(a)", "op3"]);
}

#[test]
fn a_part_is_known_with_a_note_mark_behind_it() {
    let note = "<authorialNote marker=\"1\"><p>To be told.</p></authorialNote>";
    for (language, one, two) in [("eng", "Part One", "Part Two"), ("zho", "第一部分", "第二部分")] {
        let document = enacted(
            language,
            &format!(
                "{}{}{}{}",
                heading(&format!("{one}{note}")),
                paragraph("2.", "Notes the boats;"),
                heading(two),
                paragraph("3.", "Notes the oars.")
            ),
        );
        assert_eq!(after(&document, "I")[..4], ["I", "I.op2", "II", "II.op3"], "{language}");
    }
}

#[test]
fn stars_between_the_preamble_and_a_section_open_no_part() {
    let document = pact(
        "eng",
        &format!(
            "<preamble><container><p>Noting the tide,</p></container></preamble><mainBody>{}{}{}</mainBody>",
            heading("*"),
            heading("A. Boats"),
            paragraph("1.", "Decides to row;")
        ),
    );
    let parts = document.ids().filter(|&id| document.node(id).kind == Kind::OperativePart);
    assert_eq!(parts.count(), 1);
}

#[test]
fn a_table_within_a_paragraph_keeps_its_cells() {
    let table = "<table><tr><td><p>Boats</p></td><td><p>7</p></td></tr><tr><td><p>Oars</p></td><td><p>9</p></td></tr></table>";
    let within =
        format!("<paragraph><num>1.</num><content><p>Approves the sums:</p>{table}</content></paragraph>");
    let document = super::statement(&format!("<mainBody>{within}</mainBody>"));
    let [cells] = document.tables() else { panic!("one table") };
    let above = document.node(document.node(cells.node).parent);
    assert_eq!((above.kind, above.ordinal, cells.rows().count()), (Kind::Operative, 1, 2));
}
