//! What the masthead, the title and the closing lines say, as fields.
//!
//! The same words are also nodes of the tree, and only those are shown as text.

use serde::Serialize;

/// The fields of the masthead. Each holds the words as printed, without the label before them; dates are not
/// reformatted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Masthead {
    /// `A/RES/65/218`: as printed, or made from the organ and the number in the title.
    pub symbol: Option<String>,
    /// The adopting organ as printed: "Assemblée générale".
    pub organ: Option<String>,
    pub title: Option<String>,
    pub distribution: Option<String>,
    /// Date of issue.
    pub date: Option<String>,
    /// The language of the original.
    pub original: Option<String>,
    /// As printed: "Soixante-cinquième session".
    pub session: Option<String>,
    /// The session as a number: 65.
    pub session_number: Option<u32>,
    pub agenda_items: Vec<String>,
    /// "Résolution adoptée par l'Assemblée générale le 21 décembre 2010".
    pub adoption: Option<String>,
    pub adoption_date: Option<String>,
    pub meeting: Option<String>,
    /// "[sur la base du rapport de la Troisième Commission (A/65/456/Add.2 (Part II))]", without brackets.
    pub basis: Option<String>,
    pub sponsors: Option<String>,
    /// "adopted without a vote", "by a recorded vote of 121 to 3, with 50 abstentions".
    pub vote: Option<String>,
    /// The States in favour, against and abstaining: the words after each label.
    pub votes_in_favour: Option<String>,
    pub votes_against: Option<String>,
    pub abstentions: Option<String>,
}

impl Masthead {
    /// The label and the words of every field that is filled in, in reading order.
    pub(crate) fn entries(&self) -> Vec<(&'static str, &str)> {
        let single = [
            ("symbol", &self.symbol),
            ("title", &self.title),
            ("organ", &self.organ),
            ("session", &self.session),
            ("adoption", &self.adoption),
            ("adopted on", &self.adoption_date),
            ("meeting", &self.meeting),
            ("basis", &self.basis),
            ("sponsors", &self.sponsors),
            ("vote", &self.vote),
            ("in favour", &self.votes_in_favour),
            ("against", &self.votes_against),
            ("abstaining", &self.abstentions),
            ("distribution", &self.distribution),
            ("date", &self.date),
            ("original", &self.original),
        ];
        let mut entries: Vec<_> =
            single.into_iter().filter_map(|(label, value)| Some((label, value.as_deref()?))).collect();
        let at = entries.iter().position(|(label, _)| *label == "adoption").unwrap_or(entries.len());
        entries.splice(at..at, self.agenda_items.iter().map(|item| ("agenda item", item.as_str())));
        entries
    }
}
