//! Handles headings inside paragraphs and points.

use super::{AknReader, Holder, Slot};
use crate::document::Kind;
use crate::formats::xml::Node;
use crate::text::Part as _;

impl AknReader<'_, '_> {
    /// Begins a heading, which is the text of its paragraph or a clause of its own.
    pub(super) fn heading(&mut self, node: Node<'_, '_>) {
        self.end_slot();
        // In a section, article or annex, a heading next to a number is the title. Without a number it may be anything.
        let numbered =
            |clause: usize| self.marked.clauses.get(clause).is_some_and(|clause| !clause.label.is_empty());
        let titled = |holder: &Holder| {
            let unit = matches!(self.kind(holder.clause), Kind::Section | Kind::Article | Kind::Annex);
            !holder.scope || unit && numbered(holder.clause)
        };
        let holder = self.holders.last().copied();
        let holder = holder.filter(|holder| titled(holder) && !holder.filled && !holder.parent);
        match holder {
            Some(holder) => {
                if let Some(last) = self.holders.last_mut() {
                    last.filled = true;
                }
                self.headed = Some(holder.clause);
                if let Some(clause) = self.marked.clauses.get_mut(holder.clause)
                    && clause.kind == Kind::Paragraph
                {
                    clause.kind = Kind::Heading;
                }
                self.begin(Slot::Body(holder.clause));
            }
            None => self.lone(Kind::Heading, node),
        }
    }

    /// Makes a heading that precedes the number of its point (seen in mandates of the Security Council) a clause of its
    /// own above the point. A heading that ends with a colon is run in and stays: "Rule of law: To provide ...".
    pub(super) fn leave_heading(&mut self, node: Node<'_, '_>) {
        let Some(holder) = self.holders.last().copied().filter(|holder| self.headed == Some(holder.clause))
        else {
            return;
        };
        let point = self.marked.clauses.get_mut(holder.clause).filter(|clause| {
            let words = self.writer.text.part(clause.body.range());
            clause.kind == Kind::Subparagraph && clause.label.is_empty() && !words.ends_with([':', '：'])
        });
        let Some(heading) = point.filter(|heading| !heading.body.is_empty()) else { return };
        heading.kind = Kind::Heading;
        let depth = heading.depth;
        let clause = self.clause(Kind::Subparagraph, node);
        if let Some(clause) = self.marked.clauses.get_mut(clause) {
            (clause.depth, clause.inferred) = (depth, false);
        }
        if let Some(holder) = self.holders.last_mut() {
            *holder = Holder { clause, filled: false, parent: false, scope: false };
        }
    }
}
