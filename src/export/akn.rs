//! Writes a document in Akoma Ntoso as the United Nations uses it (AKN4UN).
//!
//! Only elements found in the United Nations' own files are used, so that any reader of those can read these. A round
//! trip preserves clauses, numbers, words, notes, votes and the masthead: what the elements leave open is said by
//! attributes of the standard (`refersTo`, `class`, `title`), and the `source` of the `references` tells the reader that
//! all of it is meant. Page breaks, text set aside and diagnostics have no element in Akoma Ntoso and are not written.

mod body;
mod inline;
mod meta;
mod xml;

use crate::document::{Document, Kind, NodeId};
use std::collections::HashMap;
use std::io::{self, Write};
use xml::Xml;

/// Writes a document as one Akoma Ntoso file.
pub(crate) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let notes: Vec<NodeId> = document.notes().collect();
    let mut writer = AknWriter {
        document,
        xml: Xml::new(out),
        places: notes.iter().enumerate().map(|(at, id)| (*id, at)).collect(),
        written: vec![false; notes.len()],
        notes,
        names: HashMap::new(),
        sections: 0,
        annexes: 0,
    };
    writer.file()
}

/// The part of a statement that a node belongs to, in the order that the schema requires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Slot {
    Cover,
    Preface,
    Preamble,
    Body,
    Conclusions,
    Attachments,
}

struct AknWriter<'d, 'w> {
    document: &'d Document,
    xml: Xml<'w>,
    notes: Vec<NodeId>,
    /// Index of each note in `notes`.
    places: HashMap<NodeId, usize>,
    written: Vec<bool>,
    /// How often each `eId` was used.
    names: HashMap<String, u32>,
    sections: u32,
    annexes: usize,
}

