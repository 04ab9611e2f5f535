//! Writes nodes as elements: cover page, preamble, paragraphs and their lists, tables, annexes.

use super::AknWriter;
use crate::document::{Align, Cell, Details, Kind, Masthead, NodeId, Span};
use crate::export::kind_name;
use crate::lang::numerals::latin_label;
use crate::text::Part as _;
use crate::text::chars::digit_value;
use std::io;

const P: [(&str, &str); 1] = [("xml:space", "preserve")];

/// An element for text that is a field of the masthead or of the details.
struct Field {
    element: &'static str,
    attribute: (&'static str, &'static str),
    values: for<'d> fn(&'d Masthead, &'d Details) -> Vec<Option<&'d String>>,
    fit: Fit,
}

/// Where the field stands in its line.
#[derive(Clone, Copy)]
enum Fit {
    Whole,
    /// Before a colon: "Arcadia and Belmarch: draft resolution".
    Before,
    /// Behind a label: "Original: English".
    Behind,
    Within,
}

impl Fit {
    /// The byte at which the value begins in the text of a line.
    fn find(self, line: &str, value: &str) -> Option<usize> {
        let separates = |letter: char| matches!(letter, ':' | '：');
        match self {
            Self::Whole => (line == value).then_some(0),
            Self::Before => {
                let rest = line.strip_prefix(value)?.trim_start();
                (rest.is_empty() || rest.starts_with(separates)).then_some(0)
            }
            Self::Behind => {
                let label = line.strip_suffix(value)?;
                label.trim_end().ends_with(separates).then_some(label.len())
            }
            Self::Within => line.find(value),
        }
    }
}

const fn field(
    element: &'static str,
    attribute: (&'static str, &'static str),
    fit: Fit,
    values: for<'d> fn(&'d Masthead, &'d Details) -> Vec<Option<&'d String>>,
) -> Field {
    Field { element, attribute, values, fit }
}

const COVER: [Field; 12] = [
    field("docAuthority", ("refersTo", "#issuingBody"), Fit::Whole, |card, _| vec![card.organ.as_ref()]),
    field("session", ("refersTo", "#generalAssembly"), Fit::Whole, |card, _| vec![card.session.as_ref()]),
    field("docDate", ("refersTo", "#dateOfIssuance"), Fit::Whole, |card, _| vec![card.date.as_ref()]),
    field("docTitle", ("refersTo", "#adoption"), Fit::Whole, |card, _| vec![card.adoption.as_ref()]),
    field("inline", ("name", "agenda item"), Fit::Whole, |card, _| {
        card.agenda_items.iter().map(Some).collect()
    }),
    field("inline", ("name", "agenda item name"), Fit::Whole, |_, details| {
        details.agenda.iter().map(|item| item.name.as_ref()).collect()
    }),
    field("inline", ("name", "original language"), Fit::Behind, |card, _| vec![card.original.as_ref()]),
    field("docProponent", ("class", "sponsors"), Fit::Before, |card, _| vec![card.sponsors.as_ref()]),
    field("docProponent", ("class", "basis"), Fit::Within, |card, _| vec![card.basis.as_ref()]),
    field("docStatus", ("refersTo", "#generalDistribution"), Fit::Within, |card, _| {
        vec![card.distribution.as_ref()]
    }),
    field("inline", ("name", "originating document"), Fit::Within, |_, details| {
        vec![details.originating.as_ref()]
    }),
    field("docNumber", ("refersTo", "#symbol"), Fit::Within, |card, _| vec![card.symbol.as_ref()]),
];

/// Fields within the line that says how the text was adopted.
const ADOPTION: [Field; 1] =
    [field("inline", ("name", "adoptionMeeting"), Fit::Within, |card, _| vec![card.meeting.as_ref()])];

const CONCLUSIONS: [Field; 2] = [
    field("location", ("refersTo", "#adoptionMeeting"), Fit::Within, |card, _| vec![card.meeting.as_ref()]),
    field("docDate", ("refersTo", "#adoptionDate"), Fit::Within, |card, _| vec![card.adoption_date.as_ref()]),
];

impl AknWriter<'_, '_> {
    fn body_of(&self, id: NodeId) -> Span {
        self.document.node(id).body
    }

