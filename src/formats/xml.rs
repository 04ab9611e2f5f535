//! A tolerant tree of XML, for the formats that are made of it: Akoma Ntoso, Word and its like.
//!
//! Elements and texts in preorder, small, each a range of the source; words and attributes are unescaped when they are
//! asked for. Parsing never fails: the United Nations publishes files that are not well formed, and so a tag that
//! closes nothing is passed over, what nobody closes is closed by its parent, and a tag that never ends is words. Each
//! is a [`Fault`] with its place. Prefixes of namespaces are dropped; entities are never expanded but the five of
//! XML and numbers. What an element means is not known here.

mod attributes;
mod entities;
mod parse;

pub use attributes::Attributes;
pub use entities::unescape;

use std::borrow::Cow;
use std::ops::Range;

/// Elements below this depth stand side by side.
pub const DEEPEST: usize = 256;

/// The names of what is no element.
const TEXT: u16 = 0;
const DATA: u16 = 1;
/// Source whose markup was not read, since there is too much of it.
const RAW: u16 = 2;

/// A file as a tree. Node 0 is the file itself: its children are the outermost elements.
#[derive(Debug)]
pub struct Tree<'s> {
    source: &'s str,
    cells: Vec<Cell>,
    names: Vec<&'s str>,
    faults: Vec<Fault>,
}

/// What is kept of a node.
#[derive(Clone, Copy, Debug)]
struct Cell {
    /// Index of its name in [`Tree::names`].
    name: u16,
    /// One past the last node below it.
    subtree_end: u32,
    /// Of a text: where it stands. Of an element: its start tag.
    start: u32,
    end: u32,
}

/// Markup that is not well formed, at a byte of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub at: usize,
    /// Continues "here": "a tag that closes nothing".
    pub what: &'static str,
}

/// A node: an element or a text.
#[derive(Clone, Copy)]
pub struct Node<'t, 's> {
    tree: &'t Tree<'s>,
    index: u32,
}

/// A step of a walk.
#[derive(Clone, Copy, Debug)]
pub enum Step<'t, 's> {
    /// An element begins; its children follow, then its `Leave`.
    Enter(Node<'t, 's>),
    Text(Node<'t, 's>),
    Leave(Node<'t, 's>),
}

impl<'s> Tree<'s> {
    /// Reads decoded text. At most 4 GiB of it.
    pub fn parse(source: &'s str) -> Self {
        parse::parse(source)
    }

    /// The file: its children are the outermost elements.
    pub fn root(&self) -> Node<'_, 's> {
        Node { tree: self, index: 0 }
    }

    /// The node of an index, as [`Node::index`] gives it.
    pub fn node(&self, index: usize) -> Option<Node<'_, 's>> {
        (index < self.cells.len()).then_some(Node { tree: self, index: index as u32 })
    }

    /// All names that occur, by [`Node::name_index`]: for a reader that translates each only once.
    pub fn names(&self) -> &[&'s str] {
        &self.names
    }

    /// What was not well formed, in order; the first thousand.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    pub fn source(&self) -> &'s str {
        self.source
    }

    pub fn len(&self) -> usize {
        self.cells.len()
    }

    pub fn is_empty(&self) -> bool {
        self.cells.len() <= 1
    }

    fn cell(&self, index: u32) -> Cell {
        let nothing = Cell { name: TEXT, subtree_end: index + 1, start: 0, end: 0 };
        self.cells.get(index as usize).copied().unwrap_or(nothing)
    }
}

impl<'t, 's> Node<'t, 's> {
    /// Its place in preorder.
    pub fn index(self) -> usize {
        self.index as usize
    }

    fn cell(self) -> Cell {
        self.tree.cell(self.index)
    }

    pub fn is_element(self) -> bool {
        self.cell().name > RAW
    }

