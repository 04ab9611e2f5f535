//! The spelling under which symbols are compared in the library, and what a typed number may stand for.
//!
//! One symbol is printed in several ways: "A/RES/2200 A (XXI)" and "A/RES/2200(XXI)", "S/RES/2719 (2023)" and
//! "S/RES/2719". Its key has neither spaces nor the year of a resolution of the Security Council, whose numbers run through.

use crate::document::symbol::{self, Form, number};
use crate::lang::Organ;
use crate::text::cursor::Cursor;

/// Words before a number, and what the keys of such a number begin with.
const LEADS: [(&str, &str); 9] = [
    ("RESOLUTION", ""),
    ("RES", ""),
    ("UNSCR", "S/"),
    ("SC", "S/"),
    ("UNGA", "A/RES/"),
    ("GA", "A/RES/"),
    ("HRC", "A/HRC/"),
    ("ECOSOC", "E/"),
    ("PRST", "S/PRST/"),
];

/// The key of a symbol.
pub(crate) fn key(symbol: &str) -> String {
    let mut key: String = symbol.chars().filter(|letter| !letter.is_whitespace()).collect();
    key.make_ascii_uppercase();
    if key.starts_with("S/RES/")
        && let Some(at) = key.find('(')
    {
        key.truncate(at);
    }
    key
}

/// The keys by which a document with this symbol is found: its own, and that without the letters of its parts.
pub(crate) fn keys(symbol: &str) -> Vec<String> {
    let whole = key(symbol);
    let number = |letter: char| letter.is_ascii_digit();
    let bare = whole.trim_end_matches(|letter: char| letter.is_ascii_uppercase() || letter == '-');
    let lettered = bare.len() < whole.len() && bare.ends_with(|letter| number(letter) || letter == ')');
    let bare = (lettered && bare.contains("/RES/")).then(|| bare.to_owned());
    std::iter::once(whole).chain(bare).collect()
}

/// The keys that a typed number or symbol may stand for, the likeliest first, and how many bytes of the text it is:
/// "78/123" is a resolution of the General Assembly before it is anything else. Empty where the text does not begin with
/// either.
pub(crate) fn typed_keys(typed: &str) -> (Vec<String>, usize) {
    let capitals = typed.to_ascii_uppercase();
    let begins = capitals.len() - capitals.trim_start().len();
    let said = capitals.get(begins..).unwrap_or_default();
    let (organ, lead) = led(said);
    let said = said.get(lead..).unwrap_or_default();
    let (mut keys, mut used) = match slashed(said) {
        Some((symbol, of)) => {
            let rest = said.get(of..).unwrap_or_default();
            // A low line may stand before the letter of a part or before a year, or for anything else.
            let (mut keys, used) = match rest.strip_prefix('_') {
                Some(part) => read_keys(&format!("{symbol} {part}")),
                None => read_keys(&format!("{symbol}{rest}")),
            };
            keys.extend(Some(key(&symbol)).filter(|whole| !keys.contains(whole)));
            (keys, (used + of).saturating_sub(symbol.len()))
        }
        None => read_keys(said),
    };
    keys.retain(|key| key.starts_with(organ));
    used = if keys.is_empty() { 0 } else { begins + lead + used };
    (keys, used)
}

/// The beginning of the keys that a word before a number leaves: "UNSCR 2719" is one of the Security Council. And how long
/// it is with the blanks behind it.
fn led(capitals: &str) -> (&'static str, usize) {
    for (word, organ) in LEADS {
        let rest = capitals.strip_prefix(word).unwrap_or_default();
        let number = rest.trim_start_matches(['.', ' ', '/']);
        let special = number.strip_prefix("ES-").or_else(|| number.strip_prefix("S-")).unwrap_or(number);
        if number.len() < rest.len() && special.starts_with(|first: char| first.is_ascii_digit()) {
            return (organ, capitals.len() - number.len());
        }
    }
    ("", 0)
}

/// A symbol of a resolution at the beginning of a text that has blanks or low lines in place of slashes, or beside them, and
/// how long it is there: "a res 78 123", `A_RES_78_123`. `None` where all is as it should be.
fn slashed(capitals: &str) -> Option<(String, usize)> {
    let mut cursor = Cursor::new(capitals, 0);
    let organ = ["A", "S", "E"].into_iter().find(|organ| cursor.eat(organ))?;
    let mut odd = gap(&mut cursor)?;
    cursor.eat("RES").then_some(())?;
    odd |= gap(&mut cursor)?;
    let mut symbol = format!("{organ}/RES/{}", run(&mut cursor)?);
    if organ != "S" {
        odd |= gap(&mut cursor)?;
        symbol = format!("{symbol}/{}", run(&mut cursor)?);
    }
    odd.then_some((symbol, cursor.at))
}

/// Passes over what stands between two parts of a symbol, and says whether it is something else than a slash.
fn gap(cursor: &mut Cursor) -> Option<bool> {
    let rest = cursor.rest();
    let length = rest.len() - rest.trim_start_matches([' ', '_', '/']).len();
    cursor.at += length;
    (length > 0).then(|| rest.get(..length) != Some("/"))
}