    /// Writes the words of a node as `p`.
    fn p(&mut self, id: NodeId) -> io::Result<()> {
        self.xml.open("p", &P)?;
        self.words(self.body_of(id))?;
        self.xml.end("p")
    }

    /// Writes the number of a node as `num`, if it has one.
    fn num(&mut self, id: NodeId) -> io::Result<()> {
        let label = self.document.node(id).label;
        if label.is_empty() {
            return Ok(());
        }
        self.xml.open("num", &[])?;
        self.words(label)?;
        self.xml.end("num")
    }

    /// Writes a number as `inline`, for places where the schema does not allow `num`.
    fn typed_num(&mut self, id: NodeId) -> io::Result<()> {
        let label = self.document.node(id).label;
        if label.is_empty() {
            return Ok(());
        }
        self.xml.begin("inline", &[("name", "num")], &[])?;
        self.words(label)?;
        self.xml.end("inline")
    }

    // ---- cover, title, conclusions ----

    pub(super) fn cover(&mut self, id: NodeId) -> io::Result<()> {
        let (titles, lines): (Vec<NodeId>, Vec<NodeId>) =
            self.document.children(id).partition(|&line| self.kind(line) == Kind::Title);
        if !lines.is_empty() {
            self.xml.open("coverPage", &[("eId", "coverPage_1")])?;
            for line in lines {
                self.xml.open("p", &P)?;
                self.typed_num(line)?;
                self.field_words(self.body_of(line), &COVER)?;
                self.xml.end("p")?;
            }
            self.xml.close("coverPage")?;
        }
        titles.into_iter().try_for_each(|title| self.title_node(title))
    }

    /// Writes the words of a span, with an element around the first field that matches; note marks are no part of a field.
    fn field_words(&mut self, span: Span, fields: &[Field]) -> io::Result<()> {
        let document = self.document;
        let line = document.plain(span);
        let (card, details) = (document.masthead(), document.details());
        let found = fields.iter().enumerate().find_map(|(at, field)| {
            let values = (field.values)(card, details);
            let mut values = values.into_iter().flatten().map(String::as_str);
            values.find_map(|value| {
                let start = field.fit.find(&line, value).filter(|_| !value.is_empty())?;
                Some((at, field, value, start))
            })
        });
        let Some((at, field, value, start)) = found else { return self.words(span) };
        let (start, end) = (self.printed(span, start), self.printed(span, start + value.len()));
        self.words(Span { start: span.start, end: start })?;
        let more = match field.attribute {
            ("class", "basis") => details.committee.as_ref().map(|name| ("refersTo", format!("#{name}"))),
            ("name", "agenda item") => {
                let place = card.agenda_items.iter().position(|item| item == value);
                let item = place.and_then(|place| details.agenda.get(place));
                item.and_then(|item| item.number.clone()).map(|number| ("title", number))
            }
            _ if field.element == "session" => {
                card.session_number.map(|number| ("value", number.to_string()))
            }
            _ => None,
        };
        self.xml.begin(field.element, &[field.attribute], more.as_slice())?;
        let inner = match field.element {
            "docProponent" => fields.part(at + 1..),
            "docTitle" => &ADOPTION,
            _ => &[],
        };
        self.field_words(Span { start, end }, inner)?;
        self.xml.end(field.element)?;
        self.words(Span { start: end, end: span.end })
    }

    /// The byte of the document at which a byte of a span stands that is counted without note marks.
    fn printed(&self, span: Span, at: usize) -> u32 {
        let mut at = span.start + at as u32;
        for mark in self.document.marks_in(span) {
            if mark.span.start < at {
                at += mark.span.len() as u32;
            }
        }
        at.min(span.end)
    }

    pub(super) fn title_node(&mut self, id: NodeId) -> io::Result<()> {
        self.xml.open("preface", &[])?;
        self.title_words(id)?;
        for more in self.document.children(id) {
            self.xml.open("p", &P)?;
            self.typed_num(more)?;
            self.words(self.body_of(more))?;
            self.xml.end("p")?;
        }
        self.xml.close("preface")
    }

    /// Writes the number and title of a node in the given element.
    pub(super) fn title(&mut self, element: &str, id: NodeId) -> io::Result<()> {
        self.xml.open(element, &[])?;
        self.title_words(id)?;
        self.xml.close(element)
    }

