//! Markup that is plainly wrong, and what a reader sees of it; the same tree in every language.

use super::{parse, statement};
use crate::document::{Document, Kind};

pub(super) fn anchors(document: &Document) -> Vec<String> {
    let shown = document
        .ids()
        .filter(|&id| !document.node(id).kind.is_synthetic() && document.node(id).kind != Kind::Note);
    shown.map(|id| document.anchor(id).0).collect()
}

pub(super) fn codes(document: &Document) -> Vec<&str> {
    document.diagnostics().iter().map(crate::document::Diagnostic::code).collect()
}

fn body<'d>(document: &'d Document, anchor: &str) -> &'d str {
    document.resolve(&anchor.into()).map_or("(nothing)", |id| document.body(id))
}

/// A pact with sections, actions and two annexes, as each language is marked up.
pub(super) fn pact(language: &str, inner: &str) -> Document {
    parse(&format!(
        "<akomaNtoso><statement name=\"resolution\"><meta><identification><FRBRExpression><FRBRlanguage \
         language=\"{language}\"/></FRBRExpression></identification></meta>{inner}</statement></akomaNtoso>"
    ))
}

pub(super) fn paragraph(number: &str, words: &str) -> String {
    let number = if number.is_empty() { String::new() } else { format!("<num>{number}</num>") };
    format!("<paragraph>{number}<content><p>{words}</p></content></paragraph>")
}

pub(super) fn listed(number: &str, intro: &str, points: &[(&str, &str)]) -> String {
    let points: Vec<String> = points
        .iter()
        .map(|(label, words)| format!("<point><num>{label}</num><content><p>{words}</p></content></point>"))
        .collect();
    let points = points.concat();
    format!("<paragraph><num>{number}</num><list><intro><p>{intro}</p></intro>{points}</list></paragraph>")
}

pub(super) fn bold(words: &str) -> String {
    format!("<span class=\"bold\">{words}</span>")
}

const PACT: [&str; 20] = [
    "enacting",
    "pp1",
    "op1",
    "I",
    "op2",
    "h1",
    "op3",
    "op3(a)",
    "op3(a)(i)",
    "op3(b)",
    "II",
    "h2",
    "op4",
    "annex-I",
    "annex-I.h1",
    "annex-I.1",
    "annex-II",
    "annex-II.h1",
    "annex-II.1",
    "annex-II.2",
];

/// In the order of [`PACT`], with the sections where they stand.
fn in_sections() -> Vec<String> {
    let mut section = "";
    let of = |anchor: &'static str| {
        if matches!(anchor, "I" | "II") {
            section = anchor;
            return anchor.to_owned();
        }
        let inside = !section.is_empty() && !anchor.starts_with("annex");
        let anchor = if anchor == "h2" { "h1" } else { anchor };
        if inside { format!("{section}.{anchor}") } else { anchor.to_owned() }
    };
    PACT.into_iter().map(of).collect()
}

