//! The outline: which nodes are entries, at what depth, what is folded, and its cursor.
//!
//! Holds node ids and numbers, no text: the pane that draws it takes the words from the document.

use crate::document::{Document, Kind, NodeId, naming};
use crate::text::Part as _;
use std::collections::{HashSet, VecDeque};
use std::ops::Range;

/// An entry of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Entry {
    pub node: NodeId,
    pub depth: u16,
    /// It has entries under it.
    pub parent: bool,
    /// It stands for the entries from its node on that a filter leaves out, and is shown as a thin line.
    pub line: bool,
}

/// With more entries than this, only sections are listed at first, and the branch that is being read.
const LONG: usize = 150;

/// How far up the entry before another is looked for.
const REACH: usize = 64;

/// The entries of a document, without those that are folded away.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outline {
    all: Vec<Entry>,
    visible: Vec<Entry>,
    folded: HashSet<NodeId>,
    /// What reading has unfolded, where the outline is long and follows the reader; `None` where it is not or does not.
    branch: Option<Vec<NodeId>>,
    /// Folded or unfolded by hand, and left so.
    held: HashSet<NodeId>,
    sifted: Option<Listing>,
    /// Index of the selected entry among the visible ones.
    pub cursor: usize,
    /// Index of the first visible entry on the screen.
    pub top: usize,
    /// The node of the entry in each row of the screen, from the top; `None` where a row is blank.
    shown: VecDeque<Option<NodeId>>,
    /// The rows of the screen that it takes: all of them, until it has moved.
    taken: Range<usize>,
}

/// What a filter lists.
#[derive(Clone, Debug, Default)]
pub(crate) struct Listing {
    /// The nodes that are entries, in order.
    pub listed: Vec<NodeId>,
    /// The nodes whose words are shown, in order. Those that are not listed belong to one that is.
    pub shown: Vec<NodeId>,
}

fn is_entry(document: &Document, id: NodeId) -> bool {
    let node = document.node(id);
    match node.kind {
        Kind::Document | Kind::MastheadLine | Kind::Enacting | Kind::Continuation => false,
        // Within a section they would repeat what the numbers say.
        Kind::OperativePart => node.subtree_end.0 > id.0 + 1 && document.scope(id).is_none(),
        Kind::Preamble => {
            let is_paragraph = |child: NodeId| document.node(child).kind != Kind::Enacting;
            document.scope(id).is_none() && document.children(id).any(is_paragraph)
        }
        Kind::Notes => node.subtree_end.0 > id.0 + 1,
        // The title is an entry of its own.
        Kind::Masthead => document.children(id).any(|line| document.node(line).kind == Kind::MastheadLine),
        // The heading that names a section is part of the section's entry.
        Kind::Heading => !document.is_break(id) && naming::named(document, id).is_none(),
        _ => true,
    }
}

impl Outline {
    pub(crate) fn new(document: &Document) -> Self {
        let mut all: Vec<Entry> = Vec::new();
        let mut depths = vec![0_u16; document.len()];
        for id in document.ids().skip(1) {
            let up = document.node(id).parent;
            let above = depths.get(up.index()).copied().unwrap_or(0);
            let entry = is_entry(document, id);
            if let Some(depth) = depths.get_mut(id.index()) {
                // The title is at the level of the masthead, not under it.
                *depth = above + u16::from(entry && document.node(id).kind != Kind::Masthead);
            }
            if entry {
                all.push(Entry { node: id, depth: above, parent: false, line: false });
            }
        }
        for index in 1..all.len() {
            if all[index].depth > all[index - 1].depth {
                all[index - 1].parent = true;
            }
        }
        let long = all.len() > LONG;
        let folded = all
            .iter()
            .filter(|entry| entry.parent && (long || document.node(entry.node).kind == Kind::Notes))
            .map(|entry| entry.node)
            .collect();
        let mut outline = Self { all, folded, branch: long.then(Vec::new), ..Self::default() };
        outline.refresh(document);
        outline
    }

    fn refresh(&mut self, document: &Document) {
        let at = self.visible.get(self.cursor).map(|entry| entry.node);
        self.visible.clear();
        let mut until = NodeId(0);
        for entry in &self.all {
            if let Some(sifted) = &self.sifted {
                let among = |nodes: &[NodeId]| nodes.binary_search(&entry.node).is_ok();
                if among(&sifted.listed) {
                    self.visible.push(*entry);
                } else if !among(&sifted.shown) && self.visible.last().is_none_or(|last| !last.line) {
                    self.visible.push(Entry { parent: false, line: true, ..*entry });
                }
                continue;
            }
            if entry.node < until {
                continue;
            }
            self.visible.push(*entry);
            if self.folded.contains(&entry.node) {
                until = document.node(entry.node).subtree_end;
            }
        }
        if let Some(node) = at {
            self.cursor = self.index_of(node);
        }
    }