    fn title_words(&mut self, id: NodeId) -> io::Result<()> {
        let (label, body) = (self.document.node(id).label, self.body_of(id));
        self.xml.open("p", &[])?;
        if !label.is_empty() {
            self.xml.begin("docNumber", &[], &[])?;
            self.words(label)?;
            self.xml.end("docNumber")?;
        }
        self.xml.begin("docTitle", &[("refersTo", "#resolutionTitle")], &[])?;
        self.words(body)?;
        self.xml.end("docTitle")?;
        self.xml.end("p")
    }

    pub(super) fn closing(&mut self, id: NodeId) -> io::Result<()> {
        if self.document.children(id).next().is_some() || self.kind(id) != Kind::Closing {
            self.xml.open("container", &[("name", &kind_name(self.kind(id)))])?;
            self.num(id)?;
            self.words_and_below(id)?;
            return self.xml.close("container");
        }
        self.xml.open("p", &P)?;
        self.typed_num(id)?;
        self.field_words(self.body_of(id), &CONCLUSIONS)?;
        self.xml.end("p")
    }

    pub(super) fn attachment(&mut self, id: NodeId, at: usize) -> io::Result<()> {
        let name = format!("att_{}", at + 1);
        let annex = self.kind(id) == Kind::Annex;
        self.xml.open("attachment", &[("eId", &name)])?;
        if annex {
            self.num(id)?;
            self.heading(id)?;
        }
        self.xml.open("doc", &[("name", "annex")])?;
        self.annex_meta()?;
        self.xml.open("mainBody", &[])?;
        if annex {
            for child in self.document.children(id) {
                self.in_body(child)?;
            }
        } else {
            self.in_body(id)?;
        }
        self.xml.close("mainBody")?;
        self.xml.close("doc")?;
        self.xml.close("attachment")
    }

    // ---- the preamble ----

    pub(super) fn in_preamble(&mut self, id: NodeId) -> io::Result<()> {
        match self.kind(id) {
            Kind::Enacting => {
                let name = self.next("formula");
                self.xml.open("formula", &[("name", "enactingFormula"), ("eId", &name)])?;
                self.num(id)?;
                self.words_and_below(id)?;
                self.xml.close("formula")
            }
            Kind::Heading if self.document.label(id).is_empty() => {
                self.xml.open("crossHeading", &[])?;
                self.words(self.body_of(id))?;
                self.xml.end("crossHeading")
            }
            kind => {
                let name = self.next("container");
                let opener = self.document.opener(id);
                let title = if opener.is_empty() { kind_name(kind) } else { opener.to_owned() };
                self.xml.open("container", &[("name", &title), ("eId", &name)])?;
                self.num(id)?;
                self.words_and_below(id)?;
                self.xml.close("container")
            }
        }
    }

    /// Writes the words of a node and its children as a `blockList`.
    fn words_and_below(&mut self, id: NodeId) -> io::Result<()> {
        if !self.body_of(id).is_empty() {
            self.block(id)?;
        }
        let below: Vec<NodeId> = self.document.children(id).collect();
        if below.is_empty() {
            return Ok(());
        }
        self.xml.open("blockList", &[])?;
        for child in below {
            self.xml.open("item", &[])?;
            self.num(child)?;
            self.words_and_below(child)?;
            self.xml.close("item")?;
        }
        self.xml.close("blockList")
    }

    // ---- the body ----