#[test]
#[allow(clippy::too_many_lines, reason = "the same pact four times, as each language is marked up")]
fn a_pact_has_the_same_anchors_in_every_language() {
    let english = [
        "<preamble><formula><p>The General Assembly,</p></formula><container><p>Recalling the rivers,</p></container>\
         </preamble><mainBody>"
            .to_owned(),
        paragraph("1.", "Adopts the pact below."),
        paragraph("", &bold("I. Rivers")),
        paragraph("2.", "Rivers are long."),
        paragraph("", &bold("Action 1. We will keep the rivers clean.")),
        // The heading of the next section ends as an item of this list.
        listed(
            "3.",
            "We will:",
            &[
                ("(a)", "Look at them:"),
                ("(i)", "From the bank;"),
                ("(b)", "Swim."),
                ("II.", &bold("Lakes")),
            ],
        ),
        paragraph("", &bold("Action 2. We will keep the lakes clean.")),
        paragraph("4.", "Lakes are deep."),
        "</mainBody><attachments><attachment><doc name=\"annex\"><mainBody>".to_owned(),
        paragraph("", &bold("Annex I")),
        paragraph("", &bold("Compact on rivers")),
        paragraph("1.", "Rivers are shared."),
        paragraph("", &bold("Annex II")),
        paragraph("", &bold("Compact on lakes")),
        paragraph("1.", "Lakes are shared."),
        paragraph("2.", "Lakes are still."),
        "</mainBody></doc></attachment></attachments>".to_owned(),
    ];
    // French: numbers stand apart from their words.
    let french = [
        "<preamble><formula><p>L’Assemblée générale,</p></formula></preamble><mainBody>".to_owned(),
        paragraph("", "<span class=\"italic\">Rappelant</span> les fleuves,"),
        paragraph("1.", "Adopte le pacte ci-dessous."),
        paragraph("I.", &bold("Fleuves")),
        paragraph("2.", ""),
        paragraph("", "Les fleuves sont longs."),
        paragraph("", &bold("Action 1. Nous garderons les fleuves propres.")),
        listed("3.", "Nous allons :", &[("a)", "Les regarder :"), ("i)", "De la rive ;"), ("b)", "Nager.")]),
        paragraph("II.", &bold("Lacs")),
        paragraph("", &bold("Action 2. Nous garderons les lacs propres.")),
        paragraph("", "4 <span class=\"italic\">Constatons</span> que les lacs sont profonds."),
        "</mainBody><attachments><attachment><doc name=\"annex\"><mainBody>".to_owned(),
        paragraph("", &bold("Annexe I")),
        paragraph("", &bold("Pacte des fleuves")),
        paragraph("1.", "Les fleuves sont partagés."),
        paragraph("", &bold("Annexe II")),
        paragraph("", &bold("Pacte des lacs")),
        paragraph("1.", ""),
        paragraph("", "Les lacs sont partagés."),
        paragraph("2.", "Les lacs sont calmes."),
        "</mainBody></doc></attachment></attachments>".to_owned(),
    ];
    // Chinese: headings are set in plain letters, numerals stand before names, and the second level has digits.
    let chinese = [
        "<preamble><formula><p>大会，</p></formula><container><p>回顾河流，</p></container></preamble><mainBody>".to_owned(),
        paragraph("1.", "通过下列契约。"),
        paragraph("", "一 河流"),
        paragraph("2.", "河流很长。"),
        paragraph("", "行动1. 我们将保持河流清洁。"),
        listed("3.", "我们将：", &[("(a)", "观看河流："), ("㈠", "在岸边；"), ("(b)", "游泳。")]),
        paragraph("", "二"),
        paragraph("", "湖泊"),
        paragraph("", "行动2. 我们将保持湖泊清洁。"),
        paragraph("4.", "湖泊很深。"),
        "</mainBody><attachments><attachment><doc name=\"annex\"><mainBody>".to_owned(),
        paragraph("", "附件一"),
        paragraph("", "河流契约"),
        paragraph("1.", "河流是共有的。"),
        paragraph("", "附件二"),
        paragraph("", "湖泊契约"),
        paragraph("1.", "湖泊是共有的。"),
        paragraph("2.", "湖泊是平静的。"),
        "</mainBody></doc></attachment></attachments>".to_owned(),
    ];
    // Arabic: ordinals in words, digits in quotes.
    let arabic = [
        "<preamble><formula><p>إن الجمعية العامة،</p></formula><container><p>إذ تشير إلى الأنهار،</p></container></preamble>\
         <mainBody>"
            .to_owned(),
        paragraph("1 -", "تعتمد الميثاق الوارد أدناه."),
        paragraph("", &bold("أولا - الأنهار")),
        paragraph("2 -", "الأنهار طويلة."),
        paragraph("", &bold("الإجراء 1 - سنحافظ على نظافة الأنهار")),
        listed("3 -", "سوف:", &[("(أ)", "ننظر إليها:"), ("’1‘", "من الضفة؛"), ("(ب)", "نسبح.")]),
        paragraph("", &bold("ثانيا")),
        paragraph("", &bold("البحيرات")),
        paragraph("", &bold("الإجراء 2 - سنحافظ على نظافة البحيرات")),
        paragraph("4 -", "البحيرات عميقة."),
        "</mainBody><attachments><attachment><doc name=\"annex\"><mainBody>".to_owned(),
        paragraph("", &bold("المرفق الأول")),
        paragraph("", &bold("ميثاق الأنهار")),
        paragraph("1 -", "الأنهار مشتركة."),
        paragraph("", &bold("المرفق الثاني")),
        paragraph("", &bold("ميثاق البحيرات")),
        paragraph("1 -", "البحيرات مشتركة."),
        paragraph("2 -", "البحيرات هادئة."),
        "</mainBody></doc></attachment></attachments>".to_owned(),
    ];
    for (language, parts) in [
        ("eng", english.to_vec()),
        ("fra", french.to_vec()),
        ("zho", chinese.to_vec()),
        ("ara", arabic.to_vec()),
    ] {
        let document = pact(language, &parts.concat());
        assert_eq!(anchors(&document), in_sections(), "{language}");
    }
}

