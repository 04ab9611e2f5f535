//! The structure tree of a tagged PDF: which paragraph each piece of marked content belongs to, and whether that is a
//! heading, a note or a table cell.
//!
//! The tree is followed upwards from the content of a page to its ancestors, with a limit on the steps and without
//! recursion.

use super::grid::{self, GridPlace};
use hayro_syntax::object::{Array, Dict, MaybeRef, Name, ObjRef, Object, ObjectIdentifier};
use hayro_syntax::xref::XRef;
use std::collections::{HashMap, HashSet};

/// How many ancestors of a piece of content are examined.
const HIGHEST: usize = 40;
/// How many nodes of the parent tree are read.
const MOST_NODES: usize = 20_000;
/// How many pieces of marked content of a page are read.
const MOST_MARKED: usize = 60_000;
/// How many elements are looked at for all pages together, each once for every piece of content below it.
const MOST_ELEMENTS: usize = 3_000_000;
/// How many cells of all tables of a file are kept.
const MOST_CELLS: usize = 1_000_000;

/// The structure elements that a piece of text belongs to. Numbers count from 1 and are unique in the file; 0 is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tag {
    /// The paragraph.
    pub block: u32,
    /// The level of the heading.
    pub heading: u8,
    /// The note.
    pub note: u32,
    /// The table.
    pub table: u32,
    /// The cell, which is always in a table.
    pub cell: u32,
}

/// The structure tree of a file, and what was read of it so far.
pub(super) struct Tags<'a> {
    xref: &'a XRef,
    /// The parent tree: the elements that the content of a page belongs to, by the page's `StructParents`.
    parents: HashMap<i32, MaybeRef<Object<'a>>>,
    roles: Roles<'a>,
    known: HashMap<ObjectIdentifier, Tag>,
    numbers: HashMap<ObjectIdentifier, u32>,
    /// The row and column of each cell of the tables met since the last [`Self::take_places`], by the number of the
    /// cell.
    places: HashMap<u32, GridPlace>,
    /// The tables whose cells have been laid out.
    laid_out: HashSet<u32>,
    /// How many elements may still be looked at, in all pages together.
    left: usize,
}

/// The meaning of element types, including those that the file defines itself in its `RoleMap`.
pub(super) struct Roles<'a>(Option<Dict<'a>>);

impl<'a> Roles<'a> {
    /// The kind of an element; `None` where it does not matter here.
    pub(super) fn kind(&self, element: &Dict<'a>) -> Option<ElementKind> {
        let name = element.get::<Name<'a>>("S")?;
        kind(name.as_ref()).or_else(|| kind(self.role(&name)?.as_ref()))
    }

