//! How each language cites and names its paragraphs.

use super::*;
use crate::document::{Builder, Span};
use crate::lang::Language;

/// A resolution with one node of each kind: title, two preambular paragraphs, paragraph 7 with (b) and (ii), a
/// section, an annex, a note.
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
    let section = builder.open(Kind::Section, at);
    let label = builder.push("III.");
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
            "A/RES/65/218, annex, art. 5, first unnumbered paragraph",
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
fn without_a_symbol_only_the_place_is_cited() {
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
fn a_letter_that_the_symbol_already_has_is_not_added_again() {
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
fn the_status_line_has_the_short_form() {
    let said = |language| {
        let document = sample(language, Some("A/RES/65/218"), "b)", "ii)");
        let all: Vec<String> = document.ids().map(|id| spoken(&document, id, document.words())).collect();
        for id in document.ids() {
            let silent = spoken(&document, id, document.words()).is_empty();
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

/// Two sections with a preamble and paragraphs each; the second has two parts.
fn in_sections(language: Language, second: u32, third: u32) -> Vec<String> {
    let mut builder = Builder::new();
    builder.set_language(Some(language));
    let at = Span::default();
    let mut section = |label: &str, first: u32, inner: Option<u32>| {
        let open = |builder: &mut Builder, label: &str, ordinal: u32| {
            let id = builder.open(Kind::Section, at);
            let label = builder.push(label);
            builder.node_mut(id).label = label;
            builder.leaf(Kind::Preambular, "", 1, "Recalling,", at);
            builder.leaf(Kind::Operative, &format!("{ordinal}."), ordinal, "Decides", at);
        };
        open(&mut builder, label, first);
        if let Some(inner) = inner {
            open(&mut builder, "A.", inner);
            builder.close();
        }
        builder.close();
    };
    section("I.", 1, None);
    section("II.", second, Some(third));
    let document = builder.finish();
    document.ids().map(|id| cite(&document, id)).collect()
}

#[test]
fn a_section_is_cited_only_where_numbering_restarts() {
    let cited = |second, third| in_sections(Language::En, second, third);
    for expected in ["para. 1", "para. 2", "para. 3", "sect. I, first preambular paragraph", "sect. II.A"] {
        assert!(cited(2, 3).contains(&expected.to_owned()), "{expected}: {:?}", cited(2, 3));
    }
    for expected in ["sect. I, para. 1", "sect. II, para. 1", "sect. II, para. 2"] {
        assert!(cited(1, 2).contains(&expected.to_owned()), "{expected}: {:?}", cited(1, 2));
    }
    for expected in ["sect. II, para. 1", "sect. II.A, para. 1"] {
        assert!(cited(1, 1).contains(&expected.to_owned()), "{expected}: {:?}", cited(1, 1));
    }
    for (language, expected) in [
        (Language::Fr, "par. 3"),
        (Language::Es, "párr. 3"),
        (Language::Ru, "п. 3"),
        (Language::Ar, "الفقرة 3"),
        (Language::Zh, "第3段"),
    ] {
        assert!(in_sections(language, 2, 3).contains(&expected.to_owned()), "{expected}");
    }
}

#[test]
fn an_unnumbered_paragraph_is_counted_and_the_citation_says_so() {
    let cited = |language| {
        let mut builder = Builder::new();
        builder.set_language(Some(language));
        let at = Span::default();
        builder.open(Kind::OperativePart, at);
        builder.leaf(Kind::Operative, "", 0, "Decides", at);
        let second = builder.open(Kind::Operative, at);
        (builder.node_mut(second).ordinal, builder.node_mut(second).inferred) = (2, true);
        builder.leaf(Kind::Subparagraph, "•", 1, "to wait", at);
        builder.leaf(Kind::Subparagraph, "•", 2, "to see", at);
        builder.close();
        builder.close();
        let document = builder.finish();
        document.ids().map(|id| cite(&document, id)).collect::<Vec<_>>()
    };
    for (language, expected) in [
        (Language::En, ["para. 1 (unnumbered)", "para. 2 (unnumbered), item 2"]),
        (Language::Fr, ["par. 1 (non numéroté)", "par. 2 (non numéroté), tiret 2"]),
        (Language::Es, ["párr. 1 (sin numerar)", "párr. 2 (sin numerar), inciso 2"]),
        (Language::Ru, ["п. 1 (без номера)", "п. 2 (без номера), подпункт 2"]),
        (Language::Ar, ["الفقرة 1 (غير مرقمة)", "الفقرة 2 (غير مرقمة)، العنصر 2"]),
        (Language::Zh, ["第1段（未编号）", "第2段（未编号），第2项"]),
    ] {
        for expected in expected {
            assert!(cited(language).contains(&expected.to_owned()), "{expected}: {:?}", cited(language));
        }
    }
}

#[test]
fn printed_names_and_tables_are_cited() {
    let mut builder = Builder::new();
    let at = Span::default();
    for body in [
        "Action 39. We will clean the rivers.",
        "Target 2.1: by 2050",
        "行动7。",
        "Rivers",
        "Agenda 2030 now",
    ] {
        builder.leaf(Kind::Heading, "", 0, body, at);
    }
    builder.leaf(Kind::Table, "", 0, "a  b", at);
    builder.leaf(Kind::Table, "", 0, "c  d", at);
    let section = builder.open(Kind::Section, at);
    let label = builder.push("Chapter II.");
    builder.node_mut(section).label = label;
    let document = builder.finish();
    let cited: Vec<_> = document.ids().skip(1).map(|id| cite(&document, id)).collect();
    assert_eq!(cited, ["Action 39", "Target 2.1", "行动7", "", "", "table 1", "table 2", "chapter II"]);
}

#[test]
fn paragraphs_in_a_row_are_cited_together_in_six_languages() {
    let cited = |language: Language| {
        let mut builder = Builder::new();
        builder.set_language(Some(language));
        builder.masthead_mut().symbol = Some("A/RES/95/7".to_owned());
        let at = Span::default();
        let mut preambular = Vec::new();
        builder.open(Kind::Preamble, at);
        for number in 1..=9 {
            preambular.push(builder.leaf(Kind::Preambular, "", number, "Recalling,", at));
        }
        builder.close();
        builder.open(Kind::OperativePart, at);
        let mut operative = Vec::new();
        for number in 1..=5 {
            operative.push(builder.leaf(Kind::Operative, &format!("{number}."), number, "Decides", at));
        }
        let sixth = builder.open(Kind::Operative, at);
        let label = builder.push("6.");
        (builder.node_mut(sixth).label, builder.node_mut(sixth).ordinal) = (label, 6);
        let mut items = Vec::new();
        for (number, label) in [(1, "(a)"), (2, "(b)"), (3, "(c)")] {
            items.push(builder.leaf(Kind::Subparagraph, label, number, "deep", at));
        }
        builder.close();
        let annex = builder.open(Kind::Annex, at);
        let _ = annex;
        let rule = builder.leaf(Kind::Paragraph, "2.", 2, "Rules", at);
        builder.close();
        let document = builder.finish();
        [
            (operative[2], operative[3]),
            (operative[2], operative[4]),
            (preambular[7], preambular[8]),
            (preambular[1], preambular[7]),
            (items[0], items[2]),
            (operative[4], rule),
        ]
        .map(|(first, last)| cite_range(&document, first, last).replacen("A/RES/95/7", "", 1))
    };
    let all: Vec<String> = Language::ALL.iter().map(|&language| cited(language).join("\n")).collect();
    insta::assert_snapshot!(all.join("\n\n"), @"
    , paras. 3 and 4
    , paras. 3–5
    , eighth and ninth preambular paragraphs
    , second to eighth preambular paragraphs
    , para. 6 (a)–(c)
    , para. 5 to annex, para. 2

    , par. 3 et 4
    , par. 3 à 5
    , huitième et neuvième alinéas du préambule
    , deuxième à huitième alinéas du préambule
    , par. 6 a) à c)
    , par. 5 à annexe, par. 2

    , párrs. 3 y 4
    , párrs. 3 a 5
    , párrafos octavo y noveno del preámbulo
    , párrafos segundo a octavo del preámbulo
    , párr. 6 a) a c)
    , párr. 5 a anexo, párr. 2

    , пп. 3 и 4
    , пп. 3–5
    , восьмой и девятый пункты преамбулы
    , второй–восьмой пункты преамбулы
    , п. 6 a)–c)
    , п. 5 – приложение, п. 2

    ، الفقرتان 3 و 4
    ، الفقرات 3 إلى 5
    ، الفقرتان الثامنة والتاسعة من الديباجة
    ، الفقرات الثانية إلى الثامنة من الديباجة
    ، الفقرة 6 (a) إلى (c)
    ، الفقرة 5 إلى المرفق، الفقرة 2

    ，第3和4段
    ，第3至5段
    ，序言部分第8和9段
    ，序言部分第2至8段
    ，第6(a)至(c)段
    ，第5段至附件，第2段
    ");
}

