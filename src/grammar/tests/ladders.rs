//! The levels of lists that only their labels tell, in texts without markup.

use crate::document::Kind;
use crate::grammar::{Options, parse};

/// The anchors of the sub-paragraphs in a text whose first paragraph announces these lines.
fn points(opening: [&str; 3], lines: &[&str]) -> Vec<String> {
    let [enacting, preambular, operative] = opening;
    let source = format!("{enacting}\n\n{preambular}\n\n{operative}\n\n{}\n", lines.join("\n\n"));
    let document = parse(&source, Options::default());
    super::assert_sound("a ladder", &source, &document);
    let points = document.ids().filter(|&id| document.node(id).kind == Kind::Subparagraph);
    points.map(|id| document.anchor(id).0).collect()
}

const ENGLISH: [&str; 3] =
    ["The Security Council,", "Recalling its resolution 1 (1946),", "1. Decides that the mission shall:"];
const FRENCH: [&str; 3] =
    ["Le Conseil de sécurité,", "Rappelant sa résolution 1 (1946),", "1. Décide que la mission devra :"];

#[test]
fn letters_continue_below_the_next_numeral() {
    let want = ["op1(i)", "op1(i)(a)", "op1(i)(b)", "op1(ii)", "op1(ii)(c)", "op1(iii)", "op1(iii)(d)"];
    let english = [
        "(i) Guard the harbour:",
        "(a) by day;",
        "(b) by night;",
        "(ii) Mend:",
        "(c) boats;",
        "(iii) Rest:",
        "(d) at noon.",
    ];
    assert_eq!(points(ENGLISH, &english), want);
    let french = [
        "i) Garder le port :",
        "a) le jour ;",
        "b) la nuit ;",
        "ii) Réparer :",
        "c) les bateaux ;",
        "iii) Reposer :",
        "d) à midi.",
    ];
    assert_eq!(points(FRENCH, &french), want);
}

#[test]
fn a_letter_whose_list_began_inside_the_words_is_above_the_numerals() {
    let want = ["op1(i)", "op1(ii)", "op1(b)", "op1(c)"];
    let english = ["(i) Guard the harbour;", "(ii) Mend boats;", "(b) Dry nets;", "(c) Rest."];
    assert_eq!(points(ENGLISH, &english), want);
    let french = ["i) Garder le port ;", "ii) Réparer ;", "b) Sécher les filets ;", "c) Se reposer."];
    assert_eq!(points(FRENCH, &french), want);
}

#[test]
fn i_after_h_depends_on_the_next_item() {
    let letters = ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)"];
    for (opening, bare) in [(ENGLISH, false), (FRENCH, true)] {
        let last = |more: &[&str]| {
            let labels = letters.iter().chain(more);
            let lines: Vec<String> = labels
                .map(|label| if bare { label.replace('(', "") } else { (*label).to_owned() })
                .map(|label| format!("{label} mots words;"))
                .collect();
            points(opening, &lines.iter().map(String::as_str).collect::<Vec<_>>()).split_off(8)
        };
        assert_eq!(last(&["(i)", "(j)", "(k)"]), ["op1(i)", "op1(j)", "op1(k)"]);
        assert_eq!(last(&["(i)", "(ii)", "(i)", "(j)"]), ["op1(h)(i)", "op1(h)(ii)", "op1(i)", "op1(j)"]);
    }
}

#[test]
fn a_heading_between_items_leaves_them_with_their_paragraph() {
    let want = ["op1(a)", "op1(b)"];
    assert_eq!(points(ENGLISH, &["Boats", "(a) Mending boats;", "Nets", "(b) Drying nets."]), want);
    assert_eq!(points(FRENCH, &["Bateaux", "a) Réparer ;", "Filets", "b) Sécher les filets."]), want);
}

/// Security Council resolutions print "Measures" between the preamble and the first paragraph.
#[test]
fn a_heading_above_the_first_number_belongs_to_the_operative_part() {
    let source = "The Security Council,\n\nRecalling the tide,\n\nMeasures\n\n1. Decides to sail;\n\n2. Decides to row.\n";
    let document = crate::grammar::parse(source, crate::grammar::Options::default());
    let parent = |anchor: &str| {
        let id = document.resolve(&anchor.into()).expect(anchor);
        document.node(document.node(id).parent).kind
    };
    assert_eq!(parent("h1"), crate::document::Kind::OperativePart);
    assert_eq!(parent("op1"), crate::document::Kind::OperativePart);
    assert_eq!(parent("pp1"), crate::document::Kind::Preamble);
}
