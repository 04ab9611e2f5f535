//! One open document: the reading place, the history, the marks, the search, and what is awaited for it.
//!
//! Works with rows, not with the panes of the screen: it is told how many rows of text are visible.

mod finding;
mod marking;
mod masthead;
mod reading;
mod sieve;

use super::event::Visit;
use super::found::Found;
use super::history::{Away, History, Past};
use super::outline::Outline;
use super::panes::Way;
use super::ticket::Claim;
use crate::document::{Document, NodeId, Span};
use crate::layout::{Extent, Layout, Place, Role, Row};
use crate::library::Source;
use crate::lookup::find::Skim;
use crate::lookup::jump::{Index, Ranking};
use crate::lookup::sieve::Clauses;
use reading::{clause_of, lengths};
use sieve::Sieve;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many rows of a clause above the last visible one count when its read words are measured.
const ROWS_ABOVE: usize = 64;

/// A place that survives a change of width: a node, and the byte offset in its text of the row's start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spot {
    pub node: NodeId,
    pub row: usize,
    pub offset: Option<u32>,
    /// The clause that was gone to, as long as the reader has not moved since.
    pub landed: Option<NodeId>,
    /// The byte offset in it that was gone to; in a table it selects the row.
    pub at: Option<u32>,
}

impl Spot {
    pub(crate) fn of(node: NodeId) -> Self {
        Self { node, ..Self::default() }
    }
}

/// Where going back or forward leads.
#[derive(Clone, Debug)]
pub(crate) enum Travel {
    /// To another place in the document, which is shown.
    Done,
    /// To another document.
    Away(Box<Away>),
    /// To a place in the document that has not been read yet.
    Unread,
    Nowhere,
}

/// What is known of the file of a document since it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnDisk {
    Same,
    Changed,
    /// It is no longer there, which was said.
    Gone,
}

/// A visible row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown {
    pub place: Place,
    pub row: Row,
}

/// An open document.
#[derive(Debug)]
pub(crate) struct Session {
    pub origin: Source,
    pub document: Arc<Document>,
    pub layout: Layout,
    pub outline: Outline,
    pub history: History,
    pub marks: BTreeMap<char, NodeId>,
    pub found: Found,
    /// The folded text, from the first search on; `None` in it for a long text.
    skim: OnceCell<Option<Arc<Skim>>>,
    sieve: Option<Sieve>,
    /// What the filter knows of the clauses.
    clauses: Clauses,
    pub index: Option<Arc<Index>>,
    /// The index is being built.
    pub indexing: Option<Claim>,
    /// The jump box has asked what its query means, and the answer that it has not taken in yet.
    pub asking: Option<Claim>,
    pub answer: Option<Ranking>,
    /// The link that an overlay shows, marked in the text.
    pub active: Option<Span>,
    /// The matches of the jump box's query, marked in the text.
    pub matched: Vec<Span>,
    /// The clause where the marking of clauses to copy began.
    from: Option<NodeId>,
    /// The table row that was copied last: its table and its byte offset.
    pub copied_row: Option<(NodeId, u32)>,
    /// For whether the file has changed since this text was read; each text has its own.
    pub reading: Claim,
    /// What is known of the file since.
    pub file: OnDisk,
    /// Tells the colours that stand for references of this text from those of another.
    pub edition: u8,
    /// Only the beginning of the file has been read so far.
    pub partial: bool,
    /// Pages read and pages in all, while the document is being read.
    pub pages: Option<(u32, u32)>,
    /// The masthead is shown whole because a search leads into it, until one leads elsewhere.
    glimpsed: bool,
    top: Spot,
    height: usize,
    /// Height of the pane in rows without an overlay at the bottom; where a jump lands is computed from it.
    full: usize,
    shown: Vec<Shown>,
    /// How many rows the text was scrolled by since that was last asked for, up where negative.
    scrolled: isize,
    /// How many rows at the top repeat the header of a table that begins further up.
    repeated: usize,
    current: NodeId,
    /// Bytes of text before each node, for the percentage.
    before: Vec<u32>,
}

