//! Makes a [`Document`] from text and nodes that are given in reading order.
//!
//! The builder keeps the tree well formed (preorder, every node closed, spans inside the text). It does not recognise
//! anything: the grammar and the format readers do.

use super::{
    Action, Addressees, Details, Diagnostic, Document, Finding, Kind, Language, Masthead, Node, NodeId,
    NoteMark, Reason, Reference, SetAside, Span, Table,
};

/// The greatest depth of a node. What is nested more deeply becomes a sibling: no resolution needs it, and in a
/// hostile file anchors would grow without end.
const DEEPEST: usize = 32;

/// Builds a document from left to right. Nodes are opened and closed like brackets; text is appended.
#[derive(Debug)]
pub struct Builder {
    document: Document,
    open: Vec<NodeId>,
    /// How many diagnostics of each code there were.
    counts: Vec<(&'static str, u32)>,
}

/// How many diagnostics of one code are kept.
const MOST_DIAGNOSTICS: u32 = 1000;

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}

impl Builder {
    pub fn new() -> Self {
        let mut builder = Self { document: Document::default(), open: Vec::new(), counts: Vec::new() };
        builder.open(Kind::Document, Span::default());
        builder
    }

    /// Opens a node below the innermost open one. `source` is its byte range in the decoded source.
    pub fn open(&mut self, kind: Kind, source: Span) -> NodeId {
        let id = NodeId(self.document.nodes.len() as u32);
        self.document.nodes.push(Node {
            kind,
            action: None,
            inferred: false,
            opener: 0,
            addressees: Addressees::default(),
            ordinal: 0,
            parent: self.open.get(..DEEPEST).unwrap_or(&self.open).last().copied().unwrap_or_default(),
            subtree_end: NodeId(id.0 + 1),
            label: Span::default(),
            body: Span::default(),
            source,
        });
        self.open.push(id);
        id
    }

    /// Closes the innermost open node; the root cannot be closed.
    pub fn close(&mut self) {
        if self.open.len() > 1
            && let Some(id) = self.open.pop()
        {
            let end = NodeId(self.document.nodes.len() as u32);
            let too_deep = self.open.len() >= DEEPEST;
            if let Some(node) = self.document.nodes.get_mut(id.index()).filter(|_| !too_deep) {
                node.subtree_end = end;
            }
        }
    }

    /// Closes nodes until `id` is the innermost open one.
    pub fn close_to(&mut self, id: NodeId) {
        while self.open.last().is_some_and(|&open| open > id) {
            self.close();
        }
    }

    /// The innermost open node.
    pub fn current(&self) -> NodeId {
        self.open.last().copied().unwrap_or_default()
    }

    /// How many nodes are open, the root included.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Appends text and returns its byte range.
    pub fn push(&mut self, text: &str) -> Span {
        let start = self.document.text.len();
        self.document.text.push_str(text);
        Span::new(start, self.document.text.len())
    }

    /// Reserves memory for a text of this many bytes.
    pub(crate) fn reserve(&mut self, bytes: usize) {
        self.document.text.reserve(bytes + 64);
    }

    /// The number of nodes so far, the root included.
    pub(crate) fn len(&self) -> usize {
        self.document.nodes.len()
    }

    /// The emphasis that starts at a byte offset, among what was added so far.
    pub(crate) fn emphasis_at(&self, start: u32) -> Option<Span> {
        let spans = &self.document.emphasis;
        let after = spans.partition_point(|span| span.start <= start);
        let last = after.checked_sub(1).and_then(|at| spans.get(at));
        last.filter(|span| span.start == start).copied()
    }

    /// The text appended so far. A body that is still being written grows at its end.
    pub fn text(&self) -> &str {
        &self.document.text
    }

    pub fn text_mut(&mut self) -> &mut String {
        &mut self.document.text
    }

    pub fn node(&self, id: NodeId) -> &Node {
        self.document.node(id)
    }

    pub fn node_mut(&mut self, id: NodeId) -> &mut Node {
        let index = if id.index() < self.document.nodes.len() { id.index() } else { 0 };
        &mut self.document.nodes[index]
    }

