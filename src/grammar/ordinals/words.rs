//! The number words that ordinals are made of, per language.

use crate::document::Language;

/// What one word adds to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) value: u32,
    /// It makes the number an ordinal: "fifth", not "sixty".
    pub(super) ordinal: bool,
}

/// What a word says, if it is a number word.
pub(super) fn token(language: Language, word: &str) -> Option<Token> {
    if word.len() < 2 || word.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    match language {
        Language::En => {
            exact(&EN_ORDINALS, &plain(word), true).or_else(|| exact(&EN_TENS, &plain(word), false))
        }
        Language::Fr => french(&plain(word)),
        Language::Es => spanish(&plain(word)),
        Language::Ru => russian(&plain(word)),
        Language::Ar => arabic(word),
        Language::Zh => None,
    }
}

/// The number that `next` makes of what was read; `None` where the words do not go together.
pub(super) fn join(language: Language, sum: u32, next: u32) -> Option<u32> {
    match language {
        Language::Ar if sum < 10 && next >= 10 && next.is_multiple_of(10) => Some(sum + next),
        Language::Ar => None,
        Language::Fr if sum == 4 && next == 20 => Some(80),
        Language::Fr if matches!(sum, 60 | 80) && (1..20).contains(&next) => Some(sum + next),
        // "dix-septième", and 70 to 99: "soixante-dix-septième".
        Language::Fr if sum % 20 == 10 && (7..10).contains(&next) => Some(sum + next),
        Language::Es if sum == 10 && next < 10 => Some(sum + next),
        _ if sum >= 20 && sum.is_multiple_of(10) && next < 10 => Some(sum + next),
        _ if sum == 100 && next < 100 => Some(sum + next),
        _ => None,
    }
}

/// Lower case, without the accents that texts put and drop.
fn plain(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'é' | 'è' | 'ê' => 'e',
            'á' | 'à' => 'a',
            'í' => 'i',
            'ó' => 'o',
            'ú' => 'u',
            'ё' => 'е',
            _ => letter,
        })
        .collect()
}

fn exact(words: &[(&str, u32)], word: &str, ordinal: bool) -> Option<Token> {
    words.iter().find(|(known, _)| *known == word).map(|&(_, value)| Token { value, ordinal })
}

const EN_ORDINALS: [(&str, u32); 28] = [
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
    ("fortieth", 40),
    ("fiftieth", 50),
    ("sixtieth", 60),
    ("seventieth", 70),
    ("eightieth", 80),
    ("ninetieth", 90),
    ("hundredth", 100),
];

const EN_TENS: [(&str, u32); 9] = [
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", 100),
];

