//! Reads numbers and letters at the start of paragraphs: "7.", "٧ -", "7 bis.", "(a)", "ii)", "(أ)", "㈠", "•".
//!
//! Paragraphs of resolutions are numbered "1.", and sub-paragraphs are lettered (a), (i), a., i. in English (United
//! Nations Editorial Manual); the forms of the other languages are those seen in General Assembly resolutions of
//! sessions 75 to 80. This file lists what a label may mean. Which meaning holds depends on what precedes it, and is
//! decided with the clauses.

use crate::lang::numerals::{
    BRANCHES, STEMS, abjad_place, han_value, latin_small, place, ringed, roman_value,
};
use crate::lang::tables;
use crate::text::Part as _;
use crate::text::chars::{
    TATWEEL, digit_value, is_alphanumeric, is_arabic, is_arabic_sign, is_gap, is_hyphen, is_wide,
};

/// The number of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// The length in bytes of the printed label, "7." or "7 -".
    pub label: usize,
    /// The byte offset of the words after the label.
    pub body: usize,
    pub value: u32,
    /// Whether "bis", "ter" or "alt" follows the number.
    pub repeated: bool,
}

/// The letter or numeral of a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub label: usize,
    pub body: usize,
    pub form: Form,
    /// What the label may mean, as class and position from 1; the likelier meaning first.
    pub readings: [Option<(Class, u32)>; 3],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// (a) or a): one form, because the opening bracket may be lost in printing.
    Bracket,
    /// a.
    Dot,
    /// أ -
    Dash,
    /// '1'
    Quote,
    /// ㈠, ①
    Ring,
    Bullet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Latin,
    Capital,
    Roman,
    /// I, II
    CapitalRoman,
    Digit,
    Abjad,
    Han,
    Stem,
    /// 子, 丑: the level below 甲, 乙 in older Chinese texts.
    Branch,
    Bullet,
}

impl Item {
    pub(super) fn readings(&self) -> impl Iterator<Item = (Class, u32)> + '_ {
        self.readings.iter().flatten().copied()
    }

    /// Whether `next`, as printed, can be the item directly after this one.
    pub(super) fn is_before(&self, next: &Self) -> bool {
        let mut readings = self.readings();
        self.form == next.form
            && readings.any(|(class, value)| next.readings().any(|reading| reading == (class, value + 1)))
    }
}

/// The digits at the start of a text: their length in bytes and their value. `None` where there are none, or more
/// than `most`.
pub(super) fn leading_digits(text: &str, most: usize) -> Option<(usize, u32)> {
    let (mut bytes, mut value, mut count) = (0, 0_u32, 0);
    for letter in text.chars() {
        let Some(digit) = digit_value(letter) else { break };
        if count == most {
            return None;
        }
        (bytes, value, count) = (bytes + letter.len_utf8(), value * 10 + digit, count + 1);
    }
    (count > 0).then_some((bytes, value))
}

/// The number that a label prints, "7." or "7 bis.", or that text recognition misread in it, "l.".
pub(super) fn value_of(label: &str) -> Option<u32> {
    let misread =
        || misread(&format!("{} w", label.get(..label.len().min(8))?)).map(|(number, _)| number.value);
    leading_digits(label, 6).map(|(_, value)| value).or_else(misread)
}

fn gaps(text: &str) -> usize {
    text.len() - text.trim_start_matches(is_gap).len()
}

/// The number at the start of a paragraph: "7.", "7 .", "7．", "7、", "7 -", "7 bis.".
pub(super) fn number(text: &str) -> Option<Number> {
    let first = text.as_bytes().first()?;
    if !first.is_ascii_digit() && *first < 0x80 {
        return None;
    }
    let (digits, value) = leading_digits(text, 4)?;
    let mut at = digits;
    let mut repeated = false;
    let behind = text.get(at..)?.trim_start_matches(is_gap);
    if behind.starts_with(|letter: char| letter == '-' || letter.is_alphabetic()) {
        // Russian has a hyphen here: "7-бис".
        let suffixed = behind.strip_prefix('-').unwrap_or(behind);
        for (suffix, _) in tables().flat_map(|words| words.addresses.repeats) {
            if let Some(after) = suffixed.strip_prefix(suffix)
                && !after.starts_with(char::is_alphanumeric)
            {
                at = text.len() - after.len();
                repeated = true;
            }
        }
    }
    let rest = text.get(at..)?;
    let gap = gaps(rest);
    let mark = rest.get(gap..)?.chars().next()?;
    let after_mark = at + gap + mark.len_utf8();
    let rest = text.get(after_mark..)?;
    let next = rest.chars().next();
    let fits = match mark {
        '.' if gap <= 2 => next.is_none_or(|next| {
            is_gap(next) || next.is_alphabetic() || matches!(next, '[' | '"' | '“' | '«' | '*' | '(' | '‑')
        }),
        '．' | '、' => next.is_none_or(|next| digit_value(next).is_none()),
        _ if is_hyphen(mark) || mark == '—' => {
            let body = rest.trim_start_matches(is_gap);
            let dash_apart =
                next.is_none_or(is_gap) && (gap > 0 || body.chars().next().is_some_and(is_arabic));
            let dash_glued = body.chars().next().is_some_and(is_arabic);
            (dash_apart || dash_glued)
                && (body.is_empty()
                    || body.chars().find(|letter| letter.is_alphabetic()).is_some_and(is_arabic))
        }
        _ => false,
    };
    if !fits || value == 0 && !repeated {
        return None;
    }
    // "1.1 Text" and "3.5 per cent" are not paragraph numbers; whether "1. 2" is one depends on the sequence.
    let body = after_mark + gaps(rest);
    Some(Number { label: after_mark, body, value, repeated })
}

