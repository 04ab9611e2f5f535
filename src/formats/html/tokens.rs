//! Splits HTML into tags and text, in linear time and without a tree.
//!
//! It recovers from malformed pages as browsers do, where that matters to the text. A tag that never ends is text. It
//! knows nothing of elements except which of them contain no markup.

use crate::text::Part as _;
use std::borrow::Cow;

/// A tag or a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text whose character references are not yet replaced.
    Text(&'a str),
    /// The content of an element without markup: a script, a style, a title.
    Raw(&'a str),
    Open {
        name: &'a str,
        attributes: &'a str,
    },
    Close {
        name: &'a str,
    },
}

/// Elements whose content is not markup.
const RAW: [&str; 9] =
    ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "template"];

pub(super) struct Tokens<'a> {
    source: &'a str,
    at: usize,
    /// The element without markup whose content comes next.
    raw: Option<&'a str>,
    /// No double quotation mark is left in the source; the same for single ones below. So that each is searched in vain
    /// only once.
    no_double: bool,
    no_single: bool,
    /// How many bytes were searched in vain for the ends of tags.
    wasted: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, at: 0, raw: None, no_double: false, no_single: false, wasted: 0 }
    }

    fn rest(&self, at: usize) -> &'a str {
        self.source.part(at..)
    }

    fn slice(&self, from: usize, to: usize) -> &'a str {
        self.source.part(from..to)
    }

    fn byte(&self, at: usize) -> u8 {
        self.source.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// The next byte offset of a byte, or the length of the source.
    fn next_at(&self, byte: u8, from: usize) -> usize {
        memchr::memchr(byte, self.rest(from).as_bytes()).map_or(self.source.len(), |at| from + at)
    }

    /// The end of the comment, declaration or other non-tag that begins at `at`; `None` where none does.
    fn bogus(&self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        let past = |from: usize, end: &str| {
            memchr::memmem::find(self.rest(from).as_bytes(), end.as_bytes())
                .map_or(self.source.len(), |found| from + found + end.len())
        };
        if rest.starts_with("<!-->") {
            return Some(at + 5);
        }
        if rest.starts_with("<!--") {
            return Some(past(at + 4, "-->"));
        }
        if rest.starts_with("<![CDATA[") {
            // Only the start mark is skipped: the content is read as text, and so is the end mark.
            return Some(at + 9);
        }
        let declared = rest.starts_with("<!") || rest.starts_with("<?");
        let closing = rest.starts_with("</") && !self.byte(at + 2).is_ascii_alphabetic();
        (declared || closing).then(|| (self.next_at(b'>', at) + 1).min(self.source.len()))
    }

    /// The byte offset of the `>` that ends a tag; `None` where the tag never ends.
    fn attributes_end(&mut self, from: usize) -> Option<usize> {
        let mut at = from;
        let mut value = false;
        while at < self.source.len() {
            match self.byte(at) {
                b'>' => return Some(at),
                b'=' => {
                    value = true;
                    at += 1;
                    continue;
                }
                byte if byte.is_ascii_whitespace() => {
                    at += 1;
                    continue;
                }
                quote @ (b'"' | b'\'') if value => {
                    at = self.quoted(quote, at + 1)?;
                }
                _ => {
                    at += 1;
                    let stop = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'=');
                    let rest = self.rest_bytes(at);
                    at += rest.iter().position(stop).unwrap_or(rest.len());
                    // An unquoted address may contain "=".
                    while value && self.byte(at) == b'=' {
                        at += 1;
                        let rest = self.rest_bytes(at);
                        at += rest.iter().position(stop).unwrap_or(rest.len());
                    }
                }
            }
            value = false;
        }
        None
    }

    fn rest_bytes(&self, at: usize) -> &'a [u8] {
        self.source.as_bytes().part(at..)
    }

    /// The byte offset after the closing quotation mark. Where there is none in the rest of the source, the value ends
    /// like an unquoted one.
    fn quoted(&mut self, quote: u8, from: usize) -> Option<usize> {
        let none = if quote == b'"' { &mut self.no_double } else { &mut self.no_single };
        if !*none {
            if let Some(found) = memchr::memchr(quote, self.source.as_bytes().part(from..)) {
                return Some(from + found + 1);
            }
            *none = true;
        }
        let rest = self.rest_bytes(from);
        rest.iter().position(|byte| *byte == b'>' || byte.is_ascii_whitespace()).map(|found| from + found)
    }

    fn tag(&mut self, at: usize) -> Option<(usize, Token<'a>)> {
        let closing = self.byte(at + 1) == b'/';
        let start = at + 1 + usize::from(closing);
        // Once too many bytes were searched in vain, the rest of the page is text.
        if !self.byte(start).is_ascii_alphabetic() || self.wasted > 4 * self.source.len() {
            return None;
        }
        let stop = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
        let length = self.rest_bytes(start).iter().position(stop);
        let ends = length.and_then(|length| Some((start + length, self.attributes_end(start + length)?)));
        let Some((end, past)) = ends else {
            self.wasted += self.source.len() - at;
            return None;
        };
        let name = self.slice(start, end);
        if closing {
            return Some((past + 1, Token::Close { name }));
        }
        if RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
            self.raw = Some(name);
        }
        Some((past + 1, Token::Open { name, attributes: self.slice(end, past) }))
    }

    /// Where the content of an element without markup ends.
    fn raw_end(&self, name: &str) -> usize {
        let bytes = self.source.as_bytes();
        memchr::memmem::find_iter(self.rest_bytes(self.at), b"</")
            .map(|found| self.at + found)
            .find(|&found| {
                let end = found + 2 + name.len();
                let ends =
                    bytes.get(found + 2..end).is_some_and(|word| word.eq_ignore_ascii_case(name.as_bytes()));
                ends && !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric)
            })
            .unwrap_or(self.source.len())
    }
}