#[test]
fn each_mend_is_said() {
    let document = statement(
        &[
            "<mainBody>".to_owned(),
            paragraph("1.", ""),
            paragraph("", "Decides to wait;"),
            listed("2.", "Decides:", &[("(a)", "To go;"), ("II.", &bold("Lakes"))]),
            paragraph("3.", "Decides to swim."),
            "</mainBody>".to_owned(),
        ]
        .concat(),
    );
    assert_eq!(body(&document, "op1"), "Decides to wait;");
    assert_eq!(body(&document, "II"), "Lakes");
    assert_eq!(body(&document, "II.op3"), "Decides to swim.");
    assert_eq!(codes(&document), ["number-apart", "section-in-list"]);
}

#[test]
fn numbers_that_are_misprinted_lost_or_without_a_stop_follow_from_their_neighbours() {
    let parts: Vec<String> = [
        ("1.", "Decides to wait;"),
        ("3.", "Decides to go;"),
        ("3.", "Decides to return;"),
        ("", "<span class=\"italic\">Requests</span> a report;"),
        ("5.", "Decides to read it;"),
        ("", "6 <span class=\"italic\">Requests</span> another one;"),
        ("", "7. Decides to remain seized of the matter."),
    ]
    .iter()
    .map(|(number, words)| paragraph(number, words))
    .collect();
    let document = statement(&format!("<mainBody>{}</mainBody>", parts.concat()));
    assert_eq!(anchors(&document), ["op1", "op2", "op3", "op4", "op5", "op6", "op7"]);
    assert_eq!(codes(&document), ["number-misprinted", "number-missing"]);
    assert_eq!(body(&document, "op6"), "Requests another one;");
}

#[test]
fn a_draft_inside_a_resolution_has_its_own_numbers() {
    let document = statement(
        "<preamble><formula><p>The Economic and Social Council</p></formula></preamble><mainBody><paragraph><content><p>\
         <span class=\"italic\">Recommends</span> the following draft resolution:<embeddedStructure>\
         <container name=\"formula\"><p>The General Assembly,</p></container><container name=\"Noting\"><p>Noting the \
         rivers,</p></container><paragraph><num>1.</num><content><p>Takes note of them;</p></content></paragraph>\
         <paragraph><num>2.</num><content><p>Requests a report.</p></content></paragraph></embeddedStructure></p>\
         </content></paragraph><paragraph><num>2.</num><content><p>Decides to wait.</p></content></paragraph></mainBody>",
    );
    assert_eq!(
        anchors(&document),
        ["enacting", "op1", "q1", "q1.enacting", "q1.pp1", "q1.op1", "q1.op2", "op2"]
    );
    assert_eq!(body(&document, "q1.op2"), "Requests a report.");
    assert_eq!(body(&document, "op2"), "Decides to wait.");
}

#[test]
fn a_heading_leaves_the_list_that_it_interrupts_whole() {
    let document = statement(
        &[
            "<mainBody><paragraph><num>1.</num><content><p>Decides:</p></content></paragraph>".to_owned(),
            paragraph("", "(a) To wait;"),
            paragraph("", &bold("Boats")),
            paragraph("", "(b) To row."),
            "</mainBody>".to_owned(),
        ]
        .concat(),
    );
    assert_eq!(anchors(&document), ["op1", "op1(a)", "h1", "op1(b)"]);
}

#[test]
fn names_of_tables_below_a_paragraph_are_no_sections_and_a_stray_heading_ends_with_its_element() {
    let table = "<container name=\"table\"><table><tr><td><p>Oars</p></td><td><p>4</p></td></tr><tr><td><p>Sails</p>\
                 </td><td><p>2</p></td></tr></table></container>";
    let document = statement(
        &[
            "<mainBody><section><p><num>I</num></p><subheading>Boats</subheading>".to_owned(),
            "<crossHeading refersTo=\"#preamble\">Recalling the boats,</crossHeading>".to_owned(),
            "<subheading>B. Lakes</subheading></section>".to_owned(),
            paragraph("1.", "Takes note of the boats;"),
            listed("2.", "Approves the boats set out below:", &[("A.", &bold("Rivers"))]),
            table.to_owned(),
            paragraph("B.", &bold("Lakes")),
            table.to_owned(),
            paragraph("3.", "Decides to row."),
            "</mainBody>".to_owned(),
        ]
        .concat(),
    );
    let expected = ["I", "I.pp1", "I.B", "I.op1", "I.op2", "I.h1", "I.t1", "I.h2", "I.t2", "I.op3"];
    assert_eq!(anchors(&document), expected);
}

