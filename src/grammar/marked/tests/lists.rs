//! Which list a point belongs to, by the markup and by its label; the same names in every language.

use super::parse;
use crate::document::{Document, Kind};

/// A resolution of the Security Council, with this main body.
fn council(language: &str, body: &str) -> Document {
    parse(&format!(
        "<akomaNtoso><statement name=\"resolution\"><meta><identification><FRBRExpression><FRBRlanguage \
         language=\"{language}\"/></FRBRExpression></identification></meta><mainBody>{body}</mainBody>\
         </statement></akomaNtoso>"
    ))
}

fn anchors(document: &Document) -> Vec<String> {
    let shown = document.ids().filter(|&id| !document.node(id).kind.is_synthetic());
    shown.filter(|&id| id.index() > 0).map(|id| document.anchor(id).0).collect()
}

fn codes(document: &Document) -> Vec<&str> {
    document.diagnostics().iter().map(crate::document::Diagnostic::code).collect()
}

fn point(label: &str, words: &str) -> String {
    let label = if label.is_empty() { String::new() } else { format!("<num>{label}</num>") };
    format!("<point>{label}<content><p>{words}</p></content></point>")
}

fn points(labels: &[&str]) -> String {
    labels.iter().map(|label| point(label, "words;")).collect()
}

fn sublist(labels: &[&str]) -> String {
    format!("<sublist>{}</sublist>", points(labels))
}

fn listed(number: &str, intro: &str, inner: &str) -> String {
    format!("<paragraph><num>{number}</num><list><intro><p>{intro}</p></intro>{inner}</list></paragraph>")
}

fn paragraph(number: &str, words: &str) -> String {
    styled("SingleTxt", number, words)
}

fn styled(class: &str, number: &str, words: &str) -> String {
    let number = if number.is_empty() { String::new() } else { format!("<num>{number}</num>") };
    format!("<paragraph class=\"{class}\">{number}<content><p>{words}</p></content></paragraph>")
}

#[test]
fn a_sublist_is_of_the_point_before_it() {
    let want = [
        "op1",
        "op1(i)",
        "op1(i)(a)",
        "op1(i)(b)",
        "op1(ii)",
        "op1(ii)(c)",
        "op1(ii)(d)",
        "op1(ii)(d)(1)",
        "op1(ii)(d)(2)",
        "op1(iii)",
    ];
    for (language, numerals, letters, number, dash) in [
        ("eng", ["(i)", "(ii)", "(iii)"], ["(a)", "(b)", "(c)", "(d)"], "1.", "–"),
        ("zho", ["㈠", "㈡", "㈢"], ["(a)", "(b)", "(c)", "(d)"], "1.", "–"),
        ("ara", ["’1‘", "’2‘", "’3‘"], ["(أ)", "(ب)", "(ج)", "(د)"], "1 -", "-"),
    ] {
        let inner = [
            points(&numerals[..1]),
            sublist(&letters[..2]),
            points(&numerals[1..2]),
            format!("<sublist>{}{}</sublist>", points(&letters[2..]), sublist(&[dash, dash])),
            points(&numerals[2..]),
        ];
        let document = council(language, &listed(number, "Decides:", &inner.concat()));
        assert_eq!(anchors(&document), want, "{language}");
    }
}

#[test]
fn a_plain_number_is_a_number_and_a_numeral_a_numeral_in_every_language() {
    for (language, letter, numeral, numbers) in [
        ("eng", "(a)", "(i)", ["1.", "2."]),
        ("fra", "a)", "i)", ["1.", "2."]),
        ("zho", "(a)", "㈠", ["(1)", "(2)"]),
        ("ara", "(أ)", "’1‘", ["1 -", "2 -"]),
    ] {
        let deepest = sublist(&numbers);
        let inner = format!("{}<sublist>{}{deepest}</sublist>", points(&[letter]), points(&[numeral]));
        let document = council(language, &listed("1.", "Decides:", &inner));
        let want = ["op1", "op1(a)", "op1(a)(i)", "op1(a)(i)(1)", "op1(a)(i)(2)"];
        assert_eq!(anchors(&document), want, "{language}");
    }
}

