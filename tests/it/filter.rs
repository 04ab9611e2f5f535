//! The filter over the clauses.

use crate::harness::Harness;
use insta::assert_snapshot;

const TEXT: &str = "A/RES/95/8\n\n95/8. Quiet rivers\n\nThe General Assembly,\n\nRecalling its resolution 94/31,\n\n\
    Noting the boats,\n\nI\n\nRivers\n\n1. Decides to rest;\n\n2. Requests the Secretary-General to report on rivers:\n\n\
    (a) In words;\n\n(b) In figures;\n\n3. Takes note of the report, and requests the Secretary-General to publish it;\n\n\
    4. Requests States to mend the boats;\n\nII\n\nLakes\n\n5. Decides to wait;\n\n6. Invites the Secretary-General to row;\n\n\
    7. Notes the requests of the Secretary-General;\n\n8. Decides to remain seized of the matter.\n";

fn reader() -> Harness {
    Harness::text(TEXT).size(100, 20)
}

#[test]
fn what_is_asked_of_the_secretary_general_is_listed_in_text_and_outline() {
    let mut reader = reader().keys("&").type_in("requests sg");
    assert_snapshot!(reader.frame(), @"
      ────────                       │      ────────────────────────
     ▾ I Rivers                      │    I Rivers
        ────────                     │      ────────────────────────
    ▌  ▾  2 Requests the Secretary…  │▌  2. Requests the Secretary-General to report on rivers:
          3 Takes note of the repo…  │      (a) In words;
        ────────                     │      (b) In figures;
     ▾ II Lakes                      │
        ────────                     │   3. Takes note of the report, and requests the Secretary-
          6 Invites the Secretary-…  │      General to publish it;
        ────────                     │      ────────────────────────
                                     │   II Lakes
                                     │      ────────────────────────
                                     │   6. Invites the Secretary-General to row;
                                     │      ────────────────────────
                                     │
                                     │
                                     │
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    & requests sg                                                                                     3
     A/RES/95/8  para. 2 · &requests sg 3         Enter keep  Esc all  requests sg · pp · notes · words
    ");
    reader.press("Enter");
    assert_snapshot!(reader.frame(), @"
      ────────                       │      ────────────────────────
     ▾ I Rivers                      │    I Rivers
        ────────                     │      ────────────────────────
    ▌  ▾  2 Requests the Secretary…  │▌  2. Requests the Secretary-General to report on rivers:
          3 Takes note of the repo…  │      (a) In words;
        ────────                     │      (b) In figures;
     ▾ II Lakes                      │
        ────────                     │   3. Takes note of the report, and requests the Secretary-
          6 Invites the Secretary-…  │      General to publish it;
        ────────                     │      ────────────────────────
                                     │   II Lakes
                                     │      ────────────────────────
                                     │   6. Invites the Secretary-General to row;
                                     │      ────────────────────────
                                     │
                                     │
                                     │
                                     │
                                     │
     A/RES/95/8  para. 2 · 2 of 4 · &requests sg 3                         80 %  : jump  / find  ? keys
    ");
}

#[test]
fn escape_brings_all_back_at_the_same_place() {
    let mut reader = reader().keys("] ]");
    let before = reader.frame();
    reader.press("&");
    let mut reader = reader.type_in("boats").keys("Esc");
    assert_eq!(reader.frame(), before);
    let mut reader = reader.keys("&").type_in("boats").keys("Enter Esc");
    assert_eq!(reader.frame(), before);
    // Around what was read last, where the reader has moved.
    reader.press("& b o a t s Enter ] ] Esc");
    assert!(reader.status().contains("para. 4"), "{}", reader.status());
    assert!(reader.frame().contains("Decides to wait"), "{}", reader.frame());
}

#[test]
fn a_filter_takes_a_verb_an_addressee_a_kind_and_words() {
    let count = |query: &str| {
        let mut reader = reader().keys("&").type_in(query).keys("Enter");
        let status = reader.status();
        let count = status.split(&format!("&{query} ")).nth(1).unwrap_or("none");
        count.split(' ').next().unwrap_or_default().to_owned()
    };
    let queries =
        ["requests", "sg", "requests states", "pp", "pp boats", "decides", "op", "boats", "prie sg", "zebra"];
    assert_eq!(queries.map(count), ["3", "3", "1", "2", "1", "3", "8", "2", "3", "none"]);
}

#[test]
fn going_to_what_a_filter_hides_opens_that_place_alone() {
    let mut reader = reader().keys("& s g Enter 5 Enter");
    assert!(reader.status().contains("para. 5") && reader.status().contains("&sg 3"), "{}", reader.status());
    assert_snapshot!(reader.frame(), @"
      ────────                       │      ────────────────────────
     ▾ I Rivers                      │    I Rivers
        ────────                     │      ────────────────────────
       ▾  2 Requests the Secretary…  │   2. Requests the Secretary-General to report on rivers:
          3 Takes note of the repo…  │      (a) In words;
        ────────                     │      (b) In figures;
     ▾ II Lakes                      │
    ▌     5 Decides to wait;         │   3. Takes note of the report, and requests the Secretary-
          6 Invites the Secretary-…  │      General to publish it;
        ────────                     │      ────────────────────────
                                     │   II Lakes
                                     │
                                     │▌  5. Decides to wait;
                                     │
                                     │   6. Invites the Secretary-General to row;
                                     │      ────────────────────────
                                     │
                                     │
                                     │
     A/RES/95/8  para. 5 · &sg 3                                           80 %  : jump  / find  ? keys
    ");
    // By a search, on to another place, and back among the matches.
    reader.press("/ s e i z e d Enter");
    let frame = reader.frame();
    assert!(frame.contains("remain seized") && !frame.contains("Decides to wait"), "{frame}");
    reader.press("[");
    let frame = reader.frame();
    assert!(!frame.contains("remain seized") && frame.contains("Invites the Secretary"), "{frame}");
    assert!(reader.status().contains("&sg 3"), "{}", reader.status());
    reader.press("Ctrl-o");
    assert!(reader.frame().contains("Decides to wait"), "the way back opens it again: {}", reader.frame());
    reader.press("Esc Esc");
    assert!(
        !reader.status().contains('&') && reader.frame().contains("Decides to rest"),
        "{}",
        reader.frame()
    );
}

#[test]
fn a_filter_that_nothing_was_opened_in_stays_whatever_is_looked_for() {
    let mut reader = reader().keys("& s g Enter / b o a t s");
    assert!(reader.status().contains("&sg 3"), "{}", reader.status());
    let frame = reader.keys("Esc").frame();
    assert!(frame.contains("Requests the Secretary") && !frame.contains("mend the boats"), "{frame}");
}

#[test]
fn a_masthead_that_is_looked_for_is_opened_whole() {
    let mut reader = reader().keys("& s g Enter").keys("/").type_in("95/8").keys("Enter");
    let frame = reader.frame();
    assert!(frame.contains("A/RES/95/8") && frame.contains("Requests the Secretary"), "{frame}");
    assert!(!frame.contains("Noting the boats") && reader.status().contains("&sg 3"), "{frame}");
}

#[test]
fn the_cursor_of_the_outline_passes_over_thin_lines() {
    let mut reader = reader().keys("& r e p o r t Enter g Tab");
    let numbers = (0..4).map(|_| {
        reader.press("j");
        let frame = reader.frame();
        let row = frame.lines().find(|row| row.starts_with('>')).unwrap_or_default().to_owned();
        row.split_whitespace()
            .find(|word| word.chars().all(char::is_alphanumeric))
            .unwrap_or("line")
            .to_owned()
    });
    assert_eq!(numbers.collect::<Vec<_>>(), ["2", "3", "3", "3"]);
}

#[test]
fn what_matches_is_marked_in_the_text() {
    let marked = |query: &str| {
        let mut reader = reader().keys("&").type_in(query).keys("Enter");
        let (frame, styles) = (reader.frame(), reader.styles());
        let mut words = String::new();
        for (row, looks) in frame.lines().zip(styles.lines()) {
            // Only the pane of the text.
            for (letter, look) in row.chars().zip(looks.chars()).skip(40) {
                words.push(if look == 'u' { letter } else { ' ' });
            }
            words.push(' ');
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(marked("requests sg rep"), "Requests rep rep requests");
    assert_eq!(marked("boats"), "boats boats");
}
