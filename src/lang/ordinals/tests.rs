//! Sessions and dates in words and figures, in six languages.

use super::*;
use crate::lang::dates::date;
use Language::{Ar, En, Es, Fr, Ru, Zh};

fn check(language: Language, text: &str, expected: u32) {
    assert_eq!(ordinal(language, text).map(|(_, number)| number), Some(expected), "{text}");
}

#[test]
fn sessions_in_english() {
    check(En, "Sixty-fifth session", 65);
    check(En, "Eightieth session", 80);
    check(En, "Tenth emergency special session", 10);
    check(En, "79th session", 79);
    check(En, "Twenty-first session", 21);
}

#[test]
fn sessions_in_french() {
    check(Fr, "Soixante-cinquième session", 65);
    check(Fr, "Première session", 1);
    check(Fr, "Vingt et unième session", 21);
    check(Fr, "Vingt-neuvième session", 29);
    check(Fr, "Dix-septième session", 17);
    check(Fr, "Soixante-dixième session", 70);
    check(Fr, "Soixante et onzième session", 71);
    check(Fr, "Soixante-dix-neuvième session", 79);
    check(Fr, "Quatre-vingtième session", 80);
    check(Fr, "Quatre-vingt-unième session", 81);
    check(Fr, "Quatre-vingt-onzième session", 91);
    check(Fr, "Dixième session extraordinaire d'urgence", 10);
    check(Fr, "79e session", 79);
}

#[test]
fn sessions_in_spanish() {
    check(Es, "Sexagésimo quinto período de sesiones", 65);
    check(Es, "Septuagésimo noveno período de sesiones", 79);
    check(Es, "Octogésimo período de sesiones", 80);
    check(Es, "Trigésimo primer período de sesiones", 31);
    check(Es, "Decimotercer período de sesiones", 13);
    check(Es, "Decimoséptimo período de sesiones", 17);
    check(Es, "Décimo período extraordinario de sesiones de emergencia", 10);
    check(Es, "79º período de sesiones", 79);
}

#[test]
fn sessions_in_russian() {
    check(Ru, "Шестьдесят пятая сессия", 65);
    check(Ru, "Семьдесят девятая сессия", 79);
    check(Ru, "Восьмидесятая сессия", 80);
    check(Ru, "Сороковая сессия", 40);
    check(Ru, "Третья сессия", 3);
    check(Ru, "Десятая чрезвычайная специальная сессия", 10);
    check(Ru, "на 79-й сессии", 79);
}

#[test]
fn sessions_in_arabic() {
    check(Ar, "الدورة الخامسة والستون", 65);
    check(Ar, "الدورة التاسعة والسبعون", 79);
    check(Ar, "في دورتها التاسعة والسبعين", 79);
    check(Ar, "الدورة الثمانون", 80);
    check(Ar, "الدورة الحادية والثلاثون", 31);
    check(Ar, "الدورة الحادية عشرة", 11);
    check(Ar, "الدورة الاستثنائية الطارئة العاشرة", 10);
    check(Ar, "الدورة الأولى", 1);
}

#[test]
fn sessions_in_chinese() {
    check(Zh, "第六十五届会议", 65);
    check(Zh, "第八十届会议", 80);
    check(Zh, "第十届紧急特别会议", 10);
    check(Zh, "第一百零二届会议", 102);
    check(Zh, "第79届会议", 79);
}

#[test]
fn plain_words_are_not_ordinals() {
    for (language, text) in
        [(En, "the session of 65"), (Fr, "soixante pays"), (Ru, "шестьдесят стран"), (Zh, "会议")]
    {
        assert_eq!(ordinal(language, text).map(|(_, number)| number), None, "{text}");
    }
}

#[test]
fn dates_in_all_languages() {
    let cases = [
        (En, "on 18 December 2009, the", "18 December 2009"),
        (Fr, "du 18 décembre 2009.", "18 décembre 2009"),
        (Es, "de 18 de diciembre de 2009", "18 de diciembre de 2009"),
        (Ru, "от 18 декабря 2009 года,", "18 декабря 2009 года"),
        (Ar, "المؤرخ 18 كانون الأول/ديسمبر 2009", "18 كانون الأول/ديسمبر 2009"),
        (Ar, "في 18 ديسمبر 2009", "18 ديسمبر 2009"),
        (Zh, "2009年12月18日大会决议", "2009年12月18日"),
        (Zh, "一九六六年十二月十六日", ""),
    ];
    for (language, text, printed) in cases {
        let (range, day) = date(language, text).expect(text);
        if printed.is_empty() {
            assert_eq!(day, (1966, 12, 16));
        } else {
            assert_eq!((text.get(range), day), (Some(printed), (2009, 12, 18)), "{text}");
        }
    }
    assert_eq!(date(Fr, "le 1er janvier 2010").map(|found| found.1), Some((2010, 1, 1)));
    assert_eq!(date(En, "31 to 40 December 2009"), None);
    assert_eq!(date(En, "the 2030 Agenda of 2015"), None);
}

proptest::proptest! {
    #[test]
    fn any_string_can_be_read(text in "(第|十|百|soixante|-| |et|dix|[0-9]|年|月|日|و|ال|ستون|\\PC){0,24}") {
        for language in Language::ALL {
            if let Some((range, _)) = ordinal(language, &text) {
                proptest::prop_assert!(text.get(range).is_some());
            }
            if let Some((range, _)) = date(language, &text) {
                proptest::prop_assert!(text.get(range).is_some());
            }
        }
    }
}