impl Session {
    pub(crate) fn new(
        origin: Source,
        document: Arc<Document>,
        extent: impl Into<Extent>,
        height: usize,
    ) -> Self {
        let mut layout = Layout::new(Arc::clone(&document), extent).with_card();
        let first = layout.first();
        let mut session = Self {
            origin,
            layout,
            outline: Outline::new(&document),
            history: History::default(),
            marks: BTreeMap::new(),
            found: Found::default(),
            skim: OnceCell::new(),
            sieve: None,
            clauses: Clauses::default(),
            index: None,
            indexing: None,
            asking: None,
            answer: None,
            active: None,
            matched: Vec::new(),
            from: None,
            copied_row: None,
            reading: Claim::default(),
            file: OnDisk::Same,
            edition: 0,
            partial: false,
            pages: None,
            glimpsed: false,
            top: Spot { node: first.node, row: first.row, ..Spot::default() },
            height: height.max(1),
            full: height.max(1),
            shown: Vec::new(),
            scrolled: 0,
            repeated: 0,
            current: first.node,
            before: lengths(&document),
            document,
        };
        session.prepare();
        session
    }

    /// Replaces the document with another reading of the same file, keeping the reading place.
    pub(crate) fn replace(&mut self, document: Arc<Document>, edition: u8) {
        let old = Arc::clone(&self.document);
        let moved = |id: NodeId| document.resolve(&old.anchor(id));
        let top = Away::of(&self.top, &self.origin, &old).near(&document);
        let top = top.or_else(|| Some(Spot { row: self.top.row, ..Spot::of(moved(self.current)?) }));
        self.marks = self.marks.iter().filter_map(|(&letter, &id)| Some((letter, moved(id)?))).collect();
        let found = std::mem::take(&mut self.found);
        let here = found.at.and_then(|at| found.hits.get(at)).and_then(|(node, _)| moved(*node));
        self.found = found.again(&document, here);
        let history = std::mem::take(&mut self.history).away(&self.origin, &old);
        self.history = history.home(&self.origin, &document);
        let extent = self.layout.extent();
        self.layout = Layout::new(Arc::clone(&document), extent).with_card();
        self.outline = Outline::new(&document);
        (self.sieve, self.clauses, self.skim) = (None, Clauses::default(), OnceCell::new());
        self.before = lengths(&document);
        (self.index, self.indexing, self.asking, self.copied_row) = (None, None, None, None);
        self.from = self.from.and_then(moved);
        (self.reading, self.edition) = (Claim::default(), edition);
        self.file = OnDisk::Same;
        self.document = document;
        match top {
            Some(top) => {
                self.top = top;
                self.settle();
            }
            None => self.go_top(),
        }
        self.prepare();
    }

    /// Takes over the history of the document that was open here before, which the reader leaves from `way`.
    pub(crate) fn follow(&mut self, before: Self, way: Way, goal: Option<&Away>) {
        let Self { mut history, origin, document, top, .. } = before;
        let expected = |place: &Past| matches!(place, Past::Away(away) if Some(&**away) == goal);
        match way {
            Way::Back | Way::Forward if history.next(way == Way::Back).is_some_and(expected) => {
                history.go(way == Way::Back, top);
            }
            _ => history.leave(top),
        }
        self.history = history.away(&origin, &document).home(&self.origin, &self.document);
    }

    /// Lays the text out again, at the same place: characters have another width than they had.
    pub(crate) fn measure_anew(&mut self) {
        let (extent, full) = (self.layout.extent(), std::mem::take(&mut self.full));
        self.layout.forget();
        self.resize(extent, self.height, full);
    }

    /// Sets the height of the pane in rows and keeps the reading place. `full` is the height without an
    /// overlay at the bottom.
    pub(crate) fn resize(&mut self, extent: impl Into<Extent>, height: usize, full: usize) {
        let (extent, height) = (extent.into(), height.max(1));
        if self.layout.extent() == extent && self.height == height && self.full == full.max(height) {
            return;
        }
        let landed = self.top.landed.and_then(|id| self.row_of(id));
        let grown = height > self.height;
        self.layout.resize(extent);
        self.height = height;
        self.full = full.max(height);
        self.settle();
        if grown {
            // Not beyond the end, which would show blank rows.
            let lowest = self.lowest(self.height);
            if self.top_place() > lowest {
                let at = self.top.at;
                self.set_top(lowest, self.top.landed);
                self.top.at = at;
            }
        }
        self.prepare();
        if let (Some(id), Some(_)) = (self.top.landed, landed)
            && (self.row_of(id).is_none()
                || self.top.at.is_some_and(|at| !self.sees(Span::new(at as usize, at as usize + 1))))
        {
            self.put(id, self.top.at);
            self.prepare();
        }
    }

    /// The visible row, from 0, in which a node begins; `None` where it is not visible.
    pub(crate) fn row_of(&self, id: NodeId) -> Option<usize> {
        self.shown.iter().position(|shown| shown.place.node == id && shown.row.role != Role::Blank)
    }