#[test]
fn a_point_that_goes_on_from_the_list_above_is_of_that_list() {
    for (language, letters, numerals) in [
        ("eng", ["(a)", "(b)", "(c)", "(d)"], ["(i)", "(ii)"]),
        ("spa", ["a)", "b)", "c)", "d)"], ["i)", "ii)"]),
        ("ara", ["(أ)", "(ب)", "(ج)", "(د)"], ["’1‘", "’2‘"]),
    ] {
        let deeper = format!("<sublist>{}{}</sublist>", points(&numerals), points(&letters[2..]));
        let inner = format!("{}{deeper}", points(&letters[..2]));
        let document = council(language, &listed("1.", "Decides:", &inner));
        let want = ["op1", "op1(a)", "op1(b)", "op1(b)(i)", "op1(b)(ii)", "op1(c)", "op1(d)"];
        assert_eq!(anchors(&document), want, "{language}");
        assert_eq!(codes(&document), ["item-too-deep"; 2], "{language}");
    }
}

#[test]
fn i_after_h_is_a_letter_where_j_comes_next_and_a_numeral_where_ii_does() {
    let letters = ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)"];
    for (language, close) in [("eng", false), ("fra", true)] {
        let label = |label: &str| if close { label.replace('(', "") } else { label.to_owned() };
        let of = |labels: &[&str]| -> String {
            labels.iter().map(|&each| point(&label(each), "words;")).collect()
        };
        let body = |inner: &str| listed("1.", "Decides:", &format!("{}{inner}", of(&letters)));
        let last = |inner: &str| anchors(&council(language, &body(inner))).split_off(9);
        // Below (h) in the markup, as one that looks like a numeral is marked; and beside it.
        let one = format!("<sublist>{}</sublist>{}", of(&["(i)"]), of(&["(j)"]));
        assert_eq!(last(&one), ["op1(i)", "op1(j)"], "{language}");
        let both = format!("<sublist>{}</sublist>", of(&["(i)", "(j)"]));
        assert_eq!(last(&both), ["op1(i)", "op1(j)"], "{language}");
        assert_eq!(last(&of(&["(i)", "(j)"])), ["op1(i)", "op1(j)"], "{language}");
        let numerals = format!("<sublist>{}</sublist>{}", of(&["(i)", "(ii)"]), of(&["(i)"]));
        assert_eq!(last(&numerals), ["op1(h)(i)", "op1(h)(ii)", "op1(i)"], "{language}");
    }
}

#[test]
fn an_item_that_is_set_as_a_heading_is_an_item() {
    for (language, number, letters, numerals) in [
        ("eng", ["7.", "8."], ["(a)", "(b)"], ["(i)", "(ii)"]),
        ("ara", ["7 -", "8 -"], ["(أ)", "(ب)"], ["’1‘", "’2‘"]),
    ] {
        let body = [
            paragraph(number[0], "words:"),
            styled("H23", letters[0], "Boats"),
            paragraph(numerals[0], "words;"),
            paragraph(numerals[1], "words;"),
            styled("H23", letters[1], "Nets"),
            paragraph(numerals[0], "words;"),
            styled("H23", "", "Ports"),
            paragraph(number[1], "words."),
        ];
        let document = council(language, &body.concat());
        let want = ["op7", "op7(a)", "op7(a)(i)", "op7(a)(ii)", "op7(b)", "op7(b)(i)", "h1", "op8"];
        assert_eq!(anchors(&document), want, "{language}");
    }
    // No list was announced: a heading.
    let document = council("eng", &[paragraph("7.", "words;"), styled("H23", "(a)", "Boats")].concat());
    assert_eq!(anchors(&document), ["op7", "h1"]);
}

