//! The attributes of a start tag, read where they are asked for. What is not an attribute is passed over.

/// Names and values as they are written, in order. Declarations of namespaces are none.
#[derive(Clone, Debug)]
pub struct Attributes<'s> {
    rest: &'s str,
}

impl<'s> Attributes<'s> {
    /// `tag` is a start tag with its brackets.
    pub(super) fn new(tag: &'s str) -> Self {
        let inner = tag.strip_prefix('<').unwrap_or(tag);
        let inner = inner.strip_suffix('>').unwrap_or(inner);
        let inner = inner.strip_suffix('/').unwrap_or(inner);
        let name = inner.find(is_space).unwrap_or(inner.len());
        Self { rest: inner.get(name..).unwrap_or_default() }
    }
}

impl<'s> Iterator for Attributes<'s> {
    type Item = (&'s str, &'s str);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = self.rest.trim_start_matches(is_space);
            if rest.is_empty() {
                return None;
            }
            let name = rest.find(|letter| is_space(letter) || letter == '=').unwrap_or(rest.len());
            let (name, rest) = rest.split_at_checked(name)?;
            let rest = rest.trim_start_matches(is_space);
            let Some(rest) = rest.strip_prefix('=') else {
                self.rest = rest;
                continue;
            };
            let rest = rest.trim_start_matches(is_space);
            let quote = rest.chars().next().filter(|&letter| letter == '"' || letter == '\'');
            let (value, rest) = match quote {
                Some(quote) => {
                    let rest = rest.get(1..)?;
                    rest.split_once(quote).unwrap_or((rest, ""))
                }
                None => rest.split_at_checked(rest.find(is_space).unwrap_or(rest.len()))?,
            };
            self.rest = rest;
            if !name.is_empty() && name != "xmlns" && !name.starts_with("xmlns:") {
                return Some((name, value));
            }
        }
    }
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\n' | '\r')
}

/// A name without the prefix of its namespace.
pub(super) fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}
