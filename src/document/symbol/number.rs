//! The numbers of resolutions as texts print them: `65/218 B`, `217 A (III)`, `1325 (2000)`, `S-13/2`.
//!
//! The words around a number say which organ it belongs to; this file does not read them.

use super::{Form, Organ};
use crate::lang::numerals::{self, HAN, han_value, latin_capital, roman_value};
use crate::lang::{Language, ar, tables, zh};
use crate::text::chars::{is_han, is_superscript, latin_twin};
use crate::text::cursor::Cursor;
use crate::text::is_rtl;

/// The number of a resolution, without its organ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    /// `65/218`, `S-13/2`, `2010/1`: session or year, number.
    Slash { session: String, number: u32 },
    /// `217 (III)`, `3201 (S-VI)`.
    Roman { number: u32, session: String },
    /// `1325 (2000)`.
    Year { number: u32, year: u16 },
}

/// A number with the letter of its part, or with the first and last letter of several parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Numbered {
    pub(crate) number: Number,
    /// Empty, `B`, or `A-E`.
    pub(crate) letters: String,
}

impl Numbered {
    /// The symbol of this number for an organ, where that organ has such numbers; otherwise for the organ that has.
    pub(crate) fn symbol(&self, organ: Organ, form: Form) -> String {
        let form = form.code();
        let letters = if self.letters.is_empty() { String::new() } else { format!(" {}", self.letters) };
        match &self.number {
            Number::Year { number, year } => format!("S/{form}/{number} ({year}){letters}"),
            Number::Roman { number, session } => {
                let organ = if organ == Organ::EconomicAndSocialCouncil { "E" } else { "A" };
                format!("{organ}/{form}/{number} ({session}){letters}")
            }
            Number::Slash { session, number } => {
                if organ == Organ::EnvironmentAssembly {
                    let form = if form == "DEC" { "Dec" } else { "Res" };
                    return format!("{}.{session}/{form}.{number}{letters}", organ.stem());
                }
                let yearly = session.parse::<u32>().is_ok_and(|session| session >= 1946);
                let organ = match organ {
                    Organ::CommissionOnHumanRights | Organ::SubCommission if yearly => organ,
                    _ if yearly => Organ::EconomicAndSocialCouncil,
                    Organ::HumanRightsCouncil => organ,
                    _ => Organ::GeneralAssembly,
                };
                format!("{}/{form}/{session}/{number}{letters}", organ.stem())
            }
        }
    }

    /// Whether the number has a year in place of the session, as those of the Economic and Social Council do.
    pub(crate) fn is_yearly(&self) -> bool {
        matches!(&self.number, Number::Slash { session, .. } if session.len() == 4 && session.bytes().all(|byte| byte.is_ascii_digit()))
    }
}

/// Reads a number at the cursor. The caller must have checked that no letter or digit precedes it.
pub(crate) fn read(cursor: &mut Cursor<'_>) -> Option<Numbered> {
    let mut ahead = *cursor;
    let digit = ahead.byte().is_some_and(|byte| byte.is_ascii_digit());
    let found = if digit { plain(&mut ahead) } else { special(&mut ahead) }?;
    *cursor = ahead;
    Some(found)
}

/// `S-13/2`, `ES-10/24`; in Arabic `دإ-27/2`, `دإط-10/24`.
fn special(ahead: &mut Cursor<'_>) -> Option<Numbered> {
    let kind = special_session(ahead)?;
    let session = format!("{kind}-{}", ahead.digits(1, 2)?);
    if !ahead.eat("/") {
        return None;
    }
    let number = ahead.digits(1, 3)?.parse().ok()?;
    let letters = letters(ahead);
    ends(ahead).then_some(Numbered { number: Number::Slash { session, number }, letters })
}

