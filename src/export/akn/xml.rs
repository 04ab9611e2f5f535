//! Writes XML: tags, attributes and escaped text. Adds no white space where it would count as text.

use crate::text::escape::xml as escape;
use std::io::{self, Write};

pub(super) struct Xml<'w> {
    out: &'w mut dyn Write,
}

impl<'w> Xml<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        Self { out }
    }

    pub(super) fn raw(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    /// Writes escaped text.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        self.raw(&escape(text))
    }

    /// Writes a start tag on a line of its own.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.open_with(name, attributes, &[])
    }

    pub(super) fn open_with(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        more: &[(&str, String)],
    ) -> io::Result<()> {
        self.raw("\n")?;
        self.begin(name, attributes, more)
    }

    /// Writes a start tag within text.
    pub(super) fn begin(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        more: &[(&str, String)],
    ) -> io::Result<()> {
        self.tag(name, attributes, more)?;
        self.raw(">")
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)], more: &[(&str, String)]) -> io::Result<()> {
        self.raw("<")?;
        self.raw(name)?;
        let more = more.iter().map(|(name, value)| (*name, value.as_str()));
        for (name, value) in attributes.iter().copied().chain(more) {
            self.raw(" ")?;
            self.raw(name)?;
            self.raw("=\"")?;
            self.text(value)?;
            self.raw("\"")?;
        }
        Ok(())
    }

    /// Writes an element without content on a line of its own.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.raw("\n")?;
        self.tag(name, attributes, &[])?;
        self.raw("/>")
    }

    pub(super) fn end(&mut self, name: &str) -> io::Result<()> {
        self.raw("</")?;
        self.raw(name)?;
        self.raw(">")
    }

    /// Writes an end tag on a line of its own.
    pub(super) fn close(&mut self, name: &str) -> io::Result<()> {
        self.raw("\n")?;
        self.end(name)
    }

    /// Writes an element that contains only text.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
        self.open(name, attributes)?;
        self.text(text)?;
        self.end(name)
    }
}
