//! Numerals and letters used as numbers: Roman and Han numerals, Arabic-Indic digits, the abjad, and letters that
//! look like Latin ones. All reading and writing of them is here.

use crate::text::chars::{latin_digit, latin_twin, plain_arabic, plain_digit};

/// Alphabets of list labels: the position of a letter, from 1, is its number.
pub(crate) const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
pub(crate) const SPANISH: &str = "abcdefghijklmnñopqrstuvwxyz";
/// Lists in Russian texts skip ё, й, ъ and ь.
pub(crate) const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщыэюя";
/// The abjad order, by which the United Nations letters its Arabic lists.
pub(crate) const ABJAD: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
/// The alphabetical order of Arabic dictionaries.
#[cfg(feature = "word")]
pub(crate) const ARABIC: &str = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
/// The heavenly stems and earthly branches, which letter the lists of Chinese texts: both 甲 and 子 are (a).
pub(crate) const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
pub(crate) const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";
/// From one to ten.
pub(crate) const HAN: &str = "一二三四五六七八九十";

/// The position of a letter in an alphabet, from 1; `None` where it is not in it.
pub(crate) fn place(letter: char, alphabet: &str) -> Option<u32> {
    alphabet.chars().position(|known| known == letter).map(|at| at as u32 + 1)
}

/// The letter for a number, from 1; after the last letter of the alphabet, letters are doubled.
#[cfg(feature = "word")]
pub(crate) fn letter(number: u32, alphabet: &str) -> String {
    let count = alphabet.chars().count() as u32;
    let Some(at) = number.checked_sub(1).filter(|_| count > 0 && number < 1000) else {
        return number.to_string();
    };
    let letter = alphabet.chars().nth((at % count) as usize).unwrap_or('?');
    std::iter::repeat_n(letter, (at / count + 1) as usize).collect()
}

/// The value of a circled or bracketed numeral: ㈢, ③, ⑶.
pub(crate) fn ringed(letter: char) -> Option<u32> {
    let first = match letter {
        '㈠'..='㈩' => '㈠',
        '①'..='⑳' => '①',
        '⑴'..='⒇' => '⑴',
        _ => return None,
    };
    Some(letter as u32 - first as u32 + 1)
}

const ROMAN: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// A number from 1 to 3999 as a Roman numeral in capitals; other numbers in digits.
pub(crate) fn roman(number: u32) -> String {
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut out = String::new();
    for (value, digits) in ROMAN {
        while rest >= value {
            out.push_str(digits);
            rest -= value;
        }
    }
    out
}

/// The value of a well-formed Roman numeral in lower case; `None` for anything else.
pub(crate) fn roman_value(name: &str) -> Option<u32> {
    let mut value = 0_u32;
    let mut last = 0;
    for letter in name.bytes().rev() {
        let digit = match letter {
            b'i' => 1,
            b'v' => 5,
            b'x' => 10,
            b'l' => 50,
            b'c' => 100,
            b'd' => 500,
            b'm' => 1000,
            _ => return None,
        };
        value = if digit < last { value.checked_sub(digit)? } else { value.checked_add(digit)? };
        last = last.max(digit);
    }
    let well = name.len() <= 15 && roman(value).eq_ignore_ascii_case(name);
    (value > 0 && well).then_some(value)
}

pub(crate) fn is_han_numeral(letter: char) -> bool {
    matches!(letter, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '零' | '〇')
}

/// The value of a Han digit, or of ten and a hundred, which multiply the digit before them.
pub(crate) fn han_digit(letter: char) -> Option<u32> {
    Some(match letter {
        '〇' | '零' | '○' => 0,
        '二' | '两' => 2,
        '百' => 100,
        letter => place(letter, HAN)?,
    })
}

/// The value, from 1 to 999, of a Han numeral, also of one written digit by digit: 七, 十, 三十三, 一百零五, 二一.
pub(crate) fn han_value(numeral: &str) -> Option<u32> {
    let (mut total, mut last) = (0_u32, None::<u32>);
    for letter in numeral.chars() {
        match han_digit(letter)? {
            unit @ (10 | 100) => total = total.checked_add(last.take().unwrap_or(1).checked_mul(unit)?)?,
            digit => last = Some(last.unwrap_or(0).checked_mul(10)?.checked_add(digit)?),
        }
    }
    Some(total.checked_add(last.unwrap_or(0))?).filter(|value| (1..1000).contains(value))
}

