//! Nodes as elements: the cover page, the preamble, paragraphs and their lists, tables, annexes.

use super::{Writer, kind_name};
use crate::document::anchor::latin_label;
use crate::document::{Align, Cell, Kind, NodeId, Span};
use std::io;

const P: [(&str, &str); 1] = [("xml:space", "preserve")];

impl Writer<'_, '_> {
    fn body_of(&self, id: NodeId) -> Span {
        self.document.node(id).body
    }

    /// `p` with the words of a node.
    fn p(&mut self, id: NodeId) -> io::Result<()> {
        self.xml.open("p", &P)?;
        self.words(self.body_of(id))?;
        self.xml.end("p")
    }

    /// The number of a node, where one is printed.
    fn num(&mut self, id: NodeId) -> io::Result<()> {
        let label = self.document.node(id).label;
        if label.is_empty() {
            return Ok(());
        }
        self.xml.open("num", &[])?;
        self.words(label)?;
        self.xml.end("num")
    }

    /// A number among words, where no element for it may stand.
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
        let mark = self.mark(id);
        self.xml.open_with("coverPage", &[("eId", "coverPage_1")], &mark)?;
        for line in self.document.children(id) {
            let mark = self.mark(line);
            self.xml.open_with("p", &P, &mark)?;
            self.typed_num(line)?;
            let field = self.field(line);
            if let Some((element, attributes)) = field {
                self.xml.begin(element, attributes, &[])?;
                self.words(self.body_of(line))?;
                self.xml.end(element)?;
            } else {
                self.words(self.body_of(line))?;
            }
            self.xml.end("p")?;
        }
        self.xml.close("coverPage")
    }

    /// The element for a line of the cover page, by the field that it is.
    fn field(&self, line: NodeId) -> Option<(&'static str, &'static [(&'static str, &'static str)])> {
        let text = self.document.plain(self.body_of(line));
        let card = self.document.masthead();
        let is = |field: &Option<String>| field.as_deref().is_some_and(|field| field == text);
        let holds = |field: &Option<String>| field.as_deref().is_some_and(|field| text.contains(field));
        Some(if is(&card.symbol) {
            ("docNumber", &[("refersTo", "#symbol")])
        } else if is(&card.organ) {
            ("docAuthority", &[("refersTo", "#issuingBody")])
        } else if is(&card.session) {
            ("session", &[("refersTo", "#generalAssembly")])
        } else if is(&card.date) {
            ("docDate", &[("refersTo", "#dateOfIssuance")])
        } else if is(&card.adoption) {
            ("docTitle", &[])
        } else if card.agenda_items.contains(&text) {
            ("inline", &[("name", "agenda item")])
        } else if holds(&card.basis) {
            ("docProponent", &[])
        } else if holds(&card.distribution) {
            ("docStatus", &[("refersTo", "#generalDistribution")])
        } else {
            return None;
        })
    }

    pub(super) fn title_node(&mut self, id: NodeId) -> io::Result<()> {
        let mark = self.mark(id);
        self.xml.open_with("preface", &[], &mark)?;
        self.title_words(id)?;
        for more in self.document.children(id) {
            let mark = self.mark(more);
            self.xml.open_with("p", &P, &mark)?;
            self.typed_num(more)?;
            self.words(self.body_of(more))?;
            self.xml.end("p")?;
        }
        self.xml.close("preface")
    }

    /// Number and title of a node whose element is another.
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
        let mark = self.mark(id);
        if self.document.children(id).next().is_some() || self.kind(id) != Kind::Closing {
            self.xml.open_with("container", &[("name", kind_name(self.kind(id)))], &mark)?;
            self.num(id)?;
            self.words_and_below(id)?;
            return self.xml.close("container");
        }
        let card = self.document.masthead();
        let text = self.document.plain(self.body_of(id));
        let element = if card.meeting.as_ref() == Some(&text) {
            Some(("location", "#adoptionMeeting"))
        } else if card.adoption_date.as_ref() == Some(&text) {
            Some(("docDate", "#adoptionDate"))
        } else {
            None
        };
        self.xml.open_with("p", &P, &mark)?;
        self.typed_num(id)?;
        if let Some((element, refers)) = element {
            self.xml.begin(element, &[("refersTo", refers)], &[])?;
            self.words(self.body_of(id))?;
            self.xml.end(element)?;
        } else {
            self.words(self.body_of(id))?;
        }
        self.xml.end("p")
    }

    pub(super) fn attachment(&mut self, id: NodeId, at: usize) -> io::Result<()> {
        let name = format!("att_{}", at + 1);
        let annex = self.kind(id) == Kind::Annex;
        let mark = if annex { self.mark(id) } else { Vec::new() };
        self.xml.open_with("attachment", &[("eId", &name)], &mark)?;
        self.xml.open("doc", &[("name", "annex")])?;
        self.annex_meta()?;
        if annex {
            self.title("preface", id)?;
        }
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
        let mark = self.mark(id);
        match self.kind(id) {
            Kind::Enacting => {
                let name = self.next("formula");
                self.xml.open_with("formula", &[("name", "enactingFormula"), ("eId", &name)], &mark)?;
                self.num(id)?;
                self.words_and_below(id)?;
                self.xml.close("formula")
            }
            kind => {
                let name = self.next("container");
                let opener = self.document.opener(id);
                let title = if opener.is_empty() { kind_name(kind) } else { opener };
                self.xml.open_with("container", &[("name", title), ("eId", &name)], &mark)?;
                self.num(id)?;
                self.words_and_below(id)?;
                self.xml.close("container")
            }
        }
    }

    /// The words of a node, then what stands below it as a list of blocks.
    fn words_and_below(&mut self, id: NodeId) -> io::Result<()> {
        if self.kind(id) == Kind::Table {
            self.table(id)?;
        } else if !self.body_of(id).is_empty() {
            self.p(id)?;
        }
        let below: Vec<NodeId> = self.document.children(id).collect();
        if below.is_empty() {
            return Ok(());
        }
        self.xml.open("blockList", &[])?;
        for child in below {
            let mark = self.mark(child);
            self.xml.open_with("item", &[], &mark)?;
            self.num(child)?;
            self.words_and_below(child)?;
            self.xml.close("item")?;
        }
        self.xml.close("blockList")
    }

    // ---- the body ----

    pub(super) fn in_body(&mut self, id: NodeId) -> io::Result<()> {
        let mark = self.mark(id);
        match self.kind(id) {
            Kind::Operative | Kind::Paragraph | Kind::Subparagraph => self.paragraph(id),
            Kind::Heading => {
                let name = self.next("para");
                self.xml.open_with("paragraph", &[("eId", &name), ("class", "H23")], &mark)?;
                self.num(id)?;
                self.xml.open("subheading", &[])?;
                self.words(self.body_of(id))?;
                self.xml.end("subheading")?;
                self.below(id, &name)?;
                self.xml.close("paragraph")
            }
            Kind::Preambular
                if self.document.children(id).next().is_none() && self.document.label(id).is_empty() =>
            {
                let name = self.next("preamble");
                self.xml.open_with("crossHeading", &[("refersTo", "#preamble"), ("eId", &name)], &mark)?;
                self.words(self.body_of(id))?;
                self.xml.end("crossHeading")
            }
            Kind::Table => {
                self.xml.open_with("container", &[("name", "table")], &mark)?;
                self.num(id)?;
                self.table(id)?;
                self.xml.close("container")
            }
            Kind::Section | Kind::Article => {
                let element = if self.kind(id) == Kind::Article { "article" } else { "section" };
                self.sections += 1;
                let name = format!("{element}_{}", self.sections);
                self.xml.open_with(element, &[("eId", &name)], &mark)?;
                self.headed(id)?;
                self.xml.close(element)
            }
            kind => {
                self.xml.open_with("hcontainer", &[("name", kind_name(kind))], &mark)?;
                self.headed(id)?;
                self.xml.close("hcontainer")
            }
        }
    }

    /// Number and heading of a container, then what it contains.
    fn headed(&mut self, id: NodeId) -> io::Result<()> {
        self.num(id)?;
        if !self.body_of(id).is_empty() {
            self.xml.open("heading", &[])?;
            self.words(self.body_of(id))?;
            self.xml.end("heading")?;
        }
        for child in self.document.children(id) {
            self.in_body(child)?;
        }
        Ok(())
    }

    fn paragraph(&mut self, id: NodeId) -> io::Result<()> {
        let name = self.next("para");
        let mark = self.mark(id);
        self.xml.open_with("paragraph", &[("eId", &name), ("class", "SingleTxt")], &mark)?;
        self.num_and_words(id, &name)?;
        self.xml.close("paragraph")
    }

    /// What a paragraph or a point holds: number, words, list.
    fn num_and_words(&mut self, id: NodeId, name: &str) -> io::Result<()> {
        // A number that is typed into the words is not marked as one.
        let typed = self.document.node(id).inferred;
        if !typed {
            self.num(id)?;
        }
        let label = self.document.node(id).label;
        let below = self.document.children(id).next().is_some();
        let intro = if below { "intro" } else { "content" };
        if below {
            self.xml.open("list", &[("eId", &format!("{name}__list_1"))])?;
        }
        self.xml.open(intro, &[("eId", &format!("{name}__{intro}"))])?;
        if typed && !label.is_empty() {
            self.xml.open("p", &P)?;
            self.typed_num(id)?;
            self.words(self.body_of(id))?;
            self.xml.end("p")?;
        } else {
            self.p(id)?;
        }
        self.xml.close(intro)?;
        if below {
            self.points(id, &format!("{name}__list_1"))?;
            self.xml.close("list")?;
        }
        Ok(())
    }

    /// A list below a node that is no paragraph.
    fn below(&mut self, id: NodeId, name: &str) -> io::Result<()> {
        if self.document.children(id).next().is_none() {
            return Ok(());
        }
        let list = format!("{name}__list_1");
        self.xml.open("list", &[("eId", &list)])?;
        self.points(id, &list)?;
        self.xml.close("list")
    }

    fn points(&mut self, id: NodeId, list: &str) -> io::Result<()> {
        let children: Vec<NodeId> = self.document.children(id).collect();
        let final_one = children.len().saturating_sub(1);
        for (at, child) in children.into_iter().enumerate() {
            let mark = self.mark(child);
            match self.kind(child) {
                Kind::Continuation if at == final_one && self.document.children(child).next().is_none() => {
                    self.xml.open("wrapUp", &[])?;
                    self.xml.open_with("p", &P, &mark)?;
                    self.words(self.body_of(child))?;
                    self.xml.end("p")?;
                    self.xml.close("wrapUp")?;
                }
                kind => {
                    let label = latin_label(self.document.label(child));
                    let label = if label.is_empty() { (at + 1).to_string() } else { label };
                    let name = self.name(&format!("{list}__point_{label}"));
                    self.xml.open_with("point", &[("eId", &name)], &mark)?;
                    if kind == Kind::Table {
                        self.num(child)?;
                        self.xml.open("content", &[])?;
                        self.table(child)?;
                        self.xml.close("content")?;
                        self.below(child, &name)?;
                    } else {
                        self.num_and_words(child, &name)?;
                    }
                    self.xml.close("point")?;
                }
            }
        }
        Ok(())
    }

    /// Rows and their cells; a row as it is laid out is one cell.
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
            self.xml.begin("td", &[], &[("plenary:row", "1".to_owned())])?;
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