    pub(super) fn in_body(&mut self, id: NodeId) -> io::Result<()> {
        match self.kind(id) {
            // Where Akoma Ntoso has no element for them, as below a section or an annex.
            kind @ (Kind::Preamble | Kind::OperativePart) => {
                let concept = if kind == Kind::Preamble { "#preamble" } else { "#operative" };
                self.xml.open("hcontainer", &[("name", &kind_name(kind)), ("refersTo", concept)])?;
                let below: Vec<NodeId> = self.document.children(id).collect();
                below.into_iter().try_for_each(|child| self.in_body(child))?;
                self.xml.close("hcontainer")
            }
            Kind::Heading => {
                let name = self.next("para");
                self.xml.open("paragraph", &[("eId", &name), ("class", "H23")])?;
                self.num(id)?;
                self.xml.open("subheading", &[])?;
                self.words(self.body_of(id))?;
                self.xml.end("subheading")?;
                if self.document.children(id).next().is_some() {
                    self.list(id, &name)?;
                }
                self.xml.close("paragraph")
            }
            Kind::Enacting => self.in_preamble(id),
            Kind::Preambular
                if self.document.children(id).next().is_none() && self.document.label(id).is_empty() =>
            {
                let name = self.next("preamble");
                self.xml.open("crossHeading", &[("refersTo", "#preamble"), ("eId", &name)])?;
                self.words(self.body_of(id))?;
                self.xml.end("crossHeading")
            }
            Kind::Preambular => {
                let name = self.next("preamble");
                self.xml
                    .open("container", &[("name", "preamble"), ("refersTo", "#preamble"), ("eId", &name)])?;
                self.num(id)?;
                self.words_and_below(id)?;
                self.xml.close("container")
            }
            Kind::Table if self.document.label(id).is_empty() => self.table(id),
            Kind::Quotation => self.quotation(id),
            Kind::Vote => {
                self.xml.open("container", &[("name", "vote")])?;
                self.num(id)?;
                self.words_and_below(id)?;
                self.xml.close("container")
            }
            Kind::Section | Kind::Article => {
                let element = if self.kind(id) == Kind::Article { "article" } else { "section" };
                self.sections += 1;
                let name = format!("{element}_{}", self.sections);
                self.xml.open(element, &[("eId", &name)])?;
                self.headed(id)?;
                self.xml.close(element)
            }
            Kind::Part | Kind::Annex => {
                self.xml.open("hcontainer", &[("name", &kind_name(self.kind(id)))])?;
                self.headed(id)?;
                self.xml.close("hcontainer")
            }
            _ => self.paragraph(id),
        }
    }

    /// Writes the number and heading of a container, and its children.
    fn headed(&mut self, id: NodeId) -> io::Result<()> {
        self.num(id)?;
        self.heading(id)?;
        for child in self.document.children(id) {
            self.in_body(child)?;
        }
        Ok(())
    }

    fn heading(&mut self, id: NodeId) -> io::Result<()> {
        if self.body_of(id).is_empty() {
            return Ok(());
        }
        self.xml.open("heading", &[])?;
        self.words(self.body_of(id))?;
        self.xml.end("heading")
    }

    fn paragraph(&mut self, id: NodeId) -> io::Result<()> {
        let name = self.next("para");
        let mut attributes = vec![("eId", name.as_str()), ("class", "SingleTxt")];
        let label = self.document.label(id);
        let number = self.document.node(id).ordinal.to_string();
        // One whose number is no figure, or is not printed, is operative nevertheless.
        if self.kind(id) == Kind::Operative && !label.starts_with(|letter| digit_value(letter).is_some()) {
            attributes.push(("refersTo", "#operative"));
            if label.is_empty() {
                attributes.push(("title", &number));
            }
        }
        self.xml.open("paragraph", &attributes)?;
        self.num_and_words(id, &name)?;
        self.xml.close("paragraph")
    }

    /// Writes the content of a paragraph or point: number, words and list.
    fn num_and_words(&mut self, id: NodeId, name: &str) -> io::Result<()> {
        self.num(id)?;
        if self.document.children(id).next().is_none() {
            self.xml.open("content", &[("eId", &format!("{name}__content"))])?;
            self.block(id)?;
            return self.xml.close("content");
        }
        self.list(id, name)
    }

    /// Writes the words of a clause, or a table or quotation.
    fn block(&mut self, id: NodeId) -> io::Result<()> {
        match self.kind(id) {
            Kind::Table => self.table(id),
            Kind::Quotation => self.quotation(id),
            _ => self.p(id),
        }
    }

    fn quotation(&mut self, id: NodeId) -> io::Result<()> {
        self.xml.open("embeddedStructure", &[])?;
        self.headed(id)?;
        self.xml.close("embeddedStructure")
    }

