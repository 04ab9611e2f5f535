//! What is typed after `/`, and what it finds.

use super::{Query, find_all};
use crate::document::{Builder, Document, Kind, NoteMark, Span};

fn document(paragraphs: &[&str]) -> Document {
    let mut builder = Builder::new();
    for (at, body) in paragraphs.iter().enumerate() {
        let id = builder.leaf(Kind::Operative, &format!("{}.", at + 1), at as u32 + 1, body, Span::default());
        let start = builder.node(id).body.start as usize;
        for (at, mark) in body.char_indices().filter(|(_, letter)| "¹²³⁴".contains(*letter)) {
            builder.mark(NoteMark { span: Span::new(start + at, start + at + mark.len_utf8()), note: None });
        }
    }
    builder.finish()
}

fn regex(text: &str) -> Query {
    Query { text: text.to_owned(), regex: true }
}

/// One paragraph with the matches of a query between bars.
fn found(text: &str, query: &Query) -> String {
    let document = document(&[text]);
    let matches = find_all(&document, query).unwrap();
    matches.iter().map(|found| document.slice(found.span)).collect::<Vec<_>>().join("|")
}

#[test]
fn typed_text_finds_its_variants() {
    for (text, typed, wanted) in [
        ("Réaffirme la coopération", "cooperation", "coopération"),
        ("Réaffirme la coopération", "coopération", "coopération"),
        ("la cooperation", "coopération", ""),
        ("á a Á A", "a", "á|a|Á|A"),
        ("á a Á A", "á", "á|Á"),
        ("á a Á A", "A", "Á|A"),
        ("á a Á A", "Á", "Á"),
        ("droits de l’homme", "l'homme", "l’homme"),
        ("droits de l'homme", "l’homme", "l'homme"),
        ("« oui » et “non”", "\"non\"", "“non”"),
        ("non‑sélectivité", "non-selectivite", "non‑sélectivité"),
        ("2010–2020", "2010-2020", "2010–2020"),
        ("n°\u{a0}53 ;", "53 ;", "53 ;"),
        ("civilisations\u{a0};", "civilisations ;", "civilisations\u{a0};"),
        ("le cœur de", "coeur", "cœur"),
        ("le cœur de", "cœur", "cœur"),
        ("cafe\u{301} noir", "cafe noir", "cafe\u{301} noir"),
        ("cafe\u{301} noir", "café", "cafe\u{301}"),
        ("cafe\u{301}s", "cafes", "cafe\u{301}s"),
        ("États et états", "etats", "États|états"),
        ("États et états", "Etats", "États"),
        ("США и ещё раз ещё", "еще", "ещё|ещё"),
        ("всеобщей", "всеобщеи", "всеобщей"),
        ("الإنسان والأمن", "الانسان", "الإنسان"),
        ("الإنْسان", "الإنسان", "الإنْسان"),
        ("人权理事会第13/23号决议", "第13/23号", "第13/23号"),
        ("a.b a+b", "a.b", "a.b"),
        ("(a) [b]", "[b]", "[b]"),
        ("٦٥ و 65", "65", "٦٥|65"),
        ("aaa", "aa", "aa"),
        ("anything", "", ""),
        ("two  spaces", "two spaces", "two  spaces"),
    ] {
        assert_eq!(found(text, &Query::literal(typed)), wanted, "{typed:?} in {text:?}");
    }
}

#[test]
fn note_marks_do_not_interrupt_words() {
    assert_eq!(found("le 8 septembre 2000², et", &Query::literal("2000, et")), "2000², et");
    assert_eq!(found("civilisations³ et", &Query::literal("civilisations")), "civilisations");
    assert_eq!(found("a¹ b", &Query::literal("b")), "b");
    assert_eq!(found("a¹b", &Query::literal("b")), "b");
    assert_eq!(found("droits²", &Query::literal("2")), "");
}

#[test]
fn regular_expressions() {
    assert_eq!(found("resolution 64/171 and 65/218", &regex(r"\d+/\d+")), "64/171|65/218");
    assert_eq!(found("Urges urges", &regex("urges")), "Urges|urges");
    assert_eq!(found("Urges urges", &regex("Urges")), "Urges");
    assert_eq!(found("Urges, urges", &regex(r"urges\W")), "Urges,");
    assert_eq!(found("abc", &regex("x*")), "");
    let refused = |text| find_all(&document(&["x"]), &regex(text)).unwrap_err();
    insta::assert_snapshot!(refused("("), @"This is not a regular expression: unclosed group.");
    insta::assert_snapshot!(refused("a{1000}{1000}{1000}"), @"This regular expression is too large.");
}

#[test]
fn labels_are_found_when_typed_in_full() {
    let document = document(&["Decides", "Recalls paragraph 2. of"]);
    let spans = |typed| -> Vec<String> {
        let matches = find_all(&document, &Query::literal(typed)).unwrap();
        matches
            .iter()
            .map(|found| format!("{} {}", document.anchor(found.node), document.slice(found.span)))
            .collect()
    };
    assert_eq!(spans("2."), ["op2 2.", "op2 2."]);
    assert_eq!(spans("2"), ["op2 2"]);
    assert_eq!(spans("1."), ["op1 1."]);
}

proptest::proptest! {
    #[test]
    fn any_query_on_any_text_is_safe(texts in proptest::collection::vec("\\PC{0,40}[²]?\\PC{0,10}", 0..4), typed in "\\PC{0,12}") {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let document = document(&texts);
        for query in [Query::literal(&typed), regex(&typed)] {
            for found in find_all(&document, &query).unwrap_or_default() {
                let node = document.node(found.node);
                proptest::prop_assert!(document.text().get(found.span.range()).is_some());
                proptest::prop_assert!(found.span.start < found.span.end);
                proptest::prop_assert!(node.body.overlaps(found.span) || node.label == found.span);
            }
        }
    }

    #[test]
    fn every_word_of_a_text_is_found(before in "\\PC{0,10}", word in "[\\p{L}\\p{N} '’-]{1,10}", after in "\\PC{0,10}") {
        let text = format!("{before}{word}{after}");
        let document = document(&[&text]);
        if document.marks().is_empty() && !word.trim().is_empty() {
            proptest::prop_assert!(!find_all(&document, &Query::literal(&word)).unwrap().is_empty());
        }
    }
}