#[test]
fn a_heading_before_the_first_item_leaves_the_list_with_its_paragraph() {
    for (language, labels) in [("eng", ["(a)", "(b)"]), ("fra", ["a)", "b)"])] {
        let body = [
            paragraph("3.", "words:"),
            styled("H4", "", "Boats"),
            paragraph(labels[0], "words;"),
            styled("H4", "", "Nets"),
            paragraph(labels[1], "words;"),
        ];
        let document = council(language, &body.concat());
        assert_eq!(anchors(&document), ["op3", "h1", "op3(a)", "h2", "op3(b)"], "{language}");
    }
}

#[test]
fn a_line_between_items_of_a_deeper_list_leaves_them_in_it() {
    for (language, letter, numerals) in [("eng", "(a)", ["(i)", "(ii)"]), ("ara", "(أ)", ["’1‘", "’2‘"])]
    {
        let body = [
            paragraph("3.", "words:"),
            paragraph(letter, "words:"),
            paragraph(numerals[0], "words;"),
            paragraph("", "Urgent ones:"),
            paragraph(numerals[1], "words;"),
        ];
        let document = council(language, &body.concat());
        assert_eq!(anchors(&document), ["op3", "op3(a)", "op3(a)(i)", "p1", "op3(a)(ii)"], "{language}");
    }
}

#[test]
fn points_that_lost_their_bullets_are_points_of_the_clause_that_announces_them() {
    let of = |language, lines: [&str; 4], numbers: [&str; 2]| {
        let body = [
            paragraph(numbers[0], lines[0]),
            paragraph("", lines[1]),
            paragraph("", lines[2]),
            paragraph(numbers[1], lines[3]),
        ];
        anchors(&council(language, &body.concat()))
    };
    let want = ["op9", "op9(1)", "op9(2)", "op10"];
    assert_eq!(of("zho", ["请各方：", "修船，", "补网；", "决定等待。"], ["9.", "10."]), want);
    assert_eq!(
        of("ara", ["يهيب بهم:", "إصلاح السفن.", "رتق الشباك.", "يقرر الانتظار."], ["9 -", "10 -"]),
        want
    );
    // Nothing announces them.
    assert_eq!(of("zho", ["请各方。", "修船，", "补网；", "决定等待。"], ["9.", "10."])[1], "p1");
    // A colon and one paragraph: what it says may be anything.
    let one = [paragraph("9.", "Decides:"), paragraph("", "one;"), paragraph("10.", "Decides.")].concat();
    assert_eq!(anchors(&council("eng", &one)), ["op9", "p1", "op10"]);
}

#[test]
fn the_words_of_an_item_that_is_only_a_title_stand_below_it() {
    for (language, labels) in [("eng", ["(a)", "(b)"]), ("ara", ["(أ)", "(ب)"])] {
        let body = [
            paragraph("1.", "words:"),
            paragraph(labels[0], "Boats"),
            paragraph("", "Mending them;"),
            paragraph(labels[1], "Nets"),
            paragraph("", "Drying them;"),
            paragraph("2.", "words."),
        ];
        let document = council(language, &body.concat());
        assert_eq!(
            anchors(&document),
            ["op1", "op1(a)", "op1(a)(1)", "op1(b)", "op1(b)(1)", "op2"],
            "{language}"
        );
    }
}

#[test]
fn a_point_without_a_bullet_among_bullets_is_counted_with_them() {
    for language in ["eng", "fra"] {
        let inner = format!("{}{}", points(&["–", "–"]), point("", "and rests."));
        let document = council(language, &listed("1.", "Decides:", &inner));
        assert_eq!(anchors(&document), ["op1", "op1(1)", "op1(2)", "op1(3)"], "{language}");
    }
}