    /// The name without its prefix; empty for the file and for texts.
    pub fn name(self) -> &'s str {
        let name = self.name_index();
        if name > RAW.into() { self.tree.names.get(name).copied().unwrap_or_default() } else { "" }
    }

    /// The index of its name in [`Tree::names`].
    pub fn name_index(self) -> usize {
        self.cell().name.into()
    }

    /// Where it stands in the source: of an element, its start tag.
    pub fn tag(self) -> Range<usize> {
        let cell = self.cell();
        cell.start as usize..cell.end as usize
    }

    /// Where it stands in the source with all that is below it.
    pub fn range(self) -> Range<usize> {
        let cell = self.cell();
        let end = match self.tree.cells.get(cell.subtree_end as usize) {
            Some(next) => next.start as usize,
            None => self.tree.source.len(),
        };
        cell.start as usize..if self.is_element() { end } else { cell.end as usize }
    }

    pub fn children(self) -> impl Iterator<Item = Node<'t, 's>> + use<'t, 's> {
        let (tree, end) = (self.tree, self.cell().subtree_end);
        let mut next = self.index + 1;
        std::iter::from_fn(move || {
            let child = Node { tree, index: next };
            let found = next < end;
            next = child.cell().subtree_end.max(next + 1);
            found.then_some(child)
        })
    }

    /// The first child of that name.
    pub fn child(self, name: &str) -> Option<Node<'t, 's>> {
        self.children().find(|child| child.name() == name)
    }

    /// All below it, in preorder.
    pub fn descendants(self) -> impl Iterator<Item = Node<'t, 's>> + use<'t, 's> {
        let tree = self.tree;
        (self.index + 1..self.cell().subtree_end).map(move |index| Node { tree, index })
    }

    /// The first of that name below it.
    pub fn find(self, name: &str) -> Option<Node<'t, 's>> {
        self.descendants().find(|node| node.name() == name)
    }

    /// All below it, elements with their ends.
    pub fn walk(self) -> Walk<'t, 's> {
        Walk { tree: self.tree, next: self.index + 1, end: self.cell().subtree_end, open: Vec::new() }
    }

    /// The value of an attribute. A name without a prefix is found under any prefix: "val" finds `w:val`.
    pub fn attribute(self, name: &str) -> Option<Cow<'s, str>> {
        let mut all = self.attributes();
        let whole = name.contains(':');
        all.find(|(key, _)| *key == name || !whole && attributes::local(key) == name)
            .map(|(_, value)| unescape(value))
    }

    /// All attributes, as they are written.
    pub fn attributes(self) -> Attributes<'s> {
        let tag = if self.is_element() { self.tag() } else { 0..0 };
        Attributes::new(self.tree.source.get(tag).unwrap_or_default())
    }

    /// The words of a text node, unescaped; empty for elements.
    pub fn text(self) -> Cow<'s, str> {
        let cell = self.cell();
        let source = self.tree.source.get(cell.start as usize..cell.end as usize).unwrap_or_default();
        match cell.name {
            TEXT if self.index > 0 => unescape(source),
            DATA => Cow::Borrowed(source),
            RAW => Cow::Owned(parse::without_tags(source)),
            _ => Cow::Borrowed(""),
        }
    }

    /// All words below it, as they follow each other.
    pub fn words(self) -> String {
        let mut out = String::new();
        for node in self.descendants() {
            out.push_str(&node.text());
        }
        if !self.is_element() {
            out.push_str(&self.text());
        }
        out
    }
}

impl std::fmt::Debug for Node<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.is_element() { write!(f, "<{}>", self.name()) } else { write!(f, "{:?}", self.text()) }
    }
}

impl PartialEq for Node<'_, '_> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && std::ptr::eq(self.tree, other.tree)
    }
}

/// See [`Node::walk`].
#[derive(Clone, Debug)]
pub struct Walk<'t, 's> {
    tree: &'t Tree<'s>,
    next: u32,
    end: u32,
    open: Vec<u32>,
}

impl Walk<'_, '_> {
    /// Passes over what is below the element that was entered last; its `Leave` comes next.
    pub fn pass_over(&mut self) {
        if let Some(&index) = self.open.last() {
            self.next = self.tree.cell(index).subtree_end;
        }
    }
}

impl<'t, 's> Iterator for Walk<'t, 's> {
    type Item = Step<'t, 's>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(&index) = self.open.last()
            && self.tree.cell(index).subtree_end <= self.next
        {
            self.open.pop();
            return Some(Step::Leave(Node { tree: self.tree, index }));
        }
        if self.next >= self.end {
            return None;
        }
        let node = Node { tree: self.tree, index: self.next };
        self.next += 1;
        if node.is_element() {
            self.open.push(node.index);
            return Some(Step::Enter(node));
        }
        Some(Step::Text(node))
    }
}

#[cfg(test)]
mod tests;
