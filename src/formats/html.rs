//! Reads HTML pages, including what Word and `LibreOffice` save as HTML: paragraphs, headings, lists, tables and notes.
//!
//! The page is read as a stream of tags, without building a tree, so that no nesting is too deep. What surrounds a
//! document on a web site (navigation, headers, footers, hidden elements) is set aside. Of CSS only `style` attributes
//! are read, and scripts are ignored.

mod elements;
mod lists;
mod page;
mod tables;
#[cfg(test)]
mod tests;
mod tokens;

use super::cells::Cells;
use super::{Content, How, ReadError, Style};
use crate::document::Reason;
use crate::lang::Language;
use crate::text::Part as _;
use crate::text::chars::is_superscript;
use elements::{Attributes, Effects, Element, ElementKind, effects, is_running};
use lists::List;
use page::{PageWriter, TextStyle, is_marker};
use std::collections::HashSet;
use tokens::{Token, Tokens, decode};

/// How deep elements may be nested. Deeper ones only end the paragraph before them.
const DEEPEST: usize = 400;

/// Reads the decoded source of a page.
pub(crate) fn read(source: &str) -> Content {
    let mut reader = HtmlReader::new(source);
    for (at, token) in Tokens::new(source) {
        match token {
            Token::Text(text) => reader.words(text, at),
            Token::Raw(text) => reader.raw(text, at),
            Token::Open { name, attributes } => reader.open(name, attributes, at),
            Token::Close { name } => reader.close(name, at),
        }
    }
    reader.finish(source.len())
}

/// Reads the bytes of a page. Errors: [`ReadError::ErrorPage`] where it is the error page of a web server, else those
/// of decoding.
pub(crate) fn read_bytes(bytes: Vec<u8>, how: &How) -> Result<Content, ReadError> {
    let declared = declared_encoding(&bytes).map(str::to_owned);
    let how = How { encoding: how.encoding.or(declared.as_deref()), ..*how };
    let content = super::text(bytes, &how, read)?;
    if is_error_page(&content.text) { Err(ReadError::ErrorPage) } else { Ok(content) }
}

/// Whether a page is the error page of a web server, or a challenge to the browser, instead of the document.
fn is_error_page(words: &str) -> bool {
    const LONGEST: usize = 1_500;
    const SAID: [&str; 22] = [
        "no document matching your request",
        "pas de document correspondant",
        "no hay ningún documento",
        "404 not found",
        "was not found on this server",
        "does not exist on this server",
        "error 404",
        "404 error",
        "403 forbidden",
        "page not found",
        "page you requested",
        "file not found",
        "access denied",
        "access to this page has been denied",
        "request rejected",
        "request blocked",
        "service unavailable",
        "bad gateway",
        "gateway time-out",
        "internal server error",
        "just a moment...",
        "enable javascript and cookies",
    ];
    let words = words.get(..words.len().min(LONGEST + 1)).unwrap_or(words).to_lowercase();
    words.len() <= LONGEST && SAID.iter().any(|said| words.contains(said))
}

/// The encoding that a page declares. `None` where its bytes are valid UTF-8, whatever it declares.
fn declared_encoding(bytes: &[u8]) -> Option<&str> {
    const HEAD: usize = 4096;
    if std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or(bytes);
    let lower = head.to_ascii_lowercase();
    let names: [&[u8]; 2] = [b"charset", b"encoding"];
    names.into_iter().find_map(|name| {
        let after = memchr::memmem::find(&lower, name)? + name.len();
        let rest = head.get(after..)?;
        let skipped = rest.iter().take(8).position(u8::is_ascii_alphanumeric)?;
        let rest = rest.get(skipped..)?;
        let is_label = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.');
        let end = rest.iter().position(|byte| !is_label(byte)).unwrap_or(rest.len());
        let label = rest.get(..end)?;
        encoding_rs::Encoding::for_label(label).and_then(|_| std::str::from_utf8(label).ok())
    })
}

/// An open element.
struct OpenElement {
    element: Element,
    effects: Effects,
    /// Length of the text when the element was opened.
    from: usize,
    link: Option<OpenLink>,
    /// A `pre` whose lines are the rows of a table, laid out with spaces.
    table: bool,
}

/// A link, and what its attributes say about whether it is a footnote mark.
struct OpenLink {
    fragment: Option<String>,
    is_mark: bool,
    is_back: bool,
}