impl<'a> Iterator for Tokens<'a> {
    /// A token with its byte offset.
    type Item = (usize, Token<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(name) = self.raw.take() {
            let (from, end) = (self.at, self.raw_end(name));
            self.at = end;
            return Some((from, Token::Raw(self.slice(from, end))));
        }
        loop {
            let from = self.at;
            if from >= self.source.len() {
                return None;
            }
            if self.byte(from) != b'<' {
                self.at = self.next_at(b'<', from);
                return Some((from, Token::Text(self.slice(from, self.at))));
            }
            if let Some(end) = self.bogus(from) {
                self.at = end;
                continue;
            }
            if let Some((end, token)) = self.tag(from) {
                self.at = end;
                return Some((from, token));
            }
            // Not a tag: "x < y", or a tag that never ends.
            self.at = self.next_at(b'<', from + 1);
            return Some((from, Token::Text(self.slice(from, self.at))));
        }
    }
}

/// The attributes of a tag in order: names as written, values without quotes and with character references replaced.
pub(super) fn attributes(text: &str) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == '/');
        if rest.is_empty() {
            return None;
        }
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let end = rest
            .get(first..)
            .and_then(|tail| tail.find(|letter: char| letter.is_ascii_whitespace() || letter == '='))
            .map_or(rest.len(), |at| at + first);
        let (name, tail) = rest.split_at_checked(end)?;
        let Some(value) = tail.trim_start().strip_prefix('=') else {
            rest = tail;
            return Some((name, Cow::Borrowed("")));
        };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|first| matches!(first, '"' | '\''));
        let (value, after) = if let Some(parts) = quote.and_then(|quote| value.get(1..)?.split_once(quote)) {
            parts
        } else {
            let value = value.trim_start_matches(['"', '\'']);
            value.split_at(value.find(|letter: char| letter.is_ascii_whitespace()).unwrap_or(value.len()))
        };
        rest = after;
        Some((name.trim_end_matches('/'), decode(value)))
    })
}

/// Text with its character references replaced.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    if memchr::memchr(b'&', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'&', rest.as_bytes()) {
        let (before, reference) = rest.split_at(at);
        out.push_str(before);
        let taken = reference_at(reference, &mut out);
        if taken == 0 {
            out.push('&');
        }
        rest = reference.part(taken.max(1)..);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Appends the character of a reference and returns its length in bytes; 0 where there is none.
