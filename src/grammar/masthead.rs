//! The lines before the enacting phrase: organ, symbol, session, agenda item, adoption, title, in six languages.
//!
//! Each line is a node; what it says is also a field of [`crate::document::Masthead`]. A line that is none of these
//! stays a line.

use super::enacting::Organ;
use super::furniture::is_symbol_line;
use super::shape::{after_phrase, fold};
use super::words;
use crate::document::Masthead;

/// What a line of the masthead is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    Organ,
    Symbol,
    Distribution,
    Date,
    Original,
    Session,
    Agenda,
    Adoption,
    Basis,
    /// "Resolution 1325 (2000)".
    CouncilHead,
    Sponsors,
    Vote,
    Title,
    Other,
}

const ORGAN_LINES: &[&str] = &[
    "united nations",
    "nations unies",
    "naciones unidas",
    "организация объединенных наций",
    "الامم المتحدة",
    "الامــم المتحـدة",
    "联合国",
    "general assembly",
    "assemblée générale",
    "asamblea general",
    "генеральная ассамблея",
    "الجمعية العامة",
    "大会",
    "security council",
    "conseil de sécurité",
    "consejo de seguridad",
    "совет безопасности",
    "مجلس الامن",
    "安全理事会",
    "economic and social council",
    "conseil économique et social",
    "consejo económico y social",
    "экономический и социальный совет",
    "المجلس الاقتصادي والاجتماعي",
    "经济及社会理事会",
    "human rights council",
    "conseil des droits de l'homme",
    "consejo de derechos humanos",
    "совет по правам человека",
    "مجلس حقوق الانسان",
    "人权理事会",
];

const STARTS: &[(&str, Line)] = &[
    ("distr", Line::Distribution),
    ("original", Line::Original),
    ("agenda item", Line::Agenda),
    ("item ", Line::Agenda),
    ("point", Line::Agenda),
    ("points", Line::Agenda),
    ("tema", Line::Agenda),
    ("temas", Line::Agenda),
    ("пункт", Line::Agenda),
    ("пункты", Line::Agenda),
    ("البند", Line::Agenda),
    ("البندان", Line::Agenda),
    ("البنود", Line::Agenda),
    ("议程项目", Line::Agenda),
    ("resolution adopted", Line::Adoption),
    ("resolutions adopted", Line::Adoption),
    ("résolution adoptée", Line::Adoption),
    ("résolutions adoptées", Line::Adoption),
    ("resolución aprobada", Line::Adoption),
    ("resoluciones aprobadas", Line::Adoption),
    ("резолюция, принятая", Line::Adoption),
    ("резолюции, принятые", Line::Adoption),
    ("принятая", Line::Adoption),
    ("قرار اتخذته", Line::Adoption),
    ("قرارات اتخذتها", Line::Adoption),
    ("قرار اعتمدته", Line::Adoption),
    ("القرار الذي اتخذته", Line::Adoption),
    ("الذي اتخذه", Line::Adoption),
    ("الذي اتخذته", Line::Adoption),
    ("adopted by", Line::Adoption),
    ("adopted at", Line::Adoption),
    ("adoptée par", Line::Adoption),
    ("adoptée à", Line::Adoption),
    ("aprobada por", Line::Adoption),
    ("aprobada en", Line::Adoption),
    ("принята", Line::Adoption),
    ("اتخذ في", Line::Adoption),
    ("اتخذه مجلس", Line::Adoption),
    ("[", Line::Basis),
    ("［", Line::Basis),
];

/// What a line of the masthead is, by its words; `titled` where the title has been found.
pub(super) fn classify(text: &str, masthead: &Masthead) -> Line {
    const DRAFTS: [&str; 6] = [
        "draft resolution",
        "projet de résolution",
        "proyecto de resolución",
        "проект резолюции",
        "مشروع قرار",
        "决议草案",
    ];
    if is_symbol_line(text) {
        return Line::Symbol;
    }
    if title_number(text).is_some() {
        return Line::Title;
    }
    let line = fold(text);
    if ORGAN_LINES.contains(&line.as_str()) {
        return Line::Organ;
    }
    if council_number(&line).is_some() || council_line(&line).is_some() {
        return Line::CouncilHead;
    }
    if let Some((_, kind)) = STARTS.iter().find(|(phrase, _)| line.starts_with(phrase)) {
        let number_follows =
            !matches!(kind, Line::Agenda) || line.chars().any(|letter| letter.is_ascii_digit());
        // A bracket before the adoption is a notice, unless it names a report.
        let based = !matches!(kind, Line::Basis) || masthead.adoption.is_some() || line.contains(['/', '／']);
        if number_follows && based && text.len() < 900 {
            return *kind;
        }
    }
    if is_session(&line) {
        return Line::Session;
    }
    if words::is_date(text) {
        return if masthead.adoption.is_some() && masthead.date.is_some() { Line::Other } else { Line::Date };
    }
    if line.len() < 200
        && (line.ends_with("大会决议")
            || line.contains("会议通过")
            || line.contains("安全理事会第") && line.contains("次会议"))
    {
        return Line::Adoption;
    }
    if words::is_vote_line(text) {
        return Line::Vote;
    }
    if DRAFTS.iter().any(|draft| line.ends_with(draft)) && line.contains([':', '：']) {
        return Line::Sponsors;
    }
    Line::Other
}