#[test]
fn a_section_whose_arabic_number_has_two_words_is_cited_as_a_section() {
    for number in ["خامس عشر", "سادس وعشرون"] {
        let mut builder = Builder::new();
        builder.set_language(Some(Language::Ar));
        let section = builder.open(Kind::Section, Span::default());
        let label = builder.push(&format!("{number} -"));
        builder.node_mut(section).label = label;
        builder.close();
        let document = builder.finish();
        assert_eq!(cite(&document, NodeId(1)), format!("الجزء {number}"));
    }
}

/// The citation of the first paragraph below an annex that has a label.
fn below_an_annex(language: Language, label: &str) -> String {
    let mut builder = Builder::new();
    builder.set_language(Some(language));
    let annex = builder.open(Kind::Annex, Span::default());
    let label = builder.push(label);
    builder.node_mut(annex).label = label;
    builder.leaf(Kind::Paragraph, "2.", 2, "Rules", Span::default());
    builder.close();
    let document = builder.finish();
    cite(&document, NodeId(2))
}

#[test]
fn an_appendix_is_cited_by_the_name_that_it_prints() {
    for (language, label, expected) in [
        (Language::En, "Annex II", "annex II, para. 2"),
        (Language::En, "Appendix II", "appendix II, para. 2"),
        (Language::En, "ENCLOSURE", "enclosure, para. 2"),
        (Language::Fr, "Pièce jointe", "pièce jointe, par. 2"),
        (Language::Fr, "Appendice I", "appendice I, par. 2"),
        (Language::Es, "Apéndice I", "apéndice I, párr. 2"),
        (Language::Ru, "Добавление III", "добавление III, п. 2"),
        (Language::Ar, "التذييل الثاني", "التذييل الثاني، الفقرة 2"),
        (Language::Zh, "附录二", "附录二，第2段"),
    ] {
        assert_eq!(below_an_annex(language, label), expected);
    }
    let mut builder = Builder::new();
    builder.set_language(Some(Language::Fr));
    let annex = builder.open(Kind::Annex, Span::default());
    let label = builder.push("Appendice II");
    builder.node_mut(annex).label = label;
    builder.close();
    let document = builder.finish();
    assert_eq!(spoken(&document, annex, Language::En.words()), "appendix II", "on an English screen");
}

