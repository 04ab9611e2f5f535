//! Recognises the lines before the enacting phrase in six languages: organ, symbol, session, agenda item, adoption,
//! title.
//!
//! The forms are those seen in General Assembly resolutions of sessions 75 to 80, in Security Council resolutions,
//! and in older ones. Each line is a node; what it says is also a field of [`crate::document::Masthead`]. A line that
//! is none of these remains a plain line.

use super::enacting::Speaker;
use super::shape::{after_phrase, fold, fold_char};
use super::words;
use crate::document::Masthead;
use crate::lang::{MastheadWords, Organ, tables, zh};
use crate::text::Part as _;
use crate::text::chars::{digit_value, is_gap, latin_digit};

/// The kind of a line of the masthead.
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
    /// The heading of a Security Council resolution: "Resolution 1325 (2000)".
    CouncilHead,
    Sponsors,
    Vote,
    Title,
    Other,
}

/// The kind of a folded line by its first words.
fn start(line: &str) -> Option<Line> {
    let begins = |phrases: &[&str]| phrases.iter().any(|phrase| line.starts_with(phrase));
    match line {
        _ if tables().any(|words| begins(words.masthead.distributed)) => Some(Line::Distribution),
        _ if tables().any(|words| begins(words.masthead.original)) => Some(Line::Original),
        _ if line.starts_with(['[', '［']) => Some(Line::Basis),
        _ if tables().any(|words| begins(words.masthead.agenda)) => Some(Line::Agenda),
        _ => tables().any(|words| begins(words.masthead.adoption)).then_some(Line::Adoption),
    }
}

/// The kind of a line by its words and by what was already found in the masthead.
pub(super) fn classify(text: &str, masthead: &Masthead) -> Line {
    if is_symbol_line(text) {
        return Line::Symbol;
    }
    if title_number(text).is_some() {
        return Line::Title;
    }
    let line = fold(text);
    if names_organ(&line) {
        return Line::Organ;
    }
    if council_number(&line).is_some() || council_line(&line).is_some() {
        return Line::CouncilHead;
    }
    if let Some(kind) = start(&line) {
        let number_follows =
            !matches!(kind, Line::Agenda) || line.chars().any(|letter| letter.is_ascii_digit());
        // A bracketed line before the adoption is a notice, unless it names a report.
        let based = !matches!(kind, Line::Basis) || masthead.adoption.is_some() || line.contains(['/', '／']);
        if number_follows && based && text.len() < 900 {
            return kind;
        }
    }
    if is_session(&line) {
        return Line::Session;
    }
    if words::is_date(text) {
        return if masthead.adoption.is_some() && masthead.date.is_some() { Line::Other } else { Line::Date };
    }
    if line.len() < 200 && zh::tells_adoption(&line) {
        return Line::Adoption;
    }
    if words::is_vote_line(text) {
        return Line::Vote;
    }
    if tables().any(|words| line.ends_with(words.masthead.draft)) && line.contains([':', '：']) {
        return Line::Sponsors;
    }
    Line::Other
}

fn is_session(line: &str) -> bool {
    let any = |list: fn(&MastheadWords) -> &'static [&'static str], is: fn(&str, &str) -> bool| {
        tables().flat_map(|words| list(&words.masthead)).any(|phrase| is(line, phrase))
    };
    line.len() < 160
        && any(|words| words.session, |line, phrase| line.contains(phrase))
        && !any(|words| words.reported, |line, phrase| line.contains(phrase))
        && !line.starts_with('[')
        && (any(|words| words.session_starts, |line, phrase| line.starts_with(phrase))
            || any(|words| words.session_ends, |line, phrase| line.ends_with(phrase))
            || any(|words| words.special_session, |line, phrase| line.contains(phrase)))
}

/// Whether a folded line is the name of the United Nations or of an organ.
fn names_organ(line: &str) -> bool {
    tables().any(|words| words.organs.lines.contains(&line)) || is_united_nations(line)
}

/// Whether a folded line is the name of the United Nations.
pub(super) fn is_united_nations(line: &str) -> bool {
    let same = |name: &&str| name.chars().filter_map(fold_char).eq(line.chars());
    line.len() < 80 && tables().any(|words| words.organs.united_nations.iter().any(same))
}

/// The number and the year of a heading: "Resolution 1325 (2000)", "القرار 2767 (2024)", "第1325(2000)号决议".
pub(super) fn council_number(line: &str) -> Option<(u32, u32)> {
    // In "82 (1950). Resolution of 25 June 1950" the number comes first.
    let bare = line.starts_with(|first: char| first.is_ascii_digit())
        && line.split_once(')').is_some_and(|(_, rest)| {
            let rest = rest.trim_start();
            rest.is_empty()
                || rest.starts_with(['.', '*'])
                || tables().flat_map(|words| words.addresses.resolution).any(|word| rest.starts_with(word))
        });
    let rest = tables()
        .flat_map(|words| words.masthead.resolution)
        .find_map(|word| after_phrase(line, word).and_then(|end| line.get(end..)))
        .or(bare.then_some(line))?;
    let rest = rest.trim_start();
    let (digits, number) = super::numbering::leading_digits(rest, 4)?;
    let rest = rest.get(digits..)?.trim_start().strip_prefix('(')?;
    let (digits, year) = super::numbering::leading_digits(rest, 4)?;
    let rest = rest.get(digits..)?.strip_prefix(')')?.trim_start();
    let ended = rest.is_empty() || rest.starts_with([',', '*']) || ends_number(rest) || rest.len() < 60;
    (year > 1900 && ended).then_some((number, year))
}