fn is_session(line: &str) -> bool {
    let words = [
        "session",
        "período de sesiones",
        "period of sessions",
        "сессия",
        "الدورة",
        "届会议",
        "届特别会议",
        "届紧急特别会议",
    ];
    line.len() < 160
        && words.iter().any(|word| line.contains(word))
        && !line.contains("report")
        && !line.starts_with('[')
        && (line.starts_with("الدورة")
            || line.ends_with("session")
            || line.ends_with("sesiones")
            || line.ends_with("сессия")
            || line.ends_with("会议")
            || line.ends_with("d'urgence")
            || line.ends_with("emergencia")
            || line.contains("session extraordinaire"))
}

/// "Resolution 1325 (2000)", "القرار 2767 (2024)", "第1325(2000)号决议": the number and the year.
pub(super) fn council_number(line: &str) -> Option<(u32, u32)> {
    const WORDS: [&str; 8] =
        ["resolution", "résolution", "resolución", "резолюция", "القرار", "قرار", "第", "联合国安理会第"];
    // "82 (1950). Resolution of 25 June 1950": the number stands first.
    let bare = line.starts_with(|first: char| first.is_ascii_digit())
        && line.split_once(')').is_some_and(|(_, rest)| {
            let rest = rest.trim_start();
            rest.is_empty() || rest.starts_with(['.', '*']) || rest.starts_with("resolution")
        });
    let rest = WORDS
        .iter()
        .find_map(|word| after_phrase(line, word).and_then(|end| line.get(end..)))
        .or(bare.then_some(line))?;
    let rest = rest.trim_start();
    let (digits, number) = super::numbering::leading_digits(rest, 4)?;
    let rest = rest.get(digits..)?.trim_start().strip_prefix('(')?;
    let (digits, year) = super::numbering::leading_digits(rest, 4)?;
    let rest = rest.get(digits..)?.strip_prefix(')')?.trim_start();
    let ended = rest.is_empty()
        || rest.starts_with("号决议")
        || rest.starts_with([',', '*'])
        || rest.starts_with("of ")
        || rest.len() < 60;
    (year > 1900 && ended).then_some((number, year))
}

/// "قرار مجلس الأمن رقم 381 بتاريخ 30 تشرين الثاني (نوفمبر) 1975", "联合国安全理事会第1518号决议": the Council's number
/// in a line that names it, and the year where it is said.
pub(super) fn council_line(line: &str) -> Option<(u32, Option<u32>)> {
    let phrases = ["قرار مجلس الامن رقم", "联合国安全理事会第", "安全理事会第", "联合国安理会第"];
    let rest = phrases.iter().find_map(|phrase| line.strip_prefix(phrase))?.trim_start();
    let (digits, number) = super::numbering::leading_digits(rest, 4)?;
    let rest = rest.get(digits..)?.trim_start();
    let ended = rest.is_empty() || rest.starts_with("号决议") || rest.starts_with("بتاريخ");
    let year = rest
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|word| word.len() == 4)
        .find_map(|word| word.parse().ok().filter(|year| (1946..2200).contains(year)));
    (ended && line.len() < 200).then_some((number, year))
}

/// "65/218. Title", "217 A (III). Title", "80/19." at the start of a title: the number as printed and the bytes up to the title.
pub(super) fn title_number(text: &str) -> Option<(&str, usize)> {
    if let Some(symbol) = agency_symbol(text) {
        let title = text.get(symbol.len()..)?.trim_start_matches([' ', '\u{A0}', '\t', '.', ':']);
        return Some((symbol, text.len() - title.len()));
    }
    let bytes = text.as_bytes();
    if !bytes.first().is_some_and(u8::is_ascii_digit)
        && !text.starts_with(|first: char| matches!(first, 'E' | 'S' | 'ق' | 'R' | 'Р' | '٠'..='٩'))
    {
        return None;
    }
    let word = ["RESOLUTION ", "RÉSOLUTION ", "Resolution "].iter().find_map(|word| text.strip_prefix(word));
    let body = word.unwrap_or(text);
    let lead = text.len() - body.len();
    let special = ["ES-", "S-"]
        .iter()
        .find_map(|prefix| body.strip_prefix(prefix))
        .map_or(0, |rest| body.len() - rest.len());
    let digits = |from: usize| {
        body.get(from..).and_then(|rest| super::numbering::leading_digits(rest, 4)).map(|(bytes, _)| bytes)
    };
    let first = digits(special)?;
    let mut at = special + first;
    let slash = body.as_bytes().get(at) == Some(&b'/');
    if slash {
        at += 1 + digits(at + 1)?;
    }
    at += letters(body.get(at..)?);
    if !slash {
        let rest = body.get(at..)?;
        let inner = rest.strip_prefix(" (").or_else(|| rest.strip_prefix('('))?;
        let close = inner.find(')')?;
        let name = inner.get(..close)?;
        let roman = name.trim_start_matches("ES-").trim_start_matches("S-");
        if roman.is_empty() || !roman.bytes().all(|byte| b"IVXL".contains(&byte)) {
            return None;
        }
        at = body.len() - inner.len() + close + 1;
    }
    let rest = body.get(at..)?;
    let title = rest.trim_start_matches(|letter: char| {
        matches!(letter, ' ' | '\u{A0}' | '.' | '．' | '。' | '、' | '–' | '—' | '-' | '*' | ':')
    });
    let parted = rest.is_empty() || rest.len() > title.len();
    // "80/19 of 5 December" begins no title.
    let sentence = rest.starts_with(" of ")
        || rest.starts_with(" du ")
        || rest.starts_with(", ")
        || rest.starts_with(" от ")
        || rest.starts_with(" المؤرخ");
    (parted && !sentence && (special == 0 || slash))
        .then(|| (text.get(..lead + at).unwrap_or_default(), text.len() - title.len()))
}

