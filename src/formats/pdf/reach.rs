//! How far a reader of objects may go from a place before it gives up, and what of a content stream must not be read.
//!
//! It is a coarse reader of its own: it follows brackets and strings, and nothing else.

use super::guard::is_crowded;
use memchr::memmem;

/// A content stream that is shorter than this has no dictionary that is too large.
const SMALL: usize = 1 << 20;
/// A content stream with more ends of inline images than this has them blanked out: the library looks at all that
/// follows from each end anew, and calls itself for each beginning.
const MOST_IMAGES: usize = 64;

/// The end of the object that begins at `at`, or where it turns out to be none.
pub(super) fn reach(bytes: &[u8], at: usize) -> usize {
    let mut open: Vec<u8> = Vec::new();
    let mut at = at;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        let doubled = bytes.get(at) == Some(&byte);
        match byte {
            b'(' => at = string_end(bytes, at),
            b'%' => at = line_end(bytes, at),
            b'[' => open.push(byte),
            b'<' if doubled => {
                at += 1;
                open.push(byte);
            }
            b'<' => {
                let rest = bytes.get(at..).unwrap_or_default();
                at += memchr::memchr(b'>', rest).map_or(rest.len(), |end| end + 1);
            }
            b']' if open.pop() == Some(b'[') => {}
            b'>' if doubled && open.pop() == Some(b'<') => at += 1,
            b']' | b'>' | b')' | b'{' | b'}' => return at,
            _ => {}
        }
        if open.is_empty() && !byte.is_ascii_whitespace() {
            return at;
        }
        // The library gives up at the same depth.
        if open.len() > 512 {
            return at;
        }
    }
    at
}

/// The end of a string whose parenthesis was read.
fn string_end(bytes: &[u8], at: usize) -> usize {
    let mut depth = 1_usize;
    let mut at = at;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' if depth == 1 => return at,
            b')' => depth -= 1,
            _ => {}
        }
    }
    at
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len())
}

/// Takes out of a content stream what would take too long or too much memory: what follows from a dictionary that is
/// too large, and inline images where there are many. False where words may be lost.
pub(super) fn tame(data: &mut Vec<u8>) -> bool {
    let crowded = (data.len() > SMALL).then(|| crowded(data)).flatten();
    if let Some(at) = crowded {
        data.truncate(at);
    }
    if memmem::find(data, b"BI").is_some()
        && memmem::find_iter(data.as_slice(), b"EI").take(MOST_IMAGES + 1).count() > MOST_IMAGES
    {
        blank_images(data);
    }
    crowded.is_none()
}

/// Where the first dictionary begins that is too large.
fn crowded(data: &[u8]) -> Option<usize> {
    let mut next = 0;
    while let Some(found) = data.get(next..).and_then(|rest| memmem::find(rest, b"<<")) {
        let at = next + found;
        next = reach(data, at).max(at + 2);
        if is_crowded(data.get(at..next).unwrap_or_default()) {
            return Some(at);
        }
    }
    None
}

/// Blanks out each inline image, from its operator to its end.
fn blank_images(data: &mut [u8]) {
    let blank = |byte: Option<&u8>| byte.is_none_or(|byte| byte.is_ascii_whitespace() || *byte == 0);
    let mut at = 0;
    while let Some(&byte) = data.get(at) {
        match byte {
            b'(' => at = string_end(data, at + 1),
            b'%' => at = line_end(data, at + 1),
            b'B' if data.get(at + 1) == Some(&b'I')
                && blank(at.checked_sub(1).and_then(|before| data.get(before)))
                && data.get(at + 2).is_none_or(|&after| !after.is_ascii_alphanumeric()) =>
            {
                let end = image_end(data, at + 2).unwrap_or(at + 2);
                data.get_mut(at..end).unwrap_or_default().fill(b' ');
                at = end;
            }
            _ => at += 1,
        }
    }
}

/// Where an inline image ends: at the first `EI` between blanks that no binary data follows.
fn image_end(data: &[u8], at: usize) -> Option<usize> {
    const LOOKED_AT: usize = 16;
    let blank = |byte: Option<&u8>| byte.is_none_or(|byte| byte.is_ascii_whitespace() || *byte == 0);
    let begun = at + memmem::find(data.get(at..)?, b"ID")? + 2;
    let ends = memmem::find_iter(data.get(begun..)?, b"EI").map(|end| begun + end);
    ends.map(|end| end + 2).find(|&end| {
        let after = data.get(end..data.len().min(end + LOOKED_AT)).unwrap_or_default();
        blank(data.get(end - 3)) && blank(after.first()) && after.iter().all(u8::is_ascii)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reached(text: &str) -> &str {
        &text[..reach(text.as_bytes(), 0)]
    }

    #[test]
    fn an_object_ends_with_its_bracket() {
        assert_eq!(
            reached("<</A (a > \\) b (c)) /B [<3e> <<>>] % >>\n>> rest"),
            "<</A (a > \\) b (c)) /B [<3e> <<>>] % >>\n>>"
        );
        assert_eq!(reached("[1 2] rest"), "[1 2]");
        assert_eq!(reached("<< /A ) rest"), "<< /A )");
        assert_eq!(reached("<< (never closed"), "<< (never closed");
    }

    #[test]
    fn many_inline_images_are_blanked_out_and_the_words_between_them_stay() {
        let image = "BI /W 8 /H 1 ID \u{1}\u{2} EIEIO EI\n";
        let mut data: Vec<u8> =
            (0..80).flat_map(|at| format!("{image}(BI {at} EI) Tj\n").into_bytes()).collect();
        assert!(tame(&mut data));
        let text = String::from_utf8(data).unwrap();
        let words: Vec<_> = text.lines().filter(|line| !line.trim().is_empty()).map(str::trim).collect();
        assert_eq!(words.len(), 80);
        assert_eq!((words[0], words[79]), ("(BI 0 EI) Tj", "(BI 79 EI) Tj"));
    }

    #[test]
    fn few_inline_images_are_left_to_the_library() {
        let text = "BI /W 8 /H 1 ID \u{1} EI (words) Tj".repeat(9);
        let mut data = text.clone().into_bytes();
        assert!(tame(&mut data));
        assert_eq!(data, text.into_bytes());
    }
}
