//! The cover page, the title and the conclusions as an index card: elements to the fields of the masthead.

use super::super::xml::Node;
use super::tags::Tag;
use super::{Reader, meta};
use crate::document::Kind;
use crate::document::details::AgendaItem;

impl Reader<'_, '_> {
    /// An element ends whose words are a field; they begin at `from`.
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
        let words = self.ink.plain_since(from);
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        let refers = node.attribute("refersTo").unwrap_or_default();
        let part = self.holders.iter().any(|holder| self.kind(holder.clause) == Kind::Part);
        let (masthead, details) = (&mut self.marked.masthead, &mut self.marked.details);
        let set = |field: &mut Option<String>, words: &str| {
            field.get_or_insert_with(|| words.to_owned());
        };
        match (tag, &*refers) {
            (Tag::DocNumber, "#symbol") => set(&mut masthead.symbol, words),
            (Tag::DocTitle, "#resolutionTitle") if !part => set(&mut masthead.title, words),
            (Tag::DocTitle, "#adoption" | "") if !part => set(&mut masthead.adoption, words),
            (Tag::DocAuthority, "#issuingBody") => set(&mut masthead.organ, words),
            (Tag::DocStatus, _) => set(&mut masthead.distribution, after_label(words)),
            (Tag::DocDate, "#dateOfIssuance") => set(&mut masthead.date, words),
            (Tag::DocDate, "#adoptionDate") => set(&mut masthead.adoption_date, words),
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
                Some("originating document") => set(&mut details.originating, words),
                Some("agenda item") => {
                    masthead.agenda_items.push(words.to_owned());
                    details.agenda.push(AgendaItem { number: meta::attribute(node, "title"), name: None });
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

/// "Distr.: General" without its label.
fn after_label(words: &str) -> &str {
    let value = match words.split_once([':', '：']) {
        Some((_, value)) => value,
        None => words.split_once(". ").map_or(words, |(_, value)| value),
    };
    value.trim()
}
