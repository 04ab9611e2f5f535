//! Text for terminals without UTF-8: each character that the terminal lacks is replaced by the nearest that it has.
//!
//! On the screen ([`Charset::cell`]) a replacement is as wide as the original, so that nothing moves; in linear output
//! ([`Charset::spell`]) it may be longer. Letters of other scripts are not transliterated: they become question marks.

use super::measure::Measure;
use super::width::grapheme_width;
use std::borrow::Cow;
use unicode_normalization::char::decompose_compatible;
use unicode_segmentation::UnicodeSegmentation as _;

/// The character set of a terminal, derived from its locale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charset {
    #[default]
    Utf8,
    /// ISO 8859-1, one byte a character: letters of western Europe.
    Latin1,
    /// ISO 8859-15: as ISO 8859-1, with `œ` and the euro sign among others.
    Latin9,
    Ascii,
}

/// The bytes at which ISO 8859-15 differs from ISO 8859-1.
const LATIN9: [(u8, char); 8] =
    [(0xa4, '€'), (0xa6, 'Š'), (0xa8, 'š'), (0xb4, 'Ž'), (0xb8, 'ž'), (0xbc, 'Œ'), (0xbd, 'œ'), (0xbe, 'Ÿ')];

/// Stands for a character that has no replacement.
const LACKING: char = '?';

impl Charset {
    /// The character set of a POSIX locale such as `fr_FR.ISO-8859-1`.
    ///
    /// No locale at all means UTF-8, because containers and services set none more often than terminals lack UTF-8. A
    /// locale that names no known character set means ASCII, which every terminal can show.
    pub(crate) fn of_locale(locale: Option<&str>) -> Self {
        let Some(locale) = locale else { return Self::Utf8 };
        let locale = locale.to_ascii_lowercase();
        let name = locale.split_once('.').map_or(locale.as_str(), |(_, set)| set);
        let set: String =
            name.split('@').next().unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).collect();
        match set.as_str() {
            "utf8" => Self::Utf8,
            "iso88591" | "cp1252" | "windows1252" | "latin1" => Self::Latin1,
            "iso885915" | "latin9" => Self::Latin9,
            _ if locale.ends_with("@euro") => Self::Latin9,
            _ => Self::Ascii,
        }
    }

    /// The character set of the terminal, as `LC_ALL`, `LC_CTYPE` or `LANG` say; `env` looks up an environment variable.
    /// An empty variable counts as absent, as POSIX has it.
    pub fn of_environment(env: &dyn Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| env(name).filter(|value| !value.is_empty());
        Self::of_locale(["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set).as_deref())
    }

    /// Whether each character is sent as one byte instead of as UTF-8.
    pub(crate) fn is_bytes(self) -> bool {
        matches!(self, Self::Latin1 | Self::Latin9)
    }

    /// Whether the character can be shown unchanged.
    pub(crate) fn has(self, c: char) -> bool {
        match self {
            Self::Utf8 => true,
            Self::Ascii => c.is_ascii(),
            Self::Latin1 | Self::Latin9 => c.is_ascii() || self.byte(c).is_some(),
        }
    }

    /// The byte for a character above ASCII; `None` where the set lacks it.
    fn byte(self, c: char) -> Option<u8> {
        let byte = u8::try_from(u32::from(c)).ok().filter(|byte| *byte >= 0xa0);
        match self {
            Self::Latin1 => byte,
            Self::Latin9 => match LATIN9.iter().find(|(_, own)| *own == c) {
                Some((byte, _)) => Some(*byte),
                None => byte.filter(|byte| !LATIN9.iter().any(|(other, _)| other == byte)),
            },
            Self::Utf8 | Self::Ascii => None,
        }
    }

    /// The character for a byte above ASCII.
    pub(crate) fn letter(self, byte: u8) -> char {
        let latin9 = (self == Self::Latin9).then(|| LATIN9.iter().find(|(own, _)| *own == byte)).flatten();
        latin9.map_or(char::from(byte), |(_, letter)| *letter)
    }

    /// What to show for a grapheme on the screen, in as many cells as the grapheme takes.
    pub fn cell(self, grapheme: &str) -> Cow<'_, str> {
        if grapheme.chars().all(|c| self.has(c)) {
            return Cow::Borrowed(grapheme);
        }
        let cells = grapheme_width(grapheme).max(1);
        let first = grapheme.chars().next();
        let mut shown = match first {
            Some('«' | '»') => "\"".to_owned(),
            Some('…') => ".".to_owned(),
            Some(c) => self.near(c),
            None => String::new(),
        };
        if shown.chars().count() > cells || shown.is_empty() {
            shown = String::from(LACKING);
        }
        let fill = if shown.ends_with(LACKING) { LACKING } else { ' ' };
        let missing = cells - shown.chars().count().min(cells);
        shown.extend(std::iter::repeat_n(fill, missing));
        Cow::Owned(shown)
    }

    /// What to show for a line in linear output, where a replacement may be longer: `œ` as "oe", `«` as "<<".
    pub(crate) fn spell(self, text: &str) -> Cow<'_, str> {
        if text.chars().all(|c| self.has(c)) {
            return Cow::Borrowed(text);
        }
        let text = Measure { spelt: true, wide: false }.drawn(text);
        let spelt = text.graphemes(true).map(|grapheme| {
            let mut chars = grapheme.chars();
            match chars.next() {
                Some(c) if self.has(c) && chars.next().is_none() => grapheme.to_owned(),
                Some(c) => self.near(c),
                None => String::new(),
            }
        });
        Cow::Owned(spelt.collect())
    }

    /// Whether the character is there or has a replacement other than a question mark.
    pub(crate) fn can_spell(self, c: char) -> bool {
        self.has(c) || self.near(c) != "?"
    }

    /// The nearest replacement for a character, or a question mark.
    fn near(self, c: char) -> String {
        if self.has(c) {
            return c.into();
        }
        if let Some(plain) = alike(c) {
            return plain.into();
        }
        let mut parts = String::new();
        let mut lost = false;
        decompose_compatible(c, |part| {
            if self.has(part) {
                parts.push(part);
            } else {
                lost |= !unicode_normalization::char::is_combining_mark(part);
            }
        });
        if lost || parts.is_empty() { LACKING.into() } else { parts }
    }

    /// Converts UTF-8 output to this set, in place; unchanged for UTF-8 and ASCII. Characters that are missing become
    /// question marks.
    pub(crate) fn encode(self, bytes: &mut Vec<u8>) {
        if !self.is_bytes() {
            return;
        }
        let text = String::from_utf8_lossy(bytes);
        let byte = |c: char| if c.is_ascii() { c as u8 } else { self.byte(c).unwrap_or(LACKING as u8) };
        let encoded = text.chars().map(byte).collect();
        *bytes = encoded;
    }
}

