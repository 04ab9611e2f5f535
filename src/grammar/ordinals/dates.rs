//! Days as the six languages write them: "18 December 2009", "1er janvier 2010", "2009年12月18日".

use crate::document::Language;
use crate::document::symbol::cursor::Cursor;
use crate::grammar::shape::{fold_char, is_arabic};
use std::ops::Range;

/// Year, month and day.
type Day = (u16, u8, u8);

/// The first date of a text, with its range.
pub fn date(language: Language, text: &str) -> Option<(Range<usize>, (u16, u8, u8))> {
    let starts = text.char_indices().scan(' ', |before, (at, letter)| {
        let starts = is_numeral(letter) && !is_numeral(*before);
        *before = letter;
        Some(starts.then_some(at))
    });
    starts.flatten().find_map(|at| {
        let mut cursor = Cursor::new(text, at);
        date_at(language, &mut cursor).map(|day| (at..cursor.at, day))
    })
}

fn is_numeral(letter: char) -> bool {
    letter.is_ascii_digit() || HAN_DIGITS.contains(letter)
}

/// Reads a date where the cursor is.
pub(crate) fn date_at(language: Language, cursor: &mut Cursor<'_>) -> Option<(u16, u8, u8)> {
    let mut ahead = *cursor;
    let day = if language == Language::Zh { chinese(&mut ahead) } else { day_first(language, &mut ahead) }?;
    let (year, month, of_month) = day;
    if !(1900..2100).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&of_month) {
        return None;
    }
    *cursor = ahead;
    Some(day)
}

fn day_first(language: Language, ahead: &mut Cursor<'_>) -> Option<Day> {
    let day = ahead.digits(1, 2)?.parse().ok()?;
    if language == Language::Fr {
        ahead.eat_any(&["er", "ᵉʳ"]);
    } else if language == Language::Es {
        ahead.eat_any(&["º", "°", "o"]);
    }
    if !ahead.spaces() {
        return None;
    }
    de(language, ahead);
    let month = month(language, ahead)?;
    ahead.spaces();
    de(language, ahead);
    let year = ahead.digits(4, 4)?.parse().ok()?;
    if language == Language::Ru {
        let mut suffix = *ahead;
        suffix.spaces();
        if suffix.eat_any(&["года", "г."]) {
            *ahead = suffix;
        }
    }
    Some((year, month, day))
}

fn de(language: Language, ahead: &mut Cursor<'_>) {
    if language == Language::Es && ahead.eat_any(&["del", "de"]) {
        ahead.spaces();
    }
}

fn month(language: Language, ahead: &mut Cursor<'_>) -> Option<u8> {
    if language == Language::Ar {
        return arabic_month(ahead);
    }
    let names: &[[&str; 12]] = match language {
        Language::Fr => &FR,
        Language::Es => &ES,
        Language::Ru => &RU,
        _ => &EN,
    };
    let word = ahead.word();
    let at = names.iter().find_map(|names| names.iter().position(|name| *name == word))?;
    Some(at as u8 + 1)
}

/// Whether a folded word is the name of a month, or a word of such a name, in any language.
pub(in crate::grammar) fn is_month(word: &str) -> bool {
    let Some(first) = word.chars().next().filter(|first| first.is_alphabetic()) else { return false };
    let same = |name: &str| {
        name.chars().next().and_then(fold_char) == Some(first)
            && name.chars().filter_map(fold_char).eq(word.chars())
    };
    if is_arabic(first) {
        return AR.iter().any(|(name, _)| name.split(' ').any(same));
    }
    EN.iter().chain(&FR).chain(&ES).chain(&RU).flatten().any(|name| same(name))
}

const EN: [[&str; 12]; 1] = [[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]];
const FR: [[&str; 12]; 2] = [
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    ["", "fevrier", "", "", "", "", "", "aout", "", "", "", "decembre"],
];
const ES: [[&str; 12]; 2] = [
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    ["", "", "", "", "", "", "", "", "setiembre", "", "", ""],
];
const RU: [[&str; 12]; 1] = [[
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]];

/// Names of the months in the Arab east and west, longer ones before their beginnings.
const AR: [(&str, u8); 32] = [
    ("كانون الثاني", 1),
    ("كانون الأول", 12),
    ("تشرين الأول", 10),
    ("تشرين الثاني", 11),
    ("يناير", 1),
    ("شباط", 2),
    ("فبراير", 2),
    ("آذار", 3),
    ("أذار", 3),
    ("مارس", 3),
    ("نيسان", 4),
    ("أبريل", 4),
    ("إبريل", 4),
    ("ابريل", 4),
    ("أيار", 5),
    ("مايو", 5),
    ("حزيران", 6),
    ("يونيه", 6),
    ("يونيو", 6),
    ("تموز", 7),
    ("يوليه", 7),
    ("يوليو", 7),
    ("آب", 8),
    ("أغسطس", 8),
    ("أيلول", 9),
    ("سبتمبر", 9),
    ("أكتوبر", 10),
    ("نوفمبر", 11),
    ("ديسمبر", 12),
    ("كانون الاول", 12),
    ("تشرين الاول", 10),
    ("اكتوبر", 10),
];

fn arabic_month(ahead: &mut Cursor<'_>) -> Option<u8> {
    let mut eat = || AR.into_iter().find(|(name, _)| ahead.eat(name)).map(|(_, month)| month);
    let month = eat()?;
    let mut second = *ahead;
    second.spaces();
    if second.eat("/") {
        second.spaces();
        if AR.into_iter().any(|(name, also)| also == month && second.eat(name)) {
            *ahead = second;
        }
    }
    Some(month)
}

const HAN_DIGITS: &str = "〇一二三四五六七八九零十";

fn chinese(ahead: &mut Cursor<'_>) -> Option<Day> {
    let year = chinese_year(ahead)?;
    unit(ahead, "年")?;
    let month = chinese_number(ahead)?;
    unit(ahead, "月")?;
    let day = chinese_number(ahead)?;
    unit(ahead, "日")?;
    Some((year, month, day))
}

fn unit(ahead: &mut Cursor<'_>, unit: &str) -> Option<()> {
    ahead.spaces();
    ahead.eat(unit).then(|| {
        ahead.spaces();
    })
}

fn chinese_year(ahead: &mut Cursor<'_>) -> Option<u16> {
    if let Some(year) = ahead.digits(4, 4) {
        return year.parse().ok();
    }
    let mut year = 0;
    for _ in 0..4 {
        let digit = ahead.peek()?;
        let value = match digit {
            '零' | '○' => 0,
            _ => HAN_DIGITS.chars().position(|known| known == digit).filter(|value| *value < 10)?,
        };
        year = year * 10 + value as u16;
        ahead.skip(digit);
    }
    Some(year)
}

fn chinese_number(ahead: &mut Cursor<'_>) -> Option<u8> {
    if let Some(number) = ahead.digits(1, 2) {
        return number.parse().ok();
    }
    let from = ahead.at;
    while let Some(digit) = ahead.peek().filter(|digit| HAN_DIGITS.contains(*digit)) {
        ahead.skip(digit);
    }
    super::han(ahead.since(from)).and_then(|number| u8::try_from(number).ok())
}
