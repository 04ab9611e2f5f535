//! Writes a document as a self-contained web page: no script and no other file, with styles for printing and for dark
//! mode.
//!
//! The `id` of each clause is its anchor, so that `page.html#op7` is paragraph 7 in every language. Except in `nav`,
//! only words of the document are written, so that the page can be read back.

mod page;

use super::inline::{InlinePiece, address, is_heading, pieces, pieces_of_cell, stands_above};
use super::notes::plain;
use crate::document::{Document, Kind, NodeId, Part, Target, naming};
use crate::lang::{Language, capitalised};
use crate::text::escape::xml as escape;
use crate::text::{bidi, clean};
use page::{fragment, id_of};
use std::collections::HashMap;
use std::io::{self, Write};

/// Writes a part of a document.
pub(crate) fn write(document: &Document, part: &Part, out: &mut dyn Write) -> io::Result<()> {
    page::head(document, out)?;
    page::contents(document, part, out)?;
    let mut writer = HtmlWriter { document, out, open: Vec::new(), marks: HashMap::new() };
    writer.raw("<main id=\"-text\">\n<article>\n")?;
    for id in part.ids(document) {
        writer.block(id)?;
    }
    writer.close_before(None)?;
    writer.notes(&part.notes)?;
    writer.raw("</article>\n</main>\n</body>\n</html>\n")
}

struct HtmlWriter<'p> {
    document: &'p Document,
    out: &'p mut dyn Write,
    /// The open elements.
    open: Vec<OpenElement>,
    /// How many marks of each note were written so far.
    marks: HashMap<NodeId, u32>,
}

struct OpenElement {
    end: NodeId,
    close: &'static str,
    scope: bool,
}