    /// After a change of width, finds the row that holds the byte that was at the top.
    fn settle(&mut self) {
        self.top.node = self.layout.stands_in(self.top.node);
        let rows = self.layout.rows(self.top.node).len();
        let place = match self.top.offset {
            Some(_) => self.layout.place_of(self.top.node, self.top.offset),
            None => Place { node: self.top.node, row: self.top.row.min(rows.saturating_sub(1)) },
        };
        self.top.row = place.row;
    }

    fn top_place(&self) -> Place {
        Place { node: self.top.node, row: self.top.row }
    }

    fn set_top(&mut self, place: Place, landed: Option<NodeId>) {
        let offset = self.layout.offset_of(place);
        self.top = Spot { node: place.node, row: place.row, offset, landed, at: None };
    }

    /// The lowest place that may be at the top: the document then ends in the last row.
    fn lowest(&mut self, height: usize) -> Place {
        let last = self.layout.last();
        self.layout.walk(last, 1 - height.cast_signed())
    }

    /// Scrolls by rows, up where negative. Returns whether anything moved.
    pub(crate) fn scroll(&mut self, rows: isize) -> bool {
        let from = self.top_place();
        let mut to = self.layout.walk(from, rows);
        if rows > 0 {
            to = to.min(self.lowest(self.height)).max(from);
        }
        if to == from {
            return false;
        }
        let row = |shown: &[Shown], place| shown.iter().position(|shown| shown.place == place);
        let down = row(&self.shown, to);
        self.set_top(to, None);
        self.prepare();
        let up = row(&self.shown, from);
        let by = if rows > 0 { down.map(usize::cast_signed) } else { up.map(|up| -up.cast_signed()) };
        self.scrolled = self.scrolled.saturating_add(by.unwrap_or(rows));
        true
    }

    /// How many rows the text was scrolled by since this was last asked, up where negative.
    pub(crate) fn take_scrolled(&mut self) -> isize {
        std::mem::take(&mut self.scrolled)
    }

    /// Scrolls by this many rows as a page, allowing for a repeated table header on the next page, so that no
    /// row is skipped.
    pub(crate) fn page(&mut self, rows: isize) -> bool {
        let (most, top) = (rows.abs(), self.top_place());
        let covered = |layout: &mut Layout, count: isize| {
            let from = if rows > 0 { layout.walk(top, count) } else { top };
            layout.repeated(from, self.height).len().cast_signed()
        };
        let count = (1..=most).rev().find(|&count| count + covered(&mut self.layout, count) <= most);
        self.scroll(count.unwrap_or(1) * rows.signum())
    }

    /// Scrolls a wide table sideways by columns. Returns how many columns are then hidden before and after.
    /// `None`: no such table is visible, or it has no further column.
    pub(crate) fn across(&mut self, by: i16) -> Option<(u16, u16)> {
        let node = self.wide_table()?;
        let hidden = self.layout.across(node, by)?;
        self.settle();
        self.prepare();
        Some(hidden)
    }

    /// The table that sideways scrolling applies to: the current one, or else the first visible one that is
    /// too wide.
    pub(crate) fn wide_table(&self) -> Option<NodeId> {
        let wide = |id: NodeId| self.layout.made(id).is_some_and(|rows| rows.hidden != (0, 0));
        let shown = self.shown.iter().map(|shown| shown.place.node);
        std::iter::once(self.current).chain(shown).find(|&id| wide(id))
    }

    /// The table row that was gone to, from 0.
    pub(crate) fn table_row(&self) -> Option<(NodeId, usize)> {
        let (id, at) = (self.top.landed?, self.top.at?);
        Some((id, self.document.table(id)?.row_of(at)))
    }

    /// Makes a visible byte of a clause the current one, without scrolling.
    pub(crate) fn land(&mut self, id: NodeId, at: u32) {
        (self.top.landed, self.top.at) = (Some(id), Some(at));
        self.prepare();
    }

    /// Goes to a byte offset in a clause, and adds the place left to the history.
    pub(crate) fn go_into(&mut self, id: NodeId, at: Option<u32>) {
        self.history.leave(self.top);
        self.show(id, at);
    }

    /// Whether any of these words is visible.
    pub(crate) fn sees(&self, span: Span) -> bool {
        self.shown.iter().any(|shown| match shown.row.role {
            Role::Cells => {
                let pieces = self.layout.made(shown.place.node).map(|rows| rows.pieces(&shown.row));
                pieces.unwrap_or_default().iter().any(|piece| piece.text.overlaps(span))
            }
            _ => shown.row.text.overlaps(span),
        })
    }

