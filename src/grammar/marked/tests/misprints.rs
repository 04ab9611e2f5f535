//! Numbers and letters that are misprinted, and words that the markup put into the wrong part.

use super::mends::{anchors, codes, listed, pact, paragraph};
use super::scopes::{after, enacted, heading};
use crate::document::Document;

/// A preamble of these paragraphs, and one operative paragraph.
fn recited(language: &str, preamble: &[&str]) -> Document {
    let preamble: Vec<String> =
        preamble.iter().map(|words| format!("<container><p>{words}</p></container>")).collect();
    pact(
        language,
        &format!(
            "<preamble><formula><p>The Council,</p></formula>{}</preamble><mainBody>{}</mainBody>",
            preamble.concat(),
            paragraph("1.", "Decides to sail.")
        ),
    )
}

#[test]
fn a_number_printed_twice_before_a_heading_is_the_one_that_is_due() {
    let document = enacted(
        "eng",
        &format!(
            "{}{}{}{}{}",
            paragraph("2.", "Notes the boats;"),
            paragraph("3.", "Notes the oars;"),
            paragraph("3.", "Notes the sails;"),
            heading("Reports"),
            paragraph("5.", "Asks for news.")
        ),
    );
    assert_eq!(after(&document, "op2"), ["op2", "op3", "op4", "h1", "op5"]);
    assert_eq!(codes(&document), ["number-misprinted"]);
}

#[test]
fn a_row_of_ones_lost_its_count() {
    let document = enacted(
        "fra",
        &format!(
            "{}{}{}{}",
            paragraph("2.", "Note les bateaux\u{A0};"),
            paragraph("1.", "Note les rames\u{A0};"),
            listed("1.", "Note ceci\u{A0}:", &[("a)", "Les voiles\u{A0}; ")]),
            paragraph("1.", "Demande des nouvelles.")
        ),
    );
    assert_eq!(after(&document, "op2"), ["op2", "op3", "op4", "op4(a)", "op5"]);
    // A series that a colon announces begins with one.
    let document =
        enacted("fra", &format!("{}{}", paragraph("1.", "Décide\u{A0}:"), paragraph("1.", "De ramer.")));
    assert!(!anchors(&document).contains(&"op3".to_owned()));
}

#[test]
fn a_number_that_lost_its_stop_stands_between_its_neighbours() {
    let document = enacted(
        "spa",
        &format!(
            "{}{}{}",
            paragraph("2.", "Remar despacio;"),
            paragraph("", "3 Aplicar la norma;"),
            paragraph("4.", "Navegar.")
        ),
    );
    assert_eq!(after(&document, "op2"), ["op2", "op3", "op4"]);
}

#[test]
fn paragraphs_of_an_article_are_numbered_in_chinese_too() {
    let article = |language: &str, name: &str, marks: [&str; 2]| {
        let lines = marks.map(|mark| paragraph("", mark)).concat();
        let annex = format!("{}{}{lines}", heading("Annex"), heading(name));
        pact(
            language,
            &format!(
                "<mainBody>{}</mainBody><attachments><attachment><statement><mainBody>{annex}</mainBody></statement></attachment></attachments>",
                paragraph("1.", "Decides to sail;")
            ),
        )
    };
    let chinese = article("zho", "第一条", ["一. 船应登记。", "二．登记由船长办理。"]);
    let english = article("eng", "Article 1", ["1. Boats are registered.", "2. The master registers them."]);
    assert_eq!(anchors(&chinese), anchors(&english));
    assert!(anchors(&chinese).iter().any(|anchor| anchor.ends_with("art1.2")), "{:?}", anchors(&chinese));
}