/// Cardinals, and the stems that "-ième" is put to.
const FR: [(&str, u32); 28] = [
    ("un", 1),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("quatr", 4),
    ("cinqu", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("neuv", 9),
    ("dix", 10),
    ("onz", 11),
    ("douz", 12),
    ("treiz", 13),
    ("quatorz", 14),
    ("quinz", 15),
    ("seiz", 16),
    ("vingt", 20),
    ("trente", 30),
    ("trent", 30),
    ("quarante", 40),
    ("quarant", 40),
    ("cinquante", 50),
    ("cinquant", 50),
    ("soixante", 60),
    ("soixant", 60),
    ("cent", 100),
    ("neuf", 9),
];

fn french(word: &str) -> Option<Token> {
    if let Some(stem) = word.strip_suffix("iemes").or_else(|| word.strip_suffix("ieme")) {
        return exact(&FR, stem, true);
    }
    match word {
        "premier" | "premiere" | "premiers" | "premieres" => Some(Token { value: 1, ordinal: true }),
        "second" | "seconde" => Some(Token { value: 2, ordinal: true }),
        _ => exact(&FR, word, false),
    }
}

/// Stems without their last vowel; "primer" and "tercer" lose it before a noun.
const ES: [(&str, u32); 20] = [
    ("primer", 1),
    ("segund", 2),
    ("tercer", 3),
    ("cuart", 4),
    ("quint", 5),
    ("sext", 6),
    ("septim", 7),
    ("octav", 8),
    ("noven", 9),
    ("decim", 10),
    ("undecim", 11),
    ("duodecim", 12),
    ("vigesim", 20),
    ("trigesim", 30),
    ("cuadragesim", 40),
    ("quincuagesim", 50),
    ("sexagesim", 60),
    ("septuagesim", 70),
    ("octogesim", 80),
    ("nonagesim", 90),
];

fn spanish(word: &str) -> Option<Token> {
    let singular = word.strip_suffix('s').unwrap_or(word);
    let stem = singular.strip_suffix(['o', 'a']).unwrap_or(singular);
    if let Some(found) = exact(&ES, stem, true) {
        return Some(found);
    }
    // One word: "decimotercero", "vigesimoquinto".
    let (tens, value) =
        ES.into_iter().filter(|(_, value)| value % 10 == 0).find(|(tens, _)| stem.starts_with(tens))?;
    let unit = stem.strip_prefix(tens)?.strip_prefix(['o', 'a'])?;
    let unit = unit.strip_prefix('s').filter(|_| unit.starts_with("sept")).map_or(unit, |_| unit);
    exact(&ES, unit, true)
        .filter(|unit| unit.value < 10)
        .map(|unit| Token { value: value + unit.value, ..unit })
}

const RU_TENS: [(&str, u32); 9] = [
    ("двадцать", 20),
    ("тридцать", 30),
    ("сорок", 40),
    ("пятьдесят", 50),
    ("шестьдесят", 60),
    ("семьдесят", 70),
    ("восемьдесят", 80),
    ("девяносто", 90),
    ("сто", 100),
];

const RU: [(&str, u32); 28] = [
    ("перв", 1),
    ("втор", 2),
    ("трет", 3),
    ("четверт", 4),
    ("пят", 5),
    ("шест", 6),
    ("седьм", 7),
    ("восьм", 8),
    ("девят", 9),
    ("десят", 10),
    ("одиннадцат", 11),
    ("двенадцат", 12),
    ("тринадцат", 13),
    ("четырнадцат", 14),
    ("пятнадцат", 15),
    ("шестнадцат", 16),
    ("семнадцат", 17),
    ("восемнадцат", 18),
    ("девятнадцат", 19),
    ("двадцат", 20),
    ("тридцат", 30),
    ("сороков", 40),
    ("пятидесят", 50),
    ("шестидесят", 60),
    ("семидесят", 70),
    ("восьмидесят", 80),
    ("девяност", 90),
    ("сот", 100),
];

fn russian(word: &str) -> Option<Token> {
    const ENDINGS: [&str; 19] = [
        "ый", "ий", "ой", "ая", "ое", "ого", "ому", "ым", "ом", "ую", "ых", "ыми", "ья", "ье", "ьего", "ьем",
        "ьей", "ью", "ые",
    ];
    if let Some(tens) = exact(&RU_TENS, word, false) {
        return Some(tens);
    }
    RU.into_iter().find_map(|(stem, value)| {
        let ending = word.strip_prefix(stem)?;
        ENDINGS.contains(&ending).then_some(Token { value, ordinal: true })
    })
}

/// Stems between the article and the feminine ending.
const AR: [(&str, u32); 22] = [
    ("أول", 1),
    ("أولى", 1),
    ("حادي", 1),
    ("واحد", 1),
    ("ثاني", 2),
    ("ثالث", 3),
    ("رابع", 4),
    ("خامس", 5),
    ("سادس", 6),
    ("سابع", 7),
    ("ثامن", 8),
    ("تاسع", 9),
    ("عاشر", 10),
    ("عشر", 20),
    ("ثلاث", 30),
    ("أربع", 40),
    ("خمس", 50),
    ("ست", 60),
    ("سبع", 70),
    ("ثمان", 80),
    ("تسع", 90),
    ("مائ", 100),
];

fn arabic(word: &str) -> Option<Token> {
    // "الحادية عشرة": the ten of eleven to nineteen has no article.
    if matches!(word, "عشرة" | "عشر") {
        return Some(Token { value: 10, ordinal: true });
    }
    let prefixes = ["وال", "بال", "لل", "ال", "وا"];
    let bare = prefixes.into_iter().find_map(|prefix| word.strip_prefix(prefix))?;
    let tens = bare.strip_suffix("ون").or_else(|| bare.strip_suffix("ين"));
    if let Some(stem) = tens {
        return exact(&AR, stem, true).filter(|token| token.value % 10 == 0 && token.value > 10);
    }
    let stem = bare.strip_suffix('ة').unwrap_or(bare);
    exact(&AR, stem, true).filter(|token| token.value <= 10 || token.value == 100)
}

/// Han or ASCII numerals to 199: 七, 六十五, 一百零二, 二〇, 65.
pub(super) fn han(numeral: &str) -> Option<u32> {
    if numeral.is_empty() || numeral.chars().count() > 5 {
        return None;
    }
    if let Ok(number) = numeral.parse::<u32>() {
        return (number > 0).then_some(number);
    }
    let rest = match numeral.strip_prefix("一百").or_else(|| numeral.strip_prefix('百')) {
        Some("") => return Some(100),
        Some(rest) => return han_below_100(rest.trim_start_matches(['零', '〇'])).map(|number| 100 + number),
        None => numeral,
    };
    han_below_100(rest)
}

fn han_below_100(numeral: &str) -> Option<u32> {
    crate::document::symbol::number::han_number(numeral)
}
