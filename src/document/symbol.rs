//! Symbols of United Nations documents: found in text and normalised.
//!
//! The normal form, called canonical, is the printed one with plain spaces, hyphens and Latin letters:
//! `A/RES/65/218`, `A/RES/58/1 B`, `A/RES/217 (III) A`, `S/RES/1325 (2000)`, `A/65/456/Add.2 (Part II)`. Numbers
//! without a symbol ("resolution 64/171 of the Assembly") are read by `grammar::references`, with the help of this
//! module.

pub(crate) mod number;
mod scan;
pub(crate) mod years;

pub(crate) use scan::at_slash;
pub(crate) use scan::scan;

pub use crate::lang::Organ;
use crate::lang::{capitalised, tables};
use crate::text::chars::{is_hyphen, is_invisible, latin_twin};
use crate::text::cursor::Cursor;

impl Organ {
    /// The organs whose symbols have a prefix before a slash. One whose symbols begin with those of another organ comes
    /// before it.
    const ALL: [Self; 6] = [
        Self::SubCommission,
        Self::CommissionOnHumanRights,
        Self::HumanRightsCouncil,
        Self::GeneralAssembly,
        Self::SecurityCouncil,
        Self::EconomicAndSocialCouncil,
    ];

    /// The prefix of the organ's symbols.
    pub(crate) fn stem(self) -> &'static str {
        match self {
            Self::GeneralAssembly => "A",
            Self::SecurityCouncil => "S",
            Self::EconomicAndSocialCouncil => "E",
            Self::HumanRightsCouncil => "A/HRC",
            Self::CommissionOnHumanRights => "E/CN.4",
            Self::SubCommission => "E/CN.4/Sub.2",
            Self::EnvironmentAssembly => "UNEP/EA",
        }
    }

    /// The organ of a symbol: `A/HRC/RES/13/23` is the Human Rights Council's. `None` where no known organ has such
    /// symbols.
    pub(crate) fn of(symbol: &str) -> Option<Self> {
        let folded = fold(symbol);
        Self::ALL.into_iter().find(|organ| {
            folded.trim_start().strip_prefix(organ.stem()).is_some_and(|rest| rest.starts_with('/'))
        })
    }
}

/// The kind of document that a symbol identifies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Form {
    Resolution,
    Decision,
    /// Reports, letters, drafts, meeting records.
    Document,
}

impl Form {
    fn code(self) -> &'static str {
        if self == Self::Decision { "DEC" } else { "RES" }
    }
}

/// A symbol in its canonical form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Symbol {
    text: String,
    form: Form,
}

impl Symbol {
    /// Parses a text that is a symbol as a whole, and may end in the asterisk of a reissue. `None` where it is not a
    /// symbol.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let folded = fold(text);
        let trimmed = folded.trim().trim_end_matches('*');
        let range = scan(trimmed).next()?;
        (range == (0..trimmed.len())).then(|| Self::of_scanned(trimmed))
    }

    /// `text` must be a range found by [`scan()`].
    fn of_scanned(text: &str) -> Self {
        let folded = fold(text);
        let form = form(&folded);
        let stem =
            [("/RES/", Form::Resolution), ("/DEC/", Form::Decision)].into_iter().find_map(|(mark, form)| {
                let (organ, number) = folded.split_once(mark)?;
                Some((Organ::ALL.into_iter().find(|found| found.stem() == organ)?, number, form))
            });
        if let Some((organ, number, form)) = stem {
            let mut cursor = Cursor::new(number, 0);
            if let Some(read) = number::read(&mut cursor).filter(|_| cursor.rest().is_empty()) {
                return Self { text: read.symbol(organ, form), form };
            }
            let bare = number.parse::<u32>().ok().filter(|_| organ == Organ::SecurityCouncil);
            if let Some(year) = bare.and_then(years::of) {
                return Self { text: format!("{folded} ({year})"), form };
            }
        }
        Self { text: tidy(folded), form }
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn into_string(self) -> String {
        self.text
    }

    pub(crate) fn form(&self) -> Form {
        self.form
    }
}

impl std::fmt::Display for Symbol {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

/// The symbol for a range found by [`scan()`].
pub(crate) fn of_scanned(text: &str) -> Symbol {
    Symbol::of_scanned(text)
}

fn form(folded: &str) -> Form {
    if folded.contains("/RES/") {
        Form::Resolution
    } else if folded.contains("/DEC/") {
        Form::Decision
    } else {
        Form::Document
    }
}

/// Replaces spaces, hyphens, brackets and look-alike letters of other scripts by their plain forms.
fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            _ if is_invisible(letter) => {}
            _ if is_hyphen(letter) => out.push('-'),
            '（' => out.push('('),
            '）' => out.push(')'),
            '／' => out.push('/'),
            _ if letter.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            _ => out.push(latin_twin(letter).filter(char::is_ascii_uppercase).unwrap_or(letter)),
        }
    }
    out
}

/// "(Part II)" and "(Parts I and II)" follow a space and are in English in every language; some texts have a space in
/// "Add. 1".
fn tidy(folded: String) -> String {
    let mut text = folded;
    if text.contains(". ") {
        for (spaced, closed) in [("Add. ", "Add."), ("Corr. ", "Corr."), ("Rev. ", "Rev.")] {
            text = text.replace(spaced, closed);
        }
    }
    let Some(at) = text.rfind('(').filter(|&at| at > 0 && text.ends_with(')')) else { return text };
    for word in tables().filter_map(|words| words.units.part.headed.first()) {
        for word in [word, capitalised(word).as_str()] {
            text = text.replace(&format!("({word} "), "(Part ");
        }
    }
    if let Some(parts) = text.get(at + 1..text.len() - 1).and_then(two_parts) {
        text.replace_range(at + 1..text.len() - 1, &parts);
    }
    if !text.get(..at).is_some_and(|head| head.ends_with(' ')) {
        text.insert(at, ' ');
    }
    text
}

/// "Parts I and II" for "Part I и II", "Parts I et II", "Part I和II".
fn two_parts(bracket: &str) -> Option<String> {
    let rest = bracket.strip_prefix("Part")?;
    let rest = rest.strip_prefix('s').unwrap_or(rest);
    let numerals: Vec<&str> = rest
        .split(|letter| !matches!(letter, 'I' | 'V' | 'X'))
        .filter(|numeral| !numeral.is_empty())
        .collect();
    match numerals.as_slice() {
        [first, last] if !rest.contains(',') => Some(format!("Parts {first} and {last}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
