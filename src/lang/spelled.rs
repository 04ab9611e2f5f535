//! Spelled-out numbers from 1 to 199 as people type them, in the six languages: "twenty-three", "vingt et un",
//! "двадцать третий", "اثنتا عشرة".
//!
//! The input is folded and joined, without spaces or hyphens. The words are in the tables of the languages; how each
//! language composes them is here. Numerals are read by [`super::numerals`].

use super::{Language, Numbers, ar, numerals};
use std::collections::HashMap;
use std::sync::OnceLock;

/// The value of a spelled-out number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spelled {
    pub(crate) value: u32,
    /// Whether it is an ordinal ("third" rather than "three").
    pub(crate) ordinal: bool,
}

/// The value of a joined run of number words; `None` where it is not a number.
pub(crate) fn spelled(joined: &str) -> Option<Spelled> {
    static FORMS: OnceLock<HashMap<String, Spelled>> = OnceLock::new();
    FORMS.get_or_init(forms).get(joined).copied()
}

/// Every stem of the ordinal of a number, in all languages; empty from 100 on.
pub(crate) fn ordinals(number: u32) -> Vec<String> {
    Language::ALL.into_iter().flat_map(|language| stems(language, number)).collect()
}

fn forms() -> HashMap<String, Spelled> {
    let mut forms = HashMap::new();
    for language in Language::ALL {
        for value in 1..100 {
            for stem in stems(language, value) {
                for ending in endings(language) {
                    forms.entry(format!("{stem}{ending}")).or_insert(Spelled { value, ordinal: true });
                }
            }
        }
    }
    for (word, value) in [("اولي", 1), ("ثانيا", 2), ("ثان", 2), ("حاديه", 1)] {
        forms.insert(word.to_owned(), Spelled { value, ordinal: true });
    }
    let mut put = |form: String, value: u32, ordinal: bool| {
        forms.entry(form).or_insert(Spelled { value, ordinal });
    };
    for language in Language::ALL {
        let Numbers { hundred, hundredth, .. } = language.words().numbers;
        for value in 1..100 {
            for form in cardinals(language, value) {
                for hundred in hundred {
                    put(format!("{hundred}{}{form}", and(language)), 100 + value, false);
                    put(format!("{hundred}{form}"), 100 + value, false);
                }
                put(form, value, false);
            }
            // "hundred and third", "cent troisième", "сто третий".
            for stem in stems(language, value) {
                if language == Language::Ar {
                    for hundred in hundred {
                        put(format!("{stem}بعدال{hundred}"), 100 + value, true);
                        put(format!("{stem}هبعدال{hundred}"), 100 + value, true);
                    }
                    continue;
                }
                for hundred in hundred.iter().chain(hundredth) {
                    for ending in endings(language) {
                        put(format!("{hundred}{}{stem}{ending}", and(language)), 100 + value, true);
                        put(format!("{hundred}{stem}{ending}"), 100 + value, true);
                    }
                }
            }
        }
        for form in hundred {
            put((*form).to_owned(), 100, false);
        }
        for form in hundredth {
            put((*form).to_owned(), 100, true);
        }
    }
    forms
}

/// The word that may stand between the hundred and the rest.
fn and(language: Language) -> &'static str {
    match language {
        Language::En => "and",
        Language::Ar => ar::AND,
        _ => "",
    }
}

/// The endings that may follow the stem of an ordinal.
fn endings(language: Language) -> &'static [&'static str] {
    match language {
        Language::Ru => &[
            "ый", "ий", "ой", "ая", "ья", "яя", "ое", "ье", "ого", "его", "ому", "ему", "ым", "им", "ом",
            "ем", "ей", "ую", "ью", "ьего",
        ],
        Language::Fr | Language::Es => &["", "o", "a", "e", "os", "as", "s"],
        Language::Ar => &["", "ه", "ا"],
        Language::En | Language::Zh => &[""],
    }
}