    /// Adds a node without children, with its label and words.
    pub fn leaf(&mut self, kind: Kind, label: &str, ordinal: u32, body: &str, source: Span) -> NodeId {
        let id = self.open(kind, source);
        let label = self.push(label);
        let body = self.push(body);
        let node = self.node_mut(id);
        (node.label, node.body, node.ordinal) = (label, body, ordinal);
        self.close();
        id
    }

    /// Records what the opening phrase of a clause says: its length in bytes, the action and the addressees.
    pub fn set_opener(&mut self, id: NodeId, bytes: usize, action: Option<Action>, addressees: Addressees) {
        let node = self.node_mut(id);
        (node.opener, node.action, node.addressees) =
            (bytes.min(usize::from(u16::MAX)) as u16, action, addressees);
    }

    /// Adds a note mark.
    pub fn mark(&mut self, mark: NoteMark) {
        self.document.marks.push(mark);
    }

    /// Sets a span of the text in italics.
    pub(crate) fn emphasize(&mut self, span: Span) {
        self.document.emphasis.push(span);
    }

    /// Records that a page of the source ended at a byte offset of the text.
    pub(crate) fn page_break(&mut self, at: u32) {
        self.document.page_breaks.push(at);
    }

    /// The references that were added so far.
    pub(crate) fn references(&self) -> &[Reference] {
        &self.document.references
    }

    pub(crate) fn reference(&mut self, reference: Reference) {
        self.document.references.push(reference);
    }

    /// Adds the cells of a table whose node is already open.
    pub fn table(&mut self, node: NodeId, mut table: Table) {
        table.node = node;
        self.document.tables.push(table);
    }

    /// Adds a diagnostic. Only the first thousand of each code are kept, because a hostile text can cause one on
    /// every line.
    pub(crate) fn diagnose(&mut self, line: u32, finding: Finding) {
        let code = finding.code();
        let at = self.counts.iter().position(|(known, _)| *known == code).unwrap_or_else(|| {
            self.counts.push((code, 0));
            self.counts.len() - 1
        });
        let count = &mut self.counts[at].1;
        *count += 1;
        if *count > MOST_DIAGNOSTICS {
            return;
        }
        self.document.diagnostics.push(Diagnostic { line, finding });
    }

    /// Records page furniture. `line` is its line in the decoded source, from 1.
    pub(crate) fn set_aside(&mut self, line: u32, text: &str, reason: Reason) {
        self.document.set_aside.push(SetAside { line, text: text.to_owned(), reason });
    }

    pub fn masthead_mut(&mut self) -> &mut Masthead {
        &mut self.document.masthead
    }

    pub fn details_mut(&mut self) -> &mut Details {
        &mut self.document.details
    }

    pub fn set_language(&mut self, language: Option<Language>) {
        self.document.language = language;
    }

    /// Finishes the document. Marks, emphasis and references are sorted by their position in the text.
    pub fn finish(mut self) -> Document {
        while self.open.len() > 1 {
            self.close();
        }
        let end = NodeId(self.document.nodes.len() as u32);
        let whole = Span::new(0, self.document.text.len());
        if let Some(root) = self.document.nodes.first_mut() {
            (root.subtree_end, root.source) = (end, whole);
        }
        let document = &mut self.document;
        document.marks.sort_by_key(|mark| mark.span.start);
        document.emphasis.sort_unstable();
        document.page_breaks.sort_unstable();
        document.tables.sort_by_key(|table| table.node);
        document.references.sort_by_key(|reference| reference.span.start);
        document.diagnostics.sort_by_key(|diagnostic| diagnostic.line);
        document.set_aside.sort_by_key(|aside| aside.line);
        self.document
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_nested_too_deeply_become_siblings() {
        let mut builder = Builder::new();
        for _ in 0..1000 {
            builder.open(Kind::Quotation, Span::default());
        }
        let document = builder.finish();
        let deepest = document.ids().map(|id| document.ancestors(id).count()).max();
        assert_eq!(deepest, Some(DEEPEST));
        let mut reached = 0;
        let mut waiting = vec![NodeId::ROOT];
        while let Some(id) = waiting.pop() {
            reached += 1;
            waiting.extend(document.children(id));
        }
        assert_eq!(reached, document.len(), "every node is below the root");
    }
}