struct HtmlReader<'s> {
    page: PageWriter<'s>,
    stack: Vec<OpenElement>,
    /// How many elements of each name are on the stack, and how many are open beyond its maximum depth.
    open: [u32; Element::COUNT],
    deeper: [u32; Element::COUNT],
    emphasis: u32,
    raised: u32,
    notes: u32,
    mains: u32,
    asides: u32,
    reason: Option<Reason>,
    headings: Vec<u8>,
    lists: Vec<List>,
    tables: Vec<Cells>,
    /// The open note already has a paragraph.
    note_begun: bool,
    /// The paragraph is a note, because it begins with the target of a footnote mark.
    is_note: bool,
    /// The fragments that footnote marks link to.
    targets: HashSet<String>,
    language: Option<Language>,
    /// The page was saved by a word processor, which declares the language of its installation and not of the text.
    office: bool,
}

impl<'s> HtmlReader<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            page: PageWriter::new(source),
            stack: Vec::new(),
            open: [0; Element::COUNT],
            deeper: [0; Element::COUNT],
            emphasis: 0,
            raised: 0,
            notes: 0,
            mains: 0,
            asides: 0,
            reason: None,
            headings: Vec::new(),
            lists: Vec::new(),
            tables: Vec::new(),
            note_begun: false,
            is_note: false,
            targets: HashSet::new(),
            language: None,
            office: false,
        }
    }

    fn words(&mut self, text: &str, at: usize) {
        let face = TextStyle {
            emphasis: self.emphasis > 0,
            raised: self.raised > 0,
            aside: self.reason.filter(|_| self.asides > 0),
        };
        self.page.text(&decode(text), at, face);
    }

    /// Handles the content of an element without markup; only some of these are shown.
    fn raw(&mut self, text: &str, at: usize) {
        if let Some("xmp" | "textarea") = self.stack.last().map(|entry| entry.element.name()) {
            self.words(text, at);
        }
    }

    fn open(&mut self, name: &str, attributes: &str, at: usize) {
        let Some(element) = Element::of(name) else {
            if name.eq_ignore_ascii_case("meta") {
                self.office |=
                    ["Microsoft", "LibreOffice", "OpenOffice"].iter().any(|maker| attributes.contains(maker));
            }
            return;
        };
        let given = Attributes::of(attributes);
        if matches!(element.name(), "html" | "body") {
            self.language = self.language.or_else(|| language(given.language.as_deref()?));
        }
        match element.kind() {
            ElementKind::Break => return self.page.line_break(),
            ElementKind::Rule => {
                self.end(at);
                return self.page.apart();
            }
            _ => {}
        }
        if element.kind() != ElementKind::Inline && element.kind() != ElementKind::Link {
            self.end(at);
            self.close_implied(element, at);
        }
        if self.stack.len() >= DEEPEST {
            if let Some(count) = self.deeper.get_mut(element.index()) {
                *count += 1;
            }
            return;
        }
        self.push(element, &given, at);
    }

    fn push(&mut self, element: Element, given: &Attributes<'_>, at: usize) {
        let kind = element.kind();
        let mut effects = effects(element, given, self.mains > 0);
        if effects.aside == Some(Reason::PageHeader)
            && self.page.is_empty()
            && is_running(element.name(), given)
        {
            // The header of the first page is the masthead, and often the only place that has the symbol.
            effects.aside = None;
        }
        let is_target = given.id.as_deref().is_some_and(|id| self.targets.contains(id));
        match kind {
            ElementKind::Link => {
                self.is_note |= is_target && self.page.is_fresh();
            }
            ElementKind::Inline => effects.note = false,
            ElementKind::Block
            | ElementKind::Paragraph
            | ElementKind::Item
            | ElementKind::Cell
            | ElementKind::Row => effects.note |= is_target,
            _ => {}
        }
        if effects.note && self.notes == 0 {
            (self.note_begun, self.is_note) = (false, false);
        }
        self.emphasis += u32::from(effects.emphasis);
        self.raised += u32::from(effects.raised);
        self.notes += u32::from(effects.note);
        if effects.aside.is_some() {
            self.asides += 1;
            self.reason = self.reason.or(effects.aside);
        }
        match kind {
            ElementKind::Main => self.mains += 1,
            ElementKind::Heading(level) => self.headings.push(level),
            ElementKind::List => {
                let introduced = !self.lists.is_empty() || self.page.promises();
                self.lists.push(List::of(element, given, introduced));
            }
            ElementKind::Item => self.item(given),
            ElementKind::Table => {
                if let Some(around) = self.tables.last_mut() {
                    around.said = Some(false);
                }
                let mut table = Cells::new(&self.page.content);
                table.of_page = true;
                let none = given.has_role(&["presentation", "none"]);
                table.said = (none || given.has_role(&["table", "grid"])).then_some(!none);
                self.tables.push(table);
            }
            ElementKind::Row | ElementKind::Cell => {
                let inside =
                    self.stack.iter().rev().take_while(|entry| entry.element.kind() != ElementKind::Table);
                let in_head = inside.into_iter().any(|entry| entry.element.name() == "thead");
                if let Some(table) = self.tables.last_mut() {
                    if kind == ElementKind::Row {
                        table.begin_row(&self.page.content, in_head);
                    } else {
                        table.begin_cell(&self.page.content, tables::shape(element, given), false);
                    }
                }
            }
            ElementKind::Pre => self.page.begin_pre(at),
            _ => {}
        }
        let link = (kind == ElementKind::Link).then(|| OpenLink {
            fragment: given.fragment().map(str::to_owned),
            is_mark: is_mark_link(given),
            is_back: given.has_role(&["doc-backlink"]),
        });
        let table = kind == ElementKind::Pre && given.has_class(|class| class == "table");
        if let Some(count) = self.open.get_mut(element.index()) {
            *count += 1;
        }
        let from = self.page.next_word();
        self.stack.push(OpenElement { element, effects, from, link, table });
    }

    /// Takes the number of a list item, to be written before its words.
    fn item(&mut self, given: &Attributes<'_>) {
        let Some(number) = self.lists.last_mut().and_then(|list| list.next(given.value)) else { return };
        self.page.level = self.lists.len().saturating_sub(1);
        // An item that begins with another list has the numbers of both on one line.
        self.page.number = Some(match self.page.number.take() {
            Some(before) if before.len() < 40 => format!("{before} {number}"),
            _ => number,
        });
    }

    fn close(&mut self, name: &str, at: usize) {
        let Some(element) = Element::of(name) else { return };
        if name.eq_ignore_ascii_case("br") {
            return self.page.line_break();
        }
        let inline = matches!(element.kind(), ElementKind::Inline | ElementKind::Link);
        if !inline {
            self.end(at);
        }
        if let Some(count) = self.deeper.get_mut(element.index()).filter(|count| **count > 0) {
            *count -= 1;
            return;
        }
        if self.open.get(element.index()).is_none_or(|count| *count == 0) {
            return;
        }
        // The end tag of an element outside a table does not close anything inside a cell of it.
        let fences = |entry: &OpenElement| {
            matches!(entry.element.kind(), ElementKind::Cell | ElementKind::Table)
                && !matches!(element.kind(), ElementKind::Cell | ElementKind::Row | ElementKind::Table)
                && !matches!(element.name(), "tbody" | "thead" | "tfoot" | "body" | "html")
                || entry.element.kind() == ElementKind::Table
                    && matches!(element.kind(), ElementKind::Cell | ElementKind::Row)
        };
        let mut found = None;
        for (index, entry) in self.stack.iter().enumerate().rev() {
            if entry.element == element {
                found = Some(index);
                break;
            }
            if fences(entry) {
                break;
            }
        }
        let Some(found) = found else { return };
        let above = self.stack.part(found + 1..);
        let blocks = above
            .iter()
            .any(|entry| !matches!(entry.element.kind(), ElementKind::Inline | ElementKind::Link));
        if inline && blocks {
            // In "<b><p>one</b> two</p>" the end tag ends the bold, and the paragraph stays open.
            let entry = self.stack.remove(found);
            self.undo(entry, at, false);
            return;
        }
        while self.stack.len() > found {
            self.pop(at);
        }
    }

    fn pop(&mut self, at: usize) {
        if let Some(entry) = self.stack.pop() {
            if !matches!(entry.element.kind(), ElementKind::Inline | ElementKind::Link) {
                self.end(at);
            }
            self.undo(entry, at, true);
        }
    }

    /// Ends the effects of an element. `whole` is false where elements inside it stay open.
    fn undo(&mut self, entry: OpenElement, at: usize, whole: bool) {
        if let Some(count) = self.open.get_mut(entry.element.index()) {
            *count = count.saturating_sub(1);
        }
        let Effects { emphasis, raised, note, aside } = entry.effects;
        if raised && whole && self.asides == 0 {
            self.page.close_mark(entry.from, true, false);
        }
        if let Some(link) = entry.link.filter(|_| whole && self.asides == 0) {
            self.close_link(link, entry.from);
        }
        self.emphasis = self.emphasis.saturating_sub(u32::from(emphasis));
        self.raised = self.raised.saturating_sub(u32::from(raised));
        self.notes = self.notes.saturating_sub(u32::from(note));
        if aside.is_some() {
            self.asides = self.asides.saturating_sub(1);
            if self.asides == 0 {
                self.reason = None;
                self.page.end_aside(at);
            }
        }
        match entry.element.kind() {
            ElementKind::Main => self.mains = self.mains.saturating_sub(1),
            ElementKind::Heading(_) => drop(self.headings.pop()),
            ElementKind::List => drop(self.lists.pop()),
            ElementKind::Item => self.page.number = None,
            ElementKind::Cell => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell(&self.page.content);
                }
            }
            ElementKind::Table => {
                if let Some(table) = self.tables.pop() {
                    let tail = self.page.content.text.len();
                    table.end(&mut self.page.content, tail);
                    self.page.restart();
                }
            }
            ElementKind::Pre => self.page.end_pre(at, entry.table),
            _ => {}
        }
    }

    fn close_link(&mut self, link: OpenLink, from: usize) {
        let words = self.page.since(from);
        let bare = words.trim().trim_end_matches('\u{FE0E}');
        let arrow = matches!(bare, "↩" | "↩︎" | "↑" | "⏎" | "^" | "[↑]" | "↵" | "⤴");
        if arrow || link.is_back && !is_marker(bare) {
            return self.page.take_back(from);
        }
        let bracketed = bare.starts_with('[') && bare.ends_with(']');
        let raised = !bare.is_empty() && bare.chars().all(is_superscript);
        let is_mark = link.fragment.is_some() && (link.is_mark || bracketed || raised || self.raised > 0);
        let is_mark = is_mark && is_marker(bare.trim_matches(['[', ']', '(', ')']));
        self.page.close_mark(from, is_mark, true);
        if let Some(fragment) = link.fragment.filter(|_| is_mark && self.notes == 0) {
            self.targets.insert(fragment);
        }
    }

    /// Closes the elements whose end tags may be omitted before a new block.
    fn close_implied(&mut self, element: Element, at: usize) {
        type Test = fn(ElementKind) -> bool;
        let kind = element.kind();
        let (ends, fence): (Test, Test) = match kind {
            ElementKind::Item => (
                |kind| kind == ElementKind::Item,
                |kind| matches!(kind, ElementKind::List | ElementKind::Cell),
            ),
            ElementKind::Cell => (
                |kind| kind == ElementKind::Cell,
                |kind| matches!(kind, ElementKind::Row | ElementKind::Table),
            ),
            ElementKind::Row => (
                |kind| matches!(kind, ElementKind::Row | ElementKind::Cell),
                |kind| kind == ElementKind::Table,
            ),
            ElementKind::Table => return,
            _ => (
                |kind| matches!(kind, ElementKind::Paragraph | ElementKind::Heading(_)),
                |kind| {
                    !matches!(
                        kind,
                        ElementKind::Inline
                            | ElementKind::Link
                            | ElementKind::Paragraph
                            | ElementKind::Heading(_)
                    )
                },
            ),
        };
        let mut last = None;
        for (index, entry) in self.stack.iter().enumerate().rev() {
            let open = entry.element.kind();
            if fence(open) {
                break;
            }
            if ends(open) {
                last = Some(index);
            }
        }
        if let Some(last) = last {
            while self.stack.len() > last {
                self.pop(at);
            }
        }
    }

    /// Ends the paragraph at byte `at` of the source.
    fn end(&mut self, at: usize) {
        const LONGEST_HEADING: usize = 300;
        if self.notes > 0 || self.is_note {
            let own = std::mem::take(&mut self.is_note) && self.notes == 0;
            let goes_on = if own { false } else { self.note_begun };
            if goes_on || !self.page.has_marker() && self.page.ends_with_note() {
                self.page.continue_last(at);
            } else {
                self.note_begun |= self.page.end(at, Style::Note);
            }
            return;
        }
        let style = match self.headings.last() {
            Some(level) if self.page.len() - self.page.start() <= LONGEST_HEADING => Style::Heading(*level),
            _ => Style::Paragraph,
        };
        self.page.end(at, style);
    }

    fn finish(mut self, at: usize) -> Content {
        self.end(at);
        while !self.stack.is_empty() {
            self.pop(at);
        }
        let mut content = self.page.content;
        let kept = content.text.trim_end().len();
        content.text.truncate(kept);
        content.language =
            self.language.filter(|language| !self.office && is_written_in(&content.text, *language));
        content
    }
}

/// Whether the attributes of a link say that it is a footnote mark.
fn is_mark_link(given: &Attributes<'_>) -> bool {
    const STEMS: [&str; 8] = ["_ftn", "_edn", "sdfootnote", "sdendnote", "fn", "ftn", "footnote", "endnote"];
    let leads = given.fragment().is_some_and(|fragment| STEMS.iter().any(|stem| fragment.starts_with(stem)));
    leads || given.has_role(&["doc-noteref", "noteref"])
}

/// The language of a BCP 47 code, by its first part.
fn language(code: &str) -> Option<Language> {
    code.split(['-', '_']).next()?.parse().ok()
}

/// Whether most letters of a text belong to the script of a language.
fn is_written_in(text: &str, language: Language) -> bool {
    let (mut own, mut all) = (0_usize, 0_usize);
    for letter in text.chars().filter(|letter| letter.is_alphabetic()).take(20_000) {
        all += 1;
        own += usize::from(language.writes(letter));
    }
    own * 2 > all
}
