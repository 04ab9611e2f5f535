//! What a reader sees: keys in, frame out.

use crate::harness::{Harness, parse};
use insta::assert_snapshot;
use plenary::app::settings::Settings;

/// A short model resolution, written for these tests.
const SHORT: &str = "\
A/RES/95/7

General Assembly

Ninety-fifth session

Resolution adopted by the General Assembly on 2 December 2040

95/7. Quiet terminals

The General Assembly,

Recalling its resolution 94/31 of 3 December 2039,¹

Convinced that a screen that does not move is easier to read,

1. Decides that a status line shall not blink;

2. Requests the Secretary-General:

(a) To report on the noise of terminals;

(b) To publish, in accordance with paragraph 1 above, the bytes that each key costs;

3. Encourages Member States to scroll slowly;

4. Decides to remain seized of the matter.

70th plenary meeting
2 December 2040

¹ See A/95/12, chap. II.
";

fn short() -> Harness {
    Harness::text(SHORT)
}

#[test]
fn a_document_opens_at_its_beginning_with_the_outline_beside_it() {
    assert_snapshot!(short().frame(), @"");
}

#[test]
fn a_number_and_enter_go_to_the_paragraph() {
    let mut reader = short().size(72, 16).keys("3");
    assert_snapshot!(reader.frame(), @"");
    reader.press("Enter");
    assert_snapshot!(reader.frame(), @"");
}

#[test]
fn escape_in_the_jump_box_returns_to_the_exact_row() {
    let mut reader = short().size(60, 10).keys("j j j");
    let before = reader.frame();
    reader.press(": s l o w Esc");
    assert_eq!(reader.frame(), before);
}

#[test]
fn words_find_the_paragraph_and_the_letters_are_marked() {
    let mut reader = short().size(72, 14).keys(":").type_in("noise term");
    assert_snapshot!(reader.frame(), @"");
    assert_snapshot!(reader.styles(), @"");
}

#[test]
fn the_outline_is_a_sheet_below_eighty_columns() {
    let mut reader = short().size(79, 14).keys("o j j");
    assert_snapshot!(reader.frame(), @"");
    reader.press("Enter");
    assert_snapshot!(reader.status(), @"");
}

#[test]
fn tab_goes_to_the_outline_and_enter_comes_back_to_the_text() {
    let mut reader = short().size(80, 12).keys("Tab G k k Enter");
    assert_snapshot!(reader.frame(), @"");
}

#[test]
fn the_entry_of_what_is_read_is_marked_and_in_view() {
    let mut reader = short().size(80, 8).keys("G");
    assert_snapshot!(reader.frame(), @"");
}

#[test]
fn folding_hides_what_is_below_and_unfolding_shows_it() {
    let mut reader = short().size(80, 14).keys("Tab _");
    assert_snapshot!(reader.frame(), @"");
    reader.press("*");
    assert!(reader.frame().contains("(b)"));
}

#[test]
fn find_marks_every_place_counts_them_and_goes_round_with_a_notice() {
    let mut reader = short().size(72, 16).keys("/").type_in("terminals");
    assert_snapshot!(reader.frame(), @"");
    reader.press("Enter");
    assert_snapshot!(reader.status(), @"");
    reader.press("n n");
    assert_snapshot!(reader.status(), @"");
    reader.press("Esc");
    assert_snapshot!(reader.status(), @"");
}

#[test]
fn what_is_not_found_is_said() {
    let mut reader = short().size(72, 16).keys("/").type_in("zebra").keys("Enter");
    assert_snapshot!(reader.frame(), @"");
}

#[test]
fn a_note_is_shown_at_the_foot_and_the_place_stays() {
    let mut reader = short().size(72, 12).keys("] ] ]");
    let before = reader.frame();
    reader.press("Enter");
    assert_snapshot!(reader.frame(), @"");
    reader.press("Esc");
    assert_eq!(reader.frame(), before);
}

#[test]
fn a_reference_to_a_paragraph_can_be_followed_and_come_back_from() {
    let mut reader = short().size(72, 10).keys(":").type_in("2 b").keys("Enter Enter");
    assert_snapshot!(reader.frame(), @"");
    reader.press("Enter");
    assert_snapshot!(reader.status(), @"");
    reader.press("Backspace");
    assert_snapshot!(reader.status(), @"");
    reader.press("Alt-Right");
    assert_snapshot!(reader.status(), @"");
}

