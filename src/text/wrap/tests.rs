//! Where rows end: words, punctuation and numbers of each language, and properties that hold for any text.

use insta::assert_snapshot;
use proptest::prelude::*;

use super::super::width::width;
use super::*;

/// The text of each row; the first is `first` cells wide, the others `rest`.
fn wrapped(text: &str, first: usize, rest: usize) -> Vec<&str> {
    rows(text, first, rest).map(|row| text.get(row.start as usize..row.end as usize).unwrap()).collect()
}

#[track_caller]
fn check(text: &str, cells: usize, expected: &[&str]) {
    assert_eq!(wrapped(text, cells, cells), expected, "{text:?} in {cells}");
}

#[test]
fn words_fill_rows() {
    check("decides to remain seized of the matter", 12, &["decides to", "remain", "seized of", "the matter"]);
}

#[test]
fn the_first_row_may_have_another_width() {
    assert_eq!(wrapped("decides to remain seized", 8, 20), ["decides", "to remain seized"]);
}

#[test]
fn empty_text_has_one_empty_row() {
    check("", 10, &[""]);
    check("   ", 10, &[""]);
    check("\n", 10, &[""]);
}

#[test]
fn a_width_of_zero_is_taken_as_one_cell() {
    check("ab", 0, &["a", "b"]);
}

#[test]
fn several_spaces_are_kept_inside_a_row_but_not_at_its_ends() {
    check("a  b   c", 4, &["a  b", "c"]);
}

#[test]
fn newlines_end_rows() {
    check("a b\nc\r\n\r\n  d\n", 10, &["a b", "c", "", "  d"]);
}

#[test]
fn indentation_wider_than_the_row_is_dropped_like_a_gap() {
    check("    word", 5, &["word"]);
}

#[test]
fn french_punctuation_stays_with_the_word_before_it() {
    check("les civilisations ; et", 18, &["les", "civilisations ; et"]);
    check("les civilisations ; et", 17, &["les", "civilisations ;", "et"]);
    check("le mot : oui ! non ?", 7, &["le", "mot :", "oui !", "non ?"]);
}

#[test]
fn guillemets_stay_with_the_words_they_enclose() {
    check("un « dialogue » vrai", 12, &["un", "« dialogue »", "vrai"]);
    check("un « bon dialogue » vrai", 9, &["un « bon", "dialogu", "e » vrai"]);
}

#[test]
fn a_percent_sign_stays_with_its_number() {
    check("soit 12 % du", 7, &["soit", "12 % du"]);
    check("soit 12 % du", 6, &["soit", "12 %", "du"]);
}

#[test]
fn symbols_are_not_broken() {
    check("document A/CONF.157/24 of", 14, &["document", "A/CONF.157/24", "of"]);
    check(
        "voir E/CN.4/2001/2-E/CN.4/Sub.2/2000/46 et",
        36,
        &["voir", "E/CN.4/2001/2-E/CN.4/Sub.2/2000/46", "et"],
    );
    check("see A/HRC/Sous-Commission/2 now", 17, &["see", "A/HRC/Sous-", "Commission/2 now"]);
    check("see A/HRC/Sous-Commission/2 now", 24, &["see", "A/HRC/Sous-Commission/2", "now"]);
    check("« A/65/53 » vrai", 9, &["«", "A/65/53 »", "vrai"]);
}

#[test]
fn a_symbol_wider_than_the_row_is_cut_after_a_slash() {
    check("E/CN.4/2001/2-E/CN.4/Sub.2/2000/46", 20, &["E/CN.4/2001/2-E/", "CN.4/Sub.2/2000/46"]);
}

#[test]
fn numbers_stay_with_the_abbreviation_before_them() {
    check("supplément n° 53 (A)", 13, &["supplément", "n° 53 (A)"]);
    check("Supplement No. 53 (A)", 14, &["Supplement", "No. 53 (A)"]);
    check("voir aussi par. 7 et", 16, &["voir aussi", "par. 7 et"]);
    check("la résolution, chap. II et", 20, &["la résolution,", "chap. II et"]);
    check("la résolution (chap. II)", 20, &["la résolution", "(chap. II)"]);
    check("в документе № 53 и", 13, &["в документе", "№ 53 и"]);
    check("пункты 7 и 8, п. 9", 16, &["пункты 7 и 8,", "п. 9"]);
}

#[test]
fn groups_of_thousands_stay_together() {
    check("limite de 8 500 mots", 12, &["limite de", "8 500 mots"]);
    check("soit 12 000 000 de", 13, &["soit", "12 000 000 de"]);
    check("le 8 septembre 2010", 5, &["le 8", "septe", "mbre", "2010"]);
    check("voir 64/171 216 fois", 13, &["voir 64/171", "216 fois"]);
    check("en 2010 500 mots", 8, &["en 2010", "500 mots"]);
    check("alors 12 5000 mots", 9, &["alors 12", "5000 mots"]);
}

#[test]
fn the_end_of_a_sentence_is_not_taken_for_an_abbreviation() {
    check("in the matter. 53 States", 17, &["in the matter. 53", "States"]);
    check("in the matter. 53 States", 14, &["in the matter.", "53 States"]);
}

#[test]
fn a_row_may_end_after_the_hyphen_of_a_compound() {
    check("la Sous-Commission", 12, &["la Sous-", "Commission"]);
    check("la non-sélectivité²", 12, &["la non-", "sélectivité²"]);
    check("of Al-Shabaab", 10, &["of", "Al-Shabaab"]);
    // One letter is not left alone on a row where there is room for more.
    check("un vis-à-vis", 9, &["un", "vis-à-vis"]);
    check("vis-à-vis", 5, &["vis-", "à-vis"]);
}

