//! Reads dates as the six languages write them: "18 December 2009", "1er janvier 2010", "2009年12月18日".

use super::Language;
use super::numerals::{han_digit, is_han_numeral};
use crate::text::Part as _;
use crate::text::cursor::Cursor;
use std::ops::Range;

/// Year, month and day.
type Day = (u16, u8, u8);

/// The first date of a text as year, month and day, with its byte range.
pub(crate) fn date(language: Language, text: &str) -> Option<(Range<usize>, (u16, u8, u8))> {
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
    letter.is_ascii_digit() || is_han_numeral(letter) && letter != '百'
}

/// Reads a date at the cursor: year, month and day. `None` where there is none.
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
    if !language.words().year.is_empty() {
        let mut suffix = *ahead;
        suffix.spaces();
        if suffix.eat_any(language.words().year) {
            *ahead = suffix;
        }
    }
    Some((year, month, day))
}

fn de(language: Language, ahead: &mut Cursor<'_>) {
    if language == Language::Es && ahead.eat_any(language.words().date_links) {
        ahead.spaces();
    }
}

fn month(language: Language, ahead: &mut Cursor<'_>) -> Option<u8> {
    let months = language.words().months;
    if language == Language::Ar {
        return arabic_month(months, ahead);
    }
    let word = ahead.word();
    months.iter().find(|(name, _)| *name == word).map(|(_, month)| *month)
}

/// A month by its names in the eastern and western Arab countries: "كانون الأول/ديسمبر".
fn arabic_month(months: &[(&str, u8)], ahead: &mut Cursor<'_>) -> Option<u8> {
    let mut eat = || months.iter().find(|(name, _)| ahead.eat(name)).map(|(_, month)| *month);
    let month = eat()?;
    let mut second = *ahead;
    second.spaces();
    if second.eat("/") {
        second.spaces();
        if months.iter().any(|(name, also)| *also == month && second.eat(name)) {
            *ahead = second;
        }
    }
    Some(month)
}

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
        let value = han_digit(digit).filter(|value| *value < 10)?;
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
    while let Some(digit) = ahead.peek().filter(|digit| is_han_numeral(*digit)) {
        ahead.skip(digit);
    }
    super::ordinals::han(ahead.since(from)).and_then(|number| u8::try_from(number).ok())
}

/// How many mentions of a month are tried.
const MONTHS: usize = 40;

/// Months with their year and without a day: "May 2024", "mayo de 2024", "2024年5月".
pub(crate) fn months(language: Language, text: &str) -> Vec<(Range<usize>, u16, u8)> {
    let mut out = Vec::new();
    if language == Language::Zh {
        for (at, _) in text.match_indices('年').take(MONTHS) {
            let start = at.saturating_sub(4);
            let Some(year) = text.get(start..at).and_then(|year| year.parse().ok()) else { continue };
            let rest = text.part(at + '年'.len_utf8()..);
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let Some(month) = rest.part(..digits).parse().ok().filter(|month| (1..=12).contains(month))
            else {
                continue;
            };
            let after = rest.part(digits..);
            let Some(after) = after.strip_prefix('月') else { continue };
            if !after.starts_with(|letter: char| letter.is_ascii_digit()) {
                out.push((start..text.len() - after.len(), year, month));
            }
        }
        return out;
    }
    for (name, month) in language.words().months {
        for (at, name) in text.match_indices(name).take(MONTHS) {
            let after = text.part(at + name.len()..).trim_start_matches([' ', '/']);
            // "أيار/مايو 2024"
            let other = language.words().months.iter().filter(|(_, same)| same == month);
            let after = other.clone().find_map(|(name, _)| after.strip_prefix(name)).unwrap_or(after);
            let after = after.trim_start();
            let after = after.strip_prefix("de ").filter(|_| language == Language::Es).unwrap_or(after);
            let before = text.part(..at).trim_end_matches([' ', '/']);
            let numbered =
                before.trim_end_matches("de").trim_end().ends_with(|letter: char| letter.is_ascii_digit());
            let Some(year) = after.get(..4).and_then(|year| year.parse::<u16>().ok()) else { continue };
            if !numbered
                && (1900..2100).contains(&year)
                && !out.iter().any(|(range, ..): &(Range<usize>, u16, u8)| range.contains(&at))
            {
                out.push((at..text.len() - after.len() + 4, year, *month));
            }
        }
    }
    out
}
