//! Ordinals spelled out, 1 to 99, in six languages: "soixante-cinquième" is 65 and 65 is "soixante-cinquième".
//!
//! All forms are folded and without spaces or hyphens. Numerals of Chinese are made here and read in `address`.

use std::collections::HashMap;
use std::sync::OnceLock;

const EN_ONES: [&str; 19] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];
const EN_TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const FR_ONES: [&str; 19] = [
    "premier", "deux", "trois", "quatr", "cinqu", "six", "sept", "huit", "neuv", "dix", "onz", "douz",
    "treiz", "quatorz", "quinz", "seiz", "dixsept", "dixhuit", "dixneuv",
];
const FR_TENS: [&str; 5] = ["vingt", "trent", "quarant", "cinquant", "soixant"];
const ES_ONES: [&str; 9] =
    ["primer", "segund", "tercer", "cuart", "quint", "sext", "septim", "octav", "noven"];
const ES_TENS: [&str; 9] = [
    "decim",
    "vigesim",
    "trigesim",
    "cuadragesim",
    "quincuagesim",
    "sexagesim",
    "septuagesim",
    "octogesim",
    "nonagesim",
];
const RU_ONES: [&str; 19] = [
    "перв",
    "втор",
    "трет",
    "четверт",
    "пят",
    "шест",
    "седьм",
    "восьм",
    "девят",
    "десят",
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
    "шестнадцат",
    "семнадцат",
    "восемнадцат",
    "девятнадцат",
];
const RU_TENTHS: [&str; 8] =
    ["двадцат", "тридцат", "сороков", "пятидесят", "шестидесят", "семидесят", "восьмидесят", "девяност"];
const RU_TENS: [&str; 8] =
    ["двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"];
const RU_ENDINGS: [&str; 20] = [
    "ый", "ий", "ой", "ая", "ья", "яя", "ое", "ье", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ей",
    "ую", "ью", "ьего",
];
const AR_ONES: [&str; 10] = ["اول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"];
const AR_TENS: [&str; 8] = ["عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع"];

/// Every stem by which the ordinal of `number` begins or is, folded and squeezed; empty from 100 on.
pub(super) fn spelled(number: u32) -> Vec<String> {
    let Some(index) = (number as usize).checked_sub(1).filter(|&index| index < 99) else { return Vec::new() };
    let (tens, ones) = (number as usize / 10, number as usize % 10);
    let tail =
        |ones: usize, list: &[&str]| ones.checked_sub(1).and_then(|at| list.get(at).map(ToString::to_string));
    let mut out = Vec::new();
    if let Some(word) = EN_ONES.get(index) {
        out.push((*word).to_owned());
    } else if let Some(ten) = EN_TENS.get(tens - 2) {
        out.push(match tail(ones, &EN_ONES) {
            Some(one) => format!("{ten}{one}"),
            None => format!("{}ieth", ten.trim_end_matches('y')),
        });
    }
    out.extend(french(number));
    for one in tail(ones, &ES_ONES).map_or_else(|| vec![String::new()], |one| vec![one]) {
        out.push(match tens.checked_sub(1).and_then(|at| ES_TENS.get(at)) {
            Some(ten) if one.is_empty() => (*ten).to_owned(),
            Some(ten) => format!("{ten}o{one}"),
            None => one,
        });
    }
    match number {
        11 => out.push("undecim".into()),
        12 => out.push("duodecim".into()),
        _ => {}
    }
    if let Some(word) = RU_ONES.get(index) {
        out.push((*word).to_owned());
    } else {
        out.extend(match tail(ones, &RU_ONES) {
            Some(one) => RU_TENS.get(tens - 2).map(|ten| format!("{ten}{one}")),
            None => RU_TENTHS.get(tens - 2).map(ToString::to_string),
        });
    }
    out.extend(arabic(tens, ones));
    out.push(format!("第{}", chinese(number)));
    out
}

