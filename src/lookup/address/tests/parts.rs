//! Places in parts of a document, and names that a document prints for them.

use super::{add, at, check, open};
use crate::document::{Anchor, Builder, Kind};

#[test]
fn names_that_a_document_prints_are_addresses() {
    let mut b = Builder::new();
    for body in [
        "Action 39. We will clean the rivers",
        "Действие 40. Мы очистим реки",
        "الإجراء 41: ننظف الأنهار",
        "行动42。我们将清理河流",
        "Mesure 43 : nous nettoierons les fleuves",
        "Objetivo 44. Limpiar los ríos",
        "Target 2.1. By 2050",
        "Sustainable Development Goal 4",
        "Chapter II",
    ] {
        add(&mut b, Kind::Heading, "", 0, body);
        add(&mut b, Kind::Paragraph, "", 0, "Action 390 and Agenda 2030 are other things.");
    }
    add(&mut b, Kind::Paragraph, "", 0, "1.a Ensure that rivers are clean;");
    let document = b.finish();
    check(
        &document,
        "
        action 39            => h1
        Action 39.           => h1
        action thirty-nine   => h1
        действие 40          => h2
        действия 40          => h2
        الإجراء 41           => h3
        الإجراء ٤١           => h3
        行动42               => h4
        行动四十二           => h4
        mesure 43            => h5
        objetivo 44          => h6
        target 2.1           => h7
        goal 4               => h8
        chapter 2            => h9
        Chapter II           => h9
        1.a                  => p10
        action 3             => words
        target 2             => words
        agenda 2030          => words
        ",
    );
}

#[test]
fn a_paragraph_of_a_section_of_an_annex_has_one_address_with_and_without_its_number() {
    for label in ["1.", ""] {
        let mut b = Builder::new();
        open(&mut b, Kind::Annex, "Annex", 0, "");
        for (ordinal, numeral) in [(1, "I."), (2, "II.")] {
            open(&mut b, Kind::Section, numeral, ordinal, "Rivers");
            add(&mut b, Kind::Paragraph, label, u32::from(!label.is_empty()), "Rivers are shared.");
            b.close();
        }
        b.close();
        let document = b.finish();
        let own = |section: &str| format!("annex.{section}.{}", if label.is_empty() { "p1" } else { "1" });
        for (query, section) in [
            ("annex.I.1", "I"),
            ("annex.I.p1", "I"),
            ("annex.II.1", "II"),
            ("annex.II.p1", "II"),
            ("annex, sect. II, para. 1", "II"),
            ("annex, second section, paragraph 1", "II"),
            ("第二节第1段", "II"),
        ] {
            assert_eq!(at(&document, query, "top", 1), own(section), "{query}");
        }
        assert_eq!(at(&document, "annex.II.2", "top", 1), "none");
    }
}

#[test]
fn a_quoted_resolution_has_its_own_paragraphs() {
    let mut b = Builder::new();
    add(&mut b, Kind::Operative, "1.", 1, "Recommends:");
    open(&mut b, Kind::Quotation, "", 0, "");
    for ordinal in 1..=2 {
        add(&mut b, Kind::Operative, &format!("{ordinal}."), ordinal, "Takes note;");
    }
    b.close();
    let document = b.finish();
    let cited = |anchor: &str| {
        let id = document.resolve(&Anchor::from(anchor)).unwrap_or_default();
        crate::document::citation::cite(&document, id)
    };
    assert_eq!(cited("op1"), "para. 1");
    assert_eq!(cited("q1.op1"), "quotation, para. 1");
    for (query, wanted) in [
        ("1", "op1"),
        ("quotation, para. 1", "q1.op1"),
        ("quotation", "q1"),
        ("q1.op2", "q1.op2"),
        ("para. 2", "q1.op2"),
        ("citation, par. 2", "q1.op2"),
        ("引文，第2段", "q1.op2"),
    ] {
        assert_eq!(at(&document, query, "top", 1), wanted, "{query}");
    }
}

/// The programme budget numbers continuously through its sections, and divides section 29 by letters.
fn budget() -> crate::document::Document {
    let mut b = Builder::new();
    open(&mut b, Kind::OperativePart, "", 0, "");
    for ordinal in 1..=3 {
        add(&mut b, Kind::Operative, &format!("{ordinal}."), ordinal, "Decides");
    }
    b.close();
    for (label, first) in [("Section 29A", 4), ("Section 29B", 6)] {
        open(&mut b, Kind::Section, label, 29, "Boats");
        open(&mut b, Kind::OperativePart, "", 0, "");
        for ordinal in first..first + 2 {
            add(&mut b, Kind::Operative, &format!("{ordinal}."), ordinal, "Notes");
        }
        b.close();
        b.close();
    }
    b.finish()
}

#[test]
fn a_number_with_a_letter_is_a_section_where_no_paragraph_has_it() {
    check(
        &budget(),
        "
        29B         => XXIX-B
        29a         => XXIX-A
        section 29B => XXIX-B
        6           => XXIX-B.op6",
    );
}

#[test]
fn a_refusal_names_the_range_of_numbers_that_continue_through_sections() {
    let there = crate::lookup::address::what_there_is(None, &budget());
    assert!(there.contains("paragraphs 1 to 7"), "{there}");
}
