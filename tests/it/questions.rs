//! What the jump box answers to questions, and what it says where nothing is found.

use crate::harness::Harness;

const TEXT: &str = "The General Assembly,\n\nRecalling boats[1] and oars,[2] and paragraph 9 above,\n\n\
    1. Takes note of the report of the Secretary-General;\n\n\
    2. Requests the Secretary-General to submit a report on rivers;\n\n\
    3. Decides to row on, as in paragraph 8 above.\n\nAnnex\n\n1. First rule.\n\n2. Second rule.\n\n\
    [1] See boat 1.\n\n[2] See boat 2.\n";

fn asked(query: &str) -> Harness {
    Harness::text(TEXT).keys(":").type_in(query)
}

#[test]
fn a_question_leads_to_the_paragraph_that_asks() {
    for query in ["where they ask the SG to report", "report sg", "when must the secretary general report?"] {
        let mut reader = asked(query);
        reader.press("Enter");
        assert!(reader.status().contains("para. 2"), "{query}: {}", reader.status());
    }
}

#[test]
fn what_has_most_of_the_words_is_offered_as_such() {
    let mut reader = asked("report rivers zeppelins");
    let frame = reader.frame();
    assert!(frame.contains("no paragraph has all of these words"), "{frame}");
    reader.press("Enter");
    assert!(reader.status().contains("para. 2"), "{}", reader.status());
}

#[test]
fn what_is_absent_is_named_with_what_there_is_instead() {
    for (query, said) in [
        ("note 12", "note 12 is not in this text; it has notes 1–2"),
        ("section IV", "section IV is not in this text; it has 1 annex"),
        ("article 3", "article 3 is not in this document, which has no articles"),
        ("30", "30 is not in this text; it has preambular para. 1, paras. 1–3"),
    ] {
        let mut reader = asked(query);
        assert!(reader.frame().contains(said), "{query}: {}", reader.frame());
        let before = Harness::text(TEXT).status();
        reader.press("Enter");
        assert!(reader.status().trim_start().starts_with(said), "{query}: {}", reader.status());
        reader.press("Esc");
        assert_eq!(reader.status(), before, "{query}: the text is as it was");
    }
}

#[test]
fn what_is_near_to_an_address_is_offered_below_what_is_absent() {
    let mut reader = asked("annex IV");
    assert!(reader.frame().contains("annex IV is not in this text; it has 1 annex"));
    reader.press("Enter");
    assert!(reader.status().contains("annex"), "{}", reader.status());
}

#[test]
fn a_reference_to_a_paragraph_that_is_absent_says_so_by_its_printed_name() {
    let mut reader = Harness::text(TEXT).keys(": 3 Enter Enter");
    let frame = reader.frame();
    assert!(frame.contains("paragraph 8 is not in this text"), "{frame}");
    assert!(!frame.contains("op8"), "{frame}");
}