/// A number misread by optical character recognition, "l." for "1." and "1O." for "10.": the number that may be
/// meant, and the label as printed.
pub(super) fn misread(text: &str) -> Option<(Number, &str)> {
    let (printed, rest) = text.split_at_checked(text.find('.').filter(|&at| at <= 4)?)?;
    let mut value = 0;
    for letter in printed.chars() {
        let digit = match letter {
            'l' | 'I' | '|' => 1,
            'O' | 'o' => 0,
            letter => letter.to_digit(10)?,
        };
        value = value * 10 + digit;
    }
    let body = rest.get(1..)?;
    let lead = gaps(body);
    let misread = value > 0 && lead > 0 && !printed.bytes().all(|byte| byte.is_ascii_digit());
    let label = printed.len() + 1;
    misread.then_some((Number { label, body: label + lead, value, repeated: false }, printed))
}

/// A number without a full stop, and the words after it: "3Also reaffirms", "4 Calls upon", "3请". Only the sequence
/// and the verb after it show that it numbers a paragraph.
pub(super) fn undotted(text: &str) -> Option<(Number, &str)> {
    let (digits, value) = leading_digits(text, 3)?;
    let rest = text.get(digits..)?;
    let gap = gaps(rest);
    let letter = rest.get(gap..)?.chars().next().filter(|letter| letter.is_alphabetic());
    (value > 0 && letter.is_some())
        .then(|| (Number { label: digits, body: digits + gap, value, repeated: false }, text.part(..digits)))
}

/// A target below a goal, as numbered in the 2030 Agenda: "1.1 By 2050", "1.a Ensure". The value is that of the goal.
pub(super) fn target(text: &str) -> Option<Number> {
    let (goal, value) = leading_digits(text, 2)?;
    let rest = text.get(goal..)?.strip_prefix('.')?;
    let below = match leading_digits(rest, 2) {
        Some((bytes, place)) if place > 0 => bytes,
        Some(_) => return None,
        None => rest.chars().next().filter(char::is_ascii_lowercase).map(char::len_utf8)?,
    };
    let label = goal + 1 + below;
    let after = text.get(label..)?;
    let gap = gaps(after);
    // "3.5 million" is an amount.
    let first = after.get(gap..)?.chars().next()?;
    (gap > 0 && value > 0 && first.is_alphabetic() && !first.is_lowercase()).then_some(Number {
        label,
        body: label + gap,
        value,
        repeated: false,
    })
}

/// The two parts of the number of a target, "1.2" or "1.b", as a pair that compares in their order.
pub(super) fn steps(text: &str) -> Option<(u32, u32)> {
    const LETTERS: u32 = 100;
    let target = target(text)?;
    let (_, below) = text.get(..target.label)?.split_once('.')?;
    let place = below.parse().ok().or_else(|| latin(below).map(|place| LETTERS + place))?;
    Some((target.value, place))
}

/// A capital letter or numeral as students letter their lists: "A. Register", "II. Rifles". Headings and names have
/// the same form, so it is only used where a list is open.
pub(super) fn capital(text: &str) -> Option<Item> {
    let end = text.find(|letter: char| !letter.is_ascii_uppercase()).filter(|&end| (1..=5).contains(&end))?;
    let name = text.get(..end)?.to_ascii_lowercase();
    let after = text.get(end..)?.strip_prefix(['.', ')'])?;
    if !after.starts_with(is_gap) {
        return None;
    }
    let letter = latin(&name).filter(|_| name.len() <= 2).map(|value| (Class::Capital, value));
    let numeral = roman_value(&name).map(|value| (Class::CapitalRoman, value));
    let readings =
        if name == "i" || letter.is_none() { [numeral, letter, None] } else { [letter, numeral, None] };
    finish(text, end + 1, Form::Dot, readings)
}

