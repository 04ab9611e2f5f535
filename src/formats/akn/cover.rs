//! Reads the cover page, the title and the conclusions into the fields of the masthead.

use super::super::xml::Node;
use super::tags::Tag;
use super::{AknReader, Slot, meta};
use crate::document::Kind;
use crate::document::details::AgendaItem;

impl AknReader<'_, '_> {
    /// Makes masthead lines of the text that precedes the title in a preface and is neither title nor number: the
    /// organ, the date and, in older markup, the sponsors of a draft. False where the text is that of the title.
    pub(super) fn preface_line(&mut self, node: Node<'_, '_>) -> bool {
        let Some(holder) = self.holders.last().copied().filter(|_| self.title_comes) else { return false };
        let titled = self.kind(holder.clause) == Kind::Title;
        if holder.filled || !titled && self.kind(holder.clause) != Kind::MastheadLine {
            return false;
        }
        let Some(clause) = self.marked.clauses.get_mut(holder.clause) else { return false };
        let first = titled && clause.label.is_empty();
        clause.kind = Kind::MastheadLine;
        if titled && !first {
            clause.body = std::mem::take(&mut clause.label);
        }
        let line = if first { holder.clause } else { self.beside(Kind::MastheadLine, node) };
        self.begin(Slot::Body(line));
        true
    }

    /// Ends the masthead lines when the title comes, which becomes a clause at the same level.
    pub(super) fn leave_preface_lines(&mut self, node: Node<'_, '_>) {
        let held = self.holders.last().map(|holder| holder.clause);
        if held.is_some_and(|clause| self.kind(clause) == Kind::MastheadLine) {
            self.end_slot();
            let title = self.beside(Kind::Title, node);
            if let Some(holder) = self.holders.last_mut() {
                (holder.clause, holder.filled, holder.parent) = (title, false, false);
            }
        }
    }

    /// Adds a clause at the level of the innermost one.
    fn beside(&mut self, kind: Kind, node: Node<'_, '_>) -> usize {
        let clause = self.clause(kind, node);
        if let Some(clause) = self.marked.clauses.get_mut(clause) {
            clause.depth = clause.depth.saturating_sub(1);
        }
        clause
    }

    /// Ends an element whose text is a field. The text begins at byte `from`.
    pub(super) fn card(&mut self, tag: Tag, node: Node<'_, '_>, from: usize) {
        if !matches!(
            tag,
            Tag::DocNumber
                | Tag::DocTitle
                | Tag::DocAuthority
                | Tag::DocStatus
                | Tag::DocDate
                | Tag::DocProponent
                | Tag::Session
                | Tag::Inline
                | Tag::Location
        ) {
            return;
        }
        let words = self.writer.plain_since(from);
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        let refers = node.attribute("refersTo").unwrap_or_default();
        let preface = self.is_in(Tag::Preface);
        let part = self.holders.iter().any(|holder| self.kind(holder.clause) == Kind::Part);
        let (masthead, details) = (&mut self.marked.masthead, &mut self.marked.details);
        let set = |field: &mut Option<String>, words: &str| {
            field.get_or_insert_with(|| words.to_owned());
        };
        match (tag, &*refers) {
            (Tag::DocNumber, "#symbol") => set(&mut masthead.symbol, words),
            (Tag::DocTitle, "#resolutionTitle") if !part => {
                set(&mut masthead.title, words.trim_start_matches(['-', '–', '—']).trim_start());
            }
            (Tag::DocTitle, "") if !part && preface => set(&mut masthead.title, words),
            (Tag::DocTitle, "#adoption" | "") if !part => set(&mut masthead.adoption, words),
            (Tag::DocAuthority, "#issuingBody") => set(&mut masthead.organ, words),
            (Tag::DocStatus, _) => set(&mut masthead.distribution, after_label(words)),
            (Tag::DocDate, "#dateOfIssuance") => set(&mut masthead.date, words),
            (Tag::DocDate, "#adoptionDate") => set(&mut masthead.adoption_date, words),
            (Tag::DocProponent, _) if node.attribute("class").as_deref() == Some("sponsors") => {
                set(&mut masthead.sponsors, words);
            }
            (Tag::DocProponent, committee) => {
                set(&mut masthead.basis, words.trim_matches(['[', ']', '［', '］', ' ']));
                let committee = committee.trim_start_matches('#');
                if !committee.is_empty() {
                    set(&mut details.committee, committee);
                }
            }
            (Tag::Session, _) => {
                set(&mut masthead.session, words);
                if masthead.session_number.is_none() {
                    masthead.session_number = node.attribute("value").and_then(|value| value.parse().ok());
                }
            }
            (Tag::Location, _) => set(&mut masthead.meeting, words),
            (Tag::Inline, _) => match node.attribute("name").as_deref() {
                Some("adoptionMeeting") => set(&mut masthead.meeting, words),
                Some("original language") => set(&mut masthead.original, words),
                Some("originating document") => set(&mut details.originating, words),
                Some("agenda item") => {
                    masthead.agenda_items.push(words.to_owned());
                    if let Some(number) = meta::attribute(node, "title") {
                        details.agenda.push(AgendaItem { number: Some(number), name: None });
                    }
                }
                Some("agenda item name") => match details.agenda.last_mut() {
                    Some(item) if item.name.is_none() => item.name = Some(words.to_owned()),
                    _ => details.agenda.push(AgendaItem { number: None, name: Some(words.to_owned()) }),
                },
                _ => {}
            },
            _ => {}
        }
    }
}

/// The value of "Distr.: General", without its label.
fn after_label(words: &str) -> &str {
    let value = match words.split_once([':', '：']) {
        Some((_, value)) => value,
        None => words.split_once(". ").map_or(words, |(_, value)| value),
    };
    value.trim()
}