impl HtmlWriter<'_> {
    fn raw(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    /// Closes the elements that end before a node; all of them for `None`.
    fn close_before(&mut self, id: Option<NodeId>) -> io::Result<()> {
        while let Some(open) = self.open.pop_if(|open| id.is_none_or(|id| open.end <= id)) {
            self.raw(open.close)?;
        }
        Ok(())
    }

    fn block(&mut self, id: NodeId) -> io::Result<()> {
        self.close_before(Some(id))?;
        let node = self.document.node(id);
        let (tag, class) = element(node.kind);
        let anchor = id_of(self.document, id);
        if tag.is_empty() {
            return self.leaf(id, class, &anchor);
        }
        let name = match node.kind {
            Kind::Preamble => Some(capitalised(self.document.words().page.preamble)),
            Kind::OperativePart => Some(capitalised(self.document.words().page.operative_part)),
            _ => None,
        };
        let label = name.map_or_else(String::new, |name| format!(" aria-label=\"{name}\""));
        // The number that we counted is no word of the document: the style sheet prints it from the attribute.
        let counted = match node.kind {
            Kind::Preambular => format!(" data-n=\"{}\"", escape(&clean(&naming::label(self.document, id)))),
            _ => String::new(),
        };
        writeln!(self.out, "<{tag} class=\"{class}\" id=\"{anchor}\"{label}{counted}>")?;
        let close = match tag {
            "header" => "</header>\n",
            "section" => "</section>\n",
            "blockquote" => "</blockquote>\n",
            _ => "</div>\n",
        };
        if is_heading(node.kind) {
            let level = self.level();
            self.heading(id, level, "")?;
        } else if !node.body.is_empty() || !node.label.is_empty() {
            self.raw("<p>")?;
            self.words(id)?;
            self.raw("</p>\n")?;
        }
        self.open.push(OpenElement { end: node.subtree_end, close, scope: node.kind.is_scope() });
        Ok(())
    }

    /// Writes a node of a kind that has no children.
    fn leaf(&mut self, id: NodeId, class: &str, anchor: &str) -> io::Result<()> {
        let node = self.document.node(id);
        if node.body.is_empty() && node.label.is_empty() {
            return Ok(());
        }
        match node.kind {
            Kind::Title => self.heading(id, 1, anchor),
            Kind::Heading => {
                let level = self.level();
                self.heading(id, level, anchor)
            }
            Kind::Table => self.table(id, anchor),
            _ => {
                write!(self.out, "<p class=\"{class}\" id=\"{anchor}\">")?;
                self.words(id)?;
                self.raw("</p>\n")
            }
        }
    }

    fn table(&mut self, id: NodeId, anchor: &str) -> io::Result<()> {
        let document = self.document;
        let Some(table) = document.table(id) else {
            return page::laid_out(document.body(id), anchor, self.out);
        };
        writeln!(self.out, "<div class=\"wide\" tabindex=\"0\">\n<table role=\"table\" id=\"{anchor}\">")?;
        for (at, row) in table.rows().enumerate() {
            let in_head = at < table.header_rows as usize;
            if at == 0 {
                self.raw(if in_head { "<thead>\n" } else { "<tbody>\n" })?;
            } else if at == table.header_rows as usize {
                self.raw("</thead>\n<tbody>\n")?;
            }
            self.raw("<tr>")?;
            for cell in row {
                let close = page::open_cell(cell, in_head, self.out)?;
                let isolated = self.isolate(document.slice(cell.text))?;
                self.pieces(id, pieces_of_cell(document, cell))?;
                self.raw(isolated)?;
                self.raw(close)?;
            }
            self.raw("</tr>\n")?;
        }
        self.raw("</tbody>\n</table>\n</div>\n")
    }

    /// The heading level at this place, from 2 to 6.
    fn level(&self) -> usize {
        (2 + self.open.iter().filter(|open| open.scope).count()).min(6)
    }

    fn heading(&mut self, id: NodeId, level: usize, anchor: &str) -> io::Result<()> {
        let id_attribute = if anchor.is_empty() { String::new() } else { format!(" id=\"{anchor}\"") };
        let empty = self.document.node(id).body.is_empty() && self.document.label(id).trim().is_empty();
        if empty {
            return Ok(());
        }
        write!(self.out, "<h{level}{id_attribute}>")?;
        self.words(id)?;
        writeln!(self.out, "</h{level}>")
    }

    /// Writes the number and the words of a node.
    fn words(&mut self, id: NodeId) -> io::Result<()> {
        let node = self.document.node(id);
        let label = self.document.label(id).trim();
        if !label.is_empty() {
            let label = escape(&clean(label));
            let numbered = node.kind.is_clause();
            if numbered {
                let to = fragment(&id_of(self.document, id));
                write!(self.out, "<a class=\"n\" href=\"#{to}\">{label}</a>")?;
            } else {
                write!(self.out, "<span class=\"n\">{label}</span>")?;
            }
            if !node.body.is_empty() {
                self.raw(if stands_above(node.kind, &label) { "<br>\n" } else { " " })?;
            }
        }
        self.inline(id)
    }

    fn inline(&mut self, id: NodeId) -> io::Result<()> {
        let close = self.isolate(self.document.body(id))?;
        let mut pieces = pieces(self.document, id);
        let end = if close.is_empty() { "" } else { sentence_end(self.document, &mut pieces) };
        self.pieces(id, pieces)?;
        self.raw(close)?;
        self.raw(end)
    }

    /// Begins an isolate around words that are read in the other direction than the page, such as "23 December 2024" in
    /// an Arabic document; returns what ends it.
    fn isolate(&mut self, words: &str) -> io::Result<&'static str> {
        let page = self.document.language().is_some_and(Language::is_rtl);
        let letters = words.chars().any(char::is_alphanumeric);
        match (page, bidi::needs_reordering(words, false)) {
            (true, false) if letters => self.raw("<bdi dir=\"ltr\">").map(|()| "</bdi>"),
            (false, true) if bidi::is_rtl(words) => self.raw("<bdi dir=\"rtl\">").map(|()| "</bdi>"),
            _ => Ok(""),
        }
    }

    fn pieces(&mut self, id: NodeId, pieces: Vec<InlinePiece<'_>>) -> io::Result<()> {
        let document = self.document;
        let mut set_off = false;
        let mut linked = None;
        for piece in pieces {
            let reference = piece.reference.filter(|_| piece.mark.is_none());
            let span = reference.map(|reference| reference.span);
            if (set_off, linked) != (piece.emphasis, span) {
                self.raw(if linked.is_some() { "</a>" } else { "" })?;
                self.raw(if set_off && !piece.emphasis { "</i>" } else { "" })?;
                self.raw(if piece.emphasis && !set_off { "<i>" } else { "" })?;
                let to = reference.and_then(|reference| self.address(id, &reference.target));
                linked = span.filter(|_| to.is_some());
                if let Some(to) = to {
                    write!(self.out, "<a href=\"{to}\">")?;
                }
                set_off = piece.emphasis;
            }
            let words = document.slice(piece.span);
            match piece.mark {
                Some(mark) => self.mark(words, mark.note)?,
                None => {
                    for (at, line) in words.split('\n').enumerate() {
                        self.raw(if at > 0 { "<br>" } else { "" })?;
                        self.raw(&escape(&clean(line)))?;
                    }
                }
            }
        }
        self.raw(if linked.is_some() { "</a>" } else { "" })?;
        self.raw(if set_off { "</i>" } else { "" })
    }

    /// Where a reference leads: a place on this page, the document on undocs.org, or the Charter; `None` where that is not
    /// known.
    fn address(&self, from: NodeId, target: &Target) -> Option<String> {
        if let Some(id) = target.within(self.document, from) {
            return Some(format!("#{}", fragment(&id_of(self.document, id))));
        }
        // Decisions are printed together and have no documents of their own.
        let decision = matches!(target, Target::Decision { .. });
        address(target, self.document.language()).filter(|_| !decision)
    }

    fn mark(&mut self, printed: &str, note: Option<NodeId>) -> io::Result<()> {
        let shown = escape(&plain(printed));
        let Some(note) = note else { return write!(self.out, "<sup>{shown}</sup>") };
        let count = self.marks.entry(note).or_insert(0);
        *count += 1;
        let anchor = id_of(self.document, note);
        let own = if *count == 1 { format!("ref-{anchor}") } else { format!("ref-{anchor}.{count}") };
        let to = fragment(&anchor);
        write!(self.out, "<sup><a id=\"{own}\" href=\"#{to}\" role=\"doc-noteref\">{shown}</a></sup>")
    }

    fn notes(&mut self, notes: &[NodeId]) -> io::Result<()> {
        if notes.is_empty() {
            return Ok(());
        }
        let names = &self.document.words().page;
        writeln!(
            self.out,
            "<section class=\"notes\" id=\"notes\" role=\"doc-endnotes\" aria-label=\"{}\">\n<hr>",
            capitalised(names.notes)
        )?;
        for &id in notes {
            let anchor = id_of(self.document, id);
            let label = escape(&plain(self.document.label(id)));
            writeln!(self.out, "<div class=\"note\" id=\"{anchor}\" role=\"doc-footnote\">")?;
            if self.marks.contains_key(&id) {
                let to = fragment(&anchor);
                let back = names.back;
                write!(
                    self.out,
                    "<p><a class=\"n\" href=\"#ref-{to}\" role=\"doc-backlink\" title=\"{back}\">{label}</a> "
                )?;
            } else {
                write!(self.out, "<p><span class=\"n\">{label}</span> ")?;
            }
            self.inline(id)?;
            self.raw("</p>\n")?;
            for child in (id.0 + 1..self.document.node(id).subtree_end.0).map(NodeId) {
                self.raw("<p>")?;
                self.words(child)?;
                self.raw("</p>\n")?;
            }
            self.raw("</div>\n")?;
        }
        self.raw("</section>\n")
    }
}

