//! The masthead as a card.

use crate::harness::Harness;
use insta::assert_snapshot;

const TEXT: &str = "United Nations\tA/RES/95/8\nGeneral Assembly\tDistr.: General\n\t3 December 2040\n\nNinety-fifth session\n\
    Agenda item 12\nRivers and lakes\n\nResolution adopted by the General Assembly on 2 December 2040\n\n\
    [on the report of the Second Committee (A/95/12)]\n\n95/8. Quiet rivers\n\nThe General Assembly,\n\n\
    Recalling its resolution 94/31,\n\n1. Decides to rest;\n\n2. Requests the Secretary-General to report.\n";

fn reader() -> Harness {
    Harness::text(TEXT).size(72, 14)
}

#[test]
fn a_long_masthead_is_a_card_of_a_few_lines() {
    assert_snapshot!(reader().frame(), @"
         A/RES/95/8
         Ninety-fifth session · Agenda item 12
         Resolution adopted by the General Assembly on 2 December 2040

         95/8. Quiet rivers

         The General Assembly,

     pp1 Recalling its resolution 94/31,

      1. Decides to rest;

      2. Requests the Secretary-General to report.
    A/RES/95/8  masthead                     100 %  : jump  / find  ? keys
    ");
}

#[test]
fn the_card_unfolds_and_folds_again() {
    let mut reader = reader().keys("l");
    assert_snapshot!(reader.frame(), @"
         United Nations A/RES/95/8
         General Assembly Distr.: General
         3 December 2040
         Ninety-fifth session
         Agenda item 12
         Rivers and lakes
         Resolution adopted by the General Assembly on 2 December 2040
         [on the report of the Second Committee (A/95/12)]

         95/8. Quiet rivers

         The General Assembly,

    A/RES/95/8  masthead                      75 %  : jump  / find  ? keys
    ");
    reader.press("h");
    assert_eq!(reader.frame(), self::reader().frame());
}

/// No word is lost: a search that leads to a line which is not on the card shows the whole masthead.
#[test]
fn words_that_are_not_on_the_card_are_found_shown_and_copied() {
    let mut reader = reader().keys("/").type_in("second committee").keys("Enter");
    assert!(
        reader.frame().contains("[on the report of the Second Committee (A/95/12)]"),
        "{}",
        reader.frame()
    );
    let mut reader = self::reader().keys("/").type_in("agenda item").keys("Enter");
    assert!(reader.frame().contains("Ninety-fifth session · Agenda item 12"), "{}", reader.frame());
    reader.press("g y");
    let copied = reader.copied.unwrap_or_default();
    assert!(copied.contains("Rivers and lakes") && copied.contains("Second Committee"), "{copied}");
    let sheet = self::reader().size(72, 30).keys("i").frame();
    for words in
        ["Second Committee", "Rivers and lakes", "3 December 2040", "Agenda item 12", "United Nations"]
    {
        assert!(sheet.contains(words), "{words} is not in\n{sheet}");
    }
}

#[test]
fn a_short_masthead_is_shown_as_it_is() {
    let text = "A/RES/95/8\n\nGeneral Assembly\n\nResolution adopted by the General Assembly on 2 December 2040\n\n\
        95/8. Quiet rivers\n\nThe General Assembly,\n\n1. Decides to rest.\n";
    let frame = Harness::text(text).size(72, 14).frame();
    assert!(frame.contains("A/RES/95/8\n") && !frame.contains(" · "), "{frame}");
}
