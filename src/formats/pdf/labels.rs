//! What the first words of a line tell: whether it begins a paragraph, and the marker of a footnote.

/// Whether a line begins with the label of a paragraph or a list item: "12. ", "(a) ", "a) ", "– ".
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

/// Whether the full stop at the end of a line may belong to an abbreviation: "No.", "paras.", "Mr.", "п.".
pub(super) fn ends_with_abbreviation(words: &str) -> bool {
    let Some(bare) = words.strip_suffix('.') else { return false };
    let last = bare.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    (1..=5).contains(&last.chars().count()) && last.chars().all(char::is_alphabetic)
}

/// The marker of a footnote: "1 See", "1See", "(1) See", "* See".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// Byte range of the marker without its brackets; the end is exclusive.
    pub from: usize,
    pub to: usize,
    /// Byte offset of the first word after it.
    pub body: usize,
    /// No space separates it from the words.
    pub glued: bool,
}

/// The marker at the beginning of a line of a note; `None` where the line does not begin with one.
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
    let fits = !glued
        || from > 0
        || next.is_alphabetic() && !next.is_lowercase()
        || matches!(next, '《' | '“' | '«');
    ((1..=3).contains(&length) && fits).then_some(Marker { from, to, body: words.len() - body.len(), glued })
}

/// The number at the beginning of a note; `None` for an asterisk.
pub(super) fn note_number(words: &str) -> Option<u32> {
    marker(words).and_then(|at| words.get(at.from..at.to)?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_dashes_begin_a_paragraph() {
        for words in ["12. Requests", "(a) The", "b) Les", "(iv) In", "– a dash", "（一） 条", "3、条"]
        {
            assert!(begins_anew(words), "{words}");
        }
        for words in ["2040. The year", "1.5 million", "(see above) and", "a reader", "-based"] {
            assert!(!begins_anew(words), "{words}");
        }
    }

    #[test]
    fn short_words_before_a_stop_may_be_abbreviations() {
        assert!(["see No.", "in paras.", "by Mr.", "(п."].iter().all(|words| ends_with_abbreviation(words)));
        assert!(!["on all rivers.", "of 2040.", "water;"].iter().any(|words| ends_with_abbreviation(words)));
    }

    #[test]
    fn a_footnote_marker_is_followed_by_a_space_or_a_capital() {
        let told = |words: &'static str| marker(words).map(|at| (&words[at.from..at.to], &words[at.body..]));
        assert_eq!(told("1 See above."), Some(("1", "See above.")));
        assert_eq!(told("12See above."), Some(("12", "See above.")));
        assert_eq!(told("(3) A/95/204."), Some(("3", "A/95/204.")));
        assert_eq!(told("* Reissued."), Some(("*", "Reissued.")));
        assert_eq!((told("1st"), told("2040 was"), told("none")), (None, None, None));
    }
}