fn at(list: &[&'static str], place: usize) -> &'static str {
    list.get(place).copied().unwrap_or_default()
}

/// Every stem of the ordinal of a number in one language.
fn stems(language: Language, number: u32) -> Vec<String> {
    let words = &language.words().numbers;
    let Some(index) = (number as usize).checked_sub(1).filter(|&index| index < 99) else { return Vec::new() };
    let (tens, ones) = (number as usize / 10, number as usize % 10);
    let one = ones.checked_sub(1).map_or("", |place| at(words.ordinal_ones, place));
    match language {
        Language::En | Language::Ru => vec![match words.ordinal_ones.get(index) {
            Some(word) => (*word).to_owned(),
            None if ones == 0 => at(words.ordinal_tens, tens - 2).to_owned(),
            None => format!("{}{one}", at(words.tens, tens - 2)),
        }],
        Language::Fr => french_ordinals(words, number),
        Language::Es => {
            let ten = tens.checked_sub(1).map_or("", |place| at(words.ordinal_tens, place));
            let glue = if ten.is_empty() || one.is_empty() { "" } else { "o" };
            let special = match number {
                11 => Some("undecim".to_owned()),
                12 => Some("duodecim".to_owned()),
                _ => None,
            };
            std::iter::once(format!("{ten}{glue}{one}")).chain(special).collect()
        }
        Language::Ar => arabic_ordinals(words, tens, ones),
        Language::Zh => vec![format!("第{}", numerals::han(number))],
    }
}

fn french_ordinals(words: &Numbers, number: u32) -> Vec<String> {
    let simple = |ones: u32| at(words.ordinal_ones, (ones as usize).wrapping_sub(1));
    let one = |stem: String| if stem.ends_with("premier") { stem } else { format!("{stem}ieme") };
    match number {
        1 => vec!["premier".into(), "premiere".into()],
        2 => vec!["deuxieme".into(), "second".into()],
        3..=19 => vec![one(simple(number).into())],
        20..=69 => {
            let ten = at(words.ordinal_tens, number as usize / 10 - 2);
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

/// The Arabic ordinals without the article. Feminine forms begin with the masculine ones, except in compounds.
fn arabic_ordinals(words: &Numbers, tens: usize, ones: usize) -> Vec<String> {
    let one = |place: usize| at(words.ordinal_ones, place.wrapping_sub(1));
    match (tens, ones) {
        (0, _) => vec![one(ones).to_owned()],
        (1, 0) => vec![one(10).to_owned()],
        (1, 1) => vec!["حاديعشر".into(), "حاديهعشره".into()],
        (1, _) => vec![format!("{}عشر", one(ones)), format!("{}هعشره", one(ones))],
        _ => {
            let ten = at(words.tens, tens.saturating_sub(2));
            let mut out = Vec::new();
            for ending in ar::TENS {
                if ones == 0 {
                    out.push(format!("{ten}{ending}"));
                    continue;
                }
                let one = if ones == 1 { ar::ONE } else { one(ones) };
                out.push(format!("{one}وال{ten}{ending}"));
                out.push(format!("{one}هوال{ten}{ending}"));
                // Without articles it numbers a section: "سادس وعشرون".
                out.push(format!("{one}و{ten}{ending}"));
            }
            out
        }
    }
}

/// The cardinals from 1 to 99 in a language; Chinese ones are numerals and are not listed.
fn cardinals(language: Language, value: u32) -> Vec<String> {
    let words = &language.words().numbers;
    let variants =
        words.variants.iter().filter(|(_, known)| *known == value).map(|(word, _)| (*word).to_owned());
    let mut out: Vec<String> = variants.collect();
    let number = value as usize;
    let (tens, ones) = (number / 10, number % 10);
    match language {
        _ if words.ones.len() >= number => out.push(at(words.ones, number - 1).to_owned()),
        Language::En | Language::Ru => {
            let one = ones.checked_sub(1).map_or("", |place| at(words.ones, place));
            out.push(format!("{}{one}", at(words.tens, tens - 2)));
        }
        Language::Fr => out.extend(french(words, number)),
        Language::Es => {
            let ten = at(words.tens, tens - 3);
            out.push(if ones == 0 { ten.to_owned() } else { format!("{ten}y{}", at(words.ones, ones - 1)) });
        }
        Language::Ar => arabic(words, value, &mut out),
        Language::Zh => {}
    }
    if language == Language::Es && (16..20).contains(&number) {
        out.push(format!("diezy{}", at(words.ones, ones - 1)));
    }
    out
}

fn french(words: &Numbers, value: usize) -> Vec<String> {
    let of = |place: usize| at(words.ones, place.wrapping_sub(1));
    let (tens, ones) = (value / 10, value % 10);
    let joined = |ten: &str, rest: usize| match rest {
        0 => ten.to_owned(),
        1 | 11 => format!("{ten}et{}", of(rest)),
        _ => format!("{ten}{}", of(rest)),
    };
    match tens {
        2..=6 => vec![joined(at(words.tens, tens - 2), ones)],
        // "Septante" and its like are used in Belgium and Switzerland.
        7 => vec![joined("soixante", ones + 10), joined("septante", ones)],
        8 if ones == 0 => {
            ["quatrevingts", "quatrevingt", "huitante", "octante"].map(ToOwned::to_owned).into()
        }
        8 => vec![format!("quatrevingt{}", of(ones)), joined("huitante", ones)],
        9 => vec![format!("quatrevingt{}", of(ones + 10)), joined("nonante", ones)],
        _ => Vec::new(),
    }
}

/// The Arabic cardinals from eleven on; the feminine forms of the ones are variants in the table.
fn arabic(words: &Numbers, value: u32, out: &mut Vec<String>) {
    let forms =
        |one: u32| words.variants.iter().filter(move |(_, known)| *known == one).map(|(word, _)| *word);
    // In eleven to nineteen, ten has two genders too.
    let both = |one: &str| [format!("{one}عشر"), format!("{one}عشره")];
    match (value / 10, value % 10) {
        (0, _) | (1, 0) => {}
        (1, 2) => out.extend(["اثنا", "اثنتا", "اثني", "اثنتي"].into_iter().flat_map(both)),
        (1, ones) => out.extend(forms(ones).flat_map(both)),
        (tens, ones) => {
            let ten = at(words.tens, (tens as usize).saturating_sub(2));
            for ending in ar::TENS {
                if ones == 0 {
                    out.push(format!("{ten}{ending}"));
                }
                out.extend(forms(ones).map(|one| format!("{one}و{ten}{ending}")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_cardinals(value: u32) -> Vec<String> {
        Language::ALL.into_iter().flat_map(|language| cardinals(language, value)).collect()
    }

    #[test]
    fn ordinals_that_are_written_are_read_back() {
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
            assert_eq!(
                spelled(word).filter(|spelled| spelled.ordinal).map(|spelled| spelled.value),
                Some(number),
                "{word}"
            );
        }
        assert_eq!(spelled("rights"), None);
        assert!(ordinals(0).is_empty() && ordinals(100).is_empty());
    }

    #[test]
    fn numbers_in_words_are_read() {
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
            // Five languages at least have a form; where two share one, it means the same number.
            assert!(all_cardinals(value).len() >= 5, "{value}");
            for form in all_cardinals(value) {
                assert_eq!(spelled(&form).map(|spelled| spelled.value), Some(value), "{form}");
            }
        }
        assert_eq!(spelled("rights"), None);
    }
}