/// ASCII replacements for punctuation, line drawing and ligatures.
fn alike(c: char) -> Option<&'static str> {
    Some(match c {
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | 'ʹ' | 'ʻ' | '‹' | '›' => "'",
        '“' | '”' | '„' | '‟' | '″' | '「' | '」' | '『' | '』' | '《' | '》' => "\"",
        '«' => "<<",
        '»' => ">>",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' | '━' | '┄' | '▾' | '\u{ad}' => {
            "-"
        }
        '│' | '▌' | '▐' | '┃' => "|",
        '▸' => "+",
        '▼' | '↓' => "v",
        '▶' | '→' => ">",
        '←' => "<",
        '↑' | '␛' => "^",
        '…' => "...",
        '•' | '·' | '●' | '▪' | '■' | '◦' | '○' | '※' | '★' => "*",
        '×' => "x",
        '§' => "S",
        '№' => "No",
        'œ' => "oe",
        'Œ' => "OE",
        'æ' => "ae",
        'Æ' => "AE",
        'ß' => "ss",
        'ø' | '°' | 'º' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' | 'ð' => "d",
        'Đ' | 'Ð' => "D",
        'ı' => "i",
        '€' => "EUR",
        '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => " ",
        '。' => ".",
        '、' => ",",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_character_set_follows_from_the_locale() {
        for (locale, charset) in [
            (None, Charset::Utf8),
            (Some("fr_FR.UTF-8"), Charset::Utf8),
            (Some("C.utf8"), Charset::Utf8),
            (Some("UTF-8"), Charset::Utf8),
            (Some("fr_FR.ISO-8859-1"), Charset::Latin1),
            (Some("fr_FR.ISO-8859-15@euro"), Charset::Latin9),
            (Some("fr_FR@euro"), Charset::Latin9),
            (Some("fr_FR"), Charset::Ascii),
            (Some("C"), Charset::Ascii),
            (Some("POSIX"), Charset::Ascii),
            (Some("ru_RU.KOI8-R"), Charset::Ascii),
        ] {
            assert_eq!(Charset::of_locale(locale), charset, "{locale:?}");
        }
    }

    #[test]
    fn replacements_on_the_screen_keep_the_width() {
        let cells = |charset: Charset, text: &str| -> String {
            text.graphemes(true).map(|grapheme| charset.cell(grapheme).into_owned()).collect()
        };
        let french = "« Décide – c’est l’œuvre » 2000²";
        assert_eq!(cells(Charset::Ascii, french), "\" Decide - c'est l'?uvre \" 20002");
        assert_eq!(cells(Charset::Latin1, french), "« Décide - c'est l'?uvre » 2000²");
        assert_eq!(cells(Charset::Latin9, french), "« Décide - c'est l'œuvre » 2000²");
        assert_eq!(cells(Charset::Ascii, "│ ▌▾ 决定。А"), "| |- ????. ?");
        assert_eq!(cells(Charset::Utf8, "决定"), "决定");
    }

    #[test]
    fn replacements_in_linear_output_may_be_longer() {
        assert_eq!(Charset::Ascii.spell("« l’œuvre » … n° 5"), "<< l'oeuvre >> ... no 5");
        assert_eq!(Charset::Latin9.spell("« l’œuvre »"), "« l'œuvre »");
        assert_eq!(Charset::Ascii.spell("Решает"), "??????");
    }

    #[test]
    fn latin_text_is_sent_as_single_bytes() {
        let mut bytes = "\u{1b}[1mDécidé œ €".as_bytes().to_vec();
        Charset::Latin9.encode(&mut bytes);
        assert_eq!(bytes, b"\x1b[1mD\xe9cid\xe9 \xbd \xa4");
        assert_eq!((Charset::Latin9.letter(0xbd), Charset::Latin1.letter(0xe9)), ('œ', 'é'));
    }

    proptest! {
        #[test]
        fn replacements_are_in_the_set_and_as_wide_as_the_original(text in any::<String>()) {
            for charset in [Charset::Ascii, Charset::Latin1, Charset::Latin9] {
                for grapheme in text.graphemes(true).filter(|g| grapheme_width(g) > 0) {
                    let shown = charset.cell(grapheme);
                    prop_assert!(shown.chars().all(|c| charset.has(c)), "{shown:?}");
                    prop_assert_eq!(shown.chars().count(), grapheme_width(grapheme));
                }
                prop_assert!(charset.spell(&text).chars().all(|c| charset.has(c)));
            }
        }
    }
}
