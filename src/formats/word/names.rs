//! Recognises what something is in United Nations documents by its name: styles, symbols, the beginning of the
//! masthead.

use crate::lang::tables;

/// The heading level by the name of a style in United Nations and Word templates, for styles that do not set it.
pub(in crate::formats::word) fn heading_by_name(name: &str) -> Option<u8> {
    const KNOWN: [(&str, u8); 17] = [
        ("hm", 1),
        ("hch", 1),
        ("h1", 1),
        ("h23", 2),
        ("h4", 4),
        ("h56", 5),
        ("titlehch", 1),
        ("titlehm", 1),
        ("titleh1", 1),
        ("titleh2", 2),
        ("agendatitleh2", 2),
        ("title", 1),
        ("titre", 1),
        ("subtitle", 2),
        ("sm", 1),
        ("sl", 1),
        ("ss", 1),
    ];
    let bare: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect();
    let level = ["heading", "titre", "berschrift", "ttulo"]
        .iter()
        .find_map(|word| bare.strip_prefix(word)?.parse::<u8>().ok())
        .filter(|level| (1..=9).contains(level));
    level.or_else(|| KNOWN.iter().find(|(known, _)| *known == bare).map(|(_, level)| *level))
}

/// Whether a style is for preformatted plain text.
pub(in crate::formats::word) fn is_plain(name: &str) -> bool {
    matches!(
        name,
        "PreformattedText"
            | "Preformatted Text"
            | "Preformatted_20_Text"
            | "HTMLPreformatted"
            | "HTML Preformatted"
            | "PlainText"
            | "Plain Text"
    )
}

/// Whether a word is the symbol of a document: "A/RES/95/12", "S/2049/17".
pub(in crate::formats::word) fn is_symbol(word: &str) -> bool {
    word.len() < 40
        && word.starts_with(|first: char| first.is_ascii_uppercase())
        && word.contains('/')
        && word.bytes().any(|byte| byte.is_ascii_digit())
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/.()-*".contains(&byte))
}

/// Whether text begins a cell of the masthead. "United Nations Volunteers" does not: it is a row of a budget.
pub(in crate::formats::word) fn opens_masthead(words: &str) -> bool {
    let words = words.trim_start();
    let alone = |name: &&str| {
        words.strip_prefix(*name).is_some_and(|rest| {
            let next = rest.split_whitespace().next().unwrap_or_default();
            // Paragraphs of a cell follow each other without a space.
            next.is_empty() || is_symbol(next) || !rest.starts_with(char::is_whitespace) && rest.is_ascii()
        })
    };
    words.len() < 120
        && (words.starts_with("Distr")
            || tables().flat_map(|table| table.masthead.distribution).any(|label| words.starts_with(label))
            || tables().flat_map(|table| table.organs.united_nations).any(alone))
}

/// Whether a word is a typed mark of a note: "*", "(1)", `[٢]`.
pub(in crate::formats::word) fn is_typed_mark(word: &str) -> bool {
    word.chars().count() <= 5
        && word.chars().any(|letter| letter.is_ascii_punctuation())
        && !word.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::opens_masthead;

    #[test]
    fn only_the_name_of_the_organization_opens_a_masthead() {
        for cell in [
            "United Nations",
            "Nations Unies",
            "United NationsA/RES/95/1",
            "联合国",
            "Distr.: General",
            "United Nations A/95/1",
        ] {
            assert!(opens_masthead(cell), "{cell}");
        }
        for cell in [
            "United Nations Volunteers",
            "United Nations police",
            "Nations Unies pour la paix",
            "联合国志愿人员",
        ] {
            assert!(!opens_masthead(cell), "{cell}");
        }
    }
}