    /// Goes to the beginning of the document.
    pub(crate) fn go_top(&mut self) {
        let first = self.layout.first();
        self.set_top(first, Some(first.node).filter(|&id| !self.layout.hides(id)));
        self.prepare();
    }

    /// Goes to the end of the document.
    pub(crate) fn go_bottom(&mut self) {
        let lowest = self.lowest(self.height);
        let last = self.layout.last();
        self.set_top(lowest, Some(last.node).filter(|&id| !self.layout.hides(id)));
        self.prepare();
    }

    /// Scrolls so that a node is a third down the screen, unless it is visible already.
    fn put(&mut self, id: NodeId, offset: Option<u32>) {
        self.uncover(id);
        self.glimpse(offset.is_some_and(|at| self.layout.is_off_card(id, at)));
        let id = self.with_rows(id);
        if let Some(at) = offset {
            self.layout.reveal(id, at);
        }
        let in_table = offset.filter(|_| self.document.table(id).is_some());
        let target = self.layout.place_of(id, offset);
        let whole = self.layout.rows(id).len();
        let at = self.shown.iter().skip(self.repeated).position(|shown| shown.place == target);
        let fits = at.is_some_and(|at| self.repeated + at + (whole - target.row).min(3) <= self.height);
        if fits {
            (self.top.landed, self.top.at) = (Some(id), in_table);
            return;
        }
        let up = self.layout.walk(target, -(self.full / 3).min(self.height - 1).cast_signed());
        let mut top = up.min(self.lowest(self.full));
        if !self.reaches(top, target) {
            top = up.min(self.lowest(self.height));
        }
        if !self.reaches(top, target) {
            let header = self.layout.rows(id).header.clone();
            let above = if target.row >= header.end { header.len() } else { 0 };
            top = self.layout.walk(target, -above.cast_signed());
        }
        self.set_top(top, Some(id));
        self.top.at = in_table;
    }

    /// Whether `target` is visible on a screen that begins at `top`.
    fn reaches(&mut self, top: Place, target: Place) -> bool {
        let foot = self.layout.walk(top, self.height.cast_signed() - 1);
        let covered = self.layout.repeated(top, self.height).len();
        self.layout.walk(top, covered.cast_signed()) <= target && target <= foot
    }

    /// The node itself where it has text, or else the first one under it that has.
    fn with_rows(&mut self, id: NodeId) -> NodeId {
        let end = self.document.node(id).subtree_end.0.max(id.0 + 1);
        let below = (id.0..end).map(NodeId).find(|&below| !self.layout.rows(below).is_empty());
        below.unwrap_or_else(|| self.layout.stands_in(id))
    }

    /// Goes to a clause, and adds the place left to the history.
    pub(crate) fn go(&mut self, id: NodeId) {
        self.go_into(id, None);
    }

    /// Shows a clause without a change of the history, as a preview does.
    pub(crate) fn show(&mut self, id: NodeId, offset: Option<u32>) {
        self.put(id, offset);
        self.prepare();
    }

    /// Goes to a clause that a preview shows already. `from` is the place before the preview.
    pub(crate) fn stay(&mut self, id: NodeId, from: Spot) {
        self.history.leave(from);
        let shown = self.with_rows(id);
        if self.top.landed.is_none_or(|landed| landed != id && landed != shown) {
            self.show(id, None);
        }
    }

    /// The exact reading place, to return to with [`Session::restore`].
    pub(crate) fn spot(&self) -> Spot {
        self.top
    }

    /// Returns to an exact place.
    pub(crate) fn restore(&mut self, spot: Spot) {
        self.uncover_spot(&spot);
        self.glimpse(false);
        self.top = spot;
        self.settle();
        self.prepare();
    }

    /// Goes back or forward in the history.
    pub(crate) fn travel(&mut self, back: bool) -> Travel {
        loop {
            let spot = match self.history.next(back) {
                None => return Travel::Nowhere,
                Some(Past::Here(spot)) => Some(*spot),
                Some(Past::Away(away)) if away.source != self.origin => return Travel::Away(away.clone()),
                Some(Past::Away(away)) => away.spot(&self.document),
            };
            match spot {
                Some(spot) => {
                    self.history.go(back, self.top);
                    self.restore(spot);
                    return Travel::Done;
                }
                None if self.partial => return Travel::Unread,
                None => self.history.forget(back),
            }
        }
    }

