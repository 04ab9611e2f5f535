//! An error-tolerant XML tree, for the formats that are based on XML: Akoma Ntoso, DOCX, ODT.
//!
//! Parsing never fails, because the United Nations publishes files that are not well formed. An end tag that closes
//! nothing is skipped, an element that is never closed ends with its parent, and a tag that never ends is text; each is
//! recorded as a [`Fault`]. Nodes are small: ranges of the source in preorder, whose text and attributes are unescaped
//! on demand. Namespace prefixes are dropped. Only the five predefined entities and numeric references are expanded, so
//! that no entity can expand without limit. This module does not know what an element means.

mod attributes;
mod entities;
mod parse;

pub(crate) use attributes::Attributes;
pub(crate) use entities::unescape;

use crate::document::MarkupFault;
use std::borrow::Cow;
use std::ops::Range;

/// The greatest depth of an element. Deeper ones become siblings.
pub(crate) const DEEPEST: usize = 256;

/// The name index of text, and of the file itself.
const TEXT: u16 = 0;
/// The name index of CDATA.
const DATA: u16 = 1;
/// The name index of source that was not parsed, because the tree has too many nodes.
const RAW: u16 = 2;

/// The tree of a file. Node 0 is the file itself, and its children are the outermost elements.
#[derive(Debug)]
pub struct Tree<'s> {
    source: &'s str,
    nodes: Vec<NodeData>,
    names: Vec<&'s str>,
    faults: Vec<Fault>,
    is_cut: bool,
}

/// The data of a node.
#[derive(Clone, Copy, Debug)]
struct NodeData {
    /// Index in [`Tree::names`].
    name: u16,
    /// Index of the first node after its subtree.
    subtree_end: u32,
    /// Byte range in the source: of a text all of it, of an element its start tag.
    start: u32,
    end: u32,
}

/// A place where the source is not well formed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Byte offset in the source.
    pub at: usize,
    pub what: MarkupFault,
}

/// A node: an element or a text.
#[derive(Clone, Copy)]
pub(crate) struct Node<'t, 's> {
    tree: &'t Tree<'s>,
    index: u32,
}

/// A step of a walk through the tree.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step<'t, 's> {
    /// The start of an element. Its children follow, then its `Leave`.
    Enter(Node<'t, 's>),
    Text(Node<'t, 's>),
    Leave(Node<'t, 's>),
}

impl<'s> Tree<'s> {
    /// Parses decoded text, of which the first 4 GiB are read.
    pub fn parse(source: &'s str) -> Self {
        parse::parse(source)
    }

    /// The node of the file, whose children are the outermost elements.
    pub(crate) fn root(&self) -> Node<'_, 's> {
        Node { tree: self, index: 0 }
    }

    /// The node with an index, as given by [`Node::index`]. `None` where there is no such node.
    #[cfg(feature = "word")]
    pub(crate) fn node(&self, index: usize) -> Option<Node<'_, 's>> {
        (index < self.nodes.len()).then_some(Node { tree: self, index: index as u32 })
    }

    /// All names in the file, by [`Node::name_index`], so that a reader can translate each name once.
    pub(crate) fn names(&self) -> &[&'s str] {
        &self.names
    }

    /// The faults in the order of the source, at most a thousand.
    pub(crate) fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Whether the source ends before its outermost element does.
    pub(crate) fn is_cut(&self) -> bool {
        self.is_cut
    }

    pub(crate) fn source(&self) -> &'s str {
        self.source
    }

    /// The number of nodes, the root included.
    pub fn count(&self) -> usize {
        self.nodes.len()
    }

    fn data(&self, index: u32) -> NodeData {
        let nothing = NodeData { name: TEXT, subtree_end: index + 1, start: 0, end: 0 };
        self.nodes.get(index as usize).copied().unwrap_or(nothing)
    }
}

impl<'t, 's> Node<'t, 's> {
    /// Its index in preorder; 0 is the file.
    #[cfg(feature = "word")]
    pub(crate) fn index(self) -> usize {
        self.index as usize
    }

    fn data(self) -> NodeData {
        self.tree.data(self.index)
    }

    pub(crate) fn is_element(self) -> bool {
        self.data().name > RAW
    }