fn french(number: u32) -> Vec<String> {
    let simple = |ones: u32| {
        (ones as usize).checked_sub(1).and_then(|at| FR_ONES.get(at)).copied().unwrap_or_default()
    };
    let one = |stem: String| if stem.ends_with("premier") { stem } else { format!("{stem}ieme") };
    match number {
        1 => vec!["premier".into(), "premiere".into()],
        2 => vec!["deuxieme".into(), "second".into()],
        3..=19 => vec![one(simple(number).into())],
        20..=69 => {
            let ten = FR_TENS.get(number as usize / 10 - 2).copied().unwrap_or_default();
            let glue = if ten == "vingt" { "" } else { "e" };
            vec![match number % 10 {
                0 => format!("{ten}ieme"),
                1 => format!("{ten}{glue}etunieme"),
                ones => format!("{ten}{glue}{}ieme", simple(ones)),
            }]
        }
        71 => vec!["soixanteetonzieme".into()],
        70..=79 => vec![format!("soixante{}ieme", simple(number - 60))],
        80 => vec!["quatrevingtieme".into()],
        81 => vec!["quatrevingtunieme".into()],
        82..=99 => vec![format!("quatrevingt{}ieme", simple(number - 80))],
        _ => Vec::new(),
    }
}

/// Without the article; the feminine of the ones is a prefix match away, except in compounds.
fn arabic(tens: usize, ones: usize) -> Vec<String> {
    let one = |at: usize| AR_ONES.get(at.wrapping_sub(1)).copied().unwrap_or_default();
    match (tens, ones) {
        (0, _) => vec![one(ones).to_owned()],
        (1, 0) => vec![one(10).to_owned()],
        (1, 1) => vec!["حاديعشر".into(), "حاديهعشره".into()],
        (1, _) => vec![format!("{}عشر", one(ones)), format!("{}هعشره", one(ones))],
        _ => {
            let ten = AR_TENS.get(tens.saturating_sub(2)).copied().unwrap_or_default();
            let mut out = Vec::new();
            for ending in ["ون", "ين"] {
                if ones == 0 {
                    out.push(format!("{ten}{ending}"));
                    continue;
                }
                let one = if ones == 1 { "حادي" } else { one(ones) };
                out.push(format!("{one}وال{ten}{ending}"));
                out.push(format!("{one}هوال{ten}{ending}"));
            }
            out
        }
    }
}

fn chinese(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |at: u32| DIGITS.get(at as usize).copied().unwrap_or_default();
    match number / 10 {
        0 => digit(number).into(),
        1 => format!("十{}", digit(number % 10)),
        tens => format!("{}十{}", digit(tens), digit(number % 10)),
    }
}

/// The number of an ordinal, folded and squeezed: "troisieme", "третьего", "ثالثه" (without article).
pub(super) fn value(word: &str) -> Option<u32> {
    static FORMS: OnceLock<HashMap<String, u32>> = OnceLock::new();
    let forms = FORMS.get_or_init(|| {
        let mut forms = HashMap::new();
        for number in 1..=99 {
            for stem in spelled(number) {
                for ending in ["o", "a", "e", "os", "as", "ه", "ا"] {
                    forms.entry(format!("{stem}{ending}")).or_insert(number);
                }
                if stem.chars().any(|letter| ('а'..='я').contains(&letter)) {
                    for ending in RU_ENDINGS {
                        forms.entry(format!("{stem}{ending}")).or_insert(number);
                    }
                } else {
                    forms.insert(stem, number);
                }
            }
        }
        for (word, number) in [("اولي", 1), ("ثانيا", 2), ("ثان", 2), ("حاديه", 1)] {
            forms.insert(word.to_owned(), number);
        }
        forms
    });
    forms.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::{spelled, value};

    #[test]
    fn ordinals_are_read_and_written() {
        for (word, number) in [
            ("first", 1),
            ("twentieth", 20),
            ("sixtyfifth", 65),
            ("premiere", 1),
            ("troisieme", 3),
            ("vingtetunieme", 21),
            ("soixantecinquieme", 65),
            ("soixantedixneuvieme", 79),
            ("quatrevingtieme", 80),
            ("quatrevingtdixieme", 90),
            ("tercer", 3),
            ("octavo", 8),
            ("sexagesimoquinto", 65),
            ("третьего", 3),
            ("восьмой", 8),
            ("шестьдесятпятая", 65),
            ("ثالثه", 3),
            ("خامسهوالستون", 65),
            ("第六十五", 65),
        ] {
            assert_eq!(value(word), Some(number), "{word}");
        }
        assert_eq!(value("rights"), None);
        assert!(spelled(0).is_empty() && spelled(100).is_empty());
    }
}
