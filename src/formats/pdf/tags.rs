//! What tagged PDF says of its text: which paragraph each piece of marked content belongs to, and whether that is a
//! heading, a note or a cell of a table.
//!
//! The tree is looked at from below, from the pages' content to its elements; nothing recurses.

use hayro_syntax::object::{Array, Dict, MaybeRef, Name, ObjRef, Object, ObjectIdentifier};
use hayro_syntax::xref::XRef;
use std::collections::HashMap;

/// How far up from a piece of content its ancestors are asked.
const HIGHEST: usize = 40;
/// Nodes of the tree of numbers.
const MOST_NODES: usize = 20_000;
/// Pieces of marked content of a page.
const MOST_MARKED: usize = 60_000;

/// What is known of a piece of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tag {
    /// The paragraph, from 1; 0 where nothing says so.
    pub block: u32,
    /// Level of a heading; 0 for none.
    pub heading: u8,
    /// The note, from 1.
    pub note: u32,
    /// The row of a table, from 1.
    pub row: u32,
    /// The cell, from 1.
    pub cell: u32,
}

/// The structure of a file.
pub(super) struct Tags<'a> {
    xref: &'a XRef,
    /// What the content of each page belongs to, by the page's number in the tree.
    parents: HashMap<i32, MaybeRef<Object<'a>>>,
    roles: Option<Dict<'a>>,
    known: HashMap<ObjectIdentifier, Tag>,
    numbers: HashMap<ObjectIdentifier, u32>,
}

impl<'a> Tags<'a> {
    pub(super) fn new(xref: &'a XRef) -> Option<Self> {
        let root = xref.get::<Dict<'a>>(xref.root_id())?.get::<Dict<'a>>("StructTreeRoot")?;
        let mut parents = HashMap::new();
        let mut open = vec![root.get::<Dict<'a>>("ParentTree")?];
        let mut seen = 0;
        while let Some(node) = open.pop() {
            seen += 1;
            if seen > MOST_NODES || parents.len() > MOST_MARKED {
                break;
            }
            if let Some(kids) = node.get::<Array<'a>>("Kids") {
                open.extend(kids.iter::<Dict<'a>>().take(MOST_NODES - seen.min(MOST_NODES)));
                if open.len() > MOST_NODES {
                    break;
                }
            }
            if let Some(pairs) = node.get::<Array<'a>>("Nums") {
                let mut pairs = pairs.raw_iter();
                while let (Some(key), Some(value)) = (pairs.next(), pairs.next()) {
                    if let MaybeRef::NotRef(Object::Number(number)) = key {
                        parents.insert(number.as_i64() as i32, value);
                    }
                }
            }
        }
        let roles = root.get::<Dict<'a>>("RoleMap");
        Some(Self { xref, parents, roles, known: HashMap::new(), numbers: HashMap::new() })
    }

    /// The tags of the marked content of a page, by its number there.
    pub(super) fn page(&mut self, page: &Dict<'a>) -> Vec<Tag> {
        let Some(number) = page.get::<i32>("StructParents") else { return Vec::new() };
        let elements = match self.parents.get(&number) {
            Some(MaybeRef::Ref(place)) => self.xref.get::<Array<'a>>((*place).into()),
            Some(MaybeRef::NotRef(Object::Array(elements))) => Some(elements.clone()),
            _ => None,
        };
        let Some(elements) = elements else { return Vec::new() };
        let tag =
            |element: MaybeRef<Object<'_>>| element.as_obj_ref().map_or(Tag::default(), |at| self.tag(at));
        elements.raw_iter().take(MOST_MARKED).map(tag).collect()
    }

    fn number(&mut self, id: ObjectIdentifier) -> u32 {
        let next = self.numbers.len() as u32 + 1;
        *self.numbers.entry(id).or_insert(next)
    }

    /// Looks from an element upwards.
    fn tag(&mut self, at: ObjRef) -> Tag {
        let start: ObjectIdentifier = at.into();
        if let Some(known) = self.known.get(&start) {
            return *known;
        }
        let mut tag = Tag::default();
        let mut at = at;
        let mut listed = false;
        for _ in 0..HIGHEST {
            let Some(element) = self.xref.get::<Dict<'a>>(at.into()) else { break };
            let Some(name) = element.get::<Name<'a>>("S") else { break };
            let role = self.roles.as_ref().and_then(|roles| roles.get::<Name<'a>>(name.as_ref()));
            let own = self.number(at.into());
            match kind(name.as_ref()).or_else(|| kind(role.as_ref()?.as_ref())) {
                Some(Kind::Paragraph) if tag.block == 0 => tag.block = own,
                Some(Kind::Heading(level)) if tag.block == 0 => (tag.block, tag.heading) = (own, level),
                Some(Kind::Body) => listed = true,
                Some(Kind::Item) if tag.block == 0 || listed => {
                    (tag.block, listed) = (own, false);
                }
                Some(Kind::Note) => {
                    tag.note = own;
                    if tag.block == 0 {
                        tag.block = own;
                    }
                    // A note stands inside the paragraph that has its mark.
                    break;
                }
                Some(Kind::Cell) => {
                    tag.cell = own;
                    if tag.block == 0 {
                        tag.block = own;
                    }
                }
                Some(Kind::Row) => {
                    tag.row = own;
                    break;
                }
                _ => {}
            }
            match element.get_ref("P") {
                Some(parent) => at = parent,
                None => break,
            }
        }
        self.known.insert(start, tag);
        tag
    }
}

enum Kind {
    Paragraph,
    Heading(u8),
    /// The words of an item of a list.
    Body,
    Item,
    Note,
    Cell,
    Row,
}

fn kind(name: &[u8]) -> Option<Kind> {
    Some(match name {
        b"P" | b"TOCI" | b"Caption" | b"BlockQuote" => Kind::Paragraph,
        b"Title" | b"H" | b"H1" => Kind::Heading(1),
        b"H2" => Kind::Heading(2),
        b"H3" => Kind::Heading(3),
        b"H4" | b"H5" | b"H6" => Kind::Heading(4),
        b"LBody" => Kind::Body,
        b"LI" => Kind::Item,
        b"Note" | b"Footnote" | b"Endnote" | b"FENote" => Kind::Note,
        b"TD" | b"TH" => Kind::Cell,
        b"TR" => Kind::Row,
        _ => return None,
    })
}
