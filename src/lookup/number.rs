//! Numbers spelled out, 1 to 199, in the six languages: "twenty-three", "vingt et un", "двадцать третий", "اثنتا عشرة".
//!
//! Words come folded, as `address::token` makes them, and joined without spaces or hyphens. Han numerals are read
//! there. [`ordinal::spelled`] has the stems of ordinals to 99; this adds cardinals, endings and the hundred.

use super::ordinal;
use std::collections::HashMap;
use std::sync::OnceLock;

/// What number words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spelled {
    pub value: u32,
    /// "third" rather than "three".
    pub ordinal: bool,
}

const EN: [&str; 20] = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const EN_TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const FR: [&str; 20] = [
    "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize", "dixsept", "dixhuit", "dixneuf",
];
const FR_TENS: [&str; 5] = ["vingt", "trente", "quarante", "cinquante", "soixante"];
const ES: [&str; 30] = [
    "",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciseis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidos",
    "veintitres",
    "veinticuatro",
    "veinticinco",
    "veintiseis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
];
const ES_TENS: [&str; 7] = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];
const RU: [&str; 20] = [
    "",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
];
const RU_TENS: [&str; 8] =
    ["двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"];
/// The ones with their two genders.
const AR: [[&str; 4]; 11] = [
    ["", "", "", ""],
    ["واحد", "واحده", "احد", "احدي"],
    ["اثنان", "اثنتان", "اثنين", "اثنتين"],
    ["ثلاث", "ثلاثه", "", ""],
    ["اربع", "اربعه", "", ""],
    ["خمس", "خمسه", "", ""],
    ["ست", "سته", "", ""],
    ["سبع", "سبعه", "", ""],
    ["ثمان", "ثمانيه", "ثماني", ""],
    ["تسع", "تسعه", "", ""],
    ["عشر", "عشره", "", ""],
];
const AR_TENS: [&str; 8] = ["عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع"];
const AR_HUNDRED: [&str; 2] = ["مايه", "ميه"];

/// What a joined run of number words says; `None` where it is no number.
pub(super) fn spelled(joined: &str) -> Option<Spelled> {
    static FORMS: OnceLock<HashMap<String, Spelled>> = OnceLock::new();
    if let Some(value) = ordinal::value(joined) {
        return Some(Spelled { value, ordinal: true });
    }
    FORMS.get_or_init(forms).get(joined).copied()
}

fn forms() -> HashMap<String, Spelled> {
    let mut forms = HashMap::new();
    let mut put = |form: String, value: u32, ordinal: bool| {
        forms.entry(form).or_insert(Spelled { value, ordinal });
    };
    for value in 1..100 {
        for form in cardinals(value) {
            put(form, value, false);
        }
        // "hundred and third", "cent troisième", "сто третий".
        for stem in ordinal::spelled(value) {
            for hundred in
                ["hundredand", "onehundredand", "hundred", "onehundred", "cent", "сто", "centesimo"]
            {
                for ending in ["", "o", "a", "ый", "ий", "ой", "его", "ого", "ем", "ом"] {
                    put(format!("{hundred}{stem}{ending}"), 100 + value, true);
                }
            }
            for hundred in AR_HUNDRED {
                put(format!("{stem}بعدال{hundred}"), 100 + value, true);
                put(format!("{stem}هبعدال{hundred}"), 100 + value, true);
            }
        }
        for form in cardinals(value) {
            for hundred in ["hundredand", "onehundredand", "hundred", "onehundred", "cent", "ciento", "сто"]
            {
                put(format!("{hundred}{form}"), 100 + value, false);
            }
            for hundred in AR_HUNDRED {
                put(format!("{hundred}و{form}"), 100 + value, false);
            }
        }
    }
    for form in
        ["hundred", "onehundred", "cent", "cien", "ciento", "сто", "ста"].into_iter().chain(AR_HUNDRED)
    {
        put(form.to_owned(), 100, false);
    }
    for form in
        ["hundredth", "onehundredth", "centieme", "centesimo", "centesima", "сотый", "сотого", "сотом"]
    {
        put(form.to_owned(), 100, true);
    }
    forms
}

