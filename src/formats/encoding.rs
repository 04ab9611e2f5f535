//! Decodes bytes to Unicode: by their byte order mark, as UTF-8, or by a guess.
//!
//! Text that was decoded wrongly before it was saved (mojibake) is not repaired.

use super::{ReadError, sniff};
use crate::document::Finding;
use crate::text::chars;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// The text of a file and how it was decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    pub text: Cow<'a, str>,
    /// The encoding's name: `UTF-8`, `windows-1251`.
    pub encoding: &'static str,
    /// A sentence for the reader where the text may be wrong: bytes were replaced, or the encoding was guessed.
    pub doubt: Option<Finding>,
}

/// Decodes a file with the encoding of that label, or with the one that its bytes indicate. Errors: an unknown label,
/// and bytes that are not text.
pub fn decode<'a>(bytes: &'a [u8], encoding: Option<&str>) -> Result<Decoded<'a>, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if let Some(foreign) = sniff::foreign(bytes) {
        return Err(foreign);
    }
    let decoded = match encoding {
        Some(label) => {
            let label = label.trim();
            let encoding = Encoding::for_label(label.as_bytes())
                .ok_or_else(|| ReadError::UnknownEncoding(label.to_owned()))?;
            read(bytes, encoding)
        }
        None => recognise(bytes)?,
    };
    if decoded.text.trim_matches(is_blank).is_empty() {
        return Err(ReadError::Blank);
    }
    Ok(decoded)
}

/// Whether a character is white space or invisible.
fn is_blank(letter: char) -> bool {
    chars::is_blank(letter) || letter.is_control()
}

fn recognise(bytes: &[u8]) -> Result<Decoded<'_>, ReadError> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(read(bytes, encoding));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok(read(bytes, encoding));
    }
    let head = bytes.get(..bytes.len().min(1 << 16)).unwrap_or(bytes);
    if memchr::memchr(0, head).is_some() && is_binary(head) {
        return Err(ReadError::Binary);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: Cow::Borrowed(text), encoding: "UTF-8", doubt: None });
    }
    if mostly_utf8(bytes) {
        return Ok(read(bytes, UTF_8));
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes.get(..bytes.len().min(1 << 20)).unwrap_or(bytes), true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
    let mut decoded = read(bytes, encoding);
    decoded.doubt = Some(Finding::EncodingGuessed { encoding: decoded.encoding });
    Ok(decoded)
}

/// Whether the file holds too many control characters for a text: more than four, and more than one byte in 500. A few
/// come from old word processors and damaged disks, and are taken out of the text.
fn is_binary(head: &[u8]) -> bool {
    let controls = head.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count();
    controls > 4.max(head.len() / 500)
}

fn read<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Decoded<'a> {
    let (text, used, replaced) = encoding.decode(bytes);
    let doubt = replaced.then(|| Finding::BytesReplaced { encoding: used.name() });
    Decoded { text, encoding: used.name(), doubt }
}

/// Detects UTF-16 without a byte order mark, in which every other byte of Latin text is zero.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4096) & !1)?;
    if head.len() < 8 {
        return None;
    }
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    let (high, low) = (zeros(0), zeros(1));
    let pairs = head.len() / 2;
    if high + low == 0 || high.min(low) * 20 > pairs || high.max(low) * 10 < pairs {
        return None;
    }
    let encoding = if low > high { UTF_16LE } else { UTF_16BE };
    (!encoding.decode(head).2).then_some(encoding)
}

/// Whether nearly all non-ASCII characters are well-formed UTF-8: the file is damaged or cut off.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 4 || (good == 0 && bad == 1 && bytes.len() > 64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes, None)
            .map_or_else(|error| format!("error: {error}"), |decoded| decoded.text.into_owned())
    }

    #[test]
    fn a_byte_order_mark_decides_and_is_dropped() {
        assert_eq!(text(b"\xEF\xBB\xBFCharte"), "Charte");
        assert_eq!(text(b"\xFF\xFEC\0h\0"), "Ch");
        assert_eq!(text(b"\xFE\xFF\0C\0h"), "Ch");
        assert_eq!(text(b"C\0h\0a\0r\0t\0e\0!\0"), "Charte!");
    }

    #[test]
    fn an_encoding_other_than_utf8_is_guessed_with_a_warning() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(
            "Генеральная Ассамблея, ссылаясь на свою резолюцию о правах человека, постановляет продолжить",
        );
        let decoded = decode(&bytes, None).unwrap();
        assert!(decoded.text.starts_with("Генеральная"), "{decoded:?}");
        assert!(decoded.doubt.is_some());
        let (bytes, _, _) =
            encoding_rs::WINDOWS_1252.encode("L’Assemblée générale, réaffirmant sa volonté à l’égard");
        assert!(text(&bytes).starts_with("L’Assemblée générale, réaffirmant"));
    }

    #[test]
    fn a_damaged_utf8_file_stays_utf8() {
        let decoded =
            decode("Décide de préciser à l’été\u{e9}".as_bytes().split_last().unwrap().1, None).unwrap();
        assert!(decoded.text.starts_with("Décide de préciser à l’été\u{FFFD}"));
        assert_eq!(decoded.encoding, "UTF-8");
    }

    #[test]
    fn an_encoding_is_found_by_its_label() {
        assert_eq!(decode(b"\xC4\xE0", Some("windows-1251")).unwrap().text, "Да");
        insta::assert_snapshot!(decode(b"x", Some("klingon")).unwrap_err(),
            @r#""klingon" is not an encoding that plenary knows; try utf-8, windows-1251, windows-1256 or gb18030"#);
    }

    #[test]
    fn bytes_that_are_not_text_are_refused() {
        insta::assert_snapshot!(text(b""), @"error: it is empty");
        insta::assert_snapshot!(text(b" \n\t\xEF\xBB\xBF"), @"error: it holds only white space");
        insta::assert_snapshot!(text(b"\x89PNG\r\n"), @"error: it is an image (PNG); it has no text; run it through text recognition first");
        insta::assert_snapshot!(text(b"a\0\0\0\0\0b"), @"error: it is not text (it holds zero bytes); export it as plain text first");
    }

    #[test]
    fn a_stray_zero_byte_does_not_make_a_text_binary() {
        assert_eq!(text(b"<p>1. Decides\0 to go on;</p>"), "<p>1. Decides\0 to go on;</p>");
        assert_eq!(
            text("<p>1. Décide\0 de poursuivre ;</p>".as_bytes()),
            "<p>1. Décide\0 de poursuivre ;</p>"
        );
    }
}