fn special_session(ahead: &mut Cursor<'_>) -> Option<&'static str> {
    let kind = if ahead.eat("ES") || ahead.eat_any(&ar::EMERGENCY) {
        "ES"
    } else if ahead.eat("S") || ahead.eat_any(&ar::SPECIAL) {
        "S"
    } else {
        return None;
    };
    ahead.spaces();
    if !ahead.hyphen() {
        return None;
    }
    ahead.spaces();
    Some(kind)
}

fn plain(ahead: &mut Cursor<'_>) -> Option<Numbered> {
    let first = ahead.digits(1, 4)?;
    if ahead.eat("/") {
        let number: u32 = ahead.digits(1, 4)?.parse().ok()?;
        let session = first.trim_start_matches('0');
        let sound = match session.len() {
            1..=3 => true,
            4 => session.starts_with("19") || session.starts_with("20"),
            _ => false,
        };
        let letters = letters(ahead);
        let number = Number::Slash { session: session.to_owned(), number };
        return (sound && ends(ahead)).then_some(Numbered { number, letters });
    }
    let number: u32 = first.parse().ok()?;
    let mut read = letters(ahead);
    ahead.spaces();
    let number = bracket(ahead, number)?;
    if read.is_empty() {
        read = letters(ahead);
    }
    Some(Numbered { number, letters: read })
}

/// A number must not be followed by a digit, letter or slash: `12/10/2009` is a date, `1/2-inch` a measure.
fn ends(cursor: &Cursor<'_>) -> bool {
    cursor.at_boundary() && cursor.byte() != Some(b'/') && cursor.byte() != Some(b'%')
}

/// `(2000)`, `(III)`, `(S-VI)`, `(د-25)`, `(الدورة 3)`, `(二十一)`.
fn bracket(ahead: &mut Cursor<'_>, number: u32) -> Option<Number> {
    if !ahead.eat_any(&["(", "（"]) {
        return None;
    }
    ahead.spaces();
    let read = if let Some(year) = ahead.digits(4, 4) {
        let year: u16 = year.parse().ok()?;
        (1946..2100).contains(&year).then_some(Number::Year { number, year })?
    } else {
        Number::Roman { number, session: session(ahead)? }
    };
    ahead.spaces();
    ahead.eat_any(&[")", "）"]).then_some(read)
}

fn session(ahead: &mut Cursor<'_>) -> Option<String> {
    let mut special = *ahead;
    if let Some(kind) = special_session(&mut special) {
        *ahead = special;
        let session = roman(ahead).or_else(|| arabic(ahead))?;
        return Some(format!("{kind}-{session}"));
    }
    if ahead.eat_any(&ar::SESSION) {
        ahead.spaces();
        ahead.hyphen();
        ahead.spaces();
        return arabic(ahead);
    }
    roman(ahead).or_else(|| han(ahead))
}

fn arabic(ahead: &mut Cursor<'_>) -> Option<String> {
    let session: u32 = ahead.digits(1, 2)?.parse().ok()?;
    (session > 0).then(|| numerals::roman(session))
}

/// A Roman numeral below 100 in standard form. Cyrillic look-alikes are accepted as Latin letters.
fn roman(ahead: &mut Cursor<'_>) -> Option<String> {
    let mut read = String::new();
    while let Some(letter) = ahead.peek() {
        let latin = latin_capital(letter);
        if !"IVXL".contains(latin) {
            break;
        }
        read.push(latin);
        ahead.skip(letter);
        if read.len() > 8 {
            return None;
        }
    }
    roman_value(&read.to_ascii_lowercase()).is_some_and(|value| value < 100).then_some(read)
}

/// A Han numeral below 100.
fn han(ahead: &mut Cursor<'_>) -> Option<String> {
    let from = ahead.at;
    while let Some(letter) = ahead.peek().filter(|letter| HAN.contains(*letter)) {
        ahead.skip(letter);
    }
    han_value(ahead.since(from)).filter(|number| *number < 100).map(numerals::roman)
}

/// The letter of a part, or the first and last of several: `B`, ` A to E`, ` ألف إلى هاء`, `A和B`.
pub(crate) fn letters(cursor: &mut Cursor<'_>) -> String {
    let mut ahead = *cursor;
    ahead.spaces();
    let Some(first) = letter(&mut ahead) else { return String::new() };
    *cursor = ahead;
    let mut last = first;
    // "A, B and C" and "A to D" name parts. After a comma a further letter is required, so that an ordinary word is
    // not taken for a letter.
    while joiner(&mut ahead) {
        let Some(next) = letter(&mut ahead) else { break };
        if next <= last {
            break;
        }
        *cursor = ahead;
        last = next;
    }
    if last == first { first.to_string() } else { format!("{first}-{last}") }
}

fn joiner(ahead: &mut Cursor<'_>) -> bool {
    ahead.spaces();
    let comma = ahead.eat_any(&[",", "،", "、"]);
    ahead.spaces();
    let found = tables().any(|words| words.addresses.joins.iter().any(|join| eat_join(ahead, join)));
    let found = found || ahead.hyphen() || comma;
    ahead.spaces();
    found
}

/// Skips a word between two letters, with the space that most languages have after it.
fn eat_join(ahead: &mut Cursor<'_>, join: &str) -> bool {
    let mut behind = *ahead;
    let found = behind.eat(join) && (behind.spaces() || is_rtl(join) || join.starts_with(is_han));
    if found {
        *ahead = behind;
    }
    found
}

fn letter(ahead: &mut Cursor<'_>) -> Option<char> {
    let read = match ahead.peek()? {
        letter @ 'A'..='Z' => {
            ahead.skip(letter);
            letter
        }
        '\u{600}'..='\u{6ff}' => {
            let mut letters = Language::Ar.words().letters.iter().zip('A'..='Z');
            letters.find(|(names, _)| ahead.eat_any(names)).map(|(_, latin)| latin)?
        }
        letter => {
            let latin = latin_twin(letter).filter(|latin| matches!(latin, 'A'..='E'))?;
            ahead.skip(letter);
            latin
        }
    };
    // Han characters follow a letter without a space: 72/262 A号决议, 43/222 A至E号.
    let free = ahead.peek().is_none_or(|next| {
        zh::follows_letter(next)
            || !(next.is_alphanumeric() || matches!(next, '\'' | '’' | '/'))
            || is_superscript(next)
    });
    free.then_some(read)
}