    /// The name without its prefix; empty for the file and for text.
    pub(crate) fn name(self) -> &'s str {
        let name = self.name_index();
        if name > RAW.into() { self.tree.names.get(name).copied().unwrap_or_default() } else { "" }
    }

    /// Index of its name in [`Tree::names`].
    pub(crate) fn name_index(self) -> usize {
        self.data().name.into()
    }

    /// Byte range in the source: of an element, that of its start tag.
    pub(crate) fn tag(self) -> Range<usize> {
        let data = self.data();
        data.start as usize..data.end as usize
    }

    /// Byte range in the source, including everything below it.
    pub(crate) fn range(self) -> Range<usize> {
        let data = self.data();
        let end = match self.tree.nodes.get(data.subtree_end as usize) {
            Some(next) => next.start as usize,
            None => self.tree.source.len(),
        };
        data.start as usize..if self.is_element() { end } else { data.end as usize }
    }

    pub(crate) fn children(self) -> impl Iterator<Item = Node<'t, 's>> + use<'t, 's> {
        let (tree, end) = (self.tree, self.data().subtree_end);
        let mut next = self.index + 1;
        std::iter::from_fn(move || {
            let child = Node { tree, index: next };
            let found = next < end;
            next = child.data().subtree_end.max(next + 1);
            found.then_some(child)
        })
    }

    /// The first child of this name.
    #[cfg(feature = "word")]
    pub(crate) fn child(self, name: &str) -> Option<Node<'t, 's>> {
        self.children().find(|child| child.name() == name)
    }

    /// All nodes below it, in preorder.
    pub(crate) fn descendants(self) -> impl Iterator<Item = Node<'t, 's>> + use<'t, 's> {
        let tree = self.tree;
        (self.index + 1..self.data().subtree_end).map(move |index| Node { tree, index })
    }

    /// The first node of this name below it.
    pub(crate) fn find(self, name: &str) -> Option<Node<'t, 's>> {
        self.descendants().find(|node| node.name() == name)
    }

    /// Walks through everything below it, with the start and the end of each element.
    pub(crate) fn walk(self) -> Walk<'t, 's> {
        Walk { tree: self.tree, next: self.index + 1, end: self.data().subtree_end, open: Vec::new() }
    }

    /// The value of an attribute. A name without a prefix matches any prefix: "val" finds `w:val`.
    pub(crate) fn attribute(self, name: &str) -> Option<Cow<'s, str>> {
        let mut all = self.attributes();
        let whole = name.contains(':');
        all.find(|(key, _)| *key == name || !whole && attributes::local(key) == name)
            .map(|(_, value)| unescape(value))
    }

    /// All attributes, as written.
    pub(crate) fn attributes(self) -> Attributes<'s> {
        let tag = if self.is_element() { self.tag() } else { 0..0 };
        Attributes::new(self.tree.source.get(tag).unwrap_or_default())
    }

    /// The text of a text node, unescaped; empty for an element.
    pub(crate) fn text(self) -> Cow<'s, str> {
        let data = self.data();
        let source = self.tree.source.get(data.start as usize..data.end as usize).unwrap_or_default();
        match data.name {
            TEXT if self.index > 0 => unescape(source),
            DATA => Cow::Borrowed(source),
            RAW => Cow::Owned(parse::without_tags(source)),
            _ => Cow::Borrowed(""),
        }
    }

    /// All text below it, concatenated.
    pub(crate) fn words(self) -> String {
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

/// The iterator of [`Node::walk`].
#[derive(Clone, Debug)]
pub(crate) struct Walk<'t, 's> {
    tree: &'t Tree<'s>,
    next: u32,
    end: u32,
    open: Vec<u32>,
}

impl Walk<'_, '_> {
    /// Skips everything below the last element entered; its `Leave` comes next.
    pub(crate) fn pass_over(&mut self) {
        if let Some(&index) = self.open.last() {
            self.next = self.tree.data(index).subtree_end;
        }
    }
}

impl<'t, 's> Iterator for Walk<'t, 's> {
    type Item = Step<'t, 's>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(&index) = self.open.last()
            && self.tree.data(index).subtree_end <= self.next
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
