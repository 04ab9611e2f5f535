//! How each language cites and calls its paragraphs.

use super::*;
use crate::document::{Builder, Span};

/// A resolution with one of each: title, two preambular paragraphs, paragraph 7 with (b) and (ii), a section, an annex, a note.
fn sample(language: Language, symbol: Option<&str>, item: &str, below: &str) -> Document {
    let mut builder = Builder::new();
    builder.set_language(Some(language));
    builder.masthead_mut().symbol = symbol.map(ToOwned::to_owned);
    let at = Span::default();
    builder.leaf(Kind::Title, "", 0, "Title", at);
    builder.open(Kind::Preamble, at);
    builder.leaf(Kind::Preambular, "", 3, "Recalling,", at);
    builder.leaf(Kind::Preambular, "", 14, "Noting,", at);
    builder.close();
    builder.open(Kind::OperativePart, at);
    builder.leaf(Kind::Operative, "6 bis.", 6, "Requests", at);
    let seven = builder.open(Kind::Operative, at);
    builder.node_mut(seven).ordinal = 7;
    let b = builder.open(Kind::Subparagraph, at);
    let label = builder.push(item);
    (builder.node_mut(b).label, builder.node_mut(b).ordinal) = (label, 2);
    builder.leaf(Kind::Subparagraph, below, 2, "deep", at);
    builder.close();
    builder.leaf(Kind::Continuation, "", 0, "and so on", at);
    builder.close();
    let section = builder.open(Kind::Section, at);
    let label = builder.push("II.");
    builder.node_mut(section).label = label;
    builder.leaf(Kind::Operative, "3.", 3, "Decides", at);
    builder.close();
    builder.close();
    let part = builder.open(Kind::Part, at);
    let label = builder.push(if language == Language::Ar { "باء" } else { "B" });
    builder.node_mut(part).label = label;
    builder.leaf(Kind::Operative, "4.", 4, "Decides", at);
    builder.close();
    let annex = builder.open(Kind::Annex, at);
    let label = builder.push("");
    builder.node_mut(annex).label = label;
    builder.leaf(Kind::Paragraph, "2.", 2, "Rules", at);
    let article = builder.open(Kind::Article, at);
    builder.node_mut(article).ordinal = 5;
    builder.leaf(Kind::Paragraph, "", 0, "Bare", at);
    builder.close();
    builder.close();
    builder.open(Kind::Notes, at);
    builder.leaf(Kind::Note, "³", 3, "See there.", at);
    builder.finish()
}

/// Cites every node with words of its own, in order.
fn cited(language: Language, symbol: Option<&str>, item: &str, below: &str) -> Vec<String> {
    let document = sample(language, symbol, item, below);
    document.ids().map(|id| cite(&document, id)).collect()
}

fn check(language: Language, item: &str, below: &str, expected: &[&str]) {
    let cited = cited(language, Some("A/RES/65/218"), item, below);
    for line in expected {
        assert!(cited.iter().any(|cited| cited == line), "{line}\nis not in\n{}", cited.join("\n"));
    }
}

#[test]
fn english() {
    check(
        Language::En,
        "(b)",
        "(ii)",
        &[
            "A/RES/65/218",
            "A/RES/65/218, third preambular paragraph",
            "A/RES/65/218, 14th preambular paragraph",
            "A/RES/65/218, para. 6 bis",
            "A/RES/65/218, para. 7 (b)",
            "A/RES/65/218, para. 7 (b) (ii)",
            "A/RES/65/218, sect. II, para. 3",
            "A/RES/65/218 B, para. 4",
            "A/RES/65/218, annex",
            "A/RES/65/218, annex, para. 2",
            "A/RES/65/218, annex, art. 5",
            "A/RES/65/218, annex, art. 5, 1st unnumbered para.",
            "A/RES/65/218, note 3",
        ],
    );
}

#[test]
fn french() {
    check(
        Language::Fr,
        "b)",
        "ii)",
        &[
            "A/RES/65/218, par. 7",
            "A/RES/65/218, par. 7 b) ii)",
            "A/RES/65/218, troisième alinéa du préambule",
            "A/RES/65/218, 14e alinéa du préambule",
            "A/RES/65/218, annexe, par. 2",
        ],
    );
}

#[test]
fn spanish() {
    check(
        Language::Es,
        "b)",
        "ii)",
        &[
            "A/RES/65/218, párr. 7 b)",
            "A/RES/65/218, tercer párrafo del preámbulo",
            "A/RES/65/218, secc. II, párr. 3",
            "A/RES/65/218, anexo, párr. 2",
        ],
    );
}

#[test]
fn russian() {
    check(
        Language::Ru,
        "b)",
        "ii)",
        &["A/RES/65/218, п. 7 b)", "A/RES/65/218, третий пункт преамбулы", "A/RES/65/218, приложение, п. 2"],
    );
}

#[test]
fn arabic() {
    check(
        Language::Ar,
        "(ب)",
        "'2'",
        &[
            "A/RES/65/218، الفقرة 7 (ب)",
            "A/RES/65/218، الفقرة الثالثة من الديباجة",
            "A/RES/65/218، المرفق، الفقرة 2",
            "A/RES/65/218 B، الفقرة 4",
        ],
    );
}

#[test]
fn chinese() {
    check(
        Language::Zh,
        "(b)",
        "㈡",
        &[
            "A/RES/65/218，第7段",
            "A/RES/65/218，第7(b)段",
            "A/RES/65/218，序言部分第3段",
            "A/RES/65/218，附件，第2段",
        ],
    );
}

#[test]
fn without_a_symbol_the_place_remains() {
    assert!(cited(Language::Fr, None, "b)", "ii)").contains(&"par. 7 b)".to_owned()));
    assert_eq!(cited(Language::Fr, None, "b)", "ii)").first().map(String::as_str), Some(""));
}

#[test]
fn a_continuation_is_cited_as_its_paragraph() {
    let document = sample(Language::En, Some("A/RES/65/218"), "(b)", "(ii)");
    let id = document.ids().find(|&id| document.node(id).kind == Kind::Continuation).unwrap();
    assert_eq!(cite(&document, id), "A/RES/65/218, para. 7");
}

#[test]
fn a_letter_that_the_symbol_has_is_not_said_twice() {
    assert!(
        cited(Language::En, Some("A/RES/58/1 B"), "(b)", "(ii)")
            .contains(&"A/RES/58/1 B, para. 4".to_owned())
    );
    assert!(
        cited(Language::En, Some("A/RES/58/1 A-B"), "(b)", "(ii)")
            .contains(&"A/RES/58/1 B, para. 4".to_owned())
    );
}

#[test]
fn the_status_line_says_it_short() {
    let said = |language| {
        let document = sample(language, Some("A/RES/65/218"), "b)", "ii)");
        let all: Vec<String> = document.ids().map(|id| spoken(&document, id)).collect();
        for id in document.ids() {
            let silent = spoken(&document, id).is_empty();
            assert_eq!(silent, document.node(id).kind.is_synthetic(), "{:?}", document.node(id).kind);
        }
        all
    };
    for expected in ["titre", "3e alinéa", "par. 7 b)", "annexe, par. 2", "note 3", "sect. II", "B, par. 4"]
    {
        assert!(said(Language::Fr).contains(&expected.to_owned()), "{expected}: {:?}", said(Language::Fr));
    }
    for expected in ["title", "preambular para. 3", "annex, para. 2", "para. 6 bis"] {
        assert!(said(Language::En).contains(&expected.to_owned()), "{expected}");
    }
    for language in Language::ALL {
        said(language);
    }
}
