//! Character references. Only the five predefined names and numbers are resolved; entities that a document declares are
//! never expanded.

use quick_xml::escape::resolve_xml_entity;
use std::borrow::Cow;

/// Length in bytes of the longest reference: "&#x10FFFF;".
const LONGEST: usize = 12;

/// Text with its references resolved. An unknown reference stays as it is written.
pub(crate) fn unescape(source: &str) -> Cow<'_, str> {
    let Some(first) = memchr::memchr(b'&', source.as_bytes()) else { return Cow::Borrowed(source) };
    let (head, mut rest) = source.split_at_checked(first).unwrap_or((source, ""));
    let mut out = String::with_capacity(source.len());
    out.push_str(head);
    while let Some(after) = rest.strip_prefix('&') {
        let close = after.bytes().take(LONGEST).position(|byte| byte == b';');
        let known = close.and_then(|close| Some((after.get(..close)?, after.get(close + 1..)?)));
        rest = match known {
            Some((name, after)) if push(name, &mut out) => after,
            _ => {
                out.push('&');
                after
            }
        };
        let next = memchr::memchr(b'&', rest.as_bytes()).unwrap_or(rest.len());
        let (words, after) = rest.split_at_checked(next).unwrap_or((rest, ""));
        out.push_str(words);
        rest = after;
    }
    Cow::Owned(out)
}

/// Appends the character of a reference; false if it is unknown.
fn push(name: &str, out: &mut String) -> bool {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        let letter = code.ok().filter(|&code| code != 0).and_then(char::from_u32);
        out.extend(letter);
        return letter.is_some();
    }
    let known = resolve_xml_entity(name);
    out.push_str(known.unwrap_or_default());
    known.is_some()
}