/// The label of a list item at the start of a paragraph: "(a)", "a)", "ii)", "(أ)", "a.", "'1'", "㈠", "•".
pub(super) fn item(text: &str) -> Option<Item> {
    let first = text.chars().next()?;
    match first {
        '(' | '（' | '[' => bracketed(text, first.len_utf8()),
        '•' | '●' | '▪' | '◦' | '·' | '–' | '—' | '-' | '○' | '■' | '►' | '➢' | '\u{F0B7}' | '‣' => {
            bullet(text, first)
        }
        '*' if text.get(1..).is_some_and(|rest| rest.starts_with(is_gap)) => bullet(text, first),
        _ if ringed(first).is_some() => ring(text, first),
        '\'' | '‘' | '’' | '`' => quoted(text, first),
        _ => unopened(text),
    }
}

fn finish(text: &str, label: usize, form: Form, readings: [Option<(Class, u32)>; 3]) -> Option<Item> {
    let rest = text.get(label..)?;
    readings.iter().any(Option::is_some).then(|| Item { label, body: label + gaps(rest), form, readings })
}

fn bracketed(text: &str, opened: usize) -> Option<Item> {
    let rest = text.get(opened..)?;
    let lead = gaps(rest);
    let inner = rest.get(lead..)?;
    let end = inner.char_indices().take(8).find(|(_, letter)| matches!(letter, ')' | '）' | ']'))?;
    let name = inner.get(..end.0)?.trim_matches(|letter| is_gap(letter) || letter == '.');
    let label = opened + lead + end.0 + end.1.len_utf8();
    let after = text.get(label..)?.chars().next();
    if after.is_some_and(|after| matches!(after, ')' | ',' | ';' | '.' | '،' | '؛' | '/' | '，' | '；')) {
        return None;
    }
    finish(text, label, Form::Bracket, readings(name))
}

fn bullet(text: &str, first: char) -> Option<Item> {
    let label = first.len_utf8();
    let rest = text.get(label..)?;
    // In "- i) ..." on web pages, the bullet belongs to the page and the letter to the text.
    if let Some(inner) = rest.trim_start_matches(is_gap).chars().next()
        && rest.starts_with(is_gap)
        && (inner.is_alphanumeric() || matches!(inner, '(' | '（'))
    {
        let lead = label + gaps(rest);
        if let Some(item) = text.get(lead..).and_then(item).filter(|item| item.form == Form::Bracket) {
            return Some(Item { label: item.label + lead, body: item.body + lead, ..item });
        }
    }
    (rest.starts_with(is_gap) || matches!(first, '•' | '●' | '▪' | '\u{F0B7}'))
        .then(|| finish(text, label, Form::Bullet, [Some((Class::Bullet, 0)), None, None]))
        .flatten()
}

fn ring(text: &str, first: char) -> Option<Item> {
    // ㈩ is followed by (十一).
    let form = if matches!(first, '㈠'..='㈩') { Form::Bracket } else { Form::Ring };
    finish(text, first.len_utf8(), form, [ringed(first).map(|value| (Class::Han, value)), None, None])
}

/// '1', which is the second level of lists in Arabic texts.
fn quoted(text: &str, first: char) -> Option<Item> {
    let opened = first.len_utf8();
    let rest = text.get(opened..)?;
    let (digits, value) = leading_digits(rest.trim_start_matches(is_gap), 2)?;
    let lead = gaps(rest);
    let after = rest.get(lead + digits..)?;
    let close = after.trim_start_matches(is_gap);
    let mark = close.chars().next().filter(|mark| matches!(mark, '\'' | '‘' | '’' | '`'))?;
    let label = text.len() - close.len() + mark.len_utf8();
    finish(text, label, Form::Quote, [Some((Class::Digit, value)), None, None])
}