    /// Writes the children of a clause as a list: introduction, points, and the words or tables after them (`wrapUp`).
    /// If more points follow those, they go into a second list.
    fn list(&mut self, id: NodeId, name: &str) -> io::Result<()> {
        let document = self.document;
        let children: Vec<NodeId> = document.children(id).collect();
        let is_block = |child: NodeId| {
            let bare = document.children(child).next().is_none() && document.label(child).is_empty();
            let kind = self.kind(child);
            kind == Kind::Quotation || matches!(kind, Kind::Continuation | Kind::Table) && bare
        };
        let blocks: Vec<bool> = children.iter().map(|&child| is_block(child)).collect();
        let mut lists = 1;
        let mut list = format!("{name}__list_{lists}");
        self.xml.open("list", &[("eId", &list)])?;
        self.xml.open("intro", &[("eId", &format!("{name}__intro"))])?;
        if self.kind(id) != Kind::Heading {
            self.block(id)?;
        }
        let mut open = Some("intro");
        let mut points = 0;
        // A heading between items stands in the item after it, before its number.
        let mut above = Vec::new();
        let before_item = |at: usize| {
            let mut after = children.iter().skip(at + 1).map(|&child| self.document.node(child).kind);
            after.find(|&kind| kind != Kind::Heading) == Some(Kind::Subparagraph)
        };
        let above_item: Vec<bool> = (0..children.len()).map(before_item).collect();
        for ((child, is_block), above_item) in children.into_iter().zip(blocks).zip(above_item) {
            let bare = document.children(child).next().is_none() && document.label(child).is_empty();
            if self.kind(child) == Kind::Heading && bare && above_item {
                above.push(child);
                continue;
            }
            if is_block {
                if open.is_none() {
                    self.xml.open("wrapUp", &[])?;
                    open = Some("wrapUp");
                }
                self.block(child)?;
                continue;
            }
            let closed = open.take();
            closed.map_or(Ok(()), |element| self.xml.close(element))?;
            if closed == Some("wrapUp") {
                self.xml.close("list")?;
                lists += 1;
                list = format!("{name}__list_{lists}");
                self.xml.open("list", &[("eId", &list)])?;
            }
            points += 1;
            let label = latin_label(document.label(child));
            let label = if label.is_empty() { points.to_string() } else { label };
            let name = self.name(&format!("{list}__point_{label}"));
            // What stands between points is no point.
            let plain = self.kind(child) == Kind::Paragraph;
            let attributes = [("eId", name.as_str()), ("class", "SingleTxt")];
            self.xml.open("point", attributes.part(..1 + usize::from(plain)))?;
            for heading in above.drain(..) {
                self.xml.open("subheading", &[])?;
                self.words(self.body_of(heading))?;
                self.xml.end("subheading")?;
            }
            self.num_and_words(child, &name)?;
            self.xml.close("point")?;
        }
        open.map_or(Ok(()), |element| self.xml.close(element))?;
        self.xml.close("list")
    }

    /// Writes the rows and cells of a table. If the cells are not known, each line becomes a row with one cell.
    fn table(&mut self, id: NodeId) -> io::Result<()> {
        let document = self.document;
        self.xml.open("table", &[])?;
        if let Some(table) = document.table(id) {
            for row in table.rows() {
                self.xml.open("tr", &[])?;
                for cell in row {
                    self.cell(cell)?;
                }
                self.xml.end("tr")?;
            }
            return self.xml.close("table");
        }
        let body = self.body_of(id);
        let mut start = body.start;
        for row in document.slice(body).split('\n') {
            let span = Span { start, end: start + row.len() as u32 };
            self.xml.open("tr", &[])?;
            self.xml.begin("td", &[], &[])?;
            self.cell_paragraph(span)?;
            self.xml.end("td")?;
            self.xml.end("tr")?;
            start = span.end + 1;
        }
        self.xml.close("table")
    }

    fn cell(&mut self, cell: &Cell) -> io::Result<()> {
        let mut more = Vec::new();
        for (name, count) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
            if count > 1 {
                more.push((name, count.to_string()));
            }
        }
        let align = match cell.align {
            Align::Unset => None,
            Align::Start => Some("start"),
            Align::Centre => Some("center"),
            Align::End => Some("end"),
        };
        more.extend(align.map(|align| ("style", format!("text-align: {align}"))));
        let name = if cell.header { "th" } else { "td" };
        self.xml.begin(name, &[], &more)?;
        let mut start = cell.text.start;
        for paragraph in self.document.slice(cell.text).split('\n') {
            let span = Span { start, end: start + paragraph.len() as u32 };
            self.cell_paragraph(span)?;
            start = span.end + 1;
        }
        self.xml.end(name)
    }

    fn cell_paragraph(&mut self, span: Span) -> io::Result<()> {
        self.xml.begin("p", &P, &[])?;
        self.words(span)?;
        self.xml.end("p")
    }
}