#[test]
fn the_section_whose_element_ends_too_soon_has_its_paragraphs() {
    let section = |number, name| {
        format!(
            "<section><p><num>{number}</num></p><subheading>{name}</subheading>\
             <crossHeading refersTo=\"#preamble\">Recalling the {name},</crossHeading></section>"
        )
    };
    let document = statement(
        &[
            "<mainBody>".to_owned(),
            section("I", "rivers"),
            paragraph("1.", "Decides to row;"),
            section("II", "lakes"),
            paragraph("1.", "Decides to swim."),
            "</mainBody>".to_owned(),
        ]
        .concat(),
    );
    assert_eq!(anchors(&document), ["I", "I.pp1", "I.op1", "II", "II.pp1", "II.op1"]);
    assert_eq!(body(&document, "II"), "lakes");
    assert_eq!(codes(&document), ["section-ends", "section-ends"]);
}

#[test]
fn the_section_after_h_is_a_letter() {
    let parts: Vec<String> =
        ["H. Boats", "I. Ships", "J. Rafts"].iter().map(|name| paragraph("", &bold(name))).collect();
    let document = statement(&format!("<mainBody>{}</mainBody>", parts.concat()));
    assert_eq!(anchors(&document), ["H", "I", "J"]);
}

#[test]
fn a_collection_and_the_older_markup_show_every_word() {
    let collection = parse(
        "<akomaNtoso><documentCollection><collectionBody><component><statement name=\"resolution\"><preface><p>\
         <docNumber>95/1.</docNumber> <docTitle>Rivers</docTitle></p></preface><mainBody><paragraph><num>1.</num><content>\
         <p>Decides.</p></content></paragraph></mainBody></statement></component></collectionBody></documentCollection>\
         </akomaNtoso>",
    );
    assert_eq!(anchors(&collection), ["title", "op1"]);
    let bill = parse(
        "<akomaNtoso><bill><preface><p><docNumber>E/CN.7/2042/L.2</docNumber></p><p><docDate>2 May 2042</docDate></p><p>\
         <docProponent>Chad: draft</docProponent> <docTitle>Rivers</docTitle></p></preface><preamble><p><i>The Commission \
         on Rivers,</i></p><p><i>Noting</i> the rivers,</p></preamble><body><list><point><num>1.</num><content><p>Decides \
         to wait.</p></content></point></list></body></bill></akomaNtoso>",
    );
    assert_eq!(anchors(&bill), ["m1", "m2", "m3", "title", "enacting", "pp1", "op1"]);
    assert_eq!(bill.title(), Some("Rivers"));
    assert_eq!(body(&bill, "m2"), "2 May 2042");
}

#[test]
fn brackets_without_a_mark_and_a_dash_before_the_title_are_no_words() {
    let document = statement(
        "<preface><p><docNumber>95/1.</docNumber> <docTitle refersTo=\"#resolutionTitle\">–\tالأنهار</docTitle></p></preface>\
         <mainBody><paragraph><num>1.</num><content><p>Voir n<sup>o</sup> 5<authorialNote marker=\"1\"><p>\t()\tVol. 3, \
         n<sup>o</sup> 95.</p></authorialNote>.</p></content></paragraph></mainBody>",
    );
    assert_eq!(document.title(), Some("الأنهار"));
    assert_eq!(body(&document, "title"), "الأنهار");
    assert_eq!(body(&document, "op1"), "Voir nᵒ 5¹.");
    assert_eq!(body(&document, "fn1"), "Vol. 3, nᵒ 95.");
}

#[test]
fn raised_letters_stand_at_their_word_where_the_markup_is_turned_between_them() {
    let document = statement(
        "<mainBody><paragraph><num>1.</num><content><p><span>Prévisions pour 2095</span>\n   <sup>a</sup>\n</p></content>\
         </paragraph></mainBody>",
    );
    assert_eq!(body(&document, "op1"), "Prévisions pour 2095a");
}

#[test]
fn what_ends_with_a_comma_after_the_preamble_is_of_it_unless_it_acts() {
    let preamble = "<preamble><formula><p>The General Assembly,</p></formula><container><p>Recalling the rivers,</p>\
                    </container></preamble><mainBody>";
    let document = statement(
        &[
            preamble.to_owned(),
            paragraph("", "Recalling also the lakes,"),
            paragraph("", "Approves the rules of rowing,"),
            "</mainBody>".to_owned(),
        ]
        .concat(),
    );
    assert_eq!(anchors(&document), ["enacting", "pp1", "pp2", "op1"]);
    assert_eq!(codes(&document), ["preamble-in-body"]);
}