impl<'d> AknWriter<'d, '_> {
    fn file(&mut self) -> io::Result<()> {
        self.xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
        self.xml.open(
            "akomaNtoso",
            &[
                ("xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"),
                ("xmlns:akn4un", "http://un.org/akn4un"),
            ],
        )?;
        let top: Vec<NodeId> =
            self.document.children(NodeId::ROOT).filter(|&id| self.kind(id) != Kind::Notes).collect();
        let collection = top.iter().any(|&id| self.kind(id) == Kind::Part);
        if collection {
            self.collection(&top)?;
        } else {
            self.statement(&top)?;
        }
        self.xml.close("akomaNtoso")?;
        self.xml.raw("\n")
    }

    fn kind(&self, id: NodeId) -> Kind {
        self.document.node(id).kind
    }

    /// What the document is. One that enacts nothing, as a report, is no resolution: its numbered paragraphs are not operative.
    fn form(&self) -> &'d str {
        let enacts = |id: NodeId| {
            matches!(self.kind(id), Kind::Enacting | Kind::Preamble | Kind::Preambular | Kind::Operative)
        };
        let document: &'d Document = self.document;
        let known = document.details().form.as_deref();
        known.unwrap_or_else(|| if self.document.ids().any(enacts) { "resolution" } else { "document" })
    }

    fn statement(&mut self, top: &[NodeId]) -> io::Result<()> {
        let form = self.form();
        self.xml.open("statement", &[("name", form)])?;
        self.meta(None)?;
        self.slots(top)?;
        self.xml.close("statement")
    }

    /// Writes resolutions that were published together (A, B and so on), each as a component.
    fn collection(&mut self, top: &[NodeId]) -> io::Result<()> {
        let first = top.iter().position(|&id| self.kind(id) == Kind::Part).unwrap_or(top.len());
        let (head, parts) = top.split_at(first);
        self.xml.open("documentCollection", &[("name", "publication")])?;
        self.meta(None)?;
        self.slots_of(head, Slot::Preface)?;
        self.xml.open("collectionBody", &[])?;
        for (at, &id) in parts.iter().enumerate() {
            self.xml.open("component", &[("eId", &format!("comp_def_{at}"))])?;
            let shown = format!("Resolution {}", self.document.label(id));
            self.xml.empty(
                "documentRef",
                &[
                    ("eId", &format!("compRef_{at}")),
                    ("href", &format!("comp_{at}")),
                    ("showAs", shown.trim_end()),
                ],
            )?;
            self.xml.close("component")?;
        }
        self.xml.close("collectionBody")?;
        self.xml.close("documentCollection")?;
        self.xml.open("components", &[])?;
        let mut letter = 0;
        let form = self.form();
        for (at, &id) in parts.iter().enumerate() {
            self.xml.open("component", &[("eId", &format!("comp_{at}"))])?;
            let part = self.kind(id) == Kind::Part;
            if part {
                self.xml.open("statement", &[("name", form)])?;
                let name = char::from_u32('A' as u32 + letter).unwrap_or('A').to_string();
                letter = (letter + 1).min(25);
                self.meta(Some(&name))?;
                self.title("preface", id)?;
                let below: Vec<NodeId> = self.document.children(id).collect();
                self.slots_of(&below, Slot::Attachments)?;
            } else {
                self.xml.open("statement", &[("name", form)])?;
                self.made_meta()?;
                self.slots_of(&[id], Slot::Attachments)?;
            }
            self.xml.close("statement")?;
            self.xml.close("component")?;
        }
        self.xml.close("components")
    }

    fn slots(&mut self, top: &[NodeId]) -> io::Result<()> {
        self.slots_of(top, Slot::Attachments)
    }

    /// Writes each node in its part of the statement. A node out of the schema's order goes into the part that is open,
    /// or into the body.
    fn slots_of(&mut self, all: &[NodeId], last: Slot) -> io::Result<()> {
        let mut groups: Vec<(Slot, Vec<NodeId>)> = Vec::new();
        for &id in all {
            let open = groups.last().map_or(Slot::Cover, |(slot, _)| *slot);
            let fresh = groups.is_empty();
            let own = self.slot(id);
            // A second cover, title or preamble goes into the body.
            let single = matches!(own, Slot::Cover | Slot::Preface | Slot::Preamble);
            let slot =
                if !fresh && (own < open || own == open && single) { open.max(Slot::Body) } else { own };
            match groups.last_mut() {
                Some((open, ids)) if *open == slot => ids.push(id),
                _ => groups.push((slot, vec![id])),
            }
        }
        let has_body = groups.iter().any(|(slot, _)| *slot == Slot::Body);
        let mut body_due = !has_body && last == Slot::Attachments;
        for (slot, ids) in groups {
            if slot > Slot::Body && std::mem::take(&mut body_due) {
                self.xml.empty("mainBody", &[])?;
            }
            self.group(slot, &ids)?;
        }
        if body_due {
            self.xml.empty("mainBody", &[])?;
        }
        Ok(())
    }

    fn slot(&self, id: NodeId) -> Slot {
        match self.kind(id) {
            Kind::Masthead => Slot::Cover,
            Kind::Title => Slot::Preface,
            Kind::Preamble => Slot::Preamble,
            Kind::Closing => Slot::Conclusions,
            Kind::Annex => Slot::Attachments,
            _ => Slot::Body,
        }
    }

    fn group(&mut self, slot: Slot, ids: &[NodeId]) -> io::Result<()> {
        let Some(&first) = ids.first() else { return Ok(()) };
        match slot {
            Slot::Cover => self.cover(first),
            Slot::Preface => self.title_node(first),
            Slot::Preamble => {
                self.xml.open("preamble", &[])?;
                for child in self.document.children(first) {
                    self.in_preamble(child)?;
                }
                self.xml.close("preamble")
            }
            Slot::Body if ids.len() == 1 && self.kind(first) == Kind::OperativePart => {
                self.xml.open("mainBody", &[("refersTo", "#operative")])?;
                for child in self.document.children(first) {
                    self.in_body(child)?;
                }
                self.xml.close("mainBody")
            }
            Slot::Body => {
                self.xml.open("mainBody", &[])?;
                for &id in ids {
                    self.in_body(id)?;
                }
                self.xml.close("mainBody")
            }
            Slot::Conclusions => {
                self.xml.open("conclusions", &[("eId", "conclusions")])?;
                for &id in ids {
                    self.closing(id)?;
                }
                self.xml.close("conclusions")
            }
            Slot::Attachments => {
                self.xml.open("attachments", &[])?;
                for (at, &id) in ids.iter().enumerate() {
                    self.attachment(id, at)?;
                }
                self.xml.close("attachments")
            }
        }
    }

    /// Makes an `eId` unique: `stem`, or `stem~2` and so on if it is taken.
    fn name(&mut self, stem: &str) -> String {
        let count = self.names.entry(stem.to_owned()).or_insert(0);
        *count += 1;
        if *count == 1 { stem.to_owned() } else { format!("{stem}~{count}") }
    }

    /// The next `eId` of a series, such as `para_7`.
    fn next(&mut self, series: &str) -> String {
        let count = self.names.entry(format!("#{series}")).or_insert(0);
        *count += 1;
        format!("{series}_{count}")
    }
}
