//! The attributes of a start tag, parsed when they are asked for. What is not an attribute is skipped.

/// Iterates over names and values as written, in order, without namespace declarations.
#[derive(Clone, Debug)]
pub(crate) struct Attributes<'s> {
    rest: &'s str,
}

impl<'s> Attributes<'s> {
    /// `tag` is the whole start tag, with its angle brackets.
    pub(super) fn new(tag: &'s str) -> Self {
        let inner = tag.strip_prefix('<').unwrap_or(tag);
        let inner = inner.strip_suffix('>').unwrap_or(inner);
        let inner = inner.strip_suffix('/').unwrap_or(inner);
        let name = inner.bytes().position(is_space).unwrap_or(inner.len());
        Self { rest: inner.get(name..).unwrap_or_default() }
    }
}

impl<'s> Iterator for Attributes<'s> {
    type Item = (&'s str, &'s str);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = trim(self.rest);
            if rest.is_empty() {
                return None;
            }
            let name = rest.bytes().position(|byte| is_space(byte) || byte == b'=').unwrap_or(rest.len());
            let (name, rest) = rest.split_at_checked(name)?;
            let rest = trim(rest);
            let Some(rest) = rest.strip_prefix('=') else {
                self.rest = rest;
                continue;
            };
            let rest = trim(rest);
            let quote = rest.bytes().next().filter(|&byte| byte == b'"' || byte == b'\'');
            let (value, rest) = match quote {
                Some(quote) => {
                    let rest = rest.get(1..)?;
                    let end = memchr::memchr(quote, rest.as_bytes()).unwrap_or(rest.len());
                    (rest.get(..end)?, rest.get(end + 1..).unwrap_or_default())
                }
                None => rest.split_at_checked(rest.bytes().position(is_space).unwrap_or(rest.len()))?,
            };
            self.rest = rest;
            if !name.is_empty() && name != "xmlns" && !name.starts_with("xmlns:") {
                return Some((name, value));
            }
        }
    }
}

fn trim(text: &str) -> &str {
    let blanks = text.bytes().take_while(|&byte| is_space(byte)).count();
    text.get(blanks..).unwrap_or_default()
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// A name without its namespace prefix.
pub(super) fn local(name: &str) -> &str {
    match name.bytes().rposition(|byte| byte == b':') {
        Some(colon) => name.get(colon + 1..).unwrap_or(name),
        None => name,
    }
}