/// The style of a title on a numbered paragraph, seen in Arabic texts of session 78.
#[test]
fn a_numbered_paragraph_in_the_style_of_a_title_is_a_paragraph() {
    for (language, first, last, title) in [
        ("eng", "Asks States to row;", "Decides to include lakes in the agenda.", "Rivers of the north"),
        ("ara", "تهيب بجميع الدول أن تجدف؛", "تقرر أن تدرج البحيرات في جدول الأعمال.", "أنهار الشمال"),
    ] {
        let document = pact(
            language,
            &format!(
                "{}<paragraph class=\"TitleH1\"><num>2 -</num><content><p>{last}</p></content></paragraph>\
                 <paragraph class=\"TitleH1\"><num>3 -</num><content><p>{title}</p></content></paragraph>",
                paragraph("1 -", first)
            ),
        );
        let found = anchors(&document);
        assert!(
            found.iter().any(|anchor| anchor == "op2") && !found.iter().any(|anchor| anchor == "op3"),
            "{found:?}"
        );
        assert!(codes(&document).contains(&"paragraph-as-heading"));
    }
}

#[test]
fn a_point_that_a_list_left_out_is_said() {
    let point = |label: &str| format!("<point><num>{label}</num><content><p>boats;</p></content></point>");
    let list = |inner: &str| {
        statement(&format!(
            "<mainBody><paragraph><num>1.</num><list><intro><p>Asks for:</p></intro>{inner}</list></paragraph></mainBody>"
        ))
    };
    let whole = list(&[point("(a)"), point("(b)"), point("(c)")].concat());
    assert_eq!(codes(&whole), [""; 0]);
    let gap = list(&[point("(a)"), point("(b)"), point("(d)")].concat());
    assert_eq!(codes(&gap), ["item-gap"]);
    // "(d)" that is marked below "(b)".
    let below = list(&[point("(a)"), point("(b)"), format!("<sublist>{}</sublist>", point("(d)"))].concat());
    assert_eq!(anchors(&below), ["op1", "op1(a)", "op1(b)", "op1(d)"]);
    assert_eq!(codes(&below), ["item-too-deep", "item-gap"]);
}

#[test]
fn a_heading_in_a_point_stands_above_it_unless_it_is_run_in() {
    let point = |heading: &str| {
        format!(
            "<mainBody><paragraph><num>1.</num><list><intro><p>Asks for:</p></intro><point><subheading>{heading}</subheading>\
             <num>(a)</num><content><p>To row;</p></content></point></list></paragraph></mainBody>"
        )
    };
    let above = statement(&point("Boats"));
    assert_eq!(anchors(&above), ["op1", "h1", "op1(a)"]);
    assert_eq!((body(&above, "h1"), body(&above, "op1(a)")), ("Boats", "To row;"));
    let run_in = statement(&point("Boats:"));
    assert_eq!(anchors(&run_in), ["op1", "op1(a)", "op1(a)+1"]);
    assert_eq!((body(&run_in, "op1(a)"), body(&run_in, "op1(a)+1")), ("Boats:", "To row;"));
}

#[test]
fn a_letter_alone_is_the_label_of_the_paragraph_after_it() {
    let apart = [
        paragraph("1.", "Asks for the following:"),
        paragraph("", "(1)"),
        paragraph("", "boats;"),
        paragraph("", "(2)"),
        paragraph("", "oars."),
    ];
    let document = statement(&format!("<mainBody>{}</mainBody>", apart.concat()));
    assert_eq!(anchors(&document), ["op1", "op1(1)", "op1(2)"]);
    assert_eq!((body(&document, "op1(1)"), body(&document, "op1(2)")), ("boats;", "oars."));
    assert_eq!(codes(&document), ["number-apart", "number-apart"]);
}

