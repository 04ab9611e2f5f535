//! How the words of a line begin, as far as that tells a new paragraph from the next line of the old one.

/// Whether a line begins with a number or a letter of a list: "12. ", "(a) ", "a) ", "– ".
pub(super) fn begins_anew(words: &str) -> bool {
    let Some(first) = words.chars().next() else { return false };
    if matches!(first, '•' | '–' | '—' | '-' | '▪') {
        return words.chars().nth(1).is_some_and(char::is_whitespace);
    }
    let (inner, opened) = match words.strip_prefix(['(', '（']) {
        Some(inner) => (inner, true),
        None => (words, false),
    };
    let end = inner.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(inner.len());
    let label = inner.get(..end).unwrap_or_default();
    let rest = inner.get(end..).unwrap_or_default();
    let count = label.chars().count();
    if count == 0 || count > 4 {
        return false;
    }
    let figures = label.chars().all(char::is_numeric);
    let roman = label.chars().all(|letter| matches!(letter, 'i' | 'v' | 'x'));
    let closed = rest.starts_with([')', '）']);
    if opened || closed {
        return closed && (figures || roman || count == 1);
    }
    figures
        && count <= 3
        && rest.strip_prefix(['.', '．', '、']).is_some_and(|rest| {
            rest.starts_with([' ', '\u{A0}', '\u{3000}']) || !rest.starts_with(|next: char| next.is_numeric())
        })
}

/// How a note begins: "1 See", "1See", "(1) See", "* See".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// The marker without its brackets, in bytes.
    pub from: usize,
    pub to: usize,
    /// Where the words begin.
    pub body: usize,
    /// No room stands between it and the words.
    pub glued: bool,
}

/// The marker at the beginning of a line of notes.
pub(super) fn marker(words: &str) -> Option<Marker> {
    let from = usize::from(words.starts_with('('));
    let inner = words.get(from..)?;
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let stars = inner.bytes().take_while(|&byte| byte == b'*').count();
    let length = if digits > 0 { digits } else { stars };
    let to = from + length;
    let rest = words.get(to..)?;
    let rest = if from > 0 { rest.strip_prefix(')')? } else { rest };
    let body = rest.trim_start();
    let next = body.chars().next()?;
    let glued = body.len() == rest.len();
    let fits = !glued || from > 0 || next.is_alphabetic() && !next.is_lowercase() || matches!(next, '《' | '“' | '«');
    ((1..=3).contains(&length) && fits).then_some(Marker { from, to, body: words.len() - body.len(), glued })
}