#[test]
fn a_number_that_is_not_printed_is_told_before_the_letters_of_an_item() {
    let cited = |language| {
        let mut builder = Builder::new();
        builder.set_language(Some(language));
        let at = Span::default();
        builder.open(Kind::OperativePart, at);
        builder.open(Kind::Operative, at);
        let item = builder.leaf(Kind::Subparagraph, "(a)", 1, "to wait", at);
        builder.close();
        builder.close();
        cite(&builder.finish(), item)
    };
    assert_eq!(cited(Language::En), "para. 1 (unnumbered) (a)");
    assert_eq!(cited(Language::Zh), "第1（未编号）(a)段");
}

#[test]
fn a_paragraph_without_a_number_is_cited_by_its_place_in_six_languages() {
    let cited = Language::ALL.map(|language| {
        let mut builder = Builder::new();
        builder.set_language(Some(language));
        let bare: Vec<_> =
            (0..2).map(|_| builder.leaf(Kind::Paragraph, "", 0, "Bare", Span::default())).collect();
        let document = builder.finish();
        [cite(&document, bare[1]), spoken(&document, bare[1], document.words())].join(" | ")
    });
    insta::assert_snapshot!(cited.join("\n"), @"
    second unnumbered paragraph | 2nd unnumbered para.
    deuxième paragraphe non numéroté | 2e par. non numéroté
    segundo párrafo sin numerar | 2º párr. sin numerar
    второй абзац без номера | 2-й абзац без номера
    الفقرة الثانية غير المرقمة | الفقرة غير المرقمة 2
    未编号第2段 | 未编号第2段
    ");
}

#[test]
fn another_decision_in_the_same_document_is_cited_by_its_own_symbol() {
    for (symbol, expected) in [
        (Some("A/DEC/95/506"), "A/DEC/95/507, first unnumbered paragraph"),
        (None, "95/507, first unnumbered paragraph"),
    ] {
        let mut builder = Builder::new();
        builder.set_language(Some(Language::En));
        builder.masthead_mut().symbol = symbol.map(ToOwned::to_owned);
        let at = Span::default();
        let part = builder.open(Kind::Part, at);
        let label = builder.push("95/507.");
        builder.node_mut(part).label = label;
        let bare = builder.leaf(Kind::Paragraph, "", 0, "Bare", at);
        builder.close();
        assert_eq!(cite(&builder.finish(), bare), expected);
    }
}

#[test]
fn preambular_paragraphs_in_a_row_are_counted_alike_and_in_spanish_behind_the_noun() {
    let cited = |language, first: u32, last: u32| {
        let mut builder = Builder::new();
        builder.set_language(Some(language));
        let at = Span::default();
        builder.open(Kind::Preamble, at);
        let all: Vec<_> =
            (1..=20).map(|number| builder.leaf(Kind::Preambular, "", number, "Recalling,", at)).collect();
        builder.close();
        cite_range(&builder.finish(), all[first as usize - 1], all[last as usize - 1])
    };
    assert_eq!(cited(Language::Es, 1, 3), "párrafos primero a tercero del preámbulo");
    assert_eq!(cited(Language::Es, 3, 4), "párrafos tercero y cuarto del preámbulo");
    assert_eq!(cited(Language::En, 9, 14), "9th to 14th preambular paragraphs");
    assert_eq!(cited(Language::Fr, 12, 13), "12e et 13e alinéas du préambule");
}

#[test]
fn a_range_that_begins_with_a_title_or_a_heading_is_cited_from_its_first_paragraph() {
    let mut builder = Builder::new();
    builder.set_language(Some(Language::En));
    builder.masthead_mut().symbol = Some("A/RES/95/7".to_owned());
    let at = Span::default();
    let title = builder.leaf(Kind::Title, "", 0, "Rivers", at);
    builder.open(Kind::Preamble, at);
    let first = builder.leaf(Kind::Preambular, "", 1, "Recalling,", at);
    builder.close();
    builder.open(Kind::Annex, at);
    let heading = builder.leaf(Kind::Heading, "", 0, "Rules", at);
    let rules: Vec<_> = (1..=3)
        .map(|number| builder.leaf(Kind::Paragraph, &format!("{number}."), number, "Row", at))
        .collect();
    builder.close();
    let document = builder.finish();
    for (from, to, expected) in [
        (title, first, "A/RES/95/7, first preambular paragraph"),
        (heading, rules[0], "A/RES/95/7, annex, para. 1"),
        (heading, rules[2], "A/RES/95/7, annex, paras. 1–3"),
        (title, rules[1], "A/RES/95/7, first preambular paragraph to annex, para. 2"),
    ] {
        assert_eq!(cite_range(&document, from, to), expected);
    }
}