#[test]
fn a_misprinted_letter_of_a_section_is_the_one_that_is_due() {
    let section = |letter: &str, number: &str| {
        format!("{}{}", heading(&format!("{letter}. Boats")), paragraph(number, "Notes them;"))
    };
    let letters = ["A", "B", "B", "D"];
    let sections: Vec<String> = letters
        .iter()
        .zip(["2.", "3.", "4.", "5."])
        .map(|(letter, number)| section(letter, number))
        .collect();
    let document = enacted("eng", &sections.concat());
    assert_eq!(after(&document, "A"), ["A", "A.op2", "B", "B.op3", "C", "C.op4", "D", "D.op5"]);
    assert_eq!(codes(&document), ["number-misprinted"]);
}

#[test]
fn an_arabic_eleven_is_known_with_its_usual_misprint() {
    let section = |name: &str| format!("{}{}", heading(name), paragraph("1.", "تقرر الإبحار؛"));
    for name in ["حادي عشر", "حادي عاشر"] {
        let document = enacted("ara", &format!("{}{}", section("عاشرا"), section(name)));
        assert_eq!(after(&document, "X"), ["X", "X.op1", "XI", "XI.op1"], "{name}");
    }
}

#[test]
fn what_acts_under_the_charter_is_preambular_before_a_colon() {
    let document = recited("eng", &["Noting the tide,", "Acting under Chapter VII of the Charter:"]);
    assert_eq!(anchors(&document), ["enacting", "pp1", "pp2", "op1"]);
    // A list that a preambular paragraph announces is its own.
    let document = pact(
        "rus",
        &format!(
            "<preamble><container><list><intro><p>напоминая, что нужны:</p></intro><point><num>a)</num><content><p>лодки,</p>\
             </content></point><point><num>b)</num><content><p>весла,</p></content></point></list></container></preamble>\
             <mainBody>{}</mainBody>",
            paragraph("1.", "постановляет плыть.")
        ),
    );
    assert_eq!(anchors(&document), ["pp1", "pp1(a)", "pp1(b)", "op1"]);
}

#[test]
fn a_heading_and_a_note_of_the_page_are_no_preambular_paragraphs() {
    let document = recited(
        "eng",
        &[
            "Noting the tide,",
            "Boats in need of oars",
            "Recalling the storm,",
            "* Reissued on 7 May.",
            "Recalling the wind,",
        ],
    );
    assert_eq!(anchors(&document), ["enacting", "pp1", "h1", "pp2", "p1", "pp3", "op1"]);
    assert_eq!(codes(&document), ["heading-in-preamble", "note-in-preamble"]);
}

#[test]
fn a_number_without_its_stop_ends_the_preamble() {
    let document = pact(
        "zho",
        &format!(
            "<preamble><container><p>回顾潮汐，</p></container></preamble><mainBody>{}</mainBody><preamble><container><p>2 请\
             船长划船；</p></container></preamble><mainBody>{}</mainBody>",
            paragraph("1.", "决定划船；"),
            paragraph("3.", "又决定航行。")
        ),
    );
    assert_eq!(anchors(&document), ["pp1", "op1", "op2", "op3"]);
}

#[test]
fn a_misprinted_date_below_the_meeting_closes_the_text() {
    let document = enacted(
        "spa",
        &format!("{}{}", paragraph("", "52ª sesión plenaria"), paragraph("", "s1 de diciembre de 2025")),
    );
    assert_eq!(after(&document, "op1"), ["op1", "closing1", "closing2"]);
}

#[test]
fn what_decides_before_its_points_is_no_preamble() {
    let document = pact(
        "zho",
        &format!(
            "<preamble><container><p>回顾潮汐，</p></container><container><list><intro><p>决定，对于2026年：</p></intro><point><num>(a)\
             </num><content><p>造船；</p></content></point></list></container></preamble><mainBody>{}</mainBody>",
            paragraph("2.", "又决定航行。")
        ),
    );
    assert!(!anchors(&document).contains(&"pp2".to_owned()), "{:?}", anchors(&document));
    assert!(codes(&document).contains(&"operative-in-preamble"));
}