/// "WHA66.22", "EB132.R5": the symbol by which the World Health Organization heads its resolutions, session and number.
fn agency_symbol(text: &str) -> Option<&str> {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = |from: usize| {
        let count = text.bytes().skip(from).take_while(u8::is_ascii_digit).count();
        (1..=3).contains(&count).then_some(from + count)
    };
    let stop = (2..=5).contains(&letters).then(|| digits(letters)).flatten()?;
    let rest = text.get(stop..)?.strip_prefix('.')?;
    let end = digits(stop + 1 + usize::from(rest.starts_with('R')))?;
    let ended =
        text.get(end..)?.chars().next().is_none_or(|next| next.is_whitespace() || matches!(next, '.' | ':'));
    text.get(..end).filter(|_| ended)
}

/// "65/218. Title", "Resolution 1325 (2000)": the heading of a resolution that follows another, with the bytes of its
/// number and those up to its title.
pub(super) fn heading_of_next(text: &str) -> Option<(usize, usize)> {
    let numbered = title_number(text).filter(|(number, _)| {
        text.get(number.len()..).is_some_and(|rest| rest.starts_with(['.', '．']) || rest.is_empty())
    });
    let council = || {
        (text.len() < 120
            && (text.contains('(') || text.contains('（'))
            && council_number(&fold(text)).is_some_and(|(_, year)| (1946..2200).contains(&year)))
        .then_some((text.len(), text.len()))
    };
    numbered.map(|(number, title)| (number.len(), title)).or_else(council)
}

/// " A", " A-C", " A and B" after a number.
fn letters(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    if bytes.first() == Some(&b' ') && bytes.get(1).is_some_and(u8::is_ascii_uppercase) {
        at = 2;
        for joiner in ["-", " and ", " to ", " et ", " à ", " y ", " a ", "–"] {
            if let Some(after) = rest.get(2..).and_then(|rest| rest.strip_prefix(joiner))
                && after.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase())
                && after.as_bytes().get(1).is_none_or(|byte| !byte.is_ascii_alphanumeric())
            {
                at = 2 + joiner.len() + 1;
            }
        }
        if bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
            return 0;
        }
    }
    at
}

/// The symbol of a resolution whose title or head prints only its number.
pub(super) fn symbol_of(number: &str, organ: Option<Organ>) -> Option<String> {
    if agency_symbol(number).is_some() {
        return Some(number.to_owned());
    }
    let number: String = number.chars().map(crate::lang::numerals::latin_digit).collect();
    let number = number
        .trim_start_matches(|letter: char| !letter.is_ascii_digit() && !matches!(letter, 'E' | 'S'))
        .trim();
    let prefix = organ.unwrap_or(Organ::Assembly).prefix()?;
    Some(format!("{prefix}{number}"))
}

/// The words after a label: "Distr.: General" gives "General".
pub(super) fn after_label(text: &str) -> String {
    let value = match text.split_once([':', '：']) {
        Some((_, value)) => value,
        None => text.split_once(". ").map_or(text, |(_, value)| value),
    };
    value.trim().trim_matches('*').to_owned()
}

/// The first symbol of a resolution, a decision or a statement in a line that has other words too: "General Assembly
/// A/RES/79/2 Distr.: General".
pub(super) fn symbol_in(text: &str) -> Option<&str> {
    text.split([' ', '\u{A0}', '\t']).find(|word| {
        ["/RES/", "/PRST/", "/DEC/"].iter().any(|kind| word.contains(kind))
            && is_symbol_line(word)
            && word.bytes().any(|byte| byte.is_ascii_digit())
    })
}
