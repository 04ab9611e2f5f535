//! Points that the markup does not mark: paragraphs beside the one that announces them.

use super::{MarkedClauses, item_of};
use crate::document::{Kind, NodeId};
use crate::formats::marked::Clause;
use crate::grammar::numbering::{self, Item};
use crate::grammar::shape::{ends_with_colon, ends_with_mark, starts_with_quote};
use crate::lang::Language;
use crate::text::chars::is_gap;

/// So many paragraphs are looked at for the end of a list.
const LONGEST_RUN: usize = 40;

impl MarkedClauses<'_> {
    /// The item that comes next beside a clause.
    pub(super) fn next_item(&self, at: usize, depth: u16) -> Option<Item> {
        self.following(at, depth).next().and_then(|(_, text)| item_of(text))
    }

    /// Makes room for what stands between the items of a list: in the list that goes on after it.
    pub(super) fn between_items(&mut self, at: usize, depth: u16) {
        if self.build.lists.is_open() {
            let next = self.next_item(at, depth);
            self.build.continue_clause(next.as_ref());
        } else {
            self.build.close_clause();
        }
    }

    /// What a paragraph without a label is a point of, where the bullets were lost (seen in Arabic and Chinese resolutions
    /// of the Security Council): the clause right before a row of such paragraphs, if it ends with a colon, or a point
    /// that is only a title, whose words come below it. The numbers or the items go on after them.
    pub(super) fn unmarked_point(&self, at: usize, clause: &Clause) -> Option<NodeId> {
        let before = *self.nodes.last()?;
        let node = self.build.node(before);
        let words = self.text(node.body);
        // "...; and" is no title.
        let joined = words
            .trim_end()
            .rsplit_once(is_gap)
            .is_some_and(|(before, and)| and.chars().count() <= 4 && ends_with_mark(before));
        let bare = !joined && !ends_with_mark(words);
        let title = node.kind == Kind::Subparagraph && !node.label.is_empty() && bare;
        let announces = ends_with_colon(words) && matches!(node.kind, Kind::Operative | Kind::Subparagraph);
        let in_row = node.kind == Kind::Subparagraph && node.inferred && node.label.is_empty();
        let above = if title || announces {
            before
        } else if in_row {
            node.parent
        } else {
            return None;
        };
        if !self.is_bare_point(clause) {
            return None;
        }
        let rest = self.clauses.get(at + 1..)?;
        let same = |next: &&Clause| next.depth == clause.depth && self.is_bare_point(next);
        let more = rest.iter().take(LONGEST_RUN).take_while(same).count();
        let mut after = rest.iter().skip(more).take(LONGEST_RUN);
        let next = after.find(|next| next.kind != Kind::Heading || !next.label.is_empty())?;
        let shown = self.text(next.shown());
        let number = super::numbers::number_shown(next, shown);
        let goes_on = number == Some(self.build.scope().last + 1)
            || number.is_none() && !next.label.is_empty() && item_of(shown).is_some();
        (goes_on && next.depth == clause.depth && (in_row || title || more > 0)).then_some(above)
    }

    /// Whether a paragraph without a label may be one of a row of points: no colon ends it, and it is no item by its words.
    fn is_bare_point(&self, clause: &Clause) -> bool {
        let text = self.text(clause.body);
        clause.kind == Kind::Paragraph
            && clause.label.is_empty()
            && ends_with_mark(text)
            && !ends_with_colon(text)
            && !starts_with_quote(text)
            && numbering::number(text).is_none()
            && numbering::item(text).is_none()
    }

    /// A letter that lost its mark, "b Words" between "a." and "c.".
    pub(super) fn bare_letter(&self, at: usize, clause: &Clause) -> Option<Item> {
        let text = self.text(clause.body);
        let (letter, words) = text.split_once(is_gap)?;
        let words = words.trim_start_matches(is_gap);
        let before = self.nodes.last().map(|&before| self.build.node(before))?;
        let before = item_of(self.text(before.label)).filter(|_| before.kind == Kind::Subparagraph)?;
        let item = item_of(&format!("{letter}) "))?;
        let item = Item { form: before.form, label: letter.len(), body: text.len() - words.len(), ..item };
        // The last one of a list has only the next number after it; where words are written apart, "e" may be a word.
        let next = self.next_item(at, clause.depth);
        let ends = || {
            self.build.language == Language::Zh
                && self.next_number(at, clause.depth) == Some(self.build.scope().last + 1)
        };
        let goes_on = next.map_or_else(ends, |next| item.is_before(&next));
        (goes_on && before.is_before(&item) && letter.chars().count() == 1).then_some(item)
    }
}