    /// Whether an element is of a type, or of one that the file maps to it.
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
    /// The structure tree that the catalogue refers to, if any.
    pub(super) fn new(xref: &'a XRef, catalogue: ObjectIdentifier) -> Option<Self> {
        let root = xref.get::<Dict<'a>>(catalogue)?.get::<Dict<'a>>("StructTreeRoot")?;
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
                while parents.len() <= MOST_MARKED
                    && let (Some(key), Some(value)) = (pairs.next(), pairs.next())
                {
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
            left: MOST_ELEMENTS,
        })
    }

    /// The row and column of each cell of the tables met since the last call, by [`Tag::cell`].
    pub(super) fn take_places(&mut self) -> HashMap<u32, GridPlace> {
        std::mem::take(&mut self.places)
    }

    /// The tags of the marked content of a page, by `MCID`. Empty where the page is not tagged.
    pub(super) fn page(&mut self, page: &Dict<'a>) -> Vec<Tag> {
        let Some(number) = page.get::<i32>("StructParents") else { return Vec::new() };
        let elements = match self.parents.get(&number) {
            Some(MaybeRef::Ref(place)) => self.xref.get::<Array<'a>>((*place).into()),
            Some(MaybeRef::NotRef(Object::Array(elements))) => Some(elements.clone()),
            _ => None,
        };
        let Some(elements) = elements else { return Vec::new() };
        let most = self.left;
        let tag =
            |element: MaybeRef<Object<'_>>| element.as_obj_ref().map_or(Tag::default(), |at| self.tag(at));
        let tags: Vec<Tag> = elements.raw_iter().take(MOST_MARKED.min(most)).map(tag).collect();
        self.left = self.left.saturating_sub(tags.len());
        tags
    }

    /// The number of an element, from 1, given when it is first met.
    fn number(&mut self, id: ObjectIdentifier) -> u32 {
        let next = self.numbers.len() as u32 + 1;
        *self.numbers.entry(id).or_insert(next)
    }

    /// The tag of an element: examines it and its ancestors.
    fn tag(&mut self, at: ObjRef) -> Tag {
        let start: ObjectIdentifier = at.into();
        if let Some(known) = self.known.get(&start) {
            return *known;
        }
        let mut tag = Tag::default();
        let mut at = at;
        let mut listed = false;
        let mut in_row = false;
        for _ in 0..HIGHEST.min(self.left) {
            self.left = self.left.saturating_sub(1);
            let Some(element) = self.xref.get::<Dict<'a>>(at.into()) else { break };
            if !element.contains_key("S") {
                break;
            }
            let own = self.number(at.into());
            match self.roles.kind(&element) {
                // Above a row only its own table counts. A table that is nested in a cell is a table of its own.
                Some(ElementKind::Table) if in_row => {
                    tag.table = own;
                    self.lay_out(at, own);
                    break;
                }
                _ if in_row => {}
                Some(ElementKind::Paragraph) if tag.block == 0 => tag.block = own,
                Some(ElementKind::Heading(level)) if tag.block == 0 => {
                    (tag.block, tag.heading) = (own, level);
                }
                Some(ElementKind::Body) => listed = true,
                Some(ElementKind::Item) if tag.block == 0 || listed => {
                    (tag.block, listed) = (own, false);
                }
                Some(ElementKind::Note) => {
                    tag.note = own;
                    if tag.block == 0 {
                        tag.block = own;
                    }
                    // The element of a note is nested in the paragraph that refers to it, which is not the note's own.
                    break;
                }
                Some(ElementKind::Cell { .. }) => {
                    tag.cell = own;
                    if tag.block == 0 {
                        tag.block = own;
                    }
                }
                Some(ElementKind::Row) => in_row = true,
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

    /// Finds the row and column of each cell of a table, the first time the table is met.
    fn lay_out(&mut self, table: ObjRef, number: u32) {
        if self.places.len() > MOST_CELLS || !self.laid_out.insert(number) {
            return;
        }
        for (element, place) in grid::cells(self.xref, &self.roles, table, &mut self.left) {
            let number = self.number(element);
            self.places.insert(number, place);
        }
    }
}

/// The kinds of structure elements that matter here.
pub(super) enum ElementKind {
    Paragraph,
    Heading(u8),
    /// The text of a list item (`LBody`).
    Body,
    Item,
    Note,
    Cell {
        header: bool,
    },
    Row,
    Table,
}

fn kind(name: &[u8]) -> Option<ElementKind> {
    Some(match name {
        b"P" | b"TOCI" | b"Caption" | b"BlockQuote" => ElementKind::Paragraph,
        b"Title" | b"H" | b"H1" => ElementKind::Heading(1),
        b"H2" => ElementKind::Heading(2),
        b"H3" => ElementKind::Heading(3),
        b"H4" | b"H5" | b"H6" => ElementKind::Heading(4),
        b"LBody" => ElementKind::Body,
        b"LI" => ElementKind::Item,
        b"Note" | b"Footnote" | b"Endnote" | b"FENote" => ElementKind::Note,
        b"TD" => ElementKind::Cell { header: false },
        b"TH" => ElementKind::Cell { header: true },
        b"TR" => ElementKind::Row,
        b"Table" => ElementKind::Table,
        _ => return None,
    })
}