    /// What is saved of the document. The place is the clause that was gone to (with row 0), or else the node at
    /// the top and its row.
    pub(crate) fn visit(&self) -> Visit {
        let (node, row) = self.top.landed.map_or((self.top.node, self.top.row), |id| (id, 0));
        Visit {
            source: self.origin.clone(),
            document: Arc::clone(&self.document),
            place: (self.document.anchor(node), row),
            marks: self.marks.iter().map(|(&letter, &id)| (letter, self.document.anchor(id))).collect(),
        }
    }

    /// The clause being read: the one that was gone to, or the one a third down the screen.
    pub(crate) fn current(&self) -> NodeId {
        self.current
    }

    /// The clause that was gone to; `None` where the reader has moved since.
    pub(crate) fn landed(&self) -> Option<NodeId> {
        self.top.landed
    }

    /// The visible rows, from the top.
    pub(crate) fn shown(&self) -> &[Shown] {
        &self.shown
    }

    /// The nearest next (or previous) node for which `stops` holds and that is not current already.
    pub(crate) fn neighbour(
        &mut self,
        forward: bool,
        stops: impl Fn(&Document, NodeId) -> bool,
    ) -> Option<NodeId> {
        let here = self.with_rows(self.current);
        let document = Arc::clone(&self.document);
        let mut ids: Box<dyn Iterator<Item = NodeId>> = if forward {
            Box::new((self.current.0 + 1..document.len() as u32).map(NodeId))
        } else {
            Box::new((0..self.current.0).rev().map(NodeId))
        };
        ids.find(|&id| {
            !self.layout.hides(id) && stops(&document, id) && {
                let landing = self.with_rows(id);
                if forward { landing > here } else { landing < here }
            }
        })
    }

    /// How much of the text has been seen, in percent; 100 only at the end.
    pub(crate) fn percent(&self) -> u8 {
        let total = u64::from(self.before.last().copied().unwrap_or(0).max(1));
        let Some(foot) = self.shown.iter().rev().find(|shown| !shown.row.text.is_empty()) else { return 0 };
        let node = self.document.node(foot.place.node);
        // A row of a table may repeat a header or a name from further up; the text read before it counts.
        let above = foot.place.row.saturating_sub(ROWS_ABOVE);
        let rows = self.layout.made(foot.place.node);
        let rows = rows.iter().flat_map(|rows| rows.iter().take(foot.place.row + 1).skip(above));
        let end = rows.map(|row| row.text.end).fold(foot.row.text.end, u32::max);
        let into = end.saturating_sub(node.body.start);
        let seen = u64::from(self.before.get(foot.place.node.index()).copied().unwrap_or(0) + into);
        (seen * 100 / total).min(100) as u8
    }

    /// Whether the whole document is visible at once.
    pub(crate) fn fits(&self) -> bool {
        // The thin line of a filter may stand for the root.
        let begins = |first: &&Shown| first.place.row == 0 && first.place.node != NodeId::ROOT;
        let Some(first) = self.shown.first().filter(begins) else { return false };
        let has_rows = |id: NodeId| self.layout.made(id).is_some_and(|rows| !rows.is_empty());
        self.shown.len() < self.height && !(1..first.place.node.0).any(|id| has_rows(NodeId(id)))
    }

    /// Collects the visible rows and determines the current clause. To be called after every change.
    fn prepare(&mut self) {
        self.shown.clear();
        let mut place = Some(self.top_place());
        while let Some(at) = place.filter(|_| self.shown.len() < self.height) {
            let rows = self.layout.rows(at.node);
            let room = self.height - self.shown.len();
            let here = rows.iter().enumerate().skip(at.row).take(room);
            self.shown.extend(here.map(|(row, look)| Shown { place: Place { row, ..at }, row: *look }));
            place = self.layout.next(Place { row: rows.len().max(at.row + 1) - 1, ..at });
        }
        let top = self.top_place();
        let header = self.layout.repeated(top, self.height);
        self.repeated = header.len();
        let rows = self.layout.rows(top.node);
        for (shown, row) in self.shown.iter_mut().zip(header) {
            if let Some(header) = rows.get(row) {
                *shown = Shown { place: Place { row, ..top }, row: *header };
            }
        }
        let row = self.reading_row();
        // The thin line of a filter is not read.
        let hides = |node: NodeId| self.layout.hides(node);
        let mut read = self.shown.iter().skip(row).map(|shown| shown.place.node);
        let read = read.find(|&node| !hides(node));
        let here = self.top.landed.or(read).unwrap_or(self.top.node);
        self.current = clause_of(&self.document, here);
        self.mark_sifted();
        self.outline.read(&self.document, self.current);
    }
}