    /// In a long outline, unfolds the branch of the node that is being read, and folds the one that was read before.
    pub(crate) fn read(&mut self, document: &Document, current: NodeId) {
        if self.sifted.is_some() {
            return;
        }
        let Some(mut branch) = self.branch.take() else { return };
        let parents = |&id: &NodeId| self.entry(id).is_some_and(|entry| entry.parent);
        let chain: Vec<NodeId> =
            std::iter::once(current).chain(document.ancestors(current)).filter(parents).collect();
        let is_section = |id: NodeId| {
            let kind = document.node(id).kind;
            kind.is_scope() || kind.is_synthetic()
        };
        // What was unfolded within the section that is still being read stays as it is.
        let around = chain.iter().copied().find(|&id| is_section(id));
        let within = |id: NodeId| around.is_some_and(|up| up <= id && id < document.node(up).subtree_end);
        let before = self.folded.len();
        let mut changed = false;
        branch.retain(|&id| {
            let kept = within(id) || chain.contains(&id);
            changed |= !kept;
            if !kept && !self.held.contains(&id) {
                self.folded.insert(id);
            }
            kept
        });
        for id in chain {
            if !self.held.contains(&id) && self.folded.remove(&id) {
                branch.push(id);
            }
        }
        self.branch = Some(branch);
        if changed || self.folded.len() != before {
            self.refresh(document);
        }
    }

    /// The entry of a node, also where it is folded away.
    pub(crate) fn entry(&self, id: NodeId) -> Option<&Entry> {
        self.all.get(self.all.binary_search_by_key(&id, |entry| entry.node).ok()?)
    }

    /// Whether a node is shown as a thin line.
    pub(crate) fn is_line(&self, node: NodeId) -> bool {
        self.visible.get(self.index_of(node)).is_some_and(|entry| entry.node == node && entry.line)
    }