#[test]
fn a_row_never_ends_after_the_hyphen_of_a_number_or_range() {
    check("paragraphs 7-9", 13, &["paragraphs", "7-9"]);
    check("the years 2001-2010", 15, &["the years", "2001-2010"]);
    check("of document A-7", 13, &["of document", "A-7"]);
}

#[test]
fn a_row_may_end_after_a_long_dash() {
    check("word—another", 8, &["word—", "another"]);
}

#[test]
fn words_wider_than_the_row_are_cut_between_graphemes() {
    check("de\u{301}sarmement", 4, &["de\u{301}sa", "rmem", "ent"]);
    check("a désarmement b", 6, &["a", "désarm", "ement", "b"]);
}

#[test]
fn note_marks_and_closing_punctuation_never_start_a_row() {
    check("année 2000²", 10, &["année", "2000²"]);
    check("année 2000 ²", 10, &["année", "2000 ²"]);
    check("abcdef²", 6, &["abcde", "f²"]);
    check("abcdef);", 6, &["abcde", "f);"]);
}

#[test]
fn a_row_never_ends_at_a_no_break_space() {
    check("mot\u{a0}: suite", 5, &["mot\u{a0}:", "suite"]);
    check("a 12\u{202f}345", 6, &["a", "12\u{202f}345"]);
}

#[test]
fn arabic_wraps_between_words() {
    check("تقرر أن تبقي المسألة", 9, &["تقرر أن", "تبقي", "المسألة"]);
    check("في أيلول/سبتمبر ٢٠٠٠", 13, &["في", "أيلول/سبتمبر", "٢٠٠٠"]);
}

#[test]
fn chinese_punctuation_stays_with_the_characters_beside_it() {
    assert_snapshot!(wrapped("大会，重申《联合国宪章》的宗旨和原则；决定（见第65/218号决议）继续。", 10, 10).join("\n"), @"
    大会，重申
    《联合国宪
    章》的宗旨
    和原则；决
    定（见第
    65/218号决
    议）继续。
    ");
}

#[test]
fn chinese_and_latin_words_wrap_in_one_text() {
    assert_snapshot!(wrapped("the word 联合国 in « A/65/53 » 决议", 9, 9).join("\n"), @"
    the word
    联合国 in
    «
    A/65/53 »
    决议
    ");
}

#[test]
fn a_wide_grapheme_in_a_row_of_one_cell_stands_alone() {
    check("决定", 1, &["决", "定"]);
}

#[test]
fn wrapping_a_long_paragraph_is_not_quadratic() {
    let of = |many: usize| {
        "a".repeat(4 * many) + &" mot".repeat(4 * many) + &"-ab".repeat(many) + &" ;".repeat(many)
    };
    let (small, large) = (of(12_500), of(100_000));
    let run = |text: &str, times: usize| {
        let start = std::time::Instant::now();
        assert!((0..times).map(|_| rows(text, 80, 80).count()).sum::<usize>() > 20_000);
        start.elapsed().as_secs_f64()
    };
    // Compares eight short texts with one eight times as long, and tries again if the machine was busy.
    let ratios = (0..6).map(|_| run(&large, 1) / run(&small, 8));
    assert!(
        ratios.into_iter().any(|ratio| ratio < 3.0),
        "one long paragraph is more work than eight short ones"
    );
}

/// Checks that rows do not overlap, leave out nothing but white space, and are no wider than asked.
fn hold(text: &str, first: usize, rest: usize) -> Result<(), TestCaseError> {
    let mut end = 0;
    let mut count = 0;
    for row in rows(text, first, rest) {
        let (from, to) = (row.start as usize, row.end as usize);
        let skipped = text.get(end..from);
        prop_assert!(skipped.is_some_and(|s| s.trim().is_empty()), "{:?} is lost", skipped);
        let shown = text.get(from..to).unwrap();
        let asked = if count == 0 { first } else { rest };
        let graphemes = super::super::grapheme::graphemes(shown).filter(|g| g.cells > 0).count();
        prop_assert!(width(shown) <= asked || graphemes == 1, "{:?} is wider than {}", shown, asked);
        end = to;
        count += 1;
    }
    prop_assert!(count > 0);
    prop_assert!(text.get(end..).unwrap().trim().is_empty());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn rows_of_any_string_fit_and_lose_no_words(text in any::<String>(), first in 1_usize..200, rest in 1_usize..200) {
        hold(&text, first, rest)?;
    }

    #[test]
    fn rows_of_mixed_scripts_fit_and_lose_no_words(
        text in "[a-zA-Z0-9 \u{a0}\t\n\ré\u{301}²«»;:!?()%°№./—–‐\u{200b}لا\u{64b}\u{640}界，。（》“”👩🏽🇫🇷ไทย각\u{600}\u{200d}\u{3000}-]{0,120}",
        first in 1_usize..30,
        rest in 1_usize..30,
    ) {
        hold(&text, first, rest)?;
    }

    #[test]
    fn no_row_starts_or_ends_with_stray_punctuation(
        words in prop::collection::vec(
            "(« )?((n° |No\\. |par\\. )?[A-Z]/[A-Z]{3}\\.[0-9]{1,3}/[0-9]|[0-9]{1,4}|[a-z]{1,9}(-[a-z]{1,9})?|大会|تقرر)( [;:»]|²|\\),)?",
            0..30,
        ),
        cells in 28_usize..60,
    ) {
        let text = words.join(" ");
        hold(&text, cells, cells)?;
        for row in wrapped(&text, cells, cells) {
            prop_assert!(!row.starts_with([';', ':', '»', '²', ')']), "{:?}", row);
            prop_assert!(!row.ends_with(['«', '/', '°']), "{:?}", row);
        }
    }
}
