//! What a terminal without UTF-8 can show: each character as one of its own, or visibly replaced.
//!
//! On the screen a replacement takes the cells of what it stands for, so that nothing moves; on plain lines it may be
//! longer. Nothing is guessed about letters of other scripts: they stand as question marks.

use super::width::grapheme_width;
use std::borrow::Cow;
use unicode_normalization::char::decompose_compatible;
use unicode_segmentation::UnicodeSegmentation as _;

/// The characters of a terminal, told from its locale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charset {
    #[default]
    Utf8,
    /// ISO 8859-1: a byte each, letters of western Europe.
    Latin1,
    /// ISO 8859-15: the same with œ and the euro sign.
    Latin9,
    Ascii,
}

/// Where ISO 8859-15 differs from ISO 8859-1.
const LATIN9: [(u8, char); 8] =
    [(0xa4, '€'), (0xa6, 'Š'), (0xa8, 'š'), (0xb4, 'Ž'), (0xb8, 'ž'), (0xbc, 'Œ'), (0xbd, 'œ'), (0xbe, 'Ÿ')];

/// Stands for what cannot be shown.
const LACKING: char = '?';

impl Charset {
    /// Of the locale that holds, `fr_FR.ISO-8859-1`; `None` is a container or a service more often than a terminal
    /// without UTF-8. A locale that names no character set is ASCII: that is legible on every terminal.
    pub fn of_locale(locale: Option<&str>) -> Self {
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

    /// One byte is one letter.
    pub fn is_bytes(self) -> bool {
        matches!(self, Self::Latin1 | Self::Latin9)
    }

    /// Whether a character can be shown as it is.
    pub fn has(self, c: char) -> bool {
        match self {
            Self::Utf8 => true,
            Self::Ascii => c.is_ascii(),
            Self::Latin1 | Self::Latin9 => c.is_ascii() || self.byte(c).is_some(),
        }
    }

    /// The byte of a character above ASCII.
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

    /// The character of a byte above ASCII.
    pub fn letter(self, byte: u8) -> char {
        let latin9 = (self == Self::Latin9).then(|| LATIN9.iter().find(|(own, _)| *own == byte)).flatten();
        latin9.map_or(char::from(byte), |(_, letter)| *letter)
    }

    /// What one cell or two show for a grapheme: as many cells as the grapheme has.
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

    /// A line of text as it can be spelt: `œ` as oe, `«` as <<.
    pub fn spell(self, text: &str) -> Cow<'_, str> {
        if text.chars().all(|c| self.has(c)) {
            return Cow::Borrowed(text);
        }
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

    /// Text is shown without loss but for accents and the shape of quotation marks.
    pub fn can_spell(self, c: char) -> bool {
        self.has(c) || self.near(c) != "?"
    }

    /// The nearest that there is for a character that is not.
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

    /// The bytes that are sent: those of UTF-8, or one for each character.
    pub fn encode(self, bytes: &mut Vec<u8>) {
        if !self.is_bytes() {
            return;
        }
        let text = String::from_utf8_lossy(bytes);
        let byte = |c: char| if c.is_ascii() { c as u8 } else { self.byte(c).unwrap_or(LACKING as u8) };
        let encoded = text.chars().map(byte).collect();
        *bytes = encoded;
    }
}

/// Punctuation, lines and marks, and what is typed for them.
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
    fn a_locale_names_its_characters() {
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
    fn cells_keep_their_number() {
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
    fn lines_are_spelt() {
        assert_eq!(Charset::Ascii.spell("« l’œuvre » … n° 5"), "<< l'oeuvre >> ... no 5");
        assert_eq!(Charset::Latin9.spell("« l’œuvre »"), "« l'œuvre »");
        assert_eq!(Charset::Ascii.spell("Решает"), "??????");
    }

    #[test]
    fn bytes_of_latin() {
        let mut bytes = "\u{1b}[1mDécidé œ €".as_bytes().to_vec();
        Charset::Latin9.encode(&mut bytes);
        assert_eq!(bytes, b"\x1b[1mD\xe9cid\xe9 \xbd \xa4");
        assert_eq!((Charset::Latin9.letter(0xbd), Charset::Latin1.letter(0xe9)), ('œ', 'é'));
    }

    proptest! {
        #[test]
        fn what_is_shown_is_in_the_set_and_as_wide(text in any::<String>()) {
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