/// The number of a Security Council resolution in a line that names the Council, with the year where it is given:
/// "قرار مجلس الأمن رقم 381 بتاريخ 30 تشرين الثاني (نوفمبر) 1975", "联合国安全理事会第1518号决议".
pub(super) fn council_line(line: &str) -> Option<(u32, Option<u32>)> {
    let mut phrases = tables().flat_map(|words| words.masthead.council);
    let rest = phrases.find_map(|phrase| line.strip_prefix(phrase))?.trim_start();
    let (digits, number) = super::numbering::leading_digits(rest, 4)?;
    let rest = rest.get(digits..)?.trim_start();
    let ended = rest.is_empty() || ends_number(rest);
    let year = rest
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|word| word.len() == 4)
        .find_map(|word| word.parse().ok().filter(|year| (1946..2200).contains(year)));
    (ended && line.len() < 200).then_some((number, year))
}

/// Whether the number of a resolution can end before these words.
fn ends_number(rest: &str) -> bool {
    tables().flat_map(|words| words.masthead.behind_number).any(|phrase| rest.starts_with(phrase))
}

/// The number at the start of a title, as printed, and the byte offset of the title after it: "65/218. Title", "217 A
/// (III). Title", "80/19.".
pub(super) fn title_number(text: &str) -> Option<(&str, usize)> {
    if let Some(symbol) = agency_symbol(text) {
        let title = text.get(symbol.len()..)?.trim_start_matches([' ', '\u{A0}', '\t', '.', ':']);
        return Some((symbol, text.len() - title.len()));
    }
    let bytes = text.as_bytes();
    if !bytes.first().is_some_and(u8::is_ascii_digit)
        && !text.starts_with(|first: char| matches!(first, 'E' | 'S' | 'R') || digit_value(first).is_some())
    {
        return None;
    }
    let word = tables().flat_map(|words| words.masthead.title).find_map(|word| text.strip_prefix(word));
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
    // "80/19 of 5 December" does not begin a title.
    let dated = || tables().flat_map(|words| words.masthead.dated).any(|word| rest.starts_with(word));
    let sentence = rest.starts_with(", ") || dated();
    (parted && !sentence && (special == 0 || slash))
        .then(|| (text.part(..lead + at), text.len() - title.len()))
}

/// The symbol, session and number, at the head of resolutions of the World Health Organization: "WHA66.22",
/// "EB132.R5".
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

/// The heading of a further resolution in the same text ("65/218. Title", "Resolution 1325 (2000)"): the length of
/// its number in bytes, and the byte offset of its title.
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

/// The length in bytes of part letters after a number: " A", " A-C", " A and B".
fn letters(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    if bytes.first() == Some(&b' ') && bytes.get(1).is_some_and(u8::is_ascii_uppercase) {
        at = 2;
        let joins = tables().flat_map(|words| words.addresses.joins).map(|join| format!(" {join} "));
        for joiner in joins.chain(["-".to_owned(), "–".to_owned()]) {
            if let Some(after) = rest.get(2..).and_then(|rest| rest.strip_prefix(joiner.as_str()))
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

/// The symbol of a resolution for the number in its title or heading; `None` where the symbols of the organ are not
/// known. Without an enacting phrase, the organ is taken to be the General Assembly.
pub(super) fn symbol_of(number: &str, speaker: Option<Speaker>) -> Option<String> {
    if agency_symbol(number).is_some() {
        return Some(number.to_owned());
    }
    let number: String = number.chars().map(latin_digit).collect();
    let number = number
        .trim_start_matches(|letter: char| !letter.is_ascii_digit() && !matches!(letter, 'E' | 'S'))
        .trim();
    let organ = match speaker {
        None => Organ::GeneralAssembly,
        Some(Speaker::Known(organ)) => organ,
        Some(Speaker::Other) => return None,
    };
    Some(format!("{}/RES/{number}", organ.stem()))
}

/// The words after a label: "General" for "Distr.: General".
pub(super) fn after_label(text: &str) -> String {
    let value = match text.split_once([':', '：']) {
        Some((_, value)) => value,
        None => text.split_once(". ").map_or(text, |(_, value)| value),
    };
    value.trim().trim_matches('*').to_owned()
}

/// The first symbol of a resolution, decision or statement in a line that has other words too: "General Assembly
/// A/RES/79/2 Distr.: General".
pub(super) fn symbol_in(text: &str) -> Option<&str> {
    text.split(is_gap).find(|word| {
        ["/RES/", "/PRST/", "/DEC/"].iter().any(|kind| word.contains(kind))
            && is_symbol_line(word)
            && word.bytes().any(|byte| byte.is_ascii_digit())
    })
}

/// Whether a line consists of a document symbol.
pub(super) fn is_symbol_line(words: &str) -> bool {
    let bytes = words.as_bytes();
    if bytes.len() > 60 || !bytes.first().is_some_and(u8::is_ascii_uppercase) {
        return false;
    }
    let body = words.trim_end_matches('*').trim_end();
    // "A/80/286." with a full stop is a footnote.
    if body.ends_with('.') {
        return false;
    }
    let (symbol, rest) = body.split_once(is_gap).unwrap_or((body, ""));
    let slashes = symbol.bytes().filter(|&byte| byte == b'/').count();
    let tail = rest.trim();
    slashes >= 1
        && (slashes >= 2 || symbol.bytes().any(|byte| byte.is_ascii_digit()))
        && symbol.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/.()-*".contains(&byte))
        && symbol
            .split('/')
            .next()
            .is_some_and(|organ| organ.len() <= 6 && organ.bytes().all(|byte| byte.is_ascii_uppercase()))
        && (tail.is_empty()
            || tail.starts_with('(') && (tail.ends_with(')') || tail.contains(")/") && !tail.contains(") "))
            || tail.len() <= 6
                && tail.bytes().all(|byte| byte.is_ascii_uppercase() || b"-,& ".contains(&byte)))
}