/// The cardinals of 1 to 99 in all languages but Chinese.
fn cardinals(value: u32) -> Vec<String> {
    let value = value as usize;
    let (tens, ones) = (value / 10, value % 10);
    let of = |list: &[&'static str], at: usize| list.get(at).copied().unwrap_or_default();
    let mut out = Vec::new();
    if value < 20 {
        out.extend([of(&EN, value), of(&FR, value), of(&RU, value)].map(ToOwned::to_owned));
    } else {
        out.push(format!("{}{}", of(&EN_TENS, tens - 2), of(&EN, ones)));
        out.extend(french(value));
        out.push(format!("{}{}", of(&RU_TENS, tens - 2), of(&RU, ones)));
    }
    if value < 30 {
        out.push(of(&ES, value).to_owned());
        if (16..20).contains(&value) {
            out.push(format!("diezy{}", of(&ES, ones)));
        }
        if value == 1 {
            out.extend(["una", "un", "une", "одна", "одно"].map(ToOwned::to_owned));
        }
        if value == 2 {
            out.push("две".to_owned());
        }
    } else {
        let ten = of(&ES_TENS, tens - 3);
        out.push(if ones == 0 { ten.to_owned() } else { format!("{ten}y{}", of(&ES, ones)) });
    }
    arabic(tens, ones, &mut out);
    out.retain(|form| !form.is_empty());
    out
}

fn french(value: usize) -> Vec<String> {
    let of = |at: usize| FR.get(at).copied().unwrap_or_default();
    let (tens, ones) = (value / 10, value % 10);
    let joined = |ten: &str, rest: usize| match rest {
        0 => ten.to_owned(),
        1 | 11 => format!("{ten}et{}", of(rest)),
        _ => format!("{ten}{}", of(rest)),
    };
    let ten = FR_TENS.get(tens.saturating_sub(2)).copied().unwrap_or_default();
    match tens {
        2..=6 => vec![joined(ten, ones)],
        // Belgium and Switzerland count by tens.
        7 => vec![joined("soixante", ones + 10), joined("septante", ones)],
        8 if ones == 0 => {
            ["quatrevingts", "quatrevingt", "huitante", "octante"].map(ToOwned::to_owned).into()
        }
        8 => vec![format!("quatrevingt{}", of(ones)), joined("huitante", ones)],
        9 => vec![format!("quatrevingt{}", of(ones + 10)), joined("nonante", ones)],
        _ => Vec::new(),
    }
}

fn arabic(tens: usize, ones: usize, out: &mut Vec<String>) {
    let forms = |at: usize| AR.get(at).into_iter().flatten().filter(|form| !form.is_empty());
    match (tens, ones) {
        (0, _) => out.extend(forms(ones).map(ToString::to_string)),
        (1, 0) => out.extend(forms(10).map(ToString::to_string)),
        (1, 2) => out.extend(["اثنا", "اثنتا", "اثني", "اثنتي"].into_iter().flat_map(|one| both(one, "عشر"))),
        (1, _) => out.extend(forms(ones).flat_map(|one| both(one, "عشر"))),
        _ => {
            let ten = AR_TENS.get(tens.saturating_sub(2)).copied().unwrap_or_default();
            for ending in ["ون", "ين"] {
                if ones == 0 {
                    out.push(format!("{ten}{ending}"));
                }
                out.extend(forms(ones).map(|one| format!("{one}و{ten}{ending}")));
            }
        }
    }
}

/// The ten of eleven to nineteen, which has a gender too.
fn both(one: &str, ten: &str) -> [String; 2] {
    [format!("{one}{ten}"), format!("{one}{ten}ه")]
}

#[cfg(test)]
mod tests {
    use super::spelled;

    #[test]
    fn numbers_in_words() {
        for (word, value, ordinal) in [
            ("twelve", 12, false),
            ("twentythree", 23, false),
            ("onehundredandtwentythree", 123, false),
            ("hundredthirtynine", 139, false),
            ("vingt", 20, false),
            ("vingtetun", 21, false),
            ("soixanteetonze", 71, false),
            ("quatrevingtdixneuf", 99, false),
            ("centquatrevingt", 180, false),
            ("doce", 12, false),
            ("treintaydos", 32, false),
            ("cientoveintitres", 123, false),
            ("двенадцать", 12, false),
            ("стодвадцатьтри", 123, false),
            ("стодвадцатьтретий", 123, true),
            ("اثنتاعشره", 12, false),
            ("ثلاثوعشرون", 23, false),
            ("مايهوثلاثوعشرون", 123, false),
            ("third", 3, true),
            ("onehundredandfifth", 105, true),
            ("centtroisieme", 103, true),
        ] {
            let found = spelled(word).map(|spelled| (spelled.value, spelled.ordinal));
            assert_eq!(found, Some((value, ordinal)), "{word}");
        }
        for value in 1..100 {
            // Five languages at least; of two that share a form, both mean the same.
            assert!(super::cardinals(value).len() >= 5, "{value}");
            for form in super::cardinals(value) {
                assert_eq!(spelled(&form).map(|spelled| spelled.value), Some(value), "{form}");
            }
        }
        assert_eq!(spelled("rights"), None);
    }
}
