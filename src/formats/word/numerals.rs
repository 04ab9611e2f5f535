//! Writes numbers as word processors print them before a paragraph: "IV", "(bb)", "十一", "ج".
//!
//! Printed numbers are read by the grammar, not here.

use crate::lang::Language;
use crate::lang::numerals::{ABJAD, ARABIC, LATIN, RUSSIAN, STEMS, han, letter, roman};

/// The style of a printed number.
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
    /// A bullet, without a number.
    Bullet,
    None,
}

impl Numeral {
    /// The style for its name in Word's markup; decimal numbers where the name is not known.
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

    /// The style for its first number, which is how `OpenDocument` gives it: "1", "a", "I", "一".
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

    /// A number in this style.
    pub(super) fn print(self, number: u32) -> String {
        let lower = |text: String| text.to_lowercase();
        match self {
            Self::Padded => format!("{number:02}"),
            Self::LowerRoman => lower(roman(number)),
            Self::UpperRoman => roman(number),
            Self::LowerLetter => letter(number, LATIN),
            Self::UpperLetter => letter(number, LATIN).to_uppercase(),
            Self::Ordinal => (Language::En.words().citing.nth)(number),
            Self::ArabicAbjad => letter(number, ABJAD),
            Self::ArabicAlphabet => letter(number, ARABIC),
            Self::LowerRussian => letter(number, RUSSIAN),
            Self::UpperRussian => letter(number, RUSSIAN).to_uppercase(),
            Self::Chinese => han(number),
            Self::Stem => letter(number, STEMS),
            Self::Wide => number
                .to_string()
                .chars()
                .map(|digit| shifted('０', u32::from(digit) - u32::from('0')))
                .collect(),
            Self::Circled if (1..=20).contains(&number) => shifted('①', number - 1).to_string(),
            Self::Bracketed if (1..=20).contains(&number) => shifted('⑴', number - 1).to_string(),
            Self::Dashed => format!("- {number} -"),
            Self::Bullet => "•".to_owned(),
            Self::None => String::new(),
            Self::Decimal | Self::Circled | Self::Bracketed => number.to_string(),
        }
    }
}

/// The character that is `by` code points after the first one.
fn shifted(first: char, by: u32) -> char {
    char::from_u32(u32::from(first) + by).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_each_style() {
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
    fn numbers_out_of_range_are_written_in_digits() {
        for numeral in [Numeral::UpperRoman, Numeral::LowerLetter, Numeral::Chinese] {
            assert_eq!(numeral.print(0), "0");
            assert_eq!(numeral.print(u32::MAX), "4294967295");
        }
    }
}