/// Takes the stop behind the last words off them: it belongs to the sentence, which is read as the page is, and not to
/// words of the other direction in it.
fn sentence_end<'d>(document: &'d Document, pieces: &mut [InlinePiece<'d>]) -> &'d str {
    let Some(last) = pieces.last_mut().filter(|last| last.mark.is_none()) else { return "" };
    let words = document.slice(last.span);
    let kept = words.trim_end_matches(['.', ';', ',']);
    last.span.end -= (words.len() - kept.len()) as u32;
    words.get(kept.len()..).unwrap_or_default()
}

/// The element and the class for a kind; the element is empty for kinds that have no children.
fn element(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Masthead => ("header", "masthead"),
        Kind::Preamble => ("section", "preamble"),
        Kind::OperativePart => ("section", "operative"),
        Kind::Section => ("section", "section"),
        Kind::Part => ("section", "part"),
        Kind::Annex => ("section", "annex"),
        Kind::Article => ("section", "article"),
        Kind::Quotation => ("blockquote", "quotation"),
        Kind::Preambular => ("div", "pp"),
        Kind::Operative => ("div", "op"),
        Kind::Paragraph => ("div", "para"),
        Kind::Subparagraph => ("div", "sub"),
        Kind::Document | Kind::Notes | Kind::Note => ("div", "note"),
        Kind::MastheadLine => ("", "line"),
        Kind::Title => ("", "title"),
        Kind::Enacting => ("", "enacting"),
        Kind::Continuation => ("", "more"),
        Kind::Heading => ("", "heading"),
        Kind::Table => ("", "table"),
        Kind::Vote => ("", "vote"),
        Kind::Closing => ("", "closing"),
    }
}
