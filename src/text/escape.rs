//! Escapes: of XML and HTML, and percent-encoding for addresses.

use crate::text::Part as _;
use crate::text::chars::is_noncharacter;
use std::borrow::Cow;

/// Escapes text for XML and HTML, for content and for attributes in double quotes. White space other than spaces becomes
/// a character reference, since a parser would make a space of it in an attribute. What no XML document may hold or should
/// hold, control characters and the code points that are not characters (U+FFFE and the like), becomes U+FFFD.
pub(crate) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 32);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\r' => out.push_str("&#13;"),
            letter if letter.is_control() || is_noncharacter(letter) => out.push(char::REPLACEMENT_CHARACTER),
            letter => out.push(letter),
        }
    }
    out
}

/// Percent-encodes all bytes but ASCII letters, digits and those in `kept`.
pub(crate) fn percent(text: &str, kept: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            let digits = [byte >> 4, byte & 15].map(|half| char::from_digit(u32::from(half), 16));
            out.extend(digits.into_iter().flatten().map(|digit| digit.to_ascii_uppercase()));
        }
    }
    out
}

/// Decodes what is percent-encoded; the text itself where that is not UTF-8.
pub(crate) fn unpercent(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let digit = |byte: Option<&u8>| byte.and_then(|&byte| char::from(byte).to_digit(16));
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, behind @ ..] = rest {
        if let (b'%', Some(high), Some(low)) = (byte, digit(behind.first()), digit(behind.get(1))) {
            out.push((high << 4 | low) as u8);
            rest = behind.part(2..);
        } else {
            out.push(*byte);
            rest = behind;
        }
    }
    String::from_utf8(out).map_or(Cow::Borrowed(text), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_xml_are_escaped() {
        assert_eq!(xml("a <b> & \"c\"\n"), "a &lt;b&gt; &amp; &quot;c&quot;&#10;");
        assert_eq!(xml("a\u{1}b\u{9b}c\u{fffe}d\u{1ffff}e"), "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e");
    }

    #[test]
    fn what_is_percent_encoded_is_decoded_again() {
        assert_eq!(percent("a b/é", b"/"), "a%20b/%C3%A9");
        for text in ["a b/é", "100 %", "%zz", "决定"] {
            assert_eq!(unpercent(&percent(text, b"/")), text);
        }
        assert_eq!(unpercent("100%, %4"), "100%, %4");
        assert_eq!(unpercent("%FF"), "%FF");
    }
}
