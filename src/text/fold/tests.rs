//! Which strings are equal after folding, and how folded positions map back to the source.

use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(source: &str, folded: &str) {
    assert_eq!(fold_str(source), folded, "{source:?}");
    assert_eq!(fold(source).text, folded, "{source:?} with a map");
}

#[test]
fn case_and_accents_are_removed() {
    check("Décide ÉGALEMENT, ÇA", "decide egalement, ca");
    check("De\u{301}cide", "decide");
    check("España Ñ İstanbul", "espana n istanbul");
}

#[test]
fn letters_without_decomposition_are_replaced() {
    check("Œuvre, Strauß, STRAẞE, æ, Łódź, Øst, ﬁn", "oeuvre, strauss, strasse, ae, lodz, ost, fin");
}

#[test]
fn russian_letters_lose_their_marks() {
    check("Ещё Постановляющий Йод", "еще постановляющии иод");
}

#[test]
fn latin_letters_in_russian_words_become_cyrillic() {
    // The first letter of each word is Latin, except in the last two.
    check("Cовет pезолюция Bсе", "совет резолюция все");
    check("cop совет", "cop совет");
    check("USAид", "usaид");
}

#[test]
fn arabic_letters_lose_their_variants() {
    check("إنَّ الأُمَم المتّحدة آسيا ٱلله", "ان الامم المتحده اسيا الله");
    check("عـــلى مؤتمر هيئة", "علي موتمر هييه");
}

#[test]
fn digits_and_fullwidth_forms_become_ascii() {
    check("٦٥/٢١٨ ۶۵ ６５／２１８ Ａ", "65/218 65 65/218 a");
    check("2000² ½", "20002 1/2");
}

#[test]
fn quotes_dashes_and_spaces_become_plain() {
    check("l’homme « a\u{202f}» “b” ‘c’", "l'homme \" a \" \"b\" 'c'");
    check("2001–2010 — non‑aligné a\u{a0}b\tc\nd", "2001-2010 - non-aligne a b c d");
    check("،؛؟，：（）", ",;?,:()");
}

#[test]
fn invisible_characters_are_dropped() {
    check("co\u{ad}opé\u{200b}ra\u{feff}tion\u{200f}", "cooperation");
}

#[test]
fn numero_signs_are_folded_alike() {
    check("n° 53, Nº 53, № 53", "no 53, no 53, no 53");
}

#[test]
fn chinese_is_unchanged() {
    check("大会决定", "大会决定");
}

#[track_caller]
fn check_source(source: &str, folded: &str, expected: &str) {
    let result = fold(source);
    let at = result.text.find(folded).unwrap();
    assert_eq!(&source.get(result.source(at..at + folded.len())).unwrap(), &expected);
}

#[test]
fn a_match_maps_back_to_its_source() {
    check_source("Il Décide également", "decide", "Décide");
    check_source("Il De\u{301}cide également", "decide", "De\u{301}cide");
    check_source("une Œuvre", "e", "e");
    check_source("une Œuvre", "o", "Œ");
    check_source("la co\u{ad}opération", "cooperation", "co\u{ad}opération");
    check_source("إنَّ الأُمَم المتّحدة", "الامم", "الأُمَم");
    check_source("这个 Cовет дал", "совет", "Cовет");
    check_source("这个 Cовет дал", "дал", "дал");
}

#[test]
fn an_empty_range_stays_empty() {
    let folded = fold("aŒb");
    assert_eq!(folded.source(0..0), 0..0);
    assert_eq!(folded.source(1..1), 1..1);
    assert_eq!(folded.source(4..4), 4..4);
    assert_eq!(folded.source(90..99), 4..4);
}

#[test]
fn folded_text_splits_into_words() {
    let found: Vec<_> = words("l'homme, a/res/65 大会65号 تقرر").collect();
    let expected = [
        (0, "l"),
        (2, "homme"),
        (9, "a"),
        (11, "res"),
        (15, "65"),
        (18, "大"),
        (21, "会"),
        (24, "65"),
        (26, "号"),
        (30, "تقرر"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn folding_each_character_twice_changes_nothing() {
    let mut buffer = [0; 4];
    for c in '\0'..=char::MAX {
        let once = fold_str(c.encode_utf8(&mut buffer));
        assert_eq!(fold_str(&once), once, "{c:?} U+{:04X}", c as u32);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn both_folds_agree_and_are_idempotent(s in "[a-eoxА-Яа-яé\u{301}ßŒ \r\nلأ\u{64e}Ａ²界👩\u{200d}각\u{ad}]{0,40}|\\PC{0,40}") {
        let folded = fold(&s);
        prop_assert_eq!(&folded.text, &fold_str(&s));
        prop_assert_eq!(fold_str(&folded.text), folded.text);
    }

    #[test]
    fn the_map_gives_ranges_of_the_source_in_order(s in "[a-cox оÉе\u{301}ßŒ\r\nلأ\u{64e}Ａ½界👩\u{200d}각\u{ad}]{0,40}|\\PC{0,40}") {
        let folded = fold(&s);
        let mut last = 0..0;
        for at in 0..folded.text.len() {
            let source = folded.source(at..at + 1);
            prop_assert!(s.get(source.clone()).is_some_and(|g| super::super::grapheme::graphemes(g).count() == 1));
            prop_assert!(source == last || source.start >= last.end);
            last = source;
        }
        let all = folded.source(0..folded.text.len());
        prop_assert_eq!(fold_str(s.get(all).unwrap()), folded.text);
    }
}