/// A label whose opening bracket or quotation mark was lost, or that has none: a) a. أ - and 1'.
fn unopened(text: &str) -> Option<Item> {
    let first = text.chars().next()?;
    if !first.is_alphanumeric() {
        return None;
    }
    let end =
        text.char_indices().take(7).find(|(_, letter)| !is_alphanumeric(*letter) && *letter != TATWEEL)?;
    let name = text.get(..end.0)?;
    let mut at = end.0;
    let gap = gaps(text.get(at..)?);
    at += gap;
    let mark = text.get(at..)?.chars().next()?;
    let label = at + mark.len_utf8();
    let after = text.get(label..)?.chars().next();
    let apart = after.is_none_or(is_gap);
    match mark {
        ')' | '）' if gap <= 1 && (apart || mark == '）' || after.is_some_and(is_wide)) => {
            finish(text, label, Form::Bracket, readings(name))
        }
        '.' if gap == 0 && apart && name.len() <= 4 && name.bytes().all(|byte| byte.is_ascii_lowercase()) => {
            finish(text, label, Form::Dot, readings(name))
        }
        '-' | '–' | '—' if gap == 1 && apart && first.is_alphabetic() && is_arabic(first) => {
            finish(text, label, Form::Dash, readings(name))
        }
        '\'' | '’' | '‘' if gap == 0 && apart => {
            let (digits, value) = leading_digits(name, 2)?;
            (digits == name.len())
                .then(|| finish(text, label, Form::Quote, [Some((Class::Digit, value)), None, None]))?
        }
        _ => None,
    }
}

/// "A.", "II." and "1.2." at the start of a paragraph that is certainly in a list; elsewhere they head sections.
pub(super) fn counted(text: &str) -> Option<Item> {
    let end = text.find(is_gap).unwrap_or(text.len());
    let label = text.get(..end)?;
    let name = label.strip_suffix(['.', ')'])?;
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        let (_, last) = name.rsplit_once('.')?;
        let value = last.parse().ok().filter(|value| *value > 0)?;
        let dotted = name.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        return dotted.then(|| finish(text, end, Form::Dot, [Some((Class::Digit, value)), None, None]))?;
    }
    if name.len() > 6 || !name.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let lower = name.to_ascii_lowercase();
    let letter = latin(&lower).map(|value| (Class::Capital, value));
    let numeral = roman_value(&lower).map(|value| (Class::CapitalRoman, value));
    let numeral_first = lower.len() > 1 || lower == "i";
    let both = if numeral_first { [numeral, letter, None] } else { [letter, numeral, None] };
    finish(text, end, Form::Dot, both)
}

/// What the characters of a label may mean, the likelier meaning first.
fn readings(name: &str) -> [Option<(Class, u32)>; 3] {
    let mut out = [None; 3];
    let mut add = |class, value: Option<u32>| {
        if let (Some(value), Some(slot)) = (value, out.iter_mut().find(|slot| slot.is_none())) {
            *slot = Some((class, value));
        }
    };
    let Some(first) = name.chars().next() else { return out };
    if let Some((bytes, value)) = leading_digits(name, 3) {
        if bytes == name.len() {
            add(Class::Digit, Some(value));
        }
    } else if first.is_ascii_uppercase() {
        add(Class::Capital, latin(&name.to_ascii_lowercase()));
    } else if is_arabic(first) {
        add(Class::Abjad, abjad(name));
    } else if is_wide(first) {
        add(Class::Han, han_value(name));
        let cyclic = |series: &str| place(first, series).filter(|_| name.len() == first.len_utf8());
        add(Class::Stem, cyclic(STEMS));
        add(Class::Branch, cyclic(BRANCHES));
    } else if name.len() <= 12 {
        let lower: String = name.chars().map(latin_small).collect();
        let letters = latin(&lower);
        let roman = roman_value(&lower);
        // A letter that is also a numeral is more likely a letter, except i, v and x.
        if roman.is_some() && (lower.len() > 1 && letters.is_none() || lower == "i") {
            add(Class::Roman, roman);
            add(Class::Latin, letters);
        } else {
            add(Class::Latin, letters);
            add(Class::Roman, roman);
        }
    }
    out
}

/// The value of a Latin label: "a" is 1, "z" is 26, "aa" is 27, "bb" is 28.
fn latin(name: &str) -> Option<u32> {
    let first = name.bytes().next().filter(u8::is_ascii_lowercase)?;
    let one = u32::from(first - b'a') + 1;
    match name.len() {
        1 => Some(one),
        2 | 3 if name.bytes().all(|byte| byte == first) => Some(one + 26 * (name.len() as u32 - 1)),
        2 => {
            let second = name.as_bytes().get(1).copied().filter(u8::is_ascii_lowercase)?;
            (first == b'a').then(|| 26 + u32::from(second - b'a') + 1)
        }
        _ => None,
    }
}

/// The position of an Arabic label: أ is 1. A doubled letter, as in (أ أ), comes after 26 letters, so that the number
/// is that of (aa) in Latin script.
fn abjad(name: &str) -> Option<u32> {
    let mut letters = name.chars().filter(|letter| !is_gap(*letter) && !is_arabic_sign(*letter));
    let first = abjad_place(letters.next()?)?;
    let second = match letters.next() {
        None => return Some(first),
        Some(second) => abjad_place(second)?,
    };
    (letters.next().is_none() && (first == 1 || first == second)).then_some(second + 26)
}
