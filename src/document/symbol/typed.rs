//! Reads what people type to name a document: `65/218`, `a/res/65/218`, `SC 1325`, `A_RES_65_218`.
//!
//! Places in a document ("par. 7") are read by `lookup::address`.

use super::{Form, Organ, Symbol, fold, number, years};
use crate::text::cursor::Cursor;

/// Words before a number: those that name an organ, and those that say nothing and are skipped.
const ORGANS: [(&str, Option<Organ>); 16] = [
    ("SECURITY COUNCIL", Some(Organ::SecurityCouncil)),
    ("GENERAL ASSEMBLY", Some(Organ::GeneralAssembly)),
    ("HUMAN RIGHTS COUNCIL", Some(Organ::HumanRightsCouncil)),
    ("UNSCR", Some(Organ::SecurityCouncil)),
    ("UNSC", Some(Organ::SecurityCouncil)),
    ("UNGA", Some(Organ::GeneralAssembly)),
    ("ECOSOC", Some(Organ::EconomicAndSocialCouncil)),
    ("HRC", Some(Organ::HumanRightsCouncil)),
    ("CHR", Some(Organ::CommissionOnHumanRights)),
    ("SC", Some(Organ::SecurityCouncil)),
    ("CS", Some(Organ::SecurityCouncil)),
    ("GA", Some(Organ::GeneralAssembly)),
    ("AG", Some(Organ::GeneralAssembly)),
    ("AGNU", Some(Organ::GeneralAssembly)),
    ("CSNU", Some(Organ::SecurityCouncil)),
    ("CDH", Some(Organ::HumanRightsCouncil)),
];

const FORMS: [(&str, Form); 9] = [
    ("RESOLUTION", Form::Resolution),
    ("RÉSOLUTION", Form::Resolution),
    ("RESOLUCIÓN", Form::Resolution),
    ("РЕЗОЛЮЦИЯ", Form::Resolution),
    ("RES.", Form::Resolution),
    ("RES", Form::Resolution),
    ("DECISION", Form::Decision),
    ("DÉCISION", Form::Decision),
    ("DEC", Form::Decision),
];

/// The canonical symbol for what was typed; `None` where it does not name a document.
///
/// A bare number is a General Assembly resolution ("65/218"); one with a year is the Security Council's ("1325
/// (2000)").
pub fn typed(input: &str) -> Option<String> {
    let folded = fold(input.trim()).replace('_', "/").to_uppercase();
    let folded = folded.trim();
    if let Some(symbol) = Symbol::parse(&cased(folded)) {
        return Some(symbol.into_string());
    }
    let (mut organ, mut form, mut rest) = (None, Form::Resolution, folded);
    loop {
        let trimmed = rest.trim_start_matches([' ', ',', ':']);
        if let Some((named, after)) = word(trimmed, &ORGANS) {
            (organ, rest) = (named.or(organ), after);
        } else if let Some((named, after)) = word(trimmed, &FORMS) {
            (form, rest) = (named, after);
        } else {
            rest = trimmed;
            break;
        }
    }
    let mut cursor = Cursor::new(rest, 0);
    if let Some(read) = number::read(&mut cursor).filter(|_| cursor.rest().is_empty()) {
        return Some(read.symbol(organ.unwrap_or(Organ::GeneralAssembly), form));
    }
    let number: u32 = rest.parse().ok().filter(|_| organ == Some(Organ::SecurityCouncil))?;
    Some(match years::of(number) {
        Some(year) => format!("S/RES/{number} ({year})"),
        None => format!("S/RES/{number}"),
    })
}

fn word<'a, T: Copy>(text: &'a str, words: &[(&str, T)]) -> Option<(T, &'a str)> {
    words.iter().find_map(|&(word, meaning)| {
        let rest = text.strip_prefix(word)?;
        let ends = rest.chars().next().is_none_or(|next| !next.is_alphabetic() && next != '/');
        ends.then_some((meaning, rest))
    })
}

/// The components of a symbol that are not written in capitals.
fn cased(upper: &str) -> String {
    const WRITTEN: [(&str, &str); 9] = [
        ("/ADD.", "/Add."),
        ("/REV.", "/Rev."),
        ("/CORR.", "/Corr."),
        ("/AMEND.", "/Amend."),
        ("/SUB.", "/Sub."),
        ("(PART ", "(Part "),
        ("(VOL. ", "(Vol. "),
        ("(SECT. ", "(Sect. "),
        ("/SUMMARY", "/Summary"),
    ];
    WRITTEN.into_iter().fold(upper.to_owned(), |text, (shouted, written)| text.replace(shouted, written))
}