#[test]
fn what_recalls_also_must_stand_after_what_recalls() {
    for (language, organ, first, also) in [
        (
            "eng",
            "The General Assembly,",
            "Recalling its resolution 1/1,",
            "Recalling also its resolution 1/2,",
        ),
        (
            "fra",
            "L’Assemblée générale,",
            "Rappelant sa résolution 1/1,",
            "Rappelant également sa résolution 1/2,",
        ),
        ("zho", "大会，", "回顾其第1/1号决议，", "又回顾其第1/2号决议，"),
        ("ara", "إن الجمعية العامة،", "إذ تشير إلى قرارها 1/1،", "وإذ تشير أيضا إلى قرارها 1/2،"),
    ] {
        let read = |preamble: &[&str]| {
            let preamble: Vec<String> =
                preamble.iter().map(|words| format!("<container><p>{words}</p></container>")).collect();
            pact(
                language,
                &format!(
                    "<preamble><formula><p>{organ}</p></formula>{}</preamble><mainBody>{}</mainBody>",
                    preamble.concat(),
                    paragraph("1.", "—")
                ),
            )
        };
        assert_eq!(codes(&read(&[first, also])), [""; 0], "{language}");
        assert_eq!(codes(&read(&[also])), ["preamble-gap"], "{language}");
    }
}

#[test]
fn what_a_declaration_recalls_in_the_text_of_a_resolution_is_its_preamble() {
    let body = [
        paragraph("1.", "Adopts the declaration of the meeting, as follows:"),
        paragraph("", "We, the Ministers who met at the lake,"),
        paragraph("", "<span class=\"italic\">Recalling</span> the resolution on rivers,"),
        paragraph("", "<span class=\"italic\">Noting</span> the report on lakes,"),
        paragraph("1.", "We reaffirm the rivers."),
    ];
    let document = pact("eng", &format!("<mainBody>{}</mainBody>", body.concat()));
    assert_eq!(anchors(&document), ["op1", "p1", "pp1", "pp2", "op1~2"]);
    assert_eq!(codes(&document)[..2], ["preamble-in-body", "preamble-in-body"]);
}

#[test]
fn a_resolution_without_its_organ_or_its_title_is_said() {
    let preface = "<preface><p><docNumber>A/RES/95/1</docNumber><docTitle>Rivers</docTitle></p></preface>";
    let formula = "<formula><p>The General Assembly,</p></formula>";
    let read = |preface: &str, formula: &str| {
        pact(
            "eng",
            &format!(
                "<coverPage><p><docNumber refersTo=\"#symbol\">A/RES/95/1</docNumber></p></coverPage>{preface}<preamble>{formula}\
                 <container><p>Noting the lake,</p></container></preamble><mainBody>{}</mainBody>",
                paragraph("1.", "Decides to read.")
            ),
        )
    };
    assert_eq!(codes(&read(preface, formula)), [""; 0]);
    assert_eq!(codes(&read(preface, "")), ["no-enacting-phrase"]);
    assert_eq!(codes(&read("", formula)), ["no-title"]);
}

#[test]
fn what_has_lost_its_label_is_said() {
    let point = |label: &str, words: &str| format!("<point>{label}<content><p>{words}</p></content></point>");
    let list = [
        point("<num>(a)</num>", "boats;"),
        point("", "and, on land, by:"),
        point("<num>(b)</num>", "carts."),
    ];
    let document = statement(&format!(
        "<mainBody><paragraph><num>1.</num><list><intro><p>Asks for:</p></intro>{}</list></paragraph></mainBody>",
        list.concat()
    ));
    assert_eq!(codes(&document), ["item-unlabelled"]);
    let annex = |rows: &[&str]| {
        let rows: Vec<String> = rows.iter().map(|words| paragraph("", words)).collect();
        statement(&format!(
            "<mainBody>{}</mainBody><attachments><attachment><doc name=\"annex\"><meta/><mainBody>\
             <paragraph class=\"H1\"><heading>Annex</heading></paragraph>{}</mainBody></doc></attachment></attachments>",
            paragraph("1.", "Decides to read."),
            rows.concat()
        ))
    };
    assert_eq!(
        codes(&annex(&["Boats of wood;", "Oars of ash;", "Sails of linen;", "Nets."])),
        ["list-unlabelled"]
    );
    assert_eq!(codes(&annex(&["We met at the lake.", "It was deep.", "We left."])), [""; 0]);
}

#[test]
fn the_only_letter_below_an_arabic_table_is_its_note() {
    let table = "<container><table><tr><td><p>القارب</p></td><td><p>5</p></td></tr></table></container>";
    let above = paragraph("1 -", "تقرر ما هو مبين في الجدول أدناه:");
    let below = [paragraph("(أ)", "من خشب."), paragraph("2 -", "تطلب ذلك.")].concat();
    let document = pact("ara", &format!("<mainBody>{above}{table}{below}</mainBody>"));
    assert_eq!(anchors(&document), ["op1", "t1", "p1", "op2"]);
}
