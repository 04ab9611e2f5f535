//! What tagged PDF says of its text: which paragraph each piece of marked content belongs to, and whether that is a
//! heading, a note or a cell of a table.
//!
//! The tree is looked at from below, from the pages' content to its elements; nothing recurses.

use super::grid::{self, Place};
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, ObjRef, Object, ObjectIdentifier};
use hayro_syntax::xref::XRef;
use std::collections::{HashMap, HashSet};

/// How far up from a piece of content its ancestors are asked.
const HIGHEST: usize = 40;
/// Nodes of the tree of numbers.
const MOST_NODES: usize = 20_000;
/// Pieces of marked content of a page.
const MOST_MARKED: usize = 60_000;
/// Cells of all tables of a file.
const MOST_CELLS: usize = 1_000_000;

/// What is known of a piece of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tag {
    /// The paragraph, from 1; 0 where nothing says so.
    pub block: u32,
    /// Level of a heading; 0 for none.
    pub heading: u8,
    /// The note, from 1.
    pub note: u32,
    /// The table, from 1.
    pub table: u32,
    /// The cell of it, from 1.
    pub cell: u32,
}

/// The structure of a file.
pub(super) struct Tags<'a> {
    xref: &'a XRef,
    /// What the content of each page belongs to, by the page's number in the tree.
    parents: HashMap<i32, MaybeRef<Object<'a>>>,
    roles: Roles<'a>,
    known: HashMap<ObjectIdentifier, Tag>,
    numbers: HashMap<ObjectIdentifier, u32>,
    /// Where the cells of the tables met so far stand, by the number of the cell.
    places: HashMap<u32, Place>,
    /// The tables whose cells are in `places`.
    laid_out: HashSet<u32>,
}

/// What the types of elements mean, those that the file names itself included.
pub(super) struct Roles<'a>(Option<Dict<'a>>);

impl<'a> Roles<'a> {
    pub(super) fn kind(&self, element: &Dict<'a>) -> Option<Kind> {
        let name = element.get::<Name<'a>>("S")?;
        kind(name.as_ref()).or_else(|| kind(self.role(&name)?.as_ref()))
    }

    /// Whether an element is of a type.
    pub(super) fn is(&self, element: &Dict<'a>, wanted: &[u8]) -> bool {
        element.get::<Name<'a>>("S").is_some_and(|name| {
            name.as_ref() == wanted || self.role(&name).is_some_and(|role| role.as_ref() == wanted)
        })
    }

    fn role(&self, name: &Name<'a>) -> Option<Name<'a>> {
        self.0.as_ref()?.get::<Name<'a>>(name.as_ref())
    }
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
        let roles = Roles(root.get::<Dict<'a>>("RoleMap"));
        Some(Self {
            xref,
            parents,
            roles,
            known: HashMap::new(),
            numbers: HashMap::new(),
            places: HashMap::new(),
            laid_out: HashSet::new(),
        })
    }

    /// Where the cells of the tables that were met since the last call stand, by their number in [`Tag::cell`].
    pub(super) fn take_places(&mut self) -> HashMap<u32, Place> {
        std::mem::take(&mut self.places)
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
        let mut in_row = false;
        for _ in 0..HIGHEST {
            let Some(element) = self.xref.get::<Dict<'a>>(at.into()) else { break };
            if !element.contains_key("S") {
                break;
            }
            let own = self.number(at.into());
            match self.roles.kind(&element) {
                // Above a row only its table matters: a table in a cell is a table of its own.
                Some(Kind::Table) if in_row => {
                    tag.table = own;
                    self.lay_out(at, own);
                    break;
                }
                _ if in_row => {}
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
                Some(Kind::Cell { .. }) => {
                    tag.cell = own;
                    if tag.block == 0 {
                        tag.block = own;
                    }
                }
                Some(Kind::Row) => in_row = true,
                _ => {}
            }
            match element.get_ref("P") {
                Some(parent) => at = parent,
                None => break,
            }
        }
        if tag.table == 0 {
            tag.cell = 0;
        }
        self.known.insert(start, tag);
        tag
    }

    /// Finds the places of the cells of a table, once.
    fn lay_out(&mut self, table: ObjRef, number: u32) {
        if self.places.len() > MOST_CELLS || !self.laid_out.insert(number) {
            return;
        }
        for (element, place) in grid::cells(self.xref, &self.roles, table) {
            let number = self.number(element);
            self.places.insert(number, place);
        }
    }
}

pub(super) enum Kind {
    Paragraph,
    Heading(u8),
    /// The words of an item of a list.
    Body,
    Item,
    Note,
    Cell {
        header: bool,
    },
    Row,
    Table,
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
        b"TD" => Kind::Cell { header: false },
        b"TH" => Kind::Cell { header: true },
        b"TR" => Kind::Row,
        b"Table" => Kind::Table,
        _ => return None,
    })
}