    /// The visible entries, from the top.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.visible
    }

    /// The entry before one of the visible ones in the same list; `None` where it is the first there.
    pub(crate) fn above(&self, index: usize) -> Option<NodeId> {
        let depth = self.visible.get(index)?.depth;
        let before = self.visible.part(..index).iter().rev().take(REACH);
        before
            .filter(|entry| !entry.line)
            .take_while(|entry| entry.depth >= depth)
            .find(|entry| entry.depth == depth)
            .map(|entry| entry.node)
    }

    /// Lists only these nodes; `None` lists all again, folded as they were.
    pub(crate) fn sift(&mut self, document: &Document, listing: Option<Listing>) {
        self.sifted = listing;
        self.refresh(document);
    }

    pub(crate) fn is_folded(&self, node: NodeId) -> bool {
        self.sifted.is_none() && self.folded.contains(&node)
    }

    /// The index of the visible entry for a node: its own, or that of the nearest node before it.
    pub(crate) fn index_of(&self, node: NodeId) -> usize {
        self.visible.partition_point(|entry| entry.node <= node).saturating_sub(1)
    }

    /// The node of the selected entry; `None` where the outline is empty.
    pub(crate) fn selected(&self) -> Option<NodeId> {
        self.visible.get(self.cursor).map(|entry| entry.node)
    }

    /// Moves the cursor by this many entries, down to the first or up to the last one.
    pub(crate) fn walk(&mut self, count: isize) {
        let last = self.visible.len().saturating_sub(1);
        let to = self.cursor.saturating_add_signed(count).min(last);
        // A thin line is passed over, in the direction of the walk or else back.
        let stops = |at: &usize| self.visible.get(*at).is_some_and(|entry| !entry.line);
        let on = if count < 0 { (0..=to).rev().find(stops) } else { (to..=last).find(stops) };
        self.cursor = on.unwrap_or(self.cursor);
    }

    /// The nearest entry that can be folded, from the node up.
    fn foldable(&self, document: &Document, node: NodeId) -> Option<NodeId> {
        let parents = |id: NodeId| self.entry(id).is_some_and(|entry| entry.parent);
        std::iter::once(node).chain(document.ancestors(node)).find(|&id| parents(id))
    }

    /// Folds the node; where it is folded already or has nothing under it, goes to the entry above it.
    pub(crate) fn fold(&mut self, document: &Document, node: NodeId) {
        let own = self.foldable(document, node) == Some(node) && !self.is_folded(node);
        let target = if own { Some(node) } else { self.foldable(document, document.node(node).parent) };
        let Some(target) = target.filter(|&id| id != NodeId::ROOT) else { return };
        if own {
            self.folded.insert(target);
            self.held.insert(target);
        }
        self.refresh(document);
        self.cursor = self.index_of(target);
    }

    /// Folds a clause or the one that contains it. Returns whether there was one to fold.
    pub(crate) fn fold_around(&mut self, document: &Document, node: NodeId) -> bool {
        let target = self.foldable(document, node).filter(|&id| !document.node(id).kind.is_synthetic());
        if let Some(target) = target {
            self.folded.insert(target);
            self.held.insert(target);
            self.refresh(document);
        }
        target.is_some()
    }

    /// Unfolds the node; where it is unfolded already, goes to its first entry.
    pub(crate) fn unfold(&mut self, document: &Document, node: NodeId) {
        if self.folded.remove(&node) {
            self.held.insert(node);
            self.refresh(document);
            self.cursor = self.index_of(node);
        } else if self.visible.get(self.cursor).is_some_and(|entry| entry.parent) {
            self.walk(1);
        }
    }

    pub(crate) fn fold_all(&mut self, document: &Document) {
        self.branch = None;
        self.folded = self.all.iter().filter(|entry| entry.parent).map(|entry| entry.node).collect();
        self.refresh(document);
    }

    pub(crate) fn unfold_all(&mut self, document: &Document) {
        self.branch = None;
        self.folded.clear();
        self.refresh(document);
    }

    /// The node of the entry in each row of the screen, from the top; `None` where a row is blank.
    pub(crate) fn shown(&self) -> impl Iterator<Item = &Option<NodeId>> {
        self.shown.iter()
    }

    /// The rows of the screen that the outline takes. The others are those that it was moved away from.
    pub(crate) fn taken(&self) -> Range<usize> {
        self.taken.clone()
    }

    /// Lays the entries out on a screen of `height` rows, from the top one on.
    pub(crate) fn stand(&mut self, height: usize) {
        let entries = self.visible.iter().skip(self.top).map(|entry| Some(entry.node));
        self.shown.clear();
        self.shown.extend(entries.chain(std::iter::repeat(None)).take(height));
        self.taken = 0..height;
    }

    /// Moves what the rows show by so many rows, up where positive, as the terminal does that scrolls them together
    /// with the text. Without a screen of `height` rows to move, lays the entries out.
    pub(crate) fn ride(&mut self, by: isize, height: usize) {
        if self.shown.len() != height {
            return self.stand(height);
        }
        for _ in 0..by.unsigned_abs().min(height) {
            if by > 0 {
                self.shown.pop_front();
                self.shown.push_back(None);
            } else {
                self.shown.pop_back();
                self.shown.push_front(None);
            }
        }
        let to = |row: usize| row.saturating_add_signed(by.saturating_neg()).min(height);
        self.taken = to(self.taken.start)..to(self.taken.end);
    }

    /// Scrolls so that an entry is visible on a screen of `height` rows. Where it is not visible yet, it is
    /// placed so that the next entries need no scrolling.
    pub(crate) fn follow(&mut self, index: usize, height: usize) {
        if index < self.top || index >= self.top + height.max(1) {
            let quarter = height / 4;
            self.top = if index < self.top {
                index.saturating_sub(3 * quarter)
            } else {
                index.saturating_sub(quarter)
            };
        }
        self.show(index, height);
    }

    /// Scrolls as little as possible so that an entry is visible on a screen of `height` rows.
    pub(crate) fn show(&mut self, index: usize, height: usize) {
        let height = height.max(1);
        if index < self.top {
            self.top = index;
        } else if index >= self.top + height {
            self.top = index + 1 - height;
        }
        self.top = self.top.min(self.visible.len().saturating_sub(height));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar;

    /// The first letters of the entries in each row, a dot where there is none.
    fn rows(outline: &Outline, document: &Document) -> String {
        let first = |node: NodeId| document.slice(document.node(node).body).chars().next();
        outline.shown().map(|node| node.and_then(first).unwrap_or('.')).collect()
    }

    #[test]
    fn an_outline_that_moves_with_the_text_comes_back_whole() {
        let text =
            "The General Assembly,\n\n1. Asks one;\n\n2. Begs two;\n\n3. Calls three;\n\n4. Decides four.\n";
        let document = grammar::parse(text, grammar::Options::default());
        let mut outline = Outline::new(&document);
        outline.ride(3, 6);
        assert_eq!(
            (rows(&outline, &document).as_str(), outline.taken()),
            (".ABCD.", 0..6),
            "nothing to move yet"
        );
        outline.ride(2, 6);
        assert_eq!((rows(&outline, &document).as_str(), outline.taken()), ("BCD...", 0..4));
        outline.ride(-1, 6);
        assert_eq!((rows(&outline, &document).as_str(), outline.taken()), (".BCD..", 1..5));
        outline.ride(isize::MIN, 6);
        assert_eq!((rows(&outline, &document).as_str(), outline.taken()), ("......", 6..6));
        outline.stand(6);
        assert_eq!((rows(&outline, &document).as_str(), outline.taken()), (".ABCD.", 0..6));
        outline.ride(1, 3);
        assert_eq!(rows(&outline, &document), ".AB", "another height is laid out anew");
    }
}