#[test]
fn copying_sends_the_paragraph_unwrapped_and_without_note_marks() {
    let mut reader = short().keys("p p 1 Enter").keys(":").type_in("pp1").keys("Enter y");
    assert_eq!(reader.copied.as_deref(), Some("Recalling its resolution 94/31 of 3 December 2039,"));
    assert_snapshot!(reader.status(), @"");
    reader.press("2 Enter Y");
    assert_snapshot!(reader.copied.clone().unwrap(), @"");
    reader.press("c");
    assert_snapshot!(reader.copied.clone().unwrap(), @"");
}

#[test]
fn a_mark_is_set_and_gone_to() {
    let mut reader = short().size(72, 10).keys("3 Enter m a");
    assert_snapshot!(reader.status(), @"");
    reader.press("g ' a");
    assert_snapshot!(reader.status(), @"");
    reader.press("' z");
    assert_snapshot!(reader.status(), @"");
}

#[test]
fn help_is_filtered_by_what_is_typed() {
    let mut reader = short().size(80, 10).keys("?").type_in("clipboard copy");
    assert_snapshot!(reader.frame(), @"");
}

#[test]
fn details_and_remarks_are_sheets() {
    let mut reader = short().size(80, 24).keys("i");
    assert_snapshot!(reader.frame(), @"");
    reader.press("Esc e");
    assert_snapshot!(reader.frame(), @"");
}

#[test]
fn twenty_by_five_is_still_of_use() {
    let mut reader = short().size(20, 5).keys("3 Enter");
    assert_snapshot!(reader.frame(), @"");
}

#[test]
fn no_size_is_too_small() {
    for (width, height) in [(1, 1), (2, 1), (1, 3), (3, 2), (10, 3), (500, 2)] {
        let mut reader = short().size(width, height).keys("j 3 Enter / a Esc ? Esc i Esc o Esc Tab G g");
        assert_eq!(reader.frame().lines().count(), usize::from(height));
    }
}

#[test]
fn resizing_keeps_the_reading_place() {
    let mut reader = short().size(80, 9).keys("3 Enter");
    let place = |reader: &mut Harness| reader.status().split("  ").take(2).collect::<String>();
    let before = place(&mut reader);
    for (width, height) in [(30, 9), (120, 40), (45, 6), (80, 9)] {
        reader.resize(width, height);
        assert_eq!(place(&mut reader), before, "{width}x{height}");
        assert!(reader.frame().contains("scroll"), "{width}x{height}");
    }
}

#[test]
fn right_to_left_text_is_mirrored() {
    let mut reader = Harness::sample("S_RES_3990_2049.ar.txt").size(60, 12).keys("2 Enter");
    assert_snapshot!(reader.frame(), @"");
}

#[test]
fn chinese_breaks_between_characters_but_not_before_punctuation() {
    let mut reader = Harness::sample("A_RES_95_12.zh.txt").size(50, 12).keys("3 Enter");
    assert_snapshot!(reader.frame(), @"");
}

#[test]
fn without_utf_8_nothing_but_ascii_frames_the_text() {
    let settings = Settings { unicode: false, colour: false, ..Settings::default() };
    let mut reader = Harness::with(settings, "t", parse(SHORT)).size(80, 10).keys("3");
    let frame = reader.frame();
    assert!(frame.chars().all(|c| c.is_ascii() || "…¹".contains(c)), "{frame}");
}

#[test]
fn a_text_that_is_no_resolution_is_shown_all_the_same() {
    let mut reader = Harness::text("Shopping\n\nBread and butter.\n\nThen home.\n").size(50, 8);
    assert_snapshot!(reader.frame(), @"");
}

#[test]
fn a_key_that_means_nothing_is_said() {
    assert_snapshot!(short().keys("F9").status(), @"");
}

#[test]
fn quitting_ends_the_session() {
    assert!(short().keys("q").quit);
    assert!(short().keys("Z Z").quit);
    assert!(!short().keys(": q").quit, "a letter of the query is no command");
}