#[test]
fn a_letter_without_its_mark_is_a_label_between_its_neighbours() {
    let middle = |language, labels: [&str; 2], line| {
        let body = [
            paragraph("1.", "words:"),
            paragraph(labels[0], "words;"),
            paragraph("", line),
            paragraph(labels[1], "words;"),
        ];
        anchors(&council(language, &body.concat()))
    };
    let want = ["op1", "op1(a)", "op1(b)", "op1(c)"];
    assert_eq!(middle("zho", ["a.", "c."], "b 补网，"), want);
    assert_eq!(middle("eng", ["(a)", "(c)"], "b mending nets;"), want);
    assert_eq!(
        middle("eng", ["(a)", "(b)"], "b mending nets;")[2],
        "p1",
        "a word where no letter is missing"
    );
    let last = [
        paragraph("1.", "words:"),
        paragraph("a.", "words;"),
        paragraph("", "b 补网；"),
        paragraph("2.", "words."),
    ];
    assert_eq!(anchors(&council("zho", &last.concat())), ["op1", "op1(a)", "op1(b)", "op2"]);
}

#[test]
fn labels_that_are_no_ladder_stand_beside_each_other() {
    for language in ["eng", "zho"] {
        let body = [
            styled("H23", "", "Goals"),
            paragraph("1.1", "words."),
            paragraph("1.2", "words."),
            paragraph("1.3", "words."),
        ];
        let document = council(language, &body.concat());
        let depths: Vec<usize> = document
            .ids()
            .filter(|&id| document.node(id).kind == Kind::Subparagraph)
            .map(|id| document.ancestors(id).count())
            .collect();
        assert_eq!(depths.len(), 3, "{language}");
        assert!(depths.windows(2).all(|pair| pair[0] == pair[1]), "{language}: {depths:?}");
    }
}

#[test]
fn old_chinese_letters_are_letters() {
    let body = [
        paragraph("1.", "各国："),
        paragraph("", "(子) 修船；"),
        paragraph("", "(丑) 补网；"),
        paragraph("", "(寅) 等待；"),
    ];
    assert_eq!(anchors(&council("zho", &body.concat())), ["op1", "op1(a)", "op1(b)", "op1(c)"]);
}

#[test]
fn a_numbered_paragraph_that_is_marked_as_an_item_is_one() {
    for (language, words) in [("eng", "Decides to wait;"), ("fra", "Décide d’attendre ;")] {
        let body = [paragraph("l.", words), paragraph("2.", words)].concat();
        let document = council(language, &body);
        assert_eq!(anchors(&document), ["op1", "op2"], "{language}");
        assert_eq!(codes(&document), ["number-misread"], "{language}");
    }
    for (language, organ, preambular, operative, letter) in [
        ("zho", "大会，", "回顾其决议，", "决定等待：", "(a)"),
        ("eng", "The General Assembly,", "Recalling its resolution,", "Decides to wait:", "(a)"),
    ] {
        let item = |label: &str, words: &str| format!("<item><num>{label}</num><p>{words}</p></item>");
        let document = parse(&format!(
            "<akomaNtoso><statement name=\"resolution\"><meta><identification><FRBRExpression><FRBRlanguage \
             language=\"{language}\"/></FRBRExpression></identification></meta><preamble><formula><p>{organ}</p></formula>\
             <container><p>{preambular}</p>\
             {}{}{}</container></preamble><mainBody>{}</mainBody></statement></akomaNtoso>",
            item("1.", operative),
            item(letter, operative),
            item("2.", operative),
            paragraph("3.", operative),
        ));
        assert_eq!(anchors(&document), ["enacting", "pp1", "op1", "op1(a)", "op2", "op3"], "{language}");
        assert_eq!(codes(&document), ["numbered-preamble"; 2], "{language}");
    }
}

#[test]
fn what_stands_below_a_point_that_ends_with_and_is_no_point_of_it() {
    let point = |words: &str| {
        let list = super::mends::listed("1.", "Decide\u{A0}:", &[("a)", words)]);
        let after = super::mends::paragraph("", "confirma que sigue atento;");
        let document = super::mends::pact(
            "spa",
            &format!(
                "<mainBody>{list}{after}{}</mainBody>",
                super::mends::paragraph("2.", "Decide navegar.")
            ),
        );
        super::mends::anchors(&document)
    };
    assert_eq!(point("La entrada en los puertos; y"), ["op1", "op1(a)", "p1", "op2"]);
    assert_eq!(point("La entrada en los puertos"), ["op1", "op1(a)", "op1(a)(1)", "op2"]);
}
