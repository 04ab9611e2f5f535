//! Numbers as word processors print them in front of a paragraph: "IV", "(bb)", "十一", "ج".
//!
//! It only writes; reading printed numbers is the grammar's business.

/// How a number is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Numeral {
    #[default]
    Decimal,
    /// "01".
    Padded,
    LowerRoman,
    UpperRoman,
    /// a, b ... z, aa, bb.
    LowerLetter,
    UpperLetter,
    /// "1st".
    Ordinal,
    ArabicAbjad,
    ArabicAlphabet,
    LowerRussian,
    UpperRussian,
    Chinese,
    /// "甲".
    Stem,
    /// "１".
    Wide,
    /// "①".
    Circled,
    /// "⑴".
    Bracketed,
    Dashed,
    /// A sign without a number.
    Bullet,
    None,
}

impl Numeral {
    /// By the name that Word's markup has for it; ordinary numbers where it is not known.
    pub(super) fn of_word(name: &str) -> Self {
        match name {
            "decimalZero" => Self::Padded,
            "lowerRoman" => Self::LowerRoman,
            "upperRoman" => Self::UpperRoman,
            "lowerLetter" => Self::LowerLetter,
            "upperLetter" => Self::UpperLetter,
            "ordinal" => Self::Ordinal,
            "arabicAbjad" => Self::ArabicAbjad,
            "arabicAlpha" => Self::ArabicAlphabet,
            "russianLower" => Self::LowerRussian,
            "russianUpper" => Self::UpperRussian,
            "chineseCounting"
            | "chineseCountingThousand"
            | "taiwaneseCounting"
            | "taiwaneseCountingThousand"
            | "japaneseCounting"
            | "ideographDigital" => Self::Chinese,
            "ideographTraditional" => Self::Stem,
            "decimalFullWidth" | "decimalFullWidth2" => Self::Wide,
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Self::Circled,
            "decimalEnclosedParen" => Self::Bracketed,
            "numberInDash" => Self::Dashed,
            "bullet" => Self::Bullet,
            "none" => Self::None,
            _ => Self::Decimal,
        }
    }

    /// By its first number, as `OpenDocument` has it: "1", "a", "I", "一".
    pub(super) fn of_first(first: &str) -> Self {
        match first {
            "" => Self::None,
            "a" => Self::LowerLetter,
            "A" => Self::UpperLetter,
            "i" => Self::LowerRoman,
            "I" => Self::UpperRoman,
            "أ, ب, ت, ..." | "أ, ب, ت" => Self::ArabicAlphabet,
            "أ, ب, ج" | "أ, ب, ج, ..." => Self::ArabicAbjad,
            _ if first.starts_with('一') || first.starts_with('壹') => Self::Chinese,
            _ if first.starts_with('甲') => Self::Stem,
            _ if first.starts_with('１') => Self::Wide,
            _ if first.starts_with('①') => Self::Circled,
            _ if first.starts_with('а') => Self::LowerRussian,
            _ if first.starts_with('А') => Self::UpperRussian,
            _ => Self::Decimal,
        }
    }

    /// A number as it is printed.
    pub(super) fn print(self, number: u32) -> String {
        let lower = |text: String| text.to_lowercase();
        match self {
            Self::Padded => format!("{number:02}"),
            Self::LowerRoman => lower(roman(number)),
            Self::UpperRoman => roman(number),
            Self::LowerLetter => letter(number, "abcdefghijklmnopqrstuvwxyz"),
            Self::UpperLetter => letter(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            Self::Ordinal => ordinal(number),
            Self::ArabicAbjad => letter(number, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
            Self::ArabicAlphabet => letter(number, "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
            Self::LowerRussian => letter(number, "абвгдежзиклмнопрстуфхцчшщыэюя"),
            Self::UpperRussian => letter(number, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"),
            Self::Chinese => chinese(number),
            Self::Stem => letter(number, "甲乙丙丁戊己庚辛壬癸"),
            Self::Wide => number.to_string().chars().map(|digit| shifted(digit, '0', '０')).collect(),
            Self::Circled if (1..=20).contains(&number) => enclosed(number, '①'),
            Self::Bracketed if (1..=20).contains(&number) => enclosed(number, '⑴'),
            Self::Dashed => format!("- {number} -"),
            Self::Bullet => "•".to_owned(),
            Self::None => String::new(),
            Self::Decimal | Self::Circled | Self::Bracketed => number.to_string(),
        }
    }
}

fn shifted(letter: char, from: char, to: char) -> char {
    char::from_u32(to as u32 + (letter as u32).wrapping_sub(from as u32)).unwrap_or(letter)
}

fn enclosed(number: u32, first: char) -> String {
    char::from_u32(first as u32 + number - 1).map(String::from).unwrap_or_default()
}

/// The letter of a number; after the last letter each is doubled.
fn letter(number: u32, alphabet: &str) -> String {
    let count = alphabet.chars().count() as u32;
    let Some(at) = number.checked_sub(1).filter(|_| count > 0 && number < 1000) else {
        return number.to_string();
    };
    let letter = alphabet.chars().nth((at % count) as usize).unwrap_or('?');
    std::iter::repeat_n(letter, (at / count + 1) as usize).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
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
    if number == 0 || number > 4999 {
        return number.to_string();
    }
    let mut left = number;
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            out.push_str(sign);
            left -= value;
        }
    }
    out
}

fn ordinal(number: u32) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// Up to 99; more is not counted so.
fn chinese(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |at: u32| DIGITS.get(at as usize).copied().unwrap_or_default();
    match number {
        1..=9 => digit(number).to_owned(),
        10..=19 => format!("十{}", digit(number - 10)),
        20..=99 => format!("{}十{}", digit(number / 10), digit(number % 10)),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_they_are_printed() {
        let all = |numeral: Numeral| [1, 4, 12, 29].map(|number| numeral.print(number)).join(" ");
        assert_eq!(all(Numeral::Decimal), "1 4 12 29");
        assert_eq!(all(Numeral::Padded), "01 04 12 29");
        assert_eq!(all(Numeral::UpperRoman), "I IV XII XXIX");
        assert_eq!(all(Numeral::LowerLetter), "a d l cc");
        assert_eq!(all(Numeral::Ordinal), "1st 4th 12th 29th");
        assert_eq!(all(Numeral::ArabicAbjad), "أ د ل أأ");
        assert_eq!(all(Numeral::LowerRussian), "а г м я");
        assert_eq!(all(Numeral::Chinese), "一 四 十二 二十九");
        assert_eq!(all(Numeral::Circled), "① ④ ⑫ 29");
        assert_eq!(all(Numeral::Wide), "１ ４ １２ ２９");
    }

    #[test]
    fn numbers_out_of_all_bounds_are_digits() {
        for numeral in [Numeral::UpperRoman, Numeral::LowerLetter, Numeral::Chinese] {
            assert_eq!(numeral.print(0), "0");
            assert_eq!(numeral.print(u32::MAX), "4294967295");
        }
    }
}