/// Letters and digits, and the hyphen of a special session.
fn run(cursor: &mut Cursor) -> Option<String> {
    let rest = cursor.rest();
    let end =
        rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').unwrap_or(rest.len());
    cursor.at += end;
    let run = rest.get(..end).filter(|run| run.bytes().any(|byte| byte.is_ascii_digit()))?;
    Some(run.to_owned())
}

/// The keys of a text in capitals that begins with the number or symbol.
fn read_keys(capitals: &str) -> (Vec<String>, usize) {
    if let Some(found) = symbol::scan(capitals).next().filter(|found| found.start == 0) {
        let symbol = symbol::of_scanned(capitals.get(found.clone()).unwrap_or_default());
        return (vec![key(symbol.as_str())], found.end);
    }
    let mut cursor = Cursor::new(capitals, 0);
    if let Some(read) = number::read(&mut cursor) {
        let organs = [
            Organ::GeneralAssembly,
            Organ::SecurityCouncil,
            Organ::HumanRightsCouncil,
            Organ::EconomicAndSocialCouncil,
        ];
        let mut found: Vec<String> = Vec::new();
        for form in [Form::Resolution, Form::Decision] {
            for organ in organs {
                let key = key(&read.symbol(organ, form));
                if !found.contains(&key) {
                    found.push(key);
                }
            }
        }
        // Presidential statements are numbered within a year.
        found.extend(capitals.get(..cursor.at).map(|number| format!("S/PRST/{number}")));
        return (found, cursor.at);
    }
    let digits = capitals.bytes().take_while(u8::is_ascii_digit).count();
    let ends = capitals
        .get(digits..)
        .is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '/'));
    if (1..=4).contains(&digits) && ends {
        return (vec![format!("S/RES/{}", capitals.get(..digits).unwrap_or_default())], digits);
    }
    (Vec::new(), 0)
}

/// Whether a text is a number or a symbol, or begins with one.
pub(crate) fn is_typed_key(typed: &str) -> bool {
    let (keys, length) = typed_keys(typed);
    !keys.is_empty()
        && typed.get(length..).is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_has_one_key_however_it_is_printed() {
        assert_eq!(key("S/RES/2719 (2023)"), "S/RES/2719");
        assert_eq!(key("A/RES/217 (III) A"), "A/RES/217(III)A");
        assert_eq!(keys("A/RES/79/93 A-B"), ["A/RES/79/93A-B", "A/RES/79/93"]);
        assert_eq!(keys("A/C.3/78/L.5"), ["A/C.3/78/L.5"]);
    }

    #[test]
    fn what_is_typed_is_a_resolution_of_the_assembly_first() {
        assert_eq!(typed_keys("78/123 7").0[0], "A/RES/78/123");
        assert_eq!(typed_keys("78/123 7").1, 6);
        assert_eq!(typed_keys("2719").0, ["S/RES/2719"]);
        assert_eq!(typed_keys("s/res/2719#op4"), (vec!["S/RES/2719".to_owned()], 10));
        assert_eq!(typed_keys("a/c.3/78/l.5").0, ["A/C.3/78/L.5"]);
        assert_eq!(typed_keys("1514 (XV)").0[0], "A/RES/1514(XV)");
        assert_eq!(typed_keys("2200 A (XXI)").0[0], "A/RES/2200(XXI)A");
        for (typed, length) in [
            ("A_RES_78_123", 12),
            ("a res 78 123, para. 7", 12),
            (" A / RES / 78 / 123", 19),
            ("resolution 78/123 7", 17),
            ("Res. 78/123", 11),
            ("UNGA 78/123", 11),
        ] {
            let (keys, used) = typed_keys(typed);
            assert_eq!((keys.first().map(String::as_str), used), (Some("A/RES/78/123"), length), "{typed}");
        }
        assert_eq!(typed_keys("UNSCR 2719").0, ["S/RES/2719"]);
        assert_eq!(typed_keys("prst/2020/11").0, ["S/PRST/2020/11"]);
        assert_eq!(typed_keys("resolution ES-11/1").0[0], "A/RES/ES-11/1");
        assert_eq!(typed_keys("S_RES_2719_(2023)"), (vec!["S/RES/2719".to_owned()], 17));
        let parts = ["A/RES/75/101A-B", "A/RES/75/101"].map(str::to_owned);
        assert_eq!(typed_keys("A_RES_75_101_A-B"), (parts.to_vec(), 16));
        assert_eq!(typed_keys("s_res_2719").0, ["S/RES/2719"]);
        assert!(typed_keys("2020/11").0.contains(&"S/PRST/2020/11".to_owned()));
        for words in ["resolution", "a resolution of 2019", "research 12", "sea levels"] {
            assert_eq!(typed_keys(words), (Vec::new(), 0), "{words}");
        }
        assert_eq!(typed_keys("climate").0, Vec::<String>::new());
    }
}
