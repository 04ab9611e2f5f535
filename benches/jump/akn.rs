//! A minimal reader of the United Nations' Akoma Ntoso, which provides real documents with known paragraphs to look up.
//!
//! Independent of the crate's own readers, so that a fault in them cannot hide a fault in the lookup.

use plenary::document::{Addressees, Document, Kind, NodeId, NoteMark, Span};
use plenary::internals::Builder;

enum Xml {
    Element { name: String, marker: String, children: Vec<Xml> },
    Text(String),
}

impl Xml {
    fn children(&self) -> &[Xml] {
        match self {
            Self::Element { children, .. } => children,
            Self::Text(_) => &[],
        }
    }

    fn name(&self) -> &str {
        match self {
            Self::Element { name, .. } => name,
            Self::Text(_) => "",
        }
    }

    fn find(&self, wanted: &str) -> Option<&Xml> {
        self.children().iter().find(|child| child.name() == wanted)
    }

    fn text(&self) -> String {
        let mut out = String::new();
        self.write_text(&mut out);
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn write_text(&self, out: &mut String) {
        match self {
            Self::Text(text) => out.push_str(text),
            Self::Element { name, children, .. } if name != "authorialNote" => {
                children.iter().for_each(|child| child.write_text(out));
            }
            Self::Element { .. } => {}
        }
    }
}

fn parse(source: &str) -> Xml {
    let mut stack = vec![("".to_owned(), String::new(), Vec::new())];
    for (at, part) in source.split('<').enumerate() {
        let (tag, text) = if at == 0 { ("", part) } else { part.split_once('>').unwrap_or((part, "")) };
        if let Some(name) = tag.strip_prefix('/') {
            if stack.len() > 1 && stack.last().is_some_and(|(open, ..)| open == name) {
                let (name, marker, children) = stack.pop().unwrap();
                stack.last_mut().unwrap().2.push(Xml::Element { name, marker, children });
            }
        } else if !tag.is_empty() && !tag.starts_with(['?', '!']) {
            let name = tag.split([' ', '/', '\n']).next().unwrap_or_default().to_owned();
            let marker =
                tag.split("marker=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
            if tag.ends_with('/') {
                stack.last_mut().unwrap().2.push(Xml::Element {
                    name,
                    marker: String::new(),
                    children: Vec::new(),
                });
            } else {
                stack.push((name, marker.to_owned(), Vec::new()));
            }
        }
        if !text.is_empty() {
            let text =
                text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
            stack.last_mut().unwrap().2.push(Xml::Text(text));
        }
    }
    while stack.len() > 1 {
        let (name, marker, children) = stack.pop().unwrap();
        stack.last_mut().unwrap().2.push(Xml::Element { name, marker, children });
    }
    let (name, marker, children) = stack.pop().unwrap();
    Xml::Element { name, marker, children }
}

struct AknReader {
    builder: Builder,
    notes: Vec<(String, String)>,
    marks: Vec<(Span, usize)>,
    preambular: u32,
    annex: bool,
}

pub(crate) fn read(source: &str) -> Document {
    let root = parse(source);
    let builder = Builder::new();
    let mut reader = AknReader { builder, notes: Vec::new(), marks: Vec::new(), preambular: 0, annex: false };
    reader.block(&root);
    reader.finish()
}

impl AknReader {
    fn section(&mut self, kind: Kind) {
        if self.builder.node(self.builder.current()).kind != kind {
            self.builder.close_to(NodeId::ROOT);
            self.builder.open(kind, Span::default());
        }
    }

    fn open(&mut self, kind: Kind, label: &str, ordinal: u32, body: &[&Xml]) -> NodeId {
        let id = self.builder.open(kind, Span::default());
        let label = self.builder.push(label);
        let start = self.builder.text().len();
        let mut opener = 0;
        for part in body {
            self.inline(part, start, &mut opener);
        }
        while self.builder.text().ends_with(' ') && self.builder.text().len() > start {
            self.builder.text_mut().pop();
        }
        let span = Span::new(start, self.builder.text().len());
        let node = self.builder.node_mut(id);
        (node.label, node.body, node.ordinal) = (label, span, ordinal);
        if opener > 0 && matches!(kind, Kind::Preambular | Kind::Operative) {
            self.builder.set_opener(id, opener.min(span.len()), None, Addressees::default());
        }
        id
    }

    fn inline(&mut self, xml: &Xml, start: usize, opener: &mut usize) {
        match xml {
            Xml::Text(text) => {
                for letter in text.chars() {
                    let text = self.builder.text_mut();
                    if !letter.is_whitespace() || letter == '\u{a0}' {
                        text.push(letter);
                    } else if text.len() > start && !text.ends_with(' ') {
                        text.push(' ');
                    }
                }
            }
            Xml::Element { name, marker, children } if name == "authorialNote" => {
                let digits = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
                let mark: String = marker
                    .chars()
                    .map(|c| c.to_digit(10).map_or(c, |digit| digits[digit as usize]))
                    .collect();
                let at = self.builder.text().len();
                self.builder.push(&mark);
                self.marks.push((Span::new(at, self.builder.text().len()), self.notes.len()));
                let text = children.iter().map(Xml::text).collect::<Vec<_>>().join(" ");
                self.notes.push((mark, text));
            }
            Xml::Element { name, children, .. }
                if !["num", "point", "item", "paragraph"].contains(&name.as_str()) =>
            {
                let first = *opener == 0 && name == "span";
                children.iter().for_each(|child| self.inline(child, start, opener));
                if first {
                    *opener = self.builder.text()[start..].trim_end().len();
                }
            }
            Xml::Element { .. } => {}
        }
    }

    fn block(&mut self, xml: &Xml) {
        match xml.name() {
            "meta" => {}
            "coverPage" => {
                self.section(Kind::Masthead);
                for line in xml.children().iter().filter(|line| !line.text().is_empty()) {
                    self.open(Kind::MastheadLine, "", 0, &[line]);
                    self.builder.close();
                }
            }
            "preface" => {
                self.builder.close_to(NodeId::ROOT);
                self.open(Kind::Title, "", 0, &[xml]);
                self.builder.close();
            }
            "preamble" if !self.annex => {
                self.section(Kind::Preamble);
                for child in xml.children() {
                    match child.name() {
                        "formula" => {
                            self.open(Kind::Enacting, "", 0, &[child]);
                            self.builder.close();
                        }
                        "" => {}
                        _ if child.text().is_empty() => {}
                        _ => {
                            self.preambular += 1;
                            self.open(Kind::Preambular, "", self.preambular, &[child]);
                            self.below(child);
                            self.builder.close();
                        }
                    }
                }
            }
            "attachment" => {
                self.annex = true;
                self.builder.close_to(NodeId::ROOT);
                self.builder.open(Kind::Annex, Span::default());
                let label = self.builder.push("Annex");
                let id = self.builder.current();
                self.builder.node_mut(id).label = label;
                xml.children().iter().for_each(|child| self.block(child));
            }
            "paragraph" | "point" | "item" => {
                if !self.annex && self.builder.depth() <= 2 {
                    self.section(Kind::OperativePart);
                }
                self.numbered(xml);
            }
            "heading" | "subheading" | "crossHeading" | "title" => {
                self.open(Kind::Heading, "", 0, &[xml]);
                self.builder.close();
            }
            "conclusions" => {
                self.builder.close_to(NodeId::ROOT);
                self.open(Kind::Closing, "", 0, &[xml]);
                self.builder.close();
            }
            "p" | "tr" if self.annex && !xml.text().is_empty() => {
                self.open(Kind::Paragraph, "", 0, &[xml]);
                self.builder.close();
            }
            _ => xml.children().iter().for_each(|child| self.block(child)),
        }
    }

    fn numbered(&mut self, xml: &Xml) {
        let label = xml.find("num").map(Xml::text).unwrap_or_default();
        let plain: String = label.chars().filter(char::is_ascii_digit).collect();
        let letters = label.chars().any(|c| c.is_alphabetic() || "()（）".contains(c));
        let kind = match () {
            () if xml.name() != "paragraph" || letters => Kind::Subparagraph,
            () if self.annex => Kind::Paragraph,
            () => Kind::Operative,
        };
        let ordinal = if kind == Kind::Subparagraph {
            1 + u32::from(label.bytes().find(u8::is_ascii_lowercase).unwrap_or(b'a') - b'a')
        } else {
            plain.parse().unwrap_or(u32::from(kind == Kind::Operative))
        };
        self.open(kind, &label, ordinal, &xml.children().iter().collect::<Vec<_>>());
        self.below(xml);
        self.builder.close();
    }

    /// Reads the list below a clause, however deep its tags are nested.
    fn below(&mut self, xml: &Xml) {
        for child in xml.children() {
            if ["paragraph", "point", "item"].contains(&child.name()) {
                self.numbered(child);
            } else if child.name() != "authorialNote" {
                self.below(child);
            }
        }
    }

    fn finish(mut self) -> Document {
        self.builder.close_to(NodeId::ROOT);
        let mut nodes = Vec::new();
        if !self.notes.is_empty() {
            self.builder.open(Kind::Notes, Span::default());
            for (at, (mark, text)) in self.notes.iter().enumerate() {
                nodes.push(self.builder.leaf(Kind::Note, mark, at as u32 + 1, text, Span::default()));
            }
        }
        for (span, note) in &self.marks {
            self.builder.mark(NoteMark { span: *span, note: nodes.get(*note).copied() });
        }
        self.builder.finish()
    }
}