fn reference_at(text: &str, out: &mut String) -> usize {
    const LONGEST: usize = 32;
    let bytes = text.as_bytes();
    if let Some(number) = text.strip_prefix("&#") {
        let (digits, radix) = match number.strip_prefix(['x', 'X']) {
            Some(hex) => (hex, 16),
            None => (number, 10),
        };
        let count = digits.bytes().take(8).take_while(|byte| char::from(*byte).is_digit(radix)).count();
        let Some(value) = digits.get(..count).and_then(|digits| u32::from_str_radix(digits, radix).ok())
        else {
            return 0;
        };
        out.push(of_number(value));
        let semicolon = usize::from(digits.as_bytes().get(count) == Some(&b';'));
        return text.len() - digits.len() + count + semicolon;
    }
    let count = bytes.iter().skip(1).take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let semicolon = bytes.get(1 + count) == Some(&b';');
    // Without a semicolon only the oldest names are recognised, and the longest of them: "&eacutes".
    let shortest = if semicolon { count } else { 2 };
    for length in (shortest..=count).rev().take(if semicolon { 1 } else { 8 }) {
        let name = text.part(1..=length);
        if let Some(meant) = quick_xml::escape::resolve_html5_entity(name)
            && (semicolon || meant.chars().all(|letter| u32::from(letter) < 0x100))
        {
            out.push_str(meant);
            return 1 + length + usize::from(semicolon);
        }
    }
    0
}

/// The character of a numeric reference. Numbers 128 to 159 are read as Windows-1252, as browsers do.
fn of_number(value: u32) -> char {
    if (0x80..0xA0).contains(&value) {
        let byte = [value as u8];
        return encoding_rs::WINDOWS_1252.decode(&byte).0.chars().next().unwrap_or('\u{FFFD}');
    }
    char::from_u32(value).filter(|letter| *letter != '\0').unwrap_or('\u{FFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(source: &str) -> String {
        let each = Tokens::new(source).map(|(_, token)| match token {
            Token::Text(text) => format!("{:?}", decode(text)),
            Token::Raw(text) => format!("raw {text:?}"),
            Token::Open { name, attributes: text } => {
                let pairs: Vec<_> =
                    attributes(text).map(|(name, value)| format!(" {name}={value}")).collect();
                format!("<{name}{}>", pairs.concat())
            }
            Token::Close { name } => format!("</{name}>"),
        });
        each.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn tags_and_text() {
        let got = tokens("<!DOCTYPE html><P CLASS='a b' id=x hidden>A &lt; B&nbsp;&eacute;t&eacute</P><br/>");
        assert_eq!(got, r#"<P CLASS=a b id=x hidden=> "A < B\u{a0}été" </P> <br>"#);
    }

    #[test]
    fn what_looks_like_markup_but_is_not_is_text() {
        assert_eq!(tokens("1 < 2 & 3 <4"), r#""1 " "< 2 & 3 " "<4""#);
        assert_eq!(tokens("a<b"), r#""a" "<b""#);
        assert_eq!(tokens("see <a href=\"x"), r#""see " "<a href=\"x""#);
        assert_eq!(tokens("<a title=Bob's href=x?a=b>"), "<a title=Bob's href=x?a=b>");
        assert_eq!(tokens("<a href=\"x>one</a> two"), r#"<a href=x> "one" </a> " two""#);
    }

    #[test]
    fn comments_and_scripts_are_not_text() {
        assert_eq!(tokens("<!--[if x]><p>no<![endif]--><![if y]>yes<![endif]>"), r#""yes""#);
        assert_eq!(
            tokens("<script>a<b></scripty></SCRIPT >c"),
            r#"<script> raw "a<b></scripty>" </SCRIPT> "c""#
        );
        assert_eq!(tokens("<![CDATA[x]]>"), r#""x]]>""#);
    }

    #[test]
    fn references_are_replaced_once() {
        assert_eq!(
            decode("&amp;lt; &#8217; &#x2019; &#150; &bogus; &#0; & &;"),
            "&lt; ’ ’ – &bogus; \u{FFFD} & &;"
        );
    }
}
