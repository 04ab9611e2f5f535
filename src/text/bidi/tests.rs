//! The display order of rows.

use proptest::prelude::*;

use super::*;

fn painted(line: &str, base_rtl: bool) -> String {
    reorder(line, base_rtl).into_iter().map(|placed| placed.text).collect()
}

/// Arabic letters are written as capitals here to keep expectations readable: `B` is beh, `T` is teh, `J` is jeem.
fn arabic(s: &str) -> String {
    s.replace('B', "ب").replace('T', "ت").replace('J', "ج")
}

#[track_caller]
fn check(line: &str, expected: &str) {
    assert_eq!(painted(&arabic(line), true), arabic(expected), "{line:?}");
}

#[test]
fn the_first_strong_letter_decides_the_direction() {
    assert!(is_rtl("تقرر"));
    assert!(is_rtl("65/218 (٧) تقرر A"));
    assert!(!is_rtl("7. Decides تقرر"));
    assert!(!is_rtl("12 %"));
}

#[test]
fn latin_rows_are_unchanged() {
    assert!(!needs_reordering("Décide – « 决定 »", false));
    assert_eq!(visual("Décide", false), [Run { range: 0..7, rtl: false }]);
    assert_eq!(painted("(a) Décide", false), "(a) Décide");
    assert_eq!(visual("", true), []);
}

#[test]
fn letters_run_from_right_to_left() {
    check("BT J", "J TB");
}

#[test]
fn document_symbols_keep_their_order() {
    check("BT A/RES/65/218 J", "J A/RES/65/218 TB");
    check("BT 65/218 J", "J 65/218 TB");
    check("BT E/CN.4/2001/2-E/CN.4/Sub.2/2000/46 J", "J E/CN.4/2001/2-E/CN.4/Sub.2/2000/46 TB");
}

#[test]
fn ranges_of_numbers_keep_their_order() {
    check("BT 7-9 J", "J 7-9 TB");
    check("BT 2001–2010 J", "J 2001–2010 TB");
    check("BT 1\u{a0}000 J", "J 1\u{a0}000 TB");
}

#[test]
fn percent_signs_stay_right_of_their_number() {
    check("BT 12 % J", "J 12 % TB");
    check("BT 12% J", "J 12% TB");
    check("BT % J", "J % TB");
}

#[test]
fn brackets_are_mirrored() {
    check("(B) T", "T (B)");
    check("«BT»", "«TB»");
    check("B (A/65/53) T", "T (A/65/53) B");
}

#[test]
fn a_full_stop_ends_a_row_on_the_left() {
    check("BT.", ".TB");
    check("1. BT", "TB .1");
}

#[test]
fn arabic_words_in_a_latin_row_are_reordered() {
    assert_eq!(painted(&arabic("word BT J (B) word"), false), arabic("word (B) J TB word"));
}

#[test]
fn combining_marks_stay_on_their_letter() {
    assert_eq!(painted("بَت", true), "تبَ");
}

#[test]
fn direction_overrides_have_no_effect() {
    assert_eq!(painted("\u{202e}abc", false), "\u{202e}abc");
    check("\u{202d}BT", "TB\u{202d}");
}

#[test]
fn graphemes_carry_their_source_range() {
    let line = "بَ (ت";
    let placed = reorder(line, true);
    let ranges: Vec<_> =
        placed.iter().map(|p| (line.get(p.range.clone()).unwrap(), p.text.as_ref())).collect();
    assert_eq!(ranges, [("ت", "ت"), ("(", ")"), (" ", " "), ("بَ", "بَ")]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_display_order_is_a_permutation_of_the_graphemes(
        line in "[a-c0-9 /%()«»\\-بت\u{64e}א٧\u{202e}\u{2067}\u{200d}\u{600}👩🏽界\n\u{301}]{0,40}|\\PC{0,40}",
        base_rtl: bool,
    ) {
        let mut ranges: Vec<_> = reorder(&line, base_rtl).into_iter().map(|p| (p.range.start, p.range.end)).collect();
        ranges.sort_unstable();
        let expected: Vec<_> = graphemes(&line).map(|g| (g.at, g.at + g.text.len())).collect();
        prop_assert_eq!(ranges, expected);
        let mut runs: Vec<_> = visual(&line, base_rtl).into_iter().map(|r| r.range).collect();
        runs.sort_unstable_by_key(|r| r.start);
        let mut end = 0;
        for run in runs {
            prop_assert_eq!(run.start, end);
            end = run.end;
        }
        prop_assert_eq!(end, line.len());
    }

    #[test]
    fn mirroring_keeps_the_width(line in "[a-c ()\\[\\]<>«»بت（》]{0,20}") {
        use super::super::width::width;
        prop_assert_eq!(width(&painted(&line, true)), width(&line));
    }
}

#[test]
fn a_number_with_a_short_first_group_keeps_its_order() {
    let painted = |line: &str| painted(line, true);
    assert_eq!(painted("12 345 678"), "12 345 678");
    // Typed with the last group first, as the Unicode algorithm expects.
    assert_eq!(painted("678 345 12"), "12 345 678");
    // Two numbers, the second a year.
    assert_eq!(painted("12 345 67"), "67 345 12");
    assert_eq!(painted("2095 123"), "123 2095");
}
