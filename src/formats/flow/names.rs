//! Names that say what something is in documents of the United Nations: styles, symbols, the beginning of the masthead.

/// The level of a heading by the name of its style, as the United Nations and Word name them: for templates that do not say it.
pub(in crate::formats) fn heading_by_name(name: &str) -> Option<u8> {
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

/// The style of a text without any form.
pub(in crate::formats) fn is_plain(name: &str) -> bool {
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
pub(in crate::formats) fn is_symbol(word: &str) -> bool {
    word.len() < 40
        && word.starts_with(|first: char| first.is_ascii_uppercase())
        && word.contains('/')
        && word.bytes().any(|byte| byte.is_ascii_digit())
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/.()-*".contains(&byte))
}

/// Whether words are the beginning of a cell of the masthead.
pub(in crate::formats) fn opens_masthead(words: &str) -> bool {
    const HEADS: [&str; 8] = [
        "Distr",
        "التوزيع",
        "United Nations",
        "Nations Unies",
        "Naciones Unidas",
        "Организация",
        "الأمم المتحدة",
        "联合国",
    ];
    let words = words.trim_start();
    words.len() < 120 && HEADS.iter().any(|head| words.starts_with(head))
}

/// Whether a word is a mark that somebody typed: "*", "(1)", `[٢]`.
pub(in crate::formats) fn is_typed_mark(word: &str) -> bool {
    word.chars().count() <= 5
        && word.chars().any(|letter| letter.is_ascii_punctuation())
        && !word.chars().any(char::is_alphabetic)
}