/// A number below 100 as a Han numeral; larger numbers in digits.
pub(crate) fn han(number: u32) -> String {
    let digit = |value: u32| (value > 0).then(|| HAN.chars().nth(value as usize - 1)).flatten();
    match number {
        1..=99 => {
            let (tens, ones) = (number / 10, number % 10);
            let many = digit(tens).filter(|_| tens > 1);
            many.into_iter().chain((tens > 0).then_some('十')).chain(digit(ones)).collect()
        }
        _ => number.to_string(),
    }
}

/// The position of a letter in the abjad order, from 1: أ, ب, ج, د, ه.
pub(crate) fn abjad_place(letter: char) -> Option<u32> {
    let plain = match plain_arabic(letter) {
        'ا' => 'أ',
        // Presentation forms and related letters that typesetters use for an isolated heh.
        'ﻩ' | 'ﻪ' | 'ﻫ' | 'ﻬ' | 'ھ' | 'ہ' | 'ﮪ'..='ﮭ' | 'ﮦ'..='ﮩ' => 'ه',
        letter => letter,
    };
    place(plain, ABJAD)
}

/// The position, from 1, of a heavenly stem or earthly branch.
pub(crate) fn cyclic_place(letter: char) -> Option<u32> {
    place(letter, STEMS).or_else(|| place(letter, BRANCHES))
}

/// The Latin capital for a Cyrillic look-alike, since United Nations documents letter and number the parts of Russian
/// texts with either. The others that look alike begin names and sentences rather than label a part.
pub(crate) fn latin_capital(letter: char) -> char {
    latin_twin(letter).filter(|latin| "ABCEIMX".contains(*latin)).unwrap_or(letter)
}

/// The Latin letter with the same number as a small letter of a Russian list: look-alikes are taken as Latin, and
/// "б", "в", "г", "д" as the second to the fifth letter.
pub(crate) fn latin_small(letter: char) -> char {
    match letter {
        'б' => 'b',
        'в' => 'c',
        'г' => 'd',
        'д' => 'e',
        letter => latin_twin(letter).filter(char::is_ascii_lowercase).unwrap_or(letter),
    }
}

/// A label in Latin letters and digits without punctuation: "(أ)" is `a`, "б)" is `b`, "II" is `II`.
///
/// Cyrillic look-alikes are taken as Latin letters, with which the United Nations letters its Russian texts.
pub(crate) fn latin_label(label: &str) -> String {
    let mut out = String::new();
    for letter in label.chars() {
        if let Some(number) = ringed(letter) {
            out.push_str(&number.to_string());
            continue;
        }
        let latin = match latin_digit(letter) {
            latin if latin.is_ascii_alphanumeric() => latin,
            'б' => 'b',
            'в' => 'v',
            'г' => 'g',
            'д' => 'd',
            _ if latin_twin(letter).is_some() => latin_twin(letter).unwrap_or(letter),
            'ａ'..='ｚ' => char::from_u32(letter as u32 - 'ａ' as u32 + 'a' as u32).unwrap_or(letter),
            _ if plain_digit(letter).is_some() => plain_digit(letter).unwrap_or(letter),
            _ if letter != '十' && HAN.contains(letter) => {
                place(letter, HAN).and_then(|value| char::from_digit(value, 10)).unwrap_or(letter)
            }
            _ => match abjad_place(letter).or_else(|| cyclic_place(letter)) {
                Some(place) => char::from_u32('a' as u32 + (place - 1).min(25)).unwrap_or(letter),
                None => continue,
            },
        };
        out.push(latin);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_that_are_written_are_read_back() {
        for number in 1..100 {
            assert_eq!(roman_value(&roman(number).to_lowercase()), Some(number));
            assert_eq!(han_value(&han(number)), Some(number));
        }
        for (numeral, value) in
            [("二一", 21), ("二〇", 20), ("一百零五", 105), ("百", 100), ("一百二十三", 123)]
        {
            assert_eq!(han_value(numeral), Some(value), "{numeral}");
        }
        for wrong in ["", "零", "二〇二五", "九九九九九九九九九九九"] {
            assert_eq!(han_value(wrong), None, "{wrong}");
        }
        for wrong in ["", "iiii", "vx", "ic", "b"] {
            assert_eq!(roman_value(wrong), None, "{wrong}");
        }
    }
}
